// SPDX-License-Identifier: Apache-2.0
// The smallest model that has something left open.
func.func @main(%x: tensor<?x4xf32> {cameo.name = "x", cameo.dtype = "float32", cameo.dims = ["batch", ""]}) -> (tensor<?x4xf32> {cameo.name = "y", cameo.dtype = "float32"}) {
  %y = onnx.Relu(%x) : (tensor<?x4xf32>) -> tensor<?x4xf32>
  return %y : tensor<?x4xf32>
}
