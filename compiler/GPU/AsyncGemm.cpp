// SPDX-License-Identifier: Apache-2.0
// Products on tensor cores of operands that lie in memory as they are needed.
// cp.async brings 64 bytes of k of both tiles, 16 bytes a thread, three stages
// of shared memory in turn: while one is multiplied the next two are on their
// way. Tiles keep the order that they have in memory; rows are longer by 16
// bytes (32 across k of 32-bit elements), so that neither ldmatrix, which reads
// eight rows of 16 bytes, nor words of a fragment meet in a bank.
#include "compiler/GPU/Gemm.h"
#include "compiler/GPU/Strategy.h"
#include "mlir/Dialect/LLVMIR/NVVMDialect.h"

using namespace mlir;
using namespace cameo;

static constexpr int64_t stages = 3, pieceBytes = 16;
static constexpr unsigned globalSpace = 1;

bool AsyncGemm::takes(const GemmProblem &p) {
  return p.multiplier != Multiplier::Exact && p.lhsStored.memref &&
         p.rhsStored.memref;
}

/// Elements of a row of the tile in shared memory.
int64_t AsyncGemm::rowOf(bool lhs) const {
  const GemmProblem::Stored &from = lhs ? p.lhsStored : p.rhsStored;
  if (from.depthInner)
    return tileDepth() + pieceBytes / width();
  return (lhs ? tileM : tileN) + (width() == 4 ? 8 : pieceBytes / width());
}

int64_t AsyncGemm::tileBytes(bool lhs) const {
  const GemmProblem::Stored &from = lhs ? p.lhsStored : p.rhsStored;
  int64_t rows = from.depthInner ? (lhs ? tileM : tileN) : tileDepth();
  return rows * rowOf(lhs) * width();
}

int64_t AsyncGemm::sharedBytes() const {
  int64_t results = warpsM * 8 * (tileN + 4) * 4; // storeSums
  return std::max(stages * (tileBytes(true) + tileBytes(false)), results);
}

AsyncGemm::Tile AsyncGemm::tile(bool lhs, const Place &at) {
  const GemmProblem::Stored &from = lhs ? p.lhsStored : p.rhsStored;
  int64_t size = lhs ? tileM : tileN;
  Tile t{&from,
         lhs,
         size,
         from.depthInner ? size : tileDepth(),
         from.depthInner ? tileDepth() : size,
         rowOf(lhs),
         lhs ? 0 : tileBytes(true),
         lhs ? at.m0 : at.n0,
         lhs ? p.rows : p.columns,
         {}};
  Type i64 = e.b.getI64Type();
  Value address = arith::IndexCastOp::create(
      e.b, i64,
      memref::ExtractAlignedPointerAsIndexOp::create(e.b, from.memref));
  Value pointer = LLVM::IntToPtrOp::create(
      e.b, LLVM::LLVMPointerType::get(e.b.getContext()), address);
  pointer = LLVM::AddrSpaceCastOp::create(
      e.b, LLVM::LLVMPointerType::get(e.b.getContext(), globalSpace), pointer);
  Value offset = arith::IndexCastOp::create(
      e.b, i64, e.mul(from.offset(at.batch), e.index(width())));
  t.source = LLVM::GEPOp::create(e.b, pointer.getType(), e.b.getI8Type(),
                                 pointer, ArrayRef<LLVM::GEPArg>{offset});
  return t;
}

/// The address `offset` bytes into the stage that begins at `stage`.
Value AsyncGemm::shared(Value stage, int64_t offset) {
  Value at = arith::IndexCastOp::create(e.b, e.b.getI64Type(),
                                        e.add(stage, e.index(offset)));
  return LLVM::GEPOp::create(e.b, memory.getType(), e.b.getI8Type(), memory,
                             ArrayRef<LLVM::GEPArg>{at});
}

/// This thread's pieces of the tile at k0, zeros beyond the matrix. A piece is
/// inside or outside as a whole: rows in memory are whole pieces.
void AsyncGemm::copy(const Tile &t, Value stage, Value k0) {
  int64_t perPiece = pieceBytes / width(), perRow = t.length / perPiece;
  auto i64 = [&](Value v) -> Value {
    return arith::IndexCastOp::create(e.b, e.b.getI64Type(), v);
  };
  auto less = [&](Value x, Value y) -> Value {
    return arith::CmpIOp::create(e.b, arith::CmpIPredicate::slt, x, y);
  };
  for (int64_t i = 0; i < t.rows * perRow / blockThreads; ++i) {
    Value item = e.add(threadId(e), e.index(i * blockThreads));
    Value row = arith::DivUIOp::create(e.b, item, e.index(perRow));
    Value piece = arith::RemUIOp::create(e.b, item, e.index(perRow));
    Value column = e.mul(piece, e.index(perPiece));
    Value outer = e.add(t.from->depthInner ? t.first : k0, row);
    Value inner = e.add(t.from->depthInner ? k0 : t.first, column);
    Value inside = arith::AndIOp::create(
        e.b, less(outer, t.from->depthInner ? t.limit : p.depth),
        less(inner, t.from->depthInner ? p.depth : t.limit));
    Value offset = arith::SelectOp::create(
        e.b, inside, e.add(e.mul(outer, t.from->stride), inner), e.index(0));
    Value source = LLVM::GEPOp::create(
        e.b, t.source.getType(), e.b.getI8Type(), t.source,
        ArrayRef<LLVM::GEPArg>{i64(e.mul(offset, e.index(width())))});
    Value to =
        e.mul(e.add(e.mul(row, e.index(t.row)), column), e.index(width()));
    Value bytes = arith::SelectOp::create(
        e.b, inside,
        arith::ConstantOp::create(e.b, e.b.getI32IntegerAttr(pieceBytes)),
        arith::ConstantOp::create(e.b, e.b.getI32IntegerAttr(0)));
    NVVM::CpAsyncOp::create(
        e.b, shared(e.add(stage, to), t.offset), source,
        e.b.getI32IntegerAttr(pieceBytes),
        NVVM::LoadCacheModifierKindAttr::get(e.b.getContext(),
                                             NVVM::LoadCacheModifierKind::CG),
        bytes);
  }
}

/// The word whose first element is `index` of a tile.
Value AsyncGemm::word(Value stage, int64_t offset, Value index) {
  Value at = shared(e.add(stage, e.mul(index, e.index(width()))), offset);
  return LLVM::LoadOp::create(e.b, e.b.getI32Type(), at, 4);
}

SmallVector<Fragment> AsyncGemm::fragments(const Tile &t, Value stage,
                                           Value first, int64_t k) {
  Value lane = arith::RemUIOp::create(e.b, threadId(e), e.index(32));
  auto at = [&](Value across, Value depth) {
    return t.from->depthInner ? e.add(e.mul(across, e.index(t.row)), depth)
                              : e.add(e.mul(depth, e.index(t.row)), across);
  };
  SmallVector<Value> words;
  if (width() == 4) {
    Value group = arith::DivUIOp::create(e.b, lane, e.index(4));
    Value inGroup = arith::RemUIOp::create(e.b, lane, e.index(4));
    // Of the lhs (0, 0), (8, 0), (0, 4), (8, 4) in m and k; of the rhs (0, 0),
    // (0, 4), (8, 0), (8, 4) in n and k.
    for (int64_t i = 0; i < 4; ++i) {
      int64_t across = t.lhs ? i % 2 : i / 2, depth = t.lhs ? i / 2 : i % 2;
      Value v = word(stage, t.offset,
                     at(e.add(e.add(first, group), e.index(8 * across)),
                        e.add(inGroup, e.index(k + 4 * depth))));
      words.push_back(roundFactor(e, p.multiplier, v));
    }
  } else {
    // Four matrices of 8 x 8, of which this lane says a row's place.
    Value matrix = arith::DivUIOp::create(e.b, lane, e.index(8));
    Value row = arith::RemUIOp::create(e.b, lane, e.index(8));
    Value low =
        e.mul(arith::RemUIOp::create(e.b, matrix, e.index(2)), e.index(8));
    Value high =
        e.mul(arith::DivUIOp::create(e.b, matrix, e.index(2)), e.index(8));
    Value across = e.add(first, t.lhs ? low : high);
    Value depth = e.add(e.index(k), t.lhs ? high : low);
    if (t.from->depthInner)
      across = e.add(across, row);
    else
      depth = e.add(depth, row);
    Value place = e.mul(at(across, depth), e.index(width()));
    words = loadMatrices(e, p.multiplier, shared(e.add(stage, place), t.offset),
                         /*transposed=*/!t.from->depthInner);
  }
  if (t.lhs)
    return {Fragment{llvm::to_vector<4>(words)}};
  return {Fragment{{words[0], words[1]}}, Fragment{{words[2], words[3]}}};
}

void AsyncGemm::emit() {
  memory = dynamicShared(e, sharedBytes());
  boundRegisters(e, 2, blockThreads);
  Place here = place();
  Tile lhs = tile(true, here), rhs = tile(false, here);
  int64_t countM = tileM / warpsM / mmaM, countN = tileN / warpsN / mmaN;
  int64_t mmaK = width() == 4 ? 8 : 16;
  int64_t stageBytes = tileBytes(true) + tileBytes(false);
  auto bring = [&](Value stage, Value k0) {
    copy(lhs, stage, k0);
    copy(rhs, stage, k0);
    NVVM::CpAsyncCommitGroupOp::create(e.b);
  };
  for (int64_t s = 0; s + 1 < stages; ++s)
    bring(e.index(s * stageBytes), e.index(s * tileDepth()));

  auto after = [&](Value stage) -> Value {
    Value next = e.add(stage, e.index(stageBytes));
    Value over = arith::CmpIOp::create(e.b, arith::CmpIPredicate::sge, next,
                                       e.index(stages * stageBytes));
    return arith::SelectOp::create(e.b, over, e.index(0), next);
  };
  // The stage to multiply, the one to fill, and the sums.
  SmallVector<Value> carried{e.index(0), e.index((stages - 1) * stageBytes)};
  carried.append(countM * countN * 4,
                 arith::ConstantOp::create(e.b, p.sum, e.b.getZeroAttr(p.sum)));
  SmallVector<Value> done = e.forLoop(
      e.index(0), p.depth, e.index(tileDepth()), carried,
      [&](Value k0, ValueRange args) {
        NVVM::CpAsyncWaitGroupOp::create(e.b, stages - 2);
        // All have their copies, and are done with the stage that is filled now.
        blockBarrier(e);
        bring(args[1], e.add(k0, e.index((stages - 1) * tileDepth())));
        SmallVector<Value> acc(args.drop_front(2));
        for (int64_t k = 0; k < tileDepth(); k += mmaK) {
          SmallVector<Fragment> b;
          for (int64_t j = 0; j < countN; j += 2)
            llvm::append_range(
                b, fragments(rhs, args[0], e.add(here.warpN, e.index(j * mmaN)),
                             k));
          for (int64_t i = 0; i < countM; ++i) {
            Fragment a = fragments(lhs, args[0],
                                   e.add(here.warpM, e.index(i * mmaM)), k)[0];
            for (int64_t j = 0; j < countN; ++j) {
              auto *mine = acc.begin() + (i * countN + j) * 4;
              llvm::copy(multiplyFragments(e, p.multiplier, a, b[j],
                                           ValueRange(ArrayRef(mine, 4))),
                         mine);
            }
          }
        }
        SmallVector<Value> next{after(args[0]), after(args[1])};
        llvm::append_range(next, acc);
        return next;
      });
  // Results take the place of the stages: nothing may arrive there any more.
  NVVM::CpAsyncWaitGroupOp::create(e.b, 0);
  blockBarrier(e);
  SharedArray out(e, p.sum, memory);
  storeSums(here, ValueRange(done).drop_front(2), out);
}
