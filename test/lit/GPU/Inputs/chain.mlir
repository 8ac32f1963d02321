// SPDX-License-Identifier: Apache-2.0
// Two products with a constant between them, softmax and a sum behind: two results, one that later
// kernels read as well, sizes that the model leaves open.
func.func @main(%x: tensor<?x24xf32> {cameo.name = "x", cameo.dtype = "float32", cameo.dims = ["n", ""]},
                %w: tensor<24x40xf32> {cameo.name = "w", cameo.dtype = "float32"})
    -> (tensor<?x40xf32> {cameo.name = "y", cameo.dtype = "float32", cameo.dims = ["n", ""]},
        tensor<?x40xf32> {cameo.name = "z", cameo.dtype = "float32", cameo.dims = ["n", ""]}) {
  %c = "onnx.Constant"() {value = dense<0.125> : tensor<40x40xf32>} : () -> tensor<40x40xf32>
  %0 = "onnx.MatMul"(%x, %w) : (tensor<?x24xf32>, tensor<24x40xf32>) -> tensor<?x40xf32>
  %1 = "onnx.Softmax"(%0) : (tensor<?x40xf32>) -> tensor<?x40xf32>
  %2 = "onnx.MatMul"(%1, %c) : (tensor<?x40xf32>, tensor<40x40xf32>) -> tensor<?x40xf32>
  %3 = "onnx.Add"(%2, %0) : (tensor<?x40xf32>, tensor<?x40xf32>) -> tensor<?x40xf32>
  return %3, %1 : tensor<?x40xf32>, tensor<?x40xf32>
}
