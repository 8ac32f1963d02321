// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --split-input-file --cameo-expand-halves | FileCheck %s

// A CPU that has none of it.
module attributes {cameo.target = {half_conversion = false}} {
// CHECK-LABEL: func.func @widen
// CHECK-NOT: arith.extf
// CHECK: arith.bitcast %{{.*}} : vector<4xf16> to vector<4xi16>
// CHECK: arith.mulf %{{.*}} : vector<4xf32>
// CHECK: arith.bitcast %{{.*}} : vector<4xi32> to vector<4xf32>
func.func @widen(%x: vector<4xf16>) -> vector<4xf32> {
  %0 = arith.extf %x : vector<4xf16> to vector<4xf32>
  return %0 : vector<4xf32>
}

// CHECK-LABEL: func.func @add
// CHECK: arith.addf %{{.*}}, %{{.*}} : f32
// CHECK-NOT: arith.truncf
// CHECK: arith.bitcast %{{.*}} : i16 to f16
func.func @add(%x: f16, %y: f16) -> f16 {
  %0 = arith.addf %x, %y : f16
  return %0 : f16
}

// CHECK-LABEL: func.func @select
// CHECK-NEXT: arith.select
// CHECK-NEXT: return
func.func @select(%c: i1, %x: f16, %y: f16) -> f16 {
  %0 = arith.select %c, %x, %y : f16
  return %0 : f16
}
}

// -----
// One that converts from and to f32: doubles first lose what they must, and say so in the last bit.
module attributes {cameo.target = {half_conversion = true}} {
// CHECK-LABEL: func.func @narrow
// CHECK: arith.truncf %{{.*}} : f64 to f32
// CHECK: arith.ori
// CHECK: arith.truncf %{{.*}} : f32 to f16
func.func @narrow(%x: f64) -> f16 {
  %0 = arith.truncf %x : f64 to f16
  return %0 : f16
}
// CHECK-LABEL: func.func @add
// CHECK-NEXT: arith.addf {{.*}} : f16
func.func @add(%x: f16, %y: f16) -> f16 {
  %0 = arith.addf %x, %y : f16
  return %0 : f16
}
}

// -----
module {
// CHECK-LABEL: func.func @brain
// CHECK-NOT: arith.truncf
// CHECK: arith.bitcast %{{.*}} : i16 to bf16
func.func @brain(%x: f32) -> bf16 {
  %0 = arith.truncf %x : f32 to bf16
  return %0 : bf16
}

// An element goes into a vector as the integer it is.
// CHECK-LABEL: func.func @insert
// CHECK-DAG: %[[BITS:.*]] = arith.bitcast %{{.*}} : bf16 to i16
// CHECK-DAG: %[[INTO:.*]] = arith.bitcast %{{.*}} : vector<4xbf16> to vector<4xi16>
// CHECK: %[[DONE:.*]] = vector.insert %[[BITS]], %[[INTO]] [1] : i16 into vector<4xi16>
// CHECK: arith.bitcast %[[DONE]] : vector<4xi16> to vector<4xbf16>
func.func @insert(%x: bf16, %v: vector<4xbf16>) -> vector<4xbf16> {
  %0 = vector.insert %x, %v [1] : bf16 into vector<4xbf16>
  return %0 : vector<4xbf16>
}
}
