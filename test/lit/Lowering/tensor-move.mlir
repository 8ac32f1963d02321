// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-lower-onnx --split-input-file | FileCheck %s

// Copies are dimensions of their own, over which the source repeats.
// CHECK: #[[S:.*]] = affine_map<(d0, d1, d2, d3) -> (d1, d3)>
// CHECK-LABEL: func.func @main
// CHECK: linalg.generic {indexing_maps = [#[[S]],
// CHECK: tensor.collapse_shape %{{.*}} {{\[}}[0, 1], [2, 3]]
func.func @main(%x: tensor<2x3xf32>) -> tensor<4x9xf32> {
  %r = onnx.Constant() {value = dense<[2, 3]> : tensor<2xi64>} : () -> tensor<2xi64>
  %0 = onnx.Tile(%x, %r) : (tensor<2x3xf32>, tensor<2xi64>) -> tensor<4x9xf32>
  return %0 : tensor<4x9xf32>
}

// -----
// The mode CRD: blocks are the faster dimensions of the channels.
// CHECK-LABEL: func.func @main
// CHECK: tensor.expand_shape %{{.*}} {{\[}}[0], [1, 2, 3], [4], [5]] output_shape [1, 2, 2, 2, 2, 3]
// CHECK: linalg.generic
// CHECK: tensor.collapse_shape %{{.*}} {{\[}}[0], [1], [2, 3], [4, 5]]
func.func @main(%x: tensor<1x8x2x3xf32>) -> tensor<1x2x4x6xf32> {
  %0 = onnx.DepthToSpace(%x) {blocksize = 2 : si64, mode = "CRD"} : (tensor<1x8x2x3xf32>) -> tensor<1x2x4x6xf32>
  return %0 : tensor<1x2x4x6xf32>
}

// -----
// CHECK-LABEL: func.func @main
// CHECK: linalg.index 0
// CHECK: linalg.index 1
// CHECK: arith.cmpi sle
// CHECK: arith.select %{{.*}}, %{{.*}}, %cst
func.func @main(%x: tensor<4x4xf32>) -> tensor<4x4xf32> {
  %n = "onnx.None"() : () -> none
  %0 = onnx.Trilu(%x, %n) {upper = 0 : si64} : (tensor<4x4xf32>, none) -> tensor<4x4xf32>
  return %0 : tensor<4x4xf32>
}
