// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-gpu-target="variant=sm_90a" --cameo-gpu-kernels | FileCheck %s
// What lies in memory as wgmma takes it has a form for that chip, whose last arguments are tensor
// maps of the operands; the grid is the general form's. Nothing else has.
// CHECK-LABEL: func.func private @halves(
// CHECK-SAME: cameo.variant = @halves.sm_90a
// CHECK: nvvm.mma.sync
// CHECK: func.func private @halves.sm_90a(%{{.*}}: memref<?x128xf16>, %{{.*}}: memref<128x256xf16>, %{{.*}}: memref<?x256xf16>, %{{.*}}: !llvm.ptr, %{{.*}}: !llvm.ptr)
// CHECK-SAME: cameo.shared_memory = 98352
// CHECK-SAME: cameo.tensor_maps = [{argument = 0 : i64, box = array<i64: 128, 64>}, {argument = 1 : i64, box = array<i64: 64, 64>}]
// CHECK-SAME: nvvm.maxntid = array<i32: 288>
// CHECK: nvvm.cp.async.bulk.tensor
// CHECK: nvvm.wgmma.mma_async
// CHECK: func.func private @halves.tiles(
#lhs = affine_map<(m, n, k) -> (m, k)>
#rhs = affine_map<(m, n, k) -> (k, n)>
#res = affine_map<(m, n, k) -> (m, n)>
cameo.kernel @halves(%a: tensor<?x128xf16>, %b: tensor<128x256xf16>, %out: tensor<?x256xf16>) -> tensor<?x256xf16> attributes {num_outs = 1 : i64, cameo.device} {
  %c = arith.constant 0.0 : f32
  %c0 = arith.constant 0 : index
  %d = tensor.dim %a, %c0 : tensor<?x128xf16>
  %e = tensor.empty(%d) : tensor<?x256xf32>
  %f = linalg.fill ins(%c : f32) outs(%e : tensor<?x256xf32>) -> tensor<?x256xf32>
  %0 = linalg.generic {indexing_maps = [#lhs, #rhs, #res], iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%a, %b : tensor<?x128xf16>, tensor<128x256xf16>) outs(%f : tensor<?x256xf32>) {
  ^bb0(%x: f16, %y: f16, %z: f32):
    %xw = arith.extf %x : f16 to f32
    %yw = arith.extf %y : f16 to f32
    %p = arith.mulf %xw, %yw : f32
    %s = arith.addf %z, %p : f32
    linalg.yield %s : f32
  } -> tensor<?x256xf32>
  %1 = linalg.generic {indexing_maps = [affine_map<(m, n) -> (m, n)>, affine_map<(m, n) -> (m, n)>], iterator_types = ["parallel", "parallel"]}
      ins(%0 : tensor<?x256xf32>) outs(%out : tensor<?x256xf16>) {
  ^bb0(%x: f32, %z: f16):
    %t = arith.truncf %x : f32 to f16
    linalg.yield %t : f16
  } -> tensor<?x256xf16>
  cameo.return %1 : tensor<?x256xf16>
}

// Rows of 127 are no multiple of 16 bytes.
// CHECK: func.func private @odd(
// CHECK-NOT: @odd.sm_90a
// CHECK: func.func private @odd.tiles(
cameo.kernel @odd(%a: tensor<?x127xf16>, %b: tensor<127x256xf16>, %out: tensor<?x256xf32>) -> tensor<?x256xf32> attributes {num_outs = 1 : i64, cameo.device} {
  %c = arith.constant 0.0 : f32
  %f = linalg.fill ins(%c : f32) outs(%out : tensor<?x256xf32>) -> tensor<?x256xf32>
  %0 = linalg.generic {indexing_maps = [#lhs, #rhs, #res], iterator_types = ["parallel", "parallel", "reduction"]}
      ins(%a, %b : tensor<?x127xf16>, tensor<127x256xf16>) outs(%f : tensor<?x256xf32>) {
  ^bb0(%x: f16, %y: f16, %z: f32):
    %xw = arith.extf %x : f16 to f32
    %yw = arith.extf %y : f16 to f32
    %p = arith.mulf %xw, %yw : f32
    %s = arith.addf %z, %p : f32
    linalg.yield %s : f32
  } -> tensor<?x256xf32>
  cameo.return %0 : tensor<?x256xf32>
}
