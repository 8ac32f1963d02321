// SPDX-License-Identifier: Apache-2.0
// What the files of the Control family share.
#ifndef CAMEO_COMPILER_LOWERING_CONTROL_H
#define CAMEO_COMPILER_LOWERING_CONTROL_H

#include "compiler/Lowering/Support.h"

namespace cameo {

/// Lowers a subgraph where `l.b` stands; afterwards `l` speaks of the same
/// operator as before.
LoweredValues lowerSubgraph(Lowerer &l, mlir::Region &region,
                            mlir::ValueRange arguments);

/// Optionals, and subgraphs over sequences (ControlValues.cpp).
void registerControlValueLowerings(LoweringRegistry &r);

} // namespace cameo

#endif
