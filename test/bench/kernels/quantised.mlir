// SPDX-License-Identifier: Apache-2.0
// Products of bytes, and weights of four bits.

func.func @bytes_128x768x768(%x: tensor<128x768xui8>, %w: tensor<768x768xi8> {bench.constant}) -> tensor<128x768xi32> {
  %none = onnx.None() : () -> none
  %y = onnx.MatMulInteger(%x, %w, %none, %none) : (tensor<128x768xui8>, tensor<768x768xi8>, none, none) -> tensor<128x768xi32>
  return %y : tensor<128x768xi32>
}

func.func @bytes_conv_128x28(%x: tensor<1x128x28x28xui8>, %w: tensor<128x128x3x3xi8> {bench.constant}) -> tensor<1x128x28x28xui8> {
  %none = onnx.None() : () -> none
  %xs = onnx.Constant() {value = dense<0.02> : tensor<f32>} : () -> tensor<f32>
  %xz = onnx.Constant() {value = dense<128> : tensor<ui8>} : () -> tensor<ui8>
  %ws = onnx.Constant() {value = dense<0.01> : tensor<f32>} : () -> tensor<f32>
  %wz = onnx.Constant() {value = dense<0> : tensor<i8>} : () -> tensor<i8>
  %y = onnx.QLinearConv(%x, %xs, %xz, %w, %ws, %wz, %xs, %xz, %none) {pads = array<i64: 1, 1, 1, 1>} : (tensor<1x128x28x28xui8>, tensor<f32>, tensor<ui8>, tensor<128x128x3x3xi8>, tensor<f32>, tensor<i8>, tensor<f32>, tensor<ui8>, none) -> tensor<1x128x28x28xui8>
  return %y : tensor<1x128x28x28xui8>
}

func.func @quantize_1m(%x: tensor<1024x1024xf32>) -> tensor<1024x1024xui8> {
  %s = onnx.Constant() {value = dense<0.01> : tensor<f32>} : () -> tensor<f32>
  %z = onnx.Constant() {value = dense<128> : tensor<ui8>} : () -> tensor<ui8>
  %y = onnx.QuantizeLinear(%x, %s, %z) : (tensor<1024x1024xf32>, tensor<f32>, tensor<ui8>) -> tensor<1024x1024xui8>
  return %y : tensor<1024x1024xui8>
}

// Four bits and a scale for 32 of them: a step of a decoder, some tokens, many.
func.func @blocks_1x768x50257(%x: tensor<1x768xf32>, %w: tensor<50257x24x16xui8> {bench.constant}, %s: tensor<1206168xf32> {bench.constant}) -> tensor<1x50257xf32> {
  %none = onnx.None() : () -> none
  %y = onnx.ms.MatMulNBits(%x, %w, %s, %none, %none, %none) {K = 768 : si64, N = 50257 : si64, bits = 4 : si64, block_size = 32 : si64} : (tensor<1x768xf32>, tensor<50257x24x16xui8>, tensor<1206168xf32>, none, none, none) -> tensor<1x50257xf32>
  return %y : tensor<1x50257xf32>
}

func.func @blocks_zeros_1x4096x11008(%x: tensor<1x4096xf32>, %w: tensor<11008x128x16xui8> {bench.constant}, %s: tensor<1409024xf32> {bench.constant}, %z: tensor<704512xui8> {bench.constant}) -> tensor<1x11008xf32> {
  %none = onnx.None() : () -> none
  %y = onnx.ms.MatMulNBits(%x, %w, %s, %z, %none, %none) {K = 4096 : si64, N = 11008 : si64, bits = 4 : si64, block_size = 32 : si64} : (tensor<1x4096xf32>, tensor<11008x128x16xui8>, tensor<1409024xf32>, tensor<704512xui8>, none, none) -> tensor<1x11008xf32>
  return %y : tensor<1x11008xf32>
}

func.func @blocks_2x4096x11008(%x: tensor<2x4096xf32>, %w: tensor<11008x128x16xui8> {bench.constant}, %s: tensor<1409024xf32> {bench.constant}) -> tensor<2x11008xf32> {
  %none = onnx.None() : () -> none
  %y = onnx.ms.MatMulNBits(%x, %w, %s, %none, %none, %none) {K = 4096 : si64, N = 11008 : si64, bits = 4 : si64, block_size = 32 : si64} : (tensor<2x4096xf32>, tensor<11008x128x16xui8>, tensor<1409024xf32>, none, none, none) -> tensor<2x11008xf32>
  return %y : tensor<2x11008xf32>
}

func.func @blocks_4x4096x11008(%x: tensor<4x4096xf32>, %w: tensor<11008x128x16xui8> {bench.constant}, %s: tensor<1409024xf32> {bench.constant}) -> tensor<4x11008xf32> {
  %none = onnx.None() : () -> none
  %y = onnx.ms.MatMulNBits(%x, %w, %s, %none, %none, %none) {K = 4096 : si64, N = 11008 : si64, bits = 4 : si64, block_size = 32 : si64} : (tensor<4x4096xf32>, tensor<11008x128x16xui8>, tensor<1409024xf32>, none, none, none) -> tensor<4x11008xf32>
  return %y : tensor<4x11008xf32>
}

func.func @blocks_18x768x3072(%x: tensor<18x768xf32>, %w: tensor<3072x24x16xui8> {bench.constant}, %s: tensor<73728xf32> {bench.constant}) -> tensor<18x3072xf32> {
  %none = onnx.None() : () -> none
  %y = onnx.ms.MatMulNBits(%x, %w, %s, %none, %none, %none) {K = 768 : si64, N = 3072 : si64, bits = 4 : si64, block_size = 32 : si64} : (tensor<18x768xf32>, tensor<3072x24x16xui8>, tensor<73728xf32>, none, none, none) -> tensor<18x3072xf32>
  return %y : tensor<18x3072xf32>
}

func.func @blocks_128x768x3072(%x: tensor<128x768xf32>, %w: tensor<3072x24x16xui8> {bench.constant}, %s: tensor<73728xf32> {bench.constant}, %z: tensor<36864xui8> {bench.constant}) -> tensor<128x3072xf32> {
  %none = onnx.None() : () -> none
  %y = onnx.ms.MatMulNBits(%x, %w, %s, %z, %none, %none) {K = 768 : si64, N = 3072 : si64, bits = 4 : si64, block_size = 32 : si64} : (tensor<128x768xf32>, tensor<3072x24x16xui8>, tensor<73728xf32>, tensor<36864xui8>, none, none) -> tensor<128x3072xf32>
  return %y : tensor<128x3072xf32>
}

func.func @blocks_128x3072x768(%x: tensor<128x3072xf32>, %w: tensor<768x96x16xui8> {bench.constant}, %s: tensor<73728xf32> {bench.constant}, %z: tensor<36864xui8> {bench.constant}) -> tensor<128x768xf32> {
  %none = onnx.None() : () -> none
  %y = onnx.ms.MatMulNBits(%x, %w, %s, %z, %none, %none) {K = 3072 : si64, N = 768 : si64, bits = 4 : si64, block_size = 32 : si64} : (tensor<128x3072xf32>, tensor<768x96x16xui8>, tensor<73728xf32>, tensor<36864xui8>, none, none) -> tensor<128x768xf32>
  return %y : tensor<128x768xf32>
}
