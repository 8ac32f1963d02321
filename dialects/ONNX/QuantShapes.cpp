// SPDX-License-Identifier: Apache-2.0
// Shape rules of the onnx dialect's Quant operators.
#include "dialects/ONNX/DataTypes.h"
#include "dialects/ONNX/Quant.h"
#include "dialects/ONNX/ShapeRules.h"

using namespace mlir;
using namespace cameo::onnx;
using namespace cameo::onnx::rules;

/// The scale: a scalar, a vector along the axis, or one value per block.
static LogicalResult checkScale(Operation *op, ShapeInferrer &shapes, Value x,
                                Value scale, int64_t axis, int64_t block) {
  std::optional<int64_t> rank = shapes.rank(x), scaleRank = shapes.rank(scale);
  if (!rank || !scaleRank || *scaleRank == 0 ||
      (*scaleRank == 1 &&
       (shapes.dim(scale, 0).is(1) || !shapes.dim(scale, 0).isConstant())))
    return success();
  if (block == 0 && *scaleRank != 1)
    return op->emitOpError()
           << "the scale has rank " << *scaleRank << ", expected 0 or 1";
  if (block != 0 && *scaleRank != *rank)
    return op->emitOpError()
           << "the scale has rank " << *scaleRank << ", expected " << *rank;
  FailureOr<int64_t> i = ShapeInferrer::axis(op, axis, *rank);
  if (failed(i))
    return failure();
  if (block == 0)
    return failed(unify(op, shapes.dim(x, *i), shapes.dim(scale, 0),
                        "sizes of axis and scale"))
               ? failure()
               : success();
  return success();
}

LogicalResult QuantizeLinearOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = IntegerType::get(getContext(), 8, IntegerType::Unsigned);
  if (ShapeInferrer::present(getYZeroPoint()))
    elementType = shapes.elementType(getYZeroPoint());
  else if (getOutputDtype())
    elementType = typeOfDataType(getContext(), getOutputDtype());
  if (!elementType)
    return emitOpError("the quantised type is unknown");
  if (failed(checkScale(*this, shapes, getX(), getYScale(), getAxis(),
                        getBlockSize())))
    return failure();
  return sameShape(shapes, getY(), getX(), elementType);
}

LogicalResult DequantizeLinearOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getXScale());
  if (getOutputDtype())
    elementType = typeOfDataType(getContext(), getOutputDtype());
  if (!elementType)
    return emitOpError("the result's type is unknown");
  if (ShapeInferrer::present(getXZeroPoint()) &&
      failed(sameElementTypes(*this, shapes, {getX(), getXZeroPoint()})))
    return failure();
  if (failed(checkScale(*this, shapes, getX(), getXScale(), getAxis(),
                        getBlockSize())))
    return failure();
  return sameShape(shapes, getY(), getX(), elementType);
}

LogicalResult DynamicQuantizeLinearOp::inferShapes(ShapeInferrer &shapes) {
  Type u8 = IntegerType::get(getContext(), 8, IntegerType::Unsigned);
  if (failed(sameShape(shapes, getY(), getX(), u8)) ||
      failed(shapes.set(getYScale(), Float32Type::get(getContext()), {})))
    return failure();
  return shapes.set(getYZeroPoint(), u8, {});
}

static LogicalResult product(Operation *op, ShapeInferrer &shapes, Value a,
                             Value b, Type elementType) {
  FailureOr<Dims> dims = matMulShape(op, shapes, a, b);
  if (failed(dims))
    return failure();
  if (!shapes.ranked(a) || !shapes.ranked(b))
    return shapes.setUnranked(op->getResult(0), elementType);
  return shapes.set(op->getResult(0), elementType, *dims);
}
LogicalResult MatMulIntegerOp::inferShapes(ShapeInferrer &shapes) {
  return product(*this, shapes, getA(), getB(),
                 IntegerType::get(getContext(), 32));
}
LogicalResult QLinearMatMulOp::inferShapes(ShapeInferrer &shapes) {
  return product(*this, shapes, getA(), getB(),
                 shapes.elementType(getYZeroPoint()));
}
LogicalResult ConvIntegerOp::inferShapes(ShapeInferrer &shapes) {
  return convolution(*this, shapes, getX(), getW(), getY(),
                     IntegerType::get(getContext(), 32));
}
LogicalResult QLinearConvOp::inferShapes(ShapeInferrer &shapes) {
  return convolution(*this, shapes, getX(), getW(), getY(),
                     shapes.elementType(getYZeroPoint()));
}
