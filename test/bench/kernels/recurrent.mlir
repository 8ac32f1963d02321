// SPDX-License-Identifier: Apache-2.0
// One step of a loop is short: the whole sequence is what counts. Each step reads all weights again, from the
// second-level cache, where the floor counts them once.

func.func @lstm_32x128(%x: tensor<32x1x128xf32>, %w: tensor<1x512x128xf32> {bench.constant}, %r: tensor<1x512x128xf32> {bench.constant}) -> tensor<32x1x1x128xf32> {
  %none = onnx.None() : () -> none
  %y:3 = onnx.LSTM(%x, %w, %r, %none, %none, %none, %none, %none) {hidden_size = 128 : si64} : (tensor<32x1x128xf32>, tensor<1x512x128xf32>, tensor<1x512x128xf32>, none, none, none, none, none) -> (tensor<32x1x1x128xf32>, none, none)
  return %y#0 : tensor<32x1x1x128xf32>
}

func.func @gru_32x128(%x: tensor<32x1x128xf32>, %w: tensor<1x384x128xf32> {bench.constant}, %r: tensor<1x384x128xf32> {bench.constant}) -> tensor<32x1x1x128xf32> {
  %none = onnx.None() : () -> none
  %y:2 = onnx.GRU(%x, %w, %r, %none, %none, %none) {hidden_size = 128 : si64} : (tensor<32x1x128xf32>, tensor<1x384x128xf32>, tensor<1x384x128xf32>, none, none, none) -> (tensor<32x1x1x128xf32>, none)
  return %y#0 : tensor<32x1x1x128xf32>
}
