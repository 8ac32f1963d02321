// SPDX-License-Identifier: Apache-2.0
// Writes a tree of random cases with ONNX Runtime's results.
// Usage: node make-cases.js SEED COUNT OPERATORS OUT   (OPERATORS: a regular expression, or OPERATOR/NUMBER for one case)
// COUNT cases are divided among the generators. OUT/refused.tsv says what ONNX Runtime would not run, and why; the last line
// printed says how many cases there are. NODE_PATH tells where onnxruntime-node is.
'use strict';
const fs = require('fs'), path = require('path'), readline = require('readline');
const { spawn } = require('child_process');
const { names } = require('./generators.js');

const [seed, count, operators, out] = process.argv.slice(2);
let ids;
if (/^\w+\/\d+$/.test(operators)) ids = [operators];
else {
  const chosen = names.filter((n) => new RegExp(operators).test(n));
  if (!chosen.length) { console.error(`no generator fits ${operators}: ${names.join(' ')}`); process.exit(2); }
  ids = Array.from({ length: Number(count) }, (_, i) => `${chosen[i % chosen.length]}/${Math.floor(i / chosen.length)}`);
}

/** Lets a worker make cases until all are made or it dies; returns how many it answered for. */
function work(todo, answered) {
  return new Promise((resolve) => {
    const worker = spawn(process.execPath, [path.join(__dirname, 'ort-worker.js'), seed, out], { stdio: ['pipe', 'pipe', 'ignore'] });
    let done = 0;
    readline.createInterface({ input: worker.stdout }).on('line', (line) => {
      if (!line.startsWith('{"case"')) return;
      answered(JSON.parse(line));
      if (++done < todo.length) worker.stdin.write(`${todo[done]}\n`); else worker.stdin.end();
    }).on('close', () => resolve(done));
    worker.stdin.on('error', () => {}); // it died: 'close' tells
    worker.stdin.write(`${todo[0]}\n`);
  });
}

(async () => {
  fs.mkdirSync(out, { recursive: true });
  const refused = [];
  let written = 0;
  const answered = (a) => { if (a.written) written++; else refused.push([a.case, a.refused]); };
  while (ids.length) {
    const done = await work(ids, answered);
    if (done < ids.length) refused.push([ids[done], 'ONNX Runtime died']);
    ids = ids.slice(done + 1);
  }
  fs.writeFileSync(path.join(out, 'refused.tsv'), refused.map((row) => `${row.join('\t')}\n`).join(''));
  console.log(`${written} cases; ONNX Runtime refused ${refused.length} more`);
})();
