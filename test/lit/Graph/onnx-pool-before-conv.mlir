// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --split-input-file --onnx-infer-shapes --onnx-pool-before-conv | FileCheck %s

// Half the pixels in each direction: a quarter of the products.
// CHECK-LABEL: func.func @main
// CHECK-SAME: %[[X:.*]]: tensor<?x8x6x6xf32>, %[[W:.*]]: tensor<4x8x1x1xf32>, %[[B:.*]]: tensor<4xf32>
// CHECK: %[[M:.*]] = onnx.AveragePool(%[[X]]) {{.*}} -> tensor<?x8x3x3xf32>
// CHECK: onnx.Conv(%[[M]], %[[W]], %[[B]]) {{.*}} -> tensor<?x4x3x3xf32>
module {
  func.func @main(%x: tensor<?x8x6x6xf32>, %w: tensor<4x8x1x1xf32>, %b: tensor<4xf32>) -> tensor<*xf32> {
    %c = onnx.Conv(%x, %w, %b) : (tensor<?x8x6x6xf32>, tensor<4x8x1x1xf32>, tensor<4xf32>) -> tensor<*xf32>
    %y = onnx.AveragePool(%c) {kernel_shape = array<i64: 2, 2>, strides = array<i64: 2, 2>} : (tensor<*xf32>) -> tensor<*xf32>
    return %y : tensor<*xf32>
  }
}

// -----
// CHECK-LABEL: func.func @main
// CHECK: onnx.GlobalAveragePool({{.*}} -> tensor<1x8x1xf32>
// CHECK: onnx.Conv({{.*}} -> tensor<1x4x1xf32>
module {
  func.func @main(%x: tensor<1x8x6xf32>, %w: tensor<4x8x1xf32>) -> tensor<*xf32> {
    %none = onnx.None() : () -> none
    %c = onnx.Conv(%x, %w, %none) : (tensor<1x8x6xf32>, tensor<4x8x1xf32>, none) -> tensor<*xf32>
    %y = onnx.GlobalAveragePool(%c) : (tensor<*xf32>) -> tensor<*xf32>
    return %y : tensor<*xf32>
  }
}

// -----
// Zeros of the padding that count would take the bias with them; a stride of 1 saves nothing; wider
// filters are another matter.
// CHECK-LABEL: func.func @main
// CHECK: onnx.Conv(
// CHECK-NEXT: onnx.AveragePool(
// CHECK-NEXT: onnx.Conv(
// CHECK-NEXT: onnx.AveragePool(
// CHECK-NEXT: onnx.Conv(
// CHECK-NEXT: onnx.AveragePool(
module {
  func.func @main(%x: tensor<1x4x9x9xf32>, %w: tensor<4x4x1x1xf32>, %v: tensor<4x4x2x2xf32>, %b: tensor<4xf32>) -> tensor<*xf32> {
    %c = onnx.Conv(%x, %w, %b) : (tensor<1x4x9x9xf32>, tensor<4x4x1x1xf32>, tensor<4xf32>) -> tensor<*xf32>
    %y = onnx.AveragePool(%c) {kernel_shape = array<i64: 3, 3>, strides = array<i64: 2, 2>, pads = array<i64: 1, 1, 1, 1>, count_include_pad = 1 : si64} : (tensor<*xf32>) -> tensor<*xf32>
    %d = onnx.Conv(%y, %w, %b) : (tensor<*xf32>, tensor<4x4x1x1xf32>, tensor<4xf32>) -> tensor<*xf32>
    %z = onnx.AveragePool(%d) {kernel_shape = array<i64: 2, 2>} : (tensor<*xf32>) -> tensor<*xf32>
    %e = onnx.Conv(%z, %v, %b) : (tensor<*xf32>, tensor<4x4x2x2xf32>, tensor<4xf32>) -> tensor<*xf32>
    %u = onnx.AveragePool(%e) {kernel_shape = array<i64: 2, 2>, strides = array<i64: 2, 2>} : (tensor<*xf32>) -> tensor<*xf32>
    return %u : tensor<*xf32>
  }
}
