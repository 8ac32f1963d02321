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

// Longer than a vector, from the back, NaN there too.
func.func @max_last_long(%x0: tensor<2x37xf32>) -> tensor<2xi64> attributes {
    inputs = [dense<[[0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0, 12.0, 13.0, 14.0, 15.0, 16.0, 17.0, 18.0, 40.0, 20.0, 21.0, 40.0, 23.0, 24.0, 25.0, 26.0, 27.0, 28.0, 29.0, 30.0, 31.0, 32.0, 33.0, 34.0, 35.0, -36.0],
                     [0x7FC00000, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0, 12.0, 13.0, 14.0, 15.0, 16.0, 17.0, 18.0, 40.0, 20.0, 21.0, 40.0, 0x7FC00000, 24.0, 25.0, 26.0, 27.0, 28.0, 29.0, 30.0, 31.0, 32.0, 33.0, 34.0, 35.0, 36.0]]> : tensor<2x37xf32>],
    outputs = [dense<[22, 23]> : tensor<2xi64>]} {
  %y = onnx.ArgMax(%x0) {axis = 1 : si64, keepdims = 0 : si64, select_last_index = 1 : si64} : (tensor<2x37xf32>) -> tensor<2xi64>
  return %y : tensor<2xi64>
}

func.func @min_columns(%x0: tensor<3x17xui8>) -> tensor<17xi64> attributes {
    inputs = [dense<[[9, 8, 7, 6, 5, 4, 3, 2, 1, 0, 1, 2, 3, 4, 5, 6, 255],
                     [4, 8, 7, 6, 5, 4, 3, 2, 1, 0, 1, 2, 3, 4, 5, 3, 254],
                     [4, 7, 8, 5, 5, 4, 3, 2, 0, 0, 1, 2, 3, 4, 5, 3, 255]]> : tensor<3x17xui8>],
    outputs = [dense<[1, 2, 0, 2, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 0, 1, 1]> : tensor<17xi64>]} {
  %y = onnx.ArgMin(%x0) {axis = 0 : si64, keepdims = 0 : si64} : (tensor<3x17xui8>) -> tensor<17xi64>
  return %y : tensor<17xi64>
}
