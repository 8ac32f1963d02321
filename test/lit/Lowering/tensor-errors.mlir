// SPDX-License-Identifier: Apache-2.0
// What the lowerings of the Tensor, Reduction and Signal operators refuse beyond the shape rules.
// RUN: cameo-opt %s --cameo-lower-onnx --split-input-file --verify-diagnostics

// expected-error @+1 {{input 'x' has unknown rank; give the model's input shapes (--shape)}}
func.func @main(%x: tensor<*xf32> {cameo.name = "x"}) {
  return
}

// -----
// expected-error @+1 {{input 'x' has an unknown type; the model must state its inputs' types}}
func.func @main(%x: tensor<2x!onnx.unknown> {cameo.name = "x"}) {
  return
}

// -----
func.func @main() {
  %c0 = onnx.Constant() {value = dense<2> : tensor<1xi64>} : () -> tensor<1xi64>
  // expected-error @+1 {{value must be one number}}
  %r = onnx.ConstantOfShape(%c0) {value = dense<[1.0, 2.0]> : tensor<2xf32>} : (tensor<1xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4xf32>, %a2: tensor<3xf32>) {
  %c1 = onnx.Constant() {value = dense<[1, 1]> : tensor<2xi64>} : () -> tensor<2xi64>
  %none = onnx.None() : () -> none
  // expected-error @+1 {{an operand that must be a scalar has dimensions of 3}}
  %r = onnx.Pad(%a0, %c1, %a2, %none) : (tensor<4xf32>, tensor<2xi64>, tensor<3xf32>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2xi64>, %a1: tensor<0xi64>, %a2: tensor<2xf32>) {
  // expected-error @+1 {{an operand that must be a scalar has dimensions of 0}}
  %r = onnx.OneHot(%a0, %a1, %a2) : (tensor<2xi64>, tensor<0xi64>, tensor<2xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2xi64>, %a1: tensor<i64>, %a2: tensor<3xf32>) {
  // expected-error @+1 {{values has 3 values, expected 2}}
  %r = onnx.OneHot(%a0, %a1, %a2) : (tensor<2xi64>, tensor<i64>, tensor<3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x2x2xf32>) {
  // expected-error @+1 {{input has rank 3, expected 2}}
  %r = onnx.EyeLike(%a0) : (tensor<2x2x2xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x2xi64>) {
  // expected-error @+1 {{a list of integers among the operands has type}}
  %r = onnx.HannWindow(%a0) : (tensor<2x2xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<0xi64>) {
  // expected-error @+1 {{a list among the operands has 0 elements, expected at least 1}}
  %r = onnx.HannWindow(%a0) : (tensor<0xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4xf32>) {
  %c1 = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %c2 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %none = onnx.None() : () -> none
  %c4 = onnx.Constant() {value = dense<-9223372036854775808> : tensor<1xi64>} : () -> tensor<1xi64>
  // expected-error @+1 {{a step is the lowest 64-bit integer, which has no opposite}}
  %r = onnx.Slice(%a0, %c1, %c2, %none, %c4) : (tensor<4xf32>, tensor<1xi64>, tensor<1xi64>, none, tensor<1xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4x2xf32>, %a1: tensor<4x1xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{axis must be a dimension other than the batch}}
  %r = onnx.TensorScatter(%a0, %a1, %none) {axis = 0 : si64} : (tensor<4x2xf32>, tensor<4x1xf32>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4x2xf32>, %a1: tensor<4x1xf32>, %a2: tensor<4x1xi64>) {
  // expected-error @+1 {{write_indices has rank 2, expected 1}}
  %r = onnx.TensorScatter(%a0, %a1, %a2) : (tensor<4x2xf32>, tensor<4x1xf32>, tensor<4x1xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<f32>, %a1: tensor<i64>) {
  // expected-error @+1 {{x must have at least one dimension}}
  %r = onnx.CumSum(%a0, %a1) : (tensor<f32>, tensor<i64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4xf32>, %a1: tensor<2xi64>) {
  // expected-error @+1 {{K has 2 values, expected 1}}
  %r:2 = onnx.TopK(%a0, %a1) : (tensor<4xf32>, tensor<2xi64>) -> (!onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<4xf32>, %a1: tensor<2xi64>) {
  // expected-error @+1 {{axis has 2 values, expected 1}}
  %r = onnx.CumSum(%a0, %a1) : (tensor<4xf32>, tensor<2xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4xf32>) {
  %c1 = onnx.Constant() {value = dense<-1> : tensor<1xi64>} : () -> tensor<1xi64>
  // expected-error @+1 {{dimension 0 of the result would have the negative size -1}}
  %r:2 = onnx.TopK(%a0, %c1) : (tensor<4xf32>, tensor<1xi64>) -> (!onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<f32>) {
  // expected-error @+1 {{axis -1 is out of range for rank 0}}
  %r = onnx.Softmax(%a0) : (tensor<f32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x4x3xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{needs a last dimension of 1 or 2}}
  %r = onnx.DFT(%a0, %none, %none) : (tensor<1x4x3xf32>, none, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x16x3xf32>) {
  %c1 = onnx.Constant() {value = dense<4> : tensor<i64>} : () -> tensor<i64>
  %none = onnx.None() : () -> none
  %c3 = onnx.Constant() {value = dense<4> : tensor<i64>} : () -> tensor<i64>
  // expected-error @+1 {{needs a last dimension of 1 or 2}}
  %r = onnx.STFT(%a0, %c1, %none, %c3) : (tensor<1x16x3xf32>, tensor<i64>, none, tensor<i64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x16xf32>) {
  %c1 = onnx.Constant() {value = dense<4> : tensor<i64>} : () -> tensor<i64>
  %none = onnx.None() : () -> none
  // expected-error @+1 {{needs a window or frame_length}}
  %r = onnx.STFT(%a0, %c1, %none, %none) : (tensor<1x16xf32>, tensor<i64>, none, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4xf32>, %a1: tensor<1x2xi64>) {
  // expected-error @+1 {{split must be a scalar or a list}}
  %r = onnx.SplitToSequence(%a0, %a1) : (tensor<4xf32>, tensor<1x2xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4x4xf32>, %a1: tensor<3xi64>, %a2: tensor<?xi64>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{pads does not have two values per axis}}
  %r = onnx.Pad(%a0, %a1, %none, %a2) : (tensor<4x4xf32>, tensor<3xi64>, none, tensor<?xi64>) -> tensor<?x?xf32>
  return
}

// -----
func.func @main(%a0: !onnx.seq<tensor<2xf32>>) {
  // expected-error @+1 {{operators of your own take tensors alone}}
  %r = onnx.custom.Call(%a0) {name = "F", symbol = "f", input_names = ["X"], parameters = {}, rules = [{type = f32, shape = ["2"]}]} : (!onnx.seq<tensor<2xf32>>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x2xf32>, %a1: tensor<2x?xi64>, %a2: tensor<2x2x2x2xf32>) {
  // expected-error @+1 {{indices must be tuples of a length that data's rank can take}}
  %r = onnx.ScatterND(%a0, %a1, %a2) : (tensor<2x2xf32>, tensor<2x?xi64>, tensor<2x2x2x2xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main() {
  // expected-error @+1 {{draws floating point numbers only, not}}
  %r = onnx.RandomNormal() {dtype = 7 : si64, shape = array<i64: 2>} : () -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x2xf32>) {
  // expected-error @+1 {{draws int32 or int64}}
  %r = onnx.Multinomial(%a0) {dtype = 1 : si64} : (tensor<1x2xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2xcomplex<f32>>) {
  // expected-error @+1 {{does not take complex numbers}}
  %r = onnx.Cast(%a0) {to = 1 : si64} : (tensor<2xcomplex<f32>>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2xf32>) -> tensor<?xf32> {
  %r = onnx.Relu(%a0) : (tensor<2xf32>) -> tensor<2xf32>
  // expected-error @+1 {{is no operator of the onnx dialect}}
  %c = tensor.cast %r : tensor<2xf32> to tensor<?xf32>
  return %c : tensor<?xf32>
}

// -----
func.func @main(%a0: tensor<2xf32>, %a1: tensor<2xf32>) {
  // expected-error @+1 {{operator is not supported yet}}
  %r = onnx.training.Gradient(%a0, %a1) {xs = ["x"], y = "y"} : (tensor<2xf32>, tensor<2xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main() {
  // expected-error @+1 {{constants of type 'i4' are not supported yet}}
  %r = onnx.Constant() {value = sparse<[[0]], [1]> : tensor<2xi4>} : () -> tensor<2xi4>
  return
}
