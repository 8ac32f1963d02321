// SPDX-License-Identifier: Apache-2.0
// Dropout in training mode: what does not depend on the draw, and statistics of what does.

func.func @dropout_nothing(%x0: tensor<3xf32>, %x1: tensor<f32>, %x2: tensor<i1>) -> (tensor<3xf32>, tensor<3xi1>) attributes {
    inputs = [dense<[0.0, 1.0, 2.0]> : tensor<3xf32>, dense<0.0> : tensor<f32>, dense<true> : tensor<i1>],
    outputs = [dense<[0.0, 1.0, 2.0]> : tensor<3xf32>, dense<true> : tensor<3xi1>]} {
  %y:2 = onnx.Dropout(%x0, %x1, %x2) : (tensor<3xf32>, tensor<f32>, tensor<i1>) -> (tensor<3xf32>, tensor<3xi1>)
  return %y#0, %y#1 : tensor<3xf32>, tensor<3xi1>
}

func.func @dropout_everything(%x0: tensor<3xf32>, %x1: tensor<f32>, %x2: tensor<i1>) -> (tensor<3xf32>, tensor<3xi1>) attributes {
    inputs = [dense<[0.0, 1.0, 2.0]> : tensor<3xf32>, dense<1.0> : tensor<f32>, dense<true> : tensor<i1>],
    outputs = [dense<0.0> : tensor<3xf32>, dense<false> : tensor<3xi1>]} {
  %y:2 = onnx.Dropout(%x0, %x1, %x2) : (tensor<3xf32>, tensor<f32>, tensor<i1>) -> (tensor<3xf32>, tensor<3xi1>)
  return %y#0, %y#1 : tensor<3xf32>, tensor<3xi1>
}

func.func @dropout_inference_at_run_time(%x0: tensor<3xf32>, %x1: tensor<f32>, %x2: tensor<i1>) -> (tensor<3xf32>, tensor<3xi1>) attributes {
    inputs = [dense<[0.0, 1.0, 2.0]> : tensor<3xf32>, dense<0.5> : tensor<f32>, dense<false> : tensor<i1>],
    outputs = [dense<[0.0, 1.0, 2.0]> : tensor<3xf32>, dense<true> : tensor<3xi1>]} {
  %y:2 = onnx.Dropout(%x0, %x1, %x2) : (tensor<3xf32>, tensor<f32>, tensor<i1>) -> (tensor<3xf32>, tensor<3xi1>)
  return %y#0, %y#1 : tensor<3xf32>, tensor<3xi1>
}

func.func @dropout_share(%mode: tensor<i1>) -> tensor<i1> attributes {
    inputs = [dense<true> : tensor<i1>],
    outputs = [dense<true> : tensor<i1>]} {
  %n2 = onnx.None() : () -> none
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %shape = onnx.Constant() {value = dense<[20000]> : tensor<1xi64>} : () -> tensor<1xi64>
  %r = onnx.Constant() {value = dense<0.25> : tensor<f32>} : () -> tensor<f32>
  %x = onnx.Expand(%one, %shape) : (tensor<f32>, tensor<1xi64>) -> tensor<20000xf32>
  %y, %k = onnx.Dropout(%x, %r, %mode) {seed = 3 : si64} : (tensor<20000xf32>, tensor<f32>, tensor<i1>) -> (!onnx.unknown, none)
  %none = onnx.None() : () -> none
  %mean = onnx.ReduceMean(%y, %none) {keepdims = 0 : si64} : (!onnx.unknown, none) -> !onnx.unknown
  %c = onnx.Sub(%y, %mean) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %sq = onnx.Mul(%c, %c) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %var = onnx.ReduceMean(%sq, %none) {keepdims = 0 : si64} : (!onnx.unknown, none) -> !onnx.unknown
  %m1 = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %t1 = onnx.Constant() {value = dense<0.02> : tensor<f32>} : () -> tensor<f32>
  %d1 = onnx.Sub(%mean, %m1) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %a1 = onnx.Abs(%d1) : (!onnx.unknown) -> !onnx.unknown
  %ok1 = onnx.Less(%a1, %t1) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %m2 = onnx.Constant() {value = dense<0.333333> : tensor<f32>} : () -> tensor<f32>
  %t2 = onnx.Constant() {value = dense<0.02> : tensor<f32>} : () -> tensor<f32>
  %d2 = onnx.Sub(%var, %m2) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %a2 = onnx.Abs(%d2) : (!onnx.unknown) -> !onnx.unknown
  %ok2 = onnx.Less(%a2, %t2) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
  %ok = onnx.And(%ok1, %ok2) : (!onnx.unknown, !onnx.unknown) -> tensor<i1>
  return %ok : tensor<i1>
}
