// SPDX-License-Identifier: Apache-2.0
// What a schedule is made of once its tensors are memory: pointers, calls of kernel functions,
// and places in the arena. compiler/Memory makes these and lowers them; nothing else does.
#ifndef CAMEO_DIALECTS_CAMEO_BUFFER_OPS
#define CAMEO_DIALECTS_CAMEO_BUFFER_OPS

include "mlir/Dialect/LLVMIR/LLVMOpBase.td"
include "mlir/Interfaces/InferTypeOpInterface.td"

def Cameo_Pointer : Type<LLVM_PointerInAddressSpace<0>.predicate, "pointer to memory of the model",
                         "::mlir::LLVM::LLVMPointerType">,
    BuildableType<"::mlir::LLVM::LLVMPointerType::get($_builder.getContext())">;

//===-- Buffers -----------------------------------------------------------===//

def Cameo_BufferOp : Cameo_Op<"buffer", [MemoryEffects<[MemAlloc]>]> {
  let summary = "Memory for one tensor, of a size in bytes";
  let description = [{
    Alive from here to the last use of the pointer. Each time the operation runs it may return
    the same memory, so what one iteration of a loop made must not be read by the next: values
    that a loop carries are copied into a buffer of their own. Negative sizes count as 0.
  }];
  let arguments = (ins Index:$bytes);
  let results = (outs Cameo_Pointer:$ptr);
  let assemblyFormat = "$bytes attr-dict";
}

def Cameo_WeightsOp : Cameo_Op<"weights", [Pure]> {
  let summary = "Address of a constant in the weights section";
  let arguments = (ins ElementsAttr:$value);
  let results = (outs Cameo_Pointer:$ptr);
  let assemblyFormat = "$value attr-dict";
}

def Cameo_CopyOp : Cameo_Op<"copy", [MemoryEffects<[MemRead, MemWrite]>]> {
  let summary = "Copies bytes between buffers that do not overlap";
  let arguments = (ins Cameo_Pointer:$dst, Cameo_Pointer:$src,
                       Index:$bytes);
  let assemblyFormat = "$bytes `from` $src `to` $dst attr-dict";
}

def Cameo_CallOp : Cameo_Op<"call", [MemoryEffects<[MemRead, MemWrite]>]> {
  let summary = "Runs a kernel function over its tiles";
  let description = [{
    `args` are those of the kernel function: for a memref its address and its dynamic sizes.
    `tiles`, `grain` and `scratch` (bytes for one worker) are what `@callee.tiles` says.
  }];
  let arguments = (ins FlatSymbolRefAttr:$callee, Variadic<AnyType>:$args, Index:$tiles,
                       Index:$grain, Index:$scratch, OptionalAttr<F64Attr>:$flops,
                       OptionalAttr<F64Attr>:$bytes);
  let assemblyFormat = [{
    $callee `(` ($args^ `:` type($args))? `)` `tiles` `(` $tiles `,` $grain `)`
    `scratch` `(` $scratch `)` attr-dict
  }];
}

//===-- Planned memory ----------------------------------------------------===//

def Cameo_ArenaOp : Cameo_Op<"arena", [Pure]> {
  let summary = "Address at a fixed offset of the arena, or at one that the plan holds";
  let arguments = (ins OptionalAttr<I64Attr>:$offset, OptionalAttr<I64Attr>:$plan_entry);
  let results = (outs Cameo_Pointer:$ptr);
  let assemblyFormat = "(`offset` $offset^)? (`plan` $plan_entry^)? attr-dict";
}

def Cameo_AllocateOp : Cameo_Op<"allocate", [MemoryEffects<[MemAlloc]>]> {
  let summary = "Memory of a size that only the run knows";
  let description = [{
    `slot` numbers the places in the code that allocate: a place keeps its memory and asks the
    caller for more only when it is too small.
  }];
  let arguments = (ins Index:$bytes, I64Attr:$slot);
  let results = (outs Cameo_Pointer:$ptr);
  let assemblyFormat = "$bytes `slot` $slot attr-dict";
}

#endif
