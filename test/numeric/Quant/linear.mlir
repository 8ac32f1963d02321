// SPDX-License-Identifier: Apache-2.0
// QuantizeLinear and DequantizeLinear: halves to even, saturation, every quantised type, axes and blocks.

func.func @halves_u8(%x0: tensor<6xf32>, %x1: tensor<f32>, %x2: tensor<ui8>) -> tensor<6xui8> attributes {
    inputs = [dense<[0.5, 1.5, 2.5, -0.5, 1000.0, -1000.0]> : tensor<6xf32>, dense<1.0> : tensor<f32>, dense<3> : tensor<ui8>],
    outputs = [dense<[3, 5, 5, 3, 255, 0]> : tensor<6xui8>]} {
  %y = onnx.QuantizeLinear(%x0, %x1, %x2) : (tensor<6xf32>, tensor<f32>, tensor<ui8>) -> tensor<6xui8>
  return %y : tensor<6xui8>
}

func.func @i8(%x0: tensor<3xf32>, %x1: tensor<f32>, %x2: tensor<i8>) -> tensor<3xi8> attributes {
    inputs = [dense<[-300.0, 300.0, 63.75]> : tensor<3xf32>, dense<0.5> : tensor<f32>, dense<-1> : tensor<i8>],
    outputs = [dense<[-128, 127, 127]> : tensor<3xi8>]} {
  %y = onnx.QuantizeLinear(%x0, %x1, %x2) : (tensor<3xf32>, tensor<f32>, tensor<i8>) -> tensor<3xi8>
  return %y : tensor<3xi8>
}

func.func @u16(%x0: tensor<3xf32>, %x1: tensor<f32>, %x2: tensor<ui16>) -> tensor<3xui16> attributes {
    inputs = [dense<[1000000.0, -5.0, 2.0]> : tensor<3xf32>, dense<1.0> : tensor<f32>, dense<32768> : tensor<ui16>],
    outputs = [dense<[65535, 32763, 32770]> : tensor<3xui16>]} {
  %y = onnx.QuantizeLinear(%x0, %x1, %x2) : (tensor<3xf32>, tensor<f32>, tensor<ui16>) -> tensor<3xui16>
  return %y : tensor<3xui16>
}

func.func @i16(%x0: tensor<3xf32>, %x1: tensor<f32>, %x2: tensor<i16>) -> tensor<3xi16> attributes {
    inputs = [dense<[1000000.0, -1000000.0, 2.0]> : tensor<3xf32>, dense<1.0> : tensor<f32>, dense<0> : tensor<i16>],
    outputs = [dense<[32767, -32768, 2]> : tensor<3xi16>]} {
  %y = onnx.QuantizeLinear(%x0, %x1, %x2) : (tensor<3xf32>, tensor<f32>, tensor<i16>) -> tensor<3xi16>
  return %y : tensor<3xi16>
}

func.func @i4(%x0: tensor<3xf32>, %x1: tensor<f32>, %x2: tensor<i4>) -> tensor<3xi4> attributes {
    inputs = [dense<[20.0, -20.0, 2.5]> : tensor<3xf32>, dense<1.0> : tensor<f32>, dense<1> : tensor<i4>],
    outputs = [dense<[7, -8, 3]> : tensor<3xi4>]} {
  %y = onnx.QuantizeLinear(%x0, %x1, %x2) : (tensor<3xf32>, tensor<f32>, tensor<i4>) -> tensor<3xi4>
  return %y : tensor<3xi4>
}

func.func @u4(%x0: tensor<3xf32>, %x1: tensor<f32>, %x2: tensor<ui4>) -> tensor<3xui4> attributes {
    inputs = [dense<[20.0, -20.0, 2.5]> : tensor<3xf32>, dense<1.0> : tensor<f32>, dense<1> : tensor<ui4>],
    outputs = [dense<[15, 0, 3]> : tensor<3xui4>]} {
  %y = onnx.QuantizeLinear(%x0, %x1, %x2) : (tensor<3xf32>, tensor<f32>, tensor<ui4>) -> tensor<3xui4>
  return %y : tensor<3xui4>
}

func.func @i2(%x0: tensor<3xf32>, %x1: tensor<f32>, %x2: tensor<i2>) -> tensor<3xi2> attributes {
    inputs = [dense<[20.0, -20.0, 0.6]> : tensor<3xf32>, dense<1.0> : tensor<f32>, dense<0> : tensor<i2>],
    outputs = [dense<[1, -2, 1]> : tensor<3xi2>]} {
  %y = onnx.QuantizeLinear(%x0, %x1, %x2) : (tensor<3xf32>, tensor<f32>, tensor<i2>) -> tensor<3xi2>
  return %y : tensor<3xi2>
}

func.func @u2(%x0: tensor<3xf32>, %x1: tensor<f32>, %x2: tensor<ui2>) -> tensor<3xui2> attributes {
    inputs = [dense<[20.0, -20.0, 1.6]> : tensor<3xf32>, dense<1.0> : tensor<f32>, dense<0> : tensor<ui2>],
    outputs = [dense<[3, 0, 2]> : tensor<3xui2>]} {
  %y = onnx.QuantizeLinear(%x0, %x1, %x2) : (tensor<3xf32>, tensor<f32>, tensor<ui2>) -> tensor<3xui2>
  return %y : tensor<3xui2>
}

func.func @e4m3fn(%x0: tensor<3xf32>, %x1: tensor<f32>, %x2: tensor<f8E4M3FN>) -> tensor<3xf8E4M3FN> attributes {
    inputs = [dense<[1000.0, -1000.0, 2.0]> : tensor<3xf32>, dense<2.0> : tensor<f32>, dense<0x00> : tensor<f8E4M3FN>],
    outputs = [dense<[0x7E, 0xFE, 0x38]> : tensor<3xf8E4M3FN>]} {
  %y = onnx.QuantizeLinear(%x0, %x1, %x2) : (tensor<3xf32>, tensor<f32>, tensor<f8E4M3FN>) -> tensor<3xf8E4M3FN>
  return %y : tensor<3xf8E4M3FN>
}

func.func @no_zero_point(%x0: tensor<2xf32>, %x1: tensor<f32>) -> tensor<2xui8> attributes {
    inputs = [dense<[-1.0, 1.6]> : tensor<2xf32>, dense<1.0> : tensor<f32>],
    outputs = [dense<[0, 2]> : tensor<2xui8>]} {
  %n2 = onnx.None() : () -> none
  %y = onnx.QuantizeLinear(%x0, %x1, %n2) : (tensor<2xf32>, tensor<f32>, none) -> tensor<2xui8>
  return %y : tensor<2xui8>
}

func.func @output_dtype(%x0: tensor<2xf32>, %x1: tensor<f32>) -> tensor<2xi8> attributes {
    inputs = [dense<[-1.0, 1.6]> : tensor<2xf32>, dense<1.0> : tensor<f32>],
    outputs = [dense<[-1, 2]> : tensor<2xi8>]} {
  %n2 = onnx.None() : () -> none
  %y = onnx.QuantizeLinear(%x0, %x1, %n2) {output_dtype = 3 : si64} : (tensor<2xf32>, tensor<f32>, none) -> tensor<2xi8>
  return %y : tensor<2xi8>
}

func.func @axis(%x0: tensor<2x2xf32>, %x1: tensor<2xf32>, %x2: tensor<2xui8>) -> tensor<2x2xui8> attributes {
    inputs = [dense<[[1.0, 2.0], [3.0, 4.0]]> : tensor<2x2xf32>, dense<[1.0, 0.5]> : tensor<2xf32>, dense<[0, 10]> : tensor<2xui8>],
    outputs = [dense<[[1, 14], [3, 18]]> : tensor<2x2xui8>]} {
  %y = onnx.QuantizeLinear(%x0, %x1, %x2) {axis = -1 : si64} : (tensor<2x2xf32>, tensor<2xf32>, tensor<2xui8>) -> tensor<2x2xui8>
  return %y : tensor<2x2xui8>
}

func.func @blocks(%x0: tensor<1x5xf32>, %x1: tensor<1x3xf32>, %x2: tensor<1x3xui8>) -> tensor<1x5xui8> attributes {
    inputs = [dense<[[1.0, 2.0, 3.0, 4.0, 5.0]]> : tensor<1x5xf32>, dense<[[1.0, 2.0, 4.0]]> : tensor<1x3xf32>, dense<[[0, 0, 1]]> : tensor<1x3xui8>],
    outputs = [dense<[[1, 2, 2, 2, 2]]> : tensor<1x5xui8>]} {
  %y = onnx.QuantizeLinear(%x0, %x1, %x2) {axis = 1 : si64, block_size = 2 : si64} : (tensor<1x5xf32>, tensor<1x3xf32>, tensor<1x3xui8>) -> tensor<1x5xui8>
  return %y : tensor<1x5xui8>
}

func.func @f16_input(%x0: tensor<2xf16>, %x1: tensor<f16>, %x2: tensor<ui8>) -> tensor<2xui8> attributes {
    inputs = [dense<[1.5, 2.5]> : tensor<2xf16>, dense<1.0> : tensor<f16>, dense<0> : tensor<ui8>],
    outputs = [dense<2> : tensor<2xui8>]} {
  %y = onnx.QuantizeLinear(%x0, %x1, %x2) : (tensor<2xf16>, tensor<f16>, tensor<ui8>) -> tensor<2xui8>
  return %y : tensor<2xui8>
}

func.func @i32_input(%x0: tensor<2xi32>, %x1: tensor<f32>, %x2: tensor<i8>) -> tensor<2xi8> attributes {
    inputs = [dense<[7, -9]> : tensor<2xi32>, dense<2.0> : tensor<f32>, dense<0> : tensor<i8>],
    outputs = [dense<[4, -4]> : tensor<2xi8>]} {
  %y = onnx.QuantizeLinear(%x0, %x1, %x2) : (tensor<2xi32>, tensor<f32>, tensor<i8>) -> tensor<2xi8>
  return %y : tensor<2xi8>
}

func.func @dequantize_u8(%x0: tensor<2xui8>, %x1: tensor<f32>, %x2: tensor<ui8>) -> tensor<2xf32> attributes {
    inputs = [dense<[0, 255]> : tensor<2xui8>, dense<0.5> : tensor<f32>, dense<128> : tensor<ui8>],
    outputs = [dense<[-64.0, 63.5]> : tensor<2xf32>]} {
  %y = onnx.DequantizeLinear(%x0, %x1, %x2) : (tensor<2xui8>, tensor<f32>, tensor<ui8>) -> tensor<2xf32>
  return %y : tensor<2xf32>
}

func.func @dequantize_i32(%x0: tensor<2xi32>, %x1: tensor<f32>) -> tensor<2xf32> attributes {
    inputs = [dense<[1073741824, -5]> : tensor<2xi32>, dense<2.0> : tensor<f32>],
    outputs = [dense<[2.1474836e+09, -10.0]> : tensor<2xf32>]} {
  %n2 = onnx.None() : () -> none
  %y = onnx.DequantizeLinear(%x0, %x1, %n2) : (tensor<2xi32>, tensor<f32>, none) -> tensor<2xf32>
  return %y : tensor<2xf32>
}

func.func @dequantize_i4_axis(%x0: tensor<2x2xi4>, %x1: tensor<2xf32>, %x2: tensor<2xi4>) -> tensor<2x2xf32> attributes {
    inputs = [dense<[[-8, 7], [1, 2]]> : tensor<2x2xi4>, dense<[1.0, 2.0]> : tensor<2xf32>, dense<[0, 1]> : tensor<2xi4>],
    outputs = [dense<[[-8.0, 7.0], [0.0, 2.0]]> : tensor<2x2xf32>]} {
  %y = onnx.DequantizeLinear(%x0, %x1, %x2) {axis = 0 : si64} : (tensor<2x2xi4>, tensor<2xf32>, tensor<2xi4>) -> tensor<2x2xf32>
  return %y : tensor<2x2xf32>
}

func.func @dequantize_u2(%x0: tensor<2xui2>, %x1: tensor<f32>, %x2: tensor<ui2>) -> tensor<2xf32> attributes {
    inputs = [dense<[0, 3]> : tensor<2xui2>, dense<1.0> : tensor<f32>, dense<1> : tensor<ui2>],
    outputs = [dense<[-1.0, 2.0]> : tensor<2xf32>]} {
  %y = onnx.DequantizeLinear(%x0, %x1, %x2) : (tensor<2xui2>, tensor<f32>, tensor<ui2>) -> tensor<2xf32>
  return %y : tensor<2xf32>
}

func.func @dequantize_u16(%x0: tensor<2xui16>, %x1: tensor<f32>, %x2: tensor<ui16>) -> tensor<2xf32> attributes {
    inputs = [dense<[0, 65535]> : tensor<2xui16>, dense<1.0> : tensor<f32>, dense<32768> : tensor<ui16>],
    outputs = [dense<[-32768.0, 32767.0]> : tensor<2xf32>]} {
  %y = onnx.DequantizeLinear(%x0, %x1, %x2) : (tensor<2xui16>, tensor<f32>, tensor<ui16>) -> tensor<2xf32>
  return %y : tensor<2xf32>
}

func.func @dequantize_e5m2(%x0: tensor<2xf8E5M2>, %x1: tensor<f32>) -> tensor<2xf32> attributes {
    inputs = [dense<[0x3C, 0x7C]> : tensor<2xf8E5M2>, dense<3.0> : tensor<f32>],
    outputs = [dense<[3.0, 0x7F800000]> : tensor<2xf32>]} {
  %n2 = onnx.None() : () -> none
  %y = onnx.DequantizeLinear(%x0, %x1, %n2) : (tensor<2xf8E5M2>, tensor<f32>, none) -> tensor<2xf32>
  return %y : tensor<2xf32>
}

func.func @dequantize_f16_scale(%x0: tensor<2xi8>, %x1: tensor<f16>) -> tensor<2xf16> attributes {
    inputs = [dense<[-3, 5]> : tensor<2xi8>, dense<0.5> : tensor<f16>],
    outputs = [dense<[-1.5, 2.5]> : tensor<2xf16>]} {
  %n2 = onnx.None() : () -> none
  %y = onnx.DequantizeLinear(%x0, %x1, %n2) : (tensor<2xi8>, tensor<f16>, none) -> tensor<2xf16>
  return %y : tensor<2xf16>
}

func.func @dequantize_blocks(%x0: tensor<1x4xui4>, %x1: tensor<1x2xf32>) -> tensor<1x4xf32> attributes {
    inputs = [dense<[[1, 2, 3, 15]]> : tensor<1x4xui4>, dense<[[1.0, 10.0]]> : tensor<1x2xf32>],
    outputs = [dense<[[1.0, 2.0, 30.0, 150.0]]> : tensor<1x4xf32>]} {
  %n2 = onnx.None() : () -> none
  %y = onnx.DequantizeLinear(%x0, %x1, %n2) {axis = 1 : si64, block_size = 2 : si64} : (tensor<1x4xui4>, tensor<1x2xf32>, none) -> tensor<1x4xf32>
  return %y : tensor<1x4xf32>
}

func.func @dynamic_all_positive(%x0: tensor<2xf32>) -> (tensor<2xui8>, tensor<f32>, tensor<ui8>) attributes {
    inputs = [dense<[0.0, 2.55]> : tensor<2xf32>],
    outputs = [dense<[0, 255]> : tensor<2xui8>, dense<0.01> : tensor<f32>, dense<0> : tensor<ui8>]} {
  %y:3 = onnx.DynamicQuantizeLinear(%x0) : (tensor<2xf32>) -> (tensor<2xui8>, tensor<f32>, tensor<ui8>)
  return %y#0, %y#1, %y#2 : tensor<2xui8>, tensor<f32>, tensor<ui8>
}

func.func @mat_mul_integer_rows(%x0: tensor<2x2xui8>, %x1: tensor<2x2xi8>, %x2: tensor<2xui8>, %x3: tensor<2xi8>) -> tensor<2x2xi32> attributes {
    inputs = [dense<[[1, 2], [3, 4]]> : tensor<2x2xui8>, dense<[[1, -1], [2, 0]]> : tensor<2x2xi8>, dense<[1, 2]> : tensor<2xui8>, dense<[0, 1]> : tensor<2xi8>],
    outputs = [dense<[[2, -1], [5, -4]]> : tensor<2x2xi32>]} {
  %y = onnx.MatMulInteger(%x0, %x1, %x2, %x3) : (tensor<2x2xui8>, tensor<2x2xi8>, tensor<2xui8>, tensor<2xi8>) -> tensor<2x2xi32>
  return %y : tensor<2x2xi32>
}
