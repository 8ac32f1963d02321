// SPDX-License-Identifier: Apache-2.0
// Operators of the onnx dialect: family Sequence.
#ifndef CAMEO_DIALECTS_ONNX_SEQUENCE
#define CAMEO_DIALECTS_ONNX_SEQUENCE

include "dialects/ONNX/ONNXBase.td"

def ONNX_SequenceEmptyOp : ONNX_PureOp<"SequenceEmpty"> {
  let summary = "A sequence without elements";
  let arguments = (ins IntOr<1>:$dtype);
  let results = (outs ONNX_Sequence:$output);
}
def ONNX_SequenceConstructOp : ONNX_PureOp<"SequenceConstruct"> {
  let summary = "A sequence of the operands";
  let arguments = (ins Variadic<ONNX_Value>:$inputs);
  let results = (outs ONNX_Sequence:$output_sequence);
}
def ONNX_SequenceInsertOp : ONNX_PureOp<"SequenceInsert"> {
  let summary = "The sequence with a tensor inserted before a position (at the end if absent)";
  let arguments = (ins ONNX_Sequence:$input_sequence, ONNX_Value:$tensor, ONNX_OptionalTensor:$position);
  let results = (outs ONNX_Sequence:$output_sequence);
}
def ONNX_SequenceEraseOp : ONNX_PureOp<"SequenceErase"> {
  let summary = "The sequence without the element at a position (the last if absent)";
  let arguments = (ins ONNX_Sequence:$input_sequence, ONNX_OptionalTensor:$position);
  let results = (outs ONNX_Sequence:$output_sequence);
}
def ONNX_SequenceAtOp : ONNX_PureOp<"SequenceAt"> {
  let summary = "The element at a position";
  let arguments = (ins ONNX_Sequence:$input_sequence, ONNX_Tensor:$position);
  let results = (outs ONNX_Value:$tensor);
}
def ONNX_SequenceLengthOp : ONNX_PureOp<"SequenceLength"> {
  let summary = "The number of elements";
  let arguments = (ins ONNX_Sequence:$input_sequence);
  let results = (outs ONNX_Tensor:$length);
}
def ONNX_ConcatFromSequenceOp : ONNX_PureOp<"ConcatFromSequence"> {
  let summary = "Joins the elements along an axis, a new one if new_axis";
  let arguments = (ins ONNX_Sequence:$input_sequence, IntAttr:$axis, FlagOr<0>:$new_axis);
  let results = (outs ONNX_Tensor:$concat_result);
}
def ONNX_SplitToSequenceOp : ONNX_PureOp<"SplitToSequence"> {
  let summary = "A sequence of parts of a tensor along an axis";
  let arguments = (ins ONNX_Tensor:$input, ONNX_OptionalTensor:$split, IntOr<0>:$axis, FlagOr<1>:$keepdims);
  let results = (outs ONNX_Sequence:$output_sequence);
}

#endif
