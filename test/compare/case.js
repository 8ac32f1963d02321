// SPDX-License-Identifier: Apache-2.0
// A model under construction with the data of its inputs. What the generators in families/ write on.
'use strict';
const { Random } = require('./random.js');
const { modelProto, code } = require('./model-proto.js');
const values = require('./values.js');

/** Nodes of a graph; its values are known by their names. */
class Graph {
  constructor(names = { next: 0 }) {
    Object.assign(this, { names, nodes: [], inputs: [], outputs: [], initializers: [] });
  }

  fresh(prefix = 'v') { return `${prefix}${this.names.next++}`; }

  /** Adds a node and returns its output's name, or a list of names where `outputs` is above 1 or a list (with '' for absent ones). */
  op(type, inputs, attributes = {}, outputs = 1, domain = '') {
    const names = Array.isArray(outputs) ? outputs : Array.from({ length: outputs }, () => this.fresh());
    this.nodes.push({ op: type, inputs: inputs.map((n) => n || ''), outputs: names, attributes: { ...attributes }, domain });
    return outputs === 1 ? names[0] : names;
  }

  /** An initializer; types without a carrier of their own are cast from it. */
  constant(tensor) {
    const name = this.fresh('c');
    this.initializers.push({ name, tensor: this.carried(tensor) });
    return this.uncarried(name, tensor.type);
  }

  carried(tensor) { return { ...tensor, type: values.CARRIER[tensor.type] || tensor.type }; }

  uncarried(name, type) { return type in values.CARRIER ? this.op('Cast', [name], { to: code(type) }) : name; }
}

class Case extends Graph {
  /** `text` determines all that is random in the case. */
  constructor(text) {
    super();
    this.r = new Random(text);
    this.opset = 21;
    this.opsets = {};
    this.feeds = {};
    this.precision = 'single'; // or double, half, coarse: how near results must be (precision.js)
  }

  /** Sets the opset to one of a list and returns it. */
  at(...opsets) { return this.opset = this.r.pick(opsets); }

  /** Remembers that results can be no better than this type. */
  uses(type) {
    const precision = { float64: 'double', float16: 'half', bfloat16: 'coarse', float8e4m3fn: 'coarse', float8e5m2: 'coarse' }[type];
    if (precision) this.precision = precision;
    return type;
  }

  /** One of a list of element types. */
  type(list) { return this.uses(this.r.pick(list)); }

  /** An input of the model. */
  input(tensor, dims = tensor.dims) {
    const name = this.fresh('x'), carried = this.carried(tensor);
    this.inputs.push({ name, type: { elem: carried.type, dims } });
    this.feeds[name] = carried;
    return this.uncarried(name, tensor.type);
  }

  /** An input, or with this probability a constant. */
  given(tensor, constant = 0.3) { return this.r.chance(constant) ? this.constant(tensor) : this.input(tensor); }

  /** A random tensor, given. */
  tensor(type, dims, kind, constant = 0.15) { return this.given(values.random(this.r, type, dims, kind), constant); }

  /** A list of integers: mostly constant, as in exported models. */
  list(numbers, type = 'int64', constant = 0.7) { return this.given(values.tensor(type, [numbers.length], numbers), constant); }

  scalar(type, number, constant = 0.6) { return this.given(values.tensor(type, [], [number]), constant); }

  /** Declares results of the model; of a type without arrays here, what they are as a carrier. */
  result(names, type) {
    for (const name of [names].flat()) {
      if (!name) continue;
      const carrier = values.CARRIER[type];
      this.outputs.push({ name: carrier ? this.op('Cast', [name], { to: code(carrier) }) : name });
    }
  }

  /** The model's bytes; `types` has those of the outputs by name, once they are known. */
  model(types = {}) {
    const outputs = this.outputs.map(({ name }) => ({ name, type: types[name] }));
    return modelProto({ ...this, outputs }, { '': this.opset, ...this.opsets });
  }

  // Random shapes.
  dims(least, greatest, largest = 5) {
    const empty = this.r.chance(0.04);
    const out = this.r.list(this.r.int(least, greatest), () => this.r.int(1, largest));
    if (empty && out.length) out[this.r.int(0, out.length - 1)] = 0;
    return out;
  }

  /** A shape that broadcasts to `dims`, one way. */
  broadcastable(dims) {
    return dims.slice(this.r.chance(0.6) ? 0 : this.r.int(0, dims.length)).map((d) => (this.r.chance(0.25) ? 1 : d));
  }

  axis(rank, beyond = 0) { return this.r.int(-rank - beyond, rank - 1 + beyond); }

  /** Some axes of a rank, some of them negative. */
  axes(rank, count = this.r.int(0, rank)) {
    return this.r.some([...Array(rank).keys()], count).map((a) => (this.r.chance(0.3) ? a - rank : a));
  }
}

module.exports = { Case, Graph };
