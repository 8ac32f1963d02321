// SPDX-License-Identifier: Apache-2.0
// MatMul and Gemm: vectors, broadcasting of batches, all types, a sum over nothing, infinities beside zeros.

func.func @vector_vector(%x0: tensor<3xf32>, %x1: tensor<3xf32>) -> tensor<f32> attributes {
    inputs = [dense<[1.0, 2.0, 3.0]> : tensor<3xf32>, dense<[4.0, 5.0, 6.0]> : tensor<3xf32>],
    outputs = [dense<32.0> : tensor<f32>]} {
  %y = onnx.MatMul(%x0, %x1) : (tensor<3xf32>, tensor<3xf32>) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @vector_matrix(%x0: tensor<2xf32>, %x1: tensor<2x3xf32>) -> tensor<3xf32> attributes {
    inputs = [dense<[1.0, 2.0]> : tensor<2xf32>, dense<[[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]> : tensor<2x3xf32>],
    outputs = [dense<[6.0, 9.0, 12.0]> : tensor<3xf32>]} {
  %y = onnx.MatMul(%x0, %x1) : (tensor<2xf32>, tensor<2x3xf32>) -> tensor<3xf32>
  return %y : tensor<3xf32>
}

func.func @matrix_vector(%x0: tensor<2x2x3xf32>, %x1: tensor<3xf32>) -> tensor<2x2xf32> attributes {
    inputs = [dense<[[[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]], [[6.0, 7.0, 8.0], [9.0, 10.0, 11.0]]]> : tensor<2x2x3xf32>, dense<[1.0, 0.0, 2.0]> : tensor<3xf32>],
    outputs = [dense<[[4.0, 13.0], [22.0, 31.0]]> : tensor<2x2xf32>]} {
  %y = onnx.MatMul(%x0, %x1) : (tensor<2x2x3xf32>, tensor<3xf32>) -> tensor<2x2xf32>
  return %y : tensor<2x2xf32>
}

func.func @batches_broadcast(%x0: tensor<2x1x2x2xf32>, %x1: tensor<3x2x2xf32>) -> tensor<2x3x2x2xf32> attributes {
    inputs = [dense<[[[[0.0, 1.0], [2.0, 3.0]]], [[[4.0, 5.0], [6.0, 7.0]]]]> : tensor<2x1x2x2xf32>, dense<[[[0.0, 1.0], [2.0, 3.0]], [[4.0, 5.0], [6.0, 7.0]], [[8.0, 9.0], [10.0, 11.0]]]> : tensor<3x2x2xf32>],
    outputs = [dense<[[[[2.0, 3.0], [6.0, 11.0]], [[6.0, 7.0], [26.0, 31.0]], [[10.0, 11.0], [46.0, 51.0]]], [[[10.0, 19.0], [14.0, 27.0]], [[46.0, 55.0], [66.0, 79.0]], [[82.0, 91.0], [118.0, 131.0]]]]> : tensor<2x3x2x2xf32>]} {
  %y = onnx.MatMul(%x0, %x1) : (tensor<2x1x2x2xf32>, tensor<3x2x2xf32>) -> tensor<2x3x2x2xf32>
  return %y : tensor<2x3x2x2xf32>
}

func.func @sum_over_nothing(%x0: tensor<2x0xf32>, %x1: tensor<0x3xf32>) -> tensor<2x3xf32> attributes {
    inputs = [dense<> : tensor<2x0xf32>, dense<> : tensor<0x3xf32>],
    outputs = [dense<0.0> : tensor<2x3xf32>]} {
  %y = onnx.MatMul(%x0, %x1) : (tensor<2x0xf32>, tensor<0x3xf32>) -> tensor<2x3xf32>
  return %y : tensor<2x3xf32>
}

func.func @no_rows(%x0: tensor<0x4xf32>, %x1: tensor<4x2xf32>) -> tensor<0x2xf32> attributes {
    inputs = [dense<> : tensor<0x4xf32>, dense<1.0> : tensor<4x2xf32>],
    outputs = [dense<> : tensor<0x2xf32>]} {
  %y = onnx.MatMul(%x0, %x1) : (tensor<0x4xf32>, tensor<4x2xf32>) -> tensor<0x2xf32>
  return %y : tensor<0x2xf32>
}

func.func @matmul_i32(%x0: tensor<2x3xi32>, %x1: tensor<3x2xi32>) -> tensor<2x2xi32> attributes {
    inputs = [dense<[[1, 2, 3], [4, 5, 6]]> : tensor<2x3xi32>, dense<[[2, 3], [4, 5], [6, 7]]> : tensor<3x2xi32>],
    outputs = [dense<[[28, 34], [64, 79]]> : tensor<2x2xi32>]} {
  %y = onnx.MatMul(%x0, %x1) : (tensor<2x3xi32>, tensor<3x2xi32>) -> tensor<2x2xi32>
  return %y : tensor<2x2xi32>
}

func.func @matmul_i64(%x0: tensor<2x3xi64>, %x1: tensor<3x2xi64>) -> tensor<2x2xi64> attributes {
    inputs = [dense<[[1, 2, 3], [4, 5, 6]]> : tensor<2x3xi64>, dense<[[2, 3], [4, 5], [6, 7]]> : tensor<3x2xi64>],
    outputs = [dense<[[28, 34], [64, 79]]> : tensor<2x2xi64>]} {
  %y = onnx.MatMul(%x0, %x1) : (tensor<2x3xi64>, tensor<3x2xi64>) -> tensor<2x2xi64>
  return %y : tensor<2x2xi64>
}

func.func @matmul_ui32(%x0: tensor<2x3xui32>, %x1: tensor<3x2xui32>) -> tensor<2x2xui32> attributes {
    inputs = [dense<[[1, 2, 3], [4, 5, 6]]> : tensor<2x3xui32>, dense<[[2, 3], [4, 5], [6, 7]]> : tensor<3x2xui32>],
    outputs = [dense<[[28, 34], [64, 79]]> : tensor<2x2xui32>]} {
  %y = onnx.MatMul(%x0, %x1) : (tensor<2x3xui32>, tensor<3x2xui32>) -> tensor<2x2xui32>
  return %y : tensor<2x2xui32>
}

func.func @matmul_ui64(%x0: tensor<2x3xui64>, %x1: tensor<3x2xui64>) -> tensor<2x2xui64> attributes {
    inputs = [dense<[[1, 2, 3], [4, 5, 6]]> : tensor<2x3xui64>, dense<[[2, 3], [4, 5], [6, 7]]> : tensor<3x2xui64>],
    outputs = [dense<[[28, 34], [64, 79]]> : tensor<2x2xui64>]} {
  %y = onnx.MatMul(%x0, %x1) : (tensor<2x3xui64>, tensor<3x2xui64>) -> tensor<2x2xui64>
  return %y : tensor<2x2xui64>
}

func.func @matmul_f64(%x0: tensor<2x3xf64>, %x1: tensor<3x2xf64>) -> tensor<2x2xf64> attributes {
    inputs = [dense<[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]> : tensor<2x3xf64>, dense<[[2.0, 3.0], [4.0, 5.0], [6.0, 7.0]]> : tensor<3x2xf64>],
    outputs = [dense<[[28.0, 34.0], [64.0, 79.0]]> : tensor<2x2xf64>]} {
  %y = onnx.MatMul(%x0, %x1) : (tensor<2x3xf64>, tensor<3x2xf64>) -> tensor<2x2xf64>
  return %y : tensor<2x2xf64>
}

func.func @infinities(%x0: tensor<2x2xf32>, %x1: tensor<2x2xf32>) -> tensor<2x2xf32> attributes {
    inputs = [dense<[[0x7F800000, 0.0], [1.0, 2.0]]> : tensor<2x2xf32>, dense<[[0.0, 1.0], [1.0, 0xFF800000]]> : tensor<2x2xf32>],
    outputs = [dense<[[0x7FC00000, 0x7FC00000], [2.0, 0xFF800000]]> : tensor<2x2xf32>]} {
  %y = onnx.MatMul(%x0, %x1) : (tensor<2x2xf32>, tensor<2x2xf32>) -> tensor<2x2xf32>
  return %y : tensor<2x2xf32>
}

// In half precision the sum would stick at 2048.
func.func @half_sums_are_wide(%x0: tensor<1x4096xf16>, %x1: tensor<4096x1xf16>) -> tensor<1x1xf16> attributes {
    inputs = [dense<1.0> : tensor<1x4096xf16>, dense<1.0> : tensor<4096x1xf16>],
    outputs = [dense<4096.0> : tensor<1x1xf16>]} {
  %y = onnx.MatMul(%x0, %x1) : (tensor<1x4096xf16>, tensor<4096x1xf16>) -> tensor<1x1xf16>
  return %y : tensor<1x1xf16>
}

func.func @matmul_bf16(%x0: tensor<1x2xbf16>, %x1: tensor<2x1xbf16>) -> tensor<1x1xbf16> attributes {
    inputs = [dense<[[1.5, 2.0]]> : tensor<1x2xbf16>, dense<[[4.0], [0.5]]> : tensor<2x1xbf16>],
    outputs = [dense<7.0> : tensor<1x1xbf16>]} {
  %y = onnx.MatMul(%x0, %x1) : (tensor<1x2xbf16>, tensor<2x1xbf16>) -> tensor<1x1xbf16>
  return %y : tensor<1x1xbf16>
}

func.func @gemm_all(%x0: tensor<3x2xf32>, %x1: tensor<4x3xf32>, %x2: tensor<2x1xf32>) -> tensor<2x4xf32> attributes {
    inputs = [dense<[[0.0, 3.0], [1.0, 4.0], [2.0, 5.0]]> : tensor<3x2xf32>, dense<[[0.0, 1.0, 2.0], [3.0, 4.0, 5.0], [6.0, 7.0, 8.0], [9.0, 10.0, 11.0]]> : tensor<4x3xf32>, dense<[[1.0], [2.0]]> : tensor<2x1xf32>],
    outputs = [dense<[[4.5, 9.0, 13.5, 18.0], [11.0, 29.0, 47.0, 65.0]]> : tensor<2x4xf32>]} {
  %y = onnx.Gemm(%x0, %x1, %x2) {alpha = 0.5 : f32, beta = 2.0 : f32, transA = 1 : si64, transB = 1 : si64} : (tensor<3x2xf32>, tensor<4x3xf32>, tensor<2x1xf32>) -> tensor<2x4xf32>
  return %y : tensor<2x4xf32>
}

func.func @gemm_scalar_c(%x0: tensor<2x3xf32>, %x1: tensor<3x4xf32>, %x2: tensor<f32>) -> tensor<2x4xf32> attributes {
    inputs = [dense<[[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]> : tensor<2x3xf32>, dense<[[0.0, 3.0, 6.0, 9.0], [1.0, 4.0, 7.0, 10.0], [2.0, 5.0, 8.0, 11.0]]> : tensor<3x4xf32>, dense<1.0> : tensor<f32>],
    outputs = [dense<[[6.0, 15.0, 24.0, 33.0], [15.0, 51.0, 87.0, 123.0]]> : tensor<2x4xf32>]} {
  %y = onnx.Gemm(%x0, %x1, %x2) : (tensor<2x3xf32>, tensor<3x4xf32>, tensor<f32>) -> tensor<2x4xf32>
  return %y : tensor<2x4xf32>
}

func.func @gemm_no_c_i32(%x0: tensor<2x3xi32>, %x1: tensor<3x4xi32>) -> tensor<2x4xi32> attributes {
    inputs = [dense<[[0, 1, 2], [3, 4, 5]]> : tensor<2x3xi32>, dense<[[0, 3, 6, 9], [1, 4, 7, 10], [2, 5, 8, 11]]> : tensor<3x4xi32>],
    outputs = [dense<[[5, 14, 23, 32], [14, 50, 86, 122]]> : tensor<2x4xi32>]} {
  %n2 = onnx.None() : () -> none
  %y = onnx.Gemm(%x0, %x1, %n2) : (tensor<2x3xi32>, tensor<3x4xi32>, none) -> tensor<2x4xi32>
  return %y : tensor<2x4xi32>
}

func.func @gemm_f64(%x0: tensor<2x3xf64>, %x1: tensor<3x4xf64>, %x2: tensor<4xf64>) -> tensor<2x4xf64> attributes {
    inputs = [dense<[[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]> : tensor<2x3xf64>, dense<[[0.0, 3.0, 6.0, 9.0], [1.0, 4.0, 7.0, 10.0], [2.0, 5.0, 8.0, 11.0]]> : tensor<3x4xf64>, dense<[1.0, 2.0, 3.0, 4.0]> : tensor<4xf64>],
    outputs = [dense<[[6.0, 16.0, 26.0, 36.0], [15.0, 52.0, 89.0, 126.0]]> : tensor<2x4xf64>]} {
  %y = onnx.Gemm(%x0, %x1, %x2) : (tensor<2x3xf64>, tensor<3x4xf64>, tensor<4xf64>) -> tensor<2x4xf64>
  return %y : tensor<2x4xf64>
}

func.func @gemm_sum_over_nothing(%x0: tensor<2x0xf32>, %x1: tensor<0x2xf32>, %x2: tensor<2xf32>) -> tensor<2x2xf32> attributes {
    inputs = [dense<> : tensor<2x0xf32>, dense<> : tensor<0x2xf32>, dense<[1.0, 2.0]> : tensor<2xf32>],
    outputs = [dense<[[1.0, 2.0], [1.0, 2.0]]> : tensor<2x2xf32>]} {
  %y = onnx.Gemm(%x0, %x1, %x2) : (tensor<2x0xf32>, tensor<0x2xf32>, tensor<2xf32>) -> tensor<2x2xf32>
  return %y : tensor<2x2xf32>
}

// Where an ellipsis broadcasts, no size of it need be known; its dimensions may stand anywhere in a term.
func.func @einsum_ellipses_broadcast(%a: tensor<1x3xf32>, %b: tensor<3x2x1xf32>, %c: tensor<2x2x3x3xf32>) -> tensor<2x2xf32> attributes {
    inputs = [dense<[[1.0, 2.0, 3.0]]> : tensor<1x3xf32>, dense<[[[1.0], [2.0]], [[1.0], [0.0]], [[0.0], [1.0]]]> : tensor<3x2x1xf32>,
      dense<[[[[1.0, 9.0, 9.0], [9.0, 1.0, 9.0], [9.0, 9.0, 1.0]], [[1.0, 9.0, 9.0], [9.0, 2.0, 9.0], [9.0, 9.0, 3.0]]],
             [[[2.0, 9.0, 9.0], [9.0, 2.0, 9.0], [9.0, 9.0, 2.0]], [[0.0, 9.0, 9.0], [9.0, 1.0, 9.0], [9.0, 9.0, 0.0]]]]> : tensor<2x2x3x3xf32>],
    outputs = [dense<[[3.0, 5.0], [10.0, 0.0]]> : tensor<2x2xf32>]} {
  %y = onnx.Einsum(%a, %b, %c) {equation = "...i,i...,...ii->..."} : (tensor<1x3xf32>, tensor<3x2x1xf32>, tensor<2x2x3x3xf32>) -> tensor<2x2xf32>
  return %y : tensor<2x2xf32>
}

// The product has one row for sure, which C's only row is found to fit when it runs.
func.func @gemm_of_one_row(%b: tensor<2x3xf32>, %c: tensor<1x3xf32>) -> tensor<1x3xf32> attributes {
    inputs = [dense<[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]> : tensor<2x3xf32>, dense<[[10.0, 20.0, 30.0]]> : tensor<1x3xf32>],
    outputs = [dense<[[16.0, 29.0, 42.0]]> : tensor<1x3xf32>]} {
  %a = onnx.Constant() {value = dense<[[2.0, 1.0]]> : tensor<1x2xf32>} : () -> tensor<1x2xf32>
  %y = onnx.Gemm(%a, %b, %c) : (tensor<1x2xf32>, tensor<2x3xf32>, tensor<1x3xf32>) -> tensor<1x3xf32>
  return %y : tensor<1x3xf32>
}
