// SPDX-License-Identifier: Apache-2.0
// Sequences and optionals whose items are known one by one: what is made to be
// taken apart again goes, so that tensors stay tensors of known shapes.
#include "compiler/Graph/Canonicalize.h"
#include "compiler/Graph/Rewrite.h"
#include "dialects/ONNX/Control.h"
#include "dialects/ONNX/Sequence.h"
#include "dialects/ONNX/Tensor.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

/// More items than that stay a sequence.
static constexpr int64_t mostItems = 64;

/// The items of a sequence that is made of them.
static std::optional<SmallVector<Value>> itemsOf(Value sequence) {
  Operation *op = sequence.getDefiningOp();
  if (auto construct = dyn_cast_if_present<SequenceConstructOp>(op))
    return SmallVector<Value>(construct.getInputs());
  if (isa_and_present<SequenceEmptyOp>(op))
    return SmallVector<Value>();
  return std::nullopt;
}

/// A constant position among `count` places, `absent` if none is stated.
static std::optional<int64_t> positionOf(Value position, int64_t count,
                                         int64_t absent) {
  int64_t at = absent;
  if (ShapeInferrer::present(position)) {
    auto ints = intsOf(position);
    if (!ints || ints->size() != 1)
      return std::nullopt;
    at = ints->front() < 0 ? ints->front() + count : ints->front();
  }
  // What is out of range is an error of the run.
  if (at < 0 || at > absent)
    return std::nullopt;
  return at;
}

namespace {
struct KnownItem : OpRewritePattern<SequenceAtOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(SequenceAtOp op,
                                PatternRewriter &rewriter) const override {
    auto items = itemsOf(op.getInputSequence());
    if (!items)
      return failure();
    int64_t n = items->size();
    auto at = positionOf(op.getPosition(), n, n - 1);
    if (!at)
      return failure();
    rewriter.replaceOp(op, (*items)[*at]);
    return success();
  }
};

struct KnownLength : OpRewritePattern<SequenceLengthOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(SequenceLengthOp op,
                                PatternRewriter &rewriter) const override {
    auto items = itemsOf(op.getInputSequence());
    if (!items)
      return failure();
    auto type = RankedTensorType::get({}, rewriter.getI64Type());
    rewriter.replaceOpWithNewOp<ConstantOp>(
        op, type, DenseElementsAttr::get(type, int64_t(items->size())));
    return success();
  }
};

struct InsertIntoItems : OpRewritePattern<SequenceInsertOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(SequenceInsertOp op,
                                PatternRewriter &rewriter) const override {
    auto items = itemsOf(op.getInputSequence());
    if (!items || int64_t(items->size()) >= mostItems)
      return failure();
    int64_t n = items->size();
    auto at = positionOf(op.getPosition(), n, n);
    if (!at)
      return failure();
    items->insert(items->begin() + *at, op.getTensor());
    rewriter.replaceOpWithNewOp<SequenceConstructOp>(op, op.getType(), *items);
    return success();
  }
};

struct EraseFromItems : OpRewritePattern<SequenceEraseOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(SequenceEraseOp op,
                                PatternRewriter &rewriter) const override {
    auto items = itemsOf(op.getInputSequence());
    // Without items left the type of those to come would be lost.
    if (!items || items->size() < 2)
      return failure();
    int64_t n = items->size();
    auto at = positionOf(op.getPosition(), n, n - 1);
    if (!at)
      return failure();
    items->erase(items->begin() + *at);
    rewriter.replaceOpWithNewOp<SequenceConstructOp>(op, op.getType(), *items);
    return success();
  }
};

struct ConcatItems : OpRewritePattern<ConcatFromSequenceOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(ConcatFromSequenceOp op,
                                PatternRewriter &rewriter) const override {
    auto items = itemsOf(op.getInputSequence());
    auto first = items && !items->empty() ? rankedType(items->front())
                                          : RankedTensorType();
    if (!first || !llvm::all_of(*items, [&](Value v) {
          auto type = rankedType(v);
          return type && type.getRank() == first.getRank();
        }))
      return failure();
    int64_t rank = first.getRank() + op.getNewAxis();
    int64_t axis = op.getAxis() < 0 ? op.getAxis() + rank : op.getAxis();
    if (axis < 0 || axis >= rank)
      return failure();
    if (op.getNewAxis()) {
      Value axes = makeInts(rewriter, op.getLoc(), axis);
      for (Value &item : *items) {
        auto type = rankedType(item);
        SmallVector<int64_t> shape(type.getShape());
        shape.insert(shape.begin() + axis, 1);
        item = UnsqueezeOp::create(
            rewriter, op.getLoc(),
            RankedTensorType::get(shape, type.getElementType()), item, axes);
      }
    }
    auto attribute = rewriter.getIntegerAttr(
        rewriter.getIntegerType(64, /*isSigned=*/true), axis);
    rewriter.replaceOpWithNewOp<ConcatOp>(op, op.getType(), *items, attribute);
    return success();
  }
};

/// Parts of known number and sizes are those of Split.
struct SplitIntoItems : OpRewritePattern<SplitToSequenceOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(SplitToSequenceOp op,
                                PatternRewriter &rewriter) const override {
    auto type = rankedType(op.getInput());
    if (!type)
      return failure();
    int64_t axis =
        op.getAxis() < 0 ? op.getAxis() + type.getRank() : op.getAxis();
    if (axis < 0 || axis >= type.getRank() || type.isDynamicDim(axis))
      return failure();
    int64_t whole = type.getDimSize(axis);
    SmallVector<int64_t> sizes;
    bool single = !ShapeInferrer::present(op.getSplit());
    auto stated = single ? SmallVector<int64_t>{1} : intsOf(op.getSplit());
    if (!stated || stated->empty())
      return failure();
    auto splitType = rankedType(op.getSplit());
    if (single || (splitType && splitType.getRank() == 0)) {
      int64_t chunk = stated->front();
      if (chunk < 1 || (whole + chunk - 1) / chunk > mostItems)
        return failure();
      for (int64_t at = 0; at < whole; at += chunk)
        sizes.push_back(std::min(chunk, whole - at));
    } else {
      sizes = *stated;
    }
    // Whatever does not add up is told when it runs.
    if (sizes.empty() || int64_t(sizes.size()) > mostItems ||
        llvm::any_of(sizes, [&](int64_t n) { return n < 0 || n > whole; }) ||
        llvm::sum_of(sizes) != whole)
      return failure();
    Location loc = op.getLoc();
    SmallVector<Type> types;
    SmallVector<int64_t> shape(type.getShape());
    for (int64_t n : sizes) {
      shape[axis] = n;
      types.push_back(RankedTensorType::get(shape, type.getElementType()));
    }
    auto attribute = rewriter.getIntegerAttr(
        rewriter.getIntegerType(64, /*isSigned=*/true), axis);
    auto split = SplitOp::create(rewriter, loc, types, op.getInput(),
                                 makeInts(rewriter, loc, sizes), attribute,
                                 IntegerAttr());
    SmallVector<Value> items(split.getOutputs());
    if (single && !op.getKeepdims()) {
      shape.erase(shape.begin() + axis);
      auto dropped = RankedTensorType::get(shape, type.getElementType());
      Value axes = makeInts(rewriter, loc, axis);
      for (Value &item : items)
        item = SqueezeOp::create(rewriter, loc, dropped, item, axes);
    }
    rewriter.replaceOpWithNewOp<SequenceConstructOp>(op, op.getType(), items);
    return success();
  }
};

struct KnownElement : OpRewritePattern<OptionalGetElementOp> {
  using OpRewritePattern::OpRewritePattern;
  LogicalResult matchAndRewrite(OptionalGetElementOp op,
                                PatternRewriter &rewriter) const override {
    auto made = op.getInput().getDefiningOp<OptionalOp>();
    if (!made || !ShapeInferrer::present(made.getInput()))
      return failure();
    rewriter.replaceOp(op, made.getInput());
    return success();
  }
};
} // namespace

void cameo::populateSequencePatterns(RewritePatternSet &patterns) {
  patterns.add<KnownItem, KnownLength, InsertIntoItems, EraseFromItems,
               ConcatItems, SplitIntoItems, KnownElement>(
      patterns.getContext());
}
