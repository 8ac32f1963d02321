// SPDX-License-Identifier: Apache-2.0
// What the lowerings of com.microsoft's operators refuse.
// RUN: cameo-opt %s --cameo-lower-onnx --split-input-file --verify-diagnostics

func.func @main(%a0: tensor<1x2x4xf32>, %a1: tensor<1x2x4xf32>, %a2: tensor<4xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{has no mean}}
  %r:4 = onnx.ms.SkipSimplifiedLayerNormalization(%a0, %a1, %a2, %none) : (tensor<1x2x4xf32>, tensor<1x2x4xf32>, tensor<4xf32>, none) -> (!onnx.unknown, !onnx.unknown, !onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<2x16xf32>, %a1: tensor<4x1x8xui8>, %a2: tensor<4xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{bits must be 2, 4 or 8}}
  %r = onnx.ms.MatMulNBits(%a0, %a1, %a2, %none, %none, %none) {K = 16 : si64, N = 4 : si64, bits = 3 : si64, block_size = 16 : si64} : (tensor<2x16xf32>, tensor<4x1x8xui8>, tensor<4xf32>, none, none, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x16xf32>, %a1: tensor<4x2x4xui8>, %a2: tensor<8xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{block_size must be a number of whole bytes}}
  %r = onnx.ms.MatMulNBits(%a0, %a1, %a2, %none, %none, %none) {K = 16 : si64, N = 4 : si64, bits = 4 : si64, block_size = 9 : si64} : (tensor<2x16xf32>, tensor<4x2x4xui8>, tensor<8xf32>, none, none, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x?xf32>, %a1: tensor<16xui8>, %a2: tensor<4xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{has too many weights}}
  %r = onnx.ms.MatMulNBits(%a0, %a1, %a2, %none, %none, %none) {K = 8589934592 : si64, N = 4 : si64, bits = 4 : si64, block_size = 16 : si64} : (tensor<2x?xf32>, tensor<16xui8>, tensor<4xf32>, none, none, none) -> !onnx.unknown
  return
}

// -----
// Bytes that the zero points should have, known when the model is compiled.
func.func @main(%a0: tensor<2x16xf32>, %a1: tensor<4x1x8xui8>, %a2: tensor<4xf32>, %a3: tensor<3xui8>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{zero_points do not have the stated size}}
  %r = onnx.ms.MatMulNBits(%a0, %a1, %a2, %a3, %none, %none) {K = 16 : si64, N = 4 : si64, bits = 4 : si64, block_size = 16 : si64} : (tensor<2x16xf32>, tensor<4x1x8xui8>, tensor<4xf32>, tensor<3xui8>, none, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x8xf32>, %a1: tensor<16xui8>, %a2: tensor<4xf32>) {
  // expected-error @+1 {{quant_type must be 0 or 1}}
  %r = onnx.ms.MatMulBnb4(%a0, %a1, %a2) {K = 8 : si64, N = 4 : si64, block_size = 8 : si64, quant_type = 2 : si64} : (tensor<2x8xf32>, tensor<16xui8>, tensor<4xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<?x?xf32>, %a1: tensor<16xui8>, %a2: tensor<4xf32>) {
  // expected-error @+1 {{has too many weights}}
  %r = onnx.ms.MatMulBnb4(%a0, %a1, %a2) {K = 8589934592 : si64, N = 4 : si64, block_size = 8 : si64, quant_type = 1 : si64} : (tensor<?x?xf32>, tensor<16xui8>, tensor<4xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x8xf32>, %a1: tensor<15xui8>, %a2: tensor<4xf32>) {
  // expected-error @+1 {{B or absmax does not have the stated size}}
  %r = onnx.ms.MatMulBnb4(%a0, %a1, %a2) {K = 8 : si64, N = 4 : si64, block_size = 8 : si64, quant_type = 1 : si64} : (tensor<2x8xf32>, tensor<15xui8>, tensor<4xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x32xi4>, %a1: tensor<1xi64>, %a2: tensor<2x2xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{gather_axis and quantize_axis must be two axes of data}}
  %r = onnx.ms.GatherBlockQuantized(%a0, %a1, %a2, %none) {block_size = 16 : si64, gather_axis = 1 : si64, quantize_axis = 1 : si64} : (tensor<2x32xi4>, tensor<1xi64>, tensor<2x2xf32>, none) -> tensor<1x32xf32>
  return
}

// -----
func.func @main(%a0: tensor<2x32xi4>, %a1: tensor<1xi64>, %a2: tensor<2x2xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{block_size must be positive and bits 2, 4 or 8}}
  %r = onnx.ms.GatherBlockQuantized(%a0, %a1, %a2, %none) {block_size = 0 : si64} : (tensor<2x32xi4>, tensor<1xi64>, tensor<2x2xf32>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x32xi4>, %a1: tensor<1xi64>, %a2: tensor<2xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{scales and zero_points must have the rank of data}}
  %r = onnx.ms.GatherBlockQuantized(%a0, %a1, %a2, %none) {block_size = 16 : si64} : (tensor<2x32xi4>, tensor<1xi64>, tensor<2xf32>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<32x2x4xui8>, %a1: tensor<1xi64>, %a2: tensor<2x2x4xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{packed data is quantised along its last axis}}
  %r = onnx.ms.GatherBlockQuantized(%a0, %a1, %a2, %none) {block_size = 16 : si64, gather_axis = 2 : si64, quantize_axis = 0 : si64} : (tensor<32x2x4xui8>, tensor<1xi64>, tensor<2x2x4xf32>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<3xf32>) {
  // expected-error @+1 {{takes matrices}}
  %r = onnx.ms.Inverse(%a0) : (tensor<3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4xi64>, %a1: tensor<4xf32>) {
  // expected-error @+1 {{takes matrices}}
  %r = onnx.ms.NGramRepeatBlock(%a0, %a1) {ngram_size = 2 : si64} : (tensor<4xi64>, tensor<4xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x2xi64>, %a1: tensor<2xi64>, %a2: tensor<i64>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{takes vectors of tokens}}
  %r:2 = onnx.ms.BifurcationDetector(%a0, %a1, %a2, %none) : (tensor<2x2xi64>, tensor<2xi64>, tensor<i64>, none) -> (!onnx.unknown, !onnx.unknown)
  return
}
