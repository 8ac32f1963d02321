// SPDX-License-Identifier: Apache-2.0
// What the lowerings of com.microsoft's attention operators refuse.
// RUN: cameo-opt %s --cameo-lower-onnx --split-input-file --verify-diagnostics

func.func @main(%a0: tensor<1x2x8xf32>, %a1: tensor<1x2x4xf32>, %a2: tensor<1x2x4xf32>, %a3: tensor<1xi32>, %a4: tensor<1xi32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{a sliding cache needs past_key, past_value and local_window_size}}
  %r:4 = onnx.ms.GroupQueryAttention(%a0, %a1, %a2, %none, %none, %a3, %a4, %none, %none, %none, %none, %none, %none, %none, %none, %none) {num_heads = 2 : si64, kv_num_heads = 1 : si64, sliding_window_cache = 1 : si64} : (tensor<1x2x8xf32>, tensor<1x2x4xf32>, tensor<1x2x4xf32>, none, none, tensor<1xi32>, tensor<1xi32>, none, none, none, none, none, none, none, none, none) -> (!onnx.unknown, none, none, none)
  return
}

// -----
func.func @main(%a0: tensor<1x2x8xf32>, %a1: tensor<1x2x4xf32>, %a2: tensor<1x2x4xf32>, %a3: tensor<1xi32>, %a4: tensor<1xi32>, %p: tensor<1x1x3x4xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{has no qk_output with a sliding cache}}
  %r:4 = onnx.ms.GroupQueryAttention(%a0, %a1, %a2, %p, %p, %a3, %a4, %none, %none, %none, %none, %none, %none, %none, %none, %none) {num_heads = 2 : si64, kv_num_heads = 1 : si64, sliding_window_cache = 1 : si64, local_window_size = 2 : si64, qk_output = 1 : si64} : (tensor<1x2x8xf32>, tensor<1x2x4xf32>, tensor<1x2x4xf32>, tensor<1x1x3x4xf32>, tensor<1x1x3x4xf32>, tensor<1xi32>, tensor<1xi32>, none, none, none, none, none, none, none, none, none) -> (!onnx.unknown, none, none, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<1x2x8xf32>, %a1: tensor<1x2x4xf32>, %a2: tensor<1x2x4xf32>, %a3: tensor<1xi32>, %a4: tensor<1xi32>, %p: tensor<1x1x3x4xi8>, %s: tensor<1xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{kv_cache_bit_width must be 4 or 8}}
  %r:4 = onnx.ms.GroupQueryAttention(%a0, %a1, %a2, %p, %p, %a3, %a4, %none, %none, %none, %none, %none, %s, %s, %none, %none) {num_heads = 2 : si64, kv_num_heads = 1 : si64, k_quant_type = "PER_TENSOR", kv_cache_bit_width = 3 : si64} : (tensor<1x2x8xf32>, tensor<1x2x4xf32>, tensor<1x2x4xf32>, tensor<1x1x3x4xi8>, tensor<1x1x3x4xi8>, tensor<1xi32>, tensor<1xi32>, none, none, none, none, none, tensor<1xf32>, tensor<1xf32>, none, none) -> (!onnx.unknown, none, none, none)
  return
}

// -----
func.func @main(%a0: tensor<1x2x8xf32>, %a1: tensor<1x2x4xf32>, %a2: tensor<1x2x4xf32>, %a3: tensor<1xi32>, %a4: tensor<1xi32>, %p: tensor<1x1x3x4xf32>, %s: tensor<1xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{a quantised cache of 8 bits does not hold 'f32'}}
  %r:4 = onnx.ms.GroupQueryAttention(%a0, %a1, %a2, %p, %p, %a3, %a4, %none, %none, %none, %none, %none, %s, %s, %none, %none) {num_heads = 2 : si64, kv_num_heads = 1 : si64, k_quant_type = "PER_TENSOR", kv_cache_bit_width = 8 : si64} : (tensor<1x2x8xf32>, tensor<1x2x4xf32>, tensor<1x2x4xf32>, tensor<1x1x3x4xf32>, tensor<1x1x3x4xf32>, tensor<1xi32>, tensor<1xi32>, none, none, none, none, none, tensor<1xf32>, tensor<1xf32>, none, none) -> (!onnx.unknown, none, none, none)
  return
}

// -----
func.func @main(%a0: tensor<1x2x8xf32>, %a1: tensor<1x2x4xf32>, %a2: tensor<1x2x4xf32>, %a3: tensor<1xi32>, %a4: tensor<1xi32>, %p: tensor<1x1x3x4xi8>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{a quantised cache needs a scale that broadcasts to it}}
  %r:4 = onnx.ms.GroupQueryAttention(%a0, %a1, %a2, %p, %p, %a3, %a4, %none, %none, %none, %none, %none, %none, %none, %none, %none) {num_heads = 2 : si64, kv_num_heads = 1 : si64, k_quant_type = "PER_TENSOR", kv_cache_bit_width = 8 : si64} : (tensor<1x2x8xf32>, tensor<1x2x4xf32>, tensor<1x2x4xf32>, tensor<1x1x3x4xi8>, tensor<1x1x3x4xi8>, tensor<1xi32>, tensor<1xi32>, none, none, none, none, none, none, none, none, none) -> (!onnx.unknown, none, none, none)
  return
}

// -----
func.func @main(%a0: tensor<1x2x8xf32>, %a1: tensor<1x2x4xf32>, %a2: tensor<1x2x4xf32>, %a3: tensor<1xi32>, %a4: tensor<1xi32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{do_rotary needs the caches of cosines and sines}}
  %r:4 = onnx.ms.GroupQueryAttention(%a0, %a1, %a2, %none, %none, %a3, %a4, %none, %none, %none, %none, %none, %none, %none, %none, %none) {num_heads = 2 : si64, kv_num_heads = 1 : si64, do_rotary = 1 : si64} : (tensor<1x2x8xf32>, tensor<1x2x4xf32>, tensor<1x2x4xf32>, none, none, tensor<1xi32>, tensor<1xi32>, none, none, none, none, none, none, none, none, none) -> (!onnx.unknown, none, none, none)
  return
}

// -----
func.func @main(%a0: tensor<1x2x8xf32>, %a1: tensor<1x2x4xf32>, %a2: tensor<1x2x4xf32>, %a3: tensor<1xi32>, %a4: tensor<1xi32>, %a5: tensor<2x2xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{attention_bias must have four dimensions}}
  %r:4 = onnx.ms.GroupQueryAttention(%a0, %a1, %a2, %none, %none, %a3, %a4, %none, %none, %none, %a5, %none, %none, %none, %none, %none) {num_heads = 2 : si64, kv_num_heads = 1 : si64} : (tensor<1x2x8xf32>, tensor<1x2x4xf32>, tensor<1x2x4xf32>, none, none, tensor<1xi32>, tensor<1xi32>, none, none, none, tensor<2x2xf32>, none, none, none, none, none) -> (!onnx.unknown, none, none, none)
  return
}

// -----
func.func @main(%a0: tensor<1x2x4xf32>, %a1: tensor<4x12xf32>, %a2: tensor<1x1x2x2xi32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{a mask of rank 4 is not supported}}
  %r:2 = onnx.ms.Attention(%a0, %a1, %none, %a2, %none, %none, %none) {num_heads = 1 : si64} : (tensor<1x2x4xf32>, tensor<4x12xf32>, none, tensor<1x1x2x2xi32>, none, none, none) -> (!onnx.unknown, none)
  return
}

// -----
func.func @main(%a0: tensor<1x2x4xf32>, %a1: tensor<4x12xf32>, %a2: tensor<1x2xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{a mask must hold integers}}
  %r:2 = onnx.ms.Attention(%a0, %a1, %none, %a2, %none, %none, %none) {num_heads = 1 : si64} : (tensor<1x2x4xf32>, tensor<4x12xf32>, none, tensor<1x2xf32>, none, none, none) -> (!onnx.unknown, none)
  return
}

// -----
func.func @main(%a0: tensor<1x2x4xf32>, %a1: tensor<4x12xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{a shared buffer of past and present, and rotation, are not supported}}
  %r:2 = onnx.ms.Attention(%a0, %a1, %none, %none, %none, %none, %none) {num_heads = 1 : si64, do_rotary = 1 : si64} : (tensor<1x2x4xf32>, tensor<4x12xf32>, none, none, none, none, none) -> (!onnx.unknown, none)
  return
}

// -----
func.func @main(%a0: tensor<1x2x4xf32>, %a1: tensor<4x12xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{qkv_hidden_sizes must have 3 elements}}
  %r:2 = onnx.ms.Attention(%a0, %a1, %none, %none, %none, %none, %none) {num_heads = 1 : si64, qkv_hidden_sizes = array<i64: 4, 4>} : (tensor<1x2x4xf32>, tensor<4x12xf32>, none, none, none, none, none) -> (!onnx.unknown, none)
  return
}

// -----
func.func @main(%a0: tensor<1x2x4xf32>, %a1: tensor<4x12xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{qkv_hidden_sizes holds 0}}
  %r:2 = onnx.ms.Attention(%a0, %a1, %none, %none, %none, %none, %none) {num_heads = 1 : si64, qkv_hidden_sizes = array<i64: 4, 4, 0>} : (tensor<1x2x4xf32>, tensor<4x12xf32>, none, none, none, none, none) -> (!onnx.unknown, none)
  return
}

// -----
func.func @main(%a0: tensor<1x2x2x3x4xf32>, %a1: tensor<1x2x8xf32>, %a2: tensor<1x2x8xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{packed queries come without keys and values}}
  %r:4 = onnx.ms.MultiHeadAttention(%a0, %a1, %a2, %none, %none, %none, %none, %none, %none, %none) {num_heads = 2 : si64} : (tensor<1x2x2x3x4xf32>, tensor<1x2x8xf32>, tensor<1x2x8xf32>, none, none, none, none, none, none, none) -> (!onnx.unknown, none, none, none)
  return
}

// -----
func.func @main(%a0: tensor<1x2x8xf32>, %a1: tensor<1x2x2x2x4xf32>, %a2: tensor<1x2x8xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{packed keys come without values}}
  %r:4 = onnx.ms.MultiHeadAttention(%a0, %a1, %a2, %none, %none, %none, %none, %none, %none, %none) {num_heads = 2 : si64} : (tensor<1x2x8xf32>, tensor<1x2x2x2x4xf32>, tensor<1x2x8xf32>, none, none, none, none, none, none, none) -> (!onnx.unknown, none, none, none)
  return
}

// -----
func.func @main(%a0: tensor<1x2x8xf32>, %a1: tensor<1x2x8xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{needs keys and values}}
  %r:4 = onnx.ms.MultiHeadAttention(%a0, %a1, %none, %none, %none, %none, %none, %none, %none, %none) {num_heads = 2 : si64} : (tensor<1x2x8xf32>, tensor<1x2x8xf32>, none, none, none, none, none, none, none, none) -> (!onnx.unknown, none, none, none)
  return
}

// -----
func.func @main(%a0: tensor<1x2x2x4xf32>, %a1: tensor<1x2x8xf32>, %a2: tensor<1x2x8xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{needs a query of rank 3 or 5}}
  %r:4 = onnx.ms.MultiHeadAttention(%a0, %a1, %a2, %none, %none, %none, %none, %none, %none, %none) {num_heads = 2 : si64} : (tensor<1x2x2x4xf32>, tensor<1x2x8xf32>, tensor<1x2x8xf32>, none, none, none, none, none, none, none) -> (!onnx.unknown, none, none, none)
  return
}

// -----
func.func @main(%a0: tensor<1x2x8xf32>, %a1: tensor<1x2x8xf32>, %a2: tensor<1x2x8xf32>, %a3: tensor<2x24xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{bias must be a vector}}
  %r:4 = onnx.ms.MultiHeadAttention(%a0, %a1, %a2, %a3, %none, %none, %none, %none, %none, %none) {num_heads = 2 : si64} : (tensor<1x2x8xf32>, tensor<1x2x8xf32>, tensor<1x2x8xf32>, tensor<2x24xf32>, none, none, none, none, none, none) -> (!onnx.unknown, none, none, none)
  return
}

// -----
func.func @main(%a0: tensor<1x2x8xf32>, %a1: tensor<1x2x8xf32>, %a2: tensor<1x2x8xf32>, %a3: tensor<1x1x2xi32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{cache_indirection needs a shared buffer of past and present}}
  %r:4 = onnx.ms.MultiHeadAttention(%a0, %a1, %a2, %none, %none, %none, %none, %none, %none, %a3) {num_heads = 2 : si64} : (tensor<1x2x8xf32>, tensor<1x2x8xf32>, tensor<1x2x8xf32>, none, none, none, none, none, none, tensor<1x1x2xi32>) -> (!onnx.unknown, none, none, none)
  return
}

// -----
func.func @main(%a0: tensor<1x2x8xf32>, %a1: tensor<1x2x8xf32>, %a2: tensor<1x2x8xf32>, %a3: tensor<1x2x2x4xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{past_key and past_value come together}}
  %r:4 = onnx.ms.MultiHeadAttention(%a0, %a1, %a2, %none, %none, %none, %a3, %none, %none, %none) {num_heads = 2 : si64} : (tensor<1x2x8xf32>, tensor<1x2x8xf32>, tensor<1x2x8xf32>, none, none, none, tensor<1x2x2x4xf32>, none, none, none) -> (!onnx.unknown, none, none, none)
  return
}

// -----
func.func @main(%a0: tensor<1x1x8xf32>, %a1: tensor<1x1x8xf32>, %a2: tensor<1x1x8xf32>, %a3: tensor<1x1x2xi32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{cache_indirection needs a shared buffer of past and present}}
  %r:4 = onnx.ms.DecoderMaskedMultiHeadAttention(%a0, %a1, %a2, %none, %none, %none, %none, %none, %none, %a3, %none) {num_heads = 2 : si64} : (tensor<1x1x8xf32>, tensor<1x1x8xf32>, tensor<1x1x8xf32>, none, none, none, none, none, none, tensor<1x1x2xi32>, none) -> (!onnx.unknown, none, none, none)
  return
}

// -----
func.func @main(%a0: tensor<1x1x8xf32>, %a1: tensor<1x1x8xf32>, %a2: tensor<1x1x8xf32>, %a3: tensor<1x2x2x4xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{past_key and past_value come together}}
  %r:4 = onnx.ms.DecoderMaskedMultiHeadAttention(%a0, %a1, %a2, %none, %none, %a3, %none, %none, %none, %none, %none) {num_heads = 2 : si64} : (tensor<1x1x8xf32>, tensor<1x1x8xf32>, tensor<1x1x8xf32>, none, none, tensor<1x2x2x4xf32>, none, none, none, none, none) -> (!onnx.unknown, none, none, none)
  return
}

// -----
func.func @main(%a0: tensor<1x1x8xf32>, %a1: tensor<1x1x8xf32>, %a2: tensor<1x1x8xf32>, %a3: tensor<1x2x2x4xf32>, %a4: tensor<1x2x2x4xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{a shared buffer needs past_sequence_length}}
  %r:4 = onnx.ms.DecoderMaskedMultiHeadAttention(%a0, %a1, %a2, %none, %none, %a3, %a4, %none, %none, %none, %none) {num_heads = 2 : si64, past_present_share_buffer = 1 : si64} : (tensor<1x1x8xf32>, tensor<1x1x8xf32>, tensor<1x1x8xf32>, none, none, tensor<1x2x2x4xf32>, tensor<1x2x2x4xf32>, none, none, none, none) -> (!onnx.unknown, none, none, none)
  return
}

// -----
func.func @main(%a0: tensor<1x1x8xf32>, %a1: tensor<1x2x4x4xf32>, %a2: tensor<1xi32>, %a3: tensor<1x4xi32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{cache_indirection must have three dimensions}}
  %r:4 = onnx.ms.DecoderMaskedMultiHeadAttention(%a0, %a0, %a0, %none, %none, %a1, %a1, %a2, %none, %a3, %none) {num_heads = 2 : si64, past_present_share_buffer = 1 : si64} : (tensor<1x1x8xf32>, tensor<1x1x8xf32>, tensor<1x1x8xf32>, none, none, tensor<1x2x4x4xf32>, tensor<1x2x4x4xf32>, tensor<1xi32>, none, tensor<1x4xi32>, none) -> (!onnx.unknown, none, none, none)
  return
}

// -----
func.func @main(%a0: tensor<1x2x8xf32>, %a1: tensor<1x2x4xf32>, %a2: tensor<1x2x4xf32>, %a3: tensor<1xi32>, %a4: tensor<1xi32>, %a5: tensor<1x2xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{head_sink must be a vector}}
  %r:4 = onnx.ms.GroupQueryAttention(%a0, %a1, %a2, %none, %none, %a3, %a4, %none, %none, %none, %none, %a5, %none, %none, %none, %none) {num_heads = 2 : si64, kv_num_heads = 1 : si64} : (tensor<1x2x8xf32>, tensor<1x2x4xf32>, tensor<1x2x4xf32>, none, none, tensor<1xi32>, tensor<1xi32>, none, none, none, none, tensor<1x2xf32>, none, none, none, none) -> (!onnx.unknown, none, none, none)
  return
}

// -----
func.func @main(%a0: tensor<1x2x8xf32>, %a1: tensor<1x2x4xf32>, %a2: tensor<1x2x4xf32>, %a3: tensor<1xi32>, %a4: tensor<1xi32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{qk_output must be 0, 1 or 2}}
  %r:4 = onnx.ms.GroupQueryAttention(%a0, %a1, %a2, %none, %none, %a3, %a4, %none, %none, %none, %none, %none, %none, %none, %none, %none) {num_heads = 2 : si64, kv_num_heads = 1 : si64, qk_output = 3 : si64} : (tensor<1x2x8xf32>, tensor<1x2x4xf32>, tensor<1x2x4xf32>, none, none, tensor<1xi32>, tensor<1xi32>, none, none, none, none, none, none, none, none, none) -> (!onnx.unknown, none, none, none)
  return
}
