// SPDX-License-Identifier: Apache-2.0
// Strings are addresses and complex numbers pairs past this phase: no operator computes with them as with numbers.
// RUN: cameo-opt %s --cameo-lower-onnx --split-input-file --verify-diagnostics

func.func @main(%x: tensor<2x!onnx.string>) -> tensor<2x!onnx.string> {
  // expected-error @+1 {{does not take strings}}
  %y = onnx.Add(%x, %x) : (tensor<2x!onnx.string>, tensor<2x!onnx.string>) -> tensor<2x!onnx.string>
  return %y : tensor<2x!onnx.string>
}

// -----

func.func @main(%x: tensor<3x!onnx.string>, %i: tensor<1xi64>, %u: tensor<1x!onnx.string>) -> tensor<3x!onnx.string> {
  // expected-error @+1 {{does not take strings}}
  %y = onnx.ScatterElements(%x, %i, %u) {reduction = "add"} : (tensor<3x!onnx.string>, tensor<1xi64>, tensor<1x!onnx.string>) -> tensor<3x!onnx.string>
  return %y : tensor<3x!onnx.string>
}

// -----

func.func @main(%x: tensor<2xcomplex<f32>>) -> tensor<complex<f32>> {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{does not take complex numbers}}
  %y = onnx.ReduceMean(%x, %none) {keepdims = 0 : si64} : (tensor<2xcomplex<f32>>, none) -> tensor<complex<f32>>
  return %y : tensor<complex<f32>>
}

// -----

// expected-error @+1 {{input 0 has elements of type 'i128', which ONNX has not}}
func.func @main(%x: tensor<2xi128>) -> tensor<2xi64> {
  %y = onnx.Cast(%x) {to = 7 : si64} : (tensor<2xi128>) -> tensor<2xi64>
  return %y : tensor<2xi64>
}

// -----

func.func @main() -> tensor<2xf128> {
  // expected-error @+1 {{result has elements of type 'f128', which ONNX has not}}
  %y = onnx.Constant() {value = dense<1.0> : tensor<2xf128>} : () -> tensor<2xf128>
  return %y : tensor<2xf128>
}

// -----

func.func @main(%x: tensor<2x3xcomplex<f32>>) -> tensor<3x2xcomplex<f32>> {
  %y = onnx.Transpose(%x) : (tensor<2x3xcomplex<f32>>) -> tensor<3x2xcomplex<f32>>
  return %y : tensor<3x2xcomplex<f32>>
}

// -----

func.func @main(%x: tensor<2x3xcomplex<f32>>, %axes: tensor<?xi64>) -> tensor<?x?xcomplex<f32>> {
  // expected-error @+1 {{does not take complex numbers}}
  %y = onnx.ReduceSum(%x, %axes) : (tensor<2x3xcomplex<f32>>, tensor<?xi64>) -> tensor<?x?xcomplex<f32>>
  return %y : tensor<?x?xcomplex<f32>>
}

// -----

func.func @main(%x: tensor<2x3xcomplex<f32>>, %scale: tensor<3xf32>) -> tensor<2x3xf32> {
  // expected-error @+1 {{does not take complex numbers}}
  %y = onnx.RMSNormalization(%x, %scale) : (tensor<2x3xcomplex<f32>>, tensor<3xf32>) -> tensor<2x3xf32>
  return %y : tensor<2x3xf32>
}

// -----

func.func @main(%x: tensor<2xcomplex<f32>>) -> tensor<2xi64> {
  // expected-error @+1 {{does not take complex numbers}}
  %y = onnx.ArgMax(%x) : (tensor<2xcomplex<f32>>) -> tensor<2xi64>
  return %y : tensor<2xi64>
}
