// SPDX-License-Identifier: Apache-2.0
// A small layer for each barrier of the kernel: two warps of units, two stages (what the first has
// yielded, units of the other warp read in the second), steps enough to read states that the step
// before has written; four rows to a block, two in the last.
func.func @main(%z: tensor<3x66x3xf32> {cameo.name = "z", cameo.dtype = "float32"},
                %v: tensor<1x102x3xf32> {cameo.name = "v", cameo.dtype = "float32"},
                %s: tensor<1x102x34xf32> {cameo.name = "s", cameo.dtype = "float32"})
    -> (tensor<3x1x66x34xf32> {cameo.name = "gru", cameo.dtype = "float32"},
        tensor<1x66x34xf32> {cameo.name = "last", cameo.dtype = "float32"}) {
  %none = "onnx.None"() : () -> none
  %0:2 = "onnx.GRU"(%z, %v, %s, %none, %none, %none) {hidden_size = 34 : si64} : (tensor<3x66x3xf32>, tensor<1x102x3xf32>, tensor<1x102x34xf32>, none, none, none) -> (tensor<3x1x66x34xf32>, tensor<1x66x34xf32>)
  return %0#0, %0#1 : tensor<3x1x66x34xf32>, tensor<1x66x34xf32>
}
