// SPDX-License-Identifier: Apache-2.0
// Parts of diffusion and language models; expected values follow from the operators' definitions.

func.func @bias_add(%x: tensor<1x3x4xf32>, %b: tensor<4xf32>, %s: tensor<1x3x4xf32>) -> tensor<1x3x4xf32> attributes {
    inputs = [dense<[[[-0.95, -0.81, 1.26, -1.63], [0.4, 0.91, -1.25, -1.78], [-0.9, 0.63, 0.25, -1.4]]]> :
    tensor<1x3x4xf32>, dense<[-0.27, 0.68, -0.31, 0.53]> : tensor<4xf32>, dense<[[[1.87, 0.73, -0.43, -1.25], [-0.62,
    0.04, 1.56, 1.1], [-0.73, 1.7, -0.12, 0.78]]]> : tensor<1x3x4xf32>],
    outputs = [dense<[[[0.65, 0.6, 0.52, -2.35], [-0.49, 1.63, 0.0, -0.14999998], [-1.9, 3.01, -0.18, -0.09000003]]]>
    : tensor<1x3x4xf32>]} {
  %y = onnx.ms.BiasAdd(%x, %b, %s) : (tensor<1x3x4xf32>, tensor<4xf32>, tensor<1x3x4xf32>) -> tensor<1x3x4xf32>
  return %y : tensor<1x3x4xf32>
}

func.func @bias_split_gelu(%x: tensor<1x2x6xf32>, %b: tensor<6xf32>) -> tensor<1x2x3xf32> attributes {
    inputs = [dense<[[[-1.57, -1.58, -1.19, 1.54, 0.72, 1.4], [0.58, -0.37, 0.07, 0.37, 1.45, -0.25]]]> :
    tensor<1x2x6xf32>, dense<[1.57, 0.45, 1.32, -0.01, 0.77, -0.64]> : tensor<6xf32>],
    outputs = [dense<[[[0.0, -1.5690198, 0.07670562], [0.49580622, 0.17525397, -0.23100734]]]> : tensor<1x2x3xf32>]} {
  %y = onnx.ms.BiasSplitGelu(%x, %b) : (tensor<1x2x6xf32>, tensor<6xf32>) -> tensor<1x2x3xf32>
  return %y : tensor<1x2x3xf32>
}

// All dimensions from the first on are one row.
func.func @bias_softmax(%x: tensor<2x2x3xf32>, %b: tensor<1x2x3xf32>) -> tensor<2x2x3xf32> attributes {
    inputs = [dense<[[[0.09, -1.14, -1.6], [-1.85, 0.81, -0.17]], [[1.59, 1.34, -0.46], [1.89, 0.37, 1.06]]]> :
    tensor<2x2x3xf32>, dense<[[[-0.37, -1.22, -1.31], [-1.28, 0.42, -1.55]]]> : tensor<1x2x3xf32>],
    outputs = [dense<[[[0.16615404, 0.020757657, 0.011976129], [0.009611066, 0.7521346, 0.039366506]], [[0.3625968,
    0.12069799, 0.018234063], [0.19701728, 0.2358725, 0.06558136]]]> : tensor<2x2x3xf32>]} {
  %y = onnx.ms.BiasSoftmax(%x, %b) {axis = 1 : si64, is_inner_broadcast = 0 : si64} : (tensor<2x2x3xf32>, tensor<1x2x3xf32>) -> tensor<2x2x3xf32>
  return %y : tensor<2x2x3xf32>
}

func.func @gemm_fast_gelu(%x: tensor<2x3xf32>, %w: tensor<3x2xf32>, %b: tensor<2xf32>) -> tensor<2x2xf32> attributes {
    inputs = [dense<[[-1.92, 1.33, -1.6], [-0.2, -0.05, 0.48]]> : tensor<2x3xf32>, dense<[[0.02, 1.75], [1.0, 0.3],
    [0.47, 0.03]]> : tensor<3x2xf32>, dense<[1.86, -1.09]> : tensor<2xf32>],
    outputs = [dense<[[2.3803048, -0.000043420765], [1.9888645, -0.10805597]]> : tensor<2x2xf32>]} {
  %y = onnx.ms.GemmFastGelu(%x, %w, %b) : (tensor<2x3xf32>, tensor<3x2xf32>, tensor<2xf32>) -> tensor<2x2xf32>
  return %y : tensor<2x2xf32>
}

func.func @group_norm_silu(%x: tensor<1x2x2x4xf32>, %g: tensor<4xf32>, %b: tensor<4xf32>) -> tensor<1x2x2x4xf32>
    attributes {
    inputs = [dense<[[[[0.76, 0.22, -1.83, -0.82], [1.71, 1.14, -1.95, -0.81]], [[-1.96, 1.31, -1.56, -1.77], [1.93,
    -0.22, -0.73, -1.8]]]]> : tensor<1x2x2x4xf32>, dense<[-0.44, -0.54, 0.09, -1.97]> : tensor<4xf32>, dense<[-1.41,
    -1.16, -0.24, -0.79]> : tensor<4xf32>],
    outputs = [dense<[[[[-0.27497405, -0.26754147, -0.13356324, -0.12997003], [-0.25386906, -0.27690825, -0.14099158,
    -0.12667006]], [[-0.17619312, -0.27447003, -0.116012126, 0.43038493], [-0.24715674, -0.24524137, -0.054656774,
    0.52977073]]]]> : tensor<1x2x2x4xf32>]} {
  %y = onnx.ms.GroupNorm(%x, %g, %b) {activation = 1 : si64, groups = 2 : si64} : (tensor<1x2x2x4xf32>, tensor<4xf32>, tensor<4xf32>) -> tensor<1x2x2x4xf32>
  return %y : tensor<1x2x2x4xf32>
}

func.func @group_norm_channels_first(%x: tensor<1x4x2x2xf32>, %g: tensor<4xf32>, %b: tensor<4xf32>) ->
    tensor<1x4x2x2xf32> attributes {
    inputs = [dense<[[[[0.76, 1.71], [-1.96, 1.93]], [[0.22, 1.14], [1.31, -0.22]], [[-1.83, -1.95], [-1.56, -0.73]],
    [[-0.82, -0.81], [-1.77, -1.8]]]]> : tensor<1x4x2x2xf32>, dense<[-0.44, -0.54, 0.09, -1.97]> : tensor<4xf32>,
    dense<[-1.41, -1.16, -0.24, -0.79]> : tensor<4xf32>],
    outputs = [dense<[[[[-1.465316, -1.8185955], [-0.45382136, -1.9004076]], [[-0.9814375, -1.401316], [-1.4789022,
    -0.78062606]], [[-0.31677744, -0.33864877], [-0.26756695, -0.11629037]], [[-3.1388123, -3.1787071], [0.65120316,
    0.77088773]]]]> : tensor<1x4x2x2xf32>]} {
  %y = onnx.ms.GroupNorm(%x, %g, %b) {channels_last = 0 : si64, epsilon = 1.0e-03 : f32, groups = 2 : si64} : (tensor<1x4x2x2xf32>, tensor<4xf32>, tensor<4xf32>) -> tensor<1x4x2x2xf32>
  return %y : tensor<1x4x2x2xf32>
}

func.func @skip_group_norm(%x: tensor<1x2x2x4xf32>, %g: tensor<4xf32>, %b: tensor<4xf32>, %s: tensor<1x2x2x4xf32>, %c:
    tensor<4xf32>) -> (tensor<1x2x2x4xf32>, tensor<1x2x2x4xf32>) attributes {
    inputs = [dense<[[[[0.76, 0.22, -1.83, -0.82], [1.71, 1.14, -1.95, -0.81]], [[-1.96, 1.31, -1.56, -1.77], [1.93,
    -0.22, -0.73, -1.8]]]]> : tensor<1x2x2x4xf32>, dense<[-0.44, -0.54, 0.09, -1.97]> : tensor<4xf32>, dense<[-1.41,
    -1.16, -0.24, -0.79]> : tensor<4xf32>, dense<[[[[0.45, -0.86, 1.64, 1.85], [-1.76, -1.16, 0.25, 1.08]], [[-1.74,
    -1.26, -0.17, 0.67], [1.61, 1.47, 1.18, -1.79]]]]> : tensor<1x2x2x4xf32>, dense<[0.48, -0.46, -0.21, 1.22]> :
    tensor<4xf32>],
    outputs = [dense<[[[[-1.7374153, -0.8017602, -0.24486887, -4.006035], [-1.4577249, -0.97066414, -0.331363,
    -3.0531359]], [[-0.64751077, -0.9897339, -0.33308142, -1.3354096], [-2.2546206, -1.3166448, -0.20820911,
    1.7865893]]]]> : tensor<1x2x2x4xf32>, dense<[[[[1.69, -1.1, -0.40000004, 2.25], [0.43000004, -0.48, -1.9100001,
    1.49]], [[-3.22, -0.41000006, -1.9399999, 0.120000124], [4.02, 0.78999996, 0.23999994, -2.37]]]]> :
    tensor<1x2x2x4xf32>]} {
  %y:2 = onnx.ms.SkipGroupNorm(%x, %g, %b, %s, %c) {groups = 2 : si64} : (tensor<1x2x2x4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<1x2x2x4xf32>, tensor<4xf32>) -> (tensor<1x2x2x4xf32>, tensor<1x2x2x4xf32>)
  return %y#0, %y#1 : tensor<1x2x2x4xf32>, tensor<1x2x2x4xf32>
}

func.func @skip_group_norm_by_channel(%x: tensor<1x2x2x4xf32>, %g: tensor<4xf32>, %b: tensor<4xf32>, %s:
    tensor<1x4xf32>, %c: tensor<4xf32>) -> (tensor<1x2x2x4xf32>, tensor<1x2x2x4xf32>) attributes {
    inputs = [dense<[[[[0.76, 0.22, -1.83, -0.82], [1.71, 1.14, -1.95, -0.81]], [[-1.96, 1.31, -1.56, -1.77], [1.93,
    -0.22, -0.73, -1.8]]]]> : tensor<1x2x2x4xf32>, dense<[-0.44, -0.54, 0.09, -1.97]> : tensor<4xf32>, dense<[-1.41,
    -1.16, -0.24, -0.79]> : tensor<4xf32>, dense<[[1.91, 0.46, -1.66, -0.98]]> : tensor<1x4xf32>, dense<[1.3, 0.19,
    1.17, -0.38]> : tensor<4xf32>],
    outputs = [dense<[[[[-1.7709017, -0.6418981, -0.23786975, -1.3114007], [-2.0108712, -0.92710596, -0.2564612,
    -1.345312]], [[-1.0838307, -0.9798075, -0.19603889, 1.91026], [-2.0664432, -0.5054943, -0.06744795, 2.0119958]]]]>
    : tensor<1x2x2x4xf32>, dense<[[[[3.97, 0.87, -2.3200002, -2.1799998], [4.92, 1.79, -2.44, -2.17]], [[1.2499999,
    1.96, -2.0499997, -3.13], [5.14, 0.43, -1.2199999, -3.1599998]]]]> : tensor<1x2x2x4xf32>]} {
  %y:2 = onnx.ms.SkipGroupNorm(%x, %g, %b, %s, %c) {groups = 2 : si64} : (tensor<1x2x2x4xf32>, tensor<4xf32>, tensor<4xf32>, tensor<1x4xf32>, tensor<4xf32>) -> (tensor<1x2x2x4xf32>, tensor<1x2x2x4xf32>)
  return %y#0, %y#1 : tensor<1x2x2x4xf32>, tensor<1x2x2x4xf32>
}

func.func @nhwc_max_pool(%x: tensor<1x3x4x2xui8>) -> tensor<1x3x2x2xui8> attributes {
    inputs = [dense<[[[[211, 248], [96, 154], [11, 246], [206, 11]], [[96, 225], [161, 142], [29, 181], [159, 49]],
    [[122, 139], [142, 73], [129, 26], [149, 0]]]]> : tensor<1x3x4x2xui8>],
    outputs = [dense<[[[[211, 248], [206, 246]], [[211, 248], [206, 246]], [[161, 225], [159, 181]]]]> :
    tensor<1x3x2x2xui8>]} {
  %y = onnx.ms.NhwcMaxPool(%x) {kernel_shape = array<i64: 2, 2>, pads = array<i64: 1, 0, 0, 0>, strides = array<i64: 1, 2>} : (tensor<1x3x4x2xui8>) -> tensor<1x3x2x2xui8>
  return %y : tensor<1x3x2x2xui8>
}

func.func @relative_positions(%t: tensor<8x2xf32>, %q: tensor<1xi64>, %k: tensor<1xi64>) -> tensor<1x2x4x6xf32>
    attributes {
    inputs = [dense<[[1.63, 0.68], [-1.18, -0.97], [-0.14, 1.27], [-1.53, 1.87], [1.78, -1.02], [0.56, -0.56], [0.79,
    -1.65], [-0.12, 0.35]]> : tensor<8x2xf32>, dense<[4]> : tensor<1xi64>, dense<[6]> : tensor<1xi64>],
    outputs = [dense<[[[[1.63, 1.63, 1.63, 1.63, 1.63, 1.63], [-1.18, 1.63, 1.63, 1.63, 1.63, 1.63], [-0.14, -1.18,
    1.63, 1.63, 1.63, 1.63], [-1.53, -0.14, -1.18, 1.63, 1.63, 1.63]], [[0.68, 0.68, 0.68, 0.68, 0.68, 0.68], [-0.97,
    0.68, 0.68, 0.68, 0.68, 0.68], [1.27, -0.97, 0.68, 0.68, 0.68, 0.68], [1.87, 1.27, -0.97, 0.68, 0.68, 0.68]]]]> :
    tensor<1x2x4x6xf32>]} {
  %y = onnx.ms.RelativePositionBias(%t, %q, %k) {is_bidirectional = 0 : si64, max_distance = 10 : si64} : (tensor<8x2xf32>, tensor<1xi64>, tensor<1xi64>) -> !onnx.unknown
  %z = onnx.Identity(%y) : (!onnx.unknown) -> tensor<1x2x4x6xf32>
  return %z : tensor<1x2x4x6xf32>
}

func.func @relative_positions_both_ways(%t: tensor<8x2xf32>, %q: tensor<1xi64>, %k: tensor<1xi64>) ->
    tensor<1x2x4x6xf32> attributes {
    inputs = [dense<[[0.51, 0.77], [1.57, -1.03], [-1.39, -0.44], [0.28, 1.84], [0.84, 0.95], [1.89, -0.93], [-0.96,
    -0.31], [-0.82, 0.6]]> : tensor<8x2xf32>, dense<[4]> : tensor<1xi64>, dense<[6]> : tensor<1xi64>],
    outputs = [dense<[[[[0.51, 1.89, -0.96, -0.96, -0.82, -0.82], [1.57, 0.51, 1.89, -0.96, -0.96, -0.82], [-1.39,
    1.57, 0.51, 1.89, -0.96, -0.96], [-1.39, -1.39, 1.57, 0.51, 1.89, -0.96]], [[0.77, -0.93, -0.31, -0.31, 0.6, 0.6],
    [-1.03, 0.77, -0.93, -0.31, -0.31, 0.6], [-0.44, -1.03, 0.77, -0.93, -0.31, -0.31], [-0.44, -0.44, -1.03, 0.77,
    -0.93, -0.31]]]]> : tensor<1x2x4x6xf32>]} {
  %y = onnx.ms.RelativePositionBias(%t, %q, %k) {is_bidirectional = 1 : si64, max_distance = 7 : si64} : (tensor<8x2xf32>, tensor<1xi64>, tensor<1xi64>) -> !onnx.unknown
  %z = onnx.Identity(%y) : (!onnx.unknown) -> tensor<1x2x4x6xf32>
  return %z : tensor<1x2x4x6xf32>
}

func.func @gated_relative_positions(%q: tensor<1x3x4xf32>, %c: tensor<4xf32>, %r: tensor<1x2x3x3xf32>, %w:
    tensor<2x4xf32>, %b: tensor<4xf32>, %e: tensor<1x2x1x1xf32>) -> tensor<1x2x3x3xf32> attributes {
    inputs = [dense<[[[1.81, -1.39, 0.07, 0.71], [-0.03, 1.65, 0.95, 1.53], [-1.55, -1.22, -1.74, 1.32]]]> :
    tensor<1x3x4xf32>, dense<[1.85, -1.94, 1.16, 0.91]> : tensor<4xf32>, dense<[[[[1.63, -0.92, 0.86], [-1.05, -1.7,
    0.98], [-1.83, 0.8, -0.87]], [[-0.05, 1.57, -1.03], [-0.13, -0.58, -1.24], [-0.11, -1.27, 1.2]]]]> :
    tensor<1x2x3x3xf32>, dense<[[0.46, -0.87, 1.89, -0.62], [0.69, 0.93, -0.94, -1.95]]> : tensor<2x4xf32>,
    dense<[1.57, 1.83, -1.32, -1.39]> : tensor<4xf32>, dense<[[[[-0.27]], [[0.39]]]]> : tensor<1x2x1x1xf32>],
    outputs = [dense<[[[[3.1990376, -1.8055917, 1.6878358], [-1.0012957, -1.6211455, 0.9345427], [-3.3421583,
    1.4610528, -1.588895]], [[-0.050256386, 1.5780506, -1.0352815], [-0.13024005, -0.581071, -1.2422898],
    [-0.110080205, -1.270926, 1.2008749]]]]> : tensor<1x2x3x3xf32>]} {
  %none = onnx.None() : () -> none
  %y = onnx.ms.GatedRelativePositionBias(%q, %c, %r, %w, %b, %e, %none) {num_heads = 2 : si64} : (tensor<1x3x4xf32>, tensor<4xf32>, tensor<1x2x3x3xf32>, tensor<2x4xf32>, tensor<4xf32>, tensor<1x2x1x1xf32>, none) -> tensor<1x2x3x3xf32>
  return %y : tensor<1x2x3x3xf32>
}

func.func @unfold(%x: tensor<2x5x2xf32>) -> tensor<2x2x2x3xf32> attributes {
    inputs = [dense<[[[1.96, 1.85], [1.95, -1.02], [0.4, -0.26], [-1.07, -1.74], [-1.33, -0.57]], [[-1.65, -1.4],
    [-1.82, 0.49], [-0.03, -1.03], [0.11, -0.3], [0.64, 1.73]]]> : tensor<2x5x2xf32>],
    outputs = [dense<[[[[1.96, 1.95, 0.4], [1.85, -1.02, -0.26]], [[0.4, -1.07, -1.33], [-0.26, -1.74, -0.57]]],
    [[[-1.65, -1.82, -0.03], [-1.4, 0.49, -1.03]], [[-0.03, 0.11, 0.64], [-1.03, -0.3, 1.73]]]]> :
    tensor<2x2x2x3xf32>]} {
  %y = onnx.ms.UnfoldTensor(%x) {dim = 1 : si64, size = 3 : si64, step = 2 : si64} : (tensor<2x5x2xf32>) -> tensor<2x2x2x3xf32>
  return %y : tensor<2x2x2x3xf32>
}

func.func @complex_product(%a: tensor<2x3x2xf32>, %b: tensor<1x3x2xf32>) -> tensor<2x3x2xf32> attributes {
    inputs = [dense<[[[-0.59, 0.58], [-1.12, 1.76], [0.47, -1.37]], [[-0.97, -1.36], [-1.28, -0.77], [1.29, -0.17]]]>
    : tensor<2x3x2xf32>, dense<[[[-0.89, -0.32], [-0.93, 0.93], [-1.76, -0.84]]]> : tensor<1x3x2xf32>],
    outputs = [dense<[[[0.7107, -0.3274], [-0.5952, -2.6784], [-1.9779999, 2.0164]], [[0.42810002, 1.5208], [1.9065,
    -0.4743], [-2.4132, -0.7843999]]]> : tensor<2x3x2xf32>]} {
  %y = onnx.ms.ComplexMul(%a, %b) : (tensor<2x3x2xf32>, tensor<1x3x2xf32>) -> tensor<2x3x2xf32>
  return %y : tensor<2x3x2xf32>
}

func.func @complex_product_conjugate(%a: tensor<2x3x2xf32>, %b: tensor<1x3x2xf32>) -> tensor<2x3x2xf32> attributes {
    inputs = [dense<[[[-0.59, 0.58], [-1.12, 1.76], [0.47, -1.37]], [[-0.97, -1.36], [-1.28, -0.77], [1.29, -0.17]]]>
    : tensor<2x3x2xf32>, dense<[[[-0.89, -0.32], [-0.93, 0.93], [-1.76, -0.84]]]> : tensor<1x3x2xf32>],
    outputs = [dense<[[[0.33949998, -0.705], [2.6784, -0.5952], [0.32359996, 2.806]], [[1.2985001, 0.9], [0.4743,
    1.9065], [-2.1276, 1.3828]]]> : tensor<2x3x2xf32>]} {
  %y = onnx.ms.ComplexMulConj(%a, %b) : (tensor<2x3x2xf32>, tensor<1x3x2xf32>) -> tensor<2x3x2xf32>
  return %y : tensor<2x3x2xf32>
}

// Ranks and element types that the model does not state for values in between.
func.func @unstated_types(%x: tensor<2x6xf32>, %b: tensor<2x3xui8>) -> (tensor<2x3x2xf32>, tensor<2x1xui32>) attributes {
    inputs = [dense<[[1.0, -2.0, 3.0, -4.0, 5.0, 6.0], [0.5, 1.5, -2.5, 3.5, 4.5, -5.5]]> : tensor<2x6xf32>,
    dense<[[250, 3, 4], [255, 255, 1]]> : tensor<2x3xui8>],
    outputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[0.5, 1.5], [2.5, 3.5], [4.5, 5.5]]]> : tensor<2x3x2xf32>,
    dense<[[257], [511]]> : tensor<2x1xui32>]} {
  %a = onnx.Abs(%x) : (tensor<2x6xf32>) -> !onnx.unknown
  %u = onnx.ms.UnfoldTensor(%a) {dim = 1 : si64, size = 2 : si64, step = 2 : si64} : (!onnx.unknown) -> !onnx.unknown
  %y = onnx.Identity(%u) : (!onnx.unknown) -> tensor<2x3x2xf32>
  %i = onnx.Identity(%b) : (tensor<2x3xui8>) -> !onnx.unknown
  %s = onnx.ms.ReduceSumInteger(%i) {axes = array<i64: 1>, keepdims = 1 : si64} : (!onnx.unknown) -> !onnx.unknown
  %z = onnx.Identity(%s) : (!onnx.unknown) -> tensor<2x1xui32>
  return %y, %z : tensor<2x3x2xf32>, tensor<2x1xui32>
}
