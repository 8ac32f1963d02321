// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-lower-onnx --split-input-file | FileCheck %s

// Per axis: the scale is an operand along it; round to even, then saturate.
// CHECK-LABEL: func.func @main
// CHECK: arith.divf
// CHECK: math.roundeven
// CHECK: arith.maxnumf
// CHECK: arith.minnumf
// CHECK: -> tensor<2x3xi8>
func.func @main(%x: tensor<2x3xf32>, %s: tensor<3xf32>, %z: tensor<3xui8>) -> tensor<2x3xui8> {
  %0 = "onnx.QuantizeLinear"(%x, %s, %z) : (tensor<2x3xf32>, tensor<3xf32>, tensor<3xui8>) -> tensor<2x3xui8>
  return %0 : tensor<2x3xui8>
}

// -----

// Per block: read at the block's position.
// CHECK: affine_map<(d0, d1) -> (d0, d1 floordiv 2)>
// CHECK-LABEL: func.func @main
// CHECK: linalg.generic {{.*}} ins(%{{.*}}, %{{.*}} : tensor<2x4xi8>, tensor<2x2xf32>)
// CHECK: arith.mulf
func.func @main(%x: tensor<2x4xi8>, %s: tensor<2x2xf32>) -> tensor<2x4xf32> {
  %none = "onnx.None"() : () -> none
  %0 = "onnx.DequantizeLinear"(%x, %s, %none) {axis = 1 : si64, block_size = 2 : si64}
    : (tensor<2x4xi8>, tensor<2x2xf32>, none) -> tensor<2x4xf32>
  return %0 : tensor<2x4xf32>
}

// -----

// CHECK-LABEL: func.func @main
// Sums that are exact in floats are floats.
// CHECK: arith.extui %{{.*}} : i8 to i32
// CHECK: arith.extsi %{{.*}} : i8 to i32
// CHECK: arith.mulf
// CHECK: arith.fptosi %{{.*}} : f32 to i32
// CHECK: -> tensor<2x5xi32>
func.func @main(%a: tensor<2x3xui8>, %b: tensor<3x5xi8>, %z: tensor<ui8>) -> tensor<2x5xi32> {
  %none = "onnx.None"() : () -> none
  %0 = "onnx.MatMulInteger"(%a, %b, %z, %none) : (tensor<2x3xui8>, tensor<3x5xi8>, tensor<ui8>, none) -> tensor<2x5xi32>
  return %0 : tensor<2x5xi32>
}

// -----

// CHECK-LABEL: func.func @main
// CHECK: cameo.conv ins(%{{.*}} : tensor<1x1x4x4xf32>, tensor<1x1x2x2xf32>) {{.*}}cameo.exact
func.func @main(%x: tensor<1x1x4x4xui8>, %w: tensor<1x1x2x2xui8>) -> tensor<1x1x3x3xi32> {
  %none = "onnx.None"() : () -> none
  %0 = "onnx.ConvInteger"(%x, %w, %none, %none)
    : (tensor<1x1x4x4xui8>, tensor<1x1x2x2xui8>, none, none) -> tensor<1x1x3x3xi32>
  return %0 : tensor<1x1x3x3xi32>
}

// -----

// Bytes by fours, where the depth is known to be whole words: b's columns are summed for a's zero point.
// CHECK-LABEL: func.func @main
// CHECK: %[[WORDS:.*]] = cameo.words %{{.*}} : tensor<2x16xi8> to tensor<2x4xi32>
// CHECK: cameo.dot4
// CHECK: arith.subi
func.func @main(%a: tensor<2x16xui8>, %b: tensor<16x5xi8>, %z: tensor<ui8>) -> tensor<2x5xi32> {
  %none = "onnx.None"() : () -> none
  %0 = "onnx.MatMulInteger"(%a, %b, %z, %none) : (tensor<2x16xui8>, tensor<16x5xi8>, tensor<ui8>, none) -> tensor<2x5xi32>
  return %0 : tensor<2x5xi32>
}

// -----

// A matrix for each of the batch, of unknown depth: rows are filled up with zeros, of the columns the last row is read again.
// CHECK-LABEL: func.func @main
// CHECK: %[[PADDED:.*]] = tensor.pad
// CHECK: %[[ROWS:.*]] = {{.*}} %[[PADDED]]
// CHECK: cameo.words {{.*}}x4xi8> to {{.*}}x1xi32>
// CHECK: arith.minsi
// CHECK: cameo.dot4
func.func @main(%a: tensor<2x3x?xui8>, %b: tensor<2x?x5xi8>, %z: tensor<ui8>) -> tensor<2x3x5xi32> {
  %none = "onnx.None"() : () -> none
  %0 = "onnx.MatMulInteger"(%a, %b, %z, %none) : (tensor<2x3x?xui8>, tensor<2x?x5xi8>, tensor<ui8>, none) -> tensor<2x3x5xi32>
  return %0 : tensor<2x3x5xi32>
}

// -----
// Zero is always among the values; a range of nothing has scale 1.
// CHECK-LABEL: func.func @main
// CHECK: arith.maximumf
// CHECK: arith.minimumf
// CHECK: arith.cmpf oeq
// CHECK: 2.550000e+02
// CHECK: math.roundeven
func.func @main(%x: tensor<2x3xf32>) -> (tensor<2x3xui8>, tensor<f32>, tensor<ui8>) {
  %0:3 = onnx.DynamicQuantizeLinear(%x) : (tensor<2x3xf32>) -> (tensor<2x3xui8>, tensor<f32>, tensor<ui8>)
  return %0#0, %0#1, %0#2 : tensor<2x3xui8>, tensor<f32>, tensor<ui8>
}
