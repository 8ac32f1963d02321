// SPDX-License-Identifier: Apache-2.0
// The geometry that convolutions and pooling share: where a window lies over
// the input, which of its taps fall into padding, and how a row of outputs
// splits into tiles. There are no halo copies: taps in the padding are left out
// by bounds of loops (all dimensions but the last) and by tiles that are
// specialised to the border (the last one).
#ifndef CAMEO_COMPILER_CPU_WINDOW_H
#define CAMEO_COMPILER_CPU_WINDOW_H

#include "compiler/CPU/Strided.h"

namespace cameo {

/// A range of taps of one spatial dimension.
struct TapRange {
  mlir::Value from, to;
};

/// Some neighbouring outputs of one row.
struct ColumnTile {
  mlir::Value x;        ///< the first output's column
  int64_t width = 1;    ///< how many
  bool interior = true; ///< all taps of all outputs are inside the input
  /// With neither interior nor a static column: width is 1 and taps have a
  /// TapRange.
  std::optional<int64_t> staticX;
};

class Window {
public:
  /// `inDims` and `outDims`: which dimensions of the tensors are the spatial
  /// ones.
  Window(KernelEmitter &e, mlir::Value input, mlir::Value output,
         unsigned firstIn, unsigned firstOut, llvm::ArrayRef<int64_t> kernel,
         llvm::ArrayRef<int64_t> strides, llvm::ArrayRef<int64_t> dilations,
         llvm::ArrayRef<int64_t> pads);

  unsigned rank() const { return kernel.size(); }
  int64_t taps() const;
  /// Treats a window of one tap, without strides and padding, as one long row
  /// cut into rows of `width` outputs, if that divides evenly. For static
  /// sizes.
  bool flatten(int64_t width);
  /// The outer spatial sizes' product: the number of rows.
  mlir::Value rows();
  /// The indices of a row in all spatial dimensions but the last.
  llvm::SmallVector<mlir::Value> rowIndices(mlir::Value row);
  /// The real spatial indices of an output at `column` of the row at `outer`.
  llvm::SmallVector<mlir::Value> outputIndices(mlir::ValueRange outer,
                                               mlir::Value column);

  /// Input coordinate (may be outside) of a tap in dimension d.
  mlir::Value coordinate(unsigned d, mlir::Value output, mlir::Value tap);
  /// The taps of dimension d at `output` that are inside the input.
  TapRange tapRange(unsigned d, mlir::Value output);
  /// Whether output `column + i` of a tile has tap `tap` of the last dimension
  /// inside; for tiles that are interior or static.
  bool inside(const ColumnTile &tile, int64_t i, int64_t tap) const;
  /// Covers a row with tiles of at most `width` outputs, or its part `piece`.
  void forEachTile(int64_t width,
                   llvm::function_ref<void(const ColumnTile &)> body);
  /// The widths into which a static row is cut; empty for a dynamic one.
  static llvm::SmallVector<int64_t> cut(int64_t row, int64_t width);
  int64_t staticWidth() const { return outStatic.back(); }

  KernelEmitter &e;
  llvm::SmallVector<int64_t> kernel, strides, dilations, before, after;
  llvm::SmallVector<mlir::Value> in, out;
  llvm::SmallVector<int64_t> inStatic, outStatic;
  /// Columns [from, to) that are to be covered of a row whose length only the
  /// run knows.
  struct Piece {
    mlir::Value from, to;
  };
  std::optional<Piece> piece;

private:
  /// The outputs' real sizes, where flatten() has changed them.
  llvm::SmallVector<mlir::Value> flattened;
  int64_t flattenedWidth = 0;
};

} // namespace cameo

#endif
