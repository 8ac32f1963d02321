// SPDX-License-Identifier: Apache-2.0
// Operators of the onnx dialect: family NN.
#ifndef CAMEO_DIALECTS_ONNX_NN
#define CAMEO_DIALECTS_ONNX_NN

include "dialects/ONNX/ONNXBase.td"

#endif
