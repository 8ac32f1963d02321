// SPDX-License-Identifier: Apache-2.0
// cameo-bfloat-products: products with constant weights multiply bf16 two by two, as
// --fast-math=bf16 allows. Each factor loses 16 of its 24 bits of mantissa, with a relative error of 2^-9
// at most; sums stay f32. CPUs without the instruction round the weights alone, which are half as large. In and out:
// linalg on tensors, before the weights are packed in panels.
#include "compiler/Kernels/BFloatProducts.h"
#include "compiler/Kernels/Contraction.h"
#include "compiler/Kernels/KnownConstants.h"
#include "compiler/Kernels/Passes.h"
#include "compiler/Kernels/Sizes.h"
#include "dialects/Cameo/CameoBFloat.h"

using namespace mlir;
using namespace cameo;

namespace cameo {
#define GEN_PASS_DEF_BFLOATPRODUCTS
#include "compiler/Kernels/Passes.h.inc"
} // namespace cameo

namespace {
constexpr auto parallel = utils::IteratorType::parallel;

struct BFloatProducts : cameo::impl::BFloatProductsBase<BFloatProducts> {
  void runOnOperation() override {
    auto target = TargetDescription::get(getOperation());
    constants = {};
    SmallVector<Contraction> contractions;
    getOperation().walk([&](linalg::GenericOp op) {
      FailureOr<Contraction> c = Contraction::match(op);
      if (succeeded(c) && fits(*c, target))
        contractions.push_back(*c);
    });
    for (Contraction &c : contractions)
      if (multipliesBFloat(target) && hasPairs(c))
        multiplyPairs(c);
      else
        roundWeights(c);
  }

  /// A product of f32 with weights that are packed in panels next.
  bool fits(Contraction &c, const TargetDescription &target) {
    auto isFloat = [](Value v) {
      return cast<RankedTensorType>(v.getType()).getElementType().isF32();
    };
    if (!c.multiplyAdd || c.panel || c.blocks || c.reduction.size() != 1 ||
        !c.accumulatorType().isF32() || !isFloat(c.lhsTensor()) ||
        !isFloat(c.rhsTensor()))
      return false;
    auto weights = cast<RankedTensorType>(c.rhsTensor().getType());
    int64_t lanes = target.lanes(32), columns = c.loopSize(c.n);
    return weights.hasStaticShape() && lanes > 1 &&
           !ShapedType::isDynamic(columns) && columns >= lanes / 2 &&
           c.rhsMap().isProjectedPermutation() &&
           constants.contains(c.rhsTensor()) &&
           !constants.contains(c.lhsTensor());
  }

  /// A view as words needs pairs side by side, and to know how many there are.
  bool hasPairs(Contraction &c) {
    int64_t depth = c.loopSize(c.reduction[0]);
    AffineExpr k = getAffineDimExpr(c.reduction[0], &getContext());
    return depth > 0 && depth % 2 == 0 && c.lhsMap().getResults().back() == k &&
           llvm::none_of(c.lhsMap().getResults().drop_back(),
                         [&](AffineExpr e) {
                           return e.isFunctionOfDim(c.reduction[0]);
                         }) &&
           cast<RankedTensorType>(c.lhsTensor().getType()).getShape().back() ==
               depth;
  }

  /// `v` with its elements converted to or from bf16.
  Value converted(OpBuilder &b, Location loc, Value v, Type to) {
    auto type = cast<RankedTensorType>(v.getType());
    int64_t rank = type.getRank();
    SmallVector<Value> open;
    for (int64_t i = 0; i < rank; ++i)
      if (type.isDynamicDim(i))
        open.push_back(
            getValueOrCreateConstantIndexOp(b, loc, sizeOf(b, loc, v, i)));
    Value init = tensor::EmptyOp::create(b, loc, type.getShape(), to, open);
    AffineMap identity = b.getMultiDimIdentityMap(rank);
    return linalg::GenericOp::create(
               b, loc, init.getType(), v, init, ArrayRef{identity, identity},
               SmallVector<utils::IteratorType>(rank, parallel),
               [&](OpBuilder &in, Location at, ValueRange args) {
                 Value y = to.isBF16()
                               ? arith::TruncFOp::create(in, at, to, args[0])
                                     .getResult()
                               : arith::ExtFOp::create(in, at, to, args[0]);
                 linalg::YieldOp::create(in, at, y);
               })
        .getResult(0);
  }

  /// Without the instruction: the panels are to be bf16, which kernels widen.
  void roundWeights(Contraction &c) {
    OpBuilder b(c.op);
    Location loc = c.op.getLoc();
    Value rounded = converted(b, loc, c.rhsTensor(), b.getBF16Type());
    c.op->setOperand(c.rhs, converted(b, loc, rounded, b.getF32Type()));
  }

  /// Rows of `a` as words of two bf16.
  Value roundedRows(OpBuilder &b, Location loc, Value a) {
    SmallVector<int64_t> shape(cast<RankedTensorType>(a.getType()).getShape());
    shape.back() /= 2;
    return WordsOp::create(b, loc, RankedTensorType::get(shape, b.getI32Type()),
                           converted(b, loc, a, b.getBF16Type()));
  }

  /// The weights with each two that are neighbours along dimension `dim` in a word.
  Value roundedPairs(OpBuilder &b, Location loc, Value w, int64_t dim) {
    auto type = cast<RankedTensorType>(w.getType());
    SmallVector<int64_t> shape(type.getShape());
    shape[dim] /= 2;
    Type i32 = b.getI32Type();
    Value init = tensor::EmptyOp::create(b, loc, shape, i32);
    return linalg::GenericOp::create(
               b, loc, init.getType(), ValueRange(), init,
               ArrayRef{b.getMultiDimIdentityMap(type.getRank())},
               SmallVector<utils::IteratorType>(type.getRank(), parallel),
               [&](OpBuilder &in, Location at, ValueRange) {
                 SmallVector<Value> point;
                 for (int64_t i = 0; i < type.getRank(); ++i)
                   point.push_back(linalg::IndexOp::create(in, at, i));
                 Value two = arith::ConstantIndexOp::create(in, at, 2),
                       one = arith::ConstantIndexOp::create(in, at, 1);
                 point[dim] = arith::MulIOp::create(in, at, point[dim], two);
                 auto bits = [&] {
                   Value v = tensor::ExtractOp::create(in, at, w, point);
                   v = arith::TruncFOp::create(in, at, in.getBF16Type(), v);
                   v = arith::BitcastOp::create(in, at, in.getI16Type(), v);
                   return arith::ExtUIOp::create(in, at, i32, v).getResult();
                 };
                 Value low = bits();
                 point[dim] = arith::AddIOp::create(in, at, point[dim], one);
                 Value by = arith::ConstantOp::create(in, at,
                                                      in.getI32IntegerAttr(16));
                 Value high = arith::ShLIOp::create(in, at, bits(), by);
                 linalg::YieldOp::create(
                     in, at,
                     arith::OrIOp::create(in, at, low, high).getResult());
               })
        .getResult(0);
  }

  void multiplyPairs(Contraction &c) {
    OpBuilder b(c.op);
    Location loc = c.op.getLoc();
    AffineExpr k = b.getAffineDimExpr(c.reduction[0]);
    int64_t dim = llvm::find(c.rhsMap().getResults(), k) -
                  c.rhsMap().getResults().begin();
    Value rows = roundedRows(b, loc, c.lhsTensor()),
          pairs = roundedPairs(b, loc, c.rhsTensor(), dim);
    auto made = linalg::GenericOp::create(
        b, loc, c.op->getResultTypes(), ValueRange{rows, pairs},
        c.op.getDpsInits(), ArrayRef{c.lhsMap(), c.rhsMap(), c.resultMap()},
        c.op.getIteratorTypesArray(),
        [](OpBuilder &in, Location at, ValueRange args) {
          linalg::YieldOp::create(
              in, at,
              Dot2Op::create(in, at, args[0], args[1], args[2]).getResult());
        });
    c.op->replaceAllUsesWith(made);
    c.op->erase();
  }

  KnownConstants constants;
};
} // namespace
