// SPDX-License-Identifier: Apache-2.0
// Pooling: ceil_mode, dilations, paddings that do and do not count, auto_pad, infinities, integer types.

func.func @max_ceil(%x0: tensor<1x2x5x6xf32>) -> tensor<1x2x3x3xf32> attributes {
    inputs = [dense<[[[[-1.0, -4.0, -2.0, -2.0, 4.0, 3.0], [1.0, -2.0, -4.0, -3.0, 1.0, 1.0], [-3.0, 3.0, 2.0, -1.0, 4.0, -1.0], [3.0, -1.0, -2.0, -2.0, 1.0, -3.0], [-2.0, 0.0, -3.0, -4.0, 1.0, -1.0]], [[-2.0, -3.0, 2.0, -1.0, 3.0, 4.0], [0.0, -4.0, -2.0, 0.0, 3.0, 1.0], [0.0, -3.0, 1.0, 4.0, 2.0, 2.0], [-3.0, 4.0, -3.0, 4.0, 3.0, 3.0], [4.0, -1.0, -2.0, -1.0, -4.0, 2.0]]]]> : tensor<1x2x5x6xf32>],
    outputs = [dense<[[[[1.0, 4.0, 4.0], [3.0, 4.0, 4.0], [0.0, 1.0, 1.0]], [[2.0, 3.0, 4.0], [4.0, 4.0, 3.0], [4.0, -1.0, 2.0]]]]> : tensor<1x2x3x3xf32>]} {
  %y:2 = onnx.MaxPool(%x0) {kernel_shape = array<i64: 2, 3>, strides = array<i64: 2, 2>, ceil_mode = 1 : si64} : (tensor<1x2x5x6xf32>) -> (tensor<1x2x3x3xf32>, none)
  return %y#0 : tensor<1x2x3x3xf32>
}

func.func @max_ceil_drops_last(%x0: tensor<1x1x4x4xf32>) -> tensor<1x1x2x2xf32> attributes {
    inputs = [dense<[[[[-1.0, 4.0, -3.0, -2.0], [0.0, 3.0, 0.0, 0.0], [-2.0, -4.0, -3.0, -1.0], [3.0, 4.0, -4.0, -1.0]]]]> : tensor<1x1x4x4xf32>],
    outputs = [dense<[[[[-1.0, -3.0], [-2.0, -3.0]]]]> : tensor<1x1x2x2xf32>]} {
  %y:2 = onnx.MaxPool(%x0) {kernel_shape = array<i64: 1, 1>, strides = array<i64: 2, 2>, pads = array<i64: 0, 0, 1, 1>, ceil_mode = 1 : si64} : (tensor<1x1x4x4xf32>) -> (tensor<1x1x2x2xf32>, none)
  return %y#0 : tensor<1x1x2x2xf32>
}

func.func @max_dilated_indices(%x0: tensor<1x2x5x6xf32>) -> (tensor<1x2x3x3xf32>, tensor<1x2x3x3xi64>) attributes {
    inputs = [dense<[[[[-1.0, -4.0, -2.0, -2.0, 4.0, 3.0], [1.0, -2.0, -4.0, -3.0, 1.0, 1.0], [-3.0, 3.0, 2.0, -1.0, 4.0, -1.0], [3.0, -1.0, -2.0, -2.0, 1.0, -3.0], [-2.0, 0.0, -3.0, -4.0, 1.0, -1.0]], [[-2.0, -3.0, 2.0, -1.0, 3.0, 4.0], [0.0, -4.0, -2.0, 0.0, 3.0, 1.0], [0.0, -3.0, 1.0, 4.0, 2.0, 2.0], [-3.0, 4.0, -3.0, 4.0, 3.0, 3.0], [4.0, -1.0, -2.0, -1.0, -4.0, 2.0]]]]> : tensor<1x2x5x6xf32>],
    outputs = [dense<[[[[-1.0, 4.0, 3.0], [3.0, 1.0, 1.0], [-1.0, 4.0, 2.0]], [[4.0, 3.0, 4.0], [4.0, 4.0, 3.0], [4.0, 2.0, 2.0]]]]> : tensor<1x2x3x3xf32>, dense<[[[[0, 4, 5], [18, 10, 11], [15, 16, 14]], [[45, 34, 35], [51, 49, 53], [45, 46, 47]]]]> : tensor<1x2x3x3xi64>]} {
  %y:2 = onnx.MaxPool(%x0) {kernel_shape = array<i64: 2, 2>, strides = array<i64: 1, 1>, dilations = array<i64: 2, 3>} : (tensor<1x2x5x6xf32>) -> (tensor<1x2x3x3xf32>, tensor<1x2x3x3xi64>)
  return %y#0, %y#1 : tensor<1x2x3x3xf32>, tensor<1x2x3x3xi64>
}

func.func @max_pads_indices(%x0: tensor<1x2x5x6xf32>) -> (tensor<1x2x2x4xf32>, tensor<1x2x2x4xi64>) attributes {
    inputs = [dense<[[[[-1.0, -4.0, -2.0, -2.0, 4.0, 3.0], [1.0, -2.0, -4.0, -3.0, 1.0, 1.0], [-3.0, 3.0, 2.0, -1.0, 4.0, -1.0], [3.0, -1.0, -2.0, -2.0, 1.0, -3.0], [-2.0, 0.0, -3.0, -4.0, 1.0, -1.0]], [[-2.0, -3.0, 2.0, -1.0, 3.0, 4.0], [0.0, -4.0, -2.0, 0.0, 3.0, 1.0], [0.0, -3.0, 1.0, 4.0, 2.0, 2.0], [-3.0, 4.0, -3.0, 4.0, 3.0, 3.0], [4.0, -1.0, -2.0, -1.0, -4.0, 2.0]]]]> : tensor<1x2x5x6xf32>],
    outputs = [dense<[[[[1.0, -2.0, 4.0, 3.0], [3.0, 3.0, 4.0, 1.0]], [[0.0, 2.0, 4.0, 4.0], [4.0, 4.0, 4.0, 3.0]]]]> : tensor<1x2x2x4xf32>, dense<[[[[6, 2, 4, 5], [13, 13, 16, 11]], [[36, 32, 35, 35], [49, 45, 45, 53]]]]> : tensor<1x2x2x4xi64>]} {
  %y:2 = onnx.MaxPool(%x0) {kernel_shape = array<i64: 3, 3>, strides = array<i64: 2, 2>, pads = array<i64: 1, 1, 0, 2>} : (tensor<1x2x5x6xf32>) -> (tensor<1x2x2x4xf32>, tensor<1x2x2x4xi64>)
  return %y#0, %y#1 : tensor<1x2x2x4xf32>, tensor<1x2x2x4xi64>
}

func.func @max_one_dimension(%x0: tensor<2x1x7xf32>) -> tensor<2x1x4xf32> attributes {
    inputs = [dense<[[[3.0, 3.0, -4.0, -3.0, 3.0, 0.0, 4.0]], [[-4.0, -4.0, 1.0, -3.0, 1.0, 0.0, 3.0]]]> : tensor<2x1x7xf32>],
    outputs = [dense<[[[3.0, 3.0, 3.0, 4.0]], [[-4.0, 1.0, 1.0, 3.0]]]> : tensor<2x1x4xf32>]} {
  %y:2 = onnx.MaxPool(%x0) {kernel_shape = array<i64: 3>, strides = array<i64: 2>, pads = array<i64: 1, 1>} : (tensor<2x1x7xf32>) -> (tensor<2x1x4xf32>, none)
  return %y#0 : tensor<2x1x4xf32>
}

func.func @max_three_dimensions(%x0: tensor<1x1x3x3x3xf32>) -> tensor<1x1x2x2x2xf32> attributes {
    inputs = [dense<[[[[[4.0, 1.0, -4.0], [1.0, 2.0, -1.0], [-3.0, 2.0, 3.0]], [[1.0, -1.0, -1.0], [-4.0, 2.0, -1.0], [-3.0, 4.0, -2.0]], [[0.0, 0.0, -2.0], [2.0, -2.0, -2.0], [-2.0, 4.0, -1.0]]]]]> : tensor<1x1x3x3x3xf32>],
    outputs = [dense<[[[[[4.0, 2.0], [4.0, 4.0]], [[2.0, 2.0], [4.0, 4.0]]]]]> : tensor<1x1x2x2x2xf32>]} {
  %y:2 = onnx.MaxPool(%x0) {kernel_shape = array<i64: 2, 2, 2>, strides = array<i64: 1, 1, 1>} : (tensor<1x1x3x3x3xf32>) -> (tensor<1x1x2x2x2xf32>, none)
  return %y#0 : tensor<1x1x2x2x2xf32>
}

func.func @max_i8(%x0: tensor<1x1x3x3xi8>) -> tensor<1x1x3x2xi8> attributes {
    inputs = [dense<[[[[-74, -6, -49], [-69, 99, -120], [-23, 104, -22]]]]> : tensor<1x1x3x3xi8>],
    outputs = [dense<[[[[-6, -6], [99, 99], [104, 104]]]]> : tensor<1x1x3x2xi8>]} {
  %y:2 = onnx.MaxPool(%x0) {kernel_shape = array<i64: 2, 2>, strides = array<i64: 1, 1>, pads = array<i64: 1, 0, 0, 0>} : (tensor<1x1x3x3xi8>) -> (tensor<1x1x3x2xi8>, none)
  return %y#0 : tensor<1x1x3x2xi8>
}

func.func @max_u8(%x0: tensor<1x1x3x3xui8>) -> tensor<1x1x2x2xui8> attributes {
    inputs = [dense<[[[[211, 56, 231], [99, 116, 121], [118, 57, 219]]]]> : tensor<1x1x3x3xui8>],
    outputs = [dense<[[[[211, 231], [118, 219]]]]> : tensor<1x1x2x2xui8>]} {
  %y:2 = onnx.MaxPool(%x0) {kernel_shape = array<i64: 2, 2>, strides = array<i64: 1, 1>} : (tensor<1x1x3x3xui8>) -> (tensor<1x1x2x2xui8>, none)
  return %y#0 : tensor<1x1x2x2xui8>
}

func.func @max_f64(%x0: tensor<1x1x3x3xf64>) -> tensor<1x1x2x2xf64> attributes {
    inputs = [dense<[[[[3.0, 2.0, 1.0], [-1.0, 0.0, -4.0], [4.0, 0.0, 3.0]]]]> : tensor<1x1x3x3xf64>],
    outputs = [dense<[[[[3.0, 2.0], [4.0, 3.0]]]]> : tensor<1x1x2x2xf64>]} {
  %y:2 = onnx.MaxPool(%x0) {kernel_shape = array<i64: 2, 2>, strides = array<i64: 1, 1>} : (tensor<1x1x3x3xf64>) -> (tensor<1x1x2x2xf64>, none)
  return %y#0 : tensor<1x1x2x2xf64>
}

func.func @max_f16(%x0: tensor<1x1x3x3xf16>) -> tensor<1x1x2x2xf16> attributes {
    inputs = [dense<[[[[3.0, -3.0, -2.0], [3.0, 3.0, 0.0], [2.0, 1.0, -4.0]]]]> : tensor<1x1x3x3xf16>],
    outputs = [dense<3.0> : tensor<1x1x2x2xf16>]} {
  %y:2 = onnx.MaxPool(%x0) {kernel_shape = array<i64: 2, 2>, strides = array<i64: 1, 1>} : (tensor<1x1x3x3xf16>) -> (tensor<1x1x2x2xf16>, none)
  return %y#0 : tensor<1x1x2x2xf16>
}

func.func @average_pads(%x0: tensor<1x2x5x6xf32>) -> tensor<1x2x2x4xf32> attributes {
    inputs = [dense<[[[[-1.0, -4.0, -2.0, -2.0, 4.0, 3.0], [1.0, -2.0, -4.0, -3.0, 1.0, 1.0], [-3.0, 3.0, 2.0, -1.0, 4.0, -1.0], [3.0, -1.0, -2.0, -2.0, 1.0, -3.0], [-2.0, 0.0, -3.0, -4.0, 1.0, -1.0]], [[-2.0, -3.0, 2.0, -1.0, 3.0, 4.0], [0.0, -4.0, -2.0, 0.0, 3.0, 1.0], [0.0, -3.0, 1.0, 4.0, 2.0, 2.0], [-3.0, 4.0, -3.0, 4.0, 3.0, 3.0], [4.0, -1.0, -2.0, -1.0, -4.0, 2.0]]]]> : tensor<1x2x5x6xf32>],
    outputs = [dense<[[[[0.0, -2.0, -1.0, 2.25], [0.33333334, -0.33333334, -0.44444445, 0.5]], [[-1.0, -1.5, 0.8333333, 2.75], [-1.0, -1.1111112, 1.3333334, 2.3333333]]]]> : tensor<1x2x2x4xf32>]} {
  %y = onnx.AveragePool(%x0) {kernel_shape = array<i64: 3, 3>, strides = array<i64: 2, 2>, pads = array<i64: 1, 2, 0, 1>} : (tensor<1x2x5x6xf32>) -> tensor<1x2x2x4xf32>
  return %y : tensor<1x2x2x4xf32>
}

func.func @average_counts_pads(%x0: tensor<1x2x5x6xf32>) -> tensor<1x2x2x4xf32> attributes {
    inputs = [dense<[[[[-1.0, -4.0, -2.0, -2.0, 4.0, 3.0], [1.0, -2.0, -4.0, -3.0, 1.0, 1.0], [-3.0, 3.0, 2.0, -1.0, 4.0, -1.0], [3.0, -1.0, -2.0, -2.0, 1.0, -3.0], [-2.0, 0.0, -3.0, -4.0, 1.0, -1.0]], [[-2.0, -3.0, 2.0, -1.0, 3.0, 4.0], [0.0, -4.0, -2.0, 0.0, 3.0, 1.0], [0.0, -3.0, 1.0, 4.0, 2.0, 2.0], [-3.0, 4.0, -3.0, 4.0, 3.0, 3.0], [4.0, -1.0, -2.0, -1.0, -4.0, 2.0]]]]> : tensor<1x2x5x6xf32>],
    outputs = [dense<[[[[0.0, -1.3333334, -0.6666667, 1.0], [0.11111111, -0.33333334, -0.44444445, 0.33333334]], [[-0.22222222, -1.0, 0.5555556, 1.2222222], [-0.33333334, -1.1111112, 1.3333334, 1.5555556]]]]> : tensor<1x2x2x4xf32>]} {
  %y = onnx.AveragePool(%x0) {kernel_shape = array<i64: 3, 3>, strides = array<i64: 2, 2>, pads = array<i64: 1, 2, 0, 1>, count_include_pad = 1 : si64} : (tensor<1x2x5x6xf32>) -> tensor<1x2x2x4xf32>
  return %y : tensor<1x2x2x4xf32>
}

func.func @average_ceil(%x0: tensor<1x2x5x6xf32>) -> tensor<1x2x3x2xf32> attributes {
    inputs = [dense<[[[[-1.0, -4.0, -2.0, -2.0, 4.0, 3.0], [1.0, -2.0, -4.0, -3.0, 1.0, 1.0], [-3.0, 3.0, 2.0, -1.0, 4.0, -1.0], [3.0, -1.0, -2.0, -2.0, 1.0, -3.0], [-2.0, 0.0, -3.0, -4.0, 1.0, -1.0]], [[-2.0, -3.0, 2.0, -1.0, 3.0, 4.0], [0.0, -4.0, -2.0, 0.0, 3.0, 1.0], [0.0, -3.0, 1.0, 4.0, 2.0, 2.0], [-3.0, 4.0, -3.0, 4.0, 3.0, 3.0], [4.0, -1.0, -2.0, -1.0, -4.0, 2.0]]]]> : tensor<1x2x5x6xf32>],
    outputs = [dense<[[[[-1.5, 2.25], [0.5, 0.25], [-1.0, 0.0]], [[-2.25, 2.75], [-0.5, 2.5], [1.5, -1.0]]]]> : tensor<1x2x3x2xf32>]} {
  %y = onnx.AveragePool(%x0) {kernel_shape = array<i64: 2, 2>, strides = array<i64: 2, 4>, ceil_mode = 1 : si64} : (tensor<1x2x5x6xf32>) -> tensor<1x2x3x2xf32>
  return %y : tensor<1x2x3x2xf32>
}

func.func @average_ceil_counts_pads(%x0: tensor<1x2x5x6xf32>) -> tensor<1x2x2x2xf32> attributes {
    inputs = [dense<[[[[-1.0, -4.0, -2.0, -2.0, 4.0, 3.0], [1.0, -2.0, -4.0, -3.0, 1.0, 1.0], [-3.0, 3.0, 2.0, -1.0, 4.0, -1.0], [3.0, -1.0, -2.0, -2.0, 1.0, -3.0], [-2.0, 0.0, -3.0, -4.0, 1.0, -1.0]], [[-2.0, -3.0, 2.0, -1.0, 3.0, 4.0], [0.0, -4.0, -2.0, 0.0, 3.0, 1.0], [0.0, -3.0, 1.0, 4.0, 2.0, 2.0], [-3.0, 4.0, -3.0, 4.0, 3.0, 3.0], [4.0, -1.0, -2.0, -1.0, -4.0, 2.0]]]]> : tensor<1x2x5x6xf32>],
    outputs = [dense<[[[[-0.6666667, 0.44444445], [0.0, -0.6666667]], [[-1.0, 1.1111112], [0.11111111, 1.6666666]]]]> : tensor<1x2x2x2xf32>]} {
  %y = onnx.AveragePool(%x0) {kernel_shape = array<i64: 3, 3>, strides = array<i64: 3, 4>, pads = array<i64: 1, 1, 1, 1>, ceil_mode = 1 : si64, count_include_pad = 1 : si64} : (tensor<1x2x5x6xf32>) -> tensor<1x2x2x2xf32>
  return %y : tensor<1x2x2x2xf32>
}

func.func @average_dilated(%x0: tensor<1x2x5x6xf32>) -> tensor<1x2x2x4xf32> attributes {
    inputs = [dense<[[[[-1.0, -4.0, -2.0, -2.0, 4.0, 3.0], [1.0, -2.0, -4.0, -3.0, 1.0, 1.0], [-3.0, 3.0, 2.0, -1.0, 4.0, -1.0], [3.0, -1.0, -2.0, -2.0, 1.0, -3.0], [-2.0, 0.0, -3.0, -4.0, 1.0, -1.0]], [[-2.0, -3.0, 2.0, -1.0, 3.0, 4.0], [0.0, -4.0, -2.0, 0.0, 3.0, 1.0], [0.0, -3.0, 1.0, 4.0, 2.0, 2.0], [-3.0, 4.0, -3.0, 4.0, 3.0, 3.0], [4.0, -1.0, -2.0, -1.0, -4.0, 2.0]]]]> : tensor<1x2x5x6xf32>],
    outputs = [dense<[[[[-0.5, -2.25, 0.25, -1.0], [-2.0, -2.25, -1.25, -1.75]], [[-1.5, 1.0, 1.25, 2.5], [0.0, -1.5, -1.25, 0.5]]]]> : tensor<1x2x2x4xf32>]} {
  %y = onnx.AveragePool(%x0) {kernel_shape = array<i64: 2, 2>, strides = array<i64: 1, 1>, dilations = array<i64: 3, 2>} : (tensor<1x2x5x6xf32>) -> tensor<1x2x2x4xf32>
  return %y : tensor<1x2x2x4xf32>
}

func.func @average_f64(%x0: tensor<1x1x3x3xf64>) -> tensor<1x1x2x2xf64> attributes {
    inputs = [dense<[[[[-3.0, 4.0, 0.0], [-3.0, -1.0, 4.0], [-3.0, -4.0, 1.0]]]]> : tensor<1x1x3x3xf64>],
    outputs = [dense<[[[[-0.75, 1.75], [-2.75, 0.0]]]]> : tensor<1x1x2x2xf64>]} {
  %y = onnx.AveragePool(%x0) {kernel_shape = array<i64: 2, 2>, strides = array<i64: 1, 1>} : (tensor<1x1x3x3xf64>) -> tensor<1x1x2x2xf64>
  return %y : tensor<1x1x2x2xf64>
}

func.func @lp_3(%x0: tensor<1x2x5x6xf32>) -> tensor<1x2x4x2xf32> attributes {
    inputs = [dense<[[[[-1.0, -4.0, -2.0, -2.0, 4.0, 3.0], [1.0, -2.0, -4.0, -3.0, 1.0, 1.0], [-3.0, 3.0, 2.0, -1.0, 4.0, -1.0], [3.0, -1.0, -2.0, -2.0, 1.0, -3.0], [-2.0, 0.0, -3.0, -4.0, 1.0, -1.0]], [[-2.0, -3.0, 2.0, -1.0, 3.0, 4.0], [0.0, -4.0, -2.0, 0.0, 3.0, 1.0], [0.0, -3.0, 1.0, 4.0, 2.0, 2.0], [-3.0, 4.0, -3.0, 4.0, 3.0, 3.0], [4.0, -1.0, -2.0, -1.0, -4.0, 2.0]]]]> : tensor<1x2x5x6xf32>],
    outputs = [dense<[[[[5.2656374, 5.561298], [5.1299276, 5.4848065], [4.6104364, 4.481405], [4.1408176, 4.776856]], [[4.862944, 4.1408176], [4.6415887, 4.762203], [5.2656374, 5.758965], [5.758965, 5.758965]]]]> : tensor<1x2x4x2xf32>]} {
  %y = onnx.LpPool(%x0) {kernel_shape = array<i64: 2, 3>, strides = array<i64: 1, 2>, p = 3 : si64} : (tensor<1x2x5x6xf32>) -> tensor<1x2x4x2xf32>
  return %y : tensor<1x2x4x2xf32>
}

func.func @lp_1_dilated(%x0: tensor<1x2x5x6xf32>) -> tensor<1x2x5x6xf32> attributes {
    inputs = [dense<[[[[-1.0, -4.0, -2.0, -2.0, 4.0, 3.0], [1.0, -2.0, -4.0, -3.0, 1.0, 1.0], [-3.0, 3.0, 2.0, -1.0, 4.0, -1.0], [3.0, -1.0, -2.0, -2.0, 1.0, -3.0], [-2.0, 0.0, -3.0, -4.0, 1.0, -1.0]], [[-2.0, -3.0, 2.0, -1.0, 3.0, 4.0], [0.0, -4.0, -2.0, 0.0, 3.0, 1.0], [0.0, -3.0, 1.0, 4.0, 2.0, 2.0], [-3.0, 4.0, -3.0, 4.0, 3.0, 3.0], [4.0, -1.0, -2.0, -1.0, -4.0, 2.0]]]]> : tensor<1x2x5x6xf32>],
    outputs = [dense<[[[[2.0, 5.0, 5.0, 5.0, 4.0, 1.0], [7.0, 8.0, 10.0, 12.0, 7.0, 8.0], [3.0, 10.0, 8.0, 8.0, 9.0, 2.0], [3.0, 10.0, 8.0, 10.0, 7.0, 5.0], [1.0, 5.0, 3.0, 3.0, 5.0, 1.0]], [[4.0, 2.0, 4.0, 5.0, 1.0, 3.0], [6.0, 5.0, 11.0, 8.0, 11.0, 5.0], [8.0, 8.0, 12.0, 11.0, 8.0, 6.0], [4.0, 7.0, 9.0, 9.0, 9.0, 6.0], [4.0, 6.0, 8.0, 6.0, 7.0, 3.0]]]]> : tensor<1x2x5x6xf32>]} {
  %y = onnx.LpPool(%x0) {kernel_shape = array<i64: 2, 2>, strides = array<i64: 1, 1>, dilations = array<i64: 2, 2>, pads = array<i64: 1, 1, 1, 1>, p = 1 : si64} : (tensor<1x2x5x6xf32>) -> tensor<1x2x5x6xf32>
  return %y : tensor<1x2x5x6xf32>
}

func.func @max_of_infinities(%x0: tensor<1x1x2x2xf32>) -> tensor<1x1x2x1xf32> attributes {
    inputs = [dense<[[[[0xFF800000, 0xFF800000], [0xFF800000, 1.0]]]]> : tensor<1x1x2x2xf32>],
    outputs = [dense<[[[[0xFF800000], [1.0]]]]> : tensor<1x1x2x1xf32>]} {
  %y:2 = onnx.MaxPool(%x0) {kernel_shape = array<i64: 1, 2>} : (tensor<1x1x2x2xf32>) -> (tensor<1x1x2x1xf32>, none)
  return %y#0 : tensor<1x1x2x1xf32>
}

func.func @global_average(%x0: tensor<1x2x5x6xf32>) -> tensor<1x2x1x1xf32> attributes {
    inputs = [dense<[[[[-1.0, -4.0, -2.0, -2.0, 4.0, 3.0], [1.0, -2.0, -4.0, -3.0, 1.0, 1.0], [-3.0, 3.0, 2.0, -1.0, 4.0, -1.0], [3.0, -1.0, -2.0, -2.0, 1.0, -3.0], [-2.0, 0.0, -3.0, -4.0, 1.0, -1.0]], [[-2.0, -3.0, 2.0, -1.0, 3.0, 4.0], [0.0, -4.0, -2.0, 0.0, 3.0, 1.0], [0.0, -3.0, 1.0, 4.0, 2.0, 2.0], [-3.0, 4.0, -3.0, 4.0, 3.0, 3.0], [4.0, -1.0, -2.0, -1.0, -4.0, 2.0]]]]> : tensor<1x2x5x6xf32>],
    outputs = [dense<[[[[-0.56666666]], [[0.43333334]]]]> : tensor<1x2x1x1xf32>]} {
  %y = onnx.GlobalAveragePool(%x0) : (tensor<1x2x5x6xf32>) -> tensor<1x2x1x1xf32>
  return %y : tensor<1x2x1x1xf32>
}

func.func @global_max(%x0: tensor<1x2x5x6xf32>) -> tensor<1x2x1x1xf32> attributes {
    inputs = [dense<[[[[-1.0, -4.0, -2.0, -2.0, 4.0, 3.0], [1.0, -2.0, -4.0, -3.0, 1.0, 1.0], [-3.0, 3.0, 2.0, -1.0, 4.0, -1.0], [3.0, -1.0, -2.0, -2.0, 1.0, -3.0], [-2.0, 0.0, -3.0, -4.0, 1.0, -1.0]], [[-2.0, -3.0, 2.0, -1.0, 3.0, 4.0], [0.0, -4.0, -2.0, 0.0, 3.0, 1.0], [0.0, -3.0, 1.0, 4.0, 2.0, 2.0], [-3.0, 4.0, -3.0, 4.0, 3.0, 3.0], [4.0, -1.0, -2.0, -1.0, -4.0, 2.0]]]]> : tensor<1x2x5x6xf32>],
    outputs = [dense<4.0> : tensor<1x2x1x1xf32>]} {
  %y = onnx.GlobalMaxPool(%x0) : (tensor<1x2x5x6xf32>) -> tensor<1x2x1x1xf32>
  return %y : tensor<1x2x1x1xf32>
}

func.func @global_lp(%x0: tensor<1x2x5x6xf32>) -> tensor<1x2x1x1xf32> attributes {
    inputs = [dense<[[[[-1.0, -4.0, -2.0, -2.0, 4.0, 3.0], [1.0, -2.0, -4.0, -3.0, 1.0, 1.0], [-3.0, 3.0, 2.0, -1.0, 4.0, -1.0], [3.0, -1.0, -2.0, -2.0, 1.0, -3.0], [-2.0, 0.0, -3.0, -4.0, 1.0, -1.0]], [[-2.0, -3.0, 2.0, -1.0, 3.0, 4.0], [0.0, -4.0, -2.0, 0.0, 3.0, 1.0], [0.0, -3.0, 1.0, 4.0, 2.0, 2.0], [-3.0, 4.0, -3.0, 4.0, 3.0, 3.0], [4.0, -1.0, -2.0, -1.0, -4.0, 2.0]]]]> : tensor<1x2x5x6xf32>],
    outputs = [dense<[[[[8.315517]], [[8.983509]]]]> : tensor<1x2x1x1xf32>]} {
  %y = onnx.GlobalLpPool(%x0) {p = 3 : si64} : (tensor<1x2x5x6xf32>) -> tensor<1x2x1x1xf32>
  return %y : tensor<1x2x1x1xf32>
}

func.func @max_same_lower(%x0: tensor<1x1x4xf32>) -> tensor<1x1x4xf32> attributes {
    inputs = [dense<[[[0.0, 1.0, 2.0, 3.0]]]> : tensor<1x1x4xf32>],
    outputs = [dense<[[[0.0, 1.0, 2.0, 3.0]]]> : tensor<1x1x4xf32>]} {
  %y:2 = onnx.MaxPool(%x0) {auto_pad = "SAME_LOWER", kernel_shape = array<i64: 2>} : (tensor<1x1x4xf32>) -> (tensor<1x1x4xf32>, none)
  return %y#0 : tensor<1x1x4xf32>
}

func.func @max_same_upper(%x0: tensor<1x1x4xf32>) -> tensor<1x1x4xf32> attributes {
    inputs = [dense<[[[0.0, 1.0, 2.0, 3.0]]]> : tensor<1x1x4xf32>],
    outputs = [dense<[[[1.0, 2.0, 3.0, 3.0]]]> : tensor<1x1x4xf32>]} {
  %y:2 = onnx.MaxPool(%x0) {auto_pad = "SAME_UPPER", kernel_shape = array<i64: 2>} : (tensor<1x1x4xf32>) -> (tensor<1x1x4xf32>, none)
  return %y#0 : tensor<1x1x4xf32>
}

// Means of what a pointwise convolution computes; the last windows reach into the padding.
func.func @means_of_products(%x0: tensor<1x2x3x3xf32>) -> tensor<1x1x2x2xf32> attributes {
    inputs = [dense<[[[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0], [7.0, 8.0, 9.0]], [[2.0, 0.0, 4.0], [0.0, 2.0, 0.0], [4.0, 0.0, 6.0]]]]> : tensor<1x2x3x3xf32>],
    outputs = [dense<[[[[8.0, 12.0], [18.0, 25.0]]]]> : tensor<1x1x2x2xf32>]} {
  %w = onnx.Constant() {value = dense<[[[[2.0]], [[1.0]]]]> : tensor<1x2x1x1xf32>} : () -> tensor<1x2x1x1xf32>
  %b = onnx.Constant() {value = dense<[1.0]> : tensor<1xf32>} : () -> tensor<1xf32>
  %c = onnx.Conv(%x0, %w, %b) : (tensor<1x2x3x3xf32>, tensor<1x2x1x1xf32>, tensor<1xf32>) -> tensor<1x1x3x3xf32>
  %y = onnx.AveragePool(%c) {kernel_shape = array<i64: 2, 2>, strides = array<i64: 2, 2>, pads = array<i64: 0, 0, 1, 1>} : (tensor<1x1x3x3xf32>) -> tensor<1x1x2x2xf32>
  return %y : tensor<1x1x2x2xf32>
}

func.func @indices_same_lower(%a0: tensor<1x1x5x6xf32>) -> (tensor<1x1x3x2xf32>, tensor<1x1x3x2xi64>) attributes
    {
    inputs = [dense<[[[[7.0, 3.25, 2.75, 3.75, 4.0, 5.5], [0.5, 5.0, 3.5, 4.25, 6.25, 0.25], [5.75, 3.0, 0.75, 6.75,
    0.0, 7.25], [2.5, 1.75, 6.0, 5.25, 4.5, 2.25], [4.75, 1.25, 2.0, 6.5, 1.5, 1.0]]]]> : tensor<1x1x5x6xf32>],
    outputs = [dense<[[[[7.0, 6.25], [5.75, 6.75], [4.75, 6.5]]]]> : tensor<1x1x3x2xf32>, dense<[[[[0, 10], [12,
    15], [24, 27]]]]> : tensor<1x1x3x2xi64>]} {
  %y:2 = onnx.MaxPool(%a0) {auto_pad = "SAME_LOWER", kernel_shape = array<i64: 3, 2>, strides = array<i64: 2,
      3>} : (tensor<1x1x5x6xf32>) -> (tensor<1x1x3x2xf32>, tensor<1x1x3x2xi64>)
  return %y#0, %y#1 : tensor<1x1x3x2xf32>, tensor<1x1x3x2xi64>
}

func.func @indices_same_upper(%a0: tensor<1x1x5x6xf32>) -> (tensor<1x1x3x2xf32>, tensor<1x1x3x2xi64>) attributes
    {
    inputs = [dense<[[[[7.0, 3.25, 2.75, 3.75, 4.0, 5.5], [0.5, 5.0, 3.5, 4.25, 6.25, 0.25], [5.75, 3.0, 0.75, 6.75,
    0.0, 7.25], [2.5, 1.75, 6.0, 5.25, 4.5, 2.25], [4.75, 1.25, 2.0, 6.5, 1.5, 1.0]]]]> : tensor<1x1x5x6xf32>],
    outputs = [dense<[[[[7.0, 6.25], [5.75, 6.75], [4.75, 6.5]]]]> : tensor<1x1x3x2xf32>, dense<[[[[0, 10], [12,
    15], [24, 27]]]]> : tensor<1x1x3x2xi64>]} {
  %y:2 = onnx.MaxPool(%a0) {auto_pad = "SAME_UPPER", kernel_shape = array<i64: 3, 2>, strides = array<i64: 2,
      3>} : (tensor<1x1x5x6xf32>) -> (tensor<1x1x3x2xf32>, tensor<1x1x3x2xi64>)
  return %y#0, %y#1 : tensor<1x1x3x2xf32>, tensor<1x1x3x2xi64>
}
