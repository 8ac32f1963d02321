// SPDX-License-Identifier: Apache-2.0
// Lowerings of the onnx dialect's Math operators that compute each element from those of their
// operands: arithmetic, logic, comparisons and functions. Activations and products have their
// own files.
#include "compiler/Lowering/Math.h"
#include "compiler/Lowering/HostCall.h"
#include "dialects/ONNX/Math.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

using Args = ArrayRef<Scalar>;

//===-- Powers ------------------------------------------------------------===//

/// x to a power that is a constant float, where that is cheaper than the function. Not by
/// square roots: those of -0 and of minus infinity are no powers.
static std::optional<Scalar> powConstant(Scalar x, Scalar y) {
  FloatAttr attr;
  if (!x.isFloat() || !matchPattern(Value(y), m_Constant(&attr)))
    return std::nullopt;
  double e = attr.getValueAsDouble();
  if (e == 1)
    return x;
  if (e == 2)
    return x * x;
  if (e == 3)
    return x * x * x;
  if (e == -1)
    return x.like(1) / x;
  return std::nullopt;
}

/// Wrapping integer power by squaring, over all bits of the exponent; as C's pow rounded to an
/// integer for negative exponents.
static Scalar powInteger(Scalar x, Scalar y) {
  Scalars &s = x.scalars();
  Scalar result = x.like(1), base = x, e = y.as(true);
  for (unsigned bit = 0, width = y.type().getIntOrFloatBitWidth(); bit < width;
       ++bit) {
    Scalar set = (e & e.like(1)).ne(0);
    result = s.select(set, result * base, result);
    base = base * base;
    e = e.shr(e.like(1));
  }
  if (y.isUnsigned)
    return result;
  // 1 and -1 have integral inverses, and no other number has.
  Scalar odd = (y & y.like(1)).ne(0);
  Scalar inverse = s.select(x.eq(1), x.like(1), x.like(0));
  if (!x.isUnsigned)
    inverse = s.select(x.eq(x.like(-1)), s.select(odd, x.like(-1), x.like(1)),
                       inverse);
  return s.select(y < 0, inverse, result);
}

static Scalar power(PowOp op, Scalars &s, Args a) {
  Scalar x = a[0], y = a[1];
  if (x.isFloat()) {
    y = y.to(x.type(), y.isUnsigned);
    if (auto r = powConstant(x, y))
      return *r;
    return x.pow(y);
  }
  if (!y.isFloat())
    return powInteger(x, y);
  Type f64 = s.b.getF64Type();
  Scalar r = x.to(f64, x.isUnsigned).pow(y.to(f64));
  return s.cast(r, f64, getElementTypeOrSelf(op.getZ().getType()))
      .as(x.isUnsigned);
}

/// Remainder with the sign of the divisor (Python's), or of the dividend (C's).
static Scalar modulo(ModOp op, Scalars &s, Args a) {
  Scalar r = a[0] % a[1];
  if (op.getFmod() || a[0].isUnsigned)
    return r;
  Scalar zero = r.like(0);
  Scalar fix = r.ne(zero) & ((r < zero) ^ (a[1] < zero));
  return s.select(fix, r + a[1], r);
}

//===-- Tests -------------------------------------------------------------===//

static Scalar isInf(IsInfOp op, Scalars &s, Args a) {
  double infinity = std::numeric_limits<double>::infinity();
  Scalar r = s.boolean(false);
  if (op.getDetectPositive())
    r = r | a[0].eq(a[0].like(infinity));
  if (op.getDetectNegative())
    r = r | a[0].eq(a[0].like(-infinity));
  return r;
}

static Scalar sign(SignOp, Scalars &s, Args a) {
  Scalar x = a[0];
  // Zeros and NaN stay as they are.
  Scalar r = s.select(x > 0, x.like(1), x);
  return x.isUnsigned ? r : s.select(x < 0, x.like(-1), r);
}

//===-- Selections: memory forms go through untouched ----------------------===//

static LoweredValues lowerWhere(WhereOp op, Lowerer &l) {
  Type element =
      Lowerer::convert(getElementTypeOrSelf(op.getOutput().getType()));
  return one(elementwise(
      l, element, l(op->getOperands()),
      [](Scalars &s, Args a) { return s.select(a[0].ne(0), a[1], a[2]); },
      op.getOutput()));
}

static LoweredValues lowerClip(ClipOp op, Lowerer &l) {
  SmallVector<Value> operands = {op.getInput()};
  bool hasMin = !isa<NoneType>(op.getMin().getType());
  bool hasMax = !isa<NoneType>(op.getMax().getType());
  if (hasMin)
    operands.push_back(op.getMin());
  if (hasMax)
    operands.push_back(op.getMax());
  return one(elementwiseOnnx(l, op.getOutput(), operands,
                             [&](Scalars &, Args a) -> Value {
                               Scalar x = a[0];
                               if (hasMin)
                                 x = x.max(a[1]);
                               if (hasMax)
                                 x = x.min(a[hasMin ? 2 : 1]);
                               return x;
                             }));
}

//===-- Any number of operands --------------------------------------------===//

template <typename Op>
static void addFold(LoweringRegistry &r, Scalar (*fold)(Scalar, Scalar)) {
  addElementwise<Op>(r, [fold](Op, Scalars &, Args a) {
    return std::accumulate(a.begin() + 1, a.end(), a[0], fold);
  });
}

static Scalar mean(MeanOp, Scalars &, Args a) {
  Scalar sum =
      std::accumulate(a.begin() + 1, a.end(), a[0], std::plus<Scalar>());
  return sum / sum.like(int64_t(a.size()));
}

template <typename Op>
static void addUnary(LoweringRegistry &r, Scalar (Scalar::*fn)() const) {
  addElementwise<Op>(r, [fn](Op, Scalars &, Args a) { return (a[0].*fn)(); });
}

/// Rounding functions leave integers alone.
template <typename Op>
static void addRounding(LoweringRegistry &r, Scalar (Scalar::*fn)() const) {
  addElementwise<Op>(r, [fn](Op, Scalars &, Args a) {
    return a[0].isFloat() ? (a[0].*fn)() : a[0];
  });
}

/// Strings are equal if their texts are.
static LoweredValues lowerEqual(EqualOp op, Lowerer &l) {
  Type element = getElementTypeOrSelf(op.getA().getType());
  if (!isString(element))
    return one(elementwiseOnnx(
        l, op.getC(), op.getOperands(),
        [](Scalars &, ArrayRef<Scalar> x) { return x[0].eq(x[1]); }));
  Value a = l(op.getA()), b = l(op.getB());
  Sizes sizes = broadcastSizes(l, {a, b});
  return one(hostCall(l, "cameo_op_string_equal",
                      {{broadcastTo(l, a, sizes), element},
                       {broadcastTo(l, b, sizes), element}},
                      l.b.getI1Type(), sizes));
}

/// A binary operator written as an expression of `a` and `b`.
#define BINARY(OP, EXPR)                                                       \
  addElementwise<OP>(r, [](OP op, Scalars &s, Args x) {                        \
    Scalar a = x[0], b = x[1];                                                 \
    return EXPR;                                                               \
  });

void cameo::registerMathLowerings(LoweringRegistry &r) {
  registerActivationLowerings(r);
  registerProductLowerings(r);

  BINARY(AddOp, a + b)
  BINARY(SubOp, a - b)
  BINARY(MulOp, a * b)
  BINARY(DivOp, a / b)
  BINARY(AndOp, a & b)
  BINARY(OrOp, a | b)
  BINARY(XorOp, a ^ b)
  BINARY(BitwiseAndOp, a & b)
  BINARY(BitwiseOrOp, a | b)
  BINARY(BitwiseXorOp, a ^ b)
  r.add<EqualOp>(lowerEqual);
  BINARY(LessOp, a < b)
  BINARY(LessOrEqualOp, a <= b)
  BINARY(GreaterOp, a > b)
  BINARY(GreaterOrEqualOp, a >= b)
  BINARY(PReluOp, s.select(a < 0, a * b, a))
  BINARY(BitShiftOp, op.getDirection() == "LEFT" ? a.shl(b) : a.shr(b))
  addElementwise<PowOp>(r, power);
  addElementwise<ModOp>(r, modulo);

  addFold<MaxOp>(r, [](Scalar a, Scalar b) { return a.max(b); });
  addFold<MinOp>(r, [](Scalar a, Scalar b) { return a.min(b); });
  addFold<SumOp>(r, [](Scalar a, Scalar b) { return a + b; });
  addElementwise<MeanOp>(r, mean);
  r.add<WhereOp>(lowerWhere);
  r.add<ClipOp>(lowerClip);

  addUnary<AbsOp>(r, &Scalar::abs);
  addUnary<SqrtOp>(r, &Scalar::sqrt);
  addUnary<ExpOp>(r, &Scalar::exp);
  addUnary<LogOp>(r, &Scalar::log);
  addUnary<ErfOp>(r, &Scalar::erf);
  addUnary<SinOp>(r, &Scalar::sin);
  addUnary<CosOp>(r, &Scalar::cos);
  addUnary<TanOp>(r, &Scalar::tan);
  addUnary<AsinOp>(r, &Scalar::asin);
  addUnary<AcosOp>(r, &Scalar::acos);
  addUnary<AtanOp>(r, &Scalar::atan);
  addUnary<SinhOp>(r, &Scalar::sinh);
  addUnary<CoshOp>(r, &Scalar::cosh);
  addUnary<TanhOp>(r, &Scalar::tanh);
  addUnary<AsinhOp>(r, &Scalar::asinh);
  addUnary<AcoshOp>(r, &Scalar::acosh);
  addUnary<AtanhOp>(r, &Scalar::atanh);
  addRounding<CeilOp>(r, &Scalar::ceil);
  addRounding<FloorOp>(r, &Scalar::floor);
  addRounding<RoundOp>(r, &Scalar::round);
  addElementwise<NegOp>(r, [](NegOp, Scalars &, Args a) { return -a[0]; });
  addElementwise<NotOp>(r, [](NotOp, Scalars &, Args a) { return !a[0]; });
  addElementwise<BitwiseNotOp>(
      r, [](BitwiseNotOp, Scalars &, Args a) { return !a[0]; });
  addElementwise<ReciprocalOp>(
      r, [](ReciprocalOp, Scalars &, Args a) { return a[0].like(1) / a[0]; });
  addElementwise<IsNaNOp>(
      r, [](IsNaNOp, Scalars &, Args a) { return a[0].isNaN(); });
  addElementwise<IsInfOp>(r, isInf);
  addElementwise<SignOp>(r, sign);
}
