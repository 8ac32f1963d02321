// SPDX-License-Identifier: Apache-2.0
// Builds cameo.compute.
#include "compiler/Lowering/Compute.h"

using namespace mlir;
using namespace cameo;

SmallVector<Value>
cameo::compute(Lowerer &l, ValueRange inputs, ValueRange outs,
               function_ref<void(Scalars &, ValueRange)> body) {
  auto op = ComputeOp::create(l.b, l.loc, Value(), inputs, outs,
                              [&](OpBuilder &b, Location loc, ValueRange args) {
                                Scalars s(b, loc);
                                body(s, args);
                              });
  return SmallVector<Value>(op.getResults());
}

SmallVector<Value>
cameo::computeTiled(Lowerer &l, OpFoldResult tiles, ValueRange inputs,
                    ValueRange outs,
                    function_ref<void(Scalars &, Scalar, ValueRange)> body) {
  auto op = ComputeOp::create(l.b, l.loc, toValue(l, tiles), inputs, outs,
                              [&](OpBuilder &b, Location loc, ValueRange args) {
                                Scalars s(b, loc);
                                body(s, s(args[0]), args.drop_front());
                              });
  return SmallVector<Value>(op.getResults());
}

Value cameo::writeSlice(Lowerer &l, Value value, Value buffer, int64_t axis,
                        Value index) {
  // Not tensor.insert_slice: this is sure to leave the rest of the buffer where
  // it is.
  return compute(l, {value, index}, {buffer}, [&](Scalars &s, ValueRange args) {
    SmallVector<Scalar> sizes;
    for (int64_t i = 0, e = cast<MemRefType>(args[0].getType()).getRank();
         i < e; ++i)
      sizes.push_back(s.dim(args[0], i));
    s.nest(sizes, [&](ArrayRef<Scalar> at) {
      SmallVector<Scalar> to(at);
      to.insert(to.begin() + axis, s(args[1]));
      s.store(s.load(args[0], at), args[2], to);
    });
  })[0];
}

Value cameo::writeCacheRows(
    Lowerer &l, Value rows, Value cache, int64_t axis, Value length,
    bool circular, ValueRange inputs,
    function_ref<Scalar(Scalars &, Scalar, ValueRange)> start) {
  int64_t rank = cast<RankedTensorType>(rows.getType()).getRank();
  SmallVector<Value> all{rows};
  llvm::append_range(all, inputs);
  Sizes sizes = dims(l, rows);
  return computeTiled(
      l, product(l, ArrayRef<OpFoldResult>(sizes).take_front(axis)), all,
      {cache}, [&](Scalars &s, Scalar tile, ValueRange args) {
        SmallVector<Scalar> outer(axis, tile), inner;
        for (int64_t d = axis - 1; d > 0; --d) {
          Scalar size = s.dim(args[0], d);
          outer[d] = indexMod(outer[0], size);
          outer[0] = indexDiv(outer[0], size);
        }
        for (int64_t d = axis + 1; d < rank; ++d)
          inner.push_back(s.dim(args[0], d));
        Scalar first = start(s, outer[0], args.drop_front().drop_back()),
               end = s(length), zero = s.index(0);
        s.loop(zero, s.dim(args[0], axis), [&](Scalar row) {
          Scalar to = first + row, inside = row < end;
          if (circular) {
            to = to % end;
            to = s.select(to < 0, to + end, to);
          } else {
            inside = (to >= 0) & (to < end);
          }
          s.when(inside, [&] {
            s.nest(inner, [&](ArrayRef<Scalar> rest) {
              SmallVector<Scalar> from(outer), target(outer);
              from.push_back(row);
              target.push_back(to);
              from.append(rest.begin(), rest.end());
              target.append(rest.begin(), rest.end());
              s.store(s.load(args[0], from), args.back(), target);
            });
          });
        });
      })[0];
}

Value cameo::writeRows(Lowerer &l, Value value, Value buffer, int64_t axis,
                       Value offset) {
  auto rows = [&](Value tensor) {
    Sizes sizes = dims(l, tensor);
    ArrayRef<OpFoldResult> all(sizes);
    return reshape(
        l, tensor,
        {product(l, all.take_front(axis)), product(l, all.drop_front(axis))});
  };
  Sizes sizes = dims(l, buffer);
  OpFoldResult inner =
      product(l, ArrayRef<OpFoldResult>(sizes).drop_front(axis + 1));
  Value from = rows(value), to = rows(buffer);
  Value start = toValue(l, mul(l, offset, inner));
  Value written =
      compute(l, {from, start}, {to}, [](Scalars &s, ValueRange args) {
        Scalar first = s(args[1]);
        s.nest({s.dim(args[0], 0), s.dim(args[0], 1)},
               [&](ArrayRef<Scalar> at) {
                 s.store(s.load(args[0], at), args[2], {at[0], first + at[1]});
               });
      })[0];
  Value back = reshape(l, written, sizes);
  return back.getType() == buffer.getType()
             ? back
             : tensor::CastOp::create(l.b, l.loc, buffer.getType(), back)
                   .getResult();
}

SmallVector<Value>
cameo::countedLoop(Lowerer &l, Value count, ValueRange init,
                   function_ref<SmallVector<Value>(Value, ValueRange)> body) {
  Scalars s(l.b, l.loc);
  Value zero = s.index(0), step = s.index(1);
  auto loop = scf::ForOp::create(l.b, l.loc, zero, count, step, init);
  OpBuilder::InsertionGuard guard(l.b);
  loop.getBody()->clear();
  l.b.setInsertionPointToEnd(loop.getBody());
  scf::YieldOp::create(l.b, l.loc,
                       body(loop.getInductionVar(), loop.getRegionIterArgs()));
  return loop.getResults();
}

Value cameo::sumOver(
    Lowerer &l, ArrayRef<OpFoldResult> sizes, OpFoldResult count, Type wide,
    function_ref<Scalar(Scalars &, ArrayRef<Scalar>, Scalar)> body) {
  int64_t rank = sizes.size();
  AffineMap all = l.b.getMultiDimIdentityMap(rank + 1).getMajorSubMap(rank);
  AffineMap last = AffineMap::get(rank + 1, 0, l.b.getAffineDimExpr(rank));
  SmallVector<utils::IteratorType> iterators(rank,
                                             utils::IteratorType::parallel);
  iterators.push_back(utils::IteratorType::reduction);
  // An operand that only states how far the sum goes.
  Value range = empty(l, {count}, l.b.getI8Type());
  return generic(l, fill(l, sizes, numberAttr(wide, 0.0)), {range}, {last, all},
                 iterators, [&](Scalars &s, ArrayRef<Scalar> v) {
                   SmallVector<Scalar> at;
                   for (int64_t i = 0; i < rank; ++i)
                     at.push_back(s.position(i));
                   return Value(v.back() + body(s, at, s.position(rank)));
                 });
}

Scalar cameo::indexDiv(Scalar a, Scalar b) {
  Scalars &s = a.scalars();
  return s(arith::DivUIOp::create(s.b, s.loc, a, b));
}
Scalar cameo::indexMod(Scalar a, Scalar b) {
  Scalars &s = a.scalars();
  return s(arith::RemUIOp::create(s.b, s.loc, a, b));
}
Scalar cameo::indexDiv(Scalar a, int64_t b) { return indexDiv(a, a.like(b)); }
Scalar cameo::indexMod(Scalar a, int64_t b) { return indexMod(a, a.like(b)); }

Scalar cameo::bounded(Scalar x, double lo, Scalar hi) {
  Scalars &s = x.scalars();
  Scalar low = x.like(lo);
  return s.select(x >= low, s.select(x <= hi, x, hi), low);
}

SmallVector<Scalar> cameo::delinearise(Scalar position,
                                       ArrayRef<Scalar> sizes) {
  SmallVector<Scalar> result;
  for (size_t i = sizes.size(); i-- > 1;) {
    result.push_back(indexMod(position, sizes[i]));
    position = indexDiv(position, sizes[i]);
  }
  result.push_back(position);
  return SmallVector<Scalar>(llvm::reverse(result));
}
