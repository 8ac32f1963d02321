// SPDX-License-Identifier: Apache-2.0
// Operators of the onnx dialect: family Tensor.
#ifndef CAMEO_DIALECTS_ONNX_TENSOR
#define CAMEO_DIALECTS_ONNX_TENSOR

include "dialects/ONNX/ONNXBase.td"

//===-- Generators --------------------------------------------------------===//
def ONNX_ConstantOp : ONNX_PureOp<"Constant", [ConstantLike]> {
  let summary = "A tensor known at compile time; large ones are dense_resource blobs";
  let arguments = (ins ElementsAttr:$value);
  let results = (outs ONNX_Tensor:$output);
  let hasFolder = 1;
}
def ONNX_ConstantOfShapeOp : ONNX_PureOp<"ConstantOfShape"> {
  let summary = "A tensor of the shape `input` that holds one value, 0.0f by default, everywhere";
  let arguments = (ins ONNX_Tensor:$input, OptElements:$value);
  let results = (outs ONNX_Tensor:$output);
}
def ONNX_EyeLikeOp : ONNX_PureOp<"EyeLike"> {
  let summary = "Ones on the k-th diagonal, zeros elsewhere, in the shape of `input`";
  let arguments = (ins ONNX_Tensor:$input, OptInt:$dtype, IntOr<0>:$k);
  let results = (outs ONNX_Tensor:$output);
}
def ONNX_RangeOp : ONNX_PureOp<"Range"> {
  let summary = "start, start + delta, … up to but without limit";
  let arguments = (ins ONNX_Tensor:$start, ONNX_Tensor:$limit, ONNX_Tensor:$delta, IntOr<1>:$stash_type);
  let results = (outs ONNX_Tensor:$output);
}

// Random numbers: two equal operations are two draws, so these are not pure.
class ONNX_RandomOp<string mnemonic, string text, dag params, bit like> : ONNX_Op<mnemonic> {
  let summary = text;
  let arguments = !con(
    !if(like, (ins ONNX_Tensor:$input, OptInt:$dtype), (ins IntOr<1>:$dtype, IntsAttr:$shape)),
    (ins OptFloat:$seed), params);
  let results = (outs ONNX_Tensor:$output);
}
defvar Normal = (ins FloatOr<"0.0">:$mean, FloatOr<"1.0">:$scale);
defvar Uniform = (ins FloatOr<"1.0">:$high, FloatOr<"0.0">:$low);
def ONNX_RandomNormalOp : ONNX_RandomOp<"RandomNormal", "Normal distribution", Normal, 0>;
def ONNX_RandomNormalLikeOp
    : ONNX_RandomOp<"RandomNormalLike", "Normal distribution, shape of `input`", Normal, 1>;
def ONNX_RandomUniformOp : ONNX_RandomOp<"RandomUniform", "Uniform distribution", Uniform, 0>;
def ONNX_RandomUniformLikeOp
    : ONNX_RandomOp<"RandomUniformLike", "Uniform distribution, shape of `input`", Uniform, 1>;
def ONNX_BernoulliOp
    : ONNX_RandomOp<"Bernoulli", "1 with the probability that `input` states, else 0", (ins), 1>;
def ONNX_MultinomialOp : ONNX_Op<"Multinomial"> {
  let summary = "Draws classes from unnormalised log probabilities";
  let arguments = (ins ONNX_Tensor:$input, IntOr<6>:$dtype, PositiveIntOr<1>:$sample_size, OptFloat:$seed);
  let results = (outs ONNX_Tensor:$output);
}

//===-- Types -------------------------------------------------------------===//
def ONNX_IdentityOp : ONNX_PureOp<"Identity"> {
  let summary = "Its operand";
  let arguments = (ins ONNX_Value:$input);
  let results = (outs ONNX_Value:$output);
}
// `to`: a TensorProto::DataType, which the result's element type repeats.
defvar RoundMode = WordOr<"up", ["up", "down", "nearest"]>;
def ONNX_CastOp : ONNX_PureOp<"Cast"> {
  let summary = "Converts the elements";
  let arguments = (ins ONNX_Tensor:$input, IntAttr:$to, FlagOr<1>:$saturate, RoundMode:$round_mode);
  let results = (outs ONNX_Tensor:$output);
}
def ONNX_CastLikeOp : ONNX_PureOp<"CastLike"> {
  let summary = "Converts the elements to those of target_type";
  let arguments = (ins ONNX_Tensor:$input, ONNX_Tensor:$target_type, FlagOr<1>:$saturate,
    RoundMode:$round_mode);
  let results = (outs ONNX_Tensor:$output);
}
def ONNX_BitCastOp : ONNX_PureOp<"BitCast"> {
  let summary = "The same bits as another type of the same width";
  let arguments = (ins ONNX_Tensor:$input, IntAttr:$to);
  let results = (outs ONNX_Tensor:$output);
}

//===-- Shapes ------------------------------------------------------------===//
def ONNX_ShapeOp : ONNX_PureOp<"Shape"> {
  let summary = "The dimensions [start, end) of a tensor";
  let arguments = (ins ONNX_Tensor:$data, OptInt:$end, IntOr<0>:$start);
  let results = (outs ONNX_Tensor:$shape);
}
def ONNX_SizeOp : ONNX_PureOp<"Size"> {
  let summary = "The number of elements";
  let arguments = (ins ONNX_Tensor:$data);
  let results = (outs ONNX_Tensor:$size);
}
def ONNX_ReshapeOp : ONNX_PureOp<"Reshape"> {
  let summary = "The same elements in another shape";
  let arguments = (ins ONNX_Tensor:$data, ONNX_Tensor:$shape, FlagOr<0>:$allowzero);
  let results = (outs ONNX_Tensor:$reshaped);
}
def ONNX_FlattenOp : ONNX_PureOp<"Flatten"> {
  let summary = "A matrix: the dimensions before axis and those from axis on";
  let arguments = (ins ONNX_Tensor:$input, IntOr<1>:$axis);
  let results = (outs ONNX_Tensor:$output);
}
def ONNX_SqueezeOp : ONNX_PureOp<"Squeeze"> {
  let summary = "Removes dimensions of size 1";
  let arguments = (ins ONNX_Tensor:$data, ONNX_OptionalTensor:$axes);
  let results = (outs ONNX_Tensor:$squeezed);
}
def ONNX_UnsqueezeOp : ONNX_PureOp<"Unsqueeze"> {
  let summary = "Inserts dimensions of size 1";
  let arguments = (ins ONNX_Tensor:$data, ONNX_Tensor:$axes);
  let results = (outs ONNX_Tensor:$expanded);
}
def ONNX_ExpandOp : ONNX_PureOp<"Expand"> {
  let summary = "Broadcasts to a shape";
  let arguments = (ins ONNX_Tensor:$input, ONNX_Tensor:$shape);
  let results = (outs ONNX_Tensor:$output);
}

//===-- Rearrangement -----------------------------------------------------===//
def ONNX_TransposeOp : ONNX_PureOp<"Transpose"> {
  let summary = "Permutes the dimensions (reverses them if perm is absent)";
  let arguments = (ins ONNX_Tensor:$data, OptInts:$perm);
  let results = (outs ONNX_Tensor:$transposed);
}
def ONNX_ConcatOp : ONNX_PureOp<"Concat"> {
  let summary = "Joins tensors along an axis";
  let arguments = (ins Variadic<ONNX_Tensor>:$inputs, IntAttr:$axis);
  let results = (outs ONNX_Tensor:$concat_result);
}
def ONNX_SplitOp : ONNX_PureOp<"Split"> {
  let summary = "Cuts a tensor along an axis into parts of the sizes `split`, or equal ones";
  let arguments = (ins ONNX_Tensor:$input, ONNX_OptionalTensor:$split, IntOr<0>:$axis, OptInt:$num_outputs);
  let results = (outs Variadic<ONNX_Tensor>:$outputs);
}
def ONNX_SliceOp : ONNX_PureOp<"Slice"> {
  let summary = "A part of a tensor, with steps";
  let arguments = (ins ONNX_Tensor:$data, ONNX_Tensor:$starts, ONNX_Tensor:$ends,
    ONNX_OptionalTensor:$axes, ONNX_OptionalTensor:$steps);
  let results = (outs ONNX_Tensor:$output);
}
def ONNX_PadOp : ONNX_PureOp<"Pad"> {
  let summary = "Adds (or, negative, removes) elements at both ends of axes";
  let arguments = (ins ONNX_Tensor:$data, ONNX_Tensor:$pads, ONNX_OptionalTensor:$constant_value,
    ONNX_OptionalTensor:$axes, WordOr<"constant", ["constant", "reflect", "edge", "wrap"]>:$mode);
  let results = (outs ONNX_Tensor:$output);
}
def ONNX_CenterCropPadOp : ONNX_PureOp<"CenterCropPad"> {
  let summary = "Crops or pads axes evenly to a shape";
  let arguments = (ins ONNX_Tensor:$input_data, ONNX_Tensor:$shape, OptInts:$axes);
  let results = (outs ONNX_Tensor:$output_data);
}
def ONNX_TileOp : ONNX_PureOp<"Tile"> {
  let summary = "Repeats a tensor along its axes";
  let arguments = (ins ONNX_Tensor:$input, ONNX_Tensor:$repeats);
  let results = (outs ONNX_Tensor:$output);
}
def ONNX_DepthToSpaceOp : ONNX_PureOp<"DepthToSpace"> {
  let summary = "Moves blocks of channels into height and width";
  let arguments = (ins ONNX_Tensor:$input, PositiveInt:$blocksize, WordOr<"DCR", ["DCR", "CRD"]>:$mode);
  let results = (outs ONNX_Tensor:$output);
}
def ONNX_SpaceToDepthOp : ONNX_PureOp<"SpaceToDepth"> {
  let summary = "Moves blocks of height and width into channels";
  let arguments = (ins ONNX_Tensor:$input, PositiveInt:$blocksize);
  let results = (outs ONNX_Tensor:$output);
}
def ONNX_TriluOp : ONNX_PureOp<"Trilu"> {
  let summary = "The upper or lower triangle, zeros elsewhere";
  let arguments = (ins ONNX_Tensor:$input, ONNX_OptionalTensor:$k, FlagOr<1>:$upper);
  let results = (outs ONNX_Tensor:$output);
}
def ONNX_ReverseSequenceOp : ONNX_PureOp<"ReverseSequence"> {
  let summary = "Reverses the first sequence_lens[b] time steps of each batch";
  let arguments = (ins ONNX_Tensor:$input, ONNX_Tensor:$sequence_lens, IntOr<1>:$batch_axis,
    IntOr<0>:$time_axis);
  let results = (outs ONNX_Tensor:$Y);
}
def ONNX_Col2ImOp : ONNX_PureOp<"Col2Im"> {
  let summary = "Sums columns of blocks back into an image";
  let arguments = (ins ONNX_Tensor:$input, ONNX_Tensor:$image_shape, ONNX_Tensor:$block_shape,
    OptPositiveInts:$dilations, OptPads:$pads, OptPositiveInts:$strides);
  let results = (outs ONNX_Tensor:$output);
}

//===-- Gather and scatter ------------------------------------------------===//
def ONNX_GatherOp : ONNX_PureOp<"Gather"> {
  let summary = "Slices of an axis, picked by indices";
  let arguments = (ins ONNX_Tensor:$data, ONNX_Tensor:$indices, IntOr<0>:$axis);
  let results = (outs ONNX_Tensor:$output);
}
def ONNX_GatherElementsOp : ONNX_PureOp<"GatherElements"> {
  let summary = "Elements along an axis, picked by indices of the result's shape";
  let arguments = (ins ONNX_Tensor:$data, ONNX_Tensor:$indices, IntOr<0>:$axis);
  let results = (outs ONNX_Tensor:$output);
}
def ONNX_GatherNDOp : ONNX_PureOp<"GatherND"> {
  let summary = "Slices picked by index tuples";
  let arguments = (ins ONNX_Tensor:$data, ONNX_Tensor:$indices, IntOr<0>:$batch_dims);
  let results = (outs ONNX_Tensor:$output);
}
defvar ScatterReduction = WordOr<"none", ["none", "add", "mul", "max", "min"]>;
def ONNX_ScatterElementsOp : ONNX_PureOp<"ScatterElements"> {
  let summary = "`data` with elements along an axis replaced by, or combined with, updates";
  let arguments = (ins ONNX_Tensor:$data, ONNX_Tensor:$indices, ONNX_Tensor:$updates, IntOr<0>:$axis,
    ScatterReduction:$reduction);
  let results = (outs ONNX_Tensor:$output);
}
def ONNX_ScatterNDOp : ONNX_PureOp<"ScatterND"> {
  let summary = "`data` with slices named by index tuples replaced by, or combined with, updates";
  let arguments = (ins ONNX_Tensor:$data, ONNX_Tensor:$indices, ONNX_Tensor:$updates,
    ScatterReduction:$reduction);
  let results = (outs ONNX_Tensor:$output);
}
def ONNX_TensorScatterOp : ONNX_PureOp<"TensorScatter"> {
  let summary = "A key/value cache with new entries written from write_indices on";
  let arguments = (ins ONNX_Tensor:$past_cache, ONNX_Tensor:$update, ONNX_OptionalTensor:$write_indices,
    IntOr<-2>:$axis, WordOr<"linear", ["linear", "circular"]>:$mode);
  let results = (outs ONNX_Tensor:$present_cache);
}
def ONNX_OneHotOp : ONNX_PureOp<"OneHot"> {
  let summary = "values[1] at the index along a new axis, values[0] elsewhere";
  let arguments = (ins ONNX_Tensor:$indices, ONNX_Tensor:$depth, ONNX_Tensor:$values, IntOr<-1>:$axis);
  let results = (outs ONNX_Tensor:$output);
}

//===-- Sizes that depend on data -----------------------------------------===//
def ONNX_CompressOp : ONNX_PureOp<"Compress"> {
  let summary = "The slices of an axis (of the flat input if absent) where the condition holds";
  let arguments = (ins ONNX_Tensor:$input, ONNX_Tensor:$condition, OptInt:$axis);
  let results = (outs ONNX_Tensor:$output);
}
def ONNX_NonZeroOp : ONNX_PureOp<"NonZero"> {
  let summary = "The indices of the elements that are not zero, one column each";
  let arguments = (ins ONNX_Tensor:$X);
  let results = (outs ONNX_Tensor:$Y);
}
def ONNX_UniqueOp : ONNX_PureOp<"Unique"> {
  let summary = "The distinct values, or slices of an axis, with indices, inverse and counts";
  let arguments = (ins ONNX_Tensor:$X, OptInt:$axis, FlagOr<1>:$sorted);
  let results = (outs ONNX_Tensor:$Y, ONNX_OptionalTensor:$indices, ONNX_OptionalTensor:$inverse_indices,
    ONNX_OptionalTensor:$counts);
}

#endif
