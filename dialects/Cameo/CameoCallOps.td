// SPDX-License-Identifier: Apache-2.0
// Calls of C functions from the schedule (runtime/include/cameo/operator.h): on tensors as the
// lowering makes them, on memory as compiler/Memory does; and constant strings. Apart from the
// other operations, in CameoCalls.h, for few files know of them.
#ifndef CAMEO_DIALECTS_CAMEO_CALL_OPS
#define CAMEO_DIALECTS_CAMEO_CALL_OPS

include "dialects/Cameo/CameoOps.td"

def Cameo_StringsOp : Cameo_Op<"host_strings", [Pure]> {
  let summary = "Constant strings: a tensor of addresses, or its own address";
  let description = [{
    A string is an i64 that is a `const char *`, known when the library is loaded; so no pass may
    look into the elements. `values` are in row-major order and hold no zero byte.
  }];
  let arguments = (ins StrArrayAttr:$values);
  let results = (outs AnyTypeOf<[StaticShapeTensorOf<[I64]>, Cameo_Pointer]>:$result);
  let assemblyFormat = "$values attr-dict `:` type($result)";
  let hasVerifier = 1;
}

def Cameo_HostCallOp : Cameo_Op<"host_call", [AttrSizedOperandSegments,
    DeclareOpInterfaceMethods<MemoryEffectsOpInterface>]> {
  let summary = "Calls a C function on whole tensors";
  let description = [{
    `symbol` has the signature `cameo_operator` of runtime/include/cameo/operator.h. Results are in
    memory that the schedule provides, their dynamic sizes being `sizes`, in order; those that
    `allocates` numbers are sized and allocated by the function, which then states all dimensions
    that the type leaves open. `dtypes` are the element types (cameo_dtype) of inputs, then
    results. `parameters` are constants by name: strings, integers, floats, and arrays of them.
    `node` names node and operator in errors. A `pure` call may be dropped, merged or moved.
  }];
  let arguments = (ins StrAttr:$symbol, Variadic<AnyRankedTensor>:$inputs, Variadic<Index>:$sizes,
      DenseI32ArrayAttr:$dtypes, DefaultValuedAttr<DenseI64ArrayAttr, "{}">:$allocates,
      DefaultValuedAttr<DictionaryAttr, "{}">:$parameters,
      DefaultValuedStrAttr<StrAttr, "">:$node, UnitAttr:$pure);
  let results = (outs Variadic<AnyRankedTensor>:$results);
  let assemblyFormat = [{
    $symbol (`ins` `(` $inputs^ `:` type($inputs) `)`)? (`sizes` `(` $sizes^ `)`)? attr-dict
    (`->` type($results)^)?
  }];
  let hasVerifier = 1;
  let extraClassDeclaration = [{
    /// Whether the function sizes result `i`.
    bool allocatesResult(unsigned i) {
      return ::llvm::is_contained(getAllocates(), static_cast<int64_t>(i));
    }
    /// The operand that is the size of dimension `d` of result `i`; null if it is static or the
    /// function's business.
    ::mlir::Value getSizeOf(unsigned i, int64_t d);
  }];
}

def Cameo_HostRunOp : Cameo_Op<"host_run", [AttrSizedOperandSegments,
    MemoryEffects<[MemRead, MemWrite]>]> {
  let summary = "cameo.host_call on memory";
  let description = [{
    `types` are those of `input_count` inputs, then of the results. `data`, `bytes` and `sizes`
    (dynamic ones only) are of the inputs and of the results that the schedule provides, in order;
    the operation's results are, for each of the others, its address and its dynamic sizes.
  }];
  let arguments = (ins StrAttr:$symbol, Variadic<Cameo_Pointer>:$data, Variadic<Index>:$bytes,
      Variadic<Index>:$sizes, TypeArrayAttr:$types, I64Attr:$input_count,
      DenseI32ArrayAttr:$dtypes, DenseI64ArrayAttr:$allocates, DictionaryAttr:$parameters,
      StrAttr:$node);
  let results = (outs Variadic<AnyType>:$results);
  let assemblyFormat = [{
    $symbol `(` $data `)` `bytes` `(` $bytes `)` `sizes` `(` $sizes `)` attr-dict
    (`->` type($results)^)?
  }];
}

#endif
