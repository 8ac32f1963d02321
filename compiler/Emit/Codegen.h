// SPDX-License-Identifier: Apache-2.0
// From the llvm dialect to machine code: each nested module of a partitioned
// module is translated to LLVM IR, optimised and compiled by itself, in
// parallel.
#ifndef CAMEO_COMPILER_EMIT_CODEGEN_H
#define CAMEO_COMPILER_EMIT_CODEGEN_H

#include "compiler/Emit/Target.h"
#include "mlir/IR/BuiltinOps.h"
#include "llvm/ADT/SmallVector.h"

namespace llvm {
class Module;
}

namespace cameo {

enum class CodegenOutput { Object, Assembly, LLVMIR };

/// What one nested module became: object code, or text.
using CodeBuffer = llvm::SmallVector<char, 0>;

/// Compiles every module nested in `module`. The functions that other modules
/// of the library use get hidden visibility, all others are internal.
llvm::FailureOr<std::vector<CodeBuffer>>
generateCode(mlir::ModuleOp module, const CodegenTarget &target,
             CodegenOutput output);

/// Compiles one LLVM module that is finished already.
llvm::FailureOr<CodeBuffer> generateObject(llvm::Module &module,
                                           const CodegenTarget &target);

} // namespace cameo

#endif
