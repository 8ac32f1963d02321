// SPDX-License-Identifier: Apache-2.0
// Products with packed weights, and of two operands that only the run knows.

func.func @rows_128x768x768(%x: tensor<128x768xf32>, %w: tensor<768x768xf32> {bench.constant}, %b: tensor<768xf32> {bench.constant}) -> tensor<128x768xf32> {
  %y = onnx.MatMul(%x, %w) : (tensor<128x768xf32>, tensor<768x768xf32>) -> tensor<128x768xf32>
  %z = onnx.Add(%y, %b) : (tensor<128x768xf32>, tensor<768xf32>) -> tensor<128x768xf32>
  return %z : tensor<128x768xf32>
}

func.func @rows_128x768x3072(%x: tensor<128x768xf32>, %w: tensor<768x3072xf32> {bench.constant}, %b: tensor<3072xf32> {bench.constant}) -> tensor<128x3072xf32> {
  %y = onnx.MatMul(%x, %w) : (tensor<128x768xf32>, tensor<768x3072xf32>) -> tensor<128x3072xf32>
  %z = onnx.Add(%y, %b) : (tensor<128x3072xf32>, tensor<3072xf32>) -> tensor<128x3072xf32>
  return %z : tensor<128x3072xf32>
}

func.func @square_512(%x: tensor<512x512xf32>, %w: tensor<512x512xf32> {bench.constant}, %b: tensor<512xf32> {bench.constant}) -> tensor<512x512xf32> {
  %y = onnx.MatMul(%x, %w) : (tensor<512x512xf32>, tensor<512x512xf32>) -> tensor<512x512xf32>
  %z = onnx.Add(%y, %b) : (tensor<512x512xf32>, tensor<512xf32>) -> tensor<512x512xf32>
  return %z : tensor<512x512xf32>
}

func.func @odd_100x101x103(%x: tensor<100x101xf32>, %w: tensor<101x103xf32> {bench.constant}, %b: tensor<103xf32> {bench.constant}) -> tensor<100x103xf32> {
  %y = onnx.MatMul(%x, %w) : (tensor<100x101xf32>, tensor<101x103xf32>) -> tensor<100x103xf32>
  %z = onnx.Add(%y, %b) : (tensor<100x103xf32>, tensor<103xf32>) -> tensor<100x103xf32>
  return %z : tensor<100x103xf32>
}

func.func @decode_768x3072(%x: tensor<1x768xf32>, %w: tensor<768x3072xf32> {bench.constant}, %b: tensor<3072xf32> {bench.constant}) -> tensor<1x3072xf32> {
  %y = onnx.MatMul(%x, %w) : (tensor<1x768xf32>, tensor<768x3072xf32>) -> tensor<1x3072xf32>
  %z = onnx.Add(%y, %b) : (tensor<1x3072xf32>, tensor<3072xf32>) -> tensor<1x3072xf32>
  return %z : tensor<1x3072xf32>
}

func.func @decode_4x2048x2048(%x: tensor<4x2048xf32>, %w: tensor<2048x2048xf32> {bench.constant}, %b: tensor<2048xf32> {bench.constant}) -> tensor<4x2048xf32> {
  %y = onnx.MatMul(%x, %w) : (tensor<4x2048xf32>, tensor<2048x2048xf32>) -> tensor<4x2048xf32>
  %z = onnx.Add(%y, %b) : (tensor<4x2048xf32>, tensor<2048xf32>) -> tensor<4x2048xf32>
  return %z : tensor<4x2048xf32>
}

func.func @batched_12x128x64(%x: tensor<12x128x64xf32>, %y: tensor<12x64x128xf32>) -> tensor<12x128x128xf32> {
  %z = onnx.MatMul(%x, %y) : (tensor<12x128x64xf32>, tensor<12x64x128xf32>) -> tensor<12x128x128xf32>
  return %z : tensor<12x128x128xf32>
}

func.func @half_128x768x768(%x: tensor<128x768xf16>, %w: tensor<768x768xf16> {bench.constant}) -> tensor<128x768xf16> {
  %y = onnx.MatMul(%x, %w) : (tensor<128x768xf16>, tensor<768x768xf16>) -> tensor<128x768xf16>
  return %y : tensor<128x768xf16>
}
