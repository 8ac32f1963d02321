// SPDX-License-Identifier: Apache-2.0
// com.microsoft's operators on quantised tensors, taken apart: into integer
// products and a scale, or the float operator between DequantizeLinear and
// QuantizeLinear.
#include "compiler/Graph/Decompose.h"
#include "dialects/ONNX/Recurrent.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

namespace {
using Attrs = SmallVector<NamedAttribute>;
bool present(Value v) { return !isa<NoneType>(v.getType()); }

Value dequantize(Maker &m, Value x, Value scale, Value zero, int64_t axis = 1) {
  return m("DequantizeLinear", {x, scale, zero}, {m.attr("axis", axis)});
}
/// Quantised to the type of `zero`, or that of `like` where it is absent.
Value quantize(Maker &m, Value y, Value scale, Value zero, Value like) {
  if (!present(zero))
    zero = m("CastLike", {m.f32(0), like});
  return m("QuantizeLinear", {y, scale, zero});
}

template <typename Op> Decomposition binary(Op op, Maker &m, StringRef name) {
  Value y =
      m(name, {dequantize(m, op.getA(), op.getAScale(), op.getAZeroPoint()),
               dequantize(m, op.getB(), op.getBScale(), op.getBZeroPoint())});
  return Decomposition(
      {quantize(m, y, op.getCScale(), op.getCZeroPoint(), op.getA())});
}
template <typename Op>
Decomposition unary(Op op, Maker &m, function_ref<Value(Value)> fn) {
  Value y = fn(dequantize(m, op.getX(), op.getXScale(), op.getXZeroPoint()));
  if (!y)
    return std::nullopt;
  return Decomposition(
      {quantize(m, y, op.getYScale(), op.getYZeroPoint(), op.getX())});
}

Decomposition softmax(MsQLinearSoftmaxOp op, Maker &m) {
  return unary(op, m, [&](Value x) -> Value {
    int64_t axis = op.getAxis();
    if (int64_t(op.getOpset()) >= 13)
      return m("Softmax", {x}, {m.attr("axis", axis)});
    // Over all dimensions from the axis on, as one.
    Value flat = m("Flatten", {x}, {m.attr("axis", axis)});
    Value y = m("Softmax", {flat}, {m.attr("axis", int64_t(1))});
    return m("Reshape", {y, m("Shape", {x})},
             {m.attr("allowzero", int64_t(1))});
  });
}

Decomposition averagePool(MsQLinearAveragePoolOp op, Maker &m) {
  return unary(op, m, [&](Value x) {
    int64_t rank = op.getKernelShape().size() + 2;
    Attrs attrs = {
        m.attr("auto_pad", op.getAutoPad()),
        m.attr("ceil_mode", int64_t(op.getCeilMode())),
        m.attr("count_include_pad", int64_t(op.getCountIncludePad())),
        m.attr("kernel_shape", op.getKernelShape())};
    if (op.getPads())
      attrs.push_back(m.attr("pads", *op.getPads()));
    if (op.getStrides())
      attrs.push_back(m.attr("strides", *op.getStrides()));
    if (op.getChannelsLast())
      x = m.channelsFirst(x, rank);
    Value y = m("AveragePool", {x}, attrs);
    return op.getChannelsLast() ? m.channelsLast(y, rank) : y;
  });
}

Decomposition globalAveragePool(MsQLinearGlobalAveragePoolOp op, Maker &m) {
  auto type = rankedType(op.getX());
  if (op.getChannelsLast() && (!type || type.getRank() < 3))
    return std::nullopt;
  return unary(op, m, [&](Value x) -> Value {
    if (!op.getChannelsLast())
      return m("GlobalAveragePool", {x});
    SmallVector<int64_t> axes;
    for (int64_t i = 1; i + 1 < type.getRank(); ++i)
      axes.push_back(i);
    return m("ReduceMean", {x, m.ints(axes)}, {m.attr("keepdims", int64_t(1))});
  });
}

Decomposition reduceMean(MsQLinearReduceMeanOp op, Maker &m) {
  return unary(op, m, [&](Value x) {
    Value axes;
    if (op.getAxes())
      axes = m.ints(*op.getAxes());
    return m("ReduceMean", {x, axes},
             {m.attr("keepdims", int64_t(op.getKeepdims()))});
  });
}

Decomposition concat(MsQLinearConcatOp op, Maker &m) {
  auto inputs = op.getInputs();
  if (inputs.empty() || inputs.size() % 3)
    return std::nullopt;
  SmallVector<Value> parts;
  for (size_t i = 0; i < inputs.size(); i += 3)
    parts.push_back(dequantize(m, inputs[i], inputs[i + 1], inputs[i + 2]));
  Value y = m("Concat", parts, {m.attr("axis", int64_t(op.getAxis()))});
  return Decomposition(
      {quantize(m, y, op.getYScale(), op.getYZeroPoint(), inputs[0])});
}

Decomposition where(MsQLinearWhereOp op, Maker &m) {
  Value y = m("Where",
              {op.getCondition(),
               dequantize(m, op.getX(), op.getXScale(), op.getXZeroPoint()),
               dequantize(m, op.getY(), op.getYScale(), op.getYZeroPoint())});
  return Decomposition(
      {quantize(m, y, op.getZScale(), op.getZZeroPoint(), op.getX())});
}

/// With channels last; the filter is [M, C / group, kernel…] as ever.
Decomposition conv(MsQLinearConvOp op, Maker &m) {
  int64_t rank = 0;
  if (op.getKernelShape())
    rank = op.getKernelShape()->size() + 2;
  else if (auto type = rankedType(op.getW()))
    rank = type.getRank();
  if (rank < 3)
    return std::nullopt;
  Attrs attrs = {m.attr("auto_pad", op.getAutoPad()),
                 m.attr("group", int64_t(op.getGroup()))};
  auto ints = [&](StringRef name, std::optional<ArrayRef<int64_t>> v) {
    if (v)
      attrs.push_back(m.attr(name, *v));
  };
  ints("dilations", op.getDilations());
  ints("kernel_shape", op.getKernelShape());
  ints("strides", op.getStrides());
  ints("pads", op.getPads());
  Value x = op.getX();
  if (op.getChannelsLast())
    x = m.channelsFirst(x, rank);
  Value y =
      m("QLinearConv",
        {x, op.getXScale(), op.getXZeroPoint(), op.getW(), op.getWScale(),
         op.getWZeroPoint(), op.getYScale(), op.getYZeroPoint(), op.getB()},
        attrs);
  return Decomposition({op.getChannelsLast() ? m.channelsLast(y, rank) : y});
}

//===-- Products ----------------------------------------------------------===//

/// An integer product in f32, times its scales, plus a bias.
Value scaled(Maker &m, Value sum, Value aScale, Value bScale, Value bias) {
  Value y = m("Mul", {m.toFloat(sum), m("Mul", {aScale, bScale})});
  return present(bias) ? m("Add", {y, bias}) : y;
}

Decomposition integerToFloat(MsMatMulIntegerToFloatOp op, Maker &m) {
  Value sum = m("MatMulInteger",
                {op.getA(), op.getB(), op.getAZeroPoint(), op.getBZeroPoint()});
  return Decomposition(
      {scaled(m, sum, op.getAScale(), op.getBScale(), op.getBias())});
}

Decomposition integer16(MsMatMulInteger16Op op, Maker &m) {
  auto type = dyn_cast<TensorType>(op.getA().getType()),
       other = dyn_cast<TensorType>(op.getB().getType());
  if (!type || !other)
    return std::nullopt;
  bool isUnsigned = type.getElementType().isUnsignedInteger() &&
                    other.getElementType().isUnsignedInteger();
  int64_t wide = isUnsigned ? 12 : 6;
  return Decomposition(
      {m("MatMul", {m.cast(op.getA(), wide), m.cast(op.getB(), wide)})});
}

Decomposition mulInteger(MsMulIntegerOp op, Maker &m) {
  auto centred = [&](Value x, Value zero) {
    Value wide = m.cast(x, 6);
    return present(zero) ? m("Sub", {wide, m.cast(zero, 6)}) : wide;
  };
  return Decomposition({m("Mul", {centred(op.getA(), op.getAZeroPoint()),
                                  centred(op.getB(), op.getBZeroPoint())})});
}

Decomposition reduceSumInteger(MsReduceSumIntegerOp op, Maker &m) {
  auto type = dyn_cast<TensorType>(op.getData().getType());
  if (!type)
    return std::nullopt;
  Value wide =
      m.cast(op.getData(), type.getElementType().isUnsignedInteger() ? 12 : 6);
  return Decomposition({m("ReduceSum", {wide, m.ints(op.getAxes())},
                          {m.attr("keepdims", int64_t(op.getKeepdims()))})});
}

Decomposition dynamicMatMul(MsDynamicQuantizeMatMulOp op, Maker &m) {
  SmallVector<Value> a = m.all("DynamicQuantizeLinear", {op.getA()}, 3);
  Value sum = m("MatMulInteger", {a[0], op.getB(), a[2], op.getBZeroPoint()});
  return Decomposition({scaled(m, sum, a[1], op.getBScale(), op.getBias())});
}

Decomposition gemm(MsQGemmOp op, Maker &m) {
  Value a = op.getTransA() ? m.transpose(op.getA(), {1, 0}) : op.getA();
  Value b = op.getTransB() ? m.transpose(op.getB(), {1, 0}) : op.getB();
  Value sum =
      m("MatMulInteger", {a, b, op.getAZeroPoint(), op.getBZeroPoint()});
  if (present(op.getC()))
    sum = m("Add", {sum, op.getC()});
  Value scale = m("Mul", {op.getAScale(), op.getBScale()});
  double alpha = op.getAlpha().convertToDouble();
  if (alpha != 1)
    scale = m("Mul", {scale, m.f32(alpha)});
  Value y = m("Mul", {m.toFloat(sum), scale});
  if (!present(op.getYScale()))
    return Decomposition({y});
  return Decomposition(
      {quantize(m, y, op.getYScale(), op.getYZeroPoint(), op.getA())});
}

/// The projections in integers; the rest is Attention.
Decomposition attention(MsQAttentionOp op, Maker &m) {
  Value weights = dequantize(m, op.getWeight(), op.getWeightScale(),
                             op.getWeightZeroPoint());
  Value input =
      dequantize(m, op.getInput(), op.getInputScale(), op.getInputZeroPoint());
  Value none = makeNone(m.b, m.loc);
  OperationState state(m.loc, MsAttentionOp::getOperationName());
  state.addOperands({input, weights, op.getBias(), op.getMaskIndex(),
                     op.getPast(), none, none});
  state.addAttributes(
      {m.attr("num_heads", int64_t(op.getNumHeads())),
       m.attr("unidirectional", int64_t(op.getUnidirectional())),
       m.attr("mask_filter_value", op.getMaskFilterValue().convertToDouble()),
       m.attr("past_present_share_buffer",
              int64_t(op.getPastPresentShareBuffer())),
       m.attr("do_rotary", int64_t(op.getDoRotary())),
       m.attr("rotary_embedding_dim", int64_t(op.getRotaryEmbeddingDim()))});
  if (op.getScale())
    state.addAttribute("scale",
                       m.b.getF32FloatAttr(op.getScale()->convertToFloat()));
  state.addTypes(op->getResultTypes());
  return Decomposition(SmallVector<Value>(m.b.create(state)->getResults()));
}

/// Weights [directions, input, gates] with a scale and zero point per
/// direction, or per direction and gate; the standard operator has the last two
/// exchanged.
Decomposition lstm(MsDynamicQuantizeLSTMOp op, Maker &m) {
  int64_t directions = op.getDirection() == "bidirectional" ? 2 : 1;
  auto weights = [&](Value w, Value scale, Value zero) {
    Value shape = m.ints({directions, 1, -1});
    Value centred =
        m("Sub", {m.toFloat(w), m("Reshape", {m.toFloat(zero), shape})});
    return m.transpose(m("Mul", {centred, m("Reshape", {scale, shape})}),
                       {0, 2, 1});
  };
  Attrs attrs = {m.attr("direction", op.getDirection()),
                 m.attr("input_forget", int64_t(op.getInputForget()))};
  for (StringRef name : {"activation_alpha", "activation_beta", "activations",
                         "clip", "hidden_size"})
    if (Attribute a = op->getAttr(name))
      attrs.push_back(m.b.getNamedAttr(name, a));
  OperationState state(m.loc, LSTMOp::getOperationName());
  state.addOperands(
      {op.getX(), weights(op.getW(), op.getWScale(), op.getWZeroPoint()),
       weights(op.getR(), op.getRScale(), op.getRZeroPoint()), op.getB(),
       op.getSequenceLens(), op.getInitialH(), op.getInitialC(), op.getP()});
  state.addAttributes(attrs);
  state.addTypes(op->getResultTypes());
  return Decomposition(SmallVector<Value>(m.b.create(state)->getResults()));
}
} // namespace

void cameo::addQuantizedDecompositions(DecompositionTable &t) {
  t.add<MsQLinearAddOp>(
      [](MsQLinearAddOp op, Maker &m) { return binary(op, m, "Add"); });
  t.add<MsQLinearMulOp>(
      [](MsQLinearMulOp op, Maker &m) { return binary(op, m, "Mul"); });
  t.add<MsQLinearSigmoidOp>([](MsQLinearSigmoidOp op, Maker &m) {
    return unary(op, m, [&](Value x) { return m("Sigmoid", {x}); });
  });
  t.add<MsQLinearLeakyReluOp>([](MsQLinearLeakyReluOp op, Maker &m) {
    return unary(op, m, [&](Value x) {
      return m("LeakyRelu", {x},
               {m.attr("alpha", op.getAlpha().convertToDouble())});
    });
  });
  t.add<MsQLinearSoftmaxOp>(softmax);
  t.add<MsQLinearReduceMeanOp>(reduceMean);
  t.add<MsQLinearAveragePoolOp>(averagePool);
  t.add<MsQLinearGlobalAveragePoolOp>(globalAveragePool);
  t.add<MsQLinearConcatOp>(concat);
  t.add<MsQLinearWhereOp>(where);
  t.add<MsQLinearConvOp>(conv);
  t.add<MsQGemmOp>(gemm);
  t.add<MsMatMulIntegerToFloatOp>(integerToFloat);
  t.add<MsDynamicQuantizeMatMulOp>(dynamicMatMul);
  t.add<MsDynamicQuantizeLSTMOp>(lstm);
  t.add<MsQAttentionOp>(attention);
  t.add<MsMatMulInteger16Op>(integer16);
  t.add<MsMulIntegerOp>(mulInteger);
  t.add<MsReduceSumIntegerOp>(reduceSumInteger);
}
