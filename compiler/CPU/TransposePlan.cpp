// SPDX-License-Identifier: Apache-2.0
// The analysis behind the strategy `transpose`; see TransposePlan.h.
#include "compiler/CPU/TransposePlan.h"
#include "compiler/Kernels/PointwiseRoot.h"
#include "mlir/Dialect/Linalg/IR/Linalg.h"
#include "mlir/Dialect/Tensor/IR/Tensor.h"

using namespace mlir;
using namespace cameo;

/// Smaller blocks are no faster than lanes loaded one by one.
static constexpr int64_t leastBlock = 4;

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
static std::optional<SmallVector<TransposedRead>>
sourcesOf(const TransposedRead &read) {
  SmallVector<TransposedRead> sources;
  Operation *op = read.tensor.getDefiningOp();
  if (isa<linalg::FillOp, tensor::SplatOp, arith::ConstantOp>(op))
    return sources;
  if (auto cast = dyn_cast<tensor::CastOp>(op)) {
    sources.push_back({cast.getSource(), read.from});
    return sources;
  }
  // Zeros that fill up a block of channels lie behind all rows.
  if (auto pad = dyn_cast<tensor::PadOp>(op);
      pad && pad.getConstantPaddingValue()) {
    sources.push_back({pad.getSource(), read.from});
    return sources;
  }
  auto generic = dyn_cast<linalg::GenericOp>(op);
  if (!generic || !isElementwise(generic))
    return std::nullopt;
  SmallVector<AffineExpr> loops(generic.getNumLoops());
  AffineMap outMap =
      generic.getIndexingMapMatchingResult(cast<OpResult>(read.tensor));
  for (auto [expr, from] : llvm::zip_equal(outMap.getResults(), read.from))
    if (auto d = dyn_cast<AffineDimExpr>(expr))
      loops[d.getPosition()] = from;
  if (llvm::is_contained(loops, AffineExpr()))
    return std::nullopt;
  for (OpOperand *input : generic.getDpsInputOperands()) {
    if (!isa<RankedTensorType>(input->get().getType()) ||
        generic.getMatchingBlockArgument(input).use_empty())
      continue;
    TransposedRead source{input->get(), {}};
    for (AffineExpr expr : generic.getMatchingIndexingMap(input).getResults())
      source.from.push_back(expr.replaceDims(loops));
    sources.push_back(std::move(source));
  }
  return sources;
}

/// The index along which the elements of a read are neighbours in memory; null: none.
static AffineExpr rowOf(const TransposedRead &read) {
  auto type = cast<RankedTensorType>(read.tensor.getType());
  for (int64_t d = type.getRank() - 1; d >= 0; --d)
    if (type.getDimSize(d) != 1)
      return read.from[d];
  return {};
}

static bool dependsOn(const TransposedRead &read, unsigned dim) {
  return llvm::any_of(read.from,
                      [&](AffineExpr e) { return e.isFunctionOfDim(dim); });
}

/// `expr` where it is `dim` modulo a number: that number, else 0.
static int64_t wrapOf(AffineExpr expr, unsigned dim) {
  auto mod = dyn_cast<AffineBinaryOpExpr>(expr);
  if (!mod || mod.getKind() != AffineExprKind::Mod ||
      mod.getLHS() != getAffineDimExpr(dim, expr.getContext()))
    return 0;
  auto by = dyn_cast<AffineConstantExpr>(mod.getRHS());
  return by ? by.getValue() : 0;
}

/// The quotient that belongs to wrapOf: the same for all of a row.
static bool isQuotient(AffineExpr expr, unsigned dim, int64_t by) {
  auto d = getAffineDimExpr(dim, expr.getContext());
  return by > 0 && expr == d.floorDiv(by);
}

/// Follows `read` to the memory it comes from, into `leaves`; false where this strategy cannot.
bool TransposePlan::visit(const TransposedRead &read) {
  Type element = getElementTypeOrSelf(read.tensor.getType());
  if (!element.isIntOrFloat() || element.getIntOrFloatBitWidth() < 8)
    return false;
  bits = std::max<int64_t>(bits, element.getIntOrFloatBitWidth());
  reads.push_back(read);
  if (isInMemory(read.tensor)) {
    leaves.push_back(read);
    // What is computed in place of what it reads must not be computed twice, as the last block of a row may.
    Value root = read.tensor;
    while (Operation *op = root.getDefiningOp())
      root = op->getOperand(0);
    return !outs.contains(root);
  }
  std::optional<SmallVector<TransposedRead>> sources = sourcesOf(read);
  if (auto generic = read.tensor.getDefiningOp<linalg::GenericOp>())
    for (Operation &inner : *generic.getBody())
      for (Type t : inner.getResultTypes())
        bits = std::max<int64_t>(
            bits, t.isIntOrFloat() ? t.getIntOrFloatBitWidth() : 64);
  return sources && llvm::all_of(*sources, [&](const TransposedRead &r) {
           return visit(r);
         });
}

bool TransposePlan::isStep(AffineExpr expr) const {
  return expr && (wrap ? wrapOf(expr, across) == wrap
                       : expr == getAffineDimExpr(across, expr.getContext()));
}

/// Whether lanes along `across` are one step apart in one index of `read`, and equal in the others.
bool TransposePlan::hasSteps(const TransposedRead &read) const {
  return llvm::all_of(read.from, [&](AffineExpr e) {
    return !e.isFunctionOfDim(across) || isStep(e) ||
           isQuotient(e, across, wrap);
  });
}

/// Whether neighbours along `across` are neighbours in the memory of `read`.
bool TransposePlan::isAlongRow(const TransposedRead &read) const {
  return isStep(rowOf(read)) && hasSteps(read) &&
         llvm::count_if(read.from, [&](AffineExpr e) { return isStep(e); }) ==
             1;
}

TransposePlan::Kinds TransposePlan::kinds(const TransposedRead &read) const {
  Kinds all;
  if (isInMemory(read.tensor)) {
    all.turned = dependsOn(read, along) && isAlongRow(read);
    all.straight =
        !all.turned && (dependsOn(read, along) ||
                        (dependsOn(read, across) && !isAlongRow(read)));
    return all;
  }
  SmallVector<TransposedRead> sources = *sourcesOf(read);
  for (const TransposedRead &source : sources) {
    Kinds k = kinds(source);
    all.turned |= k.turned;
    all.straight |= k.straight;
  }
  return all;
}

/// As much as possible is computed before it is turned: one block then, not one for each operand.
void TransposePlan::collect(const TransposedRead &read) {
  Kinds k = kinds(read);
  if (!k.turned)
    return;
  if (!k.straight && hasSteps(read)) {
    auto same = [&](const TransposedRead &r) {
      return r.tensor == read.tensor;
    };
    // A tensor that is read in several ways has to be told from itself by its indices, which must be plain then.
    bool once = llvm::all_of(reads, [&](const TransposedRead &r) {
      return !same(r) || r.from == read.from;
    });
    bool plain = llvm::all_of(read.from,
                              llvm::IsaPred<AffineDimExpr, AffineConstantExpr>);
    if ((once || plain) && llvm::none_of(turned, [&](const TransposedRead &r) {
          return same(r) && r.from == read.from;
        }))
      turned.push_back(read);
    return;
  }
  if (isInMemory(read.tensor) ||
      isa<tensor::PadOp>(read.tensor.getDefiningOp()))
    return;
  SmallVector<TransposedRead> sources = *sourcesOf(read);
  for (const TransposedRead &source : sources)
    collect(source);
}

/// Takes the rows of `leaf` for what is turned, if blocks of them fit.
bool TransposePlan::choose(const TransposedRead &leaf, RankedTensorType type,
                           int64_t most) {
  AffineExpr row = rowOf(leaf);
  if (!row || !dependsOn(leaf, along))
    return false;
  for (across = 0; across < along; ++across) {
    wrap = wrapOf(row, across);
    if (isAlongRow(leaf))
      break;
  }
  // Where rows wrap, the size says which of the last one are no results.
  if (across == along || (wrap && type.isDynamicDim(across)))
    return false;
  int64_t fits = wrap ? std::min(most, wrap) : most;
  for (unsigned dim : {across, along})
    if (!type.isDynamicDim(dim) && !(wrap && dim == across))
      fits = std::min(fits, type.getDimSize(dim));
  if (fits < leastBlock)
    return false;
  block = llvm::bit_floor(uint64_t(fits));
  return !wrap || wrap % block == 0;
}

std::optional<TransposePlan>
TransposePlan::make(KernelOp kernel, const TargetDescription &target) {
  TransposePlan plan;
  SmallVector<TransposedRead> roots;
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
  for (TransposedRead &root : roots) {
    // One loop nest makes all results.
    auto other = cast<RankedTensorType>(root.tensor.getType());
    if (other.getShape() != type.getShape() || isInMemory(root.tensor) ||
        (!type.hasStaticShape() &&
         root.tensor.getDefiningOp() != roots[0].tensor.getDefiningOp()))
      return std::nullopt;
    for (int64_t d = 0; d < type.getRank(); ++d)
      root.from.push_back(getAffineDimExpr(d, kernel.getContext()));
    if (!plan.visit(root))
      return std::nullopt;
  }
  int64_t most = std::min(target.lanes(plan.bits), target.vectorRegisters / 2);
  for (const TransposedRead &leaf : plan.leaves) {
    if (!plan.choose(leaf, type, most))
      continue;
    for (const TransposedRead &root : roots)
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
