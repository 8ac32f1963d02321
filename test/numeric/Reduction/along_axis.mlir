// SPDX-License-Identifier: Apache-2.0
// Softmax and its kin, CumSum and CumProd: rows of infinities, NaN, large numbers, negative axes.

func.func @softmax_rows(%x0: tensor<4x2xf32>) -> tensor<4x2xf32> attributes {
    inputs = [dense<[[0xFF800000, 0xFF800000], [0xFF800000, 0.0], [1000.0, 1000.0], [0x7FC00000, 1.0]]> : tensor<4x2xf32>],
    outputs = [dense<[[0x7FC00000, 0x7FC00000], [0.0, 1.0], [0.5, 0.5], [0x7FC00000, 0x7FC00000]]> : tensor<4x2xf32>]} {
  %y = onnx.Softmax(%x0) : (tensor<4x2xf32>) -> tensor<4x2xf32>
  return %y : tensor<4x2xf32>
}

func.func @log_softmax_rows(%x0: tensor<4x2xf32>) -> tensor<4x2xf32> attributes {
    inputs = [dense<[[0xFF800000, 0xFF800000], [0xFF800000, 0.0], [1000.0, 1000.0], [0x7FC00000, 1.0]]> : tensor<4x2xf32>],
    outputs = [dense<[[0x7FC00000, 0x7FC00000], [0xFF800000, 0.0], [-0.6931472, -0.6931472], [0x7FC00000, 0x7FC00000]]> : tensor<4x2xf32>]} {
  %y = onnx.LogSoftmax(%x0) : (tensor<4x2xf32>) -> tensor<4x2xf32>
  return %y : tensor<4x2xf32>
}

func.func @softmax_axis_0(%x0: tensor<2x2xf32>) -> tensor<2x2xf32> attributes {
    inputs = [dense<[[0.0, 1.0], [0.0, 3.0]]> : tensor<2x2xf32>],
    outputs = [dense<[[0.5, 0.11920292], [0.5, 0.880797]]> : tensor<2x2xf32>]} {
  %y = onnx.Softmax(%x0) {axis = 0 : si64} : (tensor<2x2xf32>) -> tensor<2x2xf32>
  return %y : tensor<2x2xf32>
}

func.func @softmax_f64(%x0: tensor<1x3xf64>) -> tensor<1x3xf64> attributes {
    inputs = [dense<[[0.0, 1.0, 2.0]]> : tensor<1x3xf64>],
    outputs = [dense<[[0.09003057317038043, 0.24472847105479767, 0.6652409557748218]]> : tensor<1x3xf64>]} {
  %y = onnx.Softmax(%x0) : (tensor<1x3xf64>) -> tensor<1x3xf64>
  return %y : tensor<1x3xf64>
}

func.func @softmax_f16(%x0: tensor<1x3xf16>) -> tensor<1x3xf16> attributes {
    inputs = [dense<[[0.0, 1.0, 2.0]]> : tensor<1x3xf16>],
    outputs = [dense<[[0.09, 0.2448, 0.665]]> : tensor<1x3xf16>]} {
  %y = onnx.Softmax(%x0) : (tensor<1x3xf16>) -> tensor<1x3xf16>
  return %y : tensor<1x3xf16>
}

func.func @softmax_one(%x0: tensor<2x1xf32>) -> tensor<2x1xf32> attributes {
    inputs = [dense<[[5.0], [0xFF800000]]> : tensor<2x1xf32>],
    outputs = [dense<[[1.0], [0x7FC00000]]> : tensor<2x1xf32>]} {
  %y = onnx.Softmax(%x0) : (tensor<2x1xf32>) -> tensor<2x1xf32>
  return %y : tensor<2x1xf32>
}

func.func @softmax_no_rows(%x0: tensor<0x3xf32>) -> tensor<0x3xf32> attributes {
    inputs = [dense<> : tensor<0x3xf32>],
    outputs = [dense<> : tensor<0x3xf32>]} {
  %y = onnx.Softmax(%x0) : (tensor<0x3xf32>) -> tensor<0x3xf32>
  return %y : tensor<0x3xf32>
}

func.func @hardmax_ties(%x0: tensor<2x3xf32>) -> tensor<2x3xf32> attributes {
    inputs = [dense<[[1.0, 3.0, 3.0], [0.0, 0.0, 0.0]]> : tensor<2x3xf32>],
    outputs = [dense<[[0.0, 1.0, 0.0], [1.0, 0.0, 0.0]]> : tensor<2x3xf32>]} {
  %y = onnx.Hardmax(%x0) : (tensor<2x3xf32>) -> tensor<2x3xf32>
  return %y : tensor<2x3xf32>
}

func.func @cum_sum_reverse(%x0: tensor<2x3xf32>) -> tensor<2x3xf32> attributes {
    inputs = [dense<[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]> : tensor<2x3xf32>],
    outputs = [dense<[[6.0, 5.0, 3.0], [15.0, 11.0, 6.0]]> : tensor<2x3xf32>]} {
  %x1 = onnx.Constant() {value = dense<-1> : tensor<i64>} : () -> tensor<i64>
  %y = onnx.CumSum(%x0, %x1) {reverse = 1 : si64} : (tensor<2x3xf32>, tensor<i64>) -> tensor<2x3xf32>
  return %y : tensor<2x3xf32>
}

func.func @cum_sum_exclusive(%x0: tensor<2x3xf32>) -> tensor<2x3xf32> attributes {
    inputs = [dense<[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]> : tensor<2x3xf32>],
    outputs = [dense<[[0.0, 0.0, 0.0], [1.0, 2.0, 3.0]]> : tensor<2x3xf32>]} {
  %x1 = onnx.Constant() {value = dense<0> : tensor<i32>} : () -> tensor<i32>
  %y = onnx.CumSum(%x0, %x1) {exclusive = 1 : si64} : (tensor<2x3xf32>, tensor<i32>) -> tensor<2x3xf32>
  return %y : tensor<2x3xf32>
}

func.func @cum_sum_both(%x0: tensor<3xf64>) -> tensor<3xf64> attributes {
    inputs = [dense<[1.0, 2.0, 3.0]> : tensor<3xf64>],
    outputs = [dense<[5.0, 3.0, 0.0]> : tensor<3xf64>]} {
  %x1 = onnx.Constant() {value = dense<0> : tensor<i64>} : () -> tensor<i64>
  %y = onnx.CumSum(%x0, %x1) {exclusive = 1 : si64, reverse = 1 : si64} : (tensor<3xf64>, tensor<i64>) -> tensor<3xf64>
  return %y : tensor<3xf64>
}

func.func @cum_sum_i32(%x0: tensor<3xi32>) -> tensor<3xi32> attributes {
    inputs = [dense<[1, 2, 3]> : tensor<3xi32>],
    outputs = [dense<[1, 3, 6]> : tensor<3xi32>]} {
  %x1 = onnx.Constant() {value = dense<0> : tensor<i64>} : () -> tensor<i64>
  %y = onnx.CumSum(%x0, %x1) : (tensor<3xi32>, tensor<i64>) -> tensor<3xi32>
  return %y : tensor<3xi32>
}

func.func @cum_sum_i64(%x0: tensor<3xi64>) -> tensor<3xi64> attributes {
    inputs = [dense<[1, 2, 3]> : tensor<3xi64>],
    outputs = [dense<[1, 3, 6]> : tensor<3xi64>]} {
  %x1 = onnx.Constant() {value = dense<0> : tensor<i64>} : () -> tensor<i64>
  %y = onnx.CumSum(%x0, %x1) : (tensor<3xi64>, tensor<i64>) -> tensor<3xi64>
  return %y : tensor<3xi64>
}

func.func @cum_sum_ui32(%x0: tensor<3xui32>) -> tensor<3xui32> attributes {
    inputs = [dense<[1, 2, 3]> : tensor<3xui32>],
    outputs = [dense<[1, 3, 6]> : tensor<3xui32>]} {
  %x1 = onnx.Constant() {value = dense<0> : tensor<i64>} : () -> tensor<i64>
  %y = onnx.CumSum(%x0, %x1) : (tensor<3xui32>, tensor<i64>) -> tensor<3xui32>
  return %y : tensor<3xui32>
}

func.func @cum_sum_ui64(%x0: tensor<3xui64>) -> tensor<3xui64> attributes {
    inputs = [dense<[1, 2, 3]> : tensor<3xui64>],
    outputs = [dense<[1, 3, 6]> : tensor<3xui64>]} {
  %x1 = onnx.Constant() {value = dense<0> : tensor<i64>} : () -> tensor<i64>
  %y = onnx.CumSum(%x0, %x1) : (tensor<3xui64>, tensor<i64>) -> tensor<3xui64>
  return %y : tensor<3xui64>
}

func.func @cum_sum_axis_at_run_time(%x0: tensor<2x3xf32>, %x1: tensor<i64>) -> tensor<2x3xf32> attributes {
    inputs = [dense<[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]> : tensor<2x3xf32>, dense<1> : tensor<i64>],
    outputs = [dense<[[1.0, 3.0, 6.0], [4.0, 9.0, 15.0]]> : tensor<2x3xf32>]} {
  %y = onnx.CumSum(%x0, %x1) : (tensor<2x3xf32>, tensor<i64>) -> tensor<2x3xf32>
  return %y : tensor<2x3xf32>
}

func.func @cum_prod(%x0: tensor<2x3xf32>) -> tensor<2x3xf32> attributes {
    inputs = [dense<[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]> : tensor<2x3xf32>],
    outputs = [dense<[[1.0, 2.0, 6.0], [4.0, 20.0, 120.0]]> : tensor<2x3xf32>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<i64>} : () -> tensor<i64>
  %y = onnx.CumProd(%x0, %x1) : (tensor<2x3xf32>, tensor<i64>) -> tensor<2x3xf32>
  return %y : tensor<2x3xf32>
}
