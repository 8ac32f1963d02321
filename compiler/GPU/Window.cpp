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

class WindowEmitter {
public:
  explicit WindowEmitter(KernelEmitter &e) : e(e) {}

  Value conv(ConvOp op, ValueRange at);
  Value convTranspose(ConvTransposeOp op, ValueRange at);
  Value pool(PoolOp op, ValueRange at);

private:
  /// Sums and maxima of narrow floats are kept in f32.
  Type sumType(Type element) {
    return isa<FloatType>(element) && element.getIntOrFloatBitWidth() < 32
               ? e.b.getF32Type()
               : element;
  }
  Value convert(Value v, Type to) {
    Type from = v.getType();
    if (from == to)
      return v;
    if (from.getIntOrFloatBitWidth() < to.getIntOrFloatBitWidth())
      return arith::ExtFOp::create(e.b, to, v);
    return arith::TruncFOp::create(e.b, to, v);
  }
  Value read(Value tensor, ArrayRef<Value> at, Type type) {
    Value v = e.evaluate(tensor, ValueRange(at), -1, 1);
    return v ? convert(v, type) : v;
  }
  Value divide(Value x, Value y) {
    return isConstantIntValue(y, 1) ? x
                                    : e.b.createOrFold<arith::DivUIOp>(x, y);
  }
  /// Taps t in [0, kernel) with 0 <= output * stride - before + t * dilation <
  /// size.
  Taps taps(Value output, Value size, Value kernel, int64_t stride,
            int64_t before, int64_t dilation) {
    Value origin = e.mul(output, e.index(stride)), by = e.index(dilation),
          zero = e.index(0);
    Value from = e.divUp(e.max(e.sub(e.index(before), origin), zero), by);
    Value end = e.max(e.sub(e.add(size, e.index(before)), origin), zero);
    return {from, e.min(kernel, e.divUp(end, by))};
  }
  /// Nested loops over `ranges` that carry `acc`; body gets the taps.
  Value nest(ArrayRef<Taps> ranges, Value acc,
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
  Value multiplyAdd(Value x, Value w, Value acc) {
    if (isa<FloatType>(acc.getType()))
      return math::FmaOp::create(e.b, x, w, acc);
    return arith::AddIOp::create(e.b, acc, arith::MulIOp::create(e.b, x, w));
  }
  Value zero(Type type) {
    return arith::ConstantOp::create(e.b, type, e.b.getZeroAttr(type));
  }

  KernelEmitter &e;
};
} // namespace

Value WindowEmitter::conv(ConvOp op, ValueRange at) {
  Type element = getElementTypeOrSelf(op.getType()), sum = sumType(element);
  unsigned rank = op.getSpatialRank();
  Value channels = e.dim(op.getFilter(), 1);
  Value perGroup = divide(e.dim(op.getFilter(), 0), e.index(op.getGroups()));
  Value first = e.mul(divide(at[1], perGroup), channels);
  SmallVector<Taps> ranges{{e.index(0), channels}};
  for (unsigned d = 0; d < rank; ++d)
    ranges.push_back(taps(at[2 + d], e.dim(op.getInput(), 2 + d),
                          e.dim(op.getFilter(), 2 + d), op.getStrides()[d],
                          op.getPads()[d], op.getDilations()[d]));
  Value total =
      nest(ranges, zero(sum), [&](ArrayRef<Value> tap, Value acc) -> Value {
        SmallVector<Value> in{at[0], e.add(first, tap[0])},
            filter{at[1], tap[0]};
        for (unsigned d = 0; d < rank; ++d) {
          in.push_back(
              e.sub(e.add(e.mul(at[2 + d], e.index(op.getStrides()[d])),
                          e.mul(tap[1 + d], e.index(op.getDilations()[d]))),
                    e.index(op.getPads()[d])));
          filter.push_back(tap[1 + d]);
        }
        Value x = read(op.getInput(), in, sum),
              w = read(op.getFilter(), filter, sum);
        return x && w ? multiplyAdd(x, w, acc) : acc;
      });
  return convert(total, element);
}

Value WindowEmitter::convTranspose(ConvTransposeOp op, ValueRange at) {
  Type element = getElementTypeOrSelf(op.getType()), sum = sumType(element);
  unsigned rank = op.getSpatialRank();
  Value outPerGroup = e.dim(op.getFilter(), 1);
  Value inPerGroup = divide(e.dim(op.getFilter(), 0), e.index(op.getGroups()));
  Value group = divide(at[1], outPerGroup), first = e.mul(group, inPerGroup);
  Value channel = e.sub(at[1], e.mul(group, outPerGroup));
  SmallVector<Taps> ranges;
  for (unsigned d = 0; d < rank; ++d)
    ranges.push_back({e.index(0), e.dim(op.getFilter(), 2 + d)});
  ranges.push_back({e.index(0), inPerGroup});
  using Predicate = arith::CmpIPredicate;
  Value total =
      nest(ranges, zero(sum), [&](ArrayRef<Value> tap, Value acc) -> Value {
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
        auto branch = scf::IfOp::create(e.b, TypeRange(sum), reaches,
                                        /*withElseRegion=*/true);
        OpBuilder::InsertionGuard guard(e.b);
        e.b.setInsertionPointToEnd(branch.elseBlock());
        scf::YieldOp::create(e.b, acc);
        e.b.setInsertionPointToEnd(branch.thenBlock());
        Value x = read(op.getInput(), in, sum),
              w = read(op.getFilter(), filter, sum);
        scf::YieldOp::create(e.b, x && w ? multiplyAdd(x, w, acc) : acc);
        return branch.getResult(0);
      });
  return convert(total, element);
}

Value WindowEmitter::pool(PoolOp op, ValueRange at) {
  Type element = getElementTypeOrSelf(op.getType()), sum = sumType(element);
  unsigned rank = op.getSpatialRank();
  bool isFloat = isa<FloatType>(sum), isMax = op.getKind() == PoolKind::Max;
  SmallVector<Taps> ranges;
  for (unsigned d = 0; d < rank; ++d)
    ranges.push_back(taps(at[2 + d], e.dim(op.getInput(), 2 + d),
                          e.index(op.getKernel()[d]), op.getStrides()[d],
                          op.getPads()[d], op.getDilations()[d]));
  Value init = zero(sum);
  if (isMax && isFloat) {
    auto f = cast<FloatType>(sum);
    init = arith::ConstantOp::create(
        e.b, FloatAttr::get(f, llvm::APFloat::getInf(f.getFloatSemantics(),
                                                     /*Negative=*/true)));
  } else if (isMax) {
    unsigned bits = sum.getIntOrFloatBitWidth();
    init = arith::ConstantOp::create(
        e.b, IntegerAttr::get(sum, op.getIsUnsigned()
                                       ? llvm::APInt::getMinValue(bits)
                                       : llvm::APInt::getSignedMinValue(bits)));
  }
  Value total =
      nest(ranges, init, [&](ArrayRef<Value> tap, Value acc) -> Value {
        SmallVector<Value> in{at[0], at[1]};
        for (unsigned d = 0; d < rank; ++d)
          in.push_back(
              e.sub(e.add(e.mul(at[2 + d], e.index(op.getStrides()[d])),
                          e.mul(tap[d], e.index(op.getDilations()[d]))),
                    e.index(op.getPads()[d])));
        Value x = read(op.getInput(), in, sum);
        if (!x)
          return acc;
        if (!isMax)
          return isFloat ? arith::AddFOp::create(e.b, acc, x).getResult()
                         : arith::AddIOp::create(e.b, acc, x).getResult();
        if (isFloat) {
          // As on the CPU: ONNX leaves open what NaN does.
          Value greater =
              arith::CmpFOp::create(e.b, arith::CmpFPredicate::UGT, x, acc);
          return arith::SelectOp::create(e.b, greater, x, acc);
        }
        return op.getIsUnsigned()
                   ? arith::MaxUIOp::create(e.b, x, acc).getResult()
                   : arith::MaxSIOp::create(e.b, x, acc).getResult();
      });
  if (op.getKind() == PoolKind::Average) {
    Value count = e.index(1);
    for (unsigned d = 0; d < rank; ++d) {
      Value taps = e.sub(ranges[d].to, ranges[d].from);
      if (op.getCountIncludePad()) {
        Value room = e.add(e.dim(op.getInput(), 2 + d),
                           e.index(op.getPads()[d] + op.getPads()[rank + d]));
        room = e.max(e.sub(room, e.mul(at[2 + d], e.index(op.getStrides()[d]))),
                     e.index(0));
        taps = e.min(e.index(op.getKernel()[d]),
                     e.divUp(room, e.index(op.getDilations()[d])));
      }
      count = e.mul(count, e.max(taps, e.index(0)));
    }
    Value by = arith::IndexCastOp::create(e.b, e.b.getI64Type(),
                                          e.max(count, e.index(1)));
    if (isFloat)
      total = arith::DivFOp::create(e.b, total,
                                    arith::SIToFPOp::create(e.b, sum, by));
    else
      total = arith::DivSIOp::create(
          e.b, total,
          sum.getIntOrFloatBitWidth() < 64
              ? arith::TruncIOp::create(e.b, sum, by).getResult()
              : by);
  }
  return convert(total, element);
}

Value cameo::windowElement(KernelEmitter &e, Value tensor,
                           ArrayRef<LaneIndex> indices) {
  Operation *op = tensor.getDefiningOp();
  if (!isa_and_nonnull<ConvOp, ConvTransposeOp, PoolOp>(op) || e.buffer(tensor))
    return {};
  SmallVector<Value> at =
      llvm::map_to_vector(indices, [](const LaneIndex &x) { return x.base; });
  WindowEmitter window(e);
  if (auto conv = dyn_cast<ConvOp>(op))
    return window.conv(conv, at);
  if (auto conv = dyn_cast<ConvTransposeOp>(op))
    return window.convTranspose(conv, at);
  return window.pool(cast<PoolOp>(op), at);
}
