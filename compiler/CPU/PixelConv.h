// SPDX-License-Identifier: Apache-2.0
// Direct convolution on plain tensors [N, C, ...]: lanes are neighbouring outputs of a row. A tile
// of some filters times some vectors of a row stays in registers over all taps and channels. For
// groups that are no whole blocks of channels, few filters, and types that no blocks are made of.
#ifndef CAMEO_COMPILER_CPU_PIXELCONV_H
#define CAMEO_COMPILER_CPU_PIXELCONV_H

#include "compiler/CPU/PixelRows.h"

namespace cameo {

/// Whether the class takes `conv`: plain layout, static filter, stride 1 or 2 along rows that are
/// not too short for lanes.
bool isPixelConv(ConvOp conv, const TargetDescription &target);

class PixelConvEmitter {
public:
  PixelConvEmitter(ConvOp conv, KernelEmitter &e);
  /// The numbers of units of work: batch, groups, pieces of a row, blocks of rows, panels of
  /// filters.
  llvm::SmallVector<mlir::Value> units();
  /// About what one unit costs, in multiply-adds.
  mlir::Value unitCost();
  mlir::LogicalResult emit();

private:
  using Accumulators = llvm::SmallVector<mlir::Value>;
  /// Some outputs of a row for some filters.
  struct Tile {
    PixelTile columns;
    int64_t filters;
    mlir::Value batch, filter; ///< filter: the first of `filters`
    mlir::Value inputBase, filterBase;
    llvm::SmallVector<mlir::Value> outer;
  };
  void chooseTile();
  bool ignoresRows();
  void emitUnit(mlir::Value unit, mlir::ValueRange counts);
  void emitTile(Tile &tile);
  void overTaps(const Tile &tile, unsigned d, mlir::Value inputAt,
                mlir::Value filterAt, Accumulators &acc);
  void step(const Tile &tile, mlir::Value tap, std::optional<int64_t> staticTap,
            mlir::Value inputAt, mlir::Value filterAt, Accumulators &acc);

  ConvOp conv;
  KernelEmitter &e;
  mlir::Type element, sum; ///< types in memory and of accumulators
  int64_t lanes;
  PixelRows window;
  int64_t groups, channels, filters; ///< channels and filters of a group
  int64_t panel = 1, rowsPerUnit = 1;
  mlir::Value input, weights;
  llvm::SmallVector<mlir::Value> inputStrides, filterStrides;
  bool failed = false;
};

} // namespace cameo

#endif
