// SPDX-License-Identifier: Apache-2.0
// Windows and sizes of images.

func.func @max_3x3_strided(%x: tensor<1x64x112x112xf32>) -> tensor<1x64x56x56xf32> {
  %y:2 = onnx.MaxPool(%x) {kernel_shape = array<i64: 3, 3>, strides = array<i64: 2, 2>, pads = array<i64: 1, 1, 1, 1>} : (tensor<1x64x112x112xf32>) -> (tensor<1x64x56x56xf32>, none)
  return %y#0 : tensor<1x64x56x56xf32>
}

func.func @average_3x3(%x: tensor<1x256x28x28xf32>) -> tensor<1x256x28x28xf32> {
  %y = onnx.AveragePool(%x) {kernel_shape = array<i64: 3, 3>, pads = array<i64: 1, 1, 1, 1>} : (tensor<1x256x28x28xf32>) -> tensor<1x256x28x28xf32>
  return %y : tensor<1x256x28x28xf32>
}

func.func @global_average(%x: tensor<1x512x14x14xf32>) -> tensor<1x512x1x1xf32> {
  %y = onnx.GlobalAveragePool(%x) : (tensor<1x512x14x14xf32>) -> tensor<1x512x1x1xf32>
  return %y : tensor<1x512x1x1xf32>
}

func.func @resize_linear(%x: tensor<1x64x56x56xf32>) -> tensor<1x64x112x112xf32> {
  %none = onnx.None() : () -> none
  %scales = onnx.Constant() {value = dense<[1.0, 1.0, 2.0, 2.0]> : tensor<4xf32>} : () -> tensor<4xf32>
  %y = onnx.Resize(%x, %none, %scales, %none) {mode = "linear"} : (tensor<1x64x56x56xf32>, none, tensor<4xf32>, none) -> tensor<1x64x112x112xf32>
  return %y : tensor<1x64x112x112xf32>
}
