// SPDX-License-Identifier: Apache-2.0
// What the lowerings of com.microsoft's operators refuse.
// RUN: cameo-opt %s --cameo-lower-onnx --split-input-file --verify-diagnostics

func.func @main(%a0: tensor<1x2x4xf32>, %a1: tensor<1x2x4xf32>, %a2: tensor<4xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{results mean and inv_std_var are not supported}}
  %r:4 = onnx.ms.SkipLayerNormalization(%a0, %a1, %a2, %none, %none) : (tensor<1x2x4xf32>, tensor<1x2x4xf32>, tensor<4xf32>, none, none) -> (!onnx.unknown, !onnx.unknown, !onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<2x16xf32>, %a1: tensor<4x1x8xui8>, %a2: tensor<4xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{bits must be 2, 4 or 8}}
  %r = onnx.ms.MatMulNBits(%a0, %a1, %a2, %none, %none, %none) {K = 16 : si64, N = 4 : si64, bits = 3 : si64, block_size = 16 : si64} : (tensor<2x16xf32>, tensor<4x1x8xui8>, tensor<4xf32>, none, none, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x2x8xf32>, %a1: tensor<1x2xi64>, %a2: tensor<4x4xf32>, %a3: tensor<4x4xf32>) {
  // expected-error @+1 {{packed batching is not supported}}
  %r = onnx.ms.RotaryEmbedding(%a0, %a1, %a2, %a3) {is_packed_batching = 1 : si64} : (tensor<1x2x8xf32>, tensor<1x2xi64>, tensor<4x4xf32>, tensor<4x4xf32>) -> !onnx.unknown
  return
}
