// SPDX-License-Identifier: Apache-2.0
// Lowerings of If, Loop and Scan to scf on tensors. A loop whose trip count is
// known before it starts becomes scf.for, others scf.while. Scan outputs are
// written in place into a buffer that the loop carries; where its size is not
// known before, it grows by doubling.
#include "compiler/Lowering/Control.h"
#include "compiler/Lowering/Compute.h"
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
/// The one element of a tensor of 0 or more dimensions, each of size 1.
Scalar theElement(Scalars &s, Value tensor) {
  SmallVector<Scalar> at(cast<RankedTensorType>(tensor.getType()).getRank(),
                         s.index(0));
  return s.extract(tensor, at);
}

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

/// A tensor under another, compatible, shape.
Value castTo(Lowerer &l, Value v, Type type) {
  return v.getType() == type
             ? v
             : tensor::CastOp::create(l.b, l.loc, type, v).getResult();
}

//===-- If ----------------------------------------------------------------===//

LoweredValues lowerIf(onnx::IfOp op, Lowerer &l) {
  SmallVector<Type> types;
  for (Value v : op.getOutputs())
    types.push_back(Lowerer::convert(v.getType()));
  Scalars s(l.b, l.loc);
  Scalar condition = theElement(s, l(op.getCond())).isTrue();
  auto branch =
      scf::IfOp::create(l.b, l.loc, types, condition, /*withElseRegion=*/true);
  auto fill = [&](Block *block, Region &region) -> LogicalResult {
    OpBuilder::InsertionGuard guard(l.b);
    l.b.setInsertionPointToEnd(block);
    LoweredValues values = lowerSubgraph(l, region, {});
    if (failed(values))
      return failure();
    for (auto [v, from, to] :
         llvm::zip_equal(*values, region.front().getTerminator()->getOperandTypes(),
                         op.getResultTypes())) {
      v = converted(l, v, from, to);
      if (!v)
        return op.emitError(
            "a branch's output does not have the type of the result");
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

//===-- Scan outputs ------------------------------------------------------===//

/// One scan output: a buffer whose dimension `axis` counts iterations.
class ScanOutput {
public:
  /// `resultType` is the lowered type of the whole; `trips` the number of
  /// iterations, if known.
  ScanOutput(RankedTensorType resultType, int64_t axis, OpFoldResult trips)
      : type(resultType), axis(axis), trips(trips) {}

  /// The type of the buffer that the loop carries.
  RankedTensorType bufferType() const {
    SmallVector<int64_t> shape(type.getShape());
    if (auto n = grows() ? std::nullopt : getConstantIntValue(trips))
      shape[axis] = *n;
    else
      shape[axis] = ShapedType::kDynamic;
    return type.clone(shape);
  }
  /// Whether the buffer's sizes are found out in the loop.
  bool grows() const {
    if (!trips)
      return true;
    for (int64_t i = 0; i < type.getRank(); ++i)
      if (i != axis && type.isDynamicDim(i))
        return true;
    return false;
  }
  Value initial(Lowerer &l) const {
    SmallVector<OpFoldResult> sizes;
    for (int64_t i = 0; i < type.getRank(); ++i)
      sizes.push_back(type.isDynamicDim(i) || i == axis
                          ? size(l, 0)
                          : size(l, type.getDimSize(i)));
    if (!grows())
      sizes[axis] = trips;
    Value buffer = empty(l, sizes, type.getElementType());
    return castTo(l, buffer, bufferType());
  }
  /// Puts `value` at position `at` of the buffer; `count` are in it.
  Value append(Lowerer &l, Value value, Value buffer, Value at,
               Value count) const {
    if (grows())
      buffer = makeRoom(l, value, buffer, count);
    return writeSlice(l, value, buffer, axis, at);
  }
  /// The first `count` of the buffer.
  Value finish(Lowerer &l, Value buffer, Value count) const {
    if (!grows())
      return buffer;
    return sliceAxis(l, buffer, axis, size(l, 0), count);
  }

private:
  Value makeRoom(Lowerer &l, Value value, Value buffer, Value count) const {
    Scalars s(l.b, l.loc);
    Scalar full = s(count) >= s.dim(buffer, axis);
    auto branch = scf::IfOp::create(l.b, l.loc, buffer.getType(), full,
                                    /*withElseRegion=*/true);
    OpBuilder::InsertionGuard guard(l.b);
    l.b.setInsertionPointToEnd(branch.thenBlock());
    Sizes sizes = dims(l, value);
    OpFoldResult capacity = trips;
    if (!capacity)
      capacity = Value((s(count) + s(count)).max(s.index(16)));
    sizes.insert(sizes.begin() + axis, capacity);
    Value larger =
        castTo(l, empty(l, sizes, type.getElementType()), buffer.getType());
    larger =
        compute(l, {buffer, count}, {larger}, [&](Scalars &s, ValueRange args) {
          SmallVector<Scalar> extents;
          for (int64_t i = 0; i < type.getRank(); ++i)
            extents.push_back(i == axis ? s(args[1]) : s.dim(args[0], i));
          s.nest(extents, [&](ArrayRef<Scalar> at) {
            s.store(s.load(args[0], at), args[2], at);
          });
        })[0];
    scf::YieldOp::create(l.b, l.loc, larger);
    l.b.setInsertionPointToEnd(branch.elseBlock());
    scf::YieldOp::create(l.b, l.loc, buffer);
    return branch.getResult(0);
  }

  RankedTensorType type;
  int64_t axis;
  OpFoldResult trips;
};

FailureOr<SmallVector<ScanOutput>> scanOutputs(Operation *op,
                                               ValueRange onnxResults,
                                               ArrayRef<int64_t> axes,
                                               OpFoldResult trips) {
  SmallVector<ScanOutput> outputs;
  for (auto [i, v] : llvm::enumerate(onnxResults)) {
    auto type = dyn_cast<RankedTensorType>(Lowerer::convert(v.getType()));
    auto axis =
        type ? normaliseAxis(i < axes.size() ? axes[i] : 0, type.getRank())
             : std::nullopt;
    if (!axis)
      return op->emitError("scan output ")
             << i << " is no tensor that has the scan axis";
    outputs.push_back({type, *axis, trips});
  }
  return outputs;
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
  if (body.getNumArguments() != states + 2 ||
      yields.size() != results.size() + 1 || results.size() < states)
    return op.emitError("body does not fit the loop's values");
  Value m = l(op.getM()), cond = l(op.getCond());
  bool counted = m && (!cond || alwaysTrue(op.getCond(), Value())) &&
                 alwaysTrue(yields[0], body.getArgument(1));
  Scalars s(l.b, l.loc);
  Value zero = s.index(0), one = s.index(1);
  Value limit =
      m ? Value(theElement(s, m).to(s.b.getI64Type()).max(0.0).toIndex())
        : Value();
  OpFoldResult trips;
  if (counted) {
    trips = limit;
    if (auto n = constantInts(op.getM()); n && n->size() == 1)
      trips = size(l, std::max<int64_t>(n->front(), 0));
  }
  auto outputs = scanOutputs(op, results.drop_front(states), {}, trips);
  if (failed(outputs))
    return failure();

  SmallVector<Value> carried;
  SmallVector<Type> types;
  for (auto [v, arg] :
       llvm::zip_equal(op.getVInitial(), body.getArguments().drop_front(2))) {
    types.push_back(arg.getType());
    carried.push_back(converted(l, l(v), v.getType(), arg.getType()));
    if (!carried.back())
      return op.emitError(
          "an initial value does not have the type of the body's input");
  }
  for (ScanOutput &o : *outputs)
    carried.push_back(o.initial(l));

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
    LoweredValues values = lowerSubgraph(l, op.getBody(), arguments);
    if (failed(values))
      return failure();
    SmallVector<Value> next = {Value(theElement(s, values->front()).isTrue())};
    for (size_t k = 0; k < states; ++k) {
      next.push_back(converted(l, (*values)[k + 1], yields[k + 1].getType(), types[k]));
      if (!next.back())
        return op.emitError(
            "an output of the body does not have the type of its input");
    }
    for (auto [k, o] : llvm::enumerate(*outputs))
      next.push_back(
          o.append(l, (*values)[1 + states + k], now[states + k], i, i));
    return next;
  };
  auto finish = [&](ValueRange last, Value count) -> LoweredValues {
    SmallVector<Value> final;
    for (size_t k = 0; k < states; ++k)
      final.push_back(converted(l, last[k], types[k], results[k].getType()));
    for (auto [k, o] : llvm::enumerate(*outputs))
      final.push_back(o.finish(l, last[states + k], count));
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
      cond ? Value(theElement(s, cond).isTrue()) : Value(s.boolean(true));
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
  if (op.getNumScanInputs() > int64_t(operands.size()))
    return op.emitError("num_scan_inputs exceeds the number of inputs");
  size_t states = operands.size() - op.getNumScanInputs();
  if (body.getNumArguments() != operands.size() ||
      yields.size() != results.size() || results.size() < states)
    return op.emitError("body does not fit the scan's values");
  auto entry = [](std::optional<ArrayRef<int64_t>> list, size_t i) {
    return list && i < list->size() ? (*list)[i] : 0;
  };
  SmallVector<Value> inputs;
  SmallVector<int64_t> axes;
  OpFoldResult trips;
  for (auto [i, v] : llvm::enumerate(operands.drop_front(states))) {
    inputs.push_back(l(v));
    auto type = dyn_cast<RankedTensorType>(inputs.back().getType());
    auto axis =
        type ? normaliseAxis(entry(op.getScanInputAxes(), i), type.getRank())
             : std::optional<int64_t>();
    if (!axis)
      return op.emitError("scan input ")
             << i << " is no tensor that has the scan axis";
    axes.push_back(*axis);
    OpFoldResult n = dim(l, inputs.back(), *axis);
    if (i == 0)
      trips = n;
    else
      checkSame(l, trips, n, "scan inputs differ in length");
  }
  auto outputs =
      scanOutputs(op, results.drop_front(states),
                  op.getScanOutputAxes().value_or(ArrayRef<int64_t>()), trips);
  if (failed(outputs))
    return failure();
  SmallVector<Value> carried;
  SmallVector<Type> types;
  for (auto [v, arg] :
       llvm::zip(operands.take_front(states), body.getArguments())) {
    types.push_back(arg.getType());
    carried.push_back(converted(l, l(v), v.getType(), arg.getType()));
    if (!carried.back())
      return op.emitError(
          "an initial state does not have the type of the body's input");
  }
  for (ScanOutput &o : *outputs)
    carried.push_back(o.initial(l));

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
        return op.emitError("scan input ")
               << i << " does not have the type of the body's input";
    }
    LoweredValues values = lowerSubgraph(l, op.getBody(), arguments);
    if (failed(values))
      return failure();
    SmallVector<Value> next;
    for (size_t k = 0; k < states; ++k) {
      next.push_back(converted(l, (*values)[k], yields[k].getType(), types[k]));
      if (!next.back())
        return op.emitError(
            "an output of the body does not have the type of its input");
    }
    for (auto [k, o] : llvm::enumerate(*outputs)) {
      Value at = entry(op.getScanOutputDirections(), k) ? backward : forward;
      next.push_back(
          o.append(l, (*values)[states + k], now[states + k], at, forward));
    }
    scf::YieldOp::create(l.b, l.loc, next);
  }
  SmallVector<Value> final(loop.getResults().take_front(states));
  for (auto [k, o] : llvm::enumerate(*outputs))
    final.push_back(o.finish(l, loop.getResult(states + k), count));
  return final;
}
} // namespace

void cameo::registerControlLowerings(LoweringRegistry &r) {
  registerControlValueLowerings(r);
  r.add<onnx::IfOp>(lowerIf);
  r.add<LoopOp>(lowerLoop);
  r.add<ScanOp>(lowerScan);
}
