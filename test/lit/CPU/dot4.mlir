// SPDX-License-Identifier: Apache-2.0
// Products of bytes by fours become the instruction that the target has, or arithmetic.
// RUN: cameo-opt %s --cameo-cpu-target=mcpu=sapphirerapids --cameo-expand-math | FileCheck %s --check-prefixes=CHECK,BYTES
// RUN: cameo-opt %s --cameo-cpu-target=mcpu=haswell --cameo-expand-math | FileCheck %s --check-prefixes=CHECK,PAIRS

// CHECK-LABEL: func.func @vector
// BYTES: llvm.call_intrinsic "llvm.x86.avx512.vpdpbusd.256"
// PAIRS-COUNT-2: llvm.call_intrinsic "llvm.x86.avx2.pmadd.wd"
func.func @vector(%a: vector<8xi32>, %b: vector<8xi32>, %c: vector<8xi32>) -> vector<8xi32> {
  %0 = cameo.dot4 %a, %b, %c : vector<8xi32>
  return %0 : vector<8xi32>
}

// CHECK-LABEL: func.func @scalar
// CHECK-COUNT-4: arith.muli
// CHECK-NOT: cameo.dot4
func.func @scalar(%a: i32, %b: i32, %c: i32) -> i32 {
  %0 = cameo.dot4 %a, %b, %c : i32
  return %0 : i32
}
