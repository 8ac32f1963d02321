// SPDX-License-Identifier: Apache-2.0
// Packed products whose time is that of reading the weights; see Matmul.h. One
// or two rows read several panels side by side: more streams keep more of
// memory busy. Some rows more take the reduction in blocks that stay in the
// first-level cache while all rows pass, so that memory is read evenly; many
// rows take it in blocks of which two stay in the second-level cache.
#include "compiler/CPU/Matmul.h"

using namespace mlir;
using namespace cameo;

/// How far a stream is prefetched. Measured: 1 KB, on Emerald Rapids, from 4 KB
/// pages; 4 and 8 KB are the same within noise.
static constexpr int64_t streamAheadBytes = 1024;

static int64_t bytesOf(Type element) {
  return std::max(1u, element.getIntOrFloatBitWidth() / 8);
}

//===-- several panels at a time ------------------------------------------===//

int64_t MatmulEmitter::streamsOf(int64_t rows) const {
  // Registers for the sums of all of them, one for rhs, and the rows' elements.
  int64_t across = std::max<int64_t>(1, tile.columns / tile.lanes);
  // Weights in blocks have a sum of the block at hand besides.
  if (c.blocks)
    across *= 2;
  int64_t most = (e.target.vectorRegisters - 1 - rows) / (rows * across);
  return llvm::bit_floor(uint64_t(std::clamp<int64_t>(most, 1, tile.streams)));
}

void MatmulEmitter::emitStreams(int64_t rows) {
  int64_t streams = streamsOf(rows), n = c.loopSize(c.n);
  SmallVector<int64_t> full(tile.columns / tile.lanes, tile.lanes), last, wide;
  for (int64_t left = n % tile.columns; left > 0; left -= tile.lanes)
    last.push_back(std::min(left, tile.lanes));
  for (int64_t s = 0; s < streams; ++s)
    wide.append(full);
  auto tileAt = [&](Value unit, ArrayRef<int64_t> widths) {
    Loops loops(sizes.size());
    for (unsigned loop : c.outer)
      loops[loop] = e.index(0);
    loops[c.n] = e.mul(unit, e.index(tile.columns));
    if (c.m >= 0)
      loops[c.m] = e.index(0);
    emitTile(loops, rows, widths);
  };
  firstRow = e.index(0);
  rowCount = e.index(rows);
  // These rows widen halves as they load them.
  Strided inScratch = panel;
  bool packs = tile.pack;
  if (tile.widen) {
    panel = rhs;
    tile.pack = false;
  }
  Value whole = e.index(n / tile.columns), group = e.index(streams);
  Value past = e.max(e.begin, e.min(e.end, whole));
  Value stop =
      e.add(e.begin, e.mul(divide(e, e.sub(past, e.begin), group), group));
  asTheyAre = c.blocks.has_value();
  if (asTheyAre)
    prepareRows(rows);
  streamAhead =
      asTheyAre ? 0
                : streamAheadBytes /
                      bytesOf(getElementTypeOrSelf(c.rhsTensor().getType()));
  streamUnroll = unrollOf(rows * int64_t(wide.size()));
  if (streams > 1)
    e.forLoop(e.begin, stop, group, [&](Value u) { tileAt(u, wide); });
  e.forLoop(streams > 1 ? stop : e.begin, past, e.index(1),
            [&](Value u) { tileAt(u, full); });
  if (!last.empty())
    e.forLoop(past, e.end, e.index(1), [&](Value u) { tileAt(u, last); });
  streamAhead = streamUnroll = 0;
  asTheyAre = false;
  rowSums = scaledRows = {};
  panel = inScratch;
  tile.pack = packs;
}

//===-- blocks of the reduction -------------------------------------------===//

void MatmulEmitter::emitBlockedRows(Loops loops, Value from, Value to,
                                    ArrayRef<int64_t> widths) {
  SmallVector<int64_t> lanes = lanesOf(widths);
  int64_t vectors = lanes.size(), m = c.loopSize(c.m);
  unsigned k = c.reduction[0];
  Value most = tile.rowBlock ? e.index(tile.rowBlock) : sizes[c.m];
  Value sums = memref::ViewOp::create(
      e.b, MemRefType::get({ShapedType::kDynamic}, c.sumType()), e.scratch,
      e.index(0), ValueRange{e.mul(most, e.index(tile.columns))});
  auto overRows = [&](function_ref<void(Loops &, Value slot)> body) {
    e.forLoop(from, to, e.index(1), [&](Value row) {
      Loops at = loops;
      at[c.m] = row;
      body(at, e.mul(e.sub(row, from), e.index(tile.columns)));
    });
  };
  // A constant is put in by the first block.
  auto fill = c.op.getDpsInits()[0].getDefiningOp<linalg::FillOp>();
  Value start = fill ? e.scalar(fill.getInputs()[0]) : Value();
  if (!start)
    overRows([&](Loops &at, Value slot) {
      for (int64_t j = 0; j < vectors; ++j)
        vector::StoreOp::create(
            e.b,
            widenLanes(initial(at, 0, j * tile.lanes, widths[j]), lanes[j]),
            sums, ValueRange{e.add(slot, e.index(j * tile.lanes))});
    });

  // Few rows prefetch some blocks ahead, many the next one: both go on into the
  // next panel.
  Value few = e.index(tile.fewDepth), many = e.index(tile.manyDepth);
  Value isFew = less(e, rowCount, e.index(fewRows + 1));
  auto choose = [&](Value x, Value y) {
    return arith::SelectOp::create(e.b, isFew, x, y).getResult();
  };
  Value by = choose(few, many);
  Value ahead = choose(e.index(4 * tile.fewDepth * c.panel),
                       e.index(tile.manyDepth * c.panel));
  e.forLoop(e.index(0), sizes[k], by, [&](Value block) {
    depthFrom = block;
    depthTo = e.min(e.add(block, by), sizes[k]);
    if (converts())
      convert(loops, depthFrom, depthTo);
    auto tiles = [&](Value first, int64_t rows) {
      Value r = e.index(rows);
      Value stop = e.add(first, e.mul(divide(e, e.sub(to, first), r), r));
      e.forLoop(first, stop, r, [&](Value row) {
        Loops at = loops;
        at[c.m] = row;
        emitBlockedTile(at, rows, lanes, sums, start, ahead);
      });
      return stop;
    };
    Value stop = tiles(from, tile.rows);
    if (ShapedType::isDynamic(m)) {
      for (int64_t rest = tile.rows / 2; rest >= 1; rest /= 2)
        stop = tiles(stop, rest);
    } else if (int64_t rest = m % tile.rows) {
      tiles(stop, rest);
    }
    depthFrom = depthTo = {};
  });

  overRows([&](Loops &at, Value slot) {
    for (int64_t j = 0; j < vectors; ++j)
      store(
          at, 0, j, widths[j],
          loadVector(e, sums, e.add(slot, e.index(j * tile.lanes)), lanes[j]));
  });
}

void MatmulEmitter::emitBlockedTile(Loops loops, int64_t rows,
                                    ArrayRef<int64_t> lanes, Value sums,
                                    Value start, Value ahead) {
  int64_t vectors = lanes.size(), entries = rows * vectors;
  int64_t unroll = unrollOf(entries);
  unsigned k = c.reduction[0];
  Value first = e.sub(loops[c.m], firstRow);
  auto slot = [&](int64_t i, int64_t j) {
    return e.add(e.mul(e.add(first, e.index(i)), e.index(tile.columns)),
                 e.index(j * tile.lanes));
  };
  SmallVector<Value> acc;
  Value isFirst = less(e, depthFrom, e.index(1));
  for (int64_t i = 0; i < rows; ++i)
    for (int64_t j = 0; j < vectors; ++j) {
      Value v = loadVector(e, sums, slot(i, j), lanes[j]);
      acc.push_back(start
                        ? arith::SelectOp::create(
                              e.b, isFirst, splat(e, widen(start), lanes[j]), v)
                        : v);
    }
  for (int64_t u = 1; u < unroll; ++u)
    for (int64_t i = 0; i < entries; ++i)
      acc.push_back(zeroVector(e, c.sumType(), lanes[i % vectors]));

  // The rows share what there is to prefetch, which is a block further on.
  if (!c.blocks && 2 * rows >= tile.rows) {
    Value panel = e.index(c.panel), all = e.max(rowCount, e.index(1));
    prefetchStep = e.divUp(e.index(c.panel * rows), all);
    Value done =
        e.mul(divide(e, e.mul(first, panel), all), e.sub(depthTo, depthFrom));
    Loops at = loops;
    at[c.m] = {};
    at[k] = depthFrom;
    prefetchBase = e.sub(e.add(e.add(rhs.at(e, at), ahead), done),
                         e.mul(depthFrom, prefetchStep));
  }
  reduce(0, loops, acc, rows, lanes, unroll);
  prefetchBase = {};
  joinSums(acc, entries, unroll);
  for (int64_t i = 0; i < rows; ++i)
    for (int64_t j = 0; j < vectors; ++j)
      vector::StoreOp::create(e.b, acc[i * vectors + j], sums,
                              ValueRange{slot(i, j)});
}
