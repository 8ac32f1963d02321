// SPDX-License-Identifier: Apache-2.0
// Evaluation of linalg.generic: bodies on scalars or vectors, reductions as loops, and those that
// end in one number with several vector accumulators.
#include "compiler/CPU/Evaluator.h"
#include "mlir/Transforms/RegionUtils.h"

using namespace mlir;
using namespace cameo;

/// Accumulators of a reduction to one number: enough to hide the latency of an addition.
static constexpr int64_t reductionAccumulators = 4;
/// Rows from which on sums of columns have as many.
static constexpr int64_t leastAbreast = 16;
/// Operations of a step.
static constexpr int64_t longestAbreast = 4;

//===-- bodies ------------------------------------------------------------===//

/// A body operation with loops or branches: cloned as it is, on scalars only.
bool Evaluator::regionOp(Operation &op, ArrayRef<LaneIndex> point,
                         IRMapping &map) {
  llvm::SetVector<Value> captured;
  for (Region &region : op.getRegions())
    getUsedValuesDefinedAbove(region, captured);
  for (Value operand : op.getOperands())
    captured.insert(operand);
  for (Value v : captured)
    if (!map.contains(v) && !isa<TensorType>(v.getType())) {
      Value s = e.scalar(v);
      if (!s)
        return false;
      map.map(v, s);
    }
  Operation *clone = b.clone(op, map);
  SmallVector<Operation *> reads;
  clone->walk([&](Operation *inner) {
    if (isa<tensor::ExtractOp, linalg::IndexOp, tensor::DimOp>(inner))
      reads.push_back(inner);
  });
  for (Operation *inner : reads) {
    OpBuilder::InsertionGuard guard(b);
    b.setInsertionPoint(inner);
    Value value;
    if (auto index = dyn_cast<linalg::IndexOp>(inner)) {
      value = point[index.getDim()].base;
    } else if (auto dim = dyn_cast<tensor::DimOp>(inner)) {
      if (auto d = dim.getConstantIndex())
        value = e.dim(dim.getSource(), *d);
    } else {
      auto extract = cast<tensor::ExtractOp>(inner);
      LaneIndices at;
      for (Value i : extract.getIndices())
        at.push_back(LaneIndex(i));
      value = Evaluator(e, 1, valueOf).element(extract.getTensor(), at);
    }
    if (!value) {
      e.error(&op) << "a read inside a nested region";
      return false;
    }
    inner->getResult(0).replaceAllUsesWith(value);
    inner->erase();
  }
  return true;
}

bool Evaluator::bodyOp(Operation &op, ArrayRef<LaneIndex> point,
                       IRMapping &map) {
  if (auto index = dyn_cast<linalg::IndexOp>(op)) {
    map.map(index.getResult(), indexValue(point[index.getDim()]));
    return true;
  }
  if (op.getNumRegions() != 0)
    return regionOp(op, point, map);
  auto valueFor = [&](Value v) -> Value {
    if (Value known = map.lookupOrNull(v))
      return known;
    return e.scalar(v);
  };
  if (auto extract = dyn_cast<tensor::ExtractOp>(op)) {
    LaneIndices at;
    // An index of which the run decides for all lanes alike whether it is the loop's own
    // (broadcasting of unknown sizes) or is below a bound (masks that may be short): one element
    // or a vector load, not a gather.
    Value condition;
    LaneIndex whenTrue{Value()}, otherwise{Value()};
    int64_t undecided = -1;
    auto isVector = [](Value v) { return isa<VectorType>(v.getType()); };
    auto decide = [&](Value i, Value v) {
      auto own = [&](Value x) { return x.getDefiningOp<linalg::IndexOp>(); };
      if (!isVector(v) || undecided >= 0)
        return false;
      if (auto select = i.getDefiningOp<arith::SelectOp>();
          select && own(select.getFalseValue())) {
        Value isFixed = valueFor(select.getCondition()),
              fixed = valueFor(select.getTrueValue());
        if (!isFixed || !fixed || isVector(isFixed) || isVector(fixed))
          return false;
        condition = isFixed;
        whenTrue = LaneIndex(fixed);
        otherwise = point[own(select.getFalseValue()).getDim()];
        return true;
      }
      auto least = i.getDefiningOp<arith::MinSIOp>();
      if (!least)
        return false;
      unsigned at = own(least.getLhs()) ? 0 : 1;
      if (!own(least->getOperand(at)))
        return false;
      LaneIndex mine = point[own(least->getOperand(at)).getDim()];
      Value bound = valueFor(least->getOperand(1 - at));
      if (mine.lanes || mine.step < 0 || !bound || isVector(bound))
        return false;
      condition = arith::CmpIOp::create(
          b, arith::CmpIPredicate::sle,
          e.add(mine.base, e.index((width - 1) * mine.step)), bound);
      whenTrue = mine;
      otherwise = LaneIndex::ofLanes(v);
      return true;
    };
    for (Value i : extract.getIndices()) {
      Value v = valueFor(i);
      if (!v)
        return false;
      // The loop's own index keeps its form: neighbours in memory stay a vector load.
      if (auto index = i.getDefiningOp<linalg::IndexOp>()) {
        at.push_back(point[index.getDim()]);
      } else {
        if (decide(i, v))
          undecided = at.size();
        at.push_back(fromValue(v));
      }
    }
    if (undecided >= 0) {
      // In each branch anew: neither dominates what follows.
      auto read = [&](LaneIndex index) {
        at[undecided] = index;
        Value v = Evaluator(e, width, valueOf).element(extract.getTensor(), at);
        return v ? e.broadcast(v, width) : v;
      };
      auto type = e.vectorType(extract.getType(), width);
      auto branch = scf::IfOp::create(b, TypeRange{type}, condition,
                                      /*withElseRegion=*/true);
      OpBuilder::InsertionGuard guard(b);
      b.setInsertionPointToEnd(branch.thenBlock());
      Value one = read(whenTrue);
      if (!one)
        return false;
      scf::YieldOp::create(b, one);
      b.setInsertionPointToEnd(branch.elseBlock());
      Value all = read(otherwise);
      if (!all)
        return false;
      scf::YieldOp::create(b, all);
      map.map(extract.getResult(), branch.getResult(0));
      return true;
    }
    Value result = element(extract.getTensor(), at);
    map.map(extract.getResult(), result);
    return bool(result);
  }
  if (auto dim = dyn_cast<tensor::DimOp>(op)) {
    Value d = e.scalar(dim.getResult());
    map.map(dim.getResult(), d);
    return bool(d);
  }
  bool vector = false;
  SmallVector<Value> operands;
  for (Value operand : op.getOperands()) {
    operands.push_back(valueFor(operand));
    if (!operands.back())
      return false;
    vector |= isa<VectorType>(operands.back().getType());
  }
  IRMapping local;
  for (auto [from, to] : llvm::zip(op.getOperands(), operands))
    local.map(from, vector ? e.broadcast(to, width) : to);
  Operation *clone = b.clone(op, local);
  for (auto [from, to] : llvm::zip(op.getResults(), clone->getResults())) {
    if (vector)
      to.setType(e.vectorType(to.getType(), width));
    map.map(from, to);
  }
  return true;
}

SmallVector<Value> Evaluator::body(linalg::GenericOp op,
                                   ArrayRef<LaneIndex> point,
                                   ValueRange inits) {
  Block *block = op.getBody();
  IRMapping map;
  for (OpOperand &operand : op->getOpOperands()) {
    BlockArgument arg = block->getArgument(operand.getOperandNumber());
    if (arg.use_empty())
      continue;
    if (op.isDpsInit(&operand) && !inits.empty()) {
      map.map(arg, inits[operand.getOperandNumber() - op.getNumDpsInputs()]);
      continue;
    }
    Value value =
        isa<TensorType>(operand.get().getType())
            ? element(operand.get(),
                      apply(op.getMatchingIndexingMap(&operand), point))
            : e.scalar(operand.get());
    if (!value)
      return {};
    map.map(arg, value);
  }
  for (Operation &inner : block->without_terminator())
    if (!bodyOp(inner, point, map))
      return {};
  SmallVector<Value> result;
  for (Value v : block->getTerminator()->getOperands()) {
    Value known = map.lookupOrNull(v);
    result.push_back(known ? known : e.scalar(v));
    if (!result.back())
      return {};
  }
  return result;
}

Value Evaluator::generic(linalg::GenericOp op, unsigned result,
                         ArrayRef<LaneIndex> indices) {
  AffineMap map = op.getMatchingIndexingMap(op.getDpsInitOperand(result));
  LaneIndices point(op.getNumLoops(), LaneIndex(e.index(0)));
  for (auto [expr, index] : llvm::zip(map.getResults(), indices)) {
    if (auto d = dyn_cast<AffineDimExpr>(expr)) {
      point[d.getPosition()] = index;
    } else if (!isa<AffineConstantExpr>(expr)) {
      e.error(op) << "a result whose indexing map is not a permutation";
      return {};
    }
  }
  if (op.getNumReductionLoops() == 0) {
    SmallVector<Value> values = body(op, point);
    if (values.empty())
      return {};
    // The other results of the same point are likely to be asked for next.
    for (auto [i, v] : llvm::enumerate(values))
      if (i != result &&
          op.getMatchingIndexingMap(op.getDpsInitOperand(i)) == map)
        known.push_back({op.getResult(i), LaneIndices(indices), v});
    return values[result];
  }
  SmallVector<Value> inits;
  for (OpOperand &init : op.getDpsInitsMutable()) {
    inits.push_back(
        element(init.get(), apply(op.getMatchingIndexingMap(&init), point)));
    if (!inits.back())
      return {};
  }
  SmallVector<Value> values = reduce(op, point, inits);
  if (values.empty())
    return {};
  for (auto [i, v] : llvm::enumerate(values))
    if (i != result &&
        op.getMatchingIndexingMap(op.getDpsInitOperand(i)) == map)
      known.push_back({op.getResult(i), LaneIndices(indices), v});
  return values[result];
}

//===-- reductions --------------------------------------------------------===//

/// The operation that combines result `i` with the accumulator, if the accumulator is one operand
/// of one operation with a known identity; its other operand is the value combined.
static Operation *combiner(linalg::GenericOp op, unsigned i, Value &other) {
  BlockArgument acc = op.getRegionOutputArgs()[i];
  Value yielded = op.getBody()->getTerminator()->getOperand(i);
  Operation *c = yielded.getDefiningOp();
  if (!c || !acc.hasOneUse() || *acc.user_begin() != c ||
      c->getNumOperands() != 2)
    return nullptr;
  if (!isa<arith::AddFOp, arith::MulFOp, arith::MaximumFOp, arith::MinimumFOp,
           arith::AddIOp, arith::MulIOp, arith::MaxSIOp, arith::MaxUIOp,
           arith::MinSIOp, arith::MinUIOp, arith::AndIOp, arith::OrIOp,
           arith::XOrIOp>(c))
    return nullptr;
  if (!yielded.hasOneUse())
    return nullptr;
  other = c->getOperand(c->getOperand(0) == acc ? 1 : 0);
  return other == acc ? nullptr : c;
}

static vector::CombiningKind combiningKind(Operation *c) {
  using K = vector::CombiningKind;
  return TypeSwitch<Operation *, K>(c)
      .Case<arith::AddFOp, arith::AddIOp>([](auto) { return K::ADD; })
      .Case<arith::MulFOp, arith::MulIOp>([](auto) { return K::MUL; })
      .Case([](arith::MaximumFOp) { return K::MAXIMUMF; })
      .Case([](arith::MinimumFOp) { return K::MINIMUMF; })
      .Case([](arith::MaxSIOp) { return K::MAXSI; })
      .Case([](arith::MaxUIOp) { return K::MAXUI; })
      .Case([](arith::MinSIOp) { return K::MINSI; })
      .Case([](arith::MinUIOp) { return K::MINUI; })
      .Case([](arith::AndIOp) { return K::AND; })
      .Case([](arith::OrIOp) { return K::OR; })
      .Default([](Operation *) { return K::XOR; });
}

/// The reduction dimension along which most operands are contiguous; -1 if none is.
static int contiguousReductionDim(linalg::GenericOp op) {
  int best = -1, bestCount = 0;
  for (auto [d, kind] : llvm::enumerate(op.getIteratorTypesArray())) {
    if (kind != utils::IteratorType::reduction)
      continue;
    int count = 0;
    bool strided = false;
    for (OpOperand *input : op.getDpsInputOperands()) {
      AffineMap map = op.getMatchingIndexingMap(input);
      if (!map.isFunctionOfDim(d))
        continue;
      auto last = dyn_cast<AffineDimExpr>(map.getResults().back());
      bool contiguous = last && last.getPosition() == d;
      for (AffineExpr expr : map.getResults().drop_back())
        contiguous &= !expr.isFunctionOfDim(d);
      count += contiguous;
      strided |= !contiguous;
    }
    if (!strided && count > bestCount) {
      best = d;
      bestCount = count;
    }
  }
  return best;
}

SmallVector<Value> Evaluator::reduce(linalg::GenericOp op, LaneIndices point,
                                     SmallVector<Value> inits) {
  // What does not depend on the reduction dimensions is computed once, before the loops.
  for (OpOperand *input : op.getDpsInputOperands()) {
    AffineMap map = op.getMatchingIndexingMap(input);
    bool invariant = isa<TensorType>(input->get().getType());
    for (auto [d, kind] : llvm::enumerate(op.getIteratorTypesArray()))
      invariant &=
          kind == utils::IteratorType::parallel || !map.isFunctionOfDim(d);
    if (invariant && !element(input->get(), apply(map, point)))
      return {};
  }
  bool uniform =
      llvm::all_of(point, [](const LaneIndex &x) { return x.uniform(); });
  if (uniform && llvm::all_of(inits, [](Value v) {
        return !isa<VectorType>(v.getType());
      })) {
    Value other;
    bool simple = e.isVectorizable(op.getResult(0));
    for (unsigned i = 0; i < op.getNumDpsInits(); ++i)
      simple = simple && combiner(op, i, other);
    int dim = simple ? contiguousReductionDim(op) : -1;
    if (dim >= 0)
      return reduceAlong(op, dim, point, inits);
  }
  if (!uniform)
    for (Value &init : inits)
      init = e.broadcast(init, width);

  SmallVector<Value> sizes = e.loopSizes(op);
  SmallVector<unsigned> dims;
  op.getReductionDims(dims);
  bool ok = true;
  std::function<SmallVector<Value>(ArrayRef<unsigned>, ValueRange)> nest =
      [&](ArrayRef<unsigned> rest, ValueRange carried) -> SmallVector<Value> {
    if (rest.empty()) {
      size_t mark = known.size();
      SmallVector<Value> values = body(op, point, carried);
      known.resize(mark, Known{Value(), {}, Value()});
      if (values.empty()) {
        ok = false;
        return SmallVector<Value>(carried);
      }
      if (!uniform)
        for (Value &v : values)
          v = e.broadcast(v, width);
      return values;
    }
    return e.forLoop(e.index(0), sizes[rest[0]], e.index(1), carried,
                     [&](Value i, ValueRange inner) {
                       point[rest[0]] = LaneIndex(i);
                       return nest(rest.drop_front(), inner);
                     });
  };
  SmallVector<Operation *> combiners;
  // Vectors of several registers and long steps have enough to do meanwhile.
  bool waits =
      !uniform && dims.size() == 1 &&
      getConstantIntValue(sizes[dims[0]]).value_or(leastAbreast) >=
          leastAbreast &&
      llvm::range_size(op.getBody()->without_terminator()) <= longestAbreast;
  for (unsigned i = 0; i < op.getNumDpsInits() && waits; ++i) {
    Value other;
    combiners.push_back(combiner(op, i, other));
    waits = combiners.back() && width * getElementTypeOrSelf(inits[i].getType())
                                            .getIntOrFloatBitWidth() <=
                                    e.target.vectorBytes * 8;
  }
  for (Operation &inner : op.getBody()->without_terminator())
    waits = waits && !isa<math::MathDialect>(inner.getDialect());
  Value done = e.index(0);
  if (waits) {
    // Several rows go side by side into accumulators of their own, which do not wait for each other.
    int64_t outs = inits.size();
    SmallVector<Value> state(inits);
    for (Operation *c : combiners) {
      Value identity =
          arith::ConstantOp::create(b, *arith::getNeutralElement(c));
      state.append(reductionAccumulators - 1, e.broadcast(identity, width));
    }
    auto place = [&](int64_t r, int64_t copy) {
      return copy ? outs + r * (reductionAccumulators - 1) + copy - 1 : r;
    };
    Value stride = e.index(reductionAccumulators), n = sizes[dims[0]];
    done = e.mul(b.createOrFold<arith::DivUIOp>(n, stride), stride);
    state = e.forLoop(
        e.index(0), done, stride, state, [&](Value i, ValueRange accs) {
          SmallVector<Value> next(accs);
          for (int64_t copy = 0; copy < reductionAccumulators; ++copy) {
            SmallVector<Value> mine;
            for (int64_t r = 0; r < outs; ++r)
              mine.push_back(accs[place(r, copy)]);
            point[dims[0]] = LaneIndex(e.add(i, e.index(copy)));
            for (auto [r, v] : llvm::enumerate(nest({}, mine)))
              next[place(r, copy)] = v;
          }
          return next;
        });
    for (int64_t r = 0; r < outs; ++r) {
      inits[r] = state[r];
      for (int64_t copy = 1; copy < reductionAccumulators; ++copy)
        inits[r] = vector::makeArithReduction(b, b.getLoc(),
                                              combiningKind(combiners[r]),
                                              inits[r], state[place(r, copy)]);
    }
  }
  SmallVector<Value> result =
      isConstantIntValue(done, 0)
          ? nest(dims, inits)
          : e.forLoop(done, sizes[dims[0]], e.index(1), inits,
                      [&](Value i, ValueRange inner) {
                        point[dims[0]] = LaneIndex(i);
                        return nest({}, inner);
                      });
  return ok ? result : SmallVector<Value>();
}

SmallVector<Value> Evaluator::reduceAlong(linalg::GenericOp op, unsigned dim,
                                          LaneIndices point, ValueRange inits) {
  unsigned outs = op.getNumDpsInits();
  int64_t bits = 8;
  op.getBody()->walk([&](Operation *inner) {
    for (Type t : inner->getResultTypes())
      bits = std::max<int64_t>(
          bits, t.isIntOrFloat() ? t.getIntOrFloatBitWidth() : 64);
  });
  for (BlockArgument arg : op.getBody()->getArguments())
    bits = std::max<int64_t>(bits, arg.getType().isIntOrFloat()
                                       ? arg.getType().getIntOrFloatBitWidth()
                                       : 64);
  int64_t lanes = e.target.lanes(bits);
  SmallVector<Operation *> combiners(outs);
  SmallVector<Value> others(outs);
  for (unsigned i = 0; i < outs; ++i)
    combiners[i] = combiner(op, i, others[i]);

  SmallVector<Value> sizes = e.loopSizes(op);
  auto staticSize = getConstantIntValue(sizes[dim]);
  int64_t unroll = reductionAccumulators;
  if (staticSize) {
    while (lanes > 1 && lanes > *staticSize)
      lanes /= 2;
    unroll = std::clamp<int64_t>(*staticSize / std::max<int64_t>(lanes, 1), 1,
                                 unroll);
  }
  SmallVector<unsigned> dims;
  op.getReductionDims(dims);
  llvm::erase(dims, dim);

  // Carried through all loops: `unroll` vectors per result, then one scalar per result.
  SmallVector<Value> carried;
  for (unsigned i = 0; i < outs; ++i) {
    Value identity =
        arith::ConstantOp::create(b, *arith::getNeutralElement(combiners[i]));
    carried.append(unroll, e.broadcast(identity, lanes));
  }
  llvm::append_range(carried, inits);

  bool ok = true;
  // Combines one vector (or, with lanes 1, one element) into the accumulators at `at`.
  auto step = [&](Value i, int64_t count,
                  ValueRange accs) -> SmallVector<Value> {
    point[dim] = LaneIndex(i, count > 1 ? 1 : 0);
    Evaluator inner(e, count, valueOf);
    inner.known = known;
    SmallVector<Value> values = inner.body(op, point, accs);
    if (values.empty()) {
      ok = false;
      return SmallVector<Value>(accs);
    }
    for (Value &v : values)
      v = e.broadcast(v, count);
    return values;
  };
  std::function<SmallVector<Value>(ArrayRef<unsigned>, ValueRange)> nest =
      [&](ArrayRef<unsigned> rest, ValueRange state) -> SmallVector<Value> {
    if (!rest.empty())
      return e.forLoop(e.index(0), sizes[rest[0]], e.index(1), state,
                       [&](Value i, ValueRange inner) {
                         point[rest[0]] = LaneIndex(i);
                         return nest(rest.drop_front(), inner);
                       });
    SmallVector<Value> now(state);
    Value n = sizes[dim], done = e.index(0);
    auto vectorLoop = [&](int64_t copies) {
      if (lanes == 1)
        return;
      Value stride = e.index(lanes * copies);
      Value ub = e.mul(b.createOrFold<arith::DivUIOp>(n, stride), stride);
      if (staticSize)
        ub = e.index(*staticSize / (lanes * copies) * (lanes * copies));
      now = e.forLoop(done, ub, stride, now, [&](Value i, ValueRange accs) {
        SmallVector<Value> next(accs);
        for (int64_t c = 0; c < copies; ++c) {
          SmallVector<Value> mine;
          for (unsigned r = 0; r < outs; ++r)
            mine.push_back(accs[r * unroll + c]);
          SmallVector<Value> values =
              step(c ? e.add(i, e.index(c * lanes)) : i, lanes, mine);
          for (unsigned r = 0; r < outs; ++r)
            next[r * unroll + c] = values[r];
        }
        return next;
      });
      done = ub;
    };
    vectorLoop(unroll);
    if (unroll > 1 && !(staticSize && *staticSize % (lanes * unroll) < lanes))
      vectorLoop(1);
    if (lanes == 1 || !staticSize || *staticSize % lanes != 0)
      now = e.forLoop(done, n, e.index(1), now, [&](Value i, ValueRange accs) {
        SmallVector<Value> next(accs);
        SmallVector<Value> values = step(i, 1, accs.take_back(outs));
        for (unsigned r = 0; r < outs; ++r)
          next[outs * unroll + r] = values[r];
        return next;
      });
    return now;
  };
  SmallVector<Value> state = nest(dims, carried);
  if (!ok)
    return {};
  SmallVector<Value> result;
  for (unsigned r = 0; r < outs; ++r) {
    Value total = state[outs * unroll + r];
    if (lanes == 1) {
      result.push_back(total);
      continue;
    }
    SmallVector<Value> vectors(state.begin() + r * unroll,
                               state.begin() + (r + 1) * unroll);
    auto combine = [&](Value x, Value y) -> Value {
      return vector::makeArithReduction(b, b.getLoc(),
                                        combiningKind(combiners[r]), x, y);
    };
    while (vectors.size() > 1) {
      Value last = vectors.pop_back_val();
      vectors[(vectors.size() - 1) / 2] =
          combine(vectors[(vectors.size() - 1) / 2], last);
    }
    // Lanes in any order: the loops above have reordered already.
    auto flags = arith::FastMathFlagsAttr::get(b.getContext(),
                                               arith::FastMathFlags::reassoc);
    Value lanesTotal = vector::ReductionOp::create(
        b, combiningKind(combiners[r]), vectors[0], flags.getValue());
    result.push_back(combine(total, lanesTotal));
  }
  return result;
}

//===-- KernelEmitter's face of it ----------------------------------------===//

Value KernelEmitter::evaluate(Value tensor, ArrayRef<LaneIndex> indices,
                              int64_t width, ValueOf valueOf) {
  return Evaluator(*this, width, valueOf).element(tensor, indices);
}

/// Asks `valueOf` for one lane of a vector.
static Value oneLane(KernelEmitter &e, Value v, int64_t lane) {
  return v && isa<VectorType>(v.getType())
             ? vector::ExtractOp::create(e.b, v, lane).getResult()
             : v;
}

Value KernelEmitter::evaluate(Value tensor, ValueRange indices,
                              int64_t vectorDim, int64_t width,
                              ValueOf valueOf) {
  if (width == 1)
    return evaluate(tensor, lanesOf(indices, -1), 1, valueOf);
  if (isVectorizable(tensor))
    return broadcast(
        evaluate(tensor, lanesOf(indices, vectorDim), width, valueOf), width);
  SmallVector<Value> elements;
  for (int64_t l = 0; l < width; ++l) {
    SmallVector<Value> at(indices);
    at[vectorDim] = add(at[vectorDim], index(l));
    auto laneOf = [&](Value t, ArrayRef<LaneIndex> i) -> Value {
      return valueOf ? oneLane(*this, valueOf(t, i), l) : Value();
    };
    elements.push_back(evaluate(tensor, lanesOf(at, -1), 1, laneOf));
    if (!elements.back())
      return {};
  }
  return vector::FromElementsOp::create(
      b, vectorType(getElementTypeOrSelf(tensor.getType()), width), elements);
}

SmallVector<Value> KernelEmitter::applyGeneric(linalg::GenericOp op,
                                               ValueRange iterationIndices,
                                               int64_t vectorDim, int64_t width,
                                               ValueOf valueOf) {
  SmallVector<Value> values =
      Evaluator(*this, width, valueOf)
          .body(op, lanesOf(iterationIndices, vectorDim));
  for (Value &v : values)
    v = broadcast(v, width);
  return values;
}

LogicalResult KernelEmitter::storeResults(Value root, ValueRange indices,
                                          int64_t vectorDim, int64_t width,
                                          Value value) {
  for (unsigned i = 0; i < kernel.getNumOuts(); ++i) {
    Target target = result(i);
    Value v = evaluate(target.tensor, indices, vectorDim, width,
                       [&](Value tensor, ArrayRef<LaneIndex>) {
                         return tensor == root ? value : Value();
                       });
    if (!v)
      return failure();
    store(v, target.memref, lanesOf(indices, width == 1 ? -1 : vectorDim),
          width);
  }
  return success();
}

bool KernelEmitter::isVectorizable(Value tensor) {
  if (auto it = vectorizable.find(tensor); it != vectorizable.end())
    return it->second;
  auto isLane = [](Type t) { return t.isIntOrIndexOrFloat(); };
  bool ok = isLane(getElementTypeOrSelf(tensor.getType()));
  vectorizable[tensor] = ok;
  Operation *op = tensor.getDefiningOp();
  if (!ok || !op || buffer(tensor))
    return ok;
  if (auto generic = dyn_cast<linalg::GenericOp>(op)) {
    for (BlockArgument arg : generic.getBody()->getArguments())
      ok &= isLane(arg.getType());
    for (Operation &inner : generic.getBody()->without_terminator()) {
      if (isa<linalg::IndexOp, tensor::DimOp>(inner))
        continue;
      ok &= inner.getNumRegions() == 0 &&
            llvm::all_of(inner.getResultTypes(), isLane) &&
            (isa<tensor::ExtractOp, arith::ConstantOp>(inner) ||
             OpTrait::hasElementwiseMappableTraits(&inner));
    }
  }
  for (Value operand : op->getOperands())
    if (isa<TensorType>(operand.getType()))
      ok = ok && isVectorizable(operand);
  op->walk([&](tensor::ExtractOp extract) {
    ok = ok && isVectorizable(extract.getTensor());
  });
  return vectorizable[tensor] = ok;
}
