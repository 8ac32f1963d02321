// SPDX-License-Identifier: Apache-2.0
// Quotients that are rounded at once, of what is clamped to few quanta, by a known scale: as products. In and
// out: arith and math on numbers or vectors, in bodies of linalg as in loops.
#ifndef CAMEO_COMPILER_KERNELS_QUANTISEDDIVISION_H
#define CAMEO_COMPILER_KERNELS_QUANTISEDDIVISION_H

#include "mlir/IR/Builders.h"
#include <optional>

namespace cameo {

/// The number that all lanes of `v`, an f32 or a vector of such, are known to hold.
std::optional<float> numberOf(mlir::Value v);
/// A constant of `type`, f32 or a vector of such.
mlir::Value numberLike(mlir::OpBuilder &b, mlir::Location loc, mlir::Type type,
                       float v);
/// For targets that fuse multiplication and addition. The rounded quotients are the same.
void expandQuantisedDivisions(mlir::Operation *root);

} // namespace cameo

#endif
