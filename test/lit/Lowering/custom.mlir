// SPDX-License-Identifier: Apache-2.0
// Operators that the user defines become calls; sizes come from their rules.
// RUN: cameo-opt %s --onnx-infer-shapes --cameo-lower-onnx --canonicalize | FileCheck %s

// CHECK-LABEL: func.func @main(
// CHECK-SAME: %[[X:.*]]: tensor<?x8xf32>)
// CHECK: %[[N:.*]] = tensor.dim %[[X]]
// CHECK: %[[HALF:.*]] = arith.{{.*}} %[[N]]
// CHECK: %[[N2:.*]] = tensor.dim %[[X]]
// CHECK: %[[Y:.*]]:3 = cameo.host_call "f" ins(%[[X]], %{{.*}} : tensor<?x8xf32>, tensor<0xi8>) sizes(%[[HALF]], %[[N2]])
// CHECK-SAME: allocates = array<i64: 1>
// CHECK-SAME: dtypes = array<i32: 1, 0, 1, 7, 1>
// CHECK-SAME: node = "node 'n' (F)"
// CHECK-SAME: parameters = {k = 3 : si64}
// CHECK-SAME: -> tensor<?x11xf32>, tensor<?xi64>, tensor<?x8xf32>
func.func @main(%x: tensor<?x8xf32>) -> (!onnx.unknown, !onnx.unknown, !onnx.unknown) {
  %none = onnx.None() : () -> none
  %y:3 = onnx.custom.Call(%x, %none) {name = "F", symbol = "f", input_names = ["X", "W"],
      parameters = {k = 3 : si64}, rules = [{type = 0 : i64, shape = ["X[0] / 2", "X[-1] + k"]},
      {type = i64, shape = ["?"]}, {type = 0 : i64, like = 0 : i64}]}
    : (tensor<?x8xf32>, none) -> (!onnx.unknown, !onnx.unknown, !onnx.unknown) loc("n")
  return %y#0, %y#1, %y#2 : !onnx.unknown, !onnx.unknown, !onnx.unknown
}

// C functions take and give packed tensors.
// CHECK-LABEL: func.func @packed(
// CHECK-SAME: %[[X:.*]]: tensor<5xi4>)
// CHECK: %[[Y:.*]] = cameo.host_call "g" ins(%[[X]] : tensor<5xi4>)
// CHECK-SAME: -> tensor<5xi4>
// CHECK: return %[[Y]]
func.func @packed(%x: tensor<5xi4>) -> !onnx.unknown {
  %y = onnx.custom.Call(%x) {name = "G", symbol = "g", input_names = ["X"], parameters = {},
      rules = [{type = 0 : i64, like = 0 : i64}]} : (tensor<5xi4>) -> !onnx.unknown loc("m")
  return %y : !onnx.unknown
}
