// SPDX-License-Identifier: Apache-2.0
// Linear models; expected values are ONNX Runtime's.

func.func @linreg_none(%arg0: tensor<4x3xf32>) -> tensor<4x1xf32> attributes {
    inputs = [dense<[[-0.4400791, -0.52317667, 1.1452161], [0.4670602, 1.2009964, 0.45665124], [-0.92872995,
    -1.930863, 0.10206241], [-0.6497084, 0.63168466, -1.7140982]]> : tensor<4x3xf32>],
    outputs = [dense<[[0.5949216], [0.8239007], [-0.048426867], [-0.05286339]]> : tensor<4x1xf32>]} {
  %0 = onnx.ml.LinearRegressor(%arg0) {coefficients = array<f32: 1.000000e-01, 2.000000e-01, 3.000000e-01>,
      intercepts = array<f32: 4.000000e-01>} : (tensor<4x3xf32>) -> tensor<4x1xf32>
  return %0 : tensor<4x1xf32>
}

func.func @linreg_probit(%arg0: tensor<4x3xf32>) -> tensor<4x1xf32> attributes {
    inputs = [dense<[[-1.7419217, 1.6196009, -0.09552679], [0.34020895, -1.1086377, -0.062172677], [-1.3098061,
    -0.09125329, -1.5055387], [-1.8730537, -0.5334902, 0.24897483]]> : tensor<4x3xf32>],
    outputs = [dense<[[0.05284277], [-0.86469626], [0x7FC00000], [-0.9128969]]> : tensor<4x1xf32>]} {
  %0 = onnx.ml.LinearRegressor(%arg0) {coefficients = array<f32: 1.000000e-01, 2.000000e-01, 3.000000e-01>,
      intercepts = array<f32: 4.000000e-01>, post_transform = "PROBIT"} : (tensor<4x3xf32>) -> tensor<4x1xf32>
  return %0 : tensor<4x1xf32>
}

func.func @linreg2_none(%arg0: tensor<4x3xf32>) -> tensor<4x2xf32> attributes {
    inputs = [dense<[[0.37270248, 0.22478192, -0.19173881], [-0.25616857, -0.07230216, -0.3615627], [-0.16203086,
    0.0858846, -0.08520879], [-0.3388765, -0.33281437, 0.30222124]]> : tensor<4x3xf32>],
    outputs = [dense<[[0.424705, 0.49181658], [0.2514539, 0.43161368], [0.3754112, 0.5249267], [0.39021584,
    0.49448758]]> : tensor<4x2xf32>]} {
  %0 = onnx.ml.LinearRegressor(%arg0) {coefficients = array<f32: 1.000000e-01, 2.000000e-01, 3.000000e-01,
      -1.000000e-01, 3.000000e-01, 2.000000e-01>, intercepts = array<f32: 4.000000e-01, 5.000000e-01>, targets = 2 :
      si64} : (tensor<4x3xf32>) -> tensor<4x2xf32>
  return %0 : tensor<4x2xf32>
}

func.func @linreg2_logistic(%arg0: tensor<4x3xf32>) -> tensor<4x2xf32> attributes {
    inputs = [dense<[[0.16108628, -0.37359646, 0.1306275], [0.064104326, 0.3469591, -0.15136796], [-0.23073427,
    0.24918766, -0.060380843], [-0.1300068, -0.33467272, 0.24017699]]> : tensor<4x3xf32>],
    outputs = [dense<[[0.5940124, 0.5981921], [0.6059672, 0.63816386], [0.6007641, 0.6423902], [0.59679246,
    0.61316466]]> : tensor<4x2xf32>]} {
  %0 = onnx.ml.LinearRegressor(%arg0) {coefficients = array<f32: 1.000000e-01, 2.000000e-01, 3.000000e-01,
      -1.000000e-01, 3.000000e-01, 2.000000e-01>, intercepts = array<f32: 4.000000e-01, 5.000000e-01>, post_transform =
      "LOGISTIC", targets = 2 : si64} : (tensor<4x3xf32>) -> tensor<4x2xf32>
  return %0 : tensor<4x2xf32>
}

func.func @linreg2_softmax(%arg0: tensor<4x3xf32>) -> tensor<4x2xf32> attributes {
    inputs = [dense<[[0.2868764, -0.1424999, 0.34646574], [-0.090152465, 0.3487946, 0.17836681], [0.063941255,
    -0.2791062, 0.326611], [-0.109168135, 0.3236315, -0.08558121]]> : tensor<4x3xf32>],
    outputs = [dense<[[0.50156796, 0.49843207], [0.46628293, 0.53371704], [0.49334037, 0.5066596], [0.45940086,
    0.54059917]]> : tensor<4x2xf32>]} {
  %0 = onnx.ml.LinearRegressor(%arg0) {coefficients = array<f32: 1.000000e-01, 2.000000e-01, 3.000000e-01,
      -1.000000e-01, 3.000000e-01, 2.000000e-01>, intercepts = array<f32: 4.000000e-01, 5.000000e-01>, post_transform =
      "SOFTMAX", targets = 2 : si64} : (tensor<4x3xf32>) -> tensor<4x2xf32>
  return %0 : tensor<4x2xf32>
}

func.func @linreg2_softmax_zero(%arg0: tensor<4x3xf32>) -> tensor<4x2xf32> attributes {
    inputs = [dense<[[0.32935658, -0.007253302, 0.047660932], [0.3380761, -0.13456206, -0.14914237], [0.27045947,
    0.21541412, 0.14313895], [-0.13269852, -0.026467113, -0.028765902]]> : tensor<4x3xf32>],
    outputs = [dense<[[0.49284118, 0.5071588], [0.4915401, 0.5084599], [0.48671922, 0.5132808], [0.46834996,
    0.53165]]> : tensor<4x2xf32>]} {
  %0 = onnx.ml.LinearRegressor(%arg0) {coefficients = array<f32: 1.000000e-01, 2.000000e-01, 3.000000e-01,
      -1.000000e-01, 3.000000e-01, 2.000000e-01>, intercepts = array<f32: 4.000000e-01, 5.000000e-01>, post_transform =
      "SOFTMAX_ZERO", targets = 2 : si64} : (tensor<4x3xf32>) -> tensor<4x2xf32>
  return %0 : tensor<4x2xf32>
}

func.func @lincls3_none(%arg0: tensor<4x3xf32>) -> (tensor<4xi64>, tensor<4x3xf32>) attributes {
    inputs = [dense<[[0.14944898, -0.23711446, -0.28296983], [-0.13187252, -0.18475525, -0.3727729], [-0.30238253,
    0.29312187, 0.34953138], [-0.24424504, -0.048422668, 0.37614414]]> : tensor<4x3xf32>],
    outputs = [dense<[2, 2, 6, 6]> : tensor<4xi64>, dense<[[-0.02659791, -0.34327662, -0.52721274], [0.09569463,
    -0.46683216, -0.41420323], [0.33517638, 0.83034265, 1.4197502], [0.4634397, 0.44079232, 1.1449838]]> :
    tensor<4x3xf32>]} {
  %Y, %Z = onnx.ml.LinearClassifier(%arg0) {classlabels_ints = array<i64: 2, 4, 6>, coefficients = array<f32:
      -0.669935465, -0.452725023, 0.472928107, 0.348306984, 1.28018832, 1.03113317, -0.830106854, 0.804288983,
      1.81095493>, intercepts = array<f32: 1.000000e-01, 2.000000e-01, 3.000000e-01>, multi_class = 1 : si64} :
      (tensor<4x3xf32>) -> (tensor<4xi64>, tensor<4x3xf32>)
  return %Y, %Z : tensor<4xi64>, tensor<4x3xf32>
}

func.func @lincls3_softmax(%arg0: tensor<4x3xf32>) -> (tensor<4xi64>, tensor<4x3xf32>) attributes {
    inputs = [dense<[[-0.07194442, 0.33878917, -0.11262571], [-0.20190886, -0.19480027, 0.30372816], [-0.18563433,
    0.04321846, 0.20623624], [-0.09939654, -0.1468216, 0.17607458]]> : tensor<4x3xf32>],
    outputs = [dense<[2, 6, 4, 6]> : tensor<4xi64>, dense<[[0.36973473, 0.3463387, 0.28392658], [0.237542,
    0.3775123, 0.38494572], [0.27866268, 0.38808653, 0.3332508], [0.25807258, 0.3534087, 0.38851872]]> :
    tensor<4x3xf32>]} {
  %Y, %Z = onnx.ml.LinearClassifier(%arg0) {classlabels_ints = array<i64: 2, 4, 6>, coefficients = array<f32:
      -1.69830775, 0.586890221, -0.148177221, -1.59941745, 5.263030e-01, 1.07470298, -1.2121551, -0.49298507,
      0.413365632>, intercepts = array<f32: 1.000000e-01, 2.000000e-01, 3.000000e-01>, multi_class = 1 : si64,
      post_transform = "SOFTMAX"} : (tensor<4x3xf32>) -> (tensor<4xi64>, tensor<4x3xf32>)
  return %Y, %Z : tensor<4xi64>, tensor<4x3xf32>
}

func.func @lincls2_logistic(%arg0: tensor<4x3xf32>) -> (tensor<4xi64>, tensor<4x2xf32>) attributes {
    inputs = [dense<[[-1.6609448, -0.32132193, 0.7631629], [1.4045029, 1.3443145, -0.5193055], [-1.0159187,
    0.7113446, 0.22247554], [0.4890364, 1.5524529, 0.15402229]]> : tensor<4x3xf32>],
    outputs = [dense<[2, 4, 2, 2]> : tensor<4xi64>, dense<[[0.11707252, 0.08276054], [0.8377927, 0.8583006],
    [0.31835783, 0.20877582], [0.49996293, 0.45306876]]> : tensor<4x2xf32>]} {
  %Y, %Z = onnx.ml.LinearClassifier(%arg0) {classlabels_ints = array<i64: 2, 4>, coefficients = array<f32:
      0.431365877, -0.0171584077, -1.84690332, 0.89306122, -0.370095909, -1.62614238>, intercepts = array<f32:
      1.000000e-01, 2.000000e-01>, post_transform = "LOGISTIC"} : (tensor<4x3xf32>) -> (tensor<4xi64>, tensor<4x2xf32>)
  return %Y, %Z : tensor<4xi64>, tensor<4x2xf32>
}

func.func @lincls1_none(%arg0: tensor<4x3xf32>) -> (tensor<4xi64>, tensor<4x2xf32>) attributes {
    inputs = [dense<[[-1.8135308, 1.0642802, 1.3236804], [1.6702845, 1.2322019, 0.7918665], [-1.5153666,
    -1.3071209, -1.6061667], [-1.0588353, -0.94233966, 0.7218713]]> : tensor<4x3xf32>],
    outputs = [dense<[2, 2, 4, 4]> : tensor<4xi64>, dense<[[1.5701822, -0.5701822], [3.7222748, -2.7222748],
    [-2.4926481, 3.4926481], [-0.10971534, 1.1097153]]> : tensor<4x2xf32>]} {
  %Y, %Z = onnx.ml.LinearClassifier(%arg0) {classlabels_ints = array<i64: 2, 4>, coefficients = array<f32:
      -0.69047445, -0.871444464, -0.751629949>, intercepts = array<f32: 1.000000e-01>} : (tensor<4x3xf32>) ->
      (tensor<4xi64>, tensor<4x2xf32>)
  return %Y, %Z : tensor<4xi64>, tensor<4x2xf32>
}

func.func @lincls1_logistic(%arg0: tensor<4x3xf32>) -> (tensor<4xi64>, tensor<4x2xf32>) attributes {
    inputs = [dense<[[1.0384011, 0.1111924, 0.8298983], [-0.4081031, 0.89625865, -0.48414424], [1.93859,
    -0.17078127, -1.8152483], [-0.15870765, -1.2259481, 0.24124728]]> : tensor<4x3xf32>],
    outputs = [dense<[2, 2, 2, 4]> : tensor<4xi64>, dense<[[0.50470763, 0.49529237], [0.5812076, 0.41879243],
    [0.83365893, 0.16634107], [0.30805695, 0.69194305]]> : tensor<4x2xf32>]} {
  %Y, %Z = onnx.ml.LinearClassifier(%arg0) {classlabels_ints = array<i64: 2, 4>, coefficients = array<f32:
      -0.461083412, -0.422328025, 0.490322977>, intercepts = array<f32: 1.000000e-01>, post_transform = "LOGISTIC"} :
      (tensor<4x3xf32>) -> (tensor<4xi64>, tensor<4x2xf32>)
  return %Y, %Z : tensor<4xi64>, tensor<4x2xf32>
}

func.func @lincls_i64(%arg0: tensor<1x3xi64>) -> (tensor<1xi64>, tensor<1x2xf32>) attributes {
    inputs = [dense<[[1, 2, 3]]> : tensor<1x3xi64>],
    outputs = [dense<[4]> : tensor<1xi64>, dense<[[0.10004101, 2.0062535]]> : tensor<1x2xf32>]} {
  %Y, %Z = onnx.ml.LinearClassifier(%arg0) {classlabels_ints = array<i64: 2, 4>, coefficients = array<f32:
      1.50207925, 1.84114039, -1.72810638, -9.952080e-02, 6.449070e-02, 0.592264295>, intercepts = array<f32:
      1.000000e-01, 2.000000e-01>} : (tensor<1x3xi64>) -> (tensor<1xi64>, tensor<1x2xf32>)
  return %Y, %Z : tensor<1xi64>, tensor<1x2xf32>
}
