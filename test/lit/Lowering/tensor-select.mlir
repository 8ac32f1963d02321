// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-lower-onnx --split-input-file | FileCheck %s

// Counted, then written.
// CHECK-LABEL: func.func @main
// CHECK: cameo.compute
// CHECK: tensor.extract
// CHECK: cameo.compute
func.func @main(%x: tensor<?xf32>, %c: tensor<?xi1>) -> tensor<?xf32> {
  %0 = onnx.Compress(%x, %c) : (tensor<?xf32>, tensor<?xi1>) -> tensor<?xf32>
  return %0 : tensor<?xf32>
}

// -----
// A sort by positions, which halves runs; how many differ is the size of the results.
// CHECK-LABEL: func.func @main
// CHECK: cameo.compute ins
// CHECK-SAME: outs(%{{.*}} : tensor<4x?xi64>, tensor<1xi64>)
// CHECK: scf.while
// CHECK: tensor.extract
func.func @main(%x: tensor<?xf32>) -> (tensor<?xf32>, tensor<?xi64>) {
  %0:4 = onnx.Unique(%x) {sorted = 1 : si64} : (tensor<?xf32>) -> (tensor<?xf32>, none, none, tensor<?xi64>)
  return %0#0, %0#3 : tensor<?xf32>, tensor<?xi64>
}
