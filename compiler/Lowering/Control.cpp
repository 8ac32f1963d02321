// SPDX-License-Identifier: Apache-2.0
// Lowerings of If, Loop and Scan to scf on tensors. A loop whose trip count is
// known before it starts becomes scf.for, others scf.while. Scan outputs are
// written in place into a buffer that the loop carries; where its size is not
// known before, the slices are collected first.
#include "compiler/Lowering/Control.h"
#include "compiler/Lowering/Compute.h"
#include "compiler/Lowering/ScanOutput.h"
#include "compiler/Lowering/Values.h"
#include "dialects/ONNX/Control.h"
#include "dialects/ONNX/Tensor.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

LoweredValues cameo::lowerSubgraph(Lowerer &l, Region &region,
                                   ValueRange arguments) {
  Location loc = l.loc;
  Operation *op = l.op;
  LoweredValues values = l.lowerBlock(region.front(), arguments);
  l.loc = loc;
  l.op = op;
  return values;
}

namespace {
/// A scalar as a tensor of `type`, which has one element.
Value asTensor(Lowerer &l, Scalar v, Type type) {
  auto tensor = cast<RankedTensorType>(type);
  SmallVector<int64_t> ones(tensor.getRank(), 1);
  Value result = tensor::FromElementsOp::create(
      l.b, l.loc, RankedTensorType::get(ones, tensor.getElementType()),
      Value(v));
  return result.getType() == type
             ? result
             : tensor::CastOp::create(l.b, l.loc, type, result).getResult();
}

//===-- If ----------------------------------------------------------------===//

LoweredValues lowerIf(onnx::IfOp op, Lowerer &l) {
  SmallVector<Type> types;
  for (Value v : op.getOutputs())
    types.push_back(Lowerer::convert(v.getType()));
  Scalars s(l.b, l.loc);
  Scalar condition = s(theElement(l, l(op.getCond()))).isTrue();
  auto branch =
      scf::IfOp::create(l.b, l.loc, types, condition, /*withElseRegion=*/true);
  auto fill = [&](Block *block, Region &region) -> LogicalResult {
    OpBuilder::InsertionGuard guard(l.b);
    l.b.setInsertionPointToEnd(block);
    LoweredValues values = lowerSubgraph(l, region, {});
    if (failed(values))
      return failure();
    for (auto [v, from, to] : llvm::zip_equal(
             *values, region.front().getTerminator()->getOperandTypes(),
             op.getResultTypes())) {
      v = converted(l, v, from, to);
      if (!v)
        return failure();
    }
    scf::YieldOp::create(l.b, l.loc, *values);
    return success();
  };
  // Without results the builder has put the terminators in already.
  for (Block *block : {branch.thenBlock(), branch.elseBlock()})
    if (!block->empty())
      block->clear();
  if (failed(fill(branch.thenBlock(), op.getThenBranch())) ||
      failed(fill(branch.elseBlock(), op.getElseBranch())))
    return failure();
  return SmallVector<Value>(branch.getResults());
}

//===-- Loop --------------------------------------------------------------===//

/// Whether an onnx truth value is always true, `assumed` being so.
bool alwaysTrue(Value v, Value assumed) {
  while (auto identity = v.getDefiningOp<IdentityOp>())
    v = identity.getInput();
  if (v == assumed)
    return true;
  auto n = constantInts(v);
  return n && n->size() == 1 && n->front() != 0;
}

LoweredValues lowerLoop(LoopOp op, Lowerer &l) {
  Block &body = op.getBody().front();
  size_t states = op.getVInitial().size();
  auto yields = body.getTerminator()->getOperands();
  auto results = op.getVFinalAndScanOutputs();
  assert(body.getNumArguments() == states + 2 &&
         yields.size() == results.size() + 1 && results.size() >= states &&
         "the shape rule compares the body's values with the loop's");
  Value m = l(op.getM()), cond = l(op.getCond());
  bool counted = m && (!cond || alwaysTrue(op.getCond(), Value())) &&
                 alwaysTrue(yields[0], body.getArgument(1));
  Scalars s(l.b, l.loc);
  Value zero = s.index(0), one = s.index(1);
  Value limit =
      m ? Value(s(theElement(l, m)).to(s.b.getI64Type()).max(0.0).toIndex())
        : Value();
  OpFoldResult trips;
  if (counted) {
    trips = limit;
    if (auto n = constantInts(op.getM()); n && n->size() == 1)
      trips = size(l, std::max<int64_t>(n->front(), 0));
  }
  auto outputs = scanOutputs(op, l, results.drop_front(states), std::nullopt,
                             std::nullopt, trips);
  if (failed(outputs))
    return failure();

  SmallVector<Value> carried;
  SmallVector<Type> types;
  for (auto [v, arg] :
       llvm::zip_equal(op.getVInitial(), body.getArguments().drop_front(2))) {
    types.push_back(arg.getType());
    carried.push_back(converted(l, l(v), v.getType(), arg.getType()));
    if (!carried.back())
      return failure();
  }
  for (ScanOutput &o : *outputs)
    o.initial(l, carried);

  // Lowers the body where l.b stands; the truth of its condition, then the next
  // values.
  auto iteration = [&](Value i, Scalar going, ValueRange now) -> LoweredValues {
    Scalars s(l.b, l.loc);
    SmallVector<Value> arguments = {
        asTensor(l, s(i).to(l.b.getI64Type()),
                 Lowerer::convert(body.getArgument(0).getType())),
        asTensor(l, s(going).to(l.b.getI8Type()),
                 Lowerer::convert(body.getArgument(1).getType()))};
    llvm::append_range(arguments, now.take_front(states));
    l.setIteration(&body, i);
    LoweredValues values = lowerSubgraph(l, op.getBody(), arguments);
    if (failed(values))
      return failure();
    SmallVector<Value> next = {
        Value(s(theElement(l, values->front())).isTrue())};
    for (size_t k = 0; k < states; ++k) {
      next.push_back(
          converted(l, (*values)[k + 1], yields[k + 1].getType(), types[k]));
      if (!next.back())
        return failure();
    }
    appendAll(l, *outputs, ArrayRef(*values).drop_front(1 + states),
              now.drop_front(states), i, Value(), next);
    return next;
  };
  auto finish = [&](ValueRange last, Value count) -> LoweredValues {
    SmallVector<Value> final;
    for (size_t k = 0; k < states; ++k)
      final.push_back(converted(l, last[k], types[k], results[k].getType()));
    finishAll(l, *outputs, last.drop_front(states), count, final);
    return final;
  };

  if (counted) {
    auto loop =
        scf::ForOp::create(l.b, l.loc, zero, toValue(l, trips), one, carried);
    {
      OpBuilder::InsertionGuard guard(l.b);
      loop.getBody()->clear();
      l.b.setInsertionPointToEnd(loop.getBody());
      LoweredValues next =
          iteration(loop.getInductionVar(), Scalars(l.b, l.loc).boolean(true),
                    loop.getRegionIterArgs());
      if (failed(next))
        return failure();
      scf::YieldOp::create(l.b, l.loc, ArrayRef(*next).drop_front());
    }
    return finish(loop.getResults(), limit);
  }

  Value going =
      cond ? Value(s(theElement(l, cond)).isTrue()) : Value(s.boolean(true));
  SmallVector<Value> init = {zero, going};
  llvm::append_range(init, carried);
  SmallVector<Type> initTypes(ValueRange(init).getTypes());
  SmallVector<Location> locs(init.size(), l.loc);
  auto loop = scf::WhileOp::create(l.b, l.loc, initTypes, init);
  {
    OpBuilder::InsertionGuard guard(l.b);
    Block *before = l.b.createBlock(&loop.getBefore(), {}, initTypes, locs);
    Scalars inner(l.b, l.loc);
    Scalar go = inner(before->getArgument(1));
    if (limit)
      go = go & (inner(before->getArgument(0)) < inner(limit));
    scf::ConditionOp::create(l.b, l.loc, go, before->getArguments());
    Block *after = l.b.createBlock(&loop.getAfter(), {}, initTypes, locs);
    Value i = after->getArgument(0);
    LoweredValues next = iteration(i, Scalar(inner, after->getArgument(1)),
                                   after->getArguments().drop_front(2));
    if (failed(next))
      return failure();
    Scalars end(l.b, l.loc);
    next->insert(next->begin(), Value(end(i) + end.index(1)));
    scf::YieldOp::create(l.b, l.loc, *next);
  }
  return finish(loop.getResults().drop_front(2), loop.getResult(0));
}

//===-- Scan --------------------------------------------------------------===//

LoweredValues lowerScan(ScanOp op, Lowerer &l) {
  Block &body = op.getBody().front();
  ValueRange operands = op.getInitialStateAndScanInputs();
  auto results = op.getFinalStateAndScanOutputs();
  auto yields = body.getTerminator()->getOperands();
  assert(op.getNumScanInputs() <= int64_t(operands.size()) &&
         "the shape rule lets no other number pass");
  size_t states = operands.size() - op.getNumScanInputs();
  assert(body.getNumArguments() == operands.size() &&
         yields.size() == results.size() && results.size() >= states &&
         "the shape rule compares the body's values with the scan's");
  SmallVector<Value> inputs;
  SmallVector<int64_t> axes;
  OpFoldResult trips;
  for (auto [i, v] : llvm::enumerate(operands.drop_front(states))) {
    inputs.push_back(l(v));
    auto type = cast<RankedTensorType>(inputs.back().getType());
    axes.push_back(axisOf(entry(op.getScanInputAxes(), i), type.getRank()));
    OpFoldResult n = dim(l, inputs.back(), axes.back());
    if (i == 0)
      trips = n;
    else
      checkSame(l, trips, n, "scan inputs differ in length");
  }
  auto outputs =
      scanOutputs(op, l, results.drop_front(states), op.getScanOutputAxes(),
                  op.getScanOutputDirections(), trips);
  if (failed(outputs))
    return failure();
  SmallVector<Value> carried;
  SmallVector<Type> types;
  for (auto [v, arg] :
       llvm::zip(operands.take_front(states), body.getArguments())) {
    types.push_back(arg.getType());
    carried.push_back(converted(l, l(v), v.getType(), arg.getType()));
    if (!carried.back())
      return failure();
  }
  for (ScanOutput &o : *outputs)
    o.initial(l, carried);

  Value zero = toValue(l, size(l, 0)), one = toValue(l, size(l, 1)),
        count = toValue(l, trips);
  auto loop = scf::ForOp::create(l.b, l.loc, zero, count, one, carried);
  {
    OpBuilder::InsertionGuard guard(l.b);
    loop.getBody()->clear();
    l.b.setInsertionPointToEnd(loop.getBody());
    Scalars s(l.b, l.loc);
    Value forward = loop.getInductionVar(),
          backward = s(count) - s(one) - s(forward);
    ValueRange now = loop.getRegionIterArgs();
    SmallVector<Value> arguments(now.take_front(states));
    for (auto [i, v] : llvm::enumerate(inputs)) {
      Value at = entry(op.getScanInputDirections(), i) ? backward : forward;
      Value slice =
          squeeze(l, sliceAxis(l, v, axes[i], at, size(l, 1)), {axes[i]});
      arguments.push_back(converted(l, slice, slice.getType(),
                                    body.getArgument(states + i).getType()));
      if (!arguments.back())
        return failure();
    }
    l.setIteration(&body, forward);
    LoweredValues values = lowerSubgraph(l, op.getBody(), arguments);
    if (failed(values))
      return failure();
    SmallVector<Value> next;
    for (size_t k = 0; k < states; ++k) {
      next.push_back(converted(l, (*values)[k], yields[k].getType(), types[k]));
      if (!next.back())
        return failure();
    }
    appendAll(l, *outputs, ArrayRef(*values).drop_front(states),
              now.drop_front(states), forward, count, next);
    scf::YieldOp::create(l.b, l.loc, next);
  }
  SmallVector<Value> final(loop.getResults().take_front(states));
  finishAll(l, *outputs, loop.getResults().drop_front(states), count, final);
  return final;
}
} // namespace

void cameo::registerControlLowerings(LoweringRegistry &r) {
  registerControlValueLowerings(r);
  r.add<onnx::IfOp>(lowerIf);
  r.add<LoopOp>(lowerLoop);
  r.add<ScanOp>(lowerScan);
}
