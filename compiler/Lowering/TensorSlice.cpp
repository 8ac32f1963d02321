// SPDX-License-Identifier: Apache-2.0
// Lowerings of Slice and Pad, with constant and with run-time bounds.
#include "compiler/Lowering/Bounds.h"
#include "compiler/Lowering/Lists.h"
#include "compiler/Lowering/Tensor.h"
#include "dialects/ONNX/Tensor.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

//===-- Slice -------------------------------------------------------------===//

/// A bound of a slice within [low, n + high]: negative ones count from the end.
static OpFoldResult bound(Lowerer &l, OpFoldResult i, OpFoldResult n,
                          int64_t low, int64_t high) {
  auto known = getConstantIntValue(i);
  auto size_ = getConstantIntValue(n);
  if (known && size_) {
    int64_t v = *known < 0 ? *known + *size_ : *known;
    return size(l, std::max(low, std::min(v, *size_ + high)));
  }
  if (known && *known == 0 && low == 0 && high == 0)
    return i;
  // "To the end", however far.
  if (known && *known >= std::numeric_limits<int32_t>::max())
    return add(l, n, size(l, high));
  if (known && *known < 0)
    return maximum(l, size(l, low),
                   minimum(l, add(l, n, i), add(l, n, size(l, high))));
  if (known)
    return minimum(l, i, add(l, n, size(l, high)));
  // A bound that is known to be a size of its own within the dimension: no clamping to undo fusion.
  if (low == 0 && sameSize(l, i, n))
    return add(l, n, size(l, high));
  Scalars s(l.b, l.loc);
  Scalar v = s(toValue(l, i)), dim = s(toValue(l, n));
  v = s.select(v < 0, v + dim, v);
  return Value(v.min(dim + high).max(s.index(low)));
}

namespace {
struct SliceAxis {
  OpFoldResult start, step, length;
};
} // namespace

static SliceAxis slicedAxis(Lowerer &l, OpFoldResult start, OpFoldResult end,
                            int64_t step, OpFoldResult n) {
  OpFoldResult length;
  if (step > 0) {
    start = bound(l, start, n, 0, 0);
    end = bound(l, end, n, 0, 0);
    length = maximum(l, sub(l, end, start), size(l, 0));
    // Where start is 0 and end is within the dimension, the difference is no question.
    if (isZeroInteger(start))
      length = end;
    length = floorDiv(l, add(l, length, size(l, step - 1)), size(l, step));
  } else {
    // A start below the first element is the first, where there is one; an end may lie in front of it.
    auto known = getConstantIntValue(start);
    start = bound(l, start, n, -1, -1);
    if (!known || *known < -1)
      start = minimum(l, maximum(l, start, size(l, 0)), add(l, n, size(l, -1)));
    end = bound(l, end, n, -1, -1);
    length = maximum(l, sub(l, start, end), size(l, 0));
    length = floorDiv(l, add(l, length, size(l, -(step + 1))), size(l, -step));
  }
  return {start, size(l, step), length};
}

/// Reads by index: start + i * step along each axis.
static Value strided(Lowerer &l, Value x, ArrayRef<SliceAxis> axes) {
  Sizes lengths;
  SmallVector<Value> starts, steps;
  SmallVector<Value> extents = toValues(l, dims(l, x));
  for (const SliceAxis &a : axes) {
    lengths.push_back(a.length);
    starts.push_back(toValue(l, a.start));
    steps.push_back(toValue(l, a.step));
  }
  return generate(l, lengths, typeOf(x).getElementType(),
                  [&](Scalars &s, ArrayRef<Scalar> at) {
                    SmallVector<Scalar> from;
                    for (auto [i, p] : llvm::enumerate(at)) {
                      // Clamped, since the axes may have come from data.
                      Scalar v = s(starts[i]) + p * s(steps[i]);
                      from.push_back(v.min(s(extents[i]) - 1).max(s.index(0)));
                    }
                    return s.extract(x, from);
                  });
}

/// All of starts, ends, axes and steps may come from data: each axis picks its entry, if any. Even
/// their number may be unknown (`count`).
static LoweredValues sliceByData(SliceOp op, Lowerer &l, Value x,
                                 std::optional<int64_t> count) {
  Sizes source = dims(l, x);
  int64_t rank = source.size();
  bool hasAxes = !isa<NoneType>(op.getAxes().getType());
  bool hasSteps = !isa<NoneType>(op.getSteps().getType());
  Scalars s(l.b, l.loc);
  SmallVector<SliceAxis> axes;
  SmallVector<Value> starts, ends, steps;
  if (!count) {
    starts = entriesByAxis(l, op.getStarts(), 1, op.getAxes(), rank, 0);
    ends = entriesByAxis(l, op.getEnds(), 1, op.getAxes(), rank,
                         std::numeric_limits<int64_t>::max());
    if (hasSteps)
      steps = entriesByAxis(l, op.getSteps(), 1, op.getAxes(), rank, 1);
  }
  for (int64_t i = 0; i < rank; ++i) {
    Scalar n = s(toValue(l, source[i]));
    Scalar start = s.index(0), end = n, step = s.index(1);
    if (!count) {
      start = s(starts[i]), end = s(ends[i]);
      if (hasSteps)
        step = s(steps[i]);
    }
    for (int64_t k = 0; k < count.value_or(0); ++k) {
      Scalar axis =
          hasAxes ? s(toValue(l, element(l, op.getAxes(), k))) : s.index(k);
      axis = s.select(axis < 0, axis + rank, axis);
      Scalar here = axis.eq(i);
      start =
          s.select(here, s(toValue(l, element(l, op.getStarts(), k))), start);
      end = s.select(here, s(toValue(l, element(l, op.getEnds(), k))), end);
      if (hasSteps)
        step =
            s.select(here, s(toValue(l, element(l, op.getSteps(), k))), step);
    }
    check(l, step.ne(0), "a step is 0");
    Scalar up = step > 0;
    Scalar low = s.select(up, s.index(0), s.index(-1)),
           high = s.select(up, n, n - 1);
    auto settle = [&](Scalar v, Scalar least) {
      v = s.select(v < 0, v + n, v);
      return v.max(least).min(high);
    };
    // Backwards, the end may lie in front of the first element, the start may not (but for an empty axis).
    start = settle(start, s.index(0)), end = settle(end, low);
    Scalar span = s.select(up, end - start, start - end).max(s.index(0));
    Scalar length = span.ceilDiv(step.abs().max(s.index(1)));
    axes.push_back({Value(start), Value(step),
                    settleSize(l, op.getOutput(), i, Value(length))});
  }
  return one(strided(l, x, axes));
}

static LoweredValues lowerSlice(SliceOp op, Lowerer &l) {
  Value x = l(op.getData());
  int64_t rank = typeOf(x).getRank();
  std::optional<int64_t> count;
  for (Value v : {op.getStarts(), op.getEnds(), op.getAxes(), op.getSteps()})
    if (!count && !isa<NoneType>(v.getType()))
      count = lengthOf(v);
  if (!count)
    return sliceByData(op, l, x, count);
  for (Value v : {op.getStarts(), op.getEnds(), op.getAxes(), op.getSteps()}) {
    [[maybe_unused]] int64_t length =
        isa<NoneType>(v.getType()) ? *count : lengthOr(l, v, *count);
    assert(length == *count && "the shape rule compares the lists' lengths");
  }
  SmallVector<int64_t> axes = llvm::to_vector(llvm::seq<int64_t>(0, *count));
  SmallVector<int64_t> steps(*count, 1);
  auto read = [&](Value v, SmallVector<int64_t> &into) {
    if (isa<NoneType>(v.getType()))
      return true;
    auto known = checkedInts(l, v);
    if (!known || known->size() != into.size())
      return false;
    into = *known;
    return true;
  };
  if (!read(op.getAxes(), axes) || !read(op.getSteps(), steps))
    return sliceByData(op, l, x, count);
  Sizes source = dims(l, x);
  SmallVector<SliceAxis> slices;
  for (OpFoldResult n : source)
    slices.push_back({size(l, 0), size(l, 1), n});
  bool forward = true;
  for (int64_t k = 0; k < *count; ++k) {
    int64_t axis = axisOf(axes[k], rank);
    if (steps[k] == std::numeric_limits<int64_t>::min())
      return op.emitError(
          "a step is the lowest 64-bit integer, which has no opposite");
    slices[axis] =
        slicedAxis(l, element(l, op.getStarts(), k),
                   element(l, op.getEnds(), k), steps[k], source[axis]);
    slices[axis].length =
        settleSize(l, op.getOutput(), axis, slices[axis].length);
    forward &= steps[k] > 0;
  }
  if (!forward)
    return one(strided(l, x, slices));
  Sizes offsets, lengths, strides;
  for (const SliceAxis &a : slices) {
    offsets.push_back(a.start);
    lengths.push_back(a.length);
    strides.push_back(a.step);
  }
  if (llvm::any_of(lengths, isZeroInteger))
    return one(empty(l, lengths, typeOf(x).getElementType()));
  return one(
      tensor::ExtractSliceOp::create(l.b, l.loc, x, offsets, lengths, strides));
}

//===-- Pad ---------------------------------------------------------------===//

static LoweredValues lowerPad(PadOp op, Lowerer &l) {
  Value x = l(op.getData());
  auto type = typeOf(x);
  int64_t rank = type.getRank();
  Sizes source = dims(l, x), low(rank, size(l, 0)), high(rank, size(l, 0));
  bool hasAxes = !isa<NoneType>(op.getAxes().getType());
  auto axisCount = hasAxes ? lengthOf(op.getAxes()) : rank;
  std::optional<int64_t> length = lengthOf(op.getPads());
  if (!length && axisCount)
    length = lengthOr(l, op.getPads(), 2 * *axisCount);
  if (length && hasAxes)
    axisCount = lengthOr(l, op.getAxes(), *length / 2);
  if (length && *length != 2 * axisCount.value_or(0))
    return op.emitError("pads does not have two values per axis");
  int64_t count = length.value_or(0) / 2;
  auto axes = hasAxes ? checkedInts(l, op.getAxes()) : std::nullopt;
  Scalars host(l.b, l.loc);
  if (!length) {
    SmallVector<Value> entries =
        entriesByAxis(l, op.getPads(), 2, op.getAxes(), rank, 0);
    for (int64_t i = 0; i < rank; ++i)
      low[i] = entries[i], high[i] = entries[rank + i];
  }
  for (int64_t k = 0; k < count; ++k) {
    OpFoldResult before = element(l, op.getPads(), k),
                 after = element(l, op.getPads(), count + k);
    if (hasAxes && !axes) {
      // The axis comes from data as well: each dimension adds what is meant for it.
      Scalar axis = host(toValue(l, element(l, op.getAxes(), k)));
      axis = host.select(axis < 0, axis + rank, axis);
      for (int64_t i = 0; i < rank; ++i) {
        auto mine = [&](OpFoldResult v) -> OpFoldResult {
          return Value(
              host.select(axis.eq(i), host(toValue(l, v)), host.index(0)));
        };
        low[i] = add(l, low[i], mine(before));
        high[i] = add(l, high[i], mine(after));
      }
      continue;
    }
    int64_t axis =
        axisOf(axes && k < int64_t(axes->size()) ? (*axes)[k] : k, rank);
    low[axis] = before;
    high[axis] = after;
  }
  Sizes target;
  for (int64_t i = 0; i < rank; ++i)
    target.push_back(settleSize(l, op.getOutput(), i,
                                add(l, add(l, source[i], low[i]), high[i])));

  Value fillValue;
  if (op.getMode() == "constant") {
    if (isa<NoneType>(op.getConstantValue().getType()))
      fillValue = arith::ConstantOp::create(
          l.b, l.loc, numberAttr(type.getElementType(), int64_t(0)));
    else
      fillValue = theElement(l, l(op.getConstantValue()));
    bool plain =
        llvm::all_of(llvm::concat<OpFoldResult>(low, high), [](OpFoldResult v) {
          return getConstantIntValue(v).value_or(-1) >= 0;
        });
    if (plain) {
      SmallVector<int64_t> shape =
          llvm::map_to_vector(target, [](OpFoldResult v) {
            return getConstantIntValue(v).value_or(ShapedType::kDynamic);
          });
      auto wanted = RankedTensorType::get(shape, type.getElementType());
      return one(
          tensor::PadOp::create(l.b, l.loc, wanted, x, low, high, fillValue));
    }
  }
  StringRef mode = op.getMode();
  // Nothing that could be repeated; a constant needs nothing.
  bool mayBeEmpty = llvm::any_of(source, [](OpFoldResult n) {
    return getConstantIntValue(n).value_or(0) < 1;
  });
  if (!fillValue)
    checkNotEmpty(l, x, 0, product(l, target));
  SmallVector<Value> before = toValues(l, low), extents = toValues(l, source);
  return one(generate(
      l, target, type.getElementType(),
      [&](Scalars &s, ArrayRef<Scalar> at) -> Value {
        SmallVector<Scalar> from;
        Scalar inside = s.boolean(true), zero = s.index(0);
        for (auto [d, p] : llvm::enumerate(at)) {
          if (isZeroInteger(low[d]) && isZeroInteger(high[d])) {
            from.push_back(p);
            continue;
          }
          Scalar n = s(extents[d]), i = p - s(before[d]);
          if (mode == "constant") {
            inside = inside & (i >= zero) & (i < n);
          } else if (mode == "wrap") {
            i = i % n.max(s.index(1));
            i = s.select(i < zero, i + n, i);
          } else if (mode == "reflect") {
            // Back and forth between the two ends: period 2 (n - 1).
            Scalar period = ((n - 1) * s.index(2)).max(s.index(1));
            i = i % period;
            i = s.select(i < zero, i + period, i);
            i = s.select(i >= n, period - i, i);
          }
          from.push_back(i.min(n - 1).max(zero));
        }
        if (fillValue && mayBeEmpty)
          return s.choose(
              inside,
              [&]() -> Scalars::Carried { return {s.extract(x, from)}; },
              [&]() -> Scalars::Carried { return {s(fillValue)}; })[0];
        Scalar v = s.extract(x, from);
        return fillValue ? s.select(inside, v, s(fillValue)) : v;
      }));
}

void cameo::registerTensorSliceLowerings(LoweringRegistry &r) {
  r.add<SliceOp>(lowerSlice);
  r.add<PadOp>(lowerPad);
}
