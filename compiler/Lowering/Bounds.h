// SPDX-License-Identifier: Apache-2.0
// Reading at positions that are limited to a tensor's bounds needs bounds.
#ifndef CAMEO_LOWERING_BOUNDS_H
#define CAMEO_LOWERING_BOUNDS_H

#include "compiler/Lowering/Support.h"

namespace cameo {

/// Ends the run where a dimension of this size is empty, unless `count`
/// elements to compute are none.
void checkNotEmpty(Lowerer &l, mlir::OpFoldResult size,
                   mlir::OpFoldResult count);
/// The same for all dimensions of `tensor` from `first` on.
void checkNotEmpty(Lowerer &l, mlir::Value tensor, int64_t first,
                   mlir::OpFoldResult count);

} // namespace cameo

#endif
