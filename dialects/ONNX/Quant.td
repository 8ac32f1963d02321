// SPDX-License-Identifier: Apache-2.0
// Operators of the onnx dialect: family Quant.
#ifndef CAMEO_DIALECTS_ONNX_QUANT
#define CAMEO_DIALECTS_ONNX_QUANT

include "dialects/ONNX/ONNXBase.td"

def ONNX_QuantizeLinearOp : ONNX_PureOp<"QuantizeLinear"> {
  let summary = "saturate(round(x / y_scale) + y_zero_point): per tensor, axis or block";
  let arguments = (ins ONNX_Tensor:$x, ONNX_Tensor:$y_scale, ONNX_OptionalTensor:$y_zero_point,
    IntOr<1>:$axis, IntOr<0>:$block_size, IntOr<0>:$output_dtype, IntOr<0>:$precision,
    FlagOr<1>:$saturate);
  let results = (outs ONNX_Tensor:$y);
}
def ONNX_DequantizeLinearOp : ONNX_PureOp<"DequantizeLinear"> {
  let summary = "(x - x_zero_point) * x_scale: per tensor, axis or block";
  let arguments = (ins ONNX_Tensor:$x, ONNX_Tensor:$x_scale, ONNX_OptionalTensor:$x_zero_point,
    IntOr<1>:$axis, IntOr<0>:$block_size, IntOr<0>:$output_dtype);
  let results = (outs ONNX_Tensor:$y);
}
def ONNX_DynamicQuantizeLinearOp : ONNX_PureOp<"DynamicQuantizeLinear"> {
  let summary = "Quantises to uint8 with a scale and zero point from the data's range";
  let arguments = (ins ONNX_Tensor:$x);
  let results = (outs ONNX_Tensor:$y, ONNX_Tensor:$y_scale, ONNX_Tensor:$y_zero_point);
}
def ONNX_MatMulIntegerOp : ONNX_PureOp<"MatMulInteger"> {
  let summary = "Matrix product of 8-bit integers in int32";
  let arguments = (ins ONNX_Tensor:$A, ONNX_Tensor:$B, ONNX_OptionalTensor:$a_zero_point,
    ONNX_OptionalTensor:$b_zero_point);
  let results = (outs ONNX_Tensor:$Y);
}
def ONNX_QLinearMatMulOp : ONNX_PureOp<"QLinearMatMul"> {
  let summary = "Matrix product of quantised matrices, quantised again";
  let arguments = (ins ONNX_Tensor:$a, ONNX_Tensor:$a_scale, ONNX_Tensor:$a_zero_point, ONNX_Tensor:$b,
    ONNX_Tensor:$b_scale, ONNX_Tensor:$b_zero_point, ONNX_Tensor:$y_scale, ONNX_Tensor:$y_zero_point);
  let results = (outs ONNX_Tensor:$y);
}

defvar QuantConvParams = (ins AutoPad:$auto_pad, OptPositiveInts:$dilations, PositiveIntOr<1>:$group,
  OptPositiveInts:$kernel_shape, OptPads:$pads, OptPositiveInts:$strides);
def ONNX_ConvIntegerOp : ONNX_PureOp<"ConvInteger"> {
  let summary = "Convolution of 8-bit integers in int32";
  let arguments = !con((ins ONNX_Tensor:$x, ONNX_Tensor:$w, ONNX_OptionalTensor:$x_zero_point,
    ONNX_OptionalTensor:$w_zero_point), QuantConvParams);
  let results = (outs ONNX_Tensor:$y);
}
def ONNX_QLinearConvOp : ONNX_PureOp<"QLinearConv"> {
  let summary = "Convolution of quantised tensors, quantised again";
  let arguments = !con((ins ONNX_Tensor:$x, ONNX_Tensor:$x_scale, ONNX_Tensor:$x_zero_point,
    ONNX_Tensor:$w, ONNX_Tensor:$w_scale, ONNX_Tensor:$w_zero_point, ONNX_Tensor:$y_scale,
    ONNX_Tensor:$y_zero_point, ONNX_OptionalTensor:$B), QuantConvParams);
  let results = (outs ONNX_Tensor:$y);
}

#endif
