// SPDX-License-Identifier: Apache-2.0
// Computes at compile time what depends on constants only, by compiling it with the pipeline of
// models and running it here.
#ifndef CAMEO_COMPILER_PIPELINE_EVALUATE_H
#define CAMEO_COMPILER_PIPELINE_EVALUATE_H

#include "mlir/IR/BuiltinOps.h"
#include "mlir/Pass/Pass.h"

namespace cameo {

/// Runs a module whose @main is a schedule without arguments, with its kernels. Consumes it.
llvm::FailureOr<llvm::SmallVector<mlir::ElementsAttr>>
evaluateSchedule(mlir::ModuleOp module);

/// Lets onnx-evaluate-constants run what it finds through the pipelines. Once per process.
void installConstantEvaluator();

/// The pass cameo-evaluate-launches: launches whose operands are constants are run now; their
/// results become constants.
std::unique_ptr<mlir::Pass> createEvaluateLaunches();
void registerEvaluateLaunches();

} // namespace cameo

#endif
