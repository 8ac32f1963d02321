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

/// An index, integer or float value. Integers compare and divide signed;
/// division of indices and integers truncates.
class Scalar {
public:
  Scalar(Scalars &code, mlir::Value value) : code(&code), value(value) {}
  operator mlir::Value() const { return value; }
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
  /// On truth values.
  Scalar operator&(Scalar o) const;
  Scalar operator|(Scalar o) const;
  Scalar operator!() const;

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
  Scalar sin() const;
  Scalar cos() const;
  Scalar tanh() const;
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
    return *this OP like(double(literal));                                     \
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

private:
  friend class Scalars;
  Scalars *code;
  mlir::Value value;
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

  Scalar operator()(mlir::Value v) { return {*this, v}; }
  Scalar index(int64_t v);
  Scalar constant(mlir::Type type, double v);
  Scalar boolean(bool v);
  /// Position of the element being computed, in a linalg.generic.
  Scalar position(int64_t dim);
  Scalar dim(mlir::Value shaped, int64_t i);
  Scalar select(Scalar condition, Scalar a, Scalar b);

  Scalar load(mlir::Value memref, llvm::ArrayRef<Scalar> at);
  void store(Scalar value, mlir::Value memref, llvm::ArrayRef<Scalar> at);
  Scalar extract(mlir::Value tensor, llvm::ArrayRef<Scalar> at);

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
