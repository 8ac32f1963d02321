// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-fold-repeats --canonicalize | FileCheck %s

// Keys [batch, position, head, element] that are transposed before each of their heads is written down three times are read
// where they lie; a batch of one that is read at 0 is the batch.
// CHECK-DAG: #[[KEY:.*]] = affine_map<(d0, d1, d2, d3, d4) -> (d0, d3, d1 floordiv 3, d4)>
// CHECK-DAG: #[[VALUE:.*]] = affine_map<(d0, d1, d2, d3, d4) -> (d0, d1 floordiv 3, d4, d3)>
// CHECK-LABEL: func.func @turned(
// CHECK-SAME: %[[Q:[a-z0-9]*]]: tensor<1x6x?x8xf32>, %[[K:[a-z0-9]*]]: tensor<1x?x2x8xf32>, %[[V:[a-z0-9]*]]: tensor<1x2x?x8xf32>)
// CHECK: linalg.generic {indexing_maps = [#{{.*}}, #[[KEY]], #{{.*}}], {{.*}} ins(%[[Q]], %[[K]] :
// CHECK: linalg.generic {indexing_maps = [#{{.*}}, #[[VALUE]], #{{.*}}], {{.*}} ins(%{{.*}}, %[[V]] :
#all = affine_map<(b, h, i, j) -> (b, h, i, j)>
#row = affine_map<(b, h, i, j) -> (b, h, i)>
#from = affine_map<(b, g, r, j, d) -> (b, g, j, d)>
#to = affine_map<(b, g, r, j, d) -> (b, g, r, j, d)>
module attributes {cameo.target = {fused_attention = true}} {
func.func @turned(%q: tensor<1x6x?x8xf32>, %k0: tensor<1x?x2x8xf32>, %v: tensor<1x2x?x8xf32>) -> tensor<1x6x?x8xf32> {
  %zero = arith.constant 0.0 : f32
  %low = arith.constant 0xFF800000 : f32
  %c2 = arith.constant 2 : index
  %n = tensor.dim %q, %c2 : tensor<1x6x?x8xf32>
  %c1 = arith.constant 1 : index
  %past = tensor.dim %k0, %c1 : tensor<1x?x2x8xf32>
  %ek = tensor.empty(%past) : tensor<1x2x?x8xf32>
  %k = linalg.generic {indexing_maps = [affine_map<(b, g, j, d) -> (b, j, g, d)>, #all], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%k0 : tensor<1x?x2x8xf32>) outs(%ek : tensor<1x2x?x8xf32>) {
  ^bb0(%x: f32, %o: f32):
    linalg.yield %x : f32
  } -> tensor<1x2x?x8xf32>
  %e5 = tensor.empty(%past) : tensor<1x2x3x?x8xf32>
  %rk = linalg.generic {indexing_maps = [#from, #to], iterator_types = ["parallel", "parallel", "parallel", "parallel", "parallel"]} ins(%k : tensor<1x2x?x8xf32>) outs(%e5 : tensor<1x2x3x?x8xf32>) {
  ^bb0(%x: f32, %o: f32):
    linalg.yield %x : f32
  } -> tensor<1x2x3x?x8xf32>
  %v5 = tensor.expand_shape %v [[0], [1], [2, 3], [4]] output_shape [1, 2, 1, %past, 8] : tensor<1x2x?x8xf32> into tensor<1x2x1x?x8xf32>
  %rv = linalg.generic {indexing_maps = [affine_map<(b, g, r, j, d) -> (b, g, 0, j, d)>, #to], iterator_types = ["parallel", "parallel", "parallel", "parallel", "parallel"]} ins(%v5 : tensor<1x2x1x?x8xf32>) outs(%e5 : tensor<1x2x3x?x8xf32>) {
  ^bb0(%x: f32, %o: f32):
    linalg.yield %x : f32
  } -> tensor<1x2x3x?x8xf32>
  %ck = tensor.collapse_shape %rk [[0], [1, 2], [3], [4]] : tensor<1x2x3x?x8xf32> into tensor<1x6x?x8xf32>
  %cv = tensor.collapse_shape %rv [[0], [1, 2], [3], [4]] : tensor<1x2x3x?x8xf32> into tensor<1x6x?x8xf32>
  %m = tensor.dim %ck, %c2 : tensor<1x6x?x8xf32>
  %e4 = tensor.empty(%n, %m) : tensor<1x6x?x?xf32>
  %e3 = tensor.empty(%n) : tensor<1x6x?xf32>
  %f4 = linalg.fill ins(%zero : f32) outs(%e4 : tensor<1x6x?x?xf32>) -> tensor<1x6x?x?xf32>
  %s = linalg.generic {indexing_maps = [affine_map<(b, h, i, j, d) -> (b, h, i, d)>, affine_map<(b, h, i, j, d) -> (b, h, j, d)>, affine_map<(b, h, i, j, d) -> (b, h, i, j)>], iterator_types = ["parallel", "parallel", "parallel", "parallel", "reduction"]} ins(%q, %ck : tensor<1x6x?x8xf32>, tensor<1x6x?x8xf32>) outs(%f4 : tensor<1x6x?x?xf32>) {
  ^bb0(%x: f32, %y: f32, %o: f32):
    %0 = arith.mulf %x, %y : f32
    %1 = arith.addf %o, %0 : f32
    linalg.yield %1 : f32
  } -> tensor<1x6x?x?xf32>
  %f3 = linalg.fill ins(%low : f32) outs(%e3 : tensor<1x6x?xf32>) -> tensor<1x6x?xf32>
  %h = linalg.generic {indexing_maps = [#all, #row], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%s : tensor<1x6x?x?xf32>) outs(%f3 : tensor<1x6x?xf32>) {
  ^bb0(%x: f32, %o: f32):
    %0 = arith.maximumf %x, %o : f32
    linalg.yield %0 : f32
  } -> tensor<1x6x?xf32>
  %p = linalg.generic {indexing_maps = [#all, #row, #all], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%s, %h : tensor<1x6x?x?xf32>, tensor<1x6x?xf32>) outs(%e4 : tensor<1x6x?x?xf32>) {
  ^bb0(%x: f32, %y: f32, %o: f32):
    %0 = arith.subf %x, %y : f32
    %1 = math.exp %0 : f32
    linalg.yield %1 : f32
  } -> tensor<1x6x?x?xf32>
  %g3 = linalg.fill ins(%zero : f32) outs(%e3 : tensor<1x6x?xf32>) -> tensor<1x6x?xf32>
  %t = linalg.generic {indexing_maps = [#all, #row], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%p : tensor<1x6x?x?xf32>) outs(%g3 : tensor<1x6x?xf32>) {
  ^bb0(%x: f32, %o: f32):
    %0 = arith.addf %x, %o : f32
    linalg.yield %0 : f32
  } -> tensor<1x6x?xf32>
  %w = linalg.generic {indexing_maps = [#all, #row, #all], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%p, %t : tensor<1x6x?x?xf32>, tensor<1x6x?xf32>) outs(%e4 : tensor<1x6x?x?xf32>) {
  ^bb0(%x: f32, %y: f32, %o: f32):
    %0 = arith.divf %x, %y : f32
    linalg.yield %0 : f32
  } -> tensor<1x6x?x?xf32>
  %er = tensor.empty(%n) : tensor<1x6x?x8xf32>
  %fr = linalg.fill ins(%zero : f32) outs(%er : tensor<1x6x?x8xf32>) -> tensor<1x6x?x8xf32>
  %r = linalg.generic {indexing_maps = [affine_map<(b, h, i, e, j) -> (b, h, i, j)>, affine_map<(b, h, i, e, j) -> (b, h, j, e)>, affine_map<(b, h, i, e, j) -> (b, h, i, e)>], iterator_types = ["parallel", "parallel", "parallel", "parallel", "reduction"]} ins(%w, %cv : tensor<1x6x?x?xf32>, tensor<1x6x?x8xf32>) outs(%fr : tensor<1x6x?x8xf32>) {
  ^bb0(%x: f32, %y: f32, %o: f32):
    %0 = arith.mulf %x, %y : f32
    %1 = arith.addf %o, %0 : f32
    linalg.yield %1 : f32
  } -> tensor<1x6x?x8xf32>
  return %r : tensor<1x6x?x8xf32>
}
}
