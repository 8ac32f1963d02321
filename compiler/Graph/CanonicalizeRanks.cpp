// SPDX-License-Identifier: Apache-2.0
// Branches of different ranks: exporters guard a Squeeze by "if the size is 1",
// and what follows is only valid for one of the two. The other branch is then
// an error of the run in any case, and Squeeze itself tells it.
#include "compiler/Graph/Canonicalize.h"
#include "compiler/Graph/Rewrite.h"
#include "dialects/ONNX/Control.h"
#include "dialects/ONNX/Math.h"
#include "dialects/ONNX/Tensor.h"
#include "mlir/IR/IRMapping.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

/// Whether the condition says that the sizes that `squeeze` removes are 1.
static bool guards(Value cond, SqueezeOp squeeze, const ShapeInferrer &shapes) {
  auto equal = cond.getDefiningOp<EqualOp>();
  std::optional<SmallVector<int64_t>> axes = intsOf(squeeze.getAxes());
  std::optional<int64_t> rank = shapes.rank(squeeze.getData());
  if (!equal || !axes || axes->size() != 1 || !rank)
    return false;
  int64_t axis = axes->front() < 0 ? axes->front() + *rank : axes->front();
  if (axis < 0 || axis >= *rank)
    return false;
  std::optional<Dims> a = shapes.contents(equal.getA()),
                      b = shapes.contents(equal.getB());
  DimExpr size = shapes.dim(squeeze.getData(), axis);
  auto isPair = [&](const std::optional<Dims> &x,
                    const std::optional<Dims> &y) {
    return x && y && x->size() == 1 && y->size() == 1 && (*x)[0] == size &&
           (*y)[0].is(1);
  };
  return isPair(a, b) || isPair(b, a);
}

/// Whether the function is well-typed if `branch` takes its else branch.
static bool elseIsValid(func::FuncOp func, IfOp branch) {
  IRMapping map;
  OwningOpRef<func::FuncOp> copy = cast<func::FuncOp>(func->clone(map));
  inlineBranch(cast<IfOp>(map.lookup(branch.getOperation())), false);
  ScopedDiagnosticHandler silence(func.getContext(),
                                  [](Diagnostic &) { return success(); });
  ShapeInferrer shapes(*copy);
  return succeeded(shapes.run());
}

bool cameo::resolveRanks(func::FuncOp func, const ShapeInferrer &shapes) {
  IfOp resolved;
  func.walk([&](IfOp op) {
    if (op->getNumResults() != 1 || rankedType(op.getOutputs()[0]))
      return WalkResult::advance();
    Block &thenBlock = op.getThenBranch().front();
    auto squeeze =
        thenBlock.getTerminator()->getOperand(0).getDefiningOp<SqueezeOp>();
    Value other = op.getElseBranch().front().getTerminator()->getOperand(0);
    if (!squeeze || squeeze->getBlock() != &thenBlock ||
        squeeze.getData() != other || !guards(op.getCond(), squeeze, shapes) ||
        elseIsValid(func, op))
      return WalkResult::advance();
    resolved = op;
    return WalkResult::interrupt();
  });
  if (resolved)
    inlineBranch(resolved, true);
  return static_cast<bool>(resolved);
}
