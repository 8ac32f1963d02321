// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-form-kernels --cameo-verify-schedule | FileCheck %s

#id = affine_map<(d0, d1) -> (d0, d1)>
#turned = affine_map<(d0, d1) -> (d1, d0)>
#row = affine_map<(d0, d1) -> (d0)>
// What is read across its rows is turned in a kernel of its own, before rows are summed.
// CHECK-LABEL: func.func @across(
// CHECK-SAME: %[[X:.*]]: tensor<64x96xf32>, %[[Y:.*]]: tensor<96x64xf32>)
// CHECK: %[[SUM:.*]] = cameo.launch @map ins(%[[X]], %[[Y]] :
// CHECK: %[[R:.*]] = cameo.launch @reduce ins(%[[SUM]] :
// CHECK: return %[[R]]
func.func @across(%x: tensor<64x96xf32>, %y: tensor<96x64xf32>) -> tensor<64x96xf32> {
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<64x96xf32>
  %t = linalg.generic {indexing_maps = [#id, #turned, #id], iterator_types = ["parallel", "parallel"]} ins(%x, %y : tensor<64x96xf32>, tensor<96x64xf32>) outs(%e : tensor<64x96xf32>) {
  ^bb0(%a: f32, %b: f32, %o: f32):
    %s = arith.addf %a, %b : f32
    linalg.yield %s : f32
  } -> tensor<64x96xf32>
  %e1 = tensor.empty() : tensor<64xf32>
  %f = linalg.fill ins(%zero : f32) outs(%e1 : tensor<64xf32>) -> tensor<64xf32>
  %sum = linalg.generic {indexing_maps = [#id, #row], iterator_types = ["parallel", "reduction"]} ins(%t : tensor<64x96xf32>) outs(%f : tensor<64xf32>) {
  ^bb0(%a: f32, %acc: f32):
    %m = arith.addf %a, %acc : f32
    linalg.yield %m : f32
  } -> tensor<64xf32>
  %r = linalg.generic {indexing_maps = [#id, #row, #id], iterator_types = ["parallel", "parallel"]} ins(%t, %sum : tensor<64x96xf32>, tensor<64xf32>) outs(%e : tensor<64x96xf32>) {
  ^bb0(%a: f32, %s: f32, %o: f32):
    %d = arith.subf %a, %s : f32
    linalg.yield %d : f32
  } -> tensor<64x96xf32>
  return %r : tensor<64x96xf32>
}
