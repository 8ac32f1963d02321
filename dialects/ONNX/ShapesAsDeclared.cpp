// SPDX-License-Identifier: Apache-2.0
// Operators without a shape rule of their own: their results keep what the
// model declares.
#include "dialects/ONNX/ONNX.h"

using namespace mlir;
using namespace cameo::onnx;

#define SHAPES_AS_DECLARED(Op)                                                 \
  LogicalResult Op::inferShapes(ShapeInferrer &) { return success(); }

// Math

// NN
SHAPES_AS_DECLARED(ConvOp)
SHAPES_AS_DECLARED(ConvTransposeOp)
SHAPES_AS_DECLARED(DeformConvOp)
SHAPES_AS_DECLARED(CausalConvWithStateOp)
SHAPES_AS_DECLARED(AveragePoolOp)
SHAPES_AS_DECLARED(LpPoolOp)
SHAPES_AS_DECLARED(MaxPoolOp)
SHAPES_AS_DECLARED(MaxUnpoolOp)
SHAPES_AS_DECLARED(GlobalAveragePoolOp)
SHAPES_AS_DECLARED(GlobalMaxPoolOp)
SHAPES_AS_DECLARED(GlobalLpPoolOp)
SHAPES_AS_DECLARED(BatchNormalizationOp)
SHAPES_AS_DECLARED(InstanceNormalizationOp)
SHAPES_AS_DECLARED(GroupNormalizationOp)
SHAPES_AS_DECLARED(LayerNormalizationOp)
SHAPES_AS_DECLARED(RMSNormalizationOp)
SHAPES_AS_DECLARED(MeanVarianceNormalizationOp)
SHAPES_AS_DECLARED(LpNormalizationOp)
SHAPES_AS_DECLARED(LRNOp)
SHAPES_AS_DECLARED(DropoutOp)
SHAPES_AS_DECLARED(AttentionOp)
SHAPES_AS_DECLARED(LinearAttentionOp)
SHAPES_AS_DECLARED(RotaryEmbeddingOp)
SHAPES_AS_DECLARED(NegativeLogLikelihoodLossOp)
SHAPES_AS_DECLARED(SoftmaxCrossEntropyLossOp)

// Tensor

// Reduction

// Recurrent
SHAPES_AS_DECLARED(RNNOp)
SHAPES_AS_DECLARED(GRUOp)
SHAPES_AS_DECLARED(LSTMOp)

// Quant
SHAPES_AS_DECLARED(QuantizeLinearOp)
SHAPES_AS_DECLARED(DequantizeLinearOp)
SHAPES_AS_DECLARED(DynamicQuantizeLinearOp)
SHAPES_AS_DECLARED(MatMulIntegerOp)
SHAPES_AS_DECLARED(QLinearMatMulOp)
SHAPES_AS_DECLARED(ConvIntegerOp)
SHAPES_AS_DECLARED(QLinearConvOp)

// Control
SHAPES_AS_DECLARED(NoneOp)
SHAPES_AS_DECLARED(YieldOp)
SHAPES_AS_DECLARED(IfOp)
SHAPES_AS_DECLARED(LoopOp)
SHAPES_AS_DECLARED(ScanOp)
SHAPES_AS_DECLARED(SequenceMapOp)
SHAPES_AS_DECLARED(FlexAttentionOp)
SHAPES_AS_DECLARED(OptionalOp)
SHAPES_AS_DECLARED(OptionalGetElementOp)
SHAPES_AS_DECLARED(OptionalHasElementOp)

// Sequence
SHAPES_AS_DECLARED(SequenceEmptyOp)
SHAPES_AS_DECLARED(SequenceConstructOp)
SHAPES_AS_DECLARED(SequenceInsertOp)
SHAPES_AS_DECLARED(SequenceEraseOp)
SHAPES_AS_DECLARED(SequenceAtOp)
SHAPES_AS_DECLARED(SequenceLengthOp)
SHAPES_AS_DECLARED(ConcatFromSequenceOp)
SHAPES_AS_DECLARED(SplitToSequenceOp)

// String
SHAPES_AS_DECLARED(StringConcatOp)
SHAPES_AS_DECLARED(StringSplitOp)
SHAPES_AS_DECLARED(StringNormalizerOp)
SHAPES_AS_DECLARED(RegexFullMatchOp)
SHAPES_AS_DECLARED(TfIdfVectorizerOp)

// Image
SHAPES_AS_DECLARED(ResizeOp)
SHAPES_AS_DECLARED(GridSampleOp)
SHAPES_AS_DECLARED(AffineGridOp)
SHAPES_AS_DECLARED(ImageDecoderOp)
SHAPES_AS_DECLARED(RoiAlignOp)
SHAPES_AS_DECLARED(MaxRoiPoolOp)
SHAPES_AS_DECLARED(NonMaxSuppressionOp)

// Signal
SHAPES_AS_DECLARED(BlackmanWindowOp)
SHAPES_AS_DECLARED(HammingWindowOp)
SHAPES_AS_DECLARED(HannWindowOp)
SHAPES_AS_DECLARED(DFTOp)
SHAPES_AS_DECLARED(STFTOp)
SHAPES_AS_DECLARED(MelWeightMatrixOp)

// ML
SHAPES_AS_DECLARED(ArrayFeatureExtractorOp)
SHAPES_AS_DECLARED(BinarizerOp)
SHAPES_AS_DECLARED(ImputerOp)
SHAPES_AS_DECLARED(NormalizerOp)
SHAPES_AS_DECLARED(ScalerOp)
SHAPES_AS_DECLARED(FeatureVectorizerOp)
SHAPES_AS_DECLARED(CastMapOp)
SHAPES_AS_DECLARED(CategoryMapperOp)
SHAPES_AS_DECLARED(DictVectorizerOp)
SHAPES_AS_DECLARED(LabelEncoderOp)
SHAPES_AS_DECLARED(OneHotEncoderOp)
SHAPES_AS_DECLARED(ZipMapOp)
SHAPES_AS_DECLARED(LinearClassifierOp)
SHAPES_AS_DECLARED(LinearRegressorOp)
SHAPES_AS_DECLARED(SVMClassifierOp)
SHAPES_AS_DECLARED(SVMRegressorOp)
SHAPES_AS_DECLARED(TreeEnsembleOp)
SHAPES_AS_DECLARED(TreeEnsembleClassifierOp)
SHAPES_AS_DECLARED(TreeEnsembleRegressorOp)

// Training
SHAPES_AS_DECLARED(AdamOp)
SHAPES_AS_DECLARED(AdagradOp)
SHAPES_AS_DECLARED(MomentumOp)
SHAPES_AS_DECLARED(GradientOp)

// Contrib
