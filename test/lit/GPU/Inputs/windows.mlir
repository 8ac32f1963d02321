// SPDX-License-Identifier: Apache-2.0
// Windows of which a thread computes a tile: filters of a channel with strides and dilations, of
// halves, two of a channel, in one dimension; pooling with padding that counts and that does not,
// past the end, of integers; outputs that fill no tile.
func.func @main(%a: tensor<2x6x9x11xf32> {cameo.name = "a", cameo.dtype = "float32"},
                %b: tensor<6x1x3x3xf32> {cameo.name = "b", cameo.dtype = "float32"},
                %c: tensor<6xf32> {cameo.name = "c", cameo.dtype = "float32"},
                %d: tensor<12x1x5x2xf32> {cameo.name = "d", cameo.dtype = "float32"},
                %e: tensor<?x4x7x?xf16> {cameo.name = "e", cameo.dtype = "float16"},
                %f: tensor<4x1x3x3xf16> {cameo.name = "f", cameo.dtype = "float16"},
                %g: tensor<2x4x13xf32> {cameo.name = "g", cameo.dtype = "float32"},
                %h: tensor<4x1x3xf32> {cameo.name = "h", cameo.dtype = "float32"},
                %i: tensor<2x3x8x8xi8> {cameo.name = "i", cameo.dtype = "int8"})
    -> (tensor<2x6x9x11xf32> {cameo.name = "o", cameo.dtype = "float32"},
        tensor<2x12x3x9xf32> {cameo.name = "p", cameo.dtype = "float32"},
        tensor<?x4x7x?xf16> {cameo.name = "q", cameo.dtype = "float16"},
        tensor<2x4x13xf32> {cameo.name = "r", cameo.dtype = "float32"},
        tensor<2x6x5x6xf32> {cameo.name = "s", cameo.dtype = "float32"},
        tensor<2x6x9x11xf32> {cameo.name = "t", cameo.dtype = "float32"},
        tensor<2x6x5x6xf32> {cameo.name = "u", cameo.dtype = "float32"},
        tensor<2x3x4x4xi8> {cameo.name = "v", cameo.dtype = "int8"},
        tensor<2x6x1x1xf32> {cameo.name = "w", cameo.dtype = "float32"}) {
  %none = "onnx.None"() : () -> none
  %0 = "onnx.Conv"(%a, %b, %c) {group = 6 : si64, pads = array<i64: 1, 1, 1, 1>} : (tensor<2x6x9x11xf32>, tensor<6x1x3x3xf32>, tensor<6xf32>) -> tensor<2x6x9x11xf32>
  %1 = "onnx.Relu"(%0) : (tensor<2x6x9x11xf32>) -> tensor<2x6x9x11xf32>
  %2 = "onnx.Conv"(%a, %d, %none) {group = 6 : si64, strides = array<i64: 2, 1>, dilations = array<i64: 1, 2>} : (tensor<2x6x9x11xf32>, tensor<12x1x5x2xf32>, none) -> tensor<2x12x3x9xf32>
  %3 = "onnx.Conv"(%e, %f, %none) {group = 4 : si64, pads = array<i64: 1, 1, 1, 1>} : (tensor<?x4x7x?xf16>, tensor<4x1x3x3xf16>, none) -> tensor<?x4x7x?xf16>
  %4 = "onnx.Conv"(%g, %h, %none) {group = 4 : si64, pads = array<i64: 2, 0>} : (tensor<2x4x13xf32>, tensor<4x1x3xf32>, none) -> tensor<2x4x13xf32>
  %5:2 = "onnx.MaxPool"(%a) {kernel_shape = array<i64: 3, 3>, strides = array<i64: 2, 2>, pads = array<i64: 1, 1, 1, 1>} : (tensor<2x6x9x11xf32>) -> (tensor<2x6x5x6xf32>, none)
  %6 = "onnx.AveragePool"(%a) {kernel_shape = array<i64: 3, 3>, pads = array<i64: 1, 1, 1, 1>, count_include_pad = 1 : si64} : (tensor<2x6x9x11xf32>) -> tensor<2x6x9x11xf32>
  %7 = "onnx.AveragePool"(%a) {kernel_shape = array<i64: 2, 2>, strides = array<i64: 2, 2>, ceil_mode = 1 : si64} : (tensor<2x6x9x11xf32>) -> tensor<2x6x5x6xf32>
  %8:2 = "onnx.MaxPool"(%i) {kernel_shape = array<i64: 3, 3>, strides = array<i64: 2, 2>, pads = array<i64: 1, 1, 0, 0>} : (tensor<2x3x8x8xi8>) -> (tensor<2x3x4x4xi8>, none)
  %9:2 = "onnx.MaxPool"(%a) {kernel_shape = array<i64: 9, 11>} : (tensor<2x6x9x11xf32>) -> (tensor<2x6x1x1xf32>, none)
  return %1, %2, %3, %4, %5#0, %6, %7, %8#0, %9#0 : tensor<2x6x9x11xf32>, tensor<2x12x3x9xf32>, tensor<?x4x7x?xf16>, tensor<2x4x13xf32>, tensor<2x6x5x6xf32>, tensor<2x6x9x11xf32>, tensor<2x6x5x6xf32>, tensor<2x3x4x4xi8>, tensor<2x6x1x1xf32>
}
