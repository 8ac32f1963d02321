// SPDX-License-Identifier: Apache-2.0
// Attention as linear algebra: a product of queries and keys, element-wise work on the scores
// (scale, mask, cap), a softmax over the keys, a product with the values. Whatever wrote it
// (an exporter's operators, Attention, GroupQueryAttention) has this form here. In: the last
// product. Out: the parts, if the scores are used by nobody else.
#ifndef CAMEO_COMPILER_KERNELS_ATTENTIONCHAIN_H
#define CAMEO_COMPILER_KERNELS_ATTENTIONCHAIN_H

#include "mlir/Dialect/Linalg/IR/Linalg.h"

namespace cameo {

/// The scores have dimensions [..., query, key]; all but the two last are `outer`.
struct AttentionChain {
  /// queries * keys, the row's maximum, exp(x - maximum), its sum, the quotient, weights * values.
  mlir::linalg::GenericOp scores, highest, powers, total, weights, values;
  /// Element-wise, from the scores to what the softmax takes; in order.
  llvm::SmallVector<mlir::linalg::GenericOp> between;
  /// Operand numbers: of `scores`, of `values`.
  unsigned query = 0, key = 1, weight = 0, value = 1;
  /// Loops of `scores` and of `values` for each dimension of the scores; the loop of `scores` that
  /// sums, and that of `values` along the elements of a value.
  llvm::SmallVector<unsigned> scoreLoops, valueLoops;
  unsigned depthLoop = 0, columnLoop = 0;
  /// For each dimension of the scores: what the run knows (i1, in the schedule) of whether it is 1
  /// there and more behind the mask, that is, element 0 is read everywhere.
  llvm::SmallVector<llvm::SmallVector<mlir::Value>> fixed;
  /// Where bodies read the scores so.
  llvm::SmallVector<mlir::Operation *> ownReads;

  static mlir::FailureOr<AttentionChain> match(mlir::linalg::GenericOp values);

  /// What the softmax is of.
  mlir::Value masked() { return highest->getOperand(0); }
  /// All operations, in the order of their uses.
  llvm::SmallVector<mlir::Operation *> ops();
};

} // namespace cameo

#endif
