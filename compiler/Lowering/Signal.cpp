// SPDX-License-Identifier: Apache-2.0
// Lowerings of Fourier transforms, as direct sums over a table of the unit
// circle, of window functions and of MelWeightMatrix.
#include "dialects/ONNX/Signal.h"
#include "compiler/Lowering/Compute.h"
#include "compiler/Lowering/Lists.h"
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

/// The number of parts of a complex number in the last dimension, 1 or 2; only
/// the run may know (type index).
struct Parts {
  std::optional<int64_t> known;
  Value value;

  static FailureOr<Parts> of(Operation *op, Lowerer &l, Value x) {
    OpFoldResult n = dim(l, x, typeOf(x).getRank() - 1);
    Parts parts{getConstantIntValue(n), toValue(l, n)};
    if (parts.known && *parts.known != 1 && *parts.known != 2)
      return op->emitError("needs a last dimension of 1 or 2");
    Scalars s(l.b, l.loc);
    if (!parts.known)
      check(l, s(parts.value).eq(1) | s(parts.value).eq(2),
            "the last dimension is not 1 or 2");
    return parts;
  }
  /// Real and, if there may be one, imaginary part; `read` gives part 0 or 1.
  std::pair<Scalar, std::optional<Scalar>>
  read(Scalars &s, function_ref<Scalar(Scalar)> read) const {
    Scalar re = read(s.index(0));
    if (known)
      return {re, *known == 2 ? std::optional(read(s.index(1))) : std::nullopt};
    Scalar two = s(value).eq(2);
    Scalar im = read(s.select(two, s.index(1), s.index(0)));
    return {re, s.select(two, im, im.like(0))};
  }
};

/// The signal as [before, along the axis, behind, parts]; `axis` may be a value
/// of the run.
struct Signal {
  Value value;
  OpFoldResult before, length, behind;

  static FailureOr<Signal> of(DFTOp op, Lowerer &l, Value x,
                              Sizes &sizesAround) {
    int64_t rank = typeOf(x).getRank();
    Sizes sizes = dims(l, x);
    std::optional<int64_t> stated = -2;
    if (!isa<NoneType>(op.getAxis().getType())) {
      auto n = checkedInts(l, op.getAxis());
      stated = n && n->size() == 1 ? std::optional(n->front()) : std::nullopt;
    }
    Signal r;
    if (stated) {
      auto axis = normaliseAxis(*stated, rank);
      if (!axis || *axis == rank - 1)
        return op.emitError("axis ") << *stated << " is out of range";
      ArrayRef<OpFoldResult> all(sizes);
      r.before = product(l, all.take_front(*axis));
      r.length = sizes[*axis];
      r.behind = product(l, all.slice(*axis + 1, rank - 2 - *axis));
    } else {
      Scalars s(l.b, l.loc);
      Scalar axis = s(extractIndex(l, l(op.getAxis()), 0));
      axis = s.select(axis < 0, axis + rank, axis);
      check(l, (axis >= 0) & (axis < rank - 1), "axis is out of range");
      Scalar before = s.index(1), length = s.index(1), behind = s.index(1);
      for (int64_t i = 0; i + 1 < rank; ++i) {
        Scalar n = s(toValue(l, sizes[i])), one = s.index(1);
        before = before * s.select(axis > i, n, one);
        length = length * s.select(axis.eq(i), n, one);
        behind = behind * s.select(axis < i, n, one);
      }
      r.before = Value(before), r.length = Value(length),
      r.behind = Value(behind);
      for (int64_t i = 0; i + 1 < rank; ++i)
        r.isAxis.push_back(axis.eq(i));
    }
    r.value = reshape(l, x, {r.before, r.length, r.behind, sizes.back()});
    r.axis = stated ? normaliseAxis(*stated, rank) : std::nullopt;
    sizesAround = sizes;
    return r;
  }
  /// `sizes` with `n` along the axis.
  void replace(Lowerer &l, Sizes &sizes, OpFoldResult n) const {
    if (axis) {
      sizes[*axis] = n;
      return;
    }
    Scalars s(l.b, l.loc);
    for (auto [size, mine] : llvm::zip(sizes, isAxis))
      size = Value(s.select(s(mine), s(toValue(l, n)), s(toValue(l, size))));
  }

private:
  std::optional<int64_t> axis;
  SmallVector<Value> isAxis;
};

LoweredValues lowerDFT(DFTOp op, Lowerer &l) {
  Value x = l(op.getInput());
  assert(typeOf(x).getRank() >= 2 &&
         "the shape rule asks for a signal and its parts");
  FailureOr<Parts> parts = Parts::of(op, l, x);
  Sizes target;
  FailureOr<Signal> signal = Signal::of(op, l, x, target);
  if (failed(parts) || failed(signal))
    return failure();
  Type element = typeOf(x).getElementType(), wide = l.b.getF64Type();
  bool inverse = op.getInverse(), onesided = op.getOnesided();
  OpFoldResult have = signal->length, length = have;
  // A onesided inverse has half of a spectrum that is symmetric.
  bool mirrored = inverse && onesided;
  if (Value v = l(op.getDftLength()))
    length = extractIndex(l, v, 0);
  else if (mirrored)
    length = mul(l, sub(l, have, size(l, 1)), size(l, 2));
  Scalars host(l.b, l.loc);
  if (!getConstantIntValue(length) || !getConstantIntValue(have))
    check(l, (host(toValue(l, length)) > 0) & (host(toValue(l, have)) > 0),
          "the signal or dft_length is empty");
  auto resultType = cast<RankedTensorType>(op.getOutput().getType());
  OpFoldResult bins = onesided && !inverse
                          ? add(l, floorDiv(l, length, size(l, 2)), size(l, 1))
                          : length;
  OpFoldResult results = size(l, resultType.getShape().back() == 1 ? 1 : 2);
  signal->replace(l, target, bins);
  target.back() = results;
  target = refine(l, op.getOutput(), target);
  Value circle = unitCircle(l, length, wide);
  Value n = toValue(l, length), available = toValue(l, have);
  Value sum = sumOver(
      l, {signal->before, bins, signal->behind, results}, length, wide,
      [&](Scalars &s, ArrayRef<Scalar> at, Scalar i) {
        Scalar length = s(n), have = s(available), zero = s.constant(wide, 0.0);
        Scalar mirror = s.boolean(false), source = i;
        if (mirrored) {
          mirror = i > indexDiv(length, 2);
          source = s.select(mirror, length - i, i);
        }
        Scalar inside = source < have;
        source = source.min(have - 1);
        auto [re, im] = parts->read(s, [&](Scalar part) {
          Scalar v = s.extract(signal->value, {at[0], source, at[2], part});
          return s.select(inside, v.to(wide), zero);
        });
        if (im && mirrored)
          im = s.select(mirror, -*im, *im);
        return turned(s, re, im, circle, at[1], i, length, at[3], inverse);
      });
  Value y = elementwise(l, element, {sum},
                        [&](Scalars &s, ArrayRef<Scalar> v) -> Value {
                          Scalar r = inverse ? v[0] / s(n).to(wide) : v[0];
                          return r.to(element);
                        });
  return SmallVector<Value>{reshape(l, y, target)};
}

LoweredValues lowerSTFT(STFTOp op, Lowerer &l) {
  Value signal = l(op.getSignal()), window = l(op.getWindow());
  int64_t rank = typeOf(signal).getRank();
  assert((rank == 2 || rank == 3) && "the shape rule lets no other rank pass");
  Parts parts{1, {}};
  if (rank == 3) {
    FailureOr<Parts> known = Parts::of(op, l, signal);
    if (failed(known))
      return failure();
    parts = *known;
  }
  Type element = typeOf(signal).getElementType(), wide = l.b.getF64Type();
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
        auto [re, im] = parts.read(s, [&](Scalar part) {
          SmallVector<Scalar> from = {at[0], position};
          if (rank == 3)
            from.push_back(part);
          Scalar v = s.extract(signal, from).to(wide);
          return window ? v * s.extract(window, {i}).to(wide) : v;
        });
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
    Scalar hertz = s.fromMemory(theElement(l, l(onnxValue)),
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
