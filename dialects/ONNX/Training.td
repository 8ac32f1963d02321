// SPDX-License-Identifier: Apache-2.0
// Operators of the onnx dialect: family Training.
#ifndef CAMEO_DIALECTS_ONNX_TRAINING
#define CAMEO_DIALECTS_ONNX_TRAINING

include "dialects/ONNX/ONNXBase.td"

#endif
