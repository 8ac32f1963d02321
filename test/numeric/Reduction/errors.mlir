// SPDX-License-Identifier: Apache-2.0
// Runs that are refused: what the shapes and values of the inputs break.

func.func @axis_twice(%a0: tensor<2x3xf32>, %a1: tensor<2xi64>) -> tensor<f32> attributes {
    inputs = [dense<1.0> : tensor<2x3xf32>, dense<[0, -2]> : tensor<2xi64>],
    error = "an axis is out of range or stated twice"} {
  %y = onnx.ReduceSum(%a0, %a1) {keepdims = 0 : si64} : (tensor<2x3xf32>, tensor<2xi64>) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @axis_outside(%a0: tensor<2x3xf32>, %a1: tensor<?xi64>) -> tensor<?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<2x3xf32>, dense<[2]> : tensor<1xi64>],
    error = "an axis is out of range"} {
  %y = onnx.ReduceSum(%a0, %a1) : (tensor<2x3xf32>, tensor<?xi64>) -> tensor<?x?xf32>
  return %y : tensor<?x?xf32>
}

func.func @empty_axis(%a0: tensor<2x?xf32>) -> tensor<2x1xi64> attributes {
    inputs = [dense<> : tensor<2x0xf32>],
    error = "the axis is empty"} {
  %y = onnx.ArgMax(%a0) {axis = 1 : si64} : (tensor<2x?xf32>) -> tensor<2x1xi64>
  return %y : tensor<2x1xi64>
}

func.func @cumulative_axis(%a0: tensor<2x3xf32>, %a1: tensor<i64>) -> tensor<2x3xf32> attributes {
    inputs = [dense<1.0> : tensor<2x3xf32>, dense<2> : tensor<i64>],
    error = "axis is out of range"} {
  %y = onnx.CumSum(%a0, %a1) : (tensor<2x3xf32>, tensor<i64>) -> tensor<2x3xf32>
  return %y : tensor<2x3xf32>
}

func.func @topk_more(%a0: tensor<2x3xf32>, %a1: tensor<1xi64>) -> tensor<2x?xf32> attributes {
    inputs = [dense<1.0> : tensor<2x3xf32>, dense<4> : tensor<1xi64>],
    error = "k is larger than the dimension"} {
  %y:2 = onnx.TopK(%a0, %a1) : (tensor<2x3xf32>, tensor<1xi64>) -> (tensor<2x?xf32>, tensor<2x?xi64>)
  return %y#0 : tensor<2x?xf32>
}
