// SPDX-License-Identifier: Apache-2.0
// Sizes of dimensions as integer polynomials over symbols: `2*batch*seq + 1`,
// `floor((h + 1) / 2)`. Expressions are interned in a DimTable, in one normal
// form, so that equal ones are identical and
// `==` answers whether two sizes are known to be the same.
#ifndef CAMEO_DIALECTS_ONNX_DIMEXPR_H
#define CAMEO_DIALECTS_ONNX_DIMEXPR_H

#include "mlir/Support/LLVM.h"
#include "llvm/ADT/SmallVector.h"
#include "llvm/ADT/StringRef.h"
#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <tuple>

namespace cameo::onnx {

class DimTable;
struct DimNode;
struct DimAtom;

/// A size, or an element of an integer tensor. A value type: one pointer and
/// one integer.
class DimExpr {
public:
  DimExpr(int64_t constant = 0) : value(constant) {}

  /// The number, if it is one.
  std::optional<int64_t> constant() const {
    return node ? std::nullopt : std::optional<int64_t>(value);
  }
  bool isConstant() const { return !node; }
  bool is(int64_t constant) const { return !node && value == constant; }
  /// The result of arithmetic that left the range of int64; absorbs all further
  /// arithmetic.
  bool isOverflow() const;
  static DimExpr overflow();

  /// Known to be the same number. Not equal means not known.
  friend bool operator==(DimExpr a, DimExpr b) {
    return a.node == b.node && a.value == b.value;
  }
  friend bool operator!=(DimExpr a, DimExpr b) { return !(a == b); }

  friend DimExpr operator+(DimExpr a, DimExpr b);
  friend DimExpr operator-(DimExpr a, DimExpr b);
  friend DimExpr operator*(DimExpr a, DimExpr b);
  /// Rounding towards minus infinity; exact polynomial division where it
  /// succeeds.
  static DimExpr floorDiv(DimExpr a, DimExpr b);
  static DimExpr ceilDiv(DimExpr a, DimExpr b);
  static DimExpr mod(DimExpr a, DimExpr b);
  static DimExpr min(DimExpr a, DimExpr b);
  static DimExpr max(DimExpr a, DimExpr b);
  /// a / b where b divides a for all values of the symbols.
  static std::optional<DimExpr> exactDiv(DimExpr a, DimExpr b);
  /// The size of two dimensions that broadcast against each other; nothing if
  /// they cannot.
  static std::optional<DimExpr> broadcast(DimExpr a, DimExpr b);

  /// The least value it can take; INT64_MIN if unknown.
  int64_t lowerBound() const;
  /// Whether it is made of sizes alone, of nothing that might be a marker such
  /// as -1.
  bool isSize() const;
  /// The symbol's name if it is a single named symbol, else empty.
  llvm::StringRef name() const;
  /// For people: `2*batch + 1`; symbols without a name print as `?3`.
  std::string str() const;

private:
  friend class DimTable;
  friend struct DimNode;
  DimExpr(const DimNode *node, int64_t value) : node(node), value(value) {}

  const DimNode *node = nullptr;
  int64_t value = 0;
};

/// Owns the symbols and expressions of one function.
class DimTable {
public:
  DimTable();
  ~DimTable();

  /// The symbol of that name: a size.
  DimExpr symbol(llvm::StringRef name);
  /// A symbol that nothing else equals: a size (>= 0), or any number.
  DimExpr fresh(bool isSize = true);

  struct Impl;

private:
  std::unique_ptr<Impl> impl;
};

} // namespace cameo::onnx

#endif
