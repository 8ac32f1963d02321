// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --onnx-decompose-contrib --split-input-file | FileCheck %s

// A sum of quantised tensors, in floats; the result's type stays what the model states.
// CHECK-LABEL: func.func @main
// CHECK: %[[A:.*]] = onnx.DequantizeLinear(%arg0, %arg1, %arg2)
// CHECK: %[[B:.*]] = onnx.DequantizeLinear(%arg0, %arg1, %arg2)
// CHECK: %[[SUM:.*]] = onnx.Add(%[[A]], %[[B]])
// CHECK: %[[Y:.*]] = onnx.QuantizeLinear(%[[SUM]], %arg1, %arg2) {{.*}} -> tensor<4xui8>
// CHECK: return %[[Y]]
func.func @main(%x: tensor<4xui8>, %s: tensor<f32>, %z: tensor<ui8>) -> tensor<4xui8> {
  %0 = onnx.ms.QLinearAdd(%x, %s, %z, %x, %s, %z, %s, %z) : (tensor<4xui8>, tensor<f32>, tensor<ui8>, tensor<4xui8>, tensor<f32>, tensor<ui8>, tensor<f32>, tensor<ui8>) -> tensor<4xui8>
  return %0 : tensor<4xui8>
}

// -----

// An integer product and its scale.
// CHECK-LABEL: func.func @main
// CHECK: %[[Q:.*]], %[[S:.*]], %[[Z:.*]] = onnx.DynamicQuantizeLinear(%arg0)
// CHECK: %[[P:.*]] = onnx.MatMulInteger(%[[Q]], %arg1, %[[Z]]
// CHECK: onnx.Cast(%[[P]])
// CHECK: onnx.Mul(%[[S]], %arg2)
func.func @main(%a: tensor<2x3xf32>, %b: tensor<3x4xi8>, %s: tensor<f32>) -> tensor<2x4xf32> {
  %none = onnx.None() : () -> none
  %0 = onnx.ms.DynamicQuantizeMatMul(%a, %b, %s, %none, %none) : (tensor<2x3xf32>, tensor<3x4xi8>, tensor<f32>, none, none) -> tensor<2x4xf32>
  return %0 : tensor<2x4xf32>
}

// -----

// An activation that nobody knows stays, and is reported later.
// CHECK-LABEL: func.func @main
// CHECK: onnx.ms.FusedGemm
func.func @main(%a: tensor<2x3xf32>, %b: tensor<3x4xf32>) -> tensor<2x4xf32> {
  %none = onnx.None() : () -> none
  %0 = onnx.ms.FusedGemm(%a, %b, %none) {activation = "Foo"} : (tensor<2x3xf32>, tensor<3x4xf32>, none) -> tensor<2x4xf32>
  return %0 : tensor<2x4xf32>
}
