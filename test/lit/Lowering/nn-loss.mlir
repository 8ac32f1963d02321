// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-lower-onnx --split-input-file | FileCheck %s

// Classes that are ignored add neither to the sum nor to the weights that divide it.
// CHECK-LABEL: func.func @main
// CHECK: tensor.extract %arg0
// CHECK: arith.negf
// CHECK: arith.divf
func.func @main(%x: tensor<3x5xf32>, %t: tensor<3xi64>) -> tensor<f32> {
  %n = "onnx.None"() : () -> none
  %0 = onnx.NegativeLogLikelihoodLoss(%x, %t, %n) {ignore_index = 2 : si64, reduction = "mean"} : (tensor<3x5xf32>, tensor<3xi64>, none) -> tensor<f32>
  return %0 : tensor<f32>
}

// -----
// CHECK-LABEL: func.func @main
// CHECK: arith.maximumf
// CHECK: math.exp
// CHECK: math.log
// CHECK: tensor.extract
func.func @main(%x: tensor<3x5xf32>, %t: tensor<3xi64>) -> (tensor<3xf32>, tensor<3x5xf32>) {
  %n = "onnx.None"() : () -> none
  %0:2 = onnx.SoftmaxCrossEntropyLoss(%x, %t, %n) {reduction = "none"} : (tensor<3x5xf32>, tensor<3xi64>, none) -> (tensor<3xf32>, tensor<3x5xf32>)
  return %0#0, %0#1 : tensor<3xf32>, tensor<3x5xf32>
}
