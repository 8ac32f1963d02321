// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-bufferize-schedule --split-input-file | FileCheck %s
// RUN: cameo-opt %s --cameo-bufferize-schedule --cameo-plan-memory --convert-scf-to-cf \
// RUN:   --cameo-lower-schedule=name=m --split-input-file | FileCheck %s --check-prefix=LOW

// An input stays as it is during the run: its value refers to it. Others have memory of their own.
// CHECK-LABEL: func.func @main(%arg0: !llvm.ptr, %arg1: index) -> !cameo.value
// CHECK: %[[X:.*]] = cameo.box_memory %arg0[%arg1] bytes %{{.*}} shape [-9223372036854775808, 2] dtype 1{{$}}
// CHECK: %[[Y:.*]] = cameo.box_memory[] bytes %{{.*}} shape [1] dtype 7{{$}}
// CHECK: %[[M:.*]] = cameo.memory_of %[[Y]]
// CHECK: llvm.store
// CHECK: cameo.make_value sequence(%[[X]], %[[Y]])
// LOW: func.func @m.run
// LOW: call @m.new_tensor
// LOW: call @m.new_items
func.func @main(%x: tensor<?x2xf32>) -> !cameo.value {
  %c0 = arith.constant 0 : index
  %n = tensor.dim %x, %c0 : tensor<?x2xf32>
  %i = arith.index_cast %n : index to i64
  %y = tensor.from_elements %i : tensor<1xi64>
  %a = cameo.box %x dtype 1 : tensor<?x2xf32>
  %b = cameo.box %y dtype 7 : tensor<1xi64>
  %s = cameo.make_value sequence(%a, %b)
  return %s : !cameo.value
}

// -----

// An element that goes on unchanged is not copied again; its sizes are those of the value.
// CHECK-LABEL: func.func @main(%arg0: !cameo.value, %arg1: !cameo.value)
// CHECK: %[[X:.*]] = cameo.item %arg0
// CHECK: %[[FITS:.*]] = cameo.is_tensor %[[X]] dtype 1 rank 2
// CHECK: cameo.check %[[FITS]], "shape"
// CHECK: %[[N:.*]] = cameo.size_of %[[X]] 0
// CHECK: %[[K:.*]] = cameo.size_of %[[X]] 1
// CHECK: cameo.check %{{.*}}, "shape"
// CHECK: cameo.memory_of %[[X]]
// CHECK: cameo.insert_item %[[X]] into %arg1 at %[[N]]
// LOW: func.func @m.run
// LOW: call @m.insert
func.func @main(%s: !cameo.value, %t: !cameo.value) -> !cameo.value {
  %c0 = arith.constant 0 : index
  %v = cameo.item %s at %c0
  %x = cameo.unbox %v dtype 1, "shape" : tensor<?x2xf32>
  %n = tensor.dim %x, %c0 : tensor<?x2xf32>
  %w = cameo.box %x dtype 1 : tensor<?x2xf32>
  %u = cameo.insert_item %w into %t at %n
  return %u : !cameo.value
}

// -----

// A loop carries the pointer.
// CHECK-LABEL: func.func @main
// CHECK: scf.for {{.*}} -> (!cameo.value)
// CHECK: cameo.erase_item
// LOW: func.func @m.run
// LOW: ^bb{{.*}}(%{{.*}}: index, %{{.*}}: !llvm.ptr)
// LOW: call @m.erase
func.func @main(%s: !cameo.value) -> !cameo.value {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %n = cameo.count %s
  %r = scf.for %i = %c0 to %n step %c1 iter_args(%now = %s) -> (!cameo.value) {
    %next = cameo.erase_item %now at %c0
    scf.yield %next : !cameo.value
  }
  return %r : !cameo.value
}
