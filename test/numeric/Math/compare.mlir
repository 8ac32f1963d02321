// SPDX-License-Identifier: Apache-2.0
// Comparisons and Where: NaN, unsigned extremes, broadcasting of all three operands.

func.func @equal_nan(%x0: tensor<4xf32>, %x1: tensor<4xf32>) -> tensor<4xi1> attributes {
    inputs = [dense<[0x7FC00000, 1.0, 0x7F800000, 0xFF800000]> : tensor<4xf32>, dense<[0x7FC00000, 0x7FC00000, 0x7F800000, 1.0]> : tensor<4xf32>],
    outputs = [dense<[false, false, true, false]> : tensor<4xi1>]} {
  %y = onnx.Equal(%x0, %x1) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xi1>
  return %y : tensor<4xi1>
}

func.func @equal_i8(%x0: tensor<3xi8>, %x1: tensor<2x1xi8>) -> tensor<2x3xi1> attributes {
    inputs = [dense<[0, 127, -128]> : tensor<3xi8>, dense<[[1], [0]]> : tensor<2x1xi8>],
    outputs = [dense<[[false, false, false], [true, false, false]]> : tensor<2x3xi1>]} {
  %y = onnx.Equal(%x0, %x1) : (tensor<3xi8>, tensor<2x1xi8>) -> tensor<2x3xi1>
  return %y : tensor<2x3xi1>
}

func.func @equal_i16(%x0: tensor<3xi16>, %x1: tensor<2x1xi16>) -> tensor<2x3xi1> attributes {
    inputs = [dense<[0, 32767, -32768]> : tensor<3xi16>, dense<[[1], [0]]> : tensor<2x1xi16>],
    outputs = [dense<[[false, false, false], [true, false, false]]> : tensor<2x3xi1>]} {
  %y = onnx.Equal(%x0, %x1) : (tensor<3xi16>, tensor<2x1xi16>) -> tensor<2x3xi1>
  return %y : tensor<2x3xi1>
}

func.func @equal_i64(%x0: tensor<3xi64>, %x1: tensor<2x1xi64>) -> tensor<2x3xi1> attributes {
    inputs = [dense<[0, 9223372036854775807, -9223372036854775808]> : tensor<3xi64>, dense<[[1], [0]]> : tensor<2x1xi64>],
    outputs = [dense<[[false, false, false], [true, false, false]]> : tensor<2x3xi1>]} {
  %y = onnx.Equal(%x0, %x1) : (tensor<3xi64>, tensor<2x1xi64>) -> tensor<2x3xi1>
  return %y : tensor<2x3xi1>
}

func.func @equal_ui8(%x0: tensor<3xui8>, %x1: tensor<2x1xui8>) -> tensor<2x3xi1> attributes {
    inputs = [dense<[0, 255, 0]> : tensor<3xui8>, dense<[[1], [0]]> : tensor<2x1xui8>],
    outputs = [dense<[[false, false, false], [true, false, true]]> : tensor<2x3xi1>]} {
  %y = onnx.Equal(%x0, %x1) : (tensor<3xui8>, tensor<2x1xui8>) -> tensor<2x3xi1>
  return %y : tensor<2x3xi1>
}

func.func @equal_ui16(%x0: tensor<3xui16>, %x1: tensor<2x1xui16>) -> tensor<2x3xi1> attributes {
    inputs = [dense<[0, 65535, 0]> : tensor<3xui16>, dense<[[1], [0]]> : tensor<2x1xui16>],
    outputs = [dense<[[false, false, false], [true, false, true]]> : tensor<2x3xi1>]} {
  %y = onnx.Equal(%x0, %x1) : (tensor<3xui16>, tensor<2x1xui16>) -> tensor<2x3xi1>
  return %y : tensor<2x3xi1>
}

func.func @equal_ui32(%x0: tensor<3xui32>, %x1: tensor<2x1xui32>) -> tensor<2x3xi1> attributes {
    inputs = [dense<[0, 4294967295, 0]> : tensor<3xui32>, dense<[[1], [0]]> : tensor<2x1xui32>],
    outputs = [dense<[[false, false, false], [true, false, true]]> : tensor<2x3xi1>]} {
  %y = onnx.Equal(%x0, %x1) : (tensor<3xui32>, tensor<2x1xui32>) -> tensor<2x3xi1>
  return %y : tensor<2x3xi1>
}

func.func @equal_ui64(%x0: tensor<3xui64>, %x1: tensor<2x1xui64>) -> tensor<2x3xi1> attributes {
    inputs = [dense<[0, 18446744073709551615, 0]> : tensor<3xui64>, dense<[[1], [0]]> : tensor<2x1xui64>],
    outputs = [dense<[[false, false, false], [true, false, true]]> : tensor<2x3xi1>]} {
  %y = onnx.Equal(%x0, %x1) : (tensor<3xui64>, tensor<2x1xui64>) -> tensor<2x3xi1>
  return %y : tensor<2x3xi1>
}

func.func @less_nan(%x0: tensor<4xf32>, %x1: tensor<4xf32>) -> tensor<4xi1> attributes {
    inputs = [dense<[0x7FC00000, 1.0, 0x7F800000, 0xFF800000]> : tensor<4xf32>, dense<[0x7FC00000, 0x7FC00000, 0x7F800000, 1.0]> : tensor<4xf32>],
    outputs = [dense<[false, false, false, true]> : tensor<4xi1>]} {
  %y = onnx.Less(%x0, %x1) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xi1>
  return %y : tensor<4xi1>
}

func.func @less_i8(%x0: tensor<3xi8>, %x1: tensor<2x1xi8>) -> tensor<2x3xi1> attributes {
    inputs = [dense<[0, 127, -128]> : tensor<3xi8>, dense<[[1], [0]]> : tensor<2x1xi8>],
    outputs = [dense<[[true, false, true], [false, false, true]]> : tensor<2x3xi1>]} {
  %y = onnx.Less(%x0, %x1) : (tensor<3xi8>, tensor<2x1xi8>) -> tensor<2x3xi1>
  return %y : tensor<2x3xi1>
}

func.func @less_i16(%x0: tensor<3xi16>, %x1: tensor<2x1xi16>) -> tensor<2x3xi1> attributes {
    inputs = [dense<[0, 32767, -32768]> : tensor<3xi16>, dense<[[1], [0]]> : tensor<2x1xi16>],
    outputs = [dense<[[true, false, true], [false, false, true]]> : tensor<2x3xi1>]} {
  %y = onnx.Less(%x0, %x1) : (tensor<3xi16>, tensor<2x1xi16>) -> tensor<2x3xi1>
  return %y : tensor<2x3xi1>
}

func.func @less_i64(%x0: tensor<3xi64>, %x1: tensor<2x1xi64>) -> tensor<2x3xi1> attributes {
    inputs = [dense<[0, 9223372036854775807, -9223372036854775808]> : tensor<3xi64>, dense<[[1], [0]]> : tensor<2x1xi64>],
    outputs = [dense<[[true, false, true], [false, false, true]]> : tensor<2x3xi1>]} {
  %y = onnx.Less(%x0, %x1) : (tensor<3xi64>, tensor<2x1xi64>) -> tensor<2x3xi1>
  return %y : tensor<2x3xi1>
}

func.func @less_ui8(%x0: tensor<3xui8>, %x1: tensor<2x1xui8>) -> tensor<2x3xi1> attributes {
    inputs = [dense<[0, 255, 0]> : tensor<3xui8>, dense<[[1], [0]]> : tensor<2x1xui8>],
    outputs = [dense<[[true, false, true], [false, false, false]]> : tensor<2x3xi1>]} {
  %y = onnx.Less(%x0, %x1) : (tensor<3xui8>, tensor<2x1xui8>) -> tensor<2x3xi1>
  return %y : tensor<2x3xi1>
}

func.func @less_ui16(%x0: tensor<3xui16>, %x1: tensor<2x1xui16>) -> tensor<2x3xi1> attributes {
    inputs = [dense<[0, 65535, 0]> : tensor<3xui16>, dense<[[1], [0]]> : tensor<2x1xui16>],
    outputs = [dense<[[true, false, true], [false, false, false]]> : tensor<2x3xi1>]} {
  %y = onnx.Less(%x0, %x1) : (tensor<3xui16>, tensor<2x1xui16>) -> tensor<2x3xi1>
  return %y : tensor<2x3xi1>
}

func.func @less_ui32(%x0: tensor<3xui32>, %x1: tensor<2x1xui32>) -> tensor<2x3xi1> attributes {
    inputs = [dense<[0, 4294967295, 0]> : tensor<3xui32>, dense<[[1], [0]]> : tensor<2x1xui32>],
    outputs = [dense<[[true, false, true], [false, false, false]]> : tensor<2x3xi1>]} {
  %y = onnx.Less(%x0, %x1) : (tensor<3xui32>, tensor<2x1xui32>) -> tensor<2x3xi1>
  return %y : tensor<2x3xi1>
}

func.func @less_ui64(%x0: tensor<3xui64>, %x1: tensor<2x1xui64>) -> tensor<2x3xi1> attributes {
    inputs = [dense<[0, 18446744073709551615, 0]> : tensor<3xui64>, dense<[[1], [0]]> : tensor<2x1xui64>],
    outputs = [dense<[[true, false, true], [false, false, false]]> : tensor<2x3xi1>]} {
  %y = onnx.Less(%x0, %x1) : (tensor<3xui64>, tensor<2x1xui64>) -> tensor<2x3xi1>
  return %y : tensor<2x3xi1>
}

func.func @lessorequal_nan(%x0: tensor<4xf32>, %x1: tensor<4xf32>) -> tensor<4xi1> attributes {
    inputs = [dense<[0x7FC00000, 1.0, 0x7F800000, 0xFF800000]> : tensor<4xf32>, dense<[0x7FC00000, 0x7FC00000, 0x7F800000, 1.0]> : tensor<4xf32>],
    outputs = [dense<[false, false, true, true]> : tensor<4xi1>]} {
  %y = onnx.LessOrEqual(%x0, %x1) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xi1>
  return %y : tensor<4xi1>
}

func.func @lessorequal_i8(%x0: tensor<3xi8>, %x1: tensor<2x1xi8>) -> tensor<2x3xi1> attributes {
    inputs = [dense<[0, 127, -128]> : tensor<3xi8>, dense<[[1], [0]]> : tensor<2x1xi8>],
    outputs = [dense<[[true, false, true], [true, false, true]]> : tensor<2x3xi1>]} {
  %y = onnx.LessOrEqual(%x0, %x1) : (tensor<3xi8>, tensor<2x1xi8>) -> tensor<2x3xi1>
  return %y : tensor<2x3xi1>
}

func.func @lessorequal_i16(%x0: tensor<3xi16>, %x1: tensor<2x1xi16>) -> tensor<2x3xi1> attributes {
    inputs = [dense<[0, 32767, -32768]> : tensor<3xi16>, dense<[[1], [0]]> : tensor<2x1xi16>],
    outputs = [dense<[[true, false, true], [true, false, true]]> : tensor<2x3xi1>]} {
  %y = onnx.LessOrEqual(%x0, %x1) : (tensor<3xi16>, tensor<2x1xi16>) -> tensor<2x3xi1>
  return %y : tensor<2x3xi1>
}

func.func @lessorequal_i64(%x0: tensor<3xi64>, %x1: tensor<2x1xi64>) -> tensor<2x3xi1> attributes {
    inputs = [dense<[0, 9223372036854775807, -9223372036854775808]> : tensor<3xi64>, dense<[[1], [0]]> : tensor<2x1xi64>],
    outputs = [dense<[[true, false, true], [true, false, true]]> : tensor<2x3xi1>]} {
  %y = onnx.LessOrEqual(%x0, %x1) : (tensor<3xi64>, tensor<2x1xi64>) -> tensor<2x3xi1>
  return %y : tensor<2x3xi1>
}

func.func @lessorequal_ui8(%x0: tensor<3xui8>, %x1: tensor<2x1xui8>) -> tensor<2x3xi1> attributes {
    inputs = [dense<[0, 255, 0]> : tensor<3xui8>, dense<[[1], [0]]> : tensor<2x1xui8>],
    outputs = [dense<[[true, false, true], [true, false, true]]> : tensor<2x3xi1>]} {
  %y = onnx.LessOrEqual(%x0, %x1) : (tensor<3xui8>, tensor<2x1xui8>) -> tensor<2x3xi1>
  return %y : tensor<2x3xi1>
}

func.func @lessorequal_ui16(%x0: tensor<3xui16>, %x1: tensor<2x1xui16>) -> tensor<2x3xi1> attributes {
    inputs = [dense<[0, 65535, 0]> : tensor<3xui16>, dense<[[1], [0]]> : tensor<2x1xui16>],
    outputs = [dense<[[true, false, true], [true, false, true]]> : tensor<2x3xi1>]} {
  %y = onnx.LessOrEqual(%x0, %x1) : (tensor<3xui16>, tensor<2x1xui16>) -> tensor<2x3xi1>
  return %y : tensor<2x3xi1>
}

func.func @lessorequal_ui32(%x0: tensor<3xui32>, %x1: tensor<2x1xui32>) -> tensor<2x3xi1> attributes {
    inputs = [dense<[0, 4294967295, 0]> : tensor<3xui32>, dense<[[1], [0]]> : tensor<2x1xui32>],
    outputs = [dense<[[true, false, true], [true, false, true]]> : tensor<2x3xi1>]} {
  %y = onnx.LessOrEqual(%x0, %x1) : (tensor<3xui32>, tensor<2x1xui32>) -> tensor<2x3xi1>
  return %y : tensor<2x3xi1>
}

func.func @lessorequal_ui64(%x0: tensor<3xui64>, %x1: tensor<2x1xui64>) -> tensor<2x3xi1> attributes {
    inputs = [dense<[0, 18446744073709551615, 0]> : tensor<3xui64>, dense<[[1], [0]]> : tensor<2x1xui64>],
    outputs = [dense<[[true, false, true], [true, false, true]]> : tensor<2x3xi1>]} {
  %y = onnx.LessOrEqual(%x0, %x1) : (tensor<3xui64>, tensor<2x1xui64>) -> tensor<2x3xi1>
  return %y : tensor<2x3xi1>
}

func.func @greater_nan(%x0: tensor<4xf32>, %x1: tensor<4xf32>) -> tensor<4xi1> attributes {
    inputs = [dense<[0x7FC00000, 1.0, 0x7F800000, 0xFF800000]> : tensor<4xf32>, dense<[0x7FC00000, 0x7FC00000, 0x7F800000, 1.0]> : tensor<4xf32>],
    outputs = [dense<false> : tensor<4xi1>]} {
  %y = onnx.Greater(%x0, %x1) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xi1>
  return %y : tensor<4xi1>
}

func.func @greater_i8(%x0: tensor<3xi8>, %x1: tensor<2x1xi8>) -> tensor<2x3xi1> attributes {
    inputs = [dense<[0, 127, -128]> : tensor<3xi8>, dense<[[1], [0]]> : tensor<2x1xi8>],
    outputs = [dense<[[false, true, false], [false, true, false]]> : tensor<2x3xi1>]} {
  %y = onnx.Greater(%x0, %x1) : (tensor<3xi8>, tensor<2x1xi8>) -> tensor<2x3xi1>
  return %y : tensor<2x3xi1>
}

func.func @greater_i16(%x0: tensor<3xi16>, %x1: tensor<2x1xi16>) -> tensor<2x3xi1> attributes {
    inputs = [dense<[0, 32767, -32768]> : tensor<3xi16>, dense<[[1], [0]]> : tensor<2x1xi16>],
    outputs = [dense<[[false, true, false], [false, true, false]]> : tensor<2x3xi1>]} {
  %y = onnx.Greater(%x0, %x1) : (tensor<3xi16>, tensor<2x1xi16>) -> tensor<2x3xi1>
  return %y : tensor<2x3xi1>
}

func.func @greater_i64(%x0: tensor<3xi64>, %x1: tensor<2x1xi64>) -> tensor<2x3xi1> attributes {
    inputs = [dense<[0, 9223372036854775807, -9223372036854775808]> : tensor<3xi64>, dense<[[1], [0]]> : tensor<2x1xi64>],
    outputs = [dense<[[false, true, false], [false, true, false]]> : tensor<2x3xi1>]} {
  %y = onnx.Greater(%x0, %x1) : (tensor<3xi64>, tensor<2x1xi64>) -> tensor<2x3xi1>
  return %y : tensor<2x3xi1>
}

func.func @greater_ui8(%x0: tensor<3xui8>, %x1: tensor<2x1xui8>) -> tensor<2x3xi1> attributes {
    inputs = [dense<[0, 255, 0]> : tensor<3xui8>, dense<[[1], [0]]> : tensor<2x1xui8>],
    outputs = [dense<[[false, true, false], [false, true, false]]> : tensor<2x3xi1>]} {
  %y = onnx.Greater(%x0, %x1) : (tensor<3xui8>, tensor<2x1xui8>) -> tensor<2x3xi1>
  return %y : tensor<2x3xi1>
}

func.func @greater_ui16(%x0: tensor<3xui16>, %x1: tensor<2x1xui16>) -> tensor<2x3xi1> attributes {
    inputs = [dense<[0, 65535, 0]> : tensor<3xui16>, dense<[[1], [0]]> : tensor<2x1xui16>],
    outputs = [dense<[[false, true, false], [false, true, false]]> : tensor<2x3xi1>]} {
  %y = onnx.Greater(%x0, %x1) : (tensor<3xui16>, tensor<2x1xui16>) -> tensor<2x3xi1>
  return %y : tensor<2x3xi1>
}

func.func @greater_ui32(%x0: tensor<3xui32>, %x1: tensor<2x1xui32>) -> tensor<2x3xi1> attributes {
    inputs = [dense<[0, 4294967295, 0]> : tensor<3xui32>, dense<[[1], [0]]> : tensor<2x1xui32>],
    outputs = [dense<[[false, true, false], [false, true, false]]> : tensor<2x3xi1>]} {
  %y = onnx.Greater(%x0, %x1) : (tensor<3xui32>, tensor<2x1xui32>) -> tensor<2x3xi1>
  return %y : tensor<2x3xi1>
}

func.func @greater_ui64(%x0: tensor<3xui64>, %x1: tensor<2x1xui64>) -> tensor<2x3xi1> attributes {
    inputs = [dense<[0, 18446744073709551615, 0]> : tensor<3xui64>, dense<[[1], [0]]> : tensor<2x1xui64>],
    outputs = [dense<[[false, true, false], [false, true, false]]> : tensor<2x3xi1>]} {
  %y = onnx.Greater(%x0, %x1) : (tensor<3xui64>, tensor<2x1xui64>) -> tensor<2x3xi1>
  return %y : tensor<2x3xi1>
}

func.func @greaterorequal_nan(%x0: tensor<4xf32>, %x1: tensor<4xf32>) -> tensor<4xi1> attributes {
    inputs = [dense<[0x7FC00000, 1.0, 0x7F800000, 0xFF800000]> : tensor<4xf32>, dense<[0x7FC00000, 0x7FC00000, 0x7F800000, 1.0]> : tensor<4xf32>],
    outputs = [dense<[false, false, true, false]> : tensor<4xi1>]} {
  %y = onnx.GreaterOrEqual(%x0, %x1) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xi1>
  return %y : tensor<4xi1>
}

func.func @greaterorequal_i8(%x0: tensor<3xi8>, %x1: tensor<2x1xi8>) -> tensor<2x3xi1> attributes {
    inputs = [dense<[0, 127, -128]> : tensor<3xi8>, dense<[[1], [0]]> : tensor<2x1xi8>],
    outputs = [dense<[[false, true, false], [true, true, false]]> : tensor<2x3xi1>]} {
  %y = onnx.GreaterOrEqual(%x0, %x1) : (tensor<3xi8>, tensor<2x1xi8>) -> tensor<2x3xi1>
  return %y : tensor<2x3xi1>
}

func.func @greaterorequal_i16(%x0: tensor<3xi16>, %x1: tensor<2x1xi16>) -> tensor<2x3xi1> attributes {
    inputs = [dense<[0, 32767, -32768]> : tensor<3xi16>, dense<[[1], [0]]> : tensor<2x1xi16>],
    outputs = [dense<[[false, true, false], [true, true, false]]> : tensor<2x3xi1>]} {
  %y = onnx.GreaterOrEqual(%x0, %x1) : (tensor<3xi16>, tensor<2x1xi16>) -> tensor<2x3xi1>
  return %y : tensor<2x3xi1>
}

func.func @greaterorequal_i64(%x0: tensor<3xi64>, %x1: tensor<2x1xi64>) -> tensor<2x3xi1> attributes {
    inputs = [dense<[0, 9223372036854775807, -9223372036854775808]> : tensor<3xi64>, dense<[[1], [0]]> : tensor<2x1xi64>],
    outputs = [dense<[[false, true, false], [true, true, false]]> : tensor<2x3xi1>]} {
  %y = onnx.GreaterOrEqual(%x0, %x1) : (tensor<3xi64>, tensor<2x1xi64>) -> tensor<2x3xi1>
  return %y : tensor<2x3xi1>
}

func.func @greaterorequal_ui8(%x0: tensor<3xui8>, %x1: tensor<2x1xui8>) -> tensor<2x3xi1> attributes {
    inputs = [dense<[0, 255, 0]> : tensor<3xui8>, dense<[[1], [0]]> : tensor<2x1xui8>],
    outputs = [dense<[[false, true, false], [true, true, true]]> : tensor<2x3xi1>]} {
  %y = onnx.GreaterOrEqual(%x0, %x1) : (tensor<3xui8>, tensor<2x1xui8>) -> tensor<2x3xi1>
  return %y : tensor<2x3xi1>
}

func.func @greaterorequal_ui16(%x0: tensor<3xui16>, %x1: tensor<2x1xui16>) -> tensor<2x3xi1> attributes {
    inputs = [dense<[0, 65535, 0]> : tensor<3xui16>, dense<[[1], [0]]> : tensor<2x1xui16>],
    outputs = [dense<[[false, true, false], [true, true, true]]> : tensor<2x3xi1>]} {
  %y = onnx.GreaterOrEqual(%x0, %x1) : (tensor<3xui16>, tensor<2x1xui16>) -> tensor<2x3xi1>
  return %y : tensor<2x3xi1>
}

func.func @greaterorequal_ui32(%x0: tensor<3xui32>, %x1: tensor<2x1xui32>) -> tensor<2x3xi1> attributes {
    inputs = [dense<[0, 4294967295, 0]> : tensor<3xui32>, dense<[[1], [0]]> : tensor<2x1xui32>],
    outputs = [dense<[[false, true, false], [true, true, true]]> : tensor<2x3xi1>]} {
  %y = onnx.GreaterOrEqual(%x0, %x1) : (tensor<3xui32>, tensor<2x1xui32>) -> tensor<2x3xi1>
  return %y : tensor<2x3xi1>
}

func.func @greaterorequal_ui64(%x0: tensor<3xui64>, %x1: tensor<2x1xui64>) -> tensor<2x3xi1> attributes {
    inputs = [dense<[0, 18446744073709551615, 0]> : tensor<3xui64>, dense<[[1], [0]]> : tensor<2x1xui64>],
    outputs = [dense<[[false, true, false], [true, true, true]]> : tensor<2x3xi1>]} {
  %y = onnx.GreaterOrEqual(%x0, %x1) : (tensor<3xui64>, tensor<2x1xui64>) -> tensor<2x3xi1>
  return %y : tensor<2x3xi1>
}

func.func @equal_bool(%x0: tensor<2xi1>, %x1: tensor<2x1xi1>) -> tensor<2x2xi1> attributes {
    inputs = [dense<[true, false]> : tensor<2xi1>, dense<[[true], [false]]> : tensor<2x1xi1>],
    outputs = [dense<[[true, false], [false, true]]> : tensor<2x2xi1>]} {
  %y = onnx.Equal(%x0, %x1) : (tensor<2xi1>, tensor<2x1xi1>) -> tensor<2x2xi1>
  return %y : tensor<2x2xi1>
}

func.func @where_broadcast(%x0: tensor<2x1xi1>, %x1: tensor<3xf32>, %x2: tensor<f32>) -> tensor<2x3xf32> attributes {
    inputs = [dense<[[true], [false]]> : tensor<2x1xi1>, dense<[0.0, 1.0, 2.0]> : tensor<3xf32>, dense<9.0> : tensor<f32>],
    outputs = [dense<[[0.0, 1.0, 2.0], [9.0, 9.0, 9.0]]> : tensor<2x3xf32>]} {
  %y = onnx.Where(%x0, %x1, %x2) : (tensor<2x1xi1>, tensor<3xf32>, tensor<f32>) -> tensor<2x3xf32>
  return %y : tensor<2x3xf32>
}

func.func @where_i8(%x0: tensor<2xi1>, %x1: tensor<2xi8>, %x2: tensor<2xi8>) -> tensor<2xi8> attributes {
    inputs = [dense<[true, false]> : tensor<2xi1>, dense<1> : tensor<2xi8>, dense<0> : tensor<2xi8>],
    outputs = [dense<[1, 0]> : tensor<2xi8>]} {
  %y = onnx.Where(%x0, %x1, %x2) : (tensor<2xi1>, tensor<2xi8>, tensor<2xi8>) -> tensor<2xi8>
  return %y : tensor<2xi8>
}

func.func @where_ui8(%x0: tensor<2xi1>, %x1: tensor<2xui8>, %x2: tensor<2xui8>) -> tensor<2xui8> attributes {
    inputs = [dense<[true, false]> : tensor<2xi1>, dense<1> : tensor<2xui8>, dense<0> : tensor<2xui8>],
    outputs = [dense<[1, 0]> : tensor<2xui8>]} {
  %y = onnx.Where(%x0, %x1, %x2) : (tensor<2xi1>, tensor<2xui8>, tensor<2xui8>) -> tensor<2xui8>
  return %y : tensor<2xui8>
}

func.func @where_i16(%x0: tensor<2xi1>, %x1: tensor<2xi16>, %x2: tensor<2xi16>) -> tensor<2xi16> attributes {
    inputs = [dense<[true, false]> : tensor<2xi1>, dense<1> : tensor<2xi16>, dense<0> : tensor<2xi16>],
    outputs = [dense<[1, 0]> : tensor<2xi16>]} {
  %y = onnx.Where(%x0, %x1, %x2) : (tensor<2xi1>, tensor<2xi16>, tensor<2xi16>) -> tensor<2xi16>
  return %y : tensor<2xi16>
}

func.func @where_ui64(%x0: tensor<2xi1>, %x1: tensor<2xui64>, %x2: tensor<2xui64>) -> tensor<2xui64> attributes {
    inputs = [dense<[true, false]> : tensor<2xi1>, dense<1> : tensor<2xui64>, dense<0> : tensor<2xui64>],
    outputs = [dense<[1, 0]> : tensor<2xui64>]} {
  %y = onnx.Where(%x0, %x1, %x2) : (tensor<2xi1>, tensor<2xui64>, tensor<2xui64>) -> tensor<2xui64>
  return %y : tensor<2xui64>
}

func.func @where_f64(%x0: tensor<2xi1>, %x1: tensor<2xf64>, %x2: tensor<2xf64>) -> tensor<2xf64> attributes {
    inputs = [dense<[true, false]> : tensor<2xi1>, dense<1.0> : tensor<2xf64>, dense<0.0> : tensor<2xf64>],
    outputs = [dense<[1.0, 0.0]> : tensor<2xf64>]} {
  %y = onnx.Where(%x0, %x1, %x2) : (tensor<2xi1>, tensor<2xf64>, tensor<2xf64>) -> tensor<2xf64>
  return %y : tensor<2xf64>
}

func.func @where_f16(%x0: tensor<2xi1>, %x1: tensor<2xf16>, %x2: tensor<2xf16>) -> tensor<2xf16> attributes {
    inputs = [dense<[true, false]> : tensor<2xi1>, dense<1.0> : tensor<2xf16>, dense<0.0> : tensor<2xf16>],
    outputs = [dense<[1.0, 0.0]> : tensor<2xf16>]} {
  %y = onnx.Where(%x0, %x1, %x2) : (tensor<2xi1>, tensor<2xf16>, tensor<2xf16>) -> tensor<2xf16>
  return %y : tensor<2xf16>
}

func.func @where_i1(%x0: tensor<2xi1>, %x1: tensor<2xi1>, %x2: tensor<2xi1>) -> tensor<2xi1> attributes {
    inputs = [dense<[true, false]> : tensor<2xi1>, dense<true> : tensor<2xi1>, dense<false> : tensor<2xi1>],
    outputs = [dense<[true, false]> : tensor<2xi1>]} {
  %y = onnx.Where(%x0, %x1, %x2) : (tensor<2xi1>, tensor<2xi1>, tensor<2xi1>) -> tensor<2xi1>
  return %y : tensor<2xi1>
}

func.func @where_empty(%x0: tensor<0x1xi1>, %x1: tensor<1x2xf32>, %x2: tensor<f32>) -> tensor<0x2xf32> attributes {
    inputs = [dense<> : tensor<0x1xi1>, dense<0.0> : tensor<1x2xf32>, dense<1.0> : tensor<f32>],
    outputs = [dense<> : tensor<0x2xf32>]} {
  %y = onnx.Where(%x0, %x1, %x2) : (tensor<0x1xi1>, tensor<1x2xf32>, tensor<f32>) -> tensor<0x2xf32>
  return %y : tensor<0x2xf32>
}

func.func @isinf_f16(%x0: tensor<4xf16>) -> tensor<4xi1> attributes {
    inputs = [dense<[0x7C00, 0xFC00, 0x7E00, 65500.0]> : tensor<4xf16>],
    outputs = [dense<[true, true, false, false]> : tensor<4xi1>]} {
  %y = onnx.IsInf(%x0) : (tensor<4xf16>) -> tensor<4xi1>
  return %y : tensor<4xi1>
}

func.func @isinf_negative_only(%x0: tensor<3xf64>) -> tensor<3xi1> attributes {
    inputs = [dense<[0x7FF0000000000000, 0xFFF0000000000000, 0x7FF8000000000000]> : tensor<3xf64>],
    outputs = [dense<[false, true, false]> : tensor<3xi1>]} {
  %y = onnx.IsInf(%x0) {detect_positive = 0 : si64} : (tensor<3xf64>) -> tensor<3xi1>
  return %y : tensor<3xi1>
}

func.func @isnan_f64(%x0: tensor<3xf64>) -> tensor<3xi1> attributes {
    inputs = [dense<[0x7FF0000000000000, 0x7FF8000000000000, 0.0]> : tensor<3xf64>],
    outputs = [dense<[false, true, false]> : tensor<3xi1>]} {
  %y = onnx.IsNaN(%x0) : (tensor<3xf64>) -> tensor<3xi1>
  return %y : tensor<3xi1>
}

func.func @isnan_bf16(%x0: tensor<2xbf16>) -> tensor<2xi1> attributes {
    inputs = [dense<[0x7FC0, 0x7F80]> : tensor<2xbf16>],
    outputs = [dense<[true, false]> : tensor<2xi1>]} {
  %y = onnx.IsNaN(%x0) : (tensor<2xbf16>) -> tensor<2xi1>
  return %y : tensor<2xi1>
}
