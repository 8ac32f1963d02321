// SPDX-License-Identifier: Apache-2.0
// Operators of the onnx dialect: family Tensor.
#ifndef CAMEO_DIALECTS_ONNX_TENSOR
#define CAMEO_DIALECTS_ONNX_TENSOR

include "dialects/ONNX/ONNXBase.td"

def ONNX_ConstantOp : ONNX_PureOp<"Constant", 0, 0, [ConstantLike]> {
  let summary = "A tensor known at compile time; large ones are dense_resource blobs";
  let arguments = (ins ElementsAttr:$value);
  let results = (outs ONNX_Tensor:$output);
  let hasFolder = 1;
}

#endif
