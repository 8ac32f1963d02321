// SPDX-License-Identifier: Apache-2.0
// Element-wise operators of one, two or more operands.
'use strict';
const V = require('../values.js');
const { code } = require('../model-proto.js');

const f = (x) => ({ f: x });
const SINGLE = ['float32', 'float32', 'float64', 'float16'];
const WITH_BF16 = [...SINGLE, 'bfloat16'];

/** name: [opsets, types, kind of values, attributes]. */
const UNARY = {
  Abs: [[7, 13], V.NUMBERS], Neg: [[7, 13], [...SINGLE, ...V.SIGNED]], Sign: [[9, 13], V.NUMBERS],
  Acos: [[7, 22], SINGLE, 'unit'], Asin: [[7, 22], SINGLE, 'unit'], Atan: [[7, 22], SINGLE, V.MIXED], Atanh: [[9, 22], SINGLE, 'unit'],
  Acosh: [[9, 22], SINGLE, (r) => r.real(1, 9)], Asinh: [[9, 22], SINGLE, V.MIXED], Cos: [[7, 22], SINGLE], Sin: [[7, 22], SINGLE],
  Tan: [[7, 22], SINGLE, 'unit'], Cosh: [[9, 22], SINGLE], Sinh: [[9, 22], SINGLE], Tanh: [[7, 13], SINGLE, V.MIXED],
  Ceil: [[7, 13], SINGLE, V.MIXED], Floor: [[7, 13], SINGLE, V.MIXED], Round: [[11, 22], SINGLE, V.MIXED],
  Exp: [[7, 13], SINGLE, V.MIXED], Log: [[7, 13], SINGLE, V.MIXED], Sqrt: [[7, 13], SINGLE, V.MIXED], Reciprocal: [[7, 13], SINGLE, V.MIXED],
  Erf: [[9, 13], SINGLE, V.MIXED], Sigmoid: [[7, 13], SINGLE, V.MIXED], Softplus: [[7, 22], SINGLE], Softsign: [[7, 22], SINGLE, V.MIXED],
  Relu: [[7, 13, 14], [...SINGLE, 'int8', 'int32'], V.MIXED], HardSwish: [[14, 22], SINGLE, V.MIXED], Mish: [[18, 22], SINGLE],
  Not: [[7], ['bool']], BitwiseNot: [[18], V.INTEGERS, 'full'], IsNaN: [[9, 13, 20], WITH_BF16, 'special'],
  LeakyRelu: [[7, 16], SINGLE, V.MIXED, (r) => ({ alpha: f(r.real(-1, 1)) })], Elu: [[7, 22], SINGLE, V.MIXED, (r) => ({ alpha: f(r.real(-1, 2)) })],
  Celu: [[12], SINGLE, V.MIXED, (r) => ({ alpha: f(r.real(0.2, 3)) })], Selu: [[7, 22], SINGLE, V.MIXED, (r) => ({ alpha: f(r.real(0, 2)), gamma: f(r.real(0, 2)) })],
  HardSigmoid: [[7, 22], SINGLE, V.MIXED, (r) => ({ alpha: f(r.real(0, 1)), beta: f(r.real(0, 1)) })],
  ThresholdedRelu: [[10, 22], SINGLE, V.MIXED, (r) => ({ alpha: f(r.real(-1, 1)) })],
  Shrink: [[9], ['float32', 'float16', ...V.SIGNED], V.MIXED, (r) => ({ lambd: f(r.real(0, 2)), bias: f(r.int(0, 2)) })],
  Gelu: [[20], ['float32', 'float32', 'float16'], 'plain', (r) => ({ approximate: r.pick(['none', 'tanh']) })],
  Swish: [[24], SINGLE, 'wide', (r) => ({ alpha: f(r.real(-1, 2)) })],
  IsInf: [[10, 20], ['float32', 'float64', 'float16', 'bfloat16'], 'special', (r) => ({ detect_negative: r.int(0, 1), detect_positive: r.int(0, 1) })],
};

const generators = {};
for (const [name, [opsets, types, kind, attributes]] of Object.entries(UNARY)) {
  generators[name] = (c) => {
    c.at(...opsets);
    const type = c.type(types), logical = name.startsWith('Is') || name === 'Not';
    c.result(c.op(name, [c.input(V.random(c.r, type, c.dims(0, 4), kind))], attributes && c.r.chance(0.7) ? attributes(c.r) : {}), logical ? 'bool' : type);
  };
}

/** name: [opsets, types, attributes]; operands that broadcast both ways. */
const BINARY = {
  Add: [[7, 13, 14], [...WITH_BF16, ...V.INTEGERS]], Sub: [[7, 13, 14], [...WITH_BF16, ...V.INTEGERS]], Mul: [[7, 13, 14], [...WITH_BF16, ...V.INTEGERS]],
  Equal: [[7, 11, 13, 19], V.ANY, 'bool'], Greater: [[9, 13], V.NUMBERS, 'bool'], Less: [[9, 13], V.NUMBERS, 'bool'],
  GreaterOrEqual: [[12, 16], V.NUMBERS, 'bool'], LessOrEqual: [[12, 16], V.NUMBERS, 'bool'],
  And: [[7], ['bool'], 'bool'], Or: [[7], ['bool'], 'bool'], Xor: [[7], ['bool'], 'bool'],
  BitwiseAnd: [[18], V.INTEGERS], BitwiseOr: [[18], V.INTEGERS], BitwiseXor: [[18], V.INTEGERS],
};
const INTEGER_KIND = (c) => c.r.pick(['full', 9]);
function two(c, type, kind) {
  const dims = c.dims(0, 4);
  const k = kind || (V.isFloat(type) ? V.MIXED : INTEGER_KIND(c));
  return c.r.shuffle([dims, c.broadcastable(dims)]).map((d, i) => c.tensor(type, d, k, i ? 0.2 : 0.05));
}
for (const [name, [opsets, types, result]] of Object.entries(BINARY)) {
  generators[name] = (c) => {
    c.at(...opsets);
    const type = c.type(types);
    c.result(c.op(name, two(c, type)), result || type);
  };
}

/** Divisors: never 0, nor -1, for which the least integer has no quotient. */
const divisor = (type) => (V.isFloat(type) ? undefined : (r) => (type.startsWith('u') ? r.int(1, 9) : r.pick([-7, -3, -2, 1, 2, 3, 5])));
function divide(c, name, type, attributes) {
  const dims = c.dims(0, 4), [a, b] = c.r.shuffle([dims, c.broadcastable(dims)]);
  // ONNX Runtime divides integers as doubles under fmod.
  const x = c.tensor(type, a, V.isFloat(type) ? V.MIXED : attributes.fmod ? 9 : INTEGER_KIND(c));
  c.result(c.op(name, [x, c.tensor(type, b, divisor(type) || V.MIXED, 0.3)], attributes), type);
}
generators.Div = (c) => { c.at(7, 13, 14); divide(c, 'Div', c.type([...SINGLE, ...V.INTEGERS]), {}); };
generators.Mod = (c) => {
  c.at(10, 13);
  const type = c.type([...SINGLE, ...V.INTEGERS]);
  divide(c, 'Mod', type, V.isFloat(type) || c.r.chance(0.3) ? { fmod: 1 } : {});
};
generators.Pow = (c) => {
  c.at(7, 12, 13, 15);
  const types = ['float32', 'float64', ...(c.opset >= 12 ? ['int32', 'int64'] : [])], type = c.type(types);
  const power = c.opset >= 12 ? c.type(types) : type, dims = c.dims(0, 4);
  const x = c.tensor(type, dims, V.isFloat(type) ? c.r.pick(['positive', 'special', 'small']) : 5);
  const whole = V.isFloat(type) ? c.r.pick(['plain', 'special', 'small', 'halves']) : (r) => r.int(0, 4);
  c.result(c.op('Pow', [x, c.tensor(power, c.broadcastable(dims), V.isFloat(power) ? whole : (r) => r.int(V.isFloat(type) ? -3 : 0, 4), 0.5)]), type);
};
generators.BitShift = (c) => {
  c.at(11);
  const type = c.type(['uint8', 'uint32', 'uint64']), dims = c.dims(0, 4);
  const by = c.tensor(type, c.broadcastable(dims), (r) => r.int(0, V.bits(type) - 1));
  c.result(c.op('BitShift', [c.tensor(type, dims, 'full'), by], { direction: c.r.pick(['LEFT', 'RIGHT']) }), type);
};
generators.PRelu = (c) => {
  c.at(7, 9, 16);
  const type = c.type(c.opset >= 9 ? ['float32', 'float64', 'int32', 'int64', 'uint32'] : ['float32', 'float64']), dims = c.dims(1, 4);
  c.result(c.op('PRelu', [c.tensor(type, dims, V.MIXED, 0), c.tensor(type, c.broadcastable(dims), undefined, 0.6)]), type);
};

const VARIADIC = {
  Max: [[8, 12, 13], ['float32', 'float64', 'float16', 'int8', 'uint8', 'int32', 'int64', 'uint32', 'uint64']],
  Min: [[8, 12, 13], ['float32', 'float64', 'float16', 'int8', 'uint8', 'int32', 'int64', 'uint32', 'uint64']],
  Sum: [[8, 13], ['float32', 'float64']], Mean: [[8, 13], ['float32']],
};
for (const [name, [opsets, types]] of Object.entries(VARIADIC)) {
  generators[name] = (c) => {
    c.at(...opsets);
    const type = c.type(c.opset >= 12 ? types : types.filter((t) => t === 'float32' || t === 'float64')), dims = c.dims(0, 4);
    const kind = V.isFloat(type) ? V.MIXED : INTEGER_KIND(c);
    c.result(c.op(name, c.r.shuffle([dims, ...c.r.list(c.r.int(0, 3), () => c.broadcastable(dims))]).map((d) => c.tensor(type, d, kind))), type);
  };
}
generators.Where = (c) => {
  c.at(9, 16);
  const type = c.type(['float32', 'float64', 'uint8', 'int32', 'int64', 'string', 'bool', 'float16']), dims = c.dims(0, 4);
  const shapes = c.r.shuffle([dims, c.broadcastable(dims), c.broadcastable(dims)]);
  c.result(c.op('Where', [c.tensor('bool', shapes[0]), c.tensor(type, shapes[1], V.MIXED), c.tensor(type, shapes[2], V.MIXED)]), type);
};
generators.Clip = (c) => {
  c.at(7, 11, 12, 13);
  const type = c.type(c.opset < 12 ? ['float32'] : ['float32', 'float64', 'float16', 'int8', 'uint8', 'int32', 'uint32', 'int64', 'uint64']);
  const x = c.input(V.random(c.r, type, c.dims(0, 4), V.isFloat(type) ? V.MIXED : INTEGER_KIND(c)));
  const low = c.r.int(V.UNSIGNED.includes(type) ? 0 : -3, 3), high = low + c.r.int(-1, 4);
  if (c.opset < 11) { c.result(c.op('Clip', [x], { min: f(low), ...(c.r.chance(0.7) ? { max: f(high) } : {}) }), type); return; }
  const bound = (b) => (c.r.chance(0.3) ? '' : c.scalar(type, Math.max(b, V.UNSIGNED.includes(type) ? 0 : b)));
  c.result(c.op('Clip', [x, bound(low), bound(high)]), type);
};

const CASTS = [...new Set([...V.ANY, 'bfloat16', 'string', 'float8e4m3fn', 'float8e5m2', 'float8e4m3fnuz', 'float8e5m2fnuz', 'int4', 'uint4'])];
/** Values that both types of a cast can represent the outcome of: what is out of range is undefined for integers. */
function castable(from, to) {
  // Whole floats are "9.0" to one side, as to numpy, and "9" to the other; int4 is truncated or rounded; -0 of float8 is true to one.
  // Two bits of mantissa have halves up to 3.5.
  if (to === 'string') return (r) => r.int(0, from.includes('float8') ? 3 : 9) + (V.isFloat(from) ? 0.5 : 0);
  if (V.isFloat(from) && to.endsWith('int4')) return (r) => r.int(to === 'int4' ? -7 : 0, 7);
  if (from.includes('float8') && to === 'bool') return 'positive';
  if (V.isFloat(from) && V.isFloat(to)) return 'special';
  if (V.isFloat(from) && to !== 'bool') return (r) => r.real(to.startsWith('u') ? 0 : -7, 7);
  return V.isFloat(from) ? 'special' : V.isFloat(to) ? 9 : 'full';
}
function castCase(c, name) {
  c.at(...(name === 'Cast' ? [9, 13, 19, 21, 24] : [15, 19, 21, 24]));
  const known = CASTS.filter((t) => !(t.includes('float8') && c.opset < 19) && !(t.endsWith('int4') && c.opset < 21) && !(t === 'bfloat16' && c.opset < 13));
  const from = c.type(known), to = c.type(known), kind = castable(from, to), dims = c.dims(0, 3);
  const x = from === 'string' ? c.input(V.tensor('string', dims, c.r.list(V.size(dims), () => (V.isFloat(to) ? c.r.pick(['1.5', '-2', '1e3', 'INF', '-inf', 'NaN', '0.1']) : String(c.r.int(0, 7))))))
    : c.input(V.random(c.r, from, dims, kind));
  const saturate = to.includes('float8') && c.r.chance(0.4) ? { saturate: 0 } : {};
  c.result(name === 'Cast' ? c.op('Cast', [x], { to: code(to), ...saturate }) : c.op('CastLike', [x, c.tensor(to, [1])], saturate), to);
}
generators.Cast = (c) => castCase(c, 'Cast');
generators.CastLike = (c) => castCase(c, 'CastLike');

module.exports = generators;
