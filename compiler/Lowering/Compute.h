// SPDX-License-Identifier: Apache-2.0
// cameo.compute from a callback: what linalg cannot say, as loops over buffers.
#ifndef CAMEO_COMPILER_LOWERING_COMPUTE_H
#define CAMEO_COMPILER_LOWERING_COMPUTE_H

#include "compiler/Lowering/Support.h"

namespace cameo {

/// `body` gets the buffers: the inputs', then the destinations', which hold the
/// contents of `outs` first. Runs once.
llvm::SmallVector<mlir::Value>
compute(Lowerer &l, mlir::ValueRange inputs, mlir::ValueRange outs,
        llvm::function_ref<void(Scalars &, mlir::ValueRange)> body);

/// Runs `body` for each tile in [0, tiles), in any order and in parallel.
llvm::SmallVector<mlir::Value> computeTiled(
    Lowerer &l, mlir::OpFoldResult tiles, mlir::ValueRange inputs,
    mlir::ValueRange outs,
    llvm::function_ref<void(Scalars &, Scalar, mlir::ValueRange)> body);

/// Writes `value` into the slice of `buffer` at position `index` (type index)
/// of `axis`, in place: `value` has the buffer's other dimensions.
mlir::Value writeSlice(Lowerer &l, mlir::Value value, mlir::Value buffer,
                       int64_t axis, mlir::Value index);

/// Writes `rows` into `cache`, in place, from row `start` (of the batch, the
/// first dimension) on along `axis`. What would lie beyond `length`, an index, is
/// left out; if `circular` it goes on at row 0. `inputs` are for `start`, which
/// gets them as arguments.
mlir::Value writeCacheRows(
    Lowerer &l, mlir::Value rows, mlir::Value cache, int64_t axis,
    mlir::Value length, bool circular, mlir::ValueRange inputs,
    llvm::function_ref<Scalar(Scalars &, Scalar, mlir::ValueRange)> start);

/// Writes `value` at [offset, …) of `axis` of `buffer`, in place: both are as
/// large in the other dimensions. Rows are copied whole.
mlir::Value writeRows(Lowerer &l, mlir::Value value, mlir::Value buffer,
                      int64_t axis, mlir::Value offset);

/// A loop of the schedule over [0, count) that carries `init`.
llvm::SmallVector<mlir::Value>
countedLoop(Lowerer &l, mlir::Value count, mlir::ValueRange init,
            llvm::function_ref<llvm::SmallVector<mlir::Value>(mlir::Value,
                                                              mlir::ValueRange)>
                body);

/// A tensor each of whose elements is the sum over i in [0, count) of body(s,
/// indices, i), in the float type `wide`.
mlir::Value sumOver(
    Lowerer &l, llvm::ArrayRef<mlir::OpFoldResult> sizes,
    mlir::OpFoldResult count, mlir::Type wide,
    llvm::function_ref<Scalar(Scalars &, llvm::ArrayRef<Scalar>, Scalar)> body);

/// Division of a non-negative index by a positive one, without the guard that
/// data needs.
Scalar indexDiv(Scalar a, Scalar b);
Scalar indexMod(Scalar a, Scalar b);
Scalar indexDiv(Scalar a, int64_t b);
Scalar indexMod(Scalar a, int64_t b);
/// A float within [lo, hi]; NaN becomes lo. What comes from data goes through
/// this before it becomes an index.
Scalar bounded(Scalar x, double lo, Scalar hi);
/// A position in row-major order over `sizes` taken apart.
llvm::SmallVector<Scalar> delinearise(Scalar position,
                                      llvm::ArrayRef<Scalar> sizes);

} // namespace cameo

#endif
