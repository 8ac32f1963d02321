// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-form-kernels --cameo-verify-schedule | FileCheck %s
// RUN: sed 's/fused_attention = true/fma = true/' %s | cameo-opt --cameo-form-kernels | FileCheck %s --check-prefix=APART

#all = affine_map<(b, h, i, j) -> (b, h, i, j)>
#row = affine_map<(b, h, i, j) -> (b, h, i)>

module attributes {cameo.target = {fused_attention = true}} {
// Scores, mask, softmax and the sum of values are one kernel, where the target has one for them.
// CHECK-LABEL: func.func @attention(
// CHECK: %[[R:.*]] = cameo.launch @attention{{.*}} ins(%arg0, %arg1, %arg3, %arg2 : {{.*}}) outs(%{{.*}} : tensor<2x40x3x64xf32>)
// CHECK-NEXT: return %[[R]]
// APART-LABEL: func.func @attention(
// APART: cameo.launch @matmul
// APART: cameo.launch @rows
// APART: cameo.launch @matmul
func.func @attention(%q: tensor<2x40x3x64xf32>, %k: tensor<2x50x3x64xf32>, %v: tensor<2x50x3x64xf32>, %mask: tensor<2x50xf32>) -> tensor<2x40x3x64xf32> {
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
  %masked = linalg.generic {indexing_maps = [#all, affine_map<(b, h, i, j) -> (b, j)>, #all], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%s, %mask : tensor<2x3x40x50xf32>, tensor<2x50xf32>) outs(%e4 : tensor<2x3x40x50xf32>) {
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
  return %r : tensor<2x40x3x64xf32>
}

// Weights that somebody else wants stay in memory.
// CHECK-LABEL: func.func @weights_used(
// CHECK: cameo.launch @matmul
// CHECK: cameo.launch @rows
// CHECK: cameo.launch @matmul
func.func @weights_used(%q: tensor<2x40x3x64xf32>, %k: tensor<2x50x3x64xf32>, %v: tensor<2x50x3x64xf32>, %mask: tensor<2x50xf32>) -> (tensor<2x40x3x64xf32>, tensor<2x3x40x50xf32>) {
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
  %masked = linalg.generic {indexing_maps = [#all, affine_map<(b, h, i, j) -> (b, j)>, #all], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%s, %mask : tensor<2x3x40x50xf32>, tensor<2x50xf32>) outs(%e4 : tensor<2x3x40x50xf32>) {
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
  return %r, %w : tensor<2x40x3x64xf32>, tensor<2x3x40x50xf32>
}

// Of keys and mask only the run knows which broadcasts: the scores are read at their own index or at 0, still in one kernel.
// CHECK-LABEL: func.func @undecided(
// CHECK: cameo.launch @attention
// CHECK-NOT: cameo.launch
func.func @undecided(%q: tensor<2x?x64xf32>, %k: tensor<2x?x64xf32>, %v: tensor<2x?x64xf32>, %mask: tensor<2x?xf32>) -> tensor<2x?x64xf32> {
  %zero = arith.constant 0.0 : f32
  %low = arith.constant 0xFF800000 : f32
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %nq = tensor.dim %q, %c1 : tensor<2x?x64xf32>
  %nk = tensor.dim %k, %c1 : tensor<2x?x64xf32>
  %nm = tensor.dim %mask, %c1 : tensor<2x?xf32>
  %keyIsOne = arith.cmpi eq, %nk, %c1 : index
  %maskIsOne = arith.cmpi eq, %nm, %c1 : index
  %n = arith.select %keyIsOne, %nm, %nk : index
  %es = tensor.empty(%nq, %nk) : tensor<2x?x?xf32>
  %fs = linalg.fill ins(%zero : f32) outs(%es : tensor<2x?x?xf32>) -> tensor<2x?x?xf32>
  %s = linalg.generic {indexing_maps = [affine_map<(h, i, j, d) -> (h, i, d)>, affine_map<(h, i, j, d) -> (h, j, d)>, affine_map<(h, i, j, d) -> (h, i, j)>], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%q, %k : tensor<2x?x64xf32>, tensor<2x?x64xf32>) outs(%fs : tensor<2x?x?xf32>) {
  ^bb0(%x: f32, %y: f32, %o: f32):
    %0 = arith.mulf %x, %y : f32
    %1 = arith.addf %o, %0 : f32
    linalg.yield %1 : f32
  } -> tensor<2x?x?xf32>
  %em = tensor.empty(%nq, %n) : tensor<2x?x?xf32>
  %masked = linalg.generic {indexing_maps = [affine_map<(h, i, j) -> (h, i, j)>], iterator_types = ["parallel", "parallel", "parallel"]} outs(%em : tensor<2x?x?xf32>) {
  ^bb0(%o: f32):
    %h = linalg.index 0 : index
    %i = linalg.index 1 : index
    %j = linalg.index 2 : index
    %js = arith.select %keyIsOne, %c0, %j : index
    %x = tensor.extract %s[%h, %i, %js] : tensor<2x?x?xf32>
    %jm = arith.select %maskIsOne, %c0, %j : index
    %y = tensor.extract %mask[%h, %jm] : tensor<2x?xf32>
    %0 = arith.addf %x, %y : f32
    linalg.yield %0 : f32
  } -> tensor<2x?x?xf32>
  %e1 = tensor.empty(%nq) : tensor<2x?xf32>
  %f1 = linalg.fill ins(%low : f32) outs(%e1 : tensor<2x?xf32>) -> tensor<2x?xf32>
  %m = linalg.generic {indexing_maps = [affine_map<(h, i, j) -> (h, i, j)>, affine_map<(h, i, j) -> (h, i)>], iterator_types = ["parallel", "parallel", "reduction"]} ins(%masked : tensor<2x?x?xf32>) outs(%f1 : tensor<2x?xf32>) {
  ^bb0(%x: f32, %o: f32):
    %0 = arith.maximumf %x, %o : f32
    linalg.yield %0 : f32
  } -> tensor<2x?xf32>
  %p = linalg.generic {indexing_maps = [affine_map<(h, i, j) -> (h, i, j)>, affine_map<(h, i, j) -> (h, i)>, affine_map<(h, i, j) -> (h, i, j)>], iterator_types = ["parallel", "parallel", "parallel"]} ins(%masked, %m : tensor<2x?x?xf32>, tensor<2x?xf32>) outs(%em : tensor<2x?x?xf32>) {
  ^bb0(%x: f32, %y: f32, %o: f32):
    %0 = arith.subf %x, %y : f32
    %1 = math.exp %0 : f32
    linalg.yield %1 : f32
  } -> tensor<2x?x?xf32>
  %g1 = linalg.fill ins(%zero : f32) outs(%e1 : tensor<2x?xf32>) -> tensor<2x?xf32>
  %t = linalg.generic {indexing_maps = [affine_map<(h, i, j) -> (h, i, j)>, affine_map<(h, i, j) -> (h, i)>], iterator_types = ["parallel", "parallel", "reduction"]} ins(%p : tensor<2x?x?xf32>) outs(%g1 : tensor<2x?xf32>) {
  ^bb0(%x: f32, %o: f32):
    %0 = arith.addf %x, %o : f32
    linalg.yield %0 : f32
  } -> tensor<2x?xf32>
  %w = linalg.generic {indexing_maps = [affine_map<(h, i, j) -> (h, i, j)>, affine_map<(h, i, j) -> (h, i)>, affine_map<(h, i, j) -> (h, i, j)>], iterator_types = ["parallel", "parallel", "parallel"]} ins(%p, %t : tensor<2x?x?xf32>, tensor<2x?xf32>) outs(%em : tensor<2x?x?xf32>) {
  ^bb0(%x: f32, %y: f32, %o: f32):
    %0 = arith.divf %x, %y : f32
    linalg.yield %0 : f32
  } -> tensor<2x?x?xf32>
  %er = tensor.empty(%nq) : tensor<2x?x64xf32>
  %fr = linalg.fill ins(%zero : f32) outs(%er : tensor<2x?x64xf32>) -> tensor<2x?x64xf32>
  %r = linalg.generic {indexing_maps = [affine_map<(h, i, e, j) -> (h, i, j)>, affine_map<(h, i, e, j) -> (h, j, e)>, affine_map<(h, i, e, j) -> (h, i, e)>], iterator_types = ["parallel", "parallel", "parallel", "reduction"]} ins(%w, %v : tensor<2x?x?xf32>, tensor<2x?x64xf32>) outs(%fr : tensor<2x?x64xf32>) {
  ^bb0(%x: f32, %y: f32, %o: f32):
    %0 = arith.mulf %x, %y : f32
    %1 = arith.addf %o, %0 : f32
    linalg.yield %1 : f32
  } -> tensor<2x?x64xf32>
  return %r : tensor<2x?x64xf32>
}
}
