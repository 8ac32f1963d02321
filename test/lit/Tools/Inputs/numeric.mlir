// SPDX-License-Identifier: Apache-2.0
// One case that holds and one for each way to fail.
func.func @right(%x: tensor<2xf32>) -> tensor<2xf32> attributes {
    inputs = [dense<[1.0, -2.0]> : tensor<2xf32>], outputs = [dense<[1.0, 2.0]> : tensor<2xf32>]} {
  %y = onnx.Abs(%x) : (tensor<2xf32>) -> tensor<2xf32>
  return %y : tensor<2xf32>
}

func.func @wrong(%x: tensor<2xf32>) -> tensor<2xf32> attributes {
    inputs = [dense<[1.0, -2.0]> : tensor<2xf32>], outputs = [dense<[1.0, 3.0]> : tensor<2xf32>]} {
  %y = onnx.Abs(%x) : (tensor<2xf32>) -> tensor<2xf32>
  return %y : tensor<2xf32>
}

func.func @unstated(%x: tensor<2xf32>) -> tensor<2xf32> attributes {
    inputs = [dense<[1.0, -2.0]> : tensor<2xf32>]} {
  %y = onnx.Abs(%x) : (tensor<2xf32>) -> tensor<2xf32>
  return %y : tensor<2xf32>
}

func.func @opaque(%x: tensor<2xf32>) -> tensor<2xf32> attributes {
    inputs = [7], outputs = [dense<[1.0, 3.0]> : tensor<2xf32>]} {
  %y = onnx.Abs(%x) : (tensor<2xf32>) -> tensor<2xf32>
  return %y : tensor<2xf32>
}
