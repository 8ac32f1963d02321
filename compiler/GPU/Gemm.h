// SPDX-License-Identifier: Apache-2.0
// A product of matrices by blocks of threads, whatever its operands and its
// result are computed from: matrix products and convolutions give their
// elements through functions.
#ifndef CAMEO_COMPILER_GPU_GEMM_H
#define CAMEO_COMPILER_GPU_GEMM_H

#include "compiler/GPU/Shared.h"

namespace cameo {

/// What multiplies: a thread's own arithmetic in the type of the sum, or the
/// tensor cores, whose factors are rounded to a narrower type and whose sums
/// are f32.
enum class Multiplier { Exact, TF32, F16, BF16 };

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

private:
  struct Fragment {
    llvm::SmallVector<mlir::Value, 4> parts;
  };
  void fill(SharedArray &into, bool lhs, mlir::Value batch, mlir::Value first,
            mlir::Value k0);
  mlir::Value round(mlir::Value v);
  Fragment load(SharedArray &from, mlir::Value row, mlir::Value k, bool lhs);
  llvm::SmallVector<mlir::Value> multiply(const Fragment &a, const Fragment &b,
                                          mlir::ValueRange sums);

  GemmProblem p;
  KernelEmitter &e;
  /// Of a block; both are divided over 2 x 4 warps.
  int64_t tileM, tileN;
  mlir::Type stored; ///< what shared memory holds
};

} // namespace cameo

#endif
