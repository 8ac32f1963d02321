// SPDX-License-Identifier: Apache-2.0
// Loops over the taps that hit the input, around reads of the operands'
// elements.
#include "compiler/GPU/Window.h"

using namespace mlir;
using namespace cameo;

namespace {
/// Taps [from, to) of one dimension, those inside the input.
struct Taps {
  Value from, to;
};
} // namespace

static Value zero(KernelEmitter &e, Type type) {
  return arith::ConstantOp::create(e.b, type, e.b.getZeroAttr(type));
}
static Value divide(KernelEmitter &e, Value x, Value y) {
  return isConstantIntValue(y, 1) ? x : e.b.createOrFold<arith::DivUIOp>(x, y);
}

/// Taps t in [0, kernel) with 0 <= output * stride - before + t * dilation <
/// size.
static Taps tapsOf(KernelEmitter &e, Value output, Value size, Value kernel,
                   int64_t stride, int64_t before, int64_t dilation) {
  Value origin = e.mul(output, e.index(stride)), by = e.index(dilation),
        none = e.index(0);
  Value from = e.divUp(e.max(e.sub(e.index(before), origin), none), by);
  Value end = e.max(e.sub(e.add(size, e.index(before)), origin), none);
  return {from, e.min(kernel, e.divUp(end, by))};
}

static SmallVector<Taps> tapsOf(KernelEmitter &e, PoolOp op, ValueRange at) {
  SmallVector<Taps> ranges;
  for (unsigned d = 0; d < op.getSpatialRank(); ++d)
    ranges.push_back(tapsOf(e, at[2 + d], e.dim(op.getInput(), 2 + d),
                            e.index(op.getKernel()[d]), op.getStrides()[d],
                            op.getPads()[d], op.getDilations()[d]));
  return ranges;
}

//===-- what is summed up -------------------------------------------------===//

WindowSum::WindowSum(KernelEmitter &e, Operation *op) : e(e), op(op) {
  element = getElementTypeOrSelf(op->getResult(0).getType());
  // Sums and maxima of narrow floats are kept in f32.
  sum = isa<FloatType>(element) && element.getIntOrFloatBitWidth() < 32
            ? e.b.getF32Type()
            : element;
}

Value WindowSum::convert(Value v, Type to, bool isUnsigned) {
  Type from = v ? v.getType() : to;
  if (from == to)
    return v;
  bool wider = from.getIntOrFloatBitWidth() < to.getIntOrFloatBitWidth();
  if (!isa<FloatType>(to))
    return isUnsigned ? arith::ExtUIOp::create(e.b, to, v).getResult()
                      : arith::ExtSIOp::create(e.b, to, v).getResult();
  return wider ? arith::ExtFOp::create(e.b, to, v).getResult()
               : arith::TruncFOp::create(e.b, to, v).getResult();
}

/// Bytes of the input of a convolution are unsigned, those of its filter signed.
Value WindowSum::input(ArrayRef<Value> at) {
  return convert(e.evaluate(op->getOperand(0), ValueRange(at), -1, 1), sum,
                 /*isUnsigned=*/true);
}
Value WindowSum::filter(ArrayRef<Value> at) {
  return convert(e.evaluate(op->getOperand(1), ValueRange(at), -1, 1), sum,
                 /*isUnsigned=*/false);
}

Value WindowSum::start() {
  auto pool = dyn_cast<PoolOp>(op);
  if (!pool || pool.getKind() != PoolKind::Max)
    return zero(e, sum);
  if (auto f = dyn_cast<FloatType>(sum))
    return arith::ConstantOp::create(
        e.b, FloatAttr::get(f, llvm::APFloat::getInf(f.getFloatSemantics(),
                                                     /*Negative=*/true)));
  unsigned bits = sum.getIntOrFloatBitWidth();
  return arith::ConstantOp::create(
      e.b, IntegerAttr::get(sum, pool.getIsUnsigned()
                                     ? llvm::APInt::getMinValue(bits)
                                     : llvm::APInt::getSignedMinValue(bits)));
}

Value WindowSum::add(Value acc, Value x, Value tap) {
  bool isFloat = isa<FloatType>(sum);
  if (tap && isFloat)
    return math::FmaOp::create(e.b, x, tap, acc);
  if (tap)
    x = arith::MulIOp::create(e.b, x, tap);
  auto pool = dyn_cast<PoolOp>(op);
  if (!pool || pool.getKind() != PoolKind::Max)
    return isFloat ? arith::AddFOp::create(e.b, acc, x).getResult()
                   : arith::AddIOp::create(e.b, acc, x).getResult();
  if (isFloat) {
    // As on the CPU: ONNX leaves open what NaN does.
    Value greater =
        arith::CmpFOp::create(e.b, arith::CmpFPredicate::UGT, x, acc);
    return arith::SelectOp::create(e.b, greater, x, acc);
  }
  return pool.getIsUnsigned() ? arith::MaxUIOp::create(e.b, x, acc).getResult()
                              : arith::MaxSIOp::create(e.b, x, acc).getResult();
}

Value WindowSum::result(Value total, ValueRange at) {
  auto pool = dyn_cast<PoolOp>(op);
  if (!pool || pool.getKind() != PoolKind::Average)
    return convert(total, element, false);
  unsigned rank = pool.getSpatialRank();
  Value count = e.index(1);
  for (auto [d, range] : llvm::enumerate(tapsOf(e, pool, at))) {
    Value taps = e.sub(range.to, range.from);
    if (pool.getCountIncludePad()) {
      Value room = e.add(e.dim(pool.getInput(), 2 + d),
                         e.index(pool.getPads()[d] + pool.getPads()[rank + d]));
      room = e.max(e.sub(room, e.mul(at[2 + d], e.index(pool.getStrides()[d]))),
                   e.index(0));
      taps = e.min(e.index(pool.getKernel()[d]),
                   e.divUp(room, e.index(pool.getDilations()[d])));
    }
    count = e.mul(count, e.max(taps, e.index(0)));
  }
  Value by = arith::IndexCastOp::create(e.b, e.b.getI64Type(),
                                        e.max(count, e.index(1)));
  if (isa<FloatType>(sum))
    total = arith::DivFOp::create(e.b, total,
                                  arith::SIToFPOp::create(e.b, sum, by));
  else
    total = arith::DivSIOp::create(
        e.b, total,
        sum.getIntOrFloatBitWidth() < 64
            ? arith::TruncIOp::create(e.b, sum, by).getResult()
            : by);
  return convert(total, element, false);
}

//===-- one element -------------------------------------------------------===//

/// Nested loops over `ranges` that carry `acc`; body gets the taps.
static Value nest(KernelEmitter &e, ArrayRef<Taps> ranges, Value acc,
                  function_ref<Value(ArrayRef<Value>, Value)> body) {
  SmallVector<Value> at;
  std::function<Value(Value)> level = [&](Value carried) -> Value {
    if (at.size() == ranges.size())
      return body(at, carried);
    Taps range = ranges[at.size()];
    return e.forLoop(range.from, range.to, e.index(1), carried,
                     [&](Value i, ValueRange inner) {
                       at.push_back(i);
                       Value next = level(inner[0]);
                       at.pop_back();
                       return SmallVector<Value>{next};
                     })[0];
  };
  return level(acc);
}

static Value convElement(KernelEmitter &e, ConvOp op, ValueRange at) {
  WindowSum window(e, op);
  unsigned rank = op.getSpatialRank();
  Value channels = e.dim(op.getFilter(), 1);
  Value perGroup = divide(e, e.dim(op.getFilter(), 0), e.index(op.getGroups()));
  Value first = e.mul(divide(e, at[1], perGroup), channels);
  SmallVector<Taps> ranges{{e.index(0), channels}};
  for (unsigned d = 0; d < rank; ++d)
    ranges.push_back(tapsOf(e, at[2 + d], e.dim(op.getInput(), 2 + d),
                            e.dim(op.getFilter(), 2 + d), op.getStrides()[d],
                            op.getPads()[d], op.getDilations()[d]));
  Value total = nest(
      e, ranges, window.start(), [&](ArrayRef<Value> tap, Value acc) -> Value {
        SmallVector<Value> in{at[0], e.add(first, tap[0])},
            filter{at[1], tap[0]};
        for (unsigned d = 0; d < rank; ++d) {
          in.push_back(
              e.sub(e.add(e.mul(at[2 + d], e.index(op.getStrides()[d])),
                          e.mul(tap[1 + d], e.index(op.getDilations()[d]))),
                    e.index(op.getPads()[d])));
          filter.push_back(tap[1 + d]);
        }
        Value x = window.input(in), w = window.filter(filter);
        return x && w ? window.add(acc, x, w) : acc;
      });
  return window.result(total, at);
}

static Value convTransposeElement(KernelEmitter &e, ConvTransposeOp op,
                                  ValueRange at) {
  WindowSum window(e, op);
  unsigned rank = op.getSpatialRank();
  Value outPerGroup = e.dim(op.getFilter(), 1);
  Value inPerGroup =
      divide(e, e.dim(op.getFilter(), 0), e.index(op.getGroups()));
  Value group = divide(e, at[1], outPerGroup), first = e.mul(group, inPerGroup);
  Value channel = e.sub(at[1], e.mul(group, outPerGroup));
  SmallVector<Taps> ranges;
  for (unsigned d = 0; d < rank; ++d)
    ranges.push_back({e.index(0), e.dim(op.getFilter(), 2 + d)});
  ranges.push_back({e.index(0), inPerGroup});
  using Predicate = arith::CmpIPredicate;
  Value total = nest(
      e, ranges, window.start(), [&](ArrayRef<Value> tap, Value acc) -> Value {
        // Output o gets tap t of the input at i where i * stride - before + t *
        // dilation = o.
        SmallVector<Value> in{at[0], e.add(first, tap[rank])},
            filter{in[1], channel};
        Value reaches;
        auto require = [&](Predicate p, Value x, Value y) {
          Value c = arith::CmpIOp::create(e.b, p, x, y);
          reaches =
              reaches ? arith::AndIOp::create(e.b, reaches, c).getResult() : c;
        };
        for (unsigned d = 0; d < rank; ++d) {
          Value rest = e.sub(e.add(at[2 + d], e.index(op.getPads()[d])),
                             e.mul(tap[d], e.index(op.getDilations()[d])));
          Value stride = e.index(op.getStrides()[d]);
          Value i = e.b.createOrFold<arith::DivSIOp>(rest, stride);
          require(Predicate::sge, rest, e.index(0));
          require(Predicate::eq, e.mul(i, stride), rest);
          require(Predicate::slt, i, e.dim(op.getInput(), 2 + d));
          in.push_back(i);
          filter.push_back(tap[d]);
        }
        auto branch = scf::IfOp::create(e.b, TypeRange(acc.getType()), reaches,
                                        /*withElseRegion=*/true);
        OpBuilder::InsertionGuard guard(e.b);
        e.b.setInsertionPointToEnd(branch.elseBlock());
        scf::YieldOp::create(e.b, acc);
        e.b.setInsertionPointToEnd(branch.thenBlock());
        Value x = window.input(in), w = window.filter(filter);
        scf::YieldOp::create(e.b, x && w ? window.add(acc, x, w) : acc);
        return branch.getResult(0);
      });
  return window.result(total, at);
}

static Value poolElement(KernelEmitter &e, PoolOp op, ValueRange at) {
  WindowSum window(e, op);
  Value total =
      nest(e, tapsOf(e, op, at), window.start(),
           [&](ArrayRef<Value> tap, Value acc) -> Value {
             SmallVector<Value> in{at[0], at[1]};
             for (unsigned d = 0; d < op.getSpatialRank(); ++d)
               in.push_back(
                   e.sub(e.add(e.mul(at[2 + d], e.index(op.getStrides()[d])),
                               e.mul(tap[d], e.index(op.getDilations()[d]))),
                         e.index(op.getPads()[d])));
             Value x = window.input(in);
             return x ? window.add(acc, x) : acc;
           });
  return window.result(total, at);
}

Value cameo::windowElement(KernelEmitter &e, Value tensor,
                           ArrayRef<LaneIndex> indices) {
  Operation *op = tensor.getDefiningOp();
  if (!isa_and_nonnull<ConvOp, ConvTransposeOp, PoolOp>(op) || e.buffer(tensor))
    return {};
  SmallVector<Value> at =
      llvm::map_to_vector(indices, [](const LaneIndex &x) { return x.base; });
  if (auto conv = dyn_cast<ConvOp>(op))
    return convElement(e, conv, at);
  if (auto conv = dyn_cast<ConvTransposeOp>(op))
    return convTransposeElement(e, conv, at);
  return poolElement(e, cast<PoolOp>(op), at);
}
