// SPDX-License-Identifier: Apache-2.0
// Lowerings of com.microsoft's Attention, MultiHeadAttention and
// DecoderMaskedMultiHeadAttention: projections and caches brought into the form
// of attend(), their masks as what it adds to scores.
#include "compiler/Lowering/Attention.h"
#include "compiler/Lowering/Bounds.h"
#include "compiler/Lowering/Contrib.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

namespace {
RankedTensorType typeOf(Value v) { return cast<RankedTensorType>(v.getType()); }
bool wanted(Value result) { return !isa<NoneType>(result.getType()); }

Value plus(Lowerer &l, Value a, Value b) {
  return elementwise(
      l, typeOf(a).getElementType(), {a, b},
      [](Scalars &, ArrayRef<Scalar> v) { return Value(v[0] + v[1]); });
}

//===-- Masks -------------------------------------------------------------===//

/// A mask of keys: their number per batch entry (and, behind those, where they
/// begin), or zeros where there is none, [batch, key] or [batch, query, key].
struct KeyMask {
  Value mask;
  double filter = 0;

  static FailureOr<KeyMask> make(Operation *op, Lowerer &l, Value onnxMask,
                                 double filter) {
    KeyMask k{l(onnxMask), filter};
    if (!k.mask)
      return k;
    int64_t rank = typeOf(k.mask).getRank();
    if (rank < 1 || rank > 3)
      return op->emitError("a mask of rank ") << rank << " is not supported";
    if (!isa<IntegerType>(typeOf(k.mask).getElementType()))
      return op->emitError("a mask must hold integers");
    return k;
  }

  /// `score` with the filter's value added where the key is masked. `extents`
  /// are the mask's sizes, `batch` the number of batch entries.
  Scalar apply(Scalars &s, ArrayRef<Scalar> at, Scalar score,
               ArrayRef<Value> extents, Value batch) const {
    Scalar masked = s.boolean(false);
    if (extents.size() == 1) {
      Scalar n = s(extents[0]);
      Scalar end = s.extract(mask, {at[0].min(n - 1)}).toIndex();
      masked = at[3] >= end;
      Scalar hasStart = n.eq(s(batch) * 2);
      Scalar from = s.select(hasStart, at[0] + s(batch), s.index(0));
      Scalar start = s.extract(mask, {from.min(n - 1)}).toIndex();
      masked = masked | (hasStart & (at[3] < start));
    } else {
      SmallVector<Scalar> from = {at[0], at[2], at[3]};
      if (extents.size() == 2)
        from.erase(from.begin() + 1);
      for (auto [i, n] : llvm::zip_equal(from, extents))
        i = i.min(s(n) - 1);
      masked = s.extract(mask, from).eq(0);
    }
    return score + s.select(masked, score.like(filter), score.like(0.0));
  }
};

struct Masks {
  KeyMask keys;
  /// Added to scores, [batch | 1, heads | 1, query | 1, key].
  Value bias;
  bool causal = false;
  /// Keys from here on are not there yet; null if all are.
  Value length;
};

LogicalResult setMask(Operation *op, Lowerer &l, AttentionParams &params,
                      const Masks &m, OpFoldResult batch, OpFoldResult past,
                      Type wide) {
  SmallVector<Value> maskSizes, biasSizes;
  if (m.keys.mask) {
    checkNotEmpty(l, m.keys.mask, 0, batch);
    maskSizes = toValues(l, dims(l, m.keys.mask));
  }
  if (m.bias) {
    if (typeOf(m.bias).getRank() != 4)
      return op->emitError("attention_bias must have four dimensions");
    checkNotEmpty(l, m.bias, 0, batch);
    biasSizes = toValues(l, dims(l, m.bias));
  }
  if (!m.keys.mask && !m.bias && !m.causal && !m.length)
    return success();
  Value batchValue = toValue(l, batch), pastValue = toValue(l, past);
  params.mask = [=](Scalars &s, ArrayRef<Scalar> at, Scalar score) {
    if (m.bias) {
      SmallVector<Scalar> from;
      for (auto [p, n] : llvm::zip_equal(at, biasSizes))
        from.push_back(p.min(s(n) - 1));
      score = score + s.extract(m.bias, from).to(wide);
    }
    if (m.keys.mask)
      score = m.keys.apply(s, at, score, maskSizes, batchValue);
    Scalar none = s.constant(wide, -std::numeric_limits<double>::infinity());
    if (m.causal)
      score = s.select(at[3] <= at[2] + s(pastValue), score, none);
    if (m.length)
      score = s.select(at[3] < s(m.length), score, none);
    return score;
  };
  return success();
}

Value merged(Lowerer &l, Value output) {
  return reshape(l, output,
                 {dim(l, output, 0), dim(l, output, 1),
                  mul(l, dim(l, output, 2), dim(l, output, 3))});
}

//===-- Attention ---------------------------------------------------------===//

LoweredValues lowerAttention(MsAttentionOp op, Lowerer &l) {
  Value input = l(op.getInput()), weights = l(op.getWeights()),
        bias = l(op.getBias()), past = l(op.getPast());
  if (op.getPastPresentShareBuffer() || op.getDoRotary())
    return op.emitError(
        "a shared buffer of past and present, and rotation, are "
        "not supported");
  assert(typeOf(input).getRank() == 3 && typeOf(weights).getRank() == 2 &&
         "the shape rule lets no other ranks pass");
  int64_t heads = op.getNumHeads();
  Value projected = matmul(l, input, weights);
  if (bias)
    projected = plus(l, projected, bias);
  OpFoldResult whole = dim(l, projected, 2),
               third = floorDiv(l, whole, size(l, 3));
  Sizes widths(3, third);
  if (auto stated = op.getQkvHiddenSizes(); stated && !stated->empty()) {
    if (stated->size() != 3)
      return op.emitError("qkv_hidden_sizes must have 3 elements");
    for (auto [w, n] : llvm::zip_equal(widths, *stated)) {
      if (n <= 0 || n > (int64_t(1) << 31))
        return op.emitError("qkv_hidden_sizes holds ") << n;
      w = size(l, n);
    }
  }
  checkSame(l, add(l, add(l, widths[0], widths[1]), widths[2]), whole,
            "weights do not hold Q, K and V");
  OpFoldResult at = size(l, 0);
  SmallVector<Heads> parts;
  for (OpFoldResult w : widths) {
    auto h = asHeads(op, l, sliceAxis(l, projected, 2, at, w), heads);
    if (failed(h))
      return failure();
    parts.push_back(*h);
    at = add(l, at, w);
  }
  Heads q = parts[0], k = parts[1], v = parts[2];
  OpFoldResult before = size(l, 0);
  Value present;
  if (past || wanted(op.getPresent())) {
    Value key = headsFirst(l, k), value = headsFirst(l, v);
    if (past) {
      assert(typeOf(past).getRank() == 5 &&
             "the shape rule lets no other rank pass");
      before = dim(l, past, 3);
      auto part = [&](int64_t i) {
        return squeeze(l, sliceAxis(l, past, 0, size(l, i), size(l, 1)), {0});
      };
      key = concat(l, {part(0), key}, 2);
      value = concat(l, {part(1), value}, 2);
    }
    k = {key, false};
    v = {value, false};
    if (wanted(op.getPresent()))
      present =
          concat(l, {unsqueeze(l, key, {0}), unsqueeze(l, value, {0})}, 0);
  }
  AttentionParams params;
  if (op.getScale() && op.getScale()->convertToDouble() != 0)
    params.scale = op.getScale()->convertToDouble();
  auto keys = KeyMask::make(op, l, op.getMaskIndex(),
                            op.getMaskFilterValue().convertToDouble());
  if (failed(keys))
    return failure();
  Masks masks{
      *keys, l(op.getAttentionBias()), bool(op.getUnidirectional()), {}};
  Type wide = Scalars::computeType(typeOf(input).getElementType());
  if (failed(setMask(op, l, params, masks, dim(l, input, 0), before, wide)))
    return failure();
  auto result = attend(op, l, q, k, v, params, -1);
  if (failed(result))
    return failure();
  return SmallVector<Value>{merged(l, result->output), present};
}

//===-- MultiHeadAttention ------------------------------------------------===//

/// Elements [first, first + n) of a bias, added to x [batch, length, n].
Value withBias(Lowerer &l, Value x, Value bias, OpFoldResult first) {
  if (!bias)
    return x;
  return plus(l, x, sliceAxis(l, bias, 0, first, dim(l, x, 2)));
}

/// Part `i` of [batch, length, heads, parts, size] as [batch, length, heads *
/// size].
Value packedPart(Lowerer &l, Value packed, int64_t i) {
  Value part = squeeze(l, sliceAxis(l, packed, 3, size(l, i), size(l, 1)), {3});
  return merged(l, part);
}

/// Q, K and V of MultiHeadAttention and its decoder form, bias added.
struct Projected {
  Heads q, k, v;
};

template <typename Op> FailureOr<Projected> projections(Op op, Lowerer &l) {
  Value query = l(op.getQuery()), key = l(op.getKey()),
        value = l(op.getValue()), bias = l(op.getBias());
  int64_t heads = op.getNumHeads();
  if (typeOf(query).getRank() == 5) {
    if (key || value)
      return op.emitError("packed queries come without keys and values");
    Value packed = query;
    query = packedPart(l, packed, 0);
    key = packedPart(l, packed, 1);
    value = packedPart(l, packed, 2);
  } else if (key && typeOf(key).getRank() == 5) {
    if (value)
      return op.emitError("packed keys come without values");
    Value packed = key;
    key = packedPart(l, packed, 0);
    value = packedPart(l, packed, 1);
  }
  if (!key || !value)
    return op.emitError("needs keys and values");
  if (typeOf(query).getRank() != 3)
    return op.emitError("needs a query of rank 3 or 5");
  OpFoldResult width = dim(l, query, 2);
  if (bias && typeOf(bias).getRank() != 1)
    return op.emitError("bias must be a vector");
  Projected p;
  auto q = asHeads(op, l, withBias(l, query, bias, size(l, 0)), heads);
  if (failed(q))
    return failure();
  p.q = *q;
  // Keys and values of four dimensions have their heads first, and their bias.
  auto part = [&](Value x, OpFoldResult first) -> FailureOr<Heads> {
    if (typeOf(x).getRank() == 4)
      return Heads{x, false};
    return asHeads(op, l, withBias(l, x, bias, first), heads);
  };
  auto k = part(key, width), v = part(value, mul(l, width, size(l, 2)));
  if (failed(k) || failed(v))
    return failure();
  p.k = *k;
  p.v = *v;
  return p;
}

/// Past and present in one buffer, as long as the cache will ever be: the new
/// tokens have their places in it, behind past_sequence_length others. What a
/// beam has seen before lies in the caches of those that it followed: entry
/// (batch, beam, position) of cache_indirection tells which.
struct SharedCache {
  Value presentKey, presentValue;
  /// Keys before the new ones, and with them.
  Value before, length;
};

template <typename Op>
FailureOr<SharedCache> shareCache(Op op, Lowerer &l, Projected &p,
                                  Value pastKey, Value pastValue, Value count,
                                  Value beams, Value beamWidth) {
  if (!count)
    return op.emitError("a shared buffer needs past_sequence_length");
  SharedCache cache;
  cache.before = toValue(l, extractIndex(l, count, 0));
  Value fresh = toValue(l, p.k.length(l));
  Scalars host(l.b, l.loc);
  check(l, host(cache.before) >= 0, "past_sequence_length is out of range");
  check(l,
        host(cache.before) + host(fresh) <=
            host(toValue(l, dim(l, pastKey, 2))),
        "the cache has no room for the new tokens");
  cache.length = host(cache.before) + host(fresh);
  auto put = [&](Value past, const Heads &now) {
    return writeCacheRows(
        l, headsFirst(l, now), past, 2, toValue(l, dim(l, past, 2)),
        /*circular=*/false, {},
        [&](Scalars &s, Scalar, ValueRange) { return s(cache.before); });
  };
  cache.presentKey = put(pastKey, p.k);
  cache.presentValue = put(pastValue, p.v);
  p.k = {cache.presentKey, false};
  p.v = {cache.presentValue, false};
  if (!beams)
    return cache;
  if (typeOf(beams).getRank() != 3)
    return op.emitError("cache_indirection must have three dimensions");
  OpFoldResult width = dim(l, beams, 1);
  checkSame(l, mul(l, dim(l, beams, 0), width), dim(l, pastKey, 0),
            "cache_indirection does not fit the cache");
  checkSame(l, dim(l, beams, 2), dim(l, pastKey, 2),
            "cache_indirection does not fit the cache");
  if (beamWidth)
    checkSame(l, extractIndex(l, beamWidth, 0), width,
              "beam_width does not fit cache_indirection");
  Value beamCount = toValue(l, width);
  auto follow = [&](Value present) {
    return generate(l, dims(l, present), typeOf(present).getElementType(),
                    [&](Scalars &s, ArrayRef<Scalar> at) -> Value {
                      Scalar w = s(beamCount), batch = at[0] / w;
                      Scalar beam =
                          s.extract(beams, {batch, at[0] % w, at[2]}).toIndex();
                      beam = beam.clamp(s.index(0), w - 1);
                      Scalar row = s.select(at[2] < s(cache.before),
                                            batch * w + beam, at[0]);
                      return s.extract(present, {row, at[1], at[2], at[3]});
                    });
  };
  p.k.value = follow(cache.presentKey);
  p.v.value = follow(cache.presentValue);
  return cache;
}

/// The columns of products that belong to keys.
Value knownKeys(Lowerer &l, Value products, Value length) {
  return length ? sliceAxis(l, products, 3, size(l, 0), length) : products;
}

LoweredValues lowerMultiHeadAttention(MsMultiHeadAttentionOp op, Lowerer &l) {
  FailureOr<Projected> p = projections(op, l);
  if (failed(p))
    return failure();
  Value pastKey = l(op.getPastKey()), pastValue = l(op.getPastValue());
  OpFoldResult before = size(l, 0);
  if (bool(pastKey) != bool(pastValue))
    return op.emitError("past_key and past_value come together");
  Value count = l(op.getPastSequenceLength()),
        beams = l(op.getCacheIndirection());
  if (beams && (!pastKey || !count))
    return op.emitError("cache_indirection needs a shared buffer of past and "
                        "present");
  Value presentKey, presentValue, length;
  if (pastKey && count) {
    auto cache =
        shareCache(op, l, *p, pastKey, pastValue, count, beams, Value());
    if (failed(cache))
      return failure();
    presentKey = cache->presentKey;
    presentValue = cache->presentValue;
    before = cache->before;
    length = cache->length;
  } else if (pastKey) {
    before = dim(l, pastKey, 2);
    p->k = {concat(l, {pastKey, headsFirst(l, p->k)}, 2), false};
    p->v = {concat(l, {pastValue, headsFirst(l, p->v)}, 2), false};
  }
  if (!wanted(op.getPresentKey()))
    presentKey = {};
  else if (!presentKey)
    presentKey = headsFirst(l, p->k);
  if (!wanted(op.getPresentValue()))
    presentValue = {};
  else if (!presentValue)
    presentValue = headsFirst(l, p->v);
  AttentionParams params;
  if (op.getScale() && op.getScale()->convertToDouble() != 0)
    params.scale = op.getScale()->convertToDouble();
  auto keys = KeyMask::make(op, l, op.getKeyPaddingMask(),
                            op.getMaskFilterValue().convertToDouble());
  if (failed(keys))
    return failure();
  Masks masks{*keys, l(op.getAttentionBias()), bool(op.getUnidirectional()),
              length};
  Type wide = Scalars::computeType(typeOf(p->q.value).getElementType());
  if (failed(
          setMask(op, l, params, masks, dim(l, p->q.value, 0), before, wide)))
    return failure();
  int64_t stage = wanted(op.getQk()) ? 2 : -1;
  auto result = attend(op, l, p->q, p->k, p->v, params, stage);
  if (failed(result))
    return failure();
  return SmallVector<Value>{
      merged(l, result->output), presentKey, presentValue,
      stage >= 0 ? knownKeys(l, result->stages[stage], length) : Value()};
}

LoweredValues
lowerDecoderMaskedMultiHeadAttention(MsDecoderMaskedMultiHeadAttentionOp op,
                                     Lowerer &l) {
  FailureOr<Projected> p = projections(op, l);
  if (failed(p))
    return failure();
  Value pastKey = l(op.getPastKey()), pastValue = l(op.getPastValue());
  if (bool(pastKey) != bool(pastValue))
    return op.emitError("past_key and past_value come together");
  Value beams = l(op.getCacheIndirection());
  if (beams && (!pastKey || !op.getPastPresentShareBuffer()))
    return op.emitError("cache_indirection needs a shared buffer of past and "
                        "present");
  Masks masks;
  Value presentKey, presentValue;
  if (pastKey && op.getPastPresentShareBuffer()) {
    auto cache =
        shareCache(op, l, *p, pastKey, pastValue, l(op.getPastSequenceLength()),
                   beams, l(op.getBeamWidth()));
    if (failed(cache))
      return failure();
    presentKey = cache->presentKey;
    presentValue = cache->presentValue;
    masks.length = cache->length;
  } else if (pastKey) {
    p->k = {concat(l, {pastKey, headsFirst(l, p->k)}, 2), false};
    p->v = {concat(l, {pastValue, headsFirst(l, p->v)}, 2), false};
  }
  auto present = [&](Value result, Value known, const Heads &h) {
    return !wanted(result) ? Value() : known ? known : headsFirst(l, h);
  };
  presentKey = present(op.getPresentKey(), presentKey, p->k);
  presentValue = present(op.getPresentValue(), presentValue, p->v);
  AttentionParams params;
  if (op.getScale() && op.getScale()->convertToDouble() != 0)
    params.scale = op.getScale()->convertToDouble();
  auto keys = KeyMask::make(op, l, op.getMaskIndex(),
                            op.getMaskFilterValue().convertToDouble());
  if (failed(keys))
    return failure();
  masks.keys = *keys;
  masks.bias = l(op.getAttentionBias());
  Type wide = Scalars::computeType(typeOf(p->q.value).getElementType());
  if (failed(setMask(op, l, params, masks, dim(l, p->q.value, 0), size(l, 0),
                     wide)))
    return failure();
  int64_t stage = wanted(op.getQk()) ? 2 : -1;
  auto result = attend(op, l, p->q, p->k, p->v, params, stage);
  if (failed(result))
    return failure();
  return SmallVector<Value>{
      merged(l, result->output), presentKey, presentValue,
      stage >= 0 ? knownKeys(l, result->stages[stage], masks.length) : Value()};
}
} // namespace

void cameo::registerContribAttentionLowerings(LoweringRegistry &r) {
  r.add<MsAttentionOp>(lowerAttention);
  r.add<MsMultiHeadAttentionOp>(lowerMultiHeadAttention);
  r.add<MsDecoderMaskedMultiHeadAttentionOp>(
      lowerDecoderMaskedMultiHeadAttention);
}
