// SPDX-License-Identifier: Apache-2.0
// Shape rules of the onnx dialect's NN operators: convolution, pooling,
// normalisation, losses. Attention is in AttentionShapes.cpp.
#include "dialects/ONNX/NN.h"
#include "dialects/ONNX/ShapeRules.h"

using namespace mlir;
using namespace cameo::onnx;
using namespace cameo::onnx::rules;

//===-- Convolution -------------------------------------------------------===//

LogicalResult ConvOp::inferShapes(ShapeInferrer &shapes) {
  if (failed(sameElementTypes(*this, shapes, getOperands())))
    return failure();
  return convolution(*this, shapes, getX(), getW(), getY(),
                     shapes.elementType(getX()));
}

LogicalResult DeformConvOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getX());
  if (failed(sameElementTypes(*this, shapes, {getX(), getW(), getOffset()})))
    return failure();
  return convolution(*this, shapes, getX(), getW(), getY(), elementType);
}

LogicalResult ConvTransposeOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getX());
  if (failed(sameElementTypes(*this, shapes, getOperands())) ||
      failed(checkRank(*this, shapes, getX(), "X", 2)))
    return failure();
  std::optional<int64_t> rank = shapes.rank(getX());
  if (!rank)
    rank = shapes.rank(getW());
  if (!rank)
    return shapes.setUnranked(getY(), elementType);
  if (failed(checkRank(*this, shapes, getW(), "W", *rank, *rank)))
    return failure();
  Dims dims = freshDims(shapes, getY(), *rank);
  if (!shapes.ranked(getX()) || !shapes.ranked(getW()))
    return shapes.set(getY(), elementType, dims);
  Dims x = shapes.shape(getX()), w = shapes.shape(getW());
  size_t n = *rank - 2;
  if (failed(unify(*this, x[1], w[0], "channels of X and W")))
    return failure();
  if (x[1].constant() && *x[1].constant() % static_cast<int64_t>(getGroup()))
    return emitOpError() << "group " << getGroup() << " does not divide "
                         << x[1].str() << " channels";
  dims[0] = x[0];
  dims[1] = w[1] * DimExpr(static_cast<int64_t>(getGroup()));
  auto list = [&](std::optional<ArrayRef<int64_t>> values, size_t size,
                  int64_t preset,
                  StringRef name) -> FailureOr<SmallVector<int64_t>> {
    if (!values || values->empty())
      return SmallVector<int64_t>(size, preset);
    if (values->size() != size)
      return emitOpError() << name << " has " << values->size()
                           << " values, expected " << size;
    return SmallVector<int64_t>(*values);
  };
  auto strides = list(getStrides(), n, 1, "strides"),
       dilations = list(getDilations(), n, 1, "dilations"),
       pads = list(getPads(), 2 * n, 0, "pads"),
       extra = list(getOutputPadding(), n, 0, "output_padding");
  if (failed(strides) || failed(dilations) || failed(pads) || failed(extra))
    return failure();
  if (getKernelShape() && getKernelShape()->size() != n)
    return emitOpError() << "kernel_shape has " << getKernelShape()->size()
                         << " values, expected " << n;
  std::optional<ArrayRef<int64_t>> given = getOutputShape();
  // Some exporters write the whole shape rather than the spatial part.
  if (given && given->size() == n + 2)
    given = given->drop_front(2);
  if (given && given->size() != n)
    return emitOpError() << "output_shape has " << given->size()
                         << " values, expected " << n;
  for (size_t i = 0; i < n; ++i) {
    DimExpr kernel =
        getKernelShape() ? DimExpr((*getKernelShape())[i]) : w[2 + i];
    DimExpr extent = (kernel - 1) * DimExpr((*dilations)[i]) + 1;
    DimExpr full =
        (x[2 + i] - 1) * DimExpr((*strides)[i]) + extent + DimExpr((*extra)[i]);
    if (given)
      dims[2 + i] = (*given)[i];
    else if (getAutoPad().starts_with("SAME"))
      dims[2 + i] = x[2 + i] * DimExpr((*strides)[i]);
    else if (getAutoPad() == "VALID")
      dims[2 + i] = full;
    else
      dims[2 + i] = full - DimExpr((*pads)[i]) - DimExpr((*pads)[n + i]);
  }
  return shapes.set(getY(), elementType, dims);
}

LogicalResult CausalConvWithStateOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getInput());
  if (failed(sameElementTypes(*this, shapes, getOperands())) ||
      failed(checkRank(*this, shapes, getInput(), "input", 3, 3)) ||
      failed(checkRank(*this, shapes, getWeight(), "weight", 3, 3)) ||
      failed(sameShape(shapes, getOutput(), getInput())))
    return failure();
  Dims state = freshDims(shapes, getPresentState(), 3);
  if (shapes.ranked(getInput())) {
    state[0] = shapes.dim(getInput(), 0);
    state[1] = shapes.dim(getInput(), 1);
  }
  if (shapes.ranked(getWeight()))
    state[2] = shapes.dim(getWeight(), 2) - 1;
  return shapes.set(getPresentState(), elementType, state);
}

//===-- Pooling -----------------------------------------------------------===//

template <typename Op>
static LogicalResult pooling(Op op, ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(op.getX());
  ArrayRef<int64_t> kernel = op.getKernelShape();
  int64_t rank = kernel.size() + 2;
  if (failed(checkRank(op, shapes, op.getX(), "X", rank, rank)))
    return failure();
  if (!shapes.ranked(op.getX()))
    return shapes.set(op.getY(), elementType,
                      freshDims(shapes, op.getY(), rank));
  Dims x = shapes.shape(op.getX()), dims(ArrayRef(x).take_front(2));
  Window window;
  window.strides = op.getStrides().value_or(ArrayRef<int64_t>());
  window.dilations = op.getDilations().value_or(ArrayRef<int64_t>());
  window.pads = op.getPads().value_or(ArrayRef<int64_t>());
  window.autoPad = op.getAutoPad();
  window.ceilMode = op.getCeilMode();
  FailureOr<Dims> spatial = slide(op, ArrayRef(x).drop_front(2),
                                  Dims(kernel.begin(), kernel.end()), window);
  if (failed(spatial))
    return failure();
  llvm::append_range(dims, *spatial);
  return shapes.set(op.getY(), elementType, dims);
}
CAMEO_SHAPE_RULE(AveragePool, pooling)
CAMEO_SHAPE_RULE(LpPool, pooling)

LogicalResult MaxPoolOp::inferShapes(ShapeInferrer &shapes) {
  if (failed(pooling(*this, shapes)))
    return failure();
  return sameShape(shapes, getIndices(), getY(),
                   IntegerType::get(getContext(), 64));
}

LogicalResult MaxUnpoolOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getX());
  ArrayRef<int64_t> kernel = getKernelShape();
  size_t n = kernel.size(), rank = n + 2;
  if (failed(checkRank(*this, shapes, getX(), "X", rank, rank)))
    return failure();
  Dims dims = shapes.ranked(getX()) ? shapes.shape(getX())
                                    : freshDims(shapes, getOutput(), rank);
  if (ShapeInferrer::present(getOutputShape())) {
    std::optional<Dims> given = shapes.contents(getOutputShape());
    if (given && given->size() != rank)
      return emitOpError() << "output_shape has " << given->size()
                           << " values, expected " << rank;
    return shapes.set(getOutput(), elementType,
                      given ? *given : freshDims(shapes, getOutput(), rank));
  }
  auto strides = getStrides().value_or(ArrayRef<int64_t>());
  auto pads = getPads().value_or(ArrayRef<int64_t>());
  if ((!strides.empty() && strides.size() != n) ||
      (!pads.empty() && pads.size() != 2 * n))
    return emitOpError("strides and pads do not fit kernel_shape");
  if (shapes.ranked(getX()))
    for (size_t i = 0; i < n; ++i) {
      DimExpr stride = strides.empty() ? 1 : strides[i];
      DimExpr padding =
          pads.empty() ? DimExpr(0) : DimExpr(pads[i]) + DimExpr(pads[n + i]);
      dims[2 + i] = (dims[2 + i] - 1) * stride - padding + DimExpr(kernel[i]);
    }
  return shapes.set(getOutput(), elementType, dims);
}

static LogicalResult globalPooling(Operation *op, ShapeInferrer &shapes) {
  Value x = op->getOperand(0), y = op->getResult(0);
  if (failed(checkRank(op, shapes, x, "X", 2)))
    return failure();
  if (!shapes.ranked(x))
    return shapes.setUnranked(y, shapes.elementType(x));
  Dims dims = shapes.shape(x);
  std::fill(dims.begin() + 2, dims.end(), 1);
  return shapes.set(y, shapes.elementType(x), dims);
}
CAMEO_SHAPE_RULE(GlobalAveragePool, globalPooling)
CAMEO_SHAPE_RULE(GlobalMaxPool, globalPooling)
CAMEO_SHAPE_RULE(GlobalLpPool, globalPooling)

//===-- Normalisation -----------------------------------------------------===//

/// Vectors of one value per channel.
static LogicalResult checkChannels(Operation *op, ShapeInferrer &shapes,
                                   Value x, ValueRange vectors) {
  if (failed(checkRank(op, shapes, x, "the input", 2)))
    return failure();
  for (Value v : vectors) {
    if (failed(checkRank(op, shapes, v, "a value per channel", 1, 1)))
      return failure();
    if (shapes.ranked(x) && shapes.ranked(v) &&
        failed(unify(op, shapes.dim(x, 1), shapes.dim(v, 0),
                     "numbers of channels")))
      return failure();
  }
  return success();
}

LogicalResult BatchNormalizationOp::inferShapes(ShapeInferrer &shapes) {
  // A matrix has one channel per column, a vector is one channel.
  if (shapes.rank(getX()) != 1 &&
      failed(checkChannels(*this, shapes, getX(), getOperands().drop_front())))
    return failure();
  if (failed(likeFirst(*this, shapes)) ||
      failed(sameShape(shapes, getRunningMean(), getInputMean())))
    return failure();
  return sameShape(shapes, getRunningVar(), getInputVar());
}

static LogicalResult perChannel(Operation *op, ShapeInferrer &shapes) {
  if (failed(checkChannels(op, shapes, op->getOperand(0),
                           op->getOperands().drop_front())))
    return failure();
  return likeFirst(op, shapes);
}
CAMEO_SHAPE_RULE(InstanceNormalization, perChannel)

LogicalResult GroupNormalizationOp::inferShapes(ShapeInferrer &shapes) {
  if (failed(perChannel(*this, shapes)))
    return failure();
  if (shapes.ranked(getX()))
    if (std::optional<int64_t> channels = shapes.dim(getX(), 1).constant())
      if (*channels % static_cast<int64_t>(getNumGroups()))
        return emitOpError() << "num_groups " << getNumGroups()
                             << " does not divide " << *channels << " channels";
  return success();
}

LogicalResult LayerNormalizationOp::inferShapes(ShapeInferrer &shapes) {
  if (failed(likeFirst(*this, shapes)))
    return failure();
  Type stash = getStashType() == 16 ? Type(BFloat16Type::get(getContext()))
                                    : Type(Float32Type::get(getContext()));
  if (!shapes.ranked(getX())) {
    if (failed(shapes.setUnranked(getMean(), stash)))
      return failure();
    return shapes.setUnranked(getInvStdDev(), stash);
  }
  Dims dims = shapes.shape(getX());
  FailureOr<int64_t> axis = ShapeInferrer::axis(*this, getAxis(), dims.size());
  if (failed(axis))
    return failure();
  for (Value v : {getScale(), getB()})
    if (ShapeInferrer::present(v) && shapes.ranked(v)) {
      FailureOr<Dims> both = shapes.broadcast(*this, {dims, shapes.shape(v)});
      if (failed(both))
        return failure();
      if (both->size() != dims.size())
        return emitOpError("Scale and B must broadcast to X");
    }
  std::fill(dims.begin() + *axis, dims.end(), 1);
  if (failed(shapes.set(getMean(), stash, dims)))
    return failure();
  return shapes.set(getInvStdDev(), stash, dims);
}

LogicalResult RMSNormalizationOp::inferShapes(ShapeInferrer &shapes) {
  if (std::optional<int64_t> rank = shapes.rank(getX()))
    if (failed(ShapeInferrer::axis(*this, getAxis(), *rank)))
      return failure();
  return sameShape(shapes, getY(), getX(), shapes.elementType(getScale()));
}

LogicalResult MeanVarianceNormalizationOp::inferShapes(ShapeInferrer &shapes) {
  if (std::optional<int64_t> rank = shapes.rank(getX()))
    if (failed(ShapeInferrer::axes(*this, getAxes(), *rank)))
      return failure();
  return likeFirst(*this, shapes);
}

LogicalResult LpNormalizationOp::inferShapes(ShapeInferrer &shapes) {
  if (std::optional<int64_t> rank = shapes.rank(getInput()))
    if (failed(ShapeInferrer::axis(*this, getAxis(), *rank)))
      return failure();
  return likeFirst(*this, shapes);
}

LogicalResult LRNOp::inferShapes(ShapeInferrer &shapes) {
  if (failed(checkRank(*this, shapes, getX(), "X", 2)))
    return failure();
  return likeFirst(*this, shapes);
}

LogicalResult DropoutOp::inferShapes(ShapeInferrer &shapes) {
  if (failed(shapes.copy(getOutput(), getData())))
    return failure();
  return sameShape(shapes, getMask(), getData(),
                   IntegerType::get(getContext(), 1));
}

//===-- Losses ------------------------------------------------------------===//

/// Input (N, C, d…), target (N, d…).
static LogicalResult loss(Operation *op, ShapeInferrer &shapes, Value input,
                          Value target, Value weights, Value result,
                          StringRef reduction) {
  Type elementType = shapes.elementType(input);
  if (failed(checkRank(op, shapes, input, "input", 2)) ||
      (ShapeInferrer::present(weights) &&
       failed(checkRank(op, shapes, weights, "weights", 1, 1))))
    return failure();
  if (shapes.ranked(input)) {
    Dims expected = shapes.shape(input);
    expected.erase(expected.begin() + 1);
    if (failed(checkRank(op, shapes, target, "target", expected.size(),
                         expected.size())))
      return failure();
    if (shapes.ranked(target))
      for (auto [a, b] : llvm::zip_equal(expected, shapes.shape(target)))
        if (failed(unify(op, a, b, "sizes of input and target")))
          return failure();
  }
  if (reduction != "none")
    return shapes.set(result, elementType, {});
  return sameShape(shapes, result, target, elementType);
}
LogicalResult NegativeLogLikelihoodLossOp::inferShapes(ShapeInferrer &shapes) {
  return loss(*this, shapes, getInput(), getTarget(), getWeight(), getLoss(),
              getReduction());
}
LogicalResult SoftmaxCrossEntropyLossOp::inferShapes(ShapeInferrer &shapes) {
  if (failed(sameShape(shapes, getLogProb(), getScores())))
    return failure();
  return loss(*this, shapes, getScores(), getLabels(), getWeights(),
              getOutput(), getReduction());
}
