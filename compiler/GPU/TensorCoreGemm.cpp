// SPDX-License-Identifier: Apache-2.0
// Products on tensor cores. Shared memory holds both tiles with k innermost, so
// that a fragment is whole words of it; rows are longer than the tile by 16
// bytes, which puts the words of a fragment into different banks. Which thread
// holds what: PTX ISA, "Matrix Fragments for mma.m16n8k16" and "mma.m16n8k8".
#include "compiler/GPU/Gemm.h"
#include "compiler/GPU/Strategy.h"
#include "mlir/Dialect/LLVMIR/NVVMDialect.h"

using namespace mlir;
using namespace cameo;

static constexpr int64_t tileK = 32;

/// Half of the largest tile where a problem does not fill it.
static int64_t tileFor(Value size) {
  auto n = getConstantIntValue(size);
  return n && *n <= 64 ? 64 : 128;
}

TensorCoreGemm::TensorCoreGemm(GemmProblem problem, KernelEmitter &e)
    : p(std::move(problem)), e(e), tileM(tileFor(p.rows)),
      tileN(tileFor(p.columns)) {
  static_assert(warpsM * warpsN * 32 == blockThreads);
  stored = factorType(e, p.multiplier);
}

Value TensorCoreGemm::blocks() {
  return e.mul(e.mul(e.divUp(p.rows, e.index(tileM)),
                     e.divUp(p.columns, e.index(tileN))),
               p.batches);
}

static int64_t rowLength(Type stored) {
  return tileK + 128 / int64_t(stored.getIntOrFloatBitWidth());
}

/// All threads bring the tile of one operand at `first`, `k0`; zeros beyond the
/// matrix.
void TensorCoreGemm::fill(SharedArray &into, bool lhs, Value batch, Value first,
                          Value k0) {
  int64_t rows = lhs ? tileM : tileN;
  Value thread = threadId(e), size = lhs ? p.rows : p.columns;
  e.forLoop(
      thread, e.index(rows * tileK), e.index(blockThreads), [&](Value item) {
        // Neighbouring threads take neighbours in k of the lhs and in n of the
        // rhs, where most operands are contiguous.
        Value by = e.index(lhs ? tileK : rows);
        Value q = arith::DivUIOp::create(e.b, item, by),
              r = arith::RemUIOp::create(e.b, item, by);
        Value row = lhs ? q : r, k = lhs ? r : q;
        Value at = e.add(first, row), depth = e.add(k0, k);
        auto less = [&](Value x, Value y) -> Value {
          return arith::CmpIOp::create(e.b, arith::CmpIPredicate::slt, x, y);
        };
        Value inside =
            arith::AndIOp::create(e.b, less(at, size), less(depth, p.depth));
        auto branch = scf::IfOp::create(e.b, TypeRange(stored), inside,
                                        /*withElseRegion=*/true);
        {
          OpBuilder::InsertionGuard guard(e.b);
          e.b.setInsertionPointToEnd(branch.elseBlock());
          Value zero =
              arith::ConstantOp::create(e.b, stored, e.b.getZeroAttr(stored));
          scf::YieldOp::create(e.b, zero);
          e.b.setInsertionPointToEnd(branch.thenBlock());
          Value v = lhs ? p.lhs({batch, at, depth}) : p.rhs({batch, depth, at});
          scf::YieldOp::create(
              e.b, v ? roundFactor(e, p.multiplier, v)
                     : arith::ConstantOp::create(e.b, stored,
                                                 e.b.getZeroAttr(stored)));
        }
        into.store(branch.getResult(0),
                   e.add(e.mul(row, e.index(rowLength(stored))), k));
      });
}

/// This thread's words of the fragment whose first row and first k are given:
/// of the lhs 16 rows, of the rhs 8; 32 bytes in k.
Fragment TensorCoreGemm::load(SharedArray &from, Value row, Value k, bool lhs) {
  int64_t perWord = 32 / int64_t(stored.getIntOrFloatBitWidth());
  Value lane = arith::RemUIOp::create(e.b, threadId(e), e.index(32));
  Value group = arith::DivUIOp::create(e.b, lane, e.index(4));
  Value inGroup = arith::RemUIOp::create(e.b, lane, e.index(4));
  Value length = e.index(rowLength(stored));
  Value at = e.add(e.mul(e.add(row, group), length),
                   e.add(k, e.mul(inGroup, e.index(perWord))));
  Fragment f;
  for (int64_t half = 0; half < 2; ++half)
    for (int64_t down = 0; down < (lhs ? 2 : 1); ++down) {
      Value word =
          e.add(at, e.index(half * 4 * perWord + down * 8 * rowLength(stored)));
      Value v = perWord == 1 ? from.load(word) : from.load(word, perWord);
      if (p.multiplier == Multiplier::BF16)
        v = LLVM::BitcastOp::create(e.b, e.b.getI32Type(), v);
      f.parts.push_back(v);
    }
  return f;
}

TensorCoreGemm::Place TensorCoreGemm::place() {
  Value tilesM = e.divUp(p.rows, e.index(tileM)),
        tilesN = e.divUp(p.columns, e.index(tileN));
  SmallVector<Value> block =
      e.delinearize(blockId(e), {p.batches, tilesM, tilesN});
  Value batch = block[0], m0 = e.mul(block[1], e.index(tileM)),
        n0 = e.mul(block[2], e.index(tileN));
  Value warp = arith::DivUIOp::create(e.b, threadId(e), e.index(32));
  int64_t perWarpM = tileM / warpsM, perWarpN = tileN / warpsN;
  Value warpM = e.mul(arith::DivUIOp::create(e.b, warp, e.index(warpsN)),
                      e.index(perWarpM));
  Value warpN = e.mul(arith::RemUIOp::create(e.b, warp, e.index(warpsN)),
                      e.index(perWarpN));
  return {batch, m0, n0, warp, warpM, warpN};
}

void TensorCoreGemm::emit() {
  SharedArray lhs(e, stored, tileM * rowLength(stored)),
      rhs(e, stored, tileN * rowLength(stored)),
      out(e, p.sum, warpsM * 8 * (tileN + 4));
  auto [batch, m0, n0, warp, warpM, warpN] = place();
  int64_t countM = tileM / warpsM / mmaM, countN = tileN / warpsN / mmaN;
  int64_t mmaK = depthOf(p.multiplier);

  SmallVector<Value> carried(
      countM * countN * 4,
      arith::ConstantOp::create(e.b, p.sum, e.b.getZeroAttr(p.sum)));
  SmallVector<Value> sums = e.forLoop(
      e.index(0), p.depth, e.index(tileK), carried,
      [&](Value k0, ValueRange args) {
        fill(lhs, true, batch, m0, k0);
        fill(rhs, false, batch, n0, k0);
        blockBarrier(e);
        SmallVector<Value> acc(args);
        for (int64_t k = 0; k < tileK; k += mmaK) {
          SmallVector<Fragment> b;
          for (int64_t j = 0; j < countN; ++j)
            b.push_back(
                load(rhs, e.add(warpN, e.index(j * mmaN)), e.index(k), false));
          for (int64_t i = 0; i < countM; ++i) {
            Fragment a =
                load(lhs, e.add(warpM, e.index(i * mmaM)), e.index(k), true);
            for (int64_t j = 0; j < countN; ++j) {
              auto *mine = acc.begin() + (i * countN + j) * 4;
              SmallVector<Value> next = multiplyFragments(
                  e, p.multiplier, a, b[j], ValueRange(ArrayRef(mine, 4)));
              llvm::copy(next, mine);
            }
          }
        }
        // Before the next step overwrites what others still read.
        blockBarrier(e);
        return acc;
      });

  storeSums({batch, m0, n0, warp, warpM, warpN}, sums, out);
}

/// Results leave by way of shared memory, eight rows of each warp at a time:
/// neighbouring threads then write neighbours, and what is fused behind is there
/// once for all of them. Sum 2r + c of a fragment is that of row lane / 4 + 8 r
/// and column 2 (lane mod 4) + c.
void TensorCoreGemm::storeSums(const Place &at, ValueRange sums,
                               SharedArray &out) {
  auto [batch, m0, n0, warp, warpM, warpN] = at;
  int64_t perWarpM = tileM / warpsM;
  int64_t countM = perWarpM / mmaM, countN = tileN / warpsN / mmaN;
  constexpr int64_t rows = 8;
  int64_t length = tileN + 4;
  Value lane = arith::RemUIOp::create(e.b, threadId(e), e.index(32));
  Value row = e.add(
      e.mul(arith::DivUIOp::create(e.b, warp, e.index(warpsN)), e.index(rows)),
      arith::DivUIOp::create(e.b, lane, e.index(4)));
  Value column = e.add(
      warpN, e.mul(arith::RemUIOp::create(e.b, lane, e.index(4)), e.index(2)));
  for (int64_t i = 0; i < countM; ++i)
    for (int64_t half = 0; half < 2; ++half) {
      if (i || half) // others may still read the eight rows before
        blockBarrier(e);
      for (int64_t j = 0; j < countN; ++j)
        for (int64_t c = 0; c < 2; ++c)
          out.store(sums[(i * countN + j) * 4 + half * 2 + c],
                    e.add(e.mul(row, e.index(length)),
                          e.add(column, e.index(j * mmaN + c))));
      blockBarrier(e);
      e.forLoop(threadId(e), e.index(warpsM * rows * tileN),
                e.index(blockThreads), [&](Value item) {
                  Value r = arith::DivUIOp::create(e.b, item, e.index(tileN));
                  Value x = arith::RemUIOp::create(e.b, item, e.index(tileN));
                  Value ofWarp = arith::DivUIOp::create(e.b, r, e.index(rows));
                  Value inWarp = arith::RemUIOp::create(e.b, r, e.index(rows));
                  Value m =
                      e.add(e.add(m0, e.mul(ofWarp, e.index(perWarpM))),
                            e.add(inWarp, e.index(i * mmaM + half * rows)));
                  Value n = e.add(n0, x);
                  Value ok = arith::AndIOp::create(
                      e.b,
                      arith::CmpIOp::create(e.b, arith::CmpIPredicate::slt, m,
                                            p.rows),
                      arith::CmpIOp::create(e.b, arith::CmpIPredicate::slt, n,
                                            p.columns));
                  auto write = scf::IfOp::create(e.b, ok, false);
                  OpBuilder::InsertionGuard guard(e.b);
                  e.b.setInsertionPoint(write.thenYield());
                  p.store({batch, m, n},
                          out.load(e.add(e.mul(r, e.index(length)), x)));
                });
    }
}
