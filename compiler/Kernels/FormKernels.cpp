// SPDX-License-Identifier: Apache-2.0
// cameo-form-kernels: groups the computations of each function into kernels and outlines them.
#include "compiler/Kernels/Grouping.h"
#include "compiler/Kernels/Outline.h"
#include "compiler/Kernels/Passes.h"
#include "compiler/Kernels/TargetDescription.h"

using namespace mlir;
using namespace cameo;

namespace cameo {
#define GEN_PASS_DEF_FORMKERNELS
#include "compiler/Kernels/Passes.h.inc"
} // namespace cameo

namespace {
struct FormKernels : cameo::impl::FormKernelsBase<FormKernels> {
  void runOnOperation() override {
    target = TargetDescription::get(getOperation());
    SymbolTable symbols(getOperation());
    SmallVector<func::FuncOp> funcs(getOperation().getOps<func::FuncOp>());
    for (func::FuncOp func : funcs)
      if (!func.isExternal())
        for (Block &block : func.getBody())
          formIn(block, symbols);
  }

  void formIn(Block &block, SymbolTable &symbols) {
    for (Operation &op : block)
      if (isa<RegionBranchOpInterface>(op))
        for (Region &region : op.getRegions())
          for (Block &inner : region)
            formIn(inner, symbols);
    for (const std::unique_ptr<Group> &group : groupComputations(block, target))
      outline(group->ops, group->ops.back(), kernelName(*group), symbols);
    eraseDead(block);
    // Slices and fills that are read by more than kernels.
    SmallVector<Operation *> rest;
    for (Operation &op : block)
      if (isComputation(&op))
        rest.push_back(&op);
    for (Operation *op : rest)
      outline(op, op, "copy", symbols);
    eraseDead(block);
  }

  static void eraseDead(Block &block) {
    for (Operation &op : llvm::make_early_inc_range(llvm::reverse(block)))
      if (isOpTriviallyDead(&op))
        op.erase();
  }

  /// What a kernel does, in a word.
  static StringRef kernelName(const Group &group) {
    if (group.attention)
      return "attention";
    if (group.root)
      return TypeSwitch<Operation *, StringRef>(group.root)
          .Case([](ConvOp) { return "conv"; })
          .Case([](ConvTransposeOp) { return "conv_transpose"; })
          .Case([](PoolOp) { return "pool"; })
          .Case([](TreesOp) { return "trees"; })
          .Case([](RecurrenceOp) { return "recurrence"; })
          .Default([](Operation *) { return "matmul"; });
    if (group.closed)
      return "compute";
    if (group.reduces)
      return group.ops.size() > 2 ? "rows" : "reduce";
    if (isa<tensor::PadOp, tensor::InsertSliceOp>(group.ops.back()))
      return "copy";
    return "map";
  }

  TargetDescription target;
};
} // namespace
