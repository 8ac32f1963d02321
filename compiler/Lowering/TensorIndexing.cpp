// SPDX-License-Identifier: Apache-2.0
// Lowerings of gathers, scatters and their kin. Indices are data: each is normalised and clamped
// before it reads, and one out of range writes nothing.
#include "compiler/Lowering/Bounds.h"
#include "compiler/Lowering/Compute.h"
#include "compiler/Lowering/Tensor.h"
#include "dialects/ONNX/Tensor.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

//===-- Gather ------------------------------------------------------------===//

static LoweredValues lowerGather(GatherOp op, Lowerer &l) {
  Value data = l(op.getData()), indices = l(op.getIndices());
  int64_t rank = typeOf(data).getRank(), q = typeOf(indices).getRank();
  int64_t axis = axisOf(op.getAxis(), rank);
  Sizes source = dims(l, data), picked = dims(l, indices);
  checkNotEmpty(l, source[axis], product(l, picked));
  Sizes target(ArrayRef<OpFoldResult>(source).take_front(axis));
  target.append(picked);
  target.append(source.begin() + axis + 1, source.end());
  int64_t outRank = target.size();
  MLIRContext *context = l.b.getContext();
  SmallVector<AffineExpr> exprs;
  for (int64_t i = 0; i < q; ++i)
    exprs.push_back(getAffineDimExpr(axis + i, context));
  Value extent = toValue(l, source[axis]);
  Value init = empty(l, target, typeOf(data).getElementType());
  AffineMap maps[] = {AffineMap::get(outRank, 0, exprs, context),
                      AffineMap::getMultiDimIdentityMap(outRank, context)};
  SmallVector<utils::IteratorType> iterators(outRank,
                                             utils::IteratorType::parallel);
  return one(generic(l, init, indices, maps, iterators,
                     [&](Scalars &s, ArrayRef<Scalar> a) -> Value {
                       SmallVector<Scalar> from;
                       for (int64_t i = 0; i < axis; ++i)
                         from.push_back(s.position(i));
                       from.push_back(s.normaliseIndex(a[0], s(extent)));
                       for (int64_t i = axis + q; i < outRank; ++i)
                         from.push_back(s.position(i));
                       return s.extract(data, from);
                     }));
}

static LoweredValues lowerGatherElements(GatherElementsOp op, Lowerer &l) {
  Value data = l(op.getData()), indices = l(op.getIndices());
  int64_t rank = typeOf(data).getRank();
  int64_t axis = axisOf(op.getAxis(), rank);
  Sizes source = dims(l, data), target = dims(l, indices);
  checkNotEmpty(l, source[axis], product(l, target));
  SmallVector<Value> extents = toValues(l, source);
  Value init = empty(l, target, typeOf(data).getElementType());
  AffineMap identity =
      AffineMap::getMultiDimIdentityMap(rank, l.b.getContext());
  SmallVector<utils::IteratorType> iterators(rank,
                                             utils::IteratorType::parallel);
  return one(generic(
      l, init, indices, {identity, identity}, iterators,
      [&](Scalars &s, ArrayRef<Scalar> a) -> Value {
        SmallVector<Scalar> from;
        for (int64_t i = 0; i < rank; ++i)
          from.push_back(i == axis ? s.normaliseIndex(a[0], s(extents[i]))
                         : sameSize(l, source[i], target[i])
                             ? s.position(i)
                             : s.normaliseIndex(s.position(i), s(extents[i])));
        return s.extract(data, from);
      }));
}

static LoweredValues lowerGatherND(GatherNDOp op, Lowerer &l) {
  Value data = l(op.getData()), indices = l(op.getIndices());
  int64_t rank = typeOf(data).getRank(), q = typeOf(indices).getRank(),
          b = op.getBatchDims();
  // The tuples' length, which else follows from the result's rank.
  int64_t k = q ? typeOf(indices).getDimSize(q - 1) : 0;
  if (ShapedType::isDynamic(k))
    k = q - 1 + rank - b - typeOf(op.getOutput()).getRank();
  assert(q >= 1 && k >= 0 && b >= 0 && b < q && b + k <= rank &&
         "the shape rule lets no other tuples pass");
  checkSame(l, dim(l, indices, q - 1), size(l, k),
            "index tuples are not of length " + Twine(k));
  Sizes source = dims(l, data), picked = dims(l, indices);
  for (int64_t i = 0; i < b; ++i)
    checkSame(l, source[i], picked[i],
              "the batch sizes of data and indices differ");
  Sizes target(picked.begin(), picked.end() - 1);
  target.append(source.begin() + b + k, source.end());
  for (int64_t i = 0; i < k; ++i)
    checkNotEmpty(l, source[b + i], product(l, target));
  SmallVector<Value> extents = toValues(l, source);
  return one(generate(l, target, typeOf(data).getElementType(),
                      [&](Scalars &s, ArrayRef<Scalar> at) -> Value {
                        SmallVector<Scalar> tuple(at.begin(),
                                                  at.begin() + q - 1),
                            from(at.begin(), at.begin() + b);
                        tuple.push_back(s.index(0));
                        for (int64_t i = 0; i < k; ++i) {
                          tuple.back() = s.index(i);
                          from.push_back(s.normaliseIndex(
                              s.extract(indices, tuple), s(extents[b + i])));
                        }
                        from.append(at.begin() + q - 1, at.end());
                        return s.extract(data, from);
                      }));
}

//===-- Scatter -----------------------------------------------------------===//

/// What a reduction makes of the element there and the update, both as in memory.
static Value combine(Scalars &s, StringRef reduction, Value there, Value update,
                     Type onnxElement) {
  if (reduction == "none")
    return update;
  Scalar a = s.fromMemory(there, onnxElement),
         b = s.fromMemory(update, onnxElement);
  if (a.type().isInteger(
          1)) // on truth values: sum and maximum are or, product and minimum and
    return s.toMemory(reduction == "add" || reduction == "max" ? a | b : a & b,
                      onnxElement);
  Scalar r = reduction == "add"   ? a + b
             : reduction == "mul" ? a * b
             : reduction == "max" ? a.max(b)
                                  : a.min(b);
  return s.toMemory(r, onnxElement);
}

/// An index counted from the front, and whether it lies within the dimension.
static std::pair<Scalar, Scalar> placed(Scalars &s, Scalar i, Scalar n) {
  i = i.toIndex();
  i = s.select(i < 0, i + n, i);
  return {i, (i >= 0) & (i < n)};
}

static LoweredValues lowerScatterElements(ScatterElementsOp op, Lowerer &l) {
  Value data = l(op.getData()), indices = l(op.getIndices()),
        updates = l(op.getUpdates());
  int64_t rank = typeOf(data).getRank();
  int64_t axis = axisOf(op.getAxis(), rank);
  for (int64_t i = 0; i < rank; ++i)
    checkSame(l, dim(l, indices, i), dim(l, updates, i),
              "indices and updates differ in shape");
  Type onnxElement = elementOf(op.getData());
  std::string reduction = op.getReduction().str();
  auto compute = ComputeOp::create(
      l.b, l.loc, Value(), ValueRange{indices, updates}, ValueRange{data},
      [&](OpBuilder &b, Location loc, ValueRange args) {
        Scalars s(b, loc);
        SmallVector<Scalar> sizes;
        for (int64_t i = 0; i < rank; ++i)
          sizes.push_back(s.dim(args[0], i));
        s.nest(sizes, [&](ArrayRef<Scalar> at) {
          SmallVector<Scalar> to(at);
          Scalar inside = s.boolean(true);
          for (int64_t i = 0; i < rank; ++i) {
            auto [index, fits] = placed(
                s, i == axis ? s.load(args[0], at) : at[i], s.dim(args[2], i));
            to[i] = index;
            inside = inside & fits;
          }
          s.when(inside, [&] {
            Value v = combine(s, reduction, s.load(args[2], to),
                              s.load(args[1], at), onnxElement);
            s.store(s(v), args[2], to);
          });
        });
      });
  return one(compute.getResult(0));
}

static LoweredValues lowerScatterND(ScatterNDOp op, Lowerer &l) {
  Value data = l(op.getData()), indices = l(op.getIndices()),
        updates = l(op.getUpdates());
  int64_t rank = typeOf(data).getRank(), q = typeOf(indices).getRank();
  // The tuples' length, as it follows from the ranks.
  int64_t k = q - 1 + rank - typeOf(updates).getRank();
  if (q < 1 || k < 0 || k > rank)
    return op.emitError(
        "indices must be tuples of a length that data's rank can take");
  checkSame(l, dim(l, indices, q - 1), size(l, k),
            "index tuples are not of length " + Twine(k));
  for (int64_t i = 0; i < q - 1; ++i)
    checkSame(l, dim(l, indices, i), dim(l, updates, i),
              "indices and updates differ in shape");
  for (int64_t i = k; i < rank; ++i)
    checkSame(l, dim(l, data, i), dim(l, updates, q - 1 + i - k),
              "updates and data differ in shape");
  Type onnxElement = elementOf(op.getData());
  std::string reduction = op.getReduction().str();
  auto compute = ComputeOp::create(
      l.b, l.loc, Value(), ValueRange{indices, updates}, ValueRange{data},
      [&](OpBuilder &b, Location loc, ValueRange args) {
        Scalars s(b, loc);
        SmallVector<Scalar> outer, inner;
        for (int64_t i = 0; i < q - 1; ++i)
          outer.push_back(s.dim(args[0], i));
        for (int64_t i = k; i < rank; ++i)
          inner.push_back(s.dim(args[2], i));
        s.nest(outer, [&](ArrayRef<Scalar> at) {
          SmallVector<Scalar> tuple(at), to;
          tuple.push_back(s.index(0));
          Scalar inside = s.boolean(true);
          for (int64_t i = 0; i < k; ++i) {
            tuple.back() = s.index(i);
            auto [index, fits] =
                placed(s, s.load(args[0], tuple), s.dim(args[2], i));
            to.push_back(index);
            inside = inside & fits;
          }
          s.when(inside, [&] {
            s.nest(inner, [&](ArrayRef<Scalar> rest) {
              SmallVector<Scalar> from(at), target(to);
              from.append(rest.begin(), rest.end());
              target.append(rest.begin(), rest.end());
              Value v = combine(s, reduction, s.load(args[2], target),
                                s.load(args[1], from), onnxElement);
              s.store(s(v), args[2], target);
            });
          });
        });
      });
  return one(compute.getResult(0));
}

/// A cache in which the update stands from write_indices[batch] on, modulo the length if circular.
static LoweredValues lowerTensorScatter(TensorScatterOp op, Lowerer &l) {
  Value past = l(op.getPastCache()), update = l(op.getUpdate()),
        starts = l(op.getWriteIndices());
  int64_t rank = typeOf(past).getRank();
  int64_t axis = axisOf(op.getAxis(), rank);
  if (axis == 0)
    return op.emitError("axis must be a dimension other than the batch");
  Sizes sizes = dims(l, past);
  for (int64_t i = 0; i < rank; ++i)
    if (i != axis)
      checkSame(l, sizes[i], dim(l, update, i),
                "past_cache and update differ in shape");
  if (starts)
    checkSame(l, dim(l, starts, 0), sizes[0],
              "write_indices has not one index per batch");
  checkNotEmpty(l, dim(l, update, axis), product(l, sizes));
  SmallVector<Value> inputs;
  if (starts)
    inputs.push_back(starts);
  return one(writeCacheRows(l, update, past, axis, toValue(l, sizes[axis]),
                            /*circular=*/op.getMode() == "circular", inputs,
                            [&](Scalars &s, Scalar b, ValueRange args) {
                              return starts ? s.load(args[0], {b}).toIndex()
                                            : s.index(0);
                            }));
}

//===-- OneHot ------------------------------------------------------------===//

static LoweredValues lowerOneHot(OneHotOp op, Lowerer &l) {
  Value indices = l(op.getIndices()), depth = l(op.getDepth()),
        values = l(op.getValues());
  int64_t rank = typeOf(indices).getRank() + 1;
  int64_t axis = axisOf(op.getAxis(), rank);
  checkSame(l, dim(l, values, 0), size(l, 2), "values must be two");
  Scalars host(l.b, l.loc);
  Value n =
      host.cast(host.fromMemory(theElement(l, depth), elementOf(op.getDepth())),
                elementOf(op.getDepth()), l.b.getI64Type())
          .toIndex();
  Sizes target = dims(l, indices);
  target.insert(target.begin() + axis, OpFoldResult(n));
  target[axis] = settleSize(l, op.getOutput(), axis, n);
  Value bound = toValue(l, target[axis]);
  Type from = elementOf(op.getIndices());
  return one(generate(
      l, target, typeOf(values).getElementType(),
      [&](Scalars &s, ArrayRef<Scalar> at) -> Value {
        SmallVector<Scalar> where(at);
        where.erase(where.begin() + axis);
        Scalar i = s.cast(s.fromMemory(s.extract(indices, where), from), from,
                          s.b.getI64Type())
                       .toIndex();
        i = s.select(i < 0, i + s(bound), i);
        return s.select(i.eq(at[axis]), s.extract(values, {s.index(1)}),
                        s.extract(values, {s.index(0)}));
      }));
}

void cameo::registerTensorIndexingLowerings(LoweringRegistry &r) {
  r.add<GatherOp>(lowerGather);
  r.add<GatherElementsOp>(lowerGatherElements);
  r.add<GatherNDOp>(lowerGatherND);
  r.add<ScatterElementsOp>(lowerScatterElements);
  r.add<ScatterNDOp>(lowerScatterND);
  r.add<TensorScatterOp>(lowerTensorScatter);
  r.add<OneHotOp>(lowerOneHot);
}
