// SPDX-License-Identifier: Apache-2.0
// Files of text that a parser takes which calls itself for each bracket, as LLVM's of JSON and MLIR's of IR do.
#ifndef CAMEO_COMPILER_IMPORT_TEXTFILE_H
#define CAMEO_COMPILER_IMPORT_TEXTFILE_H

#include "mlir/IR/BuiltinOps.h"
#include "mlir/IR/OwningOpRef.h"
#include "llvm/Support/Error.h"
#include "llvm/Support/MemoryBuffer.h"

namespace cameo::import {

/// Whether a path names a device, which may have no end.
bool isDevice(llvm::StringRef path);

/// What is in a file. An error, without the path, if it cannot be read or if its brackets nest so deep that no parser
/// should see it.
llvm::Expected<std::unique_ptr<llvm::MemoryBuffer>>
readText(llvm::StringRef path);

/// The module in a file of IR; null if there is none, with a diagnostic that says why.
mlir::OwningOpRef<mlir::ModuleOp> readModule(llvm::StringRef path,
                                             mlir::MLIRContext &context);

} // namespace cameo::import

#endif
