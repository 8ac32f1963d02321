// SPDX-License-Identifier: Apache-2.0
// Runs that are refused: what the shapes and values of the inputs break.

func.func @state_shape(%a0: tensor<f32>, %a1: tensor<i64>, %a2: tensor<2x?xf32>, %a3: tensor<2x?xf32>, %a4: tensor<2x?xf32>) -> tensor<2x?xf32> attributes {
    inputs = [dense<1.0> : tensor<f32>, dense<1> : tensor<i64>, dense<1.0> : tensor<2x3xf32>, dense<1.0> : tensor<2x4xf32>, dense<1.0> : tensor<2x3xf32>],
    error = "a gradient or state has another shape than its tensor"} {
  %y:2 = onnx.training.Momentum(%a0, %a1, %a2, %a3, %a4) {alpha = 0.9 : f32, beta = 1.0 : f32, mode = "standard", norm_coefficient = 0.0 : f32} : (tensor<f32>, tensor<i64>, tensor<2x?xf32>, tensor<2x?xf32>, tensor<2x?xf32>) -> (tensor<2x?xf32>, tensor<2x?xf32>)
  return %y#0 : tensor<2x?xf32>
}
