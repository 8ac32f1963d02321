// SPDX-License-Identifier: Apache-2.0
// Lowerings of operators on regions of interest and boxes: RoiAlign, MaxRoiPool
// and NonMaxSuppression, as loops.
#include "compiler/Lowering/Bounds.h"
#include "compiler/Lowering/Compute.h"
#include "compiler/Lowering/Image.h"
#include "dialects/ONNX/Image.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

namespace {
//===-- RoiAlign ----------------------------------------------------------===//

LoweredValues lowerRoiAlign(RoiAlignOp op, Lowerer &l) {
  Value x = l(op.getX()), rois = l(op.getRois()),
        batches = l(op.getBatchIndices());
  auto type = cast<RankedTensorType>(x.getType());
  checkSame(l, dim(l, rois, 1), size(l, 4), "rois must have four columns");
  checkSame(l, dim(l, batches, 0), dim(l, rois, 0),
            "batch_indices do not match the rois");
  Type element = type.getElementType(), wide = Scalars::computeType(element);
  int64_t height = op.getOutputHeight(), width = op.getOutputWidth();
  Sizes out = {dim(l, rois, 0), dim(l, x, 1), size(l, height), size(l, width)};
  out = refine(l, op.getY(), out);
  bool maximum = op.getMode() == "max";
  bool halfPixel = op.getCoordinateTransformationMode() == "half_pixel";
  double scale = op.getSpatialScale().convertToDouble();
  checkNotEmpty(l, x, 0, product(l, out));
  Value init = empty(l, out, element);
  return computeTiled(
      l, mul(l, out[0], out[1]), {x, rois, batches}, {init},
      [&](Scalars &s, Scalar tile, ValueRange args) {
        Value image = args[0], boxes = args[1];
        Scalar channels = s.dim(image, 1);
        Scalar r = indexDiv(tile, channels), c = indexMod(tile, channels);
        Scalar extents[2] = {s.dim(image, 2), s.dim(image, 3)};
        Scalar batch = s.load(args[2], {r})
                           .toIndex()
                           .clamp(s.index(0), s.dim(image, 0) - 1);
        double offset = halfPixel ? 0.5 : 0.0;
        int64_t bins[2] = {height, width};
        SmallVector<Scalar> start, bin, samples;
        for (int d = 0; d < 2; ++d) {
          // Boxes are x1 y1 x2 y2.
          Scalar lo =
              s.load(boxes, {r, s.index(1 - d)}).to(wide) * scale - offset;
          Scalar hi =
              s.load(boxes, {r, s.index(3 - d)}).to(wide) * scale - offset;
          Scalar length = hi - lo;
          if (!halfPixel)
            length = length.max(1.0);
          start.push_back(lo);
          bin.push_back(length / double(bins[d]));
          // At most as many samples as any sensible box asks for: boxes are
          // data.
          Scalar n = op.getSamplingRatio() > 0
                         ? s.index(op.getSamplingRatio())
                         : bounded((length / double(bins[d])).ceil(), 1.0,
                                   s.constant(wide, 65536.0))
                               .toIndex();
          samples.push_back(n);
        }
        Scalar count = (samples[0] * samples[1]).max(1.0).to(wide);
        s.nest({s.index(height), s.index(width)}, [&](ArrayRef<Scalar> o) {
          Scalar zero = s.constant(wide, 0.0);
          auto result = s.loop(
              s.index(0), samples[0], {zero, s.boolean(false)},
              [&](Scalar iy, ArrayRef<Scalar> outer) {
                return s.loop(
                    s.index(0), samples[1], outer,
                    [&](Scalar ix, ArrayRef<Scalar> now) {
                      Scalar i[2] = {iy, ix};
                      Scalar inside = s.boolean(true);
                      SmallVector<Scalar> low, high, t;
                      for (int d = 0; d < 2; ++d) {
                        Scalar p = start[d] + o[d].to(wide) * bin[d] +
                                   (i[d].to(wide) + 0.5) * bin[d] /
                                       samples[d].to(wide);
                        Scalar n = extents[d].to(wide);
                        inside = inside & (p >= -1.0) & (p <= n);
                        Scalar q = bounded(p, 0.0, n - 1.0);
                        Scalar floor = q.floor();
                        low.push_back(floor.toIndex());
                        high.push_back((low.back() + 1).min(extents[d] - 1));
                        t.push_back(q - floor);
                      }
                      auto at = [&](Scalar y, Scalar x) {
                        return s.load(image, {batch, c, y, x}).to(wide);
                      };
                      Scalar parts[4] = {
                          (1.0 - t[0]) * (1.0 - t[1]) * at(low[0], low[1]),
                          (1.0 - t[0]) * t[1] * at(low[0], high[1]),
                          t[0] * (1.0 - t[1]) * at(high[0], low[1]),
                          t[0] * t[1] * at(high[0], high[1])};
                      if (maximum) {
                        // The largest weighted corner, as the operator is
                        // defined.
                        Scalar v =
                            parts[0].max(parts[1]).max(parts[2]).max(parts[3]);
                        v = s.select(inside, v, zero);
                        Scalar best = s.select(now[1], now[0].max(v), v);
                        return Scalars::Carried{best, s.boolean(true)};
                      }
                      Scalar v = parts[0] + parts[1] + parts[2] + parts[3];
                      return Scalars::Carried{
                          now[0] + s.select(inside, v, zero), now[1]};
                    });
              });
          Scalar v = maximum ? result[0] : result[0] / count;
          s.store(v.to(element), args.back(), {r, c, o[0], o[1]});
        });
      });
}

//===-- MaxRoiPool --------------------------------------------------------===//

LoweredValues lowerMaxRoiPool(MaxRoiPoolOp op, Lowerer &l) {
  Value x = l(op.getX()), rois = l(op.getRois());
  auto type = cast<RankedTensorType>(x.getType());
  checkSame(l, dim(l, rois, 1), size(l, 5), "rois must have five columns");
  Type element = type.getElementType(), wide = Scalars::computeType(element);
  int64_t pooled[2] = {op.getPooledShape()[0], op.getPooledShape()[1]};
  double scale = op.getSpatialScale().convertToDouble();
  Sizes out = {dim(l, rois, 0), dim(l, x, 1), size(l, pooled[0]),
               size(l, pooled[1])};
  out = refine(l, op.getY(), out);
  checkNotEmpty(l, dim(l, x, 0), product(l, out));
  return computeTiled(
      l, mul(l, out[0], out[1]), {x, rois}, {empty(l, out, element)},
      [&](Scalars &s, Scalar tile, ValueRange args) {
        Value image = args[0], boxes = args[1];
        Scalar channels = s.dim(image, 1);
        Scalar r = indexDiv(tile, channels), c = indexMod(tile, channels);
        auto column = [&](int64_t i) {
          return s.load(boxes, {r, s.index(i)}).to(wide);
        };
        Scalar limit = s.constant(wide, 1e6);
        Scalar batch =
            bounded(column(0), 0.0, s.dim(image, 0).to(wide) - 1.0).toIndex();
        SmallVector<Scalar> start, length;
        for (int d = 0; d < 2; ++d) {
          auto edge = [&](int64_t i) {
            return (bounded(column(i), -1e6, limit) * scale + 0.5).floor();
          };
          Scalar lo = edge(2 - d), hi = edge(4 - d);
          start.push_back(lo);
          length.push_back((hi - lo + 1.0).max(1.0));
        }
        s.nest({s.index(pooled[0]), s.index(pooled[1])}, [&](ArrayRef<Scalar>
                                                                 o) {
          SmallVector<Scalar> lo, hi;
          for (int d = 0; d < 2; ++d) {
            Scalar bin = length[d] / double(pooled[d]),
                   n = s.dim(image, d + 2).to(wide);
            Scalar p = o[d].to(wide);
            lo.push_back(
                bounded((p * bin).floor() + start[d], 0.0, n).toIndex());
            hi.push_back(
                bounded(((p + 1.0) * bin).ceil() + start[d], 0.0, n).toIndex());
          }
          Scalar lowest = s.constant(lowestAttr(element, false));
          Scalar best = s.loop(
              lo[0], hi[0], {lowest}, [&](Scalar y, ArrayRef<Scalar> outer) {
                return s.loop(
                    lo[1], hi[1], outer, [&](Scalar x, ArrayRef<Scalar> now) {
                      return Scalars::Carried{
                          now[0].max(s.load(image, {batch, c, y, x}))};
                    });
              })[0];
          // An empty bin is 0.
          Scalar any = (lo[0] < hi[0]) & (lo[1] < hi[1]);
          s.store(s.select(any, best, s.constant(element, 0.0)), args.back(),
                  {r, c, o[0], o[1]});
        });
      });
}

//===-- NonMaxSuppression -------------------------------------------------===//

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

/// Whether intersection over union exceeds `threshold`.
Scalar overlaps(Scalars &s, ArrayRef<Scalar> a, ArrayRef<Scalar> b,
                Scalar threshold) {
  Scalar zero = s.constant(a[0].type(), 0.0);
  Scalar height = (a[2].min(b[2]) - a[0].max(b[0])).max(zero);
  Scalar width = (a[3].min(b[3]) - a[1].max(b[1])).max(zero);
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
  Value outlines = empty(l, {groups, limit, size(l, 4)}, f32);
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
              Scalar hit = s.whileLoop(
                  {zero, s.boolean(false)},
                  [&](ArrayRef<Scalar> w) { return (w[0] < count) & !w[1]; },
                  [&](ArrayRef<Scalar> w) {
                    SmallVector<Scalar> other;
                    for (int64_t k = 0; k < 4; ++k)
                      other.push_back(
                          s.load(outlines, {tile, w[0], s.index(k)}));
                    // Most boxes lie apart, which comparisons alone tell. With a
                    // threshold below 0 even those overlap.
                    Scalar close = ((other[2] > box[0]) & (box[2] > other[0]) &
                                    (other[3] > box[1]) & (box[3] > other[1])) |
                                   !(iou >= 0.0);
                    Scalar same = s.choose(
                        close,
                        [&] {
                          return Scalars::Carried{overlaps(s, other, box, iou)};
                        },
                        [&] { return Scalars::Carried{s.boolean(false)}; })[0];
                    return Scalars::Carried{w[0] + one, same};
                  })[1];
              s.when(!hit, [&] {
                s.store(best.to(i64), chosen, {tile, count});
                for (int64_t k = 0; k < 4; ++k)
                  s.store(box[k], outlines, {tile, count, s.index(k)});
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

void cameo::registerRegionLowerings(LoweringRegistry &r) {
  r.add<RoiAlignOp>(lowerRoiAlign);
  r.add<MaxRoiPoolOp>(lowerMaxRoiPool);
  r.add<NonMaxSuppressionOp>(lowerNonMaxSuppression);
}
