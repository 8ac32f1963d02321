// SPDX-License-Identifier: Apache-2.0
// x / (1 + |x|): the limits, no elements, a scalar, double precision.

func.func @limits(%x: tensor<4xf32>) -> tensor<4xf32> attributes {
    inputs = [dense<[0.0, -3.0, 1.0e30, 0x7FC00000]> : tensor<4xf32>],
    outputs = [dense<[0.0, -0.75, 1.0, 0x7FC00000]> : tensor<4xf32>]} {
  %y = onnx.Softsign(%x) : (tensor<4xf32>) -> tensor<4xf32>
  return %y : tensor<4xf32>
}

func.func @empty(%x: tensor<2x0xf32>) -> tensor<2x0xf32> attributes {
    inputs = [dense<> : tensor<2x0xf32>], outputs = [dense<> : tensor<2x0xf32>]} {
  %y = onnx.Softsign(%x) : (tensor<2x0xf32>) -> tensor<2x0xf32>
  return %y : tensor<2x0xf32>
}

func.func @scalar(%x: tensor<f64>) -> tensor<f64> attributes {
    inputs = [dense<-1.0> : tensor<f64>], outputs = [dense<-0.5> : tensor<f64>]} {
  %y = onnx.Softsign(%x) : (tensor<f64>) -> tensor<f64>
  return %y : tensor<f64>
}
