// SPDX-License-Identifier: Apache-2.0
// Shape rules of the onnx dialect's String operators.
#include "dialects/ONNX/ShapeRules.h"
#include "dialects/ONNX/String.h"

using namespace mlir;
using namespace cameo::onnx;
using namespace cameo::onnx::rules;

/// Whatever else stood there would be read as the texts' addresses.
static LogicalResult checkStrings(Operation *op, ShapeInferrer &shapes, Value v,
                                  StringRef name) {
  Type type = shapes.elementType(v);
  if (!type || isa<UnknownType, StringType>(type))
    return success();
  return op->emitOpError() << name << " holds elements of type " << type
                           << ", expected strings";
}

LogicalResult StringConcatOp::inferShapes(ShapeInferrer &shapes) {
  if (failed(checkStrings(*this, shapes, getX(), "X")) ||
      failed(checkStrings(*this, shapes, getY(), "Y")))
    return failure();
  return broadcastOperands(*this, shapes, getOperands());
}

LogicalResult StringSplitOp::inferShapes(ShapeInferrer &shapes) {
  if (failed(checkStrings(*this, shapes, getX(), "X")) ||
      failed(sameShape(shapes, getZ(), getX(),
                       IntegerType::get(getContext(), 64))))
    return failure();
  if (!shapes.ranked(getX()))
    return shapes.setUnranked(getY(), shapes.elementType(getX()));
  Dims dims = shapes.shape(getX());
  dims.push_back(shapes.fresh(getY(), dims.size()));
  return shapes.set(getY(), shapes.elementType(getX()), dims);
}

LogicalResult StringNormalizerOp::inferShapes(ShapeInferrer &shapes) {
  if (failed(checkStrings(*this, shapes, getX(), "X")) ||
      failed(checkRank(*this, shapes, getX(), "X", 1, 2)))
    return failure();
  if (!shapes.ranked(getX()))
    return shapes.setUnranked(getY(), shapes.elementType(getX()));
  Dims dims = shapes.shape(getX());
  // Stop words go; what is left is never empty.
  dims.back() = shapes.fresh(getY(), dims.size() - 1);
  return shapes.set(getY(), shapes.elementType(getX()), dims);
}

LogicalResult RegexFullMatchOp::inferShapes(ShapeInferrer &shapes) {
  if (failed(checkStrings(*this, shapes, getX(), "X")))
    return failure();
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
