// SPDX-License-Identifier: Apache-2.0
// The tables of constant strings that a model's code refers to: addresses, which
// the linker fills in.
#ifndef CAMEO_COMPILER_EMIT_STRINGS_H
#define CAMEO_COMPILER_EMIT_STRINGS_H

#include "mlir/IR/BuiltinOps.h"
#include "llvm/IR/Module.h"

namespace cameo {

/// Defines NAME.strings.K for each table K of `module` (its attribute
/// cameo.strings). Null if it has none.
std::unique_ptr<llvm::Module> makeStrings(llvm::LLVMContext &context,
                                          mlir::ModuleOp module,
                                          llvm::StringRef name);

} // namespace cameo

#endif
