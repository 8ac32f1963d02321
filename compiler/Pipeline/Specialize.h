// SPDX-License-Identifier: Apache-2.0
// Sizes that the user gives for dynamic dimensions of a model's inputs.
#ifndef CAMEO_COMPILER_PIPELINE_SPECIALIZE_H
#define CAMEO_COMPILER_PIPELINE_SPECIALIZE_H

#include "compiler/Pipeline/Compile.h"
#include "mlir/IR/BuiltinOps.h"

namespace cameo {

/// Writes the sizes of `options.dims` and `options.shapes` into the types of
/// @main's arguments.
llvm::LogicalResult specializeInputs(mlir::ModuleOp module,
                                     const CompileOptions &options);

} // namespace cameo

#endif
