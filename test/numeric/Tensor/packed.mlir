// SPDX-License-Identifier: Apache-2.0
// Tensors of 2 and 4 bits an element, packed wherever they are stored: odd counts, rows that begin within a byte,
// movement of data, loops, sequences, weights.

func.func @identity(%x: tensor<3x5xi4>) -> tensor<3x5xi4> attributes {
    inputs = [dense<[[7, 2, 2, 6, 1], [4, 5, -5, -8, -4], [-4, 5, 6, -8, -1]]> : tensor<3x5xi4>],
    outputs = [dense<[[7, 2, 2, 6, 1], [4, 5, -5, -8, -4], [-4, 5, 6, -8, -1]]> : tensor<3x5xi4>]} {
  %y = onnx.Identity(%x) : (tensor<3x5xi4>) -> tensor<3x5xi4>
  return %y : tensor<3x5xi4>
}

func.func @transpose(%x: tensor<3x5xui4>) -> tensor<5x3xui4> attributes {
    inputs = [dense<[[13, 2, 12, 1, 7], [13, 4, 5, 4, 11], [4, 15, 7, 7, 8]]> : tensor<3x5xui4>],
    outputs = [dense<[[13, 13, 4], [2, 4, 15], [12, 5, 7], [1, 4, 7], [7, 11, 8]]> : tensor<5x3xui4>]} {
  %y = onnx.Transpose(%x) {perm = array<i64: 1, 0>} : (tensor<3x5xui4>) -> tensor<5x3xui4>
  return %y : tensor<5x3xui4>
}

func.func @concat(%x: tensor<2x3xi2>, %y: tensor<2x4xi2>) -> tensor<2x7xi2> attributes {
    inputs = [dense<[[0, 0, 0], [1, 1, 1]]> : tensor<2x3xi2>,
      dense<[[0, 0, -1, 1], [-1, -2, 1, -2]]> : tensor<2x4xi2>],
    outputs = [dense<[[0, 0, 0, 0, 0, -1, 1], [1, 1, 1, -1, -2, 1, -2]]> : tensor<2x7xi2>]} {
  %z = onnx.Concat(%x, %y) {axis = 1 : si64} : (tensor<2x3xi2>, tensor<2x4xi2>) -> tensor<2x7xi2>
  return %z : tensor<2x7xi2>
}

func.func @slice(%x: tensor<9xi4>, %from: tensor<1xi64>, %to: tensor<1xi64>, %step: tensor<1xi64>) -> tensor<3xi4>
    attributes {
    inputs = [dense<[5, 1, -7, -8, -1, -8, -6, 0, 7]> : tensor<9xi4>,
      dense<[1]> : tensor<1xi64>,
      dense<[9]> : tensor<1xi64>,
      dense<[3]> : tensor<1xi64>],
    outputs = [dense<[1, -1, 0]> : tensor<3xi4>]} {
  %none = onnx.None() : () -> none
  %y = onnx.Slice(%x, %from, %to, %none, %step) : (tensor<9xi4>, tensor<1xi64>, tensor<1xi64>, none, tensor<1xi64>) -> tensor<3xi4>
  return %y : tensor<3xi4>
}

// Rows of three elements begin in the middle of a byte.
func.func @gather(%x: tensor<3x3xi4>, %i: tensor<3xi64>) -> tensor<3x3xi4> attributes {
    inputs = [dense<[[-1, 4, 6], [5, 2, -1], [0, -4, -1]]> : tensor<3x3xi4>, dense<[2, 1, -3]> : tensor<3xi64>],
    outputs = [dense<[[0, -4, -1], [5, 2, -1], [-1, 4, 6]]> : tensor<3x3xi4>]} {
  %y = onnx.Gather(%x, %i) : (tensor<3x3xi4>, tensor<3xi64>) -> tensor<3x3xi4>
  return %y : tensor<3x3xi4>
}

func.func @reshape(%x: tensor<1x7xui2>, %shape: tensor<2xi64>) -> tensor<7x1xui2> attributes {
    inputs = [dense<[[1, 0, 3, 0, 0, 0, 3]]> : tensor<1x7xui2>, dense<[7, -1]> : tensor<2xi64>],
    outputs = [dense<[[1], [0], [3], [0], [0], [0], [3]]> : tensor<7x1xui2>]} {
  %y = onnx.Reshape(%x, %shape) : (tensor<1x7xui2>, tensor<2xi64>) -> tensor<7x1xui2>
  return %y : tensor<7x1xui2>
}

// More than a vector a row, every other row out of step.
func.func @cast_i4(%x: tensor<3x37xi4>) -> tensor<3x37xf32> attributes {
    inputs = [dense<[[3, 6, -5, 3, -3, -1, -8, 1, 5, 2, -6, 0, -4, 7, 6, -6, 0, 7, 5, 3, 2, -8, 3, -1, -7, -5, 0, 3, 0, 1, 5, 2, -3, 2, 1, -7, -8], [2, -2, 1, -3, -5, -6, -2, 5, -2, -2, 1, 7, -2, 1, -1, 1, -1, 2, 0, 2, 7, -6, 0, -1, -3, -5, -8, -2, 5, -7, -2, 7, 7, -5, -8, 2, -8], [-4, -1, 5, -7, 2, 0, -6, 5, 5, -1, 7, 1, 6, 7, 1, -4, -6, 1, -5, 4, 6, -5, 0, -8, -6, -2, 6, 7, 2, 1, 1, -8, -2, 7, -2, -5, -5]]> : tensor<3x37xi4>],
    outputs = [dense<[[3.0, 6.0, -5.0, 3.0, -3.0, -1.0, -8.0, 1.0, 5.0, 2.0, -6.0, 0.0, -4.0, 7.0, 6.0, -6.0, 0.0, 7.0, 5.0, 3.0, 2.0, -8.0, 3.0, -1.0, -7.0, -5.0, 0.0, 3.0, 0.0, 1.0, 5.0, 2.0, -3.0, 2.0, 1.0, -7.0, -8.0], [2.0, -2.0, 1.0, -3.0, -5.0, -6.0, -2.0, 5.0, -2.0, -2.0, 1.0, 7.0, -2.0, 1.0, -1.0, 1.0, -1.0, 2.0, 0.0, 2.0, 7.0, -6.0, 0.0, -1.0, -3.0, -5.0, -8.0, -2.0, 5.0, -7.0, -2.0, 7.0, 7.0, -5.0, -8.0, 2.0, -8.0], [-4.0, -1.0, 5.0, -7.0, 2.0, 0.0, -6.0, 5.0, 5.0, -1.0, 7.0, 1.0, 6.0, 7.0, 1.0, -4.0, -6.0, 1.0, -5.0, 4.0, 6.0, -5.0, 0.0, -8.0, -6.0, -2.0, 6.0, 7.0, 2.0, 1.0, 1.0, -8.0, -2.0, 7.0, -2.0, -5.0, -5.0]]> : tensor<3x37xf32>]} {
  %y = onnx.Cast(%x) {to = 1 : si64} : (tensor<3x37xi4>) -> tensor<3x37xf32>
  return %y : tensor<3x37xf32>
}

func.func @cast_ui4(%x: tensor<3x37xui4>) -> tensor<3x37xf32> attributes {
    inputs = [dense<[[11, 0, 15, 14, 9, 7, 12, 8, 7, 5, 7, 12, 0, 0, 11, 5, 12, 0, 14, 1, 6, 15, 1, 10, 11, 6, 1, 8, 6, 13, 10, 5, 0, 9, 4, 10, 13], [5, 14, 8, 8, 12, 12, 14, 15, 2, 6, 14, 4, 0, 9, 12, 11, 12, 10, 2, 13, 6, 13, 13, 15, 0, 13, 10, 7, 12, 15, 8, 1, 11, 3, 3, 3, 3], [14, 5, 1, 2, 6, 5, 4, 15, 13, 9, 15, 5, 2, 4, 1, 15, 3, 7, 3, 15, 2, 8, 15, 8, 14, 14, 12, 11, 9, 9, 13, 6, 15, 14, 5, 6, 11]]> : tensor<3x37xui4>],
    outputs = [dense<[[11.0, 0.0, 15.0, 14.0, 9.0, 7.0, 12.0, 8.0, 7.0, 5.0, 7.0, 12.0, 0.0, 0.0, 11.0, 5.0, 12.0, 0.0, 14.0, 1.0, 6.0, 15.0, 1.0, 10.0, 11.0, 6.0, 1.0, 8.0, 6.0, 13.0, 10.0, 5.0, 0.0, 9.0, 4.0, 10.0, 13.0], [5.0, 14.0, 8.0, 8.0, 12.0, 12.0, 14.0, 15.0, 2.0, 6.0, 14.0, 4.0, 0.0, 9.0, 12.0, 11.0, 12.0, 10.0, 2.0, 13.0, 6.0, 13.0, 13.0, 15.0, 0.0, 13.0, 10.0, 7.0, 12.0, 15.0, 8.0, 1.0, 11.0, 3.0, 3.0, 3.0, 3.0], [14.0, 5.0, 1.0, 2.0, 6.0, 5.0, 4.0, 15.0, 13.0, 9.0, 15.0, 5.0, 2.0, 4.0, 1.0, 15.0, 3.0, 7.0, 3.0, 15.0, 2.0, 8.0, 15.0, 8.0, 14.0, 14.0, 12.0, 11.0, 9.0, 9.0, 13.0, 6.0, 15.0, 14.0, 5.0, 6.0, 11.0]]> : tensor<3x37xf32>]} {
  %y = onnx.Cast(%x) {to = 1 : si64} : (tensor<3x37xui4>) -> tensor<3x37xf32>
  return %y : tensor<3x37xf32>
}

func.func @cast_i2(%x: tensor<3x37xi2>) -> tensor<3x37xf32> attributes {
    inputs = [dense<[[1, -2, -2, -2, -1, -2, 0, 0, 1, 0, -1, 1, 1, 0, 0, -1, 0, -2, 0, 1, 1, -1, -1, 0, -1, 0, -2, -2, -2, -1, -2, -1, 1, 1, 1, 0, -2], [0, 0, 1, -1, -2, 0, -1, 0, -1, -1, -2, 1, 1, -1, -2, 0, -1, 0, -2, -2, 0, -2, 0, -1, -2, 1, 0, 1, 1, 0, 1, -2, 1, 1, 0, 1, 0], [1, 1, 0, 1, 1, -1, -2, -2, -2, -1, -2, -1, -1, 0, -2, 1, -2, 1, 0, -2, -2, -1, 0, -2, -2, -2, 0, -2, -2, -1, -1, 0, 1, 1, 0, 0, 1]]> : tensor<3x37xi2>],
    outputs = [dense<[[1.0, -2.0, -2.0, -2.0, -1.0, -2.0, 0.0, 0.0, 1.0, 0.0, -1.0, 1.0, 1.0, 0.0, 0.0, -1.0, 0.0, -2.0, 0.0, 1.0, 1.0, -1.0, -1.0, 0.0, -1.0, 0.0, -2.0, -2.0, -2.0, -1.0, -2.0, -1.0, 1.0, 1.0, 1.0, 0.0, -2.0], [0.0, 0.0, 1.0, -1.0, -2.0, 0.0, -1.0, 0.0, -1.0, -1.0, -2.0, 1.0, 1.0, -1.0, -2.0, 0.0, -1.0, 0.0, -2.0, -2.0, 0.0, -2.0, 0.0, -1.0, -2.0, 1.0, 0.0, 1.0, 1.0, 0.0, 1.0, -2.0, 1.0, 1.0, 0.0, 1.0, 0.0], [1.0, 1.0, 0.0, 1.0, 1.0, -1.0, -2.0, -2.0, -2.0, -1.0, -2.0, -1.0, -1.0, 0.0, -2.0, 1.0, -2.0, 1.0, 0.0, -2.0, -2.0, -1.0, 0.0, -2.0, -2.0, -2.0, 0.0, -2.0, -2.0, -1.0, -1.0, 0.0, 1.0, 1.0, 0.0, 0.0, 1.0]]> : tensor<3x37xf32>]} {
  %y = onnx.Cast(%x) {to = 1 : si64} : (tensor<3x37xi2>) -> tensor<3x37xf32>
  return %y : tensor<3x37xf32>
}

func.func @cast_ui2(%x: tensor<3x37xui2>) -> tensor<3x37xf32> attributes {
    inputs = [dense<[[1, 2, 0, 2, 0, 0, 3, 2, 1, 0, 0, 3, 1, 3, 3, 3, 0, 0, 2, 1, 3, 1, 0, 0, 1, 2, 0, 3, 1, 1, 2, 3, 1, 3, 1, 0, 3], [3, 3, 3, 1, 0, 2, 2, 1, 2, 1, 2, 3, 0, 1, 2, 0, 2, 3, 3, 2, 3, 1, 1, 0, 2, 1, 3, 1, 3, 0, 0, 1, 0, 1, 2, 2, 0], [0, 2, 2, 3, 3, 1, 0, 1, 3, 1, 3, 2, 2, 0, 2, 1, 3, 0, 0, 2, 2, 3, 2, 1, 1, 1, 2, 2, 1, 0, 2, 0, 0, 1, 3, 1, 2]]> : tensor<3x37xui2>],
    outputs = [dense<[[1.0, 2.0, 0.0, 2.0, 0.0, 0.0, 3.0, 2.0, 1.0, 0.0, 0.0, 3.0, 1.0, 3.0, 3.0, 3.0, 0.0, 0.0, 2.0, 1.0, 3.0, 1.0, 0.0, 0.0, 1.0, 2.0, 0.0, 3.0, 1.0, 1.0, 2.0, 3.0, 1.0, 3.0, 1.0, 0.0, 3.0], [3.0, 3.0, 3.0, 1.0, 0.0, 2.0, 2.0, 1.0, 2.0, 1.0, 2.0, 3.0, 0.0, 1.0, 2.0, 0.0, 2.0, 3.0, 3.0, 2.0, 3.0, 1.0, 1.0, 0.0, 2.0, 1.0, 3.0, 1.0, 3.0, 0.0, 0.0, 1.0, 0.0, 1.0, 2.0, 2.0, 0.0], [0.0, 2.0, 2.0, 3.0, 3.0, 1.0, 0.0, 1.0, 3.0, 1.0, 3.0, 2.0, 2.0, 0.0, 2.0, 1.0, 3.0, 0.0, 0.0, 2.0, 2.0, 3.0, 2.0, 1.0, 1.0, 1.0, 2.0, 2.0, 1.0, 0.0, 2.0, 0.0, 0.0, 1.0, 3.0, 1.0, 2.0]]> : tensor<3x37xf32>]} {
  %y = onnx.Cast(%x) {to = 1 : si64} : (tensor<3x37xui2>) -> tensor<3x37xf32>
  return %y : tensor<3x37xf32>
}

func.func @round_trip(%x: tensor<5xf32>) -> (tensor<5xi4>, tensor<5xf32>) attributes {
    inputs = [dense<[-7.0, -3.0, 4.0, 4.0, 1.0]> : tensor<5xf32>],
    outputs = [dense<[-7, -3, 4, 4, 1]> : tensor<5xi4>, dense<[-7.0, -3.0, 4.0, 4.0, 1.0]> : tensor<5xf32>]} {
  %q = onnx.Cast(%x) {to = 22 : si64} : (tensor<5xf32>) -> tensor<5xi4>
  %y = onnx.Cast(%q) {to = 1 : si64} : (tensor<5xi4>) -> tensor<5xf32>
  return %q, %y : tensor<5xi4>, tensor<5xf32>
}

func.func @float4(%x: tensor<7xf4E2M1FN>, %z: tensor<7xf32>) -> (tensor<7xf32>, tensor<7xf4E2M1FN>) attributes {
    inputs = [dense<[0.5, -6.0, 3.0, 1.5, -0.0, 2.0, 4.0]> : tensor<7xf4E2M1FN>, dense<[1.0, 100.0, -0.4, 2.5, 3.4, -1.0, 0.0]> : tensor<7xf32>],
    outputs = [dense<[0.5, -6.0, 3.0, 1.5, -0.0, 2.0, 4.0]> : tensor<7xf32>, dense<[1.0, 6.0, -0.5, 2.0, 3.0, -1.0, 0.0]> : tensor<7xf4E2M1FN>]} {
  %y = onnx.Cast(%x) {to = 1 : si64} : (tensor<7xf4E2M1FN>) -> tensor<7xf32>
  %w = onnx.Cast(%z) {to = 23 : si64} : (tensor<7xf32>) -> tensor<7xf4E2M1FN>
  return %y, %w : tensor<7xf32>, tensor<7xf4E2M1FN>
}

func.func @scalar(%x: tensor<i4>) -> (tensor<i4>, tensor<i32>) attributes {
    inputs = [dense<-3> : tensor<i4>],
    outputs = [dense<-3> : tensor<i4>, dense<-3> : tensor<i32>]} {
  %y = onnx.Cast(%x) {to = 6 : si64} : (tensor<i4>) -> tensor<i32>
  return %x, %y : tensor<i4>, tensor<i32>
}

func.func @empty(%x: tensor<0x3xui4>) -> tensor<3x0xui4> attributes {
    inputs = [dense<> : tensor<0x3xui4>],
    outputs = [dense<> : tensor<3x0xui4>]} {
  %y = onnx.Transpose(%x) : (tensor<0x3xui4>) -> tensor<3x0xui4>
  return %y : tensor<3x0xui4>
}

// Carried round a loop and collected.
func.func @carried(%n: tensor<i64>, %x: tensor<5xi4>) -> (tensor<5xi4>, tensor<?x5xi4>) attributes {
    inputs = [dense<3> : tensor<i64>, dense<[6, -4, -6, -7, -5]> : tensor<5xi4>],
    outputs = [dense<[-5, -7, -6, -4, 6]> : tensor<5xi4>,
      dense<[[-5, -7, -6, -4, 6], [6, -4, -6, -7, -5], [-5, -7, -6, -4, 6]]> : tensor<3x5xi4>]} {
  %none = onnx.None() : () -> none
  %back = onnx.Constant() {value = dense<[4, 3, 2, 1, 0]> : tensor<5xi64>} : () -> tensor<5xi64>
  %y, %all = "onnx.Loop"(%n, %none, %x) ({
  ^bb0(%i: tensor<i64>, %go: tensor<i1>, %v: tensor<5xi4>):
    %w = onnx.Gather(%v, %back) : (tensor<5xi4>, tensor<5xi64>) -> tensor<5xi4>
    "onnx.Yield"(%go, %w, %w) : (tensor<i1>, tensor<5xi4>, tensor<5xi4>) -> ()
  }) : (tensor<i64>, none, tensor<5xi4>) -> (tensor<5xi4>, tensor<?x5xi4>)
  return %y, %all : tensor<5xi4>, tensor<?x5xi4>
}

func.func @sequence(%s: !onnx.seq<tensor<?xui4>>, %x: tensor<3xui4>) -> (!onnx.seq<tensor<?xui4>>, tensor<?xui4>) attributes {
    inputs = [[dense<[8, 2, 13, 2, 10]> : tensor<5xui4>], dense<[12, 14, 2]> : tensor<3xui4>],
    outputs = [[dense<[8, 2, 13, 2, 10]> : tensor<5xui4>, dense<[12, 14, 2]> : tensor<3xui4>], dense<[8, 2, 13, 2, 10]> : tensor<5xui4>]} {
  %none = onnx.None() : () -> none
  %first = onnx.Constant() {value = dense<0> : tensor<i64>} : () -> tensor<i64>
  %t = onnx.SequenceInsert(%s, %x, %none) : (!onnx.seq<tensor<?xui4>>, tensor<3xui4>, none) -> !onnx.seq<tensor<?xui4>>
  %y = onnx.SequenceAt(%t, %first) : (!onnx.seq<tensor<?xui4>>, tensor<i64>) -> tensor<?xui4>
  return %t, %y : !onnx.seq<tensor<?xui4>>, tensor<?xui4>
}

// Constants are packed as well; the index keeps them from being looked up at compile time.
func.func @weights(%i: tensor<3xi64>) -> (tensor<3x5xi4>, tensor<3x5xf32>) attributes {
    inputs = [dense<[6, 0, 3]> : tensor<3xi64>],
    outputs = [dense<[[2, -3, -3, 3, -7], [-7, 3, 6, 3, -4], [-6, 6, 5, -2, -4]]> : tensor<3x5xi4>,
      dense<[[2.0, -3.0, -3.0, 3.0, -7.0], [-7.0, 3.0, 6.0, 3.0, -4.0], [-6.0, 6.0, 5.0, -2.0, -4.0]]> : tensor<3x5xf32>]} {
  %w = onnx.Constant() {value = dense<[[-7, 3, 6, 3, -4], [5, -4, 4, 5, -1], [1, 5, -6, -8, -2], [-6, 6, 5, -2, -4], [3, -1, -7, 2, 3], [-7, 4, 0, 5, 5], [2, -3, -3, 3, -7]]> : tensor<7x5xi4>} : () -> tensor<7x5xi4>
  %y = onnx.Gather(%w, %i) : (tensor<7x5xi4>, tensor<3xi64>) -> tensor<3x5xi4>
  %z = onnx.Cast(%y) {to = 1 : si64} : (tensor<3x5xi4>) -> tensor<3x5xf32>
  return %y, %z : tensor<3x5xi4>, tensor<3x5xf32>
}

func.func @blob(%i: tensor<3xi64>) -> (tensor<3xui4>, tensor<1xi32>) attributes {
    inputs = [dense<[8, 0, 3]> : tensor<3xi64>],
    outputs = [dense<[11, 3, 12]> : tensor<3xui4>, dense<[73]> : tensor<1xi32>]} {
  %w = onnx.Constant() {value = dense_resource<nibbles> : tensor<9xui4>} : () -> tensor<9xui4>
  %none = onnx.None() : () -> none
  %y = onnx.Gather(%w, %i) : (tensor<9xui4>, tensor<3xi64>) -> tensor<3xui4>
  %z = onnx.Cast(%w) {to = 6 : si64} : (tensor<9xui4>) -> tensor<9xi32>
  %sum = onnx.ReduceSum(%z, %none) : (tensor<9xi32>, none) -> tensor<1xi32>
  return %y, %sum : tensor<3xui4>, tensor<1xi32>
}

func.func @dequantised_blocks(%x: tensor<2x6xi4>, %scale: tensor<2x3xf32>, %zero: tensor<2x3xi4>) -> tensor<2x6xf32>
    attributes {
    inputs = [dense<[[0, -5, 3, 2, 6, 0], [-6, 6, -6, -8, 4, -1]]> : tensor<2x6xi4>,
      dense<[[0.5, 2.0, 1.0], [4.0, 0.25, 8.0]]> : tensor<2x3xf32>,
      dense<[[2, -6, 3], [-2, 7, 2]]> : tensor<2x3xi4>],
    outputs = [dense<[[-1.0, -3.5, 18.0, 16.0, 3.0, -3.0], [-16.0, 32.0, -3.25, -3.75, 16.0, -24.0]]> : tensor<2x6xf32>]} {
  %y = onnx.DequantizeLinear(%x, %scale, %zero) {axis = 1 : si64, block_size = 2 : si64} : (tensor<2x6xi4>, tensor<2x3xf32>, tensor<2x3xi4>) -> tensor<2x6xf32>
  return %y : tensor<2x6xf32>
}

{-# dialect_resources: { builtin: { nibbles: "0x0100000083CF3D440B" } } #-}

// Constants that are read in part or with what the run brings stay packed.
func.func @gather_of_constant_i4(%i: tensor<2x2xi64>) -> tensor<2x2x5xi4> attributes {
    inputs = [dense<[[2, -3], [1, 0]]> : tensor<2x2xi64>],
    outputs = [dense<[[[5, -6, 7, -8, 0], [1, -2, 3, -4, 5]], [[-1, 2, -3, 4, -5], [1, -2, 3, -4, 5]]]> : tensor<2x2x5xi4>]} {
  %t = onnx.Constant() {value = dense<[[1, -2, 3, -4, 5], [-1, 2, -3, 4, -5], [5, -6, 7, -8, 0]]> : tensor<3x5xi4>} : () -> tensor<3x5xi4>
  %y = onnx.Gather(%t, %i) : (tensor<3x5xi4>, tensor<2x2xi64>) -> tensor<2x2x5xi4>
  return %y : tensor<2x2x5xi4>
}

func.func @gather_of_constant_ui2(%i: tensor<3xi64>) -> tensor<2x3xf32> attributes {
    inputs = [dense<[6, 0, -2]> : tensor<3xi64>],
    outputs = [dense<[[3.0, 0.0, 2.0], [0.0, 3.0, 1.0]]> : tensor<2x3xf32>]} {
  %t = onnx.Constant() {value = dense<[[0, 1, 2, 3, 1, 2, 3], [3, 2, 1, 0, 0, 1, 0]]> : tensor<2x7xui2>} : () -> tensor<2x7xui2>
  %g = onnx.Gather(%t, %i) {axis = 1 : si64} : (tensor<2x7xui2>, tensor<3xi64>) -> tensor<2x3xui2>
  %y = onnx.Cast(%g) {to = 1 : si64} : (tensor<2x3xui2>) -> tensor<2x3xf32>
  return %y : tensor<2x3xf32>
}

func.func @dequantize_constant_i4(%s: tensor<3xf32>, %b: tensor<3x5xf32>) -> tensor<3x5xf32> attributes {
    inputs = [dense<[0.5, 2.0, -1.0]> : tensor<3xf32>, dense<1.0> : tensor<3x5xf32>],
    outputs = [dense<[[1.5, 0.0, 2.5, -1.0, 3.5], [-1.0, 5.0, -5.0, 9.0, -9.0], [-4.0, 7.0, -6.0, 9.0, 1.0]]> : tensor<3x5xf32>]} {
  %t = onnx.Constant() {value = dense<[[1, -2, 3, -4, 5], [-1, 2, -3, 4, -5], [5, -6, 7, -8, 0]]> : tensor<3x5xi4>} : () -> tensor<3x5xi4>
  %none = onnx.None() : () -> none
  %d = onnx.DequantizeLinear(%t, %s, %none) {axis = 0 : si64} : (tensor<3x5xi4>, tensor<3xf32>, none) -> tensor<3x5xf32>
  %y = onnx.Add(%d, %b) : (tensor<3x5xf32>, tensor<3x5xf32>) -> tensor<3x5xf32>
  return %y : tensor<3x5xf32>
}
