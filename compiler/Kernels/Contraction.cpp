// SPDX-License-Identifier: Apache-2.0
// Finds the roles of a contraction's operands and loops; see Contraction.h.
#include "compiler/Kernels/Contraction.h"
#include "dialects/Cameo/CameoBFloat.h"

using namespace mlir;
using namespace cameo;

int64_t cameo::packedPanel(AffineMap map, int64_t &n) {
  if (map.getNumResults() < 2)
    return 0;
  auto last = dyn_cast<AffineBinaryOpExpr>(map.getResults().back());
  if (!last || last.getKind() != AffineExprKind::Mod)
    return 0;
  auto loop = dyn_cast<AffineDimExpr>(last.getLHS());
  auto panel = dyn_cast<AffineConstantExpr>(last.getRHS());
  if (!loop || !panel || panel.getValue() <= 0)
    return 0;
  AffineExpr block = AffineExpr(loop).floorDiv(panel.getValue());
  if (llvm::count(map.getResults(), block) != 1)
    return 0;
  n = loop.getPosition();
  return panel.getValue();
}

/// Whether every result is a sum of loops with constant factors.
static bool isLinear(AffineMap map) {
  return llvm::all_of(map.getResults(), [](AffineExpr e) {
    bool linear = true;
    e.walk([&](AffineExpr sub) {
      if (sub.getKind() == AffineExprKind::Mod ||
          sub.getKind() == AffineExprKind::FloorDiv ||
          sub.getKind() == AffineExprKind::CeilDiv)
        linear = false;
    });
    return linear;
  });
}

static bool uses(AffineMap map, unsigned loop) {
  return llvm::any_of(map.getResults(),
                      [&](AffineExpr e) { return e.isFunctionOfDim(loop); });
}

int64_t Contraction::loopSize(unsigned loop) {
  return op.getStaticLoopRanges()[loop];
}

Type Contraction::sumType() {
  Type type = accumulatorType();
  if (multiplyAdd && isa<FloatType>(type) && type.getIntOrFloatBitWidth() < 32)
    return Float32Type::get(type.getContext());
  return type;
}

/// acc + a * b in any order, where a and b may be widened floats.
static bool isMultiplyAdd(linalg::GenericOp op) {
  Block &body = op.getRegion().front();
  Operation *sum = body.getTerminator()->getOperand(0).getDefiningOp();
  if (!isa_and_nonnull<arith::AddFOp, arith::AddIOp>(sum))
    return false;
  Value acc = body.getArgument(2);
  Value other = sum->getOperand(sum->getOperand(0) == acc ? 1 : 0);
  if (sum->getOperand(0) != acc && sum->getOperand(1) != acc)
    return false;
  Operation *product = other.getDefiningOp();
  if (!product || product->getBlock() != &body ||
      !(isa<arith::AddFOp>(sum) ? isa<arith::MulFOp>(product)
                                : isa<arith::MulIOp>(product)))
    return false;
  auto factor = [](Value v) {
    if (auto wide = v.getDefiningOp<arith::ExtFOp>())
      return wide.getIn();
    return v;
  };
  Value a = factor(product->getOperand(0)), b = factor(product->getOperand(1));
  return (a == body.getArgument(0) && b == body.getArgument(1)) ||
         (a == body.getArgument(1) && b == body.getArgument(0));
}

/// acc + a * w, where w is a weight of packed blocks.
static bool matchBlocks(Contraction &c) {
  linalg::GenericOp op = c.op;
  Block &body = op.getRegion().front();
  auto sum = body.getTerminator()->getOperand(0).getDefiningOp<arith::AddFOp>();
  BlockArgument acc = op.getRegionOutputArgs()[0];
  if (!sum || (sum.getLhs() != acc && sum.getRhs() != acc) ||
      !acc.getType().isF32())
    return false;
  auto product = (sum.getLhs() == acc ? sum.getRhs() : sum.getLhs())
                     .getDefiningOp<arith::MulFOp>();
  if (!product)
    return false;
  for (auto [a, w] : {std::pair(product.getLhs(), product.getRhs()),
                      std::pair(product.getRhs(), product.getLhs())}) {
    auto element = dyn_cast<BlockArgument>(a);
    FailureOr<BlockWeights> weights = BlockWeights::match(op, w);
    if (!element || failed(weights))
      continue;
    SmallVector<AffineMap> maps = op.getIndexingMapsArray();
    int64_t n = -1, k = -1;
    c.block = packedBlocks(maps[weights->q], maps[weights->scale],
                           weights->perWord(), n, k, c.panel);
    if (!c.block || n != c.n || weights->qIsUnsigned || weights->constantZero ||
        (weights->zero && (maps[*weights->zero] != maps[weights->scale] ||
                           weights->zeroIsUnsigned)) ||
        op.getNumDpsInputs() != (weights->zero ? 4 : 3) ||
        ShapedType::isDynamic(c.loopSize(n)) ||
        ShapedType::isDynamic(c.loopSize(k)))
      return false;
    c.lhs = element.getArgNumber();
    c.rhs = weights->q;
    c.blocks = *weights;
    return op.getNumReductionLoops() == 1 && !uses(c.lhsMap(), n);
  }
  return false;
}

/// Rounds that fill a register tile.
static constexpr int64_t longLoop = 8;

FailureOr<Contraction> Contraction::match(linalg::GenericOp op) {
  if (op.getNumDpsInputs() < 2 || op.getNumDpsInputs() > 4 ||
      op.getNumDpsInits() != 1 || op.getNumReductionLoops() == 0 ||
      op.hasIndexSemantics())
    return failure();
  if (!llvm::all_of(op->getOperandTypes(), [](Type t) {
        auto tensor = dyn_cast<RankedTensorType>(t);
        return tensor && tensor.getRank() > 0;
      }))
    return failure();
  Contraction c;
  c.op = op;
  SmallVector<AffineMap> maps = op.getIndexingMapsArray();
  AffineMap result = maps.back();
  if (!result.isProjectedPermutation() ||
      result.getNumResults() != op.getNumParallelLoops())
    return failure();
  SmallVector<int64_t> ranges = op.getStaticLoopRanges();

  // The columns: the result's last loop of more than one round.
  for (AffineExpr e : result.getResults()) {
    unsigned loop = cast<AffineDimExpr>(e).getPosition();
    if (ranges[loop] != 1 || c.n < 0)
      c.n = loop;
  }
  if (op.getNumDpsInputs() > 2) {
    if (!matchBlocks(c))
      return failure();
  } else {
    bool inFirst = uses(maps[0], c.n), inSecond = uses(maps[1], c.n);
    if (inFirst == inSecond)
      return failure();
    c.lhs = inFirst ? 1 : 0;
    c.rhs = inFirst ? 0 : 1;
  }
  if (!isLinear(c.lhsMap()))
    return failure();
  int64_t packedLoop = -1;
  if (c.blocks) {
    // Packed, as matched.
  } else if (int64_t panel = packedPanel(c.rhsMap(), packedLoop)) {
    if (packedLoop != c.n || ShapedType::isDynamic(ranges[c.n]))
      return failure();
    c.panel = panel;
  } else if (!isLinear(c.rhsMap())) {
    return failure();
  }

  // The rows: of the loops that only lhs and the result have, the last of more
  // than one round; one that is known to be long goes before one of unknown
  // size, which is a batch of one more often than not.
  bool isLong = false;
  for (AffineExpr e : result.getResults()) {
    unsigned loop = cast<AffineDimExpr>(e).getPosition();
    if (static_cast<int64_t>(loop) == c.n || ranges[loop] == 1 ||
        !uses(c.lhsMap(), loop) || uses(c.rhsMap(), loop) ||
        (isLong && ranges[loop] < longLoop))
      continue;
    c.m = loop;
    isLong = ranges[loop] >= longLoop;
  }
  for (AffineExpr e : result.getResults())
    if (unsigned loop = cast<AffineDimExpr>(e).getPosition();
        loop != c.n && loop != c.m)
      c.outer.push_back(loop);

  for (AffineExpr e : c.rhsMap().getResults())
    e.walk([&](AffineExpr sub) {
      auto d = dyn_cast<AffineDimExpr>(sub);
      if (d &&
          op.getIteratorTypesArray()[d.getPosition()] ==
              utils::IteratorType::reduction &&
          !llvm::is_contained(c.reduction, d.getPosition()))
        c.reduction.push_back(d.getPosition());
    });
  if (c.reduction.size() != op.getNumReductionLoops())
    return failure();

  if (c.blocks) {
    c.multiplyAdd = c.isSum = true;
    return c;
  }
  c.multiplyAdd = isMultiplyAdd(op);
  Operation *yielded =
      op.getRegion().front().getTerminator()->getOperand(0).getDefiningOp();
  c.isSum = c.multiplyAdd ||
            (isa_and_nonnull<Dot4Op, Dot2Op>(yielded) &&
             yielded->getOperand(2) == op.getRegion().front().getArgument(2));
  // In other bodies the operands are told apart by their tensors.
  if (!c.multiplyAdd && op->getOperand(0) == op->getOperand(1))
    return failure();
  return c;
}
