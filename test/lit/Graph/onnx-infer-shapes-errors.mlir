// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --split-input-file --onnx-infer-shapes --verify-diagnostics

func.func @main(%x: tensor<2x3xf32>, %y: tensor<4x3xf32>) -> !onnx.unknown {
  // expected-error @+1 {{operands of sizes 2 and 4 do not broadcast}}
  %0 = onnx.Add(%x, %y) : (tensor<2x3xf32>, tensor<4x3xf32>) -> !onnx.unknown
  return %0 : !onnx.unknown
}

// -----
func.func @main(%x: tensor<2x3xf32>, %y: tensor<3x3xi64>) -> !onnx.unknown {
  // expected-error @+1 {{operands have different element types: 'f32' and 'i64'}}
  %0 = onnx.MatMul(%x, %y) : (tensor<2x3xf32>, tensor<3x3xi64>) -> !onnx.unknown
  return %0 : !onnx.unknown
}

// -----
func.func @main(%x: tensor<2x3xf32>, %y: tensor<4x5xf32>) -> !onnx.unknown {
  // expected-error @+1 {{inner dimensions differ: 3 and 4}}
  %0 = onnx.MatMul(%x, %y) : (tensor<2x3xf32>, tensor<4x5xf32>) -> !onnx.unknown
  return %0 : !onnx.unknown
}

// -----
func.func @main(%x: tensor<2x3xf32>) -> !onnx.unknown {
  // expected-error @+1 {{axis 2 is out of range for rank 2}}
  %0 = onnx.Softmax(%x) {axis = 2 : si64} : (tensor<2x3xf32>) -> !onnx.unknown
  return %0 : !onnx.unknown
}

// -----
func.func @main(%x: tensor<2x3xf32>) -> !onnx.unknown {
  %shape = onnx.Constant() {value = dense<[4, -1]> : tensor<2xi64>} : () -> tensor<2xi64>
  // expected-error @+1 {{cannot reshape 6 elements: the other dimensions take 4}}
  %0 = onnx.Reshape(%x, %shape) : (tensor<2x3xf32>, tensor<2xi64>) -> !onnx.unknown
  return %0 : !onnx.unknown
}

// -----
func.func @main(%x: tensor<1x3x4x4xf32>, %w: tensor<8x3x7x7xf32>) -> !onnx.unknown {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{the window of extent 7 does not fit into the padded size 4 of spatial dimension 0}}
  %0 = onnx.Conv(%x, %w, %none) : (tensor<1x3x4x4xf32>, tensor<8x3x7x7xf32>, none) -> !onnx.unknown
  return %0 : !onnx.unknown
}

// -----
func.func @main(%x: tensor<1xf32>) -> !onnx.unknown {
  %shape = onnx.Constant() {value = dense<[4611686018427387904, 16]> : tensor<2xi64>} : () -> tensor<2xi64>
  // expected-error @+1 {{size of dimension 0 of the result overflows}}
  %0 = onnx.Expand(%x, %shape) : (tensor<1xf32>, tensor<2xi64>) -> !onnx.unknown
  return %0 : !onnx.unknown
}

// -----
func.func @main(%x: tensor<1xf32>) -> !onnx.unknown {
  %shape = onnx.Constant() {value = dense<-3> : tensor<1xi64>} : () -> tensor<1xi64>
  // expected-error @+1 {{dimension 0 of the result would have the negative size -3}}
  %0 = onnx.ConstantOfShape(%shape) : (tensor<1xi64>) -> !onnx.unknown
  return %0 : !onnx.unknown
}
