// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-pack-weights --split-input-file | FileCheck %s

module attributes {cameo.target = {vector_bytes = 64 : i64}} {
// CHECK-DAG: #[[SOURCE:.*]] = affine_map<(d0, d1, d2) -> (d1, d0 * 32 + d2)>
// CHECK-DAG: #[[PACKED:.*]] = affine_map<(d0, d1, d2) -> (d1 floordiv 32, d2, d1 mod 32)>
// CHECK-LABEL: func @constant
func.func @constant(%x: tensor<?x64xf32>, %init: tensor<?x100xf32>) -> tensor<?x100xf32> {
  // CHECK: %[[W:.*]] = arith.constant
  %w = arith.constant dense<1.0> : tensor<64x100xf32>
  // CHECK: %[[PADDED:.*]] = tensor.pad %[[W]] low[0, 0] high[0, 28]
  // CHECK: %[[PANELS:.*]] = linalg.generic {indexing_maps = [#[[SOURCE]],
  // CHECK-SAME: ins(%[[PADDED]] : tensor<64x128xf32>) outs(%{{.*}} : tensor<4x64x32xf32>)
  // CHECK: linalg.generic {indexing_maps = [#{{.*}}, #[[PACKED]], #{{.*}}]
  // CHECK-SAME: ins(%{{.*}}, %[[PANELS]] : tensor<?x64xf32>, tensor<4x64x32xf32>)
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

// An operand that the run brings stays as it is.
// CHECK-LABEL: func @variable
// CHECK-NOT: tensor.pad
// CHECK: ins(%{{.*}}, %{{.*}} : tensor<?x64xf32>, tensor<64x100xf32>)
func.func @variable(%x: tensor<?x64xf32>, %w: tensor<64x100xf32>, %init: tensor<?x100xf32>) -> tensor<?x100xf32> {
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

// -----

// Weights of 4 bits with a scale and a zero point for 32 of them: words of one
// column, side by side; in order of depth within a word.
module attributes {cameo.target = {vector_bytes = 64 : i64, block_weights = true}} {
// CHECK-DAG: #[[WORDS:.*]] = affine_map<(d0, d1, d2) -> (d1 floordiv 32, d2 floordiv 8, d1 mod 32, d2 mod 8)>
// CHECK-DAG: #[[BLOCKS:.*]] = affine_map<(d0, d1, d2) -> (d1 floordiv 32, d2 floordiv 32, d1 mod 32)>
// CHECK-LABEL: func @blocks
func.func @blocks(%x: tensor<?x?xf32>, %init: tensor<?x100xf32>) -> tensor<?x100xf32> {
  %q = arith.constant dense<3> : tensor<100x70xi4>
  %s = arith.constant dense<0.5> : tensor<100x3xf32>
  %z = arith.constant dense<7> : tensor<100x3xi4>
  %e = tensor.empty() : tensor<100x70xf32>
  %w = linalg.generic {indexing_maps = [affine_map<(n, k) -> (n, k)>, affine_map<(n, k) -> (n, k floordiv 32)>, affine_map<(n, k) -> (n, k floordiv 32)>, affine_map<(n, k) -> (n, k)>],
                       iterator_types = ["parallel", "parallel"]}
      ins(%q, %s, %z : tensor<100x70xi4>, tensor<100x3xf32>, tensor<100x3xi4>) outs(%e : tensor<100x70xf32>) {
  ^bb0(%i: i4, %f: f32, %o: i4, %out: f32):
    %a = arith.extui %i : i4 to i32
    %b = arith.extui %o : i4 to i32
    %d = arith.subi %a, %b : i32
    %n = arith.sitofp %d : i32 to f32
    %r = arith.mulf %n, %f : f32
    linalg.yield %r : f32
  } -> tensor<100x70xf32>
  // CHECK: %[[BYTES:.*]] = linalg.generic {{.*}} outs(%{{.*}} : tensor<4x9x32x4xi8>)
  // CHECK: %[[FLAT:.*]] = tensor.collapse_shape %[[BYTES]]
  // CHECK: %[[Q:.*]] = cameo.packed %[[FLAT]] : tensor<4608xi8> to tensor<4x9x32x8xi4>
  // CHECK: %[[S:.*]] = linalg.generic {{.*}} outs(%{{.*}} : tensor<4x3x32xf32>)
  // CHECK: %[[X:.*]] = tensor.cast %{{.*}} : tensor<?x?xf32> to tensor<?x70xf32>
  // CHECK: %[[Z:.*]] = linalg.generic {{.*}} outs(%{{.*}} : tensor<4x3x32xi8>)
  // CHECK: linalg.generic {indexing_maps = [#{{.*}}, #[[WORDS]], #[[BLOCKS]], #[[BLOCKS]], #{{.*}}]
  // CHECK-SAME: ins(%[[X]], %[[Q]], %[[S]], %[[Z]] : tensor<?x70xf32>, tensor<4x9x32x8xi4>, tensor<4x3x32xf32>, tensor<4x3x32xi8>)
  // CHECK: arith.extsi
  // CHECK: arith.subi
  %r = linalg.generic {indexing_maps = [affine_map<(m, n, k) -> (m, k)>, affine_map<(m, n, k) -> (n, k)>, affine_map<(m, n, k) -> (m, n)>],
                       iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%x, %w : tensor<?x?xf32>, tensor<100x70xf32>) outs(%init : tensor<?x100xf32>) {
  ^bb0(%a: f32, %b: f32, %c: f32):
    %p = arith.mulf %a, %b : f32
    %t = arith.addf %c, %p : f32
    linalg.yield %t : f32
  } -> tensor<?x100xf32>
  return %r : tensor<?x100xf32>
}

// Blocks that are no whole number of words are dequantised when the model is
// compiled.
// CHECK-LABEL: func @odd
// CHECK: ins(%{{.*}}, %{{.*}} : tensor<?x70xf32>, tensor<4x70x32xf32>)
func.func @odd(%x: tensor<?x70xf32>, %init: tensor<?x100xf32>) -> tensor<?x100xf32> {
  %q = arith.constant dense<3> : tensor<100x70xi4>
  %s = arith.constant dense<0.5> : tensor<100x6xf32>
  %e = tensor.empty() : tensor<100x70xf32>
  %w = linalg.generic {indexing_maps = [affine_map<(n, k) -> (n, k)>, affine_map<(n, k) -> (n, k floordiv 12)>, affine_map<(n, k) -> (n, k)>],
                       iterator_types = ["parallel", "parallel"]}
      ins(%q, %s : tensor<100x70xi4>, tensor<100x6xf32>) outs(%e : tensor<100x70xf32>) {
  ^bb0(%i: i4, %f: f32, %out: f32):
    %n = arith.sitofp %i : i4 to f32
    %r = arith.mulf %n, %f : f32
    linalg.yield %r : f32
  } -> tensor<100x70xf32>
  %r = linalg.generic {indexing_maps = [affine_map<(m, n, k) -> (m, k)>, affine_map<(m, n, k) -> (n, k)>, affine_map<(m, n, k) -> (m, n)>],
                       iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%x, %w : tensor<?x70xf32>, tensor<100x70xf32>) outs(%init : tensor<?x100xf32>) {
  ^bb0(%a: f32, %b: f32, %c: f32):
    %p = arith.mulf %a, %b : f32
    %t = arith.addf %c, %p : f32
    linalg.yield %t : f32
  } -> tensor<?x100xf32>
  return %r : tensor<?x100xf32>
}
}

// -----

// Halves that are widened for a product stay halves, where the target converts them in an instruction.
module attributes {cameo.target = {vector_bytes = 64 : i64, half_conversion = true}} {
// CHECK-LABEL: func @halves
func.func @halves(%x: tensor<?x64xf32>, %init: tensor<?x96xf32>) -> tensor<?x96xf32> {
  %h = arith.constant dense<1.0> : tensor<64x96xf16>
  %e = tensor.empty() : tensor<64x96xf32>
  %w = linalg.generic {indexing_maps = [affine_map<(k, n) -> (k, n)>, affine_map<(k, n) -> (k, n)>], iterator_types = ["parallel", "parallel"]}
      ins(%h : tensor<64x96xf16>) outs(%e : tensor<64x96xf32>) {
  ^bb0(%i: f16, %out: f32):
    %f = arith.extf %i : f16 to f32
    linalg.yield %f : f32
  } -> tensor<64x96xf32>
  // CHECK: ins(%{{.*}}, %{{.*}} : tensor<?x64xf32>, tensor<3x64x32xf16>)
  // CHECK-NEXT: ^bb0(%[[A:.*]]: f32, %[[B:.*]]: f16, %{{.*}}: f32):
  // CHECK-NEXT: %[[WIDE:.*]] = arith.extf %[[B]] : f16 to f32
  // CHECK-NEXT: arith.mulf %[[A]], %[[WIDE]] : f32
  %r = linalg.generic {indexing_maps = [affine_map<(m, n, k) -> (m, k)>, affine_map<(m, n, k) -> (k, n)>, affine_map<(m, n, k) -> (m, n)>],
                       iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%x, %w : tensor<?x64xf32>, tensor<64x96xf32>) outs(%init : tensor<?x96xf32>) {
  ^bb0(%a: f32, %b: f32, %c: f32):
    %p = arith.mulf %a, %b : f32
    %s = arith.addf %c, %p : f32
    linalg.yield %s : f32
  } -> tensor<?x96xf32>
  return %r : tensor<?x96xf32>
}
}

// -----

module attributes {cameo.target = {vector_bytes = 16 : i64}} {
// CHECK-LABEL: func @converted_when_compiled
func.func @converted_when_compiled(%x: tensor<?x64xf32>, %init: tensor<?x96xf32>) -> tensor<?x96xf32> {
  %h = arith.constant dense<1.0> : tensor<64x96xf16>
  %e = tensor.empty() : tensor<64x96xf32>
  %w = linalg.generic {indexing_maps = [affine_map<(k, n) -> (k, n)>, affine_map<(k, n) -> (k, n)>], iterator_types = ["parallel", "parallel"]}
      ins(%h : tensor<64x96xf16>) outs(%e : tensor<64x96xf32>) {
  ^bb0(%i: f16, %out: f32):
    %f = arith.extf %i : f16 to f32
    linalg.yield %f : f32
  } -> tensor<64x96xf32>
  // CHECK: ins(%{{.*}}, %{{.*}} : tensor<?x64xf32>, tensor<12x64x8xf32>)
  %r = linalg.generic {indexing_maps = [affine_map<(m, n, k) -> (m, k)>, affine_map<(m, n, k) -> (k, n)>, affine_map<(m, n, k) -> (m, n)>],
                       iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%x, %w : tensor<?x64xf32>, tensor<64x96xf32>) outs(%init : tensor<?x96xf32>) {
  ^bb0(%a: f32, %b: f32, %c: f32):
    %p = arith.mulf %a, %b : f32
    %s = arith.addf %c, %p : f32
    linalg.yield %s : f32
  } -> tensor<?x96xf32>
  return %r : tensor<?x96xf32>
}
}
