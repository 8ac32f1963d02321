// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-lower-onnx --split-input-file --verify-diagnostics

// expected-error@+1 {{inputs and outputs of type '!onnx.map<i64, !onnx.seq<tensor<f32>>>' are not supported: maps hold numbers or strings}}
func.func @main(%m: !onnx.map<i64, !onnx.seq<tensor<f32>>>) {
  return
}

// -----

func.func @main(%m: !onnx.map<!onnx.string, tensor<f32>>) -> tensor<1x?xf32> {
  // expected-error@+1 {{takes a map from int64 to numbers or strings}}
  %y = onnx.ml.CastMap(%m) : (!onnx.map<!onnx.string, tensor<f32>>) -> tensor<1x?xf32>
  return %y : tensor<1x?xf32>
}

// -----

func.func @main(%m: !onnx.map<!onnx.string, tensor<f32>>) -> tensor<1x1xf32> {
  // expected-error@+1 {{takes a map whose keys are of the vocabulary's type, to numbers or strings}}
  %y = onnx.ml.DictVectorizer(%m) {int64_vocabulary = array<i64: 4>} : (!onnx.map<!onnx.string, tensor<f32>>) -> tensor<1x1xf32>
  return %y : tensor<1x1xf32>
}

// -----

func.func @main(%x: tensor<2x2x2xf32>) -> !onnx.seq<!onnx.map<i64, tensor<f32>>> {
  // expected-error@+1 {{the input must be a row or rows of scores}}
  %y = onnx.ml.ZipMap(%x) {classlabels_int64s = array<i64: 1, 2>} : (tensor<2x2x2xf32>) -> !onnx.seq<!onnx.map<i64, tensor<f32>>>
  return %y : !onnx.seq<!onnx.map<i64, tensor<f32>>>
}

// -----

func.func @main(%x: tensor<2x2xf32>) -> !onnx.seq<!onnx.map<i64, tensor<f32>>> {
  // expected-error@+1 {{has no class labels}}
  %y = onnx.ml.ZipMap(%x) : (tensor<2x2xf32>) -> !onnx.seq<!onnx.map<i64, tensor<f32>>>
  return %y : !onnx.seq<!onnx.map<i64, tensor<f32>>>
}

// -----

func.func @main(%s: !onnx.seq<tensor<*xf32>>) -> tensor<*xf32> {
  // expected-error@+1 {{result has unknown rank}}
  %y = onnx.ConcatFromSequence(%s) {axis = 0 : si64} : (!onnx.seq<tensor<*xf32>>) -> tensor<*xf32>
  return %y : tensor<*xf32>
}

// -----
func.func @main(%s: !onnx.seq<tensor<*xf32>>) {
  // expected-error @+1 {{the sequence's elements are of unknown rank; give the model's input shapes (--shape)}}
  %r = onnx.ConcatFromSequence(%s) {axis = 0 : si64} : (!onnx.seq<tensor<*xf32>>) -> tensor<?x?xf32>
  return
}

// -----
func.func @main(%s: !onnx.seq<tensor<2xf32>>) {
  // expected-error @+2 {{result has an unknown type; the model must state its inputs' types}}
  // expected-error @+1 {{a value of its body has an unknown type; the model must state its inputs' types}}
  %r = onnx.Scan(%s) {num_scan_inputs = 1 : si64} : (!onnx.seq<tensor<2xf32>>) -> !onnx.unknown {
  ^bb0(%p: !onnx.unknown):
    onnx.Yield(%p) : (!onnx.unknown) -> ()
  }
  return
}
