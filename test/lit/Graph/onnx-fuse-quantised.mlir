// SPDX-License-Identifier: Apache-2.0
// A product of dequantised bytes is a product of integers, scaled.
// RUN: cameo-opt %s --onnx-fuse-quantised --split-input-file | FileCheck %s

// CHECK-LABEL: func.func @main
// CHECK: %[[SUM:.*]] = onnx.MatMulInteger
// CHECK: %[[REAL:.*]] = onnx.Cast(%[[SUM]])
// CHECK: %[[SCALE:.*]] = onnx.Mul(%{{.*}}, %{{.*}}) : (tensor<f32>, tensor<3xf32>) -> tensor<3xf32>
// CHECK: onnx.Mul(%[[REAL]], %[[SCALE]])
// CHECK-NOT: onnx.MatMul(
func.func @main(%a: tensor<2x16xui8>, %sa: tensor<f32>, %za: tensor<ui8>, %sb: tensor<3xf32>) -> tensor<2x3xf32> {
  %none = onnx.None() : () -> none
  %w = onnx.Constant() {value = dense<1> : tensor<16x3xi8>} : () -> tensor<16x3xi8>
  %x = onnx.DequantizeLinear(%a, %sa, %za) : (tensor<2x16xui8>, tensor<f32>, tensor<ui8>) -> tensor<2x16xf32>
  %y = onnx.DequantizeLinear(%w, %sb, %none) {axis = 1 : si64} : (tensor<16x3xi8>, tensor<3xf32>, none) -> tensor<16x3xf32>
  %0 = onnx.MatMul(%x, %y) : (tensor<2x16xf32>, tensor<16x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----
// Scales along the depth do not come out of the sum.
// CHECK-LABEL: func.func @main
// CHECK: onnx.MatMul(
func.func @main(%a: tensor<2x16xui8>, %sa: tensor<f32>, %za: tensor<ui8>, %sb: tensor<16xf32>) -> tensor<2x3xf32> {
  %none = onnx.None() : () -> none
  %w = onnx.Constant() {value = dense<1> : tensor<16x3xi8>} : () -> tensor<16x3xi8>
  %x = onnx.DequantizeLinear(%a, %sa, %za) : (tensor<2x16xui8>, tensor<f32>, tensor<ui8>) -> tensor<2x16xf32>
  %y = onnx.DequantizeLinear(%w, %sb, %none) {axis = 0 : si64} : (tensor<16x3xi8>, tensor<16xf32>, none) -> tensor<16x3xf32>
  %0 = onnx.MatMul(%x, %y) : (tensor<2x16xf32>, tensor<16x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----
// A convolution, with a bias behind it.
// CHECK-LABEL: func.func @main
// CHECK: %[[SUM:.*]] = onnx.ConvInteger(%{{.*}}) {pads = array<i64: 1, 1, 1, 1>}
// CHECK: %[[REAL:.*]] = onnx.Cast(%[[SUM]])
// CHECK: %[[COLUMN:.*]] = onnx.Reshape({{.*}}) {{.*}} -> tensor<5x1x1xf32>
// CHECK: %[[SCALE:.*]] = onnx.Mul(%{{.*}}, %[[COLUMN]])
// CHECK: %[[SCALED:.*]] = onnx.Mul(%[[REAL]], %[[SCALE]])
// CHECK: onnx.Add(%[[SCALED]], %{{.*}}) : (tensor<1x5x6x6xf32>, tensor<5x1x1xf32>)
func.func @main(%a: tensor<1x8x6x6xui8>, %sa: tensor<f32>, %za: tensor<ui8>, %sb: tensor<5xf32>, %bias: tensor<5xf32>) -> tensor<1x5x6x6xf32> {
  %w = onnx.Constant() {value = dense<7> : tensor<5x8x3x3xui8>} : () -> tensor<5x8x3x3xui8>
  %zw = onnx.Constant() {value = dense<128> : tensor<5xui8>} : () -> tensor<5xui8>
  %x = onnx.DequantizeLinear(%a, %sa, %za) : (tensor<1x8x6x6xui8>, tensor<f32>, tensor<ui8>) -> tensor<1x8x6x6xf32>
  %y = onnx.DequantizeLinear(%w, %sb, %zw) {axis = 0 : si64} : (tensor<5x8x3x3xui8>, tensor<5xf32>, tensor<5xui8>) -> tensor<5x8x3x3xf32>
  %0 = onnx.Conv(%x, %y, %bias) {pads = array<i64: 1, 1, 1, 1>} : (tensor<1x8x6x6xf32>, tensor<5x8x3x3xf32>, tensor<5xf32>) -> tensor<1x5x6x6xf32>
  return %0 : tensor<1x5x6x6xf32>
}

// -----
// Weights whose zero point is no zero of signed bytes stay floats.
// CHECK-LABEL: func.func @main
// CHECK: onnx.Conv(
func.func @main(%a: tensor<1x8x6x6xui8>, %sa: tensor<f32>, %za: tensor<ui8>, %sb: tensor<5xf32>) -> tensor<1x5x6x6xf32> {
  %none = onnx.None() : () -> none
  %w = onnx.Constant() {value = dense<7> : tensor<5x8x1x1xui8>} : () -> tensor<5x8x1x1xui8>
  %zw = onnx.Constant() {value = dense<[128, 128, 127, 128, 128]> : tensor<5xui8>} : () -> tensor<5xui8>
  %x = onnx.DequantizeLinear(%a, %sa, %za) : (tensor<1x8x6x6xui8>, tensor<f32>, tensor<ui8>) -> tensor<1x8x6x6xf32>
  %y = onnx.DequantizeLinear(%w, %sb, %zw) {axis = 0 : si64} : (tensor<5x8x1x1xui8>, tensor<5xf32>, tensor<5xui8>) -> tensor<5x8x1x1xf32>
  %0 = onnx.Conv(%x, %y, %none) : (tensor<1x8x6x6xf32>, tensor<5x8x1x1xf32>, none) -> tensor<1x5x6x6xf32>
  return %0 : tensor<1x5x6x6xf32>
}

// -----
// Gemm, whose weights lie the other way round.
// CHECK-LABEL: func.func @main
// CHECK: %[[W:.*]] = onnx.Transpose({{.*}}) {perm = array<i64: 1, 0>} : (tensor<3x16xi8>) -> tensor<16x3xi8>
// CHECK: %[[SUM:.*]] = onnx.MatMulInteger(%{{.*}}, %[[W]]
// CHECK: %[[SCALED:.*]] = onnx.Mul(
// CHECK: onnx.Add(%{{.*}}, %{{.*}}) : (tensor<2x3xf32>, tensor<3xf32>)
// CHECK-NOT: onnx.Gemm
func.func @main(%a: tensor<2x16xui8>, %sa: tensor<f32>, %za: tensor<ui8>, %sb: tensor<3xf32>, %c: tensor<3xf32>) -> tensor<2x3xf32> {
  %none = onnx.None() : () -> none
  %w = onnx.Constant() {value = dense<1> : tensor<3x16xi8>} : () -> tensor<3x16xi8>
  %x = onnx.DequantizeLinear(%a, %sa, %za) : (tensor<2x16xui8>, tensor<f32>, tensor<ui8>) -> tensor<2x16xf32>
  %y = onnx.DequantizeLinear(%w, %sb, %none) {axis = 0 : si64} : (tensor<3x16xi8>, tensor<3xf32>, none) -> tensor<3x16xf32>
  %0 = onnx.Gemm(%x, %y, %c) {transB = 1 : si64} : (tensor<2x16xf32>, tensor<3x16xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----
// Two activations, a matrix for each of the batch, of a depth that only the run knows.
// CHECK-LABEL: func.func @main
// CHECK: onnx.MatMulInteger({{.*}}) : (tensor<?x12x?x?xui8>, tensor<?x12x?x32xui8>, tensor<ui8>, tensor<ui8>) -> tensor<?x12x?x32xi32>
// CHECK-NOT: onnx.MatMul(
func.func @main(%a: tensor<?x12x?x?xui8>, %b: tensor<?x12x?x32xui8>, %sa: tensor<f32>, %za: tensor<ui8>, %sb: tensor<f32>, %zb: tensor<ui8>) -> tensor<?x12x?x32xf32> {
  %x = onnx.DequantizeLinear(%a, %sa, %za) : (tensor<?x12x?x?xui8>, tensor<f32>, tensor<ui8>) -> tensor<?x12x?x?xf32>
  %y = onnx.DequantizeLinear(%b, %sb, %zb) : (tensor<?x12x?x32xui8>, tensor<f32>, tensor<ui8>) -> tensor<?x12x?x32xf32>
  %0 = onnx.MatMul(%x, %y) : (tensor<?x12x?x?xf32>, tensor<?x12x?x32xf32>) -> tensor<?x12x?x32xf32>
  return %0 : tensor<?x12x?x32xf32>
}

// -----
// A scale for each column of an activation: its place in the matrix does not matter, but what a batch has is one scale.
// CHECK-LABEL: func.func @main
// CHECK: onnx.MatMul(
func.func @main(%a: tensor<3x5x16xui8>, %b: tensor<3x16x4xui8>, %sa: tensor<f32>, %sb: tensor<4xf32>) -> tensor<3x5x4xf32> {
  %none = onnx.None() : () -> none
  %x = onnx.DequantizeLinear(%a, %sa, %none) : (tensor<3x5x16xui8>, tensor<f32>, none) -> tensor<3x5x16xf32>
  %y = onnx.DequantizeLinear(%b, %sb, %none) {axis = 2 : si64} : (tensor<3x16x4xui8>, tensor<4xf32>, none) -> tensor<3x16x4xf32>
  %0 = onnx.MatMul(%x, %y) : (tensor<3x5x16xf32>, tensor<3x16x4xf32>) -> tensor<3x5x4xf32>
  return %0 : tensor<3x5x4xf32>
}
