// SPDX-License-Identifier: Apache-2.0
// Parts of concatenations; see ConcatParts.h.
#include "compiler/CPU/ConcatParts.h"

using namespace mlir;
using namespace cameo;

/// Concatenations are told apart before a tile's loops up to this number of
/// parts.
static constexpr int64_t maxParts = 64;

namespace {
/// A tensor.insert_slice that a tile's elements may come from, and where they
/// lie in it: the indices of all dimensions that the tile does not walk.
struct Insert {
  tensor::InsertSliceOp op;
  SmallVector<Value> at;
};
} // namespace

static Value fold(OpFoldResult f, KernelEmitter &e) {
  if (auto v = dyn_cast<Value>(f))
    return e.scalar(v);
  return e.index(cast<IntegerAttr>(cast<Attribute>(f)).getInt());
}

/// The first insertion behind `tensor` whose parts are not told apart yet;
/// all computation between reads at its own index.
/// `seen` has the tensors behind which there is none: a chain of operations that
/// read one value twice has as many paths as 2 to its length.
static std::optional<Insert> findInsert(Value tensor, SmallVector<Value> at,
                                        KernelEmitter &e,
                                        DenseSet<Value> &seen) {
  Operation *op = tensor.getDefiningOp();
  if (!op || e.buffer(tensor) || !seen.insert(tensor).second)
    return std::nullopt;
  if (auto generic = dyn_cast<linalg::GenericOp>(op)) {
    if (generic.getNumReductionLoops() ||
        !generic.getIndexingMapMatchingResult(cast<OpResult>(tensor))
             .isIdentity())
      return std::nullopt;
    for (OpOperand *input : generic.getDpsInputOperands())
      if (generic.getMatchingIndexingMap(input).isIdentity())
        if (auto found = findInsert(input->get(), at, e, seen))
          return found;
    return std::nullopt;
  }
  auto insert = dyn_cast<tensor::InsertSliceOp>(op);
  if (!insert || insert.getDroppedDims().any() ||
      !llvm::all_of(insert.getMixedStrides(),
                    [](OpFoldResult s) { return isOneInteger(s); }))
    return std::nullopt;
  auto known = e.insertedPart.find(insert);
  if (known == e.insertedPart.end())
    return Insert{insert, at};
  if (!known->second)
    return findInsert(insert.getDest(), at, e, seen);
  for (auto [i, offset] : llvm::enumerate(insert.getMixedOffsets()))
    if (i < at.size())
      at[i] = e.sub(at[i], fold(offset, e));
  return findInsert(insert.getSource(), at, e, seen);
}

void cameo::forEachPart(ArrayRef<Value> tensors, ArrayRef<Value> at,
                        int64_t &parts, KernelEmitter &e,
                        function_ref<void()> body) {
  std::optional<Insert> insert;
  DenseSet<Value> seen;
  for (Value tensor : tensors)
    if (!insert)
      insert = findInsert(tensor, SmallVector<Value>(at), e, seen);
  if (!insert || ++parts > maxParts)
    return body();
  Value inside;
  tensor::InsertSliceOp op = insert->op;
  for (auto [d, offset, size] :
       llvm::enumerate(op.getMixedOffsets(), op.getMixedSizes())) {
    Value from = fold(offset, e), count = fold(size, e);
    if (isConstantIntValue(from, 0) && count == e.dim(op.getDest(), d))
      continue;
    // Parts along a dimension that the tile walks stay together.
    if (d >= insert->at.size())
      return body();
    Value here = arith::CmpIOp::create(e.b, arith::CmpIPredicate::ult,
                                       e.sub(insert->at[d], from), count);
    inside = inside ? e.b.createOrFold<arith::AndIOp>(inside, here) : here;
  }
  auto part = [&](bool inserted) {
    e.insertedPart[op] = inserted;
    forEachPart(tensors, at, parts, e, body);
    e.insertedPart.erase(op);
  };
  if (!inside)
    return part(true);
  // What nobody has written may hold anything: nothing is stored there.
  bool written = !op.getDest().getDefiningOp<tensor::EmptyOp>();
  auto branch = scf::IfOp::create(e.b, inside, /*withElseRegion=*/written);
  OpBuilder::InsertionGuard guard(e.b);
  e.b.setInsertionPoint(branch.thenYield());
  part(true);
  if (written) {
    e.b.setInsertionPoint(branch.elseYield());
    part(false);
  }
}

void cameo::forEachSource(
    Value tensor, ArrayRef<Value> at, KernelEmitter &e,
    function_ref<void(Value source, ArrayRef<Value> at)> body) {
  Operation *op = tensor.getDefiningOp();
  if (!op || e.buffer(tensor))
    return body(tensor, at);
  if (auto generic = dyn_cast<linalg::GenericOp>(op)) {
    if (generic.getNumReductionLoops() == 0 &&
        generic.getIndexingMapMatchingResult(cast<OpResult>(tensor))
            .isIdentity())
      for (OpOperand *input : generic.getDpsInputOperands())
        if (isa<RankedTensorType>(input->get().getType()) &&
            generic.getMatchingIndexingMap(input).isIdentity())
          forEachSource(input->get(), at, e, body);
    return;
  }
  auto insert = dyn_cast<tensor::InsertSliceOp>(op);
  if (!insert || insert.getDroppedDims().any())
    return;
  auto known = e.insertedPart.find(insert);
  if (known == e.insertedPart.end())
    return;
  if (!known->second)
    return forEachSource(insert.getDest(), at, e, body);
  SmallVector<Value> inPart(at);
  for (auto [index, offset] : llvm::zip(inPart, insert.getMixedOffsets()))
    index = e.sub(index, fold(offset, e));
  forEachSource(insert.getSource(), inPart, e, body);
}
