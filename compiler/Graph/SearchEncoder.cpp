// SPDX-License-Identifier: Apache-2.0
// A search's model with an encoder, as T5's tools export it. The encoder takes
// tokens and a mask and gives the keys and values of cross attention; older
// ones take the first token as well and give its scores, hidden states and the
// keys and values of self attention besides.
#include "compiler/Graph/Search.h"
#include "dialects/ONNX/Control.h"
#include "dialects/ONNX/DataTypes.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

static Value constant32(Maker &m, int64_t value) {
  return m.cast(m.ints({value}), int32Type);
}

EncoderDecoder::EncoderDecoder(Maker &m, MsBeamSearchOp op, Value beams)
    : op(op), form(*encoderForm(op)) {
  Value ids = op.getInputIds(), given = op.getAttentionMask();
  Value batch = m.size(ids, 0);
  count = m("Mul", {batch, beams});
  // Without a mask, pad tokens at the front are not there; T5's tokenizer may
  // put one at the end, which is.
  Value real;
  if (isa<NoneType>(given.getType())) {
    Value pad = m("Equal", {ids, constant32(m, op.getPadTokenId())});
    Value begun = m(
        "CumSum", {m.cast(m("Not", {pad}), int32Type), m.scalar(m.ints({1}))});
    real = m("Greater", {begun, constant32(m, 0)});
  } else {
    real = m.cast(given, boolType);
  }
  SmallVector<Value> inputs = {ids, m.cast(real, int32Type)};
  if (form.startsDecoder)
    inputs.push_back(m("Expand", {constant32(m, op.getDecoderStartTokenId()),
                                  m.concat({batch, m.ints({1})}, 0)}));
  // Each row for all beams of its batch entry.
  Value rows = m("Div", {m("Range", {m.scalar(m.ints({0})), m.scalar(count),
                                     m.scalar(m.ints({1}))}),
                         beams});
  auto perBeam = [&](Value v) { return m("Gather", {v, rows}); };
  mask = perBeam(inputs[1]);
  SmallVector<Value> results;
  for (Value v : inlined(m, op.getEncoder(), inputs))
    results.push_back(perBeam(v));
  ArrayRef<Value> rest = results;
  if (form.startsDecoder) {
    firstScores = rest[0];
    hidden = rest[1];
    rest = rest.drop_front(2);
    firstSelf.assign(rest.begin(), rest.begin() + 2 * form.layers);
    rest = rest.drop_front(2 * form.layers);
  }
  cross.assign(rest.begin(), rest.end());
}

SearchState EncoderDecoder::firstState(Maker &m) {
  SearchState s;
  s.ids = s.sequences = m("Expand", {constant32(m, op.getDecoderStartTokenId()),
                                     m.concat({count, m.ints({1})}, 0)});
  s.positions = s.mask = s.next = constant32(m, 0);
  if (form.startsDecoder) {
    s.past = firstSelf;
    return s;
  }
  for (BlockArgument arg :
       op.getDecoder().getArguments().slice(form.firstPast, 2 * form.layers)) {
    auto type = cast<RankedTensorType>(arg.getType());
    Value zero = m.cast(m.ints({0}), dataTypeOf(type.getElementType()));
    s.past.push_back(
        m("Expand", {zero, m.concat({count, m.ints({type.getDimSize(1), 0,
                                                    type.getDimSize(3)})},
                                    0)}));
  }
  return s;
}

Decoded EncoderDecoder::decode(Maker &m, const SearchState &state,
                               Value iteration) {
  auto run = [&] {
    auto idsType =
        dyn_cast<RankedTensorType>(op.getDecoder().getArgument(0).getType());
    bool oneToken =
        idsType && idsType.getRank() == 2 && idsType.getDimSize(1) == 1;
    SmallVector<Value> inputs = {oneToken ? state.ids : state.sequences, mask};
    if (form.takesHidden)
      inputs.push_back(hidden);
    llvm::append_range(inputs, state.past);
    llvm::append_range(inputs, cross);
    return inlined(m, op.getDecoder(), inputs);
  };
  SmallVector<Value> results;
  if (form.startsDecoder) {
    Value first = m("Equal", {iteration, m.scalar(m.ints({0}))});
    results = either(
        m, first, 1 + state.past.size(),
        [&] {
          SmallVector<Value> values = {firstScores};
          llvm::append_range(values, firstSelf);
          return values;
        },
        run);
  } else {
    results = run();
  }
  Decoded d;
  d.scores = m.toFloat(m("Gather", {results[0], m.scalar(m.ints({-1}))},
                         {m.attr("axis", int64_t(1))}));
  d.present.assign(results.begin() + 1, results.end());
  return d;
}

SearchState EncoderDecoder::advance(Maker &m, const SearchState &state,
                                    const Decoded &decoded, Value token,
                                    Value rows) {
  SearchState s = state;
  s.ids = token;
  s.past.clear();
  for (Value v : decoded.present)
    s.past.push_back(m("Gather", {v, rows}));
  s.sequences = m.concat({m("Gather", {state.sequences, rows}), token}, 1);
  return s;
}
