// SPDX-License-Identifier: Apache-2.0
// Splitting, normalising, matching and joining: what ONNX's own cases leave out.

func.func @split_at(%x: tensor<2x1x!onnx.string>) -> (tensor<2x1x?x!onnx.string>, tensor<2x1xi64>) attributes {
    inputs = [dense<[["a--b----c"], [""]]> : tensor<2x1x!onnx.string>],
    outputs = [dense<[[["a", "b", "", "c"]], [["", "", "", ""]]]> : tensor<2x1x4x!onnx.string>,
               dense<[[4], [1]]> : tensor<2x1xi64>]} {
  %y:2 = onnx.StringSplit(%x) {delimiter = "--"} : (tensor<2x1x!onnx.string>) -> (tensor<2x1x?x!onnx.string>, tensor<2x1xi64>)
  return %y#0, %y#1 : tensor<2x1x?x!onnx.string>, tensor<2x1xi64>
}

func.func @split_once(%x: tensor<2x!onnx.string>) -> (tensor<2x?x!onnx.string>, tensor<2xi64>) attributes {
    inputs = [dense<["  a b  c ", "   "]> : tensor<2x!onnx.string>],
    outputs = [dense<[["a", "b  c "], ["", ""]]> : tensor<2x2x!onnx.string>, dense<[2, 0]> : tensor<2xi64>]} {
  %y:2 = onnx.StringSplit(%x) {maxsplit = 1 : si64} : (tensor<2x!onnx.string>) -> (tensor<2x?x!onnx.string>, tensor<2xi64>)
  return %y#0, %y#1 : tensor<2x?x!onnx.string>, tensor<2xi64>
}

func.func @upper(%x: tensor<3x!onnx.string>) -> tensor<?x!onnx.string> attributes {
    inputs = [dense<["straße", "STOP", "Ωμέγα"]> : tensor<3x!onnx.string>],
    outputs = [dense<["STRAßE", "ΩΜΈΓΑ"]> : tensor<2x!onnx.string>]} {
  %y = onnx.StringNormalizer(%x) {case_change_action = "UPPER", stopwords = ["Stop"]} : (tensor<3x!onnx.string>) -> tensor<?x!onnx.string>
  return %y : tensor<?x!onnx.string>
}

func.func @turkish(%x: tensor<1x2x!onnx.string>) -> tensor<1x?x!onnx.string> attributes {
    inputs = [dense<[["ISPARTA", "İzmir"]]> : tensor<1x2x!onnx.string>],
    outputs = [dense<[["ısparta", "izmir"]]> : tensor<1x2x!onnx.string>]} {
  %y = onnx.StringNormalizer(%x) {case_change_action = "LOWER", locale = "tr_TR"} : (tensor<1x2x!onnx.string>) -> tensor<1x?x!onnx.string>
  return %y : tensor<1x?x!onnx.string>
}

func.func @whole(%x: tensor<5x!onnx.string>) -> tensor<5xi1> attributes {
    inputs = [dense<["ab", "AB", "abc", "a\0Bb", "äb"]> : tensor<5x!onnx.string>],
    outputs = [dense<[true, true, false, false, true]> : tensor<5xi1>]} {
  %y = onnx.RegexFullMatch(%x) {pattern = "(?i)[aä]\\s*b"} : (tensor<5x!onnx.string>) -> tensor<5xi1>
  return %y : tensor<5xi1>
}

// Exponential for a matcher that tries one way after the other.
func.func @nested(%x: tensor<2x!onnx.string>) -> tensor<2xi1> attributes {
    inputs = [dense<["aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"]> : tensor<2x!onnx.string>],
    outputs = [dense<[false, true]> : tensor<2xi1>]} {
  %y = onnx.RegexFullMatch(%x) {pattern = "(a+)+"} : (tensor<2x!onnx.string>) -> tensor<2xi1>
  return %y : tensor<2xi1>
}

func.func @join(%x: tensor<2x1x!onnx.string>, %y: tensor<2x!onnx.string>) -> tensor<2x2x!onnx.string> attributes {
    inputs = [dense<[["a"], [""]]> : tensor<2x1x!onnx.string>, dense<["x", "y"]> : tensor<2x!onnx.string>],
    outputs = [dense<[["ax", "ay"], ["x", "y"]]> : tensor<2x2x!onnx.string>]} {
  %z = onnx.StringConcat(%x, %y) : (tensor<2x1x!onnx.string>, tensor<2x!onnx.string>) -> tensor<2x2x!onnx.string>
  return %z : tensor<2x2x!onnx.string>
}
