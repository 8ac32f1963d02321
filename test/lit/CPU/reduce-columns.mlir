// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-cpu-kernels --canonicalize --cse | FileCheck %s

// Sums of columns go down the rows four vectors at a time: a row's cache lines are used whole.
// CHECK-LABEL: func.func private @columns(
// CHECK-SAME: cameo.strategy = "loops"
// CHECK: scf.for {{.*}} iter_args({{.*}}) -> (vector<32xf32>)
// CHECK: vector.load %{{.*}} : memref<512x1000xf32>, vector<32xf32>
// CHECK: vector.load %{{.*}} : memref<512x1000xf32>, vector<8xf32>
// CHECK-LABEL: func.func private @columns.tiles
#in = affine_map<(d0, d1) -> (d0, d1)>
#out = affine_map<(d0, d1) -> (d1)>
cameo.kernel @columns(%x: tensor<512x1000xf32>, %y: tensor<1000xf32>) -> tensor<1000xf32> attributes {num_outs = 1 : i64} {
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<1000xf32>
  %i = linalg.fill ins(%zero : f32) outs(%e : tensor<1000xf32>) -> tensor<1000xf32>
  %sum = linalg.generic {indexing_maps = [#in, #out], iterator_types = ["reduction", "parallel"]}
      ins(%x : tensor<512x1000xf32>) outs(%i : tensor<1000xf32>) {
  ^bb0(%a: f32, %acc: f32):
    %s = arith.addf %a, %acc : f32
    linalg.yield %s : f32
  } -> tensor<1000xf32>
  cameo.return %sum : tensor<1000xf32>
}

// A long step would need more registers than there are: one vector.
// CHECK-LABEL: func.func private @long(
// CHECK-NOT: vector<32xf32>
// CHECK: scf.for {{.*}} iter_args({{.*}}) -> (vector<8xf32>)
// CHECK-NOT: vector<32xf32>
// CHECK-LABEL: func.func private @long.tiles
cameo.kernel @long(%x: tensor<512x1000xf32>, %y: tensor<1000xf32>) -> tensor<1000xf32> attributes {num_outs = 1 : i64} {
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<1000xf32>
  %i = linalg.fill ins(%zero : f32) outs(%e : tensor<1000xf32>) -> tensor<1000xf32>
  %sum = linalg.generic {indexing_maps = [#in, #out], iterator_types = ["reduction", "parallel"]}
      ins(%x : tensor<512x1000xf32>) outs(%i : tensor<1000xf32>) {
  ^bb0(%a: f32, %acc: f32):
    %p = math.exp %a : f32
    %s = arith.addf %p, %acc : f32
    linalg.yield %s : f32
  } -> tensor<1000xf32>
  cameo.return %sum : tensor<1000xf32>
}

// One vector of columns: rows go side by side into four accumulators, as each maximum waits for the one before.
// CHECK-LABEL: func.func private @narrow(
// CHECK: scf.for {{.*}} iter_args({{.*}}) -> (vector<8xf32>, vector<8xf32>, vector<8xf32>, vector<8xf32>)
// CHECK-COUNT-4: arith.maximumf
// CHECK: scf.yield
// CHECK-COUNT-3: arith.maximumf
// CHECK: scf.for {{.*}} iter_args({{.*}}) -> (vector<8xf32>)
// CHECK-LABEL: func.func private @narrow.tiles
cameo.kernel @narrow(%x: tensor<?x8xf32>, %y: tensor<8xf32>) -> tensor<8xf32> attributes {num_outs = 1 : i64} {
  %lowest = arith.constant 0xFF800000 : f32
  %e = tensor.empty() : tensor<8xf32>
  %i = linalg.fill ins(%lowest : f32) outs(%e : tensor<8xf32>) -> tensor<8xf32>
  %max = linalg.generic {indexing_maps = [#in, #out], iterator_types = ["reduction", "parallel"]}
      ins(%x : tensor<?x8xf32>) outs(%i : tensor<8xf32>) {
  ^bb0(%a: f32, %acc: f32):
    %s = arith.maximumf %a, %acc : f32
    linalg.yield %s : f32
  } -> tensor<8xf32>
  cameo.return %max : tensor<8xf32>
}
