// SPDX-License-Identifier: Apache-2.0
// Lowerings of NegativeLogLikelihoodLoss and SoftmaxCrossEntropyLoss.
#include "compiler/Lowering/Bounds.h"
#include "compiler/Lowering/Compute.h"
#include "compiler/Lowering/NNWindow.h"
#include "dialects/ONNX/NN.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

namespace {
/// -logProb at the target class, weighted, reduced as asked for.
Value likelihoodLoss(Lowerer &l, Value logProb, Value target, Value weight,
                     std::optional<int64_t> ignored, StringRef reduction) {
  Type element = getElementTypeOrSelf(logProb.getType()),
       wide = Scalars::computeType(element);
  Value classes = toValue(l, dim(l, logProb, 1));
  Sizes sizes = dims(l, target);
  auto isIgnored = [&](Scalar t) {
    return ignored ? t.eq(t.like(*ignored)) : t.scalars().boolean(false);
  };
  // What the target at `at` weighs.
  auto weightAt = [&](Scalars &s, Scalar t) {
    Scalar one = s.constant(wide, 1.0);
    Scalar c = t.toIndex().clamp(s.index(0), s(classes) - 1);
    Scalar w = weight ? s.extract(weight, {c}).to(wide) : one;
    return s.select(isIgnored(t), s.constant(wide, 0.0), w);
  };
  Value losses =
      generate(l, sizes, wide, [&](Scalars &s, ArrayRef<Scalar> at) -> Value {
        Scalar t = s.extract(target, at);
        SmallVector<Scalar> from(at);
        from.insert(from.begin() + 1,
                    t.toIndex().clamp(s.index(0), s(classes) - 1));
        Scalar loss = -s.extract(logProb, from).to(wide) * weightAt(s, t);
        return s.select(isIgnored(t), s.constant(wide, 0.0), loss);
      });
  auto narrow = [&](Value v, Value divisor) {
    SmallVector<Value> inputs = {v};
    if (divisor)
      inputs.push_back(divisor);
    return elementwise(l, element, inputs, [&](Scalars &, ArrayRef<Scalar> x) {
      return Value((divisor ? x[0] / x[1] : x[0]).to(element));
    });
  };
  if (reduction == "none")
    return wide == element ? losses : narrow(losses, {});
  auto axes = llvm::to_vector(llvm::seq<int64_t>(0, sizes.size()));
  auto sum = [&](Value v) {
    return reduce(
        l, v, axes, numberAttr(wide, 0.0),
        [](Scalars &, Scalar x, Scalar total) { return Value(x + total); });
  };
  Value total = sum(losses);
  if (reduction == "sum")
    return wide == element ? total : narrow(total, {});
  Value weights =
      generate(l, sizes, wide, [&](Scalars &s, ArrayRef<Scalar> at) {
        return Value(weightAt(s, s.extract(target, at)));
      });
  return narrow(total, sum(weights));
}

void checkShapes(Lowerer &l, Value input, Value target, Value weight) {
  auto type = cast<RankedTensorType>(input.getType());
  for (int64_t i = 0; i + 1 < type.getRank(); ++i)
    checkSame(l, dim(l, target, i), dim(l, input, i ? i + 1 : 0),
              "targets do not fit the input");
  if (weight)
    checkSame(l, dim(l, weight, 0), dim(l, input, 1),
              "weights do not fit the classes");
  checkNotEmpty(l, dim(l, input, 1), product(l, dims(l, target)));
}

LoweredValues lowerNegativeLogLikelihoodLoss(NegativeLogLikelihoodLossOp op,
                                             Lowerer &l) {
  Value input = l(op.getInput()), target = l(op.getTarget()),
        weight = l(op.getWeight());
  checkShapes(l, input, target, weight);
  return SmallVector<Value>{likelihoodLoss(
      l, input, target, weight, op.getIgnoreIndex(), op.getReduction())};
}

LoweredValues lowerSoftmaxCrossEntropyLoss(SoftmaxCrossEntropyLossOp op,
                                           Lowerer &l) {
  Value scores = l(op.getScores()), target = l(op.getLabels()),
        weight = l(op.getWeights());
  checkShapes(l, scores, target, weight);
  auto type = cast<RankedTensorType>(scores.getType());
  Type element = type.getElementType(), wide = Scalars::computeType(element);
  int64_t rank = type.getRank();
  SmallVector<AffineExpr> kept;
  for (int64_t i = 0; i < rank; ++i)
    if (i != 1)
      kept.push_back(l.b.getAffineDimExpr(i));
  AffineMap all = l.b.getMultiDimIdentityMap(rank),
            row = AffineMap::get(rank, 0, kept, l.b.getContext());
  SmallVector<utils::IteratorType> parallel(rank,
                                            utils::IteratorType::parallel),
      rows(parallel);
  rows[1] = utils::IteratorType::reduction;
  Value highest = reduce(l, scores, {1}, lowestAttr(wide, false),
                         [&](Scalars &, Scalar x, Scalar best) {
                           return Value(x.to(wide).max(best));
                         });
  Sizes rowSizes = dims(l, highest);
  Value total =
      generic(l, fill(l, rowSizes, numberAttr(wide, 0.0)), {scores, highest},
              {all, row, row}, rows, [&](Scalars &, ArrayRef<Scalar> x) {
                return Value((x[0].to(wide) - x[1]).exp() + x[2]);
              });
  Value logProb = generic(
      l, empty(l, dims(l, scores), element), {scores, highest, total},
      {all, row, row, all}, parallel, [&](Scalars &, ArrayRef<Scalar> x) {
        return Value((x[0].to(wide) - x[1] - x[2].log()).to(element));
      });
  return SmallVector<Value>{
      likelihoodLoss(l, logProb, target, weight, op.getIgnoreIndex(),
                     op.getReduction()),
      isa<NoneType>(op.getLogProb().getType()) ? Value() : logProb};
}
} // namespace

void cameo::registerLossLowerings(LoweringRegistry &r) {
  r.add<NegativeLogLikelihoodLossOp>(lowerNegativeLogLikelihoodLoss);
  r.add<SoftmaxCrossEntropyLossOp>(lowerSoftmaxCrossEntropyLoss);
}
