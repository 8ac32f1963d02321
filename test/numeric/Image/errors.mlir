// SPDX-License-Identifier: Apache-2.0
// Runs that are refused: what the shapes and values of the inputs break.

func.func @roi_columns(%a0: tensor<1x1x4x4xf32>, %a1: tensor<2x?xf32>, %a2: tensor<2xi64>) -> tensor<2x1x1x1xf32> attributes {
    inputs = [dense<1.0> : tensor<1x1x4x4xf32>, dense<1.0> : tensor<2x5xf32>, dense<0> : tensor<2xi64>],
    error = "rois must have four columns"} {
  %y = onnx.RoiAlign(%a0, %a1, %a2) : (tensor<1x1x4x4xf32>, tensor<2x?xf32>, tensor<2xi64>) -> tensor<2x1x1x1xf32>
  return %y : tensor<2x1x1x1xf32>
}

func.func @roi_batches(%a0: tensor<1x1x4x4xf32>, %a1: tensor<?x4xf32>, %a2: tensor<?xi64>) -> tensor<?x1x1x1xf32> attributes {
    inputs = [dense<1.0> : tensor<1x1x4x4xf32>, dense<1.0> : tensor<2x4xf32>, dense<0> : tensor<3xi64>],
    error = "batch_indices do not match the rois"} {
  %y = onnx.RoiAlign(%a0, %a1, %a2) : (tensor<1x1x4x4xf32>, tensor<?x4xf32>, tensor<?xi64>) -> tensor<?x1x1x1xf32>
  return %y : tensor<?x1x1x1xf32>
}

func.func @pool_roi_columns(%a0: tensor<1x1x4x4xf32>, %a1: tensor<2x?xf32>) -> tensor<2x1x1x1xf32> attributes {
    inputs = [dense<1.0> : tensor<1x1x4x4xf32>, dense<1.0> : tensor<2x4xf32>],
    error = "rois must have five columns"} {
  %y = onnx.MaxRoiPool(%a0, %a1) {pooled_shape = array<i64: 1, 1>} : (tensor<1x1x4x4xf32>, tensor<2x?xf32>) -> tensor<2x1x1x1xf32>
  return %y : tensor<2x1x1x1xf32>
}

func.func @boxes_batch(%a0: tensor<?x3x4xf32>, %a1: tensor<?x1x3xf32>) -> tensor<?x3xi64> attributes {
    inputs = [dense<1.0> : tensor<2x3x4xf32>, dense<1.0> : tensor<1x1x3xf32>],
    error = "boxes and scores differ in batch size"} {
  %none = onnx.None() : () -> none
  %y = onnx.NonMaxSuppression(%a0, %a1, %none, %none, %none) : (tensor<?x3x4xf32>, tensor<?x1x3xf32>, none, none, none) -> tensor<?x3xi64>
  return %y : tensor<?x3xi64>
}

func.func @boxes_number(%a0: tensor<1x?x4xf32>, %a1: tensor<1x1x?xf32>) -> tensor<?x3xi64> attributes {
    inputs = [dense<1.0> : tensor<1x3x4xf32>, dense<1.0> : tensor<1x1x2xf32>],
    error = "boxes and scores differ in number"} {
  %none = onnx.None() : () -> none
  %y = onnx.NonMaxSuppression(%a0, %a1, %none, %none, %none) : (tensor<1x?x4xf32>, tensor<1x1x?xf32>, none, none, none) -> tensor<?x3xi64>
  return %y : tensor<?x3xi64>
}

func.func @boxes_columns(%a0: tensor<1x3x?xf32>, %a1: tensor<1x1x3xf32>) -> tensor<?x3xi64> attributes {
    inputs = [dense<1.0> : tensor<1x3x5xf32>, dense<1.0> : tensor<1x1x3xf32>],
    error = "boxes must have four columns"} {
  %none = onnx.None() : () -> none
  %y = onnx.NonMaxSuppression(%a0, %a1, %none, %none, %none) : (tensor<1x3x?xf32>, tensor<1x1x3xf32>, none, none, none) -> tensor<?x3xi64>
  return %y : tensor<?x3xi64>
}

func.func @resize_axes(%a0: tensor<1x1x2x2xf32>, %a1: tensor<?xf32>) -> tensor<1x1x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<1x1x2x2xf32>, dense<1.0> : tensor<3xf32>],
    error = "scales or sizes do not match the axes"} {
  %none = onnx.None() : () -> none
  %y = onnx.Resize(%a0, %none, %a1, %none) : (tensor<1x1x2x2xf32>, none, tensor<?xf32>, none) -> tensor<1x1x?x?xf32>
  return %y : tensor<1x1x?x?xf32>
}

func.func @grid_width(%a0: tensor<1x1x4x4xf32>, %a1: tensor<1x2x2x?xf32>) -> tensor<1x1x2x2xf32> attributes {
    inputs = [dense<1.0> : tensor<1x1x4x4xf32>, dense<1.0> : tensor<1x2x2x3xf32>],
    error = "grid's last dimension is not the number of spatial dimensions"} {
  %y = onnx.GridSample(%a0, %a1) : (tensor<1x1x4x4xf32>, tensor<1x2x2x?xf32>) -> tensor<1x1x2x2xf32>
  return %y : tensor<1x1x2x2xf32>
}

func.func @grid_batch(%a0: tensor<?x1x4x4xf32>, %a1: tensor<?x2x2x2xf32>) -> tensor<?x1x2x2xf32> attributes {
    inputs = [dense<1.0> : tensor<1x1x4x4xf32>, dense<1.0> : tensor<2x2x2x2xf32>],
    error = "grid has another batch size"} {
  %y = onnx.GridSample(%a0, %a1) : (tensor<?x1x4x4xf32>, tensor<?x2x2x2xf32>) -> tensor<?x1x2x2xf32>
  return %y : tensor<?x1x2x2xf32>
}

func.func @theta(%a0: tensor<2x?x3xf32>, %a1: tensor<4xi64>) -> tensor<?x?x?x2xf32> attributes {
    inputs = [dense<1.0> : tensor<2x3x3xf32>, dense<[1, 1, 2, 2]> : tensor<4xi64>],
    error = "theta does not match size"} {
  %y = onnx.AffineGrid(%a0, %a1) : (tensor<2x?x3xf32>, tensor<4xi64>) -> tensor<?x?x?x2xf32>
  return %y : tensor<?x?x?x2xf32>
}
