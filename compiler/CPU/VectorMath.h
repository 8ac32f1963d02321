// SPDX-License-Identifier: Apache-2.0
// Elementary functions in f32, on scalars and vectors alike, as arithmetic that every CPU has.
// Relative errors are below 5e-7 (about four units in the last place); infinities, NaN and
// subnormal numbers give what C's math.h gives.
#ifndef CAMEO_COMPILER_CPU_VECTORMATH_H
#define CAMEO_COMPILER_CPU_VECTORMATH_H

#include "mlir/IR/ImplicitLocOpBuilder.h"

namespace cameo {

class VectorMath {
public:
  /// `fma`: whether the target has a fused multiply-add (a library call otherwise); `ldexp`: whether
  /// it scales vectors of this type by powers of two in an instruction.
  VectorMath(mlir::ImplicitLocOpBuilder &b, mlir::Type type, bool fma,
             bool ldexp = false)
      : b(b), type(type), hasFma(fma), hasLdexp(ldexp) {}

  mlir::Value exp(mlir::Value x);
  mlir::Value exp2(mlir::Value x);
  mlir::Value expm1(mlir::Value x);
  mlir::Value log(mlir::Value x);
  mlir::Value log1p(mlir::Value x);
  mlir::Value tanh(mlir::Value x);
  mlir::Value erf(mlir::Value x);
  mlir::Value asin(mlir::Value x);
  mlir::Value acos(mlir::Value x);
  mlir::Value atan(mlir::Value x);
  mlir::Value sinh(mlir::Value x);
  mlir::Value cosh(mlir::Value x);
  mlir::Value asinh(mlir::Value x);
  mlir::Value acosh(mlir::Value x);
  mlir::Value atanh(mlir::Value x);
  /// 1 / (1 + e^x).
  mlir::Value logistic(mlir::Value x);
  /// For |x| <= maxReducible only.
  mlir::Value sin(mlir::Value x) { return sinCos(x, false); }
  mlir::Value cos(mlir::Value x) { return sinCos(x, true); }
  mlir::Value tan(mlir::Value x) { return div(sin(x), cos(x)); }
  static constexpr double maxReducible = 1e4;

  mlir::Value constant(double v);
  mlir::Value integer(int64_t v);
  mlir::Value mul(mlir::Value x, mlir::Value y);
  mlir::Value add(mlir::Value x, mlir::Value y);
  mlir::Value sub(mlir::Value x, mlir::Value y);
  mlir::Value div(mlir::Value x, mlir::Value y);
  mlir::Value select(mlir::Value c, mlir::Value x, mlir::Value y);
  mlir::Value compare(mlir::arith::CmpFPredicate p, mlir::Value x, double y);

private:
  mlir::Value sinCos(mlir::Value x, bool cosine);
  /// x * y + z.
  mlir::Value fma(mlir::Value x, mlir::Value y, mlir::Value z);
  /// c[0] + c[1] x + c[2] x² …
  mlir::Value polynomial(mlir::Value x, llvm::ArrayRef<double> c);
  /// x where lo <= x <= hi, the nearer end elsewhere; NaN stays.
  mlir::Value clamp(mlir::Value x, double lo, double hi);
  mlir::Value bits(mlir::Value x);
  mlir::Value fromBits(mlir::Value x);
  mlir::Value abs(mlir::Value x);
  mlir::Value sqrt(mlir::Value x);
  /// asin(x) for |x| <= 1/2.
  mlir::Value asinOfSmall(mlir::Value x);
  /// e^x / 2 where e^x itself would overflow, for x above 88.
  mlir::Value halfOfLargeExp(mlir::Value x);
  mlir::Value copySign(mlir::Value magnitude, mlir::Value sign);
  /// x / y for finite x and y, from an estimate of 1 / y and a Newton step where the target has
  /// one: a division takes four times as long.
  mlir::Value divideFinite(mlir::Value x, mlir::Value y);
  /// x = n ln 2 + r, |r| <= ln 2 / 2: n as an integer and as a float, and exp(r) - 1.
  struct Reduced {
    mlir::Value n, expm1;
  };
  Reduced reduce(mlir::Value x);
  /// exp(x) where x is below 89, or NaN.
  mlir::Value expBelow89(mlir::Value x);
  Reduced expm1Of(mlir::Value n, mlir::Value r);
  /// 2^n for -126 <= n <= 127.
  mlir::Value powerOfTwo(mlir::Value n);
  /// (1 + e.expm1) 2^n for any n, overflow and underflow where they belong.
  mlir::Value scale(const Reduced &e);
  mlir::Type integerType();

  mlir::ImplicitLocOpBuilder &b;
  mlir::Type type;
  bool hasFma, hasLdexp;
};

} // namespace cameo

#endif
