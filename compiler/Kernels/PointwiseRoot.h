// SPDX-License-Identifier: Apache-2.0
// Which operation of a kernel everything else is an epilogue of.
#ifndef CAMEO_COMPILER_KERNELS_POINTWISEROOT_H
#define CAMEO_COMPILER_KERNELS_POINTWISEROOT_H

#include "dialects/Cameo/Cameo.h"

namespace cameo {

/// The only convolution, pooling or reduction of the kernel, if all results are computed from it point by
/// point; else null. With `throughReshapes`, results may be reshapes of such: for back ends that write to a
/// view of the destination.
mlir::Operation *findPointwiseRoot(KernelOp kernel,
                                   bool throughReshapes = false);

/// What a kernel computes for its result `result`: behind reshapes, and behind its insertion into a destination that
/// keeps the rest of what it holds.
mlir::Value computedResult(mlir::Value result);

/// Whether a kernel finds `tensor` in memory: an argument, or a reshape of one.
bool isInMemory(mlir::Value tensor);

} // namespace cameo

#endif
