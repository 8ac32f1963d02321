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

// Image

// Signal

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

// Contrib
