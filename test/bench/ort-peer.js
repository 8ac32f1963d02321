// SPDX-License-Identifier: Apache-2.0
// ONNX Runtime in a process of its own, told what to do line by line (JSON on standard input, one
// answer a line on standard output):
//   {"create": MODEL, "inputs": FOLDER, "threads": N}  -> {"load_ms", "first_ms", "left"}: session, first
//                                                         run, outputs that the binding cannot return
//   {"seconds": S}                                     -> {"times": [ms...], "peak_bytes"}
//   {"save": FOLDER}                                   -> {"saved": whether all outputs are tensors}
// All graph optimisations are on; the binding's own cost is in the times (bench.js measures it).
'use strict';
const fs = require('fs'), path = require('path'), readline = require('readline');
const ort = require('onnxruntime-node');
const { encode, decode, CODE } = require('../models/tensor-proto.js');

const now = () => Number(process.hrtime.bigint()) / 1e6;
const status = (key) => Number(fs.readFileSync('/proc/self/status', 'utf8').match(new RegExp(`${key}:\\s+(\\d+)`))[1]) * 1024;
let session, feeds = {}, fetches, before = 0;

/** The outputs that the binding can return: it refuses a whole run that asks for a map or a sequence. */
async function returnable() {
  const names = [];
  for (const name of session.outputNames) {
    try {
      await session.run(feeds, [name]);
      names.push(name);
    } catch (e) {
      if (!/non.?tensor/i.test(e.message)) throw e;
    }
  }
  return names;
}

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
    fetches = session.outputNames;
    let ran;
    try {
      await session.run(feeds, fetches);
      ran = now();
    } catch (e) {
      ran = now(); // it has computed all, and failed to hand it over
      if (!/non.?tensor/i.test(e.message)) throw e;
      fetches = await returnable();
      if (!fetches.length) throw e;
    }
    return { load_ms: loaded - begin, first_ms: ran - loaded, left: session.outputNames.filter((n) => !fetches.includes(n)) };
  },
  async seconds({ seconds }) {
    const times = [], stop = now() + seconds * 1000;
    while (now() < stop || times.length < 3) {
      const begin = now();
      await session.run(feeds, fetches);
      times.push(now() - begin);
    }
    return { times, peak_bytes: Math.max(0, status('VmHWM') - before) };
  },
  async save({ save: folder }) {
    const results = await session.run(feeds, fetches);
    if (!fetches.every((n) => results[n] && results[n].data && results[n].type in CODE)) return { saved: false };
    for (const n of fetches) fs.writeFileSync(path.join(folder, `output_${session.outputNames.indexOf(n)}.pb`), encode(n, results[n]));
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
