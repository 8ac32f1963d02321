// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-lower-onnx | FileCheck %s

// What the pass leaves is linalg on signless tensors: bool is i8, no operation of the onnx dialect is left, unknown
// types are settled, and what is known only to the run is checked there.
// CHECK-LABEL: func.func @main(
// CHECK-SAME: %[[X:.*]]: tensor<?x1xf32>{{.*}}, %[[C:.*]]: tensor<3xi8>
// CHECK-NOT: onnx.
// CHECK: cameo.check %{{.*}}, "{{.*}}(Squeeze): dimension 0 is 1; without axes, the model's shapes must tell that"
// CHECK: linalg.generic
// CHECK-SAME: outs(%{{.*}} : tensor<3xi8>)
func.func @main(%x: tensor<?x1xf32> {cameo.name = "x"}, %c: tensor<3xi1> {cameo.name = "c"}) -> (tensor<?xf32>, tensor<3xui8>) {
  %none = onnx.None() : () -> none
  %0 = onnx.Squeeze(%x, %none) : (tensor<?x1xf32>, none) -> tensor<?xf32>
  %1 = onnx.Cast(%c) {to = 2 : si64} : (tensor<3xi1>) -> !onnx.unknown
  %2 = onnx.Identity(%1) : (!onnx.unknown) -> tensor<3xui8>
  return %0, %2 : tensor<?xf32>, tensor<3xui8>
}
