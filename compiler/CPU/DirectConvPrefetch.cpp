// SPDX-License-Identifier: Apache-2.0
// What direct convolution asks memory for ahead of time: the lines that the end of a tile reads and
// writes, while the tile is summed up; and what the next unit of a pointwise convolution reads.
// Neither is work where the data lies in a near cache: a tile has hundreds of products for each.
#include "compiler/CPU/DirectConv.h"

using namespace mlir;
using namespace cameo;

/// Products of a sum during which it pays to ask for the lines that its end
/// will touch.
static constexpr int64_t leastDepthToAsk = 32;

/// The buffers that tiles touch at the places of their outputs.
void DirectConvEmitter::findTouched() {
  // Lines that are whole vectors, and sums that take longer than asking.
  auto type = cast<RankedTensorType>(root->getResult(0).getType());
  if (transposed || !isBlocked() ||
      inCount * inBlock * window.taps() < leastDepthToAsk ||
      outBlock * type.getElementTypeBitWidth() / 8 < e.target.vectorBytes)
    return;
  for (unsigned i = 0; i < e.kernel.getNumOuts(); ++i)
    if (KernelEmitter::Target out = e.result(i);
        cast<RankedTensorType>(out.tensor.getType()).getShape() ==
        type.getShape())
      touched.push_back({out.memref, true});
  llvm::SmallPtrSet<Value, 4> seen;
  e.kernel.walk([&](linalg::GenericOp g) {
    for (OpOperand *operand : g.getDpsInputOperands())
      if (operand->get().getType() == type &&
          g.getMatchingIndexingMap(operand).isIdentity() &&
          isa<BlockArgument>(operand->get()) &&
          seen.insert(operand->get()).second)
        touched.push_back({e.buffer(operand->get()), false});
  });
}

/// The share of `block`, one of the blocks of channels that are summed up, in
/// what the tile will touch.
void DirectConvEmitter::prefetchTouched(Tile &tile, Value block) {
  if (touched.empty())
    return;
  int64_t lines = tile.columns.width * tile.vectors,
          share = llvm::divideCeil(lines, inCount);
  for (int64_t i = 0; i < share; ++i) {
    Value line = e.add(e.mul(block, e.index(share)), e.index(i));
    if (inCount * share > lines)
      line = e.min(line, e.index(lines - 1));
    Value width = e.index(tile.columns.width);
    SmallVector<Value> at =
        outputIndices(tile, remainder(e, line, width), divide(e, line, width));
    for (const Touched &t : touched)
      memref::PrefetchOp::create(e.b, t.memref, at, t.isWritten,
                                 /*localityHint=*/3, /*isDataCache=*/true);
  }
}

/// Whether units read more than taps that neighbours share, of an input that no
/// near cache holds.
bool DirectConvEmitter::asksForInputs() {
  if (transposed || !innerChannels || groups != 1 || window.rank() != 2 ||
      window.taps() != 1 || ShapedType::isDynamicShape(window.inStatic) ||
      window.before != SmallVector<int64_t>{0, 0})
    return false;
  int64_t pixels = window.inStatic[0] * window.inStatic[1];
  return pixels * inCount * inBlock * 4 > e.target.l2Bytes / 4;
}

void DirectConvEmitter::findNextInputs(Tile &tile, Value from, Value to,
                                       Value panel) {
  // The rows that follow, or the first ones of the next image.
  Value row = e.mul(e.index(window.strides[0]), inputStrides[2]);
  Value ahead = e.mul(e.index(rowsPerUnit), row);
  Value back = e.sub(inputStrides[0], e.mul(from, row));
  tile.toNextInputs =
      arith::SelectOp::create(e.b, less(e, to, window.out[0]), ahead, back);
  tile.firstLine = panel;
}

/// The share of this panel in what the tile at the same place of the next unit
/// reads of `block`.
void DirectConvEmitter::prefetchInputs(Tile &tile, Value block) {
  if (!tile.toNextInputs)
    return;
  int64_t panels = llvm::divideCeil(outCount, vectors),
          lines = tile.columns.width, share = llvm::divideCeil(lines, panels);
  Value at = e.add(tile.inputBase, e.mul(block, inputStrides[1]));
  at = e.add(at, e.mul(window.coordinate(0, tile.outer[0], e.index(0)),
                       inputStrides[2]));
  at = e.add(at, tile.toNextInputs);
  for (int64_t i = 0; i < share; ++i) {
    Value line = e.add(e.mul(tile.firstLine, e.index(share)), e.index(i));
    if (panels * share > lines)
      line = e.min(line, e.index(lines - 1));
    Value x = window.coordinate(1, e.add(tile.columns.x, line), e.index(0));
    memref::PrefetchOp::create(
        e.b, input, ValueRange{e.add(at, e.mul(x, inputStrides[3]))},
        /*isWrite=*/false, /*localityHint=*/2, /*isDataCache=*/true);
  }
}
