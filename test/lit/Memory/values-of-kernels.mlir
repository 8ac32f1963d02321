// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-bufferize-schedule | FileCheck %s

// What a kernel computes for a sequence is computed in the memory that it has there; what is
// overwritten later is copied.
// CHECK-LABEL: func.func @main
// CHECK: %[[V:.*]] = cameo.box_memory[%{{.*}}] bytes
// CHECK: %[[M:.*]] = cameo.memory_of %[[V]]
// CHECK: cameo.call @k(%[[M]], %{{.*}} : !llvm.ptr, index)
// CHECK: cameo.make_value sequence(%[[V]])
// CHECK: scf.for
// CHECK: cameo.box_memory %{{.*}}[] bytes %{{.*}} shape [4] dtype 1 copy
func.func private @k(%o: memref<?xf32>, %b: index, %e: index, %s: memref<?xi8>) {
  return
}
func.func private @k4(%o: memref<4xf32>, %b: index, %e: index, %s: memref<?xi8>) {
  return
}
func.func @main(%n: tensor<?xi8>, %m: tensor<4xf32>) -> (!cameo.value, !cameo.value) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %d = tensor.dim %n, %c0 : tensor<?xi8>
  %o = tensor.empty(%d) : tensor<?xf32>
  %r = cameo.launch @k outs(%o : tensor<?xf32>) -> tensor<?xf32>
  %v = cameo.box %r dtype 1 : tensor<?xf32>
  %s = cameo.make_value sequence(%v)
  %z = cameo.make_value sequence()
  %x, %t = scf.for %i = %c0 to %d step %c1 iter_args(%x = %m, %t = %z) -> (tensor<4xf32>, !cameo.value) {
    %b = cameo.box %x dtype 1 : tensor<4xf32>
    %u = cameo.insert_item %b into %t at %i
    %y = cameo.launch @k4 outs(%x : tensor<4xf32>) -> tensor<4xf32>
    scf.yield %y, %u : tensor<4xf32>, !cameo.value
  }
  return %s, %t : !cameo.value, !cameo.value
}
