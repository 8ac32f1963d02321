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

/// The same with pads that are an attribute.
template <typename Op> Attrs paddedConvAttrs(Op op, Maker &m) {
  Attrs attrs = convAttrs(op, m);
  if (op.getPads())
    attrs.push_back(m.attr("pads", *op.getPads()));
  return attrs;
}

Decomposition fusedConv(MsFusedConvOp op, Maker &m) {
  Attrs attrs = paddedConvAttrs(op, m);
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
  Attrs attrs = paddedConvAttrs(op, m);
  Value y = m("Conv",
              {m.channelsFirst(op.getX(), *rank),
               m.channelsFirst(op.getW(), *rank), op.getB()},
              attrs);
  return Decomposition({m.channelsLast(y, *rank)});
}

/// Input, what is added and result have their channels last; the filter is that
/// of Conv.
Decomposition nhwcFusedConv(MsNhwcFusedConvOp op, Maker &m) {
  std::optional<int64_t> rank = convRank(op, op.getW());
  if (!rank || *rank < 3)
    return std::nullopt;
  Attrs attrs = paddedConvAttrs(op, m);
  Value y = m.channelsLast(
      m("Conv", {m.channelsFirst(op.getX(), *rank), op.getW(), op.getB()},
        attrs),
      *rank);
  if (present(op.getZ()))
    y = m("Add", {y, op.getZ()});
  auto r = activate(m, y, op.getActivation().value_or(""),
                    op.getActivationParams().value_or(ArrayRef<float>()));
  return r ? Decomposition({*r}) : std::nullopt;
}

Decomposition fusedMatMulActivation(MsFusedMatMulActivationOp op, Maker &m) {
  SmallVector<float> params;
  for (auto p : {op.getActivationAlpha(), op.getActivationBeta(),
                 op.getActivationGamma()})
    if (p)
      params.push_back(p->convertToFloat());
  Value y = m("ms.FusedMatMul", {op.getA(), op.getB()},
              {m.attr("alpha", op.getAlpha().convertToDouble()),
               m.attr("transA", int64_t(op.getTransA())),
               m.attr("transB", int64_t(op.getTransB())),
               m.attr("transBatchA", int64_t(op.getTransBatchA())),
               m.attr("transBatchB", int64_t(op.getTransBatchB()))});
  if (op.getActivation() == "Softmax")
    return Decomposition(
        {m("Softmax", {y},
           {m.attr("axis", int64_t(op.getActivationAxis().value_or(-1)))})});
  auto r = activate(m, y, op.getActivation(), params);
  return r ? Decomposition({*r}) : std::nullopt;
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

/// Tables and what a row of each is chosen by; null values are absent.
struct Embedding {
  Value ids, segments, positions, words, places, segmentTable, gamma, beta,
      mask;
  double epsilon;
};
struct Embedded {
  Value normalised, sum;
};
Embedded embed(Maker &m, Embedding e) {
  if (!e.positions) {
    Value length = m("Squeeze", {m.size(e.ids, 1), m.ints({0})});
    Value zero = m("Squeeze", {m.ints({0}), m.ints({0})}),
          one = m("Squeeze", {m.ints({1}), m.ints({0})});
    e.positions = m("Range", {zero, length, one});
  }
  Value sum = m("Add", {m("Gather", {e.words, e.ids}),
                        m("Gather", {e.places, e.positions})});
  if (e.segmentTable && e.segments)
    sum = m("Add", {sum, m("Gather", {e.segmentTable, e.segments})});
  Value y = m.all("LayerNormalization", {sum, e.gamma, e.beta}, 1,
                  {m.attr("epsilon", e.epsilon)}, /*absent=*/2)[0];
  return {y, sum};
}

/// How many tokens each row of the mask leaves, 0 without a mask.
Value lengthsOf(Maker &m, Value mask, Value ids) {
  auto asInt32 = m.attr("to", int64_t(6));
  if (mask)
    return m(
        "Cast",
        {m("ReduceSum", {mask, m.ints({1})}, {m.attr("keepdims", int64_t(0))})},
        {asInt32});
  Value zero = m("Cast", {m.ints({0})}, {asInt32});
  return m("Expand", {zero, m.size(ids, 0)});
}

Value orNull(Value v) { return present(v) ? v : Value(); }

Decomposition embedLayerNormalization(MsEmbedLayerNormalizationOp op,
                                      Maker &m) {
  Value mask = orNull(op.getMask());
  Embedded e =
      embed(m, {op.getInputIds(), orNull(op.getSegmentIds()),
                orNull(op.getPositionIds()), op.getWordEmbedding(),
                op.getPositionEmbedding(), orNull(op.getSegmentEmbedding()),
                op.getGamma(), op.getBeta(), mask,
                op.getEpsilon().convertToDouble()});
  return Decomposition({e.normalised,
                        present(op.getMaskIndex())
                            ? lengthsOf(m, mask, op.getInputIds())
                            : Value(),
                        present(op.getEmbeddingSum()) ? e.sum : Value()});
}

Decomposition quantisedEmbedding(MsQEmbedLayerNormalizationOp op, Maker &m) {
  auto table = [&](Value v, Value scale, Value zero) {
    return present(v) ? m("DequantizeLinear", {v, scale, zero}) : Value();
  };
  Value mask = orNull(op.getMask());
  Embedded e = embed(
      m, {op.getInputIds(), orNull(op.getSegmentIds()), Value(),
          table(op.getWordEmbeddingQuant(), op.getWordEmbeddingScale(),
                op.getWordEmbeddingZeroPoint()),
          table(op.getPositionEmbeddingQuant(), op.getPositionEmbeddingScale(),
                op.getPositionEmbeddingZeroPoint()),
          table(op.getSegmentEmbedding(), op.getSegmentEmbeddingScale(),
                op.getSegmentEmbeddingZeroPoint()),
          table(op.getGammaQuant(), op.getGammaScale(), op.getGammaZeroPoint()),
          table(op.getBetaQuant(), op.getBetaScale(), op.getBetaZeroPoint()),
          mask, op.getEpsilon().convertToDouble()});
  return Decomposition({e.normalised, present(op.getMaskIndexOut())
                                          ? lengthsOf(m, mask, op.getInputIds())
                                          : Value()});
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
  t.add<MsNhwcFusedConvOp>(nhwcFusedConv);
  t.add<MsFusedMatMulActivationOp>(fusedMatMulActivation);
  t.add<MsConvTransposeWithDynamicPadsOp>(convTransposeWithDynamicPads);
  t.add<MsFusedGemmOp>(fusedGemm);
  t.add<MsEmbedLayerNormalizationOp>(embedLayerNormalization);
  t.add<MsQEmbedLayerNormalizationOp>(quantisedEmbedding);
  t.add<MsCDistOp>(cdist);
}
