// SPDX-License-Identifier: Apache-2.0
// Attention and rotary embeddings on lowered tensors, shared by ONNX's
// operators and those of com.microsoft.
#ifndef CAMEO_COMPILER_LOWERING_ATTENTION_H
#define CAMEO_COMPILER_LOWERING_ATTENTION_H

#include "compiler/Lowering/Compute.h"

namespace cameo {

/// Heads in a tensor [batch, heads, sequence, size] or, `sequenceFirst`,
/// [batch, sequence, heads, size].
struct Heads {
  mlir::Value value;
  bool sequenceFirst = false;

  int64_t headAxis() const { return sequenceFirst ? 2 : 1; }
  int64_t sequenceAxis() const { return sequenceFirst ? 1 : 2; }
  mlir::OpFoldResult heads(Lowerer &l) const {
    return dim(l, value, headAxis());
  }
  mlir::OpFoldResult length(Lowerer &l) const {
    return dim(l, value, sequenceAxis());
  }
  mlir::OpFoldResult size(Lowerer &l) const { return dim(l, value, 3); }
};

/// A tensor of rank 4, or one of rank 3 whose last dimension holds `heads`
/// heads.
mlir::FailureOr<Heads> asHeads(mlir::Operation *op, Lowerer &l, mlir::Value v,
                               std::optional<int64_t> heads);
/// [batch, heads, sequence, size].
mlir::Value headsFirst(Lowerer &l, const Heads &h);

struct AttentionParams {
  /// Null: 1 / sqrt(size of a head).
  std::optional<double> scale;
  double softcap = 0;
  /// Adds to the scores, or -inf where it is none, given the indices of batch,
  /// head, query and key; null if there is no mask.
  std::function<Scalar(Scalars &, llvm::ArrayRef<Scalar>, Scalar score)> mask;
  /// The score of a key without a value that each row of a head has besides;
  /// null if there is none.
  std::function<Scalar(Scalars &, Scalar head)> sink;
};

struct AttentionResult {
  /// [batch, query, heads, value size].
  mlir::Value output;
  /// [batch, heads, query, key]: products, after softcap, after the mask, after
  /// softmax.
  mlir::Value stages[4];
};

/// softmax(Q K' scale + mask) V; heads of K and V may be fewer. `stage` >= 0
/// asks for that stage.
mlir::FailureOr<AttentionResult>
attend(mlir::Operation *op, Lowerer &l, const Heads &q, const Heads &k,
       const Heads &v, const AttentionParams &params, int64_t stage);

/// Rotates the first `rotated` (0: all) elements of each head. `cos` and `sin`
/// have rows per position if `positions` [batch, sequence] is given, else per
/// [batch, sequence].
Heads rotate(Lowerer &l, const Heads &x, mlir::Value cos, mlir::Value sin,
             mlir::Value positions, bool interleaved, int64_t rotated);

} // namespace cameo

#endif
