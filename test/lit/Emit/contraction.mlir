// SPDX-License-Identifier: Apache-2.0
// A product and the sum behind it become one instruction, but not where the product scales an integer.
// REQUIRES: cameoc
// RUN: cameoc %s -o - --emit=asm --mcpu=x86-64-v3 --target=x86_64-linux-gnu | FileCheck %s

// CHECK: vcvtdq2ps
// CHECK-NEXT: vmulps
// CHECK-NEXT: vaddps
// CHECK: vfmadd
func.func @main(%n: tensor<8xi32>, %x: tensor<8xf32>, %s: tensor<8xf32>, %b: tensor<8xf32>) -> (tensor<8xf32>, tensor<8xf32>) {
  %f = onnx.Cast(%n) {to = 1 : si64} : (tensor<8xi32>) -> tensor<8xf32>
  %p = onnx.Mul(%f, %s) : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
  %y = onnx.Add(%p, %b) : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
  %q = onnx.Mul(%x, %s) : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
  %z = onnx.Add(%q, %b) : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
  return %y, %z : tensor<8xf32>, tensor<8xf32>
}
