// SPDX-License-Identifier: Apache-2.0
// Parts of recent decoders; expected values are ONNX Runtime's or follow from the operators' definitions.

func.func @causal_conv(%a0: tensor<2x2x3xf32>, %a2: tensor<2xf32>, %a3: tensor<2x2x2xf32>) ->
    (tensor<2x2x3xf32>, tensor<2x2x2xf32>) attributes {
    inputs = [dense<[[[0.68, -0.65, -0.44], [-0.03, 0.72, -0.77]], [[-0.32, 0.06, 0.36], [-0.79, 0.51, 0.11]]]> :
    tensor<2x2x3xf32>, dense<[-0.58, 0.33]> : tensor<2xf32>, dense<[[[0.53, 0.65], [-0.4, -0.58]], [[-0.85, -0.25],
    [0.12, 0.75]]]> : tensor<2x2x2xf32>],
    outputs = [dense<[[[-0.26677224, -0.18433924, -0.10597348], [-0.19801845, -0.21688536, 1.247114]], [[-0.1686272,
    -0.19708812, -0.23857024], [1.4156535, -0.08947181, 0.079007216]]]> : tensor<2x2x3xf32>, dense<[[[-0.65, -0.44],
    [0.72, -0.77]], [[0.06, 0.36], [0.51, 0.11]]]> : tensor<2x2x2xf32>]} {
  %a1 = onnx.Constant() {value = dense<[[[0.03, -0.24, -0.37]], [[0.78, 0.99, -0.65]]]> : tensor<2x1x3xf32>} :
      () -> tensor<2x1x3xf32>
  %y:2 = onnx.ms.CausalConvWithState(%a0, %a1, %a2, %a3) {activation = "silu"} : (tensor<2x2x3xf32>,
      tensor<2x1x3xf32>, tensor<2xf32>, tensor<2x2x2xf32>) -> (tensor<2x2x3xf32>, tensor<2x2x2xf32>)
  return %y#0, %y#1 : tensor<2x2x3xf32>, tensor<2x2x2xf32>
}

func.func @causal_conv_without_past(%a0: tensor<1x2x2xf32>) -> (tensor<1x2x2xf32>, tensor<1x2x2xf32>) attributes
    {
    inputs = [dense<[[[-0.93, -0.82], [0.31, 0.34]]]> : tensor<1x2x2xf32>],
    outputs = [dense<[[[0.8742, 1.5241001], [-0.1612, -0.3132]]]> : tensor<1x2x2xf32>, dense<[[[-0.93, -0.82],
    [0.31, 0.34]]]> : tensor<1x2x2xf32>]} {
  %none = onnx.None() : () -> none
  %a1 = onnx.Constant() {value = dense<[[[-0.75, -0.81, -0.94]], [[0.3, -0.44, -0.52]]]> : tensor<2x1x3xf32>} :
      () -> tensor<2x1x3xf32>
  %y:2 = onnx.ms.CausalConvWithState(%a0, %a1, %none, %none) : (tensor<1x2x2xf32>, tensor<2x1x3xf32>, none,
      none) -> (tensor<1x2x2xf32>, tensor<1x2x2xf32>)
  return %y#0, %y#1 : tensor<1x2x2xf32>, tensor<1x2x2xf32>
}

// With every second of the tokens before.
func.func @causal_conv_channels_last(%a0: tensor<1x4x2xf32>, %a3: tensor<1x2x2xf32>) -> (tensor<1x4x2xf32>,
    tensor<1x2x2xf32>) attributes {
    inputs = [dense<[[[0.33, -0.76], [0.07, -0.82], [-0.87, 0.34], [0.58, -0.08]]]> : tensor<1x4x2xf32>,
    dense<[[[0.81, 0.9], [-0.92, -0.99]]]> : tensor<1x2x2xf32>],
    outputs = [dense<[[[-0.029999996, -0.43060002], [0.21200001, 1.2023001], [-0.414, 0.4964], [0.218, 0.7322]]]> :
    tensor<1x4x2xf32>, dense<[[[-0.87, 0.34], [0.58, -0.08]]]> : tensor<1x2x2xf32>]} {
  %none = onnx.None() : () -> none
  %a1 = onnx.Constant() {value = dense<[[[-0.2, 0.4]], [[-0.85, -0.44]]]> : tensor<2x1x2xf32>} : () ->
      tensor<2x1x2xf32>
  %y:2 = onnx.ms.CausalConvWithState(%a0, %a1, %none, %a3) {channels_last = 1 : si64, dilation = 2 : si64} :
      (tensor<1x4x2xf32>, tensor<2x1x2xf32>, none, tensor<1x2x2xf32>) -> (tensor<1x4x2xf32>, tensor<1x2x2xf32>)
  return %y#0, %y#1 : tensor<1x4x2xf32>, tensor<1x2x2xf32>
}

// The state after each of the last four tokens, of which there are two.
func.func @causal_conv_states(%a0: tensor<1x2x2xf32>, %a3: tensor<4x1x2x2xf32>) -> (tensor<1x2x2xf32>,
    tensor<4x1x2x2xf32>) attributes {
    inputs = [dense<[[[0.54, -0.1], [0.52, 0.29]]]> : tensor<1x2x2xf32>, dense<[[[[0.56, 0.31], [0.24, 0.63]]],
    [[[-0.42, -0.21], [0.26, 0.64]]], [[[-0.36, -0.66], [-0.46, -0.12]]], [[[-0.8, 0.26], [0.79, -0.32]]]]> :
    tensor<4x1x2x2xf32>],
    outputs = [dense<[[[0.3026, 0.1798], [-0.34870008, 0.4944]]]> : tensor<1x2x2xf32>, dense<[[[[0.0, 0.0], [0.0,
    0.0]]], [[[0.0, 0.0], [0.0, 0.0]]], [[[0.26, 0.54], [-0.32, 0.52]]], [[[0.54, -0.1], [0.52, 0.29]]]]> :
    tensor<4x1x2x2xf32>]} {
  %none = onnx.None() : () -> none
  %a1 = onnx.Constant() {value = dense<[[[-0.1, 0.42, 0.21]], [[-0.97, -0.07, 0.76]]]> : tensor<2x1x3xf32>} : ()
      -> tensor<2x1x3xf32>
  %y:2 = onnx.ms.CausalConvWithState(%a0, %a1, %none, %a3) {state_window = 4 : si64} : (tensor<1x2x2xf32>,
      tensor<2x1x3xf32>, none, tensor<4x1x2x2xf32>) -> (tensor<1x2x2xf32>, tensor<4x1x2x2xf32>)
  return %y#0, %y#1 : tensor<1x2x2xf32>, tensor<4x1x2x2xf32>
}

func.func @linear_attention(%a0: tensor<1x3x4xf32>, %a1: tensor<1x3x4xf32>, %a2: tensor<1x3x6xf32>, %a3:
    tensor<1x2x2x3xf32>, %a4: tensor<1x3x2xf32>, %a5: tensor<1x3x2xf32>) -> (tensor<1x3x6xf32>, tensor<1x2x2x3xf32>)
    attributes {
    inputs = [dense<[[[0.91, -0.16, 0.07, 0.95], [0.42, 0.01, 0.51, -0.05], [0.44, -0.56, -0.85, 0.2]]]> :
    tensor<1x3x4xf32>, dense<[[[0.02, -0.04, -0.38, 0.43], [-0.39, 0.47, -0.18, -0.22], [0.44, 0.46, 0.2, 0.46]]]> :
    tensor<1x3x4xf32>, dense<[[[-0.65, 0.71, 0.24, -0.41, 0.19, -0.78], [0.58, 0.28, -0.79, -0.56, -0.42, -0.05],
    [-0.54, -0.4, 0.1, -0.71, 0.51, -0.1]]]> : tensor<1x3x6xf32>, dense<[[[[-0.19, 0.15, -0.68], [0.78, -0.77,
    0.09]], [[0.93, -0.72, 0.4], [0.95, 0.99, -0.3]]]]> : tensor<1x2x2x3xf32>, dense<[[[-0.25, -0.88], [-0.25,
    -0.75], [-0.4, -0.93]]]> : tensor<1x3x2xf32>, dense<[[[0.31, 0.79], [0.06, 0.13], [0.39, 0.68]]]> :
    tensor<1x3x2xf32>],
    outputs = [dense<[[[-0.16730008, 0.14670222, -0.34733385, 0.19145007, 0.23971681, -0.21691313], [-0.033813745,
    0.021010073, -0.11517613, 0.08736431, -0.049048066, 0.06844303], [-0.14411719, 0.14370053, -0.09119901,
    -0.024922477, 0.020234823, -0.04718354]]]> : tensor<1x3x6xf32>, dense<[[[[-0.19623101, 0.006221108,
    -0.22484206], [0.20976938, -0.35801062, 0.05365067]], [[-0.0018837824, 0.0196097, 0.05712694], [-0.1842346,
    0.22642304, -0.09084851]]]]> : tensor<1x2x2x3xf32>]} {
  %y:2 = onnx.ms.LinearAttention(%a0, %a1, %a2, %a3, %a4, %a5) {kv_num_heads = 2 : si64, q_num_heads = 2 : si64}
      : (tensor<1x3x4xf32>, tensor<1x3x4xf32>, tensor<1x3x6xf32>, tensor<1x2x2x3xf32>, tensor<1x3x2xf32>,
      tensor<1x3x2xf32>) -> (tensor<1x3x6xf32>, tensor<1x2x2x3xf32>)
  return %y#0, %y#1 : tensor<1x3x6xf32>, tensor<1x2x2x3xf32>
}

// Two heads of queries for one of keys; a decay for each element of a key.
func.func @linear_attention_grouped(%a0: tensor<2x2x8xf32>, %a1: tensor<2x2x4xf32>, %a2: tensor<2x2x4xf32>, %a4:
    tensor<2x2x4xf32>) -> (tensor<2x2x8xf32>, tensor<2x2x2x2xf32>) attributes {
    inputs = [dense<[[[0.34, -0.21, 0.76, -0.91, 0.75, -0.82, 0.65, -0.08], [0.48, -0.1, -0.68, 0.9, 0.28, -0.57,
    0.19, -0.58]], [[-0.2, 0.19, 0.22, -0.78, -0.61, -0.08, 0.03, 0.71], [0.15, 0.62, -0.26, -0.62, -0.44, -0.95,
    -0.27, 0.27]]]> : tensor<2x2x8xf32>, dense<[[[0.68, -0.53, 0.41, 0.5], [0.38, 0.93, 0.16, -0.11]], [[0.07,
    -0.99, -0.99, -0.01], [-0.25, -0.73, -0.29, 0.28]]]> : tensor<2x2x4xf32>, dense<[[[0.05, -0.21, 0.54, -0.89],
    [0.77, 0.36, -0.16, 0.38]], [[0.88, 0.31, 0.34, 0.4], [0.83, 0.78, -0.44, -0.96]]]> : tensor<2x2x4xf32>,
    dense<[[[-0.44, -0.27, -0.51, -0.09], [-0.88, -0.62, -0.24, -0.67]], [[-0.74, -0.3, -0.1, -0.54], [-0.72, -0.49,
    -0.9, -0.13]]]> : tensor<2x2x4xf32>],
    outputs = [dense<[[[0.0085625, -0.0359625, 0.024977501, -0.1049055, -0.027675003, 0.0456125, 0.061155003,
    -0.1007925], [0.0385164, -0.0011171009, 0.21155111, 0.15122949, -0.023593655, 0.045136765, -0.031057635,
    0.056665137]], [[-0.088924, -0.031325497, 0.346544, 0.122077994, 0.102799006, 0.12094, -0.006256, -0.00736],
    [-0.36659592, -0.24863148, 0.3763593, 0.25877553, 0.06197342, 0.103520736, -0.015786113, -0.052610956]]]> :
    tensor<2x2x8xf32>, dense<[[[[0.30670258, 0.07756901], [0.70184445, 0.39467323]], [[0.14855942, -0.2262405],
    [0.15576132, -0.2695103]]], [[[-0.17751606, -0.18443747], [-1.1396201, -0.75741506]], [[-0.009251356,
    0.117398396], [-0.12618552, -0.27231237]]]]> : tensor<2x2x2x2xf32>]} {
  %none = onnx.None() : () -> none
  %y:2 = onnx.ms.LinearAttention(%a0, %a1, %a2, %none, %a4, %none) {kv_num_heads = 2 : si64, q_num_heads = 4 :
      si64, scale = 5.0e-01 : f32, update_rule = "gated"} : (tensor<2x2x8xf32>, tensor<2x2x4xf32>,
      tensor<2x2x4xf32>, none, tensor<2x2x4xf32>, none) -> (tensor<2x2x8xf32>, tensor<2x2x2x2xf32>)
  return %y#0, %y#1 : tensor<2x2x8xf32>, tensor<2x2x2x2xf32>
}

// More heads of keys than of queries.
func.func @linear_attention_delta(%a0: tensor<1x2x2xf32>, %a1: tensor<1x2x4xf32>, %a2: tensor<1x2x4xf32>, %a3:
    tensor<1x2x2x2xf32>, %a5: tensor<1x2x2xf32>) -> (tensor<1x2x4xf32>, tensor<1x2x2x2xf32>) attributes {
    inputs = [dense<[[[-0.74, -0.68], [-0.13, 0.62]]]> : tensor<1x2x2xf32>, dense<[[[-0.43, -0.28, 0.3, 0.32],
    [-0.3, -0.44, 0.15, 0.29]]]> : tensor<1x2x4xf32>, dense<[[[-0.9, 0.05, -0.72, 0.2], [-0.78, -0.74, 0.08,
    0.89]]]> : tensor<1x2x4xf32>, dense<[[[[-0.94, -0.8], [-0.6, 0.63]], [[-0.52, -0.46], [-0.14, 0.71]]]]> :
    tensor<1x2x2x2xf32>, dense<[[[0.44, 0.06], [0.05, 0.0]]]> : tensor<1x2x2xf32>],
    outputs = [dense<[[[0.54740334, 0.097073734, 0.34909466, -0.10275848], [-0.11311343, 0.35974303, -0.017087687,
    0.35430267]]]> : tensor<1x2x4xf32>, dense<[[[[-0.64402026, -0.76740384], [-0.39304706, 0.65966284]],
    [[-0.5293456, -0.4580056], [-0.14996864, 0.7121273]]]]> : tensor<1x2x2x2xf32>]} {
  %none = onnx.None() : () -> none
  %y:2 = onnx.ms.LinearAttention(%a0, %a1, %a2, %a3, %none, %a5) {kv_num_heads = 2 : si64, q_num_heads = 1 :
      si64, update_rule = "delta"} : (tensor<1x2x2xf32>, tensor<1x2x4xf32>, tensor<1x2x4xf32>, tensor<1x2x2x2xf32>,
      none, tensor<1x2x2xf32>) -> (tensor<1x2x4xf32>, tensor<1x2x2x2xf32>)
  return %y#0, %y#1 : tensor<1x2x4xf32>, tensor<1x2x2x2xf32>
}

func.func @linear_attention_sums(%a0: tensor<1x2x2xf32>, %a1: tensor<1x2x2xf32>, %a2: tensor<1x2x2xf32>) ->
    (tensor<1x2x2xf32>, tensor<1x1x2x2xf32>) attributes {
    inputs = [dense<[[[-0.11, 0.61], [-0.6, 0.01]]]> : tensor<1x2x2xf32>, dense<[[[-0.74, 0.74], [-0.15, 1.0]]]> :
    tensor<1x2x2xf32>, dense<[[[0.33, -0.59], [0.85, -0.41]]]> : tensor<1x2x2xf32>],
    outputs = [dense<[[[0.12432634, -0.22228043], [0.16543612, -0.2173123]]]> : tensor<1x2x2xf32>,
    dense<[[[[-0.37170002, 0.4981], [1.0942, -0.8466]]]]> : tensor<1x1x2x2xf32>]} {
  %none = onnx.None() : () -> none
  %y:2 = onnx.ms.LinearAttention(%a0, %a1, %a2, %none, %none, %none) {kv_num_heads = 1 : si64, q_num_heads = 1 :
      si64, update_rule = "linear"} : (tensor<1x2x2xf32>, tensor<1x2x2xf32>, tensor<1x2x2xf32>, none, none, none) ->
      (tensor<1x2x2xf32>, tensor<1x1x2x2xf32>)
  return %y#0, %y#1 : tensor<1x2x2xf32>, tensor<1x1x2x2xf32>
}

// The state after each of the last three tokens, of which there are two.
func.func @linear_attention_states(%a0: tensor<1x2x2xf32>, %a1: tensor<1x2x2xf32>, %a2: tensor<1x2x3xf32>, %a3:
    tensor<3x1x1x2x3xf32>) -> (tensor<1x2x3xf32>, tensor<3x1x1x2x3xf32>) attributes {
    inputs = [dense<[[[0.28, 0.53], [-0.79, -0.63]]]> : tensor<1x2x2xf32>, dense<[[[-0.15, -0.28], [-0.37, -0.46]]]>
    : tensor<1x2x2xf32>, dense<[[[-0.28, 0.96, -0.08], [-0.08, -0.5, -0.62]]]> : tensor<1x2x3xf32>,
    dense<[[[[[-0.49, 0.77, 0.77], [-0.66, -0.21, 0.16]]]], [[[[0.11, -0.6, -0.88], [0.59, -0.74, -0.2]]]],
    [[[[0.52, 0.37, -0.18], [0.6, 0.99, -0.04]]]]]> : tensor<3x1x1x2x3xf32>],
    outputs = [dense<[[[0.36551198, 0.3150274, -0.039858196], [-0.6490816, -0.6533285, -0.15350863]]]> :
    tensor<1x2x3xf32>, dense<[[[[[0.0, 0.0, 0.0], [0.0, 0.0, 0.0]]]], [[[[0.562, 0.226, -0.16800001], [0.67840004,
    0.7212, -0.0176]]]], [[[[0.5916, 0.411, 0.061400004], [0.7152, 0.9512, 0.2676]]]]]> : tensor<3x1x1x2x3xf32>]} {
  %none = onnx.None() : () -> none
  %y:2 = onnx.ms.LinearAttention(%a0, %a1, %a2, %a3, %none, %none) {kv_num_heads = 1 : si64, q_num_heads = 1 :
      si64, state_window = 3 : si64, update_rule = "linear"} : (tensor<1x2x2xf32>, tensor<1x2x2xf32>,
      tensor<1x2x3xf32>, tensor<3x1x1x2x3xf32>, none, none) -> (tensor<1x2x3xf32>, tensor<3x1x1x2x3xf32>)
  return %y#0, %y#1 : tensor<1x2x3xf32>, tensor<3x1x1x2x3xf32>
}

func.func @linear_attention_gate(%a0: tensor<1x2x2xf32>, %a1: tensor<2xf32>, %a2: tensor<2xf32>, %a3:
    tensor<1x2x2xf32>) -> (tensor<1x2x2xf32>, tensor<1x2x2xf32>) attributes {
    inputs = [dense<[[[0.77, 0.04], [-0.22, 0.98]]]> : tensor<1x2x2xf32>, dense<[0.54, -0.73]> : tensor<2xf32>,
    dense<[0.08, -0.24]> : tensor<2xf32>, dense<[[[-0.01, 0.51], [-0.33, 0.2]]]> : tensor<1x2x2xf32>],
    outputs = [dense<[[[0.12391002, -0.09756366], [0.06927144, -0.19822545]]]> : tensor<1x2x2xf32>,
    dense<[[[0.49750003, 0.62480646], [0.41824064, 0.549834]]]> : tensor<1x2x2xf32>]} {
  %y:2 = onnx.ms.LinearAttentionGate(%a0, %a1, %a2, %a3) : (tensor<1x2x2xf32>, tensor<2xf32>, tensor<2xf32>,
      tensor<1x2x2xf32>) -> (tensor<1x2x2xf32>, tensor<1x2x2xf32>)
  return %y#0, %y#1 : tensor<1x2x2xf32>, tensor<1x2x2xf32>
}

func.func @gated_rms_norm(%a0: tensor<2x6xf32>, %a1: tensor<3xf32>, %a2: tensor<2x6xf32>) -> tensor<2x6xf32>
    attributes {
    inputs = [dense<[[-0.52, -0.11, 0.78, 0.47, -0.27, -0.44], [0.21, -0.05, 0.98, -0.41, 0.84, -0.53]]> :
    tensor<2x6xf32>, dense<[0.6, 0.73, -0.62]> : tensor<3xf32>, dense<[[-0.11, 0.42, -0.18, -0.79, 0.54, -0.03],
    [-0.63, -0.9, 0.04, -0.42, 0.63, -0.68]]> : tensor<2x6xf32>],
    outputs = [dense<[[0.029709185, -0.037286036, 0.07257749, -0.1720089, -0.16632365, -0.009969142], [-0.047542177,
    0.016364738, -0.021362238, 0.065951906, 0.40578645, -0.12095806]]> : tensor<2x6xf32>]} {
  %y = onnx.ms.GatedRMSNorm(%a0, %a1, %a2) {epsilon = 1.0e-03 : f32} : (tensor<2x6xf32>, tensor<3xf32>,
      tensor<2x6xf32>) -> tensor<2x6xf32>
  return %y : tensor<2x6xf32>
}

func.func @gated_add(%a0: tensor<2x3xf32>, %a1: tensor<2x3xf32>, %a2: tensor<2x1xf32>) -> tensor<2x3xf32>
    attributes {
    inputs = [dense<[[-0.97, 0.82, -0.16], [0.71, 0.14, 0.76]]> : tensor<2x3xf32>, dense<[[0.88, -0.83, -0.44],
    [-0.63, 0.91, 0.39]]> : tensor<2x3xf32>, dense<[[0.85], [0.97]]> : tensor<2x1xf32>],
    outputs = [dense<[[-0.222, 0.114499986, -0.53400004], [0.09889996, 1.0227001, 1.1383]]> : tensor<2x3xf32>]} {
  %y = onnx.ms.GatedAdd(%a0, %a1, %a2) : (tensor<2x3xf32>, tensor<2x3xf32>, tensor<2x1xf32>) -> tensor<2x3xf32>
  return %y : tensor<2x3xf32>
}

func.func @multi_rotary_sections(%a0: tensor<1x3x8xf32>, %a1: tensor<3x1x3xi64>, %a2: tensor<5x4xf32>, %a3:
    tensor<5x4xf32>) -> tensor<1x3x8xf32> attributes {
    inputs = [dense<[[[0.37, -0.78, -0.45, -0.59, -0.89, 0.63, 0.98, 0.74], [-0.99, -0.47, 0.89, -0.52, -0.53, 0.16,
    -0.85, -0.13], [0.14, -0.84, 0.52, 0.79, -0.8, -0.29, 0.61, 0.32]]]> : tensor<1x3x8xf32>, dense<[[[0, 2, 1]],
    [[3, 0, 4]], [[3, 3, 2]]]> : tensor<3x1x3xi64>, dense<[[0.56, 0.51, -0.34, -0.43], [0.24, -0.24, -0.93, 0.14],
    [0.66, 0.57, 0.91, -0.76], [0.74, 0.58, 0.25, 0.52], [-0.86, -0.41, 0.25, 0.84]]> : tensor<5x4xf32>,
    dense<[[0.87, -0.52, 0.89, 0.16], [-0.9, -0.67, -0.16, -0.09], [-0.45, -0.35, 0.46, 0.56], [0.26, 0.73, 0.29,
    -0.5], [-0.95, 0.64, -0.18, -0.43]]> : tensor<5x4xf32>],
    outputs = [dense<[[[0.98149997, -0.0702, -0.39669997, 0.06320003, -0.1765, 0.7269, 0.11450001, 0.6798],
    [-0.8919, -0.2119, 0.4539, -0.3354, 0.0957, 0.2557, 1.0811, 0.1924], [-0.6864, 0.007299993, 0.2398, -0.7796,
    -0.318, 0.6324, 0.058900002, 0.19920002]]]> : tensor<1x3x8xf32>]} {
  %y = onnx.ms.MRotaryEmbedding(%a0, %a1, %a2, %a3) {mrope_section = array<i64: 2, 1, 1>, num_heads = 1 : si64,
      rotary_embedding_dim = 8 : si64} : (tensor<1x3x8xf32>, tensor<3x1x3xi64>, tensor<5x4xf32>, tensor<5x4xf32>) ->
      tensor<1x3x8xf32>
  return %y : tensor<1x3x8xf32>
}

func.func @multi_rotary_by_turns(%a0: tensor<1x2x3x8xf32>, %a1: tensor<3x1x3xi64>, %a2: tensor<5x4xf32>, %a3:
    tensor<5x4xf32>) -> tensor<1x2x3x8xf32> attributes {
    inputs = [dense<[[[[-0.18, 0.71, 0.25, -0.57, 0.44, -0.77, 0.99, 0.66], [0.07, -0.48, -0.82, -0.49, -0.78,
    -0.73, -0.98, 0.82], [0.37, 0.33, -0.29, 0.03, 0.43, -0.4, 1.0, -0.23]], [[0.83, -0.6, 0.29, 0.24, 0.54, -0.28,
    0.16, -0.3], [0.56, -0.53, 0.41, 0.78, -0.64, -0.54, 0.15, 0.71], [-0.62, -0.19, 0.36, 0.76, 0.5, -0.31, -0.72,
    0.27]]]]> : tensor<1x2x3x8xf32>, dense<[[[0, 2, 1]], [[3, 0, 4]], [[3, 3, 2]]]> : tensor<3x1x3xi64>,
    dense<[[0.45, 0.22, 0.79, -0.14], [0.44, -0.12, 0.57, 0.64], [0.93, -0.97, 0.45, 0.42], [-0.42, -0.76, -0.31,
    0.3], [0.4, 0.83, -0.39, 0.29]]> : tensor<5x4xf32>, dense<[[-0.97, 0.93, -0.1, -0.62], [-0.39, 0.76, -0.39,
    -0.28], [-0.18, 0.95, 0.94, -0.89], [0.41, -0.76, -0.11, 0.85], [-0.33, -0.04, 0.0, -0.33]]> : tensor<5x4xf32>],
    outputs = [dense<[[[[0.6077, 0.49409997, -0.6232, 0.2432, -0.2211, 0.1903, 0.27060002, -0.7062], [-0.021300001,
    -0.459, 0.27530003, -0.8704, 0.16149999, 0.3121, 0.3182, 1.2166], [0.2915, 0.00090000266, -0.23949999, 0.0365,
    0.5695, 0.22420003, 0.57559997, -0.42720002]], [[-0.20850003, -1.0751001, -0.038000003, -0.40279996, -0.1982,
    0.027399998, -0.20840001, -0.057199992], [0.42540002, -0.5937, -0.63519996, 0.5529, 0.13899998, 0.2378, 0.6949,
    0.16469997], [-0.3469, 0.1582, 0.3292, 0.6164, 0.5164, 0.3305, -0.38520002, 0.37440002]]]]> :
    tensor<1x2x3x8xf32>]} {
  %y = onnx.ms.MRotaryEmbedding(%a0, %a1, %a2, %a3) {interleaved = 1 : si64, mrope_layout = 1 : si64,
      mrope_section = array<i64: 2, 1, 1>} : (tensor<1x2x3x8xf32>, tensor<3x1x3xi64>, tensor<5x4xf32>,
      tensor<5x4xf32>) -> tensor<1x2x3x8xf32>
  return %y : tensor<1x2x3x8xf32>
}

func.func @gemma_rotary(%a0: tensor<1x2x4xf32>, %a1: tensor<1x2x2x4xf32>, %a2: tensor<1x2x2x4xf32>, %a3:
    tensor<1x1x2x4xf32>, %a4: tensor<1x1x2x4xf32>) -> (tensor<1x2x2x4xf32>, tensor<1x1x2x4xf32>) attributes {
    inputs = [dense<[[[0.73, 0.94, -0.93, -0.39], [0.11, -0.21, 0.42, 0.45]]]> : tensor<1x2x4xf32>, dense<[[[[-0.86,
    0.69, -0.66, 0.52], [-0.1, -0.99, 0.02, 0.35]], [[-0.99, -0.09, -0.16, 0.41], [-0.97, 0.51, -0.37, -0.91]]]]> :
    tensor<1x2x2x4xf32>, dense<[[[[0.52, 0.6, -0.16, -0.17], [-0.81, -0.78, 0.54, -0.8]], [[-0.69, 0.28, -0.07,
    -0.6], [-0.5, -0.94, -0.33, 0.84]]]]> : tensor<1x2x2x4xf32>, dense<[[[[-0.82, 0.57, 0.03, 0.54], [0.45, -0.63,
    -0.33, 0.94]]]]> : tensor<1x1x2x4xf32>, dense<[[[[0.42, 0.4, -0.16, 0.13], [-0.95, -0.56, 0.93, -0.88]]]]> :
    tensor<1x1x2x4xf32>],
    outputs = [dense<[[[[-0.2940778, 0.8914886, -0.26631123, 0.5455847], [-0.18831603, -0.8056519, 0.23845242,
    -0.032815933]], [[-1.1978627, 0.17303535, -0.039540034, 0.6073258], [-1.0190266, 0.69474804, -0.47240388,
    -0.4540359]]]]> : tensor<1x2x2x4xf32>, dense<[[[[-0.3309578, 0.65920246, 0.1461942, 0.45002642], [0.34299085,
    -0.49942195, 0.07789785, 0.46365064]]]]> : tensor<1x1x2x4xf32>]} {
  %y:2 = onnx.ms.GemmaRotaryEmbedding(%a0, %a1, %a2, %a3, %a4) : (tensor<1x2x4xf32>, tensor<1x2x2x4xf32>,
      tensor<1x2x2x4xf32>, tensor<1x1x2x4xf32>, tensor<1x1x2x4xf32>) -> (tensor<1x2x2x4xf32>, tensor<1x1x2x4xf32>)
  return %y#0, %y#1 : tensor<1x2x2x4xf32>, tensor<1x1x2x4xf32>
}

func.func @rfft(%a0: tensor<2x6xf32>) -> tensor<2x4x2xf32> attributes {
    inputs = [dense<[[-0.15, 0.8, -0.33, -0.27, -0.55, -0.34], [0.36, 0.31, -0.07, -0.89, -0.2, -0.45]]> :
    tensor<2x6xf32>],
    outputs = [dense<[[[-0.84000003, 0.0], [0.79, -1.1777946], [-0.21000001, -0.7967434], [-1.22, 0.0]],
    [[-0.93999994, 0.0], [1.315, -0.7707626], [-0.325, -0.545596], [1.12, 0.0]]]> : tensor<2x4x2xf32>]} {
  %y = onnx.ms.Rfft(%a0) : (tensor<2x6xf32>) -> tensor<2x4x2xf32>
  return %y : tensor<2x4x2xf32>
}

func.func @irfft(%a0: tensor<2x4x2xf32>) -> tensor<2x6xf32> attributes {
    inputs = [dense<[[[-0.84000003, 0.0], [0.79, -1.1777946], [-0.21000001, -0.7967434], [-1.22, 0.0]],
    [[-0.93999994, 0.0], [1.315, -0.7707626], [-0.325, -0.545596], [1.12, 0.0]]]> : tensor<2x4x2xf32>],
    outputs = [dense<[[-0.15, 0.8, -0.33, -0.27, -0.55, -0.34], [0.36, 0.31, -0.07, -0.89, -0.2, -0.45]]> :
    tensor<2x6xf32>]} {
  %y = onnx.ms.Irfft(%a0) {signal_ndim = 1 : si64} : (tensor<2x4x2xf32>) -> tensor<2x6xf32>
  return %y : tensor<2x6xf32>
}
