// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-lower-onnx --split-input-file --verify-diagnostics

// Two nodes that are each other's child.
func.func @main(%x: tensor<2x3xf32>) -> tensor<2x1xf32> {
  // expected-error @+1 {{tree 0 has no root}}
  %0 = onnx.ml.TreeEnsembleRegressor(%x) {nodes_treeids = array<i64: 0, 0>, nodes_nodeids = array<i64: 0, 1>,
    nodes_featureids = array<i64: 0, 0>, nodes_values = array<f32: 1.0, 2.0>, nodes_modes = ["BRANCH_LEQ", "BRANCH_LEQ"],
    nodes_truenodeids = array<i64: 1, 0>, nodes_falsenodeids = array<i64: 1, 0>} : (tensor<2x3xf32>) -> tensor<2x1xf32>
  return %0 : tensor<2x1xf32>
}

// -----
func.func @main(%x: tensor<2x3xf32>) -> tensor<2x1xf32> {
  // expected-error @+1 {{node 1 of the trees is reached twice}}
  %0 = onnx.ml.TreeEnsembleRegressor(%x) {nodes_treeids = array<i64: 0, 0>, nodes_nodeids = array<i64: 0, 1>,
    nodes_featureids = array<i64: 0, 0>, nodes_values = array<f32: 1.0, 2.0>, nodes_modes = ["BRANCH_LEQ", "BRANCH_LEQ"],
    nodes_truenodeids = array<i64: 1, 1>, nodes_falsenodeids = array<i64: 1, 1>} : (tensor<2x3xf32>) -> tensor<2x1xf32>
  return %0 : tensor<2x1xf32>
}

// -----
func.func @main(%x: tensor<2x3xf32>) -> tensor<2x1xf32> {
  // expected-error @+1 {{node 0 of tree 0 has a child 7 that is no node}}
  %0 = onnx.ml.TreeEnsembleRegressor(%x) {nodes_treeids = array<i64: 0, 0>, nodes_nodeids = array<i64: 0, 1>,
    nodes_featureids = array<i64: 0, 0>, nodes_values = array<f32: 1.0, 2.0>, nodes_modes = ["BRANCH_LEQ", "LEAF"],
    nodes_truenodeids = array<i64: 1, 0>, nodes_falsenodeids = array<i64: 7, 0>} : (tensor<2x3xf32>) -> tensor<2x1xf32>
  return %0 : tensor<2x1xf32>
}

// -----
func.func @main(%x: tensor<2x3xf32>) -> tensor<2x1xf32> {
  // expected-error @+1 {{nodes_values has 1 elements, expected 2}}
  %0 = onnx.ml.TreeEnsembleRegressor(%x) {nodes_treeids = array<i64: 0, 0>, nodes_nodeids = array<i64: 0, 1>,
    nodes_featureids = array<i64: 0, 0>, nodes_values = array<f32: 1.0>, nodes_modes = ["BRANCH_LEQ", "LEAF"],
    nodes_truenodeids = array<i64: 1, 0>, nodes_falsenodeids = array<i64: 1, 0>} : (tensor<2x3xf32>) -> tensor<2x1xf32>
  return %0 : tensor<2x1xf32>
}

// -----

// The column that a node compares is not there.
func.func @main(%x: tensor<2x3xf32>) -> tensor<2x1xf32> {
  // expected-error @+1 {{takes 10 features, but is given 3}}
  %0 = onnx.ml.TreeEnsembleRegressor(%x) {nodes_treeids = array<i64: 0, 0, 0>, nodes_nodeids = array<i64: 0, 1, 2>,
    nodes_featureids = array<i64: 9, 0, 0>, nodes_values = array<f32: 1.0, 0.0, 0.0>, nodes_modes = ["BRANCH_LEQ", "LEAF", "LEAF"],
    nodes_truenodeids = array<i64: 1, 0, 0>, nodes_falsenodeids = array<i64: 2, 0, 0>, target_treeids = array<i64: 0>,
    target_nodeids = array<i64: 1>, target_ids = array<i64: 0>, target_weights = array<f32: 1.0>} : (tensor<2x3xf32>) -> tensor<2x1xf32>
  return %0 : tensor<2x1xf32>
}

// -----
func.func @main(%x: tensor<2x3xf32>) -> tensor<2x1xf32> {
  // expected-error @+1 {{a weight belongs to target 5 of 1}}
  %0 = onnx.ml.TreeEnsembleRegressor(%x) {nodes_treeids = array<i64: 0>, nodes_nodeids = array<i64: 0>,
    nodes_featureids = array<i64: 0>, nodes_values = array<f32: 1.0>, nodes_modes = ["LEAF"],
    nodes_truenodeids = array<i64: 0>, nodes_falsenodeids = array<i64: 0>, target_treeids = array<i64: 0>,
    target_nodeids = array<i64: 0>, target_ids = array<i64: 5>, target_weights = array<f32: 1.0>} : (tensor<2x3xf32>) -> tensor<2x1xf32>
  return %0 : tensor<2x1xf32>
}

// -----
func.func @main(%x: tensor<2x3xf32>) -> tensor<2x2xf32> {
  // expected-error @+1 {{has 5 coefficients for 2 results}}
  %0 = onnx.ml.LinearRegressor(%x) {coefficients = array<f32: 1.0, 2.0, 3.0, 4.0, 5.0>, targets = 2 : si64} : (tensor<2x3xf32>) -> tensor<2x2xf32>
  return %0 : tensor<2x2xf32>
}

// -----
func.func @main(%x: tensor<2x3xf32>) -> tensor<2x1xf32> {
  // expected-error @+1 {{support_vectors is no matrix of n_supports rows}}
  %0 = onnx.ml.SVMRegressor(%x) {coefficients = array<f32: 1.0, 2.0>, support_vectors = array<f32: 1.0, 2.0, 3.0>,
    rho = array<f32: 0.0>, n_supports = 2 : si64} : (tensor<2x3xf32>) -> tensor<2x1xf32>
  return %0 : tensor<2x1xf32>
}

// -----
func.func @main(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  // expected-error @+1 {{offset has 2 elements for 3 columns}}
  %0 = onnx.ml.Scaler(%x) {offset = array<f32: 1.0, 2.0>, scale = array<f32: 1.0>} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----
func.func @main(%x: tensor<2xi64>) -> tensor<2xi64> {
  // expected-error @+1 {{has 2 keys and 1 values}}
  %0 = onnx.ml.LabelEncoder(%x) {keys_int64s = array<i64: 1, 2>, values_int64s = array<i64: 1>} : (tensor<2xi64>) -> tensor<2xi64>
  return %0 : tensor<2xi64>
}
