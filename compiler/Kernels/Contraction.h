// SPDX-License-Identifier: Apache-2.0
// What layout and register tiles must know of a contraction: which operand is
// broadcast and which is read in vectors, and the role of each loop. Input: a
// linalg.generic. Output: its roles.
#ifndef CAMEO_COMPILER_KERNELS_CONTRACTION_H
#define CAMEO_COMPILER_KERNELS_CONTRACTION_H

#include "compiler/Kernels/BlockWeights.h"
#include "dialects/Cameo/Cameo.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"

namespace cameo {

/// A reduction over two inputs (or one and weights in blocks), seen as result[outer, m, n] += lhs[outer, m, k]
/// * rhs[outer, k, n].
struct Contraction {
  mlir::linalg::GenericOp op;
  /// Operand numbers: elements of `lhs` are broadcast, vectors of `rhs` run
  /// along `n`.
  unsigned lhs = 0, rhs = 1;
  /// Loops: the rows of a tile (-1: one row), its columns, all other parallel
  /// loops, the reductions in the order in which `rhs` lies in memory.
  int64_t m = -1, n = -1;
  llvm::SmallVector<unsigned> outer, reduction;
  /// Columns of a packed panel of `rhs`, laid out [n / panel][k][n % panel]; 0
  /// if it is not packed.
  int64_t panel = 0;
  /// The body is acc + lhs * rhs, the factors maybe widened floats.
  bool multiplyAdd = false;
  /// The body adds to acc what does not depend on it: sums may be taken apart.
  bool isSum = false;
  /// Of a product with weights in blocks, packed in panels: `rhs` are the
  /// integers, and `block` of depth share a scale; multiplyAdd of what they
  /// stand for.
  std::optional<BlockWeights> blocks;
  int64_t block = 0;

  static mlir::FailureOr<Contraction> match(mlir::linalg::GenericOp op);
  mlir::Value lhsTensor() { return op->getOperand(lhs); }
  mlir::Value rhsTensor() { return op->getOperand(rhs); }
  mlir::AffineMap lhsMap() { return op.getIndexingMapsArray()[lhs]; }
  mlir::AffineMap rhsMap() { return op.getIndexingMapsArray()[rhs]; }
  mlir::AffineMap resultMap() { return op.getIndexingMapsArray().back(); }
  mlir::Type accumulatorType() {
    return mlir::getElementTypeOrSelf(op.getResult(0).getType());
  }
  /// What to sum in: half precision in single.
  mlir::Type sumType();
  /// The static size of a loop, or ShapedType::kDynamic.
  int64_t loopSize(unsigned loop);
};

/// The columns of a packed panel if `map` reads [..., n floordiv p, ..., n mod
/// p], else 0; `n` is set to the loop.
int64_t packedPanel(mlir::AffineMap map, int64_t &n);

} // namespace cameo

#endif
