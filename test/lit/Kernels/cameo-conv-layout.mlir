// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --split-input-file --cameo-conv-layout --canonicalize --cse | FileCheck %s

module attributes {cameo.target = {vector_bytes = 64 : i64, vector_registers = 32 : i64}} {
// A first layer reads plain channels; what follows stays blocked, bias and pooling included; 24
// channels are padded to 32.
// CHECK-LABEL: func @network(
// CHECK-SAME: %[[X:.*]]: tensor<1x3x32x32xf32>
// CHECK: %[[C0:.*]] = cameo.conv ins(%[[X]], %{{.*}} : tensor<1x3x32x32xf32>, tensor<2x3x3x3x16xf32>) outs(%{{.*}} : tensor<1x2x16x16x16xf32>)
// CHECK-SAME: layout = 1 : i32
// CHECK: %[[A0:.*]] = linalg.generic {{.*}} ins(%[[C0]], %{{.*}} : tensor<1x2x16x16x16xf32>, tensor<2x16xf32>)
// CHECK: %[[C1:.*]] = cameo.conv ins(%[[A0]], %{{.*}} : tensor<1x2x16x16x16xf32>, tensor<2x3x3x16xf32>)
// CHECK-SAME: groups = 24
// CHECK: %[[C2:.*]] = cameo.conv ins(%[[C1]], %{{.*}} : tensor<1x2x16x16x16xf32>, tensor<3x2x1x1x16x16xf32>)
// CHECK-SAME: cameo.channels = 24
// CHECK: %[[P:.*]] = cameo.pool  max ins(%[[C2]] : tensor<1x3x16x16x16xf32>) outs(%{{.*}} : tensor<1x3x8x8x16xf32>)
// CHECK: %[[S:.*]] = linalg.generic {{.*}} ins(%[[P]] : tensor<1x3x8x8x16xf32>) outs(%{{.*}} : tensor<1x3x16xf32>)
// CHECK: linalg.generic {{.*}} ins(%[[S]] : tensor<1x3x16xf32>) outs(%{{.*}} : tensor<1x40xf32>)
func.func @network(%x: tensor<1x3x32x32xf32>, %w0: tensor<24x3x3x3xf32>, %b0: tensor<24xf32>,
                   %w1: tensor<24x1x3x3xf32>, %w2: tensor<40x24x1x1xf32>) -> tensor<1x40xf32> {
  %z = arith.constant 0.0 : f32
  %e0 = tensor.empty() : tensor<1x24x16x16xf32>
  %c0 = cameo.conv ins(%x, %w0 : tensor<1x3x32x32xf32>, tensor<24x3x3x3xf32>) outs(%e0 : tensor<1x24x16x16xf32>) {strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, groups = 1 : i64} -> tensor<1x24x16x16xf32>
  %a0 = linalg.generic {indexing_maps = [affine_map<(n, c, h, w) -> (n, c, h, w)>, affine_map<(n, c, h, w) -> (c)>, affine_map<(n, c, h, w) -> (n, c, h, w)>], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c0, %b0 : tensor<1x24x16x16xf32>, tensor<24xf32>) outs(%e0 : tensor<1x24x16x16xf32>) {
  ^bb0(%p: f32, %q: f32, %o: f32):
    %s = arith.addf %p, %q : f32
    %m = arith.maximumf %s, %z : f32
    linalg.yield %m : f32
  } -> tensor<1x24x16x16xf32>
  %c1 = cameo.conv ins(%a0, %w1 : tensor<1x24x16x16xf32>, tensor<24x1x3x3xf32>) outs(%e0 : tensor<1x24x16x16xf32>) {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, groups = 24 : i64} -> tensor<1x24x16x16xf32>
  %e2 = tensor.empty() : tensor<1x40x16x16xf32>
  %c2 = cameo.conv ins(%c1, %w2 : tensor<1x24x16x16xf32>, tensor<40x24x1x1xf32>) outs(%e2 : tensor<1x40x16x16xf32>) {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, groups = 1 : i64} -> tensor<1x40x16x16xf32>
  %ep = tensor.empty() : tensor<1x40x8x8xf32>
  %mp = cameo.pool max ins(%c2 : tensor<1x40x16x16xf32>) outs(%ep : tensor<1x40x8x8xf32>) {kernel = array<i64: 3, 3>, strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>} -> tensor<1x40x8x8xf32>
  %e3 = tensor.empty() : tensor<1x40xf32>
  %f3 = linalg.fill ins(%z : f32) outs(%e3 : tensor<1x40xf32>) -> tensor<1x40xf32>
  %r3 = linalg.generic {indexing_maps = [affine_map<(n, c, h, w) -> (n, c, h, w)>, affine_map<(n, c, h, w) -> (n, c)>], iterator_types = ["parallel", "parallel", "reduction", "reduction"]} ins(%mp : tensor<1x40x8x8xf32>) outs(%f3 : tensor<1x40xf32>) {
  ^bb0(%p: f32, %o: f32):
    %s = arith.addf %p, %o : f32
    linalg.yield %s : f32
  } -> tensor<1x40xf32>
  return %r3 : tensor<1x40xf32>
}

// Padded channels hold 0, whose reciprocal would reach the next convolution as infinity: such work
// is done on the plain tensor.
// CHECK-LABEL: func @reciprocal
// CHECK: cameo.conv
// CHECK-SAME: tensor<1x2x8x8x16xf32>
// CHECK: linalg.generic {{.*}} ins(%{{.*}} : tensor<1x24x8x8xf32>)
// CHECK: arith.divf
func.func @reciprocal(%x: tensor<1x3x8x8xf32>, %w: tensor<24x3x1x1xf32>) -> tensor<1x24x8x8xf32> {
  %one = arith.constant 1.0 : f32
  %e = tensor.empty() : tensor<1x24x8x8xf32>
  %c = cameo.conv ins(%x, %w : tensor<1x3x8x8xf32>, tensor<24x3x1x1xf32>) outs(%e : tensor<1x24x8x8xf32>) {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, groups = 1 : i64} -> tensor<1x24x8x8xf32>
  %r = linalg.generic {indexing_maps = [affine_map<(n, c, h, w) -> (n, c, h, w)>, affine_map<(n, c, h, w) -> (n, c, h, w)>], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%c : tensor<1x24x8x8xf32>) outs(%e : tensor<1x24x8x8xf32>) {
  ^bb0(%p: f32, %o: f32):
    %d = arith.divf %one, %p : f32
    linalg.yield %d : f32
  } -> tensor<1x24x8x8xf32>
  return %r : tensor<1x24x8x8xf32>
}
}

// -----

module attributes {cameo.target = {vector_bytes = 64 : i64, vector_registers = 32 : i64}} {
// Groups of 8 channels share blocks of 16: a filter row per input of a group, not of a block.
// CHECK-LABEL: func @groups
// CHECK: arith.select
// CHECK: cameo.conv ins(%{{.*}}, %{{.*}} : tensor<1x3x9x9x16xf32>, tensor<3x1x3x3x8x16xf32>)
// CHECK-SAME: groups = 3
func.func @groups(%x: tensor<1x40x9x9xf32>, %w: tensor<40x8x3x3xf32>) -> tensor<1x40x9x9xf32> {
  %e = tensor.empty() : tensor<1x40x9x9xf32>
  %c = cameo.conv ins(%x, %w : tensor<1x40x9x9xf32>, tensor<40x8x3x3xf32>) outs(%e : tensor<1x40x9x9xf32>) {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, groups = 5 : i64} -> tensor<1x40x9x9xf32>
  return %c : tensor<1x40x9x9xf32>
}

// CHECK-LABEL: func @transposed
// CHECK: cameo.conv_transpose ins(%{{.*}}, %{{.*}} : tensor<1x2x?x?x16xf32>, tensor<1x2x2x2x16x16xf32>) outs(%{{.*}} : tensor<1x1x?x?x16xf32>)
func.func @transposed(%x: tensor<1x32x?x?xf32>, %w: tensor<32x16x2x2xf32>, %o: tensor<1x16x?x?xf32>) -> tensor<1x16x?x?xf32> {
  %c = cameo.conv_transpose ins(%x, %w : tensor<1x32x?x?xf32>, tensor<32x16x2x2xf32>) outs(%o : tensor<1x16x?x?xf32>) {strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, groups = 1 : i64} -> tensor<1x16x?x?xf32>
  return %c : tensor<1x16x?x?xf32>
}

// Three filters of 81 taps would leave 13 of 16 lanes idle: the input goes back to plain channels.
// CHECK-LABEL: func @few_filters
// CHECK: %[[B:.*]] = cameo.conv {{.*}} layout = 1 : i32
// CHECK: %[[P:.*]] = linalg.generic {{.*}} ins(%[[B]] : tensor<1x2x?x?x16xf32>) outs(%{{.*}} : tensor<1x32x?x?xf32>)
// CHECK: cameo.conv ins(%[[P]], %{{.*}} : tensor<1x32x?x?xf32>, tensor<3x32x9x9xf32>)
func.func @few_filters(%x: tensor<1x32x?x?xf32>, %w: tensor<32x32x1x1xf32>, %o: tensor<1x32x?x?xf32>, %v: tensor<3x32x9x9xf32>, %p: tensor<1x3x?x?xf32>) -> tensor<1x3x?x?xf32> {
  %c = cameo.conv ins(%x, %w : tensor<1x32x?x?xf32>, tensor<32x32x1x1xf32>) outs(%o : tensor<1x32x?x?xf32>) {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, groups = 1 : i64} -> tensor<1x32x?x?xf32>
  %d = cameo.conv ins(%c, %v : tensor<1x32x?x?xf32>, tensor<3x32x9x9xf32>) outs(%p : tensor<1x3x?x?xf32>) {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, pads = array<i64: 4, 4, 4, 4>, groups = 1 : i64} -> tensor<1x3x?x?xf32>
  return %d : tensor<1x3x?x?xf32>
}

// Groups of 3 channels make no blocks: they stay plain, and with them one filter a channel behind.
// CHECK-LABEL: func @odd_groups
// CHECK: cameo.conv ins(%{{.*}}, %{{.*}} : tensor<1x6x20x20xf32>, tensor<6x3x1x1xf32>)
// CHECK: cameo.conv ins(%{{.*}}, %{{.*}} : tensor<1x6x20x20xf32>, tensor<6x1x3x3xf32>)
func.func @odd_groups(%x: tensor<1x6x20x20xf32>, %w: tensor<6x3x1x1xf32>, %v: tensor<6x1x3x3xf32>) -> tensor<1x6x20x20xf32> {
  %e = tensor.empty() : tensor<1x6x20x20xf32>
  %c = cameo.conv ins(%x, %w : tensor<1x6x20x20xf32>, tensor<6x3x1x1xf32>) outs(%e : tensor<1x6x20x20xf32>) {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, groups = 2 : i64} -> tensor<1x6x20x20xf32>
  %d = cameo.conv ins(%c, %v : tensor<1x6x20x20xf32>, tensor<6x1x3x3xf32>) outs(%e : tensor<1x6x20x20xf32>) {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, groups = 6 : i64} -> tensor<1x6x20x20xf32>
  return %d : tensor<1x6x20x20xf32>
}
}
