// SPDX-License-Identifier: Apache-2.0
// Runs that are refused: what the shapes and values of the inputs break.

func.func @empty_optional(%a0: !onnx.opt<tensor<2xf32>>) -> tensor<2xf32> attributes {
    inputs = [[]],
    error = "the optional is empty"} {
  %y = onnx.OptionalGetElement(%a0) : (!onnx.opt<tensor<2xf32>>) -> tensor<2xf32>
  return %y : tensor<2xf32>
}

func.func @sequences(%a: !onnx.seq<tensor<2xf32>>, %b: !onnx.seq<tensor<2xf32>>) -> !onnx.seq<tensor<2xf32>> attributes {
    inputs = [[dense<1.0> : tensor<2xf32>], [dense<1.0> : tensor<2xf32>, dense<2.0> : tensor<2xf32>]],
    error = "the sequences differ in length"} {
  %y = onnx.SequenceMap(%a, %b) : (!onnx.seq<tensor<2xf32>>, !onnx.seq<tensor<2xf32>>) -> !onnx.seq<tensor<2xf32>> {
  ^bb0(%p: tensor<2xf32>, %q: tensor<2xf32>):
    %s = onnx.Add(%p, %q) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
    onnx.Yield(%s) : (tensor<2xf32>) -> ()
  }
  return %y : !onnx.seq<tensor<2xf32>>
}

func.func @scan_lengths(%a: tensor<?x2xf32>, %b: tensor<?x2xf32>) -> tensor<?x2xf32> attributes {
    inputs = [dense<1.0> : tensor<3x2xf32>, dense<1.0> : tensor<2x2xf32>],
    error = "scan inputs differ in length"} {
  %y = onnx.Scan(%a, %b) {num_scan_inputs = 2 : si64} : (tensor<?x2xf32>, tensor<?x2xf32>) -> tensor<?x2xf32> {
  ^bb0(%p: tensor<2xf32>, %q: tensor<2xf32>):
    %s = onnx.Add(%p, %q) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
    onnx.Yield(%s) : (tensor<2xf32>) -> ()
  }
  return %y : tensor<?x2xf32>
}

func.func @scan_shapes(%n: tensor<i64>) -> tensor<?x?xf32> attributes {
    inputs = [dense<3> : tensor<i64>],
    error = "iterations give values of different shapes"} {
  %none = onnx.None() : () -> none
  %one = onnx.Constant() {value = dense<1> : tensor<i64>} : () -> tensor<i64>
  %zero = onnx.Constant() {value = dense<0> : tensor<i64>} : () -> tensor<i64>
  %y = onnx.Loop(%n, %none) : (tensor<i64>, none) -> tensor<?x?xf32> {
  ^bb0(%i: tensor<i64>, %c: tensor<i1>):
    %r = onnx.Range(%zero, %i, %one) : (tensor<i64>, tensor<i64>, tensor<i64>) -> tensor<?xi64>
    %f = onnx.Cast(%r) {to = 1 : si64} : (tensor<?xi64>) -> tensor<?xf32>
    onnx.Yield(%c, %f) : (tensor<i1>, tensor<?xf32>) -> ()
  }
  return %y : tensor<?x?xf32>
}
