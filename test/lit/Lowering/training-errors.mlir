// SPDX-License-Identifier: Apache-2.0
// What the lowerings of the Training operators refuse beyond the shape rules.
// RUN: cameo-opt %s --cameo-lower-onnx --split-input-file --verify-diagnostics

func.func @main(%a0: tensor<f32>, %a1: tensor<i64>, %a2: tensor<2xf32>, %a3: tensor<1x2xf32>, %a4: tensor<2xf32>) {
  // expected-error @+1 {{a gradient or state has another rank than its tensor}}
  %r:2 = onnx.training.Momentum(%a0, %a1, %a2, %a3, %a4) {alpha = 1.0 : f32, beta = 1.0 : f32, mode = "standard", norm_coefficient = 0.0 : f32} : (tensor<f32>, tensor<i64>, tensor<2xf32>, tensor<1x2xf32>, tensor<2xf32>) -> (!onnx.unknown, !onnx.unknown)
  return
}
