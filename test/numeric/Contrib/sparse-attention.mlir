// SPDX-License-Identifier: Apache-2.0
// SparseAttention; expected values follow from its definition.

// Two layouts for four heads; the first is padded.
func.func @sparse_prompt(%a0: tensor<1x4x8xf32>, %a1: tensor<1x4x4xf32>, %a2: tensor<1x4x4xf32>, %a3:
    tensor<1x2x6x2xf32>, %a4: tensor<1x2x6x2xf32>, %a7: tensor<i32>, %a8: tensor<1xi32>) -> (tensor<1x4x8xf32>,
    tensor<1x2x6x2xf32>, tensor<1x2x6x2xf32>) attributes {
    inputs = [dense<[[[0.75, 0.94, 0.74, 0.06, -0.53, -0.98, -0.14, -0.2], [0.05, -0.04, 0.11, 0.09, 0.52, 0.42,
    0.24, -0.15], [-0.42, 0.95, -0.33, -0.56, -0.87, 0.97, -0.74, -0.36], [-0.86, -0.55, -0.21, 0.79, -0.31, 0.97,
    -0.94, -0.3]]]> : tensor<1x4x8xf32>, dense<[[[-0.24, 0.53, 0.88, -0.36], [-0.14, -0.46, 0.6, 0.28], [-0.86,
    0.21, 0.59, -0.94], [-0.09, 0.58, 0.98, 0.17]]]> : tensor<1x4x4xf32>, dense<[[[-0.92, -0.11, -0.62, 0.25],
    [-0.57, -0.7, 0.07, -0.8], [0.46, 0.88, 0.89, -0.25], [0.19, 0.32, 0.02, -0.06]]]> : tensor<1x4x4xf32>,
    dense<[[[[0.0, 0.0], [0.0, 0.0], [0.0, 0.0], [0.0, 0.0], [0.0, 0.0], [0.0, 0.0]], [[0.0, 0.0], [0.0, 0.0], [0.0,
    0.0], [0.0, 0.0], [0.0, 0.0], [0.0, 0.0]]]]> : tensor<1x2x6x2xf32>, dense<[[[[0.0, 0.0], [0.0, 0.0], [0.0, 0.0],
    [0.0, 0.0], [0.0, 0.0], [0.0, 0.0]], [[0.0, 0.0], [0.0, 0.0], [0.0, 0.0], [0.0, 0.0], [0.0, 0.0], [0.0, 0.0]]]]>
    : tensor<1x2x6x2xf32>, dense<4> : tensor<i32>, dense<[4]> : tensor<1xi32>],
    outputs = [dense<[[[-0.92, -0.11, -0.92, -0.11, -0.62, 0.25, -0.62, 0.25], [-0.7422408, -0.40965134,
    -0.74983096, -0.3968564, -0.25998205, -0.2978534, -0.29488444, -0.24474108], [0.46, 0.88, -0.3035713,
    0.008592248, 0.89, -0.25, 0.1948838, -0.26231736], [0.36507592, 0.68312037, -0.18059324, 0.17826512, 0.31335318,
    -0.12406564, 0.16219991, -0.23110498]]]> : tensor<1x4x8xf32>, dense<[[[[-0.24, 0.53], [-0.14, -0.46], [-0.86,
    0.21], [-0.09, 0.58], [0.0, 0.0], [0.0, 0.0]], [[0.88, -0.36], [0.6, 0.28], [0.59, -0.94], [0.98, 0.17], [0.0,
    0.0], [0.0, 0.0]]]]> : tensor<1x2x6x2xf32>, dense<[[[[-0.92, -0.11], [-0.57, -0.7], [0.46, 0.88], [0.19, 0.32],
    [0.0, 0.0], [0.0, 0.0]], [[-0.62, 0.25], [0.07, -0.8], [0.89, -0.25], [0.02, -0.06], [0.0, 0.0], [0.0, 0.0]]]]>
    : tensor<1x2x6x2xf32>]} {
  %none = onnx.None() : () -> none
  %a5 = onnx.Constant() {value = dense<[[0, 1, 2, 4], [0, 1, 3, 6]]> : tensor<2x4xi32>} : () -> tensor<2x4xi32>
  %a6 = onnx.Constant() {value = dense<[[0, 1, 0, 2, -1, -1], [0, 0, 1, 0, 1, 2]]> : tensor<2x6xi32>} : () ->
      tensor<2x6xi32>
  %y:3 = onnx.ms.SparseAttention(%a0, %a1, %a2, %a3, %a4, %a5, %a6, %a7, %a8, %none, %none) {kv_num_heads = 2 :
      si64, num_heads = 4 : si64, sparse_block_size = 2 : si64} : (tensor<1x4x8xf32>, tensor<1x4x4xf32>,
      tensor<1x4x4xf32>, tensor<1x2x6x2xf32>, tensor<1x2x6x2xf32>, tensor<2x4xi32>, tensor<2x6xi32>, tensor<i32>,
      tensor<1xi32>, none, none) -> (tensor<1x4x8xf32>, tensor<1x2x6x2xf32>, tensor<1x2x6x2xf32>)
  return %y#0, %y#1, %y#2 : tensor<1x4x8xf32>, tensor<1x2x6x2xf32>, tensor<1x2x6x2xf32>
}

// The fifth token, behind the middle block.
func.func @sparse_token(%a0: tensor<1x1x4xf32>, %a1: tensor<1x1x2xf32>, %a2: tensor<1x1x2xf32>, %a3:
    tensor<1x1x6x2xf32>, %a4: tensor<1x1x6x2xf32>, %a5: tensor<1x4xi32>, %a6: tensor<1x4xi32>, %a7: tensor<1xi32>,
    %a8: tensor<1xi32>) -> (tensor<1x1x4xf32>, tensor<1x1x6x2xf32>, tensor<1x1x6x2xf32>) attributes {
    inputs = [dense<[[[-0.98, -0.86, -0.13, -0.14]]]> : tensor<1x1x4xf32>, dense<[[[-0.63, 0.06]]]> :
    tensor<1x1x2xf32>, dense<[[[0.2, 0.44]]]> : tensor<1x1x2xf32>, dense<[[[[-0.39, -0.19], [0.65, 0.17], [0.41,
    0.02], [0.66, 0.44], [0.0, 0.0], [0.0, 0.0]]]]> : tensor<1x1x6x2xf32>, dense<[[[[-0.01, 0.22], [0.64, 0.06],
    [0.88, 0.45], [-0.64, 0.24], [0.0, 0.0], [0.0, 0.0]]]]> : tensor<1x1x6x2xf32>, dense<[[0, 1, 2, 4]]> :
    tensor<1x4xi32>, dense<[[0, 1, 0, 2]]> : tensor<1x4xi32>, dense<[5]> : tensor<1xi32>, dense<[5]> :
    tensor<1xi32>],
    outputs = [dense<[[[0.17543198, 0.29127058, 0.25921255, 0.24847499]]]> : tensor<1x1x4xf32>, dense<[[[[-0.39,
    -0.19], [0.65, 0.17], [0.41, 0.02], [0.66, 0.44], [-0.63, 0.06], [0.0, 0.0]]]]> : tensor<1x1x6x2xf32>,
    dense<[[[[-0.01, 0.22], [0.64, 0.06], [0.88, 0.45], [-0.64, 0.24], [0.2, 0.44], [0.0, 0.0]]]]> :
    tensor<1x1x6x2xf32>]} {
  %none = onnx.None() : () -> none
  %y:3 = onnx.ms.SparseAttention(%a0, %a1, %a2, %a3, %a4, %a5, %a6, %a7, %a8, %none, %none) {kv_num_heads = 1 :
      si64, num_heads = 2 : si64, scale = 8.0e-01 : f32, sparse_block_size = 2 : si64} : (tensor<1x1x4xf32>,
      tensor<1x1x2xf32>, tensor<1x1x2xf32>, tensor<1x1x6x2xf32>, tensor<1x1x6x2xf32>, tensor<1x4xi32>,
      tensor<1x4xi32>, tensor<1xi32>, tensor<1xi32>, none, none) -> (tensor<1x1x4xf32>, tensor<1x1x6x2xf32>,
      tensor<1x1x6x2xf32>)
  return %y#0, %y#1, %y#2 : tensor<1x1x4xf32>, tensor<1x1x6x2xf32>, tensor<1x1x6x2xf32>
}
