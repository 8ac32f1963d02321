// SPDX-License-Identifier: Apache-2.0
// Quantisation in a few instructions; see the header.
#include "compiler/CPU/ExpandQuantise.h"
#include "compiler/Kernels/QuantisedDivision.h"
#include "dialects/Cameo/Device.h"
#include "mlir/Dialect/Arith/IR/Arith.h"
#include "mlir/Dialect/Func/IR/FuncOps.h"
#include "mlir/Dialect/LLVMIR/LLVMDialect.h"
#include "mlir/Dialect/Math/IR/Math.h"
#include "mlir/Dialect/Vector/IR/VectorOps.h"
#include "mlir/IR/ImplicitLocOpBuilder.h"
#include "mlir/IR/Matchers.h"

using namespace mlir;
using namespace cameo;

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
    if (std::optional<float> bound =
            next ? numberOf(next.getRhs()) : std::nullopt)
      next.getRhsMutable().assign(
          numberLike(b, loc, type, std::min(*hi, *bound)));
    else
      result = arith::MinNumFOp::create(b, loc, result,
                                        numberLike(b, loc, type, *hi));
  }
  op.replaceAllUsesWith(result);
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
  Value result =
      LLVM::LrintOp::create(b, op.getLoc(), op.getType(), round.getOperand());
  op.replaceAllUsesWith(result);
  op.erase();
  if (round->use_empty())
    round.erase();
}

void cameo::expandQuantisation(ModuleOp module,
                               const TargetDescription &target) {
  module.walk([&](arith::MaxNumFOp op) { joinClamps(op); });
  if (target.fma)
    expandQuantisedDivisions(module);
  module.walk([&](arith::FPToSIOp op) { roundInConversion(op); });
}
