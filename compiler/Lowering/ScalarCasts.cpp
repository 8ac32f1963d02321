// SPDX-License-Identifier: Apache-2.0
// Conversions between ONNX's element types: memory form to computed form and back, and Cast.
// Floats narrower than 16 bits live as their bits in an i8 and are taken apart by integer
// arithmetic, since no target has them all.
#include "compiler/Lowering/Support.h"

using namespace mlir;
using namespace cameo;

namespace {
/// A float format of at most 8 bits: sign (unless E8M0), exponent, mantissa.
struct NarrowFloat {
  int mantissa, bias;
  int64_t maxFinite; // code of the largest finite magnitude
  int64_t nan;       // code of NaN, sign excluded where it has one; -1: none
  int64_t infinity;  // code of infinity; -1: none
  int64_t sign;      // the sign's bit
  bool unsignedZero; // FNUZ: the code of -0 is NaN
};
} // namespace

static std::optional<NarrowFloat> narrowFloat(Type t) {
  if (isa<Float8E4M3FNType>(t))
    return NarrowFloat{3, 7, 0x7E, 0x7F, -1, 0x80, false};
  if (isa<Float8E4M3FNUZType>(t))
    return NarrowFloat{3, 8, 0x7F, 0x80, -1, 0x80, true};
  if (isa<Float8E5M2Type>(t))
    return NarrowFloat{2, 15, 0x7B, 0x7E, 0x7C, 0x80, false};
  if (isa<Float8E5M2FNUZType>(t))
    return NarrowFloat{2, 16, 0x7F, 0x80, -1, 0x80, true};
  if (isa<Float4E2M1FNType>(t))
    return NarrowFloat{1, 1, 0x7, -1, -1, 0x8, false};
  return std::nullopt;
}

static Scalar bits(Scalar f32) {
  Scalars &s = f32.scalars();
  return s(arith::BitcastOp::create(s.b, s.loc, s.b.getI32Type(), f32), true);
}
static Scalar fromBits(Scalar i32) {
  Scalars &s = i32.scalars();
  return s(arith::BitcastOp::create(s.b, s.loc, s.b.getF32Type(), i32));
}
static constexpr int64_t f32Infinity = 0x7F800000, f32NaN = 0x7FC00000;

static Scalar decode(Scalars &s, Value raw, const NarrowFloat &f) {
  Scalar code =
      s(arith::ExtUIOp::create(s.b, s.loc, s.b.getI32Type(), raw), true);
  Scalar magnitude = code & code.like(f.sign - 1);
  Scalar exponent = magnitude.shr(code.like(f.mantissa));
  Scalar mantissa = magnitude & code.like((1 << f.mantissa) - 1);
  // Normal: move the fields to f32's and rebias. Subnormal: an exact product.
  Scalar normal = fromBits(magnitude.shl(code.like(23 - f.mantissa)) +
                           (int64_t(127 - f.bias) << 23));
  Scalar fraction = mantissa.to(s.b.getF32Type(), true);
  Scalar value =
      s.select(exponent.eq(0),
               fraction * std::ldexp(1.0, 1 - f.bias - f.mantissa), normal);
  if (f.infinity >= 0) {
    value = s.select(magnitude.eq(f.infinity), fromBits(code.like(f32Infinity)),
                     value);
    value =
        s.select(magnitude > f.infinity, fromBits(code.like(f32NaN)), value);
  }
  Scalar sign =
      (code & code.like(f.sign)).shl(code.like(f.sign == 8 ? 28 : 24));
  value = fromBits(bits(value) | sign);
  if (f.infinity < 0 && f.nan >= 0) {
    Scalar isNaN = f.unsignedZero ? code.eq(f.nan) : magnitude.eq(f.nan);
    value = s.select(isNaN, fromBits(code.like(f32NaN)), value);
  }
  return value;
}

/// Rounds to nearest even. Out of range: the largest finite number if `saturate`, else infinity or
/// NaN, whichever the format has.
static Value encode(Scalars &s, Scalar x, const NarrowFloat &f, bool saturate) {
  Scalar b = bits(x);
  Scalar a = b & b.like(0x7FFFFFFF);
  int drop = 23 - f.mantissa;
  // Normal results: add half an ulp (less one bit for even), drop the bits, rebias.
  Scalar odd = a.shr(a.like(drop)) & a.like(1);
  Scalar normal = (a + ((1 << (drop - 1)) - 1) + odd).shr(a.like(drop)) -
                  (int64_t(127 - f.bias) << f.mantissa);
  // Subnormal ones: adding the power of two whose ulp is the format's rounds in hardware.
  float magic = std::ldexp(1.0f, 1 - f.bias - f.mantissa + 23);
  Scalar subnormal = bits(fromBits(a) + double(magic)) -
                     int64_t(llvm::bit_cast<uint32_t>(magic));
  int64_t minNormal = int64_t(127 + 1 - f.bias) << 23;
  Scalar isSubnormal = a < minNormal;
  Scalar code = s.select(isSubnormal, subnormal, normal);
  int64_t overflow = f.maxFinite;
  if (!saturate)
    overflow = f.infinity >= 0 ? f.infinity : f.nan >= 0 ? f.nan : f.maxFinite;
  Scalar tooLarge = !isSubnormal & (code > f.maxFinite);
  code = s.select(tooLarge, code.like(overflow), code);
  Scalar sign = s.select(b > a, code.like(f.sign), code.like(0));
  if (f.unsignedZero)
    sign = s.select(code.eq(0), code.like(0), sign);
  code = code | sign;
  // Without a NaN, minus zero stands for it, as in the reference implementation.
  Scalar nan = code.like(f.nan >= 0 ? f.nan : f.sign);
  if (f.nan >= 0 && !f.unsignedZero)
    nan = nan | sign;
  code = s.select(a > f32Infinity, nan, code);
  return arith::TruncIOp::create(s.b, s.loc, s.b.getI8Type(), code);
}

static Scalar decodeE8M0(Scalars &s, Value raw) {
  Scalar code =
      s(arith::ExtUIOp::create(s.b, s.loc, s.b.getI32Type(), raw), true);
  // Code 0 is 2^-127, a subnormal of f32.
  Scalar value =
      s.select(code.eq(0), code.like(0x00400000), code.shl(code.like(23)));
  return fromBits(s.select(code.eq(255), code.like(f32NaN), value));
}

/// Powers of two only; `mode` is ONNX's round_mode.
static Value encodeE8M0(Scalars &s, Scalar x, bool saturate, StringRef mode) {
  Scalar b = bits(x);
  Scalar exponent = b.shr(b.like(23)) & b.like(0xFF);
  Scalar mantissa = b & b.like(0x7FFFFF);
  Scalar up = mode == "down" ? s.boolean(false)
              : mode == "up" ? mantissa > 0
                             : mantissa >= 0x400000;
  // Subnormals lie below 2^-126; half of that is code 0.
  if (mode == "up")
    up = s.select(exponent.eq(0), mantissa > 0x400000, up);
  Scalar code = s.select(up, exponent + 1, exponent);
  Scalar isFinite = exponent < 255, top = b.like(saturate ? 254 : 255);
  code = s.select(code >= 255, top, code);
  code = s.select(!isFinite & mantissa.ne(0), b.like(255), code);
  return arith::TruncIOp::create(s.b, s.loc, s.b.getI8Type(), code);
}

Type Scalars::computeType(Type t) {
  if (auto f = dyn_cast<FloatType>(t); f && f.getWidth() < 32)
    return Float32Type::get(t.getContext());
  if (auto i = dyn_cast<IntegerType>(t))
    return IntegerType::get(t.getContext(),
                            i.getWidth() == 1 ? 1 : std::max(8u, i.getWidth()));
  return t;
}

Scalar Scalars::fromMemory(Value raw, Type onnxElement) {
  if (onnxElement.isInteger(1))
    return (*this)(raw).ne(0);
  if (auto f = narrowFloat(onnxElement))
    return decode(*this, raw, *f);
  if (isa<Float8E8M0FNUType>(onnxElement))
    return decodeE8M0(*this, raw);
  if (isa<Float16Type, BFloat16Type>(onnxElement))
    return (*this)(raw).to(b.getF32Type());
  return (*this)(raw, onnxElement.isUnsignedInteger());
}

Value Scalars::toMemory(Scalar x, Type onnxElement) {
  if (onnxElement.isInteger(1))
    return x.type().isInteger(1) ? x.to(b.getI8Type()) : x;
  // What `cast` has encoded already is no float of computations any more.
  if (!x.isFloat() || x.type() == onnxElement)
    return x;
  if (auto f = narrowFloat(onnxElement))
    return encode(*this, x, *f, /*saturate=*/true);
  if (isa<Float8E8M0FNUType>(onnxElement))
    return encodeE8M0(*this, x, /*saturate=*/true, "up");
  return x.to(onnxElement);
}

/// Towards zero; beyond the type's range its ends, NaN 0. `width` is 32 or 64.
static Scalar toInteger(Scalars &s, Scalar x, unsigned width, bool isUnsigned) {
  Type type = s.b.getIntegerType(width);
  Scalar low = x.like(isUnsigned ? 0.0 : -std::ldexp(1.0, width - 1));
  Scalar high = x.like(std::ldexp(1.0, isUnsigned ? width : width - 1));
  Scalar fits = (x >= low) & (x < high);
  Scalar result =
      s.select(fits, x, x.like(0.0)).to(type, isUnsigned).as(isUnsigned);
  APInt max =
      isUnsigned ? APInt::getMaxValue(width) : APInt::getSignedMaxValue(width);
  result =
      s.select(x >= high,
               s.constant(IntegerAttr::get(type, max)).as(isUnsigned), result);
  if (!isUnsigned)
    result = s.select(
        x < low,
        s.constant(IntegerAttr::get(type, APInt::getSignedMinValue(width))),
        result);
  return result;
}

/// Keeps the low `bits` bits of an i8 and extends them by the sign, the memory form of int4 & co.
static Scalar narrowTo(Scalar i8, unsigned bits, bool isUnsigned) {
  Scalar x = i8.as(isUnsigned);
  return bits >= 8
             ? x
             : x.shl(x.like(int64_t(8 - bits))).shr(x.like(int64_t(8 - bits)));
}

Scalar Scalars::cast(Scalar x, Type from, Type to, bool saturate,
                     StringRef roundMode) {
  if (from == to)
    return x;
  if (to.isInteger(1))
    return x.isTrue();
  bool fromUnsigned = from.isUnsignedInteger() || from.isInteger(1);
  if (isa<FloatType>(to)) {
    if (isa<Float16Type, BFloat16Type>(to) && x.type().isF64())
      return x.to(to); // one rounding, not two
    Scalar f = x.to(computeType(to), fromUnsigned);
    if (auto narrow = narrowFloat(to))
      return (*this)(encode(*this, f, *narrow, saturate));
    if (isa<Float8E8M0FNUType>(to))
      return (*this)(encodeE8M0(*this, f, saturate, roundMode));
    return f;
  }
  auto target = dyn_cast<IntegerType>(to);
  if (!target)
    return x;
  unsigned width = std::max(8u, target.getWidth());
  bool toUnsigned = to.isUnsignedInteger();
  // Narrow integers wrap from 32 bits, as C and numpy do on common machines.
  if (x.isFloat())
    x = toInteger(*this, x, std::max(32u, width), toUnsigned && width >= 32);
  return narrowTo(x.to(b.getIntegerType(width), fromUnsigned),
                  target.getWidth(), toUnsigned);
}
