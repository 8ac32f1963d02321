// SPDX-License-Identifier: Apache-2.0
#include "compiler/Graph/Match.h"
#include "dialects/ONNX/Math.h"
#include <cmath>

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

bool Product::take(Value v) {
  auto it = llvm::find(factors, v);
  if (it == factors.end())
    return false;
  factors.erase(it);
  return true;
}

bool Product::isCoefficient(double number) const {
  // Exporters round constants to the model's type.
  return std::fabs(coefficient - number) <= std::fabs(number) * 2e-3;
}

/// The number that `v` is beside a tensor of type `like`.
static std::optional<double> numberBeside(Value v, Type like) {
  auto type = dyn_cast<RankedTensorType>(like);
  if (!type || !isScalar(v) || rankedType(v).getRank() > type.getRank())
    return std::nullopt;
  return splatOf(v);
}

static void collect(Value v, Product &product, int depth) {
  Operation *op = v.getDefiningOp();
  // The root may have other readers; what is below must not.
  bool mayLook = op && (depth == 0 || v.hasOneUse()) && depth < 16;
  if (mayLook && isa<MulOp>(op)) {
    Value a = op->getOperand(0), b = op->getOperand(1);
    for (auto [x, y] : {std::pair(a, b), std::pair(b, a)})
      if (std::optional<double> number = numberBeside(y, x.getType())) {
        product.coefficient *= *number;
        return collect(x, product, depth + 1);
      }
    if (a.getType() == b.getType()) {
      collect(a, product, depth + 1);
      collect(b, product, depth + 1);
      return;
    }
  }
  if (mayLook && isa<DivOp>(op))
    if (std::optional<double> number =
            numberBeside(op->getOperand(1), op->getOperand(0).getType());
        number && *number != 0) {
      product.coefficient /= *number;
      return collect(op->getOperand(0), product, depth + 1);
    }
  if (mayLook && isa<PowOp>(op))
    if (std::optional<double> power =
            numberBeside(op->getOperand(1), op->getOperand(0).getType());
        power && (*power == 2 || *power == 3)) {
      product.factors.append(static_cast<size_t>(*power), op->getOperand(0));
      return;
    }
  product.factors.push_back(v);
}

Product cameo::productOf(Value v) {
  Product product;
  collect(v, product, 0);
  return product;
}

Value cameo::plusAny(Value v, double &number) {
  auto add = v.getDefiningOp<AddOp>();
  if (!add)
    return nullptr;
  for (int side : {0, 1})
    if (std::optional<double> value = numberBeside(
            add->getOperand(side), add->getOperand(1 - side).getType())) {
      number = *value;
      return add->getOperand(1 - side);
    }
  return nullptr;
}
