// SPDX-License-Identifier: Apache-2.0
// What the channels hold that pad a blocked tensor to whole blocks. They must never become NaN or
// infinite, for a convolution multiplies them by zero weights. So their value is followed through
// the graph: a known number, or some finite one, or unknown.
#ifndef CAMEO_COMPILER_KERNELS_PADDEDCHANNELS_H
#define CAMEO_COMPILER_KERNELS_PADDEDCHANNELS_H

#include "mlir/Dialect/Linalg/IR/Linalg.h"

namespace cameo {

struct Padding {
  enum Kind { Known, Finite, Unknown } kind = Unknown;
  double value = 0;
  static Padding known(double v) { return {Known, v}; }
  static Padding finite() { return {Finite, 0}; }
  bool isSafe() const { return kind != Unknown; }
};

/// What `op` yields for padded channels whose operands hold `operands` there, per result.
llvm::SmallVector<Padding> paddingAfter(mlir::linalg::GenericOp op,
                                        llvm::ArrayRef<Padding> operands);

} // namespace cameo

#endif
