// SPDX-License-Identifier: Apache-2.0
// Lowering of com.microsoft's GroupQueryAttention: rotation, caches as long as
// the sequence or as a window, in floats or quantised, and what attend() adds
// to scores.
#include "compiler/Lowering/Attention.h"
#include "compiler/Lowering/Bounds.h"
#include "compiler/Lowering/Contrib.h"
#include "compiler/Lowering/NNWindow.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

namespace {
RankedTensorType typeOf(Value v) { return cast<RankedTensorType>(v.getType()); }

//===-- Quantised caches --------------------------------------------------===//

/// How a cache [batch, heads, tokens, size] keeps its elements: as they are, or
/// divided by a scale and rounded, to bytes, to float8 or to two fields of four
/// bits a byte, the first in the lower half, 8 for 0.
class CacheFormat {
public:
  /// `cache` is an onnx value of the format. `scale` broadcasts to the cache.
  static FailureOr<CacheFormat> make(Operation *op, Lowerer &l, StringRef kind,
                                     Value scale, Value cache, int64_t bits,
                                     Type element) {
    CacheFormat f;
    f.element = element;
    f.stored = element;
    if (kind == "NONE")
      return f;
    f.onnxType = getElementTypeOrSelf(cache.getType());
    f.stored = Lowerer::convert(f.onnxType);
    f.fourBits = bits == 4;
    if (bits != 4 && bits != 8)
      return op->emitError("kv_cache_bit_width must be 4 or 8");
    bool fits = f.fourBits ? f.onnxType.isUnsignedInteger(8)
                           : f.onnxType.isSignlessInteger(8) ||
                                 isa<Float8E4M3FNType>(f.onnxType);
    if (!fits)
      return op->emitError("a quantised cache of ")
             << bits << " bits does not hold " << f.onnxType;
    if (!scale || typeOf(scale).getRank() > 4)
      return op->emitError(
          "a quantised cache needs a scale that broadcasts to it");
    f.scale = scale;
    f.scaleSizes = toValues(l, dims(l, scale));
    return f;
  }

  bool isPlain() const { return !scale; }
  Type storedType() const { return stored; }

  /// Rows of floats as the cache keeps them.
  Value store(Lowerer &l, Value rows) const {
    if (isPlain())
      return rows;
    Sizes sizes = dims(l, rows);
    Value width = toValue(l, sizes[3]);
    if (fourBits)
      sizes[3] = floorDiv(l, add(l, sizes[3], size(l, 1)), size(l, 2));
    return generate(l, sizes, stored, [&](Scalars &s, ArrayRef<Scalar> at) {
      auto divided = [&](Scalar d) {
        SmallVector<Scalar> from(at);
        from[3] = d;
        Scalar x = s.extract(rows, from).to(s.b.getF32Type());
        return x / scaleAt(s, at, d);
      };
      if (isa<FloatType>(onnxType))
        return Value(s.toMemory(
            s.cast(divided(at[3]), s.b.getF32Type(), onnxType), onnxType));
      Type i32 = s.b.getI32Type();
      auto rounded = [&](Scalar x, double low, double high) {
        return x.round().clamp(x.like(low), x.like(high)).to(i32);
      };
      if (!fourBits)
        return Value(rounded(divided(at[3]), -128, 127).to(stored));
      auto field = [&](Scalar d) { return rounded(divided(d), -8, 7) + 8; };
      Scalar first = at[3] * 2, second = (first + 1).min(s(width) - 1);
      return Value(
          (field(first) | field(second).shl(first.to(i32).like(4))).to(stored));
    });
  }

  /// Rows of `width` floats from what the cache keeps.
  Value load(Lowerer &l, Value cache, OpFoldResult width) const {
    if (isPlain())
      return cache;
    Sizes sizes = dims(l, cache);
    sizes[3] = width;
    return generate(l, sizes, element, [&](Scalars &s, ArrayRef<Scalar> at) {
      Type f32 = s.b.getF32Type();
      Scalar q = s.index(0);
      if (fourBits)
        q = (packedField(s, cache, at.drop_back(), at[3], 4).as(false) - 8)
                .to(f32);
      else if (isa<FloatType>(onnxType))
        q = s.fromMemory(s.extract(cache, at), onnxType).to(f32);
      else
        q = s.extract(cache, at).to(f32);
      return Value((q * scaleAt(s, at, at[3])).to(element));
    });
  }

private:
  /// Of head at[1] and element d; where the scale is one for all, that.
  Scalar scaleAt(Scalars &s, ArrayRef<Scalar> at, Scalar d) const {
    SmallVector<Scalar> full = {at[0], at[1], at[2], d}, from;
    size_t rank = scaleSizes.size();
    for (size_t i = 0; i < rank; ++i)
      from.push_back(full[4 - rank + i].min(s(scaleSizes[i]) - 1));
    return s.extract(scale, from).to(s.b.getF32Type());
  }

  Type element, stored, onnxType;
  Value scale;
  SmallVector<Value> scaleSizes;
  bool fourBits = false;
};

//===-- GroupQueryAttention -----------------------------------------------===//

class GroupQuery {
public:
  GroupQuery(MsGroupQueryAttentionOp op, Lowerer &l)
      : op(op), l(l), heads(op.getNumHeads()), kvHeads(op.getKvNumHeads()),
        window(op.getLocalWindowSize()) {}

  LoweredValues lower() {
    if (op.getQkOutput() < 0 || op.getQkOutput() > 2)
      return op.emitError("qk_output must be 0, 1 or 2");
    asksForScores = op.getQkOutput() && !isa<NoneType>(op.getQk().getType());
    if (failed(project()) || failed(countTokens()) || failed(rotateHeads()) ||
        failed(join()))
      return failure();
    AttentionParams params;
    if (failed(setParams(params)))
      return failure();
    // Before the softmax, or behind it.
    int64_t stage = !asksForScores ? -1 : op.getQkOutput() == 1 ? 2 : 3;
    auto result =
        attend(op, l, q, {keys, false}, {values, false}, params, stage);
    if (failed(result))
      return failure();
    Value scores = stage >= 0 ? result->stages[stage] : Value();
    if (stage == 2) // what is masked is 0 there, as in ONNX Runtime
      scores = elementwise(
          l, element, {scores}, [&](Scalars &s, ArrayRef<Scalar> v) -> Value {
            Scalar none =
                s.constant(element, -std::numeric_limits<double>::infinity());
            return s.select(v[0].eq(none), s.constant(element, 0.0), v[0]);
          });
    auto wanted = [](Value result, Value v) {
      return isa<NoneType>(result.getType()) ? Value() : v;
    };
    return SmallVector<Value>{
        reshape(l, result->output,
                {batch, fresh, mul(l, dim(l, result->output, 2), v.size(l))}),
        wanted(op.getPresentKey(), presentKey),
        wanted(op.getPresentValue(), presentValue), scores};
  }

private:
  LogicalResult project() {
    Value query = l(op.getQuery()), key = l(op.getKey()),
          value = l(op.getValue());
    if (typeOf(query).getRank() != 3)
      return op.emitError("needs a query of rank 3");
    if (!key) {
      // Packed: the heads of Q, K and V one after another.
      OpFoldResult each =
          floorDiv(l, dim(l, query, 2), size(l, heads + 2 * kvHeads));
      OpFoldResult first = mul(l, each, size(l, heads)),
                   kv = mul(l, each, size(l, kvHeads));
      key = sliceAxis(l, query, 2, first, kv);
      value = sliceAxis(l, query, 2, add(l, first, kv), kv);
      query = sliceAxis(l, query, 2, size(l, 0), first);
    }
    auto asQ = asHeads(op, l, query, heads), asK = asHeads(op, l, key, kvHeads),
         asV = asHeads(op, l, value, kvHeads);
    if (failed(asQ) || failed(asK) || failed(asV))
      return failure();
    q = *asQ;
    k = *asK;
    v = *asV;
    element = typeOf(query).getElementType();
    wide = Scalars::computeType(element);
    batch = dim(l, query, 0);
    fresh = q.length(l);
    // Each head on its own, before the rotation.
    auto normalise = [&](Heads &h, Value weight) -> LogicalResult {
      if (!weight)
        return success();
      auto y = rmsNormalise(op, l, h.value, weight, -1,
                            op.getQkNormEpsilon().convertToDouble(), element);
      if (succeeded(y))
        h.value = *y;
      return LogicalResult(y);
    };
    if (failed(normalise(q, l(op.getQNormWeight()))))
      return failure();
    return normalise(k, l(op.getKNormWeight()));
  }

  /// Keys of each batch entry that came before.
  LogicalResult countTokens() {
    lengths = l(op.getSeqlensK());
    Value freshValue = toValue(l, fresh);
    before = generate(
        l, {batch}, l.b.getI64Type(), [&](Scalars &s, ArrayRef<Scalar> at) {
          Scalar length = s.extract(lengths, {at[0]}).toIndex() + 1;
          return Value((length - s(freshValue)).max(0.0).to(s.b.getI64Type()));
        });
    return success();
  }

  LogicalResult rotateHeads() {
    if (!op.getDoRotary())
      return success();
    Value positions = l(op.getPositionIds());
    if (!positions)
      positions = generate(l, {batch, fresh}, l.b.getI64Type(),
                           [&](Scalars &s, ArrayRef<Scalar> at) {
                             return Value(s.extract(before, {at[0]}) +
                                          at[1].to(s.b.getI64Type()));
                           });
    Value cos = l(op.getCosCache()), sin = l(op.getSinCache());
    if (!cos || !sin)
      return op.emitError("do_rotary needs the caches of cosines and sines");
    int64_t half = typeOf(cos).getDimSize(1);
    int64_t rotated = ShapedType::isDynamic(half) ? 0 : 2 * half;
    q = rotate(l, q, cos, sin, positions, op.getRotaryInterleaved(), rotated);
    k = rotate(l, k, cos, sin, positions, op.getRotaryInterleaved(), rotated);
    return success();
  }

  //===-- Caches ----------------------------------------------------------===//

  LogicalResult join() {
    Value pastKey = l(op.getPastKey()), pastValue = l(op.getPastValue());
    auto format = [&](StringRef kind, Value scale, Value past, Value present) {
      Value cache = isa<NoneType>(past.getType()) ? present : past;
      return CacheFormat::make(op, l, kind, l(scale), cache,
                               int64_t(op.getKvCacheBitWidth()), element);
    };
    auto ofKeys = format(op.getKQuantType(), op.getKScale(), op.getPastKey(),
                         op.getPresentKey()),
         ofValues = format(op.getVQuantType(), op.getVScale(),
                           op.getPastValue(), op.getPresentValue());
    if (failed(ofKeys) || failed(ofValues))
      return failure();
    OpFoldResult keySize = k.size(l), valueSize = v.size(l);
    presentKey = ofKeys->store(l, headsFirst(l, k));
    presentValue = ofValues->store(l, headsFirst(l, v));
    if (op.getSlidingWindowCache()) {
      if (!pastKey || !pastValue || window <= 0)
        return op.emitError("a sliding cache needs past_key, past_value and "
                            "local_window_size");
      if (asksForScores)
        return op.emitError("has no qk_output with a sliding cache");
      capacity = toValue(l, dim(l, pastKey, 2));
      Scalars host(l.b, l.loc);
      check(l, host(capacity) >= host.index(window),
            "the sliding cache is smaller than the window");
      keys = ofKeys->load(l, concat(l, {pastKey, presentKey}, 2), keySize);
      values =
          ofValues->load(l, concat(l, {pastValue, presentValue}, 2), valueSize);
      presentKey = slide(pastKey, presentKey);
      presentValue = slide(pastValue, presentValue);
      return success();
    }
    if (pastKey && pastValue) {
      presentKey = append(pastKey, presentKey, op.getPresentKey());
      presentValue = append(pastValue, presentValue, op.getPresentValue());
    }
    keys = ofKeys->load(l, presentKey, keySize);
    values = ofValues->load(l, presentValue, valueSize);
    return success();
  }

  /// `now` behind the rows of `past` that count.
  Value append(Value past, Value now, Value onnxResult) {
    Type stored = typeOf(now).getElementType();
    Scalars host(l.b, l.loc);
    Value total =
        toValue(l, extractIndex(l, l(op.getTotalSequenceLength()), 0));
    OpFoldResult length =
        Value(host(total).max(host(toValue(l, dim(l, past, 2)))));
    // Zeros where the tokens of some batches end before those of others.
    OpFoldResult more = sub(l, length, dim(l, past, 2));
    Value whole =
        concat(l,
               {past, fill(l, {batch, size(l, kvHeads), more, dim(l, now, 3)},
                           numberAttr(stored, int64_t(0)))},
               2);
    if (isa<RankedTensorType>(onnxResult.getType()))
      whole = reshape(l, whole, refine(l, onnxResult, dims(l, whole)));
    return writeCacheRows(l, now, whole, 2, toValue(l, length),
                          /*circular=*/false, {before},
                          [](Scalars &s, Scalar b, ValueRange args) {
                            return s.load(args[0], {b}).toIndex();
                          });
  }

  /// How many of `count` tokens a sliding cache still has: all that fit, then
  /// as many less as go whenever it is full, which leaves the window's others.
  Scalar resident(Scalars &s, Scalar count) {
    Scalar full = s(capacity), group = full - window + 1;
    Scalar gone = (count - full).max(s.index(0)).ceilDiv(group) * group;
    return s.select(count <= full, count, count - gone);
  }

  /// The rows that stay of `past` and `now`, oldest first; zeros behind them.
  Value slide(Value past, Value now) {
    Type stored = typeOf(now).getElementType();
    Value rows = toValue(l, fresh);
    Sizes out = dims(l, past);
    return generate(l, out, stored, [&](Scalars &s, ArrayRef<Scalar> at) {
      Scalar count = s.extract(before, {at[0]}).toIndex(),
             total = count + s(rows), zero = s.index(0);
      Scalar had = resident(s, count), has = resident(s, total);
      Scalar place = total - has + at[2]; // of the token
      Scalar isNew = place >= count;
      Scalar old = (place - (count - had)).clamp(zero, s(capacity) - 1),
             added = (place - count).clamp(zero, s(rows) - 1);
      Scalar row = s.select(isNew, s.extract(now, {at[0], at[1], added, at[3]}),
                            s.extract(past, {at[0], at[1], old, at[3]}));
      return Value(s.select(at[2] < has, row,
                            s.constant(numberAttr(stored, int64_t(0)))));
    });
  }

  //===-- Scores ----------------------------------------------------------===//

  LogicalResult setParams(AttentionParams &params) {
    if (op.getScale() && op.getScale()->convertToDouble() != 0)
      params.scale = op.getScale()->convertToDouble();
    params.softcap = op.getSoftcap().convertToDouble();
    Value bias = l(op.getAttentionBias());
    SmallVector<Value> extents;
    if (bias) {
      if (typeOf(bias).getRank() != 4)
        return op.emitError("attention_bias must have four dimensions");
      checkNotEmpty(l, bias, 0, mul(l, batch, fresh));
      extents = toValues(l, dims(l, bias));
    }
    params.mask = [this, bias, extents](Scalars &s, ArrayRef<Scalar> at,
                                        Scalar score) {
      Scalar none = s.constant(wide, -std::numeric_limits<double>::infinity());
      Scalar count = s.extract(before, {at[0]}).toIndex();
      // The key's place in the whole sequence.
      Scalar key = at[3], isThere = s.boolean(true);
      if (capacity) {
        Scalar had = resident(s, count), isOld = key < s(capacity);
        isThere = !isOld | (key < had);
        key = s.select(isOld, count - had + key, count + key - s(capacity));
      }
      if (bias) {
        SmallVector<Scalar> from;
        SmallVector<Scalar> place = {at[0], at[1], at[2], key};
        for (auto [p, n] : llvm::zip_equal(place, extents))
          from.push_back(p.min(s(n) - 1));
        // Of a row that no token has, places mean nothing.
        if (capacity)
          from[3] = from[3].max(s.index(0));
        score = score + s.extract(bias, from).to(wide);
      }
      Scalar last = count + at[2];
      Scalar seen = op.getCausal()
                        ? key <= last
                        : key <= s.extract(lengths, {at[0]}).toIndex();
      if (window > 0)
        seen = seen & (key + window > last);
      if (capacity)
        seen = seen & isThere;
      return s.select(seen, score, none);
    };
    Value sinks = l(op.getHeadSink());
    if (sinks) {
      if (typeOf(sinks).getRank() != 1)
        return op.emitError("head_sink must be a vector");
      checkSame(l, dim(l, sinks, 0), size(l, heads),
                "head_sink must have an element for each head");
      params.sink = [this, sinks](Scalars &s, Scalar head) {
        return s.extract(sinks, {head}).to(wide);
      };
    } else if (op.getSmoothSoftmax() > 0) {
      params.sink = [this](Scalars &s, Scalar) {
        return s.constant(wide, 0.0);
      };
    }
    return success();
  }

  MsGroupQueryAttentionOp op;
  Lowerer &l;
  int64_t heads, kvHeads, window;
  bool asksForScores = false;
  Heads q, k, v;
  Type element, wide;
  OpFoldResult batch, fresh;
  Value lengths, before;
  /// Rows of a sliding cache; null without one.
  Value capacity;
  Value presentKey, presentValue;
  /// What attention reads: [batch, heads, token, size].
  Value keys, values;
};

LoweredValues lowerGroupQueryAttention(MsGroupQueryAttentionOp op, Lowerer &l) {
  return GroupQuery(op, l).lower();
}
} // namespace

void cameo::registerContribGroupQueryLowerings(LoweringRegistry &r) {
  r.add<MsGroupQueryAttentionOp>(lowerGroupQueryAttention);
}
