// SPDX-License-Identifier: Apache-2.0
// Products with constant weights: one and two rows (several panels of weights side by side), some rows (the sum in
// short blocks), many rows on deep sums (long blocks), columns and steps left over. Row m of the left is m + 1, weights are
// small integers: every sum is exact, and the product less (m + 1) times the sums of the columns is 0.

func.func @one_row(%r: tensor<1x1xf32>) -> tensor<1x300xf32> attributes {
    inputs = [dense<[[1.0]]> : tensor<1x1xf32>],
    outputs = [dense<0.0> : tensor<1x300xf32>]} {
  %i0 = onnx.Constant() {value = dense<0> : tensor<i64>} : () -> tensor<i64>
  %i1 = onnx.Constant() {value = dense<1> : tensor<i64>} : () -> tensor<i64>
  %size = onnx.Constant() {value = dense<60000> : tensor<i64>} : () -> tensor<i64>
  %shape = onnx.Constant() {value = dense<[200, 300]> : tensor<2xi64>} : () -> tensor<2xi64>
  %seven = onnx.Constant() {value = dense<7> : tensor<i64>} : () -> tensor<i64>
  %axis = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %wide = onnx.Constant() {value = dense<[1, 200]> : tensor<2xi64>} : () -> tensor<2xi64>
  %range = onnx.Range(%i0, %size, %i1) : (tensor<i64>, tensor<i64>, tensor<i64>) -> !onnx.unknown
  %mod = onnx.Mod(%range, %seven) : (!onnx.unknown, tensor<i64>) -> !onnx.unknown
  %float = onnx.Cast(%mod) {to = 1 : si64} : (!onnx.unknown) -> !onnx.unknown
  %w = onnx.Reshape(%float, %shape) : (!onnx.unknown, tensor<2xi64>) -> !onnx.unknown
  %x = onnx.Expand(%r, %wide) : (tensor<1x1xf32>, tensor<2xi64>) -> !onnx.unknown
  %y = onnx.MatMul(%x, %w) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %sums = onnx.ReduceSum(%w, %axis) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
  %expected = onnx.Mul(%r, %sums) : (tensor<1x1xf32>, !onnx.unknown) -> !onnx.unknown
  %d = onnx.Sub(%y, %expected) : (!onnx.unknown, !onnx.unknown) -> tensor<1x300xf32>
  return %d : tensor<1x300xf32>
}

func.func @two_rows(%r: tensor<2x1xf32>) -> tensor<2x300xf32> attributes {
    inputs = [dense<[[1.0], [2.0]]> : tensor<2x1xf32>],
    outputs = [dense<0.0> : tensor<2x300xf32>]} {
  %i0 = onnx.Constant() {value = dense<0> : tensor<i64>} : () -> tensor<i64>
  %i1 = onnx.Constant() {value = dense<1> : tensor<i64>} : () -> tensor<i64>
  %size = onnx.Constant() {value = dense<60000> : tensor<i64>} : () -> tensor<i64>
  %shape = onnx.Constant() {value = dense<[200, 300]> : tensor<2xi64>} : () -> tensor<2xi64>
  %seven = onnx.Constant() {value = dense<7> : tensor<i64>} : () -> tensor<i64>
  %axis = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %wide = onnx.Constant() {value = dense<[1, 200]> : tensor<2xi64>} : () -> tensor<2xi64>
  %range = onnx.Range(%i0, %size, %i1) : (tensor<i64>, tensor<i64>, tensor<i64>) -> !onnx.unknown
  %mod = onnx.Mod(%range, %seven) : (!onnx.unknown, tensor<i64>) -> !onnx.unknown
  %float = onnx.Cast(%mod) {to = 1 : si64} : (!onnx.unknown) -> !onnx.unknown
  %w = onnx.Reshape(%float, %shape) : (!onnx.unknown, tensor<2xi64>) -> !onnx.unknown
  %x = onnx.Expand(%r, %wide) : (tensor<2x1xf32>, tensor<2xi64>) -> !onnx.unknown
  %y = onnx.MatMul(%x, %w) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %sums = onnx.ReduceSum(%w, %axis) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
  %expected = onnx.Mul(%r, %sums) : (tensor<2x1xf32>, !onnx.unknown) -> !onnx.unknown
  %d = onnx.Sub(%y, %expected) : (!onnx.unknown, !onnx.unknown) -> tensor<2x300xf32>
  return %d : tensor<2x300xf32>
}

func.func @three_rows(%r: tensor<3x1xf32>) -> tensor<3x70xf32> attributes {
    inputs = [dense<[[1.0], [2.0], [3.0]]> : tensor<3x1xf32>],
    outputs = [dense<0.0> : tensor<3x70xf32>]} {
  %i0 = onnx.Constant() {value = dense<0> : tensor<i64>} : () -> tensor<i64>
  %i1 = onnx.Constant() {value = dense<1> : tensor<i64>} : () -> tensor<i64>
  %size = onnx.Constant() {value = dense<14000> : tensor<i64>} : () -> tensor<i64>
  %shape = onnx.Constant() {value = dense<[200, 70]> : tensor<2xi64>} : () -> tensor<2xi64>
  %seven = onnx.Constant() {value = dense<7> : tensor<i64>} : () -> tensor<i64>
  %axis = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %wide = onnx.Constant() {value = dense<[1, 200]> : tensor<2xi64>} : () -> tensor<2xi64>
  %range = onnx.Range(%i0, %size, %i1) : (tensor<i64>, tensor<i64>, tensor<i64>) -> !onnx.unknown
  %mod = onnx.Mod(%range, %seven) : (!onnx.unknown, tensor<i64>) -> !onnx.unknown
  %float = onnx.Cast(%mod) {to = 1 : si64} : (!onnx.unknown) -> !onnx.unknown
  %w = onnx.Reshape(%float, %shape) : (!onnx.unknown, tensor<2xi64>) -> !onnx.unknown
  %x = onnx.Expand(%r, %wide) : (tensor<3x1xf32>, tensor<2xi64>) -> !onnx.unknown
  %y = onnx.MatMul(%x, %w) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %sums = onnx.ReduceSum(%w, %axis) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
  %expected = onnx.Mul(%r, %sums) : (tensor<3x1xf32>, !onnx.unknown) -> !onnx.unknown
  %d = onnx.Sub(%y, %expected) : (!onnx.unknown, !onnx.unknown) -> tensor<3x70xf32>
  return %d : tensor<3x70xf32>
}

func.func @one_row_few_columns(%r: tensor<1x1xf32>) -> tensor<1x40xf32> attributes {
    inputs = [dense<[[1.0]]> : tensor<1x1xf32>],
    outputs = [dense<0.0> : tensor<1x40xf32>]} {
  %i0 = onnx.Constant() {value = dense<0> : tensor<i64>} : () -> tensor<i64>
  %i1 = onnx.Constant() {value = dense<1> : tensor<i64>} : () -> tensor<i64>
  %size = onnx.Constant() {value = dense<2800> : tensor<i64>} : () -> tensor<i64>
  %shape = onnx.Constant() {value = dense<[70, 40]> : tensor<2xi64>} : () -> tensor<2xi64>
  %seven = onnx.Constant() {value = dense<7> : tensor<i64>} : () -> tensor<i64>
  %axis = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %wide = onnx.Constant() {value = dense<[1, 70]> : tensor<2xi64>} : () -> tensor<2xi64>
  %range = onnx.Range(%i0, %size, %i1) : (tensor<i64>, tensor<i64>, tensor<i64>) -> !onnx.unknown
  %mod = onnx.Mod(%range, %seven) : (!onnx.unknown, tensor<i64>) -> !onnx.unknown
  %float = onnx.Cast(%mod) {to = 1 : si64} : (!onnx.unknown) -> !onnx.unknown
  %w = onnx.Reshape(%float, %shape) : (!onnx.unknown, tensor<2xi64>) -> !onnx.unknown
  %x = onnx.Expand(%r, %wide) : (tensor<1x1xf32>, tensor<2xi64>) -> !onnx.unknown
  %y = onnx.MatMul(%x, %w) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %sums = onnx.ReduceSum(%w, %axis) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
  %expected = onnx.Mul(%r, %sums) : (tensor<1x1xf32>, !onnx.unknown) -> !onnx.unknown
  %d = onnx.Sub(%y, %expected) : (!onnx.unknown, !onnx.unknown) -> tensor<1x40xf32>
  return %d : tensor<1x40xf32>
}

func.func @seven_rows(%r: tensor<7x1xf32>) -> tensor<7x70xf32> attributes {
    inputs = [dense<[[1.0], [2.0], [3.0], [4.0], [5.0], [6.0], [7.0]]> : tensor<7x1xf32>],
    outputs = [dense<0.0> : tensor<7x70xf32>]} {
  %i0 = onnx.Constant() {value = dense<0> : tensor<i64>} : () -> tensor<i64>
  %i1 = onnx.Constant() {value = dense<1> : tensor<i64>} : () -> tensor<i64>
  %size = onnx.Constant() {value = dense<14000> : tensor<i64>} : () -> tensor<i64>
  %shape = onnx.Constant() {value = dense<[200, 70]> : tensor<2xi64>} : () -> tensor<2xi64>
  %seven = onnx.Constant() {value = dense<7> : tensor<i64>} : () -> tensor<i64>
  %axis = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %wide = onnx.Constant() {value = dense<[1, 200]> : tensor<2xi64>} : () -> tensor<2xi64>
  %range = onnx.Range(%i0, %size, %i1) : (tensor<i64>, tensor<i64>, tensor<i64>) -> !onnx.unknown
  %mod = onnx.Mod(%range, %seven) : (!onnx.unknown, tensor<i64>) -> !onnx.unknown
  %float = onnx.Cast(%mod) {to = 1 : si64} : (!onnx.unknown) -> !onnx.unknown
  %w = onnx.Reshape(%float, %shape) : (!onnx.unknown, tensor<2xi64>) -> !onnx.unknown
  %x = onnx.Expand(%r, %wide) : (tensor<7x1xf32>, tensor<2xi64>) -> !onnx.unknown
  %y = onnx.MatMul(%x, %w) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %sums = onnx.ReduceSum(%w, %axis) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
  %expected = onnx.Mul(%r, %sums) : (tensor<7x1xf32>, !onnx.unknown) -> !onnx.unknown
  %d = onnx.Sub(%y, %expected) : (!onnx.unknown, !onnx.unknown) -> tensor<7x70xf32>
  return %d : tensor<7x70xf32>
}

func.func @some_rows(%r: tensor<18x1xf32>) -> tensor<18x70xf32> attributes {
    inputs = [dense<[[1.0], [2.0], [3.0], [4.0], [5.0], [6.0], [7.0], [8.0], [9.0], [10.0], [11.0], [12.0], [13.0], [14.0], [15.0], [16.0], [17.0], [18.0]]> : tensor<18x1xf32>],
    outputs = [dense<0.0> : tensor<18x70xf32>]} {
  %i0 = onnx.Constant() {value = dense<0> : tensor<i64>} : () -> tensor<i64>
  %i1 = onnx.Constant() {value = dense<1> : tensor<i64>} : () -> tensor<i64>
  %size = onnx.Constant() {value = dense<14000> : tensor<i64>} : () -> tensor<i64>
  %shape = onnx.Constant() {value = dense<[200, 70]> : tensor<2xi64>} : () -> tensor<2xi64>
  %seven = onnx.Constant() {value = dense<7> : tensor<i64>} : () -> tensor<i64>
  %axis = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %wide = onnx.Constant() {value = dense<[1, 200]> : tensor<2xi64>} : () -> tensor<2xi64>
  %range = onnx.Range(%i0, %size, %i1) : (tensor<i64>, tensor<i64>, tensor<i64>) -> !onnx.unknown
  %mod = onnx.Mod(%range, %seven) : (!onnx.unknown, tensor<i64>) -> !onnx.unknown
  %float = onnx.Cast(%mod) {to = 1 : si64} : (!onnx.unknown) -> !onnx.unknown
  %w = onnx.Reshape(%float, %shape) : (!onnx.unknown, tensor<2xi64>) -> !onnx.unknown
  %x = onnx.Expand(%r, %wide) : (tensor<18x1xf32>, tensor<2xi64>) -> !onnx.unknown
  %y = onnx.MatMul(%x, %w) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %sums = onnx.ReduceSum(%w, %axis) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
  %expected = onnx.Mul(%r, %sums) : (tensor<18x1xf32>, !onnx.unknown) -> !onnx.unknown
  %d = onnx.Sub(%y, %expected) : (!onnx.unknown, !onnx.unknown) -> tensor<18x70xf32>
  return %d : tensor<18x70xf32>
}

func.func @rows_left_over(%r: tensor<49x1xf32>) -> tensor<49x70xf32> attributes {
    inputs = [dense<[[1.0], [2.0], [3.0], [4.0], [5.0], [6.0], [7.0], [8.0], [9.0], [10.0], [11.0], [12.0], [13.0], [14.0], [15.0], [16.0], [17.0], [18.0], [19.0], [20.0], [21.0], [22.0], [23.0], [24.0], [25.0], [26.0], [27.0], [28.0], [29.0], [30.0], [31.0], [32.0], [33.0], [34.0], [35.0], [36.0], [37.0], [38.0], [39.0], [40.0], [41.0], [42.0], [43.0], [44.0], [45.0], [46.0], [47.0], [48.0], [49.0]]> : tensor<49x1xf32>],
    outputs = [dense<0.0> : tensor<49x70xf32>]} {
  %i0 = onnx.Constant() {value = dense<0> : tensor<i64>} : () -> tensor<i64>
  %i1 = onnx.Constant() {value = dense<1> : tensor<i64>} : () -> tensor<i64>
  %size = onnx.Constant() {value = dense<14000> : tensor<i64>} : () -> tensor<i64>
  %shape = onnx.Constant() {value = dense<[200, 70]> : tensor<2xi64>} : () -> tensor<2xi64>
  %seven = onnx.Constant() {value = dense<7> : tensor<i64>} : () -> tensor<i64>
  %axis = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %wide = onnx.Constant() {value = dense<[1, 200]> : tensor<2xi64>} : () -> tensor<2xi64>
  %range = onnx.Range(%i0, %size, %i1) : (tensor<i64>, tensor<i64>, tensor<i64>) -> !onnx.unknown
  %mod = onnx.Mod(%range, %seven) : (!onnx.unknown, tensor<i64>) -> !onnx.unknown
  %float = onnx.Cast(%mod) {to = 1 : si64} : (!onnx.unknown) -> !onnx.unknown
  %w = onnx.Reshape(%float, %shape) : (!onnx.unknown, tensor<2xi64>) -> !onnx.unknown
  %x = onnx.Expand(%r, %wide) : (tensor<49x1xf32>, tensor<2xi64>) -> !onnx.unknown
  %y = onnx.MatMul(%x, %w) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %sums = onnx.ReduceSum(%w, %axis) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
  %expected = onnx.Mul(%r, %sums) : (tensor<49x1xf32>, !onnx.unknown) -> !onnx.unknown
  %d = onnx.Sub(%y, %expected) : (!onnx.unknown, !onnx.unknown) -> tensor<49x70xf32>
  return %d : tensor<49x70xf32>
}

func.func @deep_some_rows(%r: tensor<19x1xf32>) -> tensor<19x40xf32> attributes {
    inputs = [dense<[[1.0], [2.0], [3.0], [4.0], [5.0], [6.0], [7.0], [8.0], [9.0], [10.0], [11.0], [12.0], [13.0], [14.0], [15.0], [16.0], [17.0], [18.0], [19.0]]> : tensor<19x1xf32>],
    outputs = [dense<0.0> : tensor<19x40xf32>]} {
  %i0 = onnx.Constant() {value = dense<0> : tensor<i64>} : () -> tensor<i64>
  %i1 = onnx.Constant() {value = dense<1> : tensor<i64>} : () -> tensor<i64>
  %size = onnx.Constant() {value = dense<44040> : tensor<i64>} : () -> tensor<i64>
  %shape = onnx.Constant() {value = dense<[1101, 40]> : tensor<2xi64>} : () -> tensor<2xi64>
  %seven = onnx.Constant() {value = dense<7> : tensor<i64>} : () -> tensor<i64>
  %axis = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %wide = onnx.Constant() {value = dense<[1, 1101]> : tensor<2xi64>} : () -> tensor<2xi64>
  %range = onnx.Range(%i0, %size, %i1) : (tensor<i64>, tensor<i64>, tensor<i64>) -> !onnx.unknown
  %mod = onnx.Mod(%range, %seven) : (!onnx.unknown, tensor<i64>) -> !onnx.unknown
  %float = onnx.Cast(%mod) {to = 1 : si64} : (!onnx.unknown) -> !onnx.unknown
  %w = onnx.Reshape(%float, %shape) : (!onnx.unknown, tensor<2xi64>) -> !onnx.unknown
  %x = onnx.Expand(%r, %wide) : (tensor<19x1xf32>, tensor<2xi64>) -> !onnx.unknown
  %y = onnx.MatMul(%x, %w) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %sums = onnx.ReduceSum(%w, %axis) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
  %expected = onnx.Mul(%r, %sums) : (tensor<19x1xf32>, !onnx.unknown) -> !onnx.unknown
  %d = onnx.Sub(%y, %expected) : (!onnx.unknown, !onnx.unknown) -> tensor<19x40xf32>
  return %d : tensor<19x40xf32>
}

func.func @deep_many_rows(%r: tensor<131x1xf32>) -> tensor<131x33xf32> attributes {
    inputs = [dense<[[1.0], [2.0], [3.0], [4.0], [5.0], [6.0], [7.0], [8.0], [9.0], [10.0], [11.0], [12.0], [13.0], [14.0], [15.0], [16.0], [17.0], [18.0], [19.0], [20.0], [21.0], [22.0], [23.0], [24.0], [25.0], [26.0], [27.0], [28.0], [29.0], [30.0], [31.0], [32.0], [33.0], [34.0], [35.0], [36.0], [37.0], [38.0], [39.0], [40.0], [41.0], [42.0], [43.0], [44.0], [45.0], [46.0], [47.0], [48.0], [49.0], [50.0], [51.0], [52.0], [53.0], [54.0], [55.0], [56.0], [57.0], [58.0], [59.0], [60.0], [61.0], [62.0], [63.0], [64.0], [65.0], [66.0], [67.0], [68.0], [69.0], [70.0], [71.0], [72.0], [73.0], [74.0], [75.0], [76.0], [77.0], [78.0], [79.0], [80.0], [81.0], [82.0], [83.0], [84.0], [85.0], [86.0], [87.0], [88.0], [89.0], [90.0], [91.0], [92.0], [93.0], [94.0], [95.0], [96.0], [97.0], [98.0], [99.0], [100.0], [101.0], [102.0], [103.0], [104.0], [105.0], [106.0], [107.0], [108.0], [109.0], [110.0], [111.0], [112.0], [113.0], [114.0], [115.0], [116.0], [117.0], [118.0], [119.0], [120.0], [121.0], [122.0], [123.0], [124.0], [125.0], [126.0], [127.0], [128.0], [129.0], [130.0], [131.0]]> : tensor<131x1xf32>],
    outputs = [dense<0.0> : tensor<131x33xf32>]} {
  %i0 = onnx.Constant() {value = dense<0> : tensor<i64>} : () -> tensor<i64>
  %i1 = onnx.Constant() {value = dense<1> : tensor<i64>} : () -> tensor<i64>
  %size = onnx.Constant() {value = dense<69333> : tensor<i64>} : () -> tensor<i64>
  %shape = onnx.Constant() {value = dense<[2101, 33]> : tensor<2xi64>} : () -> tensor<2xi64>
  %seven = onnx.Constant() {value = dense<7> : tensor<i64>} : () -> tensor<i64>
  %axis = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %wide = onnx.Constant() {value = dense<[1, 2101]> : tensor<2xi64>} : () -> tensor<2xi64>
  %range = onnx.Range(%i0, %size, %i1) : (tensor<i64>, tensor<i64>, tensor<i64>) -> !onnx.unknown
  %mod = onnx.Mod(%range, %seven) : (!onnx.unknown, tensor<i64>) -> !onnx.unknown
  %float = onnx.Cast(%mod) {to = 1 : si64} : (!onnx.unknown) -> !onnx.unknown
  %w = onnx.Reshape(%float, %shape) : (!onnx.unknown, tensor<2xi64>) -> !onnx.unknown
  %x = onnx.Expand(%r, %wide) : (tensor<131x1xf32>, tensor<2xi64>) -> !onnx.unknown
  %y = onnx.MatMul(%x, %w) : (!onnx.unknown, !onnx.unknown) -> !onnx.unknown
  %sums = onnx.ReduceSum(%w, %axis) : (!onnx.unknown, tensor<1xi64>) -> !onnx.unknown
  %expected = onnx.Mul(%r, %sums) : (tensor<131x1xf32>, !onnx.unknown) -> !onnx.unknown
  %d = onnx.Sub(%y, %expected) : (!onnx.unknown, !onnx.unknown) -> tensor<131x33xf32>
  return %d : tensor<131x33xf32>
}

// Weights that differ for each of two leading dimensions keep both, packed as they are.
func.func @a_vector_by_stacks_of_weights(%x: tensor<2xf32>) -> tensor<2x2x9xf32> attributes {
    inputs = [dense<[2.0, -3.0]> : tensor<2xf32>],
    outputs = [dense<[[[-4.0, 8.0, -5.0, 7.0, -6.0, -4.0, 8.0, -5.0, 7.0], [-4.0, 8.0, -5.0, 7.0, -6.0, -4.0, 8.0, -5.0, 7.0]], [[-6.0, -4.0, 8.0, -5.0, 7.0, -6.0, -4.0, 8.0, -5.0], [-6.0, -4.0, 8.0, -5.0, 7.0, -6.0, -4.0, 8.0, -5.0]]]> : tensor<2x2x9xf32>]} {
  %w = onnx.Constant() {value = dense<[[[[-2.0, 0.0], [1.0, -2.0], [-1.0, 1.0], [2.0, -1.0], [0.0, 2.0], [-2.0, 0.0], [1.0, -2.0], [-1.0, 1.0], [2.0, -1.0]], [[-2.0, 0.0], [1.0, -2.0], [-1.0, 1.0], [2.0, -1.0], [0.0, 2.0], [-2.0, 0.0], [1.0, -2.0], [-1.0, 1.0], [2.0, -1.0]]], [[[0.0, 2.0], [-2.0, 0.0], [1.0, -2.0], [-1.0, 1.0], [2.0, -1.0], [0.0, 2.0], [-2.0, 0.0], [1.0, -2.0], [-1.0, 1.0]], [[0.0, 2.0], [-2.0, 0.0], [1.0, -2.0], [-1.0, 1.0], [2.0, -1.0], [0.0, 2.0], [-2.0, 0.0], [1.0, -2.0], [-1.0, 1.0]]]]> : tensor<2x2x9x2xf32>} : () -> tensor<2x2x9x2xf32>
  %y = onnx.MatMul(%w, %x) : (tensor<2x2x9x2xf32>, tensor<2xf32>) -> tensor<2x2x9xf32>
  return %y : tensor<2x2x9xf32>
}

func.func @stacks_by_stacks_of_weights(%x: tensor<2x2x1x2xf32>) -> tensor<2x2x1x9xf32> attributes {
    inputs = [dense<[[[[-1.0, 0.0]], [[1.0, 2.0]]], [[[2.0, -1.0]], [[0.0, 1.0]]]]> : tensor<2x2x1x2xf32>],
    outputs = [dense<[[[[2.0, -1.0, 1.0, -2.0, 0.0, 2.0, -1.0, 1.0, -2.0]], [[-2.0, -3.0, 1.0, 0.0, 4.0, -2.0, -3.0, 1.0, 0.0]]], [[[-2.0, -4.0, 4.0, -3.0, 5.0, -2.0, -4.0, 4.0, -3.0]], [[2.0, 0.0, -2.0, 1.0, -1.0, 2.0, 0.0, -2.0, 1.0]]]]> : tensor<2x2x1x9xf32>]} {
  %w = onnx.Constant() {value = dense<[[[[-2.0, 1.0, -1.0, 2.0, 0.0, -2.0, 1.0, -1.0, 2.0], [0.0, -2.0, 1.0, -1.0, 2.0, 0.0, -2.0, 1.0, -1.0]], [[-2.0, 1.0, -1.0, 2.0, 0.0, -2.0, 1.0, -1.0, 2.0], [0.0, -2.0, 1.0, -1.0, 2.0, 0.0, -2.0, 1.0, -1.0]]], [[[0.0, -2.0, 1.0, -1.0, 2.0, 0.0, -2.0, 1.0, -1.0], [2.0, 0.0, -2.0, 1.0, -1.0, 2.0, 0.0, -2.0, 1.0]], [[0.0, -2.0, 1.0, -1.0, 2.0, 0.0, -2.0, 1.0, -1.0], [2.0, 0.0, -2.0, 1.0, -1.0, 2.0, 0.0, -2.0, 1.0]]]]> : tensor<2x2x2x9xf32>} : () -> tensor<2x2x2x9xf32>
  %y = onnx.MatMul(%x, %w) : (tensor<2x2x1x2xf32>, tensor<2x2x2x9xf32>) -> tensor<2x2x1x9xf32>
  return %y : tensor<2x2x1x9xf32>
}
