// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-host-scalars --canonicalize --cse | FileCheck %s

// Shape, Gather, Concat, Reshape as lowered: nothing of it is left but the sizes.
// CHECK-LABEL: func.func @reshape
// CHECK-NOT: linalg
// CHECK-NOT: insert_slice
// CHECK-DAG: %[[N:.*]] = tensor.dim %arg0, %c0
// CHECK-DAG: %[[M:.*]] = tensor.dim %arg0, %c1
// CHECK: %[[P:.*]] = arith.muli
// CHECK: tensor.from_elements
// CHECK: tensor.reshape
// CHECK-NOT: linalg
func.func @reshape(%x: tensor<?x?x4xf32>) -> tensor<?x?xf32> {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c4 = arith.constant 4 : i64
  %n = tensor.dim %x, %c0 : tensor<?x?x4xf32>
  %m = tensor.dim %x, %c1 : tensor<?x?x4xf32>
  %ni = arith.index_cast %n : index to i64
  %mi = arith.index_cast %m : index to i64
  %shape = tensor.from_elements %ni, %mi, %c4 : tensor<3xi64>
  // shape[1:] as a product
  %tail = tensor.extract_slice %shape[1] [2] [1] : tensor<3xi64> to tensor<2xi64>
  %e0 = tensor.empty() : tensor<1xi64>
  %one = arith.constant 1 : i64
  %init = linalg.fill ins(%one : i64) outs(%e0 : tensor<1xi64>) -> tensor<1xi64>
  %prod = linalg.generic {indexing_maps = [affine_map<(d0, d1) -> (d1)>, affine_map<(d0, d1) -> (d0)>], iterator_types = ["parallel", "reduction"]}
      ins(%tail : tensor<2xi64>) outs(%init : tensor<1xi64>) {
  ^bb0(%a: i64, %acc: i64):
    %p = arith.muli %a, %acc : i64
    linalg.yield %p : i64
  } -> tensor<1xi64>
  // Gather of index 0
  %i = arith.constant dense<0> : tensor<1xi64>
  %first = linalg.generic {indexing_maps = [affine_map<(d0) -> (d0)>, affine_map<(d0) -> (d0)>], iterator_types = ["parallel"]}
      ins(%i : tensor<1xi64>) outs(%e0 : tensor<1xi64>) {
  ^bb0(%k: i64, %o: i64):
    %at = arith.index_cast %k : i64 to index
    %v = tensor.extract %shape[%at] : tensor<3xi64>
    linalg.yield %v : i64
  } -> tensor<1xi64>
  %e = tensor.empty() : tensor<2xi64>
  %s0 = tensor.insert_slice %first into %e[0] [1] [1] : tensor<1xi64> into tensor<2xi64>
  %s1 = tensor.insert_slice %prod into %s0[1] [1] [1] : tensor<1xi64> into tensor<2xi64>
  %r = tensor.reshape %x(%s1) : (tensor<?x?x4xf32>, tensor<2xi64>) -> tensor<?x?xf32>
  return %r : tensor<?x?xf32>
}

// Larger tensors, and those that come from memory, stay computations.
// CHECK-LABEL: func.func @memory
// CHECK: linalg.generic
func.func @memory(%x: tensor<4xi64>) -> tensor<4xi64> {
  %e = tensor.empty() : tensor<4xi64>
  %0 = linalg.generic {indexing_maps = [affine_map<(d0) -> (d0)>, affine_map<(d0) -> (d0)>], iterator_types = ["parallel"]}
      ins(%x : tensor<4xi64>) outs(%e : tensor<4xi64>) {
  ^bb0(%a: i64, %o: i64):
    %p = arith.addi %a, %a : i64
    linalg.yield %p : i64
  } -> tensor<4xi64>
  return %0 : tensor<4xi64>
}
