// SPDX-License-Identifier: Apache-2.0
// Windows on plain tensors [N, C, ...] with neighbouring outputs of a row in lanes: how a row is cut into tiles of some
// vectors, and what a tile reads at a tap. Strides are two or more loads and shuffles; lanes whose tap lies in the
// padding are masked. What is done with it is the business of PixelConv and PixelPool.
#ifndef CAMEO_COMPILER_CPU_PIXELROWS_H
#define CAMEO_COMPILER_CPU_PIXELROWS_H

#include "compiler/CPU/Window.h"

namespace cameo {

/// Taps of a row that are unrolled, and longer ones go round in a loop.
inline constexpr int64_t maxUnrolledTaps = 11;

/// `vectors` times `lanes` outputs of a row, of which the first `width` are real.
struct PixelTile {
  int64_t vectors, lanes, width;
  bool interior; ///< all that is read lies in the input
  mlir::Value x; ///< the first output's column
  std::optional<int64_t> staticX;

  int64_t widthOf(int64_t vector) const {
    return std::min(lanes, width - vector * lanes);
  }
};

class PixelRows : public Window {
public:
  /// Strides along rows that loads and shuffles do.
  static constexpr int64_t maxStride = 4;

  /// `element` is the type in memory, `lanes` what a vector of outputs has.
  PixelRows(const Window &window, mlir::Type element, int64_t lanes)
      : Window(window), element(element), lanes(lanes) {}

  /// Tiles have `count` vectors; rows of too many or of unknown length are cut into pieces.
  void setVectors(int64_t count);
  /// The number of pieces of a row, and the most outputs of one.
  mlir::Value pieces();
  mlir::Value pieceWidth();
  /// The columns of piece `number`.
  Piece columns(mlir::Value number);
  /// Covers the columns with tiles.
  void overTiles(Piece columns,
                 llvm::function_ref<void(const PixelTile &)> body);

  /// What the outputs of a tile's vector `v` read at a tap of the row that begins at `row` of `input`; null if none
  /// of them lies inside. Lanes outside hold `fill`, and `mask`, if asked for, says which lie inside (null: all).
  mlir::Value load(const PixelTile &tile, int64_t v, mlir::Value tap,
                   std::optional<int64_t> staticTap, mlir::Value input,
                   mlir::Value row, mlir::Value fill,
                   mlir::Value *mask = nullptr);

private:
  int64_t reach() const;
  bool allInside(const PixelTile &tile) const;
  bool masksAreSlow() const;
  void cutStatically(llvm::function_ref<void(const PixelTile &)> body);
  mlir::Value lanesWithin(mlir::Value start, int64_t step, int64_t count);
  mlir::Value pick(llvm::ArrayRef<mlir::Value> parts, int64_t count,
                   int64_t first);

  mlir::Type element;
  int64_t lanes, vectors = 1;
  /// Outputs of a piece of a row; 0: rows are not cut.
  int64_t pieceColumns = 0;
};

} // namespace cameo

#endif
