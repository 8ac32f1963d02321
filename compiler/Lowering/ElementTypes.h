// SPDX-License-Identifier: Apache-2.0
// Which operators take which elements, where ONNX's schemas would have to say so:
// strings and complex numbers are addresses and pairs past this phase, and an
// operator that took them for numbers would compute with those.
#ifndef CAMEO_COMPILER_LOWERING_ELEMENTTYPES_H
#define CAMEO_COMPILER_LOWERING_ELEMENTTYPES_H

#include "mlir/Dialect/Func/IR/FuncOps.h"

namespace cameo {

/// Reports every operator whose operands or results have elements that ONNX has
/// not, or that the operator does not take.
mlir::LogicalResult checkElementTypes(mlir::func::FuncOp func);

} // namespace cameo

#endif
