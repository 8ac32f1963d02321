// SPDX-License-Identifier: Apache-2.0
// What the shape rules of the NN and Recurrent operators refuse.
// RUN: cameo-opt %s --split-input-file --onnx-infer-shapes --verify-diagnostics

func.func @main(%a0: tensor<1x3xf32>, %a1: tensor<8x3xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{X has rank 2, expected at least 3}}
  %r = onnx.Conv(%a0, %a1, %none) : (tensor<1x3xf32>, tensor<8x3xf32>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x3x4xf32>, %a1: tensor<8x3x2x2xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{W has rank 4, expected 3}}
  %r = onnx.Conv(%a0, %a1, %none) : (tensor<1x3x4xf32>, tensor<8x3x2x2xf32>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x3x4xf32>, %a1: tensor<8x1x2xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{group 3 does not divide 8 filters}}
  %r = onnx.Conv(%a0, %a1, %none) {group = 3 : si64} : (tensor<1x3x4xf32>, tensor<8x1x2xf32>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x3x4xf32>, %a1: tensor<8x4x2xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{channels of X and W differ: 3 and 4}}
  %r = onnx.Conv(%a0, %a1, %none) : (tensor<1x3x4xf32>, tensor<8x4x2xf32>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x3x4xf32>, %a1: tensor<8x3x2xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{kernel_shape and sizes of W differ: 3 and 2}}
  %r = onnx.Conv(%a0, %a1, %none) {kernel_shape = array<i64: 3>} : (tensor<1x3x4xf32>, tensor<8x3x2xf32>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x3x4xf32>, %a1: tensor<8x3x2xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{the window has 2 dimensions, the image 1}}
  %r = onnx.Conv(%a0, %a1, %none) {kernel_shape = array<i64: 2, 2>} : (tensor<1x3x4xf32>, tensor<8x3x2xf32>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x3x4xf32>, %a1: tensor<8x3x2xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{strides has 2 values, expected 1}}
  %r = onnx.Conv(%a0, %a1, %none) {strides = array<i64: 1, 1>} : (tensor<1x3x4xf32>, tensor<8x3x2xf32>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x3x4xf32>, %a1: tensor<8x3x2xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{dilations has 2 values, expected 1}}
  %r = onnx.Conv(%a0, %a1, %none) {dilations = array<i64: 1, 1>} : (tensor<1x3x4xf32>, tensor<8x3x2xf32>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x3x4xf32>, %a1: tensor<8x3x2xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{pads has 1 values, expected 2}}
  %r = onnx.Conv(%a0, %a1, %none) {pads = array<i64: 1>} : (tensor<1x3x4xf32>, tensor<8x3x2xf32>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x3x4xf32>, %a1: tensor<2x8x2xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{channels of X and W differ: 3 and 2}}
  %r = onnx.ConvTranspose(%a0, %a1, %none) : (tensor<1x3x4xf32>, tensor<2x8x2xf32>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x3x4xf32>, %a1: tensor<3x8x2xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{group 2 does not divide 3 channels}}
  %r = onnx.ConvTranspose(%a0, %a1, %none) {group = 2 : si64} : (tensor<1x3x4xf32>, tensor<3x8x2xf32>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x3x4xf32>, %a1: tensor<3x8x2xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{output_padding has 2 values, expected 1}}
  %r = onnx.ConvTranspose(%a0, %a1, %none) {output_padding = array<i64: 1, 1>} : (tensor<1x3x4xf32>, tensor<3x8x2xf32>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x3x4xf32>, %a1: tensor<3x8x2xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{kernel_shape has 2 values, expected 1}}
  %r = onnx.ConvTranspose(%a0, %a1, %none) {kernel_shape = array<i64: 2, 2>} : (tensor<1x3x4xf32>, tensor<3x8x2xf32>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x3x4xf32>, %a1: tensor<3x8x2xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{output_shape has 2 values, expected 1}}
  %r = onnx.ConvTranspose(%a0, %a1, %none) {output_shape = array<i64: 4, 4>} : (tensor<1x3x4xf32>, tensor<3x8x2xf32>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x3x4x4xf32>) {
  // expected-error @+1 {{X has rank 4, expected 3}}
  %r:2 = onnx.MaxPool(%a0) {kernel_shape = array<i64: 2>} : (tensor<1x3x4x4xf32>) -> (!onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<1x1x2xf32>, %a1: tensor<1x1x2xi64>) {
  %c2 = onnx.Constant() {value = dense<[4, 4]> : tensor<2xi64>} : () -> tensor<2xi64>
  // expected-error @+1 {{output_shape has 2 values, expected 3}}
  %r = onnx.MaxUnpool(%a0, %a1, %c2) {kernel_shape = array<i64: 2>} : (tensor<1x1x2xf32>, tensor<1x1x2xi64>, tensor<2xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x1x2xf32>, %a1: tensor<1x1x2xi64>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{strides and pads do not fit kernel_shape}}
  %r = onnx.MaxUnpool(%a0, %a1, %none) {kernel_shape = array<i64: 2>, strides = array<i64: 2, 2>} : (tensor<1x1x2xf32>, tensor<1x1x2xi64>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<3xf32>) {
  // expected-error @+1 {{X has rank 1, expected at least 2}}
  %r = onnx.GlobalAveragePool(%a0) : (tensor<3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x3x4xf32>, %a1: tensor<4xf32>, %a2: tensor<3xf32>, %a3: tensor<3xf32>, %a4: tensor<3xf32>) {
  // expected-error @+1 {{numbers of channels differ: 3 and 4}}
  %r:3 = onnx.BatchNormalization(%a0, %a1, %a2, %a3, %a4) : (tensor<1x3x4xf32>, tensor<4xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>) -> (!onnx.unknown, !onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<1x3x4xf32>, %a1: tensor<3x1xf32>, %a2: tensor<3xf32>) {
  // expected-error @+1 {{a value per channel has rank 2, expected 1}}
  %r = onnx.InstanceNormalization(%a0, %a1, %a2) : (tensor<1x3x4xf32>, tensor<3x1xf32>, tensor<3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x3x4xf32>, %a1: tensor<3xf32>, %a2: tensor<3xf32>) {
  // expected-error @+1 {{num_groups 2 does not divide 3 channels}}
  %r = onnx.GroupNormalization(%a0, %a1, %a2) {num_groups = 2 : si64} : (tensor<1x3x4xf32>, tensor<3xf32>, tensor<3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<3xf32>, %a1: tensor<1x3xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{Scale and B must broadcast to X}}
  %r:3 = onnx.LayerNormalization(%a0, %a1, %none) : (tensor<3xf32>, tensor<1x3xf32>, none) -> (!onnx.unknown, !onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<3xf32>, %a1: tensor<3xf32>) {
  // expected-error @+1 {{axis 1 is out of range for rank 1}}
  %r = onnx.RMSNormalization(%a0, %a1) {axis = 1 : si64} : (tensor<3xf32>, tensor<3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x2x3xf32>) {
  // expected-error @+1 {{axis 5 is out of range for rank 3}}
  %r = onnx.MeanVarianceNormalization(%a0) {axes = array<i64: 5>} : (tensor<1x2x3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  // expected-error @+1 {{axis 5 is out of range for rank 2}}
  %r = onnx.LpNormalization(%a0) {axis = 5 : si64} : (tensor<2x3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<3xf32>) {
  // expected-error @+1 {{X has rank 1, expected at least 2}}
  %r = onnx.LRN(%a0) {size = 3 : si64} : (tensor<3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>, %a1: tensor<2x3xi64>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{target has rank 2, expected 1}}
  %r = onnx.NegativeLogLikelihoodLoss(%a0, %a1, %none) : (tensor<2x3xf32>, tensor<2x3xi64>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>, %a1: tensor<2xi64>, %a2: tensor<f32>) {
  // expected-error @+1 {{weights has rank 0, expected 1}}
  %r = onnx.NegativeLogLikelihoodLoss(%a0, %a1, %a2) : (tensor<2x3xf32>, tensor<2xi64>, tensor<f32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>, %a1: tensor<4xi64>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{sizes of input and target differ: 2 and 4}}
  %r:2 = onnx.SoftmaxCrossEntropyLoss(%a0, %a1, %none) : (tensor<2x3xf32>, tensor<4xi64>, none) -> (!onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<1x2x8xf32>, %a1: tensor<1x2x8xf32>, %a2: tensor<1x2x8xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{Q has rank 3 but the number of heads is not given}}
  %r:4 = onnx.Attention(%a0, %a1, %a2, %none, %none, %none, %none) : (tensor<1x2x8xf32>, tensor<1x2x8xf32>, tensor<1x2x8xf32>, none, none, none, none) -> (!onnx.unknown, !onnx.unknown, !onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<1x2x8xf32>, %a1: tensor<1x2x8xf32>, %a2: tensor<1x2x8xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{3 heads do not divide the size 8 of Q}}
  %r:4 = onnx.Attention(%a0, %a1, %a2, %none, %none, %none, %none) {q_num_heads = 3 : si64, kv_num_heads = 3 : si64} : (tensor<1x2x8xf32>, tensor<1x2x8xf32>, tensor<1x2x8xf32>, none, none, none, none) -> (!onnx.unknown, !onnx.unknown, !onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<1x3x2x4xf32>, %a1: tensor<1x2x2x4xf32>, %a2: tensor<1x2x2x4xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{2 heads of K do not divide 3 heads of Q}}
  %r:4 = onnx.Attention(%a0, %a1, %a2, %none, %none, %none, %none) : (tensor<1x3x2x4xf32>, tensor<1x2x2x4xf32>, tensor<1x2x2x4xf32>, none, none, none, none) -> (!onnx.unknown, !onnx.unknown, !onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<1x2x2x4xf32>, %a1: tensor<1x2x2x5xf32>, %a2: tensor<1x2x2x4xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{head sizes of Q and K differ: 4 and 5}}
  %r:4 = onnx.Attention(%a0, %a1, %a2, %none, %none, %none, %none) : (tensor<1x2x2x4xf32>, tensor<1x2x2x5xf32>, tensor<1x2x2x4xf32>, none, none, none, none) -> (!onnx.unknown, !onnx.unknown, !onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<1x2x2x4xf32>, %a1: tensor<1x2x2x4xf32>, %a2: tensor<1x2x2x4xf32>, %a4: tensor<1x2x4xf32>, %a5: tensor<1x2x2x4xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{past_key has rank 3, expected 4}}
  %r:4 = onnx.Attention(%a0, %a1, %a2, %none, %a4, %a5, %none) : (tensor<1x2x2x4xf32>, tensor<1x2x2x4xf32>, tensor<1x2x2x4xf32>, none, tensor<1x2x4xf32>, tensor<1x2x2x4xf32>, none) -> (!onnx.unknown, !onnx.unknown, !onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<1x2x4xf32>, %a1: tensor<1x2x4xf32>, %a2: tensor<1x2x4xf32>) {
  // expected-error @+1 {{an operand has rank 3, expected 4}}
  %r = "onnx.preview.FlexAttention"(%a0, %a1, %a2) ({}, {}) : (tensor<1x2x4xf32>, tensor<1x2x4xf32>, tensor<1x2x4xf32>) -> (!onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<1x2x2x4xf32>, %a1: tensor<1x2x2x4xf32>, %a2: tensor<1x2x2x4xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{an operand has rank 4, expected 3}}
  %r:2 = onnx.LinearAttention(%a0, %a1, %a2, %none, %none, %none) {q_num_heads = 1 : si64, kv_num_heads = 1 : si64} : (tensor<1x2x2x4xf32>, tensor<1x2x2x4xf32>, tensor<1x2x2x4xf32>, none, none, none) -> (!onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<2x4xf32>, %a1: tensor<2x2xf32>, %a2: tensor<2x2xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{X has rank 2, expected at least 3}}
  %r = onnx.RotaryEmbedding(%a0, %a1, %a2, %none) : (tensor<2x4xf32>, tensor<2x2xf32>, tensor<2x2xf32>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x3x4xf32>, %a1: tensor<3x2xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{weight has rank 2, expected 3}}
  %r:2 = onnx.CausalConvWithState(%a0, %a1, %none, %none) : (tensor<1x3x4xf32>, tensor<3x2xf32>, none, none) -> (!onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<4x1x3xf32>, %a1: tensor<8x3xf32>, %a2: tensor<1x8x2xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{W has rank 2, expected 3}}
  %r:3 = onnx.LSTM(%a0, %a1, %a2, %none, %none, %none, %none, %none) : (tensor<4x1x3xf32>, tensor<8x3xf32>, tensor<1x8x2xf32>, none, none, none, none, none) -> (!onnx.unknown, !onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<4x1x3xf32>, %a1: tensor<1x8x3xf32>, %a2: tensor<1x8x2xf32>, %a3: tensor<16xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{B has rank 1, expected 2}}
  %r:3 = onnx.LSTM(%a0, %a1, %a2, %a3, %none, %none, %none, %none) : (tensor<4x1x3xf32>, tensor<1x8x3xf32>, tensor<1x8x2xf32>, tensor<16xf32>, none, none, none, none) -> (!onnx.unknown, !onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<4x1x3xf32>, %a1: tensor<1x8x3xf32>, %a2: tensor<1x8x2xf32>, %a3: tensor<1x1xi32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{sequence_lens has rank 2, expected 1}}
  %r:3 = onnx.LSTM(%a0, %a1, %a2, %none, %a3, %none, %none, %none) : (tensor<4x1x3xf32>, tensor<1x8x3xf32>, tensor<1x8x2xf32>, none, tensor<1x1xi32>, none, none, none) -> (!onnx.unknown, !onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<4x1x3xf32>, %a1: tensor<1x8x3xf32>, %a2: tensor<1x8x2xf32>, %a3: tensor<1x2xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{initial_h has rank 2, expected 3}}
  %r:3 = onnx.LSTM(%a0, %a1, %a2, %none, %none, %a3, %none, %none) : (tensor<4x1x3xf32>, tensor<1x8x3xf32>, tensor<1x8x2xf32>, none, none, tensor<1x2xf32>, none, none) -> (!onnx.unknown, !onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<4x1x3xf32>, %a1: tensor<1x8x3xf32>, %a2: tensor<1x8x2xf32>, %a3: tensor<1x2xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{initial_c has rank 2, expected 3}}
  %r:3 = onnx.LSTM(%a0, %a1, %a2, %none, %none, %none, %a3, %none) : (tensor<4x1x3xf32>, tensor<1x8x3xf32>, tensor<1x8x2xf32>, none, none, none, tensor<1x2xf32>, none) -> (!onnx.unknown, !onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<4x1x3xf32>, %a1: tensor<1x8x3xf32>, %a2: tensor<1x8x2xf32>, %a3: tensor<6xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{P has rank 1, expected 2}}
  %r:3 = onnx.LSTM(%a0, %a1, %a2, %none, %none, %none, %none, %a3) : (tensor<4x1x3xf32>, tensor<1x8x3xf32>, tensor<1x8x2xf32>, none, none, none, none, tensor<6xf32>) -> (!onnx.unknown, !onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<4x1x3xf32>, %a1: tensor<1x8x3xf32>, %a2: tensor<1x8x2xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{columns of R differ}}
  %r:3 = onnx.LSTM(%a0, %a1, %a2, %none, %none, %none, %none, %none) {hidden_size = 3 : si64} : (tensor<4x1x3xf32>, tensor<1x8x3xf32>, tensor<1x8x2xf32>, none, none, none, none, none) -> (!onnx.unknown, !onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<1x2x3x4xf32>, %a1: tensor<1x2x3x4xf32>, %a2: tensor<1x2x5x4xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{lengths of K and V differ: 3 and 5}}
  %r:4 = onnx.Attention(%a0, %a1, %a2, %none, %none, %none, %none) : (tensor<1x2x3x4xf32>, tensor<1x2x3x4xf32>, tensor<1x2x5x4xf32>, none, none, none, none) -> (!onnx.unknown, !onnx.unknown, !onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<1x2x3x4xf32>, %a1: tensor<1x2x3x4xf32>, %a2: tensor<1x1x3x4xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{heads of K and V differ: 2 and 1}}
  %r:4 = onnx.Attention(%a0, %a1, %a2, %none, %none, %none, %none) : (tensor<1x2x3x4xf32>, tensor<1x2x3x4xf32>, tensor<1x1x3x4xf32>, none, none, none, none) -> (!onnx.unknown, !onnx.unknown, !onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<2x1x3xf32>, %a1: tensor<1x4x3xf32>, %a2: tensor<1x4x5xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{hidden_size and columns of R differ: 4 and 5}}
  %r:2 = onnx.RNN(%a0, %a1, %a2, %none, %none, %none) {hidden_size = 4 : si64} : (tensor<2x1x3xf32>, tensor<1x4x3xf32>, tensor<1x4x5xf32>, none, none, none) -> (!onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<2x1x3xf32>, %a1: tensor<1x4x3xf32>, %a2: tensor<2x4x4xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{directions and matrices in R differ: 2 and 1}}
  %r:2 = onnx.RNN(%a0, %a1, %a2, %none, %none, %none) {hidden_size = 4 : si64} : (tensor<2x1x3xf32>, tensor<1x4x3xf32>, tensor<2x4x4xf32>, none, none, none) -> (!onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<2x1x3xf32>, %a1: tensor<1x4x3xf32>, %a2: tensor<1x5x4xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{rows of R and of all gates differ: 5 and 4}}
  %r:2 = onnx.RNN(%a0, %a1, %a2, %none, %none, %none) {hidden_size = 4 : si64} : (tensor<2x1x3xf32>, tensor<1x4x3xf32>, tensor<1x5x4xf32>, none, none, none) -> (!onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<2x1x3xf32>, %a1: tensor<2x4x3xf32>, %a2: tensor<1x4x4xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{directions and matrices in W differ: 2 and 1}}
  %r:2 = onnx.RNN(%a0, %a1, %a2, %none, %none, %none) {hidden_size = 4 : si64} : (tensor<2x1x3xf32>, tensor<2x4x3xf32>, tensor<1x4x4xf32>, none, none, none) -> (!onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<2x1x3xf32>, %a1: tensor<1x5x3xf32>, %a2: tensor<1x4x4xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{rows of W and of all gates differ: 5 and 4}}
  %r:2 = onnx.RNN(%a0, %a1, %a2, %none, %none, %none) {hidden_size = 4 : si64} : (tensor<2x1x3xf32>, tensor<1x5x3xf32>, tensor<1x4x4xf32>, none, none, none) -> (!onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<2x1x3xf32>, %a1: tensor<1x4x2xf32>, %a2: tensor<1x4x4xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{input sizes of W and X differ: 2 and 3}}
  %r:2 = onnx.RNN(%a0, %a1, %a2, %none, %none, %none) {hidden_size = 4 : si64} : (tensor<2x1x3xf32>, tensor<1x4x2xf32>, tensor<1x4x4xf32>, none, none, none) -> (!onnx.unknown, !onnx.unknown)
  return
}
