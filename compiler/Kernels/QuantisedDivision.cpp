// SPDX-License-Identifier: Apache-2.0
// See the header; the pass cameo-expand-divisions does so in kernels, before they are merged, while each still
// knows its scale.
#include "compiler/Kernels/QuantisedDivision.h"
#include "compiler/Kernels/Passes.h"
#include "compiler/Kernels/TargetDescription.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/Matchers.h"
#include <cmath>

using namespace mlir;
using namespace cameo;

namespace cameo {
#define GEN_PASS_DEF_EXPANDDIVISIONS
#include "compiler/Kernels/Passes.h.inc"
} // namespace cameo

std::optional<float> cameo::numberOf(Value v) {
  if (!getElementTypeOrSelf(v.getType()).isF32())
    return std::nullopt;
  if (auto broadcast = v.getDefiningOp<vector::BroadcastOp>())
    v = broadcast.getSource();
  FloatAttr scalar;
  if (matchPattern(v, m_Constant(&scalar)))
    return scalar.getValue().convertToFloat();
  DenseFPElementsAttr dense;
  if (matchPattern(v, m_Constant(&dense)) && dense.isSplat())
    return dense.getSplatValue<APFloat>().convertToFloat();
  return std::nullopt;
}

Value cameo::numberLike(OpBuilder &b, Location loc, Type type, float v) {
  TypedAttr attr = b.getF32FloatAttr(v);
  if (auto vector = dyn_cast<VectorType>(type))
    attr = DenseElementsAttr::get(vector, Attribute(attr));
  return arith::ConstantOp::create(b, loc, attr);
}

/// x / s as x h + x l, where h + l is the inverse of s to twice the precision: a multiplication
/// and a fused multiply-add. What is rounded behind it changes only next to half an integer; all
/// x there are tried out.
static bool dividesAlike(float s, float h, float l, float from, float to) {
  double first = std::ceil(double(from) / s), last = std::floor(double(to) / s);
  for (double k = first - 1; k <= last; ++k) {
    float x = float((k + 0.5) * s);
    for (int i = 0; i < 4; ++i)
      x = std::nextafter(x, -HUGE_VALF);
    for (int i = 0; i < 9; ++i, x = std::nextafter(x, HUGE_VALF)) {
      float product = x * l;
      if (std::nearbyint(x / s) != std::nearbyint(std::fma(x, h, product)))
        return false;
    }
  }
  return true;
}

/// A quotient that is rounded at once, of what is clamped to few quanta.
static void expandDivision(arith::DivFOp op) {
  auto high = op.getLhs().getDefiningOp<arith::MinNumFOp>();
  auto low = high ? high.getLhs().getDefiningOp<arith::MaxNumFOp>()
                  : arith::MaxNumFOp();
  if (!low || !llvm::all_of(op->getUsers(), [](Operation *user) {
        return isa<math::RoundEvenOp>(user);
      }))
    return;
  std::optional<float> s = numberOf(op.getRhs()), from = numberOf(low.getRhs()),
                       to = numberOf(high.getRhs());
  if (!s || !from || !to || !(*s > 1e-30f && *s < 1e30f) || !(*from <= *to) ||
      !(*to - *from < 1024.0f * *s))
    return;
  float h = 1.0f / *s, l = float(1.0 / double(*s) - double(h));
  if (!dividesAlike(*s, h, l, *from, *to))
    return;
  OpBuilder b(op);
  Location loc = op.getLoc();
  Type type = op.getType();
  Value x = op.getLhs();
  Value product = arith::MulFOp::create(b, loc, x, numberLike(b, loc, type, l));
  Value result =
      math::FmaOp::create(b, loc, x, numberLike(b, loc, type, h), product);
  op.replaceAllUsesWith(result);
  op.erase();
}

void cameo::expandQuantisedDivisions(Operation *root) {
  root->walk([](arith::DivFOp op) { expandDivision(op); });
}

namespace {
struct ExpandDivisions : cameo::impl::ExpandDivisionsBase<ExpandDivisions> {
  void runOnOperation() override {
    if (TargetDescription::get(getOperation()).fma)
      expandQuantisedDivisions(getOperation());
  }
};
} // namespace
