// SPDX-License-Identifier: Apache-2.0
// Passes of the phase kernels on tensors → functions of a GPU.
#ifndef CAMEO_COMPILER_GPU_PASSES_H
#define CAMEO_COMPILER_GPU_PASSES_H

#include "dialects/Cameo/Cameo.h"
#include "mlir/Pass/Pass.h"

namespace cameo {
#define GEN_PASS_DECL
#define GEN_PASS_REGISTRATION
#include "compiler/GPU/Passes.h.inc"
} // namespace cameo

#endif
