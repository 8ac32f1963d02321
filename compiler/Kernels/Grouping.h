// SPDX-License-Identifier: Apache-2.0
// Which computations of a block become one kernel. A group is one of
//  - element-wise: generics, slices and pads that each element of the results follows from;
//  - rows: reductions and what is computed from them row by row (softmax, normalisations);
//  - a root (convolution, contraction, pooling) with the element-wise work behind it, and of a pointwise
//    convolution, for targets that have it, with what computes its input;
//  - attention: two contractions and the softmax between them, for targets that have a kernel of
//    that form.
// Groups grow in program order: a computation joins the groups of its operands where that saves
// memory traffic, costs no repeated work and leaves the schedule without cycles.
#ifndef CAMEO_COMPILER_KERNELS_GROUPING_H
#define CAMEO_COMPILER_KERNELS_GROUPING_H

#include "compiler/Kernels/TargetDescription.h"
#include "compiler/Kernels/UnitReshapes.h"
#include "dialects/Cameo/Cameo.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"

namespace cameo {

struct Group {
  /// In program order, the launch goes to the place of the last.
  llvm::SmallVector<mlir::Operation *> ops;
  /// The contraction, convolution or pooling of a root group.
  mlir::Operation *root = nullptr;
  /// What computes the root's input; see ConvPrologue.h.
  llvm::SmallPtrSet<mlir::Operation *, 4> prologue;
  bool reduces = false;
  /// cameo.compute and the like: nothing joins it.
  bool closed = false;
  bool attention = false;
};

/// Whether `op` is a matrix product: two inputs (or one and packed weights in
/// blocks) whose products are summed, with a free dimension.
bool isContraction(mlir::Operation *op);
/// A convolution, pooling or contraction: what gets a group of its own with an epilogue.
bool isRoot(mlir::Operation *op);
/// Work that is done anew in each kernel that needs it: fills, slices, reshapes by unit
/// dimensions.
bool isFree(mlir::Operation *op);

/// The groups of a block, ordered by their last operation. Free work that no other group takes in
/// is in groups of its own.
std::vector<std::unique_ptr<Group>>
groupComputations(mlir::Block &block, const TargetDescription &target);

/// The number of leading dimensions that number rows: all of `ops` have them as their first, parallel
/// dimensions and hand values to each other within a row only.
int64_t commonRowDims(llvm::ArrayRef<mlir::Operation *> ops);

} // namespace cameo

#endif
