// SPDX-License-Identifier: Apache-2.0
// Packs weights of 2, 4 and 8 bits with scales per block for the product that reads them. Input: a
// contraction whose right operand dequantises constants. Output: one that reads the integers in
// panels, words of one column side by side (packedBlocks in BlockWeights.h), signed, with scales
// and zero points in panels too; the packing is computations on constants.
#include "compiler/Kernels/PackBlockWeights.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace cameo;

namespace {
using Columns = llvm::function_ref<Value(ImplicitLocOpBuilder &, ValueRange)>;

/// An index expression over `dims`, none of which is negative.
Value apply(ImplicitLocOpBuilder &b, AffineExpr e, ValueRange dims) {
  if (auto d = dyn_cast<AffineDimExpr>(e))
    return dims[d.getPosition()];
  if (auto c = dyn_cast<AffineConstantExpr>(e))
    return arith::ConstantIndexOp::create(b, c.getValue());
  auto binary = cast<AffineBinaryOpExpr>(e);
  Value x = apply(b, binary.getLHS(), dims),
        y = apply(b, binary.getRHS(), dims);
  switch (binary.getKind()) {
  case AffineExprKind::Add:
    return arith::AddIOp::create(b, x, y);
  case AffineExprKind::Mul:
    return arith::MulIOp::create(b, x, y);
  case AffineExprKind::FloorDiv:
    return arith::DivUIOp::create(b, x, y);
  default:
    return arith::RemUIOp::create(b, x, y);
  }
}

/// Whether `e` is made of dimensions, constants and what apply() computes.
bool isApplicable(AffineExpr e) {
  bool fine = true;
  e.walk([&](AffineExpr sub) {
    fine &= sub.getKind() != AffineExprKind::CeilDiv &&
            sub.getKind() != AffineExprKind::SymbolId;
  });
  return fine;
}

/// A tensor of which `element` makes each element from its indices.
Value generate(OpBuilder &builder, Location loc, ArrayRef<int64_t> shape,
               Type type, Columns element) {
  Value empty = tensor::EmptyOp::create(builder, loc, shape, type);
  SmallVector<utils::IteratorType> loops(shape.size(),
                                         utils::IteratorType::parallel);
  return linalg::GenericOp::create(
             builder, loc, TypeRange{empty.getType()}, ValueRange{},
             ValueRange{empty}, {builder.getMultiDimIdentityMap(shape.size())},
             loops,
             [&](OpBuilder &inner, Location at, ValueRange) {
               ImplicitLocOpBuilder b(at, inner);
               SmallVector<Value> indices;
               for (size_t i = 0; i < shape.size(); ++i)
                 indices.push_back(linalg::IndexOp::create(b, i));
               linalg::YieldOp::create(b, element(b, indices));
             })
      .getResult(0);
}

/// Integers of the dequantisation as they are stored, and how they count.
struct Source {
  Value tensor;
  AffineMap map; ///< from the contraction's loops
  bool isUnsigned = false;
};

/// What unpacks elements one by one does nothing but widen them.
void lookThrough(Source &s) {
  auto generic = s.tensor.getDefiningOp<linalg::GenericOp>();
  if (!generic || generic.getNumDpsInputs() != 1 ||
      !llvm::all_of(generic.getIndexingMapsArray(),
                    [](AffineMap m) { return m.isIdentity(); }) ||
      generic.getBody()->getOperations().size() != 2)
    return;
  Operation *widen =
      generic.getBody()->getTerminator()->getOperand(0).getDefiningOp();
  if (!isa_and_nonnull<arith::ExtSIOp, arith::ExtUIOp>(widen))
    return;
  s.tensor = generic.getDpsInputs()[0];
  s.isUnsigned = isa<arith::ExtUIOp>(widen);
}

int64_t bitsOf(Value tensor) {
  return getElementTypeOrSelf(tensor.getType()).getIntOrFloatBitWidth();
}

class Packer {
public:
  Packer(Contraction &c, const TargetDescription &target)
      : c(c), target(target) {}

  bool match(llvm::function_ref<bool(Value)> isConstant) {
    dequantise = c.rhsTensor().getDefiningOp<linalg::GenericOp>();
    if (!target.blockWeights || !dequantise || !c.multiplyAdd ||
        c.reduction.size() != 1 || !c.accumulatorType().isF32() ||
        !getElementTypeOrSelf(c.lhsTensor().getType()).isF32() ||
        dequantise.getNumDpsInits() != 1 ||
        dequantise.getNumReductionLoops() != 0 ||
        dequantise.hasIndexSemantics() || !isConstant(c.rhsTensor()))
      return false;
    k = c.reduction.front();
    AffineMap read = c.rhsMap();
    auto type = cast<RankedTensorType>(c.rhsTensor().getType());
    if (!type.hasStaticShape() || type.getNumElements() == 0 ||
        !read.isProjectedPermutation() || read.getNumResults() != 2 ||
        !read.isFunctionOfDim(k) || !read.isFunctionOfDim(c.n) ||
        !dequantise.getIndexingMapsArray().back().isIdentity())
      return false;
    // What the weights say: the left operand may not know.
    bool across = read.getResult(0).isFunctionOfDim(k);
    depth = type.getDimSize(across ? 0 : 1);
    columns = type.getDimSize(across ? 1 : 0);
    FailureOr<BlockWeights> weights = BlockWeights::match(
        dequantise, dequantise.getBody()->getTerminator()->getOperand(0));
    if (failed(weights))
      return false;
    auto source = [&](unsigned operand, bool isUnsigned) {
      return Source{dequantise->getOperand(operand),
                    dequantise.getIndexingMapsArray()[operand].compose(read),
                    isUnsigned};
    };
    q = source(weights->q, weights->qIsUnsigned);
    lookThrough(q);
    scale = source(weights->scale, false);
    if (weights->zero) {
      zero = source(*weights->zero, weights->zeroIsUnsigned);
      lookThrough(*zero);
    }
    bits = bitsOf(q.tensor);
    // Centred at 0.
    constantZero = weights->constantZero;
    if (!zero && q.isUnsigned)
      constantZero -= int64_t(1) << (bits - 1);
    per = 32 / bits;
    block = blockOf(scale.map);
    for (const Source &s : {q, scale})
      if (!llvm::all_of(s.map.getResults(), isApplicable))
        return false;
    if (zero && (!llvm::all_of(zero->map.getResults(), isApplicable) ||
                 zero->isUnsigned != q.isUnsigned || bitsOf(zero->tensor) > 8 ||
                 (blockOf(zero->map) != block)))
      return false;
    return block > 0 && constantZero >= -128 && constantZero < 128;
  }

  void rewrite() {
    int64_t lanes = target.lanes(32);
    panel = std::min<int64_t>(2 * lanes, llvm::alignTo(columns, lanes));
    OpBuilder b(c.op);
    Location loc = c.op.getLoc();
    Value numbers = packNumbers(b, loc);
    Value scales = perBlock(b, loc, b.getF32Type(),
                            [&](ImplicitLocOpBuilder &at, ValueRange loops) {
                              return read(at, scale, loops);
                            });
    SmallVector<Value> inputs = {lhs(b, loc), numbers, scales};
    SmallVector<AffineMap> maps = {c.lhsMap()};
    AffineExpr n = b.getAffineDimExpr(c.n), d = b.getAffineDimExpr(k);
    auto map = [&](ArrayRef<AffineExpr> at) {
      return AffineMap::get(c.lhsMap().getNumDims(), 0, at, b.getContext());
    };
    maps.push_back(
        map({n.floorDiv(panel), d.floorDiv(per), n % panel, d % per}));
    maps.push_back(map({n.floorDiv(panel), d.floorDiv(block), n % panel}));
    if (zero || constantZero) {
      inputs.push_back(
          perBlock(b, loc, b.getI8Type(),
                   [&](ImplicitLocOpBuilder &at, ValueRange loops) {
                     if (!zero)
                       return Value(arith::ConstantOp::create(
                           at, at.getI8IntegerAttr(constantZero)));
                     return centred(at, *zero, bits, loops);
                   }));
      maps.push_back(maps.back());
    }
    maps.push_back(c.resultMap());
    auto made = linalg::GenericOp::create(
        b, loc, c.op->getResultTypes(), inputs, c.op.getDpsInits(), maps,
        c.op.getIteratorTypesArray(),
        [](OpBuilder &inner, Location at, ValueRange args) {
          ImplicitLocOpBuilder body(at, inner);
          Type i32 = body.getI32Type();
          Value w = arith::ExtSIOp::create(body, i32, args[1]);
          if (args.size() == 5)
            w = arith::SubIOp::create(
                body, w, arith::ExtSIOp::create(body, i32, args[3]));
          w = arith::SIToFPOp::create(body, body.getF32Type(), w);
          w = arith::MulFOp::create(body, w, args[2]);
          Value p = arith::MulFOp::create(body, args[0], w);
          linalg::YieldOp::create(
              body, arith::AddFOp::create(body, args.back(), p).getResult());
        });
    c.op->replaceAllUsesWith(made);
    c.op->erase();
  }

private:
  /// Elements of depth that share an element of a parameter; 0 if that is no
  /// whole number of words.
  int64_t blockOf(AffineMap map) const {
    int64_t found = 0;
    for (AffineExpr e : map.getResults()) {
      if (!e.isFunctionOfDim(k))
        continue;
      auto binary = dyn_cast<AffineBinaryOpExpr>(e);
      if (found || !binary || binary.getKind() != AffineExprKind::FloorDiv ||
          binary.getLHS() != getAffineDimExpr(k, e.getContext()))
        return 0;
      auto size = dyn_cast<AffineConstantExpr>(binary.getRHS());
      if (!size || size.getValue() <= 0 || size.getValue() % per)
        return 0;
      found = size.getValue();
    }
    return found ? found : llvm::alignTo(std::max<int64_t>(depth, 1), per);
  }

  /// The left operand, whose depth only the weights may have told.
  Value lhs(OpBuilder &b, Location loc) {
    Value a = c.lhsTensor();
    auto type = cast<RankedTensorType>(a.getType());
    SmallVector<int64_t> shape(type.getShape());
    for (auto [i, e] : llvm::enumerate(c.lhsMap().getResults()))
      if (e == b.getAffineDimExpr(k) && ShapedType::isDynamic(shape[i]))
        shape[i] = depth;
    if (shape == type.getShape())
      return a;
    return tensor::CastOp::create(b, loc, type.clone(shape), a);
  }

  /// The element of `s` at a column and a depth, which are in range.
  Value read(ImplicitLocOpBuilder &b, const Source &s, ValueRange columnDepth) {
    SmallVector<Value> loops(s.map.getNumDims()), at;
    loops[c.n] = columnDepth[0];
    loops[k] = columnDepth[1];
    for (AffineExpr e : s.map.getResults())
      at.push_back(apply(b, e, loops));
    return tensor::ExtractOp::create(b, s.tensor, at);
  }

  /// The same as an i8, with 2^(of - 1) for 0 if it is unsigned.
  Value centred(ImplicitLocOpBuilder &b, const Source &s, int64_t of,
                ValueRange columnDepth) {
    Value v = read(b, s, columnDepth);
    if (bitsOf(s.tensor) < 8)
      v = s.isUnsigned
              ? arith::ExtUIOp::create(b, b.getI8Type(), v).getResult()
              : arith::ExtSIOp::create(b, b.getI8Type(), v).getResult();
    if (!s.isUnsigned)
      return v;
    Value half = arith::ConstantOp::create(
        b, b.getIntegerAttr(b.getI8Type(), APInt(8, 1).shl(of - 1)));
    return arith::SubIOp::create(b, v, half);
  }

  /// The column of a panel; behind the last one stands the last again, which
  /// nobody looks at.
  Value column(ImplicitLocOpBuilder &b, Value number, Value inPanel) {
    Value n = arith::AddIOp::create(
        b,
        arith::MulIOp::create(b, number,
                              arith::ConstantIndexOp::create(b, panel)),
        inPanel);
    return arith::MinUIOp::create(
        b, n, arith::ConstantIndexOp::create(b, columns - 1));
  }

  Value perBlock(OpBuilder &b, Location loc, Type type, Columns element) {
    return generate(b, loc,
                    {int64_t(llvm::divideCeil(columns, panel)),
                     int64_t(llvm::divideCeil(depth, block)), panel},
                    type, [&](ImplicitLocOpBuilder &at, ValueRange i) {
                      Value first = arith::MulIOp::create(
                          at, i[1], arith::ConstantIndexOp::create(at, block));
                      return element(at, {column(at, i[0], i[2]), first});
                    });
  }

  Value packNumbers(OpBuilder &b, Location loc) {
    int64_t perByte = 8 / bits, panels = llvm::divideCeil(columns, panel),
            words = llvm::divideCeil(depth, per);
    SmallVector<int64_t> shape = {panels, words, panel, 4};
    Value bytes = generate(
        b, loc, shape, b.getI8Type(),
        [&](ImplicitLocOpBuilder &at, ValueRange i) {
          auto index = [&](int64_t v) {
            return arith::ConstantIndexOp::create(at, v);
          };
          Value n = column(at, i[0], i[2]), byte;
          Value first = arith::AddIOp::create(
              at, arith::MulIOp::create(at, i[1], index(per)),
              arith::MulIOp::create(at, i[3], index(perByte)));
          for (int64_t f = 0; f < perByte; ++f) {
            Value d = arith::AddIOp::create(at, first, index(f));
            d = arith::MinUIOp::create(at, d, index(depth - 1));
            Value v = centred(at, q, bits, {n, d});
            auto number = [&](int64_t x) {
              return arith::ConstantOp::create(at, at.getI8IntegerAttr(x));
            };
            if (perByte > 1) {
              v = arith::AndIOp::create(at, v, number((1 << bits) - 1));
              v = arith::ShLIOp::create(at, v, number(f * bits));
            }
            byte = byte ? arith::OrIOp::create(at, byte, v).getResult() : v;
          }
          return byte;
        });
    if (bits == 8)
      return bytes;
    auto flat =
        RankedTensorType::get({panels * words * panel * 4}, b.getI8Type());
    bytes = tensor::CollapseShapeOp::create(
        b, loc, flat, bytes, ArrayRef<ReassociationIndices>{{0, 1, 2, 3}});
    shape.back() = per;
    return PackedOp::create(
        b, loc, RankedTensorType::get(shape, b.getIntegerType(bits)), bytes,
        ValueRange());
  }

  Contraction &c;
  const TargetDescription &target;
  linalg::GenericOp dequantise;
  Source q, scale;
  std::optional<Source> zero;
  int64_t bits = 0, per = 0, block = 0, constantZero = 0;
  int64_t k = 0, depth = 0, columns = 0, panel = 0;
};
} // namespace

bool cameo::packBlockWeights(Contraction &c, const TargetDescription &target,
                             llvm::function_ref<bool(Value)> isConstant) {
  Packer packer(c, target);
  if (!packer.match(isConstant))
    return false;
  packer.rewrite();
  return true;
}
