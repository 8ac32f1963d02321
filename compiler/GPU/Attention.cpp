// SPDX-License-Identifier: Apache-2.0
// The softmax as a stream: each row keeps its maximum so far, its sum of powers
// and its weighted sum of values; where a tile of keys raises the maximum, both
// sums are rescaled. Who holds which scores is the form's business.
#include "compiler/GPU/Attention.h"
#include "compiler/CPU/Attention.h"
#include "mlir/Dialect/LLVMIR/NVVMDialect.h"
#include "mlir/Dialect/Math/IR/Math.h"

using namespace mlir;
using namespace cameo;

static constexpr int64_t tileQueries = 64;
/// Columns of which one block keeps the sums.
static constexpr int64_t mostColumns = 256;
/// What tensor cores' fragments leave room for.
static constexpr int64_t mostOnCores = 128;

static Value stripCasts(Value v) {
  while (isa_and_nonnull<arith::ExtFOp, arith::TruncFOp>(v.getDefiningOp()))
    v = v.getDefiningOp()->getOperand(0);
  return v;
}

/// Whether the powers are exp(x - m), or m taken as 0 where it is -inf.
static bool isExponential(linalg::GenericOp powers, Value masked) {
  Block *body = powers.getBody();
  unsigned at = powers->getOperand(0) == masked ? 0 : 1;
  Value x = body->getArgument(at), m = body->getArgument(1 - at);
  auto exp = stripCasts(body->getTerminator()->getOperand(0))
                 .getDefiningOp<math::ExpOp>();
  auto sub = exp ? stripCasts(exp.getOperand()).getDefiningOp<arith::SubFOp>()
                 : arith::SubFOp();
  if (!sub || stripCasts(sub.getLhs()) != x)
    return false;
  Value base = stripCasts(sub.getRhs());
  if (base == m)
    return true;
  auto select = base.getDefiningOp<arith::SelectOp>();
  auto none = select ? select.getCondition().getDefiningOp<arith::CmpFOp>()
                     : arith::CmpFOp();
  return none && none.getPredicate() == arith::CmpFPredicate::OEQ &&
         stripCasts(none.getLhs()) == m &&
         matchPattern(none.getRhs(), m_NegInfFloat()) &&
         matchPattern(select.getTrueValue(), m_AnyZeroFloat()) &&
         stripCasts(select.getFalseValue()) == m;
}

AttentionBlock::AttentionBlock(AttentionChain chain, KernelEmitter &e)
    : c(chain), e(e), streams(isExponential(c.powers, c.masked())) {
  // Where the scores broadcast, the softmax is of more than them.
  outerSizes = e.dims(c.masked());
  keys = outerSizes.pop_back_val();
  queries = outerSizes.pop_back_val();
  depth = e.loopSizes(c.scores)[c.depthLoop];
  columns = c.values.getStaticLoopRanges()[c.columnLoop];

  auto typeOf = [](linalg::GenericOp op, unsigned i) {
    return getElementTypeOrSelf(op->getOperand(i).getType());
  };
  Type f32 = e.b.getF32Type();
  multiplier = multiplierFor(e.kernel, typeOf(c.scores, c.query),
                             typeOf(c.scores, c.key), f32);
  std::optional<int64_t> d = getConstantIntValue(depth);
  if (typeOf(c.scores, c.key) != typeOf(c.values, c.value) || !d ||
      *d > mostOnCores || columns > mostOnCores || !streams)
    multiplier = Multiplier::Exact;
  if (multiplier == Multiplier::Exact) {
    // 16 x 16 threads with 4 x 4 scores each.
    form = Form::Threads;
    threads = blockThreads;
    tileKeys = 64;
    rowsOfThread = keysOfThread = 4;
    groups = llvm::divideCeil(columns, mostColumns);
    columnsOfThread =
        4 * llvm::divideCeil(std::min(columns, mostColumns), int64_t(64));
    rowLength = 68;
    wholeDepth = d && *d <= 64;
    stored = f32;
    return;
  }
  // Four warps with 16 queries each. Rows of a tile hold whole fragments.
  form = Form::TensorCores;
  threads = 128;
  bool words = multiplier == Multiplier::TF32;
  tileKeys = words || std::max(*d, columns) > 64 ? 32 : 64;
  rowsOfThread = 2;
  keysOfThread = tileKeys / 4;
  columnsOfThread = llvm::alignTo(columns, 16) / 4;
  stored = factorType(e, multiplier);
  rowLength = llvm::alignTo(std::max(*d, columns), 16) + (words ? 4 : 8);
}

//===-- the softmax -------------------------------------------------------===//

Value AttentionBlock::f32(float v) {
  return arith::ConstantOp::create(e.b, e.b.getF32FloatAttr(v));
}

/// In the type that `tensor` has.
Value AttentionBlock::narrow(Value v, Value tensor) {
  return convertFloat(e, v, getElementTypeOrSelf(tensor.getType()));
}

Value AttentionBlock::evaluate(
    Value tensor, Value query, Value key,
    std::initializer_list<std::pair<Value, Value>> known) {
  LaneIndices at(outer.begin(), outer.end());
  at.push_back(query);
  at.push_back(key);
  Value v =
      e.evaluate(tensor, at, 1, [&](Value asked, ArrayRef<LaneIndex>) -> Value {
        for (auto [t, value] : known)
          if (t == asked)
            return narrow(value, t);
        return {};
      });
  if (!v) {
    failed = true;
    return f32(0);
  }
  return convertFloat(e, v, e.b.getF32Type());
}

Value AttentionBlock::masked(Value score, Value query, Value key) {
  if (c.masked() == c.scores.getResult(0))
    return convertFloat(e, narrow(score, c.masked()), e.b.getF32Type());
  return evaluate(c.masked(), query, key, {{c.scores.getResult(0), score}});
}

Value AttentionBlock::power(Value masked, Value highest) {
  if (streams) {
    // A row of which all is masked so far has no powers; whether it counts in
    // the end, scaleOf says.
    Value none =
        arith::CmpFOp::create(e.b, arith::CmpFPredicate::OEQ, highest,
                              f32(-std::numeric_limits<float>::infinity()));
    highest = arith::SelectOp::create(e.b, none, f32(0), highest);
  }
  return evaluate(c.powers.getResult(0), e.index(0), e.index(0),
                  {{c.masked(), masked}, {c.highest.getResult(0), highest}});
}

Value AttentionBlock::rescale(Value before, Value now) {
  Value same =
      arith::CmpFOp::create(e.b, arith::CmpFPredicate::OEQ, before, now);
  return arith::SelectOp::create(e.b, same, f32(1), power(before, now));
}

Value AttentionBlock::lowest() {
  return convertFloat(e,
                      e.scalar(c.highest.getDpsInits()[0]
                                   .getDefiningOp<linalg::FillOp>()
                                   .getInputs()[0]),
                      e.b.getF32Type());
}

/// By the operation that the chain takes maxima with.
Value AttentionBlock::higher(Value x, Value y) {
  Operation *op =
      c.highest.getBody()->getTerminator()->getOperand(0).getDefiningOp();
  if (isa<arith::MaxNumFOp>(op))
    return arith::MaxNumFOp::create(e.b, x, y);
  return arith::MaximumFOp::create(e.b, x, y);
}

Value AttentionBlock::scaleOf(Value highest, Value total) {
  if (streams) {
    // All is -inf: the powers are 0 or NaN, and so is their sum.
    Value low = f32(-std::numeric_limits<float>::infinity());
    Value none =
        arith::CmpFOp::create(e.b, arith::CmpFPredicate::OEQ, highest, low);
    Value own = evaluate(c.powers.getResult(0), e.index(0), e.index(0),
                         {{c.masked(), low}, {c.highest.getResult(0), low}});
    total = arith::SelectOp::create(e.b, none, own, total);
  }
  Value scale = evaluate(
      c.weights.getResult(0), e.index(0), e.index(0),
      {{c.powers.getResult(0), f32(1)}, {c.total.getResult(0), total}});
  // A sum of nothing is 0.
  Value any = less(e, e.index(0), keys);
  return arith::SelectOp::create(e.b, any, scale, f32(0));
}

void AttentionBlock::store(Value sum, Value query, Value column) {
  SmallVector<Value> loops(c.values.getNumLoops()), at;
  for (auto [loop, i] : llvm::zip(c.valueLoops, outer))
    loops[loop] = i;
  loops[c.valueLoops[outer.size()]] = query;
  loops[c.columnLoop] = column;
  for (AffineExpr expr : c.values.getIndexingMapsArray()[2].getResults())
    at.push_back(loops[cast<AffineDimExpr>(expr).getPosition()]);
  Value result = c.values.getResult(0);
  failed |=
      llvm::failed(e.storeResults(result, at, -1, 1, narrow(sum, result)));
}

//===-- units of work -----------------------------------------------------===//

/// Blocks by outer dimension, tile of queries (or query), group of columns.
SmallVector<Value> AttentionBlock::counts(bool byRows) {
  Values counts(outerSizes);
  counts.push_back(byRows ? queries : e.divUp(queries, e.index(tileQueries)));
  if (!byRows)
    counts.push_back(e.index(groups));
  return counts;
}

Value AttentionBlock::fewQueries() {
  constexpr int64_t few = 8;
  std::optional<int64_t> n = getConstantIntValue(queries);
  if (!canEmitRows() || (n && *n > few))
    return {};
  return less(e, queries, e.index(few + 1));
}

int64_t AttentionBlock::sharedBytes() const {
  int64_t rows = form == Form::Threads ? tileQueries + tileKeys + tileQueries
                                       : tileQueries + 2 * tileKeys;
  return rows * rowLength * stored.getIntOrFloatBitWidth() / 8;
}

Grid AttentionBlock::grid() {
  Value blocks = e.product(counts(false));
  Value few = fewQueries();
  if (few && getConstantIntValue(queries))
    return Grid{e.product(counts(true)), e.index(threads), {}};
  if (few)
    blocks = arith::SelectOp::create(e.b, few, e.product(counts(true)), blocks);
  return Grid{blocks, e.index(threads), e.index(sharedBytes())};
}

LogicalResult AttentionBlock::emit() {
  readOperands();
  if (failed)
    return failure();
  auto rows = [&] {
    place(blockId(e), counts(true));
    query0 = e.delinearize(blockId(e), counts(true))[outerSizes.size()];
    emitRow();
  };
  auto tile = [&] {
    Values all = counts(false), at = e.delinearize(blockId(e), all);
    place(blockId(e), all);
    query0 = e.mul(at[outerSizes.size()], e.index(tileQueries));
    column0 = e.mul(at.back(), e.index(mostColumns));
    emitTile();
  };
  Value few = fewQueries();
  if (!few)
    tile();
  else if (getConstantIntValue(queries))
    rows();
  else
    emitIf(e, few, rows, tile);
  return failure(failed || e.hadError);
}

//===-- a tile of queries -------------------------------------------------===//

Value AttentionBlock::lane() { return remainder(e, threadId(e), e.index(32)); }

Value AttentionBlock::rowOf(int64_t i) {
  if (form == Form::Threads)
    return e.add(e.mul(divide(e, threadId(e), e.index(16)), e.index(4)),
                 e.index(i));
  Value warp = divide(e, threadId(e), e.index(32));
  return e.add(e.add(e.mul(warp, e.index(16)), divide(e, lane(), e.index(4))),
               e.index(8 * i));
}

/// Fragments: neighbours in pairs, eight further on the next pair.
static int64_t inFragments(int64_t j) { return j / 2 * 8 + j % 2; }

Value AttentionBlock::keyOf(int64_t j) {
  if (form == Form::Threads)
    return e.add(remainder(e, threadId(e), e.index(16)), e.index(16 * j));
  return e.add(e.mul(remainder(e, lane(), e.index(4)), e.index(2)),
               e.index(inFragments(j)));
}

Value AttentionBlock::columnOf(int64_t j) {
  if (form == Form::Threads)
    return e.add(e.add(column0, e.mul(remainder(e, threadId(e), e.index(16)),
                                      e.index(4))),
                 e.index(j / 4 * 64 + j % 4));
  return e.add(e.mul(remainder(e, lane(), e.index(4)), e.index(2)),
               e.index(inFragments(j)));
}

void AttentionBlock::loadQueries() {
  if (form == Form::Threads && !wholeDepth)
    return;
  fill(*sharedQ, q, query0, e.index(0), tileQueries,
       form == Form::Threads ? 64
                             : llvm::alignTo(*getConstantIntValue(depth), 16));
  if (form == Form::TensorCores)
    loadQueryFragments();
}

SmallVector<Value> AttentionBlock::scores(Value key0) {
  return form == Form::Threads ? threadScores(key0) : coreScores(key0);
}

SmallVector<Value> AttentionBlock::weigh(ArrayRef<Value> powers, Value key0,
                                         ValueRange sums) {
  return form == Form::Threads ? threadWeigh(powers, key0, sums)
                               : coreWeigh(powers, key0, sums);
}

SmallVector<Value> AttentionBlock::maskedScores(Value key0) {
  Values x = scores(key0);
  Value lastQuery = e.sub(queries, e.index(1)),
        lastKey = e.sub(keys, e.index(1)),
        none = f32(-std::numeric_limits<float>::infinity());
  for (int64_t i = 0; i < rowsOfThread; ++i) {
    Value query = e.min(e.add(query0, rowOf(i)), lastQuery);
    for (int64_t j = 0; j < keysOfThread; ++j) {
      Value key = e.add(key0, keyOf(j)), &at = x[i * keysOfThread + j];
      at = masked(at, query, e.min(key, lastKey));
      at = arith::SelectOp::create(e.b, less(e, key, keys), at, none);
    }
  }
  return x;
}

/// Each row's maximum of `before` and what all its threads have.
SmallVector<Value> AttentionBlock::tileMaximum(ValueRange before,
                                               ArrayRef<Value> x) {
  Values result;
  for (int64_t i = 0; i < rowsOfThread; ++i) {
    Value best = x[i * keysOfThread];
    for (int64_t j = 1; j < keysOfThread; ++j)
      best = higher(best, x[i * keysOfThread + j]);
    for (int64_t mask = form == Form::Threads ? 8 : 2; mask > 0; mask /= 2)
      best = higher(best, shuffleXor(e, best, mask));
    result.push_back(higher(before[i], best));
  }
  return result;
}

void AttentionBlock::emitTile() {
  int64_t bytes = stored.getIntOrFloatBitWidth() / 8;
  Value memory = dynamicShared(e, sharedBytes());
  int64_t at = 0;
  auto array = [&](int64_t rows) {
    Value base =
        LLVM::GEPOp::create(e.b, memory.getType(), e.b.getI8Type(), memory,
                            ArrayRef<LLVM::GEPArg>{int32_t(at)});
    at += rows * rowLength * bytes;
    return SharedArray(e, stored, base);
  };
  sharedQ.emplace(array(tileQueries));
  sharedK.emplace(array(tileKeys));
  if (form == Form::Threads) {
    // Values take the place of keys; powers go through memory.
    sharedV.emplace(*sharedK);
    sharedP.emplace(array(tileQueries));
  } else {
    sharedV.emplace(array(tileKeys));
  }
  boundRegisters(e, form == Form::Threads ? 2 : 3, threads);

  loadQueries();
  Value last = e.min(e.add(query0, e.index(tileQueries)), queries);
  Value end = endOfKeys(e.sub(last, e.index(1))), step = e.index(tileKeys);
  Values highest(rowsOfThread, lowest());
  if (!streams)
    highest = e.forLoop(e.index(0), end, step, highest,
                        [&](Value key0, ValueRange args) {
                          return tileMaximum(args, maskedScores(key0));
                        });
  // Maxima, this thread's part of the sums of powers, weighted sums.
  Values carried(highest);
  carried.append(rowsOfThread * (1 + columnsOfThread), f32(0));
  Values done = e.forLoop(
      e.index(0), end, step, carried, [&](Value key0, ValueRange args) {
        ValueRange before = args.take_front(rowsOfThread);
        Values x = maskedScores(key0);
        Values now = streams ? tileMaximum(before, x)
                             : Values(before.begin(), before.end());
        Values totals(args.slice(rowsOfThread, rowsOfThread)),
            sums(args.drop_front(2 * rowsOfThread));
        for (int64_t i = 0; i < rowsOfThread; ++i) {
          if (streams) {
            Value factor = rescale(before[i], now[i]);
            auto scale = [&](Value &v) {
              v = arith::MulFOp::create(e.b, v, factor);
            };
            scale(totals[i]);
            for (int64_t j = 0; j < columnsOfThread; ++j)
              scale(sums[i * columnsOfThread + j]);
          }
          for (int64_t j = 0; j < keysOfThread; ++j) {
            Value &p = x[i * keysOfThread + j];
            p = power(p, now[i]);
            if (!streams)
              p = arith::SelectOp::create(
                  e.b, less(e, e.add(key0, keyOf(j)), keys), p, f32(0));
            totals[i] = arith::AddFOp::create(e.b, totals[i], p);
          }
        }
        Values next(now);
        llvm::append_range(next, totals);
        llvm::append_range(next, weigh(x, key0, sums));
        return next;
      });
  for (int64_t i = 0; i < rowsOfThread; ++i) {
    Value total = done[rowsOfThread + i];
    for (int64_t mask = form == Form::Threads ? 8 : 2; mask > 0; mask /= 2)
      total = arith::AddFOp::create(e.b, total, shuffleXor(e, total, mask));
    Value scale = scaleOf(done[i], total), query = e.add(query0, rowOf(i));
    emitIf(e, less(e, query, queries), [&] {
      for (int64_t j = 0; j < columnsOfThread; ++j) {
        Value sum = arith::MulFOp::create(
            e.b, done[2 * rowsOfThread + i * columnsOfThread + j], scale);
        Value column = columnOf(j);
        emitIf(e, less(e, column, e.index(columns)),
               [&] { store(sum, query, column); });
      }
    });
  }
}

//===-- the strategy ------------------------------------------------------===//

namespace {
struct AttentionStrategy : GPUStrategy {
  StringRef name() const override { return "attention"; }
  bool match(KernelOp kernel) const override {
    FailureOr<AttentionChain> c = attentionOf(kernel);
    // Doubles have no exponential here: such kernels stay with the host.
    return succeeded(c) &&
           getElementTypeOrSelf(c->highest.getResult(0).getType())
                   .getIntOrFloatBitWidth() <= 32;
  }
  FailureOr<Grid> grid(KernelOp kernel, KernelEmitter &e) const override {
    return AttentionBlock(*attentionOf(kernel), e).grid();
  }
  LogicalResult emit(KernelOp kernel, KernelEmitter &e) const override {
    return AttentionBlock(*attentionOf(kernel), e).emit();
  }
};
} // namespace

void cameo::addGPUAttentionStrategies(GPUStrategyList &list) {
  list.push_back(std::make_unique<AttentionStrategy>());
}
