// SPDX-License-Identifier: Apache-2.0
// Hashes as ONNX Runtime computes them.

func.func @int32_positive(%x: tensor<3xi32>) -> tensor<3xui32> attributes {
    inputs = [dense<[0, -1, 123456]> : tensor<3xi32>],
    outputs = [dense<[593689054, 1982413648, 3000597712]> : tensor<3xui32>]} {
  %y = onnx.ms.MurmurHash3(%x) : (tensor<3xi32>) -> tensor<3xui32>
  return %y : tensor<3xui32>
}

func.func @int64_signed_seed(%x: tensor<3xi64>) -> tensor<3xi32> attributes {
    inputs = [dense<[0, -1, 1234567890123]> : tensor<3xi64>],
    outputs = [dense<[-1248612099, -3931473, 1996171634]> : tensor<3xi32>]} {
  %y = onnx.ms.MurmurHash3(%x) {positive = 0 : si64, seed = 7 : si64} : (tensor<3xi64>) -> tensor<3xi32>
  return %y : tensor<3xi32>
}

func.func @float32_seed(%x: tensor<3xf32>) -> tensor<3xui32> attributes {
    inputs = [dense<[0.0, -1.5, 3.0e30]> : tensor<3xf32>],
    outputs = [dense<[933211791, 1765572753, 3364116918]> : tensor<3xui32>]} {
  %y = onnx.ms.MurmurHash3(%x) {seed = 42 : si64} : (tensor<3xf32>) -> tensor<3xui32>
  return %y : tensor<3xui32>
}

func.func @float64_signed(%x: tensor<3xf64>) -> tensor<3xi32> attributes {
    inputs = [dense<[0.0, -1.5, 3.0e30]> : tensor<3xf64>],
    outputs = [dense<[1669671676, -2144416083, -689707269]> : tensor<3xi32>]} {
  %y = onnx.ms.MurmurHash3(%x) {positive = 0 : si64} : (tensor<3xf64>) -> tensor<3xi32>
  return %y : tensor<3xi32>
}

func.func @uint64_positive(%x: tensor<3xui64>) -> tensor<3xui32> attributes {
    inputs = [dense<[1, 2, 18446744073709551615]> : tensor<3xui64>],
    outputs = [dense<[1392991556, 3323962100, 1651860712]> : tensor<3xui32>]} {
  %y = onnx.ms.MurmurHash3(%x) : (tensor<3xui64>) -> tensor<3xui32>
  return %y : tensor<3xui32>
}
