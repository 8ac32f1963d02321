// SPDX-License-Identifier: Apache-2.0
// Lowerings of the onnx dialect's Sequence operators to values of the run
// (!cameo.value), whose items are boxed tensors.
#include "dialects/ONNX/Sequence.h"
#include "compiler/Lowering/Compute.h"
#include "compiler/Lowering/Values.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

namespace {
/// The position that a tensor states among `count` places, negative ones
/// counted from the end; a run-time error unless it is below `limit`.
Value positionOf(Lowerer &l, Value onnxPosition, Value count, Value limit) {
  Scalars s(l.b, l.loc);
  Scalar stated = s(toValue(l, element(l, onnxPosition, 0)));
  Scalar position = s.select(stated < 0, stated + s(count), stated);
  check(l, (position >= 0) & (position < s(limit)),
        "position is out of the sequence's range");
  return position;
}

LoweredValues lowerEmpty(SequenceEmptyOp op, Lowerer &l) {
  return one(makeValue(l, ValueKind::Sequence, {}));
}

LoweredValues lowerConstruct(SequenceConstructOp op, Lowerer &l) {
  SmallVector<Value> items;
  for (Value v : op.getInputs())
    items.push_back(boxed(l, l(v), v.getType()));
  return one(makeValue(l, ValueKind::Sequence, items));
}

LoweredValues lowerInsert(SequenceInsertOp op, Lowerer &l) {
  Value sequence = l(op.getInputSequence());
  Value item = boxed(l, l(op.getTensor()), op.getTensor().getType());
  if (!ShapeInferrer::present(op.getPosition()))
    return one(append(l, sequence, item));
  Scalars s(l.b, l.loc);
  Scalar count = s(countOf(l, sequence));
  Value position = positionOf(l, op.getPosition(), count, count + 1);
  return one(InsertItemOp::create(l.b, l.loc, sequence.getType(), sequence,
                                  item, position));
}

LoweredValues lowerErase(SequenceEraseOp op, Lowerer &l) {
  Value sequence = l(op.getInputSequence());
  Scalars s(l.b, l.loc);
  Scalar count = s(countOf(l, sequence)), position = count - 1;
  if (ShapeInferrer::present(op.getPosition()))
    position = s(positionOf(l, op.getPosition(), count, count));
  else
    check(l, position >= 0, "the sequence is empty");
  return one(
      EraseItemOp::create(l.b, l.loc, sequence.getType(), sequence, position));
}

LoweredValues lowerAt(SequenceAtOp op, Lowerer &l) {
  Value sequence = l(op.getInputSequence());
  Value count = countOf(l, sequence);
  Value position = positionOf(l, op.getPosition(), count, count);
  return one(
      unboxed(l, itemOf(l, sequence, position), op.getTensor().getType()));
}

LoweredValues lowerLength(SequenceLengthOp op, Lowerer &l) {
  Scalars s(l.b, l.loc);
  Scalar count = s(countOf(l, l(op.getInputSequence())));
  return one(tensor::FromElementsOp::create(
      l.b, l.loc, RankedTensorType::get({}, l.b.getI64Type()),
      Value(count.to(l.b.getI64Type()))));
}

//===-- joining and splitting ---------------------------------------------===//

LoweredValues lowerConcat(ConcatFromSequenceOp op, Lowerer &l) {
  Type itemType = elementTypeOf(op.getInputSequence().getType());
  auto type = dyn_cast<RankedTensorType>(itemType);
  if (!type)
    return op.emitError(
        "the sequence's elements are of unknown rank; give the model's input "
        "shapes (--shape)");
  bool fresh = op.getNewAxis();
  auto axis = normaliseAxis(op.getAxis(), type.getRank() + fresh);
  if (!axis)
    return op.emitError("axis is out of range");
  Scalars s(l.b, l.loc);
  Value sequence = l(op.getInputSequence()), count = countOf(l, sequence);
  check(l, s(count) > 0, "the sequence is empty");
  auto tensorAt = [&](Value i) {
    return unboxed(l, itemOf(l, sequence, i), type);
  };
  // The sizes: those of the first element, along the axis the sum of all.
  Value first = tensorAt(s.index(0));
  Sizes sizes = dims(l, first);
  if (fresh) {
    sizes.insert(sizes.begin() + *axis, count);
  } else {
    sizes[*axis] =
        countedLoop(l, count, Value(s.index(0)), [&](Value i, ValueRange sum) {
          Value size = toValue(l, dim(l, tensorAt(i), *axis));
          return SmallVector<Value>{toValue(l, add(l, sum[0], size))};
        })[0];
  }
  sizes = refine(l, op.getConcatResult(), sizes);
  Value buffer = empty(l, sizes, Lowerer::convert(type.getElementType()));
  SmallVector<Value> done = countedLoop(
      l, count, {Value(s.index(0)), buffer}, [&](Value i, ValueRange now) {
        Value item = tensorAt(i);
        for (int64_t d = 0; d < type.getRank(); ++d)
          if (fresh || d != *axis)
            checkSame(l, dim(l, item, d), sizes[d + (fresh && d >= *axis)],
                      "elements differ in a dimension that is not joined");
        if (fresh)
          item = unsqueeze(l, item, {*axis});
        Value next = toValue(l, add(l, now[0], dim(l, item, *axis)));
        return SmallVector<Value>{next,
                                  writeRows(l, item, now[1], *axis, now[0])};
      });
  return one(done[1]);
}

LoweredValues lowerSplit(SplitToSequenceOp op, Lowerer &l) {
  Value input = l(op.getInput());
  auto type = cast<RankedTensorType>(input.getType());
  auto axis = normaliseAxis(op.getAxis(), type.getRank());
  if (!axis)
    return op.emitError("axis is out of range");
  auto partType = dyn_cast<RankedTensorType>(
      elementTypeOf(op.getOutputSequence().getType()));
  Scalars s(l.b, l.loc);
  OpFoldResult whole = dim(l, input, *axis);
  Value zero = s.index(0), empty = makeValue(l, ValueKind::Sequence, {});
  auto part = [&](Value offset, OpFoldResult size, bool drop) {
    Value slice = sliceAxis(l, input, *axis, offset, size);
    if (drop)
      slice = squeeze(l, slice, {*axis});
    return boxed(l, slice, op.getInput().getType());
  };
  if (!ShapeInferrer::present(op.getSplit()))
    return one(
        countedLoop(l, toValue(l, whole), empty, [&](Value i, ValueRange now) {
          return SmallVector<Value>{
              append(l, now[0], part(i, size(l, 1), !op.getKeepdims()))};
        })[0]);
  auto splitType = dyn_cast<RankedTensorType>(op.getSplit().getType());
  if (!splitType || splitType.getRank() > 1)
    return op.emitError("split must be a scalar or a list");
  // All parts of one size: then the slices' sizes are known.
  bool even = partType && !partType.isDynamicDim(*axis);
  OpFoldResult common =
      even ? size(l, partType.getDimSize(*axis)) : OpFoldResult();
  if (splitType.getRank() == 0) {
    Scalar chunk = s(toValue(l, element(l, op.getSplit(), 0)));
    check(l, chunk > 0, "split must be positive");
    Scalar length = s(toValue(l, whole));
    return one(countedLoop(
        l, length.ceilDiv(chunk), empty, [&](Value i, ValueRange now) {
          Scalars s(l.b, l.loc);
          Scalar offset = s(i) * s(chunk);
          OpFoldResult size =
              even ? common : Value((s(length) - offset).min(s(chunk)));
          return SmallVector<Value>{
              append(l, now[0], part(offset, size, false))};
        })[0]);
  }
  Value split = l(op.getSplit()), parts = toValue(l, dim(l, split, 0));
  SmallVector<Value> done =
      countedLoop(l, parts, {zero, empty}, [&](Value i, ValueRange now) {
        Scalars s(l.b, l.loc);
        Scalar length = s.extract(split, {s(i)}).toIndex(), offset = s(now[0]);
        check(l, (length >= 0) & (length <= s(toValue(l, whole)) - offset),
              "split goes beyond the input");
        OpFoldResult size = even ? common : OpFoldResult(Value(length));
        return SmallVector<Value>{offset + length,
                                  append(l, now[1], part(offset, size, false))};
      });
  checkSame(l, done[0], whole, "split does not cover the input");
  return one(done[1]);
}
} // namespace

void cameo::registerSequenceLowerings(LoweringRegistry &r) {
  r.add<SequenceEmptyOp>(lowerEmpty);
  r.add<SequenceConstructOp>(lowerConstruct);
  r.add<SequenceInsertOp>(lowerInsert);
  r.add<SequenceEraseOp>(lowerErase);
  r.add<SequenceAtOp>(lowerAt);
  r.add<SequenceLengthOp>(lowerLength);
  r.add<ConcatFromSequenceOp>(lowerConcat);
  r.add<SplitToSequenceOp>(lowerSplit);
}
