// SPDX-License-Identifier: Apache-2.0
// Products of what lies in memory in each order, of sizes that fill no tile and no step, with a
// batch and something fused behind.
func.func @main(%a: tensor<2x70x88xf32> {cameo.name = "a", cameo.dtype = "float32"},
                %b: tensor<2x88x72xf32> {cameo.name = "b", cameo.dtype = "float32"},
                %c: tensor<136x88xf16> {cameo.name = "c", cameo.dtype = "float16"},
                %d: tensor<88x136xf16> {cameo.name = "d", cameo.dtype = "float16"},
                %e: tensor<72x72xbf16> {cameo.name = "e", cameo.dtype = "bfloat16"})
    -> (tensor<2x70x72xf32> {cameo.name = "v", cameo.dtype = "float32"},
        tensor<136x136xf16> {cameo.name = "w", cameo.dtype = "float16"},
        tensor<88x88xf16> {cameo.name = "x", cameo.dtype = "float16"},
        tensor<136x136xf16> {cameo.name = "y", cameo.dtype = "float16"},
        tensor<72x72xbf16> {cameo.name = "z", cameo.dtype = "bfloat16"}) {
  %0 = "onnx.MatMul"(%a, %b) : (tensor<2x70x88xf32>, tensor<2x88x72xf32>) -> tensor<2x70x72xf32>
  %1 = "onnx.Relu"(%0) : (tensor<2x70x72xf32>) -> tensor<2x70x72xf32>
  %none = "onnx.None"() : () -> none
  %2 = "onnx.MatMul"(%c, %d) : (tensor<136x88xf16>, tensor<88x136xf16>) -> tensor<136x136xf16>
  %3 = "onnx.Gemm"(%c, %d, %none) {transA = 1 : si64, transB = 1 : si64} : (tensor<136x88xf16>, tensor<88x136xf16>, none) -> tensor<88x88xf16>
  %4 = "onnx.Gemm"(%c, %c, %none) {transB = 1 : si64} : (tensor<136x88xf16>, tensor<136x88xf16>, none) -> tensor<136x136xf16>
  %5 = "onnx.Gemm"(%e, %e, %none) {transA = 1 : si64} : (tensor<72x72xbf16>, tensor<72x72xbf16>, none) -> tensor<72x72xbf16>
  return %1, %2, %3, %4, %5 : tensor<2x70x72xf32>, tensor<136x136xf16>, tensor<88x88xf16>, tensor<136x136xf16>, tensor<72x72xbf16>
}
