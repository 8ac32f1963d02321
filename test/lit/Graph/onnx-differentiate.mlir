// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --onnx-infer-shapes --onnx-differentiate --split-input-file --verify-diagnostics | FileCheck %s

// d(a * b)/da = b, at the values given for a and b. What names them is not computed again.
// CHECK-LABEL: func.func @main
// CHECK-DAG: %[[A:.*]] = onnx.Identity(%arg2)
// CHECK-DAG: %[[B:.*]] = onnx.Identity(%arg3)
// CHECK: onnx.Mul(%[[A]], %[[B]])
// CHECK: %[[ONE:.*]] = onnx.Expand
// CHECK: %[[D:.*]] = onnx.Mul(%[[ONE]], %[[B]]) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
// CHECK-NOT: onnx.training.Gradient
// CHECK: return %[[D]]
func.func @main(%a: tensor<2xf32>, %b: tensor<2xf32>, %c: tensor<2xf32>, %d: tensor<2xf32>) -> tensor<2xf32> {
  %y = onnx.Mul(%a, %b) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
  %g = onnx.training.Gradient(%c, %d, %a, %b, %y) {xs = ["a"], y = "y", zs = ["b"]} : (tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
  return %g : tensor<2xf32>
}

// -----

func.func @main(%a: tensor<2x2xf32>) -> tensor<2x2xf32> {
  %y = onnx.Det(%a) : (tensor<2x2xf32>) -> tensor<f32>
  // expected-error @+1 {{cannot differentiate through Det}}
  %g = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<2x2xf32>, tensor<2x2xf32>, tensor<f32>) -> tensor<2x2xf32>
  return %g : tensor<2x2xf32>
}

// -----

// A gradient that comes from another result than the first would be lost.
func.func @main(%a: tensor<2x3xf32>, %s: tensor<3xf32>) -> tensor<2x3xf32> {
  %none = onnx.None() : () -> none
  %y, %m, %i = onnx.LayerNormalization(%a, %s, %none) : (tensor<2x3xf32>, tensor<3xf32>, none) -> (tensor<2x3xf32>, tensor<2x1xf32>, none)
  %z = onnx.Add(%y, %m) : (tensor<2x3xf32>, tensor<2x1xf32>) -> tensor<2x3xf32>
  // expected-error @+1 {{cannot differentiate through LayerNormalization}}
  %g = onnx.training.Gradient(%a, %a, %z) {xs = ["a"], y = "z"} : (tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
  return %g : tensor<2x3xf32>
}
