// SPDX-License-Identifier: Apache-2.0
// Recurrent layers in one launch each: both directions, rows that end early, units that fill no
// warp; a stage that waits for another; so many rows that they share blocks; the most units that one
// launch takes, 512, each with a thread of the largest block. The last has more weights than a block
// goes over in each step, by one unit. These two are of one row and two steps: enough to hand a state
// on, and the emulator needs seconds for more.
func.func @main(%x: tensor<6x2x5xf32> {cameo.name = "x", cameo.dtype = "float32"},
                %w: tensor<2x160x5xf32> {cameo.name = "w", cameo.dtype = "float32"},
                %r: tensor<2x160x40xf32> {cameo.name = "r", cameo.dtype = "float32"},
                %b: tensor<2x320xf32> {cameo.name = "b", cameo.dtype = "float32"},
                %v: tensor<1x99x5xf32> {cameo.name = "v", cameo.dtype = "float32"},
                %s: tensor<1x99x33xf32> {cameo.name = "s", cameo.dtype = "float32"},
                %z: tensor<?x70x3xf32> {cameo.name = "z", cameo.dtype = "float32"},
                %u: tensor<1x24x3xf32> {cameo.name = "u", cameo.dtype = "float32"},
                %t: tensor<1x24x24xf32> {cameo.name = "t", cameo.dtype = "float32"},
                %l: tensor<2x1x5xf32> {cameo.name = "l", cameo.dtype = "float32"},
                %m: tensor<1x512x5xf32> {cameo.name = "m", cameo.dtype = "float32"},
                %n: tensor<1x512x512xf32> {cameo.name = "n", cameo.dtype = "float32"},
                %i: tensor<1x1028x5xf32> {cameo.name = "i", cameo.dtype = "float32"},
                %j: tensor<1x1028x257xf32> {cameo.name = "j", cameo.dtype = "float32"})
    -> (tensor<6x2x2x40xf32> {cameo.name = "lstm", cameo.dtype = "float32"},
        tensor<2x2x40xf32> {cameo.name = "lstm_h", cameo.dtype = "float32"},
        tensor<2x2x40xf32> {cameo.name = "lstm_c", cameo.dtype = "float32"},
        tensor<6x1x2x33xf32> {cameo.name = "gru", cameo.dtype = "float32"},
        tensor<?x1x70x24xf32> {cameo.name = "rnn", cameo.dtype = "float32"},
        tensor<1x1x512xf32> {cameo.name = "wide", cameo.dtype = "float32"},
        tensor<1x1x257xf32> {cameo.name = "large", cameo.dtype = "float32"}) {
  %none = "onnx.None"() : () -> none
  %lengths = "onnx.Constant"() {value = dense<[3, 6]> : tensor<2xi32>} : () -> tensor<2xi32>
  // States must not leave what tanh can tell apart.
  %small = "onnx.Constant"() {value = dense<5.0e-02> : tensor<f32>} : () -> tensor<f32>
  %n_small = "onnx.Mul"(%n, %small) : (tensor<1x512x512xf32>, tensor<f32>) -> tensor<1x512x512xf32>
  %j_small = "onnx.Mul"(%j, %small) : (tensor<1x1028x257xf32>, tensor<f32>) -> tensor<1x1028x257xf32>
  %0:3 = "onnx.LSTM"(%x, %w, %r, %b, %lengths, %none, %none, %none) {hidden_size = 40 : si64, direction = "bidirectional"} : (tensor<6x2x5xf32>, tensor<2x160x5xf32>, tensor<2x160x40xf32>, tensor<2x320xf32>, tensor<2xi32>, none, none, none) -> (tensor<6x2x2x40xf32>, tensor<2x2x40xf32>, tensor<2x2x40xf32>)
  %1:2 = "onnx.GRU"(%x, %v, %s, %none, %none, %none) {hidden_size = 33 : si64} : (tensor<6x2x5xf32>, tensor<1x99x5xf32>, tensor<1x99x33xf32>, none, none, none) -> (tensor<6x1x2x33xf32>, tensor<1x2x33xf32>)
  %2:2 = "onnx.RNN"(%z, %u, %t, %none, %none, %none) {hidden_size = 24 : si64, direction = "reverse"} : (tensor<?x70x3xf32>, tensor<1x24x3xf32>, tensor<1x24x24xf32>, none, none, none) -> (tensor<?x1x70x24xf32>, tensor<1x70x24xf32>)
  %3:2 = "onnx.RNN"(%l, %m, %n_small, %none, %none, %none) {hidden_size = 512 : si64} : (tensor<2x1x5xf32>, tensor<1x512x5xf32>, tensor<1x512x512xf32>, none, none, none) -> (none, tensor<1x1x512xf32>)
  %4:3 = "onnx.LSTM"(%l, %i, %j_small, %none, %none, %none, %none, %none) {hidden_size = 257 : si64} : (tensor<2x1x5xf32>, tensor<1x1028x5xf32>, tensor<1x1028x257xf32>, none, none, none, none, none) -> (none, tensor<1x1x257xf32>, none)
  return %0#0, %0#1, %0#2, %1#0, %2#0, %3#1, %4#1 : tensor<6x2x2x40xf32>, tensor<2x2x40xf32>, tensor<2x2x40xf32>, tensor<6x1x2x33xf32>, tensor<?x1x70x24xf32>, tensor<1x1x512xf32>, tensor<1x1x257xf32>
}
