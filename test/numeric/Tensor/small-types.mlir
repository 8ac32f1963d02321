// SPDX-License-Identifier: Apache-2.0
// Movement of elements of the types that models seldom hold: Transpose, Gather, Concat, Slice, Where and Expand, one after another.

func.func @bf16(%x: tensor<2x3xbf16>, %i: tensor<3xi64>, %m: tensor<3x1xi1>) -> tensor<2x3x2xbf16> attributes {
    inputs = [dense<[[0.5, 1.0, 2.0], [4.0, 2.0, 0.5]]> : tensor<2x3xbf16>, dense<[2, 0, -2]> : tensor<3xi64>, dense<[[true], [false], [true]]> : tensor<3x1xi1>],
    outputs = [dense<[[[2.0, 0.5], [0.5, 4.0], [0.5, 4.0]], [[2.0, 0.5], [0.5, 4.0], [0.5, 4.0]]]> : tensor<2x3x2xbf16>]} {
  %none = onnx.None() : () -> none
  %t = onnx.Transpose(%x) : (tensor<2x3xbf16>) -> !onnx.unknown
  %g = onnx.Gather(%t, %i) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %c = onnx.Concat(%g, %t) {axis = 0 : si64} : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %from = onnx.Constant() {value = dense<-1> : tensor<1xi64>} : () -> tensor<1xi64>
  %to = onnx.Constant() {value = dense<-1000> : tensor<1xi64>} : () -> tensor<1xi64>
  %axis = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %step = onnx.Constant() {value = dense<-2> : tensor<1xi64>} : () -> tensor<1xi64>
  %s = onnx.Slice(%c, %from, %to, %axis, %step) : (!onnx.unknown, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> !onnx.unknown
  %w = onnx.Where(%m, %s, %g) : (tensor<3x1xi1>, !onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %n = onnx.Constant() {value = dense<[2, 3, 2]> : tensor<3xi64>} : () -> tensor<3xi64>
  %y = onnx.Expand(%w, %n) : (!onnx.unknown, tensor<3xi64>) -> tensor<2x3x2xbf16>
  return %y : tensor<2x3x2xbf16>
}

func.func @f8e4m3fn(%x: tensor<2x3xf8E4M3FN>, %i: tensor<3xi64>, %m: tensor<3x1xi1>) -> tensor<2x3x2xf8E4M3FN> attributes {
    inputs = [dense<[[0.5, 1.0, 2.0], [4.0, 2.0, 0.5]]> : tensor<2x3xf8E4M3FN>, dense<[2, 0, -2]> : tensor<3xi64>, dense<[[true], [false], [true]]> : tensor<3x1xi1>],
    outputs = [dense<[[[2.0, 0.5], [0.5, 4.0], [0.5, 4.0]], [[2.0, 0.5], [0.5, 4.0], [0.5, 4.0]]]> : tensor<2x3x2xf8E4M3FN>]} {
  %none = onnx.None() : () -> none
  %t = onnx.Transpose(%x) : (tensor<2x3xf8E4M3FN>) -> !onnx.unknown
  %g = onnx.Gather(%t, %i) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %c = onnx.Concat(%g, %t) {axis = 0 : si64} : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %from = onnx.Constant() {value = dense<-1> : tensor<1xi64>} : () -> tensor<1xi64>
  %to = onnx.Constant() {value = dense<-1000> : tensor<1xi64>} : () -> tensor<1xi64>
  %axis = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %step = onnx.Constant() {value = dense<-2> : tensor<1xi64>} : () -> tensor<1xi64>
  %s = onnx.Slice(%c, %from, %to, %axis, %step) : (!onnx.unknown, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> !onnx.unknown
  %w = onnx.Where(%m, %s, %g) : (tensor<3x1xi1>, !onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %n = onnx.Constant() {value = dense<[2, 3, 2]> : tensor<3xi64>} : () -> tensor<3xi64>
  %y = onnx.Expand(%w, %n) : (!onnx.unknown, tensor<3xi64>) -> tensor<2x3x2xf8E4M3FN>
  return %y : tensor<2x3x2xf8E4M3FN>
}

func.func @f8e4m3fnuz(%x: tensor<2x3xf8E4M3FNUZ>, %i: tensor<3xi64>, %m: tensor<3x1xi1>) -> tensor<2x3x2xf8E4M3FNUZ> attributes {
    inputs = [dense<[[0.5, 1.0, 2.0], [4.0, 2.0, 0.5]]> : tensor<2x3xf8E4M3FNUZ>, dense<[2, 0, -2]> : tensor<3xi64>, dense<[[true], [false], [true]]> : tensor<3x1xi1>],
    outputs = [dense<[[[2.0, 0.5], [0.5, 4.0], [0.5, 4.0]], [[2.0, 0.5], [0.5, 4.0], [0.5, 4.0]]]> : tensor<2x3x2xf8E4M3FNUZ>]} {
  %none = onnx.None() : () -> none
  %t = onnx.Transpose(%x) : (tensor<2x3xf8E4M3FNUZ>) -> !onnx.unknown
  %g = onnx.Gather(%t, %i) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %c = onnx.Concat(%g, %t) {axis = 0 : si64} : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %from = onnx.Constant() {value = dense<-1> : tensor<1xi64>} : () -> tensor<1xi64>
  %to = onnx.Constant() {value = dense<-1000> : tensor<1xi64>} : () -> tensor<1xi64>
  %axis = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %step = onnx.Constant() {value = dense<-2> : tensor<1xi64>} : () -> tensor<1xi64>
  %s = onnx.Slice(%c, %from, %to, %axis, %step) : (!onnx.unknown, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> !onnx.unknown
  %w = onnx.Where(%m, %s, %g) : (tensor<3x1xi1>, !onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %n = onnx.Constant() {value = dense<[2, 3, 2]> : tensor<3xi64>} : () -> tensor<3xi64>
  %y = onnx.Expand(%w, %n) : (!onnx.unknown, tensor<3xi64>) -> tensor<2x3x2xf8E4M3FNUZ>
  return %y : tensor<2x3x2xf8E4M3FNUZ>
}

func.func @f8e5m2(%x: tensor<2x3xf8E5M2>, %i: tensor<3xi64>, %m: tensor<3x1xi1>) -> tensor<2x3x2xf8E5M2> attributes {
    inputs = [dense<[[0.5, 1.0, 2.0], [4.0, 2.0, 0.5]]> : tensor<2x3xf8E5M2>, dense<[2, 0, -2]> : tensor<3xi64>, dense<[[true], [false], [true]]> : tensor<3x1xi1>],
    outputs = [dense<[[[2.0, 0.5], [0.5, 4.0], [0.5, 4.0]], [[2.0, 0.5], [0.5, 4.0], [0.5, 4.0]]]> : tensor<2x3x2xf8E5M2>]} {
  %none = onnx.None() : () -> none
  %t = onnx.Transpose(%x) : (tensor<2x3xf8E5M2>) -> !onnx.unknown
  %g = onnx.Gather(%t, %i) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %c = onnx.Concat(%g, %t) {axis = 0 : si64} : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %from = onnx.Constant() {value = dense<-1> : tensor<1xi64>} : () -> tensor<1xi64>
  %to = onnx.Constant() {value = dense<-1000> : tensor<1xi64>} : () -> tensor<1xi64>
  %axis = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %step = onnx.Constant() {value = dense<-2> : tensor<1xi64>} : () -> tensor<1xi64>
  %s = onnx.Slice(%c, %from, %to, %axis, %step) : (!onnx.unknown, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> !onnx.unknown
  %w = onnx.Where(%m, %s, %g) : (tensor<3x1xi1>, !onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %n = onnx.Constant() {value = dense<[2, 3, 2]> : tensor<3xi64>} : () -> tensor<3xi64>
  %y = onnx.Expand(%w, %n) : (!onnx.unknown, tensor<3xi64>) -> tensor<2x3x2xf8E5M2>
  return %y : tensor<2x3x2xf8E5M2>
}

func.func @f8e5m2fnuz(%x: tensor<2x3xf8E5M2FNUZ>, %i: tensor<3xi64>, %m: tensor<3x1xi1>) -> tensor<2x3x2xf8E5M2FNUZ> attributes {
    inputs = [dense<[[0.5, 1.0, 2.0], [4.0, 2.0, 0.5]]> : tensor<2x3xf8E5M2FNUZ>, dense<[2, 0, -2]> : tensor<3xi64>, dense<[[true], [false], [true]]> : tensor<3x1xi1>],
    outputs = [dense<[[[2.0, 0.5], [0.5, 4.0], [0.5, 4.0]], [[2.0, 0.5], [0.5, 4.0], [0.5, 4.0]]]> : tensor<2x3x2xf8E5M2FNUZ>]} {
  %none = onnx.None() : () -> none
  %t = onnx.Transpose(%x) : (tensor<2x3xf8E5M2FNUZ>) -> !onnx.unknown
  %g = onnx.Gather(%t, %i) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %c = onnx.Concat(%g, %t) {axis = 0 : si64} : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %from = onnx.Constant() {value = dense<-1> : tensor<1xi64>} : () -> tensor<1xi64>
  %to = onnx.Constant() {value = dense<-1000> : tensor<1xi64>} : () -> tensor<1xi64>
  %axis = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %step = onnx.Constant() {value = dense<-2> : tensor<1xi64>} : () -> tensor<1xi64>
  %s = onnx.Slice(%c, %from, %to, %axis, %step) : (!onnx.unknown, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> !onnx.unknown
  %w = onnx.Where(%m, %s, %g) : (tensor<3x1xi1>, !onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %n = onnx.Constant() {value = dense<[2, 3, 2]> : tensor<3xi64>} : () -> tensor<3xi64>
  %y = onnx.Expand(%w, %n) : (!onnx.unknown, tensor<3xi64>) -> tensor<2x3x2xf8E5M2FNUZ>
  return %y : tensor<2x3x2xf8E5M2FNUZ>
}

func.func @f8e8m0fnu(%x: tensor<2x3xf8E8M0FNU>, %i: tensor<3xi64>, %m: tensor<3x1xi1>) -> tensor<2x3x2xf8E8M0FNU> attributes {
    inputs = [dense<[[0.5, 1.0, 2.0], [4.0, 2.0, 0.5]]> : tensor<2x3xf8E8M0FNU>, dense<[2, 0, -2]> : tensor<3xi64>, dense<[[true], [false], [true]]> : tensor<3x1xi1>],
    outputs = [dense<[[[2.0, 0.5], [0.5, 4.0], [0.5, 4.0]], [[2.0, 0.5], [0.5, 4.0], [0.5, 4.0]]]> : tensor<2x3x2xf8E8M0FNU>]} {
  %none = onnx.None() : () -> none
  %t = onnx.Transpose(%x) : (tensor<2x3xf8E8M0FNU>) -> !onnx.unknown
  %g = onnx.Gather(%t, %i) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %c = onnx.Concat(%g, %t) {axis = 0 : si64} : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %from = onnx.Constant() {value = dense<-1> : tensor<1xi64>} : () -> tensor<1xi64>
  %to = onnx.Constant() {value = dense<-1000> : tensor<1xi64>} : () -> tensor<1xi64>
  %axis = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %step = onnx.Constant() {value = dense<-2> : tensor<1xi64>} : () -> tensor<1xi64>
  %s = onnx.Slice(%c, %from, %to, %axis, %step) : (!onnx.unknown, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> !onnx.unknown
  %w = onnx.Where(%m, %s, %g) : (tensor<3x1xi1>, !onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %n = onnx.Constant() {value = dense<[2, 3, 2]> : tensor<3xi64>} : () -> tensor<3xi64>
  %y = onnx.Expand(%w, %n) : (!onnx.unknown, tensor<3xi64>) -> tensor<2x3x2xf8E8M0FNU>
  return %y : tensor<2x3x2xf8E8M0FNU>
}

func.func @f4e2m1fn(%x: tensor<2x3xf4E2M1FN>, %i: tensor<3xi64>, %m: tensor<3x1xi1>) -> tensor<2x3x2xf4E2M1FN> attributes {
    inputs = [dense<[[0.5, 1.0, 2.0], [4.0, 2.0, 0.5]]> : tensor<2x3xf4E2M1FN>, dense<[2, 0, -2]> : tensor<3xi64>, dense<[[true], [false], [true]]> : tensor<3x1xi1>],
    outputs = [dense<[[[2.0, 0.5], [0.5, 4.0], [0.5, 4.0]], [[2.0, 0.5], [0.5, 4.0], [0.5, 4.0]]]> : tensor<2x3x2xf4E2M1FN>]} {
  %none = onnx.None() : () -> none
  %t = onnx.Transpose(%x) : (tensor<2x3xf4E2M1FN>) -> !onnx.unknown
  %g = onnx.Gather(%t, %i) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %c = onnx.Concat(%g, %t) {axis = 0 : si64} : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %from = onnx.Constant() {value = dense<-1> : tensor<1xi64>} : () -> tensor<1xi64>
  %to = onnx.Constant() {value = dense<-1000> : tensor<1xi64>} : () -> tensor<1xi64>
  %axis = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %step = onnx.Constant() {value = dense<-2> : tensor<1xi64>} : () -> tensor<1xi64>
  %s = onnx.Slice(%c, %from, %to, %axis, %step) : (!onnx.unknown, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> !onnx.unknown
  %w = onnx.Where(%m, %s, %g) : (tensor<3x1xi1>, !onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %n = onnx.Constant() {value = dense<[2, 3, 2]> : tensor<3xi64>} : () -> tensor<3xi64>
  %y = onnx.Expand(%w, %n) : (!onnx.unknown, tensor<3xi64>) -> tensor<2x3x2xf4E2M1FN>
  return %y : tensor<2x3x2xf4E2M1FN>
}

func.func @i4(%x: tensor<2x3xi4>, %i: tensor<3xi64>, %m: tensor<3x1xi1>) -> tensor<2x3x2xi4> attributes {
    inputs = [dense<[[-8, 7, 3], [0, -1, 5]]> : tensor<2x3xi4>, dense<[2, 0, -2]> : tensor<3xi64>, dense<[[true], [false], [true]]> : tensor<3x1xi1>],
    outputs = [dense<[[[3, 5], [-8, 0], [-8, 0]], [[3, 5], [-8, 0], [-8, 0]]]> : tensor<2x3x2xi4>]} {
  %none = onnx.None() : () -> none
  %t = onnx.Transpose(%x) : (tensor<2x3xi4>) -> !onnx.unknown
  %g = onnx.Gather(%t, %i) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %c = onnx.Concat(%g, %t) {axis = 0 : si64} : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %from = onnx.Constant() {value = dense<-1> : tensor<1xi64>} : () -> tensor<1xi64>
  %to = onnx.Constant() {value = dense<-1000> : tensor<1xi64>} : () -> tensor<1xi64>
  %axis = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %step = onnx.Constant() {value = dense<-2> : tensor<1xi64>} : () -> tensor<1xi64>
  %s = onnx.Slice(%c, %from, %to, %axis, %step) : (!onnx.unknown, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> !onnx.unknown
  %w = onnx.Where(%m, %s, %g) : (tensor<3x1xi1>, !onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %n = onnx.Constant() {value = dense<[2, 3, 2]> : tensor<3xi64>} : () -> tensor<3xi64>
  %y = onnx.Expand(%w, %n) : (!onnx.unknown, tensor<3xi64>) -> tensor<2x3x2xi4>
  return %y : tensor<2x3x2xi4>
}

func.func @ui4(%x: tensor<2x3xui4>, %i: tensor<3xi64>, %m: tensor<3x1xi1>) -> tensor<2x3x2xui4> attributes {
    inputs = [dense<[[15, 7, 3], [0, 9, 5]]> : tensor<2x3xui4>, dense<[2, 0, -2]> : tensor<3xi64>, dense<[[true], [false], [true]]> : tensor<3x1xi1>],
    outputs = [dense<[[[3, 5], [15, 0], [15, 0]], [[3, 5], [15, 0], [15, 0]]]> : tensor<2x3x2xui4>]} {
  %none = onnx.None() : () -> none
  %t = onnx.Transpose(%x) : (tensor<2x3xui4>) -> !onnx.unknown
  %g = onnx.Gather(%t, %i) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %c = onnx.Concat(%g, %t) {axis = 0 : si64} : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %from = onnx.Constant() {value = dense<-1> : tensor<1xi64>} : () -> tensor<1xi64>
  %to = onnx.Constant() {value = dense<-1000> : tensor<1xi64>} : () -> tensor<1xi64>
  %axis = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %step = onnx.Constant() {value = dense<-2> : tensor<1xi64>} : () -> tensor<1xi64>
  %s = onnx.Slice(%c, %from, %to, %axis, %step) : (!onnx.unknown, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> !onnx.unknown
  %w = onnx.Where(%m, %s, %g) : (tensor<3x1xi1>, !onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %n = onnx.Constant() {value = dense<[2, 3, 2]> : tensor<3xi64>} : () -> tensor<3xi64>
  %y = onnx.Expand(%w, %n) : (!onnx.unknown, tensor<3xi64>) -> tensor<2x3x2xui4>
  return %y : tensor<2x3x2xui4>
}

func.func @i2(%x: tensor<2x3xi2>, %i: tensor<3xi64>, %m: tensor<3x1xi1>) -> tensor<2x3x2xi2> attributes {
    inputs = [dense<[[-2, 1, 0], [-1, 1, -2]]> : tensor<2x3xi2>, dense<[2, 0, -2]> : tensor<3xi64>, dense<[[true], [false], [true]]> : tensor<3x1xi1>],
    outputs = [dense<[[[0, -2], [-2, -1], [-2, -1]], [[0, -2], [-2, -1], [-2, -1]]]> : tensor<2x3x2xi2>]} {
  %none = onnx.None() : () -> none
  %t = onnx.Transpose(%x) : (tensor<2x3xi2>) -> !onnx.unknown
  %g = onnx.Gather(%t, %i) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %c = onnx.Concat(%g, %t) {axis = 0 : si64} : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %from = onnx.Constant() {value = dense<-1> : tensor<1xi64>} : () -> tensor<1xi64>
  %to = onnx.Constant() {value = dense<-1000> : tensor<1xi64>} : () -> tensor<1xi64>
  %axis = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %step = onnx.Constant() {value = dense<-2> : tensor<1xi64>} : () -> tensor<1xi64>
  %s = onnx.Slice(%c, %from, %to, %axis, %step) : (!onnx.unknown, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> !onnx.unknown
  %w = onnx.Where(%m, %s, %g) : (tensor<3x1xi1>, !onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %n = onnx.Constant() {value = dense<[2, 3, 2]> : tensor<3xi64>} : () -> tensor<3xi64>
  %y = onnx.Expand(%w, %n) : (!onnx.unknown, tensor<3xi64>) -> tensor<2x3x2xi2>
  return %y : tensor<2x3x2xi2>
}

func.func @ui2(%x: tensor<2x3xui2>, %i: tensor<3xi64>, %m: tensor<3x1xi1>) -> tensor<2x3x2xui2> attributes {
    inputs = [dense<[[3, 1, 0], [2, 1, 3]]> : tensor<2x3xui2>, dense<[2, 0, -2]> : tensor<3xi64>, dense<[[true], [false], [true]]> : tensor<3x1xi1>],
    outputs = [dense<[[[0, 3], [3, 2], [3, 2]], [[0, 3], [3, 2], [3, 2]]]> : tensor<2x3x2xui2>]} {
  %none = onnx.None() : () -> none
  %t = onnx.Transpose(%x) : (tensor<2x3xui2>) -> !onnx.unknown
  %g = onnx.Gather(%t, %i) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %c = onnx.Concat(%g, %t) {axis = 0 : si64} : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %from = onnx.Constant() {value = dense<-1> : tensor<1xi64>} : () -> tensor<1xi64>
  %to = onnx.Constant() {value = dense<-1000> : tensor<1xi64>} : () -> tensor<1xi64>
  %axis = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %step = onnx.Constant() {value = dense<-2> : tensor<1xi64>} : () -> tensor<1xi64>
  %s = onnx.Slice(%c, %from, %to, %axis, %step) : (!onnx.unknown, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> !onnx.unknown
  %w = onnx.Where(%m, %s, %g) : (tensor<3x1xi1>, !onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %n = onnx.Constant() {value = dense<[2, 3, 2]> : tensor<3xi64>} : () -> tensor<3xi64>
  %y = onnx.Expand(%w, %n) : (!onnx.unknown, tensor<3xi64>) -> tensor<2x3x2xui2>
  return %y : tensor<2x3x2xui2>
}

func.func @i16(%x: tensor<2x3xi16>, %i: tensor<3xi64>, %m: tensor<3x1xi1>) -> tensor<2x3x2xi16> attributes {
    inputs = [dense<[[-32768, 1, 2], [3, 4, 32767]]> : tensor<2x3xi16>, dense<[2, 0, -2]> : tensor<3xi64>, dense<[[true], [false], [true]]> : tensor<3x1xi1>],
    outputs = [dense<[[[2, 32767], [-32768, 3], [-32768, 3]], [[2, 32767], [-32768, 3], [-32768, 3]]]> : tensor<2x3x2xi16>]} {
  %none = onnx.None() : () -> none
  %t = onnx.Transpose(%x) : (tensor<2x3xi16>) -> !onnx.unknown
  %g = onnx.Gather(%t, %i) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %c = onnx.Concat(%g, %t) {axis = 0 : si64} : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %from = onnx.Constant() {value = dense<-1> : tensor<1xi64>} : () -> tensor<1xi64>
  %to = onnx.Constant() {value = dense<-1000> : tensor<1xi64>} : () -> tensor<1xi64>
  %axis = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %step = onnx.Constant() {value = dense<-2> : tensor<1xi64>} : () -> tensor<1xi64>
  %s = onnx.Slice(%c, %from, %to, %axis, %step) : (!onnx.unknown, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> !onnx.unknown
  %w = onnx.Where(%m, %s, %g) : (tensor<3x1xi1>, !onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %n = onnx.Constant() {value = dense<[2, 3, 2]> : tensor<3xi64>} : () -> tensor<3xi64>
  %y = onnx.Expand(%w, %n) : (!onnx.unknown, tensor<3xi64>) -> tensor<2x3x2xi16>
  return %y : tensor<2x3x2xi16>
}

func.func @ui16(%x: tensor<2x3xui16>, %i: tensor<3xi64>, %m: tensor<3x1xi1>) -> tensor<2x3x2xui16> attributes {
    inputs = [dense<[[65535, 1, 2], [3, 4, 5]]> : tensor<2x3xui16>, dense<[2, 0, -2]> : tensor<3xi64>, dense<[[true], [false], [true]]> : tensor<3x1xi1>],
    outputs = [dense<[[[2, 5], [65535, 3], [65535, 3]], [[2, 5], [65535, 3], [65535, 3]]]> : tensor<2x3x2xui16>]} {
  %none = onnx.None() : () -> none
  %t = onnx.Transpose(%x) : (tensor<2x3xui16>) -> !onnx.unknown
  %g = onnx.Gather(%t, %i) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %c = onnx.Concat(%g, %t) {axis = 0 : si64} : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %from = onnx.Constant() {value = dense<-1> : tensor<1xi64>} : () -> tensor<1xi64>
  %to = onnx.Constant() {value = dense<-1000> : tensor<1xi64>} : () -> tensor<1xi64>
  %axis = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %step = onnx.Constant() {value = dense<-2> : tensor<1xi64>} : () -> tensor<1xi64>
  %s = onnx.Slice(%c, %from, %to, %axis, %step) : (!onnx.unknown, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> !onnx.unknown
  %w = onnx.Where(%m, %s, %g) : (tensor<3x1xi1>, !onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %n = onnx.Constant() {value = dense<[2, 3, 2]> : tensor<3xi64>} : () -> tensor<3xi64>
  %y = onnx.Expand(%w, %n) : (!onnx.unknown, tensor<3xi64>) -> tensor<2x3x2xui16>
  return %y : tensor<2x3x2xui16>
}

func.func @ui32(%x: tensor<2x3xui32>, %i: tensor<3xi64>, %m: tensor<3x1xi1>) -> tensor<2x3x2xui32> attributes {
    inputs = [dense<[[4294967295, 1, 2], [3, 4, 5]]> : tensor<2x3xui32>, dense<[2, 0, -2]> : tensor<3xi64>, dense<[[true], [false], [true]]> : tensor<3x1xi1>],
    outputs = [dense<[[[2, 5], [4294967295, 3], [4294967295, 3]], [[2, 5], [4294967295, 3], [4294967295, 3]]]> : tensor<2x3x2xui32>]} {
  %none = onnx.None() : () -> none
  %t = onnx.Transpose(%x) : (tensor<2x3xui32>) -> !onnx.unknown
  %g = onnx.Gather(%t, %i) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %c = onnx.Concat(%g, %t) {axis = 0 : si64} : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %from = onnx.Constant() {value = dense<-1> : tensor<1xi64>} : () -> tensor<1xi64>
  %to = onnx.Constant() {value = dense<-1000> : tensor<1xi64>} : () -> tensor<1xi64>
  %axis = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %step = onnx.Constant() {value = dense<-2> : tensor<1xi64>} : () -> tensor<1xi64>
  %s = onnx.Slice(%c, %from, %to, %axis, %step) : (!onnx.unknown, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> !onnx.unknown
  %w = onnx.Where(%m, %s, %g) : (tensor<3x1xi1>, !onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %n = onnx.Constant() {value = dense<[2, 3, 2]> : tensor<3xi64>} : () -> tensor<3xi64>
  %y = onnx.Expand(%w, %n) : (!onnx.unknown, tensor<3xi64>) -> tensor<2x3x2xui32>
  return %y : tensor<2x3x2xui32>
}

func.func @ui64(%x: tensor<2x3xui64>, %i: tensor<3xi64>, %m: tensor<3x1xi1>) -> tensor<2x3x2xui64> attributes {
    inputs = [dense<[[18446744073709551615, 1, 2], [3, 4, 5]]> : tensor<2x3xui64>, dense<[2, 0, -2]> : tensor<3xi64>, dense<[[true], [false], [true]]> : tensor<3x1xi1>],
    outputs = [dense<[[[2, 5], [18446744073709551615, 3], [18446744073709551615, 3]], [[2, 5], [18446744073709551615, 3], [18446744073709551615, 3]]]> : tensor<2x3x2xui64>]} {
  %none = onnx.None() : () -> none
  %t = onnx.Transpose(%x) : (tensor<2x3xui64>) -> !onnx.unknown
  %g = onnx.Gather(%t, %i) : (!onnx.unknown, tensor<3xi64>) -> !onnx.unknown
  %c = onnx.Concat(%g, %t) {axis = 0 : si64} : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %from = onnx.Constant() {value = dense<-1> : tensor<1xi64>} : () -> tensor<1xi64>
  %to = onnx.Constant() {value = dense<-1000> : tensor<1xi64>} : () -> tensor<1xi64>
  %axis = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %step = onnx.Constant() {value = dense<-2> : tensor<1xi64>} : () -> tensor<1xi64>
  %s = onnx.Slice(%c, %from, %to, %axis, %step) : (!onnx.unknown, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> !onnx.unknown
  %w = onnx.Where(%m, %s, %g) : (tensor<3x1xi1>, !onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %n = onnx.Constant() {value = dense<[2, 3, 2]> : tensor<3xi64>} : () -> tensor<3xi64>
  %y = onnx.Expand(%w, %n) : (!onnx.unknown, tensor<3xi64>) -> tensor<2x3x2xui64>
  return %y : tensor<2x3x2xui64>
}
