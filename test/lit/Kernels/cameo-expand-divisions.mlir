// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-expand-divisions --split-input-file | FileCheck %s

// In the body of a kernel, with constants that stand before it.
module attributes {cameo.target = {fma = true}} {
// CHECK-LABEL: func.func @known
// CHECK: %[[LOW:.*]] = arith.maxnumf
// CHECK: %[[X:.*]] = arith.minnumf %[[LOW]]
// CHECK: %[[P:.*]] = arith.mulf %[[X]]
// CHECK: %[[Q:.*]] = math.fma %[[X]], %{{.*}}, %[[P]]
// CHECK: math.roundeven %[[Q]]
// CHECK-NOT: arith.divf
func.func @known(%x: tensor<4xf32>, %o: tensor<4xf32>) -> tensor<4xf32> {
  %zero = arith.constant 0.0 : f32
  %hi = arith.constant 6.00000048 : f32
  %s = arith.constant 0.0235294122 : f32
  %0 = linalg.generic {indexing_maps = [affine_map<(i) -> (i)>, affine_map<(i) -> (i)>], iterator_types = ["parallel"]}
      ins(%x : tensor<4xf32>) outs(%o : tensor<4xf32>) {
  ^bb0(%a: f32, %b: f32):
    %l = arith.maxnumf %a, %zero : f32
    %c = arith.minnumf %l, %hi : f32
    %q = arith.divf %c, %s : f32
    %r = math.roundeven %q : f32
    linalg.yield %r : f32
  } -> tensor<4xf32>
  return %0 : tensor<4xf32>
}

// Nothing bounds the quotient.
// CHECK-LABEL: func.func @unbounded
// CHECK: arith.divf
func.func @unbounded(%x: f32) -> f32 {
  %s = arith.constant 0.03 : f32
  %q = arith.divf %x, %s : f32
  %r = math.roundeven %q : f32
  return %r : f32
}
}

// -----

// Without fused operations a division is as good.
module attributes {cameo.target = {fma = false}} {
// CHECK-LABEL: func.func @unfused
// CHECK: arith.divf
func.func @unfused(%x: f32) -> f32 {
  %zero = arith.constant 0.0 : f32
  %hi = arith.constant 6.00000048 : f32
  %s = arith.constant 0.0235294122 : f32
  %l = arith.maxnumf %x, %zero : f32
  %c = arith.minnumf %l, %hi : f32
  %q = arith.divf %c, %s : f32
  %r = math.roundeven %q : f32
  return %r : f32
}
}
