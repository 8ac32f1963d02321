// SPDX-License-Identifier: Apache-2.0
// Operators of the onnx dialect: family Math.
#ifndef CAMEO_DIALECTS_ONNX_MATH
#define CAMEO_DIALECTS_ONNX_MATH

include "dialects/ONNX/ONNXBase.td"

//===-- Element-wise, two operands, numpy broadcasting --------------------===//
class ONNX_BinaryOp<string mnemonic> : ONNX_PureOp<mnemonic, 2> {
  let arguments = (ins ONNX_Tensor:$A, ONNX_Tensor:$B);
  let results = (outs ONNX_Tensor:$C);
}
def ONNX_AddOp : ONNX_BinaryOp<"Add">;

//===-- Element-wise, one operand -----------------------------------------===//
class ONNX_UnaryOp<string mnemonic> : ONNX_PureOp<mnemonic, 1> {
  let arguments = (ins ONNX_Tensor:$X);
  let results = (outs ONNX_Tensor:$Y);
}
def ONNX_ReluOp : ONNX_UnaryOp<"Relu">;

#endif
