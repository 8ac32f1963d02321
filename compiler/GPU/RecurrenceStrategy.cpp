// SPDX-License-Identifier: Apache-2.0
// The strategy for cameo.recurrence: one launch runs all steps. A block takes one
// direction and one row of the batch, or a few, from the first step to the last;
// their states stay in shared memory. A thread has a unit of the layer, or
// several: it makes the products of all the unit's gates, for which a warp reads
// weights of 32 neighbouring units at once, and computes the gates. Blocks never
// wait for each other, as their rows have nothing to do with each other.
#include "compiler/GPU/Recurrence.h"
#include "compiler/GPU/Shared.h"
#include "mlir/Transforms/RegionUtils.h"

using namespace mlir;
using namespace cameo;

/// Rows of a block where the batch is known to have many: they share what is
/// read of the weights. Few rows have a block each, and more multiprocessors.
static constexpr int64_t sharedRows = 4, manyRows = 64;
static constexpr int64_t warpThreads = 32, mostWarps = 16;
/// Steps of a product that are on their way at a time.
static constexpr int64_t unroll = 4;

static RecurrenceOp recurrenceOf(KernelOp kernel) {
  auto ops = kernel.getBody().front().getOps<RecurrenceOp>();
  return llvm::hasSingleElement(ops) ? *ops.begin() : RecurrenceOp();
}

namespace {
class RecurrenceEmitter {
public:
  RecurrenceEmitter(RecurrenceOp op, KernelEmitter &e)
      : op(op), e(e), hidden(op.getHidden()),
        lanes(
            cast<RankedTensorType>(op.getWeights()[0].getType()).getDimSize(4)),
        element(getElementTypeOrSelf(op.getInputs())),
        sum(element.getIntOrFloatBitWidth() < 32 ? Type(e.b.getF32Type())
                                                 : element),
        steps(e.dim(op.getInputs(), op.getStepDim())),
        batch(e.dim(op.getInputs(), 1 - op.getStepDim())) {
    auto known = getConstantIntValue(batch);
    rows = known && *known >= manyRows ? sharedRows : 1;
    for (unsigned i = 0; i + 1 < op.getStages().size(); ++i)
      kept += yielded(i);
  }

  int64_t threads() const {
    return std::min<int64_t>(llvm::divideCeil(hidden, warpThreads), mostWarps) *
           warpThreads;
  }
  Value blocks() {
    return e.mul(e.divUp(batch, e.index(rows)), e.index(op.getNumDirections()));
  }
  LogicalResult emit();

private:
  int64_t yielded(unsigned stage) {
    return op.getStages()[stage].front().getTerminator()->getNumOperands();
  }
  /// What earlier stages than this have yielded.
  int64_t keptBefore(unsigned stage) {
    int64_t k = 0;
    for (unsigned s = 0; s < stage; ++s)
      k += yielded(s);
    return k;
  }
  /// What is kept of a row: the first state before and after the step, the other
  /// states, what stages before the last have yielded.
  int64_t kinds() { return op.getStates().size() + 1 + kept; }
  Value keptAt(int64_t i) { return e.index(op.getStates().size() + 1 + i); }
  Value place(Value kind, int64_t row, Value unit) {
    return e.add(
        e.mul(e.add(e.mul(kind, e.index(rows)), e.index(row)), e.index(hidden)),
        unit);
  }
  Value destination(Value result) {
    for (unsigned i = 0; i < e.kernel.getNumOuts(); ++i)
      if (KernelEmitter::Target t = e.result(i); t.tensor == result)
        return t.memref;
    return {};
  }
  Value load(Value memref, ValueRange at) {
    return e.load(memref, KernelEmitter::lanesOf(at, -1), 1);
  }
  void store(Value v, Value memref, ValueRange at) {
    e.store(v, memref, KernelEmitter::lanesOf(at, -1), 1);
  }
  Value wide(Value v) {
    return v.getType() == sum ? v
                              : arith::ExtFOp::create(e.b, sum, v).getResult();
  }
  Value narrow(Value v) {
    return v.getType() == element
               ? v
               : arith::TruncFOp::create(e.b, element, v).getResult();
  }
  Value less(Value x, Value y) {
    return arith::CmpIOp::create(e.b, arith::CmpIPredicate::slt, x, y);
  }
  void onlyIf(Value condition, function_ref<void()> body) {
    auto branch = scf::IfOp::create(e.b, condition, false);
    OpBuilder::InsertionGuard guard(e.b);
    e.b.setInsertionPoint(branch.thenYield());
    body();
  }
  /// This thread's units.
  void forUnits(function_ref<void(Value block, Value unit)> body) {
    e.forLoop(e.index(0), e.index(llvm::divideCeil(hidden, threads())),
              e.index(1), [&](Value round) {
                Value unit = e.add(e.mul(round, e.index(threads())), thread);
                onlyIf(less(unit, e.index(hidden)), [&] {
                  body(arith::DivUIOp::create(e.b, unit, e.index(lanes)), unit);
                });
              });
  }
  /// body(row of the block, row of the batch) for those that there are.
  void forRows(function_ref<void(int64_t, Value)> body) {
    for (int64_t r = 0; r < rows; ++r) {
      Value entry = e.add(first, e.index(r));
      if (rows == 1)
        body(r, entry);
      else
        onlyIf(less(entry, batch), [&] { body(r, entry); });
    }
  }
  void moveStates(bool in, Value newest);
  SmallVector<Value> multiply(unsigned stage, Value block, Value unit,
                              Value vectors);
  void emitGates(unsigned stage, int64_t row, Value entry, Value unit,
                 ValueRange products, Value time, Value before, Value after);

  RecurrenceOp op;
  KernelEmitter &e;
  int64_t hidden, lanes, rows = 1, kept = 0;
  Type element, sum;
  Value steps, batch;
  Value thread, direction, first;
  std::optional<SharedArray> state;
};
} // namespace

void RecurrenceEmitter::moveStates(bool in, Value newest) {
  for (unsigned s = 0; s < op.getStates().size(); ++s) {
    Value there =
        in ? e.buffer(op.getStates()[s]) : destination(op.getResult(s + 1));
    if (!there)
      continue;
    Value kind = s ? e.index(s + 1) : newest;
    forUnits([&](Value, Value unit) {
      forRows([&](int64_t r, Value entry) {
        if (in)
          state->store(load(there, {direction, entry, unit}),
                       place(kind, r, unit));
        else
          store(state->load(place(kind, r, unit)), there,
                {direction, entry, unit});
      });
    });
  }
}

/// The products of a unit's gates, row by row. Rows that there are none of give
/// what nobody looks at.
SmallVector<Value> RecurrenceEmitter::multiply(unsigned stage, Value block,
                                               Value unit, Value vectors) {
  int64_t count = op.getNumProducts(stage);
  Value weights = e.buffer(op.getWeights()[stage]);
  Value lane = arith::RemUIOp::create(e.b, unit, e.index(lanes));
  auto step = [&](Value k, ValueRange carried) {
    SmallVector<Value> sums(carried);
    SmallVector<Value> w;
    for (int64_t g = 0; g < count; ++g)
      w.push_back(wide(load(weights, {direction, block, k, e.index(g), lane})));
    for (int64_t r = 0; r < rows; ++r) {
      Value x = wide(state->load(place(vectors, r, k)));
      for (int64_t g = 0; g < count; ++g) {
        Value &s = sums[r * count + g];
        s = math::FmaOp::create(e.b, x, w[g], s);
      }
    }
    return sums;
  };
  SmallVector<Value> sums(
      rows * count, arith::ConstantOp::create(e.b, sum, e.b.getZeroAttr(sum)));
  int64_t whole = hidden / unroll * unroll;
  sums = e.forLoop(e.index(0), e.index(whole), e.index(unroll), sums,
                   [&](Value k, ValueRange carried) {
                     SmallVector<Value> all(carried);
                     for (int64_t u = 0; u < unroll; ++u)
                       all = step(e.add(k, e.index(u)), all);
                     return all;
                   });
  for (int64_t k = whole; k < hidden; ++k)
    sums = step(e.index(k), sums);
  return sums;
}

/// A stage's region for one unit of one row.
void RecurrenceEmitter::emitGates(unsigned stage, int64_t row, Value entry,
                                  Value unit, ValueRange products, Value time,
                                  Value before, Value after) {
  Block &region = op.getStages()[stage].front();
  unsigned count = op.getStates().size();
  auto old = [&](unsigned s) {
    return state->load(place(s ? e.index(s + 1) : before, row, unit));
  };
  SmallVector<Value> at{time, entry};
  if (op.getBatchFirst())
    std::swap(at[0], at[1]);
  IRMapping map;
  unsigned next = 0;
  auto argument = [&](function_ref<Value()> make) {
    BlockArgument arg = region.getArgument(next++);
    if (!arg.use_empty()) // an old state is what ended rows keep
      map.map(arg, make());
  };
  for (int64_t g = 0; g < int64_t(op.getGates()); ++g)
    argument([&] {
      Value column = e.add(e.mul(direction, e.index(op.getGates() * hidden)),
                           e.add(unit, e.index(g * hidden)));
      return load(e.buffer(op.getInputs()), {at[0], at[1], column});
    });
  for (Value product : products)
    argument([&] { return narrow(product); });
  for (unsigned s = 0; s < count; ++s)
    argument([&] { return old(s); });
  for (Value v : op.getVectors())
    argument([&] { return load(e.buffer(v), {direction, unit}); });
  for (int64_t k = 0; next < region.getNumArguments(); ++k)
    argument([&] { return state->load(place(keptAt(k), row, unit)); });

  llvm::SetVector<Value> captured;
  getUsedValuesDefinedAbove(op.getStages()[stage], captured);
  for (Value v : captured)
    map.map(v, e.scalar(v));
  for (Operation &inner : region.without_terminator())
    e.b.clone(inner, map);
  SmallVector<Value> results =
      llvm::map_to_vector(region.getTerminator()->getOperands(),
                          [&](Value v) { return map.lookup(v); });

  if (stage + 1 < op.getStages().size()) {
    int64_t k = keptBefore(stage);
    for (auto [j, v] : llvm::enumerate(results))
      state->store(v, place(keptAt(k + j), row, unit));
    return;
  }
  Value live;
  if (op.getLengths()) {
    Value length = arith::IndexCastOp::create(
        e.b, e.b.getIndexType(), load(e.buffer(op.getLengths()), {entry}));
    live = less(time, length);
  }
  if (Value everyStep = destination(op.getResult(0))) {
    Value v = results[0];
    if (live)
      v = arith::SelectOp::create(
          e.b, live, v,
          arith::ConstantOp::create(e.b, element, e.b.getZeroAttr(element)));
    if (op.getBatchFirst())
      store(v, everyStep, {entry, time, direction, unit});
    else
      store(v, everyStep, {time, direction, entry, unit});
  }
  for (auto [s, v] : llvm::enumerate(results)) {
    if (live)
      v = arith::SelectOp::create(e.b, live, v, old(s));
    state->store(v, place(s ? e.index(s + 1) : after, row, unit));
  }
}

LogicalResult RecurrenceEmitter::emit() {
  boundRegisters(e, 1, threads());
  state.emplace(e, element, kinds() * rows * hidden);
  thread = threadId(e);
  SmallVector<Value> at =
      e.delinearize(blockId(e), {e.index(op.getNumDirections()),
                                 e.divUp(batch, e.index(rows))});
  direction = at[0];
  first = e.mul(at[1], e.index(rows));
  Value backwards;
  for (auto [d, reversed] : llvm::enumerate(op.getReversed()))
    if (reversed) {
      Value is = arith::CmpIOp::create(e.b, arith::CmpIPredicate::eq, direction,
                                       e.index(d));
      backwards =
          backwards ? arith::OrIOp::create(e.b, backwards, is).getResult() : is;
    }
  moveStates(true, e.index(0));
  blockBarrier(e);
  e.forLoop(e.index(0), steps, e.index(1), [&](Value step) {
    Value time = step;
    if (backwards)
      time = arith::SelectOp::create(
          e.b, backwards, e.sub(e.sub(steps, e.index(1)), step), step);
    Value before = arith::RemUIOp::create(e.b, step, e.index(2));
    Value after = e.sub(e.index(1), before);
    for (unsigned i = 0; i < op.getStages().size(); ++i) {
      // The first that the stage before has yielded.
      Value vectors = i ? keptAt(keptBefore(i - 1)) : before;
      forUnits([&](Value block, Value unit) {
        SmallVector<Value> products = multiply(i, block, unit, vectors);
        int64_t count = op.getNumProducts(i);
        forRows([&](int64_t r, Value entry) {
          emitGates(i, r, entry, unit,
                    ValueRange(products).slice(r * count, count), time, before,
                    after);
        });
      });
      // All have read what the next stage overwrites, and written what it reads.
      blockBarrier(e);
    }
  });
  moveStates(false, arith::RemUIOp::create(e.b, steps, e.index(2)));
  return success(!e.hadError);
}

namespace {
struct RecurrenceStrategy : GPUStrategy {
  StringRef name() const override { return "recurrence"; }
  bool match(KernelOp kernel) const override {
    RecurrenceOp op = recurrenceOf(kernel);
    return op && op.isPacked();
  }
  FailureOr<Grid> grid(KernelOp kernel, KernelEmitter &e) const override {
    RecurrenceEmitter emitter(recurrenceOf(kernel), e);
    return Grid{emitter.blocks(), e.index(emitter.threads()), {}};
  }
  LogicalResult emit(KernelOp kernel, KernelEmitter &e) const override {
    return RecurrenceEmitter(recurrenceOf(kernel), e).emit();
  }
};
} // namespace

void cameo::addGPURecurrenceStrategies(GPUStrategyList &list) {
  list.push_back(std::make_unique<RecurrenceStrategy>());
}
