// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-hoist-constants | FileCheck %s

#id = affine_map<(d0, d1) -> (d0, d1)>
#swap = affine_map<(d0, d1) -> (d1, d0)>
// A transposed weight leaves both the branch and the loop around it; what depends on the argument stays, and so
// does a fill, which costs nothing to repeat.
// CHECK-LABEL: func.func @main(
// CHECK: %[[WEIGHTS:.*]] = arith.constant dense<{{\[\[}}
// CHECK: %[[PACKED:.*]] = linalg.generic {{.*}} ins(%[[WEIGHTS]]
// CHECK: scf.for
// CHECK: scf.if
// CHECK: linalg.fill
// CHECK: linalg.generic {{.*}} ins(%[[PACKED]], %
// CHECK-NOT: linalg.generic
func.func @main(%x: tensor<2x2xf32>, %n: index, %which: i1) -> tensor<2x2xf32> {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %0 = scf.for %i = %c0 to %n step %c1 iter_args(%acc = %x) -> tensor<2x2xf32> {
    %1 = scf.if %which -> tensor<2x2xf32> {
      %w = arith.constant dense<[[1.0, 2.0], [3.0, 4.0]]> : tensor<2x2xf32>
      %zero = arith.constant 0.0 : f32
      %e = tensor.empty() : tensor<2x2xf32>
      %packed = linalg.generic {indexing_maps = [#swap, #id], iterator_types = ["parallel", "parallel"]} ins(%w : tensor<2x2xf32>) outs(%e : tensor<2x2xf32>) {
      ^bb0(%in: f32, %out: f32):
        linalg.yield %in : f32
      } -> tensor<2x2xf32>
      %f = linalg.fill ins(%zero : f32) outs(%e : tensor<2x2xf32>) -> tensor<2x2xf32>
      %sum = linalg.generic {indexing_maps = [#id, #id, #id], iterator_types = ["parallel", "parallel"]} ins(%packed, %acc : tensor<2x2xf32>, tensor<2x2xf32>) outs(%f : tensor<2x2xf32>) {
      ^bb0(%in: f32, %in_1: f32, %out: f32):
        %a = arith.addf %in, %in_1 : f32
        %b = arith.addf %a, %out : f32
        linalg.yield %b : f32
      } -> tensor<2x2xf32>
      scf.yield %sum : tensor<2x2xf32>
    } else {
      scf.yield %acc : tensor<2x2xf32>
    }
    scf.yield %1 : tensor<2x2xf32>
  }
  return %0 : tensor<2x2xf32>
}
