// SPDX-License-Identifier: Apache-2.0
// Branches of different ranks. Exporters guard a Squeeze by "if the size is 1",
// and what follows is only valid for one of the two: the other branch is then
// an error of the run in any case, and Squeeze itself tells it. Where what
// follows broadcasts, the value of lower rank gets dimensions of 1 in front.
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

/// Whether dimensions of 1 in front of `v`, up to `rank` dimensions, change
/// nothing: it only meets operands of as many dimensions, or lends its type.
static bool ranksDoNotMatter(Value v, int64_t rank) {
  return llvm::all_of(v.getUses(), [&](OpOperand &use) {
    Operation *user = use.getOwner();
    if (isa<CastLikeOp>(user) && use.getOperandNumber() == 1)
      return true;
    return isElementwiseBinary(user) &&
           llvm::all_of(user->getOperands(),
                        [&](Value other) {
                          auto type =
                              dyn_cast<RankedTensorType>(other.getType());
                          return other == v || (type && type.getRank() >= rank);
                        }) &&
           llvm::any_of(user->getOperands(),
                        [&](Value other) { return other != v; });
  });
}

/// Gives the branches of an If the same rank where that does not matter.
static bool levelRanks(IfOp op) {
  bool changed = false;
  for (auto [i, result] : llvm::enumerate(op.getOutputs())) {
    if (isa<RankedTensorType>(result.getType()))
      continue;
    int64_t most = 0;
    SmallVector<OpOperand *> yielded;
    for (Region *branch : {&op.getThenBranch(), &op.getElseBranch()}) {
      OpOperand &operand = branch->front().getTerminator()->getOpOperand(i);
      auto type = dyn_cast<RankedTensorType>(operand.get().getType());
      if (!type)
        break;
      most = std::max(most, type.getRank());
      yielded.push_back(&operand);
    }
    if (yielded.size() != 2 || !ranksDoNotMatter(result, most))
      continue;
    for (OpOperand *operand : yielded) {
      Value v = operand->get();
      auto type = cast<RankedTensorType>(v.getType());
      int64_t missing = most - type.getRank();
      if (missing == 0)
        continue;
      OpBuilder b(operand->getOwner());
      SmallVector<int64_t> shape(missing, 1);
      Value axes = makeInts(b, op.getLoc(),
                            llvm::to_vector(llvm::seq<int64_t>(missing)));
      llvm::append_range(shape, type.getShape());
      operand->set(UnsqueezeOp::create(
          b, op.getLoc(), RankedTensorType::get(shape, type.getElementType()),
          v, axes));
      changed = true;
    }
  }
  return changed;
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
  if (resolved) {
    inlineBranch(resolved, true);
    return true;
  }
  bool changed = false;
  func.walk([&](IfOp op) { changed |= levelRanks(op); });
  return changed;
}
