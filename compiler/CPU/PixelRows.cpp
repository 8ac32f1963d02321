// SPDX-License-Identifier: Apache-2.0
// Rows of outputs in lanes; see PixelRows.h.
#include "compiler/CPU/PixelRows.h"

using namespace mlir;
using namespace cameo;

/// Tiles of a static row that code is made of; longer rows go round in a loop.
static constexpr int64_t maxTiles = 8;
/// Tiles of a piece of a long row.
static constexpr int64_t pieceTiles = 16;

//===-- tiles -------------------------------------------------------------===//

void PixelRows::setVectors(int64_t count) {
  vectors = count;
  int64_t row = staticWidth();
  if (ShapedType::isDynamic(row) ||
      llvm::divideCeil(row, lanes) > uint64_t(maxTiles * vectors))
    pieceColumns = pieceTiles * vectors * lanes;
}

Value PixelRows::pieces() {
  return pieceColumns ? e.divUp(out.back(), e.index(pieceColumns)) : e.index(1);
}

Value PixelRows::pieceWidth() {
  return pieceColumns ? e.min(out.back(), e.index(pieceColumns)) : out.back();
}

Window::Piece PixelRows::columns(Value number) {
  Value from = e.mul(number, e.index(pieceColumns));
  return {from, pieceColumns
                    ? e.min(e.add(from, e.index(pieceColumns)), out.back())
                    : out.back()};
}

/// Elements from the first that an output reads to the last, and no more than a stride short of the last one's.
int64_t PixelRows::reach() const {
  unsigned d = rank() - 1;
  int64_t reach = (kernel[d] - 1) * dilations[d];
  // Taps that are known share what is loaded from whole strides on.
  if (kernel[d] <= maxUnrolledTaps)
    reach -= reach % strides[d];
  return reach;
}

/// Whether nothing that the tile reads lies outside; for tiles at a static place.
bool PixelRows::allInside(const PixelTile &tile) const {
  unsigned d = rank() - 1;
  int64_t size = inStatic[d], stride = strides[d];
  if (ShapedType::isDynamic(size) || tile.width < tile.vectors * tile.lanes)
    return false;
  int64_t first = *tile.staticX * stride - before[d];
  // Of several vectors that are picked from, the last is loaded to its end.
  return first >= 0 && first + reach() + tile.width * stride - 1 < size;
}

/// Whether a masked load whose mask only the run knows becomes a branch for each lane.
bool PixelRows::masksAreSlow() const {
  return element.getIntOrFloatBitWidth() < 32 && e.target.vectorBytes < 64;
}

void PixelRows::cutStatically(function_ref<void(const PixelTile &)> body) {
  // Neighbouring tiles without a border are rounds of a loop.
  int64_t row = staticWidth(), width = vectors * lanes;
  for (int64_t x = 0; x < row;) {
    PixelTile tile;
    tile.width = std::min(width, row - x);
    tile.vectors = llvm::divideCeil(tile.width, lanes);
    tile.lanes = lanes;
    tile.staticX = x;
    tile.interior = allInside(tile);
    int64_t end = x + tile.width;
    if (tile.interior) {
      for (PixelTile next = tile; end + width <= row; end += width) {
        next.staticX = end;
        if (!allInside(next))
          break;
      }
    }
    if (end == x + tile.width) {
      tile.x = e.index(x);
      body(tile);
    } else {
      tile.staticX = std::nullopt;
      e.forLoop(e.index(x), e.index(end), e.index(width), [&](Value column) {
        tile.x = column;
        body(tile);
      });
    }
    x = end;
  }
}

void PixelRows::overTiles(Piece columns,
                          function_ref<void(const PixelTile &)> body) {
  if (!pieceColumns)
    return cutStatically(body);
  unsigned d = rank() - 1;
  auto run = [&](Value begin, int64_t v, int64_t l) {
    PixelTile tile{v, l, v * l, true, {}, std::nullopt};
    Value w = e.index(tile.width);
    Value end = e.add(begin, e.mul(divide(e, e.sub(columns.to, begin), w), w));
    e.forLoop(begin, end, w, [&](Value column) {
      tile.x = column;
      Value first = coordinate(d, column, e.index(0));
      Value last = e.add(first, e.index(reach() + tile.width * strides[d] - 1));
      Value inside = less(e, last, in[d]);
      if (before[d] > 0)
        inside = arith::AndIOp::create(
            e.b, inside,
            arith::CmpIOp::create(e.b, arith::CmpIPredicate::sge, first,
                                  e.index(0)));
      auto atBorder = [&] {
        if (l > 1 && masksAreSlow()) {
          PixelTile single{1, 1, 1, false, {}, std::nullopt};
          e.forLoop(column, e.add(column, w), e.index(1), [&](Value x) {
            single.x = x;
            body(single);
          });
          return;
        }
        PixelTile border = tile;
        border.interior = false;
        body(border);
      };
      emitIf(e, inside, [&] { body(tile); }, atBorder);
    });
    return end;
  };
  Value end = run(columns.from, vectors, lanes);
  if (vectors > 1)
    end = run(end, 1, lanes);
  // What is left of a row in halves and quarters of a vector: up to 15 outputs one by one would
  // take longer than a short row.
  int64_t least = std::max<int64_t>(2, std::min<int64_t>(4, lanes / 4));
  for (int64_t l = lanes / 2; l >= least; l /= 2)
    end = run(end, 1, l);
  run(end, 1, 1);
}

//===-- loads -------------------------------------------------------------===//

/// Which of `count` lanes, of which lane l stands for element start + l * step of a row, lie inside it.
Value PixelRows::lanesWithin(Value start, int64_t step, int64_t count) {
  Value row = in.back(), zero = e.index(0), most = e.index(count);
  Value low = e.divUp(e.max(e.sub(zero, start), zero), e.index(step));
  Value high = e.divUp(e.max(e.sub(row, start), zero), e.index(step));
  low = e.min(low, most);
  high = e.max(e.min(high, most), low);
  Type i32 = e.b.getI32Type();
  SmallVector<int32_t> numbers;
  for (int64_t l = 0; l < count; ++l)
    numbers.push_back(l);
  auto type = VectorType::get({count}, i32);
  Value lane = arith::ConstantOp::create(
      e.b, type, DenseElementsAttr::get(type, ArrayRef<int32_t>(numbers)));
  auto spread = [&](Value x) {
    return splat(e, arith::IndexCastOp::create(e.b, i32, x), count);
  };
  return arith::CmpIOp::create(e.b, arith::CmpIPredicate::ult,
                               arith::SubIOp::create(e.b, lane, spread(low)),
                               spread(e.sub(high, low)));
}

/// Of as many vectors as the stride, which lie side by side, the elements first, first + stride, ...
Value PixelRows::pick(ArrayRef<Value> parts, int64_t count, int64_t first) {
  int64_t stride = parts.size();
  Value picked = parts[0];
  for (int64_t p = 1; p < stride; ++p) {
    SmallVector<int64_t> order;
    for (int64_t l = 0; l < count; ++l) {
      int64_t from = (first + l * stride) / count,
              at = (first + l * stride) % count;
      order.push_back(from == p  ? count + at
                      : from > p ? vector::ShuffleOp::kPoisonIndex
                      : p == 1   ? at
                                 : l);
    }
    picked = vector::ShuffleOp::create(e.b, picked, parts[p], order);
  }
  return picked;
}

Value PixelRows::load(const PixelTile &tile, int64_t v, Value tap,
                      std::optional<int64_t> staticTap, Value input, Value row,
                      Value fill, Value *mask) {
  unsigned d = rank() - 1;
  int64_t count = tile.lanes, stride = strides[d];
  Value first = e.add(coordinate(d, tile.x, tap), e.index(v * count * stride));
  // Taps of one stride are picked from the same vectors.
  int64_t ahead = staticTap && kernel[d] <= maxUnrolledTaps
                      ? *staticTap * dilations[d] % stride
                      : 0;
  Value base = e.sub(first, e.index(ahead)), at = e.add(row, base);
  int64_t width = tile.widthOf(v);
  auto boolType = VectorType::get({count}, e.b.getI1Type());
  // What lies outside is not touched; of part p, lane l is element p * count + l from `at` on.
  SmallVector<Value> partMasks(stride);
  Value lanesInside;
  if (!tile.interior && tile.staticX && staticTap &&
      !ShapedType::isDynamic(inStatic[d])) {
    int64_t start = (*tile.staticX + v * count) * stride - before[d] +
                    *staticTap * dilations[d] - ahead;
    auto isInside = [&](int64_t offset) {
      return start + offset >= 0 && start + offset < inStatic[d] &&
             offset <= (width - 1) * stride + ahead;
    };
    auto maskOf = [&](function_ref<bool(int64_t)> inside) {
      SmallVector<bool> bits;
      for (int64_t l = 0; l < count; ++l)
        bits.push_back(inside(l));
      return arith::ConstantOp::create(
                 e.b, boolType,
                 DenseElementsAttr::get(boolType, ArrayRef<bool>(bits)))
          .getResult();
    };
    auto outputInside = [&](int64_t l) { return isInside(l * stride + ahead); };
    if (llvm::none_of(llvm::seq<int64_t>(0, count), outputInside))
      return {};
    // Lanes that are not real may hold anything.
    if (!llvm::all_of(llvm::seq<int64_t>(0, width), outputInside))
      lanesInside = maskOf(outputInside);
    for (int64_t p = 0; p < stride; ++p) {
      auto inside = [&](int64_t l) { return isInside(p * count + l); };
      if (!llvm::all_of(llvm::seq<int64_t>(0, count), inside))
        partMasks[p] = maskOf(inside);
    }
  } else if (!tile.interior) {
    lanesInside = lanesWithin(first, stride, count);
    for (int64_t p = 0; p < stride; ++p)
      partMasks[p] =
          stride == 1 ? lanesInside
                      : lanesWithin(e.add(base, e.index(p * count)), 1, count);
  }
  if (mask)
    *mask = lanesInside;
  SmallVector<Value> parts;
  for (int64_t p = 0; p < stride; ++p) {
    Value from = e.add(at, e.index(p * count));
    parts.push_back(partMasks[p]
                        ? vector::MaskedLoadOp::create(
                              e.b, cast<VectorType>(fill.getType()), input,
                              ValueRange{from}, partMasks[p], fill)
                              .getResult()
                        : loadVector(e, input, from, count));
  }
  return pick(parts, count, ahead);
}
