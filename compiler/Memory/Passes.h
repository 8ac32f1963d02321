// SPDX-License-Identifier: Apache-2.0
// Passes that turn the schedule's tensors into planned memory.
#ifndef CAMEO_COMPILER_MEMORY_PASSES_H
#define CAMEO_COMPILER_MEMORY_PASSES_H

#include "dialects/Cameo/Cameo.h"
#include "mlir/Pass/Pass.h"

namespace cameo {
#define GEN_PASS_DECL
#define GEN_PASS_REGISTRATION
#include "compiler/Memory/Passes.h.inc"
} // namespace cameo

#endif
