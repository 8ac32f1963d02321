// SPDX-License-Identifier: Apache-2.0
// Strings are addresses, i64; their operators are calls.
// RUN: cameo-opt %s --cameo-lower-onnx --canonicalize --split-input-file | FileCheck %s

// CHECK-LABEL: func.func @equal(
// CHECK-SAME: %[[X:.*]]: tensor<2xi64>) -> tensor<2xi8>
// CHECK: %[[S:.*]] = cameo.host_strings ["a", "b"] : tensor<2xi64>
// CHECK: cameo.host_call "cameo_op_string_equal" ins(%[[X]], %[[S]] : tensor<2xi64>, tensor<2xi64>) {dtypes = array<i32: 8, 8, 9>
func.func @equal(%x: tensor<2x!onnx.string>) -> tensor<2xi1> {
  %s = onnx.Constant() {value = dense<["a", "b"]> : tensor<2x!onnx.string>} : () -> tensor<2x!onnx.string>
  %y = onnx.Equal(%x, %s) : (tensor<2x!onnx.string>, tensor<2x!onnx.string>) -> tensor<2xi1>
  return %y : tensor<2xi1>
}

// -----
// RE2's white space has no vertical tab.
// CHECK-LABEL: func.func @regex(
// CHECK: cameo.host_call "cameo_op_regex_full_match"
// CHECK-SAME: pattern = "a[\\t\\n\\f\\r ]+[\\t\\n\\f\\r b]\\x{b}"
func.func @regex(%x: tensor<?x!onnx.string>) -> tensor<?xi1> {
  %y = onnx.RegexFullMatch(%x) {pattern = "a\\s+[\\sb]\\v"} : (tensor<?x!onnx.string>) -> tensor<?xi1>
  return %y : tensor<?xi1>
}

// -----
// Bigrams in order, each with its place in the pool and in the result.
// CHECK-LABEL: func.func @tfidf(
// CHECK: cameo.host_call "cameo_op_tfidf"
// CHECK-SAME: counts = array<i64: 2>, lengths = array<i64: 2>
// CHECK-SAME: outputs = array<i64: 3, 1>, skips = 0 : i64, starts = array<i64: 3, 1>
func.func @tfidf(%x: tensor<6xi64>) -> tensor<4xf32> {
  %y = onnx.TfIdfVectorizer(%x) {max_gram_length = 2 : si64, max_skip_count = 0 : si64, min_gram_length = 2 : si64,
      mode = "TF", ngram_counts = array<i64: 0, 1>, ngram_indexes = array<i64: 0, 1, 3>,
      pool_int64s = array<i64: 9, 7, 8, 5, 6>} : (tensor<6xi64>) -> tensor<4xf32>
  return %y : tensor<4xf32>
}

// -----
// CHECK-LABEL: func.func @main
// CHECK: cameo.host_call "cameo_op_cast_from_string"
// CHECK-SAME: dtypes = array<i32: 8, 1>
func.func @main(%x: tensor<2x!onnx.string>) -> tensor<2xf32> {
  %0 = onnx.Cast(%x) {to = 1 : si64} : (tensor<2x!onnx.string>) -> tensor<2xf32>
  return %0 : tensor<2xf32>
}

// -----
// CHECK-LABEL: func.func @main
// CHECK: cameo.host_call "cameo_op_string_concat"
func.func @main(%x: tensor<2x!onnx.string>, %y: tensor<2x!onnx.string>) -> tensor<2x!onnx.string> {
  %0 = onnx.StringConcat(%x, %y) : (tensor<2x!onnx.string>, tensor<2x!onnx.string>) -> tensor<2x!onnx.string>
  return %0 : tensor<2x!onnx.string>
}
