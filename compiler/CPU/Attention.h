// SPDX-License-Identifier: Apache-2.0
// Attention in one kernel: a block of queries at a time, its scores for all
// keys stay in scratch memory, transposed, so that the softmax runs along lanes
// and neither keys nor values are copied. In: a kernel that holds an
// AttentionChain. Out: loops on vectors.
#ifndef CAMEO_COMPILER_CPU_ATTENTION_H
#define CAMEO_COMPILER_CPU_ATTENTION_H

#include "compiler/CPU/Strided.h"
#include "compiler/Kernels/AttentionChain.h"

namespace cameo {

/// The chain of a kernel that is nothing else.
mlir::FailureOr<AttentionChain> attentionOf(KernelOp kernel);

/// Keys that cannot count: from `position` + `past` - `less` on, or, if not
/// `isEnd`, before it. Values of the body of `op`; the position grows with the
/// query's.
struct KeyBound {
  mlir::linalg::GenericOp op;
  mlir::Value position;
  llvm::SmallVector<mlir::Value> less;
  int64_t past = 0;
  bool isEnd = true;
};
llvm::SmallVector<KeyBound> keyBounds(AttentionChain &chain);

class AttentionEmitter {
public:
  AttentionEmitter(AttentionChain c, KernelEmitter &e);
  /// The numbers of units of work: outer dimensions of the scores, blocks of
  /// queries.
  llvm::SmallVector<mlir::Value> units();
  mlir::Value scratchBytes();
  mlir::Value unitCost();
  mlir::LogicalResult emit();

private:
  using Values = llvm::SmallVector<mlir::Value>;
  /// Queries in lanes, `vectors` vectors of them from `first` on; past the end
  /// the last query stands in unless `whole`.
  struct Block {
    llvm::ArrayRef<mlir::Value> outer;
    mlir::Value first, count;
    int64_t vectors;
    bool whole;
  };
  void emitBlock(const Block &block);
  void packQueries(const Block &block);
  Values scoreTiles(const Block &block);
  Values scoreTile(const Block &block, mlir::Value key, int64_t keys,
                   mlir::ValueRange highest);
  Values powers(const Block &block, mlir::ValueRange highest);
  void weighValues(const Block &block);
  void valueTile(const Block &block, mlir::Value row, int64_t rows,
                 int64_t column, llvm::ArrayRef<int64_t> widths);
  /// One query, keys in lanes.
  void emitRow(llvm::ArrayRef<mlir::Value> outer, mlir::Value query);
  mlir::Value rowScores(const Values &queryVectors,
                        llvm::ArrayRef<mlir::Value> outer, mlir::Value query,
                        mlir::Value key, int64_t keys);
  bool canEmitRows();
  /// Sets firstKey and pastKey for some neighbouring queries.
  void setVisible(llvm::ArrayRef<mlir::Value> outer, mlir::Value firstQuery,
                  mlir::Value lastQuery);

  /// Lanes of queries of vector `j`.
  LaneIndex queryLanes(const Block &block, int64_t j);
  LaneIndices scoreIndices(llvm::ArrayRef<mlir::Value> outer, LaneIndex query,
                           LaneIndex key);
  Values scoreLoops(llvm::ArrayRef<mlir::Value> outer, mlir::Value query,
                    mlir::Value key, mlir::Value depth);
  Values valueLoops(llvm::ArrayRef<mlir::Value> outer, mlir::Value query,
                    mlir::Value key, mlir::Value column);
  mlir::Value
  evaluate(mlir::Value tensor, const LaneIndices &at, int64_t width,
           std::initializer_list<std::pair<mlir::Value, mlir::Value>> known,
           ValueOf others = {});
  /// Row `number` of a tile of keys from `first` on, that of key `key`.
  struct TileRow {
    mlir::Value first, key;
    int64_t number, rows;
  };
  /// A tile of `tensor` at all indices but the key's, queries in lanes.
  struct Turned {
    mlir::Value tensor;
    Values at, rows;
  };
  mlir::Value turnedRow(mlir::Value tensor, llvm::ArrayRef<LaneIndex> indices,
                        const TileRow &row, llvm::SmallVector<Turned> &tiles);
  mlir::Value widen(mlir::Value v) { return convertFloat(e, v, wide); }
  mlir::Value scratchView(mlir::Type element, mlir::Value offset,
                          mlir::Value count);
  mlir::Value bytesOf(mlir::Type element, mlir::Value count);
  void layoutScratch();
  int64_t blockSize() const { return 2 * lanes; }
  /// Rows of a tile of two vectors; a power of two, so that halves of it take
  /// what is left.
  int64_t tileRows() const {
    return llvm::bit_floor(
        uint64_t(std::max<int64_t>(1, (e.target.vectorRegisters - 3) / 2)));
  }

  AttentionChain c;
  KernelEmitter &e;
  mlir::Type wide; ///< what sums are in
  int64_t lanes, columns;
  mlir::Value queries, keys, depth;
  llvm::SmallVector<KeyBound> bounds;
  /// The keys that the queries at hand may see: all others score minus
  /// infinity.
  mlir::Value firstKey, pastKey;
  Values outerSizes;
  Strided query, key, value;
  /// Scratch: queries [depth][lanes], masked scores and powers [key][lanes],
  /// scales [lanes].
  mlir::Value packed, masked, weights, scales;
  bool failed = false;
};

} // namespace cameo

#endif
