// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-cpu-kernels --cse | FileCheck %s

module attributes {cameo.target = {vector_bytes = 64 : i64, vector_registers = 32 : i64, l2 = 1048576 : i64, fma = true}} {
// Sixteen trees in the lanes of a vector, each step without a branch: the node, its split and the
// column are gathered; leaves are added up in f64.
// CHECK-LABEL: func.func private @trees(
// CHECK-SAME: cameo.strategy = "trees"
// CHECK: vector.load %{{.*}} : memref<65xi32>, vector<16xi32>
// CHECK: vector.gather %{{.*}} : memref<4xi32>
// CHECK: vector.gather %{{.*}} : memref<4xf32>
// CHECK: vector.gather %{{.*}} : memref<8x3xf32>
// CHECK: arith.cmpf ugt
// CHECK-NOT: scf.if
// CHECK: arith.extf %{{.*}} : vector<16xf32> to vector<16xf64>
// CHECK: vector.reduction <add>
// CHECK-LABEL: func.func private @trees.tiles(
cameo.kernel @trees(%x: tensor<8x3xf32>, %links: tensor<4xi32>, %splits: tensor<4xf32>, %roots: tensor<65xi32>, %o: tensor<8x1xf64>) -> tensor<8x1xf64> attributes {num_outs = 1 : i64} {
  %e = tensor.empty() : tensor<8x1xf64>
  %0 = cameo.trees sum ins(%x, %links, %splits, %roots : tensor<8x3xf32>, tensor<4xi32>, tensor<4xf32>, tensor<65xi32>) outs(%e : tensor<8x1xf64>) {trees = 2 : i64, feature_bits = 2 : i64, depth = 1 : i64} -> tensor<8x1xf64>
  cameo.return %0 : tensor<8x1xf64>
}

// Deep trees stop as soon as all lanes are at a leaf.
// CHECK-LABEL: func.func private @deep(
// CHECK: scf.while
// CHECK: vector.reduction <or>
cameo.kernel @deep(%x: tensor<8x3xf32>, %links: tensor<4xi32>, %splits: tensor<4xf32>, %roots: tensor<65xi32>, %o: tensor<8x1xf64>) -> tensor<8x1xf64> attributes {num_outs = 1 : i64} {
  %e = tensor.empty() : tensor<8x1xf64>
  %0 = cameo.trees sum ins(%x, %links, %splits, %roots : tensor<8x3xf32>, tensor<4xi32>, tensor<4xf32>, tensor<65xi32>) outs(%e : tensor<8x1xf64>) {trees = 2 : i64, feature_bits = 2 : i64, depth = 30 : i64} -> tensor<8x1xf64>
  cameo.return %0 : tensor<8x1xf64>
}
}
