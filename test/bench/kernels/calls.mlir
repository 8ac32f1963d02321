// SPDX-License-Identifier: Apache-2.0
// What a call of cameo_run costs: one element, a batch whose size each run asks for, and a small network.

func.func @one_element(%x: tensor<1xf32>) -> tensor<1xf32> {
  %y = onnx.Relu(%x) : (tensor<1xf32>) -> tensor<1xf32>
  return %y : tensor<1xf32>
}

func.func @unknown_batch(%x: tensor<?x4xf32>) -> tensor<?x4xf32> {
  %y = onnx.Relu(%x) : (tensor<?x4xf32>) -> tensor<?x4xf32>
  return %y : tensor<?x4xf32>
}

func.func @mlp_16(%x: tensor<1x16xf32>, %a: tensor<16x16xf32> {bench.constant}, %b: tensor<16x16xf32> {bench.constant}) -> tensor<1x16xf32> {
  %0 = onnx.MatMul(%x, %a) : (tensor<1x16xf32>, tensor<16x16xf32>) -> tensor<1x16xf32>
  %1 = onnx.Relu(%0) : (tensor<1x16xf32>) -> tensor<1x16xf32>
  %2 = onnx.MatMul(%1, %b) : (tensor<1x16xf32>, tensor<16x16xf32>) -> tensor<1x16xf32>
  return %2 : tensor<1x16xf32>
}
