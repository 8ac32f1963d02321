// SPDX-License-Identifier: Apache-2.0
// Attention as two contractions around a softmax over rows; the operands'
// layouts fold into the contractions' maps.
#include "compiler/Lowering/Attention.h"
#include "compiler/Lowering/Bounds.h"

using namespace mlir;
using namespace cameo;

FailureOr<Heads> cameo::asHeads(Operation *op, Lowerer &l, Value v,
                                std::optional<int64_t> heads) {
  auto type = cast<RankedTensorType>(v.getType());
  if (type.getRank() == 4)
    return Heads{v, false};
  if (type.getRank() != 3 || !heads || *heads <= 0)
    return op->emitError(
        "needs operands of rank 4, or of rank 3 and the number of heads");
  OpFoldResult n = size(l, *heads), each = floorDiv(l, dim(l, v, 2), n);
  checkSame(l, mul(l, each, n), dim(l, v, 2),
            "the heads do not divide the hidden size");
  return Heads{reshape(l, v, {dim(l, v, 0), dim(l, v, 1), n, each}), true};
}

Value cameo::headsFirst(Lowerer &l, const Heads &h) {
  return h.sequenceFirst ? transpose(l, h.value, {0, 2, 1, 3}) : h.value;
}

FailureOr<AttentionResult>
cameo::attend(Operation *op, Lowerer &l, const Heads &q, const Heads &k,
              const Heads &v, const AttentionParams &params, int64_t stage) {
  Type element = getElementTypeOrSelf(q.value.getType()),
       wide = Scalars::computeType(element);
  OpFoldResult batch = dim(l, q.value, 0), kvHeads = k.heads(l),
               queries = q.length(l), keys = k.length(l), depth = q.size(l);
  checkSame(l, depth, k.size(l), "heads of queries and keys differ in size");
  checkSame(l, k.heads(l), v.heads(l), "keys and values differ in heads");
  checkSame(l, keys, v.length(l), "keys and values differ in length");
  checkSame(l, batch, dim(l, k.value, 0),
            "queries and keys differ in batch size");
  // Each head of K and V serves `group` heads of Q.
  OpFoldResult group = floorDiv(l, q.heads(l), kvHeads);
  checkSame(l, mul(l, group, kvHeads), q.heads(l),
            "heads of keys do not divide those of queries");
  bool grouped =
      !isConstantIntValue(group, 1) && !sameSize(l, q.heads(l), kvHeads);

  // Loops of the scores: batch, kv head, (head of the group,) query, key; then
  // the sum's.
  Sizes loops = {batch, kvHeads};
  Value queryTensor = q.value;
  if (grouped) {
    loops.push_back(group);
    Sizes split = q.sequenceFirst
                      ? Sizes{batch, queries, kvHeads, group, depth}
                      : Sizes{batch, kvHeads, group, queries, depth};
    queryTensor = reshape(l, q.value, split);
  }
  int64_t i = loops.size(), j = i + 1, sum = j + 1, g = 2;
  loops.append({queries, keys});
  SmallVector<int64_t> qLoops, kLoops, vLoops;
  qLoops = q.sequenceFirst ? SmallVector<int64_t>{0, i, 1}
                           : SmallVector<int64_t>{0, 1};
  if (grouped)
    qLoops.push_back(g);
  if (!q.sequenceFirst)
    qLoops.push_back(i);
  qLoops.push_back(sum);
  kLoops = k.sequenceFirst ? SmallVector<int64_t>{0, j, 1, sum}
                           : SmallVector<int64_t>{0, 1, j, sum};
  Sizes scoreLoops = loops;
  scoreLoops.push_back(depth);
  Value products = contract(l, queryTensor, qLoops, k.value, kLoops, scoreLoops,
                            sum, element);

  Value depthValue = toValue(l, depth);
  auto scaled = [&](Scalars &s, Scalar x) {
    if (params.scale)
      return x * s.constant(wide, *params.scale);
    if (auto d = getConstantIntValue(depth))
      return x * s.constant(wide, 1.0 / std::sqrt(double(*d)));
    return x / s(depthValue).to(wide).sqrt();
  };
  auto capped = [&](Scalars &s, Scalar x) {
    if (params.softcap == 0)
      return x;
    Scalar cap = s.constant(wide, params.softcap);
    return (x / cap).tanh() * cap;
  };
  int64_t rank = sum;
  Value groupValue = grouped ? toValue(l, group) : Value();
  auto headOf = [&](Scalars &s) {
    return grouped ? s.position(1) * s(groupValue) + s.position(2)
                   : s.position(1);
  };
  auto masked = [&](Scalars &s, Scalar x) {
    if (!params.mask)
      return x;
    return params.mask(
        s,
        {s.position(0), headOf(s), s.position(rank - 2), s.position(rank - 1)},
        x);
  };
  // A row's value, the sink's share in it.
  auto withSink =
      [&](ValueRange values,
          function_ref<Scalar(Scalars &, ArrayRef<Scalar>, Scalar)> body) {
        AffineMap all = l.b.getMultiDimIdentityMap(rank - 1);
        return generic(l, empty(l, ArrayRef(loops).drop_back(), wide), values,
                       SmallVector<AffineMap>(values.size() + 1, all),
                       SmallVector<utils::IteratorType>(
                           rank - 1, utils::IteratorType::parallel),
                       [&](Scalars &s, ArrayRef<Scalar> v) {
                         return Value(body(s, v, params.sink(s, headOf(s))));
                       });
      };
  // Scores of each stage from the products, in the wide type.
  auto upTo = [&](int64_t last, Type type) {
    AffineMap all = l.b.getMultiDimIdentityMap(rank);
    return generic(
        l, empty(l, loops, type), {products}, {all, all},
        SmallVector<utils::IteratorType>(rank, utils::IteratorType::parallel),
        [&](Scalars &s, ArrayRef<Scalar> x) -> Value {
          Scalar y = scaled(s, x[0].to(wide));
          if (last >= 1)
            y = capped(s, y);
          if (last >= 2)
            y = masked(s, y);
          return y.to(type);
        });
  };
  Value scores = upTo(2, wide);
  Value highest = reduce(
      l, scores, {rank - 1}, lowestAttr(wide, false),
      [](Scalars &, Scalar x, Scalar best) { return Value(x.max(best)); });
  if (params.sink)
    highest = withSink({highest}, [](Scalars &, ArrayRef<Scalar> v,
                                     Scalar sink) { return v[0].max(sink); });
  AffineMap all = l.b.getMultiDimIdentityMap(rank),
            row = all.getMajorSubMap(rank - 1);
  SmallVector<utils::IteratorType> parallel(rank,
                                            utils::IteratorType::parallel);
  double infinity = std::numeric_limits<double>::infinity();
  Value powers =
      generic(l, empty(l, loops, wide), {scores, highest}, {all, row, all},
              parallel, [&](Scalars &s, ArrayRef<Scalar> x) {
                // A row that is masked throughout gives zeros.
                Scalar none = x[1].eq(s.constant(wide, -infinity));
                Scalar base = s.select(none, s.constant(wide, 0.0), x[1]);
                return Value((x[0] - base).exp());
              });
  Value total =
      reduce(l, powers, {rank - 1}, numberAttr(wide, 0.0),
             [](Scalars &, Scalar x, Scalar sum) { return Value(x + sum); });
  if (params.sink)
    total = withSink({total, highest},
                     [](Scalars &, ArrayRef<Scalar> v, Scalar sink) {
                       return v[0] + (sink - v[1]).exp();
                     });
  Value weights =
      generic(l, empty(l, loops, element), {powers, total}, {all, row, all},
              parallel, [&](Scalars &s, ArrayRef<Scalar> x) {
                Scalar divisor = s.select(x[1].eq(s.constant(wide, 0.0)),
                                          s.constant(wide, 1.0), x[1]);
                return Value((x[0] / divisor).to(element));
              });

  // Output loops: batch, query, kv head, (head of the group,) element of the
  // value; then the key.
  Sizes outLoops = {batch, queries, kvHeads};
  SmallVector<int64_t> wLoops = {0, 2};
  if (grouped) {
    outLoops.push_back(group);
    wLoops.push_back(3);
  }
  int64_t e = outLoops.size(), key = e + 1;
  outLoops.append({v.size(l), keys});
  wLoops.append({1, key});
  vLoops = v.sequenceFirst ? SmallVector<int64_t>{0, key, 2, e}
                           : SmallVector<int64_t>{0, 2, key, e};
  Value output =
      contract(l, weights, wLoops, v.value, vLoops, outLoops, key, element);
  AttentionResult result{};
  result.output =
      grouped ? reshape(l, output, {batch, queries, q.heads(l), v.size(l)})
              : output;
  if (stage >= 0 && stage < 4) {
    Value s = stage == 3 ? weights : upTo(stage, element);
    result.stages[stage] =
        grouped ? reshape(l, s, {batch, q.heads(l), queries, keys}) : s;
  }
  return result;
}

Heads cameo::rotate(Lowerer &l, const Heads &x, Value cos, Value sin,
                    Value positions, bool interleaved, int64_t rotated) {
  Type element = getElementTypeOrSelf(x.value.getType()),
       wide = Scalars::computeType(element);
  OpFoldResult count = rotated ? size(l, rotated) : x.size(l);
  Value all = toValue(l, count),
        half = toValue(l, floorDiv(l, count, size(l, 2)));
  Value rows = toValue(l, dim(l, cos, 0));
  checkSame(l, dim(l, cos, cast<RankedTensorType>(cos.getType()).getRank() - 1),
            floorDiv(l, count, size(l, 2)), "the caches do not fit the heads");
  if (positions)
    checkNotEmpty(l, dim(l, cos, 0), product(l, dims(l, x.value)));
  Value y = generate(
      l, dims(l, x.value), element,
      [&](Scalars &s, ArrayRef<Scalar> at) -> Value {
        Scalar d = at[3], n = s(all), h = s(half);
        Scalar first = interleaved ? indexMod(d, 2).eq(0) : d < h;
        Scalar pair = interleaved ? indexDiv(d, 2) : s.select(first, d, d - h);
        Scalar partner = interleaved ? s.select(first, d + 1, d - 1)
                                     : s.select(first, d + h, d - h);
        Scalar inside = d < n;
        // Elements that are not rotated read anything.
        Scalar zero = s.index(0);
        pair = s.select(inside, pair, zero);
        partner = s.select(inside, partner, zero);
        auto angle = [&](Value cache) {
          Scalar sequence = at[x.sequenceAxis()];
          if (!positions)
            return s.extract(cache, {at[0], sequence, pair}).to(wide);
          Scalar p = s.extract(positions, {at[0], sequence}).toIndex();
          return s.extract(cache, {p.clamp(zero, s(rows) - 1), pair}).to(wide);
        };
        SmallVector<Scalar> other(at);
        other[3] = partner;
        Scalar own = s.extract(x.value, at).to(wide),
               paired = s.extract(x.value, other).to(wide);
        Scalar turned =
            own * angle(cos) + s.select(first, -paired, paired) * angle(sin);
        return s.select(inside, turned, own).to(element);
      });
  return {y, x.sequenceFirst};
}
