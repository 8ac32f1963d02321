// SPDX-License-Identifier: Apache-2.0
// Operators that return their operand, and arithmetic with neutral elements.
#include "compiler/Graph/Canonicalize.h"
#include "compiler/Graph/Rewrite.h"
#include "dialects/ONNX/DataTypes.h"
#include "dialects/ONNX/Math.h"
#include "dialects/ONNX/NN.h"
#include "dialects/ONNX/Sequence.h"
#include "dialects/ONNX/Tensor.h"
#include "llvm/Support/MathExtras.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

namespace {
struct DropIdentity : OpRewritePattern<IdentityOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(IdentityOp op,
                                PatternRewriter &rewriter) const override {
    rewriter.replaceOp(op, op.getInput());
    return success();
  }
};

/// Without training Dropout is its operand, and its mask all ones.
struct DropDropout : OpRewritePattern<DropoutOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(DropoutOp op,
                                PatternRewriter &rewriter) const override {
    Value training = op.getTrainingMode(), ratio = op.getRatio();
    bool infers =
        !ShapeInferrer::present(training) ||
        (ShapeInferrer::constant(training) && matchPattern(training, m_Zero()));
    // Without a ratio the default 0.5 applies; ratio 0 drops nothing.
    if (!infers && !(ShapeInferrer::present(ratio) && isSplat(ratio, 0.0)))
      return failure();
    if (ShapeInferrer::present(op.getMask()) && !op.getMask().use_empty())
      return failure();
    rewriter.replaceAllUsesWith(op.getOutput(), op.getData());
    rewriter.eraseOp(op);
    return success();
  }
};

struct DropCast : OpRewritePattern<CastOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(CastOp op,
                                PatternRewriter &rewriter) const override {
    if (getElementTypeOrSelf(op.getInput()) !=
            getElementTypeOrSelf(op.getOutput()) ||
        !rankedType(op.getInput()))
      return failure();
    rewriter.replaceOp(op, op.getInput());
    return success();
  }
};

/// The type to cast to is known once shapes are inferred.
struct CastLikeToCast : OpRewritePattern<CastLikeOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(CastLikeOp op,
                                PatternRewriter &rewriter) const override {
    int64_t to = dataTypeOf(getElementTypeOrSelf(op.getTargetType()));
    if (!to)
      return failure();
    rewriter.replaceOpWithNewOp<CastOp>(op, op.getType(), op.getInput(), to,
                                        op.getSaturate(), op.getRoundMode());
    return success();
  }
};

/// Max, Min, Sum and Mean of one operand.
template <typename Op> struct DropSingle : OpRewritePattern<Op> {
  using OpRewritePattern<Op>::OpRewritePattern;
  LogicalResult matchAndRewrite(Op op,
                                PatternRewriter &rewriter) const override {
    if (op->getNumOperands() != 1)
      return failure();
    rewriter.replaceOp(op, op->getOperand(0));
    return success();
  }
};

/// x + 0, x - 0, x * 1, x / 1: x, if the other operand does not stretch it.
template <typename Op> struct DropNeutral : OpRewritePattern<Op> {
  DropNeutral(MLIRContext *context, double neutral, bool eitherSide)
      : OpRewritePattern<Op>(context), neutral(neutral),
        eitherSide(eitherSide) {}
  LogicalResult matchAndRewrite(Op op,
                                PatternRewriter &rewriter) const override {
    for (int side : {1, 0}) {
      if (side == 0 && !eitherSide)
        continue;
      Value other = op->getOperand(side), x = op->getOperand(1 - side);
      std::optional<double> value = splatOf(other);
      if (!value || *value != neutral || !rankedType(x) ||
          x.getType() != op.getType())
        continue;
      auto type = rankedType(other);
      // The same type says nothing about sizes that only the run tells: ones
      // stretch nothing.
      if (!llvm::all_of(
              llvm::enumerate(llvm::reverse(type.getShape())), [&](auto it) {
                auto shape = rankedType(x).getShape();
                return it.value() == 1 ||
                       (it.index() < shape.size() &&
                        shape[shape.size() - 1 - it.index()] == it.value());
              }))
        continue;
      rewriter.replaceOp(op, x);
      return success();
    }
    return failure();
  }
  double neutral;
  bool eitherSide;
};

/// x to the power of 2 is x * x.
struct SquareByMul : OpRewritePattern<PowOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(PowOp op,
                                PatternRewriter &rewriter) const override {
    std::optional<double> power = splatOf(op.getY());
    if (!power || (*power != 2.0 && *power != 1.0) || !isScalar(op.getY()) ||
        !rankedType(op.getX()) ||
        rankedType(op.getY()).getRank() > rankedType(op.getX()).getRank())
      return failure();
    if (*power == 1.0)
      rewriter.replaceOp(op, op.getX());
    else
      rewriter.replaceOpWithNewOp<MulOp>(op, op.getType(), op.getX(),
                                         op.getX());
    return success();
  }
};

/// The element of a sequence that is made of known tensors.
struct ElementOfConstruct : OpRewritePattern<SequenceAtOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(SequenceAtOp op,
                                PatternRewriter &rewriter) const override {
    auto construct = op.getInputSequence().getDefiningOp<SequenceConstructOp>();
    std::optional<SmallVector<int64_t>> position = intsOf(op.getPosition());
    if (!construct || !position || position->size() != 1)
      return failure();
    int64_t count = construct.getInputs().size(), i = (*position)[0];
    if (i < -count || i >= count)
      return failure();
    rewriter.replaceOp(op, construct.getInputs()[i < 0 ? i + count : i]);
    return success();
  }
};

/// Filters that are one number everywhere, as models without trained weights
/// have them: constants, so that what is computed of constants is computed of
/// them, too.
struct FilterOfOneNumber : OpRewritePattern<ConstantOfShapeOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(ConstantOfShapeOp op,
                                PatternRewriter &rewriter) const override {
    // Larger ones than real filters stay what the run makes.
    constexpr int64_t mostElements = int64_t{1} << 25;
    auto type = rankedType(op.getOutput());
    if (!type || !type.hasStaticShape() || !type.getElementType().isF32() ||
        !ShapeInferrer::constant(op.getInput()) || op.getOutput().use_empty())
      return failure();
    int64_t elements = 1;
    for (int64_t n : type.getShape())
      if (llvm::MulOverflow(elements, n, elements) || elements > mostElements)
        return failure();
    for (OpOperand &use : op.getOutput().getUses())
      if (!isa<ConvOp, ConvTransposeOp>(use.getOwner()) ||
          use.getOperandNumber() != 1)
        return failure();
    APFloat number(0.0f);
    if (ElementsAttr value = op.getValueAttr()) {
      auto dense = dyn_cast<DenseElementsAttr>(value);
      if (!dense || dense.getNumElements() != 1 ||
          dense.getElementType() != type.getElementType())
        return failure();
      number = *dense.getValues<APFloat>().begin();
    }
    rewriter.replaceOpWithNewOp<ConstantOp>(
        op, type, DenseElementsAttr::get(type, number));
    return success();
  }
};
} // namespace

void cameo::populateIdentityPatterns(RewritePatternSet &patterns) {
  MLIRContext *context = patterns.getContext();
  patterns.add<DropIdentity, DropDropout, DropCast, CastLikeToCast,
               DropSingle<MaxOp>, DropSingle<MinOp>, DropSingle<SumOp>,
               DropSingle<MeanOp>, SquareByMul, ElementOfConstruct,
               FilterOfOneNumber>(context);
  patterns.add<DropNeutral<AddOp>>(context, 0.0, true);
  patterns.add<DropNeutral<SubOp>>(context, 0.0, false);
  patterns.add<DropNeutral<MulOp>>(context, 1.0, true);
  patterns.add<DropNeutral<DivOp>>(context, 1.0, false);
}
