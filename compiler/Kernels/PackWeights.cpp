// SPDX-License-Identifier: Apache-2.0
// cameo-pack-weights: constant operands of matrix products are laid out in
// panels as wide as a register tile. In and out: linalg on tensors; the packing
// is computations on constants.
#include "compiler/Kernels/ChannelBlocks.h"
#include "compiler/Kernels/Contraction.h"
#include "compiler/Kernels/KnownConstants.h"
#include "compiler/Kernels/PackBlockWeights.h"
#include "compiler/Kernels/Passes.h"
#include "compiler/Kernels/TargetDescription.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"

using namespace mlir;
using namespace cameo;

namespace cameo {
#define GEN_PASS_DEF_PACKWEIGHTS
#include "compiler/Kernels/Passes.h.inc"
} // namespace cameo

namespace {
struct PackWeights : cameo::impl::PackWeightsBase<PackWeights> {
  void runOnOperation() override {
    constants = {};
    TargetDescription target = TargetDescription::get(getOperation());
    SmallVector<Contraction> contractions;
    getOperation().walk([&](linalg::GenericOp op) {
      FailureOr<Contraction> c = Contraction::match(op);
      if (succeeded(c) && !c->panel)
        contractions.push_back(*c);
    });
    for (Contraction &c : contractions)
      if (!packBlockWeights(c, target,
                            [&](Value v) { return constants.contains(v); }))
        pack(c, target);
  }

  /// The halves that `v` has in f32, element by element, where the target widens
  /// them as it loads them; null: it is something else.
  Value widenedHalves(Value v, const TargetDescription &target) {
    auto op = v.getDefiningOp<linalg::GenericOp>();
    if (!op || op.getNumDpsInputs() != 1 || op.getNumReductionLoops() ||
        !llvm::all_of(op.getIndexingMapsArray(),
                      [](AffineMap map) { return map.isIdentity(); }))
      return {};
    Block &body = *op.getBody();
    auto wide =
        body.getTerminator()->getOperand(0).getDefiningOp<arith::ExtFOp>();
    if (!wide || wide.getIn() != body.getArgument(0) ||
        !wide.getType().isF32() ||
        !(wide.getIn().getType().isBF16() ||
          (wide.getIn().getType().isF16() && target.halfConversion)))
      return {};
    return op.getDpsInputs()[0];
  }

  /// `c.op` with `halves` for its weights, widened in the body.
  void takeHalves(Contraction &c, Value halves) {
    OpBuilder b(c.op);
    SmallVector<Value> inputs(c.op.getDpsInputs());
    inputs[c.rhs] = halves;
    Block &body = *c.op.getBody();
    auto made = linalg::GenericOp::create(
        b, c.op.getLoc(), c.op->getResultTypes(), inputs, c.op.getDpsInits(),
        c.op.getIndexingMapsArray(), c.op.getIteratorTypesArray(),
        [&](OpBuilder &in, Location at, ValueRange args) {
          IRMapping map;
          map.map(body.getArguments(), args);
          map.map(body.getArgument(c.rhs),
                  arith::ExtFOp::create(in, at, in.getF32Type(), args[c.rhs]));
          for (Operation &op : body)
            in.clone(op, map);
        });
    c.op->replaceAllUsesWith(made);
    c.op->erase();
    c.op = made;
  }

  void pack(Contraction &c, const TargetDescription &target) {
    Value halves =
        c.multiplyAdd ? widenedHalves(c.rhsTensor(), target) : Value();
    Value weights = halves ? halves : c.rhsTensor();
    auto type = cast<RankedTensorType>(weights.getType());
    AffineMap map = c.rhsMap();
    int64_t n = c.loopSize(c.n);
    if (!type.hasStaticShape() || !map.isProjectedPermutation() ||
        ShapedType::isDynamic(n) || !c.sumType().isIntOrFloat() ||
        !constants.contains(weights))
      return;
    int64_t lanes = target.lanes(c.sumType().getIntOrFloatBitWidth());
    // One column a panel is what a plain matrix has.
    if (lanes <= 1 || n < lanes / 2 || n < 2)
      return;
    int64_t panel = std::min<int64_t>(2 * lanes, llvm::alignTo(n, lanes));

    // [outer..., n / panel, k..., n % panel].
    SmallVector<unsigned> before, behind;
    int64_t columnAt = 0;
    for (auto [i, e] : llvm::enumerate(map.getResults())) {
      unsigned loop = cast<AffineDimExpr>(e).getPosition();
      if (static_cast<int64_t>(loop) == c.n)
        columnAt = i;
      else
        (llvm::is_contained(c.reduction, loop) ? behind : before).push_back(i);
    }
    if (halves)
      takeHalves(c, halves);
    OpBuilder b(c.op);
    Location loc = c.op.getLoc();
    unsigned rank = type.getRank();
    SmallVector<int64_t> shape;
    SmallVector<AffineExpr> source(rank), use;
    auto keep = [&](unsigned i) {
      source[i] = b.getAffineDimExpr(shape.size());
      shape.push_back(type.getDimSize(i));
      use.push_back(map.getResult(i));
    };
    for (unsigned i : before)
      keep(i);
    AffineExpr column = b.getAffineDimExpr(c.n);
    source[columnAt] =
        b.getAffineDimExpr(shape.size()) * panel + b.getAffineDimExpr(rank);
    shape.push_back(llvm::alignTo(n, panel) / panel);
    use.push_back(column.floorDiv(panel));
    for (unsigned i : behind)
      keep(i);
    shape.push_back(panel);
    use.push_back(column % panel);

    Value padded = padToMultiple(b, loc, weights, columnAt, panel);
    Value empty = tensor::EmptyOp::create(b, loc, shape, type.getElementType());
    Value packed =
        readThrough(b, loc, padded,
                    AffineMap::get(rank + 1, 0, source, &getContext()), empty);
    SmallVector<AffineMap> maps = c.op.getIndexingMapsArray();
    maps[c.rhs] = AffineMap::get(map.getNumDims(), 0, use, &getContext());
    c.op->setOperand(c.rhs, packed);
    c.op.setIndexingMapsAttr(b.getAffineMapArrayAttr(maps));
  }

  KnownConstants constants;
};
} // namespace
