// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --split-input-file --verify-diagnostics

func.func @strings() -> tensor<2xi64> {
  // expected-error @below {{has 1 strings for 'tensor<2xi64>'}}
  %s = cameo.host_strings ["a"] : tensor<2xi64>
  return %s : tensor<2xi64>
}

// -----

func.func @zero_byte() -> tensor<1xi64> {
  // expected-error @below {{strings must not hold a zero byte}}
  %s = cameo.host_strings ["a\00b"] : tensor<1xi64>
  return %s : tensor<1xi64>
}

// -----

func.func @dtypes(%x: tensor<2xf32>) {
  // expected-error @below {{needs one element type for each input and result}}
  cameo.host_call "f" ins(%x : tensor<2xf32>) {dtypes = array<i32>}
  return
}

// -----

func.func @sizes(%x: tensor<2xf32>) {
  // expected-error @below {{has 0 sizes for 1 dynamic dimensions}}
  %y = cameo.host_call "f" ins(%x : tensor<2xf32>) {dtypes = array<i32: 1, 1>} -> tensor<?xf32>
  return
}

// -----

func.func @allocates(%x: tensor<2xf32>) {
  // expected-error @below {{'allocates' must number results in ascending order}}
  %y = cameo.host_call "f" ins(%x : tensor<2xf32>) {allocates = array<i64: 1>, dtypes = array<i32: 1, 1>} -> tensor<?xf32>
  return
}

// -----

func.func @parameters(%x: tensor<2xf32>) {
  // expected-error @below {{parameter 'a' is no constant that a function can take}}
  cameo.host_call "f" ins(%x : tensor<2xf32>) {dtypes = array<i32: 1>, parameters = {a = unit}}
  return
}
