// SPDX-License-Identifier: Apache-2.0
// Which functions cameo-gpu-expand-math writes as arithmetic.
#ifndef CAMEO_COMPILER_GPU_SCALARMATH_H
#define CAMEO_COMPILER_GPU_SCALARMATH_H

#include "mlir/IR/Operation.h"

namespace cameo {

bool isScalarMath(mlir::Operation *op);

} // namespace cameo

#endif
