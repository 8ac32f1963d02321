// SPDX-License-Identifier: Apache-2.0
// Lowerings of Attention and RotaryEmbedding.
#include "compiler/Lowering/Attention.h"
#include "compiler/Lowering/Bounds.h"
#include "compiler/Lowering/NNWindow.h"
#include "dialects/ONNX/NN.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

/// How a dimension of a mask meets that of the scores.
enum class MaskSize { One, Same, OneOrSame, Short };

/// An element of a mask of rank 1 to 4 that broadcasts to [batch, head, query,
/// key]; `beyond` past the end of a short last dimension.
static Scalar maskElement(Scalars &s, Value mask, ArrayRef<Value> extents,
                          ArrayRef<MaskSize> sizes, ArrayRef<Scalar> at,
                          function_ref<Scalar(Value)> convert, Scalar beyond) {
  size_t rank = extents.size();
  SmallVector<Scalar> from;
  bool isShort = false;
  Scalar inside = s.boolean(true);
  for (size_t i = 0; i < rank; ++i) {
    Scalar position = at[4 - rank + i], n = s(extents[i]);
    switch (sizes[i]) {
    case MaskSize::One:
      from.push_back(s.index(0));
      break;
    case MaskSize::Same:
      from.push_back(position);
      break;
    case MaskSize::OneOrSame:
      from.push_back(s.select(n.eq(1), s.index(0), position));
      break;
    case MaskSize::Short:
      isShort = true;
      inside = position < n;
      from.push_back(position.min(n - 1));
      break;
    }
  }
  Scalar element = convert(s.extract(mask, from));
  return isShort ? s.select(inside, element, beyond) : element;
}

static LoweredValues lowerAttention(AttentionOp op, Lowerer &l) {
  auto q = asHeads(op, l, l(op.getQ()), op.getQNumHeads());
  auto k = asHeads(op, l, l(op.getK()), op.getKvNumHeads());
  auto v = asHeads(op, l, l(op.getV()), op.getKvNumHeads());
  if (failed(q) || failed(k) || failed(v))
    return failure();
  bool flat = cast<RankedTensorType>(l(op.getQ()).getType()).getRank() == 3;
  Type element = getElementTypeOrSelf(q->value.getType()),
       wide = Scalars::computeType(element);
  Value presentKey, presentValue;
  OpFoldResult past = size(l, 0);
  auto extend = [&](Heads &h, Value before, Value result, Value &present) {
    if (before) {
      h = {concat(l, {before, headsFirst(l, h)}, 2), false};
      present = h.value;
    } else if (!isa<NoneType>(result.getType())) {
      present = headsFirst(l, h);
    }
  };
  if (Value before = l(op.getPastKey()))
    past = dim(l, before, 2);
  extend(*k, l(op.getPastKey()), op.getPresentKey(), presentKey);
  extend(*v, l(op.getPastValue()), op.getPresentValue(), presentValue);

  AttentionParams params;
  if (op.getScale())
    params.scale = op.getScale()->convertToDouble();
  params.softcap = op.getSoftcap().convertToDouble();
  Value mask = l(op.getAttnMask()), lengths = l(op.getNonpadKvSeqlen());
  SmallVector<Value> extents;
  SmallVector<MaskSize> maskSizes;
  bool boolean = false;
  if (mask) {
    auto type = cast<RankedTensorType>(mask.getType());
    boolean = getElementTypeOrSelf(op.getAttnMask().getType()).isInteger(1);
    if (type.getRank() < 1 || type.getRank() > 4)
      return op.emitError("attn_mask must have 1 to 4 dimensions");
    extents = toValues(l, dims(l, mask));
    Sizes full = {dim(l, q->value, 0), q->heads(l), q->length(l)};
    Scalars s(l.b, l.loc);
    for (int64_t i = 0; i + 1 < type.getRank(); ++i) {
      OpFoldResult have = dim(l, mask, i), want = full[4 - type.getRank() + i];
      bool one = isConstantIntValue(have, 1), same = sameSize(l, have, want);
      maskSizes.push_back(one    ? MaskSize::One
                          : same ? MaskSize::Same
                                 : MaskSize::OneOrSame);
      if (one || same)
        continue;
      Scalar n = s(toValue(l, have));
      check(l, n.eq(1) | n.eq(s(toValue(l, want))),
            "attn_mask does not broadcast to the scores");
    }
    // Keys behind the mask's end are hidden.
    OpFoldResult last = dim(l, mask, type.getRank() - 1), keys = k->length(l);
    bool whole = sameSize(l, last, keys);
    if (!whole)
      checkNotEmpty(l, last, keys);
    maskSizes.push_back(whole ? MaskSize::Same : MaskSize::Short);
  }
  bool causal = op.getIsCausal();
  Value pastValue = toValue(l, past), queries = toValue(l, q->length(l));
  double infinity = std::numeric_limits<double>::infinity();
  if (mask || causal || lengths)
    params.mask = [&](Scalars &s, ArrayRef<Scalar> at, Scalar score) {
      Scalar none = s.constant(wide, -infinity);
      if (mask && boolean) {
        Scalar keep = maskElement(
            s, mask, extents, maskSizes, at,
            [&](Value x) { return s(x).ne(0); }, s.boolean(false));
        score = s.select(keep, score, none);
      } else if (mask) {
        score = score + maskElement(
                            s, mask, extents, maskSizes, at,
                            [&](Value x) { return s(x).to(wide); }, none);
      }
      if (causal) {
        // The last query sees the last key that is no padding.
        Scalar offset = s(pastValue);
        if (lengths && isConstantIntValue(past, 0))
          offset = s.extract(lengths, {at[0]}).toIndex() - s(queries);
        score = s.select(at[3] <= at[2] + offset, score, none);
      }
      if (lengths)
        score = s.select(at[3] < s.extract(lengths, {at[0]}).toIndex(), score,
                         none);
      return score;
    };
  bool wantsScores = !isa<NoneType>(op.getQkMatmulOutput().getType());
  int64_t stage = op.getQkMatmulOutputMode();
  if (stage < 0 || stage > 3)
    return op.emitError("qk_matmul_output_mode must be 0 to 3");
  auto result = attend(op, l, *q, *k, *v, params, wantsScores ? stage : -1);
  if (failed(result))
    return failure();
  Value y = result->output;
  if (flat)
    y = reshape(
        l, y, {dim(l, y, 0), dim(l, y, 1), mul(l, dim(l, y, 2), dim(l, y, 3))});
  else
    y = transpose(l, y, {0, 2, 1, 3});
  return SmallVector<Value>{y, presentKey, presentValue,
                            wantsScores ? result->stages[stage] : Value()};
}

static LoweredValues lowerRotaryEmbedding(RotaryEmbeddingOp op, Lowerer &l) {
  Value x = l(op.getX());
  auto heads = asHeads(op, l, x, op.getNumHeads());
  if (failed(heads))
    return failure();
  Heads y = rotate(l, *heads, l(op.getCosCache()), l(op.getSinCache()),
                   l(op.getPositionIds()), op.getInterleaved(),
                   op.getRotaryEmbeddingDim());
  return SmallVector<Value>{cast<RankedTensorType>(x.getType()).getRank() == 3
                                ? reshape(l, y.value, dims(l, x))
                                : y.value};
}

/// One tile per batch entry and head of K and V; the columns of its state are
/// independent.
static LoweredValues lowerLinearAttention(LinearAttentionOp op, Lowerer &l) {
  auto q = asHeads(op, l, l(op.getQuery()), op.getQNumHeads());
  auto k = asHeads(op, l, l(op.getKey()), op.getKvNumHeads());
  auto v = asHeads(op, l, l(op.getValue()), op.getKvNumHeads());
  if (failed(q) || failed(k) || failed(v))
    return failure();
  StringRef rule = op.getUpdateRule();
  Value decay = l(op.getDecay()), beta = l(op.getBeta()),
        past = l(op.getPastState());
  bool decays = rule.contains("gated"), corrects = rule.contains("delta");
  if ((decays && !decay) || (corrects && !beta))
    return op.emitError("update_rule ") << rule << " needs decay or beta";
  int64_t heads = op.getKvNumHeads(), group = op.getQNumHeads() / heads;
  if (group * heads != op.getQNumHeads())
    return op.emitError("kv_num_heads does not divide q_num_heads");
  Type element = getElementTypeOrSelf(q->value.getType()),
       wide = Scalars::computeType(element);
  OpFoldResult batch = dim(l, q->value, 0), length = q->length(l),
               depth = q->size(l), width = v->size(l), kvHeads = size(l, heads);
  checkSame(l, depth, k->size(l), "heads of queries and keys differ in size");
  checkSame(l, length, k->length(l), "queries and keys differ in length");
  checkSame(l, length, v->length(l), "keys and values differ in length");
  for (Value other : {k->value, v->value, decay, beta})
    if (other)
      checkSame(l, batch, dim(l, other, 0),
                "the operands differ in batch size");
  for (Value other : {decay, beta})
    if (other)
      checkSame(l, length, dim(l, other, 1),
                "decay or beta differs from the keys in length");
  Sizes stateSizes = {batch, kvHeads, depth, width};
  for (int64_t i = 0; past && i < 4; ++i)
    checkSame(l, dim(l, past, i), stateSizes[i],
              "past_state does not fit the operands");
  Value state = past ? elementwise(l, wide, {past},
                                   [&](Scalars &, ArrayRef<Scalar> x) {
                                     return Value(x[0].to(wide));
                                   })
                     : fill(l, stateSizes, numberAttr(wide, 0.0));
  SmallVector<Value> inputs = {q->value, k->value, v->value};
  if (decays) {
    OpFoldResult n = dim(l, decay, 2);
    Scalars host(l.b, l.loc);
    Scalar have = host(toValue(l, n)),
           whole = host(toValue(l, mul(l, kvHeads, depth)));
    if (!sameSize(l, n, kvHeads) && !sameSize(l, n, mul(l, kvHeads, depth)))
      check(l, have.eq(heads) | have.eq(whole), "decay does not fit the heads");
    inputs.push_back(decay);
  }
  if (corrects) {
    Scalars host(l.b, l.loc);
    Scalar rates = host(toValue(l, dim(l, beta, 2)));
    if (!sameSize(l, dim(l, beta, 2), kvHeads) &&
        !isConstantIntValue(dim(l, beta, 2), 1))
      check(l, rates.eq(heads) | rates.eq(1), "beta does not fit the heads");
    inputs.push_back(beta);
  }
  double stated = op.getScale().convertToDouble();
  Value output =
      empty(l, {batch, length, size(l, heads * group), width}, element);
  auto results = computeTiled(
      l, mul(l, batch, kvHeads), inputs, {output, state},
      [&](Scalars &s, Scalar tile, ValueRange args) {
        Value q = args[0], k = args[1], v = args[2],
              output = args[args.size() - 2], state = args.back();
        Scalar b = indexDiv(tile, heads), h = indexMod(tile, heads),
               zero = s.index(0);
        Scalar depth = s.dim(k, 3), nothing = s.constant(wide, 0.0);
        Scalar scale = stated != 0 ? s.constant(wide, stated)
                                   : 1.0 / depth.to(wide).sqrt();
        s.nest({s.dim(v, 1), s.dim(v, 3)}, [&](ArrayRef<Scalar> at) {
          Scalar t = at[0], j = at[1];
          auto key = [&](Scalar i) { return s.load(k, {b, t, h, i}).to(wide); };
          // The decayed column, and what it holds for this key.
          Scalar held = s.loop(
              zero, depth, {nothing}, [&](Scalar i, ArrayRef<Scalar> sum) {
                Scalar x = s.load(state, {b, h, i, j});
                if (decays) {
                  // One per head, or one per element of the key.
                  Scalar column =
                      s.select(s.dim(args[3], 2).eq(heads), h, h * depth + i);
                  x = x * s.load(args[3], {b, t, column}).to(wide).exp();
                }
                s.store(x, state, {b, h, i, j});
                return Scalars::Carried{sum[0] + x * key(i)};
              })[0];
          Scalar write = s.load(v, {b, t, h, j}).to(wide);
          if (corrects) {
            Value rates = args[inputs.size() - 1];
            Scalar column = h.min(s.dim(rates, 2) - 1);
            write = (write - held) * s.load(rates, {b, t, column}).to(wide);
          }
          s.loop(zero, depth, [&](Scalar i) {
            s.store(s.load(state, {b, h, i, j}) + key(i) * write, state,
                    {b, h, i, j});
          });
          s.loop(zero, s.index(group), [&](Scalar g) {
            Scalar head = h * group + g;
            Scalar sum = s.loop(
                zero, depth, {nothing}, [&](Scalar i, ArrayRef<Scalar> sum) {
                  return Scalars::Carried{sum[0] +
                                          s.load(q, {b, t, head, i}).to(wide) *
                                              s.load(state, {b, h, i, j})};
                })[0];
            s.store((sum * scale).to(element), output, {b, t, head, j});
          });
        });
      });
  Value present;
  if (!isa<NoneType>(op.getPresentState().getType()))
    present = wide == element ? results[1]
                              : elementwise(l, element, {results[1]},
                                            [&](Scalars &, ArrayRef<Scalar> x) {
                                              return Value(x[0].to(element));
                                            });
  return SmallVector<Value>{
      reshape(l, results[0],
              {batch, length, mul(l, size(l, heads * group), width)}),
      present};
}

void cameo::registerAttentionLowerings(LoweringRegistry &r) {
  r.add<AttentionOp>(lowerAttention);
  r.add<RotaryEmbeddingOp>(lowerRotaryEmbedding);
  r.add<LinearAttentionOp>(lowerLinearAttention);
  registerFlexAttentionLowerings(r);
}
