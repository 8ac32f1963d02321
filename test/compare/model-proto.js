// SPDX-License-Identifier: Apache-2.0
// Bytes of a ModelProto from plain objects; as much of ONNX's format as random models need.
//   graph      {name, nodes, inputs, outputs, initializers}
//   node       {op, inputs, outputs, attributes, domain}
//   value      {name, type}: type {elem, dims?}, {sequence: type} or {optional: type};
//              a dimension is a number, a name, or null where it is unknown
//   attribute  number: int; text: string; lists of them; {f}, {floats}, {tensor}, {graph}, {type}
'use strict';
const { encode, varint, field, CODE } = require('../models/tensor-proto.js');

const text = (number, value) => field(number, Buffer.from(value));
const integer = (number, value) => Buffer.concat([varint(number * 8), varint(value)]);
const float = (number, value) => {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return Buffer.concat([varint(number * 8 + 5), bytes]);
};

/** Element types that only exist inside models here: JavaScript has no arrays of them. */
const INNER = {
  bfloat16: 16, float8e4m3fn: 17, float8e4m3fnuz: 18, float8e5m2: 19, float8e5m2fnuz: 20,
  uint4: 21, int4: 22, float4e2m1: 23, complex64: 14,
};
const code = (type) => CODE[type] || INNER[type];

function typeProto(type) {
  if (type.sequence) return field(4, field(1, typeProto(type.sequence)));
  if (type.optional) return field(9, field(1, typeProto(type.optional)));
  const parts = [integer(1, code(type.elem))];
  if (type.dims) {
    parts.push(field(2, Buffer.concat(type.dims.map((d) =>
      field(1, d === null ? Buffer.alloc(0) : typeof d === 'number' ? integer(1, d) : text(2, d))))));
  }
  return field(1, Buffer.concat(parts));
}
const valueInfo = ({ name, type }) => Buffer.concat([text(1, name), ...(type ? [field(2, typeProto(type))] : [])]);

function attribute(name, value) {
  const out = (kind, ...parts) => Buffer.concat([text(1, name), ...parts, integer(20, kind)]);
  if (typeof value === 'number' || typeof value === 'bigint') return out(2, integer(3, value));
  if (typeof value === 'string') return out(3, text(4, value));
  if (Array.isArray(value)) {
    return typeof value[0] === 'string' ? out(8, ...value.map((v) => text(9, v))) : out(7, ...value.map((v) => integer(8, v)));
  }
  if ('f' in value) return out(1, float(2, value.f));
  if ('floats' in value) return out(6, ...value.floats.map((v) => float(7, v)));
  if ('tensor' in value) return out(4, field(5, encode('', value.tensor)));
  if ('graph' in value) return out(5, field(6, graphProto(value.graph)));
  if ('type' in value) return out(13, field(14, typeProto(value.type)));
  throw new Error(`attribute ${name}: no such kind`);
}

function nodeProto(node) {
  return Buffer.concat([...node.inputs.map((n) => text(1, n)), ...node.outputs.map((n) => text(2, n)), text(4, node.op),
    ...Object.entries(node.attributes || {}).map(([name, value]) => field(5, attribute(name, value))),
    ...(node.domain ? [text(7, node.domain)] : [])]);
}

function graphProto(graph) {
  return Buffer.concat([...graph.nodes.map((n) => field(1, nodeProto(n))), text(2, graph.name || 'g'),
    ...graph.initializers.map(({ name, tensor }) => field(5, encode(name, tensor))),
    ...graph.inputs.map((v) => field(11, valueInfo(v))), ...graph.outputs.map((v) => field(12, valueInfo(v)))]);
}

function modelProto(graph, opsets) {
  return Buffer.concat([integer(1, 10), text(2, 'compare'), field(7, graphProto(graph)),
    ...Object.entries(opsets).map(([domain, version]) => field(8, Buffer.concat([text(1, domain), integer(2, version)])))]);
}

module.exports = { modelProto, code };
