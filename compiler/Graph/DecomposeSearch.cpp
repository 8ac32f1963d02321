// SPDX-License-Identifier: Apache-2.0
// GreedySearch and Sampling as a Loop that appends one token a round. As ONNX
// Runtime has it, the token that ends a sequence is not part of the result,
// which is filled up with pad tokens.
#include "compiler/Graph/Search.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

namespace {
Value orNull(Value v) { return isa<NoneType>(v.getType()) ? Value() : v; }

template <typename Op> ScoreRules rulesOf(Op op) {
  ScoreRules rules;
  rules.repetitionPenalty = orNull(op.getRepetitionPenalty());
  rules.vocabMask = orNull(op.getVocabMask());
  rules.prefixMask = orNull(op.getPrefixVocabMask());
  rules.minLength = orNull(op.getMinLength());
  rules.ngram = op.getNoRepeatNgramSize();
  rules.eos = op.getEosTokenId();
  return rules;
}

/// The sequences that `choose` makes token by token: given scores and the
/// iteration it returns tokens, int64 [rows, 1].
template <typename Op>
Value search(Op op, Maker &m, const ScoreRules &rules,
             function_ref<Value(Maker &, Value, Value)> choose) {
  int64_t pad = op.getPadTokenId(), eos = op.getEosTokenId();
  Value ids = op.getInputIds(),
        length =
            m("Reshape", {m.cast(op.getMaxLength(), int64Type), m.ints({1})});
  SearchState first =
      firstState(m, op.getDecoder(), ids, op.getAttentionMask(), pad);
  size_t layers = first.past.size();
  // Nothing has ended.
  Value ended = m("Less", {first.next, m.cast(m.ints({0}), int32Type)});
  SmallVector<Value> init = first.values();
  init.push_back(ended);
  Value rounds = m("Sub", {length, m.size(ids, 1)});
  SmallVector<Value> last = searchLoop(
      m, rounds, init, 0,
      [&](Maker &m, Value iteration, ValueRange now) -> SmallVector<Value> {
        SearchState state = SearchState::of(now, layers);
        Decoded decoded =
            decode(m, op.getDecoder(), op.getInitDecoder(), state, iteration);
        Value scores =
            applyRules(m, rules, decoded.scores, state.sequences, iteration);
        Value token = m.cast(choose(m, scores, iteration), int32Type);
        Value done =
            m("Or", {now.back(),
                     m("Equal", {token, m.cast(m.ints({eos}), int32Type)})});
        token = m("Where", {done, m.cast(m.ints({pad}), int32Type), token});
        // On, unless all have ended.
        Value open = m.cast(m("Not", {done}), int32Type);
        Value going = m.cast(m("ReduceMax", {open, m.ints({0, 1})},
                               {m.attr("keepdims", int64_t(0))}),
                             boolType);
        SmallVector<Value> next = {going};
        llvm::append_range(next,
                           advance(m, state, decoded, token, Value()).values());
        next.push_back(done);
        return next;
      });
  return padded(m, last[3], 2, length, pad);
}

Decomposition greedySearch(MsGreedySearchOp op, Maker &m) {
  if (!searchProblem(op).empty())
    return std::nullopt;
  return Decomposition(
      {search(op, m, rulesOf(op), [](Maker &m, Value scores, Value) {
        return m("ArgMax", {scores}, {m.attr("axis", int64_t(1))});
      })});
}

/// Of the likeliest tokens as many as make up `top_p` stay; one is drawn.
Decomposition sampling(MsSamplingOp op, Maker &m) {
  if (!searchProblem(op).empty())
    return std::nullopt;
  ScoreRules rules = rulesOf(op);
  rules.temperature = op.getTemperature().convertToDouble();
  rules.presence = orNull(op.getPresenceMask());
  rules.presencePenalty = op.getPresencePenalty().convertToDouble();
  double share = op.getTopP().convertToDouble();
  bool custom = op.getCustom();
  // Numbers follow from a seed alone; one that the run gives turns them round
  // the circle that [0, 1) is.
  Value turn;
  if (Value seed = orNull(op.getSeed()))
    turn = m("Mul", {m.toFloat(seed), m.f32(0.6180339887)});
  Value sequences =
      search(op, m, rules, [&](Maker &m, Value scores, Value) -> Value {
        Value count = m.size(scores, 1);
        auto axis = m.attr("axis", int64_t(1));
        auto order = m.all("TopK", {scores, count}, 2,
                           {axis, m.attr("largest", int64_t(custom))});
        Value sum = m("CumSum",
                      {m("Softmax", {order[0]}, {axis}), m.scalar(m.ints({1}))},
                      {m.attr("exclusive", int64_t(custom))});
        // From the unlikeliest on: what stays below the rest's share goes, but
        // for the last ones. From the likeliest on, what comes after the share
        // is reached.
        Value drop;
        if (custom) {
          drop = m("Greater", {sum, m.f32(share)});
        } else {
          Value kept = m.ints({std::max<int64_t>(op.getMinTokensToKeep(), 0)});
          drop = m("And", {m("LessOrEqual", {sum, m.f32(1 - share)}),
                           firstOf(m, count, m("Sub", {count, kept}))});
        }
        Value left =
            m("Where",
              {drop, m.f32(op.getFilterValue().convertToDouble()), order[0]});
        // The first token whose share of the whole passes a random number.
        Value random =
            m("RandomUniformLike", {m("Slice", {left, m.ints({0}), m.ints({1}),
                                                m.ints({1}), m.ints({1})})});
        if (turn) {
          Value turned = m("Add", {random, turn});
          random = m("Sub", {turned, m("Floor", {turned})});
        }
        Value upTo =
            m("CumSum", {m("Softmax", {left}, {axis}), m.scalar(m.ints({1}))});
        Value below = m.cast(m("LessOrEqual", {upTo, random}), int64Type);
        Value place = m("Min", {m("ReduceSum", {below, m.ints({1})}),
                                m("Sub", {count, m.ints({1})})});
        return m("GatherElements", {order[1], place}, {axis});
      });
  return Decomposition({sequences, Value()});
}
} // namespace

void cameo::addSearchDecompositions(DecompositionTable &t) {
  t.add<MsGreedySearchOp>(greedySearch);
  t.add<MsSamplingOp>(sampling);
}
