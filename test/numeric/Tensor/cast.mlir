// SPDX-License-Identifier: Apache-2.0
// Cast: rounding to nearest even, saturation, wrapping of integers, NaN, infinities, all narrow types.

func.func @f32_to_f16(%x0: tensor<7xf32>) -> tensor<7xf16> attributes {
    inputs = [dense<[2049.0, 2051.0, 65519.0, 65520.0, 1.0e-08, 0x7FC00000, 0xFF800000]> : tensor<7xf32>],
    outputs = [dense<[2048.0, 2052.0, 65500.0, 0x7C00, 0.0, 0x7E00, 0xFC00]> : tensor<7xf16>]} {
  %y = onnx.Cast(%x0) {to = 10 : si64} : (tensor<7xf32>) -> tensor<7xf16>
  return %y : tensor<7xf16>
}

// By way of f32 it would be a half and go to even, 1.
func.func @f64_to_f16_rounds_once(%x0: tensor<1xf64>) -> tensor<1xf16> attributes {
    inputs = [dense<1.0004882812509095> : tensor<1xf64>],
    outputs = [dense<1.001> : tensor<1xf16>]} {
  %y = onnx.Cast(%x0) {to = 10 : si64} : (tensor<1xf64>) -> tensor<1xf16>
  return %y : tensor<1xf16>
}

func.func @f32_to_bf16(%x0: tensor<5xf32>) -> tensor<5xbf16> attributes {
    inputs = [dense<[1.0039062, 1.0117188, 3.4e+38, 0x7FC00000, 0xFF800000]> : tensor<5xf32>],
    outputs = [dense<[1.0, 1.015625, 0x7F80, 0x7FC0, 0xFF80]> : tensor<5xbf16>]} {
  %y = onnx.Cast(%x0) {to = 16 : si64} : (tensor<5xf32>) -> tensor<5xbf16>
  return %y : tensor<5xbf16>
}

func.func @f64_to_f32(%x0: tensor<4xf64>) -> tensor<4xf32> attributes {
    inputs = [dense<[1.0000000596046448, 1.0e+300, -1.0e+300, 0x7FF8000000000000]> : tensor<4xf64>],
    outputs = [dense<[1.0, 0x7F800000, 0xFF800000, 0x7FC00000]> : tensor<4xf32>]} {
  %y = onnx.Cast(%x0) {to = 1 : si64} : (tensor<4xf64>) -> tensor<4xf32>
  return %y : tensor<4xf32>
}

func.func @bf16_to_f64(%x0: tensor<2xbf16>) -> tensor<2xf64> attributes {
    inputs = [dense<[1.5, 0xFF80]> : tensor<2xbf16>],
    outputs = [dense<[1.5, 0xFFF0000000000000]> : tensor<2xf64>]} {
  %y = onnx.Cast(%x0) {to = 11 : si64} : (tensor<2xbf16>) -> tensor<2xf64>
  return %y : tensor<2xf64>
}

func.func @f32_to_i8(%x0: tensor<5xf32>) -> tensor<5xi8> attributes {
    inputs = [dense<[-1.9, 1.9, 127.0, -128.0, 0.5]> : tensor<5xf32>],
    outputs = [dense<[-1, 1, 127, -128, 0]> : tensor<5xi8>]} {
  %y = onnx.Cast(%x0) {to = 3 : si64} : (tensor<5xf32>) -> tensor<5xi8>
  return %y : tensor<5xi8>
}

func.func @f32_to_ui8(%x0: tensor<3xf32>) -> tensor<3xui8> attributes {
    inputs = [dense<[0.9, 255.0, 7.5]> : tensor<3xf32>],
    outputs = [dense<[0, 255, 7]> : tensor<3xui8>]} {
  %y = onnx.Cast(%x0) {to = 2 : si64} : (tensor<3xf32>) -> tensor<3xui8>
  return %y : tensor<3xui8>
}

func.func @f32_to_i64(%x0: tensor<2xf32>) -> tensor<2xi64> attributes {
    inputs = [dense<[-2.5, 4.611686e+18]> : tensor<2xf32>],
    outputs = [dense<[-2, 4611686018427387904]> : tensor<2xi64>]} {
  %y = onnx.Cast(%x0) {to = 7 : si64} : (tensor<2xf32>) -> tensor<2xi64>
  return %y : tensor<2xi64>
}

func.func @f64_to_ui64(%x0: tensor<2xf64>) -> tensor<2xui64> attributes {
    inputs = [dense<[9.223372036854776e+18, 1.5]> : tensor<2xf64>],
    outputs = [dense<[9223372036854775808, 1]> : tensor<2xui64>]} {
  %y = onnx.Cast(%x0) {to = 13 : si64} : (tensor<2xf64>) -> tensor<2xui64>
  return %y : tensor<2xui64>
}

func.func @f16_to_i32(%x0: tensor<2xf16>) -> tensor<2xi32> attributes {
    inputs = [dense<[-3.75, 1000.0]> : tensor<2xf16>],
    outputs = [dense<[-3, 1000]> : tensor<2xi32>]} {
  %y = onnx.Cast(%x0) {to = 6 : si64} : (tensor<2xf16>) -> tensor<2xi32>
  return %y : tensor<2xi32>
}

func.func @i32_to_i8_wraps(%x0: tensor<3xi32>) -> tensor<3xi8> attributes {
    inputs = [dense<[300, -129, 127]> : tensor<3xi32>],
    outputs = [dense<[44, 127, 127]> : tensor<3xi8>]} {
  %y = onnx.Cast(%x0) {to = 3 : si64} : (tensor<3xi32>) -> tensor<3xi8>
  return %y : tensor<3xi8>
}

func.func @i64_to_ui16_wraps(%x0: tensor<2xi64>) -> tensor<2xui16> attributes {
    inputs = [dense<[-1, 65537]> : tensor<2xi64>],
    outputs = [dense<[65535, 1]> : tensor<2xui16>]} {
  %y = onnx.Cast(%x0) {to = 4 : si64} : (tensor<2xi64>) -> tensor<2xui16>
  return %y : tensor<2xui16>
}

func.func @i32_to_ui64(%x0: tensor<2xi32>) -> tensor<2xui64> attributes {
    inputs = [dense<[-1, 5]> : tensor<2xi32>],
    outputs = [dense<[18446744073709551615, 5]> : tensor<2xui64>]} {
  %y = onnx.Cast(%x0) {to = 13 : si64} : (tensor<2xi32>) -> tensor<2xui64>
  return %y : tensor<2xui64>
}

func.func @ui32_to_i64(%x0: tensor<1xui32>) -> tensor<1xi64> attributes {
    inputs = [dense<4294967295> : tensor<1xui32>],
    outputs = [dense<4294967295> : tensor<1xi64>]} {
  %y = onnx.Cast(%x0) {to = 7 : si64} : (tensor<1xui32>) -> tensor<1xi64>
  return %y : tensor<1xi64>
}

func.func @ui64_to_f32(%x0: tensor<2xui64>) -> tensor<2xf32> attributes {
    inputs = [dense<[9223372036854775808, 18446744073709551615]> : tensor<2xui64>],
    outputs = [dense<[9.223372e+18, 1.8446744e+19]> : tensor<2xf32>]} {
  %y = onnx.Cast(%x0) {to = 1 : si64} : (tensor<2xui64>) -> tensor<2xf32>
  return %y : tensor<2xf32>
}

func.func @ui64_to_f64(%x0: tensor<1xui64>) -> tensor<1xf64> attributes {
    inputs = [dense<9007199254740993> : tensor<1xui64>],
    outputs = [dense<9.007199254740992e+15> : tensor<1xf64>]} {
  %y = onnx.Cast(%x0) {to = 11 : si64} : (tensor<1xui64>) -> tensor<1xf64>
  return %y : tensor<1xf64>
}

func.func @i64_to_f32_rounds(%x0: tensor<2xi64>) -> tensor<2xf32> attributes {
    inputs = [dense<[16777217, -16777219]> : tensor<2xi64>],
    outputs = [dense<[1.6777216e+07, -1.677722e+07]> : tensor<2xf32>]} {
  %y = onnx.Cast(%x0) {to = 1 : si64} : (tensor<2xi64>) -> tensor<2xf32>
  return %y : tensor<2xf32>
}

func.func @f32_to_bool(%x0: tensor<5xf32>) -> tensor<5xi1> attributes {
    inputs = [dense<[0x7FC00000, 0.0, -0.0, 1.0e-30, 0xFF800000]> : tensor<5xf32>],
    outputs = [dense<[true, false, false, true, true]> : tensor<5xi1>]} {
  %y = onnx.Cast(%x0) {to = 9 : si64} : (tensor<5xf32>) -> tensor<5xi1>
  return %y : tensor<5xi1>
}

func.func @i8_to_bool(%x0: tensor<3xi8>) -> tensor<3xi1> attributes {
    inputs = [dense<[-128, 0, 2]> : tensor<3xi8>],
    outputs = [dense<[true, false, true]> : tensor<3xi1>]} {
  %y = onnx.Cast(%x0) {to = 9 : si64} : (tensor<3xi8>) -> tensor<3xi1>
  return %y : tensor<3xi1>
}

func.func @bool_to_f16(%x0: tensor<2xi1>) -> tensor<2xf16> attributes {
    inputs = [dense<[true, false]> : tensor<2xi1>],
    outputs = [dense<[1.0, 0.0]> : tensor<2xf16>]} {
  %y = onnx.Cast(%x0) {to = 10 : si64} : (tensor<2xi1>) -> tensor<2xf16>
  return %y : tensor<2xf16>
}

func.func @bool_to_i4(%x0: tensor<2xi1>) -> tensor<2xi4> attributes {
    inputs = [dense<[true, false]> : tensor<2xi1>],
    outputs = [dense<[1, 0]> : tensor<2xi4>]} {
  %y = onnx.Cast(%x0) {to = 22 : si64} : (tensor<2xi1>) -> tensor<2xi4>
  return %y : tensor<2xi4>
}

func.func @f32_to_i4(%x0: tensor<4xf32>) -> tensor<4xi4> attributes {
    inputs = [dense<[-8.0, 7.0, -1.5, 2.9]> : tensor<4xf32>],
    outputs = [dense<[-8, 7, -1, 2]> : tensor<4xi4>]} {
  %y = onnx.Cast(%x0) {to = 22 : si64} : (tensor<4xf32>) -> tensor<4xi4>
  return %y : tensor<4xi4>
}

func.func @f32_to_ui4(%x0: tensor<3xf32>) -> tensor<3xui4> attributes {
    inputs = [dense<[15.0, 0.5, 7.9]> : tensor<3xf32>],
    outputs = [dense<[15, 0, 7]> : tensor<3xui4>]} {
  %y = onnx.Cast(%x0) {to = 21 : si64} : (tensor<3xf32>) -> tensor<3xui4>
  return %y : tensor<3xui4>
}

func.func @i4_to_f32(%x0: tensor<3xi4>) -> tensor<3xf32> attributes {
    inputs = [dense<[-8, 7, -1]> : tensor<3xi4>],
    outputs = [dense<[-8.0, 7.0, -1.0]> : tensor<3xf32>]} {
  %y = onnx.Cast(%x0) {to = 1 : si64} : (tensor<3xi4>) -> tensor<3xf32>
  return %y : tensor<3xf32>
}

func.func @ui4_to_i8(%x0: tensor<2xui4>) -> tensor<2xi8> attributes {
    inputs = [dense<[15, 8]> : tensor<2xui4>],
    outputs = [dense<[15, 8]> : tensor<2xi8>]} {
  %y = onnx.Cast(%x0) {to = 3 : si64} : (tensor<2xui4>) -> tensor<2xi8>
  return %y : tensor<2xi8>
}

func.func @i8_to_i4_wraps(%x0: tensor<3xi8>) -> tensor<3xi4> attributes {
    inputs = [dense<[9, -9, 7]> : tensor<3xi8>],
    outputs = [dense<[-7, 7, 7]> : tensor<3xi4>]} {
  %y = onnx.Cast(%x0) {to = 22 : si64} : (tensor<3xi8>) -> tensor<3xi4>
  return %y : tensor<3xi4>
}

func.func @i2_to_f32(%x0: tensor<4xi2>) -> tensor<4xf32> attributes {
    inputs = [dense<[-2, -1, 0, 1]> : tensor<4xi2>],
    outputs = [dense<[-2.0, -1.0, 0.0, 1.0]> : tensor<4xf32>]} {
  %y = onnx.Cast(%x0) {to = 1 : si64} : (tensor<4xi2>) -> tensor<4xf32>
  return %y : tensor<4xf32>
}

func.func @f32_to_ui2(%x0: tensor<3xf32>) -> tensor<3xui2> attributes {
    inputs = [dense<[3.0, 0.0, 1.7]> : tensor<3xf32>],
    outputs = [dense<[3, 0, 1]> : tensor<3xui2>]} {
  %y = onnx.Cast(%x0) {to = 25 : si64} : (tensor<3xf32>) -> tensor<3xui2>
  return %y : tensor<3xui2>
}

func.func @ui2_to_i4(%x0: tensor<2xui2>) -> tensor<2xi4> attributes {
    inputs = [dense<[3, 1]> : tensor<2xui2>],
    outputs = [dense<[3, 1]> : tensor<2xi4>]} {
  %y = onnx.Cast(%x0) {to = 22 : si64} : (tensor<2xui2>) -> tensor<2xi4>
  return %y : tensor<2xi4>
}

func.func @f32_to_e4m3fn(%x0: tensor<9xf32>) -> tensor<9xf8E4M3FN> attributes {
    inputs = [dense<[1.0625, 1.1875, 449.0, 1000.0, 0xFF800000, 0x7FC00000, 0.001953125, 0.0009765625, -0.0]> : tensor<9xf32>],
    outputs = [dense<[0x38, 0x3A, 0x7E, 0x7E, 0xFE, 0x7F, 0x01, 0x00, 0x80]> : tensor<9xf8E4M3FN>]} {
  %y = onnx.Cast(%x0) {to = 17 : si64} : (tensor<9xf32>) -> tensor<9xf8E4M3FN>
  return %y : tensor<9xf8E4M3FN>
}

func.func @f32_to_e4m3fn_overflows(%x0: tensor<3xf32>) -> tensor<3xf8E4M3FN> attributes {
    inputs = [dense<[1000.0, 0xFF800000, 448.0]> : tensor<3xf32>],
    outputs = [dense<[0x7F, 0xFF, 0x7E]> : tensor<3xf8E4M3FN>]} {
  %y = onnx.Cast(%x0) {to = 17 : si64, saturate = 0 : si64} : (tensor<3xf32>) -> tensor<3xf8E4M3FN>
  return %y : tensor<3xf8E4M3FN>
}

func.func @f32_to_e5m2(%x0: tensor<6xf32>) -> tensor<6xf8E5M2> attributes {
    inputs = [dense<[1.125, 1.375, 70000.0, 0x7F800000, 0x7FC00000, 1.5258789e-05]> : tensor<6xf32>],
    outputs = [dense<[0x3C, 0x3E, 0x7B, 0x7B, 0x7E, 0x01]> : tensor<6xf8E5M2>]} {
  %y = onnx.Cast(%x0) {to = 19 : si64} : (tensor<6xf32>) -> tensor<6xf8E5M2>
  return %y : tensor<6xf8E5M2>
}

func.func @f32_to_e5m2_overflows(%x0: tensor<2xf32>) -> tensor<2xf8E5M2> attributes {
    inputs = [dense<[70000.0, 0xFF800000]> : tensor<2xf32>],
    outputs = [dense<[0x7C, 0xFC]> : tensor<2xf8E5M2>]} {
  %y = onnx.Cast(%x0) {to = 19 : si64, saturate = 0 : si64} : (tensor<2xf32>) -> tensor<2xf8E5M2>
  return %y : tensor<2xf8E5M2>
}

func.func @f32_to_e4m3fnuz(%x0: tensor<4xf32>) -> tensor<4xf8E4M3FNUZ> attributes {
    inputs = [dense<[-0.0, 1000.0, 0x7FC00000, 1.0]> : tensor<4xf32>],
    outputs = [dense<[0x00, 0x7F, 0x80, 0x40]> : tensor<4xf8E4M3FNUZ>]} {
  %y = onnx.Cast(%x0) {to = 18 : si64} : (tensor<4xf32>) -> tensor<4xf8E4M3FNUZ>
  return %y : tensor<4xf8E4M3FNUZ>
}

func.func @f32_to_e5m2fnuz(%x0: tensor<4xf32>) -> tensor<4xf8E5M2FNUZ> attributes {
    inputs = [dense<[-0.0, 1.0e+09, 0x7FC00000, 1.0]> : tensor<4xf32>],
    outputs = [dense<[0x00, 0x7F, 0x80, 0x40]> : tensor<4xf8E5M2FNUZ>]} {
  %y = onnx.Cast(%x0) {to = 20 : si64} : (tensor<4xf32>) -> tensor<4xf8E5M2FNUZ>
  return %y : tensor<4xf8E5M2FNUZ>
}

func.func @e4m3fn_to_f32(%x0: tensor<4xf8E4M3FN>) -> tensor<4xf32> attributes {
    inputs = [dense<[0x7E, 0x01, 0xFF, 0x80]> : tensor<4xf8E4M3FN>],
    outputs = [dense<[448.0, 0.001953125, 0x7FC00000, -0.0]> : tensor<4xf32>]} {
  %y = onnx.Cast(%x0) {to = 1 : si64} : (tensor<4xf8E4M3FN>) -> tensor<4xf32>
  return %y : tensor<4xf32>
}

func.func @e5m2_to_f16(%x0: tensor<4xf8E5M2>) -> tensor<4xf16> attributes {
    inputs = [dense<[0x7B, 0x7C, 0xFE, 0x01]> : tensor<4xf8E5M2>],
    outputs = [dense<[57340.0, 0x7C00, 0x7E00, 1.526e-05]> : tensor<4xf16>]} {
  %y = onnx.Cast(%x0) {to = 10 : si64} : (tensor<4xf8E5M2>) -> tensor<4xf16>
  return %y : tensor<4xf16>
}

func.func @e5m2_to_e4m3fn(%x0: tensor<2xf8E5M2>) -> tensor<2xf8E4M3FN> attributes {
    inputs = [dense<[0x3C, 0x7B]> : tensor<2xf8E5M2>],
    outputs = [dense<[0x38, 0x7E]> : tensor<2xf8E4M3FN>]} {
  %y = onnx.Cast(%x0) {to = 17 : si64} : (tensor<2xf8E5M2>) -> tensor<2xf8E4M3FN>
  return %y : tensor<2xf8E4M3FN>
}

func.func @f16_to_e4m3fn(%x0: tensor<2xf16>) -> tensor<2xf8E4M3FN> attributes {
    inputs = [dense<[1.0, 60000.0]> : tensor<2xf16>],
    outputs = [dense<[0x38, 0x7E]> : tensor<2xf8E4M3FN>]} {
  %y = onnx.Cast(%x0) {to = 17 : si64} : (tensor<2xf16>) -> tensor<2xf8E4M3FN>
  return %y : tensor<2xf8E4M3FN>
}

func.func @f32_to_e2m1(%x0: tensor<10xf32>) -> tensor<10xf4E2M1FN> attributes {
    inputs = [dense<[0.25, 0.75, 1.25, 1.75, 2.5, 3.5, 5.0, 7.0, 0xFF800000, 0.3]> : tensor<10xf32>],
    outputs = [dense<[0x0, 0x2, 0x2, 0x4, 0x4, 0x6, 0x6, 0x7, 0xF, 0x1]> : tensor<10xf4E2M1FN>]} {
  %y = onnx.Cast(%x0) {to = 23 : si64} : (tensor<10xf32>) -> tensor<10xf4E2M1FN>
  return %y : tensor<10xf4E2M1FN>
}

func.func @e2m1_to_f32(%x0: tensor<4xf4E2M1FN>) -> tensor<4xf32> attributes {
    inputs = [dense<[0x1, 0x7, 0x8, 0xD]> : tensor<4xf4E2M1FN>],
    outputs = [dense<[0.5, 6.0, -0.0, -3.0]> : tensor<4xf32>]} {
  %y = onnx.Cast(%x0) {to = 1 : si64} : (tensor<4xf4E2M1FN>) -> tensor<4xf32>
  return %y : tensor<4xf32>
}

func.func @e8m0_to_f32(%x0: tensor<4xf8E8M0FNU>) -> tensor<4xf32> attributes {
    inputs = [dense<[0x7F, 0x00, 0xFE, 0xFF]> : tensor<4xf8E8M0FNU>],
    outputs = [dense<[1.0, 5.877472e-39, 1.7014118e+38, 0x7FC00000]> : tensor<4xf32>]} {
  %y = onnx.Cast(%x0) {to = 1 : si64} : (tensor<4xf8E8M0FNU>) -> tensor<4xf32>
  return %y : tensor<4xf32>
}

func.func @f32_to_e8m0_up(%x0: tensor<5xf32>) -> tensor<5xf8E8M0FNU> attributes {
    inputs = [dense<[1.0, 1.5, 3.0, 5.877472e-39, 0x7FC00000]> : tensor<5xf32>],
    outputs = [dense<[0x7F, 0x80, 0x81, 0x00, 0xFF]> : tensor<5xf8E8M0FNU>]} {
  %y = onnx.Cast(%x0) {to = 24 : si64} : (tensor<5xf32>) -> tensor<5xf8E8M0FNU>
  return %y : tensor<5xf8E8M0FNU>
}

func.func @f32_to_e8m0_down(%x0: tensor<2xf32>) -> tensor<2xf8E8M0FNU> attributes {
    inputs = [dense<[1.9, 3.0]> : tensor<2xf32>],
    outputs = [dense<[0x7F, 0x80]> : tensor<2xf8E8M0FNU>]} {
  %y = onnx.Cast(%x0) {to = 24 : si64, round_mode = "down"} : (tensor<2xf32>) -> tensor<2xf8E8M0FNU>
  return %y : tensor<2xf8E8M0FNU>
}

func.func @f32_to_e8m0_nearest(%x0: tensor<2xf32>) -> tensor<2xf8E8M0FNU> attributes {
    inputs = [dense<[1.4, 1.6]> : tensor<2xf32>],
    outputs = [dense<[0x7F, 0x80]> : tensor<2xf8E8M0FNU>]} {
  %y = onnx.Cast(%x0) {to = 24 : si64, round_mode = "nearest"} : (tensor<2xf32>) -> tensor<2xf8E8M0FNU>
  return %y : tensor<2xf8E8M0FNU>
}

func.func @rank_0(%x0: tensor<i32>) -> tensor<f32> attributes {
    inputs = [dense<7> : tensor<i32>],
    outputs = [dense<7.0> : tensor<f32>]} {
  %y = onnx.Cast(%x0) {to = 1 : si64} : (tensor<i32>) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @empty(%x0: tensor<0x2xf32>) -> tensor<0x2xi8> attributes {
    inputs = [dense<> : tensor<0x2xf32>],
    outputs = [dense<> : tensor<0x2xi8>]} {
  %y = onnx.Cast(%x0) {to = 3 : si64} : (tensor<0x2xf32>) -> tensor<0x2xi8>
  return %y : tensor<0x2xi8>
}

// Ties to even, just beyond one (which single precision does not show), the least halves, overflow.
func.func @f64_to_f16_once(%x0: tensor<12xf64>) -> tensor<12xf16> attributes {
    inputs = [dense<[2049.0, 2049.0000000001, 2050.9999999999, -2051.0, 65519.99999999, 65520.0, 2.98023223876953125e-08, 2.980232238769532e-08, 5.9604644775390625e-08, 1.0e300, 0xFFF0000000000000, 0x7FF8000000000000]> : tensor<12xf64>],
    outputs = [dense<[2048.0, 2050.0, 2050.0, -2052.0, 65504.0, 0x7C00, 0.0, 0x0001, 0x0001, 0x7C00, 0xFC00, 0x7E00]> : tensor<12xf16>]} {
  %y = onnx.Cast(%x0) {to = 10 : si64} : (tensor<12xf64>) -> tensor<12xf16>
  return %y : tensor<12xf16>
}

func.func @f64_to_bf16_once(%x0: tensor<4xf64>) -> tensor<4xbf16> attributes {
    inputs = [dense<[1.00390625, 1.00390625000000000001, 1.003906250000001, -1.011718749999999]> : tensor<4xf64>],
    outputs = [dense<[1.0, 1.0, 1.0078125, -1.0078125]> : tensor<4xbf16>]} {
  %y = onnx.Cast(%x0) {to = 16 : si64} : (tensor<4xf64>) -> tensor<4xbf16>
  return %y : tensor<4xbf16>
}

func.func @f32_to_f16_edges(%x0: tensor<19xf32>) -> tensor<19xf16> attributes {
    inputs = [dense<[0.0, -0.0, 1.0, 0x3F801000, 0x3F801001, 0x3F803000, 65519.0, 65520.0, 65536.0, -1.0e9, 0x387FFFFF, 0x387FC000, 0x33800000, 0x33000000, 0x33000001, 0x33C00000, 0x7F800000, 0xFF800000, 0x7FC00000]> : tensor<19xf32>],
    outputs = [dense<[0.0, -0.0, 1.0, 0x3C00, 0x3C01, 0x3C02, 65504.0, 0x7C00, 0x7C00, 0xFC00, 0x0400, 0x03FF, 0x0001, 0.0, 0x0001, 0x0002, 0x7C00, 0xFC00, 0x7E00]> : tensor<19xf16>]} {
  %y = onnx.Cast(%x0) {to = 10 : si64} : (tensor<19xf32>) -> tensor<19xf16>
  return %y : tensor<19xf16>
}

func.func @f16_to_f32(%x0: tensor<17xf16>) -> tensor<17xf32> attributes {
    inputs = [dense<[0.0, -0.0, 1.0, 0x3C01, 65504.0, 0x0400, 0x03FF, 0x0001, 0x8001, 0x83FF, 0xFBFF, 0x7C00, 0xFC00, 0x7E00, 0x0200, 0x7BFF, 0xBC00]> : tensor<17xf16>],
    outputs = [dense<[0.0, -0.0, 1.0, 0x3F802000, 65504.0, 0x38800000, 0x387FC000, 0x33800000, 0xB3800000, 0xB87FC000, -65504.0, 0x7F800000, 0xFF800000, 0x7FC00000, 0x38000000, 65504.0, -1.0]> : tensor<17xf32>]} {
  %y = onnx.Cast(%x0) {to = 1 : si64} : (tensor<17xf16>) -> tensor<17xf32>
  return %y : tensor<17xf32>
}
