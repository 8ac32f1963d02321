// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-gpu-expand-math | FileCheck %s

// Functions of the GPU's own: a sine of large arguments has its own reduction; powers that are
// products are left to be written so. The host's functions keep theirs for the C library.
// CHECK-LABEL: func.func @device
// CHECK-NOT: math.sin
// CHECK: scf.if
// CHECK: arith.constant 2734261102 : i64
// CHECK: math.powf %{{.*}}, %cst
// CHECK: math.floor
// CHECK-NOT: math.powf
// CHECK-LABEL: func.func @host
// CHECK: math.sin
func.func @device(%x: f32, %y: f32) -> (f32, f32, f32) attributes {cameo.device} {
  %two = arith.constant 2.0 : f32
  %0 = math.sin %x : f32
  %1 = math.powf %x, %two : f32
  %2 = math.powf %x, %y : f32
  return %0, %1, %2 : f32, f32, f32
}
func.func @host(%x: f32) -> f32 {
  %0 = math.sin %x : f32
  return %0 : f32
}
