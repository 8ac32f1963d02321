// SPDX-License-Identifier: Apache-2.0
#include "compiler/Pipeline/Registration.h"
#include "compiler/CPU/Passes.h"
#include "compiler/Emit/Passes.h"
#include "compiler/GPU/Passes.h"
#include "compiler/Graph/Passes.h"
#include "compiler/Kernels/Passes.h"
#include "compiler/Lowering/Passes.h"
#include "compiler/Memory/Passes.h"
#include "compiler/Pipeline/Evaluate.h"
#include "compiler/Pipeline/Pipelines.h"
#include "mlir/InitAllDialects.h"
#include "mlir/InitAllExtensions.h"
#include "mlir/InitAllPasses.h"
#include "mlir/Target/LLVMIR/Dialect/All.h"

void cameo::registerAllDialects(mlir::DialectRegistry &registry) {
  mlir::registerAllDialects(registry);
  mlir::registerAllExtensions(registry);
  // Constants are evaluated by any tool that runs passes.
  mlir::registerAllToLLVMIRTranslations(registry);
  registry.insert<CameoDialect, onnx::ONNXDialect>();
}

void cameo::registerAllPasses() {
  mlir::registerAllPasses();
  registerGraphPasses();
  registerLoweringPasses();
  registerKernelsPasses();
  registerCPUPasses();
  registerGPUPasses();
  registerMemoryPasses();
  registerEmitPasses();
  registerEvaluateLaunches();
  registerPipelines();
  installConstantEvaluator();
}
