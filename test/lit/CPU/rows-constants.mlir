// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-cpu-kernels --canonicalize --cse | FileCheck %s

// Scales that stand in the kernel as a constant are no hindrance: the sum of a row is computed once, not for each part of it.
// CHECK-LABEL: func.func private @scaled(
// CHECK-SAME: cameo.strategy = "rows"
#id = affine_map<(d0, d1) -> (d0, d1)>
#row = affine_map<(d0, d1) -> (d0)>
cameo.kernel @scaled(%x: tensor<8x4096xf32>, %y: tensor<8x4096xf32>) -> tensor<8x4096xf32> attributes {num_outs = 1 : i64} {
  %zero = arith.constant 0.0 : f32
  %scale = arith.constant dense<1.0> : tensor<8xf32>
  %e1 = tensor.empty() : tensor<8xf32>
  %e2 = tensor.empty() : tensor<8x4096xf32>
  %f = linalg.fill ins(%zero : f32) outs(%e1 : tensor<8xf32>) -> tensor<8xf32>
  %sum = linalg.generic {indexing_maps = [#id, #row], iterator_types = ["parallel", "reduction"]} ins(%x : tensor<8x4096xf32>) outs(%f : tensor<8xf32>) {
  ^bb0(%a: f32, %acc: f32):
    %m = arith.addf %a, %acc : f32
    linalg.yield %m : f32
  } -> tensor<8xf32>
  %r = linalg.generic {indexing_maps = [#id, #row, #row, #id], iterator_types = ["parallel", "parallel"]} ins(%x, %sum, %scale : tensor<8x4096xf32>, tensor<8xf32>, tensor<8xf32>) outs(%e2 : tensor<8x4096xf32>) {
  ^bb0(%a: f32, %s: f32, %c: f32, %o: f32):
    %d = arith.subf %a, %s : f32
    %v = arith.mulf %d, %c : f32
    linalg.yield %v : f32
  } -> tensor<8x4096xf32>
  cameo.return %r : tensor<8x4096xf32>
}
