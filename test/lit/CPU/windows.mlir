// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-cpu-kernels --cse | FileCheck %s

module attributes {cameo.target = {vector_bytes = 64 : i64, vector_registers = 32 : i64, l2 = 1048576 : i64, fma = true}} {
// Tiles of 14 outputs and two blocks; the border's taps are left out, not multiplied by zeros: of
// 14 outputs, 13 have the first and the last tap.
// CHECK-LABEL: func.func private @dense(
// CHECK-SAME: cameo.strategy = "direct-conv"
// CHECK-COUNT-26: vector.fma
// CHECK: scf.yield
// CHECK-COUNT-28: vector.fma
// CHECK: scf.yield
// CHECK-COUNT-26: vector.fma
// CHECK: scf.yield
// CHECK-LABEL: func.func private @dense.tiles(
cameo.kernel @dense(%x: tensor<1x2x14x14x16xf32>, %w: tensor<2x2x3x3x16x16xf32>, %o: tensor<1x2x14x14x16xf32>) -> tensor<1x2x14x14x16xf32> attributes {num_outs = 1 : i64} {
  %e = tensor.empty() : tensor<1x2x14x14x16xf32>
  %r = cameo.conv ins(%x, %w : tensor<1x2x14x14x16xf32>, tensor<2x2x3x3x16x16xf32>) outs(%e : tensor<1x2x14x14x16xf32>) {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, groups = 1 : i64, layout = 1 : i32} -> tensor<1x2x14x14x16xf32>
  cameo.return %r : tensor<1x2x14x14x16xf32>
}

// CHECK-LABEL: func.func private @depthwise(
// CHECK-SAME: cameo.strategy = "depthwise-conv"
// CHECK: vector.fma {{.*}} : vector<16xf32>
cameo.kernel @depthwise(%x: tensor<1x2x?x?x16xf32>, %w: tensor<2x3x3x16xf32>, %o: tensor<1x2x?x?x16xf32>) -> tensor<1x2x?x?x16xf32> attributes {num_outs = 1 : i64} {
  %r = cameo.conv ins(%x, %w : tensor<1x2x?x?x16xf32>, tensor<2x3x3x16xf32>) outs(%o : tensor<1x2x?x?x16xf32>) {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, groups = 32 : i64, layout = 1 : i32} -> tensor<1x2x?x?x16xf32>
  cameo.return %r : tensor<1x2x?x?x16xf32>
}

// Plain channels: lanes are the 28 outputs of a row, a full vector and one whose last lanes are
// masked; 7 filters share them.
// CHECK-LABEL: func.func private @pixels(
// CHECK-SAME: cameo.strategy = "pixel-conv"
// CHECK: vector.load {{.*}} : memref<9408xf32>, vector<16xf32>
// CHECK: vector.maskedload
// CHECK-COUNT-14: vector.fma {{.*}} : vector<16xf32>
// CHECK: scf.yield
// CHECK-COUNT-7: vector.store {{.*}} vector<12xf32>
// CHECK-LABEL: func.func private @pixels.tiles(
cameo.kernel @pixels(%x: tensor<1x12x28x28xf32>, %w: tensor<14x6x1x1xf32>, %o: tensor<1x14x28x28xf32>) -> tensor<1x14x28x28xf32> attributes {num_outs = 1 : i64} {
  %r = cameo.conv ins(%x, %w : tensor<1x12x28x28xf32>, tensor<14x6x1x1xf32>) outs(%o : tensor<1x14x28x28xf32>) {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, groups = 2 : i64} -> tensor<1x14x28x28xf32>
  cameo.return %r : tensor<1x14x28x28xf32>
}

// The 49 pixels of a pointwise convolution are one row: four vectors, of which one lane of the last counts. What is added
// behind it lies as the result does.
// CHECK-LABEL: func.func private @short_rows(
// CHECK-SAME: cameo.strategy = "pixel-conv"
// CHECK-COUNT-3: vector.load {{.*}} : memref<588xf32>, vector<16xf32>
// CHECK: vector.maskedload
// CHECK: scf.yield
// CHECK: vector.load {{.*}} : memref<1x14x7x7xf32>, vector<16xf32>
// CHECK: vector.store {{.*}} : memref<1x14x7x7xf32>, vector<16xf32>
// CHECK-LABEL: func.func private @short_rows.tiles(
cameo.kernel @short_rows(%x: tensor<1x12x7x7xf32>, %w: tensor<14x6x1x1xf32>, %r: tensor<1x14x7x7xf32>, %o: tensor<1x14x7x7xf32>) -> tensor<1x14x7x7xf32> attributes {num_outs = 1 : i64} {
  %e = tensor.empty() : tensor<1x14x7x7xf32>
  %0 = cameo.conv ins(%x, %w : tensor<1x12x7x7xf32>, tensor<14x6x1x1xf32>) outs(%e : tensor<1x14x7x7xf32>) {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, groups = 2 : i64} -> tensor<1x14x7x7xf32>
  %1 = linalg.generic {indexing_maps = [affine_map<(a, b, c, d) -> (a, b, c, d)>, affine_map<(a, b, c, d) -> (a, b, c, d)>, affine_map<(a, b, c, d) -> (a, b, c, d)>], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%0, %r : tensor<1x14x7x7xf32>, tensor<1x14x7x7xf32>) outs(%e : tensor<1x14x7x7xf32>) {
  ^bb0(%a: f32, %b: f32, %c: f32):
    %s = arith.addf %a, %b : f32
    linalg.yield %s : f32
  } -> tensor<1x14x7x7xf32>
  cameo.return %1 : tensor<1x14x7x7xf32>
}

// A bias by column needs the rows.
// CHECK-LABEL: func.func private @columns(
// CHECK-SAME: cameo.strategy = "pixel-conv"
// CHECK: vector.store {{.*}} : memref<1x14x7x7xf32>, vector<7xf32>
// CHECK-LABEL: func.func private @columns.tiles(
cameo.kernel @columns(%x: tensor<1x12x7x7xf32>, %w: tensor<14x6x1x1xf32>, %r: tensor<7xf32>, %o: tensor<1x14x7x7xf32>) -> tensor<1x14x7x7xf32> attributes {num_outs = 1 : i64} {
  %e = tensor.empty() : tensor<1x14x7x7xf32>
  %0 = cameo.conv ins(%x, %w : tensor<1x12x7x7xf32>, tensor<14x6x1x1xf32>) outs(%e : tensor<1x14x7x7xf32>) {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, groups = 2 : i64} -> tensor<1x14x7x7xf32>
  %1 = linalg.generic {indexing_maps = [affine_map<(a, b, c, d) -> (a, b, c, d)>, affine_map<(a, b, c, d) -> (d)>, affine_map<(a, b, c, d) -> (a, b, c, d)>], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%0, %r : tensor<1x14x7x7xf32>, tensor<7xf32>) outs(%e : tensor<1x14x7x7xf32>) {
  ^bb0(%a: f32, %b: f32, %c: f32):
    %s = arith.addf %a, %b : f32
    linalg.yield %s : f32
  } -> tensor<1x14x7x7xf32>
  cameo.return %1 : tensor<1x14x7x7xf32>
}

// Nine outputs of a row are lanes; how many elements each counts is one vector.
// CHECK-LABEL: func.func private @average(
// CHECK-SAME: cameo.strategy = "pixel-pool"
// CHECK: vector.maskedload {{.*}} vector<16xf32>
// CHECK: arith.divf {{.*}} : vector<16xf32>
// CHECK: vector.store {{.*}} vector<9xf32>
cameo.kernel @average(%x: tensor<1x3x17x17xf32>, %o: tensor<1x3x9x9xf32>) -> tensor<1x3x9x9xf32> attributes {num_outs = 1 : i64} {
  %r = cameo.pool average ins(%x : tensor<1x3x17x17xf32>) outs(%o : tensor<1x3x9x9xf32>) {kernel = array<i64: 3, 3>, strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>} -> tensor<1x3x9x9xf32>
  cameo.return %r : tensor<1x3x9x9xf32>
}

// Both taps of a row are picked from the same two vectors.
// CHECK-LABEL: func.func private @strided_pixels(
// CHECK-SAME: cameo.strategy = "pixel-pool"
// CHECK-COUNT-2: vector.load {{.*}}, vector<16xf32>
// CHECK: vector.shuffle {{.*}} [0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30]
// CHECK: vector.shuffle {{.*}} [1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31]
// CHECK-LABEL: func.func private @strided_pixels.tiles(
cameo.kernel @strided_pixels(%x: tensor<1x3x32x32xf32>, %o: tensor<1x3x16x16xf32>) -> tensor<1x3x16x16xf32> attributes {num_outs = 1 : i64} {
  %r = cameo.pool max ins(%x : tensor<1x3x32x32xf32>) outs(%o : tensor<1x3x16x16xf32>) {kernel = array<i64: 2, 2>, strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>} -> tensor<1x3x16x16xf32>
  cameo.return %r : tensor<1x3x16x16xf32>
}

// Strides that would read more than they need go output by output.
// CHECK-LABEL: func.func private @far_pixels(
// CHECK-SAME: cameo.strategy = "pool"
// CHECK: vector.load {{.*}}, vector<1xf32>
// CHECK-LABEL: func.func private @far_pixels.tiles(
cameo.kernel @far_pixels(%x: tensor<1x3x50x50xf32>, %o: tensor<1x3x10x10xf32>) -> tensor<1x3x10x10xf32> attributes {num_outs = 1 : i64} {
  %r = cameo.pool max ins(%x : tensor<1x3x50x50xf32>) outs(%o : tensor<1x3x10x10xf32>) {kernel = array<i64: 5, 5>, strides = array<i64: 5, 5>, dilations = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>} -> tensor<1x3x10x10xf32>
  cameo.return %r : tensor<1x3x10x10xf32>
}

// CHECK-LABEL: func.func private @transposed(
// CHECK-SAME: cameo.strategy = "phased-conv"
cameo.kernel @transposed(%x: tensor<1x3x4xf32>, %w: tensor<3x2x4xf32>, %o: tensor<1x2x8xf32>) -> tensor<1x2x8xf32> attributes {num_outs = 1 : i64} {
  %r = cameo.conv_transpose ins(%x, %w : tensor<1x3x4xf32>, tensor<3x2x4xf32>) outs(%o : tensor<1x2x8xf32>) {strides = array<i64: 2>, dilations = array<i64: 1>, pads = array<i64: 1, 1>, groups = 1 : i64} -> tensor<1x2x8xf32>
  cameo.return %r : tensor<1x2x8xf32>
}
}
