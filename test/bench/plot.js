// SPDX-License-Identifier: Apache-2.0
// node plot.js RESULTS.json: the ratios as gnuplot's columns (place, ratio, row), families apart.
'use strict';
const { rows } = JSON.parse(require('fs').readFileSync(process.argv[2]));
let family = '', at = 0;
for (const row of rows.filter((r) => !r.error)) {
  if (row.family !== family) at += 1;
  family = row.family;
  console.log(`${at++}\t${row.ratio.toFixed(3)}\t${row.name.replace(/_/g, '\\_')}`);
}
