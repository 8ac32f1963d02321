// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-form-kernels --cameo-verify-schedule | FileCheck %s

#id = affine_map<(d0, d1) -> (d0, d1)>
#out = affine_map<(d0, d1) -> (d0)>
// A softmax is one kernel of rows; the fills and the reshape by a unit dimension go with it.
// CHECK-LABEL: func.func @softmax
// CHECK-NOT: linalg
// CHECK: %[[L:.*]] = cameo.launch @rows ins(%{{.*}} : tensor<8x?xf32>) outs(%{{.*}} : tensor<8x?xf32>) -> tensor<8x?xf32>
// CHECK-NEXT: return %[[L]]
func.func @softmax(%x: tensor<8x?xf32>) -> tensor<8x?xf32> {
  %c1 = arith.constant 1 : index
  %c0 = arith.constant 0.0 : f32
  %cm = arith.constant 0xFF800000 : f32
  %n = tensor.dim %x, %c1 : tensor<8x?xf32>
  %e1 = tensor.empty() : tensor<8xf32>
  %fm = linalg.fill ins(%cm : f32) outs(%e1 : tensor<8xf32>) -> tensor<8xf32>
  %m = linalg.generic {indexing_maps = [#id, #out], iterator_types = ["parallel", "reduction"]} ins(%x : tensor<8x?xf32>) outs(%fm : tensor<8xf32>) {
  ^bb0(%a: f32, %o: f32):
    %s = arith.maximumf %a, %o : f32
    linalg.yield %s : f32
  } -> tensor<8xf32>
  %e = tensor.empty(%n) : tensor<8x?xf32>
  %0 = linalg.generic {indexing_maps = [#id, #out, #id], iterator_types = ["parallel", "parallel"]} ins(%x, %m : tensor<8x?xf32>, tensor<8xf32>) outs(%e : tensor<8x?xf32>) {
  ^bb0(%a: f32, %b: f32, %o: f32):
    %s = arith.subf %a, %b : f32
    %r = math.exp %s : f32
    linalg.yield %r : f32
  } -> tensor<8x?xf32>
  %f = linalg.fill ins(%c0 : f32) outs(%e1 : tensor<8xf32>) -> tensor<8xf32>
  %1 = linalg.generic {indexing_maps = [#id, #out], iterator_types = ["parallel", "reduction"]} ins(%0 : tensor<8x?xf32>) outs(%f : tensor<8xf32>) {
  ^bb0(%a: f32, %o: f32):
    %s = arith.addf %a, %o : f32
    linalg.yield %s : f32
  } -> tensor<8xf32>
  %ex = tensor.expand_shape %1 [[0, 1]] output_shape [8, 1] : tensor<8xf32> into tensor<8x1xf32>
  %y = linalg.generic {indexing_maps = [#id, affine_map<(d0, d1) -> (d0, 0)>, #id], iterator_types = ["parallel", "parallel"]} ins(%0, %ex : tensor<8x?xf32>, tensor<8x1xf32>) outs(%e : tensor<8x?xf32>) {
  ^bb0(%a: f32, %b: f32, %o: f32):
    %s = arith.divf %a, %b : f32
    linalg.yield %s : f32
  } -> tensor<8x?xf32>
  return %y : tensor<8x?xf32>
}

// The element-wise work behind a convolution is its epilogue, with the residual as an operand; the
// producer of the residual, which is used elsewhere too, has a kernel of its own.
// CHECK-LABEL: func.func @residual
// CHECK: %[[R:.*]] = cameo.launch @map
// CHECK: %[[C:.*]] = cameo.launch @conv ins(%[[R]],
// CHECK-NEXT: return %[[C]]
#id4 = affine_map<(d0, d1, d2, d3) -> (d0, d1, d2, d3)>
func.func @residual(%x: tensor<1x4x8x8xf32>, %w: tensor<4x4x1x1xf32>) -> tensor<1x4x8x8xf32> {
  %zero = arith.constant 0.0 : f32
  %e = tensor.empty() : tensor<1x4x8x8xf32>
  %r = linalg.generic {indexing_maps = [#id4, #id4], iterator_types = ["parallel", "parallel", "parallel", "parallel"]}
      ins(%x : tensor<1x4x8x8xf32>) outs(%e : tensor<1x4x8x8xf32>) {
  ^bb0(%a: f32, %o: f32):
    %m = arith.maximumf %a, %zero : f32
    linalg.yield %m : f32
  } -> tensor<1x4x8x8xf32>
  %c = cameo.conv ins(%r, %w : tensor<1x4x8x8xf32>, tensor<4x4x1x1xf32>) outs(%e : tensor<1x4x8x8xf32>)
      {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, groups = 1 : i64} -> tensor<1x4x8x8xf32>
  %s = linalg.generic {indexing_maps = [#id4, #id4, #id4], iterator_types = ["parallel", "parallel", "parallel", "parallel"]}
      ins(%c, %r : tensor<1x4x8x8xf32>, tensor<1x4x8x8xf32>) outs(%e : tensor<1x4x8x8xf32>) {
  ^bb0(%a: f32, %b: f32, %o: f32):
    %t = arith.addf %a, %b : f32
    linalg.yield %t : f32
  } -> tensor<1x4x8x8xf32>
  return %s : tensor<1x4x8x8xf32>
}

// What a compute updates becomes the destination of its launch.
// CHECK-LABEL: func.func @update
// CHECK: cameo.launch @compute outs(%arg0 : tensor<4xf32>)
func.func @update(%x: tensor<4xf32>) -> tensor<4xf32> {
  %0 = cameo.compute outs(%x : tensor<4xf32>) {
  ^bb0(%m: memref<4xf32>):
    %c0 = arith.constant 0 : index
    %one = arith.constant 1.0 : f32
    memref.store %one, %m[%c0] : memref<4xf32>
    cameo.yield
  } -> tensor<4xf32>
  return %0 : tensor<4xf32>
}

// A reshape of a result that stood before the last computation of its kernel comes after the launch.
// CHECK-LABEL: func.func @reshaped
// CHECK: %[[L:.*]]:2 = cameo.launch @map
// CHECK: tensor.collapse_shape %[[L]]#0
func.func @reshaped(%x: tensor<2x4xf32>) -> (tensor<8xf32>, tensor<2x4xf32>) {
  %e = tensor.empty() : tensor<2x4xf32>
  %0 = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]}
      ins(%x : tensor<2x4xf32>) outs(%e : tensor<2x4xf32>) {
  ^bb0(%a: f32, %o: f32):
    %t = math.exp %a : f32
    linalg.yield %t : f32
  } -> tensor<2x4xf32>
  %flat = tensor.collapse_shape %0 [[0, 1]] : tensor<2x4xf32> into tensor<8xf32>
  %1 = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]}
      ins(%0 : tensor<2x4xf32>) outs(%e : tensor<2x4xf32>) {
  ^bb0(%a: f32, %o: f32):
    %t = arith.addf %a, %a : f32
    linalg.yield %t : f32
  } -> tensor<2x4xf32>
  return %flat, %1 : tensor<8xf32>, tensor<2x4xf32>
}

// What follows from constants stays by itself, to be computed at compile time.
// CHECK-LABEL: func.func @constant
// CHECK: %[[C:.*]] = arith.constant dense<[1.0{{.*}}, 2.0{{.*}}]>
// CHECK: %[[W:.*]] = cameo.launch @map{{.*}} ins(%[[C]] : tensor<2xf32>)
// CHECK: cameo.launch @map{{.*}} ins(%arg0, %[[W]]
func.func @constant(%x: tensor<2xf32>) -> tensor<2xf32> {
  %w = arith.constant dense<[1.0, 2.0]> : tensor<2xf32>
  %e = tensor.empty() : tensor<2xf32>
  %0 = linalg.generic {indexing_maps = [affine_map<(d0) -> (d0)>, affine_map<(d0) -> (d0)>], iterator_types = ["parallel"]}
      ins(%w : tensor<2xf32>) outs(%e : tensor<2xf32>) {
  ^bb0(%a: f32, %o: f32):
    %t = math.sqrt %a : f32
    linalg.yield %t : f32
  } -> tensor<2xf32>
  %1 = linalg.generic {indexing_maps = [affine_map<(d0) -> (d0)>, affine_map<(d0) -> (d0)>, affine_map<(d0) -> (d0)>], iterator_types = ["parallel"]}
      ins(%x, %0 : tensor<2xf32>, tensor<2xf32>) outs(%e : tensor<2xf32>) {
  ^bb0(%a: f32, %b: f32, %o: f32):
    %t = arith.mulf %a, %b : f32
    linalg.yield %t : f32
  } -> tensor<2xf32>
  return %1 : tensor<2xf32>
}

// The size of a view of what joins a kernel with a later computation is known before the launch.
// CHECK-LABEL: func.func @size_of_view(
// CHECK: cameo.launch {{.*}} -> tensor<?x?x2x4xf32>, tensor<?x2x?x4xf32>
func.func @size_of_view(%a: tensor<?x?x2x4xf32>) -> (tensor<?x2x?x4xf32>, tensor<?x?x8xf32>) {
  %c0 = arith.constant 0 : index
  %c1 = arith.constant 1 : index
  %d0 = tensor.dim %a, %c0 : tensor<?x?x2x4xf32>
  %d1 = tensor.dim %a, %c1 : tensor<?x?x2x4xf32>
  %e = tensor.empty(%d0, %d1) : tensor<?x?x2x4xf32>
  %r = linalg.generic {indexing_maps = [affine_map<(i, j, k, l) -> (i, j, k, l)>, affine_map<(i, j, k, l) -> (i, j, k, l)>], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%a : tensor<?x?x2x4xf32>) outs(%e : tensor<?x?x2x4xf32>) {
  ^bb0(%x: f32, %o: f32):
    %y = math.exp %x : f32
    linalg.yield %y : f32
  } -> tensor<?x?x2x4xf32>
  %v = tensor.collapse_shape %r [[0], [1], [2, 3]] : tensor<?x?x2x4xf32> into tensor<?x?x8xf32>
  %v0 = tensor.dim %v, %c0 : tensor<?x?x8xf32>
  %v1 = tensor.dim %v, %c1 : tensor<?x?x8xf32>
  %f = tensor.empty(%v0, %v1) : tensor<?x2x?x4xf32>
  %t = linalg.generic {indexing_maps = [affine_map<(i, j, k, l) -> (i, k, j, l)>, affine_map<(i, j, k, l) -> (i, j, k, l)>], iterator_types = ["parallel", "parallel", "parallel", "parallel"]} ins(%r : tensor<?x?x2x4xf32>) outs(%f : tensor<?x2x?x4xf32>) {
  ^bb0(%x: f32, %o: f32):
    linalg.yield %x : f32
  } -> tensor<?x2x?x4xf32>
  return %t, %v : tensor<?x2x?x4xf32>, tensor<?x?x8xf32>
}

// A compute reads memory: what it scatters into is filled by a kernel of its own.
// CHECK-LABEL: func.func @filled_input(
// CHECK: %[[F:.*]] = cameo.launch @copy
// CHECK: cameo.launch @compute{{.*}} ins(%[[F]] : tensor<4xf32>)
func.func @filled_input() -> tensor<4xf32> {
  %z = arith.constant 1.0 : f32
  %e = tensor.empty() : tensor<4xf32>
  %f = linalg.fill ins(%z : f32) outs(%e : tensor<4xf32>) -> tensor<4xf32>
  %o = tensor.empty() : tensor<4xf32>
  %r = cameo.compute ins(%f : tensor<4xf32>) outs(%o : tensor<4xf32>) {
  ^bb0(%in: memref<4xf32>, %out: memref<4xf32>):
    %c0 = arith.constant 0 : index
    %x = memref.load %in[%c0] : memref<4xf32>
    memref.store %x, %out[%c0] : memref<4xf32>
    cameo.yield
  } -> tensor<4xf32>
  return %r : tensor<4xf32>
}
