// SPDX-License-Identifier: Apache-2.0
// Reshape, Squeeze, Unsqueeze, Expand, Tile, Transpose, Shape, Size: zeros, rank 0, negative axes.

func.func @reshape_zero_copies(%x0: tensor<2x3x4xi32>) -> tensor<2x12xi32> attributes {
    inputs = [dense<[[[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]], [[12, 13, 14, 15], [16, 17, 18, 19], [20, 21, 22, 23]]]> : tensor<2x3x4xi32>],
    outputs = [dense<[[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], [12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23]]> : tensor<2x12xi32>]} {
  %x1 = onnx.Constant() {value = dense<[0, -1]> : tensor<2xi64>} : () -> tensor<2xi64>
  %y = onnx.Reshape(%x0, %x1) : (tensor<2x3x4xi32>, tensor<2xi64>) -> tensor<2x12xi32>
  return %y : tensor<2x12xi32>
}

func.func @reshape_allowzero(%x0: tensor<0x3xf32>) -> tensor<3x0xf32> attributes {
    inputs = [dense<> : tensor<0x3xf32>],
    outputs = [dense<> : tensor<3x0xf32>]} {
  %x1 = onnx.Constant() {value = dense<[3, 0]> : tensor<2xi64>} : () -> tensor<2xi64>
  %y = onnx.Reshape(%x0, %x1) {allowzero = 1 : si64} : (tensor<0x3xf32>, tensor<2xi64>) -> tensor<3x0xf32>
  return %y : tensor<3x0xf32>
}

func.func @reshape_to_scalar(%x0: tensor<1x1xf32>) -> tensor<f32> attributes {
    inputs = [dense<5.0> : tensor<1x1xf32>],
    outputs = [dense<5.0> : tensor<f32>]} {
  %x1 = onnx.Constant() {value = dense<> : tensor<0xi64>} : () -> tensor<0xi64>
  %y = onnx.Reshape(%x0, %x1) : (tensor<1x1xf32>, tensor<0xi64>) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @reshape_scalar(%x0: tensor<f32>) -> tensor<1x1xf32> attributes {
    inputs = [dense<5.0> : tensor<f32>],
    outputs = [dense<5.0> : tensor<1x1xf32>]} {
  %x1 = onnx.Constant() {value = dense<[1, -1]> : tensor<2xi64>} : () -> tensor<2xi64>
  %y = onnx.Reshape(%x0, %x1) : (tensor<f32>, tensor<2xi64>) -> tensor<1x1xf32>
  return %y : tensor<1x1xf32>
}

func.func @reshape_at_run_time(%x0: tensor<2x3x4xi32>, %x1: tensor<3xi64>) -> tensor<4x3x2xi32> attributes {
    inputs = [dense<[[[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]], [[12, 13, 14, 15], [16, 17, 18, 19], [20, 21, 22, 23]]]> : tensor<2x3x4xi32>, dense<[-1, 0, 2]> : tensor<3xi64>],
    outputs = [dense<[[[0, 1], [2, 3], [4, 5]], [[6, 7], [8, 9], [10, 11]], [[12, 13], [14, 15], [16, 17]], [[18, 19], [20, 21], [22, 23]]]> : tensor<4x3x2xi32>]} {
  %y = onnx.Reshape(%x0, %x1) : (tensor<2x3x4xi32>, tensor<3xi64>) -> tensor<4x3x2xi32>
  return %y : tensor<4x3x2xi32>
}

func.func @squeeze_all(%x0: tensor<1x2x1xf32>) -> tensor<2xf32> attributes {
    inputs = [dense<1.0> : tensor<1x2x1xf32>],
    outputs = [dense<1.0> : tensor<2xf32>]} {
  %n1 = onnx.None() : () -> none
  %y = onnx.Squeeze(%x0, %n1) : (tensor<1x2x1xf32>, none) -> tensor<2xf32>
  return %y : tensor<2xf32>
}

func.func @squeeze_negative(%x0: tensor<1x2x1xf32>) -> tensor<1x2xf32> attributes {
    inputs = [dense<1.0> : tensor<1x2x1xf32>],
    outputs = [dense<1.0> : tensor<1x2xf32>]} {
  %x1 = onnx.Constant() {value = dense<-1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.Squeeze(%x0, %x1) : (tensor<1x2x1xf32>, tensor<1xi64>) -> tensor<1x2xf32>
  return %y : tensor<1x2xf32>
}

func.func @unsqueeze_scalar(%x0: tensor<f32>) -> tensor<1x1xf32> attributes {
    inputs = [dense<3.0> : tensor<f32>],
    outputs = [dense<3.0> : tensor<1x1xf32>]} {
  %x1 = onnx.Constant() {value = dense<[0, 1]> : tensor<2xi64>} : () -> tensor<2xi64>
  %y = onnx.Unsqueeze(%x0, %x1) : (tensor<f32>, tensor<2xi64>) -> tensor<1x1xf32>
  return %y : tensor<1x1xf32>
}

func.func @unsqueeze_unsorted(%x0: tensor<2x3xi8>) -> tensor<1x2x3x1xi8> attributes {
    inputs = [dense<1> : tensor<2x3xi8>],
    outputs = [dense<1> : tensor<1x2x3x1xi8>]} {
  %x1 = onnx.Constant() {value = dense<[3, -4]> : tensor<2xi64>} : () -> tensor<2xi64>
  %y = onnx.Unsqueeze(%x0, %x1) : (tensor<2x3xi8>, tensor<2xi64>) -> tensor<1x2x3x1xi8>
  return %y : tensor<1x2x3x1xi8>
}

func.func @expand_both(%x0: tensor<2x1xi16>) -> tensor<2x2x3xi16> attributes {
    inputs = [dense<[[1], [2]]> : tensor<2x1xi16>],
    outputs = [dense<[[[1, 1, 1], [2, 2, 2]], [[1, 1, 1], [2, 2, 2]]]> : tensor<2x2x3xi16>]} {
  %x1 = onnx.Constant() {value = dense<[2, 1, 3]> : tensor<3xi64>} : () -> tensor<3xi64>
  %y = onnx.Expand(%x0, %x1) : (tensor<2x1xi16>, tensor<3xi64>) -> tensor<2x2x3xi16>
  return %y : tensor<2x2x3xi16>
}

func.func @expand_to_nothing(%x0: tensor<1x2xf32>) -> tensor<0x2xf32> attributes {
    inputs = [dense<1.0> : tensor<1x2xf32>],
    outputs = [dense<> : tensor<0x2xf32>]} {
  %x1 = onnx.Constant() {value = dense<[0, 2]> : tensor<2xi64>} : () -> tensor<2xi64>
  %y = onnx.Expand(%x0, %x1) : (tensor<1x2xf32>, tensor<2xi64>) -> tensor<0x2xf32>
  return %y : tensor<0x2xf32>
}

func.func @expand_shorter_shape(%x0: tensor<2x1xf32>) -> tensor<2x3xf32> attributes {
    inputs = [dense<1.0> : tensor<2x1xf32>],
    outputs = [dense<1.0> : tensor<2x3xf32>]} {
  %x1 = onnx.Constant() {value = dense<3> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.Expand(%x0, %x1) : (tensor<2x1xf32>, tensor<1xi64>) -> tensor<2x3xf32>
  return %y : tensor<2x3xf32>
}

func.func @expand_at_run_time(%x0: tensor<2x1xf32>, %x1: tensor<3xi64>) -> tensor<2x2x2xf32> attributes {
    inputs = [dense<[[1.0], [2.0]]> : tensor<2x1xf32>, dense<[2, 1, 2]> : tensor<3xi64>],
    outputs = [dense<[[[1.0, 1.0], [2.0, 2.0]], [[1.0, 1.0], [2.0, 2.0]]]> : tensor<2x2x2xf32>]} {
  %y = onnx.Expand(%x0, %x1) : (tensor<2x1xf32>, tensor<3xi64>) -> tensor<2x2x2xf32>
  return %y : tensor<2x2x2xf32>
}

func.func @tile(%x0: tensor<2x2xui8>, %x1: tensor<2xi64>) -> tensor<4x6xui8> attributes {
    inputs = [dense<[[1, 2], [3, 4]]> : tensor<2x2xui8>, dense<[2, 3]> : tensor<2xi64>],
    outputs = [dense<[[1, 2, 1, 2, 1, 2], [3, 4, 3, 4, 3, 4], [1, 2, 1, 2, 1, 2], [3, 4, 3, 4, 3, 4]]> : tensor<4x6xui8>]} {
  %y = onnx.Tile(%x0, %x1) : (tensor<2x2xui8>, tensor<2xi64>) -> tensor<4x6xui8>
  return %y : tensor<4x6xui8>
}

func.func @tile_zero(%x0: tensor<2x2xf32>, %x1: tensor<2xi64>) -> tensor<0x2xf32> attributes {
    inputs = [dense<1.0> : tensor<2x2xf32>, dense<[0, 1]> : tensor<2xi64>],
    outputs = [dense<> : tensor<0x2xf32>]} {
  %y = onnx.Tile(%x0, %x1) : (tensor<2x2xf32>, tensor<2xi64>) -> tensor<0x2xf32>
  return %y : tensor<0x2xf32>
}

func.func @transpose_default(%x0: tensor<2x3x4xi32>) -> tensor<4x3x2xi32> attributes {
    inputs = [dense<[[[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]], [[12, 13, 14, 15], [16, 17, 18, 19], [20, 21, 22, 23]]]> : tensor<2x3x4xi32>],
    outputs = [dense<[[[0, 12], [4, 16], [8, 20]], [[1, 13], [5, 17], [9, 21]], [[2, 14], [6, 18], [10, 22]], [[3, 15], [7, 19], [11, 23]]]> : tensor<4x3x2xi32>]} {
  %y = onnx.Transpose(%x0) : (tensor<2x3x4xi32>) -> tensor<4x3x2xi32>
  return %y : tensor<4x3x2xi32>
}

func.func @transpose_empty(%x0: tensor<2x0x3xf32>) -> tensor<3x0x2xf32> attributes {
    inputs = [dense<> : tensor<2x0x3xf32>],
    outputs = [dense<> : tensor<3x0x2xf32>]} {
  %y = onnx.Transpose(%x0) {perm = array<i64: 2, 1, 0>} : (tensor<2x0x3xf32>) -> tensor<3x0x2xf32>
  return %y : tensor<3x0x2xf32>
}

func.func @transpose_bool(%x0: tensor<2x2xi1>) -> tensor<2x2xi1> attributes {
    inputs = [dense<[[true, false], [true, true]]> : tensor<2x2xi1>],
    outputs = [dense<[[true, true], [false, true]]> : tensor<2x2xi1>]} {
  %y = onnx.Transpose(%x0) : (tensor<2x2xi1>) -> tensor<2x2xi1>
  return %y : tensor<2x2xi1>
}

func.func @transpose_i4(%x0: tensor<2x3xi4>) -> tensor<3x2xi4> attributes {
    inputs = [dense<[[1, -8, 7], [0, -1, 3]]> : tensor<2x3xi4>],
    outputs = [dense<[[1, 0], [-8, -1], [7, 3]]> : tensor<3x2xi4>]} {
  %y = onnx.Transpose(%x0) : (tensor<2x3xi4>) -> tensor<3x2xi4>
  return %y : tensor<3x2xi4>
}

func.func @transpose_c64(%x0: tensor<1x2xcomplex<f32>>) -> tensor<2x1xcomplex<f32>> attributes {
    inputs = [dense<[[(1.0, 2.0), (0.0, 3.0)]]> : tensor<1x2xcomplex<f32>>],
    outputs = [dense<[[(1.0, 2.0)], [(0.0, 3.0)]]> : tensor<2x1xcomplex<f32>>]} {
  %y = onnx.Transpose(%x0) : (tensor<1x2xcomplex<f32>>) -> tensor<2x1xcomplex<f32>>
  return %y : tensor<2x1xcomplex<f32>>
}

func.func @shape_part(%x0: tensor<2x3x4xi32>) -> tensor<1xi64> attributes {
    inputs = [dense<[[[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]], [[12, 13, 14, 15], [16, 17, 18, 19], [20, 21, 22, 23]]]> : tensor<2x3x4xi32>],
    outputs = [dense<3> : tensor<1xi64>]} {
  %y = onnx.Shape(%x0) {start = -2 : si64, end = -1 : si64} : (tensor<2x3x4xi32>) -> tensor<1xi64>
  return %y : tensor<1xi64>
}

func.func @shape_of_scalar(%x0: tensor<f32>) -> tensor<0xi64> attributes {
    inputs = [dense<1.0> : tensor<f32>],
    outputs = [dense<> : tensor<0xi64>]} {
  %y = onnx.Shape(%x0) : (tensor<f32>) -> tensor<0xi64>
  return %y : tensor<0xi64>
}

func.func @size_empty(%x0: tensor<3x0xf32>) -> tensor<i64> attributes {
    inputs = [dense<> : tensor<3x0xf32>],
    outputs = [dense<0> : tensor<i64>]} {
  %y = onnx.Size(%x0) : (tensor<3x0xf32>) -> tensor<i64>
  return %y : tensor<i64>
}

func.func @flatten_negative(%x0: tensor<2x3x4xi32>) -> tensor<6x4xi32> attributes {
    inputs = [dense<[[[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]], [[12, 13, 14, 15], [16, 17, 18, 19], [20, 21, 22, 23]]]> : tensor<2x3x4xi32>],
    outputs = [dense<[[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11], [12, 13, 14, 15], [16, 17, 18, 19], [20, 21, 22, 23]]> : tensor<6x4xi32>]} {
  %y = onnx.Flatten(%x0) {axis = -1 : si64} : (tensor<2x3x4xi32>) -> tensor<6x4xi32>
  return %y : tensor<6x4xi32>
}

func.func @flatten_all(%x0: tensor<2x3x4xi32>) -> tensor<1x24xi32> attributes {
    inputs = [dense<[[[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]], [[12, 13, 14, 15], [16, 17, 18, 19], [20, 21, 22, 23]]]> : tensor<2x3x4xi32>],
    outputs = [dense<[[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23]]> : tensor<1x24xi32>]} {
  %y = onnx.Flatten(%x0) {axis = 0 : si64} : (tensor<2x3x4xi32>) -> tensor<1x24xi32>
  return %y : tensor<1x24xi32>
}

func.func @depth_to_space_crd(%x0: tensor<1x8x1x1xf32>) -> tensor<1x2x2x2xf32> attributes {
    inputs = [dense<[[[[0.0]], [[1.0]], [[2.0]], [[3.0]], [[4.0]], [[5.0]], [[6.0]], [[7.0]]]]> : tensor<1x8x1x1xf32>],
    outputs = [dense<[[[[0.0, 1.0], [2.0, 3.0]], [[4.0, 5.0], [6.0, 7.0]]]]> : tensor<1x2x2x2xf32>]} {
  %y = onnx.DepthToSpace(%x0) {blocksize = 2 : si64, mode = "CRD"} : (tensor<1x8x1x1xf32>) -> tensor<1x2x2x2xf32>
  return %y : tensor<1x2x2x2xf32>
}

func.func @trilu_wide(%x0: tensor<2x3xi64>) -> tensor<2x3xi64> attributes {
    inputs = [dense<[[0, 1, 2], [3, 4, 5]]> : tensor<2x3xi64>],
    outputs = [dense<[[0, 1, 2], [3, 4, 5]]> : tensor<2x3xi64>]} {
  %x1 = onnx.Constant() {value = dense<-1> : tensor<i64>} : () -> tensor<i64>
  %y = onnx.Trilu(%x0, %x1) : (tensor<2x3xi64>, tensor<i64>) -> tensor<2x3xi64>
  return %y : tensor<2x3xi64>
}

func.func @trilu_lower_empty(%x0: tensor<2x0x3xf32>) -> tensor<2x0x3xf32> attributes {
    inputs = [dense<> : tensor<2x0x3xf32>],
    outputs = [dense<> : tensor<2x0x3xf32>]} {
  %n1 = onnx.None() : () -> none
  %y = onnx.Trilu(%x0, %n1) {upper = 0 : si64} : (tensor<2x0x3xf32>, none) -> tensor<2x0x3xf32>
  return %y : tensor<2x0x3xf32>
}

func.func @range_down(%x0: tensor<i32>, %x1: tensor<i32>, %x2: tensor<i32>) -> tensor<3xi32> attributes {
    inputs = [dense<5> : tensor<i32>, dense<-2> : tensor<i32>, dense<-3> : tensor<i32>],
    outputs = [dense<[5, 2, -1]> : tensor<3xi32>]} {
  %y = onnx.Range(%x0, %x1, %x2) : (tensor<i32>, tensor<i32>, tensor<i32>) -> tensor<3xi32>
  return %y : tensor<3xi32>
}

func.func @range_nothing(%x0: tensor<i64>, %x1: tensor<i64>, %x2: tensor<i64>) -> tensor<0xi64> attributes {
    inputs = [dense<1> : tensor<i64>, dense<1> : tensor<i64>, dense<1> : tensor<i64>],
    outputs = [dense<> : tensor<0xi64>]} {
  %y = onnx.Range(%x0, %x1, %x2) : (tensor<i64>, tensor<i64>, tensor<i64>) -> tensor<0xi64>
  return %y : tensor<0xi64>
}

func.func @range_f64(%x0: tensor<f64>, %x1: tensor<f64>, %x2: tensor<f64>) -> tensor<4xf64> attributes {
    inputs = [dense<0.0> : tensor<f64>, dense<1.0> : tensor<f64>, dense<0.25> : tensor<f64>],
    outputs = [dense<[0.0, 0.25, 0.5, 0.75]> : tensor<4xf64>]} {
  %y = onnx.Range(%x0, %x1, %x2) : (tensor<f64>, tensor<f64>, tensor<f64>) -> tensor<4xf64>
  return %y : tensor<4xf64>
}

func.func @eye_like_offset(%x0: tensor<2x3xf32>) -> tensor<2x3xi32> attributes {
    inputs = [dense<0.0> : tensor<2x3xf32>],
    outputs = [dense<[[0, 1, 0], [0, 0, 1]]> : tensor<2x3xi32>]} {
  %y = onnx.EyeLike(%x0) {dtype = 6 : si64, k = 1 : si64} : (tensor<2x3xf32>) -> tensor<2x3xi32>
  return %y : tensor<2x3xi32>
}

// -7 over -0.7, as a float has it, is above 10 by 1.7e-7, which no float between tells.
func.func @range_counts_in_double(%start: tensor<f32>, %limit: tensor<f32>) -> tensor<?xf32> attributes {
    inputs = [dense<4.0> : tensor<f32>, dense<-3.0> : tensor<f32>],
    outputs = [dense<[4.0, 3.3, 2.6, 1.9, 1.2, 0.5, -0.2, -0.9, -1.6, -2.3, -3.0]> : tensor<11xf32>]} {
  %delta = onnx.Constant() {value = dense<-0.7> : tensor<f32>} : () -> tensor<f32>
  %y = onnx.Range(%start, %limit, %delta) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<?xf32>
  return %y : tensor<?xf32>
}
