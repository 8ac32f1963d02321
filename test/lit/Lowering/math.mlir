// SPDX-License-Identifier: Apache-2.0
// Element-wise operators become one linalg.generic each, with numpy broadcasting in its maps.
// RUN: cameo-opt %s --cameo-lower-onnx --split-input-file | FileCheck %s

// CHECK-DAG: #[[ROW:.*]] = affine_map<(d0, d1) -> (d1)>
// CHECK-DAG: #[[ID:.*]] = affine_map<(d0, d1) -> (d0, d1)>
// CHECK-LABEL: func.func @main(%{{.*}}: tensor<2x3xf32>, %{{.*}}: tensor<3xf32>) -> tensor<2x3xf32>
// CHECK: linalg.generic {indexing_maps = [#[[ID]], #[[ROW]], #[[ID]]]
// CHECK: arith.addf
func.func @main(%a: tensor<2x3xf32>, %b: tensor<3xf32>) -> tensor<2x3xf32> {
  %0 = onnx.Add(%a, %b) : (tensor<2x3xf32>, tensor<3xf32>) -> tensor<2x3xf32>
  return %0 : tensor<2x3xf32>
}

// -----
// Unsigned integers divide unsigned, and a zero divisor does not trap.
// CHECK-LABEL: func.func @main(%{{.*}}: tensor<4xi8>
// CHECK: arith.select
// CHECK: arith.divui
func.func @main(%a: tensor<4xui8>, %b: tensor<4xui8>) -> tensor<4xui8> {
  %0 = onnx.Div(%a, %b) : (tensor<4xui8>, tensor<4xui8>) -> tensor<4xui8>
  return %0 : tensor<4xui8>
}

// -----
// Truth values are bytes in memory.
// CHECK-LABEL: func.func @main
// CHECK-SAME: -> tensor<4xi8>
// CHECK: %[[LESS:.*]] = arith.cmpf olt
// CHECK: arith.extui %[[LESS]] : i1 to i8
func.func @main(%a: tensor<4xf32>, %b: tensor<4xf32>) -> tensor<4xi1> {
  %0 = onnx.Less(%a, %b) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xi1>
  return %0 : tensor<4xi1>
}

// -----
// Half floats are computed with as f32.
// CHECK-LABEL: func.func @main
// CHECK: arith.extf %{{.*}} : f16 to f32
// CHECK: math.exp
// CHECK: arith.truncf %{{.*}} : f32 to f16
func.func @main(%a: tensor<4xf16>) -> tensor<4xf16> {
  %0 = onnx.Exp(%a) : (tensor<4xf16>) -> tensor<4xf16>
  return %0 : tensor<4xf16>
}

// -----
// Splat constants go into the body; a power of 2 is a product.
// CHECK-LABEL: func.func @main
// CHECK: linalg.generic
// CHECK-SAME: ins(%{{[^,]*}} : tensor<4xf32>)
// CHECK-NOT: math.powf
// CHECK: arith.mulf
func.func @main(%a: tensor<4xf32>) -> tensor<4xf32> {
  %two = onnx.Constant() {value = dense<2.0> : tensor<f32>} : () -> tensor<f32>
  %0 = onnx.Pow(%a, %two) : (tensor<4xf32>, tensor<f32>) -> tensor<4xf32>
  return %0 : tensor<4xf32>
}

// -----
// Dimensions of one name are equal: no broadcasting at run time.
// CHECK-LABEL: func.func @main
// CHECK-NOT: cameo.check
// CHECK: linalg.generic
// CHECK-NOT: tensor.extract
// CHECK: arith.addf
func.func @main(%a: tensor<?xf32> {cameo.dims = ["n"]}, %b: tensor<?xf32> {cameo.dims = ["n"]})
    -> tensor<?xf32> {
  %0 = onnx.Add(%a, %b) : (tensor<?xf32>, tensor<?xf32>) -> tensor<?xf32>
  return %0 : tensor<?xf32>
}

// -----
// Otherwise the run finds out who broadcasts.
// CHECK-LABEL: func.func @main
// CHECK: cameo.check %{{.*}}, "{{.*}}(Add): operands do not broadcast
// CHECK: linalg.generic
// CHECK: tensor.extract
// CHECK: arith.addf
func.func @main(%a: tensor<?xf32>, %b: tensor<?xf32>) -> tensor<?xf32> {
  %0 = onnx.Add(%a, %b) : (tensor<?xf32>, tensor<?xf32>) -> tensor<?xf32>
  return %0 : tensor<?xf32>
}

// -----
// CHECK-LABEL: func.func @main
// CHECK: arith.cmpi ne
// CHECK: arith.select
func.func @main(%c: tensor<4xi1>, %a: tensor<4xf32>, %b: tensor<4xf32>) -> tensor<4xf32> {
  %0 = onnx.Where(%c, %a, %b) : (tensor<4xi1>, tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  return %0 : tensor<4xf32>
}
