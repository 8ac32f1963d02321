// SPDX-License-Identifier: Apache-2.0
// cameo-fold-permutations: transposes before and behind matrix products become
// indexing maps of the products, which read and write any strides as fast. In
// and out: linalg on tensors.
#include "compiler/Kernels/ChannelBlocks.h"
#include "compiler/Kernels/Contraction.h"
#include "compiler/Kernels/Passes.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

using namespace mlir;
using namespace cameo;

namespace cameo {
#define GEN_PASS_DEF_FOLDPERMUTATIONS
#include "compiler/Kernels/Passes.h.inc"
} // namespace cameo

/// Whether `op` only moves elements: result[d...] = operand[map(d...)] for a
/// permutation `map`.
static bool isPermutation(linalg::GenericOp op) {
  if (!op || op.getNumDpsInputs() != 1 || op.getNumDpsInits() != 1 ||
      op.getNumReductionLoops() != 0)
    return false;
  SmallVector<AffineMap> maps = op.getIndexingMapsArray();
  Block *body = op.getBody();
  return maps[1].isIdentity() && maps[0].isPermutation() &&
         body->getOperations().size() == 1 &&
         body->getTerminator()->getOperand(0) == body->getArgument(0);
}

namespace {
struct FoldPermutations : cameo::impl::FoldPermutationsBase<FoldPermutations> {
  void runOnOperation() override {
    SmallVector<linalg::GenericOp> contractions;
    getOperation().walk([&](linalg::GenericOp op) {
      // Not of packed blocks, which come later.
      if (FailureOr<Contraction> c = Contraction::match(op);
          succeeded(c) && !c->blocks)
        contractions.push_back(op);
    });
    for (linalg::GenericOp op : contractions)
      foldBehind(foldBefore(op));
  }

  linalg::GenericOp foldBefore(linalg::GenericOp op) {
    SmallVector<AffineMap> maps = op.getIndexingMapsArray();
    SmallVector<Value> inputs(op.getInputs());
    bool changed = false;
    for (auto [i, input] : llvm::enumerate(inputs))
      while (auto producer = input.getDefiningOp<linalg::GenericOp>()) {
        if (!isPermutation(producer))
          break;
        maps[i] = producer.getIndexingMapsArray()[0].compose(maps[i]);
        input = producer.getInputs()[0];
        changed = true;
      }
    if (!changed)
      return op;
    op.getInputsMutable().assign(inputs);
    op.setIndexingMapsAttr(OpBuilder(op).getAffineMapArrayAttr(maps));
    return op;
  }

  /// A transpose of the result that leaves the last dimension in its place is
  /// written at once.
  void foldBehind(linalg::GenericOp op) {
    Value result = op.getResult(0);
    if (!result.hasOneUse())
      return;
    auto user = dyn_cast<linalg::GenericOp>(*result.user_begin());
    auto fill = op.getDpsInits()[0].getDefiningOp<linalg::FillOp>();
    if (!isPermutation(user) || user.getInputs()[0] != result || !fill)
      return;
    AffineMap read = user.getIndexingMapsArray()[0];
    unsigned last = read.getNumDims() - 1;
    if (read.getResult(last) != getAffineDimExpr(last, &getContext()))
      return;
    OpBuilder b(user);
    Location loc = op.getLoc();
    Value init = linalg::FillOp::create(b, loc, ValueRange{fill.getInputs()[0]},
                                        ValueRange{user.getDpsInits()[0]})
                     .getResult(0);
    SmallVector<AffineMap> maps = op.getIndexingMapsArray();
    // Element read(d) of the old result is element d of the new one.
    maps[2] = inversePermutation(read).compose(maps[2]);
    auto folded = linalg::GenericOp::create(b, loc, TypeRange{init.getType()},
                                            op.getInputs(), ValueRange{init},
                                            maps, op.getIteratorTypesArray());
    IRMapping mapping;
    op.getRegion().cloneInto(&folded.getRegion(), mapping);
    user.getResult(0).replaceAllUsesWith(folded.getResult(0));
    user.erase();
    op.erase();
  }
};
} // namespace
