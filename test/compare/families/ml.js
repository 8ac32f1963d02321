// SPDX-License-Identifier: Apache-2.0
// Operators of ai.onnx.ml. Splits and features are multiples of a quarter, so that they meet.
'use strict';
const V = require('../values.js');

const generators = {};
const domain = 'ai.onnx.ml';
const f = (x) => ({ f: x });
function op(c, type, version, inputs, attributes = {}, outputs = 1) {
  c.opsets[domain] = version;
  return c.op(type, inputs, Object.fromEntries(Object.entries(attributes).filter(([, v]) => v !== undefined)), outputs, domain);
}
const hundredths = (r, low = -2, high = 2) => Math.round(r.real(low, high) * 100) / 100;
const floats = (r, count, low, high) => ({ floats: r.list(count, () => hundredths(r, low, high)) });
const quarter = (r) => r.int(-8, 8) / 4;
/** Features of a type, NaN among them at times. */
function features(c, rows, columns, types = ['float32', 'float32', 'float64', 'int64', 'int32']) {
  const type = c.r.pick(types), holes = V.isFloat(type) && c.r.chance(0.4);
  return c.input(V.random(c.r, type, [rows, columns], V.isFloat(type) ? (r) => (holes && r.chance(0.2) ? NaN : quarter(r)) : 3));
}
/** The result is a label of one of two kinds. */
function labels(c, count, ints) {
  return c.r.chance(0.5) ? { classlabels_strings: c.r.list(count, (i) => `c${i}`) } : { [ints]: c.r.shuffle([...Array(9).keys()]).slice(0, count) };
}
const results = (c, [label, scores]) => { c.result(label); c.result(scores, 'float32'); };

//---- Trees
const MODES = ['BRANCH_LEQ', 'BRANCH_LT', 'BRANCH_GTE', 'BRANCH_GT', 'BRANCH_EQ', 'BRANCH_NEQ'];
/** Attributes of nodes, and the leaves as [tree, node]. */
function forest(r, columns) {
  const modes = r.chance(0.5) ? [r.pick(MODES)] : MODES, trees = r.int(1, 4), depth = r.int(1, 4), leaves = [], a = { nodes_treeids: [], nodes_nodeids: [], nodes_featureids: [], nodes_values: { floats: [] }, nodes_modes: [], nodes_truenodeids: [], nodes_falsenodeids: [], nodes_missing_value_tracks_true: [] };
  for (let tree = 0, next = 0; tree < trees; tree++, next = 0) {
    (function grow(left) {
      const node = next++, leaf = !left || (left < depth && r.chance(0.25)), place = a.nodes_nodeids.length;
      a.nodes_treeids.push(tree); a.nodes_nodeids.push(node); a.nodes_featureids.push(leaf ? 0 : r.int(0, columns - 1)); a.nodes_values.floats.push(leaf ? 0 : quarter(r)); a.nodes_modes.push(leaf ? 'LEAF' : r.pick(modes));
      a.nodes_truenodeids.push(0); a.nodes_falsenodeids.push(0); a.nodes_missing_value_tracks_true.push(r.int(0, 1));
      if (leaf) leaves.push([tree, node]);
      else { a.nodes_truenodeids[place] = grow(left - 1); a.nodes_falsenodeids[place] = grow(left - 1); }
      return node;
    })(depth);
  }
  return [a, leaves];
}
const votes = (prefix, list, r) => ({ [`${prefix}_treeids`]: list.map((v) => v[0]), [`${prefix}_nodeids`]: list.map((v) => v[1]), [`${prefix}_ids`]: list.map((v) => v[2]), [`${prefix}_weights`]: { floats: list.map((v) => v[3] ?? hundredths(r, -1, 1)) } });
/** Every leaf votes for every target: what a row without a vote is worth is told by no specification. */
generators.TreeEnsembleRegressor = (c) => {
  const r = c.r, columns = r.int(1, 5), targets = r.int(1, 3), [nodes, leaves] = forest(r, columns);
  const list = leaves.flatMap((leaf) => [...Array(targets).keys()].map((t) => [...leaf, t]));
  c.result(op(c, 'TreeEnsembleRegressor', r.pick([1, 3]), [features(c, r.pick([1, 4, 33]), columns, ['float32'])], { ...nodes, ...votes('target', list, r), n_targets: targets, aggregate_function: r.pick(['SUM', 'SUM', 'AVERAGE', 'MIN', 'MAX']), post_transform: r.pick(['NONE', 'NONE', 'SOFTMAX', 'LOGISTIC', 'SOFTMAX_ZERO']), base_values: r.chance(0.5) ? floats(r, targets) : undefined }), 'float32');
};
/** Three classes or more, or one score for two: of two scores ONNX Runtime looks at the second alone. */
generators.TreeEnsembleClassifier = (c) => {
  const r = c.r, columns = r.int(1, 5), classes = r.int(2, 4), [nodes, leaves] = forest(r, columns), positive = r.chance(0.5);
  const list = leaves.flatMap((leaf) => (classes === 2 ? [1] : [...Array(classes).keys()]).map((k) => [...leaf, k, hundredths(r, positive ? 0 : -1, 1)]));
  results(c, op(c, 'TreeEnsembleClassifier', r.pick([1, 3]), [features(c, r.pick([1, 4, 33]), columns, ['float32', 'int64', 'int32'])], { ...nodes, ...votes('class', list, r), ...labels(c, classes, 'classlabels_int64s'), post_transform: r.pick(['NONE', 'SOFTMAX', 'LOGISTIC', 'SOFTMAX_ZERO']), base_values: classes > 2 && r.chance(0.3) ? floats(r, classes) : undefined }, 2));
};
/** Numbers of post_transform: ONNX Runtime takes 1 for LOGISTIC and 2 for SOFTMAX; SOFTMAX_ZERO it computes in floats. */
generators.TreeEnsemble = (c) => {
  const r = c.r, columns = r.int(1, 5), targets = r.int(1, 3), type = c.type(['float32', 'float64']), modes = r.chance(0.5) ? [r.int(0, 5)] : [0, 1, 2, 3, 4, 5], sets = r.chance(0.4), transform = r.pick([0, 0, 3]);
  if (transform) c.precision = 'single';
  const n = { feature: [], split: [], mode: [], yes: [], yesLeaf: [], no: [], noLeaf: [], missing: [] }, leaf = { target: [], weight: [] }, roots = [], members = [];
  const child = (left) => (left > 0 && r.chance(0.75) ? [grow(left), 0] : (leaf.target.push(r.int(0, targets - 1)), leaf.weight.push(hundredths(r, -1, 1)), [leaf.target.length - 1, 1]));
  function grow(left) {
    const node = n.feature.length, mode = sets && r.chance(0.3) ? 6 : r.pick(modes);
    n.feature.push(r.int(0, columns - 1)); n.mode.push(mode); n.missing.push(r.int(0, 1)); n.split.push(mode === 6 ? 0 : quarter(r));
    if (mode === 6) members.push(...r.some([0, 1, 2], r.int(1, 3)), NaN);
    for (const list of [n.yes, n.yesLeaf, n.no, n.noLeaf]) list.push(0);
    [n.yes[node], n.yesLeaf[node]] = child(left - 1);
    [n.no[node], n.noLeaf[node]] = child(left - 1);
    return node;
  }
  for (let tree = r.int(1, 4); tree > 0; tree--) { roots.push(n.feature.length); grow(r.int(1, 4)); }
  const numbers = (list, of = type) => ({ tensor: V.tensor(of, [list.length], list) });
  c.result(op(c, 'TreeEnsemble', 5, [features(c, r.pick([1, 4, 20]), columns, [type])], { n_targets: targets, aggregate_function: 1, post_transform: transform, nodes_featureids: n.feature, nodes_splits: numbers(n.split), nodes_modes: numbers(n.mode, 'uint8'), nodes_truenodeids: n.yes, nodes_trueleafs: n.yesLeaf, nodes_falsenodeids: n.no, nodes_falseleafs: n.noLeaf,
    nodes_missing_value_tracks_true: r.chance(0.5) ? n.missing : undefined, leaf_targetids: leaf.target, leaf_weights: numbers(leaf.weight), tree_roots: roots, membership_values: members.length ? numbers(members) : undefined }), type);
};

//---- Linear models and support vectors
const KERNELS = ['LINEAR', 'POLY', 'RBF', 'SIGMOID'];
generators.SVMRegressor = (c) => {
  const r = c.r, columns = r.pick([2, 4]), vectors = r.pick([0, 1, 3, 5]);
  c.result(op(c, 'SVMRegressor', 1, [c.tensor('float32', [r.int(1, 5), columns], 'plain', 0)], { coefficients: floats(r, vectors || columns), kernel_params: { floats: r.pick([[0.5, 0.3, 3], [0.1, 0, 2]]) }, kernel_type: vectors ? r.pick(KERNELS) : 'LINEAR', n_supports: vectors, one_class: r.int(0, 1), post_transform: r.pick(['NONE', 'LOGISTIC']), rho: floats(r, 1), support_vectors: vectors ? floats(r, vectors * columns) : undefined }), 'float32');
};
generators.SVMClassifier = (c) => {
  const r = c.r, columns = r.pick([2, 4]), classes = r.int(2, 4), pairs = (classes * (classes - 1)) / 2, kernel = r.pick(KERNELS), per = r.list(classes, () => r.int(1, 3)), vectors = per.reduce((a, b) => a + b), supported = r.chance(0.7), likely = r.chance(0.5);
  const common = { kernel_params: { floats: [0.5, 0.3, 2] }, post_transform: r.pick(['NONE', 'NONE', 'SOFTMAX', 'LOGISTIC', 'SOFTMAX_ZERO']), ...labels(c, classes, 'classlabels_ints') };
  results(c, op(c, 'SVMClassifier', 1, [c.tensor('float32', [r.int(1, 5), columns], 'plain', 0)], supported
    ? { ...common, kernel_type: kernel, coefficients: floats(r, vectors * (classes - 1)), prob_a: likely ? floats(r, pairs, -2, 0) : undefined, prob_b: likely ? floats(r, pairs) : undefined, rho: floats(r, pairs), support_vectors: floats(r, vectors * columns), vectors_per_class: per }
    : { ...common, kernel_type: 'LINEAR', coefficients: floats(r, classes * columns), rho: floats(r, 1) }, 2));
};
generators.LinearRegressor = (c) => {
  const r = c.r, columns = r.int(1, 3), targets = r.pick([1, 1, 3]);
  c.result(op(c, 'LinearRegressor', 1, [c.tensor('float32', [r.int(1, 4), columns], 'plain', 0)], { coefficients: floats(r, columns * targets), intercepts: r.chance(0.5) ? floats(r, targets) : undefined, targets, post_transform: targets > 1 ? r.pick(['NONE', 'SOFTMAX', 'LOGISTIC', 'SOFTMAX_ZERO']) : 'NONE' }), 'float32');
};
generators.LinearClassifier = (c) => {
  const r = c.r, columns = r.int(1, 3), classes = r.int(2, 3), scores = classes === 2 && r.chance(0.5) ? 1 : classes;
  results(c, op(c, 'LinearClassifier', 1, [c.input(V.random(r, r.pick(['float32', 'float32', 'int64', 'int32', 'float64']), [r.int(1, 4), columns], 3))], { coefficients: floats(r, columns * scores), intercepts: floats(r, scores), multi_class: r.int(0, 1), post_transform: r.pick(['NONE', 'SOFTMAX', 'LOGISTIC', 'SOFTMAX_ZERO']), ...labels(c, classes, 'classlabels_ints') }, 2));
};

//---- Preparation of features
const NUMERIC = ['float32', 'float32', 'int64', 'int32', 'float64'];
generators.Normalizer = (c) => { const r = c.r, x = V.random(r, r.pick(NUMERIC), r.pick([[3, r.int(1, 4)], [4]]), r.chance(0.2) ? () => 0 : 4); c.result(op(c, 'Normalizer', 1, [c.input(x)], { norm: r.pick(['MAX', 'L1', 'L2']) }), 'float32'); };
generators.Scaler = (c) => { const r = c.r, n = r.pick([1, 3]); c.result(op(c, 'Scaler', 1, [c.input(V.random(r, r.pick(NUMERIC), r.pick([[3], [2, 3]]), 4))], { offset: floats(r, n), scale: floats(r, n) }), 'float32'); };
generators.Imputer = (c) => {
  const r = c.r, n = r.pick([1, 2]), whole = r.chance(0.4), gone = whole ? 1 : r.pick([NaN, 1.5]);
  const x = V.random(r, whole ? 'int64' : 'float32', [3, 2], whole ? 2 : (q) => (q.chance(0.4) ? gone : quarter(q)));
  c.result(op(c, 'Imputer', 1, [c.input(x)], whole ? { imputed_value_int64s: r.list(n, () => r.int(0, 9)), replaced_value_int64: gone } : { imputed_value_floats: floats(r, n), replaced_value_float: f(gone) }), x.type);
};
generators.Binarizer = (c) => { c.result(op(c, 'Binarizer', 1, [c.input(V.random(c.r, 'float32', [2, 3], quarter))], { threshold: f(quarter(c.r)) }), 'float32'); };
generators.LabelEncoder = (c) => {
  const r = c.r, kinds = { strings: ['string', ['a', 'b', 'c']], int64s: ['int64', [1, 2, 3]], floats: ['float32', [1, 2.5, NaN]] }, values = { strings: ['x', 'y', 'z'], int64s: [7, 8, 9], floats: { floats: [0.5, -1, 2] } }, defaults = { strings: { default_string: 'none' }, int64s: { default_int64: -7 }, floats: { default_float: f(-0.25) } };
  const from = r.pick(Object.keys(kinds)), to = r.pick(Object.keys(kinds)), [type, keys] = kinds[from], other = { strings: 'q', int64s: 5, floats: 7 }[from];
  c.result(op(c, 'LabelEncoder', 4, [c.input(V.tensor(type, [2, 2], r.list(4, () => r.pick([...keys, other]))))], { [`keys_${from}`]: from === 'floats' ? { floats: keys } : keys, [`values_${to}`]: values[to], ...(r.chance(0.5) ? defaults[to] : {}) }), kinds[to][0]);
};
generators.CategoryMapper = (c) => {
  const text = c.r.chance(0.5);
  c.result(op(c, 'CategoryMapper', 1, [c.input(text ? V.tensor('string', [2, 2], ['a', 'q', 'c', 'b']) : V.tensor('int64', [3], [4, 5, 6]))], { cats_strings: ['a', 'b', 'c'], cats_int64s: [4, 6, 9], default_int64: -3, default_string: 'none' }), text ? 'int64' : 'string');
};
generators.ArrayFeatureExtractor = (c) => {
  const r = c.r, x = V.random(r, r.pick(['float32', 'float64', 'int64', 'int32', 'string']), r.pick([[4], [2, 4], [2, 3, 4]]));
  c.result(op(c, 'ArrayFeatureExtractor', 1, [c.input(x), c.list(r.list(r.int(1, 3), () => r.int(0, 3)))]), x.type);
};
generators.FeatureVectorizer = (c) => {
  const r = c.r, type = r.pick(NUMERIC), widths = r.list(r.int(1, 3), () => r.int(1, 4));
  c.result(op(c, 'FeatureVectorizer', 1, widths.map((n) => c.input(V.random(r, type, [2, n]))), { inputdimensions: widths }), 'float32');
};
module.exports = generators;
