// SPDX-License-Identifier: Apache-2.0
// Elements of bf16 that are moved one by one into vectors, on CPUs that have no conversion to it, too.

// Rows that a product wants in panels wider than they are, with zeros behind the last column and row.
func.func @padded_panels(%x: tensor<3x2xf32>, %w: tensor<2x5xf32>) -> tensor<3x8xf32> attributes {
    inputs = [dense<[[1.0, 2.0], [3.0, 4.0], [-1.0, 0.5]]> : tensor<3x2xf32>, dense<[[1.0, 2.0, 3.0, 4.0, 5.0], [0.5, 0.25, 0.0, -1.0, -2.0]]> : tensor<2x5xf32>],
    outputs = [dense<[[2.0, 2.5, 3.0, 2.0, 1.0, 0.0, 0.0, 0.0], [5.0, 7.0, 9.0, 8.0, 7.0, 0.0, 0.0, 0.0], [-0.75, -1.875, -3.0, -4.5, -6.0, 0.0, 0.0, 0.0]]> : tensor<3x8xf32>]} {
  %none = "onnx.None"() : () -> none
  %h = onnx.Cast(%w) {to = 16 : si64} : (tensor<2x5xf32>) -> tensor<2x5xbf16>
  %pads = onnx.Constant() {value = dense<[0, 0, 0, 3]> : tensor<4xi64>} : () -> tensor<4xi64>
  %p = onnx.Pad(%h, %pads, %none, %none) : (tensor<2x5xbf16>, tensor<4xi64>, none, none) -> tensor<2x8xbf16>
  %t = onnx.Transpose(%p) {perm = array<i64: 1, 0>} : (tensor<2x8xbf16>) -> tensor<8x2xbf16>
  %u = onnx.Cast(%t) {to = 1 : si64} : (tensor<8x2xbf16>) -> tensor<8x2xf32>
  %v = onnx.Transpose(%u) {perm = array<i64: 1, 0>} : (tensor<8x2xf32>) -> tensor<2x8xf32>
  %y = onnx.MatMul(%x, %v) : (tensor<3x2xf32>, tensor<2x8xf32>) -> tensor<3x8xf32>
  return %y : tensor<3x8xf32>
}

// A row with zeros around it.
func.func @padded(%x: tensor<35xf32>) -> tensor<48xf32> attributes {
    inputs = [dense<1.5> : tensor<35xf32>],
    outputs = [dense<[0.0, 0.0, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 1.5, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]> : tensor<48xf32>]} {
  %none = "onnx.None"() : () -> none
  %pads = onnx.Constant() {value = dense<[2, 11]> : tensor<2xi64>} : () -> tensor<2xi64>
  %h = onnx.Cast(%x) {to = 16 : si64} : (tensor<35xf32>) -> tensor<35xbf16>
  %p = onnx.Pad(%h, %pads, %none, %none) : (tensor<35xbf16>, tensor<2xi64>, none, none) -> tensor<48xbf16>
  %y = onnx.Cast(%p) {to = 1 : si64} : (tensor<48xbf16>) -> tensor<48xf32>
  return %y : tensor<48xf32>
}
