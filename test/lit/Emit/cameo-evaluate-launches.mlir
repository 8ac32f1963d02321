// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-evaluate-launches | FileCheck %s

// A launch on constants is run now; the one that reads an input stays.
// CHECK-LABEL: func.func @main(
// CHECK: %[[W:.*]] = arith.constant dense<[2.000000e+00, 4.000000e+00]> : tensor<2xf32>
// CHECK: cameo.launch @add ins(%{{.*}}, %[[W]]
// CHECK-NOT: cameo.launch
#map = affine_map<(d0) -> (d0)>
cameo.kernel @add(%x: tensor<2xf32>, %y: tensor<2xf32>, %o: tensor<2xf32>) -> tensor<2xf32> attributes {num_outs = 1 : i64} {
  %r = linalg.generic {indexing_maps = [#map, #map, #map], iterator_types = ["parallel"]} ins(%x, %y : tensor<2xf32>, tensor<2xf32>) outs(%o : tensor<2xf32>) {
  ^bb0(%a: f32, %b: f32, %c: f32):
    %s = arith.addf %a, %b : f32
    linalg.yield %s : f32
  } -> tensor<2xf32>
  cameo.return %r : tensor<2xf32>
}
func.func @main(%x: tensor<2xf32> {cameo.name = "x", cameo.dtype = "float32"}) -> (tensor<2xf32> {cameo.name = "y", cameo.dtype = "float32"}) {
  %w = arith.constant dense<[1.0, 2.0]> : tensor<2xf32>
  %e = tensor.empty() : tensor<2xf32>
  %w2 = cameo.launch @add ins(%w, %w : tensor<2xf32>, tensor<2xf32>) outs(%e : tensor<2xf32>) -> tensor<2xf32>
  %r = cameo.launch @add ins(%x, %w2 : tensor<2xf32>, tensor<2xf32>) outs(%e : tensor<2xf32>) -> tensor<2xf32>
  return %r : tensor<2xf32>
}
