// SPDX-License-Identifier: Apache-2.0
// The instructions of the tensor cores: mma.sync on fragments, ldmatrix, and
// how factors are rounded for them.
#ifndef CAMEO_COMPILER_GPU_TENSORCORE_H
#define CAMEO_COMPILER_GPU_TENSORCORE_H

#include "compiler/CPU/KernelEmitter.h"

namespace cameo {

/// What multiplies: a thread's own arithmetic in the type of the sum, or the
/// tensor cores, whose factors are rounded to a narrower type and whose sums
/// are f32; or words of four bytes, those of one side unsigned and those of the
/// other signed, whose sums are i32 and whose depth counts words.
enum class Multiplier { Exact, TF32, F16, BF16, BytesUS, BytesSU };
inline bool isBytes(Multiplier m) {
  return m == Multiplier::BytesUS || m == Multiplier::BytesSU;
}

/// Who multiplies elements of these types in `kernel`: products of halves are
/// exact on tensor cores, those of f32 are rounded if the user says so.
Multiplier multiplierFor(KernelOp kernel, mlir::Type lhs, mlir::Type rhs,
                         mlir::Type sum);

/// What shared memory holds: f16, bf16, an f32's bits for tf32, or a word.
mlir::Type factorType(KernelEmitter &e, Multiplier m);
/// k of one mma.sync.
inline int64_t depthOf(Multiplier m) {
  return m == Multiplier::F16 || m == Multiplier::BF16 ? 16 : 8;
}
/// An f32 (or its bits; or a vector of them) as the tensor cores take it; words
/// of bytes stay.
mlir::Value roundFactor(KernelEmitter &e, Multiplier m, mlir::Value v);

/// This thread's words: four of the lhs, two of the rhs.
struct Fragment {
  llvm::SmallVector<mlir::Value, 4> parts;
};
/// sums + a * b for m16n8; four sums a thread.
llvm::SmallVector<mlir::Value> multiplyFragments(KernelEmitter &e, Multiplier m,
                                                 const Fragment &a,
                                                 const Fragment &b,
                                                 mlir::ValueRange sums);
/// Four matrices of 8 x 8 elements of 16 bits; each lane gives the address of a
/// row and gets a word of each, as fragments take them.
llvm::SmallVector<mlir::Value> loadMatrices(KernelEmitter &e, Multiplier m,
                                            mlir::Value address,
                                            bool transposed);

} // namespace cameo

#endif
