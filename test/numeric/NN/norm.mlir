// SPDX-License-Identifier: Apache-2.0
// Normalisations: double and half precision, groups, one element, statistics in f32.

func.func @batch_f32(%x0: tensor<2x3x4xf32>, %x1: tensor<3xf32>, %x2: tensor<3xf32>, %x3: tensor<3xf32>, %x4: tensor<3xf32>) -> tensor<2x3x4xf32> attributes {
    inputs = [dense<[[[7.0, 6.0, 6.0, 12.0], [13.0, 13.0, 9.0, 14.0], [11.0, 12.0, 14.0, 8.0]], [[8.0, 11.0, 11.0, 14.0], [8.0, 13.0, 13.0, 6.0], [10.0, 9.0, 13.0, 11.0]]]> : tensor<2x3x4xf32>, dense<[1.0, 2.0, 3.0]> : tensor<3xf32>, dense<[1.0, 2.0, 3.0]> : tensor<3xf32>, dense<[-1.0, 0.0, 2.0]> : tensor<3xf32>, dense<[1.0, 4.0, 0.25]> : tensor<3xf32>],
    outputs = [dense<[[[8.99996, 7.999965, 7.999965, 13.999935], [14.999984, 14.999984, 10.999989, 15.999983], [56.99892, 62.9988, 74.99856, 38.99928]], [[9.999955, 12.99994, 12.99994, 15.999925], [9.99999, 14.999984, 14.999984, 7.9999924], [50.99904, 44.99916, 68.99868, 56.99892]]]> : tensor<2x3x4xf32>]} {
  %y:3 = onnx.BatchNormalization(%x0, %x1, %x2, %x3, %x4) : (tensor<2x3x4xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>) -> (tensor<2x3x4xf32>, none, none)
  return %y#0 : tensor<2x3x4xf32>
}

func.func @batch_f64(%x0: tensor<2x3x4xf64>, %x1: tensor<3xf64>, %x2: tensor<3xf64>, %x3: tensor<3xf64>, %x4: tensor<3xf64>) -> tensor<2x3x4xf64> attributes {
    inputs = [dense<[[[7.0, 6.0, 6.0, 12.0], [13.0, 13.0, 9.0, 14.0], [11.0, 12.0, 14.0, 8.0]], [[8.0, 11.0, 11.0, 14.0], [8.0, 13.0, 13.0, 6.0], [10.0, 9.0, 13.0, 11.0]]]> : tensor<2x3x4xf64>, dense<[1.0, 2.0, 3.0]> : tensor<3xf64>, dense<[1.0, 2.0, 3.0]> : tensor<3xf64>, dense<[-1.0, 0.0, 2.0]> : tensor<3xf64>, dense<[1.0, 4.0, 0.25]> : tensor<3xf64>],
    outputs = [dense<[[[8.999960000299998, 7.999965000262498, 7.999965000262498, 13.999935000487497], [14.999983750030468, 14.999983750030468, 10.999988750021092, 15.99998250003281], [56.998920032398914, 62.99880003599879, 74.99856004319855, 38.999280021599276]], [[9.999955000337497, 12.999940000449996, 12.999940000449996, 15.999925000562495], [9.99999000001875, 14.999983750030468, 14.999983750030468, 7.999992500014062], [50.99904002879904, 44.99916002519915, 68.99868003959867, 56.998920032398914]]]> : tensor<2x3x4xf64>]} {
  %y:3 = onnx.BatchNormalization(%x0, %x1, %x2, %x3, %x4) : (tensor<2x3x4xf64>, tensor<3xf64>, tensor<3xf64>, tensor<3xf64>, tensor<3xf64>) -> (tensor<2x3x4xf64>, none, none)
  return %y#0 : tensor<2x3x4xf64>
}

func.func @batch_f16(%x0: tensor<2x3x4xf16>, %x1: tensor<3xf16>, %x2: tensor<3xf16>, %x3: tensor<3xf16>, %x4: tensor<3xf16>) -> tensor<2x3x4xf16> attributes {
    inputs = [dense<[[[7.0, 6.0, 6.0, 12.0], [13.0, 13.0, 9.0, 14.0], [11.0, 12.0, 14.0, 8.0]], [[8.0, 11.0, 11.0, 14.0], [8.0, 13.0, 13.0, 6.0], [10.0, 9.0, 13.0, 11.0]]]> : tensor<2x3x4xf16>, dense<[1.0, 2.0, 3.0]> : tensor<3xf16>, dense<[1.0, 2.0, 3.0]> : tensor<3xf16>, dense<[-1.0, 0.0, 2.0]> : tensor<3xf16>, dense<[1.0, 4.0, 0.25]> : tensor<3xf16>],
    outputs = [dense<[[[9.0, 8.0, 8.0, 14.0], [15.0, 15.0, 11.0, 16.0], [57.0, 63.0, 75.0, 39.0]], [[10.0, 13.0, 13.0, 16.0], [10.0, 15.0, 15.0, 8.0], [51.0, 45.0, 69.0, 57.0]]]> : tensor<2x3x4xf16>]} {
  %y:3 = onnx.BatchNormalization(%x0, %x1, %x2, %x3, %x4) : (tensor<2x3x4xf16>, tensor<3xf16>, tensor<3xf16>, tensor<3xf16>, tensor<3xf16>) -> (tensor<2x3x4xf16>, none, none)
  return %y#0 : tensor<2x3x4xf16>
}

func.func @batch_rank_2(%x0: tensor<2x3xf32>, %x1: tensor<3xf32>, %x2: tensor<3xf32>, %x3: tensor<3xf32>, %x4: tensor<3xf32>) -> tensor<2x3xf32> attributes {
    inputs = [dense<[[7.0, 13.0, 11.0], [8.0, 8.0, 10.0]]> : tensor<2x3xf32>, dense<[1.0, 2.0, 3.0]> : tensor<3xf32>, dense<[1.0, 2.0, 3.0]> : tensor<3xf32>, dense<[-1.0, 0.0, 2.0]> : tensor<3xf32>, dense<[1.0, 4.0, 0.25]> : tensor<3xf32>],
    outputs = [dense<[[8.99996, 14.999985, 56.998917], [9.999955, 9.99999, 50.99904]]> : tensor<2x3xf32>]} {
  %y:3 = onnx.BatchNormalization(%x0, %x1, %x2, %x3, %x4) : (tensor<2x3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>) -> (tensor<2x3xf32>, none, none)
  return %y#0 : tensor<2x3xf32>
}

func.func @instance(%x0: tensor<2x3x4xf32>, %x1: tensor<3xf32>, %x2: tensor<3xf32>) -> tensor<2x3x4xf32> attributes {
    inputs = [dense<[[[7.0, 6.0, 6.0, 12.0], [13.0, 13.0, 9.0, 14.0], [11.0, 12.0, 14.0, 8.0]], [[8.0, 11.0, 11.0, 14.0], [8.0, 13.0, 13.0, 6.0], [10.0, 9.0, 13.0, 11.0]]]> : tensor<2x3x4xf32>, dense<[1.0, 2.0, 3.0]> : tensor<3xf32>, dense<[1.0, 2.0, 3.0]> : tensor<3xf32>],
    outputs = [dense<[[[0.6984889, 0.2964741, 0.2964741, 2.7085629], [2.7811325, 2.7811325, -1.3849071, 3.8226423], [2.6535902, 4.0392294, 6.810508, -1.5033273]], [[-0.414212, 1.0, 1.0, 2.414212], [0.7022293, 3.946656, 3.946656, -0.59554136], [1.4787258, -0.54963976, 7.5638227, 3.5070913]]]> : tensor<2x3x4xf32>]} {
  %y = onnx.InstanceNormalization(%x0, %x1, %x2) : (tensor<2x3x4xf32>, tensor<3xf32>, tensor<3xf32>) -> tensor<2x3x4xf32>
  return %y : tensor<2x3x4xf32>
}

func.func @layer_axis_1(%x0: tensor<2x3x4xf32>, %x1: tensor<3x4xf32>, %x2: tensor<3x4xf32>) -> tensor<2x3x4xf32> attributes {
    inputs = [dense<[[[7.0, 6.0, 6.0, 12.0], [13.0, 13.0, 9.0, 14.0], [11.0, 12.0, 14.0, 8.0]], [[8.0, 11.0, 11.0, 14.0], [8.0, 13.0, 13.0, 6.0], [10.0, 9.0, 13.0, 11.0]]]> : tensor<2x3x4xf32>, dense<2.0> : tensor<3x4xf32>, dense<1.0> : tensor<3x4xf32>],
    outputs = [dense<[[[-1.3333513, -2.0162833, -2.0162833, 2.081309], [2.7642412, 2.7642412, 0.032512896, 3.4471734], [1.3983771, 2.081309, 3.4471734, -0.6504192]], [[-1.1879306, 1.352892, 1.352892, 3.8937147], [-1.1879306, 3.0467737, 3.0467737, -2.8818123], [0.50595117, -0.34098968, 3.0467737, 1.352892]]]> : tensor<2x3x4xf32>]} {
  %y:3 = onnx.LayerNormalization(%x0, %x1, %x2) {axis = 1 : si64} : (tensor<2x3x4xf32>, tensor<3x4xf32>, tensor<3x4xf32>) -> (tensor<2x3x4xf32>, none, none)
  return %y#0 : tensor<2x3x4xf32>
}

func.func @layer_no_bias(%x0: tensor<2x3x4xf32>, %x1: tensor<4xf32>) -> tensor<2x3x4xf32> attributes {
    inputs = [dense<[[[7.0, 6.0, 6.0, 12.0], [13.0, 13.0, 9.0, 14.0], [11.0, 12.0, 14.0, 8.0]], [[8.0, 11.0, 11.0, 14.0], [8.0, 13.0, 13.0, 6.0], [10.0, 9.0, 13.0, 11.0]]]> : tensor<2x3x4xf32>, dense<1.0> : tensor<4xf32>],
    outputs = [dense<[[[-0.3015111, -0.7035259, -0.7035259, 1.7085629], [0.3905662, 0.3905662, -1.6924535, 0.91132116], [-0.11546993, 0.3464098, 1.2701693, -1.5011091]], [[-1.414212, 0.0, 0.0, 1.414212], [-0.64888537, 0.973328, 0.973328, -1.2977707], [-0.5070914, -1.1832132, 1.5212742, 0.16903046]]]> : tensor<2x3x4xf32>]} {
  %n2 = onnx.None() : () -> none
  %y:3 = onnx.LayerNormalization(%x0, %x1, %n2) : (tensor<2x3x4xf32>, tensor<4xf32>, none) -> (tensor<2x3x4xf32>, none, none)
  return %y#0 : tensor<2x3x4xf32>
}

func.func @layer_f64(%x0: tensor<2x3x4xf64>, %x1: tensor<4xf64>) -> tensor<2x3x4xf64> attributes {
    inputs = [dense<[[[7.0, 6.0, 6.0, 12.0], [13.0, 13.0, 9.0, 14.0], [11.0, 12.0, 14.0, 8.0]], [[8.0, 11.0, 11.0, 14.0], [8.0, 13.0, 13.0, 6.0], [10.0, 9.0, 13.0, 11.0]]]> : tensor<2x3x4xf64>, dense<1.0> : tensor<4xf64>],
    outputs = [dense<[[[-0.30151110093252803, -0.7035259021758987, -0.7035259021758987, 1.7085629052843254], [0.39056620336153797, 0.39056620336153797, -1.6924535478999978, 0.9113211411769219], [-0.11546993067006481, 0.3464097920101944, 1.2701692373707127, -1.5011090987108424]], [[-1.4142119910273114, 0.0, 0.0, 1.4142119910273114], [-0.6488853430045385, 0.9733280145068076, 0.9733280145068076, -1.297770686009077], [-0.5070913937723917, -1.1832132521355805, 1.521274181317175, 0.1690304645907972]]]> : tensor<2x3x4xf64>]} {
  %n2 = onnx.None() : () -> none
  %y:3 = onnx.LayerNormalization(%x0, %x1, %n2) : (tensor<2x3x4xf64>, tensor<4xf64>, none) -> (tensor<2x3x4xf64>, none, none)
  return %y#0 : tensor<2x3x4xf64>
}

func.func @layer_one_element(%x0: tensor<2x1xf32>, %x1: tensor<1xf32>, %x2: tensor<1xf32>) -> tensor<2x1xf32> attributes {
    inputs = [dense<[[3.0], [5.0]]> : tensor<2x1xf32>, dense<2.0> : tensor<1xf32>, dense<1.0> : tensor<1xf32>],
    outputs = [dense<1.0> : tensor<2x1xf32>]} {
  %y:3 = onnx.LayerNormalization(%x0, %x1, %x2) : (tensor<2x1xf32>, tensor<1xf32>, tensor<1xf32>) -> (tensor<2x1xf32>, none, none)
  return %y#0 : tensor<2x1xf32>
}

func.func @rms(%x0: tensor<2x3x4xf32>, %x1: tensor<4xf32>) -> tensor<2x3x4xf32> attributes {
    inputs = [dense<[[[7.0, 6.0, 6.0, 12.0], [13.0, 13.0, 9.0, 14.0], [11.0, 12.0, 14.0, 8.0]], [[8.0, 11.0, 11.0, 14.0], [8.0, 13.0, 13.0, 6.0], [10.0, 9.0, 13.0, 11.0]]]> : tensor<2x3x4xf32>, dense<[1.0, 2.0, 1.0, 2.0]> : tensor<4xf32>],
    outputs = [dense<[[[0.8600131, 1.4743081, 0.73715407, 2.9486163], [1.0484211, 2.0968423, 0.72583, 2.258138], [0.9601587, 2.0948915, 1.2220201, 1.3965944]], [[0.7141149, 1.963816, 0.981908, 2.4994023], [0.76450956, 2.484656, 1.242328, 1.1467643], [0.9215513, 1.6587924, 1.1980168, 2.027413]]]> : tensor<2x3x4xf32>]} {
  %y = onnx.RMSNormalization(%x0, %x1) : (tensor<2x3x4xf32>, tensor<4xf32>) -> tensor<2x3x4xf32>
  return %y : tensor<2x3x4xf32>
}

func.func @group(%x0: tensor<1x4x3xf32>, %x1: tensor<4xf32>, %x2: tensor<4xf32>) -> tensor<1x4x3xf32> attributes {
    inputs = [dense<[[[1.0, 4.0, 4.0], [1.0, 0.0, 0.0], [3.0, 3.0, -1.0], [0.0, -2.0, -2.0]]]> : tensor<1x4x3xf32>, dense<[1.0, 2.0, 3.0, 4.0]> : tensor<4xf32>, dense<[0.0, 0.0, 1.0, 1.0]> : tensor<4xf32>],
    outputs = [dense<[[[-0.39223158, 1.3728106, 1.3728106], [-0.78446317, -1.9611579, -1.9611579], [5.0193586, 5.0193586, -0.65503], [0.6847562, -3.0981696, -3.0981696]]]> : tensor<1x4x3xf32>]} {
  %y = onnx.GroupNormalization(%x0, %x1, %x2) {num_groups = 2 : si64} : (tensor<1x4x3xf32>, tensor<4xf32>, tensor<4xf32>) -> tensor<1x4x3xf32>
  return %y : tensor<1x4x3xf32>
}

func.func @lp_1(%x0: tensor<2x2xf32>) -> tensor<2x2xf32> attributes {
    inputs = [dense<[[1.0, -3.0], [2.0, 2.0]]> : tensor<2x2xf32>],
    outputs = [dense<[[0.25, -0.75], [0.5, 0.5]]> : tensor<2x2xf32>]} {
  %y = onnx.LpNormalization(%x0) {p = 1 : si64} : (tensor<2x2xf32>) -> tensor<2x2xf32>
  return %y : tensor<2x2xf32>
}

func.func @lp_zero_row(%x0: tensor<2x2xf32>) -> tensor<2x2xf32> attributes {
    inputs = [dense<[[0.0, 0.0], [3.0, 4.0]]> : tensor<2x2xf32>],
    outputs = [dense<[[0.0, 0.0], [0.6, 0.8]]> : tensor<2x2xf32>]} {
  %y = onnx.LpNormalization(%x0) : (tensor<2x2xf32>) -> tensor<2x2xf32>
  return %y : tensor<2x2xf32>
}

func.func @lrn(%x0: tensor<1x5x1x2xf32>) -> tensor<1x5x1x2xf32> attributes {
    inputs = [dense<[[[[0.0, -1.0]], [[-3.0, -1.0]], [[-1.0, -3.0]], [[-2.0, -1.0]], [[-1.0, 1.0]]]]> : tensor<1x5x1x2xf32>],
    outputs = [dense<[[[[0.0, -0.9527489]], [[-2.4177823, -0.7911395]], [[-0.7503285, -2.3734183]], [[-1.7443919, -0.7911395]], [[-0.8908199, 0.9527489]]]]> : tensor<1x5x1x2xf32>]} {
  %y = onnx.LRN(%x0) {alpha = 0.1 : f32, size = 3 : si64} : (tensor<1x5x1x2xf32>) -> tensor<1x5x1x2xf32>
  return %y : tensor<1x5x1x2xf32>
}

// A window that no tensor fills.
func.func @lrn_of_all(%x: tensor<1x2x1x1xf32>) -> tensor<1x2x1x1xf32> attributes {
    inputs = [dense<[[[[1.0]], [[2.0]]]]> : tensor<1x2x1x1xf32>], outputs = [dense<[[[[0.5]], [[1.0]]]]> : tensor<1x2x1x1xf32>]} {
  %y = onnx.LRN(%x) {alpha = 1.0 : f32, beta = 1.0 : f32, bias = 2.0 : f32, size = 9223372036854775807 : si64} : (tensor<1x2x1x1xf32>) -> tensor<1x2x1x1xf32>
  return %y : tensor<1x2x1x1xf32>
}
