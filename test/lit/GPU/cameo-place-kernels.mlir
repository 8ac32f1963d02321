// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --split-input-file --cameo-place-kernels | FileCheck %s

// Inputs are copied to the device and results back; between kernels nothing is; constants are in
// both memories.
// CHECK-LABEL: func.func @main
// CHECK: %[[X:.*]] = cameo.transfer %arg0 to device
// CHECK-NOT: cameo.transfer
// CHECK: %[[Y:.*]] = cameo.launch @add ins(%[[X]], %cst
// CHECK-NEXT: cameo.launch @add ins(%[[Y]], %cst
// CHECK-NEXT: cameo.transfer %{{.*}} to host {output}
// CHECK-NEXT: return
// CHECK: cameo.kernel @add
// CHECK-SAME: attributes {cameo.device
#id = affine_map<(d0) -> (d0)>
func.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {
  %w = arith.constant dense<[1.0, 2.0, 3.0, 4.0]> : tensor<4xf32>
  %e = tensor.empty() : tensor<4xf32>
  %0 = cameo.launch @add ins(%x, %w : tensor<4xf32>, tensor<4xf32>) outs(%e : tensor<4xf32>) -> tensor<4xf32>
  %1 = cameo.launch @add ins(%0, %w : tensor<4xf32>, tensor<4xf32>) outs(%e : tensor<4xf32>) -> tensor<4xf32>
  return %1 : tensor<4xf32>
}
cameo.kernel @add(%a: tensor<4xf32>, %b: tensor<4xf32>, %out: tensor<4xf32>) -> tensor<4xf32> attributes {num_outs = 1 : i64} {
  %0 = linalg.generic {indexing_maps = [#id, #id, #id], iterator_types = ["parallel"]}
      ins(%a, %b : tensor<4xf32>, tensor<4xf32>) outs(%out : tensor<4xf32>) {
  ^bb0(%x: f32, %y: f32, %z: f32):
    %s = arith.addf %x, %y : f32
    linalg.yield %s : f32
  } -> tensor<4xf32>
  cameo.return %0 : tensor<4xf32>
}

// -----

// Arithmetic on shapes stays where the shapes are, in a copy of the kernel if the device needs it
// too; what the C library computes stays on the host, with copies round it.
// CHECK-LABEL: func.func @main
// CHECK: cameo.launch @twice.host ins(%arg0
// CHECK-NEXT: tensor.extract
// CHECK: %[[D:.*]] = cameo.launch @fill
// CHECK-NEXT: %[[H:.*]] = cameo.transfer %[[D]] to host
// CHECK: cameo.launch @gamma ins(%[[H]]
// CHECK-NEXT: return
// CHECK-DAG: cameo.kernel @twice.host({{.*}} attributes {num_outs
// CHECK-DAG: cameo.kernel @gamma({{.*}} attributes {num_outs
// CHECK-DAG: cameo.kernel @fill({{.*}} attributes {cameo.device
#id = affine_map<(d0) -> (d0)>
#scalar = affine_map<() -> ()>
func.func @main(%n: tensor<1xi64>) -> tensor<?xf64> {
  %c0 = arith.constant 0 : index
  %e = tensor.empty() : tensor<1xi64>
  %m = cameo.launch @twice ins(%n : tensor<1xi64>) outs(%e : tensor<1xi64>) -> tensor<1xi64>
  %v = tensor.extract %m[%c0] : tensor<1xi64>
  %s = arith.index_cast %v : i64 to index
  %f = tensor.empty(%s) : tensor<?xf64>
  %0 = cameo.launch @fill outs(%f : tensor<?xf64>) -> tensor<?xf64>
  %1 = cameo.launch @gamma ins(%0 : tensor<?xf64>) outs(%f : tensor<?xf64>) -> tensor<?xf64>
  return %1 : tensor<?xf64>
}
cameo.kernel @twice(%a: tensor<1xi64>, %out: tensor<1xi64>) -> tensor<1xi64> attributes {num_outs = 1 : i64} {
  %0 = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel"]}
      ins(%a : tensor<1xi64>) outs(%out : tensor<1xi64>) {
  ^bb0(%x: i64, %z: i64):
    %y = arith.addi %x, %x : i64
    linalg.yield %y : i64
  } -> tensor<1xi64>
  cameo.return %0 : tensor<1xi64>
}
cameo.kernel @fill(%out: tensor<?xf64>) -> tensor<?xf64> attributes {num_outs = 1 : i64} {
  %c = arith.constant 2.0 : f64
  %0 = linalg.fill ins(%c : f64) outs(%out : tensor<?xf64>) -> tensor<?xf64>
  cameo.return %0 : tensor<?xf64>
}
cameo.kernel @gamma(%a: tensor<?xf64>, %out: tensor<?xf64>) -> tensor<?xf64> attributes {num_outs = 1 : i64} {
  %0 = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel"]}
      ins(%a : tensor<?xf64>) outs(%out : tensor<?xf64>) {
  ^bb0(%x: f64, %z: f64):
    %y = math.exp %x : f64
    linalg.yield %y : f64
  } -> tensor<?xf64>
  cameo.return %0 : tensor<?xf64>
}

// -----

// What a loop carries is in one memory: the device's here, its start and its copies with it.
// CHECK-LABEL: func.func @main
// CHECK: %[[X:.*]] = cameo.transfer %arg0 to device
// CHECK: scf.for {{.*}} iter_args(%[[A:.*]] = %[[X]])
// CHECK-NEXT: tensor.empty
// CHECK-NEXT: %[[N:.*]] = cameo.launch @copy ins(%[[A]]
// CHECK-NEXT: scf.yield %[[N]]
// CHECK: cameo.transfer %{{.*}} to host
#id = affine_map<(d0) -> (d0)>
func.func @main(%x: tensor<4xf32>) -> tensor<4xf32> {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %c3 = arith.constant 3 : index
  %r = scf.for %i = %c0 to %c3 step %c1 iter_args(%a = %x) -> tensor<4xf32> {
    %e = tensor.empty() : tensor<4xf32>
    %0 = cameo.launch @copy ins(%a : tensor<4xf32>) outs(%e : tensor<4xf32>) -> tensor<4xf32>
    scf.yield %0 : tensor<4xf32>
  }
  return %r : tensor<4xf32>
}
cameo.kernel @copy(%a: tensor<4xf32>, %out: tensor<4xf32>) -> tensor<4xf32> attributes {num_outs = 1 : i64} {
  %0 = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel"]}
      ins(%a : tensor<4xf32>) outs(%out : tensor<4xf32>) {
  ^bb0(%x: f32, %z: f32):
    %y = arith.negf %x : f32
    linalg.yield %y : f32
  } -> tensor<4xf32>
  cameo.return %0 : tensor<4xf32>
}
