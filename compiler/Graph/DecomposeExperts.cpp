// SPDX-License-Identifier: Apache-2.0
// MoE and QMoE of com.microsoft. Each expert computes on the rows that chose
// it, in an If that passes by an expert that no row chose: the work is that of
// the chosen ones. Constant weights are taken apart when the model is compiled,
// an expert's like those of any layer; others are looped over.
#include "compiler/Graph/Search.h"
#include "dialects/ONNX/ContribExperts.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

namespace {
bool present(Value v) { return !isa<NoneType>(v.getType()); }
NamedAttribute axis(Maker &m, int64_t i) { return m.attr("axis", i); }

/// Layer `n` (from 0) of expert `expert` (int64, a scalar) on rows `x`.
using Layer = function_ref<Value(Maker &, Value x, unsigned n, Value expert)>;

template <typename Op> class Mixture {
public:
  Mixture(Op op, Maker &m, Value routerWeights, Layer layer)
      : op(op), m(m), routerWeights(routerWeights), layer(layer) {
    Value width = m("Shape", {op.getInput()}, {m.attr("start", int64_t(-1))});
    rows = m.reshape(op.getInput(), {m.ints({-1}), width});
  }

  /// `experts` is their number, if the graph tells.
  Value run(std::optional<int64_t> experts) {
    Value shares = route();
    // One look tells whether an expert has anything to do.
    Value chosen =
        m("Not", {m("LessOrEqual", {m("ReduceMax", {shares, m.ints({0})},
                                      {m.attr("keepdims", int64_t(0))}),
                                    m.f32(0)})});
    Value sum = m("Expand", {m.f32(0), m("Shape", {rows})});
    if (experts) {
      for (int64_t e = 0; e < *experts; ++e)
        sum = expert(m, shares, chosen, sum, m.scalar(m.ints({e})));
    } else {
      Value goOn = m.scalar(m.cast(m.ints({1}), boolType));
      sum = searchLoop(m, m.size(shares, 1), {sum}, 0,
                       [&](Maker &m, Value e, ValueRange now) {
                         return SmallVector<Value>{
                             goOn, expert(m, shares, chosen, now[0], e)};
                       })[0];
    }
    return m("Reshape", {m("CastLike", {sum, op.getInput()}),
                         m("Shape", {op.getInput()})});
  }

private:
  /// What each row has of each expert, f32 [rows, experts].
  Value route() {
    Value logits = m.toFloat(op.getRouterProbs());
    Value none = m("Expand", {m.f32(0), m("Shape", {logits})});
    if (op.getUseSparseMixer())
      return sparseMixer(logits, none);
    auto top = m.all(
        "TopK",
        {m("Softmax", {logits}, {axis(m, 1)}), m.ints({int64_t(op.getK())})}, 2,
        {axis(m, 1)});
    Value shares = top[0];
    if (routerWeights)
      shares =
          m("GatherElements", {m.toFloat(routerWeights), top[1]}, {axis(m, 1)});
    if (op.getNormalizeRoutingWeights())
      shares = m("Div", {shares, m("ReduceSum", {shares, m.ints({1})})});
    return m("ScatterElements", {none, top[1], shares}, {axis(m, 1)});
  }

  /// The routing of Phi-3.5-MoE (arXiv:2409.12136): the best expert with its
  /// share among those near it, then the best of the others alike.
  Value sparseMixer(Value logits, Value none) {
    constexpr double jitter = 0.01;
    Value lowest = m.f32(-std::numeric_limits<double>::infinity());
    Value left = logits, all = none;
    for (int64_t i = 0; i < int64_t(op.getK()); ++i) {
      auto top = m.all("TopK", {left, m.ints({1})}, 2, {axis(m, 1)});
      Value scale = m("Max", {m("Abs", {logits}), top[0]});
      Value far = m("Greater", {m("Div", {m("Sub", {top[0], logits}), scale}),
                                m.f32(2 * jitter)});
      Value shares =
          m("Softmax", {m("Where", {far, lowest, left})}, {axis(m, 1)});
      Value share = m("GatherElements", {shares, top[1]}, {axis(m, 1)});
      all = m("ScatterElements", {all, top[1], share}, {axis(m, 1)});
      Value taken = m("Expand", {lowest, m("Shape", {share})});
      left = m("ScatterElements", {left, top[1], taken}, {axis(m, 1)});
    }
    return all;
  }

  /// `sum` and what an expert adds to it.
  Value expert(Maker &m, Value shares, Value chosen, Value sum, Value e) {
    return either(
        m, m("Gather", {chosen, e}), 1,
        [&]() -> SmallVector<Value> {
          Value share = m("Gather", {shares, e}, {axis(m, 1)});
          Value own = m("Squeeze", {m("NonZero", {share}), m.ints({0})});
          Value y = network(m, m("Gather", {rows, own}), e);
          Value weight =
              m("Unsqueeze", {m("Gather", {share, own}), m.ints({1})});
          return {m("ScatterND",
                    {sum, m("Unsqueeze", {own, m.ints({1})}),
                     m("Mul", {m.toFloat(y), weight})},
                    {m.attr("reduction", StringRef("add"))})};
        },
        [&] { return SmallVector<Value>{sum}; })[0];
  }

  Value network(Maker &m, Value x, Value e) {
    bool gated = present(op.getFc3ExpertsWeights());
    Value h = layer(m, x, 0, e);
    return layer(m, activate(m, h, gated ? layer(m, x, 2, e) : Value()), 1, e);
  }

  /// `linear` is what the activation is multiplied with; null if there is none.
  Value activate(Maker &m, Value h, Value linear) {
    StringRef name = op.getActivationType();
    auto like = [&](double c) { return m("CastLike", {m.f32(c), h}); };
    if (name == "swiglu")
      return swiglu(m, h, linear, like);
    Value y = h;
    if (name == "relu")
      y = m("Relu", {h});
    else if (name == "gelu")
      y = m("Gelu", {h}, {m.attr("approximate", StringRef("tanh"))});
    else if (name == "silu")
      y = m("Swish", {h});
    return linear ? m("Mul", {y, linear}) : y;
  }

  Value swiglu(Maker &m, Value h, Value linear,
               function_ref<Value(double)> like) {
    Value gate = h;
    if (!linear && int64_t(op.getSwigluFusion()) == 1) {
      // In turns.
      auto everySecond = [&](int64_t from) {
        return m("Slice", {h, m.ints({from}), m.ints({INT64_MAX}), m.ints({1}),
                           m.ints({2})});
      };
      gate = everySecond(0);
      linear = everySecond(1);
    } else if (!linear) {
      auto halves = m.all("Split", {h, Value()}, 2,
                          {axis(m, 1), m.attr("num_outputs", int64_t(2))});
      gate = halves[0];
      linear = halves[1];
    }
    if (auto limit = op.getSwigluLimit()) {
      Value high = like(limit->convertToDouble());
      gate = m("Min", {gate, high});
      linear = m("Clip", {linear, like(-limit->convertToDouble()), high});
    }
    Value opened =
        m("Sigmoid",
          {m("Mul", {gate, like(op.getActivationAlpha().convertToDouble())})});
    Value shifted =
        m("Add", {linear, like(op.getActivationBeta().convertToDouble())});
    return m("Mul", {m("Mul", {gate, opened}), shifted});
  }

  Op op;
  Maker &m;
  Value rows, routerWeights;
  Layer layer;
};

/// The number of experts, where their weights are constants.
std::optional<int64_t> constantExperts(Value weights) {
  auto type = rankedType(weights);
  if (!type || type.getRank() < 1 || type.isDynamicDim(0) ||
      !ShapeInferrer::constant(weights))
    return std::nullopt;
  return type.getDimSize(0);
}

Value ofExpert(Maker &m, Value v, Value expert) {
  return present(v) ? m("Gather", {v, expert}) : Value();
}

Decomposition mixture(MsMoEOp op, Maker &m) {
  if (!expertsProblem(op).empty())
    return std::nullopt;
  std::pair<Value, Value> layers[] = {
      {op.getFc1ExpertsWeights(), op.getFc1ExpertsBias()},
      {op.getFc2ExpertsWeights(), op.getFc2ExpertsBias()},
      {op.getFc3ExpertsWeights(), op.getFc3ExpertsBias()}};
  auto layer = [&](Maker &m, Value x, unsigned n, Value expert) {
    return m("Gemm",
             {x, ofExpert(m, layers[n].first, expert),
              ofExpert(m, layers[n].second, expert)},
             {m.attr("transB", int64_t(1))});
  };
  return Decomposition({Mixture<MsMoEOp>(op, m, Value(), layer)
                            .run(constantExperts(op.getFc1ExpertsWeights()))});
}

//===-- Quantised weights -------------------------------------------------===//

struct Quantised {
  Value weights, scales, zeros, bias;
};

/// Values of 2 or 4 bits, packed along the last dimension, as bytes.
Value unpacked(Maker &m, Value bytes, int64_t bits) {
  if (bits == 8)
    return bytes;
  SmallVector<Value> fields;
  auto byte = [&](int64_t v) { return m.cast(m.ints({v}), uint8Type); };
  for (int64_t at = 0; at < 8; at += bits) {
    Value shifted = m("BitShift", {bytes, byte(at)},
                      {m.attr("direction", StringRef("RIGHT"))});
    Value field = m("BitwiseAnd", {shifted, byte((1 << bits) - 1)});
    fields.push_back(m("Unsqueeze", {field, m.ints({-1})}));
  }
  Value all = m.concat(fields, -1);
  Value front = m("Shape", {bytes}, {m.attr("end", int64_t(-1))});
  return m.reshape(all, {front, m.ints({-1})});
}

Decomposition quantisedMixture(MsQMoEOp op, Maker &m) {
  if (!expertsProblem(op).empty())
    return std::nullopt;
  int64_t bits = op.getExpertWeightBits(), block = op.getBlockSize();
  Quantised layers[] = {{op.getFc1ExpertsWeights(), op.getFc1Scales(),
                         op.getFc1ZeroPoints(), op.getFc1ExpertsBias()},
                        {op.getFc2ExpertsWeights(), op.getFc2Scales(),
                         op.getFc2ZeroPoints(), op.getFc2ExpertsBias()},
                        {op.getFc3ExpertsWeights(), op.getFc3Scales(),
                         op.getFc3ZeroPoints(), op.getFc3ExpertsBias()}};
  // One scale for a whole column: its zero points are packed across columns.
  if (block == 0)
    for (Quantised &q : layers)
      if (present(q.zeros))
        q.zeros = m("Unsqueeze", {unpacked(m, q.zeros, bits), m.ints({-1})});
  auto layer = [&](Maker &m, Value x, unsigned n, Value expert) {
    const Quantised &q = layers[n];
    auto type = rankedType(q.weights);
    int64_t depth = type.getDimSize(2) * 8 / bits;
    return m(
        "ms.MatMulNBits",
        {x, ofExpert(m, q.weights, expert),
         m("CastLike", {ofExpert(m, q.scales, expert), x}),
         ofExpert(m, q.zeros, expert), Value(), ofExpert(m, q.bias, expert)},
        {m.attr("K", depth), m.attr("N", type.getDimSize(1)),
         m.attr("bits", bits), m.attr("block_size", block ? block : depth)});
  };
  Value weights = op.getRouterWeights();
  return Decomposition(
      {Mixture<MsQMoEOp>(op, m, present(weights) ? weights : Value(), layer)
           .run(constantExperts(op.getFc1ExpertsWeights()))});
}
} // namespace

void cameo::addExpertDecompositions(DecompositionTable &t) {
  t.add<MsMoEOp>(mixture);
  t.add<MsQMoEOp>(quantisedMixture);
}
