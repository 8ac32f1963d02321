// SPDX-License-Identifier: Apache-2.0
#include "compiler/Kernels/AttentionChain.h"
#include "compiler/Kernels/Grouping.h"
#include "mlir/Dialect/Math/IR/Math.h"

using namespace mlir;
using namespace cameo;

/// Element-wise operations between the scores and their softmax: more than any
/// exporter writes.
static constexpr size_t maxBetween = 12;

static bool isFloat(Value v) {
  auto type = dyn_cast<FloatType>(getElementTypeOrSelf(v.getType()));
  return type && type.getWidth() >= 16;
}

static bool isElementwise(linalg::GenericOp g) {
  return g && g.getNumReductionLoops() == 0 && g->getNumResults() == 1 &&
         g.getIndexingMapsArray().back().isIdentity();
}

/// The map of all loops but the last.
static bool isRowMap(AffineMap map) {
  return map.getNumDims() > 0 &&
         map == AffineMap::getMultiDimIdentityMap(map.getNumDims(),
                                                  map.getContext())
                    .getMajorSubMap(map.getNumDims() - 1);
}

/// Whether nothing but `users` reads `v`, other than for its size.
static bool onlyUsedBy(Value v, ArrayRef<Operation *> users) {
  return llvm::all_of(v.getUsers(), [&](Operation *user) {
    return isa<tensor::DimOp>(user) || llvm::is_contained(users, user) ||
           (isa<tensor::ExtractOp>(user) &&
            llvm::is_contained(users, user->getParentOp()));
  });
}

/// A value without the conversions between float types that made it.
static Value stripCasts(Value v) {
  while (Operation *op = v.getDefiningOp()) {
    if (!isa<arith::ExtFOp, arith::TruncFOp>(op))
      break;
    v = op->getOperand(0);
  }
  return v;
}

/// A reduction of one operand over the last dimension by one operation of
/// `Combiners`.
template <typename... Combiners>
static bool isRowReduction(linalg::GenericOp g) {
  if (!g || g.getNumDpsInputs() != 1 || g->getNumResults() != 1 ||
      g.getNumReductionLoops() != 1 ||
      !g.getIndexingMapsArray()[0].isIdentity() ||
      !isRowMap(g.getIndexingMapsArray()[1]) ||
      g.getIteratorTypesArray().back() != utils::IteratorType::reduction ||
      !g.getDpsInits()[0].getDefiningOp<linalg::FillOp>())
    return false;
  Block *body = g.getBody();
  Operation *c = body->getTerminator()->getOperand(0).getDefiningOp();
  if (!isa_and_nonnull<Combiners...>(c))
    return false;
  Value acc = body->getArgument(1);
  if (c->getOperand(0) != acc && c->getOperand(1) != acc)
    return false;
  return stripCasts(c->getOperand(c->getOperand(0) == acc ? 1 : 0)) ==
         body->getArgument(0);
}

/// An element-wise operation on a matrix and one number a row; `matrix` and
/// `row` are set.
static bool meetsRows(linalg::GenericOp g, Value &matrix, Value &row) {
  if (!isElementwise(g) || g.getNumDpsInputs() != 2)
    return false;
  for (OpOperand *input : g.getDpsInputOperands()) {
    AffineMap map = g.getMatchingIndexingMap(input);
    if (map.isIdentity())
      matrix = input->get();
    else if (isRowMap(map))
      row = input->get();
  }
  return matrix && row && !g.hasIndexSemantics();
}

/// Whether `g` yields its matrix operand times, or over, something that only
/// the row decides.
static bool scalesRows(linalg::GenericOp g, Value matrix) {
  Block *body = g.getBody();
  Value own = body->getArgument(g->getOperand(0) == matrix ? 0 : 1);
  Operation *scale =
      stripCasts(body->getTerminator()->getOperand(0)).getDefiningOp();
  if (!isa_and_nonnull<arith::DivFOp, arith::MulFOp>(scale))
    return false;
  unsigned at = stripCasts(scale->getOperand(0)) == own ? 0 : 1;
  if (stripCasts(scale->getOperand(at)) != own ||
      (at == 1 && isa<arith::DivFOp>(scale)))
    return false;
  std::function<bool(Value)> ofRow = [&](Value v) {
    Operation *op = v.getDefiningOp();
    return v != own && (!op || op->getBlock() != body ||
                        (op->getNumRegions() == 0 &&
                         llvm::all_of(op->getOperands(), ofRow)));
  };
  return ofRow(scale->getOperand(1 - at));
}

/// Loops by the results of a map that is one loop each.
static std::optional<SmallVector<unsigned>> loopsOf(AffineMap map) {
  SmallVector<unsigned> loops;
  for (AffineExpr expr : map.getResults()) {
    auto d = dyn_cast<AffineDimExpr>(expr);
    if (!d || llvm::is_contained(loops, d.getPosition()))
      return std::nullopt;
    loops.push_back(d.getPosition());
  }
  return loops;
}

/// Whether a body reads at its own index, or, along some dimensions, at 0 where
/// the run says so (sizes of which only the run knows whether they broadcast);
/// `fixed` gets these conditions.
static bool readsOwn(tensor::ExtractOp read, linalg::GenericOp g,
                     SmallVector<SmallVector<Value>> &fixed) {
  if (read.getIndices().size() != g.getNumLoops())
    return false;
  fixed.resize(g.getNumLoops());
  auto isOwn = [&](Value v, size_t d) {
    auto index = v.getDefiningOp<linalg::IndexOp>();
    return index && index.getDim() == d;
  };
  for (auto [d, index] : llvm::enumerate(read.getIndices())) {
    if (isOwn(index, d))
      continue;
    auto select = index.getDefiningOp<arith::SelectOp>();
    if (!select || !isConstantIntValue(select.getTrueValue(), 0) ||
        !isOwn(select.getFalseValue(), d) ||
        g.getRegion().isAncestor(select.getCondition().getParentRegion()))
      return false;
    fixed[d].push_back(select.getCondition());
  }
  return true;
}

/// Goes back from `v` to a product through element-wise operations that read at
/// their own index.
static bool traceScores(Value v, Operation *user, AttentionChain &c) {
  auto g = v.getDefiningOp<linalg::GenericOp>();
  if (!g || g->getBlock() != user->getBlock() || !isFloat(v) ||
      c.between.size() > maxBetween)
    return false;
  if (isContraction(g)) {
    c.scores = g;
    return onlyUsedBy(v, user);
  }
  if (!isElementwise(g))
    return false;
  AttentionChain found = c;
  int ways = 0;
  for (OpOperand *input : g.getDpsInputOperands()) {
    AttentionChain attempt = c;
    if (g.getMatchingIndexingMap(input).isIdentity() &&
        traceScores(input->get(), g, attempt)) {
      found = attempt;
      ++ways;
    }
  }
  for (auto read : g.getBody()->getOps<tensor::ExtractOp>()) {
    AttentionChain attempt = c;
    attempt.ownReads.push_back(read);
    if (readsOwn(read, g, attempt.fixed) &&
        traceScores(read.getTensor(), g, attempt)) {
      found = attempt;
      ++ways;
    }
  }
  if (ways != 1)
    return false;
  c = found;
  c.between.push_back(g);
  return true;
}

/// `map` with a loop where it divides one: heads of keys or values that several
/// of queries share. Only the loops `heads` may be divided.
static AffineMap withoutDivisions(AffineMap map, ArrayRef<unsigned> heads) {
  SmallVector<AffineExpr> exprs;
  for (AffineExpr expr : map.getResults()) {
    auto divided = dyn_cast<AffineBinaryOpExpr>(expr);
    if (divided && divided.getKind() == AffineExprKind::FloorDiv &&
        isa<AffineConstantExpr>(divided.getRHS()))
      if (auto loop = dyn_cast<AffineDimExpr>(divided.getLHS());
          loop && llvm::is_contained(heads, loop.getPosition()))
        expr = loop;
    exprs.push_back(expr);
  }
  return AffineMap::get(map.getNumDims(), 0, exprs, map.getContext());
}

FailureOr<AttentionChain> AttentionChain::match(linalg::GenericOp values) {
  if (!isContraction(values) || values.getNumReductionLoops() != 1 ||
      !isFloat(values.getResult(0)))
    return failure();
  for (unsigned w : {0u, 1u}) {
    AttentionChain c;
    c.values = values;
    c.weight = w;
    c.value = 1 - w;
    Value weights = values->getOperand(w);
    c.weights = weights.getDefiningOp<linalg::GenericOp>();
    Value powers, total, masked, highest;
    if (!c.weights || !isFloat(weights) ||
        !meetsRows(c.weights, powers, total) || !scalesRows(c.weights, powers))
      continue;
    c.powers = powers.getDefiningOp<linalg::GenericOp>();
    c.total = total.getDefiningOp<linalg::GenericOp>();
    if (!c.powers || !isRowReduction<arith::AddFOp>(c.total) ||
        c.total->getOperand(0) != powers ||
        !meetsRows(c.powers, masked, highest))
      continue;
    c.highest = highest.getDefiningOp<linalg::GenericOp>();
    if (!isRowReduction<arith::MaximumFOp, arith::MaxNumFOp>(c.highest) ||
        c.highest->getOperand(0) != masked)
      continue;
    if (!onlyUsedBy(weights, values.getOperation()) ||
        !onlyUsedBy(total, c.weights.getOperation()) ||
        !onlyUsedBy(highest, c.powers.getOperation()) ||
        !onlyUsedBy(powers, {c.total, c.weights}) || weights == powers)
      continue;
    // The first product; what the softmax is of has two readers, all before it
    // one.
    auto first = masked.getDefiningOp<linalg::GenericOp>();
    if (!first || !onlyUsedBy(masked, {c.highest, c.powers}))
      continue;
    if (isContraction(first))
      c.scores = first;
    else if (!traceScores(masked, c.highest, c))
      continue;
    for (linalg::GenericOp g : c.between)
      if (g.getResult(0) != masked && !g.getResult(0).hasOneUse() &&
          llvm::count_if(g.getResult(0).getUsers(), [](Operation *user) {
            return !isa<tensor::DimOp>(user);
          }) != 1)
        return failure();
    if (llvm::any_of(c.ops(), [&](Operation *op) {
          return op->getBlock() != values->getBlock();
        }))
      return failure();
    // Bodies that read the scores at computed places want them in memory.
    for (Operation *op : c.ops()) {
      bool reads = false;
      op->walk([&](tensor::ExtractOp extract) {
        reads |=
            !llvm::is_contained(c.ownReads, extract.getOperation()) &&
            llvm::is_contained(c.ops(), extract.getTensor().getDefiningOp());
      });
      if (reads)
        return failure();
    }

    // Roles of the loops.
    auto scoreLoops = loopsOf(c.scores.getIndexingMapsArray()[2]);
    auto valueLoops = loopsOf(values.getIndexingMapsArray()[w]);
    if (!scoreLoops || !valueLoops || scoreLoops->size() < 2 ||
        scoreLoops->size() != valueLoops->size() ||
        c.scores.getNumReductionLoops() != 1 ||
        scoreLoops->size() + 1 != c.scores.getNumLoops() ||
        valueLoops->size() + 1 != values.getNumLoops())
      return failure();
    c.scoreLoops = *scoreLoops;
    c.fixed.resize(c.scoreLoops.size());
    c.valueLoops = *valueLoops;
    SmallVector<unsigned> sums;
    c.scores.getReductionDims(sums);
    c.depthLoop = sums[0];
    sums.clear();
    values.getReductionDims(sums);
    if (sums[0] != c.valueLoops.back())
      return failure();
    for (unsigned loop = 0; loop < values.getNumLoops(); ++loop)
      if (!llvm::is_contained(c.valueLoops, loop))
        c.columnLoop = loop;
    unsigned rank = c.scoreLoops.size(), query = c.scoreLoops[rank - 2],
             key = c.scoreLoops.back();
    SmallVector<AffineMap> maps = c.scores.getIndexingMapsArray();
    c.key = maps[0].isFunctionOfDim(key) ? 0 : 1;
    c.query = 1 - c.key;
    maps[c.key] =
        withoutDivisions(maps[c.key], ArrayRef(c.scoreLoops).drop_back(2));
    AffineMap value = withoutDivisions(values.getIndexingMapsArray()[c.value],
                                       ArrayRef(c.valueLoops).drop_back(2));
    if (!maps[c.key].isProjectedPermutation() ||
        !maps[c.query].isProjectedPermutation() ||
        !value.isProjectedPermutation() || maps[c.key].isFunctionOfDim(query) ||
        !maps[c.query].isFunctionOfDim(query) ||
        maps[c.query].isFunctionOfDim(key) ||
        value.isFunctionOfDim(c.valueLoops[rank - 2]) ||
        value.getResults().back() !=
            getAffineDimExpr(c.columnLoop, value.getContext()) ||
        ShapedType::isDynamic(values.getStaticLoopRanges()[c.columnLoop]))
      return failure();
    return c;
  }
  return failure();
}

SmallVector<Operation *> AttentionChain::ops() {
  SmallVector<Operation *> result = {scores};
  result.append(between.begin(), between.end());
  result.append({highest, powers, total, weights, values});
  return result;
}
