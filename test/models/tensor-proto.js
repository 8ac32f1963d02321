// SPDX-License-Identifier: Apache-2.0
// TensorProto files (ONNX's test data) to and from ONNX Runtime's tensors; as much of the protobuf
// wire format as that takes: dims (1), data_type (2), name (8), raw_data (9) and the typed fields.
'use strict';
const CTOR = {
  float32: Float32Array, float64: Float64Array, int8: Int8Array, uint8: Uint8Array, bool: Uint8Array,
  int16: Int16Array, uint16: Uint16Array, float16: Uint16Array, int32: Int32Array, uint32: Uint32Array,
  int64: BigInt64Array, uint64: BigUint64Array,
};
const CODE = {
  float32: 1, uint8: 2, int8: 3, uint16: 4, int16: 5, int32: 6, int64: 7, bool: 9, float16: 10,
  float64: 11, uint32: 12, uint64: 13, string: 8,
};
const NAME = Object.fromEntries(Object.entries(CODE).map(([name, code]) => [code, name]));

function varint(n) {
  const out = [];
  let v = BigInt.asUintN(64, BigInt(n));
  do {
    out.push(Number(v & 0x7fn) | (v > 0x7fn ? 0x80 : 0));
    v >>= 7n;
  } while (v);
  return Buffer.from(out);
}
const field = (number, payload) => Buffer.concat([varint(number * 8 + 2), varint(payload.length), payload]);

/** Bytes of a TensorProto that holds an ONNX Runtime tensor {type, dims, data}. */
function encode(name, tensor) {
  const head = [...tensor.dims.map((d) => Buffer.concat([varint(8), varint(d)])),
    varint(16), varint(CODE[tensor.type]), field(8, Buffer.from(name))];
  if (tensor.type === 'string') return Buffer.concat([...head, ...Array.from(tensor.data, (s) => field(6, Buffer.from(s)))]);
  const data = CTOR[tensor.type].from(tensor.data);
  return Buffer.concat([...head, field(9, Buffer.from(data.buffer, data.byteOffset, data.byteLength))]);
}

/** {name, type, dims, data} of a TensorProto's bytes. */
function decode(bytes) {
  let at = 0;
  const readVarint = () => {
    let value = 0n, shift = 0n, byte;
    do {
      byte = bytes[at++];
      value |= BigInt(byte & 0x7f) << shift;
      shift += 7n;
    } while (byte & 0x80);
    return BigInt.asIntN(64, value);
  };
  const t = { name: '', type: 'float32', dims: [], data: null };
  const typed = { 4: [], 5: [], 7: [], 10: [], 11: [] };
  let raw = null;
  while (at < bytes.length) {
    const key = Number(readVarint()), number = key >> 3, wire = key & 7;
    let chunk = null, scalar = null;
    if (wire === 0) scalar = readVarint();
    else if (wire === 5) { scalar = bytes.readFloatLE(at); at += 4; }
    else if (wire === 1) { scalar = bytes.readDoubleLE(at); at += 8; }
    else { const n = Number(readVarint()); chunk = bytes.subarray(at, at += n); }
    if (number === 1 && scalar !== null) t.dims.push(Number(scalar));
    else if (number === 2) t.type = NAME[Number(scalar)];
    else if (number === 8) t.name = chunk.toString();
    else if (number === 9) raw = chunk;
    else if (number in typed || number === 1) {
      if (scalar !== null) { typed[number].push(scalar); continue; }
      const end = at;
      at -= chunk.length;
      while (at < end) {
        if (number === 4) { typed[4].push(bytes.readFloatLE(at)); at += 4; }
        else if (number === 10) { typed[10].push(bytes.readDoubleLE(at)); at += 8; }
        else if (number === 1) t.dims.push(Number(readVarint()));
        else typed[number].push(readVarint());
      }
    }
  }
  const Type = CTOR[t.type];
  if (!Type) throw new Error(`tensor ${t.name}: unsupported element type`);
  if (raw) t.data = new Type(Uint8Array.from(raw).buffer);
  else {
    const values = Object.values(typed).find((v) => v.length) || [];
    t.data = Type.from(values, t.type.includes('64') && t.type !== 'float64' ? BigInt : Number);
  }
  return t;
}

module.exports = { encode, decode, varint, field, CODE, CTOR };
