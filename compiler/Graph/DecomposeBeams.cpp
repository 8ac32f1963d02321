// SPDX-License-Identifier: Apache-2.0
// BeamSearch as a Loop. Each batch entry has `num_beams` sequences under way;
// of the 2 * num_beams best continuations those that end go to the finished
// ones, of which the best num_beams are kept, and the others go on.
#include "compiler/Graph/Search.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

namespace {
Value orNull(Value v) { return isa<NoneType>(v.getType()) ? Value() : v; }

/// Finished sequences: their scores [batch, n], those that there are not -inf,
/// and their tokens [batch, n, length].
struct Finished {
  Value scores, tokens;
};

class Beams {
public:
  Beams(MsBeamSearchOp op, Maker &m)
      : op(op), m(m), last(m.attr("axis", int64_t(1))),
        keep(m.attr("keepdims", int64_t(1))) {
    auto one = [&](Value v) {
      return m("Reshape", {m.cast(v, int64Type), m.ints({1})});
    };
    length = one(op.getMaxLength());
    beams = one(op.getNumBeams());
    returned = one(op.getNumReturnSequences());
    penalty = orNull(op.getLengthPenalty());
    if (!penalty)
      penalty = m.f32(1);
    batch = m.size(op.getInputIds(), 0);
    none = m.f32(-std::numeric_limits<double>::infinity());
  }

  SmallVector<Value> run() {
    bool wantsScores = !isa<NoneType>(op.getScores().getType());
    if (!op.getEncoder().empty())
      encoded.emplace(m, op, beams);
    SearchState first = start();
    layers = first.past.size();
    rules.repetitionPenalty = orNull(op.getRepetitionPenalty());
    rules.vocabMask = orNull(op.getVocabMask());
    if (Value prefix = orNull(op.getPrefixVocabMask()))
      rules.prefixMask = everyBeam(prefix);
    rules.minLength = orNull(op.getMinLength());
    rules.ngram = op.getNoRepeatNgramSize();
    rules.eos = op.getEosTokenId();

    SmallVector<Value> init = first.values();
    // All beams start alike: only the first of them counts.
    Value sums =
        m("Where", {firstOf(m, beams, m.ints({1})), m.f32(0), m.f32(-1e9)});
    Value pad = m.cast(m.ints({op.getPadTokenId()}), int32Type);
    init.push_back(expand(sums, {batch, beams}));
    init.push_back(expand(none, {batch, beams}));
    init.push_back(expand(pad, {batch, beams, length}));
    init.push_back(expand(m.cast(m.ints({0}), boolType), {batch, m.ints({1})}));
    Value rounds = m("Sub", {length, m.size(first.sequences, 1)});
    SmallVector<Value> end =
        searchLoop(m, rounds, init, wantsScores,
                   [&](Maker &, Value iteration, ValueRange now) {
                     return round(iteration, now, wantsScores);
                   });
    size_t own = 5 + layers;
    // What is still under way counts as it is.
    Value open = m("Where", {end[own + 3], none, fairScore(end[own], end[3])});
    Finished all =
        best({end[own + 1], end[own + 2]}, {open, threeDims(end[3])}, returned);
    Value scores;
    if (wantsScores) {
      // [rounds, batch, beams, vocabulary], zeros behind the last round.
      Value stack = end.back(), rest = m("Sub", {rounds, m.size(stack, 0)});
      Value shape = m.concat(
          {rest, m("Shape", {stack}, {m.attr("start", int64_t(1))})}, 0);
      Value zeros = m("Expand", {m.cast(m.ints({0}), 1), shape});
      scores = m.concat({stack, zeros}, 0);
    }
    return {all.tokens,
            isa<NoneType>(op.getSequencesScores().getType()) ? Value()
                                                             : all.scores,
            scores};
  }

private:
  SearchState start() {
    if (encoded)
      return encoded->firstState(m);
    Value mask = op.getAttentionMask();
    if (!isa<NoneType>(mask.getType()))
      mask = everyBeam(mask);
    return firstState(m, op.getDecoder(), everyBeam(op.getInputIds()), mask,
                      op.getPadTokenId());
  }
  Value expand(Value x, ArrayRef<Value> sizes) {
    return m("Expand", {x, m.concat(sizes, 0)});
  }
  /// [batch, n] for each beam: [batch * beams, n].
  Value everyBeam(Value x) {
    Value n = m.size(x, 1);
    Value three = expand(m("Unsqueeze", {x, m.ints({1})}), {batch, beams, n});
    return m.reshape(three, {m("Mul", {batch, beams}), n});
  }
  /// Sequences [batch * beams, n] as [batch, beams, length], padded.
  Value threeDims(Value sequences) {
    Value three = m.reshape(sequences, {batch, beams, m.size(sequences, 1)});
    return padded(m, three, 3, length, op.getPadTokenId());
  }
  /// A sum of logarithms, divided by the sequences' length to the penalty.
  Value fairScore(Value sum, Value sequences) {
    Value n = m.toFloat(m.size(sequences, 1));
    return m("Div", {sum, m("Pow", {n, penalty})});
  }
  /// The `count` best of both, earlier ones first where they are equal.
  Finished best(const Finished &a, const Finished &b, Value count) {
    auto top =
        m.all("TopK", {m.concat({a.scores, b.scores}, 1), count}, 2, {last});
    return {top[0], rowsAt(m.concat({a.tokens, b.tokens}, 1), top[1])};
  }
  /// Rows [batch, k, n] of x [batch, any, n] at places [batch, k].
  Value rowsAt(Value x, Value places) {
    return m("GatherND", {x, m("Unsqueeze", {places, m.ints({2})})},
             {m.attr("batch_dims", int64_t(1))});
  }
  Value at(Value x, Value places) {
    return m("GatherElements", {x, places}, {last});
  }

  SmallVector<Value> round(Value iteration, ValueRange now, bool wantsScores) {
    SearchState state = SearchState::of(now, layers);
    Value sums = now[5 + layers], done = now[8 + layers];
    Finished finished{now[6 + layers], now[7 + layers]};
    Decoded decoded = encoded ? encoded->decode(m, state, iteration)
                              : decode(m, op.getDecoder(), op.getInitDecoder(),
                                       state, iteration);
    Value scores = m("LogSoftmax", {decoded.scores}, {last});
    scores = applyRules(m, rules, scores, state.sequences, iteration);
    Value vocabulary = m.size(scores, 1);
    Value total = m("Add", {m.reshape(scores, {batch, beams, vocabulary}),
                            m("Unsqueeze", {sums, m.ints({2})})});
    Value twice = m("Mul", {beams, m.ints({2})});
    auto top =
        m.all("TopK",
              {m.reshape(total, {batch, m("Mul", {beams, vocabulary})}), twice},
              2, {last});
    Value beam = m("Div", {top[1], vocabulary}),
          token = m("Mod", {top[1], vocabulary});
    // Ends among the best num_beams are finished sequences.
    Value ends = m("Equal", {token, m.ints({op.getEosTokenId()})});
    Value counts = m(
        "And", {m("And", {ends, firstOf(m, twice, beams)}), m("Not", {done})});
    Value fair = fairScore(top[0], state.sequences);
    finished = best(finished,
                    {m("Where", {counts, fair, none}),
                     rowsAt(threeDims(state.sequences), beam)},
                    beams);
    // The first num_beams of the others go on.
    Value numbers = m("Range", {m.scalar(m.ints({0})), m.scalar(twice),
                                m.scalar(m.ints({1}))});
    Value order =
        m("Add", {numbers, m("Mul", {m.cast(ends, int64Type), twice})});
    Value places = m.all("TopK", {order, beams}, 2,
                         {last, m.attr("largest", int64_t(0))})[0];
    Value nextSums = m("Where", {done, m.f32(0), at(top[0], places)});
    Value pad = m.ints({op.getPadTokenId()});
    Value nextToken = m("Where", {done, pad, at(token, places)});
    Value entries = m("Range", {m.scalar(m.ints({0})), m.scalar(batch),
                                m.scalar(m.ints({1}))});
    Value rows =
        m("Add", {at(beam, places),
                  m("Unsqueeze", {m("Mul", {entries, beams}), m.ints({1})})});
    Value all = m("Mul", {batch, beams});
    // Done: as many finished as beams, none of which can get better.
    Value worst = m("ReduceMin", {finished.scores, m.ints({1})}, {keep});
    Value isFull = m("Greater", {worst, none});
    if (!op.getEarlyStopping()) {
      Value first = m(
          "Slice", {fair, m.ints({0}), m.ints({1}), m.ints({1}), m.ints({1})});
      isFull = m("And", {isFull, m("GreaterOrEqual", {worst, first})});
    }
    done = m("Or", {done, isFull});
    Value open = m.cast(m("Not", {done}), int32Type);
    Value going = m.cast(m("ReduceMax", {open, m.ints({0, 1})},
                           {m.attr("keepdims", int64_t(0))}),
                         boolType);
    Value chosen = m.cast(m.reshape(nextToken, {all, m.ints({1})}), int32Type);
    Value from = m.reshape(rows, {all});
    SearchState next = encoded
                           ? encoded->advance(m, state, decoded, chosen, from)
                           : advance(m, state, decoded, chosen, from);
    SmallVector<Value> values = {going};
    llvm::append_range(values, next.values());
    values.append({nextSums, finished.scores, finished.tokens, done});
    if (wantsScores)
      values.push_back(total);
    return values;
  }

  MsBeamSearchOp op;
  Maker &m;
  NamedAttribute last, keep;
  ScoreRules rules;
  std::optional<EncoderDecoder> encoded;
  size_t layers = 0;
  Value length, beams, returned, penalty, batch, none;
};

Decomposition beamSearch(MsBeamSearchOp op, Maker &m) {
  if (!searchProblem(op).empty())
    return std::nullopt;
  return Decomposition(Beams(op, m).run());
}
} // namespace

void cameo::addBeamSearchDecomposition(DecompositionTable &t) {
  t.add<MsBeamSearchOp>(beamSearch);
}
