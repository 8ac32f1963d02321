// SPDX-License-Identifier: Apache-2.0
// Where a CPU scales vectors by powers of two, exponentials end in that.
// RUN: cameo-opt %s --cameo-expand-math | FileCheck %s

module attributes {cameo.target = {vector_ldexp = true}} {
// CHECK-LABEL: func.func @exp
// CHECK-NOT: arith.shli
// CHECK: llvm.call_intrinsic "llvm.ldexp"(%{{.*}}, %{{.*}}) : (vector<16xf32>, vector<16xi32>) -> vector<16xf32>
func.func @exp(%x: vector<16xf32>) -> vector<16xf32> {
  %0 = math.exp %x : vector<16xf32>
  return %0 : vector<16xf32>
}
// CHECK-LABEL: func.func @one
// CHECK: arith.shli
func.func @one(%x: f32) -> f32 {
  %0 = math.exp %x : f32
  return %0 : f32
}
}
