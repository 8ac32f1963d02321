// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-lower-onnx --split-input-file | FileCheck %s

// Negative indices count from the end; no index leaves the dimension.
// CHECK-LABEL: func.func @main
// CHECK: arith.addi
// CHECK: arith.select
// CHECK: arith.minsi
// CHECK: arith.maxsi
// CHECK: tensor.extract %arg0
func.func @main(%x: tensor<3x4xf32>, %i: tensor<2x4xi64>) -> tensor<2x4xf32> {
  %0 = onnx.GatherElements(%x, %i) {axis = 0 : si64} : (tensor<3x4xf32>, tensor<2x4xi64>) -> tensor<2x4xf32>
  return %0 : tensor<2x4xf32>
}

// -----
// One tile: places may meet. The update is dropped whose index is out of range.
// CHECK-LABEL: func.func @main
// CHECK: cameo.compute ins
// CHECK: memref.load
// CHECK: arith.cmpi sle, %c0
// CHECK: arith.cmpi slt, %{{.*}}, %c3
// CHECK: arith.addf
// CHECK: memref.store
func.func @main(%x: tensor<3x4xf32>, %i: tensor<1x4xi64>, %u: tensor<1x4xf32>) -> tensor<3x4xf32> {
  %0 = onnx.ScatterElements(%x, %i, %u) {axis = 0 : si64, reduction = "add"} : (tensor<3x4xf32>, tensor<1x4xi64>, tensor<1x4xf32>) -> tensor<3x4xf32>
  return %0 : tensor<3x4xf32>
}

// -----
// CHECK-LABEL: func.func @main
// CHECK: linalg.generic
// CHECK: arith.cmpi eq
// CHECK: arith.select
func.func @main(%x: tensor<4xi64>, %v: tensor<2xf32>) -> tensor<4x5xf32> {
  %d = onnx.Constant() {value = dense<5> : tensor<i64>} : () -> tensor<i64>
  %0 = onnx.OneHot(%x, %d, %v) : (tensor<4xi64>, tensor<i64>, tensor<2xf32>) -> tensor<4x5xf32>
  return %0 : tensor<4x5xf32>
}
