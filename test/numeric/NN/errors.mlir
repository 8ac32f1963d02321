// SPDX-License-Identifier: Apache-2.0
// Runs that are refused: what the shapes and values of the inputs break.

func.func @head_count(%a0: tensor<1x?x?xf32>, %a1: tensor<1x2x8xf32>, %a2: tensor<1x2x8xf32>) -> tensor<1x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<1x2x7xf32>, dense<1.0> : tensor<1x2x8xf32>, dense<1.0> : tensor<1x2x8xf32>],
    error = "the heads do not divide the hidden size"} {
  %none = onnx.None() : () -> none
  %y:4 = onnx.Attention(%a0, %a1, %a2, %none, %none, %none, %none) {q_num_heads = 2 : si64, kv_num_heads = 2 : si64} : (tensor<1x?x?xf32>, tensor<1x2x8xf32>, tensor<1x2x8xf32>, none, none, none, none) -> (tensor<1x?x?xf32>, none, none, none)
  return %y#0 : tensor<1x?x?xf32>
}

func.func @empty_mask(%q: tensor<1x1x2x4xf32>, %k: tensor<1x1x3x4xf32>, %v: tensor<1x1x3x4xf32>, %mask: tensor<2x?xf32>) -> tensor<1x1x2x4xf32> attributes {
    inputs = [dense<1.0> : tensor<1x1x2x4xf32>, dense<1.0> : tensor<1x1x3x4xf32>, dense<1.0> : tensor<1x1x3x4xf32>, dense<> : tensor<2x0xf32>],
    error = "indexes an empty dimension"} {
  %none = onnx.None() : () -> none
  %y:4 = onnx.Attention(%q, %k, %v, %mask, %none, %none, %none) : (tensor<1x1x2x4xf32>, tensor<1x1x3x4xf32>, tensor<1x1x3x4xf32>, tensor<2x?xf32>, none, none, none) -> (tensor<1x1x2x4xf32>, none, none, none)
  return %y#0 : tensor<1x1x2x4xf32>
}

func.func @head_size(%a0: tensor<?x?x?x?xf32>, %a1: tensor<?x?x?x?xf32>, %a2: tensor<?x?x?x?xf32>) -> tensor<?x?x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<1x2x3x4xf32>, dense<1.0> : tensor<1x2x3x5xf32>, dense<1.0> : tensor<1x2x3x4xf32>],
    error = "heads of queries and keys differ in size"} {
  %none = onnx.None() : () -> none
  %y:4 = onnx.Attention(%a0, %a1, %a2, %none, %none, %none, %none) : (tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>, none, none, none, none) -> (tensor<?x?x?x?xf32>, none, none, none)
  return %y#0 : tensor<?x?x?x?xf32>
}

func.func @kv_heads(%a0: tensor<?x?x?x?xf32>, %a1: tensor<?x?x?x?xf32>, %a2: tensor<?x?x?x?xf32>) -> tensor<?x?x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<1x2x3x4xf32>, dense<1.0> : tensor<1x2x3x4xf32>, dense<1.0> : tensor<1x1x3x4xf32>],
    error = "keys and values differ in heads"} {
  %none = onnx.None() : () -> none
  %y:4 = onnx.Attention(%a0, %a1, %a2, %none, %none, %none, %none) : (tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>, none, none, none, none) -> (tensor<?x?x?x?xf32>, none, none, none)
  return %y#0 : tensor<?x?x?x?xf32>
}

func.func @kv_length(%a0: tensor<?x?x?x?xf32>, %a1: tensor<?x?x?x?xf32>, %a2: tensor<?x?x?x?xf32>) -> tensor<?x?x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<1x2x3x4xf32>, dense<1.0> : tensor<1x2x3x4xf32>, dense<1.0> : tensor<1x2x4x4xf32>],
    error = "keys and values differ in length"} {
  %none = onnx.None() : () -> none
  %y:4 = onnx.Attention(%a0, %a1, %a2, %none, %none, %none, %none) : (tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>, none, none, none, none) -> (tensor<?x?x?x?xf32>, none, none, none)
  return %y#0 : tensor<?x?x?x?xf32>
}

func.func @batch(%a0: tensor<?x?x?x?xf32>, %a1: tensor<?x?x?x?xf32>, %a2: tensor<?x?x?x?xf32>) -> tensor<?x?x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<1x2x3x4xf32>, dense<1.0> : tensor<2x2x3x4xf32>, dense<1.0> : tensor<2x2x3x4xf32>],
    error = "queries and keys differ in batch size"} {
  %none = onnx.None() : () -> none
  %y:4 = onnx.Attention(%a0, %a1, %a2, %none, %none, %none, %none) : (tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>, none, none, none, none) -> (tensor<?x?x?x?xf32>, none, none, none)
  return %y#0 : tensor<?x?x?x?xf32>
}

func.func @group(%a0: tensor<?x?x?x?xf32>, %a1: tensor<?x?x?x?xf32>, %a2: tensor<?x?x?x?xf32>) -> tensor<?x?x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<1x3x3x4xf32>, dense<1.0> : tensor<1x2x3x4xf32>, dense<1.0> : tensor<1x2x3x4xf32>],
    error = "heads of keys do not divide those of queries"} {
  %none = onnx.None() : () -> none
  %y:4 = onnx.Attention(%a0, %a1, %a2, %none, %none, %none, %none) : (tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>, none, none, none, none) -> (tensor<?x?x?x?xf32>, none, none, none)
  return %y#0 : tensor<?x?x?x?xf32>
}

func.func @attention_mask(%a0: tensor<?x?x?x?xf32>, %a1: tensor<?x?x?x?xf32>, %a2: tensor<?x?x?x?xf32>, %a3: tensor<?x?xf32>) -> tensor<?x?x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<1x2x3x4xf32>, dense<1.0> : tensor<1x2x5x4xf32>, dense<1.0> : tensor<1x2x5x4xf32>, dense<1.0> : tensor<2x5xf32>],
    error = "attn_mask does not broadcast to the scores"} {
  %none = onnx.None() : () -> none
  %y:4 = onnx.Attention(%a0, %a1, %a2, %a3, %none, %none, %none) : (tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>, tensor<?x?xf32>, none, none, none) -> (tensor<?x?x?x?xf32>, none, none, none)
  return %y#0 : tensor<?x?x?x?xf32>
}

func.func @rotary_caches(%a0: tensor<?x?x?x?xf32>, %a1: tensor<?x?x?xf32>, %a2: tensor<?x?x?xf32>) -> tensor<?x?x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<1x2x3x4xf32>, dense<1.0> : tensor<1x3x3xf32>, dense<1.0> : tensor<1x3x3xf32>],
    error = "the caches do not fit the heads"} {
  %none = onnx.None() : () -> none
  %y = onnx.RotaryEmbedding(%a0, %a1, %a2, %none) : (tensor<?x?x?x?xf32>, tensor<?x?x?xf32>, tensor<?x?x?xf32>, none) -> tensor<?x?x?x?xf32>
  return %y : tensor<?x?x?x?xf32>
}

func.func @linear_attention_length(%a0: tensor<1x?x4xf32>, %a1: tensor<1x?x4xf32>, %a2: tensor<1x?x4xf32>) -> tensor<1x?x4xf32> attributes {
    inputs = [dense<1.0> : tensor<1x2x4xf32>, dense<1.0> : tensor<1x3x4xf32>, dense<1.0> : tensor<1x3x4xf32>],
    error = "queries and keys differ in length"} {
  %none = onnx.None() : () -> none
  %y:2 = onnx.LinearAttention(%a0, %a1, %a2, %none, %none, %none) {q_num_heads = 2 : si64, kv_num_heads = 2 : si64, update_rule = "linear"} : (tensor<1x?x4xf32>, tensor<1x?x4xf32>, tensor<1x?x4xf32>, none, none, none) -> (tensor<1x?x4xf32>, !onnx.unknown)
  return %y#0 : tensor<1x?x4xf32>
}

func.func @decay(%a0: tensor<1x?x4xf32>, %a1: tensor<1x?x4xf32>, %a2: tensor<1x?x4xf32>, %a3: tensor<1x?x?xf32>) -> tensor<1x?x4xf32> attributes {
    inputs = [dense<1.0> : tensor<1x2x4xf32>, dense<1.0> : tensor<1x2x4xf32>, dense<1.0> : tensor<1x2x4xf32>, dense<1.0> : tensor<1x2x3xf32>],
    error = "decay does not fit the heads"} {
  %none = onnx.None() : () -> none
  %y:2 = onnx.LinearAttention(%a0, %a1, %a2, %none, %a3, %none) {q_num_heads = 2 : si64, kv_num_heads = 2 : si64, update_rule = "gated"} : (tensor<1x?x4xf32>, tensor<1x?x4xf32>, tensor<1x?x4xf32>, none, tensor<1x?x?xf32>, none) -> (tensor<1x?x4xf32>, !onnx.unknown)
  return %y#0 : tensor<1x?x4xf32>
}

func.func @col2im_block(%a0: tensor<1x?x?xf32>) -> tensor<1x?x4x4xf32> attributes {
    inputs = [dense<1.0> : tensor<1x5x4xf32>],
    error = "block_shape does not divide the columns"} {
  %c0 = onnx.Constant() {value = dense<[4, 4]> : tensor<2xi64>} : () -> tensor<2xi64>
  %c1 = onnx.Constant() {value = dense<[2, 2]> : tensor<2xi64>} : () -> tensor<2xi64>
  %y = onnx.Col2Im(%a0, %c0, %c1) : (tensor<1x?x?xf32>, tensor<2xi64>, tensor<2xi64>) -> tensor<1x?x4x4xf32>
  return %y : tensor<1x?x4x4xf32>
}

func.func @col2im_blocks(%a0: tensor<1x?x?xf32>) -> tensor<1x?x4x4xf32> attributes {
    inputs = [dense<1.0> : tensor<1x4x5xf32>],
    error = "the image does not fit the number of blocks"} {
  %c0 = onnx.Constant() {value = dense<[4, 4]> : tensor<2xi64>} : () -> tensor<2xi64>
  %c1 = onnx.Constant() {value = dense<[2, 2]> : tensor<2xi64>} : () -> tensor<2xi64>
  %y = onnx.Col2Im(%a0, %c0, %c1) : (tensor<1x?x?xf32>, tensor<2xi64>, tensor<2xi64>) -> tensor<1x?x4x4xf32>
  return %y : tensor<1x?x4x4xf32>
}

func.func @conv_channels(%a0: tensor<1x?x5x5xf32>, %a1: tensor<2x?x3x3xf32>) -> tensor<1x2x3x3xf32> attributes {
    inputs = [dense<1.0> : tensor<1x3x5x5xf32>, dense<1.0> : tensor<2x4x3x3xf32>],
    error = "channels of input and filter do not match"} {
  %none = onnx.None() : () -> none
  %y = onnx.Conv(%a0, %a1, %none) : (tensor<1x?x5x5xf32>, tensor<2x?x3x3xf32>, none) -> tensor<1x2x3x3xf32>
  return %y : tensor<1x2x3x3xf32>
}

func.func @conv_group(%a0: tensor<1x4x5x5xf32>, %a1: tensor<?x2x3x3xf32>) -> tensor<1x?x3x3xf32> attributes {
    inputs = [dense<1.0> : tensor<1x4x5x5xf32>, dense<1.0> : tensor<3x2x3x3xf32>],
    error = "group does not divide the number of filters"} {
  %none = onnx.None() : () -> none
  %y = onnx.Conv(%a0, %a1, %none) {group = 2 : si64} : (tensor<1x4x5x5xf32>, tensor<?x2x3x3xf32>, none) -> tensor<1x?x3x3xf32>
  return %y : tensor<1x?x3x3xf32>
}

func.func @offset_kernel(%a0: tensor<1x1x3x3xf32>, %a1: tensor<1x1x2x2xf32>, %a2: tensor<1x?x2x2xf32>) -> tensor<1x1x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<1x1x3x3xf32>, dense<1.0> : tensor<1x1x2x2xf32>, dense<1.0> : tensor<1x6x2x2xf32>],
    error = "offset does not match the kernel"} {
  %none = onnx.None() : () -> none
  %y = onnx.DeformConv(%a0, %a1, %a2, %none, %none) : (tensor<1x1x3x3xf32>, tensor<1x1x2x2xf32>, tensor<1x?x2x2xf32>, none, none) -> tensor<1x1x?x?xf32>
  return %y : tensor<1x1x?x?xf32>
}

func.func @offset_height(%a0: tensor<1x1x3x3xf32>, %a1: tensor<1x1x2x2xf32>, %a2: tensor<1x8x?x2xf32>) -> tensor<1x1x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<1x1x3x3xf32>, dense<1.0> : tensor<1x1x2x2xf32>, dense<1.0> : tensor<1x8x3x2xf32>],
    error = "offset does not match the result's height"} {
  %none = onnx.None() : () -> none
  %y = onnx.DeformConv(%a0, %a1, %a2, %none, %none) : (tensor<1x1x3x3xf32>, tensor<1x1x2x2xf32>, tensor<1x8x?x2xf32>, none, none) -> tensor<1x1x?x?xf32>
  return %y : tensor<1x1x?x?xf32>
}

func.func @offset_width(%a0: tensor<1x1x3x3xf32>, %a1: tensor<1x1x2x2xf32>, %a2: tensor<1x8x2x?xf32>) -> tensor<1x1x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<1x1x3x3xf32>, dense<1.0> : tensor<1x1x2x2xf32>, dense<1.0> : tensor<1x8x2x3xf32>],
    error = "offset does not match the result's width"} {
  %none = onnx.None() : () -> none
  %y = onnx.DeformConv(%a0, %a1, %a2, %none, %none) : (tensor<1x1x3x3xf32>, tensor<1x1x2x2xf32>, tensor<1x8x2x?xf32>, none, none) -> tensor<1x1x?x?xf32>
  return %y : tensor<1x1x?x?xf32>
}

func.func @mask_kernel(%a0: tensor<1x1x3x3xf32>, %a1: tensor<1x1x2x2xf32>, %a2: tensor<1x8x2x2xf32>, %a3: tensor<1x?x2x2xf32>) -> tensor<1x1x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<1x1x3x3xf32>, dense<1.0> : tensor<1x1x2x2xf32>, dense<1.0> : tensor<1x8x2x2xf32>, dense<1.0> : tensor<1x3x2x2xf32>],
    error = "mask does not match the kernel"} {
  %none = onnx.None() : () -> none
  %y = onnx.DeformConv(%a0, %a1, %a2, %none, %a3) : (tensor<1x1x3x3xf32>, tensor<1x1x2x2xf32>, tensor<1x8x2x2xf32>, none, tensor<1x?x2x2xf32>) -> tensor<1x1x?x?xf32>
  return %y : tensor<1x1x?x?xf32>
}

func.func @conv_window(%a0: tensor<1x1x?xf32>) -> tensor<1x1x?xf32> attributes {
    inputs = [dense<1.0> : tensor<1x1x2xf32>],
    error = "window is larger than the padded input"} {
  %y:2 = onnx.MaxPool(%a0) {kernel_shape = array<i64: 3>} : (tensor<1x1x?xf32>) -> (tensor<1x1x?xf32>, none)
  return %y#0 : tensor<1x1x?xf32>
}

func.func @loss_targets(%a0: tensor<?x3xf32>, %a1: tensor<?xi64>) -> tensor<f32> attributes {
    inputs = [dense<1.0> : tensor<2x3xf32>, dense<1> : tensor<3xi64>],
    error = "targets do not fit the input"} {
  %none = onnx.None() : () -> none
  %y = onnx.NegativeLogLikelihoodLoss(%a0, %a1, %none) : (tensor<?x3xf32>, tensor<?xi64>, none) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @loss_weights(%a0: tensor<2x?xf32>, %a1: tensor<2xi64>, %a2: tensor<?xf32>) -> tensor<f32> attributes {
    inputs = [dense<1.0> : tensor<2x3xf32>, dense<1> : tensor<2xi64>, dense<1.0> : tensor<2xf32>],
    error = "weights do not fit the classes"} {
  %y = onnx.NegativeLogLikelihoodLoss(%a0, %a1, %a2) : (tensor<2x?xf32>, tensor<2xi64>, tensor<?xf32>) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @groups(%a0: tensor<1x?x4xf32>, %a1: tensor<?xf32>, %a2: tensor<?xf32>) -> tensor<1x?x4xf32> attributes {
    inputs = [dense<1.0> : tensor<1x3x4xf32>, dense<1.0> : tensor<3xf32>, dense<1.0> : tensor<3xf32>],
    error = "num_groups does not divide the channels"} {
  %y = onnx.GroupNormalization(%a0, %a1, %a2) {num_groups = 2 : si64} : (tensor<1x?x4xf32>, tensor<?xf32>, tensor<?xf32>) -> tensor<1x?x4xf32>
  return %y : tensor<1x?x4xf32>
}

func.func @unpool_batch(%a0: tensor<1x1x1x1xf32>, %a1: tensor<1x1x1x1xi64>, %a2: tensor<4xi64>) -> tensor<?x?x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<1x1x1x1xf32>, dense<0> : tensor<1x1x1x1xi64>, dense<[2, 1, 2, 2]> : tensor<4xi64>],
    error = "output_shape has another batch size"} {
  %y = onnx.MaxUnpool(%a0, %a1, %a2) {kernel_shape = array<i64: 2, 2>} : (tensor<1x1x1x1xf32>, tensor<1x1x1x1xi64>, tensor<4xi64>) -> tensor<?x?x?x?xf32>
  return %y : tensor<?x?x?x?xf32>
}

func.func @unpool_channels(%a0: tensor<1x1x1x1xf32>, %a1: tensor<1x1x1x1xi64>, %a2: tensor<4xi64>) -> tensor<?x?x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<1x1x1x1xf32>, dense<0> : tensor<1x1x1x1xi64>, dense<[1, 2, 2, 2]> : tensor<4xi64>],
    error = "output_shape has another number of channels"} {
  %y = onnx.MaxUnpool(%a0, %a1, %a2) {kernel_shape = array<i64: 2, 2>} : (tensor<1x1x1x1xf32>, tensor<1x1x1x1xi64>, tensor<4xi64>) -> tensor<?x?x?x?xf32>
  return %y : tensor<?x?x?x?xf32>
}

func.func @quantised_conv_empty(%a0: tensor<1x?x?xui8>, %a1: tensor<?x?x1xui8>) -> tensor<1x?x?xi32> attributes {
    inputs = [dense<> : tensor<1x0x3xui8>, dense<> : tensor<1x0x1xui8>],
    error = "the input has no elements"} {
  %none = onnx.None() : () -> none
  %y = onnx.ConvInteger(%a0, %a1, %none, %none) : (tensor<1x?x?xui8>, tensor<?x?x1xui8>, none, none) -> tensor<1x?x?xi32>
  return %y : tensor<1x?x?xi32>
}

func.func @flex_size(%a0: tensor<?x?x?x?xf32>, %a1: tensor<?x?x?x?xf32>, %a2: tensor<?x?x?x?xf32>) -> tensor<?x?x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<1x2x3x4xf32>, dense<1.0> : tensor<1x2x3x5xf32>, dense<1.0> : tensor<1x2x3x4xf32>],
    error = "heads of Q and K differ in size"} {
  %y = "onnx.preview.FlexAttention"(%a0, %a1, %a2) ({}, {}) : (tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>) -> tensor<?x?x?x?xf32>
  return %y : tensor<?x?x?x?xf32>
}

func.func @flex_heads(%a0: tensor<?x?x?x?xf32>, %a1: tensor<?x?x?x?xf32>, %a2: tensor<?x?x?x?xf32>) -> tensor<?x?x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<1x2x3x4xf32>, dense<1.0> : tensor<1x2x3x4xf32>, dense<1.0> : tensor<1x1x3x4xf32>],
    error = "K and V differ in heads"} {
  %y = "onnx.preview.FlexAttention"(%a0, %a1, %a2) ({}, {}) : (tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>) -> tensor<?x?x?x?xf32>
  return %y : tensor<?x?x?x?xf32>
}

func.func @flex_length(%a0: tensor<?x?x?x?xf32>, %a1: tensor<?x?x?x?xf32>, %a2: tensor<?x?x?x?xf32>) -> tensor<?x?x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<1x2x3x4xf32>, dense<1.0> : tensor<1x2x3x4xf32>, dense<1.0> : tensor<1x2x4x4xf32>],
    error = "K and V differ in length"} {
  %y = "onnx.preview.FlexAttention"(%a0, %a1, %a2) ({}, {}) : (tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>) -> tensor<?x?x?x?xf32>
  return %y : tensor<?x?x?x?xf32>
}

func.func @flex_batch_k(%a0: tensor<?x?x?x?xf32>, %a1: tensor<?x?x?x?xf32>, %a2: tensor<?x?x?x?xf32>) -> tensor<?x?x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<1x2x3x4xf32>, dense<1.0> : tensor<2x2x3x4xf32>, dense<1.0> : tensor<2x2x3x4xf32>],
    error = "Q and K differ in batch size"} {
  %y = "onnx.preview.FlexAttention"(%a0, %a1, %a2) ({}, {}) : (tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>) -> tensor<?x?x?x?xf32>
  return %y : tensor<?x?x?x?xf32>
}

func.func @flex_batch_v(%a0: tensor<?x?x?x?xf32>, %a1: tensor<?x?x?x?xf32>, %a2: tensor<?x?x?x?xf32>) -> tensor<?x?x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<1x2x3x4xf32>, dense<1.0> : tensor<1x2x3x4xf32>, dense<1.0> : tensor<2x2x3x4xf32>],
    error = "Q and V differ in batch size"} {
  %y = "onnx.preview.FlexAttention"(%a0, %a1, %a2) ({}, {}) : (tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>) -> tensor<?x?x?x?xf32>
  return %y : tensor<?x?x?x?xf32>
}

func.func @flex_group(%a0: tensor<?x?x?x?xf32>, %a1: tensor<?x?x?x?xf32>, %a2: tensor<?x?x?x?xf32>) -> tensor<?x?x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<1x3x3x4xf32>, dense<1.0> : tensor<1x2x3x4xf32>, dense<1.0> : tensor<1x2x3x4xf32>],
    error = "heads of K do not divide those of Q"} {
  %y = "onnx.preview.FlexAttention"(%a0, %a1, %a2) ({}, {}) : (tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>) -> tensor<?x?x?x?xf32>
  return %y : tensor<?x?x?x?xf32>
}

func.func @flex_shape(%q: tensor<?x?x?x?xf32>) -> tensor<?x?x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<1x2x3x4xf32>], error = "a modifier changes the shape of its operand"} {
  %two = onnx.Constant() {value = dense<[1, 1, 1, 2]> : tensor<4xi64>} : () -> tensor<4xi64>
  %y = "onnx.preview.FlexAttention"(%q, %q, %q) ({
  ^bb0(%s: tensor<?x?x?x?xf32>):
    %t = onnx.Tile(%s, %two) : (tensor<?x?x?x?xf32>, tensor<4xi64>) -> tensor<?x?x?x?xf32>
    onnx.Yield(%t) : (tensor<?x?x?x?xf32>) -> ()
  }, {}) : (tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>) -> tensor<?x?x?x?xf32>
  return %y : tensor<?x?x?x?xf32>
}

func.func @layer_scale(%a0: tensor<2x?xf32>, %a1: tensor<?xf32>) -> tensor<2x?xf32> attributes {
    inputs = [dense<1.0> : tensor<2x3xf32>, dense<1.0> : tensor<2xf32>],
    error = "cannot broadcast dimension 0 to the wanted size"} {
  %none = onnx.None() : () -> none
  %y:3 = onnx.LayerNormalization(%a0, %a1, %none) : (tensor<2x?xf32>, tensor<?xf32>, none) -> (tensor<2x?xf32>, none, none)
  return %y#0 : tensor<2x?xf32>
}

func.func @no_kv_heads(%a0: tensor<?x?x?x?xf32>, %a1: tensor<?x?x?x?xf32>, %a2: tensor<?x?x?x?xf32>) -> tensor<?x?x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<1x2x3x4xf32>, dense<> : tensor<1x0x3x4xf32>, dense<> : tensor<1x0x3x4xf32>],
    error = "heads of keys do not divide those of queries"} {
  %none = onnx.None() : () -> none
  %y:4 = onnx.Attention(%a0, %a1, %a2, %none, %none, %none, %none) : (tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>, tensor<?x?x?x?xf32>, none, none, none, none) -> (tensor<?x?x?x?xf32>, none, none, none)
  return %y#0 : tensor<?x?x?x?xf32>
}

func.func @linear_batch(%q: tensor<?x?x?xf32>, %k: tensor<?x?x?xf32>, %v: tensor<?x?x?xf32>, %decay: tensor<?x?x?xf32>, %beta: tensor<?x?x?xf32>, %past: tensor<?x?x?x?xf32>) -> tensor<?x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<1x2x4xf32>, dense<1.0> : tensor<2x2x4xf32>, dense<1.0> : tensor<1x2x4xf32>, dense<1.0> : tensor<1x2x2xf32>, dense<1.0> : tensor<1x2x1xf32>, dense<1.0> : tensor<1x2x2x2xf32>],
    error = "the operands differ in batch size"} {
  %y:2 = onnx.LinearAttention(%q, %k, %v, %past, %decay, %beta) {q_num_heads = 2 : si64, kv_num_heads = 2 : si64} : (tensor<?x?x?xf32>, tensor<?x?x?xf32>, tensor<?x?x?xf32>, tensor<?x?x?x?xf32>, tensor<?x?x?xf32>, tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>, tensor<?x2x?x?xf32>)
  return %y#0 : tensor<?x?x?xf32>
}

func.func @linear_decay_length(%q: tensor<?x?x?xf32>, %k: tensor<?x?x?xf32>, %v: tensor<?x?x?xf32>, %decay: tensor<?x?x?xf32>, %beta: tensor<?x?x?xf32>, %past: tensor<?x?x?x?xf32>) -> tensor<?x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<1x2x4xf32>, dense<1.0> : tensor<1x2x4xf32>, dense<1.0> : tensor<1x2x4xf32>, dense<1.0> : tensor<1x1x2xf32>, dense<1.0> : tensor<1x2x1xf32>, dense<1.0> : tensor<1x2x2x2xf32>],
    error = "decay or beta differs from the keys in length"} {
  %y:2 = onnx.LinearAttention(%q, %k, %v, %past, %decay, %beta) {q_num_heads = 2 : si64, kv_num_heads = 2 : si64} : (tensor<?x?x?xf32>, tensor<?x?x?xf32>, tensor<?x?x?xf32>, tensor<?x?x?x?xf32>, tensor<?x?x?xf32>, tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>, tensor<?x2x?x?xf32>)
  return %y#0 : tensor<?x?x?xf32>
}

func.func @linear_beta_heads(%q: tensor<?x?x?xf32>, %k: tensor<?x?x?xf32>, %v: tensor<?x?x?xf32>, %decay: tensor<?x?x?xf32>, %beta: tensor<?x?x?xf32>, %past: tensor<?x?x?x?xf32>) -> tensor<?x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<1x2x4xf32>, dense<1.0> : tensor<1x2x4xf32>, dense<1.0> : tensor<1x2x4xf32>, dense<1.0> : tensor<1x2x2xf32>, dense<1.0> : tensor<1x2x3xf32>, dense<1.0> : tensor<1x2x2x2xf32>],
    error = "beta does not fit the heads"} {
  %y:2 = onnx.LinearAttention(%q, %k, %v, %past, %decay, %beta) {q_num_heads = 2 : si64, kv_num_heads = 2 : si64} : (tensor<?x?x?xf32>, tensor<?x?x?xf32>, tensor<?x?x?xf32>, tensor<?x?x?x?xf32>, tensor<?x?x?xf32>, tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>, tensor<?x2x?x?xf32>)
  return %y#0 : tensor<?x?x?xf32>
}

func.func @linear_past(%q: tensor<?x?x?xf32>, %k: tensor<?x?x?xf32>, %v: tensor<?x?x?xf32>, %decay: tensor<?x?x?xf32>, %beta: tensor<?x?x?xf32>, %past: tensor<?x?x?x?xf32>) -> tensor<?x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<1x2x4xf32>, dense<1.0> : tensor<1x2x4xf32>, dense<1.0> : tensor<1x2x4xf32>, dense<1.0> : tensor<1x2x2xf32>, dense<1.0> : tensor<1x2x1xf32>, dense<1.0> : tensor<1x2x2x1xf32>],
    error = "past_state does not fit the operands"} {
  %y:2 = onnx.LinearAttention(%q, %k, %v, %past, %decay, %beta) {q_num_heads = 2 : si64, kv_num_heads = 2 : si64} : (tensor<?x?x?xf32>, tensor<?x?x?xf32>, tensor<?x?x?xf32>, tensor<?x?x?x?xf32>, tensor<?x?x?xf32>, tensor<?x?x?xf32>) -> (tensor<?x?x?xf32>, tensor<?x2x?x?xf32>)
  return %y#0 : tensor<?x?x?xf32>
}
