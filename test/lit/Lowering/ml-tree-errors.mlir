// SPDX-License-Identifier: Apache-2.0
// What the lowerings of tree ensembles refuse.
// RUN: cameo-opt %s --cameo-lower-onnx --split-input-file --verify-diagnostics

func.func @main(%a0: tensor<2x3xf32>) {
  // expected-error @+1 {{nodes_values is no tensor of floats}}
  %r = onnx.ml.TreeEnsembleRegressor(%a0) {nodes_treeids = array<i64: 0, 0, 0>, nodes_nodeids = array<i64: 0, 1, 2>, nodes_featureids = array<i64: 0, 0, 0>, nodes_modes = ["BRANCH_LEQ", "LEAF", "LEAF"], nodes_truenodeids = array<i64: 1, 0, 0>, nodes_falsenodeids = array<i64: 2, 0, 0>, target_treeids = array<i64: 0>, target_nodeids = array<i64: 1>, target_ids = array<i64: 0>, target_weights = array<f32: 1.0>, nodes_values_as_tensor = dense<1> : tensor<3xi64>} : (tensor<2x3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  // expected-error @+1 {{nodes_featureids holds -1}}
  %r = onnx.ml.TreeEnsembleRegressor(%a0) {nodes_treeids = array<i64: 0, 0, 0>, nodes_nodeids = array<i64: 0, 1, 2>, nodes_featureids = array<i64: -1, 0, 0>, nodes_values = array<f32: 1.0, 0.0, 0.0>, nodes_modes = ["BRANCH_LEQ", "LEAF", "LEAF"], nodes_truenodeids = array<i64: 1, 0, 0>, nodes_falsenodeids = array<i64: 2, 0, 0>, target_treeids = array<i64: 0>, target_nodeids = array<i64: 1>, target_ids = array<i64: 0>, target_weights = array<f32: 1.0>} : (tensor<2x3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  // expected-error @+1 {{has no nodes}}
  %r = onnx.ml.TreeEnsembleRegressor(%a0) {nodes_treeids = array<i64: 0, 0, 0>, nodes_nodeids = array<i64: 0, 1, 2>, nodes_featureids = array<i64: 0, 0, 0>, nodes_values = array<f32: 1.0, 0.0, 0.0>, nodes_truenodeids = array<i64: 1, 0, 0>, nodes_falsenodeids = array<i64: 2, 0, 0>, target_treeids = array<i64: 0>, target_nodeids = array<i64: 1>, target_ids = array<i64: 0>, target_weights = array<f32: 1.0>} : (tensor<2x3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  // expected-error @+1 {{unknown mode of a node: "BRANCH_SOMEHOW"}}
  %r = onnx.ml.TreeEnsembleRegressor(%a0) {nodes_treeids = array<i64: 0, 0, 0>, nodes_nodeids = array<i64: 0, 1, 2>, nodes_featureids = array<i64: 0, 0, 0>, nodes_values = array<f32: 1.0, 0.0, 0.0>, nodes_modes = ["BRANCH_SOMEHOW", "LEAF", "LEAF"], nodes_truenodeids = array<i64: 1, 0, 0>, nodes_falsenodeids = array<i64: 2, 0, 0>, target_treeids = array<i64: 0>, target_nodeids = array<i64: 1>, target_ids = array<i64: 0>, target_weights = array<f32: 1.0>} : (tensor<2x3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  // expected-error @+1 {{ids of trees and nodes must not be negative or beyond 2^62}}
  %r = onnx.ml.TreeEnsembleRegressor(%a0) {nodes_treeids = array<i64: 0, 0, 0>, nodes_nodeids = array<i64: 0, 1, -2>, nodes_featureids = array<i64: 0, 0, 0>, nodes_values = array<f32: 1.0, 0.0, 0.0>, nodes_modes = ["BRANCH_LEQ", "LEAF", "LEAF"], nodes_truenodeids = array<i64: 1, 0, 0>, nodes_falsenodeids = array<i64: 2, 0, 0>, target_treeids = array<i64: 0>, target_nodeids = array<i64: 1>, target_ids = array<i64: 0>, target_weights = array<f32: 1.0>} : (tensor<2x3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  // expected-error @+1 {{tree 0 has two nodes 1}}
  %r = onnx.ml.TreeEnsembleRegressor(%a0) {nodes_treeids = array<i64: 0, 0, 0>, nodes_nodeids = array<i64: 0, 1, 1>, nodes_featureids = array<i64: 0, 0, 0>, nodes_values = array<f32: 1.0, 0.0, 0.0>, nodes_modes = ["BRANCH_LEQ", "LEAF", "LEAF"], nodes_truenodeids = array<i64: 1, 0, 0>, nodes_falsenodeids = array<i64: 2, 0, 0>, target_treeids = array<i64: 0>, target_nodeids = array<i64: 1>, target_ids = array<i64: 0>, target_weights = array<f32: 1.0>} : (tensor<2x3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  // expected-error @+1 {{a weight belongs to node 9 of tree 0, which does not exist}}
  %r = onnx.ml.TreeEnsembleRegressor(%a0) {nodes_treeids = array<i64: 0, 0, 0>, nodes_nodeids = array<i64: 0, 1, 2>, nodes_featureids = array<i64: 0, 0, 0>, nodes_values = array<f32: 1.0, 0.0, 0.0>, nodes_modes = ["BRANCH_LEQ", "LEAF", "LEAF"], nodes_truenodeids = array<i64: 1, 0, 0>, nodes_falsenodeids = array<i64: 2, 0, 0>, target_treeids = array<i64: 0>, target_nodeids = array<i64: 9>, target_ids = array<i64: 0>, target_weights = array<f32: 1.0>} : (tensor<2x3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  // expected-error @+1 {{base_values has 2 elements for 3 targets}}
  %r = onnx.ml.TreeEnsembleRegressor(%a0) {nodes_treeids = array<i64: 0, 0, 0>, nodes_nodeids = array<i64: 0, 1, 2>, nodes_featureids = array<i64: 0, 0, 0>, nodes_values = array<f32: 1.0, 0.0, 0.0>, nodes_modes = ["BRANCH_LEQ", "LEAF", "LEAF"], nodes_truenodeids = array<i64: 1, 0, 0>, nodes_falsenodeids = array<i64: 2, 0, 0>, target_treeids = array<i64: 0>, target_nodeids = array<i64: 1>, target_ids = array<i64: 0>, target_weights = array<f32: 1.0>, base_values = array<f32: 1.0, 2.0>, n_targets = 3 : si64} : (tensor<2x3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  // expected-error @+1 {{n_targets is 0}}
  %r = onnx.ml.TreeEnsembleRegressor(%a0) {nodes_treeids = array<i64: 0, 0, 0>, nodes_nodeids = array<i64: 0, 1, 2>, nodes_featureids = array<i64: 0, 0, 0>, nodes_values = array<f32: 1.0, 0.0, 0.0>, nodes_modes = ["BRANCH_LEQ", "LEAF", "LEAF"], nodes_truenodeids = array<i64: 1, 0, 0>, nodes_falsenodeids = array<i64: 2, 0, 0>, target_treeids = array<i64: 0>, target_nodeids = array<i64: 1>, target_ids = array<i64: 0>, target_weights = array<f32: 1.0>, n_targets = 0 : si64} : (tensor<2x3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  // expected-error @+1 {{has 8 leaves for 16777216 targets, more than fit into a table}}
  %r = onnx.ml.TreeEnsembleRegressor(%a0) {nodes_treeids = array<i64: 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0>, nodes_nodeids = array<i64: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14>, nodes_featureids = array<i64: 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0>, nodes_values = array<f32: 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0>, nodes_modes = ["BRANCH_LEQ", "BRANCH_LEQ", "BRANCH_LEQ", "BRANCH_LEQ", "BRANCH_LEQ", "BRANCH_LEQ", "BRANCH_LEQ", "LEAF", "LEAF", "LEAF", "LEAF", "LEAF", "LEAF", "LEAF", "LEAF"], nodes_truenodeids = array<i64: 1, 3, 5, 7, 9, 11, 13, 0, 0, 0, 0, 0, 0, 0, 0>, nodes_falsenodeids = array<i64: 2, 4, 6, 8, 10, 12, 14, 0, 0, 0, 0, 0, 0, 0, 0>, target_treeids = array<i64: 0, 0>, target_nodeids = array<i64: 7, 8>, target_ids = array<i64: 0, 1>, target_weights = array<f32: 1.0, 2.0>, n_targets = 16777216 : si64} : (tensor<2x3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  // expected-error @+1 {{nodes_modes is no tensor of integers}}
  %r = onnx.ml.TreeEnsemble(%a0) {nodes_splits = dense<1.0> : tensor<1xf32>, nodes_modes = dense<0.0> : tensor<1xf32>, nodes_featureids = array<i64: 0>, nodes_truenodeids = array<i64: 0>, nodes_falsenodeids = array<i64: 1>, nodes_trueleafs = array<i64: 1>, nodes_falseleafs = array<i64: 1>, leaf_targetids = array<i64: 0, 0>, leaf_weights = dense<1.0> : tensor<2xf32>, tree_roots = array<i64: 0>} : (tensor<2x3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  // expected-error @+1 {{leaf_targetids holds 3, but there are 1 targets}}
  %r = onnx.ml.TreeEnsemble(%a0) {nodes_splits = dense<1.0> : tensor<1xf32>, nodes_modes = dense<0> : tensor<1xui8>, nodes_featureids = array<i64: 0>, nodes_truenodeids = array<i64: 0>, nodes_falsenodeids = array<i64: 1>, nodes_trueleafs = array<i64: 1>, nodes_falseleafs = array<i64: 1>, leaf_targetids = array<i64: 0, 3>, leaf_weights = dense<1.0> : tensor<2xf32>, tree_roots = array<i64: 0>} : (tensor<2x3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  // expected-error @+1 {{node 0 has a child 5 that does not exist}}
  %r = onnx.ml.TreeEnsemble(%a0) {nodes_splits = dense<1.0> : tensor<1xf32>, nodes_modes = dense<0> : tensor<1xui8>, nodes_featureids = array<i64: 0>, nodes_truenodeids = array<i64: 5>, nodes_falsenodeids = array<i64: 1>, nodes_trueleafs = array<i64: 1>, nodes_falseleafs = array<i64: 1>, leaf_targetids = array<i64: 0, 0>, leaf_weights = dense<1.0> : tensor<2xf32>, tree_roots = array<i64: 0>} : (tensor<2x3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  // expected-error @+1 {{membership_values ends before the set of node 0 does}}
  %r = onnx.ml.TreeEnsemble(%a0) {nodes_splits = dense<1.0> : tensor<1xf32>, nodes_modes = dense<6> : tensor<1xui8>, nodes_featureids = array<i64: 0>, nodes_truenodeids = array<i64: 0>, nodes_falsenodeids = array<i64: 1>, nodes_trueleafs = array<i64: 1>, nodes_falseleafs = array<i64: 1>, leaf_targetids = array<i64: 0, 0>, leaf_weights = dense<1.0> : tensor<2xf32>, tree_roots = array<i64: 0>} : (tensor<2x3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  // expected-error @+1 {{tree_roots holds 7}}
  %r = onnx.ml.TreeEnsemble(%a0) {nodes_splits = dense<1.0> : tensor<1xf32>, nodes_modes = dense<0> : tensor<1xui8>, nodes_featureids = array<i64: 0>, nodes_truenodeids = array<i64: 0>, nodes_falsenodeids = array<i64: 1>, nodes_trueleafs = array<i64: 1>, nodes_falseleafs = array<i64: 1>, leaf_targetids = array<i64: 0, 0>, leaf_weights = dense<1.0> : tensor<2xf32>, tree_roots = array<i64: 7>} : (tensor<2x3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  // expected-error @+1 {{has no trees}}
  %r = onnx.ml.TreeEnsemble(%a0) {nodes_splits = dense<1.0> : tensor<1xf32>, nodes_modes = dense<0> : tensor<1xui8>, nodes_featureids = array<i64: 0>, nodes_truenodeids = array<i64: 0>, nodes_falsenodeids = array<i64: 1>, nodes_trueleafs = array<i64: 1>, nodes_falseleafs = array<i64: 1>, leaf_targetids = array<i64: 0, 0>, leaf_weights = dense<1.0> : tensor<2xf32>, tree_roots = array<i64>} : (tensor<2x3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  // expected-error @+1 {{aggregate_function is 9}}
  %r = onnx.ml.TreeEnsemble(%a0) {nodes_splits = dense<1.0> : tensor<1xf32>, nodes_modes = dense<0> : tensor<1xui8>, nodes_featureids = array<i64: 0>, nodes_truenodeids = array<i64: 0>, nodes_falsenodeids = array<i64: 1>, nodes_trueleafs = array<i64: 1>, nodes_falseleafs = array<i64: 1>, leaf_targetids = array<i64: 0, 0>, leaf_weights = dense<1.0> : tensor<2xf32>, tree_roots = array<i64: 0>, aggregate_function = 9 : si64} : (tensor<2x3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  // expected-error @+1 {{post_transform is 9}}
  %r = onnx.ml.TreeEnsemble(%a0) {nodes_splits = dense<1.0> : tensor<1xf32>, nodes_modes = dense<0> : tensor<1xui8>, nodes_featureids = array<i64: 0>, nodes_truenodeids = array<i64: 0>, nodes_falsenodeids = array<i64: 1>, nodes_trueleafs = array<i64: 1>, nodes_falseleafs = array<i64: 1>, leaf_targetids = array<i64: 0, 0>, leaf_weights = dense<1.0> : tensor<2xf32>, tree_roots = array<i64: 0>, post_transform = 9 : si64} : (tensor<2x3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  // expected-error @+1 {{base_values has 3 elements for 2 classes}}
  %r:2 = onnx.ml.TreeEnsembleClassifier(%a0) {nodes_treeids = array<i64: 0>, nodes_nodeids = array<i64: 0>, nodes_featureids = array<i64: 0>, nodes_values = array<f32: 1.0>, nodes_modes = ["LEAF"], nodes_truenodeids = array<i64: 0>, nodes_falsenodeids = array<i64: 0>, class_treeids = array<i64: 0>, class_nodeids = array<i64: 0>, class_ids = array<i64: 0>, class_weights = array<f32: 1.0>, classlabels_int64s = array<i64: 0, 1>, base_values = array<f32: 1.0, 2.0, 3.0>} : (tensor<2x3xf32>) -> (!onnx.unknown, !onnx.unknown)
  return
}
