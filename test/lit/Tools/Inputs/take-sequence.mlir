// SPDX-License-Identifier: Apache-2.0
func.func @main(%s: !onnx.seq<tensor<?x3xf32>> {cameo.name = "parts"}, %o: !onnx.opt<tensor<i64>> {cameo.name = "maybe"}, %m: !onnx.seq<!onnx.map<i64, tensor<f32>>> {cameo.name = "scores"})
    -> (tensor<?x3xf32> {cameo.name = "joined", cameo.dtype = "float32"}, tensor<i1> {cameo.name = "has", cameo.dtype = "bool"}, !onnx.seq<!onnx.map<i64, tensor<f32>>> {cameo.name = "same"}) {
  %y = onnx.ConcatFromSequence(%s) {axis = 0 : si64} : (!onnx.seq<tensor<?x3xf32>>) -> tensor<?x3xf32>
  %h = onnx.OptionalHasElement(%o) : (!onnx.opt<tensor<i64>>) -> tensor<i1>
  %n = onnx.Identity(%m) : (!onnx.seq<!onnx.map<i64, tensor<f32>>>) -> !onnx.seq<!onnx.map<i64, tensor<f32>>>
  return %y, %h, %n : tensor<?x3xf32>, tensor<i1>, !onnx.seq<!onnx.map<i64, tensor<f32>>>
}
