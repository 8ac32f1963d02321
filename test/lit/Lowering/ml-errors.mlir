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

// -----
func.func @main(%a0: tensor<2x!onnx.string>) {
  // expected-error @+1 {{does not take strings}}
  %r = onnx.ml.Scaler(%a0) {offset = array<f32: 1.0>} : (tensor<2x!onnx.string>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x2x!onnx.string>) {
  // expected-error @+1 {{does not take strings}}
  %r = onnx.ml.LinearRegressor(%a0) {coefficients = array<f32: 1.0, 2.0>} : (tensor<2x2x!onnx.string>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x2x2xf32>) {
  // expected-error @+1 {{takes a vector or a matrix, but its operand has rank 3}}
  %r = onnx.ml.LinearRegressor(%a0) {coefficients = array<f32: 1.0, 2.0>} : (tensor<2x2x2xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x2x2xf32>) {
  // expected-error @+1 {{takes a vector or a matrix}}
  %r = onnx.ml.Normalizer(%a0) : (tensor<2x2x2xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x2xf32>, %a1: tensor<1xf32>) {
  // expected-error @+1 {{takes integers as indices}}
  %r = onnx.ml.ArrayFeatureExtractor(%a0, %a1) : (tensor<2x2xf32>, tensor<1xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x2xf32>, %a1: tensor<2x2xf32>) {
  // expected-error @+1 {{inputdimensions has 1 elements for 2 operands}}
  %r = onnx.ml.FeatureVectorizer(%a0, %a1) {inputdimensions = array<i64: 2>} : (tensor<2x2xf32>, tensor<2x2xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x2xf32>) {
  // expected-error @+1 {{inputdimensions holds 8589934592}}
  %r = onnx.ml.FeatureVectorizer(%a0) {inputdimensions = array<i64: 8589934592>} : (tensor<2x2xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x2xf32>) {
  // expected-error @+1 {{has 2 intercepts for 1 results}}
  %r = onnx.ml.LinearRegressor(%a0) {coefficients = array<f32: 1.0, 2.0>, intercepts = array<f32: 1.0, 2.0>} : (tensor<2x2xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x2xf32>) {
  // expected-error @+1 {{has no coefficients}}
  %r = onnx.ml.LinearRegressor(%a0) : (tensor<2x2xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x2xf32>) {
  // expected-error @+1 {{has 2 intercepts for 3 labels}}
  %r:2 = onnx.ml.LinearClassifier(%a0) {coefficients = array<f32: 1.0, 2.0, 3.0, 4.0>, intercepts = array<f32: 1.0, 2.0>, classlabels_ints = array<i64: 0, 1, 2>} : (tensor<2x2xf32>) -> (!onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: !onnx.map<i64, tensor<f32>>) {
  // expected-error @+1 {{max_map must be positive}}
  %r = onnx.ml.CastMap(%a0) {map_form = "SPARSE", max_map = 0 : si64} : (!onnx.map<i64, tensor<f32>>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2xi64>) {
  // expected-error @+1 {{keys_tensor does not hold what it should}}
  %r = onnx.ml.LabelEncoder(%a0) {keys_tensor = dense<(1.0, 0.0)> : tensor<1xcomplex<f32>>, values_int64s = array<i64: 1>} : (tensor<2xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2xi64>) {
  // expected-error @+1 {{has no keys of the type it takes or gives}}
  %r = onnx.ml.LabelEncoder(%a0) {values_int64s = array<i64: 1>} : (tensor<2xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2xi64>) {
  // expected-error @+1 {{its keys or values are not of the type it takes or gives}}
  %r = onnx.ml.LabelEncoder(%a0) {keys_strings = ["a"], values_int64s = array<i64: 1>} : (tensor<2xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2xi64>) {
  // expected-error @+1 {{default_tensor must hold one string}}
  %r = onnx.ml.LabelEncoder(%a0) {keys_int64s = array<i64: 1>, values_strings = ["a"], default_tensor = dense<["a", "b"]> : tensor<2x!onnx.string>} : (tensor<2xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2xi64>) {
  // expected-error @+1 {{default_tensor must hold one number}}
  %r = onnx.ml.LabelEncoder(%a0) {keys_int64s = array<i64: 1>, values_int64s = array<i64: 1>, default_tensor = dense<[1, 2]> : tensor<2xi64>} : (tensor<2xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2xi64>) {
  // expected-error @+1 {{has 1 strings for 2 integers}}
  %r = onnx.ml.CategoryMapper(%a0) {cats_int64s = array<i64: 1, 2>, cats_strings = ["a"]} : (tensor<2xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2xi64>) {
  // expected-error @+1 {{has no categories of the type it takes}}
  %r = onnx.ml.OneHotEncoder(%a0) {cats_strings = ["a"]} : (tensor<2xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: !onnx.seq<tensor<2x2xf32>>) {
  // expected-error @+1 {{takes a tensor of numbers}}
  %r = onnx.ml.LinearRegressor(%a0) {coefficients = array<f32: 1.0, 2.0>} : (!onnx.seq<tensor<2x2xf32>>) -> !onnx.unknown
  return
}
