// SPDX-License-Identifier: Apache-2.0
// com.microsoft's operators on batches without padding, taken apart: tokens of
// all sequences one after another, `token_offset` their places (those of the
// padding behind them) in a batch [sequences, longest].
#include "compiler/Graph/Search.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

namespace {
bool present(Value v) { return !isa<NoneType>(v.getType()); }

/// [0, count) of a tensor<1xi64>.
Value numbers(Maker &m, Value count) {
  return m("Range",
           {m.scalar(m.ints({0})), m.scalar(count), m.scalar(m.ints({1}))});
}

/// The places of the first tokens, as many as `tokens` has rows, [rows].
Value places(Maker &m, Value tokens, Value offset) {
  Value flat = m.cast(m("Reshape", {offset, m.ints({-1})}), int64Type);
  return m("Slice",
           {flat, m.ints({0}), m.size(tokens, 0), m.ints({0}), m.ints({1})});
}

/// Tokens [rows, width] at their places, zeros elsewhere: [sequences, longest,
/// width].
Value restored(Maker &m, Value tokens, Value offset) {
  Value width = m.size(tokens, 1),
        cells = m("Mul", {m.size(offset, 0), m.size(offset, 1)});
  Value zero = m("CastLike", {m.f32(0), tokens});
  Value none = m("Expand", {zero, m.concat({cells, width}, 0)});
  Value at = m("Unsqueeze", {places(m, tokens, offset), m.ints({1})});
  return m("Reshape", {m("ScatterND", {none, at, tokens}),
                       m.concat({m("Shape", {offset}), width}, 0)});
}

/// The reverse: [sequences, longest, width] to [rows of `tokens`, width].
Value gathered(Maker &m, Value batch, Value tokens, Value offset) {
  Value width = m.size(batch, 2);
  return m("Gather", {m.reshape(batch, {m.ints({-1}), width}),
                      places(m, tokens, offset)});
}

Decomposition restorePadding(MsRestorePaddingOp op, Maker &m) {
  return Decomposition({restored(m, op.getInput(), op.getTokenOffset())});
}

Decomposition removePadding(MsRemovePaddingOp op, Maker &m) {
  Value x = op.getInput(),
        count = m.cast(op.getSequenceTokenCount(), int64Type);
  auto asInt32 = [&](Value v) { return m.cast(v, int32Type); };
  Value real =
      m("Less", {m("Unsqueeze", {numbers(m, m.size(x, 1)), m.ints({0})}),
                 m("Unsqueeze", {count, m.ints({1})})});
  real = m("Reshape", {real, m.ints({-1})});
  auto where = [&](Value condition) {
    return m("Squeeze", {m("NonZero", {condition}), m.ints({0})});
  };
  Value kept = where(real);
  Value offset = m.reshape(m.concat({kept, where(m("Not", {real}))}, 0),
                           {m.size(x, 0), m.size(x, 1)});
  Value tokens =
      m("Gather", {m.reshape(x, {m.ints({-1}), m.size(x, 2)}), kept});
  Value sums = m("CumSum", {count, m.scalar(m.ints({0}))});
  return Decomposition({tokens, asInt32(offset),
                        asInt32(m.concat({m.ints({0}), sums}, 0)),
                        asInt32(m("ReduceMax", {count, m.ints({0})},
                                  {m.attr("keepdims", int64_t(1))}))});
}

/// Attention of projected tokens [rows, width] within their sequences.
template <typename Op>
Value attention(Op op, Maker &m, Value q, Value k, Value v, Value bias) {
  Value offset = op.getTokenOffset();
  // Where each sequence ends, less where it begins.
  Value ends = op.getCumulativeSequenceLength();
  auto part = [&](int64_t from, int64_t to) {
    return m("Slice",
             {ends, m.ints({from}), m.ints({to}), m.ints({0}), m.ints({1})});
  };
  Value lengths = m("Sub", {part(1, INT64_MAX), part(0, -1)});
  SmallVector<NamedAttribute> attrs = {
      m.attr("num_heads", int64_t(op.getNumHeads())),
      // Padding is not there, whatever a mask would add.
      m.attr("mask_filter_value",
             double(std::numeric_limits<float>::lowest()))};
  if (op.getScale())
    attrs.push_back(m.attr("scale", op.getScale()->convertToDouble()));
  Value y = m.all("ms.MultiHeadAttention",
                  {restored(m, q, offset), restored(m, k, offset),
                   restored(m, v, offset), bias, lengths, op.getAttentionBias(),
                   Value(), Value(), Value(), Value()},
                  1, attrs, /*absent=*/3)[0];
  return gathered(m, y, q, offset);
}

Decomposition packedAttention(MsPackedAttentionOp op, Maker &m) {
  Value x =
      m("Add", {m("MatMul", {op.getInput(), op.getWeights()}), op.getBias()});
  Value q, k, v;
  if (auto widths = op.getQkvHiddenSizes(); widths && widths->size() == 3) {
    auto parts =
        m.all("Split", {x, m.ints(*widths)}, 3, {m.attr("axis", int64_t(1))});
    std::tie(q, k, v) = std::tie(parts[0], parts[1], parts[2]);
  } else {
    auto parts =
        m.all("Split", {x, Value()}, 3,
              {m.attr("axis", int64_t(1)), m.attr("num_outputs", int64_t(3))});
    std::tie(q, k, v) = std::tie(parts[0], parts[1], parts[2]);
  }
  return Decomposition({attention(op, m, q, k, v, Value())});
}

Decomposition packedMultiHeadAttention(MsPackedMultiHeadAttentionOp op,
                                       Maker &m) {
  Value q = op.getQuery(), k = op.getKey(), v = op.getValue();
  if (!present(k)) {
    // [rows, heads, 3, size]
    auto part = [&](int64_t i) {
      Value one = m("Gather", {op.getQuery(), m.scalar(m.ints({i}))},
                    {m.attr("axis", int64_t(2))});
      return m.reshape(one, {m.size(one, 0), m.ints({-1})});
    };
    q = part(0);
    k = part(1);
    v = part(2);
  }
  Value bias = present(op.getBias()) ? op.getBias() : Value();
  return Decomposition({attention(op, m, q, k, v, bias)});
}
} // namespace

void cameo::addPackedDecompositions(DecompositionTable &t) {
  t.add<MsRestorePaddingOp>(restorePadding);
  t.add<MsRemovePaddingOp>(removePadding);
  t.add<MsPackedAttentionOp>(packedAttention);
  t.add<MsPackedMultiHeadAttentionOp>(packedMultiHeadAttention);
}
