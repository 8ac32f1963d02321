// SPDX-License-Identifier: Apache-2.0
// Convolutions whose lanes are neighbouring outputs of a row, against the same ones with rows and
// columns exchanged, where rows are too short for that. Values are within [-1, 1].

// Groups of 3 channels and 5 filters, padding, a row that lanes do not divide.
func.func @groups(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %xn = onnx.Constant() {value = dense<1332.0> : tensor<f32>} : () -> tensor<f32>
  %xr = onnx.Range(%zero, %xn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<1332xf32>
  %xs = onnx.Add(%xr, %s) : (tensor<1332xf32>, tensor<f32>) -> tensor<1332xf32>
  %xw = onnx.Sin(%xs) : (tensor<1332xf32>) -> tensor<1332xf32>
  %xd = onnx.Constant() {value = dense<[2, 6, 3, 37]> : tensor<4xi64>} : () -> tensor<4xi64>
  %x = onnx.Reshape(%xw, %xd) : (tensor<1332xf32>, tensor<4xi64>) -> tensor<2x6x3x37xf32>
  %wn = onnx.Constant() {value = dense<270.0> : tensor<f32>} : () -> tensor<f32>
  %wr = onnx.Range(%zero, %wn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<270xf32>
  %wc = onnx.Cos(%wr) : (tensor<270xf32>) -> tensor<270xf32>
  %wd = onnx.Constant() {value = dense<[10, 3, 3, 3]> : tensor<4xi64>} : () -> tensor<4xi64>
  %w = onnx.Reshape(%wc, %wd) : (tensor<270xf32>, tensor<4xi64>) -> tensor<10x3x3x3xf32>
  %none = "onnx.None"() : () -> none
  %y = onnx.Conv(%x, %w, %none) {group = 2 : si64, pads = array<i64: 0, 2, 0, 1>, strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>} : (tensor<2x6x3x37xf32>, tensor<10x3x3x3xf32>, none) -> tensor<2x10x1x38xf32>
  %r = onnx.Relu(%y) : (tensor<2x10x1x38xf32>) -> tensor<2x10x1x38xf32>
  %xt = onnx.Transpose(%x) {perm = array<i64: 0, 1, 3, 2>} : (tensor<2x6x3x37xf32>) -> tensor<2x6x37x3xf32>
  %wt = onnx.Transpose(%w) {perm = array<i64: 0, 1, 3, 2>} : (tensor<10x3x3x3xf32>) -> tensor<10x3x3x3xf32>
  %yt = onnx.Conv(%xt, %wt, %none) {group = 2 : si64, pads = array<i64: 2, 0, 1, 0>, strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>} : (tensor<2x6x37x3xf32>, tensor<10x3x3x3xf32>, none) -> tensor<2x10x38x1xf32>
  %rt = onnx.Relu(%yt) : (tensor<2x10x38x1xf32>) -> tensor<2x10x38x1xf32>
  %z = onnx.Transpose(%rt) {perm = array<i64: 0, 1, 3, 2>} : (tensor<2x10x38x1xf32>) -> tensor<2x10x1x38xf32>
  %d = onnx.Sub(%r, %z) : (tensor<2x10x1x38xf32>, tensor<2x10x1x38xf32>) -> tensor<2x10x1x38xf32>
  %a = onnx.Abs(%d) : (tensor<2x10x1x38xf32>) -> tensor<2x10x1x38xf32>
  %e = onnx.ReduceMax(%a, %none) {keepdims = 0 : si64} : (tensor<2x10x1x38xf32>, none) -> tensor<f32>
  %bound = onnx.Constant() {value = dense<2.0e-5> : tensor<f32>} : () -> tensor<f32>
  %exact = onnx.LessOrEqual(%e, %bound) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  %m = onnx.ReduceMax(%r, %none) {keepdims = 0 : si64} : (tensor<2x10x1x38xf32>, none) -> tensor<f32>
  %some = onnx.Less(%one, %m) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// Every other output, dilated.
func.func @strided(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %xn = onnx.Constant() {value = dense<1720.0> : tensor<f32>} : () -> tensor<f32>
  %xr = onnx.Range(%zero, %xn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<1720xf32>
  %xs = onnx.Add(%xr, %s) : (tensor<1720xf32>, tensor<f32>) -> tensor<1720xf32>
  %xw = onnx.Sin(%xs) : (tensor<1720xf32>) -> tensor<1720xf32>
  %xd = onnx.Constant() {value = dense<[1, 10, 4, 43]> : tensor<4xi64>} : () -> tensor<4xi64>
  %x = onnx.Reshape(%xw, %xd) : (tensor<1720xf32>, tensor<4xi64>) -> tensor<1x10x4x43xf32>
  %wn = onnx.Constant() {value = dense<180.0> : tensor<f32>} : () -> tensor<f32>
  %wr = onnx.Range(%zero, %wn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<180xf32>
  %wc = onnx.Cos(%wr) : (tensor<180xf32>) -> tensor<180xf32>
  %wd = onnx.Constant() {value = dense<[15, 2, 2, 3]> : tensor<4xi64>} : () -> tensor<4xi64>
  %w = onnx.Reshape(%wc, %wd) : (tensor<180xf32>, tensor<4xi64>) -> tensor<15x2x2x3xf32>
  %none = "onnx.None"() : () -> none
  %y = onnx.Conv(%x, %w, %none) {group = 5 : si64, pads = array<i64: 0, 1, 0, 4>, strides = array<i64: 1, 2>, dilations = array<i64: 2, 2>} : (tensor<1x10x4x43xf32>, tensor<15x2x2x3xf32>, none) -> tensor<1x15x2x22xf32>
  %r = onnx.Relu(%y) : (tensor<1x15x2x22xf32>) -> tensor<1x15x2x22xf32>
  %xt = onnx.Transpose(%x) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x10x4x43xf32>) -> tensor<1x10x43x4xf32>
  %wt = onnx.Transpose(%w) {perm = array<i64: 0, 1, 3, 2>} : (tensor<15x2x2x3xf32>) -> tensor<15x2x3x2xf32>
  %yt = onnx.Conv(%xt, %wt, %none) {group = 5 : si64, pads = array<i64: 1, 0, 4, 0>, strides = array<i64: 2, 1>, dilations = array<i64: 2, 2>} : (tensor<1x10x43x4xf32>, tensor<15x2x3x2xf32>, none) -> tensor<1x15x22x2xf32>
  %rt = onnx.Relu(%yt) : (tensor<1x15x22x2xf32>) -> tensor<1x15x22x2xf32>
  %z = onnx.Transpose(%rt) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x15x22x2xf32>) -> tensor<1x15x2x22xf32>
  %d = onnx.Sub(%r, %z) : (tensor<1x15x2x22xf32>, tensor<1x15x2x22xf32>) -> tensor<1x15x2x22xf32>
  %a = onnx.Abs(%d) : (tensor<1x15x2x22xf32>) -> tensor<1x15x2x22xf32>
  %e = onnx.ReduceMax(%a, %none) {keepdims = 0 : si64} : (tensor<1x15x2x22xf32>, none) -> tensor<f32>
  %bound = onnx.Constant() {value = dense<2.0e-5> : tensor<f32>} : () -> tensor<f32>
  %exact = onnx.LessOrEqual(%e, %bound) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  %m = onnx.ReduceMax(%r, %none) {keepdims = 0 : si64} : (tensor<1x15x2x22xf32>, none) -> tensor<f32>
  %some = onnx.Less(%one, %m) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// A row of many tiles in pieces, more taps than are unrolled.
func.func @long_row(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %xn = onnx.Constant() {value = dense<18006.0> : tensor<f32>} : () -> tensor<f32>
  %xr = onnx.Range(%zero, %xn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<18006xf32>
  %xs = onnx.Add(%xr, %s) : (tensor<18006xf32>, tensor<f32>) -> tensor<18006xf32>
  %xw = onnx.Sin(%xs) : (tensor<18006xf32>) -> tensor<18006xf32>
  %xd = onnx.Constant() {value = dense<[1, 6, 1, 3001]> : tensor<4xi64>} : () -> tensor<4xi64>
  %x = onnx.Reshape(%xw, %xd) : (tensor<18006xf32>, tensor<4xi64>) -> tensor<1x6x1x3001xf32>
  %wn = onnx.Constant() {value = dense<234.0> : tensor<f32>} : () -> tensor<f32>
  %wr = onnx.Range(%zero, %wn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<234xf32>
  %wc = onnx.Cos(%wr) : (tensor<234xf32>) -> tensor<234xf32>
  %wd = onnx.Constant() {value = dense<[9, 2, 1, 13]> : tensor<4xi64>} : () -> tensor<4xi64>
  %w = onnx.Reshape(%wc, %wd) : (tensor<234xf32>, tensor<4xi64>) -> tensor<9x2x1x13xf32>
  %none = "onnx.None"() : () -> none
  %y = onnx.Conv(%x, %w, %none) {group = 3 : si64, pads = array<i64: 0, 6, 0, 6>, strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>} : (tensor<1x6x1x3001xf32>, tensor<9x2x1x13xf32>, none) -> tensor<1x9x1x3001xf32>
  %r = onnx.Relu(%y) : (tensor<1x9x1x3001xf32>) -> tensor<1x9x1x3001xf32>
  %xt = onnx.Transpose(%x) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x6x1x3001xf32>) -> tensor<1x6x3001x1xf32>
  %wt = onnx.Transpose(%w) {perm = array<i64: 0, 1, 3, 2>} : (tensor<9x2x1x13xf32>) -> tensor<9x2x13x1xf32>
  %yt = onnx.Conv(%xt, %wt, %none) {group = 3 : si64, pads = array<i64: 6, 0, 6, 0>, strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>} : (tensor<1x6x3001x1xf32>, tensor<9x2x13x1xf32>, none) -> tensor<1x9x3001x1xf32>
  %rt = onnx.Relu(%yt) : (tensor<1x9x3001x1xf32>) -> tensor<1x9x3001x1xf32>
  %z = onnx.Transpose(%rt) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x9x3001x1xf32>) -> tensor<1x9x1x3001xf32>
  %d = onnx.Sub(%r, %z) : (tensor<1x9x1x3001xf32>, tensor<1x9x1x3001xf32>) -> tensor<1x9x1x3001xf32>
  %a = onnx.Abs(%d) : (tensor<1x9x1x3001xf32>) -> tensor<1x9x1x3001xf32>
  %e = onnx.ReduceMax(%a, %none) {keepdims = 0 : si64} : (tensor<1x9x1x3001xf32>, none) -> tensor<f32>
  %bound = onnx.Constant() {value = dense<2.0e-5> : tensor<f32>} : () -> tensor<f32>
  %exact = onnx.LessOrEqual(%e, %bound) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  %m = onnx.ReduceMax(%r, %none) {keepdims = 0 : si64} : (tensor<1x9x1x3001xf32>, none) -> tensor<f32>
  %some = onnx.Less(%one, %m) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// The same with stride 2 and a border on one side.
func.func @long_strided_row(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %xn = onnx.Constant() {value = dense<36024.0> : tensor<f32>} : () -> tensor<f32>
  %xr = onnx.Range(%zero, %xn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<36024xf32>
  %xs = onnx.Add(%xr, %s) : (tensor<36024xf32>, tensor<f32>) -> tensor<36024xf32>
  %xw = onnx.Sin(%xs) : (tensor<36024xf32>) -> tensor<36024xf32>
  %xd = onnx.Constant() {value = dense<[2, 6, 2, 1501]> : tensor<4xi64>} : () -> tensor<4xi64>
  %x = onnx.Reshape(%xw, %xd) : (tensor<36024xf32>, tensor<4xi64>) -> tensor<2x6x2x1501xf32>
  %wn = onnx.Constant() {value = dense<90.0> : tensor<f32>} : () -> tensor<f32>
  %wr = onnx.Range(%zero, %wn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<90xf32>
  %wc = onnx.Cos(%wr) : (tensor<90xf32>) -> tensor<90xf32>
  %wd = onnx.Constant() {value = dense<[9, 2, 1, 5]> : tensor<4xi64>} : () -> tensor<4xi64>
  %w = onnx.Reshape(%wc, %wd) : (tensor<90xf32>, tensor<4xi64>) -> tensor<9x2x1x5xf32>
  %none = "onnx.None"() : () -> none
  %y = onnx.Conv(%x, %w, %none) {group = 3 : si64, pads = array<i64: 0, 3, 0, 0>, strides = array<i64: 1, 2>, dilations = array<i64: 1, 3>} : (tensor<2x6x2x1501xf32>, tensor<9x2x1x5xf32>, none) -> tensor<2x9x2x746xf32>
  %r = onnx.Relu(%y) : (tensor<2x9x2x746xf32>) -> tensor<2x9x2x746xf32>
  %xt = onnx.Transpose(%x) {perm = array<i64: 0, 1, 3, 2>} : (tensor<2x6x2x1501xf32>) -> tensor<2x6x1501x2xf32>
  %wt = onnx.Transpose(%w) {perm = array<i64: 0, 1, 3, 2>} : (tensor<9x2x1x5xf32>) -> tensor<9x2x5x1xf32>
  %yt = onnx.Conv(%xt, %wt, %none) {group = 3 : si64, pads = array<i64: 3, 0, 0, 0>, strides = array<i64: 2, 1>, dilations = array<i64: 3, 1>} : (tensor<2x6x1501x2xf32>, tensor<9x2x5x1xf32>, none) -> tensor<2x9x746x2xf32>
  %rt = onnx.Relu(%yt) : (tensor<2x9x746x2xf32>) -> tensor<2x9x746x2xf32>
  %z = onnx.Transpose(%rt) {perm = array<i64: 0, 1, 3, 2>} : (tensor<2x9x746x2xf32>) -> tensor<2x9x2x746xf32>
  %d = onnx.Sub(%r, %z) : (tensor<2x9x2x746xf32>, tensor<2x9x2x746xf32>) -> tensor<2x9x2x746xf32>
  %a = onnx.Abs(%d) : (tensor<2x9x2x746xf32>) -> tensor<2x9x2x746xf32>
  %e = onnx.ReduceMax(%a, %none) {keepdims = 0 : si64} : (tensor<2x9x2x746xf32>, none) -> tensor<f32>
  %bound = onnx.Constant() {value = dense<2.0e-5> : tensor<f32>} : () -> tensor<f32>
  %exact = onnx.LessOrEqual(%e, %bound) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  %m = onnx.ReduceMax(%r, %none) {keepdims = 0 : si64} : (tensor<2x9x2x746xf32>, none) -> tensor<f32>
  %some = onnx.Less(%one, %m) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// Rows shorter than a vector.
func.func @short_row(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %xn = onnx.Constant() {value = dense<198.0> : tensor<f32>} : () -> tensor<f32>
  %xr = onnx.Range(%zero, %xn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<198xf32>
  %xs = onnx.Add(%xr, %s) : (tensor<198xf32>, tensor<f32>) -> tensor<198xf32>
  %xw = onnx.Sin(%xs) : (tensor<198xf32>) -> tensor<198xf32>
  %xd = onnx.Constant() {value = dense<[1, 6, 3, 11]> : tensor<4xi64>} : () -> tensor<4xi64>
  %x = onnx.Reshape(%xw, %xd) : (tensor<198xf32>, tensor<4xi64>) -> tensor<1x6x3x11xf32>
  %wn = onnx.Constant() {value = dense<270.0> : tensor<f32>} : () -> tensor<f32>
  %wr = onnx.Range(%zero, %wn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<270xf32>
  %wc = onnx.Cos(%wr) : (tensor<270xf32>) -> tensor<270xf32>
  %wd = onnx.Constant() {value = dense<[10, 3, 3, 3]> : tensor<4xi64>} : () -> tensor<4xi64>
  %w = onnx.Reshape(%wc, %wd) : (tensor<270xf32>, tensor<4xi64>) -> tensor<10x3x3x3xf32>
  %none = "onnx.None"() : () -> none
  %y = onnx.Conv(%x, %w, %none) {group = 2 : si64, pads = array<i64: 1, 1, 0, 1>, strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>} : (tensor<1x6x3x11xf32>, tensor<10x3x3x3xf32>, none) -> tensor<1x10x2x11xf32>
  %r = onnx.Relu(%y) : (tensor<1x10x2x11xf32>) -> tensor<1x10x2x11xf32>
  %xt = onnx.Transpose(%x) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x6x3x11xf32>) -> tensor<1x6x11x3xf32>
  %wt = onnx.Transpose(%w) {perm = array<i64: 0, 1, 3, 2>} : (tensor<10x3x3x3xf32>) -> tensor<10x3x3x3xf32>
  %yt = onnx.Conv(%xt, %wt, %none) {group = 2 : si64, pads = array<i64: 1, 1, 1, 0>, strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>} : (tensor<1x6x11x3xf32>, tensor<10x3x3x3xf32>, none) -> tensor<1x10x11x2xf32>
  %rt = onnx.Relu(%yt) : (tensor<1x10x11x2xf32>) -> tensor<1x10x11x2xf32>
  %z = onnx.Transpose(%rt) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x10x11x2xf32>) -> tensor<1x10x2x11xf32>
  %d = onnx.Sub(%r, %z) : (tensor<1x10x2x11xf32>, tensor<1x10x2x11xf32>) -> tensor<1x10x2x11xf32>
  %a = onnx.Abs(%d) : (tensor<1x10x2x11xf32>) -> tensor<1x10x2x11xf32>
  %e = onnx.ReduceMax(%a, %none) {keepdims = 0 : si64} : (tensor<1x10x2x11xf32>, none) -> tensor<f32>
  %bound = onnx.Constant() {value = dense<2.0e-5> : tensor<f32>} : () -> tensor<f32>
  %exact = onnx.LessOrEqual(%e, %bound) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  %m = onnx.ReduceMax(%r, %none) {keepdims = 0 : si64} : (tensor<1x10x2x11xf32>, none) -> tensor<f32>
  %some = onnx.Less(%one, %m) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// Few filters behind many channels.
func.func @few_filters(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %xn = onnx.Constant() {value = dense<3600.0> : tensor<f32>} : () -> tensor<f32>
  %xr = onnx.Range(%zero, %xn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<3600xf32>
  %xs = onnx.Add(%xr, %s) : (tensor<3600xf32>, tensor<f32>) -> tensor<3600xf32>
  %xw = onnx.Sin(%xs) : (tensor<3600xf32>) -> tensor<3600xf32>
  %xd = onnx.Constant() {value = dense<[1, 24, 3, 50]> : tensor<4xi64>} : () -> tensor<4xi64>
  %x = onnx.Reshape(%xw, %xd) : (tensor<3600xf32>, tensor<4xi64>) -> tensor<1x24x3x50xf32>
  %wn = onnx.Constant() {value = dense<1944.0> : tensor<f32>} : () -> tensor<f32>
  %wr = onnx.Range(%zero, %wn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<1944xf32>
  %wc = onnx.Cos(%wr) : (tensor<1944xf32>) -> tensor<1944xf32>
  %wd = onnx.Constant() {value = dense<[3, 24, 3, 9]> : tensor<4xi64>} : () -> tensor<4xi64>
  %w = onnx.Reshape(%wc, %wd) : (tensor<1944xf32>, tensor<4xi64>) -> tensor<3x24x3x9xf32>
  %none = "onnx.None"() : () -> none
  %y = onnx.Conv(%x, %w, %none) {group = 1 : si64, pads = array<i64: 1, 4, 0, 4>, strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>} : (tensor<1x24x3x50xf32>, tensor<3x24x3x9xf32>, none) -> tensor<1x3x2x50xf32>
  %r = onnx.Relu(%y) : (tensor<1x3x2x50xf32>) -> tensor<1x3x2x50xf32>
  %xt = onnx.Transpose(%x) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x24x3x50xf32>) -> tensor<1x24x50x3xf32>
  %wt = onnx.Transpose(%w) {perm = array<i64: 0, 1, 3, 2>} : (tensor<3x24x3x9xf32>) -> tensor<3x24x9x3xf32>
  %yt = onnx.Conv(%xt, %wt, %none) {group = 1 : si64, pads = array<i64: 4, 1, 4, 0>, strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>} : (tensor<1x24x50x3xf32>, tensor<3x24x9x3xf32>, none) -> tensor<1x3x50x2xf32>
  %rt = onnx.Relu(%yt) : (tensor<1x3x50x2xf32>) -> tensor<1x3x50x2xf32>
  %z = onnx.Transpose(%rt) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x3x50x2xf32>) -> tensor<1x3x2x50xf32>
  %d = onnx.Sub(%r, %z) : (tensor<1x3x2x50xf32>, tensor<1x3x2x50xf32>) -> tensor<1x3x2x50xf32>
  %a = onnx.Abs(%d) : (tensor<1x3x2x50xf32>) -> tensor<1x3x2x50xf32>
  %e = onnx.ReduceMax(%a, %none) {keepdims = 0 : si64} : (tensor<1x3x2x50xf32>, none) -> tensor<f32>
  %bound = onnx.Constant() {value = dense<2.0e-5> : tensor<f32>} : () -> tensor<f32>
  %exact = onnx.LessOrEqual(%e, %bound) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  %m = onnx.ReduceMax(%r, %none) {keepdims = 0 : si64} : (tensor<1x3x2x50xf32>, none) -> tensor<f32>
  %some = onnx.Less(%one, %m) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// Two filters a channel, each on its own.
func.func @multiplied(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %xn = onnx.Constant() {value = dense<810.0> : tensor<f32>} : () -> tensor<f32>
  %xr = onnx.Range(%zero, %xn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<810xf32>
  %xs = onnx.Add(%xr, %s) : (tensor<810xf32>, tensor<f32>) -> tensor<810xf32>
  %xw = onnx.Sin(%xs) : (tensor<810xf32>) -> tensor<810xf32>
  %xd = onnx.Constant() {value = dense<[1, 6, 3, 45]> : tensor<4xi64>} : () -> tensor<4xi64>
  %x = onnx.Reshape(%xw, %xd) : (tensor<810xf32>, tensor<4xi64>) -> tensor<1x6x3x45xf32>
  %wn = onnx.Constant() {value = dense<120.0> : tensor<f32>} : () -> tensor<f32>
  %wr = onnx.Range(%zero, %wn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<120xf32>
  %wc = onnx.Cos(%wr) : (tensor<120xf32>) -> tensor<120xf32>
  %wd = onnx.Constant() {value = dense<[12, 1, 2, 5]> : tensor<4xi64>} : () -> tensor<4xi64>
  %w = onnx.Reshape(%wc, %wd) : (tensor<120xf32>, tensor<4xi64>) -> tensor<12x1x2x5xf32>
  %none = "onnx.None"() : () -> none
  %y = onnx.Conv(%x, %w, %none) {group = 6 : si64, pads = array<i64: 0, 2, 0, 2>, strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>} : (tensor<1x6x3x45xf32>, tensor<12x1x2x5xf32>, none) -> tensor<1x12x2x45xf32>
  %r = onnx.Relu(%y) : (tensor<1x12x2x45xf32>) -> tensor<1x12x2x45xf32>
  %xt = onnx.Transpose(%x) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x6x3x45xf32>) -> tensor<1x6x45x3xf32>
  %wt = onnx.Transpose(%w) {perm = array<i64: 0, 1, 3, 2>} : (tensor<12x1x2x5xf32>) -> tensor<12x1x5x2xf32>
  %yt = onnx.Conv(%xt, %wt, %none) {group = 6 : si64, pads = array<i64: 2, 0, 2, 0>, strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>} : (tensor<1x6x45x3xf32>, tensor<12x1x5x2xf32>, none) -> tensor<1x12x45x2xf32>
  %rt = onnx.Relu(%yt) : (tensor<1x12x45x2xf32>) -> tensor<1x12x45x2xf32>
  %z = onnx.Transpose(%rt) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x12x45x2xf32>) -> tensor<1x12x2x45xf32>
  %d = onnx.Sub(%r, %z) : (tensor<1x12x2x45xf32>, tensor<1x12x2x45xf32>) -> tensor<1x12x2x45xf32>
  %a = onnx.Abs(%d) : (tensor<1x12x2x45xf32>) -> tensor<1x12x2x45xf32>
  %e = onnx.ReduceMax(%a, %none) {keepdims = 0 : si64} : (tensor<1x12x2x45xf32>, none) -> tensor<f32>
  %bound = onnx.Constant() {value = dense<2.0e-5> : tensor<f32>} : () -> tensor<f32>
  %exact = onnx.LessOrEqual(%e, %bound) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  %m = onnx.ReduceMax(%r, %none) {keepdims = 0 : si64} : (tensor<1x12x2x45xf32>, none) -> tensor<f32>
  %some = onnx.Less(%one, %m) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// Pointwise on images of 7x7, whose rows are one row of 49 to a kernel: what is added behind it lies as the result does
// (%r), or is one column's (%c), where rows stay rows. Against the same on images of 1x49.
func.func @short_rows(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %none = "onnx.None"() : () -> none
  %xn = onnx.Constant() {value = dense<1176.0> : tensor<f32>} : () -> tensor<f32>
  %xr = onnx.Range(%zero, %xn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<1176xf32>
  %xs = onnx.Add(%xr, %s) : (tensor<1176xf32>, tensor<f32>) -> tensor<1176xf32>
  %xw = onnx.Sin(%xs) : (tensor<1176xf32>) -> tensor<1176xf32>
  %image = onnx.Constant() {value = dense<[2, 12, 7, 7]> : tensor<4xi64>} : () -> tensor<4xi64>
  %line = onnx.Constant() {value = dense<[2, 12, 1, 49]> : tensor<4xi64>} : () -> tensor<4xi64>
  %x = onnx.Reshape(%xw, %image) : (tensor<1176xf32>, tensor<4xi64>) -> tensor<2x12x7x7xf32>
  %xl = onnx.Reshape(%xw, %line) : (tensor<1176xf32>, tensor<4xi64>) -> tensor<2x12x1x49xf32>
  %wn = onnx.Constant() {value = dense<84.0> : tensor<f32>} : () -> tensor<f32>
  %wr = onnx.Range(%zero, %wn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<84xf32>
  %wc = onnx.Cos(%wr) : (tensor<84xf32>) -> tensor<84xf32>
  %wd = onnx.Constant() {value = dense<[14, 6, 1, 1]> : tensor<4xi64>} : () -> tensor<4xi64>
  %w = onnx.Reshape(%wc, %wd) : (tensor<84xf32>, tensor<4xi64>) -> tensor<14x6x1x1xf32>
  %rn = onnx.Constant() {value = dense<1372.0> : tensor<f32>} : () -> tensor<f32>
  %rr = onnx.Range(%zero, %rn, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<1372xf32>
  %rs = onnx.Add(%rr, %s) : (tensor<1372xf32>, tensor<f32>) -> tensor<1372xf32>
  %rc = onnx.Cos(%rs) : (tensor<1372xf32>) -> tensor<1372xf32>
  %resultImage = onnx.Constant() {value = dense<[2, 14, 7, 7]> : tensor<4xi64>} : () -> tensor<4xi64>
  %resultLine = onnx.Constant() {value = dense<[2, 14, 1, 49]> : tensor<4xi64>} : () -> tensor<4xi64>
  %r = onnx.Reshape(%rc, %resultImage) : (tensor<1372xf32>, tensor<4xi64>) -> tensor<2x14x7x7xf32>
  %rl = onnx.Reshape(%rc, %resultLine) : (tensor<1372xf32>, tensor<4xi64>) -> tensor<2x14x1x49xf32>
  %c = onnx.Constant() {value = dense<[1.0, -2.0, 3.0, -4.0, 5.0, -6.0, 7.0]> : tensor<7xf32>} : () -> tensor<7xf32>
  %seven = onnx.Constant() {value = dense<7> : tensor<1xi64>} : () -> tensor<1xi64>
  %cl = onnx.Tile(%c, %seven) : (tensor<7xf32>, tensor<1xi64>) -> tensor<49xf32>
  %y = onnx.Conv(%x, %w, %none) {group = 2 : si64} : (tensor<2x12x7x7xf32>, tensor<14x6x1x1xf32>, none) -> tensor<2x14x7x7xf32>
  %yr = onnx.Add(%y, %r) : (tensor<2x14x7x7xf32>, tensor<2x14x7x7xf32>) -> tensor<2x14x7x7xf32>
  %z = onnx.Conv(%x, %w, %none) {group = 2 : si64} : (tensor<2x12x7x7xf32>, tensor<14x6x1x1xf32>, none) -> tensor<2x14x7x7xf32>
  %zc = onnx.Add(%z, %c) : (tensor<2x14x7x7xf32>, tensor<7xf32>) -> tensor<2x14x7x7xf32>
  %yl = onnx.Conv(%xl, %w, %none) {group = 2 : si64} : (tensor<2x12x1x49xf32>, tensor<14x6x1x1xf32>, none) -> tensor<2x14x1x49xf32>
  %ylr = onnx.Add(%yl, %rl) : (tensor<2x14x1x49xf32>, tensor<2x14x1x49xf32>) -> tensor<2x14x1x49xf32>
  %zl = onnx.Conv(%xl, %w, %none) {group = 2 : si64} : (tensor<2x12x1x49xf32>, tensor<14x6x1x1xf32>, none) -> tensor<2x14x1x49xf32>
  %zlc = onnx.Add(%zl, %cl) : (tensor<2x14x1x49xf32>, tensor<49xf32>) -> tensor<2x14x1x49xf32>
  %yi = onnx.Reshape(%ylr, %resultImage) : (tensor<2x14x1x49xf32>, tensor<4xi64>) -> tensor<2x14x7x7xf32>
  %zi = onnx.Reshape(%zlc, %resultImage) : (tensor<2x14x1x49xf32>, tensor<4xi64>) -> tensor<2x14x7x7xf32>
  %bound = onnx.Constant() {value = dense<2.0e-5> : tensor<f32>} : () -> tensor<f32>
  %d0 = onnx.Sub(%yr, %yi) : (tensor<2x14x7x7xf32>, tensor<2x14x7x7xf32>) -> tensor<2x14x7x7xf32>
  %a0 = onnx.Abs(%d0) : (tensor<2x14x7x7xf32>) -> tensor<2x14x7x7xf32>
  %e0 = onnx.ReduceMax(%a0, %none) {keepdims = 0 : si64} : (tensor<2x14x7x7xf32>, none) -> tensor<f32>
  %exact0 = onnx.LessOrEqual(%e0, %bound) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  %d1 = onnx.Sub(%zc, %zi) : (tensor<2x14x7x7xf32>, tensor<2x14x7x7xf32>) -> tensor<2x14x7x7xf32>
  %a1 = onnx.Abs(%d1) : (tensor<2x14x7x7xf32>) -> tensor<2x14x7x7xf32>
  %e1 = onnx.ReduceMax(%a1, %none) {keepdims = 0 : si64} : (tensor<2x14x7x7xf32>, none) -> tensor<f32>
  %exact1 = onnx.LessOrEqual(%e1, %bound) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  %m = onnx.ReduceMax(%yr, %none) {keepdims = 0 : si64} : (tensor<2x14x7x7xf32>, none) -> tensor<f32>
  %some = onnx.Less(%one, %m) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact0, %exact1, %some : tensor<i1>, tensor<i1>, tensor<i1>
}
