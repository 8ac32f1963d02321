// SPDX-License-Identifier: Apache-2.0
// Lowerings of Attention and RotaryEmbedding.
#include "compiler/Lowering/Attention.h"
#include "compiler/Lowering/NNWindow.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

/// An element of a mask of rank 1 to 4 that broadcasts to [batch, head, query, key]; `beyond` past
/// the end of a short last dimension.
static Scalar maskElement(Scalars &s, Value mask, ArrayRef<Value> extents, ArrayRef<Scalar> at,
                          function_ref<Scalar(Value)> convert, Scalar beyond) {
  size_t rank = extents.size();
  SmallVector<Scalar> from;
  Scalar inside = s.boolean(true);
  for (size_t i = 0; i < rank; ++i) {
    Scalar position = at[4 - rank + i], n = s(extents[i]);
    if (i + 1 == rank)
      inside = position < n;
    // Sizes of 1 broadcast, those of the last dimension too; others were checked.
    from.push_back(position.min(n - 1));
  }
  return s.select(inside, convert(s.extract(mask, from)), beyond);
}

static LoweredValues lowerAttention(AttentionOp op, Lowerer &l) {
  auto q = asHeads(op, l, l(op.getQ()), op.getQNumHeads());
  auto k = asHeads(op, l, l(op.getK()), op.getKvNumHeads());
  auto v = asHeads(op, l, l(op.getV()), op.getKvNumHeads());
  if (failed(q) || failed(k) || failed(v))
    return failure();
  bool flat = cast<RankedTensorType>(l(op.getQ()).getType()).getRank() == 3;
  Type element = getElementTypeOrSelf(q->value.getType()), wide = Scalars::computeType(element);
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
      if (isConstantIntValue(have, 1) || sameSize(l, have, want))
        continue;
      Scalar n = s(toValue(l, have));
      check(l, n.eq(1) | n.eq(s(toValue(l, want))), "attn_mask does not broadcast to the scores");
    }
  }
  bool causal = op.getIsCausal();
  Value pastValue = toValue(l, past), queries = toValue(l, q->length(l));
  double infinity = std::numeric_limits<double>::infinity();
  if (mask || causal || lengths)
    params.mask = [&](Scalars &s, ArrayRef<Scalar> at, Scalar score) {
      Scalar none = s.constant(wide, -infinity);
      if (mask && boolean) {
        Scalar keep = maskElement(
            s, mask, extents, at, [&](Value x) { return s(x).ne(0); }, s.boolean(false));
        score = s.select(keep, score, none);
      } else if (mask) {
        score = score + maskElement(
                            s, mask, extents, at, [&](Value x) { return s(x).to(wide); }, none);
      }
      if (causal) {
        // The last query sees the last key that is no padding.
        Scalar offset = s(pastValue);
        if (lengths && isConstantIntValue(past, 0))
          offset = s.extract(lengths, {at[0]}).toIndex() - s(queries);
        score = s.select(at[3] <= at[2] + offset, score, none);
      }
      if (lengths)
        score = s.select(at[3] < s.extract(lengths, {at[0]}).toIndex(), score, none);
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
    y = reshape(l, y, {dim(l, y, 0), dim(l, y, 1), mul(l, dim(l, y, 2), dim(l, y, 3))});
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
  Heads y = rotate(l, *heads, l(op.getCosCache()), l(op.getSinCache()), l(op.getPositionIds()),
                   op.getInterleaved(), op.getRotaryEmbeddingDim());
  return SmallVector<Value>{cast<RankedTensorType>(x.getType()).getRank() == 3
                                ? reshape(l, y.value, dims(l, x))
                                : y.value};
}

void cameo::registerAttentionLowerings(LoweringRegistry &r) {
  r.add<AttentionOp>(lowerAttention);
  r.add<RotaryEmbeddingOp>(lowerRotaryEmbedding);
}
