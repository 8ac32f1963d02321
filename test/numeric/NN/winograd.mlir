// SPDX-License-Identifier: Apache-2.0
// Convolutions whose constant filters let them go Winograd's way, against the same ones with a
// filter that only the run knows. Values are within [-1, 1]; direct sums err by as much.

// 4x4 outputs at a time, padding, a size that 4 does not divide, residual and activation behind.
func.func @tiles_of_four(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %xn = onnx.Constant() {value = dense<64768.0> : tensor<f32>} : () -> tensor<f32>
  %xr = onnx.Range(%zero, %xn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<64768xf32>
  %xs = onnx.Add(%xr, %s) : (tensor<64768xf32>, tensor<f32>) -> tensor<64768xf32>
  %xw = onnx.Sin(%xs) : (tensor<64768xf32>) -> tensor<64768xf32>
  %xd = onnx.Constant() {value = dense<[2, 32, 22, 46]> : tensor<4xi64>} : () -> tensor<4xi64>
  %x = onnx.Reshape(%xw, %xd) : (tensor<64768xf32>, tensor<4xi64>) -> tensor<2x32x22x46xf32>
  %wn = onnx.Constant() {value = dense<13824.0> : tensor<f32>} : () -> tensor<f32>
  %wr = onnx.Range(%zero, %wn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<13824xf32>
  %wc = onnx.Cos(%wr) : (tensor<13824xf32>) -> tensor<13824xf32>
  %wd = onnx.Constant() {value = dense<[48, 32, 3, 3]> : tensor<4xi64>} : () -> tensor<4xi64>
  %w = onnx.Reshape(%wc, %wd) : (tensor<13824xf32>, tensor<4xi64>) -> tensor<48x32x3x3xf32>
  %u = onnx.Add(%w, %s) : (tensor<48x32x3x3xf32>, tensor<f32>) -> tensor<48x32x3x3xf32>
  %none = "onnx.None"() : () -> none
  %y0 = onnx.Conv(%x, %w, %none) {pads = array<i64: 1, 1, 1, 1>} : (tensor<2x32x22x46xf32>, tensor<48x32x3x3xf32>, none) -> tensor<2x48x22x46xf32>
  %y1 = onnx.Conv(%x, %u, %none) {pads = array<i64: 1, 1, 1, 1>} : (tensor<2x32x22x46xf32>, tensor<48x32x3x3xf32>, none) -> tensor<2x48x22x46xf32>
  %z0 = onnx.Relu(%y0) : (tensor<2x48x22x46xf32>) -> tensor<2x48x22x46xf32>
  %z1 = onnx.Relu(%y1) : (tensor<2x48x22x46xf32>) -> tensor<2x48x22x46xf32>
  %d = onnx.Sub(%z0, %z1) : (tensor<2x48x22x46xf32>, tensor<2x48x22x46xf32>) -> tensor<2x48x22x46xf32>
  %a = onnx.Abs(%d) : (tensor<2x48x22x46xf32>) -> tensor<2x48x22x46xf32>
  %e = onnx.ReduceMax(%a, %none) {keepdims = 0 : si64} : (tensor<2x48x22x46xf32>, none) -> tensor<f32>
  %bound = onnx.Constant() {value = dense<3.0e-5> : tensor<f32>} : () -> tensor<f32>
  %exact = onnx.LessOrEqual(%e, %bound) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  %m = onnx.ReduceMax(%z0, %none) {keepdims = 0 : si64} : (tensor<2x48x22x46xf32>, none) -> tensor<f32>
  %some = onnx.Less(%one, %m) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// Dilated, padded on one side only, channels that are no whole blocks.
func.func @dilated(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %xn = onnx.Constant() {value = dense<40950.0> : tensor<f32>} : () -> tensor<f32>
  %xr = onnx.Range(%zero, %xn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<40950xf32>
  %xs = onnx.Add(%xr, %s) : (tensor<40950xf32>, tensor<f32>) -> tensor<40950xf32>
  %xw = onnx.Sin(%xs) : (tensor<40950xf32>) -> tensor<40950xf32>
  %xd = onnx.Constant() {value = dense<[1, 39, 30, 35]> : tensor<4xi64>} : () -> tensor<4xi64>
  %x = onnx.Reshape(%xw, %xd) : (tensor<40950xf32>, tensor<4xi64>) -> tensor<1x39x30x35xf32>
  %wn = onnx.Constant() {value = dense<14040.0> : tensor<f32>} : () -> tensor<f32>
  %wr = onnx.Range(%zero, %wn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<14040xf32>
  %wc = onnx.Cos(%wr) : (tensor<14040xf32>) -> tensor<14040xf32>
  %wd = onnx.Constant() {value = dense<[40, 39, 3, 3]> : tensor<4xi64>} : () -> tensor<4xi64>
  %w = onnx.Reshape(%wc, %wd) : (tensor<14040xf32>, tensor<4xi64>) -> tensor<40x39x3x3xf32>
  %u = onnx.Add(%w, %s) : (tensor<40x39x3x3xf32>, tensor<f32>) -> tensor<40x39x3x3xf32>
  %none = "onnx.None"() : () -> none
  %y0 = onnx.Conv(%x, %w, %none) {pads = array<i64: 0, 3, 1, 0>, dilations = array<i64: 2, 2>} : (tensor<1x39x30x35xf32>, tensor<40x39x3x3xf32>, none) -> tensor<1x40x27x34xf32>
  %y1 = onnx.Conv(%x, %u, %none) {pads = array<i64: 0, 3, 1, 0>, dilations = array<i64: 2, 2>} : (tensor<1x39x30x35xf32>, tensor<40x39x3x3xf32>, none) -> tensor<1x40x27x34xf32>
  %d = onnx.Sub(%y0, %y1) : (tensor<1x40x27x34xf32>, tensor<1x40x27x34xf32>) -> tensor<1x40x27x34xf32>
  %a = onnx.Abs(%d) : (tensor<1x40x27x34xf32>) -> tensor<1x40x27x34xf32>
  %e = onnx.ReduceMax(%a, %none) {keepdims = 0 : si64} : (tensor<1x40x27x34xf32>, none) -> tensor<f32>
  %bound = onnx.Constant() {value = dense<3.0e-5> : tensor<f32>} : () -> tensor<f32>
  %exact = onnx.LessOrEqual(%e, %bound) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  %m = onnx.ReduceMax(%y0, %none) {keepdims = 0 : si64} : (tensor<1x40x27x34xf32>, none) -> tensor<f32>
  %some = onnx.Less(%one, %m) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}
