// SPDX-License-Identifier: Apache-2.0
// Weights of 2, 4 or 8 bits with a scale, and maybe a zero point, for each block of elements: how
// a body spells the weight, (q - zero) * scale, and the panels in which a product of them reads
// them. Input: bodies of linalg.generic; knows no target.
#ifndef CAMEO_COMPILER_KERNELS_BLOCKWEIGHTS_H
#define CAMEO_COMPILER_KERNELS_BLOCKWEIGHTS_H

#include "mlir/Dialect/Linalg/IR/Linalg.h"

namespace cameo {

/// What a weight is computed from in the body of a generic.
struct BlockWeights {
  /// Operand numbers; no `zero`: none, or `constantZero`.
  unsigned q = 0, scale = 0;
  std::optional<unsigned> zero;
  int64_t constantZero = 0;
  /// Whether integers count from 0.
  bool qIsUnsigned = false, zeroIsUnsigned = false;
  /// Bits of an element; elements of a 32-bit word.
  int64_t bits = 0;
  int64_t perWord() const { return 32 / bits; }

  /// Matches `weight`, an f32 value of the body of `op`.
  static mlir::FailureOr<BlockWeights> match(mlir::linalg::GenericOp op,
                                             mlir::Value weight);
};

/// Elements of depth that share a scale if `scales` reads [n floordiv panel, k floordiv block,
/// n mod panel] and `q` reads [n floordiv panel, k floordiv per, n mod panel, k mod per]; else 0.
/// That is: words of elements of one column that follow one another, the columns of a panel side
/// by side. `n`, `k` and `panel` are set.
int64_t packedBlocks(mlir::AffineMap q, mlir::AffineMap scales, int64_t per,
                     int64_t &n, int64_t &k, int64_t &panel);

} // namespace cameo

#endif
