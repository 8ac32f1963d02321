// SPDX-License-Identifier: Apache-2.0
// The matrices of Winograd's method by Toom and Cook's construction; see
// WinogradTransform.h.
#include "compiler/Kernels/WinogradTransform.h"
#include <cmath>

using namespace mlir;
using namespace cameo;

static constexpr llvm::StringLiteral tileAttr = "cameo.winograd";

int64_t cameo::winogradTile(ConvOp conv) {
  auto tile = conv->getAttrOfType<IntegerAttr>(tileAttr);
  return tile ? tile.getInt() : 0;
}

void cameo::setWinogradTile(ConvOp conv, int64_t tile) {
  conv->setAttr(tileAttr, Builder(conv.getContext()).getI64IntegerAttr(tile));
}

using Polynomial = llvm::SmallVector<double, 6>;

/// The product of (x - p) over `points`, lowest power first; `except` is left
/// out.
static Polynomial product(llvm::ArrayRef<double> points, size_t except) {
  Polynomial result{1.0};
  for (size_t i = 0; i < points.size(); ++i) {
    if (i == except)
      continue;
    Polynomial next(result.size() + 1, 0.0);
    for (size_t k = 0; k < result.size(); ++k) {
      next[k + 1] += result[k];
      next[k] -= points[i] * result[k];
    }
    result = next;
  }
  return result;
}

WinogradTransform WinogradTransform::get(int64_t outputs) {
  // Filters and inputs are polynomials, known by their values at these points
  // and at infinity. For F(4, 3) the usual 0, 1, -1, 2, -2 multiplies rounding
  // errors by about six over direct convolution's; with these they stay as they
  // are.
  double root = std::sqrt(2.0);
  llvm::SmallVector<double> points{0, 1, -1};
  if (outputs == 4)
    points = {0, 1 / root, -1 / root, root, -root};

  WinogradTransform t;
  t.outputs = outputs;
  t.inputs = outputs + 2;
  t.input.assign(t.inputs, llvm::SmallVector<double, 6>(t.inputs, 0.0));
  t.filter.assign(t.inputs, llvm::SmallVector<double, 6>(3, 0.0));
  t.output.assign(outputs, llvm::SmallVector<double, 6>(t.inputs, 0.0));
  for (size_t i = 0; i < points.size(); ++i) {
    double p = points[i], norm = 1;
    for (size_t j = 0; j < points.size(); ++j)
      norm *= j == i ? 1 : p - points[j];
    Polynomial others = product(points, i);
    std::copy(others.begin(), others.end(), t.input[i].begin());
    double power = 1;
    for (int64_t k = 0; k < std::max<int64_t>(3, outputs); ++k, power *= p) {
      if (k < 3)
        t.filter[i][k] = power / norm;
      if (k < outputs)
        t.output[k][i] = power;
    }
  }
  Polynomial all = product(points, points.size());
  std::copy(all.begin(), all.end(), t.input.back().begin());
  t.filter.back()[2] = 1;
  t.output.back().back() = 1;
  return t;
}
