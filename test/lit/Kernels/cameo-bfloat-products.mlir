// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-bfloat-products --split-input-file | FileCheck %s

module attributes {cameo.target = {vector_bytes = 64 : i64, bfloat_conversion = true}} {
// CHECK-LABEL: func @constant
// CHECK-SAME: %[[X:.*]]: tensor<?x64xf32>
func.func @constant(%x: tensor<?x64xf32>, %init: tensor<?x100xf32>) -> tensor<?x100xf32> {
  // CHECK: %[[W:.*]] = arith.constant
  %w = arith.constant dense<1.0> : tensor<100x64xf32>
  // CHECK: linalg.generic {{.*}} ins(%[[X]] : tensor<?x64xf32>) outs(%{{.*}} : tensor<?x64xbf16>)
  // CHECK: arith.truncf
  // CHECK: %[[ROWS:.*]] = cameo.words %{{.*}} : tensor<?x64xbf16> to tensor<?x32xi32>
  // CHECK: %[[PAIRS:.*]] = linalg.generic {{.*}} outs(%{{.*}} : tensor<100x32xi32>)
  // CHECK: tensor.extract %[[W]]
  // CHECK: tensor.extract %[[W]]
  // CHECK: ins(%[[ROWS]], %[[PAIRS]] : tensor<?x32xi32>, tensor<100x32xi32>)
  // CHECK: cameo.dot2
  %r = linalg.generic {indexing_maps = [affine_map<(m, n, k) -> (m, k)>, affine_map<(m, n, k) -> (n, k)>, affine_map<(m, n, k) -> (m, n)>],
                       iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%x, %w : tensor<?x64xf32>, tensor<100x64xf32>) outs(%init : tensor<?x100xf32>) {
  ^bb0(%a: f32, %b: f32, %c: f32):
    %p = arith.mulf %a, %b : f32
    %s = arith.addf %c, %p : f32
    linalg.yield %s : f32
  } -> tensor<?x100xf32>
  return %r : tensor<?x100xf32>
}

// Two operands that the run brings stay; with an odd depth, and rows that do not lie along the depth, the weights alone are
// rounded.
// CHECK-LABEL: func @others
// CHECK-SAME: %[[X:.*]]: tensor<?x64xf32>, %[[V:.*]]: tensor<64x100xf32>, %[[Y:.*]]: tensor<?x63xf32>, %[[Z:.*]]: tensor<64x?xf32>
// CHECK: linalg.generic {{.*}} ins(%[[X]], %[[V]] :
// CHECK: arith.truncf %{{.*}} : f32 to bf16
// CHECK: %[[ODD:.*]] = linalg.generic {{.*}} ins(%{{[^:]*}} : tensor<63x100xbf16>)
// CHECK: arith.extf %{{.*}} : bf16 to f32
// CHECK: linalg.generic {{.*}} ins(%[[Y]], %[[ODD]] :
// CHECK: %[[EVEN:.*]] = linalg.generic {{.*}} ins(%{{[^:]*}} : tensor<64x100xbf16>)
// CHECK: linalg.generic {{.*}} ins(%[[Z]], %[[EVEN]] :
// CHECK-NOT: cameo.dot2
func.func @others(%x: tensor<?x64xf32>, %v: tensor<64x100xf32>, %y: tensor<?x63xf32>, %z: tensor<64x?xf32>,
                  %init: tensor<?x100xf32>) -> (tensor<?x100xf32>, tensor<?x100xf32>, tensor<?x100xf32>) {
  %odd = arith.constant dense<1.0> : tensor<63x100xf32>
  %even = arith.constant dense<1.0> : tensor<64x100xf32>
  %r = linalg.generic {indexing_maps = [affine_map<(m, n, k) -> (m, k)>, affine_map<(m, n, k) -> (k, n)>, affine_map<(m, n, k) -> (m, n)>],
                       iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%x, %v : tensor<?x64xf32>, tensor<64x100xf32>) outs(%init : tensor<?x100xf32>) {
  ^bb0(%a: f32, %b: f32, %c: f32):
    %p = arith.mulf %a, %b : f32
    %s = arith.addf %c, %p : f32
    linalg.yield %s : f32
  } -> tensor<?x100xf32>
  %q = linalg.generic {indexing_maps = [affine_map<(m, n, k) -> (m, k)>, affine_map<(m, n, k) -> (k, n)>, affine_map<(m, n, k) -> (m, n)>],
                       iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%y, %odd : tensor<?x63xf32>, tensor<63x100xf32>) outs(%init : tensor<?x100xf32>) {
  ^bb0(%a: f32, %b: f32, %c: f32):
    %p = arith.mulf %a, %b : f32
    %s = arith.addf %c, %p : f32
    linalg.yield %s : f32
  } -> tensor<?x100xf32>
  %t = linalg.generic {indexing_maps = [affine_map<(m, n, k) -> (k, m)>, affine_map<(m, n, k) -> (k, n)>, affine_map<(m, n, k) -> (m, n)>],
                       iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%z, %even : tensor<64x?xf32>, tensor<64x100xf32>) outs(%init : tensor<?x100xf32>) {
  ^bb0(%a: f32, %b: f32, %c: f32):
    %p = arith.mulf %a, %b : f32
    %s = arith.addf %c, %p : f32
    linalg.yield %s : f32
  } -> tensor<?x100xf32>
  return %r, %q, %t : tensor<?x100xf32>, tensor<?x100xf32>, tensor<?x100xf32>
}
}

// -----

// A CPU without the instruction widens weights that are bf16.
module attributes {cameo.target = {vector_bytes = 64 : i64}} {
// CHECK-LABEL: func @elsewhere
// CHECK-SAME: %[[X:.*]]: tensor<?x64xf32>
// CHECK: %[[W:.*]] = linalg.generic {{.*}} ins(%{{[^:]*}} : tensor<64x100xbf16>) outs(%{{.*}} : tensor<64x100xf32>)
// CHECK: linalg.generic {{.*}} ins(%[[X]], %[[W]] :
// CHECK-NOT: cameo.dot2
func.func @elsewhere(%x: tensor<?x64xf32>, %init: tensor<?x100xf32>) -> tensor<?x100xf32> {
  %w = arith.constant dense<1.0> : tensor<64x100xf32>
  %r = linalg.generic {indexing_maps = [affine_map<(m, n, k) -> (m, k)>, affine_map<(m, n, k) -> (k, n)>, affine_map<(m, n, k) -> (m, n)>],
                       iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%x, %w : tensor<?x64xf32>, tensor<64x100xf32>) outs(%init : tensor<?x100xf32>) {
  ^bb0(%a: f32, %b: f32, %c: f32):
    %p = arith.mulf %a, %b : f32
    %s = arith.addf %c, %p : f32
    linalg.yield %s : f32
  } -> tensor<?x100xf32>
  return %r : tensor<?x100xf32>
}
}
