// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --split-input-file --onnx-infer-shapes --onnx-evaluate-constants | FileCheck %s

// What depends on constants alone is computed; what depends on the input stays.
// CHECK-LABEL: func.func @main
// CHECK-SAME: %[[X:.*]]: tensor<2xf32>
// CHECK: %[[C:.*]] = onnx.Constant() {value = dense<[1.000000e+01, 4.000000e+01]> : tensor<2xf32>}
// CHECK-NOT: onnx.Mul
// CHECK: onnx.Add(%[[X]], %[[C]])
module {
  func.func @main(%x: tensor<2xf32>) -> tensor<*xf32> {
    %a = onnx.Constant() {value = dense<[1.0, 2.0]> : tensor<2xf32>} : () -> tensor<2xf32>
    %b = onnx.Constant() {value = dense<[10.0, 20.0]> : tensor<2xf32>} : () -> tensor<2xf32>
    %c = onnx.Mul(%a, %b) : (tensor<2xf32>, tensor<2xf32>) -> !onnx.unknown
    %y = onnx.Add(%x, %c) : (tensor<2xf32>, !onnx.unknown) -> tensor<*xf32>
    return %y : tensor<*xf32>
  }
}

// -----

// Weights that have a scale for each block stay as they are for the product that reads them.
// CHECK-LABEL: func.func @main
// CHECK: %[[W:.*]] = onnx.DequantizeLinear
// CHECK: onnx.MatMul(%{{.*}}, %[[W]])
module {
  func.func @main(%x: tensor<2x4xf32>) -> tensor<2x2xf32> {
    %q = onnx.Constant() {value = dense<3> : tensor<4x2xi4>} : () -> tensor<4x2xi4>
    %s = onnx.Constant() {value = dense<[[1.0, 2.0], [3.0, 4.0]]> : tensor<2x2xf32>} : () -> tensor<2x2xf32>
    %z = onnx.None() : () -> none
    %w = onnx.DequantizeLinear(%q, %s, %z) {axis = 0 : si64, block_size = 2 : si64} : (tensor<4x2xi4>, tensor<2x2xf32>, none) -> tensor<4x2xf32>
    %y = onnx.MatMul(%x, %w) : (tensor<2x4xf32>, tensor<4x2xf32>) -> tensor<2x2xf32>
    return %y : tensor<2x2xf32>
  }
}

// -----

// Halves that a product reads in f32 stay halves; those that something else reads do not.
// CHECK-LABEL: func.func @main
// CHECK: %[[W:.*]] = onnx.Cast{{.*}}f16>) -> tensor<4x2xf32>
// CHECK: onnx.MatMul(%{{.*}}, %[[W]])
// CHECK-NOT: onnx.Cast
module {
  func.func @main(%x: tensor<2x4xf32>, %t: tensor<4x2xf32>) -> (tensor<2x2xf32>, tensor<4x2xf32>) {
    %h = onnx.Constant() {value = dense<3.0> : tensor<4x2xf16>} : () -> tensor<4x2xf16>
    %g = onnx.Constant() {value = dense<5.0> : tensor<4x2xf16>} : () -> tensor<4x2xf16>
    %w = onnx.Cast(%h) {to = 1 : si64} : (tensor<4x2xf16>) -> tensor<4x2xf32>
    %v = onnx.Cast(%g) {to = 1 : si64} : (tensor<4x2xf16>) -> tensor<4x2xf32>
    %y = onnx.MatMul(%x, %w) : (tensor<2x4xf32>, tensor<4x2xf32>) -> tensor<2x2xf32>
    %z = onnx.Add(%t, %v) : (tensor<4x2xf32>, tensor<4x2xf32>) -> tensor<4x2xf32>
    return %y, %z : tensor<2x2xf32>, tensor<4x2xf32>
  }
}
