// SPDX-License-Identifier: Apache-2.0
// What the shape rules of the Math and Reduction operators refuse.
// RUN: cameo-opt %s --split-input-file --onnx-infer-shapes --verify-diagnostics

func.func @main(%a0: tensor<3xf32>, %a1: tensor<2x3xf32>) {
  // expected-error @+1 {{slope does not broadcast to X}}
  %r = onnx.PRelu(%a0, %a1) : (tensor<3xf32>, tensor<2x3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2xi1>, %a1: tensor<2xf32>, %a2: tensor<2xi64>) {
  // expected-error @+1 {{operands have different element types}}
  %r = onnx.Where(%a0, %a1, %a2) : (tensor<2xi1>, tensor<2xf32>, tensor<2xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<f32>, %a1: tensor<2x2xf32>) {
  // expected-error @+1 {{operands must not be scalars}}
  %r = onnx.MatMul(%a0, %a1) : (tensor<f32>, tensor<2x2xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x2x2xf32>, %a1: tensor<2x2xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{A has rank 3, expected 2}}
  %r = onnx.Gemm(%a0, %a1, %none) : (tensor<1x2x2xf32>, tensor<2x2xf32>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>, %a1: tensor<4x2xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{inner dimensions differ: 3 and 4}}
  %r = onnx.Gemm(%a0, %a1, %none) : (tensor<2x3xf32>, tensor<4x2xf32>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x3xf32>, %a1: tensor<3x2xf32>, %a2: tensor<4x2xf32>) {
  // expected-error @+1 {{C does not broadcast to the product}}
  %r = onnx.Gemm(%a0, %a1, %a2) : (tensor<1x3xf32>, tensor<3x2xf32>, tensor<4x2xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  // expected-error @+1 {{rows and columns of the matrices differ: 2 and 3}}
  %r = onnx.Det(%a0) : (tensor<2x3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2xf32>) {
  // expected-error @+1 {{X has rank 1, expected at least 2}}
  %r = onnx.Det(%a0) : (tensor<2xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main() {
  // expected-error @+1 {{needs an operand}}
  %r = onnx.Einsum() {equation = "ij"} : () -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>, %a1: tensor<2x3xf32>) {
  // expected-error @+1 {{equation 'ij' has 1 terms for 2 operands}}
  %r = onnx.Einsum(%a0, %a1) {equation = "ij"} : (tensor<2x3xf32>, tensor<2x3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  // expected-error @+1 {{term 'ijk' of the equation does not fit rank 2}}
  %r = onnx.Einsum(%a0) {equation = "ijk"} : (tensor<2x3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  // expected-error @+1 {{equation has the invalid character '7'}}
  %r = onnx.Einsum(%a0) {equation = "i7->i"} : (tensor<2x3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  // expected-error @+1 {{sizes of 'i' differ: 2 and 3}}
  %r = onnx.Einsum(%a0) {equation = "ii->i"} : (tensor<2x3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  // expected-error @+1 {{output 'k' of the equation names 'k', which no operand has}}
  %r = onnx.Einsum(%a0) {equation = "ij->k"} : (tensor<2x3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  // expected-error @+1 {{axis 2 is out of range for rank 2}}
  %r = onnx.ArgMax(%a0) {axis = 2 : si64} : (tensor<2x3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  %c1 = onnx.Constant() {value = dense<-3> : tensor<1xi64>} : () -> tensor<1xi64>
  // expected-error @+1 {{axis -3 is out of range for rank 2}}
  %r = onnx.ReduceSum(%a0, %c1) : (tensor<2x3xf32>, tensor<1xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  %c1 = onnx.Constant() {value = dense<[1, -1]> : tensor<2xi64>} : () -> tensor<2xi64>
  // expected-error @+1 {{axis -1 is given twice}}
  %r = onnx.ReduceSum(%a0, %c1) : (tensor<2x3xf32>, tensor<2xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  %c1 = onnx.Constant() {value = dense<2> : tensor<i64>} : () -> tensor<i64>
  // expected-error @+1 {{axis 2 is out of range for rank 2}}
  %r = onnx.CumSum(%a0, %c1) : (tensor<2x3xf32>, tensor<i64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  %c1 = onnx.Constant() {value = dense<4> : tensor<1xi64>} : () -> tensor<1xi64>
  // expected-error @+1 {{K is 4 but the axis has only 3 elements}}
  %r:2 = onnx.TopK(%a0, %c1) : (tensor<2x3xf32>, tensor<1xi64>) -> (!onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%c: tensor<2xi64>, %x: tensor<2xf32>) {
  // expected-error @+1 {{condition holds elements of type 'i64', expected booleans}}
  %r = onnx.Where(%c, %x, %x) : (tensor<2xi64>, tensor<2xf32>, tensor<2xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%x: tensor<2x3xf32>, %axes: tensor<24x2xui8>) {
  // expected-error @+1 {{axes has rank 2, expected at most 1}}
  %r = onnx.ReduceProd(%x, %axes) : (tensor<2x3xf32>, tensor<24x2xui8>) -> !onnx.unknown
  return
}
