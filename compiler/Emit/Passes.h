// SPDX-License-Identifier: Apache-2.0
// Passes just before code generation.
#ifndef CAMEO_COMPILER_EMIT_PASSES_H
#define CAMEO_COMPILER_EMIT_PASSES_H

#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/Pass/Pass.h"

namespace cameo {
#define GEN_PASS_DECL
#define GEN_PASS_REGISTRATION
#include "compiler/Emit/Passes.h.inc"
} // namespace cameo

#endif
