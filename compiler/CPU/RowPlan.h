// SPDX-License-Identifier: Apache-2.0
// How a kernel of rows goes through one row: which values are one number per row, which rows wait
// in memory between passes, which are computed where they are read.
#ifndef CAMEO_COMPILER_CPU_ROWPLAN_H
#define CAMEO_COMPILER_CPU_ROWPLAN_H

#include "compiler/CPU/KernelEmitter.h"

namespace cameo {

struct RowPlan {
  /// Leading dimensions that number the rows.
  int64_t rowDims = 0;

  enum class Kind {
    Inline, ///< computed anew wherever it is read
    Scalar, ///< one number per row, computed once
    Stored, ///< a row in scratch memory, or in its destination
  };
  struct Step {
    mlir::linalg::GenericOp op;
    Kind kind;
    /// For Stored: the reduction during which it can be computed and stored; null: a pass of its own.
    mlir::linalg::GenericOp during;
  };
  /// In program order.
  llvm::SmallVector<Step> steps;
  /// A value whose loops give the sizes of the row dimensions, for each of them.
  llvm::SmallVector<mlir::Value> sizeSources;

  /// Nothing if the kernel is not one of rows, or gains nothing by being treated so.
  static std::optional<RowPlan> make(KernelOp kernel);
};

} // namespace cameo

#endif
