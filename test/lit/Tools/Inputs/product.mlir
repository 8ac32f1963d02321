// SPDX-License-Identifier: Apache-2.0
// A matrix product with constant weights.
func.func @main(%x: tensor<?x16xf32> {cameo.name = "x", cameo.dtype = "float32"}) -> (tensor<?x32xf32> {cameo.name = "y", cameo.dtype = "float32"}) {
  %w = onnx.Constant() {value = dense<0.1> : tensor<16x32xf32>} : () -> tensor<16x32xf32>
  %y = onnx.MatMul(%x, %w) : (tensor<?x16xf32>, tensor<16x32xf32>) -> tensor<?x32xf32>
  return %y : tensor<?x32xf32>
}
