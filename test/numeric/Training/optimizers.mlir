// SPDX-License-Identifier: Apache-2.0
// Adam, Adagrad and Momentum: the first and a later step, double precision.

func.func @adam_0(%x0: tensor<f64>, %x1: tensor<i64>, %x2: tensor<2xf64>, %x3: tensor<2xf64>, %x4: tensor<2xf64>, %x5: tensor<2xf64>) -> (tensor<2xf64>, tensor<2xf64>, tensor<2xf64>) attributes {
    inputs = [dense<0.1> : tensor<f64>, dense<0> : tensor<i64>, dense<[1.0, 2.0]> : tensor<2xf64>, dense<[-1.0, 3.0]> : tensor<2xf64>, dense<[2.0, 1.0]> : tensor<2xf64>, dense<[0.5, 10.0]> : tensor<2xf64>],
    outputs = [dense<[0.6813263635974183, 1.7166479575940525]> : tensor<2xf64>, dense<[1.7000999285030178, 1.200200047740899]> : tensor<2xf64>, dense<[0.574700138112496, 9.851800623641212]> : tensor<2xf64>]} {
  %y:3 = onnx.training.Adam(%x0, %x1, %x2, %x3, %x4, %x5) {alpha = 0.9 : f32, beta = 0.85 : f32, epsilon = 0.01 : f32, norm_coefficient = 0.001 : f32, norm_coefficient_post = 0.125 : f32} : (tensor<f64>, tensor<i64>, tensor<2xf64>, tensor<2xf64>, tensor<2xf64>, tensor<2xf64>) -> (tensor<2xf64>, tensor<2xf64>, tensor<2xf64>)
  return %y#0, %y#1, %y#2 : tensor<2xf64>, tensor<2xf64>, tensor<2xf64>
}

func.func @adagrad_0(%x0: tensor<f64>, %x1: tensor<i64>, %x2: tensor<2xf64>, %x3: tensor<2xf64>, %x4: tensor<2xf64>) -> (tensor<2xf64>, tensor<2xf64>) attributes {
    inputs = [dense<0.1> : tensor<f64>, dense<0> : tensor<i64>, dense<[1.0, 2.0]> : tensor<2xf64>, dense<[-1.0, 3.0]> : tensor<2xf64>, dense<[0.5, 10.0]> : tensor<2xf64>],
    outputs = [dense<[1.0816223476122266, 1.9311511580386214]> : tensor<2xf64>, dense<[1.4980009999051, 19.01200400057035]> : tensor<2xf64>]} {
  %y:2 = onnx.training.Adagrad(%x0, %x1, %x2, %x3, %x4) {decay_factor = 0.5 : f32, norm_coefficient = 0.001 : f32} : (tensor<f64>, tensor<i64>, tensor<2xf64>, tensor<2xf64>, tensor<2xf64>) -> (tensor<2xf64>, tensor<2xf64>)
  return %y#0, %y#1 : tensor<2xf64>, tensor<2xf64>
}

func.func @momentum_standard_0(%x0: tensor<f64>, %x1: tensor<i64>, %x2: tensor<2xf64>, %x3: tensor<2xf64>, %x4: tensor<2xf64>) -> (tensor<2xf64>, tensor<2xf64>) attributes {
    inputs = [dense<0.1> : tensor<f64>, dense<0> : tensor<i64>, dense<[1.0, 2.0]> : tensor<2xf64>, dense<[-1.0, 3.0]> : tensor<2xf64>, dense<[2.0, 1.0]> : tensor<2xf64>],
    outputs = [dense<[0.909900002379436, 1.6048000011825934]> : tensor<2xf64>, dense<[0.9009999762056395, 3.951999988174066]> : tensor<2xf64>]} {
  %y:2 = onnx.training.Momentum(%x0, %x1, %x2, %x3, %x4) {alpha = 0.95 : f32, beta = 0.5 : f32, mode = "standard", norm_coefficient = 0.001 : f32} : (tensor<f64>, tensor<i64>, tensor<2xf64>, tensor<2xf64>, tensor<2xf64>) -> (tensor<2xf64>, tensor<2xf64>)
  return %y#0, %y#1 : tensor<2xf64>, tensor<2xf64>
}

func.func @momentum_nesterov_0(%x0: tensor<f64>, %x1: tensor<i64>, %x2: tensor<2xf64>, %x3: tensor<2xf64>, %x4: tensor<2xf64>) -> (tensor<2xf64>, tensor<2xf64>) attributes {
    inputs = [dense<0.1> : tensor<f64>, dense<0> : tensor<i64>, dense<[1.0, 2.0]> : tensor<2xf64>, dense<[-1.0, 3.0]> : tensor<2xf64>, dense<[2.0, 1.0]> : tensor<2xf64>],
    outputs = [dense<[1.0143050033297902, 1.3243600058251155]> : tensor<2xf64>, dense<[0.9009999762056395, 3.951999988174066]> : tensor<2xf64>]} {
  %y:2 = onnx.training.Momentum(%x0, %x1, %x2, %x3, %x4) {alpha = 0.95 : f32, beta = 0.5 : f32, mode = "nesterov", norm_coefficient = 0.001 : f32} : (tensor<f64>, tensor<i64>, tensor<2xf64>, tensor<2xf64>, tensor<2xf64>) -> (tensor<2xf64>, tensor<2xf64>)
  return %y#0, %y#1 : tensor<2xf64>, tensor<2xf64>
}

func.func @adam_3(%x0: tensor<f64>, %x1: tensor<i64>, %x2: tensor<2xf64>, %x3: tensor<2xf64>, %x4: tensor<2xf64>, %x5: tensor<2xf64>) -> (tensor<2xf64>, tensor<2xf64>, tensor<2xf64>) attributes {
    inputs = [dense<0.1> : tensor<f64>, dense<3> : tensor<i64>, dense<[1.0, 2.0]> : tensor<2xf64>, dense<[-1.0, 3.0]> : tensor<2xf64>, dense<[2.0, 1.0]> : tensor<2xf64>, dense<[0.5, 10.0]> : tensor<2xf64>],
    outputs = [dense<[0.43105985929025387, 1.6735502019083461]> : tensor<2xf64>, dense<[1.7000999285030178, 1.200200047740899]> : tensor<2xf64>, dense<[0.574700138112496, 9.851800623641212]> : tensor<2xf64>]} {
  %y:3 = onnx.training.Adam(%x0, %x1, %x2, %x3, %x4, %x5) {alpha = 0.9 : f32, beta = 0.85 : f32, epsilon = 0.01 : f32, norm_coefficient = 0.001 : f32, norm_coefficient_post = 0.125 : f32} : (tensor<f64>, tensor<i64>, tensor<2xf64>, tensor<2xf64>, tensor<2xf64>, tensor<2xf64>) -> (tensor<2xf64>, tensor<2xf64>, tensor<2xf64>)
  return %y#0, %y#1, %y#2 : tensor<2xf64>, tensor<2xf64>, tensor<2xf64>
}

func.func @adagrad_3(%x0: tensor<f64>, %x1: tensor<i64>, %x2: tensor<2xf64>, %x3: tensor<2xf64>, %x4: tensor<2xf64>) -> (tensor<2xf64>, tensor<2xf64>) attributes {
    inputs = [dense<0.1> : tensor<f64>, dense<3> : tensor<i64>, dense<[1.0, 2.0]> : tensor<2xf64>, dense<[-1.0, 3.0]> : tensor<2xf64>, dense<[0.5, 10.0]> : tensor<2xf64>],
    outputs = [dense<[1.0326489390448907, 1.9724604632154485]> : tensor<2xf64>, dense<[1.4980009999051, 19.01200400057035]> : tensor<2xf64>]} {
  %y:2 = onnx.training.Adagrad(%x0, %x1, %x2, %x3, %x4) {decay_factor = 0.5 : f32, norm_coefficient = 0.001 : f32} : (tensor<f64>, tensor<i64>, tensor<2xf64>, tensor<2xf64>, tensor<2xf64>) -> (tensor<2xf64>, tensor<2xf64>)
  return %y#0, %y#1 : tensor<2xf64>, tensor<2xf64>
}

func.func @momentum_standard_3(%x0: tensor<f64>, %x1: tensor<i64>, %x2: tensor<2xf64>, %x3: tensor<2xf64>, %x4: tensor<2xf64>) -> (tensor<2xf64>, tensor<2xf64>) attributes {
    inputs = [dense<0.1> : tensor<f64>, dense<3> : tensor<i64>, dense<[1.0, 2.0]> : tensor<2xf64>, dense<[-1.0, 3.0]> : tensor<2xf64>, dense<[2.0, 1.0]> : tensor<2xf64>],
    outputs = [dense<[0.859950002381811, 1.7549000011873432]> : tensor<2xf64>, dense<[1.4004999761818908, 2.4509999881265685]> : tensor<2xf64>]} {
  %y:2 = onnx.training.Momentum(%x0, %x1, %x2, %x3, %x4) {alpha = 0.95 : f32, beta = 0.5 : f32, mode = "standard", norm_coefficient = 0.001 : f32} : (tensor<f64>, tensor<i64>, tensor<2xf64>, tensor<2xf64>, tensor<2xf64>) -> (tensor<2xf64>, tensor<2xf64>)
  return %y#0, %y#1 : tensor<2xf64>, tensor<2xf64>
}

func.func @momentum_nesterov_3(%x0: tensor<f64>, %x1: tensor<i64>, %x2: tensor<2xf64>, %x3: tensor<2xf64>, %x4: tensor<2xf64>) -> (tensor<2xf64>, tensor<2xf64>) attributes {
    inputs = [dense<0.1> : tensor<f64>, dense<3> : tensor<i64>, dense<[1.0, 2.0]> : tensor<2xf64>, dense<[-1.0, 3.0]> : tensor<2xf64>, dense<[2.0, 1.0]> : tensor<2xf64>],
    outputs = [dense<[0.9668525039274967, 1.466955004040296]> : tensor<2xf64>, dense<[1.4004999761818908, 2.4509999881265685]> : tensor<2xf64>]} {
  %y:2 = onnx.training.Momentum(%x0, %x1, %x2, %x3, %x4) {alpha = 0.95 : f32, beta = 0.5 : f32, mode = "nesterov", norm_coefficient = 0.001 : f32} : (tensor<f64>, tensor<i64>, tensor<2xf64>, tensor<2xf64>, tensor<2xf64>) -> (tensor<2xf64>, tensor<2xf64>)
  return %y#0, %y#1 : tensor<2xf64>, tensor<2xf64>
}
