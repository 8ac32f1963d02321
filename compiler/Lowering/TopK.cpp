// SPDX-License-Identifier: Apache-2.0
// Lowering of TopK: a tile per row, whose results are its working memory. Few
// elements are kept in order as they come; more form a heap with the last of them
// on top, which becomes the order in the end: no more than n log k comparisons.
#include "compiler/Lowering/Compute.h"
#include "compiler/Lowering/Reduction.h"
#include "compiler/Lowering/Tensor.h"
#include "dialects/ONNX/Reduction.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

/// Up to so many, moving all that follow costs less than a heap.
static constexpr int64_t mostInserted = 32;

namespace {
/// The best elements of a column of a row, in the results.
class BestOf {
public:
  BestOf(Scalars &s, ValueRange args, Scalar row, Scalar column,
         Type onnxElement, bool largest)
      : s(s), in(args[1]), values(args[2]), indices(args[3]), t(row), j(column),
        onnxElement(onnxElement), largest(largest) {}

  /// Keeps the list in order: an element that beats its last entry is inserted,
  /// after equal ones.
  void insertAll() {
    Scalar count = s.dim(values, 1);
    s.loop(s.index(0), s.dim(in, 1), [&](Scalar i) {
      Entry e = given(i);
      s.when(enters(e, count, count - 1), [&] {
        Scalar from = s.select(i < count, i, count - 1);
        Scalar at = s.whileLoop(
            {from},
            [&](ArrayRef<Scalar> p) {
              return both(p[0] > 0,
                          [&] { return before(e.value, value(p[0] - 1)); });
            },
            [&](ArrayRef<Scalar> p) -> Scalars::Carried {
              put(kept(p[0] - 1), p[0]);
              return {p[0] - 1};
            })[0];
        put(e, at);
      });
    });
  }

  /// Keeps a heap whose top goes after all others, then takes it apart.
  void heapAll() {
    Scalar count = s.dim(values, 1), zero = s.index(0);
    s.loop(zero, s.dim(in, 1), [&](Scalar i) {
      Entry e = given(i);
      s.when(i < count, [&] {
        Scalar at = s.whileLoop(
            {i},
            [&](ArrayRef<Scalar> p) {
              return both(p[0] > 0,
                          [&] { return goesAfter(e, kept(parent(p[0]))); });
            },
            [&](ArrayRef<Scalar> p) -> Scalars::Carried {
              put(kept(parent(p[0])), p[0]);
              return {parent(p[0])};
            })[0];
        put(e, at);
      });
      s.when(both(i >= count, [&] { return enters(e, count, zero); }),
             [&] { sink(e, count); });
    });
    s.loop(s.index(1), count, [&](Scalar i) {
      Scalar end = count - i;
      Entry last = kept(end);
      put(kept(zero), end);
      sink(last, end);
    });
  }

private:
  struct Entry {
    Value value;  ///< as in memory
    Scalar index; ///< i64
  };
  Entry given(Scalar i) {
    return {s.load(in, {t, i, j}), i.to(s.b.getI64Type())};
  }
  Entry kept(Scalar p) { return {value(p), s.load(indices, {t, p, j})}; }
  Value value(Scalar p) { return s.load(values, {t, p, j}); }
  void put(const Entry &e, Scalar p) {
    s.store(s(e.value), values, {t, p, j});
    s.store(e.index, indices, {t, p, j});
  }
  static Scalar parent(Scalar p) { return indexDiv(p - 1, 2); }

  /// Whether `x` goes before `y`; NaN counts as larger than all.
  Scalar before(Value x, Value y) {
    Scalar v = s.fromMemory(x, onnxElement), w = s.fromMemory(y, onnxElement);
    Scalar r = largest ? v > w : v < w;
    if (v.isFloat())
      r = r | (largest ? v.isNaN() & !w.isNaN() : w.isNaN() & !v.isNaN());
    return r;
  }
  Scalar goesAfter(const Entry &x, const Entry &y) {
    return before(y.value, x.value) |
           (!before(x.value, y.value) & (x.index > y.index));
  }
  /// a and b(), which is computed only where `a` holds.
  Scalar both(Scalar a, function_ref<Scalar()> b) {
    return s.choose(
        a, [&]() -> Scalars::Carried { return {b()}; },
        [&]() -> Scalars::Carried { return {s.boolean(false)}; })[0];
  }
  /// Room at the end, or better than what is kept at `worst`.
  Scalar enters(const Entry &e, Scalar count, Scalar worst) {
    Scalar full = e.index >= count.to(s.b.getI64Type());
    return !full | both(full & (count > 0),
                        [&] { return before(e.value, value(worst)); });
  }
  /// The child of `hole` that takes its place if `e` cannot; -1 if it can.
  Scalar childAbove(Scalar hole, const Entry &e, Scalar size) {
    Scalar left = hole * 2 + 1, none = s.index(-1);
    return s.choose(
        left < size,
        [&]() -> Scalars::Carried {
          Scalar right = left + 1;
          Scalar takesRight = both(
              right < size, [&] { return goesAfter(kept(right), kept(left)); });
          Scalar child = s.select(takesRight, right, left);
          return {s.select(goesAfter(kept(child), e), child, none)};
        },
        [&]() -> Scalars::Carried { return {none}; })[0];
  }
  /// Puts `e` where it belongs in the heap of `size` whose top is free.
  void sink(const Entry &e, Scalar size) {
    Scalar zero = s.index(0);
    Scalar at = s.whileLoop(
        {zero, childAbove(zero, e, size)},
        [&](ArrayRef<Scalar> p) { return p[1] >= 0; },
        [&](ArrayRef<Scalar> p) -> Scalars::Carried {
          put(kept(p[1]), p[0]);
          return {p[1], childAbove(p[1], e, size)};
        })[0];
    put(e, at);
  }

  Scalars &s;
  Value in, values, indices;
  Scalar t, j;
  Type onnxElement;
  bool largest;
};
} // namespace

static LoweredValues lowerTopK(TopKOp op, Lowerer &l) {
  Value x = l(op.getX());
  Type onnxElement = getElementTypeOrSelf(op.getX().getType());
  int64_t rank = typeOf(x).getRank();
  int64_t axis = axisOf(op.getAxis(), rank);
  Sizes target = dims(l, x);
  ArrayRef<OpFoldResult> all(target);
  OpFoldResult outer = product(l, all.take_front(axis)), n = target[axis];
  OpFoldResult inner = product(l, all.drop_front(axis + 1));
  Value rows = reshape(l, x, {outer, n, inner});
  OpFoldResult k =
      settleSize(l, op.getValues(), axis, cameo::element(l, op.getK(), 0));
  Scalars host(l.b, l.loc);
  auto knownK = getConstantIntValue(k), knownN = getConstantIntValue(n);
  if (!knownK || !knownN)
    check(l, host(toValue(l, k)) <= host(toValue(l, n)),
          "k is larger than the dimension");
  target[axis] = k;
  Type i64 = l.b.getI64Type(), element = typeOf(x).getElementType();
  bool largest = op.getLargest();
  auto compute = ComputeOp::create(
      l.b, l.loc, toValue(l, outer), ValueRange{rows},
      ValueRange{empty(l, {outer, k, inner}, element),
                 empty(l, {outer, k, inner}, i64)},
      [&](OpBuilder &b, Location loc, ValueRange args) {
        Scalars s(b, loc);
        s.loop(s.index(0), s.dim(args[1], 2), [&](Scalar j) {
          BestOf best(s, args, s(args[0]), j, onnxElement, largest);
          if (knownK)
            return *knownK <= mostInserted ? best.insertAll() : best.heapAll();
          Scalar few = s.dim(args[2], 1) <= mostInserted;
          s.when(few, [&] { best.insertAll(); });
          s.when(!few, [&] { best.heapAll(); });
        });
      });
  return SmallVector<Value>{reshape(l, compute.getResult(0), target),
                            reshape(l, compute.getResult(1), target)};
}

void cameo::registerTopKLowering(LoweringRegistry &r) {
  r.add<TopKOp>(lowerTopK);
}
