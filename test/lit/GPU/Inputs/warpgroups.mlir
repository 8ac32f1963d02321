// SPDX-License-Identifier: Apache-2.0
// Products for warpgroups: of a depth that only the run tells and that goes round all stages; of
// batches, one of them broadcast; of heads that lie apart; in each type and order; of sizes that
// fill no tile, and of 64 rows or columns.
func.func @main(%a: tensor<?x136xf16> {cameo.name = "a", cameo.dtype = "float16"},
                %b: tensor<?x136xf16> {cameo.name = "b", cameo.dtype = "float16"},
                %c: tensor<136xf16> {cameo.name = "c", cameo.dtype = "float16"},
                %d: tensor<2x3x72x88xf16> {cameo.name = "d", cameo.dtype = "float16"},
                %e: tensor<3x88x136xf16> {cameo.name = "e", cameo.dtype = "float16"},
                %f: tensor<2x40x3x72xbf16> {cameo.name = "f", cameo.dtype = "bfloat16"},
                %g: tensor<2x136x3x72xbf16> {cameo.name = "g", cameo.dtype = "bfloat16"},
                %h: tensor<136x100xf32> {cameo.name = "h", cameo.dtype = "float32"},
                %i: tensor<48x100xf32> {cameo.name = "i", cameo.dtype = "float32"})
    -> (tensor<136x136xf16> {cameo.name = "v", cameo.dtype = "float16"},
        tensor<2x3x72x136xf16> {cameo.name = "w", cameo.dtype = "float16"},
        tensor<2x3x40x136xbf16> {cameo.name = "x", cameo.dtype = "bfloat16"},
        tensor<136x48xf32> {cameo.name = "y", cameo.dtype = "float32"}) {
  %none = "onnx.None"() : () -> none
  %0 = "onnx.Gemm"(%a, %b, %c) {transA = 1 : si64} : (tensor<?x136xf16>, tensor<?x136xf16>, tensor<136xf16>) -> tensor<136x136xf16>
  %1 = "onnx.Relu"(%0) : (tensor<136x136xf16>) -> tensor<136x136xf16>
  %2 = "onnx.MatMul"(%d, %e) : (tensor<2x3x72x88xf16>, tensor<3x88x136xf16>) -> tensor<2x3x72x136xf16>
  %3 = "onnx.Transpose"(%f) {perm = array<i64: 0, 2, 1, 3>} : (tensor<2x40x3x72xbf16>) -> tensor<2x3x40x72xbf16>
  %4 = "onnx.Transpose"(%g) {perm = array<i64: 0, 2, 3, 1>} : (tensor<2x136x3x72xbf16>) -> tensor<2x3x72x136xbf16>
  %5 = "onnx.MatMul"(%3, %4) : (tensor<2x3x40x72xbf16>, tensor<2x3x72x136xbf16>) -> tensor<2x3x40x136xbf16>
  %6 = "onnx.Gemm"(%h, %i, %none) {transB = 1 : si64} : (tensor<136x100xf32>, tensor<48x100xf32>, none) -> tensor<136x48xf32>
  return %1, %2, %5, %6 : tensor<136x136xf16>, tensor<2x3x72x136xf16>, tensor<2x3x40x136xbf16>, tensor<136x48xf32>
}
