// SPDX-License-Identifier: Apache-2.0
// The onnx dialect: types, interfaces and the operators of all families.
#ifndef CAMEO_DIALECTS_ONNX_ONNX_H
#define CAMEO_DIALECTS_ONNX_ONNX_H

#include "dialects/ONNX/ONNXCore.h"

#define GET_OP_CLASSES
#include "dialects/ONNX/Contrib.h.inc"
#define GET_OP_CLASSES
#include "dialects/ONNX/Control.h.inc"
#define GET_OP_CLASSES
#include "dialects/ONNX/Image.h.inc"
#define GET_OP_CLASSES
#include "dialects/ONNX/ML.h.inc"
#define GET_OP_CLASSES
#include "dialects/ONNX/Math.h.inc"
#define GET_OP_CLASSES
#include "dialects/ONNX/NN.h.inc"
#define GET_OP_CLASSES
#include "dialects/ONNX/Quant.h.inc"
#define GET_OP_CLASSES
#include "dialects/ONNX/Recurrent.h.inc"
#define GET_OP_CLASSES
#include "dialects/ONNX/Reduction.h.inc"
#define GET_OP_CLASSES
#include "dialects/ONNX/Sequence.h.inc"
#define GET_OP_CLASSES
#include "dialects/ONNX/Signal.h.inc"
#define GET_OP_CLASSES
#include "dialects/ONNX/String.h.inc"
#define GET_OP_CLASSES
#include "dialects/ONNX/Tensor.h.inc"
#define GET_OP_CLASSES
#include "dialects/ONNX/Training.h.inc"

#endif
