// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --split-input-file --onnx-canonicalize | FileCheck %s

// Shape arithmetic that a Reshape takes: sizes that it takes over are zeros.
// CHECK-LABEL: func.func @main
// CHECK-SAME: %[[X:.*]]: tensor<?x?x768xf32>
// CHECK: %[[S:.*]] = onnx.Constant() {value = dense<[0, 0, 12, 64]> : tensor<4xi64>}
// CHECK-NOT: onnx.Shape
// CHECK: onnx.Reshape(%[[X]], %[[S]]) {{.*}} -> tensor<?x?x12x64xf32>
module {
  func.func @main(%x: tensor<?x?x768xf32> {cameo.name = "x", cameo.dims = ["batch", "seq", ""]}) -> tensor<*xf32> {
    %shape = onnx.Shape(%x) : (tensor<?x?x768xf32>) -> !onnx.unknown
    %zero = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
    %one = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
    %tail = onnx.Constant() {value = dense<[12, 64]> : tensor<2xi64>} : () -> tensor<2xi64>
    %b = onnx.Gather(%shape, %zero) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %s = onnx.Gather(%shape, %one) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %target = onnx.Concat(%b, %s, %tail) {axis = 0 : si64} : (!onnx.unknown, !onnx.unknown, tensor<2xi64>) -> !onnx.unknown
    %y = onnx.Reshape(%x, %target) : (tensor<?x?x768xf32>, !onnx.unknown) -> tensor<*xf32>
    return %y : tensor<*xf32>
  }
}

// -----
// A branch whose condition follows from static shapes; the other one would be ill-typed.
// CHECK-LABEL: func.func @main
// CHECK-SAME: %[[X:.*]]: tensor<2x7xf32>
// CHECK-NEXT: return %[[X]] : tensor<2x7xf32>
module {
  func.func @main(%x: tensor<2x7xf32>) -> tensor<*xf32> {
    %shape = onnx.Shape(%x) : (tensor<2x7xf32>) -> !onnx.unknown
    %i = onnx.Constant() {value = dense<1> : tensor<i64>} : () -> tensor<i64>
    %axes = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
    %size = onnx.Gather(%shape, %i) : (!onnx.unknown, tensor<i64>) -> !onnx.unknown
    %cond = onnx.Equal(%size, %i) : (!onnx.unknown, tensor<i64>) -> !onnx.unknown
    %y = onnx.If(%cond) : (!onnx.unknown) -> tensor<*xf32> {
      %s = onnx.Squeeze(%x, %axes) : (tensor<2x7xf32>, tensor<1xi64>) -> !onnx.unknown
      onnx.Yield(%s) : (!onnx.unknown) -> ()
    }, {
      %s = onnx.Identity(%x) : (tensor<2x7xf32>) -> !onnx.unknown
      onnx.Yield(%s) : (!onnx.unknown) -> ()
    }
    return %y : tensor<*xf32>
  }
}

// -----
// Transposes sink through element-wise operators and meet.
// CHECK-LABEL: func.func @main
// CHECK-SAME: %[[X:.*]]: tensor<1x8x4x3xf32>
// CHECK-NOT: onnx.Transpose(%
// CHECK: onnx.Relu(%[[X]])
// CHECK: onnx.Mul(
// CHECK-NOT: onnx.Transpose(
// CHECK: return
module {
  func.func @main(%x: tensor<1x8x4x3xf32>) -> tensor<*xf32> {
    %two = onnx.Constant() {value = dense<2.0> : tensor<f32>} : () -> tensor<f32>
    %t = onnx.Transpose(%x) {perm = array<i64: 0, 2, 3, 1>} : (tensor<1x8x4x3xf32>) -> !onnx.unknown
    %r = onnx.Relu(%t) : (!onnx.unknown) -> !onnx.unknown
    %m = onnx.Mul(%r, %two) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
    %y = onnx.Transpose(%m) {perm = array<i64: 0, 3, 1, 2>} : (!onnx.unknown) -> tensor<*xf32>
    return %y : tensor<*xf32>
  }
}

// -----
// One index of what is transposed is picked before; what is left need not be in order.
// CHECK-LABEL: func.func @main
// CHECK-SAME: %[[X:.*]]: tensor<2x3x4x5xf32>
// CHECK: %[[G:.*]] = onnx.Gather(%[[X]], %{{.*}}) {axis = 1 : si64} : {{.*}} -> tensor<2x4x5xf32>
// CHECK: onnx.Transpose(%[[G]]) {perm = array<i64: 2, 0, 1>} : (tensor<2x4x5xf32>) -> tensor<5x2x4xf32>
// CHECK: onnx.Gather(%[[X]], %{{.*}}) : (tensor<2x3x4x5xf32>, tensor<i64>) -> tensor<3x4x5xf32>
// CHECK-NOT: onnx.Transpose
// CHECK: return
module {
  func.func @main(%x: tensor<2x3x4x5xf32>, %i: tensor<i64>) -> (tensor<*xf32>, tensor<*xf32>) {
    %t = onnx.Transpose(%x) {perm = array<i64: 3, 1, 0, 2>} : (tensor<2x3x4x5xf32>) -> !onnx.unknown
    %y = onnx.Gather(%t, %i) {axis = 1 : si64} : (!onnx.unknown, tensor<i64>) -> tensor<*xf32>
    %u = onnx.Transpose(%x) {perm = array<i64: 1, 0, 2, 3>} : (tensor<2x3x4x5xf32>) -> !onnx.unknown
    %z = onnx.Gather(%u, %i) {axis = -3 : si64} : (!onnx.unknown, tensor<i64>) -> tensor<*xf32>
    return %y, %z : tensor<*xf32>, tensor<*xf32>
  }
}

// -----
// Zeros around the image become the convolution's padding.
// CHECK-LABEL: func.func @main
// CHECK: onnx.Conv(%{{.*}}) {{.*}}pads = array<i64: 1, 1, 1, 1>{{.*}} -> tensor<1x4x5x5xf32>
// CHECK-NOT: onnx.Pad
module {
  func.func @main(%x: tensor<1x2x5x5xf32>, %w: tensor<4x2x3x3xf32>) -> tensor<*xf32> {
    %none = onnx.None() : () -> none
    %pads = onnx.Constant() {value = dense<[0, 0, 1, 1, 0, 0, 1, 1]> : tensor<8xi64>} : () -> tensor<8xi64>
    %p = onnx.Pad(%x, %pads, %none, %none) : (tensor<1x2x5x5xf32>, tensor<8xi64>, none, none) -> !onnx.unknown
    %y = onnx.Conv(%p, %w, %none) : (!onnx.unknown, tensor<4x2x3x3xf32>, none) -> tensor<*xf32>
    return %y : tensor<*xf32>
  }
}

// -----
// Chains of reshapes are one; what does nothing goes.
// CHECK-LABEL: func.func @main
// CHECK-SAME: %[[X:.*]]: tensor<2x1x6xf32>
// CHECK: %[[Y:.*]] = onnx.Reshape(%[[X]], %{{.*}}) {{.*}} -> tensor<3x4xf32>
// CHECK-NEXT: return %[[Y]]
module {
  func.func @main(%x: tensor<2x1x6xf32>) -> tensor<*xf32> {
    %axes = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
    %target = onnx.Constant() {value = dense<[3, -1]> : tensor<2xi64>} : () -> tensor<2xi64>
    %zero = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
    %s = onnx.Squeeze(%x, %axes) : (tensor<2x1x6xf32>, tensor<1xi64>) -> !onnx.unknown
    %r = onnx.Reshape(%s, %target) : (!onnx.unknown, tensor<2xi64>) -> !onnx.unknown
    %a = onnx.Add(%r, %zero) : (!onnx.unknown, tensor<f32>) -> !onnx.unknown
    %y = onnx.Identity(%a) : (!onnx.unknown) -> tensor<*xf32>
    return %y : tensor<*xf32>
  }
}

// -----
// A guarded Squeeze: only the squeezed rank suits what follows.
// CHECK-LABEL: func.func @main
// CHECK-NOT: onnx.If
// CHECK: onnx.Squeeze({{.*}} -> tensor<?x8xf32>
// CHECK: onnx.Gemm({{.*}} -> tensor<?x4xf32>
module {
  func.func @main(%x: tensor<?x8x?xf32> {cameo.name = "x", cameo.dims = ["batch", "", "frames"]}, %w: tensor<8x4xf32>) -> tensor<*xf32> {
    %none = onnx.None() : () -> none
    %shape = onnx.Shape(%x) : (tensor<?x8x?xf32>) -> !onnx.unknown
    %last = onnx.Constant() {value = dense<-1> : tensor<1xi64>} : () -> tensor<1xi64>
    %one = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
    %size = onnx.Gather(%shape, %last) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %cond = onnx.Equal(%size, %one) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
    %s = onnx.If(%cond) : (!onnx.unknown) -> !onnx.unknown {
      %t = onnx.Squeeze(%x, %last) : (tensor<?x8x?xf32>, tensor<1xi64>) -> !onnx.unknown
      onnx.Yield(%t) : (!onnx.unknown) -> ()
    }, {
      %t = onnx.Identity(%x) : (tensor<?x8x?xf32>) -> !onnx.unknown
      onnx.Yield(%t) : (!onnx.unknown) -> ()
    }
    %y = onnx.Gemm(%s, %w, %none) : (!onnx.unknown, tensor<8x4xf32>, none) -> tensor<*xf32>
    return %y : tensor<*xf32>
  }
}

// -----
// Softmax of version 11 along the last axis.
// CHECK-LABEL: func.func @main
// CHECK-NOT: onnx.Flatten
// CHECK: onnx.Softmax(%arg0) {{.*}}tensor<?x3x?x5xf32>
// CHECK-NOT: onnx.Reshape
module {
  func.func @main(%x: tensor<?x3x?x5xf32> {cameo.name = "x", cameo.dims = ["batch", "", "queries", ""]}) -> tensor<*xf32> {
    %flat = onnx.Flatten(%x) {axis = 3 : si64} : (tensor<?x3x?x5xf32>) -> !onnx.unknown
    %rows = onnx.Softmax(%flat) : (!onnx.unknown) -> !onnx.unknown
    %shape = onnx.Shape(%x) : (tensor<?x3x?x5xf32>) -> !onnx.unknown
    %y = onnx.Reshape(%rows, %shape) : (!onnx.unknown, !onnx.unknown) -> tensor<*xf32>
    return %y : tensor<*xf32>
  }
}

// -----
// Along the last two it is of their elements together.
// CHECK-LABEL: func.func @main
// CHECK: onnx.Flatten
module {
  func.func @main(%x: tensor<?x3x?x5xf32> {cameo.name = "x", cameo.dims = ["batch", "", "queries", ""]}) -> tensor<*xf32> {
    %flat = onnx.Flatten(%x) {axis = 2 : si64} : (tensor<?x3x?x5xf32>) -> !onnx.unknown
    %rows = onnx.Softmax(%flat) : (!onnx.unknown) -> !onnx.unknown
    %shape = onnx.Shape(%x) : (tensor<?x3x?x5xf32>) -> !onnx.unknown
    %y = onnx.Reshape(%rows, %shape) : (!onnx.unknown, !onnx.unknown) -> tensor<*xf32>
    return %y : tensor<*xf32>
  }
}

// -----
// A filter that is one number everywhere is a constant; what others read, too, stays what the run makes.
// CHECK-LABEL: func.func @main
// CHECK: %[[W:.*]] = onnx.Constant() {value = dense<5.000000e-01> : tensor<64x32x3x3xf32>}
// CHECK: %[[V:.*]] = onnx.ConstantOfShape
// CHECK: onnx.Conv(%{{.*}}, %[[W]], %{{.*}})
// CHECK: onnx.Conv(%{{.*}}, %[[V]], %{{.*}})
module {
  func.func @main(%x: tensor<1x32x8x8xf32>) -> (tensor<1x64x6x6xf32>, tensor<1x64x6x6xf32>, tensor<64x32x3x3xf32>) {
    %shape = onnx.Constant() {value = dense<[64, 32, 3, 3]> : tensor<4xi64>} : () -> tensor<4xi64>
    %none = onnx.None() : () -> none
    %w = onnx.ConstantOfShape(%shape) {value = dense<0.5> : tensor<1xf32>} : (tensor<4xi64>) -> tensor<64x32x3x3xf32>
    %v = onnx.ConstantOfShape(%shape) {value = dense<0.25> : tensor<1xf32>} : (tensor<4xi64>) -> tensor<64x32x3x3xf32>
    %y = onnx.Conv(%x, %w, %none) : (tensor<1x32x8x8xf32>, tensor<64x32x3x3xf32>, none) -> tensor<1x64x6x6xf32>
    %z = onnx.Conv(%x, %v, %none) : (tensor<1x32x8x8xf32>, tensor<64x32x3x3xf32>, none) -> tensor<1x64x6x6xf32>
    return %y, %z, %v : tensor<1x64x6x6xf32>, tensor<1x64x6x6xf32>, tensor<64x32x3x3xf32>
  }
}
