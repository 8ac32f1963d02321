// SPDX-License-Identifier: Apache-2.0
// Preparation of data; expected values are ONNX Runtime's.

func.func @scaler(%arg0: tensor<3x4xf32>) -> tensor<3x4xf32> attributes {
    inputs = [dense<[[1.6450946, -0.88931626, 0.75279695, -1.940595], [-0.27423114, 1.657885, -1.466229,
    1.1370094], [0.50215644, -1.1524729, 0.02725095, 1.8443941]]> : tensor<3x4xf32>],
    outputs = [dense<[[3.0901892, -3.2679486, 1.8111877, -11.702975], [-0.74846226, 4.373655, -7.0649157,
    3.6850471], [0.8043129, -4.057419, -1.0909963, 7.2219706]]> : tensor<3x4xf32>]} {
  %0 = onnx.ml.Scaler(%arg0) {offset = array<f32: 1.000000e-01, 2.000000e-01, 3.000000e-01, 4.000000e-01>, scale =
      array<f32: 2.000000e+00, 3.000000e+00, 4.000000e+00, 5.000000e+00>} : (tensor<3x4xf32>) -> tensor<3x4xf32>
  return %0 : tensor<3x4xf32>
}

func.func @scaler1(%arg0: tensor<3x4xf64>) -> tensor<3x4xf32> attributes {
    inputs = [dense<[[-0.09271790832281113, -0.09397846460342407, -1.5200026035308838, 0.9402806162834167],
    [0.3449125289916992, -0.6469849944114685, -1.4479237794876099, 1.8909251689910889], [0.07166752219200134,
    1.2815226316452026, 1.2922685146331787, 1.538664698600769]]> : tensor<3x4xf64>],
    outputs = [dense<[[-0.38543582, -0.38795692, -3.2400053, 1.6805612], [0.48982507, -1.49397, -3.0958476,
    3.5818503], [-0.05666496, 2.3630452, 2.384537, 2.8773293]]> : tensor<3x4xf32>]} {
  %0 = onnx.ml.Scaler(%arg0) {offset = array<f32: 1.000000e-01>, scale = array<f32: 2.000000e+00>} :
      (tensor<3x4xf64>) -> tensor<3x4xf32>
  return %0 : tensor<3x4xf32>
}

func.func @scaler_i(%arg0: tensor<2x2xi64>) -> tensor<2x2xf32> attributes {
    inputs = [dense<[[1, 2], [3, 4]]> : tensor<2x2xi64>],
    outputs = [dense<[[1.8, 5.3999996], [5.8, 11.4]]> : tensor<2x2xf32>]} {
  %0 = onnx.ml.Scaler(%arg0) {offset = array<f32: 1.000000e-01, 2.000000e-01>, scale = array<f32: 2.000000e+00,
      3.000000e+00>} : (tensor<2x2xi64>) -> tensor<2x2xf32>
  return %0 : tensor<2x2xf32>
}

func.func @normalizer_max(%arg0: tensor<4x3xf32>) -> tensor<4x3xf32> attributes {
    inputs = [dense<[[-0.7719876, -0.09022563, -1.3185271], [1.7259184, 1.912238, -1.8526881], [0.0, 0.0, 0.0],
    [-0.97429943, 1.183858, -0.449774]]> : tensor<4x3xf32>],
    outputs = [dense<[[8.55619, 1.0, 14.613665], [0.90256464, 1.0, -0.96885854], [0.0, 0.0, 0.0], [-0.8229867, 1.0,
    -0.37992224]]> : tensor<4x3xf32>]} {
  %0 = onnx.ml.Normalizer(%arg0) : (tensor<4x3xf32>) -> tensor<4x3xf32>
  return %0 : tensor<4x3xf32>
}

func.func @normalizer_l1(%arg0: tensor<4x3xf32>) -> tensor<4x3xf32> attributes {
    inputs = [dense<[[-0.7719876, -0.09022563, -1.3185271], [1.7259184, 1.912238, -1.8526881], [0.0, 0.0, 0.0],
    [-0.97429943, 1.183858, -0.449774]]> : tensor<4x3xf32>],
    outputs = [dense<[[-0.35400254, -0.041373853, -0.6046236], [0.31432658, 0.34825936, -0.33741403], [0.0, 0.0,
    0.0], [-0.3735909, 0.45394525, -0.1724639]]> : tensor<4x3xf32>]} {
  %0 = onnx.ml.Normalizer(%arg0) {norm = "L1"} : (tensor<4x3xf32>) -> tensor<4x3xf32>
  return %0 : tensor<4x3xf32>
}

func.func @normalizer_l2(%arg0: tensor<4x3xf32>) -> tensor<4x3xf32> attributes {
    inputs = [dense<[[-0.7719876, -0.09022563, -1.3185271], [1.7259184, 1.912238, -1.8526881], [0.0, 0.0, 0.0],
    [-0.97429943, 1.183858, -0.449774]]> : tensor<4x3xf32>],
    outputs = [dense<[[-0.5043819, -0.058949355, -0.8614661], [0.5439397, 0.6026601, -0.5838924], [0.0, 0.0, 0.0],
    [-0.6097623, 0.7409139, -0.28148967]]> : tensor<4x3xf32>]} {
  %0 = onnx.ml.Normalizer(%arg0) {norm = "L2"} : (tensor<4x3xf32>) -> tensor<4x3xf32>
  return %0 : tensor<4x3xf32>
}

func.func @normalizer1_l2(%arg0: tensor<5xf32>) -> tensor<5xf32> attributes {
    inputs = [dense<[0.07508969, 0.5718073, 0.5884069, 0.5979831, 0.39266336]> : tensor<5xf32>],
    outputs = [dense<[0.06881746, 0.5240443, 0.53925735, 0.54803365, 0.35986423]> : tensor<5xf32>]} {
  %0 = onnx.ml.Normalizer(%arg0) {norm = "L2"} : (tensor<5xf32>) -> tensor<5xf32>
  return %0 : tensor<5xf32>
}

func.func @normalizerneg_max(%arg0: tensor<2x3xf32>) -> tensor<2x3xf32> attributes {
    inputs = [dense<[[-1.5780847, -0.36288926, -1.8159106], [-0.89652425, -1.213761, -1.9285983]]> :
    tensor<2x3xf32>],
    outputs = [dense<[[4.3486676, 1.0, 5.004035], [1.0, 1.3538518, 2.1511948]]> : tensor<2x3xf32>]} {
  %0 = onnx.ml.Normalizer(%arg0) : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

func.func @binarizer(%arg0: tensor<3x4xf32>) -> tensor<3x4xf32> attributes {
    inputs = [dense<[[-0.5908558, -0.34354517, 0.26010016, 1.9161438], [1.989576, 1.2024302, -0.5236647,
    1.1858784], [1.1352978, -1.1902267, 1.3311019, -1.64525]]> : tensor<3x4xf32>],
    outputs = [dense<[[0.0, 0.0, 0.0, 1.0], [1.0, 1.0, 0.0, 1.0], [1.0, 0.0, 1.0, 0.0]]> : tensor<3x4xf32>]} {
  %0 = onnx.ml.Binarizer(%arg0) {threshold = 3.000000e-01 : f32} : (tensor<3x4xf32>) -> tensor<3x4xf32>
  return %0 : tensor<3x4xf32>
}

func.func @imputer(%arg0: tensor<3x3xf32>) -> tensor<3x3xf32> attributes {
    inputs = [dense<[[-0.9664022, 0x7FC00000, -1.368471], [1.052216, -1.3950299, -0.41699344], [0x7FC00000,
    0.6647267, -1.2443595]]> : tensor<3x3xf32>],
    outputs = [dense<[[-0.9664022, 2.0, -1.368471], [1.052216, -1.3950299, -0.41699344], [1.0, 0.6647267,
    -1.2443595]]> : tensor<3x3xf32>]} {
  %0 = onnx.ml.Imputer(%arg0) {imputed_value_floats = array<f32: 1.000000e+00, 2.000000e+00, 3.000000e+00>,
      replaced_value_float = 0x7FC00000 : f32} : (tensor<3x3xf32>) -> tensor<3x3xf32>
  return %0 : tensor<3x3xf32>
}

func.func @imputer1(%arg0: tensor<2x2xf32>) -> tensor<2x2xf32> attributes {
    inputs = [dense<[[1.0, 2.0], [2.0, 3.0]]> : tensor<2x2xf32>],
    outputs = [dense<[[1.0, 9.0], [9.0, 3.0]]> : tensor<2x2xf32>]} {
  %0 = onnx.ml.Imputer(%arg0) {imputed_value_floats = array<f32: 9.000000e+00>, replaced_value_float = 2.000000e+00
      : f32} : (tensor<2x2xf32>) -> tensor<2x2xf32>
  return %0 : tensor<2x2xf32>
}

func.func @imputer_i(%arg0: tensor<2x2xi64>) -> tensor<2x2xi64> attributes {
    inputs = [dense<[[1, 2], [2, 3]]> : tensor<2x2xi64>],
    outputs = [dense<[[1, 8], [9, 3]]> : tensor<2x2xi64>]} {
  %0 = onnx.ml.Imputer(%arg0) {imputed_value_int64s = array<i64: 9, 8>, replaced_value_int64 = 2 : si64} :
      (tensor<2x2xi64>) -> tensor<2x2xi64>
  return %0 : tensor<2x2xi64>
}

func.func @ohe(%arg0: tensor<2x2xi64>) -> tensor<2x2x3xf32> attributes {
    inputs = [dense<[[1, 2], [5, 3]]> : tensor<2x2xi64>],
    outputs = [dense<[[[0.0, 1.0, 0.0], [0.0, 0.0, 1.0]], [[0.0, 0.0, 0.0], [1.0, 0.0, 0.0]]]> :
    tensor<2x2x3xf32>]} {
  %0 = onnx.ml.OneHotEncoder(%arg0) {cats_int64s = array<i64: 3, 1, 2>} : (tensor<2x2xi64>) -> tensor<2x2x3xf32>
  return %0 : tensor<2x2x3xf32>
}

func.func @ohe_f(%arg0: tensor<3xf32>) -> tensor<3x3xf32> attributes {
    inputs = [dense<[1.0, 2.0, 5.0]> : tensor<3xf32>],
    outputs = [dense<[[0.0, 1.0, 0.0], [0.0, 0.0, 1.0], [0.0, 0.0, 0.0]]> : tensor<3x3xf32>]} {
  %0 = onnx.ml.OneHotEncoder(%arg0) {cats_int64s = array<i64: 3, 1, 2>} : (tensor<3xf32>) -> tensor<3x3xf32>
  return %0 : tensor<3x3xf32>
}

func.func @afe(%arg0: tensor<3x4xf32>, %arg1: tensor<1x2xi64>) -> tensor<3x2xf32> attributes {
    inputs = [dense<[[-0.7006664, 1.094972, 1.392273, -1.6944846], [-0.7864177, -1.2122121, 1.1875902, -1.9806061],
    [1.9221423, -0.9746312, 1.3325208, 1.8828648]]> : tensor<3x4xf32>, dense<[[3, 0]]> : tensor<1x2xi64>],
    outputs = [dense<[[-1.6944846, -0.7006664], [-1.9806061, -0.7864177], [1.8828648, 1.9221423]]> :
    tensor<3x2xf32>]} {
  %0 = onnx.ml.ArrayFeatureExtractor(%arg0, %arg1) : (tensor<3x4xf32>, tensor<1x2xi64>) -> tensor<3x2xf32>
  return %0 : tensor<3x2xf32>
}

func.func @afe1(%arg0: tensor<4xf32>, %arg1: tensor<3xi64>) -> tensor<1x3xf32> attributes {
    inputs = [dense<[1.4447827, 1.1106105, -0.931674, -1.2813551]> : tensor<4xf32>, dense<[3, 0, 1]> :
    tensor<3xi64>],
    outputs = [dense<[[-1.2813551, 1.4447827, 1.1106105]]> : tensor<1x3xf32>]} {
  %0 = onnx.ml.ArrayFeatureExtractor(%arg0, %arg1) : (tensor<4xf32>, tensor<3xi64>) -> tensor<1x3xf32>
  return %0 : tensor<1x3xf32>
}

func.func @afe3(%arg0: tensor<2x3x4xf32>, %arg1: tensor<1xi64>) -> tensor<2x3x1xf32> attributes {
    inputs = [dense<[[[1.4035914, -1.9424328, 1.788491, -1.7574085], [-1.6238569, 0.3684636, -1.7566772,
    1.8762398], [-1.0728, -1.7776158, 1.4683135, 0.20531783]], [[-0.6945939, 0.14273623, -0.61129415, 1.1829766],
    [0.2171756, 0.8595585, -1.2667662, -0.7711194], [1.6837448, -0.68099123, -0.78882766, -0.38657793]]]> :
    tensor<2x3x4xf32>, dense<[2]> : tensor<1xi64>],
    outputs = [dense<[[[1.788491], [-1.7566772], [1.4683135]], [[-0.61129415], [-1.2667662], [-0.78882766]]]> :
    tensor<2x3x1xf32>]} {
  %0 = onnx.ml.ArrayFeatureExtractor(%arg0, %arg1) : (tensor<2x3x4xf32>, tensor<1xi64>) -> tensor<2x3x1xf32>
  return %0 : tensor<2x3x1xf32>
}

func.func @fv(%arg0: tensor<2x3xf32>, %arg1: tensor<2x2xf32>) -> tensor<2x5xf32> attributes {
    inputs = [dense<[[-0.57003725, -1.4417889, 0.031932957], [1.940488, -1.9564283, -0.89925736]]> :
    tensor<2x3xf32>, dense<[[-1.0307578, -0.23066288], [1.1779654, 1.5113119]]> : tensor<2x2xf32>],
    outputs = [dense<[[-0.57003725, -1.4417889, 0.031932957, -1.0307578, -0.23066288], [1.940488, -1.9564283,
    -0.89925736, 1.1779654, 1.5113119]]> : tensor<2x5xf32>]} {
  %0 = onnx.ml.FeatureVectorizer(%arg0, %arg1) {inputdimensions = array<i64: 3, 2>} : (tensor<2x3xf32>,
      tensor<2x2xf32>) -> tensor<2x5xf32>
  return %0 : tensor<2x5xf32>
}

func.func @fv2(%arg0: tensor<2x3xf32>, %arg1: tensor<2x2xf32>) -> tensor<2x6xf32> attributes {
    inputs = [dense<[[1.0021588, 1.2618827, 0.007379555], [-0.04664298, 0.04081601, 0.09305837]]> :
    tensor<2x3xf32>, dense<[[1.0, 2.0], [3.0, 4.0]]> : tensor<2x2xf32>],
    outputs = [dense<[[1.0021588, 1.2618827, 1.0, 2.0, 0.0, 0.0], [-0.04664298, 0.04081601, 3.0, 4.0, 0.0, 0.0]]> :
    tensor<2x6xf32>]} {
  %0 = onnx.ml.FeatureVectorizer(%arg0, %arg1) {inputdimensions = array<i64: 2, 4>} : (tensor<2x3xf32>,
      tensor<2x2xf32>) -> tensor<2x6xf32>
  return %0 : tensor<2x6xf32>
}
