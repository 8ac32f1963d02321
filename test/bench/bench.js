// SPDX-License-Identifier: Apache-2.0
// Times compiled models against ONNX Runtime, interleaved in one run.
//   node bench.js --run CAMEO_RUN --threads N --rounds R --seconds S [--json FILE] NAME MODEL LIB DATA ...
// Per model and round: S seconds of one, then S seconds of the other, same inputs; the medians are
// over all calls of all rounds. ONNX Runtime runs in this process (all graph optimisations, its own
// thread pool), Cameo through `cameo-run --benchmark`. NODE_PATH tells where onnxruntime-node is.
'use strict';
const fs = require('fs'), path = require('path'), { execFileSync } = require('child_process');
const ort = require('onnxruntime-node');
const { decode } = require('../models/tensor-proto.js');

const options = { threads: 1, rounds: 3, seconds: 1 };
const rest = [];
for (let i = 2; i < process.argv.length; i++) {
  const m = process.argv[i].match(/^--(\w+)$/);
  if (m) options[m[1]] = process.argv[++i];
  else rest.push(process.argv[i]);
}
const threads = Number(options.threads), rounds = Number(options.rounds), seconds = Number(options.seconds);
const median = (v) => { const s = [...v].sort((a, b) => a - b); return s.length ? s[s.length >> 1] : NaN; };
const now = () => Number(process.hrtime.bigint()) / 1e6;

function cameo(lib, data, iterations) {
  const out = execFileSync(options.run, [lib, '--benchmark', '--inputs', data, '--threads', String(threads), '--warmup', '3',
    '--iterations', String(iterations), '--json'], { stdio: ['ignore', 'pipe', 'inherit'] });
  return JSON.parse(out);
}

async function one(name, model, lib, data) {
  const config = { intraOpNumThreads: threads, interOpNumThreads: 1, graphOptimizationLevel: 'all', executionMode: 'sequential', logSeverityLevel: 3 };
  const inputs = fs.readdirSync(data).filter((f) => /^input_\d+\.pb$/.test(f)).map((f) => decode(fs.readFileSync(path.join(data, f))));
  const begin = now();
  const session = await ort.InferenceSession.create(model, config);
  const feeds = {};
  inputs.forEach((t, i) => { feeds[t.name || session.inputNames[i]] = new ort.Tensor(t.type, t.data, t.dims); });
  await session.run(feeds);
  const ortLoad = now() - begin;
  const ortTimes = [], cameoMedians = [];
  let cameoLoad = NaN;
  for (let r = 0; r < rounds; r++) {
    const stop = now() + seconds * 1000;
    let calls = 0;
    while (now() < stop || calls < 3) {
      const t = now();
      await session.run(feeds);
      ortTimes.push(now() - t);
      calls++;
    }
    const result = cameo(lib, data, Math.max(3, Math.round(seconds * 1000 / median(ortTimes))));
    cameoMedians.push(result.median_ms);
    const load = result.load_ms + result.first_run_ms;
    cameoLoad = Number.isNaN(cameoLoad) ? load : Math.min(cameoLoad, load);
  }
  await session.release();
  return { name, ort_ms: median(ortTimes), cameo_ms: median(cameoMedians), ratio: median(ortTimes) / median(cameoMedians),
    ort_load_ms: ortLoad, cameo_load_ms: cameoLoad, load_ratio: ortLoad / cameoLoad };
}

(async () => {
  const rows = [];
  console.log(`threads ${threads}; ratio = ONNX Runtime's median over Cameo's (above 1: Cameo is faster); first = load to first result`);
  console.log(`${'model'.padEnd(24)}${'ORT ms'.padStart(11)}${'Cameo ms'.padStart(11)}${'ratio'.padStart(8)}${'ORT first'.padStart(11)}${'first'.padStart(9)}${'ratio'.padStart(8)}`);
  for (let i = 0; i + 3 < rest.length; i += 4) {
    const row = await one(...rest.slice(i, i + 4));
    rows.push(row);
    console.log(`${row.name.padEnd(24)}${row.ort_ms.toFixed(3).padStart(11)}${row.cameo_ms.toFixed(3).padStart(11)}${row.ratio.toFixed(2).padStart(8)}${row.ort_load_ms.toFixed(1).padStart(11)}${row.cameo_load_ms.toFixed(1).padStart(9)}${row.load_ratio.toFixed(1).padStart(8)}`);
  }
  const geo = (key) => Math.exp(rows.reduce((a, r) => a + Math.log(r[key]), 0) / rows.length);
  console.log(`${'geometric mean'.padEnd(46)}${geo('ratio').toFixed(2).padStart(8)}${''.padEnd(20)}${geo('load_ratio').toFixed(1).padStart(8)}`);
  if (options.json) fs.writeFileSync(options.json, JSON.stringify({ threads, rounds, seconds, rows }, null, 1));
})().catch((e) => { console.error(e.message); process.exit(1); });
