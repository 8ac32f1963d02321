// SPDX-License-Identifier: Apache-2.0
// ONNX files become modules of the onnx dialect: one function @main, every
// operator in its latest form (boundary 1 of docs/architecture.md). Weights
// stay in the mapped file; the module's resource blobs keep it mapped.
#ifndef CAMEO_COMPILER_IMPORT_IMPORT_H
#define CAMEO_COMPILER_IMPORT_IMPORT_H

#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"
#include "llvm/Support/MemoryBuffer.h"

namespace cameo {

struct ImportOptions {
  /// The model's name (`cameo.model_name`); the file's name without extension
  /// if empty.
  std::string modelName;
  /// Where external data lies; the model's folder if empty. No path may lead
  /// out of it.
  std::string externalDataFolder;
  /// Files that define operators of the user (docs/custom-operators.md).
  std::vector<std::string> customOperators;
};

/// Reads the model at `path`. Null on failure; what is wrong (file, node,
/// operator, reason) goes to the context's diagnostics. Whatever the file
/// holds, this neither crashes nor aborts.
mlir::OwningOpRef<mlir::ModuleOp> importModel(llvm::StringRef path,
                                              const ImportOptions &options,
                                              mlir::MLIRContext &context);

/// The same for a model in memory, which the module keeps alive. The buffer's
/// identifier stands for the file's name. External data needs
/// `externalDataFolder`.
mlir::OwningOpRef<mlir::ModuleOp>
importModel(std::unique_ptr<llvm::MemoryBuffer> buffer,
            const ImportOptions &options, mlir::MLIRContext &context);

} // namespace cameo

#endif
