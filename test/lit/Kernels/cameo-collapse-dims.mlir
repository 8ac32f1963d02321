// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-collapse-dims | FileCheck %s

#id = affine_map<(d0, d1, d2, d3) -> (d0, d1, d2, d3)>
#ch = affine_map<(d0, d1, d2, d3) -> (0, d1, 0, 0)>

// The batch of one goes with the channels, rows go with columns.
// CHECK-LABEL: cameo.kernel @scale
// CHECK-DAG: %[[X:.*]] = tensor.collapse_shape %arg0 {{\[\[}}0, 1], [2, 3]]
// CHECK-DAG: %[[S:.*]] = tensor.collapse_shape %arg1 {{\[\[}}0, 1, 2, 3]] : tensor<1x6x1x1xf32> into tensor<6xf32>
// CHECK: linalg.generic {{.*}} ins(%[[X]], %[[S]] : tensor<6x63xf32>, tensor<6xf32>)
// CHECK: %[[Y:.*]] = tensor.expand_shape
// CHECK: cameo.return %[[Y]]
cameo.kernel @scale(%x: tensor<1x6x7x9xf32>, %s: tensor<1x6x1x1xf32>, %y: tensor<1x6x7x9xf32>) -> tensor<1x6x7x9xf32> attributes {num_outs = 1 : i64} {
  %e = tensor.empty() : tensor<1x6x7x9xf32>
  %0 = linalg.generic {indexing_maps = [#id, #ch, #id], iterator_types = ["parallel", "parallel", "parallel", "parallel"]}
      ins(%x, %s : tensor<1x6x7x9xf32>, tensor<1x6x1x1xf32>) outs(%e : tensor<1x6x7x9xf32>) {
  ^bb0(%a: f32, %b: f32, %o: f32):
    %q = arith.mulf %a, %b : f32
    linalg.yield %q : f32
  } -> tensor<1x6x7x9xf32>
  cameo.return %0 : tensor<1x6x7x9xf32>
}

// Where the body asks for an index, that loop stays by itself.
// CHECK-LABEL: cameo.kernel @indexed
// CHECK: linalg.generic {{.*}} iterator_types = ["parallel", "parallel"]
// CHECK: linalg.index 0
cameo.kernel @indexed(%x: tensor<5x6x7xf32>, %y: tensor<5x6x7xf32>) -> tensor<5x6x7xf32> attributes {num_outs = 1 : i64} {
  %e = tensor.empty() : tensor<5x6x7xf32>
  %0 = linalg.generic {indexing_maps = [affine_map<(d0, d1, d2) -> (d0, d1, d2)>, affine_map<(d0, d1, d2) -> (d0, d1, d2)>],
      iterator_types = ["parallel", "parallel", "parallel"]} ins(%x : tensor<5x6x7xf32>) outs(%e : tensor<5x6x7xf32>) {
  ^bb0(%a: f32, %o: f32):
    %i = linalg.index 0 : index
    %c = arith.index_cast %i : index to i32
    %f = arith.sitofp %c : i32 to f32
    %q = arith.mulf %a, %f : f32
    linalg.yield %q : f32
  } -> tensor<5x6x7xf32>
  cameo.return %0 : tensor<5x6x7xf32>
}

// A size of 1 in the middle goes with one neighbour and does not join the two: the second operand has only the first.
// CHECK-LABEL: cameo.kernel @middle
// CHECK: linalg.generic {{.*}} ins(%{{.*}}, %arg1 : tensor<2x4xf32>, tensor<2xf32>)
cameo.kernel @middle(%x: tensor<2x1x4xf32>, %s: tensor<2xf32>, %y: tensor<2x1x4xf32>) -> tensor<2x1x4xf32> attributes {num_outs = 1 : i64} {
  %e = tensor.empty() : tensor<2x1x4xf32>
  %0 = linalg.generic {indexing_maps = [affine_map<(d0, d1, d2) -> (d0, d1, d2)>, affine_map<(d0, d1, d2) -> (d0)>, affine_map<(d0, d1, d2) -> (d0, d1, d2)>],
      iterator_types = ["parallel", "parallel", "parallel"]} ins(%x, %s : tensor<2x1x4xf32>, tensor<2xf32>) outs(%e : tensor<2x1x4xf32>) {
  ^bb0(%a: f32, %b: f32, %o: f32):
    %q = arith.mulf %a, %b : f32
    linalg.yield %q : f32
  } -> tensor<2x1x4xf32>
  cameo.return %0 : tensor<2x1x4xf32>
}
