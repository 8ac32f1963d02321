// SPDX-License-Identifier: Apache-2.0
// Pooling with neighbouring outputs in lanes; see PixelPool.h.
#include "compiler/CPU/PixelPool.h"
#include "compiler/CPU/Channelwise.h"
#include "compiler/CPU/PoolWindow.h"

using namespace mlir;
using namespace cameo;

/// Vectors of a tile: hides the latency of what combines them.
static constexpr int64_t tileVectors = 4;
static constexpr int64_t rowsPerUnit = 32;
/// Taps that stand in the code rather than in a loop over their rows.
static constexpr int64_t maxUnrolledWindow = 16;

/// Outputs of a vector: no more than a row has, to the next power of two.
static int64_t lanesOf(PoolOp pool, const TargetDescription &target) {
  int64_t lanes = target.lanes(poolType(pool).getIntOrFloatBitWidth());
  int64_t row =
      cast<RankedTensorType>(pool.getOut().getType()).getShape().back();
  while (!ShapedType::isDynamic(row) && lanes / 2 >= row)
    lanes /= 2;
  return lanes;
}

bool cameo::isPixelPool(PoolOp pool, const TargetDescription &target) {
  return pool.getLayout() == Layout::NCHW && isEmittablePool(pool) &&
         pool.getStrides().back() <= PixelRows::maxStride &&
         lanesOf(pool, target) > 1;
}

PixelPoolEmitter::PixelPoolEmitter(PoolOp pool, KernelEmitter &e)
    : pool(pool), e(e), element(getElementTypeOrSelf(pool.getInput())),
      type(poolType(pool)),
      window(Window(e, pool.getInput(), pool.getOut(), 2, 2, pool.getKernel(),
                    pool.getStrides(), pool.getDilations(), pool.getPads()),
             element, lanesOf(pool, e.target)) {
  int64_t row = window.staticWidth(), vectors = tileVectors;
  if (!ShapedType::isDynamic(row)) {
    // As even as possible.
    int64_t inRow = llvm::divideCeil(row, lanesOf(pool, e.target));
    vectors = llvm::divideCeil(inRow, llvm::divideCeil(inRow, tileVectors));
  }
  window.setVectors(vectors);
}

SmallVector<Value> PixelPoolEmitter::units() {
  return {e.dim(pool.getOut(), 0), e.dim(pool.getOut(), 1), window.pieces(),
          e.divUp(window.rows(), e.index(rowsPerUnit))};
}

Value PixelPoolEmitter::unitCost() {
  Value outputs =
      e.mul(e.min(window.rows(), e.index(rowsPerUnit)), window.pieceWidth());
  return e.mul(outputs, e.index(window.taps()));
}

LogicalResult PixelPoolEmitter::emit() {
  input = flatBuffer(e, pool.getInput());
  if (!input) {
    e.error(pool) << "a window's operands must be in memory";
    return failure();
  }
  inputStrides = rowMajor(e, e.dims(pool.getInput()));
  SmallVector<Value> counts = units();
  e.forLoop(e.begin, e.end, e.index(1),
            [&](Value unit) { emitUnit(unit, counts); });
  return failure(failed || e.hadError);
}

void PixelPoolEmitter::emitUnit(Value unit, ValueRange counts) {
  SmallVector<Value> at = e.delinearize(unit, counts);
  Tile tile;
  tile.batch = at[0];
  tile.channel = at[1];
  tile.inputBase =
      e.add(e.mul(at[0], inputStrides[0]), e.mul(at[1], inputStrides[1]));
  Window::Piece columns = window.columns(at[2]);
  Value from = e.mul(at[3], e.index(rowsPerUnit));
  Value to = e.min(e.add(from, e.index(rowsPerUnit)), window.rows());
  e.forLoop(from, to, e.index(1), [&](Value row) {
    tile.outer = window.rowIndices(row);
    window.overTiles(columns, [&](const PixelTile &pixels) {
      tile.columns = pixels;
      emitTile(tile);
    });
  });
}

void PixelPoolEmitter::emitTile(const Tile &tile) {
  int64_t vectors = tile.columns.vectors, lanes = tile.columns.lanes;
  Accumulators acc(vectors, poolIdentity(e, pool, type, lanes));
  overTaps(tile, 0, tile.inputBase, acc);
  for (int64_t v = 0; v < vectors; ++v) {
    int64_t width = tile.columns.widthOf(v);
    SmallVector<Value> at{tile.batch, tile.channel};
    llvm::append_range(at, tile.outer);
    at.push_back(e.add(tile.columns.x, e.index(v * lanes)));
    Value value = acc[v];
    if (pool.getKind() == PoolKind::Average)
      value = average(tile, v, value);
    value = firstLanes(e, convertFloat(e, value, element), width);
    if (llvm::failed(
            e.storeResults(pool.getResult(), at, at.size() - 1, width, value)))
      failed = true;
  }
}

void PixelPoolEmitter::overTaps(const Tile &tile, unsigned d, Value inputAt,
                                Accumulators &acc) {
  const PixelTile &columns = tile.columns;
  bool last = d + 1 == window.rank();
  auto body = [&](Value tap, std::optional<int64_t> staticTap,
                  Accumulators &inner) {
    if (!last) {
      Value y = window.coordinate(d, tile.outer[d], tap);
      return overTaps(tile, d + 1,
                      e.add(inputAt, e.mul(y, inputStrides[2 + d])), inner);
    }
    Value outside = poolIdentity(e, pool, element, columns.lanes);
    for (int64_t v = 0; v < columns.vectors; ++v)
      if (Value x =
              window.load(columns, v, tap, staticTap, input, inputAt, outside))
        inner[v] = poolCombine(e, pool, inner[v], convertFloat(e, x, type));
  };
  int64_t taps = window.kernel[d];
  TapRange range{e.index(0), e.index(taps)};
  if (!last)
    range = window.tapRange(d, tile.outer[d]);
  if (last ? taps <= maxUnrolledTaps
           : window.taps() <= maxUnrolledWindow &&
                 isConstantIntValue(range.from, 0) &&
                 isConstantIntValue(range.to, taps)) {
    for (int64_t t = 0; t < taps; ++t)
      body(e.index(t), t, acc);
    return;
  }
  acc = e.forLoop(range.from, range.to, e.index(1), acc,
                  [&](Value tap, ValueRange args) {
                    Accumulators inner(args);
                    body(tap, std::nullopt, inner);
                    return inner;
                  });
}

//===-- averages ----------------------------------------------------------===//

Value PixelPoolEmitter::average(const Tile &tile, int64_t v, Value sum) {
  unsigned d = window.rank() - 1;
  Value rows = e.index(1);
  for (unsigned i = 0; i < d; ++i)
    rows = e.mul(rows, countedTaps(window, pool, i, tile.outer[i]));
  if (tile.columns.interior)
    return poolQuotient(e, sum, e.mul(rows, e.index(window.kernel[d])));
  Value counts = columnCounts(tile.columns, v);
  Value each = splat(e, arith::IndexCastOp::create(e.b, e.b.getI32Type(), rows),
                     tile.columns.lanes);
  return poolQuotient(e, sum, arith::MulIOp::create(e.b, counts, each));
}

/// countedTaps of the last dimension for each output of a vector.
Value PixelPoolEmitter::columnCounts(const PixelTile &columns, int64_t v) {
  unsigned d = window.rank() - 1;
  int64_t lanes = columns.lanes, stride = window.strides[d],
          dilation = window.dilations[d];
  Type i32 = e.b.getI32Type();
  auto vector = VectorType::get({lanes}, i32);
  auto all = [&](int64_t n) {
    return arith::ConstantOp::create(
               e.b, vector,
               DenseElementsAttr::get(vector, ArrayRef<int32_t>(int32_t(n))))
        .getResult();
  };
  auto spread = [&](Value index) {
    return splat(e, arith::IndexCastOp::create(e.b, i32, index), lanes);
  };
  // Taps from an element on that comes `room` elements before an end.
  auto taps = [&](Value room) -> Value {
    room = arith::MaxSIOp::create(e.b, room, all(0));
    if (dilation == 1)
      return room;
    return arith::DivUIOp::create(
        e.b, arith::AddIOp::create(e.b, room, all(dilation - 1)),
        all(dilation));
  };
  SmallVector<int32_t> steps;
  for (int64_t l = 0; l < lanes; ++l)
    steps.push_back((v * lanes + l) * stride - window.before[d]);
  Value origin = arith::AddIOp::create(
      e.b, spread(e.mul(columns.x, e.index(stride))),
      arith::ConstantOp::create(
          e.b, vector,
          DenseElementsAttr::get(vector, ArrayRef<int32_t>(steps))));
  bool padded = pool.getCountIncludePad();
  Value end =
      padded ? e.add(window.in[d], e.index(window.after[d])) : window.in[d];
  Value high = arith::MinSIOp::create(
      e.b, taps(arith::SubIOp::create(e.b, spread(end), origin)),
      all(window.kernel[d]));
  if (padded)
    return high;
  Value low = taps(arith::SubIOp::create(e.b, all(0), origin));
  return arith::MaxSIOp::create(e.b, arith::SubIOp::create(e.b, high, low),
                                all(0));
}
