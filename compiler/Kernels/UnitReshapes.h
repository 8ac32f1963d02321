// SPDX-License-Identifier: Apache-2.0
// Reshapes that add or drop dimensions of size 1 only: an index into the result is one into the
// source.
#ifndef CAMEO_COMPILER_KERNELS_UNITRESHAPES_H
#define CAMEO_COMPILER_KERNELS_UNITRESHAPES_H

#include "mlir/IR/AffineExpr.h"
#include "mlir/IR/Value.h"

namespace cameo {

/// expand_shape or collapse_shape that adds or drops dimensions of size 1 only.
bool isUnitReshape(mlir::Operation *op);

/// Follows unit reshapes from `value`, read at `exprs`, to their source, and makes `exprs` the
/// place where that is read.
mlir::Value throughUnitReshapes(mlir::Value value,
                                llvm::SmallVector<mlir::AffineExpr> &exprs);

} // namespace cameo

#endif
