// SPDX-License-Identifier: Apache-2.0
// Tensors split into sequences and joined again.

func.func @split_by_ones(%x: tensor<2x3xf32>) -> !onnx.seq<tensor<2xf32>> attributes {
    inputs = [dense<[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]> : tensor<2x3xf32>],
    outputs = [[dense<[1.0, 4.0]> : tensor<2xf32>, dense<[2.0, 5.0]> : tensor<2xf32>, dense<[3.0, 6.0]> : tensor<2xf32>]]} {
  %none = onnx.None() : () -> none
  %s = onnx.SplitToSequence(%x, %none) {axis = -1 : si64, keepdims = 0 : si64} : (tensor<2x3xf32>, none) -> !onnx.seq<tensor<2xf32>>
  return %s : !onnx.seq<tensor<2xf32>>
}

func.func @split_uneven(%x: tensor<5xi32>, %n: tensor<i64>) -> !onnx.seq<tensor<?xi32>> attributes {
    inputs = [dense<[1, 2, 3, 4, 5]> : tensor<5xi32>, dense<2> : tensor<i64>],
    outputs = [[dense<[1, 2]> : tensor<2xi32>, dense<[3, 4]> : tensor<2xi32>, dense<[5]> : tensor<1xi32>]]} {
  %s = onnx.SplitToSequence(%x, %n) : (tensor<5xi32>, tensor<i64>) -> !onnx.seq<tensor<?xi32>>
  return %s : !onnx.seq<tensor<?xi32>>
}

func.func @split_sizes(%x: tensor<2x4xf32>, %n: tensor<3xi64>) -> !onnx.seq<tensor<2x?xf32>> attributes {
    inputs = [dense<[[1.0, 2.0, 3.0, 4.0], [5.0, 6.0, 7.0, 8.0]]> : tensor<2x4xf32>, dense<[1, 0, 3]> : tensor<3xi64>],
    outputs = [[dense<[[1.0], [5.0]]> : tensor<2x1xf32>, dense<> : tensor<2x0xf32>, dense<[[2.0, 3.0, 4.0], [6.0, 7.0, 8.0]]> : tensor<2x3xf32>]]} {
  %s = onnx.SplitToSequence(%x, %n) {axis = 1 : si64} : (tensor<2x4xf32>, tensor<3xi64>) -> !onnx.seq<tensor<2x?xf32>>
  return %s : !onnx.seq<tensor<2x?xf32>>
}

func.func @split_nothing(%x: tensor<0x2xf32>) -> !onnx.seq<tensor<1x2xf32>> attributes {
    inputs = [dense<> : tensor<0x2xf32>], outputs = [[]]} {
  %none = onnx.None() : () -> none
  %s = onnx.SplitToSequence(%x, %none) : (tensor<0x2xf32>, none) -> !onnx.seq<tensor<1x2xf32>>
  return %s : !onnx.seq<tensor<1x2xf32>>
}

func.func @concat(%s: !onnx.seq<tensor<2x?xf32>>) -> tensor<2x?xf32> attributes {
    inputs = [[dense<[[1.0], [2.0]]> : tensor<2x1xf32>, dense<[[3.0, 4.0], [5.0, 6.0]]> : tensor<2x2xf32>]],
    outputs = [dense<[[1.0, 3.0, 4.0], [2.0, 5.0, 6.0]]> : tensor<2x3xf32>]} {
  %y = onnx.ConcatFromSequence(%s) {axis = -1 : si64} : (!onnx.seq<tensor<2x?xf32>>) -> tensor<2x?xf32>
  return %y : tensor<2x?xf32>
}

func.func @stack(%s: !onnx.seq<tensor<2xf32>>) -> (tensor<?x2xf32>, tensor<2x?xf32>) attributes {
    inputs = [[dense<[1.0, 2.0]> : tensor<2xf32>, dense<[3.0, 4.0]> : tensor<2xf32>, dense<[5.0, 6.0]> : tensor<2xf32>]],
    outputs = [dense<[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]]> : tensor<3x2xf32>, dense<[[1.0, 3.0, 5.0], [2.0, 4.0, 6.0]]> : tensor<2x3xf32>]} {
  %y = onnx.ConcatFromSequence(%s) {axis = 0 : si64, new_axis = 1 : si64} : (!onnx.seq<tensor<2xf32>>) -> tensor<?x2xf32>
  %z = onnx.ConcatFromSequence(%s) {axis = -1 : si64, new_axis = 1 : si64} : (!onnx.seq<tensor<2xf32>>) -> tensor<2x?xf32>
  return %y, %z : tensor<?x2xf32>, tensor<2x?xf32>
}

func.func @there_and_back(%x: tensor<4x2xf64>, %n: tensor<i64>) -> tensor<?x2xf64> attributes {
    inputs = [dense<[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0], [7.0, 8.0]]> : tensor<4x2xf64>, dense<3> : tensor<i64>],
    outputs = [dense<[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0], [7.0, 8.0]]> : tensor<4x2xf64>]} {
  %s = onnx.SplitToSequence(%x, %n) : (tensor<4x2xf64>, tensor<i64>) -> !onnx.seq<tensor<?x2xf64>>
  %y = onnx.ConcatFromSequence(%s) {axis = 0 : si64} : (!onnx.seq<tensor<?x2xf64>>) -> tensor<?x2xf64>
  return %y : tensor<?x2xf64>
}
