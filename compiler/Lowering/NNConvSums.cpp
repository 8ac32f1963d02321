// SPDX-License-Identifier: Apache-2.0
// Convolutions whose filter has sizes that only the run knows (or whose groups
// do): each output is one sum over the channels of its group and the taps. What
// is known goes to cameo.conv.
#include "compiler/Lowering/Compute.h"
#include "compiler/Lowering/NNWindow.h"

using namespace mlir;
using namespace cameo;

namespace {
/// Values of the host that the sums' bodies read.
struct Sums {
  Lowerer &l;
  Value x, filter;
  Type element, wide;
  SmallVector<Value> taps, extents;
  Value perGroup, count;

  Sums(Lowerer &l, Value x, Value filter, OpFoldResult channels)
      : l(l), x(x), filter(filter),
        element(getElementTypeOrSelf(filter.getType())),
        wide(Scalars::computeType(element)) {
    Sizes kernel = dims(l, filter), image = dims(l, x);
    OpFoldResult n = channels;
    for (OpFoldResult k : ArrayRef<OpFoldResult>(kernel).drop_front(2)) {
      n = mul(l, n, k);
      taps.push_back(toValue(l, k));
    }
    for (OpFoldResult e : ArrayRef<OpFoldResult>(image).drop_front(2))
      extents.push_back(toValue(l, e));
    perGroup = toValue(l, channels);
    count = toValue(l, n);
  }

  /// The sum over `term(indices of the output, channel in the group, tap, input
  /// position, whether it is inside)`; `place` gives the input position of an
  /// output and a tap in a dimension.
  Value
  run(ArrayRef<OpFoldResult> out,
      function_ref<Scalar(Scalars &, size_t, Scalar, Scalar, Scalar &)> place,
      function_ref<Scalar(Scalars &, ArrayRef<Scalar>, Scalar,
                          SmallVector<Scalar> &, ArrayRef<Scalar>)>
          weight) {
    Value sum =
        sumOver(l, out, OpFoldResult(count), wide,
                [&](Scalars &s, ArrayRef<Scalar> at, Scalar i) {
                  SmallVector<Scalar> sizes = {s(perGroup)};
                  for (Value v : taps)
                    sizes.push_back(s(v));
                  SmallVector<Scalar> parts = delinearise(i, sizes);
                  ArrayRef<Scalar> tap = ArrayRef<Scalar>(parts).drop_front();
                  Scalar inside = s.boolean(true);
                  SmallVector<Scalar> from = {at[0], parts[0]};
                  for (size_t d = 0; d < taps.size(); ++d) {
                    Scalar p = place(s, d, at[d + 2], tap[d], inside);
                    inside = inside & (p >= 0) & (p < s(extents[d]));
                    from.push_back(p.clamp(s.index(0), s(extents[d]) - 1));
                  }
                  Scalar w = weight(s, at, parts[0], from, tap);
                  Scalar v = s.extract(x, from).to(wide) * w;
                  return s.select(inside, v, s.constant(wide, 0));
                });
    if (wide == element)
      return sum;
    return elementwise(l, element, {sum}, [&](Scalars &, ArrayRef<Scalar> v) {
      return Value(v[0].to(element));
    });
  }
};

/// Reading needs something to read.
void checkNotEmpty(Lowerer &l, ArrayRef<OpFoldResult> sizes) {
  for (OpFoldResult n : sizes)
    if (!getConstantIntValue(n)) {
      Scalars s(l.b, l.loc);
      check(l, s(toValue(l, n)) > 0, "the input has no elements");
    }
}
} // namespace

Value cameo::convolveBySums(Lowerer &l, const LoweredWindow &w, Value filter,
                            OpFoldResult groups, ArrayRef<OpFoldResult> out) {
  checkNotEmpty(l, ArrayRef<OpFoldResult>(dims(l, w.input)).drop_front());
  Sums sums(l, w.input, filter, dim(l, filter, 1));
  Scalars host(l.b, l.loc);
  Value filters =
      host(toValue(l, floorDiv(l, dim(l, filter, 0), groups))).max(1.0);
  return sums.run(
      out,
      [&](Scalars &, size_t d, Scalar o, Scalar tap, Scalar &) {
        return o * w.strides[d] + tap * w.dilations[d] - w.pads[d];
      },
      [&](Scalars &s, ArrayRef<Scalar> at, Scalar channel,
          SmallVector<Scalar> &from, ArrayRef<Scalar> tap) {
        from[1] = indexDiv(at[1], s(filters)) * s(sums.perGroup) + channel;
        SmallVector<Scalar> where = {at[1], channel};
        where.append(tap.begin(), tap.end());
        return s.extract(filter, where).to(sums.wide);
      });
}

Value cameo::convolveTransposedBySums(Lowerer &l, Value x, Value filter,
                                      ArrayRef<int64_t> strides,
                                      ArrayRef<int64_t> dilations,
                                      ArrayRef<OpFoldResult> before,
                                      int64_t groups,
                                      ArrayRef<OpFoldResult> out) {
  checkNotEmpty(l, ArrayRef<OpFoldResult>(dims(l, x)).drop_front());
  Sums sums(l, x, filter, floorDiv(l, dim(l, filter, 0), size(l, groups)));
  Scalars host(l.b, l.loc);
  Value filters = host(toValue(l, dim(l, filter, 1))).max(1.0);
  SmallVector<Value> cut = toValues(l, before);
  return sums.run(
      out,
      [&](Scalars &s, size_t d, Scalar o, Scalar tap, Scalar &inside) {
        // Output o = input * stride + tap * dilation - cut.
        Scalar p = o + s(cut[d]) - tap * dilations[d];
        Scalar whole = p.max(0.0);
        inside = inside & (p >= 0) & indexMod(whole, strides[d]).eq(0);
        return indexDiv(whole, strides[d]);
      },
      [&](Scalars &s, ArrayRef<Scalar> at, Scalar channel,
          SmallVector<Scalar> &from, ArrayRef<Scalar> tap) {
        from[1] = indexDiv(at[1], s(filters)) * s(sums.perGroup) + channel;
        SmallVector<Scalar> where = {from[1], indexMod(at[1], s(filters))};
        where.append(tap.begin(), tap.end());
        return s.extract(filter, where).to(sums.wide);
      });
}
