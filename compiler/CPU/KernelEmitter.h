// SPDX-License-Identifier: Apache-2.0
// What a strategy has at hand while it emits a kernel: the builder, the buffers and sizes of the
// kernel's tensors, and evaluation on demand: any tensor value of the kernel can be asked for its
// elements at given indices, and the code that computes them from the buffers is emitted there.
#ifndef CAMEO_COMPILER_CPU_KERNELEMITTER_H
#define CAMEO_COMPILER_CPU_KERNELEMITTER_H

#include "compiler/Kernels/TargetDescription.h"
#include "dialects/Cameo/Cameo.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/SCF/IR/SCF.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"

namespace cameo {

/// One index of an element for each lane of a vector: lane l has base + l * step, or, where that
/// is not the form, lanes[l] (then base is null).
struct LaneIndex {
  mlir::Value base;
  int64_t step = 0;
  mlir::Value lanes;

  LaneIndex(mlir::Value base, int64_t step = 0) : base(base), step(step) {}
  static LaneIndex ofLanes(mlir::Value lanes) {
    LaneIndex i{mlir::Value()};
    i.lanes = lanes;
    return i;
  }
  bool uniform() const { return !lanes && step == 0; }
  bool operator==(const LaneIndex &o) const {
    return base == o.base && step == o.step && lanes == o.lanes;
  }
};
using LaneIndices = llvm::SmallVector<LaneIndex, 6>;

/// Gives the elements of `tensor` at `indices` if the caller has them in registers (a scalar, or
/// a vector of the width being evaluated), else null.
using ValueOf = llvm::function_ref<mlir::Value(
    mlir::Value tensor, llvm::ArrayRef<LaneIndex> indices)>;

class KernelEmitter {
public:
  /// Emits into `func`, whose arguments are those of `kernel` with memrefs for tensors, followed
  /// by begin, end and scratch if `isBody`.
  KernelEmitter(KernelOp kernel, mlir::func::FuncOp func, bool isBody,
                const TargetDescription &target);

  KernelOp kernel;
  const TargetDescription &target;
  /// Where code goes now.
  mlir::ImplicitLocOpBuilder b;
  /// The tiles to do and the worker's memory (memref<?xi8>, 64-byte aligned); null in @k.tiles.
  mlir::Value begin, end, scratch;

  //===-- buffers, sizes, scalars: all emitted once, at the function's entry -------------------===//

  /// The memref of a tensor value that is in memory: an argument, a reshape or cast of one, or
  /// what bind() said. Null if it has to be computed.
  mlir::Value buffer(mlir::Value tensor);
  /// The memref of destination `i`.
  mlir::Value out(unsigned i) { return buffer(kernel.getOut(i)); }
  /// Result `i` as it is computed, before reshapes, and its destination seen in that shape.
  struct Target {
    mlir::Value tensor, memref;
  };
  Target result(unsigned i);
  /// From here on, `tensor` is read from `memref`.
  void bind(mlir::Value tensor, mlir::Value memref) {
    buffers[tensor] = memref;
  }
  /// For kernels that work row by row: while the code of one row is emitted, `tensor` has one
  /// element per row, `scalar`; null ends that.
  void bindRowScalar(mlir::Value tensor, mlir::Value scalar);
  /// The same for a tensor whose current row, without its first `rowDims` dimensions, is in
  /// `memref`; null ends that.
  void bindRow(mlir::Value tensor, mlir::Value memref, int64_t rowDims);
  /// Until the next call with a null memref: whatever computes elements of `tensor` also stores
  /// them into `memref`, which holds a row as for bindRow.
  void storeRow(mlir::Value tensor, mlir::Value memref, int64_t rowDims);
  /// While code is emitted of which it is known: whether what is read of a tensor.insert_slice
  /// lies in the inserted part (true) or in the rest.
  llvm::DenseMap<mlir::Operation *, bool> insertedPart;
  /// A scalar value of the kernel (argument, host arithmetic, tensor.dim, tensor.extract).
  mlir::Value scalar(mlir::Value v);
  /// The size of dimension `d` of any tensor value of the kernel.
  mlir::Value dim(mlir::Value tensor, int64_t d);
  llvm::SmallVector<mlir::Value> dims(mlir::Value tensor);
  /// The iteration space of a linalg operation.
  llvm::SmallVector<mlir::Value> loopSizes(mlir::linalg::LinalgOp op);
  mlir::Value index(int64_t value);

  //===-- arithmetic on indices, where code goes now -------------------------------------------===//

  mlir::Value add(mlir::Value x, mlir::Value y);
  mlir::Value sub(mlir::Value x, mlir::Value y);
  mlir::Value mul(mlir::Value x, mlir::Value y);
  mlir::Value divUp(mlir::Value x, mlir::Value y);
  mlir::Value min(mlir::Value x, mlir::Value y);
  mlir::Value max(mlir::Value x, mlir::Value y);
  mlir::Value product(mlir::ValueRange values);
  /// Splits a row-major linear index by `sizes`.
  llvm::SmallVector<mlir::Value> delinearize(mlir::Value linear,
                                             mlir::ValueRange sizes);

  //===-- loops --------------------------------------------------------------------------------===//

  /// for (i = lb; i < ub; i += step) body(i).
  void forLoop(mlir::Value lb, mlir::Value ub, mlir::Value step,
               llvm::function_ref<void(mlir::Value)> body);
  /// The same with values carried round; returns them after the last round.
  llvm::SmallVector<mlir::Value>
  forLoop(mlir::Value lb, mlir::Value ub, mlir::Value step,
          mlir::ValueRange inits,
          llvm::function_ref<llvm::SmallVector<mlir::Value>(mlir::Value,
                                                            mlir::ValueRange)>
              body);

  //===-- elements -----------------------------------------------------------------------------===//

  /// The elements of `tensor` (any tensor value of the kernel) at `indices`, `width` of them along
  /// `vectorDim` of the tensor (contiguous indices; -1 with width 1: one element), computed from
  /// what is in memory and what `valueOf` gives. A vector if width > 1, else a scalar. Null, with
  /// an error reported, if the kernel holds an operation that cannot be evaluated.
  mlir::Value evaluate(mlir::Value tensor, mlir::ValueRange indices,
                       int64_t vectorDim, int64_t width, ValueOf valueOf = {});
  /// The same with one LaneIndex per dimension; a scalar where all lanes are equal.
  mlir::Value evaluate(mlir::Value tensor, llvm::ArrayRef<LaneIndex> indices,
                       int64_t width, ValueOf valueOf = {});
  /// Evaluates the body of a linalg.generic at one point of its iteration space (`width` points
  /// along `vectorDim`) and returns what it yields. The value of an init operand is asked from
  /// `valueOf` as that of any other operand.
  llvm::SmallVector<mlir::Value> applyGeneric(mlir::linalg::GenericOp op,
                                              mlir::ValueRange iterationIndices,
                                              int64_t vectorDim, int64_t width,
                                              ValueOf valueOf = {});
  /// For contractions: `value` holds the elements of `root` (a tensor of the kernel) at `indices`,
  /// `width` of them along `vectorDim`; computes every result of the kernel at the same indices,
  /// with all that is fused behind the root, and stores it to its destination.
  mlir::LogicalResult storeResults(mlir::Value root, mlir::ValueRange indices,
                                   int64_t vectorDim, int64_t width,
                                   mlir::Value value);
  /// Whether all that `tensor` is computed from can be evaluated on vectors.
  bool isVectorizable(mlir::Value tensor);

  mlir::Value load(mlir::Value memref, llvm::ArrayRef<LaneIndex> indices,
                   int64_t width);
  void store(mlir::Value value, mlir::Value memref,
             llvm::ArrayRef<LaneIndex> indices, int64_t width);
  /// A vector of `width` times `value`; `value` itself if it is one already, or if width is 1.
  mlir::Value broadcast(mlir::Value value, int64_t width);
  mlir::VectorType vectorType(mlir::Type element, int64_t width);
  static LaneIndices lanesOf(mlir::ValueRange indices, int64_t vectorDim);

  /// An error at the operation that could not be emitted.
  mlir::InFlightDiagnostic error(mlir::Operation *op) {
    hadError = true;
    return op->emitError("cannot be emitted for the CPU: ");
  }
  bool hadError = false;

private:
  friend class Evaluator;
  /// Builds at the function's entry, where everything dominates the code.
  template <typename Fn> auto atEntry(Fn fn) {
    mlir::OpBuilder::InsertionGuard guard(b);
    b.setInsertionPoint(entryEnd);
    return fn();
  }
  mlir::Operation *entryEnd;
  llvm::DenseMap<mlir::Value, mlir::Value> buffers;
  llvm::DenseMap<mlir::Value, mlir::Value> scalars;
  llvm::DenseMap<std::pair<mlir::Value, int64_t>, mlir::Value> sizes;
  llvm::DenseMap<int64_t, mlir::Value> constants;
  llvm::DenseMap<mlir::Value, bool> vectorizable;
  struct Row {
    mlir::Value memref;
    int64_t rowDims;
  };
  llvm::DenseMap<mlir::Value, mlir::Value> rowScalars;
  llvm::DenseMap<mlir::Value, Row> rows, storedRows;
};

} // namespace cameo

#endif
