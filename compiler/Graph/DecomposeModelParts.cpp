// SPDX-License-Identifier: Apache-2.0
// Operators of com.microsoft that ONNX Runtime's tools fuse parts of diffusion
// and language models into, taken apart.
#include "compiler/Graph/Decompose.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

namespace {
bool present(Value v) { return !isa<NoneType>(v.getType()); }

/// `x` from `from` to `to` along an axis.
Value cut(Maker &m, Value x, Value from, Value to, int64_t axis) {
  return m("Slice", {x, from, to, m.ints({axis}), m.ints({1})});
}

/// Halves along the last axis.
std::pair<Value, Value> halves(Maker &m, Value x) {
  auto parts =
      m.all("Split", {x, Value()}, 2,
            {m.attr("axis", int64_t(-1)), m.attr("num_outputs", int64_t(2))});
  return {parts[0], parts[1]};
}

Decomposition biasAdd(MsBiasAddOp op, Maker &m) {
  return Decomposition(
      {m("Add", {m("Add", {op.getX(), op.getBias()}), op.getSkip()})});
}

Decomposition biasSplitGelu(MsBiasSplitGeluOp op, Maker &m) {
  auto [left, right] = halves(m, m("Add", {op.getX(), op.getBias()}));
  return Decomposition({m("Mul", {left, m("Gelu", {right})})});
}

Decomposition biasSoftmax(MsBiasSoftmaxOp op, Maker &m) {
  Value sum = m("Add", {op.getData(), op.getBias()});
  Value rows = m("Flatten", {sum}, {m.attr("axis", int64_t(op.getAxis()))});
  Value y = m("Softmax", {rows}, {m.attr("axis", int64_t(1))});
  return Decomposition({m("Reshape", {y, m("Shape", {sum})})});
}

Decomposition gemmFastGelu(MsGemmFastGeluOp op, Maker &m) {
  return Decomposition(
      {m("ms.FastGelu", {m("MatMul", {op.getX(), op.getW()}), op.getBias()})});
}

//===-- GroupNorm ---------------------------------------------------------===//

/// Images of four dimensions; scale and bias are in f32 whatever `x` is.
template <typename Op> Value groupNorm(Op op, Maker &m, Value x) {
  if (op.getChannelsLast())
    x = m.channelsFirst(x, 4);
  auto like = [&](Value v) { return m("CastLike", {v, x}); };
  Value y =
      m("GroupNormalization", {x, like(op.getGamma()), like(op.getBeta())},
        {m.attr("epsilon", op.getEpsilon().convertToDouble()),
         m.attr("num_groups", int64_t(op.getGroups()))});
  if (op.getActivation())
    y = m("Swish", {y});
  return op.getChannelsLast() ? m.channelsLast(y, 4) : y;
}

Decomposition groupNormOf(MsGroupNormOp op, Maker &m) {
  return Decomposition({groupNorm(op, m, op.getX())});
}

Decomposition skipGroupNorm(MsSkipGroupNormOp op, Maker &m) {
  // Without sizes of its own for the image, skip is [batch, channels].
  Value skip = op.getSkip();
  bool last = op.getChannelsLast();
  auto type = rankedType(skip);
  if (!type)
    return std::nullopt;
  if (type.getRank() == 2)
    skip = m("Unsqueeze", {skip, last ? m.ints({1, 2}) : m.ints({2, 3})});
  Value sum = m("Add", {op.getX(), skip});
  if (Value bias = op.getBias(); present(bias))
    sum = m("Add", {sum, last ? bias : m("Unsqueeze", {bias, m.ints({1, 2})})});
  return Decomposition(
      {groupNorm(op, m, sum), present(op.getSum()) ? sum : Value()});
}

Decomposition nhwcMaxPool(MsNhwcMaxPoolOp op, Maker &m) {
  int64_t rank = op.getKernelShape().size() + 2;
  SmallVector<NamedAttribute> attrs = {
      m.attr("auto_pad", op.getAutoPad()),
      m.attr("ceil_mode", int64_t(op.getCeilMode())),
      m.attr("kernel_shape", op.getKernelShape())};
  auto ints = [&](StringRef name, std::optional<ArrayRef<int64_t>> v) {
    if (v)
      attrs.push_back(m.attr(name, *v));
  };
  ints("dilations", op.getDilations());
  ints("pads", op.getPads());
  ints("strides", op.getStrides());
  Value y = m.all("MaxPool", {m.channelsFirst(op.getX(), rank)}, 1, attrs,
                  /*absent=*/1)[0];
  return Decomposition({m.channelsLast(y, rank)});
}

//===-- Relative positions ------------------------------------------------===//

/// Distances below half of the buckets have one each, larger ones share the
/// others, ever more of them, up to max_distance. Bidirectional: half of the
/// buckets for keys behind the query.
Decomposition relativePositionBias(MsRelativePositionBiasOp op, Maker &m) {
  auto range = [&](Value length) {
    return m("Range", {m.scalar(m.ints({0})),
                       m.scalar(m.cast(m("Reshape", {length, m.ints({1})}), 7)),
                       m.scalar(m.ints({1}))});
  };
  Value distance =
      m("Sub", {m("Unsqueeze", {range(op.getKeyLength()), m.ints({0})}),
                m("Unsqueeze", {range(op.getQueryLength()), m.ints({1})})});
  Value buckets = m.size(op.getBiasTable(), 0), zero = m.ints({0}), base;
  if (op.getIsBidirectional()) {
    buckets = m("Div", {buckets, m.ints({2})});
    base = m("Where", {m("Greater", {distance, zero}), buckets, zero});
    distance = m("Abs", {distance});
  } else {
    distance = m("Max", {m("Neg", {distance}), zero});
  }
  Value exact = m("Div", {buckets, m.ints({2})}), exactF = m.toFloat(exact);
  Value ratio =
      m("Div", {m.toFloat(m("Max", {distance, m.ints({1})})), exactF});
  Value whole =
      m("Log", {m("Div", {m.f32(double(op.getMaxDistance())), exactF})});
  Value step = m("Mul", {m("Div", {m("Log", {ratio}), whole}),
                         m.toFloat(m("Sub", {buckets, exact}))});
  Value far = m("Min", {m("Add", {exact, m.cast(step, 7)}),
                        m("Sub", {buckets, m.ints({1})})});
  Value bucket = m("Where", {m("Less", {distance, exact}), distance, far});
  if (base)
    bucket = m("Add", {bucket, base});
  // [query, key, head]
  Value bias = m("Gather", {op.getBiasTable(), bucket});
  return Decomposition(
      {m("Unsqueeze", {m.transpose(bias, {2, 0, 1}), m.ints({0})})});
}

Decomposition gatedRelativePositionBias(MsGatedRelativePositionBiasOp op,
                                        Maker &m) {
  Value query = op.getQueryLayer();
  if (present(op.getTokenOffset()))
    query = m("ms.RestorePadding", {query, op.getTokenOffset()});
  query = m("Add", {query, op.getQueryBias()});
  Value heads = m.ints({int64_t(op.getNumHeads())});
  query = m.transpose(m.reshape(query, {m.size(query, 0), m.size(query, 1),
                                        heads, m.ints({-1})}),
                      {0, 2, 1, 3});
  Value opened = m("Add", {m("MatMul", {query, op.getWeight()}), op.getBias()});
  auto gate = [&](Value part) {
    return m("Sigmoid", {m("ReduceSum", {part, m.ints({-1})})});
  };
  auto [first, second] = halves(m, opened);
  Value one = m("CastLike", {m.f32(1), query}),
        two = m("CastLike", {m.f32(2), query});
  Value u = gate(first), r = gate(second);
  Value weight =
      m("Add",
        {m("Mul", {u, m("Sub", {m("Mul", {r, op.getEcoA()}), one})}), two});
  return Decomposition({m("Mul", {weight, op.getRelPos()})});
}

/// No element is infinite (unless NaN alone is looked for), nor NaN.
Decomposition isAllFinite(MsIsAllFiniteOp op, Maker &m) {
  Value any;
  for (Value x : op.getInput()) {
    Value bad;
    if (!op.getIsnanOnly())
      bad = m("IsInf", {x});
    if (!op.getIsinfOnly()) {
      Value nan = m("IsNaN", {x});
      bad = bad ? m("Or", {bad, nan}) : nan;
    }
    if (!bad)
      continue;
    Value flat = m("Reshape", {m.cast(bad, 6), m.ints({-1})});
    Value count =
        m("ReduceSum", {flat, m.ints({0})}, {m.attr("keepdims", int64_t(0))});
    any = any ? m("Add", {any, count}) : count;
  }
  if (!any)
    any = m.cast(m.scalar(m.ints({0})), 6);
  return Decomposition({m("Equal", {any, m.cast(m.scalar(m.ints({0})), 6)})});
}

//===-- Windows, complex numbers ------------------------------------------===//

Decomposition unfoldTensor(MsUnfoldTensorOp op, Maker &m) {
  auto type = rankedType(op.getInput());
  if (!type)
    return std::nullopt;
  int64_t rank = type.getRank(), dim = op.getDim(), size = op.getSize(),
          step = op.getStep();
  dim = dim < 0 ? dim + rank : dim;
  if (dim < 0 || dim >= rank)
    return std::nullopt;
  // Places [windows, size] along the dimension; the window's own goes last.
  Value windows = m(
      "Add", {m("Div", {m("Sub", {m.size(op.getInput(), dim), m.ints({size})}),
                        m.ints({step})}),
              m.ints({1})});
  auto range = [&](Value count, int64_t by) {
    Value end = m("Mul", {count, m.ints({by})});
    return m("Range",
             {m.scalar(m.ints({0})), m.scalar(end), m.scalar(m.ints({by}))});
  };
  Value places =
      m("Add", {m("Unsqueeze", {range(windows, step), m.ints({1})}),
                m("Unsqueeze", {range(m.ints({size}), 1), m.ints({0})})});
  Value y = m("Gather", {op.getInput(), places}, {m.attr("axis", dim)});
  SmallVector<int64_t> order;
  for (int64_t i = 0; i <= rank; ++i)
    if (i != dim + 1)
      order.push_back(i);
  order.push_back(dim + 1);
  return Decomposition({m.transpose(y, order)});
}

template <typename Op>
Decomposition complexProduct(Op op, Maker &m, bool conjugate) {
  auto part = [&](Value x, int64_t i) {
    return cut(m, x, m.ints({i}), m.ints({i + 1}), -1);
  };
  Value a = part(op.getA(), 0), b = part(op.getA(), 1), c = part(op.getB(), 0),
        d = part(op.getB(), 1);
  Value ac = m("Mul", {a, c}), bd = m("Mul", {b, d}), ad = m("Mul", {a, d}),
        bc = m("Mul", {b, c});
  Value real = m(conjugate ? "Add" : "Sub", {ac, bd}),
        imaginary = conjugate ? m("Sub", {bc, ad}) : m("Add", {bc, ad});
  return Decomposition({m.concat({real, imaginary}, -1)});
}
} // namespace

void cameo::addModelPartDecompositions(DecompositionTable &t) {
  t.add<MsBiasAddOp>(biasAdd);
  t.add<MsBiasSplitGeluOp>(biasSplitGelu);
  t.add<MsBiasSoftmaxOp>(biasSoftmax);
  t.add<MsGemmFastGeluOp>(gemmFastGelu);
  t.add<MsGroupNormOp>(groupNormOf);
  t.add<MsSkipGroupNormOp>(skipGroupNorm);
  t.add<MsNhwcMaxPoolOp>(nhwcMaxPool);
  t.add<MsRelativePositionBiasOp>(relativePositionBias);
  t.add<MsGatedRelativePositionBiasOp>(gatedRelativePositionBias);
  t.add<MsUnfoldTensorOp>(unfoldTensor);
  t.add<MsIsAllFiniteOp>(isAllFinite);
  t.add<MsComplexMulOp>(
      [](MsComplexMulOp op, Maker &m) { return complexProduct(op, m, false); });
  t.add<MsComplexMulConjOp>([](MsComplexMulConjOp op, Maker &m) {
    return complexProduct(op, m, true);
  });
}
