// SPDX-License-Identifier: Apache-2.0
// Rows: what needs the whole of a row before its elements.

func.func @softmax_1024x1024(%x: tensor<1024x1024xf32>) -> tensor<1024x1024xf32> {
  %y = onnx.Softmax(%x) : (tensor<1024x1024xf32>) -> tensor<1024x1024xf32>
  return %y : tensor<1024x1024xf32>
}

func.func @log_softmax_64x30522(%x: tensor<64x30522xf32>) -> tensor<64x30522xf32> {
  %y = onnx.LogSoftmax(%x) : (tensor<64x30522xf32>) -> tensor<64x30522xf32>
  return %y : tensor<64x30522xf32>
}

func.func @layer_norm_512x768(%x: tensor<512x768xf32>, %g: tensor<768xf32> {bench.constant}, %b: tensor<768xf32> {bench.constant}) -> tensor<512x768xf32> {
  %y:3 = onnx.LayerNormalization(%x, %g, %b) : (tensor<512x768xf32>, tensor<768xf32>, tensor<768xf32>) -> (tensor<512x768xf32>, none, none)
  return %y#0 : tensor<512x768xf32>
}

func.func @rms_norm_512x768(%x: tensor<512x768xf32>, %g: tensor<768xf32> {bench.constant}) -> tensor<512x768xf32> {
  %y = onnx.RMSNormalization(%x, %g) : (tensor<512x768xf32>, tensor<768xf32>) -> tensor<512x768xf32>
  return %y : tensor<512x768xf32>
}

func.func @sum_rows_1024x1024(%x: tensor<1024x1024xf32>) -> tensor<1024xf32> {
  %axes = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceSum(%x, %axes) {keepdims = 0 : si64} : (tensor<1024x1024xf32>, tensor<1xi64>) -> tensor<1024xf32>
  return %y : tensor<1024xf32>
}

func.func @sum_columns_1024x1024(%x: tensor<1024x1024xf32>) -> tensor<1024xf32> {
  %axes = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceSum(%x, %axes) {keepdims = 0 : si64} : (tensor<1024x1024xf32>, tensor<1xi64>) -> tensor<1024xf32>
  return %y : tensor<1024xf32>
}

func.func @argmax_1024x1000(%x: tensor<1024x1000xf32>) -> tensor<1024xi64> {
  %y = onnx.ArgMax(%x) {axis = 1 : si64, keepdims = 0 : si64} : (tensor<1024x1000xf32>) -> tensor<1024xi64>
  return %y : tensor<1024xi64>
}

func.func @instance_norm_64x56(%x: tensor<1x64x56x56xf32>, %g: tensor<64xf32> {bench.constant}, %b: tensor<64xf32> {bench.constant}) -> tensor<1x64x56x56xf32> {
  %y = onnx.InstanceNormalization(%x, %g, %b) : (tensor<1x64x56x56xf32>, tensor<64xf32>, tensor<64xf32>) -> tensor<1x64x56x56xf32>
  return %y : tensor<1x64x56x56xf32>
}
