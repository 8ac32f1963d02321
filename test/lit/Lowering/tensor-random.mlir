// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-lower-onnx --split-input-file | FileCheck %s

// A function of the seed and of the place.
// CHECK-LABEL: func.func @main
// CHECK: linalg.generic
// CHECK: linalg.index 0
// CHECK: arith.muli
// CHECK: math.log
// CHECK: math.cos
func.func @main() -> tensor<2x3xf32> {
  %0 = onnx.RandomNormal() {shape = array<i64: 2, 3>, seed = 1.0 : f32} : () -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}
