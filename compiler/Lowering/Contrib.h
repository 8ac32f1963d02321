// SPDX-License-Identifier: Apache-2.0
// The parts of the family Contrib.
#ifndef CAMEO_COMPILER_LOWERING_CONTRIB_H
#define CAMEO_COMPILER_LOWERING_CONTRIB_H

#include "compiler/Lowering/Compute.h"
#include "dialects/ONNX/Contrib.h"

namespace cameo {

/// Field `i` of `bits` bits in packed bytes, row by row, the lowest first.
Scalar packedField(Scalars &s, mlir::Value bytes, llvm::ArrayRef<Scalar> row,
                   Scalar i, int64_t bits);

// Families of lowerings in files of their own, called by
// registerContribLowerings.
void registerContribAttentionLowerings(LoweringRegistry &r);
void registerContribGroupQueryLowerings(LoweringRegistry &r);
void registerContribMatrixLowerings(LoweringRegistry &r);
void registerContribTokenLowerings(LoweringRegistry &r);
void registerContribModelLowerings(LoweringRegistry &r);

} // namespace cameo

#endif
