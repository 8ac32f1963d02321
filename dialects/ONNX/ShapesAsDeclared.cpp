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

// Tensor

// Reduction

// Recurrent

// Quant

// Control

// Sequence

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
