// SPDX-License-Identifier: Apache-2.0
// An input of a type that ONNX does not have.
func.func @main(%x: tensor<4xf32> {cameo.name = "x", cameo.dtype = "float77"}) -> (tensor<4xf32> {cameo.name = "y", cameo.dtype = "float32"}) {
  %y = onnx.Relu(%x) : (tensor<4xf32>) -> tensor<4xf32>
  return %y : tensor<4xf32>
}
