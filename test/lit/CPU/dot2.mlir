// SPDX-License-Identifier: Apache-2.0
// Two products of bf16 and a sum become the instruction that the target has, or arithmetic on f32.
// RUN: cameo-opt %s --cameo-cpu-target=mcpu=sapphirerapids --cameo-expand-math | FileCheck %s --check-prefixes=CHECK,PAIRS
// RUN: cameo-opt %s --cameo-cpu-target=mcpu=skylake-avx512 --cameo-expand-math | FileCheck %s --check-prefixes=CHECK,FLOATS

// CHECK-LABEL: func.func @vector
// PAIRS: vector.bitcast {{.*}} : vector<16xi32> to vector<32xbf16>
// PAIRS: llvm.call_intrinsic "llvm.x86.avx512bf16.dpbf16ps.512"
// The second of each pair first, as the instruction has it.
// FLOATS-DAG: %[[ODD:.*]] = math.fma %[[A1:.*]], %[[B1:.*]], %arg2
// FLOATS: math.fma %{{.*}}, %{{.*}}, %[[ODD]]
func.func @vector(%a: vector<16xi32>, %b: vector<16xi32>, %c: vector<16xf32>) -> vector<16xf32> {
  %0 = cameo.dot2 %a, %b, %c : vector<16xi32>, vector<16xf32>
  return %0 : vector<16xf32>
}

// CHECK-LABEL: func.func @scalar
// CHECK-COUNT-2: math.fma
// CHECK-NOT: cameo.dot2
func.func @scalar(%a: i32, %b: i32, %c: f32) -> f32 {
  %0 = cameo.dot2 %a, %b, %c : i32, f32
  return %0 : f32
}
