// SPDX-License-Identifier: Apache-2.0
// Activations, rounding and products in double and half precision and on integers, where ONNX allows them.

func.func @elu_f64(%x0: tensor<5xf64>) -> tensor<5xf64> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf64>],
    outputs = [dense<[-0.8646647167633873, -0.3934693402873666, 0.0, 0.25, 3.0]> : tensor<5xf64>]} {
  %y = onnx.Elu(%x0) : (tensor<5xf64>) -> tensor<5xf64>
  return %y : tensor<5xf64>
}

func.func @elu_f16(%x0: tensor<5xf16>) -> tensor<5xf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf16>],
    outputs = [dense<[-0.8647, -0.3936, 0.0, 0.25, 3.0]> : tensor<5xf16>]} {
  %y = onnx.Elu(%x0) : (tensor<5xf16>) -> tensor<5xf16>
  return %y : tensor<5xf16>
}

func.func @elu_bf16(%x0: tensor<5xbf16>) -> tensor<5xbf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xbf16>],
    outputs = [dense<[-0.86328125, -0.392578125, 0.0, 0.25, 3.0]> : tensor<5xbf16>]} {
  %y = onnx.Elu(%x0) : (tensor<5xbf16>) -> tensor<5xbf16>
  return %y : tensor<5xbf16>
}

func.func @celu_f64(%x0: tensor<5xf64>) -> tensor<5xf64> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf64>],
    outputs = [dense<[-0.8646647167633873, -0.3934693402873666, 0.0, 0.25, 3.0]> : tensor<5xf64>]} {
  %y = onnx.Celu(%x0) : (tensor<5xf64>) -> tensor<5xf64>
  return %y : tensor<5xf64>
}

func.func @celu_f16(%x0: tensor<5xf16>) -> tensor<5xf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf16>],
    outputs = [dense<[-0.8647, -0.3936, 0.0, 0.25, 3.0]> : tensor<5xf16>]} {
  %y = onnx.Celu(%x0) : (tensor<5xf16>) -> tensor<5xf16>
  return %y : tensor<5xf16>
}

func.func @selu_f64(%x0: tensor<5xf64>) -> tensor<5xf64> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf64>],
    outputs = [dense<[-1.5201664733475926, -0.6917581899652426, 0.0, 0.2626752555370331, 3.152103066444397]> : tensor<5xf64>]} {
  %y = onnx.Selu(%x0) : (tensor<5xf64>) -> tensor<5xf64>
  return %y : tensor<5xf64>
}

func.func @selu_f16(%x0: tensor<5xf16>) -> tensor<5xf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf16>],
    outputs = [dense<[-1.5205, -0.692, 0.0, 0.2627, 3.152]> : tensor<5xf16>]} {
  %y = onnx.Selu(%x0) : (tensor<5xf16>) -> tensor<5xf16>
  return %y : tensor<5xf16>
}

func.func @selu_bf16(%x0: tensor<5xbf16>) -> tensor<5xbf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xbf16>],
    outputs = [dense<[-1.5234375, -0.69140625, 0.0, 0.26171875, 3.15625]> : tensor<5xbf16>]} {
  %y = onnx.Selu(%x0) : (tensor<5xbf16>) -> tensor<5xbf16>
  return %y : tensor<5xbf16>
}

func.func @relu_f64(%x0: tensor<5xf64>) -> tensor<5xf64> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf64>],
    outputs = [dense<[0.0, 0.0, 0.0, 0.25, 3.0]> : tensor<5xf64>]} {
  %y = onnx.Relu(%x0) : (tensor<5xf64>) -> tensor<5xf64>
  return %y : tensor<5xf64>
}

func.func @relu_f16(%x0: tensor<5xf16>) -> tensor<5xf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf16>],
    outputs = [dense<[0.0, 0.0, 0.0, 0.25, 3.0]> : tensor<5xf16>]} {
  %y = onnx.Relu(%x0) : (tensor<5xf16>) -> tensor<5xf16>
  return %y : tensor<5xf16>
}

func.func @relu_bf16(%x0: tensor<5xbf16>) -> tensor<5xbf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xbf16>],
    outputs = [dense<[0.0, 0.0, 0.0, 0.25, 3.0]> : tensor<5xbf16>]} {
  %y = onnx.Relu(%x0) : (tensor<5xbf16>) -> tensor<5xbf16>
  return %y : tensor<5xbf16>
}

func.func @leakyrelu_f64(%x0: tensor<5xf64>) -> tensor<5xf64> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf64>],
    outputs = [dense<[-0.019999999552965164, -0.004999999888241291, 0.0, 0.25, 3.0]> : tensor<5xf64>]} {
  %y = onnx.LeakyRelu(%x0) : (tensor<5xf64>) -> tensor<5xf64>
  return %y : tensor<5xf64>
}

func.func @leakyrelu_f16(%x0: tensor<5xf16>) -> tensor<5xf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf16>],
    outputs = [dense<[-0.02, -0.005, 0.0, 0.25, 3.0]> : tensor<5xf16>]} {
  %y = onnx.LeakyRelu(%x0) : (tensor<5xf16>) -> tensor<5xf16>
  return %y : tensor<5xf16>
}

func.func @leakyrelu_bf16(%x0: tensor<5xbf16>) -> tensor<5xbf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xbf16>],
    outputs = [dense<[-0.02001953125, -0.0050048828125, 0.0, 0.25, 3.0]> : tensor<5xbf16>]} {
  %y = onnx.LeakyRelu(%x0) : (tensor<5xbf16>) -> tensor<5xbf16>
  return %y : tensor<5xbf16>
}

func.func @thresholdedrelu_f64(%x0: tensor<5xf64>) -> tensor<5xf64> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf64>],
    outputs = [dense<[0.0, 0.0, 0.0, 0.0, 3.0]> : tensor<5xf64>]} {
  %y = onnx.ThresholdedRelu(%x0) : (tensor<5xf64>) -> tensor<5xf64>
  return %y : tensor<5xf64>
}

func.func @thresholdedrelu_f16(%x0: tensor<5xf16>) -> tensor<5xf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf16>],
    outputs = [dense<[0.0, 0.0, 0.0, 0.0, 3.0]> : tensor<5xf16>]} {
  %y = onnx.ThresholdedRelu(%x0) : (tensor<5xf16>) -> tensor<5xf16>
  return %y : tensor<5xf16>
}

func.func @thresholdedrelu_bf16(%x0: tensor<5xbf16>) -> tensor<5xbf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xbf16>],
    outputs = [dense<[0.0, 0.0, 0.0, 0.0, 3.0]> : tensor<5xbf16>]} {
  %y = onnx.ThresholdedRelu(%x0) : (tensor<5xbf16>) -> tensor<5xbf16>
  return %y : tensor<5xbf16>
}

func.func @hardsigmoid_f64(%x0: tensor<5xf64>) -> tensor<5xf64> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf64>],
    outputs = [dense<[0.09999999999999998, 0.4, 0.5, 0.55, 1.0]> : tensor<5xf64>]} {
  %y = onnx.HardSigmoid(%x0) : (tensor<5xf64>) -> tensor<5xf64>
  return %y : tensor<5xf64>
}

func.func @hardsigmoid_f16(%x0: tensor<5xf16>) -> tensor<5xf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf16>],
    outputs = [dense<[0.1, 0.4, 0.5, 0.55, 1.0]> : tensor<5xf16>]} {
  %y = onnx.HardSigmoid(%x0) : (tensor<5xf16>) -> tensor<5xf16>
  return %y : tensor<5xf16>
}

func.func @hardsigmoid_bf16(%x0: tensor<5xbf16>) -> tensor<5xbf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xbf16>],
    outputs = [dense<[0.10009765625, 0.400390625, 0.5, 0.55078125, 1.0]> : tensor<5xbf16>]} {
  %y = onnx.HardSigmoid(%x0) : (tensor<5xbf16>) -> tensor<5xbf16>
  return %y : tensor<5xbf16>
}

func.func @hardswish_f64(%x0: tensor<5xf64>) -> tensor<5xf64> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf64>],
    outputs = [dense<[-0.33333333333333337, -0.20833333333333334, 0.0, 0.13541666666666666, 3.0]> : tensor<5xf64>]} {
  %y = onnx.HardSwish(%x0) : (tensor<5xf64>) -> tensor<5xf64>
  return %y : tensor<5xf64>
}

func.func @hardswish_f16(%x0: tensor<5xf16>) -> tensor<5xf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf16>],
    outputs = [dense<[-0.3333, -0.2084, 0.0, 0.1354, 3.0]> : tensor<5xf16>]} {
  %y = onnx.HardSwish(%x0) : (tensor<5xf16>) -> tensor<5xf16>
  return %y : tensor<5xf16>
}

func.func @hardswish_bf16(%x0: tensor<5xbf16>) -> tensor<5xbf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xbf16>],
    outputs = [dense<[-0.333984375, -0.2080078125, 0.0, 0.1357421875, 3.0]> : tensor<5xbf16>]} {
  %y = onnx.HardSwish(%x0) : (tensor<5xbf16>) -> tensor<5xbf16>
  return %y : tensor<5xbf16>
}

func.func @mish_f64(%x0: tensor<5xf64>) -> tensor<5xf64> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf64>],
    outputs = [dense<[-0.2525014826957089, -0.22074377465173, 0.0, 0.16957240966381756, 2.986535004967957]> : tensor<5xf64>]} {
  %y = onnx.Mish(%x0) : (tensor<5xf64>) -> tensor<5xf64>
  return %y : tensor<5xf64>
}

func.func @mish_f16(%x0: tensor<5xf16>) -> tensor<5xf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf16>],
    outputs = [dense<[-0.2524, -0.2207, 0.0, 0.1696, 2.986]> : tensor<5xf16>]} {
  %y = onnx.Mish(%x0) : (tensor<5xf16>) -> tensor<5xf16>
  return %y : tensor<5xf16>
}

func.func @mish_bf16(%x0: tensor<5xbf16>) -> tensor<5xbf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xbf16>],
    outputs = [dense<[-0.251953125, -0.220703125, 0.0, 0.169921875, 2.984375]> : tensor<5xbf16>]} {
  %y = onnx.Mish(%x0) : (tensor<5xbf16>) -> tensor<5xbf16>
  return %y : tensor<5xbf16>
}

func.func @gelu_f64(%x0: tensor<5xf64>) -> tensor<5xf64> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf64>],
    outputs = [dense<[-0.04550026389635842, -0.15426876936299344, 0.0, 0.14967658142073093, 2.99595030590511]> : tensor<5xf64>]} {
  %y = onnx.Gelu(%x0) : (tensor<5xf64>) -> tensor<5xf64>
  return %y : tensor<5xf64>
}

func.func @gelu_f16(%x0: tensor<5xf16>) -> tensor<5xf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf16>],
    outputs = [dense<[-0.0455, -0.1543, 0.0, 0.1497, 2.996]> : tensor<5xf16>]} {
  %y = onnx.Gelu(%x0) : (tensor<5xf16>) -> tensor<5xf16>
  return %y : tensor<5xf16>
}

func.func @gelu_bf16(%x0: tensor<5xbf16>) -> tensor<5xbf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xbf16>],
    outputs = [dense<[-0.04541015625, -0.154296875, 0.0, 0.1494140625, 3.0]> : tensor<5xbf16>]} {
  %y = onnx.Gelu(%x0) : (tensor<5xbf16>) -> tensor<5xbf16>
  return %y : tensor<5xbf16>
}

func.func @ceil_f64(%x0: tensor<5xf64>) -> tensor<5xf64> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf64>],
    outputs = [dense<[-2.0, -0.0, 0.0, 1.0, 3.0]> : tensor<5xf64>]} {
  %y = onnx.Ceil(%x0) : (tensor<5xf64>) -> tensor<5xf64>
  return %y : tensor<5xf64>
}

func.func @ceil_f16(%x0: tensor<5xf16>) -> tensor<5xf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf16>],
    outputs = [dense<[-2.0, -0.0, 0.0, 1.0, 3.0]> : tensor<5xf16>]} {
  %y = onnx.Ceil(%x0) : (tensor<5xf16>) -> tensor<5xf16>
  return %y : tensor<5xf16>
}

func.func @ceil_bf16(%x0: tensor<5xbf16>) -> tensor<5xbf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xbf16>],
    outputs = [dense<[-2.0, -0.0, 0.0, 1.0, 3.0]> : tensor<5xbf16>]} {
  %y = onnx.Ceil(%x0) : (tensor<5xbf16>) -> tensor<5xbf16>
  return %y : tensor<5xbf16>
}

func.func @floor_f64(%x0: tensor<5xf64>) -> tensor<5xf64> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf64>],
    outputs = [dense<[-2.0, -1.0, 0.0, 0.0, 3.0]> : tensor<5xf64>]} {
  %y = onnx.Floor(%x0) : (tensor<5xf64>) -> tensor<5xf64>
  return %y : tensor<5xf64>
}

func.func @floor_f16(%x0: tensor<5xf16>) -> tensor<5xf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf16>],
    outputs = [dense<[-2.0, -1.0, 0.0, 0.0, 3.0]> : tensor<5xf16>]} {
  %y = onnx.Floor(%x0) : (tensor<5xf16>) -> tensor<5xf16>
  return %y : tensor<5xf16>
}

func.func @floor_bf16(%x0: tensor<5xbf16>) -> tensor<5xbf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xbf16>],
    outputs = [dense<[-2.0, -1.0, 0.0, 0.0, 3.0]> : tensor<5xbf16>]} {
  %y = onnx.Floor(%x0) : (tensor<5xbf16>) -> tensor<5xbf16>
  return %y : tensor<5xbf16>
}

func.func @reciprocal_f64(%x0: tensor<4xf64>) -> tensor<4xf64> attributes {
    inputs = [dense<[0.25, 0.5, 1.0, 4.0]> : tensor<4xf64>],
    outputs = [dense<[4.0, 2.0, 1.0, 0.25]> : tensor<4xf64>]} {
  %y = onnx.Reciprocal(%x0) : (tensor<4xf64>) -> tensor<4xf64>
  return %y : tensor<4xf64>
}

func.func @reciprocal_f16(%x0: tensor<4xf16>) -> tensor<4xf16> attributes {
    inputs = [dense<[0.25, 0.5, 1.0, 4.0]> : tensor<4xf16>],
    outputs = [dense<[4.0, 2.0, 1.0, 0.25]> : tensor<4xf16>]} {
  %y = onnx.Reciprocal(%x0) : (tensor<4xf16>) -> tensor<4xf16>
  return %y : tensor<4xf16>
}

func.func @reciprocal_bf16(%x0: tensor<4xbf16>) -> tensor<4xbf16> attributes {
    inputs = [dense<[0.25, 0.5, 1.0, 4.0]> : tensor<4xbf16>],
    outputs = [dense<[4.0, 2.0, 1.0, 0.25]> : tensor<4xbf16>]} {
  %y = onnx.Reciprocal(%x0) : (tensor<4xbf16>) -> tensor<4xbf16>
  return %y : tensor<4xbf16>
}

func.func @neg_f64(%x0: tensor<5xf64>) -> tensor<5xf64> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf64>],
    outputs = [dense<[2.0, 0.5, -0.0, -0.25, -3.0]> : tensor<5xf64>]} {
  %y = onnx.Neg(%x0) : (tensor<5xf64>) -> tensor<5xf64>
  return %y : tensor<5xf64>
}

func.func @neg_f16(%x0: tensor<5xf16>) -> tensor<5xf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf16>],
    outputs = [dense<[2.0, 0.5, -0.0, -0.25, -3.0]> : tensor<5xf16>]} {
  %y = onnx.Neg(%x0) : (tensor<5xf16>) -> tensor<5xf16>
  return %y : tensor<5xf16>
}

func.func @neg_bf16(%x0: tensor<5xbf16>) -> tensor<5xbf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xbf16>],
    outputs = [dense<[2.0, 0.5, -0.0, -0.25, -3.0]> : tensor<5xbf16>]} {
  %y = onnx.Neg(%x0) : (tensor<5xbf16>) -> tensor<5xbf16>
  return %y : tensor<5xbf16>
}

func.func @abs_f64(%x0: tensor<5xf64>) -> tensor<5xf64> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf64>],
    outputs = [dense<[2.0, 0.5, 0.0, 0.25, 3.0]> : tensor<5xf64>]} {
  %y = onnx.Abs(%x0) : (tensor<5xf64>) -> tensor<5xf64>
  return %y : tensor<5xf64>
}

func.func @abs_f16(%x0: tensor<5xf16>) -> tensor<5xf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf16>],
    outputs = [dense<[2.0, 0.5, 0.0, 0.25, 3.0]> : tensor<5xf16>]} {
  %y = onnx.Abs(%x0) : (tensor<5xf16>) -> tensor<5xf16>
  return %y : tensor<5xf16>
}

func.func @abs_bf16(%x0: tensor<5xbf16>) -> tensor<5xbf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xbf16>],
    outputs = [dense<[2.0, 0.5, 0.0, 0.25, 3.0]> : tensor<5xbf16>]} {
  %y = onnx.Abs(%x0) : (tensor<5xbf16>) -> tensor<5xbf16>
  return %y : tensor<5xbf16>
}

func.func @swish_f64(%x0: tensor<5xf64>) -> tensor<5xf64> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf64>],
    outputs = [dense<[-0.2384058440442351, -0.1887703343990727, 0.0, 0.14054412522144952, 2.8577223804672998]> : tensor<5xf64>]} {
  %y = onnx.Swish(%x0) : (tensor<5xf64>) -> tensor<5xf64>
  return %y : tensor<5xf64>
}

func.func @swish_f16(%x0: tensor<5xf16>) -> tensor<5xf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf16>],
    outputs = [dense<[-0.2384, -0.1887, 0.0, 0.1405, 2.857]> : tensor<5xf16>]} {
  %y = onnx.Swish(%x0) : (tensor<5xf16>) -> tensor<5xf16>
  return %y : tensor<5xf16>
}

func.func @swish_bf16(%x0: tensor<5xbf16>) -> tensor<5xbf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xbf16>],
    outputs = [dense<[-0.23828125, -0.1884765625, 0.0, 0.140625, 2.859375]> : tensor<5xbf16>]} {
  %y = onnx.Swish(%x0) : (tensor<5xbf16>) -> tensor<5xbf16>
  return %y : tensor<5xbf16>
}

func.func @relu_i8(%x0: tensor<3xi8>) -> tensor<3xi8> attributes {
    inputs = [dense<[-5, 0, 7]> : tensor<3xi8>],
    outputs = [dense<[0, 0, 7]> : tensor<3xi8>]} {
  %y = onnx.Relu(%x0) : (tensor<3xi8>) -> tensor<3xi8>
  return %y : tensor<3xi8>
}

func.func @neg_i8(%x0: tensor<3xi8>) -> tensor<3xi8> attributes {
    inputs = [dense<[-5, 0, 7]> : tensor<3xi8>],
    outputs = [dense<[5, 0, -7]> : tensor<3xi8>]} {
  %y = onnx.Neg(%x0) : (tensor<3xi8>) -> tensor<3xi8>
  return %y : tensor<3xi8>
}

func.func @relu_i16(%x0: tensor<3xi16>) -> tensor<3xi16> attributes {
    inputs = [dense<[-5, 0, 7]> : tensor<3xi16>],
    outputs = [dense<[0, 0, 7]> : tensor<3xi16>]} {
  %y = onnx.Relu(%x0) : (tensor<3xi16>) -> tensor<3xi16>
  return %y : tensor<3xi16>
}

func.func @neg_i16(%x0: tensor<3xi16>) -> tensor<3xi16> attributes {
    inputs = [dense<[-5, 0, 7]> : tensor<3xi16>],
    outputs = [dense<[5, 0, -7]> : tensor<3xi16>]} {
  %y = onnx.Neg(%x0) : (tensor<3xi16>) -> tensor<3xi16>
  return %y : tensor<3xi16>
}

func.func @relu_i32(%x0: tensor<3xi32>) -> tensor<3xi32> attributes {
    inputs = [dense<[-5, 0, 7]> : tensor<3xi32>],
    outputs = [dense<[0, 0, 7]> : tensor<3xi32>]} {
  %y = onnx.Relu(%x0) : (tensor<3xi32>) -> tensor<3xi32>
  return %y : tensor<3xi32>
}

func.func @neg_i32(%x0: tensor<3xi32>) -> tensor<3xi32> attributes {
    inputs = [dense<[-5, 0, 7]> : tensor<3xi32>],
    outputs = [dense<[5, 0, -7]> : tensor<3xi32>]} {
  %y = onnx.Neg(%x0) : (tensor<3xi32>) -> tensor<3xi32>
  return %y : tensor<3xi32>
}

func.func @relu_i64(%x0: tensor<3xi64>) -> tensor<3xi64> attributes {
    inputs = [dense<[-5, 0, 7]> : tensor<3xi64>],
    outputs = [dense<[0, 0, 7]> : tensor<3xi64>]} {
  %y = onnx.Relu(%x0) : (tensor<3xi64>) -> tensor<3xi64>
  return %y : tensor<3xi64>
}

func.func @neg_i64(%x0: tensor<3xi64>) -> tensor<3xi64> attributes {
    inputs = [dense<[-5, 0, 7]> : tensor<3xi64>],
    outputs = [dense<[5, 0, -7]> : tensor<3xi64>]} {
  %y = onnx.Neg(%x0) : (tensor<3xi64>) -> tensor<3xi64>
  return %y : tensor<3xi64>
}

func.func @prelu_i32(%x0: tensor<2xi32>, %x1: tensor<2xi32>) -> tensor<2xi32> attributes {
    inputs = [dense<[-5, 7]> : tensor<2xi32>, dense<3> : tensor<2xi32>],
    outputs = [dense<[-15, 7]> : tensor<2xi32>]} {
  %y = onnx.PRelu(%x0, %x1) : (tensor<2xi32>, tensor<2xi32>) -> tensor<2xi32>
  return %y : tensor<2xi32>
}

func.func @prelu_i64(%x0: tensor<2xi64>, %x1: tensor<2xi64>) -> tensor<2xi64> attributes {
    inputs = [dense<[-5, 7]> : tensor<2xi64>, dense<3> : tensor<2xi64>],
    outputs = [dense<[-15, 7]> : tensor<2xi64>]} {
  %y = onnx.PRelu(%x0, %x1) : (tensor<2xi64>, tensor<2xi64>) -> tensor<2xi64>
  return %y : tensor<2xi64>
}

func.func @prelu_ui32(%x0: tensor<2xui32>, %x1: tensor<1xui32>) -> tensor<2xui32> attributes {
    inputs = [dense<[5, 7]> : tensor<2xui32>, dense<3> : tensor<1xui32>],
    outputs = [dense<[5, 7]> : tensor<2xui32>]} {
  %y = onnx.PRelu(%x0, %x1) : (tensor<2xui32>, tensor<1xui32>) -> tensor<2xui32>
  return %y : tensor<2xui32>
}

func.func @prelu_ui64(%x0: tensor<2xui64>, %x1: tensor<1xui64>) -> tensor<2xui64> attributes {
    inputs = [dense<[5, 7]> : tensor<2xui64>, dense<3> : tensor<1xui64>],
    outputs = [dense<[5, 7]> : tensor<2xui64>]} {
  %y = onnx.PRelu(%x0, %x1) : (tensor<2xui64>, tensor<1xui64>) -> tensor<2xui64>
  return %y : tensor<2xui64>
}

func.func @einsum_i32(%x0: tensor<2x3xi32>, %x1: tensor<3x2xi32>) -> tensor<2x2xi32> attributes {
    inputs = [dense<[[0, 1, 2], [3, 4, 5]]> : tensor<2x3xi32>, dense<[[0, 1], [2, 3], [4, 5]]> : tensor<3x2xi32>],
    outputs = [dense<[[10, 13], [28, 40]]> : tensor<2x2xi32>]} {
  %y = onnx.Einsum(%x0, %x1) {equation = "ij,jk->ik"} : (tensor<2x3xi32>, tensor<3x2xi32>) -> tensor<2x2xi32>
  return %y : tensor<2x2xi32>
}

func.func @einsum_i64(%x0: tensor<2x3xi64>, %x1: tensor<3x2xi64>) -> tensor<2x2xi64> attributes {
    inputs = [dense<[[0, 1, 2], [3, 4, 5]]> : tensor<2x3xi64>, dense<[[0, 1], [2, 3], [4, 5]]> : tensor<3x2xi64>],
    outputs = [dense<[[10, 13], [28, 40]]> : tensor<2x2xi64>]} {
  %y = onnx.Einsum(%x0, %x1) {equation = "ij,jk->ik"} : (tensor<2x3xi64>, tensor<3x2xi64>) -> tensor<2x2xi64>
  return %y : tensor<2x2xi64>
}

func.func @einsum_ui32(%x0: tensor<2x3xui32>, %x1: tensor<3x2xui32>) -> tensor<2x2xui32> attributes {
    inputs = [dense<[[0, 1, 2], [3, 4, 5]]> : tensor<2x3xui32>, dense<[[0, 1], [2, 3], [4, 5]]> : tensor<3x2xui32>],
    outputs = [dense<[[10, 13], [28, 40]]> : tensor<2x2xui32>]} {
  %y = onnx.Einsum(%x0, %x1) {equation = "ij,jk->ik"} : (tensor<2x3xui32>, tensor<3x2xui32>) -> tensor<2x2xui32>
  return %y : tensor<2x2xui32>
}

func.func @einsum_f64(%x0: tensor<2x3xf64>, %x1: tensor<3x2xf64>) -> tensor<2x2xf64> attributes {
    inputs = [dense<[[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]> : tensor<2x3xf64>, dense<[[0.0, 1.0], [2.0, 3.0], [4.0, 5.0]]> : tensor<3x2xf64>],
    outputs = [dense<[[10.0, 13.0], [28.0, 40.0]]> : tensor<2x2xf64>]} {
  %y = onnx.Einsum(%x0, %x1) {equation = "ij,jk->ik"} : (tensor<2x3xf64>, tensor<3x2xf64>) -> tensor<2x2xf64>
  return %y : tensor<2x2xf64>
}

func.func @einsum_trace(%x0: tensor<3x3xf32>) -> tensor<f32> attributes {
    inputs = [dense<[[0.0, 1.0, 2.0], [3.0, 4.0, 5.0], [6.0, 7.0, 8.0]]> : tensor<3x3xf32>],
    outputs = [dense<12.0> : tensor<f32>]} {
  %y = onnx.Einsum(%x0) {equation = "ii"} : (tensor<3x3xf32>) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @einsum_ellipsis(%x0: tensor<2x2x2xf32>, %x1: tensor<2xf32>) -> tensor<2x2xf32> attributes {
    inputs = [dense<[[[0.0, 1.0], [2.0, 3.0]], [[4.0, 5.0], [6.0, 7.0]]]> : tensor<2x2x2xf32>, dense<1.0> : tensor<2xf32>],
    outputs = [dense<[[1.0, 5.0], [9.0, 13.0]]> : tensor<2x2xf32>]} {
  %y = onnx.Einsum(%x0, %x1) {equation = "...i,i->..."} : (tensor<2x2x2xf32>, tensor<2xf32>) -> tensor<2x2xf32>
  return %y : tensor<2x2xf32>
}

func.func @det_f64(%x0: tensor<2x2x2xf64>) -> tensor<2xf64> attributes {
    inputs = [dense<[[[2.0, 1.0], [1.0, 3.0]], [[0.0, 1.0], [1.0, 0.0]]]> : tensor<2x2x2xf64>],
    outputs = [dense<[5.0, -1.0]> : tensor<2xf64>]} {
  %y = onnx.Det(%x0) : (tensor<2x2x2xf64>) -> tensor<2xf64>
  return %y : tensor<2xf64>
}

func.func @det_1x1(%x0: tensor<1x1xf32>) -> tensor<f32> attributes {
    inputs = [dense<4.0> : tensor<1x1xf32>],
    outputs = [dense<4.0> : tensor<f32>]} {
  %y = onnx.Det(%x0) : (tensor<1x1xf32>) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @shrink_i32(%x0: tensor<3xi32>) -> tensor<3xi32> attributes {
    inputs = [dense<[-3, 0, 3]> : tensor<3xi32>],
    outputs = [dense<[-2, 0, 2]> : tensor<3xi32>]} {
  %y = onnx.Shrink(%x0) {bias = 1.0 : f32, lambd = 1.0 : f32} : (tensor<3xi32>) -> tensor<3xi32>
  return %y : tensor<3xi32>
}

func.func @shrink_f64(%x0: tensor<5xf64>) -> tensor<5xf64> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf64>],
    outputs = [dense<[-1.0, 0.0, 0.0, 0.0, 2.0]> : tensor<5xf64>]} {
  %y = onnx.Shrink(%x0) {bias = 1.0 : f32, lambd = 1.0 : f32} : (tensor<5xf64>) -> tensor<5xf64>
  return %y : tensor<5xf64>
}

func.func @exp_extremes(%x0: tensor<5xf32>) -> tensor<5xf32> attributes {
    inputs = [dense<[0x7FC00000, 0x7F800000, 0xFF800000, 100.0, -200.0]> : tensor<5xf32>],
    outputs = [dense<[0x7FC00000, 0x7F800000, 0.0, 0x7F800000, 0.0]> : tensor<5xf32>]} {
  %y = onnx.Exp(%x0) : (tensor<5xf32>) -> tensor<5xf32>
  return %y : tensor<5xf32>
}

func.func @log_extremes(%x0: tensor<4xf32>) -> tensor<4xf32> attributes {
    inputs = [dense<[0x7FC00000, 0x7F800000, 0.0, -1.0]> : tensor<4xf32>],
    outputs = [dense<[0x7FC00000, 0x7F800000, 0xFF800000, 0x7FC00000]> : tensor<4xf32>]} {
  %y = onnx.Log(%x0) : (tensor<4xf32>) -> tensor<4xf32>
  return %y : tensor<4xf32>
}

func.func @tanh_extremes(%x0: tensor<4xf32>) -> tensor<4xf32> attributes {
    inputs = [dense<[0x7FC00000, 0x7F800000, 0xFF800000, 50.0]> : tensor<4xf32>],
    outputs = [dense<[0x7FC00000, 1.0, -1.0, 1.0]> : tensor<4xf32>]} {
  %y = onnx.Tanh(%x0) : (tensor<4xf32>) -> tensor<4xf32>
  return %y : tensor<4xf32>
}

func.func @sigmoid_extremes(%x0: tensor<5xf32>) -> tensor<5xf32> attributes {
    inputs = [dense<[0x7FC00000, 0x7F800000, 0xFF800000, 1000.0, -1000.0]> : tensor<5xf32>],
    outputs = [dense<[0x7FC00000, 1.0, 0.0, 1.0, 0.0]> : tensor<5xf32>]} {
  %y = onnx.Sigmoid(%x0) : (tensor<5xf32>) -> tensor<5xf32>
  return %y : tensor<5xf32>
}

func.func @erf_extremes(%x0: tensor<3xf32>) -> tensor<3xf32> attributes {
    inputs = [dense<[0x7FC00000, 0x7F800000, 0xFF800000]> : tensor<3xf32>],
    outputs = [dense<[0x7FC00000, 1.0, -1.0]> : tensor<3xf32>]} {
  %y = onnx.Erf(%x0) : (tensor<3xf32>) -> tensor<3xf32>
  return %y : tensor<3xf32>
}

func.func @softplus_extremes(%x0: tensor<4xf32>) -> tensor<4xf32> attributes {
    inputs = [dense<[0x7FC00000, 0x7F800000, 0xFF800000, 100.0]> : tensor<4xf32>],
    outputs = [dense<[0x7FC00000, 0x7F800000, 0.0, 100.0]> : tensor<4xf32>]} {
  %y = onnx.Softplus(%x0) : (tensor<4xf32>) -> tensor<4xf32>
  return %y : tensor<4xf32>
}

func.func @sqrt_extremes(%x0: tensor<4xf32>) -> tensor<4xf32> attributes {
    inputs = [dense<[0x7FC00000, 0x7F800000, -1.0, -0.0]> : tensor<4xf32>],
    outputs = [dense<[0x7FC00000, 0x7F800000, 0x7FC00000, -0.0]> : tensor<4xf32>]} {
  %y = onnx.Sqrt(%x0) : (tensor<4xf32>) -> tensor<4xf32>
  return %y : tensor<4xf32>
}

func.func @relu_nan(%x0: tensor<3xf32>) -> tensor<3xf32> attributes {
    inputs = [dense<[0x7FC00000, 0xFF800000, 0x7F800000]> : tensor<3xf32>],
    outputs = [dense<[0x7FC00000, 0.0, 0x7F800000]> : tensor<3xf32>]} {
  %y = onnx.Relu(%x0) : (tensor<3xf32>) -> tensor<3xf32>
  return %y : tensor<3xf32>
}

func.func @sin_large(%x0: tensor<2xf32>) -> tensor<2xf32> attributes {
    inputs = [dense<[10000.0, -300000.0]> : tensor<2xf32>],
    outputs = [dense<[-0.30561438, -0.10706365]> : tensor<2xf32>]} {
  %y = onnx.Sin(%x0) : (tensor<2xf32>) -> tensor<2xf32>
  return %y : tensor<2xf32>
}
