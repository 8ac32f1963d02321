// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --split-input-file --cameo-lower-schedule=name=m --verify-diagnostics

// expected-error @+1 {{has no planned schedule}}
module {
  func.func @main() {
    return
  }
}

// -----
module attributes {cameo.allocations = 0 : i64, cameo.plan_size = 1 : i64, cameo.static_arena = 64 : i64} {
  func.func @plan(%threads: index) -> (index) {
    %c64 = arith.constant 64 : index
    return %c64 : index
  }
  func.func @main() -> (!llvm.ptr) attributes {
      cameo.inputs = [], cameo.outputs = [{dtype = "float32", name = "y", type = tensor<2xf32>}]} {
    // expected-error @+1 {{constant has no bytes that fit its type}}
    %w = cameo.weights dense_resource<missing> : tensor<2xf32>
    return %w : !llvm.ptr
  }
}

// -----
module attributes {cameo.allocations = 0 : i64, cameo.plan_size = 1 : i64, cameo.static_arena = 64 : i64} {
  func.func @plan(%threads: index) -> (index) {
    %c64 = arith.constant 64 : index
    return %c64 : index
  }
  func.func @main(%x: !llvm.ptr, %n: index) -> (!llvm.ptr) attributes {
      cameo.inputs = [{dtype = "float32", name = "x", type = tensor<?xf32>}],
      cameo.outputs = [{dtype = "float32", name = "y", type = tensor<2xf32>}]} {
    // expected-error @+1 {{has no place in a planned schedule}}
    %b = cameo.buffer %n
    return %b : !llvm.ptr
  }
}
