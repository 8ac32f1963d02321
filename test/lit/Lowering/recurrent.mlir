// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-lower-onnx --split-input-file | FileCheck %s

// The inputs of all steps in one product before the loop; per step a product of the state and one
// computation of all gates.
// CHECK-LABEL: func.func @main
// CHECK: iterator_types = ["parallel", "parallel", "reduction"]
// CHECK: scf.for
// CHECK-NOT: scf.for
// CHECK: iterator_types = ["parallel", "parallel", "reduction"]
// CHECK: linalg.generic
// CHECK-COUNT-3: math.tanh
// CHECK: cameo.compute
// CHECK: scf.yield
func.func @main(%x: tensor<5x1x8xf32>, %w: tensor<1x16x8xf32>, %r: tensor<1x16x4xf32>) -> tensor<5x1x1x4xf32> {
  %none = "onnx.None"() : () -> none
  %0, %1, %2 = "onnx.LSTM"(%x, %w, %r, %none, %none, %none, %none, %none)
      {hidden_size = 4 : si64, activations = ["Tanh", "Tanh", "Tanh"]}
    : (tensor<5x1x8xf32>, tensor<1x16x8xf32>, tensor<1x16x4xf32>, none, none, none, none, none)
    -> (tensor<5x1x1x4xf32>, none, none)
  return %0 : tensor<5x1x1x4xf32>
}

// -----

// Both directions, one loop each; without Y nothing is stored per step.
// CHECK-LABEL: func.func @main
// CHECK-COUNT-2: scf.for
// CHECK-NOT: cameo.compute
// CHECK: return
func.func @main(%x: tensor<?x2x8xf32>, %w: tensor<2x12x8xf32>, %r: tensor<2x12x4xf32>) -> tensor<2x2x4xf32> {
  %none = "onnx.None"() : () -> none
  %0, %1 = "onnx.GRU"(%x, %w, %r, %none, %none, %none)
      {hidden_size = 4 : si64, linear_before_reset = 1 : si64, direction = "bidirectional"}
    : (tensor<?x2x8xf32>, tensor<2x12x8xf32>, tensor<2x12x4xf32>, none, none, none) -> (none, tensor<2x2x4xf32>)
  return %1 : tensor<2x2x4xf32>
}
