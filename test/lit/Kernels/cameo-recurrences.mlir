// SPDX-License-Identifier: Apache-2.0
// RUN: sed s/TARGET/fused_recurrence/ %s | cameo-opt --cameo-recurrences | FileCheck %s --check-prefix=FUSED
// RUN: sed s/TARGET/fma/ %s | cameo-opt --cameo-recurrences | FileCheck %s --check-prefix=LOOP

// A kernel that runs all steps gets its weights in blocks of a vector of units, gates side by side: 20 units are two
// blocks of 16, padded.
// FUSED-LABEL: func.func @main(
// FUSED: tensor.pad {{.*}} low[0, 0, 0, 0] high[0, 0, 12, 0]
// FUSED: %[[PACKED:.*]] = linalg.generic {{.*}} outs(%{{.*}} : tensor<1x2x20x1x16xf32>)
// FUSED: cameo.recurrence {{.*}} weights(%[[PACKED]] : tensor<1x2x20x1x16xf32>)
// FUSED-NOT: scf.for

// Without one it is a loop over the steps: a product of the state, the gates, and the step's place among all.
// LOOP-LABEL: func.func @main(
// LOOP: scf.for
// LOOP: linalg.generic {{.*}} iterator_types = ["parallel", "parallel", "reduction"]
// LOOP: linalg.generic
// LOOP: math.tanh
// LOOP: cameo.compute
// LOOP: scf.yield
// LOOP-NOT: cameo.recurrence
module attributes {cameo.target = {vector_bytes = 64 : i64, TARGET = true}} {
func.func @main(%x: tensor<7x3x20xf32>, %r: tensor<1x20x20xf32>, %s: tensor<1x3x20xf32>) -> tensor<7x1x3x20xf32> {
  %all = tensor.empty() : tensor<7x1x3x20xf32>
  %last = tensor.empty() : tensor<1x3x20xf32>
  %0:2 = cameo.recurrence ins(%x : tensor<7x3x20xf32>) weights(%r : tensor<1x20x20xf32>) states(%s : tensor<1x3x20xf32>)
    outs(%all, %last : tensor<7x1x3x20xf32>, tensor<1x3x20xf32>) attributes {gates = 1 : i64, reversed = array<i1: true>} {
  ^bb0(%in: f32, %product: f32, %old: f32):
    %sum = arith.addf %in, %product : f32
    %new = math.tanh %sum : f32
    cameo.yield %new : f32
  } -> tensor<7x1x3x20xf32>, tensor<1x3x20xf32>
  return %0#0 : tensor<7x1x3x20xf32>
}

// The number of units must be known for that.
// FUSED-LABEL: func.func @unknown(
// FUSED: scf.for
// FUSED-NOT: cameo.recurrence
func.func @unknown(%x: tensor<7x3x?xf32>, %r: tensor<1x?x?xf32>, %s: tensor<1x3x?xf32>, %n: index) -> tensor<1x3x?xf32> {
  %all = tensor.empty(%n) : tensor<7x1x3x?xf32>
  %last = tensor.empty(%n) : tensor<1x3x?xf32>
  %0:2 = cameo.recurrence ins(%x : tensor<7x3x?xf32>) weights(%r : tensor<1x?x?xf32>) states(%s : tensor<1x3x?xf32>)
    outs(%all, %last : tensor<7x1x3x?xf32>, tensor<1x3x?xf32>) attributes {gates = 1 : i64, reversed = array<i1: false>} {
  ^bb0(%in: f32, %product: f32, %old: f32):
    %sum = arith.addf %in, %product : f32
    cameo.yield %sum : f32
  } -> tensor<7x1x3x?xf32>, tensor<1x3x?xf32>
  return %0#1 : tensor<1x3x?xf32>
}
}
