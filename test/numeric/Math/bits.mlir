// SPDX-License-Identifier: Apache-2.0
// Bit-wise operators and shifts on all widths; shifts by the width or more give 0.

func.func @left_ui8(%x0: tensor<4xui8>, %x1: tensor<4xui8>) -> tensor<4xui8> attributes {
    inputs = [dense<[1, 255, 128, 5]> : tensor<4xui8>, dense<[7, 1, 1, 8]> : tensor<4xui8>],
    outputs = [dense<[128, 254, 0, 0]> : tensor<4xui8>]} {
  %y = onnx.BitShift(%x0, %x1) {direction = "LEFT"} : (tensor<4xui8>, tensor<4xui8>) -> tensor<4xui8>
  return %y : tensor<4xui8>
}

func.func @right_ui8(%x0: tensor<4xui8>, %x1: tensor<4xui8>) -> tensor<4xui8> attributes {
    inputs = [dense<[1, 255, 128, 5]> : tensor<4xui8>, dense<[7, 1, 1, 8]> : tensor<4xui8>],
    outputs = [dense<[0, 127, 64, 0]> : tensor<4xui8>]} {
  %y = onnx.BitShift(%x0, %x1) {direction = "RIGHT"} : (tensor<4xui8>, tensor<4xui8>) -> tensor<4xui8>
  return %y : tensor<4xui8>
}

func.func @left_ui16(%x0: tensor<4xui16>, %x1: tensor<4xui16>) -> tensor<4xui16> attributes {
    inputs = [dense<[1, 65535, 32768, 5]> : tensor<4xui16>, dense<[15, 1, 1, 16]> : tensor<4xui16>],
    outputs = [dense<[32768, 65534, 0, 0]> : tensor<4xui16>]} {
  %y = onnx.BitShift(%x0, %x1) {direction = "LEFT"} : (tensor<4xui16>, tensor<4xui16>) -> tensor<4xui16>
  return %y : tensor<4xui16>
}

func.func @right_ui16(%x0: tensor<4xui16>, %x1: tensor<4xui16>) -> tensor<4xui16> attributes {
    inputs = [dense<[1, 65535, 32768, 5]> : tensor<4xui16>, dense<[15, 1, 1, 16]> : tensor<4xui16>],
    outputs = [dense<[0, 32767, 16384, 0]> : tensor<4xui16>]} {
  %y = onnx.BitShift(%x0, %x1) {direction = "RIGHT"} : (tensor<4xui16>, tensor<4xui16>) -> tensor<4xui16>
  return %y : tensor<4xui16>
}

func.func @left_ui32(%x0: tensor<4xui32>, %x1: tensor<4xui32>) -> tensor<4xui32> attributes {
    inputs = [dense<[1, 4294967295, 2147483648, 5]> : tensor<4xui32>, dense<[31, 1, 1, 32]> : tensor<4xui32>],
    outputs = [dense<[2147483648, 4294967294, 0, 0]> : tensor<4xui32>]} {
  %y = onnx.BitShift(%x0, %x1) {direction = "LEFT"} : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
  return %y : tensor<4xui32>
}

func.func @right_ui32(%x0: tensor<4xui32>, %x1: tensor<4xui32>) -> tensor<4xui32> attributes {
    inputs = [dense<[1, 4294967295, 2147483648, 5]> : tensor<4xui32>, dense<[31, 1, 1, 32]> : tensor<4xui32>],
    outputs = [dense<[0, 2147483647, 1073741824, 0]> : tensor<4xui32>]} {
  %y = onnx.BitShift(%x0, %x1) {direction = "RIGHT"} : (tensor<4xui32>, tensor<4xui32>) -> tensor<4xui32>
  return %y : tensor<4xui32>
}

func.func @left_ui64(%x0: tensor<4xui64>, %x1: tensor<4xui64>) -> tensor<4xui64> attributes {
    inputs = [dense<[1, 18446744073709551615, 9223372036854775808, 5]> : tensor<4xui64>, dense<[63, 1, 1, 64]> : tensor<4xui64>],
    outputs = [dense<[9223372036854775808, 18446744073709551614, 0, 0]> : tensor<4xui64>]} {
  %y = onnx.BitShift(%x0, %x1) {direction = "LEFT"} : (tensor<4xui64>, tensor<4xui64>) -> tensor<4xui64>
  return %y : tensor<4xui64>
}

func.func @right_ui64(%x0: tensor<4xui64>, %x1: tensor<4xui64>) -> tensor<4xui64> attributes {
    inputs = [dense<[1, 18446744073709551615, 9223372036854775808, 5]> : tensor<4xui64>, dense<[63, 1, 1, 64]> : tensor<4xui64>],
    outputs = [dense<[0, 9223372036854775807, 4611686018427387904, 0]> : tensor<4xui64>]} {
  %y = onnx.BitShift(%x0, %x1) {direction = "RIGHT"} : (tensor<4xui64>, tensor<4xui64>) -> tensor<4xui64>
  return %y : tensor<4xui64>
}

func.func @and_i8(%x0: tensor<3xi8>, %x1: tensor<2x1xi8>) -> tensor<2x3xi8> attributes {
    inputs = [dense<[12, 127, 1]> : tensor<3xi8>, dense<[[10], [3]]> : tensor<2x1xi8>],
    outputs = [dense<[[8, 10, 0], [0, 3, 1]]> : tensor<2x3xi8>]} {
  %y = onnx.BitwiseAnd(%x0, %x1) : (tensor<3xi8>, tensor<2x1xi8>) -> tensor<2x3xi8>
  return %y : tensor<2x3xi8>
}

func.func @or_i8(%x0: tensor<3xi8>, %x1: tensor<2x1xi8>) -> tensor<2x3xi8> attributes {
    inputs = [dense<[12, 127, 1]> : tensor<3xi8>, dense<[[10], [3]]> : tensor<2x1xi8>],
    outputs = [dense<[[14, 127, 11], [15, 127, 3]]> : tensor<2x3xi8>]} {
  %y = onnx.BitwiseOr(%x0, %x1) : (tensor<3xi8>, tensor<2x1xi8>) -> tensor<2x3xi8>
  return %y : tensor<2x3xi8>
}

func.func @xor_i8(%x0: tensor<3xi8>, %x1: tensor<2x1xi8>) -> tensor<2x3xi8> attributes {
    inputs = [dense<[12, 127, 1]> : tensor<3xi8>, dense<[[10], [3]]> : tensor<2x1xi8>],
    outputs = [dense<[[6, 117, 11], [15, 124, 2]]> : tensor<2x3xi8>]} {
  %y = onnx.BitwiseXor(%x0, %x1) : (tensor<3xi8>, tensor<2x1xi8>) -> tensor<2x3xi8>
  return %y : tensor<2x3xi8>
}

func.func @not_i8(%x0: tensor<3xi8>) -> tensor<3xi8> attributes {
    inputs = [dense<[12, 127, 1]> : tensor<3xi8>],
    outputs = [dense<[-13, -128, -2]> : tensor<3xi8>]} {
  %y = onnx.BitwiseNot(%x0) : (tensor<3xi8>) -> tensor<3xi8>
  return %y : tensor<3xi8>
}

func.func @and_i16(%x0: tensor<3xi16>, %x1: tensor<2x1xi16>) -> tensor<2x3xi16> attributes {
    inputs = [dense<[12, 127, 1]> : tensor<3xi16>, dense<[[10], [3]]> : tensor<2x1xi16>],
    outputs = [dense<[[8, 10, 0], [0, 3, 1]]> : tensor<2x3xi16>]} {
  %y = onnx.BitwiseAnd(%x0, %x1) : (tensor<3xi16>, tensor<2x1xi16>) -> tensor<2x3xi16>
  return %y : tensor<2x3xi16>
}

func.func @or_i16(%x0: tensor<3xi16>, %x1: tensor<2x1xi16>) -> tensor<2x3xi16> attributes {
    inputs = [dense<[12, 127, 1]> : tensor<3xi16>, dense<[[10], [3]]> : tensor<2x1xi16>],
    outputs = [dense<[[14, 127, 11], [15, 127, 3]]> : tensor<2x3xi16>]} {
  %y = onnx.BitwiseOr(%x0, %x1) : (tensor<3xi16>, tensor<2x1xi16>) -> tensor<2x3xi16>
  return %y : tensor<2x3xi16>
}

func.func @xor_i16(%x0: tensor<3xi16>, %x1: tensor<2x1xi16>) -> tensor<2x3xi16> attributes {
    inputs = [dense<[12, 127, 1]> : tensor<3xi16>, dense<[[10], [3]]> : tensor<2x1xi16>],
    outputs = [dense<[[6, 117, 11], [15, 124, 2]]> : tensor<2x3xi16>]} {
  %y = onnx.BitwiseXor(%x0, %x1) : (tensor<3xi16>, tensor<2x1xi16>) -> tensor<2x3xi16>
  return %y : tensor<2x3xi16>
}

func.func @not_i16(%x0: tensor<3xi16>) -> tensor<3xi16> attributes {
    inputs = [dense<[12, 127, 1]> : tensor<3xi16>],
    outputs = [dense<[-13, -128, -2]> : tensor<3xi16>]} {
  %y = onnx.BitwiseNot(%x0) : (tensor<3xi16>) -> tensor<3xi16>
  return %y : tensor<3xi16>
}

func.func @and_i32(%x0: tensor<3xi32>, %x1: tensor<2x1xi32>) -> tensor<2x3xi32> attributes {
    inputs = [dense<[12, 127, 1]> : tensor<3xi32>, dense<[[10], [3]]> : tensor<2x1xi32>],
    outputs = [dense<[[8, 10, 0], [0, 3, 1]]> : tensor<2x3xi32>]} {
  %y = onnx.BitwiseAnd(%x0, %x1) : (tensor<3xi32>, tensor<2x1xi32>) -> tensor<2x3xi32>
  return %y : tensor<2x3xi32>
}

func.func @or_i32(%x0: tensor<3xi32>, %x1: tensor<2x1xi32>) -> tensor<2x3xi32> attributes {
    inputs = [dense<[12, 127, 1]> : tensor<3xi32>, dense<[[10], [3]]> : tensor<2x1xi32>],
    outputs = [dense<[[14, 127, 11], [15, 127, 3]]> : tensor<2x3xi32>]} {
  %y = onnx.BitwiseOr(%x0, %x1) : (tensor<3xi32>, tensor<2x1xi32>) -> tensor<2x3xi32>
  return %y : tensor<2x3xi32>
}

func.func @xor_i32(%x0: tensor<3xi32>, %x1: tensor<2x1xi32>) -> tensor<2x3xi32> attributes {
    inputs = [dense<[12, 127, 1]> : tensor<3xi32>, dense<[[10], [3]]> : tensor<2x1xi32>],
    outputs = [dense<[[6, 117, 11], [15, 124, 2]]> : tensor<2x3xi32>]} {
  %y = onnx.BitwiseXor(%x0, %x1) : (tensor<3xi32>, tensor<2x1xi32>) -> tensor<2x3xi32>
  return %y : tensor<2x3xi32>
}

func.func @not_i32(%x0: tensor<3xi32>) -> tensor<3xi32> attributes {
    inputs = [dense<[12, 127, 1]> : tensor<3xi32>],
    outputs = [dense<[-13, -128, -2]> : tensor<3xi32>]} {
  %y = onnx.BitwiseNot(%x0) : (tensor<3xi32>) -> tensor<3xi32>
  return %y : tensor<3xi32>
}

func.func @and_i64(%x0: tensor<3xi64>, %x1: tensor<2x1xi64>) -> tensor<2x3xi64> attributes {
    inputs = [dense<[12, 127, 1]> : tensor<3xi64>, dense<[[10], [3]]> : tensor<2x1xi64>],
    outputs = [dense<[[8, 10, 0], [0, 3, 1]]> : tensor<2x3xi64>]} {
  %y = onnx.BitwiseAnd(%x0, %x1) : (tensor<3xi64>, tensor<2x1xi64>) -> tensor<2x3xi64>
  return %y : tensor<2x3xi64>
}

func.func @or_i64(%x0: tensor<3xi64>, %x1: tensor<2x1xi64>) -> tensor<2x3xi64> attributes {
    inputs = [dense<[12, 127, 1]> : tensor<3xi64>, dense<[[10], [3]]> : tensor<2x1xi64>],
    outputs = [dense<[[14, 127, 11], [15, 127, 3]]> : tensor<2x3xi64>]} {
  %y = onnx.BitwiseOr(%x0, %x1) : (tensor<3xi64>, tensor<2x1xi64>) -> tensor<2x3xi64>
  return %y : tensor<2x3xi64>
}

func.func @xor_i64(%x0: tensor<3xi64>, %x1: tensor<2x1xi64>) -> tensor<2x3xi64> attributes {
    inputs = [dense<[12, 127, 1]> : tensor<3xi64>, dense<[[10], [3]]> : tensor<2x1xi64>],
    outputs = [dense<[[6, 117, 11], [15, 124, 2]]> : tensor<2x3xi64>]} {
  %y = onnx.BitwiseXor(%x0, %x1) : (tensor<3xi64>, tensor<2x1xi64>) -> tensor<2x3xi64>
  return %y : tensor<2x3xi64>
}

func.func @not_i64(%x0: tensor<3xi64>) -> tensor<3xi64> attributes {
    inputs = [dense<[12, 127, 1]> : tensor<3xi64>],
    outputs = [dense<[-13, -128, -2]> : tensor<3xi64>]} {
  %y = onnx.BitwiseNot(%x0) : (tensor<3xi64>) -> tensor<3xi64>
  return %y : tensor<3xi64>
}

func.func @and_ui8(%x0: tensor<3xui8>, %x1: tensor<2x1xui8>) -> tensor<2x3xui8> attributes {
    inputs = [dense<[12, 127, 1]> : tensor<3xui8>, dense<[[10], [3]]> : tensor<2x1xui8>],
    outputs = [dense<[[8, 10, 0], [0, 3, 1]]> : tensor<2x3xui8>]} {
  %y = onnx.BitwiseAnd(%x0, %x1) : (tensor<3xui8>, tensor<2x1xui8>) -> tensor<2x3xui8>
  return %y : tensor<2x3xui8>
}

func.func @or_ui8(%x0: tensor<3xui8>, %x1: tensor<2x1xui8>) -> tensor<2x3xui8> attributes {
    inputs = [dense<[12, 127, 1]> : tensor<3xui8>, dense<[[10], [3]]> : tensor<2x1xui8>],
    outputs = [dense<[[14, 127, 11], [15, 127, 3]]> : tensor<2x3xui8>]} {
  %y = onnx.BitwiseOr(%x0, %x1) : (tensor<3xui8>, tensor<2x1xui8>) -> tensor<2x3xui8>
  return %y : tensor<2x3xui8>
}

func.func @xor_ui8(%x0: tensor<3xui8>, %x1: tensor<2x1xui8>) -> tensor<2x3xui8> attributes {
    inputs = [dense<[12, 127, 1]> : tensor<3xui8>, dense<[[10], [3]]> : tensor<2x1xui8>],
    outputs = [dense<[[6, 117, 11], [15, 124, 2]]> : tensor<2x3xui8>]} {
  %y = onnx.BitwiseXor(%x0, %x1) : (tensor<3xui8>, tensor<2x1xui8>) -> tensor<2x3xui8>
  return %y : tensor<2x3xui8>
}

func.func @not_ui8(%x0: tensor<3xui8>) -> tensor<3xui8> attributes {
    inputs = [dense<[12, 127, 1]> : tensor<3xui8>],
    outputs = [dense<[243, 128, 254]> : tensor<3xui8>]} {
  %y = onnx.BitwiseNot(%x0) : (tensor<3xui8>) -> tensor<3xui8>
  return %y : tensor<3xui8>
}

func.func @and_ui16(%x0: tensor<3xui16>, %x1: tensor<2x1xui16>) -> tensor<2x3xui16> attributes {
    inputs = [dense<[12, 127, 1]> : tensor<3xui16>, dense<[[10], [3]]> : tensor<2x1xui16>],
    outputs = [dense<[[8, 10, 0], [0, 3, 1]]> : tensor<2x3xui16>]} {
  %y = onnx.BitwiseAnd(%x0, %x1) : (tensor<3xui16>, tensor<2x1xui16>) -> tensor<2x3xui16>
  return %y : tensor<2x3xui16>
}

func.func @or_ui16(%x0: tensor<3xui16>, %x1: tensor<2x1xui16>) -> tensor<2x3xui16> attributes {
    inputs = [dense<[12, 127, 1]> : tensor<3xui16>, dense<[[10], [3]]> : tensor<2x1xui16>],
    outputs = [dense<[[14, 127, 11], [15, 127, 3]]> : tensor<2x3xui16>]} {
  %y = onnx.BitwiseOr(%x0, %x1) : (tensor<3xui16>, tensor<2x1xui16>) -> tensor<2x3xui16>
  return %y : tensor<2x3xui16>
}

func.func @xor_ui16(%x0: tensor<3xui16>, %x1: tensor<2x1xui16>) -> tensor<2x3xui16> attributes {
    inputs = [dense<[12, 127, 1]> : tensor<3xui16>, dense<[[10], [3]]> : tensor<2x1xui16>],
    outputs = [dense<[[6, 117, 11], [15, 124, 2]]> : tensor<2x3xui16>]} {
  %y = onnx.BitwiseXor(%x0, %x1) : (tensor<3xui16>, tensor<2x1xui16>) -> tensor<2x3xui16>
  return %y : tensor<2x3xui16>
}

func.func @not_ui16(%x0: tensor<3xui16>) -> tensor<3xui16> attributes {
    inputs = [dense<[12, 127, 1]> : tensor<3xui16>],
    outputs = [dense<[65523, 65408, 65534]> : tensor<3xui16>]} {
  %y = onnx.BitwiseNot(%x0) : (tensor<3xui16>) -> tensor<3xui16>
  return %y : tensor<3xui16>
}

func.func @and_ui32(%x0: tensor<3xui32>, %x1: tensor<2x1xui32>) -> tensor<2x3xui32> attributes {
    inputs = [dense<[12, 127, 1]> : tensor<3xui32>, dense<[[10], [3]]> : tensor<2x1xui32>],
    outputs = [dense<[[8, 10, 0], [0, 3, 1]]> : tensor<2x3xui32>]} {
  %y = onnx.BitwiseAnd(%x0, %x1) : (tensor<3xui32>, tensor<2x1xui32>) -> tensor<2x3xui32>
  return %y : tensor<2x3xui32>
}

func.func @or_ui32(%x0: tensor<3xui32>, %x1: tensor<2x1xui32>) -> tensor<2x3xui32> attributes {
    inputs = [dense<[12, 127, 1]> : tensor<3xui32>, dense<[[10], [3]]> : tensor<2x1xui32>],
    outputs = [dense<[[14, 127, 11], [15, 127, 3]]> : tensor<2x3xui32>]} {
  %y = onnx.BitwiseOr(%x0, %x1) : (tensor<3xui32>, tensor<2x1xui32>) -> tensor<2x3xui32>
  return %y : tensor<2x3xui32>
}

func.func @xor_ui32(%x0: tensor<3xui32>, %x1: tensor<2x1xui32>) -> tensor<2x3xui32> attributes {
    inputs = [dense<[12, 127, 1]> : tensor<3xui32>, dense<[[10], [3]]> : tensor<2x1xui32>],
    outputs = [dense<[[6, 117, 11], [15, 124, 2]]> : tensor<2x3xui32>]} {
  %y = onnx.BitwiseXor(%x0, %x1) : (tensor<3xui32>, tensor<2x1xui32>) -> tensor<2x3xui32>
  return %y : tensor<2x3xui32>
}

func.func @not_ui32(%x0: tensor<3xui32>) -> tensor<3xui32> attributes {
    inputs = [dense<[12, 127, 1]> : tensor<3xui32>],
    outputs = [dense<[4294967283, 4294967168, 4294967294]> : tensor<3xui32>]} {
  %y = onnx.BitwiseNot(%x0) : (tensor<3xui32>) -> tensor<3xui32>
  return %y : tensor<3xui32>
}

func.func @and_ui64(%x0: tensor<3xui64>, %x1: tensor<2x1xui64>) -> tensor<2x3xui64> attributes {
    inputs = [dense<[12, 127, 1]> : tensor<3xui64>, dense<[[10], [3]]> : tensor<2x1xui64>],
    outputs = [dense<[[8, 10, 0], [0, 3, 1]]> : tensor<2x3xui64>]} {
  %y = onnx.BitwiseAnd(%x0, %x1) : (tensor<3xui64>, tensor<2x1xui64>) -> tensor<2x3xui64>
  return %y : tensor<2x3xui64>
}

func.func @or_ui64(%x0: tensor<3xui64>, %x1: tensor<2x1xui64>) -> tensor<2x3xui64> attributes {
    inputs = [dense<[12, 127, 1]> : tensor<3xui64>, dense<[[10], [3]]> : tensor<2x1xui64>],
    outputs = [dense<[[14, 127, 11], [15, 127, 3]]> : tensor<2x3xui64>]} {
  %y = onnx.BitwiseOr(%x0, %x1) : (tensor<3xui64>, tensor<2x1xui64>) -> tensor<2x3xui64>
  return %y : tensor<2x3xui64>
}

func.func @xor_ui64(%x0: tensor<3xui64>, %x1: tensor<2x1xui64>) -> tensor<2x3xui64> attributes {
    inputs = [dense<[12, 127, 1]> : tensor<3xui64>, dense<[[10], [3]]> : tensor<2x1xui64>],
    outputs = [dense<[[6, 117, 11], [15, 124, 2]]> : tensor<2x3xui64>]} {
  %y = onnx.BitwiseXor(%x0, %x1) : (tensor<3xui64>, tensor<2x1xui64>) -> tensor<2x3xui64>
  return %y : tensor<2x3xui64>
}

func.func @not_ui64(%x0: tensor<3xui64>) -> tensor<3xui64> attributes {
    inputs = [dense<[12, 127, 1]> : tensor<3xui64>],
    outputs = [dense<[18446744073709551603, 18446744073709551488, 18446744073709551614]> : tensor<3xui64>]} {
  %y = onnx.BitwiseNot(%x0) : (tensor<3xui64>) -> tensor<3xui64>
  return %y : tensor<3xui64>
}
