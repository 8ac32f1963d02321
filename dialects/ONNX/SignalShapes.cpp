// SPDX-License-Identifier: Apache-2.0
// Shape rules of the onnx dialect's Signal operators.
#include "dialects/ONNX/DataTypes.h"
#include "dialects/ONNX/ShapeRules.h"
#include "dialects/ONNX/Signal.h"

using namespace mlir;
using namespace cameo::onnx;
using namespace cameo::onnx::rules;

/// The value of a scalar operand that states a size; nothing if only the run
/// tells.
static std::optional<DimExpr> scalar(ShapeInferrer &shapes, Value v) {
  if (!ShapeInferrer::present(v))
    return std::nullopt;
  std::optional<Dims> elements = shapes.contents(v);
  if (!elements || elements->size() != 1 ||
      !((*elements)[0].isConstant() || (*elements)[0].isSize()))
    return std::nullopt;
  return (*elements)[0];
}

template <typename Op>
static LogicalResult window(Op op, ShapeInferrer &shapes) {
  Type elementType = typeOfDataType(op.getContext(), op.getOutputDatatype());
  if (!elementType)
    return op.emitOpError() << "unknown data type " << op.getOutputDatatype();
  return shapes.set(
      op.getOutput(), elementType,
      {scalar(shapes, op.getSize()).value_or(shapes.fresh(op.getOutput(), 0))});
}
CAMEO_SHAPE_RULE(BlackmanWindow, window)
CAMEO_SHAPE_RULE(HammingWindow, window)
CAMEO_SHAPE_RULE(HannWindow, window)

LogicalResult DFTOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getInput());
  std::optional<int64_t> rank = shapes.rank(getInput());
  if (!rank)
    return shapes.setUnranked(getOutput(), elementType);
  if (failed(checkRank(*this, shapes, getInput(), "input", 2)))
    return failure();
  std::optional<int64_t> axis = -2;
  if (ShapeInferrer::present(getAxis())) {
    std::optional<SmallVector<int64_t>> given = shapes.constantInts(getAxis());
    axis = given && given->size() == 1 ? std::optional<int64_t>((*given)[0])
                                       : std::nullopt;
  }
  if (!axis) {
    Dims dims = freshDims(shapes, getOutput(), *rank);
    dims.back() = getInverse() && getOnesided() ? 1 : 2;
    return shapes.set(getOutput(), elementType, dims);
  }
  FailureOr<int64_t> i = ShapeInferrer::axis(*this, *axis, *rank);
  if (failed(i))
    return failure();
  if (*i == *rank - 1)
    return emitOpError("axis must not be that of the real and imaginary parts");
  Dims dims = shapes.shape(getInput());
  bool toReal = getInverse() && getOnesided();
  DimExpr points = toReal ? (dims[*i] - 1) * DimExpr(2) : dims[*i];
  if (ShapeInferrer::present(getDftLength()))
    points =
        scalar(shapes, getDftLength()).value_or(shapes.fresh(getOutput(), *i));
  dims[*i] =
      getOnesided() && !toReal ? DimExpr::floorDiv(points, 2) + 1 : points;
  dims.back() = toReal ? 1 : 2;
  return shapes.set(getOutput(), elementType, dims);
}

LogicalResult STFTOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getSignal());
  if (failed(checkRank(*this, shapes, getSignal(), "signal", 2, 3)))
    return failure();
  Dims dims = freshDims(shapes, getOutput(), 4);
  dims[3] = 2;
  std::optional<DimExpr> step = scalar(shapes, getFrameStep()),
                         frame = scalar(shapes, getFrameLength());
  if (!frame && !ShapeInferrer::present(getFrameLength()) &&
      ShapeInferrer::present(getWindow()) && shapes.rank(getWindow()) == 1)
    frame = shapes.dim(getWindow(), 0);
  if (step && step->isConstant() && *step->constant() < 1)
    return emitOpError("frame_step must be positive");
  if (frame)
    dims[2] = getOnesided() ? DimExpr::floorDiv(*frame, 2) + 1 : *frame;
  if (shapes.ranked(getSignal())) {
    dims[0] = shapes.dim(getSignal(), 0);
    if (frame && step)
      dims[1] =
          DimExpr::floorDiv(shapes.dim(getSignal(), 1) - *frame, *step) + 1;
  }
  return shapes.set(getOutput(), elementType, dims);
}

LogicalResult MelWeightMatrixOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = typeOfDataType(getContext(), getOutputDatatype());
  if (!elementType)
    return emitOpError() << "unknown data type " << getOutputDatatype();
  Dims dims = freshDims(shapes, getOutput(), 2);
  if (std::optional<DimExpr> length = scalar(shapes, getDftLength()))
    dims[0] = DimExpr::floorDiv(*length, 2) + 1;
  if (std::optional<DimExpr> bins = scalar(shapes, getNumMelBins()))
    dims[1] = *bins;
  return shapes.set(getOutput(), elementType, dims);
}
