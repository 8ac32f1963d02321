// SPDX-License-Identifier: Apache-2.0
// Sums of products beyond 2^24, which single precision does not hold: every unit counts.

func.func @matmul(%a: tensor<2x601xui8>, %b: tensor<601x3xui8>) -> tensor<2x3xi32> attributes {
    inputs = [dense<255> : tensor<2x601xui8>, dense<255> : tensor<601x3xui8>],
    outputs = [dense<39080025> : tensor<2x3xi32>]} {
  %none = onnx.None() : () -> none
  %y = onnx.MatMulInteger(%a, %b, %none, %none) : (tensor<2x601xui8>, tensor<601x3xui8>, none, none) -> tensor<2x3xi32>
  return %y : tensor<2x3xi32>
}

func.func @weights(%a: tensor<2x601xui8>) -> tensor<2x3xi32> attributes {
    inputs = [dense<255> : tensor<2x601xui8>], outputs = [dense<-19616640> : tensor<2x3xi32>]} {
  %none = onnx.None() : () -> none
  %b = onnx.Constant() {value = dense<-128> : tensor<601x3xi8>} : () -> tensor<601x3xi8>
  %y = onnx.MatMulInteger(%a, %b, %none, %none) : (tensor<2x601xui8>, tensor<601x3xi8>, none, none) -> tensor<2x3xi32>
  return %y : tensor<2x3xi32>
}

func.func @zero_points(%a: tensor<2x601xi8>, %az: tensor<i8>) -> tensor<2x3xi32> attributes {
    inputs = [dense<-128> : tensor<2x601xi8>, dense<127> : tensor<i8>], outputs = [dense<39080025> : tensor<2x3xi32>]} {
  %b = onnx.Constant() {value = dense<-128> : tensor<601x3xi8>} : () -> tensor<601x3xi8>
  %bz = onnx.Constant() {value = dense<127> : tensor<3xi8>} : () -> tensor<3xi8>
  %y = onnx.MatMulInteger(%a, %b, %az, %bz) : (tensor<2x601xi8>, tensor<601x3xi8>, tensor<i8>, tensor<3xi8>) -> tensor<2x3xi32>
  return %y : tensor<2x3xi32>
}

func.func @vectors(%a: tensor<601xui8>, %b: tensor<601xui8>) -> tensor<i32> attributes {
    inputs = [dense<255> : tensor<601xui8>, dense<255> : tensor<601xui8>], outputs = [dense<39080025> : tensor<i32>]} {
  %none = onnx.None() : () -> none
  %y = onnx.MatMulInteger(%a, %b, %none, %none) : (tensor<601xui8>, tensor<601xui8>, none, none) -> tensor<i32>
  return %y : tensor<i32>
}

func.func @convolution(%x: tensor<1x601x2x2xui8>) -> tensor<1x16x2x2xi32> attributes {
    inputs = [dense<255> : tensor<1x601x2x2xui8>], outputs = [dense<39080025> : tensor<1x16x2x2xi32>]} {
  %none = onnx.None() : () -> none
  %w = onnx.Constant() {value = dense<255> : tensor<16x601x1x1xui8>} : () -> tensor<16x601x1x1xui8>
  %y = onnx.ConvInteger(%x, %w, %none, %none) : (tensor<1x601x2x2xui8>, tensor<16x601x1x1xui8>, none, none) -> tensor<1x16x2x2xi32>
  return %y : tensor<1x16x2x2xi32>
}

// Small enough for floats, large enough for Winograd's method, which would round in between.
func.func @exact_window(%x: tensor<1x32x16x16xui8>) -> tensor<1x1x1x1xi32> attributes {
    inputs = [dense<255> : tensor<1x32x16x16xui8>], outputs = [dense<9400320> : tensor<1x1x1x1xi32>]} {
  %none = onnx.None() : () -> none
  %w = onnx.Constant() {value = dense<-128> : tensor<32x32x3x3xi8>} : () -> tensor<32x32x3x3xi8>
  %y = onnx.ConvInteger(%x, %w, %none, %none) : (tensor<1x32x16x16xui8>, tensor<32x32x3x3xi8>, none, none) -> tensor<1x32x14x14xi32>
  %start = onnx.Constant() {value = dense<[0, 5, 3, 4]> : tensor<4xi64>} : () -> tensor<4xi64>
  %end = onnx.Constant() {value = dense<[1, 6, 4, 5]> : tensor<4xi64>} : () -> tensor<4xi64>
  %s = onnx.Slice(%y, %start, %end, %none, %none) : (tensor<1x32x14x14xi32>, tensor<4xi64>, tensor<4xi64>, none, none) -> tensor<1x1x1x1xi32>
  %n = onnx.Neg(%s) : (tensor<1x1x1x1xi32>) -> tensor<1x1x1x1xi32>
  return %n : tensor<1x1x1x1xi32>
}
