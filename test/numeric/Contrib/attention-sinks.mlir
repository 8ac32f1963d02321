// SPDX-License-Identifier: Apache-2.0
// GroupQueryAttention with sinks, windows and normalised heads; DecoderMaskedMultiHeadAttention with beams; statistics of
// SkipLayerNormalization. Expected values follow from the operators' definitions; ONNX Runtime gives the same where it
// has the operator on a CPU.

func.func @sinks(%q: tensor<1x2x4xf32>, %k: tensor<1x2x2xf32>, %v: tensor<1x2x2xf32>, %len: tensor<1xi32>, %total:
    tensor<1xi32>, %sink: tensor<2xf32>) -> (tensor<1x2x4xf32>, tensor<1x1x2x2xf32>, tensor<1x1x2x2xf32>) attributes {
    inputs = [dense<[[[1.77, 0.05, 1.9, -1.68], [0.43, -0.49, 1.21, -1.3]]]> : tensor<1x2x4xf32>, dense<[[[1.49,
    0.18], [1.61, -0.09]]]> : tensor<1x2x2xf32>, dense<[[[-0.28, 1.16], [1.94, -0.52]]]> : tensor<1x2x2xf32>,
    dense<[1]> : tensor<1xi32>, dense<[2]> : tensor<1xi32>, dense<[1.88, 1.72]> : tensor<2xf32>],
    outputs = [dense<[[[-0.13938518, 0.57745284, -0.14475748, 0.5997095], [0.29353705, 0.086382225, 0.5808194,
    0.09888739]]]> : tensor<1x2x4xf32>, dense<[[[[1.49, 0.18], [1.61, -0.09]]]]> : tensor<1x1x2x2xf32>,
    dense<[[[[-0.28, 1.16], [1.94, -0.52]]]]> : tensor<1x1x2x2xf32>]} {
  %none = onnx.None() : () -> none
  %y:4 = onnx.ms.GroupQueryAttention(%q, %k, %v, %none, %none, %len, %total, %none, %none, %none, %none, %sink, %none, %none, %none, %none) {kv_num_heads = 1 : si64, num_heads = 2 : si64} : (tensor<1x2x4xf32>, tensor<1x2x2xf32>, tensor<1x2x2xf32>, none, none, tensor<1xi32>, tensor<1xi32>, none, none, none, none, tensor<2xf32>, none, none, none, none) -> (tensor<1x2x4xf32>, tensor<1x1x2x2xf32>, tensor<1x1x2x2xf32>, none)
  return %y#0, %y#1, %y#2 : tensor<1x2x4xf32>, tensor<1x1x2x2xf32>, tensor<1x1x2x2xf32>
}

func.func @sinks_behind_a_cache(%q: tensor<1x1x4xf32>, %k: tensor<1x1x2xf32>, %v: tensor<1x1x2xf32>, %pk:
    tensor<1x1x2x2xf32>, %pv: tensor<1x1x2x2xf32>, %len: tensor<1xi32>, %total: tensor<1xi32>, %sink: tensor<2xf32>)
    -> (tensor<1x1x4xf32>, tensor<1x1x3x2xf32>, tensor<1x1x3x2xf32>) attributes {
    inputs = [dense<[[[-1.29, 0.44, 0.82, 1.77]]]> : tensor<1x1x4xf32>, dense<[[[0.66, -1.47]]]> : tensor<1x1x2xf32>,
    dense<[[[-0.01, -0.03]]]> : tensor<1x1x2xf32>, dense<[[[[0.0, 1.83], [-0.6, -1.1]]]]> : tensor<1x1x2x2xf32>,
    dense<[[[[0.09, 0.56], [1.76, 0.33]]]]> : tensor<1x1x2x2xf32>, dense<[2]> : tensor<1xi32>, dense<[3]> :
    tensor<1xi32>, dense<[-0.93, 1.72]> : tensor<2xf32>],
    outputs = [dense<[[[0.6199613, 0.37053546, 0.0756222, 0.35175705]]]> : tensor<1x1x4xf32>, dense<[[[[0.0, 1.83],
    [-0.6, -1.1], [0.66, -1.47]]]]> : tensor<1x1x3x2xf32>, dense<[[[[0.09, 0.56], [1.76, 0.33], [-0.01, -0.03]]]]> :
    tensor<1x1x3x2xf32>]} {
  %none = onnx.None() : () -> none
  %y:4 = onnx.ms.GroupQueryAttention(%q, %k, %v, %pk, %pv, %len, %total, %none, %none, %none, %none, %sink, %none, %none, %none, %none) {kv_num_heads = 1 : si64, num_heads = 2 : si64} : (tensor<1x1x4xf32>, tensor<1x1x2xf32>, tensor<1x1x2xf32>, tensor<1x1x2x2xf32>, tensor<1x1x2x2xf32>, tensor<1xi32>, tensor<1xi32>, none, none, none, none, tensor<2xf32>, none, none, none, none) -> (tensor<1x1x4xf32>, tensor<1x1x3x2xf32>, tensor<1x1x3x2xf32>, none)
  return %y#0, %y#1, %y#2 : tensor<1x1x4xf32>, tensor<1x1x3x2xf32>, tensor<1x1x3x2xf32>
}

func.func @smooth(%q: tensor<1x2x4xf32>, %k: tensor<1x2x2xf32>, %v: tensor<1x2x2xf32>, %len: tensor<1xi32>, %total:
    tensor<1xi32>) -> (tensor<1x2x4xf32>, tensor<1x1x2x2xf32>, tensor<1x1x2x2xf32>) attributes {
    inputs = [dense<[[[-0.03, 0.7, -0.1, -1.13], [0.77, 1.08, -1.24, -0.16]]]> : tensor<1x2x4xf32>, dense<[[[-0.55,
    -1.32], [-1.11, 1.85]]]> : tensor<1x2x2xf32>, dense<[[[1.54, -0.47], [0.96, -1.83]]]> : tensor<1x2x2xf32>,
    dense<[1]> : tensor<1xi32>, dense<[2]> : tensor<1xi32>],
    outputs = [dense<[[[0.53108823, -0.16208537, 1.1535542, -0.35205874], [0.7315105, -1.2046968, 0.9860066,
    -0.9572525]]]> : tensor<1x2x4xf32>, dense<[[[[-0.55, -1.32], [-1.11, 1.85]]]]> : tensor<1x1x2x2xf32>,
    dense<[[[[1.54, -0.47], [0.96, -1.83]]]]> : tensor<1x1x2x2xf32>]} {
  %none = onnx.None() : () -> none
  %y:4 = onnx.ms.GroupQueryAttention(%q, %k, %v, %none, %none, %len, %total, %none, %none, %none, %none, %none, %none, %none, %none, %none) {kv_num_heads = 1 : si64, num_heads = 2 : si64, smooth_softmax = 1 : si64} : (tensor<1x2x4xf32>, tensor<1x2x2xf32>, tensor<1x2x2xf32>, none, none, tensor<1xi32>, tensor<1xi32>, none, none, none, none, none, none, none, none, none) -> (tensor<1x2x4xf32>, tensor<1x1x2x2xf32>, tensor<1x1x2x2xf32>, none)
  return %y#0, %y#1, %y#2 : tensor<1x2x4xf32>, tensor<1x1x2x2xf32>, tensor<1x1x2x2xf32>
}

func.func @window_sinks_cap(%q: tensor<1x4x4xf32>, %k: tensor<1x4x2xf32>, %v: tensor<1x4x2xf32>, %len: tensor<1xi32>,
    %total: tensor<1xi32>, %sink: tensor<2xf32>) -> (tensor<1x4x4xf32>, tensor<1x1x4x2xf32>, tensor<1x1x4x2xf32>)
    attributes {
    inputs = [dense<[[[1.66, 0.15, 1.28, -0.9], [-0.5, -0.61, 1.89, -0.28], [-0.0, 1.82, 1.61, -0.42], [-0.77, 1.23,
    -1.57, -0.43]]]> : tensor<1x4x4xf32>, dense<[[[1.51, 1.67], [-1.07, -1.69], [1.15, 0.49], [-1.05, 0.02]]]> :
    tensor<1x4x2xf32>, dense<[[[-1.71, 0.8], [0.11, 0.82], [-1.65, 0.58], [-0.52, -0.0]]]> : tensor<1x4x2xf32>,
    dense<[3]> : tensor<1xi32>, dense<[4]> : tensor<1xi32>, dense<[-0.66, 0.54]> : tensor<2xf32>],
    outputs = [dense<[[[-1.4974744, 0.7005728, -0.7528151, 0.3521942], [-0.096195064, 0.69473714, -1.043549,
    0.5507059], [-1.1439003, 0.4885217, -0.8848616, 0.40137565], [-0.73291165, 0.15395136, -0.40918177,
    0.040742822]]]> : tensor<1x4x4xf32>, dense<[[[[1.51, 1.67], [-1.07, -1.69], [1.15, 0.49], [-1.05, 0.02]]]]> :
    tensor<1x1x4x2xf32>, dense<[[[[-1.71, 0.8], [0.11, 0.82], [-1.65, 0.58], [-0.52, -0.0]]]]> : tensor<1x1x4x2xf32>]} {
  %none = onnx.None() : () -> none
  %y:4 = onnx.ms.GroupQueryAttention(%q, %k, %v, %none, %none, %len, %total, %none, %none, %none, %none, %sink, %none, %none, %none, %none) {kv_num_heads = 1 : si64, num_heads = 2 : si64, local_window_size = 2 : si64, softcap = 1.5 : f32} : (tensor<1x4x4xf32>, tensor<1x4x2xf32>, tensor<1x4x2xf32>, none, none, tensor<1xi32>, tensor<1xi32>, none, none, none, none, tensor<2xf32>, none, none, none, none) -> (tensor<1x4x4xf32>, tensor<1x1x4x2xf32>, tensor<1x1x4x2xf32>, none)
  return %y#0, %y#1, %y#2 : tensor<1x4x4xf32>, tensor<1x1x4x2xf32>, tensor<1x1x4x2xf32>
}

// Masked ones are 0.
func.func @scores(%q: tensor<1x2x4xf32>, %k: tensor<1x2x2xf32>, %v: tensor<1x2x2xf32>, %len: tensor<1xi32>, %total:
    tensor<1xi32>) -> (tensor<1x2x4xf32>, tensor<1x1x2x2xf32>, tensor<1x1x2x2xf32>, tensor<1x2x2x2xf32>) attributes {
    inputs = [dense<[[[0.27, 0.47, -1.75, -1.1], [-1.71, -0.47, -0.08, -1.55]]]> : tensor<1x2x4xf32>, dense<[[[0.67,
    -0.05], [0.0, 0.39]]]> : tensor<1x2x2xf32>, dense<[[[1.74, 0.36], [-1.63, -1.41]]]> : tensor<1x2x2xf32>,
    dense<[1]> : tensor<1xi32>, dense<[2]> : tensor<1xi32>],
    outputs = [dense<[[[1.74, 0.36, 1.74, 0.36], [-0.48466003, -0.8084416, 0.42332104, -0.33154947]]]> :
    tensor<1x2x4xf32>, dense<[[[[0.67, -0.05], [0.0, 0.39]]]]> : tensor<1x1x2x2xf32>, dense<[[[[1.74, 0.36], [-1.63,
    -1.41]]]]> : tensor<1x1x2x2xf32>, dense<[[[[0.11129861, 0.0], [-0.79351526, -0.12961267]], [[-0.7901918, 0.0],
    [0.01689985, -0.427446]]]]> : tensor<1x2x2x2xf32>]} {
  %none = onnx.None() : () -> none
  %y:4 = onnx.ms.GroupQueryAttention(%q, %k, %v, %none, %none, %len, %total, %none, %none, %none, %none, %none, %none, %none, %none, %none) {kv_num_heads = 1 : si64, num_heads = 2 : si64, qk_output = 1 : si64} : (tensor<1x2x4xf32>, tensor<1x2x2xf32>, tensor<1x2x2xf32>, none, none, tensor<1xi32>, tensor<1xi32>, none, none, none, none, none, none, none, none, none) -> (tensor<1x2x4xf32>, tensor<1x1x2x2xf32>, tensor<1x1x2x2xf32>, tensor<1x2x2x2xf32>)
  return %y#0, %y#1, %y#2, %y#3 : tensor<1x2x4xf32>, tensor<1x1x2x2xf32>, tensor<1x1x2x2xf32>, tensor<1x2x2x2xf32>
}

func.func @probabilities(%q: tensor<1x2x4xf32>, %k: tensor<1x2x2xf32>, %v: tensor<1x2x2xf32>, %len: tensor<1xi32>,
    %total: tensor<1xi32>, %sink: tensor<2xf32>) -> (tensor<1x2x4xf32>, tensor<1x1x2x2xf32>, tensor<1x1x2x2xf32>,
    tensor<1x2x2x2xf32>) attributes {
    inputs = [dense<[[[0.78, -0.71, 1.02, 0.04], [-0.48, 0.96, -1.27, -0.86]]]> : tensor<1x2x4xf32>, dense<[[[-0.83,
    -0.34], [1.63, 1.25]]]> : tensor<1x2x2xf32>, dense<[[[1.29, 0.52], [-1.97, -0.86]]]> : tensor<1x2x2xf32>,
    dense<[1]> : tensor<1xi32>, dense<[2]> : tensor<1xi32>, dense<[0.01, 1.59]> : tensor<2xf32>],
    outputs = [dense<[[[0.5498885, 0.22166047, 0.12888062, 0.051951874], [-0.37857378, -0.17859617, 0.4116094,
    0.16498251]]]> : tensor<1x2x4xf32>, dense<[[[[-0.83, -0.34], [1.63, 1.25]]]]> : tensor<1x1x2x2xf32>,
    dense<[[[[1.29, 0.52], [-1.97, -0.86]]]]> : tensor<1x1x2x2xf32>, dense<[[[[0.42627016, 0.0], [0.308953,
    0.39447874]], [[0.09990746, 0.0], [0.34080645, 0.014228884]]]]> : tensor<1x2x2x2xf32>]} {
  %none = onnx.None() : () -> none
  %y:4 = onnx.ms.GroupQueryAttention(%q, %k, %v, %none, %none, %len, %total, %none, %none, %none, %none, %sink, %none, %none, %none, %none) {kv_num_heads = 1 : si64, num_heads = 2 : si64, qk_output = 2 : si64} : (tensor<1x2x4xf32>, tensor<1x2x2xf32>, tensor<1x2x2xf32>, none, none, tensor<1xi32>, tensor<1xi32>, none, none, none, none, tensor<2xf32>, none, none, none, none) -> (tensor<1x2x4xf32>, tensor<1x1x2x2xf32>, tensor<1x1x2x2xf32>, tensor<1x2x2x2xf32>)
  return %y#0, %y#1, %y#2, %y#3 : tensor<1x2x4xf32>, tensor<1x1x2x2xf32>, tensor<1x1x2x2xf32>, tensor<1x2x2x2xf32>
}

func.func @normalised_heads(%q: tensor<1x2x4xf32>, %k: tensor<1x2x2xf32>, %v: tensor<1x2x2xf32>, %pk:
    tensor<1x1x1x2xf32>, %pv: tensor<1x1x1x2xf32>, %len: tensor<1xi32>, %total: tensor<1xi32>, %qn: tensor<2xf32>,
    %kn: tensor<2xf32>) -> (tensor<1x2x4xf32>, tensor<1x1x3x2xf32>, tensor<1x1x3x2xf32>) attributes {
    inputs = [dense<[[[-0.54, 0.2, 1.39, -0.63], [0.99, 0.38, 0.1, 0.52]]]> : tensor<1x2x4xf32>, dense<[[[-0.06,
    -1.55], [1.59, 1.88]]]> : tensor<1x2x2xf32>, dense<[[[1.33, -0.58], [0.54, 1.08]]]> : tensor<1x2x2xf32>,
    dense<[[[[-1.75, 1.16]]]]> : tensor<1x1x1x2xf32>, dense<[[[[-1.66, 1.76]]]]> : tensor<1x1x1x2xf32>, dense<[2]> :
    tensor<1xi32>, dense<[3]> : tensor<1xi32>, dense<[-1.03, 1.85]> : tensor<2xf32>, dense<[-1.07, 0.14]> :
    tensor<2xf32>],
    outputs = [dense<[[[0.449905, 0.108770035, -0.64095974, 0.96249026], [-1.0899956, 1.5069314, -1.2580267,
    1.5651711]]]> : tensor<1x2x4xf32>, dense<[[[[-1.75, 1.16], [0.058531955, -0.19784164], [-0.9771697,
    0.15117325]]]]> : tensor<1x1x3x2xf32>, dense<[[[[-1.66, 1.76], [1.33, -0.58], [0.54, 1.08]]]]> :
    tensor<1x1x3x2xf32>]} {
  %none = onnx.None() : () -> none
  %y:4 = onnx.ms.GroupQueryAttention(%q, %k, %v, %pk, %pv, %len, %total, %none, %none, %none, %none, %none, %none, %none, %qn, %kn) {kv_num_heads = 1 : si64, num_heads = 2 : si64} : (tensor<1x2x4xf32>, tensor<1x2x2xf32>, tensor<1x2x2xf32>, tensor<1x1x1x2xf32>, tensor<1x1x1x2xf32>, tensor<1xi32>, tensor<1xi32>, none, none, none, none, none, none, none, tensor<2xf32>, tensor<2xf32>) -> (tensor<1x2x4xf32>, tensor<1x1x3x2xf32>, tensor<1x1x3x2xf32>, none)
  return %y#0, %y#1, %y#2 : tensor<1x2x4xf32>, tensor<1x1x3x2xf32>, tensor<1x1x3x2xf32>
}

// What each beam has seen is in the caches that cache_indirection tells.
func.func @beams(%q: tensor<2x1x2xf32>, %k: tensor<2x1x2xf32>, %v: tensor<2x1x2xf32>, %pk: tensor<2x1x4x2xf32>, %pv:
    tensor<2x1x4x2xf32>, %n: tensor<1xi32>, %w: tensor<1xi32>, %beams: tensor<1x2x4xi32>) -> (tensor<2x1x2xf32>,
    tensor<2x1x4x2xf32>, tensor<2x1x4x2xf32>) attributes {
    inputs = [dense<[[[1.33, 1.95]], [[0.82, 1.34]]]> : tensor<2x1x2xf32>, dense<[[[-0.43, 1.0]], [[-0.46, 1.72]]]> :
    tensor<2x1x2xf32>, dense<[[[1.09, -0.48]], [[1.14, -1.73]]]> : tensor<2x1x2xf32>, dense<[[[[1.7, 0.77], [-0.69,
    0.59], [1.14, 0.51], [1.55, -0.34]]], [[[-0.72, -0.52], [-0.87, -0.08], [1.03, 1.5], [0.53, 1.14]]]]> :
    tensor<2x1x4x2xf32>, dense<[[[[1.88, 0.64], [-1.66, 0.5], [-1.92, 0.71], [1.99, -0.05]]], [[[1.73, -1.92], [1.86,
    -1.33], [1.36, -0.81], [-0.43, -1.47]]]]> : tensor<2x1x4x2xf32>, dense<[2]> : tensor<1xi32>, dense<[2]> :
    tensor<1xi32>, dense<[[[1, 0, 0, 0], [1, 1, 0, 0]]]> : tensor<1x2x4xi32>],
    outputs = [dense<[[[0.3336763, -0.28421327]], [[1.2715085, -1.6997265]]]> : tensor<2x1x2xf32>, dense<[[[[1.7,
    0.77], [-0.69, 0.59], [-0.43, 1.0], [1.55, -0.34]]], [[[-0.72, -0.52], [-0.87, -0.08], [-0.46, 1.72], [0.53,
    1.14]]]]> : tensor<2x1x4x2xf32>, dense<[[[[1.88, 0.64], [-1.66, 0.5], [1.09, -0.48], [1.99, -0.05]]], [[[1.73,
    -1.92], [1.86, -1.33], [1.14, -1.73], [-0.43, -1.47]]]]> : tensor<2x1x4x2xf32>]} {
  %none = onnx.None() : () -> none
  %y:4 = onnx.ms.DecoderMaskedMultiHeadAttention(%q, %k, %v, %none, %none, %pk, %pv, %n, %w, %beams, %none) {num_heads = 1 : si64, past_present_share_buffer = 1 : si64} : (tensor<2x1x2xf32>, tensor<2x1x2xf32>, tensor<2x1x2xf32>, none, none, tensor<2x1x4x2xf32>, tensor<2x1x4x2xf32>, tensor<1xi32>, tensor<1xi32>, tensor<1x2x4xi32>, none) -> (tensor<2x1x2xf32>, tensor<2x1x4x2xf32>, tensor<2x1x4x2xf32>, none)
  return %y#0, %y#1, %y#2 : tensor<2x1x2xf32>, tensor<2x1x4x2xf32>, tensor<2x1x4x2xf32>
}

func.func @skip_layer_norm_statistics(%x: tensor<2x2x3xf32>, %s: tensor<2x2x3xf32>, %g: tensor<3xf32>, %b:
    tensor<3xf32>, %c: tensor<3xf32>) -> (tensor<2x2x3xf32>, tensor<2x2x1xf32>, tensor<2x2x1xf32>, tensor<2x2x3xf32>)
    attributes {
    inputs = [dense<[[[-1.85, 1.01, 0.98], [-1.51, 0.49, -0.97]], [[1.59, -1.46, 0.35], [1.56, 0.15, 0.68]]]> :
    tensor<2x2x3xf32>, dense<[[[1.24, 0.83, 1.3], [-1.1, 1.64, 0.02]], [[1.66, 0.79, 0.94], [1.8, -1.58, 1.48]]]> :
    tensor<2x2x3xf32>, dense<[-0.83, 1.29, -1.1]> : tensor<3xf32>, dense<[-0.13, -1.44, 1.22]> : tensor<3xf32>,
    dense<[-0.83, -0.11, 1.18]> : tensor<3xf32>],
    outputs = [dense<[[[0.9703895, -1.1348264, 0.021878013], [0.98146015, -0.068257056, 0.9166839]], [[-0.703197,
    -3.264167, 0.42416734], [-0.5523921, -3.2423244, 0.24293119]]]> : tensor<2x2x3xf32>, dense<[[[1.25],
    [-0.39666665]], [[1.3699999], [1.4433334]]]> : tensor<2x2x1xf32>, dense<[[[0.49285147], [0.44001377]],
    [[0.65771306], [0.4683186]]]> : tensor<2x2x1xf32>, dense<[[[-1.44, 1.7299999, 3.46], [-3.44, 2.0200002,
    0.2299999]], [[2.42, -0.78000003, 2.4699998], [2.53, -1.5400001, 3.3400002]]]> : tensor<2x2x3xf32>]} {
  %y:4 = onnx.ms.SkipLayerNormalization(%x, %s, %g, %b, %c) {epsilon = 1.0e-05 : f32} : (tensor<2x2x3xf32>, tensor<2x2x3xf32>, tensor<3xf32>, tensor<3xf32>, tensor<3xf32>) -> (tensor<2x2x3xf32>, tensor<2x2x1xf32>, tensor<2x2x1xf32>, tensor<2x2x3xf32>)
  return %y#0, %y#1, %y#2, %y#3 : tensor<2x2x3xf32>, tensor<2x2x1xf32>, tensor<2x2x1xf32>, tensor<2x2x3xf32>
}

func.func @skip_rms_norm_statistics(%x: tensor<2x2x3xf32>, %s: tensor<2x2x3xf32>, %g: tensor<3xf32>, %c:
    tensor<3xf32>) -> (tensor<2x2x3xf32>, tensor<2x2x1xf32>) attributes {
    inputs = [dense<[[[-1.85, 1.01, 0.98], [-1.51, 0.49, -0.97]], [[1.59, -1.46, 0.35], [1.56, 0.15, 0.68]]]> :
    tensor<2x2x3xf32>, dense<[[[1.24, 0.83, 1.3], [-1.1, 1.64, 0.02]], [[1.66, 0.79, 0.94], [1.8, -1.58, 1.48]]]> :
    tensor<2x2x3xf32>, dense<[-0.83, 1.29, -1.1]> : tensor<3xf32>, dense<[-0.83, -0.11, 1.18]> : tensor<3xf32>],
    outputs = [dense<[[[0.5015223, 0.9364518, -1.5970498], [1.2376175, 1.1295124, -0.10966556]], [[-0.9814321,
    -0.49164438, -1.3275669], [-0.81475294, -0.770793, -1.4254977]]]> : tensor<2x2x3xf32>, dense<[[[0.4196137],
    [0.43346086]], [[0.48861498], [0.38799608]]]> : tensor<2x2x1xf32>]} {
  %y:4 = onnx.ms.SkipSimplifiedLayerNormalization(%x, %s, %g, %c) {epsilon = 1.0e-05 : f32} : (tensor<2x2x3xf32>, tensor<2x2x3xf32>, tensor<3xf32>, tensor<3xf32>) -> (tensor<2x2x3xf32>, none, tensor<2x2x1xf32>, none)
  return %y#0, %y#2 : tensor<2x2x3xf32>, tensor<2x2x1xf32>
}

func.func @nbits_group_index(%a: tensor<1x8xf32>, %b: tensor<2x2x2xui8>, %s: tensor<4xf32>, %g: tensor<8xi32>) ->
    tensor<1x2xf32> attributes {
    inputs = [dense<[[-0.51, 1.54, 0.04, 1.77, 1.09, 1.97, 0.85, -0.75]]> : tensor<1x8xf32>, dense<[[[132, 240], [234,
    71]], [[64, 64], [161, 63]]]> : tensor<2x2x2xui8>, dense<[0.82, -0.72, 1.35, -1.01]> : tensor<4xf32>, dense<[1, 0,
    0, 1, 1, 1, 0, 0]> : tensor<8xi32>],
    outputs = [dense<[[-18.969002, 11.103901]]> : tensor<1x2xf32>]} {
  %none = onnx.None() : () -> none
  %y = onnx.ms.MatMulNBits(%a, %b, %s, %none, %g, %none) {K = 8 : si64, N = 2 : si64, bits = 4 : si64, block_size = 4 : si64} : (tensor<1x8xf32>, tensor<2x2x2xui8>, tensor<4xf32>, none, tensor<8xi32>, none) -> tensor<1x2xf32>
  return %y : tensor<1x2xf32>
}
