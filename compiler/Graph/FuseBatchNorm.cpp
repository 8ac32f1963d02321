// SPDX-License-Identifier: Apache-2.0
// The pass onnx-fuse-batch-norm: a normalisation with known statistics is a
// multiplication and an addition per channel, and those go into the weights and
// bias of the convolution or product before them. The new weights are operators
// on constants, for onnx-evaluate-constants to compute.
#include "compiler/Graph/Passes.h"
#include "compiler/Graph/Rewrite.h"
#include "dialects/ONNX/Math.h"
#include "dialects/ONNX/NN.h"
#include "dialects/ONNX/Tensor.h"

using namespace mlir;

namespace cameo {
#define GEN_PASS_DEF_FUSEBATCHNORM
#include "compiler/Graph/Passes.h.inc"

using namespace onnx;

namespace {
bool isConstant(Value v) {
  return static_cast<bool>(ShapeInferrer::constant(v));
}

/// `v`, of one value per channel, as a tensor that broadcasts along `axis` of
/// `rank` dimensions.
Value alongAxis(OpBuilder &b, Location loc, Value v, int64_t axis,
                int64_t rank) {
  auto type = rankedType(v);
  if (type.getNumElements() == 1)
    return v;
  SmallVector<int64_t> sizes(rank, 1);
  sizes[axis] = type.getNumElements();
  return ReshapeOp::create(b, loc,
                           RankedTensorType::get(sizes, type.getElementType()),
                           v, makeInts(b, loc, sizes), 0);
}

template <typename Op>
Value binary(OpBuilder &b, Location loc, Value x, Value y, Type type) {
  return Op::create(b, loc, type, x, y);
}

/// The scale of channels and what is added, as vectors: y = x * scale + shift.
struct Affine {
  Value scale, shift; // either may be null
};

Affine affineOf(BatchNormalizationOp op, OpBuilder &b) {
  Location loc = op.getLoc();
  Type type = op.getInputVar().getType();
  Value epsilon = makeFloat(b, loc, getElementTypeOrSelf(type),
                            op.getEpsilon().convertToDouble());
  Value deviation = SqrtOp::create(
      b, loc, type, binary<AddOp>(b, loc, op.getInputVar(), epsilon, type));
  Value scale = binary<DivOp>(b, loc, op.getScale(), deviation, type);
  Value shift = binary<SubOp>(
      b, loc, op.getB(), binary<MulOp>(b, loc, op.getInputMean(), scale, type),
      type);
  return {scale, shift};
}

/// Statistics that are constants, one per channel, of the data's type.
bool isKnown(BatchNormalizationOp op) {
  auto x = rankedType(op.getX());
  if (!x || x.getRank() < 2 || op.getTrainingMode() ||
      ShapeInferrer::present(op.getRunningMean()) ||
      ShapeInferrer::present(op.getRunningVar()))
    return false;
  return llvm::all_of(op->getOperands().drop_front(), [&](Value v) {
    auto type = rankedType(v);
    return type && type.getRank() == 1 && type.hasStaticShape() &&
           type.getElementType() == x.getElementType() &&
           isa<FloatType>(type.getElementType());
  });
}

/// Weights and bias of an operator that computes channels, and how to scale
/// them.
struct Channels {
  Operation *op = nullptr;
  unsigned weights = 1, bias = 2;
  int64_t axis = 0; // of the weights
};

/// The producer of `v`, if nothing else reads it and its weights are constants.
std::optional<Channels> channelsOf(Value v, bool needsScale) {
  Operation *op = v.getDefiningOp();
  if (!op || !v.hasOneUse() || !isa<ConvOp, ConvTransposeOp, GemmOp>(op))
    return std::nullopt;
  Channels result{op};
  if (auto transposed = dyn_cast<ConvTransposeOp>(op)) {
    result.axis = 1;
    if (needsScale && transposed.getGroup() != 1)
      return std::nullopt;
  } else if (auto gemm = dyn_cast<GemmOp>(op)) {
    result.axis = gemm.getTransB() ? 0 : 1;
  }
  auto weights = rankedType(op->getOperand(1));
  if (!isConstant(op->getOperand(1)) || !weights || !weights.hasStaticShape())
    return std::nullopt;
  Value bias = op->getOperand(2);
  if (ShapeInferrer::present(bias)) {
    auto type = rankedType(bias);
    // Gemm's C may be a matrix of rows: then it is no bias.
    if (!isConstant(bias) || !type || !type.hasStaticShape() ||
        type.getRank() != 1)
      return std::nullopt;
  }
  return result;
}

int64_t channelCount(const Channels &c) {
  auto weights = rankedType(c.op->getOperand(1));
  int64_t count = weights.getDimSize(c.axis);
  if (auto transposed = dyn_cast<ConvTransposeOp>(c.op))
    count *= static_cast<int64_t>(transposed.getGroup());
  return count;
}

/// Makes the producer compute y * scale + shift; its result replaces `user`'s.
void absorb(const Channels &c, Affine affine, Operation *user,
            PatternRewriter &rewriter) {
  Operation *op = c.op;
  Location loc = rewriter.getFusedLoc({op->getLoc(), user->getLoc()});
  auto weights = rankedType(op->getOperand(c.weights));
  auto vector =
      RankedTensorType::get({channelCount(c)}, weights.getElementType());
  Value w = op->getOperand(c.weights), bias = op->getOperand(c.bias);
  // Before the user: the new operands' definitions are there.
  rewriter.setInsertionPoint(user);
  if (auto gemm = dyn_cast<GemmOp>(op))
    if (ShapeInferrer::present(bias) && !gemm.getBeta().isExactlyValue(1.0))
      bias = binary<MulOp>(rewriter, loc, bias,
                           makeFloat(rewriter, loc, weights.getElementType(),
                                     gemm.getBeta().convertToDouble()),
                           bias.getType());
  if (affine.scale) {
    w = binary<MulOp>(
        rewriter, loc, w,
        alongAxis(rewriter, loc, affine.scale, c.axis, weights.getRank()),
        weights);
    if (ShapeInferrer::present(bias))
      bias = binary<MulOp>(rewriter, loc, bias, affine.scale, vector);
  }
  if (affine.shift)
    bias = ShapeInferrer::present(bias)
               ? binary<AddOp>(rewriter, loc, bias, affine.shift, vector)
               : affine.shift;
  // A scalar is no bias yet.
  if (ShapeInferrer::present(bias) && rankedType(bias) != vector)
    bias = ExpandOp::create(rewriter, loc, vector, bias,
                            makeInts(rewriter, loc, vector.getShape()));
  IRMapping map;
  Operation *fused = rewriter.clone(*op, map);
  fused->setLoc(loc);
  fused->setOperand(c.weights, w);
  fused->setOperand(c.bias, bias);
  if (auto gemm = dyn_cast<GemmOp>(fused))
    gemm.setBeta(APFloat(1.0f));
  rewriter.replaceOp(user, fused->getResult(0));
  rewriter.eraseOp(op);
}

struct FoldBatchNorm : OpRewritePattern<BatchNormalizationOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(BatchNormalizationOp op,
                                PatternRewriter &rewriter) const override {
    if (!isKnown(op))
      return failure();
    auto x = rankedType(op.getX());
    bool constants = llvm::all_of(op->getOperands().drop_front(), isConstant);
    std::optional<Channels> channels =
        constants ? channelsOf(op.getX(), true) : std::nullopt;
    if (channels &&
        channelCount(*channels) == rankedType(op.getScale()).getDimSize(0)) {
      absorb(*channels, affineOf(op, rewriter), op, rewriter);
      return success();
    }
    Affine affine = affineOf(op, rewriter);
    Location loc = op.getLoc();
    auto wide = [&](Value v) {
      // From the channel on: (C, 1, …).
      return alongAxis(rewriter, loc, v, 0, x.getRank() - 1);
    };
    Value product =
        binary<MulOp>(rewriter, loc, op.getX(), wide(affine.scale), x);
    rewriter.replaceOp(
        op, binary<AddOp>(rewriter, loc, product, wide(affine.shift), x));
    return success();
  }
};

/// Conv → Add or Mul with one constant per channel, as exporters of other
/// frameworks write bias and scale.
template <typename Op> struct FoldChannelConstant : OpRewritePattern<Op> {
  using OpRewritePattern<Op>::OpRewritePattern;
  LogicalResult matchAndRewrite(Op op,
                                PatternRewriter &rewriter) const override {
    constexpr bool isScale = std::is_same_v<Op, MulOp>;
    for (int side : {0, 1}) {
      Value x = op->getOperand(side), other = op->getOperand(1 - side);
      auto type = rankedType(x), otherType = rankedType(other);
      if (!type || type != op.getType() || !otherType || !isConstant(other) ||
          !otherType.hasStaticShape() || otherType.getRank() > type.getRank() ||
          !isa<FloatType>(type.getElementType()))
        continue;
      std::optional<Channels> channels = channelsOf(x, isScale);
      if (!channels || type.getRank() < 2)
        continue;
      // One value, or one per channel and ones elsewhere.
      int64_t count = channelCount(*channels),
              offset = type.getRank() - otherType.getRank();
      bool fits = true;
      for (auto [i, size] : llvm::enumerate(otherType.getShape()))
        fits &= size == 1 ||
                (static_cast<int64_t>(i) + offset == 1 && size == count);
      if (!fits)
        continue;
      Value vector = other;
      int64_t elements = otherType.getNumElements();
      if (otherType.getRank() != 1)
        vector = ReshapeOp::create(
            rewriter, op.getLoc(),
            RankedTensorType::get({elements}, otherType.getElementType()),
            other, makeInts(rewriter, op.getLoc(), {elements}), 0);
      absorb(*channels,
             isScale ? Affine{vector, nullptr} : Affine{nullptr, vector}, op,
             rewriter);
      return success();
    }
    return failure();
  }
};

struct FuseBatchNorm : impl::FuseBatchNormBase<FuseBatchNorm> {
  void runOnOperation() override {
    RewritePatternSet patterns(&getContext());
    patterns.add<FoldBatchNorm, FoldChannelConstant<AddOp>,
                 FoldChannelConstant<MulOp>>(&getContext());
    rewriteGreedily(getOperation(), std::move(patterns));
  }
};
} // namespace
} // namespace cameo
