// SPDX-License-Identifier: Apache-2.0
// Pooling on plain tensors [N, C, ...]: lanes are neighbouring outputs of a row. Other layouts, rows of one output and
// wide strides are left to Channelwise.
#ifndef CAMEO_COMPILER_CPU_PIXELPOOL_H
#define CAMEO_COMPILER_CPU_PIXELPOOL_H

#include "compiler/CPU/PixelRows.h"

namespace cameo {

/// Whether the class takes `pool`.
bool isPixelPool(PoolOp pool, const TargetDescription &target);

class PixelPoolEmitter {
public:
  PixelPoolEmitter(PoolOp pool, KernelEmitter &e);
  /// The numbers of units of work: batch, channels, pieces of a row, blocks of rows.
  llvm::SmallVector<mlir::Value> units();
  /// About what one unit costs, in elements.
  mlir::Value unitCost();
  mlir::LogicalResult emit();

private:
  using Accumulators = llvm::SmallVector<mlir::Value>;
  struct Tile {
    PixelTile columns;
    mlir::Value batch, channel, inputBase;
    llvm::SmallVector<mlir::Value> outer;
  };
  void emitUnit(mlir::Value unit, mlir::ValueRange counts);
  void emitTile(const Tile &tile);
  void overTaps(const Tile &tile, unsigned d, mlir::Value inputAt,
                Accumulators &acc);
  mlir::Value average(const Tile &tile, int64_t v, mlir::Value sum);
  mlir::Value columnCounts(const PixelTile &columns, int64_t v);

  PoolOp pool;
  KernelEmitter &e;
  mlir::Type element, type; ///< types in memory and of accumulators
  PixelRows window;
  mlir::Value input;
  llvm::SmallVector<mlir::Value> inputStrides;
  bool failed = false;
};

} // namespace cameo

#endif
