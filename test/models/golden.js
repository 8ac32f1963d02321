// SPDX-License-Identifier: Apache-2.0
// Makes test data of a model: node golden.js MODEL.onnx OUT "NAME=SHAPE[:TYPE[:VALUE]] ... | ..."
// Each data set gets seeded random inputs and the outputs of ONNX Runtime at its basic optimisation
// level, which computes what the graph says. NODE_PATH tells where onnxruntime-node is.
'use strict';
const fs = require('fs'), path = require('path');
const ort = require('onnxruntime-node');
const { encode, CTOR } = require('./tensor-proto.js');

const [model, out, sets] = process.argv.slice(2);
if (!sets) {
  console.error('usage: node golden.js MODEL.onnx OUT "NAME=SHAPE[:TYPE[:VALUE]] ... | ..."');
  process.exit(2);
}

let state = 12345;
function uniform() { // Park and Miller's minimal standard generator, [-1, 1)
  state = (state * 48271) % 2147483647;
  return (2 * state) / 2147483647 - 1;
}

(async () => {
  const session = await ort.InferenceSession.create(model, { graphOptimizationLevel: 'basic', logSeverityLevel: 3 });
  for (const [k, set] of sets.split('|').entries()) {
    const dir = path.join(out, `test_data_set_${k}`);
    fs.mkdirSync(dir, { recursive: true });
    const feeds = {};
    for (const spec of set.trim().split(/\s+/)) {
      const [, name, shape, type = 'float32', value] = spec.match(/^(.*?)=([0-9x]*)(?::(\w+)(?::(.*))?)?$/);
      const dims = shape ? shape.split('x').map(Number) : [];
      const data = new CTOR[type](dims.reduce((a, b) => a * b, 1));
      const big = data instanceof BigInt64Array;
      for (let i = 0; i < data.length; i++) data[i] = value === undefined ? uniform() : big ? BigInt(value) : Number(value);
      feeds[name] = new ort.Tensor(type, data, dims);
    }
    const results = await session.run(feeds);
    session.inputNames.forEach((n, i) => fs.writeFileSync(path.join(dir, `input_${i}.pb`), encode(n, feeds[n])));
    session.outputNames.forEach((n, i) => fs.writeFileSync(path.join(dir, `output_${i}.pb`), encode(n, results[n])));
  }
})().catch((e) => { console.error(`${model}: ${e.message}`); process.exit(1); });
