// SPDX-License-Identifier: Apache-2.0
// What the lowerings of support vector machines refuse.
// RUN: cameo-opt %s --cameo-lower-onnx --split-input-file --verify-diagnostics

func.func @main(%a0: tensor<2x3xf32>) {
  // expected-error @+1 {{has no coefficients or no rho}}
  %r = onnx.ml.SVMRegressor(%a0) {rho = array<f32: 0.0>} : (tensor<2x3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  // expected-error @+1 {{vectors_per_class holds -1}}
  %r:2 = onnx.ml.SVMClassifier(%a0) {classlabels_ints = array<i64: 0, 1>, rho = array<f32: 0.0>, coefficients = array<f32: 1.0>, vectors_per_class = array<i64: -1>} : (tensor<2x3xf32>) -> (!onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  // expected-error @+1 {{coefficients is no matrix with a row per class}}
  %r:2 = onnx.ml.SVMClassifier(%a0) {classlabels_ints = array<i64: 0, 1>, rho = array<f32: 0.0>, coefficients = array<f32: 1.0, 2.0, 3.0>} : (tensor<2x3xf32>) -> (!onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  // expected-error @+1 {{needs two classes}}
  %r:2 = onnx.ml.SVMClassifier(%a0) {classlabels_ints = array<i64: 0>, rho = array<f32: 0.0>, coefficients = array<f32: 1.0>, vectors_per_class = array<i64: 1>} : (tensor<2x3xf32>) -> (!onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  // expected-error @+1 {{vectors_per_class has 1 elements for 2 classes}}
  %r:2 = onnx.ml.SVMClassifier(%a0) {classlabels_ints = array<i64: 0, 1>, rho = array<f32: 0.0>, coefficients = array<f32: 1.0>, vectors_per_class = array<i64: 1>} : (tensor<2x3xf32>) -> (!onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  // expected-error @+1 {{prob_a and prob_b differ in length}}
  %r:2 = onnx.ml.SVMClassifier(%a0) {classlabels_ints = array<i64: 0, 1>, rho = array<f32: 0.0>, coefficients = array<f32: 1.0, 2.0>, vectors_per_class = array<i64: 1, 1>, support_vectors = array<f32: 1.0, 2.0, 3.0, 4.0, 5.0, 6.0>, prob_a = array<f32: 1.0>} : (tensor<2x3xf32>) -> (!onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  // expected-error @+1 {{support_vectors is no matrix with a row per vector}}
  %r:2 = onnx.ml.SVMClassifier(%a0) {classlabels_ints = array<i64: 0, 1>, rho = array<f32: 0.0>, coefficients = array<f32: 1.0, 2.0>, vectors_per_class = array<i64: 1, 1>, support_vectors = array<f32: 1.0, 2.0, 3.0>} : (tensor<2x3xf32>) -> (!onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  // expected-error @+1 {{support_vectors has 1 elements, expected 2}}
  %r:2 = onnx.ml.SVMClassifier(%a0) {classlabels_ints = array<i64: 0, 1>, rho = array<f32: 0.0>, coefficients = array<f32: 1.0, 2.0>, vectors_per_class = array<i64: 1, 1>, support_vectors = array<f32: 1.0>} : (tensor<2x3xf32>) -> (!onnx.unknown, !onnx.unknown)
  return
}
