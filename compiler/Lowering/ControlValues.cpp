// SPDX-License-Identifier: Apache-2.0
// Lowerings of the optionals' operators, and of SequenceMap as a loop over the
// sequence that appends to the results.
#include "compiler/Lowering/Control.h"
#include "compiler/Lowering/Values.h"
#include "dialects/ONNX/Control.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

namespace {
LoweredValues lowerOptional(OptionalOp op, Lowerer &l) {
  if (!ShapeInferrer::present(op.getInput()))
    return one(makeValue(l, ValueKind::Optional, {}));
  Value value = converted(l, l(op.getInput()), op.getInput().getType(),
                          op.getOutput().getType());
  if (!value)
    return failure();
  return one(value);
}

LoweredValues lowerGetElement(OptionalGetElementOp op, Lowerer &l) {
  Value value = l(op.getInput());
  if (!isa<OptType>(op.getInput().getType()))
    return one(value);
  Scalars s(l.b, l.loc);
  check(l, s(countOf(l, value)) > 0, "the optional is empty");
  return one(
      unboxed(l, itemOf(l, value, s.index(0)), op.getOutput().getType()));
}

LoweredValues lowerHasElement(OptionalHasElementOp op, Lowerer &l) {
  Scalars s(l.b, l.loc);
  Value has = s.boolean(ShapeInferrer::present(op.getInput()));
  if (isa<OptType>(op.getInput().getType()))
    has = s(countOf(l, l(op.getInput()))) > 0;
  return one(tensor::FromElementsOp::create(
      l.b, l.loc, RankedTensorType::get({}, l.b.getI8Type()),
      Value(s(has).to(l.b.getI8Type(), /*isUnsigned=*/true))));
}

LoweredValues lowerSequenceMap(SequenceMapOp op, Lowerer &l) {
  Block &body = op.getBody().front();
  auto yields = body.getTerminator()->getOperands();
  assert(body.getNumArguments() == op->getNumOperands() &&
         yields.size() == op->getNumResults() &&
         "the shape rule compares the body's values with the operator's");
  SmallVector<Value> operands = l(op->getOperands());
  SmallVector<bool> isSequence = llvm::map_to_vector(
      op->getOperandTypes(), [](Type t) { return isa<SeqType>(t); });
  Scalars s(l.b, l.loc);
  Value count = countOf(l, operands[0]);
  for (size_t i = 1; i < operands.size(); ++i)
    if (isSequence[i])
      check(l, s(countOf(l, operands[i])).eq(s(count)),
            "the sequences differ in length");
  SmallVector<Value> empty(op->getNumResults());
  for (Value &v : empty)
    v = makeValue(l, ValueKind::Sequence, {});
  Value zero = s.index(0), step = s.index(1);
  auto loop = scf::ForOp::create(l.b, l.loc, zero, count, step, empty);
  OpBuilder::InsertionGuard guard(l.b);
  loop.getBody()->clear();
  l.b.setInsertionPointToEnd(loop.getBody());
  SmallVector<Value> arguments;
  for (auto [i, arg] : llvm::enumerate(body.getArguments())) {
    Value v = operands[i];
    Type type = op->getOperand(i).getType();
    if (isSequence[i]) {
      type = arg.getType();
      v = unboxed(l, itemOf(l, v, loop.getInductionVar()), type);
    }
    arguments.push_back(converted(l, v, type, arg.getType()));
    if (!arguments.back())
      return failure();
  }
  l.setIteration(&body, loop.getInductionVar());
  LoweredValues values = lowerSubgraph(l, op.getBody(), arguments);
  if (failed(values))
    return failure();
  SmallVector<Value> next;
  for (auto [now, v, onnx] :
       llvm::zip_equal(loop.getRegionIterArgs(), *values, yields))
    next.push_back(append(l, now, boxed(l, v, onnx.getType())));
  scf::YieldOp::create(l.b, l.loc, next);
  return SmallVector<Value>(loop.getResults());
}
} // namespace

void cameo::registerControlValueLowerings(LoweringRegistry &r) {
  r.add<OptionalOp>(lowerOptional);
  r.add<OptionalGetElementOp>(lowerGetElement);
  r.add<OptionalHasElementOp>(lowerHasElement);
  r.add<SequenceMapOp>(lowerSequenceMap);
}
