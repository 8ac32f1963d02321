// SPDX-License-Identifier: Apache-2.0
// Shape rules of the onnx dialect's Control operators: what is known at the
// meeting of branches and across iterations.
#include "dialects/ONNX/Control.h"
#include "dialects/ONNX/ShapeRules.h"

using namespace mlir;
using namespace cameo::onnx;
using namespace cameo::onnx::rules;

LogicalResult NoneOp::inferShapes(ShapeInferrer &) { return success(); }
LogicalResult YieldOp::inferShapes(ShapeInferrer &) { return success(); }

/// What a subgraph yields; an error unless there are `count` values.
static FailureOr<ValueRange> yielded(Operation *op, Region &region,
                                     size_t count) {
  auto yield = region.hasOneBlock()
                   ? dyn_cast_if_present<YieldOp>(region.front().empty()
                                                      ? nullptr
                                                      : &region.front().back())
                   : YieldOp();
  if (!yield)
    return op->emitOpError("subgraph has no outputs");
  if (yield.getValues().size() != count)
    return op->emitOpError() << "subgraph has " << yield.getValues().size()
                             << " outputs, expected " << count;
  return ValueRange(yield.getValues());
}

LogicalResult IfOp::inferShapes(ShapeInferrer &shapes) {
  FailureOr<ValueRange> thenValues =
                            yielded(*this, getThenBranch(), getNumResults()),
                        elseValues = failure();
  if (failed(thenValues) ||
      failed(elseValues = yielded(*this, getElseBranch(), getNumResults())))
    return failure();
  // The branch that is never taken may be ill-typed: exporters test for what
  // would fail in it.
  std::optional<SmallVector<int64_t>> cond = shapes.constantInts(getCond());
  if (cond && cond->size() == 1) {
    bool taken = (*cond)[0] != 0;
    if (failed(shapes.runRegion(taken ? getThenBranch() : getElseBranch())))
      return failure();
    for (auto [result, value] :
         llvm::zip_equal(getOutputs(), taken ? *thenValues : *elseValues))
      if (failed(shapes.copy(result, value)))
        return failure();
    return success();
  }
  if (failed(shapes.runRegion(getThenBranch())) ||
      failed(shapes.runRegion(getElseBranch())))
    return failure();
  for (auto [result, a, b] :
       llvm::zip_equal(getOutputs(), *thenValues, *elseValues))
    if (failed(shapes.join(result, a, b)))
      return failure();
  return success();
}

/// States a carried value's block argument with its initial value. A loop's body
/// takes two rounds or more, so one within n others is looked at 2^n times if
/// each time starts anew; deep inside, an argument keeps what earlier rounds made
/// of it. That only widens, and so ends soon.
static LogicalResult enter(ShapeInferrer &shapes, Operation *loop,
                           Value argument, Value initial) {
  constexpr int mostAnew = 4;
  int loopsAround = 0;
  for (Operation *op = loop->getParentOp(); op; op = op->getParentOp())
    loopsAround += isa<LoopOp, ScanOp>(op);
  return loopsAround > mostAnew ? shapes.join(argument, argument, initial)
                                : shapes.copy(argument, initial);
}

LogicalResult LoopOp::inferShapes(ShapeInferrer &shapes) {
  size_t carried = getVInitial().size();
  if (getBody().empty() || getBody().getNumArguments() != carried + 2)
    return emitOpError() << "the body must have " << carried + 2 << " inputs";
  if (getNumResults() < carried)
    return emitOpError() << "has fewer results than the " << carried
                         << " carried values";
  size_t scans = getNumResults() - carried;
  FailureOr<ValueRange> next = yielded(*this, getBody(), 1 + carried + scans);
  if (failed(next))
    return failure();
  Block::BlockArgListType arguments = getBody().getArguments();
  Type i1 = IntegerType::get(getContext(), 1);
  if (failed(
          shapes.set(arguments[0], IntegerType::get(getContext(), 64), {})) ||
      failed(shapes.set(arguments[1], i1, {})))
    return failure();
  // The condition is true whenever the body runs.
  shapes.setContents(arguments[1], {1});
  for (auto [argument, value] :
       llvm::zip_equal(arguments.drop_front(2), getVInitial()))
    if (failed(enter(shapes, *this, argument, value)))
      return failure();
  SmallVector<Value> loopArguments(arguments.drop_front(2)),
      loopNext(next->drop_front().take_front(carried));
  if (failed(shapes.inferLoop(getBody(), loopArguments, loopNext)))
    return failure();
  ResultRange results = getVFinalAndScanOutputs();
  for (size_t i = 0; i < carried; ++i)
    if (failed(shapes.join(results[i], getVInitial()[i], (*next)[1 + i])))
      return failure();
  // The trip count, if nothing but M ends the loop.
  std::optional<Dims> goOn = shapes.contents((*next)[0]), limit;
  bool startsTrue = !ShapeInferrer::present(getCond());
  if (!startsTrue)
    if (std::optional<SmallVector<int64_t>> cond =
            shapes.constantInts(getCond()))
      startsTrue = cond->size() == 1 && (*cond)[0] == 1;
  if (ShapeInferrer::present(getM()))
    limit = shapes.contents(getM());
  bool counted = startsTrue && goOn && goOn->size() == 1 && (*goOn)[0].is(1) &&
                 limit && limit->size() == 1;
  for (size_t i = 0; i < scans; ++i) {
    Value result = results[carried + i], value = (*next)[1 + carried + i];
    if (!shapes.ranked(value)) {
      if (failed(shapes.setUnranked(result, shapes.elementType(value))))
        return failure();
      continue;
    }
    Dims dims = shapes.shape(value);
    // One symbol for all scan outputs.
    dims.insert(dims.begin(), counted ? DimExpr::max(0, (*limit)[0])
                                      : shapes.fresh(results[carried], 0));
    if (failed(shapes.set(result, shapes.elementType(value), dims)))
      return failure();
  }
  return success();
}

LogicalResult ScanOp::inferShapes(ShapeInferrer &shapes) {
  size_t operands = getInitialStateAndScanInputs().size(),
         inputs = getNumScanInputs();
  if (inputs > operands)
    return emitOpError() << "num_scan_inputs is " << inputs << " but there are "
                         << operands << " operands";
  size_t states = operands - inputs;
  if (getBody().empty() || getBody().getNumArguments() != operands)
    return emitOpError() << "the body must have " << operands << " inputs";
  if (getNumResults() < states)
    return emitOpError() << "has fewer results than the " << states
                         << " states";
  size_t outputs = getNumResults() - states;
  FailureOr<ValueRange> next = yielded(*this, getBody(), getNumResults());
  if (failed(next))
    return failure();
  if ((getScanInputAxes() && getScanInputAxes()->size() != inputs) ||
      (getScanInputDirections() &&
       getScanInputDirections()->size() != inputs) ||
      (getScanOutputAxes() && getScanOutputAxes()->size() != outputs) ||
      (getScanOutputDirections() &&
       getScanOutputDirections()->size() != outputs))
    return emitOpError(
        "axes and directions do not match the scan inputs and outputs");
  Block::BlockArgListType arguments = getBody().getArguments();
  ResultRange results = getFinalStateAndScanOutputs();
  for (size_t i = 0; i < states; ++i)
    if (failed(enter(shapes, *this, arguments[i],
                     getInitialStateAndScanInputs()[i])))
      return failure();
  std::optional<DimExpr> length;
  for (size_t i = 0; i < inputs; ++i) {
    Value operand = getInitialStateAndScanInputs()[states + i],
          slice = arguments[states + i];
    if (!shapes.ranked(operand)) {
      if (failed(shapes.setUnranked(slice, shapes.elementType(operand))))
        return failure();
      continue;
    }
    Dims dims = shapes.shape(operand);
    FailureOr<int64_t> axis = ShapeInferrer::axis(
        *this, getScanInputAxes() ? (*getScanInputAxes())[i] : 0, dims.size());
    if (failed(axis))
      return failure();
    FailureOr<DimExpr> size = unify(*this, length.value_or(dims[*axis]),
                                    dims[*axis], "lengths of the scan inputs");
    if (failed(size))
      return failure();
    length = *size;
    dims.erase(dims.begin() + *axis);
    if (failed(shapes.set(slice, shapes.elementType(operand), dims)))
      return failure();
  }
  SmallVector<Value> loopArguments(arguments.take_front(states)),
      loopNext(next->take_front(states));
  if (failed(shapes.inferLoop(getBody(), loopArguments, loopNext)))
    return failure();
  for (size_t i = 0; i < states; ++i)
    if (failed(shapes.join(results[i], getInitialStateAndScanInputs()[i],
                           (*next)[i])))
      return failure();
  for (size_t i = 0; i < outputs; ++i) {
    Value result = results[states + i], value = (*next)[states + i];
    if (!shapes.ranked(value)) {
      if (failed(shapes.setUnranked(result, shapes.elementType(value))))
        return failure();
      continue;
    }
    Dims dims = shapes.shape(value);
    FailureOr<int64_t> axis = ShapeInferrer::axis(
        *this, getScanOutputAxes() ? (*getScanOutputAxes())[i] : 0,
        dims.size() + 1);
    if (failed(axis))
      return failure();
    dims.insert(dims.begin() + *axis,
                length.value_or(shapes.fresh(results[states], 0)));
    if (failed(shapes.set(result, shapes.elementType(value), dims)))
      return failure();
  }
  return success();
}

LogicalResult SequenceMapOp::inferShapes(ShapeInferrer &shapes) {
  size_t operands = 1 + getAdditionalInputs().size();
  if (getBody().empty() || getBody().getNumArguments() != operands)
    return emitOpError() << "the body must have " << operands << " inputs";
  FailureOr<ValueRange> results = yielded(*this, getBody(), getNumResults());
  if (failed(results))
    return failure();
  for (auto [argument, operand] :
       llvm::zip_equal(getBody().getArguments(), getOperands())) {
    auto sequence = dyn_cast<SeqType>(operand.getType());
    if (failed(sequence ? shapes.setType(argument, sequence.getElementType())
                        : shapes.copy(argument, operand)))
      return failure();
  }
  if (failed(shapes.runRegion(getBody())))
    return failure();
  for (auto [result, value] : llvm::zip_equal(getOutSequence(), *results))
    if (failed(shapes.setType(result,
                              SeqType::get(getContext(), value.getType()))))
      return failure();
  return success();
}

//===-- Optionals ---------------------------------------------------------===//

LogicalResult OptionalOp::inferShapes(ShapeInferrer &shapes) {
  if (ShapeInferrer::present(getInput()))
    return shapes.setType(getOutput(),
                          OptType::get(getContext(), getInput().getType()));
  if (!getType())
    return emitOpError("needs an operand or a type");
  Type type = *getType();
  return shapes.setType(getOutput(), isa<OptType>(type)
                                         ? type
                                         : OptType::get(getContext(), type));
}

LogicalResult OptionalGetElementOp::inferShapes(ShapeInferrer &shapes) {
  if (auto optional = dyn_cast<OptType>(getInput().getType()))
    return shapes.setType(getOutput(), optional.getElementType());
  return shapes.copy(getOutput(), getInput());
}

LogicalResult OptionalHasElementOp::inferShapes(ShapeInferrer &shapes) {
  if (failed(shapes.set(getOutput(), IntegerType::get(getContext(), 1), {})))
    return failure();
  // Known unless it is an optional.
  if (!isa<OptType, UnknownType>(getInput().getType()))
    shapes.setContents(getOutput(), {ShapeInferrer::present(getInput())});
  return success();
}
