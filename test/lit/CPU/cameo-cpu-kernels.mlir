// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-cpu-kernels --cse | FileCheck %s

#id = affine_map<(d0, d1) -> (d0, d1)>
#row = affine_map<(d0, d1) -> (d1)>
#out = affine_map<(d0, d1) -> (d0)>

// A main loop on vectors, a scalar one for the rest.
// CHECK-LABEL: func.func private @add(
// CHECK-SAME: memref<8x?xf32>, %{{.*}}: memref<?xf32>, %{{.*}}: memref<8x?xf32>, %{{.*}}: index, %{{.*}}: index, %{{.*}}: memref<?xi8>) attributes {cameo.kernel_body, cameo.strategy = "loops"}
// CHECK: vector.load {{.*}} vector<8xf32>
// CHECK: vector.store
// CHECK: memref.store
// CHECK-LABEL: func.func private @add.tiles(
cameo.kernel @add(%x: tensor<8x?xf32>, %y: tensor<?xf32>, %o: tensor<8x?xf32>) -> tensor<8x?xf32> attributes {num_outs = 1 : i64} {
  %0 = linalg.generic {indexing_maps = [#id, #row, #id], iterator_types = ["parallel", "parallel"]}
      ins(%x, %y : tensor<8x?xf32>, tensor<?xf32>) outs(%o : tensor<8x?xf32>) {
  ^bb0(%a: f32, %b: f32, %old: f32):
    %s = arith.addf %a, %b : f32
    linalg.yield %s : f32
  } -> tensor<8x?xf32>
  cameo.return %0 : tensor<8x?xf32>
}

// A row that ends in one number: vector accumulators, then their lanes.
// CHECK-LABEL: func.func private @sum(
// CHECK: vector.reduction <add>
cameo.kernel @sum(%x: tensor<8x64xf32>, %o: tensor<8xf32>) -> tensor<8xf32> attributes {num_outs = 1 : i64} {
  %zero = arith.constant 0.0 : f32
  %f = linalg.fill ins(%zero : f32) outs(%o : tensor<8xf32>) -> tensor<8xf32>
  %0 = linalg.generic {indexing_maps = [#id, #out], iterator_types = ["parallel", "reduction"]}
      ins(%x : tensor<8x64xf32>) outs(%f : tensor<8xf32>) {
  ^bb0(%a: f32, %old: f32):
    %s = arith.addf %a, %old : f32
    linalg.yield %s : f32
  } -> tensor<8xf32>
  cameo.return %0 : tensor<8xf32>
}

// CHECK-LABEL: func.func private @count(
// CHECK-SAME: cameo.strategy = "compute"
// CHECK: scf.for %[[T:.*]] =
// CHECK: memref.store %{{.*}}, %{{.*}}[%[[T]]] : memref<?xi64>
cameo.kernel @count(%n: index, %o: tensor<?xi64>) -> tensor<?xi64> attributes {num_outs = 1 : i64} {
  %0 = cameo.compute tiles(%n) outs(%o : tensor<?xi64>) {
  ^bb0(%t: index, %m: memref<?xi64>):
    %v = arith.index_cast %t : index to i64
    memref.store %v, %m[%t] : memref<?xi64>
    cameo.yield
  } -> tensor<?xi64>
  cameo.return %0 : tensor<?xi64>
}

// A constant outside of a compute's region is found.
// CHECK-LABEL: func.func private @captured(
// CHECK: %[[ONE:.*]] = arith.constant 1 : i64
// CHECK: memref.store %[[ONE]]
cameo.kernel @captured(%n: index, %o: tensor<?xi64>) -> tensor<?xi64> attributes {num_outs = 1 : i64} {
  %one = arith.constant 1 : i64
  %0 = cameo.compute tiles(%n) outs(%o : tensor<?xi64>) {
  ^bb0(%t: index, %m: memref<?xi64>):
    memref.store %one, %m[%t] : memref<?xi64>
    cameo.yield
  } -> tensor<?xi64>
  cameo.return %0 : tensor<?xi64>
}
