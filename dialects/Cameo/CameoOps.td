// SPDX-License-Identifier: Apache-2.0
// The cameo dialect: what a schedule of kernels needs and the tensor operations that linalg
// lacks. Everything here is free of ONNX and of targets.
#ifndef CAMEO_DIALECTS_CAMEO_OPS
#define CAMEO_DIALECTS_CAMEO_OPS

include "mlir/IR/OpBase.td"
include "mlir/IR/EnumAttr.td"
include "mlir/IR/SymbolInterfaces.td"
include "mlir/Interfaces/CallInterfaces.td"
include "mlir/Interfaces/ControlFlowInterfaces.td"
include "mlir/Interfaces/FunctionInterfaces.td"
include "mlir/Interfaces/InferTypeOpInterface.td"
include "mlir/Interfaces/SideEffectInterfaces.td"
include "mlir/Interfaces/DestinationStyleOpInterface.td"

def Cameo_Dialect : Dialect {
  let name = "cameo";
  let cppNamespace = "::cameo";
  let summary = "Kernels, the schedule that calls them, and window operations";
  let dependentDialects = ["::mlir::tensor::TensorDialect", "::mlir::LLVM::LLVMDialect",
                           "::mlir::memref::MemRefDialect"];
  let useDefaultTypePrinterParser = 1;
}

class Cameo_Op<string mnemonic, list<Trait> traits = []> : Op<Cameo_Dialect, mnemonic, traits>;

//===-- Kernels and their schedule ----------------------------------------===//

def Cameo_KernelOp : Cameo_Op<"kernel", [FunctionOpInterface, IsolatedFromAbove, Symbol,
                                         AutomaticAllocationScope]> {
  let summary = "One fused computation on whole tensors, called by the schedule";
  let description = [{
    Takes tensors and scalars (`index` sizes and element values); the last `num_outs` arguments
    are the destinations, tensors that the results of `cameo.return` overwrite, in order. The
    body holds linalg, tensor, arith, math and the structured operations of this dialect on
    tensors. A back end turns each kernel into one function over a range of tiles. Every tensor
    argument is a whole, contiguous, row-major buffer: views stay inside the kernel.
  }];
  let arguments = (ins SymbolNameAttr:$sym_name, TypeAttrOf<FunctionType>:$function_type,
                       I64Attr:$num_outs, OptionalAttr<StrAttr>:$sym_visibility,
                       OptionalAttr<DictArrayAttr>:$arg_attrs, OptionalAttr<DictArrayAttr>:$res_attrs);
  let regions = (region SizedRegion<1>:$body);
  let hasCustomAssemblyFormat = 1;
  let hasVerifier = 1;
  let skipDefaultBuilders = 1;
  let builders = [OpBuilder<(ins "::llvm::StringRef":$name, "::mlir::FunctionType":$type,
                                 "int64_t":$numOuts)>];
  let extraClassDeclaration = [{
    ::mlir::Region *getCallableRegion() { return &getBody(); }
    ::llvm::ArrayRef<::mlir::Type> getArgumentTypes() { return getFunctionType().getInputs(); }
    ::llvm::ArrayRef<::mlir::Type> getResultTypes() { return getFunctionType().getResults(); }
    ReturnOp getReturn();
    /// The destination argument of result `i`.
    ::mlir::BlockArgument getOut(unsigned i);
  }];
}

def Cameo_ReturnOp : Cameo_Op<"return", [Pure, HasParent<"KernelOp">, ReturnLike, Terminator]> {
  let summary = "Ends a kernel; result i is written to its i-th destination";
  let arguments = (ins Variadic<AnyRankedTensor>:$values);
  let assemblyFormat = "attr-dict ($values^ `:` type($values))?";
}

def Cameo_LaunchOp : Cameo_Op<"launch", [AttrSizedOperandSegments, Pure,
    DestinationStyleOpInterface, DeclareOpInterfaceMethods<SymbolUserOpInterface>]> {
  let summary = "Calls a kernel from the schedule";
  let description = [{
    `inputs` are tensors and scalars, `outs` the destinations; results correspond to `outs`. The
    kernel may read what a destination holds before (a `cameo.compute` updates it): a launch counts
    as a read of its destinations, which costs nothing where they are `tensor.empty`. Of operands
    more sizes may be known than of the kernel's arguments.
  }];
  let arguments = (ins FlatSymbolRefAttr:$callee, Variadic<AnyType>:$inputs,
                       Variadic<AnyShaped>:$outs);
  let results = (outs Variadic<AnyRankedTensor>:$results);
  let assemblyFormat = [{
    $callee (`ins` `(` $inputs^ `:` type($inputs) `)`)? (`outs` `(` $outs^ `:` type($outs) `)`)?
    attr-dict (`->` type($results)^)?
  }];
  let extraClassDeclaration = [{
    ::mlir::MutableOperandRange getDpsInitsMutable() { return getOutsMutable(); }
    /// Whether the operands' types are the kernel's, not only at least as static.
    bool hasTypesOf(KernelOp kernel);
  }];
}

def Cameo_CheckOp : Cameo_Op<"check"> {
  let summary = "Ends the run with an error unless the condition holds";
  let description = [{
    For what only the run can know: a caller's shape, an index, a size. `message` names the
    node, the operator and the reason.
  }];
  let arguments = (ins I1:$condition, StrAttr:$message);
  let assemblyFormat = "$condition `,` $message attr-dict";
}

def Cameo_ComputeOp : Cameo_Op<"compute", [AttrSizedOperandSegments, DestinationStyleOpInterface,
    SingleBlock, RecursiveMemoryEffects, RecursivelySpeculatable]> {
  let summary = "A computation written as loops over buffers";
  let description = [{
    For what linalg cannot say well: scatters, sorts, selections, data-dependent control. The
    region's arguments are one `index` for the tile if `tiles` is given, then one per input and
    one per destination: tensors arrive as contiguous memrefs of the same shape, scalars as they
    are. Inputs are read only. Tiles may run in parallel and in any order, so they write apart
    from each other; without `tiles` the region runs once. Destinations hold the contents of
    their operands first. The region is made of arith, math, scf, memref (alloca only, of
    static size), and nothing else.
  }];
  let arguments = (ins Optional<Index>:$tiles, Variadic<AnyType>:$inputs,
                       Variadic<AnyShaped>:$outs);
  let results = (outs Variadic<AnyRankedTensor>:$results);
  let regions = (region SizedRegion<1>:$body);
  let assemblyFormat = [{
    (`tiles` `(` $tiles^ `)`)? (`ins` `(` $inputs^ `:` type($inputs) `)`)?
    (`outs` `(` $outs^ `:` type($outs) `)`)? attr-dict-with-keyword $body (`->` type($results)^)?
  }];
  let hasVerifier = 1;
  let hasCanonicalizer = 1;
  let builders = [OpBuilder<(ins "::mlir::Value":$tiles, "::mlir::ValueRange":$inputs,
      "::mlir::ValueRange":$outs,
      "::llvm::function_ref<void(::mlir::OpBuilder &, ::mlir::Location, ::mlir::ValueRange)>":$body)>];
  let extraClassDeclaration = [{
    ::mlir::MutableOperandRange getDpsInitsMutable() { return getOutsMutable(); }
  }];
}

def Cameo_YieldOp : Cameo_Op<"yield", [Pure, ParentOneOf<["ComputeOp", "RecurrenceOp"]>, Terminator]> {
  let summary = "Ends the region of cameo.compute, and with values that of cameo.recurrence";
  let arguments = (ins Variadic<AnyType>:$values);
  let assemblyFormat = "attr-dict ($values^ `:` type($values))?";
  let builders = [OpBuilder<(ins), [{}]>];
}

//===-- Window operations -------------------------------------------------===//
// Rank-k windows over [N, C, spatial...] (layout nchw) or [N, C/c, spatial..., c] (layout nchwc,
// channels padded with zeros to a multiple of c). `pads` is begin... then end..., k each. Padding
// is implicit: zero for convolutions and sums, the identity for max. The destination is
// overwritten, not accumulated into; its shape states the output's size.

def Cameo_Layout : I32EnumAttr<"Layout", "Layout of a window operation's tensors",
    [I32EnumAttrCase<"NCHW", 0, "nchw">, I32EnumAttrCase<"NCHWc", 1, "nchwc">]> {
  let cppNamespace = "::cameo";
}

class Cameo_WindowOp<string mnemonic, list<Trait> traits = []>
    : Cameo_Op<mnemonic, !listconcat(traits, [Pure, DestinationStyleOpInterface])> {
  let extraClassDeclaration = [{
    ::mlir::MutableOperandRange getDpsInitsMutable() { return getOutMutable(); }
    unsigned getSpatialRank() { return getStrides().size(); }
  }];
  let hasVerifier = 1;
}

def Cameo_ConvOp : Cameo_WindowOp<"conv"> {
  let summary = "Convolution (cross-correlation) without bias";
  let description = [{
    nchw: filter [M, C/groups, k...]. nchwc: input [N, C/c, spatial..., c], filter
    [M/m, C/c, k..., c, m] (depthwise, groups = C: [C/c, k..., c]), output
    [N, M/m, spatial..., m]. Groups of g channels, several to a block: groups is the number of
    blocks and the filter [M/c, 1, k..., g, c], where lane l reads the inputs of its group, which
    begin at l / g * g. The input of an nchwc convolution may still be nchw (a first layer
    with few channels): then its rank is that of nchw and the filter is [M/m, C, k..., m].
  }];
  let arguments = (ins AnyRankedTensor:$input, AnyRankedTensor:$filter, AnyRankedTensor:$out,
      DenseI64ArrayAttr:$strides, DenseI64ArrayAttr:$dilations, DenseI64ArrayAttr:$pads,
      I64Attr:$groups, DefaultValuedAttr<Cameo_Layout, "Layout::NCHW">:$layout);
  let results = (outs AnyRankedTensor:$result);
  let assemblyFormat = [{
    `ins` `(` $input `,` $filter `:` type($input) `,` type($filter) `)`
    `outs` `(` $out `:` type($out) `)` attr-dict `->` type($result)
  }];
}

def Cameo_ConvTransposeOp : Cameo_WindowOp<"conv_transpose"> {
  let summary = "Transposed convolution without bias";
  let description = [{
    nchw: filter [C, M/groups, k...]. nchwc: groups is 1, input, filter and output as those of
    cameo.conv.
  }];
  let arguments = (ins AnyRankedTensor:$input, AnyRankedTensor:$filter, AnyRankedTensor:$out,
      DenseI64ArrayAttr:$strides, DenseI64ArrayAttr:$dilations, DenseI64ArrayAttr:$pads,
      I64Attr:$groups, DefaultValuedAttr<Cameo_Layout, "Layout::NCHW">:$layout);
  let results = (outs AnyRankedTensor:$result);
  let assemblyFormat = [{
    `ins` `(` $input `,` $filter `:` type($input) `,` type($filter) `)`
    `outs` `(` $out `:` type($out) `)` attr-dict `->` type($result)
  }];
}

def Cameo_PoolKind : I32EnumAttr<"PoolKind", "What a pooling window computes",
    [I32EnumAttrCase<"Max", 0, "max">, I32EnumAttrCase<"Average", 1, "average">,
     I32EnumAttrCase<"Sum", 2, "sum">]> {
  let cppNamespace = "::cameo";
}

def Cameo_PoolOp : Cameo_WindowOp<"pool"> {
  let summary = "Max, average or sum over windows";
  let description = [{
    Average divides by the elements inside the input, or, with `count_include_pad`, inside the
    input and its stated padding (elements past the end padding, which ceil mode adds, never
    count). Integer maxima compare signed unless `is_unsigned`.
  }];
  let arguments = (ins AnyRankedTensor:$input, AnyRankedTensor:$out, Cameo_PoolKind:$kind,
      DenseI64ArrayAttr:$kernel, DenseI64ArrayAttr:$strides, DenseI64ArrayAttr:$dilations,
      DenseI64ArrayAttr:$pads, UnitAttr:$count_include_pad, UnitAttr:$is_unsigned,
      DefaultValuedAttr<Cameo_Layout, "Layout::NCHW">:$layout);
  let results = (outs AnyRankedTensor:$result);
  let assemblyFormat = [{
    $kind `ins` `(` $input `:` type($input) `)` `outs` `(` $out `:` type($out) `)` attr-dict
    `->` type($result)
  }];
}

//===-- Decision trees ----------------------------------------------------===//

def Cameo_TreeSum : I32EnumAttr<"TreeSum", "What becomes of the values of a row's leaves",
    [I32EnumAttrCase<"Sum", 0, "sum">, I32EnumAttrCase<"Min", 1, "min">,
     I32EnumAttrCase<"Max", 2, "max">, I32EnumAttrCase<"Each", 3, "each">]> {
  let cppNamespace = "::cameo";
}

def Cameo_TreesOp : Cameo_Op<"trees", [Pure, DestinationStyleOpInterface]> {
  let summary = "Walks every row of a matrix down every tree of an ensemble";
  let description = [{
    Node n is `links[n]` and `splits[n]`. From the lowest bit, a link holds `feature_bits` bits: the
    column of `input` that is compared, then three flags: the node branches; a NaN goes to the first
    child; the comparison is == instead of <=. The other bits, signed, are the distance from n to
    its first child; the second child is the next node. What fails the comparison goes to the second
    child. A node that does not branch goes to its first child always, and a leaf is its own child.
    Flags other than the first are 0 where `missing` and `equal` are not set. No walk takes more than
    `depth` steps. `roots` names the first nodes of `trees` trees; it is followed by at least 63 of
    a leaf that counts for nothing.

    Without `leaves`, the value of a leaf is its split: the values of all trees are summed up (or
    the least or largest taken, where NaN is none) into out [rows, 1], or, for `each`, written to
    out [rows, trees]. With `leaves` [count, columns], a leaf's split is the bits of the number of a
    row of it, and the rows are summed up column by column into out [rows, columns]. `out` may be
    wider than the splits; it is overwritten.
  }];
  let arguments = (ins AnyRankedTensor:$input, AnyRankedTensor:$links, AnyRankedTensor:$splits,
      AnyRankedTensor:$roots, Optional<AnyRankedTensor>:$leaves, AnyRankedTensor:$out,
      Cameo_TreeSum:$kind, I64Attr:$trees, I64Attr:$feature_bits, I64Attr:$depth,
      UnitAttr:$missing, UnitAttr:$equal);
  let results = (outs AnyRankedTensor:$result);
  let assemblyFormat = [{
    $kind `ins` `(` $input `,` $links `,` $splits `,` $roots (`,` $leaves^)? `:` type($input) `,`
    type($links) `,` type($splits) `,` type($roots) (`,` type($leaves)^)? `)`
    `outs` `(` $out `:` type($out) `)` attr-dict `->` type($result)
  }];
  let extraClassDeclaration = [{
    ::mlir::MutableOperandRange getDpsInitsMutable() { return getOutMutable(); }
  }];
  let hasVerifier = 1;
}

//===-- Recurrent layers --------------------------------------------------===//

def Cameo_RecurrenceOp : Cameo_Op<"recurrence", [AttrSizedOperandSegments, Pure,
                                                 DestinationStyleOpInterface]> {
  let summary = "All steps of a recurrent layer, in each of its directions";
  let description = [{
    `inputs` [steps, batch, directions * gates * hidden] is what each gate of each unit gets from
    outside, `states` the values [directions, batch, hidden] before the first step; the first state
    is what meets the weights. `reversed` has an entry for each direction and says whether it takes
    the last step first. With `batch_first` the first two dimensions of `inputs` are swapped.

    A step has one stage or several. Stage i multiplies, for each direction and row of the batch, a
    vector of `hidden` elements by `weights[i]` [directions, gates_i * hidden, hidden]: the first
    state in stage 0, else the first value that the stage before yields. Its region computes one
    unit of one row. The region's arguments are the `gates` inputs of the unit, its gates_i products,
    the states, the unit's element of each of `vectors` [directions, hidden], and the values that
    all earlier stages have yielded, in order. The last stage yields the new states.

    A row whose entry of `lengths` [batch] is not above the step's number keeps its states.

    The first destination and result takes the first state after every step, [steps, directions,
    batch, hidden] or, with `batch_first`, [batch, steps, directions, hidden], zero where the row has
    ended; the others take the states after the last step, as `states`. All floats are of one type.

    Packed weights are [directions, ceil(hidden / v), hidden, gates_i, v]: what v neighbouring units
    multiply by each element, gates side by side, padded with zeros.
  }];
  let arguments = (ins AnyRankedTensor:$inputs, Variadic<AnyRankedTensor>:$weights,
      Variadic<AnyRankedTensor>:$states, Variadic<AnyRankedTensor>:$vectors,
      Optional<AnyRankedTensor>:$lengths, Variadic<AnyRankedTensor>:$outs,
      DenseBoolArrayAttr:$reversed, I64Attr:$gates, UnitAttr:$batch_first);
  let results = (outs Variadic<AnyRankedTensor>:$results);
  let regions = (region VariadicRegion<SizedRegion<1>>:$stages);
  let assemblyFormat = [{
    `ins` `(` $inputs `:` type($inputs) `)` `weights` `(` $weights `:` type($weights) `)`
    `states` `(` $states `:` type($states) `)`
    (`vectors` `(` $vectors^ `:` type($vectors) `)`)? (`lengths` `(` $lengths^ `:` type($lengths) `)`)?
    `outs` `(` $outs `:` type($outs) `)` attr-dict-with-keyword $stages `->` type($results)
  }];
  let extraClassDeclaration = [{
    ::mlir::MutableOperandRange getDpsInitsMutable() { return getOutsMutable(); }
    int64_t getNumDirections() { return getReversed().size(); }
    /// Units of one direction; dynamic if only the run knows.
    int64_t getHidden();
    /// Products of stage `i`.
    int64_t getNumProducts(unsigned i);
    bool isPacked();
    /// The dimension of `inputs` that counts steps.
    unsigned getStepDim() { return getBatchFirst() ? 1 : 0; }
  }];
  let hasVerifier = 1;
}

//===-- Products of bytes -------------------------------------------------===//

def Cameo_WordsOp : Cameo_Op<"words", [Pure]> {
  let summary = "The bytes of a tensor's rows, four by four as 32-bit words";
  let description = [{
    A view: the last size, a multiple of four known when the model is compiled, becomes a quarter.
    The first byte is the word's lowest.
  }];
  let arguments = (ins AnyRankedTensor:$source);
  let results = (outs AnyRankedTensor:$result);
  let assemblyFormat = "$source attr-dict `:` type($source) `to` type($result)";
  let hasVerifier = 1;
}

def Cameo_PackedOp : Cameo_Op<"packed", [Pure]> {
  let summary = "Bytes as the tensor of elements narrower than a byte that they hold";
  let description = [{
    A view: the elements, row-major, are one stream of bits, the first in the lowest bits of the
    first byte, as ONNX has it. `sizes` are the dynamic sizes of the result.
  }];
  let arguments = (ins AnyRankedTensor:$bytes, Variadic<Index>:$sizes);
  let results = (outs AnyRankedTensor:$result);
  let assemblyFormat = [{
    $bytes (`sizes` `(` $sizes^ `)`)? attr-dict `:` type($bytes) `to` type($result)
  }];
  let hasVerifier = 1;
}

def Cameo_Dot4Op : Cameo_Op<"dot4", [Pure, SameOperandsAndResultType, Elementwise, Scalarizable,
                                     Vectorizable, Tensorizable]> {
  let summary = "The sum of four products of bytes and an accumulator";
  let description = [{
    `acc` + the unsigned bytes of `a` times the signed bytes of `b`, in 32 bits that wrap: what
    the dot product instructions of CPUs compute.
  }];
  let arguments = (ins SignlessIntegerLike:$a, SignlessIntegerLike:$b, SignlessIntegerLike:$acc);
  let results = (outs SignlessIntegerLike:$result);
  let assemblyFormat = "$a `,` $b `,` $acc attr-dict `:` type($result)";
  let hasVerifier = 1;
}

include "dialects/Cameo/CameoBufferOps.td"
include "dialects/Cameo/CameoValueOps.td"

#endif
