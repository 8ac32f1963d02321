// SPDX-License-Identifier: Apache-2.0
// Reductions over nothing, with NaN, infinities and on integers.

func.func @sum_of_nothing(%x0: tensor<2x0xf32>) -> tensor<2x1xf32> attributes {
    inputs = [dense<> : tensor<2x0xf32>],
    outputs = [dense<0.0> : tensor<2x1xf32>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceSum(%x0, %x1) : (tensor<2x0xf32>, tensor<1xi64>) -> tensor<2x1xf32>
  return %y : tensor<2x1xf32>
}

func.func @prod_of_nothing(%x0: tensor<2x0xf32>) -> tensor<2x1xf32> attributes {
    inputs = [dense<> : tensor<2x0xf32>],
    outputs = [dense<1.0> : tensor<2x1xf32>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceProd(%x0, %x1) : (tensor<2x0xf32>, tensor<1xi64>) -> tensor<2x1xf32>
  return %y : tensor<2x1xf32>
}

func.func @l1_of_nothing(%x0: tensor<2x0xf32>) -> tensor<2x1xf32> attributes {
    inputs = [dense<> : tensor<2x0xf32>],
    outputs = [dense<0.0> : tensor<2x1xf32>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceL1(%x0, %x1) : (tensor<2x0xf32>, tensor<1xi64>) -> tensor<2x1xf32>
  return %y : tensor<2x1xf32>
}

func.func @l2_of_nothing(%x0: tensor<2x0xf32>) -> tensor<2x1xf32> attributes {
    inputs = [dense<> : tensor<2x0xf32>],
    outputs = [dense<0.0> : tensor<2x1xf32>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceL2(%x0, %x1) : (tensor<2x0xf32>, tensor<1xi64>) -> tensor<2x1xf32>
  return %y : tensor<2x1xf32>
}

func.func @sum_square_of_nothing(%x0: tensor<2x0xf32>) -> tensor<2x1xf32> attributes {
    inputs = [dense<> : tensor<2x0xf32>],
    outputs = [dense<0.0> : tensor<2x1xf32>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceSumSquare(%x0, %x1) : (tensor<2x0xf32>, tensor<1xi64>) -> tensor<2x1xf32>
  return %y : tensor<2x1xf32>
}

func.func @max_of_nothing(%x0: tensor<2x0xf32>) -> tensor<2x1xf32> attributes {
    inputs = [dense<> : tensor<2x0xf32>],
    outputs = [dense<0xFF800000> : tensor<2x1xf32>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceMax(%x0, %x1) : (tensor<2x0xf32>, tensor<1xi64>) -> tensor<2x1xf32>
  return %y : tensor<2x1xf32>
}

func.func @min_of_nothing(%x0: tensor<2x0xf32>) -> tensor<2x1xf32> attributes {
    inputs = [dense<> : tensor<2x0xf32>],
    outputs = [dense<0x7F800000> : tensor<2x1xf32>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceMin(%x0, %x1) : (tensor<2x0xf32>, tensor<1xi64>) -> tensor<2x1xf32>
  return %y : tensor<2x1xf32>
}

func.func @log_sum_of_nothing(%x0: tensor<2x0xf32>) -> tensor<2x1xf32> attributes {
    inputs = [dense<> : tensor<2x0xf32>],
    outputs = [dense<0xFF800000> : tensor<2x1xf32>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceLogSum(%x0, %x1) : (tensor<2x0xf32>, tensor<1xi64>) -> tensor<2x1xf32>
  return %y : tensor<2x1xf32>
}

func.func @log_sum_exp_of_nothing(%x0: tensor<2x0xf32>) -> tensor<2x1xf32> attributes {
    inputs = [dense<> : tensor<2x0xf32>],
    outputs = [dense<0xFF800000> : tensor<2x1xf32>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceLogSumExp(%x0, %x1) : (tensor<2x0xf32>, tensor<1xi64>) -> tensor<2x1xf32>
  return %y : tensor<2x1xf32>
}

func.func @sum_i32(%x0: tensor<2x3xi32>) -> tensor<2x1xi32> attributes {
    inputs = [dense<[[1, 2, 3], [4, 5, 6]]> : tensor<2x3xi32>],
    outputs = [dense<[[6], [15]]> : tensor<2x1xi32>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceSum(%x0, %x1) : (tensor<2x3xi32>, tensor<1xi64>) -> tensor<2x1xi32>
  return %y : tensor<2x1xi32>
}

func.func @prod_i32(%x0: tensor<2x3xi32>) -> tensor<2x1xi32> attributes {
    inputs = [dense<[[1, 2, 3], [4, 5, 6]]> : tensor<2x3xi32>],
    outputs = [dense<[[6], [120]]> : tensor<2x1xi32>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceProd(%x0, %x1) : (tensor<2x3xi32>, tensor<1xi64>) -> tensor<2x1xi32>
  return %y : tensor<2x1xi32>
}

func.func @max_i32(%x0: tensor<2x3xi32>) -> tensor<2x1xi32> attributes {
    inputs = [dense<[[1, 2, 3], [4, 5, 6]]> : tensor<2x3xi32>],
    outputs = [dense<[[3], [6]]> : tensor<2x1xi32>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceMax(%x0, %x1) : (tensor<2x3xi32>, tensor<1xi64>) -> tensor<2x1xi32>
  return %y : tensor<2x1xi32>
}

func.func @min_i32(%x0: tensor<2x3xi32>) -> tensor<2x1xi32> attributes {
    inputs = [dense<[[1, 2, 3], [4, 5, 6]]> : tensor<2x3xi32>],
    outputs = [dense<[[1], [4]]> : tensor<2x1xi32>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceMin(%x0, %x1) : (tensor<2x3xi32>, tensor<1xi64>) -> tensor<2x1xi32>
  return %y : tensor<2x1xi32>
}

func.func @l1_i32(%x0: tensor<2x3xi32>) -> tensor<2x1xi32> attributes {
    inputs = [dense<[[1, 2, 3], [4, 5, 6]]> : tensor<2x3xi32>],
    outputs = [dense<[[6], [15]]> : tensor<2x1xi32>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceL1(%x0, %x1) : (tensor<2x3xi32>, tensor<1xi64>) -> tensor<2x1xi32>
  return %y : tensor<2x1xi32>
}

func.func @sum_square_i32(%x0: tensor<2x3xi32>) -> tensor<2x1xi32> attributes {
    inputs = [dense<[[1, 2, 3], [4, 5, 6]]> : tensor<2x3xi32>],
    outputs = [dense<[[14], [77]]> : tensor<2x1xi32>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceSumSquare(%x0, %x1) : (tensor<2x3xi32>, tensor<1xi64>) -> tensor<2x1xi32>
  return %y : tensor<2x1xi32>
}

func.func @sum_i64(%x0: tensor<2x3xi64>) -> tensor<2x1xi64> attributes {
    inputs = [dense<[[1, 2, 3], [4, 5, 6]]> : tensor<2x3xi64>],
    outputs = [dense<[[6], [15]]> : tensor<2x1xi64>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceSum(%x0, %x1) : (tensor<2x3xi64>, tensor<1xi64>) -> tensor<2x1xi64>
  return %y : tensor<2x1xi64>
}

func.func @prod_i64(%x0: tensor<2x3xi64>) -> tensor<2x1xi64> attributes {
    inputs = [dense<[[1, 2, 3], [4, 5, 6]]> : tensor<2x3xi64>],
    outputs = [dense<[[6], [120]]> : tensor<2x1xi64>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceProd(%x0, %x1) : (tensor<2x3xi64>, tensor<1xi64>) -> tensor<2x1xi64>
  return %y : tensor<2x1xi64>
}

func.func @max_i64(%x0: tensor<2x3xi64>) -> tensor<2x1xi64> attributes {
    inputs = [dense<[[1, 2, 3], [4, 5, 6]]> : tensor<2x3xi64>],
    outputs = [dense<[[3], [6]]> : tensor<2x1xi64>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceMax(%x0, %x1) : (tensor<2x3xi64>, tensor<1xi64>) -> tensor<2x1xi64>
  return %y : tensor<2x1xi64>
}

func.func @min_i64(%x0: tensor<2x3xi64>) -> tensor<2x1xi64> attributes {
    inputs = [dense<[[1, 2, 3], [4, 5, 6]]> : tensor<2x3xi64>],
    outputs = [dense<[[1], [4]]> : tensor<2x1xi64>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceMin(%x0, %x1) : (tensor<2x3xi64>, tensor<1xi64>) -> tensor<2x1xi64>
  return %y : tensor<2x1xi64>
}

func.func @l1_i64(%x0: tensor<2x3xi64>) -> tensor<2x1xi64> attributes {
    inputs = [dense<[[1, 2, 3], [4, 5, 6]]> : tensor<2x3xi64>],
    outputs = [dense<[[6], [15]]> : tensor<2x1xi64>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceL1(%x0, %x1) : (tensor<2x3xi64>, tensor<1xi64>) -> tensor<2x1xi64>
  return %y : tensor<2x1xi64>
}

func.func @sum_square_i64(%x0: tensor<2x3xi64>) -> tensor<2x1xi64> attributes {
    inputs = [dense<[[1, 2, 3], [4, 5, 6]]> : tensor<2x3xi64>],
    outputs = [dense<[[14], [77]]> : tensor<2x1xi64>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceSumSquare(%x0, %x1) : (tensor<2x3xi64>, tensor<1xi64>) -> tensor<2x1xi64>
  return %y : tensor<2x1xi64>
}

func.func @sum_ui32(%x0: tensor<2x3xui32>) -> tensor<2x1xui32> attributes {
    inputs = [dense<[[1, 2, 3], [4, 5, 6]]> : tensor<2x3xui32>],
    outputs = [dense<[[6], [15]]> : tensor<2x1xui32>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceSum(%x0, %x1) : (tensor<2x3xui32>, tensor<1xi64>) -> tensor<2x1xui32>
  return %y : tensor<2x1xui32>
}

func.func @prod_ui32(%x0: tensor<2x3xui32>) -> tensor<2x1xui32> attributes {
    inputs = [dense<[[1, 2, 3], [4, 5, 6]]> : tensor<2x3xui32>],
    outputs = [dense<[[6], [120]]> : tensor<2x1xui32>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceProd(%x0, %x1) : (tensor<2x3xui32>, tensor<1xi64>) -> tensor<2x1xui32>
  return %y : tensor<2x1xui32>
}

func.func @max_ui32(%x0: tensor<2x3xui32>) -> tensor<2x1xui32> attributes {
    inputs = [dense<[[1, 2, 3], [4, 5, 6]]> : tensor<2x3xui32>],
    outputs = [dense<[[3], [6]]> : tensor<2x1xui32>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceMax(%x0, %x1) : (tensor<2x3xui32>, tensor<1xi64>) -> tensor<2x1xui32>
  return %y : tensor<2x1xui32>
}

func.func @min_ui32(%x0: tensor<2x3xui32>) -> tensor<2x1xui32> attributes {
    inputs = [dense<[[1, 2, 3], [4, 5, 6]]> : tensor<2x3xui32>],
    outputs = [dense<[[1], [4]]> : tensor<2x1xui32>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceMin(%x0, %x1) : (tensor<2x3xui32>, tensor<1xi64>) -> tensor<2x1xui32>
  return %y : tensor<2x1xui32>
}

func.func @l1_ui32(%x0: tensor<2x3xui32>) -> tensor<2x1xui32> attributes {
    inputs = [dense<[[1, 2, 3], [4, 5, 6]]> : tensor<2x3xui32>],
    outputs = [dense<[[6], [15]]> : tensor<2x1xui32>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceL1(%x0, %x1) : (tensor<2x3xui32>, tensor<1xi64>) -> tensor<2x1xui32>
  return %y : tensor<2x1xui32>
}

func.func @sum_square_ui32(%x0: tensor<2x3xui32>) -> tensor<2x1xui32> attributes {
    inputs = [dense<[[1, 2, 3], [4, 5, 6]]> : tensor<2x3xui32>],
    outputs = [dense<[[14], [77]]> : tensor<2x1xui32>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceSumSquare(%x0, %x1) : (tensor<2x3xui32>, tensor<1xi64>) -> tensor<2x1xui32>
  return %y : tensor<2x1xui32>
}

func.func @sum_ui64(%x0: tensor<2x3xui64>) -> tensor<2x1xui64> attributes {
    inputs = [dense<[[1, 2, 3], [4, 5, 6]]> : tensor<2x3xui64>],
    outputs = [dense<[[6], [15]]> : tensor<2x1xui64>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceSum(%x0, %x1) : (tensor<2x3xui64>, tensor<1xi64>) -> tensor<2x1xui64>
  return %y : tensor<2x1xui64>
}

func.func @prod_ui64(%x0: tensor<2x3xui64>) -> tensor<2x1xui64> attributes {
    inputs = [dense<[[1, 2, 3], [4, 5, 6]]> : tensor<2x3xui64>],
    outputs = [dense<[[6], [120]]> : tensor<2x1xui64>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceProd(%x0, %x1) : (tensor<2x3xui64>, tensor<1xi64>) -> tensor<2x1xui64>
  return %y : tensor<2x1xui64>
}

func.func @max_ui64(%x0: tensor<2x3xui64>) -> tensor<2x1xui64> attributes {
    inputs = [dense<[[1, 2, 3], [4, 5, 6]]> : tensor<2x3xui64>],
    outputs = [dense<[[3], [6]]> : tensor<2x1xui64>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceMax(%x0, %x1) : (tensor<2x3xui64>, tensor<1xi64>) -> tensor<2x1xui64>
  return %y : tensor<2x1xui64>
}

func.func @min_ui64(%x0: tensor<2x3xui64>) -> tensor<2x1xui64> attributes {
    inputs = [dense<[[1, 2, 3], [4, 5, 6]]> : tensor<2x3xui64>],
    outputs = [dense<[[1], [4]]> : tensor<2x1xui64>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceMin(%x0, %x1) : (tensor<2x3xui64>, tensor<1xi64>) -> tensor<2x1xui64>
  return %y : tensor<2x1xui64>
}

func.func @l1_ui64(%x0: tensor<2x3xui64>) -> tensor<2x1xui64> attributes {
    inputs = [dense<[[1, 2, 3], [4, 5, 6]]> : tensor<2x3xui64>],
    outputs = [dense<[[6], [15]]> : tensor<2x1xui64>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceL1(%x0, %x1) : (tensor<2x3xui64>, tensor<1xi64>) -> tensor<2x1xui64>
  return %y : tensor<2x1xui64>
}

func.func @sum_square_ui64(%x0: tensor<2x3xui64>) -> tensor<2x1xui64> attributes {
    inputs = [dense<[[1, 2, 3], [4, 5, 6]]> : tensor<2x3xui64>],
    outputs = [dense<[[14], [77]]> : tensor<2x1xui64>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceSumSquare(%x0, %x1) : (tensor<2x3xui64>, tensor<1xi64>) -> tensor<2x1xui64>
  return %y : tensor<2x1xui64>
}

func.func @max_i8(%x0: tensor<1x3xi8>) -> tensor<1x1xi8> attributes {
    inputs = [dense<[[-128, 127, 3]]> : tensor<1x3xi8>],
    outputs = [dense<127> : tensor<1x1xi8>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceMax(%x0, %x1) : (tensor<1x3xi8>, tensor<1xi64>) -> tensor<1x1xi8>
  return %y : tensor<1x1xi8>
}

func.func @min_i8(%x0: tensor<1x3xi8>) -> tensor<1x1xi8> attributes {
    inputs = [dense<[[-128, 127, 3]]> : tensor<1x3xi8>],
    outputs = [dense<-128> : tensor<1x1xi8>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceMin(%x0, %x1) : (tensor<1x3xi8>, tensor<1xi64>) -> tensor<1x1xi8>
  return %y : tensor<1x1xi8>
}

func.func @max_ui8(%x0: tensor<1x3xui8>) -> tensor<1x1xui8> attributes {
    inputs = [dense<[[0, 255, 3]]> : tensor<1x3xui8>],
    outputs = [dense<255> : tensor<1x1xui8>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceMax(%x0, %x1) : (tensor<1x3xui8>, tensor<1xi64>) -> tensor<1x1xui8>
  return %y : tensor<1x1xui8>
}

func.func @min_ui8(%x0: tensor<1x3xui8>) -> tensor<1x1xui8> attributes {
    inputs = [dense<[[0, 255, 3]]> : tensor<1x3xui8>],
    outputs = [dense<0> : tensor<1x1xui8>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceMin(%x0, %x1) : (tensor<1x3xui8>, tensor<1xi64>) -> tensor<1x1xui8>
  return %y : tensor<1x1xui8>
}

func.func @max_nan(%x0: tensor<3x3xf32>) -> tensor<3x1xf32> attributes {
    inputs = [dense<[[0x7FC00000, 1.0, 2.0], [3.0, 0x7FC00000, 1.0], [0xFF800000, 0xFF800000, 0xFF800000]]> : tensor<3x3xf32>],
    outputs = [dense<[[0x7FC00000], [0x7FC00000], [0xFF800000]]> : tensor<3x1xf32>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceMax(%x0, %x1) : (tensor<3x3xf32>, tensor<1xi64>) -> tensor<3x1xf32>
  return %y : tensor<3x1xf32>
}

func.func @min_nan(%x0: tensor<2x3xf32>) -> tensor<2x1xf32> attributes {
    inputs = [dense<[[0x7FC00000, 1.0, 2.0], [0x7F800000, 0x7F800000, 0x7F800000]]> : tensor<2x3xf32>],
    outputs = [dense<[[0x7FC00000], [0x7F800000]]> : tensor<2x1xf32>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceMin(%x0, %x1) : (tensor<2x3xf32>, tensor<1xi64>) -> tensor<2x1xf32>
  return %y : tensor<2x1xf32>
}

func.func @max_bool(%x0: tensor<2x2xi1>) -> tensor<2x1xi1> attributes {
    inputs = [dense<[[true, false], [false, false]]> : tensor<2x2xi1>],
    outputs = [dense<[[true], [false]]> : tensor<2x1xi1>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceMax(%x0, %x1) : (tensor<2x2xi1>, tensor<1xi64>) -> tensor<2x1xi1>
  return %y : tensor<2x1xi1>
}

func.func @min_bool_of_nothing(%x0: tensor<1x0xi1>) -> tensor<1x1xi1> attributes {
    inputs = [dense<> : tensor<1x0xi1>],
    outputs = [dense<true> : tensor<1x1xi1>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceMin(%x0, %x1) : (tensor<1x0xi1>, tensor<1xi64>) -> tensor<1x1xi1>
  return %y : tensor<1x1xi1>
}

func.func @max_i32_of_nothing(%x0: tensor<1x0xi32>) -> tensor<1x1xi32> attributes {
    inputs = [dense<> : tensor<1x0xi32>],
    outputs = [dense<-2147483648> : tensor<1x1xi32>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceMax(%x0, %x1) : (tensor<1x0xi32>, tensor<1xi64>) -> tensor<1x1xi32>
  return %y : tensor<1x1xi32>
}

func.func @min_u64_of_nothing(%x0: tensor<1x0xui64>) -> tensor<1x1xui64> attributes {
    inputs = [dense<> : tensor<1x0xui64>],
    outputs = [dense<18446744073709551615> : tensor<1x1xui64>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceMin(%x0, %x1) : (tensor<1x0xui64>, tensor<1xi64>) -> tensor<1x1xui64>
  return %y : tensor<1x1xui64>
}

func.func @log_sum_exp_large(%x0: tensor<4x2xf32>) -> tensor<4x1xf32> attributes {
    inputs = [dense<[[1000.0, 1000.0], [-1000.0, -1000.0], [0xFF800000, 0xFF800000], [0x7F800000, 0.0]]> : tensor<4x2xf32>],
    outputs = [dense<[[1000.6932], [-999.3068], [0xFF800000], [0x7F800000]]> : tensor<4x1xf32>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceLogSumExp(%x0, %x1) : (tensor<4x2xf32>, tensor<1xi64>) -> tensor<4x1xf32>
  return %y : tensor<4x1xf32>
}

func.func @sum_f16_is_wide(%x0: tensor<4096xf16>) -> tensor<1xf16> attributes {
    inputs = [dense<1.0> : tensor<4096xf16>],
    outputs = [dense<4096.0> : tensor<1xf16>]} {
  %x1 = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceSum(%x0, %x1) : (tensor<4096xf16>, tensor<1xi64>) -> tensor<1xf16>
  return %y : tensor<1xf16>
}

func.func @mean_i32_truncates(%x0: tensor<2x2xi32>) -> tensor<2x1xi32> attributes {
    inputs = [dense<[[1, 2], [-1, -2]]> : tensor<2x2xi32>],
    outputs = [dense<[[1], [-1]]> : tensor<2x1xi32>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceMean(%x0, %x1) : (tensor<2x2xi32>, tensor<1xi64>) -> tensor<2x1xi32>
  return %y : tensor<2x1xi32>
}

func.func @axes_at_run_time(%x0: tensor<2x3x2xf32>, %x1: tensor<2xi64>) -> tensor<1x3x1xf32> attributes {
    inputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf32>, dense<[-1, 0]> : tensor<2xi64>],
    outputs = [dense<[[[18.0], [26.0], [34.0]]]> : tensor<1x3x1xf32>]} {
  %y = onnx.ReduceSum(%x0, %x1) : (tensor<2x3x2xf32>, tensor<2xi64>) -> tensor<1x3x1xf32>
  return %y : tensor<1x3x1xf32>
}

func.func @axes_at_run_time_dropped(%x0: tensor<2x3x2xf32>, %x1: tensor<1xi64>) -> tensor<2x2xf32> attributes {
    inputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf32>, dense<1> : tensor<1xi64>],
    outputs = [dense<[[5.0, 6.0], [11.0, 12.0]]> : tensor<2x2xf32>]} {
  %y = onnx.ReduceMax(%x0, %x1) {keepdims = 0 : si64} : (tensor<2x3x2xf32>, tensor<1xi64>) -> tensor<2x2xf32>
  return %y : tensor<2x2xf32>
}

func.func @sum_bf16(%x0: tensor<1x3xbf16>) -> tensor<1x1xbf16> attributes {
    inputs = [dense<[[1.0, 2.5, 0.5]]> : tensor<1x3xbf16>],
    outputs = [dense<4.0> : tensor<1x1xbf16>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceSum(%x0, %x1) : (tensor<1x3xbf16>, tensor<1xi64>) -> tensor<1x1xbf16>
  return %y : tensor<1x1xbf16>
}

// Without axes the rest of the operator is still done.
func.func @no_axes_sumsquare(%a0: tensor<2x2xf32>) -> tensor<2x2xf32> attributes {
    inputs = [dense<[[0.5, 2.0], [3.0, 4.0]]> : tensor<2x2xf32>],
    outputs = [dense<[[0.25, 4.0], [9.0, 16.0]]> : tensor<2x2xf32>]} {
  %a1 = onnx.Constant() {value = dense<> : tensor<0xi64>} : () -> tensor<0xi64>
  %y = onnx.ReduceSumSquare(%a0, %a1) {noop_with_empty_axes = 1 : si64} : (tensor<2x2xf32>, tensor<0xi64>) ->
    tensor<2x2xf32>
  return %y : tensor<2x2xf32>
}

func.func @no_axes_logsum(%a0: tensor<2x2xf32>) -> tensor<2x2xf32> attributes {
    inputs = [dense<[[0.5, 2.0], [3.0, 4.0]]> : tensor<2x2xf32>],
    outputs = [dense<[[-0.6931472, 0.6931472], [1.0986123, 1.3862944]]> : tensor<2x2xf32>]} {
  %a1 = onnx.Constant() {value = dense<> : tensor<0xi64>} : () -> tensor<0xi64>
  %y = onnx.ReduceLogSum(%a0, %a1) {noop_with_empty_axes = 1 : si64} : (tensor<2x2xf32>, tensor<0xi64>) ->
    tensor<2x2xf32>
  return %y : tensor<2x2xf32>
}

func.func @no_axes_logsumexp(%a0: tensor<2x2xf32>) -> tensor<2x2xf32> attributes {
    inputs = [dense<[[0.5, 2.0], [3.0, 4.0]]> : tensor<2x2xf32>],
    outputs = [dense<[[0.5, 2.0], [3.0, 4.0]]> : tensor<2x2xf32>]} {
  %a1 = onnx.Constant() {value = dense<> : tensor<0xi64>} : () -> tensor<0xi64>
  %y = onnx.ReduceLogSumExp(%a0, %a1) {noop_with_empty_axes = 1 : si64} : (tensor<2x2xf32>, tensor<0xi64>) ->
    tensor<2x2xf32>
  return %y : tensor<2x2xf32>
}

func.func @no_axes_l1(%a0: tensor<2x2xf32>) -> tensor<2x2xf32> attributes {
    inputs = [dense<[[-0.5, -2.0], [-3.0, -4.0]]> : tensor<2x2xf32>],
    outputs = [dense<[[0.5, 2.0], [3.0, 4.0]]> : tensor<2x2xf32>]} {
  %a1 = onnx.Constant() {value = dense<> : tensor<0xi64>} : () -> tensor<0xi64>
  %y = onnx.ReduceL1(%a0, %a1) {noop_with_empty_axes = 1 : si64} : (tensor<2x2xf32>, tensor<0xi64>) -> tensor<2x2xf32>
  return %y : tensor<2x2xf32>
}

func.func @no_axes_l2(%a0: tensor<2x2xf32>) -> tensor<2x2xf32> attributes {
    inputs = [dense<[[0.5, 2.0], [3.0, 4.0]]> : tensor<2x2xf32>],
    outputs = [dense<[[0.5, 2.0], [3.0, 4.0]]> : tensor<2x2xf32>]} {
  %a1 = onnx.Constant() {value = dense<> : tensor<0xi64>} : () -> tensor<0xi64>
  %y = onnx.ReduceL2(%a0, %a1) {noop_with_empty_axes = 1 : si64} : (tensor<2x2xf32>, tensor<0xi64>) -> tensor<2x2xf32>
  return %y : tensor<2x2xf32>
}

func.func @no_axes_mean(%a0: tensor<2x2xf32>) -> tensor<2x2xf32> attributes {
    inputs = [dense<[[0.5, 2.0], [3.0, 4.0]]> : tensor<2x2xf32>],
    outputs = [dense<[[0.5, 2.0], [3.0, 4.0]]> : tensor<2x2xf32>]} {
  %a1 = onnx.Constant() {value = dense<> : tensor<0xi64>} : () -> tensor<0xi64>
  %y = onnx.ReduceMean(%a0, %a1) {noop_with_empty_axes = 1 : si64} : (tensor<2x2xf32>, tensor<0xi64>) ->
    tensor<2x2xf32>
  return %y : tensor<2x2xf32>
}

// Roots and logarithms of integers are computed on reals and cut off.
func.func @l2_i32(%a0: tensor<2x3xi32>) -> tensor<2x1xi32> attributes {
    inputs = [dense<[[3, -4, 0], [6, 8, 1000]]> : tensor<2x3xi32>],
    outputs = [dense<[[5], [1000]]> : tensor<2x1xi32>]} {
  %a1 = onnx.Constant() {value = dense<[1]> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceL2(%a0, %a1) : (tensor<2x3xi32>, tensor<1xi64>) -> tensor<2x1xi32>
  return %y : tensor<2x1xi32>
}

func.func @log_sum_i32(%a0: tensor<2x3xi32>) -> tensor<3xi32> attributes {
    inputs = [dense<[[4, 5, 1], [7, 9, 1001]]> : tensor<2x3xi32>],
    outputs = [dense<[2, 2, 6]> : tensor<3xi32>]} {
  %a1 = onnx.Constant() {value = dense<[0]> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceLogSum(%a0, %a1) {keepdims = 0 : si64} : (tensor<2x3xi32>, tensor<1xi64>) -> tensor<3xi32>
  return %y : tensor<3xi32>
}

func.func @log_sum_exp_i32(%a0: tensor<2x3xi32>) -> tensor<2x1xi32> attributes {
    inputs = [dense<[[3, -4, 0], [6, 8, 1000]]> : tensor<2x3xi32>],
    outputs = [dense<[[3], [1000]]> : tensor<2x1xi32>]} {
  %a1 = onnx.Constant() {value = dense<[1]> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceLogSumExp(%a0, %a1) : (tensor<2x3xi32>, tensor<1xi64>) -> tensor<2x1xi32>
  return %y : tensor<2x1xi32>
}

func.func @l2_u64(%a0: tensor<2x3xui64>) -> tensor<2x1xui64> attributes {
    inputs = [dense<[[3, 4, 1], [6, 8, 2]]> : tensor<2x3xui64>],
    outputs = [dense<[[5], [10]]> : tensor<2x1xui64>]} {
  %a1 = onnx.Constant() {value = dense<[1]> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceL2(%a0, %a1) : (tensor<2x3xui64>, tensor<1xi64>) -> tensor<2x1xui64>
  return %y : tensor<2x1xui64>
}

func.func @log_sum_u64(%a0: tensor<2x3xui64>) -> tensor<3xui64> attributes {
    inputs = [dense<[[4, 5, 2], [7, 9, 3]]> : tensor<2x3xui64>],
    outputs = [dense<[2, 2, 1]> : tensor<3xui64>]} {
  %a1 = onnx.Constant() {value = dense<[0]> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceLogSum(%a0, %a1) {keepdims = 0 : si64} : (tensor<2x3xui64>, tensor<1xi64>) -> tensor<3xui64>
  return %y : tensor<3xui64>
}

func.func @log_sum_exp_u64(%a0: tensor<2x3xui64>) -> tensor<2x1xui64> attributes {
    inputs = [dense<[[3, 4, 1], [6, 8, 2]]> : tensor<2x3xui64>],
    outputs = [dense<[[4], [8]]> : tensor<2x1xui64>]} {
  %a1 = onnx.Constant() {value = dense<[1]> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceLogSumExp(%a0, %a1) : (tensor<2x3xui64>, tensor<1xi64>) -> tensor<2x1xui64>
  return %y : tensor<2x1xui64>
}

// More axes than there are dimensions, so many that the shape rule does not read them.
func.func @axes_stated_often(%x: tensor<2x3xf32>) -> tensor<2x1xf32> attributes {
    inputs = [dense<[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]> : tensor<2x3xf32>], outputs = [dense<[[6.0], [15.0]]> : tensor<2x1xf32>]} {
  %axes = onnx.Constant() {value = dense<1> : tensor<100xi64>} : () -> tensor<100xi64>
  %y = onnx.ReduceSum(%x, %axes) : (tensor<2x3xf32>, tensor<100xi64>) -> tensor<2x1xf32>
  return %y : tensor<2x1xf32>
}

func.func @axes_stated_too_often(%x: tensor<2x3xf32>) -> tensor<2x1xf32> attributes {
    inputs = [dense<[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]> : tensor<2x3xf32>], outputs = [dense<[[3.0], [6.0]]> : tensor<2x1xf32>]} {
  %axes = onnx.Constant() {value = dense<1> : tensor<5000xi64>} : () -> tensor<5000xi64>
  %y = onnx.ReduceMax(%x, %axes) : (tensor<2x3xf32>, tensor<5000xi64>) -> tensor<2x1xf32>
  return %y : tensor<2x1xf32>
}
