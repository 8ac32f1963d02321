// SPDX-License-Identifier: Apache-2.0
// Sequences, optionals and maps in the schedule: immutable values of the run, which a pointer to
// a cameo_value of cameo/abi.h stands for. Tensors enter by cameo.box and leave by cameo.unbox.
#ifndef CAMEO_DIALECTS_CAMEO_VALUE_OPS
#define CAMEO_DIALECTS_CAMEO_VALUE_OPS

include "mlir/IR/AttrTypeBase.td"

def Cameo_Value : TypeDef<Cameo_Dialect, "Value"> {
  let mnemonic = "value";
  let summary = "A sequence, an optional, a map, or a tensor inside of one";
  let description = [{
    What it holds is known to the operators that make and take it; the descriptor tells it of
    inputs and outputs. Nothing ever changes it.
  }];
}

// What cannot run before the cameo.check in front of it: not speculatable.
class Cameo_ValueOp<string mnemonic, list<Trait> traits = []>
    : Cameo_Op<mnemonic, !listconcat(traits, [NoMemoryEffect])>;

def Cameo_BoxOp : Cameo_Op<"box", [Pure]> {
  let summary = "A tensor as a value";
  let description = [{
    `dtype` is the element type as the interface has it (cameo_dtype), which signless integers do
    not tell. The contents are copied unless they stay as they are for the whole run.
  }];
  let arguments = (ins AnyRankedTensor:$tensor, I32Attr:$dtype);
  let results = (outs Cameo_Value:$value);
  let assemblyFormat = "$tensor `dtype` $dtype attr-dict `:` type($tensor)";
}

def Cameo_UnboxOp : Cameo_ValueOp<"unbox"> {
  let summary = "The tensor that a value is";
  let description = [{
    Ends the run with `message` unless element type, rank and static sizes are those of the
    result.
  }];
  let arguments = (ins Cameo_Value:$value, I32Attr:$dtype, StrAttr:$message);
  let results = (outs AnyRankedTensor:$tensor);
  let assemblyFormat = "$value `dtype` $dtype `,` $message attr-dict `:` type($tensor)";
}

def Cameo_ValueKind : I32EnumAttr<"ValueKind", "What a value is made of others as (cameo_kind)",
    [I32EnumAttrCase<"Sequence", 1, "sequence">, I32EnumAttrCase<"Optional", 2, "optional">,
     I32EnumAttrCase<"Map", 3, "map">]> {
  let cppNamespace = "::cameo";
}

def Cameo_MakeValueOp : Cameo_Op<"make_value", [Pure]> {
  let summary = "A sequence of the operands, an optional of at most one, a map of keys and values";
  let description = [{
    A map's keys and values are two boxed tensors of one dimension and as many elements each.
  }];
  let arguments = (ins Cameo_ValueKind:$kind, Variadic<Cameo_Value>:$items);
  let results = (outs Cameo_Value:$value);
  let assemblyFormat = "$kind `(` $items `)` attr-dict";
  let hasVerifier = 1;
}

def Cameo_CountOp : Cameo_Op<"count", [Pure]> {
  let summary = "How many items a sequence has; 0 or 1 for optionals; entries of a map";
  let arguments = (ins Cameo_Value:$value);
  let results = (outs Index:$count);
  let assemblyFormat = "$value attr-dict";
}

def Cameo_ItemOp : Cameo_ValueOp<"item"> {
  let summary = "An item, by its position; a map's keys are at 0, its values at 1";
  let arguments = (ins Cameo_Value:$value, Index:$position);
  let results = (outs Cameo_Value:$item);
  let assemblyFormat = "$value `at` $position attr-dict";
}

def Cameo_InsertItemOp : Cameo_ValueOp<"insert_item"> {
  let summary = "A sequence with one more item, at a position from 0 to its count";
  let description = [{
    At the end it costs no more than the item, as long as the sequence was not appended to before.
  }];
  let arguments = (ins Cameo_Value:$sequence, Cameo_Value:$item, Index:$position);
  let results = (outs Cameo_Value:$value);
  let assemblyFormat = "$item `into` $sequence `at` $position attr-dict";
}

def Cameo_EraseItemOp : Cameo_ValueOp<"erase_item"> {
  let summary = "A sequence without the item at a position";
  let arguments = (ins Cameo_Value:$sequence, Index:$position);
  let results = (outs Cameo_Value:$value);
  let assemblyFormat = "$sequence `at` $position attr-dict";
}

//===-- Once tensors are memory -------------------------------------------===//

def Cameo_BoxMemoryOp : Cameo_Op<"box_memory", [AttrSizedOperandSegments,
                                                MemoryEffects<[MemRead, MemAlloc]>]> {
  let summary = "Memory of `bytes` bytes as a tensor value of these sizes";
  let description = [{
    With `copy` the value has memory of its own with the operand's contents, without an operand
    memory that is still to be written, else the operand's memory.
  }];
  let arguments = (ins Optional<Cameo_Pointer>:$memory, Index:$bytes, Variadic<Index>:$sizes,
                       DenseI64ArrayAttr:$shape, I32Attr:$dtype, UnitAttr:$copy);
  let results = (outs Cameo_Value:$value);
  let assemblyFormat = [{
    ($memory^)? `[` $sizes `]` `bytes` $bytes `shape` $shape `dtype` $dtype (`copy` $copy^)?
    attr-dict
  }];
  let hasVerifier = 1;
}

def Cameo_IsTensorOp : Cameo_ValueOp<"is_tensor"> {
  let summary = "Whether a value is a tensor of this element type and rank";
  let arguments = (ins Cameo_Value:$value, I32Attr:$dtype, I32Attr:$rank);
  let results = (outs I1:$answer);
  let assemblyFormat = "$value `dtype` $dtype `rank` $rank attr-dict";
}

def Cameo_MemoryOfOp : Cameo_ValueOp<"memory_of"> {
  let summary = "Where the elements of a tensor value are";
  let arguments = (ins Cameo_Value:$value);
  let results = (outs Cameo_Pointer:$memory);
  let assemblyFormat = "$value attr-dict";
}

def Cameo_SizeOfOp : Cameo_ValueOp<"size_of"> {
  let summary = "A dimension of a tensor value";
  let arguments = (ins Cameo_Value:$value, I64Attr:$dim);
  let results = (outs Index:$size);
  let assemblyFormat = "$value $dim attr-dict";
}

#endif
