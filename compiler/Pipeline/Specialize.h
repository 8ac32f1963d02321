// SPDX-License-Identifier: Apache-2.0
// Sizes that the user gives for dynamic dimensions of a model's inputs.
#ifndef CAMEO_COMPILER_PIPELINE_SPECIALIZE_H
#define CAMEO_COMPILER_PIPELINE_SPECIALIZE_H

#include "mlir/IR/BuiltinOps.h"
#include <string>
#include <vector>

namespace cameo {

using NamedSizes = std::vector<std::pair<std::string, int64_t>>;
using NamedShapes = std::vector<std::pair<std::string, std::vector<int64_t>>>;

/// Writes sizes by the names of dimensions, and shapes by the names of inputs,
/// into the types of @main's arguments. Errors speak of `option` where a
/// dimension is not there.
llvm::LogicalResult specializeInputs(mlir::ModuleOp module,
                                     const NamedSizes &dims,
                                     const NamedShapes &shapes,
                                     llvm::StringRef option = "--dim");

} // namespace cameo

#endif
