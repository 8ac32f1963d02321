// SPDX-License-Identifier: Apache-2.0
// Whether products with constant weights differ from those with weights that only the run knows by no more than
// --fast-math=bf16 states: each factor is rounded to 8 bits, so a product to 2^-8 of it and a little; sums are f32.
// test/lit/Tools/fast-math.test runs this with the option, too.
func.func @constant_weights(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %none = "onnx.None"() : () -> none
  %xn = onnx.Constant() {value = dense<3200.0> : tensor<f32>} : () -> tensor<f32>
  %xr = onnx.Range(%zero, %xn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<3200xf32>
  %xa = onnx.Add(%xr, %s) : (tensor<3200xf32>, tensor<f32>) -> tensor<3200xf32>
  %xs = onnx.Sin(%xa) : (tensor<3200xf32>) -> tensor<3200xf32>
  %xd = onnx.Constant() {value = dense<[20, 160]> : tensor<2xi64>} : () -> tensor<2xi64>
  %x = onnx.Reshape(%xs, %xd) : (tensor<3200xf32>, tensor<2xi64>) -> tensor<20x160xf32>
  %wn = onnx.Constant() {value = dense<16000.0> : tensor<f32>} : () -> tensor<f32>
  %wr = onnx.Range(%zero, %wn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<16000xf32>
  %wc = onnx.Cos(%wr) : (tensor<16000xf32>) -> tensor<16000xf32>
  %wd = onnx.Constant() {value = dense<[160, 100]> : tensor<2xi64>} : () -> tensor<2xi64>
  %w = onnx.Reshape(%wc, %wd) : (tensor<16000xf32>, tensor<2xi64>) -> tensor<160x100xf32>
  %u = onnx.Add(%w, %s) : (tensor<160x100xf32>, tensor<f32>) -> tensor<160x100xf32>
  %y0 = onnx.MatMul(%x, %w) : (tensor<20x160xf32>, tensor<160x100xf32>) -> tensor<20x100xf32>
  %y1 = onnx.MatMul(%x, %u) : (tensor<20x160xf32>, tensor<160x100xf32>) -> tensor<20x100xf32>
  %d = onnx.Sub(%y0, %y1) : (tensor<20x100xf32>, tensor<20x100xf32>) -> tensor<20x100xf32>
  %e = onnx.Abs(%d) : (tensor<20x100xf32>) -> tensor<20x100xf32>
  %ax = onnx.Abs(%x) : (tensor<20x160xf32>) -> tensor<20x160xf32>
  %au = onnx.Abs(%u) : (tensor<160x100xf32>) -> tensor<160x100xf32>
  %ay = onnx.MatMul(%ax, %au) : (tensor<20x160xf32>, tensor<160x100xf32>) -> tensor<20x100xf32>
  %share = onnx.Constant() {value = dense<3.94e-3> : tensor<f32>} : () -> tensor<f32>
  %bound = onnx.Mul(%ay, %share) : (tensor<20x100xf32>, tensor<f32>) -> tensor<20x100xf32>
  %over = onnx.Sub(%e, %bound) : (tensor<20x100xf32>, tensor<20x100xf32>) -> tensor<20x100xf32>
  %most = onnx.ReduceMax(%over, %none) {keepdims = 0 : si64} : (tensor<20x100xf32>, none) -> tensor<f32>
  %bounded = onnx.LessOrEqual(%most, %zero) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  %a0 = onnx.Abs(%y0) : (tensor<20x100xf32>) -> tensor<20x100xf32>
  %largest = onnx.ReduceMax(%a0, %none) {keepdims = 0 : si64} : (tensor<20x100xf32>, none) -> tensor<f32>
  %least = onnx.Constant() {value = dense<0.01> : tensor<f32>} : () -> tensor<f32>
  %some = onnx.Less(%least, %largest) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %bounded, %some : tensor<i1>, tensor<i1>
}
