// SPDX-License-Identifier: Apache-2.0
// Lowerings of com.microsoft's parts of models that no operator of ONNX says:
// linear attention, boxes cut out of images, alignment of two sequences.
#include "compiler/Lowering/Bounds.h"
#include "compiler/Lowering/Contrib.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

namespace {
RankedTensorType typeOf(Value v) { return cast<RankedTensorType>(v.getType()); }
bool wanted(Value result) { return !isa<NoneType>(result.getType()); }

//===-- LinearAttention ---------------------------------------------------===//

/// Each head of keys and values has a matrix [key size, value size] that every
/// token changes and that the queries of its group then read. Heads go in
/// parallel, tokens one after another.
class LinearAttention {
public:
  LinearAttention(MsLinearAttentionOp op, Lowerer &l)
      : op(op), l(l), q(l(op.getQuery())), k(l(op.getKey())),
        v(l(op.getValue())), queryHeads(op.getQNumHeads()),
        heads(op.getKvNumHeads()), window(op.getStateWindow()),
        element(typeOf(q).getElementType()),
        wide(Scalars::computeType(element)) {
    StringRef rule = op.getUpdateRule();
    if (rule.starts_with("gated"))
      decay = l(op.getDecay());
    if (rule.ends_with("delta"))
      beta = l(op.getBeta());
  }

  LoweredValues lower() {
    OpFoldResult batch = dim(l, q, 0), length = dim(l, q, 1),
                 all = size(l, heads);
    keySize = floorDiv(l, dim(l, q, 2), size(l, queryHeads));
    OpFoldResult valueSize = floorDiv(l, dim(l, v, 2), all);
    for (Value x : {k, v, decay, beta}) {
      if (!x)
        continue;
      checkSame(l, dim(l, x, 0), batch, "the inputs differ in their batch");
      checkSame(l, dim(l, x, 1), length, "the inputs differ in their length");
    }
    keyHeads = floorDiv(l, dim(l, k, 2), keySize);
    checkSame(l, mul(l, keyHeads, keySize), dim(l, k, 2),
              "the size of a head does not divide the keys");
    Sizes stateSizes = {batch, all, keySize, valueSize};
    Value state = firstState(stateSizes);
    Value windows;
    if (window) {
      Sizes sizes = stateSizes;
      sizes.insert(sizes.begin(), size(l, window));
      windows = full(sizes);
    }
    SmallVector<Value> inputs = {q, k, v};
    for (Value x : {decay, beta})
      if (x)
        inputs.push_back(x);
    Sizes outSizes = {batch, length,
                      mul(l, valueSize, size(l, std::max(queryHeads, heads)))};
    if (isa<RankedTensorType>(op.getOutput().getType()))
      outSizes = refine(l, op.getOutput(), outSizes);
    SmallVector<Value> outs = {
        empty(l, outSizes, element), state,
        // What a token adds, and what a query reads.
        empty(l, {batch, all, size(l, 2), valueSize}, wide)};
    if (windows)
      outs.push_back(windows);
    Value perKeyHead = toValue(l, keyHeads);
    auto results = computeTiled(l, mul(l, batch, all), inputs, outs,
                                [&](Scalars &s, Scalar tile, ValueRange args) {
                                  tokens(s, tile, args, s(perKeyHead));
                                });
    Value present = windows ? results[3] : results[1];
    if (!wanted(op.getPresentState()))
      return SmallVector<Value>{results[0], Value()};
    Type stored =
        getElementTypeOrSelf(Lowerer::convert(op.getPresentState().getType()));
    return SmallVector<Value>{results[0], converted(present, stored)};
  }

private:
  Value converted(Value x, Type to) {
    return elementwise(l, to, {x}, [&](Scalars &, ArrayRef<Scalar> v) {
      return Value(v[0].to(to));
    });
  }
  Value full(const Sizes &sizes) {
    Type f = wide;
    return generate(l, sizes, f, [&](Scalars &s, ArrayRef<Scalar>) {
      return Value(s.constant(f, 0.0));
    });
  }
  Value firstState(const Sizes &sizes) {
    Value past = l(op.getPastState());
    if (!past)
      return full(sizes);
    int64_t shift = window ? 1 : 0;
    for (int64_t i = 0; i < 4; ++i)
      checkSame(l, dim(l, past, i + shift), sizes[i],
                "past_state does not fit the heads");
    if (shift)
      checkSame(l, dim(l, past, 0), size(l, window),
                "past_state does not hold state_window states");
    return generate(l, sizes, wide, [&](Scalars &s, ArrayRef<Scalar> at) {
      SmallVector<Scalar> from(at);
      if (shift)
        from.insert(from.begin(), s.index(window - 1));
      return Value(s.extract(past, from).to(wide));
    });
  }

  void tokens(Scalars &s, Scalar tile, ValueRange args, Scalar keyHeads) {
    Value query = args[0], key = args[1], value = args[2];
    size_t next = 3;
    Value decays = decay ? args[next++] : Value(),
          betas = beta ? args[next++] : Value();
    Value y = args[next], state = args[next + 1], rows = args[next + 2],
          windows = window ? args[next + 3] : Value();
    Scalar zero = s.index(0), b = indexDiv(tile, heads),
           h = indexMod(tile, heads);
    Scalar length = s.dim(query, 1), depth = s.dim(state, 2),
           width = s.dim(state, 3);
    Scalar keyHead = indexDiv(h * keyHeads, heads);
    // A head has one decay, or one for each element of its keys.
    Scalar each = decays ? indexDiv(s.dim(decays, 2), heads) : zero;
    auto cell = [&](Scalar d, Scalar e) {
      return SmallVector<Scalar>{b, h, d, e};
    };
    auto row = [&](int64_t i, Scalar e) {
      return SmallVector<Scalar>{b, h, s.index(i), e};
    };
    s.loop(zero, length, [&](Scalar t) {
      auto keyAt = [&](Scalar d) {
        return s.load(key, {b, t, keyHead * depth + d}).to(wide);
      };
      // The new row: the value, less what the matrix has for this key already.
      s.loop(zero, width, [&](Scalar e) {
        s.store(s.constant(wide, 0.0), rows, row(0, e));
      });
      if (decays || betas)
        s.loop(zero, depth, [&](Scalar d) {
          Scalar factor = s.constant(wide, 1.0), x = keyAt(d);
          if (decays)
            factor = s.load(decays, {b, t, h * each + d.min(each - 1)})
                         .to(wide)
                         .exp();
          s.loop(zero, width, [&](Scalar e) {
            Scalar m = s.load(state, cell(d, e)) * factor;
            s.store(m, state, cell(d, e));
            if (betas)
              s.store(s.load(rows, row(0, e)) + m * x, rows, row(0, e));
          });
        });
      s.loop(zero, width, [&](Scalar e) {
        Scalar fresh = s.load(value, {b, t, h * width + e}).to(wide);
        if (betas) {
          Scalar rate =
              s.load(betas, {b, t, h.min(s.dim(betas, 2) - 1)}).to(wide);
          fresh = rate * (fresh - s.load(rows, row(0, e)));
        }
        s.store(fresh, rows, row(0, e));
      });
      s.loop(zero, depth, [&](Scalar d) {
        Scalar x = keyAt(d);
        s.loop(zero, width, [&](Scalar e) {
          s.store(s.load(state, cell(d, e)) + x * s.load(rows, row(0, e)),
                  state, cell(d, e));
        });
      });
      if (windows)
        s.when(t + window >= length, [&] {
          s.nest({depth, width}, [&](ArrayRef<Scalar> at) {
            s.store(s.load(state, cell(at[0], at[1])), windows,
                    {t + window - length, b, h, at[0], at[1]});
          });
        });
      int64_t group = std::max<int64_t>(queryHeads / heads, 1);
      s.loop(zero, s.index(group), [&](Scalar j) {
        Scalar from = queryHeads >= heads ? h * group + j
                                          : indexDiv(h, heads / queryHeads);
        Scalar to = queryHeads >= heads ? from : h;
        read(s, query, y, state, rows, {b, t, h}, from, to);
      });
    });
  }

  /// What query head `from` reads becomes head `to` of the output.
  void read(Scalars &s, Value query, Value y, Value state, Value rows,
            ArrayRef<Scalar> at, Scalar from, Scalar to) {
    Scalar b = at[0], t = at[1], h = at[2], zero = s.index(0);
    Scalar depth = s.dim(state, 2), width = s.dim(state, 3);
    double given = op.getScale().convertToDouble();
    Scalar scale =
        given == 0 ? 1.0 / depth.to(wide).sqrt() : s.constant(wide, given);
    s.loop(zero, width, [&](Scalar e) {
      s.store(s.constant(wide, 0.0), rows, {b, h, s.index(1), e});
    });
    s.loop(zero, depth, [&](Scalar d) {
      Scalar x = s.load(query, {b, t, from * depth + d}).to(wide);
      s.loop(zero, width, [&](Scalar e) {
        s.store(s.load(rows, {b, h, s.index(1), e}) +
                    x * s.load(state, {b, h, d, e}),
                rows, {b, h, s.index(1), e});
      });
    });
    s.loop(zero, width, [&](Scalar e) {
      Scalar sum = s.load(rows, {b, h, s.index(1), e}) * scale;
      s.store(sum.to(element), y, {b, t, to * width + e});
    });
  }

  MsLinearAttentionOp op;
  Lowerer &l;
  Value q, k, v, decay, beta;
  OpFoldResult keySize, keyHeads;
  int64_t queryHeads, heads, window;
  Type element, wide;
};

LoweredValues lowerLinearAttention(MsLinearAttentionOp op, Lowerer &l) {
  return LinearAttention(op, l).lower();
}

//===-- CropAndResize -----------------------------------------------------===//

/// Boxes [box, (y1, x1, y2, x2)] in units of the image, whose corners are those
/// of the result.
LoweredValues lowerCropAndResize(MsCropAndResizeOp op, Lowerer &l) {
  Value x = l(op.getX()), boxes = l(op.getRois()),
        images = l(op.getBatchIndices());
  Type element = typeOf(x).getElementType(),
       wide = Scalars::computeType(element);
  bool nearest = op.getMode() == "nearest";
  Sizes out = {dim(l, boxes, 0), dim(l, x, 1)};
  checkSame(l, dim(l, images, 0), out[0],
            "rois and batch_indices differ in their number");
  for (int64_t i = 0; i < 2; ++i)
    out.push_back(settleSize(l, op.getY(), 2 + i,
                             cameo::element(l, op.getCropSize(), i)));
  SmallVector<Value> sizes = toValues(l, {out[2], out[3]}),
                     extents = toValues(l, dims(l, x));
  checkNotEmpty(l, x, 0, product(l, out));
  return one(
      generate(l, out, element, [&](Scalars &s, ArrayRef<Scalar> at) -> Value {
        Scalar inside = s.boolean(true);
        SmallVector<Scalar> places, last;
        for (int64_t i = 0; i < 2; ++i) {
          auto corner = [&](int64_t c) {
            return s.extract(boxes, {at[0], s.index(c)}).to(wide);
          };
          Scalar from = corner(i), to = corner(2 + i);
          Scalar n = s(sizes[i]), index = at[2 + i],
                 end = (s(extents[2 + i]) - 1).to(wide);
          Scalar step = (to - from) * end / (n - 1).max(s.index(1)).to(wide);
          Scalar between = from * end + index.to(wide) * step;
          Scalar place = s.select(index.eq(n - 1), to * end, between);
          place = s.select(index.eq(0), from * end, place);
          place = s.select(n > 1, place, (from + to) * 0.5 * end);
          inside = inside & (place >= 0.0) & (place <= end);
          places.push_back(bounded(place, 0.0, end));
          last.push_back(end);
        }
        Scalar image = s.normaliseIndex(s.extract(images, {at[0]}).toIndex(),
                                        s(extents[0]));
        auto pixel = [&](Scalar y, Scalar z) {
          return s
              .extract(x, {image, at[1], bounded(y, 0.0, last[0]).toIndex(),
                           bounded(z, 0.0, last[1]).toIndex()})
              .to(wide);
        };
        Scalar v = s.constant(wide, 0.0);
        if (nearest) {
          v = pixel((places[0] + 0.5).floor(), (places[1] + 0.5).floor());
        } else {
          Scalar top = places[0].floor(), left = places[1].floor();
          Scalar down = places[0] - top, right = places[1] - left;
          auto across = [&](Scalar y) {
            Scalar a = pixel(y, left), b = pixel(y, places[1].ceil());
            return a + (b - a) * right;
          };
          Scalar a = across(top), b = across(places[0].ceil());
          v = a + (b - a) * down;
        }
        Scalar outside =
            s.constant(wide, op.getExtrapolationValue().convertToDouble());
        return s.select(inside, v, outside).to(element);
      }));
}

//===-- DynamicTimeWarping ------------------------------------------------===//

/// Steps back from a corner: both, the row, the column.
enum Step { both, row, column };

/// Walks from the last corner to the first, as the steps say; `visit` gets the
/// place and how many there were before it. Returns their number.
Scalar walk(Scalars &s, Value steps,
            function_ref<void(Scalar, Scalar, Scalar)> visit) {
  Scalar zero = s.index(0);
  return s.whileLoop(
      {s.dim(steps, 0), s.dim(steps, 1), zero},
      [&](ArrayRef<Scalar> v) { return (v[0] > zero) | (v[1] > zero); },
      [&](ArrayRef<Scalar> v) -> Scalars::Carried {
        Scalar i = v[0], j = v[1];
        visit(i - 1, j - 1, v[2]);
        // At an edge there is one way.
        Scalar step = s.load(steps, {(i - 1).max(zero), (j - 1).max(zero)});
        Scalar up = (step.ne(int64_t(column)) | j.eq(0)) & i.ne(0);
        Scalar back = (step.ne(int64_t(row)) | i.eq(0)) & j.ne(0);
        return {s.select(up, i - 1, i), s.select(back, j - 1, j), v[2] + 1};
      })[2];
}

LoweredValues lowerDynamicTimeWarping(MsDynamicTimeWarpingOp op, Lowerer &l) {
  Value cost = l(op.getInput());
  int64_t rank = typeOf(cost).getRank();
  if (rank == 3) {
    checkSame(l, dim(l, cost, 0), size(l, 1), "takes one matrix");
    cost = reshape(l, cost, {dim(l, cost, 1), dim(l, cost, 2)});
  }
  OpFoldResult rows = dim(l, cost, 0), columns = dim(l, cost, 1);
  Type element = typeOf(cost).getElementType(), i32 = l.b.getI32Type(),
       i64 = l.b.getI64Type();
  // The cost of the cheapest path to each place, the step before it, and how
  // long the one to the last place is.
  auto planned = compute(
      l, {cost},
      {empty(l, {rows, columns}, element), empty(l, {rows, columns}, i32),
       empty(l, {size(l, 1)}, i64)},
      [&](Scalars &s, ValueRange args) {
        Value cost = args[0], sum = args[1], steps = args[2];
        Scalar zero = s.index(0);
        Scalar far =
            s.constant(element, std::numeric_limits<double>::infinity());
        s.nest({s.dim(cost, 0), s.dim(cost, 1)}, [&](ArrayRef<Scalar> at) {
          Scalar i = at[0], j = at[1], top = i.eq(0), left = j.eq(0);
          auto before = [&](Scalar outside, Scalar y, Scalar x) {
            Scalar v = s.load(sum, {y.max(zero), x.max(zero)});
            return s.select(outside, far, v);
          };
          Scalar a = before(top | left, i - 1, j - 1),
                 b = before(top, i - 1, j), c = before(left, i, j - 1);
          a = s.select(top & left, s.constant(element, 0.0), a);
          auto kind = [&](Step step) { return s.constant(i32, int64_t(step)); };
          Scalar isBoth = (a < b) & (a < c), isRow = (b < a) & (b < c);
          Scalar least = s.select(isBoth, a, s.select(isRow, b, c));
          s.store(s.select(isBoth, kind(both),
                           s.select(isRow, kind(row), kind(column))),
                  steps, {i, j});
          s.store(s.load(cost, {i, j}) + least, sum, {i, j});
        });
        Scalar count = walk(s, steps, [](Scalar, Scalar, Scalar) {});
        s.store(count.to(i64), args[3], {zero});
      });
  OpFoldResult count = toValue(l, extractIndex(l, planned[2], 0));
  return one(compute(l, {planned[1]}, {empty(l, {size(l, 2), count}, i32)},
                     [&](Scalars &s, ValueRange args) {
                       Scalar last = s.dim(args[1], 1) - 1;
                       walk(s, args[0], [&](Scalar i, Scalar j, Scalar n) {
                         s.store(i.to(i32), args[1], {s.index(0), last - n});
                         s.store(j.to(i32), args[1], {s.index(1), last - n});
                       });
                     })[0]);
}
} // namespace

void cameo::registerContribModelLowerings(LoweringRegistry &r) {
  r.add<MsLinearAttentionOp>(lowerLinearAttention);
  r.add<MsCropAndResizeOp>(lowerCropAndResize);
  r.add<MsDynamicTimeWarpingOp>(lowerDynamicTimeWarping);
}
