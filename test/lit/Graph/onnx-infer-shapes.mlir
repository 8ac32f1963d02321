// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --onnx-infer-shapes | FileCheck %s
// RUN: cameo-opt %s '--onnx-infer-shapes=dim=batch=4' | FileCheck %s --check-prefix=DIM
// RUN: cameo-opt %s '--onnx-infer-shapes=shape=x=2x7' | FileCheck %s --check-prefix=SHAPE

// CHECK: func.func @main(%[[X:.*]]: tensor<?x?xf32>
// CHECK-SAME: -> (tensor<?x3xf32> {cameo.dims = ["batch", ""], cameo.name = "y"}, tensor<?x?xf32>
// CHECK-SAME: cameo.dims = ["batch", "seq"]
// DIM: func.func @main(%{{.*}}: tensor<4x?xf32> {cameo.dims = ["", "seq"], cameo.name = "x"}
// DIM-SAME: -> (tensor<4x3xf32>
// SHAPE: func.func @main(%{{.*}}: tensor<2x7xf32>
// SHAPE-SAME: -> (tensor<2x3xf32>
module {
  func.func @main(%x: tensor<?x?xf32> {cameo.name = "x", cameo.dims = ["batch", "seq"]})
      -> (tensor<*xf32> {cameo.name = "y"}, tensor<*xf32>) {
    // CHECK: onnx.Shape(%[[X]]) : (tensor<?x?xf32>) -> tensor<2xi64>
    %shape = "onnx.Shape"(%x) : (tensor<?x?xf32>) -> !onnx.unknown
    %zero = "onnx.Constant"() {value = dense<0> : tensor<i64>} : () -> tensor<i64>
    %batch = "onnx.Gather"(%shape, %zero) {axis = 0 : si64} : (!onnx.unknown, tensor<i64>) -> !onnx.unknown
    %axes = "onnx.Constant"() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
    %batch1 = "onnx.Unsqueeze"(%batch, %axes) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %minus = "onnx.Constant"() {value = dense<-1> : tensor<1xi64>} : () -> tensor<1xi64>
    %target = "onnx.Concat"(%batch1, %minus) {axis = 0 : si64} : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    // A reshape to (batch, -1) keeps the second size.
    %same = "onnx.Reshape"(%x, %target) : (tensor<?x?xf32>, !onnx.unknown) -> tensor<*xf32>
    %perm = "onnx.Transpose"(%x) {perm = array<i64: 1, 0>} : (tensor<?x?xf32>) -> !onnx.unknown
    %square = "onnx.MatMul"(%x, %perm) : (tensor<?x?xf32>, !onnx.unknown) -> !onnx.unknown
    %w = "onnx.Constant"() {value = dense<1.0> : tensor<1x3xf32>} : () -> tensor<1x3xf32>
    %axis1 = "onnx.Constant"() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
    %sum = "onnx.ReduceSum"(%square, %axis1) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    // CHECK: onnx.MatMul({{.*}}) : (tensor<?x1xf32>, tensor<1x3xf32>) -> tensor<?x3xf32>
    %y = "onnx.MatMul"(%sum, %w) : (!onnx.unknown, tensor<1x3xf32>) -> tensor<*xf32>
    return %y, %same : tensor<*xf32>, tensor<*xf32>
  }
}
