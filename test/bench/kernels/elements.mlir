// SPDX-License-Identifier: Apache-2.0
// Element by element, and elements moved.

func.func @relu_1m(%x: tensor<1024x1024xf32>) -> tensor<1024x1024xf32> {
  %y = onnx.Relu(%x) : (tensor<1024x1024xf32>) -> tensor<1024x1024xf32>
  return %y : tensor<1024x1024xf32>
}

func.func @exp_1m(%x: tensor<1024x1024xf32>) -> tensor<1024x1024xf32> {
  %y = onnx.Exp(%x) : (tensor<1024x1024xf32>) -> tensor<1024x1024xf32>
  return %y : tensor<1024x1024xf32>
}

func.func @gelu_1m(%x: tensor<1024x1024xf32>) -> tensor<1024x1024xf32> {
  %y = onnx.Gelu(%x) : (tensor<1024x1024xf32>) -> tensor<1024x1024xf32>
  return %y : tensor<1024x1024xf32>
}

func.func @sigmoid_1m(%x: tensor<1024x1024xf32>) -> tensor<1024x1024xf32> {
  %y = onnx.Sigmoid(%x) : (tensor<1024x1024xf32>) -> tensor<1024x1024xf32>
  return %y : tensor<1024x1024xf32>
}

func.func @tanh_1m(%x: tensor<1024x1024xf32>) -> tensor<1024x1024xf32> {
  %y = onnx.Tanh(%x) : (tensor<1024x1024xf32>) -> tensor<1024x1024xf32>
  return %y : tensor<1024x1024xf32>
}

func.func @erf_1m(%x: tensor<1024x1024xf32>) -> tensor<1024x1024xf32> {
  %y = onnx.Erf(%x) : (tensor<1024x1024xf32>) -> tensor<1024x1024xf32>
  return %y : tensor<1024x1024xf32>
}

func.func @log_1m(%x: tensor<1024x1024xf32>) -> tensor<1024x1024xf32> {
  %y = onnx.Log(%x) : (tensor<1024x1024xf32>) -> tensor<1024x1024xf32>
  return %y : tensor<1024x1024xf32>
}

func.func @add_1m(%x: tensor<1024x1024xf32>, %y: tensor<1024x1024xf32>) -> tensor<1024x1024xf32> {
  %z = onnx.Add(%x, %y) : (tensor<1024x1024xf32>, tensor<1024x1024xf32>) -> tensor<1024x1024xf32>
  return %z : tensor<1024x1024xf32>
}

func.func @add_channels(%x: tensor<1x64x112x112xf32>, %y: tensor<64x1x1xf32>) -> tensor<1x64x112x112xf32> {
  %z = onnx.Add(%x, %y) : (tensor<1x64x112x112xf32>, tensor<64x1x1xf32>) -> tensor<1x64x112x112xf32>
  return %z : tensor<1x64x112x112xf32>
}

func.func @transpose_2d(%x: tensor<1024x1024xf32>) -> tensor<1024x1024xf32> {
  %y = onnx.Transpose(%x) {perm = array<i64: 1, 0>} : (tensor<1024x1024xf32>) -> tensor<1024x1024xf32>
  return %y : tensor<1024x1024xf32>
}

func.func @transpose_2d_bytes(%x: tensor<2048x2048xui8>) -> tensor<2048x2048xui8> {
  %y = onnx.Transpose(%x) {perm = array<i64: 1, 0>} : (tensor<2048x2048xui8>) -> tensor<2048x2048xui8>
  return %y : tensor<2048x2048xui8>
}

func.func @transpose_2d_halves(%x: tensor<1024x1024xf16>) -> tensor<1024x1024xf16> {
  %y = onnx.Transpose(%x) {perm = array<i64: 1, 0>} : (tensor<1024x1024xf16>) -> tensor<1024x1024xf16>
  return %y : tensor<1024x1024xf16>
}

func.func @add_transposed(%x: tensor<512x512xf32>, %y: tensor<512x512xf32>) -> tensor<512x512xf32> {
  %t = onnx.Transpose(%y) {perm = array<i64: 1, 0>} : (tensor<512x512xf32>) -> tensor<512x512xf32>
  %z = onnx.Add(%x, %t) : (tensor<512x512xf32>, tensor<512x512xf32>) -> tensor<512x512xf32>
  return %z : tensor<512x512xf32>
}

func.func @transpose_to_nchw(%x: tensor<1x112x112x64xf32>) -> tensor<1x64x112x112xf32> {
  %y = onnx.Transpose(%x) {perm = array<i64: 0, 3, 1, 2>} : (tensor<1x112x112x64xf32>) -> tensor<1x64x112x112xf32>
  return %y : tensor<1x64x112x112xf32>
}

func.func @transpose_heads(%x: tensor<1x128x12x64xf32>) -> tensor<1x12x128x64xf32> {
  %y = onnx.Transpose(%x) {perm = array<i64: 0, 2, 1, 3>} : (tensor<1x128x12x64xf32>) -> tensor<1x12x128x64xf32>
  return %y : tensor<1x12x128x64xf32>
}

func.func @transpose_to_nhwc(%x: tensor<1x64x112x112xf32>) -> tensor<1x112x112x64xf32> {
  %y = onnx.Transpose(%x) {perm = array<i64: 0, 2, 3, 1>} : (tensor<1x64x112x112xf32>) -> tensor<1x112x112x64xf32>
  return %y : tensor<1x112x112x64xf32>
}

func.func @concat_channels(%x: tensor<1x64x56x56xf32>, %y: tensor<1x32x56x56xf32>) -> tensor<1x96x56x56xf32> {
  %z = onnx.Concat(%x, %y) {axis = 1 : si64} : (tensor<1x64x56x56xf32>, tensor<1x32x56x56xf32>) -> tensor<1x96x56x56xf32>
  return %z : tensor<1x96x56x56xf32>
}

func.func @gather_rows(%x: tensor<30522x768xf32>, %i: tensor<512xi64>) -> tensor<512x768xf32> {
  %y = onnx.Gather(%x, %i) {axis = 0 : si64} : (tensor<30522x768xf32>, tensor<512xi64>) -> tensor<512x768xf32>
  return %y : tensor<512x768xf32>
}
