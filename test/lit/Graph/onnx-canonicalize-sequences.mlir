// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --onnx-canonicalize --split-input-file | FileCheck %s

// Parts of known sizes, taken out one by one.
// CHECK-LABEL: func.func @main
// CHECK-SAME: -> (tensor<2x2xf32>, tensor<i64>)
// CHECK: %[[PARTS:.*]]:3 = onnx.Split
// CHECK-NOT: Sequence
// CHECK: return %[[PARTS]]#2
func.func @main(%x: tensor<2x5xf32>) -> (tensor<2x?xf32>, tensor<i64>) {
  %split = "onnx.Constant"() {value = dense<[2, 1, 2]> : tensor<3xi64>} : () -> tensor<3xi64>
  %last = "onnx.Constant"() {value = dense<-1> : tensor<i64>} : () -> tensor<i64>
  %s = onnx.SplitToSequence(%x, %split) {axis = 1 : si64} : (tensor<2x5xf32>, tensor<3xi64>) -> !onnx.seq<tensor<2x?xf32>>
  %y = onnx.SequenceAt(%s, %last) : (!onnx.seq<tensor<2x?xf32>>, tensor<i64>) -> tensor<2x?xf32>
  %n = onnx.SequenceLength(%s) : (!onnx.seq<tensor<2x?xf32>>) -> tensor<i64>
  return %y, %n : tensor<2x?xf32>, tensor<i64>
}

// -----

// A list that is built and stacked.
// CHECK-LABEL: func.func @main
// CHECK: onnx.Unsqueeze(%arg1
// CHECK: onnx.Unsqueeze(%arg0
// CHECK: onnx.Concat({{.*}}) {axis = 0 : si64} : (tensor<1x3xf32>, tensor<1x3xf32>) -> tensor<2x3xf32>
// CHECK-NOT: Sequence
func.func @main(%x: tensor<3xf32>, %y: tensor<3xf32>) -> tensor<2x3xf32> {
  %none = onnx.None() : () -> none
  %zero = "onnx.Constant"() {value = dense<0> : tensor<i64>} : () -> tensor<i64>
  %s = onnx.SequenceEmpty() : () -> !onnx.seq<!onnx.unknown>
  %t = onnx.SequenceInsert(%s, %x, %none) : (!onnx.seq<!onnx.unknown>, tensor<3xf32>, none) -> !onnx.seq<tensor<3xf32>>
  %u = onnx.SequenceInsert(%t, %y, %zero) : (!onnx.seq<tensor<3xf32>>, tensor<3xf32>, tensor<i64>) -> !onnx.seq<tensor<3xf32>>
  %r = onnx.ConcatFromSequence(%u) {axis = 0 : si64, new_axis = 1 : si64} : (!onnx.seq<tensor<3xf32>>) -> tensor<2x3xf32>
  return %r : tensor<2x3xf32>
}

// -----

// A position that is out of range is left to the run.
// CHECK-LABEL: func.func @main
// CHECK: onnx.SequenceAt
func.func @main(%x: tensor<3xf32>) -> tensor<3xf32> {
  %one = "onnx.Constant"() {value = dense<1> : tensor<i64>} : () -> tensor<i64>
  %s = onnx.SequenceConstruct(%x) : (tensor<3xf32>) -> !onnx.seq<tensor<3xf32>>
  %y = onnx.SequenceAt(%s, %one) : (!onnx.seq<tensor<3xf32>>, tensor<i64>) -> tensor<3xf32>
  return %y : tensor<3xf32>
}

// -----

// Branches of different ranks whose value only broadcasts: the lower one gets a dimension of 1.
// CHECK-LABEL: func.func @main
// CHECK: onnx.Unsqueeze
// CHECK: -> tensor<1xf32>
// CHECK: onnx.Mul({{.*}}) : (tensor<4xf32>, tensor<1xf32>) -> tensor<4xf32>
func.func @main(%c: tensor<i1>, %a: tensor<f32>, %b: tensor<1xf32>, %x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = "onnx.If"(%c) ({
    "onnx.Yield"(%a) : (tensor<f32>) -> ()
  }, {
    "onnx.Yield"(%b) : (tensor<1xf32>) -> ()
  }) : (tensor<i1>) -> tensor<*xf32>
  %y = onnx.Mul(%x, %0) : (tensor<4xf32>, tensor<*xf32>) -> tensor<4xf32>
  return %y : tensor<4xf32>
}
