// SPDX-License-Identifier: Apache-2.0
// cameo.host_run as code: tensors laid out on the stack, the call, and what it
// gives back. Used by cameo-lower-schedule.
#ifndef CAMEO_COMPILER_MEMORY_HOSTCALLS_H
#define CAMEO_COMPILER_MEMORY_HOSTCALLS_H

#include "dialects/Cameo/CameoCalls.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

namespace cameo {

/// The bytes of a table of constants as runtime/include/cameo/operator.h
/// describes it; positions count from its start, so it needs no relocation.
std::string packParameters(mlir::DictionaryAttr parameters);

class HostCalls {
public:
  /// Takes stack memory, at `b`, that all calls of `main` share.
  HostCalls(mlir::OpBuilder &b, mlir::func::FuncOp main);

  /// Calls `symbol`; the status, an i32.
  mlir::Value call(mlir::OpBuilder &b, HostRunOp op, mlir::Value exec,
                   mlir::Value table);
  /// After a call that succeeded: one value per result of `op`, and whether
  /// they are what its types promise (i1; null if nothing can be wrong).
  mlir::Value results(mlir::OpBuilder &b, HostRunOp op,
                      llvm::SmallVectorImpl<mlir::Value> &values);

private:
  mlir::Value tensors, shapes;
};

} // namespace cameo

#endif
