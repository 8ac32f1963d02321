// SPDX-License-Identifier: Apache-2.0
func.func @main(%x: tensor<2xf32>) -> tensor<2xf32> attributes {
    inputs = [dense<0.0> : tensor<2xf32>], outputs = [dense<0.0> : tensor<2xf32>]} {
  %y = onnx.Nothing(%x) : (tensor<2xf32>) -> tensor<2xf32>
  return %y : tensor<2xf32>
}
