// SPDX-License-Identifier: Apache-2.0
// Operators of the onnx dialect: family Contrib.
#ifndef CAMEO_DIALECTS_ONNX_CONTRIB
#define CAMEO_DIALECTS_ONNX_CONTRIB

include "dialects/ONNX/ONNXBase.td"

#endif
