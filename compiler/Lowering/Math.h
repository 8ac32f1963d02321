// SPDX-License-Identifier: Apache-2.0
// The parts of the family Math, and how an element-wise operator is registered.
#ifndef CAMEO_COMPILER_LOWERING_MATH_H
#define CAMEO_COMPILER_LOWERING_MATH_H

#include "compiler/Lowering/Support.h"

namespace cameo {

void registerActivationLowerings(LoweringRegistry &r);
void registerProductLowerings(LoweringRegistry &r);

/// Registers an operator each of whose elements is `body(op, scalars, elements of the operands)`,
/// the operands numpy-broadcast.
template <typename Op, typename Body>
void addElementwise(LoweringRegistry &r, Body body) {
  r.add<Op>([body](Op op, Lowerer &l) -> LoweredValues {
    return one(elementwiseOnnx(
        l, op->getResult(0), op->getOperands(),
        [&](Scalars &s, llvm::ArrayRef<Scalar> args) -> mlir::Value {
          return body(op, s, args);
        }));
  });
}

} // namespace cameo

#endif
