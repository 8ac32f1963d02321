// SPDX-License-Identifier: Apache-2.0
// What the shape rules of the Control and Sequence operators refuse.
// RUN: cameo-opt %s --split-input-file --onnx-infer-shapes --verify-diagnostics

func.func @main(%a0: tensor<i1>) {
  // expected-error @+1 {{subgraph has no outputs}}
  %r = "onnx.If"(%a0) ({
    llvm.unreachable
  }, {
    onnx.Yield() : () -> ()
  }) : (tensor<i1>) -> (!onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<i1>) {
  // expected-error @+1 {{subgraph has 0 outputs, expected 1}}
  %r = "onnx.If"(%a0) ({
    onnx.Yield() : () -> ()
  }, {
    onnx.Yield() : () -> ()
  }) : (tensor<i1>) -> (!onnx.unknown)
  return
}

// -----
func.func @main(%a: tensor<i1>, %b: tensor<2xf32>) {
  // expected-error @+1 {{values of types 'tensor<2xf32>' and 'tensor<i1>' meet where one type is needed}}
  %r = "onnx.If"(%a) ({
    onnx.Yield(%b) : (tensor<2xf32>) -> ()
  }, {
    onnx.Yield(%a) : (tensor<i1>) -> ()
  }) : (tensor<i1>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<i64>, %a1: tensor<i1>, %a2: tensor<2xf32>) {
  // expected-error @+1 {{the body must have 3 inputs}}
  %r = "onnx.Loop"(%a0, %a1, %a2) ({
  ^bb0(%i: tensor<i64>, %c: tensor<i1>):
    onnx.Yield(%c, %c) : (tensor<i1>, tensor<i1>) -> ()
  }) : (tensor<i64>, tensor<i1>, tensor<2xf32>) -> (!onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<i64>, %a1: tensor<i1>, %a2: tensor<2xf32>) {
  // expected-error @+1 {{has fewer results than the 1 carried values}}
  "onnx.Loop"(%a0, %a1, %a2) ({
  ^bb0(%i: tensor<i64>, %c: tensor<i1>, %x: tensor<2xf32>):
    onnx.Yield(%c) : (tensor<i1>) -> ()
  }) : (tensor<i64>, tensor<i1>, tensor<2xf32>) -> ()
  return
}

// -----
func.func @main(%a0: tensor<4x2xf32>) {
  // expected-error @+1 {{num_scan_inputs is 2 but there are 1 operands}}
  "onnx.Scan"(%a0) ({
  ^bb0(%x: tensor<2xf32>):
    onnx.Yield() : () -> ()
  }) {num_scan_inputs = 2 : si64} : (tensor<4x2xf32>) -> ()
  return
}

// -----
func.func @main(%a0: tensor<4x2xf32>) {
  // expected-error @+1 {{the body must have 1 inputs}}
  "onnx.Scan"(%a0) ({
    onnx.Yield() : () -> ()
  }) {num_scan_inputs = 1 : si64} : (tensor<4x2xf32>) -> ()
  return
}

// -----
func.func @main(%a0: tensor<2xf32>, %a1: tensor<4x2xf32>) {
  // expected-error @+1 {{has fewer results than the 1 states}}
  "onnx.Scan"(%a0, %a1) ({
  ^bb0(%s: tensor<2xf32>, %x: tensor<2xf32>):
    onnx.Yield() : () -> ()
  }) {num_scan_inputs = 1 : si64} : (tensor<2xf32>, tensor<4x2xf32>) -> ()
  return
}

// -----
func.func @main(%a0: tensor<4x2xf32>) {
  // expected-error @+1 {{axes and directions do not match the scan inputs and outputs}}
  "onnx.Scan"(%a0) ({
  ^bb0(%x: tensor<2xf32>):
    onnx.Yield() : () -> ()
  }) {num_scan_inputs = 1 : si64, scan_input_axes = array<i64: 0, 0>} : (tensor<4x2xf32>) -> ()
  return
}

// -----
func.func @main(%a0: tensor<4x2xf32>, %a1: tensor<5x2xf32>) {
  // expected-error @+1 {{lengths of the scan inputs differ: 4 and 5}}
  "onnx.Scan"(%a0, %a1) ({
  ^bb0(%x: tensor<2xf32>, %y: tensor<2xf32>):
    onnx.Yield() : () -> ()
  }) {num_scan_inputs = 2 : si64} : (tensor<4x2xf32>, tensor<5x2xf32>) -> ()
  return
}

// -----
func.func @main(%a0: !onnx.seq<tensor<2xf32>>) {
  // expected-error @+1 {{the body must have 1 inputs}}
  %r = "onnx.SequenceMap"(%a0) ({
    onnx.Yield() : () -> ()
  }) : (!onnx.seq<tensor<2xf32>>) -> (!onnx.unknown)
  return
}

// -----
func.func @main() {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{needs an operand or a type}}
  %r = onnx.Optional(%none) : (none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2xf32>, %a1: tensor<2xi64>) {
  // expected-error @+1 {{elements have different types}}
  %r = onnx.SequenceConstruct(%a0, %a1) : (tensor<2xf32>, tensor<2xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main() {
  // expected-error @+1 {{unknown data type 99}}
  %r = onnx.SequenceEmpty() {dtype = 99 : si64} : () -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4xf32>) {
  %c1 = onnx.Constant() {value = dense<0> : tensor<i64>} : () -> tensor<i64>
  // expected-error @+1 {{split has a size that is not positive}}
  %r = onnx.SplitToSequence(%a0, %c1) : (tensor<4xf32>, tensor<i64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: !onnx.seq<tensor<2xf32>>) {
  // expected-error @+1 {{axis 1 is out of range for rank 1}}
  %r = onnx.ConcatFromSequence(%a0) {axis = 1 : si64} : (!onnx.seq<tensor<2xf32>>) -> !onnx.unknown
  return
}

// -----
func.func @main(%n: tensor<i64>, %c: tensor<i1>, %x: tensor<2xf32>) {
  // expected-error @+1 {{types of the loop-carried values do not settle}}
  %r = onnx.Loop(%n, %c, %x) : (tensor<i64>, tensor<i1>, tensor<2xf32>) -> !onnx.unknown {
  ^bb0(%k: tensor<i64>, %go: tensor<i1>, %p: !onnx.unknown):
    %o = onnx.Optional(%p) : (!onnx.unknown) -> !onnx.unknown
    onnx.Yield(%go, %o) : (tensor<i1>, !onnx.unknown) -> ()
  }
  return
}
