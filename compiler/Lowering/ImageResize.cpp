// SPDX-License-Identifier: Apache-2.0
// Lowering of Resize. Per resized axis a table says, for each output position,
// which input positions count with which weights; where sizes are static, the
// tables are constants. Nearest reads all axes at once, the others go axis by
// axis.
#include "compiler/Lowering/Bounds.h"
#include "compiler/Lowering/Compute.h"
#include "compiler/Lowering/Image.h"
#include "dialects/ONNX/Image.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

namespace {
/// One axis to resize. Scalars are values on the host.
struct Axis {
  int64_t axis;
  OpFoldResult in, out;
  Value scale; // f32
  /// The result's size before it is rounded to `out`, f32.
  Value exactOut;
  Value roiStart, roiEnd; // f32; null unless the mode crops
};

class Resizer {
public:
  Resizer(ResizeOp op, Lowerer &l)
      : op(op), l(l), x(l(op.getX())),
        element(getElementTypeOrSelf(x.getType())), f32(l.b.getF32Type()),
        mode(op.getCoordinateTransformationMode()) {}

  LoweredValues run() {
    if (failed(findAxes()))
      return failure();
    if (axes.empty())
      return SmallVector<Value>{x};
    if (op.getMode() == "nearest")
      return SmallVector<Value>{nearest()};
    for (const Axis &a : axes)
      x = interpolate(a, &a == &axes.back());
    return SmallVector<Value>{x};
  }

private:
  //===-- Sizes -----------------------------------------------------------===//

  LogicalResult findAxes() {
    int64_t rank = cast<RankedTensorType>(x.getType()).getRank();
    SmallVector<int64_t> listed;
    if (std::optional<ArrayRef<int64_t>> stated = op.getAxes()) {
      for (int64_t a : *stated)
        listed.push_back(axisOf(a, rank));
    } else {
      listed = llvm::to_vector(llvm::seq<int64_t>(0, rank));
    }
    Value scales = l(op.getScales()), sizes = l(op.getSizes()),
          roi = l(op.getRoi());
    // An empty tensor stands for an absent one.
    auto present = [](Value v) {
      return v && cast<RankedTensorType>(v.getType()).getRank() == 1 &&
             cast<RankedTensorType>(v.getType()).getDimSize(0) != 0;
    };
    bool bySizes = present(sizes), crops = mode == "tf_crop_and_resize";
    if (!bySizes && !present(scales))
      return op.emitError("needs scales or sizes");
    if (crops && !present(roi))
      return op.emitError("needs roi to crop");
    Value given = bySizes ? sizes : scales;
    checkSame(l, dim(l, given, 0), size(l, listed.size()),
              "scales or sizes do not match the axes");
    auto constants = bySizes ? std::nullopt : constantFloats(op.getScales());
    Scalars s(l.b, l.loc);

    SmallVector<Axis> all;
    for (auto [i, axis] : llvm::enumerate(listed)) {
      checkNotEmpty(l, dim(l, x, axis), size(l, 1));
      Axis a{axis, dim(l, x, axis), {}, {}, {}, {}, {}};
      if (bySizes) {
        a.out = extractIndex(l, sizes, i);
        if (auto type = dyn_cast<RankedTensorType>(op.getY().getType());
            type && !type.isDynamicDim(axis) &&
            op.getKeepAspectRatioPolicy() == "stretch")
          a.out = size(l, type.getDimSize(axis));
        a.scale = s(toValue(l, a.out)).to(f32) / s(toValue(l, a.in)).to(f32);
      } else {
        Scalar scale = constants && i < constants->size()
                           ? s.constant(f32, (*constants)[i])
                           : s.extract(scales, {s.index(i)}).to(f32);
        a.scale = scale;
        Scalar exact = s(toValue(l, a.in)).to(f32) * scale;
        a.exactOut = exact;
        a.out = Value(exact.floor().toIndex());
        if (constants && i < constants->size() && (*constants)[i] == 1 &&
            !crops)
          continue;
      }
      if (crops) {
        a.roiStart = s.extract(roi, {s.index(i)}).to(f32);
        a.roiEnd = s.extract(roi, {s.index(i + listed.size())}).to(f32);
      }
      all.push_back(a);
    }
    if (bySizes && op.getKeepAspectRatioPolicy() != "stretch") {
      bool smaller = op.getKeepAspectRatioPolicy() == "not_larger";
      Scalar common = s(all[0].scale);
      for (const Axis &a : ArrayRef(all).drop_front())
        common = smaller ? common.min(s(a.scale)) : common.max(s(a.scale));
      for (Axis &a : all) {
        a.scale = common;
        a.out = Value(
            (s(toValue(l, a.in)).to(f32) * common + 0.5).floor().toIndex());
      }
    }
    // What the graph knows of the sizes.
    auto type = cast<RankedTensorType>(Lowerer::convert(op.getY().getType()));
    for (Axis &a : all) {
      if (!type.isDynamicDim(a.axis))
        a.out = size(l, type.getDimSize(a.axis));
      if (bySizes && !crops && op.getKeepAspectRatioPolicy() == "stretch" &&
          sameSize(l, a.in, a.out))
        continue;
      axes.push_back(a);
    }
    return success();
  }

  //===-- Coordinates -----------------------------------------------------===//

  /// The position in the input of output position `o`, in f32.
  Scalar original(Scalars &s, Scalar o, Scalar in, Scalar out, const Axis &a) {
    Scalar p = o.to(f32), n = in.to(f32), m = out.to(f32), scale = s(a.scale);
    Scalar zero = s.constant(f32, 0.0);
    // Corners meet at the end of the exact size, as ONNX's reference has it.
    Scalar end = a.exactOut ? s(a.exactOut) - 1.0 : m - 1.0;
    if (mode == "half_pixel")
      return (p + 0.5) / scale - 0.5;
    if (mode == "pytorch_half_pixel")
      return s.select(out > 1, (p + 0.5) / scale - 0.5, zero);
    if (mode == "half_pixel_symmetric") {
      Scalar adjustment = m / (scale * n);
      Scalar offset = n / 2.0 * (1.0 - adjustment);
      return offset + (p + 0.5) / scale - 0.5;
    }
    if (mode == "align_corners")
      return s.select(out > 1, p * (n - 1.0) / end.max(1.0), zero);
    if (mode == "tf_half_pixel_for_nn")
      return (p + 0.5) / scale;
    if (mode == "tf_crop_and_resize") {
      Scalar lo = s(a.roiStart), hi = s(a.roiEnd);
      Scalar inner = lo * (n - 1.0) + p * (hi - lo) * (n - 1.0) / end.max(1.0);
      return s.select(out > 1, inner, (lo + hi) * 0.5 * (n - 1.0));
    }
    return p / scale; // asymmetric
  }

  Scalar outside(Scalars &s, Scalar position, Scalar in) {
    return (position < 0.0) | (position > in.to(f32) - 1.0);
  }
  bool extrapolates() const { return mode == "tf_crop_and_resize"; }
  Scalar extrapolation(Scalars &s, Type type) {
    return s.constant(f32, op.getExtrapolationValue().convertToDouble())
        .to(type);
  }

  //===-- Nearest ---------------------------------------------------------===//

  /// Input positions [out], -1 for those outside.
  Value nearestTable(const Axis &a) {
    Value in = toValue(l, a.in), out = toValue(l, a.out);
    StringRef rounding = op.getNearestMode();
    return generate(
        l, {a.out}, l.b.getI64Type(), [&](Scalars &s, ArrayRef<Scalar> at) {
          Scalar p = original(s, at[0], s(in), s(out), a);
          Scalar q = p;
          if (rounding == "round_prefer_floor")
            q = (p - 0.5).ceil();
          else if (rounding == "round_prefer_ceil")
            q = (p + 0.5).floor();
          else if (rounding == "ceil")
            q = p.ceil();
          else
            q = p.floor();
          Scalar last = s(in).to(f32) - 1.0;
          Scalar index = bounded(q, 0.0, last).to(s.b.getI64Type());
          if (extrapolates())
            index = s.select(outside(s, p, s(in)), index.like(-1), index);
          return Value(index);
        });
  }

  Value nearest() {
    Sizes out = dims(l, x);
    SmallVector<Value> tables;
    for (const Axis &a : axes) {
      out[a.axis] = a.out;
      tables.push_back(nearestTable(a));
    }
    return generate(
        l, out, element, [&](Scalars &s, ArrayRef<Scalar> at) -> Value {
          SmallVector<Scalar> from(at);
          Scalar inside = s.boolean(true);
          for (auto [a, table] : llvm::zip(axes, tables)) {
            Scalar i = s.extract(table, {at[a.axis]}).toIndex();
            if (extrapolates()) {
              inside = inside & (i >= 0);
              i = i.max(0.0);
            }
            from[a.axis] = i;
          }
          Scalar v = s.extract(x, from);
          return extrapolates()
                     ? Value(s.select(inside, v, extrapolation(s, element)))
                     : Value(v);
        });
  }

  //===-- Linear and cubic ------------------------------------------------===//

  /// The weight of an input position at distance `d`.
  Scalar kernel(Scalars &s, Scalar d) {
    d = d.abs();
    if (op.getMode() == "linear")
      return (1.0 - d).max(0.0);
    double a = op.getCubicCoeffA().convertToDouble();
    Scalar near = ((d * (a + 2) - (a + 3)) * d) * d + 1.0;
    Scalar far = ((d * a - 5 * a) * d + 8 * a) * d - 4 * a;
    return s.select(d <= 1.0, near,
                    s.select(d < 2.0, far, s.constant(f32, 0.0)));
  }

  /// How many input positions count, and the first of them relative to that
  /// left of the position.
  std::pair<OpFoldResult, Value> taps(const Axis &a) {
    int64_t support = op.getMode() == "linear" ? 1 : 2;
    Scalars s(l.b, l.loc);
    if (!op.getAntialias())
      return {size(l, 2 * support), Value(s.index(1 - support))};
    // A shrinking filter is stretched over 1 / scale positions.
    std::optional<double> known;
    if (FloatAttr attr; matchPattern(a.scale, m_Constant(&attr)))
      known = attr.getValueAsDouble();
    if (auto in = getConstantIntValue(a.in), out = getConstantIntValue(a.out);
        !known && in && out && *in > 0)
      known = float(*out) / float(*in);
    if (known && *known > 0) {
      int64_t start =
          std::floor(-float(support) / std::min(float(*known), 1.0f)) + 1;
      return {size(l, 2 - 2 * start), Value(s.index(start))};
    }
    Scalar scale = s(a.scale).min(1.0);
    Scalar start =
        (s.constant(f32, -double(support)) / scale).floor().toIndex() + 1;
    return {Value(s.index(2) - start - start), Value(start)};
  }

  /// Tables [out, taps]: the input positions and their weights, which sum to 1.
  /// A position outside that extrapolates has the first index -1.
  std::pair<Value, Value> weightTables(const Axis &a, OpFoldResult count,
                                       Value start) {
    Value indices = empty(l, {a.out, count}, l.b.getI64Type());
    Value weights = empty(l, {a.out, count}, f32);
    Value in = toValue(l, a.in), out = toValue(l, a.out),
          taps = toValue(l, count);
    SmallVector<Value> inputs = {in, out, taps, start, a.scale};
    SmallVector<Value Axis::*> optional;
    for (Value Axis::*v : {&Axis::roiStart, &Axis::roiEnd, &Axis::exactOut})
      if (a.*v) {
        inputs.push_back(a.*v);
        optional.push_back(v);
      }
    auto results = compute(
        l, inputs, {indices, weights}, [&](Scalars &s, ValueRange args) {
          Scalar in = s(args[0]), out = s(args[1]), taps = s(args[2]),
                 start = s(args[3]);
          Axis local = a;
          local.scale = args[4];
          for (auto [i, v] : llvm::enumerate(optional))
            local.*v = args[5 + i];
          Value indices = args[args.size() - 2], weights = args.back();
          Scalar stretch = op.getAntialias() ? s(local.scale).min(1.0)
                                             : s.constant(f32, 1.0);
          Type i64 = s.b.getI64Type();
          s.loop(s.index(0), out, [&](Scalar o) {
            Scalar p = original(s, o, in, out, local);
            Scalar safe = bounded(p, -1e9, s.constant(f32, 1e9));
            // The position left of p, p itself not being left of itself.
            Scalar base = safe.ceil() - 1.0;
            Scalar ratio = safe - base;
            Scalar total =
                s.loop(s.index(0), taps, {s.constant(f32, 0.0)},
                       [&](Scalar t, ArrayRef<Scalar> sum) {
                         Scalar step = start + t;
                         Scalar w = kernel(s, (step.to(f32) - ratio) * stretch);
                         Scalar i = base.toIndex() + step;
                         if (op.getExcludeOutside())
                           w = s.select((i >= 0) & (i < in), w, w.like(0.0));
                         i = i.clamp(s.index(0), in - 1);
                         s.store(i.to(i64), indices, {o, t});
                         s.store(w, weights, {o, t});
                         return Scalars::Carried{sum[0] + w};
                       })[0];
            s.loop(s.index(0), taps, [&](Scalar t) {
              s.store(s.load(weights, {o, t}) / total, weights, {o, t});
            });
            if (extrapolates())
              s.when(outside(s, p, in), [&] {
                s.store(s.constant(i64, -1), indices, {o, s.index(0)});
              });
          });
        });
    return {results[0], results[1]};
  }

  /// Along one axis. What lies between two axes stays wide: rounded to integers
  /// there, results would be off by one for each axis.
  Value interpolate(const Axis &a, bool last) {
    auto [count, start] = taps(a);
    auto [indices, weights] = weightTables(a, count, start);
    Type wide = Scalars::computeType(element);
    if (!isa<FloatType>(wide))
      wide = f32;
    Type made = last ? element : wide;
    bool isUnsigned = Lowerer::isUnsigned(op.getX().getType());
    Value x = this->x;
    Sizes out = dims(l, x);
    out[a.axis] = a.out;
    auto back = [&](Scalars &s, Scalar v) -> Value {
      if (isa<FloatType>(made))
        return v.to(made);
      return s.toMemory(
          s.cast(v, wide, getElementTypeOrSelf(op.getY().getType())),
          getElementTypeOrSelf(op.getY().getType()));
    };
    auto tap = [&](Scalars &s, ArrayRef<Scalar> at, Scalar t) {
      SmallVector<Scalar> from(at);
      Scalar i = s.extract(indices, {at[a.axis], t}).toIndex();
      from[a.axis] = extrapolates() ? i.max(0.0) : i;
      Scalar w = s.extract(weights, {at[a.axis], t}).to(wide);
      return s.extract(x, from).as(isUnsigned).to(wide, isUnsigned) * w;
    };
    auto settle = [&](Scalars &s, ArrayRef<Scalar> at, Scalar sum) -> Value {
      Value v = back(s, sum);
      if (!extrapolates())
        return v;
      Scalar first = s.extract(indices, {at[a.axis], s.index(0)});
      return s.select(first < 0, s(back(s, extrapolation(s, wide))), s(v));
    };
    auto n = getConstantIntValue(count);
    if (n && *n <= 8)
      return generate(l, out, made, [&](Scalars &s, ArrayRef<Scalar> at) {
        Scalar sum = tap(s, at, s.index(0));
        for (int64_t t = 1; t < *n; ++t)
          sum = sum + tap(s, at, s.index(t));
        return settle(s, at, sum);
      });
    Value sum = sumOver(l, out, count, wide, tap);
    return generate(l, out, made, [&](Scalars &s, ArrayRef<Scalar> at) {
      return settle(s, at, s.extract(sum, at));
    });
  }

  ResizeOp op;
  Lowerer &l;
  Value x;
  Type element, f32;
  StringRef mode;
  SmallVector<Axis> axes;
};
} // namespace

void cameo::registerResizeLowerings(LoweringRegistry &r) {
  r.add<ResizeOp>(
      +[](ResizeOp op, Lowerer &l) { return Resizer(op, l).run(); });
}
