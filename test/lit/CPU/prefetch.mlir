// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-cpu-kernels --cse | FileCheck %s

// What convolutions ask memory for while they sum up.
module attributes {cameo.target = {vector_bytes = 64 : i64, vector_registers = 32 : i64, l2 = 1048576 : i64, fma = true}} {
// The residual is read and the result written at the end of a tile: their lines are asked for meanwhile, one of each
// in a block of channels (14 outputs times 2 blocks, of 16 blocks to sum up: two). The input of an image is larger than
// a quarter of the second-level cache: this panel, one of two, asks for half of the 14 lines of the next unit's.
// CHECK-LABEL: func.func private @residual(
// CHECK-SAME: %[[X:[a-z0-9]*]]: memref<?x16x56x56x16xf32>, %{{.*}}: memref<4x16x1x1x16x16xf32>, %[[R:[a-z0-9]*]]: memref<?x4x56x56x16xf32>, %[[O:[a-z0-9]*]]: memref<?x4x56x56x16xf32>
// CHECK-SAME: cameo.strategy = "direct-conv"
// CHECK: %[[FLAT:.*]] = memref.collapse_shape %[[X]]
// CHECK-COUNT-2: memref.prefetch %[[O]][{{.*}}], write, locality<3>, data
// CHECK: memref.prefetch %[[R]][{{.*}}], read, locality<3>, data
// CHECK-COUNT-7: memref.prefetch %[[FLAT]][{{.*}}], read, locality<2>, data
// CHECK-NOT: memref.prefetch
// CHECK-LABEL: func.func private @residual.tiles(
cameo.kernel @residual(%x: tensor<?x16x56x56x16xf32>, %w: tensor<4x16x1x1x16x16xf32>, %r: tensor<?x4x56x56x16xf32>, %o: tensor<?x4x56x56x16xf32>) -> tensor<?x4x56x56x16xf32> attributes {num_outs = 1 : i64} {
  %c0 = arith.constant 0 : index
  %n = tensor.dim %x, %c0 : tensor<?x16x56x56x16xf32>
  %e = tensor.empty(%n) : tensor<?x4x56x56x16xf32>
  %0 = cameo.conv ins(%x, %w : tensor<?x16x56x56x16xf32>, tensor<4x16x1x1x16x16xf32>) outs(%e : tensor<?x4x56x56x16xf32>) {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, groups = 1 : i64, layout = 1 : i32} -> tensor<?x4x56x56x16xf32>
  %1 = linalg.generic {indexing_maps = [affine_map<(a, b, c, d, f) -> (a, b, c, d, f)>, affine_map<(a, b, c, d, f) -> (a, b, c, d, f)>, affine_map<(a, b, c, d, f) -> (a, b, c, d, f)>], iterator_types = ["parallel", "parallel", "parallel", "parallel", "parallel"]} ins(%0, %r : tensor<?x4x56x56x16xf32>, tensor<?x4x56x56x16xf32>) outs(%e : tensor<?x4x56x56x16xf32>) {
  ^bb0(%a: f32, %b: f32, %c: f32):
    %s = arith.addf %a, %b : f32
    linalg.yield %s : f32
  } -> tensor<?x4x56x56x16xf32>
  cameo.return %1 : tensor<?x4x56x56x16xf32>
}

// Pooling over 3x3 with stride 2 of images that are larger than the cache: two rows of 16 pixels each for the tile below,
// and its outputs.
// CHECK-LABEL: func.func private @pool(
// CHECK: scf.for
// CHECK-COUNT-32: memref.prefetch %{{.*}}[{{.*}}], read, locality<3>, data : memref<?xf32>
// CHECK-COUNT-8: memref.prefetch %{{.*}}[{{.*}}], write, locality<3>, data : memref<?x4x56x56x16xf32>
// CHECK-LABEL: func.func private @pool.tiles(
cameo.kernel @pool(%x: tensor<?x4x112x112x16xf32>, %o: tensor<?x4x56x56x16xf32>) -> tensor<?x4x56x56x16xf32> attributes {num_outs = 1 : i64} {
  %r = cameo.pool max ins(%x : tensor<?x4x112x112x16xf32>) outs(%o : tensor<?x4x56x56x16xf32>) {kernel = array<i64: 3, 3>, strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, pads = array<i64: 1, 1, 0, 0>, layout = 1 : i32} -> tensor<?x4x56x56x16xf32>
  cameo.return %r : tensor<?x4x56x56x16xf32>
}

// Small ones lie in the cache.
// CHECK-LABEL: func.func private @small(
// CHECK-NOT: memref.prefetch
// CHECK-LABEL: func.func private @small.tiles(
cameo.kernel @small(%x: tensor<?x4x28x28x16xf32>, %o: tensor<?x4x14x14x16xf32>) -> tensor<?x4x14x14x16xf32> attributes {num_outs = 1 : i64} {
  %r = cameo.pool max ins(%x : tensor<?x4x28x28x16xf32>) outs(%o : tensor<?x4x14x14x16xf32>) {kernel = array<i64: 2, 2>, strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, layout = 1 : i32} -> tensor<?x4x14x14x16xf32>
  cameo.return %r : tensor<?x4x14x14x16xf32>
}
}
