// SPDX-License-Identifier: Apache-2.0
// Convolutions, pooling and matrix products.
'use strict';
const V = require('../values.js');

const generators = {};
const SINGLE = ['float32', 'float32', 'float32', 'float64', 'float16'];
const sizes = (c, n, low, high) => c.r.list(n, () => c.r.int(low, high));

/**
 * Window attributes of `n` spatial dimensions, for inputs of `space` pixels: each present by chance, pads below the size of
 * the kernel (ONNX Runtime refuses more for pooling). auto: also auto_pad.
 */
function windows(c, kernel, { dilations = true, auto = true } = {}) {
  const n = kernel.length, out = {};
  if (c.r.chance(0.6)) out.strides = sizes(c, n, 1, 3);
  const mode = auto ? c.r.pick({ NOTSET: 6, SAME_UPPER: 1, SAME_LOWER: 1, VALID: 1 }) : 'NOTSET';
  if (mode !== 'NOTSET') {
    out.auto_pad = mode;
    // With larger strides the padding would have to be negative, of which the specification says nothing.
    if (out.strides && mode.startsWith('SAME')) out.strides = out.strides.map((s, i) => Math.min(s, kernel[i]));
  }
  else if (c.r.chance(0.7)) out.pads = [...kernel, ...kernel].map((k) => c.r.int(0, k - 1));
  if (dilations && mode === 'NOTSET' && c.r.chance(0.4)) out.dilations = sizes(c, n, 1, 3);
  return out;
}
/** Sizes of the input so that at least one window fits; some rows are longer than a vector. */
const pixels = (c, kernel, attributes) => kernel.map((k, i) => {
  // With fewer than a step between taps, windows may lie in the padding altogether (docs/differences.md).
  const step = attributes.dilations ? attributes.dilations[i] : 1, reach = (k - 1) * step + 1;
  return Math.max(step, reach - (attributes.pads ? attributes.pads[i] + attributes.pads[i + kernel.length] : 0)) + (i + 1 === kernel.length && c.r.chance(0.2) ? c.r.int(8, 90) : c.r.int(0, 7));
});
const n123 = (c) => Number(c.r.pick({ 1: 2, 2: 4, 3: 1 }));

generators.Conv = (c) => {
  c.at(7, 11, 22);
  const type = c.type(SINGLE), kernel = sizes(c, n123(c), 1, 4), attributes = windows(c, kernel), space = pixels(c, kernel, attributes);
  const group = c.r.pick([1, 1, 2, 3]), depthwise = group > 1 && c.r.chance(0.5), per = depthwise ? 1 : c.r.int(1, 5), filters = group * c.r.int(1, c.r.pick([3, 20]));
  const batch = c.r.int(c.r.chance(0.03) ? 0 : 1, 2);
  if (group > 1) attributes.group = group;
  if (c.r.chance(0.5)) attributes.kernel_shape = kernel;
  const constant = c.r.pick([0, 1]);
  c.result(c.op('Conv', [c.input(V.random(c.r, type, [batch, group * per, ...space])), c.tensor(type, [filters, per, ...kernel], 'unit', constant), c.r.chance(0.5) ? c.tensor(type, [filters], 'unit', constant) : ''], attributes), type);
};
generators.ConvTranspose = (c) => {
  c.at(7, 11, 22);
  const type = c.type(['float32', 'float32', 'float64'].slice(0, 2)), kernel = sizes(c, n123(c), 1, 4), n = kernel.length, attributes = {};
  const stride = c.r.chance(0.6) ? (attributes.strides = sizes(c, n, 1, 3)) : kernel.map(() => 1);
  const dilation = c.r.chance(0.3) ? (attributes.dilations = sizes(c, n, 1, 2)) : kernel.map(() => 1);
  const space = sizes(c, n, 1, 6), group = c.r.pick([1, 1, 2]), extra = stride.map((s, i) => c.r.int(0, Math.max(s, dilation[i]) - 1));
  const whole = space.map((d, i) => (d - 1) * stride[i] + (kernel[i] - 1) * dilation[i] + 1);
  if (c.r.chance(0.3)) attributes.output_padding = extra;
  const shape = c.r.pick({ pads: 5, output_shape: 2, auto: 2 });
  if (shape === 'pads') { if (c.r.chance(0.7)) attributes.pads = [...kernel, ...kernel].map((k, i) => c.r.int(0, Math.min(k - 1, Math.floor((whole[i % n] - 1) / 2)))); }
  else if (shape === 'output_shape') { attributes.output_shape = whole.map((w) => Math.max(1, w - c.r.int(0, 3))); if (c.r.chance(0.5)) attributes.auto_pad = c.r.pick(['SAME_UPPER', 'SAME_LOWER']); }
  else {
    attributes.auto_pad = c.r.pick(['SAME_UPPER', 'SAME_LOWER', 'VALID']);
    if (attributes.strides) attributes.strides = stride.map((s, i) => Math.min(s, kernel[i]));
  }
  if (group > 1) attributes.group = group;
  const channels = group * c.r.int(1, 4), per = c.r.int(1, 4), constant = c.r.pick([0, 1]);
  c.result(c.op('ConvTranspose', [c.input(V.random(c.r, type, [c.r.int(1, 2), channels, ...space])), c.tensor(type, [channels, per, ...kernel], 'unit', constant), c.r.chance(0.5) ? c.tensor(type, [group * per], 'unit', constant) : ''], attributes), type);
};
generators.DeformConv = (c) => {
  c.at(19, 22);
  const kernel = sizes(c, 2, 1, 3), attributes = windows(c, kernel, { auto: false }), space = pixels(c, kernel, attributes), offsets = c.r.int(1, 2), group = c.r.int(1, 2);
  const at = (i) => attributes.strides ? attributes.strides[i] : 1, d = (i) => attributes.dilations ? attributes.dilations[i] : 1, p = (i) => attributes.pads ? attributes.pads[i] + attributes.pads[i + 2] : 0;
  const out = space.map((s, i) => Math.floor((s + p(i) - (kernel[i] - 1) * d(i) - 1) / at(i)) + 1), per = 2 * c.r.int(1, 2), filters = group * c.r.int(1, 3), taps = kernel[0] * kernel[1];
  Object.assign(attributes, { ...(group > 1 ? { group } : {}), ...(offsets > 1 ? { offset_group: offsets } : {}) });
  c.result(c.op('DeformConv', [c.tensor('float32', [1, group * per, ...space], 'plain', 0), c.tensor('float32', [filters, per, ...kernel], 'unit'), c.tensor('float32', [1, offsets * taps * 2, ...out], 'plain', 0),
    c.r.chance(0.5) ? c.tensor('float32', [filters]) : '', c.r.chance(0.5) ? c.tensor('float32', [1, offsets * taps, ...out], 'unit', 0) : ''], attributes));
};
for (const name of ['MaxPool', 'AveragePool', 'LpPool']) {
  generators[name] = (c) => {
    c.at(...{ MaxPool: [7, 8, 10, 11, 12, 22], AveragePool: [7, 10, 11, 19, 22], LpPool: [7, 11, 18, 22] }[name]);
    const type = c.type(name === 'MaxPool' ? ['float32', 'float32', 'float64', ...(c.opset >= 12 ? ['int8', 'uint8'] : [])] : ['float32']), kernel = sizes(c, n123(c), 1, 4);
    const attributes = windows(c, kernel, { dilations: c.opset >= { MaxPool: 10, AveragePool: 19, LpPool: 18 }[name] });
    const ceils = c.opset >= { MaxPool: 10, AveragePool: 10, LpPool: 18 }[name] && c.r.chance(0.4);
    if (ceils) attributes.ceil_mode = 1;
    if (name === 'AveragePool' && c.r.chance(0.4)) attributes.count_include_pad = 1;
    if (name === 'LpPool' && c.r.chance(0.6)) attributes.p = c.r.int(1, 3);
    attributes.kernel_shape = kernel;
    const x = c.input(V.random(c.r, type, [c.r.int(1, 2), c.r.pick([1, 3, 17]), ...pixels(c, kernel, attributes)], c.r.pick(['plain', 'plain', 'small'])));
    if (name === 'MaxPool' && c.opset >= 8 && c.r.chance(0.4)) {
      if (c.r.chance(0.5)) attributes.storage_order = c.r.int(0, 1);
      const [y, at] = c.op(name, [x], attributes, 2);
      c.result(y, type);
      c.result(at);
    } else c.result(c.op(name, [x], attributes), type);
  };
}
for (const name of ['GlobalAveragePool', 'GlobalMaxPool', 'GlobalLpPool']) {
  generators[name] = (c) => {
    c.at(7, 22);
    const type = c.type(name === 'GlobalLpPool' ? ['float32'] : ['float32', 'float32', 'float64']);
    c.result(c.op(name, [c.input(V.random(c.r, type, [c.r.int(1, 2), c.r.int(1, 18), ...sizes(c, n123(c), 1, 7)]))], name === 'GlobalLpPool' && c.r.chance(0.6) ? { p: c.r.int(1, 3) } : {}), type);
  };
}
generators.MaxUnpool = (c) => {
  c.at(9, 11, 22);
  const kernel = sizes(c, c.r.int(1, 2), 2, 3), attributes = { kernel_shape: kernel, strides: kernel }, x = c.input(V.random(c.r, 'float32', [1, 2, ...kernel.map((k) => k * c.r.int(1, 4))]));
  const [y, at] = c.op('MaxPool', [x], attributes, 2);
  c.result(c.op('MaxUnpool', [y, at], attributes));
};
generators.MaxRoiPool = (c) => {
  c.at(7, 22);
  const rois = c.r.int(1, 3), data = c.r.list(rois, () => { const x = c.r.int(0, 8), y = c.r.int(0, 8); return [c.r.int(0, 1), x, y, x + c.r.int(0, 9), y + c.r.int(0, 9)]; }).flat();
  c.result(c.op('MaxRoiPool', [c.tensor('float32', [2, c.r.int(1, 3), c.r.int(4, 9), c.r.int(4, 9)]), c.given(V.tensor('float32', [rois, 5], data))],
    { pooled_shape: sizes(c, 2, 1, 4), ...(c.r.chance(0.6) ? { spatial_scale: { f: c.r.pick([1, 0.5, 0.25]) } } : {}) }));
};
generators.RoiAlign = (c) => {
  c.at(10, 16, 22);
  const rois = c.r.int(1, 4), data = c.r.list(rois, () => { const x = c.r.real(-2, 8), y = c.r.real(-2, 8); return [x, y, x + c.r.real(0, 9), y + c.r.real(0, 9)]; }).flat(), type = c.type(['float32', 'float32', 'float64']);
  const attributes = { output_height: c.r.int(1, 4), output_width: c.r.int(1, 4), sampling_ratio: c.r.int(0, 3), spatial_scale: { f: c.r.pick([1, 0.5, 0.7]) }, mode: c.r.pick(['avg', 'max']),
    ...(c.opset >= 16 && c.r.chance(0.7) ? { coordinate_transformation_mode: c.r.pick(['half_pixel', 'output_half_pixel']) } : {}) };
  c.result(c.op('RoiAlign', [c.tensor(type, [2, c.r.int(1, 3), c.r.int(3, 9), c.r.int(3, 9)]), c.given(V.tensor(type, [rois, 4], data)), c.tensor('int64', [rois], (r) => r.int(0, 1))], attributes), type);
};
generators.Col2Im = (c) => {
  c.at(18);
  const n = c.r.int(1, 2), block = sizes(c, n, 1, 3), image = block.map((b) => b + c.r.int(1, 4)), attributes = windows(c, block, { auto: false });
  const at = (key, i, none) => (attributes[key] ? attributes[key][i] : none);
  const windowsOf = image.map((s, i) => Math.floor((s + at('pads', i, 0) + at('pads', i + n, 0) - at('dilations', i, 1) * (block[i] - 1) - 1) / at('strides', i, 1)) + 1);
  if (windowsOf.some((w) => w < 1)) { delete attributes.dilations; windowsOf.forEach((_, i) => { windowsOf[i] = Math.floor((image[i] + at('pads', i, 0) + at('pads', i + n, 0) - block[i]) / at('strides', i, 1)) + 1; }); }
  c.result(c.op('Col2Im', [c.tensor('float32', [c.r.int(1, 2), c.r.int(1, 3) * V.size(block), V.size(windowsOf)]), c.list(image), c.list(block)], attributes));
};

const MATRICES = ['float32', 'float32', 'float32', 'float64', 'float16', 'int32', 'int64', 'uint32'];
generators.MatMul = (c) => {
  c.at(7, 9, 13);
  const type = c.type(c.opset < 9 ? ['float32', 'float64'] : MATRICES), [m, k, n] = c.r.list(3, () => c.r.int(c.r.chance(0.03) ? 0 : 1, c.r.pick([3, 9, 33])));
  const batch = c.dims(0, 2, 3), a = [...batch, m, k], b = [...c.broadcastable(batch), k, n];
  const shape = c.r.pick({ both: 6, vector_left: 1, vector_right: 1, vectors: 1 });
  const left = shape === 'vector_left' || shape === 'vectors' ? [k] : a, right = shape === 'vector_right' || shape === 'vectors' ? [k] : b;
  c.result(c.op('MatMul', [c.tensor(type, left, 'plain', 0.1), c.tensor(type, right, 'plain', 0.5)]), type);
};
generators.Gemm = (c) => {
  c.at(7, 9, 11, 13);
  const type = c.type(['float32', 'float32', 'float64', 'float16']), [m, k, n] = c.r.list(3, () => c.r.int(c.r.chance(0.02) ? 0 : 1, c.r.pick([3, 9, 33]))), attributes = {};
  if (c.r.chance(0.5)) attributes.transA = c.r.int(0, 1);
  if (c.r.chance(0.5)) attributes.transB = c.r.int(0, 1);
  if (c.r.chance(0.4)) attributes.alpha = { f: c.r.pick([0.5, 2, -1, 0]) };
  if (c.r.chance(0.4)) attributes.beta = { f: c.r.pick([0.5, 2, -1, 0]) };
  const bias = c.opset >= 11 && c.r.chance(0.3) ? '' : c.tensor(type, c.r.pick([[m, n], [n], [1, n], [m, 1], [1], []].slice(0, c.opset < 7 ? 1 : 6)), 'plain', 0.5);
  c.result(c.op('Gemm', [c.tensor(type, attributes.transA ? [k, m] : [m, k], 'plain', 0.1), c.tensor(type, attributes.transB ? [n, k] : [k, n], 'plain', 0.5), bias], attributes), type);
};
generators.Det = (c) => { c.at(11, 22); const n = c.r.int(1, 5); c.result(c.op('Det', [c.tensor('float32', [...c.dims(0, 2, 3), n, n])])); };

/** A random equation of one to three operands with labels used once, shared, summed, repeated, and "...". */
generators.Einsum = (c) => {
  c.at(12);
  const type = c.type(['float32', 'float32', 'float64', 'int32', 'int64']), labels = c.r.shuffle([...'abcdijkXY']).slice(0, c.r.int(1, 5)), extent = Object.fromEntries(labels.map((l) => [l, c.r.int(1, 4)]));
  const count = c.r.int(1, 3), ellipsis = c.r.chance(0.4), batch = c.r.list(c.r.int(0, 2), () => c.r.int(1, 3)), used = new Set();
  let dotted = false;
  const terms = c.r.list(count, () => {
    const own = c.r.some(labels, c.r.int(ellipsis ? 0 : 1, Math.min(3, labels.length)));
    const term = c.r.shuffle(own);
    if (term.length && c.r.chance(0.15)) term.splice(c.r.int(0, term.length), 0, term[0]);
    term.forEach((l) => used.add(l));
    const dims = term.map((l) => extent[l]);
    if (!ellipsis || (dotted && c.r.chance(0.3))) return { text: term.join(''), dims };
    dotted = true;
    const at = c.r.int(0, term.length), lead = c.broadcastable(batch);
    return { text: `${term.slice(0, at).join('')}...${term.slice(at).join('')}`, dims: [...dims.slice(0, at), ...lead, ...dims.slice(at)] };
  });
  let equation = terms.map((t) => t.text).join(c.r.pick([',', ', ']));
  if (c.r.chance(0.8)) {
    const kept = c.r.shuffle(c.r.some([...used], c.r.int(0, used.size))), at = c.r.int(0, kept.length);
    equation += c.r.pick(['->', ' -> ']) + (dotted ? `${kept.slice(0, at).join('')}...${kept.slice(at).join('')}` : kept.join(''));
  }
  c.result(c.op('Einsum', terms.map((t) => c.tensor(type, t.dims)), { equation }), type);
};
module.exports = generators;
