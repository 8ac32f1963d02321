// SPDX-License-Identifier: Apache-2.0
// Chains of three to eight operators whose values are read once, twice, or returned besides: what meets here is fusion,
// choice of layout and planning of memory, not what single operators compute.
'use strict';
const V = require('../values.js');

/** A value of a chain: its name and its shape. */
const value = (name, dims) => ({ name, dims });
const UNARY = ['Relu', 'Sigmoid', 'Tanh', 'Neg', 'Abs', 'Erf', 'Softsign', 'LeakyRelu', 'HardSwish', 'Identity', 'Floor'];
const BINARY = ['Add', 'Mul', 'Sub', 'Max', 'Min'];
const weights = (c, dims, constant = 1) => c.tensor('float32', dims, (r) => r.real(-0.5, 0.5), constant);
const broadcastTo = (a, b) => Array.from({ length: Math.max(a.length, b.length) }, (_, i) => {
  const x = a.at(-1 - i) ?? 1, y = b.at(-1 - i) ?? 1;
  return x === y || y === 1 ? x : x === 1 ? y : null;
}).reverse();

/** Steps: function of (case, value, all values) to a new value, or null where the value does not suit. */
const STEPS = {
  unary: (c, x) => value(c.op(c.r.pick(UNARY), [x.name]), x.dims),
  binary(c, x, all) {
    const y = c.r.pick(all), dims = broadcastTo(x.dims, y.dims);
    if (dims.includes(null) || V.size(dims) > 4000) return null;
    return value(c.op(c.r.pick(BINARY), c.r.shuffle([x.name, y.name])), dims);
  },
  constant: (c, x) => value(c.op(c.r.pick(BINARY), c.r.shuffle([x.name, weights(c, c.broadcastable(x.dims))])), x.dims),
  reduce(c, x) {
    if (!x.dims.length) return null;
    const axes = c.axes(x.dims.length, c.r.int(1, x.dims.length)), keep = c.r.int(0, 1), at = axes.map((a) => (a < 0 ? a + x.dims.length : a));
    const dims = x.dims.map((d, i) => (at.includes(i) ? (keep ? 1 : -1) : d)).filter((d) => d !== -1);
    return value(c.op(c.r.pick(['ReduceSum', 'ReduceMean', 'ReduceMax', 'ReduceL2']), [x.name, c.list(axes, 'int64', 1)], { keepdims: keep }), dims);
  },
  softmax: (c, x) => (x.dims.length ? value(c.op('Softmax', [x.name], { axis: c.axis(x.dims.length) }), x.dims) : null),
  norm(c, x) {
    if (!x.dims.length) return null;
    const n = x.dims.slice(-1);
    return value(c.op('LayerNormalization', [x.name, weights(c, n), ...(c.r.chance(0.5) ? [weights(c, n)] : [])], { axis: -1 }), x.dims);
  },
  transpose(c, x) {
    const perm = c.r.shuffle([...x.dims.keys()]);
    return x.dims.length < 2 ? null : value(c.op('Transpose', [x.name], { perm }), perm.map((p) => x.dims[p]));
  },
  reshape(c, x) {
    const dims = [...x.dims], i = c.r.int(0, Math.max(0, dims.length - 2));
    if (dims.length > 1 && c.r.chance(0.6)) dims.splice(i, 2, dims[i] * dims[i + 1]);
    else if (dims.length && dims.length < 5) { const d = c.r.pick([1, 2, 3].filter((k) => dims[i] % k === 0)); dims.splice(i, 1, ...c.r.shuffle([d, dims[i] / d])); }
    return value(c.op('Reshape', [x.name, c.list(c.r.chance(0.4) && dims.length ? dims.map((d, k) => (k ? d : -1)) : dims, 'int64', 1)]), dims);
  },
  slice(c, x) {
    if (!x.dims.length) return null;
    const axis = c.r.int(0, x.dims.length - 1), n = x.dims[axis], back = c.r.chance(0.2), step = c.r.pick([1, 1, 2]), start = c.r.int(0, n - 1), end = c.r.int(start + 1, n);
    const count = back ? Math.ceil((start + 1) / step) : Math.ceil((end - start) / step);
    const bounds = back ? [[start], [-n - 1], [axis], [-step]] : [[start], [end], [axis], [step]];
    return value(c.op('Slice', [x.name, ...bounds.map((b) => c.list(b, 'int64', 0.9))]), x.dims.map((d, i) => (i === axis ? count : d)));
  },
  pad(c, x) {
    if (!x.dims.length) return null;
    const pads = [...x.dims, ...x.dims].map(() => c.r.pick([0, 0, 1, 2])), n = x.dims.length, mode = c.r.pick(['constant', 'edge']);
    return value(c.op('Pad', [x.name, c.list(pads, 'int64', 0.9)], { mode }), x.dims.map((d, i) => d + pads[i] + pads[i + n]));
  },
  concat(c, x, all) {
    if (!x.dims.length) return null;
    const axis = c.r.int(0, x.dims.length - 1), fits = all.filter((y) => y.dims.length === x.dims.length && y.dims.every((d, i) => i === axis || d === x.dims[i]));
    const parts = [x, ...c.r.list(c.r.int(1, 2), () => c.r.pick(fits))], dims = x.dims.map((d, i) => (i === axis ? parts.reduce((s, p) => s + p.dims[axis], 0) : d));
    return V.size(dims) > 4000 ? null : value(c.op('Concat', parts.map((p) => p.name), { axis }), dims);
  },
  split(c, x, all) {
    if (!x.dims.length) return null;
    const axis = c.r.int(0, x.dims.length - 1), n = x.dims[axis], cut = c.r.int(1, n);
    if (cut === n) return null;
    const outs = c.op('Split', [x.name, c.list([cut, n - cut], 'int64', 1)], { axis }, 2), parts = outs.map((o, k) => value(o, x.dims.map((d, i) => (i === axis ? (k ? n - cut : cut) : d))));
    all.push(parts[1]);
    return parts[0];
  },
  gather(c, x) {
    if (!x.dims.length) return null;
    const axis = c.r.int(0, x.dims.length - 1), n = x.dims[axis], count = c.r.int(1, 4);
    return value(c.op('Gather', [x.name, c.list(c.r.list(count, () => c.r.int(-n, n - 1)))], { axis }), x.dims.map((d, i) => (i === axis ? count : d)));
  },
  matmul(c, x) {
    const n = c.r.pick([1, 3, 8, 17]);
    return x.dims.length < 2 ? null : value(c.op('MatMul', [x.name, weights(c, [x.dims.at(-1), n], 0.8)]), [...x.dims.slice(0, -1), n]);
  },
  product(c, x) { // with itself, transposed
    if (x.dims.length < 2) return null;
    const perm = [...x.dims.keys()], n = perm.length;
    [perm[n - 1], perm[n - 2]] = [perm[n - 2], perm[n - 1]];
    return value(c.op('MatMul', [x.name, c.op('Transpose', [x.name], { perm })]), [...x.dims.slice(0, -1), x.dims.at(-2)]);
  },
  where: (c, x) => value(c.op('Where', [c.op('Greater', [x.name, weights(c, c.broadcastable(x.dims))]), x.name, weights(c, [])]), x.dims),
  halves: (c, x) => { c.uses('float16'); return value(c.op('Cast', [c.op('Cast', [x.name], { to: 10 })], { to: 1 }), x.dims); },
};
const IMAGE = {
  conv(c, x) {
    const [, channels, h, w] = x.dims, k = c.r.pick([1, 3, 3, 5]), stride = c.r.pick([1, 1, 2]), pad = c.r.pick([0, k >> 1, k >> 1]), group = c.r.chance(0.25) ? channels : 1, per = channels / group;
    if (h + 2 * pad < k || w + 2 * pad < k) return null;
    const filters = group > 1 ? group * c.r.int(1, 2) : c.r.pick([1, 4, 16, 17, 32]), size = (d) => Math.floor((d + 2 * pad - k) / stride) + 1;
    return value(c.op('Conv', [x.name, weights(c, [filters, per, k, k]), c.r.chance(0.6) ? weights(c, [filters]) : ''], { pads: [pad, pad, pad, pad], strides: [stride, stride], group }), [x.dims[0], filters, size(h), size(w)]);
  },
  batch(c, x) {
    const n = [x.dims[1]];
    return value(c.op('BatchNormalization', [x.name, weights(c, n), weights(c, n), weights(c, n), c.tensor('float32', n, 'positive', 1)]), x.dims);
  },
  pool(c, x) {
    const [, , h, w] = x.dims;
    if (h < 2 || w < 2) return null;
    const size = (d) => Math.floor((d - 2) / 2) + 1;
    return value(c.op(c.r.pick(['MaxPool', 'AveragePool']), [x.name], { kernel_shape: [2, 2], strides: [2, 2] }), [...x.dims.slice(0, 2), size(h), size(w)]);
  },
  global: (c, x) => value(c.op('Mul', [x.name, c.op('Sigmoid', [c.op('GlobalAveragePool', [x.name])])]), x.dims),
  resize: (c, x) => (V.size(x.dims) > 1500 ? null : value(c.op('Resize', [x.name, '', c.constant(V.tensor('float32', [4], [1, 1, 2, 2]))], { mode: c.r.pick(['nearest', 'linear']) }), [...x.dims.slice(0, 2), 2 * x.dims[2], 2 * x.dims[3]])),
  shuffle(c, x) {
    const [n, channels, h, w] = x.dims;
    if (channels % 2) return null;
    const five = c.op('Transpose', [c.op('Reshape', [x.name, c.list([n, 2, channels / 2, h, w], 'int64', 1)])], { perm: [0, 2, 1, 3, 4] });
    return value(c.op('Reshape', [five, c.list([n, -1, h, w], 'int64', 1)]), x.dims);
  },
  channels: (c, x) => value(c.op(c.r.pick(BINARY), [x.name, weights(c, [x.dims[1], 1, 1])]), x.dims),
};

/** Grows a chain from one input by `steps`, then returns its last value and some others. */
function chain(c, dims, steps) {
  c.at(18, 20, 21);
  const all = [value(c.input(V.random(c.r, 'float32', dims)), dims)];
  const names = Object.keys(steps), length = c.r.int(3, 8);
  for (let tries = 0, made = 0; made < length && tries < 40; tries++) {
    const x = c.r.chance(0.75) ? all.at(-1) : c.r.pick(all), step = c.r.pick(names);
    const image = Object.values(IMAGE).includes(steps[step]) && x.dims.length !== 4, next = image || V.size(x.dims) > 6000 ? null : steps[step](c, x, all);
    if (next) { all.push(next); made++; }
  }
  c.result(all.at(-1).name);
  for (const v of all.slice(1, -1)) if (c.r.chance(0.15)) c.result(v.name);
}
module.exports = {
  Chain: (c) => chain(c, c.r.list(c.r.int(1, 4), () => c.r.pick([1, 2, 3, 4, 8, 17])), STEPS),
  ImageChain: (c) => chain(c, [c.r.int(1, 2), c.r.pick([1, 3, 8, 16, 20]), c.r.int(3, 9), c.r.int(3, 9)],
    { ...IMAGE, unary: STEPS.unary, binary: STEPS.binary, concat: STEPS.concat, split: STEPS.split, constant: STEPS.constant, conv2: IMAGE.conv, reduce: STEPS.reduce, transpose: STEPS.transpose, pad: STEPS.pad, slice: STEPS.slice }),
};
