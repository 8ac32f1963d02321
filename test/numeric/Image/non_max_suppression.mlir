// SPDX-License-Identifier: Apache-2.0
// NonMaxSuppression whose numbers of boxes are known when the model is compiled.

func.func @one_box_of_two_classes(%boxes: tensor<1x1x4xf32>, %scores: tensor<1x2x1xf32>) -> tensor<?x3xi64> attributes {
    inputs = [dense<[[[0.0, 0.0, 2.0, 2.0]]]> : tensor<1x1x4xf32>, dense<[[[0.5], [0.25]]]> : tensor<1x2x1xf32>],
    outputs = [dense<[[0, 0, 0], [0, 1, 0]]> : tensor<2x3xi64>]} {
  %most = onnx.Constant() {value = dense<3> : tensor<i64>} : () -> tensor<i64>
  %iou = onnx.Constant() {value = dense<0.5> : tensor<f32>} : () -> tensor<f32>
  %none = onnx.None() : () -> none
  %y = onnx.NonMaxSuppression(%boxes, %scores, %most, %iou, %none) : (tensor<1x1x4xf32>, tensor<1x2x1xf32>, tensor<i64>, tensor<f32>, none) -> tensor<?x3xi64>
  return %y : tensor<?x3xi64>
}

// Of the overlapping first two the better one stays; the third is not wanted any more.
func.func @one_of_three(%boxes: tensor<1x3x4xf32>, %scores: tensor<1x1x3xf32>) -> tensor<?x3xi64> attributes {
    inputs = [dense<[[[0.0, 0.0, 2.0, 2.0], [0.0, 0.0, 2.0, 2.5], [5.0, 5.0, 6.0, 6.0]]]> : tensor<1x3x4xf32>,
      dense<[[[0.5, 0.75, 0.25]]]> : tensor<1x1x3xf32>],
    outputs = [dense<[[0, 0, 1]]> : tensor<1x3xi64>]} {
  %most = onnx.Constant() {value = dense<1> : tensor<i64>} : () -> tensor<i64>
  %none = onnx.None() : () -> none
  %y = onnx.NonMaxSuppression(%boxes, %scores, %most, %none, %none) : (tensor<1x3x4xf32>, tensor<1x1x3xf32>, tensor<i64>, none, none) -> tensor<?x3xi64>
  return %y : tensor<?x3xi64>
}

func.func @none_wanted(%boxes: tensor<2x1x4xf32>, %scores: tensor<2x3x1xf32>) -> tensor<?x3xi64> attributes {
    inputs = [dense<[[[0.0, 0.0, 2.0, 2.0]], [[0.0, 0.0, 1.0, 1.0]]]> : tensor<2x1x4xf32>, dense<0.5> : tensor<2x3x1xf32>],
    outputs = [dense<> : tensor<0x3xi64>]} {
  %most = onnx.Constant() {value = dense<0> : tensor<i64>} : () -> tensor<i64>
  %none = onnx.None() : () -> none
  %y = onnx.NonMaxSuppression(%boxes, %scores, %most, %none, %none) {center_point_box = 1 : si64} : (tensor<2x1x4xf32>, tensor<2x3x1xf32>, tensor<i64>, none, none) -> tensor<?x3xi64>
  return %y : tensor<?x3xi64>
}
