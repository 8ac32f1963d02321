// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-lower-onnx --split-input-file | FileCheck %s

// Ceil mode adds a window that starts inside the input.
// CHECK-LABEL: func.func @main
// CHECK: cameo.pool max ins(%{{.*}} : tensor<1x2x8x8xf32>)
// CHECK-SAME: kernel = array<i64: 3, 3>
// CHECK-SAME: -> tensor<1x2x4x4xf32>
func.func @main(%x: tensor<1x2x8x8xf32>) -> tensor<1x2x4x4xf32> {
  %0, %1 = "onnx.MaxPool"(%x) {kernel_shape = array<i64: 3, 3>, strides = array<i64: 2, 2>, ceil_mode = 1 : si64}
    : (tensor<1x2x8x8xf32>) -> (tensor<1x2x4x4xf32>, none)
  return %0 : tensor<1x2x4x4xf32>
}

// -----

// With positions: loops, one tile per plane.
// CHECK-LABEL: func.func @main
// CHECK: cameo.compute tiles(
// CHECK: -> tensor<1x2x4xf32>, tensor<1x2x4xi64>
func.func @main(%x: tensor<1x2x8xf32>) -> (tensor<1x2x4xf32>, tensor<1x2x4xi64>) {
  %0, %1 = "onnx.MaxPool"(%x) {kernel_shape = array<i64: 2>, strides = array<i64: 2>}
    : (tensor<1x2x8xf32>) -> (tensor<1x2x4xf32>, tensor<1x2x4xi64>)
  return %0, %1 : tensor<1x2x4xf32>, tensor<1x2x4xi64>
}

// -----

// CHECK-LABEL: func.func @main
// CHECK: cameo.pool average
// CHECK-SAME: count_include_pad
func.func @main(%x: tensor<1x2x?xf32>) -> tensor<1x2x?xf32> {
  %0 = "onnx.AveragePool"(%x) {kernel_shape = array<i64: 3>, pads = array<i64: 1, 1>, count_include_pad = 1 : si64}
    : (tensor<1x2x?xf32>) -> tensor<1x2x?xf32>
  return %0 : tensor<1x2x?xf32>
}

// -----

// CHECK-LABEL: func.func @main
// CHECK: iterator_types = ["parallel", "parallel", "reduction", "reduction"]
// CHECK: arith.divf
// CHECK: tensor.expand_shape
func.func @main(%x: tensor<1x2x8x8xf32>) -> tensor<1x2x1x1xf32> {
  %0 = "onnx.GlobalAveragePool"(%x) : (tensor<1x2x8x8xf32>) -> tensor<1x2x1x1xf32>
  return %0 : tensor<1x2x1x1xf32>
}

// -----
// Positions are checked before they are written.
// CHECK-LABEL: func.func @main
// CHECK: cameo.compute
func.func @main(%x: tensor<1x1x2x2xf32>, %i: tensor<1x1x2x2xi64>) -> tensor<1x1x4x4xf32> {
  %n = "onnx.None"() : () -> none
  %0 = onnx.MaxUnpool(%x, %i, %n) {kernel_shape = array<i64: 2, 2>, strides = array<i64: 2, 2>} : (tensor<1x1x2x2xf32>, tensor<1x1x2x2xi64>, none) -> tensor<1x1x4x4xf32>
  return %0 : tensor<1x1x4x4xf32>
}
