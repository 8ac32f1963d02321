// SPDX-License-Identifier: Apache-2.0
// If, Loop and Scan, sequences and optionals.
'use strict';
const V = require('../values.js');
const { Graph } = require('../case.js');
const { code } = require('../model-proto.js');

const generators = {};
const tensorType = (elem, rank) => ({ elem, dims: Array(rank).fill(null) });
const UNARY = ['Relu', 'Neg', 'Abs', 'Sigmoid', 'Identity'], BINARY = ['Add', 'Mul', 'Sub', 'Max'];

/** A graph of its own that may read values of the enclosing one. */
function subgraph(c, build) {
  const g = new Graph(c.names);
  build(g);
  return { graph: g };
}
const define = (g, name, type) => g.outputs.push({ name, type });

generators.If = (c) => {
  c.at(11, 13, 16, 21);
  const dims = c.dims(0, 3), x = c.input(V.random(c.r, 'float32', dims)), y = c.input(V.random(c.r, 'float32', c.broadcastable(dims))), other = c.r.chance(0.4);
  const branch = (i) => subgraph(c, (g) => {
    let v = g.op(c.r.pick(UNARY), [x]);
    if (c.r.chance(0.5)) v = g.op(c.r.pick(BINARY), [v, y]);
    // Branches may differ in shape, not in rank (below), or give a value of the enclosing graph.
    if (other && i && dims.length) v = g.op('Concat', [v, v], { axis: 0 });
    define(g, v, tensorType('float32', dims.length));
    const second = c.r.chance(0.3) ? g.op('Identity', [x]) : g.op('Add', [x, x]);
    define(g, second, tensorType('float32', dims.length));
  });
  const condition = c.r.chance(0.3) ? c.scalar('bool', c.r.int(0, 1), 1) : c.r.chance(0.5) ? c.given(V.tensor('bool', [1], [c.r.int(0, 1)]), 0) : c.op('Greater', [c.op('ReduceSum', [x], { keepdims: 0 }), c.scalar('float32', 0, 1)]);
  c.result(c.op('If', [condition], { then_branch: branch(0), else_branch: branch(1) }, 2), 'float32');
};
generators.Loop = (c) => {
  c.at(11, 13, 16, 21);
  const r = c.r, dims = c.dims(1, 3, 3), grows = r.chance(0.4), carried = r.int(1, 2), scans = r.int(0, 2), stop = r.chance(0.4);
  const state = r.list(carried, () => c.input(V.random(r, 'float32', dims))), outer = c.input(V.random(r, 'float32', dims)), indices = r.chance(0.4);
  const body = subgraph(c, (g) => {
    const i = g.fresh('i'), condition = g.fresh('b'), names = state.map(() => g.fresh('s'));
    g.inputs.push({ name: i, type: tensorType('int64', 0) }, { name: condition, type: tensorType('bool', 0) }, ...names.map((name) => ({ name, type: tensorType('float32', dims.length) })));
    define(g, stop ? g.op('Less', [i, g.constant(V.tensor('int64', [], [r.int(0, 3)]))]) : g.op('Identity', [condition]), tensorType('bool', 0));
    const next = names.map((n, k) => (grows && !k ? g.op('Concat', [n, outer], { axis: 0 }) : g.op(r.pick(BINARY), [names[r.int(grows ? k : 0, k)] === n ? n : names[0], outer])));
    const swapped = !grows && r.chance(0.3) ? r.shuffle(next) : next;
    swapped.forEach((n) => define(g, n, tensorType('float32', dims.length)));
    for (let k = 0; k < scans; k++) {
      const v = indices && !k ? g.op('Mul', [i, i]) : g.op('Add', [outer, g.op('Cast', [i], { to: 1 })]);
      define(g, v, tensorType(indices && !k ? 'int64' : 'float32', indices && !k ? 0 : dims.length));
    }
  });
  const trips = r.chance(0.15) && stop ? '' : c.scalar('int64', r.int(0, 4)), start = r.chance(0.3) ? c.scalar('bool', r.chance(0.85) ? 1 : 0) : stop && !trips ? c.scalar('bool', 1) : '';
  c.result([c.op('Loop', [trips, start, ...state], { body }, carried + scans)].flat());
};
generators.Scan = (c) => {
  c.at(9, 11, 16, 21);
  const r = c.r, steps = r.int(1, 5), inner = r.list(r.int(0, 2), () => r.int(1, 4)), states = r.int(0, 2), reads = r.int(1, 2), outs = r.int(1, 2), rank = inner.length;
  const attributes = { num_scan_inputs: reads }, inputAxes = r.list(reads, () => r.int(0, rank)), outputAxes = r.list(outs, () => r.int(0, rank));
  if (r.chance(0.5)) attributes.scan_input_directions = r.list(reads, () => r.int(0, 1));
  if (r.chance(0.5)) attributes.scan_output_directions = r.list(outs, () => r.int(0, 1));
  const negative = (a) => (c.opset >= 11 && r.chance(0.3) ? a - rank - 1 : a);
  if (r.chance(0.6)) attributes.scan_input_axes = inputAxes.map(negative); else inputAxes.fill(0);
  if (r.chance(0.6)) attributes.scan_output_axes = outputAxes.map(negative); else outputAxes.fill(0);
  const initial = r.list(states, () => c.input(V.random(r, 'float32', inner))), read = inputAxes.map((a) => c.input(V.random(r, 'float32', [...inner.slice(0, a), steps, ...inner.slice(a)])));
  attributes.body = subgraph(c, (g) => {
    const values = [...initial, ...read].map(() => g.fresh('s'));
    values.forEach((name) => g.inputs.push({ name, type: tensorType('float32', rank) }));
    const make = () => g.op(r.pick(BINARY), [r.pick(values), g.op(r.pick(UNARY), [r.pick(values)])]);
    for (let k = 0; k < states + outs; k++) define(g, make(), tensorType('float32', rank));
  });
  c.result([c.op('Scan', [...initial, ...read], attributes, states + outs)].flat());
};
const ELEMENTS = ['float32', 'int64', 'string', 'bool'];
/** Builds a sequence and changes it; what the model returns are tensors, because the peer's binding returns no sequences. */
generators.Sequence = (c) => {
  c.at(11, 13, 16);
  const r = c.r, type = r.pick(ELEMENTS), dims = c.r.list(r.int(1, 3), () => r.int(1, 3)), item = () => c.tensor(type, dims);
  let length, s;
  if (r.chance(0.4)) { s = c.op('SequenceEmpty', [], { dtype: code(type) }); length = 0; } else { length = r.int(1, 4); s = c.op('SequenceConstruct', r.list(length, item)); }
  for (let k = r.int(0, 4); k > 0 || !length; k--) {
    const at = () => c.scalar(r.pick(['int32', 'int64']), r.int(-length, length - (length ? 1 : 0)));
    if (length > 1 && r.chance(0.3)) { s = c.op('SequenceErase', r.chance(0.7) ? [s, at()] : [s]); length--; } else { s = c.op('SequenceInsert', r.chance(0.6) ? [s, item(), at()] : [s, item()]); length++; }
  }
  c.result(c.op('SequenceLength', [s]));
  c.result(c.op('SequenceAt', [s, c.scalar('int64', r.int(-length, length - 1))]), type);
  if (type !== 'bool') c.result(c.op('ConcatFromSequence', [s], r.chance(0.5) ? { axis: r.int(-dims.length, dims.length - 1) } : { axis: r.int(-dims.length - 1, dims.length), new_axis: 1 }), type);
};
generators.SplitToSequence = (c) => {
  c.at(11);
  const r = c.r, dims = c.r.list(r.int(1, 3), () => r.int(1, 6)), type = r.pick(['float32', 'int64', 'string']), axis = c.axis(dims.length), n = dims.at(axis), keep = r.chance(0.5);
  const cut = r.int(0, n), sizes = r.pick([[], [c.scalar('int64', r.int(1, n))], [c.list([cut, n - cut])]]);
  const s = c.op('SplitToSequence', [c.input(V.random(r, type, dims)), ...sizes], { axis, ...(keep || sizes.length ? {} : { keepdims: 0 }) });
  c.result(c.op('SequenceLength', [s]));
  c.result(c.op('SequenceAt', [s, c.scalar('int64', -1)]), type);
};
generators.SequenceMap = (c) => {
  c.at(17);
  const r = c.r, dims = c.r.list(r.int(1, 3), () => r.int(1, 4)), n = r.int(1, 4), s = c.op('SequenceConstruct', r.list(n, () => c.tensor('float32', dims))), extra = c.tensor('float32', dims);
  const body = subgraph(c, (g) => {
    const a = g.fresh('s'), b = g.fresh('s');
    g.inputs.push({ name: a, type: tensorType('float32', dims.length) }, { name: b, type: tensorType('float32', dims.length) });
    define(g, g.op(r.pick(BINARY), [a, g.op(r.pick(UNARY), [b])]), tensorType('float32', dims.length));
  });
  c.result(c.op('ConcatFromSequence', [c.op('SequenceMap', [s, extra], { body })], { axis: 0 }));
};
generators.Optional = (c) => {
  c.at(15, 18);
  const r = c.r, type = { elem: 'float32', dims: [null] }, x = c.input(V.random(r, 'float32', [r.int(1, 4)])), empty = r.chance(0.3);
  const o = empty ? c.op('Optional', [], { type: { type } }) : c.op('Optional', [r.chance(0.5) ? c.op('Neg', [x]) : x]);
  c.result(c.op('OptionalHasElement', [o]));
  if (!empty) c.result(c.op('OptionalGetElement', [o]));
};
module.exports = generators;
