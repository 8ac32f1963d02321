// SPDX-License-Identifier: Apache-2.0
// The scan outputs of Loop and Scan: a value per iteration, stacked.
#ifndef CAMEO_COMPILER_LOWERING_SCANOUTPUT_H
#define CAMEO_COMPILER_LOWERING_SCANOUTPUT_H

#include "compiler/Lowering/Support.h"

namespace cameo {

/// One scan output, whose dimension `axis` counts iterations. Where its size is
/// known before, the loop carries the whole and writes it in place. Else it
/// carries a sequence of what came so far; small slices of known size gather in
/// a block first, so that few of them allocate.
class ScanOutput {
public:
  /// `trips` is the number of iterations, if known.
  ScanOutput(Lowerer &l, mlir::Operation *op, mlir::Value onnxResult,
             int64_t axis, bool backwards, mlir::OpFoldResult trips);

  /// How many values the loop carries for it.
  size_t carriedCount() const { return collects && rows > 1 ? 2 : 1; }
  void initial(Lowerer &l, llvm::SmallVector<mlir::Value> &carried) const;
  /// Appends to `next` what `now` becomes with the slice of iteration `i` of
  /// `count` (null if not known).
  void append(Lowerer &l, mlir::Value slice, mlir::ValueRange now,
              mlir::Value i, mlir::Value count,
              llvm::SmallVector<mlir::Value> &next) const;
  /// The whole, after `count` iterations.
  mlir::Value finish(Lowerer &l, mlir::ValueRange last,
                     mlir::Value count) const;

private:
  mlir::RankedTensorType wholeType() const;
  /// A slice, and a block of them, in onnx's element type.
  mlir::RankedTensorType sliceType() const;
  mlir::RankedTensorType blockType() const;
  Sizes blockSizes(Lowerer &l) const;
  Sizes sliceSizes(Lowerer &l, mlir::Value sequence, mlir::Value count) const;

  mlir::RankedTensorType type, onnxType;
  int64_t axis;
  bool backwards, collects;
  int64_t rows = 1; ///< of a block
  Sizes sizes;      ///< null where not known before the loop
};

/// Entry `i` of a list of axes or directions, 0 if it is absent.
inline int64_t entry(std::optional<llvm::ArrayRef<int64_t>> list, size_t i) {
  return list && i < list->size() ? (*list)[i] : 0;
}

mlir::FailureOr<llvm::SmallVector<ScanOutput>>
scanOutputs(mlir::Operation *op, Lowerer &l, mlir::ValueRange onnxResults,
            std::optional<llvm::ArrayRef<int64_t>> axes,
            std::optional<llvm::ArrayRef<int64_t>> directions,
            mlir::OpFoldResult trips);
/// ScanOutput::append for all; `now` are the values carried for them.
void appendAll(Lowerer &l, llvm::ArrayRef<ScanOutput> outputs,
               mlir::ValueRange slices, mlir::ValueRange now, mlir::Value i,
               mlir::Value count, llvm::SmallVector<mlir::Value> &next);
void finishAll(Lowerer &l, llvm::ArrayRef<ScanOutput> outputs,
               mlir::ValueRange last, mlir::Value count,
               llvm::SmallVector<mlir::Value> &results);

} // namespace cameo

#endif
