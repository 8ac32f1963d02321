// SPDX-License-Identifier: Apache-2.0
// Runs that are refused: what the shapes and values of the inputs break.

func.func @w_direction(%a0: tensor<2x1x3xf32>, %a1: tensor<?x4x3xf32>, %a2: tensor<1x4x4xf32>) -> tensor<?x?x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<2x1x3xf32>, dense<1.0> : tensor<2x4x3xf32>, dense<1.0> : tensor<1x4x4xf32>],
    error = "W does not match the direction"} {
  %none = onnx.None() : () -> none
  %y:2 = onnx.RNN(%a0, %a1, %a2, %none, %none, %none) {hidden_size = 4 : si64} : (tensor<2x1x3xf32>, tensor<?x4x3xf32>, tensor<1x4x4xf32>, none, none, none) -> (tensor<?x?x?x?xf32>, tensor<?x?x?xf32>)
  return %y#0 : tensor<?x?x?x?xf32>
}

func.func @r_direction(%a0: tensor<2x1x3xf32>, %a1: tensor<1x4x3xf32>, %a2: tensor<?x4x4xf32>) -> tensor<?x?x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<2x1x3xf32>, dense<1.0> : tensor<1x4x3xf32>, dense<1.0> : tensor<2x4x4xf32>],
    error = "R does not match the direction"} {
  %none = onnx.None() : () -> none
  %y:2 = onnx.RNN(%a0, %a1, %a2, %none, %none, %none) {hidden_size = 4 : si64} : (tensor<2x1x3xf32>, tensor<1x4x3xf32>, tensor<?x4x4xf32>, none, none, none) -> (tensor<?x?x?x?xf32>, tensor<?x?x?xf32>)
  return %y#0 : tensor<?x?x?x?xf32>
}

func.func @w_hidden(%a0: tensor<2x1x3xf32>, %a1: tensor<1x?x3xf32>, %a2: tensor<1x4x4xf32>) -> tensor<?x?x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<2x1x3xf32>, dense<1.0> : tensor<1x5x3xf32>, dense<1.0> : tensor<1x4x4xf32>],
    error = "W does not match hidden_size"} {
  %none = onnx.None() : () -> none
  %y:2 = onnx.RNN(%a0, %a1, %a2, %none, %none, %none) {hidden_size = 4 : si64} : (tensor<2x1x3xf32>, tensor<1x?x3xf32>, tensor<1x4x4xf32>, none, none, none) -> (tensor<?x?x?x?xf32>, tensor<?x?x?xf32>)
  return %y#0 : tensor<?x?x?x?xf32>
}

func.func @r_hidden(%a0: tensor<2x1x3xf32>, %a1: tensor<1x4x3xf32>, %a2: tensor<1x?x4xf32>) -> tensor<?x?x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<2x1x3xf32>, dense<1.0> : tensor<1x4x3xf32>, dense<1.0> : tensor<1x5x4xf32>],
    error = "R does not match hidden_size"} {
  %none = onnx.None() : () -> none
  %y:2 = onnx.RNN(%a0, %a1, %a2, %none, %none, %none) {hidden_size = 4 : si64} : (tensor<2x1x3xf32>, tensor<1x4x3xf32>, tensor<1x?x4xf32>, none, none, none) -> (tensor<?x?x?x?xf32>, tensor<?x?x?xf32>)
  return %y#0 : tensor<?x?x?x?xf32>
}

func.func @w_input(%a0: tensor<2x1x3xf32>, %a1: tensor<1x4x?xf32>, %a2: tensor<1x4x4xf32>) -> tensor<?x?x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<2x1x3xf32>, dense<1.0> : tensor<1x4x2xf32>, dense<1.0> : tensor<1x4x4xf32>],
    error = "W does not match the input size"} {
  %none = onnx.None() : () -> none
  %y:2 = onnx.RNN(%a0, %a1, %a2, %none, %none, %none) {hidden_size = 4 : si64} : (tensor<2x1x3xf32>, tensor<1x4x?xf32>, tensor<1x4x4xf32>, none, none, none) -> (tensor<?x?x?x?xf32>, tensor<?x?x?xf32>)
  return %y#0 : tensor<?x?x?x?xf32>
}

func.func @bias_direction(%a0: tensor<2x1x3xf32>, %a1: tensor<1x4x3xf32>, %a2: tensor<1x4x4xf32>, %a3: tensor<?x8xf32>) -> tensor<?x?x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<2x1x3xf32>, dense<1.0> : tensor<1x4x3xf32>, dense<1.0> : tensor<1x4x4xf32>, dense<1.0> : tensor<2x8xf32>],
    error = "B does not match the direction"} {
  %none = onnx.None() : () -> none
  %y:2 = onnx.RNN(%a0, %a1, %a2, %a3, %none, %none) {hidden_size = 4 : si64} : (tensor<2x1x3xf32>, tensor<1x4x3xf32>, tensor<1x4x4xf32>, tensor<?x8xf32>, none, none) -> (tensor<?x?x?x?xf32>, tensor<?x?x?xf32>)
  return %y#0 : tensor<?x?x?x?xf32>
}

func.func @bias_hidden(%a0: tensor<2x1x3xf32>, %a1: tensor<1x4x3xf32>, %a2: tensor<1x4x4xf32>, %a3: tensor<1x?xf32>) -> tensor<?x?x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<2x1x3xf32>, dense<1.0> : tensor<1x4x3xf32>, dense<1.0> : tensor<1x4x4xf32>, dense<1.0> : tensor<1x7xf32>],
    error = "B does not match hidden_size"} {
  %none = onnx.None() : () -> none
  %y:2 = onnx.RNN(%a0, %a1, %a2, %a3, %none, %none) {hidden_size = 4 : si64} : (tensor<2x1x3xf32>, tensor<1x4x3xf32>, tensor<1x4x4xf32>, tensor<1x?xf32>, none, none) -> (tensor<?x?x?x?xf32>, tensor<?x?x?xf32>)
  return %y#0 : tensor<?x?x?x?xf32>
}

func.func @lengths(%a0: tensor<2x1x3xf32>, %a1: tensor<1x4x3xf32>, %a2: tensor<1x4x4xf32>, %a3: tensor<?xi32>) -> tensor<?x?x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<2x1x3xf32>, dense<1.0> : tensor<1x4x3xf32>, dense<1.0> : tensor<1x4x4xf32>, dense<1> : tensor<2xi32>],
    error = "sequence_lens does not match the batch"} {
  %none = onnx.None() : () -> none
  %y:2 = onnx.RNN(%a0, %a1, %a2, %none, %a3, %none) {hidden_size = 4 : si64} : (tensor<2x1x3xf32>, tensor<1x4x3xf32>, tensor<1x4x4xf32>, none, tensor<?xi32>, none) -> (tensor<?x?x?x?xf32>, tensor<?x?x?xf32>)
  return %y#0 : tensor<?x?x?x?xf32>
}

func.func @state_direction(%a0: tensor<2x1x3xf32>, %a1: tensor<1x4x3xf32>, %a2: tensor<1x4x4xf32>, %a3: tensor<?x1x4xf32>) -> tensor<?x?x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<2x1x3xf32>, dense<1.0> : tensor<1x4x3xf32>, dense<1.0> : tensor<1x4x4xf32>, dense<1.0> : tensor<2x1x4xf32>],
    error = "initial state does not match the direction"} {
  %none = onnx.None() : () -> none
  %y:2 = onnx.RNN(%a0, %a1, %a2, %none, %none, %a3) {hidden_size = 4 : si64} : (tensor<2x1x3xf32>, tensor<1x4x3xf32>, tensor<1x4x4xf32>, none, none, tensor<?x1x4xf32>) -> (tensor<?x?x?x?xf32>, tensor<?x?x?xf32>)
  return %y#0 : tensor<?x?x?x?xf32>
}

func.func @state_batch(%a0: tensor<2x1x3xf32>, %a1: tensor<1x4x3xf32>, %a2: tensor<1x4x4xf32>, %a3: tensor<1x?x4xf32>) -> tensor<?x?x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<2x1x3xf32>, dense<1.0> : tensor<1x4x3xf32>, dense<1.0> : tensor<1x4x4xf32>, dense<1.0> : tensor<1x2x4xf32>],
    error = "initial state does not match the batch"} {
  %none = onnx.None() : () -> none
  %y:2 = onnx.RNN(%a0, %a1, %a2, %none, %none, %a3) {hidden_size = 4 : si64} : (tensor<2x1x3xf32>, tensor<1x4x3xf32>, tensor<1x4x4xf32>, none, none, tensor<1x?x4xf32>) -> (tensor<?x?x?x?xf32>, tensor<?x?x?xf32>)
  return %y#0 : tensor<?x?x?x?xf32>
}

func.func @state_hidden(%a0: tensor<2x1x3xf32>, %a1: tensor<1x4x3xf32>, %a2: tensor<1x4x4xf32>, %a3: tensor<1x1x?xf32>) -> tensor<?x?x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<2x1x3xf32>, dense<1.0> : tensor<1x4x3xf32>, dense<1.0> : tensor<1x4x4xf32>, dense<1.0> : tensor<1x1x5xf32>],
    error = "initial state does not match hidden_size"} {
  %none = onnx.None() : () -> none
  %y:2 = onnx.RNN(%a0, %a1, %a2, %none, %none, %a3) {hidden_size = 4 : si64} : (tensor<2x1x3xf32>, tensor<1x4x3xf32>, tensor<1x4x4xf32>, none, none, tensor<1x1x?xf32>) -> (tensor<?x?x?x?xf32>, tensor<?x?x?xf32>)
  return %y#0 : tensor<?x?x?x?xf32>
}

func.func @peephole_direction(%a0: tensor<2x1x3xf32>, %a1: tensor<1x16x3xf32>, %a2: tensor<1x16x4xf32>, %a3: tensor<?x12xf32>) -> tensor<?x?x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<2x1x3xf32>, dense<1.0> : tensor<1x16x3xf32>, dense<1.0> : tensor<1x16x4xf32>, dense<1.0> : tensor<2x12xf32>],
    error = "P does not match the direction"} {
  %none = onnx.None() : () -> none
  %y:3 = onnx.LSTM(%a0, %a1, %a2, %none, %none, %none, %none, %a3) {hidden_size = 4 : si64} : (tensor<2x1x3xf32>, tensor<1x16x3xf32>, tensor<1x16x4xf32>, none, none, none, none, tensor<?x12xf32>) -> (tensor<?x?x?x?xf32>, tensor<?x?x?xf32>, tensor<?x?x?xf32>)
  return %y#0 : tensor<?x?x?x?xf32>
}

func.func @peepholes(%a0: tensor<2x1x3xf32>, %a1: tensor<1x16x3xf32>, %a2: tensor<1x16x4xf32>, %a3: tensor<1x?xf32>) -> tensor<?x?x?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<2x1x3xf32>, dense<1.0> : tensor<1x16x3xf32>, dense<1.0> : tensor<1x16x4xf32>, dense<1.0> : tensor<1x11xf32>],
    error = "P does not match hidden_size"} {
  %none = onnx.None() : () -> none
  %y:3 = onnx.LSTM(%a0, %a1, %a2, %none, %none, %none, %none, %a3) {hidden_size = 4 : si64} : (tensor<2x1x3xf32>, tensor<1x16x3xf32>, tensor<1x16x4xf32>, none, none, none, none, tensor<1x?xf32>) -> (tensor<?x?x?x?xf32>, tensor<?x?x?xf32>, tensor<?x?x?xf32>)
  return %y#0 : tensor<?x?x?x?xf32>
}
