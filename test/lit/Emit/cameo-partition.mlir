// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-partition=size=1 | FileCheck %s
// RUN: cameo-opt %s --cameo-partition=size=0 | FileCheck %s --check-prefix=WHOLE

// CHECK: module @schedule {
// CHECK: llvm.func @m.kernel.k(!llvm.ptr, i64, i64, !llvm.ptr)
// CHECK: func.func @m.run
// CHECK: module @kernels0 {
// CHECK: llvm.func @m.kernel.k(%
// CHECK: func.func private @k(
// WHOLE: module @schedule {
// WHOLE: llvm.func @m.kernel.k(%
// WHOLE-NOT: module @
llvm.func @m.kernel.k(%args: !llvm.ptr, %begin: i64, %end: i64, %scratch: !llvm.ptr) attributes {cameo.kernel_entry} {
  func.call @k(%begin) : (i64) -> ()
  llvm.return
}
func.func private @k(%begin: i64) attributes {cameo.kernel_body} {
  return
}
func.func @m.run() {
  return
}
