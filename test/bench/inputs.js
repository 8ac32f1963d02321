// SPDX-License-Identifier: Apache-2.0
// Inputs of a benchmark's row: a data set as it is, or one repeated along the batch dimension.
'use strict';
const fs = require('fs'), path = require('path');
const { encode, decode, CTOR } = require('../models/tensor-proto.js');

const files = (folder) => fs.readdirSync(folder).filter((f) => /^input_\d+\.pb$/.test(f));

/** A copy of `tensor` whose dimension `axis` holds its elements `times` times over. */
function repeat(tensor, axis, times) {
  const outer = tensor.dims.slice(0, axis).reduce((a, b) => a * b, 1), block = tensor.data.length / outer;
  const data = new CTOR[tensor.type](tensor.data.length * times);
  for (let i = 0; i < outer; i++) {
    const part = tensor.data.subarray(i * block, (i + 1) * block);
    for (let k = 0; k < times; k++) data.set(part, (i * times + k) * block);
  }
  return { ...tensor, data, dims: tensor.dims.map((d, i) => (i === axis ? d * times : d)) };
}

/**
 * Writes the inputs that `spec` asks for to `out`: "1" is data set 1, "0x8" data set 0 with each
 * dimension of the name that the first input's first dimension has eight times as large.
 * `signature`: names and dimensions (a number, or a name) of the model's inputs.
 */
function prepare(data, spec, signature, out) {
  const [, set, times] = spec.match(/^(\d+)(?:x(\d+))?$/);
  const folder = path.join(data, `test_data_set_${set}`);
  fs.mkdirSync(out, { recursive: true });
  if (times && typeof signature[0].dims[0] !== 'string') throw new Error(`${spec}: the model's batch is fixed`);
  for (const file of files(folder)) {
    let tensor = decode(fs.readFileSync(path.join(folder, file)));
    if (times) {
      const input = signature.find((s) => s.name === tensor.name) || signature[parseInt(file.slice(6), 10)];
      const axis = input.dims.indexOf(signature[0].dims[0]);
      if (axis >= 0) tensor = repeat(tensor, axis, Number(times));
    }
    fs.writeFileSync(path.join(out, file), encode(tensor.name, tensor));
  }
}

module.exports = { prepare };
