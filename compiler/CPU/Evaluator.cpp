// SPDX-License-Identifier: Apache-2.0
// Evaluation of tensor values: which elements of which source an element comes from. Bodies and
// reductions of linalg.generic are in EvaluateGeneric.cpp, index arithmetic in LaneIndex.cpp.
#include "compiler/CPU/Evaluator.h"

using namespace mlir;
using namespace cameo;

Value Evaluator::element(Value tensor, ArrayRef<LaneIndex> indices) {
  if (valueOf)
    if (Value v = valueOf(tensor, indices))
      return v;
  for (const Known &k : llvm::reverse(known))
    if (k.tensor == tensor && ArrayRef<LaneIndex>(k.indices) == indices)
      return k.value;
  Value value = compute(tensor, indices);
  if (auto it = e.storedRows.find(tensor); value && it != e.storedRows.end())
    e.store(value, it->second.memref, indices.drop_front(it->second.rowDims),
            width);
  if (value)
    known.push_back({tensor, LaneIndices(indices), value});
  return value;
}

Value Evaluator::compute(Value tensor, ArrayRef<LaneIndex> indices) {
  if (Value scalar = e.rowScalars.lookup(tensor))
    return scalar;
  if (auto row = e.rows.find(tensor); row != e.rows.end())
    return e.load(row->second.memref, indices.drop_front(row->second.rowDims),
                  width);
  if (Value memref = e.buffer(tensor))
    return e.load(memref, indices, width);
  Operation *op = tensor.getDefiningOp();
  if (!op) {
    e.error(e.kernel) << "a tensor argument has no buffer";
    return {};
  }
  Type element = getElementTypeOrSelf(tensor.getType());
  return TypeSwitch<Operation *, Value>(op)
      .Case([&](linalg::GenericOp g) {
        return generic(g, cast<OpResult>(tensor).getResultNumber(), indices);
      })
      .Case([&](linalg::FillOp fill) { return e.scalar(fill.getInputs()[0]); })
      .Case([&](tensor::SplatOp splat) { return e.scalar(splat.getInput()); })
      .Case([&](tensor::FromElementsOp f) -> Value {
        if (f.getElements().size() == 1)
          return e.scalar(f.getElements()[0]);
        e.error(op) << "a list of scalars inside a kernel";
        return {};
      })
      .Case([&](tensor::CastOp c) {
        return this->element(c.getSource(), indices);
      })
      .Case([&](tensor::EmptyOp) -> Value {
        // Not yet written: any value will do.
        return arith::ConstantOp::create(b, b.getZeroAttr(element));
      })
      .Case([&](arith::ConstantOp c) -> Value {
        auto splat = dyn_cast<SplatElementsAttr>(c.getValue());
        if (!splat) {
          e.error(op) << "a constant tensor inside a kernel";
          return {};
        }
        return arith::ConstantOp::create(b, splat.getSplatValue<TypedAttr>());
      })
      .Case([&](tensor::ExpandShapeOp s) {
        return reshape(s.getSrc(), tensor, s.getReassociationIndices(), true,
                       indices);
      })
      .Case([&](tensor::CollapseShapeOp s) {
        return reshape(s.getSrc(), tensor, s.getReassociationIndices(), false,
                       indices);
      })
      .Case([&](tensor::ExtractSliceOp s) -> Value {
        llvm::SmallBitVector dropped = s.getDroppedDims();
        LaneIndices at;
        unsigned next = 0;
        for (auto [i, offset, stride] :
             llvm::enumerate(s.getMixedOffsets(), s.getMixedStrides())) {
          LaneIndex x = dropped[i] ? LaneIndex(e.index(0)) : indices[next++];
          at.push_back(addIndex(scaleIndex(x, fold(stride)), fold(offset)));
        }
        return this->element(s.getSource(), at);
      })
      .Case([&](tensor::InsertSliceOp s) -> Value {
        SmallVector<Value> offsets, sizes, strides;
        for (auto [o, n, t] : llvm::zip(s.getMixedOffsets(), s.getMixedSizes(),
                                        s.getMixedStrides())) {
          offsets.push_back(fold(o));
          sizes.push_back(fold(n));
          strides.push_back(fold(t));
        }
        llvm::SmallBitVector dropped = s.getDroppedDims();
        if (auto known = e.insertedPart.find(s);
            known != e.insertedPart.end()) {
          if (!known->second)
            return this->element(s.getDest(), indices);
          LaneIndices at;
          for (auto [i, x] : llvm::enumerate(indices))
            if (!dropped[i])
              at.push_back(LaneIndex(e.sub(x.base, offsets[i]), x.step));
          return this->element(s.getSource(), at);
        }
        return window(
            element, indices, offsets, sizes, strides,
            [&](Evaluator &v, LaneIndices at) {
              LaneIndices source;
              for (auto [i, x] : llvm::enumerate(at))
                if (!dropped[i])
                  source.push_back(x);
              return v.element(s.getSource(), source);
            },
            [&](Evaluator &v, LaneIndices at) {
              return v.element(s.getDest(), at);
            });
      })
      .Case([&](tensor::PadOp p) -> Value {
        SmallVector<Value> offsets, strides(indices.size(), e.index(1));
        for (OpFoldResult low : p.getMixedLowPad())
          offsets.push_back(fold(low));
        Value padding = p.getConstantPaddingValue();
        if (!padding) {
          e.error(op) << "padding that depends on the position";
          return {};
        }
        // The constant may be inside the region: a copy of it serves as well.
        Value value;
        if (Operation *c = padding.getDefiningOp();
            c && matchPattern(c, m_Constant()))
          value = b.clone(*c)->getResult(0);
        else
          value = e.scalar(padding);
        return window(
            element, indices, offsets, e.dims(p.getSource()), strides,
            [&](Evaluator &v, LaneIndices at) {
              return v.element(p.getSource(), at);
            },
            [&](Evaluator &v, LaneIndices) { return value; },
            /*cheapOutside=*/true);
      })
      .Default([&](Operation *other) {
        e.error(other) << "no rule for this operation inside a loop";
        return Value();
      });
}

Value Evaluator::reshape(Value source, Value result,
                         ArrayRef<ReassociationIndices> groups, bool expand,
                         ArrayRef<LaneIndex> indices) {
  // The expanded side has the groups; the collapsed side one dimension each.
  Value expanded = expand ? result : source;
  LaneIndices at;
  for (auto [g, group] : llvm::enumerate(groups)) {
    if (expand) {
      LaneIndex linear = indices[group[0]];
      for (int64_t d : ArrayRef<int64_t>(group).drop_front())
        linear = addIndex(scaleIndex(linear, e.dim(expanded, d)), indices[d]);
      at.push_back(linear);
      continue;
    }
    LaneIndices parts;
    LaneIndex linear = indices[g];
    for (int64_t d : llvm::reverse(ArrayRef<int64_t>(group).drop_front())) {
      auto [quotient, rest] = divIndex(linear, e.dim(expanded, d));
      parts.push_back(rest);
      linear = quotient;
    }
    parts.push_back(linear);
    at.append(parts.rbegin(), parts.rend());
  }
  // A scalar tensor has no groups: its one element is at index 0 everywhere.
  if (!expand && groups.empty())
    at.assign(cast<RankedTensorType>(source.getType()).getRank(),
              LaneIndex(e.index(0)));
  return element(source, at);
}

Value Evaluator::perLane(Type type, ArrayRef<LaneIndex> indices,
                         function_ref<Value(Evaluator &, LaneIndices)> fn) {
  Value init =
      arith::ConstantOp::create(b, b.getZeroAttr(e.vectorType(type, width)));
  SmallVector<Value> result = e.forLoop(
      e.index(0), e.index(width), e.index(1), init,
      [&](Value lane, ValueRange carried) {
        LaneIndices at;
        for (const LaneIndex &x : indices) {
          if (x.lanes)
            at.push_back(
                vector::ExtractOp::create(b, x.lanes, OpFoldResult(lane))
                    .getResult());
          else
            at.push_back(e.add(x.base, e.mul(lane, e.index(x.step))));
        }
        Evaluator scalar(e, 1, valueOf);
        Value v = fn(scalar, at);
        if (!v)
          return SmallVector<Value>(carried);
        return SmallVector<Value>{
            vector::InsertOp::create(b, v, carried[0], OpFoldResult(lane))
                .getResult()};
      });
  return result[0];
}

Value Evaluator::window(Type type, ArrayRef<LaneIndex> indices,
                        ArrayRef<Value> offsets, ArrayRef<Value> sizes,
                        ArrayRef<Value> strides,
                        function_ref<Value(Evaluator &, LaneIndices)> inside,
                        function_ref<Value(Evaluator &, LaneIndices)> outside,
                        bool cheapOutside) {
  bool uniform =
      llvm::all_of(indices, [](const LaneIndex &x) { return x.uniform(); });
  // Only unit steps can be tested by their ends; other lanes go one by one.
  for (auto [x, stride] : llvm::zip(indices, strides))
    if (x.lanes || (!x.uniform() && !isConstantIntValue(stride, 1)))
      return perLane(type, indices, [&](Evaluator &v, LaneIndices at) {
        return v.window(type, at, offsets, sizes, strides, inside, outside,
                        cheapOutside);
      });

  // `common` is what all lanes share.
  Value condition, common;
  auto also = [&](Value all, Value c) {
    return all ? b.createOrFold<arith::AndIOp>(all, c) : c;
  };
  LaneIndices at;
  for (auto [x, offset, size, stride] :
       llvm::zip(indices, offsets, sizes, strides)) {
    Value relative = e.sub(x.base, offset);
    Value extent = size;
    auto require = [&](Value c) {
      condition = also(condition, c);
      if (x.uniform())
        common = also(common, c);
    };
    if (!isConstantIntValue(stride, 1)) {
      require(arith::CmpIOp::create(b, arith::CmpIPredicate::eq,
                                    arith::RemSIOp::create(b, relative, stride),
                                    e.index(0)));
      extent = e.mul(size, stride);
    }
    // One unsigned comparison does for both ends.
    require(
        arith::CmpIOp::create(b, arith::CmpIPredicate::ult, relative, extent));
    if (!x.uniform())
      require(arith::CmpIOp::create(
          b, arith::CmpIPredicate::ult,
          e.add(relative, e.index((width - 1) * x.step)), extent));
    if (!isConstantIntValue(stride, 1))
      relative = arith::DivSIOp::create(b, relative, stride);
    at.push_back(LaneIndex(relative, x.step));
  }
  if (!condition)
    return inside(*this, at);

  Type resultType = uniform ? type : Type(e.vectorType(type, width));
  auto branch = scf::IfOp::create(b, TypeRange(resultType), condition,
                                  /*withElseRegion=*/true);
  auto build = [&](Block *block, function_ref<Value(Evaluator &)> fn) {
    OpBuilder::InsertionGuard guard(b);
    b.setInsertionPointToEnd(block);
    size_t mark = known.size();
    Value v = fn(*this);
    known.resize(mark, Known{Value(), {}, Value()});
    if (!v)
      v = arith::ConstantOp::create(b, b.getZeroAttr(resultType));
    if (!uniform)
      v = e.broadcast(v, width);
    scf::YieldOp::create(b, v);
  };
  build(branch.thenBlock(), [&](Evaluator &v) { return inside(v, at); });
  build(branch.elseBlock(), [&](Evaluator &v) {
    if (uniform)
      return outside(v, LaneIndices(indices));
    auto mixed = [&](Evaluator &v) {
      return v.perLane(type, indices, [&](Evaluator &scalar, LaneIndices lane) {
        return scalar.window(type, lane, offsets, sizes, strides, inside,
                             outside, cheapOutside);
      });
    };
    if (!cheapOutside || !common)
      return mixed(v);
    // Whole rows of padding need no look at their lanes.
    auto rows = scf::IfOp::create(b, TypeRange(resultType), common,
                                  /*withElseRegion=*/true);
    build(rows.thenBlock(), mixed);
    build(rows.elseBlock(),
          [&](Evaluator &v) { return outside(v, LaneIndices(indices)); });
    return rows.getResult(0);
  });
  return branch.getResult(0);
}
