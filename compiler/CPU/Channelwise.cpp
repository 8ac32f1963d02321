// SPDX-License-Identifier: Apache-2.0
// Depthwise convolution and pooling; see Channelwise.h.
#include "compiler/CPU/Channelwise.h"
#include "compiler/CPU/PoolWindow.h"
#include "compiler/Kernels/WinogradTransform.h"

using namespace mlir;
using namespace cameo;

/// Outputs of a tile: hides the latency of the additions, and leaves registers
/// for the taps.
static constexpr int64_t tileColumns = 8;
static constexpr int64_t rowsPerUnit = 8;
static constexpr int64_t maxUnrolledTaps = 11;
/// Outputs that are computed while memory answers.
static constexpr int64_t outputsAhead = 48;

bool cameo::isBlockedDepthwise(ConvOp conv) {
  if (conv.getLayout() != Layout::NCHWc || winogradTile(conv))
    return false;
  auto input = cast<RankedTensorType>(conv.getInput().getType());
  auto filter = cast<RankedTensorType>(conv.getFilter().getType());
  auto out = cast<RankedTensorType>(conv.getOut().getType());
  int64_t rank = conv.getSpatialRank();
  if (conv->hasAttr("cameo.taps"))
    return filter.hasStaticShape() && filter.getRank() == rank + 2 &&
           input.getRank() == rank + 3 && out.getRank() == rank + 3 &&
           input.getElementType().isInteger(8) &&
           filter.getElementType().isInteger(32) &&
           out.getElementType().isInteger(32);
  return filter.hasStaticShape() && filter.getRank() == rank + 2 &&
         input.getRank() == rank + 3 && out.getRank() == rank + 3 &&
         isa<FloatType>(out.getElementType()) &&
         input.getElementType() == out.getElementType() &&
         filter.getElementType() == out.getElementType() &&
         filter.getDimSize(0) == input.getDimSize(1) &&
         filter.getDimSize(0) == out.getDimSize(1) &&
         filter.getShape().back() == input.getShape().back() &&
         filter.getShape().back() == out.getShape().back();
}

bool cameo::isEmittablePool(PoolOp pool) {
  auto input = cast<RankedTensorType>(pool.getInput().getType());
  auto out = cast<RankedTensorType>(pool.getOut().getType());
  int64_t rank =
      pool.getSpatialRank() + (pool.getLayout() == Layout::NCHWc ? 3 : 2);
  return input.getRank() == rank && out.getRank() == rank &&
         input.getElementType() == out.getElementType() &&
         isa<FloatType, IntegerType>(out.getElementType()) &&
         (pool.getLayout() == Layout::NCHW || !out.isDynamicDim(rank - 1));
}

static SmallVector<int64_t> depthwiseTaps(ConvOp conv) {
  auto shape = cast<RankedTensorType>(conv.getFilter().getType()).getShape();
  SmallVector<int64_t> taps(shape.slice(1, conv.getSpatialRank()));
  if (auto row = conv->getAttrOfType<IntegerAttr>("cameo.taps"))
    taps.back() = row.getInt();
  return taps;
}

ChannelwiseEmitter::ChannelwiseEmitter(ConvOp conv, KernelEmitter &e)
    : conv(conv), root(conv), e(e),
      window(e, conv.getInput(), conv.getOut(), 2, 2, depthwiseTaps(conv),
             conv.getStrides(), conv.getDilations(), conv.getPads()) {
  prepare(conv.getInput(), true);
}

ChannelwiseEmitter::ChannelwiseEmitter(PoolOp pool, KernelEmitter &e)
    : pool(pool), root(pool), e(e),
      window(e, pool.getInput(), pool.getOut(), 2, 2, pool.getKernel(),
             pool.getStrides(), pool.getDilations(), pool.getPads()) {
  prepare(pool.getInput(), pool.getLayout() == Layout::NCHWc);
}

void ChannelwiseEmitter::prepare(Value tensor, bool isBlocked) {
  auto type = cast<RankedTensorType>(tensor.getType());
  blocked = isBlocked;
  block = blocked ? type.getShape().back() : 1;
  bytes = root->hasAttr("cameo.taps");
  element = bytes ? e.b.getI32Type() : type.getElementType();
  bool widens =
      conv && isa<FloatType>(element) && element.getIntOrFloatBitWidth() < 32;
  sum = pool ? poolType(pool) : widens ? e.b.getF32Type() : element;
  // What is larger than the second-level cache comes from beyond it.
  ArrayRef<int64_t> image = type.getShape().drop_front();
  if (blocked && !bytes && window.rank() == 2 &&
      !ShapedType::isDynamicShape(image) &&
      !ShapedType::isDynamicShape(window.outStatic) &&
      llvm::product_of(image) * element.getIntOrFloatBitWidth() / 8 >
          e.target.l2Bytes)
    rowsAhead = llvm::divideCeil(outputsAhead,
                                 std::max<int64_t>(1, window.outStatic.back()));
}

SmallVector<Value> ChannelwiseEmitter::units() {
  Value tensor = root->getResult(0);
  return {e.dim(tensor, 0), e.dim(tensor, 1),
          e.divUp(window.rows(), e.index(rowsPerUnit))};
}

Value ChannelwiseEmitter::unitCost() {
  Value outputs =
      e.mul(e.min(window.rows(), e.index(rowsPerUnit)), window.out.back());
  return e.mul(outputs, e.index(block * window.taps()));
}

LogicalResult ChannelwiseEmitter::emit() {
  Value tensor = root->getOperand(0);
  input = flatBuffer(e, tensor);
  filter = conv ? flatBuffer(e, conv.getFilter()) : Value();
  if (!input || (conv && !filter)) {
    e.error(root) << "a window's operands must be in memory";
    return failure();
  }
  inputStrides = rowMajor(e, e.dims(tensor));
  if (conv)
    filterStrides = rowMajor(e, e.dims(conv.getFilter()));
  SmallVector<Value> counts = units();
  e.forLoop(e.begin, e.end, e.index(1),
            [&](Value unit) { emitUnit(unit, counts); });
  return failure(failed || e.hadError);
}

void ChannelwiseEmitter::emitUnit(Value unit, ValueRange counts) {
  SmallVector<Value> at = e.delinearize(unit, counts);
  Tile tile;
  tile.batch = at[0];
  tile.channel = at[1];
  tile.inputBase = e.add(e.mul(tile.batch, inputStrides[0]),
                         e.mul(tile.channel, inputStrides[1]));
  tile.filterBase = conv ? e.mul(tile.channel, filterStrides[0]) : e.index(0);
  Value from = e.mul(at[2], e.index(rowsPerUnit));
  Value to = e.min(e.add(from, e.index(rowsPerUnit)), window.rows());
  e.forLoop(from, to, e.index(1), [&](Value row) {
    tile.outer = window.rowIndices(row);
    window.forEachTile(tileColumns, [&](const ColumnTile &columns) {
      tile.columns = columns;
      emitTile(tile);
    });
  });
}

void ChannelwiseEmitter::emitTile(Tile &tile) {
  Accumulators acc(tile.columns.width, initial());
  if (rowsAhead)
    prefetchBelow(tile);
  overTaps(tile, 0, tile.inputBase, tile.filterBase, acc);
  for (int64_t i = 0; i < tile.columns.width; ++i) {
    Value value = acc[i];
    if (pool && pool.getKind() == PoolKind::Average)
      value = average(tile, i, value);
    value = firstLanes(e, convertFloat(e, value, element), block);
    SmallVector<Value> at{tile.batch, tile.channel};
    llvm::append_range(at, tile.outer);
    at.push_back(e.add(tile.columns.x, e.index(i)));
    if (blocked)
      at.push_back(e.index(0));
    if (llvm::failed(e.storeResults(root->getResult(0), at, at.size() - 1,
                                    block, value)))
      failed = true;
  }
}

/// Asks for the lines that the tile some rows further down reads, as the first
/// to do so, and writes.
void ChannelwiseEmitter::prefetchBelow(Tile &tile) {
  Value row = e.add(tile.outer[0], e.index(rowsAhead));
  auto ask = [&](Value memref, ValueRange at, bool isWritten) {
    memref::PrefetchOp::create(e.b, memref, at, isWritten, /*localityHint=*/3,
                               /*isDataCache=*/true);
  };
  int64_t stepY = window.strides[0], stepX = window.strides[1];
  for (int64_t y = 0; y < std::min(stepY, window.kernel[0]); ++y) {
    Value tap = e.index(window.kernel[0] - 1 - y);
    Value at = e.add(tile.inputBase,
                     e.mul(window.coordinate(0, row, tap), inputStrides[2]));
    Value x = e.mul(tile.columns.x, e.index(stepX));
    for (int64_t i = 0; i < tile.columns.width * stepX; ++i)
      ask(input, e.add(at, e.mul(e.add(x, e.index(i)), inputStrides[3])),
          false);
  }
  auto type = cast<RankedTensorType>(root->getResult(0).getType());
  for (unsigned k = 0; k < e.kernel.getNumOuts(); ++k) {
    KernelEmitter::Target out = e.result(k);
    if (cast<RankedTensorType>(out.tensor.getType()).getShape() !=
        type.getShape())
      continue;
    for (int64_t i = 0; i < tile.columns.width; ++i)
      ask(out.memref,
          {tile.batch, tile.channel, row, e.add(tile.columns.x, e.index(i)),
           e.index(0)},
          true);
  }
}

void ChannelwiseEmitter::overTaps(Tile &tile, unsigned d, Value inputAt,
                                  Value filterAt, Accumulators &acc) {
  Value inStride = inputStrides[2 + d];
  Value filterStride = conv ? filterStrides[1 + d] : e.index(0);
  if (d + 1 < window.rank()) {
    TapRange range = window.tapRange(d, tile.outer[d]);
    acc = e.forLoop(
        range.from, range.to, e.index(1), acc, [&](Value tap, ValueRange args) {
          Accumulators inner(args);
          Value y = window.coordinate(d, tile.outer[d], tap);
          overTaps(tile, d + 1, e.add(inputAt, e.mul(y, inStride)),
                   e.add(filterAt, e.mul(tap, filterStride)), inner);
          return inner;
        });
    return;
  }
  if (bytes)
    return overByteTaps(tile, inputAt, filterAt, acc);
  auto weight = [&](Value tap) -> Value {
    if (!conv)
      return {};
    Value at = e.add(filterAt, e.mul(tap, filterStride));
    return convertFloat(e, loadVector(e, filter, at, block), sum);
  };
  auto load = [&](Value at) {
    return convertFloat(e, loadVector(e, input, at, block), sum);
  };
  int64_t taps = window.kernel[d];
  bool single = !tile.columns.interior && !tile.columns.staticX;
  if (!single && taps <= maxUnrolledTaps) {
    // Neighbouring outputs share what they read.
    Value first =
        e.add(inputAt, e.mul(window.coordinate(d, tile.columns.x, e.index(0)),
                             inStride));
    llvm::DenseMap<int64_t, Value> loaded;
    for (int64_t t = 0; t < taps; ++t) {
      Value w;
      for (int64_t i = 0; i < tile.columns.width; ++i) {
        if (!window.inside(tile.columns, i, t))
          continue;
        if (!w)
          w = weight(e.index(t));
        int64_t offset = i * window.strides[d] + t * window.dilations[d];
        Value &x = loaded[offset];
        if (!x)
          x = load(e.add(first, e.mul(e.index(offset), inStride)));
        acc[i] = combine(acc[i], x, w);
      }
    }
    return;
  }
  auto overTile = [&](Value tap, MutableArrayRef<Value> inner,
                      std::optional<int64_t> staticTap) {
    Value w = weight(tap);
    Value first = e.add(
        inputAt, e.mul(window.coordinate(d, tile.columns.x, tap), inStride));
    for (int64_t i = 0; i < tile.columns.width; ++i)
      if (!staticTap || window.inside(tile.columns, i, *staticTap))
        inner[i] = combine(
            inner[i],
            load(e.add(first, e.mul(e.index(i * window.strides[d]), inStride))),
            w);
  };
  if (!single && !tile.columns.interior) {
    for (int64_t t = 0; t < taps; ++t)
      overTile(e.index(t), acc, t);
    return;
  }
  TapRange range{e.index(0), e.index(taps)};
  if (single)
    range = window.tapRange(d, tile.columns.x);
  acc = e.forLoop(range.from, range.to, e.index(1), acc,
                  [&](Value tap, ValueRange args) {
                    Accumulators inner(args);
                    overTile(tap, inner, std::nullopt);
                    return inner;
                  });
}

//===-- the arithmetic ----------------------------------------------------===//

Value ChannelwiseEmitter::initial() {
  return conv ? zeroVector(e, sum, block) : poolIdentity(e, pool, sum, block);
}

Value ChannelwiseEmitter::combine(Value acc, Value x, Value weight) {
  return conv ? multiplyAdd(e, x, weight, acc) : poolCombine(e, pool, acc, x);
}

/// Divides a sum by the number of elements that its window counts.
Value ChannelwiseEmitter::average(Tile &tile, int64_t i, Value total) {
  Value count = e.index(1);
  for (unsigned d = 0; d < window.rank(); ++d) {
    Value output = d + 1 < window.rank() ? tile.outer[d]
                                         : e.add(tile.columns.x, e.index(i));
    bool all = d + 1 == window.rank() && tile.columns.interior;
    count = e.mul(count, all ? e.index(window.kernel[d])
                             : countedTaps(window, pool, d, output));
  }
  return poolQuotient(e, total, count);
}
