// SPDX-License-Identifier: Apache-2.0
// Register tiles for contractions: rows x columns of the result stay in
// registers over the whole reduction, then pass through the kernel's epilogue.
// Used by the strategy in MatmulStrategy.cpp.
#ifndef CAMEO_COMPILER_CPU_MATMUL_H
#define CAMEO_COMPILER_CPU_MATMUL_H

#include "compiler/CPU/Strided.h"
#include "compiler/Kernels/Contraction.h"

namespace cameo {

/// The sizes that do not depend on the point in the loops.
struct MatmulTile {
  int64_t lanes;   ///< elements of one vector
  int64_t columns; ///< columns of a full tile, a multiple of lanes
  int64_t rows;    ///< rows of a full tile
  bool pack; ///< copy panels of rhs into scratch, where they lie one after
             ///< another
  int64_t rowBlock; ///< rows of one unit of work, a multiple of `rows`; 0: all
                    ///< of them
  /// Steps of the reduction that all rows of a unit take before the next ones,
  /// where rows are few and where they are many; 0: all steps at once.
  int64_t fewDepth = 0, manyDepth = 0;
  /// Panels of halves are widened into scratch, where all rows of a unit read
  /// them.
  bool widen = false;
  /// Panels that one row reads side by side; 1: one after another.
  int64_t streams = 1;

  static MatmulTile choose(Contraction &c, KernelOp kernel,
                           const TargetDescription &target);
};

/// Rows that read several panels at a time; rows whose product takes the time
/// of reading the weights, more or less.
constexpr int64_t maxStreamRows = 2, fewRows = 48;
/// Rows that read weights in blocks as they are.
constexpr int64_t maxWordRows = 4;

class MatmulEmitter {
public:
  MatmulEmitter(Contraction c, MatmulTile tile, KernelEmitter &e);
  /// The numbers of units of work: the outer loops, row blocks, column panels.
  llvm::SmallVector<mlir::Value> units();
  mlir::Value scratchBytes();
  /// About what one unit of work costs, in multiply-adds.
  mlir::Value unitCost();
  mlir::LogicalResult emit();

private:
  using Loops = llvm::SmallVector<mlir::Value>;
  void emitUnit(mlir::Value unit, mlir::ValueRange counts);
  /// The units of [begin, end) where the result has no more than `rows` rows,
  /// several panels at a time.
  void emitStreams(int64_t rows);
  int64_t streamsOf(int64_t rows) const;
  int64_t mostStreamRows() const {
    return c.blocks ? maxWordRows : maxStreamRows;
  }
  /// As emitRows, the reduction in blocks; sums wait in scratch.
  void emitBlockedRows(Loops loops, mlir::Value from, mlir::Value to,
                       llvm::ArrayRef<int64_t> widths);
  void emitBlockedTile(Loops loops, int64_t rows, llvm::ArrayRef<int64_t> lanes,
                       mlir::Value sums, mlir::Value start, mlir::Value ahead);
  /// Zeros behind the last element, up to `lanes`.
  mlir::Value widenLanes(mlir::Value v, int64_t lanes);
  /// Widths of vectors as they are computed: a packed panel is always whole.
  llvm::SmallVector<int64_t> lanesOf(llvm::ArrayRef<int64_t> widths) const;
  /// Where vector `j` of a tile lies in rhs, from the tile's first column on.
  mlir::Value columnOffset(int64_t j);
  void store(Loops loops, int64_t row, int64_t j, int64_t width,
             mlir::Value value);
  /// Rows [from, to) of the columns from loops[n] on, given as vectors of the
  /// widths.
  void emitRows(Loops loops, mlir::Value from, mlir::Value to,
                llvm::ArrayRef<int64_t> widths);
  /// One tile at loops[m], loops[n].
  void emitTile(Loops loops, int64_t rows, llvm::ArrayRef<int64_t> widths);
  /// The reduction; acc has rows x vectors x unroll entries.
  void reduce(unsigned depth, Loops &loops, llvm::SmallVector<mlir::Value> &acc,
              int64_t rows, llvm::ArrayRef<int64_t> widths, int64_t unroll);
  /// Sums of their own that so many entries take in turn, to hide the latency
  /// of the multiply-add.
  int64_t unrollOf(int64_t entries) const;
  void joinSums(llvm::SmallVector<mlir::Value> &acc, int64_t entries,
                int64_t unroll);
  void step(Loops &loops, llvm::MutableArrayRef<mlir::Value> acc, int64_t rows,
            llvm::ArrayRef<int64_t> widths);
  void startPrefetch(const Loops &loops, int64_t rows);
  void packPanel(Loops loops);
  void packTransposed(Loops loops, mlir::Value k);
  mlir::Value initial(const Loops &loops, int64_t row, int64_t column,
                      int64_t width);
  /// To the type of the sums, where that differs from the operands' floats.
  mlir::Value widen(mlir::Value v) {
    return c.multiplyAdd && mlir::isa<mlir::FloatType>(c.sumType())
               ? convertFloat(e, v, c.sumType())
               : v;
  }
  mlir::Value narrow(mlir::Value v) {
    return c.sumType() == c.accumulatorType()
               ? v
               : convertFloat(e, v, c.accumulatorType());
  }
  llvm::SmallVector<mlir::Value> apply(mlir::AffineMap map, const Loops &loops);
  /// Bytes of scratch that the sums of blocked rows wait in.
  mlir::Value sumBytes();

  Contraction c;
  MatmulTile tile;
  KernelEmitter &e;
  Loops sizes;
  Strided lhs, rhs, panel;
  /// Where the tile at hand prefetches from and how far it goes per step; null:
  /// not at all.
  mlir::Value prefetchBase, prefetchStep;
  /// How far each vector of rhs is prefetched; 0: not so.
  int64_t streamAhead = 0;
  /// Sums of an element there, for all tiles: equal columns have equal results,
  /// wherever they stand and whichever thread computes them. 0: not there.
  int64_t streamUnroll = 0;
  /// The steps of the reduction at hand; null: all.
  mlir::Value depthFrom, depthTo;
  /// The rows of the unit at hand.
  mlir::Value firstRow, rowCount;

  /// Weights in blocks (MatmulWeights.cpp): the packed words, scales and zero
  /// points in memory, the numbers that 4 bits stand for; whether the tile at
  /// hand reads them as they are.
  void prepareWeights();
  int64_t wordsOfColumn();
  /// Where the columns of vector `j` lie in row `row` of the `rows` of a panel.
  mlir::Value blockRow(const Loops &loops, int64_t j, mlir::Value row,
                       int64_t rows);
  mlir::Value wordAddress(mlir::Value index);
  mlir::Value numberOf(mlir::Value word, int64_t f);
  mlir::Value parameterOf(mlir::Value flat, const Loops &loops, int64_t j,
                          mlir::Value block);
  int64_t blocksOfColumn();
  /// Whether rows that read words take numbers as they lie there.
  bool readsFields() const;
  /// What is known of the rows before any column: bytes of scratch for it.
  int64_t rowBytes(int64_t rows);
  void prepareRows(int64_t rows);
  /// Adds the products with the first `count` numbers of row `word` of words.
  void reduceWords(Loops loops, mlir::Value word, int64_t count, int64_t rows,
                   int64_t vectors, llvm::SmallVector<mlir::Value> &sums);
  /// The whole reduction of a tile of `rows` x `vectors` sums.
  void reduceBlocks(Loops loops, llvm::SmallVector<mlir::Value> &acc,
                    int64_t rows, int64_t vectors);
  /// Steps [from, to) of the panel at loops[n], into scratch, from where the
  /// tiles read them next; `from` is a multiple of what a word holds.
  void dequantise(const Loops &loops, mlir::Value from, mlir::Value to);
  /// The same for a panel of halves.
  void widenPanel(const Loops &loops, mlir::Value from, mlir::Value to);
  /// Whether tiles read a panel in scratch that is made of a packed one.
  bool converts() const { return c.blocks || tile.widen; }
  void convert(const Loops &loops, mlir::Value from, mlir::Value to) {
    c.blocks ? dequantise(loops, from, to) : widenPanel(loops, from, to);
  }
  mlir::Value words, scales, zeros, table;
  /// Of the rows at hand: minus the sums of their elements by blocks, and the
  /// elements divided by the places of the numbers that they meet; null where
  /// not needed.
  mlir::Value rowSums, scaledRows;
  bool asTheyAre = false;
  bool failed = false;
};

} // namespace cameo

#endif
