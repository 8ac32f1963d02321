// SPDX-License-Identifier: Apache-2.0
// Sums beside half a quantum: what was an integer is scaled and rounded before anything is added to it. A fused
// multiply-add would give -1, -3, 1, -29.

func.func @scaled_integers(%n: tensor<4xi32>, %s: tensor<4xf32>, %b: tensor<4xf32>) -> tensor<4xi8> attributes {
    inputs = [dense<[4486, -2269, 2884, 4190]> : tensor<4xi32>,
              dense<[0x3908CD4D, 0x3C227830, 0x3B7191EC, 0x3AC56A4A]> : tensor<4xf32>,
              dense<[0xC00574F6, 0x41A00068, 0xC12216FE, 0xC20F3E43]> : tensor<4xf32>],
    outputs = [dense<[-2, -2, 0, -30]> : tensor<4xi8>]} {
  %f = onnx.Cast(%n) {to = 1 : si64} : (tensor<4xi32>) -> tensor<4xf32>
  %p = onnx.Mul(%f, %s) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %y = onnx.Add(%p, %b) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %zero = onnx.Constant() {value = dense<0> : tensor<i8>} : () -> tensor<i8>
  %q = onnx.QuantizeLinear(%y, %one, %zero) : (tensor<4xf32>, tensor<f32>, tensor<i8>) -> tensor<4xi8>
  return %q : tensor<4xi8>
}
