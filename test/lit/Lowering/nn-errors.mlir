// SPDX-License-Identifier: Apache-2.0
// What the lowerings of the NN, Image and Quant operators refuse beyond the shape rules.
// RUN: cameo-opt %s --cameo-lower-onnx --split-input-file --verify-diagnostics

func.func @main(%a0: tensor<1x2x8xf32>, %a1: tensor<1x2x4xf32>, %a2: tensor<1x2x4xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{needs operands of rank 4, or of rank 3 and the number of heads}}
  %r = onnx.RotaryEmbedding(%a0, %a1, %a2, %none) : (tensor<1x2x8xf32>, tensor<1x2x4xf32>, tensor<1x2x4xf32>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x2x2x4xf32>, %a1: tensor<1x2x2x4xf32>, %a2: tensor<1x2x2x4xf32>, %a3: tensor<1x1x1x2x2xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{attn_mask must have 1 to 4 dimensions}}
  %r:4 = onnx.Attention(%a0, %a1, %a2, %a3, %none, %none, %none) : (tensor<1x2x2x4xf32>, tensor<1x2x2x4xf32>, tensor<1x2x2x4xf32>, tensor<1x1x1x2x2xf32>, none, none, none) -> (!onnx.unknown, none, none, none)
  return
}

// -----
func.func @main(%a0: tensor<1x2x2x4xf32>, %a1: tensor<1x2x2x4xf32>, %a2: tensor<1x2x2x4xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{qk_matmul_output_mode must be 0 to 3}}
  %r:4 = onnx.Attention(%a0, %a1, %a2, %none, %none, %none, %none) {qk_matmul_output_mode = 4 : si64} : (tensor<1x2x2x4xf32>, tensor<1x2x2x4xf32>, tensor<1x2x2x4xf32>, none, none, none, none) -> (!onnx.unknown, none, none, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<1x2x4xf32>, %a1: tensor<1x2x4xf32>, %a2: tensor<1x2x4xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{update_rule gated needs decay or beta}}
  %r:2 = onnx.LinearAttention(%a0, %a1, %a2, %none, %none, %none) {q_num_heads = 1 : si64, kv_num_heads = 1 : si64, update_rule = "gated"} : (tensor<1x2x4xf32>, tensor<1x2x4xf32>, tensor<1x2x4xf32>, none, none, none) -> (!onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<1x2x12xf32>, %a1: tensor<1x2x8xf32>, %a2: tensor<1x2x8xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{kv_num_heads does not divide q_num_heads}}
  %r:2 = onnx.LinearAttention(%a0, %a1, %a2, %none, %none, %none) {q_num_heads = 3 : si64, kv_num_heads = 2 : si64, update_rule = "linear"} : (tensor<1x2x12xf32>, tensor<1x2x8xf32>, tensor<1x2x8xf32>, none, none, none) -> (!onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<1x4x4xf32>, %a1: tensor<0xi64>, %a2: tensor<0xi64>) {
  // expected-error @+1 {{needs an input of rank 3 and an image of one or more dimensions}}
  %r = onnx.Col2Im(%a0, %a1, %a2) : (tensor<1x4x4xf32>, tensor<0xi64>, tensor<0xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x1x4xf32>, %a1: tensor<1x1x2xf32>, %a2: tensor<1x2x3xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{is supported on two spatial dimensions only}}
  %r = onnx.DeformConv(%a0, %a1, %a2, %none, %none) : (tensor<1x1x4xf32>, tensor<1x1x2xf32>, tensor<1x2x3xf32>, none, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x3xf32>, %a1: tensor<3xf32>, %a2: tensor<3xf32>) {
  // expected-error @+1 {{needs an input of rank 3 or more}}
  %r = onnx.InstanceNormalization(%a0, %a1, %a2) : (tensor<1x3xf32>, tensor<3xf32>, tensor<3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4xf32>) {
  %none = onnx.None() : () -> none
  %c2 = onnx.Constant() {value = dense<2.0> : tensor<f32>} : () -> tensor<f32>
  // expected-error @+1 {{needs scales or sizes}}
  %r = onnx.Resize(%a0, %none, %c2, %none) : (tensor<4xf32>, none, tensor<f32>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x3xf32>, %a1: tensor<3x8xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{needs an input and filters of equal rank of at least 3}}
  %r = onnx.ConvTranspose(%a0, %a1, %none) : (tensor<1x3xf32>, tensor<3x8xf32>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  // expected-error @+1 {{p must be 1 or 2}}
  %r = onnx.LpNormalization(%a0) {p = 3 : si64} : (tensor<2x3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x3xf32>) {
  // expected-error @+1 {{needs an input of rank 2, not}}
  %r:2 = onnx.MaxPool(%a0) {kernel_shape = array<i64>} : (tensor<1x3xf32>) -> (!onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<1x1x2x2x2x2xf32>, %a1: tensor<1x2x2x2x2x4xf32>) {
  // expected-error @+1 {{mode cubic is supported up to three spatial dimensions}}
  %r = onnx.GridSample(%a0, %a1) {mode = "cubic"} : (tensor<1x1x2x2x2x2xf32>, tensor<1x2x2x2x2x4xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  %c1 = onnx.Constant() {value = dense<[1, 1, 4, 4]> : tensor<4xi64>} : () -> tensor<4xi64>
  // expected-error @+1 {{needs theta of rank 3 and a size of rank 4 or 5}}
  %r = onnx.AffineGrid(%a0, %c1) : (tensor<2x3xf32>, tensor<4xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4xf32>) {
  %none = onnx.None() : () -> none
  %c2 = onnx.Constant() {value = dense<2.0> : tensor<1xf32>} : () -> tensor<1xf32>
  // expected-error @+1 {{needs roi to crop}}
  %r = onnx.Resize(%a0, %none, %c2, %none) {coordinate_transformation_mode = "tf_crop_and_resize"} : (tensor<4xf32>, none, tensor<1xf32>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x4xf32>, %a1: tensor<2x2xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{scale's rank does not fit the input and block_size}}
  %r = onnx.QuantizeLinear(%a0, %a1, %none) {block_size = -2 : si64} : (tensor<2x4xf32>, tensor<2x2xf32>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4x1x3xf32>, %a1: tensor<1x2x3xf32>, %a2: tensor<1x2x2xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{needs 1 activations, not 2}}
  %r:2 = onnx.RNN(%a0, %a1, %a2, %none, %none, %none) {activations = ["Tanh", "Tanh"], hidden_size = 2 : si64} : (tensor<4x1x3xf32>, tensor<1x2x3xf32>, tensor<1x2x2xf32>, none, none, none) -> (!onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%q: tensor<1x2x3x4xf32>) {
  // expected-error @+1 {{a modifier must take one tensor}}
  %r = "onnx.preview.FlexAttention"(%q, %q, %q) ({
  ^bb0(%s: tensor<1x2x3x3xf32>, %t: tensor<1x2x3x3xf32>):
    onnx.Yield(%s) : (tensor<1x2x3x3xf32>) -> ()
  }, {}) : (tensor<1x2x3x4xf32>, tensor<1x2x3x4xf32>, tensor<1x2x3x4xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%q: tensor<1x2x3x4xf32>) {
  // expected-error @+1 {{a modifier must give one tensor of its operand's type}}
  %r = "onnx.preview.FlexAttention"(%q, %q, %q) ({
  ^bb0(%s: tensor<1x2x3x3xf32>):
    %i = onnx.Cast(%s) {to = 7 : si64} : (tensor<1x2x3x3xf32>) -> tensor<1x2x3x3xi64>
    onnx.Yield(%i) : (tensor<1x2x3x3xi64>) -> ()
  }, {}) : (tensor<1x2x3x4xf32>, tensor<1x2x3x4xf32>, tensor<1x2x3x4xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x2x3x4xf32>, %a1: tensor<1x0x3x4xf32>, %a2: tensor<1x0x3x4xf32>) {
  // expected-error @+1 {{K has no heads}}
  %r = "onnx.preview.FlexAttention"(%a0, %a1, %a2) ({}, {}) : (tensor<1x2x3x4xf32>, tensor<1x0x3x4xf32>, tensor<1x0x3x4xf32>) -> !onnx.unknown
  return
}
