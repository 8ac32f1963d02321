// SPDX-License-Identifier: Apache-2.0
// Operators of the onnx dialect: family ML.
#ifndef CAMEO_DIALECTS_ONNX_ML
#define CAMEO_DIALECTS_ONNX_ML

include "dialects/ONNX/ONNXBase.td"

#endif
