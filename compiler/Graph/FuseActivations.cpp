// SPDX-License-Identifier: Apache-2.0
// The pass onnx-fuse-activations: Gelu, Swish, HardSwish, HardSigmoid and Mish,
// which exporters write as formulas, become the operators.
#include "compiler/Graph/Match.h"
#include "compiler/Graph/Passes.h"
#include "dialects/ONNX/Math.h"
#include <cmath>

using namespace mlir;

namespace cameo {
#define GEN_PASS_DEF_FUSEACTIVATIONS
#include "compiler/Graph/Passes.h.inc"

using namespace onnx;

namespace {
const double rootOfHalf = std::sqrt(0.5), rootOfTwoOverPi = std::sqrt(2 / M_PI);

/// x in `1 + erf(x / sqrt(2))`.
Value erfArgument(Value v) {
  Value erf = plusNumber(v, 1.0);
  auto op = erf ? erf.getDefiningOp<ErfOp>() : ErfOp();
  if (!op)
    return nullptr;
  Product inner = productOf(op.getX());
  return inner.factors.size() == 1 && inner.isCoefficient(rootOfHalf)
             ? inner.factors[0]
             : Value();
}

/// x in `1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x^3))`, or with x taken out of
/// the sum.
Value tanhArgument(Value v) {
  Value tanh = plusNumber(v, 1.0);
  auto op = tanh ? tanh.getDefiningOp<TanhOp>() : TanhOp();
  if (!op)
    return nullptr;
  Product inner = productOf(op.getX());
  if (!inner.isCoefficient(rootOfTwoOverPi))
    return nullptr;
  auto isCube = [](Value v, Value x, int power) {
    Product product = productOf(v);
    return product.isCoefficient(0.044715) &&
           static_cast<int>(product.factors.size()) == power &&
           llvm::all_of(product.factors,
                        [&](Value factor) { return factor == x; });
  };
  if (inner.factors.size() == 1) {
    auto sum = inner.factors[0].getDefiningOp<AddOp>();
    if (!sum)
      return nullptr;
    for (auto [x, cube] :
         {std::pair(sum.getA(), sum.getB()), std::pair(sum.getB(), sum.getA())})
      if (isCube(cube, x, 3))
        return x;
  }
  if (inner.factors.size() == 2)
    for (auto [x, sum] : {std::pair(inner.factors[0], inner.factors[1]),
                          std::pair(inner.factors[1], inner.factors[0])})
      if (Value square = plusNumber(sum, 1.0); square && isCube(square, x, 2))
        return x;
  return nullptr;
}

/// Clip(x + 3, 0, 6): x.
Value hardArgument(Value v) {
  auto clip = v.getDefiningOp<ClipOp>();
  if (!clip || !isSplat(clip.getMin(), 0.0) || !isSplat(clip.getMax(), 6.0))
    return nullptr;
  return plusNumber(clip.getInput(), 3.0);
}

template <typename Root> struct FuseProduct : OpRewritePattern<Root> {
  using OpRewritePattern<Root>::OpRewritePattern;
  LogicalResult matchAndRewrite(Root op,
                                PatternRewriter &rewriter) const override {
    Type type = op.getType();
    if (!rankedType(op) || !isa<FloatType>(getElementTypeOrSelf(type)))
      return failure();
    Product product = productOf(op);
    auto f32 = [&](double number) {
      return rewriter.getF32FloatAttr(static_cast<float>(number));
    };
    if (product.factors.size() == 1 && product.isCoefficient(1.0 / 6))
      if (Value x = hardArgument(product.factors[0]);
          x && x.getType() == type) {
        rewriter.replaceOpWithNewOp<HardSigmoidOp>(op, type, x, f32(1.0 / 6),
                                                   f32(0.5));
        return success();
      }
    if (product.factors.size() != 2)
      return failure();
    for (int side : {0, 1}) {
      Value x = product.factors[side], f = product.factors[1 - side];
      if (x.getType() != type)
        continue;
      if (product.isCoefficient(0.5)) {
        if (erfArgument(f) == x) {
          rewriter.replaceOpWithNewOp<GeluOp>(op, type, x, "none");
          return success();
        }
        if (tanhArgument(f) == x) {
          rewriter.replaceOpWithNewOp<GeluOp>(op, type, x, "tanh");
          return success();
        }
      }
      if (product.isCoefficient(1.0 / 6) && hardArgument(f) == x) {
        rewriter.replaceOpWithNewOp<HardSwishOp>(op, type, x);
        return success();
      }
      if (product.coefficient != 1.0)
        continue;
      if (auto sigmoid = f.getDefiningOp<SigmoidOp>()) {
        Product argument = productOf(sigmoid.getX());
        // x * sigmoid(x), where x may itself be a product.
        if (sigmoid.getX() == x) {
          rewriter.replaceOpWithNewOp<SwishOp>(op, type, x, f32(1.0));
          return success();
        }
        if (argument.factors.size() == 1 && argument.factors[0] == x) {
          rewriter.replaceOpWithNewOp<SwishOp>(op, type, x,
                                               f32(argument.coefficient));
          return success();
        }
      }
      if (auto hard = f.getDefiningOp<HardSigmoidOp>())
        if (hard.getX() == x &&
            std::fabs(hard.getAlpha().convertToDouble() - 1.0 / 6) < 1e-5 &&
            hard.getBeta().convertToDouble() == 0.5) {
          rewriter.replaceOpWithNewOp<HardSwishOp>(op, type, x);
          return success();
        }
      if (auto tanh = f.getDefiningOp<TanhOp>())
        if (auto softplus = tanh.getX().getDefiningOp<SoftplusOp>();
            softplus && softplus.getX() == x) {
          rewriter.replaceOpWithNewOp<MishOp>(op, type, x);
          return success();
        }
    }
    return failure();
  }
};

struct FuseActivations : impl::FuseActivationsBase<FuseActivations> {
  void runOnOperation() override {
    RewritePatternSet patterns(&getContext());
    patterns.add<FuseProduct<MulOp>, FuseProduct<DivOp>>(&getContext());
    rewriteGreedily(getOperation(), std::move(patterns));
  }
};
} // namespace
} // namespace cameo
