// SPDX-License-Identifier: Apache-2.0
// Runs that are refused: what the shapes and values of the inputs break.

func.func @empty(%a0: !onnx.seq<tensor<2xf32>>) -> tensor<?xf32> attributes {
    inputs = [[]],
    error = "the sequence is empty"} {
  %y = onnx.ConcatFromSequence(%a0) {axis = 0 : si64} : (!onnx.seq<tensor<2xf32>>) -> tensor<?xf32>
  return %y : tensor<?xf32>
}

func.func @other_dimension(%a0: !onnx.seq<tensor<2x?xf32>>) -> tensor<?x?xf32> attributes {
    inputs = [[dense<1.0> : tensor<2x3xf32>, dense<1.0> : tensor<2x4xf32>]],
    error = "elements differ in a dimension that is not joined"} {
  %y = onnx.ConcatFromSequence(%a0) {axis = 0 : si64} : (!onnx.seq<tensor<2x?xf32>>) -> tensor<?x?xf32>
  return %y : tensor<?x?xf32>
}

func.func @chunk(%a0: tensor<4xf32>, %a1: tensor<i64>) -> !onnx.seq<tensor<?xf32>> attributes {
    inputs = [dense<1.0> : tensor<4xf32>, dense<0> : tensor<i64>],
    error = "split must be positive"} {
  %y = onnx.SplitToSequence(%a0, %a1) : (tensor<4xf32>, tensor<i64>) -> !onnx.seq<tensor<?xf32>>
  return %y : !onnx.seq<tensor<?xf32>>
}

func.func @parts_beyond(%a0: tensor<4xf32>, %a1: tensor<2xi64>) -> !onnx.seq<tensor<?xf32>> attributes {
    inputs = [dense<1.0> : tensor<4xf32>, dense<[3, 2]> : tensor<2xi64>],
    error = "split goes beyond the input"} {
  %y = onnx.SplitToSequence(%a0, %a1) : (tensor<4xf32>, tensor<2xi64>) -> !onnx.seq<tensor<?xf32>>
  return %y : !onnx.seq<tensor<?xf32>>
}

func.func @parts_short(%a0: tensor<4xf32>, %a1: tensor<2xi64>) -> !onnx.seq<tensor<?xf32>> attributes {
    inputs = [dense<1.0> : tensor<4xf32>, dense<[1, 2]> : tensor<2xi64>],
    error = "split does not cover the input"} {
  %y = onnx.SplitToSequence(%a0, %a1) : (tensor<4xf32>, tensor<2xi64>) -> !onnx.seq<tensor<?xf32>>
  return %y : !onnx.seq<tensor<?xf32>>
}

func.func @erase(%a0: !onnx.seq<tensor<2xf32>>) -> !onnx.seq<tensor<2xf32>> attributes {
    inputs = [[]],
    error = "the sequence is empty"} {
  %none = onnx.None() : () -> none
  %y = onnx.SequenceErase(%a0, %none) : (!onnx.seq<tensor<2xf32>>, none) -> !onnx.seq<tensor<2xf32>>
  return %y : !onnx.seq<tensor<2xf32>>
}
