// SPDX-License-Identifier: Apache-2.0
// Files of functions in the onnx dialect, written by hand for tests and benchmarks: each function is a model.
#ifndef CAMEO_COMPILER_IMPORT_FUNCTIONFILE_H
#define CAMEO_COMPILER_IMPORT_FUNCTIONFILE_H

#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"
#include "llvm/Support/Error.h"

namespace cameo::import {

/// The names of the functions in a file, found without parsing it, for processes that make no
/// context. Empty if the file cannot be read.
std::vector<std::string> functionsIn(llvm::StringRef path);

/// Function `name` of the file as @main, alone in its module. An error says what the parser said.
llvm::Expected<mlir::OwningOpRef<mlir::ModuleOp>>
readFunction(llvm::StringRef path, llvm::StringRef name,
             mlir::MLIRContext &context);

/// Gives such a module's @main what the importer gives a model's: names (input0, output0, ...),
/// element types and dimensions without names. Writes it to the file `model`, ".mlir".
llvm::Error writeFunction(mlir::ModuleOp module, llvm::StringRef model);

} // namespace cameo::import

#endif
