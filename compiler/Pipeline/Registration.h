// SPDX-License-Identifier: Apache-2.0
// All dialects and passes, by name, for the tools.
#ifndef CAMEO_COMPILER_PIPELINE_REGISTRATION_H
#define CAMEO_COMPILER_PIPELINE_REGISTRATION_H

#include "mlir/IR/DialectRegistry.h"

namespace cameo {
/// Dialects and the external interface models they need.
void registerAllDialects(mlir::DialectRegistry &registry);
/// Every pass and pipeline of Cameo, and the upstream ones that go with them.
void registerAllPasses();
} // namespace cameo

#endif
