// SPDX-License-Identifier: Apache-2.0
func.func @main(%x: tensor<2x3xf32> {cameo.name = "x", cameo.dtype = "float32"}, %n: tensor<i64> {cameo.name = "n", cameo.dtype = "int64"})
    -> (!onnx.seq<tensor<?x3xf32>> {cameo.name = "parts"}, !onnx.opt<tensor<i64>> {cameo.name = "maybe"}, !onnx.seq<!onnx.map<i64, tensor<f32>>> {cameo.name = "scores"}) {
  %none = onnx.None() : () -> none
  %s = onnx.SplitToSequence(%x, %none) : (tensor<2x3xf32>, none) -> !onnx.seq<tensor<?x3xf32>>
  %t = onnx.SequenceInsert(%s, %x, %none) : (!onnx.seq<tensor<?x3xf32>>, tensor<2x3xf32>, none) -> !onnx.seq<tensor<?x3xf32>>
  %o = onnx.Optional(%n) : (tensor<i64>) -> !onnx.opt<tensor<i64>>
  %m = onnx.ml.ZipMap(%x) {classlabels_int64s = array<i64: 4, 2, 9>} : (tensor<2x3xf32>) -> !onnx.seq<!onnx.map<i64, tensor<f32>>>
  return %t, %o, %m : !onnx.seq<tensor<?x3xf32>>, !onnx.opt<tensor<i64>>, !onnx.seq<!onnx.map<i64, tensor<f32>>>
}
