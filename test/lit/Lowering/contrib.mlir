// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-lower-onnx --split-input-file | FileCheck %s

// The sum is a result of its own; mean of squares, its root, the weights.
// CHECK-LABEL: func.func @main
// CHECK: arith.addf
// CHECK: linalg.generic
// CHECK-SAME: "reduction"]
// CHECK: arith.mulf
// CHECK: arith.divf
// CHECK: math.sqrt
// CHECK: linalg.generic
// CHECK: arith.mulf
// CHECK: arith.mulf
func.func @main(%x: tensor<2x?x8xf32>, %skip: tensor<2x?x8xf32>, %g: tensor<8xf32>) -> (tensor<2x?x8xf32>, tensor<2x?x8xf32>) {
  %n = "onnx.None"() : () -> none
  %0:4 = onnx.ms.SkipSimplifiedLayerNormalization(%x, %skip, %g, %n) {epsilon = 1.0e-5 : f32}
    : (tensor<2x?x8xf32>, tensor<2x?x8xf32>, tensor<8xf32>, none) -> (tensor<2x?x8xf32>, none, none, tensor<2x?x8xf32>)
  return %0#0, %0#3 : tensor<2x?x8xf32>, tensor<2x?x8xf32>
}

// -----
// The bias is added where the activation reads.
// CHECK-LABEL: func.func @main
// CHECK: arith.addf
// CHECK: math.erf
// CHECK-NOT: linalg.generic
func.func @main(%x: tensor<4x8xf32>, %b: tensor<8xf32>) -> tensor<4x8xf32> {
  %0 = onnx.ms.BiasGelu(%x, %b) : (tensor<4x8xf32>, tensor<8xf32>) -> tensor<4x8xf32>
  return %0 : tensor<4x8xf32>
}

// -----
// The second operand is turned round in memory of its own, alpha follows the sums.
// CHECK: #[[T:.*]] = affine_map<(d0, d1, d2) -> (d0, d2, d1)>
// CHECK-LABEL: func.func @main
// CHECK: linalg.generic {indexing_maps = [#[[T]],
// CHECK: linalg.generic
// CHECK-SAME: "parallel", "parallel", "parallel", "reduction"]
// CHECK: arith.constant 5.000000e-01
// CHECK: arith.mulf
func.func @main(%a: tensor<2x3x4xf32>, %b: tensor<2x5x4xf32>) -> tensor<2x3x5xf32> {
  %0 = onnx.ms.FusedMatMul(%a, %b) {alpha = 0.5 : f32, transB = 1 : si64} : (tensor<2x3x4xf32>, tensor<2x5x4xf32>) -> tensor<2x3x5xf32>
  return %0 : tensor<2x3x5xf32>
}

// -----
// Gauss and Jordan, a tile a matrix: the largest of the column, then rows swapped, divided, subtracted.
// CHECK-LABEL: func.func @main
// CHECK: cameo.compute tiles(
// CHECK: math.absf
// CHECK: arith.cmpf olt
// CHECK: arith.divf
// CHECK: scf.if
// CHECK: arith.subf
func.func @main(%a: tensor<2x3x3xf32>) -> tensor<2x3x3xf32> {
  %0 = onnx.ms.Inverse(%a) : (tensor<2x3x3xf32>) -> tensor<2x3x3xf32>
  return %0 : tensor<2x3x3xf32>
}

// -----
// Heads are dimensions; scaled products, a softmax that bears rows of minus infinity, products.
// CHECK-LABEL: func.func @main
// CHECK: tensor.expand_shape %{{.*}} {{\[}}[0], [1], [2, 3]] output_shape [2, 4, 2, 8]
// CHECK: "parallel", "parallel", "parallel", "parallel", "reduction"]
// CHECK: 0.353553385
// CHECK: arith.maximumf
// CHECK: math.exp
// CHECK: arith.divf
// CHECK: "parallel", "parallel", "parallel", "parallel", "reduction"]
// CHECK: tensor.collapse_shape
func.func @main(%q: tensor<2x4x16xf32>, %k: tensor<2x6x16xf32>, %v: tensor<2x6x16xf32>) -> tensor<2x4x16xf32> {
  %n = "onnx.None"() : () -> none
  %0:4 = onnx.ms.MultiHeadAttention(%q, %k, %v, %n, %n, %n, %n, %n, %n, %n) {num_heads = 2 : si64}
    : (tensor<2x4x16xf32>, tensor<2x6x16xf32>, tensor<2x6x16xf32>, none, none, none, none, none, none, none) -> (tensor<2x4x16xf32>, none, none, none)
  return %0#0 : tensor<2x4x16xf32>
}

// -----
// Tokens that would repeat a run of three get minus infinity; ids outside the vocabulary are passed over.
// CHECK-LABEL: func.func @main
// CHECK: cameo.compute tiles(
// CHECK: memref.dim
// CHECK: scf.for
// CHECK: arith.cmpi slt, %{{.*}}, %c100
// CHECK: scf.if
// CHECK: 0xFF800000
func.func @main(%ids: tensor<1x?xi64>, %scores: tensor<1x100xf32>) -> tensor<1x100xf32> {
  %0 = onnx.ms.NGramRepeatBlock(%ids, %scores) {ngram_size = 3 : si64} : (tensor<1x?xi64>, tensor<1x100xf32>) -> tensor<1x100xf32>
  return %0 : tensor<1x100xf32>
}

// -----
// Weights are a view of their bytes; the product reads them dequantised, zero point 8.
// CHECK: #[[B:.*]] = affine_map<(d0, d1) -> (d0, d1 floordiv 32)>
// CHECK-LABEL: func.func @main
// CHECK: cameo.packed %{{.*}} : tensor<256xi8> to tensor<8x2x32xi4>
// CHECK: arith.extui %{{.*}} : i4 to i32
// CHECK: arith.subi
// CHECK: arith.mulf
// CHECK: "parallel", "parallel", "reduction"]
func.func @main(%a: tensor<3x64xf32>, %b: tensor<8x2x16xui8>, %s: tensor<8x2xf32>) -> tensor<3x8xf32> {
  %n = "onnx.None"() : () -> none
  %0 = onnx.ms.MatMulNBits(%a, %b, %s, %n, %n, %n) {K = 64 : si64, N = 8 : si64, bits = 4 : si64, block_size = 32 : si64} : (tensor<3x64xf32>, tensor<8x2x16xui8>, tensor<8x2xf32>, none, none, none) -> tensor<3x8xf32>
  return %0 : tensor<3x8xf32>
}
