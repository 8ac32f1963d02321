// SPDX-License-Identifier: Apache-2.0
// Tensors with channels in blocks: [N, C, rest...] as [N, C/c, rest..., c], the last block padded
// with zeros. Builds the conversions as computations on tensors.
#ifndef CAMEO_COMPILER_KERNELS_CHANNELBLOCKS_H
#define CAMEO_COMPILER_KERNELS_CHANNELBLOCKS_H

#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

namespace cameo {

/// The type of `type` with dimension `dim` (static) in blocks of `block`, the block last.
mlir::RankedTensorType blockedType(mlir::RankedTensorType type, int64_t dim,
                                   int64_t block);
/// A tensor.empty of `type` whose dynamic sizes are those of `like` in its leading dimensions.
mlir::Value emptyLike(mlir::OpBuilder &b, mlir::Location loc,
                      mlir::RankedTensorType type, mlir::Value like);
/// `tensor` with zeros behind dimension `dim` up to a multiple of `block`.
mlir::Value padToMultiple(mlir::OpBuilder &b, mlir::Location loc,
                          mlir::Value tensor, int64_t dim, int64_t block);
mlir::Value toBlocks(mlir::OpBuilder &b, mlir::Location loc, mlir::Value tensor,
                     int64_t dim, int64_t block);
/// The tensor of `type` whose dimension 1 is in blocks in `blocked`.
mlir::Value fromBlocks(mlir::OpBuilder &b, mlir::Location loc,
                       mlir::Value blocked, mlir::RankedTensorType type);
/// A generic that reads `source` at `map` for each element of a tensor of `type`.
mlir::Value readThrough(mlir::OpBuilder &b, mlir::Location loc,
                        mlir::Value source, mlir::AffineMap map,
                        mlir::Value empty);

} // namespace cameo

#endif
