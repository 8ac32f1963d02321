// SPDX-License-Identifier: Apache-2.0
// Runs that are refused: what the shapes and values of the inputs break.

func.func @rows(%a0: tensor<?x1x!onnx.string>) -> tensor<?x?x!onnx.string> attributes {
    inputs = [dense<"a"> : tensor<2x1x!onnx.string>],
    error = "X must have one row"} {
  %y = onnx.StringNormalizer(%a0) : (tensor<?x1x!onnx.string>) -> tensor<?x?x!onnx.string>
  return %y : tensor<?x?x!onnx.string>
}

func.func @number(%a0: tensor<1x!onnx.string>) -> tensor<1xi64> attributes {
    inputs = [dense<"a"> : tensor<1x!onnx.string>],
    error = "a string is no number of the wanted type"} {
  %y = onnx.Cast(%a0) {to = 7 : si64} : (tensor<1x!onnx.string>) -> tensor<1xi64>
  return %y : tensor<1xi64>
}
