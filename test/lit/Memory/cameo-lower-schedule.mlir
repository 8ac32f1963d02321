// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --split-input-file --cameo-lower-schedule=name=m --canonicalize | FileCheck %s

// Equal constants lie in the weights once, 64 bytes from their start.
// CHECK: module attributes {
// CHECK-SAME: cameo.launches = [{bytes = 8.000000e+00 : f64, flops = -1.000000e+00 : f64, kernel = "m.kernel.k", nodes = ""}]
// CHECK-SAME: cameo.weights = [{offset = 64 : i64, value = dense<1.000000e+00> : tensor<2xf32>}]
// CHECK-SAME: cameo.weights_size = 128
// CHECK: llvm.mlir.global internal constant @m.message.0("too few\00")
// CHECK-LABEL: func.func @m.plan(%{{.*}}: !llvm.ptr, %{{.*}}: i64, %{{.*}}: !llvm.ptr) -> i32
// CHECK-LABEL: func.func @m.run(
// CHECK-SAME: %[[EXEC:.*]]: !llvm.ptr, %{{.*}}: !llvm.ptr, %{{.*}}: !llvm.ptr, %{{.*}}: !llvm.ptr, %{{.*}}: !llvm.ptr) -> i32
// CHECK: cf.cond_br %{{.*}}, ^[[GO:.*]], ^[[FAIL:.*]]
// CHECK: ^[[GO]]:
// CHECK: call @m.launch(%[[EXEC]]
// CHECK: ^[[FAIL]]:
// CHECK: call @m.fail(%[[EXEC]]
// CHECK: return %{{.*}} : i32
module attributes {cameo.allocations = 0 : i64, cameo.plan_size = 3 : i64, cameo.static_arena = 64 : i64} {
  llvm.func @m.kernel.k(!llvm.ptr, i64, i64, !llvm.ptr)
  func.func @plan(%n: index, %threads: index) -> (index, index, index) {
    %c0 = arith.constant 0 : index
    %c64 = arith.constant 64 : index
    return %c64, %c64, %c0 : index, index, index
  }
  func.func @main(%x: !llvm.ptr, %n: index) -> (!llvm.ptr) attributes {
      cameo.inputs = [{dtype = "float32", name = "x", type = tensor<?xf32>}],
      cameo.outputs = [{dtype = "float32", name = "y", type = tensor<2xf32>}]} {
    %c1 = arith.constant 1 : index
    %ok = arith.cmpi sgt, %n, %c1 : index
    cameo.check %ok, "too few"
    %w0 = cameo.weights dense<1.0> : tensor<2xf32>
    %w1 = cameo.weights dense<[1.0, 1.0]> : tensor<2xf32>
    %a = cameo.arena offset 0
    cameo.call @k(%w0, %w1, %a : !llvm.ptr, !llvm.ptr, !llvm.ptr) tiles(%c1, %c1) scratch(%c1) {bytes = 8.0 : f64}
    return %a : !llvm.ptr
  }
}

// -----

// Launches and copies of the device return a status, which ends the run.
// CHECK: module attributes {
// CHECK-SAME: cameo.device_kernels = [@k]
// CHECK-LABEL: func.func @m.run(
// CHECK: %[[COPIED:.*]] = llvm.call %{{.*}}(%{{.*}}) : !llvm.ptr, (!llvm.ptr, !llvm.ptr, !llvm.ptr, i64, i32) -> i32
// CHECK: llvm.icmp "eq" %[[COPIED]]
// CHECK: cf.cond_br
// CHECK: %[[LAUNCHED:.*]] = call @m.device_launch
// CHECK: llvm.icmp "eq" %[[LAUNCHED]]
// CHECK: cf.cond_br
module attributes {cameo.device = "cuda", cameo.allocations = 0 : i64, cameo.plan_size = 4 : i64, cameo.static_arena = 64 : i64} {
  func.func private @k(!llvm.ptr, !llvm.ptr) attributes {cameo.device}
  func.func @plan(%threads: index) -> (index, index, index, index) {
    %c0 = arith.constant 0 : index
    %c64 = arith.constant 64 : index
    return %c64, %c64, %c0, %c64 : index, index, index, index
  }
  func.func @main(%x: !llvm.ptr) -> (!llvm.ptr) attributes {
      cameo.inputs = [{dtype = "float32", name = "x", type = tensor<2xf32>}],
      cameo.outputs = [{dtype = "float32", name = "y", type = tensor<2xf32>}]} {
    %c1 = arith.constant 1 : index
    %c8 = arith.constant 8 : index
    %c256 = arith.constant 256 : index
    %c0 = arith.constant 0 : index
    %w = cameo.weights dense<1.0> : tensor<2xf32> {device}
    %d = cameo.arena offset 0 {device}
    cameo.copy %c8 from %x to %d {to_device}
    cameo.call @k(%w, %d : !llvm.ptr, !llvm.ptr) tiles(%c1, %c256) scratch(%c0) {device}
    %h = cameo.arena offset 0
    cameo.copy %c8 from %d to %h {from_device}
    return %h : !llvm.ptr
  }
}
