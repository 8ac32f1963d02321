// SPDX-License-Identifier: Apache-2.0
// Sizes of tensor values in terms of what exists before they are computed, so that destinations
// can be made and producers can go.
#ifndef CAMEO_COMPILER_KERNELS_SIZES_H
#define CAMEO_COMPILER_KERNELS_SIZES_H

#include "mlir/IR/Builders.h"

namespace cameo {

/// The size of dimension `d` of `tensor`: an attribute if static, else an index value built from
/// scalars and from `tensor.dim` of tensors that some computation reads.
mlir::OpFoldResult sizeOf(mlir::OpBuilder &b, mlir::Location loc,
                          mlir::Value tensor, int64_t d);

/// All dynamic sizes of `tensor`, for a tensor.empty of its type.
llvm::SmallVector<mlir::Value>
dynamicSizesOf(mlir::OpBuilder &b, mlir::Location loc, mlir::Value tensor);

} // namespace cameo

#endif
