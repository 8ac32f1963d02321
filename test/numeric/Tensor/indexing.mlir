// SPDX-License-Identifier: Apache-2.0
// Gathers, scatters, OneHot, NonZero, Compress, Unique: negative indices, no indices, rank 0, all kinds of elements.

func.func @gather_negative(%x0: tensor<3x4xf32>, %x1: tensor<2xi64>) -> tensor<2x4xf32> attributes {
    inputs = [dense<[[0.0, 1.0, 2.0, 3.0], [4.0, 5.0, 6.0, 7.0], [8.0, 9.0, 10.0, 11.0]]> : tensor<3x4xf32>, dense<[-1, 0]> : tensor<2xi64>],
    outputs = [dense<[[8.0, 9.0, 10.0, 11.0], [0.0, 1.0, 2.0, 3.0]]> : tensor<2x4xf32>]} {
  %y = onnx.Gather(%x0, %x1) : (tensor<3x4xf32>, tensor<2xi64>) -> tensor<2x4xf32>
  return %y : tensor<2x4xf32>
}

func.func @gather_scalar_index(%x0: tensor<3x4xf32>, %x1: tensor<i32>) -> tensor<3xf32> attributes {
    inputs = [dense<[[0.0, 1.0, 2.0, 3.0], [4.0, 5.0, 6.0, 7.0], [8.0, 9.0, 10.0, 11.0]]> : tensor<3x4xf32>, dense<-2> : tensor<i32>],
    outputs = [dense<[2.0, 6.0, 10.0]> : tensor<3xf32>]} {
  %y = onnx.Gather(%x0, %x1) {axis = -1 : si64} : (tensor<3x4xf32>, tensor<i32>) -> tensor<3xf32>
  return %y : tensor<3xf32>
}

func.func @gather_nothing(%x0: tensor<3x4xf32>, %x1: tensor<0x2xi64>) -> tensor<0x2x4xf32> attributes {
    inputs = [dense<[[0.0, 1.0, 2.0, 3.0], [4.0, 5.0, 6.0, 7.0], [8.0, 9.0, 10.0, 11.0]]> : tensor<3x4xf32>, dense<> : tensor<0x2xi64>],
    outputs = [dense<> : tensor<0x2x4xf32>]} {
  %y = onnx.Gather(%x0, %x1) : (tensor<3x4xf32>, tensor<0x2xi64>) -> tensor<0x2x4xf32>
  return %y : tensor<0x2x4xf32>
}

func.func @gather_bool(%x0: tensor<3xi1>, %x1: tensor<2xi64>) -> tensor<2xi1> attributes {
    inputs = [dense<[true, false, true]> : tensor<3xi1>, dense<[2, 1]> : tensor<2xi64>],
    outputs = [dense<[true, false]> : tensor<2xi1>]} {
  %y = onnx.Gather(%x0, %x1) : (tensor<3xi1>, tensor<2xi64>) -> tensor<2xi1>
  return %y : tensor<2xi1>
}

func.func @gather_f16(%x0: tensor<3xf16>, %x1: tensor<2xi64>) -> tensor<2xf16> attributes {
    inputs = [dense<[1.0, 0.0, 1.0]> : tensor<3xf16>, dense<[2, 1]> : tensor<2xi64>],
    outputs = [dense<[1.0, 0.0]> : tensor<2xf16>]} {
  %y = onnx.Gather(%x0, %x1) : (tensor<3xf16>, tensor<2xi64>) -> tensor<2xf16>
  return %y : tensor<2xf16>
}

func.func @gather_u64(%x0: tensor<3xui64>, %x1: tensor<2xi64>) -> tensor<2xui64> attributes {
    inputs = [dense<[1, 0, 1]> : tensor<3xui64>, dense<[2, 1]> : tensor<2xi64>],
    outputs = [dense<[1, 0]> : tensor<2xui64>]} {
  %y = onnx.Gather(%x0, %x1) : (tensor<3xui64>, tensor<2xi64>) -> tensor<2xui64>
  return %y : tensor<2xui64>
}

func.func @gather_i8(%x0: tensor<3xi8>, %x1: tensor<2xi64>) -> tensor<2xi8> attributes {
    inputs = [dense<[1, 0, 1]> : tensor<3xi8>, dense<[2, 1]> : tensor<2xi64>],
    outputs = [dense<[1, 0]> : tensor<2xi8>]} {
  %y = onnx.Gather(%x0, %x1) : (tensor<3xi8>, tensor<2xi64>) -> tensor<2xi8>
  return %y : tensor<2xi8>
}

func.func @gather_c128(%x0: tensor<3xcomplex<f64>>, %x1: tensor<2xi64>) -> tensor<2xcomplex<f64>> attributes {
    inputs = [dense<[(1.0, 0.0), (0.0, 0.0), (1.0, 0.0)]> : tensor<3xcomplex<f64>>, dense<[2, 1]> : tensor<2xi64>],
    outputs = [dense<[(1.0, 0.0), (0.0, 0.0)]> : tensor<2xcomplex<f64>>]} {
  %y = onnx.Gather(%x0, %x1) : (tensor<3xcomplex<f64>>, tensor<2xi64>) -> tensor<2xcomplex<f64>>
  return %y : tensor<2xcomplex<f64>>
}

func.func @gather_u4(%x0: tensor<3xui4>, %x1: tensor<2xi64>) -> tensor<2xui4> attributes {
    inputs = [dense<[15, 1, 9]> : tensor<3xui4>, dense<[2, 0]> : tensor<2xi64>],
    outputs = [dense<[9, 15]> : tensor<2xui4>]} {
  %y = onnx.Gather(%x0, %x1) : (tensor<3xui4>, tensor<2xi64>) -> tensor<2xui4>
  return %y : tensor<2xui4>
}

func.func @gather_f8(%x0: tensor<2xf8E5M2>, %x1: tensor<1xi64>) -> tensor<1xf8E5M2> attributes {
    inputs = [dense<[0x3C, 0x7C]> : tensor<2xf8E5M2>, dense<1> : tensor<1xi64>],
    outputs = [dense<0x7C> : tensor<1xf8E5M2>]} {
  %y = onnx.Gather(%x0, %x1) : (tensor<2xf8E5M2>, tensor<1xi64>) -> tensor<1xf8E5M2>
  return %y : tensor<1xf8E5M2>
}

func.func @gather_elements_negative(%x0: tensor<3x4xf32>, %x1: tensor<1x4xi32>) -> tensor<1x4xf32> attributes {
    inputs = [dense<[[0.0, 1.0, 2.0, 3.0], [4.0, 5.0, 6.0, 7.0], [8.0, 9.0, 10.0, 11.0]]> : tensor<3x4xf32>, dense<[[-1, 0, 1, 2]]> : tensor<1x4xi32>],
    outputs = [dense<[[8.0, 1.0, 6.0, 11.0]]> : tensor<1x4xf32>]} {
  %y = onnx.GatherElements(%x0, %x1) : (tensor<3x4xf32>, tensor<1x4xi32>) -> tensor<1x4xf32>
  return %y : tensor<1x4xf32>
}

func.func @gather_nd_batch(%x0: tensor<3x2x2xf32>, %x1: tensor<3x1xi64>) -> tensor<3x2xf32> attributes {
    inputs = [dense<[[[0.0, 1.0], [2.0, 3.0]], [[4.0, 5.0], [6.0, 7.0]], [[8.0, 9.0], [10.0, 11.0]]]> : tensor<3x2x2xf32>, dense<[[1], [0], [-1]]> : tensor<3x1xi64>],
    outputs = [dense<[[2.0, 3.0], [4.0, 5.0], [10.0, 11.0]]> : tensor<3x2xf32>]} {
  %y = onnx.GatherND(%x0, %x1) {batch_dims = 1 : si64} : (tensor<3x2x2xf32>, tensor<3x1xi64>) -> tensor<3x2xf32>
  return %y : tensor<3x2xf32>
}

func.func @scatter_elements_add(%x0: tensor<4xf32>, %x1: tensor<3xi64>, %x2: tensor<3xf32>) -> tensor<4xf32> attributes {
    inputs = [dense<0.0> : tensor<4xf32>, dense<[1, 1, -1]> : tensor<3xi64>, dense<[1.0, 2.0, 3.0]> : tensor<3xf32>],
    outputs = [dense<[0.0, 3.0, 0.0, 3.0]> : tensor<4xf32>]} {
  %y = onnx.ScatterElements(%x0, %x1, %x2) {reduction = "add"} : (tensor<4xf32>, tensor<3xi64>, tensor<3xf32>) -> tensor<4xf32>
  return %y : tensor<4xf32>
}

func.func @scatter_elements_mul(%x0: tensor<4xi32>, %x1: tensor<2xi64>, %x2: tensor<2xi32>) -> tensor<4xi32> attributes {
    inputs = [dense<2> : tensor<4xi32>, dense<1> : tensor<2xi64>, dense<[1, 3]> : tensor<2xi32>],
    outputs = [dense<[2, 6, 2, 2]> : tensor<4xi32>]} {
  %y = onnx.ScatterElements(%x0, %x1, %x2) {reduction = "mul"} : (tensor<4xi32>, tensor<2xi64>, tensor<2xi32>) -> tensor<4xi32>
  return %y : tensor<4xi32>
}

func.func @scatter_elements_max(%x0: tensor<4xi32>, %x1: tensor<2xi64>, %x2: tensor<2xi32>) -> tensor<4xi32> attributes {
    inputs = [dense<2> : tensor<4xi32>, dense<1> : tensor<2xi64>, dense<[1, 3]> : tensor<2xi32>],
    outputs = [dense<[2, 3, 2, 2]> : tensor<4xi32>]} {
  %y = onnx.ScatterElements(%x0, %x1, %x2) {reduction = "max"} : (tensor<4xi32>, tensor<2xi64>, tensor<2xi32>) -> tensor<4xi32>
  return %y : tensor<4xi32>
}

func.func @scatter_elements_min(%x0: tensor<4xi32>, %x1: tensor<2xi64>, %x2: tensor<2xi32>) -> tensor<4xi32> attributes {
    inputs = [dense<2> : tensor<4xi32>, dense<1> : tensor<2xi64>, dense<[1, 3]> : tensor<2xi32>],
    outputs = [dense<[2, 1, 2, 2]> : tensor<4xi32>]} {
  %y = onnx.ScatterElements(%x0, %x1, %x2) {reduction = "min"} : (tensor<4xi32>, tensor<2xi64>, tensor<2xi32>) -> tensor<4xi32>
  return %y : tensor<4xi32>
}

func.func @scatter_elements_nothing(%x0: tensor<3x4xf32>, %x1: tensor<0x4xi64>, %x2: tensor<0x4xf32>) -> tensor<3x4xf32> attributes {
    inputs = [dense<[[0.0, 1.0, 2.0, 3.0], [4.0, 5.0, 6.0, 7.0], [8.0, 9.0, 10.0, 11.0]]> : tensor<3x4xf32>, dense<> : tensor<0x4xi64>, dense<> : tensor<0x4xf32>],
    outputs = [dense<[[0.0, 1.0, 2.0, 3.0], [4.0, 5.0, 6.0, 7.0], [8.0, 9.0, 10.0, 11.0]]> : tensor<3x4xf32>]} {
  %y = onnx.ScatterElements(%x0, %x1, %x2) : (tensor<3x4xf32>, tensor<0x4xi64>, tensor<0x4xf32>) -> tensor<3x4xf32>
  return %y : tensor<3x4xf32>
}

func.func @scatter_nd_bool(%x0: tensor<2xi1>, %x1: tensor<1x1xi64>, %x2: tensor<1xi1>) -> tensor<2xi1> attributes {
    inputs = [dense<false> : tensor<2xi1>, dense<1> : tensor<1x1xi64>, dense<true> : tensor<1xi1>],
    outputs = [dense<[false, true]> : tensor<2xi1>]} {
  %y = onnx.ScatterND(%x0, %x1, %x2) : (tensor<2xi1>, tensor<1x1xi64>, tensor<1xi1>) -> tensor<2xi1>
  return %y : tensor<2xi1>
}

func.func @scatter_nd_f64_add(%x0: tensor<2x2xf64>, %x1: tensor<2x1xi64>, %x2: tensor<2x2xf64>) -> tensor<2x2xf64> attributes {
    inputs = [dense<0.0> : tensor<2x2xf64>, dense<0> : tensor<2x1xi64>, dense<1.0> : tensor<2x2xf64>],
    outputs = [dense<[[2.0, 2.0], [0.0, 0.0]]> : tensor<2x2xf64>]} {
  %y = onnx.ScatterND(%x0, %x1, %x2) {reduction = "add"} : (tensor<2x2xf64>, tensor<2x1xi64>, tensor<2x2xf64>) -> tensor<2x2xf64>
  return %y : tensor<2x2xf64>
}

func.func @one_hot_negative(%x0: tensor<3xi64>, %x1: tensor<i64>, %x2: tensor<2xf32>) -> tensor<3x3xf32> attributes {
    inputs = [dense<[-1, 0, 5]> : tensor<3xi64>, dense<3> : tensor<i64>, dense<[0.0, 9.0]> : tensor<2xf32>],
    outputs = [dense<[[0.0, 0.0, 9.0], [9.0, 0.0, 0.0], [0.0, 0.0, 0.0]]> : tensor<3x3xf32>]} {
  %y = onnx.OneHot(%x0, %x1, %x2) : (tensor<3xi64>, tensor<i64>, tensor<2xf32>) -> tensor<3x3xf32>
  return %y : tensor<3x3xf32>
}

func.func @one_hot_axis_0(%x0: tensor<2xf32>, %x1: tensor<f32>, %x2: tensor<2xui8>) -> tensor<2x2xui8> attributes {
    inputs = [dense<[1.0, 0.0]> : tensor<2xf32>, dense<2.0> : tensor<f32>, dense<[1, 5]> : tensor<2xui8>],
    outputs = [dense<[[1, 5], [5, 1]]> : tensor<2x2xui8>]} {
  %y = onnx.OneHot(%x0, %x1, %x2) {axis = 0 : si64} : (tensor<2xf32>, tensor<f32>, tensor<2xui8>) -> tensor<2x2xui8>
  return %y : tensor<2x2xui8>
}

func.func @non_zero_nothing(%x0: tensor<2x2xf32>) -> tensor<2x0xi64> attributes {
    inputs = [dense<0.0> : tensor<2x2xf32>],
    outputs = [dense<> : tensor<2x0xi64>]} {
  %y = onnx.NonZero(%x0) : (tensor<2x2xf32>) -> tensor<2x0xi64>
  return %y : tensor<2x0xi64>
}

func.func @non_zero_nan(%x0: tensor<4xf32>) -> tensor<1x2xi64> attributes {
    inputs = [dense<[0x7FC00000, 0.0, -0.0, 0x7F800000]> : tensor<4xf32>],
    outputs = [dense<[[0, 3]]> : tensor<1x2xi64>]} {
  %y = onnx.NonZero(%x0) : (tensor<4xf32>) -> tensor<1x2xi64>
  return %y : tensor<1x2xi64>
}

func.func @non_zero_scalar(%x0: tensor<f32>) -> tensor<0x1xi64> attributes {
    inputs = [dense<3.0> : tensor<f32>],
    outputs = [dense<> : tensor<0x1xi64>]} {
  %y = onnx.NonZero(%x0) : (tensor<f32>) -> tensor<0x1xi64>
  return %y : tensor<0x1xi64>
}

func.func @compress_axis(%x0: tensor<3x4xf32>, %x1: tensor<3xi1>) -> tensor<3x2xf32> attributes {
    inputs = [dense<[[0.0, 1.0, 2.0, 3.0], [4.0, 5.0, 6.0, 7.0], [8.0, 9.0, 10.0, 11.0]]> : tensor<3x4xf32>, dense<[false, true, true]> : tensor<3xi1>],
    outputs = [dense<[[1.0, 2.0], [5.0, 6.0], [9.0, 10.0]]> : tensor<3x2xf32>]} {
  %y = onnx.Compress(%x0, %x1) {axis = -1 : si64} : (tensor<3x4xf32>, tensor<3xi1>) -> tensor<3x2xf32>
  return %y : tensor<3x2xf32>
}

func.func @compress_none(%x0: tensor<3x4xf32>, %x1: tensor<1xi1>) -> tensor<0xf32> attributes {
    inputs = [dense<[[0.0, 1.0, 2.0, 3.0], [4.0, 5.0, 6.0, 7.0], [8.0, 9.0, 10.0, 11.0]]> : tensor<3x4xf32>, dense<false> : tensor<1xi1>],
    outputs = [dense<> : tensor<0xf32>]} {
  %y = onnx.Compress(%x0, %x1) : (tensor<3x4xf32>, tensor<1xi1>) -> tensor<0xf32>
  return %y : tensor<0xf32>
}

func.func @unique_unsorted(%x0: tensor<4xi64>) -> (tensor<3xi64>, tensor<3xi64>, tensor<4xi64>, tensor<3xi64>) attributes {
    inputs = [dense<[5, 1, 5, 3]> : tensor<4xi64>],
    outputs = [dense<[5, 1, 3]> : tensor<3xi64>, dense<[0, 1, 3]> : tensor<3xi64>, dense<[0, 1, 0, 2]> : tensor<4xi64>, dense<[2, 1, 1]> : tensor<3xi64>]} {
  %y:4 = onnx.Unique(%x0) {sorted = 0 : si64} : (tensor<4xi64>) -> (tensor<3xi64>, tensor<3xi64>, tensor<4xi64>, tensor<3xi64>)
  return %y#0, %y#1, %y#2, %y#3 : tensor<3xi64>, tensor<3xi64>, tensor<4xi64>, tensor<3xi64>
}

func.func @unique_nothing(%x0: tensor<0xf32>) -> tensor<0xf32> attributes {
    inputs = [dense<> : tensor<0xf32>],
    outputs = [dense<> : tensor<0xf32>]} {
  %y:4 = onnx.Unique(%x0) : (tensor<0xf32>) -> (tensor<0xf32>, none, none, none)
  return %y#0 : tensor<0xf32>
}

func.func @reverse_sequence(%x0: tensor<3x2xf32>, %x1: tensor<2xi64>) -> tensor<3x2xf32> attributes {
    inputs = [dense<[[0.0, 1.0], [2.0, 3.0], [4.0, 5.0]]> : tensor<3x2xf32>, dense<[3, 1]> : tensor<2xi64>],
    outputs = [dense<[[4.0, 1.0], [2.0, 3.0], [0.0, 5.0]]> : tensor<3x2xf32>]} {
  %y = onnx.ReverseSequence(%x0, %x1) {batch_axis = 1 : si64, time_axis = 0 : si64} : (tensor<3x2xf32>, tensor<2xi64>) -> tensor<3x2xf32>
  return %y : tensor<3x2xf32>
}
