// SPDX-License-Identifier: Apache-2.0
// Strings through operators that move data, compare or sort.

func.func @unique(%x: tensor<5x!onnx.string>) -> (tensor<?x!onnx.string>, tensor<?xi64>, tensor<5xi64>, tensor<?xi64>) attributes {
    inputs = [dense<["b", "a", "b", "", "ab"]> : tensor<5x!onnx.string>],
    outputs = [dense<["", "a", "ab", "b"]> : tensor<4x!onnx.string>, dense<[3, 1, 4, 0]> : tensor<4xi64>,
               dense<[3, 1, 3, 0, 2]> : tensor<5xi64>, dense<[1, 1, 1, 2]> : tensor<4xi64>]} {
  %y:4 = onnx.Unique(%x) : (tensor<5x!onnx.string>) -> (tensor<?x!onnx.string>, tensor<?xi64>, tensor<5xi64>, tensor<?xi64>)
  return %y#0, %y#1, %y#2, %y#3 : tensor<?x!onnx.string>, tensor<?xi64>, tensor<5xi64>, tensor<?xi64>
}

func.func @move(%x: tensor<2x!onnx.string>, %i: tensor<3xi64>) -> tensor<2x3x!onnx.string> attributes {
    inputs = [dense<["a", "b"]> : tensor<2x!onnx.string>, dense<[1, -2, 1]> : tensor<3xi64>],
    outputs = [dense<[["b", "a", "b"], ["c", "c", "c"]]> : tensor<2x3x!onnx.string>]} {
  %c = onnx.Constant() {value = dense<["c"]> : tensor<1x!onnx.string>} : () -> tensor<1x!onnx.string>
  %g = onnx.Gather(%x, %i) : (tensor<2x!onnx.string>, tensor<3xi64>) -> tensor<3x!onnx.string>
  %n = onnx.Constant() {value = dense<[[true, true, true], [false, false, false]]> : tensor<2x3xi1>} : () -> tensor<2x3xi1>
  %w = onnx.Where(%n, %g, %c) : (tensor<2x3xi1>, tensor<3x!onnx.string>, tensor<1x!onnx.string>) -> tensor<2x3x!onnx.string>
  return %w : tensor<2x3x!onnx.string>
}

func.func @pad(%x: tensor<2x!onnx.string>) -> tensor<4x!onnx.string> attributes {
    inputs = [dense<["a", "b"]> : tensor<2x!onnx.string>],
    outputs = [dense<["", "a", "b", ""]> : tensor<4x!onnx.string>]} {
  %p = onnx.Constant() {value = dense<[1, 1]> : tensor<2xi64>} : () -> tensor<2xi64>
  %none = onnx.None() : () -> none
  %y = onnx.Pad(%x, %p, %none, %none) : (tensor<2x!onnx.string>, tensor<2xi64>, none, none) -> tensor<4x!onnx.string>
  return %y : tensor<4x!onnx.string>
}

func.func @tfidf(%x: tensor<2x3x!onnx.string>) -> tensor<2x3xf32> attributes {
    inputs = [dense<[["a", "b", "a"], ["b", "a", "c"]]> : tensor<2x3x!onnx.string>],
    outputs = [dense<[[1.0, 0.5, 2.0], [0.5, 0.0, 2.0]]> : tensor<2x3xf32>]} {
  %y = onnx.TfIdfVectorizer(%x) {max_gram_length = 2 : si64, max_skip_count = 0 : si64, min_gram_length = 1 : si64,
      mode = "TFIDF", ngram_counts = array<i64: 0, 1>, ngram_indexes = array<i64: 0, 1, 2>,
      pool_strings = ["a", "a", "b", "b", "a"], weights = array<f32: 0.5, 0.5, 2.0>}
    : (tensor<2x3x!onnx.string>) -> tensor<2x3xf32>
  return %y : tensor<2x3xf32>
}

func.func @unique_of_no_strings(%x: tensor<0x2x!onnx.string>) -> (tensor<0x?x!onnx.string>, tensor<?xi64>, tensor<2xi64>, tensor<?xi64>) attributes {
    inputs = [dense<> : tensor<0x2x!onnx.string>],
    outputs = [dense<> : tensor<0x1x!onnx.string>, dense<0> : tensor<1xi64>, dense<0> : tensor<2xi64>, dense<2> : tensor<1xi64>]} {
  %y:4 = onnx.Unique(%x) {axis = 1 : si64} : (tensor<0x2x!onnx.string>) -> (tensor<0x?x!onnx.string>, tensor<?xi64>, tensor<2xi64>, tensor<?xi64>)
  return %y#0, %y#1, %y#2, %y#3 : tensor<0x?x!onnx.string>, tensor<?xi64>, tensor<2xi64>, tensor<?xi64>
}
