// SPDX-License-Identifier: Apache-2.0
// Transposed convolution as a gather: each output sums the taps that reach it,
// so that outputs are written once, by one worker, and pass through the
// epilogue.
#ifndef CAMEO_COMPILER_CPU_TRANSPOSEDCONV_H
#define CAMEO_COMPILER_CPU_TRANSPOSEDCONV_H

#include "compiler/CPU/Strided.h"

namespace cameo {

class TransposedConvEmitter {
public:
  TransposedConvEmitter(ConvTransposeOp conv, KernelEmitter &e);
  /// The numbers of units of work: batch, output channels, rows of outputs.
  llvm::SmallVector<mlir::Value> units();
  mlir::Value unitCost();
  mlir::LogicalResult emit();

private:
  mlir::Value overTaps(unsigned d, mlir::ValueRange output, mlir::Value inputAt,
                       mlir::Value filterAt, mlir::Value acc);

  ConvTransposeOp conv;
  KernelEmitter &e;
  unsigned rank;
  llvm::SmallVector<int64_t> kernel;
  mlir::Value inPerGroup, outPerGroup, input, filter;
  llvm::SmallVector<mlir::Value> inputSizes, outputSizes, inputStrides,
      filterStrides;
};

bool isEmittableTransposedConv(ConvTransposeOp conv);

} // namespace cameo

#endif
