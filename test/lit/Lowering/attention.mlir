// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-lower-onnx --split-input-file | FileCheck %s

// Heads of queries in groups: no head of K or V is copied, and no transpose is left.
// CHECK-LABEL: func.func @main
// CHECK: tensor.expand_shape %{{.*}} : tensor<1x3x4x8xf32> into tensor<1x3x2x2x8xf32>
// CHECK: iterator_types = ["parallel", "parallel", "parallel", "parallel", "parallel", "reduction"]
// CHECK: arith.cmpi sle
// CHECK: math.exp
// CHECK: iterator_types = ["parallel", "parallel", "parallel", "parallel", "parallel", "reduction"]
func.func @main(%q: tensor<1x3x32xf32>, %k: tensor<1x5x16xf32>, %v: tensor<1x5x16xf32>) -> tensor<1x3x32xf32> {
  %none = "onnx.None"() : () -> none
  %0, %1, %2, %3 = "onnx.Attention"(%q, %k, %v, %none, %none, %none, %none)
      {q_num_heads = 4 : si64, kv_num_heads = 2 : si64, is_causal = 1 : si64}
    : (tensor<1x3x32xf32>, tensor<1x5x16xf32>, tensor<1x5x16xf32>, none, none, none, none)
    -> (tensor<1x3x32xf32>, none, none, none)
  return %0 : tensor<1x3x32xf32>
}

// -----

// CHECK-LABEL: func.func @main
// CHECK-COUNT-2: tensor.extract %{{.*}} : tensor<1x2x3x8xf32>
func.func @main(%x: tensor<1x2x3x8xf32>, %c: tensor<10x4xf32>, %s: tensor<10x4xf32>, %p: tensor<1x3xi64>) -> tensor<1x2x3x8xf32> {
  %0 = "onnx.RotaryEmbedding"(%x, %c, %s, %p)
    : (tensor<1x2x3x8xf32>, tensor<10x4xf32>, tensor<10x4xf32>, tensor<1x3xi64>) -> tensor<1x2x3x8xf32>
  return %0 : tensor<1x2x3x8xf32>
}
