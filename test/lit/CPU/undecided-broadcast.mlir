// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-cpu-kernels --canonicalize --cse | FileCheck %s

module attributes {cameo.target = {vector_bytes = 64 : i64, vector_registers = 32 : i64}} {
// An operand that broadcasts or not, as the run says: one element or a vector, no gather.
// CHECK-LABEL: func.func private @k(
// CHECK: scf.if %{{.*}} -> (vector<16xf32>)
// CHECK: memref.load
// CHECK: vector.broadcast
// CHECK: else
// CHECK: vector.load
// CHECK-NOT: vector.from_elements
cameo.kernel @k(%fixed: i1, %x: tensor<?xf32>, %o: tensor<64xf32>) -> tensor<64xf32> attributes {num_outs = 1 : i64} {
  %zero = arith.constant 0 : index
  %r = linalg.generic {indexing_maps = [affine_map<(i) -> (i)>], iterator_types = ["parallel"]} outs(%o : tensor<64xf32>) {
  ^bb0(%old: f32):
    %i = linalg.index 0 : index
    %at = arith.select %fixed, %zero, %i : index
    %v = tensor.extract %x[%at] : tensor<?xf32>
    linalg.yield %v : f32
  } -> tensor<64xf32>
  cameo.return %r : tensor<64xf32>
}
}
