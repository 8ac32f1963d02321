// SPDX-License-Identifier: Apache-2.0
// Max, Min and Clip: NaN, infinities, all types, bounds in the wrong order.

func.func @max_nan(%x0: tensor<5xf32>, %x1: tensor<5xf32>) -> tensor<5xf32> attributes {
    inputs = [dense<[0x7FC00000, 1.0, 0xFF800000, 0x7FC00000, 2.0]> : tensor<5xf32>, dense<[1.0, 0x7FC00000, 0x7F800000, 0x7FC00000, 3.0]> : tensor<5xf32>],
    outputs = [dense<[0x7FC00000, 0x7FC00000, 0x7F800000, 0x7FC00000, 3.0]> : tensor<5xf32>]} {
  %y = onnx.Max(%x0, %x1) : (tensor<5xf32>, tensor<5xf32>) -> tensor<5xf32>
  return %y : tensor<5xf32>
}

func.func @min_nan(%x0: tensor<5xf32>, %x1: tensor<5xf32>) -> tensor<5xf32> attributes {
    inputs = [dense<[0x7FC00000, 1.0, 0xFF800000, 0x7FC00000, 2.0]> : tensor<5xf32>, dense<[1.0, 0x7FC00000, 0x7F800000, 0x7FC00000, 3.0]> : tensor<5xf32>],
    outputs = [dense<[0x7FC00000, 0x7FC00000, 0xFF800000, 0x7FC00000, 2.0]> : tensor<5xf32>]} {
  %y = onnx.Min(%x0, %x1) : (tensor<5xf32>, tensor<5xf32>) -> tensor<5xf32>
  return %y : tensor<5xf32>
}

func.func @max_i8(%x0: tensor<3xi8>, %x1: tensor<3xi8>) -> tensor<3xi8> attributes {
    inputs = [dense<[127, -128, 3]> : tensor<3xi8>, dense<[1, 2, 1]> : tensor<3xi8>],
    outputs = [dense<[127, 2, 3]> : tensor<3xi8>]} {
  %y = onnx.Max(%x0, %x1) : (tensor<3xi8>, tensor<3xi8>) -> tensor<3xi8>
  return %y : tensor<3xi8>
}

func.func @min_i8(%x0: tensor<3xi8>, %x1: tensor<3xi8>) -> tensor<3xi8> attributes {
    inputs = [dense<[127, -128, 3]> : tensor<3xi8>, dense<[1, 2, 1]> : tensor<3xi8>],
    outputs = [dense<[1, -128, 1]> : tensor<3xi8>]} {
  %y = onnx.Min(%x0, %x1) : (tensor<3xi8>, tensor<3xi8>) -> tensor<3xi8>
  return %y : tensor<3xi8>
}

func.func @clip_i8(%x0: tensor<3xi8>, %x1: tensor<i8>, %x2: tensor<i8>) -> tensor<3xi8> attributes {
    inputs = [dense<[127, -128, 3]> : tensor<3xi8>, dense<1> : tensor<i8>, dense<2> : tensor<i8>],
    outputs = [dense<[2, 1, 2]> : tensor<3xi8>]} {
  %y = onnx.Clip(%x0, %x1, %x2) : (tensor<3xi8>, tensor<i8>, tensor<i8>) -> tensor<3xi8>
  return %y : tensor<3xi8>
}

func.func @max_i16(%x0: tensor<3xi16>, %x1: tensor<3xi16>) -> tensor<3xi16> attributes {
    inputs = [dense<[32767, -32768, 3]> : tensor<3xi16>, dense<[1, 2, 1]> : tensor<3xi16>],
    outputs = [dense<[32767, 2, 3]> : tensor<3xi16>]} {
  %y = onnx.Max(%x0, %x1) : (tensor<3xi16>, tensor<3xi16>) -> tensor<3xi16>
  return %y : tensor<3xi16>
}

func.func @min_i16(%x0: tensor<3xi16>, %x1: tensor<3xi16>) -> tensor<3xi16> attributes {
    inputs = [dense<[32767, -32768, 3]> : tensor<3xi16>, dense<[1, 2, 1]> : tensor<3xi16>],
    outputs = [dense<[1, -32768, 1]> : tensor<3xi16>]} {
  %y = onnx.Min(%x0, %x1) : (tensor<3xi16>, tensor<3xi16>) -> tensor<3xi16>
  return %y : tensor<3xi16>
}

func.func @clip_i16(%x0: tensor<3xi16>, %x1: tensor<i16>, %x2: tensor<i16>) -> tensor<3xi16> attributes {
    inputs = [dense<[32767, -32768, 3]> : tensor<3xi16>, dense<1> : tensor<i16>, dense<2> : tensor<i16>],
    outputs = [dense<[2, 1, 2]> : tensor<3xi16>]} {
  %y = onnx.Clip(%x0, %x1, %x2) : (tensor<3xi16>, tensor<i16>, tensor<i16>) -> tensor<3xi16>
  return %y : tensor<3xi16>
}

func.func @max_i32(%x0: tensor<3xi32>, %x1: tensor<3xi32>) -> tensor<3xi32> attributes {
    inputs = [dense<[2147483647, -2147483648, 3]> : tensor<3xi32>, dense<[1, 2, 1]> : tensor<3xi32>],
    outputs = [dense<[2147483647, 2, 3]> : tensor<3xi32>]} {
  %y = onnx.Max(%x0, %x1) : (tensor<3xi32>, tensor<3xi32>) -> tensor<3xi32>
  return %y : tensor<3xi32>
}

func.func @min_i32(%x0: tensor<3xi32>, %x1: tensor<3xi32>) -> tensor<3xi32> attributes {
    inputs = [dense<[2147483647, -2147483648, 3]> : tensor<3xi32>, dense<[1, 2, 1]> : tensor<3xi32>],
    outputs = [dense<[1, -2147483648, 1]> : tensor<3xi32>]} {
  %y = onnx.Min(%x0, %x1) : (tensor<3xi32>, tensor<3xi32>) -> tensor<3xi32>
  return %y : tensor<3xi32>
}

func.func @clip_i32(%x0: tensor<3xi32>, %x1: tensor<i32>, %x2: tensor<i32>) -> tensor<3xi32> attributes {
    inputs = [dense<[2147483647, -2147483648, 3]> : tensor<3xi32>, dense<1> : tensor<i32>, dense<2> : tensor<i32>],
    outputs = [dense<[2, 1, 2]> : tensor<3xi32>]} {
  %y = onnx.Clip(%x0, %x1, %x2) : (tensor<3xi32>, tensor<i32>, tensor<i32>) -> tensor<3xi32>
  return %y : tensor<3xi32>
}

func.func @max_i64(%x0: tensor<3xi64>, %x1: tensor<3xi64>) -> tensor<3xi64> attributes {
    inputs = [dense<[9223372036854775807, -9223372036854775808, 3]> : tensor<3xi64>, dense<[1, 2, 1]> : tensor<3xi64>],
    outputs = [dense<[9223372036854775807, 2, 3]> : tensor<3xi64>]} {
  %y = onnx.Max(%x0, %x1) : (tensor<3xi64>, tensor<3xi64>) -> tensor<3xi64>
  return %y : tensor<3xi64>
}

func.func @min_i64(%x0: tensor<3xi64>, %x1: tensor<3xi64>) -> tensor<3xi64> attributes {
    inputs = [dense<[9223372036854775807, -9223372036854775808, 3]> : tensor<3xi64>, dense<[1, 2, 1]> : tensor<3xi64>],
    outputs = [dense<[1, -9223372036854775808, 1]> : tensor<3xi64>]} {
  %y = onnx.Min(%x0, %x1) : (tensor<3xi64>, tensor<3xi64>) -> tensor<3xi64>
  return %y : tensor<3xi64>
}

func.func @clip_i64(%x0: tensor<3xi64>, %x1: tensor<i64>, %x2: tensor<i64>) -> tensor<3xi64> attributes {
    inputs = [dense<[9223372036854775807, -9223372036854775808, 3]> : tensor<3xi64>, dense<1> : tensor<i64>, dense<2> : tensor<i64>],
    outputs = [dense<[2, 1, 2]> : tensor<3xi64>]} {
  %y = onnx.Clip(%x0, %x1, %x2) : (tensor<3xi64>, tensor<i64>, tensor<i64>) -> tensor<3xi64>
  return %y : tensor<3xi64>
}

func.func @max_ui8(%x0: tensor<3xui8>, %x1: tensor<3xui8>) -> tensor<3xui8> attributes {
    inputs = [dense<[255, 0, 3]> : tensor<3xui8>, dense<[1, 2, 1]> : tensor<3xui8>],
    outputs = [dense<[255, 2, 3]> : tensor<3xui8>]} {
  %y = onnx.Max(%x0, %x1) : (tensor<3xui8>, tensor<3xui8>) -> tensor<3xui8>
  return %y : tensor<3xui8>
}

func.func @min_ui8(%x0: tensor<3xui8>, %x1: tensor<3xui8>) -> tensor<3xui8> attributes {
    inputs = [dense<[255, 0, 3]> : tensor<3xui8>, dense<[1, 2, 1]> : tensor<3xui8>],
    outputs = [dense<[1, 0, 1]> : tensor<3xui8>]} {
  %y = onnx.Min(%x0, %x1) : (tensor<3xui8>, tensor<3xui8>) -> tensor<3xui8>
  return %y : tensor<3xui8>
}

func.func @clip_ui8(%x0: tensor<3xui8>, %x1: tensor<ui8>, %x2: tensor<ui8>) -> tensor<3xui8> attributes {
    inputs = [dense<[255, 0, 3]> : tensor<3xui8>, dense<1> : tensor<ui8>, dense<2> : tensor<ui8>],
    outputs = [dense<[2, 1, 2]> : tensor<3xui8>]} {
  %y = onnx.Clip(%x0, %x1, %x2) : (tensor<3xui8>, tensor<ui8>, tensor<ui8>) -> tensor<3xui8>
  return %y : tensor<3xui8>
}

func.func @max_ui16(%x0: tensor<3xui16>, %x1: tensor<3xui16>) -> tensor<3xui16> attributes {
    inputs = [dense<[65535, 0, 3]> : tensor<3xui16>, dense<[1, 2, 1]> : tensor<3xui16>],
    outputs = [dense<[65535, 2, 3]> : tensor<3xui16>]} {
  %y = onnx.Max(%x0, %x1) : (tensor<3xui16>, tensor<3xui16>) -> tensor<3xui16>
  return %y : tensor<3xui16>
}

func.func @min_ui16(%x0: tensor<3xui16>, %x1: tensor<3xui16>) -> tensor<3xui16> attributes {
    inputs = [dense<[65535, 0, 3]> : tensor<3xui16>, dense<[1, 2, 1]> : tensor<3xui16>],
    outputs = [dense<[1, 0, 1]> : tensor<3xui16>]} {
  %y = onnx.Min(%x0, %x1) : (tensor<3xui16>, tensor<3xui16>) -> tensor<3xui16>
  return %y : tensor<3xui16>
}

func.func @clip_ui16(%x0: tensor<3xui16>, %x1: tensor<ui16>, %x2: tensor<ui16>) -> tensor<3xui16> attributes {
    inputs = [dense<[65535, 0, 3]> : tensor<3xui16>, dense<1> : tensor<ui16>, dense<2> : tensor<ui16>],
    outputs = [dense<[2, 1, 2]> : tensor<3xui16>]} {
  %y = onnx.Clip(%x0, %x1, %x2) : (tensor<3xui16>, tensor<ui16>, tensor<ui16>) -> tensor<3xui16>
  return %y : tensor<3xui16>
}

func.func @max_ui32(%x0: tensor<3xui32>, %x1: tensor<3xui32>) -> tensor<3xui32> attributes {
    inputs = [dense<[4294967295, 0, 3]> : tensor<3xui32>, dense<[1, 2, 1]> : tensor<3xui32>],
    outputs = [dense<[4294967295, 2, 3]> : tensor<3xui32>]} {
  %y = onnx.Max(%x0, %x1) : (tensor<3xui32>, tensor<3xui32>) -> tensor<3xui32>
  return %y : tensor<3xui32>
}

func.func @min_ui32(%x0: tensor<3xui32>, %x1: tensor<3xui32>) -> tensor<3xui32> attributes {
    inputs = [dense<[4294967295, 0, 3]> : tensor<3xui32>, dense<[1, 2, 1]> : tensor<3xui32>],
    outputs = [dense<[1, 0, 1]> : tensor<3xui32>]} {
  %y = onnx.Min(%x0, %x1) : (tensor<3xui32>, tensor<3xui32>) -> tensor<3xui32>
  return %y : tensor<3xui32>
}

func.func @clip_ui32(%x0: tensor<3xui32>, %x1: tensor<ui32>, %x2: tensor<ui32>) -> tensor<3xui32> attributes {
    inputs = [dense<[4294967295, 0, 3]> : tensor<3xui32>, dense<1> : tensor<ui32>, dense<2> : tensor<ui32>],
    outputs = [dense<[2, 1, 2]> : tensor<3xui32>]} {
  %y = onnx.Clip(%x0, %x1, %x2) : (tensor<3xui32>, tensor<ui32>, tensor<ui32>) -> tensor<3xui32>
  return %y : tensor<3xui32>
}

func.func @max_ui64(%x0: tensor<3xui64>, %x1: tensor<3xui64>) -> tensor<3xui64> attributes {
    inputs = [dense<[18446744073709551615, 0, 3]> : tensor<3xui64>, dense<[1, 2, 1]> : tensor<3xui64>],
    outputs = [dense<[18446744073709551615, 2, 3]> : tensor<3xui64>]} {
  %y = onnx.Max(%x0, %x1) : (tensor<3xui64>, tensor<3xui64>) -> tensor<3xui64>
  return %y : tensor<3xui64>
}

func.func @min_ui64(%x0: tensor<3xui64>, %x1: tensor<3xui64>) -> tensor<3xui64> attributes {
    inputs = [dense<[18446744073709551615, 0, 3]> : tensor<3xui64>, dense<[1, 2, 1]> : tensor<3xui64>],
    outputs = [dense<[1, 0, 1]> : tensor<3xui64>]} {
  %y = onnx.Min(%x0, %x1) : (tensor<3xui64>, tensor<3xui64>) -> tensor<3xui64>
  return %y : tensor<3xui64>
}

func.func @clip_ui64(%x0: tensor<3xui64>, %x1: tensor<ui64>, %x2: tensor<ui64>) -> tensor<3xui64> attributes {
    inputs = [dense<[18446744073709551615, 0, 3]> : tensor<3xui64>, dense<1> : tensor<ui64>, dense<2> : tensor<ui64>],
    outputs = [dense<[2, 1, 2]> : tensor<3xui64>]} {
  %y = onnx.Clip(%x0, %x1, %x2) : (tensor<3xui64>, tensor<ui64>, tensor<ui64>) -> tensor<3xui64>
  return %y : tensor<3xui64>
}

func.func @max_f16(%x0: tensor<3xf16>, %x1: tensor<3xf16>) -> tensor<3xf16> attributes {
    inputs = [dense<[1.5, -2.0, 3.0]> : tensor<3xf16>, dense<[1.0, 2.0, 1.0]> : tensor<3xf16>],
    outputs = [dense<[1.5, 2.0, 3.0]> : tensor<3xf16>]} {
  %y = onnx.Max(%x0, %x1) : (tensor<3xf16>, tensor<3xf16>) -> tensor<3xf16>
  return %y : tensor<3xf16>
}

func.func @min_f16(%x0: tensor<3xf16>, %x1: tensor<3xf16>) -> tensor<3xf16> attributes {
    inputs = [dense<[1.5, -2.0, 3.0]> : tensor<3xf16>, dense<[1.0, 2.0, 1.0]> : tensor<3xf16>],
    outputs = [dense<[1.0, -2.0, 1.0]> : tensor<3xf16>]} {
  %y = onnx.Min(%x0, %x1) : (tensor<3xf16>, tensor<3xf16>) -> tensor<3xf16>
  return %y : tensor<3xf16>
}

func.func @clip_f16(%x0: tensor<3xf16>, %x1: tensor<f16>, %x2: tensor<f16>) -> tensor<3xf16> attributes {
    inputs = [dense<[1.5, -2.0, 3.0]> : tensor<3xf16>, dense<1.0> : tensor<f16>, dense<2.0> : tensor<f16>],
    outputs = [dense<[1.5, 1.0, 2.0]> : tensor<3xf16>]} {
  %y = onnx.Clip(%x0, %x1, %x2) : (tensor<3xf16>, tensor<f16>, tensor<f16>) -> tensor<3xf16>
  return %y : tensor<3xf16>
}

func.func @max_f64(%x0: tensor<3xf64>, %x1: tensor<3xf64>) -> tensor<3xf64> attributes {
    inputs = [dense<[1.5, -2.0, 3.0]> : tensor<3xf64>, dense<[1.0, 2.0, 1.0]> : tensor<3xf64>],
    outputs = [dense<[1.5, 2.0, 3.0]> : tensor<3xf64>]} {
  %y = onnx.Max(%x0, %x1) : (tensor<3xf64>, tensor<3xf64>) -> tensor<3xf64>
  return %y : tensor<3xf64>
}

func.func @min_f64(%x0: tensor<3xf64>, %x1: tensor<3xf64>) -> tensor<3xf64> attributes {
    inputs = [dense<[1.5, -2.0, 3.0]> : tensor<3xf64>, dense<[1.0, 2.0, 1.0]> : tensor<3xf64>],
    outputs = [dense<[1.0, -2.0, 1.0]> : tensor<3xf64>]} {
  %y = onnx.Min(%x0, %x1) : (tensor<3xf64>, tensor<3xf64>) -> tensor<3xf64>
  return %y : tensor<3xf64>
}

func.func @clip_f64(%x0: tensor<3xf64>, %x1: tensor<f64>, %x2: tensor<f64>) -> tensor<3xf64> attributes {
    inputs = [dense<[1.5, -2.0, 3.0]> : tensor<3xf64>, dense<1.0> : tensor<f64>, dense<2.0> : tensor<f64>],
    outputs = [dense<[1.5, 1.0, 2.0]> : tensor<3xf64>]} {
  %y = onnx.Clip(%x0, %x1, %x2) : (tensor<3xf64>, tensor<f64>, tensor<f64>) -> tensor<3xf64>
  return %y : tensor<3xf64>
}

func.func @max_bf16(%x0: tensor<2xbf16>, %x1: tensor<1xbf16>) -> tensor<2xbf16> attributes {
    inputs = [dense<[1.0, 0x7FC0]> : tensor<2xbf16>, dense<2.0> : tensor<1xbf16>],
    outputs = [dense<[2.0, 0x7FC0]> : tensor<2xbf16>]} {
  %y = onnx.Max(%x0, %x1) : (tensor<2xbf16>, tensor<1xbf16>) -> tensor<2xbf16>
  return %y : tensor<2xbf16>
}

func.func @clip_nan(%x0: tensor<4xf32>, %x1: tensor<f32>, %x2: tensor<f32>) -> tensor<4xf32> attributes {
    inputs = [dense<[0x7FC00000, 0x7F800000, 0xFF800000, 0.5]> : tensor<4xf32>, dense<-1.0> : tensor<f32>, dense<1.0> : tensor<f32>],
    outputs = [dense<[0x7FC00000, 1.0, -1.0, 0.5]> : tensor<4xf32>]} {
  %y = onnx.Clip(%x0, %x1, %x2) : (tensor<4xf32>, tensor<f32>, tensor<f32>) -> tensor<4xf32>
  return %y : tensor<4xf32>
}

func.func @clip_no_min(%x0: tensor<2xf32>, %x2: tensor<f32>) -> tensor<2xf32> attributes {
    inputs = [dense<[5.0, -5.0]> : tensor<2xf32>, dense<1.0> : tensor<f32>],
    outputs = [dense<[1.0, -5.0]> : tensor<2xf32>]} {
  %n1 = onnx.None() : () -> none
  %y = onnx.Clip(%x0, %n1, %x2) : (tensor<2xf32>, none, tensor<f32>) -> tensor<2xf32>
  return %y : tensor<2xf32>
}

func.func @clip_no_bounds(%x0: tensor<2xf32>) -> tensor<2xf32> attributes {
    inputs = [dense<[5.0, -5.0]> : tensor<2xf32>],
    outputs = [dense<[5.0, -5.0]> : tensor<2xf32>]} {
  %n1 = onnx.None() : () -> none
  %n2 = onnx.None() : () -> none
  %y = onnx.Clip(%x0, %n1, %n2) : (tensor<2xf32>, none, none) -> tensor<2xf32>
  return %y : tensor<2xf32>
}

// min(max(x, 6), 4).
func.func @clip_crossed(%x0: tensor<3xf32>, %x1: tensor<f32>, %x2: tensor<f32>) -> tensor<3xf32> attributes {
    inputs = [dense<[0.0, 5.0, 9.0]> : tensor<3xf32>, dense<6.0> : tensor<f32>, dense<4.0> : tensor<f32>],
    outputs = [dense<4.0> : tensor<3xf32>]} {
  %y = onnx.Clip(%x0, %x1, %x2) : (tensor<3xf32>, tensor<f32>, tensor<f32>) -> tensor<3xf32>
  return %y : tensor<3xf32>
}

func.func @max_three_broadcast(%x0: tensor<2x1xi32>, %x1: tensor<3xi32>, %x2: tensor<i32>) -> tensor<2x3xi32> attributes {
    inputs = [dense<[[1], [4]]> : tensor<2x1xi32>, dense<[2, 3, 0]> : tensor<3xi32>, dense<1> : tensor<i32>],
    outputs = [dense<[[2, 3, 1], [4, 4, 4]]> : tensor<2x3xi32>]} {
  %y = onnx.Max(%x0, %x1, %x2) : (tensor<2x1xi32>, tensor<3xi32>, tensor<i32>) -> tensor<2x3xi32>
  return %y : tensor<2x3xi32>
}
