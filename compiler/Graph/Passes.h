// SPDX-License-Identifier: Apache-2.0
// Passes on the onnx dialect: what is computed once for the whole graph, before
// any lowering.
#ifndef CAMEO_COMPILER_GRAPH_PASSES_H
#define CAMEO_COMPILER_GRAPH_PASSES_H

#include "dialects/ONNX/ONNXCore.h"
#include "mlir/Pass/Pass.h"

namespace cameo {
#define GEN_PASS_DECL
#define GEN_PASS_REGISTRATION
#include "compiler/Graph/Passes.h.inc"
} // namespace cameo

#endif
