// SPDX-License-Identifier: Apache-2.0
// Makes cases as a tree in ONNX's backend layout: for each line `OPERATOR/NUMBER` of standard input it builds the random
// case, runs it with ONNX Runtime and writes OUT/PRECISION/OPERATOR/NUMBER, then answers with a line of JSON:
//   {"case", "written": precision} or {"case", "refused": why}
// Usage: node ort-worker.js SEED OUT
// A process of its own, because ONNX Runtime may die of a model.
'use strict';
const fs = require('fs'), path = require('path'), readline = require('readline');
const ort = require('onnxruntime-node');
const { encode } = require('../models/tensor-proto.js');
const { build } = require('./generators.js');

const [seed, out] = process.argv.slice(2);
// No optimisation: each node is computed as the graph says, rounding between nodes included.
const OPTIONS = { graphOptimizationLevel: 'disabled', logSeverityLevel: 4, intraOpNumThreads: 1, interOpNumThreads: 1 };

async function make(id) {
  const made = build(seed, id);
  const feeds = Object.fromEntries(Object.entries(made.feeds).map(([name, t]) => [name, new ort.Tensor(t.type, t.data, t.dims)]));
  const session = await ort.InferenceSession.create(made.model(), OPTIONS);
  const results = await session.run(feeds);
  const dir = path.join(out, made.precision, id), data = path.join(dir, 'test_data_set_0');
  fs.mkdirSync(data, { recursive: true });
  const types = {};
  made.outputs.forEach(({ name }, i) => {
    const t = results[name];
    types[name] = { elem: t.type, dims: t.dims.map(() => null) };
    fs.writeFileSync(path.join(data, `output_${i}.pb`), encode(name, t));
  });
  made.inputs.forEach(({ name }, i) => fs.writeFileSync(path.join(data, `input_${i}.pb`), encode(name, made.feeds[name])));
  fs.writeFileSync(path.join(dir, 'model.onnx'), made.model(types));
  await session.release();
  return made.precision;
}

(async () => {
  for await (const id of readline.createInterface({ input: process.stdin })) {
    let answer;
    try { answer = { case: id, written: await make(id) }; } catch (e) { answer = { case: id, refused: e.message.split('\n')[0] }; }
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
})();
