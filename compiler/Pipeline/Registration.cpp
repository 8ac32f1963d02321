// SPDX-License-Identifier: Apache-2.0
#include "compiler/Pipeline/Registration.h"
#include "compiler/CPU/Passes.h"
#include "compiler/Kernels/Passes.h"
#include "compiler/Lowering/Passes.h"
#include "mlir/InitAllDialects.h"
#include "mlir/InitAllExtensions.h"
#include "mlir/InitAllPasses.h"

void cameo::registerAllDialects(mlir::DialectRegistry &registry) {
  mlir::registerAllDialects(registry);
  mlir::registerAllExtensions(registry);
  registry.insert<CameoDialect, onnx::ONNXDialect>();
}

void cameo::registerAllPasses() {
  mlir::registerAllPasses();
  registerLoweringPasses();
  registerKernelsPasses();
  registerCPUPasses();
}
