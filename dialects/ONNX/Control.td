// SPDX-License-Identifier: Apache-2.0
// Operators of the onnx dialect: family Control.
#ifndef CAMEO_DIALECTS_ONNX_CONTROL
#define CAMEO_DIALECTS_ONNX_CONTROL

include "dialects/ONNX/ONNXBase.td"

def ONNX_NoneOp : ONNX_PureOp<"None", 0> {
  let summary = "An absent optional operand";
  let results = (outs NoneType:$none);
}

#endif
