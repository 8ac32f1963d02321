// SPDX-License-Identifier: Apache-2.0
// The pass onnx-pool-before-conv: a mean over windows of what a pointwise convolution computes is that
// convolution of the means. DenseNet's transitions multiply a quarter as much for it.
#include "compiler/Graph/Passes.h"
#include "compiler/Graph/Rewrite.h"
#include "dialects/ONNX/NN.h"

using namespace mlir;

namespace cameo {
#define GEN_PASS_DEF_POOLBEFORECONV
#include "compiler/Graph/Passes.h.inc"

using namespace onnx;

namespace {
bool allAre(std::optional<ArrayRef<int64_t>> list, int64_t value) {
  return !list || llvm::all_of(*list, [&](int64_t v) { return v == value; });
}

/// A convolution of floats that takes each point by itself.
bool isPointwise(ConvOp conv) {
  auto x = rankedType(conv.getX()), w = rankedType(conv.getW());
  return x && w && x.getRank() >= 3 && w.getRank() == x.getRank() &&
         isa<FloatType>(x.getElementType()) &&
         llvm::all_of(w.getShape().drop_front(2),
                      [](int64_t k) { return k == 1; }) &&
         allAre(conv.getStrides(), 1) && allAre(conv.getPads(), 0);
}

/// Whether a window's weights add up to 1 and there are fewer windows than points.
bool takesMeans(AveragePoolOp pool) {
  bool unpadded =
      allAre(pool.getPads(), 0) &&
      (pool.getAutoPad() == "NOTSET" || pool.getAutoPad() == "VALID") &&
      !pool.getCeilMode();
  return (unpadded || !pool.getCountIncludePad()) &&
         !allAre(pool.getStrides(), 1);
}
bool takesMeans(GlobalAveragePoolOp) { return true; }

template <typename Pool> struct Exchange : OpRewritePattern<Pool> {
  using OpRewritePattern<Pool>::OpRewritePattern;
  LogicalResult matchAndRewrite(Pool pool,
                                PatternRewriter &rewriter) const override {
    auto conv = pool.getX().template getDefiningOp<ConvOp>();
    if (!conv || !conv->hasOneUse() || !isPointwise(conv) || !takesMeans(pool))
      return failure();
    auto x = rankedType(conv.getX()), y = rankedType(pool.getY());
    if (!y || y.getRank() != x.getRank())
      return failure();
    SmallVector<int64_t> shape(y.getShape());
    shape[1] = x.getDimSize(1);
    Operation *means = rewriter.clone(*pool);
    means->setOperand(0, conv.getX());
    means->getResult(0).setType(y.clone(shape));
    Operation *product = rewriter.clone(*conv);
    product->setOperand(0, means->getResult(0));
    product->getResult(0).setType(y);
    rewriter.replaceOp(pool, product->getResults());
    rewriter.eraseOp(conv);
    return success();
  }
};

struct PoolBeforeConv : impl::PoolBeforeConvBase<PoolBeforeConv> {
  void runOnOperation() override {
    RewritePatternSet patterns(&getContext());
    patterns.add<Exchange<AveragePoolOp>, Exchange<GlobalAveragePoolOp>>(
        &getContext());
    rewriteGreedily(getOperation(), std::move(patterns));
  }
};
} // namespace
} // namespace cameo
