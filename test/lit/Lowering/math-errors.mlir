// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-lower-onnx --split-input-file --verify-diagnostics

func.func @main(%a: tensor<2x3xf32>) -> tensor<2xf32> {
  // expected-error @+1 {{the equation's right side names a label that no input has, or one twice}}
  %0 = onnx.Einsum(%a) {equation = "ij->ii"} : (tensor<2x3xf32>) -> tensor<2xf32>
  return %0 : tensor<2xf32>
}

// -----
func.func @main(%a: tensor<2x!onnx.string>) -> tensor<2xi1> {
  // expected-error @+1 {{does not take strings}}
  %0 = onnx.Less(%a, %a) : (tensor<2x!onnx.string>, tensor<2x!onnx.string>) -> tensor<2xi1>
  return %0 : tensor<2xi1>
}
