// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --split-input-file --onnx-infer-shapes --onnx-canonicalize --cse --onnx-fuse-norms --onnx-canonicalize | FileCheck %s

// CHECK-LABEL: func.func @main
// CHECK-SAME: %[[X:.*]]: tensor<?x16x8xf32>, %[[G:.*]]: tensor<8xf32>, %[[B:.*]]: tensor<8xf32>
// CHECK: onnx.LayerNormalization(%[[X]], %[[G]], %[[B]]) {axis = 2 : si64} :
// CHECK-NOT: onnx.ReduceMean
module {
  func.func @main(%x: tensor<?x16x8xf32>, %g: tensor<8xf32>, %b: tensor<8xf32>) -> tensor<*xf32> {
    %axis = onnx.Constant() {value = dense<-1> : tensor<1xi64>} : () -> tensor<1xi64>
    %two = onnx.Constant() {value = dense<2.0> : tensor<f32>} : () -> tensor<f32>
    %eps = onnx.Constant() {value = dense<1.0e-5> : tensor<f32>} : () -> tensor<f32>
    %m = onnx.ReduceMean(%x, %axis) : (tensor<?x16x8xf32>, tensor<1xi64>) -> !onnx.unknown
    %d = onnx.Sub(%x, %m) : (tensor<?x16x8xf32>, !onnx.unknown) -> !onnx.unknown
    %sq = onnx.Pow(%d, %two) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
    %v = onnx.ReduceMean(%sq, %axis) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %ve = onnx.Add(%v, %eps) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
    %s = onnx.Sqrt(%ve) : (!onnx.unknown) -> !onnx.unknown
    %n = onnx.Div(%d, %s) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
    %ng = onnx.Mul(%n, %g) : (!onnx.unknown, tensor<8xf32>) -> !onnx.unknown
    %y = onnx.Add(%ng, %b) : (!onnx.unknown, tensor<8xf32>) -> tensor<*xf32>
    return %y : tensor<*xf32>
  }
}

// -----
// CHECK-LABEL: func.func @main
// CHECK-SAME: %[[X:.*]]: tensor<?x8xf32>, %[[G:.*]]: tensor<8xf32>
// CHECK: onnx.RMSNormalization(%[[X]], %[[G]]) {axis = 1 : si64
// CHECK-NOT: onnx.Sqrt
module {
  func.func @main(%x: tensor<?x8xf32>, %g: tensor<8xf32>) -> tensor<*xf32> {
    %axis = onnx.Constant() {value = dense<-1> : tensor<1xi64>} : () -> tensor<1xi64>
    %two = onnx.Constant() {value = dense<2.0> : tensor<f32>} : () -> tensor<f32>
    %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
    %eps = onnx.Constant() {value = dense<1.0e-6> : tensor<f32>} : () -> tensor<f32>
    %sq = onnx.Pow(%x, %two) : (tensor<?x8xf32>, tensor<f32>) -> !onnx.unknown
    %v = onnx.ReduceMean(%sq, %axis) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %ve = onnx.Add(%v, %eps) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
    %s = onnx.Sqrt(%ve) : (!onnx.unknown) -> !onnx.unknown
    %r = onnx.Div(%one, %s) : (tensor<f32>, !onnx.unknown) -> !onnx.unknown
    %n = onnx.Mul(%x, %r) : (tensor<?x8xf32>, !onnx.unknown) -> !onnx.unknown
    %y = onnx.Mul(%g, %n) : (tensor<8xf32>, !onnx.unknown) -> tensor<*xf32>
    return %y : tensor<*xf32>
  }
}
