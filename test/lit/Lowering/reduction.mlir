// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-lower-onnx --split-input-file | FileCheck %s

// CHECK-LABEL: func.func @main
// CHECK: linalg.fill
// CHECK: linalg.generic
// CHECK-SAME: iterator_types = ["parallel", "reduction"]
// CHECK: arith.addf
// CHECK: arith.divf
// CHECK: tensor.expand_shape
func.func @main(%a: tensor<4x8xf32>) -> tensor<4x1xf32> {
  %axes = onnx.Constant() {value = dense<-1> : tensor<1xi64>} : () -> tensor<1xi64>
  %0 = onnx.ReduceMean(%a, %axes) : (tensor<4x8xf32>, tensor<1xi64>) -> tensor<4x1xf32>
  return %0 : tensor<4x1xf32>
}

// -----
// Axes from data: strides decide where each element goes.
// CHECK-LABEL: func.func @main
// CHECK: arith.select
// CHECK: cameo.compute
func.func @main(%a: tensor<4x8xf32>, %axes: tensor<1xi64>) -> tensor<?x?xf32> {
  %0 = onnx.ReduceSum(%a, %axes) : (tensor<4x8xf32>, tensor<1xi64>) -> tensor<?x?xf32>
  return %0 : tensor<?x?xf32>
}

// -----
// A list longer than any that can be right is not unrolled; the run looks at its entries.
// CHECK-LABEL: func.func @main
// CHECK: cameo.compute
// CHECK: cameo.check %{{.*}}, "{{.*}}(ReduceSum): an axis is out of range"
func.func @main(%a: tensor<4x8xf32>, %axes: tensor<2251799813685248xi64>) -> tensor<?x?xf32> {
  %0 = onnx.ReduceSum(%a, %axes) : (tensor<4x8xf32>, tensor<2251799813685248xi64>) -> tensor<?x?xf32>
  return %0 : tensor<?x?xf32>
}

// -----
// Row maximum, exponentials, sum, quotient.
// CHECK-LABEL: func.func @main
// CHECK: arith.maximumf
// CHECK: math.exp
// CHECK: arith.addf
// CHECK: arith.divf
func.func @main(%a: tensor<4x8xf32>) -> tensor<4x8xf32> {
  %0 = onnx.Softmax(%a) : (tensor<4x8xf32>) -> tensor<4x8xf32>
  return %0 : tensor<4x8xf32>
}

// -----
// The extreme, then where it stands.
// CHECK-LABEL: func.func @main
// CHECK: arith.maximumf
// CHECK: linalg.index 1
// CHECK: arith.minsi
func.func @main(%a: tensor<4x8xf32>) -> tensor<4x1xi64> {
  %0 = onnx.ArgMax(%a) {axis = 1 : si64} : (tensor<4x8xf32>) -> tensor<4x1xi64>
  return %0 : tensor<4x1xi64>
}

// -----
// CHECK-LABEL: func.func @main
// CHECK: cameo.compute tiles
// CHECK: scf.while
func.func @main(%a: tensor<4x8xf32>) -> (tensor<4x3xf32>, tensor<4x3xi64>) {
  %k = onnx.Constant() {value = dense<3> : tensor<1xi64>} : () -> tensor<1xi64>
  %0:2 = onnx.TopK(%a, %k) : (tensor<4x8xf32>, tensor<1xi64>) -> (tensor<4x3xf32>, tensor<4x3xi64>)
  return %0#0, %0#1 : tensor<4x3xf32>, tensor<4x3xi64>
}

// -----
// From the end, one row a tile.
// CHECK-LABEL: func.func @main
// CHECK: cameo.compute tiles(
// CHECK: arith.subi
// CHECK: memref.load
// CHECK: arith.addf
func.func @main(%x: tensor<5xf32>) -> tensor<5xf32> {
  %a = onnx.Constant() {value = dense<0> : tensor<i64>} : () -> tensor<i64>
  %0 = onnx.CumSum(%x, %a) {reverse = 1 : si64} : (tensor<5xf32>, tensor<i64>) -> tensor<5xf32>
  return %0 : tensor<5xf32>
}
