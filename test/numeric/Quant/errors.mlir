// SPDX-License-Identifier: Apache-2.0
// Runs that are refused: what the shapes and values of the inputs break.

func.func @scales(%a0: tensor<2x?xi8>, %a1: tensor<?xf32>) -> tensor<2x?xf32> attributes {
    inputs = [dense<1> : tensor<2x3xi8>, dense<1.0> : tensor<2xf32>],
    error = "scales do not match the axis"} {
  %none = onnx.None() : () -> none
  %y = onnx.DequantizeLinear(%a0, %a1, %none) : (tensor<2x?xi8>, tensor<?xf32>, none) -> tensor<2x?xf32>
  return %y : tensor<2x?xf32>
}

func.func @blocks(%a0: tensor<2x?xi8>, %a1: tensor<2x?xf32>) -> tensor<2x?xf32> attributes {
    inputs = [dense<1> : tensor<2x4xi8>, dense<1.0> : tensor<2x3xf32>],
    error = "scales do not match the blocks"} {
  %none = onnx.None() : () -> none
  %y = onnx.DequantizeLinear(%a0, %a1, %none) {block_size = 2 : si64} : (tensor<2x?xi8>, tensor<2x?xf32>, none) -> tensor<2x?xf32>
  return %y : tensor<2x?xf32>
}
