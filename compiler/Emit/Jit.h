// SPDX-License-Identifier: Apache-2.0
// Runs a compiled model in this process, to evaluate at compile time what
// depends on constants only.
#ifndef CAMEO_COMPILER_EMIT_JIT_H
#define CAMEO_COMPILER_EMIT_JIT_H

#include "mlir/IR/BuiltinOps.h"

namespace cameo {

/// Compiles `module` (partitioned, llvm dialect, symbols that begin with
/// `name`) for this machine and runs it once on the bytes of `inputs`, whose
/// types are static. Returns the results; those beyond 1 KB as resources.
llvm::FailureOr<llvm::SmallVector<mlir::ElementsAttr>>
runOnce(mlir::ModuleOp module, llvm::StringRef name,
        llvm::ArrayRef<mlir::ElementsAttr> inputs);

} // namespace cameo

#endif
