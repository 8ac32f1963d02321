// SPDX-License-Identifier: Apache-2.0
// Times compiled models against ONNX Runtime, interleaved in one run with the same inputs.
//   node bench.js --bin FOLDER --work FOLDER [--threads N] [--rounds R] [--seconds S] [--mcpu CPU] [--json FILE] < ROWS
// A row is a line of tab-separated model name, family, model file, folder of data sets, which
// data ("0 1 0x8 0@1000+", see inputs.js), and the tolerance as models.tsv has it. With a "+" Cameo's caches are lent, so that a run
// appends to them in place; ONNX Runtime has nothing like it for these models. Per round: S seconds of one, then S seconds of the other; the
// medians are over all calls of all rounds. ONNX Runtime runs in a process of its own
// (ort-peer.js), Cameo through `cameo-run --benchmark`; the outputs are compared in the same run. First results come from
// fresh processes of both sides in turn, the best of five of each: what a virtual machine's host has taken back of the free memory
// costs whoever touches it first up to 3 ms a megabyte, which is neither side's doing.
'use strict';
const fs = require('fs'), os = require('os'), path = require('path'), readline = require('readline');
const { execFileSync, spawn, spawnSync } = require('child_process');
const { prepare } = require('./inputs.js');
const { printHeader, printRow, printSummary } = require('./table.js');

const options = { threads: '1', rounds: '3', seconds: '1' };
for (let i = 2; i < process.argv.length; i += 2) options[process.argv[i].slice(2)] = process.argv[i + 1];
const threads = Number(options.threads), rounds = Number(options.rounds), seconds = Number(options.seconds);
const freshProcesses = 5;
const tool = (name) => path.join(options.bin, name);
const median = (v) => { const s = [...v].sort((a, b) => a - b); return s.length ? s[s.length >> 1] : NaN; };
const quantile = (v, q) => { const s = [...v].sort((a, b) => a - b); return s[Math.min(s.length - 1, Math.floor(s.length * q))]; };
const now = () => Number(process.hrtime.bigint()) / 1e6;

/** ONNX Runtime in a process; ask() sends one message and waits for its answer. */
function startPeer() {
  const child = spawn(process.execPath, [path.join(__dirname, 'ort-peer.js')], { stdio: ['pipe', 'pipe', 'ignore'] });
  const lines = readline.createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    async ask(message) {
      child.stdin.write(`${JSON.stringify(message)}\n`);
      const { value, done } = await lines.next();
      if (done) throw new Error('ONNX Runtime ended unexpectedly');
      const answer = JSON.parse(value);
      if (answer.error) throw new Error(`ONNX Runtime: ${answer.error.split('\n')[0]}`);
      return answer;
    },
    stop() { return new Promise((gone) => { child.on('close', gone); child.stdin.end(); }); },
  };
}

/** A file that was just written goes to the disk and is read once, so that no first run meets its writing. */
function settle(file) {
  const handle = fs.openSync(file, 'r+'), block = Buffer.alloc(1 << 20);
  fs.fsyncSync(handle);
  while (fs.readSync(handle, block, 0, block.length, null) > 0);
  fs.closeSync(handle);
}

function compile(name, model) {
  const library = path.join(options.work, `${name}.so`), begin = now();
  const result = spawnSync(tool('cameoc'), [model, '-o', library, '--name', name, '-q',
    ...(options.mcpu ? ['--mcpu', options.mcpu] : [])], { encoding: 'utf8' });
  if (result.status !== 0) throw new Error((result.stderr || '').split('\n')[0] || 'cameoc failed');
  const compiled = now();
  settle(library);
  const described = JSON.parse(fs.readFileSync(library.replace(/\.so$/, '.json')));
  return { library, compile_s: (compiled - begin) / 1000, library_bytes: fs.statSync(library).size,
    code_bytes: fs.statSync(library).size - described.weights_bytes,
    signature: described.inputs.map((i) => ({ name: i.name, dims: i.shape || [] })) };
}

function runCameo(library, data, iterations, lend, warmup = 3) {
  return JSON.parse(execFileSync(tool('cameo-run'), [library, '--benchmark', ...(lend ? ['--in-place', '8'] : []), '--inputs', data, '--threads', String(threads),
    '--warmup', String(warmup), '--iterations', String(iterations), '--json'], { stdio: ['ignore', 'pipe', 'pipe'] }));
}

/** "equal", "differs: ..." or "not compared". */
async function compare(peer, library, data, tolerance) {
  if (!(await peer.ask({ save: data })).saved) return 'not compared';
  const result = spawnSync(tool('cameo-run'), [library, '--test-data', data, '--threads', String(threads),
    ...(tolerance.startsWith('rms=') ? ['--rms', tolerance.slice(4)] : ['--rtol', '1e-3', '--atol', '1e-4', '--scale-atol'])], { encoding: 'utf8' });
  return result.status === 0 ? 'equal' : `differs: ${(result.stdout + result.stderr).trim().split('\n').pop()}`;
}

async function measure(model, compiled, inputs, lend, tolerance) {
  const create = { create: model, inputs, threads };
  const theirs = [], ourFirsts = [];
  let peer, left;
  for (let i = 0; i < freshProcesses; i++) { // ONNX Runtime's last process stays
    const first = runCameo(compiled.library, inputs, 1, lend, 0);
    ourFirsts.push(first.load_ms + first.first_run_ms);
    peer = startPeer();
    const answer = await peer.ask(create);
    theirs.push(answer.load_ms + answer.first_ms);
    left = answer.left;
    if (i + 1 < freshProcesses) await peer.stop();
  }
  const first = { ort: Math.min(...theirs), cameo: Math.min(...ourFirsts) };
  const times = [], runs = [];
  let peak = 0;
  for (let r = 0; r < rounds; r++) {
    const answer = await peer.ask({ seconds });
    times.push(...answer.times);
    peak = answer.peak_bytes;
    runs.push(runCameo(compiled.library, inputs, Math.min(200000, Math.max(3, Math.round((seconds * 1000) / median(answer.times)))), lend));
  }
  const outputs = await compare(peer, compiled.library, inputs, tolerance);
  await peer.stop();
  const ours = { ms: median(runs.map((r) => r.median_ms)), p99: median(runs.map((r) => r.p99_ms)),
    peak: median(runs.map((r) => r.model_peak_bytes)) };
  return { ort_ms: median(times), cameo_ms: ours.ms, ratio: median(times) / ours.ms, ort_p99_ms: quantile(times, 0.99),
    cameo_p99_ms: ours.p99, ort_first_ms: first.ort, cameo_first_ms: first.cameo, first_ratio: first.ort / first.cameo, first_bound: first.ort / ours.ms,
    ort_peak_bytes: peak, cameo_peak_bytes: ours.peak, memory_ratio: peak / ours.peak, outputs, left };
}

(async () => {
  const rows = [];
  const [load] = os.loadavg();
  if (load > 0.5 * os.cpus().length) console.log(`warning: this machine is busy (load ${load.toFixed(1)}); times and ratios are unreliable`);
  printHeader(threads);
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const [name, family, model, data, specs, tolerance] = line.split('\t');
    let compiled, failure;
    try { compiled = compile(name, model); } catch (e) { failure = e.message; }
    for (const spec of specs.split(' ')) {
      const row = { name: spec === '0' ? name : `${name}/${spec}`, family, model_bytes: fs.statSync(model).size, ...compiled };
      try {
        if (failure) throw new Error(failure);
        const inputs = fs.mkdtempSync(path.join(options.work, 'inputs-'));
        try {
          prepare(data, spec, compiled.signature, inputs);
          Object.assign(row, await measure(model, compiled, inputs, spec.endsWith('+'), tolerance));
        } finally { fs.rmSync(inputs, { recursive: true }); }
      } catch (e) { row.error = e.message.split('\n')[0]; }
      delete row.library;
      delete row.signature;
      rows.push(row);
      printRow(row);
    }
    if (compiled) fs.rmSync(compiled.library);
  }
  printSummary(rows);
  if (options.json) {
    const machine = { cpu: os.cpus()[0].model, cores: os.cpus().length, load };
    fs.writeFileSync(`${options.json}.tmp`, JSON.stringify({ date: new Date().toISOString(), machine, threads, rounds, seconds, mcpu: options.mcpu || 'native', rows }, null, 1));
    fs.renameSync(`${options.json}.tmp`, options.json);
  }
  process.exitCode = rows.some((r) => r.error || r.outputs.startsWith('differs')) ? 1 : 0;
})().catch((e) => { console.error(`error: ${e.message}`); process.exit(2); });
