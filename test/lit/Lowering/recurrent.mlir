// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-lower-onnx --split-input-file | FileCheck %s

// The inputs of all steps in one product; the steps are one operation, whose region says what one unit computes.
// CHECK-LABEL: func.func @main
// CHECK: iterator_types = ["parallel", "parallel", "reduction"]
// CHECK: cameo.recurrence ins(%{{.*}} : tensor<5x1x16xf32>) weights(%arg2 : tensor<1x16x4xf32>)
// CHECK-SAME: attributes {gates = 4 : i64, reversed = array<i1: false>}
// CHECK-COUNT-3: math.tanh
// CHECK: cameo.yield %{{.*}}, %{{.*}} : f32, f32
func.func @main(%x: tensor<5x1x8xf32>, %w: tensor<1x16x8xf32>, %r: tensor<1x16x4xf32>) -> tensor<5x1x1x4xf32> {
  %none = "onnx.None"() : () -> none
  %0, %1, %2 = "onnx.LSTM"(%x, %w, %r, %none, %none, %none, %none, %none)
      {hidden_size = 4 : si64, activations = ["Tanh", "Tanh", "Tanh"]}
    : (tensor<5x1x8xf32>, tensor<1x16x8xf32>, tensor<1x16x4xf32>, none, none, none, none, none)
    -> (tensor<5x1x1x4xf32>, none, none)
  return %0 : tensor<5x1x1x4xf32>
}

// -----

// Both directions in one; a reset before the product makes two stages.
// CHECK-LABEL: func.func @main
// CHECK: cameo.recurrence
// CHECK-SAME: weights(%{{.*}}, %{{.*}} : tensor<2x8x4xf32>, tensor<2x4x4xf32>)
// CHECK-SAME: reversed = array<i1: false, true>
// CHECK: cameo.yield %{{.*}}, %{{.*}} : f32, f32
// CHECK: cameo.yield %{{.*}} : f32
// CHECK-NOT: cameo.recurrence
// CHECK: return
func.func @main(%x: tensor<?x2x8xf32>, %w: tensor<2x12x8xf32>, %r: tensor<2x12x4xf32>) -> tensor<2x2x4xf32> {
  %none = "onnx.None"() : () -> none
  %0, %1 = "onnx.GRU"(%x, %w, %r, %none, %none, %none)
      {hidden_size = 4 : si64, direction = "bidirectional"}
    : (tensor<?x2x8xf32>, tensor<2x12x8xf32>, tensor<2x12x4xf32>, none, none, none) -> (none, tensor<2x2x4xf32>)
  return %1 : tensor<2x2x4xf32>
}

// -----

// Directions with activations of their own are apart.
// CHECK-LABEL: func.func @main
// CHECK: cameo.recurrence
// CHECK-SAME: reversed = array<i1: false>
// CHECK: math.tanh
// CHECK: cameo.recurrence
// CHECK-SAME: reversed = array<i1: true>
// CHECK: arith.maximumf
func.func @main(%x: tensor<5x2x8xf32>, %w: tensor<2x4x8xf32>, %r: tensor<2x4x4xf32>) -> tensor<2x2x4xf32> {
  %none = "onnx.None"() : () -> none
  %0, %1 = "onnx.RNN"(%x, %w, %r, %none, %none, %none)
      {hidden_size = 4 : si64, direction = "bidirectional", activations = ["Tanh", "Relu"]}
    : (tensor<5x2x8xf32>, tensor<2x4x8xf32>, tensor<2x4x4xf32>, none, none, none) -> (none, tensor<2x2x4xf32>)
  return %1 : tensor<2x2x4xf32>
}
