// SPDX-License-Identifier: Apache-2.0
// RNN, GRU and LSTM with all their options.
'use strict';
const V = require('../values.js');

const GATES = { RNN: 1, GRU: 3, LSTM: 4 }, FUNCTIONS = { RNN: 1, GRU: 2, LSTM: 3 };
const ACTIVATIONS = ['Tanh', 'Sigmoid', 'Relu', 'Affine', 'LeakyRelu', 'ThresholdedRelu', 'ScaledTanh', 'HardSigmoid', 'Elu', 'Softsign'];
const ALPHA = { Affine: 0.7, LeakyRelu: 0.1, ThresholdedRelu: 0.3, ScaledTanh: 0.9, HardSigmoid: 0.3, Elu: 0.8 }, BETA = { Affine: 0.1, ScaledTanh: 0.5, HardSigmoid: 0.4 };

function recurrent(c, name) {
  c.at(7, 14, 22);
  const r = c.r, type = 'float32', direction = r.pick(['forward', 'reverse', 'bidirectional']), directions = direction === 'bidirectional' ? 2 : 1;
  const [steps, batch, size, hidden] = [r.int(1, 5), r.int(1, 4), r.int(1, 6), r.int(1, r.pick([4, 18]))], constant = r.pick([0, 1, 1]);
  const attributes = { hidden_size: hidden, ...(r.chance(0.8) || directions > 1 || direction === 'reverse' ? { direction } : {}) };
  if (r.chance(0.3)) {
    const chosen = r.list(FUNCTIONS[name] * directions, () => r.pick(ACTIVATIONS));
    attributes.activations = chosen;
    if (chosen.some((a) => a in ALPHA)) attributes.activation_alpha = { floats: chosen.filter((a) => a in ALPHA).map((a) => ALPHA[a]) };
    if (chosen.some((a) => a in BETA)) attributes.activation_beta = { floats: chosen.filter((a) => a in BETA).map((a) => BETA[a]) };
  }
  if (r.chance(0.2)) attributes.clip = { f: r.pick([0.3, 1]) };
  if (name === 'GRU' && r.chance(0.5)) attributes.linear_before_reset = 1;
  if (name === 'LSTM' && r.chance(0.15)) attributes.input_forget = 1;
  const tensor = (dims, k = constant) => c.tensor(type, dims, 'unit', k);
  const optional = (make) => (r.chance(0.5) ? make() : '');
  const inputs = [tensor([steps, batch, size], 0), tensor([directions, GATES[name] * hidden, size]), tensor([directions, GATES[name] * hidden, hidden]), optional(() => tensor([directions, 2 * GATES[name] * hidden])),
    optional(() => c.tensor('int32', [batch], (q) => q.int(1, steps))), optional(() => tensor([directions, batch, hidden], 0))];
  if (name === 'LSTM') inputs.push(optional(() => tensor([directions, batch, hidden], 0)), optional(() => tensor([directions, 3 * hidden])));
  const count = name === 'LSTM' ? 3 : 2, outs = c.op(name, inputs, attributes, r.list(count, (i) => (r.chance(0.8) || i === count - 1 ? c.fresh() : '')));
  c.result(outs);
}
module.exports = Object.fromEntries(Object.keys(GATES).map((name) => [name, (c) => recurrent(c, name)]));
