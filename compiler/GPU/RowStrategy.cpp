// SPDX-License-Identifier: Apache-2.0
// The strategies for reductions: a block for each row (softmax,
// normalisations), or for each result of a reduction that is long.
#include "compiler/CPU/Evaluator.h"
#include "compiler/CPU/RowPlan.h"
#include "compiler/GPU/Reduction.h"
#include "compiler/GPU/Strategy.h"
#include "compiler/Kernels/Contraction.h"
#include "compiler/Kernels/PointwiseRoot.h"

using namespace mlir;
using namespace cameo;

/// Rounds from which on a reduction is worth the threads of a block.
static constexpr int64_t longReduction = 32;

/// The rounds of the reduction; 0 where they are not known.
static int64_t rounds(linalg::GenericOp op) {
  int64_t n = 1;
  for (auto [size, kind] :
       llvm::zip(op.getStaticLoopRanges(), op.getIteratorTypesArray()))
    if (kind == utils::IteratorType::reduction)
      n = ShapedType::isDynamic(size) ? 0
                                      : std::min<int64_t>(n * size, 1 << 30);
  return n;
}

/// body(row) for every row, by one block each.
static void forEachRow(KernelEmitter &e, Value rows,
                       function_ref<void(Value)> body) {
  e.forLoop(blockId(e), rows, blockCount(e), body);
}
static Value blocksForRows(KernelEmitter &e, Value rows) {
  return e.min(rows, e.index(1 << 16));
}

namespace {
struct RowStrategy : GPUStrategy {
  StringRef name() const override { return "rows"; }

  bool match(KernelOp kernel) const override {
    std::optional<RowPlan> plan = RowPlan::make(kernel);
    if (!plan)
      return false;
    bool any = false;
    for (RowPlan::Step step : plan->steps)
      if (step.op.getNumReductionLoops()) {
        if (step.kind != RowPlan::Kind::Scalar || !isBlockReducible(step.op))
          return false;
        int64_t n = rounds(step.op);
        any |= n == 0 || n >= longReduction;
      }
    return any;
  }

  static SmallVector<Value> rowSizes(const RowPlan &plan, KernelEmitter &e) {
    SmallVector<Value> sizes;
    for (auto [d, source] : llvm::enumerate(plan.sizeSources))
      sizes.push_back(e.dim(source, d));
    return sizes;
  }

  FailureOr<Grid> grid(KernelOp kernel, KernelEmitter &e) const override {
    Value rows = e.product(rowSizes(*RowPlan::make(kernel), e));
    return Grid{blocksForRows(e, rows), e.index(blockThreads), {}};
  }

  LogicalResult emit(KernelOp kernel, KernelEmitter &e) const override {
    RowPlan plan = *RowPlan::make(kernel);
    BlockReducer reducer(e);
    for (RowPlan::Step step : plan.steps)
      if (step.op.getNumReductionLoops())
        reducer.prepare(step.op);
    SmallVector<Value> sizes = rowSizes(plan, e);
    bool ok = true;
    forEachRow(e, e.product(sizes), [&](Value row) {
      ok = emitRow(kernel, plan, reducer, e.delinearize(row, sizes), e);
    });
    return success(ok);
  }

private:
  /// The indices of `v` in this row: the row's, with 0 where the dimension has
  /// size 1.
  static SmallVector<Value> rowOf(Value v, ArrayRef<Value> row,
                                  KernelEmitter &e) {
    auto type = cast<RankedTensorType>(v.getType());
    SmallVector<Value> at;
    for (auto [d, i] : llvm::enumerate(row))
      at.push_back(type.getDimSize(d) == 1 ? e.index(0) : i);
    return at;
  }

  static bool emitRow(KernelOp kernel, const RowPlan &plan,
                      BlockReducer &reducer, ArrayRef<Value> row,
                      KernelEmitter &e) {
    // Values between the reductions are computed where they are read:
    // arithmetic is cheaper than memory here.
    for (RowPlan::Step step : plan.steps) {
      if (!step.op.getNumReductionLoops())
        continue;
      Value first = step.op.getResult(0);
      SmallVector<Value> at = rowOf(first, row, e);
      at.resize(cast<RankedTensorType>(first.getType()).getRank(), e.index(0));
      SmallVector<Value> values = reducer.reduce(step.op, at);
      if (values.empty())
        return false;
      for (auto [v, value] : llvm::zip(step.op.getResults(), values))
        e.bindRowScalar(v, value);
    }
    bool ok = true;
    for (unsigned i = 0; i < kernel.getNumOuts(); ++i) {
      KernelEmitter::Target target = e.result(i);
      SmallVector<Value> sizes = e.dims(target.tensor);
      ArrayRef<Value> inner = ArrayRef<Value>(sizes).drop_front(plan.rowDims);
      e.forLoop(threadId(e), e.product(inner), e.index(blockThreads),
                [&](Value item) {
                  SmallVector<Value> at = rowOf(target.tensor, row, e);
                  if (!inner.empty())
                    llvm::append_range(at, e.delinearize(item, inner));
                  LaneIndices lanes = KernelEmitter::lanesOf(at, -1);
                  Value v = e.evaluate(target.tensor, lanes, 1);
                  ok &= bool(v);
                  if (v)
                    e.store(v, target.memref, lanes, 1);
                });
    }
    for (RowPlan::Step step : plan.steps)
      for (Value v : step.op->getResults())
        e.bindRowScalar(v, {});
    return ok;
  }
};

/// One reduction, with what is fused behind it point by point.
struct ReductionStrategy : GPUStrategy {
  StringRef name() const override { return "reduction"; }

  static linalg::GenericOp root(KernelOp kernel) {
    auto op = dyn_cast_or_null<linalg::GenericOp>(
        findPointwiseRoot(kernel, /*throughReshapes=*/true));
    return op && isBlockReducible(op) ? op : linalg::GenericOp();
  }

  bool match(KernelOp kernel) const override {
    linalg::GenericOp op = root(kernel);
    if (!op)
      return false;
    // A product with few rows: threads side by side read the matrix side by
    // side.
    if (FailureOr<Contraction> c = Contraction::match(op); succeeded(c)) {
      auto last = dyn_cast<AffineDimExpr>(c->rhsMap().getResults().back());
      if (last && last.getPosition() == c->n)
        return false;
    }
    int64_t n = rounds(op);
    return n == 0 || n >= longReduction;
  }

  FailureOr<Grid> grid(KernelOp kernel, KernelEmitter &e) const override {
    Value rows = e.product(e.dims(root(kernel).getResult(0)));
    return Grid{blocksForRows(e, rows), e.index(blockThreads), {}};
  }

  LogicalResult emit(KernelOp kernel, KernelEmitter &e) const override {
    linalg::GenericOp op = root(kernel);
    BlockReducer reducer(e);
    reducer.prepare(op);
    SmallVector<Value> sizes = e.dims(op.getResult(0));
    bool ok = true;
    forEachRow(e, e.product(sizes), [&](Value row) {
      SmallVector<Value> at;
      if (!sizes.empty())
        at = e.delinearize(row, sizes);
      SmallVector<Value> values = reducer.reduce(op, at);
      if (values.empty()) {
        ok = false;
        return;
      }
      Value first = arith::CmpIOp::create(e.b, arith::CmpIPredicate::eq,
                                          threadId(e), e.index(0));
      auto write = scf::IfOp::create(e.b, first, false);
      OpBuilder::InsertionGuard guard(e.b);
      e.b.setInsertionPoint(write.thenYield());
      ok &= succeeded(e.storeResults(op.getResult(0), at, -1, 1, values[0]));
    });
    return success(ok);
  }
};
} // namespace

void cameo::addGPURowStrategies(GPUStrategyList &list) {
  list.push_back(std::make_unique<RowStrategy>());
  list.push_back(std::make_unique<ReductionStrategy>());
}
