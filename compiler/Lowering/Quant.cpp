// SPDX-License-Identifier: Apache-2.0
// Lowerings of quantisation: QuantizeLinear and its inverse element by element,
// products and convolutions of quantised tensors as integer contractions
// between them.
#include "compiler/Lowering/Quant.h"
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
  Value value = nullptr;        // null: absent
  TypedAttr constant = nullptr; // of one known number: stands in bodies
  enum { Tensor, Axis, Block } kind = Tensor;
  int64_t axis = 0, block = 0;
  /// Of an axis: the run decides whether one element counts for all.
  bool maybeOne = false;

  static FailureOr<Parameter> make(Operation *op, Lowerer &l, Value onnx,
                                   Value x, int64_t axis, int64_t block) {
    Parameter p{l(onnx)};
    if (!p.value)
      return p;
    DenseElementsAttr known;
    if (matchPattern(p.value, m_Constant(&known)) &&
        known.getNumElements() == 1)
      p.constant = known.getSplatValue<TypedAttr>();
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
      p.constant = {};
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
    p.constant = {};
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

  /// As an operand of a generic over x, nothing where the body reads it by
  /// itself.
  void addOperand(Lowerer &l, int64_t rank, SmallVector<Value> &inputs,
                  SmallVector<AffineMap> &maps) const {
    if (!value || constant || maybeOne)
      return;
    inputs.push_back(value);
    if (kind == Block) {
      SmallVector<AffineExpr> at;
      for (int64_t i = 0; i < rank; ++i) {
        AffineExpr d = l.b.getAffineDimExpr(i);
        at.push_back(i == axis ? d.floorDiv(block) : d);
      }
      maps.push_back(AffineMap::get(rank, 0, at, l.b.getContext()));
      return;
    }
    maps.push_back(kind == Tensor
                       ? AffineMap::get(rank, 0, l.b.getContext())
                       : AffineMap::get(rank, 0, l.b.getAffineDimExpr(axis)));
  }
  /// The element, in memory form; `operands` are those still to be taken.
  Scalar read(Scalars &s, ArrayRef<Scalar> &operands) const {
    if (constant)
      return s(arith::ConstantOp::create(s.b, s.loc, constant));
    if (maybeOne) {
      Scalar one = s.dim(value, 0).eq(1);
      return s.extract(value, {s.select(one, s.index(0), s.position(axis))});
    }
    Scalar v = operands.front();
    operands = operands.drop_front();
    return v;
  }
};

/// The number that a scalar is known to be.
std::optional<double> knownNumber(Value v) {
  FloatAttr real;
  IntegerAttr integer;
  if (matchPattern(v, m_Constant(&real)))
    return real.getValueAsDouble();
  if (matchPattern(v, m_Constant(&integer)))
    return integer.getValue().getSExtValue();
  Operation *op = v.getDefiningOp();
  if (!isa_and_present<arith::SIToFPOp, arith::UIToFPOp, arith::ExtSIOp,
                       arith::ExtUIOp>(op))
    return std::nullopt;
  std::optional<double> inner = knownNumber(op->getOperand(0));
  if (inner && *inner < 0 && isa<arith::UIToFPOp, arith::ExtUIOp>(op))
    *inner +=
        std::ldexp(1.0, op->getOperand(0).getType().getIntOrFloatBitWidth());
  return inner;
}

/// What of f32 is quantised to the ends of [lo, hi]: clamping before the
/// division is the same as after it then, and no later step can overflow.
struct Bounds {
  float lo, hi;
};
std::optional<Bounds> boundsBefore(Scalar scale, double zero, double lo,
                                   double hi) {
  std::optional<double> known = knownNumber(scale);
  if (!known || !scale.type().isF32() || !(*known > 1e-30 && *known < 1e30))
    return std::nullopt;
  float s = *known;
  Bounds b{float((lo - zero) * s), float((hi - zero) * s)};
  if (std::nearbyint(b.lo / s) != lo - zero ||
      std::nearbyint(b.hi / s) != hi - zero)
    return std::nullopt;
  return b;
}

/// round(x / scale) + zero point, saturated, in the memory form of `outType`; x
/// is in f32 or f64.
Value quantise(Scalars &s, Scalar x, Scalar scale, std::optional<Scalar> zero,
               Type outType, bool saturate) {
  if (isa<FloatType>(outType)) {
    Scalar q = x / scale;
    if (zero)
      q = q + *zero;
    return s.toMemory(s.cast(q, q.type(), outType, saturate), outType);
  }
  auto integer = cast<IntegerType>(outType);
  bool isUnsigned = integer.isUnsigned();
  unsigned width = integer.getWidth();
  double lo = isUnsigned ? 0 : -std::ldexp(1.0, width - 1);
  double hi = std::ldexp(1.0, isUnsigned ? width : width - 1) - 1;
  Type i32 = s.b.getI32Type();
  std::optional<double> known = zero ? knownNumber(*zero) : 0.0;
  if (known && width <= 16)
    if (auto bounds = boundsBefore(scale, *known, lo, hi)) {
      x = s(
          arith::MaxNumFOp::create(s.b, s.loc, x, x.like(double(bounds->lo))));
      x = s(
          arith::MinNumFOp::create(s.b, s.loc, x, x.like(double(bounds->hi))));
      Scalar q = knownNumber(scale) == 1.0 ? x : x / scale;
      Scalar whole = s(arith::FPToSIOp::create(s.b, s.loc, i32, q.round()));
      if (*known != 0)
        whole = whole + int64_t(*known);
      return s.toMemory(s.cast(whole, i32, outType), outType);
    }
  Scalar q = (x / scale).round();
  if (zero)
    q = q + *zero;
  if (width > 16)
    return s.toMemory(
        s.cast(q.clamp(q.like(lo), q.like(hi)), q.type(), outType), outType);
  // Within 32 bits, so that no conversion has to saturate. Not a number is the
  // lowest one.
  q = s(arith::MaxNumFOp::create(s.b, s.loc, q, q.like(lo)));
  q = s(arith::MinNumFOp::create(s.b, s.loc, q, q.like(hi)));
  Scalar whole = s(arith::FPToSIOp::create(s.b, s.loc, i32, q));
  return s.toMemory(s.cast(whole, i32, outType), outType);
}

/// An element in its computed form, as a number of type `wide`.
Scalar number(Scalars &s, Value raw, Type onnxType, Type wide) {
  Type element = getElementTypeOrSelf(onnxType);
  bool isUnsigned = element.isUnsignedInteger();
  return s.fromMemory(raw, element).as(isUnsigned).to(wide, isUnsigned);
}

//===-- QuantizeLinear, DequantizeLinear ----------------------------------===//

/// One `body(element, scale, zero point)` per element of `onnxX`: the scale as
/// `wide`, the others as they are in memory.
template <typename Op>
LoweredValues lowerElements(
    Op op, Lowerer &l, Value onnxX, Value onnxScale, Value onnxZero, Type wide,
    llvm::function_ref<Value(Scalars &, Scalar, Scalar, std::optional<Scalar>)>
        body) {
  Value x = l(onnxX);
  int64_t rank = typeOf(x).getRank();
  auto scale =
      Parameter::make(op, l, onnxScale, x, op.getAxis(), op.getBlockSize());
  auto zero =
      Parameter::make(op, l, onnxZero, x, op.getAxis(), op.getBlockSize());
  if (failed(scale) || failed(zero))
    return failure();
  SmallVector<Value> inputs = {x};
  SmallVector<AffineMap> maps = {l.b.getMultiDimIdentityMap(rank)};
  scale->addOperand(l, rank, inputs, maps);
  zero->addOperand(l, rank, inputs, maps);
  maps.push_back(maps.front());
  Type outType = getElementTypeOrSelf(op.getY().getType());
  Value init =
      empty(l, refine(l, op.getY(), dims(l, x)), Lowerer::convert(outType));
  return SmallVector<Value>{generic(
      l, init, inputs, maps, SmallVector<utils::IteratorType>(rank, parallel),
      [&](Scalars &s, ArrayRef<Scalar> v) {
        ArrayRef<Scalar> rest = v.drop_front();
        Scalar factor =
            number(s, scale->read(s, rest), onnxScale.getType(), wide);
        std::optional<Scalar> offset;
        if (zero->value)
          offset = s(zero->read(s, rest));
        return body(s, v[0], factor, offset);
      })};
}

/// Quantisation is computed in f32, or in f64 where the numbers are.
Type widthFor(Lowerer &l, Value onnxReal) {
  return getElementTypeOrSelf(onnxReal.getType()).isF64()
             ? Type(l.b.getF64Type())
             : Type(l.b.getF32Type());
}

LoweredValues lowerQuantizeLinear(QuantizeLinearOp op, Lowerer &l) {
  Type wide = widthFor(l, op.getX()),
       outType = getElementTypeOrSelf(op.getY().getType());
  return lowerElements(
      op, l, op.getX(), op.getYScale(), op.getYZeroPoint(), wide,
      [&](Scalars &s, Scalar x, Scalar factor, std::optional<Scalar> zero) {
        if (zero)
          zero = number(s, *zero, op.getYZeroPoint().getType(), wide);
        return quantise(s, number(s, x, op.getX().getType(), wide), factor,
                        zero, outType, op.getSaturate());
      });
}

LoweredValues lowerDequantizeLinear(DequantizeLinearOp op, Lowerer &l) {
  Type wide = widthFor(l, op.getY()),
       outType = getElementTypeOrSelf(op.getY().getType());
  Type element = getElementTypeOrSelf(op.getX().getType());
  // The difference of integers is exact in 32 bits.
  Type between = isa<IntegerType>(element) ? Type(l.b.getI32Type()) : wide;
  return lowerElements(
      op, l, op.getX(), op.getXScale(), op.getXZeroPoint(), wide,
      [&](Scalars &s, Scalar x, Scalar factor, std::optional<Scalar> zero) {
        Scalar value = number(s, x, element, between);
        if (zero)
          value = value - number(s, *zero, element, between);
        return s.toMemory(value.to(wide) * factor, outType);
      });
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

/// x - zero point as `result`, i32 or f32; a zero point of rank 1 belongs to
/// dimension `axis`.
Value centred(Lowerer &l, Value onnxX, Value onnxZero, int64_t axis,
              Type result) {
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
  return elementwise(l, result, inputs,
                     [&](Scalars &s, ArrayRef<Scalar> v) -> Value {
                       Scalar a = number(s, v[0], element, i32);
                       if (zero)
                         a = a - number(s, v[1], element, i32);
                       return a.to(result);
                     });
}

//===-- Integers as floats ------------------------------------------------===//
// Units for floats are faster than those for 32-bit integers, and sums of
// products are the same in both as long as they stay below 2^24. Where a sum is
// rounded to a quantum anyway, one that is larger is near enough: a quantum is
// then many units.

constexpr int64_t exactInFloat = int64_t(1) << 24;

/// The largest magnitude of what centred() gives.
int64_t largest(Value onnxX, bool hasZero) {
  Type element = getElementTypeOrSelf(onnxX.getType());
  if (!element.isInteger(8))
    return int64_t(1) << 31;
  return element.isUnsignedInteger() || hasZero ? 255 : 128;
}

/// Constant weights, less their zero point: [outer, inner, columns] in order.
struct Weights {
  SmallVector<int64_t> values, zeros;

  static std::optional<Weights> of(Value onnxW, Value onnxZero) {
    Weights w;
    auto values = constantInts(onnxW);
    if (!values)
      return std::nullopt;
    w.values = std::move(*values);
    w.zeros = {0};
    if (!isa<NoneType>(onnxZero.getType())) {
      auto zeros = constantInts(onnxZero);
      if (!zeros || zeros->empty())
        return std::nullopt;
      w.zeros = std::move(*zeros);
    }
    return w;
  }
};

/// Whether a contraction over `from` to `to` of K stays exact: A times B [K,
/// N].
bool staysExact(const std::optional<Weights> &w, int64_t a, int64_t b,
                int64_t n, int64_t from, int64_t to) {
  if (a > 255 || b > 255)
    return false;
  if (!w || n <= 0)
    return (to - from) * a * b < exactInFloat;
  for (int64_t column = 0; column < n; ++column) {
    int64_t zero =
        w->zeros[w->zeros.size() == 1 ? 0 : column % w->zeros.size()];
    int64_t sum = 0;
    for (int64_t k = from; k < to; ++k)
      sum += std::abs(w->values[k * n + column] - zero);
    if (sum * a >= exactInFloat)
      return false;
  }
  return true;
}

/// The product of two integer matrices in i32, by exact sums of floats where
/// these are known to be.
Value integerProduct(Lowerer &l, Value onnxA, Value aZero, Value onnxB,
                     Value bZero) {
  Type i32 = l.b.getI32Type(), f32 = l.b.getF32Type();
  auto aType = typeOf(l(onnxA)), bType = typeOf(l(onnxB));
  int64_t aRank = aType.getRank(), bRank = bType.getRank();
  auto operands = [&](Type as) {
    return std::pair(centred(l, onnxA, aZero, aRank - 2, as),
                     centred(l, onnxB, bZero, bRank - 1, as));
  };
  int64_t k = aRank ? aType.getDimSize(aRank - 1) : 1;
  int64_t a = largest(onnxA, l(aZero) != nullptr),
          b = largest(onnxB, l(bZero) != nullptr);
  std::optional<Weights> weights;
  int64_t n = 0;
  if (bRank == 2 && bType.hasStaticShape() && bType.getDimSize(0) == k) {
    weights = Weights::of(onnxB, bZero);
    n = bType.getDimSize(1);
  }
  // Blocks of K each of which is exact.
  SmallVector<int64_t> cuts = {0};
  constexpr size_t maxBlocks = 16;
  if (aRank >= 2 && bRank >= 2 && !ShapedType::isDynamic(k))
    for (int64_t parts = 1;
         parts <= int64_t(maxBlocks) && parts <= std::max<int64_t>(k, 1);
         parts *= 2) {
      SmallVector<int64_t> tried = {0};
      bool exact = true;
      for (int64_t p = 1; p <= parts && exact; ++p) {
        int64_t to = k * p / parts;
        exact = staysExact(weights, a, b, n, tried.back(), to);
        tried.push_back(to);
      }
      if (exact) {
        cuts = tried;
        break;
      }
    }
  if (cuts.size() == 1) {
    auto [x, y] = operands(i32);
    return matmul(l, x, y);
  }
  auto [x, y] = operands(f32);
  Value sum;
  for (size_t i = 1; i < cuts.size(); ++i) {
    Value p = x, q = y;
    if (cuts.size() > 2) {
      OpFoldResult from = size(l, cuts[i - 1]),
                   count = size(l, cuts[i] - cuts[i - 1]);
      p = sliceAxis(l, x, aRank - 1, from, count);
      q = sliceAxis(l, y, bRank - 2, from, count);
    }
    SmallVector<Value> parts = {matmul(l, p, q)};
    if (sum)
      parts.push_back(sum);
    sum =
        elementwise(l, i32, parts, [&](Scalars &, ArrayRef<Scalar> v) -> Value {
          Scalar part = v[0].to(i32);
          return v.size() > 1 ? part + v[1] : part;
        });
  }
  return sum;
}

/// The int32 tensor (or its numbers in f32) times a scale, quantised again.
/// `scales` are multiplied; those of rank 1 belong to dimension `axis`, the
/// first one's to `firstAxis`. Bias is int32 per dimension `axis`.
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
  // Of constants mostly: once, not for each element.
  Value factors =
      elementwise(l, f32, ArrayRef(inputs).slice(1, n + 1),
                  [&](Scalars &s, ArrayRef<Scalar> v) -> Value {
                    Scalar factor = number(s, v[0], types[1], f32);
                    for (size_t i = 1; i < n; ++i)
                      factor = factor * number(s, v[i], types[1 + i], f32);
                    return factor / number(s, v[n], types[1 + n], f32);
                  });
  std::optional<int64_t> sameZero;
  if (auto zeros = constantInts(onnxYZero);
      zeros && !zeros->empty() && llvm::all_equal(*zeros))
    sameZero = zeros->front();
  SmallVector<Value> operands = {x, factors, inputs[2 + n]};
  if (bias)
    operands.push_back(inputs.back());
  return elementwise(
      l, Lowerer::convert(outType), operands,
      [&](Scalars &s, ArrayRef<Scalar> v) {
        Scalar sum = v[0];
        if (bias)
          sum = sum + v.back().to(sum.type());
        Scalar zero = sameZero ? s.constant(f32, double(*sameZero))
                               : number(s, v[2], types[2 + n], f32);
        return quantise(s, sum.to(f32) * v[1], s.constant(f32, 1.0), zero,
                        outType, true);
      },
      onnxResult);
}

LoweredValues lowerMatMulInteger(MatMulIntegerOp op, Lowerer &l) {
  if (Value y = byteMatmul(l, op.getA(), op.getAZeroPoint(), op.getB(),
                           op.getBZeroPoint()))
    return SmallVector<Value>{y};
  return SmallVector<Value>{integerProduct(l, op.getA(), op.getAZeroPoint(),
                                           op.getB(), op.getBZeroPoint())};
}

LoweredValues lowerQLinearMatMul(QLinearMatMulOp op, Lowerer &l) {
  int64_t aRank = typeOf(l(op.getA())).getRank(),
          bRank = typeOf(l(op.getB())).getRank();
  Type f32 = l.b.getF32Type();
  Value sum = byteMatmul(l, op.getA(), op.getAZeroPoint(), op.getB(),
                         op.getBZeroPoint());
  if (!sum)
    sum = matmul(l, centred(l, op.getA(), op.getAZeroPoint(), aRank - 2, f32),
                 centred(l, op.getB(), op.getBZeroPoint(), bRank - 1, f32));
  // Scales of rank 1: rows of a, columns of b and of y.
  int64_t rank = typeOf(sum).getRank();
  int64_t columns = std::max<int64_t>(rank - 1, 0),
          rows = std::max<int64_t>(columns - 1, 0);
  return SmallVector<Value>{requantise(l, sum, {op.getAScale(), op.getBScale()},
                                       op.getYScale(), op.getYZeroPoint(), {},
                                       rows, columns, op.getY())};
}

//===-- Convolutions ------------------------------------------------------===//

/// Whether all sums of a convolution stay exact in f32.
bool convStaysExact(Lowerer &l, Value onnxX, Value xZero, Value onnxW,
                    Value wZero) {
  auto type = typeOf(l(onnxW));
  if (!type.hasStaticShape() || type.getRank() < 2 ||
      type.getNumElements() == 0)
    return false;
  int64_t a = largest(onnxX, l(xZero) != nullptr),
          b = largest(onnxW, l(wZero) != nullptr);
  int64_t outputs = type.getDimSize(0), k = type.getNumElements() / outputs;
  if (a > 255 || b > 255)
    return false;
  std::optional<Weights> w = Weights::of(onnxW, wZero);
  if (!w)
    return k * a * b < exactInFloat;
  for (int64_t o = 0; o < outputs; ++o) {
    int64_t zero = w->zeros[w->zeros.size() == 1 ? 0 : o % w->zeros.size()],
            sum = 0;
    for (int64_t i = 0; i < k; ++i)
      sum += std::abs(w->values[o * k + i] - zero);
    if (sum * a >= exactInFloat)
      return false;
  }
  return true;
}

/// Integers in floats: no shortcut that rounds in between (cameo.exact).
void keepExact(Value y) {
  // What corrects a convolution of bytes for its zero point reads it first.
  if (auto corrected = y.getDefiningOp<linalg::GenericOp>())
    y = corrected->getOperand(0);
  while (Operation *op = y.getDefiningOp()) {
    if (isa<cameo::ConvOp>(op))
      op->setAttr("cameo.exact", UnitAttr::get(op->getContext()));
    if (!isa<tensor::ExpandShapeOp, tensor::CollapseShapeOp, tensor::CastOp>(
            op))
      return;
    y = op->getOperand(0);
  }
}

LoweredValues lowerConvInteger(ConvIntegerOp op, Lowerer &l) {
  Type i32 = l.b.getI32Type();
  bool exact = convStaysExact(l, op.getX(), op.getXZeroPoint(), op.getW(),
                              op.getWZeroPoint());
  Type as = exact ? Type(l.b.getF32Type()) : Type(i32);
  FailureOr<Value> y = byteConvolve(
      op, l, op.getX(), op.getXZeroPoint(), op.getW(), op.getWZeroPoint(),
      op.getKernelShape(), op.getGroup(), windowAttrs(op), op.getY());
  if (failed(y))
    return failure();
  if (*y) {
    if (exact)
      keepExact(*y);
    return SmallVector<Value>{*y};
  }
  y = convolve(op, l, centred(l, op.getX(), op.getXZeroPoint(), 1, as),
               centred(l, op.getW(), op.getWZeroPoint(), 0, as),
               op.getKernelShape(), size(l, op.getGroup()), windowAttrs(op),
               numberAttr(as, int64_t(0)), op.getY());
  if (succeeded(y))
    keepExact(*y);
  if (succeeded(y) && exact)
    return SmallVector<Value>{elementwise(
        l, i32, {*y},
        [&](Scalars &, ArrayRef<Scalar> v) { return Value(v[0].to(i32)); },
        op.getY())};
  if (failed(y))
    return failure();
  return SmallVector<Value>{*y};
}

LoweredValues lowerQLinearConv(QLinearConvOp op, Lowerer &l) {
  Type f32 = l.b.getF32Type();
  FailureOr<Value> y = byteConvolve(
      op, l, op.getX(), op.getXZeroPoint(), op.getW(), op.getWZeroPoint(),
      op.getKernelShape(), op.getGroup(), windowAttrs(op), op.getY());
  if (succeeded(y) && !*y)
    y = convolve(op, l, centred(l, op.getX(), op.getXZeroPoint(), 1, f32),
                 centred(l, op.getW(), op.getWZeroPoint(), 0, f32),
                 op.getKernelShape(), size(l, op.getGroup()), windowAttrs(op),
                 numberAttr(f32, 0.0), op.getY());
  if (failed(y))
    return failure();
  keepExact(*y);
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
