// SPDX-License-Identifier: Apache-2.0
// x without its mean: an operator given by its body, in Cameo's onnx dialect.
func.func @Centre(%x: !onnx.unknown) -> !onnx.unknown {
  %all = onnx.None() : () -> none
  %mean = onnx.ReduceMean(%x, %all) : (!onnx.unknown, none) -> !onnx.unknown
  %y = onnx.Sub(%x, %mean) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  return %y : !onnx.unknown
}
