// SPDX-License-Identifier: Apache-2.0
// The last step: objects, weights, descriptor, header and manifest of a model
// in the llvm dialect.
#ifndef CAMEO_COMPILER_EMIT_LIBRARY_H
#define CAMEO_COMPILER_EMIT_LIBRARY_H

#include "compiler/Emit/DeviceCode.h"
#include "compiler/Emit/Target.h"
#include "mlir/IR/BuiltinOps.h"

namespace cameo {

enum class LibraryKind { Shared, Static, Object };

struct LibraryOptions {
  std::string name;   ///< prefix of every symbol; a C identifier
  std::string output; ///< path of the library
  std::string source; ///< name of the model's file, for comments
  LibraryKind kind = LibraryKind::Shared;
  bool weightsInFile = false; ///< beside the library, not in it
  /// Objects and static libraries with functions that the model calls.
  std::vector<std::string> link;
  CodegenTarget target;
  /// The same model for the CPU alone, under cpuName(name): its weights begin
  /// with those of the other. Null: none.
  mlir::ModuleOp cpu;
  /// Chips and form of the code for a GPU, for models that have any.
  std::vector<std::string> gpuArchs = {"sm_80"};
  DeviceForm gpuCode = DeviceForm::PTX;
};

/// Prefix of the symbols of a model for the CPU in a library for both.
inline std::string cpuName(llvm::StringRef name) {
  return (name + "_cpu").str();
}

/// Writes the library at `output`, NAME.h and NAME.json beside it, and
/// NAME.weights if asked for. `module` is partitioned and in the llvm dialect;
/// its symbols begin with the name. Every file appears whole or not at all.
/// Returns the paths written.
llvm::Expected<std::vector<std::string>>
writeLibrary(mlir::ModuleOp module, const LibraryOptions &options);

/// Writes the weights that `module` lists: 64 bytes that begin with `hash`,
/// then the constants.
void writeWeights(llvm::raw_ostream &os, mlir::ModuleOp module,
                  llvm::ArrayRef<uint8_t> hash);

/// Writes a file under a temporary name and renames it when it is whole.
llvm::Error writeFile(llvm::StringRef path,
                      llvm::function_ref<void(llvm::raw_ostream &)> write);

} // namespace cameo

#endif
