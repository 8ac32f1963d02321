// SPDX-License-Identifier: Apache-2.0
// A product of matrices by blocks of threads, whatever its operands and its
// result are computed from: matrix products and convolutions give their
// elements through functions.
#ifndef CAMEO_COMPILER_GPU_GEMM_H
#define CAMEO_COMPILER_GPU_GEMM_H

#include "compiler/GPU/Shared.h"
#include "compiler/GPU/TensorCore.h"

namespace cameo {

/// result[batch, m, n] = sum over k of lhs[batch, m, k] * rhs[batch, k, n].
struct GemmProblem {
  mlir::Value batches, rows, columns, depth; ///< sizes
  mlir::Type sum;                            ///< what products are added in
  using At = llvm::ArrayRef<mlir::Value>;
  /// The element at {batch, m, k} or {batch, k, n}, as `sum`; asked for inside
  /// the sizes only.
  std::function<mlir::Value(At)> lhs, rhs;
  /// Takes the sum at {batch, m, n}; called inside the sizes only.
  std::function<void(At, mlir::Value)> store;
  Multiplier multiplier = Multiplier::Exact;
  /// Operands that lie in memory as the tensor cores take them, so that whole
  /// pieces of 16 bytes go to shared memory untouched.
  struct Stored {
    mlir::Value memref; ///< null: not so
    /// Elements from one row to the next; rows are along k if `depthInner`.
    mlir::Value stride;
    bool depthInner = false;
    std::function<mlir::Value(mlir::Value batch)> offset; ///< in elements
    /// The kernel's argument if the tensor is one, and the indices of an
    /// element of it; `across` is m or n, whose dimension is acrossDim.
    std::optional<unsigned> argument = {};
    int64_t acrossDim = 0, depthDim = 0;
    std::function<llvm::SmallVector<mlir::Value>(
        mlir::Value batch, mlir::Value across, mlir::Value depth)>
        indices = {};
  };
  Stored lhsStored = {}, rhsStored = {};
};

class GemmEmitter {
public:
  GemmEmitter(GemmProblem problem, KernelEmitter &e)
      : p(std::move(problem)), e(e) {}
  mlir::Value blocks();
  void emit();

private:
  mlir::SmallVector<mlir::Value> loadTile(mlir::Value batch, mlir::Value m0,
                                          mlir::Value n0, mlir::Value k0);
  mlir::Value guarded(mlir::Value inside,
                      llvm::function_ref<mlir::Value()> load);
  mlir::Value inside(mlir::Value x, mlir::Value size);

  GemmProblem p;
  KernelEmitter &e;
};

/// The same on tensor cores: mma.sync, which chips have from sm_80 on.
class TensorCoreGemm {
public:
  TensorCoreGemm(GemmProblem problem, KernelEmitter &e);
  mlir::Value blocks();
  void emit();

protected:
  void fill(SharedArray &into, bool lhs, mlir::Value batch, mlir::Value first,
            mlir::Value k0);
  Fragment load(SharedArray &from, mlir::Value row, mlir::Value k, bool lhs);
  /// Where this block and this warp are.
  struct Place {
    mlir::Value batch, m0, n0, warp, warpM, warpN;
  };
  Place place();
  void storeSums(const Place &at, mlir::ValueRange sums, SharedArray &out);

  GemmProblem p;
  KernelEmitter &e;
  static constexpr int64_t warpsM = 2, warpsN = 4, mmaM = 16, mmaN = 8;
  /// Of a block; both are divided over 2 x 4 warps.
  int64_t tileM, tileN;
  mlir::Type stored; ///< what shared memory holds
};

/// The same for operands that lie in memory as they are needed: asynchronous
/// copies fill one step's tiles while earlier ones are multiplied.
class AsyncGemm : public TensorCoreGemm {
public:
  using TensorCoreGemm::TensorCoreGemm;
  static bool takes(const GemmProblem &problem);
  /// Dynamic shared memory of a block.
  int64_t sharedBytes() const;
  void emit();

private:
  /// How a tile lies in shared memory.
  struct Tile {
    const GemmProblem::Stored *from;
    bool lhs;
    int64_t size, rows, length, row; ///< row: elements with what parts them
    int64_t offset;                  ///< bytes, in a stage
    mlir::Value first, limit;        ///< of m or n
    mlir::Value source;              ///< pointer to this batch's matrix
  };
  int64_t width() const { return stored.getIntOrFloatBitWidth() / 8; }
  int64_t tileDepth() const { return 64 / width(); }
  int64_t rowOf(bool lhs) const;
  int64_t tileBytes(bool lhs) const;
  Tile tile(bool lhs, const Place &at);
  mlir::Value shared(mlir::Value stage, int64_t offset);
  void copy(const Tile &tile, mlir::Value stage, mlir::Value k0);
  /// One fragment of the lhs, or those of two neighbours of the rhs.
  llvm::SmallVector<Fragment> fragments(const Tile &tile, mlir::Value stage,
                                        mlir::Value first, int64_t k);
  mlir::Value word(mlir::Value stage, int64_t offset, mlir::Value index);
  mlir::Value memory; ///< dynamic shared memory
};

/// The same for chips of compute capability 9.0: a warp has the tensor memory
/// accelerator fill stages of shared memory, warpgroups multiply them by wgmma.
/// The grid is that of AsyncGemm, which takes whatever this does.
class WarpgroupGemm : public TensorCoreGemm {
public:
  WarpgroupGemm(GemmProblem problem, KernelEmitter &e);
  static bool takes(const GemmProblem &problem);
  void emit();

private:
  /// An operand: how it lies in memory and in a stage.
  struct Operand {
    const GemmProblem::Stored *from;
    int64_t size;      ///< of the tile, in m or n
    int64_t offset;    ///< bytes, in a stage
    mlir::Value first; ///< of m or n
    mlir::Value map;   ///< tensor map
  };
  int64_t width() const { return stored.getIntOrFloatBitWidth() / 8; }
  int64_t rowLength() const;
  int64_t tileDepth() const;
  int64_t stageBytes() const;
  int64_t warpgroups() const;
  int64_t sharedBytes() const;
  mlir::Value at(mlir::Value offset);
  mlir::Value barrier(mlir::Value stage, int64_t which);
  mlir::Value isFirst(mlir::Value x);
  /// Goes over the depth with the stage (its offset in bytes), whether it is
  /// filled for an odd time (i32), and what else is carried.
  using Step = llvm::function_ref<llvm::SmallVector<mlir::Value>(
      mlir::Value k0, mlir::Value stage, mlir::Value parity,
      mlir::ValueRange carried)>;
  llvm::SmallVector<mlir::Value> forStages(mlir::ValueRange carried, Step step);
  void setUp();
  void bring(const Operand &operand, mlir::Value batch, mlir::Value stage,
             mlir::Value k0);
  mlir::Value describe(const Operand &operand, mlir::Value stage,
                       mlir::Value rows, int64_t k);
  void produce(const Operand &lhs, const Operand &rhs, mlir::Value batch);
  void consume(const Operand &lhs, const Operand &rhs, const Place &here);
  void storeRows(const Place &here, mlir::ValueRange sums);
  mlir::Value memory; ///< dynamic shared memory
};

} // namespace cameo

#endif
