// SPDX-License-Identifier: Apache-2.0
// RUN: cameo-opt %s --cameo-lower-onnx --split-input-file | FileCheck %s

// Tensors are boxed with the element type that the interface has.
// CHECK-LABEL: func.func @main
// CHECK-SAME: -> (!cameo.value {cameo.value = {element = {dtype = "uint8", kind = "tensor", shape = array<i64: -9223372036854775808>}, kind = "sequence"}})
// CHECK: %[[A:.*]] = cameo.box %{{.*}} dtype 2 : tensor<2xi8>
// CHECK: %[[B:.*]] = cameo.box %{{.*}} dtype 2 : tensor<3xi8>
// CHECK: cameo.make_value sequence(%[[A]], %[[B]])
func.func @main(%a: tensor<2xui8>, %b: tensor<3xui8>) -> !onnx.seq<tensor<?xui8>> {
  %s = onnx.SequenceConstruct(%a, %b) : (tensor<2xui8>, tensor<3xui8>) -> !onnx.seq<tensor<?xui8>>
  return %s : !onnx.seq<tensor<?xui8>>
}

// -----

// Positions are checked before they are used; an element states its type.
// CHECK-LABEL: func.func @main
// CHECK: %[[N:.*]] = cameo.count %[[S:.*]]
// CHECK: cameo.check %{{.*}}, "{{.*}}(SequenceAt): position is out of the sequence's range"
// CHECK: %[[X:.*]] = cameo.item %[[S]] at
// CHECK: cameo.unbox %[[X]] dtype 1, {{.*}}a tensor has another type or shape than the model states{{.*}} : tensor<?x3xf32>
func.func @main(%s: !onnx.seq<tensor<?x3xf32>>, %i: tensor<i64>) -> tensor<?x3xf32> {
  %x = onnx.SequenceAt(%s, %i) : (!onnx.seq<tensor<?x3xf32>>, tensor<i64>) -> tensor<?x3xf32>
  return %x : tensor<?x3xf32>
}

// -----

// CHECK-LABEL: func.func @main
// CHECK: %[[E:.*]] = cameo.make_value sequence()
// CHECK: scf.for {{.*}} iter_args(%[[NOW:.*]] = %[[E]]) -> (!cameo.value)
// CHECK: cameo.insert_item %{{.*}} into %[[NOW]] at
func.func @main(%s: !onnx.seq<tensor<2xf32>>) -> !onnx.seq<tensor<2xf32>> {
  %y = "onnx.SequenceMap"(%s) ({
  ^bb0(%x: tensor<2xf32>):
    %z = onnx.Add(%x, %x) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
    "onnx.Yield"(%z) : (tensor<2xf32>) -> ()
  }) : (!onnx.seq<tensor<2xf32>>) -> !onnx.seq<tensor<2xf32>>
  return %y : !onnx.seq<tensor<2xf32>>
}

// -----

// A tensor that meets an optional becomes one.
// CHECK-LABEL: func.func @main
// CHECK: scf.if %{{.*}} -> (!cameo.value)
// CHECK: %[[X:.*]] = cameo.box
// CHECK: %[[O:.*]] = cameo.make_value optional(%[[X]])
// CHECK: scf.yield %[[O]]
// CHECK: else
// CHECK: cameo.make_value optional()
func.func @main(%c: tensor<i1>, %x: tensor<2xf32>) -> !onnx.opt<tensor<2xf32>> {
  %none = onnx.None() : () -> none
  %o = "onnx.If"(%c) ({
    "onnx.Yield"(%x) : (tensor<2xf32>) -> ()
  }, {
    %e = onnx.Optional(%none) {type = tensor<2xf32>} : (none) -> !onnx.opt<tensor<2xf32>>
    "onnx.Yield"(%e) : (!onnx.opt<tensor<2xf32>>) -> ()
  }) : (tensor<i1>) -> !onnx.opt<tensor<2xf32>>
  return %o : !onnx.opt<tensor<2xf32>>
}

// -----
// CHECK-LABEL: func.func @main
// CHECK: cameo.count
// CHECK: cameo.check %{{.*}}, "{{.*}}(OptionalGetElement): the optional is empty"
// CHECK: cameo.item
// CHECK: cameo.unbox
func.func @main(%x: !onnx.opt<tensor<2xf32>>) -> (tensor<2xf32>, tensor<i1>) {
  %0 = onnx.OptionalGetElement(%x) : (!onnx.opt<tensor<2xf32>>) -> tensor<2xf32>
  %1 = onnx.OptionalHasElement(%x) : (!onnx.opt<tensor<2xf32>>) -> tensor<i1>
  return %0, %1 : tensor<2xf32>, tensor<i1>
}

// -----
// CHECK-LABEL: func.func @main
// CHECK: cameo.check %{{.*}}, "{{.*}}(SequenceErase): position
// CHECK: cameo.erase_item
// CHECK: cameo.count
func.func @main(%s: !onnx.seq<tensor<?xf32>>, %i: tensor<i64>) -> (!onnx.seq<tensor<?xf32>>, tensor<i64>) {
  %0 = onnx.SequenceErase(%s, %i) : (!onnx.seq<tensor<?xf32>>, tensor<i64>) -> !onnx.seq<tensor<?xf32>>
  %1 = onnx.SequenceLength(%s) : (!onnx.seq<tensor<?xf32>>) -> tensor<i64>
  return %0, %1 : !onnx.seq<tensor<?xf32>>, tensor<i64>
}
