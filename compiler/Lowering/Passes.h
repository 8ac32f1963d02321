// SPDX-License-Identifier: Apache-2.0
// Passes of the phase onnx → linalg.
#ifndef CAMEO_COMPILER_LOWERING_PASSES_H
#define CAMEO_COMPILER_LOWERING_PASSES_H

#include "dialects/Cameo/Cameo.h"
#include "dialects/ONNX/ONNXCore.h"
#include "mlir/Pass/Pass.h"

namespace cameo {
#define GEN_PASS_DECL
#define GEN_PASS_REGISTRATION
#include "compiler/Lowering/Passes.h.inc"
} // namespace cameo

#endif
