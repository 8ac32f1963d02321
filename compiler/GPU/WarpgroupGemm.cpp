// SPDX-License-Identifier: Apache-2.0
// Products on the tensor cores of compute capability 9.0. One warp tells the
// tensor memory accelerator (TMA) to bring tiles of 128 bytes of k into three
// stages of shared memory; warpgroups of 128 threads have 64 rows of the result
// each and multiply whole stages by wgmma, which reads both operands from there.
// Two barriers (mbarrier) a stage: `full` counts the bytes that have come,
// `empty` the warps that are done with them. A multiprocessor has two such
// blocks, so that one multiplies while the other stores its results.
//
// Tiles lie as TMA's swizzle of 128 bytes puts them: rows of 128 bytes, eight of
// them (1024 bytes) a unit in which pieces of 16 bytes are exchanged, so that no
// two that are read together meet in a bank. Rows go along k where that is
// innermost in memory; else they go along m or n, 64 elements, and further
// elements of the tile follow when the depth of the stage is over. How wgmma is
// told: PTX ISA, "Matrix Descriptor Format".
#include "compiler/GPU/Gemm.h"
#include "compiler/GPU/Strategy.h"
#include "mlir/Dialect/LLVMIR/NVVMDialect.h"

using namespace mlir;
using namespace cameo;

static constexpr int64_t stages = 3, rowBytes = 128, unitBytes = 8 * rowBytes,
                         mmaBytes = 32, // of k, of one wgmma
    warpgroupRows = 64, warpgroupThreads = 128, warpThreads = 32,
                         storedRows = 8, // of a warp, at a time
    outPadding = 4;
static constexpr unsigned clusterSpace = 7; // shared memory of other blocks too
static constexpr int32_t consumersBarrier = 1; // of the 16 that a block has
static constexpr int64_t mostMapDims = 5;

bool WarpgroupGemm::takes(const GemmProblem &p) {
  auto ok = [&](const GemmProblem::Stored &s) {
    return s.memref && s.argument &&
           cast<MemRefType>(s.memref.getType()).getRank() <= mostMapDims &&
           // wgmma transposes elements of 16 bits only.
           (s.depthInner || p.multiplier != Multiplier::TF32);
  };
  return (p.multiplier == Multiplier::F16 || p.multiplier == Multiplier::BF16 ||
          p.multiplier == Multiplier::TF32) &&
         ok(p.lhsStored) && ok(p.rhsStored);
}

WarpgroupGemm::WarpgroupGemm(GemmProblem problem, KernelEmitter &e)
    : TensorCoreGemm(std::move(problem), e) {}

int64_t WarpgroupGemm::rowLength() const { return rowBytes / width(); }
int64_t WarpgroupGemm::tileDepth() const { return rowLength(); }
int64_t WarpgroupGemm::stageBytes() const { return (tileM + tileN) * rowBytes; }
int64_t WarpgroupGemm::warpgroups() const { return tileM / warpgroupRows; }

/// Stages, where results lie afterwards as well, then two barriers for each.
int64_t WarpgroupGemm::sharedBytes() const {
  return stages * stageBytes() + stages * 2 * 8;
}

/// The address `offset` bytes into the block's memory.
Value WarpgroupGemm::at(Value offset) {
  Value bytes = arith::IndexCastOp::create(e.b, e.b.getI64Type(), offset);
  return LLVM::GEPOp::create(e.b, memory.getType(), e.b.getI8Type(), memory,
                             ArrayRef<LLVM::GEPArg>{bytes});
}

enum : int64_t { full, empty };
/// Of the stage that begins at `stage`.
Value WarpgroupGemm::barrier(Value stage, int64_t which) {
  Value number = arith::DivUIOp::create(e.b, stage, e.index(stageBytes()));
  return at(e.add(e.mul(number, e.index(16)),
                  e.index(stages * stageBytes() + which * 8)));
}

static Value i32(KernelEmitter &e, int64_t v) {
  return arith::ConstantOp::create(e.b, e.b.getI32IntegerAttr(int32_t(v)));
}

/// Code in `body` for threads where `condition` holds.
static void onlyIf(KernelEmitter &e, Value condition,
                   function_ref<void()> body) {
  auto branch = scf::IfOp::create(e.b, condition, false);
  OpBuilder::InsertionGuard guard(e.b);
  e.b.setInsertionPoint(branch.thenYield());
  body();
}

/// Waits until the phase of this parity is over; that before the first counts as
/// an odd one that is.
static void waitFor(KernelEmitter &e, Value barrier, Value parity) {
  auto loop = scf::WhileOp::create(e.b, TypeRange(), ValueRange());
  OpBuilder::InsertionGuard guard(e.b);
  e.b.createBlock(&loop.getBefore());
  Type i1 = e.b.getI1Type();
  Value done =
      LLVM::CallIntrinsicOp::create(
          e.b, i1,
          e.b.getStringAttr(
              "llvm.nvvm.mbarrier.try.wait.parity.scope.cta.space.cta"),
          ValueRange{barrier, parity})
          .getResult(0);
  Value yes = arith::ConstantOp::create(e.b, e.b.getBoolAttr(true));
  scf::ConditionOp::create(e.b, arith::XOrIOp::create(e.b, done, yes),
                           ValueRange());
  e.b.createBlock(&loop.getAfter());
  scf::YieldOp::create(e.b);
}

Value WarpgroupGemm::isFirst(Value x) {
  return arith::CmpIOp::create(e.b, arith::CmpIPredicate::eq, x, e.index(0));
}

/// One thread prepares the barriers; the accelerator sees them behind the fence.
void WarpgroupGemm::setUp() {
  onlyIf(e, isFirst(threadId(e)), [&] {
    for (int64_t s = 0; s < stages; ++s) {
      Value stage = e.index(s * stageBytes());
      NVVM::MBarrierInitOp::create(e.b, barrier(stage, full), i32(e, 1),
                                   Value());
      NVVM::MBarrierInitOp::create(
          e.b, barrier(stage, empty),
          i32(e, warpgroups() * warpgroupThreads / warpThreads), Value());
    }
    NVVM::FenceMbarrierInitOp::create(e.b);
  });
  blockBarrier(e);
}

SmallVector<Value> WarpgroupGemm::forStages(ValueRange carried, Step step) {
  SmallVector<Value> all{e.index(0), i32(e, 0)};
  llvm::append_range(all, carried);
  SmallVector<Value> done =
      e.forLoop(e.index(0), p.depth, e.index(tileDepth()), all,
                [&](Value k0, ValueRange args) {
                  SmallVector<Value> mine =
                      step(k0, args[0], args[1], args.drop_front(2));
                  Value next = e.add(args[0], e.index(stageBytes()));
                  Value over =
                      arith::CmpIOp::create(e.b, arith::CmpIPredicate::eq, next,
                                            e.index(stages * stageBytes()));
                  SmallVector<Value> result{
                      arith::SelectOp::create(e.b, over, e.index(0), next),
                      arith::XOrIOp::create(
                          e.b, args[1],
                          arith::ExtUIOp::create(e.b, e.b.getI32Type(), over))};
                  llvm::append_range(result, mine);
                  return result;
                });
  done.erase(done.begin(), done.begin() + 2);
  return done;
}

//===-- the warp that brings tiles ----------------------------------------===//

/// All of an operand's tile at k0. What lies beyond the tensor comes as zeros.
void WarpgroupGemm::bring(const Operand &o, Value batch, Value stage,
                          Value k0) {
  int64_t boxes = o.from->depthInner ? 1 : o.size / rowLength();
  for (int64_t i = 0; i < boxes; ++i) {
    Value across = e.add(o.first, e.index(i * rowLength()));
    auto indices = o.from->indices(batch, across, k0);
    SmallVector<Value> coordinates;
    for (Value index : llvm::reverse(indices))
      coordinates.push_back(
          arith::IndexCastOp::create(e.b, e.b.getI32Type(), index));
    Value to = at(e.add(stage, e.index(o.offset + i * tileDepth() * rowBytes)));
    to = LLVM::AddrSpaceCastOp::create(
        e.b, LLVM::LLVMPointerType::get(e.b.getContext(), clusterSpace), to);
    NVVM::CpAsyncBulkTensorGlobalToSharedClusterOp::create(
        e.b, to, o.map, coordinates, barrier(stage, full),
        /*im2colOffsets=*/ValueRange(), /*multicastMask=*/Value(),
        /*l2CacheHint=*/Value(), NVVM::TMALoadMode::TILE, /*isCTAOnly=*/false,
        /*group=*/NVVM::CTAGroupKindAttr(), /*predicate=*/Value());
  }
}

void WarpgroupGemm::produce(const Operand &lhs, const Operand &rhs,
                            Value batch) {
  forStages({}, [&](Value k0, Value stage, Value parity, ValueRange) {
    // The first time a stage is empty as it is.
    waitFor(e, barrier(stage, empty),
            arith::XOrIOp::create(e.b, parity, i32(e, 1)));
    NVVM::MBarrierArriveExpectTxOp::create(
        e.b, TypeRange(e.b.getI64Type()), barrier(stage, full),
        i32(e, stageBytes()), NVVM::MemScopeKind::CTA, /*relaxed=*/false,
        Value());
    bring(lhs, batch, stage, k0);
    bring(rhs, batch, stage, k0);
    return SmallVector<Value>();
  });
}

//===-- the warpgroups that multiply --------------------------------------===//

/// The matrix descriptor of an operand, from row `rows` of the tile and element
/// `k` of the stage's depth on.
Value WarpgroupGemm::describe(const Operand &o, Value stage, Value rows,
                              int64_t k) {
  int64_t blockBytes = tileDepth() * rowBytes; // of rowLength() in m or n
  // Within a row of the swizzle k goes on by bytes, else by rows.
  Value start = e.add(
      stage, e.index(o.offset + k * (o.from->depthInner ? width() : rowBytes)));
  // Either way 64 rows of the tile are as many rows of 128 bytes.
  start = e.add(start, e.mul(rows, e.index(rowBytes)));
  Type i64 = e.b.getI64Type();
  auto number = [&](uint64_t v) -> Value {
    return arith::ConstantOp::create(e.b, e.b.getI64IntegerAttr(int64_t(v)));
  };
  Value address = LLVM::PtrToIntOp::create(e.b, i64, at(start));
  Value field = arith::ShRUIOp::create(
      e.b, arith::AndIOp::create(e.b, address, number(0x3ffff)), number(4));
  // Bytes to the next block in m or n (of no meaning along k), to the next unit
  // of eight rows, swizzle of 128 bytes.
  uint64_t leading = o.from->depthInner ? 1 : uint64_t(blockBytes) >> 4;
  uint64_t rest =
      leading << 16 | uint64_t(unitBytes >> 4) << 32 | uint64_t(1) << 62;
  return arith::OrIOp::create(e.b, field, number(rest));
}

void WarpgroupGemm::consume(const Operand &lhs, const Operand &rhs,
                            const Place &here) {
  Value lane = arith::RemUIOp::create(e.b, threadId(e), e.index(warpThreads));
  Value rows =
      e.mul(arith::DivUIOp::create(e.b, threadId(e), e.index(warpgroupThreads)),
            e.index(warpgroupRows));
  int64_t count = tileN / 2; // sums a thread: 64 x tileN over 128
  NVVM::WGMMATypes type =
      p.multiplier == Multiplier::F16    ? NVVM::WGMMATypes::f16
      : p.multiplier == Multiplier::BF16 ? NVVM::WGMMATypes::bf16
                                         : NVVM::WGMMATypes::tf32;
  int64_t mmaK = mmaBytes / width();
  auto sumsType = LLVM::LLVMStructType::getLiteral(
      e.b.getContext(), SmallVector<Type>(count, p.sum));
  using NVVM::MMALayout;
  auto release = [&](Value stage) {
    onlyIf(e, isFirst(lane), [&] {
      NVVM::MBarrierArriveOp::create(e.b, TypeRange(e.b.getI64Type()),
                                     barrier(stage, empty), Value());
    });
  };

  SmallVector<Value> carried{e.index(0)}; // the stage before
  carried.append(count,
                 arith::ConstantOp::create(e.b, p.sum, e.b.getZeroAttr(p.sum)));
  SmallVector<Value> done = forStages(carried, [&](Value k0, Value stage,
                                                   Value parity,
                                                   ValueRange args) {
    waitFor(e, barrier(stage, full), parity);
    Value sums = LLVM::UndefOp::create(e.b, sumsType);
    for (auto [i, v] : llvm::enumerate(args.drop_front()))
      sums = LLVM::InsertValueOp::create(e.b, sums, v, i);
    NVVM::WgmmaFenceAlignedOp::create(e.b);
    for (int64_t k = 0; k < tileDepth(); k += mmaK)
      sums = NVVM::WgmmaMmaAsyncOp::create(
          e.b, sumsType, sums, describe(lhs, stage, rows, k),
          describe(rhs, stage, e.index(0), k),
          NVVM::MMAShapeAttr::get(e.b.getContext(), warpgroupRows, tileN, mmaK),
          type, type, NVVM::WGMMATypes::f32, NVVM::WGMMAScaleOut::one,
          NVVM::WGMMAScaleIn::one, NVVM::WGMMAScaleIn::one,
          lhs.from->depthInner ? MMALayout::row : MMALayout::col,
          rhs.from->depthInner ? MMALayout::col : MMALayout::row,
          NVVM::MMAIntOverflowAttr());
    NVVM::WgmmaGroupSyncAlignedOp::create(e.b);
    // This stage's products are on their way; those before are done with
    // theirs.
    NVVM::WgmmaWaitGroupSyncOp::create(e.b, 1);
    onlyIf(
        e,
        arith::CmpIOp::create(e.b, arith::CmpIPredicate::sgt, k0, e.index(0)),
        [&] { release(args[0]); });
    SmallVector<Value> next{stage};
    for (int64_t i = 0; i < count; ++i)
      next.push_back(LLVM::ExtractValueOp::create(e.b, sums, i));
    return next;
  });
  NVVM::WgmmaWaitGroupSyncOp::create(e.b, 0);
  storeRows(here, ValueRange(done).drop_front());
}

/// Results leave by way of shared memory, where each warp has eight of its 16
/// rows at a time: neighbouring threads then write neighbours. Sum 4j + 2r + c of
/// a thread is that of row lane / 4 + 8 r and column 8 j + 2 (lane mod 4) + c.
void WarpgroupGemm::storeRows(const Place &here, ValueRange sums) {
  // The stages make room: nobody reads them any more.
  NVVM::BarrierOp::create(e.b, TypeRange(), i32(e, consumersBarrier),
                          i32(e, warpgroups() * warpgroupThreads), {}, Value());
  SharedArray out(e, p.sum, memory);
  int64_t length = tileN + outPadding;
  Value lane = arith::RemUIOp::create(e.b, threadId(e), e.index(warpThreads));
  Value base = e.mul(here.warp, e.index(storedRows * length));
  Value mine =
      e.add(e.add(base, e.mul(arith::DivUIOp::create(e.b, lane, e.index(4)),
                              e.index(length))),
            e.mul(arith::RemUIOp::create(e.b, lane, e.index(4)), e.index(2)));
  Value row = e.add(here.m0, e.mul(here.warp, e.index(2 * storedRows)));
  for (int64_t half = 0; half < 2; ++half) {
    for (int64_t j = 0; j < tileN / 8; ++j)
      for (int64_t c = 0; c < 2; ++c)
        out.store(sums[4 * j + 2 * half + c], e.add(mine, e.index(8 * j + c)));
    warpBarrier(e);
    e.forLoop(
        lane, e.index(storedRows * tileN), e.index(warpThreads),
        [&](Value item) {
          Value r = arith::DivUIOp::create(e.b, item, e.index(tileN));
          Value x = arith::RemUIOp::create(e.b, item, e.index(tileN));
          Value m = e.add(row, e.add(r, e.index(half * storedRows)));
          Value n = e.add(here.n0, x);
          auto less = [&](Value v, Value limit) -> Value {
            return arith::CmpIOp::create(e.b, arith::CmpIPredicate::slt, v,
                                         limit);
          };
          onlyIf(
              e,
              arith::AndIOp::create(e.b, less(m, p.rows), less(n, p.columns)),
              [&] {
                p.store(
                    {here.batch, m, n},
                    out.load(e.add(base, e.add(e.mul(r, e.index(length)), x))));
              });
        });
    if (half == 0) // they make room for the others
      warpBarrier(e);
  }
}

void WarpgroupGemm::emit() {
  int64_t threads = warpgroups() * warpgroupThreads + warpThreads;
  memory = dynamicShared(e, sharedBytes());
  boundRegisters(e, 2, threads);
  Place here = place();
  auto operand = [&](bool lhs) {
    const GemmProblem::Stored &from = lhs ? p.lhsStored : p.rhsStored;
    int64_t size = lhs ? tileM : tileN;
    SmallVector<int64_t> box(cast<MemRefType>(from.memref.getType()).getRank(),
                             1);
    box[from.acrossDim] = from.depthInner ? size : rowLength();
    box[from.depthDim] = tileDepth();
    return Operand{&from, size, lhs ? 0 : tileM * rowBytes,
                   lhs ? here.m0 : here.n0, tensorMap(e, *from.argument, box)};
  };
  Operand lhs = operand(true), rhs = operand(false);
  setUp();
  Value brings = arith::CmpIOp::create(
      e.b, arith::CmpIPredicate::eq, here.warp,
      e.index(warpgroups() * warpgroupThreads / warpThreads));
  auto roles = scf::IfOp::create(e.b, brings, /*withElseRegion=*/true);
  OpBuilder::InsertionGuard guard(e.b);
  e.b.setInsertionPoint(roles.thenYield());
  Value lane = arith::RemUIOp::create(e.b, threadId(e), e.index(warpThreads));
  onlyIf(e, isFirst(lane), [&] { produce(lhs, rhs, here.batch); });
  e.b.setInsertionPoint(roles.elseYield());
  consume(lhs, rhs, here);
}
