// SPDX-License-Identifier: Apache-2.0
// ConvTranspose: strides, output_padding, output_shape, groups, dilations, auto_pad, filters that only the run knows.

func.func @strides(%x0: tensor<1x2x3x3xf32>, %x1: tensor<2x1x3x3xf32>, %x2: tensor<1xf32>) -> tensor<1x1x7x9xf32> attributes {
    inputs = [dense<[[[[0.0, 2.0, -1.0], [0.0, 3.0, -1.0], [-3.0, 4.0, 4.0]], [[4.0, -4.0, 1.0], [-3.0, -2.0, 3.0], [0.0, 4.0, 4.0]]]]> : tensor<1x2x3x3xf32>, dense<[[[[1.0, 0.0, -1.0], [1.0, 4.0, -2.0], [-2.0, 1.0, 3.0]]], [[[2.0, -4.0, 3.0], [1.0, -4.0, -2.0], [3.0, -4.0, -1.0]]]]> : tensor<2x1x3x3xf32>, dense<1.0> : tensor<1xf32>],
    outputs = [dense<[[[[9.0, -15.0, 13.0, -5.0, 17.0, -13.0, 2.0, -3.0, 5.0], [5.0, -15.0, -7.0, -1.0, 25.0, 5.0, 1.0, -7.0, 1.0], [7.0, -3.0, -12.0, -16.0, 27.0, 2.0, 11.0, -16.0, 7.0], [-2.0, 13.0, 7.0, 2.0, 21.0, -1.0, 3.0, -15.0, -3.0], [-11.0, 13.0, 7.0, 1.0, -4.0, 20.0, 24.0, -28.0, 3.0], [-2.0, -11.0, 7.0, 9.0, 1.0, -15.0, 9.0, 1.0, -15.0], [7.0, -2.0, -8.0, 5.0, -11.0, 9.0, 5.0, -11.0, 9.0]]]]> : tensor<1x1x7x9xf32>]} {
  %y = onnx.ConvTranspose(%x0, %x1, %x2) {strides = array<i64: 2, 3>} : (tensor<1x2x3x3xf32>, tensor<2x1x3x3xf32>, tensor<1xf32>) -> tensor<1x1x7x9xf32>
  return %y : tensor<1x1x7x9xf32>
}

func.func @output_padding(%x0: tensor<1x1x2x3xf32>, %x1: tensor<1x2x3x3xf32>) -> tensor<1x2x5x6xf32> attributes {
    inputs = [dense<[[[[1.0, -4.0, 2.0], [4.0, -2.0, -3.0]]]]> : tensor<1x1x2x3xf32>, dense<[[[[-1.0, -2.0, -2.0], [-3.0, 0.0, 4.0], [1.0, 1.0, 3.0]], [[-4.0, 4.0, 0.0], [3.0, 4.0, 2.0], [-2.0, 2.0, -4.0]]]]> : tensor<1x2x3x3xf32>],
    outputs = [dense<[[[[0.0, 16.0, 0.0, -22.0, 0.0, 8.0], [1.0, -1.0, -4.0, -10.0, 2.0, 6.0], [-8.0, -6.0, 4.0, 7.0, 6.0, 6.0], [0.0, 22.0, 0.0, 1.0, 0.0, -12.0], [4.0, 10.0, -2.0, -9.0, -3.0, -9.0]], [[4.0, -10.0, -16.0, -2.0, 8.0, 4.0], [2.0, 4.0, -8.0, 12.0, 4.0, -8.0], [16.0, 8.0, -8.0, 12.0, -12.0, 0.0], [16.0, 2.0, -8.0, -13.0, -12.0, -6.0], [8.0, -12.0, -4.0, 14.0, -6.0, 12.0]]]]> : tensor<1x2x5x6xf32>]} {
  %n2 = onnx.None() : () -> none
  %y = onnx.ConvTranspose(%x0, %x1, %n2) {strides = array<i64: 3, 2>, output_padding = array<i64: 1, 1>, pads = array<i64: 1, 1, 1, 1>} : (tensor<1x1x2x3xf32>, tensor<1x2x3x3xf32>, none) -> tensor<1x2x5x6xf32>
  return %y : tensor<1x2x5x6xf32>
}

func.func @groups(%x0: tensor<1x4x2x2xf32>, %x1: tensor<4x2x2x2xf32>, %x2: tensor<4xf32>) -> tensor<1x4x3x3xf32> attributes {
    inputs = [dense<[[[[1.0, 2.0], [1.0, -3.0]], [[4.0, -1.0], [-4.0, 0.0]], [[3.0, -1.0], [2.0, -1.0]], [[0.0, -3.0], [3.0, 0.0]]]]> : tensor<1x4x2x2xf32>, dense<[[[[2.0, 1.0], [2.0, 2.0]], [[-1.0, 1.0], [4.0, 1.0]]], [[[-1.0, 0.0], [2.0, 3.0]], [[4.0, 1.0], [-3.0, -4.0]]], [[[2.0, 4.0], [1.0, -3.0]], [[-4.0, 3.0], [-1.0, -1.0]]], [[[1.0, 0.0], [3.0, 4.0]], [[4.0, 3.0], [-4.0, -3.0]]]]> : tensor<4x2x2x2xf32>, dense<[4.0, -3.0, -3.0, 3.0]> : tensor<4xf32>],
    outputs = [dense<[[[[2.0, 10.0, 6.0], [20.0, 15.0, 2.0], [-2.0, -12.0, -2.0]], [[12.0, -4.0, -2.0], [-28.0, -7.0, 0.0], [13.0, 2.0, -6.0]], [[3.0, 4.0, -7.0], [7.0, -16.0, -16.0], [8.0, 2.0, 0.0]], [[-9.0, 4.0, -9.0], [4.0, 32.0, 10.0], [-11.0, -7.0, 4.0]]]]> : tensor<1x4x3x3xf32>]} {
  %y = onnx.ConvTranspose(%x0, %x1, %x2) {group = 2 : si64} : (tensor<1x4x2x2xf32>, tensor<4x2x2x2xf32>, tensor<4xf32>) -> tensor<1x4x3x3xf32>
  return %y : tensor<1x4x3x3xf32>
}

func.func @dilations(%x0: tensor<1x1x3x3xf32>, %x1: tensor<1x1x2x2xf32>) -> tensor<1x1x5x6xf32> attributes {
    inputs = [dense<[[[[1.0, 0.0, 1.0], [2.0, 4.0, 3.0], [1.0, -3.0, -4.0]]]]> : tensor<1x1x3x3xf32>, dense<[[[[2.0, 0.0], [3.0, -1.0]]]]> : tensor<1x1x2x2xf32>],
    outputs = [dense<[[[[2.0, 0.0, 2.0, 0.0, 0.0, 0.0], [4.0, 8.0, 6.0, 0.0, 0.0, 0.0], [5.0, -6.0, -5.0, -1.0, 0.0, -1.0], [6.0, 12.0, 9.0, -2.0, -4.0, -3.0], [3.0, -9.0, -12.0, -1.0, 3.0, 4.0]]]]> : tensor<1x1x5x6xf32>]} {
  %n2 = onnx.None() : () -> none
  %y = onnx.ConvTranspose(%x0, %x1, %n2) {dilations = array<i64: 2, 3>} : (tensor<1x1x3x3xf32>, tensor<1x1x2x2xf32>, none) -> tensor<1x1x5x6xf32>
  return %y : tensor<1x1x5x6xf32>
}

func.func @one_dimension(%x0: tensor<1x2x3xf32>, %x1: tensor<2x1x4xf32>) -> tensor<1x1x5xf32> attributes {
    inputs = [dense<[[[-2.0, 1.0, 0.0], [1.0, 3.0, -3.0]]]> : tensor<1x2x3xf32>, dense<[[[-4.0, 0.0, 4.0, 4.0]], [[-2.0, 2.0, 3.0, -1.0]]]> : tensor<2x1x4xf32>],
    outputs = [dense<[[[2.0, -15.0, -3.0, 19.0, -5.0]]]> : tensor<1x1x5xf32>]} {
  %n2 = onnx.None() : () -> none
  %y = onnx.ConvTranspose(%x0, %x1, %n2) {strides = array<i64: 2>, pads = array<i64: 1, 2>} : (tensor<1x2x3xf32>, tensor<2x1x4xf32>, none) -> tensor<1x1x5xf32>
  return %y : tensor<1x1x5xf32>
}

func.func @three_dimensions(%x0: tensor<1x1x2x2x2xf32>, %x1: tensor<1x1x2x2x2xf32>) -> tensor<1x1x4x3x4xf32> attributes {
    inputs = [dense<[[[[[-4.0, 3.0], [-2.0, -2.0]], [[3.0, 4.0], [4.0, -3.0]]]]]> : tensor<1x1x2x2x2xf32>, dense<[[[[[3.0, -2.0], [-1.0, 3.0]], [[0.0, -1.0], [-3.0, 4.0]]]]]> : tensor<1x1x2x2x2xf32>],
    outputs = [dense<[[[[[-12.0, 8.0, 9.0, -6.0], [-2.0, -8.0, -9.0, 13.0], [2.0, -6.0, 2.0, -6.0]], [[0.0, 4.0, 0.0, -3.0], [12.0, -14.0, -9.0, 14.0], [6.0, -8.0, 6.0, -8.0]], [[9.0, -6.0, 12.0, -8.0], [9.0, 1.0, -13.0, 18.0], [-4.0, 12.0, 3.0, -9.0]], [[0.0, -3.0, 0.0, -4.0], [-9.0, 8.0, -12.0, 19.0], [-12.0, 16.0, 9.0, -12.0]]]]]> : tensor<1x1x4x3x4xf32>]} {
  %n2 = onnx.None() : () -> none
  %y = onnx.ConvTranspose(%x0, %x1, %n2) {strides = array<i64: 2, 1, 2>} : (tensor<1x1x2x2x2xf32>, tensor<1x1x2x2x2xf32>, none) -> tensor<1x1x4x3x4xf32>
  return %y : tensor<1x1x4x3x4xf32>
}

func.func @f64(%x0: tensor<1x1x2x2xf64>, %x1: tensor<1x1x2x2xf64>) -> tensor<1x1x4x4xf64> attributes {
    inputs = [dense<[[[[3.0, -4.0], [-3.0, 3.0]]]]> : tensor<1x1x2x2xf64>, dense<[[[[-4.0, -2.0], [4.0, -2.0]]]]> : tensor<1x1x2x2xf64>],
    outputs = [dense<[[[[-12.0, -6.0, 16.0, 8.0], [12.0, -6.0, -16.0, 8.0], [12.0, 6.0, -12.0, -6.0], [-12.0, 6.0, 12.0, -6.0]]]]> : tensor<1x1x4x4xf64>]} {
  %n2 = onnx.None() : () -> none
  %y = onnx.ConvTranspose(%x0, %x1, %n2) {strides = array<i64: 2, 2>} : (tensor<1x1x2x2xf64>, tensor<1x1x2x2xf64>, none) -> tensor<1x1x4x4xf64>
  return %y : tensor<1x1x4x4xf64>
}

func.func @f16(%x0: tensor<1x1x2x2xf16>, %x1: tensor<1x1x2x2xf16>) -> tensor<1x1x3x3xf16> attributes {
    inputs = [dense<[[[[-1.0, 4.0], [-2.0, -3.0]]]]> : tensor<1x1x2x2xf16>, dense<[[[[-2.0, 4.0], [1.0, -3.0]]]]> : tensor<1x1x2x2xf16>],
    outputs = [dense<[[[[2.0, -12.0, 16.0], [3.0, 5.0, -24.0], [-2.0, 3.0, 9.0]]]]> : tensor<1x1x3x3xf16>]} {
  %n2 = onnx.None() : () -> none
  %y = onnx.ConvTranspose(%x0, %x1, %n2) : (tensor<1x1x2x2xf16>, tensor<1x1x2x2xf16>, none) -> tensor<1x1x3x3xf16>
  return %y : tensor<1x1x3x3xf16>
}

func.func @same_upper(%x0: tensor<1x1x3x3xf32>, %x1: tensor<1x1x3x3xf32>) -> tensor<1x1x6x6xf32> attributes {
    inputs = [dense<[[[[2.0, -2.0, 1.0], [-2.0, 0.0, 3.0], [-1.0, -4.0, -2.0]]]]> : tensor<1x1x3x3xf32>, dense<[[[[4.0, 1.0, 1.0], [-2.0, 1.0, 2.0], [-3.0, -3.0, -1.0]]]]> : tensor<1x1x3x3xf32>],
    outputs = [dense<[[[[8.0, 2.0, -6.0, -2.0, 2.0, 1.0], [-4.0, 2.0, 8.0, -2.0, -6.0, 1.0], [-14.0, -8.0, 2.0, 6.0, 11.0, 0.0], [4.0, -2.0, -4.0, 0.0, -6.0, 3.0], [2.0, 5.0, -15.0, -4.0, -21.0, -11.0], [2.0, -1.0, 6.0, -4.0, -4.0, -2.0]]]]> : tensor<1x1x6x6xf32>]} {
  %n2 = onnx.None() : () -> none
  %y = onnx.ConvTranspose(%x0, %x1, %n2) {auto_pad = "SAME_UPPER", strides = array<i64: 2, 2>} : (tensor<1x1x3x3xf32>, tensor<1x1x3x3xf32>, none) -> tensor<1x1x6x6xf32>
  return %y : tensor<1x1x6x6xf32>
}

func.func @same_lower(%x0: tensor<1x1x3x3xf32>, %x1: tensor<1x1x3x3xf32>) -> tensor<1x1x6x6xf32> attributes {
    inputs = [dense<[[[[3.0, 4.0, 4.0], [-1.0, -3.0, 1.0], [-3.0, -1.0, -1.0]]]]> : tensor<1x1x3x3xf32>, dense<[[[[2.0, 2.0, 2.0], [3.0, 4.0, 2.0], [-1.0, 4.0, 0.0]]]]> : tensor<1x1x3x3xf32>],
    outputs = [dense<[[[[12.0, 18.0, 16.0, 20.0, 16.0, 8.0], [10.0, -12.0, 10.0, -8.0, 18.0, 2.0], [-4.0, -11.0, -12.0, -3.0, 4.0, 2.0], [-10.0, -5.0, -14.0, -5.0, 2.0, -2.0], [-12.0, -9.0, -4.0, -5.0, -4.0, -2.0], [-12.0, 1.0, -4.0, 1.0, -4.0, 0.0]]]]> : tensor<1x1x6x6xf32>]} {
  %n2 = onnx.None() : () -> none
  %y = onnx.ConvTranspose(%x0, %x1, %n2) {auto_pad = "SAME_LOWER", strides = array<i64: 2, 2>} : (tensor<1x1x3x3xf32>, tensor<1x1x3x3xf32>, none) -> tensor<1x1x6x6xf32>
  return %y : tensor<1x1x6x6xf32>
}
