// SPDX-License-Identifier: Apache-2.0
// How onnx-evaluate-constants gets values: the pipeline that compiles models
// compiles and runs these modules too. It is injected, as this phase knows none
// of the later ones.
#ifndef CAMEO_COMPILER_GRAPH_CONSTANTEVALUATOR_H
#define CAMEO_COMPILER_GRAPH_CONSTANTEVALUATOR_H

#include "mlir/IR/BuiltinAttributes.h"
#include "mlir/IR/BuiltinOps.h"
#include <functional>

namespace cameo {

/// Computes the results of the module's @main, a function of the onnx dialect
/// without arguments; one ElementsAttr per result, of the result's static
/// shape. Element types may be those of later phases: signless for unsigned
/// integers, i8 for bool. May consume the module. Fails without a diagnostic if
/// some operator cannot be compiled: the model then keeps computing it.
using ConstantEvaluator =
    std::function<llvm::FailureOr<llvm::SmallVector<mlir::ElementsAttr>>(
        mlir::ModuleOp)>;

/// Sets the evaluator for the process; without one, onnx-evaluate-constants
/// changes nothing. Call before any pass runs.
void setConstantEvaluator(ConstantEvaluator evaluator);
const ConstantEvaluator &getConstantEvaluator();

} // namespace cameo

#endif
