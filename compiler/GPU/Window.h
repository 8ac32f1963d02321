// SPDX-License-Identifier: Apache-2.0
// Convolutions and pooling: how a window is summed up, and all of it for one
// output element.
#ifndef CAMEO_COMPILER_GPU_WINDOW_H
#define CAMEO_COMPILER_GPU_WINDOW_H

#include "compiler/GPU/Strategy.h"

namespace cameo {

/// The element of `tensor` at `indices` (one lane) if a cameo.conv,
/// cameo.conv_transpose or cameo.pool computes it; null for other tensors.
mlir::Value windowElement(KernelEmitter &e, mlir::Value tensor,
                          llvm::ArrayRef<LaneIndex> indices);

/// The strategy for convolutions with one filter a channel and for pooling.
void addGPUWindowStrategies(GPUStrategyList &);

/// How the window of a cameo.conv, cameo.conv_transpose or cameo.pool is summed
/// up, one input after the other.
class WindowSum {
public:
  WindowSum(KernelEmitter &e, mlir::Operation *op);
  /// Elements of the operands, in the type of the sum. Null: an error was
  /// reported.
  mlir::Value input(llvm::ArrayRef<mlir::Value> at);
  mlir::Value filter(llvm::ArrayRef<mlir::Value> at);
  /// The sum of nothing; also what an input outside of the tensor counts as.
  mlir::Value start();
  /// `acc` with an input, multiplied by its tap of a filter.
  mlir::Value add(mlir::Value acc, mlir::Value input, mlir::Value tap = {});
  /// The output element at `at`.
  mlir::Value result(mlir::Value sum, mlir::ValueRange at);

private:
  mlir::Value convert(mlir::Value v, mlir::Type to, bool isUnsigned);
  KernelEmitter &e;
  mlir::Operation *op;
  mlir::Type element, sum;
};

} // namespace cameo

#endif
