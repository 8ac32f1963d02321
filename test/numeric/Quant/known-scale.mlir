// SPDX-License-Identifier: Apache-2.0
// QuantizeLinear of one known scale and zero point, alone and behind an activation: numbers next to halves of a quantum,
// infinities, not a number, numbers far outside.

func.func @u8(%x: tensor<27xf32>) -> tensor<27xui8> attributes {
    inputs = [dense<[0.000000000e+00, 1.000000000e+00, -1.000000000e+00, 0.375, 0.625, 0.875, -0.375, 31.75, 32.25, 1.00000002e+30, -1.00000002e+30, 9.9999461e-41, 5.12300014, -2.5, 12.1199999, 29.8999996, 3.000000000e+01, -0.0588235296, -0.0352941193, -0.0117647061, 0.0117647061, 0.0352941193, 0.0588235296, 0.0823529437, 0x7F800000, 0xFF800000, 0x7FC00000]> : tensor<27xf32>],
    outputs = [dense<[0, 42, 0, 16, 27, 37, 0, 255, 255, 255, 0, 0, 218, 0, 255, 255, 255, 0, 0, 0, 0, 2, 2, 4, 255, 0, 0]> : tensor<27xui8>]} {
  %s = onnx.Constant() {value = dense<0.0235294122> : tensor<f32>} : () -> tensor<f32>
  %z = onnx.Constant() {value = dense<0> : tensor<ui8>} : () -> tensor<ui8>
  %y = onnx.QuantizeLinear(%x, %s, %z) : (tensor<27xf32>, tensor<f32>, tensor<ui8>) -> tensor<27xui8>
  return %y : tensor<27xui8>
}

func.func @u8_zero(%x: tensor<27xf32>) -> tensor<27xui8> attributes {
    inputs = [dense<[0.000000000e+00, 1.000000000e+00, -1.000000000e+00, 0.375, 0.625, 0.875, -0.375, 31.75, 32.25, 1.00000002e+30, -1.00000002e+30, 9.9999461e-41, 5.12300014, -2.5, 12.1199999, 29.8999996, 3.000000000e+01, -0.0840719193, -0.0504431538, -0.0168143846, 0.0168143846, 0.0504431538, 0.0840719193, 0.117700696, 0x7F800000, 0xFF800000, 0x7FC00000]> : tensor<27xf32>],
    outputs = [dense<[135, 165, 105, 146, 154, 161, 124, 255, 255, 255, 0, 135, 255, 61, 255, 255, 255, 133, 133, 135, 135, 137, 137, 139, 255, 0, 0]> : tensor<27xui8>]} {
  %s = onnx.Constant() {value = dense<0.0336287692> : tensor<f32>} : () -> tensor<f32>
  %z = onnx.Constant() {value = dense<135> : tensor<ui8>} : () -> tensor<ui8>
  %y = onnx.QuantizeLinear(%x, %s, %z) : (tensor<27xf32>, tensor<f32>, tensor<ui8>) -> tensor<27xui8>
  return %y : tensor<27xui8>
}

func.func @i8(%x: tensor<27xf32>) -> tensor<27xi8> attributes {
    inputs = [dense<[0.000000000e+00, 1.000000000e+00, -1.000000000e+00, 0.375, 0.625, 0.875, -0.375, 31.75, 32.25, 1.00000002e+30, -1.00000002e+30, 9.9999461e-41, 5.12300014, -2.5, 12.1199999, 29.8999996, 3.000000000e+01, -0.625, -0.375, -0.125, 0.125, 0.375, 0.625, 0.875, 0x7F800000, 0xFF800000, 0x7FC00000]> : tensor<27xf32>],
    outputs = [dense<[-7, -3, -11, -5, -5, -3, -9, 120, 122, 127, -128, -7, 13, -17, 41, 113, 113, -9, -9, -7, -7, -5, -5, -3, 127, -128, -128]> : tensor<27xi8>]} {
  %s = onnx.Constant() {value = dense<0.25> : tensor<f32>} : () -> tensor<f32>
  %z = onnx.Constant() {value = dense<-7> : tensor<i8>} : () -> tensor<i8>
  %y = onnx.QuantizeLinear(%x, %s, %z) : (tensor<27xf32>, tensor<f32>, tensor<i8>) -> tensor<27xi8>
  return %y : tensor<27xi8>
}

func.func @u8_one(%x: tensor<27xf32>) -> tensor<27xui8> attributes {
    inputs = [dense<[0.000000000e+00, 1.000000000e+00, -1.000000000e+00, 0.375, 0.625, 0.875, -0.375, 31.75, 32.25, 1.00000002e+30, -1.00000002e+30, 9.9999461e-41, 5.12300014, -2.5, 12.1199999, 29.8999996, 3.000000000e+01, -2.5, -1.5, -0.5, 0.5, 1.5, 2.5, 3.5, 0x7F800000, 0xFF800000, 0x7FC00000]> : tensor<27xf32>],
    outputs = [dense<[128, 129, 127, 128, 129, 129, 128, 160, 160, 255, 0, 128, 133, 126, 140, 158, 158, 126, 126, 128, 128, 130, 130, 132, 255, 0, 0]> : tensor<27xui8>]} {
  %s = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %z = onnx.Constant() {value = dense<128> : tensor<ui8>} : () -> tensor<ui8>
  %y = onnx.QuantizeLinear(%x, %s, %z) : (tensor<27xf32>, tensor<f32>, tensor<ui8>) -> tensor<27xui8>
  return %y : tensor<27xui8>
}

func.func @relu6(%x: tensor<26xf32>) -> tensor<26xui8> attributes {
    inputs = [dense<[0.000000000e+00, 1.000000000e+00, -1.000000000e+00, 0.375, 0.625, 0.875, -0.375, 31.75, 32.25, 1.00000002e+30, -1.00000002e+30, 9.9999461e-41, 5.12300014, -2.5, 12.1199999, 29.8999996, 3.000000000e+01, -0.0588235296, -0.0352941193, -0.0117647061, 0.0117647061, 0.0352941193, 0.0588235296, 0.0823529437, 0x7F800000, 0xFF800000]> : tensor<26xf32>],
    outputs = [dense<[0, 42, 0, 16, 27, 37, 0, 255, 255, 255, 0, 0, 218, 0, 255, 255, 255, 0, 0, 0, 0, 2, 2, 4, 255, 0]> : tensor<26xui8>]} {
  %s = onnx.Constant() {value = dense<0.0235294122> : tensor<f32>} : () -> tensor<f32>
  %z = onnx.Constant() {value = dense<0> : tensor<ui8>} : () -> tensor<ui8>
  %lo = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %hi = onnx.Constant() {value = dense<6.0> : tensor<f32>} : () -> tensor<f32>
  %r = onnx.Clip(%x, %lo, %hi) : (tensor<26xf32>, tensor<f32>, tensor<f32>) -> tensor<26xf32>
  %y = onnx.QuantizeLinear(%r, %s, %z) : (tensor<26xf32>, tensor<f32>, tensor<ui8>) -> tensor<26xui8>
  return %y : tensor<26xui8>
}

func.func @relu6_zero(%x: tensor<26xf32>) -> tensor<26xui8> attributes {
    inputs = [dense<[0.000000000e+00, 1.000000000e+00, -1.000000000e+00, 0.375, 0.625, 0.875, -0.375, 31.75, 32.25, 1.00000002e+30, -1.00000002e+30, 9.9999461e-41, 5.12300014, -2.5, 12.1199999, 29.8999996, 3.000000000e+01, -0.125, -0.075000003, -0.0250000004, 0.0250000004, 0.075000003, 0.125, 0.174999997, 0x7F800000, 0xFF800000]> : tensor<26xf32>],
    outputs = [dense<[37, 57, 37, 45, 49, 55, 37, 157, 157, 157, 37, 37, 139, 37, 157, 157, 157, 37, 37, 37, 37, 39, 39, 41, 157, 37]> : tensor<26xui8>]} {
  %s = onnx.Constant() {value = dense<0.05> : tensor<f32>} : () -> tensor<f32>
  %z = onnx.Constant() {value = dense<37> : tensor<ui8>} : () -> tensor<ui8>
  %lo = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %hi = onnx.Constant() {value = dense<6.0> : tensor<f32>} : () -> tensor<f32>
  %r = onnx.Clip(%x, %lo, %hi) : (tensor<26xf32>, tensor<f32>, tensor<f32>) -> tensor<26xf32>
  %y = onnx.QuantizeLinear(%r, %s, %z) : (tensor<26xf32>, tensor<f32>, tensor<ui8>) -> tensor<26xui8>
  return %y : tensor<26xui8>
}

func.func @i16(%x: tensor<27xf32>) -> tensor<27xi16> attributes {
    inputs = [dense<[0.000000000e+00, 1.000000000e+00, -1.000000000e+00, 0.375, 0.625, 0.875, -0.375, 31.75, 32.25, 1.00000002e+30, -1.00000002e+30, 9.9999461e-41, 5.12300014, -2.5, 12.1199999, 29.8999996, 3.000000000e+01, -0.00250000018, -0.00150000001, -0.000500000024, 0.000500000024, 0.00150000001, 0.00250000018, 0.00350000011, 0x7F800000, 0xFF800000, 0x7FC00000]> : tensor<27xf32>],
    outputs = [dense<[0, 1000, -1000, 375, 625, 875, -375, 31750, 32250, 32767, -32768, 0, 5123, -2500, 12120, 29900, 30000, -2, -2, 0, 0, 2, 2, 4, 32767, -32768, -32768]> : tensor<27xi16>]} {
  %s = onnx.Constant() {value = dense<0.001> : tensor<f32>} : () -> tensor<f32>
  %z = onnx.Constant() {value = dense<0> : tensor<i16>} : () -> tensor<i16>
  %y = onnx.QuantizeLinear(%x, %s, %z) : (tensor<27xf32>, tensor<f32>, tensor<i16>) -> tensor<27xi16>
  return %y : tensor<27xi16>
}

func.func @u8_power(%x: tensor<27xf32>) -> tensor<27xui8> attributes {
    inputs = [dense<[0.000000000e+00, 1.000000000e+00, -1.000000000e+00, 0.375, 0.625, 0.875, -0.375, 31.75, 32.25, 1.00000002e+30, -1.00000002e+30, 9.9999461e-41, 5.12300014, -2.5, 12.1199999, 29.8999996, 3.000000000e+01, -0.01953125, -0.01171875, -0.00390625, 0.00390625, 0.01171875, 0.01953125, 0.02734375, 0x7F800000, 0xFF800000, 0x7FC00000]> : tensor<27xf32>],
    outputs = [dense<[128, 255, 0, 176, 208, 240, 80, 255, 255, 255, 0, 128, 255, 0, 255, 255, 255, 126, 126, 128, 128, 130, 130, 132, 255, 0, 0]> : tensor<27xui8>]} {
  %s = onnx.Constant() {value = dense<0.0078125> : tensor<f32>} : () -> tensor<f32>
  %z = onnx.Constant() {value = dense<128> : tensor<ui8>} : () -> tensor<ui8>
  %y = onnx.QuantizeLinear(%x, %s, %z) : (tensor<27xf32>, tensor<f32>, tensor<ui8>) -> tensor<27xui8>
  return %y : tensor<27xui8>
}

