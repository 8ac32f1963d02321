// SPDX-License-Identifier: Apache-2.0
// Runs that are refused: what the shapes and values of the inputs break.

func.func @concat(%a0: tensor<2x?xf32>, %a1: tensor<2x?xf32>) -> tensor<4x?xf32> attributes {
    inputs = [dense<1.0> : tensor<2x3xf32>, dense<1.0> : tensor<2x4xf32>],
    error = "sizes of the tensors to concatenate differ in dimension 1"} {
  %y = onnx.Concat(%a0, %a1) {axis = 0 : si64} : (tensor<2x?xf32>, tensor<2x?xf32>) -> tensor<4x?xf32>
  return %y : tensor<4x?xf32>
}

// 4 PB, which only the run knows of.
func.func @no_memory(%shape: tensor<1xi64>) -> tensor<?xf32> attributes {
    inputs = [dense<1125899906842624> : tensor<1xi64>],
    error = "out of memory"} {
  %y = onnx.ConstantOfShape(%shape) : (tensor<1xi64>) -> tensor<?xf32>
  return %y : tensor<?xf32>
}

func.func @range(%a0: tensor<i64>, %a1: tensor<i64>, %a2: tensor<i64>) -> tensor<?xi64> attributes {
    inputs = [dense<0> : tensor<i64>, dense<4> : tensor<i64>, dense<0> : tensor<i64>],
    error = "delta is 0"} {
  %y = onnx.Range(%a0, %a1, %a2) : (tensor<i64>, tensor<i64>, tensor<i64>) -> tensor<?xi64>
  return %y : tensor<?xi64>
}

func.func @reshape(%a0: tensor<2x3xf32>, %a1: tensor<2xi64>) -> tensor<?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<2x3xf32>, dense<[2, 2]> : tensor<2xi64>],
    error = "the new shape has another number of elements than data"} {
  %y = onnx.Reshape(%a0, %a1) : (tensor<2x3xf32>, tensor<2xi64>) -> tensor<?x?xf32>
  return %y : tensor<?x?xf32>
}

func.func @pad_negative(%a0: tensor<?xf32>, %a1: tensor<2xi64>) -> tensor<?xf32> attributes {
    inputs = [dense<1.0> : tensor<3xf32>, dense<[-2, -2]> : tensor<2xi64>],
    error = "dimension 0 of the result is negative"} {
  %none = onnx.None() : () -> none
  %y = onnx.Pad(%a0, %a1, %none, %none) : (tensor<?xf32>, tensor<2xi64>, none, none) -> tensor<?xf32>
  return %y : tensor<?xf32>
}

func.func @squeeze(%a0: tensor<?x3xf32>) -> tensor<3xf32> attributes {
    inputs = [dense<1.0> : tensor<2x3xf32>],
    error = "dimension 0 is not 1"} {
  %c0 = onnx.Constant() {value = dense<[0]> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.Squeeze(%a0, %c0) : (tensor<?x3xf32>, tensor<1xi64>) -> tensor<3xf32>
  return %y : tensor<3xf32>
}

func.func @squeeze_axes(%a0: tensor<?x?xf32>, %a1: tensor<1xi64>) -> tensor<?xf32> attributes {
    inputs = [dense<1.0> : tensor<2x3xf32>, dense<[0]> : tensor<1xi64>],
    error = "the axes do not have size 1"} {
  %y = onnx.Squeeze(%a0, %a1) : (tensor<?x?xf32>, tensor<1xi64>) -> tensor<?xf32>
  return %y : tensor<?xf32>
}

func.func @squeeze_rank(%a0: tensor<?x?xf32>) -> tensor<?xf32> attributes {
    inputs = [dense<1.0> : tensor<1x1xf32>],
    error = "sizes of 1 that only the run shows change the rank of the result"} {
  %none = onnx.None() : () -> none
  %y = onnx.Squeeze(%a0, %none) : (tensor<?x?xf32>, none) -> tensor<?xf32>
  return %y : tensor<?xf32>
}

func.func @expand_rank(%a0: tensor<2x3xf32>, %a1: tensor<?xi64>) -> tensor<?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<2x3xf32>, dense<[1, 2, 3]> : tensor<3xi64>],
    error = "the shape has more than 2 dimensions"} {
  %y = onnx.Expand(%a0, %a1) : (tensor<2x3xf32>, tensor<?xi64>) -> tensor<?x?xf32>
  return %y : tensor<?x?xf32>
}

func.func @expand_broadcast(%a0: tensor<2x?xf32>, %a1: tensor<?xi64>) -> tensor<?x?xf32> attributes {
    inputs = [dense<1.0> : tensor<2x3xf32>, dense<[2, 4]> : tensor<2xi64>],
    error = "dimension 1 does not broadcast"} {
  %y = onnx.Expand(%a0, %a1) : (tensor<2x?xf32>, tensor<?xi64>) -> tensor<?x?xf32>
  return %y : tensor<?x?xf32>
}

func.func @gather_empty(%a0: tensor<?x2xf32>, %a1: tensor<1xi64>) -> tensor<1x2xf32> attributes {
    inputs = [dense<> : tensor<0x2xf32>, dense<0> : tensor<1xi64>],
    error = "indexes an empty dimension"} {
  %y = onnx.Gather(%a0, %a1) : (tensor<?x2xf32>, tensor<1xi64>) -> tensor<1x2xf32>
  return %y : tensor<1x2xf32>
}

func.func @gather_nd_tuples(%a0: tensor<2x3x4xf32>, %a1: tensor<2x?xi64>) -> tensor<2x4xf32> attributes {
    inputs = [dense<1.0> : tensor<2x3x4xf32>, dense<0> : tensor<2x1xi64>],
    error = "index tuples are not of length 2"} {
  %y = onnx.GatherND(%a0, %a1) : (tensor<2x3x4xf32>, tensor<2x?xi64>) -> tensor<2x4xf32>
  return %y : tensor<2x4xf32>
}

func.func @gather_nd_batch(%a0: tensor<?x3xf32>, %a1: tensor<?x1xi64>) -> tensor<?xf32> attributes {
    inputs = [dense<1.0> : tensor<2x3xf32>, dense<0> : tensor<3x1xi64>],
    error = "the batch sizes of data and indices differ"} {
  %y = onnx.GatherND(%a0, %a1) {batch_dims = 1 : si64} : (tensor<?x3xf32>, tensor<?x1xi64>) -> tensor<?xf32>
  return %y : tensor<?xf32>
}

func.func @scatter_elements(%a0: tensor<3x3xf32>, %a1: tensor<2x?xi64>, %a2: tensor<2x?xf32>) -> tensor<3x3xf32> attributes {
    inputs = [dense<1.0> : tensor<3x3xf32>, dense<0> : tensor<2x3xi64>, dense<1.0> : tensor<2x2xf32>],
    error = "indices and updates differ in shape"} {
  %y = onnx.ScatterElements(%a0, %a1, %a2) : (tensor<3x3xf32>, tensor<2x?xi64>, tensor<2x?xf32>) -> tensor<3x3xf32>
  return %y : tensor<3x3xf32>
}

func.func @scatter_nd(%a0: tensor<4x?xf32>, %a1: tensor<2x1xi64>, %a2: tensor<2x?xf32>) -> tensor<4x?xf32> attributes {
    inputs = [dense<1.0> : tensor<4x3xf32>, dense<0> : tensor<2x1xi64>, dense<1.0> : tensor<2x2xf32>],
    error = "updates and data differ in shape"} {
  %y = onnx.ScatterND(%a0, %a1, %a2) : (tensor<4x?xf32>, tensor<2x1xi64>, tensor<2x?xf32>) -> tensor<4x?xf32>
  return %y : tensor<4x?xf32>
}

func.func @scatter_cache(%a0: tensor<1x?x4x2xf32>, %a1: tensor<1x?x1x2xf32>) -> tensor<1x?x4x2xf32> attributes {
    inputs = [dense<1.0> : tensor<1x2x4x2xf32>, dense<1.0> : tensor<1x3x1x2xf32>],
    error = "past_cache and update differ in shape"} {
  %none = onnx.None() : () -> none
  %y = onnx.TensorScatter(%a0, %a1, %none) : (tensor<1x?x4x2xf32>, tensor<1x?x1x2xf32>, none) -> tensor<1x?x4x2xf32>
  return %y : tensor<1x?x4x2xf32>
}

func.func @scatter_cache_indices(%a0: tensor<1x2x4x2xf32>, %a1: tensor<1x2x1x2xf32>, %a2: tensor<?xi64>) -> tensor<1x2x4x2xf32> attributes {
    inputs = [dense<1.0> : tensor<1x2x4x2xf32>, dense<1.0> : tensor<1x2x1x2xf32>, dense<0> : tensor<2xi64>],
    error = "write_indices has not one index per batch"} {
  %y = onnx.TensorScatter(%a0, %a1, %a2) : (tensor<1x2x4x2xf32>, tensor<1x2x1x2xf32>, tensor<?xi64>) -> tensor<1x2x4x2xf32>
  return %y : tensor<1x2x4x2xf32>
}

func.func @one_hot(%a0: tensor<2xi64>, %a1: tensor<i64>, %a2: tensor<?xf32>) -> tensor<2x?xf32> attributes {
    inputs = [dense<1> : tensor<2xi64>, dense<3> : tensor<i64>, dense<1.0> : tensor<3xf32>],
    error = "values must be two"} {
  %y = onnx.OneHot(%a0, %a1, %a2) : (tensor<2xi64>, tensor<i64>, tensor<?xf32>) -> tensor<2x?xf32>
  return %y : tensor<2x?xf32>
}

func.func @split(%a0: tensor<?xf32>, %a1: tensor<2xi64>) -> tensor<?xf32> attributes {
    inputs = [dense<1.0> : tensor<5xf32>, dense<[2, 2]> : tensor<2xi64>],
    error = "the parts do not add up to the dimension"} {
  %y:2 = onnx.Split(%a0, %a1) : (tensor<?xf32>, tensor<2xi64>) -> (tensor<?xf32>, tensor<?xf32>)
  return %y#0 : tensor<?xf32>
}

func.func @split_negative(%a0: tensor<?xf32>, %a1: tensor<2xi64>) -> tensor<?xf32> attributes {
    inputs = [dense<1.0> : tensor<6xf32>, dense<[7, -1]> : tensor<2xi64>],
    error = "a part is negative, or goes beyond the dimension"} {
  %y:2 = onnx.Split(%a0, %a1) : (tensor<?xf32>, tensor<2xi64>) -> (tensor<?xf32>, tensor<?xf32>)
  return %y#0 : tensor<?xf32>
}

func.func @depth_to_space(%a0: tensor<1x?x2x2xf32>) -> tensor<1x?x4x4xf32> attributes {
    inputs = [dense<1.0> : tensor<1x3x2x2xf32>],
    error = "the channels are no multiple of the block"} {
  %y = onnx.DepthToSpace(%a0) {blocksize = 2 : si64} : (tensor<1x?x2x2xf32>) -> tensor<1x?x4x4xf32>
  return %y : tensor<1x?x4x4xf32>
}

func.func @space_to_depth_height(%a0: tensor<1x1x?x2xf32>) -> tensor<1x4x?x1xf32> attributes {
    inputs = [dense<1.0> : tensor<1x1x3x2xf32>],
    error = "the height is no multiple of the block"} {
  %y = onnx.SpaceToDepth(%a0) {blocksize = 2 : si64} : (tensor<1x1x?x2xf32>) -> tensor<1x4x?x1xf32>
  return %y : tensor<1x4x?x1xf32>
}

func.func @space_to_depth_width(%a0: tensor<1x1x2x?xf32>) -> tensor<1x4x1x?xf32> attributes {
    inputs = [dense<1.0> : tensor<1x1x2x3xf32>],
    error = "the width is no multiple of the block"} {
  %y = onnx.SpaceToDepth(%a0) {blocksize = 2 : si64} : (tensor<1x1x2x?xf32>) -> tensor<1x4x1x?xf32>
  return %y : tensor<1x4x1x?xf32>
}

func.func @reverse_lengths(%a0: tensor<4x?xf32>, %a1: tensor<?xi64>) -> tensor<4x?xf32> attributes {
    inputs = [dense<1.0> : tensor<4x2xf32>, dense<1> : tensor<3xi64>],
    error = "sequence_lens has not one length per batch"} {
  %y = onnx.ReverseSequence(%a0, %a1) : (tensor<4x?xf32>, tensor<?xi64>) -> tensor<4x?xf32>
  return %y : tensor<4x?xf32>
}

func.func @multinomial(%a0: tensor<1x?xf32>) -> tensor<1x1xi32> attributes {
    inputs = [dense<> : tensor<1x0xf32>],
    error = "there are no classes"} {
  %y = onnx.Multinomial(%a0) : (tensor<1x?xf32>) -> tensor<1x1xi32>
  return %y : tensor<1x1xi32>
}

func.func @slice_step(%a0: tensor<4xf32>, %a1: tensor<1xi64>, %a2: tensor<1xi64>, %a3: tensor<1xi64>) -> tensor<?xf32> attributes {
    inputs = [dense<1.0> : tensor<4xf32>, dense<0> : tensor<1xi64>, dense<4> : tensor<1xi64>, dense<0> : tensor<1xi64>],
    error = "a step is 0"} {
  %c0 = onnx.Constant() {value = dense<[0]> : tensor<1xi64>} : () -> tensor<1xi64>
  %y = onnx.Slice(%a0, %a1, %a2, %c0, %a3) : (tensor<4xf32>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>, tensor<1xi64>) -> tensor<?xf32>
  return %y : tensor<?xf32>
}

func.func @list_short(%a0: tensor<1x2x3xf32>, %a1: tensor<?xi64>) -> tensor<?x?x?x2xf32> attributes {
    inputs = [dense<1.0> : tensor<1x2x3xf32>, dense<1> : tensor<2xi64>],
    error = "a list among the operands is too short"} {
  %y = onnx.AffineGrid(%a0, %a1) : (tensor<1x2x3xf32>, tensor<?xi64>) -> tensor<?x?x?x2xf32>
  return %y : tensor<?x?x?x2xf32>
}

func.func @scalar(%a0: tensor<2xi64>, %a1: tensor<?xi64>, %a2: tensor<2xf32>) -> tensor<2x?xf32> attributes {
    inputs = [dense<1> : tensor<2xi64>, dense<3> : tensor<2xi64>, dense<1.0> : tensor<2xf32>],
    error = "an operand that must be a scalar has more elements, or none"} {
  %y = onnx.OneHot(%a0, %a1, %a2) : (tensor<2xi64>, tensor<?xi64>, tensor<2xf32>) -> tensor<2x?xf32>
  return %y : tensor<2x?xf32>
}

func.func @list_length(%a0: tensor<?xi64>) -> tensor<?x?xf32> attributes {
    inputs = [dense<2> : tensor<1xi64>],
    error = "a list among the operands does not have 2 elements"} {
  %y = onnx.ConstantOfShape(%a0) : (tensor<?xi64>) -> tensor<?x?xf32>
  return %y : tensor<?x?xf32>
}

func.func @pad_edge_of_nothing(%a0: tensor<?xf32>, %s: tensor<2xi64>) -> tensor<?xf32> attributes {
    inputs = [dense<> : tensor<0xf32>, dense<[1,1]> : tensor<2xi64>],
    error = "indexes an empty dimension"} {
  %none = onnx.None() : () -> none
  %y = onnx.Pad(%a0, %s, %none, %none) {mode = "edge"} : (tensor<?xf32>, tensor<2xi64>, none, none) -> tensor<?xf32>
  return %y : tensor<?xf32>
}
