// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --split-input-file --verify-diagnostics

func.func @source(%n: index) -> tensor<?x8xf32> {
  %e = tensor.empty(%n) : tensor<?x8xf32>
  // expected-error @+1 {{is of an input only}}
  %0, %m = cameo.cache 0 %e rows(%n) axis 0 : tensor<?x8xf32> -> tensor<?x8xf32>
  return %0 : tensor<?x8xf32>
}

// -----
func.func @axis(%n: index, %x: tensor<?x8xf32>) -> tensor<?x8xf32> {
  // expected-error @+1 {{has no dimension 2}}
  %0, %m = cameo.cache 0 %x rows(%n) axis 2 : tensor<?x8xf32> -> tensor<?x8xf32>
  return %0 : tensor<?x8xf32>
}

// -----
func.func @sizes(%n: index, %x: tensor<?x8xf32>) -> tensor<?x4xf32> {
  // expected-error @+1 {{may change the size of dimension 0 only}}
  %0, %m = cameo.cache 0 %x rows(%n) axis 0 : tensor<?x8xf32> -> tensor<?x4xf32>
  return %0 : tensor<?x4xf32>
}

// -----
func.func @static(%n: index, %x: tensor<?x8xf32>) -> tensor<9x8xf32> {
  // expected-error @+1 {{cannot know the size of dimension 0}}
  %0, %m = cameo.cache 0 %x rows(%n) axis 0 : tensor<?x8xf32> -> tensor<9x8xf32>
  return %0 : tensor<9x8xf32>
}

// -----
func.func @read(%n: index, %x: tensor<?x8xf32>) -> index {
  // expected-error @+1 {{is for returns only: it may not be contiguous}}
  %0 = cameo.cache_rows %x(%n) axis 0 : tensor<?x8xf32> to tensor<?x8xf32>
  %c0 = arith.constant 0 : index
  %d = tensor.dim %0, %c0 : tensor<?x8xf32>
  return %d : index
}
