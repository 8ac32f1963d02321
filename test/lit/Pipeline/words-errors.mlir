// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --split-input-file --verify-diagnostics

func.func @type(%a: tensor<2x8xi16>) {
  // expected-error @+1 {{takes rows of i8 or bf16 and gives as many of i32}}
  %0 = cameo.words %a : tensor<2x8xi16> to tensor<2x2xi32>
  return
}

// -----
func.func @size(%a: tensor<2x6xi8>) {
  // expected-error @+1 {{needs rows of a known multiple of four bytes}}
  %0 = cameo.words %a : tensor<2x6xi8> to tensor<2x1xi32>
  return
}

// -----
func.func @width(%a: i16) {
  // expected-error @+1 {{works on 32-bit words}}
  %0 = cameo.dot4 %a, %a, %a : i16
  return
}

// -----
func.func @packed_width(%a: tensor<2xi8>) {
  // expected-error @+1 {{takes a row of i8 and gives elements of 2 or 4 bits}}
  %0 = cameo.packed %a : tensor<2xi8> to tensor<2xi8>
  return
}

// -----
func.func @packed_sizes(%a: tensor<2xi8>) {
  // expected-error @+1 {{needs a size for each dimension that is not static}}
  %0 = cameo.packed %a : tensor<2xi8> to tensor<?xi4>
  return
}

// -----
func.func @pair_width(%a: i16, %s: f32) {
  // expected-error @+1 {{works on 32-bit words and f32}}
  %0 = cameo.dot2 %a, %a, %s : i16, f32
  return
}
