// SPDX-License-Identifier: Apache-2.0
#include "compiler/Graph/Search.h"
#include "dialects/ONNX/Control.h"
#include "dialects/ONNX/DataTypes.h"
#include "mlir/IR/IRMapping.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

/// Inputs of a decoder before its caches.
static constexpr unsigned firstPast = 3;

SmallVector<Value> SearchState::values() const {
  SmallVector<Value> list = {ids, positions, mask, sequences, next};
  llvm::append_range(list, past);
  return list;
}

SearchState SearchState::of(ValueRange v, size_t layers) {
  return {v[0], v[1], v[2], SmallVector<Value>(v.slice(5, layers)), v[3], v[4]};
}

static Value constant32(Maker &m, int64_t value) {
  return m.cast(m.ints({value}), int32Type);
}

/// A tensor of `sizes` full of what a tensor of one element holds.
static Value full(Maker &m, Value element, ArrayRef<Value> sizes) {
  return m("Expand", {element, m.concat(sizes, 0)});
}

SearchState cameo::firstState(Maker &m, Region &decoder, Value ids, Value mask,
                              int64_t pad) {
  SearchState s;
  s.ids = s.sequences = ids;
  Value real = isa<NoneType>(mask.getType())
                   ? m("Not", {m("Equal", {ids, constant32(m, pad)})})
                   : m.cast(mask, boolType);
  s.mask = m.cast(real, int32Type);
  Value axis = m.scalar(m.ints({1}));
  s.positions =
      m("Mul", {m("CumSum", {s.mask, axis}, {m.attr("exclusive", int64_t(1))}),
                s.mask});
  s.next = m("ReduceSum", {s.mask, m.ints({1})});
  Value rows = m.size(ids, 0);
  for (BlockArgument arg : decoder.getArguments().drop_front(firstPast)) {
    auto type = cast<RankedTensorType>(arg.getType());
    Value zero = m.cast(m.ints({0}), dataTypeOf(type.getElementType()));
    s.past.push_back(full(m, zero,
                          {m.ints({2}), rows, m.ints({type.getDimSize(2)}),
                           m.ints({0}), m.ints({type.getDimSize(4)})}));
  }
  return s;
}

SmallVector<Value> cameo::inlined(Maker &m, Region &region,
                                  ArrayRef<Value> inputs) {
  IRMapping map;
  Block &block = region.front();
  map.map(block.getArguments(), inputs);
  for (Operation &op : block.without_terminator())
    m.b.clone(op, map);
  return llvm::map_to_vector(block.getTerminator()->getOperands(),
                             [&](Value v) { return map.lookupOrDefault(v); });
}

SmallVector<Value> cameo::either(Maker &m, Value condition, size_t results,
                                 function_ref<SmallVector<Value>()> then,
                                 function_ref<SmallVector<Value>()> otherwise) {
  OperationState branch(m.loc, "onnx.If");
  branch.addOperands(condition);
  branch.addTypes(
      SmallVector<Type>(results, UnknownType::get(m.b.getContext())));
  for (auto make : {then, otherwise}) {
    OpBuilder::InsertionGuard guard(m.b);
    m.b.createBlock(branch.addRegion());
    YieldOp::create(m.b, m.loc, make());
  }
  return SmallVector<Value>(m.b.create(branch)->getResults());
}

Decoded cameo::decode(Maker &m, Region &decoder, Region &initDecoder,
                      const SearchState &state, Value iteration) {
  SmallVector<Value> inputs = {state.ids, state.positions, state.mask};
  llvm::append_range(inputs, state.past);
  SmallVector<Value> results;
  if (initDecoder.empty()) {
    results = inlined(m, decoder, inputs);
  } else {
    // The first round has a subgraph of its own.
    Value first = m("Equal", {iteration, m.scalar(m.ints({0}))});
    results = either(
        m, first, state.past.size() + 1,
        [&] { return inlined(m, initDecoder, inputs); },
        [&] { return inlined(m, decoder, inputs); });
  }
  Decoded d;
  Value last = m.scalar(m.ints({-1}));
  d.scores =
      m.toFloat(m("Gather", {results[0], last}, {m.attr("axis", int64_t(1))}));
  d.present.assign(results.begin() + 1, results.end());
  return d;
}

SearchState cameo::advance(Maker &m, const SearchState &state,
                           const Decoded &decoded, Value token, Value rows) {
  SearchState s;
  auto follow = [&](Value v, int64_t axis) {
    return rows ? m("Gather", {v, rows}, {m.attr("axis", axis)}) : v;
  };
  Value one = constant32(m, 1);
  s.ids = token;
  s.positions = state.next;
  s.next = m("Add", {state.next, one});
  s.mask =
      m.concat({state.mask, full(m, one, {m.size(token, 0), m.ints({1})})}, 1);
  for (Value v : decoded.present)
    s.past.push_back(follow(v, 1));
  s.sequences = m.concat({follow(state.sequences, 0), token}, 1);
  return s;
}

Value cameo::applyRules(Maker &m, const ScoreRules &rules, Value scores,
                        Value sequences, Value iteration) {
  // What ONNX Runtime takes for a token that must not come.
  Value lowest = m.f32(std::numeric_limits<float>::lowest());
  auto forbid = [&](Value where) {
    scores = m("Where", {where, lowest, scores});
  };
  Value vocabulary = m.size(scores, 1), zero = constant32(m, 0);
  if (rules.repetitionPenalty) {
    Value zeros = full(m, m.cast(m.ints({0}), 1), {m("Shape", {scores})}),
          ones = full(m, m.cast(m.ints({1}), 1), {m("Shape", {sequences})});
    Value seen =
        m("ScatterElements", {zeros, m.cast(sequences, int64Type), ones},
          {m.attr("axis", int64_t(1))});
    Value penalty = rules.repetitionPenalty;
    Value dearer =
        m("Where", {m("Less", {scores, m.f32(0)}), m("Mul", {scores, penalty}),
                    m("Div", {scores, penalty})});
    scores = m("Where", {m.cast(seen, boolType), dearer, scores});
  }
  if (rules.ngram > 0)
    scores = m("Max",
               {m("ms.NGramRepeatBlock", {m.cast(sequences, int64Type), scores},
                  {m.attr("ngram_size", rules.ngram)}),
                lowest});
  if (rules.vocabMask)
    forbid(m("Equal", {rules.vocabMask, zero}));
  if (rules.prefixMask)
    forbid(m("And", {m("Equal", {rules.prefixMask, zero}),
                     m("Equal", {iteration, m.scalar(m.ints({0}))})}));
  if (rules.minLength) {
    Value tokens = m("Range", {m.scalar(m.ints({0})), m.scalar(vocabulary),
                               m.scalar(m.ints({1}))});
    Value early =
        m("Less", {m.size(sequences, 1), m.cast(rules.minLength, int64Type)});
    forbid(m("And", {m("Equal", {tokens, m.ints({rules.eos})}), early}));
  }
  if (rules.temperature > 0 && rules.temperature != 1)
    scores = m("Div", {scores, m.f32(rules.temperature)});
  if (rules.presence)
    scores = m("Sub", {scores, m("Mul", {m.toFloat(rules.presence),
                                         m.f32(rules.presencePenalty)})});
  return scores;
}

Value cameo::firstOf(Maker &m, Value count, Value limit) {
  Value numbers = m(
      "Range", {m.scalar(m.ints({0})), m.scalar(count), m.scalar(m.ints({1}))});
  return m("Less", {numbers, limit});
}

Value cameo::padded(Maker &m, Value x, int64_t rank, Value length,
                    int64_t pad) {
  // As many as could be missing; the rest is cut.
  SmallVector<Value> sizes;
  for (int64_t i = 0; i + 1 < rank; ++i)
    sizes.push_back(m.size(x, i));
  sizes.push_back(length);
  Value whole = m.concat({x, full(m, constant32(m, pad), sizes)}, rank - 1);
  return m("Slice",
           {whole, m.ints({0}), length, m.ints({rank - 1}), m.ints({1})});
}

SmallVector<Value> cameo::searchLoop(
    Maker &m, Value rounds, ValueRange init, size_t stacked,
    function_ref<SmallVector<Value>(Maker &, Value, ValueRange)> body) {
  OperationState loop(m.loc, "onnx.Loop");
  loop.addOperands({m.scalar(rounds), makeNone(m.b, m.loc)});
  loop.addOperands(init);
  Type unknown = UnknownType::get(m.b.getContext());
  loop.addTypes(SmallVector<Type>(init.size() + stacked, unknown));
  {
    OpBuilder::InsertionGuard guard(m.b);
    Block *block = m.b.createBlock(loop.addRegion());
    block->addArgument(RankedTensorType::get({}, m.b.getI64Type()), m.loc);
    block->addArgument(RankedTensorType::get({}, m.b.getI1Type()), m.loc);
    for (size_t i = 0; i < init.size(); ++i)
      block->addArgument(unknown, m.loc);
    YieldOp::create(
        m.b, m.loc,
        body(m, block->getArgument(0), block->getArguments().drop_front(2)));
  }
  return SmallVector<Value>(m.b.create(loop)->getResults());
}
