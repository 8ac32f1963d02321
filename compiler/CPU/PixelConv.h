// SPDX-License-Identifier: Apache-2.0
// Direct convolution on plain tensors [N, C, ...]: lanes are neighbouring outputs of a row. A tile
// of some filters times some vectors of a row stays in registers over all taps and channels. For
// groups that are no whole blocks of channels, few filters, and types that no blocks are made of.
#ifndef CAMEO_COMPILER_CPU_PIXELCONV_H
#define CAMEO_COMPILER_CPU_PIXELCONV_H

#include "compiler/CPU/Window.h"

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
  /// `vectors` times `lanes` outputs of a row, of which the first `width` are real.
  struct Tile {
    int64_t vectors, lanes, width, filters;
    bool interior; ///< all that is read lies in the input
    mlir::Value x; ///< the first output's column
    std::optional<int64_t> staticX;
    mlir::Value batch, filter; ///< filter: the first of `filters`
    mlir::Value inputBase, filterBase;
    llvm::SmallVector<mlir::Value> outer;
  };
  void chooseTile();
  bool ignoresRows();
  void emitUnit(mlir::Value unit, mlir::ValueRange counts);
  void emitRow(Tile &tile, mlir::Value from, mlir::Value to);
  void emitTile(Tile &tile);
  void overTaps(const Tile &tile, unsigned d, mlir::Value inputAt,
                mlir::Value filterAt, Accumulators &acc);
  void step(const Tile &tile, mlir::Value tap, std::optional<int64_t> staticTap,
            mlir::Value inputAt, mlir::Value filterAt, Accumulators &acc);
  bool allInside(const Tile &tile) const;
  /// The inputs of a tile's vector `v` at a tap; `mask` says which lanes are inside, null: all.
  /// Null if none is.
  mlir::Value loadInputs(const Tile &tile, int64_t v, mlir::Value tap,
                         std::optional<int64_t> staticTap, mlir::Value inputAt,
                         mlir::Value &mask);
  mlir::Value loadMasked(mlir::Value at, mlir::Value mask, int64_t lanes);

  ConvOp conv;
  KernelEmitter &e;
  Window window;
  int64_t groups, channels, filters; ///< channels and filters of a group
  int64_t lanes, panel = 1, vectors = 1, rowsPerUnit = 1;
  /// Outputs of a piece of a row; 0: rows are not cut.
  int64_t piece = 0;
  mlir::Type element, sum; ///< types in memory and of accumulators
  mlir::Value input, weights;
  llvm::SmallVector<mlir::Value> inputStrides, filterStrides;
  bool failed = false;
};

} // namespace cameo

#endif
