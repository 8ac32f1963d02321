// SPDX-License-Identifier: Apache-2.0
// com.microsoft's fusions of ONNX operators, taken apart: convolutions and
// products with activations, embeddings, attention and recurrence on quantised
// weights.
#include "compiler/Graph/Decompose.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

namespace {
using Attrs = SmallVector<NamedAttribute>;
bool present(Value v) { return !isa<NoneType>(v.getType()); }

/// The operator that an activation's name stands for; nothing for unknown ones.
std::optional<Value> activate(Maker &m, Value x, StringRef name,
                              ArrayRef<float> params) {
  auto param = [&](size_t i, double otherwise) {
    return i < params.size() ? double(params[i]) : otherwise;
  };
  if (name.empty() || name == "None")
    return x;
  if (name == "Relu" || name == "Tanh" || name == "Sigmoid" ||
      name == "Softplus" || name == "Softsign")
    return m(name, {x});
  if (name == "LeakyRelu")
    return m(name, {x}, {m.attr("alpha", param(0, 0.01))});
  if (name == "Elu")
    return m(name, {x}, {m.attr("alpha", param(0, 1.0))});
  if (name == "ThresholdedRelu")
    return m(name, {x}, {m.attr("alpha", param(0, 1.0))});
  if (name == "HardSigmoid")
    return m(name, {x},
             {m.attr("alpha", param(0, 0.2)), m.attr("beta", param(1, 0.5))});
  if (name == "Clip" && params.size() >= 2)
    return m("Clip", {x, m.f32(params[0]), m.f32(params[1])});
  return std::nullopt;
}

template <typename Op> Attrs convAttrs(Op op, Maker &m) {
  Attrs attrs = {m.attr("auto_pad", op.getAutoPad()),
                 m.attr("group", int64_t(op.getGroup()))};
  auto ints = [&](StringRef name, std::optional<ArrayRef<int64_t>> v) {
    if (v)
      attrs.push_back(m.attr(name, *v));
  };
  ints("dilations", op.getDilations());
  ints("kernel_shape", op.getKernelShape());
  ints("strides", op.getStrides());
  return attrs;
}

Decomposition fusedConv(MsFusedConvOp op, Maker &m) {
  Attrs attrs = convAttrs(op, m);
  if (op.getPads())
    attrs.push_back(m.attr("pads", *op.getPads()));
  Value y = m("Conv", {op.getX(), op.getW(), op.getB()}, attrs);
  if (present(op.getZ()))
    y = m("Add", {y, op.getZ()});
  auto r = activate(m, y, op.getActivation().value_or(""),
                    op.getActivationParams().value_or(ArrayRef<float>()));
  return r ? Decomposition({*r}) : std::nullopt;
}

/// The rank of a convolution's operands, from the kernel.
template <typename Op> std::optional<int64_t> convRank(Op op, Value w) {
  if (op.getKernelShape())
    return op.getKernelShape()->size() + 2;
  if (auto type = rankedType(w))
    return type.getRank();
  return std::nullopt;
}

/// Input, filter [M, kernel…, C / group] and result have their channels last.
Decomposition nhwcConv(MsNhwcConvOp op, Maker &m) {
  std::optional<int64_t> rank = convRank(op, op.getW());
  if (!rank || *rank < 3)
    return std::nullopt;
  Attrs attrs = convAttrs(op, m);
  if (op.getPads())
    attrs.push_back(m.attr("pads", *op.getPads()));
  Value y = m("Conv",
              {m.channelsFirst(op.getX(), *rank),
               m.channelsFirst(op.getW(), *rank), op.getB()},
              attrs);
  return Decomposition({m.channelsLast(y, *rank)});
}

Decomposition convTransposeWithDynamicPads(MsConvTransposeWithDynamicPadsOp op,
                                           Maker &m) {
  Attrs attrs = convAttrs(op, m);
  if (op.getOutputPadding())
    attrs.push_back(m.attr("output_padding", *op.getOutputPadding()));
  auto constant =
      present(op.getPads()) ? intsOf(op.getPads()) : SmallVector<int64_t>();
  if (constant) {
    if (!constant->empty())
      attrs.push_back(m.attr("pads", *constant));
    return Decomposition(
        {m("ConvTranspose", {op.getX(), op.getW(), op.getB()}, attrs)});
  }
  // What the run pads away is sliced off the whole.
  std::optional<int64_t> rank = convRank(op, op.getW());
  if (!rank || *rank < 3)
    return std::nullopt;
  int64_t k = *rank - 2;
  Value y = m("ConvTranspose", {op.getX(), op.getW(), op.getB()}, attrs);
  SmallVector<int64_t> axes;
  for (int64_t i = 0; i < k; ++i)
    axes.push_back(2 + i);
  Value zero = m.ints({0}), split = m.ints({k}), end = m.ints({2 * k});
  // Says how many there are.
  Value pads = m("Reshape", {op.getPads(), end});
  Value first = m("Slice", {pads, zero, split, zero, m.ints({1})}),
        last = m("Slice", {pads, split, end, zero, m.ints({1})});
  Value sizes = m("Shape", {y}, {m.attr("start", int64_t(2))});
  Value ends = m("Sub", {sizes, last});
  return Decomposition({m("Slice", {y, first, ends, m.ints(axes),
                                    m.ints(SmallVector<int64_t>(k, 1))})});
}

Decomposition fusedGemm(MsFusedGemmOp op, Maker &m) {
  Value y = m("Gemm", {op.getA(), op.getB(), op.getC()},
              {m.attr("alpha", op.getAlpha().convertToDouble()),
               m.attr("beta", op.getBeta().convertToDouble()),
               m.attr("transA", int64_t(op.getTransA() != 0)),
               m.attr("transB", int64_t(op.getTransB() != 0))});
  SmallVector<float> params;
  for (auto p : {op.getActivationAlpha(), op.getActivationBeta(),
                 op.getActivationGamma()})
    if (p)
      params.push_back(p->convertToFloat());
  auto r = activate(m, y, op.getActivation().value_or(""), params);
  return r ? Decomposition({*r}) : std::nullopt;
}

Decomposition embedLayerNormalization(MsEmbedLayerNormalizationOp op,
                                      Maker &m) {
  Value positions = op.getPositionIds();
  if (!present(positions)) {
    Value length = m(
        "Squeeze", {m("Shape", {op.getInputIds()},
                      {m.attr("start", int64_t(1)), m.attr("end", int64_t(2))}),
                    m.ints({0})});
    Value zero = m("Squeeze", {m.ints({0}), m.ints({0})}),
          one = m("Squeeze", {m.ints({1}), m.ints({0})});
    positions = m("Range", {zero, length, one});
  }
  Value sum = m("Add", {m("Gather", {op.getWordEmbedding(), op.getInputIds()}),
                        m("Gather", {op.getPositionEmbedding(), positions})});
  if (present(op.getSegmentEmbedding()) && present(op.getSegmentIds()))
    sum = m("Add",
            {sum, m("Gather", {op.getSegmentEmbedding(), op.getSegmentIds()})});
  Value y = m.all("LayerNormalization", {sum, op.getGamma(), op.getBeta()}, 1,
                  {m.attr("epsilon", op.getEpsilon().convertToDouble())},
                  /*absent=*/2)[0];
  Value lengths;
  if (present(op.getMaskIndex())) {
    auto asInt32 = m.attr("to", int64_t(6));
    if (present(op.getMask())) {
      lengths = m("Cast",
                  {m("ReduceSum", {op.getMask(), m.ints({1})},
                     {m.attr("keepdims", int64_t(0))})},
                  {asInt32});
    } else {
      Value batch = m("Shape", {op.getInputIds()},
                      {m.attr("start", int64_t(0)), m.attr("end", int64_t(1))});
      Value zero = m("Cast", {m.ints({0})}, {asInt32});
      lengths = m("Expand", {zero, batch});
    }
  }
  return Decomposition(
      {y, lengths, present(op.getEmbeddingSum()) ? sum : Value()});
}

Decomposition cdist(MsCDistOp op, Maker &m) {
  Value d = m("Sub", {m("Unsqueeze", {op.getA(), m.ints({1})}),
                      m("Unsqueeze", {op.getB(), m.ints({0})})});
  Value sum =
      m("ReduceSumSquare", {d, m.ints({2})}, {m.attr("keepdims", int64_t(0))});
  return Decomposition(
      {op.getMetric() == "euclidean" ? m("Sqrt", {sum}) : sum});
}
} // namespace

void cameo::addFusedDecompositions(DecompositionTable &t) {
  t.add<MsFusedConvOp>(fusedConv);
  t.add<MsNhwcConvOp>(nhwcConv);
  t.add<MsConvTransposeWithDynamicPadsOp>(convTransposeWithDynamicPads);
  t.add<MsFusedGemmOp>(fusedGemm);
  t.add<MsEmbedLayerNormalizationOp>(embedLayerNormalization);
  t.add<MsCDistOp>(cdist);
}
