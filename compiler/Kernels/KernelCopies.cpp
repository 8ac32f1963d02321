// SPDX-License-Identifier: Apache-2.0
#include "compiler/Kernels/KernelCopies.h"
#include "llvm/ADT/StringSet.h"

using namespace mlir;
using namespace cameo;

KernelOp KernelCopies::copy(KernelOp kernel, IRMapping &map) {
  OpBuilder b(kernel);
  b.setInsertionPointAfter(kernel);
  auto copy = cast<KernelOp>(b.clone(*kernel, map));
  symbols.insert(copy);
  mayGo(kernel);
  return copy;
}

void KernelCopies::updateType(KernelOp kernel, unsigned outs) {
  Block &body = kernel.getBody().front();
  kernel.setNumOuts(outs);
  kernel.setFunctionType(
      FunctionType::get(kernel.getContext(), body.getArgumentTypes(),
                        kernel.getReturn().getOperandTypes()));
}

void KernelCopies::eraseUncalled() {
  llvm::StringSet<> called;
  module.walk([&](LaunchOp launch) { called.insert(launch.getCallee()); });
  for (KernelOp kernel : old)
    if (!called.contains(kernel.getSymName()))
      kernel.erase();
  old.clear();
}
