// SPDX-License-Identifier: Apache-2.0
// Cast between strings and numbers: plain and scientific, specials, every kind of type.

func.func @to_float(%x: tensor<8x!onnx.string>) -> tensor<8xf32> attributes {
    inputs = [dense<["1e-5", "1E8", " 3.14 ", "nan", "+inf", "-INF", "-0", "0.1"]> : tensor<8x!onnx.string>],
    outputs = [dense<[1.0e-5, 1.0e8, 3.14, 0x7FC00000, 0x7F800000, 0xFF800000, -0.0, 0.1]> : tensor<8xf32>]} {
  %y = onnx.Cast(%x) {to = 1 : si64} : (tensor<8x!onnx.string>) -> tensor<8xf32>
  return %y : tensor<8xf32>
}

func.func @to_half(%x: tensor<3x!onnx.string>) -> tensor<3xf16> attributes {
    inputs = [dense<["2048.5", "1e9", "0.1"]> : tensor<3x!onnx.string>],
    outputs = [dense<[2048.0, 0x7C00, 0.1]> : tensor<3xf16>]} {
  %y = onnx.Cast(%x) {to = 10 : si64} : (tensor<3x!onnx.string>) -> tensor<3xf16>
  return %y : tensor<3xf16>
}

func.func @to_int(%x: tensor<5x!onnx.string>) -> tensor<5xi64> attributes {
    inputs = [dense<["9223372036854775807", "-9223372036854775808", "100.5", "1e3", "+7"]> : tensor<5x!onnx.string>],
    outputs = [dense<[9223372036854775807, -9223372036854775808, 100, 1000, 7]> : tensor<5xi64>]} {
  %y = onnx.Cast(%x) {to = 7 : si64} : (tensor<5x!onnx.string>) -> tensor<5xi64>
  return %y : tensor<5xi64>
}

func.func @to_unsigned(%x: tensor<2x!onnx.string>) -> tensor<2xui64> attributes {
    inputs = [dense<["18446744073709551615", "1"]> : tensor<2x!onnx.string>],
    outputs = [dense<[18446744073709551615, 1]> : tensor<2xui64>]} {
  %y = onnx.Cast(%x) {to = 13 : si64} : (tensor<2x!onnx.string>) -> tensor<2xui64>
  return %y : tensor<2xui64>
}

func.func @from_float(%x: tensor<8xf32>) -> tensor<8x!onnx.string> attributes {
    inputs = [dense<[0.1, 3.0, 1.0e-5, 1.0e20, 0x7FC00000, 0x7F800000, 0xFF800000, 16777216.0]> : tensor<8xf32>],
    outputs = [dense<["0.1", "3.0", "1e-05", "1e+20", "NaN", "INF", "-INF", "16777216.0"]> : tensor<8x!onnx.string>]} {
  %y = onnx.Cast(%x) {to = 8 : si64} : (tensor<8xf32>) -> tensor<8x!onnx.string>
  return %y : tensor<8x!onnx.string>
}

func.func @from_half(%x: tensor<2xf16>) -> tensor<2x!onnx.string> attributes {
    inputs = [dense<[0.1, 65504.0]> : tensor<2xf16>],
    outputs = [dense<["0.1", "65504.0"]> : tensor<2x!onnx.string>]} {
  %y = onnx.Cast(%x) {to = 8 : si64} : (tensor<2xf16>) -> tensor<2x!onnx.string>
  return %y : tensor<2x!onnx.string>
}

func.func @from_bytes(%x: tensor<2xui8>) -> tensor<2x!onnx.string> attributes {
    inputs = [dense<[255, 0]> : tensor<2xui8>],
    outputs = [dense<["255", "0"]> : tensor<2x!onnx.string>]} {
  %y = onnx.Cast(%x) {to = 8 : si64} : (tensor<2xui8>) -> tensor<2x!onnx.string>
  return %y : tensor<2x!onnx.string>
}

func.func @scalar(%x: tensor<f64>) -> tensor<!onnx.string> attributes {
    inputs = [dense<0.30000000000000004> : tensor<f64>],
    outputs = [dense<"0.30000000000000004"> : tensor<!onnx.string>]} {
  %y = onnx.Cast(%x) {to = 8 : si64} : (tensor<f64>) -> tensor<!onnx.string>
  return %y : tensor<!onnx.string>
}
