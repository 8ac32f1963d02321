// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-bufferize-schedule --canonicalize --cse --split-input-file | FileCheck %s

func.func private @k(%a: memref<?x4xf32>, %o: memref<?x4xf32>, %begin: index, %end: index, %s: memref<?xi8>) attributes {cameo.kernel_body} {
  return
}
func.func private @k.tiles(%a: memref<?x4xf32>, %o: memref<?x4xf32>) -> (index, index, index) attributes {cameo.kernel_tiles} {
  %c0 = arith.constant 0 : index
  %n = memref.dim %a, %c0 : memref<?x4xf32>
  %g = arith.constant 16 : index
  return %n, %g, %c0 : index, index, index
}
// One tensor.empty for two launches is two buffers; tile counts follow from the sizes.
// CHECK-LABEL: func.func @main(
// CHECK-SAME: %[[X:.*]]: !llvm.ptr, %[[N:.*]]: index) -> (!llvm.ptr, index)
// CHECK-SAME: cameo.inputs = [{{{.*}}name = "x"{{.*}}type = tensor<?x4xf32>}]
// CHECK: %[[BYTES:.*]] = arith.muli %[[N]], %c16
// CHECK: %[[B0:.*]] = cameo.buffer %[[BYTES]]
// CHECK: cameo.call @k(%[[X]], %[[N]], %[[B0]], %[[N]] : {{.*}}) tiles(%[[N]], %c16) scratch(%c0)
// CHECK: %[[B1:.*]] = cameo.buffer %[[BYTES]]
// CHECK: cameo.call @k(%[[B0]], %[[N]], %[[B1]], %[[N]]
// CHECK: return %[[B1]], %[[N]]
func.func @main(%x: tensor<?x4xf32> {cameo.name = "x"}) -> tensor<?x4xf32> {
  %c0 = arith.constant 0 : index
  %n = tensor.dim %x, %c0 : tensor<?x4xf32>
  %e = tensor.empty(%n) : tensor<?x4xf32>
  %r = cameo.launch @k ins(%x : tensor<?x4xf32>) outs(%e : tensor<?x4xf32>) -> tensor<?x4xf32>
  %r2 = cameo.launch @k ins(%r : tensor<?x4xf32>) outs(%e : tensor<?x4xf32>) -> tensor<?x4xf32>
  return %r2 : tensor<?x4xf32>
}

// -----

func.func private @add(%a: memref<4xf32>, %o: memref<4xf32>, %begin: index, %end: index, %s: memref<?xi8>) attributes {cameo.kernel_body} {
  return
}
// A value that a loop carries has one buffer: the initial value is copied into it, the launch
// that keeps its contents works in it, and nothing is copied at the end of an iteration.
// CHECK-LABEL: func.func @main(
// CHECK-SAME: %[[X:.*]]: !llvm.ptr, %[[Y:.*]]: !llvm.ptr)
// CHECK: %[[B:.*]] = cameo.buffer %c16
// CHECK: cameo.copy %c16 from %[[X]] to %[[B]]
// CHECK: scf.for {{.*}} {
// CHECK-NEXT: cameo.call @add(%[[Y]], %[[B]] {{.*}}
// CHECK-NEXT: {{^ *}}}
// CHECK: return %[[B]]
func.func @main(%x: tensor<4xf32>, %y: tensor<4xf32>) -> tensor<4xf32> {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c9 = arith.constant 9 : index
  %r = scf.for %i = %c0 to %c9 step %c1 iter_args(%acc = %x) -> tensor<4xf32> {
    %s = cameo.launch @add ins(%y : tensor<4xf32>) outs(%acc : tensor<4xf32>) -> tensor<4xf32>
    scf.yield %s : tensor<4xf32>
  }
  return %r : tensor<4xf32>
}

// -----

// Two values that change places are saved before either is overwritten.
// CHECK-LABEL: func.func @main(
// CHECK: %[[A:.*]] = cameo.buffer
// CHECK: %[[B:.*]] = cameo.buffer
// CHECK: scf.for
// CHECK: %[[SB:.*]] = cameo.buffer
// CHECK: cameo.copy %c16 from %[[B]] to %[[SB]]
// CHECK: %[[SA:.*]] = cameo.buffer
// CHECK: cameo.copy %c16 from %[[A]] to %[[SA]]
// CHECK: cameo.copy %c16 from %[[SB]] to %[[A]]
// CHECK: cameo.copy %c16 from %[[SA]] to %[[B]]
func.func @main(%x: tensor<4xf32>, %y: tensor<4xf32>, %n: tensor<i64>) -> (tensor<4xf32>, tensor<4xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %v = tensor.extract %n[] : tensor<i64>
  %end = arith.index_cast %v : i64 to index
  %r:2 = scf.for %i = %c0 to %end step %c1 iter_args(%a = %x, %b = %y) -> (tensor<4xf32>, tensor<4xf32>) {
    scf.yield %b, %a : tensor<4xf32>, tensor<4xf32>
  }
  return %r#0, %r#1 : tensor<4xf32>, tensor<4xf32>
}

// -----

func.func private @grow(%a: memref<?xf32>, %o: memref<?xf32>, %begin: index, %end: index, %s: memref<?xi8>) attributes {cameo.kernel_body} {
  return
}
// A value that grows is carried as pointer and size.
// CHECK-LABEL: func.func @main(
// CHECK: scf.for {{.*}} iter_args(%[[P:.*]] = %{{.*}}, %[[N:.*]] = %{{.*}}) -> (!llvm.ptr, index)
// CHECK: %[[M:.*]] = arith.addi %[[N]]
// CHECK: cameo.call @grow(%[[P]], %[[N]]
// CHECK: %[[NEXT:.*]] = cameo.buffer
// CHECK: cameo.copy
// CHECK: scf.yield %[[NEXT]], %[[M]]
func.func @main(%x: tensor<?xf32>) -> tensor<?xf32> {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c9 = arith.constant 9 : index
  %r = scf.for %i = %c0 to %c9 step %c1 iter_args(%acc = %x) -> tensor<?xf32> {
    %n = tensor.dim %acc, %c0 : tensor<?xf32>
    %m = arith.addi %n, %c1 : index
    %e = tensor.empty(%m) : tensor<?xf32>
    %s = cameo.launch @grow ins(%acc : tensor<?xf32>) outs(%e : tensor<?xf32>) -> tensor<?xf32>
    scf.yield %s : tensor<?xf32>
  }
  return %r : tensor<?xf32>
}

// -----

// Host scalars: elements that are known stay scalars; a reshape is checked where it cannot fold.
// CHECK-LABEL: func.func @main(
// CHECK-SAME: %[[X:.*]]: !llvm.ptr, %[[N:.*]]: index, %[[S:.*]]: !llvm.ptr)
// CHECK: %[[V:.*]] = llvm.load %[[S]]
// CHECK: cameo.check %{{.*}}, "a reshape to another number of elements"
// CHECK: return %[[X]]
func.func @main(%x: tensor<?xf32>, %s: tensor<1xi64>) -> tensor<?x2xf32> {
  %c0 = arith.constant 0 : index
  %v = tensor.extract %s[%c0] : tensor<1xi64>
  %two = arith.constant 2 : i64
  %shape = tensor.from_elements %v, %two : tensor<2xi64>
  %r = tensor.reshape %x(%shape) : (tensor<?xf32>, tensor<2xi64>) -> tensor<?x2xf32>
  return %r : tensor<?x2xf32>
}

// -----

// A while loop whose value keeps its size works in one buffer, which both regions see.
// CHECK-LABEL: func.func @main(
// CHECK: %[[B:.*]] = cameo.buffer %c16
// CHECK: scf.while : () -> () {
// CHECK: llvm.load
// CHECK: scf.condition(%{{.*}})
// CHECK: } do {
// CHECK: cameo.call @step(%[[B]], %[[NEXT:[0-9]+]] :
// CHECK: cameo.copy %c16 from %[[NEXT]] to %[[B]]
// CHECK: scf.yield
// CHECK: return %[[B]]
func.func private @step(%a: memref<4xf32>, %o: memref<4xf32>, %begin: index, %end: index, %s: memref<?xi8>) attributes {cameo.kernel_body} {
  return
}
func.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {
  %c0 = arith.constant 0 : index
  %limit = arith.constant 9.0 : f32
  %r = scf.while (%a = %x) : (tensor<4xf32>) -> tensor<4xf32> {
    %v = tensor.extract %a[%c0] : tensor<4xf32>
    %go = arith.cmpf olt, %v, %limit : f32
    scf.condition(%go) %a : tensor<4xf32>
  } do {
  ^bb0(%a: tensor<4xf32>):
    %e = tensor.empty() : tensor<4xf32>
    %s = cameo.launch @step ins(%a : tensor<4xf32>) outs(%e : tensor<4xf32>) -> tensor<4xf32>
    scf.yield %s : tensor<4xf32>
  }
  return %r : tensor<4xf32>
}

// -----

// A branch's value is a pointer; what both branches have from outside needs no result.
// CHECK-LABEL: func.func @main(
// CHECK-SAME: %[[X:.*]]: !llvm.ptr, %[[N:.*]]: index, %{{.*}}: !llvm.ptr)
// CHECK: %[[R:.*]] = scf.if %{{.*}} -> (!llvm.ptr) {
// CHECK-NEXT: scf.yield %[[X]]
// CHECK: %[[E:.*]] = cameo.buffer
// CHECK-NEXT: scf.yield %[[E]]
// CHECK: return %[[R]], %[[N]]
func.func @main(%x: tensor<?xf32>, %flag: tensor<i8>) -> tensor<?xf32> {
  %c0 = arith.constant 0 : index
  %zero = arith.constant 0 : i8
  %v = tensor.extract %flag[] : tensor<i8>
  %c = arith.cmpi ne, %v, %zero : i8
  %n = tensor.dim %x, %c0 : tensor<?xf32>
  %r = scf.if %c -> tensor<?xf32> {
    scf.yield %x : tensor<?xf32>
  } else {
    %e = tensor.empty(%n) : tensor<?xf32>
    scf.yield %e : tensor<?xf32>
  }
  return %r : tensor<?xf32>
}

// -----
// Elements of 4 bits take half a byte; a view of bytes is in their memory.
// CHECK-LABEL: func.func @main(
// CHECK-SAME: %[[X:.*]]: !llvm.ptr, %[[N:.*]]: index) -> (!llvm.ptr, index, !cameo.value)
// CHECK: %[[COUNT:.*]] = arith.muli %[[N]], %c3
// CHECK: %[[UP:.*]] = arith.addi %[[COUNT]], %c1
// CHECK: %[[BYTES:.*]] = arith.divui %[[UP]], %c2
// CHECK: cameo.box_memory %[[X]]{{.*}}%[[BYTES]]
// CHECK: return %{{.*}}, %[[N]]
func.func @main(%x: tensor<?x3xi4>) -> (tensor<?x3xi4>, !cameo.value) {
  %c0 = arith.constant 0 : index
  %c9 = arith.constant 9 : index
  %n = tensor.dim %x, %c0 : tensor<?x3xi4>
  %b = tensor.empty(%c9) : tensor<?xi8>
  %y = cameo.packed %b sizes(%n) : tensor<?xi8> to tensor<?x3xi4>
  %v = cameo.box %x dtype 22 : tensor<?x3xi4>
  return %y, %v : tensor<?x3xi4>, !cameo.value
}
