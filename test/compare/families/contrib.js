// SPDX-License-Identifier: Apache-2.0
// Operators of com.microsoft that exported and optimised models carry.
'use strict';
const V = require('../values.js');

const generators = {};
const domain = 'com.microsoft';
const f = (x) => ({ f: x });
/** A node of the domain; attributes that are undefined stay away, and so do absent inputs at the end. */
function op(c, type, inputs, attributes = {}, outputs = 1) {
  c.opsets[domain] = 1;
  while (inputs.length && !inputs.at(-1)) inputs.pop();
  return c.op(type, inputs, Object.fromEntries(Object.entries(attributes).filter(([, v]) => v !== undefined)), outputs, domain);
}
const maybe = (c, make, probability = 0.5) => (c.r.chance(probability) ? make() : '');
const float = (c, dims, kind = 'unit', constant = 0.3) => c.tensor('float32', dims, kind, constant);
const bytes = (c, type, dims, constant = 0.3) => c.tensor(type, dims, 'full', constant);
const number = (c, type, value) => c.constant(V.tensor(type, [], [value]));
const ints = (c, type, dims, low, high, constant = 0.2) => c.given(V.tensor(type, dims, c.r.list(V.size(dims), () => c.r.int(low, high))), constant);
/** Values of cos and sin of a position and a frequency. */
const angles = (c, rows, columns) => { const a = c.r.list(rows * columns, () => c.r.real(0, 3)); return [Math.cos, Math.sin].map((fn) => c.constant(V.tensor('float32', [rows, columns], a.map(fn)))); };

//---- Attention
generators.MsAttention = (c) => {
  const r = c.r, batch = r.int(1, 3), n = r.int(1, 5), heads = r.int(1, 2), width = heads * r.pick([2, 4, 8]), inner = r.pick([3, width]), past = r.chance(0.3) ? 2 : 0, total = n + past;
  const valueWidth = past || r.chance(0.6) ? width : heads * r.pick([2, 6]), kind = r.pick(['none', 'ends', 'keys', 'pairs']);
  const mask = { none: () => '', ends: () => ints(c, 'int32', [batch], 1, total), keys: () => ints(c, 'int32', [batch, total], 0, 1), pairs: () => ints(c, 'int32', [batch, n, total], 0, 1) }[kind]();
  const inputs = [float(c, [batch, n, inner], 'unit', 0), float(c, [inner, 2 * width + valueWidth], 'unit', 1), maybe(c, () => float(c, [2 * width + valueWidth], 'unit', 1)), mask, past ? float(c, [2, batch, heads, past, width / heads], 'unit', 0) : ''];
  if (!past && r.chance(0.3)) inputs.push(float(c, [r.pick([1, batch]), r.pick([1, heads]), n, total]));
  const outputs = op(c, 'Attention', inputs, { num_heads: heads, unidirectional: r.int(0, 1), scale: r.chance(0.3) ? f(0.3) : undefined, qkv_hidden_sizes: valueWidth === width ? undefined : [width, width, valueWidth] }, past ? 2 : 1);
  c.result(outputs, 'float32');
};
generators.MultiHeadAttention = (c) => {
  const r = c.r, batch = r.int(1, 3), n = r.int(1, 5), heads = r.int(1, 2), size = r.pick([2, 4, 8]), width = heads * size, form = r.pick(['three', 'three', 'packed', 'cross']), keys = form === 'packed' ? n : r.pick([n, 3]), past = form === 'three' && r.chance(0.3) ? 2 : 0, total = keys + past;
  const q = form === 'packed' ? [float(c, [batch, n, heads, 3, size], 'unit', 0), '', ''] : form === 'cross' ? [float(c, [batch, n, width], 'unit', 0), float(c, [batch, heads, keys, size]), float(c, [batch, heads, keys, size])] : [0, 1, 2].map((i) => float(c, [batch, i ? keys : n, width], 'unit', 0));
  const mask = { none: () => '', ends: () => ints(c, 'int32', [batch], 1, keys), keys: () => ints(c, 'int32', [batch, total], 0, 1), pairs: () => ints(c, 'int32', [batch, n, total], 0, 1) }[r.pick(['none', 'ends', 'keys', 'pairs'])]();
  const inputs = [...q, form === 'three' ? maybe(c, () => float(c, [3 * width], 'unit', 1)) : '', mask, maybe(c, () => float(c, [r.pick([1, batch]), r.pick([1, heads]), n, total]), 0.3)];
  if (past) inputs.push(float(c, [batch, heads, past, size]), float(c, [batch, heads, past, size]));
  c.result(op(c, 'MultiHeadAttention', inputs, { num_heads: heads, unidirectional: keys === n ? r.int(0, 1) : 0, scale: r.chance(0.3) ? f(0.4) : undefined }, past ? 3 : 1), 'float32');
};
/** Plain, quantised or sliding caches; rows of a cache that no token has are nobody's business, so caches are full. */
generators.GroupQueryAttention = (c) => {
  const r = c.r, kind = r.pick({ plain: 3, quantised: 2, sliding: 2 }), batch = kind === 'sliding' ? 1 : r.int(1, 2), kv = r.int(1, 2), heads = kv * r.int(1, 2), size = 16, window = kind === 'sliding' ? r.int(2, 3) : r.pick([-1, -1, 3]);
  const past = kind === 'sliding' ? r.int(window, 7) : r.pick([0, 5]), n = past ? (kind === 'sliding' ? r.int(1, 3) : 1) : r.int(1, 4), total = past + n, four = kind === 'quantised' && past > 0 && r.chance(0.5);
  const cached = kind === 'sliding' ? window : past, type = kind !== 'quantised' ? 'float32' : four ? 'uint8' : 'int8';
  const cache = () => (cached ? c.input(V.random(r, type, [batch, kv, cached, four ? size / 2 : size], type === 'float32' ? 'unit' : 'full')) : '');
  const packed = r.chance(0.3), query = packed ? [float(c, [batch, n, (heads + 2 * kv) * size], 'unit', 0), '', ''] : [heads, kv, kv].map((h) => float(c, [batch, n, h * size], 'unit', 0));
  const rotary = r.chance(0.5), quant = kind === 'quantised' ? r.pick(['PER_TENSOR', 'PER_CHANNEL']) : undefined, scale = () => c.constant(V.random(r, 'float32', quant === 'PER_TENSOR' ? [1] : [1, kv, 1, size], (q) => q.real(0.8, 1.2) / (four ? 7 : 127)));
  const inputs = [...query, cache(), cache(), c.input(V.tensor('int32', [batch], r.list(batch, () => total - 1))), c.input(V.tensor('int32', [1], [total])), ...(rotary ? angles(c, 16, size / 2) : ['', ''])];
  if (quant) inputs.push('', '', '', scale(), scale());
  const outputs = op(c, 'GroupQueryAttention', inputs, { num_heads: heads, kv_num_heads: kv, do_rotary: rotary ? 1 : 0, rotary_interleaved: rotary ? r.int(0, 1) : undefined, local_window_size: window, sliding_window_cache: kind === 'sliding' ? 1 : undefined,
    softcap: r.chance(0.3) ? f(2) : undefined, smooth_softmax: r.chance(0.2) ? 1 : undefined, k_quant_type: quant, v_quant_type: quant, kv_cache_bit_width: quant ? (four ? 4 : 8) : undefined }, 3);
  c.result(outputs[0], 'float32');
  c.result(outputs.slice(1), type);
};
generators.MsRotaryEmbedding = (c) => {
  const r = c.r, batch = r.int(1, 2), n = r.int(1, 4), heads = r.int(1, 2), size = r.pick([4, 8]);
  const positions = r.chance(0.5) ? c.given(V.tensor('int64', [1], [r.int(0, 4)])) : ints(c, 'int64', [batch, n], 0, 8);
  c.result(op(c, 'RotaryEmbedding', [float(c, r.chance(0.5) ? [batch, heads, n, size] : [batch, n, heads * size], 'unit', 0), positions, ...angles(c, 9, size / 2)], { interleaved: r.int(0, 1) }), 'float32');
};
generators.MRotaryEmbedding = (c) => {
  const r = c.r, n = r.int(1, 4), batch = r.int(1, 2);
  c.result(op(c, 'MRotaryEmbedding', [float(c, [batch, n, 16], 'unit', 0), ints(c, 'int64', [3, batch, n], 0, 9), ...angles(c, 10, 4)], { mrope_section: r.pick([[2, 1, 1], [1, 2, 1], [4, 0, 0]]), mrope_layout: r.int(0, 1), num_heads: 2, rotary_embedding_dim: 8 }), 'float32');
};
generators.LinearAttention = (c) => {
  const r = c.r, batch = r.int(1, 2), n = r.pick([1, 3, 7]), group = r.int(1, 2), [queries, heads] = r.shuffle([1, group]), size = r.pick([4, 8]), width = r.pick([4, 6]), rule = r.pick(['linear', 'gated', 'delta', 'gated_delta']);
  const negative = (q) => -q.real(0, 1), positive = (q) => q.real(0, 1);
  const inputs = [float(c, [batch, n, queries * size], 'unit', 0), float(c, [batch, n, heads * size], (q) => q.real(-0.3, 0.3), 0), float(c, [batch, n, heads * width], 'unit', 0), maybe(c, () => float(c, [batch, heads, size, width])),
    rule.startsWith('gated') ? float(c, [batch, n, heads * r.pick([1, size])], negative) : '', rule.endsWith('delta') ? float(c, [batch, n, heads], positive) : ''];
  c.result(op(c, 'LinearAttention', inputs, { q_num_heads: queries, kv_num_heads: heads, update_rule: rule, scale: r.chance(0.3) ? f(0.5) : undefined }, 2), 'float32');
};
generators.CausalConvWithState = (c) => {
  const r = c.r, batch = r.int(1, 2), channels = r.pick([2, 4]), taps = r.int(1, 4);
  c.result(op(c, 'CausalConvWithState', [float(c, [batch, channels, r.int(1, 5)], 'unit', 0), float(c, [channels, 1, taps], 'unit', 1), maybe(c, () => float(c, [channels], 'unit', 1)), taps > 1 ? maybe(c, () => float(c, [batch, channels, taps - 1])) : ''], { activation: r.pick(['none', 'silu']) }, 2), 'float32');
};

//---- Experts
const EXPERT = (r) => { const name = r.pick(['relu', 'gelu', 'silu', 'identity', 'swiglu']), gated = name === 'swiglu'; return { activation_type: name, swiglu_fusion: gated ? 1 : 0, swiglu_limit: gated && r.chance(0.4) ? f(0.5) : undefined, activation_alpha: gated && r.chance(0.5) ? f(1.7) : undefined, activation_beta: gated && r.chance(0.5) ? f(1) : undefined }; };
generators.MoE = (c) => {
  const r = c.r, rows = r.int(1, 8), width = r.pick([4, 8]), inner = r.pick([4, 8]), experts = r.int(2, 5), a = EXPERT(r), first = inner * (a.swiglu_fusion ? 2 : 1), constant = r.int(0, 1), weights = (dims) => float(c, dims, 'unit', constant);
  c.result(op(c, 'MoE', [float(c, r.chance(0.5) ? [rows, width] : [1, rows, width], 'unit', 0), float(c, [rows, experts], 'plain', 0), weights([experts, first, width]), maybe(c, () => weights([experts, first])), weights([experts, width, inner]), maybe(c, () => weights([experts, width]))], { ...a, k: r.int(1, experts), normalize_routing_weights: r.int(0, 1) }), 'float32');
};
/** ONNX Runtime normalises the weights of routes whatever the attribute says. Its kernels are less precise than floats, as are those
 * of GatedRMSNorm. */
generators.QMoE = (c) => {
  c.precision = 'half';
  const r = c.r, bits = r.pick([4, 8]), per = 8 / bits, rows = r.int(1, 6), width = 32, inner = 32, experts = r.int(2, 4), a = EXPERT(r), first = inner * (a.swiglu_fusion ? 2 : 1), scale = (dims) => float(c, dims, (q) => q.real(0.01, 0.05), 1);
  c.result(op(c, 'QMoE', [float(c, [rows, width], 'unit', 0), float(c, [rows, experts], 'plain', 0), bytes(c, 'uint8', [experts, first, width / per], 1), scale([experts, first]), maybe(c, () => float(c, [experts, first], 'unit', 1)), bytes(c, 'uint8', [experts, width, inner / per], 1), scale([experts, width]), maybe(c, () => float(c, [experts, width], 'unit', 1))],
    { ...a, k: r.int(1, experts), normalize_routing_weights: 1, expert_weight_bits: bits }), 'float32');
};

//---- Products
generators.MatMulNBits = (c) => {
  const r = c.r, bits = r.pick([2, 4, 8]), K = r.pick([32, 40, 64]), N = r.pick([3, 8]), block = r.pick([16, 32]), blocks = Math.ceil(K / block);
  const zero = r.pick(['none', 'packed']), zeros = zero === 'none' ? '' : bytes(c, 'uint8', [N * Math.ceil((blocks * bits) / 8)], 1);
  c.result(op(c, 'MatMulNBits', [float(c, r.pick([[2, K], [1, K], [2, 3, K]]), 'unit', 0), bytes(c, 'uint8', [N, blocks, (block * bits) / 8], 1), float(c, [N * blocks], 'positive', 1), zeros, '', maybe(c, () => float(c, [N], 'unit', 1))], { K, N, bits, block_size: block }), 'float32');
};
generators.FusedMatMul = (c) => {
  const r = c.r, batch = r.int(2, 3), operand = (m, n, trans, transBatch) => { const [a, b] = trans ? [n, m] : [m, n]; return float(c, transBatch ? [a, batch, b] : [batch, a, b], 'unit', 0.2); };
  const [transA, transB, transBatchA, transBatchB] = r.list(4, () => r.int(0, 1));
  c.result(op(c, 'FusedMatMul', [operand(3, 4, transA, transBatchA), operand(4, 2, transB, transBatchB)], { transA, transB, transBatchA, transBatchB, alpha: r.chance(0.5) ? f(0.5) : undefined }), 'float32');
};
generators.FusedConv = (c) => {
  const r = c.r, activation = r.pick(['Relu', 'Tanh', 'Sigmoid', 'LeakyRelu', 'Clip', 'HardSigmoid']), params = { LeakyRelu: [0.1], Clip: [-0.5, 0.5], HardSigmoid: [0.3, 0.4] }[activation];
  c.result(op(c, 'FusedConv', [float(c, [1, 3, 6, 6], 'unit', 0), float(c, [4, 3, 3, 3], 'unit', 1), maybe(c, () => float(c, [4], 'unit', 1)), maybe(c, () => float(c, [1, 4, 6, 6], 'unit', 0))], { pads: [1, 1, 1, 1], activation, activation_params: params && { floats: params } }), 'float32');
};
generators.MatMulInteger16 = (c) => { c.result(op(c, 'MatMulInteger16', [0, 1].map((i) => ints(c, 'int16', i ? [4, 2] : [3, 4], -300, 300))), 'int32'); };
generators.GatherBlockQuantized = (c) => {
  const r = c.r, bits = r.pick([4, 8]), rows = 5, width = 32;
  c.result(op(c, 'GatherBlockQuantized', [bytes(c, 'uint8', [rows, (width * bits) / 8], 1), ints(c, r.pick(['int32', 'int64']), r.pick([[2], [2, 3]]), 0, rows - 1), float(c, [rows, 2], 'unit', 1), maybe(c, () => bytes(c, 'uint8', [rows, bits / 4], 1))], { block_size: 16, bits, quantize_axis: 1, gather_axis: 0 }), 'float32');
};

//---- Normalisation and activation
generators.SkipLayerNormalization = (c) => {
  const r = c.r, dims = [2, 3, 8], out = [c.fresh(), '', '', c.fresh()], vector = () => float(c, [8], 'unit', 1);
  const simple = r.chance(0.5), parts = simple ? [vector(), maybe(c, vector)] : [vector(), maybe(c, vector), maybe(c, vector)];
  op(c, simple ? 'SkipSimplifiedLayerNormalization' : 'SkipLayerNormalization', [float(c, dims, 'unit', 0), float(c, simple ? dims : r.pick([dims, [1, 3, 8], [3, 8]])), ...parts], { epsilon: f(1e-3) }, out);
  c.result([out[0], out[3]], 'float32');
};
generators.EmbedLayerNormalization = (c) => {
  const segments = c.r.chance(0.5), out = [c.fresh(), c.fresh(), c.fresh()], table = (dims) => float(c, dims, 'unit', 1);
  op(c, 'EmbedLayerNormalization', [ints(c, 'int32', [2, 3], 0, 4, 0), segments ? ints(c, 'int32', [2, 3], 0, 1, 0) : '', table([5, 8]), table([6, 8]), segments ? table([2, 8]) : '', table([8]), table([8]), maybe(c, () => c.given(V.tensor('int32', [2, 3], [1, 1, 0, 1, 1, 1])))], {}, out);
  c.result([out[0], out[2]], 'float32');
  c.result(out[1], 'int32');
};
generators.GatedRMSNorm = (c) => { c.precision = 'half'; c.result(op(c, 'GatedRMSNorm', [float(c, [2, 3, 8], 'unit', 0), float(c, [c.r.pick([2, 4, 8])]), float(c, [2, 3, 8], 'unit', 0)]), 'float32'); };
generators.MsGelu = (c) => { const bias = c.r.chance(0.5); c.result(op(c, c.r.pick(bias ? ['BiasGelu', 'FastGelu'] : ['Gelu', 'QuickGelu', 'FastGelu']), [float(c, [3, 4], 'plain', 0), ...(bias ? [float(c, [4], 'unit', 1)] : [])]), 'float32'); };

//---- Images, paths, others
generators.CropAndResize = (c) => {
  const r = c.r, n = r.int(1, 4), batch = r.int(1, 3), boxes = r.list(n, () => [r.real(-0.1, 0.5), r.real(-0.1, 0.5), r.real(0.4, 1.1), r.real(0.4, 1.1)]).flat();
  c.result(op(c, 'CropAndResize', [float(c, [batch, 2, r.int(2, 6), r.int(2, 6)], 'unit', 0), c.input(V.tensor('float32', [n, 4], boxes)), ints(c, 'int32', [n], 0, batch - 1), ints(c, 'int32', [2], 1, 5, 0.5)], { mode: r.pick(['bilinear', 'nearest']), extrapolation_value: r.chance(0.5) ? f(2) : undefined }), 'float32');
};
generators.DynamicTimeWarping = (c) => { const dims = [c.r.int(1, 7), c.r.int(1, 7)]; c.result(op(c, 'DynamicTimeWarping', [float(c, c.r.chance(0.5) ? dims : [1, ...dims], 'unit', 0)]), 'int32'); };
generators.NGramRepeatBlock = (c) => { c.result(op(c, 'NGramRepeatBlock', [ints(c, 'int64', [2, 7], 0, 2), float(c, [2, 4])], { ngram_size: c.r.int(1, 3) }), 'float32'); };
generators.UnfoldTensor = (c) => { c.result(op(c, 'UnfoldTensor', [float(c, [2, 6, 3], 'unit', 0)], { dim: c.r.pick([1, -2, 0]), size: 2, step: c.r.int(1, 2) }), 'float32'); };
generators.CDist = (c) => { c.result(op(c, 'CDist', [float(c, [3, 4], 'unit', 0), float(c, [2, 4])], { metric: c.r.pick(['euclidean', 'sqeuclidean']) }), 'float32'); };

//---- Quantised tensors
// Scales that leave no ties: ONNX Runtime adds the zero point before it rounds.
const point = (c, type) => [number(c, 'float32', c.r.real(0.01, 0.1)), number(c, type, c.r.int(0, 20))];
const BYTES = ['int8', 'uint8'];
generators.QLinearAdd = (c) => { const type = c.r.pick(BYTES), [a, b] = c.r.pick([[[2, 3], [2, 3]], [[2, 3], [3]], [[2, 1, 3], [4, 1]]]); c.result(op(c, 'QLinearAdd', [bytes(c, type, a, 0), ...point(c, type), bytes(c, type, b), ...point(c, type), ...point(c, type)]), type); };
generators.QLinearConcat = (c) => { const type = c.r.pick(BYTES); c.result(op(c, 'QLinearConcat', [...point(c, type), bytes(c, type, [2, 3], 0), ...point(c, type), bytes(c, type, [2, 2], 0), ...point(c, type)], { axis: c.r.pick([1, -1]) }), type); };
generators.QLinearGlobalAveragePool = (c) => { const type = c.r.pick(BYTES); c.result(op(c, 'QLinearGlobalAveragePool', [bytes(c, type, [2, 4, 8, 3], 0), ...point(c, type), ...point(c, type)], { channels_last: c.r.int(0, 1) }), type); };
module.exports = generators;
