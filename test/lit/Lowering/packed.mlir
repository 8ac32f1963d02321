// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-lower-onnx --split-input-file | FileCheck %s

// Inputs are unpacked element by element, results packed byte by byte.
// CHECK-LABEL: func.func @main
// CHECK-SAME: (%[[X:.*]]: tensor<?x3xi4>) -> tensor<3x?xi4>
// CHECK: linalg.generic {{.*}} ins(%[[X]] : tensor<?x3xi4>) outs(%{{.*}} : tensor<?x3xi8>)
// CHECK: arith.extui %{{.*}} : i4 to i8
// CHECK: linalg.generic {{.*}} outs(%{{.*}} : tensor<3x?xi8>)
// CHECK: %[[BYTES:.*]] = linalg.generic {{.*}} outs(%{{.*}} : tensor<?xi8>)
// CHECK: %[[P:.*]] = cameo.packed %[[BYTES]] sizes(%{{.*}}) : tensor<?xi8> to tensor<3x?xi4>
// CHECK: return %[[P]]
func.func @main(%x: tensor<?x3xui4>) -> tensor<3x?xui4> {
  %y = onnx.Transpose(%x) : (tensor<?x3xui4>) -> tensor<3x?xui4>
  return %y : tensor<3x?xui4>
}

// -----
// What goes through as it is stays packed.
// CHECK-LABEL: func.func @main
// CHECK-SAME: (%[[X:.*]]: tensor<5xi2>)
// CHECK: return %[[X]] : tensor<5xi2>
func.func @main(%x: tensor<5xi2>) -> tensor<5xi2> {
  %y = onnx.Identity(%x) : (tensor<5xi2>) -> tensor<5xi2>
  return %y : tensor<5xi2>
}

// -----
// Weights are packed; a splat is not worth it.
// CHECK-LABEL: func.func @main
// CHECK: %[[W:.*]] = arith.constant dense<[1, -2, 3]> : tensor<3xi4>
// CHECK: ins(%[[W]] : tensor<3xi4>)
// CHECK: arith.extsi
// CHECK: arith.constant dense<-1> : tensor<3xi8>
func.func @main() -> (tensor<3xi8>, tensor<3xi8>) {
  %w = onnx.Constant() {value = dense<[1, -2, 3]> : tensor<3xi4>} : () -> tensor<3xi4>
  %s = onnx.Constant() {value = dense<-1> : tensor<3xi4>} : () -> tensor<3xi4>
  %y = onnx.Cast(%w) {to = 3 : si64} : (tensor<3xi4>) -> tensor<3xi8>
  %z = onnx.Cast(%s) {to = 3 : si64} : (tensor<3xi4>) -> tensor<3xi8>
  return %y, %z : tensor<3xi8>, tensor<3xi8>
}

// -----
// Items of sequences are packed.
// CHECK-LABEL: func.func @main
// CHECK: %[[T:.*]] = cameo.unbox %{{.*}} dtype 22, {{.*}} : tensor<?xi4>
// CHECK: ins(%[[T]] : tensor<?xi4>)
// CHECK: %[[P:.*]] = cameo.packed
// CHECK: cameo.box %[[P]] dtype 22 : tensor<?xi4>
func.func @main(%s: !onnx.seq<tensor<?xi4>>, %i: tensor<i64>) -> !onnx.seq<tensor<?xi4>> {
  %y = onnx.SequenceAt(%s, %i) : (!onnx.seq<tensor<?xi4>>, tensor<i64>) -> tensor<?xi4>
  %z = onnx.Concat(%y, %y) {axis = 0 : si64} : (tensor<?xi4>, tensor<?xi4>) -> tensor<?xi4>
  %t = onnx.SequenceConstruct(%z) : (tensor<?xi4>) -> !onnx.seq<tensor<?xi4>>
  return %t : !onnx.seq<tensor<?xi4>>
}
