// SPDX-License-Identifier: Apache-2.0
// The pass onnx-canonicalize: one form for graphs that mean the same, and less
// of it.
#include "compiler/Graph/Canonicalize.h"
#include "compiler/Graph/Passes.h"
#include "mlir/Transforms/GreedyPatternRewriteDriver.h"

using namespace mlir;

namespace cameo {
#define GEN_PASS_DEF_CANONICALIZEONNX
#include "compiler/Graph/Passes.h.inc"

namespace {
struct CanonicalizeONNX : impl::CanonicalizeONNXBase<CanonicalizeONNX> {
  LogicalResult initialize(MLIRContext *context) override {
    RewritePatternSet set(context);
    populateIdentityPatterns(set);
    populateReshapePatterns(set);
    populateTransposePatterns(set);
    populateSequencePatterns(set);
    patterns = std::move(set);
    return success();
  }

  void runOnOperation() override {
    // Each round may make more known to the next; a handful is what real models
    // take.
    constexpr int maxRounds = 16;
    for (auto func : getOperation().getOps<func::FuncOp>()) {
      if (func.isExternal())
        continue;
      bool changed = true;
      for (int round = 0; changed && round < maxRounds; ++round) {
        onnx::ShapeInferrer shapes(func);
        if (failed(shapes.run()))
          return signalPassFailure();
        changed = simplifyByShapes(func, shapes);
        if (!changed)
          changed = resolveRanks(func, shapes);
        bool rewritten = false;
        GreedyRewriteConfig config;
        config.setRegionSimplificationLevel(
            GreedySimplifyRegionLevel::Disabled);
        if (failed(applyPatternsGreedily(func, patterns, config, &rewritten)))
          rewritten = false; // Did not converge: what it reached is valid.
        changed |= rewritten;
      }
      // Rewrites may know other types than the results had.
      onnx::ShapeInferrer shapes(func);
      if (failed(shapes.run()))
        return signalPassFailure();
      Operation *terminator = func.getBody().front().getTerminator();
      func.setFunctionType(FunctionType::get(&getContext(),
                                             func.getBody().getArgumentTypes(),
                                             terminator->getOperandTypes()));
    }
  }

  FrozenRewritePatternSet patterns;
};
} // namespace
} // namespace cameo
