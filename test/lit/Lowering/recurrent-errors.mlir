// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-lower-onnx --verify-diagnostics

func.func @main(%x: tensor<5x1x8xf32>, %w: tensor<1x4x8xf32>, %r: tensor<1x4x4xf32>) -> tensor<1x1x4xf32> {
  %none = "onnx.None"() : () -> none
  // expected-error @+1 {{unknown activation wavy}}
  %0, %1 = "onnx.RNN"(%x, %w, %r, %none, %none, %none) {activations = ["Wavy"]}
    : (tensor<5x1x8xf32>, tensor<1x4x8xf32>, tensor<1x4x4xf32>, none, none, none) -> (none, tensor<1x1x4xf32>)
  return %1 : tensor<1x1x4xf32>
}
