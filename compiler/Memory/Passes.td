// SPDX-License-Identifier: Apache-2.0
#ifndef CAMEO_COMPILER_MEMORY_PASSES
#define CAMEO_COMPILER_MEMORY_PASSES

include "mlir/Pass/PassBase.td"

def BufferizeSchedule : Pass<"cameo-bufferize-schedule", "::mlir::ModuleOp"> {
  let summary = "Tensors of the schedule become pointers and sizes";
  let description = [{
    Every tensor of `@main` is a whole contiguous buffer, so a pointer and its dynamic sizes say
    all of it; views cost nothing. A launch becomes `cameo.call`, constants `cameo.weights`.
    A launch that keeps the contents of a destination works in place where that value dies.
    `@main` afterwards takes and returns, for each tensor, a pointer and its dynamic sizes; the
    types it had are in its attributes `cameo.inputs` and `cameo.outputs`.
  }];
  let dependentDialects = ["::cameo::CameoDialect", "::mlir::LLVM::LLVMDialect", "::mlir::arith::ArithDialect",
    "::mlir::scf::SCFDialect"];
}

def PlanMemory : Pass<"cameo-plan-memory", "::mlir::ModuleOp"> {
  let summary = "Gives every buffer its place in the arena";
  let description = [{
    Buffers of constant size get offsets by lifetime. Buffers whose size follows from the input
    shapes share slots, whose sizes the new function `@plan` computes. What only the run can size
    is allocated by the caller. `@plan` takes the dynamic sizes of the inputs and the number of
    threads; it returns the bytes of the arena, offset and stride of the workers' scratch memory,
    then the offsets of the slots.
  }];
  let options = [Option<"print", "print", "bool", "false", "Print the plan to standard error">];
  let dependentDialects = ["::cameo::CameoDialect", "::mlir::LLVM::LLVMDialect", "::mlir::arith::ArithDialect"];
}

def KernelArguments : Pass<"cameo-kernel-arguments", "::mlir::ModuleOp"> {
  let summary = "Kernel functions take pointers and sizes instead of memrefs";
  let description = [{
    A memref argument becomes a pointer that aliases no other, and one i64 per dynamic size, in
    the order in which `cameo.call` passes them. The entry of kernel K, which the runtime's threads
    call, is `NAME.kernel.K`. Removes the `.tiles` functions.
  }];
  let options = [Option<"name", "name", "std::string", "\"model\"", "Prefix of every symbol">];
  let dependentDialects = ["::cameo::CameoDialect", "::mlir::LLVM::LLVMDialect", "::mlir::arith::ArithDialect"];
}

def LowerSchedule : Pass<"cameo-lower-schedule", "::mlir::ModuleOp"> {
  let summary = "Planned schedule to the functions NAME.plan and NAME.run of abi.h";
  let description = [{
    Expects unstructured control flow in `@main`, and kernel entries.
  }];
  let options = [Option<"name", "name", "std::string", "\"model\"", "Prefix of every symbol">];
  let dependentDialects = ["::cameo::CameoDialect", "::mlir::LLVM::LLVMDialect", "::mlir::arith::ArithDialect",
    "::mlir::cf::ControlFlowDialect"];
}

#endif
