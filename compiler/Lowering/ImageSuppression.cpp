// SPDX-License-Identifier: Apache-2.0
// Lowering of NonMaxSuppression: candidates come from a heap, the best first, and are compared with the boxes chosen before,
// which lie in memory by coordinate and are taken in blocks.
#include "compiler/Lowering/Compute.h"
#include "compiler/Lowering/Image.h"
#include "dialects/ONNX/Image.h"
#include <cmath>

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

namespace {
/// Chosen boxes that a candidate is compared with at once.
constexpr int64_t outlineBlock = 32;

/// Corners y1 x1 y2 x2 of box `i`, ordered.
SmallVector<Scalar> corners(Scalars &s, Value boxes, Scalar batch, Scalar i,
                            bool centred) {
  SmallVector<Scalar> c;
  for (int64_t k = 0; k < 4; ++k)
    c.push_back(s.load(boxes, {batch, i, s.index(k)}));
  if (centred) {
    // x y width height
    Scalar halfWidth = c[2] / 2.0, halfHeight = c[3] / 2.0;
    return {c[1] - halfHeight, c[0] - halfWidth, c[1] + halfHeight,
            c[0] + halfWidth};
  }
  return {c[0].min(c[2]), c[1].min(c[3]), c[0].max(c[2]), c[1].max(c[3])};
}

/// Whether intersection over union exceeds `threshold`. A box with a coordinate that is no number has no area, and overlaps with
/// none: minima and maxima need no care of their own.
Scalar overlaps(Scalars &s, ArrayRef<Scalar> a, ArrayRef<Scalar> b,
                Scalar threshold) {
  Scalar zero = s.constant(a[0].type(), 0.0);
  auto least = [&](Scalar x, Scalar y) { return s.select(x < y, x, y); };
  auto most = [&](Scalar x, Scalar y) { return s.select(x > y, x, y); };
  Scalar height = most(least(a[2], b[2]) - most(a[0], b[0]), zero);
  Scalar width = most(least(a[3], b[3]) - most(a[1], b[1]), zero);
  Scalar intersection = height * width;
  Scalar areaA = (a[2] - a[0]) * (a[3] - a[1]),
         areaB = (b[2] - b[0]) * (b[3] - b[1]);
  Scalar together = areaA + areaB - intersection;
  return (areaA > zero) & (areaB > zero) & (together > zero) &
         (intersection / together > threshold);
}

LoweredValues lowerNonMaxSuppression(NonMaxSuppressionOp op, Lowerer &l) {
  Value boxes = l(op.getBoxes()), scores = l(op.getScores());
  Type f32 = l.b.getF32Type(), i64 = l.b.getI64Type();
  OpFoldResult batches = dim(l, scores, 0), classes = dim(l, scores, 1),
               spots = dim(l, scores, 2);
  checkSame(l, dim(l, boxes, 0), batches,
            "boxes and scores differ in batch size");
  checkSame(l, dim(l, boxes, 1), spots, "boxes and scores differ in number");
  checkSame(l, dim(l, boxes, 2), size(l, 4), "boxes must have four columns");
  Scalars s(l.b, l.loc);
  auto scalar = [&](Value onnxValue, double otherwise) -> Value {
    Value v = l(onnxValue);
    if (!v)
      return s.constant(f32, otherwise);
    return theElement(l, v);
  };
  Value most = l(op.getMaxOutputBoxesPerClass());
  if (!most) {
    // The default is none at all.
    return SmallVector<Value>{empty(l, {size(l, 0), size(l, 3)}, i64)};
  }
  OpFoldResult limit = Value(
      s(theElement(l, most)).toIndex().max(0.0).min(s(toValue(l, spots))));
  Value iou = scalar(op.getIouThreshold(), 0.0);
  bool filters = !isa<NoneType>(op.getScoreThreshold().getType());
  Value lowest = scalar(op.getScoreThreshold(), 0.0);

  // Per batch entry and class: the chosen boxes, their corners and their
  // number; `heap` holds the candidates, each before its two children, the best
  // first.
  OpFoldResult groups = mul(l, batches, classes);
  Value heap = empty(l, {groups, spots}, i64);
  Value chosen = empty(l, {groups, limit}, i64),
        counts = empty(l, {groups}, i64);
  // Corners of a kind lie side by side.
  OpFoldResult whole = mul(l,
                           floorDiv(l, add(l, limit, size(l, outlineBlock - 1)),
                                    size(l, outlineBlock)),
                           size(l, outlineBlock));
  Value outlines = empty(l, {groups, size(l, 4), whole}, f32);
  auto selected = computeTiled(
      l, groups, {boxes, scores, iou, lowest, toValue(l, limit)},
      {heap, chosen, counts, outlines},
      [&](Scalars &s, Scalar tile, ValueRange args) {
        Value boxes = args[0], scores = args[1], heap = args[5],
              chosen = args[6], counts = args[7], outlines = args[8];
        Scalar iou = s(args[2]), lowest = s(args[3]), limit = s(args[4]);
        Scalar classes = s.dim(scores, 1), spots = s.dim(scores, 2),
               zero = s.index(0), one = s.index(1);
        Scalar batch = indexDiv(tile, classes),
               category = indexMod(tile, classes);
        bool centred = op.getCenterPointBox();
        auto score = [&](Scalar spot) {
          return s.load(scores, {batch, category, spot});
        };
        auto at = [&](Scalar i) { return s.load(heap, {tile, i}).toIndex(); };
        auto put = [&](Scalar spot, Scalar i) {
          s.store(spot.to(i64), heap, {tile, i});
        };
        // Higher scores first; of equal ones, the first.
        auto before = [&](Scalar a, Scalar b) {
          Scalar x = score(a), y = score(b);
          return (x > y) | (x.eq(y) & (a < b));
        };
        // Moves what is at `from` down to its place among the first `size`.
        auto sift = [&](Scalar from, Scalar size) {
          Scalar item = at(from), last = size - 1;
          auto end = s.whileLoop(
              {from, s.boolean(true)}, [&](ArrayRef<Scalar> v) { return v[1]; },
              [&](ArrayRef<Scalar> v) {
                Scalar left = v[0] * 2 + 1, right = left + 1;
                Scalar x = at(left.min(last)), y = at(right.min(last));
                Scalar goRight = (right < size) & before(y, x);
                Scalar child = s.select(goRight, y, x);
                Scalar down = (left < size) & before(child, item);
                s.when(down, [&] { put(child, v[0]); });
                return Scalars::Carried{
                    s.select(down, s.select(goRight, right, left), v[0]), down};
              });
          put(item, end[0]);
        };
        Scalar candidates =
            s.loop(zero, spots, {zero}, [&](Scalar i, ArrayRef<Scalar> v) {
              Scalar x = score(i);
              // NaN is no score.
              Scalar wanted = filters ? x > lowest : x.eq(x);
              s.when(wanted, [&] { put(i, v[0]); });
              return Scalars::Carried{s.select(wanted, v[0] + 1, v[0])};
            })[0];
        Scalar parents = indexDiv(candidates, s.index(2));
        s.loop(zero, parents,
               [&](Scalar i) { sift(parents - 1 - i, candidates); });
        auto end = s.whileLoop(
            {zero, candidates},
            [&](ArrayRef<Scalar> v) { return (v[0] < limit) & (v[1] > zero); },
            [&](ArrayRef<Scalar> v) {
              Scalar count = v[0], size = v[1] - 1, best = at(zero);
              s.when(size > zero, [&] {
                put(at(size), zero);
                sift(zero, size);
              });
              SmallVector<Scalar> box = corners(s, boxes, batch, best, centred);
              // Chosen boxes by blocks, whose loops have no branches: neighbours are compared at once.
              Scalar hit = s.whileLoop(
                  {zero, s.boolean(false)},
                  [&](ArrayRef<Scalar> w) { return (w[0] < count) & !w[1]; },
                  [&](ArrayRef<Scalar> w) {
                    auto any = [&](function_ref<Scalar(ArrayRef<Scalar>)> is) {
                      Type i32 = s.b.getI32Type();
                      Scalar no = s.constant(i32, 0), yes = s.constant(i32, 1);
                      return s
                          .loop(zero, s.index(outlineBlock), {no},
                                [&](Scalar i, ArrayRef<Scalar> found) {
                                  SmallVector<Scalar> other;
                                  for (int64_t k = 0; k < 4; ++k)
                                    other.push_back(
                                        s.load(outlines,
                                               {tile, s.index(k), w[0] + i}));
                                  return Scalars::Carried{
                                      found[0] | s.select(is(other), yes, no)};
                                })[0]
                          .ne(0);
                    };
                    // Most boxes lie apart, which comparisons alone tell. With a
                    // threshold below 0 even those overlap.
                    Scalar close = any([&](ArrayRef<Scalar> other) {
                      return (other[2] > box[0]) & (box[2] > other[0]) &
                             (other[3] > box[1]) & (box[3] > other[1]);
                    });
                    Scalar same = s.choose(
                        close | !(iou >= 0.0),
                        [&] {
                          return Scalars::Carried{
                              any([&](ArrayRef<Scalar> other) {
                                return overlaps(s, other, box, iou);
                              })};
                        },
                        [&] { return Scalars::Carried{s.boolean(false)}; })[0];
                    return Scalars::Carried{w[0] + outlineBlock, same};
                  })[1];
              s.when(!hit, [&] {
                s.store(best.to(i64), chosen, {tile, count});
                // A block begins as boxes that overlap with none.
                s.when(indexMod(count, outlineBlock).eq(0), [&] {
                  Scalar nowhere = s.constant(f32, std::nan(""));
                  s.nest({s.index(4), s.index(outlineBlock)},
                         [&](ArrayRef<Scalar> i) {
                           s.store(nowhere, outlines,
                                   {tile, i[0], count + i[1]});
                         });
                });
                for (int64_t k = 0; k < 4; ++k)
                  s.store(box[k], outlines, {tile, s.index(k), count});
              });
              return Scalars::Carried{s.select(hit, count, count + 1), size};
            });
        s.store(end[0].to(i64), counts, {tile});
      });

  // All of them in one list.
  Value total =
      reduce(l, selected[2], {0}, numberAttr(i64, int64_t(0)),
             [](Scalars &, Scalar v, Scalar sum) { return Value(v + sum); });
  OpFoldResult n = extractIndex(l, total, 0);
  Value list = empty(l, {n, size(l, 3)}, i64);
  return compute(
      l, {selected[1], selected[2], toValue(l, classes)}, {list},
      [&](Scalars &s, ValueRange args) {
        Scalar zero = s.index(0);
        s.loop(zero, s.dim(args[1], 0), {zero},
               [&](Scalar g, ArrayRef<Scalar> base) {
                 Scalar count = s.load(args[1], {g}).toIndex();
                 s.loop(zero, count, [&](Scalar i) {
                   Scalar row = base[0] + i;
                   Scalar entries[3] = {indexDiv(g, s(args[2])),
                                        indexMod(g, s(args[2])),
                                        s.load(args[0], {g, i}).toIndex()};
                   for (int64_t k = 0; k < 3; ++k)
                     s.store(entries[k].to(i64), args[3], {row, s.index(k)});
                 });
                 return Scalars::Carried{base[0] + count};
               });
      });
}
} // namespace

void cameo::registerSuppressionLowerings(LoweringRegistry &r) {
  r.add<NonMaxSuppressionOp>(lowerNonMaxSuppression);
}
