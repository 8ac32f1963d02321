// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-merge-kernels --split-input-file | FileCheck %s

// CHECK: cameo.launch @zero outs
// CHECK-NEXT: cameo.launch @zero outs
// CHECK-NEXT: cameo.launch @one outs
func.func @main(%x: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) {
  %0 = cameo.launch @zero outs(%x : tensor<4xf32>) -> tensor<4xf32>
  %1 = cameo.launch @zero_again outs(%x : tensor<4xf32>) -> tensor<4xf32>
  %2 = cameo.launch @one outs(%x : tensor<4xf32>) -> tensor<4xf32>
  return %0, %1, %2 : tensor<4xf32>, tensor<4xf32>, tensor<4xf32>
}
cameo.kernel @zero(%o: tensor<4xf32>) -> tensor<4xf32> attributes {num_outs = 1 : i64} {
  %c = arith.constant 0.0 : f32
  %0 = linalg.fill ins(%c : f32) outs(%o : tensor<4xf32>) -> tensor<4xf32>
  cameo.return %0 : tensor<4xf32>
}
// CHECK-NOT: @zero_again
cameo.kernel @zero_again(%o: tensor<4xf32>) -> tensor<4xf32> attributes {num_outs = 1 : i64} {
  %c = arith.constant 0.0 : f32
  %0 = linalg.fill ins(%c : f32) outs(%o : tensor<4xf32>) -> tensor<4xf32>
  cameo.return %0 : tensor<4xf32>
}
// CHECK: cameo.kernel @one
cameo.kernel @one(%o: tensor<4xf32>) -> tensor<4xf32> attributes {num_outs = 1 : i64} {
  %c = arith.constant 1.0 : f32
  %0 = linalg.fill ins(%c : f32) outs(%o : tensor<4xf32>) -> tensor<4xf32>
  cameo.return %0 : tensor<4xf32>
}

// -----

// Numbers that are calculated with become arguments where they differ: the scale, not the bound. What fills a tensor
// does not (above).
// CHECK-LABEL: func.func @numbers
// CHECK-DAG: %[[A:.*]] = arith.constant 5.000000e-01 : f32
// CHECK-DAG: %[[B:.*]] = arith.constant 2.500000e-01 : f32
// CHECK-DAG: cameo.launch @half ins(%{{.*}}, %[[A]] : tensor<4xf32>, f32) outs
// CHECK-DAG: cameo.launch @half ins(%{{.*}}, %[[B]] : tensor<4xf32>, f32) outs
func.func @numbers(%x: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  %0 = cameo.launch @half ins(%x : tensor<4xf32>) outs(%x : tensor<4xf32>) -> tensor<4xf32>
  %1 = cameo.launch @quarter ins(%0 : tensor<4xf32>) outs(%x : tensor<4xf32>) -> tensor<4xf32>
  return %0, %1 : tensor<4xf32>, tensor<4xf32>
}
// CHECK: cameo.kernel @half(%[[X:.*]]: tensor<4xf32>, %[[S:.*]]: f32, %{{.*}}: tensor<4xf32>)
// CHECK: %[[ONE:.*]] = arith.constant 1.000000e+00 : f32
// CHECK: arith.mulf %{{.*}}, %[[S]]
// CHECK: arith.minnumf %{{.*}}, %[[ONE]]
// CHECK-NOT: @quarter
cameo.kernel @half(%x: tensor<4xf32>, %o: tensor<4xf32>) -> tensor<4xf32> attributes {num_outs = 1 : i64} {
  %s = arith.constant 0.5 : f32
  %one = arith.constant 1.0 : f32
  %0 = linalg.generic {indexing_maps = [affine_map<(i) -> (i)>, affine_map<(i) -> (i)>], iterator_types = ["parallel"]}
      ins(%x : tensor<4xf32>) outs(%o : tensor<4xf32>) {
  ^bb0(%a: f32, %b: f32):
    %y = arith.mulf %a, %s : f32
    %z = arith.minnumf %y, %one : f32
    linalg.yield %z : f32
  } -> tensor<4xf32>
  cameo.return %0 : tensor<4xf32>
}
cameo.kernel @quarter(%x: tensor<4xf32>, %o: tensor<4xf32>) -> tensor<4xf32> attributes {num_outs = 1 : i64} {
  %one = arith.constant 1.0 : f32
  %s = arith.constant 0.25 : f32
  %0 = linalg.generic {indexing_maps = [affine_map<(i) -> (i)>, affine_map<(i) -> (i)>], iterator_types = ["parallel"]}
      ins(%x : tensor<4xf32>) outs(%o : tensor<4xf32>) {
  ^bb0(%a: f32, %b: f32):
    %y = arith.mulf %a, %s : f32
    %z = arith.minnumf %y, %one : f32
    linalg.yield %z : f32
  } -> tensor<4xf32>
  cameo.return %0 : tensor<4xf32>
}
