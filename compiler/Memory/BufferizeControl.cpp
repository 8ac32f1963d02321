// SPDX-License-Identifier: Apache-2.0
// Bufferisation of scf.if, scf.for and scf.while. A tensor that a loop carries
// has one buffer, which each iteration's result is copied into unless it was
// computed there. Its sizes are assumed not to change; where they do, the loop
// is built again with pointer and sizes carried.
#include "compiler/Memory/Bufferize.h"
#include "llvm/ADT/ScopeExit.h"

using namespace mlir;
using namespace cameo;

LogicalResult Bufferizer::flatten(Value v, SmallVector<Value> &into) {
  auto it = tensors.find(v);
  if (it == tensors.end()) {
    into.push_back(scalars.lookup(v));
    return success();
  }
  const TensorValue t = it->second;
  auto ptr = pointer(t, t.device);
  if (failed(ptr))
    return failure();
  into.push_back(*ptr);
  for (auto [size, d] : llvm::zip_equal(t.sizes, t.type.getShape()))
    if (ShapedType::isDynamic(d))
      into.push_back(index(size));
  return success();
}

void Bufferizer::bind(Value v, ValueRange fresh, size_t &next, bool device) {
  auto type = dyn_cast<RankedTensorType>(v.getType());
  if (!type) {
    scalars.map(v, fresh[next++]);
    return;
  }
  TensorValue t{type, fresh[next++], {}, {}, device};
  for (int64_t d : type.getShape())
    t.sizes.push_back(ShapedType::isDynamic(d)
                          ? OpFoldResult(fresh[next++])
                          : OpFoldResult(b.getIndexAttr(d)));
  tensors[v] = t;
}

//===-- if ----------------------------------------------------------------===//

LogicalResult Bufferizer::ifOp(scf::IfOp op) {
  // The result types are known once both branches are built.
  auto draft = scf::IfOp::create(b, loc, scalars.lookup(op.getCondition()),
                                 /*withElse=*/true);
  Region *regions[] = {&draft.getThenRegion(), &draft.getElseRegion()};
  SmallVector<Value> flat[2];
  for (auto [i, region] : llvm::enumerate(op->getRegions())) {
    OpBuilder::InsertionGuard guard(b);
    Block &fresh = regions[i]->front();
    if (fresh.mightHaveTerminator())
      fresh.getTerminator()->erase();
    b.setInsertionPointToEnd(&fresh);
    if (region.empty())
      continue;
    if (failed(block(region.front())))
      return failure();
    for (Value v : region.front().getTerminator()->getOperands())
      if (failed(flatten(v, flat[i])))
        return failure();
  }
  loc = op.getLoc();
  // A value that both branches have from outside needs no result.
  SmallVector<Value> yields[2], results(flat[0].size());
  SmallVector<Type> types;
  for (auto [x, y] : llvm::zip(flat[0], flat[1]))
    if (x != y) {
      types.push_back(x.getType());
      yields[0].push_back(x);
      yields[1].push_back(y);
    }
  for (unsigned i : {0, 1}) {
    OpBuilder::InsertionGuard guard(b);
    b.setInsertionPointToEnd(&regions[i]->front());
    scf::YieldOp::create(b, loc, yields[i]);
  }
  auto fresh = scf::IfOp::create(b, loc, types, draft.getCondition(),
                                 /*addThenBlock=*/false,
                                 /*addElseBlock=*/false);
  fresh.getThenRegion().takeBody(draft.getThenRegion());
  fresh.getElseRegion().takeBody(draft.getElseRegion());
  draft.erase();
  size_t next = 0;
  for (auto [i, x] : llvm::enumerate(flat[0]))
    results[i] = x == flat[1][i] ? x : fresh.getResult(next++);
  next = 0;
  for (auto [v, yielded] :
       llvm::zip(op.getResults(), op.thenYield().getOperands()))
    bind(v, results, next, onDevice(yielded));
  return success();
}

//===-- what loops share --------------------------------------------------===//

LogicalResult Bufferizer::enterLoop(Operation *loop, ValueRange inits,
                                    SmallVector<Carried> &carried) {
  for (Value v : inits) {
    Carried c;
    if (isa<TensorType>(v.getType())) {
      auto ptr = destination(v, loop, onDevice(v));
      if (failed(ptr))
        return failure();
      c.value = tensors[v];
      c.value.ptr = *ptr;
      c.value.elements.clear();
      c.value.boxed = {};
      c.value.constant = {};
      // Rebuilding doubles the work at each depth; deep nests carry all sizes
      // at once.
      c.carriesSizes = loopDepth > 4 && !c.value.type.hasStaticShape();
    } else {
      c.init = scalars.lookup(v);
    }
    carried.push_back(c);
  }
  return success();
}

void Bufferizer::initOperands(ArrayRef<Carried> carried,
                              SmallVector<Value> &operands) {
  for (const Carried &c : carried) {
    if (!c.isTensor()) {
      operands.push_back(c.init);
    } else if (c.carriesSizes) {
      operands.push_back(c.value.ptr);
      for (auto [size, d] :
           llvm::zip_equal(c.value.sizes, c.value.type.getShape()))
        if (ShapedType::isDynamic(d))
          operands.push_back(index(size));
    }
  }
}

void Bufferizer::bindCarried(ArrayRef<Carried> carried, ValueRange old,
                             ValueRange fresh) {
  size_t next = 0;
  for (auto [c, v] : llvm::zip_equal(carried, old)) {
    if (c.isTensor() && !c.carriesSizes) {
      tensors[v] = c.value;
      tensors[v].type = cast<RankedTensorType>(v.getType());
    } else {
      bind(v, fresh, next, c.isTensor() && c.value.device);
    }
  }
}

/// Copies what the next iteration starts from into the carried buffers and
/// appends the values it takes. Sets `again` if a size that was taken for
/// constant changes.
LogicalResult Bufferizer::nextIteration(SmallVector<Carried> &carried,
                                        ValueRange yielded,
                                        SmallVector<Value> &operands,
                                        bool &again) {
  for (auto [c, y] : llvm::zip_equal(carried, yielded))
    if (c.isTensor() && !c.carriesSizes &&
        !llvm::equal(tensors[y].sizes, c.value.sizes,
                     isEqualConstantIntOrValue))
      c.carriesSizes = again = true;
  if (again)
    return success();

  Region *body = b.getInsertionBlock()->getParent();
  bool several = llvm::count_if(carried, [](const Carried &c) {
                   return c.isTensor();
                 }) > 1;
  SmallVector<TensorValue> values(carried.size());
  for (auto [c, y, value] : llvm::zip_equal(carried, yielded, values)) {
    if (!c.isTensor())
      continue;
    value = tensors[y];
    // What may lie in another carried buffer is saved before any of them is
    // overwritten.
    Operation *def = value.ptr ? value.ptr.getDefiningOp() : nullptr;
    bool apart = !value.ptr || (!c.carriesSizes && value.ptr == c.value.ptr) ||
                 isa_and_nonnull<WeightsOp, MemoryOfOp>(def) ||
                 (isa_and_nonnull<BufferOp>(def) &&
                  body->isAncestor(def->getParentRegion()));
    if (several && !apart) {
      auto bytes = byteSize(value.sizes, value.type);
      if (failed(bytes))
        return failure();
      bool device = value.device;
      Value saved = marked(BufferOp::create(b, loc, *bytes), device);
      copy(saved, value.ptr, *bytes, device, device);
      value.ptr = saved;
    }
  }
  for (auto [c, y, value] : llvm::zip_equal(carried, yielded, values)) {
    if (!c.isTensor()) {
      operands.push_back(scalars.lookup(y));
      continue;
    }
    auto bytes = byteSize(value.sizes, value.type);
    if (failed(bytes))
      return failure();
    Value home = c.value.ptr;
    if (c.carriesSizes)
      home = marked(BufferOp::create(b, loc, *bytes), c.value.device);
    if (value.ptr && value.ptr != home)
      copy(home, value.ptr, *bytes, value.device, c.value.device);
    for (auto [i, e] : llvm::enumerate(value.elements))
      if (!value.ptr)
        storeElement(e, home, arith::ConstantIndexOp::create(b, loc, i));
    if (c.carriesSizes) {
      operands.push_back(home);
      for (auto [size, d] :
           llvm::zip_equal(value.sizes, c.value.type.getShape()))
        if (ShapedType::isDynamic(d))
          operands.push_back(index(size));
    }
  }
  return success();
}

//===-- for ---------------------------------------------------------------===//

LogicalResult Bufferizer::forOp(scf::ForOp op) {
  SmallVector<Carried> carried;
  if (failed(enterLoop(op, op.getInitArgs(), carried)))
    return failure();
  ++loopDepth;
  llvm::scope_exit leave([&] { --loopDepth; });
  while (true) {
    SmallVector<Value> inits, nexts;
    initOperands(carried, inits);
    auto fresh = scf::ForOp::create(
        b, op.getLoc(), scalars.lookup(op.getLowerBound()),
        scalars.lookup(op.getUpperBound()), scalars.lookup(op.getStep()), inits,
        [](OpBuilder &, Location, Value, ValueRange) {}, op.getUnsignedCmp());
    bool again = false;
    {
      OpBuilder::InsertionGuard guard(b);
      b.setInsertionPointToStart(fresh.getBody());
      scalars.map(op.getInductionVar(), fresh.getInductionVar());
      bindCarried(carried, op.getRegionIterArgs(), fresh.getRegionIterArgs());
      if (failed(block(*op.getBody())) ||
          failed(nextIteration(carried, op.getYieldedValues(), nexts, again)))
        return failure();
      if (!again)
        scf::YieldOp::create(b, loc, nexts);
    }
    if (!again) {
      bindCarried(carried, op.getResults(), fresh.getResults());
      return success();
    }
    fresh.erase();
  }
}

//===-- while -------------------------------------------------------------===//

LogicalResult Bufferizer::whileOp(scf::WhileOp op) {
  SmallVector<Carried> carried;
  if (failed(enterLoop(op, op.getInits(), carried)))
    return failure();
  ++loopDepth;
  llvm::scope_exit leave([&] { --loopDepth; });
  while (true) {
    SmallVector<Value> inits, nexts, forwarded, flat;
    initOperands(carried, inits);
    SmallVector<Location> locs(inits.size(), op.getLoc());
    auto draft = scf::WhileOp::create(b, op.getLoc(), TypeRange(), inits,
                                      nullptr, nullptr);
    draft.getBefore().getBlocks().clear();
    draft.getAfter().getBlocks().clear();
    bool again = false;
    // A forwarded value from outside the loop is used as it is.
    auto direct = [&](Value v) {
      return !draft.getBefore().isAncestor(v.getParentRegion());
    };
    auto results = [&](ValueRange values) {
      size_t next = 0;
      return llvm::map_to_vector(flat, [&](Value v) -> Value {
        return direct(v) ? v : values[next++];
      });
    };
    {
      OpBuilder::InsertionGuard guard(b);
      Block *before = b.createBlock(&draft.getBefore(), {},
                                    TypeRange(ValueRange(inits)), locs);
      bindCarried(carried, op.getBeforeArguments(), before->getArguments());
      if (failed(block(*op.getBeforeBody())))
        return failure();
      for (Value v : op.getConditionOp().getArgs())
        if (failed(flatten(v, flat)))
          return failure();
      llvm::copy_if(flat, std::back_inserter(forwarded),
                    [&](Value v) { return !direct(v); });
      scf::ConditionOp::create(
          b, loc, scalars.lookup(op.getConditionOp().getCondition()),
          forwarded);
      Block *after =
          b.createBlock(&draft.getAfter(), {}, TypeRange(ValueRange(forwarded)),
                        SmallVector<Location>(forwarded.size(), op.getLoc()));
      size_t next = 0;
      SmallVector<Value> values = results(after->getArguments());
      for (auto [v, passed] :
           llvm::zip(op.getAfterArguments(), op.getConditionOp().getArgs()))
        bind(v, values, next, onDevice(passed));
      if (failed(block(*op.getAfterBody())) ||
          failed(nextIteration(carried, op.getYieldOp().getOperands(), nexts,
                               again)))
        return failure();
      if (!again)
        scf::YieldOp::create(b, loc, nexts);
    }
    if (again) {
      draft.erase();
      continue;
    }
    auto fresh =
        scf::WhileOp::create(b, op.getLoc(), TypeRange(ValueRange(forwarded)),
                             inits, nullptr, nullptr);
    // Asked before the regions move, while `direct` can still tell.
    SmallVector<Value> values = results(fresh.getResults());
    fresh.getBefore().takeBody(draft.getBefore());
    fresh.getAfter().takeBody(draft.getAfter());
    draft.erase();
    size_t next = 0;
    for (auto [v, passed] :
         llvm::zip(op.getResults(), op.getConditionOp().getArgs()))
      bind(v, values, next, onDevice(passed));
    return success();
  }
}
