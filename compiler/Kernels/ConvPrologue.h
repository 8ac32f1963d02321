// SPDX-License-Identifier: Apache-2.0
// Pointwise convolutions that compute their input themselves: what is in front of
// one, element by element, is computed for some rows at a time into a core's own
// cache, where all filters meet it, and never lies in memory as a whole.
#ifndef CAMEO_COMPILER_KERNELS_CONVPROLOGUE_H
#define CAMEO_COMPILER_KERNELS_CONVPROLOGUE_H

#include "dialects/Cameo/Cameo.h"
#include "llvm/ADT/SetVector.h"

namespace cameo {

/// Whether each output pixel of `conv` follows from one pixel of an input in
/// blocks of channels, of known height and width (how much memory some rows take
/// is known then), in f32.
bool canComputeInput(ConvOp conv);

/// The computations of a kernel that `conv`, its root, has its input from, in
/// their order; empty if the input is in memory.
llvm::SetVector<mlir::Operation *> prologueOf(ConvOp conv);

} // namespace cameo

#endif
