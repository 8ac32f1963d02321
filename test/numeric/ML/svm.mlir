// SPDX-License-Identifier: Apache-2.0
// Support vector machines: kernels, votes, probabilities; expected values are ONNX Runtime's.

func.func @svr_linear_0(%arg0: tensor<4x3xf32>) -> tensor<4x1xf32> attributes {
    inputs = [dense<[[-0.8766295, 0.9433194, 1.3972493], [1.4511222, 1.5349659, 0.57690495], [-0.67533326,
    -1.6880329, 0.5847648], [-0.47720012, 1.4910183, -0.24222988]]> : tensor<4x3xf32>],
    outputs = [dense<[[0.71519685], [-0.37058586], [0.041044522], [0.7227153]]> : tensor<4x1xf32>]} {
  %0 = onnx.ml.SVMRegressor(%arg0) {coefficients = array<f32: 5.000000e-01, -3.000000e-01, 2.000000e-01>,
      kernel_params = array<f32: 3.000000e-01, 1.000000e-01, 3.000000e+00>, n_supports = 3 : si64, rho = array<f32:
      1.000000e-01>, support_vectors = array<f32: -1.31704831, 1.14278197, 0.401594043, -1.34579241, 1.46414614,
      0.751856803, -1.46002448, 0.503747344, -0.176190421>} : (tensor<4x3xf32>) -> tensor<4x1xf32>
  return %0 : tensor<4x1xf32>
}

func.func @svr_poly_0(%arg0: tensor<4x3xf32>) -> tensor<4x1xf32> attributes {
    inputs = [dense<[[0.39981642, -1.329682, -1.2067516], [1.6755667, 0.89967805, 0.28384072], [0.4174875,
    1.3497473, 0.876057], [-1.6914656, -0.5834232, -0.17081365]]> : tensor<4x3xf32>],
    outputs = [dense<[[0.0872633], [0.016132772], [0.084915854], [0.30098927]]> : tensor<4x1xf32>]} {
  %0 = onnx.ml.SVMRegressor(%arg0) {coefficients = array<f32: 5.000000e-01, -3.000000e-01, 2.000000e-01>,
      kernel_params = array<f32: 3.000000e-01, 1.000000e-01, 3.000000e+00>, kernel_type = "POLY", n_supports = 3 :
      si64, rho = array<f32: 1.000000e-01>, support_vectors = array<f32: -1.50333035, -0.215856507, 1.73964274,
      -1.4215945, 1.28806424, -0.171970785, 0.308129281, -0.586097777, -0.885321856>} : (tensor<4x3xf32>) ->
      tensor<4x1xf32>
  return %0 : tensor<4x1xf32>
}

func.func @svr_rbf_0(%arg0: tensor<4x3xf32>) -> tensor<4x1xf32> attributes {
    inputs = [dense<[[-0.27640426, 0.5577666, 1.2305729], [-1.9375752, -0.12005114, 1.1486678], [1.371962,
    1.8163711, -1.6485672], [1.8156701, 1.2484185, 0.43143654]]> : tensor<4x3xf32>],
    outputs = [dense<[[0.19343637], [0.16350296], [0.14786619], [0.12828903]]> : tensor<4x1xf32>]} {
  %0 = onnx.ml.SVMRegressor(%arg0) {coefficients = array<f32: 5.000000e-01, -3.000000e-01, 2.000000e-01>,
      kernel_params = array<f32: 3.000000e-01, 1.000000e-01, 3.000000e+00>, kernel_type = "RBF", n_supports = 3 : si64,
      rho = array<f32: 1.000000e-01>, support_vectors = array<f32: -0.272349685, -0.650443435, -0.930808783, 1.4763726,
      -1.90918207, -0.431118697, 0.102255993, -0.595660329, -1.18332946>} : (tensor<4x3xf32>) -> tensor<4x1xf32>
  return %0 : tensor<4x1xf32>
}

func.func @svr_sigmoid_0(%arg0: tensor<4x3xf32>) -> tensor<4x1xf32> attributes {
    inputs = [dense<[[-1.9374202, -0.8252598, -1.301167], [-1.6962078, -1.0157628, -1.0407181], [1.7683631,
    -1.1735927, 1.3389189], [1.7401961, -0.8613966, -1.7333627]]> : tensor<4x3xf32>],
    outputs = [dense<[[0.04686313], [0.16518882], [0.6786095], [0.7359448]]> : tensor<4x1xf32>]} {
  %0 = onnx.ml.SVMRegressor(%arg0) {coefficients = array<f32: 5.000000e-01, -3.000000e-01, 2.000000e-01>,
      kernel_params = array<f32: 3.000000e-01, 1.000000e-01, 3.000000e+00>, kernel_type = "SIGMOID", n_supports = 3 :
      si64, rho = array<f32: 1.000000e-01>, support_vectors = array<f32: 1.74776661, -1.75055254, 0.202756435,
      -0.253245115, 1.81014693, 1.66579354, -0.172696128, -0.597697198, 0.970132589>} : (tensor<4x3xf32>) ->
      tensor<4x1xf32>
  return %0 : tensor<4x1xf32>
}

func.func @svr_rbf_1(%arg0: tensor<4x3xf32>) -> tensor<4x1xf32> attributes {
    inputs = [dense<[[-1.6090349, 1.750667, 0.90082955], [-1.6647604, 1.1750507, -0.24036476], [0.12047115,
    1.421179, -0.5002836], [-1.9161986, 0.3624466, -0.6039256]]> : tensor<4x3xf32>],
    outputs = [dense<[[-1.0], [1.0], [1.0], [1.0]]> : tensor<4x1xf32>]} {
  %0 = onnx.ml.SVMRegressor(%arg0) {coefficients = array<f32: 5.000000e-01, -3.000000e-01, 2.000000e-01>,
      kernel_params = array<f32: 3.000000e-01, 1.000000e-01, 3.000000e+00>, kernel_type = "RBF", n_supports = 3 : si64,
      one_class = 1 : si64, rho = array<f32: 1.000000e-01>, support_vectors = array<f32: -1.28509486, 2.911270e-01,
      -1.88666356, -1.80844021, 1.7167846, 1.07638824, 0.869185626, -1.96597493, -0.855806648>} : (tensor<4x3xf32>) ->
      tensor<4x1xf32>
  return %0 : tensor<4x1xf32>
}

func.func @svc3_linear_0(%arg0: tensor<4x3xf32>) -> (tensor<4xi64>, tensor<4x3xf32>) attributes {
    inputs = [dense<[[1.654248, 0.3537962, -0.4334726], [0.15766108, -0.675024, -0.49597806], [-1.290273,
    -1.2569836, -1.837449], [-1.6769979, 0.34968057, -1.314177]]> : tensor<4x3xf32>],
    outputs = [dense<3> : tensor<4xi64>, dense<[[2.4282494, 1.0974768, 4.418492], [-1.7030107, 0.46151233,
    -2.2886631], [-8.806756, 4.3347416, -10.826105], [-6.3597717, 4.804858, -6.30395]]> : tensor<4x3xf32>]} {
  %Y, %Z = onnx.ml.SVMClassifier(%arg0) {classlabels_ints = array<i64: 3, 4, 5>, coefficients = array<f32:
      0.879038274, -0.736732423, -0.334451735, -1.95993423, -0.934821248, -1.19817185, -9.545990e-01, 1.37243164,
      -0.902015805, 0.691076099>, kernel_params = array<f32: 3.000000e-01, 1.000000e-01, 2.000000e+00>, rho =
      array<f32: 1.000000e-01, -2.000000e-01, 3.000000e-01>, support_vectors = array<f32: -0.901554286, -1.3036716,
      1.91944897, 0.0127729718, -1.59377515, -0.981005489, 0.207294673, 0.513822138, 0.651298582, -1.41576123,
      -0.623312652, -0.296446323, 1.4562676, 1.97888732, 1.86395621>, vectors_per_class = array<i64: 2, 2, 1>} :
      (tensor<4x3xf32>) -> (tensor<4xi64>, tensor<4x3xf32>)
  return %Y, %Z : tensor<4xi64>, tensor<4x3xf32>
}

func.func @svc3_linear_1(%arg0: tensor<4x3xf32>) -> (tensor<4xi64>, tensor<4x3xf32>) attributes {
    inputs = [dense<[[0.3100391, 1.5205808, -1.5856018], [-1.0428827, 1.9526716, -1.2016282], [1.5904685,
    -1.8209833, -0.8437737], [1.5930514, -1.3613317, -0.58242947]]> : tensor<4x3xf32>],
    outputs = [dense<3> : tensor<4xi64>, dense<[[0.97065234, 0.0018490921, 0.027498737], [0.9398911, 0.037507307,
    0.022601519], [0.30908206, 0.43020707, 0.26071084], [0.32988518, 0.35144576, 0.31866893]]> : tensor<4x3xf32>]}
    {
  %Y, %Z = onnx.ml.SVMClassifier(%arg0) {classlabels_ints = array<i64: 3, 4, 5>, coefficients = array<f32:
      -0.0626825467, -1.97940326, 1.58732665, -1.13696396, 0.431905925, -1.04310441, -1.37862635, -1.89140713,
      -1.81171274, -0.703014314>, kernel_params = array<f32: 3.000000e-01, 1.000000e-01, 2.000000e+00>, prob_a =
      array<f32: -5.000000e-01, -6.000000e-01, -0.699999988>, prob_b = array<f32: 1.000000e-01, 2.000000e-01,
      3.000000e-01>, rho = array<f32: 1.000000e-01, -2.000000e-01, 3.000000e-01>, support_vectors = array<f32:
      0.639693856, -1.88142061, -1.97818577, -1.82216918, -1.76980627, 0.29628396, 1.78762436, 1.37642312, 0.165222377,
      -1.20153475, 3.176290e-02, 1.327610e+00, -0.825529277, 1.58592308, -1.30578911>, vectors_per_class = array<i64:
      2, 2, 1>} : (tensor<4x3xf32>) -> (tensor<4xi64>, tensor<4x3xf32>)
  return %Y, %Z : tensor<4xi64>, tensor<4x3xf32>
}

func.func @svc3_poly_0(%arg0: tensor<4x3xf32>) -> (tensor<4xi64>, tensor<4x3xf32>) attributes {
    inputs = [dense<[[0.5442971, -1.8162687, -1.3117063], [0.11204933, 1.4108961, -0.23711094], [-0.8590524,
    -0.89856446, -1.928013], [-1.733118, 1.8352286, -0.57892126]]> : tensor<4x3xf32>],
    outputs = [dense<4> : tensor<4xi64>, dense<[[-5.4591656, 2.822673, 1.0628717], [-1.04731, 0.05378349,
    1.1637418], [-3.076119, -2.1261835, 2.9594033], [-5.0030236, 3.0237112, 4.4625134]]> : tensor<4x3xf32>]} {
  %Y, %Z = onnx.ml.SVMClassifier(%arg0) {classlabels_ints = array<i64: 3, 4, 5>, coefficients = array<f32:
      -0.443255663, -1.82991588, -1.8856045, -0.195786178, 0.7453022, -1.66951525, 1.60663879, 0.868383884, 1.13213193,
      0.302039176>, kernel_params = array<f32: 3.000000e-01, 1.000000e-01, 2.000000e+00>, kernel_type = "POLY", rho =
      array<f32: 1.000000e-01, -2.000000e-01, 3.000000e-01>, support_vectors = array<f32: -0.526446402, 0.176524773,
      -1.84318817, -1.9503907, 1.11596644, 1.63121879, 0.494273961, 1.35100687, 0.800943434, -1.47478902, 1.05323863,
      -1.96410275, 0.771481931, -1.21462035, 0.787759959>, vectors_per_class = array<i64: 2, 2, 1>} : (tensor<4x3xf32>)
      -> (tensor<4xi64>, tensor<4x3xf32>)
  return %Y, %Z : tensor<4xi64>, tensor<4x3xf32>
}

func.func @svc3_rbf_1(%arg0: tensor<4x3xf32>) -> (tensor<4xi64>, tensor<4x3xf32>) attributes {
    inputs = [dense<[[1.2995322, -0.5098, -1.6029855], [1.3005359, -0.28095782, 0.29228008], [-0.94275016,
    -0.867905, 1.0554907], [-1.9877092, 0.6419174, -1.1164305]]> : tensor<4x3xf32>],
    outputs = [dense<4> : tensor<4xi64>, dense<[[0.29861936, 0.3462723, 0.35510844], [0.28669393, 0.3520952,
    0.36121094], [0.34640872, 0.41155264, 0.24203882], [0.2898113, 0.33904862, 0.37114006]]> : tensor<4x3xf32>]} {
  %Y, %Z = onnx.ml.SVMClassifier(%arg0) {classlabels_ints = array<i64: 3, 4, 5>, coefficients = array<f32:
      -1.35293877, -1.48446441, 6.437940e-01, -1.08312142, 1.18671334, -0.271225274, 1.86470675, -0.403194726,
      -0.108949587, 0.907454371>, kernel_params = array<f32: 3.000000e-01, 1.000000e-01, 2.000000e+00>, kernel_type =
      "RBF", prob_a = array<f32: -5.000000e-01, -6.000000e-01, -0.699999988>, prob_b = array<f32: 1.000000e-01,
      2.000000e-01, 3.000000e-01>, rho = array<f32: 1.000000e-01, -2.000000e-01, 3.000000e-01>, support_vectors =
      array<f32: -0.441227138, 1.83397353, 1.23921561, -0.556654274, -1.67179942, -1.16406548, -1.57762742,
      -1.38357985, -1.37981772, -0.123058222, 1.45866811, -0.729815841, -1.43228745, -1.00277746, 1.4991442>,
      vectors_per_class = array<i64: 2, 2, 1>} : (tensor<4x3xf32>) -> (tensor<4xi64>, tensor<4x3xf32>)
  return %Y, %Z : tensor<4xi64>, tensor<4x3xf32>
}

func.func @svc3_sigmoid_1(%arg0: tensor<4x3xf32>) -> (tensor<4xi64>, tensor<4x3xf32>) attributes {
    inputs = [dense<[[-0.19835153, 0.66249007, -0.49858257], [-1.3440417, 1.9878899, 0.014166834], [1.3947021,
    -0.007948025, 0.5084476], [-0.14409769, 1.7966746, 1.7627914]]> : tensor<4x3xf32>],
    outputs = [dense<[5, 5, 3, 5]> : tensor<4xi64>, dense<[[0.18751678, 0.16419876, 0.6482845], [0.16927403,
    0.1028942, 0.7278318], [0.29957083, 0.4512189, 0.24921025], [0.27021074, 0.30248523, 0.42730418]]> :
    tensor<4x3xf32>]} {
  %Y, %Z = onnx.ml.SVMClassifier(%arg0) {classlabels_ints = array<i64: 3, 4, 5>, coefficients = array<f32:
      -1.85177708, 0.25561744, -1.90743387, -1.62261319, -0.878860533, 0.854438781, -1.55971181, -1.89186084,
      1.31531131, 0.0539521687>, kernel_params = array<f32: 3.000000e-01, 1.000000e-01, 2.000000e+00>, kernel_type =
      "SIGMOID", prob_a = array<f32: -5.000000e-01, -6.000000e-01, -0.699999988>, prob_b = array<f32: 1.000000e-01,
      2.000000e-01, 3.000000e-01>, rho = array<f32: 1.000000e-01, -2.000000e-01, 3.000000e-01>, support_vectors =
      array<f32: -0.718875289, -1.58916366, 1.32384825, 0.228394911, 1.35962808, -1.66844463, -1.02795768, 1.68073821,
      -1.52317786, 0.527954459, -1.84566498, 1.68431699, 1.41980195, 1.51655447, -1.30266166>, vectors_per_class =
      array<i64: 2, 2, 1>} : (tensor<4x3xf32>) -> (tensor<4xi64>, tensor<4x3xf32>)
  return %Y, %Z : tensor<4xi64>, tensor<4x3xf32>
}

func.func @svc2_rbf_0_none(%arg0: tensor<4x3xf32>) -> (tensor<4xi64>, tensor<4x2xf32>) attributes {
    inputs = [dense<[[-0.31432113, -0.03273169, -0.7619969], [0.12586878, -1.5556905, -1.5908833], [1.765518,
    0.03645207, 0.2717461], [-0.010506389, 0.55749685, 1.4174826]]> : tensor<4x3xf32>],
    outputs = [dense<3> : tensor<4xi64>, dense<[[-0.69511956, 0.69511956], [-1.0107436, 1.0107436], [-0.31933674,
    0.31933674], [-0.49772805, 0.49772805]]> : tensor<4x2xf32>]} {
  %Y, %Z = onnx.ml.SVMClassifier(%arg0) {classlabels_ints = array<i64: 3, 4>, coefficients = array<f32: 0.69397372,
      0.571389735, 1.22307014, -0.537380934>, kernel_params = array<f32: 3.000000e-01, 1.000000e-01, 2.000000e+00>,
      kernel_type = "RBF", rho = array<f32: 1.000000e-01>, support_vectors = array<f32: 0.627283751, -0.5819574,
      1.39832115, -0.316205114, -1.63132572, -1.84095728, -1.20285797, -0.350060016, -1.9115988, 0.333595842,
      0.7828902, -1.41256678>, vectors_per_class = array<i64: 2, 2>} : (tensor<4x3xf32>) -> (tensor<4xi64>,
      tensor<4x2xf32>)
  return %Y, %Z : tensor<4xi64>, tensor<4x2xf32>
}

func.func @svc2_rbf_0_logistic(%arg0: tensor<4x3xf32>) -> (tensor<4xi64>, tensor<4x2xf32>) attributes {
    inputs = [dense<[[0.098863624, -0.99639463, 0.9409766], [1.7548449, -1.0631089, -0.64598864], [1.2629621,
    1.1334465, 1.5619806], [-0.2140085, -1.9052026, 1.8987812]]> : tensor<4x3xf32>],
    outputs = [dense<4> : tensor<4xi64>, dense<[[0.74489576, 0.25510424], [0.56489086, 0.43510914], [0.51510704,
    0.48489296], [0.6480419, 0.3519581]]> : tensor<4x2xf32>]} {
  %Y, %Z = onnx.ml.SVMClassifier(%arg0) {classlabels_ints = array<i64: 3, 4>, coefficients = array<f32: 1.68764591,
      -1.33574557, -1.29859066, 0.531401217>, kernel_params = array<f32: 3.000000e-01, 1.000000e-01, 2.000000e+00>,
      kernel_type = "RBF", post_transform = "LOGISTIC", rho = array<f32: 1.000000e-01>, support_vectors = array<f32:
      0.107329637, -0.899156689, -1.84877646, -1.34059763, -1.53804505, 0.754974842, 0.624305665, -0.58602351,
      -0.352567106, -0.906991302, 1.90557766, -1.7452389>, vectors_per_class = array<i64: 2, 2>} : (tensor<4x3xf32>) ->
      (tensor<4xi64>, tensor<4x2xf32>)
  return %Y, %Z : tensor<4xi64>, tensor<4x2xf32>
}

func.func @svc2_rbf_1_none(%arg0: tensor<4x3xf32>) -> (tensor<4xi64>, tensor<4x2xf32>) attributes {
    inputs = [dense<[[-1.0516319, 0.928658, 1.3541074], [-1.5219535, -1.3879354, 0.59502333], [-1.5156082,
    -1.9853702, 1.0190407], [0.16763857, 1.4130061, 0.6992563]]> : tensor<4x3xf32>],
    outputs = [dense<3> : tensor<4xi64>, dense<[[0.49477103, 0.505229], [0.513997, 0.48600295], [0.5, 0.5],
    [0.5168046, 0.48319545]]> : tensor<4x2xf32>]} {
  %Y, %Z = onnx.ml.SVMClassifier(%arg0) {classlabels_ints = array<i64: 3, 4>, coefficients = array<f32: 1.92043221,
      1.48935556, -0.832907617, 1.2746284>, kernel_params = array<f32: 3.000000e-01, 1.000000e-01, 2.000000e+00>,
      kernel_type = "RBF", prob_a = array<f32: -5.000000e-01>, prob_b = array<f32: 1.000000e-01>, rho = array<f32:
      1.000000e-01>, support_vectors = array<f32: 1.76884866, -0.273646444, -1.222399, -0.722250401, 0.123903565,
      -1.43694365, 0.233800381, 0.564876139, -0.407852471, 0.628375411, 0.144007295, -0.752743422>, vectors_per_class =
      array<i64: 2, 2>} : (tensor<4x3xf32>) -> (tensor<4xi64>, tensor<4x2xf32>)
  return %Y, %Z : tensor<4xi64>, tensor<4x2xf32>
}

func.func @svc2_linear_0_softmax(%arg0: tensor<4x3xf32>) -> (tensor<4xi64>, tensor<4x2xf32>) attributes {
    inputs = [dense<[[0.6482521, -0.48258373, -1.3403189], [0.6296414, 1.4852936, 1.9743425], [-0.23292871,
    -1.6179992, 0.9548204], [-0.31031334, -1.1033818, -1.7308594]]> : tensor<4x3xf32>],
    outputs = [dense<[3, 4, 3, 3]> : tensor<4xi64>, dense<[[-4.670213, 5.670213], [13.940338, -12.940338],
    [-4.997066, 5.997066], [-9.383972, 10.383972]]> : tensor<4x2xf32>]} {
  %Y, %Z = onnx.ml.SVMClassifier(%arg0) {classlabels_ints = array<i64: 3, 4>, coefficients = array<f32: 1.52131915,
      -1.10523486, -0.342285156, -0.755515038>, kernel_params = array<f32: 3.000000e-01, 1.000000e-01, 2.000000e+00>,
      post_transform = "SOFTMAX", rho = array<f32: 1.000000e-01>, support_vectors = array<f32: 1.14915442, -1.98747873,
      -0.174118564, 1.71424007, 1.10690379, 1.04679656, 0.616484642, -1.28673804, 1.12352836, 0.270423084, 1.70436442,
      1.04164112>, vectors_per_class = array<i64: 2, 2>} : (tensor<4x3xf32>) -> (tensor<4xi64>, tensor<4x2xf32>)
  return %Y, %Z : tensor<4xi64>, tensor<4x2xf32>
}
