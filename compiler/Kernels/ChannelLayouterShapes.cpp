// SPDX-License-Identifier: Apache-2.0
// Reshapes, slices, padding and concatenation on channels in blocks; see ChannelLayouter.h.
#include "compiler/Kernels/ChannelLayouter.h"

using namespace mlir;
using namespace cameo;

/// [N, C] as [N, C, 1, ...]: what global pooling ends in.
bool ChannelLayouter::convert(tensor::ExpandShapeOp op) {
  auto it = blocked.find(op.getSrc());
  auto from = typeOf(op.getSrc()), to = typeOf(op.getResult());
  if (it == blocked.end() || from.getRank() != 2 ||
      to.getDimSize(1) != from.getDimSize(1) ||
      !llvm::all_of(to.getShape().drop_front(2),
                    [](int64_t s) { return s == 1; }))
    return false;
  SmallVector<ReassociationIndices> groups{{0}, {1}, {}};
  for (int64_t d = 2; d <= to.getRank(); ++d)
    groups[2].push_back(d);
  SmallVector<OpFoldResult> sizes(to.getRank() + 1, b.getIndexAttr(1));
  auto type = blockedType(to, 1, c);
  sizes[0] = tensor::getMixedSize(b, op.getLoc(), it->second.value, 0);
  sizes[1] = b.getIndexAttr(type.getDimSize(1));
  sizes.back() = b.getIndexAttr(c);
  Value value = tensor::ExpandShapeOp::create(b, op.getLoc(), type,
                                              it->second.value, groups, sizes);
  remember(op.getResult(), value, it->second.padding);
  return true;
}

/// A part of whole blocks of channels.
bool ChannelLayouter::convert(tensor::ExtractSliceOp op) {
  auto it = blocked.find(op.getSource());
  auto type = typeOf(op.getResult());
  if (it == blocked.end() ||
      type.getRank() != typeOf(op.getSource()).getRank() ||
      type.isDynamicDim(1))
    return false;
  std::optional<int64_t> offset = getConstantIntValue(op.getMixedOffsets()[1]);
  bool all =
      offset == 0 && type.getDimSize(1) == typeOf(op.getSource()).getDimSize(1);
  if (!offset || !isOneInteger(op.getMixedStrides()[1]) ||
      (!all && (*offset % c != 0 || type.getDimSize(1) % c != 0)))
    return false;
  SmallVector<OpFoldResult> offsets = op.getMixedOffsets(),
                            sizes = op.getMixedSizes(),
                            strides = op.getMixedStrides();
  auto result = blockedType(type, 1, c);
  offsets[1] = b.getIndexAttr(*offset / c);
  sizes[1] = b.getIndexAttr(result.getDimSize(1));
  offsets.push_back(b.getIndexAttr(0));
  sizes.push_back(b.getIndexAttr(c));
  strides.push_back(b.getIndexAttr(1));
  Value value = tensor::ExtractSliceOp::create(
      b, op.getLoc(), result, it->second.value, offsets, sizes, strides);
  remember(op.getResult(), value, it->second.padding);
  return true;
}

/// Padding around the pixels.
bool ChannelLayouter::convert(tensor::PadOp op) {
  auto it = blocked.find(op.getSource());
  auto type = typeOf(op.getResult());
  Value filler = op.getConstantPaddingValue();
  if (it == blocked.end() || type.isDynamicDim(1) || !filler ||
      !isZeroInteger(op.getMixedLowPad()[1]) ||
      !isZeroInteger(op.getMixedHighPad()[1]))
    return false;
  Padding padding = it->second.padding;
  if (isPadded(type) && !isa<FloatType>(type.getElementType())) {
    padding = Padding::finite();
  } else if (isPadded(type)) {
    FloatAttr f;
    if (!matchPattern(filler, m_Constant(&f)) || !f.getValue().isFinite())
      return false;
    if (padding.kind != Padding::Known || padding.value != f.getValueAsDouble())
      padding = padding.isSafe() ? Padding::finite() : padding;
  }
  if (Operation *constant = filler.getDefiningOp();
      constant && op->isAncestor(constant))
    filler = b.clone(*constant)->getResult(0);
  SmallVector<OpFoldResult> low = op.getMixedLowPad(),
                            high = op.getMixedHighPad();
  low.push_back(b.getIndexAttr(0));
  high.push_back(b.getIndexAttr(0));
  Value value = tensor::PadOp::create(b, op.getLoc(), blockedType(type, 1, c),
                                      it->second.value, low, high, filler);
  remember(op.getResult(), value, padding);
  return true;
}

/// Concatenation of whole blocks of channels.
bool ChannelLayouter::convert(tensor::InsertSliceOp op) {
  auto source = typeOf(op.getSource()), dest = typeOf(op.getDest());
  int64_t rank = dest.getRank();
  if (rank < 3 || source.getRank() != rank || !dest.getElementType().isF32() ||
      source.isDynamicDim(1) || dest.isDynamicDim(1) ||
      source.getDimSize(1) % c != 0 || dest.getDimSize(1) % c != 0)
    return false;
  std::optional<int64_t> offset = getConstantIntValue(op.getMixedOffsets()[1]);
  if (!offset || *offset % c != 0 ||
      !llvm::all_of(op.getMixedStrides(),
                    [](OpFoldResult s) { return isOneInteger(s); }) ||
      getConstantIntValue(op.getMixedSizes()[1]) != source.getDimSize(1))
    return false;
  Value into;
  if (auto it = blocked.find(op.getDest()); it != blocked.end())
    into = it->second.value;
  else if (op.getDest().getDefiningOp<tensor::EmptyOp>() &&
           startsBlockedChain(op))
    into = emptyLike(b, op.getLoc(), blockedType(dest, 1, c), op.getDest());
  else
    return false;
  SmallVector<OpFoldResult> offsets = op.getMixedOffsets(),
                            sizes = op.getMixedSizes(),
                            strides = op.getMixedStrides();
  offsets[1] = b.getIndexAttr(*offset / c);
  sizes[1] = b.getIndexAttr(source.getDimSize(1) / c);
  offsets.push_back(b.getIndexAttr(0));
  sizes.push_back(b.getIndexAttr(c));
  strides.push_back(b.getIndexAttr(1));
  Value value = tensor::InsertSliceOp::create(
      b, op.getLoc(), blockedOf(op.getSource()), into, offsets, sizes, strides);
  remember(op.getResult(), value, Padding::known(0));
  return true;
}

/// Whether every insertion of the chain that `op` begins is of whole blocks,
/// and one of them comes blocked.
bool ChannelLayouter::startsBlockedChain(tensor::InsertSliceOp op) {
  bool any = false;
  for (tensor::InsertSliceOp i = op; i;) {
    auto source = typeOf(i.getSource());
    std::optional<int64_t> offset = getConstantIntValue(i.getMixedOffsets()[1]);
    if (source.getRank() != typeOf(op.getDest()).getRank() ||
        source.isDynamicDim(1) || source.getDimSize(1) % c != 0 || !offset ||
        *offset % c != 0)
      return false;
    any |= blocked.count(i.getSource());
    if (!i.getResult().hasOneUse())
      break;
    auto next = dyn_cast<tensor::InsertSliceOp>(*i.getResult().user_begin());
    i = next && next.getDest() == i.getResult() ? next
                                                : tensor::InsertSliceOp();
  }
  return any;
}
