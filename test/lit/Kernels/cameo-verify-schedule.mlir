// SPDX-License-Identifier: Apache-2.0
// RUN: not cameo-opt %s --cameo-verify-schedule 2>&1 | FileCheck %s

func.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {
  %c = arith.constant 0.0 : f32
  // CHECK: error: 'linalg.fill' op is left in the schedule, which holds launches, views and scalars only
  %0 = linalg.fill ins(%c : f32) outs(%x : tensor<4xf32>) -> tensor<4xf32>
  return %0 : tensor<4xf32>
}
