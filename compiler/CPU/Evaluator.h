// SPDX-License-Identifier: Apache-2.0
// Evaluation on demand: emits the code that computes elements of a kernel's tensor value at given
// indices, on all lanes of a vector at once, following producers up to what is in memory.
#ifndef CAMEO_COMPILER_CPU_EVALUATOR_H
#define CAMEO_COMPILER_CPU_EVALUATOR_H

#include "compiler/CPU/KernelEmitter.h"

namespace cameo {

/// One evaluation; what it has computed at equal indices it reuses. A value that is equal on all
/// lanes stays a scalar.
class Evaluator {
public:
  Evaluator(KernelEmitter &e, int64_t width, ValueOf valueOf)
      : e(e), b(e.b), width(width), valueOf(valueOf) {}

  /// Null on failure, an error having been reported.
  mlir::Value element(mlir::Value tensor, llvm::ArrayRef<LaneIndex> indices);
  /// What the body of `op` yields at one point of its iteration space; `inits` stand for the
  /// destinations where given. Empty on failure.
  llvm::SmallVector<mlir::Value> body(mlir::linalg::GenericOp op,
                                      llvm::ArrayRef<LaneIndex> point,
                                      mlir::ValueRange inits = {});
  /// The values of all results of a generic that reduces, at the point of its parallel dimensions.
  llvm::SmallVector<mlir::Value> reduce(mlir::linalg::GenericOp op,
                                        LaneIndices point,
                                        llvm::SmallVector<mlir::Value> inits);

private:
  mlir::Value compute(mlir::Value tensor, llvm::ArrayRef<LaneIndex> indices);
  mlir::Value generic(mlir::linalg::GenericOp op, unsigned result,
                      llvm::ArrayRef<LaneIndex> indices);
  /// Rows that end in one number: several vector accumulators along reduction dimension `dim`.
  llvm::SmallVector<mlir::Value> reduceAlong(mlir::linalg::GenericOp op,
                                             unsigned dim, LaneIndices point,
                                             mlir::ValueRange inits);
  bool bodyOp(mlir::Operation &op, llvm::ArrayRef<LaneIndex> point,
              mlir::IRMapping &map);
  bool regionOp(mlir::Operation &op, llvm::ArrayRef<LaneIndex> point,
                mlir::IRMapping &map);
  mlir::Value reshape(mlir::Value source, mlir::Value result,
                      llvm::ArrayRef<mlir::ReassociationIndices> groups,
                      bool expand, llvm::ArrayRef<LaneIndex> indices);
  /// A value that comes from `inside` where indices lie in a box, from `outside` elsewhere. Where that is
  /// little code it stands once more, for vectors that lie outside altogether.
  mlir::Value
  window(mlir::Type element, llvm::ArrayRef<LaneIndex> indices,
         llvm::ArrayRef<mlir::Value> offsets, llvm::ArrayRef<mlir::Value> sizes,
         llvm::ArrayRef<mlir::Value> strides,
         llvm::function_ref<mlir::Value(Evaluator &, LaneIndices)> inside,
         llvm::function_ref<mlir::Value(Evaluator &, LaneIndices)> outside,
         bool cheapOutside = false);
  /// fn for each lane apart, in a loop.
  mlir::Value
  perLane(mlir::Type element, llvm::ArrayRef<LaneIndex> indices,
          llvm::function_ref<mlir::Value(Evaluator &, LaneIndices)> fn);

  LaneIndex apply(mlir::AffineExpr expr, llvm::ArrayRef<LaneIndex> dims);
  LaneIndices apply(mlir::AffineMap map, llvm::ArrayRef<LaneIndex> dims);
  LaneIndex addIndex(LaneIndex x, LaneIndex y);
  LaneIndex scaleIndex(LaneIndex x, mlir::Value factor);
  /// Quotient and remainder of a non-negative index.
  std::pair<LaneIndex, LaneIndex> divIndex(LaneIndex x, mlir::Value by);
  /// The index as a vector of all lanes; a scalar if uniform.
  mlir::Value indexValue(LaneIndex x);
  LaneIndex fromValue(mlir::Value v);
  mlir::Value fold(mlir::OpFoldResult f);

  struct Known {
    mlir::Value tensor;
    LaneIndices indices;
    mlir::Value value;
  };
  KernelEmitter &e;
  mlir::ImplicitLocOpBuilder &b;
  int64_t width;
  ValueOf valueOf;
  std::vector<Known> known;
};

} // namespace cameo

#endif
