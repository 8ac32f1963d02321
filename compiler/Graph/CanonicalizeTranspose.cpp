// SPDX-License-Identifier: Apache-2.0
// Transposes merge with one another; to meet, they sink through element-wise
// operators and concatenations, which costs nothing, and through selections of
// one index, which leave less to transpose.
#include "compiler/Graph/Canonicalize.h"
#include "compiler/Graph/Rewrite.h"
#include "dialects/ONNX/Math.h"
#include "dialects/ONNX/Tensor.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

/// The permutation, the default one included; nothing if it is not one.
static std::optional<SmallVector<int64_t>> permOf(TransposeOp op) {
  auto type = op ? rankedType(op.getData()) : RankedTensorType();
  if (!type)
    return std::nullopt;
  SmallVector<int64_t> perm;
  if (op.getPerm())
    perm.assign(op.getPerm()->begin(), op.getPerm()->end());
  else
    for (int64_t i = type.getRank() - 1; i >= 0; --i)
      perm.push_back(i);
  SmallVector<bool> seen(type.getRank(), false);
  for (int64_t i : perm) {
    if (i < 0 || i >= type.getRank() || seen[i])
      return std::nullopt;
    seen[i] = true;
  }
  if (static_cast<int64_t>(perm.size()) != type.getRank())
    return std::nullopt;
  return perm;
}

static RankedTensorType permuted(RankedTensorType type,
                                 ArrayRef<int64_t> perm) {
  SmallVector<int64_t> sizes;
  for (int64_t i : perm)
    sizes.push_back(type.getDimSize(i));
  return RankedTensorType::get(sizes, type.getElementType());
}

static RankedTensorType unpermuted(RankedTensorType type,
                                   ArrayRef<int64_t> perm) {
  SmallVector<int64_t> sizes(perm.size());
  for (auto [i, p] : llvm::enumerate(perm))
    sizes[p] = type.getDimSize(i);
  return RankedTensorType::get(sizes, type.getElementType());
}

static SmallVector<int64_t> inverse(ArrayRef<int64_t> perm) {
  SmallVector<int64_t> result(perm.size());
  for (auto [i, p] : llvm::enumerate(perm))
    result[p] = i;
  return result;
}

static Value transpose(OpBuilder &b, Location loc, Value v,
                       ArrayRef<int64_t> perm) {
  return TransposeOp::create(b, loc, permuted(rankedType(v), perm), v,
                             b.getDenseI64ArrayAttr(perm));
}

/// A broadcast operand as it must be before a transposition; null if that takes
/// more than a constant's own transposition.
static Value beforeTranspose(PatternRewriter &rewriter, Value v,
                             ArrayRef<int64_t> perm) {
  auto type = rankedType(v);
  int64_t rank = perm.size();
  if (!type || !type.hasStaticShape() || type.getRank() > rank)
    return nullptr;
  if (type.getNumElements() == 1)
    return v;
  if (!ShapeInferrer::constant(v))
    return nullptr;
  Location loc = v.getLoc();
  if (type.getRank() < rank) {
    SmallVector<int64_t> sizes(rank - type.getRank(), 1);
    llvm::append_range(sizes, type.getShape());
    v = ReshapeOp::create(rewriter, loc,
                          RankedTensorType::get(sizes, type.getElementType()),
                          v, makeInts(rewriter, loc, sizes));
  }
  return transpose(rewriter, loc, v, inverse(perm));
}

namespace {
struct MergeTransposes : OpRewritePattern<TransposeOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(TransposeOp op,
                                PatternRewriter &rewriter) const override {
    auto perm = permOf(op);
    if (!perm || !rankedType(op.getTransposed()))
      return failure();
    if (llvm::is_sorted(*perm)) {
      rewriter.replaceOp(op, op.getData());
      return success();
    }
    auto inner = op.getData().getDefiningOp<TransposeOp>();
    auto first = permOf(inner);
    if (!first)
      return failure();
    SmallVector<int64_t> both;
    for (int64_t i : *perm)
      both.push_back((*first)[i]);
    rewriter.replaceOpWithNewOp<TransposeOp>(
        op, op.getType(), inner.getData(), rewriter.getDenseI64ArrayAttr(both));
    return success();
  }
};

/// f(transpose(x)) = transpose(f(x)).
struct SinkThroughElementwise : RewritePattern {
  SinkThroughElementwise(MLIRContext *context)
      : RewritePattern(MatchAnyOpTypeTag(), 1, context) {}
  LogicalResult matchAndRewrite(Operation *op,
                                PatternRewriter &rewriter) const override {
    if (!isElementwiseUnary(op) && !isElementwiseBinary(op) && !isa<ClipOp>(op))
      return failure();
    auto type = rankedType(op->getResult(0));
    std::optional<SmallVector<int64_t>> perm;
    for (Value operand : op->getOperands())
      if (auto t = operand.getDefiningOp<TransposeOp>(); t && t->hasOneUse())
        if (!perm)
          perm = permOf(t);
    if (!type || !perm || static_cast<int64_t>(perm->size()) != type.getRank())
      return failure();
    // All others must be transposed likewise, or constants. Look before
    // leaping: building for nothing would go on for ever.
    for (Value operand : op->getOperands()) {
      if (auto t = operand.getDefiningOp<TransposeOp>())
        if (permOf(t) == perm)
          continue;
      auto other = rankedType(operand);
      if (isa<NoneType>(operand.getType()))
        continue;
      if (!other || !other.hasStaticShape() ||
          other.getRank() > type.getRank() ||
          (other.getNumElements() != 1 && !ShapeInferrer::constant(operand)))
        return failure();
    }
    SmallVector<Value> operands;
    for (Value operand : op->getOperands()) {
      auto t = operand.getDefiningOp<TransposeOp>();
      if (t && permOf(t) == perm)
        operands.push_back(t.getData());
      else if (isa<NoneType>(operand.getType()))
        operands.push_back(operand);
      else
        operands.push_back(beforeTranspose(rewriter, operand, *perm));
    }
    OperationState state(op->getLoc(), op->getName(), operands,
                         unpermuted(type, *perm), {});
    state.attributes = op->getAttrDictionary().getValue();
    Operation *inner = rewriter.create(state);
    rewriter.replaceOpWithNewOp<TransposeOp>(
        op, type, inner->getResult(0), rewriter.getDenseI64ArrayAttr(*perm));
    return success();
  }
};

/// Concatenation of tensors that are all transposed likewise.
struct SinkThroughConcat : OpRewritePattern<ConcatOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(ConcatOp op,
                                PatternRewriter &rewriter) const override {
    auto type = rankedType(op.getConcatResult());
    std::optional<SmallVector<int64_t>> perm;
    SmallVector<Value> operands;
    for (Value v : op.getInputs()) {
      auto t = v.getDefiningOp<TransposeOp>();
      auto own = permOf(t);
      if (!own || !t->hasOneUse() || (perm && *perm != *own))
        return failure();
      perm = own;
      operands.push_back(t.getData());
    }
    int64_t axis = op.getAxis() < 0 ? op.getAxis() + (type ? type.getRank() : 0)
                                    : op.getAxis();
    if (!type || !perm ||
        static_cast<int64_t>(perm->size()) != type.getRank() || axis < 0 ||
        axis >= type.getRank())
      return failure();
    auto inner =
        ConcatOp::create(rewriter, op.getLoc(), unpermuted(type, *perm),
                         operands, (*perm)[axis]);
    rewriter.replaceOpWithNewOp<TransposeOp>(
        op, type, inner, rewriter.getDenseI64ArrayAttr(*perm));
    return success();
  }
};

/// One index of a transposed tensor, such as the last step of a recurrent layer's outputs: the index of what
/// it is transposed from.
struct SinkThroughGather : OpRewritePattern<GatherOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(GatherOp op,
                                PatternRewriter &rewriter) const override {
    auto t = op.getData().getDefiningOp<TransposeOp>();
    auto perm = permOf(t);
    auto indices = rankedType(op.getIndices());
    auto type = rankedType(op.getOutput());
    int64_t rank = perm ? perm->size() : 0;
    if (!perm || !indices || indices.getRank() != 0 || !type ||
        type.getRank() != rank - 1)
      return failure();
    int64_t axis = op.getAxis() < 0 ? op.getAxis() + rank : op.getAxis();
    if (axis < 0 || axis >= rank)
      return failure();
    int64_t source = (*perm)[axis];
    SmallVector<int64_t> rest;
    for (auto [i, p] : llvm::enumerate(*perm))
      if (static_cast<int64_t>(i) != axis)
        rest.push_back(p - (p > source));
    auto inner = GatherOp::create(rewriter, op.getLoc(), unpermuted(type, rest),
                                  t.getData(), op.getIndices(), source);
    rewriter.replaceOpWithNewOp<TransposeOp>(
        op, type, inner, rewriter.getDenseI64ArrayAttr(rest));
    return success();
  }
};
} // namespace

void cameo::populateTransposePatterns(RewritePatternSet &patterns) {
  patterns.add<MergeTransposes, SinkThroughElementwise, SinkThroughConcat,
               SinkThroughGather>(patterns.getContext());
}
