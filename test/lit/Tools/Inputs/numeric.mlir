// SPDX-License-Identifier: Apache-2.0
// One case that holds and one for each way to fail.
func.func @right(%x: tensor<2xf32>) -> tensor<2xf32> attributes {
    inputs = [dense<[1.0, -2.0]> : tensor<2xf32>], outputs = [dense<[1.0, 2.0]> : tensor<2xf32>]} {
  %y = onnx.Abs(%x) : (tensor<2xf32>) -> tensor<2xf32>
  return %y : tensor<2xf32>
}

func.func @wrong(%x: tensor<2xf32>) -> tensor<2xf32> attributes {
    inputs = [dense<[1.0, -2.0]> : tensor<2xf32>], outputs = [dense<[1.0, 3.0]> : tensor<2xf32>]} {
  %y = onnx.Abs(%x) : (tensor<2xf32>) -> tensor<2xf32>
  return %y : tensor<2xf32>
}

func.func @unstated(%x: tensor<2xf32>) -> tensor<2xf32> attributes {
    inputs = [dense<[1.0, -2.0]> : tensor<2xf32>]} {
  %y = onnx.Abs(%x) : (tensor<2xf32>) -> tensor<2xf32>
  return %y : tensor<2xf32>
}

func.func @opaque(%x: tensor<2xf32>) -> tensor<2xf32> attributes {
    inputs = [7], outputs = [dense<[1.0, 3.0]> : tensor<2xf32>]} {
  %y = onnx.Abs(%x) : (tensor<2xf32>) -> tensor<2xf32>
  return %y : tensor<2xf32>
}

func.func @refused(%x: tensor<?xf32>, %y: tensor<?xf32>) -> tensor<?xf32> attributes {
    inputs = [dense<1.0> : tensor<2xf32>, dense<1.0> : tensor<3xf32>], error = "operands do not broadcast"} {
  %z = onnx.Add(%x, %y) : (tensor<?xf32>, tensor<?xf32>) -> tensor<?xf32>
  return %z : tensor<?xf32>
}

func.func @accepted(%x: tensor<?xf32>, %y: tensor<?xf32>) -> tensor<?xf32> attributes {
    inputs = [dense<1.0> : tensor<2xf32>, dense<1.0> : tensor<2xf32>], error = "operands do not broadcast"} {
  %z = onnx.Add(%x, %y) : (tensor<?xf32>, tensor<?xf32>) -> tensor<?xf32>
  return %z : tensor<?xf32>
}

func.func @otherwise(%x: tensor<?xf32>, %y: tensor<?xf32>) -> tensor<?xf32> attributes {
    inputs = [dense<1.0> : tensor<2xf32>, dense<1.0> : tensor<3xf32>], error = "another reason"} {
  %z = onnx.Add(%x, %y) : (tensor<?xf32>, tensor<?xf32>) -> tensor<?xf32>
  return %z : tensor<?xf32>
}

func.func @list(%x: !onnx.seq<tensor<2xf32>>) -> !onnx.seq<tensor<2xf32>> attributes {
    inputs = [dense<1.0> : tensor<2xf32>], error = "none"} {
  return %x : !onnx.seq<tensor<2xf32>>
}

func.func @valueless(%x: tensor<2xf32>) -> tensor<2xf32> attributes {
    inputs = [dense_resource<nothing> : tensor<2xf32>], error = "none"} {
  return %x : tensor<2xf32>
}
