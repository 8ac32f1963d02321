// SPDX-License-Identifier: Apache-2.0
// cameo-merge-kernels: of kernels with equal bodies one is kept and called by all.
#include "compiler/Kernels/Passes.h"
#include "mlir/IR/OperationSupport.h"

using namespace mlir;
using namespace cameo;

namespace cameo {
#define GEN_PASS_DEF_MERGEKERNELS
#include "compiler/Kernels/Passes.h.inc"
} // namespace cameo

namespace {
/// A hash that equal bodies share: operations, their attributes and types, and which value each
/// operand is, counted in program order.
llvm::hash_code hashBody(KernelOp kernel) {
  llvm::hash_code hash = llvm::hash_combine(kernel.getFunctionType(), kernel.getNumOuts());
  llvm::DenseMap<Value, unsigned> number;
  auto define = [&](Value v) { number.try_emplace(v, number.size()); };
  kernel.getBody().walk<WalkOrder::PreOrder>([&](Operation *op) {
    hash = llvm::hash_combine(hash, op->getName(), op->getDiscardableAttrDictionary(),
                              op->hashProperties());
    for (Value v : op->getOperands())
      hash = llvm::hash_combine(hash, number.lookup(v));
    for (Value v : op->getResults()) {
      define(v);
      hash = llvm::hash_combine(hash, v.getType());
    }
    for (Region &region : op->getRegions())
      for (Block &block : region)
        for (BlockArgument arg : block.getArguments())
          define(arg);
  });
  return hash;
}

struct MergeKernels : cameo::impl::MergeKernelsBase<MergeKernels> {
  void runOnOperation() override {
    llvm::DenseMap<size_t, SmallVector<KernelOp, 1>> kept;
    llvm::DenseMap<StringAttr, FlatSymbolRefAttr> replacement;
    SmallVector<KernelOp> equal;
    for (auto kernel : getOperation().getOps<KernelOp>()) {
      SmallVector<KernelOp, 1> &candidates = kept[size_t(hashBody(kernel))];
      auto same = llvm::find_if(candidates, [&](KernelOp other) {
        return other.getFunctionType() == kernel.getFunctionType() &&
               other.getNumOuts() == kernel.getNumOuts() &&
               OperationEquivalence::isRegionEquivalentTo(
                   &other.getBody(), &kernel.getBody(), OperationEquivalence::IgnoreLocations);
      });
      if (same == candidates.end()) {
        candidates.push_back(kernel);
        continue;
      }
      replacement[kernel.getSymNameAttr()] = FlatSymbolRefAttr::get(same->getSymNameAttr());
      equal.push_back(kernel);
    }
    getOperation().walk([&](LaunchOp launch) {
      if (auto name = replacement.lookup(launch.getCalleeAttr().getAttr()))
        launch.setCalleeAttr(name);
    });
    for (KernelOp kernel : equal)
      kernel.erase();
  }
};
} // namespace
