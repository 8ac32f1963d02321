// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-lower-onnx --split-input-file | FileCheck %s

// Nesterov's momentum: one loop a result.
// CHECK-LABEL: func.func @main
// CHECK: linalg.generic
// CHECK: arith.constant 0.899999976
// CHECK: arith.addf
// CHECK: arith.subf
// CHECK: linalg.generic
// CHECK-NOT: linalg.generic
func.func @main(%r: tensor<f32>, %t: tensor<i64>, %x: tensor<4xf32>, %g: tensor<4xf32>, %v: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>) {
  %0:2 = onnx.training.Momentum(%r, %t, %x, %g, %v) {alpha = 0.9 : f32, beta = 1.0 : f32, mode = "nesterov", norm_coefficient = 0.0 : f32} : (tensor<f32>, tensor<i64>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>)
  return %0#0, %0#1 : tensor<4xf32>, tensor<4xf32>
}

// -----
// The rate of step t has both corrections; at step 0 it is the rate given.
// CHECK-LABEL: func.func @main
// CHECK: math.powf
// CHECK: math.sqrt
// CHECK: math.powf
// CHECK: arith.divf
// CHECK: arith.cmpf olt
// CHECK: arith.select
// CHECK: math.sqrt
// CHECK: arith.divf
// CHECK: arith.subf
func.func @main(%r: tensor<f32>, %t: tensor<i64>, %x: tensor<4xf32>, %g: tensor<4xf32>, %v: tensor<4xf32>, %h: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) {
  %0:3 = onnx.training.Adam(%r, %t, %x, %g, %v, %h) : (tensor<f32>, tensor<i64>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>)
  return %0#0, %0#1, %0#2 : tensor<4xf32>, tensor<4xf32>, tensor<4xf32>
}
