// SPDX-License-Identifier: Apache-2.0
// Lowerings of the operators whose results' sizes depend on data: Compress, NonZero, Unique. A
// first computation counts, the schedule reads the count, a second one fills.
#include "compiler/Lowering/HostCall.h"
#include "compiler/Lowering/Tensor.h"
#include "dialects/ONNX/Tensor.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

/// Runs `count` over the inputs' buffers into one i64, and gives it as an index.
static Value countOf(Lowerer &l, ValueRange inputs,
                     function_ref<Scalar(Scalars &, ValueRange)> count) {
  Value init = empty(l, {size(l, 1)}, l.b.getI64Type());
  auto compute = ComputeOp::create(
      l.b, l.loc, Value(), inputs, ValueRange{init},
      [&](OpBuilder &b, Location loc, ValueRange args) {
        Scalars s(b, loc);
        Scalar n = count(s, args.drop_back());
        s.store(n.to(b.getI64Type()), args.back(), {s.index(0)});
      });
  return extractIndex(l, compute.getResult(0), 0);
}

//===-- NonZero -----------------------------------------------------------===//

static LoweredValues lowerNonZero(NonZeroOp op, Lowerer &l) {
  Value x = l(op.getX());
  Type onnxElement = elementOf(op.getX());
  int64_t rank = typeOf(x).getRank();
  auto isSet = [onnxElement](Scalars &s, Value raw) {
    return s.fromMemory(raw, onnxElement).isTrue();
  };
  Value flat = reshape(l, x, {product(l, dims(l, x))});
  Value n = countOf(l, flat, [&](Scalars &s, ValueRange args) {
    return s.loop(
        s.index(0), s.dim(args[0], 0), {s.index(0)},
        [&](Scalar i, ArrayRef<Scalar> sum) -> Scalars::Carried {
          return {sum[0] +
                  isSet(s, s.load(args[0], {i})).to(s.b.getIndexType(), true)};
        })[0];
  });
  Value init = empty(l, {size(l, rank), OpFoldResult(n)}, l.b.getI64Type());
  SmallVector<Value> inputs = {flat};
  llvm::append_range(inputs, toValues(l, dims(l, x)));
  auto compute = ComputeOp::create(
      l.b, l.loc, Value(), inputs, ValueRange{init},
      [&](OpBuilder &b, Location loc, ValueRange args) {
        Scalars s(b, loc);
        s.loop(s.index(0), s.dim(args[0], 0), {s.index(0)},
               [&](Scalar i, ArrayRef<Scalar> next) -> Scalars::Carried {
                 Scalar set = isSet(s, s.load(args[0], {i}));
                 s.when(set, [&] {
                   Scalar rest = i;
                   for (int64_t d = rank - 1; d >= 0; --d) {
                     Scalar n = s(args[1 + d]);
                     s.store((rest % n).to(b.getI64Type()), args.back(),
                             {s.index(d), next[0]});
                     rest = rest / n;
                   }
                 });
                 return {next[0] + set.to(b.getIndexType(), true)};
               });
      });
  return one(compute.getResult(0));
}

//===-- Compress ----------------------------------------------------------===//

static LoweredValues lowerCompress(CompressOp op, Lowerer &l) {
  Value x = l(op.getInput()), condition = l(op.getCondition());
  int64_t axis = 0;
  if (auto given = op.getAxis()) {
    axis = axisOf(*given, typeOf(x).getRank());
  } else {
    x = reshape(l, x, {product(l, dims(l, x))});
  }
  Sizes sizes = dims(l, x);
  Value limit = toValue(l, minimum(l, sizes[axis], dim(l, condition, 0)));
  // The positions to keep; then an ordinary gather.
  auto each = [&](Scalars &s, Value mask, Scalar n,
                  function_ref<void(Scalar, Scalar)> kept) {
    return s.loop(s.index(0), n, {s.index(0)},
                  [&](Scalar i, ArrayRef<Scalar> next) -> Scalars::Carried {
                    Scalar set = s.load(mask, {i}).ne(0);
                    if (kept)
                      s.when(set, [&] { kept(i, next[0]); });
                    return {next[0] + set.to(s.b.getIndexType(), true)};
                  })[0];
  };
  Value n = countOf(l, ValueRange{condition, limit},
                    [&](Scalars &s, ValueRange args) {
                      return each(s, args[0], s(args[1]), nullptr);
                    });
  Value init = empty(l, {OpFoldResult(n)}, l.b.getI64Type());
  Value positions =
      ComputeOp::create(
          l.b, l.loc, Value(), ValueRange{condition, limit}, ValueRange{init},
          [&](OpBuilder &b, Location loc, ValueRange args) {
            Scalars s(b, loc);
            each(s, args[0], s(args[1]), [&](Scalar i, Scalar at) {
              s.store(i.to(b.getI64Type()), args[2], {at});
            });
          })
          .getResult(0);
  sizes[axis] = n;
  return one(generate(l, sizes, typeOf(x).getElementType(),
                      [&](Scalars &s, ArrayRef<Scalar> at) {
                        SmallVector<Scalar> from(at);
                        from[axis] = s.extract(positions, {at[axis]}).toIndex();
                        return s.extract(x, from);
                      }));
}

//===-- Unique ------------------------------------------------------------===//

/// Slices along an axis (elements of the flat input without one) as rows of a matrix.
static LoweredValues lowerUnique(UniqueOp op, Lowerer &l) {
  Value x = l(op.getX());
  Type onnxElement = elementOf(op.getX());
  // Strings are compared by their numbers in order, then taken by place.
  Value strings;
  if (isString(onnxElement)) {
    strings = x;
    x = hostCall(l, "cameo_op_string_rank", {{x, onnxElement}},
                 l.b.getI64Type(), dims(l, x));
    onnxElement = l.b.getI64Type();
  }
  auto type = typeOf(x);
  SmallVector<int64_t> toFront;
  Sizes outer;
  auto asRows = [&](Value tensor) {
    Value moved = toFront.empty() ? tensor : transpose(l, tensor, toFront);
    outer = dims(l, moved);
    if (toFront.empty())
      return reshape(l, moved, {product(l, outer), size(l, 1)});
    return reshape(
        l, moved,
        {outer[0], product(l, ArrayRef<OpFoldResult>(outer).drop_front())});
  };
  if (auto given = op.getAxis()) {
    int64_t axis = axisOf(*given, type.getRank());
    toFront.push_back(axis);
    for (int64_t i = 0; i < type.getRank(); ++i)
      if (i != axis)
        toFront.push_back(i);
  }
  Value rows = asRows(x);
  OpFoldResult n = dim(l, rows, 0), width = dim(l, rows, 1);
  bool sorted = op.getSorted();
  Type i64 = l.b.getI64Type();
  // `groups` [4, n]: first occurrence of each distinct row in result order, its count, the group of
  // each row, and, for work, the order of the distinct rows. `number` [1]: how many there are.
  Value groups = empty(l, {size(l, 4), n}, i64),
        number = empty(l, {size(l, 1)}, i64);
  auto compute = ComputeOp::create(
      l.b, l.loc, Value(), ValueRange{rows}, ValueRange{groups, number},
      [&](OpBuilder &b, Location loc, ValueRange args) {
        Scalars s(b, loc);
        Value m = args[0], g = args[1];
        Scalar zero = s.index(0), first = zero, counts = s.index(1),
               group = s.index(2), order = s.index(3);
        auto get = [&](Scalar which, Scalar i) {
          return s.load(g, {which, i}).toIndex();
        };
        auto put = [&](Scalar v, Scalar which, Scalar i) {
          s.store(v.to(i64), g, {which, i});
        };
        // Sign of row i - row j: the first differing element decides; NaN sorts last.
        auto compare = [&](Scalar i, Scalar j) {
          return s.loop(
              zero, s.dim(m, 1), {zero},
              [&](Scalar c, ArrayRef<Scalar> sofar) -> Scalars::Carried {
                Scalar u = s.fromMemory(s.load(m, {i, c}), onnxElement);
                Scalar v = s.fromMemory(s.load(m, {j, c}), onnxElement);
                if (u.type().isInteger(1))
                  u = u.as(true), v = v.as(true);
                Scalar less = u<v, greater = u> v;
                if (u.isFloat()) {
                  less = less | (v.isNaN() & !u.isNaN());
                  greater = greater | (u.isNaN() & !v.isNaN());
                }
                Scalar sign = s.select(less, s.index(-1),
                                       s.select(greater, s.index(1), zero));
                return {s.select(sofar[0].eq(0), sign, sofar[0])};
              })[0];
        };
        // Insert each row into the order of the distinct ones, by bisection.
        auto distinct = s.loop(
            zero, s.dim(m, 0), {zero},
            [&](Scalar i, ArrayRef<Scalar> have) -> Scalars::Carried {
              auto range = s.whileLoop(
                  {zero, have[0]},
                  [](ArrayRef<Scalar> r) { return r[0] < r[1]; },
                  [&](ArrayRef<Scalar> r) -> Scalars::Carried {
                    Scalar mid = (r[0] + r[1]) / s.index(2);
                    Scalar less = compare(get(first, get(order, mid)), i) < 0;
                    return {s.select(less, mid + 1, r[0]),
                            s.select(less, r[1], mid)};
                  });
              Scalar at = range[0];
              auto isNew = s.choose(
                  at < have[0],
                  [&]() -> Scalars::Carried {
                    return {compare(get(first, get(order, at)), i).ne(0)};
                  },
                  [&]() -> Scalars::Carried { return {s.boolean(true)}; })[0];
              s.when(isNew, [&] {
                s.loop(zero, have[0] - at, [&](Scalar d) {
                  Scalar j = have[0] - d;
                  put(get(order, j - 1), order, j);
                });
                put(have[0], order, at);
                put(i, first, have[0]);
                put(zero, counts, have[0]);
              });
              Scalar id = get(order, at);
              put(id, group, i);
              put(get(counts, id) + 1, counts, id);
              return {have[0] + isNew.to(b.getIndexType(), true)};
            })[0];
        s.store(distinct.to(i64), args[2], {zero});
      });
  Value table = compute.getResult(0);
  OpFoldResult count = extractIndex(l, compute.getResult(1), 0);
  // Result k is group order[k] when sorted, else k itself.
  auto groupAt = [&](Scalars &s, Scalar k) {
    return sorted ? s.extract(table, {s.index(3), k}).toIndex() : k;
  };
  auto list = [&](OpFoldResult length,
                  function_ref<Value(Scalars &, Scalar)> body) {
    return generate(l, {length}, i64, [&](Scalars &s, ArrayRef<Scalar> at) {
      return body(s, at[0]);
    });
  };
  auto column = [&](int64_t which) {
    return list(count, [&](Scalars &s, Scalar k) -> Value {
      return s.extract(table, {s.index(which), groupAt(s, k)});
    });
  };
  Value firsts = column(0);
  // Where each group stands in the result.
  Value inverse;
  if (sorted) {
    Value ranks = ComputeOp::create(
                      l.b, l.loc, Value(), ValueRange{table, toValue(l, count)},
                      ValueRange{empty(l, {n}, i64)},
                      [&](OpBuilder &b, Location loc, ValueRange args) {
                        Scalars s(b, loc);
                        s.loop(s.index(0), s(args[1]), [&](Scalar k) {
                          Scalar id =
                              s.load(args[0], {s.index(3), k}).toIndex();
                          s.store(k.to(i64), args[2], {id});
                        });
                      })
                      .getResult(0);
    inverse = list(n, [&](Scalars &s, Scalar i) -> Value {
      return s.extract(ranks, {s.extract(table, {s.index(2), i}).toIndex()});
    });
  } else {
    inverse = list(n, [&](Scalars &s, Scalar i) -> Value {
      return s.extract(table, {s.index(2), i});
    });
  }
  if (strings)
    rows = asRows(strings);
  Value y = generate(l, {count, width}, type.getElementType(),
                     [&](Scalars &s, ArrayRef<Scalar> at) {
                       return s.extract(
                           rows, {s.extract(firsts, {at[0]}).toIndex(), at[1]});
                     });
  if (toFront.empty()) {
    y = reshape(l, y, {count});
  } else {
    outer[0] = count;
    SmallVector<int64_t> back(toFront.size());
    for (auto [to, from] : llvm::enumerate(toFront))
      back[from] = to;
    y = transpose(l, reshape(l, y, outer), back);
  }
  SmallVector<Value> results = {y, firsts, inverse, column(1)};
  for (auto [value, result] : llvm::zip_equal(results, op->getResults()))
    if (isa<NoneType>(result.getType()))
      value = Value();
  return results;
}

void cameo::registerTensorSelectLowerings(LoweringRegistry &r) {
  r.add<NonZeroOp>(lowerNonZero);
  r.add<CompressOp>(lowerCompress);
  r.add<UniqueOp>(lowerUnique);
}
