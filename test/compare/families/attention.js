// SPDX-License-Identifier: Apache-2.0
// Attention and rotary embeddings.
'use strict';
const V = require('../values.js');

const generators = {};
const f = (x) => ({ f: x });

generators.Attention = (c) => {
  c.at(23, 24);
  const r = c.r, type = c.type(['float32', 'float32', 'float32', 'float16']), batch = r.int(1, 3), kvHeads = r.int(1, 3), heads = kvHeads * r.int(1, 3), size = r.int(1, 9), valueSize = r.chance(0.6) ? size : r.int(1, 9);
  const causal = r.chance(0.35), past = r.chance(0.3) ? r.int(0, 4) || 1 : 0, queries = r.int(1, 6), keys = causal && past ? queries : r.int(1, 7), total = past + keys, flat = r.chance(0.4);
  const shape = (h, n, d) => (flat ? [batch, n, h * d] : [batch, h, n, d]), data = (dims) => c.tensor(type, dims, 'plain', 0.05);
  const attributes = {}, inputs = [data(shape(heads, queries, size)), data(shape(kvHeads, keys, size)), data(shape(kvHeads, keys, valueSize))];
  if (flat) Object.assign(attributes, { q_num_heads: heads, kv_num_heads: kvHeads });
  if (causal) attributes.is_causal = 1;
  if (r.chance(0.3)) attributes.scale = f(r.real(0.2, 1.5));
  if (r.chance(0.25)) attributes.softcap = f(r.real(0.5, 3));
  if (r.chance(0.15)) attributes.softmax_precision = 1;
  if (type === 'float16') c.precision = 'coarse'; // scores are rounded to halves, then raised to powers
  const wide = total, masked = r.chance(0.5);
  let hidden = causal;
  if (masked) {
    const dims = r.pick([[queries, wide], [batch, heads, queries, wide], [1, heads, queries, wide], [batch, 1, queries, wide], [1, 1, queries, wide], [batch, 1, queries, wide]]);
    // The first key is never masked: a row without any key has no result that the specification states.
    const logical = r.chance(0.5);
    hidden ||= logical;
    inputs.push(logical ? c.given(V.tensor('bool', dims, r.list(V.size(dims), (i) => (i % wide ? r.int(0, 1) : 1))), 0.2) : data(dims));
  } else if (past || c.opset >= 24) inputs.push('');
  if (past) inputs.push(data([batch, kvHeads, past, size]), data([batch, kvHeads, past, valueSize]));
  else if (c.opset >= 24 && r.chance(0.4) && !causal && (hidden = true)) inputs.push('', '', c.given(V.tensor('int64', [batch], r.list(batch, () => r.int(1, keys))), 0.2));
  const outs = [c.fresh(), ...(past ? [c.fresh(), c.fresh()] : [])];
  if (!past && r.chance(0.25)) { attributes.qk_matmul_output_mode = hidden ? r.pick([0, 3]) : r.int(0, 3); outs.push('', '', c.fresh()); }
  while (inputs.length && inputs.at(-1) === '') inputs.pop();
  c.op('Attention', inputs, attributes, outs);
  c.result(outs, type);
};
generators.RotaryEmbedding = (c) => {
  c.at(23);
  const r = c.r, type = c.type(['float32', 'float32', 'float16']), batch = r.int(1, 3), heads = r.int(1, 3), size = 2 * r.int(1, 6), n = r.int(1, 5), flat = r.chance(0.5), attributes = {};
  if (r.chance(0.5)) attributes.interleaved = r.int(0, 1);
  const rotated = r.chance(0.3) ? 2 * r.int(1, size / 2) : size;
  if (rotated < size || r.chance(0.2)) attributes.rotary_embedding_dim = rotated;
  if (flat) attributes.num_heads = heads;
  const positions = r.chance(0.6), most = r.int(n, 9), cache = positions ? [most, rotated / 2] : [batch, n, rotated / 2];
  c.result(c.op('RotaryEmbedding', [c.input(V.random(r, type, flat ? [batch, n, heads * size] : [batch, heads, n, size])), c.tensor(type, cache, 'unit', 0.6), c.tensor(type, cache, 'unit', 0.6),
    ...(positions ? [c.tensor('int64', [batch, n], (q) => q.int(0, most - 1))] : [])], attributes), type);
};
module.exports = generators;
