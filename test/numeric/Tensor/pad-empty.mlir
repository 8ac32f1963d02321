// SPDX-License-Identifier: Apache-2.0
// Padding nothing with a constant: all of the result is the constant.
func.func @constant(%x: tensor<?xf32>, %pads: tensor<2xi64>) -> tensor<?xf32> attributes {
    inputs = [dense<> : tensor<0xf32>, dense<[1, 2]> : tensor<2xi64>],
    outputs = [dense<7.0> : tensor<3xf32>]} {
  %none = onnx.None() : () -> none
  %c = onnx.Constant() {value = dense<7.0> : tensor<f32>} : () -> tensor<f32>
  %y = onnx.Pad(%x, %pads, %c, %none) : (tensor<?xf32>, tensor<2xi64>, tensor<f32>, none) -> tensor<?xf32>
  return %y : tensor<?xf32>
}
