// SPDX-License-Identifier: Apache-2.0
// Operators of the onnx dialect: family Quant.
#ifndef CAMEO_DIALECTS_ONNX_QUANT
#define CAMEO_DIALECTS_ONNX_QUANT

include "dialects/ONNX/ONNXBase.td"

#endif
