// SPDX-License-Identifier: Apache-2.0
// Slice, Split, Concat and Pad: negative steps, ends far out, empty parts, negative pads, all modes.

func.func @backwards(%x0: tensor<2x3x4xi32>) -> tensor<2x3x4xi32> attributes {
    inputs = [dense<[[[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]], [[12, 13, 14, 15], [16, 17, 18, 19], [20, 21, 22, 23]]]> : tensor<2x3x4xi32>],
    outputs = [dense<[[[3, 2, 1, 0], [7, 6, 5, 4], [11, 10, 9, 8]], [[15, 14, 13, 12], [19, 18, 17, 16], [23, 22, 21, 20]]]> : tensor<2x3x4xi32>]} {
  %x1 = onnx.Constant() {value = dense<-1> : tensor<1xi64>} : () -> tensor<1xi64>
  %x2 = onnx.Constant() {value = dense<-9223372036854775808> : tensor<1xi64>} : () -> tensor<1xi64>
  %x3 = onnx.Constant() {value = dense<2> : tensor<1xi64>} : () -> tensor<1xi64>
  %x4 = onnx.Constant() {value = dense<-1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.Slice(%x0, %x1, %x2, %x3, %x4) : (tensor<2x3x4xi32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<2x3x4xi32>
  return %y : tensor<2x3x4xi32>
}

func.func @backwards_by_two(%x0: tensor<2x3x4xi32>) -> tensor<2x3x2xi32> attributes {
    inputs = [dense<[[[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]], [[12, 13, 14, 15], [16, 17, 18, 19], [20, 21, 22, 23]]]> : tensor<2x3x4xi32>],
    outputs = [dense<[[[3, 1], [7, 5], [11, 9]], [[15, 13], [19, 17], [23, 21]]]> : tensor<2x3x2xi32>]} {
  %x1 = onnx.Constant() {value = dense<10> : tensor<1xi64>} : () -> tensor<1xi64>
  %x2 = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %x3 = onnx.Constant() {value = dense<-1> : tensor<1xi64>} : () -> tensor<1xi64>
  %x4 = onnx.Constant() {value = dense<-2> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.Slice(%x0, %x1, %x2, %x3, %x4) : (tensor<2x3x4xi32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<2x3x2xi32>
  return %y : tensor<2x3x2xi32>
}

func.func @far_out(%x0: tensor<2x3x4xi32>) -> tensor<2x2x4xi32> attributes {
    inputs = [dense<[[[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]], [[12, 13, 14, 15], [16, 17, 18, 19], [20, 21, 22, 23]]]> : tensor<2x3x4xi32>],
    outputs = [dense<[[[0, 1, 2, 3], [8, 9, 10, 11]], [[12, 13, 14, 15], [20, 21, 22, 23]]]> : tensor<2x2x4xi32>]} {
  %x1 = onnx.Constant() {value = dense<[0, -100]> : tensor<2xi64>} : () -> tensor<2xi64>
  %x2 = onnx.Constant() {value = dense<[9223372036854775807, 100]> : tensor<2xi64>} : () -> tensor<2xi64>
  %x3 = onnx.Constant() {value = dense<[0, 1]> : tensor<2xi64>} : () -> tensor<2xi64>
  %x4 = onnx.Constant() {value = dense<[1, 2]> : tensor<2xi64>} : () -> tensor<2xi64>
  %y = onnx.Slice(%x0, %x1, %x2, %x3, %x4) : (tensor<2x3x4xi32>, tensor<2xi64>, tensor<2xi64>, tensor<2xi64>, tensor<2xi64>) -> tensor<2x2x4xi32>
  return %y : tensor<2x2x4xi32>
}

func.func @nothing(%x0: tensor<2x3x4xi32>) -> tensor<2x3x0xi32> attributes {
    inputs = [dense<[[[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]], [[12, 13, 14, 15], [16, 17, 18, 19], [20, 21, 22, 23]]]> : tensor<2x3x4xi32>],
    outputs = [dense<> : tensor<2x3x0xi32>]} {
  %x1 = onnx.Constant() {value = dense<3> : tensor<1xi64>} : () -> tensor<1xi64>
  %x2 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %x3 = onnx.Constant() {value = dense<2> : tensor<1xi64>} : () -> tensor<1xi64>
  %n4 = onnx.None() : () -> none
  %y = onnx.Slice(%x0, %x1, %x2, %x3, %n4) : (tensor<2x3x4xi32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, none) -> tensor<2x3x0xi32>
  return %y : tensor<2x3x0xi32>
}

func.func @at_run_time(%x0: tensor<2x3x4xi32>, %x1: tensor<2xi64>, %x2: tensor<2xi64>, %x3: tensor<2xi64>, %x4: tensor<2xi64>) -> tensor<1x3x2xi32> attributes {
    inputs = [dense<[[[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]], [[12, 13, 14, 15], [16, 17, 18, 19], [20, 21, 22, 23]]]> : tensor<2x3x4xi32>, dense<[1, -3]> : tensor<2xi64>, dense<[2, -1]> : tensor<2xi64>, dense<[0, -1]> : tensor<2xi64>, dense<1> : tensor<2xi64>],
    outputs = [dense<[[[13, 14], [17, 18], [21, 22]]]> : tensor<1x3x2xi32>]} {
  %y = onnx.Slice(%x0, %x1, %x2, %x3, %x4) : (tensor<2x3x4xi32>, tensor<2xi64>, tensor<2xi64>, tensor<2xi64>, tensor<2xi64>) -> tensor<1x3x2xi32>
  return %y : tensor<1x3x2xi32>
}

func.func @steps_at_run_time(%x0: tensor<2x3x4xi32>, %x1: tensor<2xi64>, %x2: tensor<2xi64>, %x3: tensor<2xi64>, %x4: tensor<2xi64>) -> tensor<2x2x2xi32> attributes {
    inputs = [dense<[[[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]], [[12, 13, 14, 15], [16, 17, 18, 19], [20, 21, 22, 23]]]> : tensor<2x3x4xi32>, dense<[-1, 0]> : tensor<2xi64>, dense<[-100, 4]> : tensor<2xi64>, dense<[1, 2]> : tensor<2xi64>, dense<[-2, 3]> : tensor<2xi64>],
    outputs = [dense<[[[8, 11], [0, 3]], [[20, 23], [12, 15]]]> : tensor<2x2x2xi32>]} {
  %y = onnx.Slice(%x0, %x1, %x2, %x3, %x4) : (tensor<2x3x4xi32>, tensor<2xi64>, tensor<2xi64>, tensor<2xi64>, tensor<2xi64>) -> tensor<2x2x2xi32>
  return %y : tensor<2x2x2xi32>
}

func.func @split_with_nothing(%x0: tensor<3xf32>) -> (tensor<0xf32>, tensor<3xf32>) attributes {
    inputs = [dense<[0.0, 1.0, 2.0]> : tensor<3xf32>],
    outputs = [dense<> : tensor<0xf32>, dense<[0.0, 1.0, 2.0]> : tensor<3xf32>]} {
  %x1 = onnx.Constant() {value = dense<[0, 3]> : tensor<2xi64>} : () -> tensor<2xi64>
  %y:2 = onnx.Split(%x0, %x1) : (tensor<3xf32>, tensor<2xi64>) -> (tensor<0xf32>, tensor<3xf32>)
  return %y#0, %y#1 : tensor<0xf32>, tensor<3xf32>
}

func.func @split_uneven(%x0: tensor<7xi64>) -> (tensor<3xi64>, tensor<3xi64>, tensor<1xi64>) attributes {
    inputs = [dense<[0, 1, 2, 3, 4, 5, 6]> : tensor<7xi64>],
    outputs = [dense<[0, 1, 2]> : tensor<3xi64>, dense<[3, 4, 5]> : tensor<3xi64>, dense<6> : tensor<1xi64>]} {
  %n1 = onnx.None() : () -> none
  %y:3 = onnx.Split(%x0, %n1) {num_outputs = 3 : si64} : (tensor<7xi64>, none) -> (tensor<3xi64>, tensor<3xi64>, tensor<1xi64>)
  return %y#0, %y#1, %y#2 : tensor<3xi64>, tensor<3xi64>, tensor<1xi64>
}

func.func @split_negative_axis(%x0: tensor<2x3x4xi32>, %x1: tensor<2xi64>) -> (tensor<2x3x1xi32>, tensor<2x3x3xi32>) attributes {
    inputs = [dense<[[[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]], [[12, 13, 14, 15], [16, 17, 18, 19], [20, 21, 22, 23]]]> : tensor<2x3x4xi32>, dense<[1, 3]> : tensor<2xi64>],
    outputs = [dense<[[[0], [4], [8]], [[12], [16], [20]]]> : tensor<2x3x1xi32>, dense<[[[1, 2, 3], [5, 6, 7], [9, 10, 11]], [[13, 14, 15], [17, 18, 19], [21, 22, 23]]]> : tensor<2x3x3xi32>]} {
  %y:2 = onnx.Split(%x0, %x1) {axis = -1 : si64} : (tensor<2x3x4xi32>, tensor<2xi64>) -> (tensor<2x3x1xi32>, tensor<2x3x3xi32>)
  return %y#0, %y#1 : tensor<2x3x1xi32>, tensor<2x3x3xi32>
}

func.func @concat_nothing(%x0: tensor<2x0xf32>, %x1: tensor<2x1xf32>, %x2: tensor<2x0xf32>) -> tensor<2x1xf32> attributes {
    inputs = [dense<> : tensor<2x0xf32>, dense<1.0> : tensor<2x1xf32>, dense<> : tensor<2x0xf32>],
    outputs = [dense<1.0> : tensor<2x1xf32>]} {
  %y = onnx.Concat(%x0, %x1, %x2) {axis = 1 : si64} : (tensor<2x0xf32>, tensor<2x1xf32>, tensor<2x0xf32>) -> tensor<2x1xf32>
  return %y : tensor<2x1xf32>
}

func.func @concat_negative_axis(%x0: tensor<2x3x4xi32>, %x1: tensor<2x1x4xi32>) -> tensor<2x4x4xi32> attributes {
    inputs = [dense<[[[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]], [[12, 13, 14, 15], [16, 17, 18, 19], [20, 21, 22, 23]]]> : tensor<2x3x4xi32>, dense<[[[0, 1, 2, 3]], [[12, 13, 14, 15]]]> : tensor<2x1x4xi32>],
    outputs = [dense<[[[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11], [0, 1, 2, 3]], [[12, 13, 14, 15], [16, 17, 18, 19], [20, 21, 22, 23], [12, 13, 14, 15]]]> : tensor<2x4x4xi32>]} {
  %y = onnx.Concat(%x0, %x1) {axis = -2 : si64} : (tensor<2x3x4xi32>, tensor<2x1x4xi32>) -> tensor<2x4x4xi32>
  return %y : tensor<2x4x4xi32>
}

func.func @concat_bool(%x0: tensor<2xi1>, %x1: tensor<1xi1>) -> tensor<3xi1> attributes {
    inputs = [dense<[true, false]> : tensor<2xi1>, dense<true> : tensor<1xi1>],
    outputs = [dense<[true, false, true]> : tensor<3xi1>]} {
  %y = onnx.Concat(%x0, %x1) {axis = 0 : si64} : (tensor<2xi1>, tensor<1xi1>) -> tensor<3xi1>
  return %y : tensor<3xi1>
}

func.func @concat_f64(%x0: tensor<2xf64>, %x1: tensor<1xf64>) -> tensor<3xf64> attributes {
    inputs = [dense<[1.0, 0.0]> : tensor<2xf64>, dense<1.0> : tensor<1xf64>],
    outputs = [dense<[1.0, 0.0, 1.0]> : tensor<3xf64>]} {
  %y = onnx.Concat(%x0, %x1) {axis = 0 : si64} : (tensor<2xf64>, tensor<1xf64>) -> tensor<3xf64>
  return %y : tensor<3xf64>
}

func.func @concat_u8(%x0: tensor<2xui8>, %x1: tensor<1xui8>) -> tensor<3xui8> attributes {
    inputs = [dense<[1, 0]> : tensor<2xui8>, dense<1> : tensor<1xui8>],
    outputs = [dense<[1, 0, 1]> : tensor<3xui8>]} {
  %y = onnx.Concat(%x0, %x1) {axis = 0 : si64} : (tensor<2xui8>, tensor<1xui8>) -> tensor<3xui8>
  return %y : tensor<3xui8>
}

func.func @concat_i16(%x0: tensor<2xi16>, %x1: tensor<1xi16>) -> tensor<3xi16> attributes {
    inputs = [dense<[1, 0]> : tensor<2xi16>, dense<1> : tensor<1xi16>],
    outputs = [dense<[1, 0, 1]> : tensor<3xi16>]} {
  %y = onnx.Concat(%x0, %x1) {axis = 0 : si64} : (tensor<2xi16>, tensor<1xi16>) -> tensor<3xi16>
  return %y : tensor<3xi16>
}

func.func @concat_f16(%x0: tensor<2xf16>, %x1: tensor<1xf16>) -> tensor<3xf16> attributes {
    inputs = [dense<[1.0, 0.0]> : tensor<2xf16>, dense<1.0> : tensor<1xf16>],
    outputs = [dense<[1.0, 0.0, 1.0]> : tensor<3xf16>]} {
  %y = onnx.Concat(%x0, %x1) {axis = 0 : si64} : (tensor<2xf16>, tensor<1xf16>) -> tensor<3xf16>
  return %y : tensor<3xf16>
}

func.func @constant_default(%x0: tensor<2x3xf32>) -> tensor<2x6xf32> attributes {
    inputs = [dense<[[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]> : tensor<2x3xf32>],
    outputs = [dense<[[0.0, 0.0, 1.0, 2.0, 0.0, 0.0], [0.0, 3.0, 4.0, 5.0, 0.0, 0.0]]> : tensor<2x6xf32>]} {
  %x1 = onnx.Constant() {value = dense<[0, 1, 0, 2]> : tensor<4xi64>} : () -> tensor<4xi64>
  %n2 = onnx.None() : () -> none
  %n3 = onnx.None() : () -> none
  %y = onnx.Pad(%x0, %x1, %n2, %n3) {mode = "constant"} : (tensor<2x3xf32>, tensor<4xi64>, none, none) -> tensor<2x6xf32>
  return %y : tensor<2x6xf32>
}

func.func @negative_pads(%x0: tensor<2x3xf32>, %x2: tensor<f32>) -> tensor<3x1xf32> attributes {
    inputs = [dense<[[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]> : tensor<2x3xf32>, dense<9.0> : tensor<f32>],
    outputs = [dense<[[1.0], [4.0], [9.0]]> : tensor<3x1xf32>]} {
  %x1 = onnx.Constant() {value = dense<[0, -1, 1, -1]> : tensor<4xi64>} : () -> tensor<4xi64>
  %n3 = onnx.None() : () -> none
  %y = onnx.Pad(%x0, %x1, %x2, %n3) {mode = "constant"} : (tensor<2x3xf32>, tensor<4xi64>, tensor<f32>, none) -> tensor<3x1xf32>
  return %y : tensor<3x1xf32>
}

func.func @reflect(%x0: tensor<2x3xf32>) -> tensor<2x7xf32> attributes {
    inputs = [dense<[[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]> : tensor<2x3xf32>],
    outputs = [dense<[[2.0, 1.0, 0.0, 1.0, 2.0, 1.0, 0.0], [5.0, 4.0, 3.0, 4.0, 5.0, 4.0, 3.0]]> : tensor<2x7xf32>]} {
  %x1 = onnx.Constant() {value = dense<[0, 2, 0, 2]> : tensor<4xi64>} : () -> tensor<4xi64>
  %n2 = onnx.None() : () -> none
  %n3 = onnx.None() : () -> none
  %y = onnx.Pad(%x0, %x1, %n2, %n3) {mode = "reflect"} : (tensor<2x3xf32>, tensor<4xi64>, none, none) -> tensor<2x7xf32>
  return %y : tensor<2x7xf32>
}

func.func @edge_axis(%x0: tensor<2x3xf32>) -> tensor<5x3xf32> attributes {
    inputs = [dense<[[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]> : tensor<2x3xf32>],
    outputs = [dense<[[0.0, 1.0, 2.0], [0.0, 1.0, 2.0], [3.0, 4.0, 5.0], [3.0, 4.0, 5.0], [3.0, 4.0, 5.0]]> : tensor<5x3xf32>]} {
  %x1 = onnx.Constant() {value = dense<[1, 2]> : tensor<2xi64>} : () -> tensor<2xi64>
  %n2 = onnx.None() : () -> none
  %x3 = onnx.Constant() {value = dense<-2> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.Pad(%x0, %x1, %n2, %x3) {mode = "edge"} : (tensor<2x3xf32>, tensor<2xi64>, none, tensor<1xi64>) -> tensor<5x3xf32>
  return %y : tensor<5x3xf32>
}

func.func @wrap_more_than_once(%x0: tensor<2x3xf32>) -> tensor<2x12xf32> attributes {
    inputs = [dense<[[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]> : tensor<2x3xf32>],
    outputs = [dense<[[2.0, 0.0, 1.0, 2.0, 0.0, 1.0, 2.0, 0.0, 1.0, 2.0, 0.0, 1.0], [5.0, 3.0, 4.0, 5.0, 3.0, 4.0, 5.0, 3.0, 4.0, 5.0, 3.0, 4.0]]> : tensor<2x12xf32>]} {
  %x1 = onnx.Constant() {value = dense<[0, 4, 0, 5]> : tensor<4xi64>} : () -> tensor<4xi64>
  %n2 = onnx.None() : () -> none
  %n3 = onnx.None() : () -> none
  %y = onnx.Pad(%x0, %x1, %n2, %n3) {mode = "wrap"} : (tensor<2x3xf32>, tensor<4xi64>, none, none) -> tensor<2x12xf32>
  return %y : tensor<2x12xf32>
}

func.func @pads_at_run_time(%x0: tensor<2x3xf32>, %x1: tensor<4xi64>, %x2: tensor<f32>) -> tensor<3x4xf32> attributes {
    inputs = [dense<[[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]> : tensor<2x3xf32>, dense<[1, 0, 0, 1]> : tensor<4xi64>, dense<-1.0> : tensor<f32>],
    outputs = [dense<[[-1.0, -1.0, -1.0, -1.0], [0.0, 1.0, 2.0, -1.0], [3.0, 4.0, 5.0, -1.0]]> : tensor<3x4xf32>]} {
  %n3 = onnx.None() : () -> none
  %y = onnx.Pad(%x0, %x1, %x2, %n3) {mode = "constant"} : (tensor<2x3xf32>, tensor<4xi64>, tensor<f32>, none) -> tensor<3x4xf32>
  return %y : tensor<3x4xf32>
}

func.func @axes_at_run_time(%x0: tensor<2x3xf32>, %x1: tensor<2xi64>, %x2: tensor<f32>, %x3: tensor<1xi64>) -> tensor<2x4xf32> attributes {
    inputs = [dense<[[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]> : tensor<2x3xf32>, dense<[1, 0]> : tensor<2xi64>, dense<-1.0> : tensor<f32>, dense<-1> : tensor<1xi64>],
    outputs = [dense<[[-1.0, 0.0, 1.0, 2.0], [-1.0, 3.0, 4.0, 5.0]]> : tensor<2x4xf32>]} {
  %y = onnx.Pad(%x0, %x1, %x2, %x3) {mode = "constant"} : (tensor<2x3xf32>, tensor<2xi64>, tensor<f32>, tensor<1xi64>) -> tensor<2x4xf32>
  return %y : tensor<2x4xf32>
}

func.func @bool(%x0: tensor<1xi1>, %x2: tensor<i1>) -> tensor<3xi1> attributes {
    inputs = [dense<true> : tensor<1xi1>, dense<true> : tensor<i1>],
    outputs = [dense<true> : tensor<3xi1>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<2xi64>} : () -> tensor<2xi64>
  %n3 = onnx.None() : () -> none
  %y = onnx.Pad(%x0, %x1, %x2, %n3) {mode = "constant"} : (tensor<1xi1>, tensor<2xi64>, tensor<i1>, none) -> tensor<3xi1>
  return %y : tensor<3xi1>
}

func.func @u8(%x0: tensor<1xui8>, %x2: tensor<ui8>) -> tensor<2xui8> attributes {
    inputs = [dense<7> : tensor<1xui8>, dense<255> : tensor<ui8>],
    outputs = [dense<[255, 7]> : tensor<2xui8>]} {
  %x1 = onnx.Constant() {value = dense<[1, 0]> : tensor<2xi64>} : () -> tensor<2xi64>
  %n3 = onnx.None() : () -> none
  %y = onnx.Pad(%x0, %x1, %x2, %n3) {mode = "constant"} : (tensor<1xui8>, tensor<2xi64>, tensor<ui8>, none) -> tensor<2xui8>
  return %y : tensor<2xui8>
}

func.func @empty_input(%x0: tensor<0xf32>, %x2: tensor<f32>) -> tensor<2xf32> attributes {
    inputs = [dense<> : tensor<0xf32>, dense<3.0> : tensor<f32>],
    outputs = [dense<3.0> : tensor<2xf32>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<2xi64>} : () -> tensor<2xi64>
  %n3 = onnx.None() : () -> none
  %y = onnx.Pad(%x0, %x1, %x2, %n3) {mode = "constant"} : (tensor<0xf32>, tensor<2xi64>, tensor<f32>, none) -> tensor<2xf32>
  return %y : tensor<2xf32>
}

// Backwards, a start below the first element is the first; of an empty axis nothing is left.
func.func @backwards_from_below(%x0: tensor<3xi32>) -> tensor<1xi32> attributes {
    inputs = [dense<[5, 6, 7]> : tensor<3xi32>],
    outputs = [dense<[5]> : tensor<1xi32>]} {
  %x1 = onnx.Constant() {value = dense<-9223372036854775808> : tensor<1xi64>} : () -> tensor<1xi64>
  %x2 = onnx.Constant() {value = dense<-5> : tensor<1xi64>} : () -> tensor<1xi64>
  %x3 = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %x4 = onnx.Constant() {value = dense<-2> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.Slice(%x0, %x1, %x2, %x3, %x4) : (tensor<3xi32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<1xi32>
  return %y : tensor<1xi32>
}

func.func @backwards_from_below_of_nothing(%x0: tensor<0xi32>) -> tensor<0xi32> attributes {
    inputs = [dense<> : tensor<0xi32>],
    outputs = [dense<> : tensor<0xi32>]} {
  %x1 = onnx.Constant() {value = dense<-9> : tensor<1xi64>} : () -> tensor<1xi64>
  %x2 = onnx.Constant() {value = dense<-5> : tensor<1xi64>} : () -> tensor<1xi64>
  %x3 = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %x4 = onnx.Constant() {value = dense<-2> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.Slice(%x0, %x1, %x2, %x3, %x4) : (tensor<0xi32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<0xi32>
  return %y : tensor<0xi32>
}

func.func @backwards_from_below_by_data(%x0: tensor<3xi32>, %x1: tensor<1xi64>, %x2: tensor<1xi64>, %x3: tensor<1xi64>, %x4: tensor<1xi64>) -> tensor<?xi32> attributes {
    inputs = [dense<[5, 6, 7]> : tensor<3xi32>, dense<-8> : tensor<1xi64>, dense<-5> : tensor<1xi64>, dense<0> : tensor<1xi64>, dense<-2> : tensor<1xi64>],
    outputs = [dense<[5]> : tensor<1xi32>]} {
  %y = onnx.Slice(%x0, %x1, %x2, %x3, %x4) : (tensor<3xi32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<?xi32>
  return %y : tensor<?xi32>
}

func.func @backwards_from_below_by_bounds(%x0: tensor<3xi32>, %x1: tensor<1xi64>) -> tensor<?xi32> attributes {
    inputs = [dense<[5, 6, 7]> : tensor<3xi32>, dense<-8> : tensor<1xi64>],
    outputs = [dense<[5]> : tensor<1xi32>]} {
  %x2 = onnx.Constant() {value = dense<-5> : tensor<1xi64>} : () -> tensor<1xi64>
  %x3 = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %x4 = onnx.Constant() {value = dense<-2> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.Slice(%x0, %x1, %x2, %x3, %x4) : (tensor<3xi32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<?xi32>
  return %y : tensor<?xi32>
}

// A result that is a part of a concatenation, and a slice of it another part.
func.func @concat_part_and_slice_of_it(%x: tensor<2x3xf32>) -> tensor<2x5xf32> attributes {
    inputs = [dense<[[-1.0, 2.0, -3.0], [4.0, -5.0, 6.0]]> : tensor<2x3xf32>],
    outputs = [dense<[[2.0, 3.0, 1.0, 2.0, 3.0], [5.0, 6.0, 4.0, 5.0, 6.0]]> : tensor<2x5xf32>]} {
  %cut = onnx.Constant() {value = dense<[1, 2]> : tensor<2xi64>} : () -> tensor<2xi64>
  %a = onnx.Abs(%x) : (tensor<2x3xf32>) -> tensor<2x3xf32>
  %p:2 = onnx.Split(%a, %cut) {axis = 1 : si64} : (tensor<2x3xf32>, tensor<2xi64>) -> (tensor<2x1xf32>, tensor<2x2xf32>)
  %y = onnx.Concat(%p#1, %a) {axis = 1 : si64} : (tensor<2x2xf32>, tensor<2x3xf32>) -> tensor<2x5xf32>
  return %y : tensor<2x5xf32>
}

// How many starts and ends there are follows from the steps alone; without axes they are of the first.
func.func @slice_as_many_as_steps(%x: tensor<3x4xi32>, %from: tensor<1xi64>, %to: tensor<1xi64>) -> tensor<?x4xi32> attributes {
    inputs = [dense<[[0, 1, 2, 3], [4, 5, 6, 7], [8, 9, 10, 11]]> : tensor<3x4xi32>, dense<0> : tensor<1xi64>, dense<3> : tensor<1xi64>],
    outputs = [dense<[[0, 1, 2, 3], [8, 9, 10, 11]]> : tensor<2x4xi32>]} {
  %none = onnx.None() : () -> none
  %step = onnx.Constant() {value = dense<2> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.Slice(%x, %from, %to, %none, %step) : (tensor<3x4xi32>, tensor<1xi64>, tensor<1xi64>, none, tensor<1xi64>) -> tensor<?x4xi32>
  return %y : tensor<?x4xi32>
}
