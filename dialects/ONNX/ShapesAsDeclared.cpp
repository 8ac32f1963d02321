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

// Training

// Contrib
