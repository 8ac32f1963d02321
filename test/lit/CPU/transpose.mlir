// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-cpu-kernels --canonicalize --cse | FileCheck %s

module attributes {cameo.target = {vector_bytes = 64 : i64, vector_registers = 32 : i64}} {
// Sixteen vectors along the rows of the source are turned in four rounds of shuffles. The last blocks of rows and columns
// overlap those before.
// CHECK-LABEL: func.func private @turn(
// CHECK-SAME: cameo.strategy = "transpose"
// CHECK-COUNT-3: scf.for
// CHECK-COUNT-16: vector.load %arg0[%{{.*}}] : memref<100x50xf32>, vector<16xf32>
// CHECK-NOT: vector.load
// CHECK-COUNT-64: vector.shuffle
// CHECK-NOT: vector.shuffle
// CHECK-COUNT-16: vector.store %{{.*}}, %arg1[%{{.*}}] : memref<50x100xf32>, vector<16xf32>
// CHECK-NOT: memref.load
// CHECK: return
// CHECK-LABEL: func.func private @turn.tiles(
cameo.kernel @turn(%a: tensor<100x50xf32>, %o: tensor<50x100xf32>) -> tensor<50x100xf32> attributes {num_outs = 1 : i64} {
  %e = tensor.empty() : tensor<50x100xf32>
  %r = linalg.generic {indexing_maps = [affine_map<(a, b) -> (b, a)>, affine_map<(a, b) -> (a, b)>], iterator_types = ["parallel", "parallel"]} ins(%a : tensor<100x50xf32>) outs(%e : tensor<50x100xf32>) {
  ^bb0(%p: f32, %q: f32):
    linalg.yield %p : f32
  } -> tensor<50x100xf32>
  cameo.return %r : tensor<50x100xf32>
}

// What is read along the rows stays as it is. Where only the run knows that there is a block, elements are the other way.
// CHECK-LABEL: func.func private @add(
// CHECK-SAME: cameo.strategy = "transpose"
// CHECK: scf.if
// CHECK-COUNT-16: vector.load %arg1
// CHECK-COUNT-64: vector.shuffle
// CHECK: vector.load %arg0
// CHECK: arith.addf %{{.*}} : vector<16xf32>
// CHECK: } else {
// CHECK: memref.load %arg1
// CHECK: arith.addf %{{.*}} : f32
// CHECK: return
cameo.kernel @add(%a: tensor<?x?xf32>, %b: tensor<?x?xf32>, %m: index, %n: index, %o: tensor<?x?xf32>) -> tensor<?x?xf32> attributes {num_outs = 1 : i64} {
  %e = tensor.empty(%m, %n) : tensor<?x?xf32>
  %r = linalg.generic {indexing_maps = [affine_map<(a, b) -> (a, b)>, affine_map<(a, b) -> (b, a)>, affine_map<(a, b) -> (a, b)>], iterator_types = ["parallel", "parallel"]} ins(%a, %b : tensor<?x?xf32>, tensor<?x?xf32>) outs(%e : tensor<?x?xf32>) {
  ^bb0(%p: f32, %q: f32, %s: f32):
    %t = arith.addf %p, %q : f32
    linalg.yield %t : f32
  } -> tensor<?x?xf32>
  cameo.return %r : tensor<?x?xf32>
}

// Of two operands that are read the same way, their sum is turned.
// CHECK-LABEL: func.func private @sum(
// CHECK: vector.load %arg0
// CHECK: vector.load %arg1
// CHECK: arith.addf %{{.*}} : vector<16xf32>
// CHECK-COUNT-64: vector.shuffle
// CHECK-NOT: vector.shuffle
// CHECK: return
// CHECK-LABEL: func.func private @sum.tiles(
cameo.kernel @sum(%a: tensor<32x64xf32>, %b: tensor<32x64xf32>, %o: tensor<64x32xf32>) -> tensor<64x32xf32> attributes {num_outs = 1 : i64} {
  %e = tensor.empty() : tensor<64x32xf32>
  %r = linalg.generic {indexing_maps = [affine_map<(a, b) -> (b, a)>, affine_map<(a, b) -> (b, a)>, affine_map<(a, b) -> (a, b)>], iterator_types = ["parallel", "parallel"]} ins(%a, %b : tensor<32x64xf32>, tensor<32x64xf32>) outs(%e : tensor<64x32xf32>) {
  ^bb0(%p: f32, %q: f32, %s: f32):
    %t = arith.addf %p, %q : f32
    linalg.yield %t : f32
  } -> tensor<64x32xf32>
  cameo.return %r : tensor<64x32xf32>
}

// Rows of three are left to loops, and so is what keeps the order of the rows' elements.
// CHECK-LABEL: func.func private @colours(
// CHECK-SAME: cameo.strategy = "loops"
cameo.kernel @colours(%a: tensor<100x3xf32>, %o: tensor<3x100xf32>) -> tensor<3x100xf32> attributes {num_outs = 1 : i64} {
  %e = tensor.empty() : tensor<3x100xf32>
  %r = linalg.generic {indexing_maps = [affine_map<(a, b) -> (b, a)>, affine_map<(a, b) -> (a, b)>], iterator_types = ["parallel", "parallel"]} ins(%a : tensor<100x3xf32>) outs(%e : tensor<3x100xf32>) {
  ^bb0(%p: f32, %q: f32):
    linalg.yield %p : f32
  } -> tensor<3x100xf32>
  cameo.return %r : tensor<3x100xf32>
}
// CHECK-LABEL: func.func private @heads(
// CHECK-SAME: cameo.strategy = "loops"
cameo.kernel @heads(%a: tensor<128x12x64xf32>, %o: tensor<12x128x64xf32>) -> tensor<12x128x64xf32> attributes {num_outs = 1 : i64} {
  %e = tensor.empty() : tensor<12x128x64xf32>
  %r = linalg.generic {indexing_maps = [affine_map<(a, b, c) -> (b, a, c)>, affine_map<(a, b, c) -> (a, b, c)>], iterator_types = ["parallel", "parallel", "parallel"]} ins(%a : tensor<128x12x64xf32>) outs(%e : tensor<12x128x64xf32>) {
  ^bb0(%p: f32, %q: f32):
    linalg.yield %p : f32
  } -> tensor<12x128x64xf32>
  cameo.return %r : tensor<12x128x64xf32>
}
}
