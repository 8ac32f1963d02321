// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --split-input-file --cameo-expand-math --canonicalize | FileCheck %s

// The bounds of the activation and of the clamp are one; a division by a known
// scale is a product; the conversion rounds.
// CHECK-LABEL: @known
// CHECK-DAG: %[[HI:.*]] = arith.constant dense<6.000000e+00>
// CHECK-DAG: %[[LO:.*]] = arith.constant dense<0.000000e+00>
// CHECK-DAG: %[[H:.*]] = arith.constant dense<4.25
// CHECK: %[[A:.*]] = arith.maxnumf %{{.*}}, %[[LO]]
// CHECK: %[[B:.*]] = arith.minnumf %[[A]], %[[HI]]
// CHECK: %[[P:.*]] = arith.mulf %[[B]]
// CHECK: %[[Q:.*]] = math.fma %[[B]], %[[H]], %[[P]]
// CHECK: llvm.intr.lrint(%[[Q]])
// CHECK-NOT: arith.maximumf
module attributes {cameo.target = {vector_bytes = 64 : i64, fma = true}} {
  func.func @known(%x: vector<16xf32>) -> vector<16xi8> {
    %zero = arith.constant dense<0.0> : vector<16xf32>
    %six = arith.constant dense<6.0> : vector<16xf32>
    %hi = arith.constant dense<6.00000048> : vector<16xf32>
    %s = arith.constant dense<0.0235294122> : vector<16xf32>
    %0 = arith.maximumf %x, %zero : vector<16xf32>
    %1 = arith.minimumf %0, %six : vector<16xf32>
    %2 = arith.maxnumf %1, %zero : vector<16xf32>
    %3 = arith.minnumf %2, %hi : vector<16xf32>
    %4 = arith.divf %3, %s : vector<16xf32>
    %5 = math.roundeven %4 : vector<16xf32>
    %6 = arith.fptosi %5 : vector<16xf32> to vector<16xi32>
    %7 = arith.trunci %6 : vector<16xi32> to vector<16xi8>
    return %7 : vector<16xi8>
  }
}

// -----

// Nothing bounds the quotient, or nothing rounds it: the division stays. A lower bound above that
// of the clamp is what NaN must not become.
// CHECK-LABEL: @unknown
// CHECK: arith.divf
// CHECK: llvm.intr.lrint
// CHECK: arith.maximumf
// CHECK: arith.maxnumf
// CHECK: arith.divf
module attributes {cameo.target = {vector_bytes = 64 : i64, fma = true}} {
  func.func @unknown(%x: vector<16xf32>) -> (vector<16xi32>, vector<16xf32>) {
    %zero = arith.constant dense<0.0> : vector<16xf32>
    %lo = arith.constant dense<-3.0> : vector<16xf32>
    %hi = arith.constant dense<3.0> : vector<16xf32>
    %s = arith.constant dense<0.03> : vector<16xf32>
    %0 = arith.divf %x, %s : vector<16xf32>
    %1 = math.roundeven %0 : vector<16xf32>
    %2 = arith.fptosi %1 : vector<16xf32> to vector<16xi32>
    %3 = arith.maximumf %x, %zero : vector<16xf32>
    %4 = arith.maxnumf %3, %lo : vector<16xf32>
    %5 = arith.minnumf %4, %hi : vector<16xf32>
    %6 = arith.divf %5, %s : vector<16xf32>
    return %2, %6 : vector<16xi32>, vector<16xf32>
  }
}

// -----

// Without fused multiply-adds the division stays.
// CHECK-LABEL: @plain
// CHECK: arith.divf
module attributes {cameo.target = {vector_bytes = 16 : i64, fma = false}} {
  func.func @plain(%x: vector<4xf32>) -> vector<4xi32> {
    %lo = arith.constant dense<-3.0> : vector<4xf32>
    %hi = arith.constant dense<3.0> : vector<4xf32>
    %s = arith.constant dense<0.03> : vector<4xf32>
    %0 = arith.maxnumf %x, %lo : vector<4xf32>
    %1 = arith.minnumf %0, %hi : vector<4xf32>
    %2 = arith.divf %1, %s : vector<4xf32>
    %3 = math.roundeven %2 : vector<4xf32>
    %4 = arith.fptosi %3 : vector<4xf32> to vector<4xi32>
    return %4 : vector<4xi32>
  }
}
