// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-lower-onnx --split-input-file | FileCheck %s

// Sizes are scalars of the host.
// CHECK-LABEL: func.func @main
// CHECK: tensor.dim
// CHECK: tensor.from_elements
func.func @main(%a: tensor<?x3xf32>) -> tensor<2xi64> {
  %0 = onnx.Shape(%a) : (tensor<?x3xf32>) -> tensor<2xi64>
  return %0 : tensor<2xi64>
}

// -----
// Equal leading sizes keep the cut between them: only the last dimension is split.
// CHECK-LABEL: func.func @main
// CHECK-NOT: tensor.reshape
// CHECK: tensor.expand_shape %{{.*}} {{\[}}[0], [1], [2, 3]]
func.func @main(%a: tensor<2x?x768xf32> {cameo.dims = ["", "s", ""]}) -> tensor<2x?x12x64xf32> {
  %shape = onnx.Constant() {value = dense<[0, 0, 12, 64]> : tensor<4xi64>} : () -> tensor<4xi64>
  %0 = onnx.Reshape(%a, %shape) : (tensor<2x?x768xf32>, tensor<4xi64>) -> tensor<2x?x12x64xf32>
  return %0 : tensor<2x?x12x64xf32>
}

// -----
// CHECK: #[[T:.*]] = affine_map<(d0, d1, d2) -> (d1, d2, d0)>
// CHECK-LABEL: func.func @main
// CHECK: linalg.generic {indexing_maps = [#[[T]],
func.func @main(%a: tensor<2x3x4xf32>) -> tensor<4x2x3xf32> {
  %0 = onnx.Transpose(%a) {perm = array<i64: 2, 0, 1>} : (tensor<2x3x4xf32>) -> tensor<4x2x3xf32>
  return %0 : tensor<4x2x3xf32>
}

// -----
// CHECK-LABEL: func.func @main
// CHECK: tensor.insert_slice %{{.*}}[0, 0] [2, 3] [1, 1]
// CHECK: tensor.insert_slice %{{.*}}[0, 3] [2, 5] [1, 1]
func.func @main(%a: tensor<2x3xf32>, %b: tensor<2x5xf32>) -> tensor<2x8xf32> {
  %0 = onnx.Concat(%a, %b) {axis = -1 : si64} : (tensor<2x3xf32>, tensor<2x5xf32>) -> tensor<2x8xf32>
  return %0 : tensor<2x8xf32>
}

// -----
// CHECK-LABEL: func.func @main
// CHECK: tensor.extract_slice %{{.*}}[0, 1] [2, 3] [1, 2]
func.func @main(%a: tensor<2x8xf32>) -> tensor<2x3xf32> {
  %starts = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %ends = onnx.Constant() {value = dense<-1> : tensor<1xi64>} : () -> tensor<1xi64>
  %axes = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %steps = onnx.Constant() {value = dense<2> : tensor<1xi64>} : () -> tensor<1xi64>
  %0 = onnx.Slice(%a, %starts, %ends, %axes, %steps)
      : (tensor<2x8xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----
// Indices are normalised and clamped before they read.
// CHECK-LABEL: func.func @main
// CHECK: linalg.generic
// CHECK: arith.index_cast
// CHECK: arith.select
// CHECK: arith.minsi
// CHECK: arith.maxsi
// CHECK: tensor.extract
func.func @main(%a: tensor<10x8xf32>, %i: tensor<3xi64>) -> tensor<3x8xf32> {
  %0 = onnx.Gather(%a, %i) : (tensor<10x8xf32>, tensor<3xi64>) -> tensor<3x8xf32>
  return %0 : tensor<3x8xf32>
}

// -----
// Scatters write one after the other, and only inside.
// CHECK-LABEL: func.func @main
// CHECK: cameo.compute ins
// CHECK: scf.if
// CHECK: memref.store
func.func @main(%a: tensor<4x8xf32>, %i: tensor<2x1xi64>, %u: tensor<2x8xf32>) -> tensor<4x8xf32> {
  %0 = onnx.ScatterND(%a, %i, %u) : (tensor<4x8xf32>, tensor<2x1xi64>, tensor<2x8xf32>) -> tensor<4x8xf32>
  return %0 : tensor<4x8xf32>
}

// -----
// A count, then as many columns.
// CHECK-LABEL: func.func @main
// CHECK: cameo.compute
// CHECK: %[[N:.*]] = tensor.extract
// CHECK: %[[I:.*]] = arith.index_cast %[[N]]
// CHECK: tensor.empty(%[[I]]) : tensor<2x?xi64>
// CHECK: cameo.compute
func.func @main(%a: tensor<4x8xf32>) -> tensor<2x?xi64> {
  %0 = onnx.NonZero(%a) : (tensor<4x8xf32>) -> tensor<2x?xi64>
  return %0 : tensor<2x?xi64>
}

// -----
// CHECK-LABEL: func.func @main
// CHECK: tensor.pad %{{.*}} low[0, 1] high[0, 2]
func.func @main(%a: tensor<4x8xf32>) -> tensor<4x11xf32> {
  %pads = onnx.Constant() {value = dense<[0, 1, 0, 2]> : tensor<4xi64>} : () -> tensor<4xi64>
  %none = onnx.None() : () -> none
  %0 = onnx.Pad(%a, %pads, %none, %none) : (tensor<4x8xf32>, tensor<4xi64>, none, none) -> tensor<4x11xf32>
  return %0 : tensor<4x11xf32>
}

// -----
// Float to integer saturates, so that no conversion is poison.
// CHECK-LABEL: func.func @main
// CHECK: arith.select
// CHECK: arith.fptosi
func.func @main(%a: tensor<4xf32>) -> tensor<4xi32> {
  %0 = onnx.Cast(%a) {to = 6 : si64} : (tensor<4xf32>) -> tensor<4xi32>
  return %0 : tensor<4xi32>
}

// A slice that cannot be longer than what it is added to, and is 1 only where that is, has its
// size: the sum reads both at their own index.
// CHECK-LABEL: func.func @capped_slice(
// CHECK: linalg.generic {{.*}} ins(%arg0, %{{.*}} : tensor<?x4xf32>, tensor<?x4xf32>)
func.func @capped_slice(%x: tensor<?x4xf32> {cameo.dims = ["n", ""]}, %table: tensor<512x4xf32>) -> tensor<?x4xf32> {
  %none = "onnx.None"() : () -> none
  %axes = "onnx.Constant"() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %starts = "onnx.Constant"() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %n = "onnx.Shape"(%x) {start = 0 : si64, end = 1 : si64} : (tensor<?x4xf32>) -> tensor<1xi64>
  %s = "onnx.Slice"(%table, %starts, %n, %axes, %none) : (tensor<512x4xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, none) -> tensor<?x4xf32>
  %y = "onnx.Add"(%x, %s) : (tensor<?x4xf32>, tensor<?x4xf32>) -> tensor<?x4xf32>
  return %y : tensor<?x4xf32>
}
