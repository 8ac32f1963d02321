// SPDX-License-Identifier: Apache-2.0
// Resize: one element, sizes that do not come out even, axes, policies, all modes and types.

func.func @linear(%x0: tensor<2xf32>) -> tensor<4xf32> attributes {
    inputs = [dense<[1.0, 2.0]> : tensor<2xf32>],
    outputs = [dense<[1.0, 1.25, 1.75, 2.0]> : tensor<4xf32>]} {
  %n1 = onnx.None() : () -> none
  %x2 = onnx.Constant() {value = dense<2.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %n3 = onnx.None() : () -> none
  %y = onnx.Resize(%x0, %n1, %x2, %n3) {mode = "linear"} : (tensor<2xf32>, none, tensor<1xf32>, none) -> tensor<4xf32>
  return %y : tensor<4xf32>
}

func.func @linear_one_element(%x0: tensor<1xf32>) -> tensor<3xf32> attributes {
    inputs = [dense<7.0> : tensor<1xf32>],
    outputs = [dense<7.0> : tensor<3xf32>]} {
  %n1 = onnx.None() : () -> none
  %x2 = onnx.Constant() {value = dense<3.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %n3 = onnx.None() : () -> none
  %y = onnx.Resize(%x0, %n1, %x2, %n3) {mode = "linear"} : (tensor<1xf32>, none, tensor<1xf32>, none) -> tensor<3xf32>
  return %y : tensor<3xf32>
}

func.func @cubic_one_element(%x0: tensor<1xf32>) -> tensor<3xf32> attributes {
    inputs = [dense<7.0> : tensor<1xf32>],
    outputs = [dense<7.0> : tensor<3xf32>]} {
  %n1 = onnx.None() : () -> none
  %x2 = onnx.Constant() {value = dense<3.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %n3 = onnx.None() : () -> none
  %y = onnx.Resize(%x0, %n1, %x2, %n3) {mode = "cubic"} : (tensor<1xf32>, none, tensor<1xf32>, none) -> tensor<3xf32>
  return %y : tensor<3xf32>
}

func.func @nearest_one_element(%x0: tensor<1xf32>) -> tensor<4xf32> attributes {
    inputs = [dense<7.0> : tensor<1xf32>],
    outputs = [dense<7.0> : tensor<4xf32>]} {
  %n1 = onnx.None() : () -> none
  %n2 = onnx.None() : () -> none
  %x3 = onnx.Constant() {value = dense<4> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.Resize(%x0, %n1, %n2, %x3) {mode = "nearest"} : (tensor<1xf32>, none, none, tensor<1xi64>) -> tensor<4xf32>
  return %y : tensor<4xf32>
}

func.func @linear_to_one(%x0: tensor<3xf32>) -> tensor<1xf32> attributes {
    inputs = [dense<[1.0, 2.0, 6.0]> : tensor<3xf32>],
    outputs = [dense<2.0> : tensor<1xf32>]} {
  %n1 = onnx.None() : () -> none
  %n2 = onnx.None() : () -> none
  %x3 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.Resize(%x0, %n1, %n2, %x3) {mode = "linear"} : (tensor<3xf32>, none, none, tensor<1xi64>) -> tensor<1xf32>
  return %y : tensor<1xf32>
}

func.func @align_corners(%x0: tensor<2xf32>) -> tensor<3xf32> attributes {
    inputs = [dense<[1.0, 2.0]> : tensor<2xf32>],
    outputs = [dense<[1.0, 1.5, 2.0]> : tensor<3xf32>]} {
  %n1 = onnx.None() : () -> none
  %n2 = onnx.None() : () -> none
  %x3 = onnx.Constant() {value = dense<3> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.Resize(%x0, %n1, %n2, %x3) {mode = "linear", coordinate_transformation_mode = "align_corners"} : (tensor<2xf32>, none, none, tensor<1xi64>) -> tensor<3xf32>
  return %y : tensor<3xf32>
}

func.func @align_corners_to_one(%x0: tensor<2xf32>) -> tensor<1xf32> attributes {
    inputs = [dense<[1.0, 2.0]> : tensor<2xf32>],
    outputs = [dense<1.0> : tensor<1xf32>]} {
  %n1 = onnx.None() : () -> none
  %n2 = onnx.None() : () -> none
  %x3 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.Resize(%x0, %n1, %n2, %x3) {mode = "linear", coordinate_transformation_mode = "align_corners"} : (tensor<2xf32>, none, none, tensor<1xi64>) -> tensor<1xf32>
  return %y : tensor<1xf32>
}

func.func @align_corners_uneven(%x0: tensor<4xf32>) -> tensor<2xf32> attributes {
    inputs = [dense<[1.0, 2.0, 3.0, 4.0]> : tensor<4xf32>],
    outputs = [dense<[1.0, 3.142857]> : tensor<2xf32>]} {
  %n1 = onnx.None() : () -> none
  %x2 = onnx.Constant() {value = dense<0.6> : tensor<1xf32>} : () -> tensor<1xf32>
  %n3 = onnx.None() : () -> none
  %y = onnx.Resize(%x0, %n1, %x2, %n3) {mode = "linear", coordinate_transformation_mode = "align_corners"} : (tensor<4xf32>, none, tensor<1xf32>, none) -> tensor<2xf32>
  return %y : tensor<2xf32>
}

func.func @asymmetric(%x0: tensor<3xf32>) -> tensor<4xf32> attributes {
    inputs = [dense<[1.0, 2.0, 3.0]> : tensor<3xf32>],
    outputs = [dense<[1.0, 1.6666666, 2.3333333, 3.0]> : tensor<4xf32>]} {
  %n1 = onnx.None() : () -> none
  %x2 = onnx.Constant() {value = dense<1.5> : tensor<1xf32>} : () -> tensor<1xf32>
  %n3 = onnx.None() : () -> none
  %y = onnx.Resize(%x0, %n1, %x2, %n3) {mode = "linear", coordinate_transformation_mode = "asymmetric"} : (tensor<3xf32>, none, tensor<1xf32>, none) -> tensor<4xf32>
  return %y : tensor<4xf32>
}

func.func @nearest_round_prefer_floor(%x0: tensor<4xf32>) -> tensor<6xf32> attributes {
    inputs = [dense<[0.0, 1.0, 2.0, 3.0]> : tensor<4xf32>],
    outputs = [dense<[-0.0, 0.0, 1.0, 2.0, 2.0, 3.0]> : tensor<6xf32>]} {
  %n1 = onnx.None() : () -> none
  %x2 = onnx.Constant() {value = dense<1.5> : tensor<1xf32>} : () -> tensor<1xf32>
  %n3 = onnx.None() : () -> none
  %y = onnx.Resize(%x0, %n1, %x2, %n3) {mode = "nearest", nearest_mode = "round_prefer_floor"} : (tensor<4xf32>, none, tensor<1xf32>, none) -> tensor<6xf32>
  return %y : tensor<6xf32>
}

func.func @nearest_round_prefer_ceil(%x0: tensor<4xf32>) -> tensor<6xf32> attributes {
    inputs = [dense<[0.0, 1.0, 2.0, 3.0]> : tensor<4xf32>],
    outputs = [dense<[0.0, 1.0, 1.0, 2.0, 3.0, 3.0]> : tensor<6xf32>]} {
  %n1 = onnx.None() : () -> none
  %x2 = onnx.Constant() {value = dense<1.5> : tensor<1xf32>} : () -> tensor<1xf32>
  %n3 = onnx.None() : () -> none
  %y = onnx.Resize(%x0, %n1, %x2, %n3) {mode = "nearest", nearest_mode = "round_prefer_ceil"} : (tensor<4xf32>, none, tensor<1xf32>, none) -> tensor<6xf32>
  return %y : tensor<6xf32>
}

func.func @nearest_floor(%x0: tensor<4xf32>) -> tensor<6xf32> attributes {
    inputs = [dense<[0.0, 1.0, 2.0, 3.0]> : tensor<4xf32>],
    outputs = [dense<[0.0, 0.0, 1.0, 1.0, 2.0, 3.0]> : tensor<6xf32>]} {
  %n1 = onnx.None() : () -> none
  %x2 = onnx.Constant() {value = dense<1.5> : tensor<1xf32>} : () -> tensor<1xf32>
  %n3 = onnx.None() : () -> none
  %y = onnx.Resize(%x0, %n1, %x2, %n3) {mode = "nearest", nearest_mode = "floor"} : (tensor<4xf32>, none, tensor<1xf32>, none) -> tensor<6xf32>
  return %y : tensor<6xf32>
}

func.func @nearest_ceil(%x0: tensor<4xf32>) -> tensor<6xf32> attributes {
    inputs = [dense<[0.0, 1.0, 2.0, 3.0]> : tensor<4xf32>],
    outputs = [dense<[-0.0, 1.0, 2.0, 2.0, 3.0, 3.0]> : tensor<6xf32>]} {
  %n1 = onnx.None() : () -> none
  %x2 = onnx.Constant() {value = dense<1.5> : tensor<1xf32>} : () -> tensor<1xf32>
  %n3 = onnx.None() : () -> none
  %y = onnx.Resize(%x0, %n1, %x2, %n3) {mode = "nearest", nearest_mode = "ceil"} : (tensor<4xf32>, none, tensor<1xf32>, none) -> tensor<6xf32>
  return %y : tensor<6xf32>
}

func.func @pytorch_half_pixel_to_one(%x0: tensor<2xf32>) -> tensor<1xf32> attributes {
    inputs = [dense<[5.0, 9.0]> : tensor<2xf32>],
    outputs = [dense<5.0> : tensor<1xf32>]} {
  %n1 = onnx.None() : () -> none
  %n2 = onnx.None() : () -> none
  %x3 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.Resize(%x0, %n1, %n2, %x3) {mode = "linear", coordinate_transformation_mode = "pytorch_half_pixel"} : (tensor<2xf32>, none, none, tensor<1xi64>) -> tensor<1xf32>
  return %y : tensor<1xf32>
}

func.func @crop(%x0: tensor<5xf32>) -> tensor<3xf32> attributes {
    inputs = [dense<[1.0, 2.0, 3.0, 4.0, 5.0]> : tensor<5xf32>],
    outputs = [dense<[2.0, 3.0, 4.0]> : tensor<3xf32>]} {
  %x1 = onnx.Constant() {value = dense<[0.25, 0.75]> : tensor<2xf32>} : () -> tensor<2xf32>
  %n2 = onnx.None() : () -> none
  %x3 = onnx.Constant() {value = dense<3> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.Resize(%x0, %x1, %n2, %x3) {mode = "linear", coordinate_transformation_mode = "tf_crop_and_resize"} : (tensor<5xf32>, tensor<2xf32>, none, tensor<1xi64>) -> tensor<3xf32>
  return %y : tensor<3xf32>
}

func.func @crop_outside(%x0: tensor<3xf32>) -> tensor<3xf32> attributes {
    inputs = [dense<[1.0, 2.0, 3.0]> : tensor<3xf32>],
    outputs = [dense<[1.0, 3.0, 9.0]> : tensor<3xf32>]} {
  %x1 = onnx.Constant() {value = dense<[0.0, 2.0]> : tensor<2xf32>} : () -> tensor<2xf32>
  %n2 = onnx.None() : () -> none
  %x3 = onnx.Constant() {value = dense<3> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.Resize(%x0, %x1, %n2, %x3) {mode = "linear", coordinate_transformation_mode = "tf_crop_and_resize", extrapolation_value = 9.0 : f32} : (tensor<3xf32>, tensor<2xf32>, none, tensor<1xi64>) -> tensor<3xf32>
  return %y : tensor<3xf32>
}

func.func @axis(%x0: tensor<2x2xf32>) -> tensor<2x4xf32> attributes {
    inputs = [dense<[[1.0, 2.0], [3.0, 4.0]]> : tensor<2x2xf32>],
    outputs = [dense<[[1.0, 1.25, 1.75, 2.0], [3.0, 3.25, 3.75, 4.0]]> : tensor<2x4xf32>]} {
  %n1 = onnx.None() : () -> none
  %x2 = onnx.Constant() {value = dense<2.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %n3 = onnx.None() : () -> none
  %y = onnx.Resize(%x0, %n1, %x2, %n3) {mode = "linear", axes = array<i64: -1>} : (tensor<2x2xf32>, none, tensor<1xf32>, none) -> tensor<2x4xf32>
  return %y : tensor<2x4xf32>
}

func.func @not_larger(%x0: tensor<2x4xf32>) -> tensor<3x6xf32> attributes {
    inputs = [dense<1.0> : tensor<2x4xf32>],
    outputs = [dense<1.0> : tensor<3x6xf32>]} {
  %n1 = onnx.None() : () -> none
  %n2 = onnx.None() : () -> none
  %x3 = onnx.Constant() {value = dense<6> : tensor<2xi64>} : () -> tensor<2xi64>
  %y = onnx.Resize(%x0, %n1, %n2, %x3) {mode = "nearest", keep_aspect_ratio_policy = "not_larger"} : (tensor<2x4xf32>, none, none, tensor<2xi64>) -> tensor<3x6xf32>
  return %y : tensor<3x6xf32>
}

func.func @not_smaller(%x0: tensor<2x4xf32>) -> tensor<6x12xf32> attributes {
    inputs = [dense<1.0> : tensor<2x4xf32>],
    outputs = [dense<1.0> : tensor<6x12xf32>]} {
  %n1 = onnx.None() : () -> none
  %n2 = onnx.None() : () -> none
  %x3 = onnx.Constant() {value = dense<6> : tensor<2xi64>} : () -> tensor<2xi64>
  %y = onnx.Resize(%x0, %n1, %n2, %x3) {mode = "nearest", keep_aspect_ratio_policy = "not_smaller"} : (tensor<2x4xf32>, none, none, tensor<2xi64>) -> tensor<6x12xf32>
  return %y : tensor<6x12xf32>
}

func.func @nearest_ui8(%x0: tensor<2xui8>) -> tensor<4xui8> attributes {
    inputs = [dense<[3, 5]> : tensor<2xui8>],
    outputs = [dense<[3, 3, 5, 5]> : tensor<4xui8>]} {
  %n1 = onnx.None() : () -> none
  %x2 = onnx.Constant() {value = dense<2.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %n3 = onnx.None() : () -> none
  %y = onnx.Resize(%x0, %n1, %x2, %n3) {mode = "nearest"} : (tensor<2xui8>, none, tensor<1xf32>, none) -> tensor<4xui8>
  return %y : tensor<4xui8>
}

func.func @nearest_i8(%x0: tensor<2xi8>) -> tensor<4xi8> attributes {
    inputs = [dense<[3, 5]> : tensor<2xi8>],
    outputs = [dense<[3, 3, 5, 5]> : tensor<4xi8>]} {
  %n1 = onnx.None() : () -> none
  %x2 = onnx.Constant() {value = dense<2.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %n3 = onnx.None() : () -> none
  %y = onnx.Resize(%x0, %n1, %x2, %n3) {mode = "nearest"} : (tensor<2xi8>, none, tensor<1xf32>, none) -> tensor<4xi8>
  return %y : tensor<4xi8>
}

func.func @nearest_i32(%x0: tensor<2xi32>) -> tensor<4xi32> attributes {
    inputs = [dense<[3, 5]> : tensor<2xi32>],
    outputs = [dense<[3, 3, 5, 5]> : tensor<4xi32>]} {
  %n1 = onnx.None() : () -> none
  %x2 = onnx.Constant() {value = dense<2.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %n3 = onnx.None() : () -> none
  %y = onnx.Resize(%x0, %n1, %x2, %n3) {mode = "nearest"} : (tensor<2xi32>, none, tensor<1xf32>, none) -> tensor<4xi32>
  return %y : tensor<4xi32>
}

func.func @nearest_f16(%x0: tensor<2xf16>) -> tensor<4xf16> attributes {
    inputs = [dense<[3.0, 5.0]> : tensor<2xf16>],
    outputs = [dense<[3.0, 3.0, 5.0, 5.0]> : tensor<4xf16>]} {
  %n1 = onnx.None() : () -> none
  %x2 = onnx.Constant() {value = dense<2.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %n3 = onnx.None() : () -> none
  %y = onnx.Resize(%x0, %n1, %x2, %n3) {mode = "nearest"} : (tensor<2xf16>, none, tensor<1xf32>, none) -> tensor<4xf16>
  return %y : tensor<4xf16>
}

func.func @nearest_f64(%x0: tensor<2xf64>) -> tensor<4xf64> attributes {
    inputs = [dense<[3.0, 5.0]> : tensor<2xf64>],
    outputs = [dense<[3.0, 3.0, 5.0, 5.0]> : tensor<4xf64>]} {
  %n1 = onnx.None() : () -> none
  %x2 = onnx.Constant() {value = dense<2.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %n3 = onnx.None() : () -> none
  %y = onnx.Resize(%x0, %n1, %x2, %n3) {mode = "nearest"} : (tensor<2xf64>, none, tensor<1xf32>, none) -> tensor<4xf64>
  return %y : tensor<4xf64>
}

func.func @linear_f16(%x0: tensor<2xf16>) -> tensor<4xf16> attributes {
    inputs = [dense<[1.0, 2.0]> : tensor<2xf16>],
    outputs = [dense<[1.0, 1.25, 1.75, 2.0]> : tensor<4xf16>]} {
  %n1 = onnx.None() : () -> none
  %x2 = onnx.Constant() {value = dense<2.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %n3 = onnx.None() : () -> none
  %y = onnx.Resize(%x0, %n1, %x2, %n3) {mode = "linear"} : (tensor<2xf16>, none, tensor<1xf32>, none) -> tensor<4xf16>
  return %y : tensor<4xf16>
}

func.func @linear_f64(%x0: tensor<2xf64>) -> tensor<4xf64> attributes {
    inputs = [dense<[1.0, 2.0]> : tensor<2xf64>],
    outputs = [dense<[1.0, 1.25, 1.75, 2.0]> : tensor<4xf64>]} {
  %n1 = onnx.None() : () -> none
  %x2 = onnx.Constant() {value = dense<2.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %n3 = onnx.None() : () -> none
  %y = onnx.Resize(%x0, %n1, %x2, %n3) {mode = "linear"} : (tensor<2xf64>, none, tensor<1xf32>, none) -> tensor<4xf64>
  return %y : tensor<4xf64>
}

func.func @sizes_at_run_time(%x0: tensor<2xf32>, %x3: tensor<1xi64>) -> tensor<4xf32> attributes {
    inputs = [dense<[1.0, 2.0]> : tensor<2xf32>, dense<4> : tensor<1xi64>],
    outputs = [dense<[1.0, 1.25, 1.75, 2.0]> : tensor<4xf32>]} {
  %n1 = onnx.None() : () -> none
  %n2 = onnx.None() : () -> none
  %y = onnx.Resize(%x0, %n1, %n2, %x3) {mode = "linear"} : (tensor<2xf32>, none, none, tensor<1xi64>) -> tensor<4xf32>
  return %y : tensor<4xf32>
}

func.func @scales_at_run_time(%x0: tensor<2xf32>, %x2: tensor<1xf32>) -> tensor<4xf32> attributes {
    inputs = [dense<[1.0, 2.0]> : tensor<2xf32>, dense<2.0> : tensor<1xf32>],
    outputs = [dense<[1.0, 1.0, 2.0, 2.0]> : tensor<4xf32>]} {
  %n1 = onnx.None() : () -> none
  %n3 = onnx.None() : () -> none
  %y = onnx.Resize(%x0, %n1, %x2, %n3) {mode = "nearest"} : (tensor<2xf32>, none, tensor<1xf32>, none) -> tensor<4xf32>
  return %y : tensor<4xf32>
}

// Between two axes nothing is rounded: 0.25 * 1.5 + 0.75 * 3.5 is 3, not 0.25 * 1 + 0.75 * 3.
func.func @linear_u8_two_axes(%x0: tensor<2x2xui8>) -> tensor<4x4xui8> attributes {
    inputs = [dense<[[1, 3], [3, 5]]> : tensor<2x2xui8>],
    outputs = [dense<[[1, 1, 2, 3], [1, 2, 3, 3], [2, 3, 4, 4], [3, 3, 4, 5]]> : tensor<4x4xui8>]} {
  %n1 = onnx.None() : () -> none
  %x2 = onnx.Constant() {value = dense<2.0> : tensor<2xf32>} : () -> tensor<2xf32>
  %y = onnx.Resize(%x0, %n1, %x2, %n1) {mode = "linear"} : (tensor<2x2xui8>, none, tensor<2xf32>, none) -> tensor<4x4xui8>
  return %y : tensor<4x4xui8>
}

func.func @align_corners_i32_two_axes(%x0: tensor<2x2xi32>) -> tensor<3x3xi32> attributes {
    inputs = [dense<[[0, 1], [1, 2]]> : tensor<2x2xi32>],
    outputs = [dense<[[0, 0, 1], [0, 1, 1], [1, 1, 2]]> : tensor<3x3xi32>]} {
  %n1 = onnx.None() : () -> none
  %x3 = onnx.Constant() {value = dense<3> : tensor<2xi64>} : () -> tensor<2xi64>
  %y = onnx.Resize(%x0, %n1, %n1, %x3) {mode = "linear", coordinate_transformation_mode = "align_corners"} : (tensor<2x2xi32>, none, none, tensor<2xi64>) -> tensor<3x3xi32>
  return %y : tensor<3x3xi32>
}

func.func @crop_i8_two_axes(%x0: tensor<2x2xi8>) -> tensor<3x3xi8> attributes {
    inputs = [dense<[[0, 1], [1, 2]]> : tensor<2x2xi8>],
    outputs = [dense<[[0, 1, -7], [1, 2, -7], [-7, -7, -7]]> : tensor<3x3xi8>]} {
  %n1 = onnx.None() : () -> none
  %roi = onnx.Constant() {value = dense<[0.0, 0.0, 2.0, 2.0]> : tensor<4xf32>} : () -> tensor<4xf32>
  %x3 = onnx.Constant() {value = dense<3> : tensor<2xi64>} : () -> tensor<2xi64>
  %y = onnx.Resize(%x0, %roi, %n1, %x3) {mode = "linear", coordinate_transformation_mode = "tf_crop_and_resize", extrapolation_value = -7.0 : f32} : (tensor<2x2xi8>, tensor<4xf32>, none, tensor<2xi64>) -> tensor<3x3xi8>
  return %y : tensor<3x3xi8>
}

// Scales apply to the whole size, not to that of the region: ten positions between 0.25 and 0.75 of the way to the last element.
func.func @crop_by_scales(%x0: tensor<5xf32>) -> tensor<?xf32> attributes {
    inputs = [dense<[0.0, 9.0, 18.0, 27.0, 36.0]> : tensor<5xf32>],
    outputs = [dense<[9.0, 11.0, 13.0, 15.0, 17.0, 19.0, 21.0, 23.0, 25.0, 27.0]> : tensor<10xf32>]} {
  %roi = onnx.Constant() {value = dense<[0.25, 0.75]> : tensor<2xf32>} : () -> tensor<2xf32>
  %scales = onnx.Constant() {value = dense<2.0> : tensor<1xf32>} : () -> tensor<1xf32>
  %none = onnx.None() : () -> none
  %y = onnx.Resize(%x0, %roi, %scales, %none) {mode = "linear", coordinate_transformation_mode = "tf_crop_and_resize"} : (tensor<5xf32>, tensor<2xf32>, tensor<1xf32>, none) -> tensor<?xf32>
  return %y : tensor<?xf32>
}
