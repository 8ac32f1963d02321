// SPDX-License-Identifier: Apache-2.0
// Operators of the onnx dialect: family Signal.
#ifndef CAMEO_DIALECTS_ONNX_SIGNAL
#define CAMEO_DIALECTS_ONNX_SIGNAL

include "dialects/ONNX/ONNXBase.td"

#endif
