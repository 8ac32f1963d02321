// SPDX-License-Identifier: Apache-2.0
// Calls of C functions and constant strings on their way from tensors to code.
// RUN: cameo-opt %s --cameo-bufferize-schedule --canonicalize --cse | FileCheck %s
// RUN: cameo-opt %s --cameo-bufferize-schedule --canonicalize --cameo-plan-memory --convert-scf-to-cf --cameo-lower-schedule=name=m --canonicalize | FileCheck %s --check-prefix=LLVM

// LLVM: cameo.host_symbols = ["split"]
// LLVM-SAME: cameo.strings = {{\[}}["a", "b"]]
// The strings are addresses that another object has; the constants of the call a table.
// LLVM: llvm.mlir.global internal constant @m.message.{{.}}("node 'n' (Split): 'split' failed\00")
// LLVM: llvm.mlir.global internal constant @m.parameters.0("\01
// LLVM: llvm.mlir.global external hidden constant @m.strings.0()
// LLVM: llvm.func @split(!llvm.ptr, !llvm.ptr, i64, !llvm.ptr, i64, !llvm.ptr) -> i32

// A result whose size is known gets memory, the other one is the function's business.
// CHECK-LABEL: func.func @main(
// CHECK-SAME: %[[X:.*]]: !llvm.ptr, %[[N:.*]]: index)
// CHECK-DAG: %[[S:.*]] = cameo.host_strings ["a", "b"] : !llvm.ptr
// CHECK: %[[BYTES:.*]] = arith.muli %[[N]]
// CHECK: %[[Z:.*]] = cameo.buffer %[[BYTES]]
// CHECK: %[[DONE:.*]]:2 = cameo.host_run "split"(%[[X]], %[[S]], %[[Z]]) bytes(%[[BYTES]], %{{.*}}, %[[BYTES]]) sizes(%[[N]], %[[N]])
// CHECK-SAME: allocates = array<i64: 0>
// CHECK-SAME: input_count = 2
// CHECK-SAME: -> !llvm.ptr, index
// CHECK: return %[[DONE]]#0, %[[DONE]]#1, %[[Z]]
func.func @main(%x: tensor<?xi64> {cameo.name = "x", cameo.dtype = "string"})
    -> (tensor<4x?xi64> {cameo.name = "y", cameo.dtype = "string"}, tensor<?xi64> {cameo.name = "z", cameo.dtype = "int64"}) {
  %c0 = arith.constant 0 : index
  %n = tensor.dim %x, %c0 : tensor<?xi64>
  %s = cameo.host_strings ["a", "b"] : tensor<2xi64>
  %r:2 = cameo.host_call "split" ins(%x, %s : tensor<?xi64>, tensor<2xi64>) sizes(%n)
    {allocates = array<i64: 0>, dtypes = array<i32: 8, 8, 8, 7>, node = "node 'n' (Split)",
     parameters = {delimiter = ","}} -> tensor<4x?xi64>, tensor<?xi64>
  return %r#0, %r#1 : tensor<4x?xi64>, tensor<?xi64>
}
