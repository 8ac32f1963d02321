// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-bufferize-schedule --canonicalize --cse | FileCheck %s
// RUN: cameo-opt %s --cameo-bufferize-schedule --canonicalize --cse --cameo-plan-memory --convert-scf-to-cf \
// RUN:   --cameo-kernel-arguments --cameo-lower-schedule | FileCheck %s --check-prefix=LOWERED

func.func private @copy(%p: memref<2x?xf32>, %n: index, %o: memref<2x?xf32>, %begin: index, %end: index, %s: memref<?xi8>) attributes {cameo.kernel_body} {
  return
}
func.func private @append(%x: memref<2x1xf32>, %o: memref<2x?xf32>, %begin: index, %end: index, %s: memref<?xi8>) attributes {cameo.kernel_body} {
  return
}
// The caller's buffer if its capacity is not 0, which must be enough then; else one of as many rows as there will be. What
// is missing in it is copied; the launches work in it one after the other; its rows are returned.
// CHECK-LABEL: func.func @main(
// CHECK-SAME: %[[X:.*]]: !llvm.ptr, %[[P:.*]]: !llvm.ptr, %[[N:.*]]: index) -> (!llvm.ptr, index)
// CHECK-SAME: cameo.updates = [{axis = 1 : i64, input = 1 : i64, output = 0 : i64}]
// CHECK: %[[ROWS:.*]] = arith.addi %[[N]], %c1
// CHECK: %[[BYTES:.*]] = arith.muli %[[ROWS]], %c8
// CHECK: %[[OWN:.*]] = cameo.buffer %[[BYTES]]
// CHECK: %[[CAPACITY:.*]] = cameo.cache_capacity 0
// CHECK: %[[LENT:.*]] = arith.cmpi ne, %[[CAPACITY]], %c0
// CHECK: %[[SIZE:.*]] = arith.select %[[LENT]], %[[CAPACITY]], %[[ROWS]]
// CHECK: %[[ENOUGH:.*]] = arith.cmpi sge, %[[SIZE]], %[[ROWS]]
// CHECK: cameo.check %[[ENOUGH]], "input 1 'past': the buffer that is lent has room for fewer rows than the run makes"
// CHECK: %[[AT:.*]] = arith.select %[[LENT]], %[[P]], %[[OWN]] : !llvm.ptr
// CHECK: %[[MISSING:.*]] = arith.select %[[LENT]], %c0, %[[N]]
// CHECK: cameo.call @copy(%[[P]], %[[N]], %[[MISSING]], %[[AT]], %[[SIZE]] :
// CHECK: cameo.call @append(%[[X]], %[[AT]], %[[SIZE]] :
// CHECK: return %[[AT]], %[[ROWS]]

// Without capacities from the caller there are none.
// LOWERED: llvm.mlir.global internal constant @model.no_capacity(0 : i64)
// LOWERED: func.func @model.run(
// LOWERED: %[[NONE:.*]] = llvm.icmp "eq" %[[LIST:.*]], %{{.*}} : !llvm.ptr
// LOWERED: %[[ZERO:.*]] = llvm.mlir.addressof @model.no_capacity
// LOWERED: llvm.select %[[NONE]], %[[ZERO]], %[[LIST]]
func.func @main(%x: tensor<2x1xf32> {cameo.name = "x"}, %past: tensor<2x?xf32> {cameo.name = "past"}) -> tensor<2x?xf32>
    attributes {cameo.updates = [{axis = 1 : i64, input = 1 : i64, output = 0 : i64}]} {
  %c1 = arith.constant 1 : index
  %n = tensor.dim %past, %c1 : tensor<2x?xf32>
  %rows = arith.addi %n, %c1 : index
  %cache, %missing = cameo.cache 0 %past rows(%rows) axis 1 : tensor<2x?xf32> -> tensor<2x?xf32>
  %a = cameo.launch @copy ins(%past, %missing : tensor<2x?xf32>, index) outs(%cache : tensor<2x?xf32>) -> tensor<2x?xf32>
  %b = cameo.launch @append ins(%x : tensor<2x1xf32>) outs(%a : tensor<2x?xf32>) -> tensor<2x?xf32>
  %r = cameo.cache_rows %b(%rows) axis 1 : tensor<2x?xf32> to tensor<2x?xf32>
  return %r : tensor<2x?xf32>
}
