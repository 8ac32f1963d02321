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

// Rows longer than the vectors that a reduction takes down its rows together, and no multiple of them.
func.func @columns(%x0: tensor<3x70xf32>) -> (tensor<70xf32>, tensor<1x70xf32>) attributes {
    inputs = [dense<[[0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 9.0, 10.0, 11.0, 12.0, 13.0, 14.0, 15.0, 16.0, 17.0, 18.0, 19.0, 20.0, 21.0, 22.0, 23.0, 24.0, 25.0, 26.0, 27.0, 28.0, 29.0, 30.0, 31.0, 32.0, 33.0, 34.0, 35.0, 36.0, 37.0, 38.0, 39.0, 40.0, 41.0, 42.0, 43.0, 44.0, 45.0, 46.0, 47.0, 48.0, 49.0, 50.0, 51.0, 52.0, 53.0, 54.0, 55.0, 56.0, 57.0, 58.0, 59.0, 60.0, 61.0, 62.0, 63.0, 64.0, 65.0, 66.0, 67.0, 68.0, 69.0],
                    [0.0, 1.0, 4.0, 9.0, 16.0, 25.0, 36.0, 49.0, 64.0, 81.0, 100.0, 121.0, 144.0, 169.0, 196.0, 225.0, 256.0, 289.0, 324.0, 361.0, 400.0, 441.0, 484.0, 529.0, 576.0, 625.0, 676.0, 729.0, 784.0, 841.0, 900.0, 961.0, 1024.0, 1089.0, 1156.0, 1225.0, 1296.0, 1369.0, 1444.0, 1521.0, 1600.0, 1681.0, 1764.0, 1849.0, 1936.0, 2025.0, 2116.0, 2209.0, 2304.0, 2401.0, 2500.0, 2601.0, 2704.0, 2809.0, 2916.0, 3025.0, 3136.0, 3249.0, 3364.0, 3481.0, 3600.0, 3721.0, 3844.0, 3969.0, 4096.0, 4225.0, 4356.0, 4489.0, 4624.0, 4761.0],
                    [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5]]> : tensor<3x70xf32>],
    outputs = [dense<[0.5, 2.5, 6.5, 12.5, 20.5, 30.5, 42.5, 56.5, 72.5, 90.5, 110.5, 132.5, 156.5, 182.5, 210.5, 240.5, 272.5, 306.5, 342.5, 380.5, 420.5, 462.5, 506.5, 552.5, 600.5, 650.5, 702.5, 756.5, 812.5, 870.5, 930.5, 992.5, 1056.5, 1122.5, 1190.5, 1260.5, 1332.5, 1406.5, 1482.5, 1560.5, 1640.5, 1722.5, 1806.5, 1892.5, 1980.5, 2070.5, 2162.5, 2256.5, 2352.5, 2450.5, 2550.5, 2652.5, 2756.5, 2862.5, 2970.5, 3080.5, 3192.5, 3306.5, 3422.5, 3540.5, 3660.5, 3782.5, 3906.5, 4032.5, 4160.5, 4290.5, 4422.5, 4556.5, 4692.5, 4830.5]> : tensor<70xf32>, dense<[[0.0, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5]]> : tensor<1x70xf32>]} {
  %axes = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %s = onnx.ReduceSum(%x0, %axes) {keepdims = 0 : si64} : (tensor<3x70xf32>, tensor<1xi64>) -> tensor<70xf32>
  %m = onnx.ReduceMin(%x0, %axes) : (tensor<3x70xf32>, tensor<1xi64>) -> tensor<1x70xf32>
  return %s, %m : tensor<70xf32>, tensor<1x70xf32>
}

// The axes are data: the rank is that of what is made of the sum.
func.func @rank_of_a_later_value(%x: tensor<2x3xf32>, %axes: tensor<?xi64>) -> tensor<3xf32> attributes {
    inputs = [dense<[[1.0, 4.0, 9.0], [3.0, 5.0, 7.0]]> : tensor<2x3xf32>, dense<0> : tensor<1xi64>],
    outputs = [dense<[2.0, 3.0, 4.0]> : tensor<3xf32>]} {
  %s = onnx.ReduceSum(%x, %axes) {keepdims = 0 : si64} : (tensor<2x3xf32>, tensor<?xi64>) -> !onnx.unknown
  %r = onnx.Sqrt(%s) : (!onnx.unknown) -> !onnx.unknown
  %y = onnx.Identity(%r) : (!onnx.unknown) -> tensor<3xf32>
  return %y : tensor<3xf32>
}

func.func @rank_of_a_later_value_differs(%x: tensor<2x3xf32>, %axes: tensor<?xi64>) -> tensor<?xf32> attributes {
    inputs = [dense<1.0> : tensor<2x3xf32>, dense<[0, 1]> : tensor<2xi64>],
    error = "the axes do not leave the rank that the model states"} {
  %s = onnx.ReduceSum(%x, %axes) {keepdims = 0 : si64} : (tensor<2x3xf32>, tensor<?xi64>) -> !onnx.unknown
  %y = onnx.Sqrt(%s) : (!onnx.unknown) -> tensor<?xf32>
  return %y : tensor<?xf32>
}

// Powers that would overflow, along axes that only the run knows.
func.func @log_sum_exp_by_data(%x: tensor<2x2xf64>, %axes: tensor<1xi64>) -> tensor<2x1xf64> attributes {
    inputs = [dense<[[3000.0, 3000.0], [-3000.0, -5000.0]]> : tensor<2x2xf64>, dense<[-1]> : tensor<1xi64>],
    outputs = [dense<[[3000.693147180559945], [-3000.0]]> : tensor<2x1xf64>]} {
  %y = onnx.ReduceLogSumExp(%x, %axes) : (tensor<2x2xf64>, tensor<1xi64>) -> tensor<2x1xf64>
  return %y : tensor<2x1xf64>
}
