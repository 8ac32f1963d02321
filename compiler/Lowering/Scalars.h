// SPDX-License-Identifier: Apache-2.0
// Scalar code written as expressions: bodies of linalg.generic and
// cameo.compute, sizes on the host. A Scalar is an SSA value that knows the
// builder that makes the next one.
#ifndef CAMEO_COMPILER_LOWERING_SCALARS_H
#define CAMEO_COMPILER_LOWERING_SCALARS_H

#include "mlir/IR/Builders.h"
#include "llvm/ADT/STLFunctionalExtras.h"

namespace cameo {

class Scalars;

/// An index, integer or float value. Integers wrap; they compare, divide and
/// shift signed unless `isUnsigned`, which results inherit. Division truncates,
/// and never traps on integers (x / 0 is 0), for divisors may come from data.
class Scalar {
public:
  Scalar(Scalars &code, mlir::Value value, bool isUnsigned = false)
      : code(&code), value(value), isUnsigned(isUnsigned) {}
  operator mlir::Value() const { return value; }
  /// The same bits, taken as signed or unsigned.
  Scalar as(bool unsign) const { return {*code, value, unsign}; }
  Scalars &scalars() const { return *code; }
  mlir::Type type() const { return value.getType(); }
  bool isFloat() const;

  Scalar operator+(Scalar o) const;
  Scalar operator-(Scalar o) const;
  Scalar operator*(Scalar o) const;
  Scalar operator/(Scalar o) const;
  Scalar operator%(Scalar o) const;
  Scalar operator-() const;
  Scalar operator<(Scalar o) const;
  Scalar operator<=(Scalar o) const;
  Scalar operator>(Scalar o) const;
  Scalar operator>=(Scalar o) const;
  Scalar eq(Scalar o) const;
  Scalar ne(Scalar o) const;
  /// On integers and truth values.
  Scalar operator&(Scalar o) const;
  Scalar operator|(Scalar o) const;
  Scalar operator^(Scalar o) const;
  Scalar operator!() const;
  /// Shifts by the width or more give 0.
  Scalar shl(Scalar n) const;
  Scalar shr(Scalar n) const;

  /// NaN if either is NaN.
  Scalar min(Scalar o) const;
  Scalar max(Scalar o) const;
  Scalar clamp(Scalar lo, Scalar hi) const { return max(lo).min(hi); }
  Scalar abs() const;
  Scalar floor() const;
  Scalar ceil() const;
  /// Towards even where two integers are equally near.
  Scalar round() const;
  Scalar trunc() const;
  Scalar sqrt() const;
  Scalar exp() const;
  Scalar log() const;
  Scalar log1p() const;
  Scalar sin() const;
  Scalar cos() const;
  Scalar tan() const;
  Scalar asin() const;
  Scalar acos() const;
  Scalar atan() const;
  Scalar sinh() const;
  Scalar cosh() const;
  Scalar tanh() const;
  Scalar asinh() const;
  Scalar acosh() const;
  Scalar atanh() const;
  Scalar erf() const;
  Scalar sigmoid() const;
  Scalar isNaN() const { return ne(*this); }
  Scalar pow(Scalar o) const;
  /// Indices and non-negative divisors: rounding up.
  Scalar ceilDiv(Scalar o) const;

  /// The value converted to another element type; `isUnsigned` tells how
  /// integers (of either side) are read. A truth value counts as 0 or 1.
  Scalar to(mlir::Type type, bool isUnsigned = false) const;
  Scalar toIndex() const;
  /// Whether the value is not zero, as i1.
  Scalar isTrue() const;

  // With literals, which take the type of the other side.
#define CAMEO_SCALAR_LITERAL(OP)                                               \
  template <typename T>                                                        \
    requires std::is_arithmetic_v<T>                                           \
  Scalar operator OP(T literal) const {                                        \
    return *this OP literalOf(literal);                                        \
  }
  CAMEO_SCALAR_LITERAL(+)
  CAMEO_SCALAR_LITERAL(-)
  CAMEO_SCALAR_LITERAL(*)
  CAMEO_SCALAR_LITERAL(/)
  CAMEO_SCALAR_LITERAL(%)
  CAMEO_SCALAR_LITERAL(<)
  CAMEO_SCALAR_LITERAL(<=)
  CAMEO_SCALAR_LITERAL(>)
  CAMEO_SCALAR_LITERAL(>=)
#undef CAMEO_SCALAR_LITERAL
  Scalar eq(int64_t literal) const { return eq(like(literal)); }
  Scalar ne(int64_t literal) const { return ne(like(literal)); }
  Scalar max(double literal) const { return max(like(literal)); }
  Scalar min(double literal) const { return min(like(literal)); }
  Scalar ceilDiv(int64_t literal) const { return ceilDiv(like(literal)); }
  /// A constant of this value's type.
  Scalar like(double literal) const;
  Scalar like(int64_t literal) const;
  Scalar like(int literal) const { return like(int64_t(literal)); }

private:
  template <typename T> Scalar literalOf(T literal) const {
    if constexpr (std::is_floating_point_v<T>)
      return like(double(literal));
    else
      return like(int64_t(literal));
  }
  friend class Scalars;
  Scalars *code;
  mlir::Value value;

public:
  bool isUnsigned;
};

template <typename T>
  requires std::is_arithmetic_v<T>
Scalar operator-(T literal, Scalar s) {
  return s.like(double(literal)) - s;
}
template <typename T>
  requires std::is_arithmetic_v<T>
Scalar operator/(T literal, Scalar s) {
  return s.like(double(literal)) / s;
}

/// Makes scalars and structured control flow at a builder's insertion point,
/// which moves into loop and branch bodies while their callbacks run.
class Scalars {
public:
  Scalars(mlir::OpBuilder &b, mlir::Location loc) : b(b), loc(loc) {}
  mlir::OpBuilder &b;
  mlir::Location loc;

  Scalar operator()(mlir::Value v, bool isUnsigned = false) {
    return {*this, v, isUnsigned};
  }
  Scalar index(int64_t v);
  Scalar constant(mlir::Type type, double v);
  Scalar constant(mlir::Type type, int64_t v);
  Scalar constant(mlir::Type type, int v) { return constant(type, int64_t(v)); }
  Scalar constant(mlir::TypedAttr v);
  Scalar boolean(bool v);
  /// Position of the element being computed, in a linalg.generic.
  Scalar position(int64_t dim);
  Scalar dim(mlir::Value shaped, int64_t i);
  Scalar select(Scalar condition, Scalar a, Scalar b);

  Scalar load(mlir::Value memref, llvm::ArrayRef<Scalar> at);
  void store(Scalar value, mlir::Value memref, llvm::ArrayRef<Scalar> at);
  Scalar extract(mlir::Value tensor, llvm::ArrayRef<Scalar> at);
  /// An index into a dimension of `size`: negative ones count from the end; what
  /// is out of range is clamped, so that data can never lead a read astray.
  Scalar normaliseIndex(Scalar i, Scalar size);

  // ONNX's element types (ScalarCasts.cpp): in memory (Lowerer::convert) a bool is
  // an i8, a float narrower than 16 bits its bits in an i8; computations see bool as
  // i1 and floats narrower than 32 bits as f32.
  Scalar fromMemory(mlir::Value raw, mlir::Type onnxElement);
  mlir::Value toMemory(Scalar computed, mlir::Type onnxElement);
  /// The type that fromMemory gives.
  static mlir::Type computeType(mlir::Type onnxElement);
  /// ONNX's Cast, from fromMemory's form to one that toMemory takes. `saturate` and
  /// `roundMode` matter for float8 targets.
  Scalar cast(Scalar x, mlir::Type fromOnnx, mlir::Type toOnnx,
              bool saturate = true, llvm::StringRef roundMode = "up");

  using Carried = llvm::SmallVector<Scalar>;
  void loop(Scalar lo, Scalar hi, llvm::function_ref<void(Scalar)> body);
  Carried
  loop(Scalar lo, Scalar hi, llvm::ArrayRef<Scalar> init,
       llvm::function_ref<Carried(Scalar, llvm::ArrayRef<Scalar>)> body);
  /// Nested loops over [0, sizes[i]).
  void nest(llvm::ArrayRef<Scalar> sizes,
            llvm::function_ref<void(llvm::ArrayRef<Scalar>)> body);
  /// Repeats while the condition on the carried values holds.
  Carried
  whileLoop(llvm::ArrayRef<Scalar> init,
            llvm::function_ref<Scalar(llvm::ArrayRef<Scalar>)> condition,
            llvm::function_ref<Carried(llvm::ArrayRef<Scalar>)> body);
  void when(Scalar condition, llvm::function_ref<void()> then);
  Carried choose(Scalar condition, llvm::function_ref<Carried()> then,
                 llvm::function_ref<Carried()> otherwise);

private:
  Carried wrap(mlir::ValueRange values);
};

} // namespace cameo

#endif
