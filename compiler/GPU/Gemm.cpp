// SPDX-License-Identifier: Apache-2.0
// A block computes a tile of 64 x 64: steps of 16 go through shared memory, the
// lhs with its rows side by side so that a thread reads its four at once; each
// thread keeps 4 x 4 sums in registers and has the next step's elements on
// their way while it adds up this one's.
#include "compiler/GPU/Gemm.h"
#include "compiler/GPU/Strategy.h"

using namespace mlir;
using namespace cameo;

static constexpr int64_t tileM = 64, tileN = 64, tileK = 16, perThread = 4;
static constexpr int64_t loadsM = tileM * tileK / blockThreads,
                         loadsN = tileN * tileK / blockThreads;
static_assert(tileM / perThread * (tileN / perThread) == blockThreads);

Value GemmEmitter::blocks() {
  return e.mul(e.mul(e.divUp(p.rows, e.index(tileM)),
                     e.divUp(p.columns, e.index(tileN))),
               p.batches);
}

Value GemmEmitter::inside(Value x, Value size) {
  return arith::CmpIOp::create(e.b, arith::CmpIPredicate::slt, x, size);
}

/// load() where `inside` holds, zero elsewhere.
Value GemmEmitter::guarded(Value inside, function_ref<Value()> load) {
  auto branch =
      scf::IfOp::create(e.b, TypeRange(p.sum), inside, /*withElseRegion=*/true);
  OpBuilder::InsertionGuard guard(e.b);
  e.b.setInsertionPointToEnd(branch.elseBlock());
  Value zero = arith::ConstantOp::create(e.b, p.sum, e.b.getZeroAttr(p.sum));
  scf::YieldOp::create(e.b, zero);
  e.b.setInsertionPointToEnd(branch.thenBlock());
  Value v = load();
  if (!v) // an error was reported
    v = arith::ConstantOp::create(e.b, p.sum, e.b.getZeroAttr(p.sum));
  scf::YieldOp::create(e.b, v);
  return branch.getResult(0);
}

/// This thread's elements of the step at `k0`: of the lhs, then of the rhs.
/// Neighbouring threads take neighbours in k of the lhs and in n of the rhs,
/// where most operands are contiguous.
SmallVector<Value> GemmEmitter::loadTile(Value batch, Value m0, Value n0,
                                         Value k0) {
  SmallVector<Value> values;
  Value thread = threadId(e);
  auto both = [&](Value x, Value y) -> Value {
    return arith::AndIOp::create(e.b, x, y);
  };
  for (int64_t i = 0; i < loadsM; ++i) {
    Value item = e.add(thread, e.index(i * blockThreads));
    Value m = e.add(m0, arith::DivUIOp::create(e.b, item, e.index(tileK)));
    Value k = e.add(k0, arith::RemUIOp::create(e.b, item, e.index(tileK)));
    values.push_back(guarded(both(inside(m, p.rows), inside(k, p.depth)),
                             [&] { return p.lhs({batch, m, k}); }));
  }
  for (int64_t i = 0; i < loadsN; ++i) {
    Value item = e.add(thread, e.index(i * blockThreads));
    Value k = e.add(k0, arith::DivUIOp::create(e.b, item, e.index(tileN)));
    Value n = e.add(n0, arith::RemUIOp::create(e.b, item, e.index(tileN)));
    values.push_back(guarded(both(inside(k, p.depth), inside(n, p.columns)),
                             [&] { return p.rhs({batch, k, n}); }));
  }
  return values;
}

void GemmEmitter::emit() {
  // Rows of the shared lhs are longer than its tile by a vector: writes of
  // neighbours in k would all fall on one bank.
  constexpr int64_t lhsRow = tileM + perThread;
  SharedArray lhs(e, p.sum, tileK * lhsRow), rhs(e, p.sum, tileK * tileN);
  Value tilesM = e.divUp(p.rows, e.index(tileM)),
        tilesN = e.divUp(p.columns, e.index(tileN));
  SmallVector<Value> place =
      e.delinearize(blockId(e), {p.batches, tilesM, tilesN});
  Value batch = place[0], m0 = e.mul(place[1], e.index(tileM)),
        n0 = e.mul(place[2], e.index(tileN));
  Value thread = threadId(e), across = e.index(tileN / perThread),
        step = e.index(tileK);
  Value myM =
      e.mul(arith::DivUIOp::create(e.b, thread, across), e.index(perThread));
  Value myN =
      e.mul(arith::RemUIOp::create(e.b, thread, across), e.index(perThread));
  bool isFloat = isa<FloatType>(p.sum);

  constexpr int64_t sums = perThread * perThread;
  SmallVector<Value> carried(
      sums, arith::ConstantOp::create(e.b, p.sum, e.b.getZeroAttr(p.sum)));
  llvm::append_range(carried, loadTile(batch, m0, n0, e.index(0)));
  SmallVector<Value> done = e.forLoop(
      e.index(0), p.depth, step, carried, [&](Value k0, ValueRange args) {
        for (int64_t i = 0; i < loadsM; ++i) {
          Value item = e.add(thread, e.index(i * blockThreads));
          Value m = arith::DivUIOp::create(e.b, item, step),
                k = arith::RemUIOp::create(e.b, item, step);
          lhs.store(args[sums + i], e.add(e.mul(k, e.index(lhsRow)), m));
        }
        for (int64_t i = 0; i < loadsN; ++i)
          rhs.store(args[sums + loadsM + i],
                    e.add(thread, e.index(i * blockThreads)));
        blockBarrier(e);
        SmallVector<Value> next = loadTile(batch, m0, n0, e.add(k0, step));
        SmallVector<Value> acc = e.forLoop(
            e.index(0), step, e.index(1), args.take_front(sums),
            [&](Value k, ValueRange inner) {
              Value a =
                  lhs.load(e.add(e.mul(k, e.index(lhsRow)), myM), perThread);
              Value b =
                  rhs.load(e.add(e.mul(k, e.index(tileN)), myN), perThread);
              SmallVector<Value> result;
              for (int64_t i = 0; i < perThread; ++i)
                for (int64_t j = 0; j < perThread; ++j) {
                  Value x = vector::ExtractOp::create(e.b, a, i);
                  Value y = vector::ExtractOp::create(e.b, b, j);
                  Value old = inner[i * perThread + j];
                  if (isFloat)
                    result.push_back(math::FmaOp::create(e.b, x, y, old));
                  else
                    result.push_back(arith::AddIOp::create(
                        e.b, old, arith::MulIOp::create(e.b, x, y)));
                }
              return result;
            });
        // Before the next step overwrites what others still read.
        blockBarrier(e);
        llvm::append_range(acc, next);
        return acc;
      });
  for (int64_t i = 0; i < perThread; ++i)
    for (int64_t j = 0; j < perThread; ++j) {
      Value m = e.add(e.add(m0, myM), e.index(i)),
            n = e.add(e.add(n0, myN), e.index(j));
      Value ok =
          arith::AndIOp::create(e.b, inside(m, p.rows), inside(n, p.columns));
      auto write = scf::IfOp::create(e.b, ok, false);
      OpBuilder::InsertionGuard guard(e.b);
      e.b.setInsertionPoint(write.thenYield());
      p.store({batch, m, n}, done[i * perThread + j]);
    }
}
