// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --split-input-file --cameo-conv-layout | FileCheck %s

// 512 channels at 7x7: the filter comes from memory. A core that streams 4 bytes a cycle stays with the direct form, whose
// filter is smaller; one that streams 8 multiplies less.
// CHECK-LABEL: func.func @slow
// CHECK-NOT: cameo.winograd
// CHECK: return
module attributes {cameo.target = {vector_bytes = 64 : i64, vector_registers = 32 : i64, l2 = 1048576 : i64}} {
func.func @slow(%x: tensor<1x512x7x7xf32>) -> tensor<1x512x7x7xf32> {
  %w = arith.constant dense<0.5> : tensor<512x512x3x3xf32>
  %e = tensor.empty() : tensor<1x512x7x7xf32>
  %a = cameo.conv ins(%x, %w : tensor<1x512x7x7xf32>, tensor<512x512x3x3xf32>) outs(%e : tensor<1x512x7x7xf32>) {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, groups = 1 : i64} -> tensor<1x512x7x7xf32>
  return %a : tensor<1x512x7x7xf32>
}
}

// -----
// CHECK-LABEL: func.func @fast
// CHECK: cameo.winograd = 2
// CHECK: return
module attributes {cameo.target = {vector_bytes = 64 : i64, vector_registers = 32 : i64, l2 = 1048576 : i64, stream_bytes = 8 : i64}} {
func.func @fast(%x: tensor<1x512x7x7xf32>) -> tensor<1x512x7x7xf32> {
  %w = arith.constant dense<0.5> : tensor<512x512x3x3xf32>
  %e = tensor.empty() : tensor<1x512x7x7xf32>
  %a = cameo.conv ins(%x, %w : tensor<1x512x7x7xf32>, tensor<512x512x3x3xf32>) outs(%e : tensor<1x512x7x7xf32>) {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, groups = 1 : i64} -> tensor<1x512x7x7xf32>
  return %a : tensor<1x512x7x7xf32>
}
}
