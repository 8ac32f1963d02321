// SPDX-License-Identifier: Apache-2.0
// cameo-lsp-server: MLIR's language server with Cameo's dialects, for editors.
#include "compiler/Pipeline/Registration.h"
#include "mlir/Tools/mlir-lsp-server/MlirLspServerMain.h"

int main(int argc, char **argv) {
  mlir::DialectRegistry registry;
  cameo::registerAllDialects(registry);
  return failed(mlir::MlirLspServerMain(argc, argv, registry)) ? 1 : 0;
}
