// SPDX-License-Identifier: Apache-2.0
// The strategy for element by element kernels that read something across its rows: transposes, and computation on
// transposed operands. What is read so is loaded along its own rows, a square block of vectors at a time, turned in
// registers, and goes on along the rows of the result.
#include "compiler/CPU/Evaluator.h"
#include "compiler/CPU/Strategy.h"
#include "compiler/CPU/Strided.h"
#include "compiler/CPU/TransposePlan.h"
#include "mlir/Dialect/Affine/IR/AffineOps.h"

using namespace mlir;
using namespace cameo;

/// A tile has this number of elements, in both directions if there are as many: both sides fill whole cache lines, and a
/// tile's lines stay in the first-level cache.
static constexpr int64_t chunkElements = 64;
/// Elements worth handing to another thread (about 10 µs).
static constexpr int64_t grainElements = 1 << 14;

namespace {
class TransposeEmitter {
public:
  TransposeEmitter(KernelOp kernel, const TransposePlan &plan, KernelEmitter &e)
      : kernel(kernel), plan(plan), e(e) {
    others = e.dims(e.result(0).tensor);
    along = side(others[plan.along]);
    across = side(others[plan.across]);
    // A short side makes the other one longer.
    for (Side *s : {&along, &across}) {
      const Side &other = s == &along ? across : along;
      s->chunk = llvm::alignTo(chunkElements * chunkElements / other.shortChunk,
                               plan.block);
      s->chunks = e.divUp(s->size, e.index(s->chunk));
    }
    others[plan.across] = across.chunks;
    others[plan.along] = along.chunks;
  }

  Value tiles() { return e.product(others); }
  Value grain() {
    return e.index(
        std::max<int64_t>(1, grainElements / (along.chunk * across.chunk)));
  }
  LogicalResult emit();

private:
  struct Side {
    Value size, chunks;
    int64_t chunk = 0, shortChunk = 0;
  };
  Side side(Value size) {
    auto n = getConstantIntValue(size);
    return {size,
            {},
            0,
            n ? std::clamp<int64_t>(*n, 1, chunkElements) : chunkElements};
  }
  /// body(first index) for the blocks of [from, to); the last one overlaps where the size is no multiple.
  void forBlocks(const Side &s, Value from, Value to,
                 function_ref<void(Value)> body);
  LaneIndices indicesOf(const TransposedRead &read, ValueRange at,
                        Value acrossAt, Value alongAt);
  void emitBlock(ValueRange at, Value acrossAt, Value alongAt);
  void storeAll(Evaluator &evaluator, LaneIndices indices, int64_t width);

  KernelOp kernel;
  const TransposePlan &plan;
  KernelEmitter &e;
  SmallVector<Value> others; // tiles in each dimension
  Side along, across;
};
} // namespace

void TransposeEmitter::forBlocks(const Side &s, Value from, Value to,
                                 function_ref<void(Value)> body) {
  auto n = getConstantIntValue(s.size);
  bool wraps = plan.wrap && &s == &across;
  e.forLoop(from, to, e.index(plan.block), [&](Value i) {
    if (!wraps && (!n || *n % plan.block))
      i = e.min(i, e.sub(s.size, e.index(plan.block)));
    body(i);
  });
}

void TransposeEmitter::storeAll(Evaluator &evaluator, LaneIndices indices,
                                int64_t width) {
  for (unsigned i = 0; i < kernel.getNumOuts(); ++i) {
    KernelEmitter::Target target = e.result(i);
    if (Value v = evaluator.element(target.tensor, indices))
      e.store(v, target.memref, indices, width);
  }
}

/// Of `read` at one point, with lanes along `across`.
LaneIndices TransposeEmitter::indicesOf(const TransposedRead &read,
                                        ValueRange at, Value acrossAt,
                                        Value alongAt) {
  SmallVector<OpFoldResult> point;
  for (unsigned d = 0; d <= plan.along; ++d)
    point.push_back(d == plan.along    ? alongAt
                    : d == plan.across ? acrossAt
                                       : at[d]);
  LaneIndices indices;
  for (AffineExpr expr : read.from) {
    OpFoldResult i = affine::makeComposedFoldedAffineApply(
        e.b, e.b.getLoc(), AffineMap::get(point.size(), 0, expr), point);
    auto known = dyn_cast<Attribute>(i);
    Value base =
        known ? e.index(cast<IntegerAttr>(known).getInt()) : cast<Value>(i);
    indices.push_back(LaneIndex(base, plan.isStep(expr) ? 1 : 0));
  }
  return indices;
}

void TransposeEmitter::emitBlock(ValueRange at, Value acrossAt, Value alongAt) {
  SmallVector<SmallVector<Value>> columns;
  for (const TransposedRead &read : plan.turned) {
    SmallVector<Value> &rows = columns.emplace_back();
    for (int64_t j = 0; j < plan.block; ++j) {
      Value v =
          Evaluator(e, plan.block, {})
              .element(read.tensor, indicesOf(read, at, acrossAt,
                                              e.add(alongAt, e.index(j))));
      if (!v)
        return;
      rows.push_back(e.broadcast(v, plan.block));
    }
    transpose(e, rows);
  }
  auto storeRow = [&](int64_t i) {
    LaneIndices point;
    for (unsigned d = 0; d <= plan.along; ++d)
      point.push_back(d == plan.along ? LaneIndex(alongAt, 1)
                      : d == plan.across
                          ? LaneIndex(e.add(acrossAt, e.index(i)))
                          : LaneIndex(at[d]));
    auto matches = [&](AffineExpr from, LaneIndex index) {
      auto d = dyn_cast<AffineDimExpr>(from);
      return !d || index == point[d.getPosition()];
    };
    auto known = [&](Value tensor, ArrayRef<LaneIndex> indices) -> Value {
      for (auto [read, column] : llvm::zip(plan.turned, columns))
        if (read.tensor == tensor &&
            llvm::all_of(llvm::zip_equal(read.from, indices), [&](auto pair) {
              return matches(std::get<0>(pair), std::get<1>(pair));
            }))
          return column[i];
      return {};
    };
    Evaluator evaluator(e, plan.block, known);
    storeAll(evaluator, point, plan.block);
  };
  // The last row of what wraps may be longer than the results.
  auto n = plan.wrap ? getConstantIntValue(across.size) : std::nullopt;
  for (int64_t i = 0; i < plan.block; ++i) {
    if (n && *n % plan.block && i >= *n % plan.block)
      emitIf(e, less(e, e.add(acrossAt, e.index(i)), across.size),
             [&] { storeRow(i); });
    else
      storeRow(i);
  }
}

LogicalResult TransposeEmitter::emit() {
  e.forLoop(e.begin, e.end, e.index(1), [&](Value tile) {
    SmallVector<Value> at = e.delinearize(tile, others);
    auto range = [&](const Side &s, Value chunk) {
      Value from = e.mul(chunk, e.index(s.chunk));
      return std::pair(from, e.min(e.add(from, e.index(s.chunk)), s.size));
    };
    auto [alongFrom, alongTo] = range(along, at[plan.along]);
    auto [acrossFrom, acrossTo] = range(across, at[plan.across]);
    auto blocks = [&, alongFrom = alongFrom, alongTo = alongTo,
                   acrossFrom = acrossFrom, acrossTo = acrossTo] {
      forBlocks(along, alongFrom, alongTo, [&](Value i) {
        forBlocks(across, acrossFrom, acrossTo,
                  [&](Value j) { emitBlock(at, j, i); });
      });
    };
    // Sizes that only the run knows may be less than a block.
    Value room;
    for (const Side *s : {&along, &across})
      if (!getConstantIntValue(s->size)) {
        Value enough = arith::CmpIOp::create(e.b, arith::CmpIPredicate::sge,
                                             s->size, e.index(plan.block));
        room = room ? e.b.createOrFold<arith::AndIOp>(room, enough) : enough;
      }
    if (!room)
      return blocks();
    emitIf(e, room, blocks,
           [&, alongFrom = alongFrom, alongTo = alongTo,
            acrossFrom = acrossFrom, acrossTo = acrossTo] {
             e.forLoop(acrossFrom, acrossTo, e.index(1), [&](Value j) {
               e.forLoop(alongFrom, alongTo, e.index(1), [&](Value i) {
                 SmallVector<Value> point(at);
                 point[plan.along] = i;
                 point[plan.across] = j;
                 Evaluator evaluator(e, 1, {});
                 storeAll(evaluator, KernelEmitter::lanesOf(point, -1), 1);
               });
             });
           });
  });
  return success(!e.hadError);
}

namespace {
struct TransposeStrategy : Strategy {
  StringRef name() const override { return "transpose"; }
  bool match(KernelOp kernel, const TargetDescription &target) const override {
    return TransposePlan::make(kernel, target).has_value();
  }
  FailureOr<Tiling> tiling(KernelOp kernel, KernelEmitter &e) const override {
    TransposePlan plan = *TransposePlan::make(kernel, e.target);
    TransposeEmitter emitter(kernel, plan, e);
    return Tiling{emitter.tiles(), emitter.grain(), {}};
  }
  LogicalResult emit(KernelOp kernel, KernelEmitter &e) const override {
    TransposePlan plan = *TransposePlan::make(kernel, e.target);
    return TransposeEmitter(kernel, plan, e).emit();
  }
};
} // namespace

void cameo::addTransposeStrategies(StrategyList &list) {
  list.push_back(std::make_unique<TransposeStrategy>());
}
