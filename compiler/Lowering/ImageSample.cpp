// SPDX-License-Identifier: Apache-2.0
// Lowerings of GridSample (any number of spatial dimensions) and AffineGrid.
#include "compiler/Lowering/Bounds.h"
#include "compiler/Lowering/Compute.h"
#include "compiler/Lowering/Image.h"
#include "dialects/ONNX/Image.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

namespace {
//===-- GridSample --------------------------------------------------------===//

/// `x` reflected at the ends lo and hi until it lies between them.
Scalar reflect(Scalar x, Scalar lo, Scalar hi) {
  Scalars &s = x.scalars();
  Scalar range = (hi - lo).max(1e-30);
  Scalar distance = s.select(x < lo, lo - x, x - hi);
  Scalar turns = (distance / range).floor();
  Scalar rest = distance - turns * range;
  Scalar odd = (turns * 0.5).floor() * 2.0;
  Scalar even = turns.eq(odd);
  Scalar below = s.select(even, lo + rest, hi - rest);
  Scalar above = s.select(even, hi - rest, lo + rest);
  return s.select(x < lo, below, s.select(x > hi, above, x));
}

struct GridSampler {
  GridSampleOp op;
  Value x;
  Type wide;
  SmallVector<Scalar> batchAndChannel, sizes; // of X

  /// The weights of a cubic convolution (a = -0.75) at distances 1 + t, t, 1 -
  /// t, 2 - t.
  static SmallVector<Scalar> cubic(Scalar t) {
    constexpr double a = -0.75;
    auto near = [&](Scalar d) {
      return ((d * (a + 2) - (a + 3)) * d) * d + 1.0;
    };
    auto far = [&](Scalar d) {
      return ((d * a - 5 * a) * d + 8 * a) * d - 4 * a;
    };
    return {far(t + 1.0), near(t), near(1.0 - t), far(2.0 - t)};
  }

  /// The end of the range of positions along dimension `d` that reflect.
  std::pair<Scalar, Scalar> ends(Scalars &s, int64_t d) {
    Scalar n = sizes[d].to(wide);
    if (op.getAlignCorners())
      return {s.constant(wide, 0.0), n - 1.0};
    return {s.constant(wide, -0.5), n - 0.5};
  }

  /// The value at whole positions, under the padding mode.
  Scalar pixel(Scalars &s, ArrayRef<Scalar> at) {
    SmallVector<Scalar> index(batchAndChannel);
    Scalar inside = s.boolean(true);
    for (auto [d, p] : llvm::enumerate(at)) {
      Scalar last = sizes[d].to(wide) - 1.0;
      Scalar q = p;
      if (op.getPaddingMode() == "zeros")
        inside = inside & (p >= 0.0) & (p <= last);
      else if (op.getPaddingMode() == "reflection")
        q = reflect(p, ends(s, d).first, ends(s, d).second);
      index.push_back(bounded(q, 0.0, last).toIndex());
    }
    Scalar v = s.extract(x, index).to(wide);
    return op.getPaddingMode() == "zeros"
               ? s.select(inside, v, s.constant(wide, 0.0))
               : v;
  }

  /// Sums over the taps of dimension `d` and those after it.
  Scalar interpolate(Scalars &s, ArrayRef<Scalar> low,
                     ArrayRef<SmallVector<Scalar>> weights,
                     SmallVector<Scalar> at) {
    size_t d = at.size();
    if (d == low.size())
      return pixel(s, at);
    std::optional<Scalar> sum;
    for (auto [t, w] : llvm::enumerate(weights[d])) {
      SmallVector<Scalar> next(at);
      next.push_back(low[d] + double(t));
      Scalar term = w * interpolate(s, low, weights, next);
      sum = sum ? *sum + term : term;
    }
    return *sum;
  }

  Scalar sample(Scalars &s, ArrayRef<Scalar> position) {
    SmallVector<Scalar> low;
    SmallVector<SmallVector<Scalar>> weights;
    for (auto [d, normal] : llvm::enumerate(position)) {
      Scalar n = sizes[d].to(wide);
      Scalar p = op.getAlignCorners() ? (normal + 1.0) / 2.0 * (n - 1.0)
                                      : ((normal + 1.0) * n - 1.0) / 2.0;
      if (op.getMode() == "nearest")
        p = p.round();
      if (op.getPaddingMode() == "border") {
        // A cubic goes on where its neighbours repeat: pixel() repeats them.
        p = op.getMode() == "cubic" ? bounded(p, -1e9, s.constant(wide, 1e9))
                                    : bounded(p, 0.0, n - 1.0);
      } else if (op.getPaddingMode() == "reflection") {
        p = reflect(bounded(p, -1e9, s.constant(wide, 1e9)), ends(s, d).first,
                    ends(s, d).second);
      } else {
        p = bounded(p, -4.0, n + 4.0);
      }
      if (op.getMode() == "nearest") {
        low.push_back(p);
        weights.push_back({s.constant(wide, 1.0)});
      } else if (op.getMode() == "cubic") {
        Scalar floor = p.floor();
        weights.push_back(cubic(p - floor));
        low.push_back(floor - 1.0);
      } else {
        Scalar floor = p.floor(), t = p - floor;
        weights.push_back({1.0 - t, t});
        low.push_back(floor);
      }
    }
    return interpolate(s, low, weights, {});
  }
};

LoweredValues lowerGridSample(GridSampleOp op, Lowerer &l) {
  Value x = l(op.getX()), grid = l(op.getGrid());
  auto type = cast<RankedTensorType>(x.getType());
  int64_t spatial = type.getRank() - 2;
  if (op.getMode() == "cubic" && spatial > 3)
    return op.emitError(
        "mode cubic is supported up to three spatial dimensions");
  checkSame(l, dim(l, grid, spatial + 1), size(l, spatial),
            "grid's last dimension is not the number of spatial dimensions");
  checkSame(l, dim(l, grid, 0), dim(l, x, 0), "grid has another batch size");
  Type element = type.getElementType();
  Type wide = element.isF64() ? Type(l.b.getF64Type()) : Type(l.b.getF32Type());
  Sizes out = {dim(l, x, 0), dim(l, x, 1)};
  SmallVector<Value> extents;
  for (int64_t d = 0; d < spatial; ++d) {
    out.push_back(dim(l, grid, d + 1));
    extents.push_back(toValue(l, dim(l, x, d + 2)));
  }
  Type xElement = getElementTypeOrSelf(op.getX().getType());
  out = refine(l, op.getY(), out);
  checkNotEmpty(l, x, 2, product(l, out));
  return SmallVector<Value>{
      generate(l, out, element, [&](Scalars &s, ArrayRef<Scalar> at) -> Value {
        GridSampler sampler{op, x, wide, {at[0], at[1]}, {}};
        for (Value v : extents)
          sampler.sizes.push_back(s(v));
        // The grid counts the innermost dimension first.
        SmallVector<Scalar> position;
        for (int64_t d = spatial; d-- > 0;) {
          SmallVector<Scalar> from = {at[0]};
          from.append(at.begin() + 2, at.end());
          from.push_back(s.index(d));
          position.push_back(s.extract(grid, from).to(wide));
        }
        Scalar v = sampler.sample(s, position);
        if (isa<FloatType>(element))
          return v.to(element);
        return s.toMemory(s.cast(v, wide, xElement), xElement);
      })};
}

//===-- AffineGrid --------------------------------------------------------===//

LoweredValues lowerAffineGrid(AffineGridOp op, Lowerer &l) {
  Value theta = l(op.getTheta()), sizes = l(op.getSize());
  auto type = cast<RankedTensorType>(theta.getType());
  auto result = cast<RankedTensorType>(op.getGrid().getType());
  int64_t spatial = result.getRank() - 2;
  if (type.getRank() != 3 || spatial < 1)
    return op.emitError("needs theta of rank 3 and a size of rank 4 or 5");
  checkSame(l, dim(l, theta, 1), size(l, spatial), "theta does not match size");
  checkSame(l, dim(l, theta, 2), size(l, spatial + 1),
            "theta does not match size");
  Sizes out = {dim(l, theta, 0)};
  for (int64_t d = 0; d < spatial; ++d)
    out.push_back(extractIndex(l, sizes, d + 2));
  out.push_back(size(l, spatial));
  out = refine(l, op.getGrid(), out);
  SmallVector<Value> extents = toValues(l, ArrayRef(out).slice(1, spatial));
  Type element = type.getElementType(), wide = Scalars::computeType(element);
  return SmallVector<Value>{
      generate(l, out, element, [&](Scalars &s, ArrayRef<Scalar> at) -> Value {
        Scalar row = at.back();
        Scalar sum = s.extract(theta, {at[0], row, s.index(spatial)}).to(wide);
        for (int64_t d = 0; d < spatial; ++d) {
          // x runs along the innermost dimension.
          int64_t dimension = spatial - 1 - d;
          Scalar n = s(extents[dimension]).to(wide),
                 i = at[1 + dimension].to(wide);
          Scalar p = op.getAlignCorners()
                         ? s.select(n > 1.0, i * 2.0 / (n - 1.0).max(1.0) - 1.0,
                                    s.constant(wide, -1.0))
                         : (i * 2.0 + 1.0) / n - 1.0;
          sum = sum + s.extract(theta, {at[0], row, s.index(d)}).to(wide) * p;
        }
        return sum.to(element);
      })};
}
} // namespace

void cameo::registerSampleLowerings(LoweringRegistry &r) {
  r.add<GridSampleOp>(lowerGridSample);
  r.add<AffineGridOp>(lowerAffineGrid);
}
