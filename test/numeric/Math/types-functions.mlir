// SPDX-License-Identifier: Apache-2.0
// Elementary functions in double and half precision.

func.func @exp_f64(%x0: tensor<5xf64>) -> tensor<5xf64> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf64>],
    outputs = [dense<[0.13533528323661267, 0.6065306597126334, 1.0, 1.2840254166877414, 20.085536923187668]> : tensor<5xf64>]} {
  %y = onnx.Exp(%x0) : (tensor<5xf64>) -> tensor<5xf64>
  return %y : tensor<5xf64>
}

func.func @exp_f16(%x0: tensor<5xf16>) -> tensor<5xf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf16>],
    outputs = [dense<[0.1354, 0.6064, 1.0, 1.284, 20.08]> : tensor<5xf16>]} {
  %y = onnx.Exp(%x0) : (tensor<5xf16>) -> tensor<5xf16>
  return %y : tensor<5xf16>
}

func.func @exp_bf16(%x0: tensor<5xbf16>) -> tensor<5xbf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xbf16>],
    outputs = [dense<[0.1357421875, 0.60546875, 1.0, 1.28125, 20.125]> : tensor<5xbf16>]} {
  %y = onnx.Exp(%x0) : (tensor<5xbf16>) -> tensor<5xbf16>
  return %y : tensor<5xbf16>
}

func.func @log_f64(%x0: tensor<4xf64>) -> tensor<4xf64> attributes {
    inputs = [dense<[0.25, 0.5, 1.0, 4.0]> : tensor<4xf64>],
    outputs = [dense<[-1.3862943611198906, -0.6931471805599453, 0.0, 1.3862943611198906]> : tensor<4xf64>]} {
  %y = onnx.Log(%x0) : (tensor<4xf64>) -> tensor<4xf64>
  return %y : tensor<4xf64>
}

func.func @log_f16(%x0: tensor<4xf16>) -> tensor<4xf16> attributes {
    inputs = [dense<[0.25, 0.5, 1.0, 4.0]> : tensor<4xf16>],
    outputs = [dense<[-1.387, -0.6934, 0.0, 1.387]> : tensor<4xf16>]} {
  %y = onnx.Log(%x0) : (tensor<4xf16>) -> tensor<4xf16>
  return %y : tensor<4xf16>
}

func.func @log_bf16(%x0: tensor<4xbf16>) -> tensor<4xbf16> attributes {
    inputs = [dense<[0.25, 0.5, 1.0, 4.0]> : tensor<4xbf16>],
    outputs = [dense<[-1.3828125, -0.69140625, 0.0, 1.3828125]> : tensor<4xbf16>]} {
  %y = onnx.Log(%x0) : (tensor<4xbf16>) -> tensor<4xbf16>
  return %y : tensor<4xbf16>
}

func.func @sqrt_f64(%x0: tensor<4xf64>) -> tensor<4xf64> attributes {
    inputs = [dense<[0.25, 0.5, 1.0, 4.0]> : tensor<4xf64>],
    outputs = [dense<[0.5, 0.7071067811865476, 1.0, 2.0]> : tensor<4xf64>]} {
  %y = onnx.Sqrt(%x0) : (tensor<4xf64>) -> tensor<4xf64>
  return %y : tensor<4xf64>
}

func.func @sqrt_f16(%x0: tensor<4xf16>) -> tensor<4xf16> attributes {
    inputs = [dense<[0.25, 0.5, 1.0, 4.0]> : tensor<4xf16>],
    outputs = [dense<[0.5, 0.707, 1.0, 2.0]> : tensor<4xf16>]} {
  %y = onnx.Sqrt(%x0) : (tensor<4xf16>) -> tensor<4xf16>
  return %y : tensor<4xf16>
}

func.func @sqrt_bf16(%x0: tensor<4xbf16>) -> tensor<4xbf16> attributes {
    inputs = [dense<[0.25, 0.5, 1.0, 4.0]> : tensor<4xbf16>],
    outputs = [dense<[0.5, 0.70703125, 1.0, 2.0]> : tensor<4xbf16>]} {
  %y = onnx.Sqrt(%x0) : (tensor<4xbf16>) -> tensor<4xbf16>
  return %y : tensor<4xbf16>
}

func.func @sin_f64(%x0: tensor<5xf64>) -> tensor<5xf64> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf64>],
    outputs = [dense<[-0.9092974268256816, -0.47942553860420295, 0.0, 0.24740395925452296, 0.1411200080598672]> : tensor<5xf64>]} {
  %y = onnx.Sin(%x0) : (tensor<5xf64>) -> tensor<5xf64>
  return %y : tensor<5xf64>
}

func.func @sin_f16(%x0: tensor<5xf16>) -> tensor<5xf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf16>],
    outputs = [dense<[-0.909, -0.4795, 0.0, 0.2474, 0.1411]> : tensor<5xf16>]} {
  %y = onnx.Sin(%x0) : (tensor<5xf16>) -> tensor<5xf16>
  return %y : tensor<5xf16>
}

func.func @sin_bf16(%x0: tensor<5xbf16>) -> tensor<5xbf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xbf16>],
    outputs = [dense<[-0.91015625, -0.478515625, 0.0, 0.2470703125, 0.1416015625]> : tensor<5xbf16>]} {
  %y = onnx.Sin(%x0) : (tensor<5xbf16>) -> tensor<5xbf16>
  return %y : tensor<5xbf16>
}

func.func @cos_f64(%x0: tensor<5xf64>) -> tensor<5xf64> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf64>],
    outputs = [dense<[-0.4161468365471424, 0.8775825618903725, 1.0, 0.968912421710645, -0.9899924966004454]> : tensor<5xf64>]} {
  %y = onnx.Cos(%x0) : (tensor<5xf64>) -> tensor<5xf64>
  return %y : tensor<5xf64>
}

func.func @cos_f16(%x0: tensor<5xf16>) -> tensor<5xf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf16>],
    outputs = [dense<[-0.4163, 0.8774, 1.0, 0.9688, -0.99]> : tensor<5xf16>]} {
  %y = onnx.Cos(%x0) : (tensor<5xf16>) -> tensor<5xf16>
  return %y : tensor<5xf16>
}

func.func @cos_bf16(%x0: tensor<5xbf16>) -> tensor<5xbf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xbf16>],
    outputs = [dense<[-0.416015625, 0.87890625, 1.0, 0.96875, -0.98828125]> : tensor<5xbf16>]} {
  %y = onnx.Cos(%x0) : (tensor<5xbf16>) -> tensor<5xbf16>
  return %y : tensor<5xbf16>
}

func.func @tan_f64(%x0: tensor<5xf64>) -> tensor<5xf64> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf64>],
    outputs = [dense<[2.185039863261519, -0.5463024898437905, 0.0, 0.25534192122103627, -0.1425465430742778]> : tensor<5xf64>]} {
  %y = onnx.Tan(%x0) : (tensor<5xf64>) -> tensor<5xf64>
  return %y : tensor<5xf64>
}

func.func @tan_f16(%x0: tensor<5xf16>) -> tensor<5xf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf16>],
    outputs = [dense<[2.186, -0.5464, 0.0, 0.2554, -0.1426]> : tensor<5xf16>]} {
  %y = onnx.Tan(%x0) : (tensor<5xf16>) -> tensor<5xf16>
  return %y : tensor<5xf16>
}

func.func @tan_bf16(%x0: tensor<5xbf16>) -> tensor<5xbf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xbf16>],
    outputs = [dense<[2.1875, -0.546875, 0.0, 0.255859375, -0.142578125]> : tensor<5xbf16>]} {
  %y = onnx.Tan(%x0) : (tensor<5xbf16>) -> tensor<5xbf16>
  return %y : tensor<5xbf16>
}

func.func @asin_f64(%x0: tensor<3xf64>) -> tensor<3xf64> attributes {
    inputs = [dense<[-0.75, 0.0, 0.5]> : tensor<3xf64>],
    outputs = [dense<[-0.8480620789814809, 0.0, 0.5235987755982989]> : tensor<3xf64>]} {
  %y = onnx.Asin(%x0) : (tensor<3xf64>) -> tensor<3xf64>
  return %y : tensor<3xf64>
}

func.func @asin_f16(%x0: tensor<3xf16>) -> tensor<3xf16> attributes {
    inputs = [dense<[-0.75, 0.0, 0.5]> : tensor<3xf16>],
    outputs = [dense<[-0.848, 0.0, 0.5234]> : tensor<3xf16>]} {
  %y = onnx.Asin(%x0) : (tensor<3xf16>) -> tensor<3xf16>
  return %y : tensor<3xf16>
}

func.func @asin_bf16(%x0: tensor<3xbf16>) -> tensor<3xbf16> attributes {
    inputs = [dense<[-0.75, 0.0, 0.5]> : tensor<3xbf16>],
    outputs = [dense<[-0.84765625, 0.0, 0.5234375]> : tensor<3xbf16>]} {
  %y = onnx.Asin(%x0) : (tensor<3xbf16>) -> tensor<3xbf16>
  return %y : tensor<3xbf16>
}

func.func @acos_f64(%x0: tensor<3xf64>) -> tensor<3xf64> attributes {
    inputs = [dense<[-0.75, 0.0, 0.5]> : tensor<3xf64>],
    outputs = [dense<[2.4188584057763776, 1.5707963267948966, 1.0471975511965976]> : tensor<3xf64>]} {
  %y = onnx.Acos(%x0) : (tensor<3xf64>) -> tensor<3xf64>
  return %y : tensor<3xf64>
}

func.func @acos_f16(%x0: tensor<3xf16>) -> tensor<3xf16> attributes {
    inputs = [dense<[-0.75, 0.0, 0.5]> : tensor<3xf16>],
    outputs = [dense<[2.418, 1.57, 1.047]> : tensor<3xf16>]} {
  %y = onnx.Acos(%x0) : (tensor<3xf16>) -> tensor<3xf16>
  return %y : tensor<3xf16>
}

func.func @acos_bf16(%x0: tensor<3xbf16>) -> tensor<3xbf16> attributes {
    inputs = [dense<[-0.75, 0.0, 0.5]> : tensor<3xbf16>],
    outputs = [dense<[2.421875, 1.5703125, 1.046875]> : tensor<3xbf16>]} {
  %y = onnx.Acos(%x0) : (tensor<3xbf16>) -> tensor<3xbf16>
  return %y : tensor<3xbf16>
}

func.func @atan_f64(%x0: tensor<5xf64>) -> tensor<5xf64> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf64>],
    outputs = [dense<[-1.1071487177940904, -0.4636476090008061, 0.0, 0.24497866312686414, 1.2490457723982544]> : tensor<5xf64>]} {
  %y = onnx.Atan(%x0) : (tensor<5xf64>) -> tensor<5xf64>
  return %y : tensor<5xf64>
}

func.func @atan_f16(%x0: tensor<5xf16>) -> tensor<5xf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf16>],
    outputs = [dense<[-1.107, -0.4636, 0.0, 0.245, 1.249]> : tensor<5xf16>]} {
  %y = onnx.Atan(%x0) : (tensor<5xf16>) -> tensor<5xf16>
  return %y : tensor<5xf16>
}

func.func @atan_bf16(%x0: tensor<5xbf16>) -> tensor<5xbf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xbf16>],
    outputs = [dense<[-1.109375, -0.462890625, 0.0, 0.2451171875, 1.25]> : tensor<5xbf16>]} {
  %y = onnx.Atan(%x0) : (tensor<5xbf16>) -> tensor<5xbf16>
  return %y : tensor<5xbf16>
}

func.func @sinh_f64(%x0: tensor<5xf64>) -> tensor<5xf64> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf64>],
    outputs = [dense<[-3.6268604078470186, -0.5210953054937474, 0.0, 0.2526123168081683, 10.017874927409903]> : tensor<5xf64>]} {
  %y = onnx.Sinh(%x0) : (tensor<5xf64>) -> tensor<5xf64>
  return %y : tensor<5xf64>
}

func.func @sinh_f16(%x0: tensor<5xf16>) -> tensor<5xf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf16>],
    outputs = [dense<[-3.627, -0.521, 0.0, 0.2527, 10.016]> : tensor<5xf16>]} {
  %y = onnx.Sinh(%x0) : (tensor<5xf16>) -> tensor<5xf16>
  return %y : tensor<5xf16>
}

func.func @sinh_bf16(%x0: tensor<5xbf16>) -> tensor<5xbf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xbf16>],
    outputs = [dense<[-3.625, -0.51953125, 0.0, 0.251953125, 10.0]> : tensor<5xbf16>]} {
  %y = onnx.Sinh(%x0) : (tensor<5xbf16>) -> tensor<5xbf16>
  return %y : tensor<5xbf16>
}

func.func @cosh_f64(%x0: tensor<5xf64>) -> tensor<5xf64> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf64>],
    outputs = [dense<[3.7621956910836314, 1.1276259652063807, 1.0, 1.031413099879573, 10.067661995777764]> : tensor<5xf64>]} {
  %y = onnx.Cosh(%x0) : (tensor<5xf64>) -> tensor<5xf64>
  return %y : tensor<5xf64>
}

func.func @cosh_f16(%x0: tensor<5xf16>) -> tensor<5xf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf16>],
    outputs = [dense<[3.762, 1.128, 1.0, 1.031, 10.07]> : tensor<5xf16>]} {
  %y = onnx.Cosh(%x0) : (tensor<5xf16>) -> tensor<5xf16>
  return %y : tensor<5xf16>
}

func.func @cosh_bf16(%x0: tensor<5xbf16>) -> tensor<5xbf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xbf16>],
    outputs = [dense<[3.765625, 1.125, 1.0, 1.03125, 10.0625]> : tensor<5xbf16>]} {
  %y = onnx.Cosh(%x0) : (tensor<5xbf16>) -> tensor<5xbf16>
  return %y : tensor<5xbf16>
}

func.func @tanh_f64(%x0: tensor<5xf64>) -> tensor<5xf64> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf64>],
    outputs = [dense<[-0.9640275800758169, -0.46211715726000974, 0.0, 0.24491866240370913, 0.9950547536867305]> : tensor<5xf64>]} {
  %y = onnx.Tanh(%x0) : (tensor<5xf64>) -> tensor<5xf64>
  return %y : tensor<5xf64>
}

func.func @tanh_f16(%x0: tensor<5xf16>) -> tensor<5xf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf16>],
    outputs = [dense<[-0.964, -0.4622, 0.0, 0.2449, 0.995]> : tensor<5xf16>]} {
  %y = onnx.Tanh(%x0) : (tensor<5xf16>) -> tensor<5xf16>
  return %y : tensor<5xf16>
}

func.func @tanh_bf16(%x0: tensor<5xbf16>) -> tensor<5xbf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xbf16>],
    outputs = [dense<[-0.96484375, -0.462890625, 0.0, 0.2451171875, 0.99609375]> : tensor<5xbf16>]} {
  %y = onnx.Tanh(%x0) : (tensor<5xbf16>) -> tensor<5xbf16>
  return %y : tensor<5xbf16>
}

func.func @asinh_f64(%x0: tensor<5xf64>) -> tensor<5xf64> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf64>],
    outputs = [dense<[-1.4436354751788103, -0.48121182505960347, 0.0, 0.24746646154726346, 1.8184464592320668]> : tensor<5xf64>]} {
  %y = onnx.Asinh(%x0) : (tensor<5xf64>) -> tensor<5xf64>
  return %y : tensor<5xf64>
}

func.func @asinh_f16(%x0: tensor<5xf16>) -> tensor<5xf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf16>],
    outputs = [dense<[-1.443, -0.4812, 0.0, 0.2474, 1.818]> : tensor<5xf16>]} {
  %y = onnx.Asinh(%x0) : (tensor<5xf16>) -> tensor<5xf16>
  return %y : tensor<5xf16>
}

func.func @asinh_bf16(%x0: tensor<5xbf16>) -> tensor<5xbf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xbf16>],
    outputs = [dense<[-1.4453125, -0.48046875, 0.0, 0.2470703125, 1.8203125]> : tensor<5xbf16>]} {
  %y = onnx.Asinh(%x0) : (tensor<5xbf16>) -> tensor<5xbf16>
  return %y : tensor<5xbf16>
}

func.func @acosh_f64(%x0: tensor<3xf64>) -> tensor<3xf64> attributes {
    inputs = [dense<[1.0, 1.5, 8.0]> : tensor<3xf64>],
    outputs = [dense<[0.0, 0.9624236501192069, 2.7686593833135738]> : tensor<3xf64>]} {
  %y = onnx.Acosh(%x0) : (tensor<3xf64>) -> tensor<3xf64>
  return %y : tensor<3xf64>
}

func.func @acosh_f16(%x0: tensor<3xf16>) -> tensor<3xf16> attributes {
    inputs = [dense<[1.0, 1.5, 8.0]> : tensor<3xf16>],
    outputs = [dense<[0.0, 0.9624, 2.77]> : tensor<3xf16>]} {
  %y = onnx.Acosh(%x0) : (tensor<3xf16>) -> tensor<3xf16>
  return %y : tensor<3xf16>
}

func.func @acosh_bf16(%x0: tensor<3xbf16>) -> tensor<3xbf16> attributes {
    inputs = [dense<[1.0, 1.5, 8.0]> : tensor<3xbf16>],
    outputs = [dense<[0.0, 0.9609375, 2.765625]> : tensor<3xbf16>]} {
  %y = onnx.Acosh(%x0) : (tensor<3xbf16>) -> tensor<3xbf16>
  return %y : tensor<3xbf16>
}

func.func @atanh_f64(%x0: tensor<3xf64>) -> tensor<3xf64> attributes {
    inputs = [dense<[-0.75, 0.0, 0.5]> : tensor<3xf64>],
    outputs = [dense<[-0.9729550745276566, 0.0, 0.5493061443340549]> : tensor<3xf64>]} {
  %y = onnx.Atanh(%x0) : (tensor<3xf64>) -> tensor<3xf64>
  return %y : tensor<3xf64>
}

func.func @atanh_f16(%x0: tensor<3xf16>) -> tensor<3xf16> attributes {
    inputs = [dense<[-0.75, 0.0, 0.5]> : tensor<3xf16>],
    outputs = [dense<[-0.973, 0.0, 0.5493]> : tensor<3xf16>]} {
  %y = onnx.Atanh(%x0) : (tensor<3xf16>) -> tensor<3xf16>
  return %y : tensor<3xf16>
}

func.func @atanh_bf16(%x0: tensor<3xbf16>) -> tensor<3xbf16> attributes {
    inputs = [dense<[-0.75, 0.0, 0.5]> : tensor<3xbf16>],
    outputs = [dense<[-0.97265625, 0.0, 0.55078125]> : tensor<3xbf16>]} {
  %y = onnx.Atanh(%x0) : (tensor<3xbf16>) -> tensor<3xbf16>
  return %y : tensor<3xbf16>
}

func.func @erf_f64(%x0: tensor<5xf64>) -> tensor<5xf64> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf64>],
    outputs = [dense<[-0.9953222650189527, -0.5204998778130465, 0.0, 0.2763263901682369, 0.9999779095030014]> : tensor<5xf64>]} {
  %y = onnx.Erf(%x0) : (tensor<5xf64>) -> tensor<5xf64>
  return %y : tensor<5xf64>
}

func.func @erf_f16(%x0: tensor<5xf16>) -> tensor<5xf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf16>],
    outputs = [dense<[-0.995, -0.5205, 0.0, 0.2764, 1.0]> : tensor<5xf16>]} {
  %y = onnx.Erf(%x0) : (tensor<5xf16>) -> tensor<5xf16>
  return %y : tensor<5xf16>
}

func.func @erf_bf16(%x0: tensor<5xbf16>) -> tensor<5xbf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xbf16>],
    outputs = [dense<[-0.99609375, -0.51953125, 0.0, 0.275390625, 1.0]> : tensor<5xbf16>]} {
  %y = onnx.Erf(%x0) : (tensor<5xbf16>) -> tensor<5xbf16>
  return %y : tensor<5xbf16>
}

func.func @sigmoid_f64(%x0: tensor<5xf64>) -> tensor<5xf64> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf64>],
    outputs = [dense<[0.11920292202211755, 0.3775406687981454, 0.5, 0.5621765008857981, 0.9525741268224334]> : tensor<5xf64>]} {
  %y = onnx.Sigmoid(%x0) : (tensor<5xf64>) -> tensor<5xf64>
  return %y : tensor<5xf64>
}

func.func @sigmoid_f16(%x0: tensor<5xf16>) -> tensor<5xf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf16>],
    outputs = [dense<[0.1192, 0.3774, 0.5, 0.562, 0.9526]> : tensor<5xf16>]} {
  %y = onnx.Sigmoid(%x0) : (tensor<5xf16>) -> tensor<5xf16>
  return %y : tensor<5xf16>
}

func.func @sigmoid_bf16(%x0: tensor<5xbf16>) -> tensor<5xbf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xbf16>],
    outputs = [dense<[0.119140625, 0.376953125, 0.5, 0.5625, 0.953125]> : tensor<5xbf16>]} {
  %y = onnx.Sigmoid(%x0) : (tensor<5xbf16>) -> tensor<5xbf16>
  return %y : tensor<5xbf16>
}

func.func @softplus_f64(%x0: tensor<5xf64>) -> tensor<5xf64> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf64>],
    outputs = [dense<[0.1269280110429725, 0.4740769841801067, 0.6931471805599453, 0.8259394198788435, 3.048587351573742]> : tensor<5xf64>]} {
  %y = onnx.Softplus(%x0) : (tensor<5xf64>) -> tensor<5xf64>
  return %y : tensor<5xf64>
}

func.func @softplus_f16(%x0: tensor<5xf16>) -> tensor<5xf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf16>],
    outputs = [dense<[0.127, 0.474, 0.6934, 0.826, 3.049]> : tensor<5xf16>]} {
  %y = onnx.Softplus(%x0) : (tensor<5xf16>) -> tensor<5xf16>
  return %y : tensor<5xf16>
}

func.func @softplus_bf16(%x0: tensor<5xbf16>) -> tensor<5xbf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xbf16>],
    outputs = [dense<[0.126953125, 0.474609375, 0.69140625, 0.82421875, 3.046875]> : tensor<5xbf16>]} {
  %y = onnx.Softplus(%x0) : (tensor<5xbf16>) -> tensor<5xbf16>
  return %y : tensor<5xbf16>
}

func.func @softsign_f64(%x0: tensor<5xf64>) -> tensor<5xf64> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf64>],
    outputs = [dense<[-0.6666666666666666, -0.3333333333333333, 0.0, 0.2, 0.75]> : tensor<5xf64>]} {
  %y = onnx.Softsign(%x0) : (tensor<5xf64>) -> tensor<5xf64>
  return %y : tensor<5xf64>
}

func.func @softsign_f16(%x0: tensor<5xf16>) -> tensor<5xf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xf16>],
    outputs = [dense<[-0.6665, -0.3333, 0.0, 0.2, 0.75]> : tensor<5xf16>]} {
  %y = onnx.Softsign(%x0) : (tensor<5xf16>) -> tensor<5xf16>
  return %y : tensor<5xf16>
}

func.func @softsign_bf16(%x0: tensor<5xbf16>) -> tensor<5xbf16> attributes {
    inputs = [dense<[-2.0, -0.5, 0.0, 0.25, 3.0]> : tensor<5xbf16>],
    outputs = [dense<[-0.66796875, -0.333984375, 0.0, 0.2001953125, 0.75]> : tensor<5xbf16>]} {
  %y = onnx.Softsign(%x0) : (tensor<5xbf16>) -> tensor<5xbf16>
  return %y : tensor<5xbf16>
}
