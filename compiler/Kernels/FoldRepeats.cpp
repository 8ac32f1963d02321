// SPDX-License-Identifier: Apache-2.0
// cameo-fold-repeats: heads of keys and values that exporters write down once
// for each head of queries (Expand, then Reshape) are read where they lie, as
// head `h floordiv n` of those there are. In and out: linalg on tensors. Where
// attention is one kernel, which can read so.
#include "compiler/Kernels/AttentionChain.h"
#include "compiler/Kernels/Passes.h"
#include "compiler/Kernels/Sizes.h"
#include "compiler/Kernels/TargetDescription.h"
#include "compiler/Kernels/UnitReshapes.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace cameo;

namespace cameo {
#define GEN_PASS_DEF_FOLDREPEATS
#include "compiler/Kernels/Passes.h.inc"
} // namespace cameo

/// Whether `op` only moves elements, each result from one element of its
/// operand.
static bool isMove(linalg::GenericOp op) {
  return op && op.getNumDpsInputs() == 1 && op.getNumDpsInits() == 1 &&
         op.getNumReductionLoops() == 0 &&
         isa<RankedTensorType>(op.getInputs()[0].getType()) &&
         op.getIndexingMapsArray()[1].isIdentity() &&
         op.getBody()->getOperations().size() == 1 &&
         op.getBody()->getTerminator()->getOperand(0) ==
             op.getBody()->getArgument(0);
}

/// What a `collapsed` dimension of `sizes` takes its index from, `at` being
/// that of the result; false if the inner sizes are not known.
static bool splitIndex(AffineExpr at, ArrayRef<int64_t> sizes,
                       SmallVector<AffineExpr> &exprs) {
  size_t first = exprs.size();
  exprs.resize(first + sizes.size());
  for (size_t i = sizes.size(); i-- > 1;) {
    if (ShapedType::isDynamic(sizes[i]) || sizes[i] == 0)
      return false;
    exprs[first + i] = at % sizes[i];
    at = at.floorDiv(sizes[i]);
  }
  exprs[first] = at;
  return true;
}

/// A loop, or one that is divided.
static bool isReadable(AffineExpr expr) {
  auto divided = dyn_cast<AffineBinaryOpExpr>(expr);
  return isa<AffineDimExpr>(expr) ||
         (divided && divided.getKind() == AffineExprKind::FloorDiv &&
          isa<AffineDimExpr>(divided.getLHS()) &&
          isa<AffineConstantExpr>(divided.getRHS()));
}

/// Dimensions of one element, which a repetition reads at 0, at loops of one step
/// instead: a batch of one stays the batch.
static void nameUnitDims(linalg::GenericOp op, Value source,
                         SmallVector<AffineExpr> &exprs) {
  SmallVector<int64_t> ranges = op.getStaticLoopRanges();
  auto type = cast<RankedTensorType>(source.getType());
  unsigned next = 0;
  for (auto [expr, size] : llvm::zip_equal(exprs, type.getShape())) {
    if (size != 1 || expr != getAffineConstantExpr(0, op.getContext()))
      continue;
    while (next < ranges.size() &&
           (ranges[next] != 1 ||
            llvm::any_of(
                exprs, [&](AffineExpr e) { return e.isFunctionOfDim(next); })))
      ++next;
    if (next < ranges.size())
      expr = getAffineDimExpr(next++, op.getContext());
  }
}

/// Sizes of what is no longer computed follow from what it was computed of.
static void keepSizes(Value v) {
  for (Operation *user : llvm::make_early_inc_range(v.getUsers())) {
    auto dim = dyn_cast<tensor::DimOp>(user);
    if (!dim || !dim.getConstantIndex())
      continue;
    OpBuilder b(dim);
    Value size = getValueOrCreateConstantIndexOp(
        b, dim.getLoc(), sizeOf(b, dim.getLoc(), v, *dim.getConstantIndex()));
    if (auto again = size.getDefiningOp<tensor::DimOp>();
        again && again.getSource() == v)
      continue;
    dim.replaceAllUsesWith(size);
    dim.erase();
  }
}

/// Makes `op` read what its operand repeats.
static void readThrough(linalg::GenericOp op, unsigned operand) {
  auto collapse =
      op->getOperand(operand).getDefiningOp<tensor::CollapseShapeOp>();
  auto repeat = collapse ? collapse.getSrc().getDefiningOp<linalg::GenericOp>()
                         : linalg::GenericOp();
  if (!isMove(repeat))
    return;
  SmallVector<AffineMap> maps = op.getIndexingMapsArray();
  SmallVector<AffineExpr> exprs;
  for (auto [at, group] : llvm::zip(maps[operand].getResults(),
                                    collapse.getReassociationIndices()))
    if (!splitIndex(
            at, collapse.getSrcType().getShape().slice(group[0], group.size()),
            exprs))
      return;
  MLIRContext *context = op.getContext();
  AffineMap read = repeat.getIndexingMapsArray()[0].compose(
      AffineMap::get(op.getNumLoops(), 0, exprs, context));
  exprs.assign(read.getResults().begin(), read.getResults().end());
  Value source = throughUnitReshapes(repeat.getInputs()[0], exprs);
  SmallVector<Value> sources;
  // A transpose before the repetition.
  for (auto move = source.getDefiningOp<linalg::GenericOp>();
       isMove(move) && move.getIndexingMapsArray()[0].isPermutation();
       move = source.getDefiningOp<linalg::GenericOp>()) {
    AffineMap turned = move.getIndexingMapsArray()[0].compose(
        AffineMap::get(op.getNumLoops(), 0, exprs, context));
    exprs.assign(turned.getResults().begin(), turned.getResults().end());
    source = move.getInputs()[0];
    sources.push_back(move.getResult(0));
  }
  nameUnitDims(op, source, exprs);
  AffineMap map = AffineMap::get(op.getNumLoops(), 0, exprs, context);
  if (!llvm::all_of(exprs, isReadable))
    return;
  maps[operand] = map;
  if (!inversePermutation(concatAffineMaps(maps, context)))
    return;
  op->setOperand(operand, source);
  op.setIndexingMapsAttr(OpBuilder(op).getAffineMapArrayAttr(maps));
  keepSizes(collapse.getResult());
  keepSizes(repeat.getResult(0));
  llvm::for_each(sources, keepSizes);
  if (collapse->use_empty())
    collapse.erase();
}

namespace {
struct FoldRepeats : cameo::impl::FoldRepeatsBase<FoldRepeats> {
  void runOnOperation() override {
    if (!TargetDescription::get(getOperation()).fusedAttention)
      return;
    SmallVector<AttentionChain, 0> chains;
    getOperation().walk([&](linalg::GenericOp op) {
      if (FailureOr<AttentionChain> chain = AttentionChain::match(op);
          succeeded(chain))
        chains.push_back(*chain);
    });
    for (AttentionChain &chain : chains) {
      readThrough(chain.scores, chain.key);
      readThrough(chain.values, chain.value);
    }
  }
};
} // namespace
