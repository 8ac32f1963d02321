// SPDX-License-Identifier: Apache-2.0
// cameo-opt: reads IR, runs the passes named on its command line, prints IR.
#include "compiler/Pipeline/Registration.h"
#include "mlir/Tools/mlir-opt/MlirOptMain.h"

int main(int argc, char **argv) {
  mlir::DialectRegistry registry;
  cameo::registerAllDialects(registry);
  cameo::registerAllPasses();
  return mlir::asMainReturnCode(mlir::MlirOptMain(
      argc, argv, "Cameo's modular optimizer driver\n", registry));
}
