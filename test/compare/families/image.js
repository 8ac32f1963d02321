// SPDX-License-Identifier: Apache-2.0
// Resampling, detection and signal processing.
'use strict';
const V = require('../values.js');
const { code } = require('../model-proto.js');

const generators = {};
const f = (x) => ({ f: x });
const sizes = (c, n, low, high) => c.r.list(n, () => c.r.int(low, high));

generators.Resize = (c) => {
  c.at(10, 11, 13, 18, 19, 19);
  const r = c.r, mode = r.pick(c.opset >= 11 ? ['nearest', 'linear', 'cubic'] : ['nearest', 'linear']), type = c.type(['float32', 'float32', 'uint8', 'int32', 'int8'].slice(0, mode === 'nearest' ? 5 : 1));
  const n = mode === 'nearest' ? r.int(1, 3) : mode === 'linear' ? r.int(1, 2) : 2, space = sizes(c, n, 1, 7), dims = [1, r.int(1, 2), ...space], attributes = { mode };
  const scale = () => r.pick([0.5, 1, 2, 3, 0.6, 1.7, 0.3]);
  const x = c.input(V.random(r, type, dims));
  // Opset 10 says nothing of rounding: one way upwards, another downwards, and the importer has one for a node.
  const up = r.chance(0.5);
  if (c.opset < 11) { c.result(c.op('Resize', [x, c.given(V.tensor('float32', [n + 2], [1, 1, ...space.map((s) => (up ? r.pick([1, 2, 3, 1.7]) : Math.max(r.pick([0.5, 0.6, 1, 0.3]), 1 / s)))]), 0.8)], attributes), type); return; }
  const transform = r.pick(['half_pixel', 'asymmetric', 'align_corners', 'pytorch_half_pixel', ...(c.opset >= 13 ? ['tf_crop_and_resize'] : ['tf_half_pixel_for_nn', 'tf_crop_and_resize'].slice(1)), ...(c.opset >= 19 ? ['half_pixel_symmetric'] : [])]);
  if (r.chance(0.9)) attributes.coordinate_transformation_mode = transform;
  if (mode === 'nearest' && r.chance(0.7)) attributes.nearest_mode = r.pick(['round_prefer_floor', 'round_prefer_ceil', 'floor', 'ceil']);
  if (mode === 'cubic' && r.chance(0.5)) attributes.cubic_coeff_a = f(r.pick([-0.5, -0.75]));
  if (mode === 'cubic' && r.chance(0.4)) attributes.exclude_outside = 1;
  if (mode !== 'nearest' && c.opset >= 18 && transform !== 'tf_crop_and_resize' && r.chance(0.4)) attributes.antialias = 1;
  const crop = attributes.coordinate_transformation_mode === 'tf_crop_and_resize';
  if (crop && r.chance(0.6)) attributes.extrapolation_value = f(7);
  const roi = crop ? c.given(V.tensor('float32', [2 * dims.length], [...dims.map((_, i) => (i < 2 ? 0 : r.pick([0, 0.2, -0.3]))), ...dims.map((_, i) => (i < 2 ? 1 : r.pick([1, 0.7, 1.2])))]), 0.8) : c.opset < 13 ? c.constant(V.tensor('float32', [0], [])) : '';
  const named = c.opset >= 18 && !crop && r.chance(0.4), axes = dims.map((_, i) => i).slice(2);
  if (named) attributes.axes = r.chance(0.3) ? axes.map((a) => a - dims.length) : axes;
  const lead = named ? [] : [1, 1];
  // A region counts for nothing to ONNX Runtime where the size stays. Corners meet at the end of the exact size on one side, of the rounded one on the other.
  const whole = ['align_corners', 'tf_crop_and_resize'].includes(attributes.coordinate_transformation_mode);
  if (r.chance(0.5)) { c.result(c.op('Resize', [x, roi, c.given(V.tensor('float32', [lead.length + n], [...lead, ...space.map((s) => (whole ? r.int(crop ? 2 : 1, 3) : Math.max(scale(), 1 / s)))]), 0.8)], attributes), type); return; }
  const policy = named && attributes.axes[0] > 0 && r.chance(0.4);
  if (policy) attributes.keep_aspect_ratio_policy = r.pick(['stretch', 'not_larger', 'not_smaller']);
  c.result(c.op('Resize', [x, roi, '', c.given(V.tensor('int64', [lead.length + n], [...(named ? [] : dims.slice(0, 2)), ...sizes(c, n, 1, 12).map((d, i) => (crop && d === space[i] ? d + 1 : d))]), 0.8)], attributes), type);
};
generators.Upsample = (c) => {
  const mode = c.r.pick(['nearest', 'linear']), n = mode === 'nearest' ? c.r.int(1, 3) : 2, dims = [1, 2, ...sizes(c, n, 1, 5)], scales = [1, 1, ...c.r.list(n, () => c.r.pick([1, 2, 3, 1.5, 2.3]))];
  c.at(7, 9);
  const x = c.input(V.random(c.r, 'float32', dims));
  c.result(c.opset < 9 ? c.op('Upsample', [x], { mode, scales: { floats: scales } }) : c.op('Upsample', [x, c.given(V.tensor('float32', [n + 2], scales), 0.8)], { mode }));
};
generators.GridSample = (c) => {
  c.at(16, 20, 22);
  const n = c.opset >= 20 && c.r.chance(0.3) ? 3 : 2, type = c.type(['float32', 'float32', 'float64'].slice(0, c.opset >= 20 ? 3 : 2)), batch = c.r.int(1, 2), old = c.opset < 20, linear = old ? 'bilinear' : 'linear', cubic = old ? 'bicubic' : 'cubic';
  const mode = c.r.pick([linear, 'nearest', ...(n === 2 ? [cubic] : [])]);
  const attributes = { mode, ...(c.r.chance(0.8) ? { padding_mode: c.r.pick(['zeros', 'border', 'reflection']) } : {}), ...(c.r.chance(0.7) ? { align_corners: c.r.int(0, 1) } : {}) };
  c.result(c.op('GridSample', [c.input(V.random(c.r, type, [batch, c.r.int(1, 2), ...sizes(c, n, 1, 6)])), c.tensor(type, [batch, ...sizes(c, n, 1, 5), n], (r) => r.real(-1.6, 1.6))], attributes), type);
};
generators.AffineGrid = (c) => {
  c.at(20);
  const n = c.r.int(2, 3), batch = c.r.int(1, 3), type = c.type(['float32', 'float64']);
  c.result(c.op('AffineGrid', [c.tensor(type, [batch, n, n + 1]), c.list([batch, c.r.int(1, 2), ...sizes(c, n, 2, 5)])], c.r.chance(0.6) ? { align_corners: c.r.int(0, 1) } : {}), type);
};
generators.NonMaxSuppression = (c) => {
  c.at(10, 11);
  // Sometimes so many boxes far apart that those chosen fill several blocks.
  const r = c.r, many = r.chance(0.3), batch = r.int(1, 2), classes = r.int(1, 3), n = many ? r.int(40, 150) : r.int(1, 9), center = r.int(0, 1), far = many ? 40 : 6;
  const boxes = r.list(batch * n, () => { const [a, b, h, w] = [r.int(0, far), r.int(0, far), r.int(1, 5), r.int(1, 5)]; return center ? [a, b, w, h] : r.chance(0.3) ? [a + h, b + w, a, b] : [a, b, a + h, b + w]; }).flat();
  const optional = [c.scalar('int64', many ? r.int(30, n) : r.int(0, 5)), c.scalar('float32', r.pick([0, 0.3, 0.5, 1])), c.scalar('float32', r.pick([0, 0.4, -1]))].slice(0, r.int(0, 3));
  c.result(c.op('NonMaxSuppression', [c.input(V.tensor('float32', [batch, n, 4], boxes)), c.tensor('float32', [batch, classes, n], (q) => q.int(0, 20) / 20, 0), ...optional], center || r.chance(0.3) ? { center_point_box: center } : {}));
};

const window = (name) => (c) => {
  c.at(17);
  const type = c.type(['float32', 'float64']), to = c.r.chance(0.5);
  c.precision = 'single'; // ONNX Runtime computes it in float
  c.result(c.op(name, [c.scalar(c.r.pick(['int32', 'int64']), c.r.int(2, 12))], { ...(to ? { output_datatype: code(type) } : {}), ...(c.r.chance(0.6) ? { periodic: c.r.int(0, 1) } : {}) }), to ? type : 'float32');
};
for (const name of ['HannWindow', 'HammingWindow', 'BlackmanWindow']) generators[name] = window(name);
generators.MelWeightMatrix = (c) => {
  c.at(17);
  const int = c.r.pick(['int32', 'int64']), low = c.r.pick([0, 20, 100]);
  c.result(c.op('MelWeightMatrix', [c.scalar(int, c.r.int(1, 9)), c.scalar(int, c.r.pick([16, 32, 33])), c.scalar(int, 8000), c.scalar('float32', low), c.scalar('float32', c.r.pick([2000, 4000]))]));
};
generators.DFT = (c) => {
  c.at(17, 20);
  const type = c.type(['float32', 'float32', 'float64']), inverse = c.r.int(0, 1), complex = inverse || c.r.chance(0.5), rank = c.r.int(1, 3), dims = [...sizes(c, rank, 1, 9), complex ? 2 : 1];
  const axis = c.r.chance(0.5) ? c.r.int(0, rank - 1) : c.r.int(-rank - 1, -2), length = c.r.chance(0.4) ? c.scalar('int64', c.r.int(1, 12)) : '';
  const attributes = { ...(inverse ? { inverse: 1 } : {}), ...(!complex && c.r.chance(0.4) ? { onesided: 1 } : {}) };
  if (type === 'float64') c.precision = 'single'; // ONNX Runtime's sines and cosines are floats
  const x = c.input(V.random(c.r, type, dims));
  c.result(c.opset < 20 ? c.op('DFT', [x, length], { ...attributes, axis }) : c.op('DFT', [x, length, c.scalar('int64', axis)], attributes), type);
};
generators.STFT = (c) => {
  c.at(17);
  const type = c.type(['float32', 'float64']), n = c.r.int(8, 24), frame = c.r.int(2, 8), windowed = c.r.chance(0.6), named = !windowed || c.r.chance(0.4);
  c.result(c.op('STFT', [c.tensor(type, [c.r.int(1, 2), n, 1], 'plain', 0), c.scalar('int64', c.r.int(1, 5)), windowed ? c.tensor(type, [frame]) : '', named ? c.scalar('int64', frame) : ''], c.r.chance(0.6) ? { onesided: c.r.int(0, 1) } : {}), type);
};
module.exports = generators;
