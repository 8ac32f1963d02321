// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-pack-weights --split-input-file | FileCheck %s

module attributes {cameo.target = {vector_bytes = 64 : i64}} {
// CHECK-DAG: #[[SOURCE:.*]] = affine_map<(d0, d1, d2) -> (d1, d0 * 32 + d2)>
// CHECK-DAG: #[[PACKED:.*]] = affine_map<(d0, d1, d2) -> (d1 floordiv 32, d2, d1 mod 32)>
// CHECK-LABEL: func @constant
func.func @constant(%x: tensor<?x64xf32>, %init: tensor<?x100xf32>) -> tensor<?x100xf32> {
  // CHECK: %[[W:.*]] = arith.constant
  %w = arith.constant dense<1.0> : tensor<64x100xf32>
  // CHECK: %[[PADDED:.*]] = tensor.pad %[[W]] low[0, 0] high[0, 28]
  // CHECK: %[[PANELS:.*]] = linalg.generic {indexing_maps = [#[[SOURCE]],
  // CHECK-SAME: ins(%[[PADDED]] : tensor<64x128xf32>) outs(%{{.*}} : tensor<4x64x32xf32>)
  // CHECK: linalg.generic {indexing_maps = [#{{.*}}, #[[PACKED]], #{{.*}}]
  // CHECK-SAME: ins(%{{.*}}, %[[PANELS]] : tensor<?x64xf32>, tensor<4x64x32xf32>)
  %r = linalg.generic {indexing_maps = [affine_map<(m, n, k) -> (m, k)>, affine_map<(m, n, k) -> (k, n)>, affine_map<(m, n, k) -> (m, n)>],
                       iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%x, %w : tensor<?x64xf32>, tensor<64x100xf32>) outs(%init : tensor<?x100xf32>) {
  ^bb0(%a: f32, %b: f32, %c: f32):
    %p = arith.mulf %a, %b : f32
    %s = arith.addf %c, %p : f32
    linalg.yield %s : f32
  } -> tensor<?x100xf32>
  return %r : tensor<?x100xf32>
}

// An operand that the run brings stays as it is.
// CHECK-LABEL: func @variable
// CHECK-NOT: tensor.pad
// CHECK: ins(%{{.*}}, %{{.*}} : tensor<?x64xf32>, tensor<64x100xf32>)
func.func @variable(%x: tensor<?x64xf32>, %w: tensor<64x100xf32>, %init: tensor<?x100xf32>) -> tensor<?x100xf32> {
  %r = linalg.generic {indexing_maps = [affine_map<(m, n, k) -> (m, k)>, affine_map<(m, n, k) -> (k, n)>, affine_map<(m, n, k) -> (m, n)>],
                       iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%x, %w : tensor<?x64xf32>, tensor<64x100xf32>) outs(%init : tensor<?x100xf32>) {
  ^bb0(%a: f32, %b: f32, %c: f32):
    %p = arith.mulf %a, %b : f32
    %s = arith.addf %c, %p : f32
    linalg.yield %s : f32
  } -> tensor<?x100xf32>
  return %r : tensor<?x100xf32>
}
}
