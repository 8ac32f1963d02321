// SPDX-License-Identifier: Apache-2.0
// ONNX Runtime in a process of its own, told what to do line by line (JSON on standard input, one
// answer a line on standard output):
//   {"create": MODEL, "inputs": FOLDER, "threads": N}  -> {"load_ms", "first_ms"}: session, first run
//   {"seconds": S}                                     -> {"times": [ms...], "peak_bytes"}
//   {"save": FOLDER}                                   -> {"saved": whether all outputs are tensors}
// All graph optimisations are on; the binding's own cost is in the times (bench.js measures it).
'use strict';
const fs = require('fs'), path = require('path'), readline = require('readline');
const ort = require('onnxruntime-node');
const { encode, decode, CTOR } = require('../models/tensor-proto.js');

const now = () => Number(process.hrtime.bigint()) / 1e6;
const status = (key) => Number(fs.readFileSync('/proc/self/status', 'utf8').match(new RegExp(`${key}:\\s+(\\d+)`))[1]) * 1024;
let session, feeds = {}, before = 0;

const commands = {
  async create({ create: model, inputs, threads }) {
    const tensors = fs.readdirSync(inputs).filter((f) => /^input_\d+\.pb$/.test(f))
      .sort((a, b) => parseInt(a.slice(6), 10) - parseInt(b.slice(6), 10)).map((f) => decode(fs.readFileSync(path.join(inputs, f))));
    before = status('VmRSS');
    const begin = now();
    session = await ort.InferenceSession.create(model, { intraOpNumThreads: threads, interOpNumThreads: 1,
      graphOptimizationLevel: 'all', executionMode: 'sequential', logSeverityLevel: 3 });
    const loaded = now();
    tensors.forEach((t, i) => { feeds[session.inputNames.includes(t.name) ? t.name : session.inputNames[i]] = new ort.Tensor(t.type, t.data, t.dims); });
    await session.run(feeds);
    return { load_ms: loaded - begin, first_ms: now() - loaded };
  },
  async seconds({ seconds }) {
    const times = [], stop = now() + seconds * 1000;
    while (now() < stop || times.length < 3) {
      const begin = now();
      await session.run(feeds);
      times.push(now() - begin);
    }
    return { times, peak_bytes: Math.max(0, status('VmHWM') - before) };
  },
  async save({ save: folder }) {
    const results = await session.run(feeds);
    const tensors = session.outputNames.map((n) => results[n]);
    if (!tensors.every((t) => t && t.data && t.type in CTOR)) return { saved: false };
    tensors.forEach((t, i) => fs.writeFileSync(path.join(folder, `output_${i}.pb`), encode(session.outputNames[i], t)));
    return { saved: true };
  },
};

(async () => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const message = JSON.parse(line);
    const command = Object.keys(commands).find((c) => c in message);
    let answer;
    try { answer = await commands[command](message); } catch (e) { answer = { error: e.message }; }
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
})();
