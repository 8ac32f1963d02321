// SPDX-License-Identifier: Apache-2.0
// Shape rules of com.microsoft's parts of language models, which
// onnx-decompose-contrib takes apart before shapes are inferred: what it had to
// leave is reported here.
#include "dialects/ONNX/Contrib.h"
#include "dialects/ONNX/ContribExperts.h"
#include "dialects/ONNX/ShapeRules.h"

using namespace mlir;
using namespace cameo::onnx;
using namespace cameo::onnx::rules;

#define SHAPES_AS_DECLARED(Op)                                                 \
  LogicalResult Op::inferShapes(ShapeInferrer &) { return success(); }

SHAPES_AS_DECLARED(MsRemovePaddingOp)
SHAPES_AS_DECLARED(MsRestorePaddingOp)
SHAPES_AS_DECLARED(MsPackedAttentionOp)
SHAPES_AS_DECLARED(MsPackedMultiHeadAttentionOp)
SHAPES_AS_DECLARED(MsLinearAttentionGateOp)
SHAPES_AS_DECLARED(MsGatedRMSNormOp)
SHAPES_AS_DECLARED(MsSparseAttentionOp)
SHAPES_AS_DECLARED(MsGatedAddOp)
SHAPES_AS_DECLARED(MsGemmaRotaryEmbeddingOp)
SHAPES_AS_DECLARED(MsNhwcFusedConvOp)
SHAPES_AS_DECLARED(MsMatMulInteger16Op)
SHAPES_AS_DECLARED(MsMulIntegerOp)
SHAPES_AS_DECLARED(MsReduceSumIntegerOp)
SHAPES_AS_DECLARED(MsQEmbedLayerNormalizationOp)
SHAPES_AS_DECLARED(MsIsAllFiniteOp)

//===-- Experts -----------------------------------------------------------===//

template <typename Op> static std::string activationProblem(Op op) {
  int64_t fusion = op.getSwigluFusion();
  bool gated = ShapeInferrer::present(op.getFc3ExpertsWeights());
  if (op.getActivationType() == "swiglu" && !gated && fusion != 1 &&
      fusion != 2)
    return "swiglu needs fc3_experts_weights or a swiglu_fusion of 1 or 2";
  return "";
}

std::string cameo::onnx::expertsProblem(MsMoEOp op) {
  return activationProblem(op);
}

std::string cameo::onnx::expertsProblem(MsQMoEOp op) {
  if (std::string problem = activationProblem(op); !problem.empty())
    return problem;
  if (op.getQuantType() != "int")
    return ("weights of quant_type '" + op.getQuantType() +
            "' are not supported: int alone is")
        .str();
  int64_t bits = op.getExpertWeightBits(), block = op.getBlockSize();
  if (bits != 2 && bits != 4 && bits != 8)
    return "expert_weight_bits must be 2, 4 or 8";
  if (op.getWeightsPrepacked() == 1)
    return "takes weights as they are, not prepacked for a device";
  if (block < 0 || block * bits % 8)
    return "block_size must be a number of whole bytes";
  const std::pair<Value, Value> layers[] = {
      {op.getFc1ExpertsWeights(), op.getFc1Scales()},
      {op.getFc2ExpertsWeights(), op.getFc2Scales()},
      {op.getFc3ExpertsWeights(), op.getFc3Scales()}};
  for (auto [weights, scales] : layers) {
    if (!ShapeInferrer::present(weights))
      continue;
    auto type = dyn_cast<RankedTensorType>(weights.getType());
    if (!type || type.getRank() != 3 || type.isDynamicDim(1) ||
        type.isDynamicDim(2) || type.getNumElements() == 0)
      return "needs weights of three known dimensions";
    if (!ShapeInferrer::present(scales))
      return "needs scales of its weights";
    if (block && type.getDimSize(2) * 8 / bits % block)
      return "block_size must divide the weights' columns";
  }
  return "";
}

template <typename Op>
static LogicalResult experts(Op op, ShapeInferrer &shapes) {
  // May be known when it is taken apart again.
  for (Value weights : {op.getFc1ExpertsWeights(), op.getFc2ExpertsWeights(),
                        op.getFc3ExpertsWeights()})
    if (ShapeInferrer::present(weights) && !shapes.ranked(weights))
      return likeFirst(op, shapes);
  if (std::string problem = expertsProblem(op); !problem.empty())
    return op.emitOpError(problem);
  return likeFirst(op, shapes);
}
CAMEO_SHAPE_RULE(MsMoE, experts)
CAMEO_SHAPE_RULE(MsQMoE, experts)

//===-- Decoders ----------------------------------------------------------===//

LogicalResult MsCausalConvWithStateOp::inferShapes(ShapeInferrer &) {
  if (getNdim() != 1)
    return emitOpError() << "has " << getNdim()
                         << " dimensions; one is supported";
  auto type = dyn_cast<RankedTensorType>(getWeight().getType());
  if (!type)
    return success();
  if (type.getRank() != 3 || type.isDynamicDim(0) || type.isDynamicDim(2))
    return emitOpError("needs a weight of known sizes [channels, 1, taps]");
  if (getStateWindow() < 0 || getStateWindow() > 8)
    return emitOpError("state_window must be within [0, 8]");
  return emitOpError("keeps windows of states for channels first alone");
}

LogicalResult MsMRotaryEmbeddingOp::inferShapes(ShapeInferrer &) {
  if (getMropeSection().size() != 3 ||
      llvm::any_of(getMropeSection(), [](int64_t n) { return n < 0; }))
    return emitOpError("mrope_section must be three sizes");
  return emitOpError("needs a scale of 1 and no packed batches");
}

LogicalResult MsFusedMatMulActivationOp::inferShapes(ShapeInferrer &) {
  return emitOpError() << "does not know the activation " << getActivation();
}

LogicalResult MsRfftOp::inferShapes(ShapeInferrer &) {
  return emitOpError("transforms one dimension, onesided and not normalised");
}
LogicalResult MsIrfftOp::inferShapes(ShapeInferrer &) {
  return emitOpError("transforms one dimension, onesided and not normalised");
}

/// Queries [batch, length, heads * size], keys and values alike; the state is
/// [batch, heads, key size, value size].
LogicalResult MsLinearAttentionOp::inferShapes(ShapeInferrer &shapes) {
  Type elementType = shapes.elementType(getQuery());
  for (auto [v, name] : {std::pair(getQuery(), "query"),
                         {getKey(), "key"},
                         {getValue(), "value"},
                         {getDecay(), "decay"},
                         {getBeta(), "beta"}})
    if (ShapeInferrer::present(v) &&
        failed(checkRank(*this, shapes, v, name, 3, 3)))
      return failure();
  int64_t queryHeads = getQNumHeads(), heads = getKvNumHeads(),
          window = getStateWindow();
  if (queryHeads % heads && heads % queryHeads)
    return emitOpError(
        "one of q_num_heads and kv_num_heads must divide the other");
  if (window < 0 || window > 8)
    return emitOpError("state_window must be within [0, 8]");
  if (getUpdateRule().starts_with("gated") &&
      !ShapeInferrer::present(getDecay()))
    return emitOpError("the update rule needs decay");
  if (getUpdateRule().ends_with("delta") && !ShapeInferrer::present(getBeta()))
    return emitOpError("the update rule needs beta");
  int64_t stateRank = window ? 5 : 4;
  if (ShapeInferrer::present(getPastState()) &&
      failed(checkRank(*this, shapes, getPastState(), "past_state", stateRank,
                       stateRank)))
    return failure();
  Dims output = freshDims(shapes, getOutput(), 3),
       state = freshDims(shapes, getPresentState(), 4);
  state[1] = heads;
  if (shapes.ranked(getQuery())) {
    output[0] = state[0] = shapes.dim(getQuery(), 0);
    output[1] = shapes.dim(getQuery(), 1);
    state[2] =
        DimExpr::floorDiv(shapes.dim(getQuery(), 2), DimExpr(queryHeads));
  }
  if (shapes.ranked(getValue())) {
    state[3] = DimExpr::floorDiv(shapes.dim(getValue(), 2), DimExpr(heads));
    output[2] = state[3] * DimExpr(std::max(queryHeads, heads));
  }
  if (window)
    state.insert(state.begin(), DimExpr(window));
  Type stateType = ShapeInferrer::present(getPastState())
                       ? shapes.elementType(getPastState())
                       : elementType;
  if (failed(shapes.set(getOutput(), elementType, output)))
    return failure();
  return shapes.set(getPresentState(), stateType, state);
}

//===-- Others ------------------------------------------------------------===//

LogicalResult MsCropAndResizeOp::inferShapes(ShapeInferrer &shapes) {
  if (failed(checkRank(*this, shapes, getX(), "X", 4, 4)) ||
      failed(checkRank(*this, shapes, getRois(), "rois", 2, 2)) ||
      failed(
          checkRank(*this, shapes, getBatchIndices(), "batch_indices", 1, 1)) ||
      failed(checkLength(*this, shapes, getCropSize(), "crop_size", 2)))
    return failure();
  Dims dims = freshDims(shapes, getY(), 4);
  if (shapes.ranked(getRois()))
    dims[0] = shapes.dim(getRois(), 0);
  if (shapes.ranked(getX()))
    dims[1] = shapes.dim(getX(), 1);
  if (auto size = shapes.contents(getCropSize()))
    std::copy(size->begin(), size->end(), dims.begin() + 2);
  return shapes.set(getY(), shapes.elementType(getX()), dims);
}

/// [2, steps]: as many as the costs make.
LogicalResult MsDynamicTimeWarpingOp::inferShapes(ShapeInferrer &shapes) {
  if (failed(checkRank(*this, shapes, getInput(), "input", 2, 3)))
    return failure();
  Dims dims = freshDims(shapes, getOutput(), 2);
  dims[0] = 2;
  return shapes.set(getOutput(), IntegerType::get(getContext(), 32), dims);
}
