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
