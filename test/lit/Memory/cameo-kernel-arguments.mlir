// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-kernel-arguments=name=m | FileCheck %s

// The entry reads 8-byte slots in the order in which the schedule fills them.
// CHECK-LABEL: llvm.func @m.kernel.k(%{{.*}}: !llvm.ptr, %{{.*}}: i64, %{{.*}}: i64, %{{.*}}: !llvm.ptr) attributes {cameo.kernel_entry}
// CHECK: llvm.load %{{.*}} : !llvm.ptr -> !llvm.ptr
// CHECK: llvm.load %{{.*}} : !llvm.ptr -> i64
// CHECK: llvm.load %{{.*}} : !llvm.ptr -> f32
// CHECK: llvm.load %{{.*}} : !llvm.ptr -> !llvm.ptr
// CHECK: call @k(
// CHECK-LABEL: func.func private @k(
// CHECK-SAME: %{{.*}}: !llvm.ptr {llvm.noalias}, %{{.*}}: i64, %{{.*}}: f32, %{{.*}}: !llvm.ptr {llvm.noalias}, %{{.*}}: i64, %{{.*}}: i64, %{{.*}}: !llvm.ptr {llvm.noalias})
// CHECK-NOT: @k.tiles
func.func private @k(%a: memref<?x4xf32>, %f: f32, %o: memref<4xf32>, %begin: index, %end: index, %s: memref<?xi8>) attributes {cameo.kernel_body} {
  memref.store %f, %o[%begin] : memref<4xf32>
  return
}
func.func private @k.tiles(%a: memref<?x4xf32>, %f: f32, %o: memref<4xf32>) -> (index, index, index) attributes {cameo.kernel_tiles} {
  %c1 = arith.constant 1 : index
  return %c1, %c1, %c1 : index, index, index
}
