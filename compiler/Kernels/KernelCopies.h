// SPDX-License-Identifier: Apache-2.0
// Kernels under another name, to be changed for one of their launches.
#ifndef CAMEO_COMPILER_KERNELS_KERNELCOPIES_H
#define CAMEO_COMPILER_KERNELS_KERNELCOPIES_H

#include "dialects/Cameo/Cameo.h"
#include "mlir/IR/IRMapping.h"
#include "mlir/IR/SymbolTable.h"
#include "llvm/ADT/SetVector.h"

namespace cameo {

class KernelCopies {
public:
  explicit KernelCopies(mlir::ModuleOp module)
      : module(module), symbols(module) {}

  mlir::SymbolTable &table() { return symbols; }
  /// The kernel that `launch` calls; null if there is none.
  KernelOp kernelOf(LaunchOp launch) {
    return symbols.lookup<KernelOp>(launch.getCallee());
  }
  /// A copy of `kernel` behind it; `map` tells what became of its values.
  KernelOp copy(KernelOp kernel, mlir::IRMapping &map);
  /// The type that a changed body asks for, with `outs` destinations.
  static void updateType(KernelOp kernel, unsigned outs);
  /// `kernel` may have lost its last launch.
  void mayGo(KernelOp kernel) { old.insert(kernel); }
  /// Erases the kernels that were copied and that nobody calls any more.
  void eraseUncalled();

private:
  mlir::ModuleOp module;
  mlir::SymbolTable symbols;
  llvm::SetVector<KernelOp> old;
};

} // namespace cameo

#endif
