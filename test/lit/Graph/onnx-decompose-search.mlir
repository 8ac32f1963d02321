// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --onnx-decompose-contrib --split-input-file | FileCheck %s

// One Loop around one decoder, whose caches grow from nothing.
// CHECK-LABEL: func.func @greedy
// CHECK: onnx.Loop
// CHECK: onnx.Gather(%{{.*}}, %{{.*}}) : (tensor<8x8xf32>
// CHECK-NOT: tensor<8x8xf32>
// CHECK: onnx.ArgMax
// CHECK: onnx.Yield
// CHECK-NOT: onnx.ms.GreedySearch
func.func @greedy(%ids: tensor<?x?xi32>, %max: tensor<1xi32>) -> !onnx.unknown {
  %none = onnx.None() : () -> none
  %y = onnx.ms.GreedySearch(%ids, %max, %none, %none, %none, %none, %none) {eos_token_id = 7 : si64, pad_token_id = 0 : si64} : (tensor<?x?xi32>, tensor<1xi32>, none, none, none, none, none) -> !onnx.unknown {
  ^bb0(%i: tensor<?x?xi32>, %p: tensor<?x?xi32>, %m: tensor<?x?xi32>, %past: tensor<2x?x1x?x4xf32>):
    %table = onnx.Constant() {value = dense<0.5> : tensor<8x8xf32>} : () -> tensor<8x8xf32>
    %s = onnx.Gather(%table, %i) : (tensor<8x8xf32>, tensor<?x?xi32>) -> tensor<?x?x8xf32>
    "onnx.Yield"(%s, %past) : (tensor<?x?x8xf32>, tensor<2x?x1x?x4xf32>) -> ()
  }, {
  }, {
  }
  return %y : !onnx.unknown
}

// -----
// With a first round of its own the decoder is in a branch.
// CHECK-LABEL: func.func @beams
// CHECK: onnx.Loop
// CHECK: onnx.If
// CHECK: onnx.LogSoftmax
// CHECK: onnx.TopK
// CHECK-NOT: onnx.ms.BeamSearch
func.func @beams(%ids: tensor<?x?xi32>, %n: tensor<1xi32>) -> (!onnx.unknown, !onnx.unknown) {
  %none = onnx.None() : () -> none
  %y:3 = onnx.ms.BeamSearch(%ids, %n, %none, %n, %n, %none, %none, %none, %none, %none, %none, %none) {eos_token_id = 7 : si64, pad_token_id = 0 : si64} : (tensor<?x?xi32>, tensor<1xi32>, none, tensor<1xi32>, tensor<1xi32>, none, none, none, none, none, none, none) -> (!onnx.unknown, !onnx.unknown, none) {
  ^bb0(%i: tensor<?x?xi32>, %p: tensor<?x?xi32>, %m: tensor<?x?xi32>, %past: tensor<2x?x1x?x4xf32>):
    %s = onnx.Constant() {value = dense<0.5> : tensor<1x1x8xf32>} : () -> tensor<1x1x8xf32>
    "onnx.Yield"(%s, %past) : (tensor<1x1x8xf32>, tensor<2x?x1x?x4xf32>) -> ()
  }, {
  }, {
  ^bb0(%i: tensor<?x?xi32>, %p: tensor<?x?xi32>, %m: tensor<?x?xi32>, %past: tensor<2x?x1x?x4xf32>):
    %s = onnx.Constant() {value = dense<0.25> : tensor<1x1x8xf32>} : () -> tensor<1x1x8xf32>
    "onnx.Yield"(%s, %past) : (tensor<1x1x8xf32>, tensor<2x?x1x?x4xf32>) -> ()
  }
  return %y#0, %y#1 : !onnx.unknown, !onnx.unknown
}
