// SPDX-License-Identifier: Apache-2.0
// Constants without a source named are series or least-maximum fits made for these intervals.
#include "compiler/CPU/VectorMath.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"

using namespace mlir;
using namespace cameo;
using arith::CmpFPredicate;

static constexpr double ln2 = 0.693147180559945309417;
/// The leading bits of ln 2 and of π/2: few enough that n times them is exact.
static constexpr double ln2High = 0.693359375, ln2Low = ln2 - ln2High;
static constexpr double halfPi = 1.57079632679489661923;
static constexpr double halfPi0 = 1.5703125, halfPi1 = 0.0004837512969970703,
                        halfPi2 = 7.549789954891882e-08;
/// Adding it to a float of moderate size leaves the rounded integer in the low bits.
static constexpr double magic = 12582912.0;
static constexpr int64_t magicBits = 0x4B400000;

//===-- pieces ------------------------------------------------------------===//

Type VectorMath::integerType() {
  Type i32 = b.getI32Type();
  if (auto v = dyn_cast<VectorType>(type))
    return v.clone(i32);
  return i32;
}

Value VectorMath::constant(double v) {
  FloatAttr scalar = b.getF32FloatAttr(float(v));
  if (auto t = dyn_cast<VectorType>(type))
    return arith::ConstantOp::create(
        b, DenseElementsAttr::get(t, Attribute(scalar)));
  return arith::ConstantOp::create(b, scalar);
}

Value VectorMath::integer(int64_t v) {
  IntegerAttr scalar = b.getI32IntegerAttr(int32_t(v));
  if (auto t = dyn_cast<VectorType>(integerType()))
    return arith::ConstantOp::create(
        b, DenseElementsAttr::get(t, Attribute(scalar)));
  return arith::ConstantOp::create(b, scalar);
}

Value VectorMath::mul(Value x, Value y) {
  return arith::MulFOp::create(b, x, y);
}
Value VectorMath::add(Value x, Value y) {
  return arith::AddFOp::create(b, x, y);
}
Value VectorMath::sub(Value x, Value y) {
  return arith::SubFOp::create(b, x, y);
}
Value VectorMath::div(Value x, Value y) {
  return arith::DivFOp::create(b, x, y);
}
Value VectorMath::fma(Value x, Value y, Value z) {
  if (hasFma)
    return math::FmaOp::create(b, x, y, z);
  return add(mul(x, y), z);
}
Value VectorMath::polynomial(Value x, ArrayRef<double> c) {
  Value y = constant(c.back());
  for (double k : llvm::reverse(c.drop_back()))
    y = fma(y, x, constant(k));
  return y;
}
Value VectorMath::select(Value c, Value x, Value y) {
  return arith::SelectOp::create(b, c, x, y);
}
Value VectorMath::compare(CmpFPredicate p, Value x, double y) {
  return arith::CmpFOp::create(b, p, x, constant(y));
}
Value VectorMath::clamp(Value x, double lo, double hi) {
  // Ordered comparisons are false for NaN, and each pair is one instruction on x86.
  x = select(compare(CmpFPredicate::OLT, x, lo), constant(lo), x);
  return select(compare(CmpFPredicate::OGT, x, hi), constant(hi), x);
}
Value VectorMath::bits(Value x) {
  return arith::BitcastOp::create(b, integerType(), x);
}
Value VectorMath::fromBits(Value x) {
  return arith::BitcastOp::create(b, type, x);
}
Value VectorMath::abs(Value x) { return math::AbsFOp::create(b, x); }
Value VectorMath::sqrt(Value x) { return math::SqrtOp::create(b, x); }
Value VectorMath::copySign(Value magnitude, Value sign) {
  Value bit = arith::AndIOp::create(
      b, bits(sign), integer(std::numeric_limits<int32_t>::min()));
  return fromBits(arith::OrIOp::create(b, bits(magnitude), bit));
}

//===-- exponentials ------------------------------------------------------===//

VectorMath::Reduced VectorMath::expm1Of(Value n, Value r) {
  // r + r² (1/2 + r/6 + …): coefficients of a fit on |r| <= ln 2 / 2.
  Value p = polynomial(r, {5.0000001201e-1, 1.6666665459e-1, 4.1665795894e-2,
                           8.3334519073e-3, 1.3981999507e-3, 1.9875691500e-4});
  return {n, fma(mul(r, r), p, r)};
}

VectorMath::Reduced VectorMath::reduce(Value x) {
  Value shifted = fma(x, constant(1 / ln2), constant(magic));
  Value n = arith::SubIOp::create(b, bits(shifted), integer(magicBits));
  Value whole = sub(shifted, constant(magic));
  Value r = fma(whole, constant(-ln2Low), fma(whole, constant(-ln2High), x));
  return expm1Of(n, r);
}

Value VectorMath::powerOfTwo(Value n) {
  return fromBits(arith::ShLIOp::create(
      b, arith::AddIOp::create(b, n, integer(127)), integer(23)));
}

Value VectorMath::scale(const Reduced &e) {
  Value x = add(e.expm1, constant(1));
  if (hasLdexp)
    return LLVM::CallIntrinsicOp::create(b, type, b.getStringAttr("llvm.ldexp"),
                                         {x, e.n})
        .getResult(0);
  // In two steps, so that neither overflows early.
  Value half = arith::ShRSIOp::create(b, e.n, integer(1));
  Value rest = arith::SubIOp::create(b, e.n, half);
  return mul(mul(x, powerOfTwo(half)), powerOfTwo(rest));
}

Value VectorMath::expBelow89(Value x) {
  // Less than half of the least float is 0. Arithmetic would come to that too, but a result in the
  // range of denormal numbers costs x86 a hundred cycles and more: masked scores all have one.
  Value isZero = compare(CmpFPredicate::OLT, x, -103.97208);
  Value y = scale(reduce(select(isZero, constant(0), x)));
  return select(isZero, constant(0), y);
}

Value VectorMath::exp(Value x) {
  // Past this end the result is infinite.
  return expBelow89(
      select(compare(CmpFPredicate::OGT, x, 89), constant(89), x));
}

Value VectorMath::exp2(Value x) {
  x = clamp(x, -150, 129);
  Value shifted = add(x, constant(magic));
  Value n = arith::SubIOp::create(b, bits(shifted), integer(magicBits));
  Value r = mul(sub(x, sub(shifted, constant(magic))), constant(ln2));
  return scale(expm1Of(n, r));
}

Value VectorMath::expm1(Value x) {
  // 2^n (1 + p) - 1 = 2^n p + (2^n - 1). Past 88 the power itself would overflow too early.
  Value clamped = clamp(x, -18, 88);
  Reduced e = reduce(clamped);
  Value s = powerOfTwo(e.n);
  Value y = fma(s, e.expm1, sub(s, constant(1)));
  return select(compare(CmpFPredicate::OGT, x, 88), exp(x), y);
}

Value VectorMath::divideFinite(Value x, Value y) {
  // What LLVM wants to hear before it takes the estimate.
  return arith::DivFOp::create(b, x, y,
                               arith::FastMathFlags::arcp |
                                   arith::FastMathFlags::ninf |
                                   arith::FastMathFlags::contract);
}

Value VectorMath::logistic(Value x) {
  // 1 / (1 + 2^n 2^r) with n + r = x / ln 2. Beyond these ends it is 1, or about the smallest
  // normal number. The bias of an exponent comes with the rounding, so that a shift makes 2^n.
  double factor = 1 / ln2;
  if (auto negated = x.getDefiningOp<arith::NegFOp>()) {
    x = negated.getOperand();
    factor = -factor;
  }
  Value a = clamp(x, -87, 87), biased = constant(magic + 127);
  Value shifted = fma(a, constant(factor), biased);
  Value n = sub(shifted, biased);
  Value r = fma(a, constant(factor), arith::NegFOp::create(b, n));
  // A fit of 2^r on |r| <= 1/2, exact at 0, of 9e-8.
  Value p = polynomial(r, {1.0, 0.6931470035, 0.2402224243, 0.05550733582,
                           0.009671512991, 0.001326472731});
  Value power = fromBits(arith::ShLIOp::create(b, bits(shifted), integer(23)));
  return divideFinite(constant(1), fma(p, power, constant(1)));
}

Value VectorMath::tanh(Value x) {
  // With m = e^2|x| - 1: m / (m + 2); 1 in f32 from 9.02 on.
  Value a = clamp(abs(x), 0, 10);
  Reduced e = reduce(add(a, a));
  Value s = powerOfTwo(e.n);
  Value m = fma(s, e.expm1, sub(s, constant(1)));
  return copySign(divideFinite(m, add(m, constant(2))), x);
}

Value VectorMath::erf(Value x) {
  // a P(a²) / Q(a²) on [0, 3.95]: a least-maximum fit of 2e-8, 1 in f32 from 3.92 on.
  Value magnitude = abs(x), a = clamp(magnitude, 0, 3.95), square = mul(a, a);
  Value p =
      polynomial(square, {1.128379144, 0.1915485877, 0.05287521485,
                          0.003808085676, 0.0002846857311, 2.025918226e-06});
  Value q = polynomial(square, {1.0, 0.5030881922, 0.1145589077, 0.01505493935,
                                0.00117070673, 3.783180044e-05});
  Value y = divideFinite(mul(a, p), q);
  y = select(compare(CmpFPredicate::OGT, y, 1), constant(1), y);
  y = select(compare(CmpFPredicate::OGT, magnitude, 3.92), constant(1), y);
  return copySign(y, x);
}

//===-- logarithms --------------------------------------------------------===//

Value VectorMath::log(Value x) {
  // Subnormal numbers are scaled up first.
  Value tiny = compare(CmpFPredicate::OLT, x, 1.17549435e-38);
  Value scaled = select(tiny, mul(x, constant(8388608.0)), x);
  // x = 2^n m with m in [sqrt(1/2), sqrt(2)).
  Value shifted = arith::SubIOp::create(b, bits(scaled), integer(0x3F3504F3));
  Value n = arith::ShRSIOp::create(b, shifted, integer(23));
  Value m = fromBits(arith::SubIOp::create(
      b, bits(scaled), arith::ShLIOp::create(b, n, integer(23))));
  Value whole = arith::SIToFPOp::create(b, type, n);
  whole = sub(whole, select(tiny, constant(23), constant(0)));
  // ln m = 2 atanh(s), s = (m - 1) / (m + 1): its series in s², |s| < 0.172.
  Value f = sub(m, constant(1));
  Value s = div(f, add(m, constant(1)));
  Value s2 = mul(s, s);
  Value series = mul(s2, polynomial(s2, {2.0 / 3, 2.0 / 5, 2.0 / 7, 2.0 / 9}));
  // 2s = f - s f, which keeps f exact.
  Value tail = sub(mul(s, series), mul(s, f));
  Value y =
      add(fma(whole, constant(ln2High), f), fma(whole, constant(ln2Low), tail));
  float inf = std::numeric_limits<float>::infinity(),
        nan = std::numeric_limits<float>::quiet_NaN();
  y = select(compare(CmpFPredicate::OEQ, x, inf), x, y);
  y = select(compare(CmpFPredicate::OEQ, x, 0), constant(-inf), y);
  // Negative or not a number.
  return select(compare(CmpFPredicate::ULT, x, 0), constant(nan), y);
}

Value VectorMath::log1p(Value x) {
  // log(u) x / (u - 1) with u = 1 + x corrects for what the sum rounded off (Kahan).
  Value u = add(x, constant(1));
  Value d = sub(u, constant(1));
  Value y = mul(log(u), div(x, d));
  Value exact = arith::CmpFOp::create(b, CmpFPredicate::OEQ, d, constant(0));
  float inf = std::numeric_limits<float>::infinity();
  y = select(compare(CmpFPredicate::OEQ, x, inf), x, y);
  return select(exact, x, y);
}

//===-- sine and cosine ---------------------------------------------------===//

Value VectorMath::sinCos(Value x, bool cosine) {
  // x = q π/2 + r with π/2 in three parts (Cody and Waite).
  Value shifted = fma(x, constant(0.636619772367581343), constant(magic));
  Value q = arith::SubIOp::create(b, bits(shifted), integer(magicBits));
  Value whole = sub(shifted, constant(magic));
  Value r = fma(whole, constant(-halfPi0), x);
  r = fma(whole, constant(-halfPi1), r);
  r = fma(whole, constant(-halfPi2), r);
  Value r2 = mul(r, r);
  // Taylor series; the first term left out is below 2e-9 for |r| <= π/4.
  Value s =
      fma(mul(r, r2),
          polynomial(r2, {-1.0 / 6, 1.0 / 120, -1.0 / 5040, 1.0 / 362880}), r);
  Value c =
      add(fma(mul(r2, r2), polynomial(r2, {1.0 / 24, -1.0 / 720, 1.0 / 40320}),
              mul(r2, constant(-0.5))),
          constant(1));
  if (cosine)
    q = arith::AddIOp::create(b, q, integer(1));
  auto bit = [&](int64_t mask) -> Value {
    return arith::CmpIOp::create(b, arith::CmpIPredicate::ne,
                                 arith::AndIOp::create(b, q, integer(mask)),
                                 integer(0));
  };
  Value y = select(bit(1), c, s);
  return select(bit(2), arith::NegFOp::create(b, y), y);
}

//===-- inverse and hyperbolic functions ----------------------------------===//

Value VectorMath::atan(Value x) {
  // Beyond tan(3π/8) it is π/2 - atan(1/a), from tan(π/8) on π/4 + atan((a - 1) / (a + 1)); what is
  // left is in ±tan(π/8), where Moshier's fit (Cephes) errs by 2e-8.
  Value a = abs(x), one = constant(1);
  Value far = compare(CmpFPredicate::OGT, a, 2.414213562373095),
        mid = compare(CmpFPredicate::OGT, a, 0.4142135623730950);
  Value t = div(select(far, constant(-1), select(mid, sub(a, one), a)),
                select(far, a, select(mid, add(a, one), one)));
  Value base = select(far, constant(halfPi),
                      select(mid, constant(halfPi / 2), constant(0)));
  Value z = mul(t, t);
  Value p = polynomial(z, {-3.33329491539e-1, 1.99777106478e-1,
                           -1.38776856032e-1, 8.05374449538e-2});
  return copySign(add(base, fma(mul(p, z), t, t)), x);
}

Value VectorMath::asinOfSmall(Value x) {
  // Moshier's fit (Cephes), of 7e-9.
  Value z = mul(x, x);
  Value p = polynomial(z, {1.6666752422e-1, 7.4953002686e-2, 4.5470025998e-2,
                           2.4181311049e-2, 4.2163199048e-2});
  return fma(mul(p, z), x, x);
}

Value VectorMath::asin(Value x) {
  // Above 1/2: π/2 - 2 asin(sqrt((1 - a) / 2)); the root of a negative number is none.
  Value a = abs(x), large = compare(CmpFPredicate::OGT, a, 0.5);
  Value root = sqrt(mul(sub(constant(1), a), constant(0.5)));
  Value small = asinOfSmall(select(large, root, a));
  Value y = select(large, fma(small, constant(-2), constant(halfPi)), small);
  return copySign(y, x);
}

Value VectorMath::acos(Value x) {
  Value a = abs(x), large = compare(CmpFPredicate::OGT, a, 0.5),
        negative = compare(CmpFPredicate::OLT, x, 0);
  Value root = sqrt(mul(sub(constant(1), a), constant(0.5)));
  Value small = asinOfSmall(select(large, root, x));
  Value twice = add(small, small);
  return select(large,
                select(negative, sub(constant(2 * halfPi), twice), twice),
                sub(constant(halfPi), small));
}

Value VectorMath::halfOfLargeExp(Value x) {
  Value root = exp(mul(x, constant(0.5)));
  return mul(root, mul(root, constant(0.5)));
}

Value VectorMath::sinh(Value x) {
  // With m = e^a - 1: (m + m / (m + 1)) / 2, which keeps small numbers exact.
  Value a = abs(x), m = expm1(a);
  Value y = mul(add(m, div(m, add(m, constant(1)))), constant(0.5));
  y = select(compare(CmpFPredicate::OGT, a, 88), halfOfLargeExp(a), y);
  return copySign(y, x);
}

Value VectorMath::cosh(Value x) {
  Value a = abs(x), e = exp(a);
  Value y = mul(add(e, div(constant(1), e)), constant(0.5));
  return select(compare(CmpFPredicate::OGT, a, 88), halfOfLargeExp(a), y);
}

Value VectorMath::asinh(Value x) {
  // log(1 + a + a² / (1 + sqrt(1 + a²))); log(2a) where the square says no more.
  Value a = abs(x), large = compare(CmpFPredicate::OGT, a, 1e4);
  Value square = mul(a, a), root = sqrt(add(square, constant(1)));
  Value near = log1p(add(a, div(square, add(root, constant(1)))));
  Value y = select(large, add(log(a), constant(ln2)), near);
  return copySign(y, x);
}

Value VectorMath::acosh(Value x) {
  // log(1 + t + sqrt(2t + t²)) with t = x - 1.
  Value t = sub(x, constant(1));
  Value near = log1p(add(t, sqrt(fma(t, t, add(t, t)))));
  Value y = select(compare(CmpFPredicate::OGT, x, 1e4),
                   add(log(x), constant(ln2)), near);
  return select(compare(CmpFPredicate::OLT, x, 1),
                constant(std::numeric_limits<float>::quiet_NaN()), y);
}

Value VectorMath::atanh(Value x) {
  // log(1 + 2a / (1 - a)) / 2; past 1 the logarithm is of a negative number.
  Value a = abs(x);
  Value y = log1p(div(add(a, a), sub(constant(1), a)));
  return copySign(mul(y, constant(0.5)), x);
}
