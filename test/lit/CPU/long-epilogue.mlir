// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-cpu-kernels --cse | FileCheck %s

module attributes {cameo.target = {vector_bytes = 64 : i64, vector_registers = 32 : i64, l2 = 1048576 : i64, fma = true}} {
// An elementary function behind a deep sum stands once for each tile, in a loop over its sums.
// CHECK-LABEL: func.func private @long(
// CHECK: memref.view
// CHECK-COUNT-28: vector.store
// CHECK: scf.for
// CHECK: scf.for
// CHECK: math.exp
// CHECK-NOT: math.exp
// CHECK: return
cameo.kernel @long(%x: tensor<1x18x14x14x16xf32>, %w: tensor<2x18x1x1x16x16xf32>, %o: tensor<1x2x14x14x16xf32>) -> tensor<1x2x14x14x16xf32> attributes {num_outs = 1 : i64} {
  %e = tensor.empty() : tensor<1x2x14x14x16xf32>
  %r = cameo.conv ins(%x, %w : tensor<1x18x14x14x16xf32>, tensor<2x18x1x1x16x16xf32>) outs(%e : tensor<1x2x14x14x16xf32>) {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, groups = 1 : i64, layout = 1 : i32} -> tensor<1x2x14x14x16xf32>
  %m = linalg.generic {indexing_maps = [affine_map<(a, b, c, d, e) -> (a, b, c, d, e)>, affine_map<(a, b, c, d, e) -> (a, b, c, d, e)>], iterator_types = ["parallel", "parallel", "parallel", "parallel", "parallel"]} ins(%r : tensor<1x2x14x14x16xf32>) outs(%e : tensor<1x2x14x14x16xf32>) {
  ^bb0(%p: f32, %q: f32):
    %s = math.exp %p : f32
    linalg.yield %s : f32
  } -> tensor<1x2x14x14x16xf32>
  cameo.return %m : tensor<1x2x14x14x16xf32>
}
}
