// SPDX-License-Identifier: Apache-2.0
// Operators on quantised tensors; expected values are ONNX Runtime's.

func.func @qlinearadd_i8(%arg0: tensor<2x5xi8>, %arg1: tensor<f32>, %arg2: tensor<i8>, %arg3: tensor<5xi8>, %arg4:
tensor<f32>, %arg5: tensor<i8>, %arg6: tensor<f32>, %arg7: tensor<i8>) -> tensor<2x5xi8> attributes {
    inputs = [dense<[[-103, -51, -56, -119, 20], [-13, 80, 115, 69, 126]]> : tensor<2x5xi8>, dense<0.02> :
    tensor<f32>, dense<-3> : tensor<i8>, dense<[-49, 47, 64, -46, -29]> : tensor<5xi8>, dense<0.03> : tensor<f32>,
    dense<4> : tensor<i8>, dense<0.04> : tensor<f32>, dense<10> : tensor<i8>],
    outputs = [dense<[[-80, 18, 28, -86, -3], [-35, 84, 114, 8, 50]]> : tensor<2x5xi8>]} {
  %0 = onnx.ms.QLinearAdd(%arg0, %arg1, %arg2, %arg3, %arg4, %arg5, %arg6, %arg7) : (tensor<2x5xi8>, tensor<f32>,
      tensor<i8>, tensor<5xi8>, tensor<f32>, tensor<i8>, tensor<f32>, tensor<i8>) -> tensor<2x5xi8>
  return %0 : tensor<2x5xi8>
}

func.func @qlinearmul(%arg0: tensor<2x3x4xui8>, %arg1: tensor<f32>, %arg2: tensor<ui8>, %arg3: tensor<3x1xui8>,
%arg4: tensor<f32>, %arg5: tensor<ui8>, %arg6: tensor<f32>, %arg7: tensor<ui8>) -> tensor<2x3x4xui8> attributes {
    inputs = [dense<[[[216, 177, 243, 29], [147, 147, 142, 167], [32, 193, 9, 185]], [[127, 32, 31, 202], [244,
    151, 163, 254], [203, 114, 183, 28]]]> : tensor<2x3x4xui8>, dense<0.02> : tensor<f32>, dense<120> :
    tensor<ui8>, dense<[[34], [128], [128]]> : tensor<3x1xui8>, dense<0.03> : tensor<f32>, dense<7> : tensor<ui8>,
    dense<0.04> : tensor<f32>, dense<100> : tensor<ui8>],
    outputs = [dense<[[[139, 123, 150, 63], [149, 149, 140, 185], [0, 232, 0, 218]], [[103, 64, 64, 133], [255,
    156, 178, 255], [251, 89, 214, 0]]]> : tensor<2x3x4xui8>]} {
  %0 = onnx.ms.QLinearMul(%arg0, %arg1, %arg2, %arg3, %arg4, %arg5, %arg6, %arg7) : (tensor<2x3x4xui8>,
      tensor<f32>, tensor<ui8>, tensor<3x1xui8>, tensor<f32>, tensor<ui8>, tensor<f32>, tensor<ui8>) ->
      tensor<2x3x4xui8>
  return %0 : tensor<2x3x4xui8>
}

func.func @qlinearmul_i8(%arg0: tensor<2x5xi8>, %arg1: tensor<f32>, %arg2: tensor<i8>, %arg3: tensor<5xi8>, %arg4:
tensor<f32>, %arg5: tensor<i8>, %arg6: tensor<f32>, %arg7: tensor<i8>) -> tensor<2x5xi8> attributes {
    inputs = [dense<[[36, -75, 5, -90, 104], [116, -111, -49, 4, -23]]> : tensor<2x5xi8>, dense<0.02> :
    tensor<f32>, dense<-3> : tensor<i8>, dense<[-86, 58, -97, -8, -127]> : tensor<5xi8>, dense<0.03> : tensor<f32>,
    dense<4> : tensor<i8>, dense<0.04> : tensor<f32>, dense<10> : tensor<i8>],
    outputs = [dense<[[-43, -48, -2, 26, -128], [-128, -77, 80, 9, 49]]> : tensor<2x5xi8>]} {
  %0 = onnx.ms.QLinearMul(%arg0, %arg1, %arg2, %arg3, %arg4, %arg5, %arg6, %arg7) : (tensor<2x5xi8>, tensor<f32>,
      tensor<i8>, tensor<5xi8>, tensor<f32>, tensor<i8>, tensor<f32>, tensor<i8>) -> tensor<2x5xi8>
  return %0 : tensor<2x5xi8>
}

func.func @qlinearsigmoid(%arg0: tensor<3x17xui8>) -> tensor<3x17xui8> attributes {
    inputs = [dense<[[65, 231, 169, 57, 35, 102, 119, 11, 174, 82, 91, 128, 142, 99, 53, 140, 121], [170, 84, 203,
    68, 6, 196, 47, 127, 244, 131, 204, 100, 180, 232, 78, 143, 148], [227, 186, 23, 207, 141, 117, 85, 48, 49, 69,
    169, 163, 192, 95, 197, 94, 0]]> : tensor<3x17xui8>],
    outputs = [dense<[[11, 255, 227, 7, 2, 55, 100, 1, 233, 23, 35, 128, 171, 49, 6, 165, 106], [228, 26, 250, 12,
    1, 248, 4, 125, 255, 138, 250, 51, 238, 255, 19, 174, 187], [254, 243, 1, 251, 168, 94, 27, 5, 5, 13, 227, 218,
    246, 41, 248, 40, 0]]> : tensor<3x17xui8>]} {
  %0 = onnx.Constant() {value = dense<5.000000e-02> : tensor<f32>} : () -> tensor<f32>
  %1 = onnx.Constant() {value = dense<128> : tensor<ui8>} : () -> tensor<ui8>
  %2 = onnx.Constant() {value = dense<3.906250e-03> : tensor<f32>} : () -> tensor<f32>
  %3 = onnx.Constant() {value = dense<0> : tensor<ui8>} : () -> tensor<ui8>
  %4 = onnx.ms.QLinearSigmoid(%arg0, %0, %1, %2, %3) : (tensor<3x17xui8>, tensor<f32>, tensor<ui8>, tensor<f32>,
      tensor<ui8>) -> tensor<3x17xui8>
  return %4 : tensor<3x17xui8>
}

func.func @qlinearleakyrelu(%arg0: tensor<3x17xi8>) -> tensor<3x17xi8> attributes {
    inputs = [dense<[[-15, 50, -92, 34, -80, -35, 3, -30, -86, 77, -16, 103, 21, 73, -1, -128, 10], [-14, -85, 58,
    -1, -105, 59, 2, -7, -30, -66, 35, 94, -5, 67, -46, 46, 99], [20, 81, -78, 27, -114, -87, -70, 65, -92, -118,
    -42, -85, -24, -117, -126, -77, -48]]> : tensor<3x17xi8>],
    outputs = [dense<[[-7, 54, -17, 34, -15, -10, -5, -9, -16, 87, -7, 120, 18, 83, -6, -21, 4], [-7, -16, 64, -6,
    -19, 65, -5, -6, -9, -14, 35, 109, -6, 75, -11, 49, 115], [16, 93, -15, 25, -20, -16, -14, 73, -17, -20, -11,
    -16, -8, -20, -21, -15, -11]]> : tensor<3x17xi8>]} {
  %0 = onnx.Constant() {value = dense<5.000000e-02> : tensor<f32>} : () -> tensor<f32>
  %1 = onnx.Constant() {value = dense<3> : tensor<i8>} : () -> tensor<i8>
  %2 = onnx.Constant() {value = dense<4.000000e-02> : tensor<f32>} : () -> tensor<f32>
  %3 = onnx.Constant() {value = dense<-5> : tensor<i8>} : () -> tensor<i8>
  %4 = onnx.ms.QLinearLeakyRelu(%arg0, %0, %1, %2, %3) {alpha = 1.000000e-01 : f32} : (tensor<3x17xi8>,
      tensor<f32>, tensor<i8>, tensor<f32>, tensor<i8>) -> tensor<3x17xi8>
  return %4 : tensor<3x17xi8>
}

func.func @qlinearsoftmax(%arg0: tensor<3x4x7xui8>) -> tensor<3x4x7xui8> attributes {
    inputs = [dense<[[[99, 206, 239, 189, 230, 118, 144], [73, 8, 228, 231, 190, 155, 112], [158, 208, 7, 204, 143,
    113, 181], [231, 80, 27, 44, 205, 203, 65]], [[175, 30, 212, 86, 125, 146, 254], [121, 137, 106, 41, 233, 190,
    129], [210, 103, 144, 206, 5, 58, 0], [208, 132, 110, 164, 105, 179, 27]], [[31, 2, 68, 38, 105, 211, 147],
    [18, 113, 245, 135, 100, 108, 109], [158, 190, 11, 235, 67, 124, 193], [183, 131, 91, 78, 155, 157, 33]]]> :
    tensor<3x4x7xui8>],
    outputs = [dense<[[[0, 26, 133, 11, 85, 0, 1], [0, 0, 109, 127, 16, 3, 0], [10, 116, 0, 95, 4, 1, 30], [168, 0,
    0, 0, 46, 42, 0]], [[4, 0, 27, 0, 0, 1, 223], [1, 2, 0, 0, 225, 26, 1], [138, 1, 5, 113, 0, 0, 0], [185, 4, 1,
    21, 1, 43, 0]], [[0, 0, 0, 0, 1, 245, 10], [0, 0, 254, 1, 0, 0, 0], [4, 22, 0, 204, 0, 1, 25], [159, 12, 2, 1,
    39, 43, 0]]]> : tensor<3x4x7xui8>]} {
  %0 = onnx.Constant() {value = dense<5.000000e-02> : tensor<f32>} : () -> tensor<f32>
  %1 = onnx.Constant() {value = dense<128> : tensor<ui8>} : () -> tensor<ui8>
  %2 = onnx.Constant() {value = dense<3.906250e-03> : tensor<f32>} : () -> tensor<f32>
  %3 = onnx.Constant() {value = dense<0> : tensor<ui8>} : () -> tensor<ui8>
  %4 = onnx.ms.QLinearSoftmax(%arg0, %0, %1, %2, %3) {opset = 13 : si64} : (tensor<3x4x7xui8>, tensor<f32>,
      tensor<ui8>, tensor<f32>, tensor<ui8>) -> tensor<3x4x7xui8>
  return %4 : tensor<3x4x7xui8>
}

func.func @qlinearsoftmax_old(%arg0: tensor<3x2x5xui8>) -> tensor<3x2x5xui8> attributes {
    inputs = [dense<[[[217, 85, 135, 16, 94], [14, 218, 31, 9, 38]], [[47, 144, 133, 162, 173], [187, 152, 141,
    118, 235]], [[232, 31, 32, 76, 172], [133, 142, 175, 94, 82]]]> : tensor<3x2x5xui8>],
    outputs = [dense<[[[124, 0, 2, 0, 0], [0, 130, 0, 0, 0]], [[0, 2, 1, 6, 10], [19, 3, 2, 1, 212]], [[227, 0, 0,
    0, 11], [2, 3, 13, 0, 0]]]> : tensor<3x2x5xui8>]} {
  %0 = onnx.Constant() {value = dense<5.000000e-02> : tensor<f32>} : () -> tensor<f32>
  %1 = onnx.Constant() {value = dense<128> : tensor<ui8>} : () -> tensor<ui8>
  %2 = onnx.Constant() {value = dense<3.906250e-03> : tensor<f32>} : () -> tensor<f32>
  %3 = onnx.Constant() {value = dense<0> : tensor<ui8>} : () -> tensor<ui8>
  %4 = onnx.ms.QLinearSoftmax(%arg0, %0, %1, %2, %3) {axis = 1 : si64, opset = 12 : si64} : (tensor<3x2x5xui8>,
      tensor<f32>, tensor<ui8>, tensor<f32>, tensor<ui8>) -> tensor<3x2x5xui8>
  return %4 : tensor<3x2x5xui8>
}

func.func @qlinearconcat(%arg0: tensor<2x3xui8>, %arg1: tensor<2x4xui8>) -> tensor<2x7xui8> attributes {
    inputs = [dense<[[32, 182, 128], [38, 19, 174]]> : tensor<2x3xui8>, dense<[[42, 115, 184, 188], [232, 77, 30,
    24]]> : tensor<2x4xui8>],
    outputs = [dense<[[0, 188, 120, 66, 121, 173, 176], [8, 0, 178, 209, 93, 58, 53]]> : tensor<2x7xui8>]} {
  %0 = onnx.Constant() {value = dense<4.000000e-02> : tensor<f32>} : () -> tensor<f32>
  %1 = onnx.Constant() {value = dense<110> : tensor<ui8>} : () -> tensor<ui8>
  %2 = onnx.Constant() {value = dense<5.000000e-02> : tensor<f32>} : () -> tensor<f32>
  %3 = onnx.Constant() {value = dense<120> : tensor<ui8>} : () -> tensor<ui8>
  %4 = onnx.Constant() {value = dense<3.000000e-02> : tensor<f32>} : () -> tensor<f32>
  %5 = onnx.Constant() {value = dense<100> : tensor<ui8>} : () -> tensor<ui8>
  %6 = onnx.ms.QLinearConcat(%0, %1, %arg0, %2, %3, %arg1, %4, %5) {axis = 1 : si64} : (tensor<f32>, tensor<ui8>,
      tensor<2x3xui8>, tensor<f32>, tensor<ui8>, tensor<2x4xui8>, tensor<f32>, tensor<ui8>) -> tensor<2x7xui8>
  return %6 : tensor<2x7xui8>
}

func.func @qlinearavgpool(%arg0: tensor<1x3x6x6xui8>) -> tensor<1x3x3x3xui8> attributes {
    inputs = [dense<[[[[125, 2, 3, 94, 226, 107], [13, 112, 40, 72, 19, 95], [72, 154, 194, 248, 180, 67], [236,
    61, 14, 96, 4, 195], [237, 139, 252, 86, 205, 121], [109, 75, 184, 16, 152, 157]], [[149, 110, 25, 208, 188,
    121], [118, 117, 189, 83, 161, 104], [160, 228, 251, 251, 121, 70], [213, 31, 13, 71, 184, 152], [79, 41, 18,
    40, 182, 207], [11, 166, 111, 93, 249, 129]], [[223, 118, 44, 216, 125, 24], [67, 210, 239, 3, 234, 204], [230,
    35, 214, 254, 189, 197], [215, 43, 32, 11, 104, 212], [138, 182, 235, 165, 125, 156], [111, 232, 2, 27, 211,
    217]]]]> : tensor<1x3x6x6xui8>],
    outputs = [dense<[[[[62, 55, 95], [100, 102, 100], [129, 95, 106]], [[113, 112, 130], [130, 124, 121], [85, 64,
    131]], [[139, 125, 122], [121, 106, 140], [138, 96, 124]]]]> : tensor<1x3x3x3xui8>]} {
  %0 = onnx.Constant() {value = dense<5.000000e-02> : tensor<f32>} : () -> tensor<f32>
  %1 = onnx.Constant() {value = dense<120> : tensor<ui8>} : () -> tensor<ui8>
  %2 = onnx.Constant() {value = dense<6.000000e-02> : tensor<f32>} : () -> tensor<f32>
  %3 = onnx.Constant() {value = dense<110> : tensor<ui8>} : () -> tensor<ui8>
  %4 = onnx.ms.QLinearAveragePool(%arg0, %0, %1, %2, %3) {kernel_shape = array<i64: 3, 3>, pads = array<i64: 1, 1,
      1, 1>, strides = array<i64: 2, 2>} : (tensor<1x3x6x6xui8>, tensor<f32>, tensor<ui8>, tensor<f32>, tensor<ui8>) ->
      tensor<1x3x3x3xui8>
  return %4 : tensor<1x3x3x3xui8>
}

func.func @qlineargap(%arg0: tensor<2x3x5x4xui8>) -> tensor<2x3x1x1xui8> attributes {
    inputs = [dense<[[[[73, 28, 235, 209], [105, 186, 128, 214], [63, 16, 106, 164], [94, 24, 116, 191], [195, 51,
    136, 184]], [[91, 93, 123, 238], [87, 160, 147, 72], [199, 87, 13, 58], [81, 120, 116, 183], [64, 203, 220,
    164]], [[25, 32, 170, 14], [214, 28, 20, 210], [68, 22, 227, 122], [83, 135, 200, 61], [141, 5, 0, 136]]],
    [[[207, 207, 181, 139], [4, 167, 92, 173], [26, 74, 52, 238], [177, 219, 51, 227], [105, 18, 117, 34]], [[51,
    158, 181, 58], [171, 55, 252, 252], [18, 173, 87, 193], [70, 234, 53, 48], [94, 59, 80, 154]], [[124, 163, 58,
    177], [106, 201, 44, 13], [121, 70, 38, 167], [136, 13, 248, 135], [208, 248, 22, 248]]]]> :
    tensor<2x3x5x4xui8>],
    outputs = [dense<[[[[120]], [[120]], [[69]]], [[[119]], [[113]], [[122]]]]> : tensor<2x3x1x1xui8>]} {
  %0 = onnx.Constant() {value = dense<5.000000e-02> : tensor<f32>} : () -> tensor<f32>
  %1 = onnx.Constant() {value = dense<120> : tensor<ui8>} : () -> tensor<ui8>
  %2 = onnx.Constant() {value = dense<3.000000e-02> : tensor<f32>} : () -> tensor<f32>
  %3 = onnx.Constant() {value = dense<110> : tensor<ui8>} : () -> tensor<ui8>
  %4 = onnx.ms.QLinearGlobalAveragePool(%arg0, %0, %1, %2, %3) : (tensor<2x3x5x4xui8>, tensor<f32>, tensor<ui8>,
      tensor<f32>, tensor<ui8>) -> tensor<2x3x1x1xui8>
  return %4 : tensor<2x3x1x1xui8>
}

// No mean lies half way between two integers, where the order of the sum would decide.
func.func @qlineargap_nhwc(%arg0: tensor<2x5x4x3xui8>) -> tensor<2x1x1x3xui8> attributes {
    inputs = [dense<[[[[80, 217, 8], [227, 6, 209], [199, 212, 217], [194, 60, 144]], [[56, 114, 237], [151, 24,
    4], [100, 236, 49], [87, 30, 54]], [[153, 20, 97], [101, 185, 151], [155, 29, 161], [115, 53, 119]], [[179, 86,
    246], [7, 105, 241], [137, 182, 128], [83, 120, 164]], [[209, 148, 117], [240, 3, 126], [42, 65, 20], [36, 68,
    208]]], [[[112, 175, 138], [237, 104, 222], [91, 43, 63], [159, 148, 198]], [[9, 188, 91], [111, 163, 83], [76,
    18, 113], [74, 226, 225]], [[171, 131, 140], [228, 58, 129], [113, 128, 39], [24, 186, 36]], [[99, 69, 134],
    [3, 226, 121], [168, 188, 161], [28, 68, 26]], [[224, 248, 109], [179, 201, 181], [197, 161, 135], [125, 94,
    72]]]]> : tensor<2x5x4x3xui8>],
    outputs = [dense<[[[[123, 74, 135]]], [[[112, 145, 111]]]]> : tensor<2x1x1x3xui8>]} {
  %0 = onnx.Constant() {value = dense<5.000000e-02> : tensor<f32>} : () -> tensor<f32>
  %1 = onnx.Constant() {value = dense<120> : tensor<ui8>} : () -> tensor<ui8>
  %2 = onnx.Constant() {value = dense<3.000000e-02> : tensor<f32>} : () -> tensor<f32>
  %3 = onnx.Constant() {value = dense<110> : tensor<ui8>} : () -> tensor<ui8>
  %4 = onnx.ms.QLinearGlobalAveragePool(%arg0, %0, %1, %2, %3) {channels_last = 1 : si64} : (tensor<2x5x4x3xui8>,
      tensor<f32>, tensor<ui8>, tensor<f32>, tensor<ui8>) -> tensor<2x1x1x3xui8>
  return %4 : tensor<2x1x1x3xui8>
}

func.func @qlinearwhere(%arg0: tensor<3x4xi1>, %arg1: tensor<3x4xui8>, %arg2: tensor<4xui8>) -> tensor<3x4xui8>
attributes {
    inputs = [dense<[[true, false, false, false], [false, true, false, true], [false, false, false, false]]> :
    tensor<3x4xi1>, dense<[[65, 192, 197, 88], [34, 207, 3, 188], [238, 165, 171, 211]]> : tensor<3x4xui8>,
    dense<[88, 70, 148, 134]> : tensor<4xui8>],
    outputs = [dense<[[64, 95, 134, 127], [104, 182, 134, 167], [104, 95, 134, 127]]> : tensor<3x4xui8>]} {
  %0 = onnx.Constant() {value = dense<5.000000e-02> : tensor<f32>} : () -> tensor<f32>
  %1 = onnx.Constant() {value = dense<120> : tensor<ui8>} : () -> tensor<ui8>
  %2 = onnx.Constant() {value = dense<3.000000e-02> : tensor<f32>} : () -> tensor<f32>
  %3 = onnx.Constant() {value = dense<100> : tensor<ui8>} : () -> tensor<ui8>
  %4 = onnx.Constant() {value = dense<6.000000e-02> : tensor<f32>} : () -> tensor<f32>
  %5 = onnx.Constant() {value = dense<110> : tensor<ui8>} : () -> tensor<ui8>
  %6 = onnx.ms.QLinearWhere(%arg0, %arg1, %0, %1, %arg2, %2, %3, %4, %5) : (tensor<3x4xi1>, tensor<3x4xui8>,
      tensor<f32>, tensor<ui8>, tensor<4xui8>, tensor<f32>, tensor<ui8>, tensor<f32>, tensor<ui8>) -> tensor<3x4xui8>
  return %6 : tensor<3x4xui8>
}

func.func @qlinearconv_nhwc(%arg0: tensor<1x5x5x3xui8>) -> tensor<1x5x5x4xui8> attributes {
    inputs = [dense<[[[[28, 115, 134], [66, 92, 220], [102, 101, 123], [197, 109, 73], [100, 182, 77]], [[149, 251,
    159], [81, 35, 237], [243, 250, 136], [254, 25, 21], [173, 229, 214]], [[144, 153, 238], [119, 165, 127], [129,
    133, 198], [140, 90, 74], [251, 182, 78]], [[62, 72, 199], [45, 133, 47], [187, 170, 195], [138, 242, 57],
    [219, 89, 131]], [[125, 206, 82], [197, 186, 132], [17, 197, 191], [94, 152, 131], [69, 168, 164]]]]> :
    tensor<1x5x5x3xui8>],
    outputs = [dense<[[[[83, 117, 124, 108], [83, 82, 131, 140], [148, 59, 93, 30], [134, 112, 105, 79], [152, 106,
    140, 54]], [[76, 106, 139, 126], [53, 84, 11, 85], [158, 20, 128, 30], [133, 130, 17, 60], [193, 118, 105,
    112]], [[87, 127, 59, 137], [77, 66, 100, 137], [155, 51, 126, 82], [165, 81, 59, 81], [135, 122, 142, 79]],
    [[114, 90, 102, 133], [100, 56, 131, 94], [122, 42, 91, 99], [127, 52, 140, 98], [117, 129, 71, 129]], [[113,
    49, 118, 77], [154, 114, 86, 110], [140, 99, 144, 131], [116, 76, 77, 113], [109, 98, 138, 146]]]]> :
    tensor<1x5x5x4xui8>]} {
  %0 = onnx.Constant() {value = dense<5.000000e-02> : tensor<f32>} : () -> tensor<f32>
  %1 = onnx.Constant() {value = dense<120> : tensor<ui8>} : () -> tensor<ui8>
  %2 = onnx.Constant() {value =
      dense<"0xBA3137182112E14E7107356BAE7074FF21D11D8CF6AEF6A0A2F3D7FC192E72EBB469EEC0CCF6C912848703B0CCA5F46DB0ED5233B1C7DA316E9D83CAD46AC1F79450AA729C1AD734B042E68982F4EC69D9FCF5E4DAC4E98A8CE861252720FAA11AE359B2D852945E1CC89219">
      : tensor<4x3x3x3xi8>} : () -> tensor<4x3x3x3xi8>
  %3 = onnx.Constant() {value = dense<0.00999999977> : tensor<f32>} : () -> tensor<f32>
  %4 = onnx.Constant() {value = dense<0> : tensor<i8>} : () -> tensor<i8>
  %5 = onnx.Constant() {value = dense<3.000000e-01> : tensor<f32>} : () -> tensor<f32>
  %6 = onnx.Constant() {value = dense<110> : tensor<ui8>} : () -> tensor<ui8>
  %7 = onnx.Constant() {value = dense<[420, 51, -266, 135]> : tensor<4xi32>} : () -> tensor<4xi32>
  %8 = onnx.ms.QLinearConv(%arg0, %0, %1, %2, %3, %4, %5, %6, %7) {channels_last = 1 : si64, pads = array<i64: 1,
      1, 1, 1>} : (tensor<1x5x5x3xui8>, tensor<f32>, tensor<ui8>, tensor<4x3x3x3xi8>, tensor<f32>, tensor<i8>,
      tensor<f32>, tensor<ui8>, tensor<4xi32>) -> tensor<1x5x5x4xui8>
  return %8 : tensor<1x5x5x4xui8>
}

func.func @qgemm(%arg0: tensor<3x8xui8>) -> tensor<3x5xui8> attributes {
    inputs = [dense<[[28, 152, 146, 195, 172, 211, 45, 54], [0, 138, 195, 134, 219, 99, 185, 198], [147, 162, 50,
    242, 102, 20, 171, 118]]> : tensor<3x8xui8>],
    outputs = [dense<[[62, 75, 69, 26, 50], [48, 51, 82, 129, 0], [39, 28, 101, 132, 128]]> : tensor<3x5xui8>]} {
  %0 = onnx.Constant() {value = dense<5.000000e-02> : tensor<f32>} : () -> tensor<f32>
  %1 = onnx.Constant() {value = dense<120> : tensor<ui8>} : () -> tensor<ui8>
  %2 = onnx.Constant() {value = dense<[[0, 100, -19, -23, 66], [97, 12, -113, -10, -95], [23, 12, 5, -90, -127],
      [-118, -122, -3, -122, -26], [38, -53, -14, -43, -2], [-14, 50, -77, -126, -52], [29, -119, -13, 72, 5], [-12,
      53, 107, 65, -85]]> : tensor<8x5xi8>} : () -> tensor<8x5xi8>
  %3 = onnx.Constant() {value = dense<[0.0293772817, 0.0238178745, 0.0119883278, 0.0157955177, 0.0207814705]> :
      tensor<5xf32>} : () -> tensor<5xf32>
  %4 = onnx.Constant() {value = dense<[94, -36, 108, -23, 85]> : tensor<5xi8>} : () -> tensor<5xi8>
  %5 = onnx.Constant() {value = dense<[18, 112, 60, 52, 422]> : tensor<5xi32>} : () -> tensor<5xi32>
  %6 = onnx.Constant() {value = dense<3.000000e-01> : tensor<f32>} : () -> tensor<f32>
  %7 = onnx.Constant() {value = dense<110> : tensor<ui8>} : () -> tensor<ui8>
  %8 = onnx.ms.QGemm(%arg0, %0, %1, %2, %3, %4, %5, %6, %7) : (tensor<3x8xui8>, tensor<f32>, tensor<ui8>,
      tensor<8x5xi8>, tensor<5xf32>, tensor<5xi8>, tensor<5xi32>, tensor<f32>, tensor<ui8>) -> tensor<3x5xui8>
  return %8 : tensor<3x5xui8>
}

func.func @qgemm_float(%arg0: tensor<8x3xui8>) -> tensor<3x5xf32> attributes {
    inputs = [dense<[[158, 133, 143], [191, 229, 37], [59, 113, 95], [96, 240, 208], [32, 62, 138], [140, 93, 64],
    [157, 90, 231], [150, 147, 133]]> : tensor<8x3xui8>],
    outputs = [dense<[[2.5, -1.1700001, -8.2425, 1.0200001, 3.7230003], [8.120001, 6.4140005, -0.883, -5.6450005,
    8.732], [10.601001, 4.6720004, -10.162001, 2.743, -7.728]]> : tensor<3x5xf32>]} {
  %0 = onnx.Constant() {value = dense<5.000000e-02> : tensor<f32>} : () -> tensor<f32>
  %1 = onnx.Constant() {value = dense<120> : tensor<ui8>} : () -> tensor<ui8>
  %2 = onnx.Constant() {value = dense<[[36, 83, 127, 228, 5, 92, 204, 154], [241, 83, 140, 230, 135, 180, 80, 157],
      [0, 215, 207, 74, 252, 131, 61, 67], [144, 112, 201, 84, 116, 229, 255, 56], [62, 184, 48, 145, 117, 185, 9,
      236]]> : tensor<5x8xui8>} : () -> tensor<5x8xui8>
  %3 = onnx.Constant() {value = dense<2.000000e-02> : tensor<f32>} : () -> tensor<f32>
  %4 = onnx.Constant() {value = dense<100> : tensor<ui8>} : () -> tensor<ui8>
  %5 = onnx.Constant() {value = dense<[[-310, -421, 242, -294, -83]]> : tensor<1x5xi32>} : () -> tensor<1x5xi32>
  %6 = onnx.None() : () -> none
  %7 = onnx.None() : () -> none
  %8 = onnx.ms.QGemm(%arg0, %0, %1, %2, %3, %4, %5, %6, %7) {alpha = 5.000000e-01 : f32, transA = 1 : si64, transB
      = 1 : si64} : (tensor<8x3xui8>, tensor<f32>, tensor<ui8>, tensor<5x8xui8>, tensor<f32>, tensor<ui8>,
      tensor<1x5xi32>, none, none) -> tensor<3x5xf32>
  return %8 : tensor<3x5xf32>
}

func.func @matmulintegertofloat(%arg0: tensor<2x3x8xui8>, %arg1: tensor<f32>, %arg2: tensor<ui8>) ->
tensor<2x3x5xf32> attributes {
    inputs = [dense<[[[132, 144, 228, 71, 62, 23, 91, 110], [7, 253, 22, 98, 158, 246, 80, 155], [47, 239, 114, 11,
    215, 78, 231, 30]], [[90, 34, 54, 81, 163, 71, 109, 59], [112, 165, 68, 181, 13, 101, 19, 107], [8, 96, 209,
    197, 124, 100, 129, 253]]]> : tensor<2x3x8xui8>, dense<0.05> : tensor<f32>, dense<120> : tensor<ui8>],
    outputs = [dense<[[[-14.052132, 11.924437, 13.455127, -31.856115, -17.291752], [23.478996, -23.37308,
    -46.073673, 24.957262, -25.353334], [-22.587416, 2.6569016, -13.891954, 17.616371, -38.579388]], [[7.6313324,
    24.693884, 7.060117, -20.794746, 30.774244], [34.598866, 10.553608, -0.729926, -6.2255397, 6.0685],
    [-18.191795, 9.457209, -33.04303, -24.360958, -13.97607]]]> : tensor<2x3x5xf32>]} {
  %0 = onnx.Constant() {value = dense<[[29, 5, 80, 102, 120], [40, 22, -98, 127, -109], [-124, 20, -22, -54, -5],
      [67, 86, -68, 101, 122], [-35, 41, -88, 60, 81], [51, -88, -69, 106, 94], [-99, 97, -34, 110, 37], [-2, 88, -112,
      -29, 39]]> : tensor<8x5xi8>} : () -> tensor<8x5xi8>
  %1 = onnx.Constant() {value = dense<[0.0227516536, 0.0262610763, 0.0295245126, 0.0277958736, 0.025291238]> :
      tensor<5xf32>} : () -> tensor<5xf32>
  %2 = onnx.Constant() {value = dense<[26, 89, -39, 6, 88]> : tensor<5xi8>} : () -> tensor<5xi8>
  %3 = onnx.Constant() {value = dense<[0.530541182, -0.95662254, -0.725497305, -0.478742659, 0.742165148]> :
      tensor<5xf32>} : () -> tensor<5xf32>
  %4 = onnx.ms.MatMulIntegerToFloat(%arg0, %0, %arg1, %1, %arg2, %2, %3) : (tensor<2x3x8xui8>, tensor<8x5xi8>,
      tensor<f32>, tensor<5xf32>, tensor<ui8>, tensor<5xi8>, tensor<5xf32>) -> tensor<2x3x5xf32>
  return %4 : tensor<2x3x5xf32>
}

func.func @dynamicquantizematmul(%arg0: tensor<3x8xf32>) -> tensor<3x5xf32> attributes {
    inputs = [dense<[[-0.64117986, -0.13344254, -0.34976417, 0.16680838, 0.8729362, 0.8815633, -0.89498365,
    0.19242224], [0.78360194, 0.5618623, -0.5769322, 0.5299889, -0.6218747, 0.79751915, -0.98213744, -0.81953406],
    [0.2383656, -0.2351198, -0.8068742, 0.96986663, 0.7931625, -0.4577732, -0.053619906, -0.04049226]]> :
    tensor<3x8xf32>],
    outputs = [dense<[[4.132778, 0.50093085, 2.9280202, 0.18534659, 3.5968032], [2.6896734, -0.18969584, 4.121422,
    -1.3784, 6.7850766], [2.0007308, 4.8075876, -2.8315399, 1.927759, 1.1479949]]> : tensor<3x5xf32>]} {
  %0 = onnx.Constant() {value = dense<[[-45, 3, -51, -117, 13], [100, -47, 26, 70, 47], [-30, -107, 20, 42, -6],
      [57, 17, -27, 89, 116], [85, 55, -28, 68, -17], [98, -117, 98, -31, 110], [19, -16, -117, 97, -103], [-31, -33,
      -83, -122, -39]]> : tensor<8x5xi8>} : () -> tensor<8x5xi8>
  %1 = onnx.Constant() {value = dense<2.000000e-02> : tensor<f32>} : () -> tensor<f32>
  %2 = onnx.Constant() {value = dense<3> : tensor<i8>} : () -> tensor<i8>
  %3 = onnx.Constant() {value = dense<[0.666631639, 0.551606417, -0.437694073, 0.427854389, 0.123154558]> :
      tensor<5xf32>} : () -> tensor<5xf32>
  %4 = onnx.ms.DynamicQuantizeMatMul(%arg0, %0, %1, %2, %3) : (tensor<3x8xf32>, tensor<8x5xi8>, tensor<f32>,
      tensor<i8>, tensor<5xf32>) -> tensor<3x5xf32>
  return %4 : tensor<3x5xf32>
}

// Halves go to the even number: (0.5 * a + 0.5 * b) / 1.
func.func @qlinear_add_ties(%a: tensor<6xui8>, %b: tensor<6xui8>) -> tensor<6xui8> attributes {
    inputs = [dense<[1, 3, 5, 7, 2, 255]> : tensor<6xui8>, dense<[0, 0, 0, 0, 1, 254]> : tensor<6xui8>],
    outputs = [dense<[0, 2, 2, 4, 2, 254]> : tensor<6xui8>]} {
  %half = onnx.Constant() {value = dense<0.5> : tensor<f32>} : () -> tensor<f32>
  %one = onnx.Constant() {value = dense<1.0> : tensor<f32>} : () -> tensor<f32>
  %z = onnx.Constant() {value = dense<0> : tensor<ui8>} : () -> tensor<ui8>
  %y = onnx.ms.QLinearAdd(%a, %half, %z, %b, %half, %z, %one, %z) : (tensor<6xui8>, tensor<f32>, tensor<ui8>, tensor<6xui8>, tensor<f32>, tensor<ui8>, tensor<f32>, tensor<ui8>) -> tensor<6xui8>
  return %y : tensor<6xui8>
}
