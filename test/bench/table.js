// SPDX-License-Identifier: Apache-2.0
// The benchmark's table: a line a row as it is measured, then the geometric means and the worst row
// of each family.
'use strict';
const columns = [
  ['ORT ms', 10, (r) => r.ort_ms.toFixed(3)], ['Cameo ms', 10, (r) => r.cameo_ms.toFixed(3)], ['ratio', 7, (r) => r.ratio.toFixed(2)],
  ['ORT p99', 9, (r) => r.ort_p99_ms.toFixed(2)], ['p99', 9, (r) => r.cameo_p99_ms.toFixed(2)],
  ['ORT first', 10, (r) => r.ort_first_ms.toFixed(1)], ['first', 8, (r) => r.cameo_first_ms.toFixed(1)], ['ratio', 7, (r) => r.first_ratio.toFixed(1)],
  ['bound', 7, (r) => r.first_bound.toFixed(1)],
  ['ORT MB', 8, (r) => (r.ort_peak_bytes / 1e6).toFixed(1)], ['MB', 8, (r) => (r.cameo_peak_bytes / 1e6).toFixed(1)], ['ratio', 7, (r) => r.memory_ratio.toFixed(1)],
  ['compile', 8, (r) => `${r.compile_s.toFixed(1)}s`], ['code kB', 8, (r) => Math.round(r.code_bytes / 1e3).toString()],
];
const width = 28;
const geo = (values) => Math.exp(values.reduce((a, v) => a + Math.log(v), 0) / values.length);

function printHeader(threads) {
  console.log(`${threads} thread${threads > 1 ? 's' : ''}. Ratios are ONNX Runtime's over Cameo's: above 1, Cameo is better. "first" is from load to`);
  console.log('the first result (ms), best of five fresh processes; its bound is what the ratio would be if loading and cold memory');
  console.log('cost nothing. MB is the peak of resident memory over that before the model was loaded.');
  console.log('model'.padEnd(width) + columns.map(([title, w]) => title.padStart(w)).join(''));
}

function printRow(row) {
  if (row.error) console.log(`${row.name.padEnd(width)}  FAILED: ${row.error}`);
  else console.log(row.name.padEnd(width) + columns.map(([, w, text]) => text(row).padStart(w)).join('') + (row.outputs === 'equal' ? '' : `  ${row.outputs}`) +
    (row.left.length ? `  (ONNX Runtime without ${row.left.join(', ')}: its binding returns tensors only)` : ''));
}

function printSummary(rows) {
  const good = rows.filter((r) => !r.error);
  const measures = [['speed', 'ratio', 2], ['first', 'first_ratio', 1], ['memory', 'memory_ratio', 1]];
  const titles = measures.map(([title]) => `${title.padStart(8)}${'worst'.padStart(8)}  ${'(its row)'.padEnd(width)}`).join('');
  console.log(`\n${'geometric means'.padEnd(width - 10)}${'rows'.padStart(6)}${titles.trimEnd()}`);
  for (const family of [...new Set(good.map((r) => r.family)), 'all']) {
    const members = good.filter((r) => family === 'all' || r.family === family);
    if (!members.length) continue;
    const cells = measures.map(([, key, digits]) => {
      const worst = members.reduce((a, b) => (b[key] < a[key] ? b : a));
      return `${geo(members.map((r) => r[key])).toFixed(digits).padStart(8)}${worst[key].toFixed(digits).padStart(8)}  ${worst.name.padEnd(width)}`;
    });
    console.log(`${family.padEnd(width - 10)}${String(members.length).padStart(6)}${cells.join('').trimEnd()}`);
  }
  const failed = rows.length - good.length, differ = good.filter((r) => r.outputs.startsWith('differs')).length;
  if (failed || differ) console.log(`${failed} rows failed, ${differ} differ from ONNX Runtime`);
}

module.exports = { printHeader, printRow, printSummary };
