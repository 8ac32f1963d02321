// SPDX-License-Identifier: Apache-2.0
// com.microsoft's parts of recent decoders, taken apart: causal convolutions
// that carry a state, gates, rotary embeddings of several positions.
#include "compiler/Graph/Search.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

namespace {
bool present(Value v) { return !isa<NoneType>(v.getType()); }
bool wanted(Value result) { return present(result); }

//===-- CausalConvWithState -----------------------------------------------===//

Decomposition causalConv(MsCausalConvWithStateOp op, Maker &m) {
  auto type = rankedType(op.getWeight());
  int64_t window = op.getStateWindow();
  bool last = op.getChannelsLast();
  if (op.getNdim() != 1 || !type || type.getRank() != 3 ||
      type.isDynamicDim(0) || type.isDynamicDim(2) || window < 0 ||
      window > 8 || (last && window))
    return std::nullopt;
  int64_t channels = type.getDimSize(0), dilation = op.getDilation(),
          kept = (type.getDimSize(2) - 1) * dilation;
  Value x = op.getInput(), past = op.getPastState();
  // [batch, length, any…] as [batch, channels, length], and back.
  Value front = m("Shape", {x}, {m.attr("end", int64_t(2))}),
        rest = m("Shape", {x}, {m.attr("start", int64_t(2))});
  auto first = [&](Value v) {
    Value n = m("Shape", {v}, {m.attr("end", int64_t(2))});
    return last ? m.transpose(m.reshape(v, {n, m.ints({channels})}), {0, 2, 1})
                : v;
  };
  x = first(x);
  Value batch = m.size(x, 0), length = m.size(x, 2);
  auto zeros = [&](int64_t n) {
    return m("Expand", {m("CastLike", {m.f32(0), x}),
                        m.concat({batch, m.ints({channels, n})}, 0)});
  };
  if (!present(past)) {
    past = zeros(kept);
  } else {
    // Of the states of several tokens the last counts.
    if (window)
      past = m("Gather", {past, m.scalar(m.ints({window - 1}))});
    past = first(past);
  }
  Value all = m.concat({past, x}, 2);
  Value bias = present(op.getBias()) ? op.getBias() : Value();
  Value y = m("Conv", {all, op.getWeight(), bias},
              {m.attr("group", channels),
               m.attr("dilations", ArrayRef<int64_t>{dilation})});
  if (op.getActivation() != "none")
    y = m("Swish", {y});
  if (last)
    y = m.reshape(m.transpose(y, {0, 2, 1}), {front, rest});
  Value state;
  auto from = [&](Value begin) {
    return m("Slice", {all, begin, m("Add", {begin, m.ints({kept})}),
                       m.ints({2}), m.ints({1})});
  };
  if (wanted(op.getPresentState())) {
    if (window) {
      // After each of the last tokens; zeros for those before the first one.
      Value front =
          m("Expand", {m("CastLike", {m.f32(0), x}),
                       m.concat({batch, m.ints({channels, window})}, 0)});
      all = m.concat({front, all}, 2);
      SmallVector<Value> states;
      for (int64_t j = 0; j < window; ++j) {
        Value taken = m("Add", {length, m.ints({j + 1})});
        Value isThere = m("Greater", {taken, m.ints({window})});
        states.push_back(
            m("Unsqueeze",
              {m("Where", {isThere, from(taken), zeros(kept)}), m.ints({0})}));
      }
      state = m.concat(states, 0);
    } else {
      state = from(length);
      if (last)
        state = m.reshape(m.transpose(state, {0, 2, 1}),
                          {batch, m.ints({kept}), rest});
    }
  }
  return Decomposition({y, state});
}

//===-- Gates -------------------------------------------------------------===//

Decomposition attentionGate(MsLinearAttentionGateOp op, Maker &m) {
  auto like = [&](Value v) { return m("CastLike", {v, op.getA()}); };
  Value grown =
      m("Softplus", {m("Add", {m.toFloat(op.getA()), op.getDtBias()})});
  Value decay = like(m("Mul", {op.getDecayScale(), grown}));
  Value beta;
  if (present(op.getB()))
    beta = like(m("Sigmoid", {m.toFloat(op.getB())}));
  return Decomposition({decay, wanted(op.getBeta()) ? beta : Value()});
}

/// The mean is that of as many elements as the scale has.
Decomposition gatedNorm(MsGatedRMSNormOp op, Maker &m) {
  Value shape = m("Shape", {op.getX()});
  Value rows = m.reshape(m.toFloat(op.getX()),
                         {m.ints({-1}), m("Shape", {op.getScale()})});
  Value y = m("RMSNormalization", {rows, m.toFloat(op.getScale())},
              {m.attr("axis", int64_t(-1)),
               m.attr("epsilon", op.getEpsilon().convertToDouble())});
  y = m("Mul",
        {m("Reshape", {y, shape}), m("Swish", {m.toFloat(op.getGate())})});
  return Decomposition({m("CastLike", {y, op.getX()})});
}

Decomposition gatedAdd(MsGatedAddOp op, Maker &m) {
  return Decomposition(
      {m("Add", {op.getX(), m("Mul", {op.getY(), op.getGate()})})});
}

//===-- Rotary embeddings -------------------------------------------------===//

/// Each column of the caches goes by one of three positions, [3, batch,
/// length]: contiguous sections of columns, or by turns, where the first
/// position has what the others leave.
Decomposition multiRotary(MsMRotaryEmbeddingOp op, Maker &m) {
  ArrayRef<int64_t> sections = op.getMropeSection();
  if (sections.size() != 3 ||
      llvm::any_of(sections, [](int64_t n) { return n < 0; }) ||
      op.getIsPackedBatching() || op.getScale().convertToDouble() != 1)
    return std::nullopt;
  int64_t columns = sections[0] + sections[1] + sections[2];
  SmallVector<int64_t> stream(columns, 0);
  for (int64_t c = 0; c < columns; ++c) {
    if (!op.getMropeLayout())
      stream[c] = c < sections[0] ? 0 : c < sections[0] + sections[1] ? 1 : 2;
    else if (int64_t s = c % 3; s && c < sections[s] * 3)
      stream[c] = s;
  }
  // [batch, length, column]: the place of each column's number in the gathered
  // caches [3, batch, length, column].
  Value streams = m("Reshape", {m.ints(stream), m.ints({1, 1, 1, columns})});
  auto angles = [&](Value cache) {
    Value all = m("Gather", {cache, op.getPositionIds()});
    Value shape = m.concat(
        {m.ints({1}), m("Shape", {all}, {m.attr("start", int64_t(1))})}, 0);
    Value place = m("Expand", {streams, shape});
    return m("Squeeze",
             {m("GatherElements", {all, place}, {m.attr("axis", int64_t(0))}),
              m.ints({0})});
  };
  return Decomposition({m(
      "RotaryEmbedding",
      {op.getInput(), angles(op.getCosCache()), angles(op.getSinCache()),
       Value()},
      {m.attr("interleaved", int64_t(op.getInterleaved())),
       m.attr("num_heads", int64_t(op.getNumHeads())),
       m.attr("rotary_embedding_dim", int64_t(op.getRotaryEmbeddingDim()))})});
}

Decomposition gemmaRotary(MsGemmaRotaryEmbeddingOp op, Maker &m) {
  auto angle = [&](StringRef fn) {
    Value v = m("CastLike", {m(fn, {op.getEmb()}), op.getQ()});
    return m("Unsqueeze", {v, m.ints({1})});
  };
  Value sin = angle("Sin"), cos = angle("Cos");
  auto turned = [&](Value x, Value rotated) {
    return m("Add", {m("Mul", {x, cos}), m("Mul", {rotated, sin})});
  };
  return Decomposition(
      {turned(op.getQ(), op.getQRot()), turned(op.getK(), op.getKRot())});
}

//===-- Fourier transforms ------------------------------------------------===//

template <typename Op> bool plainTransform(Op op) {
  return !op.getNormalized() && op.getOnesided() && op.getSignalNdim() == 1;
}

Decomposition rfft(MsRfftOp op, Maker &m) {
  if (!plainTransform(op))
    return std::nullopt;
  return Decomposition({m("DFT",
                          {m("Unsqueeze", {op.getX(), m.ints({-1})}), Value(),
                           m.scalar(m.ints({-2}))},
                          {m.attr("onesided", int64_t(1))})});
}

Decomposition irfft(MsIrfftOp op, Maker &m) {
  if (!plainTransform(op))
    return std::nullopt;
  Value y = m("DFT", {op.getX(), Value(), m.scalar(m.ints({-2}))},
              {m.attr("onesided", int64_t(1)), m.attr("inverse", int64_t(1))});
  return Decomposition({m("Squeeze", {y, m.ints({-1})})});
}
} // namespace

void cameo::addDecoderDecompositions(DecompositionTable &t) {
  t.add<MsCausalConvWithStateOp>(causalConv);
  t.add<MsLinearAttentionGateOp>(attentionGate);
  t.add<MsGatedRMSNormOp>(gatedNorm);
  t.add<MsGatedAddOp>(gatedAdd);
  t.add<MsMRotaryEmbeddingOp>(multiRotary);
  t.add<MsGemmaRotaryEmbeddingOp>(gemmaRotary);
  t.add<MsRfftOp>(rfft);
  t.add<MsIrfftOp>(irfft);
}
