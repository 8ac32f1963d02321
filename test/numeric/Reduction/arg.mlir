// SPDX-License-Identifier: Apache-2.0
// ArgMax and ArgMin: ties, NaN (the first one wins, as in numpy), negative axes, integers.

func.func @max(%x0: tensor<3x3xf32>) -> tensor<3x1xi64> attributes {
    inputs = [dense<[[1.0, 3.0, 3.0], [0x7FC00000, 2.0, 0x7FC00000], [0xFF800000, 0xFF800000, 0xFF800000]]> : tensor<3x3xf32>],
    outputs = [dense<[[1], [0], [0]]> : tensor<3x1xi64>]} {
  %y = onnx.ArgMax(%x0) {axis = -1 : si64} : (tensor<3x3xf32>) -> tensor<3x1xi64>
  return %y : tensor<3x1xi64>
}

func.func @min(%x0: tensor<3x3xf32>) -> tensor<3xi64> attributes {
    inputs = [dense<[[1.0, 3.0, 3.0], [0x7FC00000, 2.0, 0x7FC00000], [0xFF800000, 0xFF800000, 0xFF800000]]> : tensor<3x3xf32>],
    outputs = [dense<0> : tensor<3xi64>]} {
  %y = onnx.ArgMin(%x0) {axis = 1 : si64, keepdims = 0 : si64} : (tensor<3x3xf32>) -> tensor<3xi64>
  return %y : tensor<3xi64>
}

func.func @max_last(%x0: tensor<2x3xf32>) -> tensor<2x1xi64> attributes {
    inputs = [dense<[[1.0, 3.0, 3.0], [2.0, 2.0, 2.0]]> : tensor<2x3xf32>],
    outputs = [dense<2> : tensor<2x1xi64>]} {
  %y = onnx.ArgMax(%x0) {axis = 1 : si64, select_last_index = 1 : si64} : (tensor<2x3xf32>) -> tensor<2x1xi64>
  return %y : tensor<2x1xi64>
}

func.func @min_last_axis_0(%x0: tensor<2x2xi32>) -> tensor<1x2xi64> attributes {
    inputs = [dense<[[1, 3], [1, 3]]> : tensor<2x2xi32>],
    outputs = [dense<1> : tensor<1x2xi64>]} {
  %y = onnx.ArgMin(%x0) {axis = 0 : si64, select_last_index = 1 : si64} : (tensor<2x2xi32>) -> tensor<1x2xi64>
  return %y : tensor<1x2xi64>
}

func.func @max_i8(%x0: tensor<1x3xi8>) -> tensor<1x1xi64> attributes {
    inputs = [dense<[[-3, 100, 7]]> : tensor<1x3xi8>],
    outputs = [dense<1> : tensor<1x1xi64>]} {
  %y = onnx.ArgMax(%x0) {axis = 1 : si64} : (tensor<1x3xi8>) -> tensor<1x1xi64>
  return %y : tensor<1x1xi64>
}

func.func @max_i64(%x0: tensor<1x3xi64>) -> tensor<1x1xi64> attributes {
    inputs = [dense<[[3, 200, 7]]> : tensor<1x3xi64>],
    outputs = [dense<1> : tensor<1x1xi64>]} {
  %y = onnx.ArgMax(%x0) {axis = 1 : si64} : (tensor<1x3xi64>) -> tensor<1x1xi64>
  return %y : tensor<1x1xi64>
}

func.func @max_ui8(%x0: tensor<1x3xui8>) -> tensor<1x1xi64> attributes {
    inputs = [dense<[[3, 200, 7]]> : tensor<1x3xui8>],
    outputs = [dense<1> : tensor<1x1xi64>]} {
  %y = onnx.ArgMax(%x0) {axis = 1 : si64} : (tensor<1x3xui8>) -> tensor<1x1xi64>
  return %y : tensor<1x1xi64>
}

func.func @max_ui64(%x0: tensor<1x3xui64>) -> tensor<1x1xi64> attributes {
    inputs = [dense<[[3, 200, 7]]> : tensor<1x3xui64>],
    outputs = [dense<1> : tensor<1x1xi64>]} {
  %y = onnx.ArgMax(%x0) {axis = 1 : si64} : (tensor<1x3xui64>) -> tensor<1x1xi64>
  return %y : tensor<1x1xi64>
}

func.func @max_f16(%x0: tensor<1x3xf16>) -> tensor<1x1xi64> attributes {
    inputs = [dense<[[3.0, 200.0, 7.0]]> : tensor<1x3xf16>],
    outputs = [dense<1> : tensor<1x1xi64>]} {
  %y = onnx.ArgMax(%x0) {axis = 1 : si64} : (tensor<1x3xf16>) -> tensor<1x1xi64>
  return %y : tensor<1x1xi64>
}

func.func @max_f64(%x0: tensor<1x3xf64>) -> tensor<1x1xi64> attributes {
    inputs = [dense<[[3.0, 200.0, 7.0]]> : tensor<1x3xf64>],
    outputs = [dense<1> : tensor<1x1xi64>]} {
  %y = onnx.ArgMax(%x0) {axis = 1 : si64} : (tensor<1x3xf64>) -> tensor<1x1xi64>
  return %y : tensor<1x1xi64>
}

func.func @no_rows(%x0: tensor<0x3xf32>) -> tensor<0x1xi64> attributes {
    inputs = [dense<> : tensor<0x3xf32>],
    outputs = [dense<> : tensor<0x1xi64>]} {
  %y = onnx.ArgMax(%x0) {axis = 1 : si64} : (tensor<0x3xf32>) -> tensor<0x1xi64>
  return %y : tensor<0x1xi64>
}
