// SPDX-License-Identifier: Apache-2.0
// Maps made of scores, and maps as tensors.

func.func @zip_map(%x: tensor<2x3xf32>) -> !onnx.seq<!onnx.map<i64, tensor<f32>>> attributes {
    inputs = [dense<[[0.5, 0.25, 0.25], [0.0, 1.0, 0.0]]> : tensor<2x3xf32>],
    outputs = [[[dense<[10, -3, 7]> : tensor<3xi64>, dense<[0.5, 0.25, 0.25]> : tensor<3xf32>],
                [dense<[-3, 7, 10]> : tensor<3xi64>, dense<[1.0, 0.0, 0.0]> : tensor<3xf32>]]]} {
  %y = onnx.ml.ZipMap(%x) {classlabels_int64s = array<i64: 10, -3, 7>} : (tensor<2x3xf32>) -> !onnx.seq<!onnx.map<i64, tensor<f32>>>
  return %y : !onnx.seq<!onnx.map<i64, tensor<f32>>>
}

func.func @zip_map_row(%x: tensor<2xf32>) -> !onnx.seq<!onnx.map<i64, tensor<f32>>> attributes {
    inputs = [dense<[0.75, 0.25]> : tensor<2xf32>],
    outputs = [[[dense<[0, 1]> : tensor<2xi64>, dense<[0.75, 0.25]> : tensor<2xf32>]]]} {
  %y = onnx.ml.ZipMap(%x) {classlabels_int64s = array<i64: 0, 1>} : (tensor<2xf32>) -> !onnx.seq<!onnx.map<i64, tensor<f32>>>
  return %y : !onnx.seq<!onnx.map<i64, tensor<f32>>>
}

func.func @zip_map_no_rows(%x: tensor<0x2xf32>) -> !onnx.seq<!onnx.map<i64, tensor<f32>>> attributes {
    inputs = [dense<> : tensor<0x2xf32>], outputs = [[]]} {
  %y = onnx.ml.ZipMap(%x) {classlabels_int64s = array<i64: 0, 1>} : (tensor<0x2xf32>) -> !onnx.seq<!onnx.map<i64, tensor<f32>>>
  return %y : !onnx.seq<!onnx.map<i64, tensor<f32>>>
}

func.func @cast_map_dense(%m: !onnx.map<i64, tensor<f32>>) -> tensor<1x?xf32> attributes {
    inputs = [[dense<[5, -1, 3]> : tensor<3xi64>, dense<[0.5, 0.25, 8.0]> : tensor<3xf32>]],
    outputs = [dense<[[0.25, 8.0, 0.5]]> : tensor<1x3xf32>]} {
  %y = onnx.ml.CastMap(%m) : (!onnx.map<i64, tensor<f32>>) -> tensor<1x?xf32>
  return %y : tensor<1x?xf32>
}

func.func @cast_map_sparse(%m: !onnx.map<i64, tensor<f32>>) -> tensor<1x?xi64> attributes {
    inputs = [[dense<[4, 1]> : tensor<2xi64>, dense<[7.0, -2.0]> : tensor<2xf32>]],
    outputs = [dense<[[0, -2, 0, 0, 7]]> : tensor<1x5xi64>]} {
  %y = onnx.ml.CastMap(%m) {cast_to = "TO_INT64", map_form = "SPARSE", max_map = 5 : si64} : (!onnx.map<i64, tensor<f32>>) -> tensor<1x?xi64>
  return %y : tensor<1x?xi64>
}

func.func @dict_vectorizer(%m: !onnx.map<i64, tensor<f64>>) -> tensor<1x4xf64> attributes {
    inputs = [[dense<[20, 40, 99]> : tensor<3xi64>, dense<[2.0, 4.0, 9.0]> : tensor<3xf64>]],
    outputs = [dense<[[0.0, 2.0, 0.0, 4.0]]> : tensor<1x4xf64>]} {
  %y = onnx.ml.DictVectorizer(%m) {int64_vocabulary = array<i64: 10, 20, 30, 40>} : (!onnx.map<i64, tensor<f64>>) -> tensor<1x4xf64>
  return %y : tensor<1x4xf64>
}

func.func @zip_map_words(%x: tensor<1x2xf32>) -> !onnx.seq<!onnx.map<!onnx.string, tensor<f32>>> attributes {
    inputs = [dense<[[0.75, 0.25]]> : tensor<1x2xf32>],
    outputs = [[[dense<["no", "yes"]> : tensor<2x!onnx.string>, dense<[0.75, 0.25]> : tensor<2xf32>]]]} {
  %y = onnx.ml.ZipMap(%x) {classlabels_strings = ["no", "yes"]} : (tensor<1x2xf32>) -> !onnx.seq<!onnx.map<!onnx.string, tensor<f32>>>
  return %y : !onnx.seq<!onnx.map<!onnx.string, tensor<f32>>>
}

func.func @cast_map_of_words(%m: !onnx.map<i64, tensor<!onnx.string>>) -> tensor<1x?xf32> attributes {
    inputs = [[dense<[2, 1]> : tensor<2xi64>, dense<["-1.5", "4"]> : tensor<2x!onnx.string>]],
    outputs = [dense<[[4.0, -1.5]]> : tensor<1x2xf32>]} {
  %y = onnx.ml.CastMap(%m) : (!onnx.map<i64, tensor<!onnx.string>>) -> tensor<1x?xf32>
  return %y : tensor<1x?xf32>
}

func.func @cast_map_to_words(%m: !onnx.map<i64, tensor<!onnx.string>>) -> tensor<1x?x!onnx.string> attributes {
    inputs = [[dense<[2, 0]> : tensor<2xi64>, dense<["b", "a"]> : tensor<2x!onnx.string>]],
    outputs = [dense<[["a", "", "b"]]> : tensor<1x3x!onnx.string>]} {
  %y = onnx.ml.CastMap(%m) {cast_to = "TO_STRING", map_form = "SPARSE", max_map = 3 : si64} : (!onnx.map<i64, tensor<!onnx.string>>) -> tensor<1x?x!onnx.string>
  return %y : tensor<1x?x!onnx.string>
}

func.func @dict_vectorizer_words(%m: !onnx.map<!onnx.string, tensor<i64>>) -> tensor<1x3xi64> attributes {
    inputs = [[dense<["c", "zz", "a"]> : tensor<3x!onnx.string>, dense<[3, 9, 1]> : tensor<3xi64>]],
    outputs = [dense<[[1, 0, 3]]> : tensor<1x3xi64>]} {
  %y = onnx.ml.DictVectorizer(%m) {string_vocabulary = ["a", "b", "c"]} : (!onnx.map<!onnx.string, tensor<i64>>) -> tensor<1x3xi64>
  return %y : tensor<1x3xi64>
}
