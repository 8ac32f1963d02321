// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-cpu-kernels --cse | FileCheck %s

module attributes {cameo.target = {vector_bytes = 64 : i64, vector_registers = 32 : i64, l2 = 1048576 : i64, fma = true, lane_table = true, fast_gather = false}} {
// Where a gather is slower than loads: the nodes of the lanes go through memory, each is loaded. A row of three columns
// stays in a register, in which each lane looks its column up.
// CHECK-LABEL: func.func private @trees(
// CHECK-SAME: cameo.strategy = "trees"
// CHECK: vector.maskedload %{{.*}} : memref<8x3xf32>
// CHECK: vector.store %{{.*}}, %[[LANES:.*]][%{{.*}}] : memref<32xi32>, vector<16xi32>
// CHECK-COUNT-16: memref.load %[[LANES]]
// CHECK-NOT: vector.gather
// CHECK: vector.from_elements {{.*}} : vector<16xi32>
// CHECK: vector.from_elements {{.*}} : vector<16xf32>
// CHECK: llvm.x86.avx512.permvar.sf.512
// CHECK: arith.cmpf ugt
// CHECK-LABEL: func.func private @trees.tiles(
// Indices of 16 lanes for nodes, and for columns that are not in registers.
// CHECK: return %{{.*}}, %{{.*}}, %c128{{.*}} : index, index, index
cameo.kernel @trees(%x: tensor<8x3xf32>, %links: tensor<4xi32>, %splits: tensor<4xf32>, %roots: tensor<65xi32>, %o: tensor<8x1xf64>) -> tensor<8x1xf64> attributes {num_outs = 1 : i64} {
  %e = tensor.empty() : tensor<8x1xf64>
  %0 = cameo.trees sum ins(%x, %links, %splits, %roots : tensor<8x3xf32>, tensor<4xi32>, tensor<4xf32>, tensor<65xi32>) outs(%e : tensor<8x1xf64>) {trees = 2 : i64, feature_bits = 2 : i64, depth = 1 : i64} -> tensor<8x1xf64>
  cameo.return %0 : tensor<8x1xf64>
}

// 40 columns in f32 take four registers, of which the last is empty.
// CHECK-LABEL: func.func private @wide(
// CHECK-COUNT-2: vector.load %{{.*}} : memref<8x40xf32>, vector<16xf32>
// CHECK: vector.maskedload %{{.*}} : memref<8x40xf32>
// CHECK-COUNT-2: llvm.x86.avx512.vpermi2var.ps.512
cameo.kernel @wide(%x: tensor<8x40xf32>, %links: tensor<4xi32>, %splits: tensor<4xf32>, %roots: tensor<65xi32>, %o: tensor<8x1xf64>) -> tensor<8x1xf64> attributes {num_outs = 1 : i64} {
  %e = tensor.empty() : tensor<8x1xf64>
  %0 = cameo.trees sum ins(%x, %links, %splits, %roots : tensor<8x40xf32>, tensor<4xi32>, tensor<4xf32>, tensor<65xi32>) outs(%e : tensor<8x1xf64>) {trees = 2 : i64, feature_bits = 6 : i64, depth = 1 : i64} -> tensor<8x1xf64>
  cameo.return %0 : tensor<8x1xf64>
}

// f64: eight lanes, indices as wide as elements.
// CHECK-LABEL: func.func private @doubles(
// CHECK: arith.extui %{{.*}} : vector<8xi32> to vector<8xi64>
// CHECK: llvm.x86.avx512.vpermi2var.pd.512
cameo.kernel @doubles(%x: tensor<8x10xf64>, %links: tensor<4xi32>, %splits: tensor<4xf64>, %roots: tensor<65xi32>, %o: tensor<8x1xf64>) -> tensor<8x1xf64> attributes {num_outs = 1 : i64} {
  %e = tensor.empty() : tensor<8x1xf64>
  %0 = cameo.trees sum ins(%x, %links, %splits, %roots : tensor<8x10xf64>, tensor<4xi32>, tensor<4xf64>, tensor<65xi32>) outs(%e : tensor<8x1xf64>) {trees = 2 : i64, feature_bits = 4 : i64, depth = 1 : i64} -> tensor<8x1xf64>
  cameo.return %0 : tensor<8x1xf64>
}
}
