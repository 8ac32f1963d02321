// SPDX-License-Identifier: Apache-2.0
// Columns of equal weights have equal results to the last bit, in whatever panels they stand: what comes behind (a softmax of
// large numbers) may blow up the least difference.
func.func @one_row(%s: tensor<1xf32>) -> tensor<1x1xf32> attributes {
    inputs = [dense<0.37> : tensor<1xf32>], outputs = [dense<0.0> : tensor<1x1xf32>]} {
  %begin = onnx.Constant() {value = dense<0.0> : tensor<f32>} : () -> tensor<f32>
  %end = onnx.Constant() {value = dense<700.0> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %w = onnx.Constant() {value = dense<0.7853982> : tensor<700x1000xf32>} : () -> tensor<700x1000xf32>
  %shape = onnx.Constant() {value = dense<[1, 700]> : tensor<2xi64>} : () -> tensor<2xi64>
  %axes = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %many = onnx.Constant() {value = dense<1.0e7> : tensor<f32>} : () -> tensor<f32>
  %r = onnx.Range(%begin, %end, %one) : (tensor<f32>, tensor<f32>, tensor<f32>) -> tensor<700xf32>
  %m = onnx.Mul(%r, %s) : (tensor<700xf32>, tensor<1xf32>) -> tensor<700xf32>
  %x = onnx.Reshape(%m, %shape) : (tensor<700xf32>, tensor<2xi64>) -> tensor<1x700xf32>
  %y = onnx.MatMul(%x, %w) : (tensor<1x700xf32>, tensor<700x1000xf32>) -> tensor<1x1000xf32>
  %most = onnx.ReduceMax(%y, %axes) : (tensor<1x1000xf32>, tensor<1xi64>) -> tensor<1x1xf32>
  %least = onnx.ReduceMin(%y, %axes) : (tensor<1x1000xf32>, tensor<1xi64>) -> tensor<1x1xf32>
  %d = onnx.Sub(%most, %least) : (tensor<1x1xf32>, tensor<1x1xf32>) -> tensor<1x1xf32>
  %z = onnx.Mul(%d, %many) : (tensor<1x1xf32>, tensor<f32>) -> tensor<1x1xf32>
  return %z : tensor<1x1xf32>
}
