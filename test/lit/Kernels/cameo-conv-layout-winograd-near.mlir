// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-conv-layout | FileCheck %s --check-prefix=NEAR
// RUN: sed 's/l2 = 1048576/l2 = 262144/' %s | cameo-opt --cameo-conv-layout | FileCheck %s --check-prefix=FAR

// Four tiles are enough for the larger filter where the second-level cache holds all weights of the model.
module attributes {cameo.target = {vector_bytes = 64 : i64, vector_registers = 32 : i64, l2 = 1048576 : i64}} {
// NEAR: cameo.winograd = 4
// FAR-NOT: cameo.winograd
func.func @few_tiles(%x: tensor<?x32x8x8xf32>, %n: index) -> tensor<?x32x8x8xf32> {
  %w = arith.constant dense<0.5> : tensor<32x32x3x3xf32>
  %e = tensor.empty(%n) : tensor<?x32x8x8xf32>
  %c = cameo.conv ins(%x, %w : tensor<?x32x8x8xf32>, tensor<32x32x3x3xf32>) outs(%e : tensor<?x32x8x8xf32>) {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, groups = 1 : i64} -> tensor<?x32x8x8xf32>
  return %c : tensor<?x32x8x8xf32>
}
}
