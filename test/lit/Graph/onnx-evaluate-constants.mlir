// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --onnx-infer-shapes --onnx-evaluate-constants | FileCheck %s

// What depends on constants alone is computed; what depends on the input stays.
// CHECK-LABEL: func.func @main
// CHECK-SAME: %[[X:.*]]: tensor<2xf32>
// CHECK: %[[C:.*]] = onnx.Constant() {value = dense<[1.000000e+01, 4.000000e+01]> : tensor<2xf32>}
// CHECK-NOT: onnx.Mul
// CHECK: onnx.Add(%[[X]], %[[C]])
module {
  func.func @main(%x: tensor<2xf32>) -> tensor<*xf32> {
    %a = onnx.Constant() {value = dense<[1.0, 2.0]> : tensor<2xf32>} : () -> tensor<2xf32>
    %b = onnx.Constant() {value = dense<[10.0, 20.0]> : tensor<2xf32>} : () -> tensor<2xf32>
    %c = onnx.Mul(%a, %b) : (tensor<2xf32>, tensor<2xf32>) -> !onnx.unknown
    %y = onnx.Add(%x, %c) : (tensor<2xf32>, !onnx.unknown) -> tensor<*xf32>
    return %y : tensor<*xf32>
  }
}
