// SPDX-License-Identifier: Apache-2.0
// Reading and writing at places that data names, and tensors made of sizes.
'use strict';
const V = require('../values.js');
const { code } = require('../model-proto.js');

const TYPES = ['float32', 'float32', 'float64', 'int8', 'uint8', 'int32', 'int64', 'bool', 'string'];
const generators = {};
const index = (c, dims, n, type = c.r.pick(['int32', 'int64'])) => c.tensor(type, dims, (r) => r.int(-n, n - 1), 0.3);
const sizes = (c, low, high, largest = 5) => c.r.list(c.r.int(low, high), () => c.r.int(1, largest));

generators.Gather = (c) => {
  c.at(7, 11, 13);
  const dims = sizes(c, 1, 4), type = c.type(TYPES.filter((t) => t !== 'string')), axis = c.opset < 11 ? c.r.int(0, dims.length - 1) : c.axis(dims.length), n = dims.at(axis);
  const at = c.opset < 11 ? c.tensor(c.r.pick(['int32', 'int64']), c.dims(0, 3, 4), (r) => r.int(0, n - 1)) : index(c, c.dims(0, 3, 4), n);
  c.result(c.op('Gather', [c.tensor(type, dims), at], c.r.chance(0.8) || axis ? { axis } : {}), type);
};
generators.GatherElements = (c) => {
  c.at(11, 13);
  const dims = sizes(c, 1, 4), type = c.type(TYPES), axis = c.axis(dims.length), at = axis < 0 ? axis + dims.length : axis;
  c.result(c.op('GatherElements', [c.tensor(type, dims), index(c, dims.map((d, i) => (i === at ? c.r.int(1, 6) : c.r.int(1, d))), dims[at])], { axis }), type);
};
generators.GatherND = (c) => {
  c.at(11, 12, 13);
  const dims = sizes(c, 1, 4, 4), type = c.type(TYPES), batch = c.opset >= 12 ? c.r.int(0, dims.length - 1) : 0;
  const depth = c.r.int(1, dims.length - batch), lead = [...dims.slice(0, batch), ...sizes(c, 0, 2, 3)];
  const rows = V.size(lead), numbers = [];
  for (let i = 0; i < rows; i++) for (let k = 0; k < depth; k++) numbers.push(c.r.int(-dims[batch + k], dims[batch + k] - 1));
  if (lead.length + 1 < batch + 1) return;
  c.result(c.op('GatherND', [c.tensor(type, dims), c.given(V.tensor('int64', [...lead, depth], numbers))], batch ? { batch_dims: batch } : {}), type);
};
generators.ScatterElements = (c) => {
  c.at(11, 13, 16, 18, 18);
  const dims = sizes(c, 1, 4), reduction = c.opset >= 18 ? c.r.pick(['none', 'add', 'mul', 'max', 'min']) : c.opset >= 16 ? c.r.pick(['none', 'add', 'mul']) : 'none';
  const type = c.type(reduction === 'none' ? TYPES : ['float32', 'float64', 'int32', 'int64', 'int8', 'uint8']), axis = c.axis(dims.length), at = axis < 0 ? axis + dims.length : axis;
  const shape = dims.map((d, i) => (reduction !== 'none' && i === at ? c.r.int(1, 6) : c.r.int(1, d)));
  // Without a reduction the places along the axis must differ: a permutation's start, the same for all.
  const order = c.r.shuffle([...Array(dims[at]).keys()]), inner = V.size(shape.slice(at + 1));
  const numbers = c.r.list(V.size(shape), (i) => (reduction === 'none' ? order[Math.floor(i / inner) % shape[at]] - (c.r.chance(0.3) ? dims[at] : 0) : c.r.int(-dims[at], dims[at] - 1)));
  const places = c.given(V.tensor(c.r.pick(['int32', 'int64']), shape, numbers));
  c.result(c.op('ScatterElements', [c.tensor(type, dims), places, c.tensor(type, shape)], { axis, ...(reduction === 'none' ? {} : { reduction }) }), type);
};
generators.ScatterND = (c) => {
  c.at(11, 13, 16, 18, 18);
  const dims = sizes(c, 1, 4, 4), reduction = c.opset >= 18 ? c.r.pick(['none', 'add', 'mul', 'max', 'min']) : c.opset >= 16 ? c.r.pick(['none', 'add', 'mul']) : 'none';
  const type = c.type(reduction === 'none' ? TYPES : ['float32', 'float64', 'int32', 'int64']), depth = c.r.int(1, dims.length);
  const space = V.size(dims.slice(0, depth)), rows = c.r.int(1, Math.min(4, space)), order = c.r.shuffle([...Array(space).keys()]);
  const numbers = [];
  for (let i = 0; i < rows; i++) {
    let flat = reduction === 'none' ? order[i] : c.r.int(0, space - 1);
    const place = [];
    for (let k = depth - 1; k >= 0; k--) { place.unshift(flat % dims[k]); flat = Math.floor(flat / dims[k]); }
    numbers.push(...place.map((p, k) => (c.r.chance(0.2) ? p - dims[k] : p)));
  }
  c.result(c.op('ScatterND', [c.tensor(type, dims), c.given(V.tensor('int64', [rows, depth], numbers)), c.tensor(type, [rows, ...dims.slice(depth)])], reduction === 'none' ? {} : { reduction }), type);
};
generators.Compress = (c) => {
  c.at(9, 11);
  const dims = sizes(c, 1, 4), type = c.type(TYPES), axis = c.opset < 11 ? c.r.int(0, dims.length - 1) : c.axis(dims.length), whole = c.r.chance(0.4);
  const n = whole ? V.size(dims) : dims.at(axis);
  c.result(c.op('Compress', [c.tensor(type, dims), c.tensor('bool', [c.r.int(1, n)], undefined, 0.3)], whole ? {} : { axis }), type);
};
generators.NonZero = (c) => {
  c.at(9, 13);
  const type = c.type(['float32', 'bool', 'int32', 'int64', 'uint8']);
  c.result(c.op('NonZero', [c.input(V.random(c.r, type, c.dims(1, 4), type === 'float32' ? (r) => r.pick([0, -0, 1, NaN, 0]) : 1))]));
};
generators.OneHot = (c) => {
  c.at(9, 11);
  const [i, d, v] = c.r.pick([['int64', 'int64', 'int64'], ['float32', 'float32', 'float32'], ['int64', 'float32', 'int64'], ['int64', 'int64', 'float32'], ['int32', 'float32', 'float32'], ['int64', 'int64', 'string']]);
  const dims = c.dims(0, 3, 4), depth = c.r.int(1, 6), values = V.random(c.r, v, [2]);
  const depths = c.r.chance(0.5) ? c.scalar(d, depth) : c.given(V.tensor(d, [1], [depth]));
  c.result(c.op('OneHot', [c.tensor(i, dims, (r) => r.int(-depth - 1, depth + 1)), depths, c.given(values)], c.r.chance(0.7) ? { axis: c.r.int(-dims.length - 1, dims.length) } : {}), v);
};
generators.EyeLike = (c) => {
  c.at(9, 22);
  const type = c.type(['float32', 'float64', 'int32', 'int64', 'uint64', 'bool'].slice(0, 5)), to = c.type(['float32', 'float64', 'int32', 'int64', 'bool']);
  const named = c.r.chance(0.5);
  c.result(c.op('EyeLike', [c.tensor(type, sizes(c, 2, 2, 6))], { ...(named ? { dtype: code(to) } : {}), ...(c.r.chance(0.6) ? { k: c.r.int(-5, 5) } : {}) }), named ? to : type);
};
generators.ConstantOfShape = (c) => {
  c.at(9, 20, 21, 24);
  const type = c.type(['float32', 'float64', 'float16', ...V.INTEGERS, 'bool']);
  c.result(c.op('ConstantOfShape', [c.list(c.dims(0, 4), 'int64', 0.5)], c.r.chance(0.8) ? { value: { tensor: V.random(c.r, type, [1]) } } : {}), type);
};
generators.Range = (c) => {
  c.at(11);
  const type = c.type(['float32', 'float64', 'int16', 'int32', 'int64']), start = c.r.int(-5, 5), step = c.r.pick([1, 2, -1, -3, ...(V.isFloat(type) ? [0.3, -0.7] : [])]);
  c.result(c.op('Range', [c.scalar(type, start), c.scalar(type, start + c.r.int(-9, 9)), c.scalar(type, step)]), type);
};
generators.TensorScatter = (c) => {
  c.at(24);
  const rank = c.r.int(3, 4), dims = c.r.list(rank, () => c.r.int(1, 4)), axis = c.r.int(1, rank - 1), linear = c.r.chance(0.5), type = c.type(['float32', 'float16', 'int8', 'int64']);
  dims[axis] = c.r.int(3, 6);
  const n = c.r.int(1, dims[axis]), places = c.r.list(dims[0], () => c.r.int(0, linear ? dims[axis] - n : dims[axis] - 1));
  const update = dims.map((d, i) => (i === axis ? n : d));
  c.result(c.op('TensorScatter', [c.input(V.random(c.r, type, dims)), c.input(V.random(c.r, type, update)), c.r.chance(0.8) ? c.list(places) : ''],
    { axis: c.r.chance(0.5) ? axis : axis - rank, mode: linear ? 'linear' : 'circular' }), type);
};
module.exports = generators;
