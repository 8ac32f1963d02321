// SPDX-License-Identifier: Apache-2.0
// Reductions, running sums, and what normalises along an axis.
'use strict';
const V = require('../values.js');

const SINGLE = ['float32', 'float32', 'float64'];
/** name: [opset from which axes are an input, other opsets, types]. */
const REDUCTIONS = {
  ReduceSum: [13, [7, 11], [...SINGLE, 'int32', 'int64']], ReduceMean: [18, [7, 11, 13], [...SINGLE, 'int32', 'float16']],
  ReduceProd: [18, [7, 11, 13], [...SINGLE, 'int32', 'int64']],
  ReduceMax: [18, [7, 11, 12, 13], [...SINGLE, 'int32', 'int64', 'int8', 'uint8', 'float16', 'bool']], ReduceMin: [18, [7, 11, 12, 13], [...SINGLE, 'int32', 'int64', 'int8', 'uint8', 'float16', 'bool']],
  ReduceL1: [18, [7, 11, 13], [...SINGLE, 'int32']], ReduceL2: [18, [7, 11, 13], [...SINGLE, 'int32']],
  ReduceLogSum: [18, [7, 11, 13], SINGLE], ReduceLogSumExp: [18, [7, 11, 13], SINGLE], ReduceSumSquare: [18, [7, 11, 13], [...SINGLE, 'int32', 'int64']],
};
const generators = {};
for (const [name, [since, before, types]] of Object.entries(REDUCTIONS)) {
  generators[name] = (c) => {
    c.at(...before, since, since, since, 20);
    let type = c.type(types);
    if (type === 'bool' && c.opset < 20) type = 'float32';
    const kind = name === 'ReduceLogSum' ? 'positive' : /Max|Min/.test(name) ? { plain: 3, halves: 2, wide: 1 } : name === 'ReduceLogSumExp' ? { plain: 3, wide: 1 } : 'plain';
    const dims = c.dims(0, 5, c.r.pick([3, 5, 20])), x = c.input(V.random(c.r, type, dims, kind)), rank = dims.length;
    const attributes = c.r.chance(0.7) ? { keepdims: c.r.int(0, 1) } : {};
    let axes = rank && c.r.chance(0.8) ? c.axes(rank) : null;
    if ((c.opset < 11 || dims.includes(0)) && axes) axes = axes.map((a) => (a < 0 ? a + rank : a));
    if (c.opset < since) {
      if (axes && axes.length) attributes.axes = axes;
      c.result(c.op(name, [x], attributes), type);
      return;
    }
    if (c.r.chance(0.3)) attributes.noop_with_empty_axes = c.r.int(0, 1);
    c.result(c.op(name, axes ? [x, c.list(axes)] : [x], attributes), type);
  };
}
for (const name of ['ArgMax', 'ArgMin']) {
  generators[name] = (c) => {
    c.at(7, 11, 12, 13);
    const type = c.type(['float32', 'float64', 'int32', ...(c.opset >= 13 ? ['int8', 'uint8'] : [])]), dims = c.dims(1, 4);
    const axis = c.opset < 11 ? c.r.int(0, dims.length - 1) : c.axis(dims.length);
    const attributes = { ...(c.r.chance(0.8) ? { axis } : {}), ...(c.r.chance(0.7) ? { keepdims: c.r.int(0, 1) } : {}),
      ...(c.opset >= 12 && c.r.chance(0.5) ? { select_last_index: c.r.int(0, 1) } : {}) };
    c.result(c.op(name, [c.input(V.random(c.r, type, dims, V.isFloat(type) ? c.r.pick(['small', 'plain']) : 3))], attributes));
  };
}
generators.CumSum = (c) => {
  c.at(11, 14);
  const type = c.type(['float32', 'float64', 'int32', 'int64']), dims = c.dims(1, 4);
  const axis = c.r.chance(0.5) ? c.scalar(c.r.pick(['int32', 'int64']), c.axis(dims.length)) : c.list([c.axis(dims.length)], c.r.pick(['int32', 'int64']));
  c.result(c.op('CumSum', [c.input(V.random(c.r, type, dims)), axis], { ...(c.r.chance(0.5) ? { exclusive: 1 } : {}), ...(c.r.chance(0.5) ? { reverse: 1 } : {}) }), type);
};
for (const name of ['Softmax', 'LogSoftmax', 'Hardmax']) {
  generators[name] = (c) => {
    c.at(7, 11, 13, 13);
    const type = c.type(name === 'Hardmax' ? ['float32'] : ['float32', 'float32', 'float64', 'float16']), dims = c.dims(1, 5, c.r.pick([4, 20]));
    const axis = c.opset < 11 ? c.r.int(0, dims.length - 1) : c.axis(dims.length);
    const kind = name === 'Hardmax' ? c.r.pick(['small', 'plain']) : c.r.pick(['plain', 'wide', (r) => r.pick([0, 1, 2, -Infinity, 5])]);
    c.result(c.op(name, [c.input(V.random(c.r, type, dims, kind))], c.r.chance(0.8) && axis < dims.length ? { axis } : dims.length > 1 ? {} : { axis: 0 }), type);
  };
}
generators.LpNormalization = (c) => {
  c.at(7, 22);
  const type = c.type(SINGLE), dims = c.dims(1, 4);
  c.result(c.op('LpNormalization', [c.input(V.random(c.r, type, dims, c.r.pick(['plain', 'small'])))], { axis: c.axis(dims.length), ...(c.r.chance(0.6) ? { p: c.r.int(1, 2) } : {}) }), type);
};
generators.TopK = (c) => {
  c.at(7, 10, 11, 11, 24);
  const type = c.type(c.opset < 11 ? ['float32', 'float64'] : ['float32', 'float64', 'int32', 'int64', 'float16', 'int8', 'uint8'].slice(0, c.opset < 24 ? 4 : 7));
  const dims = c.r.list(c.r.int(1, 4), () => c.r.int(1, 6)), axis = c.opset < 11 ? c.r.int(0, dims.length - 1) : c.axis(dims.length);
  const k = c.r.int(0, dims.at(axis)) || 1, x = c.input(V.random(c.r, type, dims, V.isFloat(type) ? c.r.pick(['small', 'plain']) : 4));
  const attributes = { axis, ...(c.opset >= 11 && c.r.chance(0.6) ? { largest: c.r.int(0, 1) } : {}) }; // sorted=0 leaves the order open
  const outs = c.opset < 10 ? c.op('TopK', [x], { ...attributes, k }, 2) : c.op('TopK', [x, c.list([k])], attributes, 2);
  c.result(outs[0], type);
  c.result(outs[1]);
};
generators.Unique = (c) => {
  c.at(11);
  const type = c.type(['float32', 'float64', 'int64', 'int8', 'string']), dims = c.dims(1, 3, 4);
  const whole = c.r.chance(0.5), attributes = { ...(whole ? {} : { axis: c.axis(dims.length) }), ...(c.r.chance(0.7) ? { sorted: c.r.int(0, 1) } : {}) };
  const outs = c.op('Unique', [c.input(V.random(c.r, type, dims, V.isFloat(type) ? 'small' : 2))], attributes, 4);
  c.result(outs[0], type);
  c.result(outs.slice(1));
};
module.exports = generators;
