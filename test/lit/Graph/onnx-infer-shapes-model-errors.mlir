// SPDX-License-Identifier: Apache-2.0
// Parts of models (com.microsoft) that cannot be taken apart.
// RUN: cameo-opt %s --onnx-decompose-contrib --onnx-infer-shapes --split-input-file --verify-diagnostics

func.func @main(%a0: tensor<2x8xf32>, %a1: tensor<2x3xf32>, %a2: tensor<3x8x8xf32>, %a4: tensor<3x8x8xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{swiglu needs fc3_experts_weights or a swiglu_fusion of 1 or 2}}
  %r = onnx.ms.MoE(%a0, %a1, %a2, %none, %a4, %none, %none, %none) {activation_type = "swiglu"} : (tensor<2x8xf32>, tensor<2x3xf32>, tensor<3x8x8xf32>, none, tensor<3x8x8xf32>, none, none, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x8xf32>, %a1: tensor<2x3xf32>, %a2: tensor<3x8x4xui8>, %a3: tensor<3x8xf32>, %a5: tensor<3x8x4xui8>, %a6: tensor<3x8xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{weights of quant_type 'fp4' are not supported: int alone is}}
  %r = onnx.ms.QMoE(%a0, %a1, %a2, %a3, %none, %a5, %a6, %none, %none, %none, %none, %none, %none, %none, %none, %none, %none, %none, %none, %none, %none) {quant_type = "fp4"} : (tensor<2x8xf32>, tensor<2x3xf32>, tensor<3x8x4xui8>, tensor<3x8xf32>, none, tensor<3x8x4xui8>, tensor<3x8xf32>, none, none, none, none, none, none, none, none, none, none, none, none, none, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x8xf32>, %a1: tensor<2x3xf32>, %a2: tensor<3x8x4xui8>, %a3: tensor<3x8xf32>, %a5: tensor<3x8x4xui8>, %a6: tensor<3x8xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{expert_weight_bits must be 2, 4 or 8}}
  %r = onnx.ms.QMoE(%a0, %a1, %a2, %a3, %none, %a5, %a6, %none, %none, %none, %none, %none, %none, %none, %none, %none, %none, %none, %none, %none, %none) {expert_weight_bits = 3 : si64} : (tensor<2x8xf32>, tensor<2x3xf32>, tensor<3x8x4xui8>, tensor<3x8xf32>, none, tensor<3x8x4xui8>, tensor<3x8xf32>, none, none, none, none, none, none, none, none, none, none, none, none, none, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x8xf32>, %a1: tensor<2x3xf32>, %a2: tensor<3x8x4xui8>, %a3: tensor<3x8xf32>, %a5: tensor<3x8x4xui8>, %a6: tensor<3x8xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{takes weights as they are, not prepacked for a device}}
  %r = onnx.ms.QMoE(%a0, %a1, %a2, %a3, %none, %a5, %a6, %none, %none, %none, %none, %none, %none, %none, %none, %none, %none, %none, %none, %none, %none) {weights_prepacked = 1 : si64} : (tensor<2x8xf32>, tensor<2x3xf32>, tensor<3x8x4xui8>, tensor<3x8xf32>, none, tensor<3x8x4xui8>, tensor<3x8xf32>, none, none, none, none, none, none, none, none, none, none, none, none, none, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x8xf32>, %a1: tensor<2x3xf32>, %a2: tensor<3x8x4xui8>, %a3: tensor<3x8xf32>, %a5: tensor<3x8x4xui8>, %a6: tensor<3x8xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{block_size must be a number of whole bytes}}
  %r = onnx.ms.QMoE(%a0, %a1, %a2, %a3, %none, %a5, %a6, %none, %none, %none, %none, %none, %none, %none, %none, %none, %none, %none, %none, %none, %none) {block_size = 3 : si64} : (tensor<2x8xf32>, tensor<2x3xf32>, tensor<3x8x4xui8>, tensor<3x8xf32>, none, tensor<3x8x4xui8>, tensor<3x8xf32>, none, none, none, none, none, none, none, none, none, none, none, none, none, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x8xf32>, %a1: tensor<2x3xf32>, %a2: tensor<3x8x?xui8>, %a3: tensor<3x8xf32>, %a5: tensor<3x8x4xui8>, %a6: tensor<3x8xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{needs weights of three known dimensions}}
  %r = onnx.ms.QMoE(%a0, %a1, %a2, %a3, %none, %a5, %a6, %none, %none, %none, %none, %none, %none, %none, %none, %none, %none, %none, %none, %none, %none) : (tensor<2x8xf32>, tensor<2x3xf32>, tensor<3x8x?xui8>, tensor<3x8xf32>, none, tensor<3x8x4xui8>, tensor<3x8xf32>, none, none, none, none, none, none, none, none, none, none, none, none, none, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x8xf32>, %a1: tensor<2x3xf32>, %a2: tensor<3x8x4xui8>, %a5: tensor<3x8x4xui8>, %a6: tensor<3x8xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{needs scales of its weights}}
  %r = onnx.ms.QMoE(%a0, %a1, %a2, %none, %none, %a5, %a6, %none, %none, %none, %none, %none, %none, %none, %none, %none, %none, %none, %none, %none, %none) : (tensor<2x8xf32>, tensor<2x3xf32>, tensor<3x8x4xui8>, none, none, tensor<3x8x4xui8>, tensor<3x8xf32>, none, none, none, none, none, none, none, none, none, none, none, none, none, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x8xf32>, %a1: tensor<2x3xf32>, %a2: tensor<3x8x4xui8>, %a3: tensor<3x8xf32>, %a5: tensor<3x8x4xui8>, %a6: tensor<3x8xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{block_size must divide the weights' columns}}
  %r = onnx.ms.QMoE(%a0, %a1, %a2, %a3, %none, %a5, %a6, %none, %none, %none, %none, %none, %none, %none, %none, %none, %none, %none, %none, %none, %none) {block_size = 6 : si64} : (tensor<2x8xf32>, tensor<2x3xf32>, tensor<3x8x4xui8>, tensor<3x8xf32>, none, tensor<3x8x4xui8>, tensor<3x8xf32>, none, none, none, none, none, none, none, none, none, none, none, none, none, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x2x4xf32>, %a1: tensor<2x1x3xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{has 2 dimensions; one is supported}}
  %r:2 = onnx.ms.CausalConvWithState(%a0, %a1, %none, %none) {ndim = 2 : si64} : (tensor<1x2x4xf32>, tensor<2x1x3xf32>, none, none) -> (!onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<1x2x4xf32>, %a1: tensor<?x1x3xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{needs a weight of known sizes [channels, 1, taps]}}
  %r:2 = onnx.ms.CausalConvWithState(%a0, %a1, %none, %none) : (tensor<1x2x4xf32>, tensor<?x1x3xf32>, none, none) -> (!onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<1x2x4xf32>, %a1: tensor<2x1x3xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{state_window must be within [0, 8]}}
  %r:2 = onnx.ms.CausalConvWithState(%a0, %a1, %none, %none) {state_window = 9 : si64} : (tensor<1x2x4xf32>, tensor<2x1x3xf32>, none, none) -> (!onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<1x2x4xf32>, %a1: tensor<2x1x3xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{keeps windows of states for channels first alone}}
  %r:2 = onnx.ms.CausalConvWithState(%a0, %a1, %none, %none) {channels_last = 1 : si64, state_window = 2 : si64} : (tensor<1x2x4xf32>, tensor<2x1x3xf32>, none, none) -> (!onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<1x2x3x4xf32>, %a1: tensor<3x1x3xi64>, %a2: tensor<5x2xf32>, %a3: tensor<5x2xf32>) {
  // expected-error @+1 {{mrope_section must be three sizes}}
  %r = onnx.ms.MRotaryEmbedding(%a0, %a1, %a2, %a3) {mrope_section = array<i64: 1, 1>} : (tensor<1x2x3x4xf32>, tensor<3x1x3xi64>, tensor<5x2xf32>, tensor<5x2xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x2x3x4xf32>, %a1: tensor<3x1x3xi64>, %a2: tensor<5x2xf32>, %a3: tensor<5x2xf32>) {
  // expected-error @+1 {{needs a scale of 1 and no packed batches}}
  %r = onnx.ms.MRotaryEmbedding(%a0, %a1, %a2, %a3) {mrope_section = array<i64: 1, 1, 0>, is_packed_batching = 1 : si64} : (tensor<1x2x3x4xf32>, tensor<3x1x3xi64>, tensor<5x2xf32>, tensor<5x2xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x8xf32>, %a1: tensor<8x2xf32>) {
  // expected-error @+1 {{does not know the activation Sine}}
  %r = onnx.ms.FusedMatMulActivation(%a0, %a1) {activation = "Sine"} : (tensor<2x8xf32>, tensor<8x2xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x8xf32>) {
  // expected-error @+1 {{transforms one dimension, onesided and not normalised}}
  %r = onnx.ms.Rfft(%a0) {signal_ndim = 2 : si64} : (tensor<2x8xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x5x2xf32>) {
  // expected-error @+1 {{transforms one dimension, onesided and not normalised}}
  %r = onnx.ms.Irfft(%a0) {signal_ndim = 1 : si64, normalized = 1 : si64} : (tensor<2x5x2xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x2x4xf32>, %a1: tensor<1x2x4xf32>, %a2: tensor<1x2x4xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{one of q_num_heads and kv_num_heads must divide the other}}
  %r:2 = onnx.ms.LinearAttention(%a0, %a1, %a2, %none, %none, %none) {q_num_heads = 3 : si64, kv_num_heads = 2 : si64} : (tensor<1x2x4xf32>, tensor<1x2x4xf32>, tensor<1x2x4xf32>, none, none, none) -> (!onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<1x2x4xf32>, %a1: tensor<1x2x4xf32>, %a2: tensor<1x2x4xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{state_window must be within [0, 8]}}
  %r:2 = onnx.ms.LinearAttention(%a0, %a1, %a2, %none, %none, %none) {q_num_heads = 2 : si64, kv_num_heads = 2 : si64, state_window = -1 : si64} : (tensor<1x2x4xf32>, tensor<1x2x4xf32>, tensor<1x2x4xf32>, none, none, none) -> (!onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<1x2x4xf32>, %a1: tensor<1x2x4xf32>, %a2: tensor<1x2x4xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{the update rule needs decay}}
  %r:2 = onnx.ms.LinearAttention(%a0, %a1, %a2, %none, %none, %none) {q_num_heads = 2 : si64, kv_num_heads = 2 : si64} : (tensor<1x2x4xf32>, tensor<1x2x4xf32>, tensor<1x2x4xf32>, none, none, none) -> (!onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<1x2x4xf32>, %a1: tensor<1x2x4xf32>, %a2: tensor<1x2x4xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{the update rule needs beta}}
  %r:2 = onnx.ms.LinearAttention(%a0, %a1, %a2, %none, %none, %none) {q_num_heads = 2 : si64, kv_num_heads = 2 : si64, update_rule = "delta"} : (tensor<1x2x4xf32>, tensor<1x2x4xf32>, tensor<1x2x4xf32>, none, none, none) -> (!onnx.unknown, !onnx.unknown)
  return
}
