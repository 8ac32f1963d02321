// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-annotate-costs | FileCheck %s

#map = affine_map<(d0) -> (d0)>
cameo.kernel @scale(%x: tensor<10xf32>, %o: tensor<10xf32>) -> tensor<10xf32> attributes {num_outs = 1 : i64} {
  %two = arith.constant 2.0 : f32
  %r = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%x : tensor<10xf32>) outs(%o : tensor<10xf32>) {
  ^bb0(%a: f32, %b: f32):
    %m = arith.mulf %a, %two : f32
    %s = arith.addf %m, %two : f32
    linalg.yield %s : f32
  } -> tensor<10xf32>
  cameo.return %r : tensor<10xf32>
}
// CHECK: cameo.launch @scale
// CHECK-SAME: bytes = 8.000000e+01 : f64
// CHECK-SAME: flops = 2.000000e+01 : f64
func.func @main(%x: tensor<10xf32>) -> tensor<10xf32> {
  %e = tensor.empty() : tensor<10xf32>
  %r = cameo.launch @scale ins(%x : tensor<10xf32>) outs(%e : tensor<10xf32>) -> tensor<10xf32>
  return %r : tensor<10xf32>
}

// Of a table only what is looked up counts.
cameo.kernel @lookup(%t: tensor<1000xf32>, %i: tensor<10xindex>, %o: tensor<10xf32>) -> tensor<10xf32> attributes {num_outs = 1 : i64} {
  %r = linalg.generic {indexing_maps = [#map, #map], iterator_types = ["parallel"]} ins(%i : tensor<10xindex>) outs(%o : tensor<10xf32>) {
  ^bb0(%a: index, %b: f32):
    %e = tensor.extract %t[%a] : tensor<1000xf32>
    linalg.yield %e : f32
  } -> tensor<10xf32>
  cameo.return %r : tensor<10xf32>
}
// CHECK: cameo.launch @lookup
// CHECK-SAME: bytes = 1.600000e+02 : f64
func.func @table(%x: tensor<1000xf32>, %i: tensor<10xindex>) -> tensor<10xf32> {
  %e = tensor.empty() : tensor<10xf32>
  %r = cameo.launch @lookup ins(%x, %i : tensor<1000xf32>, tensor<10xindex>) outs(%e : tensor<10xf32>) -> tensor<10xf32>
  return %r : tensor<10xf32>
}
