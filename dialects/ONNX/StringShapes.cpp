// SPDX-License-Identifier: Apache-2.0
// Shape rules of the onnx dialect's String operators.
#include "dialects/ONNX/ShapeRules.h"
#include "dialects/ONNX/String.h"

using namespace mlir;
using namespace cameo::onnx;
using namespace cameo::onnx::rules;

LogicalResult StringConcatOp::inferShapes(ShapeInferrer &shapes) {
  return broadcastOperands(*this, shapes, getOperands());
}

LogicalResult StringSplitOp::inferShapes(ShapeInferrer &shapes) {
  if (failed(sameShape(shapes, getZ(), getX(),
                       IntegerType::get(getContext(), 64))))
    return failure();
  if (!shapes.ranked(getX()))
    return shapes.setUnranked(getY(), shapes.elementType(getX()));
  Dims dims = shapes.shape(getX());
  dims.push_back(shapes.fresh(getY(), dims.size()));
  return shapes.set(getY(), shapes.elementType(getX()), dims);
}

LogicalResult StringNormalizerOp::inferShapes(ShapeInferrer &shapes) {
  if (failed(checkRank(*this, shapes, getX(), "X", 1, 2)))
    return failure();
  if (!shapes.ranked(getX()))
    return shapes.setUnranked(getY(), shapes.elementType(getX()));
  Dims dims = shapes.shape(getX());
  // Stop words go; what is left is never empty.
  dims.back() = shapes.fresh(getY(), dims.size() - 1);
  return shapes.set(getY(), shapes.elementType(getX()), dims);
}

LogicalResult RegexFullMatchOp::inferShapes(ShapeInferrer &shapes) {
  return sameShape(shapes, getY(), getX(), IntegerType::get(getContext(), 1));
}

LogicalResult TfIdfVectorizerOp::inferShapes(ShapeInferrer &shapes) {
  Type f32 = Float32Type::get(getContext());
  if (failed(checkRank(*this, shapes, getX(), "X", 0, 2)))
    return failure();
  int64_t width = 0;
  for (int64_t i : getNgramIndexes()) {
    if (i < 0 || i == std::numeric_limits<int64_t>::max())
      return emitOpError() << "ngram_indexes has the invalid value " << i;
    width = std::max(width, i + 1);
  }
  if (!shapes.ranked(getX()))
    return shapes.setUnranked(getY(), f32);
  if (shapes.rank(getX()) == 2)
    return shapes.set(getY(), f32, {shapes.dim(getX(), 0), width});
  return shapes.set(getY(), f32, {width});
}
