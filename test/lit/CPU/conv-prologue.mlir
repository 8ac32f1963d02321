// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-cpu-kernels --canonicalize --cse | FileCheck %s

// Pointwise convolutions that compute their input, the rows of a unit at a time.
#id = affine_map<(n, c, y, x, l) -> (n, c, y, x, l)>
#gate = affine_map<(n, c, y, x, l) -> (n, c, 0, 0, l)>
module attributes {cameo.target = {vector_bytes = 64 : i64, vector_registers = 32 : i64, l2 = 1048576 : i64, fma = true}} {
// The first panel of filters computes the rows of a unit (7 pixels, without a loop) into the worker's memory, and the first
// unit of a piece of work, wherever it begins. The panels read that memory alone: 4 blocks of 7 pixels, each with a line
// that keeps them on different sets of a cache. Units of one block of rows stay with one worker where there are enough.
// CHECK-LABEL: func.func private @gate(
// CHECK-SAME: %[[X:[a-z0-9]*]]: memref<?x4x7x7x16xf32>, %[[G:[a-z0-9]*]]: memref<?x4x1x1x16xf32>
// CHECK-SAME: %[[BEGIN:[a-z0-9]*]]: index, %{{[a-z0-9]*}}: index, %[[SCRATCH:[a-z0-9]*]]: memref<?xi8>
// CHECK-SAME: cameo.strategy = "direct-conv"
// CHECK: %[[ROWS:.*]] = memref.view %[[SCRATCH]][%c0][] : memref<?xi8> to memref<512xf32>
// CHECK: scf.for %[[UNIT:.*]] = %[[BEGIN]]
// CHECK: %[[PANEL:.*]] = arith.remui %[[UNIT]], %c2
// CHECK-DAG: %[[A:.*]] = arith.cmpi eq, %[[UNIT]], %[[BEGIN]]
// CHECK-DAG: %[[B:.*]] = arith.cmpi eq, %[[PANEL]], %c0
// CHECK: %[[FRESH:.*]] = arith.ori %[[A]], %[[B]]
// CHECK: scf.if %[[FRESH]] {
// CHECK: scf.for %{{.*}} = %c0 to %c4 step %c1
// CHECK: scf.for
// CHECK-NOT: scf.for
// CHECK: vector.load %[[X]][
// CHECK: vector.load %[[G]][
// CHECK-COUNT-7: vector.store %{{.*}}, %[[ROWS]][
// CHECK-NOT: %[[X]]
// CHECK: memref.load %[[ROWS]][
// CHECK-NOT: %[[X]]
// CHECK-LABEL: func.func private @gate.tiles(
// CHECK: return %{{.*}}, %{{.*}}, %c2048
cameo.kernel @gate(%x: tensor<?x4x7x7x16xf32>, %g: tensor<?x4x1x1x16xf32>, %w: tensor<4x4x1x1x16x16xf32>, %o: tensor<?x4x7x7x16xf32>) -> tensor<?x4x7x7x16xf32> attributes {num_outs = 1 : i64} {
  %c0 = arith.constant 0 : index
  %n = tensor.dim %x, %c0 : tensor<?x4x7x7x16xf32>
  %e = tensor.empty(%n) : tensor<?x4x7x7x16xf32>
  %r = tensor.empty(%n) : tensor<?x4x7x7x16xf32>
  %0 = linalg.generic {indexing_maps = [#id, #gate, #id], iterator_types = ["parallel", "parallel", "parallel", "parallel", "parallel"]} ins(%x, %g : tensor<?x4x7x7x16xf32>, tensor<?x4x1x1x16xf32>) outs(%e : tensor<?x4x7x7x16xf32>) {
  ^bb0(%a: f32, %b: f32, %c: f32):
    %p = arith.mulf %a, %b : f32
    linalg.yield %p : f32
  } -> tensor<?x4x7x7x16xf32>
  %1 = cameo.conv ins(%0, %w : tensor<?x4x7x7x16xf32>, tensor<4x4x1x1x16x16xf32>) outs(%r : tensor<?x4x7x7x16xf32>) {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, groups = 1 : i64, layout = 1 : i32} -> tensor<?x4x7x7x16xf32>
  cameo.return %1 : tensor<?x4x7x7x16xf32>
}

// Each part of a concatenation has loops of its own, chosen by the block of channels.
// CHECK-LABEL: func.func private @parts(
// CHECK-SAME: %[[X0:[a-z0-9]*]]: memref<?x2x8x8x16xf32>, %[[X1:[a-z0-9]*]]: memref<?x3x8x8x16xf32>
// CHECK: scf.for %[[BLOCK:.*]] = %c0 to %c5 step %c1
// CHECK: %[[IN:.*]] = arith.subi %[[BLOCK]], %c2
// CHECK: %[[SECOND:.*]] = arith.cmpi ult, %[[IN]], %c3
// CHECK: scf.if %[[SECOND]] {
// CHECK-NOT: scf.if
// CHECK: vector.load %[[X1]][%{{.*}}, %[[IN]],
// CHECK: } else {
// CHECK: scf.if
// CHECK: vector.load %[[X0]][%{{.*}}, %[[BLOCK]],
// CHECK-LABEL: func.func private @parts.tiles(
cameo.kernel @parts(%x0: tensor<?x2x8x8x16xf32>, %x1: tensor<?x3x8x8x16xf32>, %w: tensor<4x5x1x1x16x16xf32>, %o: tensor<?x4x8x8x16xf32>) -> tensor<?x4x8x8x16xf32> attributes {num_outs = 1 : i64} {
  %c0 = arith.constant 0 : index
  %n = tensor.dim %x0, %c0 : tensor<?x2x8x8x16xf32>
  %e = tensor.empty(%n) : tensor<?x5x8x8x16xf32>
  %r = tensor.empty(%n) : tensor<?x4x8x8x16xf32>
  %p0 = tensor.insert_slice %x0 into %e[0, 0, 0, 0, 0] [%n, 2, 8, 8, 16] [1, 1, 1, 1, 1] : tensor<?x2x8x8x16xf32> into tensor<?x5x8x8x16xf32>
  %p1 = tensor.insert_slice %x1 into %p0[0, 2, 0, 0, 0] [%n, 3, 8, 8, 16] [1, 1, 1, 1, 1] : tensor<?x3x8x8x16xf32> into tensor<?x5x8x8x16xf32>
  %0 = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel", "parallel", "parallel", "parallel"]} ins(%p1 : tensor<?x5x8x8x16xf32>) outs(%e : tensor<?x5x8x8x16xf32>) {
  ^bb0(%a: f32, %b: f32):
    %p = arith.mulf %a, %a : f32
    linalg.yield %p : f32
  } -> tensor<?x5x8x8x16xf32>
  %1 = cameo.conv ins(%0, %w : tensor<?x5x8x8x16xf32>, tensor<4x5x1x1x16x16xf32>) outs(%r : tensor<?x4x8x8x16xf32>) {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, groups = 1 : i64, layout = 1 : i32} -> tensor<?x4x8x8x16xf32>
  cameo.return %1 : tensor<?x4x8x8x16xf32>
}

// Of a strided convolution's input, the pixels that it reads.
// CHECK-LABEL: func.func private @strided(
// CHECK-SAME: %[[X:[a-z0-9]*]]: memref<?x4x14x14x16xf32>
// CHECK: %[[ROWS:.*]] = memref.view %{{.*}} : memref<?xi8> to memref<512xf32>
// CHECK: vector.load %[[X]][%{{.*}}, %{{.*}}, %{{.*}}, %c0, %c0]
// CHECK: vector.load %[[X]][%{{.*}}, %{{.*}}, %{{.*}}, %c2, %c0]
// CHECK: vector.load %[[X]][%{{.*}}, %{{.*}}, %{{.*}}, %c12, %c0]
// CHECK-NOT: vector.load %[[X]]
// CHECK-LABEL: func.func private @strided.tiles(
cameo.kernel @strided(%x: tensor<?x4x14x14x16xf32>, %g: tensor<?x4x1x1x16xf32>, %w: tensor<4x4x1x1x16x16xf32>, %o: tensor<?x4x7x7x16xf32>) -> tensor<?x4x7x7x16xf32> attributes {num_outs = 1 : i64} {
  %c0 = arith.constant 0 : index
  %n = tensor.dim %x, %c0 : tensor<?x4x14x14x16xf32>
  %e = tensor.empty(%n) : tensor<?x4x14x14x16xf32>
  %r = tensor.empty(%n) : tensor<?x4x7x7x16xf32>
  %0 = linalg.generic {indexing_maps = [#id, #gate, #id], iterator_types = ["parallel", "parallel", "parallel", "parallel", "parallel"]} ins(%x, %g : tensor<?x4x14x14x16xf32>, tensor<?x4x1x1x16xf32>) outs(%e : tensor<?x4x14x14x16xf32>) {
  ^bb0(%a: f32, %b: f32, %c: f32):
    %p = arith.mulf %a, %b : f32
    linalg.yield %p : f32
  } -> tensor<?x4x14x14x16xf32>
  %1 = cameo.conv ins(%0, %w : tensor<?x4x14x14x16xf32>, tensor<4x4x1x1x16x16xf32>) outs(%r : tensor<?x4x7x7x16xf32>) {strides = array<i64: 2, 2>, dilations = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, groups = 1 : i64, layout = 1 : i32} -> tensor<?x4x7x7x16xf32>
  cameo.return %1 : tensor<?x4x7x7x16xf32>
}

// An image larger than a quarter of the second-level cache: where the next unit's pixels begin is written down for each
// block of channels, behind the rows, and each panel (of two) asks for half of what a tile of 14 of them is computed from.
// CHECK-LABEL: func.func private @far(
// CHECK: %[[TABLE:.*]] = memref.view %{{.*}} : memref<?xi8> to memref<6xi64>
// CHECK: memref.store %{{.*}}, %[[TABLE]][
// CHECK: memref.load %[[TABLE]][
// CHECK-COUNT-7: llvm.intr.prefetch
// CHECK-NOT: llvm.intr.prefetch
// CHECK-LABEL: func.func private @far.tiles(
cameo.kernel @far(%x: tensor<?x6x56x56x16xf32>, %g: tensor<?x6x1x1x16xf32>, %w: tensor<4x6x1x1x16x16xf32>, %o: tensor<?x4x56x56x16xf32>) -> tensor<?x4x56x56x16xf32> attributes {num_outs = 1 : i64} {
  %c0 = arith.constant 0 : index
  %n = tensor.dim %x, %c0 : tensor<?x6x56x56x16xf32>
  %e = tensor.empty(%n) : tensor<?x6x56x56x16xf32>
  %r = tensor.empty(%n) : tensor<?x4x56x56x16xf32>
  %0 = linalg.generic {indexing_maps = [#id, #gate, #id], iterator_types = ["parallel", "parallel", "parallel", "parallel", "parallel"]} ins(%x, %g : tensor<?x6x56x56x16xf32>, tensor<?x6x1x1x16xf32>) outs(%e : tensor<?x6x56x56x16xf32>) {
  ^bb0(%a: f32, %b: f32, %c: f32):
    %p = arith.mulf %a, %b : f32
    linalg.yield %p : f32
  } -> tensor<?x6x56x56x16xf32>
  %1 = cameo.conv ins(%0, %w : tensor<?x6x56x56x16xf32>, tensor<4x6x1x1x16x16xf32>) outs(%r : tensor<?x4x56x56x16xf32>) {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, groups = 1 : i64, layout = 1 : i32} -> tensor<?x4x56x56x16xf32>
  cameo.return %1 : tensor<?x4x56x56x16xf32>
}
}
