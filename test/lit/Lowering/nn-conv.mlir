// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-lower-onnx --split-input-file | FileCheck %s

// CHECK-LABEL: func.func @main
// CHECK: cameo.conv ins(%{{.*}} : tensor<1x4x8x8xf32>, tensor<6x2x3x3xf32>)
// CHECK-SAME: dilations = array<i64: 1, 1>, groups = 2 : i64, pads = array<i64: 1, 1, 1, 1>, strides = array<i64: 2, 2>
// CHECK-SAME: -> tensor<1x6x4x4xf32>
// The bias is a generic of its own.
// CHECK: linalg.generic
// CHECK: arith.addf
func.func @main(%x: tensor<1x4x8x8xf32>, %w: tensor<6x2x3x3xf32>, %b: tensor<6xf32>) -> tensor<1x6x4x4xf32> {
  %0 = "onnx.Conv"(%x, %w, %b) {group = 2 : si64, pads = array<i64: 1, 1, 1, 1>, strides = array<i64: 2, 2>}
    : (tensor<1x4x8x8xf32>, tensor<6x2x3x3xf32>, tensor<6xf32>) -> tensor<1x6x4x4xf32>
  return %0 : tensor<1x6x4x4xf32>
}

// -----

// SAME with a stride over an unknown size pads explicitly.
// CHECK-LABEL: func.func @main
// CHECK: tensor.pad
// CHECK: cameo.conv
// CHECK-SAME: pads = array<i64: 0, 0>
func.func @main(%x: tensor<1x4x?xf32>, %w: tensor<6x4x3xf32>) -> tensor<1x6x?xf32> {
  %none = "onnx.None"() : () -> none
  %0 = "onnx.Conv"(%x, %w, %none) {auto_pad = "SAME_UPPER", strides = array<i64: 2>}
    : (tensor<1x4x?xf32>, tensor<6x4x3xf32>, none) -> tensor<1x6x?xf32>
  return %0 : tensor<1x6x?xf32>
}

// -----

// output_shape states where to cut.
// CHECK-LABEL: func.func @main
// CHECK: cameo.conv_transpose
// CHECK-SAME: pads = array<i64: 1, 0>
// CHECK-SAME: -> tensor<1x2x8xf32>
func.func @main(%x: tensor<1x1x4xf32>, %w: tensor<1x2x3xf32>) -> tensor<1x2x8xf32> {
  %none = "onnx.None"() : () -> none
  %0 = "onnx.ConvTranspose"(%x, %w, %none) {strides = array<i64: 2>, output_shape = array<i64: 8>}
    : (tensor<1x1x4xf32>, tensor<1x2x3xf32>, none) -> tensor<1x2x8xf32>
  return %0 : tensor<1x2x8xf32>
}

// -----

// CHECK-LABEL: func.func @main
// CHECK-COUNT-4: tensor.extract %{{.*}} : tensor<1x1x3x3xf32>
// CHECK: iterator_types = ["parallel", "parallel", "parallel", "parallel", "parallel", "reduction", "reduction"]
func.func @main(%x: tensor<1x1x3x3xf32>, %w: tensor<1x1x2x2xf32>, %o: tensor<1x8x2x2xf32>) -> tensor<1x1x2x2xf32> {
  %none = "onnx.None"() : () -> none
  %0 = "onnx.DeformConv"(%x, %w, %o, %none, %none)
    : (tensor<1x1x3x3xf32>, tensor<1x1x2x2xf32>, tensor<1x8x2x2xf32>, none, none) -> tensor<1x1x2x2xf32>
  return %0 : tensor<1x1x2x2xf32>
}
