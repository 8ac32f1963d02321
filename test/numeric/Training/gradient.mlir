// SPDX-License-Identifier: Apache-2.0
// Gradient: derivatives of the sum of y by each of xs, for each kind of operator.

func.func @neg(%a: tensor<4xf64>) -> tensor<4xf64> attributes {
    inputs = [dense<[-1.5, -0.25, 0.5, 2.0]> : tensor<4xf64>],
    outputs = [dense<-1.0> : tensor<4xf64>]} {
  %y = onnx.Neg(%a) : (tensor<4xf64>) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<4xf64>, tensor<4xf64>, !onnx.unknown) -> tensor<4xf64>
  return %g0 : tensor<4xf64>
}

func.func @abs(%a: tensor<4xf64>) -> tensor<4xf64> attributes {
    inputs = [dense<[-1.5, -0.25, 0.5, 2.0]> : tensor<4xf64>],
    outputs = [dense<[-1.0, -1.0, 1.0, 1.0]> : tensor<4xf64>]} {
  %y = onnx.Abs(%a) : (tensor<4xf64>) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<4xf64>, tensor<4xf64>, !onnx.unknown) -> tensor<4xf64>
  return %g0 : tensor<4xf64>
}

func.func @reciprocal(%a: tensor<4xf64>) -> tensor<4xf64> attributes {
    inputs = [dense<[-1.5, -0.25, 0.5, 2.0]> : tensor<4xf64>],
    outputs = [dense<[-0.4444444444444444, -16.0, -4.0, -0.25]> : tensor<4xf64>]} {
  %y = onnx.Reciprocal(%a) : (tensor<4xf64>) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<4xf64>, tensor<4xf64>, !onnx.unknown) -> tensor<4xf64>
  return %g0 : tensor<4xf64>
}

func.func @sqrt(%a: tensor<4xf64>) -> tensor<4xf64> attributes {
    inputs = [dense<[0.25, 0.5, 1.5, 3.0]> : tensor<4xf64>],
    outputs = [dense<[1.0, 0.7071067811865475, 0.4082482904638631, 0.2886751345948129]> : tensor<4xf64>]} {
  %y = onnx.Sqrt(%a) : (tensor<4xf64>) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<4xf64>, tensor<4xf64>, !onnx.unknown) -> tensor<4xf64>
  return %g0 : tensor<4xf64>
}

func.func @exp(%a: tensor<4xf64>) -> tensor<4xf64> attributes {
    inputs = [dense<[-1.5, -0.25, 0.5, 2.0]> : tensor<4xf64>],
    outputs = [dense<[0.22313016014842982, 0.7788007830714049, 1.6487212707001282, 7.38905609893065]> : tensor<4xf64>]} {
  %y = onnx.Exp(%a) : (tensor<4xf64>) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<4xf64>, tensor<4xf64>, !onnx.unknown) -> tensor<4xf64>
  return %g0 : tensor<4xf64>
}

func.func @log(%a: tensor<4xf64>) -> tensor<4xf64> attributes {
    inputs = [dense<[0.25, 0.5, 1.5, 3.0]> : tensor<4xf64>],
    outputs = [dense<[4.0, 2.0, 0.6666666666666666, 0.3333333333333333]> : tensor<4xf64>]} {
  %y = onnx.Log(%a) : (tensor<4xf64>) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<4xf64>, tensor<4xf64>, !onnx.unknown) -> tensor<4xf64>
  return %g0 : tensor<4xf64>
}

func.func @erf(%a: tensor<4xf64>) -> tensor<4xf64> attributes {
    inputs = [dense<[-1.5, -0.25, 0.5, 2.0]> : tensor<4xf64>],
    outputs = [dense<[0.11893028922362936, 1.0600141293761143, 0.8787825789354448, 0.020666985354092053]> : tensor<4xf64>]} {
  %y = onnx.Erf(%a) : (tensor<4xf64>) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<4xf64>, tensor<4xf64>, !onnx.unknown) -> tensor<4xf64>
  return %g0 : tensor<4xf64>
}

func.func @sin(%a: tensor<4xf64>) -> tensor<4xf64> attributes {
    inputs = [dense<[-1.5, -0.25, 0.5, 2.0]> : tensor<4xf64>],
    outputs = [dense<[0.0707372016677029, 0.9689124217106447, 0.8775825618903728, -0.4161468365471424]> : tensor<4xf64>]} {
  %y = onnx.Sin(%a) : (tensor<4xf64>) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<4xf64>, tensor<4xf64>, !onnx.unknown) -> tensor<4xf64>
  return %g0 : tensor<4xf64>
}

func.func @cos(%a: tensor<4xf64>) -> tensor<4xf64> attributes {
    inputs = [dense<[-1.5, -0.25, 0.5, 2.0]> : tensor<4xf64>],
    outputs = [dense<[0.9974949866040544, 0.24740395925452294, -0.479425538604203, -0.9092974268256817]> : tensor<4xf64>]} {
  %y = onnx.Cos(%a) : (tensor<4xf64>) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<4xf64>, tensor<4xf64>, !onnx.unknown) -> tensor<4xf64>
  return %g0 : tensor<4xf64>
}

func.func @tan(%a: tensor<2xf64>) -> tensor<2xf64> attributes {
    inputs = [dense<[-1.0, 0.5]> : tensor<2xf64>],
    outputs = [dense<[3.42551882081476, 1.2984464104095248]> : tensor<2xf64>]} {
  %y = onnx.Tan(%a) : (tensor<2xf64>) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<2xf64>, tensor<2xf64>, !onnx.unknown) -> tensor<2xf64>
  return %g0 : tensor<2xf64>
}

func.func @asin(%a: tensor<2xf64>) -> tensor<2xf64> attributes {
    inputs = [dense<[-0.5, 0.25]> : tensor<2xf64>],
    outputs = [dense<[1.1547005383792517, 1.0327955589886444]> : tensor<2xf64>]} {
  %y = onnx.Asin(%a) : (tensor<2xf64>) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<2xf64>, tensor<2xf64>, !onnx.unknown) -> tensor<2xf64>
  return %g0 : tensor<2xf64>
}

func.func @acos(%a: tensor<2xf64>) -> tensor<2xf64> attributes {
    inputs = [dense<[-0.5, 0.25]> : tensor<2xf64>],
    outputs = [dense<[-1.1547005383792517, -1.0327955589886444]> : tensor<2xf64>]} {
  %y = onnx.Acos(%a) : (tensor<2xf64>) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<2xf64>, tensor<2xf64>, !onnx.unknown) -> tensor<2xf64>
  return %g0 : tensor<2xf64>
}

func.func @atan(%a: tensor<4xf64>) -> tensor<4xf64> attributes {
    inputs = [dense<[-1.5, -0.25, 0.5, 2.0]> : tensor<4xf64>],
    outputs = [dense<[0.3076923076923077, 0.9411764705882353, 0.8, 0.2]> : tensor<4xf64>]} {
  %y = onnx.Atan(%a) : (tensor<4xf64>) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<4xf64>, tensor<4xf64>, !onnx.unknown) -> tensor<4xf64>
  return %g0 : tensor<4xf64>
}

func.func @sinh(%a: tensor<4xf64>) -> tensor<4xf64> attributes {
    inputs = [dense<[-1.5, -0.25, 0.5, 2.0]> : tensor<4xf64>],
    outputs = [dense<[2.352409615243247, 1.0314130998795732, 1.1276259652063807, 3.7621956910836314]> : tensor<4xf64>]} {
  %y = onnx.Sinh(%a) : (tensor<4xf64>) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<4xf64>, tensor<4xf64>, !onnx.unknown) -> tensor<4xf64>
  return %g0 : tensor<4xf64>
}

func.func @cosh(%a: tensor<4xf64>) -> tensor<4xf64> attributes {
    inputs = [dense<[-1.5, -0.25, 0.5, 2.0]> : tensor<4xf64>],
    outputs = [dense<[-2.1292794550948173, -0.2526123168081683, 0.5210953054937474, 3.626860407847019]> : tensor<4xf64>]} {
  %y = onnx.Cosh(%a) : (tensor<4xf64>) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<4xf64>, tensor<4xf64>, !onnx.unknown) -> tensor<4xf64>
  return %g0 : tensor<4xf64>
}

func.func @tanh(%a: tensor<4xf64>) -> tensor<4xf64> attributes {
    inputs = [dense<[-1.5, -0.25, 0.5, 2.0]> : tensor<4xf64>],
    outputs = [dense<[0.1807066389236486, 0.940014848806378, 0.7864477329659274, 0.07065082485316443]> : tensor<4xf64>]} {
  %y = onnx.Tanh(%a) : (tensor<4xf64>) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<4xf64>, tensor<4xf64>, !onnx.unknown) -> tensor<4xf64>
  return %g0 : tensor<4xf64>
}

func.func @asinh(%a: tensor<4xf64>) -> tensor<4xf64> attributes {
    inputs = [dense<[-1.5, -0.25, 0.5, 2.0]> : tensor<4xf64>],
    outputs = [dense<[0.5547001962252291, 0.9701425001453319, 0.8944271909999159, 0.4472135954999579]> : tensor<4xf64>]} {
  %y = onnx.Asinh(%a) : (tensor<4xf64>) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<4xf64>, tensor<4xf64>, !onnx.unknown) -> tensor<4xf64>
  return %g0 : tensor<4xf64>
}

func.func @acosh(%a: tensor<2xf64>) -> tensor<2xf64> attributes {
    inputs = [dense<[1.5, 3.0]> : tensor<2xf64>],
    outputs = [dense<[0.8944271909999159, 0.35355339059327373]> : tensor<2xf64>]} {
  %y = onnx.Acosh(%a) : (tensor<2xf64>) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<2xf64>, tensor<2xf64>, !onnx.unknown) -> tensor<2xf64>
  return %g0 : tensor<2xf64>
}

func.func @atanh(%a: tensor<2xf64>) -> tensor<2xf64> attributes {
    inputs = [dense<[-0.5, 0.25]> : tensor<2xf64>],
    outputs = [dense<[1.3333333333333333, 1.0666666666666667]> : tensor<2xf64>]} {
  %y = onnx.Atanh(%a) : (tensor<2xf64>) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<2xf64>, tensor<2xf64>, !onnx.unknown) -> tensor<2xf64>
  return %g0 : tensor<2xf64>
}

func.func @sigmoid(%a: tensor<4xf64>) -> tensor<4xf64> attributes {
    inputs = [dense<[-1.5, -0.25, 0.5, 2.0]> : tensor<4xf64>],
    outputs = [dense<[0.14914645207033286, 0.24613408273759835, 0.2350037122015945, 0.10499358540350662]> : tensor<4xf64>]} {
  %y = onnx.Sigmoid(%a) : (tensor<4xf64>) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<4xf64>, tensor<4xf64>, !onnx.unknown) -> tensor<4xf64>
  return %g0 : tensor<4xf64>
}

func.func @relu(%a: tensor<4xf64>) -> tensor<4xf64> attributes {
    inputs = [dense<[-1.5, -0.25, 0.5, 2.0]> : tensor<4xf64>],
    outputs = [dense<[0.0, 0.0, 1.0, 1.0]> : tensor<4xf64>]} {
  %y = onnx.Relu(%a) : (tensor<4xf64>) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<4xf64>, tensor<4xf64>, !onnx.unknown) -> tensor<4xf64>
  return %g0 : tensor<4xf64>
}

func.func @leakyrelu(%a: tensor<4xf64>) -> tensor<4xf64> attributes {
    inputs = [dense<[-1.5, -0.25, 0.5, 2.0]> : tensor<4xf64>],
    outputs = [dense<[0.01, 0.01, 1.0, 1.0]> : tensor<4xf64>]} {
  %y = onnx.LeakyRelu(%a) : (tensor<4xf64>) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<4xf64>, tensor<4xf64>, !onnx.unknown) -> tensor<4xf64>
  return %g0 : tensor<4xf64>
}

func.func @elu(%a: tensor<4xf64>) -> tensor<4xf64> attributes {
    inputs = [dense<[-1.5, -0.25, 0.5, 2.0]> : tensor<4xf64>],
    outputs = [dense<[0.22313016014842982, 0.7788007830714049, 1.0, 1.0]> : tensor<4xf64>]} {
  %y = onnx.Elu(%a) : (tensor<4xf64>) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<4xf64>, tensor<4xf64>, !onnx.unknown) -> tensor<4xf64>
  return %g0 : tensor<4xf64>
}

func.func @selu(%a: tensor<4xf64>) -> tensor<4xf64> attributes {
    inputs = [dense<[-1.5, -0.25, 0.5, 2.0]> : tensor<4xf64>],
    outputs = [dense<[0.392284987480124, 1.3692091433692577, 1.0507009873554805, 1.0507009873554805]> : tensor<4xf64>]} {
  %y = onnx.Selu(%a) : (tensor<4xf64>) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<4xf64>, tensor<4xf64>, !onnx.unknown) -> tensor<4xf64>
  return %g0 : tensor<4xf64>
}

func.func @softplus(%a: tensor<4xf64>) -> tensor<4xf64> attributes {
    inputs = [dense<[-1.5, -0.25, 0.5, 2.0]> : tensor<4xf64>],
    outputs = [dense<[0.18242552380635632, 0.4378234991142019, 0.6224593312018546, 0.8807970779778824]> : tensor<4xf64>]} {
  %y = onnx.Softplus(%a) : (tensor<4xf64>) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<4xf64>, tensor<4xf64>, !onnx.unknown) -> tensor<4xf64>
  return %g0 : tensor<4xf64>
}

func.func @softsign(%a: tensor<4xf64>) -> tensor<4xf64> attributes {
    inputs = [dense<[-1.5, -0.25, 0.5, 2.0]> : tensor<4xf64>],
    outputs = [dense<[0.16000000000000003, 0.64, 0.4444444444444444, 0.1111111111111111]> : tensor<4xf64>]} {
  %y = onnx.Softsign(%a) : (tensor<4xf64>) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<4xf64>, tensor<4xf64>, !onnx.unknown) -> tensor<4xf64>
  return %g0 : tensor<4xf64>
}

func.func @hardswish(%a: tensor<4xf64>) -> tensor<4xf64> attributes {
    inputs = [dense<[-4.0, -1.0, 1.0, 4.0]> : tensor<4xf64>],
    outputs = [dense<[0.0, 0.16666666666666669, 0.8333333333333333, 1.0]> : tensor<4xf64>]} {
  %y = onnx.HardSwish(%a) : (tensor<4xf64>) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<4xf64>, tensor<4xf64>, !onnx.unknown) -> tensor<4xf64>
  return %g0 : tensor<4xf64>
}

func.func @mish(%a: tensor<4xf64>) -> tensor<4xf64> attributes {
    inputs = [dense<[-1.5, -0.25, 0.5, 2.0]> : tensor<4xf64>],
    outputs = [dense<[-0.06409781589225869, 0.43981560172180506, 0.8864243753577272, 1.0693179342794896]> : tensor<4xf64>]} {
  %y = onnx.Mish(%a) : (tensor<4xf64>) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<4xf64>, tensor<4xf64>, !onnx.unknown) -> tensor<4xf64>
  return %g0 : tensor<4xf64>
}

func.func @gelu(%a: tensor<4xf64>) -> tensor<4xf64> attributes {
    inputs = [dense<[-1.5, -0.25, 0.5, 2.0]> : tensor<4xf64>],
    outputs = [dense<[-0.1274691922299796, 0.304626645116364, 0.8674951246561629, 1.085231801078197]> : tensor<4xf64>]} {
  %y = onnx.Gelu(%a) : (tensor<4xf64>) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<4xf64>, tensor<4xf64>, !onnx.unknown) -> tensor<4xf64>
  return %g0 : tensor<4xf64>
}

func.func @swish(%a: tensor<4xf64>) -> tensor<4xf64> attributes {
    inputs = [dense<[-1.5, -0.25, 0.5, 2.0]> : tensor<4xf64>],
    outputs = [dense<[-0.04129415429914293, 0.37628997842980233, 0.7399611873026518, 1.0907842487848955]> : tensor<4xf64>]} {
  %y = onnx.Swish(%a) : (tensor<4xf64>) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<4xf64>, tensor<4xf64>, !onnx.unknown) -> tensor<4xf64>
  return %g0 : tensor<4xf64>
}

func.func @hardsigmoid(%a: tensor<4xf64>) -> tensor<4xf64> attributes {
    inputs = [dense<[-4.0, -1.0, 1.0, 4.0]> : tensor<4xf64>],
    outputs = [dense<[0.0, 0.2, 0.2, 0.0]> : tensor<4xf64>]} {
  %y = onnx.HardSigmoid(%a) : (tensor<4xf64>) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<4xf64>, tensor<4xf64>, !onnx.unknown) -> tensor<4xf64>
  return %g0 : tensor<4xf64>
}

func.func @identity(%a: tensor<4xf64>) -> tensor<4xf64> attributes {
    inputs = [dense<[-1.5, -0.25, 0.5, 2.0]> : tensor<4xf64>],
    outputs = [dense<1.0> : tensor<4xf64>]} {
  %y = onnx.Identity(%a) : (tensor<4xf64>) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<4xf64>, tensor<4xf64>, !onnx.unknown) -> tensor<4xf64>
  return %g0 : tensor<4xf64>
}

func.func @floor(%a: tensor<4xf64>) -> tensor<4xf64> attributes {
    inputs = [dense<[-1.5, -0.25, 0.5, 2.0]> : tensor<4xf64>],
    outputs = [dense<0.0> : tensor<4xf64>]} {
  %y = onnx.Floor(%a) : (tensor<4xf64>) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<4xf64>, tensor<4xf64>, !onnx.unknown) -> tensor<4xf64>
  return %g0 : tensor<4xf64>
}

func.func @celu(%a: tensor<4xf64>) -> tensor<4xf64> attributes {
    inputs = [dense<[-1.5, -0.25, 0.5, 2.0]> : tensor<4xf64>],
    outputs = [dense<[0.4723665527410147, 0.8824969025845955, 1.0, 1.0]> : tensor<4xf64>]} {
  %y = onnx.Celu(%a) {alpha = 2.0 : f32} : (tensor<4xf64>) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<4xf64>, tensor<4xf64>, !onnx.unknown) -> tensor<4xf64>
  return %g0 : tensor<4xf64>
}

func.func @gelu_tanh(%a: tensor<4xf64>) -> tensor<4xf64> attributes {
    inputs = [dense<[-1.5, -0.25, 0.5, 2.0]> : tensor<4xf64>],
    outputs = [dense<[-0.12771079315143308, 0.30464590484893955, 0.8673699035346424, 1.0860992566236183]> : tensor<4xf64>]} {
  %y = onnx.Gelu(%a) {approximate = "tanh"} : (tensor<4xf64>) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<4xf64>, tensor<4xf64>, !onnx.unknown) -> tensor<4xf64>
  return %g0 : tensor<4xf64>
}

func.func @thresholdedrelu(%a: tensor<4xf64>) -> tensor<4xf64> attributes {
    inputs = [dense<[-1.5, -0.25, 0.5, 2.0]> : tensor<4xf64>],
    outputs = [dense<[0.0, 0.0, 0.0, 1.0]> : tensor<4xf64>]} {
  %y = onnx.ThresholdedRelu(%a) : (tensor<4xf64>) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<4xf64>, tensor<4xf64>, !onnx.unknown) -> tensor<4xf64>
  return %g0 : tensor<4xf64>
}

func.func @add(%a: tensor<2x2xf64>, %b: tensor<2xf64>) -> (tensor<2x2xf64>, tensor<2xf64>) attributes {
    inputs = [dense<[[1.0, -2.0], [3.0, 0.5]]> : tensor<2x2xf64>, dense<[2.0, -4.0]> : tensor<2xf64>],
    outputs = [dense<1.0> : tensor<2x2xf64>, dense<2.0> : tensor<2xf64>]} {
  %y = onnx.Add(%a, %b) : (tensor<2x2xf64>, tensor<2xf64>) -> !onnx.unknown
  %g:2 = onnx.training.Gradient(%a, %b, %a, %b, %y) {xs = ["a", "b"], y = "y"} : (tensor<2x2xf64>, tensor<2xf64>, tensor<2x2xf64>, tensor<2xf64>, !onnx.unknown) -> (tensor<2x2xf64>, tensor<2xf64>)
  return %g#0, %g#1 : tensor<2x2xf64>, tensor<2xf64>
}

func.func @sub(%a: tensor<2x2xf64>, %b: tensor<2xf64>) -> (tensor<2x2xf64>, tensor<2xf64>) attributes {
    inputs = [dense<[[1.0, -2.0], [3.0, 0.5]]> : tensor<2x2xf64>, dense<[2.0, -4.0]> : tensor<2xf64>],
    outputs = [dense<1.0> : tensor<2x2xf64>, dense<-2.0> : tensor<2xf64>]} {
  %y = onnx.Sub(%a, %b) : (tensor<2x2xf64>, tensor<2xf64>) -> !onnx.unknown
  %g:2 = onnx.training.Gradient(%a, %b, %a, %b, %y) {xs = ["a", "b"], y = "y"} : (tensor<2x2xf64>, tensor<2xf64>, tensor<2x2xf64>, tensor<2xf64>, !onnx.unknown) -> (tensor<2x2xf64>, tensor<2xf64>)
  return %g#0, %g#1 : tensor<2x2xf64>, tensor<2xf64>
}

func.func @mul(%a: tensor<2x2xf64>, %b: tensor<2xf64>) -> (tensor<2x2xf64>, tensor<2xf64>) attributes {
    inputs = [dense<[[1.0, -2.0], [3.0, 0.5]]> : tensor<2x2xf64>, dense<[2.0, -4.0]> : tensor<2xf64>],
    outputs = [dense<[[2.0, -4.0], [2.0, -4.0]]> : tensor<2x2xf64>, dense<[4.0, -1.5]> : tensor<2xf64>]} {
  %y = onnx.Mul(%a, %b) : (tensor<2x2xf64>, tensor<2xf64>) -> !onnx.unknown
  %g:2 = onnx.training.Gradient(%a, %b, %a, %b, %y) {xs = ["a", "b"], y = "y"} : (tensor<2x2xf64>, tensor<2xf64>, tensor<2x2xf64>, tensor<2xf64>, !onnx.unknown) -> (tensor<2x2xf64>, tensor<2xf64>)
  return %g#0, %g#1 : tensor<2x2xf64>, tensor<2xf64>
}

func.func @div(%a: tensor<2x2xf64>, %b: tensor<2x1xf64>) -> (tensor<2x2xf64>, tensor<2x1xf64>) attributes {
    inputs = [dense<[[1.0, -2.0], [3.0, 0.5]]> : tensor<2x2xf64>, dense<[[2.0], [4.0]]> : tensor<2x1xf64>],
    outputs = [dense<[[0.5, 0.5], [0.25, 0.25]]> : tensor<2x2xf64>, dense<[[0.25], [-0.21875]]> : tensor<2x1xf64>]} {
  %y = onnx.Div(%a, %b) : (tensor<2x2xf64>, tensor<2x1xf64>) -> !onnx.unknown
  %g:2 = onnx.training.Gradient(%a, %b, %a, %b, %y) {xs = ["a", "b"], y = "y"} : (tensor<2x2xf64>, tensor<2x1xf64>, tensor<2x2xf64>, tensor<2x1xf64>, !onnx.unknown) -> (tensor<2x2xf64>, tensor<2x1xf64>)
  return %g#0, %g#1 : tensor<2x2xf64>, tensor<2x1xf64>
}

func.func @pow(%a: tensor<2x2xf64>, %b: tensor<2xf64>) -> (tensor<2x2xf64>, tensor<2xf64>) attributes {
    inputs = [dense<[[1.0, 2.0], [3.0, 0.5]]> : tensor<2x2xf64>, dense<[2.0, 3.0]> : tensor<2xf64>],
    outputs = [dense<[[2.0, 12.0], [6.0, 0.75]]> : tensor<2x2xf64>, dense<[9.887510598012987, 5.458534046909569]> : tensor<2xf64>]} {
  %y = onnx.Pow(%a, %b) : (tensor<2x2xf64>, tensor<2xf64>) -> !onnx.unknown
  %g:2 = onnx.training.Gradient(%a, %b, %a, %b, %y) {xs = ["a", "b"], y = "y"} : (tensor<2x2xf64>, tensor<2xf64>, tensor<2x2xf64>, tensor<2xf64>, !onnx.unknown) -> (tensor<2x2xf64>, tensor<2xf64>)
  return %g#0, %g#1 : tensor<2x2xf64>, tensor<2xf64>
}

func.func @max(%a: tensor<2x2xf64>, %b: tensor<2xf64>) -> (tensor<2x2xf64>, tensor<2xf64>) attributes {
    inputs = [dense<[[1.0, -2.0], [3.0, 0.5]]> : tensor<2x2xf64>, dense<[2.0, -4.0]> : tensor<2xf64>],
    outputs = [dense<[[0.0, 1.0], [1.0, 1.0]]> : tensor<2x2xf64>, dense<[1.0, 0.0]> : tensor<2xf64>]} {
  %y = onnx.Max(%a, %b) : (tensor<2x2xf64>, tensor<2xf64>) -> !onnx.unknown
  %g:2 = onnx.training.Gradient(%a, %b, %a, %b, %y) {xs = ["a", "b"], y = "y"} : (tensor<2x2xf64>, tensor<2xf64>, tensor<2x2xf64>, tensor<2xf64>, !onnx.unknown) -> (tensor<2x2xf64>, tensor<2xf64>)
  return %g#0, %g#1 : tensor<2x2xf64>, tensor<2xf64>
}

func.func @min(%a: tensor<2x2xf64>, %b: tensor<f64>) -> (tensor<2x2xf64>, tensor<f64>) attributes {
    inputs = [dense<[[1.0, -2.0], [3.0, 0.5]]> : tensor<2x2xf64>, dense<1.25> : tensor<f64>],
    outputs = [dense<[[1.0, 1.0], [0.0, 1.0]]> : tensor<2x2xf64>, dense<1.0> : tensor<f64>]} {
  %y = onnx.Min(%a, %b) : (tensor<2x2xf64>, tensor<f64>) -> !onnx.unknown
  %g:2 = onnx.training.Gradient(%a, %b, %a, %b, %y) {xs = ["a", "b"], y = "y"} : (tensor<2x2xf64>, tensor<f64>, tensor<2x2xf64>, tensor<f64>, !onnx.unknown) -> (tensor<2x2xf64>, tensor<f64>)
  return %g#0, %g#1 : tensor<2x2xf64>, tensor<f64>
}

func.func @prelu(%a: tensor<2x2xf64>, %b: tensor<2xf64>) -> (tensor<2x2xf64>, tensor<2xf64>) attributes {
    inputs = [dense<[[1.0, -2.0], [3.0, 0.5]]> : tensor<2x2xf64>, dense<[0.5, 2.0]> : tensor<2xf64>],
    outputs = [dense<[[1.0, 2.0], [1.0, 1.0]]> : tensor<2x2xf64>, dense<[0.0, -2.0]> : tensor<2xf64>]} {
  %y = onnx.PRelu(%a, %b) : (tensor<2x2xf64>, tensor<2xf64>) -> !onnx.unknown
  %g:2 = onnx.training.Gradient(%a, %b, %a, %b, %y) {xs = ["a", "b"], y = "y"} : (tensor<2x2xf64>, tensor<2xf64>, tensor<2x2xf64>, tensor<2xf64>, !onnx.unknown) -> (tensor<2x2xf64>, tensor<2xf64>)
  return %g#0, %g#1 : tensor<2x2xf64>, tensor<2xf64>
}

func.func @matmul(%a: tensor<2x2x3xf64>, %b: tensor<3x2xf64>) -> (tensor<2x2x3xf64>, tensor<3x2xf64>) attributes {
    inputs = [dense<[[[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]], [[6.0, 7.0, 8.0], [9.0, 10.0, 11.0]]]> : tensor<2x2x3xf64>, dense<[[-2.0, -1.0], [0.0, 1.0], [2.0, 3.0]]> : tensor<3x2xf64>],
    outputs = [dense<[[[-3.0, 1.0, 5.0], [-3.0, 1.0, 5.0]], [[-3.0, 1.0, 5.0], [-3.0, 1.0, 5.0]]]> : tensor<2x2x3xf64>, dense<[[18.0, 18.0], [22.0, 22.0], [26.0, 26.0]]> : tensor<3x2xf64>]} {
  %y = onnx.MatMul(%a, %b) : (tensor<2x2x3xf64>, tensor<3x2xf64>) -> !onnx.unknown
  %g:2 = onnx.training.Gradient(%a, %b, %a, %b, %y) {xs = ["a", "b"], y = "y"} : (tensor<2x2x3xf64>, tensor<3x2xf64>, tensor<2x2x3xf64>, tensor<3x2xf64>, !onnx.unknown) -> (tensor<2x2x3xf64>, tensor<3x2xf64>)
  return %g#0, %g#1 : tensor<2x2x3xf64>, tensor<3x2xf64>
}

func.func @matmul_vector(%a: tensor<3xf64>, %b: tensor<2x3x2xf64>) -> (tensor<3xf64>, tensor<2x3x2xf64>) attributes {
    inputs = [dense<[1.0, 2.0, 3.0]> : tensor<3xf64>, dense<[[[0.0, 1.0], [2.0, 3.0], [4.0, 5.0]], [[6.0, 7.0], [8.0, 9.0], [10.0, 11.0]]]> : tensor<2x3x2xf64>],
    outputs = [dense<[14.0, 22.0, 30.0]> : tensor<3xf64>, dense<[[[1.0, 1.0], [2.0, 2.0], [3.0, 3.0]], [[1.0, 1.0], [2.0, 2.0], [3.0, 3.0]]]> : tensor<2x3x2xf64>]} {
  %y = onnx.MatMul(%a, %b) : (tensor<3xf64>, tensor<2x3x2xf64>) -> !onnx.unknown
  %g:2 = onnx.training.Gradient(%a, %b, %a, %b, %y) {xs = ["a", "b"], y = "y"} : (tensor<3xf64>, tensor<2x3x2xf64>, tensor<3xf64>, tensor<2x3x2xf64>, !onnx.unknown) -> (tensor<3xf64>, tensor<2x3x2xf64>)
  return %g#0, %g#1 : tensor<3xf64>, tensor<2x3x2xf64>
}

func.func @matmul_batches(%a: tensor<2x1x2x2xf64>, %b: tensor<3x2x1xf64>) -> (tensor<2x1x2x2xf64>, tensor<3x2x1xf64>) attributes {
    inputs = [dense<[[[[0.0, 1.0], [2.0, 3.0]]], [[[4.0, 5.0], [6.0, 7.0]]]]> : tensor<2x1x2x2xf64>, dense<[[[0.0], [1.0]], [[2.0], [3.0]], [[4.0], [5.0]]]> : tensor<3x2x1xf64>],
    outputs = [dense<[[[[6.0, 9.0], [6.0, 9.0]]], [[[6.0, 9.0], [6.0, 9.0]]]]> : tensor<2x1x2x2xf64>, dense<[[[12.0], [16.0]], [[12.0], [16.0]], [[12.0], [16.0]]]> : tensor<3x2x1xf64>]} {
  %y = onnx.MatMul(%a, %b) : (tensor<2x1x2x2xf64>, tensor<3x2x1xf64>) -> !onnx.unknown
  %g:2 = onnx.training.Gradient(%a, %b, %a, %b, %y) {xs = ["a", "b"], y = "y"} : (tensor<2x1x2x2xf64>, tensor<3x2x1xf64>, tensor<2x1x2x2xf64>, tensor<3x2x1xf64>, !onnx.unknown) -> (tensor<2x1x2x2xf64>, tensor<3x2x1xf64>)
  return %g#0, %g#1 : tensor<2x1x2x2xf64>, tensor<3x2x1xf64>
}

func.func @gemm_00(%a: tensor<2x3xf64>, %b: tensor<3x4xf64>, %c: tensor<4xf64>) -> (tensor<2x3xf64>, tensor<3x4xf64>, tensor<4xf64>) attributes {
    inputs = [dense<[[-2.0, -1.0, 0.0], [1.0, 2.0, 3.0]]> : tensor<2x3xf64>, dense<[[-5.0, -4.0, -3.0, -2.0], [-1.0, 0.0, 1.0, 2.0], [3.0, 4.0, 5.0, 6.0]]> : tensor<3x4xf64>, dense<[0.0, 1.0, 2.0, 3.0]> : tensor<4xf64>],
    outputs = [dense<[[-7.0, 1.0, 9.0], [-7.0, 1.0, 9.0]]> : tensor<2x3xf64>, dense<[[-0.5, -0.5, -0.5, -0.5], [0.5, 0.5, 0.5, 0.5], [1.5, 1.5, 1.5, 1.5]]> : tensor<3x4xf64>, dense<4.0> : tensor<4xf64>]} {
  %y = onnx.Gemm(%a, %b, %c) {alpha = 0.5 : f32, beta = 2.0 : f32, transA = 0 : si64, transB = 0 : si64} : (tensor<2x3xf64>, tensor<3x4xf64>, tensor<4xf64>) -> !onnx.unknown
  %g:3 = onnx.training.Gradient(%a, %b, %c, %a, %b, %c, %y) {xs = ["a", "b", "c"], y = "y"} : (tensor<2x3xf64>, tensor<3x4xf64>, tensor<4xf64>, tensor<2x3xf64>, tensor<3x4xf64>, tensor<4xf64>, !onnx.unknown) -> (tensor<2x3xf64>, tensor<3x4xf64>, tensor<4xf64>)
  return %g#0, %g#1, %g#2 : tensor<2x3xf64>, tensor<3x4xf64>, tensor<4xf64>
}

func.func @gemm_01(%a: tensor<2x3xf64>, %b: tensor<4x3xf64>, %c: tensor<4xf64>) -> (tensor<2x3xf64>, tensor<4x3xf64>, tensor<4xf64>) attributes {
    inputs = [dense<[[-2.0, -1.0, 0.0], [1.0, 2.0, 3.0]]> : tensor<2x3xf64>, dense<[[-5.0, -1.0, 3.0], [-4.0, 0.0, 4.0], [-3.0, 1.0, 5.0], [-2.0, 2.0, 6.0]]> : tensor<4x3xf64>, dense<[0.0, 1.0, 2.0, 3.0]> : tensor<4xf64>],
    outputs = [dense<[[-7.0, 1.0, 9.0], [-7.0, 1.0, 9.0]]> : tensor<2x3xf64>, dense<[[-0.5, 0.5, 1.5], [-0.5, 0.5, 1.5], [-0.5, 0.5, 1.5], [-0.5, 0.5, 1.5]]> : tensor<4x3xf64>, dense<4.0> : tensor<4xf64>]} {
  %y = onnx.Gemm(%a, %b, %c) {alpha = 0.5 : f32, beta = 2.0 : f32, transA = 0 : si64, transB = 1 : si64} : (tensor<2x3xf64>, tensor<4x3xf64>, tensor<4xf64>) -> !onnx.unknown
  %g:3 = onnx.training.Gradient(%a, %b, %c, %a, %b, %c, %y) {xs = ["a", "b", "c"], y = "y"} : (tensor<2x3xf64>, tensor<4x3xf64>, tensor<4xf64>, tensor<2x3xf64>, tensor<4x3xf64>, tensor<4xf64>, !onnx.unknown) -> (tensor<2x3xf64>, tensor<4x3xf64>, tensor<4xf64>)
  return %g#0, %g#1, %g#2 : tensor<2x3xf64>, tensor<4x3xf64>, tensor<4xf64>
}

func.func @gemm_10(%a: tensor<3x2xf64>, %b: tensor<3x4xf64>, %c: tensor<4xf64>) -> (tensor<3x2xf64>, tensor<3x4xf64>, tensor<4xf64>) attributes {
    inputs = [dense<[[-2.0, 1.0], [-1.0, 2.0], [0.0, 3.0]]> : tensor<3x2xf64>, dense<[[-5.0, -4.0, -3.0, -2.0], [-1.0, 0.0, 1.0, 2.0], [3.0, 4.0, 5.0, 6.0]]> : tensor<3x4xf64>, dense<[0.0, 1.0, 2.0, 3.0]> : tensor<4xf64>],
    outputs = [dense<[[-7.0, -7.0], [1.0, 1.0], [9.0, 9.0]]> : tensor<3x2xf64>, dense<[[-0.5, -0.5, -0.5, -0.5], [0.5, 0.5, 0.5, 0.5], [1.5, 1.5, 1.5, 1.5]]> : tensor<3x4xf64>, dense<4.0> : tensor<4xf64>]} {
  %y = onnx.Gemm(%a, %b, %c) {alpha = 0.5 : f32, beta = 2.0 : f32, transA = 1 : si64, transB = 0 : si64} : (tensor<3x2xf64>, tensor<3x4xf64>, tensor<4xf64>) -> !onnx.unknown
  %g:3 = onnx.training.Gradient(%a, %b, %c, %a, %b, %c, %y) {xs = ["a", "b", "c"], y = "y"} : (tensor<3x2xf64>, tensor<3x4xf64>, tensor<4xf64>, tensor<3x2xf64>, tensor<3x4xf64>, tensor<4xf64>, !onnx.unknown) -> (tensor<3x2xf64>, tensor<3x4xf64>, tensor<4xf64>)
  return %g#0, %g#1, %g#2 : tensor<3x2xf64>, tensor<3x4xf64>, tensor<4xf64>
}

func.func @gemm_11(%a: tensor<3x2xf64>, %b: tensor<4x3xf64>, %c: tensor<4xf64>) -> (tensor<3x2xf64>, tensor<4x3xf64>, tensor<4xf64>) attributes {
    inputs = [dense<[[-2.0, 1.0], [-1.0, 2.0], [0.0, 3.0]]> : tensor<3x2xf64>, dense<[[-5.0, -1.0, 3.0], [-4.0, 0.0, 4.0], [-3.0, 1.0, 5.0], [-2.0, 2.0, 6.0]]> : tensor<4x3xf64>, dense<[0.0, 1.0, 2.0, 3.0]> : tensor<4xf64>],
    outputs = [dense<[[-7.0, -7.0], [1.0, 1.0], [9.0, 9.0]]> : tensor<3x2xf64>, dense<[[-0.5, 0.5, 1.5], [-0.5, 0.5, 1.5], [-0.5, 0.5, 1.5], [-0.5, 0.5, 1.5]]> : tensor<4x3xf64>, dense<4.0> : tensor<4xf64>]} {
  %y = onnx.Gemm(%a, %b, %c) {alpha = 0.5 : f32, beta = 2.0 : f32, transA = 1 : si64, transB = 1 : si64} : (tensor<3x2xf64>, tensor<4x3xf64>, tensor<4xf64>) -> !onnx.unknown
  %g:3 = onnx.training.Gradient(%a, %b, %c, %a, %b, %c, %y) {xs = ["a", "b", "c"], y = "y"} : (tensor<3x2xf64>, tensor<4x3xf64>, tensor<4xf64>, tensor<3x2xf64>, tensor<4x3xf64>, tensor<4xf64>, !onnx.unknown) -> (tensor<3x2xf64>, tensor<4x3xf64>, tensor<4xf64>)
  return %g#0, %g#1, %g#2 : tensor<3x2xf64>, tensor<4x3xf64>, tensor<4xf64>
}

func.func @reducesum_dropped(%a: tensor<2x3xf64>) -> tensor<2x3xf64> attributes {
    inputs = [dense<[[1.0, -2.0, 3.0], [0.5, 4.0, -1.0]]> : tensor<2x3xf64>],
    outputs = [dense<[[4.0, 4.0, 4.0], [7.0, 7.0, 7.0]]> : tensor<2x3xf64>]} {
  %ax = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y0 = onnx.ReduceSum(%a, %ax) {keepdims = 0 : si64} : (tensor<2x3xf64>, tensor<1xi64>) -> !onnx.unknown
  %y = onnx.Mul(%y0, %y0) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<2x3xf64>, tensor<2x3xf64>, !onnx.unknown) -> tensor<2x3xf64>
  return %g0 : tensor<2x3xf64>
}

func.func @reducemean_dropped(%a: tensor<2x3xf64>) -> tensor<2x3xf64> attributes {
    inputs = [dense<[[1.0, -2.0, 3.0], [0.5, 4.0, -1.0]]> : tensor<2x3xf64>],
    outputs = [dense<[[0.4444444444444444, 0.4444444444444444, 0.4444444444444444], [0.7777777777777778, 0.7777777777777778, 0.7777777777777778]]> : tensor<2x3xf64>]} {
  %ax = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y0 = onnx.ReduceMean(%a, %ax) {keepdims = 0 : si64} : (tensor<2x3xf64>, tensor<1xi64>) -> !onnx.unknown
  %y = onnx.Mul(%y0, %y0) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<2x3xf64>, tensor<2x3xf64>, !onnx.unknown) -> tensor<2x3xf64>
  return %g0 : tensor<2x3xf64>
}

func.func @reducemax_dropped(%a: tensor<2x3xf64>) -> tensor<2x3xf64> attributes {
    inputs = [dense<[[1.0, -2.0, 3.0], [0.5, 4.0, -1.0]]> : tensor<2x3xf64>],
    outputs = [dense<[[0.0, 0.0, 6.0], [0.0, 8.0, 0.0]]> : tensor<2x3xf64>]} {
  %ax = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y0 = onnx.ReduceMax(%a, %ax) {keepdims = 0 : si64} : (tensor<2x3xf64>, tensor<1xi64>) -> !onnx.unknown
  %y = onnx.Mul(%y0, %y0) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<2x3xf64>, tensor<2x3xf64>, !onnx.unknown) -> tensor<2x3xf64>
  return %g0 : tensor<2x3xf64>
}

func.func @reducemin_dropped(%a: tensor<2x3xf64>) -> tensor<2x3xf64> attributes {
    inputs = [dense<[[1.0, -2.0, 3.0], [0.5, 4.0, -1.0]]> : tensor<2x3xf64>],
    outputs = [dense<[[-0.0, -4.0, -0.0], [-0.0, -0.0, -2.0]]> : tensor<2x3xf64>]} {
  %ax = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y0 = onnx.ReduceMin(%a, %ax) {keepdims = 0 : si64} : (tensor<2x3xf64>, tensor<1xi64>) -> !onnx.unknown
  %y = onnx.Mul(%y0, %y0) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<2x3xf64>, tensor<2x3xf64>, !onnx.unknown) -> tensor<2x3xf64>
  return %g0 : tensor<2x3xf64>
}

func.func @reduceprod_dropped(%a: tensor<2x3xf64>) -> tensor<2x3xf64> attributes {
    inputs = [dense<[[1.0, -2.0, 3.0], [0.5, 4.0, -1.0]]> : tensor<2x3xf64>],
    outputs = [dense<[[72.0, -36.0, 24.0], [16.0, 2.0, -8.0]]> : tensor<2x3xf64>]} {
  %ax = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y0 = onnx.ReduceProd(%a, %ax) {keepdims = 0 : si64} : (tensor<2x3xf64>, tensor<1xi64>) -> !onnx.unknown
  %y = onnx.Mul(%y0, %y0) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<2x3xf64>, tensor<2x3xf64>, !onnx.unknown) -> tensor<2x3xf64>
  return %g0 : tensor<2x3xf64>
}

func.func @reducel1_dropped(%a: tensor<2x3xf64>) -> tensor<2x3xf64> attributes {
    inputs = [dense<[[1.0, -2.0, 3.0], [0.5, 4.0, -1.0]]> : tensor<2x3xf64>],
    outputs = [dense<[[12.0, -12.0, 12.0], [11.0, 11.0, -11.0]]> : tensor<2x3xf64>]} {
  %ax = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y0 = onnx.ReduceL1(%a, %ax) {keepdims = 0 : si64} : (tensor<2x3xf64>, tensor<1xi64>) -> !onnx.unknown
  %y = onnx.Mul(%y0, %y0) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<2x3xf64>, tensor<2x3xf64>, !onnx.unknown) -> tensor<2x3xf64>
  return %g0 : tensor<2x3xf64>
}

func.func @reducel2_dropped(%a: tensor<2x3xf64>) -> tensor<2x3xf64> attributes {
    inputs = [dense<[[1.0, -2.0, 3.0], [0.5, 4.0, -1.0]]> : tensor<2x3xf64>],
    outputs = [dense<[[2.0, -4.0, 6.0], [1.0, 8.0, -2.0]]> : tensor<2x3xf64>]} {
  %ax = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y0 = onnx.ReduceL2(%a, %ax) {keepdims = 0 : si64} : (tensor<2x3xf64>, tensor<1xi64>) -> !onnx.unknown
  %y = onnx.Mul(%y0, %y0) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<2x3xf64>, tensor<2x3xf64>, !onnx.unknown) -> tensor<2x3xf64>
  return %g0 : tensor<2x3xf64>
}

func.func @reducesumsquare_dropped(%a: tensor<2x3xf64>) -> tensor<2x3xf64> attributes {
    inputs = [dense<[[1.0, -2.0, 3.0], [0.5, 4.0, -1.0]]> : tensor<2x3xf64>],
    outputs = [dense<[[56.0, -112.0, 168.0], [34.5, 276.0, -69.0]]> : tensor<2x3xf64>]} {
  %ax = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y0 = onnx.ReduceSumSquare(%a, %ax) {keepdims = 0 : si64} : (tensor<2x3xf64>, tensor<1xi64>) -> !onnx.unknown
  %y = onnx.Mul(%y0, %y0) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<2x3xf64>, tensor<2x3xf64>, !onnx.unknown) -> tensor<2x3xf64>
  return %g0 : tensor<2x3xf64>
}

func.func @reducelogsumexp_dropped(%a: tensor<2x3xf64>) -> tensor<2x3xf64> attributes {
    inputs = [dense<[[1.0, -2.0, 3.0], [0.5, 4.0, -1.0]]> : tensor<2x3xf64>],
    outputs = [dense<[[0.742482155816738, 0.03696600985356695, 5.486242301784846], [0.235086559553091, 7.784997669014644, 0.05245490168182458]]> : tensor<2x3xf64>]} {
  %ax = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y0 = onnx.ReduceLogSumExp(%a, %ax) {keepdims = 0 : si64} : (tensor<2x3xf64>, tensor<1xi64>) -> !onnx.unknown
  %y = onnx.Mul(%y0, %y0) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<2x3xf64>, tensor<2x3xf64>, !onnx.unknown) -> tensor<2x3xf64>
  return %g0 : tensor<2x3xf64>
}

func.func @reducesum(%a: tensor<2x3xf64>) -> tensor<2x3xf64> attributes {
    inputs = [dense<[[1.0, -2.0, 3.0], [0.5, 4.0, -1.0]]> : tensor<2x3xf64>],
    outputs = [dense<[[4.0, 4.0, 4.0], [7.0, 7.0, 7.0]]> : tensor<2x3xf64>]} {
  %ax = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y0 = onnx.ReduceSum(%a, %ax) {keepdims = 1 : si64} : (tensor<2x3xf64>, tensor<1xi64>) -> !onnx.unknown
  %y = onnx.Mul(%y0, %y0) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<2x3xf64>, tensor<2x3xf64>, !onnx.unknown) -> tensor<2x3xf64>
  return %g0 : tensor<2x3xf64>
}

func.func @reducemean(%a: tensor<2x3xf64>) -> tensor<2x3xf64> attributes {
    inputs = [dense<[[1.0, -2.0, 3.0], [0.5, 4.0, -1.0]]> : tensor<2x3xf64>],
    outputs = [dense<[[0.4444444444444444, 0.4444444444444444, 0.4444444444444444], [0.7777777777777778, 0.7777777777777778, 0.7777777777777778]]> : tensor<2x3xf64>]} {
  %ax = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y0 = onnx.ReduceMean(%a, %ax) {keepdims = 1 : si64} : (tensor<2x3xf64>, tensor<1xi64>) -> !onnx.unknown
  %y = onnx.Mul(%y0, %y0) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<2x3xf64>, tensor<2x3xf64>, !onnx.unknown) -> tensor<2x3xf64>
  return %g0 : tensor<2x3xf64>
}

func.func @reducemax(%a: tensor<2x3xf64>) -> tensor<2x3xf64> attributes {
    inputs = [dense<[[1.0, -2.0, 3.0], [0.5, 4.0, -1.0]]> : tensor<2x3xf64>],
    outputs = [dense<[[0.0, 0.0, 6.0], [0.0, 8.0, 0.0]]> : tensor<2x3xf64>]} {
  %ax = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y0 = onnx.ReduceMax(%a, %ax) {keepdims = 1 : si64} : (tensor<2x3xf64>, tensor<1xi64>) -> !onnx.unknown
  %y = onnx.Mul(%y0, %y0) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<2x3xf64>, tensor<2x3xf64>, !onnx.unknown) -> tensor<2x3xf64>
  return %g0 : tensor<2x3xf64>
}

func.func @reducemin(%a: tensor<2x3xf64>) -> tensor<2x3xf64> attributes {
    inputs = [dense<[[1.0, -2.0, 3.0], [0.5, 4.0, -1.0]]> : tensor<2x3xf64>],
    outputs = [dense<[[-0.0, -4.0, -0.0], [-0.0, -0.0, -2.0]]> : tensor<2x3xf64>]} {
  %ax = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y0 = onnx.ReduceMin(%a, %ax) {keepdims = 1 : si64} : (tensor<2x3xf64>, tensor<1xi64>) -> !onnx.unknown
  %y = onnx.Mul(%y0, %y0) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<2x3xf64>, tensor<2x3xf64>, !onnx.unknown) -> tensor<2x3xf64>
  return %g0 : tensor<2x3xf64>
}

func.func @reduceprod(%a: tensor<2x3xf64>) -> tensor<2x3xf64> attributes {
    inputs = [dense<[[1.0, -2.0, 3.0], [0.5, 4.0, -1.0]]> : tensor<2x3xf64>],
    outputs = [dense<[[72.0, -36.0, 24.0], [16.0, 2.0, -8.0]]> : tensor<2x3xf64>]} {
  %ax = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y0 = onnx.ReduceProd(%a, %ax) {keepdims = 1 : si64} : (tensor<2x3xf64>, tensor<1xi64>) -> !onnx.unknown
  %y = onnx.Mul(%y0, %y0) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<2x3xf64>, tensor<2x3xf64>, !onnx.unknown) -> tensor<2x3xf64>
  return %g0 : tensor<2x3xf64>
}

func.func @reducel1(%a: tensor<2x3xf64>) -> tensor<2x3xf64> attributes {
    inputs = [dense<[[1.0, -2.0, 3.0], [0.5, 4.0, -1.0]]> : tensor<2x3xf64>],
    outputs = [dense<[[12.0, -12.0, 12.0], [11.0, 11.0, -11.0]]> : tensor<2x3xf64>]} {
  %ax = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y0 = onnx.ReduceL1(%a, %ax) {keepdims = 1 : si64} : (tensor<2x3xf64>, tensor<1xi64>) -> !onnx.unknown
  %y = onnx.Mul(%y0, %y0) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<2x3xf64>, tensor<2x3xf64>, !onnx.unknown) -> tensor<2x3xf64>
  return %g0 : tensor<2x3xf64>
}

func.func @reducel2(%a: tensor<2x3xf64>) -> tensor<2x3xf64> attributes {
    inputs = [dense<[[1.0, -2.0, 3.0], [0.5, 4.0, -1.0]]> : tensor<2x3xf64>],
    outputs = [dense<[[2.0, -4.0, 6.0], [1.0, 8.0, -2.0]]> : tensor<2x3xf64>]} {
  %ax = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y0 = onnx.ReduceL2(%a, %ax) {keepdims = 1 : si64} : (tensor<2x3xf64>, tensor<1xi64>) -> !onnx.unknown
  %y = onnx.Mul(%y0, %y0) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<2x3xf64>, tensor<2x3xf64>, !onnx.unknown) -> tensor<2x3xf64>
  return %g0 : tensor<2x3xf64>
}

func.func @reducesumsquare(%a: tensor<2x3xf64>) -> tensor<2x3xf64> attributes {
    inputs = [dense<[[1.0, -2.0, 3.0], [0.5, 4.0, -1.0]]> : tensor<2x3xf64>],
    outputs = [dense<[[56.0, -112.0, 168.0], [34.5, 276.0, -69.0]]> : tensor<2x3xf64>]} {
  %ax = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y0 = onnx.ReduceSumSquare(%a, %ax) {keepdims = 1 : si64} : (tensor<2x3xf64>, tensor<1xi64>) -> !onnx.unknown
  %y = onnx.Mul(%y0, %y0) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<2x3xf64>, tensor<2x3xf64>, !onnx.unknown) -> tensor<2x3xf64>
  return %g0 : tensor<2x3xf64>
}

func.func @reducelogsumexp(%a: tensor<2x3xf64>) -> tensor<2x3xf64> attributes {
    inputs = [dense<[[1.0, -2.0, 3.0], [0.5, 4.0, -1.0]]> : tensor<2x3xf64>],
    outputs = [dense<[[0.742482155816738, 0.03696600985356695, 5.486242301784846], [0.235086559553091, 7.784997669014644, 0.05245490168182458]]> : tensor<2x3xf64>]} {
  %ax = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y0 = onnx.ReduceLogSumExp(%a, %ax) {keepdims = 1 : si64} : (tensor<2x3xf64>, tensor<1xi64>) -> !onnx.unknown
  %y = onnx.Mul(%y0, %y0) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<2x3xf64>, tensor<2x3xf64>, !onnx.unknown) -> tensor<2x3xf64>
  return %g0 : tensor<2x3xf64>
}

func.func @softmax(%a: tensor<2x3xf64>) -> tensor<2x3xf64> attributes {
    inputs = [dense<[[1.0, -2.0, 3.0], [0.5, 4.0, -1.0]]> : tensor<2x3xf64>],
    outputs = [dense<[[-0.1569536747135802, -0.009142885992879518, 0.16609656070645976], [-0.05252388635450679, 0.06453756610518412, -0.012013679750677434]]> : tensor<2x3xf64>]} {
  %y0 = onnx.Softmax(%a) : (tensor<2x3xf64>) -> !onnx.unknown
  %y = onnx.Mul(%y0, %y0) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<2x3xf64>, tensor<2x3xf64>, !onnx.unknown) -> tensor<2x3xf64>
  return %g0 : tensor<2x3xf64>
}

func.func @log_softmax(%a: tensor<2x3xf64>) -> tensor<2x3xf64> attributes {
    inputs = [dense<[[1.0, -2.0, 3.0], [0.5, 4.0, -1.0]]> : tensor<2x3xf64>],
    outputs = [dense<[[-2.5122426181449753, -10.178391439502061, 12.690634057647037], [-6.5711317823526345, 16.531791810766354, -9.960660028413718]]> : tensor<2x3xf64>]} {
  %y0 = onnx.LogSoftmax(%a) : (tensor<2x3xf64>) -> !onnx.unknown
  %y = onnx.Mul(%y0, %y0) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<2x3xf64>, tensor<2x3xf64>, !onnx.unknown) -> tensor<2x3xf64>
  return %g0 : tensor<2x3xf64>
}

func.func @transpose(%a: tensor<2x3xf64>, %b: tensor<2x1xf64>) -> (tensor<2x3xf64>, tensor<2x1xf64>) attributes {
    inputs = [dense<[[1.0, -2.0, 3.0], [0.5, 4.0, -1.0]]> : tensor<2x3xf64>, dense<[[1.0], [2.0]]> : tensor<2x1xf64>],
    outputs = [dense<[[1.0, 1.0, 1.0], [2.0, 2.0, 2.0]]> : tensor<2x3xf64>, dense<[[2.0], [3.5]]> : tensor<2x1xf64>]} {
  %y0 = onnx.Transpose(%a) : (tensor<2x3xf64>) -> !onnx.unknown
  %y = onnx.MatMul(%y0, %b) : (!onnx.unknown, tensor<2x1xf64>) -> !onnx.unknown
  %g:2 = onnx.training.Gradient(%a, %b, %a, %b, %y) {xs = ["a", "b"], y = "y"} : (tensor<2x3xf64>, tensor<2x1xf64>, tensor<2x3xf64>, tensor<2x1xf64>, !onnx.unknown) -> (tensor<2x3xf64>, tensor<2x1xf64>)
  return %g#0, %g#1 : tensor<2x3xf64>, tensor<2x1xf64>
}

func.func @reshape(%a: tensor<2x3xf64>) -> tensor<2x3xf64> attributes {
    inputs = [dense<[[1.0, -2.0, 3.0], [0.5, 4.0, -1.0]]> : tensor<2x3xf64>],
    outputs = [dense<[[2.0, -4.0, 6.0], [1.0, 8.0, -2.0]]> : tensor<2x3xf64>]} {
  %s = onnx.Constant() {value = dense<-1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y0 = onnx.Reshape(%a, %s) : (tensor<2x3xf64>, tensor<1xi64>) -> !onnx.unknown
  %y = onnx.Mul(%y0, %y0) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<2x3xf64>, tensor<2x3xf64>, !onnx.unknown) -> tensor<2x3xf64>
  return %g0 : tensor<2x3xf64>
}

func.func @concat(%a: tensor<2x3xf64>, %b: tensor<2x1xf64>) -> (tensor<2x3xf64>, tensor<2x1xf64>) attributes {
    inputs = [dense<[[1.0, -2.0, 3.0], [0.5, 4.0, -1.0]]> : tensor<2x3xf64>, dense<[[7.0], [8.0]]> : tensor<2x1xf64>],
    outputs = [dense<[[2.0, -4.0, 6.0], [1.0, 8.0, -2.0]]> : tensor<2x3xf64>, dense<[[14.0], [16.0]]> : tensor<2x1xf64>]} {
  %y0 = onnx.Concat(%a, %b) {axis = 1 : si64} : (tensor<2x3xf64>, tensor<2x1xf64>) -> !onnx.unknown
  %y = onnx.Mul(%y0, %y0) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %g:2 = onnx.training.Gradient(%a, %b, %a, %b, %y) {xs = ["a", "b"], y = "y"} : (tensor<2x3xf64>, tensor<2x1xf64>, tensor<2x3xf64>, tensor<2x1xf64>, !onnx.unknown) -> (tensor<2x3xf64>, tensor<2x1xf64>)
  return %g#0, %g#1 : tensor<2x3xf64>, tensor<2x1xf64>
}

func.func @split(%a: tensor<2x3xf64>) -> tensor<2x3xf64> attributes {
    inputs = [dense<[[1.0, -2.0, 3.0], [0.5, 4.0, -1.0]]> : tensor<2x3xf64>],
    outputs = [dense<[[0.0, -4.0, 6.0], [0.0, 8.0, -2.0]]> : tensor<2x3xf64>]} {
  %s = onnx.Constant() {value = dense<[1, 2]> : tensor<2xi64>} : () -> tensor<2xi64>
  %n = onnx.None() : () -> none
  %p:2 = onnx.Split(%a, %s) {axis = 1 : si64} : (tensor<2x3xf64>, tensor<2xi64>) -> (!onnx.unknown, !onnx.unknown)
  %y = onnx.Mul(%p#1, %p#1) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<2x3xf64>, tensor<2x3xf64>, !onnx.unknown) -> tensor<2x3xf64>
  return %g0 : tensor<2x3xf64>
}

func.func @slice(%a: tensor<2x3xf64>) -> tensor<2x3xf64> attributes {
    inputs = [dense<[[1.0, -2.0, 3.0], [0.5, 4.0, -1.0]]> : tensor<2x3xf64>],
    outputs = [dense<[[2.0, 0.0, 6.0], [1.0, 0.0, -2.0]]> : tensor<2x3xf64>]} {
  %s = onnx.Constant() {value = dense<-1> : tensor<1xi64>} : () -> tensor<1xi64>
  %e = onnx.Constant() {value = dense<-10> : tensor<1xi64>} : () -> tensor<1xi64>
  %x = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %t = onnx.Constant() {value = dense<-2> : tensor<1xi64>} : () -> tensor<1xi64>
  %n = onnx.None() : () -> none
  %y0 = onnx.Slice(%a, %s, %e, %x, %t) : (tensor<2x3xf64>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> !onnx.unknown
  %y = onnx.Mul(%y0, %y0) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<2x3xf64>, tensor<2x3xf64>, !onnx.unknown) -> tensor<2x3xf64>
  return %g0 : tensor<2x3xf64>
}

func.func @gather(%a: tensor<2x3xf64>) -> tensor<2x3xf64> attributes {
    inputs = [dense<[[1.0, -2.0, 3.0], [0.5, 4.0, -1.0]]> : tensor<2x3xf64>],
    outputs = [dense<[[4.0, 0.0, 6.0], [2.0, 0.0, -2.0]]> : tensor<2x3xf64>]} {
  %i = onnx.Constant() {value = dense<[0, 0, -1]> : tensor<3xi64>} : () -> tensor<3xi64>
  %y0 = onnx.Gather(%a, %i) {axis = 1 : si64} : (tensor<2x3xf64>, tensor<3xi64>) -> !onnx.unknown
  %y = onnx.Mul(%y0, %y0) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<2x3xf64>, tensor<2x3xf64>, !onnx.unknown) -> tensor<2x3xf64>
  return %g0 : tensor<2x3xf64>
}

func.func @tile(%a: tensor<2x3xf64>) -> tensor<2x3xf64> attributes {
    inputs = [dense<[[1.0, -2.0, 3.0], [0.5, 4.0, -1.0]]> : tensor<2x3xf64>],
    outputs = [dense<[[4.0, -8.0, 12.0], [2.0, 16.0, -4.0]]> : tensor<2x3xf64>]} {
  %i = onnx.Constant() {value = dense<[2, 1]> : tensor<2xi64>} : () -> tensor<2xi64>
  %y0 = onnx.Tile(%a, %i) : (tensor<2x3xf64>, tensor<2xi64>) -> !onnx.unknown
  %y = onnx.Mul(%y0, %y0) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<2x3xf64>, tensor<2x3xf64>, !onnx.unknown) -> tensor<2x3xf64>
  return %g0 : tensor<2x3xf64>
}

func.func @expand(%a: tensor<2x1xf64>) -> tensor<2x1xf64> attributes {
    inputs = [dense<[[1.0], [2.0]]> : tensor<2x1xf64>],
    outputs = [dense<[[24.0], [48.0]]> : tensor<2x1xf64>]} {
  %i = onnx.Constant() {value = dense<[3, 2, 4]> : tensor<3xi64>} : () -> tensor<3xi64>
  %y0 = onnx.Expand(%a, %i) : (tensor<2x1xf64>, tensor<3xi64>) -> !onnx.unknown
  %y = onnx.Mul(%y0, %y0) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<2x1xf64>, tensor<2x1xf64>, !onnx.unknown) -> tensor<2x1xf64>
  return %g0 : tensor<2x1xf64>
}

func.func @pad(%a: tensor<2x3xf64>) -> tensor<2x3xf64> attributes {
    inputs = [dense<[[1.0, -2.0, 3.0], [0.5, 4.0, -1.0]]> : tensor<2x3xf64>],
    outputs = [dense<[[2.0, -4.0, 0.0], [1.0, 8.0, 0.0]]> : tensor<2x3xf64>]} {
  %i = onnx.Constant() {value = dense<[0, 1, 0, -1]> : tensor<4xi64>} : () -> tensor<4xi64>
  %v = onnx.Constant() {value = dense<5.0> : tensor<f64>} : () -> tensor<f64>
  %n = onnx.None() : () -> none
  %y0 = onnx.Pad(%a, %i, %v, %n) : (tensor<2x3xf64>, tensor<4xi64>, tensor<f64>, none) -> !onnx.unknown
  %y = onnx.Mul(%y0, %y0) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<2x3xf64>, tensor<2x3xf64>, !onnx.unknown) -> tensor<2x3xf64>
  return %g0 : tensor<2x3xf64>
}

func.func @where(%a: tensor<2x2xf64>, %b: tensor<2xf64>) -> (tensor<2x2xf64>, tensor<2xf64>) attributes {
    inputs = [dense<[[1.0, -2.0], [3.0, 0.5]]> : tensor<2x2xf64>, dense<[2.0, -4.0]> : tensor<2xf64>],
    outputs = [dense<[[1.0, 0.0], [1.0, 1.0]]> : tensor<2x2xf64>, dense<[0.0, 1.0]> : tensor<2xf64>]} {
  %z = onnx.Constant() {value = dense<0.0> : tensor<f64>} : () -> tensor<f64>
  %c = onnx.Greater(%a, %z) : (tensor<2x2xf64>, tensor<f64>) -> !onnx.unknown
  %y = onnx.Where(%c, %a, %b) : (!onnx.unknown, tensor<2x2xf64>, tensor<2xf64>) -> !onnx.unknown
  %g:2 = onnx.training.Gradient(%a, %b, %a, %b, %y) {xs = ["a", "b"], y = "y"} : (tensor<2x2xf64>, tensor<2xf64>, tensor<2x2xf64>, tensor<2xf64>, !onnx.unknown) -> (tensor<2x2xf64>, tensor<2xf64>)
  return %g#0, %g#1 : tensor<2x2xf64>, tensor<2xf64>
}

func.func @clip(%a: tensor<2x3xf64>) -> tensor<2x3xf64> attributes {
    inputs = [dense<[[1.0, -2.0, 3.0], [0.5, 4.0, -1.0]]> : tensor<2x3xf64>],
    outputs = [dense<[[2.0, 0.0, 0.0], [1.0, 0.0, -2.0]]> : tensor<2x3xf64>]} {
  %l = onnx.Constant() {value = dense<-1.5> : tensor<f64>} : () -> tensor<f64>
  %h = onnx.Constant() {value = dense<2.5> : tensor<f64>} : () -> tensor<f64>
  %y0 = onnx.Clip(%a, %l, %h) : (tensor<2x3xf64>, tensor<f64>, tensor<f64>) -> !onnx.unknown
  %y = onnx.Mul(%y0, %y0) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<2x3xf64>, tensor<2x3xf64>, !onnx.unknown) -> tensor<2x3xf64>
  return %g0 : tensor<2x3xf64>
}

func.func @cum_sum(%a: tensor<2x3xf64>) -> tensor<2x3xf64> attributes {
    inputs = [dense<[[1.0, -2.0, 3.0], [0.5, 4.0, -1.0]]> : tensor<2x3xf64>],
    outputs = [dense<[[4.0, 2.0, 4.0], [17.0, 16.0, 7.0]]> : tensor<2x3xf64>]} {
  %x = onnx.Constant() {value = dense<1> : tensor<i64>} : () -> tensor<i64>
  %y0 = onnx.CumSum(%a, %x) : (tensor<2x3xf64>, tensor<i64>) -> !onnx.unknown
  %y = onnx.Mul(%y0, %y0) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<2x3xf64>, tensor<2x3xf64>, !onnx.unknown) -> tensor<2x3xf64>
  return %g0 : tensor<2x3xf64>
}

func.func @sum_and_mean(%a: tensor<2x2xf64>, %b: tensor<2xf64>) -> (tensor<2x2xf64>, tensor<2xf64>) attributes {
    inputs = [dense<[[1.0, -2.0], [3.0, 0.5]]> : tensor<2x2xf64>, dense<[2.0, -4.0]> : tensor<2xf64>],
    outputs = [dense<[[4.0, -8.0], [6.666666666666667, -4.666666666666667]]> : tensor<2x2xf64>, dense<[10.666666666666668, -12.666666666666668]> : tensor<2xf64>]} {
  %s = onnx.Sum(%a, %b) : (tensor<2x2xf64>, tensor<2xf64>) -> !onnx.unknown
  %m = onnx.Mean(%a, %b, %s) : (tensor<2x2xf64>, tensor<2xf64>, !onnx.unknown) -> !onnx.unknown
  %y = onnx.Mul(%m, %s) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %g:2 = onnx.training.Gradient(%a, %b, %a, %b, %y) {xs = ["a", "b"], y = "y"} : (tensor<2x2xf64>, tensor<2xf64>, tensor<2x2xf64>, tensor<2xf64>, !onnx.unknown) -> (tensor<2x2xf64>, tensor<2xf64>)
  return %g#0, %g#1 : tensor<2x2xf64>, tensor<2xf64>
}

func.func @cast(%a: tensor<2x2xf64>) -> tensor<2x2xf64> attributes {
    inputs = [dense<[[1.0, -2.0], [3.0, 0.5]]> : tensor<2x2xf64>],
    outputs = [dense<[[2.0, -4.0], [6.0, 1.0]]> : tensor<2x2xf64>]} {
  %h = onnx.Cast(%a) {to = 1 : si64} : (tensor<2x2xf64>) -> !onnx.unknown
  %y = onnx.Mul(%h, %h) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %g0 = onnx.training.Gradient(%a, %a, %y) {xs = ["a"], y = "y"} : (tensor<2x2xf64>, tensor<2x2xf64>, !onnx.unknown) -> tensor<2x2xf64>
  return %g0 : tensor<2x2xf64>
}
