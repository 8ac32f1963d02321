// SPDX-License-Identifier: Apache-2.0
// The strategy for reductions and what is computed from them row by row (softmax, normalisations):
// a tile is a row; its numbers stay in registers, its intermediate rows in scratch memory.
#include "compiler/CPU/Evaluator.h"
#include "compiler/CPU/RowPlan.h"
#include "compiler/CPU/Strategy.h"

using namespace mlir;
using namespace cameo;

static constexpr int64_t grainOperations = 1 << 15;

namespace {
struct RowStrategy : Strategy {
  StringRef name() const override { return "rows"; }
  bool match(KernelOp kernel, const TargetDescription &) const override {
    return RowPlan::make(kernel).has_value();
  }

  static SmallVector<Value> rowSizes(const RowPlan &plan, KernelEmitter &e) {
    SmallVector<Value> sizes;
    for (auto [d, source] : llvm::enumerate(plan.sizeSources))
      sizes.push_back(e.dim(source, d));
    return sizes;
  }

  static SmallVector<Value> innerSizes(Value v, const RowPlan &plan,
                                       KernelEmitter &e) {
    SmallVector<Value> sizes = e.dims(v);
    return SmallVector<Value>(ArrayRef<Value>(sizes).drop_front(plan.rowDims));
  }

  /// Bytes of a row in scratch memory, rounded up to a cache line.
  static Value rowBytes(Value v, const RowPlan &plan, KernelEmitter &e) {
    Type element = getElementTypeOrSelf(v.getType());
    int64_t bytes = element.isIntOrFloat()
                        ? llvm::divideCeil(element.getIntOrFloatBitWidth(), 8)
                        : 16;
    Value raw = e.mul(e.product(innerSizes(v, plan, e)), e.index(bytes));
    return e.mul(e.divUp(raw, e.index(64)), e.index(64));
  }

  FailureOr<Tiling> tiling(KernelOp kernel, KernelEmitter &e) const override {
    RowPlan plan = *RowPlan::make(kernel);
    Value scratch = e.index(0), work = e.index(1);
    for (const RowPlan::Step &step : plan.steps) {
      work = e.add(work, e.product(e.loopSizes(step.op)));
      if (step.kind == RowPlan::Kind::Stored)
        for (Value v : step.op->getResults())
          scratch = e.add(scratch, rowBytes(v, plan, e));
    }
    Value tiles = e.product(rowSizes(plan, e));
    Value perTile = e.b.createOrFold<arith::DivUIOp>(e.mul(work, e.index(4)),
                                                     e.max(tiles, e.index(1)));
    Value grain = e.b.createOrFold<arith::DivUIOp>(e.index(grainOperations),
                                                   e.max(perTile, e.index(1)));
    return Tiling{tiles, e.max(grain, e.index(1)), scratch};
  }

  LogicalResult emit(KernelOp kernel, KernelEmitter &e) const override {
    RowPlan plan = *RowPlan::make(kernel);
    llvm::DenseMap<Value, Value> stored;
    Value offset = e.index(0);
    for (const RowPlan::Step &step : plan.steps)
      if (step.kind == RowPlan::Kind::Stored)
        for (Value v : step.op->getResults()) {
          auto type = cast<RankedTensorType>(v.getType());
          SmallVector<Value> dynamic;
          for (int64_t d = plan.rowDims; d < type.getRank(); ++d)
            if (type.isDynamicDim(d))
              dynamic.push_back(e.dim(v, d));
          stored[v] = memref::ViewOp::create(
              e.b,
              MemRefType::get(type.getShape().drop_front(plan.rowDims),
                              type.getElementType()),
              e.scratch, offset, dynamic);
          offset = e.add(offset, rowBytes(v, plan, e));
        }
    SmallVector<Value> sizes = rowSizes(plan, e);
    // Sizes are asked for here so that they dominate the loop.
    bool ok = true;
    e.forLoop(e.begin, e.end, e.index(1), [&](Value tile) {
      ok = emitRow(kernel, plan, stored, e.delinearize(tile, sizes), e);
    });
    return success(ok);
  }

private:
  /// The indices of `v` in this row: the row's, with 0 where the dimension has size 1.
  static SmallVector<Value> rowOf(Value v, ArrayRef<Value> row,
                                  KernelEmitter &e) {
    auto type = cast<RankedTensorType>(v.getType());
    SmallVector<Value> at;
    for (auto [d, i] : llvm::enumerate(row))
      at.push_back(type.getDimSize(d) == 1 ? e.index(0) : i);
    return at;
  }

  /// Lanes for a loop over `v`.
  static int64_t widthFor(ArrayRef<Value> values, KernelEmitter &e) {
    int64_t bits = 8;
    llvm::SmallPtrSet<Operation *, 16> seen;
    std::function<void(Value)> visit = [&](Value v) {
      Type t = getElementTypeOrSelf(v.getType());
      bits = std::max<int64_t>(
          bits, t.isIntOrFloat() ? t.getIntOrFloatBitWidth() : 64);
      Operation *op = v.getDefiningOp();
      if (!op || !seen.insert(op).second)
        return;
      for (Value operand : op->getOperands())
        if (isa<TensorType>(operand.getType()))
          visit(operand);
      if (auto generic = dyn_cast<linalg::GenericOp>(op))
        for (Operation &inner : generic.getBody()->without_terminator())
          for (Type r : inner.getResultTypes())
            if (r.isFloat())
              bits = std::max<int64_t>(bits, r.getIntOrFloatBitWidth());
    };
    bool vectorizable = true;
    for (Value v : values) {
      visit(v);
      vectorizable &= e.isVectorizable(v);
    }
    if (!vectorizable)
      return 1;
    int64_t width = e.target.lanes(bits);
    int64_t n = cast<RankedTensorType>(values[0].getType()).getShape().back();
    if (!ShapedType::isDynamic(n))
      while (width > 1 && width > n)
        width /= 2;
    return width;
  }

  /// fn(indices, width) for all elements of the row of `v`.
  static void forRow(Value v, ArrayRef<Value> row, const RowPlan &plan,
                     int64_t width, KernelEmitter &e,
                     function_ref<void(ArrayRef<Value>, int64_t)> fn) {
    SmallVector<Value> inner = innerSizes(v, plan, e);
    SmallVector<Value> at = rowOf(v, row, e);
    std::function<void(unsigned)> nest = [&](unsigned d) {
      if (d + 1 < inner.size()) {
        if (isConstantIntValue(inner[d], 1)) {
          at.push_back(e.index(0));
          nest(d + 1);
          at.pop_back();
          return;
        }
        e.forLoop(e.index(0), inner[d], e.index(1), [&](Value i) {
          at.push_back(i);
          nest(d + 1);
          at.pop_back();
        });
        return;
      }
      auto call = [&](Value i, int64_t w) {
        at.push_back(i);
        fn(at, w);
        at.pop_back();
      };
      Value n = inner[d], vectors = e.index(0);
      if (width > 1) {
        Value w = e.index(width);
        vectors = e.mul(e.b.createOrFold<arith::DivUIOp>(n, w), w);
        e.forLoop(e.index(0), vectors, w, [&](Value i) { call(i, width); });
        if (auto size = getConstantIntValue(n)) {
          // The rest overlaps the last vector: writes the same values again.
          if (*size % width != 0)
            call(e.index(*size - width), width);
          return;
        }
      }
      e.forLoop(vectors, n, e.index(1), [&](Value i) { call(i, 1); });
    };
    nest(0);
  }

  static bool emitRow(KernelOp kernel, const RowPlan &plan,
                      const llvm::DenseMap<Value, Value> &stored,
                      ArrayRef<Value> row, KernelEmitter &e) {
    bool ok = true;
    for (const RowPlan::Step &step : plan.steps) {
      Operation *op = step.op;
      if (step.kind == RowPlan::Kind::Scalar) {
        for (const RowPlan::Step &other : plan.steps)
          if (other.during == step.op)
            e.storeRow(other.op->getResult(0),
                       stored.lookup(other.op->getResult(0)), plan.rowDims);
        Evaluator evaluator(e, 1, {});
        SmallVector<Value> values;
        for (Value v : op->getResults()) {
          SmallVector<Value> at = rowOf(v, row, e);
          at.resize(cast<RankedTensorType>(v.getType()).getRank(), e.index(0));
          values.push_back(
              evaluator.element(v, KernelEmitter::lanesOf(at, -1)));
          if (!values.back())
            return false;
        }
        for (auto [v, value] : llvm::zip(op->getResults(), values))
          e.bindRowScalar(v, value);
        for (const RowPlan::Step &other : plan.steps)
          if (other.during == step.op) {
            Value v = other.op->getResult(0);
            e.storeRow(v, {}, 0);
            e.bindRow(v, stored.lookup(v), plan.rowDims);
          }
      } else if (step.kind == RowPlan::Kind::Stored && !step.during) {
        SmallVector<Value> results(op->getResults());
        int64_t width = widthFor(results, e);
        forRow(results[0], row, plan, width, e,
               [&](ArrayRef<Value> at, int64_t w) {
                 Evaluator evaluator(e, w, {});
                 LaneIndices lanes =
                     KernelEmitter::lanesOf(at, w > 1 ? at.size() - 1 : -1);
                 for (Value v : results) {
                   Value value = evaluator.element(v, lanes);
                   ok &= bool(value);
                   if (value)
                     e.store(value, stored.lookup(v),
                             ArrayRef(lanes).drop_front(plan.rowDims), w);
                 }
               });
        for (Value v : results)
          e.bindRow(v, stored.lookup(v), plan.rowDims);
      }
      if (!ok)
        return false;
    }
    emitResults(kernel, plan, row, e, ok);
    for (const RowPlan::Step &step : plan.steps)
      for (Value v : step.op->getResults()) {
        e.bindRowScalar(v, {});
        e.bindRow(v, {}, 0);
      }
    return ok;
  }

  /// The last pass: results of equal shape in one loop.
  static void emitResults(KernelOp kernel, const RowPlan &plan,
                          ArrayRef<Value> row, KernelEmitter &e, bool &ok) {
    SmallVector<Value> values, targets;
    for (unsigned i = 0; i < kernel.getNumOuts(); ++i) {
      KernelEmitter::Target target = e.result(i);
      values.push_back(target.tensor);
      targets.push_back(target.memref);
    }
    SmallVector<bool> done(values.size());
    for (unsigned i = 0; i < values.size(); ++i) {
      if (done[i])
        continue;
      SmallVector<unsigned> same;
      SmallVector<Value> together;
      auto type = cast<RankedTensorType>(values[i].getType());
      for (unsigned j = i; j < values.size(); ++j)
        if (j == i || (!done[j] && type.hasStaticShape() &&
                       cast<RankedTensorType>(values[j].getType()).getShape() ==
                           type.getShape())) {
          same.push_back(j);
          together.push_back(values[j]);
          done[j] = true;
        }
      auto compute = [&](ArrayRef<Value> at, int64_t w) {
        Evaluator evaluator(e, w, {});
        LaneIndices lanes =
            KernelEmitter::lanesOf(at, w > 1 ? at.size() - 1 : -1);
        for (unsigned j : same) {
          Value value = evaluator.element(values[j], lanes);
          ok &= bool(value);
          if (value)
            e.store(value, targets[j], lanes, w);
        }
      };
      if (type.getRank() == plan.rowDims)
        compute(rowOf(values[i], row, e), 1);
      else
        forRow(values[i], row, plan, widthFor(together, e), e, compute);
    }
  }
};
} // namespace

void cameo::addRowStrategies(StrategyList &list) {
  list.push_back(std::make_unique<RowStrategy>());
}
