// SPDX-License-Identifier: Apache-2.0
// LabelEncoder on numbers; expected values are ONNX Runtime's.

func.func @le_ii(%arg0: tensor<4xi64>) -> tensor<4xi64> attributes {
    inputs = [dense<[5, 2, 9, 3]> : tensor<4xi64>],
    outputs = [dense<[50, 20, -7, 30]> : tensor<4xi64>]} {
  %0 = onnx.ml.LabelEncoder(%arg0) {default_int64 = -7 : si64, keys_int64s = array<i64: 2, 5, 3>, values_int64s =
      array<i64: 20, 50, 30>} : (tensor<4xi64>) -> tensor<4xi64>
  return %0 : tensor<4xi64>
}

func.func @le_if(%arg0: tensor<2x2xi64>) -> tensor<2x2xf32> attributes {
    inputs = [dense<[[5, 2], [9, 3]]> : tensor<2x2xi64>],
    outputs = [dense<[[0.5, 0.2], [-0.7, 0.3]]> : tensor<2x2xf32>]} {
  %0 = onnx.ml.LabelEncoder(%arg0) {default_float = -0.699999988 : f32, keys_int64s = array<i64: 2, 5, 3>,
      values_floats = array<f32: 2.000000e-01, 5.000000e-01, 3.000000e-01>} : (tensor<2x2xi64>) -> tensor<2x2xf32>
  return %0 : tensor<2x2xf32>
}

func.func @le_fi(%arg0: tensor<4xf32>) -> tensor<4xi64> attributes {
    inputs = [dense<[5.0, 2.0, 9.0, -3.0]> : tensor<4xf32>],
    outputs = [dense<[2, 1, -1, 3]> : tensor<4xi64>]} {
  %0 = onnx.ml.LabelEncoder(%arg0) {keys_floats = array<f32: 2.000000e+00, 5.000000e+00, -3.000000e+00>,
      values_int64s = array<i64: 1, 2, 3>} : (tensor<4xf32>) -> tensor<4xi64>
  return %0 : tensor<4xi64>
}
