// SPDX-License-Identifier: Apache-2.0
// Direct convolution: tiles of some neighbouring outputs times some blocks of
// output channels stay in registers over all taps and input channels. Plain
// layouts are blocked ones with blocks of a single channel.
#ifndef CAMEO_COMPILER_CPU_DIRECTCONV_H
#define CAMEO_COMPILER_CPU_DIRECTCONV_H

#include "compiler/CPU/Window.h"
#include "compiler/Kernels/ConvPrologue.h"

namespace cameo {

/// How a stride-1 convolution over some outputs of a transposed one sees the
/// whole: window output p is output first + p * step, window tap t is filter
/// tap tap + t * tapStep. One entry per spatial dimension.
struct Phase {
  llvm::SmallVector<int64_t> first, step, tap, tapStep;
};

class DirectConvEmitter {
public:
  DirectConvEmitter(ConvOp conv, KernelEmitter &e);
  /// The outputs of `conv` that lie at `phase` (below the stride, per
  /// dimension).
  DirectConvEmitter(ConvTransposeOp conv, llvm::ArrayRef<int64_t> phase,
                    KernelEmitter &e);
  /// The numbers of units of work: batch, blocks of rows, groups, panels of
  /// output blocks.
  llvm::SmallVector<mlir::Value> units();
  /// About what one unit costs, in multiply-adds.
  mlir::Value unitCost();
  /// Memory that a worker needs, in bytes.
  mlir::Value scratch() {
    return e.index(computedBytes() + spillBytes() + sourceTableBytes());
  }
  /// How many units are better done by one worker.
  mlir::Value leastGrain();
  mlir::LogicalResult emit();
  /// The parts of emit(): before all units, and one of them.
  mlir::LogicalResult prepare();
  void emitUnit(mlir::Value unit, mlir::ValueRange counts);
  bool hasFailed() const { return failed || e.hadError; }

private:
  using Accumulators = llvm::SmallVector<mlir::Value>;
  /// One tile at work.
  struct Tile {
    ColumnTile columns;
    int64_t vectors;             ///< blocks of output channels
    mlir::Value batch, outBlock; ///< outBlock: the first of `vectors`
    /// offsets without spatial indices and taps
    mlir::Value inputBase, filterBase;
    llvm::SmallVector<mlir::Value> outer; ///< spatial indices of the row
    /// From what the unit reads to what the next one reads; null: not asked
    /// for. The panels share the lines of a tile: this one's first.
    mlir::Value toNextInputs, firstLine;
  };
  void setShapes();
  mlir::Value tapOffset(unsigned d, mlir::Value tap);
  void chooseTile();
  bool isBlocked() const { return layout == Layout::NCHWc; }
  void emitRows(mlir::Value batch, mlir::Value group, mlir::Value panel,
                mlir::Value from, mlir::Value to, int64_t vectors);
  void emitTile(Tile &tile);
  void store(Tile &tile, mlir::Value p, mlir::Value j, mlir::Value value);
  llvm::SmallVector<mlir::Value> outputIndices(Tile &tile, mlir::Value p,
                                               mlir::Value j);
  int64_t spillBytes();
  // DirectConvPrologue.cpp: rows of the input that are computed here.
  bool computesInput() const { return !prologue.empty(); }
  void readComputedPixels();
  bool hasWholeLines();
  int64_t computedPixels();
  int64_t computedStride();
  int64_t computedBytes();
  void computeInput(mlir::Value batch, mlir::Value from, mlir::Value to);
  int64_t sourceCount();
  int64_t sourceTableBytes();
  void noteSources(mlir::Value batch, mlir::Value block, mlir::Value last);
  mlir::Value nextSource(mlir::Value block, mlir::Value offset, int64_t i);
  // DirectConvPrefetch.cpp: what a tile asks memory for while it sums up.
  bool isNear(mlir::RankedTensorType type);
  void findTouched();
  int64_t tilesAhead(const Tile &tile);
  int64_t touchedPerBlock(const Tile &tile);
  void prefetchTouched(Tile &tile, mlir::Value block);
  bool asksForInputs();
  void findNextInputs(Tile &tile, mlir::Value from, mlir::Value to,
                      mlir::Value panel);
  void prefetchInputs(Tile &tile, mlir::Value block);
  /// The taps of dimensions `d` on, at filter and input offsets gathered so
  /// far.
  void overTaps(Tile &tile, unsigned d, mlir::Value inputAt,
                mlir::Value filterAt, Accumulators &acc);
  void overColumnTap(Tile &tile, mlir::Value tap,
                     std::optional<int64_t> staticTap, mlir::Value inputAt,
                     mlir::Value filterAt, Accumulators &acc);
  void step(Tile &tile, std::optional<int64_t> staticTap, mlir::Value inputAt,
            mlir::Value filterAt, Accumulators &acc, int64_t inGroup = 0);

  mlir::Operation *root;
  /// What the input is computed by; the strides of the convolution then, whose
  /// window has none.
  llvm::SetVector<mlir::Operation *> prologue;
  llvm::SmallVector<int64_t> steps;
  /// Where the sources of the next unit's pixels begin, of each block of
  /// channels; null: that is not asked for.
  mlir::Value sourceTable;
  Layout layout;
  bool transposed = false;
  KernelEmitter &e;
  bool innerChannels; ///< the input has blocks of channels, innermost in memory
  int64_t inBlock,
      outBlock;       ///< channels of a block; of a group in it if `perLane`
  bool bytes = false; ///< elements are words of four bytes
  bool perLane;     ///< several groups in a block: lanes differ in their inputs
  int64_t inCount;  ///< input blocks of a group (channels, if the input is not
                    ///< blocked)
  int64_t outCount; ///< output blocks of a group
  int64_t groups;
  Phase phase; ///< of transposed convolutions
  Window window;
  int64_t vectors = 1, columns = 1, rowsPerUnit = 1;
  /// Outputs of a unit where there is but one row; 0: whole rows.
  int64_t pieceOfRow = 0;
  mlir::Type element, sum;   ///< types in memory and of accumulators
  mlir::Value input, filter; ///< flat
  mlir::Value spilled;       ///< sums of a tile; null: they stay in registers
  llvm::SmallVector<mlir::Value> inputStrides;
  /// Of the filter: blocks of outputs, blocks of inputs, taps of each
  /// dimension, the next group.
  mlir::Value outStride, inStride, groupStride;
  llvm::SmallVector<mlir::Value> tapStrides;
  /// Where the tile at hand prefetches the next panel from; null: not at all.
  mlir::Value prefetchBase;
  int64_t prefetchStep = 0;
  /// What a tile reads and writes at the places of its outputs once it is
  /// summed up: asked for while it is.
  struct Touched {
    mlir::Value memref;
    bool isWritten;
  };
  llvm::SmallVector<Touched> touched;
  /// The channels that the last block of the input is not filled up with: zeros in the filter are not
  /// multiplied. 0: all blocks are full.
  int64_t realChannels = 0;
  mlir::Value channelsOfBlock;
  bool failed = false;
};

/// The phases of a transposed convolution that the class takes; empty if it
/// does not.
llvm::SmallVector<llvm::SmallVector<int64_t>>
directPhases(ConvTransposeOp conv);
/// Whether the class takes `conv`: not depthwise on blocks, of static filter.
bool isDirectConv(ConvOp conv);

} // namespace cameo

#endif
