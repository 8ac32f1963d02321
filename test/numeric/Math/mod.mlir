// SPDX-License-Identifier: Apache-2.0
// Mod: the sign of the divisor, or with fmod of the dividend.

func.func @int(%x0: tensor<6xi32>, %x1: tensor<6xi32>) -> tensor<6xi32> attributes {
    inputs = [dense<[-4, 7, 5, 4, -7, 8]> : tensor<6xi32>, dense<[2, -3, 8, -2, 3, 5]> : tensor<6xi32>],
    outputs = [dense<[0, -2, 5, 0, 2, 3]> : tensor<6xi32>]} {
  %y = onnx.Mod(%x0, %x1) : (tensor<6xi32>, tensor<6xi32>) -> tensor<6xi32>
  return %y : tensor<6xi32>
}

func.func @int_fmod(%x0: tensor<6xi32>, %x1: tensor<6xi32>) -> tensor<6xi32> attributes {
    inputs = [dense<[-4, 7, 5, 4, -7, 8]> : tensor<6xi32>, dense<[2, -3, 8, -2, 3, 5]> : tensor<6xi32>],
    outputs = [dense<[0, 1, 5, 0, -1, 3]> : tensor<6xi32>]} {
  %y = onnx.Mod(%x0, %x1) {fmod = 1 : si64} : (tensor<6xi32>, tensor<6xi32>) -> tensor<6xi32>
  return %y : tensor<6xi32>
}

func.func @int_i8(%x0: tensor<6xi8>, %x1: tensor<6xi8>) -> tensor<6xi8> attributes {
    inputs = [dense<[-4, 7, 5, 4, -7, 8]> : tensor<6xi8>, dense<[2, -3, 8, -2, 3, 5]> : tensor<6xi8>],
    outputs = [dense<[0, -2, 5, 0, 2, 3]> : tensor<6xi8>]} {
  %y = onnx.Mod(%x0, %x1) : (tensor<6xi8>, tensor<6xi8>) -> tensor<6xi8>
  return %y : tensor<6xi8>
}

func.func @int_i16(%x0: tensor<6xi16>, %x1: tensor<6xi16>) -> tensor<6xi16> attributes {
    inputs = [dense<[-4, 7, 5, 4, -7, 8]> : tensor<6xi16>, dense<[2, -3, 8, -2, 3, 5]> : tensor<6xi16>],
    outputs = [dense<[0, -2, 5, 0, 2, 3]> : tensor<6xi16>]} {
  %y = onnx.Mod(%x0, %x1) : (tensor<6xi16>, tensor<6xi16>) -> tensor<6xi16>
  return %y : tensor<6xi16>
}

func.func @int_i64(%x0: tensor<6xi64>, %x1: tensor<6xi64>) -> tensor<6xi64> attributes {
    inputs = [dense<[-4, 7, 5, 4, -7, 8]> : tensor<6xi64>, dense<[2, -3, 8, -2, 3, 5]> : tensor<6xi64>],
    outputs = [dense<[0, -2, 5, 0, 2, 3]> : tensor<6xi64>]} {
  %y = onnx.Mod(%x0, %x1) : (tensor<6xi64>, tensor<6xi64>) -> tensor<6xi64>
  return %y : tensor<6xi64>
}

func.func @uint_ui8(%x0: tensor<3xui8>, %x1: tensor<3xui8>) -> tensor<3xui8> attributes {
    inputs = [dense<[200, 7, 5]> : tensor<3xui8>, dense<[7, 200, 5]> : tensor<3xui8>],
    outputs = [dense<[4, 7, 0]> : tensor<3xui8>]} {
  %y = onnx.Mod(%x0, %x1) : (tensor<3xui8>, tensor<3xui8>) -> tensor<3xui8>
  return %y : tensor<3xui8>
}

func.func @uint_ui16(%x0: tensor<3xui16>, %x1: tensor<3xui16>) -> tensor<3xui16> attributes {
    inputs = [dense<[200, 7, 5]> : tensor<3xui16>, dense<[7, 200, 5]> : tensor<3xui16>],
    outputs = [dense<[4, 7, 0]> : tensor<3xui16>]} {
  %y = onnx.Mod(%x0, %x1) : (tensor<3xui16>, tensor<3xui16>) -> tensor<3xui16>
  return %y : tensor<3xui16>
}

func.func @uint_ui32(%x0: tensor<3xui32>, %x1: tensor<3xui32>) -> tensor<3xui32> attributes {
    inputs = [dense<[200, 7, 5]> : tensor<3xui32>, dense<[7, 200, 5]> : tensor<3xui32>],
    outputs = [dense<[4, 7, 0]> : tensor<3xui32>]} {
  %y = onnx.Mod(%x0, %x1) : (tensor<3xui32>, tensor<3xui32>) -> tensor<3xui32>
  return %y : tensor<3xui32>
}

func.func @uint_ui64(%x0: tensor<3xui64>, %x1: tensor<3xui64>) -> tensor<3xui64> attributes {
    inputs = [dense<[200, 7, 5]> : tensor<3xui64>, dense<[7, 200, 5]> : tensor<3xui64>],
    outputs = [dense<[4, 7, 0]> : tensor<3xui64>]} {
  %y = onnx.Mod(%x0, %x1) : (tensor<3xui64>, tensor<3xui64>) -> tensor<3xui64>
  return %y : tensor<3xui64>
}

func.func @float_fmod(%x0: tensor<8xf32>, %x1: tensor<8xf32>) -> tensor<8xf32> attributes {
    inputs = [dense<[-4.3, 7.2, 5.0, 4.3, -7.2, 8.0, 0x7F800000, 3.0]> : tensor<8xf32>, dense<[2.1, -3.4, 8.0, -2.1, 3.4, 5.0, 2.0, 0x7F800000]> : tensor<8xf32>],
    outputs = [dense<[-0.10000038, 0.39999962, 5.0, 0.10000038, -0.39999962, 3.0, 0x7FC00000, 3.0]> : tensor<8xf32>]} {
  %y = onnx.Mod(%x0, %x1) {fmod = 1 : si64} : (tensor<8xf32>, tensor<8xf32>) -> tensor<8xf32>
  return %y : tensor<8xf32>
}

func.func @float_fmod_f16(%x0: tensor<3xf16>, %x1: tensor<3xf16>) -> tensor<3xf16> attributes {
    inputs = [dense<[-4.5, 7.5, 5.0]> : tensor<3xf16>, dense<[2.0, -3.0, 8.0]> : tensor<3xf16>],
    outputs = [dense<[-0.5, 1.5, 5.0]> : tensor<3xf16>]} {
  %y = onnx.Mod(%x0, %x1) {fmod = 1 : si64} : (tensor<3xf16>, tensor<3xf16>) -> tensor<3xf16>
  return %y : tensor<3xf16>
}

func.func @float_fmod_f64(%x0: tensor<3xf64>, %x1: tensor<3xf64>) -> tensor<3xf64> attributes {
    inputs = [dense<[-4.5, 7.5, 5.0]> : tensor<3xf64>, dense<[2.0, -3.0, 8.0]> : tensor<3xf64>],
    outputs = [dense<[-0.5, 1.5, 5.0]> : tensor<3xf64>]} {
  %y = onnx.Mod(%x0, %x1) {fmod = 1 : si64} : (tensor<3xf64>, tensor<3xf64>) -> tensor<3xf64>
  return %y : tensor<3xf64>
}

func.func @broadcast(%x0: tensor<2x1xi64>, %x1: tensor<3xi64>) -> tensor<2x3xi64> attributes {
    inputs = [dense<[[-7], [7]]> : tensor<2x1xi64>, dense<[2, -2, 3]> : tensor<3xi64>],
    outputs = [dense<[[1, -1, 2], [1, -1, 1]]> : tensor<2x3xi64>]} {
  %y = onnx.Mod(%x0, %x1) : (tensor<2x1xi64>, tensor<3xi64>) -> tensor<2x3xi64>
  return %y : tensor<2x3xi64>
}
