// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-lower-onnx --split-input-file | FileCheck %s

// CHECK-LABEL: func.func @main
// CHECK: linalg.generic
// CHECK: arith.subf
// CHECK: arith.mulf
func.func @main(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = onnx.ml.Scaler(%x) {offset = array<f32: 1.0, 2.0, 3.0>, scale = array<f32: 0.5, 0.25, 2.0>} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----
// A row of zeros stays as it is.
// CHECK-LABEL: func.func @main
// CHECK: "parallel", "reduction"]
// CHECK: math.sqrt
// CHECK: arith.cmpf une
// CHECK: arith.divf
// CHECK: arith.select
func.func @main(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = onnx.ml.Normalizer(%x) {norm = "L2"} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----
// NaN equals no number.
// CHECK-LABEL: func.func @main
// CHECK: arith.constant 7.000000e+00
// CHECK: arith.cmpf une, %[[X:.*]], %[[X]]
// CHECK: arith.select
func.func @main(%x: tensor<2x3xf32>) -> tensor<2x3xf32> {
  %0 = onnx.ml.Imputer(%x) {imputed_value_floats = array<f32: 7.0>, replaced_value_float = 0x7FC00000 : f32} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----
// Keys are sorted and searched by halves; the value of none of them comes last.
// CHECK-LABEL: func.func @main
// CHECK: dense<[1, 2, 3]>
// CHECK: dense<[1, 2, 0]>
// CHECK: dense<[5.000000e-01, 1.500000e+00, 2.500000e+00, -1.000000e+00]>
// CHECK: scf.for
// CHECK: arith.shrui
func.func @main(%x: tensor<4xi64>) -> tensor<4xf32> {
  %0 = onnx.ml.LabelEncoder(%x) {keys_int64s = array<i64: 3, 1, 2>, values_floats = array<f32: 0.5, 1.5, 2.5>, default_float = -1.0 : f32} : (tensor<4xi64>) -> tensor<4xf32>
  return %0 : tensor<4xf32>
}

// -----
// CHECK-LABEL: func.func @main
// CHECK: dense<[4, 5, 6]>
// CHECK: linalg.index 1
// CHECK: arith.cmpi eq
// CHECK: arith.uitofp
func.func @main(%x: tensor<2xi64>) -> tensor<2x3xf32> {
  %0 = onnx.ml.OneHotEncoder(%x) {cats_int64s = array<i64: 4, 5, 6>, zeros = 1 : si64} : (tensor<2xi64>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----
// A product with the coefficients, and the intercepts.
// CHECK-LABEL: func.func @main
// CHECK: dense<{{\[}}[1.000000e+00], [2.000000e+00], [3.000000e+00]]>
// CHECK: "parallel", "parallel", "reduction"]
// CHECK: arith.addf %{{.*}}, %cst
func.func @main(%x: tensor<2x3xf32>) -> tensor<2x1xf32> {
  %0 = onnx.ml.LinearRegressor(%x) {coefficients = array<f32: 1.0, 2.0, 3.0>, intercepts = array<f32: 0.5>} : (tensor<2x3xf32>) -> tensor<2x1xf32>
  return %0 : tensor<2x1xf32>
}

// -----
// Squared distances to the vectors, exponentials, a product with the coefficients.
// CHECK-LABEL: func.func @main
// CHECK: arith.subf
// CHECK: arith.mulf
// CHECK: arith.constant -5.000000e-01
// CHECK: math.exp
// CHECK: dense<{{\[}}[1.000000e+00], [-1.000000e+00]]>
// CHECK: "parallel", "parallel", "reduction"]
func.func @main(%x: tensor<2x2xf32>) -> tensor<2x1xf32> {
  %0 = onnx.ml.SVMRegressor(%x) {coefficients = array<f32: 1.0, -1.0>, kernel_params = array<f32: 0.5, 0.0, 3.0>, kernel_type = "RBF", n_supports = 2 : si64, rho = array<f32: 0.25>, support_vectors = array<f32: 0.0, 1.0, 1.0, 0.0>} : (tensor<2x2xf32>) -> tensor<2x1xf32>
  return %0 : tensor<2x1xf32>
}

// -----
// Nodes, thresholds and the places of roots are tables; sums are made in doubles.
// CHECK-LABEL: func.func @main
// CHECK: cameo.trees sum
// CHECK-SAME: outs(%{{.*}} : tensor<?x1xf64>)
// CHECK: arith.truncf
func.func @main(%x: tensor<?x2xf32>) -> tensor<?x1xf32> {
  %0 = onnx.ml.TreeEnsembleRegressor(%x) {n_targets = 1 : si64, nodes_treeids = array<i64: 0, 0, 0>, nodes_nodeids = array<i64: 0, 1, 2>, nodes_featureids = array<i64: 1, 0, 0>, nodes_modes = ["BRANCH_LEQ", "LEAF", "LEAF"], nodes_values = array<f32: 0.5, 0.0, 0.0>, nodes_truenodeids = array<i64: 1, 0, 0>, nodes_falsenodeids = array<i64: 2, 0, 0>, target_treeids = array<i64: 0, 0>, target_nodeids = array<i64: 1, 2>, target_ids = array<i64: 0, 0>, target_weights = array<f32: 1.0, 2.0>} : (tensor<?x2xf32>) -> tensor<?x1xf32>
  return %0 : tensor<?x1xf32>
}

// -----
// The keys find their columns, then the values go there.
// CHECK-LABEL: func.func @main
// CHECK: cameo.unbox %{{.*}} dtype 7
// CHECK: cameo.unbox %{{.*}} dtype 1
// CHECK: cameo.compute
// CHECK: linalg.fill
// CHECK: cameo.compute
// CHECK: tensor.expand_shape
func.func @main(%x: !onnx.map<i64, tensor<f32>>) -> tensor<1x3xf32> {
  %0 = onnx.ml.DictVectorizer(%x) {int64_vocabulary = array<i64: 4, 5, 6>} : (!onnx.map<i64, tensor<f32>>) -> tensor<1x3xf32>
  return %0 : tensor<1x3xf32>
}
