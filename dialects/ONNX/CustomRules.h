// SPDX-License-Identifier: Apache-2.0
// The sizes of a custom operator's results, as its definition states them:
// "X[0]", "2 * (X[1] - 1) + width", "X[-1] / stride". X[i] is dimension i of
// the input X (from the end if negative), a bare name an integer attribute;
// + - * / (rounding down), numbers, parentheses, min(a, b) and max(a, b). "?"
// is known to the function alone.
#ifndef CAMEO_DIALECTS_ONNX_CUSTOMRULES_H
#define CAMEO_DIALECTS_ONNX_CUSTOMRULES_H

#include "mlir/Support/LLVM.h"
#include "llvm/ADT/STLFunctionalExtras.h"
#include "llvm/Support/Error.h"
#include <memory>
#include <string>
#include <vector>

namespace cameo::onnx {

struct SizeRule {
  enum Kind { Number, Dim, Attribute, Add, Sub, Mul, Div, Min, Max, Unknown };
  Kind kind = Unknown;
  int64_t number = 0; ///< of Number; the dimension of Dim
  std::string name;   ///< of the input or attribute
  std::vector<SizeRule> operands;

  /// An error says what is wrong with `text`.
  static llvm::Expected<SizeRule> parse(llvm::StringRef text);

  /// Computes with any kind of number; `leaf` gives those of Number, Dim and
  /// Attribute, `apply` of the others but Unknown. An empty optional anywhere
  /// makes the whole empty.
  template <typename T>
  std::optional<T>
  evaluate(llvm::function_ref<std::optional<T>(const SizeRule &)> leaf,
           llvm::function_ref<std::optional<T>(Kind, T, T)> apply) const {
    if (kind == Unknown)
      return std::nullopt;
    if (operands.empty())
      return leaf(*this);
    std::optional<T> x = operands[0].evaluate<T>(leaf, apply);
    std::optional<T> y = operands[1].evaluate<T>(leaf, apply);
    return x && y ? apply(kind, *x, *y) : std::nullopt;
  }
};

} // namespace cameo::onnx

#endif
