// SPDX-License-Identifier: Apache-2.0
// Operators that move elements and compute none.
'use strict';
const V = require('../values.js');

const TYPES = ['float32', 'float32', 'float64', 'float16', 'int8', 'uint8', 'int16', 'int32', 'int64', 'bool', 'string'];
const generators = {};
const operand = (c, dims, types = TYPES) => {
  const type = c.type(types);
  return [c.input(V.random(c.r, type, dims)), type];
};
const positive = (c, axes, rank) => (c.opset < 11 ? axes.map((a) => (a < 0 ? a + rank : a)) : axes);

generators.Transpose = (c) => {
  c.at(7, 13, 21, 23, 24);
  const dims = c.dims(0, 5), [x, type] = operand(c, dims, c.opset >= 21 ? [...TYPES, 'int4', 'uint4'] : TYPES);
  c.result(c.op('Transpose', [x], c.r.chance(0.8) && dims.length ? { perm: c.r.shuffle([...dims.keys()]) } : {}), type);
};
/** Sizes of a shape with as many elements. */
function refactor(c, count) {
  const out = [];
  let left = count;
  for (let i = c.r.int(0, 3); i > 0; i--) {
    const divisors = Array.from({ length: left }, (_, d) => d + 1).filter((d) => left % d === 0);
    const d = c.r.pick(divisors);
    out.push(d);
    left /= d;
  }
  return c.r.shuffle([...out, ...(left > 1 || !out.length ? [left] : [])]);
}
generators.Reshape = (c) => {
  c.at(7, 13, 14, 19, 21, 24);
  const dims = c.dims(0, 4), [x, type] = operand(c, dims);
  const count = V.size(dims), attributes = {};
  let shape;
  if (!count) {
    if (c.opset >= 14 && c.r.chance(0.5)) { attributes.allowzero = 1; shape = c.r.shuffle([...dims, ...(c.r.chance(0.5) ? [3] : [])]); } else shape = dims;
  } else {
    shape = refactor(c, count);
    shape = shape.map((d, i) => (d === dims[i] && c.r.chance(0.5) ? 0 : d));
    if (shape.length && c.r.chance(0.5)) shape[c.r.int(0, shape.length - 1)] = -1;
  }
  c.result(c.op('Reshape', [x, c.list(shape)], attributes), type);
};
generators.Flatten = (c) => {
  c.at(7, 9, 11, 13, 21);
  const dims = c.dims(c.opset < 9 ? 1 : 0, 5), [x, type] = operand(c, dims, c.opset < 9 ? ['float32', 'float64'] : TYPES);
  const axis = c.opset < 11 ? c.r.int(0, dims.length) : dims.length ? c.r.int(-dims.length, dims.length) : 0;
  c.result(c.op('Flatten', [x], c.r.chance(0.8) || !dims.length ? { axis } : {}), type);
};
generators.Squeeze = (c) => {
  c.at(7, 11, 13, 21);
  const dims = c.dims(0, 5).map((d) => (c.r.chance(0.5) ? 1 : d)), [x, type] = operand(c, dims);
  const ones = [...dims.keys()].filter((i) => dims[i] === 1), chosen = c.r.some(ones, c.r.int(0, ones.length)).map((a) => (c.opset >= 11 && c.r.chance(0.3) ? a - dims.length : a));
  const given = chosen.length && c.r.chance(0.8);
  c.result(c.opset < 13 ? c.op('Squeeze', [x], given ? { axes: chosen } : {}) : c.op('Squeeze', given ? [x, c.list(c.r.shuffle(chosen))] : [x]), type);
};
generators.Unsqueeze = (c) => {
  c.at(7, 11, 13, 21);
  const dims = c.dims(0, 3), [x, type] = operand(c, dims), added = c.r.int(1, 2), rank = dims.length + added;
  let axes = c.axes(rank, added);
  axes = positive(c, axes, rank);
  if (c.opset >= 13) axes = c.r.shuffle(axes);
  c.result(c.opset < 13 ? c.op('Unsqueeze', [x], { axes }) : c.op('Unsqueeze', [x, c.list(axes)]), type);
};
generators.Expand = (c) => {
  c.at(8, 13);
  const dims = c.dims(0, 4), [a, b] = c.r.shuffle([dims, c.broadcastable(dims)]), [x, type] = operand(c, a);
  c.result(c.op('Expand', [x, c.list(b)]), type);
};
generators.Tile = (c) => {
  c.at(7, 13);
  const dims = c.dims(0, 4, 4), [x, type] = operand(c, dims, ['float32', 'float64', 'int8', 'uint8', 'int32', 'int64', 'bool', 'string']);
  c.result(c.op('Tile', [x, c.list(dims.map(() => c.r.int(c.r.chance(0.05) ? 0 : 1, 3)))]), type);
};
generators.Concat = (c) => {
  c.at(7, 11, 13);
  const dims = c.dims(1, 4), type = c.type(TYPES), at = c.r.int(0, dims.length - 1), axis = c.opset >= 11 && c.r.chance(0.4) ? at - dims.length : at;
  const parts = c.r.list(c.r.int(1, 5), () => c.tensor(type, dims.map((d, i) => (i === at ? c.r.int(c.r.chance(0.1) ? 0 : 1, 4) : d))));
  if (c.r.chance(0.2)) parts.push(parts[0]);
  c.result(c.op('Concat', parts, { axis }), type);
};
generators.Split = (c) => {
  c.at(7, 11, 13, 18, 18);
  const dims = c.r.list(c.r.int(1, 4), () => c.r.int(1, 6)), [x, type] = operand(c, dims, ['float32', 'int32', 'int64', 'uint8', 'string', 'bool']);
  const axis = positive(c, [c.axis(dims.length)], dims.length)[0], n = dims.at(axis);
  const cuts = c.r.list(c.r.int(0, 2), () => c.r.int(0, n)).sort((a, b) => a - b), sizes = [...cuts, n].map((e, i) => e - (i ? cuts[i - 1] : 0));
  if (c.opset >= 18 && c.r.chance(0.5)) {
    const outs = c.r.int(1, n);
    if (Math.ceil(n / outs) * (outs - 1) < n) { c.result([c.op('Split', [x], { axis, num_outputs: outs }, outs)].flat(), type); return; }
  }
  const outs = sizes.length;
  c.result([c.opset < 13 ? c.op('Split', [x], { axis, split: sizes }, outs) : c.op('Split', [x, c.list(sizes)], { axis }, outs)].flat(), type);
};
generators.Slice = (c) => {
  c.at(7, 10, 11, 13, 13);
  const dims = c.r.list(c.r.int(1, 4), () => c.r.int(1, 7)), [x, type] = operand(c, dims), rank = dims.length;
  const axes = positive(c, c.opset < 11 ? c.axes(rank, c.r.int(1, rank)).map((a) => (a < 0 ? a + rank : a)) : c.axes(rank, c.r.int(1, rank)), rank);
  const near = (a) => String(c.r.int(-dims.at(a) - 2, dims.at(a) + 2)), most = { '9223372036854775807': 1, '2147483647': 0.5 }, least = { '-9223372036854775808': 1, '-2147483648': 0.5 };
  const steps = axes.map(() => (c.opset >= 10 ? c.r.pick([1, 1, 1, 2, 3, -1, -2, -7]) : 1));
  // Backwards, the largest integer as the end is the first element to ONNX Runtime.
  const starts = axes.map((a) => c.r.pick({ [near(a)]: 8, ...most, ...least })), ends = axes.map((a, i) => c.r.pick({ [near(a)]: 8, ...(steps[i] > 0 ? most : {}), ...least }));
  if (c.opset < 10) {
    const big = (l) => l.map((v) => BigInt(v));
    const attributes = { starts: big(starts), ends: big(ends), ...(axes.every((a, i) => a === i) && c.r.chance(0.5) ? {} : { axes }) };
    c.result(c.op('Slice', [x], attributes), type);
    return;
  }
  const integer = starts.concat(ends).every((v) => Math.abs(Number(v)) < 2147483648) ? c.r.pick(['int32', 'int64']) : 'int64';
  const list = (l) => c.given(V.tensor(integer, [l.length], l.map(BigInt)), 0.7);
  const named = !axes.every((a, i) => a === i) || c.r.chance(0.5), stepped = steps.some((s) => s !== 1) || c.r.chance(0.5);
  c.result(c.op('Slice', [x, list(starts), list(ends), ...(named || stepped ? [named ? list(axes) : ''] : []), ...(stepped ? [list(steps)] : [])]), type);
};
generators.Pad = (c) => {
  c.at(7, 11, 13, 18, 19, 21, 24);
  const mode = c.r.pick(['constant', 'constant', 'reflect', 'edge', ...(c.opset >= 19 ? ['wrap'] : [])]);
  const dims = c.r.list(c.r.int(1, 4), () => c.r.int(2, 5)), rank = dims.length;
  const type = c.type(c.opset < 11 ? ['float32', 'float64'] : ['float32', 'float64', 'int8', 'uint8', 'int32', 'int64', ...(c.opset >= 13 ? ['bool'] : [])]);
  const x = c.input(V.random(c.r, type, dims));
  const axes = c.opset >= 18 && c.r.chance(0.5) ? c.axes(rank, c.r.int(1, rank)) : null, padded = axes || [...dims.keys()];
  const amount = (a) => (mode === 'constant' ? c.r.int(-1, 3) : mode === 'edge' ? c.r.int(0, 3) : c.r.int(0, dims.at(a) - 1));
  const pads = [...padded, ...padded].map(amount);
  const attributes = { mode };
  if (c.opset < 11) { if (c.r.chance(0.5)) attributes.value = { f: 1.5 }; c.result(c.op('Pad', [x], { ...attributes, pads }), type); return; }
  const value = mode === 'constant' && c.r.chance(0.6) ? c.scalar(type, c.r.int(0, 1)) : '';
  c.result(c.op('Pad', [x, c.list(pads), value, ...(axes ? [c.list(axes, c.r.pick(['int32', 'int64']))] : [])], attributes), type);
};
generators.DepthToSpace = (c) => {
  c.at(7, 11, 13);
  const b = c.r.int(1, 3), dims = [c.r.int(1, 2), b * b * c.r.int(1, 3), c.r.int(1, 4), c.r.int(1, 4)], [x, type] = operand(c, dims, ['float32', 'float64']);
  c.result(c.op('DepthToSpace', [x], { blocksize: b, ...(c.opset >= 11 && c.r.chance(0.6) ? { mode: c.r.pick(['DCR', 'CRD']) } : {}) }), type);
};
generators.SpaceToDepth = (c) => {
  c.at(7, 13);
  const b = c.r.int(1, 3), dims = [c.r.int(1, 2), c.r.int(1, 3), b * c.r.int(1, 4), b * c.r.int(1, 4)], [x, type] = operand(c, dims, ['float32', 'float64']);
  c.result(c.op('SpaceToDepth', [x], { blocksize: b }), type);
};
generators.Trilu = (c) => {
  c.at(14);
  const dims = c.dims(2, 4), [x, type] = operand(c, dims, ['float32', 'float64', 'int64', 'bool']);
  c.result(c.op('Trilu', [x, ...(c.r.chance(0.7) ? [c.scalar('int64', c.r.int(-6, 6))] : [])], c.r.chance(0.7) ? { upper: c.r.int(0, 1) } : {}), type);
};
generators.ReverseSequence = (c) => {
  c.at(10);
  const dims = c.r.list(c.r.int(2, 4), () => c.r.int(1, 5)), [x, type] = operand(c, dims, ['float32', 'int64', 'string', 'bool']), time = c.r.int(0, 1);
  c.result(c.op('ReverseSequence', [x, c.list(c.r.list(dims[1 - time], () => c.r.int(1, dims[time])))], { time_axis: time, batch_axis: 1 - time }), type);
};
generators.CenterCropPad = (c) => {
  c.at(18);
  const dims = c.r.list(c.r.int(1, 4), () => c.r.int(1, 6)), [x, type] = operand(c, dims, ['float32', 'int64']), axes = c.r.chance(0.6) ? c.axes(dims.length, c.r.int(1, dims.length)) : null;
  c.result(c.op('CenterCropPad', [x, c.list((axes || dims).map(() => c.r.int(1, 8)))], axes ? { axes } : {}), type);
};
generators.Shape = (c) => {
  c.at(7, 13, 15, 19, 21);
  const dims = c.dims(0, 4), bound = () => c.r.int(-6, 6);
  const [x] = operand(c, dims);
  c.result(c.op('Shape', [x], c.opset >= 15 ? { ...(c.r.chance(0.6) ? { start: bound() } : {}), ...(c.r.chance(0.6) ? { end: bound() } : {}) } : {}));
};
generators.Size = (c) => { c.at(7, 13, 19); c.result(c.op('Size', [operand(c, c.dims(0, 4))[0]])); };
generators.Identity = (c) => { c.at(7, 13, 14, 21); const [x, type] = operand(c, c.dims(0, 4)); c.result(c.op('Identity', [x]), type); };
module.exports = generators;
