// SPDX-License-Identifier: Apache-2.0
// Keys that a causal mask hides from all queries of a block, or that lie before the window of the first, are left out: of the
// scores, of the powers and of the sums of values.
// RUN: cameo-opt %s --cameo-cpu-kernels --canonicalize --cse | FileCheck %s

#all = affine_map<(b, h, i, j) -> (b, h, i, j)>
#row = affine_map<(b, h, i, j) -> (b, h, i)>

module attributes {cameo.target = {vector_bytes = 64 : i64, vector_registers = 32 : i64, l2 = 1048576 : i64, fma = true, fused_attention = true}} {
// CHECK-LABEL: func.func private @attention(
// CHECK-DAG: %[[KEYS:.*]] = arith.constant 50 : index
// CHECK-DAG: %[[ONE:.*]] = arith.constant 1 : index
// CHECK-DAG: %[[ZERO:.*]] = arith.constant 0 : index
// CHECK: %[[N:.*]] = memref.load %{{.*}} : memref<2xi64>
// CHECK: %[[PAST:.*]] = arith.index_cast %[[N]] : i64 to index
// Past what the last query sees, if it sees any.
// CHECK: %[[LAST:.*]] = arith.addi %[[PAST]], %{{.*}} : index
// CHECK: %[[SEEN:.*]] = arith.minsi %[[LAST]], %[[KEYS]] : index
// CHECK: arith.addi %[[SEEN]], %[[ONE]] : index
// CHECK: %[[SOME:.*]] = arith.maxsi %{{.*}}, %[[ONE]] : index
// CHECK: %[[END:.*]] = arith.minsi %[[SOME]], %[[KEYS]] : index
// CHECK: %[[BEFORE:.*]] = arith.subi %[[END]], %[[ONE]] : index
// CHECK: %[[FIRST:.*]] = arith.minsi %{{.*}}, %[[BEFORE]] : index
// CHECK: %[[BEGIN:.*]] = arith.maxsi %[[FIRST]], %[[ZERO]] : index
// CHECK: scf.for %{{.*}} = %[[BEGIN]] to
// CHECK: vector.fma
// CHECK: scf.for %{{.*}} = %[[BEGIN]] to %[[END]]
// CHECK: math.exp
// CHECK: scf.for %{{.*}} = %[[BEGIN]] to %[[END]]
// CHECK: vector.fma
cameo.kernel @attention(%q: tensor<2x40x3x64xf32>, %k: tensor<2x50x3x64xf32>, %v: tensor<2x50x3x64xf32>, %past: tensor<2xi64>, %out: tensor<2x40x3x64xf32>) -> tensor<2x40x3x64xf32> attributes {num_outs = 1 : i64} {
  %zero = arith.constant 0.0 : f32
  %low = arith.constant 0xFF800000 : f32
  %seven = arith.constant 7 : index
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
  %masked = linalg.generic {indexing_maps = [#all, #all], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%s : tensor<2x3x40x50xf32>) outs(%e4 : tensor<2x3x40x50xf32>) {
  ^bb0(%x: f32, %o: f32):
    %0 = arith.mulf %x, %half : f32
    %batch = linalg.index 0 : index
    %query = linalg.index 2 : index
    %key = linalg.index 3 : index
    %n = tensor.extract %past[%batch] : tensor<2xi64>
    %before = arith.index_cast %n : i64 to index
    %last = arith.addi %before, %query : index
    %inPast = arith.cmpi sle, %key, %last : index
    %keyAndWindow = arith.addi %key, %seven : index
    %inWindow = arith.cmpi sgt, %keyAndWindow, %last : index
    %seen = arith.andi %inPast, %inWindow : i1
    %1 = arith.select %seen, %0, %low : f32
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
