// SPDX-License-Identifier: Apache-2.0
// A convolution, a product, a normalisation and a softmax, each large enough for the threads of a
// block to work on it together, and of sizes that fill no tile. The inputs come back, so that a
// run's outputs are the data of the next.
func.func @main(%image: tensor<1x3x13x11xf32> {cameo.name = "image", cameo.dtype = "float32"},
                %filter: tensor<20x3x3x3xf32> {cameo.name = "filter", cameo.dtype = "float32"},
                %matrix: tensor<143x70xf32> {cameo.name = "matrix", cameo.dtype = "float32"})
    -> (tensor<1x20x70xf32> {cameo.name = "y", cameo.dtype = "float32"},
        tensor<1x3x13x11xf32> {cameo.name = "image_again", cameo.dtype = "float32"},
        tensor<20x3x3x3xf32> {cameo.name = "filter_again", cameo.dtype = "float32"},
        tensor<143x70xf32> {cameo.name = "matrix_again", cameo.dtype = "float32"}) {
  %none = "onnx.None"() : () -> none
  %0 = "onnx.Conv"(%image, %filter, %none) {pads = array<i64: 1, 1, 1, 1>} : (tensor<1x3x13x11xf32>, tensor<20x3x3x3xf32>, none) -> tensor<1x20x13x11xf32>
  %1 = "onnx.Relu"(%0) : (tensor<1x20x13x11xf32>) -> tensor<1x20x13x11xf32>
  %s = "onnx.Constant"() {value = dense<[1, 20, 143]> : tensor<3xi64>} : () -> tensor<3xi64>
  %2 = "onnx.Reshape"(%1, %s) : (tensor<1x20x13x11xf32>, tensor<3xi64>) -> tensor<1x20x143xf32>
  %3 = "onnx.MatMul"(%2, %matrix) : (tensor<1x20x143xf32>, tensor<143x70xf32>) -> tensor<1x20x70xf32>
  %4 = "onnx.Softmax"(%3) : (tensor<1x20x70xf32>) -> tensor<1x20x70xf32>
  return %4, %image, %filter, %matrix : tensor<1x20x70xf32>, tensor<1x3x13x11xf32>, tensor<20x3x3x3xf32>, tensor<143x70xf32>
}
