// SPDX-License-Identifier: Apache-2.0
// Direct convolution: tiles of some neighbouring outputs times some blocks of
// output channels stay in registers over all taps and input channels. Plain
// layouts are blocked ones with blocks of a single channel.
#ifndef CAMEO_COMPILER_CPU_DIRECTCONV_H
#define CAMEO_COMPILER_CPU_DIRECTCONV_H

#include "compiler/CPU/Window.h"

namespace cameo {

class DirectConvEmitter {
public:
  DirectConvEmitter(ConvOp conv, KernelEmitter &e);
  /// The numbers of units of work: batch, blocks of rows, groups, panels of
  /// output blocks.
  llvm::SmallVector<mlir::Value> units();
  /// About what one unit costs, in multiply-adds.
  mlir::Value unitCost();
  mlir::LogicalResult emit();

private:
  using Accumulators = llvm::SmallVector<mlir::Value>;
  /// One tile at work.
  struct Tile {
    ColumnTile columns;
    int64_t vectors;             ///< blocks of output channels
    mlir::Value batch, outBlock; ///< outBlock: the first of `vectors`
    mlir::Value inputBase,
        filterBase; ///< offsets without spatial indices and taps
    llvm::SmallVector<mlir::Value> outer; ///< spatial indices of the row
  };
  void chooseTile();
  void emitUnit(mlir::Value unit, mlir::ValueRange counts);
  void emitRows(mlir::Value batch, mlir::Value group, mlir::Value panel,
                mlir::Value from, mlir::Value to, int64_t vectors);
  void emitTile(Tile &tile);
  /// The taps of dimensions `d` on, at filter and input offsets gathered so
  /// far.
  void overTaps(Tile &tile, unsigned d, mlir::Value inputAt,
                mlir::Value filterAt, Accumulators &acc);
  void overColumnTap(Tile &tile, mlir::Value tap,
                     std::optional<int64_t> staticTap, mlir::Value inputAt,
                     mlir::Value filterAt, Accumulators &acc);
  void step(Tile &tile, std::optional<int64_t> staticTap, mlir::Value inputAt,
            mlir::Value filterAt, Accumulators &acc);

  ConvOp conv;
  KernelEmitter &e;
  bool innerChannels; ///< the input has blocks of channels, innermost in memory
  int64_t inBlock, outBlock; ///< channels of a block
  int64_t inCount;  ///< input blocks of a group (channels, if the input is not
                    ///< blocked)
  int64_t outCount; ///< output blocks of a group
  int64_t groups;
  Window window;
  int64_t vectors = 1, columns = 1, rowsPerUnit = 1;
  mlir::Type element, sum;   ///< types in memory and of accumulators
  mlir::Value input, filter; ///< flat
  llvm::SmallVector<mlir::Value> inputStrides, filterStrides;
  /// Where the tile at hand prefetches the next panel from; null: not at all.
  mlir::Value prefetchBase;
  int64_t prefetchStep = 0;
  bool failed = false;
};

/// Whether the class takes `conv`: not depthwise on blocks, of static filter.
bool isDirectConv(ConvOp conv);

} // namespace cameo

#endif
