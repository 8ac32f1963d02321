// SPDX-License-Identifier: Apache-2.0
// Operators of the onnx dialect: family Sequence.
#ifndef CAMEO_DIALECTS_ONNX_SEQUENCE
#define CAMEO_DIALECTS_ONNX_SEQUENCE

include "dialects/ONNX/ONNXBase.td"

#endif
