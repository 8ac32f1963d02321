// SPDX-License-Identifier: Apache-2.0
#include "compiler/Lowering/ScanOutput.h"
#include "compiler/Lowering/Compute.h"
#include "compiler/Lowering/Values.h"

using namespace mlir;
using namespace cameo;

/// A tensor under another, compatible, shape.
static Value castTo(Lowerer &l, Value v, Type type) {
  return v.getType() == type
             ? v
             : tensor::CastOp::create(l.b, l.loc, type, v).getResult();
}

/// What is known of dimension `i` of a loop's result before the loop runs: a
/// constant, or a size of what goes into the loop or into the graph.
static OpFoldResult sizeBefore(Lowerer &l, Operation *op, Value onnxResult,
                               int64_t i) {
  auto type = cast<RankedTensorType>(onnxResult.getType());
  if (!type.isDynamicDim(i))
    return size(l, type.getDimSize(i));
  std::optional<onnx::DimExpr> wanted = l.dimExpr(onnxResult, i);
  if (!wanted)
    return {};
  SmallVector<Value> candidates(op->getOperands());
  auto func = op->getParentOfType<func::FuncOp>();
  for (Block &block : func.getBody())
    llvm::append_range(candidates, block.getArguments());
  for (Value v : candidates) {
    auto known = dyn_cast<RankedTensorType>(v.getType());
    if (!known || !l(v) || !isa<RankedTensorType>(l(v).getType()))
      continue;
    for (int64_t d = 0; d < known.getRank(); ++d)
      if (known.isDynamicDim(d) && l.dimExpr(v, d) == wanted)
        return dim(l, l(v), d);
  }
  return {};
}

ScanOutput::ScanOutput(Lowerer &l, Operation *op, Value onnxResult,
                       int64_t axis, bool backwards, OpFoldResult trips)
    : type(cast<RankedTensorType>(Lowerer::convert(onnxResult.getType()))),
      onnxType(cast<RankedTensorType>(onnxResult.getType())), axis(axis),
      backwards(backwards) {
  collects = !trips;
  for (int64_t i = 0; i < type.getRank(); ++i) {
    sizes.push_back(i == axis ? trips : sizeBefore(l, op, onnxResult, i));
    collects |= !sizes.back();
  }
  RankedTensorType slice = sliceType();
  if (!collects || axis != 0 || backwards || !slice.hasStaticShape())
    return;
  constexpr int64_t blockBytes = 4096;
  Type element = getElementTypeOrSelf(type);
  auto complex = dyn_cast<ComplexType>(element);
  unsigned bits = complex ? 2 * complex.getElementType().getIntOrFloatBitWidth()
                          : element.getIntOrFloatBitWidth();
  int64_t bytes = std::max(1u, bits / 8);
  for (int64_t d : slice.getShape())
    bytes = std::min(bytes * std::max<int64_t>(d, 1), blockBytes);
  rows = llvm::bit_floor(uint64_t(blockBytes / bytes));
}

void ScanOutput::initial(Lowerer &l, SmallVector<Value> &carried) const {
  if (!collects) {
    carried.push_back(
        castTo(l, empty(l, sizes, type.getElementType()), wholeType()));
    return;
  }
  carried.push_back(makeValue(l, ValueKind::Sequence, {}));
  if (rows > 1)
    carried.push_back(empty(l, blockSizes(l), type.getElementType()));
}

void ScanOutput::append(Lowerer &l, Value slice, ValueRange now, Value i,
                        Value count, SmallVector<Value> &next) const {
  Scalars s(l.b, l.loc);
  if (!collects) {
    for (int64_t d = 0; d < type.getRank() - 1; ++d)
      checkSame(l, dim(l, slice, d), sizes[d + (d >= axis)],
                "iterations give values of different shapes");
    Value at = backwards ? Value(s(count) - s(i) - 1) : i;
    next.push_back(writeSlice(l, slice, now[0], axis, at));
    return;
  }
  if (rows == 1) {
    next.push_back(cameo::append(l, now[0], boxed(l, slice, onnxType)));
    return;
  }
  Scalar place = indexMod(s(i), rows);
  Value block = writeSlice(l, slice, now[1], 0, place);
  auto full = scf::IfOp::create(l.b, l.loc, now[0].getType(),
                                place.eq(rows - 1), /*withElseRegion=*/true);
  {
    OpBuilder::InsertionGuard guard(l.b);
    l.b.setInsertionPointToEnd(full.thenBlock());
    scf::YieldOp::create(l.b, l.loc,
                         cameo::append(l, now[0], boxed(l, block, onnxType)));
    l.b.setInsertionPointToEnd(full.elseBlock());
    scf::YieldOp::create(l.b, l.loc, now[0]);
  }
  next.push_back(full.getResult(0));
  next.push_back(block);
}

Value ScanOutput::finish(Lowerer &l, ValueRange last, Value count) const {
  if (!collects)
    return last[0];
  Scalars s(l.b, l.loc);
  Sizes whole = rows > 1 ? blockSizes(l) : sliceSizes(l, last[0], count);
  whole[axis] = count;
  Value buffer = empty(l, whole, type.getElementType());
  Value items = countOf(l, last[0]), step = s.index(rows);
  buffer = countedLoop(l, items, buffer, [&](Value i, ValueRange now) {
    Scalars s(l.b, l.loc);
    if (rows > 1) {
      Value block = unboxed(l, itemOf(l, last[0], i), blockType());
      return SmallVector<Value>{writeRows(l, block, now[0], 0, s(i) * s(step))};
    }
    Value slice = unboxed(l, itemOf(l, last[0], i), sliceType());
    for (int64_t d = 0; d < type.getRank() - 1; ++d)
      checkSame(l, dim(l, slice, d), whole[d + (d >= axis)],
                "iterations give values of different shapes");
    Value at = backwards ? Value(s(count) - s(i) - 1) : i;
    return SmallVector<Value>{writeSlice(l, slice, now[0], axis, at)};
  })[0];
  if (rows == 1)
    return buffer;
  Scalar done = s(items) * s(step);
  Value rest = sliceAxis(l, last[1], 0, size(l, 0), Value(s(count) - done));
  return writeRows(l, rest, buffer, 0, done);
}

RankedTensorType ScanOutput::wholeType() const {
  SmallVector<int64_t> shape(type.getShape());
  for (auto [size, known] : llvm::zip(shape, sizes))
    if (auto n = getConstantIntValue(known))
      size = *n;
  return type.clone(shape);
}

RankedTensorType ScanOutput::sliceType() const {
  SmallVector<int64_t> shape(onnxType.getShape());
  shape.erase(shape.begin() + axis);
  return onnxType.clone(shape);
}

RankedTensorType ScanOutput::blockType() const {
  SmallVector<int64_t> shape(onnxType.getShape());
  shape[0] = rows;
  return onnxType.clone(shape);
}

Sizes ScanOutput::blockSizes(Lowerer &l) const {
  return cameo::sizes(l, blockType().getShape());
}

/// The sizes of all slices, with a place for the axis: those of the first;
/// what is not known is 0 if there is none.
Sizes ScanOutput::sliceSizes(Lowerer &l, Value sequence, Value count) const {
  Sizes result = sizes;
  SmallVector<int64_t> open;
  for (int64_t d = 0; d < type.getRank(); ++d)
    if (d != axis && !sizes[d])
      open.push_back(d);
  if (open.empty())
    return result;
  Scalars s(l.b, l.loc);
  SmallVector<Scalar> found = s.choose(
      s(count) > 0,
      [&] {
        Value first = unboxed(l, itemOf(l, sequence, s.index(0)), sliceType());
        Scalars::Carried list;
        for (int64_t d : open)
          list.push_back(s.dim(first, d - (d > axis)));
        return list;
      },
      [&] { return Scalars::Carried(open.size(), s.index(0)); });
  for (auto [d, v] : llvm::zip_equal(open, found))
    result[d] = Value(v);
  return result;
}

FailureOr<SmallVector<ScanOutput>>
cameo::scanOutputs(Operation *op, Lowerer &l, ValueRange onnxResults,
                   std::optional<ArrayRef<int64_t>> axes,
                   std::optional<ArrayRef<int64_t>> directions,
                   OpFoldResult trips) {
  SmallVector<ScanOutput> outputs;
  for (auto [i, v] : llvm::enumerate(onnxResults)) {
    auto type = cast<RankedTensorType>(Lowerer::convert(v.getType()));
    int64_t axis = axisOf(entry(axes, i), type.getRank());
    outputs.push_back({l, op, v, axis, entry(directions, i) != 0, trips});
  }
  return outputs;
}

void cameo::appendAll(Lowerer &l, ArrayRef<ScanOutput> outputs,
                      ValueRange slices, ValueRange now, Value i, Value count,
                      SmallVector<Value> &next) {
  for (auto [o, slice] : llvm::zip_equal(outputs, slices)) {
    o.append(l, slice, now.take_front(o.carriedCount()), i, count, next);
    now = now.drop_front(o.carriedCount());
  }
}

void cameo::finishAll(Lowerer &l, ArrayRef<ScanOutput> outputs, ValueRange last,
                      Value count, SmallVector<Value> &results) {
  for (const ScanOutput &o : outputs) {
    results.push_back(o.finish(l, last.take_front(o.carriedCount()), count));
    last = last.drop_front(o.carriedCount());
  }
}
