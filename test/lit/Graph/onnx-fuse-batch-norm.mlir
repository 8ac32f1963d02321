// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --split-input-file --onnx-infer-shapes --onnx-fuse-batch-norm --onnx-canonicalize | FileCheck %s

// Into the convolution before it: nothing but the convolution reads the image.
// CHECK-LABEL: func.func @main
// CHECK-SAME: %[[X:.*]]: tensor<1x2x5x5xf32>
// CHECK: %[[SCALE:.*]] = onnx.Div(
// CHECK: %[[W:.*]] = onnx.Mul(%{{.*}}, %{{.*}}) : (tensor<4x1x1x1xf32>, tensor<4x2x3x3xf32>) -> tensor<4x2x3x3xf32>
// CHECK: onnx.Conv(%[[X]], %[[W]], %{{.*}}) {{.*}} -> tensor<1x4x3x3xf32>
// CHECK-NOT: onnx.BatchNormalization
module {
  func.func @main(%x: tensor<1x2x5x5xf32>) -> tensor<*xf32> {
    %none = onnx.None() : () -> none
    %w = onnx.Constant() {value = dense<1.0> : tensor<4x2x3x3xf32>} : () -> tensor<4x2x3x3xf32>
    %v = onnx.Constant() {value = dense<[1.0, 2.0, 3.0, 4.0]> : tensor<4xf32>} : () -> tensor<4xf32>
    %c = onnx.Conv(%x, %w, %none) : (tensor<1x2x5x5xf32>, tensor<4x2x3x3xf32>, none) -> !onnx.unknown
    %y, %m, %r = onnx.BatchNormalization(%c, %v, %v, %v, %v) : (!onnx.unknown, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> (tensor<*xf32>, none, none)
    return %y : tensor<*xf32>
  }
}

// -----
// Elsewhere: a product and a sum.
// CHECK-LABEL: func.func @main
// CHECK: %[[P:.*]] = onnx.Mul(%{{.*}}, %{{.*}}) : (tensor<?x4x5xf32>, tensor<4x1xf32>) -> tensor<?x4x5xf32>
// CHECK: onnx.Add(%[[P]], %{{.*}}) : (tensor<?x4x5xf32>, tensor<4x1xf32>) -> tensor<?x4x5xf32>
module {
  func.func @main(%x: tensor<?x4x5xf32>) -> tensor<*xf32> {
    %v = onnx.Constant() {value = dense<[1.0, 2.0, 3.0, 4.0]> : tensor<4xf32>} : () -> tensor<4xf32>
    %y, %m, %r = onnx.BatchNormalization(%x, %v, %v, %v, %v) : (tensor<?x4x5xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> (tensor<*xf32>, none, none)
    return %y : tensor<*xf32>
  }
}

// -----
// A constant per channel behind a convolution is its bias.
// CHECK-LABEL: func.func @main
// CHECK-NOT: onnx.Add
// CHECK: onnx.Conv(%{{.*}}, %{{.*}}, %{{.*}}) {{.*}}tensor<4xf32>) -> tensor<1x4x3x3xf32>
// CHECK-NOT: onnx.Add
module {
  func.func @main(%x: tensor<1x2x5x5xf32>) -> tensor<*xf32> {
    %none = onnx.None() : () -> none
    %w = onnx.Constant() {value = dense<1.0> : tensor<4x2x3x3xf32>} : () -> tensor<4x2x3x3xf32>
    %b = onnx.Constant() {value = dense<2.0> : tensor<1x4x1x1xf32>} : () -> tensor<1x4x1x1xf32>
    %c = onnx.Conv(%x, %w, %none) : (tensor<1x2x5x5xf32>, tensor<4x2x3x3xf32>, none) -> !onnx.unknown
    %y = onnx.Add(%c, %b) : (!onnx.unknown, tensor<1x4x1x1xf32>) -> tensor<*xf32>
    return %y : tensor<*xf32>
  }
}
