// SPDX-License-Identifier: Apache-2.0
// What the verifiers of kernels, launches and windows refuse.
// RUN: cameo-opt %s --split-input-file --verify-diagnostics

// expected-error @+1 {{has 0 results for 1 destinations}}
cameo.kernel @k(%o: tensor<4xf32>) attributes {num_outs = 1 : i64} {
  cameo.return
}

// -----
// expected-error @+1 {{results must have the types of the last arguments}}
cameo.kernel @k(%o: tensor<4xf32>) -> tensor<5xf32> attributes {num_outs = 1 : i64} {
  %0 = tensor.empty() : tensor<5xf32>
  cameo.return %0 : tensor<5xf32>
}

// -----
// expected-error @+1 {{must end in a cameo.return of its result types}}
cameo.kernel @k(%o: tensor<4xf32>) -> tensor<4xf32> attributes {num_outs = 1 : i64} {
  %0 = tensor.empty() : tensor<5xf32>
  cameo.return %0 : tensor<5xf32>
}

// -----
func.func @main(%x: tensor<4xf32>) {
  // expected-error @+1 {{calls unknown kernel @none}}
  %0 = cameo.launch @none outs(%x : tensor<4xf32>) -> tensor<4xf32>
  return
}

// -----
func.func @main(%x: tensor<5xf32>) {
  // expected-error @+1 {{operands do not match the kernel's arguments}}
  %0 = cameo.launch @k outs(%x : tensor<5xf32>) -> tensor<5xf32>
  return
}
cameo.kernel @k(%o: tensor<4xf32>) -> tensor<4xf32> attributes {num_outs = 1 : i64} {
  cameo.return %o : tensor<4xf32>
}

// -----
func.func @main(%x: tensor<4xf32>) {
  // expected-error @+1 {{region arguments must be the tile, then the operands' buffers}}
  %0 = "cameo.compute"(%x) <{operandSegmentSizes = array<i32: 0, 0, 1>}> ({
  ^bb0(%b: memref<5xf32>):
    cameo.yield
  }) : (tensor<4xf32>) -> tensor<4xf32>
  return
}

// -----
func.func @main(%x: tensor<4xf32>) {
  // expected-error @+1 {{region must end in cameo.yield}}
  %0 = "cameo.compute"(%x) <{operandSegmentSizes = array<i32: 0, 0, 1>}> ({
  ^bb0(%b: memref<4xf32>):
    cameo.return
  }) : (tensor<4xf32>) -> tensor<4xf32>
  return
}

// -----
func.func @main(%x: tensor<1x2x4x4xf32>, %w: tensor<2x2x1x1xf32>, %o: tensor<1x2x4x4xf32>) {
  // expected-error @+1 {{needs strides and dilations of one length and pads of twice that}}
  %0 = cameo.conv ins(%x, %w : tensor<1x2x4x4xf32>, tensor<2x2x1x1xf32>) outs(%o : tensor<1x2x4x4xf32>) {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, pads = array<i64: 0, 0>, groups = 1 : i64} -> tensor<1x2x4x4xf32>
  return
}

// -----
func.func @main(%x: tensor<1x2x4x4xf32>, %w: tensor<2x2x1x1xf32>, %o: tensor<1x2x4x4xf32>) {
  // expected-error @+1 {{strides and dilations must be positive}}
  %0 = cameo.conv ins(%x, %w : tensor<1x2x4x4xf32>, tensor<2x2x1x1xf32>) outs(%o : tensor<1x2x4x4xf32>) {strides = array<i64: 1, 0>, dilations = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, groups = 1 : i64} -> tensor<1x2x4x4xf32>
  return
}

// -----
func.func @main(%x: tensor<1x2x4x4xf32>, %w: tensor<2x2x1x1xf32>, %o: tensor<1x2x4x4xf32>) {
  // expected-error @+1 {{result and destination differ in type}}
  %0 = cameo.conv ins(%x, %w : tensor<1x2x4x4xf32>, tensor<2x2x1x1xf32>) outs(%o : tensor<1x2x4x4xf32>) {strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>, groups = 1 : i64} -> tensor<1x2x4x5xf32>
  return
}

// -----
func.func @main(%x: tensor<1x2x4x4xf32>, %o: tensor<1x2x3x3xf32>) {
  // expected-error @+1 {{kernel and strides differ in length}}
  %0 = cameo.pool max ins(%x : tensor<1x2x4x4xf32>) outs(%o : tensor<1x2x3x3xf32>) {kernel = array<i64: 2>, strides = array<i64: 1, 1>, dilations = array<i64: 1, 1>, pads = array<i64: 0, 0, 0, 0>} -> tensor<1x2x3x3xf32>
  return
}

// -----
func.func @main(%x: tensor<8xf32>, %l: tensor<4xi32>, %s: tensor<4xf32>, %r: tensor<65xi32>, %o: tensor<8x1xf64>) {
  // expected-error @+1 {{takes and gives matrices}}
  %0 = cameo.trees sum ins(%x, %l, %s, %r : tensor<8xf32>, tensor<4xi32>, tensor<4xf32>, tensor<65xi32>) outs(%o : tensor<8x1xf64>) {trees = 2 : i64, feature_bits = 2 : i64, depth = 1 : i64} -> tensor<8x1xf64>
  return
}

// -----
func.func @main(%x: tensor<8x3xf16>, %l: tensor<4xi32>, %s: tensor<4xf16>, %r: tensor<65xi32>, %o: tensor<8x1xf64>) {
  // expected-error @+1 {{splits must be f32 or f64}}
  %0 = cameo.trees sum ins(%x, %l, %s, %r : tensor<8x3xf16>, tensor<4xi32>, tensor<4xf16>, tensor<65xi32>) outs(%o : tensor<8x1xf64>) {trees = 2 : i64, feature_bits = 2 : i64, depth = 1 : i64} -> tensor<8x1xf64>
  return
}

// -----
func.func @main(%x: tensor<8x3xf32>, %l: tensor<4xi32>, %s: tensor<4xf64>, %r: tensor<65xi32>, %o: tensor<8x1xf64>) {
  // expected-error @+1 {{input and splits differ in element type}}
  %0 = cameo.trees sum ins(%x, %l, %s, %r : tensor<8x3xf32>, tensor<4xi32>, tensor<4xf64>, tensor<65xi32>) outs(%o : tensor<8x1xf64>) {trees = 2 : i64, feature_bits = 2 : i64, depth = 1 : i64} -> tensor<8x1xf64>
  return
}

// -----
func.func @main(%x: tensor<8x3xf32>, %l: tensor<4xi32>, %s: tensor<4xf32>, %r: tensor<65xi64>, %o: tensor<8x1xf64>) {
  // expected-error @+1 {{links must be i32 or i64, roots i32}}
  %0 = cameo.trees sum ins(%x, %l, %s, %r : tensor<8x3xf32>, tensor<4xi32>, tensor<4xf32>, tensor<65xi64>) outs(%o : tensor<8x1xf64>) {trees = 2 : i64, feature_bits = 2 : i64, depth = 1 : i64} -> tensor<8x1xf64>
  return
}

// -----
func.func @main(%x: tensor<8x3xf32>, %l: tensor<4xi32>, %s: tensor<4xf32>, %r: tensor<4xi32>, %o: tensor<8x1xf64>) {
  // expected-error @+1 {{links, splits and roots must be vectors, roots 63 longer than there are trees}}
  %0 = cameo.trees sum ins(%x, %l, %s, %r : tensor<8x3xf32>, tensor<4xi32>, tensor<4xf32>, tensor<4xi32>) outs(%o : tensor<8x1xf64>) {trees = 2 : i64, feature_bits = 2 : i64, depth = 1 : i64} -> tensor<8x1xf64>
  return
}

// -----
func.func @main(%x: tensor<8x3xf32>, %l: tensor<4xi32>, %s: tensor<4xf32>, %r: tensor<65xi32>, %o: tensor<8x1xf64>) {
  // expected-error @+1 {{no bits are left for the distance to a child}}
  %0 = cameo.trees sum ins(%x, %l, %s, %r : tensor<8x3xf32>, tensor<4xi32>, tensor<4xf32>, tensor<65xi32>) outs(%o : tensor<8x1xf64>) {trees = 2 : i64, feature_bits = 30 : i64, depth = 1 : i64} -> tensor<8x1xf64>
  return
}

// -----
func.func @main(%x: tensor<8x3xf32>, %l: tensor<4xi32>, %s: tensor<4xf32>, %r: tensor<65xi32>, %v: tensor<4x?xf64>, %o: tensor<8x1xf64>) {
  // expected-error @+1 {{leaves must be a matrix of known width, and are summed up}}
  %0 = cameo.trees sum ins(%x, %l, %s, %r, %v : tensor<8x3xf32>, tensor<4xi32>, tensor<4xf32>, tensor<65xi32>, tensor<4x?xf64>) outs(%o : tensor<8x1xf64>) {trees = 2 : i64, feature_bits = 2 : i64, depth = 1 : i64} -> tensor<8x1xf64>
  return
}
