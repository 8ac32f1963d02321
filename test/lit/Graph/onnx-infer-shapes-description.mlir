// SPDX-License-Identifier: Apache-2.0
// A description that says other element types than the function has is put right: callers make their tensors by it.
// RUN: cameo-opt %s --onnx-infer-shapes | FileCheck %s

// CHECK: func.func @main(%{{.*}}: tensor<4xf32> {cameo.dtype = "float32", cameo.name = "x"})
// CHECK-SAME: -> (tensor<4xf32> {{{.*}}cameo.dtype = "float32"
func.func @main(%x: tensor<4xf32> {cameo.dtype = "int8", cameo.name = "x"})
    -> (tensor<4xf32> {cameo.dtype = "int8", cameo.name = "y"}) {
  %y = onnx.Relu(%x) : (tensor<4xf32>) -> tensor<4xf32>
  return %y : tensor<4xf32>
}
