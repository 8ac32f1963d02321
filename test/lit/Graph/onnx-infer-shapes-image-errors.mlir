// SPDX-License-Identifier: Apache-2.0
// What the shape rules of the Image, Quant, Signal and String operators refuse.
// RUN: cameo-opt %s --split-input-file --onnx-infer-shapes --verify-diagnostics

func.func @main(%a0: tensor<1x1x4x4xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{needs either scales or sizes}}
  %r = onnx.Resize(%a0, %none, %none, %none) : (tensor<1x1x4x4xf32>, none, none, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x1x4x4xf32>, %a2: tensor<2xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{scales has 2 values, expected 4}}
  %r = onnx.Resize(%a0, %none, %a2, %none) : (tensor<1x1x4x4xf32>, none, tensor<2xf32>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x1x4x4xf32>) {
  %none = onnx.None() : () -> none
  %c2 = onnx.Constant() {value = dense<[[2.0]]> : tensor<1x1xf32>} : () -> tensor<1x1xf32>
  // expected-error @+1 {{scales has rank 2, expected 1}}
  %r = onnx.Resize(%a0, %none, %c2, %none) : (tensor<1x1x4x4xf32>, none, tensor<1x1xf32>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4xf32>) {
  %none = onnx.None() : () -> none
  %c2 = onnx.Constant() {value = dense<-1.0> : tensor<1xf32>} : () -> tensor<1xf32>
  // expected-error @+1 {{scales must be positive}}
  %r = onnx.Resize(%a0, %none, %c2, %none) : (tensor<4xf32>, none, tensor<1xf32>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x1x4x4xf32>, %a1: tensor<1x4x2xf32>) {
  // expected-error @+1 {{grid has rank 3, expected 4}}
  %r = onnx.GridSample(%a0, %a1) : (tensor<1x1x4x4xf32>, tensor<1x4x2xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x1x4x4xf32>, %a1: tensor<1x4x4x3xf32>) {
  // expected-error @+1 {{coordinates of grid and dimensions of X differ: 3 and 2}}
  %r = onnx.GridSample(%a0, %a1) : (tensor<1x1x4x4xf32>, tensor<1x4x4x3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x2x3xf32>) {
  %c1 = onnx.Constant() {value = dense<[1, 1, 4]> : tensor<3xi64>} : () -> tensor<3xi64>
  // expected-error @+1 {{size has 3 values, expected 4 or 5}}
  %r = onnx.AffineGrid(%a0, %c1) : (tensor<1x2x3xf32>, tensor<3xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x4x4xf32>, %a1: tensor<1x4xf32>, %a2: tensor<1xi64>) {
  // expected-error @+1 {{X has rank 3, expected 4}}
  %r = onnx.RoiAlign(%a0, %a1, %a2) : (tensor<1x4x4xf32>, tensor<1x4xf32>, tensor<1xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x1x4x4xf32>, %a1: tensor<1x4xf32>, %a2: tensor<i64>) {
  // expected-error @+1 {{batch_indices has rank 0, expected 1}}
  %r = onnx.RoiAlign(%a0, %a1, %a2) : (tensor<1x1x4x4xf32>, tensor<1x4xf32>, tensor<i64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x1x4x4xf32>, %a1: tensor<1x5xf32>) {
  // expected-error @+1 {{pooled_shape must have 2 values}}
  %r = onnx.MaxRoiPool(%a0, %a1) {pooled_shape = array<i64: 2>} : (tensor<1x1x4x4xf32>, tensor<1x5xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x4x4xf32>, %a1: tensor<1x4xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{scores has rank 2, expected 3}}
  %r = onnx.NonMaxSuppression(%a0, %a1, %none, %none, %none) : (tensor<1x4x4xf32>, tensor<1x4xf32>, none, none, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>, %a1: tensor<2x3xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{the scale has rank 2, expected 0 or 1}}
  %r = onnx.QuantizeLinear(%a0, %a1, %none) : (tensor<2x3xf32>, tensor<2x3xf32>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x4xf32>, %a1: tensor<2xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{the scale has rank 1, expected 2}}
  %r = onnx.QuantizeLinear(%a0, %a1, %none) {block_size = 2 : si64} : (tensor<2x4xf32>, tensor<2xf32>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xi8>, %a1: tensor<2xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{sizes of axis and scale differ: 3 and 2}}
  %r = onnx.DequantizeLinear(%a0, %a1, %none) : (tensor<2x3xi8>, tensor<2xf32>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>, %a1: tensor<f32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{the quantised type is unknown}}
  %r = onnx.QuantizeLinear(%a0, %a1, %none) {output_dtype = 99 : si64} : (tensor<2x3xf32>, tensor<f32>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xi8>, %a1: tensor<f32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{the result's type is unknown}}
  %r = onnx.DequantizeLinear(%a0, %a1, %none) {output_dtype = 99 : si64} : (tensor<2x3xi8>, tensor<f32>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xi8>, %a1: tensor<f32>, %a2: tensor<ui8>) {
  // expected-error @+1 {{operands have different element types}}
  %r = onnx.DequantizeLinear(%a0, %a1, %a2) : (tensor<2x3xi8>, tensor<f32>, tensor<ui8>) -> !onnx.unknown
  return
}

// -----
func.func @main() {
  %c0 = onnx.Constant() {value = dense<4> : tensor<i64>} : () -> tensor<i64>
  // expected-error @+1 {{unknown data type 99}}
  %r = onnx.HannWindow(%c0) {output_datatype = 99 : si64} : (tensor<i64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<i64>, %a1: tensor<i64>, %a2: tensor<i64>, %a3: tensor<f32>, %a4: tensor<f32>) {
  // expected-error @+1 {{unknown data type 99}}
  %r = onnx.MelWeightMatrix(%a0, %a1, %a2, %a3, %a4) {output_datatype = 99 : si64} : (tensor<i64>, tensor<i64>, tensor<i64>, tensor<f32>, tensor<f32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x4x1xf32>) {
  %none = onnx.None() : () -> none
  %c2 = onnx.Constant() {value = dense<2> : tensor<i64>} : () -> tensor<i64>
  // expected-error @+1 {{axis must not be that of the real and imaginary parts}}
  %r = onnx.DFT(%a0, %none, %c2) : (tensor<1x4x1xf32>, none, tensor<i64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x16xf32>) {
  %c1 = onnx.Constant() {value = dense<0> : tensor<i64>} : () -> tensor<i64>
  %none = onnx.None() : () -> none
  %c3 = onnx.Constant() {value = dense<4> : tensor<i64>} : () -> tensor<i64>
  // expected-error @+1 {{frame_step must be positive}}
  %r = onnx.STFT(%a0, %c1, %none, %c3) : (tensor<1x16xf32>, tensor<i64>, none, tensor<i64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4xi64>) {
  // expected-error @+1 {{ngram_indexes has the invalid value -1}}
  %r = onnx.TfIdfVectorizer(%a0) {max_gram_length = 1 : si64, max_skip_count = 0 : si64, min_gram_length = 1 : si64, mode = "TF", ngram_counts = array<i64: 0>, ngram_indexes = array<i64: -1>} : (tensor<4xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x1x1x!onnx.string>) {
  // expected-error @+1 {{X has rank 3, expected at most 2}}
  %r = onnx.StringNormalizer(%a0) : (tensor<1x1x1x!onnx.string>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<f32>, %a1: tensor<i64>, %a2: tensor<2xf32>, %a3: tensor<2xf32>, %a4: tensor<2xf32>, %a5: tensor<2xf32>, %a6: tensor<2xf32>) {
  // expected-error @+1 {{has 5 operands and 2 results, which are no groups of equal size}}
  %r:2 = onnx.training.Momentum(%a0, %a1, %a2, %a3, %a4, %a5, %a6) {alpha = 1.0 : f32, beta = 1.0 : f32, mode = "standard", norm_coefficient = 0.0 : f32} : (tensor<f32>, tensor<i64>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>) -> (!onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<2xf32>) {
  // expected-error @+1 {{has more results than operands}}
  %r:2 = onnx.training.Gradient(%a0) {xs = ["a"], y = "b"} : (tensor<2xf32>) -> (!onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<2x15xf32>, %a1: tensor<4x1x8xui8>, %a2: tensor<4xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{columns of A and K differ: 15 and 16}}
  %r = onnx.ms.MatMulNBits(%a0, %a1, %a2, %none, %none, %none) {K = 16 : si64, N = 4 : si64, bits = 4 : si64, block_size = 16 : si64} : (tensor<2x15xf32>, tensor<4x1x8xui8>, tensor<4xf32>, none, none, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2xi8>) {
  // expected-error @+1 {{hashes elements of 4 or 8 bytes, not}}
  %r = onnx.ms.MurmurHash3(%a0) : (tensor<2xi8>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  // expected-error @+1 {{needs class labels, at most 65535}}
  %r:2 = onnx.ml.SVMClassifier(%a0) {coefficients = array<f32: 1.0>} : (tensor<2x3xf32>) -> (!onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<2xf32>) {
  // expected-error @+1 {{its definition states no shape}}
  %r = onnx.custom.Call(%a0) {name = "F", symbol = "f", input_names = ["X"], parameters = {}, rules = [{type = f32}]} : (tensor<2xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2xi1>) {
  // expected-error @+1 {{X holds elements of type 'i1', expected strings}}
  %r = onnx.StringNormalizer(%a0) : (tensor<2xi1>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x!onnx.string>, %a1: tensor<2xf32>) {
  // expected-error @+1 {{Y holds elements of type 'f32', expected strings}}
  %r = onnx.StringConcat(%a0, %a1) : (tensor<2x!onnx.string>, tensor<2xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2xi64>) {
  // expected-error @+1 {{X holds elements of type 'i64', expected strings}}
  %r:2 = onnx.StringSplit(%a0) : (tensor<2xi64>) -> (!onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<2xi64>) {
  // expected-error @+1 {{X holds elements of type 'i64', expected strings}}
  %r = onnx.RegexFullMatch(%a0) {pattern = "a"} : (tensor<2xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2xf32>) {
  // expected-error @+1 {{encoded_stream holds elements of type 'f32', expected bytes}}
  %r = onnx.ImageDecoder(%a0) : (tensor<2xf32>) -> !onnx.unknown
  return
}
