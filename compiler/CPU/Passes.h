// SPDX-License-Identifier: Apache-2.0
// Passes of the phase kernels on tensors → functions on buffers for a CPU.
#ifndef CAMEO_COMPILER_CPU_PASSES_H
#define CAMEO_COMPILER_CPU_PASSES_H

#include "dialects/Cameo/Cameo.h"
#include "mlir/Pass/Pass.h"

namespace cameo {
#define GEN_PASS_DECL
#define GEN_PASS_REGISTRATION
#include "compiler/CPU/Passes.h.inc"
} // namespace cameo

#endif
