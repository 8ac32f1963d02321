// SPDX-License-Identifier: Apache-2.0
// Moves a group of computations into a kernel.
#ifndef CAMEO_COMPILER_KERNELS_OUTLINE_H
#define CAMEO_COMPILER_KERNELS_OUTLINE_H

#include "dialects/Cameo/Cameo.h"

namespace cameo {

/// Whether `op` computes tensors, so that it belongs into a kernel.
bool isComputation(mlir::Operation *op);
/// Whether the schedule may hold `op`.
bool isScheduleOp(mlir::Operation *op);

/// Replaces `ops` (of one block, in its order) by a launch before `at` of a new kernel `name`.
/// What the schedule still uses of them becomes results of the launch. Values that `ops` use are
/// available at `at`.
void outline(llvm::ArrayRef<mlir::Operation *> ops, mlir::Operation *at,
             llvm::StringRef name, mlir::SymbolTable &symbols);

} // namespace cameo

#endif
