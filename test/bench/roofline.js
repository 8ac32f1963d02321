// SPDX-License-Identifier: Apache-2.0
// node roofline.js RESULTS.json: what cameo-bench-kernels wrote, as gnuplot's data. First block: the
// roofs, (intensity, GFLOP/s) for each bandwidth and the peak; then one block a family of kernels.
'use strict';
const { context, benchmarks } = JSON.parse(require('fs').readFileSync(process.argv[2]));
const peak = Number(context['peak GFLOP/s']);
const roofs = Object.entries(context).filter(([key]) => key.startsWith('GB/s reading '));
for (const intensity of [1 / 16, 1 / 8, 1 / 4, 1 / 2, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512]) {
  const heights = roofs.map(([, gbs]) => Math.min(peak, intensity * Number(gbs)).toFixed(3));
  console.log([intensity, ...heights].join('\t'));
}
const families = new Map();
for (const run of benchmarks) {
  if (run.run_type === 'aggregate' && run.aggregate_name !== 'median') continue;
  if (run.run_type !== 'aggregate' && run.repetitions > 1) continue;
  if (!(run['GFLOP/s'] > 0)) continue;
  const [family, name] = run.name.split('/');
  if (!families.has(family)) families.set(family, []);
  families.get(family).push([run.intensity, run['GFLOP/s'], name.replace(/_/g, '\\_')].join('\t'));
}
for (const [family, rows] of families) console.log(`\n\n"${family}"\n${rows.join('\n')}`);
