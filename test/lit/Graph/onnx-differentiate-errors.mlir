// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --onnx-differentiate --split-input-file --verify-diagnostics

func.func @main(%a: tensor<2xf32>) -> tensor<2xf32> {
  // expected-error @+1 {{needs a value for each of 1 names and has one result for each of xs}}
  %g = onnx.training.Gradient(%a, %a) {xs = ["a"], y = "y"} : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
  return %g : tensor<2xf32>
}

// -----
func.func @main(%a: tensor<2xi64>) -> tensor<2xi64> {
  %y = onnx.Neg(%a) : (tensor<2xi64>) -> tensor<2xi64>
  // expected-error @+1 {{y must be of a floating point type}}
  %g = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<2xi64>, tensor<2xi64>, tensor<2xi64>) -> tensor<2xi64>
  return %g : tensor<2xi64>
}

// -----
func.func @main(%a: tensor<2xi64>, %b: tensor<2xf32>) -> tensor<2xi64> {
  %y = onnx.Neg(%b) : (tensor<2xf32>) -> tensor<2xf32>
  // expected-error @+1 {{xs must be of floating point types}}
  %g = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<2xi64>, tensor<2xi64>, tensor<2xf32>) -> tensor<2xi64>
  return %g : tensor<2xi64>
}
