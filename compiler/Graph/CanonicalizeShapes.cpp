// SPDX-License-Identifier: Apache-2.0
// Simplifications that rest on symbolic shapes and on the elements of small
// integer tensors.
#include "compiler/Graph/Canonicalize.h"
#include "compiler/Graph/Rewrite.h"
#include "dialects/ONNX/Control.h"
#include "dialects/ONNX/Image.h"
#include "dialects/ONNX/Tensor.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

/// A constant of that type, if all elements are known.
static ElementsAttr knownElements(Value v, const ShapeInferrer &shapes) {
  auto type = rankedType(v);
  if (!type || !type.hasStaticShape() || type.getRank() > 1)
    return nullptr;
  std::optional<SmallVector<int64_t>> numbers = shapes.constantInts(v);
  if (!numbers ||
      static_cast<int64_t>(numbers->size()) != type.getNumElements())
    return nullptr;
  Type element = type.getElementType();
  SmallVector<Attribute> values;
  for (int64_t number : *numbers) {
    if (auto integer = dyn_cast<IntegerType>(element)) {
      // ui64 beyond int64 is not tracked.
      values.push_back(IntegerAttr::get(
          element, APInt(integer.getWidth(), number, !integer.isUnsigned(),
                         /*implicitTrunc=*/true)));
    } else if (isa<Float32Type, Float64Type>(element)) {
      values.push_back(FloatAttr::get(element, static_cast<double>(number)));
    } else {
      return nullptr;
    }
  }
  return DenseElementsAttr::get(type, values);
}

/// The operand that the operator returns unchanged, if it does.
static Value unchanged(Operation *op, const ShapeInferrer &shapes) {
  if (op->getNumResults() != 1 || op->getNumOperands() == 0)
    return nullptr;
  Value from = op->getOperand(0), to = op->getResult(0);
  if (!isa<ReshapeOp, ExpandOp, FlattenOp, SqueezeOp, UnsqueezeOp, SliceOp,
           PadOp, TileOp, ConcatOp, ResizeOp>(op))
    return nullptr;
  if (!rankedType(from) || !rankedType(to) ||
      shapes.shape(from) != shapes.shape(to) ||
      getElementTypeOrSelf(from) != getElementTypeOrSelf(to))
    return nullptr;
  auto all = [&](Value v, int64_t number) {
    std::optional<SmallVector<int64_t>> numbers = shapes.constantInts(v);
    return numbers &&
           llvm::all_of(*numbers, [&](int64_t i) { return i == number; });
  };
  // Of the ones that might move elements even so.
  if (auto slice = dyn_cast<SliceOp>(op))
    return !ShapeInferrer::present(slice.getSteps()) || all(slice.getSteps(), 1)
               ? from
               : nullptr;
  if (auto pad = dyn_cast<PadOp>(op))
    return all(pad.getPads(), 0) ? from : nullptr;
  if (auto concat = dyn_cast<ConcatOp>(op))
    return concat.getInputs().size() == 1 ? from : nullptr;
  if (auto resize = dyn_cast<ResizeOp>(op))
    return resize.getCoordinateTransformationMode() == "tf_crop_and_resize"
               ? nullptr
               : from;
  return from;
}

/// A constant for the shape of a Reshape whose dimensions are sizes of the
/// operand, numbers, and at most one other: `0` takes over, `-1` is what is
/// left.
static std::optional<SmallVector<int64_t>>
constantTarget(ReshapeOp op, const ShapeInferrer &shapes) {
  if (!rankedType(op.getData()) || !rankedType(op.getReshaped()) ||
      ShapeInferrer::constant(op.getShape()))
    return std::nullopt;
  Dims from = shapes.shape(op.getData()), to = shapes.shape(op.getReshaped());
  SmallVector<int64_t> target;
  bool hasRest = false;
  for (auto [i, size] : llvm::enumerate(to)) {
    if (size.isConstant()) {
      // A zero must not be read as "take over"; and it makes -1 ambiguous.
      if (size.is(0))
        return std::nullopt;
      target.push_back(*size.constant());
    } else if (i < from.size() && size == from[i]) {
      target.push_back(0);
    } else if (!hasRest) {
      hasRest = true;
      target.push_back(-1);
    } else {
      return std::nullopt;
    }
  }
  return target;
}

void cameo::inlineBranch(IfOp op, bool taken) {
  Block &block = (taken ? op.getThenBranch() : op.getElseBranch()).front();
  SmallVector<Value> results(block.getTerminator()->getOperands());
  block.getTerminator()->erase();
  op->getBlock()->getOperations().splice(op->getIterator(),
                                         block.getOperations());
  op->replaceAllUsesWith(results);
  op->erase();
}

bool cameo::simplifyByShapes(func::FuncOp func, const ShapeInferrer &shapes) {
  // First decide, then change: the inferrer knows values by their address.
  SmallVector<std::pair<Value, ElementsAttr>> constants;
  SmallVector<std::pair<Value, Value>> copies;
  SmallVector<std::pair<ReshapeOp, SmallVector<int64_t>>> targets;
  SmallVector<std::pair<IfOp, bool>> branches;
  func.walk([&](Operation *op) {
    if (!isa_and_nonnull<ONNXDialect>(op->getDialect()) ||
        isa<ConstantOp, NoneOp>(op))
      return;
    if (auto branch = dyn_cast<IfOp>(op)) {
      std::optional<SmallVector<int64_t>> cond =
          shapes.constantInts(branch.getCond());
      if (cond && cond->size() == 1)
        branches.push_back({branch, (*cond)[0] != 0});
      return;
    }
    if (op->getNumRegions() || !isMemoryEffectFree(op))
      return;
    for (Value result : op->getResults())
      if (!result.use_empty())
        if (ElementsAttr elements = knownElements(result, shapes)) {
          constants.push_back({result, elements});
          return;
        }
    if (Value same = unchanged(op, shapes))
      copies.push_back({op->getResult(0), same});
    else if (auto reshape = dyn_cast<ReshapeOp>(op))
      if (auto target = constantTarget(reshape, shapes))
        targets.push_back({reshape, std::move(*target)});
  });
  for (auto &[value, elements] : constants) {
    OpBuilder b(value.getDefiningOp());
    value.replaceAllUsesWith(
        ConstantOp::create(b, value.getLoc(), elements.getType(), elements));
  }
  for (auto &[value, same] : copies) {
    // The source may be gone by now: then it was a copy itself, or a constant.
    value.replaceAllUsesWith(value.getDefiningOp()->getOperand(0));
  }
  for (auto &[reshape, target] : targets) {
    OpBuilder b(reshape);
    reshape.getShapeMutable().assign(makeInts(b, reshape.getLoc(), target));
    reshape.setAllowzero(0);
  }
  // Inner ones first, as the walk finds them.
  for (auto &[branch, taken] : branches)
    inlineBranch(branch, taken);
  return !constants.empty() || !copies.empty() || !targets.empty() ||
         !branches.empty();
}
