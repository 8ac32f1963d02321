// SPDX-License-Identifier: Apache-2.0
// Convolutions of bytes: of a depth in whole words and not, in groups, with one filter a channel,
// with zero points, and what quantised models make of their sums. The first goes over its depth of
// 144 in two steps, and its 28 filters reach into each of the four pieces in which a warp stores.
func.func @main(%a: tensor<2x16x9x11xui8> {cameo.name = "a", cameo.dtype = "uint8"},
                %b: tensor<28x16x3x3xi8> {cameo.name = "b", cameo.dtype = "int8"},
                %c: tensor<?x3x10x10xui8> {cameo.name = "c", cameo.dtype = "uint8"},
                %d: tensor<16x3x3x3xi8> {cameo.name = "d", cameo.dtype = "int8"},
                %e: tensor<32x8x3x3xi8> {cameo.name = "e", cameo.dtype = "int8"},
                %f: tensor<16x1x3x3xi8> {cameo.name = "f", cameo.dtype = "int8"})
    -> (tensor<2x28x9x11xi32> {cameo.name = "v", cameo.dtype = "int32"},
        tensor<?x16x4x4xi32> {cameo.name = "w", cameo.dtype = "int32"},
        tensor<2x32x7x9xi32> {cameo.name = "x", cameo.dtype = "int32"},
        tensor<2x16x9x11xi32> {cameo.name = "y", cameo.dtype = "int32"},
        tensor<2x28x9x11xui8> {cameo.name = "z", cameo.dtype = "uint8"}) {
  %none = "onnx.None"() : () -> none
  %seven = "onnx.Constant"() {value = dense<7> : tensor<ui8>} : () -> tensor<ui8>
  %scale = "onnx.Constant"() {value = dense<2.5e-02> : tensor<f32>} : () -> tensor<f32>
  %wide = "onnx.Constant"() {value = dense<4.0> : tensor<f32>} : () -> tensor<f32>
  %zero = "onnx.Constant"() {value = dense<0> : tensor<i8>} : () -> tensor<i8>
  %0 = "onnx.ConvInteger"(%a, %b, %seven, %none) {pads = array<i64: 1, 1, 1, 1>} : (tensor<2x16x9x11xui8>, tensor<28x16x3x3xi8>, tensor<ui8>, none) -> tensor<2x28x9x11xi32>
  %1 = "onnx.ConvInteger"(%c, %d, %none, %none) {strides = array<i64: 2, 2>} : (tensor<?x3x10x10xui8>, tensor<16x3x3x3xi8>, none, none) -> tensor<?x16x4x4xi32>
  %2 = "onnx.ConvInteger"(%a, %e, %none, %none) {group = 2 : si64} : (tensor<2x16x9x11xui8>, tensor<32x8x3x3xi8>, none, none) -> tensor<2x32x7x9xi32>
  %3 = "onnx.ConvInteger"(%a, %f, %none, %none) {group = 16 : si64, pads = array<i64: 1, 1, 1, 1>} : (tensor<2x16x9x11xui8>, tensor<16x1x3x3xi8>, none, none) -> tensor<2x16x9x11xi32>
  %4 = "onnx.QLinearConv"(%a, %scale, %seven, %b, %scale, %zero, %wide, %seven, %none) {pads = array<i64: 1, 1, 1, 1>} : (tensor<2x16x9x11xui8>, tensor<f32>, tensor<ui8>, tensor<28x16x3x3xi8>, tensor<f32>, tensor<i8>, tensor<f32>, tensor<ui8>, none) -> tensor<2x28x9x11xui8>
  return %0, %1, %2, %3, %4 : tensor<2x28x9x11xi32>, tensor<?x16x4x4xi32>, tensor<2x32x7x9xi32>, tensor<2x16x9x11xi32>, tensor<2x28x9x11xui8>
}
