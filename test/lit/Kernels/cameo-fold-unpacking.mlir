// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --split-input-file --cameo-fold-unpacking | FileCheck %s

#id = affine_map<(d0) -> (d0)>

// A table that is read at computed places: one field at a time.
// CHECK-LABEL: func @gather
// CHECK-SAME: %[[I:.*]]: tensor<3xi64>
// CHECK: %[[T:.*]] = arith.constant dense<[1, -2, 3, 4]> : tensor<4xi4>
// CHECK-NOT: ins(%[[T]]
// CHECK: %[[F:.*]] = tensor.extract %[[T]][%{{.*}}] : tensor<4xi4>
// CHECK: arith.extsi %[[F]] : i4 to i8
func.func @gather(%i: tensor<3xi64>) -> tensor<3xi8> {
  %t = arith.constant dense<[1, -2, 3, 4]> : tensor<4xi4>
  %e = tensor.empty() : tensor<4xi8>
  %u = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel"]} ins(%t : tensor<4xi4>) outs(%e : tensor<4xi8>) {
  ^bb0(%a: i4, %o: i8):
    %x = arith.extsi %a : i4 to i8
    linalg.yield %x : i8
  } -> tensor<4xi8>
  %r = tensor.empty() : tensor<3xi8>
  %y = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel"]} ins(%i : tensor<3xi64>) outs(%r : tensor<3xi8>) {
  ^bb0(%a: i64, %o: i8):
    %at = arith.index_cast %a : i64 to index
    %x = tensor.extract %u[%at] : tensor<4xi8>
    linalg.yield %x : i8
  } -> tensor<3xi8>
  return %y : tensor<3xi8>
}

// -----

#id = affine_map<(d0) -> (d0)>

// Weights that are read in order, with what the run brings.
// CHECK-LABEL: func @elementwise
// CHECK: %[[T:.*]] = arith.constant dense<[1, 0, -1, -2]> : tensor<4xi2>
// CHECK: linalg.generic
// CHECK-SAME: ins(%[[T]], %{{.*}} : tensor<4xi2>, tensor<4xf32>)
// CHECK: ^bb0(%[[A:.*]]: i2, %{{.*}}: f32, %{{.*}}: f32):
// CHECK-NEXT: %[[B:.*]] = arith.extui %[[A]] : i2 to i8
// CHECK-NEXT: arith.uitofp %[[B]] : i8 to f32
func.func @elementwise(%s: tensor<4xf32>) -> tensor<4xf32> {
  %t = arith.constant dense<[1, 0, -1, -2]> : tensor<4xi2>
  %e = tensor.empty() : tensor<4xi8>
  %u = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel"]} ins(%t : tensor<4xi2>) outs(%e : tensor<4xi8>) {
  ^bb0(%a: i2, %o: i8):
    %x = arith.extui %a : i2 to i8
    linalg.yield %x : i8
  } -> tensor<4xi8>
  %r = tensor.empty() : tensor<4xf32>
  %y = linalg.generic {indexing_maps = [#id, #id, #id], iterator_types = ["parallel"]} ins(%u, %s : tensor<4xi8>, tensor<4xf32>) outs(%r : tensor<4xf32>) {
  ^bb0(%a: i8, %b: f32, %o: f32):
    %f = arith.uitofp %a : i8 to f32
    %x = arith.mulf %f, %b : f32
    linalg.yield %x : f32
  } -> tensor<4xf32>
  return %y : tensor<4xf32>
}

// -----

#id = affine_map<(d0) -> (d0)>

// What weights alone make is left to the compiler.
// CHECK-LABEL: func @weights_only
// CHECK: arith.extsi
// CHECK: ins(%{{.*}} : tensor<4xi8>)
func.func @weights_only() -> tensor<4xf32> {
  %t = arith.constant dense<[1, -2, 3, 4]> : tensor<4xi4>
  %e = tensor.empty() : tensor<4xi8>
  %u = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel"]} ins(%t : tensor<4xi4>) outs(%e : tensor<4xi8>) {
  ^bb0(%a: i4, %o: i8):
    %x = arith.extsi %a : i4 to i8
    linalg.yield %x : i8
  } -> tensor<4xi8>
  %r = tensor.empty() : tensor<4xf32>
  %y = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel"]} ins(%u : tensor<4xi8>) outs(%r : tensor<4xf32>) {
  ^bb0(%a: i8, %o: f32):
    %f = arith.sitofp %a : i8 to f32
    linalg.yield %f : f32
  } -> tensor<4xf32>
  return %y : tensor<4xf32>
}
