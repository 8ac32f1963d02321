// SPDX-License-Identifier: Apache-2.0
// Operators of the onnx dialect: family Control.
#ifndef CAMEO_DIALECTS_ONNX_CONTROL
#define CAMEO_DIALECTS_ONNX_CONTROL

include "dialects/ONNX/ONNXBase.td"

def ONNX_NoneOp : ONNX_PureOp<"None"> {
  let summary = "An absent optional operand";
  let results = (outs NoneType:$none);
}

//===-- Subgraphs ---------------------------------------------------------===//
// They see the values of the graph around them. Their block's arguments are the subgraph's inputs.
class ONNX_GraphOp<string mnemonic> : ONNX_Op<mnemonic, [RecursiveMemoryEffects]> {
  let assemblyFormat = "`(` operands `)` attr-dict `:` functional-type(operands, results) regions";
}
defvar Subgraph = SizedRegion<1>;

def ONNX_YieldOp : ONNX_PureOp<"Yield", [Terminator]> {
  let summary = "The outputs of a subgraph";
  let arguments = (ins Variadic<ONNX_Value>:$values);
}
def ONNX_IfOp : ONNX_GraphOp<"If"> {
  let summary = "One of two subgraphs";
  let arguments = (ins ONNX_Tensor:$cond);
  let results = (outs Variadic<ONNX_Value>:$outputs);
  let regions = (region Subgraph:$then_branch, Subgraph:$else_branch);
}
def ONNX_LoopOp : ONNX_GraphOp<"Loop"> {
  let summary = "Repeats a subgraph (iteration, condition, values…) → (condition, values…, scan outputs…)";
  let arguments = (ins ONNX_OptionalTensor:$M, ONNX_OptionalTensor:$cond,
    Variadic<ONNX_Value>:$v_initial);
  let results = (outs Variadic<ONNX_Value>:$v_final_and_scan_outputs);
  let regions = (region Subgraph:$body);
}
def ONNX_ScanOp : ONNX_GraphOp<"Scan"> {
  let summary = "Runs a subgraph (states…, slices…) → (states…, slices…) over slices of its scan inputs";
  let arguments = (ins Variadic<ONNX_Value>:$initial_state_and_scan_inputs, PositiveInt:$num_scan_inputs,
    OptInts:$scan_input_axes, OptInts:$scan_input_directions, OptInts:$scan_output_axes,
    OptInts:$scan_output_directions);
  let results = (outs Variadic<ONNX_Value>:$final_state_and_scan_outputs);
  let regions = (region Subgraph:$body);
}
def ONNX_SequenceMapOp : ONNX_GraphOp<"SequenceMap"> {
  let summary = "Applies a subgraph to each element of a sequence";
  let arguments = (ins ONNX_Sequence:$input_sequence, Variadic<ONNX_Value>:$additional_inputs);
  let results = (outs Variadic<ONNX_Value>:$out_sequence);
  let regions = (region Subgraph:$body);
}
// Domain ai.onnx.preview. An absent modifier is a region without a block.
def ONNX_FlexAttentionOp : ONNX_GraphOp<"preview.FlexAttention"> {
  let summary = "Attention whose scores and probabilities pass through subgraphs";
  let arguments = (ins ONNX_Tensor:$Q, ONNX_Tensor:$K, ONNX_Tensor:$V, OptFloat:$scale,
    OptInt:$softmax_precision);
  let results = (outs ONNX_Tensor:$Y);
  let regions = (region MaxSizedRegion<1>:$score_mod, MaxSizedRegion<1>:$prob_mod);
}

//===-- Optionals ---------------------------------------------------------===//
def ONNX_OptionalOp : ONNX_PureOp<"Optional"> {
  let summary = "An optional that holds the operand, or an empty one of type `type`";
  let arguments = (ins ONNX_OptionalValue:$input, OptionalAttr<TypeAttr>:$type);
  let results = (outs ONNX_Value:$output);
}
def ONNX_OptionalGetElementOp : ONNX_PureOp<"OptionalGetElement"> {
  let summary = "What an optional holds; a run-time error if it is empty";
  let arguments = (ins ONNX_Value:$input);
  let results = (outs ONNX_Value:$output);
}
def ONNX_OptionalHasElementOp : ONNX_PureOp<"OptionalHasElement"> {
  let summary = "Whether an optional holds something";
  let arguments = (ins ONNX_OptionalValue:$input);
  let results = (outs ONNX_Tensor:$output);
}

#endif
