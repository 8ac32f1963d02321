// SPDX-License-Identifier: Apache-2.0
// Element-wise work and reductions on channels in blocks; see ChannelLayouter.h.
#include "compiler/Kernels/ChannelLayouter.h"

using namespace mlir;
using namespace cameo;

/// Finds what the body reads at computed places. `reads` get those of blocked tensors; false if
/// the body uses its channel for anything but the channel of such a tensor.
bool ChannelLayouter::blockedReads(linalg::GenericOp op,
                                   SmallVector<tensor::ExtractOp> &reads) {
  bool ok = true;
  op.getBody()->walk([&](Operation *inner) {
    if (auto read = dyn_cast<tensor::ExtractOp>(inner)) {
      auto indices = read.getIndices();
      auto channel = indices.size() >= 2
                         ? indices[1].getDefiningOp<linalg::IndexOp>()
                         : linalg::IndexOp();
      if (channel && channel.getDim() == 1 && blocked.count(read.getTensor()) &&
          typeOf(read.getTensor()).getDimSize(1) ==
              cast<RankedTensorType>(op.getResult(0).getType()).getDimSize(1))
        reads.push_back(read);
    }
  });
  op.getBody()->walk([&](linalg::IndexOp index) {
    if (index.getDim() != 1)
      return;
    for (OpOperand &use : index->getUses()) {
      auto read = dyn_cast<tensor::ExtractOp>(use.getOwner());
      // Operand 0 is the tensor.
      ok &= read && llvm::is_contained(reads, read) &&
            use.getOperandNumber() == 2;
    }
  });
  return ok;
}

/// Element-wise generics, and reductions that keep the channels.
bool ChannelLayouter::convert(linalg::GenericOp op) {
  unsigned loops = op.getNumLoops();
  if (loops < 2 ||
      op.getIteratorTypesArray()[1] != utils::IteratorType::parallel)
    return false;
  SmallVector<tensor::ExtractOp> reads;
  if (!blockedReads(op, reads))
    return false;
  AffineExpr channel = b.getAffineDimExpr(1);
  auto isChannelwise = [&](AffineMap map) {
    return map.getNumResults() >= 2 && map.getResult(1) == channel &&
           llvm::count_if(map.getResults(), [](AffineExpr e) {
             return e.isFunctionOfDim(1);
           }) == 1;
  };
  // Results: [n, channel, ...], a permutation of parallel loops.
  for (OpOperand &init : op.getDpsInitsMutable()) {
    AffineMap map = op.getMatchingIndexingMap(&init);
    auto type = dyn_cast<RankedTensorType>(init.get().getType());
    if (!type || !isChannelwise(map) || !map.isProjectedPermutation() ||
        type.isDynamicDim(1))
      return false;
    bool isEmpty = init.get().getDefiningOp<tensor::EmptyOp>() != nullptr;
    if (!isEmpty && !init.get().getDefiningOp<linalg::FillOp>())
      return false;
  }
  auto first = cast<RankedTensorType>(op.getResult(0).getType());
  bool any = !reads.empty();
  for (OpOperand *input : op.getDpsInputOperands())
    any |= blocked.count(input->get()) &&
           isChannelwise(op.getMatchingIndexingMap(input));
  if (!any)
    return false;

  // Operands whose channel is one expression by itself, or none.
  SmallVector<Padding> paddings;
  SmallVector<int64_t> positions;
  for (OpOperand *input : op.getDpsInputOperands()) {
    AffineMap map = op.getMatchingIndexingMap(input);
    int64_t position = -1;
    for (auto [i, e] : llvm::enumerate(map.getResults())) {
      if (!e.isFunctionOfDim(1))
        continue;
      if (e != channel || position >= 0)
        return false;
      position = i;
    }
    positions.push_back(position);
    auto type = dyn_cast<RankedTensorType>(input->get().getType());
    if (position >= 0 && type.isDynamicDim(position))
      return false;
    auto it = blocked.find(input->get());
    if (position == 1 && it != blocked.end())
      paddings.push_back(it->second.padding);
    else
      paddings.push_back(position >= 0 ? Padding::known(0) : Padding());
  }
  for (OpOperand &init : op.getDpsInitsMutable()) {
    Padding p;
    Attribute value;
    if (auto fill = init.get().getDefiningOp<linalg::FillOp>();
        fill && matchPattern(fill.getInputs()[0], m_Constant(&value)))
      if (auto f = dyn_cast<FloatAttr>(value))
        p = Padding::known(f.getValueAsDouble());
    paddings.push_back(p);
  }
  SmallVector<Padding> results = paddingAfter(op, paddings);
  if (isPadded(first))
    for (auto [p, result] : llvm::zip(results, op.getResults())) {
      if (p.isSafe())
        continue;
      // Integers times zero are zero.
      if (!isa<IntegerType>(getElementTypeOrSelf(result.getType())))
        return false;
      p = Padding::finite();
    }

  // Rebuilt with one loop more, over the channels of a block.
  Location loc = op.getLoc();
  SmallVector<Value> inputs, outs;
  SmallVector<AffineMap> maps;
  auto extended = [&](AffineMap map, bool hasChannel) {
    SmallVector<AffineExpr> exprs(map.getResults());
    if (hasChannel)
      exprs.push_back(b.getAffineDimExpr(loops));
    return AffineMap::get(loops + 1, 0, exprs, b.getContext());
  };
  for (auto [input, position] :
       llvm::zip(op.getDpsInputOperands(), positions)) {
    Value v = input->get();
    if (position == 1)
      v = blockedOf(v);
    else if (position >= 0)
      v = toBlocks(b, loc, v, position, c);
    inputs.push_back(v);
    maps.push_back(extended(op.getMatchingIndexingMap(input), position >= 0));
  }
  for (OpOperand &init : op.getDpsInitsMutable()) {
    Value v =
        emptyLike(b, loc, blockedType(typeOf(init.get()), 1, c), init.get());
    if (auto fill = init.get().getDefiningOp<linalg::FillOp>())
      v = linalg::FillOp::create(b, loc, ValueRange{fill.getInputs()[0]},
                                 ValueRange{v})
              .getResult(0);
    outs.push_back(v);
    maps.push_back(extended(op.getMatchingIndexingMap(&init), true));
  }
  SmallVector<utils::IteratorType> kinds = op.getIteratorTypesArray();
  kinds.push_back(utils::IteratorType::parallel);
  auto result = linalg::GenericOp::create(b, loc, ValueRange(outs).getTypes(),
                                          inputs, outs, maps, kinds);
  IRMapping mapping;
  op.getRegion().cloneInto(&result.getRegion(), mapping);
  for (tensor::ExtractOp read : reads) {
    auto copy =
        mapping.lookup(read.getResult()).getDefiningOp<tensor::ExtractOp>();
    OpBuilder::InsertionGuard guard(b);
    b.setInsertionPoint(copy);
    SmallVector<Value> indices(copy.getIndices());
    indices.push_back(linalg::IndexOp::create(b, loc, loops));
    Value source = blocked.lookup(read.getTensor()).value;
    copy.replaceAllUsesWith(
        tensor::ExtractOp::create(b, loc, source, indices).getResult());
    copy.erase();
  }
  for (auto [plain, value, p] :
       llvm::zip(op.getResults(), result.getResults(), results))
    remember(plain, value, p);
  return true;
}
