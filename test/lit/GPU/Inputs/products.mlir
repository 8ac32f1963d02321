// SPDX-License-Identifier: Apache-2.0
// A convolution and a product that fill one tile of the tensor cores and part of others. The inputs
// come back, so that a run's outputs are the data of the next.
func.func @main(%image: tensor<1x5x13x11xf32> {cameo.name = "image", cameo.dtype = "float32"},
                %filter: tensor<70x5x3x3xf32> {cameo.name = "filter", cameo.dtype = "float32"},
                %matrix: tensor<143x150xf32> {cameo.name = "matrix", cameo.dtype = "float32"})
    -> (tensor<1x70x13x11xf32> {cameo.name = "conv", cameo.dtype = "float32"},
        tensor<1x70x150xf32> {cameo.name = "product", cameo.dtype = "float32"},
        tensor<1x5x13x11xf32> {cameo.name = "image_again", cameo.dtype = "float32"},
        tensor<70x5x3x3xf32> {cameo.name = "filter_again", cameo.dtype = "float32"},
        tensor<143x150xf32> {cameo.name = "matrix_again", cameo.dtype = "float32"}) {
  %none = "onnx.None"() : () -> none
  %0 = "onnx.Conv"(%image, %filter, %none) {pads = array<i64: 1, 1, 1, 1>} : (tensor<1x5x13x11xf32>, tensor<70x5x3x3xf32>, none) -> tensor<1x70x13x11xf32>
  %1 = "onnx.Relu"(%0) : (tensor<1x70x13x11xf32>) -> tensor<1x70x13x11xf32>
  %s = "onnx.Constant"() {value = dense<[1, 70, 143]> : tensor<3xi64>} : () -> tensor<3xi64>
  %2 = "onnx.Reshape"(%1, %s) : (tensor<1x70x13x11xf32>, tensor<3xi64>) -> tensor<1x70x143xf32>
  %3 = "onnx.MatMul"(%2, %matrix) : (tensor<1x70x143xf32>, tensor<143x150xf32>) -> tensor<1x70x150xf32>
  return %1, %3, %image, %filter, %matrix : tensor<1x70x13x11xf32>, tensor<1x70x150xf32>, tensor<1x5x13x11xf32>, tensor<70x5x3x3xf32>, tensor<143x150xf32>
}
