// SPDX-License-Identifier: Apache-2.0
// SparseAttention of com.microsoft: GroupQueryAttention with a bias that leaves
// of each block of queries the blocks of keys that a mask names.
#include "compiler/Graph/Search.h"

using namespace mlir;
using namespace cameo;
using namespace cameo::onnx;

namespace {
/// [0, count) of a tensor<1xi64>.
Value numbers(Maker &m, Value count) {
  return m("Range",
           {m.scalar(m.ints({0})), m.scalar(count), m.scalar(m.ints({1}))});
}

/// The mask [layout, query block, key block] of 0 and 1 whose rows' ends
/// [layout, blocks + 1] and columns [layout, entries] are given.
Value denseMask(Maker &m, Value rowEnds, Value columns) {
  Value ends = m("Slice", {m.cast(rowEnds, int64Type), m.ints({1}),
                           m.ints({INT64_MAX}), m.ints({1}), m.ints({1})});
  columns = m.cast(columns, int64Type);
  Value layouts = m.size(ends, 0), blocks = m.size(ends, 1);
  // An entry's row: as many as end before it. What comes behind all is padding.
  Value places =
      m("Reshape", {numbers(m, m.size(columns, 1)), m.ints({1, -1, 1})});
  Value before =
      m("LessOrEqual", {m("Unsqueeze", {ends, m.ints({1})}), places});
  Value row = m("ReduceSum", {m.cast(before, int64Type), m.ints({2})},
                {m.attr("keepdims", int64_t(0))});
  Value counts = m("Less", {row, blocks}), zero = m.ints({0});
  auto index = [&](Value v) {
    return m("Unsqueeze", {m("Where", {counts, v, zero}), m.ints({-1})});
  };
  Value layout =
      m("Expand", {m("Unsqueeze", {numbers(m, layouts), m.ints({1})}),
                   m("Shape", {row})});
  Value at = m.concat({index(layout), index(row), index(columns)}, -1);
  Value none = m("Expand", {zero, m.concat({layouts, blocks, blocks}, 0)});
  return m("ScatterND", {none, at, m.cast(counts, int64Type)},
           {m.attr("reduction", StringRef("max"))});
}

Decomposition sparseAttention(MsSparseAttentionOp op, Maker &m) {
  Value mask = denseMask(m, op.getBlockRowIndices(), op.getBlockColIndices());
  Value block = m.ints({int64_t(op.getSparseBlockSize())});
  Value fresh = m.size(op.getQuery(), 1);
  Value lengths = m.cast(op.getKeyTotalSequenceLengths(), int64Type);
  Value total = m(
      "Reshape", {m.cast(op.getTotalSequenceLength(), int64Type), m.ints({1})});
  // The block of each query [batch, query] and of each key.
  Value before = m("Max", {m("Sub", {lengths, fresh}), m.ints({0})});
  Value place =
      m("Add", {m("Unsqueeze", {before, m.ints({1})}), numbers(m, fresh)});
  Value last = m("Sub", {m.size(mask, 1), m.ints({1})});
  Value queryBlock = m("Min", {m("Div", {place, block}), last});
  Value keyBlock = m("Min", {m("Div", {numbers(m, total), block}), last});
  // [layout, batch, query, key], then a layout for each head by turns.
  Value seen = m("Gather", {mask, queryBlock}, {m.attr("axis", int64_t(1))});
  seen = m("Gather", {seen, keyBlock}, {m.attr("axis", int64_t(3))});
  Value heads = m("Mod", {numbers(m, m.ints({int64_t(op.getNumHeads())})),
                          m.size(mask, 0)});
  seen = m("Gather", {m.transpose(seen, {1, 0, 2, 3}), heads},
           {m.attr("axis", int64_t(1))});
  Value bias = m("Where", {m.cast(seen, boolType), m.f32(0),
                           m.f32(-std::numeric_limits<double>::infinity())});
  auto asInt32 = [&](Value v) { return m.cast(v, int32Type); };
  SmallVector<NamedAttribute> attrs = {
      m.attr("num_heads", int64_t(op.getNumHeads())),
      m.attr("kv_num_heads", int64_t(op.getKvNumHeads())),
      m.attr("do_rotary", int64_t(op.getDoRotary())),
      m.attr("rotary_interleaved", int64_t(op.getRotaryInterleaved()))};
  if (op.getScale())
    attrs.push_back(m.attr("scale", op.getScale()->convertToDouble()));
  auto orNull = [](Value v) {
    return isa<NoneType>(v.getType()) ? Value() : v;
  };
  return Decomposition(
      m.all("ms.GroupQueryAttention",
            {op.getQuery(), orNull(op.getKey()), orNull(op.getValue()),
             op.getPastKey(), op.getPastValue(),
             asInt32(m("Sub", {lengths, m.ints({1})})), asInt32(total),
             orNull(op.getCosCache()), orNull(op.getSinCache()), Value(),
             m("CastLike", {bias, op.getQuery()}), Value(), Value(), Value(),
             Value(), Value()},
            3, attrs, /*absent=*/1));
}
} // namespace

void cameo::addSparseDecompositions(DecompositionTable &t) {
  t.add<MsSparseAttentionOp>(sparseAttention);
}
