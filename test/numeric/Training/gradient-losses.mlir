// SPDX-License-Identifier: Apache-2.0
// Gradient through transposed convolutions, norms, losses, diagonals and scattering, checked against central differences.

func.func @conv_transpose(%x0: tensor<1x2x3x3xf64>, %x1: tensor<2x2x2x2xf64>, %x2: tensor<2xf64>, %w:
    tensor<1x2x6x4xf64>) -> (tensor<1x2x3x3xf64>, tensor<2x2x2x2xf64>, tensor<2xf64>) attributes {
    inputs = [dense<[[[[-0.875, 1.125, -0.875], [1.25, -0.0, 0.375], [0.75, 0.0, -0.625]], [[-0.875, -1.25, 0.75],
    [-0.125, -1.0, 1.125], [-0.625, -0.25, -0.625]]]]> : tensor<1x2x3x3xf64>, dense<[[[[0.375, 0.25], [0.25,
    -0.75]], [[-0.625, -0.75], [-0.5, -1.125]]], [[[-1.0, 1.375], [1.375, -0.875]], [[-1.375, -0.875], [0.625,
    0.875]]]]> : tensor<2x2x2x2xf64>, dense<[-1.375, 0.25]> : tensor<2xf64>, dense<[[[[-1.5, 0.0, 0.375, 1.5],
    [-0.75, 0.875, 1.125, 1.25], [-1.5, -0.125, 1.5, -0.25], [1.0, 0.125, 0.875, -0.0], [-1.375, -1.25, -1.125,
    -0.75], [1.375, 0.375, 1.0, 0.25]], [[0.375, 0.875, 1.25, 1.25], [1.0, -1.25, -0.375, -1.375], [0.125, 0.875,
    -1.375, -0.875], [-0.375, -0.75, 0.875, -0.5], [0.375, -0.0, 0.25, 1.375], [1.375, -1.125, 1.0, -0.5]]]]> :
    tensor<1x2x6x4xf64>],
    outputs = [dense<[[[[-2.25, -2.96875, -0.53125], [-0.359375, 3.15625, 1.71875], [0.203125, -0.40625, -0.625]],
    [[-1.0625, 0.328125, 1.296875], [-3.25, 3.59375, 0.59375], [-0.5, 1.484375, -3.46875]]]]> : tensor<1x2x3x3xf64>,
    dense<[[[[-0.3125, 2.0625], [-0.65625, 2.390625]], [[0.28125, 0.1875], [-0.671875, -1.21875]]], [[[-0.71875,
    -1.9375], [5.46875, -1.25]], [[0.578125, 1.0], [-3.3125, -2.109375]]]]> : tensor<2x2x2x2xf64>, dense<[3.0, 2.5]>
    : tensor<2xf64>]} {
  %y = onnx.ConvTranspose(%x0, %x1, %x2) {dilations = array<i64: 1, 2>, output_padding = array<i64: 1, 0>, pads =
      array<i64: 1, 0, 0, 1>, strides = array<i64: 2, 1>} : (tensor<1x2x3x3xf64>, tensor<2x2x2x2xf64>,
      tensor<2xf64>) -> !onnx.unknown
  %z = onnx.Mul(%y, %w) : (!onnx.unknown, tensor<1x2x6x4xf64>) -> !onnx.unknown
  %g:3 = onnx.training.Gradient(%x0, %x1, %x2, %x0, %x1, %x2, %z) {xs = ["x0", "x1", "x2"], y = "z"} :
      (tensor<1x2x3x3xf64>, tensor<2x2x2x2xf64>, tensor<2xf64>, tensor<1x2x3x3xf64>, tensor<2x2x2x2xf64>,
      tensor<2xf64>, !onnx.unknown) -> (tensor<1x2x3x3xf64>, tensor<2x2x2x2xf64>, tensor<2xf64>)
  return %g#0, %g#1, %g#2 : tensor<1x2x3x3xf64>, tensor<2x2x2x2xf64>, tensor<2xf64>
}

func.func @conv_transpose_groups(%x0: tensor<2x4x3xf64>, %x1: tensor<4x1x3xf64>, %w: tensor<2x2x7xf64>) ->
    (tensor<2x4x3xf64>, tensor<4x1x3xf64>) attributes {
    inputs = [dense<[[[-1.25, -0.375, 0.0], [1.375, -0.375, -1.5], [1.125, -1.125, -0.125], [1.0, 0.0, -0.125]],
    [[0.875, -1.5, 0.25], [-0.25, 1.5, 0.875], [-1.375, -0.875, -0.125], [0.625, -0.5, -0.375]]]> :
    tensor<2x4x3xf64>, dense<[[[1.25, 1.375, -0.25]], [[1.25, -0.5, -1.25]], [[0.125, 0.5, 1.125]], [[1.375, 0.75,
    0.75]]]> : tensor<4x1x3xf64>, dense<[[[0.625, 0.625, 0.75, 1.375, -0.375, -1.25, -0.75], [-0.875, -0.375, 0.875,
    -1.375, -0.125, 1.0, -0.75]], [[-1.25, -0.75, -1.25, 0.875, -1.0, -0.875, 1.0], [0.875, 0.25, 1.25, -1.375,
    1.375, 0.25, -0.625]]]> : tensor<2x2x7xf64>],
    outputs = [dense<[[[1.453125, 2.921875, -2.0], [-0.46875, 0.71875, 1.09375], [0.6875, -0.71875, -0.359375],
    [-0.828125, 0.078125, 0.015625]], [[-2.28125, -0.109375, -2.703125], [0.375, -0.75, -2.0625], [1.640625,
    1.015625, -0.40625], [2.328125, 1.71875, 1.609375]]]> : tensor<2x4x3xf64>, dense<[[[-0.53125, -3.484375,
    -0.140625]], [[-1.296875, 2.953125, 1.984375]], [[-4.421875, 1.828125, -1.625]], [[-1.453125, 0.25, 1.296875]]]>
    : tensor<4x1x3xf64>]} {
  %none = onnx.None() : () -> none
  %y = onnx.ConvTranspose(%x0, %x1, %none) {group = 2 : si64, strides = array<i64: 2>} : (tensor<2x4x3xf64>,
      tensor<4x1x3xf64>, none) -> !onnx.unknown
  %z = onnx.Mul(%y, %w) : (!onnx.unknown, tensor<2x2x7xf64>) -> !onnx.unknown
  %g:2 = onnx.training.Gradient(%x0, %x1, %x0, %x1, %z) {xs = ["x0", "x1"], y = "z"} : (tensor<2x4x3xf64>,
      tensor<4x1x3xf64>, tensor<2x4x3xf64>, tensor<4x1x3xf64>, !onnx.unknown) -> (tensor<2x4x3xf64>,
      tensor<4x1x3xf64>)
  return %g#0, %g#1 : tensor<2x4x3xf64>, tensor<4x1x3xf64>
}

// Three elements become six: a kernel of three has one too many, at the end.
func.func @conv_transpose_same(%x0: tensor<1x1x3xf64>, %x1: tensor<1x2x3xf64>, %w: tensor<1x2x6xf64>) ->
    (tensor<1x1x3xf64>, tensor<1x2x3xf64>) attributes {
    inputs = [dense<[[[1.0, 0.5, 1.5]]]> : tensor<1x1x3xf64>, dense<[[[-1.125, 0.25, -0.125], [0.5, -0.75,
    -1.375]]]> : tensor<1x2x3xf64>, dense<[[[0.125, -0.375, 1.125, -0.125, -0.25, 0.375], [0.125, 1.375, 0.875,
    -0.0, -0.875, 0.25]]]> : tensor<1x2x6xf64>],
    outputs = [dense<[[[-2.546875, 0.375, -0.25]]]> : tensor<1x1x3xf64>, dense<[[[0.3125, 0.125, 1.0], [-0.75, 1.75,
    0.4375]]]> : tensor<1x2x3xf64>]} {
  %none = onnx.None() : () -> none
  %y = onnx.ConvTranspose(%x0, %x1, %none) {auto_pad = "SAME_UPPER", strides = array<i64: 2>} : (tensor<1x1x3xf64>,
      tensor<1x2x3xf64>, none) -> !onnx.unknown
  %z = onnx.Mul(%y, %w) : (!onnx.unknown, tensor<1x2x6xf64>) -> !onnx.unknown
  %g:2 = onnx.training.Gradient(%x0, %x1, %x0, %x1, %z) {xs = ["x0", "x1"], y = "z"} : (tensor<1x1x3xf64>,
      tensor<1x2x3xf64>, tensor<1x1x3xf64>, tensor<1x2x3xf64>, !onnx.unknown) -> (tensor<1x1x3xf64>,
      tensor<1x2x3xf64>)
  return %g#0, %g#1 : tensor<1x1x3xf64>, tensor<1x2x3xf64>
}

func.func @lp_pool(%x0: tensor<1x2x6xf64>, %w: tensor<1x2x3xf64>) -> tensor<1x2x6xf64> attributes {
    inputs = [dense<[[[0.75, 0.75, 1.5, -0.875, -0.25, -0.25], [-0.5, -0.375, -0.125, 0.125, -0.75, -1.125]]]> :
    tensor<1x2x6xf64>, dense<[[[-0.625, -1.125, -0.5], [0.5, 0.25, 1.5]]]> : tensor<1x2x3xf64>],
    outputs = [dense<[[[-0.3937253, -0.6270412, -0.9332634, 0.8026001, 0.0395944, 0.0395944], [-0.3954234,
    -0.4607951, -0.0264855, 0.042051, -0.560359, -1.2608077]]]> : tensor<1x2x6xf64>]} {
  %y = onnx.LpPool(%x0) {kernel_shape = array<i64: 3>, p = 3 : si64, pads = array<i64: 1, 1>, strides = array<i64:
      2>} : (tensor<1x2x6xf64>) -> !onnx.unknown
  %z = onnx.Mul(%y, %w) : (!onnx.unknown, tensor<1x2x3xf64>) -> !onnx.unknown
  %g = onnx.training.Gradient(%x0, %x0, %z) {xs = ["x0"], y = "z"} : (tensor<1x2x6xf64>, tensor<1x2x6xf64>,
      !onnx.unknown) -> tensor<1x2x6xf64>
  return %g : tensor<1x2x6xf64>
}

func.func @lp_pool_of_two(%x0: tensor<1x1x5xf64>, %w: tensor<1x1x4xf64>) -> tensor<1x1x5xf64> attributes {
    inputs = [dense<[[[0.125, 0.125, 0.375, 0.625, 0.375]]]> : tensor<1x1x5xf64>, dense<[[[0.25, 0.375, -0.375,
    0.875]]]> : tensor<1x1x4xf64>],
    outputs = [dense<[[[0.1767767, 0.2953621, 0.1628203, 0.4287465, 0.4501838]]]> : tensor<1x1x5xf64>]} {
  %y = onnx.LpPool(%x0) {kernel_shape = array<i64: 2>} : (tensor<1x1x5xf64>) -> !onnx.unknown
  %z = onnx.Mul(%y, %w) : (!onnx.unknown, tensor<1x1x4xf64>) -> !onnx.unknown
  %g = onnx.training.Gradient(%x0, %x0, %z) {xs = ["x0"], y = "z"} : (tensor<1x1x5xf64>, tensor<1x1x5xf64>,
      !onnx.unknown) -> tensor<1x1x5xf64>
  return %g : tensor<1x1x5xf64>
}

func.func @global_lp_pool(%x0: tensor<1x2x2x3xf64>, %w: tensor<1x2x1x1xf64>) -> tensor<1x2x2x3xf64> attributes {
    inputs = [dense<[[[[0.375, -0.625, -0.75], [-1.25, -0.5, -1.5]], [[-1.0, -1.375, -0.625], [-0.5, 0.25,
    0.875]]]]> : tensor<1x2x2x3xf64>, dense<[[[[0.375]], [[-1.0]]]]> : tensor<1x2x1x1xf64>],
    outputs = [dense<[[[[0.0619292, -0.1032154, -0.1238584], [-0.2064307, -0.0825723, -0.2477168]], [[0.4789475,
    0.6585528, 0.2993422], [0.2394737, -0.1197369, -0.419079]]]]> : tensor<1x2x2x3xf64>]} {
  %y = onnx.GlobalLpPool(%x0) : (tensor<1x2x2x3xf64>) -> !onnx.unknown
  %z = onnx.Mul(%y, %w) : (!onnx.unknown, tensor<1x2x1x1xf64>) -> !onnx.unknown
  %g = onnx.training.Gradient(%x0, %x0, %z) {xs = ["x0"], y = "z"} : (tensor<1x2x2x3xf64>, tensor<1x2x2x3xf64>,
      !onnx.unknown) -> tensor<1x2x2x3xf64>
  return %g : tensor<1x2x2x3xf64>
}

func.func @lrn(%x0: tensor<1x4x3xf64>, %w: tensor<1x4x3xf64>) -> tensor<1x4x3xf64> attributes {
    inputs = [dense<[[[1.125, 0.75, -0.0], [0.375, 0.0, -1.0], [0.375, 1.5, 0.75], [-1.0, -1.125, 1.25]]]> :
    tensor<1x4x3xf64>, dense<[[[1.25, 0.75, 0.75], [-1.125, 0.875, -0.875], [-1.0, -0.25, -1.5], [1.0, -1.0,
    0.75]]]> : tensor<1x4x3xf64>],
    outputs = [dense<[[[0.8732131, 0.6110891, 0.6681149], [-0.9868688, 0.6558389, -0.7247057], [-0.7442211,
    -0.3023841, -1.2068447], [0.6264545, -0.6134824, 0.5939092]]]> : tensor<1x4x3xf64>]} {
  %y = onnx.LRN(%x0) {alpha = 5.0e-01 : f32, size = 3 : si64} : (tensor<1x4x3xf64>) -> !onnx.unknown
  %z = onnx.Mul(%y, %w) : (!onnx.unknown, tensor<1x4x3xf64>) -> !onnx.unknown
  %g = onnx.training.Gradient(%x0, %x0, %z) {xs = ["x0"], y = "z"} : (tensor<1x4x3xf64>, tensor<1x4x3xf64>,
      !onnx.unknown) -> tensor<1x4x3xf64>
  return %g : tensor<1x4x3xf64>
}

// One neighbour in front, two behind.
func.func @lrn_even(%x0: tensor<1x5x2x2xf64>, %w: tensor<1x5x2x2xf64>) -> tensor<1x5x2x2xf64> attributes {
    inputs = [dense<[[[[0.25, 0.75], [0.25, 1.375]], [[-0.375, -0.0], [-0.5, 0.75]], [[-0.625, 0.875], [-1.25,
    -0.75]], [[-0.125, -1.125], [-0.875, 1.0]], [[-0.375, -0.875], [1.0, 0.25]]]]> : tensor<1x5x2x2xf64>,
    dense<[[[[0.375, 1.125], [0.625, -0.75]], [[-1.5, 0.125], [0.625, 0.875]], [[-0.875, 0.375], [1.375, -0.75]],
    [[-0.625, -0.25], [0.25, 1.5]], [[0.25, 1.125], [0.5, -0.125]]]]> : tensor<1x5x2x2xf64>],
    outputs = [dense<[[[[0.2592142, 0.7663279], [0.430277, -0.4963049]], [[-1.0410269, 0.0850102], [0.4070847,
    0.5805873]], [[-0.5949984, 0.2285461], [0.8726798, -0.4873844]], [[-0.4352863, -0.178477], [0.1398055,
    0.981198]], [[0.180596, 0.7644254], [0.3705557, -0.0972992]]]]> : tensor<1x5x2x2xf64>]} {
  %y = onnx.LRN(%x0) {alpha = 2.5e-01 : f32, beta = 5.0e-01 : f32, bias = 2.0e+00 : f32, size = 4 : si64} :
      (tensor<1x5x2x2xf64>) -> !onnx.unknown
  %z = onnx.Mul(%y, %w) : (!onnx.unknown, tensor<1x5x2x2xf64>) -> !onnx.unknown
  %g = onnx.training.Gradient(%x0, %x0, %z) {xs = ["x0"], y = "z"} : (tensor<1x5x2x2xf64>, tensor<1x5x2x2xf64>,
      !onnx.unknown) -> tensor<1x5x2x2xf64>
  return %g : tensor<1x5x2x2xf64>
}

func.func @lp_normalization(%x0: tensor<2x3xf64>, %w: tensor<2x3xf64>) -> tensor<2x3xf64> attributes {
    inputs = [dense<[[-0.625, -0.5, 0.875], [-1.0, -1.125, -0.875]]> : tensor<2x3xf64>, dense<[[0.5, -0.375,
    -0.875], [-0.5, -1.25, -0.25]]> : tensor<2x3xf64>],
    outputs = [dense<[[0.087841, -0.5832645, -0.2705504], [0.1154654, -0.2649784, 0.208726]]> : tensor<2x3xf64>]} {
  %y = onnx.LpNormalization(%x0) : (tensor<2x3xf64>) -> !onnx.unknown
  %z = onnx.Mul(%y, %w) : (!onnx.unknown, tensor<2x3xf64>) -> !onnx.unknown
  %g = onnx.training.Gradient(%x0, %x0, %z) {xs = ["x0"], y = "z"} : (tensor<2x3xf64>, tensor<2x3xf64>,
      !onnx.unknown) -> tensor<2x3xf64>
  return %g : tensor<2x3xf64>
}

func.func @lp_normalization_of_one(%x0: tensor<3x2xf64>, %w: tensor<3x2xf64>) -> tensor<3x2xf64> attributes {
    inputs = [dense<[[0.875, -0.125], [-0.125, -1.375], [-0.625, -1.25]]> : tensor<3x2xf64>, dense<[[-1.375, 1.125],
    [0.625, 1.0], [-1.125, -0.375]]> : tensor<3x2xf64>],
    outputs = [dense<[[-0.6272189, 0.2706612], [0.1656805, 0.2252066], [-0.9112426, -0.2747934]]> :
    tensor<3x2xf64>]} {
  %y = onnx.LpNormalization(%x0) {axis = 0 : si64, p = 1 : si64} : (tensor<3x2xf64>) -> !onnx.unknown
  %z = onnx.Mul(%y, %w) : (!onnx.unknown, tensor<3x2xf64>) -> !onnx.unknown
  %g = onnx.training.Gradient(%x0, %x0, %z) {xs = ["x0"], y = "z"} : (tensor<3x2xf64>, tensor<3x2xf64>,
      !onnx.unknown) -> tensor<3x2xf64>
  return %g : tensor<3x2xf64>
}

func.func @mean_variance(%x0: tensor<2x2x3xf64>, %w: tensor<2x2x3xf64>) -> tensor<2x2x3xf64> attributes {
    inputs = [dense<[[[1.25, -0.25, 1.25], [1.375, -1.5, -0.25]], [[0.25, -0.5, -0.375], [-0.375, -0.75, -1.375]]]>
    : tensor<2x2x3xf64>, dense<[[[0.75, 1.5, -1.375], [1.125, 0.125, -1.5]], [[-1.25, 0.125, -1.125], [-0.625,
    -0.625, 1.375]]]> : tensor<2x2x3xf64>],
    outputs = [dense<[[[1.6493842, 2.2033567, -1.2601551], [1.0303482, 0.249971, -1.5780723]], [[-1.4042883,
    0.241893, -1.4301904], [-0.6455635, -0.6101062, 1.5534228]]]> : tensor<2x2x3xf64>]} {
  %y = onnx.MeanVarianceNormalization(%x0) {axes = array<i64: 0, 2>} : (tensor<2x2x3xf64>) -> !onnx.unknown
  %z = onnx.Mul(%y, %w) : (!onnx.unknown, tensor<2x2x3xf64>) -> !onnx.unknown
  %g = onnx.training.Gradient(%x0, %x0, %z) {xs = ["x0"], y = "z"} : (tensor<2x2x3xf64>, tensor<2x2x3xf64>,
      !onnx.unknown) -> tensor<2x2x3xf64>
  return %g : tensor<2x2x3xf64>
}

func.func @likelihood(%x0: tensor<4x3xf64>, %x1: tensor<4xi64>, %w: tensor<f64>) -> tensor<4x3xf64> attributes {
    inputs = [dense<[[-0.125, -0.625, 1.375], [1.375, 0.625, -1.125], [1.125, -0.125, 0.875], [0.625, 0.5, 0.75]]> :
    tensor<4x3xf64>, dense<[2, 0, 1, 2]> : tensor<4xi64>, dense<0.875> : tensor<f64>],
    outputs = [dense<[[0.0, 0.0, -0.21875], [-0.21875, 0.0, 0.0], [0.0, -0.21875, 0.0], [0.0, 0.0, -0.21875]]> :
    tensor<4x3xf64>]} {
  %none = onnx.None() : () -> none
  %y = onnx.NegativeLogLikelihoodLoss(%x0, %x1, %none) : (tensor<4x3xf64>, tensor<4xi64>, none) -> !onnx.unknown
  %z = onnx.Mul(%y, %w) : (!onnx.unknown, tensor<f64>) -> !onnx.unknown
  %g = onnx.training.Gradient(%x0, %x0, %z) {xs = ["x0"], y = "z"} : (tensor<4x3xf64>, tensor<4x3xf64>,
      !onnx.unknown) -> tensor<4x3xf64>
  return %g : tensor<4x3xf64>
}

// Weights of classes, and a target that does not count.
func.func @likelihood_weighted(%x0: tensor<2x3x3xf64>, %x1: tensor<2x3xi64>, %x2: tensor<3xf64>, %w: tensor<f64>) ->
    (tensor<2x3x3xf64>, tensor<3xf64>) attributes {
    inputs = [dense<[[[-0.125, -0.0, -1.25], [-0.375, 1.125, -0.875], [0.75, 0.875, -0.875]], [[0.75, 0.5, 1.375],
    [-0.375, 0.75, 1.0], [-0.375, -0.875, -0.375]]]> : tensor<2x3x3xf64>, dense<[[0, -1, 2], [1, 1, -1]]> :
    tensor<2x3xi64>, dense<[0.5, 1.25, 2.0]> : tensor<3xf64>, dense<0.5> : tensor<f64>],
    outputs = [dense<[[[-0.05, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, -0.2]], [[0.0, 0.0, 0.0], [-0.125, -0.125,
    0.0], [0.0, 0.0, 0.0]]]> : tensor<2x3x3xf64>, dense<[-0.014375, -0.09125, 0.060625]> : tensor<3xf64>]} {
  %y = onnx.NegativeLogLikelihoodLoss(%x0, %x1, %x2) {ignore_index = -1 : si64} : (tensor<2x3x3xf64>,
      tensor<2x3xi64>, tensor<3xf64>) -> !onnx.unknown
  %z = onnx.Mul(%y, %w) : (!onnx.unknown, tensor<f64>) -> !onnx.unknown
  %g:2 = onnx.training.Gradient(%x0, %x2, %x0, %x2, %z) {xs = ["x0", "x2"], y = "z"} : (tensor<2x3x3xf64>,
      tensor<3xf64>, tensor<2x3x3xf64>, tensor<3xf64>, !onnx.unknown) -> (tensor<2x3x3xf64>, tensor<3xf64>)
  return %g#0, %g#1 : tensor<2x3x3xf64>, tensor<3xf64>
}

func.func @likelihood_each(%x0: tensor<4x3xf64>, %x1: tensor<4xi64>, %x2: tensor<3xf64>, %w: tensor<4xf64>) ->
    (tensor<4x3xf64>, tensor<3xf64>) attributes {
    inputs = [dense<[[-0.75, 1.125, -0.625], [0.75, -0.5, 0.0], [1.125, -0.0, 0.375], [-0.5, -0.125, -1.375]]> :
    tensor<4x3xf64>, dense<[2, 0, 1, 2]> : tensor<4xi64>, dense<[0.5, 1.25, 2.0]> : tensor<3xf64>, dense<[0.0,
    -0.125, -0.625, -1.0]> : tensor<4xf64>],
    outputs = [dense<[[0.0, 0.0, 0.0], [0.0625, 0.0, 0.0], [0.0, 0.78125, 0.0], [0.0, 0.0, 2.0]]> : tensor<4x3xf64>,
    dense<[0.09375, 0.0, -1.375]> : tensor<3xf64>]} {
  %y = onnx.NegativeLogLikelihoodLoss(%x0, %x1, %x2) {reduction = "none"} : (tensor<4x3xf64>, tensor<4xi64>,
      tensor<3xf64>) -> !onnx.unknown
  %z = onnx.Mul(%y, %w) : (!onnx.unknown, tensor<4xf64>) -> !onnx.unknown
  %g:2 = onnx.training.Gradient(%x0, %x2, %x0, %x2, %z) {xs = ["x0", "x2"], y = "z"} : (tensor<4x3xf64>,
      tensor<3xf64>, tensor<4x3xf64>, tensor<3xf64>, !onnx.unknown) -> (tensor<4x3xf64>, tensor<3xf64>)
  return %g#0, %g#1 : tensor<4x3xf64>, tensor<3xf64>
}

func.func @cross_entropy(%x0: tensor<4x3xf64>, %x1: tensor<4xi64>, %w: tensor<f64>) -> tensor<4x3xf64> attributes {
    inputs = [dense<[[-0.5, -0.625, -0.375], [0.875, 1.125, 1.25], [-0.25, 1.25, 0.25], [1.5, -1.125, 0.75]]> :
    tensor<4x3xf64>, dense<[2, 0, 1, 2]> : tensor<4xi64>, dense<0.25> : tensor<f64>],
    outputs = [dense<[[0.0207252, 0.01829, -0.0390152], [-0.0457844, 0.0214633, 0.0243211], [0.0087653, -0.0232168,
    0.0144515], [0.0404581, 0.0029308, -0.0433889]]> : tensor<4x3xf64>]} {
  %none = onnx.None() : () -> none
  %y:2 = onnx.SoftmaxCrossEntropyLoss(%x0, %x1, %none) : (tensor<4x3xf64>, tensor<4xi64>, none) -> (!onnx.unknown,
      none)
  %z = onnx.Mul(%y#0, %w) : (!onnx.unknown, tensor<f64>) -> !onnx.unknown
  %g = onnx.training.Gradient(%x0, %x0, %z) {xs = ["x0"], y = "z"} : (tensor<4x3xf64>, tensor<4x3xf64>,
      !onnx.unknown) -> tensor<4x3xf64>
  return %g : tensor<4x3xf64>
}

func.func @cross_entropy_sum(%x0: tensor<2x3x3xf64>, %x1: tensor<2x3xi64>, %x2: tensor<3xf64>, %w: tensor<f64>) ->
    (tensor<2x3x3xf64>, tensor<3xf64>) attributes {
    inputs = [dense<[[[0.0, 0.75, 1.0], [1.0, -0.5, -0.375], [0.25, -1.375, 1.0]], [[0.25, -0.125, 0.375], [1.375,
    0.875, 0.5], [-0.875, 1.375, -0.375]]]> : tensor<2x3x3xf64>, dense<[[0, -1, 2], [1, 1, -1]]> : tensor<2x3xi64>,
    dense<[0.5, 1.25, 2.0]> : tensor<3xf64>, dense<1.25> : tensor<f64>],
    outputs = [dense<[[[-0.5000577, 0.0, 1.1097106], [0.3396285, 0.0, 0.2805788], [0.1604291, 0.0, -1.3902894]],
    [[0.3547211, 0.1905495, 0.0], [-0.4698822, -1.0445329, 0.0], [0.1151611, 0.8539834, 0.0]]]> : tensor<2x3x3xf64>,
    dense<[2.0123741, 1.8273015, 1.0152393]> : tensor<3xf64>]} {
  %y:2 = onnx.SoftmaxCrossEntropyLoss(%x0, %x1, %x2) {ignore_index = -1 : si64, reduction = "sum"} :
      (tensor<2x3x3xf64>, tensor<2x3xi64>, tensor<3xf64>) -> (!onnx.unknown, none)
  %z = onnx.Mul(%y#0, %w) : (!onnx.unknown, tensor<f64>) -> !onnx.unknown
  %g:2 = onnx.training.Gradient(%x0, %x2, %x0, %x2, %z) {xs = ["x0", "x2"], y = "z"} : (tensor<2x3x3xf64>,
      tensor<3xf64>, tensor<2x3x3xf64>, tensor<3xf64>, !onnx.unknown) -> (tensor<2x3x3xf64>, tensor<3xf64>)
  return %g#0, %g#1 : tensor<2x3x3xf64>, tensor<3xf64>
}

func.func @einsum_diagonal(%x0: tensor<3x3x2xf64>, %x1: tensor<3x2xf64>, %w: tensor<3x2xf64>) -> (tensor<3x3x2xf64>,
    tensor<3x2xf64>) attributes {
    inputs = [dense<[[[0.0, 0.5], [1.125, -1.375], [-0.625, -1.0]], [[-1.375, -0.5], [1.25, -0.75], [-1.125,
    1.375]], [[-0.0, -0.125], [0.625, 1.0], [-0.875, -0.875]]]> : tensor<3x3x2xf64>, dense<[[-0.25, 1.0], [1.25,
    -0.875], [0.625, -0.125]]> : tensor<3x2xf64>, dense<[[1.125, -0.625], [-0.75, -1.375], [1.125, -1.0]]> :
    tensor<3x2xf64>],
    outputs = [dense<[[[-0.28125, -0.625], [0.0, 0.0], [0.0, 0.0]], [[0.0, 0.0], [-0.9375, 1.203125], [0.0, 0.0]],
    [[0.0, 0.0], [0.0, 0.0], [0.703125, 0.125]]]> : tensor<3x3x2xf64>, dense<[[0.0, -0.3125], [-0.9375, 1.03125],
    [-0.984375, 0.875]]> : tensor<3x2xf64>]} {
  %y = onnx.Einsum(%x0, %x1) {equation = "iij,ij->ij"} : (tensor<3x3x2xf64>, tensor<3x2xf64>) -> !onnx.unknown
  %z = onnx.Mul(%y, %w) : (!onnx.unknown, tensor<3x2xf64>) -> !onnx.unknown
  %g:2 = onnx.training.Gradient(%x0, %x1, %x0, %x1, %z) {xs = ["x0", "x1"], y = "z"} : (tensor<3x3x2xf64>,
      tensor<3x2xf64>, tensor<3x3x2xf64>, tensor<3x2xf64>, !onnx.unknown) -> (tensor<3x3x2xf64>, tensor<3x2xf64>)
  return %g#0, %g#1 : tensor<3x3x2xf64>, tensor<3x2xf64>
}

// A trace and two diagonals at once.
func.func @einsum_trace(%x0: tensor<2x2xf64>, %x1: tensor<2x3x2x3xf64>, %w: tensor<2x3xf64>) -> (tensor<2x2xf64>,
    tensor<2x3x2x3xf64>) attributes {
    inputs = [dense<[[-0.625, -0.75], [1.25, -1.25]]> : tensor<2x2xf64>, dense<[[[[-0.5, 0.5, -1.0], [0.25, -0.25,
    -1.5]], [[0.375, -0.5, -0.875], [1.375, 1.0, -0.125]], [[-0.5, -1.5, 0.625], [-0.75, 0.0, 0.375]]], [[[0.75,
    -1.0, -1.25], [0.875, -1.375, -0.25]], [[-1.375, -0.875, -0.875], [1.0, 0.75, -0.75]], [[0.25, -0.0, -1.25],
    [-0.375, 0.75, -1.125]]]]> : tensor<2x3x2x3xf64>, dense<[[-0.75, -0.375, -1.5], [0.875, -0.375, 0.375]]> :
    tensor<2x3xf64>],
    outputs = [dense<[[0.375, 0.0], [0.0, 0.046875]]> : tensor<2x2xf64>, dense<[[[[-0.625, 0.0, 0.0], [0.0, 0.0,
    0.0]], [[0.0, 0.703125, 0.0], [0.0, 0.0, 0.0]], [[0.0, 0.0, 0.46875], [0.0, 0.0, 0.0]]], [[[0.0, 0.0, 0.0],
    [-0.625, 0.0, 0.0]], [[0.0, 0.0, 0.0], [0.0, 0.703125, 0.0]], [[0.0, 0.0, 0.0], [0.0, 0.0, 0.46875]]]]> :
    tensor<2x3x2x3xf64>]} {
  %y = onnx.Einsum(%x0, %x1) {equation = "ii,jkjk->ik"} : (tensor<2x2xf64>, tensor<2x3x2x3xf64>) -> !onnx.unknown
  %z = onnx.Mul(%y, %w) : (!onnx.unknown, tensor<2x3xf64>) -> !onnx.unknown
  %g:2 = onnx.training.Gradient(%x0, %x1, %x0, %x1, %z) {xs = ["x0", "x1"], y = "z"} : (tensor<2x2xf64>,
      tensor<2x3x2x3xf64>, tensor<2x2xf64>, tensor<2x3x2x3xf64>, !onnx.unknown) -> (tensor<2x2xf64>,
      tensor<2x3x2x3xf64>)
  return %g#0, %g#1 : tensor<2x2xf64>, tensor<2x3x2x3xf64>
}

func.func @scatter_elements(%x0: tensor<2x3xf64>, %x1: tensor<2x2xi64>, %x2: tensor<2x2xf64>, %w: tensor<2x3xf64>)
    -> (tensor<2x3xf64>, tensor<2x2xf64>) attributes {
    inputs = [dense<[[0.125, 0.875, 0.5], [-0.25, -1.125, -0.25]]> : tensor<2x3xf64>, dense<[[2, 0], [1, 2]]> :
    tensor<2x2xi64>, dense<[[-1.5, -1.25], [1.0, 0.0]]> : tensor<2x2xf64>, dense<[[0.875, 0.75, 0.125], [0.625,
    1.375, 1.375]]> : tensor<2x3xf64>],
    outputs = [dense<[[0.0, 0.75, 0.0], [0.625, 0.0, 0.0]]> : tensor<2x3xf64>, dense<[[0.125, 0.875], [1.375,
    1.375]]> : tensor<2x2xf64>]} {
  %y = onnx.ScatterElements(%x0, %x1, %x2) {axis = 1 : si64} : (tensor<2x3xf64>, tensor<2x2xi64>, tensor<2x2xf64>)
      -> !onnx.unknown
  %z = onnx.Mul(%y, %w) : (!onnx.unknown, tensor<2x3xf64>) -> !onnx.unknown
  %g:2 = onnx.training.Gradient(%x0, %x2, %x0, %x2, %z) {xs = ["x0", "x2"], y = "z"} : (tensor<2x3xf64>,
      tensor<2x2xf64>, tensor<2x3xf64>, tensor<2x2xf64>, !onnx.unknown) -> (tensor<2x3xf64>, tensor<2x2xf64>)
  return %g#0, %g#1 : tensor<2x3xf64>, tensor<2x2xf64>
}

func.func @scatter_elements_add(%x0: tensor<3x3xf64>, %x1: tensor<3x2xi64>, %x2: tensor<3x2xf64>, %w:
    tensor<3x3xf64>) -> (tensor<3x3xf64>, tensor<3x2xf64>) attributes {
    inputs = [dense<[[-0.75, 1.25, -0.125], [-0.875, -0.25, 0.25], [1.125, 1.25, 0.125]]> : tensor<3x3xf64>,
    dense<[[2, 0], [1, 1], [0, 2]]> : tensor<3x2xi64>, dense<[[0.875, 0.125], [-1.25, -0.25], [0.625, 0.75]]> :
    tensor<3x2xf64>, dense<[[0.5, -1.5, 0.5], [1.5, -0.875, 0.625], [-0.875, 0.75, 1.25]]> : tensor<3x3xf64>],
    outputs = [dense<[[0.5, -1.5, 0.5], [1.5, -0.875, 0.625], [-0.875, 0.75, 1.25]]> : tensor<3x3xf64>, dense<[[0.5,
    0.5], [-0.875, -0.875], [-0.875, 1.25]]> : tensor<3x2xf64>]} {
  %y = onnx.ScatterElements(%x0, %x1, %x2) {axis = 1 : si64, reduction = "add"} : (tensor<3x3xf64>, tensor<3x2xi64>,
      tensor<3x2xf64>) -> !onnx.unknown
  %z = onnx.Mul(%y, %w) : (!onnx.unknown, tensor<3x3xf64>) -> !onnx.unknown
  %g:2 = onnx.training.Gradient(%x0, %x2, %x0, %x2, %z) {xs = ["x0", "x2"], y = "z"} : (tensor<3x3xf64>,
      tensor<3x2xf64>, tensor<3x3xf64>, tensor<3x2xf64>, !onnx.unknown) -> (tensor<3x3xf64>, tensor<3x2xf64>)
  return %g#0, %g#1 : tensor<3x3xf64>, tensor<3x2xf64>
}

func.func @scatter_nd(%x0: tensor<3x2xf64>, %x1: tensor<2x1xi64>, %x2: tensor<2x2xf64>, %w: tensor<3x2xf64>) ->
    (tensor<3x2xf64>, tensor<2x2xf64>) attributes {
    inputs = [dense<[[-0.875, 1.0], [-0.625, 1.125], [-1.375, 0.75]]> : tensor<3x2xf64>, dense<[[2], [0]]> :
    tensor<2x1xi64>, dense<[[-0.875, -0.375], [-1.0, 0.875]]> : tensor<2x2xf64>, dense<[[-0.875, -0.375], [-0.375,
    -0.75], [-0.875, 0.75]]> : tensor<3x2xf64>],
    outputs = [dense<[[0.0, 0.0], [-0.375, -0.75], [0.0, 0.0]]> : tensor<3x2xf64>, dense<[[-0.875, 0.75], [-0.875,
    -0.375]]> : tensor<2x2xf64>]} {
  %y = onnx.ScatterND(%x0, %x1, %x2) : (tensor<3x2xf64>, tensor<2x1xi64>, tensor<2x2xf64>) -> !onnx.unknown
  %z = onnx.Mul(%y, %w) : (!onnx.unknown, tensor<3x2xf64>) -> !onnx.unknown
  %g:2 = onnx.training.Gradient(%x0, %x2, %x0, %x2, %z) {xs = ["x0", "x2"], y = "z"} : (tensor<3x2xf64>,
      tensor<2x2xf64>, tensor<3x2xf64>, tensor<2x2xf64>, !onnx.unknown) -> (tensor<3x2xf64>, tensor<2x2xf64>)
  return %g#0, %g#1 : tensor<3x2xf64>, tensor<2x2xf64>
}

func.func @top_k(%x0: tensor<2x4xf64>, %x1: tensor<1xi64>, %w: tensor<2x2xf64>) -> tensor<2x4xf64> attributes {
    inputs = [dense<[[0.5, -1.0, 1.25, 0.25], [2.0, 1.0, -0.5, 0.0]]> : tensor<2x4xf64>, dense<[2]> : tensor<1xi64>,
    dense<[[0.25, 0.875], [-1.0, 0.125]]> : tensor<2x2xf64>],
    outputs = [dense<[[0.875, 0.0, 0.25, 0.0], [-1.0, 0.125, 0.0, 0.0]]> : tensor<2x4xf64>]} {
  %y:2 = onnx.TopK(%x0, %x1) {axis = 1 : si64} : (tensor<2x4xf64>, tensor<1xi64>) -> (!onnx.unknown, !onnx.unknown)
  %z = onnx.Mul(%y#0, %w) : (!onnx.unknown, tensor<2x2xf64>) -> !onnx.unknown
  %g = onnx.training.Gradient(%x0, %x0, %z) {xs = ["x0"], y = "z"} : (tensor<2x4xf64>, tensor<2x4xf64>,
      !onnx.unknown) -> tensor<2x4xf64>
  return %g : tensor<2x4xf64>
}

func.func @compress(%x0: tensor<2x3xf64>, %x1: tensor<3xi1>, %w: tensor<2x2xf64>) -> tensor<2x3xf64> attributes {
    inputs = [dense<[[-1.25, -1.25, -0.25], [0.25, 0.625, 0.25]]> : tensor<2x3xf64>, dense<[true, false, true]> :
    tensor<3xi1>, dense<[[-1.25, -0.375], [0.75, 1.375]]> : tensor<2x2xf64>],
    outputs = [dense<[[-1.25, 0.0, -0.375], [0.75, 0.0, 1.375]]> : tensor<2x3xf64>]} {
  %y = onnx.Compress(%x0, %x1) {axis = 1 : si64} : (tensor<2x3xf64>, tensor<3xi1>) -> !onnx.unknown
  %z = onnx.Mul(%y, %w) : (!onnx.unknown, tensor<2x2xf64>) -> !onnx.unknown
  %g = onnx.training.Gradient(%x0, %x0, %z) {xs = ["x0"], y = "z"} : (tensor<2x3xf64>, tensor<2x3xf64>,
      !onnx.unknown) -> tensor<2x3xf64>
  return %g : tensor<2x3xf64>
}
