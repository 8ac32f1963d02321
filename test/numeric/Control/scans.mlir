// SPDX-License-Identifier: Apache-2.0
// Scan: directions and axes of inputs and outputs, no slices, no states, captured values.

func.func @backwards(%h: tensor<f32>, %x: tensor<3xf32>) -> (tensor<f32>, tensor<3xf32>) attributes {
    inputs = [dense<1.0> : tensor<f32>, dense<[1.0, 2.0, 3.0]> : tensor<3xf32>],
    outputs = [dense<7.0> : tensor<f32>, dense<[4.0, 6.0, 7.0]> : tensor<3xf32>]} {
  %y, %s = "onnx.Scan"(%h, %x) ({
  ^bb0(%v: tensor<f32>, %e: tensor<f32>):
    %w = onnx.Add(%v, %e) : (tensor<f32>, tensor<f32>) -> tensor<f32>
    "onnx.Yield"(%w, %w) : (tensor<f32>, tensor<f32>) -> ()
  }) {num_scan_inputs = 1 : si64, scan_input_directions = array<i64: 1>} : (tensor<f32>, tensor<3xf32>) -> (tensor<f32>, tensor<3xf32>)
  return %y, %s : tensor<f32>, tensor<3xf32>
}

func.func @output_backwards_along_1(%x: tensor<2x3xf32>, %k: tensor<f32>) -> tensor<2x3xf32> attributes {
    inputs = [dense<[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]> : tensor<2x3xf32>, dense<10.0> : tensor<f32>],
    outputs = [dense<[[30.0, 20.0, 10.0], [60.0, 50.0, 40.0]]> : tensor<2x3xf32>]} {
  %s = "onnx.Scan"(%x) ({
  ^bb0(%e: tensor<2xf32>):
    %w = onnx.Mul(%e, %k) : (tensor<2xf32>, tensor<f32>) -> tensor<2xf32>
    "onnx.Yield"(%w) : (tensor<2xf32>) -> ()
  }) {num_scan_inputs = 1 : si64, scan_input_axes = array<i64: -1>, scan_output_axes = array<i64: 1>, scan_output_directions = array<i64: 1>} : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %s : tensor<2x3xf32>
}

func.func @no_slices(%h: tensor<2xf32>, %x: tensor<?x2xf32>) -> (tensor<2xf32>, tensor<?x2xf32>) attributes {
    inputs = [dense<[1.0, 2.0]> : tensor<2xf32>, dense<> : tensor<0x2xf32>],
    outputs = [dense<[1.0, 2.0]> : tensor<2xf32>, dense<> : tensor<0x2xf32>]} {
  %y, %s = "onnx.Scan"(%h, %x) ({
  ^bb0(%v: tensor<2xf32>, %e: tensor<2xf32>):
    %w = onnx.Add(%v, %e) : (tensor<2xf32>, tensor<2xf32>) -> tensor<2xf32>
    "onnx.Yield"(%w, %e) : (tensor<2xf32>, tensor<2xf32>) -> ()
  }) {num_scan_inputs = 1 : si64} : (tensor<2xf32>, tensor<?x2xf32>) -> (tensor<2xf32>, tensor<?x2xf32>)
  return %y, %s : tensor<2xf32>, tensor<?x2xf32>
}

// Two inputs of one length, a state that changes its shape.
func.func @state_grows(%h: tensor<?xf32>, %x: tensor<2xf32>, %y: tensor<2xf32>) -> tensor<?xf32> attributes {
    inputs = [dense<> : tensor<0xf32>, dense<[1.0, 2.0]> : tensor<2xf32>, dense<[3.0, 4.0]> : tensor<2xf32>],
    outputs = [dense<[3.0, 8.0]> : tensor<2xf32>]} {
  %axes = "onnx.Constant"() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %r = "onnx.Scan"(%h, %x, %y) ({
  ^bb0(%v: tensor<?xf32>, %a: tensor<f32>, %b: tensor<f32>):
    %p = onnx.Mul(%a, %b) : (tensor<f32>, tensor<f32>) -> tensor<f32>
    %q = onnx.Unsqueeze(%p, %axes) : (tensor<f32>, tensor<1xi64>) -> tensor<1xf32>
    %w = onnx.Concat(%v, %q) {axis = 0 : si64} : (tensor<?xf32>, tensor<1xf32>) -> tensor<?xf32>
    "onnx.Yield"(%w) : (tensor<?xf32>) -> ()
  }) {num_scan_inputs = 2 : si64} : (tensor<?xf32>, tensor<2xf32>, tensor<2xf32>) -> tensor<?xf32>
  return %r : tensor<?xf32>
}

// Random numbers differ from step to step.
func.func @random_steps(%x: tensor<2x4xf32>) -> tensor<i1> attributes {
    inputs = [dense<0.0> : tensor<2x4xf32>], outputs = [dense<true> : tensor<i1>]} {
  %none = onnx.None() : () -> none
  %r = "onnx.Scan"(%x) <{num_scan_inputs = 1 : si64}> ({
  ^bb0(%v: tensor<4xf32>):
    %u = onnx.RandomUniformLike(%v) : (tensor<4xf32>) -> tensor<4xf32>
    "onnx.Yield"(%u) : (tensor<4xf32>) -> ()
  }) : (tensor<2x4xf32>) -> tensor<2x4xf32>
  %first = onnx.Constant() {value = dense<0> : tensor<i64>} : () -> tensor<i64>
  %second = onnx.Constant() {value = dense<1> : tensor<i64>} : () -> tensor<i64>
  %a = onnx.Gather(%r, %first) : (tensor<2x4xf32>, tensor<i64>) -> tensor<4xf32>
  %b = onnx.Gather(%r, %second) : (tensor<2x4xf32>, tensor<i64>) -> tensor<4xf32>
  %d = onnx.Sub(%a, %b) : (tensor<4xf32>, tensor<4xf32>) -> tensor<4xf32>
  %s = onnx.Abs(%d) : (tensor<4xf32>) -> tensor<4xf32>
  %m = onnx.ReduceMin(%s, %none) {keepdims = 0 : si64} : (tensor<4xf32>, none) -> tensor<f32>
  %y = onnx.Cast(%m) {to = 9 : si64} : (tensor<f32>) -> tensor<i1>
  return %y : tensor<i1>
}
