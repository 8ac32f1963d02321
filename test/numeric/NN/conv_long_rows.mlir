// SPDX-License-Identifier: Apache-2.0
// Convolutions of one row whose length only the run knows: pieces of it are units of work. The input counts
// 0, 1, 2, ... in each of 16 channels, so a sum over the taps -1, 0, 1 is 3 x 16 times what lies in the middle.

func.func @conv_long_row(%n: tensor<i64>) -> (tensor<f32>, tensor<1x16x2xf32>) attributes {
    inputs = [dense<1300> : tensor<i64>],
    outputs = [dense<0.0> : tensor<f32>, dense<[[[16.0, 41552.0], [16.0, 41552.0], [16.0, 41552.0], [16.0, 41552.0],
      [16.0, 41552.0], [16.0, 41552.0], [16.0, 41552.0], [16.0, 41552.0], [16.0, 41552.0], [16.0, 41552.0],
      [16.0, 41552.0], [16.0, 41552.0], [16.0, 41552.0], [16.0, 41552.0], [16.0, 41552.0], [16.0, 41552.0]]]> : tensor<1x16x2xf32>]} {
  %none = onnx.None() : () -> none
  %zero = onnx.Constant() {value = dense<0> : tensor<i64>} : () -> tensor<i64>
  %one = onnx.Constant() {value = dense<1> : tensor<i64>} : () -> tensor<i64>
  %r = onnx.Range(%zero, %n, %one) : (tensor<i64>, tensor<i64>, tensor<i64>) -> tensor<?xi64>
  %f = onnx.Cast(%r) {to = 1 : si64} : (tensor<?xi64>) -> tensor<?xf32>
  %shape = onnx.Constant() {value = dense<[1, 16, 1]> : tensor<3xi64>} : () -> tensor<3xi64>
  %x = onnx.Expand(%f, %shape) : (tensor<?xf32>, tensor<3xi64>) -> tensor<1x16x?xf32>
  %w = onnx.Constant() {value = dense<1.0> : tensor<16x16x3xf32>} : () -> tensor<16x16x3xf32>
  %y = onnx.Conv(%x, %w, %none) {pads = array<i64: 1, 1>} : (tensor<1x16x?xf32>, tensor<16x16x3xf32>, none) -> tensor<1x16x?xf32>
  %from = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %to = onnx.Constant() {value = dense<-1> : tensor<1xi64>} : () -> tensor<1xi64>
  %axis = onnx.Constant() {value = dense<2> : tensor<1xi64>} : () -> tensor<1xi64>
  %inner = onnx.Slice(%y, %from, %to, %axis, %none) : (tensor<1x16x?xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, none) -> tensor<1x16x?xf32>
  %middle = onnx.Slice(%x, %from, %to, %axis, %none) : (tensor<1x16x?xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, none) -> tensor<1x16x?xf32>
  %factor = onnx.Constant() {value = dense<48.0> : tensor<f32>} : () -> tensor<f32>
  %expected = onnx.Mul(%middle, %factor) : (tensor<1x16x?xf32>, tensor<f32>) -> tensor<1x16x?xf32>
  %difference = onnx.Sub(%inner, %expected) : (tensor<1x16x?xf32>, tensor<1x16x?xf32>) -> tensor<1x16x?xf32>
  %size = onnx.Abs(%difference) : (tensor<1x16x?xf32>) -> tensor<1x16x?xf32>
  %error = onnx.ReduceMax(%size, %none) {keepdims = 0 : si64} : (tensor<1x16x?xf32>, none) -> tensor<f32>
  %ends = onnx.Constant() {value = dense<[0, -1]> : tensor<2xi64>} : () -> tensor<2xi64>
  %border = onnx.Gather(%y, %ends) {axis = 2 : si64} : (tensor<1x16x?xf32>, tensor<2xi64>) -> tensor<1x16x2xf32>
  return %error, %border : tensor<f32>, tensor<1x16x2xf32>
}
