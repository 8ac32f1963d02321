// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-lower-onnx --split-input-file | FileCheck %s

// Two passes: the sum, then the sum of squared differences; all of them walk rows alike.
// CHECK-LABEL: func.func @main
// CHECK: iterator_types = ["parallel", "reduction"]
// CHECK: arith.addf
// CHECK: iterator_types = ["parallel", "reduction"]
// CHECK: arith.subf
// CHECK: arith.mulf
// CHECK: arith.addf
// CHECK: math.sqrt
// CHECK: iterator_types = ["parallel", "parallel"]
func.func @main(%x: tensor<?x64xf32>, %s: tensor<64xf32>, %b: tensor<64xf32>) -> tensor<?x64xf32> {
  %0, %1, %2 = "onnx.LayerNormalization"(%x, %s, %b)
    : (tensor<?x64xf32>, tensor<64xf32>, tensor<64xf32>) -> (tensor<?x64xf32>, none, none)
  return %0 : tensor<?x64xf32>
}

// -----

// Inference: one multiplication and addition per element, their factors per channel.
// CHECK-LABEL: func.func @main
// CHECK: math.sqrt
// CHECK: iterator_types = ["parallel", "parallel", "parallel", "parallel"]
// CHECK: arith.mulf
// CHECK-NEXT: arith.addf
// CHECK-NEXT: linalg.yield
func.func @main(%x: tensor<1x4x8x8xf32>, %s: tensor<4xf32>, %b: tensor<4xf32>, %m: tensor<4xf32>, %v: tensor<4xf32>) -> tensor<1x4x8x8xf32> {
  %0, %1, %2 = "onnx.BatchNormalization"(%x, %s, %b, %m, %v)
    : (tensor<1x4x8x8xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> (tensor<1x4x8x8xf32>, none, none)
  return %0 : tensor<1x4x8x8xf32>
}

// -----

// Half floats are normalised in f32.
// CHECK-LABEL: func.func @main
// CHECK: arith.extf %{{.*}} : f16 to f32
// CHECK: arith.truncf %{{.*}} : f32 to f16
func.func @main(%x: tensor<2x64xf16>, %s: tensor<64xf16>) -> tensor<2x64xf16> {
  %0 = "onnx.RMSNormalization"(%x, %s) : (tensor<2x64xf16>, tensor<64xf16>) -> tensor<2x64xf16>
  return %0 : tensor<2x64xf16>
}

// -----

// CHECK-LABEL: func.func @main
// CHECK: tensor.expand_shape %{{.*}} : tensor<1x4x8xf32> into tensor<1x2x2x8xf32>
// CHECK: iterator_types = ["parallel", "parallel", "reduction", "reduction"]
func.func @main(%x: tensor<1x4x8xf32>, %s: tensor<4xf32>, %b: tensor<4xf32>) -> tensor<1x4x8xf32> {
  %0 = "onnx.GroupNormalization"(%x, %s, %b) {num_groups = 2 : si64}
    : (tensor<1x4x8xf32>, tensor<4xf32>, tensor<4xf32>) -> tensor<1x4x8xf32>
  return %0 : tensor<1x4x8xf32>
}

// -----

// Across channels: a window over rows.
// CHECK-LABEL: func.func @main
// CHECK: cameo.pool sum
// CHECK-SAME: kernel = array<i64: 3, 1>
// CHECK: math.powf
func.func @main(%x: tensor<1x4x8x8xf32>) -> tensor<1x4x8x8xf32> {
  %0 = "onnx.LRN"(%x) {size = 3 : si64} : (tensor<1x4x8x8xf32>) -> tensor<1x4x8x8xf32>
  return %0 : tensor<1x4x8x8xf32>
}

// -----
// CHECK-LABEL: func.func @main
// CHECK: "reduction"
// CHECK: arith.divf
// CHECK: math.sqrt
func.func @main(%x: tensor<2x3x4xf32>) -> tensor<2x3x4xf32> {
  %0 = onnx.MeanVarianceNormalization(%x) {axes = array<i64: 0, 2>} : (tensor<2x3x4xf32>) -> tensor<2x3x4xf32>
  return %0 : tensor<2x3x4xf32>
}
