// SPDX-License-Identifier: Apache-2.0
// Operators of the onnx dialect: family String.
#ifndef CAMEO_DIALECTS_ONNX_STRING
#define CAMEO_DIALECTS_ONNX_STRING

include "dialects/ONNX/ONNXBase.td"

#endif
