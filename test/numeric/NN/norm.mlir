// SPDX-License-Identifier: Apache-2.0
// Normalisations: double and half precision, groups, one element, statistics in f32.

func.func @batch_f32(%x0: tensor<2x3x4xf32>, %x1: tensor<3xf32>, %x2: tensor<3xf32>, %x3: tensor<3xf32>, %x4: tensor<3xf32>) -> tensor<2x3x4xf32> attributes {
    inputs = [dense<[[[-3.0, -4.0, -4.0, 2.0], [3.0, 3.0, -1.0, 4.0], [1.0, 2.0, 4.0, -2.0]], [[-2.0, 1.0, 1.0, 4.0], [-2.0, 3.0, 3.0, -4.0], [0.0, -1.0, 3.0, 1.0]]]> : tensor<2x3x4xf32>, dense<[2.0, 2.0, 1.0]> : tensor<3xf32>, dense<[-1.0, 0.0, 2.0]> : tensor<3xf32>, dense<[4.0, -2.0, -1.0]> : tensor<3xf32>, dense<[1.0, 4.0, 0.25]> : tensor<3xf32>],
    outputs = [dense<[[[-14.99993, -16.99992, -16.99992, -4.99998], [4.999994, 4.999994, 0.99999875, 5.9999924], [5.99992, 7.99988, 11.9998, 3.99988e-05]], [[-12.99994, -6.99997, -6.99997, -1.0], [0.0, 4.999994, 4.999994, -1.9999975], [3.99996, 2.0, 9.99984, 5.99992]]]> : tensor<2x3x4xf32>]} {
  %y:3 = onnx.BatchNormalization(%x0, %x1, %x2, %x3, %x4) : (tensor<2x3x4xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>) -> (tensor<2x3x4xf32>, none, none)
  return %y#0 : tensor<2x3x4xf32>
}

func.func @batch_f64(%x0: tensor<2x3x4xf64>, %x1: tensor<3xf64>, %x2: tensor<3xf64>, %x3: tensor<3xf64>, %x4: tensor<3xf64>) -> tensor<2x3x4xf64> attributes {
    inputs = [dense<[[[-3.0, -4.0, -4.0, 2.0], [3.0, 3.0, -1.0, 4.0], [1.0, 2.0, 4.0, -2.0]], [[-2.0, 1.0, 1.0, 4.0], [-2.0, 3.0, 3.0, -4.0], [0.0, -1.0, 3.0, 1.0]]]> : tensor<2x3x4xf64>, dense<[2.0, 2.0, 1.0]> : tensor<3xf64>, dense<[-1.0, 0.0, 2.0]> : tensor<3xf64>, dense<[4.0, -2.0, -1.0]> : tensor<3xf64>, dense<[1.0, 4.0, 0.25]> : tensor<3xf64>],
    outputs = [dense<[[[-14.999930000524996, -16.999920000599996, -16.999920000599996, -4.999980000149999], [4.999993750011718, 4.999993750011718, 0.9999987500023437, 5.999992500014062], [5.99992000239992, 7.99988000359988, 11.999800005999798, 3.999880004013079e-05]], [[-12.999940000449996, -6.999970000224998, -6.999970000224998, -1.0], [0.0, 4.999993750011718, 4.999993750011718, -1.9999975000046875], [3.99996000119996, 2.0, 9.99984000479984, 5.99992000239992]]]> : tensor<2x3x4xf64>]} {
  %y:3 = onnx.BatchNormalization(%x0, %x1, %x2, %x3, %x4) : (tensor<2x3x4xf64>, tensor<3xf64>, tensor<3xf64>, tensor<3xf64>, tensor<3xf64>) -> (tensor<2x3x4xf64>, none, none)
  return %y#0 : tensor<2x3x4xf64>
}

func.func @batch_f16(%x0: tensor<2x3x4xf16>, %x1: tensor<3xf16>, %x2: tensor<3xf16>, %x3: tensor<3xf16>, %x4: tensor<3xf16>) -> tensor<2x3x4xf16> attributes {
    inputs = [dense<[[[-3.0, -4.0, -4.0, 2.0], [3.0, 3.0, -1.0, 4.0], [1.0, 2.0, 4.0, -2.0]], [[-2.0, 1.0, 1.0, 4.0], [-2.0, 3.0, 3.0, -4.0], [0.0, -1.0, 3.0, 1.0]]]> : tensor<2x3x4xf16>, dense<[2.0, 2.0, 1.0]> : tensor<3xf16>, dense<[-1.0, 0.0, 2.0]> : tensor<3xf16>, dense<[4.0, -2.0, -1.0]> : tensor<3xf16>, dense<[1.0, 4.0, 0.25]> : tensor<3xf16>],
    outputs = [dense<[[[-15.0, -17.0, -17.0, -5.0], [5.0, 5.0, 1.0, 6.0], [6.0, 8.0, 12.0, 4.0e-05]], [[-13.0, -7.0, -7.0, -1.0], [0.0, 5.0, 5.0, -2.0], [4.0, 2.0, 10.0, 6.0]]]> : tensor<2x3x4xf16>]} {
  %y:3 = onnx.BatchNormalization(%x0, %x1, %x2, %x3, %x4) : (tensor<2x3x4xf16>, tensor<3xf16>, tensor<3xf16>, tensor<3xf16>, tensor<3xf16>) -> (tensor<2x3x4xf16>, none, none)
  return %y#0 : tensor<2x3x4xf16>
}

func.func @batch_rank_2(%x0: tensor<2x3xf32>, %x1: tensor<3xf32>, %x2: tensor<3xf32>, %x3: tensor<3xf32>, %x4: tensor<3xf32>) -> tensor<2x3xf32> attributes {
    inputs = [dense<[[-3.0, 3.0, 1.0], [-2.0, -2.0, 0.0]]> : tensor<2x3xf32>, dense<[2.0, 2.0, 1.0]> : tensor<3xf32>, dense<[-1.0, 0.0, 2.0]> : tensor<3xf32>, dense<[4.0, -2.0, -1.0]> : tensor<3xf32>, dense<[1.0, 4.0, 0.25]> : tensor<3xf32>],
    outputs = [dense<[[-14.99993, 4.9999943, 5.99992], [-12.99994, 0.0, 3.99996]]> : tensor<2x3xf32>]} {
  %y:3 = onnx.BatchNormalization(%x0, %x1, %x2, %x3, %x4) : (tensor<2x3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>) -> (tensor<2x3xf32>, none, none)
  return %y#0 : tensor<2x3xf32>
}

func.func @instance(%x0: tensor<2x3x4xf32>, %x1: tensor<3xf32>, %x2: tensor<3xf32>) -> tensor<2x3x4xf32> attributes {
    inputs = [dense<[[[-3.0, -4.0, -4.0, 2.0], [3.0, 3.0, -1.0, 4.0], [1.0, 2.0, 4.0, -2.0]], [[-2.0, 1.0, 1.0, 4.0], [-2.0, 3.0, 3.0, -4.0], [0.0, -1.0, 3.0, 1.0]]]> : tensor<2x3x4xf32>, dense<[2.0, 2.0, 1.0]> : tensor<3xf32>, dense<[-1.0, 0.0, 2.0]> : tensor<3xf32>],
    outputs = [dense<[[[-1.6030222, -2.4070518, -2.4070518, 2.4171257], [0.7811324, 0.7811324, -3.384907, 1.8226423], [1.8845301, 2.3464098, 3.2701693, 0.4988909]], [[-3.828424, -1.0, -1.0, 1.828424], [-1.2977707, 1.946656, 1.946656, -2.5955415], [1.4929086, 0.81678677, 3.521274, 2.1690304]]]> : tensor<2x3x4xf32>]} {
  %y = onnx.InstanceNormalization(%x0, %x1, %x2) : (tensor<2x3x4xf32>, tensor<3xf32>, tensor<3xf32>) -> tensor<2x3x4xf32>
  return %y : tensor<2x3x4xf32>
}

func.func @layer_axis_1(%x0: tensor<2x3x4xf32>, %x1: tensor<3x4xf32>, %x2: tensor<3x4xf32>) -> tensor<2x3x4xf32> attributes {
    inputs = [dense<[[[-3.0, -4.0, -4.0, 2.0], [3.0, 3.0, -1.0, 4.0], [1.0, 2.0, 4.0, -2.0]], [[-2.0, 1.0, 1.0, 4.0], [-2.0, 3.0, 3.0, -4.0], [0.0, -1.0, 3.0, 1.0]]]> : tensor<2x3x4xf32>, dense<2.0> : tensor<3x4xf32>, dense<1.0> : tensor<3x4xf32>],
    outputs = [dense<[[[-1.3333513, -2.0162833, -2.0162833, 2.081309], [2.7642412, 2.7642412, 0.032512896, 3.4471734], [1.3983771, 2.081309, 3.4471734, -0.6504192]], [[-1.1879306, 1.352892, 1.352892, 3.8937147], [-1.1879306, 3.0467737, 3.0467737, -2.8818123], [0.50595117, -0.34098968, 3.0467737, 1.352892]]]> : tensor<2x3x4xf32>]} {
  %y:3 = onnx.LayerNormalization(%x0, %x1, %x2) {axis = 1 : si64} : (tensor<2x3x4xf32>, tensor<3x4xf32>, tensor<3x4xf32>) -> (tensor<2x3x4xf32>, none, none)
  return %y#0 : tensor<2x3x4xf32>
}

func.func @layer_no_bias(%x0: tensor<2x3x4xf32>, %x1: tensor<4xf32>) -> tensor<2x3x4xf32> attributes {
    inputs = [dense<[[[-3.0, -4.0, -4.0, 2.0], [3.0, 3.0, -1.0, 4.0], [1.0, 2.0, 4.0, -2.0]], [[-2.0, 1.0, 1.0, 4.0], [-2.0, 3.0, 3.0, -4.0], [0.0, -1.0, 3.0, 1.0]]]> : tensor<2x3x4xf32>, dense<1.0> : tensor<4xf32>],
    outputs = [dense<[[[-0.3015111, -0.7035259, -0.7035259, 1.7085629], [0.3905662, 0.3905662, -1.6924535, 0.91132116], [-0.11546993, 0.3464098, 1.2701693, -1.5011091]], [[-1.414212, 0.0, 0.0, 1.414212], [-0.64888537, 0.973328, 0.973328, -1.2977707], [-0.5070914, -1.1832132, 1.5212742, 0.16903046]]]> : tensor<2x3x4xf32>]} {
  %n2 = onnx.None() : () -> none
  %y:3 = onnx.LayerNormalization(%x0, %x1, %n2) : (tensor<2x3x4xf32>, tensor<4xf32>, none) -> (tensor<2x3x4xf32>, none, none)
  return %y#0 : tensor<2x3x4xf32>
}

func.func @layer_f64(%x0: tensor<2x3x4xf64>, %x1: tensor<4xf64>) -> tensor<2x3x4xf64> attributes {
    inputs = [dense<[[[-3.0, -4.0, -4.0, 2.0], [3.0, 3.0, -1.0, 4.0], [1.0, 2.0, 4.0, -2.0]], [[-2.0, 1.0, 1.0, 4.0], [-2.0, 3.0, 3.0, -4.0], [0.0, -1.0, 3.0, 1.0]]]> : tensor<2x3x4xf64>, dense<1.0> : tensor<4xf64>],
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
    inputs = [dense<[[[-3.0, -4.0, -4.0, 2.0], [3.0, 3.0, -1.0, 4.0], [1.0, 2.0, 4.0, -2.0]], [[-2.0, 1.0, 1.0, 4.0], [-2.0, 3.0, 3.0, -4.0], [0.0, -1.0, 3.0, 1.0]]]> : tensor<2x3x4xf32>, dense<[1.0, 2.0, 1.0, 2.0]> : tensor<4xf32>],
    outputs = [dense<[[[-0.8944268, -2.385138, -1.192569, 1.192569], [1.0141845, 2.028369, -0.3380615, 2.704492], [0.39999968, 1.5999987, 1.5999987, -1.5999987]], [[-0.8528021, 0.8528021, 0.42640105, 3.4112084], [-0.64888537, 1.946656, 0.973328, -2.5955415], [0.0, -1.2060432, 1.8090647, 1.2060432]]]> : tensor<2x3x4xf32>]} {
  %y = onnx.RMSNormalization(%x0, %x1) : (tensor<2x3x4xf32>, tensor<4xf32>) -> tensor<2x3x4xf32>
  return %y : tensor<2x3x4xf32>
}

func.func @group(%x0: tensor<1x4x3xf32>, %x1: tensor<4xf32>, %x2: tensor<4xf32>) -> tensor<1x4x3xf32> attributes {
    inputs = [dense<[[[0.0, -2.0, -2.0], [0.0, -1.0, -3.0], [-1.0, -1.0, -3.0], [-2.0, -1.0, -1.0]]]> : tensor<1x4x3xf32>, dense<[1.0, 2.0, 3.0, 4.0]> : tensor<4xf32>, dense<[0.0, 0.0, 1.0, 1.0]> : tensor<4xf32>],
    outputs = [dense<[[[1.2060405, -0.60302025, -0.60302025], [2.412081, 0.60302025, -3.0151012], [2.9639442, 2.9639442, -4.8918324], [-1.6185923, 3.6185923, 3.6185923]]]> : tensor<1x4x3xf32>]} {
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
    inputs = [dense<[[[[1.0, -1.0]], [[1.0, 4.0]], [[0.0, -4.0]], [[-2.0, 2.0]], [[3.0, -2.0]]]]> : tensor<1x5x1x2xf32>],
    outputs = [dense<[[[[0.9527489, -0.714114]], [[0.9527489, 2.292955]], [[0.0, -2.2143333]], [[-1.5267558, 1.2869914]], [[2.2901337, -1.6750711]]]]> : tensor<1x5x1x2xf32>]} {
  %y = onnx.LRN(%x0) {alpha = 0.1 : f32, size = 3 : si64} : (tensor<1x5x1x2xf32>) -> tensor<1x5x1x2xf32>
  return %y : tensor<1x5x1x2xf32>
}
