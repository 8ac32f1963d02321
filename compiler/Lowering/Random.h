// SPDX-License-Identifier: Apache-2.0
// Random numbers as functions of a seed and of an element's position: a model
// draws the same numbers in every run, on every target and with any number of
// threads.
#ifndef CAMEO_COMPILER_LOWERING_RANDOM_H
#define CAMEO_COMPILER_LOWERING_RANDOM_H

#include "compiler/Lowering/Compute.h"

namespace cameo {

/// The generator of one operator: with a seed, what it draws depends on the
/// seed alone; without one, on the node's name, so that nodes differ. In a Loop,
/// a Scan or a SequenceMap the iteration counts as well.
class RandomStream {
public:
  RandomStream(Lowerer &l, std::optional<uint64_t> seed);
  /// The bits of a `seed` attribute.
  static std::optional<uint64_t> bits(std::optional<llvm::APFloat> seed);

  /// Two words (i32) of random bits for a position (index).
  std::pair<Scalar, Scalar> words(Scalars &s, Scalar position) const;
  /// In [0, 1), in type f32 or f64.
  Scalar uniform(Scalars &s, Scalar position, mlir::Type type) const;
  /// Of mean 0 and deviation 1, in type f32 or f64.
  Scalar normal(Scalars &s, Scalar position, mlir::Type type) const;

private:
  uint64_t key;
  /// Of type i32; null outside of loops.
  mlir::Value iteration;
};

/// The row-major position of the element that a generic over `sizes` computes.
Scalar linearPosition(Scalars &s, llvm::ArrayRef<mlir::Value> sizes);

} // namespace cameo

#endif
