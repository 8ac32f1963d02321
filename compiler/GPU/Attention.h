// SPDX-License-Identifier: Apache-2.0
// Attention in one kernel, its softmax as a stream: a block takes 64 queries of
// a head and goes over the keys by tiles; scores never leave the chip. In: a
// kernel that holds an AttentionChain. Out: what one thread does.
#ifndef CAMEO_COMPILER_GPU_ATTENTION_H
#define CAMEO_COMPILER_GPU_ATTENTION_H

#include "compiler/CPU/Strided.h"
#include "compiler/GPU/Shared.h"
#include "compiler/GPU/Strategy.h"
#include "compiler/GPU/TensorCore.h"
#include "compiler/Kernels/AttentionChain.h"

namespace cameo {

class AttentionBlock {
public:
  AttentionBlock(AttentionChain c, KernelEmitter &e);
  Grid grid();
  mlir::LogicalResult emit();

private:
  using Values = llvm::SmallVector<mlir::Value>;
  enum class Form { Threads, TensorCores };

  //===-- the softmax, for any form (Attention.cpp) -----------------------===//

  /// f32 from here on: what the softmax takes where the product is `score`.
  mlir::Value masked(mlir::Value score, mlir::Value query, mlir::Value key);
  mlir::Value power(mlir::Value masked, mlir::Value highest);
  /// What sums of powers so far are multiplied by when the maximum rises.
  mlir::Value rescale(mlir::Value before, mlir::Value now);
  mlir::Value higher(mlir::Value x, mlir::Value y);
  mlir::Value lowest();
  /// What a row's weighted sum is multiplied by in the end.
  mlir::Value scaleOf(mlir::Value highest, mlir::Value total);
  void store(mlir::Value sum, mlir::Value query, mlir::Value column);
  mlir::Value
  evaluate(mlir::Value tensor, mlir::Value query, mlir::Value key,
           std::initializer_list<std::pair<mlir::Value, mlir::Value>> known);
  mlir::Value f32(float v);
  mlir::Value narrow(mlir::Value v, mlir::Value tensor);

  //===-- a tile of queries (Attention.cpp) -------------------------------===//

  void emitTile();
  int64_t sharedBytes() const; ///< of a block that takes a tile
  Values tileMaximum(mlir::ValueRange before, llvm::ArrayRef<mlir::Value> x);
  /// Masked scores of this thread, row by row, lowest beyond the keys.
  Values maskedScores(mlir::Value key0);
  mlir::Value rowOf(int64_t i);    ///< in the tile
  mlir::Value keyOf(int64_t j);    ///< in the tile
  mlir::Value columnOf(int64_t j); ///< of the values
  /// Keys from which on no query up to this one sees any (AttentionBounds.cpp).
  mlir::Value endOfKeys(mlir::Value lastQuery);

  //===-- products (AttentionThreads.cpp, AttentionTensorCores.cpp) -------===//

  void loadQueries(); ///< before the first tile of keys
  Values scores(mlir::Value key0);
  Values weigh(llvm::ArrayRef<mlir::Value> powers, mlir::Value key0,
               mlir::ValueRange sums);
  Values threadScores(mlir::Value key0);
  Values threadWeigh(llvm::ArrayRef<mlir::Value> powers, mlir::Value key0,
                     mlir::ValueRange sums);
  Values coreScores(mlir::Value key0);
  Values coreWeigh(llvm::ArrayRef<mlir::Value> powers, mlir::Value key0,
                   mlir::ValueRange sums);
  void loadQueryFragments();
  Fragment queryFragment(int64_t k);
  std::pair<Fragment, Fragment> keyFragments(int64_t key, int64_t k);
  std::pair<Fragment, Fragment> valueFragments(int64_t key, int64_t column);
  mlir::Value word(SharedArray &from, mlir::Value row, mlir::Value column);
  mlir::Value lane();

  /// An operand at this block's head: element (row, column) is at base + row *
  /// rowStride + column * columnStride.
  struct Operand {
    Strided in;
    mlir::Value base, rowStride, columnStride, rows, columns;
    bool pieces = false; ///< rows are whole vectors of four in memory
  };
  Operand operand(mlir::Value tensor, mlir::AffineMap map, bool ofScores,
                  unsigned rowLoop, unsigned columnLoop, mlir::Value rows,
                  mlir::Value columns);
  /// All threads bring rows x columns elements from (row0, column0) on, zeros
  /// beyond the operand.
  void fill(SharedArray &to, const Operand &from, mlir::Value row0,
            mlir::Value column0, int64_t rows, int64_t columns);
  mlir::Value vectorAt(const Strided &s, mlir::Value index, int64_t width);

  //===-- few queries (AttentionRow.cpp) ----------------------------------===//

  bool canEmitRows();
  void emitRow();

  void place(mlir::Value unit, mlir::ValueRange counts);
  Values counts(bool byRows);
  mlir::Value fewQueries(); ///< null: never
  void readOperands();

  AttentionChain c;
  KernelEmitter &e;
  Multiplier multiplier = Multiplier::Exact;
  Form form = Form::Threads;
  /// exp(x - maximum): sums for one maximum become those for another.
  bool streams = false;
  mlir::Value queries, keys, depth;
  Values outerSizes;
  int64_t columns;
  /// Of the form.
  int64_t threads, tileKeys, rowsOfThread, keysOfThread, columnsOfThread;
  int64_t rowLength = 0,
          groups = 1; ///< of columns, each with blocks of its own
  mlir::Type stored;

  Values outer;                ///< where this block is
  mlir::Value query0, column0; ///< its first query (or the query), first column
  Operand q, k, v;
  std::optional<SharedArray> sharedQ, sharedK, sharedV, sharedP;
  bool wholeDepth = false;                    ///< queries stay in shared memory
  llvm::SmallVector<Fragment> queryFragments; ///< or in registers
  bool failed = false;
};

} // namespace cameo

#endif
