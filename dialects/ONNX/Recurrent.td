// SPDX-License-Identifier: Apache-2.0
// Operators of the onnx dialect: family Recurrent.
#ifndef CAMEO_DIALECTS_ONNX_RECURRENT
#define CAMEO_DIALECTS_ONNX_RECURRENT

include "dialects/ONNX/ONNXBase.td"

#endif
