// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-cpu-kernels --canonicalize --cse | FileCheck %s

module attributes {cameo.target = {vector_bytes = 64 : i64, vector_registers = 32 : i64}} {
// Which part of a concatenation a tile lies in is asked once, before its loops; each part has its
// own. Short rows go together. The first part is asked for as well: where no part lies nothing is read or written.
// CHECK-LABEL: func.func private @concat(
// CHECK: scf.for
// CHECK: arith.cmpi ult
// CHECK: scf.if
// CHECK-NOT: scf.if
// CHECK: scf.for
// CHECK: vector.load %arg1
// CHECK: } else {
// CHECK: scf.if
// CHECK: scf.for
// CHECK: vector.load %arg0
// CHECK-NOT: } else {
// CHECK: return
cameo.kernel @concat(%a: tensor<?x4x20x20x16xf32>, %b: tensor<?x2x20x20x16xf32>, %n: index, %o: tensor<?x6x20x20x16xf32>) -> tensor<?x6x20x20x16xf32> attributes {num_outs = 1 : i64} {
  %e = tensor.empty(%n) : tensor<?x6x20x20x16xf32>
  %x = tensor.insert_slice %a into %e[0, 0, 0, 0, 0] [%n, 4, 20, 20, 16] [1, 1, 1, 1, 1] : tensor<?x4x20x20x16xf32> into tensor<?x6x20x20x16xf32>
  %y = tensor.insert_slice %b into %x[0, 4, 0, 0, 0] [%n, 2, 20, 20, 16] [1, 1, 1, 1, 1] : tensor<?x2x20x20x16xf32> into tensor<?x6x20x20x16xf32>
  %zero = arith.constant 0.0 : f32
  %r = linalg.generic {indexing_maps = [affine_map<(a, b, c, d, e) -> (a, b, c, d, e)>, affine_map<(a, b, c, d, e) -> (a, b, c, d, e)>], iterator_types = ["parallel", "parallel", "parallel", "parallel", "parallel"]} ins(%y : tensor<?x6x20x20x16xf32>) outs(%e : tensor<?x6x20x20x16xf32>) {
  ^bb0(%p: f32, %q: f32):
    %s = arith.maximumf %p, %zero : f32
    linalg.yield %s : f32
  } -> tensor<?x6x20x20x16xf32>
  cameo.return %r : tensor<?x6x20x20x16xf32>
}

// Of what is concatenated along the rows of a tile (a step's keys behind those of the past), each row lies in one part.
// CHECK-LABEL: func.func private @append(
// CHECK: scf.for
// CHECK: scf.for
// CHECK: scf.if
// CHECK-NOT: scf.if
// CHECK: vector.load %arg1
// CHECK: } else {
// CHECK: scf.if
// CHECK: vector.load %arg0
// CHECK-NOT: } else {
// CHECK-NOT: memref.load
// CHECK: return
cameo.kernel @append(%past: tensor<2x?x64xf32>, %new: tensor<2x?x64xf32>, %p: index, %n: index, %m: index, %o: tensor<2x?x64xf32>) -> tensor<2x?x64xf32> attributes {num_outs = 1 : i64} {
  %e = tensor.empty(%m) : tensor<2x?x64xf32>
  %x = tensor.insert_slice %past into %e[0, 0, 0] [2, %p, 64] [1, 1, 1] : tensor<2x?x64xf32> into tensor<2x?x64xf32>
  %y = tensor.insert_slice %new into %x[0, %p, 0] [2, %n, 64] [1, 1, 1] : tensor<2x?x64xf32> into tensor<2x?x64xf32>
  cameo.return %y : tensor<2x?x64xf32>
}
}
