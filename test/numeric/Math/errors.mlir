// SPDX-License-Identifier: Apache-2.0
// Runs that are refused: what the shapes and values of the inputs break.

func.func @broadcast(%a0: tensor<2x?xf32>, %a1: tensor<2x?xf32>) -> tensor<2x?xf32> attributes {
    inputs = [dense<1.0> : tensor<2x3xf32>, dense<1.0> : tensor<2x2xf32>],
    error = "operands do not broadcast: their sizes differ in dimension 1"} {
  %y = onnx.Add(%a0, %a1) : (tensor<2x?xf32>, tensor<2x?xf32>) -> tensor<2x?xf32>
  return %y : tensor<2x?xf32>
}

func.func @inner_sizes(%a0: tensor<2x?xf32>, %a1: tensor<?x2xf32>) -> tensor<2x2xf32> attributes {
    inputs = [dense<1.0> : tensor<2x3xf32>, dense<1.0> : tensor<2x2xf32>],
    error = "the inner sizes of the matrices differ"} {
  %y = onnx.MatMul(%a0, %a1) : (tensor<2x?xf32>, tensor<?x2xf32>) -> tensor<2x2xf32>
  return %y : tensor<2x2xf32>
}

func.func @batches(%a0: tensor<?x2x3xf32>, %a1: tensor<?x3x2xf32>) -> tensor<?x2x2xf32> attributes {
    inputs = [dense<1.0> : tensor<2x2x3xf32>, dense<1.0> : tensor<3x3x2xf32>],
    error = "the batch sizes of the matrices do not broadcast"} {
  %y = onnx.MatMul(%a0, %a1) : (tensor<?x2x3xf32>, tensor<?x3x2xf32>) -> tensor<?x2x2xf32>
  return %y : tensor<?x2x2xf32>
}

func.func @gemm_inner_sizes(%a0: tensor<2x?xf32>, %a1: tensor<?x2xf32>) -> tensor<2x2xf32> attributes {
    inputs = [dense<1.0> : tensor<2x3xf32>, dense<1.0> : tensor<2x2xf32>],
    error = "the inner sizes of A and B differ"} {
  %none = onnx.None() : () -> none
  %y = onnx.Gemm(%a0, %a1, %none) : (tensor<2x?xf32>, tensor<?x2xf32>, none) -> tensor<2x2xf32>
  return %y : tensor<2x2xf32>
}

func.func @einsum_sizes(%a0: tensor<2x?xf32>, %a1: tensor<?x2xf32>) -> tensor<2x2xf32> attributes {
    inputs = [dense<1.0> : tensor<2x3xf32>, dense<1.0> : tensor<2x2xf32>],
    error = "the sizes of 'j' differ"} {
  %y = onnx.Einsum(%a0, %a1) {equation = "ij,jk->ik"} : (tensor<2x?xf32>, tensor<?x2xf32>) -> tensor<2x2xf32>
  return %y : tensor<2x2xf32>
}

func.func @determinant(%a0: tensor<?x?xf32>) -> tensor<f32> attributes {
    inputs = [dense<1.0> : tensor<2x3xf32>],
    error = "the matrices are not square"} {
  %y = onnx.Det(%a0) : (tensor<?x?xf32>) -> tensor<f32>
  return %y : tensor<f32>
}
