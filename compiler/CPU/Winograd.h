// SPDX-License-Identifier: Apache-2.0
// 3x3 convolution in Winograd's form, on channels in blocks: the inputs of some
// tiles of outputs are transformed into memory of the worker, multiplied with
// the transformed filter point by point, and transformed back one panel of
// output channels at a time.
#ifndef CAMEO_COMPILER_CPU_WINOGRAD_H
#define CAMEO_COMPILER_CPU_WINOGRAD_H

#include "compiler/CPU/Strided.h"
#include "compiler/Kernels/WinogradTransform.h"

namespace cameo {

class WinogradEmitter {
public:
  WinogradEmitter(ConvOp conv, KernelEmitter &e);
  /// Batch, blocks of tiles, groups of panels. Units of one block share its
  /// transformed inputs.
  llvm::SmallVector<mlir::Value> units();
  /// About what one unit costs, in multiply-adds.
  mlir::Value unitCost();
  mlir::Value leastGrain();
  mlir::Value scratchBytes();
  mlir::LogicalResult emit();

private:
  /// A tile's first output, or the first input of its window.
  struct Origin {
    mlir::Value y, x;
  };
  void chooseBlocks();
  int64_t leastPieces();
  Origin origin(mlir::Value tile);
  mlir::Value tilesIn(mlir::Value block);
  void transformInputs(mlir::Value batch, mlir::Value block);
  void transformInput(Origin at, mlir::Value batch, mlir::Value into,
                      bool interior);
  void multiply(mlir::Value block, mlir::Value firstPanel,
                mlir::Value panelCount);
  void transformOutputs(mlir::Value batch, mlir::Value block,
                        mlir::Value firstPanel, mlir::Value panelCount);
  void storeTile(mlir::Value batch, mlir::Value outBlock, Origin at);

  ConvOp conv;
  KernelEmitter &e;
  WinogradTransform transform;
  int64_t m, n, dilation;
  /// channels: those of the input, padded to blocks
  int64_t inBlock, outBlock, channels;
  int64_t panel, vectors, panels;
  int64_t rows = 1;        ///< tiles of a register tile
  int64_t blockTiles = 1;  ///< tiles transformed together
  int64_t groupPanels = 1; ///< panels of a unit
  /// Floats: of a tile's channels, of one point of all tiles of a block, of a
  /// worker's memory.
  int64_t tileStride, pointStride, productsAt, outputsAt, scratchFloats;
  int64_t staticTiles; ///< of an image; ShapedType::kDynamic if unknown
  mlir::Value tilesX, tiles, blocks, rowsPerPhase, columnsPerPhase;
  mlir::Value input, filter, work;
  llvm::SmallVector<mlir::Value> inputStrides;
  bool failed = false;
};

/// Whether the class takes `conv`: it says so itself.
bool isWinogradConv(ConvOp conv);

} // namespace cameo

#endif
