// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --onnx-infer-shapes --onnx-fuse-activations --onnx-canonicalize | FileCheck %s

// CHECK-LABEL: func.func @main
// CHECK-SAME: %[[X:.*]]: tensor<?x8xf32>
// CHECK-DAG: onnx.Gelu(%[[X]]) :
// CHECK-DAG: onnx.Gelu(%[[X]]) {approximate = "tanh"}
// CHECK-DAG: onnx.Swish(%[[X]]) :
// CHECK-DAG: onnx.Swish(%[[X]]) {alpha = 1.702000e+00 : f32}
// CHECK-DAG: onnx.HardSwish(%[[X]])
// CHECK-NOT: onnx.Erf
// CHECK-NOT: onnx.Sigmoid
// CHECK-NOT: onnx.Clip
module {
  func.func @main(%x: tensor<?x8xf32>) -> (tensor<*xf32>, tensor<*xf32>, tensor<*xf32>, tensor<*xf32>, tensor<*xf32>) {
    %half = onnx.Constant() {value = dense<0.5> : tensor<f32>} : () -> tensor<f32>
    %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
    %three = onnx.Constant() {value = dense<3.0> : tensor<f32>} : () -> tensor<f32>
    %six = onnx.Constant() {value = dense<6.0> : tensor<f32>} : () -> tensor<f32>
    %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
    %root2 = onnx.Constant() {value = dense<1.41421354> : tensor<f32>} : () -> tensor<f32>
    %c = onnx.Constant() {value = dense<0.0447149985> : tensor<f32>} : () -> tensor<f32>
    %k = onnx.Constant() {value = dense<0.797884583> : tensor<f32>} : () -> tensor<f32>
    %quick = onnx.Constant() {value = dense<1.702> : tensor<f32>} : () -> tensor<f32>

    %e0 = onnx.Div(%x, %root2) : (tensor<?x8xf32>, tensor<f32>) -> !onnx.unknown
    %e1 = onnx.Erf(%e0) : (!onnx.unknown) -> !onnx.unknown
    %e2 = onnx.Add(%e1, %one) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
    %e3 = onnx.Mul(%x, %e2) : (tensor<?x8xf32>, !onnx.unknown) -> !onnx.unknown
    %gelu = onnx.Mul(%e3, %half) : (!onnx.unknown, tensor<f32>) -> tensor<*xf32>

    %t0 = onnx.Pow(%x, %three) : (tensor<?x8xf32>, tensor<f32>) -> !onnx.unknown
    %t1 = onnx.Mul(%c, %t0) : (tensor<f32>, !onnx.unknown) -> !onnx.unknown
    %t2 = onnx.Add(%x, %t1) : (tensor<?x8xf32>, !onnx.unknown) -> !onnx.unknown
    %t3 = onnx.Mul(%t2, %k) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
    %t4 = onnx.Tanh(%t3) : (!onnx.unknown) -> !onnx.unknown
    %t5 = onnx.Add(%one, %t4) : (tensor<f32>, !onnx.unknown) -> !onnx.unknown
    %t6 = onnx.Mul(%half, %x) : (tensor<f32>, tensor<?x8xf32>) -> !onnx.unknown
    %tanh = onnx.Mul(%t6, %t5) : (!onnx.unknown, !onnx.unknown) -> tensor<*xf32>

    %s0 = onnx.Sigmoid(%x) : (tensor<?x8xf32>) -> !onnx.unknown
    %swish = onnx.Mul(%x, %s0) : (tensor<?x8xf32>, !onnx.unknown) -> tensor<*xf32>

    %q0 = onnx.Mul(%x, %quick) : (tensor<?x8xf32>, tensor<f32>) -> !onnx.unknown
    %q1 = onnx.Sigmoid(%q0) : (!onnx.unknown) -> !onnx.unknown
    %q2 = onnx.Mul(%q1, %x) : (!onnx.unknown, tensor<?x8xf32>) -> tensor<*xf32>

    %h0 = onnx.Add(%x, %three) : (tensor<?x8xf32>, tensor<f32>) -> !onnx.unknown
    %h1 = onnx.Clip(%h0, %zero, %six) : (!onnx.unknown, tensor<f32>, tensor<f32>) -> !onnx.unknown
    %h2 = onnx.Mul(%x, %h1) : (tensor<?x8xf32>, !onnx.unknown) -> !onnx.unknown
    %hard = onnx.Div(%h2, %six) : (!onnx.unknown, tensor<f32>) -> tensor<*xf32>
    return %gelu, %tanh, %swish, %q2, %hard : tensor<*xf32>, tensor<*xf32>, tensor<*xf32>, tensor<*xf32>, tensor<*xf32>
  }
}
