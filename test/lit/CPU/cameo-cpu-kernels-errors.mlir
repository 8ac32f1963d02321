// SPDX-License-Identifier: Apache-2.0
// Kernels that no strategy can emit: nothing that kernel formation makes, but what may be written by hand.
// RUN: cameo-opt %s --split-input-file --cameo-cpu-kernels --verify-diagnostics

#id = affine_map<(d0) -> (d0)>
cameo.kernel @pad(%x: tensor<4xf32>, %o: tensor<6xf32>) -> tensor<6xf32> attributes {num_outs = 1 : i64} {
  // expected-error @+1 {{cannot be emitted for the CPU: padding that depends on the position}}
  %0 = tensor.pad %x low[1] high[1] {
  ^bb0(%i: index):
    %n = arith.index_cast %i : index to i32
    %v = arith.sitofp %n : i32 to f32
    tensor.yield %v : f32
  } : tensor<4xf32> to tensor<6xf32>
  cameo.return %0 : tensor<6xf32>
}

// -----
#id = affine_map<(d0) -> (d0)>
cameo.kernel @list(%a: f32, %b: f32, %o: tensor<2xf32>) -> tensor<2xf32> attributes {num_outs = 1 : i64} {
  // expected-error @+1 {{cannot be emitted for the CPU: a list of scalars inside a kernel}}
  %t = tensor.from_elements %a, %b : tensor<2xf32>
  %0 = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel"]} ins(%t : tensor<2xf32>) outs(%o : tensor<2xf32>) {
  ^bb0(%x: f32, %y: f32):
    %n = arith.negf %x : f32
    linalg.yield %n : f32
  } -> tensor<2xf32>
  cameo.return %0 : tensor<2xf32>
}

// -----
#id = affine_map<(d0) -> (d0)>
cameo.kernel @constant(%o: tensor<2xf32>) -> tensor<2xf32> attributes {num_outs = 1 : i64} {
  // expected-error @+1 {{cannot be emitted for the CPU: a constant tensor inside a kernel}}
  %t = arith.constant dense<[1.0, 2.0]> : tensor<2xf32>
  %0 = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel"]} ins(%t : tensor<2xf32>) outs(%o : tensor<2xf32>) {
  ^bb0(%x: f32, %y: f32):
    %n = arith.negf %x : f32
    linalg.yield %n : f32
  } -> tensor<2xf32>
  cameo.return %0 : tensor<2xf32>
}

// -----
cameo.kernel @inside(%x: tensor<4xf32>, %o: tensor<4xf32>) -> tensor<4xf32> attributes {num_outs = 1 : i64} {
  %c = arith.constant 0 : index
  %e = linalg.generic {indexing_maps = [affine_map<(d0) -> (d0)>, affine_map<(d0) -> (d0)>], iterator_types = ["parallel"]} ins(%x : tensor<4xf32>) outs(%o : tensor<4xf32>) {
  ^bb0(%a: f32, %b: f32):
    %n = arith.negf %a : f32
    linalg.yield %n : f32
  } -> tensor<4xf32>
  // expected-error @+1 {{cannot be emitted for the CPU: an input that is not in memory}}
  %0 = "cameo.compute"(%e, %o) <{operandSegmentSizes = array<i32: 0, 1, 1>}> ({
  ^bb0(%b: memref<4xf32>, %r: memref<4xf32>):
    %v = memref.load %b[%c] : memref<4xf32>
    memref.store %v, %r[%c] : memref<4xf32>
    cameo.yield
  }) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  cameo.return %0 : tensor<4xf32>
}
