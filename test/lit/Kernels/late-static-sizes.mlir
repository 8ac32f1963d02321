// SPDX-License-Identifier: Apache-2.0
// Sizes that become known late fold into launches and into computations on buffers, whose kernels and regions
// were made when they were not known.
// RUN: cameo-opt %s --canonicalize | FileCheck %s

cameo.kernel @twice(%a: tensor<?xf32>, %o: tensor<?xf32>) -> tensor<?xf32> attributes {num_outs = 1 : i64} {
  %0 = linalg.generic {indexing_maps = [affine_map<(d0) -> (d0)>, affine_map<(d0) -> (d0)>], iterator_types = ["parallel"]}
      ins(%a : tensor<?xf32>) outs(%o : tensor<?xf32>) {
  ^bb0(%in: f32, %out: f32):
    %1 = arith.addf %in, %in : f32
    linalg.yield %1 : f32
  } -> tensor<?xf32>
  cameo.return %0 : tensor<?xf32>
}

// CHECK-LABEL: func.func @launch
// CHECK: cameo.launch @twice ins(%{{.*}} : tensor<4xf32>) outs(%{{.*}} : tensor<4xf32>) -> tensor<4xf32>
func.func @launch(%x: tensor<4xf32>) -> tensor<?xf32> {
  %c4 = arith.constant 4 : index
  %e = tensor.empty(%c4) : tensor<?xf32>
  %y = tensor.cast %x : tensor<4xf32> to tensor<?xf32>
  %0 = cameo.launch @twice ins(%y : tensor<?xf32>) outs(%e : tensor<?xf32>) -> tensor<?xf32>
  return %0 : tensor<?xf32>
}

// CHECK-LABEL: func.func @compute
// CHECK: cameo.compute ins(%{{.*}} : tensor<4xf32>) outs(%{{.*}} : tensor<4xf32>)
// CHECK-NEXT: ^bb0(%[[IN:.*]]: memref<4xf32>, %[[OUT:.*]]: memref<4xf32>):
// CHECK-NOT: memref.cast
// CHECK: scf.for %{{.*}} = %{{.*}} to %c4
func.func @compute(%x: tensor<4xf32>) -> tensor<?xf32> {
  %c4 = arith.constant 4 : index
  %e = tensor.empty(%c4) : tensor<?xf32>
  %y = tensor.cast %x : tensor<4xf32> to tensor<?xf32>
  %0 = cameo.compute ins(%y : tensor<?xf32>) outs(%e : tensor<?xf32>) {
  ^bb0(%in: memref<?xf32>, %out: memref<?xf32>):
    %c0 = arith.constant 0 : index
    %c1 = arith.constant 1 : index
    %n = memref.dim %in, %c0 : memref<?xf32>
    scf.for %i = %c0 to %n step %c1 {
      %v = memref.load %in[%i] : memref<?xf32>
      memref.store %v, %out[%i] : memref<?xf32>
    }
    cameo.yield
  } -> tensor<?xf32>
  return %0 : tensor<?xf32>
}
