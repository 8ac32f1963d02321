// SPDX-License-Identifier: Apache-2.0
// Runs that are refused: what the shapes and values of the inputs break.

func.func @last_dimension(%a0: tensor<1x4x?xf32>) -> tensor<1x4x2xf32> attributes {
    inputs = [dense<1.0> : tensor<1x4x3xf32>],
    error = "the last dimension is not 1 or 2"} {
  %none = onnx.None() : () -> none
  %y = onnx.DFT(%a0, %none, %none) : (tensor<1x4x?xf32>, none, none) -> tensor<1x4x2xf32>
  return %y : tensor<1x4x2xf32>
}

func.func @axis(%a0: tensor<1x4x1xf32>, %a1: tensor<i64>) -> tensor<1x?x2xf32> attributes {
    inputs = [dense<1.0> : tensor<1x4x1xf32>, dense<5> : tensor<i64>],
    error = "axis is out of range"} {
  %none = onnx.None() : () -> none
  %y = onnx.DFT(%a0, %none, %a1) : (tensor<1x4x1xf32>, none, tensor<i64>) -> tensor<1x?x2xf32>
  return %y : tensor<1x?x2xf32>
}

func.func @empty(%a0: tensor<1x?x1xf32>) -> tensor<1x?x2xf32> attributes {
    inputs = [dense<> : tensor<1x0x1xf32>],
    error = "the signal or dft_length is empty"} {
  %none = onnx.None() : () -> none
  %y = onnx.DFT(%a0, %none, %none) : (tensor<1x?x1xf32>, none, none) -> tensor<1x?x2xf32>
  return %y : tensor<1x?x2xf32>
}

func.func @window(%a0: tensor<1x16x1xf32>, %a1: tensor<i64>, %a2: tensor<?xf32>, %a3: tensor<i64>) -> tensor<1x?x?x2xf32> attributes {
    inputs = [dense<1.0> : tensor<1x16x1xf32>, dense<4> : tensor<i64>, dense<1.0> : tensor<8xf32>, dense<4> : tensor<i64>],
    error = "window and frame_length differ"} {
  %y = onnx.STFT(%a0, %a1, %a2, %a3) : (tensor<1x16x1xf32>, tensor<i64>, tensor<?xf32>, tensor<i64>) -> tensor<1x?x?x2xf32>
  return %y : tensor<1x?x?x2xf32>
}

func.func @frames(%a0: tensor<1x?x1xf32>, %a1: tensor<i64>, %a2: tensor<i64>) -> tensor<1x?x?x2xf32> attributes {
    inputs = [dense<1.0> : tensor<1x4x1xf32>, dense<4> : tensor<i64>, dense<8> : tensor<i64>],
    error = "frame_step and frame_length do not fit the signal"} {
  %none = onnx.None() : () -> none
  %y = onnx.STFT(%a0, %a1, %none, %a2) : (tensor<1x?x1xf32>, tensor<i64>, none, tensor<i64>) -> tensor<1x?x?x2xf32>
  return %y : tensor<1x?x?x2xf32>
}
