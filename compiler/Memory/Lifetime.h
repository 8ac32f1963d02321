// SPDX-License-Identifier: Apache-2.0
// When each buffer of a schedule is alive, in positions of a walk over the
// function.
#ifndef CAMEO_COMPILER_MEMORY_LIFETIME_H
#define CAMEO_COMPILER_MEMORY_LIFETIME_H

#include "dialects/Cameo/Cameo.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

namespace cameo {

class Lifetimes {
public:
  explicit Lifetimes(mlir::func::FuncOp func);

  struct Range {
    int64_t first, last;
  };
  /// From the definition of `ptr` to the last use of it, or of what may be the
  /// same pointer by way of control flow. What a loop uses from outside lives
  /// until the loop ends; what it carries to its next iteration lives as long
  /// as the loop.
  Range of(mlir::Value ptr);

private:
  struct Span {
    int64_t first, last;
  };
  llvm::DenseMap<mlir::Operation *, Span> spans;
};

} // namespace cameo

#endif
