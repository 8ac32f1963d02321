// SPDX-License-Identifier: Apache-2.0
// Lowerings of com.microsoft's operators on lists of tokens.
#include "compiler/Lowering/Contrib.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

namespace {
RankedTensorType typeOf(Value v) { return cast<RankedTensorType>(v.getType()); }

/// Scores of tokens that would complete an n-gram seen before become -inf.
LoweredValues lowerNGramRepeatBlock(MsNGramRepeatBlockOp op, Lowerer &l) {
  Value ids = l(op.getInputIds()), scores = l(op.getScores());
  int64_t n = op.getNgramSize();
  if (typeOf(ids).getRank() != 2 || typeOf(scores).getRank() != 2)
    return op.emitError("takes matrices");
  checkSame(l, dim(l, ids, 0), dim(l, scores, 0),
            "input_ids and scores differ in the number of rows");
  Type element = typeOf(scores).getElementType();
  Value copy =
      elementwise(l, element, {scores},
                  [](Scalars &, ArrayRef<Scalar> v) { return Value(v[0]); });
  return one(computeTiled(
      l, dim(l, ids, 0), {ids}, {copy},
      [&](Scalars &s, Scalar row, ValueRange args) {
        Value ids = args[0], scores = args[1];
        Scalar length = s.dim(ids, 1), width = s.dim(scores, 1),
               zero = s.index(0);
        Scalar grams =
            s.select(length >= s.index(n), length - s.index(n - 1), zero);
        s.loop(zero, grams, [&](Scalar at) {
          // Whether the last n - 1 tokens stand here.
          Scalar same = s.loop(
              zero, s.index(n - 1), {s.boolean(true)},
              [&](Scalar i, ArrayRef<Scalar> all) -> Scalars::Carried {
                Scalar a = s.load(ids, {row, at + i}),
                       b = s.load(ids, {row, length - s.index(n - 1) + i});
                return {all[0] & a.eq(b)};
              })[0];
          Scalar next = s.load(ids, {row, at + s.index(n - 1)});
          Scalar token = next.toIndex();
          Scalar inside = (next >= 0) & (token < width);
          s.when(same & inside, [&] {
            s.store(
                s.constant(element, -std::numeric_limits<double>::infinity()),
                scores, {row, token});
          });
        });
      })[0]);
}

/// The current tokens and those predicted up to the first that the source does
/// not have; then where the last tokens stand in the source.
LoweredValues lowerBifurcationDetector(MsBifurcationDetectorOp op, Lowerer &l) {
  Value source = l(op.getSrcTokens()), current = l(op.getCurTokens()),
        index = l(op.getPrevSuffixMatchIdx()),
        predicted = l(op.getPredTokens());
  int64_t least = op.getMinNgramSize(), most = op.getMaxNgramSize();
  if (least < 1 || most < least || most > (int64_t(1) << 31))
    return op.emitError("needs 0 < min_ngram_size <= max_ngram_size");
  for (Value v : {source, current, predicted})
    if (v && typeOf(v).getRank() != 1)
      return op.emitError("takes vectors of tokens");
  Type i64 = l.b.getI64Type();
  Value tokens = current;
  if (predicted) {
    Scalars host(l.b, l.loc);
    Scalar start = host(toValue(l, extractIndex(l, index, 0)));
    Scalar length = host(toValue(l, dim(l, source, 0)));
    check(l, (start >= host.index(0)) & (start <= length),
          "prev_suffix_match_idx is no place in src_tokens");
    check(l, host(toValue(l, dim(l, predicted, 0))).eq(length + 1 - start),
          "pred_tokens has not the length that src_tokens asks for");
    Value startValue = start;
    Value accepted = compute(
        l, {source, predicted, startValue}, {empty(l, {size(l, 1)}, i64)},
        [&](Scalars &s, ValueRange args) {
          Value source = args[0], predicted = args[1];
          Scalar start = s(args[2]), left = s.dim(source, 0) - start;
          Scalar zero = s.index(0);
          auto result = s.loop(
              zero, left, {zero, s.boolean(true)},
              [&](Scalar i, ArrayRef<Scalar> v) -> Scalars::Carried {
                Scalar same =
                    v[1] &
                    s.load(predicted, {i}).eq(s.load(source, {start + i}));
                return {s.select(same, i + 1, v[0]), same};
              });
          s.store(result[0].to(i64), args[3], {zero});
        })[0];
    OpFoldResult count = toValue(l, extractIndex(l, accepted, 0));
    OpFoldResult total = add(l, add(l, dim(l, current, 0), count), size(l, 1));
    tokens = compute(l, {current, predicted}, {empty(l, {total}, i64)},
                     [&](Scalars &s, ValueRange args) {
                       Scalar n = s.dim(args[0], 0);
                       s.loop(s.index(0), n, [&](Scalar i) {
                         s.store(s.load(args[0], {i}), args[2], {i});
                       });
                       s.loop(n, s.dim(args[2], 0), [&](Scalar i) {
                         s.store(s.load(args[1], {i - n}), args[2], {i});
                       });
                     })[0];
  }
  Value found = compute(
      l, {source, tokens}, {empty(l, {size(l, 1)}, i64)},
      [&](Scalars &s, ValueRange args) {
        Value source = args[0], tokens = args[1];
        Scalar length = s.dim(source, 0), have = s.dim(tokens, 0),
               zero = s.index(0), none = s.constant(i64, -1);
        // Longer and longer ends of the tokens, until one stands nowhere in the
        // source or at its very end.
        auto result = s.loop(
            s.index(least), s.index(most + 1), {none, s.boolean(true)},
            [&](Scalar n, ArrayRef<Scalar> v) -> Scalars::Carried {
              Scalar goes = v[1] & (n <= have);
              return s.choose(
                  goes,
                  [&]() -> Scalars::Carried {
                    Scalar places = s.select(length >= n, length - n + 1, zero);
                    // The first place, and how many there are.
                    auto hits = s.loop(
                        zero, places, {none, zero},
                        [&](Scalar at, ArrayRef<Scalar> h) -> Scalars::Carried {
                          Scalar same = s.loop(
                              zero, n, {s.boolean(true)},
                              [&](Scalar i,
                                  ArrayRef<Scalar> all) -> Scalars::Carried {
                                return {
                                    all[0] &
                                    s.load(source, {at + i})
                                        .eq(s.load(tokens, {have - n + i}))};
                              })[0];
                          Scalar first = same & h[1].eq(0);
                          return {s.select(first, at.to(i64), h[0]),
                                  s.select(same, h[1] + 1, h[1])};
                        });
                    Scalar end = hits[0] + n.to(i64);
                    Scalar any = hits[1] > zero;
                    Scalar atEnd = end >= length.to(i64);
                    Scalar unique = hits[1].eq(1) | atEnd;
                    Scalar next = s.select(unique, end, none);
                    return {s.select(any, next, v[0]), any & !atEnd};
                  },
                  [&]() -> Scalars::Carried {
                    return {v[0], s.boolean(false)};
                  });
            });
        s.store(result[0], args[2], {zero});
      })[0];
  if (typeOf(index).getRank() == 0)
    found = squeeze(l, found, {0});
  return SmallVector<Value>{tokens, found};
}
} // namespace

void cameo::registerContribTokenLowerings(LoweringRegistry &r) {
  r.add<MsNGramRepeatBlockOp>(lowerNGramRepeatBlock);
  r.add<MsBifurcationDetectorOp>(lowerBifurcationDetector);
}
