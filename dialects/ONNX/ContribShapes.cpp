// SPDX-License-Identifier: Apache-2.0
// Shapes of the com.microsoft operators: results keep what the model declares.
#include "dialects/ONNX/ONNX.h"

using namespace mlir;
using namespace cameo::onnx;

#define SHAPES_AS_DECLARED(Op)                                                 \
  LogicalResult Op::inferShapes(ShapeInferrer &) { return success(); }

SHAPES_AS_DECLARED(MsAttentionOp)
SHAPES_AS_DECLARED(MsQAttentionOp)
SHAPES_AS_DECLARED(MsMultiHeadAttentionOp)
SHAPES_AS_DECLARED(MsDecoderMaskedMultiHeadAttentionOp)
SHAPES_AS_DECLARED(MsGroupQueryAttentionOp)
SHAPES_AS_DECLARED(MsRotaryEmbeddingOp)
SHAPES_AS_DECLARED(MsSkipLayerNormalizationOp)
SHAPES_AS_DECLARED(MsSkipSimplifiedLayerNormalizationOp)
SHAPES_AS_DECLARED(MsEmbedLayerNormalizationOp)
SHAPES_AS_DECLARED(MsBiasGeluOp)
SHAPES_AS_DECLARED(MsFastGeluOp)
SHAPES_AS_DECLARED(MsFusedConvOp)
SHAPES_AS_DECLARED(MsNhwcConvOp)
SHAPES_AS_DECLARED(MsConvTransposeWithDynamicPadsOp)
SHAPES_AS_DECLARED(MsFusedGemmOp)
SHAPES_AS_DECLARED(MsFusedMatMulOp)
SHAPES_AS_DECLARED(MsMatMulNBitsOp)
SHAPES_AS_DECLARED(MsMatMulBnb4Op)
SHAPES_AS_DECLARED(MsGatherBlockQuantizedOp)
SHAPES_AS_DECLARED(MsDynamicQuantizeMatMulOp)
SHAPES_AS_DECLARED(MsMatMulIntegerToFloatOp)
SHAPES_AS_DECLARED(MsDynamicQuantizeLSTMOp)
SHAPES_AS_DECLARED(MsQGemmOp)
SHAPES_AS_DECLARED(MsQLinearConvOp)
SHAPES_AS_DECLARED(MsQLinearAddOp)
SHAPES_AS_DECLARED(MsQLinearMulOp)
SHAPES_AS_DECLARED(MsQLinearSigmoidOp)
SHAPES_AS_DECLARED(MsQLinearLeakyReluOp)
SHAPES_AS_DECLARED(MsQLinearSoftmaxOp)
SHAPES_AS_DECLARED(MsQLinearReduceMeanOp)
SHAPES_AS_DECLARED(MsQLinearGlobalAveragePoolOp)
SHAPES_AS_DECLARED(MsQLinearAveragePoolOp)
SHAPES_AS_DECLARED(MsQLinearConcatOp)
SHAPES_AS_DECLARED(MsQLinearWhereOp)
SHAPES_AS_DECLARED(MsInverseOp)
SHAPES_AS_DECLARED(MsCDistOp)
SHAPES_AS_DECLARED(MsBifurcationDetectorOp)
SHAPES_AS_DECLARED(MsNGramRepeatBlockOp)
