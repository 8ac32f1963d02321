// SPDX-License-Identifier: Apache-2.0
// Code for sequences, optionals and maps: operations on !cameo.value become
// loads from cameo_value (cameo/abi.h) and calls of a few functions that
// every model which needs them brings along.
#ifndef CAMEO_COMPILER_MEMORY_VALUECODE_H
#define CAMEO_COMPILER_MEMORY_VALUECODE_H

#include "dialects/Cameo/Cameo.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

namespace cameo {

/// Whether `op` works on values as ValueCode lowers them.
bool isValueOp(mlir::Operation *op);

class ValueCode {
public:
  /// `exec` is the run's cameo_exec; functions are called `name`.f.
  /// `leaveIfNull(b, pointer)` ends the run for want of memory.
  ValueCode(mlir::ModuleOp module, llvm::StringRef name, mlir::Value exec,
            std::function<void(mlir::OpBuilder &, mlir::Value)> leaveIfNull);

  /// Every !cameo.value of `main` becomes a pointer.
  void pointers(mlir::func::FuncOp main);
  /// Puts code for `op` before it and replaces its result.
  void lower(mlir::Operation *op);
  /// Whether the run asks for memory.
  bool allocates() const { return takesMemory; }

private:
  mlir::Value number(mlir::OpBuilder &b, mlir::Location loc, int64_t v,
                     unsigned bits = 64);
  mlir::Value toNumber(mlir::OpBuilder &b, mlir::Location loc, mlir::Value v);
  mlir::Value at(mlir::OpBuilder &b, mlir::Location loc, mlir::Value base,
                 int64_t bytes);
  mlir::Value load(mlir::OpBuilder &b, mlir::Location loc, mlir::Type type,
                   mlir::Value base, int64_t bytes);
  void store(mlir::OpBuilder &b, mlir::Location loc, mlir::Value v,
             mlir::Value base, int64_t bytes);
  /// Memory that `function` made of `arguments`.
  mlir::Value call(mlir::OpBuilder &b, mlir::Location loc,
                   llvm::StringRef function, mlir::ValueRange arguments);
  mlir::Value makeValue(mlir::OpBuilder &b, MakeValueOp op);
  mlir::Value box(mlir::OpBuilder &b, BoxMemoryOp op);

  mlir::ModuleOp module;
  std::string name;
  mlir::Value exec;
  std::function<void(mlir::OpBuilder &, mlir::Value)> leaveIfNull;
  mlir::Type ptr;
  bool takesMemory = false;
};

} // namespace cameo

#endif
