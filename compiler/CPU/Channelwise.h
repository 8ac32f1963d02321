// SPDX-License-Identifier: Apache-2.0
// Windows that keep channels apart: depthwise convolution on blocked tensors
// and pooling in both layouts. A tile is some neighbouring outputs of one block
// of channels.
#ifndef CAMEO_COMPILER_CPU_CHANNELWISE_H
#define CAMEO_COMPILER_CPU_CHANNELWISE_H

#include "compiler/CPU/Window.h"

namespace cameo {

class ChannelwiseEmitter {
public:
  ChannelwiseEmitter(ConvOp depthwise, KernelEmitter &e);
  ChannelwiseEmitter(PoolOp pool, KernelEmitter &e);
  /// The numbers of units of work: batch, blocks of channels, blocks of rows.
  llvm::SmallVector<mlir::Value> units();
  mlir::Value unitCost();
  mlir::LogicalResult emit();

private:
  using Accumulators = llvm::SmallVector<mlir::Value>;
  struct Tile {
    ColumnTile columns;
    mlir::Value batch, channel, inputBase, filterBase;
    llvm::SmallVector<mlir::Value> outer;
  };
  void prepare(mlir::Value inputTensor, bool blocked);
  void emitUnit(mlir::Value unit, mlir::ValueRange counts);
  void emitTile(Tile &tile);
  void prefetchBelow(Tile &tile);
  void overTaps(Tile &tile, unsigned d, mlir::Value inputAt,
                mlir::Value filterAt, Accumulators &acc);
  void overByteTaps(Tile &tile, mlir::Value inputAt, mlir::Value filterAt,
                    Accumulators &acc);
  mlir::Value combine(mlir::Value acc, mlir::Value x, mlir::Value weight);
  mlir::Value initial();
  mlir::Value average(Tile &tile, int64_t i, mlir::Value sum);

  ConvOp conv;
  PoolOp pool;
  mlir::Operation *root;
  KernelEmitter &e;
  Window window;
  bool blocked = false;
  /// Bytes times words of four neighbouring taps.
  bool bytes = false;
  int64_t block = 1;
  mlir::Type element, sum;
  mlir::Value input, filter;
  llvm::SmallVector<mlir::Value> inputStrides, filterStrides;
  /// How many rows of outputs ahead tiles ask for what they read and write; 0: not at all.
  int64_t rowsAhead = 0;
  bool failed = false;
};

/// Whether the class takes `conv`: depthwise on blocked tensors.
bool isBlockedDepthwise(ConvOp conv);
bool isEmittablePool(PoolOp pool);

} // namespace cameo

#endif
