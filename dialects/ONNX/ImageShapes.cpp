// SPDX-License-Identifier: Apache-2.0
// Shape rules of the onnx dialect's Image operators.
#include "dialects/ONNX/Image.h"
#include "dialects/ONNX/ShapeRules.h"
#include <cmath>

using namespace mlir;
using namespace cameo::onnx;
using namespace cameo::onnx::rules;

/// floor(size * scale): exact in symbols where the scale is an integer or one
/// half, one quarter, ….
static std::optional<DimExpr> scaled(DimExpr size, float scale) {
  if (size.isConstant()) {
    double result = std::floor(static_cast<double>(*size.constant()) * scale);
    return result >= 0 && result < 0x1p53
               ? std::optional<DimExpr>(static_cast<int64_t>(result))
               : std::nullopt;
  }
  if (scale >= 1 && scale < 0x1p31f && scale == std::floor(scale))
    return size * DimExpr(static_cast<int64_t>(scale));
  int exponent;
  if (scale > 0 && scale < 1 && std::frexp(scale, &exponent) == 0.5f &&
      exponent > -31)
    return DimExpr::floorDiv(size, int64_t{1} << (1 - exponent));
  return std::nullopt;
}

static std::optional<SmallVector<float>> constantFloats(Value v) {
  auto elements =
      dyn_cast_if_present<DenseElementsAttr>(ShapeInferrer::constant(v));
  if (!elements || !isa<FloatType>(elements.getElementType()))
    return std::nullopt;
  SmallVector<float> result;
  for (const APFloat &value : elements.getValues<APFloat>())
    result.push_back(static_cast<float>(value.convertToDouble()));
  return result;
}

LogicalResult ResizeOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getX());
  std::optional<int64_t> rank = shapes.rank(getX());
  bool bySizes = ShapeInferrer::present(getSizes()),
       byScales = ShapeInferrer::present(getScales());
  // An empty tensor is as good as none.
  byScales &= length(shapes, getScales()) != 0;
  bySizes &= length(shapes, getSizes()) != 0;
  if (bySizes == byScales)
    return emitOpError("needs either scales or sizes");
  Value parameter = bySizes ? getSizes() : getScales();
  if (!rank)
    rank = getAxes() ? std::nullopt : length(shapes, parameter);
  if (!rank)
    return shapes.setUnranked(getY(), elementType);
  SmallVector<int64_t> axes;
  if (getAxes()) {
    FailureOr<SmallVector<int64_t>> list =
        ShapeInferrer::axes(*this, *getAxes(), *rank);
    if (failed(list))
      return failure();
    axes = *list;
  } else {
    axes = llvm::to_vector(llvm::seq<int64_t>(0, *rank));
  }
  if (failed(checkLength(*this, shapes, parameter, bySizes ? "sizes" : "scales",
                         axes.size())))
    return failure();
  Dims dims = shapes.ranked(getX()) ? shapes.shape(getX())
                                    : freshDims(shapes, getY(), *rank);
  if (bySizes) {
    std::optional<Dims> sizes = shapes.contents(getSizes());
    bool stretch = getKeepAspectRatioPolicy() == "stretch";
    // One factor for all axes: the smallest, or largest, of them.
    std::optional<float> factor;
    bool known = sizes && shapes.ranked(getX());
    if (known && !stretch)
      for (auto [i, axis] : llvm::enumerate(axes)) {
        std::optional<int64_t> from = dims[axis].constant(),
                               to = (*sizes)[i].constant();
        if (!from || !to || *from == 0) {
          known = false;
          break;
        }
        float ratio = static_cast<float>(*to) / static_cast<float>(*from);
        bool smaller = getKeepAspectRatioPolicy() == "not_larger";
        factor = !factor   ? ratio
                 : smaller ? std::min(*factor, ratio)
                           : std::max(*factor, ratio);
      }
    for (auto [i, axis] : llvm::enumerate(axes)) {
      if (stretch && sizes)
        dims[axis] = (*sizes)[i];
      else if (!stretch && known)
        dims[axis] = static_cast<int64_t>(
            std::floor(*factor * *dims[axis].constant() + 0.5f));
      else
        dims[axis] = shapes.fresh(getY(), axis);
    }
    return shapes.set(getY(), elementType, dims);
  }
  std::optional<SmallVector<float>> scales = constantFloats(getScales());
  if (scales)
    for (float scale : *scales)
      if (!(scale > 0) || !std::isfinite(scale))
        return emitOpError("scales must be positive");
  // The region does not count, against the operator's text: ONNX's shape inference and its reference implementation
  // scale the whole size.
  for (auto [i, axis] : llvm::enumerate(axes)) {
    std::optional<DimExpr> size;
    if (scales)
      size = scaled(dims[axis], (*scales)[i]);
    dims[axis] = size.value_or(shapes.fresh(getY(), axis));
  }
  return shapes.set(getY(), elementType, dims);
}

LogicalResult GridSampleOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getX());
  std::optional<int64_t> rank = shapes.rank(getX());
  if (!rank)
    rank = shapes.rank(getGrid());
  if (!rank)
    return shapes.setUnranked(getY(), elementType);
  if (failed(checkRank(*this, shapes, getX(), "X", 3)) ||
      failed(checkRank(*this, shapes, getGrid(), "grid", *rank, *rank)))
    return failure();
  Dims dims = freshDims(shapes, getY(), *rank);
  if (shapes.ranked(getX())) {
    dims[0] = shapes.dim(getX(), 0);
    dims[1] = shapes.dim(getX(), 1);
  }
  if (shapes.ranked(getGrid())) {
    Dims grid = shapes.shape(getGrid());
    if (failed(unify(*this, grid.back(), *rank - 2,
                     "coordinates of grid and dimensions of X")))
      return failure();
    std::copy(grid.begin() + 1, grid.end() - 1, dims.begin() + 2);
  }
  return shapes.set(getY(), elementType, dims);
}

LogicalResult AffineGridOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getTheta());
  std::optional<Dims> size = shapes.contents(getSize());
  std::optional<int64_t> rank = length(shapes, getSize());
  if (!rank)
    rank = shapes.statedRank(getGrid());
  if (!rank)
    return shapes.setUnranked(getGrid(), elementType);
  if (*rank != 4 && *rank != 5)
    return emitOpError() << "size has " << *rank << " values, expected 4 or 5";
  Dims dims = freshDims(shapes, getGrid(), *rank);
  if (size) {
    dims[0] = (*size)[0];
    std::copy(size->begin() + 2, size->end(), dims.begin() + 1);
  }
  dims.back() = *rank - 2;
  return shapes.set(getGrid(), elementType, dims);
}

LogicalResult ImageDecoderOp::inferShapes(ShapeInferrer &shapes) {
  Type bytes = shapes.elementType(getEncodedStream());
  if (bytes && !isa<UnknownType>(bytes) && !bytes.isUnsignedInteger(8))
    return emitOpError() << "encoded_stream holds elements of type " << bytes
                         << ", expected bytes";
  return shapes.set(getImage(),
                    IntegerType::get(getContext(), 8, IntegerType::Unsigned),
                    {shapes.fresh(getImage(), 0), shapes.fresh(getImage(), 1),
                     getPixelFormat() == "Grayscale" ? 1 : 3});
}

LogicalResult RoiAlignOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getX());
  if (failed(checkRank(*this, shapes, getX(), "X", 4, 4)) ||
      failed(checkRank(*this, shapes, getRois(), "rois", 2, 2)) ||
      failed(
          checkRank(*this, shapes, getBatchIndices(), "batch_indices", 1, 1)))
    return failure();
  Dims dims = freshDims(shapes, getY(), 4);
  if (shapes.ranked(getRois()))
    dims[0] = shapes.dim(getRois(), 0);
  if (shapes.ranked(getX()))
    dims[1] = shapes.dim(getX(), 1);
  dims[2] = static_cast<int64_t>(getOutputHeight());
  dims[3] = static_cast<int64_t>(getOutputWidth());
  return shapes.set(getY(), elementType, dims);
}

LogicalResult MaxRoiPoolOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getX());
  if (failed(checkRank(*this, shapes, getX(), "X", 4, 4)) ||
      failed(checkRank(*this, shapes, getRois(), "rois", 2, 2)))
    return failure();
  if (getPooledShape().size() != 2)
    return emitOpError("pooled_shape must have 2 values");
  Dims dims = freshDims(shapes, getY(), 4);
  if (shapes.ranked(getRois()))
    dims[0] = shapes.dim(getRois(), 0);
  if (shapes.ranked(getX()))
    dims[1] = shapes.dim(getX(), 1);
  dims[2] = getPooledShape()[0];
  dims[3] = getPooledShape()[1];
  return shapes.set(getY(), elementType, dims);
}

LogicalResult NonMaxSuppressionOp::inferShapes(ShapeInferrer &shapes) {
  if (failed(checkRank(*this, shapes, getBoxes(), "boxes", 3, 3)) ||
      failed(checkRank(*this, shapes, getScores(), "scores", 3, 3)))
    return failure();
  return shapes.set(getSelectedIndices(), IntegerType::get(getContext(), 64),
                    {shapes.fresh(getSelectedIndices(), 0), 3});
}
