// SPDX-License-Identifier: Apache-2.0
// Attention: heads of queries, heads of keys and values, lengths, width of a head.

func.func @bert_12x128(%q: tensor<1x12x128x64xf32>, %k: tensor<1x12x128x64xf32>, %v: tensor<1x12x128x64xf32>) -> tensor<1x12x128x64xf32> {
  %none = onnx.None() : () -> none
  %0, %1, %2, %3 = onnx.Attention(%q, %k, %v, %none, %none, %none, %none) {is_causal = 0 : si64} : (tensor<1x12x128x64xf32>, tensor<1x12x128x64xf32>, tensor<1x12x128x64xf32>, none, none, none, none) -> (tensor<1x12x128x64xf32>, none, none, none)
  return %0 : tensor<1x12x128x64xf32>
}

func.func @long_6x1500(%q: tensor<1x6x1500x64xf32>, %k: tensor<1x6x1500x64xf32>, %v: tensor<1x6x1500x64xf32>) -> tensor<1x6x1500x64xf32> {
  %none = onnx.None() : () -> none
  %0, %1, %2, %3 = onnx.Attention(%q, %k, %v, %none, %none, %none, %none) {is_causal = 0 : si64} : (tensor<1x6x1500x64xf32>, tensor<1x6x1500x64xf32>, tensor<1x6x1500x64xf32>, none, none, none, none) -> (tensor<1x6x1500x64xf32>, none, none, none)
  return %0 : tensor<1x6x1500x64xf32>
}

func.func @causal_12x512(%q: tensor<1x12x512x64xf32>, %k: tensor<1x12x512x64xf32>, %v: tensor<1x12x512x64xf32>) -> tensor<1x12x512x64xf32> {
  %none = onnx.None() : () -> none
  %0, %1, %2, %3 = onnx.Attention(%q, %k, %v, %none, %none, %none, %none) {is_causal = 1 : si64} : (tensor<1x12x512x64xf32>, tensor<1x12x512x64xf32>, tensor<1x12x512x64xf32>, none, none, none, none) -> (tensor<1x12x512x64xf32>, none, none, none)
  return %0 : tensor<1x12x512x64xf32>
}

func.func @grouped_8of2(%q: tensor<1x8x128x64xf32>, %k: tensor<1x2x128x64xf32>, %v: tensor<1x2x128x64xf32>) -> tensor<1x8x128x64xf32> {
  %none = onnx.None() : () -> none
  %0, %1, %2, %3 = onnx.Attention(%q, %k, %v, %none, %none, %none, %none) {is_causal = 0 : si64} : (tensor<1x8x128x64xf32>, tensor<1x2x128x64xf32>, tensor<1x2x128x64xf32>, none, none, none, none) -> (tensor<1x8x128x64xf32>, none, none, none)
  return %0 : tensor<1x8x128x64xf32>
}

func.func @decode_12x1024(%q: tensor<1x12x1x64xf32>, %k: tensor<1x12x1024x64xf32>, %v: tensor<1x12x1024x64xf32>) -> tensor<1x12x1x64xf32> {
  %none = onnx.None() : () -> none
  %0, %1, %2, %3 = onnx.Attention(%q, %k, %v, %none, %none, %none, %none) {is_causal = 0 : si64} : (tensor<1x12x1x64xf32>, tensor<1x12x1024x64xf32>, tensor<1x12x1024x64xf32>, none, none, none, none) -> (tensor<1x12x1x64xf32>, none, none, none)
  return %0 : tensor<1x12x1x64xf32>
}

