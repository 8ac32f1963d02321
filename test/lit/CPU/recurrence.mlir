// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-cpu-kernels --canonicalize --cse | FileCheck %s

module attributes {cameo.target = {vector_bytes = 64 : i64, vector_registers = 32 : i64, fma = true, fused_recurrence = true}} {
// Steps, then blocks of units; one row has eight sums, of every eighth element each; the gates follow on vectors and
// the state goes to memory of the worker and among all steps.
// CHECK-LABEL: func.func private @layer(
// CHECK-SAME: cameo.strategy = "recurrence"
// CHECK: scf.for %[[STEP:.*]] = %{{.*}} to %c7
// CHECK: scf.for
// CHECK: scf.for {{.*}} -> (vector<16xf32>, vector<16xf32>, vector<16xf32>, vector<16xf32>, vector<16xf32>, vector<16xf32>, vector<16xf32>, vector<16xf32>)
// CHECK-COUNT-8: vector.fma
// CHECK: math.tanh %{{.*}} : vector<16xf32>
// CHECK: vector.store %{{.*}} : memref<7x1x1x32xf32>
// CHECK-LABEL: func.func private @layer.tiles(
cameo.kernel @layer(%x: tensor<7x1x32xf32>, %r: tensor<1x2x32x1x16xf32>, %s: tensor<1x1x32xf32>, %o: tensor<7x1x1x32xf32>) -> tensor<7x1x1x32xf32> attributes {num_outs = 1 : i64} {
  %all = tensor.empty() : tensor<7x1x1x32xf32>
  %last = tensor.empty() : tensor<1x1x32xf32>
  %0:2 = cameo.recurrence ins(%x : tensor<7x1x32xf32>) weights(%r : tensor<1x2x32x1x16xf32>) states(%s : tensor<1x1x32xf32>)
    outs(%all, %last : tensor<7x1x1x32xf32>, tensor<1x1x32xf32>) attributes {gates = 1 : i64, reversed = array<i1: true>} {
  ^bb0(%in: f32, %product: f32, %old: f32):
    %sum = arith.addf %in, %product : f32
    %new = math.tanh %sum : f32
    cameo.yield %new : f32
  } -> tensor<7x1x1x32xf32>, tensor<1x1x32xf32>
  cameo.return %0#0 : tensor<7x1x1x32xf32>
}

// Four rows share each load of a weight; units beyond the last are masked, rows whose sequence has ended keep their state.
// CHECK-LABEL: func.func private @rows(
// CHECK: vector.create_mask
// CHECK: vector.maskedload %{{.*}} : memref<1x4x20xf32>
// CHECK: %[[W:.*]] = vector.load %{{.*}} : memref<1x2x20x1x16xf32>
// CHECK-COUNT-4: vector.fma %{{.*}}, %[[W]]
// CHECK: arith.cmpi slt
// CHECK: arith.select %{{.*}} : vector<16xf32>
// CHECK: vector.maskedstore %{{.*}} : memref<1x4x20xf32>
cameo.kernel @rows(%x: tensor<7x4x20xf32>, %r: tensor<1x2x20x1x16xf32>, %s: tensor<1x4x20xf32>, %n: tensor<4xi32>, %o: tensor<1x4x20xf32>) -> tensor<1x4x20xf32> attributes {num_outs = 1 : i64} {
  %all = tensor.empty() : tensor<7x1x4x20xf32>
  %last = tensor.empty() : tensor<1x4x20xf32>
  %0:2 = cameo.recurrence ins(%x : tensor<7x4x20xf32>) weights(%r : tensor<1x2x20x1x16xf32>) states(%s : tensor<1x4x20xf32>)
    lengths(%n : tensor<4xi32>) outs(%all, %last : tensor<7x1x4x20xf32>, tensor<1x4x20xf32>) attributes {gates = 1 : i64, reversed = array<i1: false>} {
  ^bb0(%in: f32, %product: f32, %old: f32):
    %sum = arith.addf %in, %product : f32
    cameo.yield %sum : f32
  } -> tensor<7x1x4x20xf32>, tensor<1x4x20xf32>
  cameo.return %0#1 : tensor<1x4x20xf32>
}
}
