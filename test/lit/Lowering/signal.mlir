// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-lower-onnx --split-input-file | FileCheck %s

// CHECK-LABEL: func.func @main
// CHECK: math.cos
// CHECK: math.sin
// CHECK: iterator_types = ["parallel", "parallel", "parallel", "parallel", "reduction"]
// CHECK: arith.remui
func.func @main(%x: tensor<1x10x1xf32>) -> tensor<1x10x2xf32> {
  %none = "onnx.None"() : () -> none
  %0 = "onnx.DFT"(%x, %none, %none) : (tensor<1x10x1xf32>, none, none) -> tensor<1x10x2xf32>
  return %0 : tensor<1x10x2xf32>
}

// -----
// Windows are computed in doubles.
// CHECK-LABEL: func.func @main
// CHECK: linalg.generic
// CHECK: arith.constant 6.2831853071795862
// CHECK: math.cos
// CHECK: arith.truncf
func.func @main(%n: tensor<i64>) -> tensor<?xf32> {
  %0 = onnx.HannWindow(%n) {periodic = 0 : si64} : (tensor<i64>) -> tensor<?xf32>
  return %0 : tensor<?xf32>
}

// -----
// One table of roots of unity, then sums in doubles over each frame.
// CHECK-LABEL: func.func @main
// CHECK: cameo.check %{{.*}}, "{{.*}}(STFT): frame_step and frame_length do not fit the signal"
// CHECK: math.cos
// CHECK: math.sin
// CHECK: "reduction"]
// CHECK: arith.extf
// CHECK: arith.remui
func.func @main(%x: tensor<1x128x1xf32>, %w: tensor<16xf32>) -> tensor<1x15x9x2xf32> {
  %s = onnx.Constant() {value = dense<8> : tensor<i64>} : () -> tensor<i64>
  %n = "onnx.None"() : () -> none
  %0 = onnx.STFT(%x, %s, %w, %n) : (tensor<1x128x1xf32>, tensor<i64>, tensor<16xf32>, none) -> tensor<1x15x9x2xf32>
  return %0 : tensor<1x15x9x2xf32>
}
