// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-bufferize-schedule --canonicalize | FileCheck %s

// Memory safety rests on a type's sizes being true: where they do not follow from the operand's, the run checks them.
// CHECK-LABEL: func.func @main(
// CHECK-SAME: %{{.*}}: !llvm.ptr, %[[N:.*]]: index)
// CHECK: %[[SAME:.*]] = arith.cmpi eq, %[[N]], %c4
// CHECK: cameo.check %[[SAME]], "a tensor's size differs from what the model's shapes promise"
func.func @main(%x: tensor<?xf32>) -> tensor<4xf32> {
  %0 = tensor.cast %x : tensor<?xf32> to tensor<4xf32>
  return %0 : tensor<4xf32>
}
