// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --split-input-file --cameo-gpu-target --cameo-gpu-kernels | FileCheck %s

// A thread per element; threads go on in steps of the grid. Sizes are known at run time.
// CHECK-LABEL: func.func private @add(%{{.*}}: memref<?xf32>, %{{.*}}: memref<?xf32>)
// CHECK-SAME: cameo.device, cameo.strategy = "elements"
// CHECK: nvvm.read.ptx.sreg.ctaid.x
// CHECK: nvvm.read.ptx.sreg.tid.x
// CHECK: nvvm.read.ptx.sreg.nctaid.x
// CHECK: scf.for
// CHECK: memref.load
// CHECK: arith.addf
// CHECK: memref.store
// CHECK-LABEL: func.func private @add.tiles
// CHECK: return %{{.*}}, %c256{{.*}}, %c0
#id = affine_map<(d0) -> (d0)>
cameo.kernel @add(%a: tensor<?xf32>, %out: tensor<?xf32>) -> tensor<?xf32> attributes {num_outs = 1 : i64, cameo.device} {
  %0 = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel"]}
      ins(%a : tensor<?xf32>) outs(%out : tensor<?xf32>) {
  ^bb0(%x: f32, %z: f32):
    %s = arith.addf %x, %x : f32
    linalg.yield %s : f32
  } -> tensor<?xf32>
  cameo.return %0 : tensor<?xf32>
}

// -----

// A long sum is a block's: shuffles in each warp, shared memory between them.
// CHECK: llvm.mlir.global internal @sum.shared0() {addr_space = 3 : i32, alignment = 16 : i64, cameo.device} : !llvm.array<8 x f32>
// CHECK-LABEL: func.func private @sum(
// CHECK-SAME: cameo.strategy = "reduction"
// CHECK: scf.for
// CHECK: scf.for
// CHECK-COUNT-5: nvvm.shfl.sync bfly
// CHECK: nvvm.barrier
// CHECK-COUNT-3: nvvm.shfl.sync bfly
// CHECK: nvvm.barrier
// CHECK: memref.store
#row = affine_map<(d0, d1) -> (d0, d1)>
#out = affine_map<(d0, d1) -> (d0)>
cameo.kernel @sum(%a: tensor<4x500xf32>, %out: tensor<4xf32>) -> tensor<4xf32> attributes {num_outs = 1 : i64, cameo.device} {
  %c = arith.constant 0.0 : f32
  %f = linalg.fill ins(%c : f32) outs(%out : tensor<4xf32>) -> tensor<4xf32>
  %0 = linalg.generic {indexing_maps = [#row, #out], iterator_types = ["parallel", "reduction"]}
      ins(%a : tensor<4x500xf32>) outs(%f : tensor<4xf32>) {
  ^bb0(%x: f32, %z: f32):
    %s = arith.addf %x, %z : f32
    linalg.yield %s : f32
  } -> tensor<4xf32>
  cameo.return %0 : tensor<4xf32>
}

// -----

// A product goes through shared memory, 16 sums to a thread.
// CHECK: llvm.mlir.global internal @product.shared1() {addr_space = 3 : i32, {{.*}}} : !llvm.array<1024 x f32>
// CHECK: llvm.mlir.global internal @product.shared0() {addr_space = 3 : i32, {{.*}}} : !llvm.array<1088 x f32>
// CHECK-LABEL: func.func private @product(
// CHECK-SAME: cameo.strategy = "matmul"
// CHECK: nvvm.barrier
// CHECK: llvm.load {{.*}} -> vector<4xf32>
// CHECK: llvm.load {{.*}} -> vector<4xf32>
// CHECK-COUNT-16: math.fma
// CHECK: nvvm.barrier
#lhs = affine_map<(m, n, k) -> (m, k)>
#rhs = affine_map<(m, n, k) -> (k, n)>
#res = affine_map<(m, n, k) -> (m, n)>
cameo.kernel @product(%a: tensor<?x128xf32>, %b: tensor<128x256xf32>, %out: tensor<?x256xf32>) -> tensor<?x256xf32> attributes {num_outs = 1 : i64, cameo.device} {
  %c = arith.constant 0.0 : f32
  %f = linalg.fill ins(%c : f32) outs(%out : tensor<?x256xf32>) -> tensor<?x256xf32>
  %0 = linalg.generic {indexing_maps = [#lhs, #rhs, #res], iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%a, %b : tensor<?x128xf32>, tensor<128x256xf32>) outs(%f : tensor<?x256xf32>) {
  ^bb0(%x: f32, %y: f32, %z: f32):
    %p = arith.mulf %x, %y : f32
    %s = arith.addf %z, %p : f32
    linalg.yield %s : f32
  } -> tensor<?x256xf32>
  cameo.return %0 : tensor<?x256xf32>
}
