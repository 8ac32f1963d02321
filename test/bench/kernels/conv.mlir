// SPDX-License-Identifier: Apache-2.0
// Convolutions with bias and activation.

func.func @winograd_64x56(%x: tensor<1x64x56x56xf32>, %w: tensor<64x64x3x3xf32> {bench.constant}, %b: tensor<64xf32> {bench.constant}) -> tensor<1x64x56x56xf32> {
  %y = onnx.Conv(%x, %w, %b) {pads = array<i64: 1, 1, 1, 1>} : (tensor<1x64x56x56xf32>, tensor<64x64x3x3xf32>, tensor<64xf32>) -> tensor<1x64x56x56xf32>
  %z = onnx.Relu(%y) : (tensor<1x64x56x56xf32>) -> tensor<1x64x56x56xf32>
  return %z : tensor<1x64x56x56xf32>
}

func.func @winograd_256x14(%x: tensor<1x256x14x14xf32>, %w: tensor<256x256x3x3xf32> {bench.constant}, %b: tensor<256xf32> {bench.constant}) -> tensor<1x256x14x14xf32> {
  %y = onnx.Conv(%x, %w, %b) {pads = array<i64: 1, 1, 1, 1>} : (tensor<1x256x14x14xf32>, tensor<256x256x3x3xf32>, tensor<256xf32>) -> tensor<1x256x14x14xf32>
  %z = onnx.Relu(%y) : (tensor<1x256x14x14xf32>) -> tensor<1x256x14x14xf32>
  return %z : tensor<1x256x14x14xf32>
}

func.func @deep_512x7(%x: tensor<1x512x7x7xf32>, %w: tensor<512x512x3x3xf32> {bench.constant}, %b: tensor<512xf32> {bench.constant}) -> tensor<1x512x7x7xf32> {
  %y = onnx.Conv(%x, %w, %b) {pads = array<i64: 1, 1, 1, 1>} : (tensor<1x512x7x7xf32>, tensor<512x512x3x3xf32>, tensor<512xf32>) -> tensor<1x512x7x7xf32>
  %z = onnx.Relu(%y) : (tensor<1x512x7x7xf32>) -> tensor<1x512x7x7xf32>
  return %z : tensor<1x512x7x7xf32>
}

func.func @strided_128x56(%x: tensor<1x128x56x56xf32>, %w: tensor<128x128x3x3xf32> {bench.constant}, %b: tensor<128xf32> {bench.constant}) -> tensor<1x128x28x28xf32> {
  %y = onnx.Conv(%x, %w, %b) {pads = array<i64: 1, 1, 1, 1>, strides = array<i64: 2, 2>} : (tensor<1x128x56x56xf32>, tensor<128x128x3x3xf32>, tensor<128xf32>) -> tensor<1x128x28x28xf32>
  %z = onnx.Relu(%y) : (tensor<1x128x28x28xf32>) -> tensor<1x128x28x28xf32>
  return %z : tensor<1x128x28x28xf32>
}

func.func @dilated_128x28(%x: tensor<1x128x28x28xf32>, %w: tensor<128x128x3x3xf32> {bench.constant}, %b: tensor<128xf32> {bench.constant}) -> tensor<1x128x28x28xf32> {
  %y = onnx.Conv(%x, %w, %b) {pads = array<i64: 12, 12, 12, 12>, dilations = array<i64: 12, 12>} : (tensor<1x128x28x28xf32>, tensor<128x128x3x3xf32>, tensor<128xf32>) -> tensor<1x128x28x28xf32>
  %z = onnx.Relu(%y) : (tensor<1x128x28x28xf32>) -> tensor<1x128x28x28xf32>
  return %z : tensor<1x128x28x28xf32>
}

func.func @pointwise_256x56(%x: tensor<1x256x56x56xf32>, %w: tensor<64x256x1x1xf32> {bench.constant}, %b: tensor<64xf32> {bench.constant}) -> tensor<1x64x56x56xf32> {
  %y = onnx.Conv(%x, %w, %b) : (tensor<1x256x56x56xf32>, tensor<64x256x1x1xf32>, tensor<64xf32>) -> tensor<1x64x56x56xf32>
  %z = onnx.Relu(%y) : (tensor<1x64x56x56xf32>) -> tensor<1x64x56x56xf32>
  return %z : tensor<1x64x56x56xf32>
}

func.func @pointwise_1024x14(%x: tensor<1x1024x14x14xf32>, %w: tensor<256x1024x1x1xf32> {bench.constant}, %b: tensor<256xf32> {bench.constant}) -> tensor<1x256x14x14xf32> {
  %y = onnx.Conv(%x, %w, %b) : (tensor<1x1024x14x14xf32>, tensor<256x1024x1x1xf32>, tensor<256xf32>) -> tensor<1x256x14x14xf32>
  %z = onnx.Relu(%y) : (tensor<1x256x14x14xf32>) -> tensor<1x256x14x14xf32>
  return %z : tensor<1x256x14x14xf32>
}

func.func @first_7x7(%x: tensor<1x3x224x224xf32>, %w: tensor<64x3x7x7xf32> {bench.constant}, %b: tensor<64xf32> {bench.constant}) -> tensor<1x64x112x112xf32> {
  %y = onnx.Conv(%x, %w, %b) {pads = array<i64: 3, 3, 3, 3>, strides = array<i64: 2, 2>} : (tensor<1x3x224x224xf32>, tensor<64x3x7x7xf32>, tensor<64xf32>) -> tensor<1x64x112x112xf32>
  %z = onnx.Relu(%y) : (tensor<1x64x112x112xf32>) -> tensor<1x64x112x112xf32>
  return %z : tensor<1x64x112x112xf32>
}

func.func @last_9x9(%x: tensor<1x32x224x224xf32>, %w: tensor<3x32x9x9xf32> {bench.constant}, %b: tensor<3xf32> {bench.constant}) -> tensor<1x3x224x224xf32> {
  %y = onnx.Conv(%x, %w, %b) {pads = array<i64: 4, 4, 4, 4>} : (tensor<1x32x224x224xf32>, tensor<3x32x9x9xf32>, tensor<3xf32>) -> tensor<1x3x224x224xf32>
  %z = onnx.Relu(%y) : (tensor<1x3x224x224xf32>) -> tensor<1x3x224x224xf32>
  return %z : tensor<1x3x224x224xf32>
}

func.func @grouped_32(%x: tensor<1x256x28x28xf32>, %w: tensor<256x8x3x3xf32> {bench.constant}, %b: tensor<256xf32> {bench.constant}) -> tensor<1x256x28x28xf32> {
  %y = onnx.Conv(%x, %w, %b) {pads = array<i64: 1, 1, 1, 1>, group = 32 : si64} : (tensor<1x256x28x28xf32>, tensor<256x8x3x3xf32>, tensor<256xf32>) -> tensor<1x256x28x28xf32>
  %z = onnx.Relu(%y) : (tensor<1x256x28x28xf32>) -> tensor<1x256x28x28xf32>
  return %z : tensor<1x256x28x28xf32>
}

func.func @depthwise_3x3(%x: tensor<1x192x56x56xf32>, %w: tensor<192x1x3x3xf32> {bench.constant}, %b: tensor<192xf32> {bench.constant}) -> tensor<1x192x56x56xf32> {
  %y = onnx.Conv(%x, %w, %b) {pads = array<i64: 1, 1, 1, 1>, group = 192 : si64} : (tensor<1x192x56x56xf32>, tensor<192x1x3x3xf32>, tensor<192xf32>) -> tensor<1x192x56x56xf32>
  %z = onnx.Relu(%y) : (tensor<1x192x56x56xf32>) -> tensor<1x192x56x56xf32>
  return %z : tensor<1x192x56x56xf32>
}

func.func @depthwise_5x5_strided(%x: tensor<1x240x28x28xf32>, %w: tensor<240x1x5x5xf32> {bench.constant}, %b: tensor<240xf32> {bench.constant}) -> tensor<1x240x14x14xf32> {
  %y = onnx.Conv(%x, %w, %b) {pads = array<i64: 2, 2, 2, 2>, strides = array<i64: 2, 2>, group = 240 : si64} : (tensor<1x240x28x28xf32>, tensor<240x1x5x5xf32>, tensor<240xf32>) -> tensor<1x240x14x14xf32>
  %z = onnx.Relu(%y) : (tensor<1x240x14x14xf32>) -> tensor<1x240x14x14xf32>
  return %z : tensor<1x240x14x14xf32>
}

func.func @depthwise_7x7(%x: tensor<1x96x56x56xf32>, %w: tensor<96x1x7x7xf32> {bench.constant}, %b: tensor<96xf32> {bench.constant}) -> tensor<1x96x56x56xf32> {
  %y = onnx.Conv(%x, %w, %b) {pads = array<i64: 3, 3, 3, 3>, group = 96 : si64} : (tensor<1x96x56x56xf32>, tensor<96x1x7x7xf32>, tensor<96xf32>) -> tensor<1x96x56x56xf32>
  %z = onnx.Relu(%y) : (tensor<1x96x56x56xf32>) -> tensor<1x96x56x56xf32>
  return %z : tensor<1x96x56x56xf32>
}

func.func @audio_1d(%x: tensor<1x64x4000xf32>, %w: tensor<64x64x7xf32> {bench.constant}, %b: tensor<64xf32> {bench.constant}) -> tensor<1x64x4000xf32> {
  %y = onnx.Conv(%x, %w, %b) {pads = array<i64: 9, 9>, dilations = array<i64: 3>} : (tensor<1x64x4000xf32>, tensor<64x64x7xf32>, tensor<64xf32>) -> tensor<1x64x4000xf32>
  %z = onnx.Relu(%y) : (tensor<1x64x4000xf32>) -> tensor<1x64x4000xf32>
  return %z : tensor<1x64x4000xf32>
}

func.func @volume_3d(%x: tensor<1x32x16x28x28xf32>, %w: tensor<32x32x3x3x3xf32> {bench.constant}, %b: tensor<32xf32> {bench.constant}) -> tensor<1x32x16x28x28xf32> {
  %y = onnx.Conv(%x, %w, %b) {pads = array<i64: 1, 1, 1, 1, 1, 1>} : (tensor<1x32x16x28x28xf32>, tensor<32x32x3x3x3xf32>, tensor<32xf32>) -> tensor<1x32x16x28x28xf32>
  %z = onnx.Relu(%y) : (tensor<1x32x16x28x28xf32>) -> tensor<1x32x16x28x28xf32>
  return %z : tensor<1x32x16x28x28xf32>
}

func.func @transposed_4x4(%x: tensor<1x64x28x28xf32>, %w: tensor<64x32x4x4xf32> {bench.constant}, %b: tensor<32xf32> {bench.constant}) -> tensor<1x32x56x56xf32> {
  %y = onnx.ConvTranspose(%x, %w, %b) {pads = array<i64: 1, 1, 1, 1>, strides = array<i64: 2, 2>} : (tensor<1x64x28x28xf32>, tensor<64x32x4x4xf32>, tensor<32xf32>) -> tensor<1x32x56x56xf32>
  return %y : tensor<1x32x56x56xf32>
}
