// SPDX-License-Identifier: Apache-2.0
// Quantisation in a few instructions; see the header.
#include "compiler/CPU/ExpandQuantise.h"
#include "dialects/Cameo/Device.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "mlir/IR/Matchers.h"
#include <cmath>

using namespace mlir;
using namespace cameo;

/// The number that all lanes of `v` hold.
static std::optional<float> numberOf(Value v) {
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

static Value number(OpBuilder &b, Location loc, Type type, float v) {
  TypedAttr attr = b.getF32FloatAttr(v);
  if (auto vector = dyn_cast<VectorType>(type))
    attr = DenseElementsAttr::get(vector, Attribute(attr));
  return arith::ConstantOp::create(b, loc, attr);
}

/// An activation's bounds become those of the clamp behind it, which makes the
/// lower bound of NaN and so spares them the care for NaN.
static void joinClamps(arith::MaxNumFOp op) {
  std::optional<float> lo = numberOf(op.getRhs());
  if (!lo)
    return;
  OpBuilder b(op);
  Location loc = op.getLoc();
  Type type = op.getType();
  Value x = op.getLhs();
  std::optional<float> hi;
  while (Operation *inner = x.getDefiningOp()) {
    if (!inner->hasOneUse())
      break;
    if (auto low = dyn_cast<arith::MaximumFOp>(inner)) {
      std::optional<float> bound = numberOf(low.getRhs());
      if (!bound || !(*bound <= *lo))
        break;
      x = low.getLhs();
    } else if (auto high = dyn_cast<arith::MinimumFOp>(inner)) {
      std::optional<float> bound = numberOf(high.getRhs());
      if (!bound || !(*bound >= *lo))
        break;
      hi = hi ? std::min(*hi, *bound) : *bound;
      x = high.getLhs();
    } else {
      break;
    }
  }
  if (x == op.getLhs())
    return;
  Value result = arith::MaxNumFOp::create(b, loc, x, op.getRhs());
  if (hi) {
    // With the upper bound of the clamp, if that is next.
    auto next = op->hasOneUse() ? dyn_cast<arith::MinNumFOp>(*op->user_begin())
                                : arith::MinNumFOp();
    if (std::optional<float> bound = next ? numberOf(next.getRhs()) : std::nullopt)
      next.getRhsMutable().assign(number(b, loc, type, std::min(*hi, *bound)));
    else
      result = arith::MinNumFOp::create(b, loc, result, number(b, loc, type, *hi));
  }
  op.replaceAllUsesWith(result);
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
  auto low = high ? high.getLhs().getDefiningOp<arith::MaxNumFOp>() : arith::MaxNumFOp();
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
  Value product = arith::MulFOp::create(b, loc, x, number(b, loc, type, l));
  Value result = math::FmaOp::create(b, loc, x, number(b, loc, type, h), product);
  op.replaceAllUsesWith(result);
  op.erase();
}

/// The conversion that rounds: to nearest, ties to even, is every thread's mode unless it asked
/// for another.
static void roundInConversion(arith::FPToSIOp op) {
  auto round = op.getIn().getDefiningOp<math::RoundEvenOp>();
  // LLVM has no such conversion for GPUs.
  auto func = op->getParentOfType<func::FuncOp>();
  if (func && func->hasAttr(deviceAttr))
    return;
  if (!round || !getElementTypeOrSelf(op.getType()).isInteger(32) ||
      !getElementTypeOrSelf(round.getType()).isF32())
    return;
  auto vector = dyn_cast<VectorType>(op.getType());
  if (vector && (vector.getRank() != 1 || vector.isScalable() ||
                 !llvm::isPowerOf2_64(vector.getNumElements())))
    return;
  OpBuilder b(op);
  Value result = LLVM::LrintOp::create(b, op.getLoc(), op.getType(), round.getOperand());
  op.replaceAllUsesWith(result);
  op.erase();
  if (round->use_empty())
    round.erase();
}

void cameo::expandQuantisation(ModuleOp module, const TargetDescription &target) {
  module.walk([&](arith::MaxNumFOp op) { joinClamps(op); });
  if (target.fma)
    module.walk([&](arith::DivFOp op) { expandDivision(op); });
  module.walk([&](arith::FPToSIOp op) { roundInConversion(op); });
}
