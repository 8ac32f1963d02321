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

/// A model for one more target, or for more sizes of its inputs: partitioned, in
/// the llvm dialect.
struct LibraryVariant {
  mlir::ModuleOp module;
  CodegenTarget target;
  /// Of the last one before it that is none: has sizes where that has not.
  bool isSpecialization = false;
};

struct LibraryOptions {
  std::string name;   ///< prefix of every symbol; a C identifier
  std::string output; ///< path of the library
  std::string source; ///< name of the model's file, for comments
  LibraryKind kind = LibraryKind::Shared;
  bool weightsInFile = false; ///< beside the library, not in it
  /// Objects and static libraries with functions that the model calls.
  std::vector<std::string> link;
  CodegenTarget target;
  /// The same model for other sizes and targets, in the order in which the
  /// runtime tries them: under variantName(name, 1 and up). The weights of each
  /// begin with those of the one before.
  std::vector<LibraryVariant> others;
  /// Chips and form of the code for a GPU, for models that have any.
  std::vector<std::string> gpuArchs = {"sm_80"};
  DeviceForm gpuCode = DeviceForm::PTX;
};

/// Prefix of the symbols of variant `index` of a model; the first has the
/// model's name. No C identifier, so it meets no other model's.
inline std::string variantName(llvm::StringRef name, size_t index) {
  return index ? (name + "." + llvm::Twine(index)).str() : name.str();
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
