// SPDX-License-Identifier: Apache-2.0
// The strategy for element by element kernels that read something across its rows: transposes, and computation on
// transposed operands. What is read so is loaded along its own rows, a square block of vectors at a time, turned in
// registers, and goes on along the rows of the result.
#include "compiler/CPU/Evaluator.h"
#include "compiler/CPU/Strategy.h"
#include "compiler/CPU/Strided.h"
#include "compiler/Kernels/PointwiseRoot.h"

using namespace mlir;
using namespace cameo;

/// A tile has this number of elements, in both directions if there are as many: both sides fill whole cache lines, and a
/// tile's lines stay in the first-level cache.
static constexpr int64_t chunkElements = 64;
/// Smaller blocks are no faster than lanes loaded one by one.
static constexpr int64_t leastBlock = 4;
/// Elements worth handing to another thread (about 10 µs).
static constexpr int64_t grainElements = 1 << 14;

namespace {
/// A tensor of the kernel as it is read at a point of the results: for each dimension the results' one that
/// it follows, -1 where it is one index for all.
struct Read {
  Value tensor;
  SmallVector<int64_t> from;
};

struct TransposePlan {
  int64_t across =
      0; ///< dimension of the results that runs along the rows of what is turned
  int64_t along = 0;        ///< their innermost
  SmallVector<Read> turned; ///< evaluated along `across`, then turned
  int64_t block = 0;        ///< lanes of a vector, vectors of a block

  static std::optional<TransposePlan> make(KernelOp kernel,
                                           const TargetDescription &target);

private:
  /// What speaks for and against vectors along `across` in the code that computes a read.
  struct Kinds {
    bool turned = false, straight = false;
  };
  bool visit(const Read &read);
  Kinds kinds(const Read &read) const;
  void collect(const Read &read);

  llvm::SmallDenseSet<Value> outs;
  SmallVector<Read> leaves;
  int64_t bits = 8;
};
} // namespace

//===-- what is read how --------------------------------------------------===//

static bool isInMemory(Value tensor) {
  while (Operation *op = tensor.getDefiningOp()) {
    if (!isa<tensor::CastOp, tensor::ExpandShapeOp, tensor::CollapseShapeOp>(
            op))
      return false;
    tensor = op->getOperand(0);
  }
  return true;
}

static bool isElementwise(linalg::GenericOp op) {
  for (Operation &inner : op.getBody()->without_terminator())
    if (inner.getNumRegions() ||
        !(isa<linalg::IndexOp, arith::ConstantOp>(inner) ||
          OpTrait::hasElementwiseMappableTraits(&inner)) ||
        !llvm::all_of(inner.getResultTypes(),
                      [](Type t) { return t.isIntOrIndexOrFloat(); }))
      return false;
  for (unsigned i = 0; i < op.getNumDpsInits(); ++i)
    if (!op.getRegionOutputArgs()[i].use_empty())
      return false;
  return op.getNumReductionLoops() == 0;
}

/// What a read that is computed reads itself; nothing if the operation is none of those that this strategy knows.
static std::optional<SmallVector<Read>> sourcesOf(const Read &read) {
  SmallVector<Read> sources;
  Operation *op = read.tensor.getDefiningOp();
  if (isa<linalg::FillOp, tensor::SplatOp, arith::ConstantOp>(op))
    return sources;
  if (auto cast = dyn_cast<tensor::CastOp>(op)) {
    sources.push_back({cast.getSource(), read.from});
    return sources;
  }
  auto generic = dyn_cast<linalg::GenericOp>(op);
  if (!generic || !isElementwise(generic))
    return std::nullopt;
  SmallVector<int64_t> loops(generic.getNumLoops(), -2);
  AffineMap outMap =
      generic.getIndexingMapMatchingResult(cast<OpResult>(read.tensor));
  for (auto [expr, from] : llvm::zip_equal(outMap.getResults(), read.from))
    if (auto d = dyn_cast<AffineDimExpr>(expr))
      loops[d.getPosition()] = from;
  for (OpOperand *input : generic.getDpsInputOperands()) {
    if (!isa<RankedTensorType>(input->get().getType()) ||
        generic.getMatchingBlockArgument(input).use_empty())
      continue;
    Read source{input->get(), {}};
    for (AffineExpr expr : generic.getMatchingIndexingMap(input).getResults()) {
      auto d = dyn_cast<AffineDimExpr>(expr);
      if (!d && !isa<AffineConstantExpr>(expr))
        return std::nullopt;
      source.from.push_back(d ? loops[d.getPosition()] : -1);
      if (source.from.back() == -2)
        return std::nullopt;
    }
    sources.push_back(std::move(source));
  }
  return sources;
}

/// The results' dimension along which the elements of a read are neighbours in memory; -1: none.
static int64_t rowOf(const Read &read) {
  auto type = cast<RankedTensorType>(read.tensor.getType());
  for (int64_t d = type.getRank() - 1; d >= 0; --d)
    if (type.getDimSize(d) != 1)
      return read.from[d];
  return -1;
}

/// Follows `read` to the memory it comes from, into `leaves`; false where this strategy cannot.
bool TransposePlan::visit(const Read &read) {
  Type element = getElementTypeOrSelf(read.tensor.getType());
  if (!element.isIntOrFloat() || element.getIntOrFloatBitWidth() < 8)
    return false;
  bits = std::max<int64_t>(bits, element.getIntOrFloatBitWidth());
  if (isInMemory(read.tensor)) {
    leaves.push_back(read);
    // What is computed in place of what it reads must not be computed twice, as the last block of a row may.
    Value root = read.tensor;
    while (Operation *op = root.getDefiningOp())
      root = op->getOperand(0);
    return !outs.contains(root);
  }
  std::optional<SmallVector<Read>> sources = sourcesOf(read);
  if (auto generic = read.tensor.getDefiningOp<linalg::GenericOp>())
    for (Operation &inner : *generic.getBody())
      for (Type t : inner.getResultTypes())
        bits = std::max<int64_t>(
            bits, t.isIntOrFloat() ? t.getIntOrFloatBitWidth() : 64);
  return sources &&
         llvm::all_of(*sources, [&](const Read &r) { return visit(r); });
}

TransposePlan::Kinds TransposePlan::kinds(const Read &read) const {
  if (isInMemory(read.tensor)) {
    bool reads = llvm::is_contained(read.from, along);
    int64_t row = rowOf(read);
    Kinds k;
    k.turned = reads && row == across;
    k.straight =
        !k.turned &&
        (reads || (llvm::is_contained(read.from, across) && row != across));
    return k;
  }
  Kinds all;
  SmallVector<Read> sources = *sourcesOf(read);
  for (const Read &source : sources) {
    Kinds k = kinds(source);
    all.turned |= k.turned;
    all.straight |= k.straight;
  }
  return all;
}

/// As much as possible is computed before it is turned: one block then, not one for each operand.
void TransposePlan::collect(const Read &read) {
  Kinds k = kinds(read);
  if (!k.turned)
    return;
  if (!k.straight) {
    if (llvm::none_of(turned, [&](const Read &r) {
          return r.tensor == read.tensor && r.from == read.from;
        }))
      turned.push_back(read);
    return;
  }
  SmallVector<Read> sources = *sourcesOf(read);
  for (const Read &source : sources)
    collect(source);
}

std::optional<TransposePlan>
TransposePlan::make(KernelOp kernel, const TargetDescription &target) {
  TransposePlan plan;
  SmallVector<Read> roots;
  for (unsigned i = 0; i < kernel.getNumOuts(); ++i) {
    plan.outs.insert(kernel.getOut(i));
    roots.push_back({computedResult(kernel.getReturn().getValues()[i]), {}});
  }
  if (roots.empty())
    return std::nullopt;
  auto type = cast<RankedTensorType>(roots[0].tensor.getType());
  if (type.getRank() < 2)
    return std::nullopt;
  plan.along = type.getRank() - 1;
  for (Read &root : roots) {
    // One loop nest makes all results.
    auto other = cast<RankedTensorType>(root.tensor.getType());
    if (other.getShape() != type.getShape() || isInMemory(root.tensor) ||
        (!type.hasStaticShape() &&
         root.tensor.getDefiningOp() != roots[0].tensor.getDefiningOp()))
      return std::nullopt;
    llvm::append_range(root.from, llvm::seq<int64_t>(0, type.getRank()));
    if (!plan.visit(root))
      return std::nullopt;
  }
  int64_t most = std::min(target.lanes(plan.bits), target.vectorRegisters / 2);
  auto fits = [&](int64_t dim) {
    int64_t n = type.getDimSize(dim);
    return ShapedType::isDynamic(n) ? most : std::min(most, n);
  };
  for (const Read &leaf : plan.leaves) {
    int64_t row = rowOf(leaf);
    if (row < 0 || row == plan.along ||
        !llvm::is_contained(leaf.from, plan.along))
      continue;
    int64_t block = std::min(fits(row), fits(plan.along));
    if (block < leastBlock)
      continue;
    plan.across = row;
    plan.block = llvm::bit_floor(uint64_t(block));
    for (const Read &root : roots)
      plan.collect(root);
    if (plan.turned.empty())
      return std::nullopt;
    // Blocks that wait for others share the registers.
    while (plan.block > leastBlock &&
           plan.block * static_cast<int64_t>(plan.turned.size()) >
               target.vectorRegisters / 2)
      plan.block /= 2;
    return plan;
  }
  return std::nullopt;
}

//===-- code --------------------------------------------------------------===//

namespace {
class TransposeEmitter {
public:
  TransposeEmitter(KernelOp kernel, const TransposePlan &plan, KernelEmitter &e)
      : kernel(kernel), plan(plan), e(e) {
    others = e.dims(e.result(0).tensor);
    along = side(others[plan.along]);
    across = side(others[plan.across]);
    // A short side makes the other one longer.
    for (Side *s : {&along, &across}) {
      const Side &other = s == &along ? across : along;
      s->chunk = llvm::alignTo(chunkElements * chunkElements / other.shortChunk,
                               plan.block);
      s->chunks = e.divUp(s->size, e.index(s->chunk));
    }
    others[plan.across] = across.chunks;
    others[plan.along] = along.chunks;
  }

  Value tiles() { return e.product(others); }
  Value grain() {
    return e.index(
        std::max<int64_t>(1, grainElements / (along.chunk * across.chunk)));
  }
  LogicalResult emit();

private:
  struct Side {
    Value size, chunks;
    int64_t chunk = 0, shortChunk = 0;
  };
  Side side(Value size) {
    auto n = getConstantIntValue(size);
    return {size,
            {},
            0,
            n ? std::clamp<int64_t>(*n, 1, chunkElements) : chunkElements};
  }
  /// body(first index) for the blocks of [from, to); the last one overlaps where the size is no multiple.
  void forBlocks(const Side &s, Value from, Value to,
                 function_ref<void(Value)> body);
  void emitBlock(ValueRange at, Value acrossAt, Value alongAt);
  void storeAll(Evaluator &evaluator, LaneIndices indices, int64_t width);

  KernelOp kernel;
  const TransposePlan &plan;
  KernelEmitter &e;
  SmallVector<Value> others; // tiles in each dimension
  Side along, across;
};
} // namespace

void TransposeEmitter::forBlocks(const Side &s, Value from, Value to,
                                 function_ref<void(Value)> body) {
  auto n = getConstantIntValue(s.size);
  e.forLoop(from, to, e.index(plan.block), [&](Value i) {
    if (!n || *n % plan.block)
      i = e.min(i, e.sub(s.size, e.index(plan.block)));
    body(i);
  });
}

void TransposeEmitter::storeAll(Evaluator &evaluator, LaneIndices indices,
                                int64_t width) {
  for (unsigned i = 0; i < kernel.getNumOuts(); ++i) {
    KernelEmitter::Target target = e.result(i);
    if (Value v = evaluator.element(target.tensor, indices))
      e.store(v, target.memref, indices, width);
  }
}

void TransposeEmitter::emitBlock(ValueRange at, Value acrossAt, Value alongAt) {
  SmallVector<SmallVector<Value>> columns;
  for (const Read &read : plan.turned) {
    SmallVector<Value> &rows = columns.emplace_back();
    for (int64_t j = 0; j < plan.block; ++j) {
      LaneIndices indices;
      for (int64_t from : read.from)
        indices.push_back(from < 0 ? LaneIndex(e.index(0))
                          : from == plan.along
                              ? LaneIndex(e.add(alongAt, e.index(j)))
                          : from == plan.across ? LaneIndex(acrossAt, 1)
                                                : LaneIndex(at[from]));
      Value v = Evaluator(e, plan.block, {}).element(read.tensor, indices);
      if (!v)
        return;
      rows.push_back(e.broadcast(v, plan.block));
    }
    transpose(e, rows);
  }
  for (int64_t i = 0; i < plan.block; ++i) {
    LaneIndices point;
    for (int64_t d = 0; d <= plan.along; ++d)
      point.push_back(d == plan.along ? LaneIndex(alongAt, 1)
                      : d == plan.across
                          ? LaneIndex(e.add(acrossAt, e.index(i)))
                          : LaneIndex(at[d]));
    auto known = [&](Value tensor, ArrayRef<LaneIndex> indices) -> Value {
      for (auto [read, column] : llvm::zip(plan.turned, columns))
        if (read.tensor == tensor &&
            llvm::all_of(llvm::zip_equal(read.from, indices), [&](auto pair) {
              auto [from, index] = pair;
              return from < 0 ? index.uniform() : index == point[from];
            }))
          return column[i];
      return {};
    };
    Evaluator evaluator(e, plan.block, known);
    storeAll(evaluator, point, plan.block);
  }
}

LogicalResult TransposeEmitter::emit() {
  e.forLoop(e.begin, e.end, e.index(1), [&](Value tile) {
    SmallVector<Value> at = e.delinearize(tile, others);
    auto range = [&](const Side &s, Value chunk) {
      Value from = e.mul(chunk, e.index(s.chunk));
      return std::pair(from, e.min(e.add(from, e.index(s.chunk)), s.size));
    };
    auto [alongFrom, alongTo] = range(along, at[plan.along]);
    auto [acrossFrom, acrossTo] = range(across, at[plan.across]);
    auto blocks = [&, alongFrom = alongFrom, alongTo = alongTo,
                   acrossFrom = acrossFrom, acrossTo = acrossTo] {
      forBlocks(along, alongFrom, alongTo, [&](Value i) {
        forBlocks(across, acrossFrom, acrossTo,
                  [&](Value j) { emitBlock(at, j, i); });
      });
    };
    // Sizes that only the run knows may be less than a block.
    Value room;
    for (const Side *s : {&along, &across})
      if (!getConstantIntValue(s->size)) {
        Value enough = arith::CmpIOp::create(e.b, arith::CmpIPredicate::sge,
                                             s->size, e.index(plan.block));
        room = room ? e.b.createOrFold<arith::AndIOp>(room, enough) : enough;
      }
    if (!room)
      return blocks();
    emitIf(e, room, blocks,
           [&, alongFrom = alongFrom, alongTo = alongTo,
            acrossFrom = acrossFrom, acrossTo = acrossTo] {
             e.forLoop(acrossFrom, acrossTo, e.index(1), [&](Value j) {
               e.forLoop(alongFrom, alongTo, e.index(1), [&](Value i) {
                 SmallVector<Value> point(at);
                 point[plan.along] = i;
                 point[plan.across] = j;
                 Evaluator evaluator(e, 1, {});
                 storeAll(evaluator, KernelEmitter::lanesOf(point, -1), 1);
               });
             });
           });
  });
  return success(!e.hadError);
}

namespace {
struct TransposeStrategy : Strategy {
  StringRef name() const override { return "transpose"; }
  bool match(KernelOp kernel, const TargetDescription &target) const override {
    return TransposePlan::make(kernel, target).has_value();
  }
  FailureOr<Tiling> tiling(KernelOp kernel, KernelEmitter &e) const override {
    TransposePlan plan = *TransposePlan::make(kernel, e.target);
    TransposeEmitter emitter(kernel, plan, e);
    return Tiling{emitter.tiles(), emitter.grain(), {}};
  }
  LogicalResult emit(KernelOp kernel, KernelEmitter &e) const override {
    TransposePlan plan = *TransposePlan::make(kernel, e.target);
    return TransposeEmitter(kernel, plan, e).emit();
  }
};
} // namespace

void cameo::addTransposeStrategies(StrategyList &list) {
  list.push_back(std::make_unique<TransposeStrategy>());
}
