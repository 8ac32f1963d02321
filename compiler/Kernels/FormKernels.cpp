// SPDX-License-Identifier: Apache-2.0
// cameo-form-kernels: groups the computations of each function into kernels and outlines them.
#include "compiler/Kernels/Outline.h"
#include "compiler/Kernels/Passes.h"

using namespace mlir;
using namespace cameo;

namespace cameo {
#define GEN_PASS_DEF_FORMKERNELS
#include "compiler/Kernels/Passes.h.inc"
} // namespace cameo

namespace {
struct FormKernels : cameo::impl::FormKernelsBase<FormKernels> {
  void runOnOperation() override {
    SymbolTable symbols(getOperation());
    SmallVector<func::FuncOp> funcs(getOperation().getOps<func::FuncOp>());
    for (func::FuncOp func : funcs)
      if (!func.isExternal())
        for (Block &block : func.getBody())
          formIn(block, symbols);
  }

  void formIn(Block &block, SymbolTable &symbols) {
    SmallVector<Operation *> computations;
    for (Operation &op : block) {
      if (isComputation(&op))
        computations.push_back(&op);
      else if (isa<RegionBranchOpInterface>(op))
        for (Region &region : op.getRegions())
          for (Block &inner : region)
            formIn(inner, symbols);
    }
    for (Operation *op : computations)
      outline(op, op, "k", symbols);
    // What only the moved computations used.
    for (Operation &op : llvm::make_early_inc_range(llvm::reverse(block)))
      if (isOpTriviallyDead(&op))
        op.erase();
  }
};
} // namespace
