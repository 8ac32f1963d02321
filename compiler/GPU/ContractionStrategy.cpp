// SPDX-License-Identifier: Apache-2.0
// The strategies for matrix products and convolutions: what they are as a
// product of matrices, with everything fused in front evaluated where tiles are
// loaded and everything behind where they are stored.
#include "compiler/GPU/Gemm.h"
#include "compiler/GPU/Strategy.h"
#include "compiler/Kernels/Contraction.h"
#include "compiler/Kernels/PointwiseRoot.h"

using namespace mlir;
using namespace cameo;

/// Rows and columns from which on a tile is better filled than threads are
/// alone.
static constexpr int64_t leastRows = 8, leastColumns = 16;

static bool atLeast(int64_t size, int64_t least) {
  return ShapedType::isDynamic(size) || size >= least;
}

static Value convert(KernelEmitter &e, Value v, Type to) {
  Type from = v ? v.getType() : to;
  if (from == to)
    return v;
  if (from.getIntOrFloatBitWidth() < to.getIntOrFloatBitWidth())
    return arith::ExtFOp::create(e.b, to, v);
  return arith::TruncFOp::create(e.b, to, v);
}

namespace {
struct GemmStrategy : GPUStrategy {
  virtual GemmProblem problem(KernelOp kernel, KernelEmitter &e,
                              bool &failed) const = 0;

  FailureOr<Grid> grid(KernelOp kernel, KernelEmitter &e) const override {
    bool failed = false;
    GemmProblem p = problem(kernel, e, failed);
    Value blocks = p.multiplier == Multiplier::Exact
                       ? GemmEmitter(p, e).blocks()
                       : TensorCoreGemm(p, e).blocks();
    Value shared;
    if (AsyncGemm::takes(p))
      shared = e.index(AsyncGemm(p, e).sharedBytes());
    return Grid{blocks, e.index(blockThreads), shared};
  }
  LogicalResult emit(KernelOp kernel, KernelEmitter &e) const override {
    bool failed = false;
    GemmProblem p = problem(kernel, e, failed);
    if (p.multiplier == Multiplier::Exact)
      GemmEmitter(p, e).emit();
    else if (AsyncGemm::takes(p))
      AsyncGemm(p, e).emit();
    else
      TensorCoreGemm(p, e).emit();
    return failure(failed);
  }
  FailureOr<bool> emitVariant(KernelOp kernel,
                              KernelEmitter &e) const override {
    bool failed = false;
    GemmProblem p = problem(kernel, e, failed);
    if (!WarpgroupGemm::takes(p))
      return false;
    WarpgroupGemm(p, e).emit();
    if (failed)
      return failure();
    return true;
  }
};

struct MatmulStrategy : GemmStrategy {
  StringRef name() const override { return "matmul"; }

  static FailureOr<Contraction> contraction(KernelOp kernel) {
    auto generic = dyn_cast_or_null<linalg::GenericOp>(
        findPointwiseRoot(kernel, /*throughReshapes=*/true));
    if (!generic)
      return failure();
    return Contraction::match(generic);
  }
  /// The body's cameo.dot4 if it adds the product of both operands.
  static Dot4Op dot4(Contraction &c) {
    Block &body = c.op.getRegion().front();
    auto dot = body.getTerminator()->getOperand(0).getDefiningOp<Dot4Op>();
    bool ok = dot && dot.getAcc() == body.getArgument(2) &&
              ((dot.getA() == body.getArgument(0) &&
                dot.getB() == body.getArgument(1)) ||
               (dot.getA() == body.getArgument(1) &&
                dot.getB() == body.getArgument(0)));
    return ok ? dot : Dot4Op();
  }

  bool match(KernelOp kernel) const override {
    FailureOr<Contraction> c = contraction(kernel);
    return succeeded(c) && (c->multiplyAdd || dot4(*c)) && !c->panel &&
           !c->blocks && c->m >= 0 && c->sumType().isIntOrFloat() &&
           c->sumType().getIntOrFloatBitWidth() >= 32 &&
           atLeast(c->loopSize(c->m), leastRows) &&
           atLeast(c->loopSize(c->n), leastColumns);
  }

  GemmProblem problem(KernelOp kernel, KernelEmitter &e,
                      bool &failed) const override {
    Contraction c = *contraction(kernel);
    SmallVector<Value> loops = e.loopSizes(c.op), outer, reduction;
    for (unsigned d : c.outer)
      outer.push_back(loops[d]);
    for (unsigned d : c.reduction)
      reduction.push_back(loops[d]);
    GemmProblem p{
        e.product(outer), loops[c.m], loops[c.n], e.product(reduction),
        c.sumType(),      {},         {},         {}};
    p.multiplier = multiplierFor(
        kernel, getElementTypeOrSelf(c.lhsTensor().getType()),
        getElementTypeOrSelf(c.rhsTensor().getType()), c.sumType());
    if (Dot4Op dot = dot4(c))
      p.multiplier = dot.getA() == c.op.getBody()->getArgument(c.lhs)
                         ? Multiplier::BytesUS
                         : Multiplier::BytesSU;
    auto point = [=, &e](Value batch, Value m, Value n, Value k) {
      SmallVector<Value> at(loops.size(), e.index(0));
      if (!outer.empty())
        for (auto [d, i] : llvm::zip(c.outer, e.delinearize(batch, outer)))
          at[d] = i;
      if (k)
        for (auto [d, i] : llvm::zip(c.reduction, e.delinearize(k, reduction)))
          at[d] = i;
      if (m)
        at[c.m] = m;
      if (n)
        at[c.n] = n;
      return at;
    };
    auto indices = [&e](AffineMap map, ArrayRef<Value> at) {
      SmallVector<OpFoldResult> operands(at.begin(), at.end());
      SmallVector<Value> result;
      for (AffineExpr expr : map.getResults())
        result.push_back(getValueOrCreateConstantIndexOp(
            e.b, e.b.getLoc(),
            affine::makeComposedFoldedAffineApply(
                e.b, e.b.getLoc(), AffineMap::get(map.getNumDims(), 0, expr),
                operands)));
      return result;
    };
    // An operand in memory whose innermost dimension is k, or m or n, in whole
    // pieces of 16 bytes.
    auto stored = [&](Value tensor, AffineMap map, int64_t loop) {
      GemmProblem::Stored s;
      auto type = cast<RankedTensorType>(tensor.getType());
      Type element = type.getElementType();
      Type wanted = p.multiplier == Multiplier::F16    ? Type(e.b.getF16Type())
                    : p.multiplier == Multiplier::BF16 ? Type(e.b.getBF16Type())
                    : isBytes(p.multiplier)            ? Type(e.b.getI32Type())
                                                       : Type(e.b.getF32Type());
      if (p.multiplier == Multiplier::Exact || element != wanted ||
          c.reduction.size() != 1 || type.getRank() < 2 ||
          !map.isProjectedPermutation())
        return s;
      int64_t depth = c.reduction[0], last = type.getRank() - 1;
      auto place = [&](int64_t d) {
        auto at = map.getResultPosition(e.b.getAffineDimExpr(d));
        return at ? int64_t(*at) : -1;
      };
      int64_t atLoop = place(loop), atDepth = place(depth);
      int64_t row = type.getDimSize(last);
      if (atLoop < 0 || atDepth < 0 || std::max(atLoop, atDepth) != last ||
          ShapedType::isDynamic(row) ||
          row * element.getIntOrFloatBitWidth() % 128)
        return s;
      Value memref = e.buffer(tensor);
      if (!memref)
        return s;
      SmallVector<Value> sizes = e.dims(tensor);
      int64_t outerAt = std::min(atLoop, atDepth);
      s.memref = memref;
      s.depthInner = atDepth == last;
      s.stride = e.product(ArrayRef<Value>(sizes).drop_front(outerAt + 1));
      s.offset = [=, &e](Value batch) mutable {
        Value offset = e.index(0);
        for (auto [i, size] :
             llvm::zip(indices(map, point(batch, {}, {}, {})), sizes))
          offset = e.add(e.mul(offset, size), i);
        return offset;
      };
      if (auto argument = dyn_cast<BlockArgument>(tensor))
        s.argument = argument.getArgNumber();
      s.acrossDim = atLoop;
      s.depthDim = atDepth;
      s.indices = [=](Value batch, Value across, Value k) mutable {
        SmallVector<Value> at = point(batch, {}, {}, k);
        at[loop] = across;
        return indices(map, at);
      };
      return s;
    };
    p.lhsStored = stored(c.lhsTensor(), c.lhsMap(), c.m);
    p.rhsStored = stored(c.rhsTensor(), c.rhsMap(), c.n);
    auto element = [=, &e, &failed](Value tensor, AffineMap map,
                                    ArrayRef<Value> at) {
      Value v =
          e.evaluate(tensor, KernelEmitter::lanesOf(indices(map, at), -1), 1);
      failed |= !v;
      return v;
    };
    Type sum = p.sum;
    p.lhs = [=, &e](GemmProblem::At at) mutable {
      return convert(
          e, element(c.lhsTensor(), c.lhsMap(), point(at[0], at[1], {}, at[2])),
          sum);
    };
    p.rhs = [=, &e](GemmProblem::At at) mutable {
      return convert(
          e, element(c.rhsTensor(), c.rhsMap(), point(at[0], {}, at[2], at[1])),
          sum);
    };
    p.store = [=, &e, &failed](GemmProblem::At at, Value total) mutable {
      SmallVector<Value> where =
          indices(c.resultMap(), point(at[0], at[1], at[2], {}));
      Value init = c.op.getDpsInits()[0];
      auto fill = init.getDefiningOp<linalg::FillOp>();
      if (!fill || !(matchPattern(fill.getInputs()[0], m_AnyZeroFloat()) ||
                     matchPattern(fill.getInputs()[0], m_Zero()))) {
        Value first = e.evaluate(init, KernelEmitter::lanesOf(where, -1), 1);
        if (!first) {
          failed = true;
          return;
        }
        first = convert(e, first, sum);
        total = isa<FloatType>(sum)
                    ? arith::AddFOp::create(e.b, first, total).getResult()
                    : arith::AddIOp::create(e.b, first, total).getResult();
      }
      failed |=
          llvm::failed(e.storeResults(c.op.getResult(0), where, -1, 1,
                                      convert(e, total, c.accumulatorType())));
    };
    return p;
  }
};

struct ConvStrategy : GemmStrategy {
  StringRef name() const override { return "implicit-gemm"; }

  /// Unsigned bytes of the input by signed ones of the filter, summed in i32.
  static bool ofBytes(ConvOp conv) {
    return getElementTypeOrSelf(conv.getInput().getType()).isInteger(8) &&
           getElementTypeOrSelf(conv.getFilter().getType()).isInteger(8) &&
           getElementTypeOrSelf(conv.getType()).isInteger(32);
  }
  /// Words of four neighbours in k, each of which `element` gives.
  static Value word(KernelEmitter &e, Value first, Value depth,
                    function_ref<Value(Value k)> element) {
    Type i8 = e.b.getI8Type(), i32 = e.b.getI32Type();
    constexpr int64_t perWord = 4;
    auto known = getConstantIntValue(depth);
    Value word;
    for (int64_t i = 0; i < perWord; ++i) {
      Value k = e.add(e.mul(first, e.index(perWord)), e.index(i));
      Value byte;
      if (i == 0 || (known && *known % perWord == 0)) {
        byte = element(k);
      } else {
        auto branch = scf::IfOp::create(
            e.b, TypeRange(i8),
            arith::CmpIOp::create(e.b, arith::CmpIPredicate::slt, k, depth),
            /*withElseRegion=*/true);
        OpBuilder::InsertionGuard guard(e.b);
        e.b.setInsertionPointToEnd(branch.elseBlock());
        Value zero = arith::ConstantOp::create(e.b, i8, e.b.getZeroAttr(i8));
        scf::YieldOp::create(e.b, zero);
        e.b.setInsertionPointToEnd(branch.thenBlock());
        scf::YieldOp::create(e.b, element(k));
        byte = branch.getResult(0);
      }
      Value wide = arith::ExtUIOp::create(e.b, i32, byte);
      if (i > 0)
        wide = arith::ShLIOp::create(
            e.b, wide,
            arith::ConstantOp::create(e.b,
                                      e.b.getI32IntegerAttr(int32_t(8 * i))));
      word = word ? arith::OrIOp::create(e.b, word, wide).getResult() : wide;
    }
    return word;
  }

  bool match(KernelOp kernel) const override {
    auto conv = dyn_cast_or_null<ConvOp>(
        findPointwiseRoot(kernel, /*throughReshapes=*/true));
    if (!conv || conv.getLayout() != Layout::NCHW)
      return false;
    Type element = getElementTypeOrSelf(conv.getType());
    auto filter = cast<RankedTensorType>(conv.getFilter().getType());
    if (!ofBytes(conv) &&
        (!(isa<FloatType>(element) || element.isInteger(32)) ||
         getElementTypeOrSelf(conv.getInput().getType()) != element ||
         filter.getElementType() != element))
      return false;
    int64_t channels = filter.getDimSize(0);
    return ShapedType::isDynamic(channels) ||
           channels / conv.getGroups() >= leastRows;
  }

  GemmProblem problem(KernelOp kernel, KernelEmitter &e,
                      bool &failed) const override {
    auto conv =
        cast<ConvOp>(findPointwiseRoot(kernel, /*throughReshapes=*/true));
    unsigned rank = conv.getSpatialRank();
    Type element = getElementTypeOrSelf(conv.getType());
    Type sum = isa<FloatType>(element) && element.getIntOrFloatBitWidth() < 32
                   ? e.b.getF32Type()
                   : element;
    SmallVector<Value> in = e.dims(conv.getInput()),
                       filter = e.dims(conv.getFilter()),
                       out = e.dims(conv.getResult());
    Value groups = e.index(conv.getGroups());
    Value perGroup = isConstantIntValue(groups, 1)
                         ? filter[0]
                         : e.b.createOrFold<arith::DivUIOp>(filter[0], groups);
    SmallVector<Value> pixels{out[0]}, taps{filter[1]};
    pixels.append(out.begin() + 2, out.end());
    taps.append(filter.begin() + 2, filter.end());
    GemmProblem p{groups, perGroup, e.product(pixels), e.product(taps), sum, {},
                  {},     {}};
    p.multiplier = multiplierFor(kernel, element, element, sum);
    Type factor = sum;
    bool bytes = ofBytes(conv);
    Value depth = p.depth;
    if (bytes) {
      p.multiplier = Multiplier::BytesSU;
      p.depth = e.divUp(depth, e.index(4));
      factor = e.b.getI8Type();
    }
    auto read = [=, &e, &failed](Value tensor, ArrayRef<Value> at) {
      Value v =
          e.evaluate(tensor, KernelEmitter::lanesOf(ValueRange(at), -1), 1);
      failed |= !v;
      if (!v)
        v = arith::ConstantOp::create(e.b, factor, e.b.getZeroAttr(factor));
      return convert(e, v, factor);
    };
    auto lhs = [=, &e](GemmProblem::At at) mutable {
      SmallVector<Value> where{e.add(e.mul(at[0], perGroup), at[1])};
      llvm::append_range(where, e.delinearize(at[2], taps));
      return read(conv.getFilter(), where);
    };
    auto rhs = [=, &e](GemmProblem::At at) mutable -> Value {
      SmallVector<Value> tap = e.delinearize(at[1], taps),
                         pixel = e.delinearize(at[2], pixels);
      SmallVector<Value> where{pixel[0], e.add(e.mul(at[0], taps[0]), tap[0])};
      Value hits;
      for (unsigned d = 0; d < rank; ++d) {
        Value x =
            e.sub(e.add(e.mul(pixel[1 + d], e.index(conv.getStrides()[d])),
                        e.mul(tap[1 + d], e.index(conv.getDilations()[d]))),
                  e.index(conv.getPads()[d]));
        where.push_back(x);
        // One unsigned comparison does for both ends.
        Value c =
            arith::CmpIOp::create(e.b, arith::CmpIPredicate::ult, x, in[2 + d]);
        hits = hits ? arith::AndIOp::create(e.b, hits, c).getResult() : c;
      }
      auto branch = scf::IfOp::create(e.b, TypeRange(factor), hits,
                                      /*withElseRegion=*/true);
      OpBuilder::InsertionGuard guard(e.b);
      e.b.setInsertionPointToEnd(branch.elseBlock());
      Value zero =
          arith::ConstantOp::create(e.b, factor, e.b.getZeroAttr(factor));
      scf::YieldOp::create(e.b, zero);
      e.b.setInsertionPointToEnd(branch.thenBlock());
      scf::YieldOp::create(e.b, read(conv.getInput(), where));
      return branch.getResult(0);
    };
    p.lhs = lhs;
    p.rhs = rhs;
    if (bytes) {
      p.lhs = [=, &e](GemmProblem::At at) mutable {
        return word(e, at[2], depth,
                    [&](Value k) { return lhs({at[0], at[1], k}); });
      };
      p.rhs = [=, &e](GemmProblem::At at) mutable {
        return word(e, at[1], depth,
                    [&](Value k) { return rhs({at[0], k, at[2]}); });
      };
    }
    p.store = [=, &e, &failed](GemmProblem::At at, Value total) mutable {
      SmallVector<Value> pixel = e.delinearize(at[2], pixels);
      SmallVector<Value> where{pixel[0], e.add(e.mul(at[0], perGroup), at[1])};
      where.append(pixel.begin() + 1, pixel.end());
      failed |= llvm::failed(e.storeResults(conv.getResult(), where, -1, 1,
                                            convert(e, total, element)));
    };
    return p;
  }
};
} // namespace

void cameo::addGPUContractionStrategies(GPUStrategyList &list) {
  list.push_back(std::make_unique<MatmulStrategy>());
  list.push_back(std::make_unique<ConvStrategy>());
}
