// SPDX-License-Identifier: Apache-2.0
// Runs that are refused: what the shapes and values of the inputs break.

func.func @nbits_weights(%a0: tensor<2x16xf32>, %a1: tensor<?x1x8xui8>, %a2: tensor<4xf32>) -> tensor<2x4xf32> attributes {
    inputs = [dense<1.0> : tensor<2x16xf32>, dense<1> : tensor<3x1x8xui8>, dense<1.0> : tensor<4xf32>],
    error = "B does not have the stated size"} {
  %none = onnx.None() : () -> none
  %y = onnx.ms.MatMulNBits(%a0, %a1, %a2, %none, %none, %none) {K = 16 : si64, N = 4 : si64, bits = 4 : si64, block_size = 16 : si64} : (tensor<2x16xf32>, tensor<?x1x8xui8>, tensor<4xf32>, none, none, none) -> tensor<2x4xf32>
  return %y : tensor<2x4xf32>
}

func.func @nbits_scales(%a0: tensor<2x16xf32>, %a1: tensor<4x1x8xui8>, %a2: tensor<?xf32>) -> tensor<2x4xf32> attributes {
    inputs = [dense<1.0> : tensor<2x16xf32>, dense<1> : tensor<4x1x8xui8>, dense<1.0> : tensor<3xf32>],
    error = "scales do not have the stated size"} {
  %none = onnx.None() : () -> none
  %y = onnx.ms.MatMulNBits(%a0, %a1, %a2, %none, %none, %none) {K = 16 : si64, N = 4 : si64, bits = 4 : si64, block_size = 16 : si64} : (tensor<2x16xf32>, tensor<4x1x8xui8>, tensor<?xf32>, none, none, none) -> tensor<2x4xf32>
  return %y : tensor<2x4xf32>
}

func.func @nbits_zero_points(%a0: tensor<2x16xf32>, %a1: tensor<4x1x8xui8>, %a2: tensor<4xf32>, %a3: tensor<?xui8>) -> tensor<2x4xf32> attributes {
    inputs = [dense<1.0> : tensor<2x16xf32>, dense<1> : tensor<4x1x8xui8>, dense<1.0> : tensor<4xf32>, dense<1> : tensor<3xui8>],
    error = "zero_points do not have the stated size"} {
  %none = onnx.None() : () -> none
  %y = onnx.ms.MatMulNBits(%a0, %a1, %a2, %a3, %none, %none) {K = 16 : si64, N = 4 : si64, bits = 4 : si64, block_size = 16 : si64} : (tensor<2x16xf32>, tensor<4x1x8xui8>, tensor<4xf32>, tensor<?xui8>, none, none) -> tensor<2x4xf32>
  return %y : tensor<2x4xf32>
}

func.func @nbits_inner(%a0: tensor<2x?xf32>, %a1: tensor<4x1x8xui8>, %a2: tensor<4xf32>) -> tensor<2x4xf32> attributes {
    inputs = [dense<1.0> : tensor<2x15xf32>, dense<1> : tensor<4x1x8xui8>, dense<1.0> : tensor<4xf32>],
    error = "A's last dimension is not K"} {
  %none = onnx.None() : () -> none
  %y = onnx.ms.MatMulNBits(%a0, %a1, %a2, %none, %none, %none) {K = 16 : si64, N = 4 : si64, bits = 4 : si64, block_size = 16 : si64} : (tensor<2x?xf32>, tensor<4x1x8xui8>, tensor<4xf32>, none, none, none) -> tensor<2x4xf32>
  return %y : tensor<2x4xf32>
}

func.func @bnb_weights(%a0: tensor<2x8xf32>, %a1: tensor<?xui8>, %a2: tensor<4xf32>) -> tensor<2x4xf32> attributes {
    inputs = [dense<1.0> : tensor<2x8xf32>, dense<1> : tensor<15xui8>, dense<1.0> : tensor<4xf32>],
    error = "B does not have the stated size"} {
  %y = onnx.ms.MatMulBnb4(%a0, %a1, %a2) {K = 8 : si64, N = 4 : si64, block_size = 8 : si64, quant_type = 1 : si64} : (tensor<2x8xf32>, tensor<?xui8>, tensor<4xf32>) -> tensor<2x4xf32>
  return %y : tensor<2x4xf32>
}

func.func @bnb_absmax(%a0: tensor<2x8xf32>, %a1: tensor<16xui8>, %a2: tensor<?xf32>) -> tensor<2x4xf32> attributes {
    inputs = [dense<1.0> : tensor<2x8xf32>, dense<1> : tensor<16xui8>, dense<1.0> : tensor<3xf32>],
    error = "absmax does not have the stated size"} {
  %y = onnx.ms.MatMulBnb4(%a0, %a1, %a2) {K = 8 : si64, N = 4 : si64, block_size = 8 : si64, quant_type = 1 : si64} : (tensor<2x8xf32>, tensor<16xui8>, tensor<?xf32>) -> tensor<2x4xf32>
  return %y : tensor<2x4xf32>
}

func.func @bnb_inner(%a0: tensor<2x?xf32>, %a1: tensor<16xui8>, %a2: tensor<4xf32>) -> tensor<2x4xf32> attributes {
    inputs = [dense<1.0> : tensor<2x7xf32>, dense<1> : tensor<16xui8>, dense<1.0> : tensor<4xf32>],
    error = "A does not fit K"} {
  %y = onnx.ms.MatMulBnb4(%a0, %a1, %a2) {K = 8 : si64, N = 4 : si64, block_size = 8 : si64, quant_type = 1 : si64} : (tensor<2x?xf32>, tensor<16xui8>, tensor<4xf32>) -> tensor<2x4xf32>
  return %y : tensor<2x4xf32>
}

func.func @gather_blocks(%a0: tensor<2x?xi4>, %a1: tensor<1xi64>, %a2: tensor<2x?xf32>) -> tensor<1x?xf32> attributes {
    inputs = [dense<1> : tensor<2x32xi4>, dense<0> : tensor<1xi64>, dense<1.0> : tensor<2x3xf32>],
    error = "scales do not match the blocks of data"} {
  %none = onnx.None() : () -> none
  %y = onnx.ms.GatherBlockQuantized(%a0, %a1, %a2, %none) {block_size = 16 : si64} : (tensor<2x?xi4>, tensor<1xi64>, tensor<2x?xf32>, none) -> tensor<1x?xf32>
  return %y : tensor<1x?xf32>
}

func.func @inverse(%a0: tensor<?x?xf32>) -> tensor<?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<2x3xf32>],
    error = "a matrix is not square"} {
  %y = onnx.ms.Inverse(%a0) : (tensor<?x?xf32>) -> tensor<?x?xf32>
  return %y : tensor<?x?xf32>
}

func.func @ngram_rows(%a0: tensor<?x4xi64>, %a1: tensor<?x4xf32>) -> tensor<?x4xf32> attributes {
    inputs = [dense<1> : tensor<2x4xi64>, dense<1.0> : tensor<3x4xf32>],
    error = "input_ids and scores differ in the number of rows"} {
  %y = onnx.ms.NGramRepeatBlock(%a0, %a1) {ngram_size = 2 : si64} : (tensor<?x4xi64>, tensor<?x4xf32>) -> tensor<?x4xf32>
  return %y : tensor<?x4xf32>
}

func.func @suffix_place(%a0: tensor<4xi64>, %a1: tensor<2xi64>, %a2: tensor<i64>, %a3: tensor<?xi64>) -> tensor<?xi64> attributes {
    inputs = [dense<1> : tensor<4xi64>, dense<1> : tensor<2xi64>, dense<9> : tensor<i64>, dense<1> : tensor<2xi64>],
    error = "prev_suffix_match_idx is no place in src_tokens"} {
  %y:2 = onnx.ms.BifurcationDetector(%a0, %a1, %a2, %a3) : (tensor<4xi64>, tensor<2xi64>, tensor<i64>, tensor<?xi64>) -> (tensor<?xi64>, tensor<i64>)
  return %y#0 : tensor<?xi64>
}

func.func @predicted_length(%a0: tensor<4xi64>, %a1: tensor<2xi64>, %a2: tensor<i64>, %a3: tensor<?xi64>) -> tensor<?xi64> attributes {
    inputs = [dense<1> : tensor<4xi64>, dense<1> : tensor<2xi64>, dense<1> : tensor<i64>, dense<1> : tensor<2xi64>],
    error = "pred_tokens has not the length that src_tokens asks for"} {
  %y:2 = onnx.ms.BifurcationDetector(%a0, %a1, %a2, %a3) : (tensor<4xi64>, tensor<2xi64>, tensor<i64>, tensor<?xi64>) -> (tensor<?xi64>, tensor<i64>)
  return %y#0 : tensor<?xi64>
}

func.func @packed_widths(%a0: tensor<1x2x4xf32>, %a1: tensor<4x?xf32>) -> tensor<1x2x?xf32> attributes {
    inputs = [dense<1.0> : tensor<1x2x4xf32>, dense<1.0> : tensor<4x13xf32>],
    error = "weights do not hold Q, K and V"} {
  %none = onnx.None() : () -> none
  %y:2 = onnx.ms.Attention(%a0, %a1, %none, %none, %none, %none, %none) {num_heads = 1 : si64} : (tensor<1x2x4xf32>, tensor<4x?xf32>, none, none, none, none, none) -> (tensor<1x2x?xf32>, none)
  return %y#0 : tensor<1x2x?xf32>
}

func.func @nbits_groups(%a0: tensor<2x16xf32>, %a1: tensor<4x1x8xui8>, %a2: tensor<4xf32>, %a3: tensor<?xi32>) -> tensor<2x4xf32> attributes {
    inputs = [dense<1.0> : tensor<2x16xf32>, dense<1> : tensor<4x1x8xui8>, dense<1.0> : tensor<4xf32>, dense<0> : tensor<15xi32>],
    error = "g_idx does not have the stated size"} {
  %none = onnx.None() : () -> none
  %y = onnx.ms.MatMulNBits(%a0, %a1, %a2, %none, %a3, %none) {K = 16 : si64, N = 4 : si64, bits = 4 : si64, block_size = 16 : si64} : (tensor<2x16xf32>, tensor<4x1x8xui8>, tensor<4xf32>, none, tensor<?xi32>, none) -> tensor<2x4xf32>
  return %y : tensor<2x4xf32>
}

func.func @head_sink(%a0: tensor<1x2x8xf32>, %a1: tensor<1x2x4xf32>, %a2: tensor<1x2x4xf32>, %a3: tensor<1xi32>, %a4: tensor<1xi32>, %a5: tensor<?xf32>) -> tensor<1x2x8xf32> attributes {
    inputs = [dense<1.0> : tensor<1x2x8xf32>, dense<1.0> : tensor<1x2x4xf32>, dense<1.0> : tensor<1x2x4xf32>, dense<1> : tensor<1xi32>, dense<2> : tensor<1xi32>, dense<1.0> : tensor<3xf32>],
    error = "head_sink must have an element for each head"} {
  %none = onnx.None() : () -> none
  %y:4 = onnx.ms.GroupQueryAttention(%a0, %a1, %a2, %none, %none, %a3, %a4, %none, %none, %none, %none, %a5, %none, %none, %none, %none) {num_heads = 2 : si64, kv_num_heads = 1 : si64} : (tensor<1x2x8xf32>, tensor<1x2x4xf32>, tensor<1x2x4xf32>, none, none, tensor<1xi32>, tensor<1xi32>, none, none, none, none, tensor<?xf32>, none, none, none, none) -> (tensor<1x2x8xf32>, none, none, none)
  return %y#0 : tensor<1x2x8xf32>
}

func.func @cache_indirection(%a0: tensor<1x1x8xf32>, %a1: tensor<1x1x8xf32>, %a2: tensor<1x1x8xf32>, %a3: tensor<1x2x4x4xf32>, %a4: tensor<1x2x4x4xf32>, %a5: tensor<1xi32>, %a6: tensor<1xi32>, %a7: tensor<?x1x4xi32>) -> tensor<1x1x8xf32> attributes {
    inputs = [dense<1.0> : tensor<1x1x8xf32>, dense<1.0> : tensor<1x1x8xf32>, dense<1.0> : tensor<1x1x8xf32>, dense<1.0> : tensor<1x2x4x4xf32>, dense<1.0> : tensor<1x2x4x4xf32>, dense<1> : tensor<1xi32>, dense<1> : tensor<1xi32>, dense<0> : tensor<2x1x4xi32>],
    error = "cache_indirection does not fit the cache"} {
  %none = onnx.None() : () -> none
  %y:4 = onnx.ms.DecoderMaskedMultiHeadAttention(%a0, %a1, %a2, %none, %none, %a3, %a4, %a5, %a6, %a7, %none) {num_heads = 2 : si64, past_present_share_buffer = 1 : si64} : (tensor<1x1x8xf32>, tensor<1x1x8xf32>, tensor<1x1x8xf32>, none, none, tensor<1x2x4x4xf32>, tensor<1x2x4x4xf32>, tensor<1xi32>, tensor<1xi32>, tensor<?x1x4xi32>, none) -> (tensor<1x1x8xf32>, tensor<1x2x4x4xf32>, tensor<1x2x4x4xf32>, none)
  return %y#0 : tensor<1x1x8xf32>
}

func.func @beam_width(%a0: tensor<1x1x8xf32>, %a1: tensor<1x1x8xf32>, %a2: tensor<1x1x8xf32>, %a3: tensor<1x2x4x4xf32>, %a4: tensor<1x2x4x4xf32>, %a5: tensor<1xi32>, %a6: tensor<1xi32>, %a7: tensor<1x1x4xi32>) -> tensor<1x1x8xf32> attributes {
    inputs = [dense<1.0> : tensor<1x1x8xf32>, dense<1.0> : tensor<1x1x8xf32>, dense<1.0> : tensor<1x1x8xf32>, dense<1.0> : tensor<1x2x4x4xf32>, dense<1.0> : tensor<1x2x4x4xf32>, dense<1> : tensor<1xi32>, dense<2> : tensor<1xi32>, dense<0> : tensor<1x1x4xi32>],
    error = "beam_width does not fit cache_indirection"} {
  %none = onnx.None() : () -> none
  %y:4 = onnx.ms.DecoderMaskedMultiHeadAttention(%a0, %a1, %a2, %none, %none, %a3, %a4, %a5, %a6, %a7, %none) {num_heads = 2 : si64, past_present_share_buffer = 1 : si64} : (tensor<1x1x8xf32>, tensor<1x1x8xf32>, tensor<1x1x8xf32>, none, none, tensor<1x2x4x4xf32>, tensor<1x2x4x4xf32>, tensor<1xi32>, tensor<1xi32>, tensor<1x1x4xi32>, none) -> (tensor<1x1x8xf32>, tensor<1x2x4x4xf32>, tensor<1x2x4x4xf32>, none)
  return %y#0 : tensor<1x1x8xf32>
}

func.func @cache_without_room(%a0: tensor<1x1x8xf32>, %a1: tensor<1x1x8xf32>, %a2: tensor<1x1x8xf32>, %a6:
    tensor<1x2x4x4xf32>, %a7: tensor<1x2x4x4xf32>, %a8: tensor<1xi32>) -> tensor<1x1x8xf32> attributes {
    inputs = [dense<[[[-0.273, 0.621, -0.88, -0.101, 0.626, -0.472, -0.873, -0.516]]]> : tensor<1x1x8xf32>,
    dense<[[[-0.273, 0.621, -0.88, -0.101, 0.626, -0.472, -0.873, -0.516]]]> : tensor<1x1x8xf32>, dense<[[[-0.273,
    0.621, -0.88, -0.101, 0.626, -0.472, -0.873, -0.516]]]> : tensor<1x1x8xf32>, dense<[[[[-0.83, 0.616, -0.659,
    -0.609], [0.629, 0.621, 0.179, 0.829], [-0.88, 0.93, 0.142, -0.395], [0.651, 0.319, 0.973, -0.785]], [[0.162,
    -0.054, 0.305, -0.516], [-0.938, 0.088, -0.271, 0.785], [-0.081, -0.163, 0.266, 0.054], [0.922, 0.578, -0.007,
    -0.578]]]]> : tensor<1x2x4x4xf32>, dense<[[[[-0.83, 0.616, -0.659, -0.609], [0.629, 0.621, 0.179, 0.829], [-0.88,
    0.93, 0.142, -0.395], [0.651, 0.319, 0.973, -0.785]], [[0.162, -0.054, 0.305, -0.516], [-0.938, 0.088, -0.271,
    0.785], [-0.081, -0.163, 0.266, 0.054], [0.922, 0.578, -0.007, -0.578]]]]> : tensor<1x2x4x4xf32>, dense<[4]> :
    tensor<1xi32>],
    error = "the cache has no room for the new tokens"} {
  %none = onnx.None() : () -> none
  %y:4 = onnx.ms.MultiHeadAttention(%a0, %a1, %a2, %none, %none, %none, %a6, %a7, %a8, %none) {num_heads = 2 : si64}
    : (tensor<1x1x8xf32>, tensor<1x1x8xf32>, tensor<1x1x8xf32>, none, none, none, tensor<1x2x4x4xf32>,
    tensor<1x2x4x4xf32>, tensor<1xi32>, none) -> (tensor<1x1x8xf32>, none, none, none)
  return %y#0 : tensor<1x1x8xf32>
}

func.func @negative_past(%a0: tensor<1x1x8xf32>, %a1: tensor<1x1x8xf32>, %a2: tensor<1x1x8xf32>, %a6:
    tensor<1x2x4x4xf32>, %a7: tensor<1x2x4x4xf32>, %a8: tensor<1xi32>) -> tensor<1x1x8xf32> attributes {
    inputs = [dense<[[[-0.273, 0.621, -0.88, -0.101, 0.626, -0.472, -0.873, -0.516]]]> : tensor<1x1x8xf32>,
    dense<[[[-0.273, 0.621, -0.88, -0.101, 0.626, -0.472, -0.873, -0.516]]]> : tensor<1x1x8xf32>, dense<[[[-0.273,
    0.621, -0.88, -0.101, 0.626, -0.472, -0.873, -0.516]]]> : tensor<1x1x8xf32>, dense<[[[[-0.83, 0.616, -0.659,
    -0.609], [0.629, 0.621, 0.179, 0.829], [-0.88, 0.93, 0.142, -0.395], [0.651, 0.319, 0.973, -0.785]], [[0.162,
    -0.054, 0.305, -0.516], [-0.938, 0.088, -0.271, 0.785], [-0.081, -0.163, 0.266, 0.054], [0.922, 0.578, -0.007,
    -0.578]]]]> : tensor<1x2x4x4xf32>, dense<[[[[-0.83, 0.616, -0.659, -0.609], [0.629, 0.621, 0.179, 0.829], [-0.88,
    0.93, 0.142, -0.395], [0.651, 0.319, 0.973, -0.785]], [[0.162, -0.054, 0.305, -0.516], [-0.938, 0.088, -0.271,
    0.785], [-0.081, -0.163, 0.266, 0.054], [0.922, 0.578, -0.007, -0.578]]]]> : tensor<1x2x4x4xf32>, dense<[-1]> :
    tensor<1xi32>],
    error = "past_sequence_length is out of range"} {
  %none = onnx.None() : () -> none
  %y:4 = onnx.ms.MultiHeadAttention(%a0, %a1, %a2, %none, %none, %none, %a6, %a7, %a8, %none) {num_heads = 2 : si64}
    : (tensor<1x1x8xf32>, tensor<1x1x8xf32>, tensor<1x1x8xf32>, none, none, none, tensor<1x2x4x4xf32>,
    tensor<1x2x4x4xf32>, tensor<1xi32>, none) -> (tensor<1x1x8xf32>, none, none, none)
  return %y#0 : tensor<1x1x8xf32>
}

func.func @linear_attention_batch(%a0: tensor<?x?x4xf32>, %a1: tensor<?x?x4xf32>, %a2: tensor<?x?x4xf32>) -> tensor<?x?x4xf32> attributes {
    inputs = [dense<1.0> : tensor<1x2x4xf32>, dense<1.0> : tensor<2x2x4xf32>, dense<1.0> : tensor<1x2x4xf32>],
    error = "the inputs differ in their batch"} {
  %none = onnx.None() : () -> none
  %y:2 = onnx.ms.LinearAttention(%a0, %a1, %a2, %none, %none, %none) {kv_num_heads = 2 : si64, q_num_heads = 2 : si64, update_rule = "linear"} : (tensor<?x?x4xf32>, tensor<?x?x4xf32>, tensor<?x?x4xf32>, none, none, none) -> (tensor<?x?x4xf32>, !onnx.unknown)
  return %y#0 : tensor<?x?x4xf32>
}

func.func @linear_attention_length(%a0: tensor<?x?x4xf32>, %a1: tensor<?x?x4xf32>, %a2: tensor<?x?x4xf32>) -> tensor<?x?x4xf32> attributes {
    inputs = [dense<1.0> : tensor<1x2x4xf32>, dense<1.0> : tensor<1x2x4xf32>, dense<1.0> : tensor<1x3x4xf32>],
    error = "the inputs differ in their length"} {
  %none = onnx.None() : () -> none
  %y:2 = onnx.ms.LinearAttention(%a0, %a1, %a2, %none, %none, %none) {kv_num_heads = 2 : si64, q_num_heads = 2 : si64, update_rule = "linear"} : (tensor<?x?x4xf32>, tensor<?x?x4xf32>, tensor<?x?x4xf32>, none, none, none) -> (tensor<?x?x4xf32>, !onnx.unknown)
  return %y#0 : tensor<?x?x4xf32>
}

func.func @linear_attention_keys(%a0: tensor<?x?x4xf32>, %a1: tensor<?x?x?xf32>, %a2: tensor<?x?x4xf32>) -> tensor<?x?x4xf32> attributes {
    inputs = [dense<1.0> : tensor<1x2x4xf32>, dense<1.0> : tensor<1x2x5xf32>, dense<1.0> : tensor<1x2x4xf32>],
    error = "the size of a head does not divide the keys"} {
  %none = onnx.None() : () -> none
  %y:2 = onnx.ms.LinearAttention(%a0, %a1, %a2, %none, %none, %none) {kv_num_heads = 2 : si64, q_num_heads = 2 : si64, update_rule = "linear"} : (tensor<?x?x4xf32>, tensor<?x?x?xf32>, tensor<?x?x4xf32>, none, none, none) -> (tensor<?x?x4xf32>, !onnx.unknown)
  return %y#0 : tensor<?x?x4xf32>
}

func.func @linear_attention_state(%a0: tensor<?x?x4xf32>, %a1: tensor<?x?x4xf32>, %a2: tensor<?x?x4xf32>, %a3: tensor<?x?x?x?xf32>) -> tensor<?x?x4xf32> attributes {
    inputs = [dense<1.0> : tensor<1x2x4xf32>, dense<1.0> : tensor<1x2x4xf32>, dense<1.0> : tensor<1x2x4xf32>, dense<1.0> : tensor<1x2x3x2xf32>],
    error = "past_state does not fit the heads"} {
  %none = onnx.None() : () -> none
  %y:2 = onnx.ms.LinearAttention(%a0, %a1, %a2, %a3, %none, %none) {kv_num_heads = 2 : si64, q_num_heads = 2 : si64, update_rule = "linear"} : (tensor<?x?x4xf32>, tensor<?x?x4xf32>, tensor<?x?x4xf32>, tensor<?x?x?x?xf32>, none, none) -> (tensor<?x?x4xf32>, !onnx.unknown)
  return %y#0 : tensor<?x?x4xf32>
}

func.func @linear_attention_states(%a0: tensor<?x?x4xf32>, %a1: tensor<?x?x4xf32>, %a2: tensor<?x?x4xf32>, %a3: tensor<?x?x?x?x?xf32>) -> tensor<?x?x4xf32> attributes {
    inputs = [dense<1.0> : tensor<1x2x4xf32>, dense<1.0> : tensor<1x2x4xf32>, dense<1.0> : tensor<1x2x4xf32>, dense<1.0> : tensor<2x1x2x2x2xf32>],
    error = "past_state does not hold state_window states"} {
  %none = onnx.None() : () -> none
  %y:2 = onnx.ms.LinearAttention(%a0, %a1, %a2, %a3, %none, %none) {kv_num_heads = 2 : si64, q_num_heads = 2 : si64, update_rule = "linear", state_window = 3 : si64} : (tensor<?x?x4xf32>, tensor<?x?x4xf32>, tensor<?x?x4xf32>, tensor<?x?x?x?x?xf32>, none, none) -> (tensor<?x?x4xf32>, !onnx.unknown)
  return %y#0 : tensor<?x?x4xf32>
}

func.func @crop_boxes(%a0: tensor<?x1x2x2xf32>, %a1: tensor<?x4xf32>, %a2: tensor<?xi32>, %a3: tensor<2xi32>) -> tensor<?x1x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<1x1x2x2xf32>, dense<1.0> : tensor<2x4xf32>, dense<0> : tensor<3xi32>, dense<1> : tensor<2xi32>],
    error = "rois and batch_indices differ in their number"} {
  %y = onnx.ms.CropAndResize(%a0, %a1, %a2, %a3) : (tensor<?x1x2x2xf32>, tensor<?x4xf32>, tensor<?xi32>, tensor<2xi32>) -> tensor<?x1x?x?xf32>
  return %y : tensor<?x1x?x?xf32>
}

func.func @time_warping_batch(%a0: tensor<?x?x?xf32>) -> tensor<2x?xi32> attributes {
    inputs = [dense<1.0> : tensor<2x2x2xf32>],
    error = "takes one matrix"} {
  %y = onnx.ms.DynamicTimeWarping(%a0) : (tensor<?x?x?xf32>) -> tensor<2x?xi32>
  return %y : tensor<2x?xi32>
}

func.func @sliding_cache(%a0: tensor<1x1x4xf32>, %a1: tensor<1x1x4xf32>, %a2: tensor<1x1x4xf32>, %a3: tensor<1x1x?x4xf32>, %a4: tensor<1x1x?x4xf32>, %a5: tensor<1xi32>, %a6: tensor<1xi32>) -> tensor<1x1x4xf32> attributes {
    inputs = [dense<1.0> : tensor<1x1x4xf32>, dense<1.0> : tensor<1x1x4xf32>, dense<1.0> : tensor<1x1x4xf32>, dense<1.0> : tensor<1x1x2x4xf32>, dense<1.0> : tensor<1x1x2x4xf32>, dense<1> : tensor<1xi32>, dense<2> : tensor<1xi32>],
    error = "the sliding cache is smaller than the window"} {
  %none = onnx.None() : () -> none
  %y:4 = onnx.ms.GroupQueryAttention(%a0, %a1, %a2, %a3, %a4, %a5, %a6, %none, %none, %none, %none, %none, %none, %none, %none, %none) {kv_num_heads = 1 : si64, local_window_size = 3 : si64, num_heads = 1 : si64, sliding_window_cache = 1 : si64} : (tensor<1x1x4xf32>, tensor<1x1x4xf32>, tensor<1x1x4xf32>, tensor<1x1x?x4xf32>, tensor<1x1x?x4xf32>, tensor<1xi32>, tensor<1xi32>, none, none, none, none, none, none, none, none, none) -> (tensor<1x1x4xf32>, !onnx.unknown, !onnx.unknown, none)
  return %y#0 : tensor<1x1x4xf32>
}
