// SPDX-License-Identifier: Apache-2.0
// Lowerings of Fourier transforms, as direct sums over a table of the unit
// circle, of window functions and of MelWeightMatrix.
#include "compiler/Lowering/Compute.h"
#include "dialects/ONNX/Signal.h"
#include <numbers>

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

namespace {
RankedTensorType typeOf(Value v) { return cast<RankedTensorType>(v.getType()); }

//===-- Fourier transforms ------------------------------------------------===//

/// cos and sin of 2 pi t / n, for all t below n: [n, 2].
Value unitCircle(Lowerer &l, OpFoldResult n, Type wide) {
  Value count = toValue(l, n);
  return generate(
      l, {n, size(l, 2)}, wide, [&](Scalars &s, ArrayRef<Scalar> at) {
        Scalar angle =
            at[0].to(wide) / s(count).to(wide) * (2 * std::numbers::pi);
        return Value(s.select(at[1].eq(0), angle.cos(), angle.sin()));
      });
}

/// One term of a transform: (re, im) times exp(-+ 2 pi i k n / N), its part
/// `part`.
Scalar turned(Scalars &s, Scalar re, std::optional<Scalar> im, Value circle,
              Scalar k, Scalar n, Scalar length, Scalar part, bool inverse) {
  Scalar t = indexMod(k * n, length);
  Scalar c = s.extract(circle, {t, s.index(0)}),
         d = s.extract(circle, {t, s.index(1)});
  if (!inverse)
    d = -d;
  Scalar real = re * c, imaginary = re * d;
  if (im) {
    real = real - *im * d;
    imaginary = imaginary + *im * c;
  }
  return s.select(part.eq(0), real, imaginary);
}

LoweredValues lowerDFT(DFTOp op, Lowerer &l) {
  Value x = l(op.getInput());
  int64_t rank = typeOf(x).getRank();
  int64_t stated = -2;
  if (!isa<NoneType>(op.getAxis().getType())) {
    auto n = constantInts(op.getAxis());
    if (!n || n->size() != 1)
      return op.emitError("axis must be known at compile time");
    stated = n->front();
  }
  auto axis = normaliseAxis(stated, rank);
  if (!axis || *axis == rank - 1)
    return op.emitError("axis ") << stated << " is out of range";
  int64_t parts = typeOf(x).getDimSize(rank - 1);
  if (parts != 1 && parts != 2)
    return op.emitError("needs a last dimension of 1 or 2");
  Type element = typeOf(x).getElementType(),
       wide = l.b.getF64Type();
  bool inverse = op.getInverse(), onesided = op.getOnesided();
  OpFoldResult have = dim(l, x, *axis);
  OpFoldResult length = have;
  // A onesided inverse has half of a spectrum that is symmetric.
  bool mirrored = inverse && onesided;
  if (Value v = l(op.getDftLength()))
    length = extractIndex(l, v, 0);
  else if (mirrored)
    length = mul(l, sub(l, have, size(l, 1)), size(l, 2));
  auto resultType = cast<RankedTensorType>(op.getOutput().getType());
  bool realResult = resultType.getDimSize(rank - 1) == 1;
  Sizes out = dims(l, x);
  out[*axis] = onesided && !inverse
                   ? add(l, floorDiv(l, length, size(l, 2)), size(l, 1))
                   : length;
  out[rank - 1] = size(l, realResult ? 1 : 2);
  out = refine(l, op.getOutput(), out);
  Value circle = unitCircle(l, length, wide);
  Value n = toValue(l, length), available = toValue(l, have);
  Value sum = sumOver(
      l, out, length, wide, [&](Scalars &s, ArrayRef<Scalar> at, Scalar i) {
        Scalar length = s(n), have = s(available), zero = s.constant(wide, 0.0);
        SmallVector<Scalar> from(at);
        Scalar mirror = s.boolean(false), source = i;
        if (mirrored) {
          mirror = i > indexDiv(length, 2);
          source = s.select(mirror, length - i, i);
        }
        Scalar inside = source < have;
        from[*axis] = source.min(have - 1);
        auto read = [&](int64_t part) {
          from[rank - 1] = s.index(part);
          return s.select(inside, s.extract(x, from).to(wide), zero);
        };
        Scalar re = read(0);
        std::optional<Scalar> im;
        if (parts == 2) {
          im = read(1);
          if (mirrored)
            im = s.select(mirror, -*im, *im);
        }
        return turned(s, re, im, circle, at[*axis], i, length, at[rank - 1],
                      inverse);
      });
  Value y = elementwise(l, element, {sum},
                        [&](Scalars &s, ArrayRef<Scalar> v) -> Value {
                          Scalar r = inverse ? v[0] / s(n).to(wide) : v[0];
                          return r.to(element);
                        });
  return SmallVector<Value>{y};
}

LoweredValues lowerSTFT(STFTOp op, Lowerer &l) {
  Value signal = l(op.getSignal()), window = l(op.getWindow());
  int64_t rank = typeOf(signal).getRank();
  if (rank != 2 && rank != 3)
    return op.emitError("needs a signal of rank 2 or 3");
  int64_t parts = rank == 2 ? 1 : typeOf(signal).getDimSize(2);
  if (parts != 1 && parts != 2)
    return op.emitError("needs a last dimension of 1 or 2");
  Type element = typeOf(signal).getElementType(),
       wide = l.b.getF64Type();
  OpFoldResult length;
  if (Value v = l(op.getFrameLength()))
    length = extractIndex(l, v, 0);
  else if (window)
    length = dim(l, window, 0);
  else
    return op.emitError("needs a window or frame_length");
  if (window)
    checkSame(l, dim(l, window, 0), length, "window and frame_length differ");
  OpFoldResult step = extractIndex(l, l(op.getFrameStep()), 0);
  Value stepValue = toValue(l, step), n = toValue(l, length);
  Scalars s(l.b, l.loc);
  check(l,
        (s(stepValue) > 0) & (s(n) > 0) &
            (s(n) <= s(toValue(l, dim(l, signal, 1)))),
        "frame_step and frame_length do not fit the signal");
  OpFoldResult frames =
      add(l, floorDiv(l, sub(l, dim(l, signal, 1), length), step), size(l, 1));
  OpFoldResult bins = op.getOnesided()
                          ? add(l, floorDiv(l, length, size(l, 2)), size(l, 1))
                          : length;
  Sizes out =
      refine(l, op.getOutput(), {dim(l, signal, 0), frames, bins, size(l, 2)});
  Value circle = unitCircle(l, length, wide);
  Value sum = sumOver(
      l, out, length, wide, [&](Scalars &s, ArrayRef<Scalar> at, Scalar i) {
        Scalar position = at[1] * s(stepValue) + i;
        auto read = [&](int64_t part) {
          SmallVector<Scalar> from = {at[0], position};
          if (rank == 3)
            from.push_back(s.index(part));
          Scalar v = s.extract(signal, from).to(wide);
          return window ? v * s.extract(window, {i}).to(wide) : v;
        };
        Scalar re = read(0);
        std::optional<Scalar> im;
        if (parts == 2)
          im = read(1);
        return turned(s, re, im, circle, at[2], i, s(n), at[3], false);
      });
  if (wide != element)
    sum = elementwise(l, element, {sum}, [&](Scalars &, ArrayRef<Scalar> v) {
      return Value(v[0].to(element));
    });
  return SmallVector<Value>{sum};
}

//===-- Windows -----------------------------------------------------------===//

/// a + b cos(2 pi n / N) + c cos(4 pi n / N)
template <typename Op>
LoweredValues lowerWindow(Op op, Lowerer &l, double a, double b, double c) {
  OpFoldResult points = extractIndex(l, l(op.getSize()), 0);
  Value count = toValue(l, points);
  Type f64 = l.b.getF64Type(),
       onnxElement = getElementTypeOrSelf(op.getOutput().getType());
  return SmallVector<Value>{generate(
      l, refine(l, op.getOutput(), {points}), Lowerer::convert(onnxElement),
      [&](Scalars &s, ArrayRef<Scalar> at) {
        Scalar n = s(count);
        if (!op.getPeriodic())
          n = (n - 1).max(1.0);
        Scalar angle = at[0].to(f64) * (2 * std::numbers::pi) / n.to(f64);
        Scalar y = angle.cos() * b + a;
        if (c != 0)
          y = y + (angle * 2.0).cos() * c;
        return s.toMemory(s.cast(y, f64, onnxElement), onnxElement);
      })};
}

LoweredValues lowerHann(HannWindowOp op, Lowerer &l) {
  return lowerWindow(op, l, 0.5, -0.5, 0);
}
LoweredValues lowerHamming(HammingWindowOp op, Lowerer &l) {
  return lowerWindow(op, l, 25.0 / 46.0, -(1 - 25.0 / 46.0), 0);
}
LoweredValues lowerBlackman(BlackmanWindowOp op, Lowerer &l) {
  return lowerWindow(op, l, 0.42, -0.5, 0.08);
}

LoweredValues lowerMelWeightMatrix(MelWeightMatrixOp op, Lowerer &l) {
  Scalars s(l.b, l.loc);
  Type f64 = l.b.getF64Type(),
       onnxElement = getElementTypeOrSelf(op.getOutput().getType());
  auto whole = [&](Value onnxValue) {
    return toValue(l, extractIndex(l, l(onnxValue), 0));
  };
  auto edge = [&](Value onnxValue) -> Value {
    Value v = l(onnxValue);
    SmallVector<Scalar> at(typeOf(v).getRank(), s.index(0));
    Scalar hertz = s.fromMemory(s.extract(v, at),
                                getElementTypeOrSelf(onnxValue.getType()))
                       .to(f64);
    return (hertz / 700.0 + 1.0).log() * (2595.0 / std::numbers::ln10);
  };
  Value bins = whole(op.getNumMelBins()), length = whole(op.getDftLength()),
        rate = whole(op.getSampleRate());
  Value low = edge(op.getLowerEdgeHertz()), high = edge(op.getUpperEdgeHertz());
  OpFoldResult rows = add(l, floorDiv(l, length, size(l, 2)), size(l, 1));
  return SmallVector<Value>{generate(
      l, refine(l, op.getOutput(), {rows, bins}), Lowerer::convert(onnxElement),
      [&](Scalars &s, ArrayRef<Scalar> at) {
        // The spectrum's bins at which triangle i begins, peaks and ends.
        Scalar step = (s(high) - s(low)) / (s(bins) + 2).to(f64);
        auto point = [&](int64_t k) {
          Scalar mel = (at[1] + k).to(f64) * step + s(low);
          Scalar hertz =
              ((mel * (std::numbers::ln10 / 2595.0)).exp() - 1.0) * 700.0;
          return ((s(length) + 1).to(f64) * hertz / s(rate).to(f64)).floor();
        };
        Scalar j = at[0].to(f64), begin = point(0), peak = point(1),
               end = point(2);
        Scalar zero = s.constant(f64, 0.0), one = s.constant(f64, 1.0);
        Scalar rise = peak - begin, fall = end - peak;
        Scalar up = s.select((j >= begin) & (j <= peak),
                             (j - begin) / rise.max(one), zero);
        Scalar y = s.select(rise.eq(0), s.select(j.eq(peak), one, zero), up);
        y = s.select((fall > zero) & (j >= peak) & (j < end),
                     (end - j) / fall.max(one), y);
        return s.toMemory(s.cast(y, f64, onnxElement), onnxElement);
      })};
}
} // namespace

void cameo::registerSignalLowerings(LoweringRegistry &r) {
  r.add<DFTOp>(lowerDFT);
  r.add<STFTOp>(lowerSTFT);
  r.add<HannWindowOp>(lowerHann);
  r.add<HammingWindowOp>(lowerHamming);
  r.add<BlackmanWindowOp>(lowerBlackman);
  r.add<MelWeightMatrixOp>(lowerMelWeightMatrix);
}
