// SPDX-License-Identifier: Apache-2.0
// Attention of one query, as decoding has it: a block's threads divide the keys,
// eight threads to a key, each with an eighth of its elements and of the
// weighted sum; what they have meets in shared memory at the end.
#include "compiler/GPU/Attention.h"
#include "mlir/Dialect/Math/IR/Math.h"

using namespace mlir;
using namespace cameo;

static constexpr int64_t perKey = 8;
/// Keys that a group of threads has on their way.
static constexpr int64_t unroll = 4;
/// What a thread's registers hold of a query and of a sum.
static constexpr int64_t mostElements = 256;

bool AttentionBlock::canEmitRows() {
  auto wholeRows = [](linalg::GenericOp op, unsigned i, unsigned loop) {
    AffineMap map = op.getIndexingMapsArray()[i];
    int64_t size = op.getStaticLoopRanges()[loop];
    return !ShapedType::isDynamic(size) && size % perKey == 0 &&
           size <= mostElements &&
           map.getResults().back() == getAffineDimExpr(loop, map.getContext());
  };
  return streams && wholeRows(c.scores, c.query, c.depthLoop) &&
         wholeRows(c.scores, c.key, c.depthLoop) &&
         wholeRows(c.values, c.value, c.columnLoop);
}

void AttentionBlock::emitRow() {
  int64_t depthSize = *getConstantIntValue(depth), count = threads / perKey;
  Value part = remainder(e, threadId(e), e.index(perKey)),
        group = divide(e, threadId(e), e.index(perKey));
  // Vectors of at most 16 bytes, those of neighbouring threads side by side.
  auto widthOf = [](int64_t size, const Operand &o) {
    int64_t bits =
        getElementTypeOrSelf(o.in.flat.getType()).getIntOrFloatBitWidth();
    int64_t width = std::min<int64_t>(128 / bits, 8);
    while (size / perKey % width)
      width /= 2;
    return width;
  };
  auto load = [&](const Operand &o, Value row, int64_t size) {
    int64_t width = widthOf(size, o);
    Value at = e.add(e.add(o.base, e.mul(row, o.rowStride)),
                     e.mul(part, e.index(width)));
    Values result;
    for (int64_t i = 0; i < size; i += perKey * width) {
      Value loaded = convertFloat(
          e, vectorAt(o.in, e.add(at, e.index(i)), width), e.b.getF32Type());
      for (int64_t x = 0; x < width; ++x)
        result.push_back(vector::ExtractOp::create(e.b, loaded, x));
    }
    return result;
  };
  Values mine = load(q, query0, depthSize);
  Value lastKey = e.sub(keys, e.index(1)),
        none = f32(-std::numeric_limits<float>::infinity());

  Values carried{lowest(), f32(0)};
  carried.append(columns / perKey, f32(0));
  // All threads go the same number of rounds: they exchange in each.
  Values done = e.forLoop(
      e.index(0), endOfKeys(query0), e.index(count * unroll), carried,
      [&](Value key0, ValueRange args) {
        Values x, at;
        Value highest = args[0];
        for (int64_t u = 0; u < unroll; ++u) {
          Value key = e.add(e.add(key0, group), e.index(u * count));
          at.push_back(e.min(key, lastKey));
          Values elements = load(k, at[u], depthSize);
          Value sum = f32(0);
          for (auto [a, b] : llvm::zip(mine, elements))
            sum = math::FmaOp::create(e.b, a, b, sum);
          for (int64_t mask = perKey / 2; mask > 0; mask /= 2)
            sum = arith::AddFOp::create(e.b, sum, shuffleXor(e, sum, mask));
          Value score = masked(sum, query0, at[u]);
          x.push_back(
              arith::SelectOp::create(e.b, less(e, key, keys), score, none));
          highest = higher(highest, x[u]);
        }
        Value factor = rescale(args[0], highest);
        Value total = arith::MulFOp::create(e.b, args[1], factor);
        Values sums;
        for (Value sum : args.drop_front(2))
          sums.push_back(arith::MulFOp::create(e.b, sum, factor));
        for (int64_t u = 0; u < unroll; ++u) {
          Value p = power(x[u], highest);
          total = arith::AddFOp::create(e.b, total, p);
          for (auto [sum, value] : llvm::zip(sums, load(v, at[u], columns)))
            sum = math::FmaOp::create(e.b, p, value, sum);
        }
        Values next{highest, total};
        llvm::append_range(next, sums);
        return next;
      });

  // What each group of threads has, by column.
  Type f32Type = e.b.getF32Type();
  SharedArray maxima(e, f32Type, count), totals(e, f32Type, count),
      sums(e, f32Type, count * columns);
  emitIf(e,
         arith::CmpIOp::create(e.b, arith::CmpIPredicate::eq, part, e.index(0)),
         [&] {
           maxima.store(done[0], group);
           totals.store(done[1], group);
         });
  int64_t width = widthOf(columns, v);
  Value first =
      e.add(e.mul(group, e.index(columns)), e.mul(part, e.index(width)));
  for (int64_t i = 0; i < columns / perKey; ++i)
    sums.store(done[2 + i],
               e.add(first, e.index(i / width * width * perKey + i % width)));
  blockBarrier(e);
  e.forLoop(threadId(e), e.index(columns), e.index(threads), [&](Value column) {
    Value highest = e.forLoop(e.index(0), e.index(count), e.index(1), lowest(),
                              [&](Value i, ValueRange args) {
                                return Values{higher(args[0], maxima.load(i))};
                              })[0];
    Values both = e.forLoop(
        e.index(0), e.index(count), e.index(1), Values{f32(0), f32(0)},
        [&](Value i, ValueRange args) {
          Value factor = rescale(maxima.load(i), highest);
          Value sum = sums.load(e.add(e.mul(i, e.index(columns)), column));
          return Values{
              math::FmaOp::create(e.b, factor, totals.load(i), args[0]),
              math::FmaOp::create(e.b, factor, sum, args[1])};
        });
    Value scale = scaleOf(highest, both[0]);
    store(arith::MulFOp::create(e.b, both[1], scale), query0, column);
  });
}
