// SPDX-License-Identifier: Apache-2.0
// Products of bytes: tiles that end in the midst, k in whole pieces of 16 bytes and not, either
// side signed; one row; what follows is scaled, rounded and narrowed again. The inputs come back, so
// that a run's outputs are the data of the next.
func.func @main(%a: tensor<2x70x144xui8> {cameo.name = "a", cameo.dtype = "uint8"},
                %b: tensor<144x152xi8> {cameo.name = "b", cameo.dtype = "int8"},
                %c: tensor<70x36xi8> {cameo.name = "c", cameo.dtype = "int8"},
                %d: tensor<36x21xui8> {cameo.name = "d", cameo.dtype = "uint8"})
    -> (tensor<2x70x152xi32> {cameo.name = "y", cameo.dtype = "int32"},
        tensor<70x21xi32> {cameo.name = "z", cameo.dtype = "int32"},
        tensor<1x152xi32> {cameo.name = "row", cameo.dtype = "int32"},
        tensor<2x70x152xui8> {cameo.name = "narrow", cameo.dtype = "uint8"},
        tensor<2x70x144xui8> {cameo.name = "a_again", cameo.dtype = "uint8"},
        tensor<144x152xi8> {cameo.name = "b_again", cameo.dtype = "int8"},
        tensor<70x36xi8> {cameo.name = "c_again", cameo.dtype = "int8"},
        tensor<36x21xui8> {cameo.name = "d_again", cameo.dtype = "uint8"}) {
  %none = "onnx.None"() : () -> none
  %seven = "onnx.Constant"() {value = dense<7> : tensor<ui8>} : () -> tensor<ui8>
  %y = "onnx.MatMulInteger"(%a, %b, %seven, %none) : (tensor<2x70x144xui8>, tensor<144x152xi8>, tensor<ui8>, none) -> tensor<2x70x152xi32>
  %z = "onnx.MatMulInteger"(%c, %d, %none, %seven) : (tensor<70x36xi8>, tensor<36x21xui8>, none, tensor<ui8>) -> tensor<70x21xi32>
  %from = "onnx.Constant"() {value = dense<[0, 3, 0]> : tensor<3xi64>} : () -> tensor<3xi64>
  %to = "onnx.Constant"() {value = dense<[1, 4, 144]> : tensor<3xi64>} : () -> tensor<3xi64>
  %cut = "onnx.Slice"(%a, %from, %to, %none, %none) : (tensor<2x70x144xui8>, tensor<3xi64>, tensor<3xi64>, none, none) -> tensor<1x1x144xui8>
  %shape = "onnx.Constant"() {value = dense<[1, 144]> : tensor<2xi64>} : () -> tensor<2xi64>
  %one = "onnx.Reshape"(%cut, %shape) : (tensor<1x1x144xui8>, tensor<2xi64>) -> tensor<1x144xui8>
  %row = "onnx.MatMulInteger"(%one, %b, %none, %none) : (tensor<1x144xui8>, tensor<144x152xi8>, none, none) -> tensor<1x152xi32>
  %scale = "onnx.Constant"() {value = dense<2.5e-02> : tensor<f32>} : () -> tensor<f32>
  %wide = "onnx.Constant"() {value = dense<4.0> : tensor<f32>} : () -> tensor<f32>
  %zero = "onnx.Constant"() {value = dense<0> : tensor<i8>} : () -> tensor<i8>
  %narrow = "onnx.QLinearMatMul"(%a, %scale, %seven, %b, %scale, %zero, %wide, %seven) : (tensor<2x70x144xui8>, tensor<f32>, tensor<ui8>, tensor<144x152xi8>, tensor<f32>, tensor<i8>, tensor<f32>, tensor<ui8>) -> tensor<2x70x152xui8>
  return %y, %z, %row, %narrow, %a, %b, %c, %d : tensor<2x70x152xi32>, tensor<70x21xi32>, tensor<1x152xi32>, tensor<2x70x152xui8>, tensor<2x70x144xui8>, tensor<144x152xi8>, tensor<70x36xi8>, tensor<36x21xui8>
}
