// SPDX-License-Identifier: Apache-2.0
// Attention over several tiles of queries and of keys, which end in the midst of them: grouped
// heads and a causal mask (heads of 40, of which fragments are 48); a mask that adds (rows 1 to 4
// of head 0 see nothing in the first tile of keys), a cap on the scores; one query of few; halves.
// The inputs come back, so that a run's outputs are the data of the next.
func.func @main(%q: tensor<2x4x70x40xf32> {cameo.name = "q", cameo.dtype = "float32"},
                %k: tensor<2x2x90x40xf32> {cameo.name = "k", cameo.dtype = "float32"},
                %v: tensor<2x2x90x24xf32> {cameo.name = "v", cameo.dtype = "float32"},
                %mask: tensor<70x90xf32> {cameo.name = "mask", cameo.dtype = "float32"},
                %last: tensor<2x4x3x64xf32> {cameo.name = "last", cameo.dtype = "float32"},
                %keys: tensor<2x2x131x64xf32> {cameo.name = "keys", cameo.dtype = "float32"},
                %values: tensor<2x2x131x64xf32> {cameo.name = "values", cameo.dtype = "float32"})
    -> (tensor<2x4x70x24xf32> {cameo.name = "causal", cameo.dtype = "float32"},
        tensor<2x4x70x24xf32> {cameo.name = "masked", cameo.dtype = "float32"},
        tensor<2x4x3x64xf32> {cameo.name = "decoded", cameo.dtype = "float32"},
        tensor<2x4x70x24xf32> {cameo.name = "halves", cameo.dtype = "float32"},
        tensor<2x4x70x40xf32> {cameo.name = "q_again", cameo.dtype = "float32"},
        tensor<2x2x90x40xf32> {cameo.name = "k_again", cameo.dtype = "float32"},
        tensor<2x2x90x24xf32> {cameo.name = "v_again", cameo.dtype = "float32"},
        tensor<70x90xf32> {cameo.name = "mask_again", cameo.dtype = "float32"},
        tensor<2x4x3x64xf32> {cameo.name = "last_again", cameo.dtype = "float32"},
        tensor<2x2x131x64xf32> {cameo.name = "keys_again", cameo.dtype = "float32"},
        tensor<2x2x131x64xf32> {cameo.name = "values_again", cameo.dtype = "float32"}) {
  %none = "onnx.None"() : () -> none
  %causal, %a0, %a1, %a2 = "onnx.Attention"(%q, %k, %v, %none, %none, %none, %none) {is_causal = 1 : si64} : (tensor<2x4x70x40xf32>, tensor<2x2x90x40xf32>, tensor<2x2x90x24xf32>, none, none, none, none) -> (tensor<2x4x70x24xf32>, none, none, none)
  %low = "onnx.Constant"() {value = dense<0xFF800000> : tensor<f32>} : () -> tensor<f32>
  %zero = "onnx.Constant"() {value = dense<0> : tensor<i64>} : () -> tensor<i64>
  %one = "onnx.Constant"() {value = dense<1> : tensor<i64>} : () -> tensor<i64>
  %rows = "onnx.Constant"() {value = dense<70> : tensor<i64>} : () -> tensor<i64>
  %columns = "onnx.Constant"() {value = dense<90> : tensor<i64>} : () -> tensor<i64>
  %i = "onnx.Range"(%zero, %rows, %one) : (tensor<i64>, tensor<i64>, tensor<i64>) -> tensor<70xi64>
  %j = "onnx.Range"(%zero, %columns, %one) : (tensor<i64>, tensor<i64>, tensor<i64>) -> tensor<90xi64>
  %axis = "onnx.Constant"() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %column = "onnx.Unsqueeze"(%i, %axis) : (tensor<70xi64>, tensor<1xi64>) -> tensor<70x1xi64>
  %few = "onnx.Constant"() {value = dense<5> : tensor<i64>} : () -> tensor<i64>
  %tile = "onnx.Constant"() {value = dense<64> : tensor<i64>} : () -> tensor<i64>
  %isFew = "onnx.Less"(%column, %few) : (tensor<70x1xi64>, tensor<i64>) -> tensor<70x1xi1>
  %isFirst = "onnx.Less"(%j, %tile) : (tensor<90xi64>, tensor<i64>) -> tensor<90xi1>
  %hidden = "onnx.And"(%isFew, %isFirst) : (tensor<70x1xi1>, tensor<90xi1>) -> tensor<70x90xi1>
  %bias = "onnx.Where"(%hidden, %low, %mask) : (tensor<70x90xi1>, tensor<f32>, tensor<70x90xf32>) -> tensor<70x90xf32>
  %half0 = "onnx.Constant"() {value = dense<0.5> : tensor<f32>} : () -> tensor<f32>
  %smaller = "onnx.Mul"(%q, %half0) : (tensor<2x4x70x40xf32>, tensor<f32>) -> tensor<2x4x70x40xf32>
  %masked, %b0, %b1, %b2 = "onnx.Attention"(%smaller, %k, %v, %bias, %none, %none, %none) {softcap = 20.0 : f32} : (tensor<2x4x70x40xf32>, tensor<2x2x90x40xf32>, tensor<2x2x90x24xf32>, tensor<70x90xf32>, none, none, none) -> (tensor<2x4x70x24xf32>, none, none, none)
  %decoded, %c0, %c1, %c2 = "onnx.Attention"(%last, %keys, %values, %none, %none, %none, %none) : (tensor<2x4x3x64xf32>, tensor<2x2x131x64xf32>, tensor<2x2x131x64xf32>, none, none, none, none) -> (tensor<2x4x3x64xf32>, none, none, none)
  %qh = "onnx.Cast"(%q) {to = 10 : si64} : (tensor<2x4x70x40xf32>) -> tensor<2x4x70x40xf16>
  %kh = "onnx.Cast"(%k) {to = 10 : si64} : (tensor<2x2x90x40xf32>) -> tensor<2x2x90x40xf16>
  %vh = "onnx.Cast"(%v) {to = 10 : si64} : (tensor<2x2x90x24xf32>) -> tensor<2x2x90x24xf16>
  %halves, %d0, %d1, %d2 = "onnx.Attention"(%qh, %kh, %vh, %none, %none, %none, %none) : (tensor<2x4x70x40xf16>, tensor<2x2x90x40xf16>, tensor<2x2x90x24xf16>, none, none, none, none) -> (tensor<2x4x70x24xf16>, none, none, none)
  %half = "onnx.Cast"(%halves) {to = 1 : si64} : (tensor<2x4x70x24xf16>) -> tensor<2x4x70x24xf32>
  return %causal, %masked, %decoded, %half, %q, %k, %v, %mask, %last, %keys, %values : tensor<2x4x70x24xf32>, tensor<2x4x70x24xf32>, tensor<2x4x3x64xf32>, tensor<2x4x70x24xf32>, tensor<2x4x70x40xf32>, tensor<2x2x90x40xf32>, tensor<2x2x90x24xf32>, tensor<70x90xf32>, tensor<2x4x3x64xf32>, tensor<2x2x131x64xf32>, tensor<2x2x131x64xf32>
}
