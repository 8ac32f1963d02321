// SPDX-License-Identifier: Apache-2.0
// Categories and labels that are strings, each way.

func.func @encode(%x: tensor<2x2x!onnx.string>) -> tensor<2x2xf32> attributes {
    inputs = [dense<[["b", "a"], ["", "c"]]> : tensor<2x2x!onnx.string>],
    outputs = [dense<[[2.5, 1.5], [-7.0, -7.0]]> : tensor<2x2xf32>]} {
  %y = onnx.ml.LabelEncoder(%x) {keys_strings = ["b", "a", "b"], values_floats = array<f32: 2.5, 1.5, 9.0>, default_float = -7.0 : f32}
    : (tensor<2x2x!onnx.string>) -> tensor<2x2xf32>
  return %y : tensor<2x2xf32>
}

func.func @strings(%x: tensor<3x!onnx.string>) -> tensor<3x!onnx.string> attributes {
    inputs = [dense<["x", "y", "z"]> : tensor<3x!onnx.string>],
    outputs = [dense<["one", "_Unused", "two"]> : tensor<3x!onnx.string>]} {
  %y = onnx.ml.LabelEncoder(%x) {keys_strings = ["x", "z"], values_strings = ["one", "two"]} : (tensor<3x!onnx.string>) -> tensor<3x!onnx.string>
  return %y : tensor<3x!onnx.string>
}

func.func @decode(%x: tensor<3xi64>) -> tensor<3x!onnx.string> attributes {
    inputs = [dense<[2, 9, 1]> : tensor<3xi64>],
    outputs = [dense<["two", "?", "one"]> : tensor<3x!onnx.string>]} {
  %y = onnx.ml.LabelEncoder(%x) {keys_int64s = array<i64: 1, 2>, values_strings = ["one", "two"], default_string = "?"}
    : (tensor<3xi64>) -> tensor<3x!onnx.string>
  return %y : tensor<3x!onnx.string>
}

func.func @mapper(%x: tensor<3x!onnx.string>) -> tensor<3xi64> attributes {
    inputs = [dense<["dog", "cow", "cat"]> : tensor<3x!onnx.string>], outputs = [dense<[4, -1, 3]> : tensor<3xi64>]} {
  %y = onnx.ml.CategoryMapper(%x) {cats_strings = ["cat", "dog"], cats_int64s = array<i64: 3, 4>} : (tensor<3x!onnx.string>) -> tensor<3xi64>
  return %y : tensor<3xi64>
}

func.func @mapper_back(%x: tensor<2xi64>) -> tensor<2x!onnx.string> attributes {
    inputs = [dense<[4, 5]> : tensor<2xi64>], outputs = [dense<["dog", "_Unused"]> : tensor<2x!onnx.string>]} {
  %y = onnx.ml.CategoryMapper(%x) {cats_strings = ["cat", "dog"], cats_int64s = array<i64: 3, 4>} : (tensor<2xi64>) -> tensor<2x!onnx.string>
  return %y : tensor<2x!onnx.string>
}

func.func @one_hot(%x: tensor<2x!onnx.string>) -> tensor<2x2xf32> attributes {
    inputs = [dense<["b", "q"]> : tensor<2x!onnx.string>], outputs = [dense<[[0.0, 1.0], [0.0, 0.0]]> : tensor<2x2xf32>]} {
  %y = onnx.ml.OneHotEncoder(%x) {cats_strings = ["a", "b"]} : (tensor<2x!onnx.string>) -> tensor<2x2xf32>
  return %y : tensor<2x2xf32>
}
