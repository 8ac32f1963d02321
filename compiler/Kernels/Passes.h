// SPDX-License-Identifier: Apache-2.0
// Passes of the phase linalg on tensors → schedule and kernels.
#ifndef CAMEO_COMPILER_KERNELS_PASSES_H
#define CAMEO_COMPILER_KERNELS_PASSES_H

#include "dialects/Cameo/Cameo.h"
#include "mlir/Pass/Pass.h"

namespace cameo {
#define GEN_PASS_DECL
#define GEN_PASS_REGISTRATION
#include "compiler/Kernels/Passes.h.inc"
} // namespace cameo

#endif
