// SPDX-License-Identifier: Apache-2.0
// Buffers as flat rows of elements with one stride per loop, and the vector
// primitives that the register-tile emitters share.
#ifndef CAMEO_COMPILER_CPU_STRIDED_H
#define CAMEO_COMPILER_CPU_STRIDED_H

#include "compiler/CPU/KernelEmitter.h"

namespace cameo {

/// An operand in memory: element (loops) is flat[offset + sum of loop *
/// stride], where some loops are divided first.
struct Strided {
  mlir::Value flat;
  mlir::Value offset;
  llvm::SmallVector<mlir::Value> strides;
  /// Loop and divisor.
  llvm::SmallVector<std::pair<unsigned, int64_t>> divisors;

  explicit operator bool() const { return static_cast<bool>(flat); }
  /// The linear index for `loops`; null entries are left out.
  mlir::Value at(KernelEmitter &e, llvm::ArrayRef<mlir::Value> loops) const;
  bool isUnit(unsigned loop) const {
    return mlir::isConstantIntValue(strides[loop], 1);
  }
};

/// The buffer of `tensor` as one row; null if it is not in memory.
mlir::Value flatBuffer(KernelEmitter &e, mlir::Value tensor);
/// Row-major strides for `sizes`.
llvm::SmallVector<mlir::Value> rowMajor(KernelEmitter &e,
                                        mlir::ValueRange sizes);
/// Whether `tensor` is in memory, or a slice in steps of one of what is.
bool isStrided(mlir::Value tensor);
/// Such a `tensor` read through a linear `map`; the results numbered in `skip` are
/// left out.
Strided stridedOperand(KernelEmitter &e, mlir::Value tensor,
                       mlir::AffineMap map, llvm::ArrayRef<unsigned> skip = {});

/// flat[i], and `width` elements from there on (always a vector).
mlir::Value loadScalar(KernelEmitter &e, mlir::Value flat, mlir::Value i);
mlir::Value loadVector(KernelEmitter &e, mlir::Value flat, mlir::Value i,
                       int64_t width);
/// `value` in all of `width` lanes, a vector even if width is 1.
mlir::Value splat(KernelEmitter &e, mlir::Value value, int64_t width);
mlir::Value zeroVector(KernelEmitter &e, mlir::Type element, int64_t width);
/// acc + x * y on vectors; fused where the target fuses.
mlir::Value multiplyAdd(KernelEmitter &e, mlir::Value x, mlir::Value y,
                        mlir::Value acc);
/// What KernelEmitter takes for the first `width` lanes of a vector: a scalar
/// if width is 1.
mlir::Value firstLanes(KernelEmitter &e, mlir::Value vector, int64_t width);
/// Floats of another precision (scalar or vector); what has the type `to`
/// already stays.
mlir::Value convertFloat(KernelEmitter &e, mlir::Value value, mlir::Type to);
/// Transposes as many vectors of a power of two as each has lanes.
void transpose(KernelEmitter &e, llvm::MutableArrayRef<mlir::Value> rows);
/// if (condition) then() else otherwise().
void emitIf(KernelEmitter &e, mlir::Value condition,
            llvm::function_ref<void()> then,
            llvm::function_ref<void()> otherwise = {});
mlir::Value divide(KernelEmitter &e, mlir::Value x, mlir::Value y);
mlir::Value remainder(KernelEmitter &e, mlir::Value x, mlir::Value y);
mlir::Value less(KernelEmitter &e, mlir::Value x, mlir::Value y);

} // namespace cameo

#endif
