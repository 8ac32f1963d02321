// SPDX-License-Identifier: Apache-2.0
// Concatenations of what kernels compute, which write their parts in place, against sums of the parts by themselves.

// Channels: a convolution that nobody else reads, one that others read, its halves, pooling, and an input; two images.
func.func @channels(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %none = "onnx.None"() : () -> none
  %axis = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %p0 = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %p16 = onnx.Constant() {value = dense<16> : tensor<1xi64>} : () -> tensor<1xi64>
  %p32 = onnx.Constant() {value = dense<32> : tensor<1xi64>} : () -> tensor<1xi64>
  %xn = onnx.Constant() {value = dense<4928.0> : tensor<f32>} : () -> tensor<f32>
  %xr = onnx.Range(%zero, %xn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<4928xf32>
  %xs = onnx.Add(%xr, %s) : (tensor<4928xf32>, tensor<f32>) -> tensor<4928xf32>
  %xw = onnx.Sin(%xs) : (tensor<4928xf32>) -> tensor<4928xf32>
  %xd = onnx.Constant() {value = dense<[2, 32, 7, 11]> : tensor<4xi64>} : () -> tensor<4xi64>
  %x = onnx.Reshape(%xw, %xd) : (tensor<4928xf32>, tensor<4xi64>) -> tensor<2x32x7x11xf32>
  %wn = onnx.Constant() {value = dense<1024.0> : tensor<f32>} : () -> tensor<f32>
  %wr = onnx.Range(%zero, %wn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<1024xf32>
  %wc = onnx.Cos(%wr) : (tensor<1024xf32>) -> tensor<1024xf32>
  %wd = onnx.Constant() {value = dense<[32, 32, 1, 1]> : tensor<4xi64>} : () -> tensor<4xi64>
  %w = onnx.Reshape(%wc, %wd) : (tensor<1024xf32>, tensor<4xi64>) -> tensor<32x32x1x1xf32>
  %vn = onnx.Constant() {value = dense<9216.0> : tensor<f32>} : () -> tensor<f32>
  %vr = onnx.Range(%zero, %vn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<9216xf32>
  %vc = onnx.Cos(%vr) : (tensor<9216xf32>) -> tensor<9216xf32>
  %vd = onnx.Constant() {value = dense<[32, 32, 3, 3]> : tensor<4xi64>} : () -> tensor<4xi64>
  %v = onnx.Reshape(%vc, %vd) : (tensor<9216xf32>, tensor<4xi64>) -> tensor<32x32x3x3xf32>
  // What the concatenation is made of: the second is read by others as well.
  %a = onnx.Conv(%x, %w, %none) : (tensor<2x32x7x11xf32>, tensor<32x32x1x1xf32>, none) -> tensor<2x32x7x11xf32>
  %ar = onnx.Relu(%a) : (tensor<2x32x7x11xf32>) -> tensor<2x32x7x11xf32>
  %c = onnx.Conv(%x, %v, %none) {pads = array<i64: 1, 1, 1, 1>} : (tensor<2x32x7x11xf32>, tensor<32x32x3x3xf32>, none) -> tensor<2x32x7x11xf32>
  %c0 = onnx.Slice(%c, %p0, %p16, %axis, %none) : (tensor<2x32x7x11xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, none) -> tensor<2x16x7x11xf32>
  %c1 = onnx.Slice(%c, %p16, %p32, %axis, %none) : (tensor<2x32x7x11xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, none) -> tensor<2x16x7x11xf32>
  %m, %mi = onnx.MaxPool(%c) {kernel_shape = array<i64: 3, 3>, pads = array<i64: 1, 1, 1, 1>} : (tensor<2x32x7x11xf32>) -> (tensor<2x32x7x11xf32>, none)
  %cat = onnx.Concat(%ar, %c0, %c1, %m, %x) {axis = 1 : si64} : (tensor<2x32x7x11xf32>, tensor<2x16x7x11xf32>, tensor<2x16x7x11xf32>, tensor<2x32x7x11xf32>, tensor<2x32x7x11xf32>) -> tensor<2x128x7x11xf32>
  // A 1x1 convolution with the same filter for each part.
  %w4 = onnx.Concat(%w, %w, %w, %w) {axis = 1 : si64} : (tensor<32x32x1x1xf32>, tensor<32x32x1x1xf32>, tensor<32x32x1x1xf32>, tensor<32x32x1x1xf32>) -> tensor<32x128x1x1xf32>
  %y = onnx.Conv(%cat, %w4, %none) : (tensor<2x128x7x11xf32>, tensor<32x128x1x1xf32>, none) -> tensor<2x32x7x11xf32>
  %s0 = onnx.Add(%ar, %c) : (tensor<2x32x7x11xf32>, tensor<2x32x7x11xf32>) -> tensor<2x32x7x11xf32>
  %s1 = onnx.Add(%m, %x) : (tensor<2x32x7x11xf32>, tensor<2x32x7x11xf32>) -> tensor<2x32x7x11xf32>
  %sum = onnx.Add(%s0, %s1) : (tensor<2x32x7x11xf32>, tensor<2x32x7x11xf32>) -> tensor<2x32x7x11xf32>
  %z = onnx.Conv(%sum, %w, %none) : (tensor<2x32x7x11xf32>, tensor<32x32x1x1xf32>, none) -> tensor<2x32x7x11xf32>
  %d = onnx.Sub(%y, %z) : (tensor<2x32x7x11xf32>, tensor<2x32x7x11xf32>) -> tensor<2x32x7x11xf32>
  %b = onnx.Abs(%d) : (tensor<2x32x7x11xf32>) -> tensor<2x32x7x11xf32>
  %e = onnx.ReduceMax(%b, %none) {keepdims = 0 : si64} : (tensor<2x32x7x11xf32>, none) -> tensor<f32>
  %bound = onnx.Constant() {value = dense<1.0e-4> : tensor<f32>} : () -> tensor<f32>
  %near = onnx.LessOrEqual(%e, %bound) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  %most = onnx.ReduceMax(%z, %none) {keepdims = 0 : si64} : (tensor<2x32x7x11xf32>, none) -> tensor<f32>
  %some = onnx.Less(%one, %most) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %near, %some : tensor<i1>, tensor<i1>
}

// Rows of results behind reshapes, and an argument between them.
func.func @rows(%x: tensor<2x3x2xf32>, %y: tensor<2x1xf32>) -> (tensor<2x13xf32>, tensor<2x3x2xf32>) attributes {
    inputs = [dense<[[[1.0, 4.0], [9.0, 16.0], [25.0, 36.0]], [[49.0, 64.0], [81.0, 100.0], [121.0, 144.0]]]> : tensor<2x3x2xf32>, dense<[[-1.0], [-2.0]]> : tensor<2x1xf32>],
    outputs = [dense<[[1.0, 2.0, 3.0, 4.0, 5.0, 6.0, -1.0, -1.0, -4.0, -9.0, -16.0, -25.0, -36.0], [7.0, 8.0, 9.0, 10.0, 11.0, 12.0, -2.0, -49.0, -64.0, -81.0, -100.0, -121.0, -144.0]]> : tensor<2x13xf32>,
      dense<[[[-1.0, -4.0], [-9.0, -16.0], [-25.0, -36.0]], [[-49.0, -64.0], [-81.0, -100.0], [-121.0, -144.0]]]> : tensor<2x3x2xf32>]} {
  %r = onnx.Sqrt(%x) : (tensor<2x3x2xf32>) -> tensor<2x3x2xf32>
  %n = onnx.Neg(%x) : (tensor<2x3x2xf32>) -> tensor<2x3x2xf32>
  %rf = onnx.Flatten(%r) {axis = 1 : si64} : (tensor<2x3x2xf32>) -> tensor<2x6xf32>
  %nf = onnx.Flatten(%n) {axis = 1 : si64} : (tensor<2x3x2xf32>) -> tensor<2x6xf32>
  %c = onnx.Concat(%rf, %y, %nf) {axis = 1 : si64} : (tensor<2x6xf32>, tensor<2x1xf32>, tensor<2x6xf32>) -> tensor<2x13xf32>
  return %c, %n : tensor<2x13xf32>, tensor<2x3x2xf32>
}
