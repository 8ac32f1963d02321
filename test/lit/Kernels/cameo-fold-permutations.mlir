// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-fold-permutations --canonicalize | FileCheck %s

// CHECK-DAG: #[[Q:.*]] = affine_map<(d0, d1, d2, d3) -> (d1, d0, d3)>
// CHECK-DAG: #[[K:.*]] = affine_map<(d0, d1, d2, d3) -> (d0, d3, d2)>
// CHECK-DAG: #[[R:.*]] = affine_map<(d0, d1, d2, d3) -> (d1, d0, d2)>
// CHECK-LABEL: func @both_sides(
// CHECK-SAME: %[[QUERY:.*]]: tensor<8x4x16xf32>, %[[KEY:.*]]: tensor<4x16x6xf32>
// CHECK: linalg.generic {indexing_maps = [#[[Q]], #[[K]], #[[R]]]
// CHECK-SAME: ins(%[[QUERY]], %[[KEY]] : {{.*}}) outs(%{{.*}} : tensor<8x4x6xf32>)
// CHECK-NOT: linalg.generic
func.func @both_sides(%q: tensor<8x4x16xf32>, %k: tensor<4x16x6xf32>) -> tensor<8x4x6xf32> {
  %zero = arith.constant 0.0 : f32
  %eq = tensor.empty() : tensor<4x8x16xf32>
  %qt = linalg.generic {indexing_maps = [affine_map<(h, s, d) -> (s, h, d)>, affine_map<(h, s, d) -> (h, s, d)>],
                        iterator_types = ["parallel", "parallel", "parallel"]}
      ins(%q : tensor<8x4x16xf32>) outs(%eq : tensor<4x8x16xf32>) {
  ^bb0(%a: f32, %o: f32):
    linalg.yield %a : f32
  } -> tensor<4x8x16xf32>
  %e = tensor.empty() : tensor<4x8x6xf32>
  %f = linalg.fill ins(%zero : f32) outs(%e : tensor<4x8x6xf32>) -> tensor<4x8x6xf32>
  %r = linalg.generic {indexing_maps = [affine_map<(h, m, n, d) -> (h, m, d)>, affine_map<(h, m, n, d) -> (h, d, n)>, affine_map<(h, m, n, d) -> (h, m, n)>],
                       iterator_types = ["parallel", "parallel", "parallel", "reduction"]}
      ins(%qt, %k : tensor<4x8x16xf32>, tensor<4x16x6xf32>) outs(%f : tensor<4x8x6xf32>) {
  ^bb0(%a: f32, %b: f32, %c: f32):
    %p = arith.mulf %a, %b : f32
    %s = arith.addf %c, %p : f32
    linalg.yield %s : f32
  } -> tensor<4x8x6xf32>
  %et = tensor.empty() : tensor<8x4x6xf32>
  %rt = linalg.generic {indexing_maps = [affine_map<(s, h, n) -> (h, s, n)>, affine_map<(s, h, n) -> (s, h, n)>],
                        iterator_types = ["parallel", "parallel", "parallel"]}
      ins(%r : tensor<4x8x6xf32>) outs(%et : tensor<8x4x6xf32>) {
  ^bb0(%a: f32, %o: f32):
    linalg.yield %a : f32
  } -> tensor<8x4x6xf32>
  return %rt : tensor<8x4x6xf32>
}
