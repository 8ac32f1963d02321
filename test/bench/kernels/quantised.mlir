// SPDX-License-Identifier: Apache-2.0
// Products of bytes, and weights of four bits.

func.func @bytes_128x768x768(%x: tensor<128x768xui8>, %w: tensor<768x768xi8> {bench.constant}) -> tensor<128x768xi32> {
  %none = onnx.None() : () -> none
  %y = onnx.MatMulInteger(%x, %w, %none, %none) : (tensor<128x768xui8>, tensor<768x768xi8>, none, none) -> tensor<128x768xi32>
  return %y : tensor<128x768xi32>
}

func.func @bytes_conv_128x28(%x: tensor<1x128x28x28xui8>, %w: tensor<128x128x3x3xi8> {bench.constant}) -> tensor<1x128x28x28xui8> {
  %none = onnx.None() : () -> none
  %xs = onnx.Constant() {value = dense<0.02> : tensor<f32>} : () -> tensor<f32>
  %xz = onnx.Constant() {value = dense<128> : tensor<ui8>} : () -> tensor<ui8>
  %ws = onnx.Constant() {value = dense<0.01> : tensor<f32>} : () -> tensor<f32>
  %wz = onnx.Constant() {value = dense<0> : tensor<i8>} : () -> tensor<i8>
  %y = onnx.QLinearConv(%x, %xs, %xz, %w, %ws, %wz, %xs, %xz, %none) {pads = array<i64: 1, 1, 1, 1>} : (tensor<1x128x28x28xui8>, tensor<f32>, tensor<ui8>, tensor<128x128x3x3xi8>, tensor<f32>, tensor<i8>, tensor<f32>, tensor<ui8>, none) -> tensor<1x128x28x28xui8>
  return %y : tensor<1x128x28x28xui8>
}

func.func @quantize_1m(%x: tensor<1024x1024xf32>) -> tensor<1024x1024xui8> {
  %s = onnx.Constant() {value = dense<0.01> : tensor<f32>} : () -> tensor<f32>
  %z = onnx.Constant() {value = dense<128> : tensor<ui8>} : () -> tensor<ui8>
  %y = onnx.QuantizeLinear(%x, %s, %z) : (tensor<1024x1024xf32>, tensor<f32>, tensor<ui8>) -> tensor<1024x1024xui8>
  return %y : tensor<1024x1024xui8>
}
