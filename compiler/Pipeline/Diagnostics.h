// SPDX-License-Identifier: Apache-2.0
// Diagnostics for users of the compiler: file, node, operator and reason on one
// line.
#ifndef CAMEO_COMPILER_PIPELINE_DIAGNOSTICS_H
#define CAMEO_COMPILER_PIPELINE_DIAGNOSTICS_H

#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/Diagnostics.h"

namespace cameo {

/// Prints what passes report, while it lives, as `FILE: error: node 'NAME'
/// (OPERATOR): REASON`.
class DiagnosticPrinter : public mlir::ScopedDiagnosticHandler {
public:
  DiagnosticPrinter(mlir::MLIRContext *context, llvm::StringRef file);

  /// Remembers which operator each node is: its location outlives it in later
  /// phases.
  void learnOperators(mlir::ModuleOp module);
  bool sawError() const { return errors > 0; }

private:
  void print(mlir::Diagnostic &diagnostic);

  std::string file;
  llvm::DenseMap<mlir::Attribute, std::string> operators; // by location
  std::string last;
  unsigned errors = 0;
};

} // namespace cameo

#endif
