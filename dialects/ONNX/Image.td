// SPDX-License-Identifier: Apache-2.0
// Operators of the onnx dialect: family Image.
#ifndef CAMEO_DIALECTS_ONNX_IMAGE
#define CAMEO_DIALECTS_ONNX_IMAGE

include "dialects/ONNX/ONNXBase.td"

#endif
