// SPDX-License-Identifier: Apache-2.0
// The parts of the family Reduction.
#ifndef CAMEO_COMPILER_LOWERING_REDUCTION_H
#define CAMEO_COMPILER_LOWERING_REDUCTION_H

#include "compiler/Lowering/Support.h"

namespace cameo {

void registerAlongAxisLowerings(LoweringRegistry &r);
void registerTopKLowering(LoweringRegistry &r);

/// softmax (or its logarithm) of a lowered tensor along `axis`, its elements as the onnx type's are
/// in memory: row maximum, exponentials, sum, quotient.
mlir::Value softmax(Lowerer &l, mlir::Value x, int64_t axis,
                    mlir::Type onnxElement, bool logarithm = false);

} // namespace cameo

#endif
