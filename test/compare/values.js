// SPDX-License-Identifier: Apache-2.0
// Tensors of random elements, {type, dims, data}. What JavaScript has no arrays of, as bfloat16 or int4,
// lies in an array of a type that holds all its values (the carrier); the model casts it.
'use strict';
const { CTOR } = require('../models/tensor-proto.js');

const CARRIER = {
  bfloat16: 'float32', float8e4m3fn: 'float32', float8e4m3fnuz: 'float32', float8e5m2: 'float32', float8e5m2fnuz: 'float32',
  float4e2m1: 'float32', int4: 'int8', uint4: 'uint8',
};
const FLOATS = ['float32', 'float64', 'float16', 'bfloat16'];
const SIGNED = ['int8', 'int16', 'int32', 'int64'];
const UNSIGNED = ['uint8', 'uint16', 'uint32', 'uint64'];
const INTEGERS = [...SIGNED, ...UNSIGNED];
const NUMBERS = ['float32', 'float32', 'float64', 'float16', ...INTEGERS];
const ANY = [...NUMBERS, 'bool'];

const isFloat = (type) => type.includes('float');
const bits = (type) => Number(type.match(/\d+/)[0]);
/** [least, greatest] of an integer type, as BigInt. */
function bounds(type) {
  const n = BigInt(bits(type));
  return type.startsWith('u') ? [0n, (1n << n) - 1n] : [-(1n << (n - 1n)), (1n << (n - 1n)) - 1n];
}

const word = new DataView(new ArrayBuffer(4));
/** The bits of the half next to a number, ties to even. */
function toHalf(value) {
  word.setFloat32(0, value);
  const b = word.getUint32(0), sign = (b >>> 16) & 0x8000, magnitude = b & 0x7fffffff;
  if (magnitude > 0x7f800000) return sign | 0x7e00;
  if (magnitude >= 0x477ff000) return sign | 0x7c00;
  if (magnitude < 0x38800000) { // below the least normal half: a multiple of 2^-24
    const n = Math.abs(value) * 16777216, floor = Math.floor(n), rest = n - floor;
    return sign | (floor + (rest > 0.5 || (rest === 0.5 && floor % 2) ? 1 : 0));
  }
  const rounded = magnitude - 0x38000000 + 0xfff + ((magnitude >>> 13) & 1);
  return sign | (rounded >>> 13);
}

const size = (dims) => dims.reduce((a, b) => a * b, 1);

/** A tensor of given numbers (of BigInt where the type has 64 bits). */
function tensor(type, dims, numbers) {
  const carrier = CARRIER[type] || type;
  if (type === 'string') return { type, dims, data: [...numbers] };
  const data = new CTOR[carrier](size(dims));
  const big = data instanceof BigInt64Array || data instanceof BigUint64Array;
  for (let i = 0; i < data.length; i++) {
    data[i] = carrier === 'float16' ? toHalf(Number(numbers[i])) : big ? BigInt(numbers[i]) : Number(numbers[i]);
  }
  return { type, dims, data };
}

const SPECIAL = [NaN, Infinity, -Infinity, 0, -0, 1, -1, 0.5, -0.5, 1.5, 2.5, -2.5, 1e-40, -1e-40, 6e-8, 3e38, -3e38, 65504, 1e10, 16777217];
/** Kinds of floats: function of a Random to one number. */
const KINDS = {
  plain: (r) => r.real(-2, 2),
  positive: (r) => r.real(0.1, 3),
  unit: (r) => r.real(-0.99, 0.99),
  small: (r) => r.int(-4, 4),
  halves: (r) => r.int(-9, 9) / 2,
  wide: (r) => (r.chance(0.5) ? -1 : 1) * 10 ** r.real(-4, 4),
  special: (r) => (r.chance(0.7) ? r.pick(SPECIAL) : r.real(-3, 3)),
};
/** What element-wise operators should meet. */
const MIXED = { plain: 5, halves: 2, wide: 1, special: 2 };

/**
 * A random tensor. kind: of floats, a name in KINDS, weights of names, or a function of a Random; of
 * integers 'full' (the whole range) or the largest magnitude (9).
 */
function random(r, type, dims, kind) {
  const count = size(dims);
  if (typeof kind === 'function') return tensor(type, dims, r.list(count, () => kind(r)));
  if (type === 'bool') return tensor(type, dims, r.list(count, () => r.int(0, 1)));
  if (type === 'string') return tensor(type, dims, r.list(count, () => r.pick(['', 'a', 'ab', 'b', 'Ünicode', '日本', 'x y', 'a'])));
  if (isFloat(type)) {
    const name = kind && typeof kind === 'object' ? r.pick(kind) : kind in KINDS ? kind : 'plain';
    return tensor(type, dims, r.list(count, () => KINDS[name](r)));
  }
  const [least, greatest] = bounds(type);
  if (kind === 'full') {
    return tensor(type, dims, r.list(count, () => r.pick([least, greatest, 0n, 1n, greatest / 2n,
      least + (BigInt(r.int(0, 0xffffffff)) * 0x100000001n) % (greatest - least + 1n)])));
  }
  const limit = Math.min(typeof kind === 'number' ? kind : 9, Number(greatest));
  return tensor(type, dims, r.list(count, () => r.int(least === 0n ? 0 : Math.max(-limit, Number(least)), limit)));
}

module.exports = { tensor, random, size, bounds, isFloat, bits, toHalf, CARRIER, FLOATS, SIGNED, UNSIGNED, INTEGERS, NUMBERS, ANY, MIXED };
