// SPDX-License-Identifier: Apache-2.0
// A product of any number of rows and a softmax; the inputs are results as well, to be inputs of a further run.
func.func @main(%x: tensor<?x24xf32> {cameo.name = "x", cameo.dtype = "float32", cameo.dims = ["n", ""]},
                %w: tensor<24x40xf32> {cameo.name = "w", cameo.dtype = "float32"})
    -> (tensor<?x40xf32> {cameo.name = "y", cameo.dtype = "float32", cameo.dims = ["n", ""]},
        tensor<?x24xf32> {cameo.name = "a", cameo.dtype = "float32", cameo.dims = ["n", ""]},
        tensor<24x40xf32> {cameo.name = "b", cameo.dtype = "float32"}) {
  %0 = "onnx.MatMul"(%x, %w) : (tensor<?x24xf32>, tensor<24x40xf32>) -> tensor<?x40xf32>
  %1 = "onnx.Softmax"(%0) : (tensor<?x40xf32>) -> tensor<?x40xf32>
  return %1, %x, %w : tensor<?x40xf32>, tensor<?x24xf32>, tensor<24x40xf32>
}
