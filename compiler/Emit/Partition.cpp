// SPDX-License-Identifier: Apache-2.0
// The pass cameo-partition. In: one module with NAME.run, NAME.plan, kernels
// and their entries. Out: nested modules, each of which has declarations of
// what it uses from another.
#include "compiler/Emit/Passes.h"
#include "dialects/Cameo/Device.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

using namespace mlir;

namespace cameo {
#define GEN_PASS_DEF_PARTITION
#include "compiler/Emit/Passes.h.inc"

namespace {
struct Partition : impl::PartitionBase<Partition> {
  using PartitionBase::PartitionBase;

  void runOnOperation() override {
    ModuleOp module = getOperation();
    SmallVector<Operation *> ops = llvm::map_to_vector(
        module.getBody()->getOperations(), [](Operation &op) { return &op; });
    ModuleOp schedule = addModule("schedule"), current, device;
    llvm::StringMap<Operation *> kernels;
    for (Operation *op : ops)
      if (op->hasAttr("cameo.kernel_body"))
        kernels[SymbolTable::getSymbolName(op)] = op;
    int64_t used = 0;
    unsigned parts = 0;
    for (Operation *op : ops) {
      if (op->hasAttr("cameo.kernel_body"))
        continue; // goes with its entry
      if (op->hasAttr(deviceAttr)) {
        if (!device) {
          device = addModule("device");
          device->setAttr(deviceAttr, OpBuilder(op).getUnitAttr());
        }
        op->moveBefore(device.getBody(), device.getBody()->end());
        continue;
      }
      auto entry = dyn_cast<LLVM::LLVMFuncOp>(op);
      if (!entry || !entry->hasAttr("cameo.kernel_entry")) {
        op->moveBefore(schedule.getBody(), schedule.getBody()->end());
        continue;
      }
      Operation *kernel = nullptr;
      entry.walk([&](func::CallOp call) {
        kernel = kernels.lookup(call.getCallee());
      });
      if (size == 0) {
        entry->moveBefore(schedule.getBody(), schedule.getBody()->end());
        kernel->moveBefore(schedule.getBody(), schedule.getBody()->end());
        continue;
      }
      int64_t weight = 0;
      kernel->walk([&](Operation *) { ++weight; });
      if (!current || used + weight > size) {
        current = addModule("kernels" + std::to_string(parts++));
        used = 0;
      }
      used += weight;
      // The schedule keeps a declaration.
      OpBuilder b = OpBuilder::atBlockEnd(schedule.getBody());
      LLVM::LLVMFuncOp::create(b, entry.getLoc(), entry.getSymName(),
                               entry.getFunctionType());
      entry->moveBefore(current.getBody(), current.getBody()->end());
      kernel->moveBefore(current.getBody(), current.getBody()->end());
    }
  }

  ModuleOp addModule(StringRef name) {
    OpBuilder b = OpBuilder::atBlockEnd(getOperation().getBody());
    return ModuleOp::create(b, getOperation().getLoc(), name);
  }
};
} // namespace
} // namespace cameo
