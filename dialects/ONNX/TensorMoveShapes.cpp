// SPDX-License-Identifier: Apache-2.0
// Shape rules of the onnx dialect's Tensor operators that move elements:
// rearrangement, gather and scatter, and the ones whose size depends on data.
#include "dialects/ONNX/ShapeRules.h"
#include "dialects/ONNX/Tensor.h"

using namespace mlir;
using namespace cameo::onnx;
using namespace cameo::onnx::rules;

//===-- Rearrangement -----------------------------------------------------===//

LogicalResult TransposeOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getData());
  if (!shapes.ranked(getData())) {
    if (getPerm())
      return shapes.set(getTransposed(), elementType,
                        freshDims(shapes, getTransposed(), getPerm()->size()));
    return shapes.setUnranked(getTransposed(), elementType);
  }
  Dims dims = shapes.shape(getData());
  if (!getPerm())
    return shapes.set(getTransposed(), elementType, Dims(llvm::reverse(dims)));
  if (getPerm()->size() != dims.size())
    return emitOpError() << "perm has " << getPerm()->size()
                         << " values for rank " << dims.size();
  FailureOr<SmallVector<int64_t>> perm =
      ShapeInferrer::axes(*this, *getPerm(), dims.size());
  if (failed(perm))
    return failure();
  // What comes later counts axes from the front.
  setPerm(*perm);
  Dims transposed;
  for (int64_t i : *perm)
    transposed.push_back(dims[i]);
  return shapes.set(getTransposed(), elementType, transposed);
}

LogicalResult ConcatOp::inferShapes(ShapeInferrer &shapes) {
  if (getInputs().empty())
    return emitOpError("needs an operand");
  if (failed(sameElementTypes(*this, shapes, getInputs())))
    return failure();
  Type elementType = shapes.elementType(getInputs()[0]);
  std::optional<Dims> dims;
  DimExpr sum = 0;
  bool unranked = false;
  FailureOr<int64_t> axis = failure();
  for (Value v : getInputs()) {
    if (!shapes.ranked(v)) {
      unranked = true;
      continue;
    }
    Dims operand = shapes.shape(v);
    if (!dims) {
      dims = operand;
      axis = ShapeInferrer::axis(*this, getAxis(), dims->size());
      if (failed(axis))
        return failure();
    }
    if (operand.size() != dims->size())
      return emitOpError() << "operands have ranks " << dims->size() << " and "
                           << operand.size();
    for (size_t i = 0; i < operand.size(); ++i) {
      if (static_cast<int64_t>(i) == *axis) {
        sum = sum + operand[i];
        continue;
      }
      FailureOr<DimExpr> size =
          unify(*this, (*dims)[i], operand[i], "sizes off the axis");
      if (failed(size))
        return failure();
      (*dims)[i] = *size;
    }
  }
  if (!dims)
    return shapes.setUnranked(getConcatResult(), elementType);
  (*dims)[*axis] = unranked ? shapes.fresh(getConcatResult(), *axis) : sum;
  if (failed(shapes.set(getConcatResult(), elementType, *dims)))
    return failure();
  if (dims->size() != 1)
    return success();
  Dims elements;
  for (Value v : getInputs()) {
    std::optional<Dims> part = shapes.contents(v);
    if (!part)
      return success();
    llvm::append_range(elements, *part);
  }
  shapes.setContents(getConcatResult(), elements);
  return success();
}

LogicalResult SplitOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getInput());
  int64_t count = getNumResults();
  if (count == 0)
    return emitOpError("has no results");
  if (getNumOutputs() && *getNumOutputs() != count)
    return emitOpError() << "num_outputs is " << *getNumOutputs()
                         << " but there are " << count << " results";
  if (!shapes.ranked(getInput())) {
    for (Value result : getOutputs())
      if (failed(shapes.setUnranked(result, elementType)))
        return failure();
    return success();
  }
  Dims dims = shapes.shape(getInput());
  FailureOr<int64_t> axis = ShapeInferrer::axis(*this, getAxis(), dims.size());
  if (failed(axis) ||
      failed(checkLength(*this, shapes, getSplit(), "split", count)))
    return failure();
  DimExpr whole = dims[*axis];
  Dims parts;
  if (!ShapeInferrer::present(getSplit())) {
    DimExpr part = DimExpr::ceilDiv(whole, count);
    if (std::optional<DimExpr> equal = DimExpr::exactDiv(whole, count))
      part = *equal;
    parts.assign(count - 1, part);
    parts.push_back(whole - part * DimExpr(count - 1));
  } else if (std::optional<Dims> sizes = shapes.contents(getSplit())) {
    DimExpr sum = 0;
    for (DimExpr size : *sizes)
      sum = sum + size;
    if (sum.isConstant() && whole.isConstant() && sum != whole)
      return emitOpError() << "the parts sum up to " << sum.str()
                           << ", the dimension has size " << whole.str();
    parts = *sizes;
  } else {
    for (Value result : getOutputs())
      parts.push_back(shapes.fresh(result, *axis));
  }
  std::optional<Dims> elements = shapes.contents(getInput());
  size_t offset = 0;
  for (auto [result, part] : llvm::zip_equal(getOutputs(), parts)) {
    dims[*axis] = part;
    if (failed(shapes.set(result, elementType, dims)))
      return failure();
    if (!elements || !part.isConstant() ||
        offset + *part.constant() > elements->size()) {
      elements.reset();
      continue;
    }
    shapes.setContents(result,
                       ArrayRef(*elements).slice(offset, *part.constant()));
    offset += *part.constant();
  }
  return success();
}

/// The number of elements that start:end:step picks out of `size`, as numpy
/// counts them; nothing if only the run tells.
static std::optional<DimExpr> sliceSize(DimExpr size, DimExpr start,
                                        DimExpr end, int64_t step) {
  // Exporters write "to the end" as a large number.
  constexpr int64_t infinity = std::numeric_limits<int32_t>::max();
  auto isNegative = [](DimExpr e) {
    return !e.is(0) && (DimExpr(0) - e).lowerBound() >= 0 && e.lowerBound() < 0;
  };
  auto fromFront = [&](DimExpr e) -> std::optional<DimExpr> {
    if (e.constant() && *e.constant() >= infinity && !size.isConstant())
      return step > 0 ? size : size - 1;
    if (e.constant() && *e.constant() <= -infinity && !size.isConstant())
      return step > 0 ? 0 : -1;
    DimExpr low = step > 0 ? 0 : -1, high = step > 0 ? size : size - 1;
    if (e.lowerBound() >= 0)
      return DimExpr::min(e, high);
    if (e.isConstant() || isNegative(e))
      return DimExpr::max(
          e.is(std::numeric_limits<int64_t>::min()) ? low : e + size, low);
    return std::nullopt;
  };
  if (step > 0) {
    std::optional<DimExpr> last = fromFront(end);
    if (!last)
      return std::nullopt;
    // No need to bound the start from above: what is left is bounded from
    // below.
    if (start.lowerBound() >= 0)
      return DimExpr::max(0, DimExpr::ceilDiv(*last - start, step));
    std::optional<DimExpr> first = fromFront(start);
    if (!first)
      return std::nullopt;
    // The last k elements.
    if (*last == size && start.constant() && step == 1 && !size.isConstant() &&
        *start.constant() > -infinity)
      return DimExpr::min(size, DimExpr(0) - start);
    return DimExpr::max(0, DimExpr::ceilDiv(*last - *first, step));
  }
  std::optional<DimExpr> first = fromFront(start);
  if (start.is(-1))
    first = size - 1;
  // The specification clamps a start to an element, where there is one: below the first is the first.
  else if (first && start.lowerBound() < 0)
    first = DimExpr::min(DimExpr::max(*first, 0), size - 1);
  std::optional<DimExpr> last = fromFront(end);
  if (!first || !last || step == std::numeric_limits<int64_t>::min())
    return std::nullopt;
  return DimExpr::max(0, DimExpr::ceilDiv(*first - *last, -step));
}

LogicalResult SliceOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getData());
  std::optional<int64_t> rank = shapes.rank(getData());
  if (!rank)
    return shapes.setUnranked(getOutput(), elementType);
  std::optional<Dims> starts = shapes.contents(getStarts()),
                      ends = shapes.contents(getEnds());
  std::optional<int64_t> count;
  for (Value v : {getStarts(), getEnds(), getSteps()})
    if (!count && ShapeInferrer::present(v))
      count = length(shapes, v);
  // Without axes: the first ones.
  FailureOr<Axes> axes = axesOperand(*this, shapes, getAxes(), *rank);
  if (failed(axes))
    return failure();
  if (!ShapeInferrer::present(getAxes())) {
    if (count && *count > *rank)
      return emitOpError() << "starts has " << *count << " values for rank "
                           << *rank;
    axes->known = count.has_value();
    for (int64_t i = 0; i < count.value_or(0); ++i)
      axes->list.push_back(i);
  } else if (axes->known) {
    count = axes->list.size();
  } else if (!count) {
    count = axes->count;
  }
  if (count &&
      (failed(checkLength(*this, shapes, getStarts(), "starts", *count)) ||
       failed(checkLength(*this, shapes, getEnds(), "ends", *count)) ||
       failed(checkLength(*this, shapes, getAxes(), "axes", *count)) ||
       failed(checkLength(*this, shapes, getSteps(), "steps", *count))))
    return failure();
  if (!axes->known)
    return shapes.set(getOutput(), elementType,
                      freshDims(shapes, getOutput(), *rank));
  size_t n = axes->list.size();
  std::optional<SmallVector<int64_t>> steps = SmallVector<int64_t>(n, 1);
  if (ShapeInferrer::present(getSteps()))
    steps = shapes.constantInts(getSteps());
  Dims dims = shapes.shape(getData());
  for (auto [i, axis] : llvm::enumerate(axes->list)) {
    if (steps && (*steps)[i] == 0)
      return emitOpError("a step is zero");
    std::optional<DimExpr> size;
    if (starts && ends && steps)
      size = sliceSize(dims[axis], (*starts)[i], (*ends)[i], (*steps)[i]);
    dims[axis] = size.value_or(shapes.fresh(getOutput(), axis));
  }
  if (failed(shapes.set(getOutput(), elementType, dims)))
    return failure();
  std::optional<Dims> elements = shapes.contents(getData());
  if (!elements || *rank != 1 || n != 1 || !starts || !steps ||
      !dims[0].isConstant() || !(*starts)[0].isConstant())
    return success();
  int64_t size = elements->size(), i = *(*starts)[0].constant();
  if (i < 0)
    i = std::max(i, -size - 1) + size;
  i = std::clamp<int64_t>(i, 0, (*steps)[0] > 0 ? size : size - 1);
  Dims picked;
  for (int64_t k = 0; k < *dims[0].constant() && i >= 0 && i < size; ++k) {
    picked.push_back((*elements)[i]);
    if (llvm::AddOverflow(i, (*steps)[0], i))
      break;
  }
  if (static_cast<int64_t>(picked.size()) == *dims[0].constant())
    shapes.setContents(getOutput(), picked);
  return success();
}

LogicalResult PadOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getData());
  std::optional<int64_t> rank = shapes.rank(getData());
  if (!rank)
    return shapes.setUnranked(getOutput(), elementType);
  FailureOr<Axes> axes = axesOperand(*this, shapes, getAxes(), *rank);
  if (failed(axes))
    return failure();
  if (!ShapeInferrer::present(getAxes()))
    for (int64_t i = 0; i < *rank; ++i)
      axes->list.push_back(i);
  std::optional<int64_t> count =
      axes->known ? static_cast<int64_t>(axes->list.size()) : axes->count;
  if (count &&
      failed(checkLength(*this, shapes, getPads(), "pads", 2 * *count)))
    return failure();
  if (!axes->known)
    return shapes.set(getOutput(), elementType,
                      freshDims(shapes, getOutput(), *rank));
  Dims dims = shapes.shape(getData());
  std::optional<Dims> pads = shapes.contents(getPads());
  size_t n = axes->list.size();
  for (auto [i, axis] : llvm::enumerate(axes->list))
    dims[axis] = pads ? dims[axis] + (*pads)[i] + (*pads)[n + i]
                      : shapes.fresh(getOutput(), axis);
  return shapes.set(getOutput(), elementType, dims);
}

LogicalResult CenterCropPadOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getInputData());
  std::optional<int64_t> rank = shapes.rank(getInputData());
  if (!rank)
    return shapes.setUnranked(getOutputData(), elementType);
  SmallVector<int64_t> axes;
  if (getAxes()) {
    FailureOr<SmallVector<int64_t>> list =
        ShapeInferrer::axes(*this, *getAxes(), *rank);
    if (failed(list))
      return failure();
    axes = *list;
  } else {
    for (int64_t i = 0; i < *rank; ++i)
      axes.push_back(i);
  }
  Dims dims = shapes.shape(getInputData());
  std::optional<Dims> target = shapes.contents(getShape());
  if (failed(checkLength(*this, shapes, getShape(), "shape", axes.size())))
    return failure();
  for (auto [i, axis] : llvm::enumerate(axes))
    dims[axis] = target ? (*target)[i] : shapes.fresh(getOutputData(), axis);
  return shapes.set(getOutputData(), elementType, dims);
}

LogicalResult TileOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getInput());
  std::optional<int64_t> rank = shapes.rank(getInput());
  if (!rank)
    return shapes.setUnranked(getOutput(), elementType);
  std::optional<Dims> repeats = shapes.contents(getRepeats());
  if (failed(checkLength(*this, shapes, getRepeats(), "repeats", *rank)))
    return failure();
  if (!repeats)
    return shapes.set(getOutput(), elementType,
                      freshDims(shapes, getOutput(), *rank));
  Dims dims = shapes.shape(getInput());
  for (auto [d, factor] : llvm::zip_equal(dims, *repeats)) {
    if (factor.isConstant() && *factor.constant() < 0)
      return emitOpError() << "repeats has the negative value " << factor.str();
    d = d * factor;
  }
  return shapes.set(getOutput(), elementType, dims);
}

LogicalResult DepthToSpaceOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getInput());
  if (failed(checkRank(*this, shapes, getInput(), "input", 4, 4)))
    return failure();
  if (!shapes.ranked(getInput()))
    return shapes.set(getOutput(), elementType,
                      freshDims(shapes, getOutput(), 4));
  Dims dims = shapes.shape(getInput());
  DimExpr block = static_cast<int64_t>(getBlocksize());
  std::optional<DimExpr> channels = DimExpr::exactDiv(dims[1], block * block);
  if (!channels && dims[1].isConstant())
    return emitOpError() << "blocks of " << block.str()
                         << " squared do not divide " << dims[1].str()
                         << " channels";
  dims[1] = channels.value_or(shapes.fresh(getOutput(), 1));
  dims[2] = dims[2] * block;
  dims[3] = dims[3] * block;
  return shapes.set(getOutput(), elementType, dims);
}

LogicalResult SpaceToDepthOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getInput());
  if (failed(checkRank(*this, shapes, getInput(), "input", 4, 4)))
    return failure();
  if (!shapes.ranked(getInput()))
    return shapes.set(getOutput(), elementType,
                      freshDims(shapes, getOutput(), 4));
  Dims dims = shapes.shape(getInput());
  DimExpr block = static_cast<int64_t>(getBlocksize());
  dims[1] = dims[1] * block * block;
  for (int i : {2, 3}) {
    std::optional<DimExpr> part = DimExpr::exactDiv(dims[i], block);
    if (!part && dims[i].isConstant())
      return emitOpError() << "blocks of " << block.str()
                           << " do not divide the size " << dims[i].str();
    dims[i] = part.value_or(DimExpr::floorDiv(dims[i], block));
  }
  return shapes.set(getOutput(), elementType, dims);
}

LogicalResult TriluOp::inferShapes(ShapeInferrer &shapes) {
  if (failed(checkRank(*this, shapes, getInput(), "input", 2)))
    return failure();
  return likeFirst(*this, shapes);
}

LogicalResult ReverseSequenceOp::inferShapes(ShapeInferrer &shapes) {
  if (failed(checkRank(*this, shapes, getInput(), "input", 2)) ||
      failed(
          checkRank(*this, shapes, getSequenceLens(), "sequence_lens", 1, 1)))
    return failure();
  int64_t batch = getBatchAxis(), time = getTimeAxis();
  if (!(batch == 0 && time == 1) && !(batch == 1 && time == 0))
    return emitOpError("batch_axis and time_axis must be 0 and 1, or 1 and 0");
  if (shapes.ranked(getInput()) && shapes.ranked(getSequenceLens()) &&
      failed(unify(*this, shapes.dim(getInput(), batch),
                   shapes.dim(getSequenceLens(), 0), "batch sizes")))
    return failure();
  return likeFirst(*this, shapes);
}

LogicalResult Col2ImOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getInput());
  std::optional<int64_t> spatial = length(shapes, getImageShape());
  if (std::optional<int64_t> rank = shapes.statedRank(getOutput());
      !spatial && rank && *rank > 2)
    spatial = *rank - 2;
  if (!spatial)
    return shapes.setUnranked(getOutput(), elementType);
  if (failed(checkRank(*this, shapes, getInput(), "input", 3, 3)))
    return failure();
  Dims dims = freshDims(shapes, getOutput(), 2 + *spatial);
  std::optional<Dims> block = shapes.contents(getBlockShape());
  if (shapes.ranked(getInput())) {
    dims[0] = shapes.dim(getInput(), 0);
    DimExpr size = 1;
    for (DimExpr d : block.value_or(Dims()))
      size = size * d;
    std::optional<DimExpr> channels =
        block ? DimExpr::exactDiv(shapes.dim(getInput(), 1), size)
              : std::nullopt;
    if (!channels && block && size.isConstant() &&
        shapes.dim(getInput(), 1).isConstant())
      return emitOpError() << "blocks of " << size.str()
                           << " elements do not divide "
                           << shapes.dim(getInput(), 1).str() << " rows";
    if (channels)
      dims[1] = *channels;
  }
  if (std::optional<Dims> image = shapes.contents(getImageShape()))
    for (int64_t i = 0; i < *spatial; ++i)
      dims[2 + i] = (*image)[i];
  return shapes.set(getOutput(), elementType, dims);
}

//===-- Gather and scatter ------------------------------------------------===//

LogicalResult GatherOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getData());
  if (!shapes.ranked(getData()) || !shapes.ranked(getIndices()))
    return shapes.setUnranked(getOutput(), elementType);
  Dims data = shapes.shape(getData()), indices = shapes.shape(getIndices()),
       dims;
  FailureOr<int64_t> axis = ShapeInferrer::axis(*this, getAxis(), data.size());
  if (failed(axis))
    return failure();
  llvm::append_range(dims, ArrayRef(data).take_front(*axis));
  llvm::append_range(dims, indices);
  llvm::append_range(dims, ArrayRef(data).drop_front(*axis + 1));
  std::optional<SmallVector<int64_t>> picks = shapes.constantInts(getIndices());
  std::optional<int64_t> size = data[*axis].constant();
  if (picks && size)
    for (int64_t i : *picks)
      if (i < -*size || i >= *size)
        return emitOpError()
               << "index " << i << " is out of range for an axis of size "
               << *size;
  if (failed(shapes.set(getOutput(), elementType, dims)))
    return failure();
  std::optional<Dims> elements = shapes.contents(getData());
  if (!elements || !picks || data.size() != 1 || dims.size() > 1)
    return success();
  Dims picked;
  for (int64_t i : *picks)
    picked.push_back((*elements)[i < 0 ? i + elements->size() : i]);
  shapes.setContents(getOutput(), picked);
  return success();
}

LogicalResult GatherElementsOp::inferShapes(ShapeInferrer &shapes) {
  std::optional<int64_t> rank = shapes.rank(getData()),
                         other = shapes.rank(getIndices());
  if (rank && other && *rank != *other)
    return emitOpError() << "data has rank " << *rank << ", indices " << *other;
  if (rank && failed(ShapeInferrer::axis(*this, getAxis(), *rank)))
    return failure();
  return sameShape(shapes, getOutput(), getIndices(),
                   shapes.elementType(getData()));
}

LogicalResult GatherNDOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getData());
  if (!shapes.ranked(getData()) || !shapes.ranked(getIndices()))
    return shapes.setUnranked(getOutput(), elementType);
  Dims data = shapes.shape(getData()), dims = shapes.shape(getIndices());
  int64_t batch = getBatchDims();
  if (dims.empty())
    return emitOpError("indices must not be a scalar");
  std::optional<int64_t> depth = dims.pop_back_val().constant();
  std::optional<int64_t> rank = shapes.statedRank(getOutput());
  // What the tuples leave of the rank says how long they are.
  if (!depth && rank)
    depth = static_cast<int64_t>(dims.size() + data.size()) - batch - *rank;
  if (!depth)
    return shapes.setUnranked(getOutput(), elementType);
  if (batch < 0 || batch > static_cast<int64_t>(dims.size()) || *depth < 1 ||
      *depth > static_cast<int64_t>(data.size()) - batch)
    return emitOpError() << "index tuples of " << *depth << " do not fit rank "
                         << data.size() << " with " << batch
                         << " batch dimensions";
  for (int64_t i = 0; i < batch; ++i)
    if (failed(unify(*this, data[i], dims[i], "batch sizes")))
      return failure();
  llvm::append_range(dims, ArrayRef(data).drop_front(batch + *depth));
  return shapes.set(getOutput(), elementType, dims);
}

LogicalResult ScatterElementsOp::inferShapes(ShapeInferrer &shapes) {
  if (failed(sameElementTypes(*this, shapes, {getData(), getUpdates()})))
    return failure();
  if (std::optional<int64_t> rank = shapes.rank(getData())) {
    if (failed(ShapeInferrer::axis(*this, getAxis(), *rank)) ||
        failed(
            checkRank(*this, shapes, getIndices(), "indices", *rank, *rank)) ||
        failed(checkRank(*this, shapes, getUpdates(), "updates", *rank, *rank)))
      return failure();
    if (shapes.ranked(getIndices()) && shapes.ranked(getUpdates()))
      for (int64_t i = 0; i < *rank; ++i)
        if (failed(unify(*this, shapes.dim(getIndices(), i),
                         shapes.dim(getUpdates(), i),
                         "sizes of indices and updates")))
          return failure();
  }
  return likeFirst(*this, shapes);
}

LogicalResult ScatterNDOp::inferShapes(ShapeInferrer &shapes) {
  if (failed(sameElementTypes(*this, shapes, {getData(), getUpdates()})))
    return failure();
  if (failed(checkRank(*this, shapes, getIndices(), "indices", 1)))
    return failure();
  if (shapes.ranked(getData()) && shapes.ranked(getIndices()) &&
      shapes.ranked(getUpdates())) {
    Dims data = shapes.shape(getData()), expected = shapes.shape(getIndices());
    std::optional<int64_t> depth = expected.pop_back_val().constant();
    if (depth && *depth > static_cast<int64_t>(data.size()))
      return emitOpError() << "index tuples of " << *depth
                           << " do not fit rank " << data.size();
    if (depth) {
      llvm::append_range(expected, ArrayRef(data).drop_front(*depth));
      Dims updates = shapes.shape(getUpdates());
      if (updates.size() != expected.size())
        return emitOpError() << "updates has rank " << updates.size()
                             << ", expected " << expected.size();
      for (auto [a, b] : llvm::zip_equal(updates, expected))
        if (failed(unify(*this, a, b,
                         "sizes of updates and of what they replace")))
          return failure();
    }
  }
  return likeFirst(*this, shapes);
}

LogicalResult TensorScatterOp::inferShapes(ShapeInferrer &shapes) {
  if (failed(sameElementTypes(*this, shapes, {getPastCache(), getUpdate()})))
    return failure();
  std::optional<int64_t> rank = shapes.rank(getPastCache());
  if (rank &&
      (failed(ShapeInferrer::axis(*this, getAxis(), *rank)) ||
       failed(checkRank(*this, shapes, getUpdate(), "update", *rank, *rank))))
    return failure();
  if (ShapeInferrer::present(getWriteIndices()) &&
      failed(
          checkRank(*this, shapes, getWriteIndices(), "write_indices", 1, 1)))
    return failure();
  return likeFirst(*this, shapes);
}

LogicalResult OneHotOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getValues());
  if (failed(checkLength(*this, shapes, getValues(), "values", 2)))
    return failure();
  if (!shapes.ranked(getIndices()))
    return shapes.setUnranked(getOutput(), elementType);
  Dims dims = shapes.shape(getIndices());
  FailureOr<int64_t> axis =
      ShapeInferrer::axis(*this, getAxis(), dims.size() + 1);
  if (failed(axis))
    return failure();
  std::optional<Dims> depth = shapes.contents(getDepth());
  DimExpr size = depth && depth->size() == 1 &&
                         ((*depth)[0].isConstant() || (*depth)[0].isSize())
                     ? (*depth)[0]
                     : shapes.fresh(getOutput(), *axis);
  dims.insert(dims.begin() + *axis, size);
  return shapes.set(getOutput(), elementType, dims);
}

//===-- Sizes that depend on data -----------------------------------------===//

LogicalResult CompressOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getInput());
  if (failed(checkRank(*this, shapes, getCondition(), "condition", 1, 1)))
    return failure();
  if (!getAxis())
    return shapes.set(getOutput(), elementType, {shapes.fresh(getOutput(), 0)});
  if (!shapes.ranked(getInput()))
    return shapes.setUnranked(getOutput(), elementType);
  Dims dims = shapes.shape(getInput());
  FailureOr<int64_t> axis = ShapeInferrer::axis(*this, *getAxis(), dims.size());
  if (failed(axis))
    return failure();
  dims[*axis] = shapes.fresh(getOutput(), *axis);
  return shapes.set(getOutput(), elementType, dims);
}

LogicalResult NonZeroOp::inferShapes(ShapeInferrer &shapes) {
  std::optional<int64_t> rank = shapes.rank(getX());
  return shapes.set(getY(), IntegerType::get(getContext(), 64),
                    {rank ? DimExpr(*rank) : shapes.fresh(getY(), 0),
                     shapes.fresh(getY(), 1)});
}

LogicalResult UniqueOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getX()),
       i64 = IntegerType::get(getContext(), 64);
  // One symbol: Y, indices and counts have as many entries.
  DimExpr count = shapes.fresh(getY(), 0);
  DimExpr all = shapes.ranked(getX()) ? shapes.elementCount(getX())
                                      : shapes.fresh(getInverseIndices(), 0);
  if (!getAxis()) {
    if (failed(shapes.set(getY(), elementType, {count})))
      return failure();
  } else if (!shapes.ranked(getX())) {
    if (failed(shapes.setUnranked(getY(), elementType)))
      return failure();
    all = shapes.fresh(getInverseIndices(), 0);
  } else {
    Dims dims = shapes.shape(getX());
    FailureOr<int64_t> axis =
        ShapeInferrer::axis(*this, *getAxis(), dims.size());
    if (failed(axis))
      return failure();
    all = dims[*axis];
    dims[*axis] = count;
    if (failed(shapes.set(getY(), elementType, dims)))
      return failure();
  }
  if (failed(shapes.set(getIndices(), i64, {count})) ||
      failed(shapes.set(getInverseIndices(), i64, {all})))
    return failure();
  return shapes.set(getCounts(), i64, {count});
}
