// SPDX-License-Identifier: Apache-2.0
// Convolutions and pooling, one element at a time: what one thread does for one
// output.
#ifndef CAMEO_COMPILER_GPU_WINDOW_H
#define CAMEO_COMPILER_GPU_WINDOW_H

#include "compiler/CPU/KernelEmitter.h"

namespace cameo {

/// The element of `tensor` at `indices` (one lane) if a cameo.conv,
/// cameo.conv_transpose or cameo.pool computes it; null for other tensors.
mlir::Value windowElement(KernelEmitter &e, mlir::Value tensor,
                          llvm::ArrayRef<LaneIndex> indices);

} // namespace cameo

#endif
