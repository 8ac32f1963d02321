// SPDX-License-Identifier: Apache-2.0
// Reductions by the threads of one block together.
#ifndef CAMEO_COMPILER_GPU_REDUCTION_H
#define CAMEO_COMPILER_GPU_REDUCTION_H

#include "compiler/GPU/Shared.h"

namespace cameo {

/// Whether every result of `op` is combined by one operation with a known
/// identity, in any order.
bool isBlockReducible(mlir::linalg::GenericOp op);

/// The results of `op` at the point `indices` of its first result; all threads
/// take part and get them. Shared memory for the exchange is made at the first
/// use.
class BlockReducer {
public:
  explicit BlockReducer(KernelEmitter &e) : e(e) {}
  /// Makes the shared memory for `op`, at the kernel's entry.
  void prepare(mlir::linalg::GenericOp op);
  /// Empty on failure.
  llvm::SmallVector<mlir::Value> reduce(mlir::linalg::GenericOp op,
                                        llvm::ArrayRef<mlir::Value> indices);

private:
  KernelEmitter &e;
  llvm::MapVector<mlir::Type, SharedArray> shared;
};

} // namespace cameo

#endif
