// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-lower-onnx --split-input-file | FileCheck %s

// Nearest: a table of positions per axis, then one gather.
// CHECK-LABEL: func.func @main
// CHECK: -> tensor<8xi64>
// CHECK: -> tensor<6xi64>
// CHECK: tensor.extract %{{.*}} : tensor<1x2x4x3xf32>
// CHECK: -> tensor<1x2x8x6xf32>
func.func @main(%x: tensor<1x2x4x3xf32>) -> tensor<1x2x8x6xf32> {
  %none = "onnx.None"() : () -> none
  %s = "onnx.Constant"() {value = dense<[1.0, 1.0, 2.0, 2.0]> : tensor<4xf32>} : () -> tensor<4xf32>
  %0 = "onnx.Resize"(%x, %none, %s, %none) {mode = "nearest", coordinate_transformation_mode = "asymmetric", nearest_mode = "floor"}
    : (tensor<1x2x4x3xf32>, none, tensor<4xf32>, none) -> tensor<1x2x8x6xf32>
  return %0 : tensor<1x2x8x6xf32>
}

// -----

// Cubic: four weighted positions along the axis.
// CHECK-LABEL: func.func @main
// CHECK: cameo.compute
// CHECK: -> tensor<8x4xi64>, tensor<8x4xf32>
// CHECK-COUNT-4: tensor.extract %{{.*}} : tensor<1x1x4xf32>
func.func @main(%x: tensor<1x1x4xf32>) -> tensor<1x1x8xf32> {
  %none = "onnx.None"() : () -> none
  %s = "onnx.Constant"() {value = dense<[1.0, 1.0, 2.0]> : tensor<3xf32>} : () -> tensor<3xf32>
  %0 = "onnx.Resize"(%x, %none, %s, %none) {mode = "cubic"}
    : (tensor<1x1x4xf32>, none, tensor<3xf32>, none) -> tensor<1x1x8xf32>
  return %0 : tensor<1x1x8xf32>
}

// -----

// CHECK-LABEL: func.func @main
// CHECK-COUNT-4: tensor.extract %{{.*}} : tensor<1x2x4x4xf32>
// CHECK: -> tensor<1x2x3x3xf32>
func.func @main(%x: tensor<1x2x4x4xf32>, %g: tensor<1x3x3x2xf32>) -> tensor<1x2x3x3xf32> {
  %0 = "onnx.GridSample"(%x, %g) : (tensor<1x2x4x4xf32>, tensor<1x3x3x2xf32>) -> tensor<1x2x3x3xf32>
  return %0 : tensor<1x2x3x3xf32>
}

// -----

// The number of boxes is known only then: choose, count, collect.
// CHECK-LABEL: func.func @main
// CHECK: cameo.compute tiles(
// CHECK: tensor.empty(%{{.*}}) : tensor<?x3xi64>
// CHECK: cameo.compute
func.func @main(%b: tensor<1x6x4xf32>, %s: tensor<1x1x6xf32>, %m: tensor<1xi64>) -> tensor<?x3xi64> {
  %none = "onnx.None"() : () -> none
  %0 = "onnx.NonMaxSuppression"(%b, %s, %m, %none, %none)
    : (tensor<1x6x4xf32>, tensor<1x1x6xf32>, tensor<1xi64>, none, none) -> tensor<?x3xi64>
  return %0 : tensor<?x3xi64>
}

// -----
// A tile a region and channel; its batch is clamped to what there is.
// CHECK-LABEL: func.func @main
// CHECK: cameo.compute tiles(
// CHECK: arith.maxsi
// CHECK: arith.minsi
// CHECK: arith.constant 5.000000e-01
// CHECK: arith.subf
func.func @main(%x: tensor<1x2x8x8xf32>, %r: tensor<3x4xf32>, %b: tensor<3xi64>) -> tensor<3x2x2x2xf32> {
  %0 = onnx.RoiAlign(%x, %r, %b) {output_height = 2 : si64, output_width = 2 : si64, sampling_ratio = 2 : si64} : (tensor<1x2x8x8xf32>, tensor<3x4xf32>, tensor<3xi64>) -> tensor<3x2x2x2xf32>
  return %0 : tensor<3x2x2x2xf32>
}

// -----
// CHECK-LABEL: func.func @main
// CHECK: linalg.generic
// CHECK: arith.sitofp
// CHECK: arith.divf
// CHECK: tensor.extract %arg0
func.func @main(%t: tensor<1x2x3xf32>) -> tensor<1x4x4x2xf32> {
  %s = onnx.Constant() {value = dense<[1, 3, 4, 4]> : tensor<4xi64>} : () -> tensor<4xi64>
  %0 = onnx.AffineGrid(%t, %s) {align_corners = 1 : si64} : (tensor<1x2x3xf32>, tensor<4xi64>) -> tensor<1x4x4x2xf32>
  return %0 : tensor<1x4x4x2xf32>
}

// -----
// CHECK-LABEL: func.func @main
// CHECK: cameo.host_call "cameo_op_image_decoder"
// CHECK-SAME: allocates
func.func @main(%x: tensor<?xui8>) -> tensor<?x?x3xui8> {
  %0 = onnx.ImageDecoder(%x) {pixel_format = "RGB"} : (tensor<?xui8>) -> tensor<?x?x3xui8>
  return %0 : tensor<?x?x3xui8>
}
