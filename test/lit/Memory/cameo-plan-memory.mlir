// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-plan-memory --split-input-file | FileCheck %s
// RUN: cameo-opt %s --cameo-plan-memory=print --split-input-file 2>&1 >/dev/null | FileCheck %s --check-prefix=PLAN

// A chain of three needs room for two; scratch memory is one worker's share, for the plan to
// multiply.
// CHECK: module attributes {{.*}}cameo.plan_size = 4 : i64, cameo.static_arena = 2176 : i64
// CHECK: func.func @main(
// CHECK: %[[A:.*]] = cameo.arena offset 0
// CHECK: %[[B:.*]] = cameo.arena offset 1024
// CHECK: %[[C:.*]] = cameo.arena offset 0
// PLAN: memory plan
// PLAN: arena of constant sizes: 2048 bytes for 3 buffers of 3000 bytes in all
func.func private @k(%a: memref<250xf32>, %o: memref<250xf32>, %begin: index, %end: index, %s: memref<?xi8>) attributes {cameo.kernel_body} {
  return
}
func.func @main(%x: !llvm.ptr) -> !llvm.ptr attributes {cameo.inputs = [], cameo.outputs = []} {
  %bytes = arith.constant 1000 : index
  %one = arith.constant 1 : index
  %scratch = arith.constant 100 : index
  %a = cameo.buffer %bytes
  cameo.call @k(%x, %a : !llvm.ptr, !llvm.ptr) tiles(%one, %one) scratch(%scratch)
  %b = cameo.buffer %bytes
  cameo.call @k(%a, %b : !llvm.ptr, !llvm.ptr) tiles(%one, %one) scratch(%scratch)
  %c = cameo.buffer %bytes
  cameo.call @k(%b, %c : !llvm.ptr, !llvm.ptr) tiles(%one, %one) scratch(%scratch)
  return %c : !llvm.ptr
}

// -----

// What input sizes determine has a slot in the plan; what data determines is allocated.
// CHECK: module attributes {cameo.allocations = 1 : i64, cameo.plan_size = 5 : i64, cameo.static_arena = -1 : i64}
// CHECK: func.func @plan(%{{.*}}: index, %{{.*}}: index) -> (index, index, index, index, index)
// CHECK: arith.maxsi
// CHECK: arith.mulsi_extended
// CHECK: func.func @main(
// CHECK: cameo.arena plan 4
// CHECK: cameo.allocate %{{.*}} slot 0
func.func @main(%x: !llvm.ptr, %n: index) -> (!llvm.ptr, !llvm.ptr) attributes {cameo.inputs = [], cameo.outputs = []} {
  %four = arith.constant 4 : index
  %bytes = arith.muli %n, %four : index
  %a = cameo.buffer %bytes
  cameo.copy %bytes from %x to %a
  %v = llvm.load %a : !llvm.ptr -> i64
  %m = arith.index_cast %v : i64 to index
  %b = cameo.buffer %m
  cameo.copy %m from %a to %b
  return %a, %b : !llvm.ptr, !llvm.ptr
}

// -----

// What a loop carries lives as long as the loop: the buffer inside may not share its memory.
// CHECK: func.func @main(
// CHECK: cameo.arena offset 0
// CHECK: scf.for
// CHECK: cameo.arena offset 64
func.func @main(%x: !llvm.ptr) -> !llvm.ptr attributes {cameo.inputs = [], cameo.outputs = []} {
  %bytes = arith.constant 64 : index
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %carried = cameo.buffer %bytes
  cameo.copy %bytes from %x to %carried
  scf.for %i = %bytes to %c0 step %c1 {
    %inner = cameo.buffer %bytes
    cameo.copy %bytes from %carried to %inner
    cameo.copy %bytes from %inner to %carried
  }
  return %carried : !llvm.ptr
}

// -----

// The device has an arena of its own, in larger steps; its size is the plan's fourth entry, its
// slots follow the host's.
// CHECK: module attributes {cameo.allocations = 1 : i64, cameo.plan_size = 6 : i64
// CHECK: func.func @plan
// CHECK: func.func @main(
// CHECK: cameo.arena offset 0
// CHECK-NOT: device
// CHECK: cameo.arena offset 0 {device}
// CHECK: cameo.arena offset 256 {device}
// CHECK: cameo.arena plan 4
// CHECK-NOT: device
// CHECK: cameo.arena plan 5 {device}
// CHECK: cameo.allocate %{{.*}} slot 0 {device}
// PLAN: device arena of constant sizes: 512 bytes for 2 buffers of 200 bytes in all
func.func @main(%x: !llvm.ptr, %n: index) -> (!llvm.ptr, !llvm.ptr, !llvm.ptr) attributes {cameo.inputs = [], cameo.outputs = []} {
  %bytes = arith.constant 100 : index
  %h = cameo.buffer %bytes
  %d0 = cameo.buffer %bytes {device}
  %d1 = cameo.buffer %bytes {device}
  cameo.copy %bytes from %x to %d0 {to_device}
  cameo.copy %bytes from %d0 to %d1 {from_device, to_device}
  cameo.copy %bytes from %d1 to %h {from_device}
  %hn = cameo.buffer %n
  %dn = cameo.buffer %n {device}
  cameo.copy %n from %hn to %dn {to_device}
  %v = llvm.load %h : !llvm.ptr -> i64
  %m = arith.index_cast %v : i64 to index
  %dm = cameo.buffer %m {device}
  cameo.copy %m from %dn to %dm {from_device, to_device}
  return %h, %hn, %dm : !llvm.ptr, !llvm.ptr, !llvm.ptr
}
