// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-cpu-kernels --cse | FileCheck %s

module attributes {cameo.target = {vector_bytes = 64 : i64, vector_registers = 32 : i64, l2 = 1048576 : i64, fma = true}} {
// 49 tiles in 7 register tiles of 7 by two blocks; the epilogue stands once.
// CHECK-LABEL: func.func private @winograd(
// CHECK-SAME: cameo.strategy = "winograd-conv"
// CHECK: memref.prefetch
// CHECK-COUNT-14: vector.fma
// CHECK-NEXT: scf.yield
// CHECK: arith.maximumf
// CHECK-NOT: arith.maximumf
// CHECK-LABEL: func.func private @winograd.tiles(
// CHECK: return
cameo.kernel @winograd(%x: tensor<?x2x28x28x16xf32>, %w: tensor<4x36x32x32xf32>, %o: tensor<?x8x28x28x16xf32>) -> tensor<?x8x28x28x16xf32> attributes {num_outs = 1 : i64} {
  %zero = arith.constant 0.0 : f32
  %c0 = arith.constant 0 : index
  %n = tensor.dim %x, %c0 : tensor<?x2x28x28x16xf32>
  %e = tensor.empty(%n) : tensor<?x8x28x28x16xf32>
  %r = cameo.conv ins(%x, %w : tensor<?x2x28x28x16xf32>, tensor<4x36x32x32xf32>) outs(%e : tensor<?x8x28x28x16xf32>) {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>, groups = 1 : i64, layout = 1 : i32, cameo.winograd = 4 : i64} -> tensor<?x8x28x28x16xf32>
  %m = linalg.generic {indexing_maps = [affine_map<(a, b, c, d, e) -> (a, b, c, d, e)>, affine_map<(a, b, c, d, e) -> (a, b, c, d, e)>], iterator_types = ["parallel", "parallel", "parallel", "parallel", "parallel"]} ins(%r : tensor<?x8x28x28x16xf32>) outs(%e : tensor<?x8x28x28x16xf32>) {
  ^bb0(%p: f32, %q: f32):
    %s = arith.maximumf %p, %zero : f32
    linalg.yield %s : f32
  } -> tensor<?x8x28x28x16xf32>
  cameo.return %m : tensor<?x8x28x28x16xf32>
}
}
