// SPDX-License-Identifier: Apache-2.0
// Shape arithmetic that the operators' families share.
#include "dialects/ONNX/ShapeRules.h"

using namespace mlir;
using namespace cameo::onnx;

LogicalResult rules::sameShape(ShapeInferrer &shapes, Value result,
                               Value operand, Type elementType) {
  if (!elementType)
    elementType = shapes.elementType(operand);
  if (!shapes.ranked(operand))
    return shapes.setUnranked(result, elementType);
  return shapes.set(result, elementType, shapes.shape(operand));
}

LogicalResult rules::likeFirst(Operation *op, ShapeInferrer &shapes) {
  return sameShape(shapes, op->getResult(0), op->getOperand(0));
}

LogicalResult rules::sameElementTypes(Operation *op, ShapeInferrer &shapes,
                                      ValueRange values) {
  Type first;
  for (Value v : values) {
    Type type = ShapeInferrer::present(v) ? shapes.elementType(v) : Type();
    if (first && type && first != type)
      return op->emitOpError()
             << "operands have different element types: " << first << " and "
             << type;
    if (!first)
      first = type;
  }
  return success();
}

LogicalResult rules::broadcastOperands(Operation *op, ShapeInferrer &shapes,
                                       ValueRange operands, Type elementType) {
  SmallVector<Dims> all;
  bool ranked = true;
  for (Value v : operands) {
    if (!elementType)
      elementType = shapes.elementType(v);
    ranked &= shapes.ranked(v);
    all.push_back(shapes.shape(v));
  }
  if (!ranked)
    return shapes.setUnranked(op->getResult(0), elementType);
  FailureOr<Dims> dims = shapes.broadcast(op, all);
  return failed(dims) ? failure()
                      : shapes.set(op->getResult(0), elementType, *dims);
}

LogicalResult rules::checkRank(Operation *op, ShapeInferrer &shapes, Value v,
                               StringRef name, int64_t least, int64_t most) {
  std::optional<int64_t> rank = shapes.rank(v);
  if (!rank || (*rank >= least && *rank <= most))
    return success();
  InFlightDiagnostic error = op->emitOpError()
                             << name << " has rank " << *rank << ", expected ";
  if (least == most)
    error << least;
  else if (*rank < least)
    error << "at least " << least;
  else
    error << "at most " << most;
  return error;
}

FailureOr<DimExpr> rules::unify(Operation *op, DimExpr a, DimExpr b,
                                StringRef what) {
  if (a.isConstant() && b.isConstant() && a != b)
    return op->emitOpError()
           << what << " differ: " << a.str() << " and " << b.str();
  return b.isConstant() ? b : a;
}

void rules::mapContents(ShapeInferrer &shapes, Value result,
                        ValueRange operands, ElementFn fn) {
  std::optional<int64_t> rank = shapes.rank(result);
  if (!rank || *rank > 1)
    return;
  size_t count = 1;
  SmallVector<Dims> all;
  for (Value v : operands) {
    std::optional<Dims> elements = shapes.contents(v);
    if (!elements)
      return;
    if (elements->size() != 1)
      count = elements->size();
    all.push_back(std::move(*elements));
  }
  bool isFloat = isa_and_nonnull<FloatType>(shapes.elementType(result));
  Dims mapped;
  for (size_t i = 0; i < count; ++i) {
    Dims arguments;
    for (const Dims &elements : all)
      arguments.push_back(elements.size() == 1 ? elements[0] : elements[i]);
    std::optional<DimExpr> element = fn(arguments);
    if ((!element || element->isOverflow()) && isFloat)
      return; // It may have a fraction.
    mapped.push_back(element && !element->isOverflow()
                         ? *element
                         : shapes.freshElement(result, i));
  }
  shapes.setContents(result, mapped);
}

void rules::passContents(ShapeInferrer &shapes, Value result, Value operand) {
  if (std::optional<Dims> elements = shapes.contents(operand))
    if (std::optional<int64_t> rank = shapes.rank(result); rank && *rank <= 1)
      shapes.setContents(result, *elements);
}

Dims rules::freshDims(ShapeInferrer &shapes, Value result, int64_t rank) {
  // So many that set() refuses them, and not more than fit in memory.
  constexpr int64_t most = 1 << 20;
  Dims dims;
  for (int64_t i = 0; i < std::min(rank, most); ++i)
    dims.push_back(shapes.fresh(result, i));
  return dims;
}

std::optional<int64_t> rules::length(ShapeInferrer &shapes, Value v) {
  if (shapes.rank(v) == 1)
    return shapes.dim(v, 0).constant();
  return std::nullopt;
}

LogicalResult rules::checkLength(Operation *op, ShapeInferrer &shapes,
                                 Value list, StringRef name, int64_t expected) {
  if (!ShapeInferrer::present(list) || !shapes.ranked(list))
    return success();
  if (failed(checkRank(op, shapes, list, name, expected == 1 ? 0 : 1, 1)))
    return failure();
  std::optional<int64_t> count = length(shapes, list);
  if (!count || *count == expected)
    return success();
  return op->emitOpError() << name << " has " << *count << " values, expected "
                           << expected;
}

FailureOr<rules::Axes> rules::axesOperand(Operation *op, ShapeInferrer &shapes,
                                          Value axes, int64_t rank) {
  Axes result;
  result.count = 0;
  if (!ShapeInferrer::present(axes))
    return result;
  if (failed(checkRank(op, shapes, axes, "axes", 0, 1)))
    return failure();
  std::optional<SmallVector<int64_t>> numbers = shapes.constantInts(axes);
  if (!numbers) {
    result.known = false;
    result.count = shapes.rank(axes) == 0 ? 1 : length(shapes, axes);
    return result;
  }
  FailureOr<SmallVector<int64_t>> list =
      ShapeInferrer::axes(op, *numbers, rank);
  if (failed(list))
    return failure();
  result.list = std::move(*list);
  result.count = result.list.size();
  return result;
}

FailureOr<Dims> rules::matMulShape(Operation *op, ShapeInferrer &shapes,
                                   Value a, Value b) {
  if (!shapes.ranked(a) || !shapes.ranked(b))
    return Dims();
  Dims left = shapes.shape(a), right = shapes.shape(b);
  if (left.empty() || right.empty())
    return op->emitOpError("operands must not be scalars");
  bool isRow = left.size() == 1, isColumn = right.size() == 1;
  if (isRow)
    left.insert(left.begin(), 1);
  if (isColumn)
    right.push_back(1);
  if (failed(
          unify(op, left.back(), right[right.size() - 2], "inner dimensions")))
    return failure();
  FailureOr<Dims> result =
      shapes.broadcast(op, {Dims(ArrayRef<DimExpr>(left).drop_back(2)),
                            Dims(ArrayRef<DimExpr>(right).drop_back(2))});
  if (failed(result))
    return failure();
  if (!isRow)
    result->push_back(left[left.size() - 2]);
  if (!isColumn)
    result->push_back(right.back());
  return result;
}

FailureOr<Dims> rules::slide(Operation *op, ArrayRef<DimExpr> spatial,
                             ArrayRef<DimExpr> kernel, const Window &window) {
  size_t n = spatial.size();
  auto check = [&](ArrayRef<int64_t> list, size_t size,
                   StringRef name) -> LogicalResult {
    if (list.empty() || list.size() == size)
      return success();
    return op->emitOpError()
           << name << " has " << list.size() << " values, expected " << size;
  };
  if (kernel.size() != n)
    return op->emitOpError() << "the window has " << kernel.size()
                             << " dimensions, the image " << n;
  if (failed(check(window.strides, n, "strides")) ||
      failed(check(window.dilations, n, "dilations")) ||
      failed(check(window.pads, 2 * n, "pads")))
    return failure();
  Dims result;
  for (size_t i = 0; i < n; ++i) {
    int64_t stride = window.strides.empty() ? 1 : window.strides[i];
    int64_t dilation = window.dilations.empty() ? 1 : window.dilations[i];
    if (stride < 1 || dilation < 1)
      return op->emitOpError() << "strides and dilations must be positive";
    if (window.autoPad.starts_with("SAME")) {
      result.push_back(DimExpr::ceilDiv(spatial[i], stride));
      continue;
    }
    bool padded = !window.pads.empty() && window.autoPad == "NOTSET";
    DimExpr begin = padded ? window.pads[i] : 0,
            end = padded ? window.pads[n + i] : 0;
    DimExpr extent = (kernel[i] - 1) * dilation + 1;
    DimExpr room = spatial[i] + begin + end - extent;
    if (room.constant() && *room.constant() < 0)
      return op->emitOpError() << "the window of extent " << extent.str()
                               << " does not fit into the padded size "
                               << (spatial[i] + begin + end).str()
                               << " of spatial dimension " << i;
    DimExpr size = (window.ceilMode ? DimExpr::ceilDiv(room, stride)
                                    : DimExpr::floorDiv(room, stride)) +
                   1;
    if (window.ceilMode && stride > 1) {
      // The last window must start within the image or its padding at the
      // beginning.
      DimExpr last = (size - 1) * stride - spatial[i] - begin;
      if (last.constant()) {
        if (*last.constant() >= 0)
          size = size - 1;
      } else {
        size = DimExpr::min(
            size, DimExpr::floorDiv(spatial[i] + begin - 1, stride) + 1);
      }
    }
    result.push_back(size);
  }
  return result;
}

LogicalResult rules::convolution(Operation *op, ShapeInferrer &shapes, Value x,
                                 Value w, Value y, Type elementType,
                                 std::optional<ArrayRef<int64_t>> kernelShape,
                                 int64_t group, const Window &window) {
  std::optional<int64_t> rank = shapes.rank(x);
  if (!rank)
    rank = shapes.rank(w);
  if (!rank)
    return shapes.setUnranked(y, elementType);
  if (failed(checkRank(op, shapes, x, "X", 3)) ||
      failed(checkRank(op, shapes, w, "W", *rank, *rank)))
    return failure();
  Dims dims = freshDims(shapes, y, *rank);
  Dims image = shapes.shape(x), filters = shapes.shape(w);
  if (shapes.ranked(x))
    dims[0] = image[0];
  if (shapes.ranked(w)) {
    dims[1] = filters[0];
    if (dims[1].constant() && *dims[1].constant() % group)
      return op->emitOpError() << "group " << group << " does not divide "
                               << dims[1].str() << " filters";
  }
  if (!shapes.ranked(x) || (!shapes.ranked(w) && !kernelShape))
    return shapes.set(y, elementType, dims);
  if (shapes.ranked(w) &&
      failed(unify(op, image[1], filters[1] * DimExpr(group),
                   "channels of X and W")))
    return failure();
  Dims kernel;
  if (kernelShape)
    kernel.assign(kernelShape->begin(), kernelShape->end());
  else
    kernel.assign(filters.begin() + 2, filters.end());
  if (kernelShape && shapes.ranked(w) && kernel.size() == filters.size() - 2)
    for (auto [a, b] : llvm::zip_equal(kernel, ArrayRef(filters).drop_front(2)))
      if (failed(unify(op, a, b, "kernel_shape and sizes of W")))
        return failure();
  FailureOr<Dims> spatial =
      slide(op, ArrayRef(image).drop_front(2), kernel, window);
  if (failed(spatial))
    return failure();
  std::copy(spatial->begin(), spatial->end(), dims.begin() + 2);
  return shapes.set(y, elementType, dims);
}
