// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --onnx-widen-half --canonicalize | FileCheck %s

// One cast in, one out; what lies between is not rounded.
// CHECK-LABEL: @chain(
// CHECK-SAME: %[[X:[a-z0-9]+]]: tensor<2x3xf16>
// CHECK: %[[W:.*]] = onnx.Cast(%[[X]]) {to = 1 : si64}
// CHECK: %[[A:.*]] = onnx.Add(%[[W]], %[[W]]) : (tensor<2x3xf32>, tensor<2x3xf32>) -> tensor<2x3xf32>
// CHECK: %[[T:.*]] = onnx.Transpose(%[[A]]) {{.*}} -> tensor<3x2xf32>
// CHECK: %[[R:.*]] = onnx.Relu(%[[T]]) : (tensor<3x2xf32>) -> tensor<3x2xf32>
// CHECK: %[[Y:.*]] = onnx.Cast(%[[R]]) {to = 10 : si64} : (tensor<3x2xf32>) -> tensor<3x2xf16>
// CHECK: return %[[Y]]
func.func @chain(%x: tensor<2x3xf16>) -> tensor<3x2xf16> {
  %a = onnx.Add(%x, %x) : (tensor<2x3xf16>, tensor<2x3xf16>) -> tensor<2x3xf16>
  %t = onnx.Transpose(%a) {perm = array<i64: 1, 0>} : (tensor<2x3xf16>) -> tensor<3x2xf16>
  %r = onnx.Relu(%t) : (tensor<3x2xf16>) -> tensor<3x2xf16>
  return %r : tensor<3x2xf16>
}

// A cast of the model rounds: it stays, and what follows it is exact.
// CHECK-LABEL: @rounds(
// CHECK: onnx.Cast({{.*}}) {to = 16 : si64} : (tensor<2xf32>) -> tensor<2xbf16>
// CHECK: onnx.Cast({{.*}}) {to = 1 : si64} : (tensor<2xbf16>) -> tensor<2xf32>
// CHECK: onnx.Neg({{.*}}) : (tensor<2xf32>) -> tensor<2xf32>
// CHECK: onnx.Cast({{.*}}) {to = 16 : si64}
func.func @rounds(%x: tensor<2xf32>) -> tensor<2xbf16> {
  %h = onnx.Cast(%x) {to = 16 : si64} : (tensor<2xf32>) -> tensor<2xbf16>
  %n = onnx.Neg(%h) : (tensor<2xbf16>) -> tensor<2xbf16>
  return %n : tensor<2xbf16>
}

// Tables that are read in part, and all that only moves, stay halves.
// CHECK-LABEL: @table(
// CHECK: onnx.Gather({{.*}}) : (tensor<1000x8xf16>, tensor<2xi64>) -> tensor<2x8xf16>
// CHECK: onnx.Cast({{.*}}) {to = 1 : si64} : (tensor<2x8xf16>) -> tensor<2x8xf32>
// CHECK: onnx.Exp({{.*}}) -> tensor<2x8xf32>
func.func @table(%table: tensor<1000x8xf16>, %i: tensor<2xi64>) -> (tensor<2x8xf16>, tensor<8x1000xf16>) {
  %g = onnx.Gather(%table, %i) : (tensor<1000x8xf16>, tensor<2xi64>) -> tensor<2x8xf16>
  %e = onnx.Exp(%g) : (tensor<2x8xf16>) -> tensor<2x8xf16>
  // CHECK: onnx.Transpose({{.*}}) -> tensor<8x1000xf16>
  %t = onnx.Transpose(%table) {perm = array<i64: 1, 0>} : (tensor<1000x8xf16>) -> tensor<8x1000xf16>
  return %e, %t : tensor<2x8xf16>, tensor<8x1000xf16>
}

// Bodies of loops and branches take part; what they carry keeps its type.
// CHECK-LABEL: @branch(
// CHECK: onnx.If
// CHECK: onnx.Neg({{.*}}) : (tensor<2xf32>) -> tensor<2xf32>
// CHECK: onnx.Cast({{.*}}) {to = 10 : si64} : (tensor<2xf32>) -> tensor<2xf16>
// CHECK: onnx.Yield({{.*}}) : (tensor<2xf16>)
func.func @branch(%c: tensor<i1>, %x: tensor<2xf16>) -> tensor<2xf16> {
  %y = "onnx.If"(%c) ({
    %n = onnx.Neg(%x) : (tensor<2xf16>) -> tensor<2xf16>
    onnx.Yield(%n) : (tensor<2xf16>) -> ()
  }, {
    onnx.Yield(%x) : (tensor<2xf16>) -> ()
  }) : (tensor<i1>) -> tensor<2xf16>
  return %y : tensor<2xf16>
}
