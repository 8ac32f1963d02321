// SPDX-License-Identifier: Apache-2.0
// TopK: all elements, ties in order of their places, NaN, negative axes, integers, none at all.

func.func @all_ties(%x0: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xi64>) attributes {
    inputs = [dense<[2.0, 2.0, 1.0, 2.0]> : tensor<4xf32>],
    outputs = [dense<[2.0, 2.0, 2.0, 1.0]> : tensor<4xf32>, dense<[0, 1, 3, 2]> : tensor<4xi64>]} {
  %x1 = onnx.Constant() {value = dense<4> : tensor<1xi64>} : () -> tensor<1xi64>
  %y:2 = onnx.TopK(%x0, %x1) {axis = -1 : si64, largest = 1 : si64} : (tensor<4xf32>, tensor<1xi64>) -> (tensor<4xf32>, tensor<4xi64>)
  return %y#0, %y#1 : tensor<4xf32>, tensor<4xi64>
}

func.func @smallest(%x0: tensor<2x3xf32>) -> (tensor<2x2xf32>, tensor<2x2xi64>) attributes {
    inputs = [dense<[[3.0, 1.0, 2.0], [1.0, 1.0, 0.0]]> : tensor<2x3xf32>],
    outputs = [dense<[[1.0, 2.0], [0.0, 1.0]]> : tensor<2x2xf32>, dense<[[1, 2], [2, 0]]> : tensor<2x2xi64>]} {
  %x1 = onnx.Constant() {value = dense<2> : tensor<1xi64>} : () -> tensor<1xi64>
  %y:2 = onnx.TopK(%x0, %x1) {axis = -1 : si64, largest = 0 : si64} : (tensor<2x3xf32>, tensor<1xi64>) -> (tensor<2x2xf32>, tensor<2x2xi64>)
  return %y#0, %y#1 : tensor<2x2xf32>, tensor<2x2xi64>
}

func.func @axis_0(%x0: tensor<3x2xf32>) -> (tensor<2x2xf32>, tensor<2x2xi64>) attributes {
    inputs = [dense<[[3.0, 1.0], [9.0, 2.0], [5.0, 7.0]]> : tensor<3x2xf32>],
    outputs = [dense<[[9.0, 7.0], [5.0, 2.0]]> : tensor<2x2xf32>, dense<[[1, 2], [2, 1]]> : tensor<2x2xi64>]} {
  %x1 = onnx.Constant() {value = dense<2> : tensor<1xi64>} : () -> tensor<1xi64>
  %y:2 = onnx.TopK(%x0, %x1) {axis = 0 : si64, largest = 1 : si64} : (tensor<3x2xf32>, tensor<1xi64>) -> (tensor<2x2xf32>, tensor<2x2xi64>)
  return %y#0, %y#1 : tensor<2x2xf32>, tensor<2x2xi64>
}

func.func @infinities(%x0: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xi64>) attributes {
    inputs = [dense<[0xFF800000, 0x7F800000, 0.0, 0x7F800000]> : tensor<4xf32>],
    outputs = [dense<[0x7F800000, 0x7F800000, 0.0, 0xFF800000]> : tensor<4xf32>, dense<[1, 3, 2, 0]> : tensor<4xi64>]} {
  %x1 = onnx.Constant() {value = dense<4> : tensor<1xi64>} : () -> tensor<1xi64>
  %y:2 = onnx.TopK(%x0, %x1) {axis = -1 : si64, largest = 1 : si64} : (tensor<4xf32>, tensor<1xi64>) -> (tensor<4xf32>, tensor<4xi64>)
  return %y#0, %y#1 : tensor<4xf32>, tensor<4xi64>
}

func.func @long_all(%x0: tensor<100xf32>) -> (tensor<100xf32>, tensor<100xi64>) attributes {
    inputs = [dense<[42.0, 24.0, 3.0, 8.0, 0.0, 21.0, 19.0, 10.0, 43.0, 41.0, 10.0, 21.0, 38.0, 32.0, 20.0, 44.0, 29.0, 39.0, 14.0, 26.0, 17.0, 26.0, 22.0, 2.0, 2.0, 1.0, 26.0, 5.0, 40.0, 46.0, 33.0, 29.0, 42.0, 24.0, 7.0, 43.0, 33.0, 15.0, 48.0, 37.0, 20.0, 30.0, 49.0, 21.0, 14.0, 28.0, 0.0, 0.0, 41.0, 18.0, 37.0, 7.0, 37.0, 46.0, 33.0, 49.0, 1.0, 21.0, 10.0, 43.0, 36.0, 35.0, 27.0, 16.0, 16.0, 32.0, 16.0, 18.0, 11.0, 32.0, 31.0, 13.0, 37.0, 30.0, 48.0, 33.0, 49.0, 2.0, 28.0, 36.0, 26.0, 40.0, 44.0, 48.0, 10.0, 48.0, 36.0, 27.0, 49.0, 21.0, 49.0, 40.0, 39.0, 29.0, 32.0, 48.0, 9.0, 33.0, 47.0, 24.0]> : tensor<100xf32>],
    outputs = [dense<[49.0, 49.0, 49.0, 49.0, 49.0, 48.0, 48.0, 48.0, 48.0, 48.0, 47.0, 46.0, 46.0, 44.0, 44.0, 43.0, 43.0, 43.0, 42.0, 42.0, 41.0, 41.0, 40.0, 40.0, 40.0, 39.0, 39.0, 38.0, 37.0, 37.0, 37.0, 37.0, 36.0, 36.0, 36.0, 35.0, 33.0, 33.0, 33.0, 33.0, 33.0, 32.0, 32.0, 32.0, 32.0, 31.0, 30.0, 30.0, 29.0, 29.0, 29.0, 28.0, 28.0, 27.0, 27.0, 26.0, 26.0, 26.0, 26.0, 24.0, 24.0, 24.0, 22.0, 21.0, 21.0, 21.0, 21.0, 21.0, 20.0, 20.0, 19.0, 18.0, 18.0, 17.0, 16.0, 16.0, 16.0, 15.0, 14.0, 14.0, 13.0, 11.0, 10.0, 10.0, 10.0, 10.0, 9.0, 8.0, 7.0, 7.0, 5.0, 3.0, 2.0, 2.0, 2.0, 1.0, 1.0, 0.0, 0.0, 0.0]> : tensor<100xf32>, dense<[42, 55, 76, 88, 90, 38, 74, 83, 85, 95, 98, 29, 53, 15, 82, 8, 35, 59, 0, 32, 9, 48, 28, 81, 91, 17, 92, 12, 39, 50, 52, 72, 60, 79, 86, 61, 30, 36, 54, 75, 97, 13, 65, 69, 94, 70, 41, 73, 16, 31, 93, 45, 78, 62, 87, 19, 21, 26, 80, 1, 33, 99, 22, 5, 11, 43, 57, 89, 14, 40, 6, 49, 67, 20, 63, 64, 66, 37, 18, 44, 71, 68, 7, 10, 58, 84, 96, 3, 34, 51, 27, 2, 23, 24, 77, 25, 56, 4, 46, 47]> : tensor<100xi64>]} {
  %x1 = onnx.Constant() {value = dense<100> : tensor<1xi64>} : () -> tensor<1xi64>
  %y:2 = onnx.TopK(%x0, %x1) {axis = -1 : si64, largest = 1 : si64} : (tensor<100xf32>, tensor<1xi64>) -> (tensor<100xf32>, tensor<100xi64>)
  return %y#0, %y#1 : tensor<100xf32>, tensor<100xi64>
}

func.func @i8(%x0: tensor<4xi8>) -> (tensor<3xi8>, tensor<3xi64>) attributes {
    inputs = [dense<[3, 1, 7, 7]> : tensor<4xi8>],
    outputs = [dense<[7, 7, 3]> : tensor<3xi8>, dense<[2, 3, 0]> : tensor<3xi64>]} {
  %x1 = onnx.Constant() {value = dense<3> : tensor<1xi64>} : () -> tensor<1xi64>
  %y:2 = onnx.TopK(%x0, %x1) {axis = -1 : si64, largest = 1 : si64} : (tensor<4xi8>, tensor<1xi64>) -> (tensor<3xi8>, tensor<3xi64>)
  return %y#0, %y#1 : tensor<3xi8>, tensor<3xi64>
}

func.func @i16(%x0: tensor<4xi16>) -> (tensor<3xi16>, tensor<3xi64>) attributes {
    inputs = [dense<[3, 1, 7, 7]> : tensor<4xi16>],
    outputs = [dense<[7, 7, 3]> : tensor<3xi16>, dense<[2, 3, 0]> : tensor<3xi64>]} {
  %x1 = onnx.Constant() {value = dense<3> : tensor<1xi64>} : () -> tensor<1xi64>
  %y:2 = onnx.TopK(%x0, %x1) {axis = -1 : si64, largest = 1 : si64} : (tensor<4xi16>, tensor<1xi64>) -> (tensor<3xi16>, tensor<3xi64>)
  return %y#0, %y#1 : tensor<3xi16>, tensor<3xi64>
}

func.func @i32(%x0: tensor<4xi32>) -> (tensor<3xi32>, tensor<3xi64>) attributes {
    inputs = [dense<[3, 1, 7, 7]> : tensor<4xi32>],
    outputs = [dense<[7, 7, 3]> : tensor<3xi32>, dense<[2, 3, 0]> : tensor<3xi64>]} {
  %x1 = onnx.Constant() {value = dense<3> : tensor<1xi64>} : () -> tensor<1xi64>
  %y:2 = onnx.TopK(%x0, %x1) {axis = -1 : si64, largest = 1 : si64} : (tensor<4xi32>, tensor<1xi64>) -> (tensor<3xi32>, tensor<3xi64>)
  return %y#0, %y#1 : tensor<3xi32>, tensor<3xi64>
}

func.func @i64(%x0: tensor<4xi64>) -> (tensor<3xi64>, tensor<3xi64>) attributes {
    inputs = [dense<[3, 1, 7, 7]> : tensor<4xi64>],
    outputs = [dense<[7, 7, 3]> : tensor<3xi64>, dense<[2, 3, 0]> : tensor<3xi64>]} {
  %x1 = onnx.Constant() {value = dense<3> : tensor<1xi64>} : () -> tensor<1xi64>
  %y:2 = onnx.TopK(%x0, %x1) {axis = -1 : si64, largest = 1 : si64} : (tensor<4xi64>, tensor<1xi64>) -> (tensor<3xi64>, tensor<3xi64>)
  return %y#0, %y#1 : tensor<3xi64>, tensor<3xi64>
}

func.func @ui8(%x0: tensor<4xui8>) -> (tensor<3xui8>, tensor<3xi64>) attributes {
    inputs = [dense<[3, 1, 7, 7]> : tensor<4xui8>],
    outputs = [dense<[7, 7, 3]> : tensor<3xui8>, dense<[2, 3, 0]> : tensor<3xi64>]} {
  %x1 = onnx.Constant() {value = dense<3> : tensor<1xi64>} : () -> tensor<1xi64>
  %y:2 = onnx.TopK(%x0, %x1) {axis = -1 : si64, largest = 1 : si64} : (tensor<4xui8>, tensor<1xi64>) -> (tensor<3xui8>, tensor<3xi64>)
  return %y#0, %y#1 : tensor<3xui8>, tensor<3xi64>
}

func.func @ui16(%x0: tensor<4xui16>) -> (tensor<3xui16>, tensor<3xi64>) attributes {
    inputs = [dense<[3, 1, 7, 7]> : tensor<4xui16>],
    outputs = [dense<[7, 7, 3]> : tensor<3xui16>, dense<[2, 3, 0]> : tensor<3xi64>]} {
  %x1 = onnx.Constant() {value = dense<3> : tensor<1xi64>} : () -> tensor<1xi64>
  %y:2 = onnx.TopK(%x0, %x1) {axis = -1 : si64, largest = 1 : si64} : (tensor<4xui16>, tensor<1xi64>) -> (tensor<3xui16>, tensor<3xi64>)
  return %y#0, %y#1 : tensor<3xui16>, tensor<3xi64>
}

func.func @ui32(%x0: tensor<4xui32>) -> (tensor<3xui32>, tensor<3xi64>) attributes {
    inputs = [dense<[3, 1, 7, 7]> : tensor<4xui32>],
    outputs = [dense<[7, 7, 3]> : tensor<3xui32>, dense<[2, 3, 0]> : tensor<3xi64>]} {
  %x1 = onnx.Constant() {value = dense<3> : tensor<1xi64>} : () -> tensor<1xi64>
  %y:2 = onnx.TopK(%x0, %x1) {axis = -1 : si64, largest = 1 : si64} : (tensor<4xui32>, tensor<1xi64>) -> (tensor<3xui32>, tensor<3xi64>)
  return %y#0, %y#1 : tensor<3xui32>, tensor<3xi64>
}

func.func @ui64(%x0: tensor<4xui64>) -> (tensor<3xui64>, tensor<3xi64>) attributes {
    inputs = [dense<[3, 1, 7, 7]> : tensor<4xui64>],
    outputs = [dense<[7, 7, 3]> : tensor<3xui64>, dense<[2, 3, 0]> : tensor<3xi64>]} {
  %x1 = onnx.Constant() {value = dense<3> : tensor<1xi64>} : () -> tensor<1xi64>
  %y:2 = onnx.TopK(%x0, %x1) {axis = -1 : si64, largest = 1 : si64} : (tensor<4xui64>, tensor<1xi64>) -> (tensor<3xui64>, tensor<3xi64>)
  return %y#0, %y#1 : tensor<3xui64>, tensor<3xi64>
}

func.func @f16(%x0: tensor<4xf16>) -> (tensor<3xf16>, tensor<3xi64>) attributes {
    inputs = [dense<[3.0, 1.0, 7.0, 7.0]> : tensor<4xf16>],
    outputs = [dense<[7.0, 7.0, 3.0]> : tensor<3xf16>, dense<[2, 3, 0]> : tensor<3xi64>]} {
  %x1 = onnx.Constant() {value = dense<3> : tensor<1xi64>} : () -> tensor<1xi64>
  %y:2 = onnx.TopK(%x0, %x1) {axis = -1 : si64, largest = 1 : si64} : (tensor<4xf16>, tensor<1xi64>) -> (tensor<3xf16>, tensor<3xi64>)
  return %y#0, %y#1 : tensor<3xf16>, tensor<3xi64>
}

func.func @f64(%x0: tensor<4xf64>) -> (tensor<3xf64>, tensor<3xi64>) attributes {
    inputs = [dense<[3.0, 1.0, 7.0, 7.0]> : tensor<4xf64>],
    outputs = [dense<[7.0, 7.0, 3.0]> : tensor<3xf64>, dense<[2, 3, 0]> : tensor<3xi64>]} {
  %x1 = onnx.Constant() {value = dense<3> : tensor<1xi64>} : () -> tensor<1xi64>
  %y:2 = onnx.TopK(%x0, %x1) {axis = -1 : si64, largest = 1 : si64} : (tensor<4xf64>, tensor<1xi64>) -> (tensor<3xf64>, tensor<3xi64>)
  return %y#0, %y#1 : tensor<3xf64>, tensor<3xi64>
}

func.func @large_u64(%x0: tensor<3xui64>) -> (tensor<2xui64>, tensor<2xi64>) attributes {
    inputs = [dense<[1, 9223372036854775809, 9223372036854775808]> : tensor<3xui64>],
    outputs = [dense<[9223372036854775809, 9223372036854775808]> : tensor<2xui64>, dense<[1, 2]> : tensor<2xi64>]} {
  %x1 = onnx.Constant() {value = dense<2> : tensor<1xi64>} : () -> tensor<1xi64>
  %y:2 = onnx.TopK(%x0, %x1) : (tensor<3xui64>, tensor<1xi64>) -> (tensor<2xui64>, tensor<2xi64>)
  return %y#0, %y#1 : tensor<2xui64>, tensor<2xi64>
}

func.func @none(%x0: tensor<2x3xf32>) -> (tensor<2x0xf32>, tensor<2x0xi64>) attributes {
    inputs = [dense<1.0> : tensor<2x3xf32>],
    outputs = [dense<> : tensor<2x0xf32>, dense<> : tensor<2x0xi64>]} {
  %x1 = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %y:2 = onnx.TopK(%x0, %x1) : (tensor<2x3xf32>, tensor<1xi64>) -> (tensor<2x0xf32>, tensor<2x0xi64>)
  return %y#0, %y#1 : tensor<2x0xf32>, tensor<2x0xi64>
}

func.func @k_at_run_time(%x0: tensor<3xf32>, %x1: tensor<1xi64>) -> (tensor<2xf32>, tensor<2xi64>) attributes {
    inputs = [dense<[1.0, 5.0, 3.0]> : tensor<3xf32>, dense<2> : tensor<1xi64>],
    outputs = [dense<[5.0, 3.0]> : tensor<2xf32>, dense<[1, 2]> : tensor<2xi64>]} {
  %y:2 = onnx.TopK(%x0, %x1) : (tensor<3xf32>, tensor<1xi64>) -> (tensor<2xf32>, tensor<2xi64>)
  return %y#0, %y#1 : tensor<2xf32>, tensor<2xi64>
}
