// SPDX-License-Identifier: Apache-2.0
// Inputs of a benchmark's row: a data set as it is, one repeated along the batch dimension, or a decoder's step with a longer past.
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

/** A copy of `tensor` whose dimension `axis` has `size` elements, those of before over and over. */
function resize(tensor, axis, size) {
  const have = tensor.dims[axis], whole = repeat(tensor, axis, Math.ceil(size / have));
  const outer = tensor.dims.slice(0, axis).reduce((a, b) => a * b, 1), row = tensor.data.length / outer / have;
  const data = new CTOR[tensor.type](outer * size * row);
  for (let i = 0; i < outer; i++) {
    const from = i * whole.dims[axis] * row;
    data.set(whole.data.subarray(from, from + size * row), i * size * row);
  }
  return { ...tensor, data, dims: tensor.dims.map((d, i) => (i === axis ? size : d)) };
}

/**
 * Writes the inputs that `spec` asks for to `out`: "1" is data set 1, "0x8" data set 0 with each
 * dimension of the name that the first input's first dimension has eight times as large, "0@1000" data set 0 with
 * dimensions named "past" of 1000 elements, and those named "past+seq" that much longer; a "+" at the end is for the caller.
 * `signature`: names and dimensions (a number, or a name) of the model's inputs.
 */
function prepare(data, spec, signature, out) {
  const [, set, times, past] = spec.match(/^(\d+)(?:x(\d+))?(?:@(\d+)\+?)?$/);
  const folder = path.join(data, `test_data_set_${set}`);
  fs.mkdirSync(out, { recursive: true });
  if (times && typeof signature[0].dims[0] !== 'string') throw new Error(`${spec}: the model's batch is fixed`);
  const tensors = files(folder).map((file) => [file, decode(fs.readFileSync(path.join(folder, file)))]);
  const inputOf = (file, tensor) => signature.find((s) => s.name === tensor.name) || signature[parseInt(file.slice(6), 10)];
  let more = 0;
  if (past) {
    for (const [file, tensor] of tensors) {
      const axis = inputOf(file, tensor).dims.indexOf('past');
      if (axis >= 0) more = Number(past) - tensor.dims[axis];
    }
    if (more <= 0) throw new Error(`${spec}: no input has a dimension "past" of fewer elements`);
  }
  for (const [file, given] of tensors) {
    let tensor = given;
    const input = inputOf(file, tensor);
    for (const name of past ? ['past', 'past+seq'] : []) {
      const axis = input.dims.indexOf(name);
      if (axis >= 0) tensor = resize(tensor, axis, tensor.dims[axis] + more);
    }
    if (times) {
      const axis = input.dims.indexOf(signature[0].dims[0]);
      if (axis >= 0) tensor = repeat(tensor, axis, Number(times));
    }
    fs.writeFileSync(path.join(out, file), encode(tensor.name, tensor));
  }
}

module.exports = { prepare };
