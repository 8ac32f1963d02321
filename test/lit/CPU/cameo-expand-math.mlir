// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-expand-math | FileCheck %s

// CHECK-LABEL: func.func @exp
// CHECK-NOT: math.exp
// What becomes 0 is not computed, but chosen.
// CHECK: %[[IS_ZERO:.*]] = arith.cmpf olt
// CHECK: arith.select %[[IS_ZERO]], %{{.*}}, %{{.*}} : vector<8xi1>, vector<8xf32>
// CHECK: math.fma
// CHECK: arith.shli
// CHECK: %[[Y:.*]] = arith.select %[[IS_ZERO]], %{{.*}}, %{{.*}} : vector<8xi1>, vector<8xf32>
// CHECK: return %[[Y]]
func.func @exp(%x: vector<8xf32>) -> vector<8xf32> {
  %0 = math.exp %x : vector<8xf32>
  return %0 : vector<8xf32>
}

// f16 goes through f32.
// CHECK-LABEL: func.func @half
// CHECK: arith.extf %{{.*}} : f16 to f32
// CHECK-NOT: math.tanh
// CHECK: arith.truncf %{{.*}} : f32 to f16
func.func @half(%x: f16) -> f16 {
  %0 = math.tanh %x : f16
  return %0 : f16
}

// Large arguments of a sine are reduced by the library, lane by lane.
// CHECK-LABEL: func.func @sin
// CHECK: scf.if
// CHECK: math.sin %{{.*}} : f32
// CHECK-NOT: math.sin
func.func @sin(%x: vector<8xf32>) -> vector<8xf32> {
  %0 = math.sin %x : vector<8xf32>
  return %0 : vector<8xf32>
}

// CHECK-LABEL: func.func @square
// CHECK-NEXT: %[[C:.*]] = arith.constant
// CHECK-NEXT: arith.mulf %arg0, %arg0
func.func @square(%x: vector<8xf32>) -> vector<8xf32> {
  %c = arith.constant dense<2.0> : vector<8xf32>
  %0 = math.powf %x, %c : vector<8xf32>
  return %0 : vector<8xf32>
}

// CHECK-LABEL: func.func @three_quarters
// CHECK: math.sqrt
// CHECK: math.sqrt
// CHECK-NOT: math.powf
// CHECK: return
func.func @three_quarters(%x: vector<8xf32>) -> vector<8xf32> {
  %c = arith.constant dense<0.75> : vector<8xf32>
  %0 = math.powf %x, %c : vector<8xf32>
  return %0 : vector<8xf32>
}

// Double precision is the library's.
// CHECK-LABEL: func.func @double
// CHECK-NEXT: math.exp
func.func @double(%x: f64) -> f64 {
  %0 = math.exp %x : f64
  return %0 : f64
}

// A sigmoid's argument is cut to where its power does not overflow; 2^n comes of a shift; an estimate of the inverse will do.
// CHECK-LABEL: func.func @sigmoid
// CHECK-SAME: %[[X:.*]]: vector<8xf32>
// CHECK-NOT: math.exp
// CHECK: arith.cmpf olt, %[[X]], %{{.*}} : vector<8xf32>
// CHECK: arith.cmpf ogt
// CHECK: arith.shli
// CHECK: arith.divf %{{.*}}, %{{.*}} fastmath<{{.*}}arcp{{.*}}>
// CHECK-NEXT: return
func.func @sigmoid(%x: vector<8xf32>) -> vector<8xf32> {
  %one = arith.constant dense<1.0> : vector<8xf32>
  %m = arith.negf %x : vector<8xf32>
  %e = math.exp %m : vector<8xf32>
  %s = arith.addf %e, %one : vector<8xf32>
  %r = arith.divf %one, %s : vector<8xf32>
  return %r : vector<8xf32>
}

// Inverse and hyperbolic functions are arithmetic too; a tangent is of vectors that can be reduced, others go lane by lane.
// CHECK-LABEL: func.func @inverse
// CHECK-NOT: math.{{as|ac|at|sinh|cosh}}
// CHECK: scf.if
// CHECK: math.tan %{{.*}} : f32
// CHECK: } else {
// CHECK-NOT: math.tan
// CHECK: return
func.func @inverse(%x: vector<8xf32>) -> vector<8xf32> {
  %0 = math.asin %x : vector<8xf32>
  %1 = math.acos %0 : vector<8xf32>
  %2 = math.atan %1 : vector<8xf32>
  %3 = math.sinh %2 : vector<8xf32>
  %4 = math.cosh %3 : vector<8xf32>
  %5 = math.asinh %4 : vector<8xf32>
  %6 = math.acosh %5 : vector<8xf32>
  %7 = math.atanh %6 : vector<8xf32>
  %8 = math.tan %7 : vector<8xf32>
  return %8 : vector<8xf32>
}
