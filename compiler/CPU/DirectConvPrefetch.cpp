// SPDX-License-Identifier: Apache-2.0
// What direct convolution asks memory for ahead of time: the lines that the end of a tile reads and
// writes, while the tile is summed up; and what the next unit of a pointwise convolution reads.
// Neither is work where the data lies in a near cache: a tile has hundreds of products for each.
#include "compiler/CPU/DirectConv.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"

using namespace mlir;
using namespace cameo;

/// Products of a sum during which it pays to ask for the lines that its end
/// will touch.
static constexpr int64_t leastDepthToAsk = 64;
/// Lines whose places are computed in each round of the sum.
static constexpr int64_t mostPerBlock = 8;
/// What passes until memory answers.
static constexpr int64_t cyclesOfMemory = 1000;

/// Whether an image of activations is so small that a near cache is likely to
/// hold it.
bool DirectConvEmitter::isNear(RankedTensorType type) {
  ArrayRef<int64_t> image = type.getShape().drop_front();
  return !ShapedType::isDynamicShape(image) &&
         llvm::product_of(image) * type.getElementTypeBitWidth() / 8 <=
             e.target.l2Bytes / 4;
}

/// The buffers that tiles touch at the places of their outputs.
void DirectConvEmitter::findTouched() {
  // Lines that are whole vectors, and sums that take longer than asking.
  auto type = cast<RankedTensorType>(root->getResult(0).getType());
  if (transposed || !isBlocked() || perLane ||
      inCount * inBlock * window.taps() < leastDepthToAsk ||
      outBlock * type.getElementTypeBitWidth() / 8 < e.target.vectorBytes ||
      isNear(type))
    return;
  for (unsigned i = 0; i < e.kernel.getNumOuts(); ++i)
    if (KernelEmitter::Target out = e.result(i);
        cast<RankedTensorType>(out.tensor.getType()).getShape() ==
        type.getShape())
      touched.push_back({out.memref, true});
  llvm::SmallPtrSet<Value, 4> seen;
  e.kernel.walk([&](linalg::GenericOp g) {
    if (prologue.contains(g))
      return;
    for (OpOperand *operand : g.getDpsInputOperands())
      if (operand->get().getType() == type &&
          g.getMatchingIndexingMap(operand).isIdentity() &&
          isa<BlockArgument>(operand->get()) &&
          seen.insert(operand->get()).second)
        touched.push_back({e.buffer(operand->get()), false});
  });
}

/// How many tiles ahead what they touch is asked for: memory takes longer to
/// answer than a shallow sum.
int64_t DirectConvEmitter::tilesAhead(const Tile &tile) {
  int64_t depth = inCount * inBlock * window.taps();
  int64_t cycles = depth * tile.columns.width * tile.vectors / 2;
  return std::min<int64_t>(cyclesOfMemory / std::max<int64_t>(cycles, 1), 8);
}

/// Of the lines that a tile touches, those that are asked for with each block of
/// channels that is summed up. Where that were many, all are at once, before.
int64_t DirectConvEmitter::touchedPerBlock(const Tile &tile) {
  return llvm::divideCeil(tile.columns.width * tile.vectors, inCount);
}

/// The share of `block`, one of the blocks of channels that are summed up, in
/// what the tile will touch; null: before them.
void DirectConvEmitter::prefetchTouched(Tile &tile, Value block) {
  int64_t share = touchedPerBlock(tile), width = tile.columns.width,
          lines = width * tile.vectors;
  if (touched.empty() || (share > mostPerBlock) == bool(block))
    return;
  // Neighbouring tiles of a block of channels follow each other in memory, from
  // row to row as well.
  SmallVector<Value> origin = outputIndices(tile, e.index(0), e.index(0));
  Value x = e.add(origin.end()[-2], e.index(tilesAhead(tile) * width));
  auto ask = [&](Value p, Value j) {
    SmallVector<Value> at(origin);
    at[1] = e.add(at[1], j);
    at.end()[-2] = e.add(x, p);
    for (const Touched &t : touched)
      memref::PrefetchOp::create(e.b, t.memref, at, t.isWritten,
                                 /*localityHint=*/3, /*isDataCache=*/true);
  };
  if (!block) {
    for (int64_t j = 0; j < tile.vectors; ++j)
      for (int64_t p = 0; p < width; ++p)
        ask(e.index(p), e.index(j));
    return;
  }
  for (int64_t i = 0; i < share; ++i) {
    Value line = e.add(e.mul(block, e.index(share)), e.index(i));
    if (inCount * share > lines)
      line = e.min(line, e.index(lines - 1));
    ask(remainder(e, line, e.index(width)), divide(e, line, e.index(width)));
  }
}

/// Whether units read more than taps that neighbours share, of an input that no
/// near cache holds.
bool DirectConvEmitter::asksForInputs() {
  auto type = cast<RankedTensorType>(root->getOperand(0).getType());
  return !transposed && !computesInput() && innerChannels && groups == 1 &&
         window.rank() == 2 && window.taps() == 1 &&
         window.before == SmallVector<int64_t>{0, 0} &&
         !ShapedType::isDynamicShape(window.inStatic) && !isNear(type);
}

void DirectConvEmitter::findNextInputs(Tile &tile, Value from, Value to,
                                       Value panel) {
  tile.firstLine = panel;
  if (!asksForInputs())
    return;
  // The rows that follow, or the first ones of the next image.
  Value row = e.mul(e.index(window.strides[0]), inputStrides[2]);
  Value ahead = e.mul(e.index(rowsPerUnit), row);
  Value back = e.sub(inputStrides[0], e.mul(from, row));
  tile.toNextInputs =
      arith::SelectOp::create(e.b, less(e, to, window.out[0]), ahead, back);
}

/// The share of this panel in what the tile at the same place of the next unit
/// reads of `block`.
void DirectConvEmitter::prefetchInputs(Tile &tile, Value block) {
  if (!tile.toNextInputs && !sourceTable)
    return;
  int64_t panels = llvm::divideCeil(outCount, vectors),
          lines = tile.columns.width, share = llvm::divideCeil(lines, panels);
  Value at = e.add(
      tile.inputBase,
      e.mul(window.coordinate(0, tile.outer[0], e.index(0)), inputStrides[2]));
  if (!sourceTable)
    at = e.add(e.add(at, e.mul(block, inputStrides[1])), tile.toNextInputs);
  for (int64_t i = 0; i < share; ++i) {
    Value line = e.add(e.mul(tile.firstLine, e.index(share)), e.index(i));
    if (panels * share > lines)
      line = e.min(line, e.index(lines - 1));
    Value x = window.coordinate(1, e.add(tile.columns.x, line), e.index(0));
    Value element = e.add(at, e.mul(x, inputStrides[3]));
    for (int64_t s = 0; sourceTable && s < sourceCount(); ++s)
      LLVM::Prefetch::create(e.b, nextSource(block, element, s), /*rw=*/0,
                             /*hint=*/2, /*cache=*/1);
    if (!sourceTable)
      memref::PrefetchOp::create(e.b, input, ValueRange{element},
                                 /*isWrite=*/false, /*localityHint=*/2,
                                 /*isDataCache=*/true);
  }
}
