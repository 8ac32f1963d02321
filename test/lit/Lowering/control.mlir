// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-lower-onnx --split-input-file | FileCheck %s

// Branches of different shapes meet in the dynamic type.
// CHECK-LABEL: func.func @main
// CHECK: scf.if %{{.*}} -> (tensor<?xf32>)
// CHECK: tensor.cast %{{.*}} : tensor<2xf32> to tensor<?xf32>
// CHECK: else
// CHECK: tensor.cast %{{.*}} : tensor<3xf32> to tensor<?xf32>
func.func @main(%c: tensor<i1>, %a: tensor<2xf32>, %b: tensor<3xf32>) -> tensor<?xf32> {
  %0 = "onnx.If"(%c) ({
    "onnx.Yield"(%a) : (tensor<2xf32>) -> ()
  }, {
    "onnx.Yield"(%b) : (tensor<3xf32>) -> ()
  }) : (tensor<i1>) -> tensor<?xf32>
  return %0 : tensor<?xf32>
}

// -----

// A condition that stays true: counted. The scan output is written in place.
// CHECK-LABEL: func.func @main
// CHECK: scf.for {{.*}} -> (tensor<2xf32>, tensor<?x2xf32>)
// CHECK: cameo.compute
// CHECK: scf.yield
func.func @main(%m: tensor<i64>, %a: tensor<2xf32>) -> (tensor<2xf32>, tensor<?x2xf32>) {
  %none = "onnx.None"() : () -> none
  %0, %1 = "onnx.Loop"(%m, %none, %a) ({
  ^bb0(%i: tensor<i64>, %going: tensor<i1>, %x: tensor<2xf32>):
    %y = "onnx.Add"(%x, %x) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
    "onnx.Yield"(%going, %y, %y) : (tensor<i1>, tensor<2xf32>, tensor<2xf32>) -> ()
  }) : (tensor<i64>, none, tensor<2xf32>) -> (tensor<2xf32>, tensor<?x2xf32>)
  return %0, %1 : tensor<2xf32>, tensor<?x2xf32>
}

// -----

// A condition that is computed: the number of iterations is unknown, so slices gather in blocks
// (of 4 KB), which a sequence collects and the end joins.
// CHECK-LABEL: func.func @main
// CHECK: cameo.make_value sequence()
// CHECK: tensor.empty() : tensor<512x2xf32>
// CHECK: scf.while
// CHECK: scf.condition
// CHECK: arith.remui %{{.*}}, %c512
// CHECK: cameo.compute {{.*}} outs(%{{.*}} : tensor<512x2xf32>)
// CHECK: scf.if %{{.*}} -> (!cameo.value)
// CHECK: cameo.box %{{.*}} dtype 1 : tensor<512x2xf32>
// CHECK: cameo.insert_item
// CHECK: scf.for
// CHECK: cameo.unbox {{.*}} : tensor<512x2xf32>
// CHECK: tensor.extract_slice
func.func @main(%a: tensor<2xf32>, %c: tensor<i1>) -> tensor<?x2xf32> {
  %none = "onnx.None"() : () -> none
  %0, %1, %2 = "onnx.Loop"(%none, %c, %a, %c) ({
  ^bb0(%i: tensor<i64>, %going: tensor<i1>, %x: tensor<2xf32>, %flag: tensor<i1>):
    "onnx.Yield"(%flag, %x, %flag, %x) : (tensor<i1>, tensor<2xf32>, tensor<i1>, tensor<2xf32>) -> ()
  }) : (none, tensor<i1>, tensor<2xf32>, tensor<i1>) -> (tensor<2xf32>, tensor<i1>, tensor<?x2xf32>)
  return %2 : tensor<?x2xf32>
}

// -----

// CHECK-LABEL: func.func @main
// CHECK: scf.for
// CHECK: tensor.extract_slice
// CHECK: cameo.compute
func.func @main(%s: tensor<2xf32>, %x: tensor<5x2xf32>) -> tensor<5x2xf32> {
  %0, %1 = "onnx.Scan"(%s, %x) ({
  ^bb0(%state: tensor<2xf32>, %item: tensor<2xf32>):
    %y = "onnx.Add"(%state, %item) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
    "onnx.Yield"(%y, %y) : (tensor<2xf32>, tensor<2xf32>) -> ()
  }) {num_scan_inputs = 1 : si64} : (tensor<2xf32>, tensor<5x2xf32>) -> (tensor<2xf32>, tensor<5x2xf32>)
  return %1 : tensor<5x2xf32>
}

// -----

// A size that only the body's values have, but that is one of the graph's inputs: known before.
// CHECK-LABEL: func.func @main
// CHECK: %[[N:.*]] = tensor.dim %arg1, %c0
// CHECK: tensor.empty(%{{.*}}, %[[N]]) : tensor<?x?xf32>
// CHECK: scf.for
// CHECK-NOT: cameo.box
func.func @main(%m: tensor<i64>, %x: tensor<?xf32>) -> tensor<?x?xf32> {
  %none = "onnx.None"() : () -> none
  %0 = "onnx.Loop"(%m, %none) ({
  ^bb0(%i: tensor<i64>, %going: tensor<i1>):
    %y = "onnx.Abs"(%x) : (tensor<?xf32>) -> tensor<?xf32>
    "onnx.Yield"(%going, %y) : (tensor<i1>, tensor<?xf32>) -> ()
  }) : (tensor<i64>, none) -> tensor<?x?xf32>
  return %0 : tensor<?x?xf32>
}
