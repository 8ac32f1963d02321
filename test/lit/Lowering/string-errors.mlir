// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-lower-onnx --split-input-file --verify-diagnostics

func.func @pattern(%x: tensor<2x!onnx.string>) -> tensor<2xi1> {
  // expected-error @+1 {{pattern: invalid perl operator: (?=}}
  %y = onnx.RegexFullMatch(%x) {pattern = "(?=a)"} : (tensor<2x!onnx.string>) -> tensor<2xi1>
  return %y : tensor<2xi1>
}

// -----
func.func @zero_byte() -> tensor<1x!onnx.string> {
  // expected-error @+1 {{a string with a zero byte is not supported: strings end there}}
  %s = onnx.Constant() {value = dense<["a\00b"]> : tensor<1x!onnx.string>} : () -> tensor<1x!onnx.string>
  return %s : tensor<1x!onnx.string>
}

// -----
func.func @pool(%x: tensor<6xi64>) -> tensor<1xf32> {
  // expected-error @+1 {{ngram_counts does not cut the pool into n-grams}}
  %y = onnx.TfIdfVectorizer(%x) {max_gram_length = 2 : si64, max_skip_count = 0 : si64, min_gram_length = 1 : si64,
      mode = "TF", ngram_counts = array<i64: 0, 1>, ngram_indexes = array<i64: 0>,
      pool_int64s = array<i64: 9, 7>} : (tensor<6xi64>) -> tensor<1xf32>
  return %y : tensor<1xf32>
}

// -----
func.func @main(%a0: tensor<4xi64>) {
  // expected-error @+1 {{ngram_indexes has fewer entries than the pool has n-grams}}
  %r = onnx.TfIdfVectorizer(%a0) {max_skip_count = 0 : si64, mode = "TF", ngram_counts = array<i64: 0>, min_gram_length = 1 : si64, max_gram_length = 1 : si64, ngram_indexes = array<i64: 0>, pool_int64s = array<i64: 1, 2>} : (tensor<4xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4xi64>) {
  // expected-error @+1 {{needs 1 <= min_gram_length <= max_gram_length and max_skip_count >= 0}}
  %r = onnx.TfIdfVectorizer(%a0) {max_skip_count = 0 : si64, mode = "TF", ngram_counts = array<i64: 0>, min_gram_length = 2 : si64, max_gram_length = 1 : si64, ngram_indexes = array<i64: 0>, pool_int64s = array<i64: 1>} : (tensor<4xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4xf32>) {
  // expected-error @+1 {{X must hold int32, int64 or strings}}
  %r = onnx.TfIdfVectorizer(%a0) {max_skip_count = 0 : si64, mode = "TF", ngram_counts = array<i64: 0>, min_gram_length = 1 : si64, max_gram_length = 1 : si64, ngram_indexes = array<i64: 0>, pool_int64s = array<i64: 1>} : (tensor<4xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4x!onnx.string>) {
  // expected-error @+1 {{it holds a zero byte}}
  %r = onnx.RegexFullMatch(%a0) {pattern = "a\00b"} : (tensor<4x!onnx.string>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4x!onnx.string>) {
  // expected-error @+1 {{\C, a single byte, is not supported}}
  %r = onnx.RegexFullMatch(%a0) {pattern = "\\C"} : (tensor<4x!onnx.string>) -> !onnx.unknown
  return
}
