// SPDX-License-Identifier: Apache-2.0
// The strategy for cameo.recurrence: one kernel runs all steps. A worker takes some rows of the batch (of one direction
// or several) from the first step to the last; their states stay in its memory. A step goes over blocks of units, one
// vector wide: the products of all gates of a block are made side by side in registers, for some rows at a time, and
// the gates follow at once.
#include "compiler/CPU/Strategy.h"
#include "compiler/CPU/Strided.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;
using namespace cameo;

/// Multiply-adds worth handing to another worker (some microseconds).
static constexpr int64_t grainOperations = 1 << 17;
/// Accumulators that hide the latency of a multiply-add.
static constexpr int64_t leastAccumulators = 8;
/// Elements of the state that one round of the inner loop takes, at least.
static constexpr int64_t leastUnroll = 4;
/// Rows of a tile: with as many, loads of weights are few beside the multiply-adds.
static constexpr int64_t maxRows = 4;
/// Rows whose gates are computed in step: a gate is a chain of some fifty operations that wait for each other.
static constexpr int64_t gateRows[] = {4, 2, 1};

namespace {
RecurrenceOp recurrenceOf(KernelOp kernel) {
  auto ops = kernel.getBody().front().getOps<RecurrenceOp>();
  return llvm::hasSingleElement(ops) ? *ops.begin() : RecurrenceOp();
}

class RecurrenceEmitter {
public:
  RecurrenceEmitter(RecurrenceOp op, KernelEmitter &e)
      : op(op), e(e), b(e.b), hidden(op.getHidden()),
        element(getElementTypeOrSelf(op.getInputs())),
        lanes(
            cast<RankedTensorType>(op.getWeights()[0].getType()).getDimSize(4)),
        blocks(llvm::divideCeil(hidden, lanes)),
        steps(e.dim(op.getInputs(), op.getStepDim())),
        batch(e.dim(op.getInputs(), 1 - op.getStepDim())) {
    for (unsigned i = 0; i < op.getStages().size(); ++i) {
      products.push_back(op.getNumProducts(i));
      mostProducts = std::max(mostProducts, products.back());
      if (i + 1 < op.getStages().size())
        kept += op.getStages()[i].front().getTerminator()->getNumOperands();
    }
  }

  /// Rows whose accumulators fit into the registers, beside a block's weights and one element of the state.
  int64_t tileRows() {
    int64_t most = std::max<int64_t>(
        1, (e.target.vectorRegisters - mostProducts - 1) / mostProducts);
    return std::min<int64_t>(maxRows, llvm::bit_floor(uint64_t(most)));
  }
  /// Of one row, in all steps.
  Value rowCost() {
    int64_t perStep = 0;
    for (int64_t p : products)
      perStep += p * hidden * hidden;
    return e.mul(steps, e.index(perStep));
  }
  Value scratchBytes() {
    int64_t perRow = stateRows() * blocks * lanes + mostProducts * lanes;
    int64_t bytes = element.getIntOrFloatBitWidth() / 8;
    return e.mul(batch, e.index(llvm::alignTo(perRow * bytes, 64)));
  }

  LogicalResult emit();

private:
  /// What is kept of a row: the first state before and after the step, the other states, what
  /// earlier stages have yielded.
  int64_t stateRows() { return op.getStates().size() + 1 + kept; }
  int64_t keptAt(int64_t i) { return op.getStates().size() + 1 + i; }

  /// Where a result goes; null if nobody wants it.
  Value destination(Value result) {
    for (unsigned i = 0; i < e.kernel.getNumOuts(); ++i)
      if (KernelEmitter::Target t = e.result(i); t.tensor == result)
        return t.memref;
    return {};
  }

  VectorType vectorType() { return e.vectorType(element, lanes); }
  /// The lanes of block `at` that are units; null if all are.
  Value maskOf(Value unit) {
    if (hidden % lanes == 0)
      return {};
    Value left = e.min(e.sub(e.index(hidden), unit), e.index(lanes));
    return vector::CreateMaskOp::create(b, e.vectorType(b.getI1Type(), lanes),
                                        ValueRange(left));
  }
  Value load(Value memref, ValueRange at, Value mask = {}) {
    if (!mask)
      return vector::LoadOp::create(b, vectorType(), memref, at);
    return vector::MaskedLoadOp::create(b, vectorType(), memref, at, mask,
                                        zeroVector(e, element, lanes));
  }
  void store(Value v, Value memref, ValueRange at, Value mask = {}) {
    if (mask)
      vector::MaskedStoreOp::create(b, memref, at, mask, v);
    else
      vector::StoreOp::create(b, v, memref, at);
  }
  void forBlocks(function_ref<void(Value unit)> body) {
    e.forLoop(e.index(0), e.index(blocks * lanes), e.index(lanes), body);
  }
  /// Loads or stores the states of rows [first, first + rows) of a direction.
  void moveStates(bool in, Value direction, Value first, Value rows,
                  Value newest);
  void emitDirection(Value direction, Value first, Value rows);
  void emitStage(unsigned i, Value direction, Value first, Value rows,
                 Value time, Value before, Value after, Value block);
  void forRows(Value rows, ArrayRef<int64_t> tiles,
               function_ref<void(Value, int64_t)> body);
  void multiply(unsigned i, Value direction, Value block, Value vectors,
                Value rows);
  void multiplyTile(Value weights, int64_t count, Value direction, Value block,
                    Value vectors, Value row, int64_t tile);
  void emitGates(unsigned i, Value direction, ArrayRef<Value> rows, Value first,
                 Value time, Value before, Value after, Value unit);
  SmallVector<SmallVector<Value>>
  evaluate(Block &region, ArrayRef<SmallVector<Value>> arguments);

  RecurrenceOp op;
  KernelEmitter &e;
  ImplicitLocOpBuilder &b;
  int64_t hidden;
  Type element;
  int64_t lanes, blocks;
  Value steps, batch;
  SmallVector<int64_t> products;
  int64_t mostProducts = 1, kept = 0;
  /// [kind, row, unit], see stateRows; [row, gate * lanes] of the block at hand.
  Value state, sums;
};
} // namespace

//===-- products ----------------------------------------------------------===//

/// The products of `tile` rows from `row` on with the weights of a block, into `sums`.
void RecurrenceEmitter::multiplyTile(Value weights, int64_t count,
                                     Value direction, Value block,
                                     Value vectors, Value row, int64_t tile) {
  // A single row has few sums: several of each, over different elements.
  int64_t split = 1;
  while (tile * count * split < leastAccumulators && split * 2 <= hidden)
    split *= 2;
  int64_t unroll = std::max(split, std::min(hidden, leastUnroll));
  SmallVector<Value> rows;
  for (int64_t r = 0; r < tile; ++r)
    rows.push_back(e.add(row, e.index(r)));
  auto round = [&](Value k, int64_t width, ValueRange carried) {
    SmallVector<Value> sum(carried);
    for (int64_t u = 0; u < width; ++u) {
      Value at = e.add(k, e.index(u));
      SmallVector<Value> w;
      for (int64_t g = 0; g < count; ++g)
        w.push_back(
            load(weights, {direction, block, at, e.index(g), e.index(0)}));
      for (int64_t r = 0; r < tile; ++r) {
        Value x = splat(
            e,
            memref::LoadOp::create(b, state, ValueRange{vectors, rows[r], at}),
            lanes);
        for (int64_t g = 0; g < count; ++g) {
          Value &s = sum[((u % split) * tile + r) * count + g];
          s = multiplyAdd(e, x, w[g], s);
        }
      }
    }
    return sum;
  };
  SmallVector<Value> sum(split * tile * count, zeroVector(e, element, lanes));
  int64_t whole = hidden / unroll * unroll;
  if (whole)
    sum = e.forLoop(
        e.index(0), e.index(whole), e.index(unroll), sum,
        [&](Value k, ValueRange carried) { return round(k, unroll, carried); });
  if (whole < hidden)
    sum = round(e.index(whole), hidden - whole, sum);
  for (int64_t parts = split; parts > 1; parts /= 2)
    for (int64_t i = 0, n = parts / 2 * tile * count; i < n; ++i)
      sum[i] = arith::AddFOp::create(b, sum[i], sum[n + i]);
  for (int64_t r = 0; r < tile; ++r)
    for (int64_t g = 0; g < count; ++g)
      store(sum[r * count + g], sums, {rows[r], e.index(g * lanes)});
}

/// body(first, count) for all rows, in tiles of as many as the first of `tiles` says, then what is left in tiles of the
/// others, which are fewer.
void RecurrenceEmitter::forRows(Value rows, ArrayRef<int64_t> tiles,
                                function_ref<void(Value, int64_t)> body) {
  auto known = getConstantIntValue(rows);
  Value done = e.index(0);
  for (int64_t t : tiles) {
    if (known && t > *known)
      continue;
    Value whole =
        t == 1 ? rows
               : e.sub(rows, remainder(e, e.sub(rows, done), e.index(t)));
    e.forLoop(done, whole, e.index(t), [&](Value row) { body(row, t); });
    done = whole;
  }
}

/// The products of all rows, in tiles of as many as fit into the registers; what is left goes in one tile: a block's
/// weights come from afar.
void RecurrenceEmitter::multiply(unsigned i, Value direction, Value block,
                                 Value vectors, Value rows) {
  Value weights = e.buffer(op.getWeights()[i]);
  SmallVector<int64_t> tiles;
  for (int64_t t = tileRows(); t > 0; --t)
    tiles.push_back(t);
  forRows(rows, tiles, [&](Value row, int64_t tile) {
    multiplyTile(weights, products[i], direction, block, vectors, row, tile);
  });
}

//===-- gates -------------------------------------------------------------===//

/// A stage's region on vectors of units, of several rows in step: their chains of dependent operations overlap.
SmallVector<SmallVector<Value>>
RecurrenceEmitter::evaluate(Block &region,
                            ArrayRef<SmallVector<Value>> arguments) {
  SmallVector<IRMapping> maps(arguments.size());
  for (auto [map, row] : llvm::zip_equal(maps, arguments))
    for (auto [from, to] : llvm::zip_equal(region.getArguments(), row))
      if (to)
        map.map(from, to);
  auto valueOf = [&](IRMapping &map, Value v) -> Value {
    if (Value known = map.lookupOrNull(v))
      return known;
    return e.scalar(v);
  };
  for (Operation &inner : region.without_terminator()) {
    if (inner.getNumRegions() ||
        !OpTrait::hasElementwiseMappableTraits(&inner)) {
      if (!inner.hasTrait<OpTrait::ConstantLike>()) {
        e.error(&inner) << "in a recurrence's gates";
        return {};
      }
    }
    for (IRMapping &map : maps) {
      IRMapping local;
      bool vector = false;
      SmallVector<Value> operands;
      for (Value operand : inner.getOperands()) {
        Value v = valueOf(map, operand);
        if (!v)
          return {};
        operands.push_back(v);
        vector |= isa<VectorType>(v.getType());
      }
      for (auto [from, to] : llvm::zip(inner.getOperands(), operands))
        local.map(from, vector ? splat(e, to, lanes) : to);
      Operation *clone = b.clone(inner, local);
      for (auto [from, to] :
           llvm::zip(inner.getResults(), clone->getResults())) {
        if (vector)
          to.setType(e.vectorType(to.getType(), lanes));
        map.map(from, to);
      }
    }
  }
  SmallVector<SmallVector<Value>> results(arguments.size());
  for (auto [map, row] : llvm::zip_equal(maps, results))
    for (Value v : region.getTerminator()->getOperands()) {
      Value known = valueOf(map, v);
      if (!known)
        return {};
      row.push_back(splat(e, known, lanes));
    }
  return results;
}

void RecurrenceEmitter::emitGates(unsigned i, Value direction,
                                  ArrayRef<Value> rows, Value first, Value time,
                                  Value before, Value after, Value unit) {
  Block &region = op.getStages()[i].front();
  bool isLast = i + 1 == op.getStages().size();
  Value mask = maskOf(unit);
  unsigned count = op.getStates().size();
  auto stateAt = [&](unsigned s) { return s ? e.index(s + 1) : before; };
  auto old = [&](unsigned s, Value row) {
    return load(state, {stateAt(s), row, unit});
  };

  Value inputs = e.buffer(op.getInputs());
  SmallVector<SmallVector<Value>> arguments(rows.size());
  for (auto [list, at] : llvm::zip_equal(arguments, rows)) {
    SmallVector<Value> &values = list;
    Value row = at, entry = e.add(first, row);
    auto argument = [&](function_ref<Value()> make) {
      BlockArgument arg = region.getArgument(values.size());
      // An old state is what ended rows keep.
      values.push_back(arg.use_empty() ? Value() : make());
    };
    Value time3[2] = {time, entry};
    if (op.getBatchFirst())
      std::swap(time3[0], time3[1]);
    for (int64_t g = 0; g < static_cast<int64_t>(op.getGates()); ++g)
      argument([&] {
        Value column = e.add(e.mul(direction, e.index(op.getGates() * hidden)),
                             e.add(unit, e.index(g * hidden)));
        return load(inputs, {time3[0], time3[1], column}, mask);
      });
    for (int64_t g = 0; g < products[i]; ++g)
      argument([&] { return load(sums, {row, e.index(g * lanes)}); });
    for (unsigned s = 0; s < count; ++s)
      argument([&] { return old(s, row); });
    for (Value v : op.getVectors())
      argument([&] { return load(e.buffer(v), {direction, unit}, mask); });
    while (values.size() < region.getNumArguments()) {
      int64_t k = values.size() - op.getGates() - products[i] - count -
                  op.getVectors().size();
      argument([&] { return load(state, {e.index(keptAt(k)), row, unit}); });
    }
  }

  SmallVector<SmallVector<Value>> all = evaluate(region, arguments);
  if (all.empty())
    return;
  for (auto [results, row] : llvm::zip_equal(all, rows)) {
    if (!isLast) {
      int64_t k = 0;
      for (unsigned s = 0; s < i; ++s)
        k += op.getStages()[s].front().getTerminator()->getNumOperands();
      for (auto [j, v] : llvm::enumerate(results))
        store(v, state, {e.index(keptAt(k + j)), row, unit});
      continue;
    }
    Value entry = e.add(first, row);
    Value live, everyStep = destination(op.getResult(0));
    if (op.getLengths()) {
      Value length = memref::LoadOp::create(b, e.buffer(op.getLengths()),
                                            ValueRange(entry));
      length = arith::IndexCastOp::create(b, b.getIndexType(), length);
      live = arith::CmpIOp::create(b, arith::CmpIPredicate::slt, time, length);
    }
    if (everyStep) {
      Value v = results[0];
      if (live)
        v = arith::SelectOp::create(b, live, v, zeroVector(e, element, lanes));
      SmallVector<Value> at{time, direction, entry, unit};
      if (op.getBatchFirst())
        at = {entry, time, direction, unit};
      store(v, everyStep, at, mask);
    }
    for (auto [s, v] : llvm::enumerate(results)) {
      if (live)
        v = arith::SelectOp::create(b, live, v, old(s, row));
      store(v, state, {s ? e.index(s + 1) : after, row, unit});
    }
  }
}

//===-- steps -------------------------------------------------------------===//

void RecurrenceEmitter::emitStage(unsigned i, Value direction, Value first,
                                  Value rows, Value time, Value before,
                                  Value after, Value block) {
  Value unit = e.mul(block, e.index(lanes));
  int64_t k = 0;
  for (unsigned s = 0; s + 1 < i; ++s)
    k += op.getStages()[s].front().getTerminator()->getNumOperands();
  multiply(i, direction, block, i ? e.index(keptAt(k)) : before, rows);
  forRows(rows, gateRows, [&](Value row, int64_t count) {
    SmallVector<Value> list;
    for (int64_t r = 0; r < count; ++r)
      list.push_back(e.add(row, e.index(r)));
    emitGates(i, direction, list, first, time, before, after, unit);
  });
}

void RecurrenceEmitter::moveStates(bool in, Value direction, Value first,
                                   Value rows, Value newest) {
  for (unsigned s = 0; s < op.getStates().size(); ++s) {
    Value there =
        in ? e.buffer(op.getStates()[s]) : destination(op.getResult(s + 1));
    if (!there)
      continue;
    Value kind = s ? e.index(s + 1) : newest;
    e.forLoop(e.index(0), rows, e.index(1), [&](Value row) {
      forBlocks([&](Value unit) {
        Value mask = maskOf(unit), entry = e.add(first, row);
        if (in)
          store(load(there, {direction, entry, unit}, mask), state,
                {kind, row, unit});
        else
          store(load(state, {kind, row, unit}), there, {direction, entry, unit},
                mask);
      });
    });
  }
}

void RecurrenceEmitter::emitDirection(Value direction, Value first,
                                      Value rows) {
  moveStates(true, direction, first, rows, e.index(0));
  Value backwards;
  ArrayRef<bool> reversed = op.getReversed();
  bool some = llvm::is_contained(reversed, true),
       all = !llvm::is_contained(reversed, false);
  if (some && !all)
    for (auto [d, r] : llvm::enumerate(reversed))
      if (r) {
        Value is = arith::CmpIOp::create(b, arith::CmpIPredicate::eq, direction,
                                         e.index(d));
        backwards = backwards ? arith::OrIOp::create(b, backwards, is) : is;
      }
  e.forLoop(e.index(0), steps, e.index(1), [&](Value step) {
    Value time = step;
    if (some) {
      Value other = e.sub(e.sub(steps, e.index(1)), step);
      time =
          all ? other
              : arith::SelectOp::create(b, backwards, other, step).getResult();
    }
    Value before = remainder(e, step, e.index(2));
    Value after = e.sub(e.index(1), before);
    for (unsigned i = 0; i < op.getStages().size(); ++i)
      e.forLoop(e.index(0), e.index(blocks), e.index(1), [&](Value n) {
        // To and fro: what the first-level cache still holds of the last step's weights comes first.
        Value back = e.sub(e.index(blocks - 1), n);
        Value odd = arith::CmpIOp::create(b, arith::CmpIPredicate::ne, before,
                                          e.index(0));
        Value block = arith::SelectOp::create(b, odd, back, n);
        emitStage(i, direction, first, rows, time, before, after, block);
      });
  });
  moveStates(false, direction, first, rows, remainder(e, steps, e.index(2)));
}

LogicalResult RecurrenceEmitter::emit() {
  auto batchSize = getConstantIntValue(batch);
  int64_t bytes = element.getIntOrFloatBitWidth() / 8;
  int64_t staticRows = batchSize ? *batchSize : ShapedType::kDynamic;
  SmallVector<Value> dynamic;
  if (!batchSize)
    dynamic.push_back(batch);
  state = memref::ViewOp::create(
      b, MemRefType::get({stateRows(), staticRows, blocks * lanes}, element),
      e.scratch, e.index(0), dynamic);
  sums = memref::ViewOp::create(
      b, MemRefType::get({staticRows, mostProducts * lanes}, element),
      e.scratch, e.mul(batch, e.index(stateRows() * blocks * lanes * bytes)),
      dynamic);
  int64_t directions = op.getNumDirections();
  e.forLoop(e.index(0), e.index(directions), e.index(1), [&](Value d) {
    Value from = e.mul(d, batch);
    Value first = e.max(e.sub(e.begin, from), e.index(0));
    Value last = e.min(e.sub(e.end, from), batch);
    // A batch of one is all there or not there at all.
    Value rows = staticRows == 1 ? e.index(1) : e.sub(last, first);
    emitIf(e, less(e, first, last), [&] { emitDirection(d, first, rows); });
  });
  return success(!e.hadError);
}

namespace {
struct RecurrenceStrategy : Strategy {
  StringRef name() const override { return "recurrence"; }
  bool match(KernelOp kernel, const TargetDescription &) const override {
    RecurrenceOp op = recurrenceOf(kernel);
    return op && op.isPacked();
  }
  FailureOr<Tiling> tiling(KernelOp kernel, KernelEmitter &e) const override {
    RecurrenceOp op = recurrenceOf(kernel);
    RecurrenceEmitter emitter(op, e);
    Value rows = e.mul(e.dim(op.getInputs(), 1 - op.getStepDim()),
                       e.index(op.getNumDirections()));
    Value cost = e.max(emitter.rowCost(), e.index(1));
    // Rows that share a step's weights go together, two tiles of them so that the gates of one hide behind the products
    // of the other; but not so many that a second worker has none.
    Value together =
        e.min(e.divUp(rows, e.index(2)), e.index(2 * emitter.tileRows()));
    Value grain = e.max(e.divUp(e.index(grainOperations), cost), together);
    return Tiling{rows, grain, emitter.scratchBytes()};
  }
  LogicalResult emit(KernelOp kernel, KernelEmitter &e) const override {
    return RecurrenceEmitter(recurrenceOf(kernel), e).emit();
  }
};
} // namespace

void cameo::addRecurrenceStrategies(StrategyList &list) {
  list.push_back(std::make_unique<RecurrenceStrategy>());
}
