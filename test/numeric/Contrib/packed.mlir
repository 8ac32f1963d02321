// SPDX-License-Identifier: Apache-2.0
// Batches without padding; expected values follow from the operators' definitions.

func.func @remove_padding(%a0: tensor<3x4x2xf32>, %a1: tensor<3xi32>) -> (tensor<6x2xf32>, tensor<3x4xi32>,
    tensor<4xi32>, tensor<1xi32>) attributes {
    inputs = [dense<[[[-0.64, -0.96], [-0.07, 0.45], [-0.16, -0.03], [-0.97, -0.03]], [[0.88, 0.7], [0.46, -0.78],
    [0.79, 0.71], [-0.67, 0.26]], [[-0.96, -0.77], [-0.37, -0.68], [0.52, 0.64], [-0.31, -0.36]]]> :
    tensor<3x4x2xf32>, dense<[2, 0, 4]> : tensor<3xi32>],
    outputs = [dense<[[-0.64, -0.96], [-0.07, 0.45], [-0.96, -0.77], [-0.37, -0.68], [0.52, 0.64], [-0.31, -0.36]]>
    : tensor<6x2xf32>, dense<[[0, 1, 8, 9], [10, 11, 2, 3], [4, 5, 6, 7]]> : tensor<3x4xi32>, dense<[0, 2, 2, 6]> :
    tensor<4xi32>, dense<[4]> : tensor<1xi32>]} {
  %y:4 = onnx.ms.RemovePadding(%a0, %a1) : (tensor<3x4x2xf32>, tensor<3xi32>) -> (tensor<6x2xf32>,
      tensor<3x4xi32>, tensor<4xi32>, tensor<1xi32>)
  return %y#0, %y#1, %y#2, %y#3 : tensor<6x2xf32>, tensor<3x4xi32>, tensor<4xi32>, tensor<1xi32>
}

func.func @restore_padding(%a0: tensor<6x2xf32>, %a1: tensor<3x4xi32>) -> tensor<3x4x2xf32> attributes {
    inputs = [dense<[[-0.64, -0.96], [-0.07, 0.45], [-0.96, -0.77], [-0.37, -0.68], [0.52, 0.64], [-0.31, -0.36]]> :
    tensor<6x2xf32>, dense<[[0, 1, 8, 9], [10, 11, 2, 3], [4, 5, 6, 7]]> : tensor<3x4xi32>],
    outputs = [dense<[[[-0.64, -0.96], [-0.07, 0.45], [-0.0, -0.0], [-0.0, -0.0]], [[0.0, 0.0], [0.0, -0.0], [0.0,
    0.0], [-0.0, 0.0]], [[-0.96, -0.77], [-0.37, -0.68], [0.52, 0.64], [-0.31, -0.36]]]> : tensor<3x4x2xf32>]} {
  %y = onnx.ms.RestorePadding(%a0, %a1) : (tensor<6x2xf32>, tensor<3x4xi32>) -> tensor<3x4x2xf32>
  return %y : tensor<3x4x2xf32>
}

// Sequences of one token and of three.
func.func @packed_multi_head_attention(%a0: tensor<4x4xf32>, %a1: tensor<4x4xf32>, %a2: tensor<4x6xf32>, %a3:
    tensor<14xf32>, %a4: tensor<2x3xi32>, %a5: tensor<3xi32>, %a6: tensor<1x2x3x3xf32>) -> tensor<4x6xf32>
    attributes {
    inputs = [dense<[[-0.78, -0.83, 0.43, 0.2], [-0.89, -0.04, -0.2, 0.7], [0.44, 0.2, 0.1, 0.9], [0.97, -0.32,
    -0.52, 0.59]]> : tensor<4x4xf32>, dense<[[-0.87, -0.27, -0.86, -0.36], [-0.86, -0.42, 0.58, 0.81], [0.59, 0.12,
    0.23, -0.28], [-0.66, -0.13, 0.47, -0.87]]> : tensor<4x4xf32>, dense<[[-0.96, 0.54, -0.4, 0.4, 0.47, 0.87],
    [-0.2, -0.28, 0.61, 0.53, 0.31, 0.62], [0.28, 0.91, -0.33, 0.48, 0.9, -0.33], [0.22, -0.27, -0.08, -0.85, -0.96,
    0.52]]> : tensor<4x6xf32>, dense<[-0.09, 0.25, 0.48, -0.16, -0.26, -0.66, 0.59, 0.67, 0.47, 0.75, 0.3, 0.39,
    -0.61, 0.54]> : tensor<14xf32>, dense<[[0, 3, 4], [5, 1, 2]]> : tensor<2x3xi32>, dense<[0, 1, 4]> :
    tensor<3xi32>, dense<[[[[-0.33, -0.12, -0.36], [0.14, 0.32, 0.15], [-0.36, -0.56, 0.69]], [[-0.4, -0.12, -0.82],
    [-0.4, -0.83, -0.31], [0.42, 0.95, 0.25]]]]> : tensor<1x2x3x3xf32>],
    outputs = [dense<[[-0.48999998, 1.29, -0.099999994, 0.78999996, -0.14000002, 1.4100001], [0.525763, 0.7210195,
    0.45834816, 0.6832445, -0.27684247, 0.78417945], [0.61869806, 1.048209, 0.26391456, 0.56706315, -0.5087947,
    0.9618052], [0.6405872, 0.8530477, 0.2530961, 0.64102453, -0.2705286, 0.7139102]]> : tensor<4x6xf32>]} {
  %y = onnx.ms.PackedMultiHeadAttention(%a0, %a1, %a2, %a3, %a4, %a5, %a6) {num_heads = 2 : si64, scale =
      7.0e-01 : f32} : (tensor<4x4xf32>, tensor<4x4xf32>, tensor<4x6xf32>, tensor<14xf32>, tensor<2x3xi32>,
      tensor<3xi32>, tensor<1x2x3x3xf32>) -> tensor<4x6xf32>
  return %y : tensor<4x6xf32>
}

func.func @packed_in_one(%a0: tensor<4x2x3x2xf32>, %a4: tensor<2x3xi32>, %a5: tensor<3xi32>) -> tensor<4x4xf32>
    attributes {
    inputs = [dense<[[[[-0.46, 0.31], [0.25, 0.65], [0.07, 0.82]], [[-0.17, -0.43], [0.04, 0.84], [0.45, -0.01]]],
    [[[-0.01, 0.3], [-0.1, 0.1], [0.94, 0.86]], [[0.68, -0.75], [0.11, -0.27], [0.82, -0.37]]], [[[0.86, -0.52],
    [-0.16, 0.92], [0.19, 0.86]], [[0.08, -0.54], [0.43, 0.04], [0.01, -0.73]]], [[[-0.71, 0.86], [0.91, 0.93],
    [-0.28, -0.91]], [[0.11, 0.47], [0.3, -0.89], [-0.53, 0.41]]]]> : tensor<4x2x3x2xf32>, dense<[[0, 3, 4], [5, 1,
    2]]> : tensor<2x3xi32>, dense<[0, 1, 4]> : tensor<3xi32>],
    outputs = [dense<[[0.07, 0.82, 0.45, -0.01], [0.24734235, 0.2389538, 0.006584868, -0.13333699], [0.22571298,
    0.07604733, 0.047159, -0.15860657], [0.2660844, 0.3820288, 0.13287814, -0.29064336]]> : tensor<4x4xf32>]} {
  %none = onnx.None() : () -> none
  %y = onnx.ms.PackedMultiHeadAttention(%a0, %none, %none, %none, %a4, %a5, %none) {num_heads = 2 : si64} :
      (tensor<4x2x3x2xf32>, none, none, none, tensor<2x3xi32>, tensor<3xi32>, none) -> tensor<4x4xf32>
  return %y : tensor<4x4xf32>
}

func.func @packed_attention(%a0: tensor<4x3xf32>, %a1: tensor<3x12xf32>, %a2: tensor<12xf32>, %a3:
    tensor<2x3xi32>, %a4: tensor<3xi32>) -> tensor<4x4xf32> attributes {
    inputs = [dense<[[-0.89, 0.69, 0.98], [-0.5, -0.89, 0.96], [0.53, -0.09, -0.04], [0.83, -0.29, -0.89]]> :
    tensor<4x3xf32>, dense<[[0.23, -0.37, 0.36, 0.9, -0.28, -0.51, -0.89, 0.66, -0.84, 0.9, 0.41, 0.82], [0.63,
    -0.62, -0.65, 0.92, -0.42, 0.58, -0.66, -0.4, 0.35, -0.5, 0.5, 0.76], [-0.36, -0.4, -0.94, -0.15, -0.87, 0.15,
    0.38, 0.14, 0.21, 0.2, 0.81, 0.06]]> : tensor<3x12xf32>, dense<[0.72, -0.3, -0.72, -0.56, 0.59, -0.54, 0.55,
    0.81, 0.09, -0.71, 0.25, -0.24]> : tensor<12xf32>, dense<[[0, 3, 4], [5, 1, 2]]> : tensor<2x3xi32>, dense<[0, 1,
    4]> : tensor<3xi32>],
    outputs = [dense<[[1.2849001, -1.6599998, 1.0239, -0.3866], [-0.24932532, -0.25763044, 0.06779437,
    -0.013357982], [-0.4537094, -0.17471865, 0.11037701, -0.15887496], [-0.45853683, -0.1727727, 0.24520358,
    -0.621926]]> : tensor<4x4xf32>]} {
  %none = onnx.None() : () -> none
  %y = onnx.ms.PackedAttention(%a0, %a1, %a2, %a3, %a4, %none) {num_heads = 2 : si64} : (tensor<4x3xf32>,
      tensor<3x12xf32>, tensor<12xf32>, tensor<2x3xi32>, tensor<3xi32>, none) -> tensor<4x4xf32>
  return %y : tensor<4x4xf32>
}

func.func @packed_attention_widths(%a0: tensor<4x3xf32>, %a1: tensor<3x10xf32>, %a2: tensor<10xf32>, %a3:
    tensor<2x3xi32>, %a4: tensor<3xi32>, %a5: tensor<1x2x3x3xf32>) -> tensor<4x2xf32> attributes {
    inputs = [dense<[[-0.89, 0.69, 0.98], [-0.5, -0.89, 0.96], [0.53, -0.09, -0.04], [0.83, -0.29, -0.89]]> :
    tensor<4x3xf32>, dense<[[0.82, -0.55, -0.53, -0.04, -0.01, -0.62, -0.25, 0.34, -0.06, -0.88], [-0.17, -0.17,
    -0.1, -0.95, -0.45, 0.9, 0.77, 0.88, 0.52, -0.13], [0.88, -0.4, 0.19, 0.17, -0.12, -0.5, -0.34, 0.29, -0.43,
    -0.31]]> : tensor<3x10xf32>, dense<[-0.29, -0.35, 0.66, 0.09, -0.96, 0.48, 0.0, 0.56, -0.01, -0.38]> :
    tensor<10xf32>, dense<[[0, 3, 4], [5, 1, 2]]> : tensor<2x3xi32>, dense<[0, 1, 4]> : tensor<3xi32>,
    dense<[[[[-0.33, -0.12, -0.36], [0.14, 0.32, 0.15], [-0.36, -0.56, 0.69]], [[-0.4, -0.12, -0.82], [-0.4, -0.83,
    -0.31], [0.42, 0.95, 0.25]]]]> : tensor<1x2x3x3xf32>],
    outputs = [dense<[[-0.019200006, 0.0096999705], [-0.27427754, -0.717959], [-0.29533002, -0.5961532],
    [-0.118378885, -0.6357122]]> : tensor<4x2xf32>]} {
  %y = onnx.ms.PackedAttention(%a0, %a1, %a2, %a3, %a4, %a5) {num_heads = 2 : si64, qkv_hidden_sizes =
      array<i64: 4, 4, 2>} : (tensor<4x3xf32>, tensor<3x10xf32>, tensor<10xf32>, tensor<2x3xi32>, tensor<3xi32>,
      tensor<1x2x3x3xf32>) -> tensor<4x2xf32>
  return %y : tensor<4x2xf32>
}
