// SPDX-License-Identifier: Apache-2.0
// Quantisation and integer products. Scales are powers of two: then quotients are exact, and whether a value is rounded up or
// down is said by the specification (ties to even), not by the last bit of an approximation.
'use strict';
const V = require('../values.js');
const { code } = require('../model-proto.js');

const generators = {};
const BYTES = ['int8', 'uint8'];
const NARROW = ['int8', 'uint8', 'int16', 'uint16', 'int4', 'uint4', 'float8e4m3fn', 'float8e5m2', 'float8e4m3fnuz', 'float8e5m2fnuz'];
const scale = (r) => 2 ** r.int(-5, 1);
const types = (c, plus = []) => NARROW.filter((t) => (BYTES.includes(t) || (c.opset >= 19 && t.includes('float8')) || c.opset >= 21)).concat(plus);
const zeroKind = (type) => (type.includes('float8') ? () => 0 : undefined);

/** Shape and attributes of scales: for the whole tensor, along an axis, or in blocks. */
function granularity(c, dims) {
  const mode = c.r.pick({ tensor: 3, axis: c.opset >= 13 && dims.length ? 3 : 0, block: c.opset >= 21 && dims.length ? 2 : 0 });
  if (mode === 'tensor') return [c.r.pick([[], []]), {}];
  const axis = c.axis(dims.length), n = dims.at(axis), at = axis < 0 ? axis + dims.length : axis;
  if (mode === 'axis') return [[n], { axis }];
  const block = c.r.int(1, n);
  return [dims.map((d, i) => (i === at ? Math.ceil(d / block) : d)), { axis, block_size: block }];
}
generators.QuantizeLinear = (c) => {
  c.at(10, 13, 19, 21, 21, 23, 24);
  const dims = c.r.list(c.r.int(0, 4), () => c.r.int(1, 6)), [shape, attributes] = granularity(c, dims), to = c.r.pick(types(c));
  const from = c.r.pick(['float32', 'float32', ...(c.opset >= 19 ? ['float16'] : []), ...(to.includes('float8') ? [] : ['int32'])]);
  const zero = c.r.chance(0.7) || !BYTES.concat('').includes(to);
  const scaleType = from === 'int32' ? 'float32' : from;
  const x = c.input(V.random(c.r, from, dims, V.isFloat(from) ? c.r.pick(['halves', 'plain', 'wide']) : 'full' && 300));
  const named = !zero && c.opset >= 21 ? { output_dtype: code(to) } : {}, saturate = to.includes('float8') && to !== 'float8e5m2' && c.r.chance(0.3) ? { saturate: 0 } : {};
  const result = !zero && c.opset < 21 ? 'uint8' : to;
  c.result(c.op('QuantizeLinear', [x, c.tensor(scaleType, shape, scale, 0.7), ...(zero ? [c.tensor(to, shape, zeroKind(to), 0.7)] : [])], { ...attributes, ...named, ...saturate }), result);
};
generators.DequantizeLinear = (c) => {
  c.at(10, 13, 19, 21, 21, 23, 24);
  const dims = c.r.list(c.r.int(0, 4), () => c.r.int(1, 6)), [shape, attributes] = granularity(c, dims), from = c.r.pick(types(c, ['int32']));
  const to = c.opset >= 19 ? c.r.pick(['float32', 'float16']) : 'float32';
  c.uses(to);
  const zero = from !== 'int32' && c.r.chance(0.7);
  c.result(c.op('DequantizeLinear', [c.tensor(from, dims, undefined, 0.4), c.tensor(to, shape, scale, 0.7), ...(zero ? [c.tensor(from, shape, zeroKind(from), 0.7)] : [])], attributes), to);
};
generators.DynamicQuantizeLinear = (c) => {
  c.at(11);
  c.result(c.op('DynamicQuantizeLinear', [c.input(V.random(c.r, 'float32', c.dims(1, 3), c.r.pick(['plain', 'small', 'positive'])))], {}, 3));
};
/** Quantised tensor, scale and zero point as inputs of a QLinear operator. */
const quantised = (c, type, dims, constant, per = []) => [c.tensor(type, dims, 40, constant), c.tensor('float32', per, scale, 0.8), c.tensor(type, per, 5, 0.8)];

generators.QLinearMatMul = (c) => {
  c.at(10);
  const [a, b, y] = c.r.list(3, () => c.r.pick(BYTES)), [m, k, n] = c.r.list(3, () => c.r.int(1, c.r.pick([4, 20]))), batch = c.dims(0, 1, 3).map((d) => d || 1);
  const left = [...batch, m, k], right = [...batch, k, n];
  c.result(c.op('QLinearMatMul', [...quantised(c, a, left, 0), ...quantised(c, b, right, 0.7), c.tensor('float32', [], (r) => 2 ** r.int(0, 4), 0.8), c.tensor(y, [], undefined, 0.8)]));
};
generators.QLinearConv = (c) => {
  c.at(10);
  const x = c.r.pick(BYTES), w = x === 'int8' ? 'int8' : c.r.pick(BYTES), n = c.r.pick([1, 2, 2]), kernel = c.r.list(n, () => c.r.int(1, 3)), group = c.r.pick([1, 1, 2]), per = c.r.int(1, 4), filters = group * c.r.int(1, 4), attributes = {};
  if (c.r.chance(0.5)) attributes.strides = kernel.map(() => c.r.int(1, 2));
  if (c.r.chance(0.3)) attributes.auto_pad = c.r.pick(['SAME_UPPER', 'SAME_LOWER', 'VALID']);
  else if (c.r.chance(0.6)) attributes.pads = [...kernel, ...kernel].map((k) => c.r.int(0, k - 1));
  if (c.r.chance(0.2) && !attributes.auto_pad) attributes.dilations = kernel.map(() => c.r.int(1, 2));
  if (group > 1) attributes.group = group;
  const each = c.r.chance(0.5) ? [filters] : [], zero = w === 'int8' && each.length ? () => 0 : undefined;
  c.result(c.op('QLinearConv', [...quantised(c, x, [c.r.int(1, 2), group * per, ...kernel.map((k) => 2 * k + c.r.int(0, 5))], 0), c.tensor(w, [filters, per, ...kernel], 40, 0.8), c.tensor('float32', each, scale, 1), c.tensor(w, each, zero || (() => 2), 1),
    c.tensor('float32', [], (r) => 2 ** r.int(0, 4), 0.8), c.tensor(x, [], undefined, 0.8), ...(c.r.chance(0.5) ? [c.tensor('int32', [filters], 100, 0.8)] : [])], attributes));
};
generators.MatMulInteger = (c) => {
  c.at(10);
  const [a, b] = c.r.list(2, () => c.r.pick(BYTES)), [m, k, n] = c.r.list(3, () => c.r.int(1, c.r.pick([4, 20]))), batch = c.dims(0, 2, 3);
  const zeroA = c.r.chance(0.5) ? c.tensor(a, [], undefined, 0.8) : '', zeroB = c.r.chance(0.5) ? c.tensor(b, c.r.chance(0.5) ? [] : [n], undefined, 0.8) : '';
  c.result(c.op('MatMulInteger', [c.tensor(a, [...batch, m, k], 'full', 0), c.tensor(b, [...batch, k, n], 'full', 0.6), zeroA, zeroB]));
};
generators.ConvInteger = (c) => {
  c.at(10);
  const kernel = c.r.list(c.r.int(1, 2), () => c.r.int(1, 3)), group = c.r.pick([1, 2]), per = c.r.int(1, 4), attributes = group > 1 ? { group } : {};
  if (c.r.chance(0.6)) attributes.pads = [...kernel, ...kernel].map((k) => c.r.int(0, k - 1));
  if (c.r.chance(0.4)) attributes.strides = kernel.map(() => c.r.int(1, 2));
  c.result(c.op('ConvInteger', [c.tensor('uint8', [c.r.int(1, 2), group * per, ...kernel.map((k) => k + c.r.int(0, 6))], 'full', 0), c.tensor('uint8', [group * c.r.int(1, 4), per, ...kernel], 'full', 0.7),
    ...(c.r.chance(0.6) ? [c.tensor('uint8', []), ...(c.r.chance(0.5) ? [c.tensor('uint8', [])] : [])] : [])], attributes));
};
module.exports = generators;
