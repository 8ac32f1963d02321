// SPDX-License-Identifier: Apache-2.0
// The strategy for cameo.trees: the lanes of a vector walk down one tree each,
// all for the same row, without a branch: gathers, or loads of single lanes where
// gathers are no faster, fetch the node and its split; the column it compares
// comes from a table in registers where the row is short, else as the node does.
// A few vectors go side by side, since what is fetched takes long to come but
// others can start meanwhile.
#include "compiler/CPU/LaneTable.h"
#include "compiler/CPU/Strategy.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"

using namespace mlir;
using namespace cameo;

/// Steps of one tree worth handing to another worker (some microseconds).
static constexpr int64_t grainSteps = 1 << 13;
/// Deeper trees ask at each level whether all lanes have reached a leaf.
static constexpr int64_t maxFixedDepth = 8;
/// Columns of leaf values that are summed up in registers at a time.
static constexpr int64_t maxColumns = 32;

namespace {
TreesOp treesOf(KernelOp kernel) {
  auto ops = kernel.getBody().front().getOps<TreesOp>();
  return llvm::hasSingleElement(ops) ? *ops.begin() : TreesOp();
}

/// Emits the work of one row.
class TreeEmitter {
public:
  TreeEmitter(TreesOp op, KernelEmitter &e)
      : op(op), e(e), b(e.b), input(e.buffer(op.getInput())),
        links(e.buffer(op.getLinks())), splits(e.buffer(op.getSplits())),
        roots(e.buffer(op.getRoots())),
        number(getElementTypeOrSelf(op.getSplits().getType())),
        link(getElementTypeOrSelf(op.getLinks().getType())),
        sum(getElementTypeOrSelf(op.getOut().getType())),
        lanes(e.target.lanes(number.getIntOrFloatBitWidth())) {
    if (op.getLeaves())
      leaves = e.buffer(op.getLeaves());
    int64_t vectors = llvm::divideCeil(trees(), lanes), best = 0;
    // Enough to hide the latency of gathers (or loads), without many idle vectors.
    const int64_t costs[] = {15, 12, 10, 10}, costsOfLoads[] = {15, 10, 8, 7};
    for (int64_t side = 1; side <= 4; ++side) {
      int64_t cost = llvm::alignTo(vectors, side) *
                     (e.target.fastGather ? costs : costsOfLoads)[side - 1];
      if (best == 0 || cost <= best) {
        best = cost;
        abreast = side;
      }
    }
  }

  int64_t trees() { return op.getTrees(); }
  /// Trees walked at a time.
  int64_t width() { return lanes * abreast; }
  int64_t groups() { return llvm::divideCeil(trees(), width()); }

  /// Bytes of a worker's memory: what the walks end with, then the indices of lanes.
  int64_t foundBytes() {
    return leaves ? llvm::alignTo(groups() * width() * 4, 64) : 0;
  }
  int64_t scratchBytes() {
    return foundBytes() +
           (e.target.fastGather ? 0 : llvm::alignTo(2 * width() * 4, 64));
  }

  LogicalResult emitRow(Value row) {
    loadRow(row);
    if (!e.target.fastGather)
      indices = memref::ViewOp::create(
          b, MemRefType::get({2 * width()}, b.getI32Type()), e.scratch,
          e.index(foundBytes()), ValueRange());
    if (leaves)
      return emitColumns(row);
    if (op.getKind() == TreeSum::Each)
      return emitEach(row);
    // One sum per vector, so that additions do not wait for each other.
    SmallVector<Value> init(abreast, splat(identity(), lanes));
    SmallVector<Value> sums =
        e.forLoop(e.index(0), e.index(groups()), e.index(1), init,
                  [&](Value group, ValueRange acc) {
                    SmallVector<Value> values = walk(row, group);
                    SmallVector<Value> next;
                    for (auto [a, v] : llvm::zip(acc, values))
                      next.push_back(combine(a, widen(v)));
                    return next;
                  });
    Value all = sums[0];
    for (Value v : ArrayRef(sums).drop_front())
      all = combine(all, v);
    Value total = vector::ReductionOp::create(
        b,
        op.getKind() == TreeSum::Sum   ? vector::CombiningKind::ADD
        : op.getKind() == TreeSum::Min ? vector::CombiningKind::MINNUMF
                                       : vector::CombiningKind::MAXNUMF,
        all);
    return e.storeResults(op.getResult(), {row, e.index(0)}, -1, 1, total);
  }

private:
  /// A short row stays in registers while all trees are walked.
  void loadRow(Value row) {
    rowTable.clear();
    int64_t count =
        cast<RankedTensorType>(op.getInput().getType()).getDimSize(1);
    int64_t registers = ShapedType::isDynamic(count)
                            ? 0
                            : laneTableRegisters(e.target, number, count);
    auto type = e.vectorType(number, lanes);
    Value zero = arith::ConstantOp::create(b, b.getZeroAttr(type));
    for (int64_t i = 0; i < registers; ++i) {
      int64_t left = count - i * lanes;
      SmallVector<Value> at{row, e.index(i * lanes)};
      if (left >= lanes) {
        rowTable.push_back(vector::LoadOp::create(b, type, input, at));
      } else if (left > 0) {
        SmallVector<bool> inside(lanes, false);
        std::fill_n(inside.begin(), left, true);
        auto maskType = e.vectorType(b.getI1Type(), lanes);
        Value mask = arith::ConstantOp::create(
            b, DenseElementsAttr::get(maskType, ArrayRef<bool>(inside)));
        rowTable.push_back(
            vector::MaskedLoadOp::create(b, type, input, at, mask, zero));
      } else {
        rowTable.push_back(zero);
      }
    }
  }
  Value splat(Value v, int64_t width) {
    return vector::BroadcastOp::create(b, e.vectorType(v.getType(), width), v);
  }
  Value constant(Type type, int64_t v) {
    return arith::ConstantOp::create(b, b.getIntegerAttr(type, v));
  }
  Value lanesOf(Type type, int64_t v) {
    return splat(constant(type, v), lanes);
  }
  /// What counts for nothing: 0, or NaN among least and largest.
  Value identity() {
    double v = op.getKind() == TreeSum::Sum
                   ? 0.0
                   : std::numeric_limits<double>::quiet_NaN();
    return arith::ConstantOp::create(b, b.getFloatAttr(sum, v));
  }
  Value combine(Value a, Value v) {
    switch (op.getKind()) {
    case TreeSum::Min:
      return arith::MinNumFOp::create(b, a, v);
    case TreeSum::Max:
      return arith::MaxNumFOp::create(b, a, v);
    default:
      return arith::AddFOp::create(b, a, v);
    }
  }
  Value widen(Value v) {
    Type element = getElementTypeOrSelf(v.getType());
    if (element == sum)
      return v;
    return arith::ExtFOp::create(
        b, e.vectorType(sum, cast<VectorType>(v.getType()).getDimSize(0)), v);
  }
  /// Where the lanes of a vector look, as `fetch` wants it.
  struct Places {
    Value vector;
    /// One index a lane, for targets without fast gathers.
    SmallVector<Value> lanes;
  };
  /// The indices go through the worker's memory: loads take them up there at once, where
  /// picking lanes out of a register is two instructions each. `slot` numbers what is alive at a time.
  Places places(Value at, int64_t slot) {
    Places p{at, {}};
    if (e.target.fastGather)
      return p;
    Value first = e.index(slot * lanes);
    vector::StoreOp::create(b, at, indices, ValueRange{first});
    for (int64_t l = 0; l < lanes; ++l) {
      Value i = memref::LoadOp::create(b, indices,
                                       ValueRange{e.index(slot * lanes + l)});
      p.lanes.push_back(arith::IndexCastOp::create(b, b.getIndexType(), i));
    }
    return p;
  }
  /// memref[base.., place] of each lane, where the last of `base` is 0.
  Value fetch(Value memref, ArrayRef<Value> base, const Places &at,
              Type element) {
    VectorType type = e.vectorType(element, lanes);
    if (!at.lanes.empty()) {
      SmallVector<Value> elements, where(base);
      for (Value lane : at.lanes) {
        where.back() = lane;
        elements.push_back(memref::LoadOp::create(b, memref, where));
      }
      return vector::FromElementsOp::create(b, type, elements);
    }
    Value all = arith::ConstantOp::create(
        b, DenseElementsAttr::get(e.vectorType(b.getI1Type(), lanes), true));
    Value none = arith::ConstantOp::create(b, b.getZeroAttr(type));
    return vector::GatherOp::create(b, type, memref, base, at.vector, all,
                                    none);
  }

  struct Step {
    Value next, branches;
  };
  /// One step of each lane.
  Step step(Value row, Value node, int64_t slot) {
    int64_t bits = op.getFeatureBits();
    Type i32 = b.getI32Type();
    Value zero = e.index(0);
    Places at = places(node, slot);
    Value word = fetch(links, {zero}, at, link);
    Value split = fetch(splits, {zero}, at, number);
    auto field = [&](int64_t shift, int64_t width) {
      Value v = word;
      if (shift)
        v = arith::ShRUIOp::create(b, v, lanesOf(link, shift));
      v = arith::AndIOp::create(b, v, lanesOf(link, (int64_t(1) << width) - 1));
      return toI32(v);
    };
    auto flag = [&](int64_t i) -> Value {
      Value v = arith::AndIOp::create(b, word,
                                      lanesOf(link, int64_t(1) << (bits + i)));
      return arith::CmpIOp::create(b, arith::CmpIPredicate::ne, v,
                                   lanesOf(link, 0));
    };
    Value column = bits ? field(0, bits) : lanesOf(i32, 0);
    Value x = rowTable.empty() ? fetch(input, {row, zero},
                                       places(column, abreast + slot), number)
                               : lookUp(e, rowTable, column);
    Value second =
        arith::CmpFOp::create(b, arith::CmpFPredicate::UGT, x, split);
    if (op.getEqual()) {
      Value differs =
          arith::CmpFOp::create(b, arith::CmpFPredicate::UNE, x, split);
      Value equal = flag(2);
      second = arith::SelectOp::create(b, equal, differs, second);
    }
    if (op.getMissing()) {
      Value known = arith::CmpFOp::create(b, arith::CmpFPredicate::ORD, x, x);
      Value other = arith::XOrIOp::create(
          b, flag(1),
          arith::ConstantOp::create(
              b, DenseElementsAttr::get(e.vectorType(b.getI1Type(), lanes),
                                        true)));
      Value may = arith::OrIOp::create(b, known, other);
      second = arith::AndIOp::create(b, second, may);
    }
    Value branches = flag(0);
    second = arith::AndIOp::create(b, second, branches);
    Value distance = toI32(
        arith::ShRSIOp::create(b, word, lanesOf(link, bits + 3)).getResult());
    Value next = arith::AddIOp::create(b, node, distance);
    Value plus = arith::ExtUIOp::create(b, e.vectorType(i32, lanes), second);
    return {arith::AddIOp::create(b, next, plus), branches};
  }
  Value toI32(Value v) {
    if (link.isInteger(32))
      return v;
    return arith::TruncIOp::create(b, e.vectorType(b.getI32Type(), lanes), v);
  }

  /// The splits of the leaves that a group of trees reaches.
  SmallVector<Value> walk(Value row, Value group) {
    SmallVector<Value> nodes;
    Value first = e.mul(group, e.index(width()));
    for (int64_t i = 0; i < abreast; ++i)
      nodes.push_back(
          vector::LoadOp::create(b, e.vectorType(b.getI32Type(), lanes), roots,
                                 ValueRange{e.add(first, e.index(i * lanes))}));
    int64_t depth = op.getDepth();
    if (depth <= maxFixedDepth) {
      for (int64_t d = 0; d < depth; ++d)
        for (auto [i, node] : llvm::enumerate(nodes))
          node = step(row, node, i).next;
    } else {
      SmallVector<Type> types(abreast, nodes[0].getType());
      auto loop = scf::WhileOp::create(
          b, types, nodes,
          [&](OpBuilder &, Location, ValueRange args) {
            // The step is taken before it is asked whether it was one.
            b.setInsertionPointToEnd(args[0].getParentBlock());
            SmallVector<Value> next;
            Value any;
            for (auto [i, node] : llvm::enumerate(args)) {
              Step s = step(row, node, i);
              next.push_back(s.next);
              any = any ? arith::OrIOp::create(b, any, s.branches) : s.branches;
            }
            Value more =
                vector::ReductionOp::create(b, vector::CombiningKind::OR, any);
            scf::ConditionOp::create(b, more, next);
          },
          [&](OpBuilder &, Location, ValueRange args) {
            b.setInsertionPointToEnd(args[0].getParentBlock());
            scf::YieldOp::create(b, args);
          });
      b.setInsertionPointAfter(loop);
      nodes = loop.getResults();
    }
    SmallVector<Value> values;
    for (auto [i, node] : llvm::enumerate(nodes))
      values.push_back(fetch(splits, {e.index(0)}, places(node, i), number));
    return values;
  }

  LogicalResult emitEach(Value row) {
    bool ok = true;
    auto store = [&](Value group, int64_t count) {
      Value first = e.mul(group, e.index(width()));
      for (auto [i, v] : llvm::enumerate(walk(row, group))) {
        Value wide = widen(v), at = e.add(first, e.index(i * lanes));
        int64_t left = count - int64_t(i) * lanes;
        if (left >= lanes) {
          ok &= succeeded(
              e.storeResults(op.getResult(), {row, at}, 1, lanes, wide));
          continue;
        }
        for (int64_t l = 0; l < left; ++l)
          ok &= succeeded(
              e.storeResults(op.getResult(), {row, e.add(at, e.index(l))}, -1,
                             1, vector::ExtractOp::create(b, wide, l)));
      }
    };
    int64_t whole = trees() / width();
    e.forLoop(e.index(0), e.index(whole), e.index(1),
              [&](Value group) { store(group, width()); });
    if (trees() % width())
      store(e.index(whole), trees() % width());
    return success(ok);
  }

  /// Sums up rows of `leaves`: first all trees are walked, then their rows are
  /// added, some columns at a time.
  LogicalResult emitColumns(Value row) {
    Type i32 = b.getI32Type(), i64 = b.getI64Type();
    bool isDouble = number.isF64();
    Value found =
        memref::ViewOp::create(b, MemRefType::get({groups() * width()}, i32),
                               e.scratch, e.index(0), ValueRange());
    e.forLoop(e.index(0), e.index(groups()), e.index(1), [&](Value group) {
      Value first = e.mul(group, e.index(width()));
      for (auto [i, v] : llvm::enumerate(walk(row, group))) {
        Value bits = arith::BitcastOp::create(
            b, e.vectorType(isDouble ? i64 : i32, lanes), v);
        if (isDouble)
          bits = arith::TruncIOp::create(b, e.vectorType(i32, lanes), bits);
        vector::StoreOp::create(b, bits, found,
                                ValueRange{e.add(first, e.index(i * lanes))});
      }
    });
    int64_t columns =
        cast<RankedTensorType>(op.getLeaves().getType()).getDimSize(1);
    int64_t wanted =
        cast<RankedTensorType>(op.getOut().getType()).getDimSize(1);
    bool ok = true;
    for (int64_t c = 0; c < wanted;) {
      int64_t block = std::min<int64_t>(maxColumns, columns - c);
      SmallVector<Value> total = e.forLoop(
          e.index(0), e.index(trees()), e.index(1), splat(identity(), block),
          [&](Value tree, ValueRange acc) {
            Value leaf = arith::IndexCastOp::create(
                b, b.getIndexType(),
                memref::LoadOp::create(b, found, ValueRange{tree}));
            Value v = vector::LoadOp::create(
                b,
                e.vectorType(getElementTypeOrSelf(op.getLeaves().getType()),
                             block),
                leaves, ValueRange{leaf, e.index(c)});
            return SmallVector<Value>{combine(acc[0], widen(v))};
          });
      int64_t count = std::min(block, wanted - c);
      if (count == block) {
        ok &= succeeded(e.storeResults(op.getResult(), {row, e.index(c)}, 1,
                                       block, total[0]));
      } else {
        for (int64_t i = 0; i < count; ++i)
          ok &= succeeded(
              e.storeResults(op.getResult(), {row, e.index(c + i)}, -1, 1,
                             vector::ExtractOp::create(b, total[0], i)));
      }
      c += block;
    }
    return success(ok);
  }

  TreesOp op;
  KernelEmitter &e;
  ImplicitLocOpBuilder &b;
  Value input, links, splits, roots, leaves;
  Value indices; ///< of lanes, in the worker's memory
  Type number, link, sum;
  int64_t lanes, abreast = 1;
  /// The row at hand, if it fits into registers.
  SmallVector<Value> rowTable;
};

struct TreeStrategy : Strategy {
  StringRef name() const override { return "trees"; }
  bool match(KernelOp kernel, const TargetDescription &) const override {
    return treesOf(kernel) != nullptr;
  }
  FailureOr<Tiling> tiling(KernelOp kernel, KernelEmitter &e) const override {
    TreesOp op = treesOf(kernel);
    TreeEmitter emitter(op, e);
    int64_t steps = std::max<int64_t>(
        1, emitter.groups() * emitter.width() *
               std::min<int64_t>(std::max<int64_t>(op.getDepth(), 1), 16));
    return Tiling{e.dim(op.getInput(), 0),
                  e.index(std::max<int64_t>(1, grainSteps / steps)),
                  e.index(emitter.scratchBytes())};
  }
  LogicalResult emit(KernelOp kernel, KernelEmitter &e) const override {
    TreeEmitter emitter(treesOf(kernel), e);
    bool ok = true;
    e.forLoop(e.begin, e.end, e.index(1),
              [&](Value row) { ok = succeeded(emitter.emitRow(row)); });
    return success(ok && !e.hadError);
  }
};
} // namespace

void cameo::addTreeStrategies(StrategyList &list) {
  list.push_back(std::make_unique<TreeStrategy>());
}
