// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-conv-layout | FileCheck %s
// RUN: cameo-opt %s --cameo-conv-layout=winograd=f2 | FileCheck %s --check-prefix=SMALL
// RUN: cameo-opt %s --cameo-conv-layout=winograd=off | FileCheck %s --check-prefix=OFF

module attributes {cameo.target = {vector_bytes = 64 : i64, vector_registers = 32 : i64, l2 = 1048576 : i64}} {
// A constant filter is transformed: 36 points of 4x4 outputs, 16 of 2x2; two blocks to a panel.
// CHECK-LABEL: func @constant
// CHECK: linalg.generic {{.*}} ins(%{{.*}}, %{{.*}} : tensor<36x9xf32>, tensor<9x2x32x32xf32>) outs(%{{.*}} : tensor<2x36x32x32xf32>)
// CHECK: cameo.conv ins(%{{.*}}, %{{.*}} : tensor<1x2x56x56x16xf32>, tensor<2x36x32x32xf32>)
// CHECK-SAME: cameo.winograd = 4
// SMALL: cameo.conv ins(%{{.*}}, %{{.*}} : tensor<1x2x56x56x16xf32>, tensor<2x16x32x32xf32>)
// SMALL-SAME: cameo.winograd = 2
// OFF-NOT: cameo.winograd
func.func @constant(%x: tensor<1x32x56x56xf32>) -> tensor<1x64x56x56xf32> {
  %w = arith.constant dense<0.5> : tensor<64x32x3x3xf32>
  %e = tensor.empty() : tensor<1x64x56x56xf32>
  %c = cameo.conv ins(%x, %w : tensor<1x32x56x56xf32>, tensor<64x32x3x3xf32>) outs(%e : tensor<1x64x56x56xf32>) {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, groups = 1 : i64} -> tensor<1x64x56x56xf32>
  return %c : tensor<1x64x56x56xf32>
}

// What only the run knows cannot be transformed before; strides leave nothing to save; few tiles
// do not pay for the larger filter.
// CHECK-LABEL: func @direct
// CHECK-NOT: cameo.winograd
func.func @direct(%x: tensor<1x32x56x56xf32>, %w: tensor<64x32x3x3xf32>, %s: tensor<1x64x4x4xf32>) -> (tensor<1x64x56x56xf32>, tensor<1x64x28x28xf32>, tensor<1x512x4x4xf32>) {
  %e = tensor.empty() : tensor<1x64x56x56xf32>
  %a = cameo.conv ins(%x, %w : tensor<1x32x56x56xf32>, tensor<64x32x3x3xf32>) outs(%e : tensor<1x64x56x56xf32>) {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, groups = 1 : i64} -> tensor<1x64x56x56xf32>
  %v = arith.constant dense<0.5> : tensor<64x32x3x3xf32>
  %f = tensor.empty() : tensor<1x64x28x28xf32>
  %b = cameo.conv ins(%x, %v : tensor<1x32x56x56xf32>, tensor<64x32x3x3xf32>) outs(%f : tensor<1x64x28x28xf32>) {strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, groups = 1 : i64} -> tensor<1x64x28x28xf32>
  %u = arith.constant dense<0.5> : tensor<512x64x3x3xf32>
  %g = tensor.empty() : tensor<1x512x4x4xf32>
  %c = cameo.conv ins(%s, %u : tensor<1x64x4x4xf32>, tensor<512x64x3x3xf32>) outs(%g : tensor<1x512x4x4xf32>) {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, groups = 1 : i64} -> tensor<1x512x4x4xf32>
  return %a, %b, %c : tensor<1x64x56x56xf32>, tensor<1x64x28x28xf32>, tensor<1x512x4x4xf32>
}
}
