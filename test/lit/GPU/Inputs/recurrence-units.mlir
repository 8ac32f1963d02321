// SPDX-License-Identifier: Apache-2.0
// A layer with weights packed already, of more units than a block has threads: some have two. From a
// model such a layer does not come at present: its weights would be more than one launch goes over.
func.func @main(%x: tensor<2x1x520xf32> {cameo.name = "x", cameo.dtype = "float32"},
                %w: tensor<1x17x520x1x32xf32> {cameo.name = "w", cameo.dtype = "float32"},
                %h: tensor<1x1x520xf32> {cameo.name = "h", cameo.dtype = "float32"})
    -> (tensor<2x1x1x520xf32> {cameo.name = "y", cameo.dtype = "float32"},
        tensor<1x1x520xf32> {cameo.name = "y_h", cameo.dtype = "float32"}) {
  %small = arith.constant 5.0e-02 : f32
  %none = tensor.empty() : tensor<2x1x1x520xf32>
  %last = tensor.empty() : tensor<1x1x520xf32>
  %0:2 = cameo.recurrence ins(%x : tensor<2x1x520xf32>) weights(%w : tensor<1x17x520x1x32xf32>)
      states(%h : tensor<1x1x520xf32>) outs(%none, %last : tensor<2x1x1x520xf32>, tensor<1x1x520xf32>)
      attributes {gates = 1 : i64, reversed = array<i1: false>} {
  ^bb0(%in: f32, %product: f32, %before: f32):
    %1 = arith.mulf %product, %small : f32
    %2 = arith.addf %in, %1 : f32
    %3 = math.tanh %2 : f32
    cameo.yield %3 : f32
  } -> tensor<2x1x1x520xf32>, tensor<1x1x520xf32>
  return %0#0, %0#1 : tensor<2x1x1x520xf32>, tensor<1x1x520xf32>
}
