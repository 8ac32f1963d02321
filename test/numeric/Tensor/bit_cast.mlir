// SPDX-License-Identifier: Apache-2.0
// BitCast: the same bits; a bool is a byte.

func.func @f32_i32(%x0: tensor<2xf32>) -> tensor<2xi32> attributes {
    inputs = [dense<[1.0, -2.0]> : tensor<2xf32>],
    outputs = [dense<[1065353216, -1073741824]> : tensor<2xi32>]} {
  %y = onnx.BitCast(%x0) {to = 6 : si64} : (tensor<2xf32>) -> tensor<2xi32>
  return %y : tensor<2xi32>
}

func.func @i64_f64(%x0: tensor<1xi64>) -> tensor<1xf64> attributes {
    inputs = [dense<4607182418800017408> : tensor<1xi64>],
    outputs = [dense<1.0> : tensor<1xf64>]} {
  %y = onnx.BitCast(%x0) {to = 11 : si64} : (tensor<1xi64>) -> tensor<1xf64>
  return %y : tensor<1xf64>
}

func.func @ui16_bf16(%x0: tensor<1xui16>) -> tensor<1xbf16> attributes {
    inputs = [dense<16256> : tensor<1xui16>],
    outputs = [dense<1.0> : tensor<1xbf16>]} {
  %y = onnx.BitCast(%x0) {to = 16 : si64} : (tensor<1xui16>) -> tensor<1xbf16>
  return %y : tensor<1xbf16>
}

func.func @i8_f8(%x0: tensor<2xi8>) -> tensor<2xf8E4M3FN> attributes {
    inputs = [dense<[56, -1]> : tensor<2xi8>],
    outputs = [dense<[0x38, 0xFF]> : tensor<2xf8E4M3FN>]} {
  %y = onnx.BitCast(%x0) {to = 17 : si64} : (tensor<2xi8>) -> tensor<2xf8E4M3FN>
  return %y : tensor<2xf8E4M3FN>
}

func.func @bool_ui8(%x0: tensor<2xi1>) -> tensor<2xui8> attributes {
    inputs = [dense<[true, false]> : tensor<2xi1>],
    outputs = [dense<[1, 0]> : tensor<2xui8>]} {
  %y = onnx.BitCast(%x0) {to = 2 : si64} : (tensor<2xi1>) -> tensor<2xui8>
  return %y : tensor<2xui8>
}

func.func @ui8_bool(%x0: tensor<2xui8>) -> tensor<2xi1> attributes {
    inputs = [dense<[1, 0]> : tensor<2xui8>],
    outputs = [dense<[true, false]> : tensor<2xi1>]} {
  %y = onnx.BitCast(%x0) {to = 9 : si64} : (tensor<2xui8>) -> tensor<2xi1>
  return %y : tensor<2xi1>
}

func.func @ui32_i32(%x0: tensor<1xui32>) -> tensor<1xi32> attributes {
    inputs = [dense<4294967295> : tensor<1xui32>],
    outputs = [dense<-1> : tensor<1xi32>]} {
  %y = onnx.BitCast(%x0) {to = 6 : si64} : (tensor<1xui32>) -> tensor<1xi32>
  return %y : tensor<1xi32>
}
