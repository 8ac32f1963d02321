// SPDX-License-Identifier: Apache-2.0
// RUN: not cameo-opt %s --cameo-cpu-kernels 2>&1 | FileCheck %s

cameo.kernel @k(%x: tensor<4xf32>, %y: tensor<4x1xf32>, %o: tensor<4x1xf32>) -> tensor<4x1xf32> attributes {num_outs = 1 : i64} {
  %shape = arith.constant dense<[4, 1]> : tensor<2xindex>
  // CHECK: error: cannot be emitted for the CPU: no rule for this operation inside a loop
  %0 = tensor.reshape %x(%shape) : (tensor<4xf32>, tensor<2xindex>) -> tensor<4x1xf32>
  cameo.return %0 : tensor<4x1xf32>
}
