// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-form-kernels --cameo-verify-schedule | FileCheck %s

#id = affine_map<(d0, d1) -> (d0, d1)>
// Three columns of sines go into a concatenation that is walked element by element: they are computed before, in vectors.
// CHECK-LABEL: func.func @short(
// CHECK-SAME: %[[X:.*]]: tensor<64x3xf32>)
// CHECK: %[[SIN:.*]] = cameo.launch @map ins(%[[X]] :
// CHECK: cameo.launch @copy ins(
// CHECK-SAME: %[[SIN]]
// CHECK-LABEL: func.func @long(
// CHECK-NOT: cameo.launch @map
// CHECK: cameo.launch @copy
func.func @short(%x: tensor<64x3xf32>) -> tensor<64x6xf32> {
  %e = tensor.empty() : tensor<64x3xf32>
  %s = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]} ins(%x : tensor<64x3xf32>) outs(%e : tensor<64x3xf32>) {
  ^bb0(%a: f32, %o: f32):
    %r = math.sin %a : f32
    linalg.yield %r : f32
  } -> tensor<64x3xf32>
  %w = tensor.empty() : tensor<64x6xf32>
  %0 = tensor.insert_slice %x into %w[0, 0] [64, 3] [1, 1] : tensor<64x3xf32> into tensor<64x6xf32>
  %1 = tensor.insert_slice %s into %0[0, 3] [64, 3] [1, 1] : tensor<64x3xf32> into tensor<64x6xf32>
  return %1 : tensor<64x6xf32>
}
func.func @long(%x: tensor<64x32xf32>) -> tensor<64x64xf32> {
  %e = tensor.empty() : tensor<64x32xf32>
  %s = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]} ins(%x : tensor<64x32xf32>) outs(%e : tensor<64x32xf32>) {
  ^bb0(%a: f32, %o: f32):
    %r = math.sin %a : f32
    linalg.yield %r : f32
  } -> tensor<64x32xf32>
  %w = tensor.empty() : tensor<64x64xf32>
  %0 = tensor.insert_slice %x into %w[0, 0] [64, 32] [1, 1] : tensor<64x32xf32> into tensor<64x64xf32>
  %1 = tensor.insert_slice %s into %0[0, 32] [64, 32] [1, 1] : tensor<64x32xf32> into tensor<64x64xf32>
  return %1 : tensor<64x64xf32>
}
