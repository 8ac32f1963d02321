// SPDX-License-Identifier: Apache-2.0
// Conv: one to three dimensions, asymmetric pads, auto_pad, dilations, groups, all float types, no batch,
// filters that only the run knows (--dynamic).

func.func @one_dimension(%x0: tensor<1x2x7xf32>, %x1: tensor<3x2x3xf32>, %x2: tensor<3xf32>) -> tensor<1x3x4xf32> attributes {
    inputs = [dense<[[[-4.0, -3.0, 3.0, -3.0, 3.0, -2.0, 4.0], [-4.0, -4.0, 0.0, -2.0, -3.0, 1.0, 1.0]]]> : tensor<1x2x7xf32>, dense<[[[3.0, 0.0, -3.0], [4.0, 4.0, -3.0]], [[-1.0, 2.0, -2.0], [-2.0, -4.0, -4.0]], [[3.0, 2.0, 1.0], [3.0, 3.0, -4.0]]]> : tensor<3x2x3xf32>, dense<[4.0, -4.0, 4.0]> : tensor<3xf32>],
    outputs = [dense<[[[28.0, -49.0, 5.0, -10.0], [20.0, 12.0, 1.0, -21.0], [16.0, -35.0, 16.0, 3.0]]]> : tensor<1x3x4xf32>]} {
  %y = onnx.Conv(%x0, %x1, %x2) {pads = array<i64: 2, 0>, strides = array<i64: 2>} : (tensor<1x2x7xf32>, tensor<3x2x3xf32>, tensor<3xf32>) -> tensor<1x3x4xf32>
  return %y : tensor<1x3x4xf32>
}

func.func @three_dimensions(%x0: tensor<1x1x3x3x4xf32>, %x1: tensor<2x1x2x2x2xf32>) -> tensor<1x2x3x2x4xf32> attributes {
    inputs = [dense<[[[[[1.0, 1.0, 3.0, -2.0], [-1.0, -3.0, -4.0, -1.0], [4.0, 3.0, -3.0, 0.0]], [[4.0, -2.0, -4.0, -1.0], [1.0, 2.0, -3.0, -2.0], [-4.0, -4.0, 4.0, 4.0]], [[0.0, -3.0, -3.0, -2.0], [4.0, -1.0, -4.0, 0.0], [-2.0, -2.0, 4.0, 2.0]]]]]> : tensor<1x1x3x3x4xf32>, dense<[[[[[3.0, -2.0], [3.0, 2.0]], [[0.0, 2.0], [0.0, 0.0]]]], [[[[-3.0, 1.0], [2.0, 0.0]], [[-3.0, -3.0], [0.0, 3.0]]]]]> : tensor<2x1x2x2x2xf32>],
    outputs = [dense<[[[[[-9.0, -17.0, -14.0, -3.0], [15.0, -8.0, 2.0, -6.0]], [[7.0, 0.0, -13.0, -6.0], [-10.0, -8.0, 6.0, 9.0]], [[10.0, -11.0, -12.0, 0.0], [-4.0, -1.0, 11.0, 0.0]]], [[[4.0, -15.0, -14.0, -2.0], [-12.0, 36.0, 10.0, 9.0]], [[-1.0, -8.0, -6.0, -4.0], [-19.0, 24.0, 40.0, 17.0]], [[8.0, -2.0, -8.0, 0.0], [-7.0, 2.0, 15.0, 10.0]]]]]> : tensor<1x2x3x2x4xf32>]} {
  %n2 = onnx.None() : () -> none
  %y = onnx.Conv(%x0, %x1, %n2) {dilations = array<i64: 1, 2, 1>, pads = array<i64: 0, 1, 0, 1, 0, 1>} : (tensor<1x1x3x3x4xf32>, tensor<2x1x2x2x2xf32>, none) -> tensor<1x2x3x2x4xf32>
  return %y : tensor<1x2x3x2x4xf32>
}

func.func @asymmetric(%x0: tensor<1x2x4x5xf32>, %x1: tensor<2x2x3x2xf32>) -> tensor<1x2x3x3xf32> attributes {
    inputs = [dense<[[[[-1.0, 1.0, -1.0, -1.0, -3.0], [2.0, 4.0, -3.0, -3.0, 3.0], [0.0, 4.0, 1.0, 1.0, -2.0], [1.0, 3.0, -4.0, -3.0, -4.0]], [[1.0, 3.0, 0.0, 2.0, -2.0], [0.0, -2.0, 3.0, -3.0, -3.0], [1.0, -3.0, -1.0, -1.0, -2.0], [-1.0, -1.0, -2.0, -4.0, -2.0]]]]> : tensor<1x2x4x5xf32>, dense<[[[[-1.0, -4.0], [4.0, -1.0], [3.0, -2.0]], [[3.0, -2.0], [-2.0, 2.0], [-3.0, -3.0]]], [[[2.0, 1.0], [-3.0, 4.0], [-3.0, 4.0]], [[2.0, -2.0], [2.0, -3.0], [2.0, 4.0]]]]> : tensor<2x2x3x2xf32>],
    outputs = [dense<[[[[3.0, -2.0, 10.0], [-8.0, -13.0, 15.0], [-23.0, 45.0, -22.0]], [[2.0, -16.0, -10.0], [17.0, 0.0, -23.0], [42.0, -15.0, 10.0]]]]> : tensor<1x2x3x3xf32>]} {
  %n2 = onnx.None() : () -> none
  %y = onnx.Conv(%x0, %x1, %n2) {pads = array<i64: 1, 0, 0, 2>, strides = array<i64: 1, 2>} : (tensor<1x2x4x5xf32>, tensor<2x2x3x2xf32>, none) -> tensor<1x2x3x3xf32>
  return %y : tensor<1x2x3x3xf32>
}

func.func @dilated(%x0: tensor<1x1x6x6xf32>, %x1: tensor<1x1x2x3xf32>) -> tensor<1x1x3x2xf32> attributes {
    inputs = [dense<[[[[-2.0, -1.0, 0.0, 0.0, 1.0, -1.0], [-3.0, 1.0, 4.0, 1.0, -2.0, -4.0], [3.0, -3.0, -4.0, -4.0, -3.0, -2.0], [-2.0, 2.0, -1.0, -3.0, -4.0, -4.0], [-3.0, 3.0, 4.0, 4.0, 3.0, -1.0], [0.0, -4.0, -3.0, 1.0, 2.0, 3.0]]]]> : tensor<1x1x6x6xf32>, dense<[[[[3.0, 1.0, -4.0], [-1.0, -3.0, 0.0]]]]> : tensor<1x1x2x3xf32>],
    outputs = [dense<[[[[-5.0, 8.0], [-6.0, 5.0], [26.0, -4.0]]]]> : tensor<1x1x3x2xf32>]} {
  %n2 = onnx.None() : () -> none
  %y = onnx.Conv(%x0, %x1, %n2) {dilations = array<i64: 3, 2>} : (tensor<1x1x6x6xf32>, tensor<1x1x2x3xf32>, none) -> tensor<1x1x3x2xf32>
  return %y : tensor<1x1x3x2xf32>
}

func.func @groups(%x0: tensor<2x4x3x3xf32>, %x1: tensor<6x2x2x2xf32>, %x2: tensor<6xf32>) -> tensor<2x6x2x2xf32> attributes {
    inputs = [dense<[[[[-1.0, 3.0, 4.0], [4.0, 3.0, -4.0], [-1.0, -4.0, -1.0]], [[-3.0, 2.0, 0.0], [-1.0, 1.0, -3.0], [-2.0, 0.0, 3.0]], [[3.0, -4.0, 0.0], [2.0, -3.0, -3.0], [1.0, -1.0, 4.0]], [[2.0, 0.0, 1.0], [-2.0, 2.0, -4.0], [-1.0, 1.0, -1.0]]], [[[2.0, 2.0, -3.0], [0.0, -2.0, 2.0], [4.0, -4.0, 1.0]], [[2.0, -3.0, 3.0], [0.0, 0.0, -2.0], [-1.0, 4.0, 3.0]], [[0.0, 1.0, -2.0], [3.0, -2.0, 2.0], [0.0, -2.0, 2.0]], [[-3.0, -2.0, -2.0], [1.0, -3.0, 0.0], [0.0, 2.0, -2.0]]]]> : tensor<2x4x3x3xf32>, dense<[[[[2.0, -4.0], [-4.0, 1.0]], [[3.0, 2.0], [3.0, 0.0]]], [[[-2.0, -1.0], [-4.0, 0.0]], [[-1.0, -3.0], [-3.0, -4.0]]], [[[-2.0, -4.0], [-1.0, 4.0]], [[-3.0, 0.0], [2.0, -3.0]]], [[[-2.0, -4.0], [2.0, 1.0]], [[0.0, 1.0], [3.0, 2.0]]], [[[2.0, 1.0], [4.0, 1.0]], [[-3.0, -3.0], [1.0, -1.0]]], [[[-3.0, 3.0], [3.0, 4.0]], [[1.0, 1.0], [0.0, 1.0]]]]> : tensor<6x2x2x2xf32>, dense<[2.0, 1.0, -4.0, -4.0, -3.0, 4.0]> : tensor<6xf32>],
    outputs = [dense<[[[[-33.0, -15.0], [-9.0, 36.0]], [[-20.0, -14.0], [-2.0, 11.0]], [[-2.0, -40.0], [-40.0, -6.0]], [[5.0, -6.0], [6.0, 13.0]], [[-6.0, -23.0], [-1.0, -4.0]], [[-19.0, -8.0], [-11.0, 14.0]]], [[[-4.0, 25.0], [-13.0, 15.0]], [[2.0, 10.0], [-26.0, 1.0]], [[-30.0, 29.0], [-30.0, -1.0]], [[-9.0, -11.0], [-3.0, -8.0]], [[27.0, 0.0], [3.0, 2.0]], [[0.0, -7.0], [-19.0, 13.0]]]]> : tensor<2x6x2x2xf32>]} {
  %y = onnx.Conv(%x0, %x1, %x2) {group = 2 : si64} : (tensor<2x4x3x3xf32>, tensor<6x2x2x2xf32>, tensor<6xf32>) -> tensor<2x6x2x2xf32>
  return %y : tensor<2x6x2x2xf32>
}

func.func @depthwise_multiplier(%x0: tensor<1x2x3x3xf32>, %x1: tensor<4x1x2x2xf32>) -> tensor<1x4x2x2xf32> attributes {
    inputs = [dense<[[[[-2.0, -4.0, 4.0], [3.0, 1.0, 4.0], [0.0, -2.0, 1.0]], [[-1.0, 0.0, 3.0], [1.0, -4.0, -2.0], [3.0, 1.0, 3.0]]]]> : tensor<1x2x3x3xf32>, dense<[[[[2.0, 2.0], [1.0, 4.0]]], [[[0.0, 2.0], [1.0, -3.0]]], [[[4.0, 1.0], [1.0, -2.0]]], [[[0.0, 2.0], [-1.0, 3.0]]]]> : tensor<4x1x2x2xf32>],
    outputs = [dense<[[[[-5.0, 17.0], [0.0, 12.0]], [[-8.0, -3.0], [8.0, 3.0]], [[5.0, 3.0], [1.0, -23.0]], [[-13.0, 4.0], [-8.0, 4.0]]]]> : tensor<1x4x2x2xf32>]} {
  %n2 = onnx.None() : () -> none
  %y = onnx.Conv(%x0, %x1, %n2) {group = 2 : si64} : (tensor<1x2x3x3xf32>, tensor<4x1x2x2xf32>, none) -> tensor<1x4x2x2xf32>
  return %y : tensor<1x4x2x2xf32>
}

func.func @kernel_larger_than_image(%x0: tensor<1x1x2x2xf32>, %x1: tensor<1x1x5x5xf32>) -> tensor<1x1x2x2xf32> attributes {
    inputs = [dense<[[[[-3.0, -1.0], [0.0, -4.0]]]]> : tensor<1x1x2x2xf32>, dense<[[[[4.0, 1.0, -2.0, -4.0, 0.0], [2.0, -2.0, 0.0, -1.0, -2.0], [-2.0, 0.0, 2.0, -3.0, -1.0], [3.0, -3.0, -4.0, -4.0, -4.0], [-1.0, 4.0, -2.0, -3.0, 2.0]]]]> : tensor<1x1x5x5xf32>],
    outputs = [dense<[[[[13.0, 14.0], [13.0, -2.0]]]]> : tensor<1x1x2x2xf32>]} {
  %n2 = onnx.None() : () -> none
  %y = onnx.Conv(%x0, %x1, %n2) {pads = array<i64: 2, 2, 2, 2>} : (tensor<1x1x2x2xf32>, tensor<1x1x5x5xf32>, none) -> tensor<1x1x2x2xf32>
  return %y : tensor<1x1x2x2xf32>
}

func.func @same_lower(%x0: tensor<1x1x5x6xf32>, %x1: tensor<1x1x2x4xf32>) -> tensor<1x1x3x2xf32> attributes {
    inputs = [dense<[[[[3.0, -4.0, 1.0, 3.0, -1.0, -1.0], [3.0, -1.0, 3.0, 1.0, 0.0, 2.0], [-1.0, 0.0, 2.0, 0.0, 0.0, 0.0], [2.0, -2.0, 4.0, -4.0, 1.0, 1.0], [-2.0, 0.0, -2.0, -4.0, 3.0, 4.0]]]]> : tensor<1x1x5x6xf32>, dense<[[[[4.0, 2.0, 0.0, 4.0], [3.0, -4.0, -2.0, 2.0]]]]> : tensor<1x1x2x4xf32>],
    outputs = [dense<[[[[-2.0, -9.0], [26.0, 28.0], [24.0, 24.0]]]]> : tensor<1x1x3x2xf32>]} {
  %n2 = onnx.None() : () -> none
  %y = onnx.Conv(%x0, %x1, %n2) {auto_pad = "SAME_LOWER", strides = array<i64: 2, 3>} : (tensor<1x1x5x6xf32>, tensor<1x1x2x4xf32>, none) -> tensor<1x1x3x2xf32>
  return %y : tensor<1x1x3x2xf32>
}

func.func @same_upper(%x0: tensor<1x1x5x6xf32>, %x1: tensor<1x1x4x3xf32>) -> tensor<1x1x2x3xf32> attributes {
    inputs = [dense<[[[[4.0, 4.0, 1.0, -3.0, 3.0, -1.0], [-3.0, 1.0, -2.0, 0.0, -1.0, 2.0], [4.0, 4.0, -1.0, 2.0, 3.0, 2.0], [-2.0, -1.0, -4.0, 2.0, 0.0, -3.0], [2.0, -1.0, 0.0, 1.0, -2.0, 3.0]]]]> : tensor<1x1x5x6xf32>, dense<[[[[4.0, 4.0, 3.0], [-1.0, -1.0, 0.0], [1.0, -3.0, 4.0], [1.0, 0.0, -1.0]]]]> : tensor<1x1x4x3xf32>],
    outputs = [dense<[[[[-17.0, -8.0, -6.0], [37.0, 4.0, 12.0]]]]> : tensor<1x1x2x3xf32>]} {
  %n2 = onnx.None() : () -> none
  %y = onnx.Conv(%x0, %x1, %n2) {auto_pad = "SAME_UPPER", strides = array<i64: 3, 2>} : (tensor<1x1x5x6xf32>, tensor<1x1x4x3xf32>, none) -> tensor<1x1x2x3xf32>
  return %y : tensor<1x1x2x3xf32>
}

func.func @valid(%x0: tensor<1x1x4x4xf32>, %x1: tensor<1x1x2x2xf32>) -> tensor<1x1x1x1xf32> attributes {
    inputs = [dense<[[[[-4.0, 0.0, -4.0, -2.0], [4.0, 0.0, 1.0, 1.0], [4.0, 0.0, -1.0, 4.0], [3.0, -3.0, -4.0, -3.0]]]]> : tensor<1x1x4x4xf32>, dense<[[[[-2.0, -3.0], [-3.0, -2.0]]]]> : tensor<1x1x2x2xf32>],
    outputs = [dense<-4.0> : tensor<1x1x1x1xf32>]} {
  %n2 = onnx.None() : () -> none
  %y = onnx.Conv(%x0, %x1, %n2) {auto_pad = "VALID", strides = array<i64: 3, 3>} : (tensor<1x1x4x4xf32>, tensor<1x1x2x2xf32>, none) -> tensor<1x1x1x1xf32>
  return %y : tensor<1x1x1x1xf32>
}

func.func @f64(%x0: tensor<1x2x3x3xf64>, %x1: tensor<2x2x2x2xf64>, %x2: tensor<2xf64>) -> tensor<1x2x2x2xf64> attributes {
    inputs = [dense<[[[[2.0, 0.0, -3.0], [-1.0, -4.0, 4.0], [4.0, 1.0, -3.0]], [[4.0, -3.0, -3.0], [-4.0, 1.0, -4.0], [3.0, -1.0, 0.0]]]]> : tensor<1x2x3x3xf64>, dense<[[[[-2.0, -4.0], [2.0, 1.0]], [[1.0, -2.0], [-4.0, 4.0]]], [[[1.0, 3.0], [-4.0, 2.0]], [[-4.0, -3.0], [1.0, -3.0]]]]> : tensor<2x2x2x2xf64>, dense<[4.0, 2.0]> : tensor<2xf64>],
    outputs = [dense<[[[[24.0, -5.0], [9.0, 8.0]], [[-14.0, 51.0], [-6.0, 7.0]]]]> : tensor<1x2x2x2xf64>]} {
  %y = onnx.Conv(%x0, %x1, %x2) : (tensor<1x2x3x3xf64>, tensor<2x2x2x2xf64>, tensor<2xf64>) -> tensor<1x2x2x2xf64>
  return %y : tensor<1x2x2x2xf64>
}

func.func @f16(%x0: tensor<1x2x3x3xf16>, %x1: tensor<2x2x2x2xf16>, %x2: tensor<2xf16>) -> tensor<1x2x2x2xf16> attributes {
    inputs = [dense<[[[[2.0, -3.0, 4.0], [3.0, 3.0, -2.0], [-3.0, 2.0, -2.0]], [[0.0, 3.0, -4.0], [-1.0, -3.0, 3.0], [-2.0, 1.0, 2.0]]]]> : tensor<1x2x3x3xf16>, dense<[[[[-4.0, -4.0], [0.0, -3.0]], [[2.0, 3.0], [-4.0, 0.0]]], [[[-2.0, 4.0], [2.0, -3.0]], [[1.0, 1.0], [-1.0, -3.0]]]]> : tensor<2x2x2x2xf16>, dense<[4.0, 3.0]> : tensor<2xf16>],
    outputs = [dense<[[[[12.0, 12.0], [-29.0, 5.0]], [[-3.0, 30.0], [-8.0, -8.0]]]]> : tensor<1x2x2x2xf16>]} {
  %y = onnx.Conv(%x0, %x1, %x2) : (tensor<1x2x3x3xf16>, tensor<2x2x2x2xf16>, tensor<2xf16>) -> tensor<1x2x2x2xf16>
  return %y : tensor<1x2x2x2xf16>
}

func.func @bf16(%x0: tensor<1x1x2x3xbf16>, %x1: tensor<1x1x1x2xbf16>) -> tensor<1x1x2x2xbf16> attributes {
    inputs = [dense<[[[[-4.0, -2.0, 3.0], [2.0, 1.0, -1.0]]]]> : tensor<1x1x2x3xbf16>, dense<[[[[1.0, -4.0]]]]> : tensor<1x1x1x2xbf16>],
    outputs = [dense<[[[[4.0, -14.0], [-2.0, 5.0]]]]> : tensor<1x1x2x2xbf16>]} {
  %n2 = onnx.None() : () -> none
  %y = onnx.Conv(%x0, %x1, %n2) : (tensor<1x1x2x3xbf16>, tensor<1x1x1x2xbf16>, none) -> tensor<1x1x2x2xbf16>
  return %y : tensor<1x1x2x2xbf16>
}

func.func @no_batch(%x0: tensor<0x2x3x3xf32>, %x1: tensor<1x2x2x2xf32>) -> tensor<0x1x2x2xf32> attributes {
    inputs = [dense<> : tensor<0x2x3x3xf32>, dense<[[[[4.0, 3.0], [3.0, 4.0]], [[-3.0, -2.0], [-4.0, 2.0]]]]> : tensor<1x2x2x2xf32>],
    outputs = [dense<> : tensor<0x1x2x2xf32>]} {
  %n2 = onnx.None() : () -> none
  %y = onnx.Conv(%x0, %x1, %n2) : (tensor<0x2x3x3xf32>, tensor<1x2x2x2xf32>, none) -> tensor<0x1x2x2xf32>
  return %y : tensor<0x1x2x2xf32>
}

func.func @infinity_stays_in_its_group(%x0: tensor<1x4x1x2xf32>) -> tensor<1x4x1x2xf32> attributes {
    inputs = [dense<[[[[0x7F800000, 1.0]], [[1.0, 1.0]], [[1.0, 1.0]], [[1.0, 1.0]]]]> : tensor<1x4x1x2xf32>],
    outputs = [dense<[[[[0x7F800000, 1.0]], [[1.0, 1.0]], [[1.0, 1.0]], [[1.0, 1.0]]]]> : tensor<1x4x1x2xf32>]} {
  %x1 = onnx.Constant() {value = dense<1.0> : tensor<4x1x1x1xf32>} : () -> tensor<4x1x1x1xf32>
  %n2 = onnx.None() : () -> none
  %y = onnx.Conv(%x0, %x1, %n2) {group = 4 : si64} : (tensor<1x4x1x2xf32>, tensor<4x1x1x1xf32>, none) -> tensor<1x4x1x2xf32>
  return %y : tensor<1x4x1x2xf32>
}

func.func @infinity_stays_in_small_groups(%x0: tensor<1x16x3x3xf32>) -> tensor<1x16x3x3xf32> attributes {
    inputs = [dense<[[[[1.0, 1.0, 1.0], [1.0, 1.0, 1.0], [1.0, 1.0, 1.0]], [[1.0, 1.0, 1.0], [1.0, 1.0, 1.0], [1.0, 1.0, 1.0]], [[1.0, 1.0, 1.0], [1.0, 0x7F800000, 1.0], [1.0, 1.0, 1.0]], [[1.0, 1.0, 1.0], [1.0, 1.0, 1.0], [1.0, 1.0, 1.0]], [[1.0, 1.0, 1.0], [1.0, 1.0, 1.0], [1.0, 1.0, 1.0]], [[1.0, 1.0, 1.0], [1.0, 1.0, 1.0], [1.0, 1.0, 1.0]], [[1.0, 1.0, 1.0], [1.0, 1.0, 1.0], [1.0, 1.0, 1.0]], [[1.0, 1.0, 1.0], [1.0, 1.0, 1.0], [1.0, 1.0, 1.0]], [[1.0, 1.0, 1.0], [1.0, 1.0, 1.0], [1.0, 1.0, 1.0]], [[1.0, 1.0, 1.0], [1.0, 1.0, 1.0], [1.0, 1.0, 1.0]], [[1.0, 1.0, 1.0], [1.0, 1.0, 1.0], [1.0, 1.0, 1.0]], [[1.0, 1.0, 1.0], [1.0, 1.0, 1.0], [1.0, 1.0, 1.0]], [[1.0, 1.0, 1.0], [1.0, 1.0, 1.0], [1.0, 1.0, 1.0]], [[1.0, 1.0, 1.0], [1.0, 1.0, 1.0], [1.0, 1.0, 1.0]], [[1.0, 1.0, 1.0], [1.0, 1.0, 1.0], [1.0, 1.0, 1.0]], [[1.0, 1.0, 1.0], [1.0, 1.0, 1.0], [1.0, 1.0, 1.0]]]]> : tensor<1x16x3x3xf32>],
    outputs = [dense<[[[[4.0, 4.0, 4.0], [4.0, 0x7F800000, 4.0], [4.0, 4.0, 4.0]], [[4.0, 4.0, 4.0], [4.0, 0x7F800000, 4.0], [4.0, 4.0, 4.0]], [[4.0, 4.0, 4.0], [4.0, 0x7F800000, 4.0], [4.0, 4.0, 4.0]], [[4.0, 4.0, 4.0], [4.0, 0x7F800000, 4.0], [4.0, 4.0, 4.0]], [[4.0, 4.0, 4.0], [4.0, 4.0, 4.0], [4.0, 4.0, 4.0]], [[4.0, 4.0, 4.0], [4.0, 4.0, 4.0], [4.0, 4.0, 4.0]], [[4.0, 4.0, 4.0], [4.0, 4.0, 4.0], [4.0, 4.0, 4.0]], [[4.0, 4.0, 4.0], [4.0, 4.0, 4.0], [4.0, 4.0, 4.0]], [[4.0, 4.0, 4.0], [4.0, 4.0, 4.0], [4.0, 4.0, 4.0]], [[4.0, 4.0, 4.0], [4.0, 4.0, 4.0], [4.0, 4.0, 4.0]], [[4.0, 4.0, 4.0], [4.0, 4.0, 4.0], [4.0, 4.0, 4.0]], [[4.0, 4.0, 4.0], [4.0, 4.0, 4.0], [4.0, 4.0, 4.0]], [[4.0, 4.0, 4.0], [4.0, 4.0, 4.0], [4.0, 4.0, 4.0]], [[4.0, 4.0, 4.0], [4.0, 4.0, 4.0], [4.0, 4.0, 4.0]], [[4.0, 4.0, 4.0], [4.0, 4.0, 4.0], [4.0, 4.0, 4.0]], [[4.0, 4.0, 4.0], [4.0, 4.0, 4.0], [4.0, 4.0, 4.0]]]]> : tensor<1x16x3x3xf32>]} {
  %x1 = onnx.Constant() {value = dense<1.0> : tensor<16x4x1x1xf32>} : () -> tensor<16x4x1x1xf32>
  %n2 = onnx.None() : () -> none
  %y = onnx.Conv(%x0, %x1, %n2) {group = 4 : si64} : (tensor<1x16x3x3xf32>, tensor<16x4x1x1xf32>, none) -> tensor<1x16x3x3xf32>
  return %y : tensor<1x16x3x3xf32>
}

// The weights of 0 that meet the infinity make NaN, in its own group only.
func.func @infinity_times_zero(%x0: tensor<1x4x5x5xf32>) -> tensor<1x4x5x5xf32> attributes {
    inputs = [dense<[[[[1.0, 1.0, 1.0, 1.0, 1.0], [1.0, 1.0, 1.0, 1.0, 1.0], [1.0, 1.0, 0x7F800000, 1.0, 1.0], [1.0, 1.0, 1.0, 1.0, 1.0], [1.0, 1.0, 1.0, 1.0, 1.0]], [[1.0, 1.0, 1.0, 1.0, 1.0], [1.0, 1.0, 1.0, 1.0, 1.0], [1.0, 1.0, 1.0, 1.0, 1.0], [1.0, 1.0, 1.0, 1.0, 1.0], [1.0, 1.0, 1.0, 1.0, 1.0]], [[1.0, 1.0, 1.0, 1.0, 1.0], [1.0, 1.0, 1.0, 1.0, 1.0], [1.0, 1.0, 1.0, 1.0, 1.0], [1.0, 1.0, 1.0, 1.0, 1.0], [1.0, 1.0, 1.0, 1.0, 1.0]], [[1.0, 1.0, 1.0, 1.0, 1.0], [1.0, 1.0, 1.0, 1.0, 1.0], [1.0, 1.0, 1.0, 1.0, 1.0], [1.0, 1.0, 1.0, 1.0, 1.0], [1.0, 1.0, 1.0, 1.0, 1.0]]]]> : tensor<1x4x5x5xf32>],
    outputs = [dense<[[[[2.0, 2.0, 2.0, 2.0, 2.0], [2.0, 0x7FC00000, 0x7FC00000, 0x7FC00000, 2.0], [2.0, 0x7FC00000, 0x7F800000, 0x7FC00000, 2.0], [2.0, 0x7FC00000, 0x7FC00000, 0x7FC00000, 2.0], [2.0, 2.0, 2.0, 2.0, 2.0]], [[2.0, 2.0, 2.0, 2.0, 2.0], [2.0, 0x7FC00000, 0x7FC00000, 0x7FC00000, 2.0], [2.0, 0x7FC00000, 0x7F800000, 0x7FC00000, 2.0], [2.0, 0x7FC00000, 0x7FC00000, 0x7FC00000, 2.0], [2.0, 2.0, 2.0, 2.0, 2.0]], [[2.0, 2.0, 2.0, 2.0, 2.0], [2.0, 2.0, 2.0, 2.0, 2.0], [2.0, 2.0, 2.0, 2.0, 2.0], [2.0, 2.0, 2.0, 2.0, 2.0], [2.0, 2.0, 2.0, 2.0, 2.0]], [[2.0, 2.0, 2.0, 2.0, 2.0], [2.0, 2.0, 2.0, 2.0, 2.0], [2.0, 2.0, 2.0, 2.0, 2.0], [2.0, 2.0, 2.0, 2.0, 2.0], [2.0, 2.0, 2.0, 2.0, 2.0]]]]> : tensor<1x4x5x5xf32>]} {
  %x1 = onnx.Constant() {value = dense<[[[[0.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 0.0]], [[0.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 0.0]]], [[[0.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 0.0]], [[0.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 0.0]]], [[[0.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 0.0]], [[0.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 0.0]]], [[[0.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 0.0]], [[0.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 0.0]]]]> : tensor<4x2x3x3xf32>} : () -> tensor<4x2x3x3xf32>
  %n2 = onnx.None() : () -> none
  %y = onnx.Conv(%x0, %x1, %n2) {group = 2 : si64, pads = array<i64: 1, 1, 1, 1>} : (tensor<1x4x5x5xf32>, tensor<4x2x3x3xf32>, none) -> tensor<1x4x5x5xf32>
  return %y : tensor<1x4x5x5xf32>
}

// Zero points on both sides.
func.func @integer(%x0: tensor<1x1x3x3xui8>, %x1: tensor<1x1x2x2xui8>, %x2: tensor<ui8>, %x3: tensor<1xui8>) -> tensor<1x1x2x2xi32> attributes {
    inputs = [dense<[[[[0, 1, 2], [3, 4, 5], [6, 7, 8]]]]> : tensor<1x1x3x3xui8>, dense<[[[[1, 255], [2, 3]]]]> : tensor<1x1x2x2xui8>, dense<1> : tensor<ui8>, dense<3> : tensor<1xui8>],
    outputs = [dense<[[[[0, 249], [747, 996]]]]> : tensor<1x1x2x2xi32>]} {
  %y = onnx.ConvInteger(%x0, %x1, %x2, %x3) : (tensor<1x1x3x3xui8>, tensor<1x1x2x2xui8>, tensor<ui8>, tensor<1xui8>) -> tensor<1x1x2x2xi32>
  return %y : tensor<1x1x2x2xi32>
}

// 24 and 40 channels fill their last block by half: 1x1 and strided 3x3 of all channels against the sum of those of the first ones and of the rest.
func.func @partial_block(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %none = "onnx.None"() : () -> none
  %axis = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %b0 = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %b16 = onnx.Constant() {value = dense<16> : tensor<1xi64>} : () -> tensor<1xi64>
  %b24 = onnx.Constant() {value = dense<24> : tensor<1xi64>} : () -> tensor<1xi64>
  %b32 = onnx.Constant() {value = dense<32> : tensor<1xi64>} : () -> tensor<1xi64>
  %b40 = onnx.Constant() {value = dense<40> : tensor<1xi64>} : () -> tensor<1xi64>
  %xn = onnx.Constant() {value = dense<2376.0> : tensor<f32>} : () -> tensor<f32>
  %xr = onnx.Range(%zero, %xn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<2376xf32>
  %xs = onnx.Add(%xr, %s) : (tensor<2376xf32>, tensor<f32>) -> tensor<2376xf32>
  %xw = onnx.Sin(%xs) : (tensor<2376xf32>) -> tensor<2376xf32>
  %xd = onnx.Constant() {value = dense<[1, 24, 9, 11]> : tensor<4xi64>} : () -> tensor<4xi64>
  %x = onnx.Reshape(%xw, %xd) : (tensor<2376xf32>, tensor<4xi64>) -> tensor<1x24x9x11xf32>
  %wn = onnx.Constant() {value = dense<960.0> : tensor<f32>} : () -> tensor<f32>
  %wr = onnx.Range(%zero, %wn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<960xf32>
  %wc = onnx.Cos(%wr) : (tensor<960xf32>) -> tensor<960xf32>
  %wd = onnx.Constant() {value = dense<[40, 24, 1, 1]> : tensor<4xi64>} : () -> tensor<4xi64>
  %w = onnx.Reshape(%wc, %wd) : (tensor<960xf32>, tensor<4xi64>) -> tensor<40x24x1x1xf32>
  %vn = onnx.Constant() {value = dense<7200.0> : tensor<f32>} : () -> tensor<f32>
  %vr = onnx.Range(%zero, %vn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<7200xf32>
  %vc = onnx.Cos(%vr) : (tensor<7200xf32>) -> tensor<7200xf32>
  %vd = onnx.Constant() {value = dense<[20, 40, 3, 3]> : tensor<4xi64>} : () -> tensor<4xi64>
  %v = onnx.Reshape(%vc, %vd) : (tensor<7200xf32>, tensor<4xi64>) -> tensor<20x40x3x3xf32>
  %y = onnx.Conv(%x, %w, %none) : (tensor<1x24x9x11xf32>, tensor<40x24x1x1xf32>, none) -> tensor<1x40x9x11xf32>
  %z = onnx.Conv(%y, %v, %none) {strides = array<i64: 2, 2>, pads = array<i64: 1, 1, 1, 1>} : (tensor<1x40x9x11xf32>, tensor<20x40x3x3xf32>, none) -> tensor<1x20x5x6xf32>
  %x0 = onnx.Slice(%x, %b0, %b16, %axis, %none) : (tensor<1x24x9x11xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, none) -> tensor<1x16x9x11xf32>
  %x1 = onnx.Slice(%x, %b16, %b24, %axis, %none) : (tensor<1x24x9x11xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, none) -> tensor<1x8x9x11xf32>
  %w0 = onnx.Slice(%w, %b0, %b16, %axis, %none) : (tensor<40x24x1x1xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, none) -> tensor<40x16x1x1xf32>
  %w1 = onnx.Slice(%w, %b16, %b24, %axis, %none) : (tensor<40x24x1x1xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, none) -> tensor<40x8x1x1xf32>
  %y0 = onnx.Conv(%x0, %w0, %none) : (tensor<1x16x9x11xf32>, tensor<40x16x1x1xf32>, none) -> tensor<1x40x9x11xf32>
  %y1 = onnx.Conv(%x1, %w1, %none) : (tensor<1x8x9x11xf32>, tensor<40x8x1x1xf32>, none) -> tensor<1x40x9x11xf32>
  %ysum = onnx.Add(%y0, %y1) : (tensor<1x40x9x11xf32>, tensor<1x40x9x11xf32>) -> tensor<1x40x9x11xf32>
  %u0 = onnx.Slice(%ysum, %b0, %b32, %axis, %none) : (tensor<1x40x9x11xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, none) -> tensor<1x32x9x11xf32>
  %u1 = onnx.Slice(%ysum, %b32, %b40, %axis, %none) : (tensor<1x40x9x11xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, none) -> tensor<1x8x9x11xf32>
  %v0 = onnx.Slice(%v, %b0, %b32, %axis, %none) : (tensor<20x40x3x3xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, none) -> tensor<20x32x3x3xf32>
  %v1 = onnx.Slice(%v, %b32, %b40, %axis, %none) : (tensor<20x40x3x3xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, none) -> tensor<20x8x3x3xf32>
  %z0 = onnx.Conv(%u0, %v0, %none) {strides = array<i64: 2, 2>, pads = array<i64: 1, 1, 1, 1>} : (tensor<1x32x9x11xf32>, tensor<20x32x3x3xf32>, none) -> tensor<1x20x5x6xf32>
  %z1 = onnx.Conv(%u1, %v1, %none) {strides = array<i64: 2, 2>, pads = array<i64: 1, 1, 1, 1>} : (tensor<1x8x9x11xf32>, tensor<20x8x3x3xf32>, none) -> tensor<1x20x5x6xf32>
  %zsum = onnx.Add(%z0, %z1) : (tensor<1x20x5x6xf32>, tensor<1x20x5x6xf32>) -> tensor<1x20x5x6xf32>
  %d = onnx.Sub(%z, %zsum) : (tensor<1x20x5x6xf32>, tensor<1x20x5x6xf32>) -> tensor<1x20x5x6xf32>
  %a = onnx.Abs(%d) : (tensor<1x20x5x6xf32>) -> tensor<1x20x5x6xf32>
  %e = onnx.ReduceMax(%a, %none) {keepdims = 0 : si64} : (tensor<1x20x5x6xf32>, none) -> tensor<f32>
  %bound = onnx.Constant() {value = dense<2.0e-5> : tensor<f32>} : () -> tensor<f32>
  %near = onnx.LessOrEqual(%e, %bound) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  %m = onnx.ReduceMax(%z, %none) {keepdims = 0 : si64} : (tensor<1x20x5x6xf32>, none) -> tensor<f32>
  %some = onnx.Less(%zero, %m) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %near, %some : tensor<i1>, tensor<i1>
}
