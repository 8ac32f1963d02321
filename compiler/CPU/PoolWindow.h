// SPDX-License-Identifier: Apache-2.0
// What pooling computes of the elements of a window, whatever lies in lanes.
#ifndef CAMEO_COMPILER_CPU_POOLWINDOW_H
#define CAMEO_COMPILER_CPU_POOLWINDOW_H

#include "compiler/CPU/Window.h"

namespace cameo {

/// The type that elements are combined in: sums of half precision are single.
mlir::Type poolType(PoolOp pool);
/// What a window without elements gives, which no element is below: `lanes` of it.
mlir::Value poolIdentity(KernelEmitter &e, PoolOp pool, mlir::Type type,
                         int64_t lanes);
/// `acc` with the elements `x`.
mlir::Value poolCombine(KernelEmitter &e, PoolOp pool, mlir::Value acc,
                        mlir::Value x);
/// The taps of dimension d that an average counts at `output`: those inside the input, or inside
/// the input and its stated padding.
mlir::Value countedTaps(Window &window, PoolOp pool, unsigned d,
                        mlir::Value output);
/// The vector `total` over `count`, an index or a vector of i32 with as many lanes; none counts as one.
mlir::Value poolQuotient(KernelEmitter &e, mlir::Value total,
                         mlir::Value count);

} // namespace cameo

#endif
