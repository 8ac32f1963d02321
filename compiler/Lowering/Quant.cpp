// SPDX-License-Identifier: Apache-2.0
// Lowerings of quantisation: QuantizeLinear and its inverse element by element,
// products and convolutions of quantised tensors as integer contractions
// between them.
#include "compiler/Lowering/NNWindow.h"
#include "dialects/ONNX/Quant.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

namespace {
constexpr auto parallel = utils::IteratorType::parallel;

RankedTensorType typeOf(Value v) { return cast<RankedTensorType>(v.getType()); }

//===-- Parameters --------------------------------------------------------===//

/// Scales or zero points of `x`: one for all, one per index of an axis, or one
/// per block of it.
struct Parameter {
  Value value; // null: absent
  enum { Tensor, Axis, Block } kind = Tensor;
  int64_t axis = 0, block = 0;
  /// Of an axis: the run decides whether one element counts for all.
  bool maybeOne = false;

  static FailureOr<Parameter> make(Operation *op, Lowerer &l, Value onnx,
                                   Value x, int64_t axis, int64_t block) {
    Parameter p{l(onnx)};
    if (!p.value)
      return p;
    int64_t rank = typeOf(x).getRank(), own = typeOf(p.value).getRank();
    if (own == 0)
      return p;
    auto normal = normaliseAxis(axis, rank);
    if (own == 1 && block == 0) {
      // One element counts for all, whatever the axis.
      if (typeOf(p.value).getDimSize(0) == 1 &&
          !(normal && typeOf(x).getDimSize(*normal) == 1)) {
        p.value = squeeze(l, p.value, {0});
        return p;
      }
      OpFoldResult count = dim(l, p.value, 0);
      bool open = typeOf(p.value).isDynamicDim(0);
      if (!normal && open) {
        checkSame(l, count, size(l, 1), "scales do not match the axis");
        p.value = squeeze(l, p.value, {0});
        return p;
      }
      if (!normal)
        return op->emitError("axis ") << axis << " is out of range";
      OpFoldResult wanted = dim(l, x, *normal);
      p.maybeOne = open && !sameSize(l, count, wanted);
      if (p.maybeOne) {
        Scalars s(l.b, l.loc);
        Scalar n = s(toValue(l, count));
        check(l, n.eq(1) | n.eq(s(toValue(l, wanted))),
              "scales do not match the axis");
      } else {
        checkSame(l, count, wanted, "scales do not match the axis");
      }
      p.kind = Axis;
      p.axis = *normal;
      return p;
    }
    if (own != rank || block <= 0 || !normal)
      return op->emitError(
          "scale's rank does not fit the input and block_size");
    for (int64_t i = 0; i < rank; ++i) {
      OpFoldResult n = dim(l, x, i);
      if (i == *normal)
        n = floorDiv(l, add(l, n, size(l, block - 1)), size(l, block));
      checkSame(l, dim(l, p.value, i), n, "scales do not match the blocks");
    }
    p.kind = Block;
    p.axis = *normal;
    p.block = block;
    return p;
  }

  /// As an operand of a generic over x: nothing for blocks, which the body
  /// reads by itself.
  void addOperand(Lowerer &l, int64_t rank, SmallVector<Value> &inputs,
                  SmallVector<AffineMap> &maps) const {
    if (!value || kind == Block || maybeOne)
      return;
    inputs.push_back(value);
    maps.push_back(kind == Tensor
                       ? AffineMap::get(rank, 0, l.b.getContext())
                       : AffineMap::get(rank, 0, l.b.getAffineDimExpr(axis)));
  }
  /// The element, in memory form; `operands` are those still to be taken.
  Scalar read(Scalars &s, ArrayRef<Scalar> &operands, int64_t rank) const {
    if (maybeOne) {
      Scalar one = s.dim(value, 0).eq(1);
      return s.extract(value, {s.select(one, s.index(0), s.position(axis))});
    }
    if (kind != Block) {
      Scalar v = operands.front();
      operands = operands.drop_front();
      return v;
    }
    SmallVector<Scalar> at;
    for (int64_t i = 0; i < rank; ++i) {
      Scalar p = s.position(i);
      at.push_back(
          i == axis ? s(arith::DivUIOp::create(s.b, s.loc, p, s.index(block)))
                    : p);
    }
    return s.extract(value, at);
  }
};

/// round(x / scale) + zero point, saturated, in the memory form of `outType`; x
/// is in f32 or f64.
Value quantise(Scalars &s, Scalar x, Scalar scale, std::optional<Scalar> zero,
               Type outType, bool saturate) {
  Scalar q = x / scale;
  if (isa<FloatType>(outType)) {
    if (zero)
      q = q + *zero;
    return s.toMemory(s.cast(q, q.type(), outType, saturate), outType);
  }
  auto integer = cast<IntegerType>(outType);
  bool isUnsigned = integer.isUnsigned();
  unsigned width = integer.getWidth();
  double lo = isUnsigned ? 0 : -std::ldexp(1.0, width - 1);
  double hi = std::ldexp(1.0, isUnsigned ? width : width - 1) - 1;
  q = q.round();
  if (zero)
    q = q + *zero;
  Scalar clamped = q.clamp(q.like(lo), q.like(hi));
  return s.toMemory(s.cast(clamped, q.type(), outType), outType);
}

/// An element in its computed form, as a number of type `wide`.
Scalar number(Scalars &s, Value raw, Type onnxType, Type wide) {
  Type element = getElementTypeOrSelf(onnxType);
  bool isUnsigned = element.isUnsignedInteger();
  return s.fromMemory(raw, element).as(isUnsigned).to(wide, isUnsigned);
}

//===-- QuantizeLinear, DequantizeLinear ----------------------------------===//

LoweredValues lowerQuantizeLinear(QuantizeLinearOp op, Lowerer &l) {
  Value x = l(op.getX());
  int64_t rank = typeOf(x).getRank();
  auto scale = Parameter::make(op, l, op.getYScale(), x, op.getAxis(),
                               op.getBlockSize());
  auto zero = Parameter::make(op, l, op.getYZeroPoint(), x, op.getAxis(),
                              op.getBlockSize());
  if (failed(scale) || failed(zero))
    return failure();
  Type outType = getElementTypeOrSelf(op.getY().getType());
  Type wide = getElementTypeOrSelf(op.getX().getType()).isF64()
                  ? Type(l.b.getF64Type())
                  : Type(l.b.getF32Type());
  SmallVector<Value> inputs = {x};
  SmallVector<AffineMap> maps = {l.b.getMultiDimIdentityMap(rank)};
  scale->addOperand(l, rank, inputs, maps);
  zero->addOperand(l, rank, inputs, maps);
  maps.push_back(maps.front());
  Value init =
      empty(l, refine(l, op.getY(), dims(l, x)), Lowerer::convert(outType));
  return SmallVector<Value>{generic(
      l, init, inputs, maps, SmallVector<utils::IteratorType>(rank, parallel),
      [&](Scalars &s, ArrayRef<Scalar> v) {
        ArrayRef<Scalar> rest = v.drop_front();
        Scalar factor = number(s, scale->read(s, rest, rank),
                               op.getYScale().getType(), wide);
        std::optional<Scalar> offset;
        if (zero->value)
          offset = number(s, zero->read(s, rest, rank),
                          op.getYZeroPoint().getType(), wide);
        return quantise(s, number(s, v[0], op.getX().getType(), wide), factor,
                        offset, outType, op.getSaturate());
      })};
}

LoweredValues lowerDequantizeLinear(DequantizeLinearOp op, Lowerer &l) {
  Value x = l(op.getX());
  int64_t rank = typeOf(x).getRank();
  auto scale = Parameter::make(op, l, op.getXScale(), x, op.getAxis(),
                               op.getBlockSize());
  auto zero = Parameter::make(op, l, op.getXZeroPoint(), x, op.getAxis(),
                              op.getBlockSize());
  if (failed(scale) || failed(zero))
    return failure();
  Type outType = getElementTypeOrSelf(op.getY().getType());
  Type wide = outType.isF64() ? Type(l.b.getF64Type()) : Type(l.b.getF32Type());
  Type xElement = getElementTypeOrSelf(op.getX().getType());
  bool isInteger = isa<IntegerType>(xElement);
  SmallVector<Value> inputs = {x};
  SmallVector<AffineMap> maps = {l.b.getMultiDimIdentityMap(rank)};
  scale->addOperand(l, rank, inputs, maps);
  zero->addOperand(l, rank, inputs, maps);
  maps.push_back(maps.front());
  Value init =
      empty(l, refine(l, op.getY(), dims(l, x)), Lowerer::convert(outType));
  return SmallVector<Value>{generic(
      l, init, inputs, maps, SmallVector<utils::IteratorType>(rank, parallel),
      [&](Scalars &s, ArrayRef<Scalar> v) {
        ArrayRef<Scalar> rest = v.drop_front();
        Scalar factor = number(s, scale->read(s, rest, rank),
                               op.getXScale().getType(), wide);
        // The difference of integers is exact in 32 bits.
        Type between = isInteger ? Type(l.b.getI32Type()) : wide;
        Scalar value = number(s, v[0], xElement, between);
        if (zero->value)
          value =
              value - number(s, zero->read(s, rest, rank), xElement, between);
        return s.toMemory(value.to(wide) * factor, outType);
      })};
}

LoweredValues lowerDynamicQuantizeLinear(DynamicQuantizeLinearOp op,
                                         Lowerer &l) {
  Value x = l(op.getX());
  Type f32 = l.b.getF32Type();
  auto axes = llvm::to_vector(llvm::seq<int64_t>(0, typeOf(x).getRank()));
  // The range includes 0.
  Value high = reduce(
      l, x, axes, numberAttr(f32, 0.0),
      [](Scalars &, Scalar v, Scalar best) { return Value(v.max(best)); });
  Value low = reduce(
      l, x, axes, numberAttr(f32, 0.0),
      [](Scalars &, Scalar v, Scalar best) { return Value(v.min(best)); });
  Value scale =
      elementwise(l, f32, {high, low}, [](Scalars &s, ArrayRef<Scalar> v) {
        Scalar range = v[0] - v[1];
        return Value(s.select(range.eq(0), range.like(1.0), range / 255.0));
      });
  Type u8 = getElementTypeOrSelf(op.getY().getType());
  Value zero = elementwise(
      l, l.b.getI8Type(), {low, scale}, [&](Scalars &s, ArrayRef<Scalar> v) {
        return quantise(s, -v[0], v[1], std::nullopt, u8, true);
      });
  Value y = elementwise(
      l, l.b.getI8Type(), {x, scale, zero},
      [&](Scalars &s, ArrayRef<Scalar> v) {
        return quantise(s, v[0], v[1], number(s, v[2], u8, f32), u8, true);
      },
      op.getY());
  return SmallVector<Value>{y, scale, zero};
}

//===-- Products ----------------------------------------------------------===//

/// x - zero point in 32 bits; a zero point of rank 1 belongs to dimension
/// `axis`.
Value centred(Lowerer &l, Value onnxX, Value onnxZero, int64_t axis) {
  Value x = l(onnxX), zero = l(onnxZero);
  Type i32 = l.b.getI32Type(), element = getElementTypeOrSelf(onnxX.getType());
  int64_t rank = typeOf(x).getRank();
  SmallVector<Value> inputs = {x};
  if (zero && typeOf(zero).getRank() == 1 && axis >= 0 && axis < rank) {
    SmallVector<int64_t> ones;
    for (int64_t i = 1; i < rank - axis; ++i)
      ones.push_back(i);
    zero = unsqueeze(l, zero, ones);
  }
  if (zero)
    inputs.push_back(zero);
  return elementwise(l, i32, inputs,
                     [&](Scalars &s, ArrayRef<Scalar> v) -> Value {
                       Scalar a = number(s, v[0], element, i32);
                       return zero ? a - number(s, v[1], element, i32) : a;
                     });
}

/// The int32 tensor times a scale, quantised again. `scales` are multiplied;
/// those of rank 1 belong to dimension `axis`, the first one's to `firstAxis`.
/// Bias is int32 per dimension `axis`.
Value requantise(Lowerer &l, Value x, ValueRange onnxScales, Value onnxYScale,
                 Value onnxYZero, Value bias, int64_t firstAxis, int64_t axis,
                 Value onnxResult) {
  int64_t rank = typeOf(x).getRank();
  Type f32 = l.b.getF32Type(),
       outType = getElementTypeOrSelf(onnxResult.getType());
  SmallVector<Value> inputs = {x};
  auto along = [&](Value v, int64_t axis) {
    if (typeOf(v).getRank() != 1)
      return v;
    SmallVector<int64_t> ones;
    for (int64_t i = 1; i < rank - axis; ++i)
      ones.push_back(i);
    return unsqueeze(l, v, ones);
  };
  SmallVector<Type> types = {l.b.getI32Type()};
  auto addInput = [&](Value onnxValue, int64_t axis) {
    inputs.push_back(along(l(onnxValue), axis));
    types.push_back(getElementTypeOrSelf(onnxValue.getType()));
  };
  for (auto [i, v] : llvm::enumerate(onnxScales))
    addInput(v, i == 0 ? firstAxis : axis);
  addInput(onnxYScale, axis);
  addInput(onnxYZero, axis);
  if (bias)
    inputs.push_back(along(bias, axis));
  size_t n = onnxScales.size();
  return elementwise(
      l, Lowerer::convert(outType), inputs,
      [&](Scalars &s, ArrayRef<Scalar> v) {
        Scalar sum = bias ? v[0] + v.back() : v[0];
        Scalar y = sum.to(f32);
        Scalar factor = number(s, v[1], types[1], f32);
        for (size_t i = 1; i < n; ++i)
          factor = factor * number(s, v[1 + i], types[1 + i], f32);
        factor = factor / number(s, v[1 + n], types[1 + n], f32);
        return quantise(s, y * factor, s.constant(f32, 1.0),
                        number(s, v[2 + n], types[2 + n], f32), outType, true);
      },
      onnxResult);
}

LoweredValues lowerMatMulInteger(MatMulIntegerOp op, Lowerer &l) {
  int64_t aRank = typeOf(l(op.getA())).getRank(),
          bRank = typeOf(l(op.getB())).getRank();
  return SmallVector<Value>{
      matmul(l, centred(l, op.getA(), op.getAZeroPoint(), aRank - 2),
             centred(l, op.getB(), op.getBZeroPoint(), bRank - 1))};
}

LoweredValues lowerQLinearMatMul(QLinearMatMulOp op, Lowerer &l) {
  int64_t aRank = typeOf(l(op.getA())).getRank(),
          bRank = typeOf(l(op.getB())).getRank();
  Value sum = matmul(l, centred(l, op.getA(), op.getAZeroPoint(), aRank - 2),
                     centred(l, op.getB(), op.getBZeroPoint(), bRank - 1));
  // Scales of rank 1: rows of a, columns of b and of y.
  int64_t rank = typeOf(sum).getRank();
  int64_t columns = std::max<int64_t>(rank - 1, 0),
          rows = std::max<int64_t>(columns - 1, 0);
  return SmallVector<Value>{
      requantise(l, sum, {op.getAScale(), op.getBScale()}, op.getYScale(),
                 op.getYZeroPoint(), {}, rows, columns, op.getY())};
}

//===-- Convolutions ------------------------------------------------------===//

LoweredValues lowerConvInteger(ConvIntegerOp op, Lowerer &l) {
  FailureOr<Value> y =
      convolve(op, l, centred(l, op.getX(), op.getXZeroPoint(), 1),
               centred(l, op.getW(), op.getWZeroPoint(), 0),
               op.getKernelShape(), size(l, op.getGroup()), windowAttrs(op),
               numberAttr(l.b.getI32Type(), int64_t(0)), op.getY());
  if (failed(y))
    return failure();
  return SmallVector<Value>{*y};
}

LoweredValues lowerQLinearConv(QLinearConvOp op, Lowerer &l) {
  FailureOr<Value> y =
      convolve(op, l, centred(l, op.getX(), op.getXZeroPoint(), 1),
               centred(l, op.getW(), op.getWZeroPoint(), 0),
               op.getKernelShape(), size(l, op.getGroup()), windowAttrs(op),
               numberAttr(l.b.getI32Type(), int64_t(0)), op.getY());
  if (failed(y))
    return failure();
  return SmallVector<Value>{requantise(l, *y, {op.getXScale(), op.getWScale()},
                                       op.getYScale(), op.getYZeroPoint(),
                                       l(op.getB()), 1, 1, op.getY())};
}
} // namespace

void cameo::registerQuantLowerings(LoweringRegistry &r) {
  r.add<QuantizeLinearOp>(lowerQuantizeLinear);
  r.add<DequantizeLinearOp>(lowerDequantizeLinear);
  r.add<DynamicQuantizeLinearOp>(lowerDynamicQuantizeLinear);
  r.add<MatMulIntegerOp>(lowerMatMulInteger);
  r.add<QLinearMatMulOp>(lowerQLinearMatMul);
  r.add<ConvIntegerOp>(lowerConvInteger);
  r.add<QLinearConvOp>(lowerQLinearConv);
}
