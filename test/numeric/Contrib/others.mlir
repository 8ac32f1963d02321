// SPDX-License-Identifier: Apache-2.0
// Operators of com.microsoft that are seldom; expected values are ONNX Runtime's, or follow from the definition where it has no
// implementation.

func.func @crop_bilinear(%a0: tensor<2x1x3x4xf32>, %a1: tensor<3x4xf32>, %a2: tensor<3xi32>) ->
    tensor<3x1x2x3xf32> attributes {
    inputs = [dense<[[[[-0.66, -0.46, 0.24, -0.06], [0.71, 0.49, 0.69, 0.2], [0.18, -0.75, 0.77, -0.72]]], [[[0.39,
    -0.58, 0.69, -0.25], [0.22, 0.33, -0.28, 0.87], [0.66, 0.08, 0.71, -0.84]]]]> : tensor<2x1x3x4xf32>,
    dense<[[0.0, 0.0, 1.0, 1.0], [0.2, 0.1, 0.9, 0.6], [0.5, -0.1, 1.2, 0.8]]> : tensor<3x4xf32>, dense<[0, 1, 1]> :
    tensor<3xi32>],
    outputs = [dense<[[[[-0.66, -0.110000014, -0.06], [0.18, 0.00999999, -0.72]]], [[[0.16059999, -0.19010001,
    0.1984], [0.4394, 0.14909999, 0.43559998]]], [[[-2.0, 0.29950005, 0.1800001], [-2.0, -2.0, -2.0]]]]> :
    tensor<3x1x2x3xf32>]} {
  %a3 = onnx.Constant() {value = dense<[2, 3]> : tensor<2xi32>} : () -> tensor<2xi32>
  %y = onnx.ms.CropAndResize(%a0, %a1, %a2, %a3) {extrapolation_value = -2.0e+00 : f32} : (tensor<2x1x3x4xf32>,
      tensor<3x4xf32>, tensor<3xi32>, tensor<2xi32>) -> tensor<3x1x2x3xf32>
  return %y : tensor<3x1x2x3xf32>
}

// One column: the middle of the box.
func.func @crop_nearest(%a0: tensor<1x2x4x4xf32>, %a1: tensor<2x4xf32>, %a2: tensor<2xi32>, %a3: tensor<2xi32>)
    -> tensor<2x2x3x1xf32> attributes {
    inputs = [dense<[[[[-0.29, -0.91, -0.76, 0.01], [0.08, -0.63, -0.47, -0.97], [0.9, 0.14, -0.93, -0.78], [-0.96,
    -0.78, 0.8, 0.93]], [[0.78, -0.45, 0.82, -0.77], [0.25, 0.86, 0.56, -0.27], [-0.83, -0.25, 0.44, 0.62], [-0.63,
    -0.63, -0.32, -0.34]]]]> : tensor<1x2x4x4xf32>, dense<[[0.0, 0.0, 1.0, 1.0], [0.2, 0.1, 0.9, 0.6]]> :
    tensor<2x4xf32>, dense<[0, 0]> : tensor<2xi32>, dense<[3, 1]> : tensor<2xi32>],
    outputs = [dense<[[[[-0.76], [-0.93], [0.8]], [[0.82], [0.44], [-0.32]]], [[[-0.63], [0.14], [-0.78]], [[0.86],
    [-0.25], [-0.63]]]]> : tensor<2x2x3x1xf32>]} {
  %y = onnx.ms.CropAndResize(%a0, %a1, %a2, %a3) {mode = "nearest"} : (tensor<1x2x4x4xf32>, tensor<2x4xf32>,
      tensor<2xi32>, tensor<2xi32>) -> tensor<2x2x3x1xf32>
  return %y : tensor<2x2x3x1xf32>
}

func.func @time_warping(%a0: tensor<4x6xf32>) -> tensor<2x8xi32> attributes {
    inputs = [dense<[[-0.85, 0.67, 0.52, -0.36, 0.47, 0.98], [-0.9, -0.25, 0.46, -0.4, -0.37, 0.88], [-0.32, 0.4,
    -0.26, -0.37, -0.16, 0.08], [0.39, 0.99, 0.52, 0.07, -0.78, 0.28]]> : tensor<4x6xf32>],
    outputs = [dense<[[0, 1, 1, 2, 2, 2, 3, 3], [0, 0, 1, 2, 3, 4, 4, 5]]> : tensor<2x8xi32>]} {
  %y = onnx.ms.DynamicTimeWarping(%a0) : (tensor<4x6xf32>) -> tensor<2x8xi32>
  return %y : tensor<2x8xi32>
}

func.func @time_warping_batch(%a0: tensor<1x3x2xf32>) -> tensor<2x3xi32> attributes {
    inputs = [dense<[[[0.15, 0.25], [0.13, -0.01], [0.65, -0.89]]]> : tensor<1x3x2xf32>],
    outputs = [dense<[[0, 1, 2], [0, 1, 1]]> : tensor<2x3xi32>]} {
  %y = onnx.ms.DynamicTimeWarping(%a0) : (tensor<1x3x2xf32>) -> tensor<2x3xi32>
  return %y : tensor<2x3xi32>
}

// Of equal paths the one through columns.
func.func @time_warping_ties(%a0: tensor<3x3xf32>) -> tensor<2x5xi32> attributes {
    inputs = [dense<[[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]> : tensor<3x3xf32>],
    outputs = [dense<[[0, 1, 2, 2, 2], [0, 0, 0, 1, 2]]> : tensor<2x5xi32>]} {
  %y = onnx.ms.DynamicTimeWarping(%a0) : (tensor<3x3xf32>) -> tensor<2x5xi32>
  return %y : tensor<2x5xi32>
}

func.func @integers_of_16_bits(%a0: tensor<2x2xi16>, %a1: tensor<2x2xi16>) -> tensor<2x2xi32> attributes {
    inputs = [dense<[[-13769, 13107], [26012, -19848]]> : tensor<2x2xi16>, dense<[[7818, 7603], [-27824, 21035]]> :
    tensor<2x2xi16>],
    outputs = [dense<[[-472335210, 171020038], [755612568, -219733444]]> : tensor<2x2xi32>]} {
  %y = onnx.ms.MatMulInteger16(%a0, %a1) : (tensor<2x2xi16>, tensor<2x2xi16>) -> tensor<2x2xi32>
  return %y : tensor<2x2xi32>
}

func.func @mul_integer(%a0: tensor<2x3xui8>, %a1: tensor<ui8>, %a2: tensor<3xui8>) -> tensor<2x3xi32> attributes
    {
    inputs = [dense<[[2, 255, 175], [90, 229, 115]]> : tensor<2x3xui8>, dense<7> : tensor<ui8>, dense<[26, 186,
    154]> : tensor<3xui8>],
    outputs = [dense<[[-130, 46128, 25872], [2158, 41292, 16632]]> : tensor<2x3xi32>]} {
  %none = onnx.None() : () -> none
  %y = onnx.ms.MulInteger(%a0, %a1, %a2, %none) : (tensor<2x3xui8>, tensor<ui8>, tensor<3xui8>, none) ->
      tensor<2x3xi32>
  return %y : tensor<2x3xi32>
}

func.func @mul_integer_signed(%a0: tensor<2x3xi8>, %a2: tensor<2x1xi8>, %a3: tensor<i8>) -> tensor<2x3xi32>
    attributes {
    inputs = [dense<[[-31, -49, 49], [-87, 63, -109]]> : tensor<2x3xi8>, dense<[[3], [18]]> : tensor<2x1xi8>,
    dense<-5> : tensor<i8>],
    outputs = [dense<[[-248, -392, 392], [-2001, 1449, -2507]]> : tensor<2x3xi32>]} {
  %none = onnx.None() : () -> none
  %y = onnx.ms.MulInteger(%a0, %none, %a2, %a3) : (tensor<2x3xi8>, none, tensor<2x1xi8>, tensor<i8>) ->
      tensor<2x3xi32>
  return %y : tensor<2x3xi32>
}

func.func @reduce_sum_integer(%a0: tensor<2x3x2xui8>) -> tensor<2xui32> attributes {
    inputs = [dense<[[[113, 34], [143, 183], [194, 232]], [[208, 144], [60, 125], [124, 104]]]> :
    tensor<2x3x2xui8>],
    outputs = [dense<[899, 765]> : tensor<2xui32>]} {
  %y = onnx.ms.ReduceSumInteger(%a0) {axes = array<i64: 1, 2>, keepdims = 0 : si64} : (tensor<2x3x2xui8>) ->
      tensor<2xui32>
  return %y : tensor<2xui32>
}

func.func @reduce_sum_integer_signed(%a0: tensor<2x3xi8>) -> tensor<2x1xi32> attributes {
    inputs = [dense<[[8, -24, -36], [68, -10, 60]]> : tensor<2x3xi8>],
    outputs = [dense<[[-52], [118]]> : tensor<2x1xi32>]} {
  %y = onnx.ms.ReduceSumInteger(%a0) {axes = array<i64: 1>, keepdims = 1 : si64} : (tensor<2x3xi8>) ->
      tensor<2x1xi32>
  return %y : tensor<2x1xi32>
}

func.func @nhwc_fused_conv(%a0: tensor<1x3x3x2xf32>, %a2: tensor<2xf32>, %a3: tensor<1x2x2x2xf32>) ->
    tensor<1x2x2x2xf32> attributes {
    inputs = [dense<[[[[-0.77, 0.87], [0.86, 0.9], [0.56, 0.32]], [[-0.22, 0.66], [0.16, 0.02], [-0.73, -0.76]],
    [[0.35, -0.72], [0.4, -0.13], [-0.74, 0.12]]]]> : tensor<1x3x3x2xf32>, dense<[0.97, -0.78]> : tensor<2xf32>,
    dense<[[[[0.18, 0.07], [0.89, -0.59]], [[-0.94, 0.77], [-0.35, -0.18]]]]> : tensor<1x2x2x2xf32>],
    outputs = [dense<[[[[1.2113, 0.0], [3.1994, 0.0]], [[0.20160002, 0.8186001], [0.010500103, 0.0]]]]> :
    tensor<1x2x2x2xf32>]} {
  %a1 = onnx.Constant() {value = dense<[[[[0.58, 0.98], [-0.5, -0.22]], [[-0.03, -0.03], [-0.53, -0.34]]],
      [[[-0.82, 0.14], [0.99, -0.75]], [[0.44, 0.06], [-0.34, -0.33]]]]> : tensor<2x2x2x2xf32>} : () ->
      tensor<2x2x2x2xf32>
  %y = onnx.ms.NhwcFusedConv(%a0, %a1, %a2, %a3) {activation = "Relu", kernel_shape = array<i64: 2, 2>} :
      (tensor<1x3x3x2xf32>, tensor<2x2x2x2xf32>, tensor<2xf32>, tensor<1x2x2x2xf32>) -> tensor<1x2x2x2xf32>
  return %y : tensor<1x2x2x2xf32>
}

func.func @mat_mul_leaky_relu(%a0: tensor<2x2x3xf32>, %a1: tensor<2x4x3xf32>) -> tensor<2x2x4xf32> attributes {
    inputs = [dense<[[[-0.76, -0.55, -0.55], [0.36, -0.73, -0.62]], [[-0.2, -0.2, -0.9], [1.0, 0.68, 0.56]]]> :
    tensor<2x2x3xf32>, dense<[[[0.4, -0.21, 0.34], [0.68, 0.44, 0.77], [0.56, 0.46, 0.82], [0.59, -0.34, 0.01]],
    [[-0.81, -0.16, 0.28], [-0.57, 0.15, -0.33], [-0.54, -0.28, 0.19], [-0.07, -0.11, 0.55]]]> : tensor<2x4x3xf32>],
    outputs = [dense<[[[-0.0751, -0.23646, -0.22592, -0.05337999], [0.17300001, -0.110759996, -0.12852001,
    0.90880007]], [[-0.0116, 0.76199996, -0.0013999969, -0.0918], [-0.1524, -0.13056001, -0.124800004,
    0.32639998]]]> : tensor<2x2x4xf32>]} {
  %y = onnx.ms.FusedMatMulActivation(%a0, %a1) {activation = "LeakyRelu", activation_alpha = 1.0e-01 : f32,
      alpha = 2.0e+00 : f32, transB = 1 : si64} : (tensor<2x2x3xf32>, tensor<2x4x3xf32>) -> tensor<2x2x4xf32>
  return %y : tensor<2x2x4xf32>
}

func.func @mat_mul_softmax(%a0: tensor<2x2x3xf32>, %a1: tensor<2x4x3xf32>) -> tensor<2x2x4xf32> attributes {
    inputs = [dense<[[[-0.76, -0.55, -0.55], [0.36, -0.73, -0.62]], [[-0.2, -0.2, -0.9], [1.0, 0.68, 0.56]]]> :
    tensor<2x2x3xf32>, dense<[[[0.4, -0.21, 0.34], [0.68, 0.44, 0.77], [0.56, 0.46, 0.82], [0.59, -0.34, 0.01]],
    [[-0.81, -0.16, 0.28], [-0.57, 0.15, -0.33], [-0.54, -0.28, 0.19], [-0.07, -0.11, 0.55]]]> : tensor<2x4x3xf32>],
    outputs = [dense<[[[0.3865115, 0.34785074, 0.38060054, 0.32710677], [0.61348855, 0.65214926, 0.6193994,
    0.67289317]], [[0.66907406, 0.73765194, 0.64953595, 0.34928125], [0.33092594, 0.26234806, 0.35046405,
    0.65071875]]]> : tensor<2x2x4xf32>]} {
  %y = onnx.ms.FusedMatMulActivation(%a0, %a1) {activation = "Softmax", activation_axis = 1 : si64, transB = 1 :
      si64} : (tensor<2x2x3xf32>, tensor<2x4x3xf32>) -> tensor<2x2x4xf32>
  return %y : tensor<2x2x4xf32>
}

func.func @all_finite(%a0: tensor<2xf32>, %a1: tensor<2x2xf32>) -> tensor<i1> attributes {
    inputs = [dense<[0.28, 0.17]> : tensor<2xf32>, dense<[[-0.77, -0.96], [-0.25, -0.76]]> : tensor<2x2xf32>],
    outputs = [dense<true> : tensor<i1>]} {
  %y = onnx.ms.IsAllFinite(%a0, %a1) : (tensor<2xf32>, tensor<2x2xf32>) -> tensor<i1>
  return %y : tensor<i1>
}

func.func @not_finite(%a0: tensor<2xf32>, %a1: tensor<2xf32>) -> tensor<i1> attributes {
    inputs = [dense<[0.31, 0.71]> : tensor<2xf32>, dense<[1.0, 0x7F800000]> : tensor<2xf32>],
    outputs = [dense<false> : tensor<i1>]} {
  %y = onnx.ms.IsAllFinite(%a0, %a1) : (tensor<2xf32>, tensor<2xf32>) -> tensor<i1>
  return %y : tensor<i1>
}

func.func @only_nan(%a0: tensor<2xf32>) -> tensor<i1> attributes {
    inputs = [dense<[1.0, 0x7F800000]> : tensor<2xf32>],
    outputs = [dense<true> : tensor<i1>]} {
  %y = onnx.ms.IsAllFinite(%a0) {isnan_only = 1 : si64} : (tensor<2xf32>) -> tensor<i1>
  return %y : tensor<i1>
}

func.func @only_inf(%a0: tensor<2xf32>, %a1: tensor<1xf32>) -> tensor<i1> attributes {
    inputs = [dense<[1.0, 0x7FC00000]> : tensor<2xf32>, dense<[0xFF800000]> : tensor<1xf32>],
    outputs = [dense<false> : tensor<i1>]} {
  %y = onnx.ms.IsAllFinite(%a0, %a1) {isinf_only = 1 : si64} : (tensor<2xf32>, tensor<1xf32>) -> tensor<i1>
  return %y : tensor<i1>
}

func.func @only_inf_nan(%a0: tensor<2xf32>) -> tensor<i1> attributes {
    inputs = [dense<[1.0, 0x7FC00000]> : tensor<2xf32>],
    outputs = [dense<true> : tensor<i1>]} {
  %y = onnx.ms.IsAllFinite(%a0) {isinf_only = 1 : si64} : (tensor<2xf32>) -> tensor<i1>
  return %y : tensor<i1>
}

func.func @quantised_embedding(%a0: tensor<2x3xi32>, %a1: tensor<2x3xi32>, %a7: tensor<2x3xi32>, %a8:
    tensor<f32>, %a9: tensor<f32>, %a10: tensor<f32>, %a11: tensor<f32>, %a12: tensor<f32>, %a13: tensor<ui8>, %a14:
    tensor<ui8>, %a15: tensor<ui8>, %a16: tensor<ui8>, %a17: tensor<ui8>) -> (tensor<2x3x4xf32>, tensor<2xi32>)
    attributes {
    inputs = [dense<[[0, 3, 1], [2, 3, 4]]> : tensor<2x3xi32>, dense<[[0, 0, 0], [1, 1, 0]]> : tensor<2x3xi32>,
    dense<[[1, 1, 0], [1, 1, 1]]> : tensor<2x3xi32>, dense<0.02> : tensor<f32>, dense<0.03> : tensor<f32>,
    dense<0.01> : tensor<f32>, dense<0.01> : tensor<f32>, dense<0.02> : tensor<f32>, dense<128> : tensor<ui8>,
    dense<100> : tensor<ui8>, dense<90> : tensor<ui8>, dense<100> : tensor<ui8>, dense<120> : tensor<ui8>],
    outputs = [dense<[[[-1.6292692, 1.5942801, 0.6912323, 1.9765005], [-1.0924836, 1.5733601, 1.1977018,
    -0.51725966], [-1.6376332, 1.5701965, 1.9102054, 0.019146144]], [[-1.7171926, 1.6251795, 0.7665012, 1.4462066],
    [-1.0520878, 1.5734984, 1.0106461, -0.27698374], [-1.421227, 1.5688506, 1.8063216, -0.50630087]]]> :
    tensor<2x3x4xf32>, dense<[2, 3]> : tensor<2xi32>]} {
  %a2 = onnx.Constant() {value = dense<[[131, 95, 169, 227], [126, 167, 228, 61], [18, 21, 115, 34], [253, 225,
      237, 26], [252, 163, 90, 21]]> : tensor<5x4xui8>} : () -> tensor<5x4xui8>
  %a3 = onnx.Constant() {value = dense<[[196, 234, 92, 201], [237, 125, 98, 194], [74, 72, 222, 96]]> :
      tensor<3x4xui8>} : () -> tensor<3x4xui8>
  %a4 = onnx.Constant() {value = dense<[[66, 150, 246, 119], [62, 167, 187, 212]]> : tensor<2x4xui8>} : () ->
      tensor<2x4xui8>
  %a5 = onnx.Constant() {value = dense<[125, 104, 143, 189]> : tensor<4xui8>} : () -> tensor<4xui8>
  %a6 = onnx.Constant() {value = dense<[47, 199, 179, 154]> : tensor<4xui8>} : () -> tensor<4xui8>
  %y:2 = onnx.ms.QEmbedLayerNormalization(%a0, %a1, %a2, %a3, %a4, %a5, %a6, %a7, %a8, %a9, %a10, %a11, %a12,
      %a13, %a14, %a15, %a16, %a17) : (tensor<2x3xi32>, tensor<2x3xi32>, tensor<5x4xui8>, tensor<3x4xui8>,
      tensor<2x4xui8>, tensor<4xui8>, tensor<4xui8>, tensor<2x3xi32>, tensor<f32>, tensor<f32>, tensor<f32>,
      tensor<f32>, tensor<f32>, tensor<ui8>, tensor<ui8>, tensor<ui8>, tensor<ui8>, tensor<ui8>) ->
      (tensor<2x3x4xf32>, tensor<2xi32>)
  return %y#0, %y#1 : tensor<2x3x4xf32>, tensor<2xi32>
}
