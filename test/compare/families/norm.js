// SPDX-License-Identifier: Apache-2.0
// Normalisations and losses.
'use strict';
const V = require('../values.js');

const generators = {};
const f = (x) => ({ f: x });
const SINGLE = ['float32', 'float32', 'float64', 'float16'];
const sizes = (c, low, high, largest = 6) => c.r.list(c.r.int(low, high), () => c.r.int(1, largest));
const epsilon = (c) => (c.r.chance(0.5) ? { epsilon: f(c.r.pick([1e-3, 1e-2, 1e-5])) } : {});

generators.BatchNormalization = (c) => {
  c.at(7, 9, 14, 15);
  const type = c.type(['float32', 'float32', 'float64']), dims = [c.r.int(1, 3), c.r.pick([1, 3, 17]), ...sizes(c, 0, 3)], n = [dims[1]];
  const training = c.opset >= 14 && c.r.chance(0.2), constant = training ? 0 : c.r.pick([0, 1]);
  const inputs = [c.input(V.random(c.r, type, dims)), c.tensor(type, n, 'plain', constant), c.tensor(type, n, 'plain', constant), c.tensor(type, n, 'plain', constant), c.tensor(type, n, 'positive', constant)];
  const attributes = { ...epsilon(c), ...(c.r.chance(0.3) ? { momentum: f(0.8) } : {}), ...(training ? { training_mode: 1 } : {}) };
  c.result([c.op('BatchNormalization', inputs, attributes, training ? 3 : 1)].flat(), type);
};
generators.InstanceNormalization = (c) => {
  c.at(7, 22);
  const type = c.type(['float32']), dims = [c.r.int(1, 3), c.r.int(1, 5), ...sizes(c, 1, 3)];
  c.result(c.op('InstanceNormalization', [c.input(V.random(c.r, type, dims)), c.tensor(type, [dims[1]], 'plain', 0.6), c.tensor(type, [dims[1]], 'plain', 0.6)], epsilon(c)), type);
};
generators.GroupNormalization = (c) => {
  c.at(18, 21);
  const type = c.type(['float32', 'float64', 'float16']), groups = c.r.int(1, 3), dims = [c.r.int(1, 3), groups * c.r.int(1, 3), ...sizes(c, 1, 3)], n = [c.opset < 21 ? groups : dims[1]];
  if (type === 'float64') c.precision = 'single';
  c.result(c.op('GroupNormalization', [c.input(V.random(c.r, type, dims)), c.tensor(type, n, 'plain', 0.6), c.tensor(type, n, 'plain', 0.6)], { num_groups: groups, ...epsilon(c) }), type);
};
generators.LayerNormalization = (c) => {
  c.at(17);
  const type = c.type(SINGLE), dims = sizes(c, 1, 5, c.r.pick([4, 18])), axis = c.axis(dims.length), inner = dims.slice(axis);
  const scale = c.tensor(type, c.r.chance(0.8) ? inner : [inner.at(-1)], 'plain', 0.6), bias = c.r.chance(0.6) ? [c.tensor(type, inner, 'plain', 0.6)] : [];
  if (type === 'float64') c.precision = 'single'; // statistics are of type stash_type: float
  const outs = c.op('LayerNormalization', [c.input(V.random(c.r, type, dims)), scale, ...bias], { axis, ...epsilon(c) }, c.r.int(1, 3));
  c.result([outs].flat(), null);
};
generators.RMSNormalization = (c) => {
  c.at(23);
  const type = c.type(SINGLE), dims = sizes(c, 1, 5, c.r.pick([4, 18])), axis = c.axis(dims.length), inner = dims.slice(axis);
  if (type === 'float64') c.precision = 'single';
  c.result(c.op('RMSNormalization', [c.input(V.random(c.r, type, dims)), c.tensor(type, c.r.chance(0.7) ? inner : c.broadcastable(inner), 'plain', 0.6)], { axis, ...epsilon(c) }), type);
};
generators.MeanVarianceNormalization = (c) => {
  c.at(9, 13);
  const dims = c.r.list(4, () => c.r.int(2, 6)); // of one element, what the deviation divides is 0
  c.result(c.op('MeanVarianceNormalization', [c.input(V.random(c.r, 'float32', dims))], c.r.chance(0.7) ? { axes: c.axes(4, c.r.int(1, 4)) } : {}));
};
generators.LRN = (c) => {
  c.at(7, 13);
  const dims = [c.r.int(1, 2), c.r.int(1, 9), c.r.int(1, 5), c.r.int(1, 5)], size = c.r.pick([1, 3, 5]);
  c.result(c.op('LRN', [c.input(V.random(c.r, 'float32', dims))], { size, ...(c.r.chance(0.6) ? { alpha: f(c.r.real(0, 1)), beta: f(c.r.real(0, 1)), bias: f(c.r.real(0.5, 2)) } : {}) }));
};
generators.Dropout = (c) => {
  c.at(7, 10, 12, 13, 22);
  const type = c.type(['float32', 'float64']), x = c.input(V.random(c.r, type, c.dims(0, 4))), ratio = c.opset >= 12 && c.r.chance(0.5) ? [c.scalar('float32', 0.5)] : [];
  if (c.opset < 10) { c.result(c.op('Dropout', [x], { ratio: f(0.3) }), type); return; }
  const [y, mask] = c.op('Dropout', [x, ...ratio, ...(ratio.length && c.r.chance(0.5) ? [c.scalar('bool', 0)] : [])], c.opset < 12 ? { ratio: f(0.3) } : {}, 2);
  c.result(y, type);
  if (c.opset >= 12) c.result(mask); // before, only training had one
};
function loss(c, name) {
  c.at(12, 13);
  const type = c.type(['float32', 'float32', 'float64'].slice(0, 2)), classes = c.r.int(1, 5), n = c.r.int(1, 3), space = sizes(c, 0, 3, 3), ignore = c.r.chance(0.4) ? c.r.pick([0, classes - 1, -1, 255]) : null;
  const target = c.tensor(c.r.pick(['int32', 'int64']), [n, ...space], (r) => (ignore !== null && r.chance(0.2) ? ignore : r.int(0, classes - 1)), 0);
  const attributes = { ...(c.r.chance(0.8) ? { reduction: c.r.pick(['none', 'sum', 'mean']) } : {}), ...(ignore === null ? {} : { ignore_index: ignore }) };
  const inputs = [c.input(V.random(c.r, type, [n, classes, ...space])), target, ...(c.r.chance(0.5) ? [c.tensor(type, [classes], 'positive')] : [])];
  c.result([c.op(name, inputs, attributes, name.startsWith('Softmax') && c.r.chance(0.5) ? 2 : 1)].flat(), type);
}
generators.NegativeLogLikelihoodLoss = (c) => loss(c, 'NegativeLogLikelihoodLoss');
generators.SoftmaxCrossEntropyLoss = (c) => loss(c, 'SoftmaxCrossEntropyLoss');
module.exports = generators;
