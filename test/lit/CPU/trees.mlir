// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-cpu-target="triple=x86_64-pc-linux-gnu mcpu=x86-64-v4" --cameo-cpu-kernels | FileCheck %s

// Sixteen trees in the lanes of a vector, each step without a branch: the node, its split and the
// column are gathered; the sum is added up in f64.
// CHECK-LABEL: func.func private @trees
// CHECK: vector.load {{.*}} : memref<65xi32>, vector<16xi32>
// CHECK: vector.gather {{.*}} : memref<4xi32>, vector<16xi32>
// CHECK: vector.gather {{.*}} : memref<4xf32>, vector<16xi32>
// CHECK: vector.gather {{.*}} : memref<8x3xf32>, vector<16xi32>
// CHECK: arith.cmpf ugt
// CHECK: arith.extf {{.*}} : vector<16xf32> to vector<16xf64>
// CHECK: vector.reduction <add>
cameo.kernel @trees(%x: tensor<8x3xf32>, %links: tensor<4xi32>, %splits: tensor<4xf32>, %roots: tensor<65xi32>,
                    %out: tensor<8x1xf64>) -> tensor<8x1xf64> outs 1 {
  %e = tensor.empty() : tensor<8x1xf64>
  %0 = cameo.trees sum ins(%x, %links, %splits, %roots : tensor<8x3xf32>, tensor<4xi32>, tensor<4xf32>, tensor<65xi32>)
    outs(%e : tensor<8x1xf64>) {trees = 2 : i64, feature_bits = 2 : i64, depth = 1 : i64} -> tensor<8x1xf64>
  cameo.return %0 : tensor<8x1xf64>
}
