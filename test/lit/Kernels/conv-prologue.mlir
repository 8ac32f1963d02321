// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --split-input-file --cameo-form-kernels --cameo-verify-schedule | FileCheck %s

// What pointwise convolutions on blocks of channels compute of their input themselves.
#id = affine_map<(n, c, y, x, l) -> (n, c, y, x, l)>
#gate = affine_map<(n, c, y, x, l) -> (n, c, 0, 0, l)>
#scale = affine_map<(n, c, y, x, l) -> (c, l)>
module attributes {cameo.target = {computed_inputs = true}} {
// The gate of a squeeze-and-excite, with what follows the convolution; any batch.
// CHECK-LABEL: func.func @gate
// CHECK-NOT: cameo.launch @map
// CHECK: %[[L:.*]] = cameo.launch @conv ins(%arg0, %arg1, %arg2
// CHECK-NEXT: return %[[L]]
func.func @gate(%x: tensor<?x4x14x14x16xf32>, %g: tensor<?x4x1x1x16xf32>, %w: tensor<2x4x1x1x16x16xf32>) -> tensor<?x2x14x14x16xf32> {
  %c0 = arith.constant 0 : index
  %zero = arith.constant 0.0 : f32
  %n = tensor.dim %x, %c0 : tensor<?x4x14x14x16xf32>
  %e = tensor.empty(%n) : tensor<?x4x14x14x16xf32>
  %o = tensor.empty(%n) : tensor<?x2x14x14x16xf32>
  %0 = linalg.generic {indexing_maps = [#id, #gate, #id], iterator_types = ["parallel", "parallel", "parallel", "parallel", "parallel"]} ins(%x, %g : tensor<?x4x14x14x16xf32>, tensor<?x4x1x1x16xf32>) outs(%e : tensor<?x4x14x14x16xf32>) {
  ^bb0(%a: f32, %b: f32, %c: f32):
    %m = arith.mulf %a, %b : f32
    linalg.yield %m : f32
  } -> tensor<?x4x14x14x16xf32>
  %1 = cameo.conv ins(%0, %w : tensor<?x4x14x14x16xf32>, tensor<2x4x1x1x16x16xf32>) outs(%o : tensor<?x2x14x14x16xf32>) {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, groups = 1 : i64, layout = 1 : i32} -> tensor<?x2x14x14x16xf32>
  %2 = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel", "parallel", "parallel", "parallel"]} ins(%1 : tensor<?x2x14x14x16xf32>) outs(%o : tensor<?x2x14x14x16xf32>) {
  ^bb0(%a: f32, %b: f32):
    %m = arith.maximumf %a, %zero : f32
    linalg.yield %m : f32
  } -> tensor<?x2x14x14x16xf32>
  return %2 : tensor<?x2x14x14x16xf32>
}

// Of a normalised concatenation, the parts are arguments.
// CHECK-LABEL: func.func @normalised
// CHECK: %[[L:.*]] = cameo.launch @conv{{.*}} ins(%arg0, %arg1, %arg2, %arg3
// CHECK-NEXT: return %[[L]]
func.func @normalised(%x: tensor<1x1x8x8x16xf32>, %y: tensor<1x2x8x8x16xf32>, %s: tensor<3x16xf32>, %w: tensor<2x3x1x1x16x16xf32>) -> tensor<1x2x8x8x16xf32> {
  %e = tensor.empty() : tensor<1x3x8x8x16xf32>
  %o = tensor.empty() : tensor<1x2x8x8x16xf32>
  %p = tensor.insert_slice %x into %e[0, 0, 0, 0, 0] [1, 1, 8, 8, 16] [1, 1, 1, 1, 1] : tensor<1x1x8x8x16xf32> into tensor<1x3x8x8x16xf32>
  %q = tensor.insert_slice %y into %p[0, 1, 0, 0, 0] [1, 2, 8, 8, 16] [1, 1, 1, 1, 1] : tensor<1x2x8x8x16xf32> into tensor<1x3x8x8x16xf32>
  %0 = linalg.generic {indexing_maps = [#id, #scale, #id], iterator_types = ["parallel", "parallel", "parallel", "parallel", "parallel"]} ins(%q, %s : tensor<1x3x8x8x16xf32>, tensor<3x16xf32>) outs(%e : tensor<1x3x8x8x16xf32>) {
  ^bb0(%a: f32, %b: f32, %c: f32):
    %m = arith.mulf %a, %b : f32
    linalg.yield %m : f32
  } -> tensor<1x3x8x8x16xf32>
  %1 = cameo.conv ins(%0, %w : tensor<1x3x8x8x16xf32>, tensor<2x3x1x1x16x16xf32>) outs(%o : tensor<1x2x8x8x16xf32>) {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, groups = 1 : i64, layout = 1 : i32} -> tensor<1x2x8x8x16xf32>
  return %1 : tensor<1x2x8x8x16xf32>
}

// What only stands side by side is written there by those who compute it; what others read is in memory anyway.
// CHECK-LABEL: func.func @side_by_side
// CHECK: cameo.launch @copy
// CHECK: cameo.launch @conv
func.func @side_by_side(%x: tensor<1x1x8x8x16xf32>, %y: tensor<1x2x8x8x16xf32>, %w: tensor<2x3x1x1x16x16xf32>) -> tensor<1x2x8x8x16xf32> {
  %e = tensor.empty() : tensor<1x3x8x8x16xf32>
  %o = tensor.empty() : tensor<1x2x8x8x16xf32>
  %p = tensor.insert_slice %x into %e[0, 0, 0, 0, 0] [1, 1, 8, 8, 16] [1, 1, 1, 1, 1] : tensor<1x1x8x8x16xf32> into tensor<1x3x8x8x16xf32>
  %q = tensor.insert_slice %y into %p[0, 1, 0, 0, 0] [1, 2, 8, 8, 16] [1, 1, 1, 1, 1] : tensor<1x2x8x8x16xf32> into tensor<1x3x8x8x16xf32>
  %1 = cameo.conv ins(%q, %w : tensor<1x3x8x8x16xf32>, tensor<2x3x1x1x16x16xf32>) outs(%o : tensor<1x2x8x8x16xf32>) {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, groups = 1 : i64, layout = 1 : i32} -> tensor<1x2x8x8x16xf32>
  return %1 : tensor<1x2x8x8x16xf32>
}

// CHECK-LABEL: func.func @read_twice
// CHECK: %[[M:.*]] = cameo.launch @map
// CHECK: %[[C:.*]] = cameo.launch @conv{{.*}} ins(%[[M]]
// CHECK: return %[[C]], %[[M]]
func.func @read_twice(%x: tensor<1x2x8x8x16xf32>, %w: tensor<2x2x1x1x16x16xf32>) -> (tensor<1x2x8x8x16xf32>, tensor<1x2x8x8x16xf32>) {
  %e = tensor.empty() : tensor<1x2x8x8x16xf32>
  %0 = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel", "parallel", "parallel", "parallel"]} ins(%x : tensor<1x2x8x8x16xf32>) outs(%e : tensor<1x2x8x8x16xf32>) {
  ^bb0(%a: f32, %b: f32):
    %m = arith.mulf %a, %a : f32
    linalg.yield %m : f32
  } -> tensor<1x2x8x8x16xf32>
  %1 = cameo.conv ins(%0, %w : tensor<1x2x8x8x16xf32>, tensor<2x2x1x1x16x16xf32>) outs(%e : tensor<1x2x8x8x16xf32>) {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, groups = 1 : i64, layout = 1 : i32} -> tensor<1x2x8x8x16xf32>
  return %1, %0 : tensor<1x2x8x8x16xf32>, tensor<1x2x8x8x16xf32>
}

// Windows of more than a pixel, and images whose size only the run knows, read memory.
// CHECK-LABEL: func.func @window
// CHECK: cameo.launch @map
// CHECK: cameo.launch @conv
func.func @window(%x: tensor<1x2x8x8x16xf32>, %w: tensor<2x2x3x3x16x16xf32>) -> tensor<1x2x6x6x16xf32> {
  %e = tensor.empty() : tensor<1x2x8x8x16xf32>
  %o = tensor.empty() : tensor<1x2x6x6x16xf32>
  %0 = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel", "parallel", "parallel", "parallel"]} ins(%x : tensor<1x2x8x8x16xf32>) outs(%e : tensor<1x2x8x8x16xf32>) {
  ^bb0(%a: f32, %b: f32):
    %m = arith.mulf %a, %a : f32
    linalg.yield %m : f32
  } -> tensor<1x2x8x8x16xf32>
  %1 = cameo.conv ins(%0, %w : tensor<1x2x8x8x16xf32>, tensor<2x2x3x3x16x16xf32>) outs(%o : tensor<1x2x6x6x16xf32>) {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, groups = 1 : i64, layout = 1 : i32} -> tensor<1x2x6x6x16xf32>
  return %1 : tensor<1x2x6x6x16xf32>
}

// CHECK-LABEL: func.func @any_width
// CHECK: cameo.launch @map
// CHECK: cameo.launch @conv
func.func @any_width(%x: tensor<1x2x8x?x16xf32>, %w: tensor<2x2x1x1x16x16xf32>) -> tensor<1x2x8x?x16xf32> {
  %c3 = arith.constant 3 : index
  %n = tensor.dim %x, %c3 : tensor<1x2x8x?x16xf32>
  %e = tensor.empty(%n) : tensor<1x2x8x?x16xf32>
  %0 = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel", "parallel", "parallel", "parallel"]} ins(%x : tensor<1x2x8x?x16xf32>) outs(%e : tensor<1x2x8x?x16xf32>) {
  ^bb0(%a: f32, %b: f32):
    %m = arith.mulf %a, %a : f32
    linalg.yield %m : f32
  } -> tensor<1x2x8x?x16xf32>
  %1 = cameo.conv ins(%0, %w : tensor<1x2x8x?x16xf32>, tensor<2x2x1x1x16x16xf32>) outs(%e : tensor<1x2x8x?x16xf32>) {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, groups = 1 : i64, layout = 1 : i32} -> tensor<1x2x8x?x16xf32>
  return %1 : tensor<1x2x8x?x16xf32>
}

// A slice stays with the kernel that reads it, which no convolution's does.
// CHECK-LABEL: func.func @slice
// CHECK: cameo.launch @map{{.*}} ins(%arg0
// CHECK: cameo.launch @conv
func.func @slice(%x: tensor<1x4x8x8x16xf32>, %w: tensor<2x2x1x1x16x16xf32>) -> tensor<1x2x8x8x16xf32> {
  %e = tensor.empty() : tensor<1x2x8x8x16xf32>
  %s = tensor.extract_slice %x[0, 1, 0, 0, 0] [1, 2, 8, 8, 16] [1, 1, 1, 1, 1] : tensor<1x4x8x8x16xf32> to tensor<1x2x8x8x16xf32>
  %0 = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel", "parallel", "parallel", "parallel"]} ins(%s : tensor<1x2x8x8x16xf32>) outs(%e : tensor<1x2x8x8x16xf32>) {
  ^bb0(%a: f32, %b: f32):
    %m = arith.mulf %a, %a : f32
    linalg.yield %m : f32
  } -> tensor<1x2x8x8x16xf32>
  %1 = cameo.conv ins(%0, %w : tensor<1x2x8x8x16xf32>, tensor<2x2x1x1x16x16xf32>) outs(%e : tensor<1x2x8x8x16xf32>) {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, groups = 1 : i64, layout = 1 : i32} -> tensor<1x2x8x8x16xf32>
  return %1 : tensor<1x2x8x8x16xf32>
}

// What is a residual as well lies in memory, and so does what is computed beside it.
// CHECK-LABEL: func.func @residual
// CHECK: %[[R:.*]]:2 = cameo.launch @map
// CHECK: cameo.launch @conv{{.*}} ins(%[[R]]#1, %{{[^,]*}}, %[[R]]#0
// CHECK-NEXT: return
func.func @residual(%x: tensor<1x2x8x8x16xf32>, %w: tensor<2x2x1x1x16x16xf32>) -> tensor<1x2x8x8x16xf32> {
  %e = tensor.empty() : tensor<1x2x8x8x16xf32>
  %r = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel", "parallel", "parallel", "parallel"]} ins(%x : tensor<1x2x8x8x16xf32>) outs(%e : tensor<1x2x8x8x16xf32>) {
  ^bb0(%a: f32, %b: f32):
    %m = math.exp %a : f32
    linalg.yield %m : f32
  } -> tensor<1x2x8x8x16xf32>
  %0 = linalg.generic {indexing_maps = [#id, #id, #id], iterator_types = ["parallel", "parallel", "parallel", "parallel", "parallel"]} ins(%r, %x : tensor<1x2x8x8x16xf32>, tensor<1x2x8x8x16xf32>) outs(%e : tensor<1x2x8x8x16xf32>) {
  ^bb0(%a: f32, %b: f32, %c: f32):
    %m = arith.mulf %a, %b : f32
    linalg.yield %m : f32
  } -> tensor<1x2x8x8x16xf32>
  %1 = cameo.conv ins(%0, %w : tensor<1x2x8x8x16xf32>, tensor<2x2x1x1x16x16xf32>) outs(%e : tensor<1x2x8x8x16xf32>) {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, groups = 1 : i64, layout = 1 : i32} -> tensor<1x2x8x8x16xf32>
  %2 = linalg.generic {indexing_maps = [#id, #id, #id], iterator_types = ["parallel", "parallel", "parallel", "parallel", "parallel"]} ins(%1, %r : tensor<1x2x8x8x16xf32>, tensor<1x2x8x8x16xf32>) outs(%e : tensor<1x2x8x8x16xf32>) {
  ^bb0(%a: f32, %b: f32, %c: f32):
    %m = arith.addf %a, %b : f32
    linalg.yield %m : f32
  } -> tensor<1x2x8x8x16xf32>
  return %2 : tensor<1x2x8x8x16xf32>
}
}

// -----

// Targets without.
// CHECK-LABEL: func.func @elsewhere
// CHECK: cameo.launch @map
// CHECK: cameo.launch @conv
#id = affine_map<(n, c, y, x, l) -> (n, c, y, x, l)>
module attributes {cameo.target = {}} {
func.func @elsewhere(%x: tensor<1x2x8x8x16xf32>, %w: tensor<2x2x1x1x16x16xf32>) -> tensor<1x2x8x8x16xf32> {
  %e = tensor.empty() : tensor<1x2x8x8x16xf32>
  %0 = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel", "parallel", "parallel", "parallel"]} ins(%x : tensor<1x2x8x8x16xf32>) outs(%e : tensor<1x2x8x8x16xf32>) {
  ^bb0(%a: f32, %b: f32):
    %m = arith.mulf %a, %a : f32
    linalg.yield %m : f32
  } -> tensor<1x2x8x8x16xf32>
  %1 = cameo.conv ins(%0, %w : tensor<1x2x8x8x16xf32>, tensor<2x2x1x1x16x16xf32>) outs(%e : tensor<1x2x8x8x16xf32>) {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, groups = 1 : i64, layout = 1 : i32} -> tensor<1x2x8x8x16xf32>
  return %1 : tensor<1x2x8x8x16xf32>
}
}

// -----

// A matrix product takes in nothing: neither its left factor nor what its weights are scaled by.
// CHECK-LABEL: func.func @product(
// CHECK-DAG: %[[A:.*]] = cameo.launch @map{{.*}} ins(%arg0
// CHECK-DAG: %[[B:.*]] = cameo.launch @map{{.*}} ins(%arg1
// CHECK: cameo.launch @matmul ins(%[[A]], %[[B]] :
#id = affine_map<(i, j) -> (i, j)>
module attributes {cameo.target = {computed_inputs = true}} {
func.func @product(%x: tensor<8x16xf32>, %w: tensor<16x32xf32>) -> tensor<8x32xf32> {
  %zero = arith.constant 0.0 : f32
  %ex = tensor.empty() : tensor<8x16xf32>
  %a = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]} ins(%x : tensor<8x16xf32>) outs(%ex : tensor<8x16xf32>) {
  ^bb0(%p: f32, %o: f32):
    %m = arith.mulf %p, %p : f32
    linalg.yield %m : f32
  } -> tensor<8x16xf32>
  %ew = tensor.empty() : tensor<16x32xf32>
  %b = linalg.generic {indexing_maps = [#id, #id], iterator_types = ["parallel", "parallel"]} ins(%w : tensor<16x32xf32>) outs(%ew : tensor<16x32xf32>) {
  ^bb0(%p: f32, %o: f32):
    %m = arith.addf %p, %p : f32
    linalg.yield %m : f32
  } -> tensor<16x32xf32>
  %e = tensor.empty() : tensor<8x32xf32>
  %f = linalg.fill ins(%zero : f32) outs(%e : tensor<8x32xf32>) -> tensor<8x32xf32>
  %r = linalg.generic {indexing_maps = [affine_map<(i, j, k) -> (i, k)>, affine_map<(i, j, k) -> (k, j)>, affine_map<(i, j, k) -> (i, j)>], iterator_types = ["parallel", "parallel", "reduction"]} ins(%a, %b : tensor<8x16xf32>, tensor<16x32xf32>) outs(%f : tensor<8x32xf32>) {
  ^bb0(%p: f32, %q: f32, %o: f32):
    %m = arith.mulf %p, %q : f32
    %s = arith.addf %o, %m : f32
    linalg.yield %s : f32
  } -> tensor<8x32xf32>
  return %r : tensor<8x32xf32>
}
}
