// SPDX-License-Identifier: Apache-2.0
// Operators of the onnx dialect: family Reduction.
#ifndef CAMEO_DIALECTS_ONNX_REDUCTION
#define CAMEO_DIALECTS_ONNX_REDUCTION

include "dialects/ONNX/ONNXBase.td"

#endif
