// SPDX-License-Identifier: Apache-2.0
// Shape rules of the onnx dialect's Reduction operators.
#include "dialects/ONNX/Reduction.h"
#include "dialects/ONNX/ShapeRules.h"

using namespace mlir;
using namespace cameo::onnx;
using namespace cameo::onnx::rules;

template <typename Op>
static LogicalResult reduction(Op op, ShapeInferrer &shapes) {
  Value data = op.getData(), result = op.getReduced();
  Type elementType = shapes.elementType(data);
  std::optional<int64_t> rank = shapes.rank(data);
  if (!rank)
    return shapes.setUnranked(result, elementType);
  FailureOr<Axes> axes = axesOperand(op, shapes, op.getAxes(), *rank);
  if (failed(axes))
    return failure();
  Dims dims = shapes.shape(data);
  if (!axes->known) {
    if (op.getKeepdims())
      return shapes.set(result, elementType, freshDims(shapes, result, *rank));
    // No axes at all mean all of them, or none.
    if (!axes->count || *axes->count == 0)
      return shapes.setUnranked(result, elementType);
    return shapes.set(
        result, elementType,
        freshDims(shapes, result, std::max<int64_t>(0, *rank - *axes->count)));
  }
  bool all = axes->list.empty() && !op.getNoopWithEmptyAxes();
  Dims reduced;
  for (int64_t i = 0; i < *rank; ++i) {
    if (!all && !llvm::is_contained(axes->list, i))
      reduced.push_back(dims[i]);
    else if (op.getKeepdims())
      reduced.push_back(1);
  }
  return shapes.set(result, elementType, reduced);
}
#define REDUCTION(Name) CAMEO_SHAPE_RULE(Name, reduction)
REDUCTION(ReduceMean)
REDUCTION(ReduceL1)
REDUCTION(ReduceL2)
REDUCTION(ReduceLogSum)
REDUCTION(ReduceLogSumExp)
REDUCTION(ReduceSumSquare)
#undef REDUCTION

/// A reduction that shape arithmetic uses: of all elements of a vector.
template <typename Op>
static LogicalResult tracked(Op op, ShapeInferrer &shapes,
                             DimExpr (*combine)(DimExpr, DimExpr)) {
  if (failed(reduction(op, shapes)))
    return failure();
  std::optional<Dims> elements = shapes.contents(op.getData());
  std::optional<int64_t> rank = shapes.rank(op.getReduced());
  if (!elements || elements->empty() || !rank || *rank > 1 ||
      shapes.rank(op.getData()) != 1)
    return success();
  // Reduced for certain: the result has one element, or the axes say so.
  FailureOr<Axes> axes = axesOperand(op, shapes, op.getAxes(), 1);
  if (failed(axes) || !axes->known ||
      (axes->list.empty() && op.getNoopWithEmptyAxes()))
    return success();
  DimExpr result = (*elements)[0];
  for (DimExpr e : llvm::drop_begin(*elements))
    result = combine(result, e);
  shapes.setContents(op.getReduced(), {result});
  return success();
}
LogicalResult ReduceSumOp::inferShapes(ShapeInferrer &shapes) {
  return tracked(*this, shapes, [](DimExpr a, DimExpr b) { return a + b; });
}
LogicalResult ReduceProdOp::inferShapes(ShapeInferrer &shapes) {
  return tracked(*this, shapes, [](DimExpr a, DimExpr b) { return a * b; });
}
LogicalResult ReduceMaxOp::inferShapes(ShapeInferrer &shapes) {
  return tracked(*this, shapes, DimExpr::max);
}
LogicalResult ReduceMinOp::inferShapes(ShapeInferrer &shapes) {
  return tracked(*this, shapes, DimExpr::min);
}

template <typename Op>
static LogicalResult argument(Op op, ShapeInferrer &shapes) {
  Value data = op.getData(), result = op.getReduced();
  Type elementType = IntegerType::get(op.getContext(), 64);
  if (!shapes.ranked(data))
    return shapes.setUnranked(result, elementType);
  Dims dims = shapes.shape(data);
  FailureOr<int64_t> axis = ShapeInferrer::axis(op, op.getAxis(), dims.size());
  if (failed(axis))
    return failure();
  if (op.getKeepdims())
    dims[*axis] = 1;
  else
    dims.erase(dims.begin() + *axis);
  return shapes.set(result, elementType, dims);
}
CAMEO_SHAPE_RULE(ArgMax, argument)
CAMEO_SHAPE_RULE(ArgMin, argument)

template <typename Op>
static LogicalResult alongAxis(Op op, ShapeInferrer &shapes) {
  if (std::optional<int64_t> rank = shapes.rank(op.getInput()))
    if (failed(ShapeInferrer::axis(op, op.getAxis(), *rank)))
      return failure();
  return likeFirst(op, shapes);
}
CAMEO_SHAPE_RULE(Softmax, alongAxis)
CAMEO_SHAPE_RULE(LogSoftmax, alongAxis)
CAMEO_SHAPE_RULE(Hardmax, alongAxis)

template <typename Op>
static LogicalResult cumulative(Op op, ShapeInferrer &shapes) {
  std::optional<SmallVector<int64_t>> axis = shapes.constantInts(op.getAxis());
  std::optional<int64_t> rank = shapes.rank(op.getX());
  if (failed(checkLength(op, shapes, op.getAxis(), "axis", 1)))
    return failure();
  if (axis && axis->size() == 1 && rank &&
      failed(ShapeInferrer::axis(op, (*axis)[0], *rank)))
    return failure();
  return likeFirst(op, shapes);
}
CAMEO_SHAPE_RULE(CumSum, cumulative)
CAMEO_SHAPE_RULE(CumProd, cumulative)

LogicalResult TopKOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getX()),
       i64 = IntegerType::get(getContext(), 64);
  if (!shapes.ranked(getX())) {
    if (failed(shapes.setUnranked(getValues(), elementType)))
      return failure();
    return shapes.setUnranked(getIndices(), i64);
  }
  Dims dims = shapes.shape(getX());
  FailureOr<int64_t> axis = ShapeInferrer::axis(*this, getAxis(), dims.size());
  if (failed(axis))
    return failure();
  std::optional<Dims> k = shapes.contents(getK());
  if (failed(checkLength(*this, shapes, getK(), "K", 1)))
    return failure();
  DimExpr count = k && k->size() == 1 && (*k)[0].isSize()
                      ? (*k)[0]
                      : shapes.fresh(getValues(), *axis);
  if (count.isConstant() && dims[*axis].isConstant() &&
      *count.constant() > *dims[*axis].constant())
    return emitOpError() << "K is " << count.str() << " but the axis has only "
                         << dims[*axis].str() << " elements";
  dims[*axis] = count;
  if (failed(shapes.set(getValues(), elementType, dims)))
    return failure();
  return shapes.set(getIndices(), i64, dims);
}
