// SPDX-License-Identifier: Apache-2.0
// Pow: mixed types, negative bases, zero, infinities.

func.func @int_exponents(%x0: tensor<5xf32>, %x1: tensor<5xi64>) -> tensor<5xf32> attributes {
    inputs = [dense<[2.0, -3.0, 0.5, 0.0, -2.0]> : tensor<5xf32>, dense<[10, 3, -2, 0, 0]> : tensor<5xi64>],
    outputs = [dense<[1024.0, -27.0, 4.0, 1.0, 1.0]> : tensor<5xf32>]} {
  %y = onnx.Pow(%x0, %x1) : (tensor<5xf32>, tensor<5xi64>) -> tensor<5xf32>
  return %y : tensor<5xf32>
}

func.func @int_base(%x0: tensor<4xi32>, %x1: tensor<4xi32>) -> tensor<4xi32> attributes {
    inputs = [dense<[2, -3, 7, 1]> : tensor<4xi32>, dense<[5, 3, 0, 9]> : tensor<4xi32>],
    outputs = [dense<[32, -27, 1, 1]> : tensor<4xi32>]} {
  %y = onnx.Pow(%x0, %x1) : (tensor<4xi32>, tensor<4xi32>) -> tensor<4xi32>
  return %y : tensor<4xi32>
}

func.func @int64_base(%x0: tensor<2xi64>, %x1: tensor<2xi64>) -> tensor<2xi64> attributes {
    inputs = [dense<[3, 2]> : tensor<2xi64>, dense<[30, 62]> : tensor<2xi64>],
    outputs = [dense<[205891132094649, 4611686018427387904]> : tensor<2xi64>]} {
  %y = onnx.Pow(%x0, %x1) : (tensor<2xi64>, tensor<2xi64>) -> tensor<2xi64>
  return %y : tensor<2xi64>
}

func.func @int_base_float_exponent(%x0: tensor<3xi32>, %x1: tensor<3xf32>) -> tensor<3xi32> attributes {
    inputs = [dense<[4, 9, 2]> : tensor<3xi32>, dense<[0.5, 1.5, 3.0]> : tensor<3xf32>],
    outputs = [dense<[2, 27, 8]> : tensor<3xi32>]} {
  %y = onnx.Pow(%x0, %x1) : (tensor<3xi32>, tensor<3xf32>) -> tensor<3xi32>
  return %y : tensor<3xi32>
}

func.func @special(%x0: tensor<10xf32>, %x1: tensor<10xf32>) -> tensor<10xf32> attributes {
    inputs = [dense<[-2.0, -2.0, 0.0, 0.0, 0x7F800000, 0xFF800000, 0xFF800000, 1.0, 0x7FC00000, -8.0]> : tensor<10xf32>, dense<[3.0, 2.0, -1.0, 0.0, -1.0, 3.0, 2.0, 0x7FC00000, 0.0, 0.33333334]> : tensor<10xf32>],
    outputs = [dense<[-8.0, 4.0, 0x7F800000, 1.0, 0.0, 0xFF800000, 0x7F800000, 1.0, 1.0, 0x7FC00000]> : tensor<10xf32>]} {
  %y = onnx.Pow(%x0, %x1) : (tensor<10xf32>, tensor<10xf32>) -> tensor<10xf32>
  return %y : tensor<10xf32>
}

func.func @f64(%x0: tensor<2xf64>, %x1: tensor<2xf64>) -> tensor<2xf64> attributes {
    inputs = [dense<[2.0, 10.0]> : tensor<2xf64>, dense<[0.5, -3.0]> : tensor<2xf64>],
    outputs = [dense<[1.4142135623730951, 0.001]> : tensor<2xf64>]} {
  %y = onnx.Pow(%x0, %x1) : (tensor<2xf64>, tensor<2xf64>) -> tensor<2xf64>
  return %y : tensor<2xf64>
}

func.func @broadcast(%x0: tensor<2x1xf32>, %x1: tensor<3xf32>) -> tensor<2x3xf32> attributes {
    inputs = [dense<[[2.0], [3.0]]> : tensor<2x1xf32>, dense<[1.0, 2.0, 3.0]> : tensor<3xf32>],
    outputs = [dense<[[2.0, 4.0, 8.0], [3.0, 9.0, 27.0]]> : tensor<2x3xf32>]} {
  %y = onnx.Pow(%x0, %x1) : (tensor<2x1xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  return %y : tensor<2x3xf32>
}

// Exponents that are square roots: -0, infinities, negative numbers; 1e-30 does not lose its digits.
func.func @quarters(%x: tensor<8xf32>) -> (tensor<8xf32>, tensor<8xf32>, tensor<8xf32>) attributes {
    inputs = [dense<[16.0, 81.0, 0.0, -0.0, 0x7F800000, 0xFF800000, -1.0, 1.0e-30]> : tensor<8xf32>],
    outputs = [dense<[8.0, 27.0, 0.0, 0.0, 0x7F800000, 0x7F800000, 0x7FC00000, 3.16227766e-23]> : tensor<8xf32>,
      dense<[0.125, 0.0370370373, 0x7F800000, 0x7F800000, 0.0, 0.0, 0x7FC00000, 3.16227766e+22]> : tensor<8xf32>,
      dense<[2.0, 3.0, 0.0, 0.0, 0x7F800000, 0x7F800000, 0x7FC00000, 3.16227766e-08]> : tensor<8xf32>]} {
  %k0 = onnx.Constant() {value = dense<0.75> : tensor<f32>} : () -> tensor<f32>
  %k1 = onnx.Constant() {value = dense<-0.75> : tensor<f32>} : () -> tensor<f32>
  %k2 = onnx.Constant() {value = dense<0.25> : tensor<f32>} : () -> tensor<f32>
  %a = onnx.Pow(%x, %k0) : (tensor<8xf32>, tensor<f32>) -> tensor<8xf32>
  %b = onnx.Pow(%x, %k1) : (tensor<8xf32>, tensor<f32>) -> tensor<8xf32>
  %c = onnx.Pow(%x, %k2) : (tensor<8xf32>, tensor<f32>) -> tensor<8xf32>
  return %a, %b, %c : tensor<8xf32>, tensor<8xf32>, tensor<8xf32>
}

// No square roots: those of -0 and minus infinity are -0 and NaN.
func.func @halves(%x: tensor<5xf32>) -> (tensor<5xf32>, tensor<5xf32>) attributes {
    inputs = [dense<[4.0, 0.0, -0.0, 0x7F800000, 0xFF800000]> : tensor<5xf32>],
    outputs = [dense<[2.0, 0.0, 0.0, 0x7F800000, 0x7F800000]> : tensor<5xf32>,
               dense<[0.5, 0x7F800000, 0x7F800000, 0.0, 0.0]> : tensor<5xf32>]} {
  %half = onnx.Constant() {value = dense<0.5> : tensor<f32>} : () -> tensor<f32>
  %less = onnx.Constant() {value = dense<-0.5> : tensor<f32>} : () -> tensor<f32>
  %y = onnx.Pow(%x, %half) : (tensor<5xf32>, tensor<f32>) -> tensor<5xf32>
  %z = onnx.Pow(%x, %less) : (tensor<5xf32>, tensor<f32>) -> tensor<5xf32>
  return %y, %z : tensor<5xf32>, tensor<5xf32>
}
