// SPDX-License-Identifier: Apache-2.0
// Chains of operators that keep the elements' order, and Pad that the next
// operator can do.
#include "compiler/Graph/Canonicalize.h"
#include "compiler/Graph/Rewrite.h"
#include "dialects/ONNX/NN.h"
#include "dialects/ONNX/Reduction.h"
#include "dialects/ONNX/Tensor.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

static bool isReshape(Operation *op) {
  return isa_and_nonnull<ReshapeOp, FlattenOp, SqueezeOp, UnsqueezeOp>(op);
}

/// The shape as Reshape takes it, if it has at most one size that only the run
/// tells.
static std::optional<SmallVector<int64_t>> targetOf(RankedTensorType type) {
  SmallVector<int64_t> target;
  bool hasRest = false;
  for (int64_t size : type.getShape()) {
    if (size == 0 || (ShapedType::isDynamic(size) && hasRest))
      return std::nullopt;
    hasRest |= ShapedType::isDynamic(size);
    target.push_back(ShapedType::isDynamic(size) ? -1 : size);
  }
  return target;
}

namespace {
/// One Reshape for two.
template <typename Op> struct MergeReshapes : OpRewritePattern<Op> {
  using OpRewritePattern<Op>::OpRewritePattern;
  LogicalResult matchAndRewrite(Op op,
                                PatternRewriter &rewriter) const override {
    Operation *inner = op->getOperand(0).getDefiningOp();
    auto type = rankedType(op->getResult(0));
    if (!isReshape(inner) || !type || !rankedType(inner->getOperand(0)))
      return failure();
    std::optional<SmallVector<int64_t>> target = targetOf(type);
    if (!target)
      return failure();
    Value shape = makeInts(rewriter, op.getLoc(), *target);
    rewriter.replaceOpWithNewOp<ReshapeOp>(op, type, inner->getOperand(0),
                                           shape);
    return success();
  }
};

/// Up to version 12 Softmax flattened what it takes: of the last axis alone that
/// changes nothing, and hides the rows from fusion.
template <typename Op> struct RowsOfFlattened : OpRewritePattern<Op> {
  using OpRewritePattern<Op>::OpRewritePattern;
  LogicalResult matchAndRewrite(Op op,
                                PatternRewriter &rewriter) const override {
    auto flat = op.getInput().template getDefiningOp<FlattenOp>();
    auto type = flat ? rankedType(flat.getInput()) : RankedTensorType();
    if (!type || !op->hasOneUse() ||
        (op.getAxis() != -1 && op.getAxis() != 1) ||
        (flat.getAxis() != -1 && flat.getAxis() != type.getRank() - 1))
      return failure();
    auto back = dyn_cast<ReshapeOp>(*op->user_begin());
    auto shape =
        back ? back.getShape().template getDefiningOp<ShapeOp>() : ShapeOp();
    if (!shape || back.getData() != op.getResult() ||
        shape.getData() != flat.getInput() || shape.getStart() != 0 ||
        (shape.getEnd() && *shape.getEnd() < type.getRank()))
      return failure();
    auto rows = Op::create(rewriter, op.getLoc(), back.getReshaped().getType(),
                           flat.getInput(), op->getAttrs());
    rows.setAxis(-1);
    rewriter.replaceOp(back, rows);
    return success();
  }
};

/// The last transposition of a size 1, as LSTM's results need it, moves
/// nothing.
struct TransposeOfOnes : OpRewritePattern<TransposeOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(TransposeOp op,
                                PatternRewriter &rewriter) const override {
    auto from = rankedType(op.getData()), to = rankedType(op.getTransposed());
    if (!from || !to || !op.getPerm() ||
        static_cast<int64_t>(op.getPerm()->size()) != from.getRank())
      return failure();
    int64_t last = -1;
    ArrayRef<int64_t> perm = *op.getPerm();
    for (int64_t i : perm) {
      if (i < 0 || i >= from.getRank())
        return failure();
      if (from.getDimSize(i) == 1)
        continue;
      if (i < last)
        return failure();
      last = i;
    }
    std::optional<SmallVector<int64_t>> target = targetOf(to);
    if (!target || llvm::is_sorted(perm))
      return failure();
    Value shape = makeInts(rewriter, op.getLoc(), *target);
    rewriter.replaceOpWithNewOp<ReshapeOp>(op, to, op.getData(), shape);
    return success();
  }
};

/// Zeros around the image become the convolution's own padding.
template <typename Op> struct PadIntoWindow : OpRewritePattern<Op> {
  using OpRewritePattern<Op>::OpRewritePattern;
  LogicalResult matchAndRewrite(Op op,
                                PatternRewriter &rewriter) const override {
    auto pad = op.getX().template getDefiningOp<PadOp>();
    auto type = rankedType(op.getX());
    if (!pad || !type || pad.getMode() != "constant" ||
        ShapeInferrer::present(pad.getAxes()) ||
        !(op.getAutoPad() == "NOTSET" || op.getAutoPad() == "VALID"))
      return failure();
    if (ShapeInferrer::present(pad.getConstantValue()) &&
        !isSplat(pad.getConstantValue(), 0.0))
      return failure();
    if constexpr (std::is_same_v<Op, AveragePoolOp>) {
      // The mean must count the zeros, and not those that were not there to
      // count.
      bool pads = op.getAutoPad() == "NOTSET" && op.getPads() &&
                  llvm::any_of(*op.getPads(), [](int64_t p) { return p != 0; });
      if (op.getCeilMode() || (pads && !op.getCountIncludePad()))
        return failure();
    }
    std::optional<SmallVector<int64_t>> amounts = intsOf(pad.getPads());
    int64_t rank = type.getRank(), spatial = rank - 2;
    if (!amounts || static_cast<int64_t>(amounts->size()) != 2 * rank ||
        spatial < 1)
      return failure();
    SmallVector<int64_t> pads(2 * spatial, 0);
    if (op.getPads() && op.getAutoPad() == "NOTSET") {
      if (static_cast<int64_t>(op.getPads()->size()) != 2 * spatial)
        return failure();
      llvm::copy(*op.getPads(), pads.begin());
    }
    constexpr int64_t limit = std::numeric_limits<int32_t>::max();
    for (int64_t i = 0; i < rank; ++i)
      for (int64_t end : {0, 1}) {
        int64_t amount = (*amounts)[end * rank + i];
        if (amount < 0 || amount > limit / 2 || (i < 2 && amount != 0))
          return failure();
        if (i >= 2)
          pads[end * spatial + i - 2] += amount;
      }
    if (llvm::any_of(pads, [&](int64_t p) { return p > limit / 2 || p < 0; }))
      return failure();
    rewriter.modifyOpInPlace(op, [&] {
      op.getXMutable().assign(pad.getData());
      op.setPads(pads);
      op.setAutoPad("NOTSET");
      if constexpr (std::is_same_v<Op, AveragePoolOp>)
        op.setCountIncludePad(1);
    });
    return success();
  }
};
} // namespace

void cameo::populateReshapePatterns(RewritePatternSet &patterns) {
  patterns.add<MergeReshapes<ReshapeOp>, MergeReshapes<FlattenOp>,
               MergeReshapes<SqueezeOp>, MergeReshapes<UnsqueezeOp>,
               TransposeOfOnes, RowsOfFlattened<SoftmaxOp>,
               RowsOfFlattened<LogSoftmaxOp>, RowsOfFlattened<HardmaxOp>,
               PadIntoWindow<ConvOp>, PadIntoWindow<AveragePoolOp>>(
      patterns.getContext());
}
