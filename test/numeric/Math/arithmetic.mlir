// SPDX-License-Identifier: Apache-2.0
// Add, Sub, Mul, Div, Neg, Abs: broadcasting on both sides, all widths of integers (which wrap), rank 0,
// no elements, infinities.

func.func @broadcast_both(%x0: tensor<3x1x2xf32>, %x1: tensor<2x1xf32>) -> tensor<3x2x2xf32> attributes {
    inputs = [dense<[[[0.0, 1.0]], [[2.0, 3.0]], [[4.0, 5.0]]]> : tensor<3x1x2xf32>, dense<[[10.0], [20.0]]> : tensor<2x1xf32>],
    outputs = [dense<[[[10.0, 11.0], [20.0, 21.0]], [[12.0, 13.0], [22.0, 23.0]], [[14.0, 15.0], [24.0, 25.0]]]> : tensor<3x2x2xf32>]} {
  %y = onnx.Add(%x0, %x1) : (tensor<3x1x2xf32>, tensor<2x1xf32>) -> tensor<3x2x2xf32>
  return %y : tensor<3x2x2xf32>
}

func.func @rank_0(%x0: tensor<f32>, %x1: tensor<f32>) -> tensor<f32> attributes {
    inputs = [dense<3.0> : tensor<f32>, dense<-2.0> : tensor<f32>],
    outputs = [dense<-6.0> : tensor<f32>]} {
  %y = onnx.Mul(%x0, %x1) : (tensor<f32>, tensor<f32>) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @scalar_and_empty(%x0: tensor<0x3xf32>, %x1: tensor<f32>) -> tensor<0x3xf32> attributes {
    inputs = [dense<> : tensor<0x3xf32>, dense<1.0> : tensor<f32>],
    outputs = [dense<> : tensor<0x3xf32>]} {
  %y = onnx.Sub(%x0, %x1) : (tensor<0x3xf32>, tensor<f32>) -> tensor<0x3xf32>
  return %y : tensor<0x3xf32>
}

func.func @broadcast_to_empty(%x0: tensor<2x0x1xf32>, %x1: tensor<1x4xf32>) -> tensor<2x0x4xf32> attributes {
    inputs = [dense<> : tensor<2x0x1xf32>, dense<1.0> : tensor<1x4xf32>],
    outputs = [dense<> : tensor<2x0x4xf32>]} {
  %y = onnx.Add(%x0, %x1) : (tensor<2x0x1xf32>, tensor<1x4xf32>) -> tensor<2x0x4xf32>
  return %y : tensor<2x0x4xf32>
}

func.func @add_i8(%x0: tensor<3xi8>, %x1: tensor<3xi8>) -> tensor<3xi8> attributes {
    inputs = [dense<[127, -128, 5]> : tensor<3xi8>, dense<[1, 1, 7]> : tensor<3xi8>],
    outputs = [dense<[-128, -127, 12]> : tensor<3xi8>]} {
  %y = onnx.Add(%x0, %x1) : (tensor<3xi8>, tensor<3xi8>) -> tensor<3xi8>
  return %y : tensor<3xi8>
}

func.func @sub_i8(%x0: tensor<3xi8>, %x1: tensor<3xi8>) -> tensor<3xi8> attributes {
    inputs = [dense<[127, -128, 5]> : tensor<3xi8>, dense<[1, 1, 7]> : tensor<3xi8>],
    outputs = [dense<[126, 127, -2]> : tensor<3xi8>]} {
  %y = onnx.Sub(%x0, %x1) : (tensor<3xi8>, tensor<3xi8>) -> tensor<3xi8>
  return %y : tensor<3xi8>
}

func.func @mul_i8(%x0: tensor<3xi8>, %x1: tensor<3xi8>) -> tensor<3xi8> attributes {
    inputs = [dense<[127, 3, -128]> : tensor<3xi8>, dense<[2, -5, 3]> : tensor<3xi8>],
    outputs = [dense<[-2, -15, -128]> : tensor<3xi8>]} {
  %y = onnx.Mul(%x0, %x1) : (tensor<3xi8>, tensor<3xi8>) -> tensor<3xi8>
  return %y : tensor<3xi8>
}

func.func @div_i8(%x0: tensor<3xi8>, %x1: tensor<3xi8>) -> tensor<3xi8> attributes {
    inputs = [dense<[127, 7, 100]> : tensor<3xi8>, dense<[2, 3, 9]> : tensor<3xi8>],
    outputs = [dense<[63, 2, 11]> : tensor<3xi8>]} {
  %y = onnx.Div(%x0, %x1) : (tensor<3xi8>, tensor<3xi8>) -> tensor<3xi8>
  return %y : tensor<3xi8>
}

func.func @add_i16(%x0: tensor<3xi16>, %x1: tensor<3xi16>) -> tensor<3xi16> attributes {
    inputs = [dense<[32767, -32768, 5]> : tensor<3xi16>, dense<[1, 1, 7]> : tensor<3xi16>],
    outputs = [dense<[-32768, -32767, 12]> : tensor<3xi16>]} {
  %y = onnx.Add(%x0, %x1) : (tensor<3xi16>, tensor<3xi16>) -> tensor<3xi16>
  return %y : tensor<3xi16>
}

func.func @sub_i16(%x0: tensor<3xi16>, %x1: tensor<3xi16>) -> tensor<3xi16> attributes {
    inputs = [dense<[32767, -32768, 5]> : tensor<3xi16>, dense<[1, 1, 7]> : tensor<3xi16>],
    outputs = [dense<[32766, 32767, -2]> : tensor<3xi16>]} {
  %y = onnx.Sub(%x0, %x1) : (tensor<3xi16>, tensor<3xi16>) -> tensor<3xi16>
  return %y : tensor<3xi16>
}

func.func @mul_i16(%x0: tensor<3xi16>, %x1: tensor<3xi16>) -> tensor<3xi16> attributes {
    inputs = [dense<[32767, 3, -32768]> : tensor<3xi16>, dense<[2, -5, 3]> : tensor<3xi16>],
    outputs = [dense<[-2, -15, -32768]> : tensor<3xi16>]} {
  %y = onnx.Mul(%x0, %x1) : (tensor<3xi16>, tensor<3xi16>) -> tensor<3xi16>
  return %y : tensor<3xi16>
}

func.func @div_i16(%x0: tensor<3xi16>, %x1: tensor<3xi16>) -> tensor<3xi16> attributes {
    inputs = [dense<[32767, 7, 100]> : tensor<3xi16>, dense<[2, 3, 9]> : tensor<3xi16>],
    outputs = [dense<[16383, 2, 11]> : tensor<3xi16>]} {
  %y = onnx.Div(%x0, %x1) : (tensor<3xi16>, tensor<3xi16>) -> tensor<3xi16>
  return %y : tensor<3xi16>
}

func.func @add_i32(%x0: tensor<3xi32>, %x1: tensor<3xi32>) -> tensor<3xi32> attributes {
    inputs = [dense<[2147483647, -2147483648, 5]> : tensor<3xi32>, dense<[1, 1, 7]> : tensor<3xi32>],
    outputs = [dense<[-2147483648, -2147483647, 12]> : tensor<3xi32>]} {
  %y = onnx.Add(%x0, %x1) : (tensor<3xi32>, tensor<3xi32>) -> tensor<3xi32>
  return %y : tensor<3xi32>
}

func.func @sub_i32(%x0: tensor<3xi32>, %x1: tensor<3xi32>) -> tensor<3xi32> attributes {
    inputs = [dense<[2147483647, -2147483648, 5]> : tensor<3xi32>, dense<[1, 1, 7]> : tensor<3xi32>],
    outputs = [dense<[2147483646, 2147483647, -2]> : tensor<3xi32>]} {
  %y = onnx.Sub(%x0, %x1) : (tensor<3xi32>, tensor<3xi32>) -> tensor<3xi32>
  return %y : tensor<3xi32>
}

func.func @mul_i32(%x0: tensor<3xi32>, %x1: tensor<3xi32>) -> tensor<3xi32> attributes {
    inputs = [dense<[2147483647, 3, -2147483648]> : tensor<3xi32>, dense<[2, -5, 3]> : tensor<3xi32>],
    outputs = [dense<[-2, -15, -2147483648]> : tensor<3xi32>]} {
  %y = onnx.Mul(%x0, %x1) : (tensor<3xi32>, tensor<3xi32>) -> tensor<3xi32>
  return %y : tensor<3xi32>
}

func.func @div_i32(%x0: tensor<3xi32>, %x1: tensor<3xi32>) -> tensor<3xi32> attributes {
    inputs = [dense<[2147483647, 7, 100]> : tensor<3xi32>, dense<[2, 3, 9]> : tensor<3xi32>],
    outputs = [dense<[1073741823, 2, 11]> : tensor<3xi32>]} {
  %y = onnx.Div(%x0, %x1) : (tensor<3xi32>, tensor<3xi32>) -> tensor<3xi32>
  return %y : tensor<3xi32>
}

func.func @add_i64(%x0: tensor<3xi64>, %x1: tensor<3xi64>) -> tensor<3xi64> attributes {
    inputs = [dense<[9223372036854775807, -9223372036854775808, 5]> : tensor<3xi64>, dense<[1, 1, 7]> : tensor<3xi64>],
    outputs = [dense<[-9223372036854775808, -9223372036854775807, 12]> : tensor<3xi64>]} {
  %y = onnx.Add(%x0, %x1) : (tensor<3xi64>, tensor<3xi64>) -> tensor<3xi64>
  return %y : tensor<3xi64>
}

func.func @sub_i64(%x0: tensor<3xi64>, %x1: tensor<3xi64>) -> tensor<3xi64> attributes {
    inputs = [dense<[9223372036854775807, -9223372036854775808, 5]> : tensor<3xi64>, dense<[1, 1, 7]> : tensor<3xi64>],
    outputs = [dense<[9223372036854775806, 9223372036854775807, -2]> : tensor<3xi64>]} {
  %y = onnx.Sub(%x0, %x1) : (tensor<3xi64>, tensor<3xi64>) -> tensor<3xi64>
  return %y : tensor<3xi64>
}

func.func @mul_i64(%x0: tensor<3xi64>, %x1: tensor<3xi64>) -> tensor<3xi64> attributes {
    inputs = [dense<[9223372036854775807, 3, -9223372036854775808]> : tensor<3xi64>, dense<[2, -5, 3]> : tensor<3xi64>],
    outputs = [dense<[-2, -15, -9223372036854775808]> : tensor<3xi64>]} {
  %y = onnx.Mul(%x0, %x1) : (tensor<3xi64>, tensor<3xi64>) -> tensor<3xi64>
  return %y : tensor<3xi64>
}

func.func @div_i64(%x0: tensor<3xi64>, %x1: tensor<3xi64>) -> tensor<3xi64> attributes {
    inputs = [dense<[9223372036854775807, 7, 100]> : tensor<3xi64>, dense<[2, 3, 9]> : tensor<3xi64>],
    outputs = [dense<[4611686018427387903, 2, 11]> : tensor<3xi64>]} {
  %y = onnx.Div(%x0, %x1) : (tensor<3xi64>, tensor<3xi64>) -> tensor<3xi64>
  return %y : tensor<3xi64>
}

func.func @add_ui8(%x0: tensor<3xui8>, %x1: tensor<3xui8>) -> tensor<3xui8> attributes {
    inputs = [dense<[255, 0, 5]> : tensor<3xui8>, dense<[1, 1, 7]> : tensor<3xui8>],
    outputs = [dense<[0, 1, 12]> : tensor<3xui8>]} {
  %y = onnx.Add(%x0, %x1) : (tensor<3xui8>, tensor<3xui8>) -> tensor<3xui8>
  return %y : tensor<3xui8>
}

func.func @sub_ui8(%x0: tensor<3xui8>, %x1: tensor<3xui8>) -> tensor<3xui8> attributes {
    inputs = [dense<[255, 0, 5]> : tensor<3xui8>, dense<[1, 1, 7]> : tensor<3xui8>],
    outputs = [dense<[254, 255, 254]> : tensor<3xui8>]} {
  %y = onnx.Sub(%x0, %x1) : (tensor<3xui8>, tensor<3xui8>) -> tensor<3xui8>
  return %y : tensor<3xui8>
}

func.func @mul_ui8(%x0: tensor<3xui8>, %x1: tensor<3xui8>) -> tensor<3xui8> attributes {
    inputs = [dense<[255, 3, 0]> : tensor<3xui8>, dense<[2, 5, 3]> : tensor<3xui8>],
    outputs = [dense<[254, 15, 0]> : tensor<3xui8>]} {
  %y = onnx.Mul(%x0, %x1) : (tensor<3xui8>, tensor<3xui8>) -> tensor<3xui8>
  return %y : tensor<3xui8>
}

func.func @div_ui8(%x0: tensor<3xui8>, %x1: tensor<3xui8>) -> tensor<3xui8> attributes {
    inputs = [dense<[255, 7, 100]> : tensor<3xui8>, dense<[2, 3, 9]> : tensor<3xui8>],
    outputs = [dense<[127, 2, 11]> : tensor<3xui8>]} {
  %y = onnx.Div(%x0, %x1) : (tensor<3xui8>, tensor<3xui8>) -> tensor<3xui8>
  return %y : tensor<3xui8>
}

func.func @add_ui16(%x0: tensor<3xui16>, %x1: tensor<3xui16>) -> tensor<3xui16> attributes {
    inputs = [dense<[65535, 0, 5]> : tensor<3xui16>, dense<[1, 1, 7]> : tensor<3xui16>],
    outputs = [dense<[0, 1, 12]> : tensor<3xui16>]} {
  %y = onnx.Add(%x0, %x1) : (tensor<3xui16>, tensor<3xui16>) -> tensor<3xui16>
  return %y : tensor<3xui16>
}

func.func @sub_ui16(%x0: tensor<3xui16>, %x1: tensor<3xui16>) -> tensor<3xui16> attributes {
    inputs = [dense<[65535, 0, 5]> : tensor<3xui16>, dense<[1, 1, 7]> : tensor<3xui16>],
    outputs = [dense<[65534, 65535, 65534]> : tensor<3xui16>]} {
  %y = onnx.Sub(%x0, %x1) : (tensor<3xui16>, tensor<3xui16>) -> tensor<3xui16>
  return %y : tensor<3xui16>
}

func.func @mul_ui16(%x0: tensor<3xui16>, %x1: tensor<3xui16>) -> tensor<3xui16> attributes {
    inputs = [dense<[65535, 3, 0]> : tensor<3xui16>, dense<[2, 5, 3]> : tensor<3xui16>],
    outputs = [dense<[65534, 15, 0]> : tensor<3xui16>]} {
  %y = onnx.Mul(%x0, %x1) : (tensor<3xui16>, tensor<3xui16>) -> tensor<3xui16>
  return %y : tensor<3xui16>
}

func.func @div_ui16(%x0: tensor<3xui16>, %x1: tensor<3xui16>) -> tensor<3xui16> attributes {
    inputs = [dense<[65535, 7, 100]> : tensor<3xui16>, dense<[2, 3, 9]> : tensor<3xui16>],
    outputs = [dense<[32767, 2, 11]> : tensor<3xui16>]} {
  %y = onnx.Div(%x0, %x1) : (tensor<3xui16>, tensor<3xui16>) -> tensor<3xui16>
  return %y : tensor<3xui16>
}

func.func @add_ui32(%x0: tensor<3xui32>, %x1: tensor<3xui32>) -> tensor<3xui32> attributes {
    inputs = [dense<[4294967295, 0, 5]> : tensor<3xui32>, dense<[1, 1, 7]> : tensor<3xui32>],
    outputs = [dense<[0, 1, 12]> : tensor<3xui32>]} {
  %y = onnx.Add(%x0, %x1) : (tensor<3xui32>, tensor<3xui32>) -> tensor<3xui32>
  return %y : tensor<3xui32>
}

func.func @sub_ui32(%x0: tensor<3xui32>, %x1: tensor<3xui32>) -> tensor<3xui32> attributes {
    inputs = [dense<[4294967295, 0, 5]> : tensor<3xui32>, dense<[1, 1, 7]> : tensor<3xui32>],
    outputs = [dense<[4294967294, 4294967295, 4294967294]> : tensor<3xui32>]} {
  %y = onnx.Sub(%x0, %x1) : (tensor<3xui32>, tensor<3xui32>) -> tensor<3xui32>
  return %y : tensor<3xui32>
}

func.func @mul_ui32(%x0: tensor<3xui32>, %x1: tensor<3xui32>) -> tensor<3xui32> attributes {
    inputs = [dense<[4294967295, 3, 0]> : tensor<3xui32>, dense<[2, 5, 3]> : tensor<3xui32>],
    outputs = [dense<[4294967294, 15, 0]> : tensor<3xui32>]} {
  %y = onnx.Mul(%x0, %x1) : (tensor<3xui32>, tensor<3xui32>) -> tensor<3xui32>
  return %y : tensor<3xui32>
}

func.func @div_ui32(%x0: tensor<3xui32>, %x1: tensor<3xui32>) -> tensor<3xui32> attributes {
    inputs = [dense<[4294967295, 7, 100]> : tensor<3xui32>, dense<[2, 3, 9]> : tensor<3xui32>],
    outputs = [dense<[2147483647, 2, 11]> : tensor<3xui32>]} {
  %y = onnx.Div(%x0, %x1) : (tensor<3xui32>, tensor<3xui32>) -> tensor<3xui32>
  return %y : tensor<3xui32>
}

func.func @add_ui64(%x0: tensor<3xui64>, %x1: tensor<3xui64>) -> tensor<3xui64> attributes {
    inputs = [dense<[18446744073709551615, 0, 5]> : tensor<3xui64>, dense<[1, 1, 7]> : tensor<3xui64>],
    outputs = [dense<[0, 1, 12]> : tensor<3xui64>]} {
  %y = onnx.Add(%x0, %x1) : (tensor<3xui64>, tensor<3xui64>) -> tensor<3xui64>
  return %y : tensor<3xui64>
}

func.func @sub_ui64(%x0: tensor<3xui64>, %x1: tensor<3xui64>) -> tensor<3xui64> attributes {
    inputs = [dense<[18446744073709551615, 0, 5]> : tensor<3xui64>, dense<[1, 1, 7]> : tensor<3xui64>],
    outputs = [dense<[18446744073709551614, 18446744073709551615, 18446744073709551614]> : tensor<3xui64>]} {
  %y = onnx.Sub(%x0, %x1) : (tensor<3xui64>, tensor<3xui64>) -> tensor<3xui64>
  return %y : tensor<3xui64>
}

func.func @mul_ui64(%x0: tensor<3xui64>, %x1: tensor<3xui64>) -> tensor<3xui64> attributes {
    inputs = [dense<[18446744073709551615, 3, 0]> : tensor<3xui64>, dense<[2, 5, 3]> : tensor<3xui64>],
    outputs = [dense<[18446744073709551614, 15, 0]> : tensor<3xui64>]} {
  %y = onnx.Mul(%x0, %x1) : (tensor<3xui64>, tensor<3xui64>) -> tensor<3xui64>
  return %y : tensor<3xui64>
}

func.func @div_ui64(%x0: tensor<3xui64>, %x1: tensor<3xui64>) -> tensor<3xui64> attributes {
    inputs = [dense<[18446744073709551615, 7, 100]> : tensor<3xui64>, dense<[2, 3, 9]> : tensor<3xui64>],
    outputs = [dense<[9223372036854775807, 2, 11]> : tensor<3xui64>]} {
  %y = onnx.Div(%x0, %x1) : (tensor<3xui64>, tensor<3xui64>) -> tensor<3xui64>
  return %y : tensor<3xui64>
}

func.func @div_truncates_i8(%x0: tensor<4xi8>, %x1: tensor<4xi8>) -> tensor<4xi8> attributes {
    inputs = [dense<[-7, 7, -7, -1]> : tensor<4xi8>, dense<[2, -2, -2, 2]> : tensor<4xi8>],
    outputs = [dense<[-3, -3, 3, 0]> : tensor<4xi8>]} {
  %y = onnx.Div(%x0, %x1) : (tensor<4xi8>, tensor<4xi8>) -> tensor<4xi8>
  return %y : tensor<4xi8>
}

func.func @div_truncates_i32(%x0: tensor<4xi32>, %x1: tensor<4xi32>) -> tensor<4xi32> attributes {
    inputs = [dense<[-7, 7, -7, -1]> : tensor<4xi32>, dense<[2, -2, -2, 2]> : tensor<4xi32>],
    outputs = [dense<[-3, -3, 3, 0]> : tensor<4xi32>]} {
  %y = onnx.Div(%x0, %x1) : (tensor<4xi32>, tensor<4xi32>) -> tensor<4xi32>
  return %y : tensor<4xi32>
}

func.func @div_truncates_i64(%x0: tensor<4xi64>, %x1: tensor<4xi64>) -> tensor<4xi64> attributes {
    inputs = [dense<[-7, 7, -7, -1]> : tensor<4xi64>, dense<[2, -2, -2, 2]> : tensor<4xi64>],
    outputs = [dense<[-3, -3, 3, 0]> : tensor<4xi64>]} {
  %y = onnx.Div(%x0, %x1) : (tensor<4xi64>, tensor<4xi64>) -> tensor<4xi64>
  return %y : tensor<4xi64>
}

func.func @div_infinities(%x0: tensor<5xf32>, %x1: tensor<5xf32>) -> tensor<5xf32> attributes {
    inputs = [dense<[1.0, -1.0, 0.0, 0x7F800000, 1.0]> : tensor<5xf32>, dense<[0.0, 0.0, 0.0, 0x7F800000, 0x7F800000]> : tensor<5xf32>],
    outputs = [dense<[0x7F800000, 0xFF800000, 0x7FC00000, 0x7FC00000, 0.0]> : tensor<5xf32>]} {
  %y = onnx.Div(%x0, %x1) : (tensor<5xf32>, tensor<5xf32>) -> tensor<5xf32>
  return %y : tensor<5xf32>
}

// Halves to even: 1 + 2^-11 is 1; 65504 twice is infinite.
func.func @add_f16(%x0: tensor<3xf16>, %x1: tensor<3xf16>) -> tensor<3xf16> attributes {
    inputs = [dense<[1.0, 65500.0, 0.1]> : tensor<3xf16>, dense<[0.0004883, 65500.0, 0.2]> : tensor<3xf16>],
    outputs = [dense<[1.0, 0x7C00, 0.2998]> : tensor<3xf16>]} {
  %y = onnx.Add(%x0, %x1) : (tensor<3xf16>, tensor<3xf16>) -> tensor<3xf16>
  return %y : tensor<3xf16>
}

// Eight bits of precision, halves to even.
func.func @add_bf16(%x0: tensor<3xbf16>, %x1: tensor<3xbf16>) -> tensor<3xbf16> attributes {
    inputs = [dense<[1.0, 1.0, 3.0]> : tensor<3xbf16>, dense<[0.00390625, 0.0078125, 0.00390625]> : tensor<3xbf16>],
    outputs = [dense<[1.0, 1.0078125, 3.0]> : tensor<3xbf16>]} {
  %y = onnx.Add(%x0, %x1) : (tensor<3xbf16>, tensor<3xbf16>) -> tensor<3xbf16>
  return %y : tensor<3xbf16>
}

func.func @mul_f64(%x0: tensor<2xf64>, %x1: tensor<2xf64>) -> tensor<2xf64> attributes {
    inputs = [dense<[1.0e+200, 1.0000000000000002]> : tensor<2xf64>, dense<[1.0e+200, 1.0000000000000002]> : tensor<2xf64>],
    outputs = [dense<[0x7FF0000000000000, 1.0000000000000004]> : tensor<2xf64>]} {
  %y = onnx.Mul(%x0, %x1) : (tensor<2xf64>, tensor<2xf64>) -> tensor<2xf64>
  return %y : tensor<2xf64>
}

func.func @neg_smallest_i8(%x0: tensor<3xi8>) -> tensor<3xi8> attributes {
    inputs = [dense<[-128, 127, 0]> : tensor<3xi8>],
    outputs = [dense<[-128, -127, 0]> : tensor<3xi8>]} {
  %y = onnx.Neg(%x0) : (tensor<3xi8>) -> tensor<3xi8>
  return %y : tensor<3xi8>
}

func.func @abs_i64(%x0: tensor<3xi64>) -> tensor<3xi64> attributes {
    inputs = [dense<[-5, 4611686018427387904, -4611686018427387904]> : tensor<3xi64>],
    outputs = [dense<[5, 4611686018427387904, 4611686018427387904]> : tensor<3xi64>]} {
  %y = onnx.Abs(%x0) : (tensor<3xi64>) -> tensor<3xi64>
  return %y : tensor<3xi64>
}

func.func @abs_u64(%x0: tensor<2xui64>) -> tensor<2xui64> attributes {
    inputs = [dense<[9223372036854775813, 0]> : tensor<2xui64>],
    outputs = [dense<[9223372036854775813, 0]> : tensor<2xui64>]} {
  %y = onnx.Abs(%x0) : (tensor<2xui64>) -> tensor<2xui64>
  return %y : tensor<2xui64>
}

func.func @sign(%x0: tensor<5xf32>) -> tensor<5xf32> attributes {
    inputs = [dense<[0x7FC00000, 0xFF800000, -0.0, 0.0, 0x7F800000]> : tensor<5xf32>],
    outputs = [dense<[0x7FC00000, -1.0, 0.0, 0.0, 1.0]> : tensor<5xf32>]} {
  %y = onnx.Sign(%x0) : (tensor<5xf32>) -> tensor<5xf32>
  return %y : tensor<5xf32>
}

func.func @sign_i8(%x0: tensor<3xi8>) -> tensor<3xi8> attributes {
    inputs = [dense<[-128, 0, 9]> : tensor<3xi8>],
    outputs = [dense<[-1, 0, 1]> : tensor<3xi8>]} {
  %y = onnx.Sign(%x0) : (tensor<3xi8>) -> tensor<3xi8>
  return %y : tensor<3xi8>
}

func.func @sign_u16(%x0: tensor<2xui16>) -> tensor<2xui16> attributes {
    inputs = [dense<[65535, 0]> : tensor<2xui16>],
    outputs = [dense<[1, 0]> : tensor<2xui16>]} {
  %y = onnx.Sign(%x0) : (tensor<2xui16>) -> tensor<2xui16>
  return %y : tensor<2xui16>
}

func.func @round_halves(%x0: tensor<8xf32>) -> tensor<8xf32> attributes {
    inputs = [dense<[0.5, 1.5, 2.5, -0.5, -1.5, 0x7FC00000, 0x7F800000, 1.0e+10]> : tensor<8xf32>],
    outputs = [dense<[0.0, 2.0, 2.0, -0.0, -2.0, 0x7FC00000, 0x7F800000, 1.0e+10]> : tensor<8xf32>]} {
  %y = onnx.Round(%x0) : (tensor<8xf32>) -> tensor<8xf32>
  return %y : tensor<8xf32>
}

func.func @reciprocal(%x0: tensor<4xf32>) -> tensor<4xf32> attributes {
    inputs = [dense<[0.0, -0.0, 0x7F800000, 4.0]> : tensor<4xf32>],
    outputs = [dense<[0x7F800000, 0xFF800000, 0.0, 0.25]> : tensor<4xf32>]} {
  %y = onnx.Reciprocal(%x0) : (tensor<4xf32>) -> tensor<4xf32>
  return %y : tensor<4xf32>
}

func.func @sum_of_one(%x0: tensor<1xf32>) -> tensor<1xf32> attributes {
    inputs = [dense<1.5> : tensor<1xf32>],
    outputs = [dense<1.5> : tensor<1xf32>]} {
  %y = onnx.Sum(%x0) : (tensor<1xf32>) -> tensor<1xf32>
  return %y : tensor<1xf32>
}

func.func @mean_broadcasts(%x0: tensor<2x1xf32>, %x1: tensor<2xf32>, %x2: tensor<f32>) -> tensor<2x2xf32> attributes {
    inputs = [dense<[[1.0], [2.0]]> : tensor<2x1xf32>, dense<[3.0, 5.0]> : tensor<2xf32>, dense<2.0> : tensor<f32>],
    outputs = [dense<[[2.0, 2.6666667], [2.3333333, 3.0]]> : tensor<2x2xf32>]} {
  %y = onnx.Mean(%x0, %x1, %x2) : (tensor<2x1xf32>, tensor<2xf32>, tensor<f32>) -> tensor<2x2xf32>
  return %y : tensor<2x2xf32>
}

// As many paths as 2 to the length of the chain lead from its end to its beginning.
func.func @doublings(%x: tensor<3xf32>) -> tensor<3xf32> attributes {
    inputs = [dense<[1.0, -0.5, 0.0]> : tensor<3xf32>], outputs = [dense<[1099511627776.0, -549755813888.0, 0.0]> : tensor<3xf32>]} {
  %t0 = onnx.Add(%x, %x) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t1 = onnx.Add(%t0, %t0) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t2 = onnx.Add(%t1, %t1) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t3 = onnx.Add(%t2, %t2) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t4 = onnx.Add(%t3, %t3) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t5 = onnx.Add(%t4, %t4) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t6 = onnx.Add(%t5, %t5) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t7 = onnx.Add(%t6, %t6) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t8 = onnx.Add(%t7, %t7) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t9 = onnx.Add(%t8, %t8) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t10 = onnx.Add(%t9, %t9) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t11 = onnx.Add(%t10, %t10) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t12 = onnx.Add(%t11, %t11) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t13 = onnx.Add(%t12, %t12) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t14 = onnx.Add(%t13, %t13) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t15 = onnx.Add(%t14, %t14) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t16 = onnx.Add(%t15, %t15) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t17 = onnx.Add(%t16, %t16) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t18 = onnx.Add(%t17, %t17) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t19 = onnx.Add(%t18, %t18) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t20 = onnx.Add(%t19, %t19) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t21 = onnx.Add(%t20, %t20) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t22 = onnx.Add(%t21, %t21) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t23 = onnx.Add(%t22, %t22) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t24 = onnx.Add(%t23, %t23) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t25 = onnx.Add(%t24, %t24) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t26 = onnx.Add(%t25, %t25) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t27 = onnx.Add(%t26, %t26) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t28 = onnx.Add(%t27, %t27) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t29 = onnx.Add(%t28, %t28) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t30 = onnx.Add(%t29, %t29) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t31 = onnx.Add(%t30, %t30) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t32 = onnx.Add(%t31, %t31) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t33 = onnx.Add(%t32, %t32) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t34 = onnx.Add(%t33, %t33) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t35 = onnx.Add(%t34, %t34) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t36 = onnx.Add(%t35, %t35) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t37 = onnx.Add(%t36, %t36) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t38 = onnx.Add(%t37, %t37) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  %t39 = onnx.Add(%t38, %t38) : (tensor<3xf32>, tensor<3xf32>) -> tensor<3xf32>
  return %t39 : tensor<3xf32>
}
