// SPDX-License-Identifier: Apache-2.0
// What would take gigabytes, or minutes, when the model is compiled is left to the run; so is what the run refuses.
// RUN: cameo-opt %s --cameo-evaluate-launches --split-input-file | FileCheck %s
#map = affine_map<(d0) -> (d0)>
#none = affine_map<(d0) -> ()>

// CHECK-LABEL: func.func @main()
// CHECK: cameo.launch @fill
cameo.kernel @fill(%o: tensor<1000000000000xf32>) -> tensor<1000000000000xf32> attributes {num_outs = 1 : i64} {
  %r = linalg.generic {indexing_maps = [#map], iterator_types = ["parallel"]} outs(%o : tensor<1000000000000xf32>) {
  ^bb0(%c: f32):
    %one = arith.constant 1.0 : f32
    linalg.yield %one : f32
  } -> tensor<1000000000000xf32>
  cameo.return %r : tensor<1000000000000xf32>
}
func.func @main() -> (tensor<1000000000000xf32> {cameo.name = "y", cameo.dtype = "float32"}) {
  %e = tensor.empty() : tensor<1000000000000xf32>
  %r = cameo.launch @fill outs(%e : tensor<1000000000000xf32>) -> tensor<1000000000000xf32>
  return %r : tensor<1000000000000xf32>
}

// -----
#map = affine_map<(d0) -> (d0)>
#none = affine_map<(d0) -> ()>

// CHECK-LABEL: func.func @main()
// CHECK: cameo.launch @sum
cameo.kernel @sum(%o: tensor<i64>) -> tensor<i64> attributes {num_outs = 1 : i64} {
  %e = tensor.empty() : tensor<1000000000000xi64>
  %n = linalg.generic {indexing_maps = [#map], iterator_types = ["parallel"]} outs(%e : tensor<1000000000000xi64>) {
  ^bb0(%c: i64):
    %i = linalg.index 0 : index
    %v = arith.index_cast %i : index to i64
    linalg.yield %v : i64
  } -> tensor<1000000000000xi64>
  %r = linalg.generic {indexing_maps = [#map, #none], iterator_types = ["reduction"]} ins(%n : tensor<1000000000000xi64>) outs(%o : tensor<i64>) {
  ^bb0(%a: i64, %b: i64):
    %s = arith.addi %a, %b : i64
    linalg.yield %s : i64
  } -> tensor<i64>
  cameo.return %r : tensor<i64>
}
func.func @main() -> (tensor<i64> {cameo.name = "y", cameo.dtype = "int64"}) {
  %e = tensor.empty() : tensor<i64>
  %r = cameo.launch @sum outs(%e : tensor<i64>) -> tensor<i64>
  return %r : tensor<i64>
}
