// SPDX-License-Identifier: Apache-2.0
// What an element by element kernel reads across its rows, and how blocks of it are turned: the analysis behind the
// strategy `transpose`, from a kernel's structure and the target's vectors.
#ifndef CAMEO_COMPILER_CPU_TRANSPOSEPLAN_H
#define CAMEO_COMPILER_CPU_TRANSPOSEPLAN_H

#include "compiler/Kernels/TargetDescription.h"
#include "dialects/Cameo/Cameo.h"
#include "llvm/ADT/DenseSet.h"

namespace cameo {

/// A tensor of the kernel as it is read at a point of the results: its indices as expressions of theirs.
struct TransposedRead {
  mlir::Value tensor;
  llvm::SmallVector<mlir::AffineExpr> from;
};

/// How a kernel's results come from blocks that are turned.
struct TransposePlan {
  /// The dimension of the results that runs along the rows of what is turned, and their innermost.
  unsigned across = 0, along = 0;
  llvm::SmallVector<TransposedRead>
      turned;        ///< evaluated along `across`, then turned
  int64_t block = 0; ///< lanes of a vector, vectors of a block
  /// Rows end at multiples of this number of `across` (blocks of channels); 0: they do not.
  int64_t wrap = 0;

  static std::optional<TransposePlan> make(KernelOp kernel,
                                           const TargetDescription &target);
  /// Whether `expr` counts up with `across`, within a row where rows wrap.
  bool isStep(mlir::AffineExpr expr) const;

private:
  /// What speaks for and against vectors along `across` in the code that computes a read.
  struct Kinds {
    bool turned = false, straight = false;
  };
  bool visit(const TransposedRead &read);
  bool choose(const TransposedRead &leaf, mlir::RankedTensorType type,
              int64_t most);
  bool hasSteps(const TransposedRead &read) const;
  bool isAlongRow(const TransposedRead &read) const;
  Kinds kinds(const TransposedRead &read) const;
  void collect(const TransposedRead &read);

  llvm::SmallDenseSet<mlir::Value> outs;
  llvm::SmallVector<TransposedRead> reads, leaves;
  int64_t bits = 8;
};

} // namespace cameo

#endif
