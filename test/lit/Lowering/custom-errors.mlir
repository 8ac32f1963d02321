// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --onnx-infer-shapes --split-input-file --verify-diagnostics

func.func @rank(%x: tensor<8xf32>) -> !onnx.unknown {
  // expected-error @+1 {{the size 'X[1]': 'X' has rank 1}}
  %y = onnx.custom.Call(%x) {name = "F", symbol = "f", input_names = ["X"], parameters = {}, rules = [{type = f32, shape = ["X[1]"]}]} : (tensor<8xf32>) -> !onnx.unknown
  return %y : !onnx.unknown
}

// -----
func.func @input(%x: tensor<8xf32>) -> !onnx.unknown {
  // expected-error @+1 {{the size 'Z[0]': there is no input 'Z'}}
  %y = onnx.custom.Call(%x) {name = "F", symbol = "f", input_names = ["X"], parameters = {}, rules = [{type = f32, shape = ["Z[0]"]}]} : (tensor<8xf32>) -> !onnx.unknown
  return %y : !onnx.unknown
}

// -----
func.func @attribute(%x: tensor<8xf32>) -> !onnx.unknown {
  // expected-error @+1 {{the size 'k': there is no integer attribute 'k'}}
  %y = onnx.custom.Call(%x) {name = "F", symbol = "f", input_names = ["X"], parameters = {}, rules = [{type = f32, shape = ["k"]}]} : (tensor<8xf32>) -> !onnx.unknown
  return %y : !onnx.unknown
}

// -----
func.func @division(%x: tensor<8xf32>) -> !onnx.unknown {
  // expected-error @+1 {{the size '4 / (X[0] - 8)' may divide by zero}}
  %y = onnx.custom.Call(%x) {name = "F", symbol = "f", input_names = ["X"], parameters = {}, rules = [{type = f32, shape = ["4 / (X[0] - 8)"]}]} : (tensor<8xf32>) -> !onnx.unknown
  return %y : !onnx.unknown
}

// -----
func.func @syntax(%x: tensor<8xf32>) -> !onnx.unknown {
  // expected-error @+1 {{the size 'X[0': ']' expected at the end}}
  %y = onnx.custom.Call(%x) {name = "F", symbol = "f", input_names = ["X"], parameters = {}, rules = [{type = f32, shape = ["X[0"]}]} : (tensor<8xf32>) -> !onnx.unknown
  return %y : !onnx.unknown
}

// -----
func.func @outputs(%x: tensor<8xf32>) -> !onnx.unknown {
  // expected-error @+1 {{has 1 outputs, but its definition 0}}
  %y = onnx.custom.Call(%x) {name = "F", symbol = "f", input_names = ["X"], parameters = {}, rules = []} : (tensor<8xf32>) -> !onnx.unknown
  return %y : !onnx.unknown
}

// -----
func.func @shape(%x: tensor<8xf32>) -> tensor<8xf32> {
  %b = onnx.None() : () -> none
  // expected-error @+1 {{a result has the shape of input 1, which the node leaves out}}
  %y = onnx.custom.Call(%x, %b) {name = "F", symbol = "f", input_names = ["X", "B"], parameters = {}, rules = [{type = f32, like = 1}]} : (tensor<8xf32>, none) -> tensor<8xf32>
  return %y : tensor<8xf32>
}

// -----
func.func @type(%x: tensor<8xf32>) -> tensor<8xf32> {
  %b = onnx.None() : () -> none
  // expected-error @+1 {{a result has the element type of input 1, which the node leaves out}}
  %y = onnx.custom.Call(%x, %b) {name = "F", symbol = "f", input_names = ["X", "B"], parameters = {}, rules = [{type = 1, like = 0}]} : (tensor<8xf32>, none) -> tensor<8xf32>
  return %y : tensor<8xf32>
}

// -----
func.func @number(%x: tensor<8xf32>) -> tensor<8xf32> {
  // expected-error @+1 {{its definition states no shape}}
  %y = onnx.custom.Call(%x) {name = "F", symbol = "f", input_names = ["X"], parameters = {}, rules = [{type = f32, like = -1}]} : (tensor<8xf32>) -> tensor<8xf32>
  return %y : tensor<8xf32>
}
