// SPDX-License-Identifier: Apache-2.0
// Matching formulas that exporters write as graphs, in any order of factors and
// terms.
#ifndef CAMEO_COMPILER_GRAPH_MATCH_H
#define CAMEO_COMPILER_GRAPH_MATCH_H

#include "compiler/Graph/Rewrite.h"

namespace cameo {

/// A product: a number times factors. Division by a number counts as
/// multiplication, a power with an integral exponent as repeated factors.
struct Product {
  double coefficient = 1;
  llvm::SmallVector<mlir::Value> factors;

  /// Removes one occurrence of `v`; false if there is none.
  bool take(mlir::Value v);
  bool isCoefficient(double number) const;
};

/// The product that `v` is, looked into as long as intermediate results have no
/// other reader. Only scalar numbers count as such, and only where nothing is
/// stretched.
Product productOf(mlir::Value v);

/// `x + number` in either order: x; null otherwise.
mlir::Value plusAny(mlir::Value v, double &number);
/// `x + expected`: x; null otherwise.
inline mlir::Value plusNumber(mlir::Value v, double expected,
                              double tolerance = 1e-6) {
  double number;
  mlir::Value x = plusAny(v, number);
  return x && std::abs(number - expected) <= tolerance ? x : mlir::Value();
}

/// The axes of a reduction that are the last ones, in order, that keeps its
/// dimensions: the first of them, from the front. Nothing otherwise.
template <typename Op> std::optional<int64_t> innerAxes(Op op) {
  auto type = rankedType(op.getData());
  std::optional<llvm::SmallVector<int64_t>> axes =
      onnx::ShapeInferrer::present(op.getAxes()) ? intsOf(op.getAxes())
                                                 : std::nullopt;
  if (!type || !axes || axes->empty() || !op.getKeepdims())
    return std::nullopt;
  int64_t rank = type.getRank();
  for (int64_t &a : *axes)
    a = a < 0 ? a + rank : a;
  llvm::sort(*axes);
  for (auto [i, a] : llvm::enumerate(*axes))
    if (a !=
        rank - static_cast<int64_t>(axes->size()) + static_cast<int64_t>(i))
      return std::nullopt;
  return axes->front();
}

} // namespace cameo

#endif
