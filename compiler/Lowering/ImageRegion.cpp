// SPDX-License-Identifier: Apache-2.0
// Lowerings of operators on regions of interest, RoiAlign and MaxRoiPool, as
// loops.
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
} // namespace

void cameo::registerRegionLowerings(LoweringRegistry &r) {
  r.add<RoiAlignOp>(lowerRoiAlign);
  r.add<MaxRoiPoolOp>(lowerMaxRoiPool);
}
