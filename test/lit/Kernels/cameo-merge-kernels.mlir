// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-merge-kernels | FileCheck %s

// CHECK: cameo.launch @zero outs
// CHECK-NEXT: cameo.launch @zero outs
// CHECK-NEXT: cameo.launch @one outs
func.func @main(%x: tensor<4xf32>) -> (tensor<4xf32>, tensor<4xf32>, tensor<4xf32>) {
  %0 = cameo.launch @zero outs(%x : tensor<4xf32>) -> tensor<4xf32>
  %1 = cameo.launch @zero_again outs(%x : tensor<4xf32>) -> tensor<4xf32>
  %2 = cameo.launch @one outs(%x : tensor<4xf32>) -> tensor<4xf32>
  return %0, %1, %2 : tensor<4xf32>, tensor<4xf32>, tensor<4xf32>
}
cameo.kernel @zero(%o: tensor<4xf32>) -> tensor<4xf32> attributes {num_outs = 1 : i64} {
  %c = arith.constant 0.0 : f32
  %0 = linalg.fill ins(%c : f32) outs(%o : tensor<4xf32>) -> tensor<4xf32>
  cameo.return %0 : tensor<4xf32>
}
// CHECK-NOT: @zero_again
cameo.kernel @zero_again(%o: tensor<4xf32>) -> tensor<4xf32> attributes {num_outs = 1 : i64} {
  %c = arith.constant 0.0 : f32
  %0 = linalg.fill ins(%c : f32) outs(%o : tensor<4xf32>) -> tensor<4xf32>
  cameo.return %0 : tensor<4xf32>
}
// CHECK: cameo.kernel @one
cameo.kernel @one(%o: tensor<4xf32>) -> tensor<4xf32> attributes {num_outs = 1 : i64} {
  %c = arith.constant 1.0 : f32
  %0 = linalg.fill ins(%c : f32) outs(%o : tensor<4xf32>) -> tensor<4xf32>
  cameo.return %0 : tensor<4xf32>
}
