// SPDX-License-Identifier: Apache-2.0
// What the shape rules of the Tensor operators refuse.
// RUN: cameo-opt %s --split-input-file --onnx-infer-shapes --verify-diagnostics

func.func @main(%a0: tensor<2x3xf32>) {
  // expected-error @+1 {{perm has 3 values for rank 2}}
  %r = onnx.Transpose(%a0) {perm = array<i64: 0, 1, 2>} : (tensor<2x3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>) {
  // expected-error @+1 {{axis 1 is given twice}}
  %r = onnx.Transpose(%a0) {perm = array<i64: 1, 1>} : (tensor<2x3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main() {
  // expected-error @+1 {{needs an operand}}
  %r = onnx.Concat() {axis = 0 : si64} : () -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>, %a1: tensor<3xf32>) {
  // expected-error @+1 {{operands have ranks 2 and 1}}
  %r = onnx.Concat(%a0, %a1) {axis = 0 : si64} : (tensor<2x3xf32>, tensor<3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x3xf32>, %a1: tensor<2x4xf32>) {
  // expected-error @+1 {{sizes off the axis differ: 3 and 4}}
  %r = onnx.Concat(%a0, %a1) {axis = 0 : si64} : (tensor<2x3xf32>, tensor<2x4xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{has no results}}
  onnx.Split(%a0, %none) : (tensor<4xf32>, none) -> ()
  return
}

// -----
func.func @main(%a0: tensor<4xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{num_outputs is 3 but there are 2 results}}
  %r:2 = onnx.Split(%a0, %none) {num_outputs = 3 : si64} : (tensor<4xf32>, none) -> (!onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<4xf32>) {
  %c1 = onnx.Constant() {value = dense<[1, 1, 2]> : tensor<3xi64>} : () -> tensor<3xi64>
  // expected-error @+1 {{split has 3 values, expected 2}}
  %r:2 = onnx.Split(%a0, %c1) : (tensor<4xf32>, tensor<3xi64>) -> (!onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<4xf32>) {
  %c1 = onnx.Constant() {value = dense<[2, 3]> : tensor<2xi64>} : () -> tensor<2xi64>
  // expected-error @+1 {{the parts sum up to 5, the dimension has size 4}}
  %r:2 = onnx.Split(%a0, %c1) : (tensor<4xf32>, tensor<2xi64>) -> (!onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<4xf32>) {
  %c1 = onnx.Constant() {value = dense<[0, 0]> : tensor<2xi64>} : () -> tensor<2xi64>
  %c2 = onnx.Constant() {value = dense<[1, 1]> : tensor<2xi64>} : () -> tensor<2xi64>
  %none = onnx.None() : () -> none
  // expected-error @+1 {{starts has 2 values for rank 1}}
  %r = onnx.Slice(%a0, %c1, %c2, %none, %none) : (tensor<4xf32>, tensor<2xi64>, tensor<2xi64>, none, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4x4xf32>) {
  %c1 = onnx.Constant() {value = dense<[0, 0]> : tensor<2xi64>} : () -> tensor<2xi64>
  %c2 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %c3 = onnx.Constant() {value = dense<[0, 1]> : tensor<2xi64>} : () -> tensor<2xi64>
  %none = onnx.None() : () -> none
  // expected-error @+1 {{ends has 1 values, expected 2}}
  %r = onnx.Slice(%a0, %c1, %c2, %c3, %none) : (tensor<4x4xf32>, tensor<2xi64>, tensor<1xi64>, tensor<2xi64>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4x4xf32>, %a1: tensor<1xi64>, %a2: tensor<2xi64>, %a3: tensor<1xi64>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{ends has 2 values, expected 1}}
  %r = onnx.Slice(%a0, %a1, %a2, %a3, %none) : (tensor<4x4xf32>, tensor<1xi64>, tensor<2xi64>, tensor<1xi64>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4xf32>) {
  %c1 = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  %c2 = onnx.Constant() {value = dense<1> : tensor<1xi64>} : () -> tensor<1xi64>
  %none = onnx.None() : () -> none
  %c4 = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  // expected-error @+1 {{a step is zero}}
  %r = onnx.Slice(%a0, %c1, %c2, %none, %c4) : (tensor<4xf32>, tensor<1xi64>, tensor<1xi64>, none, tensor<1xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4xf32>) {
  %c1 = onnx.Constant() {value = dense<[0, 1, 1]> : tensor<3xi64>} : () -> tensor<3xi64>
  %none = onnx.None() : () -> none
  // expected-error @+1 {{pads has 3 values, expected 2}}
  %r = onnx.Pad(%a0, %c1, %none, %none) : (tensor<4xf32>, tensor<3xi64>, none, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4xf32>, %a1: tensor<3xi64>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{pads has 3 values, expected 2}}
  %r = onnx.Pad(%a0, %a1, %none, %none) : (tensor<4xf32>, tensor<3xi64>, none, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4x4xf32>) {
  %c1 = onnx.Constant() {value = dense<3> : tensor<1xi64>} : () -> tensor<1xi64>
  // expected-error @+1 {{shape has 1 values, expected 2}}
  %r = onnx.CenterCropPad(%a0, %c1) : (tensor<4x4xf32>, tensor<1xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4x4xf32>) {
  %c1 = onnx.Constant() {value = dense<3> : tensor<1xi64>} : () -> tensor<1xi64>
  // expected-error @+1 {{repeats has 1 values, expected 2}}
  %r = onnx.Tile(%a0, %c1) : (tensor<4x4xf32>, tensor<1xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4x4xf32>, %a1: tensor<1xi64>) {
  // expected-error @+1 {{repeats has 1 values, expected 2}}
  %r = onnx.Tile(%a0, %a1) : (tensor<4x4xf32>, tensor<1xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4xf32>, %a1: tensor<3xi64>) {
  // expected-error @+1 {{split has 3 values, expected 2}}
  %r:2 = onnx.Split(%a0, %a1) : (tensor<4xf32>, tensor<3xi64>) -> (!onnx.unknown, !onnx.unknown)
  return
}

// -----
func.func @main(%a0: tensor<4x4xf32>, %a1: tensor<1x2xi64>) {
  // expected-error @+1 {{repeats has rank 2, expected 1}}
  %r = onnx.Tile(%a0, %a1) : (tensor<4x4xf32>, tensor<1x2xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4xf32>) {
  %c1 = onnx.Constant() {value = dense<-2> : tensor<1xi64>} : () -> tensor<1xi64>
  // expected-error @+1 {{repeats has the negative value -2}}
  %r = onnx.Tile(%a0, %c1) : (tensor<4xf32>, tensor<1xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x3x4x4xf32>) {
  // expected-error @+1 {{blocks of 2 squared do not divide 3 channels}}
  %r = onnx.DepthToSpace(%a0) {blocksize = 2 : si64} : (tensor<1x3x4x4xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x3x4x5xf32>) {
  // expected-error @+1 {{blocks of 2 do not divide the size 5}}
  %r = onnx.SpaceToDepth(%a0) {blocksize = 2 : si64} : (tensor<1x3x4x5xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x3x4xf32>) {
  // expected-error @+1 {{input has rank 3, expected 4}}
  %r = onnx.SpaceToDepth(%a0) {blocksize = 2 : si64} : (tensor<1x3x4xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<3xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{input has rank 1, expected at least 2}}
  %r = onnx.Trilu(%a0, %none) : (tensor<3xf32>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<3x2xf32>, %a1: tensor<2xi64>) {
  // expected-error @+1 {{batch_axis and time_axis must be 0 and 1, or 1 and 0}}
  %r = onnx.ReverseSequence(%a0, %a1) {batch_axis = 1 : si64, time_axis = 1 : si64} : (tensor<3x2xf32>, tensor<2xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4x2xf32>, %a1: tensor<3xi64>) {
  // expected-error @+1 {{batch sizes differ: 2 and 3}}
  %r = onnx.ReverseSequence(%a0, %a1) {batch_axis = 1 : si64, time_axis = 0 : si64} : (tensor<4x2xf32>, tensor<3xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x4x4xf32>) {
  %c1 = onnx.Constant() {value = dense<[4, 4]> : tensor<2xi64>} : () -> tensor<2xi64>
  %c2 = onnx.Constant() {value = dense<[2, 3]> : tensor<2xi64>} : () -> tensor<2xi64>
  // expected-error @+1 {{blocks of 6 elements do not divide 4 rows}}
  %r = onnx.Col2Im(%a0, %c1, %c2) : (tensor<1x4x4xf32>, tensor<2xi64>, tensor<2xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4xf32>) {
  %c1 = onnx.Constant() {value = dense<5> : tensor<1xi64>} : () -> tensor<1xi64>
  // expected-error @+1 {{index 5 is out of range for an axis of size 4}}
  %r = onnx.Gather(%a0, %c1) : (tensor<4xf32>, tensor<1xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4x4xf32>, %a1: tensor<2xi64>) {
  // expected-error @+1 {{data has rank 2, indices 1}}
  %r = onnx.GatherElements(%a0, %a1) : (tensor<4x4xf32>, tensor<2xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4xf32>, %a1: tensor<i64>) {
  // expected-error @+1 {{indices must not be a scalar}}
  %r = onnx.GatherND(%a0, %a1) : (tensor<4xf32>, tensor<i64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4x4xf32>, %a1: tensor<2x3xi64>) {
  // expected-error @+1 {{index tuples of 3 do not fit rank 2 with 0 batch dimensions}}
  %r = onnx.GatherND(%a0, %a1) : (tensor<4x4xf32>, tensor<2x3xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4x4xf32>, %a1: tensor<3x1xi64>) {
  // expected-error @+1 {{batch sizes differ: 4 and 3}}
  %r = onnx.GatherND(%a0, %a1) {batch_dims = 1 : si64} : (tensor<4x4xf32>, tensor<3x1xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4x4xf32>, %a1: tensor<2x2xi64>, %a2: tensor<2xf32>) {
  // expected-error @+1 {{updates has rank 1, expected 2}}
  %r = onnx.ScatterElements(%a0, %a1, %a2) : (tensor<4x4xf32>, tensor<2x2xi64>, tensor<2xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4xf32>, %a1: tensor<2xi64>, %a2: tensor<3xf32>) {
  // expected-error @+1 {{sizes of indices and updates differ: 2 and 3}}
  %r = onnx.ScatterElements(%a0, %a1, %a2) : (tensor<4xf32>, tensor<2xi64>, tensor<3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4x4xf32>, %a1: tensor<2x3xi64>, %a2: tensor<2xf32>) {
  // expected-error @+1 {{index tuples of 3 do not fit rank 2}}
  %r = onnx.ScatterND(%a0, %a1, %a2) : (tensor<4x4xf32>, tensor<2x3xi64>, tensor<2xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4x4xf32>, %a1: tensor<2x1xi64>, %a2: tensor<2xf32>) {
  // expected-error @+1 {{updates has rank 1, expected 2}}
  %r = onnx.ScatterND(%a0, %a1, %a2) : (tensor<4x4xf32>, tensor<2x1xi64>, tensor<2xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4x4xf32>, %a1: tensor<2x1xi64>, %a2: tensor<2x3xf32>) {
  // expected-error @+1 {{sizes of updates and of what they replace differ: 3 and 4}}
  %r = onnx.ScatterND(%a0, %a1, %a2) : (tensor<4x4xf32>, tensor<2x1xi64>, tensor<2x3xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4x4xf32>, %a1: tensor<4xf32>) {
  %none = onnx.None() : () -> none
  // expected-error @+1 {{update has rank 1, expected 2}}
  %r = onnx.TensorScatter(%a0, %a1, %none) : (tensor<4x4xf32>, tensor<4xf32>, none) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4xf32>, %a1: tensor<2x2xi1>) {
  // expected-error @+1 {{condition has rank 2, expected 1}}
  %r = onnx.Compress(%a0, %a1) : (tensor<4xf32>, tensor<2x2xi1>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4xf32>) {
  // expected-error @+1 {{unknown data type 99}}
  %r = onnx.Cast(%a0) {to = 99 : si64} : (tensor<4xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x2xi64>) {
  // expected-error @+1 {{shape has rank 2, expected at most 1}}
  %r = onnx.ConstantOfShape(%a0) : (tensor<2x2xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<1x1xi64>, %a1: tensor<i64>, %a2: tensor<i64>) {
  // expected-error @+1 {{start has rank 2, expected at most 1}}
  %r = onnx.Range(%a0, %a1, %a2) : (tensor<1x1xi64>, tensor<i64>, tensor<i64>) -> !onnx.unknown
  return
}

// -----
func.func @main() {
  %c0 = onnx.Constant() {value = dense<0> : tensor<i64>} : () -> tensor<i64>
  %c1 = onnx.Constant() {value = dense<9> : tensor<i64>} : () -> tensor<i64>
  %c2 = onnx.Constant() {value = dense<0> : tensor<i64>} : () -> tensor<i64>
  // expected-error @+1 {{delta is zero}}
  %r = onnx.Range(%c0, %c1, %c2) : (tensor<i64>, tensor<i64>, tensor<i64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4xf32>) {
  // expected-error @+1 {{input has rank 1, expected 2}}
  %r = onnx.Multinomial(%a0) : (tensor<4xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4xf32>, %a1: !onnx.unknown) {
  // expected-error @+1 {{the type of target_type is unknown}}
  %r = onnx.CastLike(%a0, %a1) : (tensor<4xf32>, !onnx.unknown) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4xf32>) {
  // expected-error @+1 {{cannot take the bits of 'f32' as 'i64'}}
  %r = onnx.BitCast(%a0) {to = 7 : si64} : (tensor<4xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4xf32>) {
  %c1 = onnx.Constant() {value = dense<[-1, -1]> : tensor<2xi64>} : () -> tensor<2xi64>
  // expected-error @+1 {{shape has more than one -1}}
  %r = onnx.Reshape(%a0, %c1) : (tensor<4xf32>, tensor<2xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4xf32>) {
  %c1 = onnx.Constant() {value = dense<[-2, 2]> : tensor<2xi64>} : () -> tensor<2xi64>
  // expected-error @+1 {{shape has the negative size -2}}
  %r = onnx.Reshape(%a0, %c1) : (tensor<4xf32>, tensor<2xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4xf32>) {
  %c1 = onnx.Constant() {value = dense<[4, 0]> : tensor<2xi64>} : () -> tensor<2xi64>
  // expected-error @+1 {{shape takes over dimension 1 of a tensor of rank 1}}
  %r = onnx.Reshape(%a0, %c1) : (tensor<4xf32>, tensor<2xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<4xf32>) {
  %c1 = onnx.Constant() {value = dense<[2, 3]> : tensor<2xi64>} : () -> tensor<2xi64>
  // expected-error @+1 {{cannot reshape 4 elements to 6}}
  %r = onnx.Reshape(%a0, %c1) : (tensor<4xf32>, tensor<2xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<0x4xf32>) {
  %c1 = onnx.Constant() {value = dense<[0, -1]> : tensor<2xi64>} : () -> tensor<2xi64>
  // expected-error @+1 {{-1 stands for any size beside a dimension of size 0}}
  %r = onnx.Reshape(%a0, %c1) : (tensor<0x4xf32>, tensor<2xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x2xf32>) {
  // expected-error @+1 {{axis 3 is out of range for rank 2}}
  %r = onnx.Flatten(%a0) {axis = 3 : si64} : (tensor<2x2xf32>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x1xf32>) {
  %c1 = onnx.Constant() {value = dense<0> : tensor<1xi64>} : () -> tensor<1xi64>
  // expected-error @+1 {{dimension 0 has size 2, not 1}}
  %r = onnx.Squeeze(%a0, %c1) : (tensor<2x1xf32>, tensor<1xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2x2xf32>) {
  %c1 = onnx.Constant() {value = dense<3> : tensor<1xi64>} : () -> tensor<1xi64>
  // expected-error @+1 {{axis 3 is out of range for rank 3}}
  %r = onnx.Unsqueeze(%a0, %c1) : (tensor<2x2xf32>, tensor<1xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<2xf32>) {
  %c1 = onnx.Constant() {value = dense<-1> : tensor<1xi64>} : () -> tensor<1xi64>
  // expected-error @+1 {{shape has the negative size -1}}
  %r = onnx.Expand(%a0, %c1) : (tensor<2xf32>, tensor<1xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%a0: tensor<100000xi64>) {
  // expected-error @+1 {{result has 100000 dimensions, more than 64}}
  %r = onnx.ConstantOfShape(%a0) : (tensor<100000xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main() {
  %c0 = onnx.Constant() {value = dense<[1073741824, 1073741824, 4]> : tensor<3xi64>} : () -> tensor<3xi64>
  // expected-error @+1 {{result has too many elements}}
  %r = onnx.ConstantOfShape(%c0) : (tensor<3xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main() {
  // expected-error @+1 {{one value fills 'tensor<1099511627776xi64>', which is for ConstantOfShape or Expand}}
  %r = onnx.Constant() {value = dense<1> : tensor<1099511627776xi64>} : () -> tensor<1099511627776xi64>
  return
}

// -----
func.func @main(%x: tensor<2x1x3xf32>) {
  %c1 = onnx.Constant() {value = dense<1> : tensor<2xi64>} : () -> tensor<2xi64>
  // expected-error @+1 {{axis 1 is given twice}}
  %r = onnx.Squeeze(%x, %c1) : (tensor<2x1x3xf32>, tensor<2xi64>) -> !onnx.unknown
  return
}

// -----
func.func @main(%x: tensor<2x1x3xf32>) {
  %c1 = onnx.Constant() {value = dense<1> : tensor<100xi64>} : () -> tensor<100xi64>
  // expected-error @+1 {{axes has 100 values, more than the operand's rank of 3}}
  %r = onnx.Squeeze(%x, %c1) : (tensor<2x1x3xf32>, tensor<100xi64>) -> !onnx.unknown
  return
}
