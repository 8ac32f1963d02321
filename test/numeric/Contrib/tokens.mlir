// SPDX-License-Identifier: Apache-2.0
// Lists of tokens; expected values are ONNX Runtime's.

func.func @ngram(%arg0: tensor<2x5xi64>, %arg1: tensor<2x6xf32>) -> tensor<2x6xf32> attributes {
    inputs = [dense<[[1, 2, 3, 1, 2], [4, 4, 4, 4, 4]]> : tensor<2x5xi64>, dense<[[0.3594314, -0.93465364,
    -0.21242352, -0.960779, 0.6326911, -0.6260656], [0.34909582, -0.4458677, -0.72929776, 0.8605907, 0.19004923,
    0.7812621]]> : tensor<2x6xf32>],
    outputs = [dense<[[0.3594314, -0.93465364, -0.21242352, 0xFF800000, 0.6326911, -0.6260656], [0.34909582,
    -0.4458677, -0.72929776, 0.8605907, 0xFF800000, 0.7812621]]> : tensor<2x6xf32>]} {
  %0 = onnx.ms.NGramRepeatBlock(%arg0, %arg1) {ngram_size = 3 : si64} : (tensor<2x5xi64>, tensor<2x6xf32>) ->
      tensor<2x6xf32>
  return %0 : tensor<2x6xf32>
}

func.func @bifur(%arg0: tensor<5xi64>, %arg1: tensor<1xi64>, %arg2: tensor<1xi64>, %arg3: tensor<6xi64>) ->
(tensor<7xi64>, tensor<1xi64>) attributes {
    inputs = [dense<[1, 5, 3, 4, 2]> : tensor<5xi64>, dense<[2]> : tensor<1xi64>, dense<[0]> : tensor<1xi64>,
    dense<[1, 5, 3, 4, 2, 9]> : tensor<6xi64>],
    outputs = [dense<[2, 1, 5, 3, 4, 2, 9]> : tensor<7xi64>, dense<[-1]> : tensor<1xi64>]} {
  %tokens, %suffix_match_idx = onnx.ms.BifurcationDetector(%arg0, %arg1, %arg2, %arg3) : (tensor<5xi64>,
      tensor<1xi64>, tensor<1xi64>, tensor<6xi64>) -> (tensor<7xi64>, tensor<1xi64>)
  return %tokens, %suffix_match_idx : tensor<7xi64>, tensor<1xi64>
}

func.func @bifur2(%arg0: tensor<5xi64>, %arg1: tensor<2xi64>, %arg2: tensor<1xi64>, %arg3: tensor<5xi64>) ->
(tensor<5xi64>, tensor<1xi64>) attributes {
    inputs = [dense<[1, 5, 3, 4, 2]> : tensor<5xi64>, dense<[2, 4]> : tensor<2xi64>, dense<[1]> : tensor<1xi64>,
    dense<[5, 3, 7, 4, 2]> : tensor<5xi64>],
    outputs = [dense<[2, 4, 5, 3, 7]> : tensor<5xi64>, dense<[-1]> : tensor<1xi64>]} {
  %tokens, %suffix_match_idx = onnx.ms.BifurcationDetector(%arg0, %arg1, %arg2, %arg3) : (tensor<5xi64>,
      tensor<2xi64>, tensor<1xi64>, tensor<5xi64>) -> (tensor<5xi64>, tensor<1xi64>)
  return %tokens, %suffix_match_idx : tensor<5xi64>, tensor<1xi64>
}

func.func @bifur3(%arg0: tensor<6xi64>, %arg1: tensor<3xi64>, %arg2: tensor<1xi64>) -> (tensor<3xi64>,
tensor<1xi64>) attributes {
    inputs = [dense<[1, 5, 3, 1, 5, 4]> : tensor<6xi64>, dense<[8, 1, 5]> : tensor<3xi64>, dense<[0]> :
    tensor<1xi64>],
    outputs = [dense<[8, 1, 5]> : tensor<3xi64>, dense<[-1]> : tensor<1xi64>]} {
  %0 = onnx.None() : () -> none
  %tokens, %suffix_match_idx = onnx.ms.BifurcationDetector(%arg0, %arg1, %arg2, %0) : (tensor<6xi64>,
      tensor<3xi64>, tensor<1xi64>, none) -> (tensor<3xi64>, tensor<1xi64>)
  return %tokens, %suffix_match_idx : tensor<3xi64>, tensor<1xi64>
}
