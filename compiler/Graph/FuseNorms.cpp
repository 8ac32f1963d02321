// SPDX-License-Identifier: Apache-2.0
// The pass onnx-fuse-norms: LayerNormalization and RMSNormalization, which
// exporters of older opsets write as reductions and arithmetic, become the
// operators.
#include "compiler/Graph/Match.h"
#include "compiler/Graph/Passes.h"
#include "dialects/ONNX/Math.h"
#include "dialects/ONNX/NN.h"
#include "dialects/ONNX/Reduction.h"
#include "dialects/ONNX/Tensor.h"
#include <cmath>

using namespace mlir;

namespace cameo {
#define GEN_PASS_DEF_FUSENORMS
#include "compiler/Graph/Passes.h.inc"

using namespace onnx;

namespace {
/// sqrt(mean(x^2) + epsilon) over the dimensions from axis on.
struct RootMeanSquare {
  Value x;
  int64_t axis;
  double epsilon;
};

std::optional<RootMeanSquare> rootMeanSquare(Value v) {
  auto root = v.getDefiningOp<SqrtOp>();
  if (!root)
    return std::nullopt;
  double epsilon = 0;
  Value mean = plusAny(root.getX(), epsilon);
  auto reduce = mean ? mean.getDefiningOp<ReduceMeanOp>() : ReduceMeanOp();
  if (!reduce || !(epsilon >= 0) || epsilon > 1)
    return std::nullopt;
  std::optional<int64_t> axis = innerAxes(reduce);
  Product square = productOf(reduce.getData());
  if (!axis || square.coefficient != 1 || square.factors.size() != 2 ||
      square.factors[0] != square.factors[1])
    return std::nullopt;
  return RootMeanSquare{square.factors[0], *axis, epsilon};
}

/// x / rms(x), as a quotient or a product with the reciprocal.
std::optional<RootMeanSquare> normalized(Operation *op) {
  if (auto div = dyn_cast<DivOp>(op)) {
    auto rms = rootMeanSquare(div.getB());
    return rms && rms->x == div.getA() ? rms : std::nullopt;
  }
  auto mul = dyn_cast<MulOp>(op);
  if (!mul)
    return std::nullopt;
  for (auto [x, inverse] :
       {std::pair(mul.getA(), mul.getB()), std::pair(mul.getB(), mul.getA())}) {
    Value root;
    if (auto reciprocal = inverse.getDefiningOp<ReciprocalOp>())
      root = reciprocal.getX();
    else if (auto div = inverse.getDefiningOp<DivOp>();
             div && isSplat(div.getA(), 1.0) && isScalar(div.getA()))
      root = div.getB();
    if (!root)
      continue;
    auto rms = rootMeanSquare(root);
    if (rms && rms->x == x)
      return rms;
  }
  return std::nullopt;
}

/// The only reader of `v`, if it is an `Op` whose other operand has a static
/// shape that broadcasts to the dimensions from `axis` on and changes no shape.
template <typename Op> std::pair<Op, Value> parameter(Value v, int64_t axis) {
  auto type = rankedType(v);
  if (!v.hasOneUse())
    return {};
  auto op = dyn_cast<Op>(*v.getUsers().begin());
  if (!op || op.getType() != type)
    return {};
  Value other = op->getOperand(0) == v ? op->getOperand(1) : op->getOperand(0);
  auto otherType = rankedType(other);
  int64_t inner = type.getRank() - axis;
  if (!otherType || other == v ||
      otherType.getElementType() != type.getElementType() ||
      otherType.getRank() > inner || !otherType.hasStaticShape())
    return {};
  for (int64_t i = 0; i < otherType.getRank(); ++i) {
    int64_t size = type.getDimSize(type.getRank() - otherType.getRank() + i);
    if (otherType.getDimSize(i) != size)
      return {};
  }
  // A whole row of parameters: what the operators define for certain.
  if (otherType.getRank() != inner)
    return {};
  return {op, other};
}

template <typename Root> struct FuseNorm : OpRewritePattern<Root> {
  using OpRewritePattern<Root>::OpRewritePattern;
  LogicalResult matchAndRewrite(Root op,
                                PatternRewriter &rewriter) const override {
    auto type = rankedType(op);
    std::optional<RootMeanSquare> rms = type ? normalized(op) : std::nullopt;
    if (!rms || rms->x.getType() != type ||
        !isa<FloatType>(type.getElementType()))
      return failure();
    // Centred: x - mean(x) over the same axes.
    Value x = rms->x;
    bool isCentred = false;
    if (auto sub = x.getDefiningOp<SubOp>())
      if (auto mean = sub.getB().getDefiningOp<ReduceMeanOp>();
          mean && mean.getData() == sub.getA() &&
          sub.getA().getType() == type && innerAxes(mean) == rms->axis) {
        isCentred = true;
        x = sub.getA();
      }
    auto [scaling, scale] = parameter<MulOp>(op, rms->axis);
    Operation *root = op;
    Location loc = op.getLoc();
    if (scaling) {
      root = scaling;
    } else {
      if (!isCentred)
        return failure(); // Nothing gained without a scale.
      SmallVector<int64_t> sizes(type.getShape().drop_front(rms->axis));
      if (ShapedType::isDynamicShape(sizes))
        return failure();
      auto ones = RankedTensorType::get(sizes, type.getElementType());
      scale = ConstantOp::create(
          rewriter, loc, ones,
          DenseElementsAttr::get(
              ones, rewriter.getFloatAttr(type.getElementType(), 1.0)));
    }
    auto epsilon = rewriter.getF32FloatAttr(static_cast<float>(rms->epsilon));
    auto axis =
        rewriter.getIntegerAttr(rewriter.getIntegerType(64, true), rms->axis);
    auto stash = rewriter.getIntegerAttr(rewriter.getIntegerType(64, true), 1);
    if (!isCentred) {
      rewriter.setInsertionPoint(root);
      rewriter.replaceOpWithNewOp<RMSNormalizationOp>(root, type, x, scale,
                                                      axis, epsilon, stash);
      return success();
    }
    Value bias;
    if (scaling)
      if (auto [adding, value] = parameter<AddOp>(scaling, rms->axis); adding) {
        root = adding;
        bias = value;
      }
    rewriter.setInsertionPoint(root);
    if (!bias)
      bias = makeNone(rewriter, loc);
    Type none = rewriter.getNoneType();
    auto norm =
        LayerNormalizationOp::create(rewriter, loc, TypeRange{type, none, none},
                                     x, scale, bias, axis, epsilon, stash);
    rewriter.replaceOp(root, norm.getY());
    return success();
  }
};

struct FuseNorms : impl::FuseNormsBase<FuseNorms> {
  void runOnOperation() override {
    RewritePatternSet patterns(&getContext());
    patterns.add<FuseNorm<DivOp>, FuseNorm<MulOp>>(&getContext());
    rewriteGreedily(getOperation(), std::move(patterns));
  }
};
} // namespace
} // namespace cameo
