// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-cpu-kernels --cse | FileCheck %s

module attributes {cameo.target = {vector_bytes = 64 : i64, vector_registers = 32 : i64, l2 = 1048576 : i64, fma = true}} {
// Tiles of 12 rows and two vectors; the epilogue is applied before the only store.
// CHECK-LABEL: func.func private @packed(
// CHECK-SAME: cameo.strategy = "matmul"
// CHECK: scf.for
// CHECK: scf.for
// CHECK: scf.for {{.*}} iter_args
// CHECK-COUNT-2: vector.load
// CHECK: memref.prefetch
// CHECK-COUNT-24: vector.fma
// CHECK-NOT: vector.fma
// CHECK: scf.yield
// CHECK: arith.addf %{{.*}} : vector<16xf32>
// CHECK: vector.store
// CHECK-LABEL: func.func private @packed.tiles(
cameo.kernel @packed(%a: tensor<48x64xf32>, %b: tensor<3x64x32xf32>, %bias: tensor<96xf32>, %o: tensor<48x96xf32>) -> tensor<48x96xf32> attributes {num_outs = 1 : i64} {
  %z = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<48x96xf32>
  %f = linalg.fill ins(%z : f32) outs(%e : tensor<48x96xf32>) -> tensor<48x96xf32>
  %r = linalg.generic {indexing_maps = [affine_map<(m, n, k) -> (m, k)>, affine_map<(m, n, k) -> (n floordiv 32, k, n mod 32)>, affine_map<(m, n, k) -> (m, n)>], iterator_types = ["parallel", "parallel", "reduction"]} ins(%a, %b : tensor<48x64xf32>, tensor<3x64x32xf32>) outs(%f : tensor<48x96xf32>) {
  ^bb0(%x: f32, %y: f32, %c: f32):
    %p = arith.mulf %x, %y : f32
    %s = arith.addf %c, %p : f32
    linalg.yield %s : f32
  } -> tensor<48x96xf32>
  %g = linalg.generic {indexing_maps = [affine_map<(m, n) -> (m, n)>, affine_map<(m, n) -> (n)>, affine_map<(m, n) -> (m, n)>], iterator_types = ["parallel", "parallel"]} ins(%r, %bias : tensor<48x96xf32>, tensor<96xf32>) outs(%e : tensor<48x96xf32>) {
  ^bb0(%x: f32, %y: f32, %c: f32):
    %s = arith.addf %x, %y : f32
    linalg.yield %s : f32
  } -> tensor<48x96xf32>
  cameo.return %g : tensor<48x96xf32>
}

// Columns that lie across memory are transposed into scratch, a panel at a time.
// CHECK-LABEL: func.func private @across(
// CHECK-SAME: cameo.strategy = "matmul"
// CHECK: memref.view
// CHECK: vector.shuffle
// CHECK-LABEL: func.func private @across.tiles(
cameo.kernel @across(%a: tensor<?x64xf32>, %b: tensor<?x64xf32>, %o: tensor<?x?xf32>) -> tensor<?x?xf32> attributes {num_outs = 1 : i64} {
  %z = arith.constant 0.0 : f32
  %c0 = arith.constant 0 : index
  %m = tensor.dim %a, %c0 : tensor<?x64xf32>
  %n = tensor.dim %b, %c0 : tensor<?x64xf32>
  %e = tensor.empty(%m, %n) : tensor<?x?xf32>
  %f = linalg.fill ins(%z : f32) outs(%e : tensor<?x?xf32>) -> tensor<?x?xf32>
  %r = linalg.generic {indexing_maps = [affine_map<(m, n, k) -> (m, k)>, affine_map<(m, n, k) -> (n, k)>, affine_map<(m, n, k) -> (m, n)>], iterator_types = ["parallel", "parallel", "reduction"]} ins(%a, %b : tensor<?x64xf32>, tensor<?x64xf32>) outs(%f : tensor<?x?xf32>) {
  ^bb0(%x: f32, %y: f32, %c: f32):
    %p = arith.mulf %x, %y : f32
    %s = arith.addf %c, %p : f32
    linalg.yield %s : f32
  } -> tensor<?x?xf32>
  cameo.return %r : tensor<?x?xf32>
}

// Rows of known number fill the tile, not a batch of unknown size that lies inside of them.
// CHECK-LABEL: func.func private @batch_inside(
// CHECK-COUNT-24: vector.fma
// CHECK-NOT: vector.fma
// CHECK-LABEL: func.func private @batch_inside.tiles(
cameo.kernel @batch_inside(%a: tensor<48x?x64xf32>, %b: tensor<3x64x32xf32>, %o: tensor<48x?x96xf32>) -> tensor<48x?x96xf32> attributes {num_outs = 1 : i64} {
  %z = arith.constant 0.0 : f32
  %c1 = arith.constant 1 : index
  %n = tensor.dim %a, %c1 : tensor<48x?x64xf32>
  %e = tensor.empty(%n) : tensor<48x?x96xf32>
  %f = linalg.fill ins(%z : f32) outs(%e : tensor<48x?x96xf32>) -> tensor<48x?x96xf32>
  %r = linalg.generic {indexing_maps = [affine_map<(m, b, n, k) -> (m, b, k)>, affine_map<(m, b, n, k) -> (n floordiv 32, k, n mod 32)>, affine_map<(m, b, n, k) -> (m, b, n)>], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%a, %b : tensor<48x?x64xf32>, tensor<3x64x32xf32>) outs(%f : tensor<48x?x96xf32>) {
  ^bb0(%x: f32, %y: f32, %c: f32):
    %p = arith.mulf %x, %y : f32
    %s = arith.addf %c, %p : f32
    linalg.yield %s : f32
  } -> tensor<48x?x96xf32>
  cameo.return %r : tensor<48x?x96xf32>
}

// Of an unknown number of rows, one and two read four panels side by side; the others take the sum in blocks, whose sums
// wait in scratch until the epilogue.
// CHECK-LABEL: func.func private @streams(
// CHECK: scf.for
// CHECK: scf.for {{.*}} iter_args
// CHECK-COUNT-8: memref.prefetch
// CHECK-COUNT-8: vector.fma
// CHECK-NOT: vector.fma
// CHECK: scf.yield
// CHECK: memref.view
// CHECK: arith.select
// CHECK: vector.fma
// CHECK-LABEL: func.func private @streams.tiles(
cameo.kernel @streams(%a: tensor<?x64xf32>, %b: tensor<8x64x32xf32>, %o: tensor<?x256xf32>) -> tensor<?x256xf32> attributes {num_outs = 1 : i64} {
  %z = arith.constant 0.0 : f32
  %c0 = arith.constant 0 : index
  %m = tensor.dim %a, %c0 : tensor<?x64xf32>
  %e = tensor.empty(%m) : tensor<?x256xf32>
  %f = linalg.fill ins(%z : f32) outs(%e : tensor<?x256xf32>) -> tensor<?x256xf32>
  %r = linalg.generic {indexing_maps = [affine_map<(m, n, k) -> (m, k)>, affine_map<(m, n, k) -> (n floordiv 32, k, n mod 32)>, affine_map<(m, n, k) -> (m, n)>], iterator_types = ["parallel", "parallel", "reduction"]} ins(%a, %b : tensor<?x64xf32>, tensor<8x64x32xf32>) outs(%f : tensor<?x256xf32>) {
  ^bb0(%x: f32, %y: f32, %c: f32):
    %p = arith.mulf %x, %y : f32
    %s = arith.addf %c, %p : f32
    linalg.yield %s : f32
  } -> tensor<?x256xf32>
  cameo.return %r : tensor<?x256xf32>
}

// Weights of 4 bits with a scale for 32 of them. Four rows or fewer read the words as they are: numbers that count from
// 0 where they lie in a word of the vector's column, which the row's elements were divided for; the sum over a block is
// corrected by the sum of these elements and scaled once. More rows share what is dequantised into scratch.
// CHECK-LABEL: func.func private @words(
// CHECK-SAME: cameo.strategy = "matmul"
// CHECK: memref.view %{{.*}} : memref<?xi8> to memref<?xf32>
// CHECK: scf.if
// CHECK: vector.reduction <add>
// CHECK: arith.negf
// CHECK: llvm.load {{.*}} -> vector<16xi32>
// CHECK: %[[WORD:.*]] = arith.xori %{{.*}} : vector<16xi32>
// CHECK: "llvm.intr.prefetch"
// CHECK: %[[NUMBER:.*]] = arith.andi %[[WORD]], %{{.*}} : vector<16xi32>
// CHECK: %[[FLOAT:.*]] = arith.sitofp %[[NUMBER]]
// CHECK: vector.fma %{{.*}}, %[[FLOAT]], %{{.*}} : vector<16xf32>
// CHECK: %[[TOP:.*]] = arith.shli %{{.*}} : vector<16xi32>
// CHECK: %[[SIGNED:.*]] = arith.shrsi %[[TOP]], %{{.*}} : vector<16xi32>
// CHECK: %[[REAL:.*]] = arith.sitofp %[[SIGNED]]
// CHECK: %[[WEIGHT:.*]] = arith.mulf %[[REAL]]
// CHECK: vector.store %[[WEIGHT]]
// CHECK-LABEL: func.func private @words.tiles(
cameo.kernel @words(%a: tensor<?x64xf32>, %q: tensor<3x8x32x8xi4>, %w: tensor<3x2x32xf32>, %o: tensor<?x96xf32>) -> tensor<?x96xf32> attributes {num_outs = 1 : i64} {
  %z = arith.constant 0.0 : f32
  %zero = arith.constant 0 : index
  %m = tensor.dim %a, %zero : tensor<?x64xf32>
  %e = tensor.empty(%m) : tensor<?x96xf32>
  %f = linalg.fill ins(%z : f32) outs(%e : tensor<?x96xf32>) -> tensor<?x96xf32>
  %r = linalg.generic {indexing_maps = [affine_map<(m, n, k) -> (m, k)>, affine_map<(m, n, k) -> (n floordiv 32, k floordiv 8, n mod 32, k mod 8)>, affine_map<(m, n, k) -> (n floordiv 32, k floordiv 32, n mod 32)>, affine_map<(m, n, k) -> (m, n)>], iterator_types = ["parallel", "parallel", "reduction"]} ins(%a, %q, %w : tensor<?x64xf32>, tensor<3x8x32x8xi4>, tensor<3x2x32xf32>) outs(%f : tensor<?x96xf32>) {
  ^bb0(%x: f32, %y: i4, %scale: f32, %c: f32):
    %i = arith.extsi %y : i4 to i32
    %n = arith.sitofp %i : i32 to f32
    %v = arith.mulf %n, %scale : f32
    %p = arith.mulf %x, %v : f32
    %s = arith.addf %c, %p : f32
    linalg.yield %s : f32
  } -> tensor<?x96xf32>
  cameo.return %r : tensor<?x96xf32>
}

// Panels of halves: one or two rows widen what they load, more share what is widened into scratch.
// CHECK-LABEL: func.func private @halves(
// CHECK-SAME: cameo.strategy = "matmul"
// CHECK: memref.view %{{.*}} : memref<?xi8> to memref<?xf32>
// CHECK: scf.if
// CHECK: %[[HALF:.*]] = vector.load %{{.*}} : memref<{{.*}}xf16>, vector<16xf16>
// CHECK: %[[WIDE:.*]] = arith.extf %[[HALF]] : vector<16xf16> to vector<16xf32>
// CHECK: vector.fma %{{.*}}, %[[WIDE]], %{{.*}} : vector<16xf32>
// CHECK: } else {
// CHECK: } else {
// CHECK: %[[SHARED:.*]] = arith.extf %{{.*}} : vector<16xf16> to vector<16xf32>
// CHECK: vector.store %[[SHARED]], %{{.*}} : memref<?xf32>, vector<16xf32>
// CHECK-LABEL: func.func private @halves.tiles(
cameo.kernel @halves(%a: tensor<?x4096xf32>, %w: tensor<3x4096x32xf16>, %o: tensor<?x96xf32>) -> tensor<?x96xf32> attributes {num_outs = 1 : i64} {
  %z = arith.constant 0.0 : f32
  %zero = arith.constant 0 : index
  %m = tensor.dim %a, %zero : tensor<?x4096xf32>
  %e = tensor.empty(%m) : tensor<?x96xf32>
  %f = linalg.fill ins(%z : f32) outs(%e : tensor<?x96xf32>) -> tensor<?x96xf32>
  %r = linalg.generic {indexing_maps = [affine_map<(m, n, k) -> (m, k)>, affine_map<(m, n, k) -> (n floordiv 32, k, n mod 32)>, affine_map<(m, n, k) -> (m, n)>], iterator_types = ["parallel", "parallel", "reduction"]} ins(%a, %w : tensor<?x4096xf32>, tensor<3x4096x32xf16>) outs(%f : tensor<?x96xf32>) {
  ^bb0(%x: f32, %h: f16, %c: f32):
    %y = arith.extf %h : f16 to f32
    %p = arith.mulf %x, %y : f32
    %s = arith.addf %c, %p : f32
    linalg.yield %s : f32
  } -> tensor<?x96xf32>
  cameo.return %r : tensor<?x96xf32>
}
}
