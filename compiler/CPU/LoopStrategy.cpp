// SPDX-License-Identifier: Apache-2.0
// The strategy for everything that no other takes: loops over the elements of
// each result, on vectors where possible, computing each from what is in
// memory.
#include "compiler/CPU/ConcatParts.h"
#include "compiler/CPU/Evaluator.h"
#include "compiler/CPU/Strategy.h"

using namespace mlir;
using namespace cameo;

/// Elements of the innermost dimension, or of the two innermost, that make a
/// tile.
static constexpr int64_t chunkElements = 4096;
/// Innermost dimensions up to this size go together with the next one.
static constexpr int64_t shortRow = 512;
/// Vectors that go down the rows of a reduction together: whole cache lines of
/// each row, or longer rows come from memory once for each vector in a line, and
/// sums that do not wait for each other.
static constexpr int64_t vectorsDown = 4;
/// Operations a step up to which these vectors all stay in registers.
static constexpr int64_t shortBody = 4;
/// Elementary operations worth handing to another thread (about 10 µs).
static constexpr int64_t grainOperations = 1 << 15;

namespace {
/// Results of equal shape, computed in one loop nest.
struct ResultGroup {
  SmallVector<unsigned> results;
  int64_t width = 1;
  /// Elements that go down the rows of a reduction together; 0: `width`.
  int64_t wide = 0;
  int64_t chunk = chunkElements;
  /// Operations per element, roughly.
  int64_t cost = 1;
};

/// How `tensor` is read along its dimension `dim`: the number of sources where
/// neighbours are neighbours in memory, less those where they are not.
class Access {
public:
  explicit Access(KernelEmitter &e) : e(e) {}
  int64_t bits = 8;
  int64_t cost = 1;
  bool reduces = false;
  /// Every step is short, and neighbours are neighbours in memory or one value.
  bool streams = true;

  int64_t score(Value tensor, int64_t dim) {
    if (!seen.insert({tensor, dim}).second)
      return 0;
    auto type = cast<RankedTensorType>(tensor.getType());
    noteType(type.getElementType());
    Operation *op = tensor.getDefiningOp();
    if (!op || e.buffer(tensor)) {
      streams &= dim < 0 || dim == type.getRank() - 1;
      return dim < 0 ? 0 : dim == type.getRank() - 1 ? 1 : -1;
    }
    auto generic = dyn_cast<linalg::GenericOp>(op);
    if (!generic) {
      streams = false;
      int64_t total = 0;
      for (Value operand : op->getOperands())
        if (auto t = dyn_cast<RankedTensorType>(operand.getType());
            t && !operand.getDefiningOp<tensor::EmptyOp>())
          total += score(operand, t.getRank() == type.getRank() ? dim : -1);
      return total;
    }
    int64_t work = 0;
    for (Operation &inner : generic.getBody()->without_terminator())
      work += isa<math::MathDialect>(inner.getDialect()) ? 10 : 1;
    streams &= work <= shortBody && !generic.hasIndexSemantics();
    if (generic.getNumReductionLoops()) {
      reduces = true;
      SmallVector<int64_t> ranges = generic.getStaticLoopRanges();
      for (auto [n, kind] : llvm::zip(ranges, generic.getIteratorTypesArray()))
        if (kind == utils::IteratorType::reduction)
          work *= ShapedType::isDynamic(n) ? 64 : std::min<int64_t>(n, 1 << 20);
    }
    cost = std::min<int64_t>(cost + work, 1 << 30);
    AffineMap outMap = generic.getMatchingIndexingMap(
        generic.getDpsInitOperand(cast<OpResult>(tensor).getResultNumber()));
    AffineDimExpr loop(nullptr);
    if (dim >= 0)
      loop = dyn_cast<AffineDimExpr>(outMap.getResult(dim));
    int64_t total = 0;
    for (OpOperand *input : generic.getDpsInputOperands()) {
      if (!isa<RankedTensorType>(input->get().getType()))
        continue;
      int64_t at = -1;
      if (loop)
        for (auto [i, expr] : llvm::enumerate(
                 generic.getMatchingIndexingMap(input).getResults()))
          if (expr.isFunctionOfDim(loop.getPosition())) {
            at = i;
            streams &= isa<AffineDimExpr>(expr);
          }
      total += score(input->get(), at);
    }
    for (BlockArgument arg : generic.getBody()->getArguments())
      noteType(arg.getType());
    return total;
  }

private:
  void noteType(Type t) {
    bits = std::max<int64_t>(bits,
                             t.isIntOrFloat() ? t.getIntOrFloatBitWidth() : 64);
  }
  KernelEmitter &e;
  llvm::DenseSet<std::pair<Value, int64_t>> seen;
};

struct LoopStrategy : Strategy {
  StringRef name() const override { return "loops"; }
  bool match(KernelOp, const TargetDescription &) const override {
    return true;
  }

  static SmallVector<ResultGroup> groups(KernelOp kernel, KernelEmitter &e) {
    SmallVector<ResultGroup> list;
    SmallVector<Value> values;
    for (unsigned i = 0; i < kernel.getNumOuts(); ++i)
      values.push_back(e.result(i).tensor);
    auto shape = [&](unsigned r) {
      return cast<RankedTensorType>(values[r].getType()).getShape();
    };
    for (unsigned i = 0; i < values.size(); ++i) {
      auto same = llvm::find_if(list, [&](const ResultGroup &g) {
        unsigned first = g.results[0];
        return shape(first) == shape(i) &&
               (values[first].getDefiningOp() == values[i].getDefiningOp() ||
                !ShapedType::isDynamicShape(shape(i)));
      });
      if (same == list.end())
        same = &list.emplace_back();
      same->results.push_back(i);
    }
    for (ResultGroup &g : list) {
      Access access(e);
      int64_t score = 0;
      bool vectorizable = true;
      int64_t rank = shape(g.results[0]).size();
      for (unsigned r : g.results) {
        score += access.score(values[r], rank - 1);
        vectorizable &= e.isVectorizable(values[r]);
      }
      g.cost = access.cost;
      if (vectorizable && rank > 0 && !(access.reduces && score < 0)) {
        g.width = e.target.lanes(access.bits);
        if (int64_t n = shape(g.results[0]).back(); !ShapedType::isDynamic(n))
          while (g.width > n && g.width > 1)
            g.width /= 2;
        if (access.reduces && access.streams && g.width > 1 &&
            g.width == e.target.lanes(access.bits))
          g.wide = vectorsDown * g.width;
      }
      // Long reductions: few elements are work enough for a tile.
      if (access.reduces)
        g.chunk = std::max<int64_t>(
            g.width,
            llvm::alignTo(std::max<int64_t>(chunkElements / access.cost, 1),
                          g.wide ? g.wide : g.width));
    }
    return list;
  }

  /// A tile is a chunk of the innermost dimension, or of rows of it.
  struct Space {
    SmallVector<Value> sizes; // all but the innermost and that of the rows
    Value inner, rows; // rows: null where chunks are of the innermost dimension
    Value chunks, tiles;
    int64_t chunk; // elements or rows
  };
  static Space space(KernelOp kernel, const ResultGroup &g, KernelEmitter &e) {
    Space s;
    s.sizes = e.dims(e.result(g.results[0]).tensor);
    s.inner = s.sizes.empty() ? e.index(1) : s.sizes.pop_back_val();
    s.chunk = g.chunk;
    auto n = getConstantIntValue(s.inner);
    if (n && *n > 0 && *n <= shortRow && !s.sizes.empty()) {
      s.rows = s.sizes.pop_back_val();
      s.chunk = std::max<int64_t>(1, g.chunk / *n);
    }
    s.chunks = e.divUp(s.rows ? s.rows : s.inner, e.index(s.chunk));
    s.tiles = e.mul(e.product(s.sizes), s.chunks);
    return s;
  }

  FailureOr<Tiling> tiling(KernelOp kernel, KernelEmitter &e) const override {
    Value tiles = e.index(0), work = e.index(0);
    for (const ResultGroup &g : groups(kernel, e)) {
      Space s = space(kernel, g, e);
      tiles = e.add(tiles, s.tiles);
      Value elements = e.min(s.rows ? s.rows : s.inner, e.index(s.chunk));
      if (s.rows)
        elements = e.mul(elements, s.inner);
      Value perTile = e.mul(elements, e.index(g.cost));
      work = e.max(work, perTile);
    }
    Value grain = e.b.createOrFold<arith::DivUIOp>(e.index(grainOperations),
                                                   e.max(work, e.index(1)));
    return Tiling{tiles, e.max(grain, e.index(1)), {}};
  }

  LogicalResult emit(KernelOp kernel, KernelEmitter &e) const override {
    Value base = e.index(0);
    bool ok = true;
    SmallVector<ResultGroup> list = groups(kernel, e);
    for (const ResultGroup &g : list) {
      Space s = space(kernel, g, e);
      Value lo = e.begin, hi = e.end;
      if (list.size() > 1) {
        // The groups' tiles follow one another.
        lo = e.max(e.sub(e.begin, base), e.index(0));
        hi = e.min(e.sub(e.end, base), s.tiles);
        base = e.add(base, s.tiles);
      }
      e.forLoop(lo, hi, e.index(1),
                [&](Value tile) { ok &= emitTile(kernel, g, s, tile, e); });
    }
    return success(ok);
  }

private:
  static bool emitTile(KernelOp kernel, const ResultGroup &g, const Space &s,
                       Value tile, KernelEmitter &e) {
    SmallVector<Value> indices;
    SmallVector<Value> tensors;
    for (unsigned r : g.results)
      tensors.push_back(e.result(r).tensor);
    Value from = e.index(0), to = s.inner, firstRow, lastRow;
    int64_t rank = cast<RankedTensorType>(tensors[0].getType()).getRank();
    if (rank > 0) {
      SmallVector<Value> sizes = s.sizes;
      auto n = getConstantIntValue(s.rows ? s.rows : s.inner);
      bool chunked = !n || *n > s.chunk;
      if (chunked)
        sizes.push_back(s.chunks);
      if (!sizes.empty())
        indices = e.delinearize(tile, sizes);
      firstRow = e.index(0), lastRow = s.rows;
      if (chunked) {
        Value first = e.mul(indices.pop_back_val(), e.index(s.chunk));
        Value last =
            e.min(e.add(first, e.index(s.chunk)), s.rows ? s.rows : s.inner);
        (s.rows ? firstRow : from) = first;
        (s.rows ? lastRow : to) = last;
      }
    }
    bool ok = true;
    int64_t parts = 0;
    forEachPart(tensors, indices, parts, e, [&] {
      if (!s.rows) {
        ok &= emitRow(g, s, indices, rank, from, to, e);
        return;
      }
      e.forLoop(firstRow, lastRow, e.index(1), [&](Value row) {
        SmallVector<Value> at = indices;
        at.push_back(row);
        // A row lies in one part, where rows are what is concatenated.
        forEachPart(tensors, at, parts, e,
                    [&] { ok &= emitRow(g, s, at, rank, from, to, e); });
      });
    });
    return ok;
  }

  /// The elements [from, to) of the innermost dimension at `indices`.
  static bool emitRow(const ResultGroup &g, const Space &s,
                      ArrayRef<Value> indices, int64_t rank, Value from,
                      Value to, KernelEmitter &e) {
    bool ok = true;
    auto compute = [&](Value i, int64_t width) {
      SmallVector<Value> at(indices);
      if (rank > 0)
        at.push_back(i);
      LaneIndices lanes = KernelEmitter::lanesOf(at, width > 1 ? rank - 1 : -1);
      Evaluator evaluator(e, width, {});
      for (unsigned r : g.results) {
        KernelEmitter::Target target = e.result(r);
        Value v = evaluator.element(target.tensor, lanes);
        if (!v) {
          ok = false;
          return;
        }
        e.store(v, target.memref, lanes, width);
      }
    };
    if (rank == 0) {
      compute(from, 1);
      return ok;
    }
    if (g.width == 1) {
      e.forLoop(from, to, e.index(1), [&](Value i) { compute(i, 1); });
      return ok;
    }
    if (auto n = getConstantIntValue(s.inner); g.wide && (!n || *n >= g.wide)) {
      Value w = e.index(g.wide);
      Value last = e.add(
          from, e.mul(e.b.createOrFold<arith::DivUIOp>(e.sub(to, from), w), w));
      e.forLoop(from, last, w, [&](Value i) { compute(i, g.wide); });
      if (n && *n % g.wide == 0)
        return ok;
      from = last;
    }
    Value w = e.index(g.width);
    Value count = e.sub(to, from);
    Value vectors =
        e.add(from, e.mul(e.b.createOrFold<arith::DivUIOp>(count, w), w));
    e.forLoop(from, vectors, w, [&](Value i) { compute(i, g.width); });
    auto n = getConstantIntValue(s.inner);
    if (n && *n % g.width == 0)
      return ok;
    if (n) {
      // The rest as one vector that overlaps the last: writes the same values
      // again.
      auto rest = scf::IfOp::create(
          e.b,
          arith::CmpIOp::create(e.b, arith::CmpIPredicate::slt, vectors, to),
          false);
      OpBuilder::InsertionGuard guard(e.b);
      e.b.setInsertionPoint(rest.thenYield());
      compute(e.sub(to, w), g.width);
      return ok;
    }
    e.forLoop(vectors, to, e.index(1), [&](Value i) { compute(i, 1); });
    return ok;
  }
};
} // namespace

void cameo::addLoopStrategies(StrategyList &list) {
  list.push_back(std::make_unique<LoopStrategy>());
}
