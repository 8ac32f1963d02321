// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-cpu-kernels --canonicalize --cse | FileCheck %s

#all = affine_map<(b, h, i, j) -> (b, h, i, j)>
#row = affine_map<(b, h, i, j) -> (b, h, i)>

module attributes {cameo.target = {vector_bytes = 64 : i64, vector_registers = 32 : i64, l2 = 1048576 : i64, fma = true, fused_attention = true}} {
// Scores have queries in lanes; a mask that varies with query and key lies along keys. For 8 keys and a vector of queries
// it is loaded in 16 vectors of 8 keys, which are turned in registers.
// CHECK-LABEL: func.func private @attention(
// CHECK-COUNT-16: vector.fma
// CHECK: scf.yield
// CHECK-COUNT-8: vector.load {{.*}} : memref<2x40x50xf32>, vector<8xf32>
// CHECK-COUNT-24: vector.shuffle {{.*}} : vector<8xf32>, vector<8xf32>
// CHECK-COUNT-8: vector.load {{.*}} : memref<2x40x50xf32>, vector<8xf32>
// CHECK-NOT: memref.load
// CHECK: vector.shuffle {{.*}} [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] : vector<8xf32>, vector<8xf32>
// CHECK-NOT: memref.load
// CHECK: arith.maximumf
cameo.kernel @attention(%q: tensor<2x40x3x64xf32>, %k: tensor<2x50x3x64xf32>, %v: tensor<2x50x3x64xf32>, %mask: tensor<2x40x50xf32>, %out: tensor<2x40x3x64xf32>) -> tensor<2x40x3x64xf32> attributes {num_outs = 1 : i64} {
  %zero = arith.constant 0.0 : f32
  %low = arith.constant 0xFF800000 : f32
  %half = arith.constant 5.0e-01 : f32
  %e4 = tensor.empty() : tensor<2x3x40x50xf32>
  %e3 = tensor.empty() : tensor<2x3x40xf32>
  %f4 = linalg.fill ins(%zero : f32) outs(%e4 : tensor<2x3x40x50xf32>) -> tensor<2x3x40x50xf32>
  %s = linalg.generic {indexing_maps = [affine_map<(b, h, i, j, d) -> (b, i, h, d)>, affine_map<(b, h, i, j, d) -> (b, j, h, d)>, affine_map<(b, h, i, j, d) -> (b, h, i, j)>], iterator_types = ["parallel", "parallel", "parallel", "parallel", "reduction"]} ins(%q, %k : tensor<2x40x3x64xf32>, tensor<2x50x3x64xf32>) outs(%f4 : tensor<2x3x40x50xf32>) {
  ^bb0(%x: f32, %y: f32, %o: f32):
    %0 = arith.mulf %x, %y : f32
    %1 = arith.addf %o, %0 : f32
    linalg.yield %1 : f32
  } -> tensor<2x3x40x50xf32>
  %masked = linalg.generic {indexing_maps = [#all, affine_map<(b, h, i, j) -> (b, i, j)>, #all], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%s, %mask : tensor<2x3x40x50xf32>, tensor<2x40x50xf32>) outs(%e4 : tensor<2x3x40x50xf32>) {
  ^bb0(%x: f32, %y: f32, %o: f32):
    %0 = arith.mulf %x, %half : f32
    %1 = arith.addf %0, %y : f32
    linalg.yield %1 : f32
  } -> tensor<2x3x40x50xf32>
  %f3 = linalg.fill ins(%low : f32) outs(%e3 : tensor<2x3x40xf32>) -> tensor<2x3x40xf32>
  %m = linalg.generic {indexing_maps = [#all, #row], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%masked : tensor<2x3x40x50xf32>) outs(%f3 : tensor<2x3x40xf32>) {
  ^bb0(%x: f32, %o: f32):
    %0 = arith.maximumf %x, %o : f32
    linalg.yield %0 : f32
  } -> tensor<2x3x40xf32>
  %p = linalg.generic {indexing_maps = [#all, #row, #all], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%masked, %m : tensor<2x3x40x50xf32>, tensor<2x3x40xf32>) outs(%e4 : tensor<2x3x40x50xf32>) {
  ^bb0(%x: f32, %y: f32, %o: f32):
    %0 = arith.subf %x, %y : f32
    %1 = math.exp %0 : f32
    linalg.yield %1 : f32
  } -> tensor<2x3x40x50xf32>
  %g3 = linalg.fill ins(%zero : f32) outs(%e3 : tensor<2x3x40xf32>) -> tensor<2x3x40xf32>
  %t = linalg.generic {indexing_maps = [#all, #row], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%p : tensor<2x3x40x50xf32>) outs(%g3 : tensor<2x3x40xf32>) {
  ^bb0(%x: f32, %o: f32):
    %0 = arith.addf %x, %o : f32
    linalg.yield %0 : f32
  } -> tensor<2x3x40xf32>
  %w = linalg.generic {indexing_maps = [#all, #row, #all], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%p, %t : tensor<2x3x40x50xf32>, tensor<2x3x40xf32>) outs(%e4 : tensor<2x3x40x50xf32>) {
  ^bb0(%x: f32, %y: f32, %o: f32):
    %0 = arith.divf %x, %y : f32
    linalg.yield %0 : f32
  } -> tensor<2x3x40x50xf32>
  %er = tensor.empty() : tensor<2x40x3x64xf32>
  %fr = linalg.fill ins(%zero : f32) outs(%er : tensor<2x40x3x64xf32>) -> tensor<2x40x3x64xf32>
  %r = linalg.generic {indexing_maps = [affine_map<(b, h, i, e, j) -> (b, h, i, j)>, affine_map<(b, h, i, e, j) -> (b, j, h, e)>, affine_map<(b, h, i, e, j) -> (b, i, h, e)>], iterator_types = ["parallel", "parallel", "parallel", "parallel", "reduction"]} ins(%w, %v : tensor<2x3x40x50xf32>, tensor<2x50x3x64xf32>) outs(%fr : tensor<2x40x3x64xf32>) {
  ^bb0(%x: f32, %y: f32, %o: f32):
    %0 = arith.mulf %x, %y : f32
    %1 = arith.addf %o, %0 : f32
    linalg.yield %1 : f32
  } -> tensor<2x40x3x64xf32>
  cameo.return %r : tensor<2x40x3x64xf32>
}
}
