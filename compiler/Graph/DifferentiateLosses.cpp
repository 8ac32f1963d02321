// SPDX-License-Identifier: Apache-2.0
// Derivatives of losses by scores and by the weights of classes.
#include "compiler/Graph/Differentiate.h"
#include "dialects/ONNX/NN.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

namespace {
/// -weight[t] * logProb[t], t the target class (dimension 1), summed over the
/// elements that count or averaged by their weights.
struct Likelihood {
  GraphBuilder &g;
  Value logProb, target, weight, loss, d;
  std::optional<int64_t> ignored;
  StringRef reduction;

  int64_t rank() { return cast<RankedTensorType>(logProb.getType()).getRank(); }
  Value n(double v) { return g.number(loss, v); }
  Value perClass(Value v) { return g.make<UnsqueezeOp>({v, g.ints({1})}); }
  /// Over all dimensions but that of the classes.
  Value sumToClasses(Value v) {
    SmallVector<int64_t> axes = {0};
    for (int64_t i = 2; i < rank(); ++i)
      axes.push_back(i);
    return g.make<ReduceSumOp>({v, g.ints(axes)}, {{"keepdims", g.flag(0)}});
  }

  /// The gradients by logProb and by the weights (null without weights).
  std::pair<Value, Value> run() {
    Value counts, classes = target;
    if (ignored) {
      Value none = g.make<CastLikeOp>({g.ints({*ignored}), target});
      Value isIgnored = g.make<EqualOp>({target, none});
      Value zero = g.make<CastLikeOp>({g.ints({0}), target});
      classes = g.where(isIgnored, zero, target);
      counts = perClass(g.where(isIgnored, n(0), n(1)));
    }
    Value depth =
        g.make<ShapeOp>({logProb}, {{"start", g.flag(1)}, {"end", g.flag(2)}});
    Value values = g.make<ConcatOp>({g.make<ReshapeOp>({n(0), g.ints({1})}),
                                     g.make<ReshapeOp>({n(1), g.ints({1})})},
                                    {{"axis", g.flag(0)}});
    Value hit =
        g.make<OneHotOp>({classes, depth, values}, {{"axis", g.flag(1)}});
    if (counts)
      hit = g.mul(hit, counts);
    bool weighted = ShapeInferrer::present(weight);
    Value weightedHit = hit;
    if (weighted) {
      SmallVector<int64_t> behind;
      for (int64_t i = 1; i + 1 < rank(); ++i)
        behind.push_back(i);
      Value w = behind.empty() ? weight
                               : g.make<UnsqueezeOp>({weight, g.ints(behind)});
      weightedHit = g.mul(hit, w);
    }
    // What each element's loss counts for.
    Value share = d;
    if (reduction == "none") {
      share = perClass(d);
    } else if (reduction == "mean") {
      SmallVector<int64_t> all;
      for (int64_t i = 0; i < rank(); ++i)
        all.push_back(i);
      share = g.div(d, g.make<ReduceSumOp>({weightedHit, g.ints(all)},
                                           {{"keepdims", g.flag(0)}}));
    }
    Value byScore = g.neg(g.mul(weightedHit, share));
    if (!weighted)
      return {byScore, Value()};
    // An average falls as weights grow.
    Value own = g.neg(logProb);
    if (reduction == "mean")
      own = g.sub(own, loss);
    return {byScore, sumToClasses(g.mul(g.mul(hit, own), share))};
  }
};
} // namespace

LogicalResult cameo::differentiateLoss(Operation *op, Value d, GraphBuilder &g,
                                       Contribute contribute) {
  auto ignored = [](std::optional<int64_t> v) { return v; };
  auto give = [&](Value v, Value gradient) {
    if (gradient)
      contribute(v, gradient);
  };
  if (auto nll = dyn_cast<NegativeLogLikelihoodLossOp>(op)) {
    auto [scores, weights] = Likelihood{g,
                                        nll.getInput(),
                                        nll.getTarget(),
                                        nll.getWeight(),
                                        nll.getLoss(),
                                        d,
                                        ignored(nll.getIgnoreIndex()),
                                        nll.getReduction()}
                                 .run();
    give(nll.getInput(), scores);
    give(nll.getWeight(), weights);
    return success();
  }
  auto entropy = dyn_cast<SoftmaxCrossEntropyLossOp>(op);
  if (!entropy)
    return failure();
  Value scores = entropy.getScores();
  // Of the forward graph, so that its type is known here.
  Value logProb = g.make<LogSoftmaxOp>({scores}, {{"axis", g.flag(1)}});
  logProb.setType(scores.getType());
  auto [dp, weights] = Likelihood{g,
                                  logProb,
                                  entropy.getLabels(),
                                  entropy.getWeights(),
                                  entropy.getOutput(),
                                  d,
                                  ignored(entropy.getIgnoreIndex()),
                                  entropy.getReduction()}
                           .run();
  // Through the logarithm of Softmax.
  Value total = g.make<ReduceSumOp>({dp, g.ints({1})});
  give(scores, g.sub(dp, g.mul(g.make<ExpOp>({logProb}), total)));
  give(entropy.getWeights(), weights);
  return success();
}
