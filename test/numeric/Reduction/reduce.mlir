// SPDX-License-Identifier: Apache-2.0
// Reductions over axes, of scalars, in every floating point type.

func.func @sum_negative_axes(%x0: tensor<2x3x2xf32>) -> tensor<1x3x1xf32> attributes {
    inputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf32>],
    outputs = [dense<[[[18.0], [26.0], [34.0]]]> : tensor<1x3x1xf32>]} {
  %x1 = onnx.Constant() {value = dense<[-1, 0]> : tensor<2xi64>} : () -> tensor<2xi64>
  %y = onnx.ReduceSum(%x0, %x1) : (tensor<2x3x2xf32>, tensor<2xi64>) -> tensor<1x3x1xf32>
  return %y : tensor<1x3x1xf32>
}

func.func @sum_all(%x0: tensor<2x3x2xf32>) -> tensor<f32> attributes {
    inputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf32>],
    outputs = [dense<78.0> : tensor<f32>]} {
  %n1 = onnx.None() : () -> none
  %y = onnx.ReduceSum(%x0, %n1) {keepdims = 0 : si64} : (tensor<2x3x2xf32>, none) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @sum_scalar(%x0: tensor<f32>) -> tensor<f32> attributes {
    inputs = [dense<2.0> : tensor<f32>],
    outputs = [dense<2.0> : tensor<f32>]} {
  %n1 = onnx.None() : () -> none
  %y = onnx.ReduceSum(%x0, %n1) : (tensor<f32>, none) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @sum_no_axes(%x0: tensor<2x3x2xf32>) -> tensor<2x3x2xf32> attributes {
    inputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf32>],
    outputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf32>]} {
  %x1 = onnx.Constant() {value = dense<> : tensor<0xi64>} : () -> tensor<0xi64>
  %y = onnx.ReduceSum(%x0, %x1) {noop_with_empty_axes = 1 : si64} : (tensor<2x3x2xf32>, tensor<0xi64>) -> tensor<2x3x2xf32>
  return %y : tensor<2x3x2xf32>
}

func.func @sum_f64(%x0: tensor<2x3x2xf64>) -> tensor<2x1x2xf64> attributes {
    inputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf64>],
    outputs = [dense<[[[9.0, 12.0]], [[27.0, 30.0]]]> : tensor<2x1x2xf64>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceSum(%x0, %x1) : (tensor<2x3x2xf64>, tensor<1xi64>) -> tensor<2x1x2xf64>
  return %y : tensor<2x1x2xf64>
}

func.func @sum_f16(%x0: tensor<2x2xf16>) -> tensor<2x1xf16> attributes {
    inputs = [dense<[[1.0, 2.0], [3.0, 0.5]]> : tensor<2x2xf16>],
    outputs = [dense<[[3.0], [3.5]]> : tensor<2x1xf16>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceSum(%x0, %x1) : (tensor<2x2xf16>, tensor<1xi64>) -> tensor<2x1xf16>
  return %y : tensor<2x1xf16>
}

func.func @mean_negative_axes(%x0: tensor<2x3x2xf32>) -> tensor<1x3x1xf32> attributes {
    inputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf32>],
    outputs = [dense<[[[4.5], [6.5], [8.5]]]> : tensor<1x3x1xf32>]} {
  %x1 = onnx.Constant() {value = dense<[-1, 0]> : tensor<2xi64>} : () -> tensor<2xi64>
  %y = onnx.ReduceMean(%x0, %x1) : (tensor<2x3x2xf32>, tensor<2xi64>) -> tensor<1x3x1xf32>
  return %y : tensor<1x3x1xf32>
}

func.func @mean_all(%x0: tensor<2x3x2xf32>) -> tensor<f32> attributes {
    inputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf32>],
    outputs = [dense<6.5> : tensor<f32>]} {
  %n1 = onnx.None() : () -> none
  %y = onnx.ReduceMean(%x0, %n1) {keepdims = 0 : si64} : (tensor<2x3x2xf32>, none) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @mean_scalar(%x0: tensor<f32>) -> tensor<f32> attributes {
    inputs = [dense<2.0> : tensor<f32>],
    outputs = [dense<2.0> : tensor<f32>]} {
  %n1 = onnx.None() : () -> none
  %y = onnx.ReduceMean(%x0, %n1) : (tensor<f32>, none) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @mean_no_axes(%x0: tensor<2x3x2xf32>) -> tensor<2x3x2xf32> attributes {
    inputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf32>],
    outputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf32>]} {
  %x1 = onnx.Constant() {value = dense<> : tensor<0xi64>} : () -> tensor<0xi64>
  %y = onnx.ReduceMean(%x0, %x1) {noop_with_empty_axes = 1 : si64} : (tensor<2x3x2xf32>, tensor<0xi64>) -> tensor<2x3x2xf32>
  return %y : tensor<2x3x2xf32>
}

func.func @mean_f64(%x0: tensor<2x3x2xf64>) -> tensor<2x1x2xf64> attributes {
    inputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf64>],
    outputs = [dense<[[[3.0, 4.0]], [[9.0, 10.0]]]> : tensor<2x1x2xf64>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceMean(%x0, %x1) : (tensor<2x3x2xf64>, tensor<1xi64>) -> tensor<2x1x2xf64>
  return %y : tensor<2x1x2xf64>
}

func.func @mean_f16(%x0: tensor<2x2xf16>) -> tensor<2x1xf16> attributes {
    inputs = [dense<[[1.0, 2.0], [3.0, 0.5]]> : tensor<2x2xf16>],
    outputs = [dense<[[1.5], [1.75]]> : tensor<2x1xf16>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceMean(%x0, %x1) : (tensor<2x2xf16>, tensor<1xi64>) -> tensor<2x1xf16>
  return %y : tensor<2x1xf16>
}

func.func @max_negative_axes(%x0: tensor<2x3x2xf32>) -> tensor<1x3x1xf32> attributes {
    inputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf32>],
    outputs = [dense<[[[8.0], [10.0], [12.0]]]> : tensor<1x3x1xf32>]} {
  %x1 = onnx.Constant() {value = dense<[-1, 0]> : tensor<2xi64>} : () -> tensor<2xi64>
  %y = onnx.ReduceMax(%x0, %x1) : (tensor<2x3x2xf32>, tensor<2xi64>) -> tensor<1x3x1xf32>
  return %y : tensor<1x3x1xf32>
}

func.func @max_all(%x0: tensor<2x3x2xf32>) -> tensor<f32> attributes {
    inputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf32>],
    outputs = [dense<12.0> : tensor<f32>]} {
  %n1 = onnx.None() : () -> none
  %y = onnx.ReduceMax(%x0, %n1) {keepdims = 0 : si64} : (tensor<2x3x2xf32>, none) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @max_scalar(%x0: tensor<f32>) -> tensor<f32> attributes {
    inputs = [dense<2.0> : tensor<f32>],
    outputs = [dense<2.0> : tensor<f32>]} {
  %n1 = onnx.None() : () -> none
  %y = onnx.ReduceMax(%x0, %n1) : (tensor<f32>, none) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @max_no_axes(%x0: tensor<2x3x2xf32>) -> tensor<2x3x2xf32> attributes {
    inputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf32>],
    outputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf32>]} {
  %x1 = onnx.Constant() {value = dense<> : tensor<0xi64>} : () -> tensor<0xi64>
  %y = onnx.ReduceMax(%x0, %x1) {noop_with_empty_axes = 1 : si64} : (tensor<2x3x2xf32>, tensor<0xi64>) -> tensor<2x3x2xf32>
  return %y : tensor<2x3x2xf32>
}

func.func @max_f64(%x0: tensor<2x3x2xf64>) -> tensor<2x1x2xf64> attributes {
    inputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf64>],
    outputs = [dense<[[[5.0, 6.0]], [[11.0, 12.0]]]> : tensor<2x1x2xf64>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceMax(%x0, %x1) : (tensor<2x3x2xf64>, tensor<1xi64>) -> tensor<2x1x2xf64>
  return %y : tensor<2x1x2xf64>
}

func.func @max_f16(%x0: tensor<2x2xf16>) -> tensor<2x1xf16> attributes {
    inputs = [dense<[[1.0, 2.0], [3.0, 0.5]]> : tensor<2x2xf16>],
    outputs = [dense<[[2.0], [3.0]]> : tensor<2x1xf16>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceMax(%x0, %x1) : (tensor<2x2xf16>, tensor<1xi64>) -> tensor<2x1xf16>
  return %y : tensor<2x1xf16>
}

func.func @min_negative_axes(%x0: tensor<2x3x2xf32>) -> tensor<1x3x1xf32> attributes {
    inputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf32>],
    outputs = [dense<[[[1.0], [3.0], [5.0]]]> : tensor<1x3x1xf32>]} {
  %x1 = onnx.Constant() {value = dense<[-1, 0]> : tensor<2xi64>} : () -> tensor<2xi64>
  %y = onnx.ReduceMin(%x0, %x1) : (tensor<2x3x2xf32>, tensor<2xi64>) -> tensor<1x3x1xf32>
  return %y : tensor<1x3x1xf32>
}

func.func @min_all(%x0: tensor<2x3x2xf32>) -> tensor<f32> attributes {
    inputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf32>],
    outputs = [dense<1.0> : tensor<f32>]} {
  %n1 = onnx.None() : () -> none
  %y = onnx.ReduceMin(%x0, %n1) {keepdims = 0 : si64} : (tensor<2x3x2xf32>, none) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @min_scalar(%x0: tensor<f32>) -> tensor<f32> attributes {
    inputs = [dense<2.0> : tensor<f32>],
    outputs = [dense<2.0> : tensor<f32>]} {
  %n1 = onnx.None() : () -> none
  %y = onnx.ReduceMin(%x0, %n1) : (tensor<f32>, none) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @min_no_axes(%x0: tensor<2x3x2xf32>) -> tensor<2x3x2xf32> attributes {
    inputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf32>],
    outputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf32>]} {
  %x1 = onnx.Constant() {value = dense<> : tensor<0xi64>} : () -> tensor<0xi64>
  %y = onnx.ReduceMin(%x0, %x1) {noop_with_empty_axes = 1 : si64} : (tensor<2x3x2xf32>, tensor<0xi64>) -> tensor<2x3x2xf32>
  return %y : tensor<2x3x2xf32>
}

func.func @min_f64(%x0: tensor<2x3x2xf64>) -> tensor<2x1x2xf64> attributes {
    inputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf64>],
    outputs = [dense<[[[1.0, 2.0]], [[7.0, 8.0]]]> : tensor<2x1x2xf64>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceMin(%x0, %x1) : (tensor<2x3x2xf64>, tensor<1xi64>) -> tensor<2x1x2xf64>
  return %y : tensor<2x1x2xf64>
}

func.func @min_f16(%x0: tensor<2x2xf16>) -> tensor<2x1xf16> attributes {
    inputs = [dense<[[1.0, 2.0], [3.0, 0.5]]> : tensor<2x2xf16>],
    outputs = [dense<[[1.0], [0.5]]> : tensor<2x1xf16>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceMin(%x0, %x1) : (tensor<2x2xf16>, tensor<1xi64>) -> tensor<2x1xf16>
  return %y : tensor<2x1xf16>
}

func.func @prod_negative_axes(%x0: tensor<2x3x2xf32>) -> tensor<1x3x1xf32> attributes {
    inputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf32>],
    outputs = [dense<[[[112.0], [1080.0], [3960.0]]]> : tensor<1x3x1xf32>]} {
  %x1 = onnx.Constant() {value = dense<[-1, 0]> : tensor<2xi64>} : () -> tensor<2xi64>
  %y = onnx.ReduceProd(%x0, %x1) : (tensor<2x3x2xf32>, tensor<2xi64>) -> tensor<1x3x1xf32>
  return %y : tensor<1x3x1xf32>
}

func.func @prod_all(%x0: tensor<2x3x2xf32>) -> tensor<f32> attributes {
    inputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf32>],
    outputs = [dense<4.790016e+08> : tensor<f32>]} {
  %n1 = onnx.None() : () -> none
  %y = onnx.ReduceProd(%x0, %n1) {keepdims = 0 : si64} : (tensor<2x3x2xf32>, none) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @prod_scalar(%x0: tensor<f32>) -> tensor<f32> attributes {
    inputs = [dense<2.0> : tensor<f32>],
    outputs = [dense<2.0> : tensor<f32>]} {
  %n1 = onnx.None() : () -> none
  %y = onnx.ReduceProd(%x0, %n1) : (tensor<f32>, none) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @prod_no_axes(%x0: tensor<2x3x2xf32>) -> tensor<2x3x2xf32> attributes {
    inputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf32>],
    outputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf32>]} {
  %x1 = onnx.Constant() {value = dense<> : tensor<0xi64>} : () -> tensor<0xi64>
  %y = onnx.ReduceProd(%x0, %x1) {noop_with_empty_axes = 1 : si64} : (tensor<2x3x2xf32>, tensor<0xi64>) -> tensor<2x3x2xf32>
  return %y : tensor<2x3x2xf32>
}

func.func @prod_f64(%x0: tensor<2x3x2xf64>) -> tensor<2x1x2xf64> attributes {
    inputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf64>],
    outputs = [dense<[[[15.0, 48.0]], [[693.0, 960.0]]]> : tensor<2x1x2xf64>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceProd(%x0, %x1) : (tensor<2x3x2xf64>, tensor<1xi64>) -> tensor<2x1x2xf64>
  return %y : tensor<2x1x2xf64>
}

func.func @prod_f16(%x0: tensor<2x2xf16>) -> tensor<2x1xf16> attributes {
    inputs = [dense<[[1.0, 2.0], [3.0, 0.5]]> : tensor<2x2xf16>],
    outputs = [dense<[[2.0], [1.5]]> : tensor<2x1xf16>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceProd(%x0, %x1) : (tensor<2x2xf16>, tensor<1xi64>) -> tensor<2x1xf16>
  return %y : tensor<2x1xf16>
}

func.func @l1_negative_axes(%x0: tensor<2x3x2xf32>) -> tensor<1x3x1xf32> attributes {
    inputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf32>],
    outputs = [dense<[[[18.0], [26.0], [34.0]]]> : tensor<1x3x1xf32>]} {
  %x1 = onnx.Constant() {value = dense<[-1, 0]> : tensor<2xi64>} : () -> tensor<2xi64>
  %y = onnx.ReduceL1(%x0, %x1) : (tensor<2x3x2xf32>, tensor<2xi64>) -> tensor<1x3x1xf32>
  return %y : tensor<1x3x1xf32>
}

func.func @l1_all(%x0: tensor<2x3x2xf32>) -> tensor<f32> attributes {
    inputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf32>],
    outputs = [dense<78.0> : tensor<f32>]} {
  %n1 = onnx.None() : () -> none
  %y = onnx.ReduceL1(%x0, %n1) {keepdims = 0 : si64} : (tensor<2x3x2xf32>, none) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @l1_scalar(%x0: tensor<f32>) -> tensor<f32> attributes {
    inputs = [dense<2.0> : tensor<f32>],
    outputs = [dense<2.0> : tensor<f32>]} {
  %n1 = onnx.None() : () -> none
  %y = onnx.ReduceL1(%x0, %n1) : (tensor<f32>, none) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @l1_f64(%x0: tensor<2x3x2xf64>) -> tensor<2x1x2xf64> attributes {
    inputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf64>],
    outputs = [dense<[[[9.0, 12.0]], [[27.0, 30.0]]]> : tensor<2x1x2xf64>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceL1(%x0, %x1) : (tensor<2x3x2xf64>, tensor<1xi64>) -> tensor<2x1x2xf64>
  return %y : tensor<2x1x2xf64>
}

func.func @l1_f16(%x0: tensor<2x2xf16>) -> tensor<2x1xf16> attributes {
    inputs = [dense<[[1.0, 2.0], [3.0, 0.5]]> : tensor<2x2xf16>],
    outputs = [dense<[[3.0], [3.5]]> : tensor<2x1xf16>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceL1(%x0, %x1) : (tensor<2x2xf16>, tensor<1xi64>) -> tensor<2x1xf16>
  return %y : tensor<2x1xf16>
}

func.func @l2_negative_axes(%x0: tensor<2x3x2xf32>) -> tensor<1x3x1xf32> attributes {
    inputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf32>],
    outputs = [dense<[[[10.862781], [14.3527], [18.05547]]]> : tensor<1x3x1xf32>]} {
  %x1 = onnx.Constant() {value = dense<[-1, 0]> : tensor<2xi64>} : () -> tensor<2xi64>
  %y = onnx.ReduceL2(%x0, %x1) : (tensor<2x3x2xf32>, tensor<2xi64>) -> tensor<1x3x1xf32>
  return %y : tensor<1x3x1xf32>
}

func.func @l2_all(%x0: tensor<2x3x2xf32>) -> tensor<f32> attributes {
    inputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf32>],
    outputs = [dense<25.495098> : tensor<f32>]} {
  %n1 = onnx.None() : () -> none
  %y = onnx.ReduceL2(%x0, %n1) {keepdims = 0 : si64} : (tensor<2x3x2xf32>, none) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @l2_scalar(%x0: tensor<f32>) -> tensor<f32> attributes {
    inputs = [dense<2.0> : tensor<f32>],
    outputs = [dense<2.0> : tensor<f32>]} {
  %n1 = onnx.None() : () -> none
  %y = onnx.ReduceL2(%x0, %n1) : (tensor<f32>, none) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @l2_f64(%x0: tensor<2x3x2xf64>) -> tensor<2x1x2xf64> attributes {
    inputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf64>],
    outputs = [dense<[[[5.916079783099616, 7.483314773547883]], [[15.84297951775486, 17.549928774784245]]]> : tensor<2x1x2xf64>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceL2(%x0, %x1) : (tensor<2x3x2xf64>, tensor<1xi64>) -> tensor<2x1x2xf64>
  return %y : tensor<2x1x2xf64>
}

func.func @l2_f16(%x0: tensor<2x2xf16>) -> tensor<2x1xf16> attributes {
    inputs = [dense<[[1.0, 2.0], [3.0, 0.5]]> : tensor<2x2xf16>],
    outputs = [dense<[[2.236], [3.041]]> : tensor<2x1xf16>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceL2(%x0, %x1) : (tensor<2x2xf16>, tensor<1xi64>) -> tensor<2x1xf16>
  return %y : tensor<2x1xf16>
}

func.func @sum_square_negative_axes(%x0: tensor<2x3x2xf32>) -> tensor<1x3x1xf32> attributes {
    inputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf32>],
    outputs = [dense<[[[118.0], [206.0], [326.0]]]> : tensor<1x3x1xf32>]} {
  %x1 = onnx.Constant() {value = dense<[-1, 0]> : tensor<2xi64>} : () -> tensor<2xi64>
  %y = onnx.ReduceSumSquare(%x0, %x1) : (tensor<2x3x2xf32>, tensor<2xi64>) -> tensor<1x3x1xf32>
  return %y : tensor<1x3x1xf32>
}

func.func @sum_square_all(%x0: tensor<2x3x2xf32>) -> tensor<f32> attributes {
    inputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf32>],
    outputs = [dense<650.0> : tensor<f32>]} {
  %n1 = onnx.None() : () -> none
  %y = onnx.ReduceSumSquare(%x0, %n1) {keepdims = 0 : si64} : (tensor<2x3x2xf32>, none) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @sum_square_scalar(%x0: tensor<f32>) -> tensor<f32> attributes {
    inputs = [dense<2.0> : tensor<f32>],
    outputs = [dense<4.0> : tensor<f32>]} {
  %n1 = onnx.None() : () -> none
  %y = onnx.ReduceSumSquare(%x0, %n1) : (tensor<f32>, none) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @sum_square_f64(%x0: tensor<2x3x2xf64>) -> tensor<2x1x2xf64> attributes {
    inputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf64>],
    outputs = [dense<[[[35.0, 56.0]], [[251.0, 308.0]]]> : tensor<2x1x2xf64>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceSumSquare(%x0, %x1) : (tensor<2x3x2xf64>, tensor<1xi64>) -> tensor<2x1x2xf64>
  return %y : tensor<2x1x2xf64>
}

func.func @sum_square_f16(%x0: tensor<2x2xf16>) -> tensor<2x1xf16> attributes {
    inputs = [dense<[[1.0, 2.0], [3.0, 0.5]]> : tensor<2x2xf16>],
    outputs = [dense<[[5.0], [9.25]]> : tensor<2x1xf16>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceSumSquare(%x0, %x1) : (tensor<2x2xf16>, tensor<1xi64>) -> tensor<2x1xf16>
  return %y : tensor<2x1xf16>
}

func.func @log_sum_negative_axes(%x0: tensor<2x3x2xf32>) -> tensor<1x3x1xf32> attributes {
    inputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf32>],
    outputs = [dense<[[[2.8903718], [3.2580965], [3.5263605]]]> : tensor<1x3x1xf32>]} {
  %x1 = onnx.Constant() {value = dense<[-1, 0]> : tensor<2xi64>} : () -> tensor<2xi64>
  %y = onnx.ReduceLogSum(%x0, %x1) : (tensor<2x3x2xf32>, tensor<2xi64>) -> tensor<1x3x1xf32>
  return %y : tensor<1x3x1xf32>
}

func.func @log_sum_all(%x0: tensor<2x3x2xf32>) -> tensor<f32> attributes {
    inputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf32>],
    outputs = [dense<4.356709> : tensor<f32>]} {
  %n1 = onnx.None() : () -> none
  %y = onnx.ReduceLogSum(%x0, %n1) {keepdims = 0 : si64} : (tensor<2x3x2xf32>, none) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @log_sum_scalar(%x0: tensor<f32>) -> tensor<f32> attributes {
    inputs = [dense<2.0> : tensor<f32>],
    outputs = [dense<0.6931472> : tensor<f32>]} {
  %n1 = onnx.None() : () -> none
  %y = onnx.ReduceLogSum(%x0, %n1) : (tensor<f32>, none) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @log_sum_f64(%x0: tensor<2x3x2xf64>) -> tensor<2x1x2xf64> attributes {
    inputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf64>],
    outputs = [dense<[[[2.197224577336219, 2.4849066497880004]], [[3.295836866004329, 3.4011973816621555]]]> : tensor<2x1x2xf64>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceLogSum(%x0, %x1) : (tensor<2x3x2xf64>, tensor<1xi64>) -> tensor<2x1x2xf64>
  return %y : tensor<2x1x2xf64>
}

func.func @log_sum_f16(%x0: tensor<2x2xf16>) -> tensor<2x1xf16> attributes {
    inputs = [dense<[[1.0, 2.0], [3.0, 0.5]]> : tensor<2x2xf16>],
    outputs = [dense<[[1.099], [1.253]]> : tensor<2x1xf16>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceLogSum(%x0, %x1) : (tensor<2x2xf16>, tensor<1xi64>) -> tensor<2x1xf16>
  return %y : tensor<2x1xf16>
}

func.func @log_sum_exp_negative_axes(%x0: tensor<2x3x2xf32>) -> tensor<1x3x1xf32> attributes {
    inputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf32>],
    outputs = [dense<[[[8.315738], [10.315738], [12.315738]]]> : tensor<1x3x1xf32>]} {
  %x1 = onnx.Constant() {value = dense<[-1, 0]> : tensor<2xi64>} : () -> tensor<2xi64>
  %y = onnx.ReduceLogSumExp(%x0, %x1) : (tensor<2x3x2xf32>, tensor<2xi64>) -> tensor<1x3x1xf32>
  return %y : tensor<1x3x1xf32>
}

func.func @log_sum_exp_all(%x0: tensor<2x3x2xf32>) -> tensor<f32> attributes {
    inputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf32>],
    outputs = [dense<12.458669> : tensor<f32>]} {
  %n1 = onnx.None() : () -> none
  %y = onnx.ReduceLogSumExp(%x0, %n1) {keepdims = 0 : si64} : (tensor<2x3x2xf32>, none) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @log_sum_exp_scalar(%x0: tensor<f32>) -> tensor<f32> attributes {
    inputs = [dense<2.0> : tensor<f32>],
    outputs = [dense<2.0> : tensor<f32>]} {
  %n1 = onnx.None() : () -> none
  %y = onnx.ReduceLogSumExp(%x0, %n1) : (tensor<f32>, none) -> tensor<f32>
  return %y : tensor<f32>
}

func.func @log_sum_exp_f64(%x0: tensor<2x3x2xf64>) -> tensor<2x1x2xf64> attributes {
    inputs = [dense<[[[1.0, 2.0], [3.0, 4.0], [5.0, 6.0]], [[7.0, 8.0], [9.0, 10.0], [11.0, 12.0]]]> : tensor<2x3x2xf64>],
    outputs = [dense<[[[5.142931628499899, 6.142931628499899]], [[11.1429316284999, 12.142931628499898]]]> : tensor<2x1x2xf64>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceLogSumExp(%x0, %x1) : (tensor<2x3x2xf64>, tensor<1xi64>) -> tensor<2x1x2xf64>
  return %y : tensor<2x1x2xf64>
}

func.func @log_sum_exp_f16(%x0: tensor<2x2xf16>) -> tensor<2x1xf16> attributes {
    inputs = [dense<[[1.0, 2.0], [3.0, 0.5]]> : tensor<2x2xf16>],
    outputs = [dense<[[2.312], [3.078]]> : tensor<2x1xf16>]} {
  %x1 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.ReduceLogSumExp(%x0, %x1) : (tensor<2x2xf16>, tensor<1xi64>) -> tensor<2x1xf16>
  return %y : tensor<2x1xf16>
}
