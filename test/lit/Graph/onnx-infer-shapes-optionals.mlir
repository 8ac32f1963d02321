// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --onnx-infer-shapes | FileCheck %s

// A loop may leave its optional empty; a model whose output is none promises that it does not.
// CHECK-LABEL: func.func @main
// CHECK: %[[O:.*]] = onnx.Loop
// CHECK: %[[S:.*]] = onnx.OptionalGetElement(%[[O]]) : (!onnx.opt<tensor<2xf32>>) -> tensor<2xf32>
// CHECK: return %[[S]]
func.func @main(%m: tensor<i64>, %o: !onnx.opt<tensor<2xf32>>, %x: tensor<2xf32>) -> tensor<2xf32> {
  %none = onnx.None() : () -> none
  %r = "onnx.Loop"(%m, %none, %o) ({
  ^bb0(%i: tensor<i64>, %go: tensor<i1>, %v: !onnx.opt<tensor<2xf32>>):
    "onnx.Yield"(%go, %x) : (tensor<i1>, tensor<2xf32>) -> ()
  }) : (tensor<i64>, none, !onnx.opt<tensor<2xf32>>) -> tensor<2xf32>
  return %r : tensor<2xf32>
}
