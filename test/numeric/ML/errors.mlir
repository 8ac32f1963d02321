// SPDX-License-Identifier: Apache-2.0
// Runs that are refused: what the shapes and values of the inputs break.

func.func @features(%a0: tensor<2x?xf32>) -> tensor<2x1xf32> attributes {
    inputs = [dense<1.0> : tensor<2x3xf32>],
    error = "does not get as many features as it takes"} {
  %y = onnx.ml.LinearRegressor(%a0) {coefficients = array<f32: 1.0, 2.0>} : (tensor<2x?xf32>) -> tensor<2x1xf32>
  return %y : tensor<2x1xf32>
}

func.func @fewer_features(%a0: tensor<2x?xf32>) -> tensor<2x1xf32> attributes {
    inputs = [dense<1.0> : tensor<2x1xf32>],
    error = "gets fewer features than it takes"} {
  %y = onnx.ml.TreeEnsembleRegressor(%a0) {nodes_treeids = array<i64: 0, 0, 0>, nodes_nodeids = array<i64: 0, 1, 2>, nodes_featureids = array<i64: 1, 0, 0>, nodes_values = array<f32: 1.0, 0.0, 0.0>, nodes_modes = ["BRANCH_LEQ", "LEAF", "LEAF"], nodes_truenodeids = array<i64: 1, 0, 0>, nodes_falsenodeids = array<i64: 2, 0, 0>, target_treeids = array<i64: 0>, target_nodeids = array<i64: 1>, target_ids = array<i64: 0>, target_weights = array<f32: 1.0>} : (tensor<2x?xf32>) -> tensor<2x1xf32>
  return %y : tensor<2x1xf32>
}

func.func @columns(%a0: tensor<2x?xf32>) -> tensor<2x?xf32> attributes {
    inputs = [dense<1.0> : tensor<2x3xf32>],
    error = "offset does not have as many elements as there are columns"} {
  %y = onnx.ml.Scaler(%a0) {offset = array<f32: 1.0, 2.0>, scale = array<f32: 1.0>} : (tensor<2x?xf32>) -> tensor<2x?xf32>
  return %y : tensor<2x?xf32>
}

func.func @rows(%a0: tensor<?x1xf32>, %a1: tensor<?x1xf32>) -> tensor<?x2xf32> attributes {
    inputs = [dense<1.0> : tensor<2x1xf32>, dense<1.0> : tensor<3x1xf32>],
    error = "operands differ in the number of rows"} {
  %y = onnx.ml.FeatureVectorizer(%a0, %a1) : (tensor<?x1xf32>, tensor<?x1xf32>) -> tensor<?x2xf32>
  return %y : tensor<?x2xf32>
}

func.func @category(%a0: tensor<2xi64>) -> tensor<2x2xf32> attributes {
    inputs = [dense<[1, 9]> : tensor<2xi64>],
    error = "is given a category that it does not know"} {
  %y = onnx.ml.OneHotEncoder(%a0) {cats_int64s = array<i64: 1, 2>, zeros = 0 : si64} : (tensor<2xi64>) -> tensor<2x2xf32>
  return %y : tensor<2x2xf32>
}

func.func @labels(%a0: tensor<2x?xf32>) -> !onnx.seq<!onnx.map<i64, tensor<f32>>> attributes {
    inputs = [dense<1.0> : tensor<2x3xf32>],
    error = "there are not as many scores as labels"} {
  %y = onnx.ml.ZipMap(%a0) {classlabels_int64s = array<i64: 1, 2>} : (tensor<2x?xf32>) -> !onnx.seq<!onnx.map<i64, tensor<f32>>>
  return %y : !onnx.seq<!onnx.map<i64, tensor<f32>>>
}

func.func @map_key(%a0: !onnx.map<i64, tensor<f32>>) -> tensor<1x3xf32> attributes {
    inputs = [[dense<[0, 5]> : tensor<2xi64>, dense<1.0> : tensor<2xf32>]],
    error = "a key is not below max_map"} {
  %y = onnx.ml.CastMap(%a0) {map_form = "SPARSE", max_map = 3 : si64} : (!onnx.map<i64, tensor<f32>>) -> tensor<1x3xf32>
  return %y : tensor<1x3xf32>
}
