// SPDX-License-Identifier: Apache-2.0
// Computations that differ in their numbers alone are one kernel, which takes these as arguments.

func.func @scales_and_zero_points(%x: tensor<5xf32>, %y: tensor<5xf32>) -> (tensor<5xf32>, tensor<5xf32>) attributes {
    inputs = [dense<[-3.0, -0.3, 0.0, 0.26, 90.0]> : tensor<5xf32>, dense<[-3.0, -0.3, 0.0, 0.26, 900.0]> : tensor<5xf32>],
    outputs = [dense<[-1.0, -0.5, 0.0, 0.5, 90.0]> : tensor<5xf32>, dense<[-2.5, -0.25, 0.0, 0.25, 61.25]> : tensor<5xf32>]} {
  %s = onnx.Constant() {value = dense<0.5> : tensor<f32>} : () -> tensor<f32>
  %z = onnx.Constant() {value = dense<2> : tensor<ui8>} : () -> tensor<ui8>
  %t = onnx.Constant() {value = dense<0.25> : tensor<f32>} : () -> tensor<f32>
  %o = onnx.Constant() {value = dense<10> : tensor<ui8>} : () -> tensor<ui8>
  %p = onnx.QuantizeLinear(%x, %s, %z) : (tensor<5xf32>, tensor<f32>, tensor<ui8>) -> tensor<5xui8>
  %a = onnx.DequantizeLinear(%p, %s, %z) : (tensor<5xui8>, tensor<f32>, tensor<ui8>) -> tensor<5xf32>
  %q = onnx.QuantizeLinear(%y, %t, %o) : (tensor<5xf32>, tensor<f32>, tensor<ui8>) -> tensor<5xui8>
  %b = onnx.DequantizeLinear(%q, %t, %o) : (tensor<5xui8>, tensor<f32>, tensor<ui8>) -> tensor<5xf32>
  return %a, %b : tensor<5xf32>, tensor<5xf32>
}
