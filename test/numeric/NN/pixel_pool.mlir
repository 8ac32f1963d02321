// SPDX-License-Identifier: Apache-2.0
// Pooling whose lanes are neighbouring outputs of a row, against the same with rows and columns exchanged, where a row has
// one output and is computed by itself. Elements are a sine of their position, made negative, infinite or bytes.

// Stride 2 and padding on both sides; a row that vectors do not divide.
func.func @max_strided(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %n = onnx.Constant() {value = dense<1350.0> : tensor<f32>} : () -> tensor<f32>
  %r = onnx.Range(%zero, %n, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<1350xf32>
  %rs = onnx.Add(%r, %s) : (tensor<1350xf32>, tensor<f32>) -> tensor<1350xf32>
  %w = onnx.Sin(%rs) : (tensor<1350xf32>) -> tensor<1350xf32>
  %c = onnx.Constant() {value = dense<1.5> : tensor<f32>} : () -> tensor<f32>
  %v = onnx.Sub(%w, %c) : (tensor<1350xf32>, tensor<f32>) -> tensor<1350xf32>
  %d = onnx.Constant() {value = dense<[2, 3, 3, 75]> : tensor<4xi64>} : () -> tensor<4xi64>
  %x = onnx.Reshape(%v, %d) : (tensor<1350xf32>, tensor<4xi64>) -> tensor<2x3x3x75xf32>
  %y:2 = onnx.MaxPool(%x) {kernel_shape = array<i64: 3, 3>, strides = array<i64: 2, 2>, pads = array<i64: 0, 1, 0, 1>, dilations = array<i64: 1, 1>} : (tensor<2x3x3x75xf32>) -> (tensor<2x3x1x38xf32>, none)
  %xt = onnx.Transpose(%x) {perm = array<i64: 0, 1, 3, 2>} : (tensor<2x3x3x75xf32>) -> tensor<2x3x75x3xf32>
  %zt:2 = onnx.MaxPool(%xt) {kernel_shape = array<i64: 3, 3>, strides = array<i64: 2, 2>, pads = array<i64: 1, 0, 1, 0>, dilations = array<i64: 1, 1>} : (tensor<2x3x75x3xf32>) -> (tensor<2x3x38x1xf32>, none)
  %z = onnx.Transpose(%zt#0) {perm = array<i64: 0, 1, 3, 2>} : (tensor<2x3x38x1xf32>) -> tensor<2x3x1x38xf32>
  %none = onnx.None() : () -> none
  %same = onnx.Equal(%y#0, %z) : (tensor<2x3x1x38xf32>, tensor<2x3x1x38xf32>) -> tensor<2x3x1x38xi1>
  %sames = onnx.Cast(%same) {to = 6 : si64} : (tensor<2x3x1x38xi1>) -> tensor<2x3x1x38xi32>
  %least = onnx.ReduceMin(%sames, %none) {keepdims = 0 : si64} : (tensor<2x3x1x38xi32>, none) -> tensor<i32>
  %exact = onnx.Cast(%least) {to = 9 : si64} : (tensor<i32>) -> tensor<i1>
  %high = onnx.ReduceMax(%y#0, %none) {keepdims = 0 : si64} : (tensor<2x3x1x38xf32>, none) -> tensor<f32>
  %low = onnx.ReduceMin(%y#0, %none) {keepdims = 0 : si64} : (tensor<2x3x1x38xf32>, none) -> tensor<f32>
  %some = onnx.Less(%low, %high) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// Neighbours, dilated.
func.func @max_stride_1(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %n = onnx.Constant() {value = dense<530.0> : tensor<f32>} : () -> tensor<f32>
  %r = onnx.Range(%zero, %n, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<530xf32>
  %rs = onnx.Add(%r, %s) : (tensor<530xf32>, tensor<f32>) -> tensor<530xf32>
  %w = onnx.Sin(%rs) : (tensor<530xf32>) -> tensor<530xf32>
  %c = onnx.Constant() {value = dense<1.5> : tensor<f32>} : () -> tensor<f32>
  %v = onnx.Sub(%w, %c) : (tensor<530xf32>, tensor<f32>) -> tensor<530xf32>
  %d = onnx.Constant() {value = dense<[1, 2, 5, 53]> : tensor<4xi64>} : () -> tensor<4xi64>
  %x = onnx.Reshape(%v, %d) : (tensor<530xf32>, tensor<4xi64>) -> tensor<1x2x5x53xf32>
  %y:2 = onnx.MaxPool(%x) {kernel_shape = array<i64: 3, 3>, strides = array<i64: 1, 1>, pads = array<i64: 0, 2, 0, 1>, dilations = array<i64: 2, 2>} : (tensor<1x2x5x53xf32>) -> (tensor<1x2x1x52xf32>, none)
  %xt = onnx.Transpose(%x) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x2x5x53xf32>) -> tensor<1x2x53x5xf32>
  %zt:2 = onnx.MaxPool(%xt) {kernel_shape = array<i64: 3, 3>, strides = array<i64: 1, 1>, pads = array<i64: 2, 0, 1, 0>, dilations = array<i64: 2, 2>} : (tensor<1x2x53x5xf32>) -> (tensor<1x2x52x1xf32>, none)
  %z = onnx.Transpose(%zt#0) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x2x52x1xf32>) -> tensor<1x2x1x52xf32>
  %none = onnx.None() : () -> none
  %same = onnx.Equal(%y#0, %z) : (tensor<1x2x1x52xf32>, tensor<1x2x1x52xf32>) -> tensor<1x2x1x52xi1>
  %sames = onnx.Cast(%same) {to = 6 : si64} : (tensor<1x2x1x52xi1>) -> tensor<1x2x1x52xi32>
  %least = onnx.ReduceMin(%sames, %none) {keepdims = 0 : si64} : (tensor<1x2x1x52xi32>, none) -> tensor<i32>
  %exact = onnx.Cast(%least) {to = 9 : si64} : (tensor<i32>) -> tensor<i1>
  %high = onnx.ReduceMax(%y#0, %none) {keepdims = 0 : si64} : (tensor<1x2x1x52xf32>, none) -> tensor<f32>
  %low = onnx.ReduceMin(%y#0, %none) {keepdims = 0 : si64} : (tensor<1x2x1x52xf32>, none) -> tensor<f32>
  %some = onnx.Less(%low, %high) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// Every third.
func.func @max_stride_3(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %n = onnx.Constant() {value = dense<400.0> : tensor<f32>} : () -> tensor<f32>
  %r = onnx.Range(%zero, %n, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<400xf32>
  %rs = onnx.Add(%r, %s) : (tensor<400xf32>, tensor<f32>) -> tensor<400xf32>
  %w = onnx.Sin(%rs) : (tensor<400xf32>) -> tensor<400xf32>
  %c = onnx.Constant() {value = dense<1.5> : tensor<f32>} : () -> tensor<f32>
  %v = onnx.Sub(%w, %c) : (tensor<400xf32>, tensor<f32>) -> tensor<400xf32>
  %d = onnx.Constant() {value = dense<[1, 2, 2, 100]> : tensor<4xi64>} : () -> tensor<4xi64>
  %x = onnx.Reshape(%v, %d) : (tensor<400xf32>, tensor<4xi64>) -> tensor<1x2x2x100xf32>
  %y:2 = onnx.MaxPool(%x) {kernel_shape = array<i64: 2, 4>, strides = array<i64: 3, 3>, pads = array<i64: 0, 0, 0, 2>, dilations = array<i64: 1, 1>, ceil_mode = 1 : si64} : (tensor<1x2x2x100xf32>) -> (tensor<1x2x1x34xf32>, none)
  %xt = onnx.Transpose(%x) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x2x2x100xf32>) -> tensor<1x2x100x2xf32>
  %zt:2 = onnx.MaxPool(%xt) {kernel_shape = array<i64: 4, 2>, strides = array<i64: 3, 3>, pads = array<i64: 0, 0, 2, 0>, dilations = array<i64: 1, 1>, ceil_mode = 1 : si64} : (tensor<1x2x100x2xf32>) -> (tensor<1x2x34x1xf32>, none)
  %z = onnx.Transpose(%zt#0) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x2x34x1xf32>) -> tensor<1x2x1x34xf32>
  %none = onnx.None() : () -> none
  %same = onnx.Equal(%y#0, %z) : (tensor<1x2x1x34xf32>, tensor<1x2x1x34xf32>) -> tensor<1x2x1x34xi1>
  %sames = onnx.Cast(%same) {to = 6 : si64} : (tensor<1x2x1x34xi1>) -> tensor<1x2x1x34xi32>
  %least = onnx.ReduceMin(%sames, %none) {keepdims = 0 : si64} : (tensor<1x2x1x34xi32>, none) -> tensor<i32>
  %exact = onnx.Cast(%least) {to = 9 : si64} : (tensor<i32>) -> tensor<i1>
  %high = onnx.ReduceMax(%y#0, %none) {keepdims = 0 : si64} : (tensor<1x2x1x34xf32>, none) -> tensor<f32>
  %low = onnx.ReduceMin(%y#0, %none) {keepdims = 0 : si64} : (tensor<1x2x1x34xf32>, none) -> tensor<f32>
  %some = onnx.Less(%low, %high) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// Every fourth of windows too long to unroll.
func.func @max_stride_4(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %n = onnx.Constant() {value = dense<604.0> : tensor<f32>} : () -> tensor<f32>
  %r = onnx.Range(%zero, %n, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<604xf32>
  %rs = onnx.Add(%r, %s) : (tensor<604xf32>, tensor<f32>) -> tensor<604xf32>
  %w = onnx.Sin(%rs) : (tensor<604xf32>) -> tensor<604xf32>
  %c = onnx.Constant() {value = dense<1.5> : tensor<f32>} : () -> tensor<f32>
  %v = onnx.Sub(%w, %c) : (tensor<604xf32>, tensor<f32>) -> tensor<604xf32>
  %d = onnx.Constant() {value = dense<[1, 2, 2, 151]> : tensor<4xi64>} : () -> tensor<4xi64>
  %x = onnx.Reshape(%v, %d) : (tensor<604xf32>, tensor<4xi64>) -> tensor<1x2x2x151xf32>
  %y:2 = onnx.MaxPool(%x) {kernel_shape = array<i64: 2, 13>, strides = array<i64: 1, 4>, pads = array<i64: 0, 5, 0, 12>, dilations = array<i64: 1, 1>} : (tensor<1x2x2x151xf32>) -> (tensor<1x2x1x39xf32>, none)
  %xt = onnx.Transpose(%x) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x2x2x151xf32>) -> tensor<1x2x151x2xf32>
  %zt:2 = onnx.MaxPool(%xt) {kernel_shape = array<i64: 13, 2>, strides = array<i64: 4, 1>, pads = array<i64: 5, 0, 12, 0>, dilations = array<i64: 1, 1>} : (tensor<1x2x151x2xf32>) -> (tensor<1x2x39x1xf32>, none)
  %z = onnx.Transpose(%zt#0) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x2x39x1xf32>) -> tensor<1x2x1x39xf32>
  %none = onnx.None() : () -> none
  %same = onnx.Equal(%y#0, %z) : (tensor<1x2x1x39xf32>, tensor<1x2x1x39xf32>) -> tensor<1x2x1x39xi1>
  %sames = onnx.Cast(%same) {to = 6 : si64} : (tensor<1x2x1x39xi1>) -> tensor<1x2x1x39xi32>
  %least = onnx.ReduceMin(%sames, %none) {keepdims = 0 : si64} : (tensor<1x2x1x39xi32>, none) -> tensor<i32>
  %exact = onnx.Cast(%least) {to = 9 : si64} : (tensor<i32>) -> tensor<i1>
  %high = onnx.ReduceMax(%y#0, %none) {keepdims = 0 : si64} : (tensor<1x2x1x39xf32>, none) -> tensor<f32>
  %low = onnx.ReduceMin(%y#0, %none) {keepdims = 0 : si64} : (tensor<1x2x1x39xf32>, none) -> tensor<f32>
  %some = onnx.Less(%low, %high) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// A stride that goes one by one.
func.func @max_stride_5(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %n = onnx.Constant() {value = dense<396.0> : tensor<f32>} : () -> tensor<f32>
  %r = onnx.Range(%zero, %n, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<396xf32>
  %rs = onnx.Add(%r, %s) : (tensor<396xf32>, tensor<f32>) -> tensor<396xf32>
  %w = onnx.Sin(%rs) : (tensor<396xf32>) -> tensor<396xf32>
  %c = onnx.Constant() {value = dense<1.5> : tensor<f32>} : () -> tensor<f32>
  %v = onnx.Sub(%w, %c) : (tensor<396xf32>, tensor<f32>) -> tensor<396xf32>
  %d = onnx.Constant() {value = dense<[1, 2, 2, 99]> : tensor<4xi64>} : () -> tensor<4xi64>
  %x = onnx.Reshape(%v, %d) : (tensor<396xf32>, tensor<4xi64>) -> tensor<1x2x2x99xf32>
  %y:2 = onnx.MaxPool(%x) {kernel_shape = array<i64: 2, 6>, strides = array<i64: 1, 5>, pads = array<i64: 0, 3, 0, 4>, dilations = array<i64: 1, 1>} : (tensor<1x2x2x99xf32>) -> (tensor<1x2x1x21xf32>, none)
  %xt = onnx.Transpose(%x) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x2x2x99xf32>) -> tensor<1x2x99x2xf32>
  %zt:2 = onnx.MaxPool(%xt) {kernel_shape = array<i64: 6, 2>, strides = array<i64: 5, 1>, pads = array<i64: 3, 0, 4, 0>, dilations = array<i64: 1, 1>} : (tensor<1x2x99x2xf32>) -> (tensor<1x2x21x1xf32>, none)
  %z = onnx.Transpose(%zt#0) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x2x21x1xf32>) -> tensor<1x2x1x21xf32>
  %none = onnx.None() : () -> none
  %same = onnx.Equal(%y#0, %z) : (tensor<1x2x1x21xf32>, tensor<1x2x1x21xf32>) -> tensor<1x2x1x21xi1>
  %sames = onnx.Cast(%same) {to = 6 : si64} : (tensor<1x2x1x21xi1>) -> tensor<1x2x1x21xi32>
  %least = onnx.ReduceMin(%sames, %none) {keepdims = 0 : si64} : (tensor<1x2x1x21xi32>, none) -> tensor<i32>
  %exact = onnx.Cast(%least) {to = 9 : si64} : (tensor<i32>) -> tensor<i1>
  %high = onnx.ReduceMax(%y#0, %none) {keepdims = 0 : si64} : (tensor<1x2x1x21xf32>, none) -> tensor<f32>
  %low = onnx.ReduceMin(%y#0, %none) {keepdims = 0 : si64} : (tensor<1x2x1x21xf32>, none) -> tensor<f32>
  %some = onnx.Less(%low, %high) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// Rows of seven outputs.
func.func @max_short_row(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %n = onnx.Constant() {value = dense<234.0> : tensor<f32>} : () -> tensor<f32>
  %r = onnx.Range(%zero, %n, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<234xf32>
  %rs = onnx.Add(%r, %s) : (tensor<234xf32>, tensor<f32>) -> tensor<234xf32>
  %w = onnx.Sin(%rs) : (tensor<234xf32>) -> tensor<234xf32>
  %c = onnx.Constant() {value = dense<1.5> : tensor<f32>} : () -> tensor<f32>
  %v = onnx.Sub(%w, %c) : (tensor<234xf32>, tensor<f32>) -> tensor<234xf32>
  %d = onnx.Constant() {value = dense<[2, 3, 3, 13]> : tensor<4xi64>} : () -> tensor<4xi64>
  %x = onnx.Reshape(%v, %d) : (tensor<234xf32>, tensor<4xi64>) -> tensor<2x3x3x13xf32>
  %y:2 = onnx.MaxPool(%x) {kernel_shape = array<i64: 3, 3>, strides = array<i64: 2, 2>, pads = array<i64: 0, 1, 0, 1>, dilations = array<i64: 1, 1>} : (tensor<2x3x3x13xf32>) -> (tensor<2x3x1x7xf32>, none)
  %xt = onnx.Transpose(%x) {perm = array<i64: 0, 1, 3, 2>} : (tensor<2x3x3x13xf32>) -> tensor<2x3x13x3xf32>
  %zt:2 = onnx.MaxPool(%xt) {kernel_shape = array<i64: 3, 3>, strides = array<i64: 2, 2>, pads = array<i64: 1, 0, 1, 0>, dilations = array<i64: 1, 1>} : (tensor<2x3x13x3xf32>) -> (tensor<2x3x7x1xf32>, none)
  %z = onnx.Transpose(%zt#0) {perm = array<i64: 0, 1, 3, 2>} : (tensor<2x3x7x1xf32>) -> tensor<2x3x1x7xf32>
  %none = onnx.None() : () -> none
  %same = onnx.Equal(%y#0, %z) : (tensor<2x3x1x7xf32>, tensor<2x3x1x7xf32>) -> tensor<2x3x1x7xi1>
  %sames = onnx.Cast(%same) {to = 6 : si64} : (tensor<2x3x1x7xi1>) -> tensor<2x3x1x7xi32>
  %least = onnx.ReduceMin(%sames, %none) {keepdims = 0 : si64} : (tensor<2x3x1x7xi32>, none) -> tensor<i32>
  %exact = onnx.Cast(%least) {to = 9 : si64} : (tensor<i32>) -> tensor<i1>
  %high = onnx.ReduceMax(%y#0, %none) {keepdims = 0 : si64} : (tensor<2x3x1x7xf32>, none) -> tensor<f32>
  %low = onnx.ReduceMin(%y#0, %none) {keepdims = 0 : si64} : (tensor<2x3x1x7xf32>, none) -> tensor<f32>
  %some = onnx.Less(%low, %high) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// Minus infinity is no padding.
func.func @max_of_infinities(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %n = onnx.Constant() {value = dense<402.0> : tensor<f32>} : () -> tensor<f32>
  %r = onnx.Range(%zero, %n, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<402xf32>
  %rs = onnx.Add(%r, %s) : (tensor<402xf32>, tensor<f32>) -> tensor<402xf32>
  %w = onnx.Sin(%rs) : (tensor<402xf32>) -> tensor<402xf32>
  %p = onnx.Relu(%w) : (tensor<402xf32>) -> tensor<402xf32>
  %v = onnx.Log(%p) : (tensor<402xf32>) -> tensor<402xf32>
  %d = onnx.Constant() {value = dense<[1, 3, 2, 67]> : tensor<4xi64>} : () -> tensor<4xi64>
  %x = onnx.Reshape(%v, %d) : (tensor<402xf32>, tensor<4xi64>) -> tensor<1x3x2x67xf32>
  %y:2 = onnx.MaxPool(%x) {kernel_shape = array<i64: 2, 2>, strides = array<i64: 2, 2>, pads = array<i64: 0, 1, 0, 1>, dilations = array<i64: 1, 1>} : (tensor<1x3x2x67xf32>) -> (tensor<1x3x1x34xf32>, none)
  %xt = onnx.Transpose(%x) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x3x2x67xf32>) -> tensor<1x3x67x2xf32>
  %zt:2 = onnx.MaxPool(%xt) {kernel_shape = array<i64: 2, 2>, strides = array<i64: 2, 2>, pads = array<i64: 1, 0, 1, 0>, dilations = array<i64: 1, 1>} : (tensor<1x3x67x2xf32>) -> (tensor<1x3x34x1xf32>, none)
  %z = onnx.Transpose(%zt#0) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x3x34x1xf32>) -> tensor<1x3x1x34xf32>
  %none = onnx.None() : () -> none
  %same = onnx.Equal(%y#0, %z) : (tensor<1x3x1x34xf32>, tensor<1x3x1x34xf32>) -> tensor<1x3x1x34xi1>
  %sames = onnx.Cast(%same) {to = 6 : si64} : (tensor<1x3x1x34xi1>) -> tensor<1x3x1x34xi32>
  %least = onnx.ReduceMin(%sames, %none) {keepdims = 0 : si64} : (tensor<1x3x1x34xi32>, none) -> tensor<i32>
  %exact = onnx.Cast(%least) {to = 9 : si64} : (tensor<i32>) -> tensor<i1>
  %high = onnx.ReduceMax(%y#0, %none) {keepdims = 0 : si64} : (tensor<1x3x1x34xf32>, none) -> tensor<f32>
  %low = onnx.ReduceMin(%y#0, %none) {keepdims = 0 : si64} : (tensor<1x3x1x34xf32>, none) -> tensor<f32>
  %some = onnx.Less(%low, %high) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// One dimension, long enough for a loop over tiles.
func.func @max_long_row(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %n = onnx.Constant() {value = dense<5204.0> : tensor<f32>} : () -> tensor<f32>
  %r = onnx.Range(%zero, %n, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<5204xf32>
  %rs = onnx.Add(%r, %s) : (tensor<5204xf32>, tensor<f32>) -> tensor<5204xf32>
  %w = onnx.Sin(%rs) : (tensor<5204xf32>) -> tensor<5204xf32>
  %c = onnx.Constant() {value = dense<1.5> : tensor<f32>} : () -> tensor<f32>
  %v = onnx.Sub(%w, %c) : (tensor<5204xf32>, tensor<f32>) -> tensor<5204xf32>
  %d = onnx.Constant() {value = dense<[2, 2, 1301]> : tensor<3xi64>} : () -> tensor<3xi64>
  %x = onnx.Reshape(%v, %d) : (tensor<5204xf32>, tensor<3xi64>) -> tensor<2x2x1301xf32>
  %y:2 = onnx.MaxPool(%x) {kernel_shape = array<i64: 5>, strides = array<i64: 3>, pads = array<i64: 3, 4>, dilations = array<i64: 2>} : (tensor<2x2x1301xf32>) -> (tensor<2x2x434xf32>, none)
  %td = onnx.Constant() {value = dense<[2, 2, 1301, 1]> : tensor<4xi64>} : () -> tensor<4xi64>
  %xt = onnx.Reshape(%x, %td) : (tensor<2x2x1301xf32>, tensor<4xi64>) -> tensor<2x2x1301x1xf32>
  %zt:2 = onnx.MaxPool(%xt) {kernel_shape = array<i64: 5, 1>, strides = array<i64: 3, 1>, pads = array<i64: 3, 0, 4, 0>, dilations = array<i64: 2, 1>} : (tensor<2x2x1301x1xf32>) -> (tensor<2x2x434x1xf32>, none)
  %zd = onnx.Constant() {value = dense<[2, 2, 434]> : tensor<3xi64>} : () -> tensor<3xi64>
  %z = onnx.Reshape(%zt#0, %zd) : (tensor<2x2x434x1xf32>, tensor<3xi64>) -> tensor<2x2x434xf32>
  %none = onnx.None() : () -> none
  %same = onnx.Equal(%y#0, %z) : (tensor<2x2x434xf32>, tensor<2x2x434xf32>) -> tensor<2x2x434xi1>
  %sames = onnx.Cast(%same) {to = 6 : si64} : (tensor<2x2x434xi1>) -> tensor<2x2x434xi32>
  %least = onnx.ReduceMin(%sames, %none) {keepdims = 0 : si64} : (tensor<2x2x434xi32>, none) -> tensor<i32>
  %exact = onnx.Cast(%least) {to = 9 : si64} : (tensor<i32>) -> tensor<i1>
  %high = onnx.ReduceMax(%y#0, %none) {keepdims = 0 : si64} : (tensor<2x2x434xf32>, none) -> tensor<f32>
  %low = onnx.ReduceMin(%y#0, %none) {keepdims = 0 : si64} : (tensor<2x2x434xf32>, none) -> tensor<f32>
  %some = onnx.Less(%low, %high) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// Bytes.
func.func @max_u8(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %n = onnx.Constant() {value = dense<524.0> : tensor<f32>} : () -> tensor<f32>
  %r = onnx.Range(%zero, %n, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<524xf32>
  %rs = onnx.Add(%r, %s) : (tensor<524xf32>, tensor<f32>) -> tensor<524xf32>
  %w = onnx.Sin(%rs) : (tensor<524xf32>) -> tensor<524xf32>
  %c = onnx.Constant() {value = dense<100.0> : tensor<f32>} : () -> tensor<f32>
  %v0 = onnx.Mul(%w, %c) : (tensor<524xf32>, tensor<f32>) -> tensor<524xf32>
  %o = onnx.Constant() {value = dense<128.0> : tensor<f32>} : () -> tensor<f32>
  %v = onnx.Add(%v0, %o) : (tensor<524xf32>, tensor<f32>) -> tensor<524xf32>
  %ve = onnx.Cast(%v) {to = 2 : si64} : (tensor<524xf32>) -> tensor<524xui8>
  %d = onnx.Constant() {value = dense<[1, 2, 2, 131]> : tensor<4xi64>} : () -> tensor<4xi64>
  %x = onnx.Reshape(%ve, %d) : (tensor<524xui8>, tensor<4xi64>) -> tensor<1x2x2x131xui8>
  %y:2 = onnx.MaxPool(%x) {kernel_shape = array<i64: 2, 3>, strides = array<i64: 2, 2>, pads = array<i64: 0, 1, 0, 1>, dilations = array<i64: 1, 1>} : (tensor<1x2x2x131xui8>) -> (tensor<1x2x1x66xui8>, none)
  %xt = onnx.Transpose(%x) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x2x2x131xui8>) -> tensor<1x2x131x2xui8>
  %zt:2 = onnx.MaxPool(%xt) {kernel_shape = array<i64: 3, 2>, strides = array<i64: 2, 2>, pads = array<i64: 1, 0, 1, 0>, dilations = array<i64: 1, 1>} : (tensor<1x2x131x2xui8>) -> (tensor<1x2x66x1xui8>, none)
  %z = onnx.Transpose(%zt#0) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x2x66x1xui8>) -> tensor<1x2x1x66xui8>
  %none = onnx.None() : () -> none
  %same = onnx.Equal(%y#0, %z) : (tensor<1x2x1x66xui8>, tensor<1x2x1x66xui8>) -> tensor<1x2x1x66xi1>
  %sames = onnx.Cast(%same) {to = 6 : si64} : (tensor<1x2x1x66xi1>) -> tensor<1x2x1x66xi32>
  %least = onnx.ReduceMin(%sames, %none) {keepdims = 0 : si64} : (tensor<1x2x1x66xi32>, none) -> tensor<i32>
  %exact = onnx.Cast(%least) {to = 9 : si64} : (tensor<i32>) -> tensor<i1>
  %yf = onnx.Cast(%y#0) {to = 1 : si64} : (tensor<1x2x1x66xui8>) -> tensor<1x2x1x66xf32>
  %high = onnx.ReduceMax(%yf, %none) {keepdims = 0 : si64} : (tensor<1x2x1x66xf32>, none) -> tensor<f32>
  %low = onnx.ReduceMin(%yf, %none) {keepdims = 0 : si64} : (tensor<1x2x1x66xf32>, none) -> tensor<f32>
  %some = onnx.Less(%low, %high) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// Signed bytes, a row longer than a vector of them.
func.func @max_i8(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %n = onnx.Constant() {value = dense<1206.0> : tensor<f32>} : () -> tensor<f32>
  %r = onnx.Range(%zero, %n, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<1206xf32>
  %rs = onnx.Add(%r, %s) : (tensor<1206xf32>, tensor<f32>) -> tensor<1206xf32>
  %w = onnx.Sin(%rs) : (tensor<1206xf32>) -> tensor<1206xf32>
  %c = onnx.Constant() {value = dense<100.0> : tensor<f32>} : () -> tensor<f32>
  %v0 = onnx.Mul(%w, %c) : (tensor<1206xf32>, tensor<f32>) -> tensor<1206xf32>
  %o = onnx.Constant() {value = dense<-20.0> : tensor<f32>} : () -> tensor<f32>
  %v = onnx.Add(%v0, %o) : (tensor<1206xf32>, tensor<f32>) -> tensor<1206xf32>
  %ve = onnx.Cast(%v) {to = 3 : si64} : (tensor<1206xf32>) -> tensor<1206xi8>
  %d = onnx.Constant() {value = dense<[1, 2, 3, 201]> : tensor<4xi64>} : () -> tensor<4xi64>
  %x = onnx.Reshape(%ve, %d) : (tensor<1206xi8>, tensor<4xi64>) -> tensor<1x2x3x201xi8>
  %y:2 = onnx.MaxPool(%x) {kernel_shape = array<i64: 3, 3>, strides = array<i64: 1, 1>, pads = array<i64: 0, 1, 0, 1>, dilations = array<i64: 1, 1>} : (tensor<1x2x3x201xi8>) -> (tensor<1x2x1x201xi8>, none)
  %xt = onnx.Transpose(%x) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x2x3x201xi8>) -> tensor<1x2x201x3xi8>
  %zt:2 = onnx.MaxPool(%xt) {kernel_shape = array<i64: 3, 3>, strides = array<i64: 1, 1>, pads = array<i64: 1, 0, 1, 0>, dilations = array<i64: 1, 1>} : (tensor<1x2x201x3xi8>) -> (tensor<1x2x201x1xi8>, none)
  %z = onnx.Transpose(%zt#0) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x2x201x1xi8>) -> tensor<1x2x1x201xi8>
  %none = onnx.None() : () -> none
  %same = onnx.Equal(%y#0, %z) : (tensor<1x2x1x201xi8>, tensor<1x2x1x201xi8>) -> tensor<1x2x1x201xi1>
  %sames = onnx.Cast(%same) {to = 6 : si64} : (tensor<1x2x1x201xi1>) -> tensor<1x2x1x201xi32>
  %least = onnx.ReduceMin(%sames, %none) {keepdims = 0 : si64} : (tensor<1x2x1x201xi32>, none) -> tensor<i32>
  %exact = onnx.Cast(%least) {to = 9 : si64} : (tensor<i32>) -> tensor<i1>
  %yf = onnx.Cast(%y#0) {to = 1 : si64} : (tensor<1x2x1x201xi8>) -> tensor<1x2x1x201xf32>
  %high = onnx.ReduceMax(%yf, %none) {keepdims = 0 : si64} : (tensor<1x2x1x201xf32>, none) -> tensor<f32>
  %low = onnx.ReduceMin(%yf, %none) {keepdims = 0 : si64} : (tensor<1x2x1x201xf32>, none) -> tensor<f32>
  %some = onnx.Less(%low, %high) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// Doubles, dilated and strided.
func.func @max_f64(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %n = onnx.Constant() {value = dense<246.0> : tensor<f32>} : () -> tensor<f32>
  %r = onnx.Range(%zero, %n, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<246xf32>
  %rs = onnx.Add(%r, %s) : (tensor<246xf32>, tensor<f32>) -> tensor<246xf32>
  %w = onnx.Sin(%rs) : (tensor<246xf32>) -> tensor<246xf32>
  %c = onnx.Constant() {value = dense<1.5> : tensor<f32>} : () -> tensor<f32>
  %v = onnx.Sub(%w, %c) : (tensor<246xf32>, tensor<f32>) -> tensor<246xf32>
  %ve = onnx.Cast(%v) {to = 11 : si64} : (tensor<246xf32>) -> tensor<246xf64>
  %d = onnx.Constant() {value = dense<[1, 2, 3, 41]> : tensor<4xi64>} : () -> tensor<4xi64>
  %x = onnx.Reshape(%ve, %d) : (tensor<246xf64>, tensor<4xi64>) -> tensor<1x2x3x41xf64>
  %y:2 = onnx.MaxPool(%x) {kernel_shape = array<i64: 2, 3>, strides = array<i64: 2, 2>, pads = array<i64: 0, 2, 0, 2>, dilations = array<i64: 2, 2>} : (tensor<1x2x3x41xf64>) -> (tensor<1x2x1x21xf64>, none)
  %xt = onnx.Transpose(%x) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x2x3x41xf64>) -> tensor<1x2x41x3xf64>
  %zt:2 = onnx.MaxPool(%xt) {kernel_shape = array<i64: 3, 2>, strides = array<i64: 2, 2>, pads = array<i64: 2, 0, 2, 0>, dilations = array<i64: 2, 2>} : (tensor<1x2x41x3xf64>) -> (tensor<1x2x21x1xf64>, none)
  %z = onnx.Transpose(%zt#0) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x2x21x1xf64>) -> tensor<1x2x1x21xf64>
  %none = onnx.None() : () -> none
  %same = onnx.Equal(%y#0, %z) : (tensor<1x2x1x21xf64>, tensor<1x2x1x21xf64>) -> tensor<1x2x1x21xi1>
  %sames = onnx.Cast(%same) {to = 6 : si64} : (tensor<1x2x1x21xi1>) -> tensor<1x2x1x21xi32>
  %least = onnx.ReduceMin(%sames, %none) {keepdims = 0 : si64} : (tensor<1x2x1x21xi32>, none) -> tensor<i32>
  %exact = onnx.Cast(%least) {to = 9 : si64} : (tensor<i32>) -> tensor<i1>
  %yf = onnx.Cast(%y#0) {to = 1 : si64} : (tensor<1x2x1x21xf64>) -> tensor<1x2x1x21xf32>
  %high = onnx.ReduceMax(%yf, %none) {keepdims = 0 : si64} : (tensor<1x2x1x21xf32>, none) -> tensor<f32>
  %low = onnx.ReduceMin(%yf, %none) {keepdims = 0 : si64} : (tensor<1x2x1x21xf32>, none) -> tensor<f32>
  %some = onnx.Less(%low, %high) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// Three dimensions.
func.func @max_three_dimensions(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %n = onnx.Constant() {value = dense<456.0> : tensor<f32>} : () -> tensor<f32>
  %r = onnx.Range(%zero, %n, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<456xf32>
  %rs = onnx.Add(%r, %s) : (tensor<456xf32>, tensor<f32>) -> tensor<456xf32>
  %w = onnx.Sin(%rs) : (tensor<456xf32>) -> tensor<456xf32>
  %c = onnx.Constant() {value = dense<1.5> : tensor<f32>} : () -> tensor<f32>
  %v = onnx.Sub(%w, %c) : (tensor<456xf32>, tensor<f32>) -> tensor<456xf32>
  %d = onnx.Constant() {value = dense<[1, 2, 2, 3, 38]> : tensor<5xi64>} : () -> tensor<5xi64>
  %x = onnx.Reshape(%v, %d) : (tensor<456xf32>, tensor<5xi64>) -> tensor<1x2x2x3x38xf32>
  %y:2 = onnx.MaxPool(%x) {kernel_shape = array<i64: 2, 2, 3>, strides = array<i64: 1, 2, 2>, pads = array<i64: 0, 0, 1, 0, 0, 1>, dilations = array<i64: 1, 1, 1>} : (tensor<1x2x2x3x38xf32>) -> (tensor<1x2x1x1x19xf32>, none)
  %xt = onnx.Transpose(%x) {perm = array<i64: 0, 1, 4, 3, 2>} : (tensor<1x2x2x3x38xf32>) -> tensor<1x2x38x3x2xf32>
  %zt:2 = onnx.MaxPool(%xt) {kernel_shape = array<i64: 3, 2, 2>, strides = array<i64: 2, 2, 1>, pads = array<i64: 1, 0, 0, 1, 0, 0>, dilations = array<i64: 1, 1, 1>} : (tensor<1x2x38x3x2xf32>) -> (tensor<1x2x19x1x1xf32>, none)
  %z = onnx.Transpose(%zt#0) {perm = array<i64: 0, 1, 4, 3, 2>} : (tensor<1x2x19x1x1xf32>) -> tensor<1x2x1x1x19xf32>
  %none = onnx.None() : () -> none
  %same = onnx.Equal(%y#0, %z) : (tensor<1x2x1x1x19xf32>, tensor<1x2x1x1x19xf32>) -> tensor<1x2x1x1x19xi1>
  %sames = onnx.Cast(%same) {to = 6 : si64} : (tensor<1x2x1x1x19xi1>) -> tensor<1x2x1x1x19xi32>
  %least = onnx.ReduceMin(%sames, %none) {keepdims = 0 : si64} : (tensor<1x2x1x1x19xi32>, none) -> tensor<i32>
  %exact = onnx.Cast(%least) {to = 9 : si64} : (tensor<i32>) -> tensor<i1>
  %high = onnx.ReduceMax(%y#0, %none) {keepdims = 0 : si64} : (tensor<1x2x1x1x19xf32>, none) -> tensor<f32>
  %low = onnx.ReduceMin(%y#0, %none) {keepdims = 0 : si64} : (tensor<1x2x1x1x19xf32>, none) -> tensor<f32>
  %some = onnx.Less(%low, %high) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// What follows reads the vectors.
func.func @max_activation(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %n = onnx.Constant() {value = dense<354.0> : tensor<f32>} : () -> tensor<f32>
  %r = onnx.Range(%zero, %n, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<354xf32>
  %rs = onnx.Add(%r, %s) : (tensor<354xf32>, tensor<f32>) -> tensor<354xf32>
  %w = onnx.Sin(%rs) : (tensor<354xf32>) -> tensor<354xf32>
  %c = onnx.Constant() {value = dense<1.5> : tensor<f32>} : () -> tensor<f32>
  %v = onnx.Sub(%w, %c) : (tensor<354xf32>, tensor<f32>) -> tensor<354xf32>
  %d = onnx.Constant() {value = dense<[1, 3, 2, 59]> : tensor<4xi64>} : () -> tensor<4xi64>
  %x = onnx.Reshape(%v, %d) : (tensor<354xf32>, tensor<4xi64>) -> tensor<1x3x2x59xf32>
  %y:2 = onnx.MaxPool(%x) {kernel_shape = array<i64: 2, 2>, strides = array<i64: 2, 2>, pads = array<i64: 0, 0, 0, 1>, dilations = array<i64: 1, 1>} : (tensor<1x3x2x59xf32>) -> (tensor<1x3x1x30xf32>, none)
  %ya = onnx.Add(%y#0, %y#0) : (tensor<1x3x1x30xf32>, tensor<1x3x1x30xf32>) -> tensor<1x3x1x30xf32>
  %yt = onnx.Tanh(%ya) : (tensor<1x3x1x30xf32>) -> tensor<1x3x1x30xf32>
  %xt = onnx.Transpose(%x) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x3x2x59xf32>) -> tensor<1x3x59x2xf32>
  %zt:2 = onnx.MaxPool(%xt) {kernel_shape = array<i64: 2, 2>, strides = array<i64: 2, 2>, pads = array<i64: 0, 0, 1, 0>, dilations = array<i64: 1, 1>} : (tensor<1x3x59x2xf32>) -> (tensor<1x3x30x1xf32>, none)
  %za = onnx.Add(%zt#0, %zt#0) : (tensor<1x3x30x1xf32>, tensor<1x3x30x1xf32>) -> tensor<1x3x30x1xf32>
  %zh = onnx.Tanh(%za) : (tensor<1x3x30x1xf32>) -> tensor<1x3x30x1xf32>
  %z = onnx.Transpose(%zh) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x3x30x1xf32>) -> tensor<1x3x1x30xf32>
  %none = onnx.None() : () -> none
  %e = onnx.Sub(%yt, %z) : (tensor<1x3x1x30xf32>, tensor<1x3x1x30xf32>) -> tensor<1x3x1x30xf32>
  %ea = onnx.Abs(%e) : (tensor<1x3x1x30xf32>) -> tensor<1x3x1x30xf32>
  %bound = onnx.Constant() {value = dense<1.0e-6> : tensor<f32>} : () -> tensor<f32>
  %same = onnx.Less(%ea, %bound) : (tensor<1x3x1x30xf32>, tensor<f32>) -> tensor<1x3x1x30xi1>
  %sames = onnx.Cast(%same) {to = 6 : si64} : (tensor<1x3x1x30xi1>) -> tensor<1x3x1x30xi32>
  %least = onnx.ReduceMin(%sames, %none) {keepdims = 0 : si64} : (tensor<1x3x1x30xi32>, none) -> tensor<i32>
  %exact = onnx.Cast(%least) {to = 9 : si64} : (tensor<i32>) -> tensor<i1>
  %high = onnx.ReduceMax(%yt, %none) {keepdims = 0 : si64} : (tensor<1x3x1x30xf32>, none) -> tensor<f32>
  %low = onnx.ReduceMin(%yt, %none) {keepdims = 0 : si64} : (tensor<1x3x1x30xf32>, none) -> tensor<f32>
  %some = onnx.Less(%low, %high) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// Padding does not count.
func.func @average(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %n = onnx.Constant() {value = dense<774.0> : tensor<f32>} : () -> tensor<f32>
  %r = onnx.Range(%zero, %n, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<774xf32>
  %rs = onnx.Add(%r, %s) : (tensor<774xf32>, tensor<f32>) -> tensor<774xf32>
  %w = onnx.Sin(%rs) : (tensor<774xf32>) -> tensor<774xf32>
  %c = onnx.Constant() {value = dense<1.5> : tensor<f32>} : () -> tensor<f32>
  %v = onnx.Sub(%w, %c) : (tensor<774xf32>, tensor<f32>) -> tensor<774xf32>
  %d = onnx.Constant() {value = dense<[2, 3, 3, 43]> : tensor<4xi64>} : () -> tensor<4xi64>
  %x = onnx.Reshape(%v, %d) : (tensor<774xf32>, tensor<4xi64>) -> tensor<2x3x3x43xf32>
  %y = onnx.AveragePool(%x) {kernel_shape = array<i64: 3, 3>, strides = array<i64: 1, 1>, pads = array<i64: 0, 1, 0, 1>, dilations = array<i64: 1, 1>} : (tensor<2x3x3x43xf32>) -> tensor<2x3x1x43xf32>
  %xt = onnx.Transpose(%x) {perm = array<i64: 0, 1, 3, 2>} : (tensor<2x3x3x43xf32>) -> tensor<2x3x43x3xf32>
  %zt = onnx.AveragePool(%xt) {kernel_shape = array<i64: 3, 3>, strides = array<i64: 1, 1>, pads = array<i64: 1, 0, 1, 0>, dilations = array<i64: 1, 1>} : (tensor<2x3x43x3xf32>) -> tensor<2x3x43x1xf32>
  %z = onnx.Transpose(%zt) {perm = array<i64: 0, 1, 3, 2>} : (tensor<2x3x43x1xf32>) -> tensor<2x3x1x43xf32>
  %none = onnx.None() : () -> none
  %e = onnx.Sub(%y, %z) : (tensor<2x3x1x43xf32>, tensor<2x3x1x43xf32>) -> tensor<2x3x1x43xf32>
  %ea = onnx.Abs(%e) : (tensor<2x3x1x43xf32>) -> tensor<2x3x1x43xf32>
  %bound = onnx.Constant() {value = dense<1.0e-6> : tensor<f32>} : () -> tensor<f32>
  %same = onnx.Less(%ea, %bound) : (tensor<2x3x1x43xf32>, tensor<f32>) -> tensor<2x3x1x43xi1>
  %sames = onnx.Cast(%same) {to = 6 : si64} : (tensor<2x3x1x43xi1>) -> tensor<2x3x1x43xi32>
  %least = onnx.ReduceMin(%sames, %none) {keepdims = 0 : si64} : (tensor<2x3x1x43xi32>, none) -> tensor<i32>
  %exact = onnx.Cast(%least) {to = 9 : si64} : (tensor<i32>) -> tensor<i1>
  %high = onnx.ReduceMax(%y, %none) {keepdims = 0 : si64} : (tensor<2x3x1x43xf32>, none) -> tensor<f32>
  %low = onnx.ReduceMin(%y, %none) {keepdims = 0 : si64} : (tensor<2x3x1x43xf32>, none) -> tensor<f32>
  %some = onnx.Less(%low, %high) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// Padding does not count, nor what lies beyond the end.
func.func @average_strided(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %n = onnx.Constant() {value = dense<558.0> : tensor<f32>} : () -> tensor<f32>
  %r = onnx.Range(%zero, %n, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<558xf32>
  %rs = onnx.Add(%r, %s) : (tensor<558xf32>, tensor<f32>) -> tensor<558xf32>
  %w = onnx.Sin(%rs) : (tensor<558xf32>) -> tensor<558xf32>
  %c = onnx.Constant() {value = dense<1.5> : tensor<f32>} : () -> tensor<f32>
  %v = onnx.Sub(%w, %c) : (tensor<558xf32>, tensor<f32>) -> tensor<558xf32>
  %d = onnx.Constant() {value = dense<[1, 3, 3, 62]> : tensor<4xi64>} : () -> tensor<4xi64>
  %x = onnx.Reshape(%v, %d) : (tensor<558xf32>, tensor<4xi64>) -> tensor<1x3x3x62xf32>
  %y = onnx.AveragePool(%x) {kernel_shape = array<i64: 3, 4>, strides = array<i64: 2, 2>, pads = array<i64: 0, 3, 0, 1>, dilations = array<i64: 1, 1>, ceil_mode = 1 : si64} : (tensor<1x3x3x62xf32>) -> tensor<1x3x1x32xf32>
  %xt = onnx.Transpose(%x) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x3x3x62xf32>) -> tensor<1x3x62x3xf32>
  %zt = onnx.AveragePool(%xt) {kernel_shape = array<i64: 4, 3>, strides = array<i64: 2, 2>, pads = array<i64: 3, 0, 1, 0>, dilations = array<i64: 1, 1>, ceil_mode = 1 : si64} : (tensor<1x3x62x3xf32>) -> tensor<1x3x32x1xf32>
  %z = onnx.Transpose(%zt) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x3x32x1xf32>) -> tensor<1x3x1x32xf32>
  %none = onnx.None() : () -> none
  %e = onnx.Sub(%y, %z) : (tensor<1x3x1x32xf32>, tensor<1x3x1x32xf32>) -> tensor<1x3x1x32xf32>
  %ea = onnx.Abs(%e) : (tensor<1x3x1x32xf32>) -> tensor<1x3x1x32xf32>
  %bound = onnx.Constant() {value = dense<1.0e-6> : tensor<f32>} : () -> tensor<f32>
  %same = onnx.Less(%ea, %bound) : (tensor<1x3x1x32xf32>, tensor<f32>) -> tensor<1x3x1x32xi1>
  %sames = onnx.Cast(%same) {to = 6 : si64} : (tensor<1x3x1x32xi1>) -> tensor<1x3x1x32xi32>
  %least = onnx.ReduceMin(%sames, %none) {keepdims = 0 : si64} : (tensor<1x3x1x32xi32>, none) -> tensor<i32>
  %exact = onnx.Cast(%least) {to = 9 : si64} : (tensor<i32>) -> tensor<i1>
  %high = onnx.ReduceMax(%y, %none) {keepdims = 0 : si64} : (tensor<1x3x1x32xf32>, none) -> tensor<f32>
  %low = onnx.ReduceMin(%y, %none) {keepdims = 0 : si64} : (tensor<1x3x1x32xf32>, none) -> tensor<f32>
  %some = onnx.Less(%low, %high) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// Padding counts; dilated.
func.func @average_counts_pads(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %n = onnx.Constant() {value = dense<423.0> : tensor<f32>} : () -> tensor<f32>
  %r = onnx.Range(%zero, %n, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<423xf32>
  %rs = onnx.Add(%r, %s) : (tensor<423xf32>, tensor<f32>) -> tensor<423xf32>
  %w = onnx.Sin(%rs) : (tensor<423xf32>) -> tensor<423xf32>
  %c = onnx.Constant() {value = dense<1.5> : tensor<f32>} : () -> tensor<f32>
  %v = onnx.Sub(%w, %c) : (tensor<423xf32>, tensor<f32>) -> tensor<423xf32>
  %d = onnx.Constant() {value = dense<[1, 3, 3, 47]> : tensor<4xi64>} : () -> tensor<4xi64>
  %x = onnx.Reshape(%v, %d) : (tensor<423xf32>, tensor<4xi64>) -> tensor<1x3x3x47xf32>
  %y = onnx.AveragePool(%x) {kernel_shape = array<i64: 2, 3>, strides = array<i64: 2, 2>, pads = array<i64: 0, 2, 0, 3>, dilations = array<i64: 2, 2>, count_include_pad = 1 : si64} : (tensor<1x3x3x47xf32>) -> tensor<1x3x1x24xf32>
  %xt = onnx.Transpose(%x) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x3x3x47xf32>) -> tensor<1x3x47x3xf32>
  %zt = onnx.AveragePool(%xt) {kernel_shape = array<i64: 3, 2>, strides = array<i64: 2, 2>, pads = array<i64: 2, 0, 3, 0>, dilations = array<i64: 2, 2>, count_include_pad = 1 : si64} : (tensor<1x3x47x3xf32>) -> tensor<1x3x24x1xf32>
  %z = onnx.Transpose(%zt) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x3x24x1xf32>) -> tensor<1x3x1x24xf32>
  %none = onnx.None() : () -> none
  %e = onnx.Sub(%y, %z) : (tensor<1x3x1x24xf32>, tensor<1x3x1x24xf32>) -> tensor<1x3x1x24xf32>
  %ea = onnx.Abs(%e) : (tensor<1x3x1x24xf32>) -> tensor<1x3x1x24xf32>
  %bound = onnx.Constant() {value = dense<1.0e-6> : tensor<f32>} : () -> tensor<f32>
  %same = onnx.Less(%ea, %bound) : (tensor<1x3x1x24xf32>, tensor<f32>) -> tensor<1x3x1x24xi1>
  %sames = onnx.Cast(%same) {to = 6 : si64} : (tensor<1x3x1x24xi1>) -> tensor<1x3x1x24xi32>
  %least = onnx.ReduceMin(%sames, %none) {keepdims = 0 : si64} : (tensor<1x3x1x24xi32>, none) -> tensor<i32>
  %exact = onnx.Cast(%least) {to = 9 : si64} : (tensor<i32>) -> tensor<i1>
  %high = onnx.ReduceMax(%y, %none) {keepdims = 0 : si64} : (tensor<1x3x1x24xf32>, none) -> tensor<f32>
  %low = onnx.ReduceMin(%y, %none) {keepdims = 0 : si64} : (tensor<1x3x1x24xf32>, none) -> tensor<f32>
  %some = onnx.Less(%low, %high) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// Padding does not count; dilated.
func.func @average_dilated(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %n = onnx.Constant() {value = dense<423.0> : tensor<f32>} : () -> tensor<f32>
  %r = onnx.Range(%zero, %n, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<423xf32>
  %rs = onnx.Add(%r, %s) : (tensor<423xf32>, tensor<f32>) -> tensor<423xf32>
  %w = onnx.Sin(%rs) : (tensor<423xf32>) -> tensor<423xf32>
  %c = onnx.Constant() {value = dense<1.5> : tensor<f32>} : () -> tensor<f32>
  %v = onnx.Sub(%w, %c) : (tensor<423xf32>, tensor<f32>) -> tensor<423xf32>
  %d = onnx.Constant() {value = dense<[1, 3, 3, 47]> : tensor<4xi64>} : () -> tensor<4xi64>
  %x = onnx.Reshape(%v, %d) : (tensor<423xf32>, tensor<4xi64>) -> tensor<1x3x3x47xf32>
  %y = onnx.AveragePool(%x) {kernel_shape = array<i64: 2, 3>, strides = array<i64: 2, 1>, pads = array<i64: 0, 4, 0, 3>, dilations = array<i64: 2, 3>} : (tensor<1x3x3x47xf32>) -> tensor<1x3x1x48xf32>
  %xt = onnx.Transpose(%x) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x3x3x47xf32>) -> tensor<1x3x47x3xf32>
  %zt = onnx.AveragePool(%xt) {kernel_shape = array<i64: 3, 2>, strides = array<i64: 1, 2>, pads = array<i64: 4, 0, 3, 0>, dilations = array<i64: 3, 2>} : (tensor<1x3x47x3xf32>) -> tensor<1x3x48x1xf32>
  %z = onnx.Transpose(%zt) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x3x48x1xf32>) -> tensor<1x3x1x48xf32>
  %none = onnx.None() : () -> none
  %e = onnx.Sub(%y, %z) : (tensor<1x3x1x48xf32>, tensor<1x3x1x48xf32>) -> tensor<1x3x1x48xf32>
  %ea = onnx.Abs(%e) : (tensor<1x3x1x48xf32>) -> tensor<1x3x1x48xf32>
  %bound = onnx.Constant() {value = dense<1.0e-6> : tensor<f32>} : () -> tensor<f32>
  %same = onnx.Less(%ea, %bound) : (tensor<1x3x1x48xf32>, tensor<f32>) -> tensor<1x3x1x48xi1>
  %sames = onnx.Cast(%same) {to = 6 : si64} : (tensor<1x3x1x48xi1>) -> tensor<1x3x1x48xi32>
  %least = onnx.ReduceMin(%sames, %none) {keepdims = 0 : si64} : (tensor<1x3x1x48xi32>, none) -> tensor<i32>
  %exact = onnx.Cast(%least) {to = 9 : si64} : (tensor<i32>) -> tensor<i1>
  %high = onnx.ReduceMax(%y, %none) {keepdims = 0 : si64} : (tensor<1x3x1x48xf32>, none) -> tensor<f32>
  %low = onnx.ReduceMin(%y, %none) {keepdims = 0 : si64} : (tensor<1x3x1x48xf32>, none) -> tensor<f32>
  %some = onnx.Less(%low, %high) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// One dimension, long enough for a loop over tiles.
func.func @average_long_row(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %n = onnx.Constant() {value = dense<3002.0> : tensor<f32>} : () -> tensor<f32>
  %r = onnx.Range(%zero, %n, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<3002xf32>
  %rs = onnx.Add(%r, %s) : (tensor<3002xf32>, tensor<f32>) -> tensor<3002xf32>
  %w = onnx.Sin(%rs) : (tensor<3002xf32>) -> tensor<3002xf32>
  %c = onnx.Constant() {value = dense<1.5> : tensor<f32>} : () -> tensor<f32>
  %v = onnx.Sub(%w, %c) : (tensor<3002xf32>, tensor<f32>) -> tensor<3002xf32>
  %d = onnx.Constant() {value = dense<[1, 2, 1501]> : tensor<3xi64>} : () -> tensor<3xi64>
  %x = onnx.Reshape(%v, %d) : (tensor<3002xf32>, tensor<3xi64>) -> tensor<1x2x1501xf32>
  %y = onnx.AveragePool(%x) {kernel_shape = array<i64: 4>, strides = array<i64: 2>, pads = array<i64: 3, 2>, dilations = array<i64: 1>} : (tensor<1x2x1501xf32>) -> tensor<1x2x752xf32>
  %td = onnx.Constant() {value = dense<[1, 2, 1501, 1]> : tensor<4xi64>} : () -> tensor<4xi64>
  %xt = onnx.Reshape(%x, %td) : (tensor<1x2x1501xf32>, tensor<4xi64>) -> tensor<1x2x1501x1xf32>
  %zt = onnx.AveragePool(%xt) {kernel_shape = array<i64: 4, 1>, strides = array<i64: 2, 1>, pads = array<i64: 3, 0, 2, 0>, dilations = array<i64: 1, 1>} : (tensor<1x2x1501x1xf32>) -> tensor<1x2x752x1xf32>
  %zd = onnx.Constant() {value = dense<[1, 2, 752]> : tensor<3xi64>} : () -> tensor<3xi64>
  %z = onnx.Reshape(%zt, %zd) : (tensor<1x2x752x1xf32>, tensor<3xi64>) -> tensor<1x2x752xf32>
  %none = onnx.None() : () -> none
  %e = onnx.Sub(%y, %z) : (tensor<1x2x752xf32>, tensor<1x2x752xf32>) -> tensor<1x2x752xf32>
  %ea = onnx.Abs(%e) : (tensor<1x2x752xf32>) -> tensor<1x2x752xf32>
  %bound = onnx.Constant() {value = dense<1.0e-6> : tensor<f32>} : () -> tensor<f32>
  %same = onnx.Less(%ea, %bound) : (tensor<1x2x752xf32>, tensor<f32>) -> tensor<1x2x752xi1>
  %sames = onnx.Cast(%same) {to = 6 : si64} : (tensor<1x2x752xi1>) -> tensor<1x2x752xi32>
  %least = onnx.ReduceMin(%sames, %none) {keepdims = 0 : si64} : (tensor<1x2x752xi32>, none) -> tensor<i32>
  %exact = onnx.Cast(%least) {to = 9 : si64} : (tensor<i32>) -> tensor<i1>
  %high = onnx.ReduceMax(%y, %none) {keepdims = 0 : si64} : (tensor<1x2x752xf32>, none) -> tensor<f32>
  %low = onnx.ReduceMin(%y, %none) {keepdims = 0 : si64} : (tensor<1x2x752xf32>, none) -> tensor<f32>
  %some = onnx.Less(%low, %high) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// Doubles.
func.func @average_f64(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %n = onnx.Constant() {value = dense<120.0> : tensor<f32>} : () -> tensor<f32>
  %r = onnx.Range(%zero, %n, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<120xf32>
  %rs = onnx.Add(%r, %s) : (tensor<120xf32>, tensor<f32>) -> tensor<120xf32>
  %w = onnx.Sin(%rs) : (tensor<120xf32>) -> tensor<120xf32>
  %c = onnx.Constant() {value = dense<1.5> : tensor<f32>} : () -> tensor<f32>
  %v = onnx.Sub(%w, %c) : (tensor<120xf32>, tensor<f32>) -> tensor<120xf32>
  %ve = onnx.Cast(%v) {to = 11 : si64} : (tensor<120xf32>) -> tensor<120xf64>
  %d = onnx.Constant() {value = dense<[1, 2, 2, 30]> : tensor<4xi64>} : () -> tensor<4xi64>
  %x = onnx.Reshape(%ve, %d) : (tensor<120xf64>, tensor<4xi64>) -> tensor<1x2x2x30xf64>
  %y = onnx.AveragePool(%x) {kernel_shape = array<i64: 2, 2>, strides = array<i64: 1, 1>, pads = array<i64: 0, 1, 0, 0>, dilations = array<i64: 1, 1>} : (tensor<1x2x2x30xf64>) -> tensor<1x2x1x30xf64>
  %xt = onnx.Transpose(%x) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x2x2x30xf64>) -> tensor<1x2x30x2xf64>
  %zt = onnx.AveragePool(%xt) {kernel_shape = array<i64: 2, 2>, strides = array<i64: 1, 1>, pads = array<i64: 1, 0, 0, 0>, dilations = array<i64: 1, 1>} : (tensor<1x2x30x2xf64>) -> tensor<1x2x30x1xf64>
  %z = onnx.Transpose(%zt) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x2x30x1xf64>) -> tensor<1x2x1x30xf64>
  %none = onnx.None() : () -> none
  %e = onnx.Sub(%y, %z) : (tensor<1x2x1x30xf64>, tensor<1x2x1x30xf64>) -> tensor<1x2x1x30xf64>
  %ea = onnx.Abs(%e) : (tensor<1x2x1x30xf64>) -> tensor<1x2x1x30xf64>
  %bound = onnx.Constant() {value = dense<1.0e-6> : tensor<f64>} : () -> tensor<f64>
  %same = onnx.Less(%ea, %bound) : (tensor<1x2x1x30xf64>, tensor<f64>) -> tensor<1x2x1x30xi1>
  %sames = onnx.Cast(%same) {to = 6 : si64} : (tensor<1x2x1x30xi1>) -> tensor<1x2x1x30xi32>
  %least = onnx.ReduceMin(%sames, %none) {keepdims = 0 : si64} : (tensor<1x2x1x30xi32>, none) -> tensor<i32>
  %exact = onnx.Cast(%least) {to = 9 : si64} : (tensor<i32>) -> tensor<i1>
  %yf = onnx.Cast(%y) {to = 1 : si64} : (tensor<1x2x1x30xf64>) -> tensor<1x2x1x30xf32>
  %high = onnx.ReduceMax(%yf, %none) {keepdims = 0 : si64} : (tensor<1x2x1x30xf32>, none) -> tensor<f32>
  %low = onnx.ReduceMin(%yf, %none) {keepdims = 0 : si64} : (tensor<1x2x1x30xf32>, none) -> tensor<f32>
  %some = onnx.Less(%low, %high) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}

// Sums of squares, strided.
func.func @lp(%s: tensor<f32>) -> (tensor<i1>, tensor<i1>) attributes {
    inputs = [dense<0.0> : tensor<f32>], outputs = [dense<true> : tensor<i1>, dense<true> : tensor<i1>]} {
  %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %n = onnx.Constant() {value = dense<228.0> : tensor<f32>} : () -> tensor<f32>
  %r = onnx.Range(%zero, %n, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<228xf32>
  %rs = onnx.Add(%r, %s) : (tensor<228xf32>, tensor<f32>) -> tensor<228xf32>
  %w = onnx.Sin(%rs) : (tensor<228xf32>) -> tensor<228xf32>
  %c = onnx.Constant() {value = dense<1.5> : tensor<f32>} : () -> tensor<f32>
  %v = onnx.Sub(%w, %c) : (tensor<228xf32>, tensor<f32>) -> tensor<228xf32>
  %d = onnx.Constant() {value = dense<[1, 2, 2, 57]> : tensor<4xi64>} : () -> tensor<4xi64>
  %x = onnx.Reshape(%v, %d) : (tensor<228xf32>, tensor<4xi64>) -> tensor<1x2x2x57xf32>
  %y = onnx.LpPool(%x) {kernel_shape = array<i64: 2, 3>, strides = array<i64: 2, 2>, pads = array<i64: 0, 1, 0, 2>, dilations = array<i64: 1, 1>, p = 2 : si64} : (tensor<1x2x2x57xf32>) -> tensor<1x2x1x29xf32>
  %xt = onnx.Transpose(%x) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x2x2x57xf32>) -> tensor<1x2x57x2xf32>
  %zt = onnx.LpPool(%xt) {kernel_shape = array<i64: 3, 2>, strides = array<i64: 2, 2>, pads = array<i64: 1, 0, 2, 0>, dilations = array<i64: 1, 1>, p = 2 : si64} : (tensor<1x2x57x2xf32>) -> tensor<1x2x29x1xf32>
  %z = onnx.Transpose(%zt) {perm = array<i64: 0, 1, 3, 2>} : (tensor<1x2x29x1xf32>) -> tensor<1x2x1x29xf32>
  %none = onnx.None() : () -> none
  %e = onnx.Sub(%y, %z) : (tensor<1x2x1x29xf32>, tensor<1x2x1x29xf32>) -> tensor<1x2x1x29xf32>
  %ea = onnx.Abs(%e) : (tensor<1x2x1x29xf32>) -> tensor<1x2x1x29xf32>
  %bound = onnx.Constant() {value = dense<1.0e-6> : tensor<f32>} : () -> tensor<f32>
  %same = onnx.Less(%ea, %bound) : (tensor<1x2x1x29xf32>, tensor<f32>) -> tensor<1x2x1x29xi1>
  %sames = onnx.Cast(%same) {to = 6 : si64} : (tensor<1x2x1x29xi1>) -> tensor<1x2x1x29xi32>
  %least = onnx.ReduceMin(%sames, %none) {keepdims = 0 : si64} : (tensor<1x2x1x29xi32>, none) -> tensor<i32>
  %exact = onnx.Cast(%least) {to = 9 : si64} : (tensor<i32>) -> tensor<i1>
  %high = onnx.ReduceMax(%y, %none) {keepdims = 0 : si64} : (tensor<1x2x1x29xf32>, none) -> tensor<f32>
  %low = onnx.ReduceMin(%y, %none) {keepdims = 0 : si64} : (tensor<1x2x1x29xf32>, none) -> tensor<f32>
  %some = onnx.Less(%low, %high) : (tensor<f32>, tensor<f32>) -> tensor<i1>
  return %exact, %some : tensor<i1>, tensor<i1>
}
